#include "core/base/errors.h"
#include "core/stream/envelope.h"
#include "tests/support/vectors.h"

#include <QTest>

using namespace streamdesk;
using stream::EnvelopeReading;

namespace {

std::string sampleText()
{
    return test::readFile(test::dataPath(QStringLiteral("packages/csv/package/chunk-1.json"))).toStdString();
}

EnvelopeReading read(const std::string &text)
{
    json::Document document;
    return stream::readEnvelope(text, document);
}

EnvelopeReading readEdited(const QString &path, const QJsonValue &value)
{
    QJsonObject root = QJsonDocument::fromJson(QByteArray::fromStdString(sampleText())).object();
    const QStringList parts = path.split(QLatin1Char('.'));
    const auto set = [&value](QJsonObject &object, const QString &key) {
        value.isUndefined() ? object.remove(key) : (void)object.insert(key, value);
    };
    if (parts.size() == 1) {
        set(root, parts[0]);
    } else {
        QJsonObject inner = root[parts[0]].toObject();
        set(inner, parts[1]);
        root[parts[0]] = inner;
    }
    return read(QJsonDocument(root).toJson().toStdString());
}

} // namespace

class TestEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheReferencesBytes_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"csv", "eleven-plus", "empty", "exact-multiple", "one-byte", "text-utf8"}) {
            const QDir folder(test::dataPath(QStringLiteral("packages/%1/package").arg(QLatin1String(name))));
            for (const QString &file : folder.entryList({QStringLiteral("chunk-*.json")})) {
                QTest::addRow("%s/%s", name, qPrintable(file)) << folder.filePath(file);
            }
        }
    }
    void writesTheReferencesBytes()
    {
        QFETCH(QString, file);
        const std::string text = test::readFile(file).toStdString();
        const EnvelopeReading reading = read(text);
        QVERIFY(reading.complete());
        QCOMPARE(stream::writeEnvelope(reading.envelope), text);
    }

    void writesTheReferencesManifest()
    {
        const std::string text =
            test::readFile(test::dataPath(QStringLiteral("packages/csv/package/manifest.json"))).toStdString();
        QCOMPARE(stream::writeManifest(stream::readManifest(text)), text);
    }

    void readsSnakeCase()
    {
        std::string text = sampleText();
        for (const auto &[camel, snake] : {std::pair{"schemaVersion", "schema_version"},
                                           {"chunkId", "chunk_id"},
                                           {"previousChunkId", "previous_chunk_id"},
                                           {"encryptedDataHash", "encrypted_data_hash"},
                                           {"plaintextHash", "plaintext_hash"},
                                           {"storageRef", "storage_ref"},
                                           {"keyCommitment", "key_commitment"},
                                           {"keyRecipients", "key_recipients"},
                                           {"recipientId", "recipient_id"},
                                           {"recipientType", "recipient_type"},
                                           {"publicKeyHex", "public_key_hex"},
                                           {"wrappedKeyHex", "wrapped_key_hex"},
                                           {"machineDid", "machine_did"},
                                           {"keyId", "key_id"}}) {
            const std::string from = std::string("\"") + camel + "\"";
            for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
                text.replace(at, from.size(), std::string("\"") + snake + "\"");
            }
        }
        QVERIFY(text.find("chunkId") == std::string::npos);
        const EnvelopeReading reading = read(text);
        QVERIFY(reading.complete());
        QCOMPARE(stream::writeEnvelope(reading.envelope), sampleText());
    }

    void missingOptionalFieldsAreNull()
    {
        QVERIFY(readEdited(QStringLiteral("storageRef"), QJsonValue::Undefined).complete());
        const EnvelopeReading reading = readEdited(QStringLiteral("previousChunkId"), QJsonValue::Undefined);
        QVERIFY(reading.complete());
        QVERIFY(!reading.envelope.previousChunkId);
    }

    void namesEveryFieldThatIsWrong_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("refusedByReference"); // when it is of another kind; missing is always refused
        for (const char *field : {"chunkId", "index", "encryptedDataHash", "encryption", "signature",
                                  "encryption.keyRecipients", "signature.machineDid", "signature.keyId",
                                  "signature.publicKeyHex", "signature.value", "schemaVersion"}) {
            QTest::newRow(field) << QString::fromLatin1(field) << true;
        }
        for (const char *field : {"plaintextHash", "encryption.algorithm", "encryption.nonce",
                                  "encryption.keyCommitment", "signature.algorithm"}) {
            QTest::newRow(field) << QString::fromLatin1(field) << false;
        }
    }
    void namesEveryFieldThatIsWrong()
    {
        QFETCH(QString, field);
        QFETCH(bool, refusedByReference);
        const EnvelopeReading missing = readEdited(field, QJsonValue::Undefined);
        QCOMPARE(missing.problems.size(), std::size_t{1});
        QCOMPARE(missing.problems[0].field, field.toStdString());
        QVERIFY(missing.problems[0].kind == stream::FieldProblem::Kind::Missing);
        QVERIFY(missing.problems[0].refusedByReference);
        for (const QJsonValue &wrong : {QJsonValue(true), QJsonValue(QJsonValue::Null)}) {
            const EnvelopeReading reading = readEdited(field, wrong);
            QVERIFY(!reading.problems.empty());
            QCOMPARE(reading.problems[0].field, field.toStdString());
            QVERIFY(reading.problems[0].kind == stream::FieldProblem::Kind::WrongType);
            QCOMPARE(reading.problems[0].refusedByReference, refusedByReference);
        }
    }

    void keepsTheIndexAsItIsSpelled_data()
    {
        QTest::addColumn<QString>("spelling");
        QTest::addColumn<bool>("usable");
        QTest::newRow("plain") << QStringLiteral("1") << true;
        QTest::newRow("with point") << QStringLiteral("1.0") << true;
        QTest::newRow("largest") << QStringLiteral("9223372036854775807") << true;
        QTest::newRow("too large") << QStringLiteral("9223372036854775808") << false;
        QTest::newRow("negative") << QStringLiteral("-1") << false;
        QTest::newRow("fraction") << QStringLiteral("1.5") << false;
        QTest::newRow("exponent") << QStringLiteral("1e0") << false;
        QTest::newRow("text") << QStringLiteral("\"1\"") << false;
    }
    void keepsTheIndexAsItIsSpelled()
    {
        QFETCH(QString, spelling);
        QFETCH(bool, usable);
        std::string text = sampleText();
        const std::string from = "\"index\": 1,";
        text.replace(text.find(from), from.size(), "\"index\": " + spelling.toStdString() + ",");
        const EnvelopeReading reading = read(text);
        QCOMPARE(reading.hasIndex, usable);
        QCOMPARE(reading.problems.empty(), usable);
        if (usable) {
            QCOMPARE(reading.envelope.indexText, spelling.toStdString());
        }
    }

    void refusesWhatIsNoObject_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("empty") << QByteArray() << int(ErrorCode::InvalidJson);
        QTest::newRow("cut") << QByteArray("{\"chunkId\": \"0x") << int(ErrorCode::InvalidJson);
        QTest::newRow("list") << QByteArray("[]") << int(ErrorCode::WrongType);
        QTest::newRow("text") << QByteArray("\"chunk\"") << int(ErrorCode::WrongType);
        QTest::newRow("null") << QByteArray("null") << int(ErrorCode::WrongType);
        QTest::newRow("huge") << QByteArray(5 << 20, ' ') << int(ErrorCode::JsonLimit);
        QTest::newRow("deep") << QByteArray(100000, '[') << int(ErrorCode::JsonLimit);
    }
    void refusesWhatIsNoObject()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        try {
            (void)read(text.toStdString());
            QFAIL("accepted");
        } catch (const StreamError &error) {
            QCOMPARE(int(error.code()), code);
        }
    }

    void recognisesTheRobotsDialect()
    {
        const QString id = QStringLiteral("sha256:") + QStringLiteral("a").repeated(64);
        QJsonObject root = QJsonDocument::fromJson(QByteArray::fromStdString(sampleText())).object();
        root[QStringLiteral("chunkId")] = id;
        QVERIFY(!read(QJsonDocument(root).toJson().toStdString()).robotDialect);
        root[QStringLiteral("encryptedDataHash")] = id;
        QVERIFY(read(QJsonDocument(root).toJson().toStdString()).robotDialect);
    }

    void ignoresManifestFieldsOfTheWrongKind()
    {
        const stream::Manifest manifest = stream::readManifest(
            R"({"totalChunks": "6", "chunkSize": -1, "machineDid": null, "sourceHash": "0xab", "files": ["a", 1]})");
        QVERIFY(!manifest.totalChunks && !manifest.chunkSize && !manifest.machineDid);
        QCOMPARE(*manifest.sourceHash, std::string("0xab"));
    }
};

QTEST_GUILESS_MAIN(TestEnvelope)
#include "test_envelope.moc"
