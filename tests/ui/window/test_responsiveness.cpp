// How long the window does not answer at the most while a package of 4,096 chunks is opened and verified, and how long
// it takes until it can be used. Prints; the figures depend on the machine, so nothing is asserted of them.
#include "tests/ui/support/chain_packages.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/ui_main.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace streamdesk;

namespace {

// The longest time between two turns of the event loop, as a timer sees it that wants to be called all the time.
class Watch : public QObject
{
public:
    Watch()
    {
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, m_turn.nsecsElapsed());
            m_turn.start();
        });
        m_turn.start();
        m_timer.start(0);
    }
    [[nodiscard]] double longestMs() const { return double(m_longest) / 1e6; }

private:
    QTimer m_timer;
    QElapsedTimer m_turn;
    qint64 m_longest = 0;
};

} // namespace

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

        const Watch watch;
        clock.start();
        desk.window.openPaths({scratch.qpath("package")});
        QEventLoop loop; // as the program's own; the test's waiting would sleep between turns
        const ui::PackagePage *page = nullptr;
        QTimer look;
        connect(&look, &QTimer::timeout, &loop, [&] {
            page = desk.window.currentPackage();
            if (page != nullptr && page->session()->verification()) {
                loop.quit();
            }
        });
        look.start(5);
        QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
        loop.exec();
        QVERIFY(page != nullptr);
        QCOMPARE(page->session()->count(ui::ChunkState::Verified), quint64(4096));
        qInfo("the window could be used after %lld ms; 4,096 chunks (256 MiB) opened and verified in %lld ms; the "
              "longest turn of the event loop took %.1f ms",
              usable, clock.elapsed(), watch.longestMs());
    }
};

STREAMDESK_UI_TEST(TestResponsiveness)

#include "test_responsiveness.moc"
