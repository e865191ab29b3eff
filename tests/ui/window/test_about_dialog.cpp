// What the program says of itself.
#include "ui/window/about_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace streamdesk;

class TestAboutDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLibraryHasAVersion()
    {
        const QStringList lines = ui::versionsText().trimmed().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 11);
        const QRegularExpression version(QStringLiteral(" [0-9]+\\.[0-9.]+[a-z]?$"));
        for (int line : {0, 2, 3, 4, 5, 6, 7, 8, 9, 10}) {
            QVERIFY2(version.match(lines[line]).hasMatch(), qPrintable(lines[line]));
        }
    }

    void copiesTheVersions()
    {
        ui::AboutDialog dialog;
        dialog.open();
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Copy versions")) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QCOMPARE(QApplication::clipboard()->text(), ui::versionsText());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void namesTheLicence()
    {
        const ui::AboutDialog dialog;
        QString words;
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            words += label->text() + QLatin1Char('\n');
        }
        for (const char *part : {"Stream Desk", "Apache License 2.0", "OpenSSL", "ISC", "LGPL-3.0"}) {
            QVERIFY2(words.contains(QLatin1String(part)), part);
        }
    }
};

QTEST_MAIN(TestAboutDialog)

#include "test_about_dialog.moc"
