// The chain map as a person uses it: by eye, mouse and keyboard.
#include "ui/package/chain_map.h"

#include "tests/support/sample_copy.h"
#include "tests/ui/support/chain_packages.h"
#include "ui/package/chain_card.h"
#include "ui/package/chain_legend.h"
#include "ui/package/package_session.h"
#include "ui/package/row_selection.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>

using namespace streamdesk;
using ui::ChainCard;
using ui::ChainMap;
using ui::ChunkState;
using ui::Colours;
using ui::PackageSession;
using ui::RowSelection;

namespace {

// A chain on the screen.
struct Shown
{
    explicit Shown(const QString &path, bool verify = true) : session(path, package::Expectations{})
    {
        card.setChain(&session, &selection);
        card.resize(1'056, 220);
        card.show();
        session.open(verify);
        const auto wanted = verify ? PackageSession::Stage::Checked : PackageSession::Stage::Opened;
        if (!QTest::qWaitForWindowExposed(&card)
            || !QTest::qWaitFor([&] { return session.stage() == wanted; }, 60'000)) {
            qFatal("%s is not shown", qPrintable(path));
        }
        card.activateWindow();
        map().setFocus();
    }

    [[nodiscard]] ChainMap &map() { return *card.map(); }
    [[nodiscard]] QPoint placeOf(int row) { return map().rectOfRow(row).center(); }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(map().viewport(), Qt::LeftButton, modifiers, placeOf(row));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&map(), key, modifiers); }
    [[nodiscard]] QString toolTip(int row)
    {
        const QPoint place = placeOf(row);
        QHelpEvent help(QEvent::ToolTip, place, map().viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(map().viewport(), &help);
        return QToolTip::text();
    }
    // How much of a cell has this colour, from 0 to 1.
    [[nodiscard]] double share(int row, QColor Colours::*colour)
    {
        const QRect rect = map().rectOfRow(row);
        const QImage image = card.grab(QRect(map().viewport()->mapTo(&card, rect.topLeft()), rect.size())).toImage();
        const QColor wanted = ui::coloursFor(card.palette()).*colour;
        int found = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y); // edges are mixed
                const int distance = std::abs(pixel.red() - wanted.red()) + std::abs(pixel.green() - wanted.green())
                                     + std::abs(pixel.blue() - wanted.blue());
                found += distance < 48 ? 1 : 0;
            }
        }
        return double(found) / (image.width() * image.height());
    }
    [[nodiscard]] QToolButton *button(const QString &name)
    {
        for (auto *button : card.findChildren<QToolButton *>()) {
            if (button->accessibleName() == name) {
                return button;
            }
        }
        qFatal("no button %s", qPrintable(name));
    }

    PackageSession session;
    RowSelection selection;
    ChainCard card;
};

using Ranges = RowSelection::Ranges;

// Where the pixels are in an event's region, for the cells that are painted again.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }
    QRegion region;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            region += static_cast<QPaintEvent *>(event)->region();
        }
        return false;
    }
};

} // namespace

class TestChainMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_theme = std::make_unique<ui::Theme>(ui::Appearance::Light);
        test::publishChunks(m_scratch.path("large"), 4'096);
        for (int chunk = 1'097; chunk <= 1'103; ++chunk) {
            test::setText(m_scratch.path("large") / ("chunk-" + std::to_string(chunk) + ".bin"), "something else");
        }
        for (const int chunk : {2'402, 2'403}) {
            std::filesystem::remove(m_scratch.path("large") / ("chunk-" + std::to_string(chunk) + ".bin"));
        }
    }
    void cleanup() { m_theme->setAppearance(ui::Appearance::Light); }

    void everyStateLooksDifferent_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyStateLooksDifferent()
    {
        QFETCH(bool, dark);
        m_theme->setAppearance(dark ? ui::Appearance::Dark : ui::Appearance::Light);
        const auto folder = m_scratch.path(dark ? "forged-dark" : "forged-light");
        test::writeMutation(QStringLiteral("one-chunk-forged-NOT-DETECTED"), folder);
        test::flipBit(folder / "chunk-0.bin", 80);
        std::filesystem::remove(folder / "chunk-2.bin");
        Shown shown(QString::fromStdString(folder.string()));
        QCOMPARE(shown.session.state(0), ChunkState::Changed);
        QCOMPARE(shown.session.state(2), ChunkState::Missing);
        const int other = rowIn(shown, ChunkState::OtherSigner);
        const int good = rowIn(shown, ChunkState::Verified);
        QVERIFY(shown.share(good, &Colours::intact) > 0.9); // filled
        const double changed = shown.share(0, &Colours::broken);
        QVERIFY2(changed > 0.25 && changed < 0.8, "hatched");
        const double split = shown.share(other, &Colours::broken);
        QVERIFY2(split > 0.25 && split < 0.75 && shown.share(other, &Colours::brokenSoft) > 0.2, "split in two");
        QVERIFY2(shown.share(2, &Colours::panel) > 0.6 && shown.share(2, &Colours::attention) > 0.01, "an outline");
    }

    void nothingIsGreenBeforeItIsChecked()
    {
        Shown shown(QStringLiteral(SAMPLE_PACKAGE "/package"), false);
        QVERIFY(shown.share(2, &Colours::notChecked) > 0.9);
        QCOMPARE(shown.share(2, &Colours::intact), 0.0);
        shown.session.open(true);
        QTRY_COMPARE(shown.session.stage(), PackageSession::Stage::Checked);
        QVERIFY(shown.share(2, &Colours::intact) > 0.9);
        QCOMPARE(shown.share(2, &Colours::notChecked), 0.0);
    }

    void aClickOnTheRedCellChoosesTheChangedChunk()
    {
        Shown shown(large());
        QCOMPARE(shown.map().rowsPerCell(), 8);
        QVERIFY(shown.share(1'100, &Colours::broken) > 0.2);
        shown.click(1'100); // somewhere in it: the first of those that are changed
        QCOMPARE(shown.selection.current(), 1'097);
        QCOMPARE(shown.selection.ranges(), (Ranges{{1'097, 1'097}}));
        shown.click(2'400);
        QCOMPARE(shown.selection.current(), 2'402);
        shown.click(8);
        QCOMPARE(shown.selection.current(), 8);
    }

    void tellsWhatIsUnderTheMouse()
    {
        Shown shown(large());
        QVERIFY2(shown.toolTip(1'100).startsWith(QStringLiteral("Chunks 1,096–1,103: 7 changed, 1 verified\n")),
                 qPrintable(QToolTip::text()));
        QVERIFY(QToolTip::text().contains(QStringLiteral("Click to show")));
        QToolTip::hideText();
        const test::SampleCopy copy;
        copy.flip(QStringLiteral("chunk-3.bin"), 40);
        Shown few(copy.path());
        QVERIFY(few.toolTip(3).startsWith(QStringLiteral("Chunk 3: changed\n")));
        QToolTip::hideText();
    }

    void theKeyboardFindsTheProblems()
    {
        Shown shown(large());
        shown.key(Qt::Key_N);
        QCOMPARE(shown.selection.current(), 1'097);
        shown.key(Qt::Key_N);
        QCOMPARE(shown.selection.current(), 2'402);
        shown.key(Qt::Key_N); // round the end
        QCOMPARE(shown.selection.current(), 1'097);
        shown.key(Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(shown.selection.current(), 2'402);
        Shown intact(QStringLiteral(SAMPLE_PACKAGE "/package"));
        intact.key(Qt::Key_N);
        QCOMPARE(intact.selection.current(), -1);
    }

    void theKeyboardMovesAndExtends()
    {
        Shown shown(large());
        const int columns = columnsOf(shown);
        const auto cell = [&shown] { return shown.selection.current() / 8; };
        shown.key(Qt::Key_Right); // nothing chosen yet: the first
        QCOMPARE(cell(), 0);
        shown.key(Qt::Key_Right);
        QCOMPARE(cell(), 1);
        shown.key(Qt::Key_Down);
        QCOMPARE(cell(), 1 + columns);
        shown.key(Qt::Key_Up);
        shown.key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(shown.selection.ranges(), (Ranges{{8, 23}}));
        shown.key(Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(shown.selection.ranges(), (Ranges{{8, 4'095}}));
        QCOMPARE(cell(), 511);
        shown.key(Qt::Key_Home, Qt::ShiftModifier); // back over where it began
        QCOMPARE(shown.selection.ranges(), (Ranges{{0, 15}}));
        shown.key(Qt::Key_PageDown);
        QVERIFY(cell() > 511 - columns && cell() % columns == 0);
        shown.key(Qt::Key_PageUp);
        QCOMPARE(cell(), 0);
        shown.key(Qt::Key_Left); // no further
        QCOMPARE(shown.selection.ranges(), (Ranges{{0, 0}}));
    }

    void rightToLeftReadsFromTheRight()
    {
        Shown shown(QStringLiteral(SAMPLE_PACKAGE "/package"));
        shown.card.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(shown.placeOf(0).x() > shown.placeOf(1).x());
        shown.click(1);
        QCOMPARE(shown.selection.current(), 1);
        shown.key(Qt::Key_Left);
        QCOMPARE(shown.selection.current(), 2);
    }

    void theMouseChoosesStretches()
    {
        Shown shown(large());
        shown.click(80);
        shown.click(160, Qt::ShiftModifier);
        QCOMPARE(shown.selection.ranges(), (Ranges{{80, 167}}));
        QWidget *viewport = shown.map().viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, shown.placeOf(400));
        QTest::mouseMove(viewport, shown.placeOf(320));
        QTest::mouseMove(viewport, shown.placeOf(240));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, shown.placeOf(240));
        QCOMPARE(shown.selection.ranges(), (Ranges{{240, 407}}));
        QTest::mouseMove(viewport, shown.placeOf(0)); // no longer pressed
        QCOMPARE(shown.selection.ranges(), (Ranges{{240, 407}}));
        QVERIFY2(accentAround(shown, 320) && !accentAround(shown, 480), "chosen cells have an outline");
    }

    void zoomsToSingleChunksAndBack()
    {
        Shown shown(large());
        const int fitted = shown.map().rowsPerCell();
        QVERIFY(!shown.button(QStringLiteral("Zoom out"))->isEnabled());
        shown.key(Qt::Key_N);
        shown.key(Qt::Key_Plus);
        QCOMPARE(shown.map().rowsPerCell(), fitted / 2);
        QVERIFY(inSight(shown, shown.selection.current()));
        while (shown.button(QStringLiteral("Zoom in"))->isEnabled()) {
            QTest::mouseClick(shown.button(QStringLiteral("Zoom in")), Qt::LeftButton);
        }
        QCOMPARE(shown.map().rowsPerCell(), 1);
        QCOMPARE(shown.map().cellCount(), 4'096);
        QVERIFY(inSight(shown, shown.selection.current()));
        QVERIFY(!inSight(shown, 4'095));
        shown.key(Qt::Key_End);
        QVERIFY(inSight(shown, 4'095));
        shown.key(Qt::Key_Minus);
        QCOMPARE(shown.map().rowsPerCell(), 2);
        QTest::mouseClick(shown.button(QStringLiteral("Show the whole chain")), Qt::LeftButton);
        QCOMPARE(shown.map().rowsPerCell(), fitted);
        QVERIFY(inSight(shown, 0) && inSight(shown, 4'095));
    }

    void zoomsWhereTheMouseIs()
    {
        Shown shown(large());
        QTest::mouseDClick(shown.map().viewport(), Qt::LeftButton, {}, shown.placeOf(2'402));
        QCOMPARE(shown.map().rowsPerCell(), 1);
        QVERIFY(inSight(shown, 2'402));
        wheel(shown, -120);
        QCOMPARE(shown.map().rowsPerCell(), 2);
        wheel(shown, 60); // half a step of a fine wheel
        QCOMPARE(shown.map().rowsPerCell(), 2);
        wheel(shown, 60);
        QCOMPARE(shown.map().rowsPerCell(), 1);
    }

    void showsWhatIsChosenElsewhere()
    {
        Shown shown(large());
        while (shown.map().canZoomIn()) {
            shown.key(Qt::Key_Plus);
        }
        QVERIFY(!inSight(shown, 3'000));
        shown.selection.choose(3'000);
        QVERIFY(inSight(shown, 3'000));
        shown.key(Qt::Key_Right, Qt::ShiftModifier); // goes on from there
        QCOMPARE(shown.selection.ranges(), (Ranges{{3'000, 3'001}}));
        QVERIFY2(shown.map().accessibleDescription().contains(QStringLiteral("Chunk 3,001: verified")),
                 qPrintable(shown.map().accessibleDescription()));
    }

    void theLegendCounts()
    {
        Shown shown(large());
        const auto *legend = shown.card.findChild<ui::ChainLegend *>();
        QCOMPARE(legend->accessibleDescription(), QStringLiteral("7 changed, 2 missing, 4,087 verified"));
        const int wide = legend->heightForWidth(1'000);
        QCOMPARE(legend->heightForWidth(legend->sizeHint().width()), wide);
        QVERIFY(legend->heightForWidth(legend->sizeHint().width() - 1) > wide); // wraps, is not cut
    }

    void oneChunkIsOneCell()
    {
        test::publishChunks(m_scratch.path("one"), 1);
        Shown shown(m_scratch.qpath("one"));
        QCOMPARE(shown.map().cellCount(), 1);
        QVERIFY(!shown.map().canZoomIn() && !shown.map().canZoomOut());
        shown.click(0);
        QCOMPARE(shown.selection.current(), 0);
        shown.key(Qt::Key_Right);
        shown.key(Qt::Key_PageDown);
        QCOMPARE(shown.selection.current(), 0);
    }

    void withoutAChainNothingHappens()
    {
        auto shown = std::make_unique<Shown>(QStringLiteral(SAMPLE_PACKAGE "/package"));
        shown->card.setChain(nullptr, nullptr);
        for (const Qt::Key key : {Qt::Key_N, Qt::Key_Right, Qt::Key_Plus, Qt::Key_0}) {
            shown->key(key);
        }
        QTest::mouseClick(shown->map().viewport(), Qt::LeftButton);
        QCOMPARE(shown->map().cellCount(), 0);

        auto session = std::make_unique<PackageSession>(large(), package::Expectations{});
        shown->card.setChain(session.get(), &shown->selection);
        session->open(false);
        QTRY_VERIFY(shown->map().cellCount() > 0);
        session.reset(); // goes before its card
        QCOMPARE(shown->map().cellCount(), 0);
    }

    void onlyWhatChangedIsPaintedAgain()
    {
        Shown shown(large());
        PaintWatch watch(shown.map().viewport());
        const QRect cell = shown.map().rectOfRow(1'100);
        const auto paintsTheCellOnly = [&] {
            watch.region = {};
            Q_EMIT shown.session.statesChanged(1'100, 1'101);
            return QTest::qWaitFor([&] { return !watch.region.isEmpty(); })
                   && watch.region.boundingRect().contains(cell)
                   && cell.adjusted(-4, -4, 4, 4).contains(watch.region.boundingRect());
        };
        QTRY_VERIFY(paintsTheCellOnly()); // the first times the whole window may still be painted
    }

    void aMillionChunksAreNoBurden()
    {
        test::writeSparseChain(m_scratch.qpath("million"), 1'000'000);
        Shown shown(m_scratch.qpath("million"));
        QCOMPARE(shown.session.rows().size(), 1'000'000);
        QVERIFY(inSight(shown, 0) && inSight(shown, 999'999));
        for (const bool single : {false, true}) {
            while (single && shown.map().canZoomIn()) {
                shown.key(Qt::Key_Plus);
            }
            const double paint = medianMs([&] { shown.map().viewport()->repaint(); });
            const double update = medianMs([&] { Q_EMIT shown.session.statesChanged(500'000, 500'100); });
            qInfo("%d chunks a cell: painted in %.2f ms, 100 states taken in %.3f ms", shown.map().rowsPerCell(), paint,
                  update);
            QVERIFY(paint < 8);
            QVERIFY(update < 8);
        }
        shown.key(Qt::Key_Home);
        shown.key(Qt::Key_N);
        QCOMPARE(shown.selection.current(), 1);
        shown.key(Qt::Key_End);
        QVERIFY(inSight(shown, 999'999));
    }

private:
    [[nodiscard]] QString large() const { return m_scratch.qpath("large"); }
    static bool inSight(Shown &shown, int row)
    {
        return shown.map().viewport()->rect().contains(shown.map().rectOfRow(row));
    }
    static int rowIn(Shown &shown, ChunkState state)
    {
        int row = shown.session.rows().size() - 1;
        while (row > 0 && shown.session.state(row) != state) {
            --row;
        }
        return row;
    }
    static int columnsOf(Shown &shown)
    {
        int columns = 1;
        while (shown.placeOf(columns * shown.map().rowsPerCell()).y() == shown.placeOf(0).y()) {
            ++columns;
        }
        return columns;
    }
    static bool accentAround(Shown &shown, int row)
    {
        const QRect rect = shown.map().rectOfRow(row);
        const QImage image = shown.map().viewport()->grab().toImage();
        return image.pixelColor(QPoint(rect.center().x(), rect.top() - 1))
               == ui::coloursFor(shown.card.palette()).accent;
    }
    static void wheel(Shown &shown, int delta)
    {
        const QPoint place = shown.map().viewport()->rect().center();
        QWheelEvent event(place, shown.map().viewport()->mapToGlobal(place), {}, {0, delta}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(shown.map().viewport(), &event);
    }
    static double medianMs(const std::function<void()> &action)
    {
        std::vector<double> times;
        for (int i = 0; i < 21; ++i) {
            QElapsedTimer timer;
            timer.start();
            action();
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        std::sort(times.begin(), times.end());
        return times[times.size() / 2];
    }

    test::Scratch m_scratch;
    std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(TestChainMap)

#include "test_chain_map.moc"
