// Which chunks a key opens, by envelopes and access files.
#include "core/package/openable.h"

#include "core/base/errors.h"
#include "tests/support/package_fixture.h"

#include <QTest>

using namespace streamdesk;
using package::ChunkRange;
using package::OpenableReading;

namespace {

crypto::X25519PublicKey publicKey(const test::GoldenPackage &golden, const char *role)
{
    return golden.keyPair(QLatin1String(role)).publicKey;
}

package::AccessStores accessIn(const std::filesystem::path &folder)
{
    return {package::openStore(folder, package::FolderStore::Reach::Flat)};
}

OpenableReading::OfKey found(const package::Package &package, const crypto::X25519PublicKey &key,
                             const package::AccessStores &access = {})
{
    const std::vector keys = {key};
    return package::findOpenable(package, keys, access, {}).keys.front();
}

using Roles = std::vector<std::string>;
using Ranges = std::vector<ChunkRange>;

} // namespace

class TestOpenable : public QObject
{
    Q_OBJECT

private:
    const test::GoldenPackage m_golden{QStringLiteral("csv")};

private Q_SLOTS:
    void eachKeyOpensWhatIsWrappedForIt()
    {
        const auto package = package::Package::openFolder(m_golden.package(), {});
        const std::vector keys = {publicKey(m_golden, "owner"), publicKey(m_golden, "stranger"),
                                  publicKey(m_golden, "machine")};
        const OpenableReading reading = package::findOpenable(package, keys, {}, {});
        QCOMPARE(reading.keys.size(), std::size_t(3));
        QVERIFY(reading.keys[0].chunks == (Ranges{{0, 5}}));
        QCOMPARE(reading.keys[0].count, 6U);
        QCOMPARE(reading.keys[0].bytes, std::uint64_t(m_golden.source().size()));
        QVERIFY(reading.keys[0].roles == Roles{"owner"});
        QVERIFY(reading.keys[1].chunks.empty());
        QVERIFY(reading.keys[1].roles.empty());
        QVERIFY(reading.keys[2].roles == Roles{"machine"});
        QVERIFY(reading.problems.empty());
    }

    void spellingOfAKeyDoesNotMatter()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        const std::string key = m_golden.publicKey(QStringLiteral("owner")).toStdString();
        test::replaceText(folder / "chunk-1.json", key, "0x" + QString::fromStdString(key).toUpper().toStdString());
        test::replaceText(folder / "chunk-3.json", key, "nonsense");
        const auto own = found(package::Package::openFolder(folder, {}), publicKey(m_golden, "owner"));
        QVERIFY(own.chunks == (Ranges{{0, 2}, {4, 5}}));
    }

    void buyersKeyOpensByAccessFiles()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        const auto buyer = publicKey(m_golden, "buyer");
        const auto package = package::Package::openFolder(folder, {});
        QVERIFY(found(package, buyer).chunks.empty());
        for (const char *access : {"access", "access-snake-case"}) {
            const auto granted = found(package, buyer, accessIn((m_golden.folder.toStdString() + "/") + access));
            QVERIFY(granted.chunks == (Ranges{{0, 5}}));
            QVERIFY(granted.roles == Roles{"buyer"});
        }
        // Beside the chunks, and with another name in it than anybody would have given.
        std::string text =
            test::textOf(*std::filesystem::directory_iterator(m_golden.folder.toStdString() + "/access"));
        for (std::size_t at = 0; (at = text.find("\"buyer-1\"")) != std::string::npos;) {
            text.replace(at, 9, "\"nobody\"");
        }
        test::setText(folder / "from-the-seller.json", text);
        QVERIFY(found(package::Package::openFolder(folder, {}), buyer).chunks == (Ranges{{0, 5}}));
        QVERIFY(found(package::Package::openFolder(folder, {}), publicKey(m_golden, "stranger")).chunks.empty());
    }

    void brokenAccessFileIsNamedAndTheOthersCount()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "access");
        const std::string good = test::textOf(*std::filesystem::directory_iterator(folder));
        test::setText(folder / "a-broken.json",
                      R"({"schemaVersion":"peaq.stream.buyer-access.v1","buyerPublicKeyHex":"","entries":[7]})");
        test::setText(folder / "b-other.json", "{}");
        test::setText(folder / "c-note.txt", "hello");
        const auto package = package::Package::openFolder(m_golden.package(), {});
        const std::vector keys = {publicKey(m_golden, "buyer")};
        const OpenableReading reading = package::findOpenable(package, keys, accessIn(folder), {});
        QVERIFY(reading.keys.front().chunks == (Ranges{{0, 5}}));
        QCOMPARE(reading.problems.size(), std::size_t(1));
        QCOMPARE(reading.problems.front().file, std::string("a-broken.json"));
        QCOMPARE(reading.problems.front().error.code(), ErrorCode::WrongType);
    }

    void unreadableEnvelopeOpensWithNothing()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        test::setText(folder / "chunk-2.json", "{");
        std::filesystem::remove(folder / "chunk-4.bin");
        const auto own = found(package::Package::openFolder(folder, {}), publicKey(m_golden, "owner"));
        QVERIFY(own.chunks == (Ranges{{0, 1}, {3, 5}}));
        QCOMPARE(own.bytes, std::uint64_t(m_golden.source().size()) - 2U * 2048U);
    }

    void accessIsWhatConsumeTakes_data()
    {
        QTest::addColumn<QString>("role");
        for (const char *role : {"owner", "operator", "machine", "buyer"}) {
            QTest::newRow(role) << QString::fromLatin1(role);
        }
    }
    void accessIsWhatConsumeTakes()
    {
        QFETCH(QString, role);
        const test::Scratch scratch;
        const auto package = package::Package::openFolder(m_golden.package(), {});
        crypto::X25519KeyPair key = m_golden.keyPair(role);
        const auto stores = accessIn(m_golden.folder.toStdString() + "/access");
        package::ConsumeParams params{.access = package::accessFor(key.publicKey, package, stores, {}),
                                      .buyerId = {},
                                      .buyer = std::move(key),
                                      .output = scratch.path("out"),
                                      .expectations = {},
                                      .acceptedVerdicts = {},
                                      .durability = io::Durability::NotSynced};
        QVERIFY(package::consume(package, params, {}).refusal == package::Refusal::None);
        QCOMPARE(test::readFile(scratch.qpath("out")), m_golden.source());
    }

    void stops()
    {
        const auto package = package::Package::openFolder(m_golden.package(), {});
        jobs::StopFlag stop;
        stop.requestStop();
        const std::vector keys = {publicKey(m_golden, "owner")};
        QCOMPARE(
            test::errorOf([&] { (void)package::findOpenable(package, keys, {}, {.stop = &stop, .progress = {}}); }),
            std::optional(ErrorCode::Stopped));
    }
};

QTEST_GUILESS_MAIN(TestOpenable)

#include "test_openable.moc"
