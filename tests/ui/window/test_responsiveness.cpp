// How long the window does not answer at the most while a package of 4,096 chunks is opened and verified, and how long
// it takes until it can be used. Prints; the figures depend on the machine, so nothing is asserted of them.
#include "tests/ui/support/chain_packages.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/loop_watch.h"
#include "tests/ui/support/ui_main.h"

#include <QElapsedTimer>
#include <QTest>

using namespace streamdesk;

class TestResponsiveness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndVerifies4096Chunks()
    {
        const test::Scratch scratch;
        test::publishChunks(scratch.path("package"), 4096, 65'536);
        QElapsedTimer clock;
        clock.start();
        test::Desk desk;
        const qint64 usable = clock.elapsed();

        test::LoopWatch watch;
        clock.start();
        desk.window.openPaths({scratch.qpath("package")});
        const ui::PackagePage *page = nullptr;
        QVERIFY(test::waitUntil([&] {
            page = desk.window.currentPackage();
            return page != nullptr && page->session()->verification() != nullptr;
        }));
        QCOMPARE(page->session()->count(ui::ChunkState::Verified), quint64(4096));
        qInfo("the window could be used after %lld ms; 4,096 chunks (256 MiB) opened and verified in %lld ms; the "
              "longest turn of the event loop took %.1f ms",
              usable, clock.elapsed(), watch.takeLongestMs());
    }
};

STREAMDESK_UI_TEST(TestResponsiveness)

#include "test_responsiveness.moc"
