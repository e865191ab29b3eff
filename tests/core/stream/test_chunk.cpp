#include "core/base/errors.h"
#include "core/stream/chunk.h"
#include "tests/support/vectors.h"

#include <QTest>

using namespace streamdesk;

class TestChunk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreTheReferences_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray cases = test::readVectors(QStringLiteral("chunk-ids.json"))[QStringLiteral("cases")].toArray();
        QVERIFY(cases.size() >= 20);
        for (int i = 0; i < cases.size(); ++i) {
            QTest::addRow("%d", i) << cases[i].toObject();
        }
    }
    void idsAreTheReferences()
    {
        QFETCH(QJsonObject, vector);
        const QJsonValue previous = vector[QStringLiteral("previousChunkId")];
        const std::optional<std::string> previousId =
            previous.isNull() ? std::nullopt : std::optional(previous.toString().toStdString());
        const std::string index = std::to_string(vector[QStringLiteral("index")].toInteger());
        QCOMPARE(stream::computeChunkId(previousId,
                                        vector[QStringLiteral("encryptedDataHash")].toString().toStdString(), index),
                 vector[QStringLiteral("chunkId")].toString().toStdString());
    }

    void recipientKeysKeepTheirSpelling()
    {
        const std::string hex(64, 'A');
        QCOMPARE(stream::RecipientKey::parse("0x" + hex, "key").spelling, "0x" + hex);
        QVERIFY(stream::RecipientKey::parse(hex, "key").key == stream::RecipientKey::parse("0x" + hex, "key").key);
    }

    void unusableRecipientKeysAreNamedButNotRepeated_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("empty") << QString() << int(ErrorCode::InvalidHex);
        QTest::newRow("not hex") << QStringLiteral("zz").repeated(32) << int(ErrorCode::InvalidHex);
        QTest::newRow("odd") << QStringLiteral("a").repeated(63) << int(ErrorCode::InvalidHex);
        QTest::newRow("0X") << QStringLiteral("0X") + QStringLiteral("a").repeated(64) << int(ErrorCode::InvalidHex);
        QTest::newRow("short") << QStringLiteral("a").repeated(62) << int(ErrorCode::InvalidKeyLength);
        QTest::newRow("long") << QStringLiteral("a").repeated(66) << int(ErrorCode::InvalidKeyLength);
        QTest::newRow("small order") << QStringLiteral("0").repeated(64) << int(ErrorCode::UnusableKey);
        QTest::newRow("small order, 1") << QStringLiteral("01") + QStringLiteral("0").repeated(62)
                                        << int(ErrorCode::UnusableKey);
    }
    void unusableRecipientKeysAreNamedButNotRepeated()
    {
        QFETCH(QString, text);
        QFETCH(int, code);
        try {
            (void)stream::RecipientKey::parse(text.toStdString(), "--owner-public-key");
            QFAIL("accepted");
        } catch (const StreamValidationError &error) {
            QCOMPARE(int(error.code()), code);
            QCOMPARE(error.context().field, std::string("--owner-public-key"));
            QVERIFY(text.isEmpty() || !QString::fromStdString(error.what()).contains(text));
        }
    }
};

QTEST_GUILESS_MAIN(TestChunk)
#include "test_chunk.moc"
