#include "tests/ui/support/screens.h"

#include "core/base/text.h"
#include "core/keys/key_import.h"
#include "core/keys/trust_edits.h"
#include "tests/support/repair_fixture.h"
#include "tests/support/sample_copy.h"
#include "tests/ui/support/chain_packages.h"
#include "tests/ui/support/desk.h"
#include "ui/content/content_view.h"
#include "ui/drop/drop_catcher.h"
#include "ui/drop/drop_overlay.h"
#include "ui/keys/key_view.h"
#include "ui/keys/keys_page.h"
#include "ui/keys/new_key_dialog.h"
#include "ui/keys/passphrase_dialog.h"
#include "ui/owndata/own_data_dialog.h"
#include "ui/package/chain_map.h"
#include "ui/package/chunk_content.h"
#include "ui/package/decrypt_dialog.h"
#include "ui/package/repair_dialog.h"
#include "ui/readings/reading_page.h"
#include "ui/readings/reading_session.h"
#include "ui/trust/code_dialog.h"
#include "ui/trust/compare_dialog.h"
#include "ui/trust/machine_view.h"
#include "ui/trust/proof_dialog.h"
#include "ui/trust/trust_desk.h"
#include "ui/trust/trust_page.h"
#include "ui/window/about_dialog.h"
#include "ui/window/settings_dialog.h"

#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMimeData>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

#include <cstdio>
#include <cstdlib>

namespace streamdesk::test {

namespace {

void require(bool reached, const char *what)
{
    if (!reached) {
        std::fprintf(stderr, "screens: %s\n", what);
        std::exit(1);
    }
}

void openReading(test::Desk &desk, const QString &path)
{
    desk.window.openPaths({path});
    require(QTest::qWaitFor([&] {
                const auto pages = desk.window.findChildren<ui::ReadingPage *>();
                return std::any_of(pages.begin(), pages.end(), [&](ui::ReadingPage *page) {
                    return page->isVisible() && page->session().stage() == ui::ReadingSession::Stage::Read
                           && page->session().path() == path;
                });
            }),
            "no reading");
}

} // namespace

Screens::Screens(ui::Appearance appearance, Look look) : m_appearance(appearance), m_look(std::move(look)) {}

const std::vector<Screens::Walk> &Screens::walks()
{
    static const std::vector<Walk> all = {
        {"empty", &Screens::empty},       {"verdicts", &Screens::verdicts}, {"damaged", &Screens::damaged},
        {"content", &Screens::content},   {"repair", &Screens::repair},     {"states", &Screens::states},
        {"readings", &Screens::readings}, {"trust", &Screens::trust},       {"keys", &Screens::keys},
        {"dragging", &Screens::dragging}, {"dialogs", &Screens::dialogs},
    };
    return all;
}

const QStringList &Screens::data()
{
    static const QStringList names = {
        QStringLiteral("arm-07 line 3, week 46"),
        QStringLiteral("arm-07 readings"),
        QStringLiteral("arm-07"),
        QStringLiteral("arm-08"),
        QStringLiteral("Rover 7"),
        QStringLiteral("cell-12 torque log"),
        QStringLiteral("half a download"),
        QStringLiteral("envelopes only"),
        QStringLiteral("owner"),
        QStringLiteral("operator"),
        QStringLiteral("machine"),
        QStringLiteral("key"),
        QStringLiteral("Stream Desk"),
        QStringLiteral("English"),
        QStringLiteral("Deutsch"),
        QStringLiteral("Qt"),
        QStringLiteral("OpenSSL"),
        QStringLiteral("libsodium"),
        QStringLiteral("libsecp256k1"),
        QStringLiteral("libzip"),
        QStringLiteral("RapidJSON"),
        QStringLiteral("libqrencode"),
        QStringLiteral("ZXing-C++"),
        QStringLiteral("LGPL-2.1"),
        QStringLiteral("MIT"),
        QStringLiteral("ISC"),
        QStringLiteral("LGPL-3.0"),
        QStringLiteral("BSD-3-Clause"),
        QStringLiteral("QtKeychain"),
        QStringLiteral("io.github.streamdesk.StreamDesk"),
        QStringLiteral("Lab"),
        QStringLiteral("Warehouse"),
        QStringLiteral("Apache-2.0"),
    };
    return names;
}

void Screens::empty()
{
    test::Desk desk({}, m_appearance);
    show(desk.window, QStringLiteral("empty"));
}

void Screens::verdicts()
{
    const test::SampleCopy intact(QStringLiteral("arm-07 line 3, week 46"));
    package::Expectations coded;
    coded.code = package::verify(package::Package::openFolder(intact.path().toStdString(), {}), {}, {}).code;
    visit("intact-untrusted", intact.path());
    visit("intact-trusted", intact.path(), coded);
    coded.code = "0000";
    visit("code-mismatch", intact.path(), coded);
    visit("rolled-back", intact.path(),
          {.trust =
               [](const std::string &, const crypto::Ed25519PublicKey &, const std::string &) {
                   return stream::SignerTrust{.key = stream::SignerTrust::Key::Trusted,
                                              .pin = stream::SignerTrust::Pin{.headChunkId = "", .totalChunks = 9}};
               },
           .code = {}});
    visit("signer-changed", intact.path(),
          {.trust =
               [](const std::string &, const crypto::Ed25519PublicKey &, const std::string &) {
                   return stream::SignerTrust{.key = stream::SignerTrust::Key::Contradicted, .pin = {}};
               },
           .code = {}});
    const test::SampleCopy incomplete(QStringLiteral("half a download"));
    incomplete.remove(QStringLiteral("chunk-5.bin"));
    incomplete.remove(QStringLiteral("chunk-6.bin"));
    incomplete.remove(QStringLiteral("chunk-6.json"));
    visit("incomplete", incomplete.path());
    const test::SampleCopy envelopes(QStringLiteral("envelopes only"));
    for (int i = 0; i < 7; ++i) {
        envelopes.remove(QStringLiteral("chunk-%1.bin").arg(i));
    }
    visit("not-checkable", envelopes.path());
}

void Screens::damaged()
{
    const test::Scratch scratch;
    const QString package = scratch.qpath("cell-12 torque log");
    test::publishChunks(package.toStdString(), 4096, 512);
    for (int i = 1097; i <= 1103; ++i) {
        QFile file(package + QStringLiteral("/chunk-%1.bin").arg(i));
        require(file.open(QIODevice::ReadWrite) && file.seek(100) && file.putChar('#'), "not damaged");
    }
    for (const int i : {2402, 2403}) {
        require(QFile::remove(package + QStringLiteral("/chunk-%1.bin").arg(i)), "not removed");
    }
    test::Desk desk({}, m_appearance);
    ui::PackagePage *const page = desk.openAndVerify(package);
    require(page != nullptr, "4,096 chunks are not verified");
    show(desk.window, QStringLiteral("damaged"));
    page->selection()->choose(1099);
    show(desk.window, QStringLiteral("damaged-chunk-chosen"));
    page->focusFilter();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("nothing like this"));
    show(desk.window, QStringLiteral("filter-finds-nothing"));
    page->findChild<QLineEdit *>()->clear();
    page->selection()->choose(2402);
    show(desk.window, QStringLiteral("missing-chunk-chosen"));
    page->selection()->choose(7);
    show(desk.window, QStringLiteral("intact-chunk-chosen"));
    auto *const tabs = page->findChild<QTabWidget *>();
    for (int tab = 1; tabs != nullptr && tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        show(desk.window, QStringLiteral("chunk-tab-%1").arg(tab));
    }
    page->findChild<ui::ChainMap *>()->zoomIn();
    page->findChild<ui::ChainMap *>()->zoomIn();
    show(desk.window, QStringLiteral("map-zoomed"));
    desk.window.resize(900, 640);
    show(desk.window, QStringLiteral("small-window"));
}

void Screens::content()
{
    const test::SampleCopy copy(QStringLiteral("arm-07 line 3, week 46"));
    test::Desk desk({}, m_appearance);
    ui::PackagePage *const page = desk.openAndVerify(copy.path());
    require(page != nullptr, "not verified");
    page->selection()->choose(2);
    auto *const tabs = page->findChild<QTabWidget *>();
    tabs->setCurrentIndex(1);
    auto *const pane = page->findChild<ui::ChunkContent *>();
    show(desk.window, QStringLiteral("content-no-key"));
    page->keys()->openFile(QStringLiteral(SAMPLE_PACKAGE "/owner.key"));
    require(QTest::qWaitFor([&] { return pane->view()->isVisible(); }), "no content");
    show(desk.window, QStringLiteral("content-table"));
    pane->view()->setLook(ui::ContentLook::Text);
    show(desk.window, QStringLiteral("content-text"));
    pane->view()->setLook(ui::ContentLook::Hex);
    show(desk.window, QStringLiteral("content-hex"));
    page->decrypt();
    auto *const dialog = page->findChild<ui::DecryptDialog *>();
    require(dialog != nullptr && QTest::qWaitFor([&] { return dialog->session()->canStart(); }), "nothing to decrypt");
    show(*dialog, QStringLiteral("decrypt-ready"));
    dialog->start();
    require(QTest::qWaitFor([&] { return dialog->session()->result().has_value(); }), "not decrypted");
    show(*dialog, QStringLiteral("decrypt-done"));
    delete dialog;
    page->keys()->lock();
    show(desk.window, QStringLiteral("content-locked"));
    showDialog([page] { page->decrypt(); }, "decrypt-no-key");
    showDialog([page] { page->saveReceipt(); }, "receipt");
}

void Screens::repair()
{
    const test::SampleCopy damaged(QStringLiteral("arm-07 line 3, week 46"));
    damaged.flip(QStringLiteral("chunk-1.bin"), 100);
    damaged.remove(QStringLiteral("chunk-3.json"));
    damaged.remove(QStringLiteral("chunk-3.bin"));
    damaged.remove(QStringLiteral("chunk-5.bin"));
    const test::SampleCopy backup(QStringLiteral("arm-07"));
    backup.remove(QStringLiteral("chunk-5.bin"));
    const test::SampleCopy half(QStringLiteral("half a download"));
    half.remove(QStringLiteral("chunk-3.json"));
    const test::SampleCopy other(QStringLiteral("cell-12"));
    test::signAllAgain(other.path().toStdString());
    test::Desk desk({}, m_appearance);
    ui::PackagePage *const page = desk.openAndVerify(damaged.path());
    require(page != nullptr, "not verified");
    show(desk.window, QStringLiteral("repair-offered"));
    page->repair();
    auto *const dialog = page->findChild<ui::RepairDialog *>();
    const auto ready = [&](int copies) {
        return QTest::qWaitFor([&] {
            return dialog->session()->stage() == ui::RepairSession::Stage::Ready && dialog->session()->plan()
                   && int(dialog->session()->plan()->copies.size()) == copies;
        });
    };
    require(dialog != nullptr && ready(0), "no dialog");
    show(*dialog, QStringLiteral("repair-no-copy"));
    dialog->session()->addCopies({backup.path(), other.path()});
    require(ready(2), "no copies");
    show(*dialog, QStringLiteral("repair-something-left"));
    dialog->session()->addCopies({half.path()});
    require(ready(3), "no third copy");
    show(*dialog, QStringLiteral("repair-all"));
    dialog->session()->repair(true);
    require(QTest::qWaitFor([&] { return dialog->session()->result() && !page->session()->isBusy(); }, 20'000),
            "not repaired");
    show(*dialog, QStringLiteral("repair-done"));
    dialog->reject();
    show(desk.window, QStringLiteral("repaired"));
}

void Screens::states()
{
    const test::SampleCopy copy(QStringLiteral("arm-07"));
    test::Desk desk({}, m_appearance);
    ui::PackagePage *page = desk.openAndVerify(copy.path());
    require(page != nullptr, "not verified");
    copy.remove(QStringLiteral("chunk-1.bin"));
    page->session()->lookForChanges();
    require(QTest::qWaitFor([&] { return page->session()->filesChanged(); }), "no change seen");
    show(desk.window, QStringLiteral("files-changed"));
    desk.settings.setVerifyWhenOpened(false);
    const test::SampleCopy other(QStringLiteral("arm-08"));
    page = desk.openAndVerify(other.path());
    require(page != nullptr, "not opened");
    show(desk.window, QStringLiteral("not-verified-yet"));
    desk.window.openPaths({other.file(QStringLiteral("nothing"))});
    require(QTest::qWaitFor([&] { return !desk.notice().isEmpty(); }), "no notice");
    show(desk.window, QStringLiteral("notice"));
    require(QDir(other.path()).removeRecursively(), "not removed");
    page->verifyAgain();
    require(QTest::qWaitFor([&] { return page->session()->problem().has_value(); }), "no problem");
    show(desk.window, QStringLiteral("package-vanished"));
    const QDir access(QStringLiteral(TEST_DATA "/packages/csv/access"));
    desk.window.openPaths({access.filePath(access.entryList(QDir::Files).front())});
    desk.sidebar()->setCurrent({});
    QTest::mouseClick(desk.sidebar()->viewport(), Qt::LeftButton, {},
                      desk.sidebar()->visualItemRect(desk.sidebar()->item(1)).center());
    require(QTest::qWaitFor([&] { return desk.notice().contains(QStringLiteral("-1.json")); }), "not kept");
    show(desk.window, QStringLiteral("library"));
    desk.settings.setVerifyWhenOpened(true);
}

void Screens::readings()
{
    const test::Scratch scratch;
    const QDir folder(scratch.qpath("arm-07 readings"));
    require(folder.mkpath(QStringLiteral(".")), "no folder for readings");
    QFile vectors(QStringLiteral(TEST_DATA "/data-packages.json"));
    require(vectors.open(QIODevice::ReadOnly), "no vectors");
    const QJsonArray cases = QJsonDocument::fromJson(vectors.readAll()).object()[QStringLiteral("cases")].toArray();
    for (const QJsonValue &value : cases) {
        const QJsonObject one = value.toObject();
        QFile file(folder.filePath(one[QStringLiteral("name")].toString() + QStringLiteral(".json")));
        const QJsonObject package = one[QStringLiteral("package")].toObject();
        require(package.isEmpty()
                    || (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(package).toJson()) > 0),
                "reading not written");
    }
    test::Desk desk({}, m_appearance);
    for (const char *const name : {"include-all", "anonymize-hash", "payload-edited", "did-decimal-id"}) {
        const QString path = folder.filePath(QString::fromLatin1(name) + QStringLiteral(".json"));
        if (QFileInfo::exists(path)) {
            openReading(desk, path);
            show(desk.window, QStringLiteral("reading-") + QString::fromLatin1(name));
        }
    }
    openReading(desk, folder.path());
    show(desk.window, QStringLiteral("readings-folder"));
}

void Screens::trust()
{
    const test::SampleCopy copy(QStringLiteral("arm-07"));
    test::Desk desk({}, m_appearance);
    desk.showSection(QStringLiteral("trust"));
    show(desk.window, QStringLiteral("trust-empty"));
    ui::PackagePage *const page = desk.openAndVerify(copy.path());
    require(page != nullptr, "not verified");
    const auto compare = [&](const QString &stated, const char *name) {
        page->compare();
        auto *const dialog = page->findChildren<ui::CompareDialog *>().back();
        require(QTest::qWaitForWindowExposed(dialog), name);
        QTest::keyClicks(dialog->focusWidget(), stated);
        show(*dialog, QString::fromUtf8(name));
        delete dialog;
    };
    const stream::ChainReport report = page->session()->verification()->report;
    const std::string &did = report.dids.front();
    const QString code = QString::fromStdString(*page->session()->verification()->code);
    compare({}, "compare-first-use");
    compare(code.left(9), "compare-half-typed");
    compare(QStringLiteral("ab").repeated(32), "compare-another-key");
    compare(code, "compare-code-fits");
    page->showCode();
    auto *const shown = page->findChild<ui::CodeDialog *>();
    require(QTest::qWaitForWindowExposed(shown), "no code");
    show(*shown, QStringLiteral("package-code"));
    delete shown;
    desk.trust.update([&](keys::TrustFile &file) {
        keys::trustKey(file, did, {.key = {}, .firstSeen = "2026-10-01T09:00:00Z", .pinnedBy = "package code"},
                       "Rover 7");
    });
    page->verifyAgain();
    require(QTest::qWaitFor([&] { return page->session()->verification() != nullptr; }), "not verified again");
    show(desk.window, QStringLiteral("another-key"));
    compare({}, "compare-new-key");
    desk.trust.update([&](keys::TrustFile &file) {
        keys::trustByCode(file, report, "2026-11-14T09:20:00Z", {}, {});
        crypto::Ed25519PublicKey lost = report.signers.front();
        lost.bytes.fill(std::byte{0x5e});
        keys::revokeKey(file, did, {.key = lost, .firstSeen = "2026-06-02T15:00:00Z", .note = "arm-08"});
        keys::trustKey(file, "did:peaq:0x52908400098527886E0F7030069857D2E4169EE7", {.key = lost}, "arm-08");
    });
    desk.showSection(QStringLiteral("trust"));
    auto *const machines = desk.window.findChild<ui::TrustPage *>();
    require(QTest::qWaitFor([&] { return machines->findChild<QTreeWidget *>()->topLevelItemCount() == 2; }),
            "no machines");
    machines->showMachine(did);
    show(desk.window, QStringLiteral("trust"));
    auto *const machine = machines->findChild<ui::MachineView *>();
    const keys::TrustedKey key = machine->machine().keys.front();
    showDialog([&] { Q_EMIT machine->codeRequested(key); }, "key-code");
    showDialog([&] { Q_EMIT machine->addKeyRequested(); }, "add-key");
    showDialog([&] { Q_EMIT machine->revokeRequested(key); }, "revoke-key");
    showDialog([&] { Q_EMIT machine->noteRequested(key); }, "note-on-key");
    ui::ProofDialog proof(&desk.window);
    proof.open();
    require(QTest::qWaitForWindowExposed(&proof), "no explanation");
    show(proof, QStringLiteral("proof"));
}

void Screens::keys()
{
    const test::SampleCopy copy(QStringLiteral("arm-07"));
    test::Desk desk({}, m_appearance);
    desk.showSection(QStringLiteral("keys"));
    show(desk.window, QStringLiteral("keys-empty"));
    auto *const page = desk.window.findChild<ui::KeysPage *>();
    auto *const keyDesk = desk.window.findChild<ui::KeyDesk *>();
    const auto showForm = [&](QDialog *dialog, const char *name) { showDialog([&] { dialog->open(); }, name); };
    showForm(new ui::NewKeyDialog(keyDesk, &desk.window), "new-key");
    const auto ask = [&](const keys::PassphraseRequest &request, const char *name) {
        showForm(new ui::PassphraseDialog(std::make_shared<ui::AskedPassphrase>(request), &desk.window), name);
    };
    ask({.isNew = true, .file = "/home/ada/.config/streamdesk/secrets.json"}, "passphrase-new");
    ask({.wrongBefore = 1, .file = "/home/ada/.config/streamdesk/secrets.json"}, "passphrase-wrong");
    showDialog([&] { page->importFiles({QStringLiteral(SAMPLE_PACKAGE "/owner.key")}); }, "import-key");

    require(desk.openAndVerify(copy.path()) != nullptr, "not verified");
    const ui::KeyDesk::Places places = desk.keyPlaces();
    keys::KeyStore store(places.list);
    store.addHome(std::make_shared<keys::FileHome>(
        [](const keys::PassphraseRequest &) { return crypto::SecretBytes(16); }, places.secrets, places.cost));
    const auto owner = keys::readKeyImport(pathFromUtf8(SAMPLE_PACKAGE "/owner.key"));
    store.import(owner.secret, keys::Purpose::Owner, "Rover 7", keys::HomeKind::File);
    store.markProven("Rover 7");
    store.generate(keys::Purpose::Buyer, "Lab", keys::HomeKind::File);
    store.generate(keys::Purpose::Signing, "arm-08", keys::HomeKind::File);
    store.generate(keys::Purpose::Field, "Warehouse", keys::HomeKind::File);
    desk.showSection(QStringLiteral("keys"));
    auto *const uses = keyDesk->findChild<ui::KeyUses *>();
    require(QTest::qWaitFor([&] { return keyDesk->keys().size() == 4 && !uses->isLooking(); }), "no keys");
    page->showKey(store.find("Rover 7").id);
    show(desk.window, QStringLiteral("keys"));
    auto *const view = page->findChild<ui::KeyView *>();
    showDialog([&] { Q_EMIT view->codeRequested(); }, "public-key");
    showDialog([&] { Q_EMIT view->renameRequested(); }, "rename-key");
    showDialog([&] { Q_EMIT view->backupRequested(); }, "back-up-keys");
    showDialog([&] { Q_EMIT view->drillRequested(); }, "prove-backup");
    showDialog([&] { page->restoreFrom({}); }, "restore-keys");
    showDialog([&] { Q_EMIT view->exportRequested(); }, "export-key");
    showDialog([&] { Q_EMIT view->deleteRequested(); }, "delete-key");
    showForm(new ui::OwnDataDialog({.settings = &desk.settings,
                                    .library = &desk.library,
                                    .trust = desk.window.findChild<ui::TrustDesk *>(),
                                    .keys = keyDesk},
                                   &desk.window),
             "own-data");
}

void Screens::dragging()
{
    const test::SampleCopy package(QStringLiteral("cell-12"));
    test::Desk desk({}, m_appearance);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(package.path()), QUrl::fromLocalFile(QStringLiteral(SAMPLE_PACKAGE "/buyer.key")),
                  QUrl::fromLocalFile(QStringLiteral(SAMPLE_PACKAGE "/telemetry.csv"))});
    const QPoint at = desk.window.rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&desk.window, &enter);
    auto *const overlay = desk.window.findChild<ui::DropCatcher *>()->overlay();
    require(QTest::qWaitFor([&] { return overlay->isVisible() && overlay->texts().size() > 1; }), "no overlay");
    show(desk.window, QStringLiteral("dragging"));
}

void Screens::dialogs()
{
    test::Desk desk({}, m_appearance);
    ui::SettingsDialog settings(desk.settings, desk.theme, &desk.window);
    settings.open();
    require(QTest::qWaitForWindowExposed(&settings), "no settings");
    show(settings, QStringLiteral("settings"));
    settings.close();
    ui::AboutDialog about(&desk.window);
    about.open();
    require(QTest::qWaitForWindowExposed(&about), "no about");
    show(about, QStringLiteral("about"));
    about.close();
    const test::SampleCopy copy(QStringLiteral("arm-07"));
    ui::PackagePage *const page = desk.openAndVerify(copy.path());
    require(page != nullptr, "not verified");
    showDialog([&] { page->rename(); }, "rename");
    showDialog([&] { page->editNote(); }, "note");
}

void Screens::visit(const char *name, const QString &path, package::Expectations expectations)
{
    test::Desk desk(std::move(expectations), m_appearance);
    require(desk.openAndVerify(path) != nullptr, name);
    show(desk.window, QString::fromUtf8(name));
}

void Screens::showDialog(const std::function<void()> &open, const char *name)
{
    open();
    QWidget *const dialog = QApplication::activeModalWidget();
    require(dialog != nullptr && QTest::qWaitForWindowActive(dialog), name);
    show(*dialog, QString::fromUtf8(name));
    delete dialog;
}

void Screens::show(QWidget &screen, const QString &name)
{
    QTest::qWait(200); // what is read when a row is chosen
    m_look(screen, name);
}

} // namespace streamdesk::test
