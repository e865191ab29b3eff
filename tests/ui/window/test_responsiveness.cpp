// How long the window does not answer at the most while a package of 4,096 chunks is opened and verified, and how long
// it takes until it can be used. Prints; the figures depend on the machine, so nothing is asserted of them.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/made_package.h"
#include "tests/ui/support/ui_main.h"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace streamdesk;

namespace {

// The longest time between two moments at which the event loop had nothing more to do.
class Watch : public QObject
{
public:
    Watch()
    {
        const QAbstractEventDispatcher *const dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_turn.start(); });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (m_turn.isValid()) {
                m_longest = std::max(m_longest, m_turn.nsecsElapsed());
                m_turn.invalidate();
            }
        });
    }
    [[nodiscard]] double longestMs() const { return double(m_longest) / 1e6; }

private:
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
        const test::MadePackage package(4096, QStringLiteral("package"), 65'536);
        QElapsedTimer start;
        start.start();
        test::Desk desk;
        const qint64 usable = start.elapsed();
        const Watch watch;
        start.start();
        const ui::PackagePage *const page = desk.openAndVerify(package.path());
        QVERIFY(page != nullptr);
        QVERIFY(page->session()->verification().has_value());
        QCOMPARE(page->session()->count(ui::ChunkState::Verified), quint64(4096));
        qInfo("the window could be used after %lld ms; 4,096 chunks (256 MiB) opened and verified in %lld ms; the "
              "longest turn of the event loop took %.1f ms",
              usable, start.elapsed(), watch.longestMs());
    }
};

STREAMDESK_UI_TEST(TestResponsiveness)

#include "test_responsiveness.moc"
