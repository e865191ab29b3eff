// Signed data packages against the reference's, byte for byte where it is deterministic.
#include "core/crypto/hex.h"
#include "core/stream/data_package.h"
#include "core/stream/field_encryption.h"
#include "tests/support/expect.h"
#include "tests/support/json.h"

#include <sstream>

using namespace streamdesk;
using stream::DataVerdict;

namespace {

template <typename Key>
Key keyFrom(const std::string &hex)
{
    Key key;
    if (!crypto::decodeHex(hex, key.bytes())) {
        throw std::runtime_error("no key: " + hex);
    }
    return key;
}

// What buildSignedDataPackage() takes, from a row of the vectors.
struct Input
{
    stream::UnsignedDataPayload payload;
    stream::FieldRules rules;
    stream::SigningContext signing;
    stream::EncryptionContext encryption;
    stream::BuildDataPackageParams params;

    explicit Input(const json::Tree &row)
        : payload{.topic = "/t", .fields = test::at(row, "fields"), .capturedAt = test::text(row, "capturedAt")},
          signing{.privateKey = keyFrom<crypto::Secp256k1PrivateKey>(test::text(row, "privateKeyHex")),
                  .did = test::text(row, "did"),
                  .keyId = test::text(row, "keyId")},
          encryption{.encryptionKey = keyFrom<crypto::FieldKey>(test::text(row, "encryptionKeyHex"))}
    {
        json::Tree::Object file;
        file.emplace("rules", test::at(row, "rules"));
        file.emplace("defaultAction", test::at(row, "defaultAction"));
        rules = stream::readFieldRules(test::canonical(json::Tree(std::move(file))));
        params = {.rules = &rules,
                  .encryption = &encryption,
                  .schemaVersion = test::text(row, "schemaVersion"),
                  .sequenceNumber = std::stoull(test::at(row, "sequenceNumber").number()->spelling),
                  .mode = stream::RuleMode::AsReference};
    }

    [[nodiscard]] stream::DataPackage build() const { return stream::buildSignedDataPackage(payload, signing, params); }
};

} // namespace

class TestDataPackage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_vectors = test::treeOfVectors("data-packages.json"); }

    void agreesWithTheReference_data()
    {
        QTest::addColumn<int>("row");
        const auto &cases = *test::at(m_vectors, "cases").array();
        for (std::size_t i = 0; i < cases.size(); ++i) {
            QTest::newRow(test::text(cases[i], "name").c_str()) << static_cast<int>(i);
        }
    }

    void agreesWithTheReference()
    {
        QFETCH(int, row);
        const json::Tree &vector = (*test::at(m_vectors, "cases").array())[static_cast<std::size_t>(row)];
        const json::Tree &expect = test::at(vector, "expect");
        const stream::DataPackage theirs = stream::readDataPackage(test::canonical(test::at(vector, "package")));
        const stream::DataVerification verdict = stream::verifyDataPackage(theirs);
        QCOMPARE(verdict.verdict == DataVerdict::Intact, *test::at(expect, "valid").boolean());
        QCOMPARE(theirs.did, test::text(expect, "signerDid"));
        QCOMPARE(verdict.reason, test::has(expect, "reason") ? test::text(expect, "reason") : std::string());
        QCOMPARE(verdict.form.has_value(), verdict.verdict == DataVerdict::Intact);
        if (!test::has(vector, "input")) {
            return;
        }
        const Input input(test::at(vector, "input"));
        const stream::DataPackage ours = input.build();
        if (*test::at(vector, "deterministic").boolean()) {
            QCOMPARE(test::canonical(test::tree(stream::writeDataPackage(ours, json::Writer::Style::Compact))),
                     test::canonical(test::at(vector, "package")));
        }
        QCOMPARE(test::canonical(stream::openEncryptedFields(ours.payload, input.encryption.encryptionKey).payload),
                 test::canonical(stream::openEncryptedFields(theirs.payload, input.encryption.encryptionKey).payload));
        QVERIFY(stream::verifyDataPackage(ours).verdict == DataVerdict::Intact);
    }

    void writesWhatItReads()
    {
        const json::Tree &vector = test::at(m_vectors, "cases").array()->front();
        const std::string compact = test::canonical(test::at(vector, "package"));
        for (const auto style : {json::Writer::Style::Compact, json::Writer::Style::Pretty}) {
            const std::string written = stream::writeDataPackage(stream::readDataPackage(compact), style);
            QVERIFY(written.ends_with("\n"));
            QCOMPARE(test::canonical(test::tree(written)), compact);
        }
    }

    // A program that signs JSON.stringify's output: numbers as ECMAScript writes them.
    void acceptsTheEcmaScriptFormAndSaysSo()
    {
        const Input input(test::at(test::at(m_vectors, "cases").array()->front(), "input"));
        stream::DataPackage package = input.build();
        package.payload = test::tree(R"({"v": 1.0, "name": "é"})");
        std::string text = "{\"did\":\"" + package.did;
        text +=
            "\",\"payload\":{\"name\":\"é\",\"v\":1},\"schemaVersion\":\"1.0\",\"sequenceNumber\":1,\"timestamp\":\"";
        text += package.timestamp + "\"}";
        const auto signature = crypto::sign(crypto::personalMessageDigest(text), input.signing.privateKey);
        package.signature = "0x" + crypto::toHex(signature.rs) + (signature.parity == 0 ? "1b" : "1c");
        const stream::DataVerification verdict = stream::verifyDataPackage(package);
        QVERIFY(verdict.verdict == DataVerdict::Intact);
        QVERIFY(verdict.form == json::CanonicalForm::Rfc8785);
    }

    // Every spelling as the reference judges it.
    void signaturesAndDidsHaveFewSpellings_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("verdict");
        const auto row = [](const char *name, const char *field, const char *from, const char *to,
                            const char *verdict) {
            QTest::newRow(name) << QByteArray(field) << QByteArray(from) << QByteArray(to) << QByteArray(verdict);
        };
        row("signature without 0x", "signature", "0x", "", "intact");
        row("signature with 0X", "signature", "0x", "0X", "intact");
        row("signature with 0x twice", "signature", "0x", "0x0x", "invalid-signature");
        row("signature with 0X and 0x", "signature", "0x", "0X0x", "invalid-signature");
        row("signature with a byte more", "signature", "0x", "0x00", "invalid-signature");
        row("signature with a space", "signature", "0x", " 0x", "invalid-signature");
        row("DID without 0x", "did", "0x", "", "invalid-did");
        row("DID with 0X", "did", "0x", "0X", "invalid-did");
        row("DID with 0x twice", "did", "0x", "0x0x", "invalid-did");
        row("DID with a digit more", "did", "0x", "0x0", "invalid-did");
        row("DID with a space", "did", "did", " did", "invalid-did");
        row("DID of another method", "did", "peaq", "ethr", "invalid-did");
    }

    void signaturesAndDidsHaveFewSpellings()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, verdict);
        stream::DataPackage package = Input(test::at(test::at(m_vectors, "cases").array()->front(), "input")).build();
        std::string &text = field == "did" ? package.did : package.signature;
        text.replace(text.find(from.toStdString()), static_cast<std::size_t>(from.size()), to.toStdString());
        QCOMPARE(QByteArray(stream::dataVerdictName(stream::verifyDataPackage(package).verdict)), verdict);
    }

    void vHasSeveralConventions()
    {
        stream::DataPackage package = Input(test::at(test::at(m_vectors, "cases").array()->front(), "input")).build();
        const bool odd = package.signature.ends_with("1c");
        for (unsigned v = 0; v < 256; ++v) {
            package.signature.resize(package.signature.size() - 2);
            crypto::appendHex(package.signature, std::array{static_cast<std::byte>(v)});
            const DataVerdict verdict = stream::verifyDataPackage(package).verdict;
            const bool known = v <= 1 || v == 27 || v == 28 || v >= 35;
            const bool parity = v <= 1 ? v == 1 : v % 2 == 0; // 28, 36, 38, … are the odd ones
            const DataVerdict expected = !known          ? DataVerdict::InvalidSignature
                                         : parity == odd ? DataVerdict::Intact
                                                         : DataVerdict::NotSignedByDid;
            QVERIFY2(verdict == expected, qPrintable(QString::number(v)));
        }
    }

    void aDecimalDidIsNotCheckable()
    {
        const Input input(test::at(test::at(m_vectors, "cases").array()->front(), "input"));
        stream::DataPackage package = input.build();
        package.did = "did:peaq:12345";
        const stream::DataVerification verdict = stream::verifyDataPackage(package);
        QVERIFY(verdict.verdict == DataVerdict::NotCheckable);
        QCOMPARE(verdict.reason, std::string("Invalid package DID format"));
        package.did = "did:peaq:";
        QVERIFY(stream::verifyDataPackage(package).verdict == DataVerdict::InvalidDid);
    }

    void refusesToSignForAnotherDid_data()
    {
        QTest::addColumn<QByteArray>("did");
        QTest::newRow("another machine's") << QByteArray("did:peaq:0x1111111111111111111111111111111111111111");
        QTest::newRow("a number") << QByteArray("did:peaq:12345");
        QTest::newRow("none") << QByteArray();
    }

    void refusesToSignForAnotherDid()
    {
        QFETCH(QByteArray, did);
        Input input(test::at(test::at(m_vectors, "cases").array()->front(), "input"));
        const std::string own = input.signing.did;
        input.signing.did = did.toStdString();
        const auto error = test::thrownBy<StreamValidationError>([&] { (void)input.build(); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::DidNotOfKey);
        QVERIFY(std::string_view(error->what()).find(own) != std::string_view::npos);
        input.params.anyDid = true;
        QCOMPARE(input.build().did, did.toStdString());
    }

    void refusesWhatCannotBeSigned()
    {
        Input input(test::at(test::at(m_vectors, "cases").array()->front(), "input"));
        input.params.schemaVersion = " \t";
        auto error = test::thrownBy([&] { (void)input.build(); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::EmptyValue);
        input.params.schemaVersion = "1.0";
        input.payload.fields = test::tree("[1]");
        error = test::thrownBy([&] { (void)input.build(); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::WrongType);
        input.payload.fields = test::tree(R"({"a": 1e400})");
        error = test::thrownBy([&] { (void)input.build(); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::InvalidNumber);
    }

    void refusesWorthlessKeys_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("zero") << QByteArray(64, '0');
        QTest::newRow("the order") << QByteArray("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
        QTest::newRow("largest") << QByteArray(64, 'f');
    }

    void refusesWorthlessKeys()
    {
        QFETCH(QByteArray, key);
        Input input(test::at(test::at(m_vectors, "cases").array()->front(), "input"));
        input.signing.privateKey = keyFrom<crypto::Secp256k1PrivateKey>(key.toStdString());
        QVERIFY(!crypto::isUsable(input.signing.privateKey));
        const auto error = test::thrownBy<StreamSigningError>([&] { (void)input.build(); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::UnusableKey);
    }

    void refusesMalformedPackages_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value"); // empty: removed
        QTest::addColumn<ErrorCode>("code");
        for (const char *field :
             {"did", "timestamp", "schemaVersion", "sequenceNumber", "payload", "signature", "signingKeyId"}) {
            QTest::addRow("%s missing", field) << QByteArray(field) << QByteArray() << ErrorCode::MissingField;
            QTest::addRow("%s wrong", field) << QByteArray(field) << QByteArray("[]") << ErrorCode::WrongType;
        }
    }

    void refusesMalformedPackages()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(ErrorCode, code);
        json::Tree package = test::at(test::at(m_vectors, "cases").array()->front(), "package");
        package.object()->erase(name.toStdString());
        if (!value.isEmpty()) {
            package.object()->emplace(name.toStdString(), test::tree(value.toStdString()));
        }
        const auto error = test::thrownBy([&] { (void)stream::readDataPackage(test::canonical(package)); });
        QVERIFY(error);
        QCOMPARE(error->code(), code);
        QCOMPARE(error->context().field, name.toStdString());
    }

    void contextsPrintNoKey()
    {
        const Input input(test::at(test::at(m_vectors, "cases").array()->front(), "input"));
        std::ostringstream text;
        text << input.signing << input.encryption;
        QCOMPARE(text.str().find(crypto::toHex(input.signing.privateKey.bytes())), std::string::npos);
        QCOMPARE(text.str().find(crypto::toHex(input.encryption.encryptionKey.bytes())), std::string::npos);
        QVERIFY(text.str().find("[REDACTED]") != std::string::npos);
        QVERIFY(text.str().find(input.signing.did) != std::string::npos);
    }

private:
    json::Tree m_vectors;
};

QTEST_APPLESS_MAIN(TestDataPackage)
#include "test_data_package.moc"
