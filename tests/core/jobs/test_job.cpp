#include "core/base/errors.h"
#include "core/jobs/job.h"
#include "tests/support/expect.h"

#include <QTest>
#include <thread>
#include <vector>

using namespace streamdesk;
using namespace streamdesk::jobs;

class TestJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flagStaysDownUntilAsked();
    void checkThrowsStopped();
    void jobWithoutAFlagNeverStops();
    void jobFollowsItsFlag();
    void progressReachesTheCaller();
    void jobWithoutProgressReportsToNobody();
    void stopIsSeenByAnotherThread();
};

void TestJob::flagStaysDownUntilAsked()
{
    StopFlag flag;
    QVERIFY(!flag.stopRequested());
    flag.check();
    flag.requestStop();
    QVERIFY(flag.stopRequested());
    flag.requestStop();
    QVERIFY(flag.stopRequested());
}

void TestJob::checkThrowsStopped()
{
    StopFlag flag;
    flag.requestStop();
    for (int i = 0; i < 2; ++i) {
        const auto error = test::thrownBy([&] { flag.check(); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::Stopped);
    }
}

void TestJob::jobWithoutAFlagNeverStops()
{
    const JobControl control;
    QVERIFY(!control.stopRequested());
    control.checkStop();
}

void TestJob::jobFollowsItsFlag()
{
    StopFlag flag;
    JobControl control;
    control.stop = &flag;
    const JobControl copy = control;
    QVERIFY(!copy.stopRequested());
    copy.checkStop();
    flag.requestStop();
    QVERIFY(copy.stopRequested());
    const auto error = test::thrownBy([&] { copy.checkStop(); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Stopped);
}

void TestJob::progressReachesTheCaller()
{
    std::vector<Progress> seen;
    JobControl control;
    control.progress = [&](const Progress &progress) { seen.push_back(progress); };
    control.report({.bytesDone = 1, .bytesTotal = 2, .chunksDone = 3, .chunksTotal = 4});
    control.report({});
    QCOMPARE(seen.size(), std::size_t{2});
    QCOMPARE(seen[0].bytesDone, std::uint64_t{1});
    QCOMPARE(seen[0].bytesTotal, std::uint64_t{2});
    QCOMPARE(seen[0].chunksDone, std::uint64_t{3});
    QCOMPARE(seen[0].chunksTotal, std::uint64_t{4});
    QCOMPARE(seen[1].bytesTotal, std::uint64_t{0});
}

void TestJob::jobWithoutProgressReportsToNobody()
{
    const JobControl control;
    control.report({.bytesDone = 1, .bytesTotal = 2, .chunksDone = 3, .chunksTotal = 4});
}

void TestJob::stopIsSeenByAnotherThread()
{
    StopFlag flag;
    std::atomic<bool> stopped = false;
    std::thread thread([&] {
        while (!flag.stopRequested()) {
            std::this_thread::yield();
        }
        stopped = true;
    });
    flag.requestStop();
    thread.join();
    QVERIFY(stopped);
}

QTEST_APPLESS_MAIN(TestJob)
#include "test_job.moc"
