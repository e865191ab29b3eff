// What becomes of a package in the window: opened, verified, stopped, changed underneath.
#include "ui/package/package_session.h"

#include "core/package/footprint.h"
#include "core/package/saved_index.h"
#include "tests/support/sample_copy.h"
#include "tests/ui/support/chain_packages.h"

#include <QSignalSpy>
#include <QTest>

using namespace streamdesk;
using ui::ChunkState;
using ui::PackageSession;

class TestPackageSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifiesWhatItOpens()
    {
        PackageSession session(sample(), {});
        QSignalSpy verified(&session, &PackageSession::verified);
        session.open(true);
        QCOMPARE(session.stage(), PackageSession::Stage::Opening);
        QVERIFY(verified.wait());
        QCOMPARE(session.stage(), PackageSession::Stage::Checked);
        QVERIFY(session.verification()->judgement.verdict == stream::Verdict::IntactUntrusted);
        QCOMPARE(session.count(ChunkState::Verified), quint64(session.rows().size()));
        QVERIFY(!session.filesChanged());
    }

    void saysWhatIsWrongWithARow()
    {
        const test::SampleCopy copy;
        copy.flip(QStringLiteral("chunk-3.bin"), 40);
        copy.remove(QStringLiteral("chunk-5.bin"));
        PackageSession session(copy.path(), {});
        verify(session);
        QCOMPARE(session.state(2), ChunkState::Verified);
        QCOMPARE(session.state(3), ChunkState::Changed);
        QCOMPARE(session.state(5), ChunkState::Missing);
        QCOMPARE(session.findings(3).size(), 1);
        QVERIFY(session.findings(3).front()->difference == stream::Difference::Altered);
        QVERIFY(session.findings(2).isEmpty());
    }

    void aChunkThatWasReplacedIsCheckedAgain()
    {
        const test::SampleCopy copy;
        copy.flip(QStringLiteral("chunk-3.bin"), 40);
        PackageSession session(copy.path(), {});
        verify(session);
        copy.flip(QStringLiteral("chunk-3.bin"), 40);
        QSignalSpy stages(&session, &PackageSession::stageChanged);
        session.recheck({3});
        QTRY_VERIFY(!session.isBusy() && session.recheckedRows() == 1);
        QCOMPARE(session.state(3), ChunkState::Verified);
        QVERIFY(session.findings(3).isEmpty());
        QVERIFY(session.verification()->judgement.verdict == stream::Verdict::Damaged); // of before
    }

    void aChunkThatArrivedIsTakenOutOfItsStretch()
    {
        const test::SampleCopy copy;
        for (const int chunk : {3, 4, 5}) {
            copy.remove(QStringLiteral("chunk-%1.bin").arg(chunk));
        }
        PackageSession session(copy.path(), {});
        verify(session);
        QFile::copy(QStringLiteral(SAMPLE_PACKAGE "/package/chunk-4.bin"), copy.file(QStringLiteral("chunk-4.bin")));
        session.recheck({4});
        QTRY_VERIFY(!session.isBusy() && session.recheckedRows() == 1);
        QCOMPARE(session.state(4), ChunkState::Verified);
        QVERIFY(session.findings(4).isEmpty());
        for (const int missing : {3, 5}) {
            QCOMPARE(session.state(missing), ChunkState::Missing);
            QCOMPARE(session.findings(missing).size(), 1);
            QCOMPARE(session.findings(missing).front()->last, std::uint64_t(missing));
        }
    }

    void anotherMachinesChunkStaysAnotherMachines()
    {
        const test::SampleCopy copy;
        rename(copy, 3);
        PackageSession session(copy.path(), {});
        verify(session);
        QCOMPARE(session.state(3), ChunkState::OtherSigner);
        session.recheck({3});
        QTRY_VERIFY(!session.isBusy() && session.recheckedRows() == 1);
        QCOMPARE(session.state(3), ChunkState::OtherSigner);
        QVERIFY(session.findings(3).front()->code == stream::FindingCode::SeveralDids);
        rename(copy, 4); // one that was in order
        session.recheck({4});
        QTRY_VERIFY(!session.isBusy() && session.recheckedRows() == 2);
        QCOMPARE(session.state(4), ChunkState::OtherSigner);
    }

    void otherChunksThanBeforeHaveNoVerdict()
    {
        const test::SampleCopy copy;
        PackageSession session(copy.path(), {});
        verify(session);
        copy.remove(QStringLiteral("chunk-2.json")); // as many envelopes as before, and yet others
        QFile envelope(copy.file(QStringLiteral("chunk-6.json")));
        QVERIFY(envelope.open(QIODevice::ReadOnly));
        QFile another(copy.file(QStringLiteral("chunk-9.json")));
        QVERIFY(another.open(QIODevice::WriteOnly));
        another.write(envelope.readAll().replace("\"index\": 6", "\"index\": 9"));
        another.close();
        session.recheck({6});
        QTRY_VERIFY(!session.isBusy());
        QCOMPARE(session.stage(), PackageSession::Stage::Opened);
        QVERIFY(!session.verification());
        QCOMPARE(session.rows().size(), 10);
        QCOMPARE(session.state(2), ChunkState::Missing);
        QCOMPARE(session.state(6), ChunkState::Verified);
        QCOMPARE(session.state(9), ChunkState::NotChecked);
        session.lookForChanges();
        QTest::qWait(50); // nothing to wait for: nothing may happen
        QVERIFY(!session.filesChanged());
    }

    void aProblemIsGoneWithTheNextCheck()
    {
        const test::SampleCopy copy;
        PackageSession session(copy.path(), {});
        verify(session);
        QVERIFY(QDir().rename(copy.path(), copy.path() + QStringLiteral(" away")));
        session.recheck({3});
        QTRY_VERIFY(session.problem().has_value());
        QVERIFY(QDir().rename(copy.path() + QStringLiteral(" away"), copy.path()));
        session.recheck({3});
        QTRY_VERIFY(!session.isBusy() && session.recheckedRows() == 1);
        QVERIFY(!session.problem());
    }

    void whatWasFoundIsNotHeldToBeSoAnyMore()
    {
        const test::SampleCopy copy;
        copy.flip(QStringLiteral("chunk-3.bin"), 40);
        PackageSession session(copy.path(), {});
        verify(session);
        session.verifyAgain();
        session.stop();
        QTRY_VERIFY(!session.isBusy());
        QCOMPARE(session.stage(), PackageSession::Stage::Opened);
        QCOMPARE(session.count(ChunkState::NotChecked), quint64(session.rows().size()));
        QVERIFY(session.findings(3).isEmpty());
    }

    void twoEnvelopesOfOneIndexHaveTheirOwnFindings()
    {
        const test::SampleCopy copy;
        QFile envelope(copy.file(QStringLiteral("chunk-3.json")));
        QVERIFY(envelope.open(QIODevice::ReadOnly));
        QFile another(copy.file(QStringLiteral("chunk-30.json")));
        QVERIFY(another.open(QIODevice::WriteOnly));
        another.write(envelope.readAll() + '\n');
        another.close();
        PackageSession session(copy.path(), {});
        verify(session);
        const auto twice = session.rows().touching(3, 3);
        QCOMPARE(twice.count, 2);
        for (int row = twice.first; row < twice.first + 2; ++row) {
            const std::string name = session.package()->envelopeName(session.rows().at(row).position);
            for (const stream::Finding *finding : session.findings(row)) {
                QCOMPARE(finding->file.empty() ? name : finding->file, name);
            }
        }
        QVERIFY(!session.findings(twice.first + 1).isEmpty());
    }

    void aLookThatEndsLateSaysNothingOfTheNewVerdict()
    {
        const test::SampleCopy copy;
        PackageSession session(copy.path(), {});
        verify(session);
        copy.remove(QStringLiteral("chunk-1.bin"));
        session.lookForChanges();
        verify(session);
        QVERIFY(!session.filesChanged());
    }

    void noticesThatFilesChanged()
    {
        const test::SampleCopy copy;
        PackageSession session(copy.path(), {});
        verify(session);
        session.lookForChanges();
        QTest::qWait(50); // nothing to wait for: nothing may happen
        QVERIFY(!session.filesChanged());
        copy.remove(QStringLiteral("chunk-1.bin"));
        session.lookForChanges();
        QTRY_VERIFY(session.filesChanged());
    }

    void rowsAreThereBeforeTheIndexIs()
    {
        const test::Scratch scratch;
        copyLarge(scratch.path("package"));
        PackageSession session(scratch.qpath("package"), {});
        struct Seen
        {
            bool package;
            int rows;
            bool firstRead;
            bool lastRead;
        };
        std::vector<Seen> seen;
        const auto look = [&] {
            const package::ChunkIndex &index = session.rows().index();
            seen.push_back({.package = session.package() != nullptr,
                            .rows = session.rows().size(),
                            .firstRead = index.isRead(0),
                            .lastRead = index.isRead(index.count() - 1)});
        };
        connect(&session, &PackageSession::rowsReset, this, look);
        connect(&session, &PackageSession::rowsRead, this, look);
        verify(session);
        QCOMPARE(seen.size(), std::size_t{2});
        QVERIFY(!seen[0].package && seen[0].firstRead && !seen[0].lastRead);
        QVERIFY(seen[1].package && seen[1].lastRead);
        QVERIFY(seen[0].rows == 1'200 && seen[1].rows == 1'200);
        QCOMPARE(session.count(ChunkState::Verified), quint64(1'200));
    }

    void anUnchangedPackageShowsItsIndexOfTheLastTime()
    {
        const test::Scratch scratch;
        copyLarge(scratch.path("package"));
        const auto reopened = [&] { // whether all of the index was there before the package was
            PackageSession session(scratch.qpath("package"), {});
            session.keepIndexIn(scratch.path("cache"));
            bool early = false;
            connect(&session, &PackageSession::rowsRead, this,
                    [&] { early = early || (!session.package() && session.rows().index().isRead(1'199)); });
            verify(session);
            [&] { QCOMPARE(session.rows().index().chunkId(7), session.package()->chunkId(7)); }();
            return early;
        };
        QVERIFY(!reopened());
        QVERIFY(reopened());
        test::setText(scratch.path("package/new.txt"), "something came");
        QVERIFY(!reopened());
        QVERIFY(reopened());
        const auto kept = package::savedIndexPath(scratch.path("cache"), scratch.path("package"));
        test::flipBit(kept, 4'000);
        QVERIFY(!reopened());
        QVERIFY(reopened());
    }

    // Whoever can write the cache can make an index that fits. It is seen for a moment and believed by nobody.
    void aForgedIndexChangesNoVerdict()
    {
        const test::Scratch scratch;
        const auto folder = scratch.path("package");
        copyLarge(folder);
        test::flipBit(folder / "chunk-700.bin", 3);
        package::ChunkIndex forged;
        for (std::uint64_t index = 0; index < 1'000; ++index) {
            forged.add({.index = index,
                        .envelopeName = "chunk-" + std::to_string(index) + ".json",
                        .chunkId = "forged",
                        .ciphertextName = "chunk-" + std::to_string(index) + ".bin",
                        .ciphertextSize = 1});
        }
        QVERIFY(package::saveIndex(scratch.path("cache"), folder, package::footprint(folder, {}), forged));
        PackageSession session(scratch.qpath("package"), {});
        session.keepIndexIn(scratch.path("cache"));
        bool seen = false;
        connect(&session, &PackageSession::rowsReset, this,
                [&] { seen = seen || session.rows().index().chunkId(0) == "forged"; });
        verify(session);
        QVERIFY(seen);
        QCOMPARE(session.rows().size(), 1'200);
        QCOMPARE(session.verification()->judgement.verdict, stream::Verdict::Damaged);
        QCOMPARE(session.verification()->report.chunks, std::uint64_t{1'200});
        QCOMPARE(session.state(700), ChunkState::Changed);
        QCOMPARE(session.count(ChunkState::Verified), quint64(1'199));
        QVERIFY(session.rows().index().chunkId(0) != "forged");
    }

    void nothingIsLeftOfRowsWithoutAPackage()
    {
        const test::Scratch scratch;
        test::writeEnvelopes(scratch.qpath("package"), 1'200);
        PackageSession session(scratch.qpath("package"), {});
        bool shown = false;
        connect(&session, &PackageSession::rowsReset, this, [&] {
            shown = shown || session.rows().size() == 1'200;
            session.stop();
        });
        session.open(true);
        QTRY_VERIFY(!session.isBusy());
        QVERIFY(shown);
        if (!session.package()) { // stopped before its end
            QCOMPARE(session.stage(), PackageSession::Stage::Failed);
            QCOMPARE(session.rows().size(), 0);
        }
    }

    void absurdIndicesMakeNoAbsurdTable()
    {
        package::ChunkIndex index;
        for (std::uint64_t i = 0; i < 2'000; ++i) {
            index.add({.index = i * 9'999, .envelopeName = "chunk.json"});
        }
        const ui::ChunkRows rows(std::make_shared<const package::ChunkIndex>(std::move(index)));
        QVERIFY(rows.size() < 1'010'000);
        QCOMPARE(rows.at(rows.size() - 1).first, std::uint64_t{1'999 * 9'999});
    }

    void whatIsNoPackageFails()
    {
        PackageSession session(QStringLiteral("/nowhere/at/all"), {});
        session.open(true);
        QTRY_COMPARE(session.stage(), PackageSession::Stage::Failed);
        QVERIFY(session.problem()->code() == ErrorCode::NotFound);
    }

private:
    // 1,200 chunks, which are many enough to be shown before they are read.
    void copyLarge(const std::filesystem::path &folder)
    {
        if (!std::filesystem::exists(m_large.path("package"))) {
            test::publishChunks(m_large.path("package"), 1'200);
        }
        std::filesystem::copy(m_large.path("package"), folder);
    }
    static QString sample() { return QStringLiteral(SAMPLE_PACKAGE "/package"); }
    static void verify(PackageSession &session)
    {
        QSignalSpy verified(&session, &PackageSession::verified);
        session.open(true);
        QVERIFY(verified.wait());
    }
    // The chunk names another machine, which its signature does not cover.
    static void rename(const test::SampleCopy &copy, int chunk)
    {
        QFile file(copy.file(QStringLiteral("chunk-%1.json").arg(chunk)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray text = file.readAll().replace("did:peaq:0x7361", "did:peaq:0x7362");
        QVERIFY(file.resize(0) && file.seek(0));
        QCOMPARE(file.write(text), text.size());
    }

    test::Scratch m_large;
};

QTEST_MAIN(TestPackageSession)

#include "test_package_session.moc"
