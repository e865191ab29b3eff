// The page of trusted machines: what people read there, change, bring and take away.
#include "core/keys/statement.h"
#include "core/keys/trust_edits.h"
#include "tests/support/vectors.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/ui_main.h"
#include "ui/trust/key_card.h"
#include "ui/trust/machine_view.h"
#include "ui/trust/trust_page.h"
#include "ui/widgets/more_button.h"
#include "ui/window/problem_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace streamdesk;
using State = keys::TrustedKey::State;

namespace {

const std::string did = "did:peaq:0x41A5f29ab6e84A7d0Cc0D4bE2D6a5e8B2c371B6B";

crypto::Ed25519PublicKey key(char byte)
{
    crypto::Ed25519PublicKey key;
    key.bytes.fill(std::byte(byte));
    return key;
}

// A desk that knows two machines, with the page in front.
struct Page
{
    Page()
    {
        desk.trust.update([](keys::TrustFile &file) {
            keys::trustKey(file, did, {.key = key(1), .firstSeen = "2026-11-01T10:00:00Z", .pinnedBy = "package code"},
                           "Rover 7");
            keys::revokeKey(file, did, {.key = key(2), .note = "stolen in May"});
            keys::rememberChain(file, did, {.firstChunkId = "0xaaaa", .headChunkId = "0xbbbb", .totalChunks = 6});
            keys::trustKey(file, "did:peaq:2", {.key = key(3)}, "Arm");
        });
        desk.showSection(QStringLiteral("trust"));
        page = desk.window.findChild<ui::TrustPage *>();
        if (!QTest::qWaitFor([&] { return page->isVisible() && list()->topLevelItemCount() == 2; })) {
            qFatal("no page of machines");
        }
        choose(QStringLiteral("Rover 7"));
    }

    [[nodiscard]] QTreeWidget *list() const { return page->findChild<QTreeWidget *>(); }
    void choose(const QString &name) const
    {
        const auto items = list()->findItems(name, Qt::MatchExactly);
        QVERIFY(items.size() == 1);
        list()->setCurrentItem(items.front());
    }
    [[nodiscard]] QPushButton *button(const QString &accessibleName) const
    {
        for (auto *const each : page->findChildren<QPushButton *>()) {
            if ((each->accessibleName().isEmpty() ? each->text() : each->accessibleName()) == accessibleName) {
                return each;
            }
        }
        return nullptr;
    }
    void click(const QString &accessibleName) const
    {
        QPushButton *const found = button(accessibleName);
        QVERIFY2(found != nullptr, qPrintable(accessibleName));
        page->findChild<ui::MachineView *>()->ensureWidgetVisible(found);
        QTest::mouseClick(found, Qt::LeftButton);
    }
    // An entry of the menu that a button opens.
    void choose(const QString &button, const QString &entry) const
    {
        for (auto *const each : page->findChildren<ui::MoreButton *>()) {
            for (QAction *const action :
                 each->accessibleName() == button ? each->menu()->actions() : QList<QAction *>()) {
                if (action->text() == entry) {
                    action->trigger();
                    return;
                }
            }
        }
        QFAIL(qPrintable(button));
    }
    // Answers the question that was asked last.
    void answer(const QString &text) const
    {
        auto *const box = page->findChildren<QMessageBox *>().back();
        for (auto *const each : box->buttons()) {
            if (each->text() == text) {
                QTest::mouseClick(each, Qt::LeftButton);
                return;
            }
        }
        QFAIL("no such answer");
    }
    void enter(const QString &text) const
    {
        auto *const dialog = page->findChildren<QInputDialog *>().back();
        auto *const line = dialog->findChild<QLineEdit *>();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    [[nodiscard]] bool says(const QString &part) const
    {
        const auto labels = page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](QLabel *label) { return label->isVisible() && label->text().contains(part); });
    }
    [[nodiscard]] keys::TrustedMachine machine() const { return desk.trust.read().machines.at(0); }

    test::Desk desk;
    ui::TrustPage *page;
};

} // namespace

class TestTrustPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void nothingIsTrustedAtFirst()
    {
        test::Desk desk;
        desk.showSection(QStringLiteral("trust"));
        auto *const page = desk.window.findChild<ui::TrustPage *>();
        QTRY_VERIFY(page->isVisible());
        const auto labels = page->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](QLabel *label) {
            return label->isVisible() && label->text() == QStringLiteral("No machine is trusted yet");
        }));
    }

    void showsWhatIsKnown()
    {
        const Page page;
        QCOMPARE(page.list()->topLevelItem(0)->text(0), QStringLiteral("Arm"));
        QCOMPARE(page.list()->findItems(QStringLiteral("Rover 7"), Qt::MatchExactly)[0]->text(1),
                 QStringLiteral("1 trusted, 1 revoked"));
        QVERIFY(page.says(QStringLiteral("0101 0101 0101 0101 0101 0101 0101 0101\n")));
        QVERIFY(page.says(QStringLiteral("The seller’s package code fitted")));
        QVERIFY(page.says(QStringLiteral("Revoked")));
        QVERIFY(page.says(QStringLiteral("stolen in May")));
        QVERIFY(page.says(QStringLiteral("6 chunks · as the seller stated")));
        page.click(QStringLiteral("Copy fingerprint 01010101…0101"));
        QVERIFY(keys::keyFromFingerprint(QApplication::clipboard()->text().toStdString()) == key(1));
    }

    void findsByNameDidAndFingerprint_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("name") << "rover" << QStringList{QStringLiteral("Rover 7")};
        QTest::newRow("DID") << "peaq:2" << QStringList{QStringLiteral("Arm")};
        QTest::newRow("fingerprint") << "0303 0303" << QStringList{QStringLiteral("Arm")};
        QTest::newRow("note") << "May" << QStringList{QStringLiteral("Rover 7")};
        QTest::newRow("none") << "zebra" << QStringList{};
    }

    void findsByNameDidAndFingerprint()
    {
        QFETCH(QString, typed);
        const Page page;
        QTest::keyClicks(page.page->findChild<QLineEdit *>(), typed);
        QStringList names;
        for (int i = 0; i < page.list()->topLevelItemCount(); ++i) {
            names.append(page.list()->topLevelItem(i)->text(0));
        }
        QTEST(names, "names");
    }

    void renamesAndNotes()
    {
        const Page page;
        page.click(QStringLiteral("Rename…"));
        page.enter(QStringLiteral("Rover 7, hall 2"));
        QTRY_COMPARE(page.machine().label, std::string("Rover 7, hall 2"));
        QTRY_VERIFY(page.says(QStringLiteral("Rover 7, hall 2")));
        page.choose(QStringLiteral("More for key 01010101…0101"), QStringLiteral("Note…"));
        page.enter(QStringLiteral("Ann, by telephone"));
        QTRY_VERIFY(page.says(QStringLiteral("Ann, by telephone")));
        QCOMPARE(page.machine().keys[0].note, std::string("Ann, by telephone"));
    }

    void revokesAfterAQuestion()
    {
        const Page page;
        page.click(QStringLiteral("Revoke key 01010101…0101"));
        page.answer(QStringLiteral("Cancel"));
        page.click(QStringLiteral("Revoke key 01010101…0101"));
        QVERIFY(page.machine().keys[0].state == State::Trusted);
        page.answer(QStringLiteral("Revoke"));
        QTRY_VERIFY(page.machine().keys[0].state == State::Revoked);
        QTRY_VERIFY(page.button(QStringLiteral("Revoke key 01010101…0101")) == nullptr);
        QVERIFY(page.list()->hasFocus()); // what had it is gone
    }

    void removesKeysChainsAndMachines()
    {
        const Page page;
        page.choose(QStringLiteral("More for key 02020202…0202"), QStringLiteral("Remove…"));
        page.answer(QStringLiteral("Remove"));
        QTRY_COMPARE(page.machine().keys.size(), std::size_t{1});
        page.click(QStringLiteral("Forget the chain that begins with chunk 0xaaaa"));
        QTRY_VERIFY(page.machine().chains.empty());
        page.choose(QStringLiteral("More for this machine"), QStringLiteral("Forget machine…"));
        page.answer(QStringLiteral("Forget"));
        QTRY_COMPARE(page.desk.trust.read().machines.size(), std::size_t{1});
        QTRY_COMPARE(page.list()->topLevelItemCount(), 1);
    }

    void addsAKeyByHand()
    {
        const Page page;
        page.click(QStringLiteral("Add key…"));
        auto *const dialog = page.page->findChildren<QDialog *>().back();
        QLineEdit *line = nullptr;
        for (auto *const each : dialog->findChildren<QLineEdit *>()) {
            line = each->placeholderText() == QStringLiteral("Fingerprint") ? each : line;
        }
        QVERIFY(line != nullptr && dialog->focusWidget() == line);
        QTest::keyClicks(line, QStringLiteral("04").repeated(32));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(page.machine().keys.size(), std::size_t{3});
        QVERIFY(page.machine().keys[2].key == key(4));
        QCOMPARE(page.machine().keys[2].pinnedBy, std::string(keys::groundsByHand));
    }

    void importsAfterSayingWhatItBrings()
    {
        Page page;
        keys::TrustFile theirs;
        keys::trustKey(theirs, "did:peaq:3", {.key = key(5)}, "Third");
        keys::trustKey(theirs, did, {.key = key(2)}, {});
        const QString file = page.desk.folder.filePath(QStringLiteral("from the office.json"));
        test::writeFile(file, QByteArray::fromStdString(keys::trustFileText(theirs)));
        page.desk.window.openPaths({file}); // as a drop does
        QTRY_VERIFY(!page.page->findChildren<QMessageBox *>().empty());
        const QString question = page.page->findChildren<QMessageBox *>().back()->informativeText();
        QVERIFY2(question.contains(QStringLiteral("1 new machine")), qPrintable(question));
        QVERIFY(question.contains(QStringLiteral("stays revoked here")));
        QCOMPARE(page.desk.trust.read().machines.size(), std::size_t{2});
        page.answer(QStringLiteral("Import"));
        QTRY_COMPARE(page.desk.trust.read().machines.size(), std::size_t{3});
        QVERIFY(page.desk.trust.lookUp(did, key(2), {}).key == stream::SignerTrust::Key::Revoked);
        QTRY_COMPARE(page.list()->topLevelItemCount(), 3);
    }

    void exportsWhatOthersCanRead()
    {
        const Page page;
        page.click(QStringLiteral("Export…"));
        auto *const dialog = page.page->findChild<QFileDialog *>();
        QVERIFY(dialog != nullptr);
        const QString file = page.desk.folder.filePath(QStringLiteral("exported.json"));
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QTRY_VERIFY(QFile::exists(file));
        QCOMPARE(keys::readTrustFile(file.toStdString()).machines.size(), std::size_t{2});
    }

    void whatAnotherProgramChangedIsSeen()
    {
        Page page;
        page.desk.trust.update(
            [](keys::TrustFile &file) { keys::trustKey(file, "did:peaq:4", {.key = key(6)}, "New"); });
        QEvent activation(QEvent::ActivationChange); // as when the window comes to the front
        QApplication::sendEvent(&page.desk.window, &activation);
        QTRY_COMPARE(page.list()->topLevelItemCount(), 3);
    }

    void aFileThatCannotBeReadIsLeftAndSaid()
    {
        Page page;
        test::writeFile(QString::fromStdString(page.desk.trust.path().string()),
                        "{\"schemaVersion\":\"streamdesk.trust.v2\"}");
        QEvent activation(QEvent::ActivationChange);
        QApplication::sendEvent(&page.desk.window, &activation);
        QTRY_VERIFY(page.says(QStringLiteral("trust.json")));
        page.page->findChild<ui::ProblemPanel *>()->hide();
        page.choose(QStringLiteral("More for this machine"), QStringLiteral("Forget machine…"));
        page.answer(QStringLiteral("Forget"));
        QTRY_VERIFY(page.page->findChild<ui::ProblemPanel *>()->isVisible());
        QCOMPARE(test::readFile(QString::fromStdString(page.desk.trust.path().string())),
                 QByteArray("{\"schemaVersion\":\"streamdesk.trust.v2\"}"));
    }
};

STREAMDESK_UI_TEST(TestTrustPage)
#include "test_trust_page.moc"
