#include "core/base/errors.h"
#include "core/stream/decrypt.h"
#include "tests/support/vectors.h"

#include <QTest>

using namespace streamdesk;
using namespace streamdesk::stream;

namespace {

ChunkEnvelope envelopeOf(const QString &folder, int index)
{
    json::Document document;
    return readEnvelope(test::readFile(folder + QStringLiteral("/package/chunk-%1.json").arg(index)).toStdString(),
                        document)
        .envelope;
}

} // namespace

class TestDecrypt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatTheReferenceMadeForEveryRecipient_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("recipient");
        for (const char *name : {"csv", "eleven-plus", "empty", "exact-multiple", "one-byte", "text-utf8"}) {
            for (int recipient = 0; recipient < 3; ++recipient) {
                QTest::addRow("%s, recipient %d", name, recipient) << QString::fromLatin1(name) << recipient;
            }
        }
    }
    void opensWhatTheReferenceMadeForEveryRecipient()
    {
        QFETCH(QString, name);
        QFETCH(int, recipient);
        const test::GoldenPackage golden(name);
        const char *const roles[] = {"owner", "operator", "machine"};
        const crypto::X25519KeyPair pair = golden.keyPair(QLatin1String(roles[recipient]));
        const int count =
            int(QDir(golden.folder + QStringLiteral("/package")).entryList({QStringLiteral("*.bin")}).size());
        QByteArray plaintext;
        crypto::ChunkKey key;
        ChunkDecryptor decryptor;
        for (int i = 0; i < count; ++i) {
            const ChunkEnvelope envelope = envelopeOf(golden.folder, i);
            std::vector<std::byte> data =
                test::bytesOf(test::readFile(golden.folder + QStringLiteral("/package/chunk-%1.bin").arg(i)));
            unwrapChunkKey(envelope, envelope.encryption.keyRecipients[std::size_t(recipient)], pair, key);
            const auto content = decryptChunk(envelope, key, data, decryptor);
            plaintext.append(reinterpret_cast<const char *>(content.data()), qsizetype(content.size()));
        }
        QCOMPARE(plaintext, golden.source());
    }

    void releasesNothingForAnyFlippedBitOrCut()
    {
        const test::GoldenPackage golden(QStringLiteral("one-byte"));
        const ChunkEnvelope envelope = envelopeOf(golden.folder, 0);
        const std::vector<std::byte> whole =
            test::bytesOf(test::readFile(golden.folder + QStringLiteral("/package/chunk-0.bin")));
        QCOMPARE(whole.size(), std::size_t{17});
        crypto::ChunkKey key;
        ChunkDecryptor decryptor;
        unwrapChunkKey(envelope, envelope.encryption.keyRecipients[0], golden.keyPair(QStringLiteral("owner")), key);
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
            std::vector<std::byte> data = whole;
            data[bit / 8] ^= std::byte(1U << (bit % 8));
            QVERIFY_THROWS_EXCEPTION(StreamError, (void)decryptChunk(envelope, key, data, decryptor));
            QVERIFY(data[0] == std::byte{0}); // wiped
        }
        for (std::size_t size = 0; size < whole.size(); ++size) {
            std::vector<std::byte> data(whole.begin(), whole.begin() + std::ptrdiff_t(size));
            QVERIFY_THROWS_EXCEPTION(StreamError, (void)decryptChunk(envelope, key, data, decryptor));
        }
        std::vector<std::byte> data = whole;
        QCOMPARE(decryptChunk(envelope, key, data, decryptor).size(), std::size_t{1}); // and is fit for use again
    }

    void namesWhatDoesNotFit_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("code");
        const QString zeros = QStringLiteral("0").repeated(64);
        QTest::newRow("nonce") << QStringLiteral("nonce") << zeros.left(48) << int(ErrorCode::DecryptionFailed);
        QTest::newRow("nonce no hex") << QStringLiteral("nonce") << QStringLiteral("zz") << int(ErrorCode::InvalidHex);
        QTest::newRow("nonce short") << QStringLiteral("nonce") << zeros.left(46) << int(ErrorCode::InvalidHex);
        QTest::newRow("plaintext hash") << QStringLiteral("hash") << QStringLiteral("0x") + zeros
                                        << int(ErrorCode::PlaintextHashMismatch);
        QTest::newRow("plaintext hash in upper case")
            << QStringLiteral("hash") << QString() << int(ErrorCode::PlaintextHashMismatch);
    }
    void namesWhatDoesNotFit()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(int, code);
        const test::GoldenPackage golden(QStringLiteral("csv"));
        ChunkEnvelope envelope = envelopeOf(golden.folder, 0);
        crypto::ChunkKey key;
        unwrapChunkKey(envelope, envelope.encryption.keyRecipients[0], golden.keyPair(QStringLiteral("owner")), key);
        if (field == QStringLiteral("nonce")) {
            envelope.encryption.nonce = value.toStdString();
        } else {
            envelope.plaintextHash =
                value.isEmpty() ? "0x" + QString::fromStdString(envelope.plaintextHash).mid(2).toUpper().toStdString()
                                : value.toStdString();
        }
        std::vector<std::byte> data =
            test::bytesOf(test::readFile(golden.folder + QStringLiteral("/package/chunk-0.bin")));
        ChunkDecryptor decryptor;
        try {
            (void)decryptChunk(envelope, key, data, decryptor);
            QFAIL("decrypted");
        } catch (const StreamError &error) {
            QCOMPARE(int(error.code()), code);
        }
    }
};

QTEST_GUILESS_MAIN(TestDecrypt)
#include "test_decrypt.moc"
