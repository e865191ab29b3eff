// What a decryption would run into.
#include "core/package/preflight.h"

#include "core/base/errors.h"
#include "core/package/openable.h"
#include "tests/support/package_fixture.h"
#include "tests/support/unprivileged.h"

#include <QTest>

using namespace streamdesk;
using package::ChunkRange;
using package::Preflight;

namespace {

using Ranges = std::vector<ChunkRange>;

} // namespace

class TestPreflight : public QObject
{
    Q_OBJECT

private:
    const test::GoldenPackage m_golden{QStringLiteral("csv")};

    Preflight preflight(const std::filesystem::path &folder, const std::filesystem::path &output, bool partial = false,
                        const std::function<void(stream::BuyerAccess &)> &change = {},
                        const QString &role = QStringLiteral("owner")) const
    {
        const auto package = package::Package::openFolder(folder, {});
        const auto owner = m_golden.keyPair(QStringLiteral("owner"));
        stream::BuyerAccess access = package::accessFor(owner.publicKey, package, {}, {});
        if (change) {
            change(access);
        }
        const crypto::X25519KeyPair key = m_golden.keyPair(role);
        return package::preflight(package, access, &key, output, partial, {});
    }

private Q_SLOTS:
    void saysWhatWillBeWritten()
    {
        const test::Scratch scratch;
        const Preflight good = preflight(m_golden.package(), scratch.path("out.csv"));
        QVERIFY(good.problems.empty());
        QVERIFY(good.chunks == (Ranges{{0, 5}}));
        QCOMPARE(good.bytes, std::uint64_t(m_golden.source().size()));
        QVERIFY(good.files == std::vector{scratch.path("out.csv")});
        QVERIFY(good.replaced.empty());
        QCOMPARE(test::namesIn(scratch.path("")), QStringList());
        test::setText(scratch.path("out.csv"), "earlier");
        QVERIFY(preflight(m_golden.package(), scratch.path("out.csv")).replaced
                == std::vector{scratch.path("out.csv")});
        QCOMPARE(test::textOf(scratch.path("out.csv")), std::string("earlier"));
    }

    void withoutAccessToAll()
    {
        const test::Scratch scratch;
        const auto package = package::Package::openFolder(m_golden.package(), {});
        const auto lessTwo = [&package](stream::BuyerAccess &access) {
            access.erase(package.chunkId(1));
            access.erase(package.chunkId(4));
        };
        const Preflight all = preflight(m_golden.package(), scratch.path("out"), false, lessTwo);
        QCOMPARE(all.problems.size(), std::size_t(1));
        QCOMPARE(all.problems[0].error.code(), ErrorCode::NotGranted);
        QVERIFY(all.problems[0].chunks == (Ranges{{1, 1}, {4, 4}}));

        const Preflight part = preflight(m_golden.package(), scratch.path("out"), true, lessTwo);
        QVERIFY(part.problems.empty());
        QVERIFY(part.files == (std::vector{scratch.path("out.0-0"), scratch.path("out.2-3"), scratch.path("out.5-5")}));

        const Preflight none = preflight(m_golden.package(), scratch.path("out"), true,
                                         [](stream::BuyerAccess &access) { access.clear(); });
        QCOMPARE(none.problems.size(), std::size_t(1));
        QCOMPARE(none.problems[0].error.code(), ErrorCode::NotGranted);
        QVERIFY(none.files.empty());
    }

    void missingCiphertextCountsWhereItIsNeeded()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        const auto package = package::Package::openFolder(folder, {});
        std::filesystem::remove(folder / "chunk-2.bin");
        const Preflight all = preflight(folder, scratch.path("out"));
        QCOMPARE(all.problems.size(), std::size_t(1));
        QCOMPARE(all.problems[0].error.code(), ErrorCode::MissingCiphertext);
        QVERIFY(all.problems[0].chunks == (Ranges{{2, 2}}));
        QVERIFY(preflight(folder, scratch.path("out"), true, [&](stream::BuyerAccess &access) {
                    access.erase(package.chunkId(2));
                }).problems.empty());
    }

    void packageThatCannotBeUsedIsSaid()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        std::filesystem::remove(folder / "chunk-2.json");
        const Preflight all = preflight(folder, scratch.path("out"));
        QCOMPARE(all.problems.size(), std::size_t(1));
        QCOMPARE(all.problems[0].error.code(), ErrorCode::MissingChunk);
        QVERIFY(preflight(folder, scratch.path("out"), true).problems.empty());
    }

    void everyKeyIsTried()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        test::replaceText(folder / "chunk-5.json", "\"sha256:", "\"sha256:0");
        const Preflight commitment = preflight(folder, scratch.path("out"));
        QCOMPARE(commitment.problems.size(), std::size_t(1));
        QCOMPARE(commitment.problems[0].error.code(), ErrorCode::CommitmentMismatch);
        QVERIFY(commitment.problems[0].chunks == (Ranges{{5, 5}}));

        const Preflight stranger =
            preflight(m_golden.package(), scratch.path("out"), false, {}, QStringLiteral("stranger"));
        QCOMPARE(stranger.problems.size(), std::size_t(1));
        QCOMPARE(stranger.problems[0].error.code(), ErrorCode::UnwrapFailed);
        QVERIFY(stranger.problems[0].chunks == (Ranges{{0, 5}}));
    }

    void withoutAKeyNoneIsTried()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        test::replaceText(folder / "chunk-5.json", "\"sha256:", "\"sha256:0");
        const auto package = package::Package::openFolder(folder, {});
        const auto access = package::accessFor(m_golden.keyPair(QStringLiteral("owner")).publicKey, package, {}, {});
        const Preflight result = package::preflight(package, access, nullptr, scratch.path("out"), false, {});
        QVERIFY(result.problems.empty());
        QCOMPARE(result.files.size(), std::size_t(1));
    }

    void targets()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        const auto codeFor = [&](const std::filesystem::path &output) -> std::optional<ErrorCode> {
            const Preflight result = preflight(folder, output);
            return result.problems.empty() ? std::nullopt : std::optional(result.problems.front().error.code());
        };
        QVERIFY(codeFor(folder) == ErrorCode::InTheWay);
        QVERIFY(codeFor(folder / "chunk-0.bin") == ErrorCode::InTheWay);
        QVERIFY(codeFor(folder / "out.csv") == std::nullopt);
        QVERIFY(codeFor(scratch.path("new/folders/out.csv")) == std::nullopt);
        QVERIFY(!std::filesystem::exists(scratch.path("new")));
        QVERIFY(codeFor("/dev/null") == ErrorCode::NotAFile);
        QVERIFY(codeFor(folder / "chunk-0.bin" / "out.csv").has_value());
        QVERIFY(codeFor(scratch.path(std::string(300, 'x'))).has_value());
    }

    void tooLittleSpace()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        std::error_code unknown;
        std::filesystem::resize_file(folder / "chunk-1.bin", std::uint64_t{1} << 43U, unknown); // takes up no space
        if (unknown) {
            QSKIP("this file system has no files that large");
        }
        const Preflight result = preflight(folder, scratch.path("out"));
        QCOMPARE(result.problems.size(), std::size_t(1));
        QCOMPARE(result.problems[0].error.code(), ErrorCode::DiskFull);
    }
};

QTEST_GUILESS_MAIN(TestPreflight)

#include "test_preflight.moc"
