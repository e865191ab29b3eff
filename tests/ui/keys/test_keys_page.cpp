// The keys of the desk as a person meets them: bringing in a file, making one, backing up and proving, giving out,
// deleting, locking. With the real encrypted key file; the keychain has a test of its own.
#include "tests/support/sample_copy.h"
#include "tests/support/vectors.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/reading.h"
#include "tests/ui/support/ui_main.h"
#include "ui/keys/backup_dialog.h"
#include "ui/keys/backup_file_dialog.h"
#include "ui/keys/delete_key_dialog.h"
#include "ui/keys/desk_key_ring.h"
#include "ui/keys/export_key_dialog.h"
#include "ui/keys/import_key_dialog.h"
#include "ui/keys/key_view.h"
#include "ui/keys/keys_page.h"
#include "ui/keys/new_key_dialog.h"
#include "ui/keys/passphrase_dialog.h"
#include "ui/widgets/more_button.h"
#include "ui/widgets/secret_line.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>

using namespace streamdesk;
using test::buttonIn;
using test::textsIn;

namespace {

const QString passphrase = QStringLiteral("otter lamp forty rain");

void click(const QWidget *widget, const QString &text)
{
    QPushButton *button = nullptr;
    QTRY_VERIFY2((button = buttonIn(widget, text)) != nullptr && button->isEnabled(), qPrintable(text));
    QTest::mouseClick(button, Qt::LeftButton);
}

// The page of keys of a whole window, in front.
struct Page
{
    Page()
    {
        desk.showSection(QStringLiteral("keys"));
        page = desk.window.findChild<ui::KeysPage *>();
        if (!QTest::qWaitFor([&] { return page->isVisible(); })) {
            qFatal("no page of keys");
        }
    }

    template <typename Dialog>
    Dialog *dialog()
    {
        Dialog *found = nullptr;
        const bool there = QTest::qWaitFor([&] {
            found = desk.window.findChild<Dialog *>();
            return found != nullptr && found->isVisible();
        });
        return there ? found : nullptr;
    }
    // Answers the question for a passphrase: a new one twice.
    void enterPassphrase(const QString &text)
    {
        const QPointer asked = dialog<ui::PassphraseDialog>();
        QVERIFY(asked != nullptr);
        for (auto *const line : asked->findChildren<ui::SecretLine *>()) {
            line->setFocus();
            QTest::keyClicks(line, text);
        }
        QTest::keyClick(asked, Qt::Key_Return);
        QTRY_VERIFY(asked == nullptr || !asked->isVisible());
    }
    // Brings in a file of the sample with all that a person answers; the question for the passphrase comes once.
    void bringIn(const QString &file, bool firstKey)
    {
        click(page, firstKey ? QStringLiteral("Import a key…") : QStringLiteral("Import…"));
        const QPointer import = dialog<ui::ImportKeyDialog>();
        QVERIFY(import != nullptr);
        import->readFile(file);
        QTRY_VERIFY(buttonIn(import, QStringLiteral("Import"))->isEnabled());
        click(import, QStringLiteral("Import"));
        if (firstKey) {
            enterPassphrase(passphrase);
        }
        QTRY_VERIFY(textsIn(import).contains(QStringLiteral("is on this desk now")));
        imported = import;
    }
    void lock()
    {
        desk.window.activateWindow(); // there is nobody here who does that when a dialog has closed
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        QTest::keyClick(&desk.window, Qt::Key_L, Qt::ControlModifier);
    }
    void closeImport()
    {
        click(imported, QStringLiteral("Close"));
        QTRY_VERIFY(imported == nullptr);
    }
    void chooseMore(const QString &button, const QString &entry)
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
        QFAIL(qPrintable(entry));
    }
    [[nodiscard]] QTreeWidget *list() const { return page->findChild<QTreeWidget *>(); }
    [[nodiscard]] QWidget *view() const { return page->findChild<ui::KeyView *>(); }
    [[nodiscard]] QString file(const char *name) const { return desk.folder.filePath(QString::fromLatin1(name)); }
    // Writes a backup of all keys and leaves the question whether to prove it now.
    QString backUp()
    {
        click(page, QStringLiteral("Back up…"));
        const QPointer backup = dialog<ui::BackupDialog>();
        for (auto *const line : backup->findChildren<ui::SecretLine *>()) {
            QTest::keyClicks(line, passphrase + u'!');
        }
        const QString path = file("backup.json");
        backup->writeTo(path);
        const bool saved = QTest::qWaitFor([&] { return backup == nullptr; }, 10'000);
        return saved ? path : QString();
    }

    test::Desk desk;
    ui::KeysPage *page;
    QPointer<ui::ImportKeyDialog> imported;
};

QString hexIn(const QString &path)
{
    return QString::fromUtf8(test::readFile(path)).trimmed();
}

const QString ownerFile = QStringLiteral(SAMPLE_PACKAGE "/owner.key");

} // namespace

class TestKeysPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHexFileIsBroughtInAndDeleted();
    void showsWhatAKeyOpens();
    void aKeyIsMade();
    void pastedDigitsAreAKey();
    void whatIsNoKeyIsRefused();
    void aWrongPassphraseIsSaidAndNothingIsLost();
    void aBackupIsProvenAndRestored();
    void aBackupThatWasChangedIsRefused();
    void aKeyIsGivenOutOnlyOnPurpose();
    void aCopiedKeyLeavesWithTheLock();
    void aKeyIsDeletedByItsName();
    void theLockForgetsThePassphrase();
    void theLockEndsAnOpenQuestion();
    void closingTheWindowEndsAnOpenQuestion();
    void aDroppedKeyFileIsBroughtIn();
    void theRingGivesAKeyForOneUse();
};

void TestKeysPage::aHexFileIsBroughtInAndDeleted()
{
    Page page;
    const QString path = page.file("my owner.key");
    QVERIFY(QFile::copy(ownerFile, path));
    QVERIFY(QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    page.bringIn(path, true);
    QVERIFY(textsIn(page.imported).contains(QStringLiteral("still holds the key")));
    QVERIFY(QFile::exists(path)); // it is the person's to delete
    click(page.imported, QStringLiteral("Delete the file now"));
    QVERIFY(!QFile::exists(path));
    page.closeImport();
    QTRY_COMPARE(page.list()->topLevelItemCount(), 1);
    QCOMPARE(page.list()->topLevelItem(0)->text(0), QStringLiteral("my owner"));

    const QString hex = hexIn(ownerFile);
    for (const char *const name : {"keys.json", "secrets.json"}) {
        QVERIFY2(!QString::fromUtf8(test::readFile(page.file(name))).contains(hex, Qt::CaseInsensitive), name);
    }
    QCOMPARE(QFileInfo(page.file("secrets.json")).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestKeysPage::showsWhatAKeyOpens()
{
    const test::SampleCopy copy(QStringLiteral("arm-07"));
    Page page;
    QVERIFY(page.desk.openAndVerify(copy.path()) != nullptr);
    page.desk.showSection(QStringLiteral("keys"));
    page.bringIn(ownerFile, true);
    page.closeImport();
    QTRY_VERIFY(textsIn(page.view()).contains(QStringLiteral("all of 7 chunks")));
    page.desk.showSection(QStringLiteral("keys"));
    click(page.view(), QStringLiteral("Open arm-07"));
    QTRY_VERIFY(page.desk.window.currentPackage() != nullptr);
}

void TestKeysPage::aKeyIsMade()
{
    Page page;
    click(page.page, QStringLiteral("Make a key…"));
    const QPointer dialog = page.dialog<ui::NewKeyDialog>();
    QVERIFY(dialog != nullptr);
    click(dialog, QStringLiteral("Make key"));
    page.enterPassphrase(passphrase);
    QTRY_COMPARE(page.list()->topLevelItemCount(), 1);
    QCOMPARE(page.list()->topLevelItem(0)->text(0), QStringLiteral("Buyer key"));
    QVERIFY(textsIn(page.view()).contains(QStringLiteral("Never proven")));
    click(page.view(), QStringLiteral("Copy: Public key"));
    QCOMPARE(QApplication::clipboard()->text().size(), 64);
}

void TestKeysPage::pastedDigitsAreAKey()
{
    Page page;
    click(page.page, QStringLiteral("Import a key…"));
    const QPointer dialog = page.dialog<ui::ImportKeyDialog>();
    auto *const line = dialog->findChild<ui::SecretLine *>();
    const QString hex = hexIn(ownerFile);
    QTest::keyClicks(line, hex.left(63));
    QVERIFY(textsIn(dialog).contains(QStringLiteral("no whole key yet")));
    QVERIFY(!buttonIn(dialog, QStringLiteral("Import"))->isEnabled());
    QTest::keyClicks(line, hex.mid(63));
    QVERIFY(!textsIn(dialog).contains(hex)); // not shown anywhere
    click(dialog, QStringLiteral("Import"));
    page.enterPassphrase(passphrase);
    QTRY_COMPARE(page.list()->topLevelItemCount(), 1);
}

void TestKeysPage::whatIsNoKeyIsRefused()
{
    Page page;
    const QString path = page.file("note.txt");
    test::writeFile(path, "not a key");
    click(page.page, QStringLiteral("Import a key…"));
    const QPointer dialog = page.dialog<ui::ImportKeyDialog>();
    dialog->readFile(path);
    QTRY_VERIFY(textsIn(dialog).contains(QStringLiteral("note.txt holds no private key")));
    QVERIFY(!buttonIn(dialog, QStringLiteral("Import"))->isEnabled());
}

void TestKeysPage::aWrongPassphraseIsSaidAndNothingIsLost()
{
    Page page;
    page.bringIn(ownerFile, true);
    page.closeImport();
    page.desk.window.findChild<ui::KeyDesk *>()->lock();
    const QByteArray before = test::readFile(page.file("secrets.json"));
    page.chooseMore(QStringLiteral("More for this key"), QStringLiteral("Export private key…"));
    const QPointer dialog = page.dialog<ui::ExportKeyDialog>();
    QTest::mouseClick(dialog->findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 8));
    dialog->writeTo(page.file("out.key"));
    page.enterPassphrase(QStringLiteral("not the right one"));
    QTRY_VERIFY(page.dialog<ui::PassphraseDialog>() != nullptr
                && textsIn(page.dialog<ui::PassphraseDialog>()).contains(QStringLiteral("was not the passphrase")));
    page.dialog<ui::PassphraseDialog>()->reject();
    QTRY_VERIFY(buttonIn(dialog, QStringLiteral("Save to a file…"))->isEnabled());
    QVERIFY(!QFile::exists(page.file("out.key")));
    QCOMPARE(test::readFile(page.file("secrets.json")), before);
    dialog->writeTo(page.file("out.key"));
    page.enterPassphrase(passphrase);
    QTRY_VERIFY(dialog == nullptr);
    QCOMPARE(hexIn(page.file("out.key")), hexIn(ownerFile));
}

void TestKeysPage::aBackupIsProvenAndRestored()
{
    Page page;
    page.bringIn(ownerFile, true);
    page.closeImport();
    const QString path = page.backUp();
    QVERIFY(!path.isEmpty());
    QVERIFY(!QString::fromUtf8(test::readFile(path)).contains(hexIn(ownerFile)));
    auto *const question = page.dialog<QMessageBox>();
    QVERIFY(question != nullptr);
    QTest::mouseClick(question->defaultButton(), Qt::LeftButton);
    QPointer drill = page.dialog<ui::BackupFileDialog>();
    QTest::keyClicks(drill->findChild<ui::SecretLine *>(), passphrase); // not that of the backup
    click(drill, QStringLiteral("Prove"));
    QTRY_VERIFY(textsIn(drill).contains(QStringLiteral("passphrase"), Qt::CaseInsensitive)
                && buttonIn(drill, QStringLiteral("Copy report")) != nullptr);
    QTest::keyClicks(drill->findChild<ui::SecretLine *>(), passphrase + u'!');
    click(drill, QStringLiteral("Prove"));
    QTRY_VERIFY(textsIn(drill).contains(QStringLiteral("brings back all that is in it")));
    click(drill, QStringLiteral("Close"));
    QTRY_VERIFY(textsIn(page.view()).contains(QStringLiteral("Proven today")));

    Page other;
    other.chooseMore(QStringLiteral("More for keys"), QStringLiteral("Restore from a backup…"));
    const QPointer restore = other.dialog<ui::BackupFileDialog>();
    restore->setFile(path);
    QTest::keyClicks(restore->findChild<ui::SecretLine *>(), passphrase + u'!');
    click(restore, QStringLiteral("Restore"));
    other.enterPassphrase(passphrase); // of the new key file there
    QTRY_VERIFY(textsIn(restore).contains(QStringLiteral("1 key restored")));
    QCOMPARE(other.list()->topLevelItemCount(), 1);
    QCOMPARE(other.desk.window.findChild<ui::KeyDesk *>()->keys().front().publicPart,
             page.desk.window.findChild<ui::KeyDesk *>()->keys().front().publicPart);
}

void TestKeysPage::aBackupThatWasChangedIsRefused()
{
    Page page;
    page.bringIn(ownerFile, true);
    page.closeImport();
    const QString path = page.backUp();
    page.dialog<QMessageBox>()->reject();
    QByteArray text = test::readFile(path);
    test::writeFile(path, text.left(text.size() / 2));
    page.chooseMore(QStringLiteral("More for keys"), QStringLiteral("Prove a backup…"));
    const QPointer drill = page.dialog<ui::BackupFileDialog>();
    drill->setFile(path);
    QTest::keyClicks(drill->findChild<ui::SecretLine *>(), passphrase + u'!');
    click(drill, QStringLiteral("Prove"));
    QTRY_VERIFY(textsIn(drill).contains(QStringLiteral("backup.json"))
                && buttonIn(drill, QStringLiteral("Copy report")));
    QVERIFY(textsIn(page.view()).contains(QStringLiteral("Never proven")));
}

void TestKeysPage::aKeyIsGivenOutOnlyOnPurpose()
{
    Page page;
    page.bringIn(ownerFile, true);
    page.closeImport();
    page.chooseMore(QStringLiteral("More for this key"), QStringLiteral("Export private key…"));
    const QPointer dialog = page.dialog<ui::ExportKeyDialog>();
    QVERIFY(!buttonIn(dialog, QStringLiteral("Save to a file…"))->isEnabled());
    QVERIFY(textsIn(dialog).contains(QStringLiteral("Whoever gets at the file")));
    QTest::mouseClick(dialog->findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 8));
    click(dialog, QStringLiteral("Save to a file…"));
    QVERIFY(page.dialog<QFileDialog>() != nullptr);
    dialog->writeTo(page.file("out.key"));
    QTRY_VERIFY(dialog == nullptr);
    QCOMPARE(test::readFile(page.file("out.key")), (hexIn(ownerFile) + u'\n').toUtf8());
    QCOMPARE(QFileInfo(page.file("out.key")).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestKeysPage::aCopiedKeyLeavesWithTheLock()
{
    Page page;
    page.bringIn(ownerFile, true);
    page.closeImport();
    page.chooseMore(QStringLiteral("More for this key"), QStringLiteral("Export private key…"));
    const QPointer dialog = page.dialog<ui::ExportKeyDialog>();
    QTest::mouseClick(dialog->findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 8));
    click(dialog, QStringLiteral("Copy, for 30 seconds"));
    QTRY_COMPARE(QApplication::clipboard()->text(), hexIn(ownerFile));
    page.lock();
    QTRY_COMPARE(QApplication::clipboard()->text(), QString());
}

void TestKeysPage::aKeyIsDeletedByItsName()
{
    Page page;
    page.bringIn(ownerFile, true);
    page.closeImport();
    page.chooseMore(QStringLiteral("More for this key"), QStringLiteral("Delete key…"));
    const QPointer dialog = page.dialog<ui::DeleteKeyDialog>();
    QVERIFY(textsIn(dialog).contains(QStringLiteral("No backup of it was ever proven")));
    auto *const line = dialog->findChild<QLineEdit *>();
    QTest::keyClicks(line, QStringLiteral("own"));
    QVERIFY(!buttonIn(dialog, QStringLiteral("Delete"))->isEnabled());
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(page.list()->topLevelItemCount(), 1);
    QTest::keyClicks(line, QStringLiteral("er"));
    click(dialog, QStringLiteral("Delete"));
    QTRY_VERIFY(dialog == nullptr);
    QTRY_VERIFY(textsIn(page.page).contains(QStringLiteral("No key on this desk yet")));
}

void TestKeysPage::theLockForgetsThePassphrase()
{
    Page page;
    page.bringIn(ownerFile, true);
    page.closeImport();
    page.lock();
    page.chooseMore(QStringLiteral("More for this key"), QStringLiteral("Export private key…"));
    const QPointer dialog = page.dialog<ui::ExportKeyDialog>();
    dialog->writeTo(page.file("out.key"));
    QVERIFY(page.dialog<ui::PassphraseDialog>() != nullptr);
    page.enterPassphrase(passphrase);
    QTRY_VERIFY(dialog == nullptr);
}

void TestKeysPage::theLockEndsAnOpenQuestion()
{
    Page page;
    click(page.page, QStringLiteral("Make a key…"));
    const QPointer dialog = page.dialog<ui::NewKeyDialog>();
    click(dialog, QStringLiteral("Make key"));
    const QPointer asked = page.dialog<ui::PassphraseDialog>();
    QVERIFY(asked != nullptr);
    page.desk.window.findChild<ui::KeyDesk *>()->lock();
    QTRY_VERIFY(asked == nullptr);
    QTRY_VERIFY(buttonIn(dialog, QStringLiteral("Make key"))->isEnabled());
    QVERIFY(!QFile::exists(page.file("secrets.json")));
}

void TestKeysPage::closingTheWindowEndsAnOpenQuestion()
{
    auto page = std::make_unique<Page>();
    click(page->page, QStringLiteral("Make a key…"));
    click(page->dialog<ui::NewKeyDialog>(), QStringLiteral("Make key"));
    QVERIFY(page->dialog<ui::PassphraseDialog>() != nullptr);
    page.reset(); // comes to its end, although a thread waits for the answer
}

void TestKeysPage::aDroppedKeyFileIsBroughtIn()
{
    Page page;
    page.desk.showSection(QStringLiteral("library"));
    page.desk.window.openPaths({ownerFile});
    const QPointer dialog = page.dialog<ui::ImportKeyDialog>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(textsIn(dialog).contains(QStringLiteral("owner.key: a private key")));
    QVERIFY(page.page->isVisible());
    QVERIFY(!page.desk.notice().contains(hexIn(ownerFile)));
}

void TestKeysPage::theRingGivesAKeyForOneUse()
{
    Page page;
    page.bringIn(ownerFile, true);
    page.closeImport();
    auto *const desk = page.desk.window.findChild<ui::KeyDesk *>();
    QTRY_COMPARE(desk->keys().size(), std::size_t(1));
    // Which of the purposes of an X25519 key it has does not matter.
    ui::DeskKeyRing ring(desk);
    QCOMPARE(ring.openingKeys().size(), 1);
    QCOMPARE(ring.signingKeys().size(), 0);
    bool used = false;
    QObject context;
    const ui::OpeningKey key = ring.openingKeys().front();
    ring.withOpeningKey(
        key.id, &context, [&](const crypto::X25519KeyPair &pair) { used = pair.publicKey == key.publicKey; },
        [](const StreamError &error) { QFAIL(error.what()); });
    QTRY_VERIFY(used);
    QTRY_VERIFY(!desk->keys().front().lastUsed.empty());

    desk->lock();
    bool refused = false;
    ring.withOpeningKey(
        key.id, &context, [](const crypto::X25519KeyPair &) { QFAIL("nobody was asked"); },
        [&](const StreamError &error) { refused = error.code() == ErrorCode::Stopped; });
    page.dialog<ui::PassphraseDialog>()->reject();
    QTRY_VERIFY(refused);
}

STREAMDESK_UI_TEST(TestKeysPage)
#include "test_keys_page.moc"
