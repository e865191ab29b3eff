// A package code read in one window and typed into another: what fits, what does not, and what is trusted after it.
#include "core/stream/package_code.h"
#include "tests/support/sample_copy.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/ui_main.h"
#include "ui/package/compare_code_dialog.h"
#include "ui/package/package_code_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace streamdesk;
using test::SampleCopy;

namespace {

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (auto *const each : dialog.findChildren<QPushButton *>()) {
        if (each->text() == text) {
            return each;
        }
    }
    qFatal("no such button");
}

bool says(const QWidget &dialog, const QString &part)
{
    const auto labels = dialog.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](QLabel *label) { return label->text().contains(part); });
}

} // namespace

class TestCodeDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsMayBeTrusted()
    {
        const SampleCopy sample;
        test::Desk seller;
        ui::PackagePage *const sold = seller.openAndVerify(sample.path());
        QVERIFY(sold != nullptr);
        sold->showCode();
        auto *const shown = sold->findChild<ui::PackageCodeDialog *>();
        QVERIFY(shown != nullptr);
        QTest::mouseClick(button(*shown, QStringLiteral("Copy")), Qt::LeftButton);
        const QString code = QApplication::clipboard()->text();
        QVERIFY(says(*shown, code));
        shown->close();

        const keys::TrustStore store(seller.folder.filePath(QStringLiteral("trust.json")).toStdString());
        ui::PackageSession session(sample.path(), {});
        session.open(true);
        QTRY_COMPARE(session.stage(), ui::PackageSession::Stage::Checked);
        ui::CompareCodeDialog dialog(&session, store);
        dialog.open();
        auto *const field = dialog.findChild<QLineEdit *>();
        QVERIFY(!button(dialog, QStringLiteral("Trust this machine"))->isEnabled());
        QTest::keyClicks(field, code.toLower().remove(QLatin1Char('-')));
        QTRY_VERIFY(button(dialog, QStringLiteral("Compare"))->isEnabled());
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(says(dialog, QStringLiteral("It fits")), 20'000);
        QVERIFY(store.read().machines.empty()); // nothing is trusted before it is asked for
        QTest::mouseClick(button(dialog, QStringLiteral("Trust this machine")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(says(dialog, QStringLiteral("is trusted for this machine")), 20'000);

        const stream::ChainReport &report = session.verification()->report;
        const stream::SignerTrust trust =
            store.read().lookUp(report.dids.front(), report.signers.front(), report.firstChunkId);
        QCOMPARE(trust.key, stream::SignerTrust::Key::Trusted);
        QVERIFY(trust.pin.has_value());
    }

    void anotherOrderIsCaught()
    {
        const SampleCopy sample;
        ui::PackageSession session(sample.path(), {});
        session.open(true);
        QTRY_COMPARE(session.stage(), ui::PackageSession::Stage::Checked);
        stream::ChainReport announced = session.verification()->report;
        announced.headChunkId = announced.firstChunkId; // as after the chunks were put in another order
        ui::CompareCodeDialog dialog(&session, keys::TrustStore(std::filesystem::path("/nowhere/trust.json")));
        dialog.open();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(), QString::fromStdString(*stream::packageCode(announced)));
        QTest::mouseClick(button(dialog, QStringLiteral("Compare")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(says(dialog, QStringLiteral("the package code does not match")), 20'000);
        QVERIFY(!button(dialog, QStringLiteral("Trust this machine"))->isEnabled());
    }

    void typingErrorsAreCaughtWhileTyping()
    {
        const SampleCopy sample;
        ui::PackageSession session(sample.path(), {});
        session.open(true);
        QTRY_COMPARE(session.stage(), ui::PackageSession::Stage::Checked);
        QString code = QString::fromStdString(*session.verification()->code);
        ui::CompareCodeDialog dialog(&session, std::nullopt);
        dialog.open();
        auto *const field = dialog.findChild<QLineEdit *>();
        QTest::keyClicks(field, code.left(4));
        QVERIFY(says(dialog, QStringLiteral("17 characters to go")));
        code[0] = code[0] == QLatin1Char('7') ? QLatin1Char('8') : QLatin1Char('7');
        field->clear();
        QTest::keyClicks(field, code);
        QVERIFY(says(dialog, QStringLiteral("typing error")));
        QVERIFY(!button(dialog, QStringLiteral("Compare"))->isEnabled());
        QVERIFY(!button(dialog, QStringLiteral("Trust this machine"))->isVisible());
    }
};

STREAMDESK_UI_TEST(TestCodeDialogs)
#include "test_code_dialogs.moc"
