// The window with a real keychain (a Secret Service of the test's own), in its good and its bad moods: each is said,
// the window stays alive, and no key is lost.
#include "tests/support/secret_service.h"
#include "tests/support/vectors.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/reading.h"
#include "tests/ui/support/ui_main.h"
#include "ui/keys/export_key_dialog.h"
#include "ui/keys/import_key_dialog.h"
#include "ui/keys/keys_page.h"
#include "ui/keys/passphrase_dialog.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTimer>

using namespace streamdesk;
using test::buttonIn;
using test::textsIn;

namespace {

constexpr int longest = 20'000; // ms, for an answer of the keychain
const QString ownerFile = QStringLiteral(SAMPLE_PACKAGE "/owner.key");

test::SecretService *service = nullptr; // of the whole session, from before the application on

} // namespace

class TestKeysInKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsAKeyAndGivesItBack();
    void saysWhenItIsLocked();
    void staysAliveWhileItIsSlow();
    void saysWhenItIsGoneAndGoesOnAfterwards();

private:
    // Exports the only key to a file; the dialog that shows what became of it.
    QPointer<ui::ExportKeyDialog> giveOut(const QString &path);

    std::unique_ptr<test::Desk> m_desk;
};

QPointer<ui::ExportKeyDialog> TestKeysInKeychain::giveOut(const QString &path)
{
    auto *const desk = m_desk->window.findChild<ui::KeyDesk *>();
    static ui::SecretClipboard *const none = nullptr; // nothing is copied here
    auto *const dialog = new ui::ExportKeyDialog(desk, desk->keys().front(), none, 30, &m_desk->window);
    dialog->open();
    dialog->writeTo(path);
    return dialog;
}

void TestKeysInKeychain::initTestCase()
{
    service->start();
    m_desk =
        std::make_unique<test::Desk>(package::Expectations{}, ui::Appearance::Light, test::Desk::Keychain::OfSession);
    m_desk->window.openPaths({ownerFile});
    QPointer<ui::ImportKeyDialog> import;
    QTRY_VERIFY((import = m_desk->window.findChild<ui::ImportKeyDialog *>()) != nullptr);
    QTRY_VERIFY(buttonIn(import, QStringLiteral("Import"))->isEnabled());
    QTest::mouseClick(buttonIn(import, QStringLiteral("Import")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(textsIn(import).contains(QStringLiteral("is on this desk now")), longest);
    QVERIFY(m_desk->window.findChild<ui::PassphraseDialog *>() == nullptr); // the session has opened it
    import->reject();
}

void TestKeysInKeychain::keepsAKeyAndGivesItBack()
{
    const auto &keys = m_desk->window.findChild<ui::KeyDesk *>()->keys();
    QCOMPARE(keys.size(), std::size_t(1));
    QCOMPARE(keys.front().home, keys::HomeKind::Keychain);
    QVERIFY(!QFile::exists(m_desk->folder.filePath(QStringLiteral("secrets.json"))));
    const QString path = m_desk->folder.filePath(QStringLiteral("out.key"));
    const auto dialog = giveOut(path);
    QTRY_VERIFY_WITH_TIMEOUT(dialog == nullptr, longest);
    QCOMPARE(test::readFile(path).trimmed(), test::readFile(ownerFile).trimmed());
}

void TestKeysInKeychain::saysWhenItIsLocked()
{
    service->lock();
    const QString path = m_desk->folder.filePath(QStringLiteral("locked.key"));
    const auto dialog = giveOut(path);
    QTRY_VERIFY_WITH_TIMEOUT(buttonIn(dialog, QStringLiteral("Copy report")) != nullptr, longest);
    QVERIFY2(textsIn(dialog).contains(QStringLiteral("locked")), qPrintable(textsIn(dialog)));
    QVERIFY(!QFile::exists(path));
    dialog->reject();
    QCOMPARE(m_desk->window.findChild<ui::KeyDesk *>()->keys().size(), std::size_t(1));
    service->end();
    service->start(); // unlocked
}

void TestKeysInKeychain::staysAliveWhileItIsSlow()
{
    service->freeze();
    const QString path = m_desk->folder.filePath(QStringLiteral("slow.key"));
    const auto dialog = giveOut(path);
    QElapsedTimer since;
    qint64 longestTurn = 0;
    QTimer turns;
    connect(&turns, &QTimer::timeout, this, [&] { longestTurn = std::max(longestTurn, since.restart()); });
    since.start();
    turns.start(10);
    QTest::qWait(1500);
    QVERIFY2(longestTurn < 500, qPrintable(QString::number(longestTurn))); // it waits in a thread of its own
    QVERIFY(dialog != nullptr);
    QVERIFY(textsIn(dialog).contains(QStringLiteral("Waiting for the keychain")));
    dialog->reject();
    QVERIFY(dialog->isVisible()); // what is under way comes to its end
    service->thaw();
    QTRY_VERIFY_WITH_TIMEOUT(dialog == nullptr, longest);
    QCOMPARE(test::readFile(path).trimmed(), test::readFile(ownerFile).trimmed());
}

void TestKeysInKeychain::saysWhenItIsGoneAndGoesOnAfterwards()
{
    service->kill();
    const QString path = m_desk->folder.filePath(QStringLiteral("gone.key"));
    auto dialog = giveOut(path);
    QTRY_VERIFY_WITH_TIMEOUT(buttonIn(dialog, QStringLiteral("Copy report")) != nullptr, longest);
    QVERIFY2(textsIn(dialog).contains(QStringLiteral("keychain")), qPrintable(textsIn(dialog)));
    QVERIFY(!QFile::exists(path));
    dialog->reject();
    QTRY_VERIFY(dialog == nullptr);
    service->start();
    dialog = giveOut(path);
    QTRY_VERIFY_WITH_TIMEOUT(dialog == nullptr, longest);
    QCOMPARE(test::readFile(path).trimmed(), test::readFile(ownerFile).trimmed());
}

int main(int argc, char **argv)
{
    test::SecretService session;
    service = &session;
    qputenv("DBUS_SESSION_BUS_ADDRESS",
            session.environment().value(QStringLiteral("DBUS_SESSION_BUS_ADDRESS")).toUtf8());
    QApplication application(argc, argv);
    test::prepareApplication();
    TestKeysInKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_keys_in_keychain.moc"
