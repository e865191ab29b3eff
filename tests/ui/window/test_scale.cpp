// A package of many chunks in the whole window: when there is something to see, how long the window does not answer at
// the most while it opens, verifies, filters, sorts and zooms, what painting takes, and memory. What is asserted is
// what a person sees; figures are printed, since they depend on the machine. STREAMDESK_SCALE=100000 makes that many
// chunks, and a chain of ten times as many rows; scripts/bench-window.sh does.
#include "tests/ui/support/chain_packages.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/loop_watch.h"
#include "tests/ui/support/ui_main.h"
#include "ui/package/chain_map.h"
#include "ui/package/chunk_model.h"
#include "ui/package/chunk_table.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

using namespace streamdesk;
using ui::ChainMap;
using ui::ChunkFilter;
using ui::ChunkModel;
using ui::ChunkState;
using ui::PackagePage;

namespace {

// Sees when a widget was painted.
class PaintWatch : public QObject
{
public:
    bool painted = false;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }
};

struct Parts
{
    explicit Parts(const PackagePage *page)
        : map(page->findChild<ChainMap *>()), table(page->findChild<ui::ChunkTable *>()),
          view(table->findChild<QTableView *>()), search(table->findChild<QLineEdit *>()),
          filter(qobject_cast<ChunkFilter *>(view->model()))
    {
    }

    ChainMap *map;
    ui::ChunkTable *table;
    QTableView *view;
    QLineEdit *search;
    ChunkFilter *filter;
};

// The longest gap between two turns, and the most that the window's thread worked in one, in milliseconds.
struct Gap
{
    double longest = 0;
    double worked = 0;

    static Gap take(test::LoopWatch &watch)
    {
        const double longest = watch.takeLongestMs();
        return {.longest = longest, .worked = watch.takeMostWorkMs()};
    }
    void widen(const Gap &other)
    {
        longest = std::max(longest, other.longest);
        worked = std::max(worked, other.worked);
    }
    [[nodiscard]] QByteArray text() const
    {
        return QByteArray::number(longest, 'f', 1) + " ms (" + QByteArray::number(worked, 'f', 1) + " of work)";
    }
};

struct Opening
{
    PackagePage *page = nullptr;
    double firstRowsMs = 0; // until a row was painted
    double allReadMs = 0;   // until every row said all it has to say
    double indexMs = 0;     // until the package was read
    double verifiedMs = 0;
    Gap openGap;
    Gap verifyGap;
    bool rowsCameFirst = false; // before the package
};

double nowMs(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

Opening open(test::Desk &desk, const QString &path, test::LoopWatch &watch)
{
    Opening times;
    PaintWatch paint;
    QElapsedTimer clock;
    (void)Gap::take(watch);
    clock.start();
    desk.window.openPaths({path});
    const bool verified = test::waitUntil([&] {
        if (times.page == nullptr) {
            times.page = desk.window.packagePage(path);
            if (times.page == nullptr) {
                return false;
            }
            Parts(times.page).view->viewport()->installEventFilter(&paint);
        }
        const ui::PackageSession &session = *times.page->session();
        const package::ChunkIndex &index = session.rows().index();
        if (session.rows().size() == 0) {
            paint.painted = false;
        } else if (times.firstRowsMs == 0 && paint.painted) {
            times.firstRowsMs = nowMs(clock);
            times.rowsCameFirst = session.package() == nullptr;
        }
        if (times.allReadMs == 0 && index.count() > 0 && index.isRead(index.count() - 1)) {
            times.allReadMs = nowMs(clock);
        }
        if (times.indexMs == 0 && session.package() != nullptr) {
            times.indexMs = nowMs(clock);
            times.openGap = Gap::take(watch);
        }
        return session.verification() != nullptr && !session.isBusy();
    });
    times.verifiedMs = nowMs(clock);
    test::settle(300);
    times.verifyGap = Gap::take(watch);
    if (!verified) {
        qFatal("%s is not verified", qPrintable(path));
    }
    return times;
}

void print(const char *what, const Opening &times)
{
    qInfo(
        "%s: first rows painted after %.0f ms, all rows read after %.0f ms, package read after %.0f ms, verified after "
        "%.0f ms; longest gap %s while opening, %s while verifying",
        what, times.firstRowsMs, times.allReadMs, times.indexMs, times.verifiedMs, times.openGap.text().constData(),
        times.verifyGap.text().constData());
}

struct Paints
{
    std::vector<double> times; // ms

    void measure(QWidget *widget)
    {
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer clock;
            clock.start();
            widget->repaint();
            times.push_back(nowMs(clock));
        }
    }
    [[nodiscard]] double median()
    {
        std::sort(times.begin(), times.end());
        return times[times.size() / 2];
    }
    [[nodiscard]] double worst() const { return *std::max_element(times.begin(), times.end()); }
};

// What a person does with a chain that is open, with the longest gap of each.
void useAndPrint(const char *what, const Parts &parts, test::LoopWatch &watch)
{
    const auto chosen = [&] { return !parts.filter->isChoosing(); };
    double slowestMs = 0;
    const auto waitForChoice = [&](const std::function<void()> &ask) {
        QElapsedTimer clock;
        clock.start();
        ask();
        QVERIFY(test::waitUntil(chosen));
        slowestMs = std::max(slowestMs, nowMs(clock));
        test::settle();
    };
    (void)Gap::take(watch);
    for (const char *text : {"a", "ab", "ab1", "ab12", "", "99", "1-5000", "verified", "no ciphertext", ""}) {
        waitForChoice([&] { parts.search->setText(QLatin1String(text)); });
    }
    qInfo("%s: filtered within %.0f ms, longest gap %s", what, std::exchange(slowestMs, 0),
          Gap::take(watch).text().constData());
    parts.view->selectAll();
    test::settle();
    for (int column = 0; column < ChunkModel::ColumnCount; ++column) {
        for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
            waitForChoice([&] { parts.view->sortByColumn(column, order); });
        }
    }
    waitForChoice([&] { parts.view->sortByColumn(ChunkModel::Chunk, Qt::AscendingOrder); });
    qInfo("%s: sorted with all rows chosen within %.0f ms, longest gap %s", what, slowestMs,
          Gap::take(watch).text().constData());

    Paints map;
    Paints table;
    Gap zoomGap;
    for (const bool in : {true, false}) {
        while (in ? parts.map->canZoomIn() : parts.map->canZoomOut()) {
            in ? parts.map->zoomIn() : parts.map->zoomOut();
            test::settle();
            zoomGap.widen(Gap::take(watch));
            map.measure(parts.map->viewport());
            (void)Gap::take(watch); // measuring is no turn
        }
    }
    map.measure(parts.map->viewport());
    QScrollBar *const bar = parts.view->verticalScrollBar();
    for (int step = 0; step <= 10; ++step) {
        bar->setValue(bar->maximum() / 10 * step);
        table.measure(parts.view->viewport());
    }
    qInfo("%s: zoomed with a longest gap of %s; a frame of the map painted in %.1f ms (at most %.1f), of the table "
          "in %.1f ms (at most %.1f)",
          what, zoomGap.text().constData(), map.median(), map.worst(), table.median(), table.worst());
}

} // namespace

class TestScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
        const int wanted = qEnvironmentVariableIntValue("STREAMDESK_SCALE");
        if (wanted > 0) {
            m_chunks = wanted;
            m_rows = wanted * 10;
        }
        test::publishChunks(m_scratch.path("package"), std::size_t(m_chunks));
        test::writeEnvelopes(m_scratch.qpath("bare"), m_chunks);
        test::writeSparseChain(m_scratch.qpath("sparse"), m_rows);
    }

    void opensAndVerifies()
    {
        test::LoopWatch watch;
        test::Desk desk;
        const Opening times = open(desk, m_scratch.qpath("package"), watch);
        QVERIFY(times.rowsCameFirst);
        QVERIFY(times.allReadMs <= times.indexMs);
        QCOMPARE(times.page->session()->count(ChunkState::Verified), quint64(m_chunks));
        print(qPrintable(QStringLiteral("%1 chunks").arg(m_chunks)), times);

        const Parts parts(times.page);
        useAndPrint("all verified", parts, watch);
        parts.search->setText(QStringLiteral("7"));
        QVERIFY(test::waitUntil([&] { return !parts.filter->isChoosing(); }));
        int expected = 0;
        for (int chunk = 0; chunk < m_chunks; ++chunk) {
            expected += QString::number(chunk).startsWith(u'7') ? 1 : 0;
        }
        QCOMPARE(parts.filter->rowCount(), expected);
        qInfo("memory in use: at most %.0f MiB", double(watch.mostMemory()) / (1 << 20));
    }

    // The index of the last time is there; what it says is on the screen before the package is read again.
    void opensAgain()
    {
        test::LoopWatch watch;
        test::Desk desk;
        const Opening times = open(desk, m_scratch.qpath("package"), watch);
        QVERIFY(times.rowsCameFirst);
        QVERIFY(times.allReadMs < times.indexMs);
        QCOMPARE(times.page->session()->count(ChunkState::Verified), quint64(m_chunks));
        print("opened again", times);
    }

    // Something is to be said of each chunk.
    void opensWhatIsWrongEverywhere()
    {
        test::LoopWatch watch;
        test::Desk desk;
        const Opening times = open(desk, m_scratch.qpath("bare"), watch);
        const ui::PackageSession &session = *times.page->session();
        QCOMPARE(session.count(ChunkState::Verified), quint64(0));
        QVERIFY(!session.findings(m_chunks - 1).isEmpty());
        print("every chunk wrong", times);
        useAndPrint("every chunk wrong", Parts(times.page), watch);
        qInfo("memory in use: at most %.0f MiB", double(watch.mostMemory()) / (1 << 20));
    }

    void showsManyMoreRows()
    {
        test::LoopWatch watch;
        test::Desk desk;
        const Opening times = open(desk, m_scratch.qpath("sparse"), watch);
        QCOMPARE(times.page->session()->rows().size(), m_rows);
        print(qPrintable(QStringLiteral("%1 rows").arg(m_rows)), times);
        useAndPrint("that many rows", Parts(times.page), watch);
        qInfo("memory in use: at most %.0f MiB", double(watch.mostMemory()) / (1 << 20));
    }

private:
    int m_chunks = 1'500;
    int m_rows = 20'000;
    test::Scratch m_scratch;
};

STREAMDESK_UI_TEST(TestScale)

#include "test_scale.moc"
