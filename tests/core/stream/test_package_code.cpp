#include "core/base/errors.h"
#include "core/crypto/hex.h"
#include "core/stream/package_code.h"

#include <QTest>

using namespace streamdesk;
using namespace streamdesk::stream;

namespace {

ChainReport report()
{
    ChainReport chain;
    chain.dids = {"did:peaq:4294967297"};
    chain.signers = {crypto::Ed25519PublicKey{
        *crypto::fromHex<32>("dae111747853768ab9ceb27428e820d9390e2f8c3d87c3a1dcab1392e7f2c791")}};
    chain.firstChunkId = "0xe6f8d7a0cae7944ac202e7035f9c259128b7b2a3b93d58c4ae08d3d96022eb4d";
    chain.headChunkId = "0x51d6b4a2c2c2ab95ac42c4d10b5d3b0e6a3de5b2b6e3f9b6b9a3b1c7f20d5e11";
    chain.length = 6;
    return chain;
}

} // namespace

class TestPackageCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Computed once by hand from docs/format.md: sha256 over the netstrings, first 100 bits, Crockford base 32.
    void isTheDocumentedOne() { QCOMPARE(*packageCode(report()), std::string("RDWH-K958-H94H-8MNR-M10Q-Y")); }

    void dependsOnEveryPart()
    {
        const std::string code = *packageCode(report());
        const auto differs = [&](auto change) {
            ChainReport chain = report();
            change(chain);
            return packageCode(chain) != code;
        };
        QVERIFY(differs([](ChainReport &c) { c.dids = {"did:peaq:4294967298"}; }));
        QVERIFY(differs([](ChainReport &c) { c.signers[0].bytes[31] ^= std::byte{1}; }));
        QVERIFY(differs([](ChainReport &c) { c.firstChunkId.back() = '0'; }));
        QVERIFY(differs([](ChainReport &c) { c.length = 7; }));
        QVERIFY(differs([](ChainReport &c) { c.headChunkId.back() = '0'; }));
    }

    void needsOneSignerAndBothEnds()
    {
        const auto none = [](auto change) {
            ChainReport chain = report();
            change(chain);
            return !packageCode(chain);
        };
        QVERIFY(none([](ChainReport &c) { c.signers.emplace_back(); }));
        QVERIFY(none([](ChainReport &c) { c.dids.emplace_back("other"); }));
        QVERIFY(none([](ChainReport &c) { c.firstChunkId.clear(); }));
        QVERIFY(none([](ChainReport &c) { c.headChunkId.clear(); }));
    }

    void readsWhatPeopleType()
    {
        const std::string code = *packageCode(report());
        const QString text = QString::fromStdString(code);
        for (const QString &typed : {text, text.toLower(), QString(text).remove(QLatin1Char('-')),
                                     QString(text).replace(QLatin1Char('-'), QLatin1Char(' ')),
                                     QStringLiteral("  ") + text + QStringLiteral("\n"),
                                     QString(text).replace(QLatin1Char('0'), QLatin1Char('O')),
                                     QString(text).replace(QLatin1Char('1'), QLatin1Char('l'))}) {
            QCOMPARE(normalizePackageCode(typed.toStdString()), code);
        }
    }

    void catchesEveryWrongCharacterAndEveryNeighbourSwap()
    {
        const std::string code = *packageCode(report());
        for (std::size_t i = 0; i < code.size(); ++i) {
            for (const char c : std::string("0123456789ABCDEFGHJKMNPQRSTVWXYZ!")) {
                std::string wrong = code;
                wrong[i] = c;
                if (code[i] != '-' && wrong != code) {
                    QVERIFY_THROWS_EXCEPTION(StreamValidationError, (void)normalizePackageCode(wrong));
                }
            }
            std::string swapped = code;
            if (i > 0 && code[i] != '-' && code[i - 1] != '-' && code[i] != code[i - 1]) {
                std::swap(swapped[i], swapped[i - 1]);
                QVERIFY_THROWS_EXCEPTION(StreamValidationError, (void)normalizePackageCode(swapped));
            }
        }
        QVERIFY_THROWS_EXCEPTION(StreamValidationError, (void)normalizePackageCode(""));
        QVERIFY_THROWS_EXCEPTION(StreamValidationError, (void)normalizePackageCode(code + "0"));
    }

    // A key pasted in the wrong place is not repeated.
    void aRefusalDoesNotRepeatWhatWasTyped()
    {
        const std::string typed(64, 'a');
        try {
            (void)normalizePackageCode(typed);
            QFAIL("accepted");
        } catch (const StreamValidationError &error) {
            QVERIFY(error.code() == ErrorCode::InvalidCode);
            QVERIFY2(std::string(error.what()).find("aaaa") == std::string::npos, error.what());
        }
    }
};

QTEST_GUILESS_MAIN(TestPackageCode)
#include "test_package_code.moc"
