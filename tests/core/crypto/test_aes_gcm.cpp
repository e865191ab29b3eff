// AES-256-GCM against published cases: McGrew and Viega, "The Galois/Counter Mode of Operation (GCM)", appendix B.
#include "core/crypto/aes_gcm.h"
#include "tests/support/bytes.h"
#include "tests/support/expect.h"

using namespace streamdesk;
using crypto::FieldKey;
using crypto::GcmNonce;

namespace {

std::string text(std::string_view hex)
{
    const std::vector<std::byte> bytes = test::unhex(hex);
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

FieldKey keyOf(std::string_view hex)
{
    FieldKey key;
    test::fill(key.bytes(), test::unhex(hex));
    return key;
}

constexpr const char *key16 = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308";

} // namespace

class TestAesGcm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithThePublishedCases_data()
    {
        QTest::addColumn<std::string>("key");
        QTest::addColumn<std::string>("nonce");
        QTest::addColumn<std::string>("plaintext");
        QTest::addColumn<std::string>("data");
        QTest::addColumn<std::string>("sealed"); // ciphertext and tag
        const std::string zeros(64, '0');
        const std::string plain = "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                  "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39";
        QTest::newRow("case 13: nothing") << zeros << std::string(24, '0') << std::string() << std::string()
                                          << std::string("530f8afbc74536b9a963b4f1c4cb738b");
        QTest::newRow("case 14: a block of zeros")
            << zeros << std::string(24, '0') << std::string(32, '0') << std::string()
            << std::string("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
        QTest::newRow("case 16: with associated data")
            << std::string(key16) << std::string("cafebabefacedbaddecaf888") << plain
            << std::string("feedfacedeadbeeffeedfacedeadbeefabaddad2")
            << std::string("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                           "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                           "76fc6ece0f4e1768cddf8853bb2d551b");
    }

    void agreesWithThePublishedCases()
    {
        QFETCH(std::string, key);
        QFETCH(std::string, nonce);
        QFETCH(std::string, plaintext);
        QFETCH(std::string, data);
        QFETCH(std::string, sealed);
        GcmNonce nonceBytes;
        test::fill(nonceBytes, test::unhex(nonce));
        QVERIFY(crypto::sealAesGcm(keyOf(key), nonceBytes, text(plaintext), text(data)) == text(nonce + sealed));
        QVERIFY(crypto::openAesGcm(keyOf(key), text(nonce + sealed), text(data)) == text(plaintext));
    }

    void noChangedBitIsAccepted()
    {
        const FieldKey key = keyOf(key16);
        const std::string sealed = crypto::sealAesGcm(key, GcmNonce{}, "21.5", "data");
        for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
            std::string changed = sealed;
            changed[bit / 8] = static_cast<char>(static_cast<unsigned char>(changed[bit / 8]) ^ (1U << (bit % 8)));
            QVERIFY2(!crypto::openAesGcm(key, changed, "data"), qPrintable(QString::number(bit)));
        }
        for (std::size_t size = 0; size < sealed.size(); ++size) {
            QVERIFY(!crypto::openAesGcm(key, std::string_view(sealed).substr(0, size), "data"));
        }
        QVERIFY(!crypto::openAesGcm(key, sealed + '\0', "data"));
        QVERIFY(!crypto::openAesGcm(key, sealed, "Data"));
        QVERIFY(!crypto::openAesGcm(key, sealed));
        QVERIFY(!crypto::openAesGcm(FieldKey(), sealed, "data"));
        QVERIFY(crypto::openAesGcm(key, sealed, "data") == "21.5");
    }
};

QTEST_APPLESS_MAIN(TestAesGcm)
#include "test_aes_gcm.moc"
