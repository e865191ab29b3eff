// A real drag out of another program, with a pointer that moves over the screen.
#include "tests/support/sample_copy.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/ui_main.h"
#include "ui/drop/drop_catcher.h"
#include "ui/drop/drop_overlay.h"

#include <QProcess>
#include <QTest>

using namespace streamdesk;
using test::Desk;
using test::SampleCopy;

namespace {

void point(const QStringList &arguments)
{
    QProcess xdotool;
    xdotool.start(QStringLiteral("xdotool"), arguments);
    QVERIFY(xdotool.waitForFinished());
    QCOMPARE(xdotool.exitCode(), 0);
}

void moveTo(const QPoint &place)
{
    point({QStringLiteral("mousemove"), QString::number(place.x()), QString::number(place.y())});
}

} // namespace

class TestRealDrag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesOfAnotherProgramAreOpened()
    {
        const SampleCopy plain(QStringLiteral("with space"));
        const SampleCopy odd(QStringLiteral("100% Größe – 測試"));
        odd.flip(QStringLiteral("chunk-5.bin"), 9);
        Desk desk;
        desk.window.move(200, 150);
        QProcess source;
        source.start(QStringLiteral(DRAG_SOURCE), {plain.path(), odd.path()});
        QVERIFY(source.waitForStarted());
        QTest::qWait(300); // until its window stands; the drag below is tried until it begins
        QByteArray said;
        for (int attempt = 0; attempt < 20 && !said.contains("dragging"); ++attempt) {
            moveTo({50, 50});
            point({QStringLiteral("mousedown"), QStringLiteral("1")});
            moveTo({60, 60});
            moveTo({75, 75});
            QTest::qWait(100);
            said += source.readAll();
            if (!said.contains("dragging")) {
                point({QStringLiteral("mouseup"), QStringLiteral("1")});
            }
        }
        QVERIFY2(said.contains("dragging"), said.constData());
        const QPoint target = desk.window.mapToGlobal(desk.window.rect().center());
        for (int step = 1; step <= 10; ++step) {
            moveTo(QPoint(75, 75) + (target - QPoint(75, 75)) * step / 10);
            QTest::qWait(30);
        }
        auto *const overlay = desk.window.findChild<ui::DropCatcher *>()->overlay();
        QTRY_VERIFY(overlay != nullptr && overlay->isVisible());
        point({QStringLiteral("mouseup"), QStringLiteral("1")});
        for (const SampleCopy *const copy : {&plain, &odd}) {
            QTRY_VERIFY(desk.window.packagePage(copy->path()) != nullptr);
            QTRY_COMPARE(desk.window.packagePage(copy->path())->session()->stage(), ui::PackageSession::Stage::Checked);
        }
        QCOMPARE(Desk::banner(desk.window.packagePage(odd.path()))->title(),
                 QStringLiteral("Damaged: 1 of 7 chunks cannot be used"));
        source.terminate();
        QVERIFY(source.waitForFinished());
    }
};

STREAMDESK_UI_TEST(TestRealDrag)

#include "test_real_drag.moc"
