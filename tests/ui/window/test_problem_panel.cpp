// A problem as a person meets it, and the report they may send.
#include "ui/window/problem_panel.h"
#include "ui/window/problem_report.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace streamdesk;
using ui::ProblemPanel;

namespace {

const std::string secret(64, 'c');

StreamError notFound()
{
    const std::string path = QDir::homePath().toStdString() + "/line 3/arm-07";
    return IoError(ErrorCode::NotFound, "is not there: " + secret,
                   ErrorContext{.file = path, .field = {}, .chunk = 1097});
}

template <typename Button>
Button *buttonSaying(const QWidget &widget, const QString &text)
{
    for (Button *button : widget.findChildren<Button *>()) {
        if (button->text() == text || button->toolTip() == text) {
            return button;
        }
    }
    qFatal("there is no button %s", qPrintable(text));
}

QString visibleWords(const QWidget &widget)
{
    QString words;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible()) {
            words += label->text() + QLatin1Char('\n');
        }
    }
    return words;
}

} // namespace

class TestProblemPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReportSaysWhatHappenedAndWhere()
    {
        const QString report = ui::problemReport(QStringLiteral("Opening arm-07"), notFound());
        for (const char *part : {"Stream Desk ", "Qt 6.", "Doing: Opening arm-07", "Problem: NotFound",
                                 "File: ~/line 3/arm-07", "Chunk: 1097", "is no longer at"}) {
            QVERIFY2(report.contains(QLatin1String(part)), qPrintable(report));
        }
    }

    void theReportHoldsNoHomeAndNoKey()
    {
        const QString report = ui::problemReport(QStringLiteral("Opening ") + QDir::homePath(), notFound());
        QVERIFY2(!report.contains(QDir::homePath()), qPrintable(report));
        QVERIFY2(!report.contains(QString::fromStdString(secret)), qPrintable(report));
    }

    void whatAFileIsCalledStaysInItsLine()
    {
        const StreamError error(ErrorCode::NotFound, "is not there",
                                ErrorContext{.file = "a\nProblem: none", .field = {}, .chunk = {}});
        const QString report = ui::problemReport(QStringLiteral("x"), error);
        QCOMPARE(report.split(QLatin1Char('\n')).filter(QStringLiteral("Problem:")).size(), 4);
        QVERIFY(!report.contains(QStringLiteral("\nProblem: none")));
    }

    void isHiddenUntilSomethingHappens()
    {
        QWidget page;
        ProblemPanel panel(&page);
        page.show();
        QVERIFY(!panel.isVisible());
        panel.setProblem(QStringLiteral("Opening arm-07"), notFound());
        QVERIFY(panel.isVisible());
        QVERIFY(visibleWords(panel).contains(QStringLiteral("arm-07")));
        QVERIFY(panel.accessibleDescription().contains(QStringLiteral("Connect the disk again")));
    }

    void theCauseIsForThoseWhoAsk()
    {
        ProblemPanel panel;
        panel.setProblem(QStringLiteral("Opening arm-07"), notFound());
        QVERIFY(!visibleWords(panel).contains(QStringLiteral("is not there")));
        QTest::mouseClick(buttonSaying<QToolButton>(panel, QStringLiteral("Details")), Qt::LeftButton);
        QVERIFY(visibleWords(panel).contains(QStringLiteral("is not there")));
        QVERIFY(!visibleWords(panel).contains(QString::fromStdString(secret)));
    }

    void theReportIsCopied()
    {
        ProblemPanel panel;
        panel.setProblem(QStringLiteral("Opening arm-07"), notFound());
        auto *copy = buttonSaying<QPushButton>(panel, QStringLiteral("Copy report"));
        const int width = copy->width();
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), ui::problemReport(QStringLiteral("Opening arm-07"), notFound()));
        QCOMPARE(copy->text(), QStringLiteral("Copied"));
        QTRY_COMPARE(copy->text(), QStringLiteral("Copy report"));
        QCOMPARE(copy->width(), width);
    }

    void actsAndGoesAway()
    {
        ProblemPanel panel;
        panel.setProblem(QStringLiteral("Opening arm-07"), notFound());
        panel.setAction(QStringLiteral("Try again"));
        QSignalSpy again(&panel, &ProblemPanel::actionTriggered);
        QSignalSpy dismissed(&panel, &ProblemPanel::dismissed);
        QTest::keyClick(buttonSaying<QPushButton>(panel, QStringLiteral("Try again")), Qt::Key_Space);
        QCOMPARE(again.count(), 1);
        QTest::mouseClick(buttonSaying<QToolButton>(panel, QStringLiteral("Dismiss")), Qt::LeftButton);
        QCOMPARE(dismissed.count(), 1);
        QVERIFY(!panel.isVisible());
    }
};

QTEST_MAIN(TestProblemPanel)

#include "test_problem_panel.moc"
