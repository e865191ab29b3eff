// What becomes of a package in the window: opened, verified, stopped, changed underneath.
#include "ui/package/package_session.h"

#include "tests/support/sample_copy.h"

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

    void whatIsNoPackageFails()
    {
        PackageSession session(QStringLiteral("/nowhere/at/all"), {});
        session.open(true);
        QTRY_COMPARE(session.stage(), PackageSession::Stage::Failed);
        QVERIFY(session.problem()->code() == ErrorCode::NotFound);
    }

private:
    static QString sample() { return QStringLiteral(SAMPLE_PACKAGE "/package"); }
    static void verify(PackageSession &session)
    {
        QSignalSpy verified(&session, &PackageSession::verified);
        session.open(true);
        QVERIFY(verified.wait());
    }
};

QTEST_MAIN(TestPackageSession)

#include "test_package_session.moc"
