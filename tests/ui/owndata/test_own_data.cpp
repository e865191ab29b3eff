// What a desk knows goes to another one in a file; secrets do not.
#include "core/keys/trust_edits.h"
#include "tests/support/sample_copy.h"
#include "tests/support/vectors.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/reading.h"
#include "tests/ui/support/ui_main.h"
#include "ui/owndata/own_data_dialog.h"
#include "ui/trust/trust_desk.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

using namespace streamdesk;
using test::textsIn;

namespace {

const std::string did = "did:peaq:0x41A5f29ab6e84A7d0Cc0D4bE2D6a5e8B2c371B6B";

ui::OwnDataDialog *dialogOf(test::Desk &desk)
{
    for (QAction *const action : desk.window.findChildren<QAction *>()) {
        if (action->text() == QStringLiteral("&Your Data…")) {
            action->trigger();
        }
    }
    return desk.window.findChild<ui::OwnDataDialog *>();
}

QMessageBox *question(const ui::OwnDataDialog *dialog)
{
    QMessageBox *box = nullptr;
    return QTest::qWaitFor([&] { return (box = dialog->findChild<QMessageBox *>()) != nullptr; }) ? box : nullptr;
}

void agree(const QMessageBox *box)
{
    for (auto *const button : box->buttons()) {
        if (button->text() == QStringLiteral("Import")) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
}

} // namespace

class TestOwnData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesToAnotherDesk();
    void aNewerFileIsRefused();
    void aDroppedFileIsAskedAbout();
};

void TestOwnData::goesToAnotherDesk()
{
    const test::SampleCopy copy(QStringLiteral("arm-07"));
    QString path;
    QTemporaryDir between;
    {
        test::Desk desk;
        crypto::Ed25519PublicKey key;
        key.bytes.fill(std::byte(7));
        desk.trust.update([&](keys::TrustFile &file) { keys::trustKey(file, did, {.key = key}, "Rover 7"); });
        QVERIFY(desk.openAndVerify(copy.path()) != nullptr);
        desk.settings.setAutoLockMinutes(5);
        desk.window.findChild<ui::TrustDesk *>()->look();
        QTRY_VERIFY(!desk.window.findChild<ui::TrustDesk *>()->file().machines.empty());
        auto *const keyDesk = desk.window.findChild<ui::KeyDesk *>();
        keys::KeyListFile(keyDesk->places().list).update([](keys::KeyList &list) {
            list.keys.push_back({.id = keys::newKeyId(),
                                 .label = "Lab key",
                                 .kind = keys::KeyKind::X25519,
                                 .purpose = keys::Purpose::Buyer,
                                 .publicPart = std::string(64, 'a'),
                                 .created = "2026-11-01T10:00:00Z"});
        });
        keyDesk->look();
        QTRY_COMPARE(keyDesk->keys().size(), std::size_t(1));
        ui::OwnDataDialog *const dialog = dialogOf(desk);
        QVERIFY(dialog != nullptr);
        QVERIFY(textsIn(dialog).contains(QStringLiteral("Trust and pins")));
        path = between.filePath(QStringLiteral("desk.json"));
        dialog->exportTo(path);
        QTRY_VERIFY(textsIn(dialog).contains(QStringLiteral("Saved")));
        desk.settings.setAutoLockMinutes(10);
    }
    test::Desk other;
    ui::OwnDataDialog *const dialog = dialogOf(other);
    dialog->importFrom(path);
    const QMessageBox *const box = question(dialog);
    QVERIFY(box != nullptr);
    QVERIFY(box->informativeText().contains(QStringLiteral("1 new entry for the library")));
    QVERIFY(box->informativeText().contains(QStringLiteral("Lab key"))); // which only a backup brings
    QCOMPARE(other.library.entries().size(), 0);
    agree(box);
    QTRY_COMPARE(other.library.entries().size(), 1);
    QCOMPARE(other.settings.autoLockMinutes(), 5);
    QTRY_VERIFY(!other.trust.read().machines.empty());
    QCOMPARE(other.trust.read().machines.front().label, std::string("Rover 7"));
    QCOMPARE(other.window.findChild<ui::KeyDesk *>()->keys().size(), std::size_t(0));
}

void TestOwnData::aNewerFileIsRefused()
{
    test::Desk desk;
    ui::OwnDataDialog *const dialog = dialogOf(desk);
    const QString path = desk.folder.filePath(QStringLiteral("desk.json"));
    test::writeFile(path, R"({"schemaVersion": "streamdesk.desk.v9"})");
    dialog->importFrom(path);
    QTRY_VERIFY(textsIn(dialog).contains(QStringLiteral("desk.json is of a kind that this version does not know")));
    QVERIFY(dialog->findChild<QMessageBox *>() == nullptr);
}

void TestOwnData::aDroppedFileIsAskedAbout()
{
    test::Desk desk;
    const QString path = desk.folder.filePath(QStringLiteral("desk.json"));
    test::writeFile(path, QByteArray::fromStdString(keys::deskFileText({.created = "2026-11-29T10:00:00Z"})));
    desk.window.openPaths({path});
    QTRY_VERIFY(desk.window.findChild<ui::OwnDataDialog *>() != nullptr);
    QVERIFY(question(desk.window.findChild<ui::OwnDataDialog *>()) != nullptr);
}

STREAMDESK_UI_TEST(TestOwnData)
#include "test_own_data.moc"
