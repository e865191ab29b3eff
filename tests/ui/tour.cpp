// Walks every screen and state of the window and saves a picture of each:
//   tour light|dark FOLDER [en|de|pseudo]
// The scale is QT_SCALE_FACTOR's. Fails when a state is not reached. "pseudo" is the pseudo-translation, from right to
// left; it fails too when a text did not go through the translation.
#include "core/keys/trust_edits.h"
#include "tests/support/repair_fixture.h"
#include "tests/support/sample_copy.h"
#include "tests/ui/support/chain_packages.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/ui_main.h"
#include "tests/ui/support/untranslated.h"
#include "ui/drop/drop_catcher.h"
#include "ui/drop/drop_overlay.h"
#include "ui/package/chain_map.h"
#include "ui/package/repair_dialog.h"
#include "ui/readings/reading_page.h"
#include "ui/readings/reading_session.h"
#include "ui/trust/code_dialog.h"
#include "ui/trust/compare_dialog.h"
#include "ui/trust/proof_dialog.h"
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
#include <QTranslator>
#include <QTreeWidget>

#include <cstdio>
#include <cstdlib>

using namespace streamdesk;

namespace {

[[noreturn]] void fail(const char *what)
{
    std::fprintf(stderr, "tour: %s\n", what);
    std::exit(1);
}

void require(bool reached, const char *what)
{
    if (!reached) {
        fail(what);
    }
}

// What the packages, readings and people here are called, and what the program is made of.
const QStringList shownData = {
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
    QStringLiteral("Apache-2.0"),
};

class Tour
{
public:
    Tour(ui::Appearance appearance, QString folder, bool allTranslated)
        : m_appearance(appearance), m_folder(std::move(folder)), m_allTranslated(allTranslated)
    {
        require(QDir().mkpath(m_folder), "no folder for the pictures");
    }

    void empty()
    {
        test::Desk desk({}, m_appearance);
        save(desk.window, "empty");
    }

    void verdicts()
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

    void damaged()
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
        save(desk.window, "damaged");
        page->selection()->choose(1099);
        save(desk.window, "damaged-chunk-chosen");
        page->focusFilter();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("nothing like this"));
        save(desk.window, "filter-finds-nothing");
        page->findChild<QLineEdit *>()->clear();
        page->selection()->choose(2402);
        save(desk.window, "missing-chunk-chosen");
        page->selection()->choose(7);
        save(desk.window, "intact-chunk-chosen");
        auto *const tabs = page->findChild<QTabWidget *>();
        for (int tab = 1; tabs != nullptr && tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            save(desk.window, qPrintable(QStringLiteral("chunk-tab-%1").arg(tab)));
        }
        page->findChild<ui::ChainMap *>()->zoomIn();
        page->findChild<ui::ChainMap *>()->zoomIn();
        save(desk.window, "map-zoomed");
        desk.window.resize(900, 640);
        save(desk.window, "small-window");
    }

    void repair()
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
        save(desk.window, "repair-offered");
        page->repair();
        auto *const dialog = page->findChild<ui::RepairDialog *>();
        const auto ready = [&](int copies) {
            return QTest::qWaitFor([&] {
                return dialog->session()->stage() == ui::RepairSession::Stage::Ready && dialog->session()->plan()
                       && int(dialog->session()->plan()->copies.size()) == copies;
            });
        };
        require(dialog != nullptr && ready(0), "no dialog");
        save(*dialog, "repair-no-copy");
        dialog->session()->addCopies({backup.path(), other.path()});
        require(ready(2), "no copies");
        save(*dialog, "repair-something-left");
        dialog->session()->addCopies({half.path()});
        require(ready(3), "no third copy");
        save(*dialog, "repair-all");
        dialog->session()->repair(true);
        require(QTest::qWaitFor([&] { return dialog->session()->result() && !page->session()->isBusy(); }, 20'000),
                "not repaired");
        save(*dialog, "repair-done");
        dialog->reject();
        save(desk.window, "repaired");
    }

    void states()
    {
        const test::SampleCopy copy(QStringLiteral("arm-07"));
        test::Desk desk({}, m_appearance);
        ui::PackagePage *page = desk.openAndVerify(copy.path());
        require(page != nullptr, "not verified");
        copy.remove(QStringLiteral("chunk-1.bin"));
        page->session()->lookForChanges();
        require(QTest::qWaitFor([&] { return page->session()->filesChanged(); }), "no change seen");
        save(desk.window, "files-changed");
        desk.settings.setVerifyWhenOpened(false);
        const test::SampleCopy other(QStringLiteral("arm-08"));
        page = desk.openAndVerify(other.path());
        require(page != nullptr, "not opened");
        save(desk.window, "not-verified-yet");
        desk.window.openPaths({other.file(QStringLiteral("nothing"))});
        require(QTest::qWaitFor([&] { return !desk.notice().isEmpty(); }), "no notice");
        save(desk.window, "notice");
        require(QDir(other.path()).removeRecursively(), "not removed");
        page->verifyAgain();
        require(QTest::qWaitFor([&] { return page->session()->problem().has_value(); }), "no problem");
        save(desk.window, "package-vanished");
        desk.window.openPaths({QStringLiteral(SAMPLE_PACKAGE "/buyer.key")});
        desk.sidebar()->setCurrent({});
        QTest::mouseClick(desk.sidebar()->viewport(), Qt::LeftButton, {},
                          desk.sidebar()->visualItemRect(desk.sidebar()->item(1)).center());
        require(QTest::qWaitFor([&] { return desk.notice().contains(QStringLiteral("buyer.key")); }), "not kept");
        save(desk.window, "library");
        desk.settings.setVerifyWhenOpened(true);
    }

    void readings()
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
                save(desk.window, qPrintable(QStringLiteral("reading-") + QString::fromLatin1(name)));
            }
        }
        openReading(desk, folder.path());
        save(desk.window, "readings-folder");
    }

    void trust()
    {
        const test::SampleCopy copy(QStringLiteral("arm-07"));
        test::Desk desk({}, m_appearance);
        desk.showSection(QStringLiteral("trust"));
        save(desk.window, "trust-empty");
        ui::PackagePage *const page = desk.openAndVerify(copy.path());
        require(page != nullptr, "not verified");
        const auto compare = [&](const QString &stated, const char *name) {
            page->compare();
            auto *const dialog = page->findChildren<ui::CompareDialog *>().back();
            require(QTest::qWaitForWindowExposed(dialog), name);
            QTest::keyClicks(dialog->focusWidget(), stated);
            save(*dialog, name);
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
        save(*shown, "package-code");
        delete shown;
        desk.trust.update([&](keys::TrustFile &file) {
            keys::trustKey(file, did, {.key = {}, .firstSeen = "2026-10-01T09:00:00Z", .pinnedBy = "package code"},
                           "Rover 7");
        });
        page->verifyAgain();
        require(QTest::qWaitFor([&] { return page->session()->verification() != nullptr; }), "not verified again");
        save(desk.window, "another-key");
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
        save(desk.window, "trust");
        ui::ProofDialog proof(&desk.window);
        proof.open();
        require(QTest::qWaitForWindowExposed(&proof), "no explanation");
        save(proof, "proof");
    }

    void dragging()
    {
        const test::SampleCopy package(QStringLiteral("cell-12"));
        test::Desk desk({}, m_appearance);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(package.path()),
                      QUrl::fromLocalFile(QStringLiteral(SAMPLE_PACKAGE "/buyer.key")),
                      QUrl::fromLocalFile(QStringLiteral(SAMPLE_PACKAGE "/telemetry.csv"))});
        const QPoint at = desk.window.rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&desk.window, &enter);
        auto *const overlay = desk.window.findChild<ui::DropCatcher *>()->overlay();
        require(QTest::qWaitFor([&] { return overlay->isVisible() && overlay->texts().size() > 1; }), "no overlay");
        save(desk.window, "dragging");
    }

    [[nodiscard]] QStringList untranslated() const { return m_untranslated; }

    void dialogs()
    {
        test::Desk desk({}, m_appearance);
        ui::SettingsDialog settings(desk.settings, desk.theme, &desk.window);
        settings.open();
        require(QTest::qWaitForWindowExposed(&settings), "no settings");
        save(settings, "settings");
        settings.close();
        ui::AboutDialog about(&desk.window);
        about.open();
        require(QTest::qWaitForWindowExposed(&about), "no about");
        save(about, "about");
    }

private:
    static void openReading(test::Desk &desk, const QString &path)
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
    void visit(const char *name, const QString &path, package::Expectations expectations = {})
    {
        test::Desk desk(std::move(expectations), m_appearance);
        require(desk.openAndVerify(path) != nullptr, name);
        save(desk.window, name);
    }
    static void settle() { QTest::qWait(200); } // what is read when a row is chosen
    void save(QWidget &widget, const char *name)
    {
        settle();
        if (m_allTranslated) {
            for (const QString &text : test::untranslatedTexts(widget, shownData)) {
                m_untranslated.append(QStringLiteral("%1: %2").arg(QString::fromUtf8(name), text));
            }
        }
        const QString file = QStringLiteral("%1/%2-%3.png")
                                 .arg(m_folder)
                                 .arg(++m_number, 2, 10, QLatin1Char('0'))
                                 .arg(QString::fromUtf8(name));
        require(widget.grab().save(file), "not saved");
    }

    ui::Appearance m_appearance;
    QString m_folder;
    bool m_allTranslated;
    QStringList m_untranslated;
    int m_number = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    require(arguments.size() == 3 || arguments.size() == 4, "usage: tour light|dark FOLDER [en|de|pseudo]");
    const QString language = arguments.value(3, QStringLiteral("en"));
    const bool pseudo = language == QStringLiteral("pseudo");
    test::prepareApplication(pseudo ? QStringLiteral("en") : language);
    QTranslator translator;
    if (pseudo) {
        require(translator.load(QStringLiteral(PSEUDO_TRANSLATION)), "no pseudo-translation");
        QApplication::installTranslator(&translator);
        QApplication::setLayoutDirection(Qt::RightToLeft);
    }
    const QString downloads = QDir::homePath() + QStringLiteral("/Downloads"); // a place that pictures may show
    require(QDir().mkpath(downloads) && qputenv("TMPDIR", downloads.toUtf8()), "no folder for packages");
    Tour tour(arguments[1] == QStringLiteral("dark") ? ui::Appearance::Dark : ui::Appearance::Light, arguments[2],
              pseudo);
    tour.empty();
    tour.verdicts();
    tour.damaged();
    tour.repair();
    tour.states();
    tour.readings();
    tour.trust();
    tour.dragging();
    tour.dialogs();
    for (const QString &text : tour.untranslated()) {
        std::fprintf(stderr, "tour: not translated: %s\n", qPrintable(text));
    }
    return tour.untranslated().isEmpty() ? 0 : 1;
}
