// What a seller states, as people type, paste and scan it.
#include "core/keys/statement.h"
#include "tests/support/bytes.h"

#include <QTest>

using namespace streamdesk;
using keys::readStatement;
using keys::Statement;
using Kind = Statement::Kind;

namespace {

const std::string code = "RDWH-K958-H94H-8MNR-M10Q-Y";
const std::string hex = "9c1f04ab77e25d90b1c2d3e4f5061728394a5b6c7d8e9fa0b1c2d3e4f5061728";
const std::string grouped = "9c1f 04ab 77e2 5d90 b1c2 d3e4 f506 1728 394a 5b6c 7d8e 9fa0 b1c2 d3e4 f506 1728";

crypto::Ed25519PublicKey key()
{
    crypto::Ed25519PublicKey key;
    test::fill(key.bytes, test::unhex(hex));
    return key;
}

} // namespace

class TestStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFingerprintIsTheKeyInGroups()
    {
        QCOMPARE(keys::fingerprint(key()), grouped);
        QVERIFY(keys::keyFromFingerprint(grouped) == key());
    }

    void readsCodes_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("as it is shown") << code;
        QTest::newRow("lower case, no dashes") << std::string("rdwhk958h94h8mnrm10qy");
        QTest::newRow("spaces") << std::string("  RDWH K958 H94H 8MNR M10Q Y\r\n");
        QTest::newRow("letters for digits") << std::string("RDWH-K958-H94H-8MNR-MIOQ-Y");
        QTest::newRow("a program's dashes") << std::string("RDWH\u2013K958\u2011H94H\u22128MNR\u2014M10Q\u2010Y");
        QTest::newRow("a program's spaces") << std::string("RDWH\u00a0K958\u202fH94H\u30008MNR\u2028M10Q Y");
        QTest::newRow("marks that are not seen") << "\u2066" + code + "\u2069\ufeff\u200b";
        QTest::newRow("in a mail") << "Hello,\n\nthe package code is " + code + ".\nKind regards";
        QTest::newRow("in brackets") << "(" + code + ")";
    }

    void readsCodes()
    {
        QFETCH(std::string, text);
        const Statement statement = readStatement(text);
        QVERIFY(statement.kind == Kind::Code);
        QCOMPARE(statement.code, code);
    }

    void readsKeys_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("hex") << hex;
        QTest::newRow("prefix") << "0x" + hex;
        QTest::newRow("upper case") << QByteArray::fromStdString(hex).toUpper().toStdString();
        QTest::newRow("fingerprint") << grouped;
        QTest::newRow("four lines") << std::string("9c1f 04ab 77e2 5d90\nb1c2 d3e4 f506 1728\n394a 5b6c 7d8e 9fa0\n"
                                                   "b1c2 d3e4 f506 1728\n");
        QTest::newRow("colons") << std::string(
            "9c:1f:04:ab:77:e2:5d:90:b1:c2:d3:e4:f5:06:17:28:39:4a:5b:6c:7d:8e:9f:a0:"
            "b1:c2:d3:e4:f5:06:17:28");
        QTest::newRow("in a mail") << "The machine's fingerprint: " + grouped + "\nand good luck.";
        QTest::newRow("in JSON") << "{\"publicKeyHex\": \"" + hex + "\"}";
    }

    void readsKeys()
    {
        QFETCH(std::string, text);
        const Statement statement = readStatement(text);
        QVERIFY(statement.kind == Kind::Key);
        QVERIFY(statement.key == key());
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("missing");
        QTest::newRow("nothing") << std::string(" \n") << Kind::Empty << 0;
        QTest::newRow("the first group") << std::string("RDWH-") << Kind::PartOfCode << 17;
        QTest::newRow("all but one") << code.substr(0, code.size() - 2) << Kind::PartOfCode << 1;
        QTest::newRow("half a fingerprint") << grouped.substr(0, 39) << Kind::PartOfKey << 32;
        QTest::newRow("as long as a code, but hex") << hex.substr(0, 21) << Kind::PartOfKey << 43;
        QTest::newRow("a wrong character") << std::string("RDWH-K958-H94H-8MNR-M10R-Y") << Kind::Mistyped << 0;
        QTest::newRow("two characters exchanged") << std::string("RDWH-K985-H94H-8MNR-M10Q-Y") << Kind::Mistyped << 0;
        QTest::newRow("a letter that no code has") << std::string("RDWH-K958-H94H-8MNU-M10Q-Y") << Kind::Mistyped << 0;
        QTest::newRow("one too many") << code + "7" << Kind::Unknown << 0;
        QTest::newRow("a key and a digit") << hex + "7" << Kind::Unknown << 0;
        QTest::newRow("another script") << std::string("\u043a\u043e\u0434") << Kind::Unknown << 0;
        QTest::newRow("a sentence") << std::string("I have no code, sorry, but the package is fine.") << Kind::Unknown
                                    << 0;
    }

    void saysWhatIsMissing()
    {
        QFETCH(std::string, text);
        QFETCH(Kind, kind);
        QFETCH(int, missing);
        const Statement statement = readStatement(text);
        QVERIFY(statement.kind == kind);
        QCOMPARE(int(statement.missing), missing);
    }

    void noKeyIsTakenOutOfALongerOne()
    {
        for (const std::string &text : {"id " + hex + hex, "x " + hex + "0 y"}) {
            QVERIFY2(readStatement(text).kind == Kind::Unknown, text.c_str());
        }
    }

    void anyBytesAreRead()
    {
        std::string bytes;
        for (int i = 0; i < 256; ++i) {
            bytes += char(i);
        }
        QVERIFY(readStatement(bytes).kind == Kind::Unknown);
        QVERIFY(readStatement(std::string(1 << 20, 'a')).kind == Kind::Unknown);
        QVERIFY(readStatement("\xe2\x80").kind != Kind::Key);
    }
};

QTEST_APPLESS_MAIN(TestStatement)
#include "test_statement.moc"
