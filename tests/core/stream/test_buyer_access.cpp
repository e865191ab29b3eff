#include "core/base/errors.h"
#include "core/stream/buyer_access.h"
#include "core/stream/decrypt.h"
#include "tests/support/vectors.h"

#include <QTest>

using namespace streamdesk;
using namespace streamdesk::stream;

namespace {

ChunkEnvelope envelopeOf(const test::GoldenPackage &golden, int index)
{
    json::Document document;
    return readEnvelope(
               test::readFile(golden.folder + QStringLiteral("/package/chunk-%1.json").arg(index)).toStdString(),
               document)
        .envelope;
}

BuyerAccessParams paramsFor(const test::GoldenPackage &golden, const std::string &buyerId = "buyer-1")
{
    return BuyerAccessParams{.owner = golden.keyPair(QStringLiteral("owner")),
                             .buyerRecipientId = buyerId,
                             .buyer =
                                 RecipientKey::parse(golden.publicKey(QStringLiteral("buyer")).toStdString(), "b")};
}

} // namespace

class TestBuyerAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsAsTheReferenceDoes_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray cases =
            test::readVectors(QStringLiteral("access-limits.json"))[QStringLiteral("cases")].toArray();
        QCOMPARE(cases.size(), 12);
        for (int i = 0; i < cases.size(); ++i) {
            QTest::addRow("%d", i) << cases[i].toObject();
        }
    }
    void splitsAsTheReferenceDoes()
    {
        QFETCH(QJsonObject, vector);
        const test::GoldenPackage golden(QStringLiteral("eleven-plus"));
        test::MemoryChunks chunks;
        std::vector<std::size_t> positions;
        for (int i = 0; i < 13; ++i) {
            chunks.addEnvelopeText(
                test::readFile(golden.folder + QStringLiteral("/package/chunk-%1.json").arg(i)).toStdString());
            positions.push_back(std::size_t(i));
        }
        BuyerAccessParams params = paramsFor(golden, vector[QStringLiteral("buyerId")].toString().toStdString());
        params.maxFileSize = std::uint64_t(vector[QStringLiteral("maxFileSize")].toInteger());
        QJsonArray names;
        QJsonArray entries;
        buildBuyerAccessFiles(chunks, positions, params,
                              [&](const BuyerAccessFile &file) {
                                  names.append(QString::fromStdString(file.fileName));
                                  entries.append(qint64(file.entries.size()));
                              },
                              {});
        QCOMPARE(names, vector[QStringLiteral("names")].toArray());
        QCOMPARE(entries, vector[QStringLiteral("entriesPerFile")].toArray());
    }

    void entryOpensWithTheBuyersKeyOnly()
    {
        const test::GoldenPackage golden(QStringLiteral("csv"));
        const ChunkEnvelope envelope = envelopeOf(golden, 2);
        crypto::ChunkKey key;
        const BuyerAccessEntry entry = createBuyerAccessEntry(envelope, paramsFor(golden), key);
        QVERIFY(std::all_of(key.bytes().begin(), key.bytes().end(), [](std::byte b) { return b == std::byte{0}; }));
        QCOMPARE(entry.chunkId, envelope.chunkId);
        QCOMPARE(entry.buyer.recipientType, std::string("buyer"));
        unwrapChunkKey(envelope, entry.buyer, golden.keyPair(QStringLiteral("buyer")), key);
        QVERIFY_THROWS_EXCEPTION(
            StreamValidationError,
            unwrapChunkKey(envelope, entry.buyer, golden.keyPair(QStringLiteral("stranger")), key));
    }

    void refusesWhatTheOwnerCannotGive_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        QTest::newRow("no owner") << QStringLiteral("owner") << int(ErrorCode::OwnerRecipientMissing);
        QTest::newRow("another key pair") << QStringLiteral("key") << int(ErrorCode::UnwrapFailed);
        QTest::newRow("wrapped key cut") << QStringLiteral("cut") << int(ErrorCode::UnwrapFailed);
        QTest::newRow("wrapped key no hex") << QStringLiteral("hex") << int(ErrorCode::InvalidHex);
        QTest::newRow("commitment edited") << QStringLiteral("commitment") << int(ErrorCode::CommitmentMismatch);
    }
    void refusesWhatTheOwnerCannotGive()
    {
        QFETCH(QString, what);
        QFETCH(int, code);
        const test::GoldenPackage golden(QStringLiteral("csv"));
        ChunkEnvelope envelope = envelopeOf(golden, 0);
        BuyerAccessParams params = paramsFor(golden);
        KeyRecipient &owner = envelope.encryption.keyRecipients[0];
        if (what == QStringLiteral("owner")) {
            owner.recipientType = "operator";
        } else if (what == QStringLiteral("key")) {
            params.owner = golden.keyPair(QStringLiteral("stranger"));
        } else if (what == QStringLiteral("cut")) {
            owner.wrappedKeyHex.resize(owner.wrappedKeyHex.size() - 2);
        } else if (what == QStringLiteral("hex")) {
            owner.wrappedKeyHex = "xyz";
        } else {
            envelope.encryption.keyCommitment = "sha256:" + std::string(64, '0');
        }
        crypto::ChunkKey key;
        try {
            (void)createBuyerAccessEntry(envelope, params, key);
            QFAIL("granted");
        } catch (const StreamError &error) {
            QCOMPARE(int(error.code()), code);
        }
    }

    void takesTheFirstOwner()
    {
        const test::GoldenPackage golden(QStringLiteral("csv"));
        ChunkEnvelope envelope = envelopeOf(golden, 0);
        envelope.encryption.keyRecipients.push_back(envelope.encryption.keyRecipients[0]);
        envelope.encryption.keyRecipients[0].recipientType = "machine";
        crypto::ChunkKey key;
        QCOMPARE(createBuyerAccessEntry(envelope, paramsFor(golden), key).chunkId, envelope.chunkId);
    }

    void readsBothSpellingsAlike()
    {
        const test::GoldenPackage golden(QStringLiteral("eleven-plus"));
        BuyerAccess camel;
        BuyerAccess snake;
        for (const auto &[folder, access] : {std::pair{"access", &camel}, {"access-snake-case", &snake}}) {
            const QDir dir(golden.folder + QLatin1Char('/') + QLatin1String(folder));
            for (const QString &file : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
                (void)readBuyerAccessFile(test::readFile(dir.filePath(file)).toStdString(), golden.buyerId(), *access);
            }
        }
        QCOMPARE(camel.size(), std::size_t{13});
        QCOMPARE(snake.size(), camel.size());
        for (const auto &[chunkId, recipient] : camel) {
            QCOMPARE(snake.at(chunkId).wrappedKeyHex, recipient.wrappedKeyHex);
            QCOMPARE(snake.at(chunkId).publicKeyHex, recipient.publicKeyHex);
        }
    }

    void writesTheReferencesBytes()
    {
        const test::GoldenPackage golden(QStringLiteral("empty"));
        const QDir dir(golden.folder + QStringLiteral("/access"));
        const QString name = dir.entryList({QStringLiteral("*.json")}).at(0);
        const std::string text = test::readFile(dir.filePath(name)).toStdString();
        BuyerAccess access;
        (void)readBuyerAccessFile(text, golden.buyerId(), access);
        BuyerAccessFile file{.fileName = name.toStdString(),
                             .buyerPublicKeyHex = golden.publicKey(QStringLiteral("buyer")).toStdString(),
                             .entries = {}};
        for (const auto &[chunkId, recipient] : access) {
            file.entries.push_back(BuyerAccessEntry{.chunkId = chunkId, .buyer = recipient});
        }
        QCOMPARE(writeBuyerAccessFile(file), text);
    }

    void theLastEntryForAChunkCountsAndOthersAreCounted()
    {
        const auto entry = [](const char *id, const char *buyer, const char *key) {
            return QJsonObject{
                {QStringLiteral("chunkId"), QLatin1String(id)},
                {QStringLiteral("buyer"), QJsonObject{{QStringLiteral("recipientId"), QLatin1String(buyer)},
                                                      {QStringLiteral("recipientType"), QStringLiteral("buyer")},
                                                      {QStringLiteral("algorithm"), QStringLiteral("x25519-sealedbox")},
                                                      {QStringLiteral("publicKeyHex"), QStringLiteral("aa")},
                                                      {QStringLiteral("wrappedKeyHex"), QLatin1String(key)}}}};
        };
        const QJsonObject file{{QStringLiteral("schemaVersion"), QStringLiteral("peaq.stream.buyer-access.v1")},
                               {QStringLiteral("buyerPublicKeyHex"), QStringLiteral("aa")},
                               {QStringLiteral("entries"),
                                QJsonArray{entry("c1", "b", "01"), entry("c1", "b", "02"), entry("c1", "x", "03")}}};
        const QByteArray text = QJsonDocument(file).toJson();
        BuyerAccess access;
        const AccessFileReading reading = readBuyerAccessFile(text.toStdString(), "b", access);
        QCOMPARE(access.at("c1").wrappedKeyHex, std::string("02"));
        QCOMPARE(reading.accepted, std::uint64_t{2});
        QCOMPARE(reading.replaced, std::uint64_t{1});
        QCOMPARE(reading.others, std::uint64_t{1});
    }

    void refusesBadAccessFilesWithTheField_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *from, const char *to, ErrorCode code, const char *field) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << int(code) << QString::fromLatin1(field);
        };
        row("schema", "access.v1\",\"buyerP", "access.v2\",\"buyerP", ErrorCode::UnsupportedSchema, "schemaVersion");
        row("no schema", "\"schemaVersion\"", "\"schema\"", ErrorCode::UnsupportedSchema, "schemaVersion");
        row("no key", "\"buyerPublicKeyHex\":\"", "\"key\":\"", ErrorCode::MissingField, "buyerPublicKeyHex");
        row("no entries", "\"entries\"", "\"entrys\"", ErrorCode::MissingField, "entries");
        row("entries no list", "\"entries\":[", "\"entries\":5,\"e\":[", ErrorCode::WrongType, "entries");
        row("entry no object", "\"entries\":[", "\"entries\":[7,", ErrorCode::WrongType, "entries[0]");
        row("no chunk id", "\"chunkId\"", "\"id\"", ErrorCode::MissingField, "entries[0].chunkId");
        row("chunk id no text", "\"chunkId\":", "\"chunkId\":5,\"x\":", ErrorCode::WrongType, "entries[0].chunkId");
        row("no buyer", "\"buyer\":{", "\"buyr\":{", ErrorCode::MissingField, "entries[0].buyer");
        row("buyer no object", "\"buyer\":{", "\"buyer\":[],\"b\":{", ErrorCode::WrongType, "entries[0].buyer");
        row("wrapped key missing", "\"wrappedKeyHex\"", "\"w\"", ErrorCode::MissingField,
            "entries[0].buyer.wrappedKeyHex");
        row("recipient id empty", "\"recipientId\":\"buyer-1\"", "\"recipientId\":\"\"", ErrorCode::MissingField,
            "entries[0].buyer.recipientId");
        row("cut", "\"entries\":[", "", ErrorCode::InvalidJson, "");
    }
    void refusesBadAccessFilesWithTheField()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, code);
        QFETCH(QString, field);
        const test::GoldenPackage golden(QStringLiteral("empty"));
        const QDir dir(golden.folder + QStringLiteral("/access"));
        QByteArray text = test::readFile(dir.filePath(dir.entryList({QStringLiteral("*.json")}).at(0)));
        QVERIFY(text.contains(from));
        text.replace(text.indexOf(from), from.size(), to);
        BuyerAccess access;
        try {
            (void)readBuyerAccessFile(text.toStdString(), "buyer-1", access);
            QFAIL("accepted");
        } catch (const StreamError &error) {
            QCOMPARE(int(error.code()), code);
            QCOMPARE(QString::fromStdString(error.context().field), field);
        }
    }
};

QTEST_GUILESS_MAIN(TestBuyerAccess)
#include "test_buyer_access.moc"
