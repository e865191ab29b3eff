// The whole window over settings of its own, as a person would have it.
#pragma once

#include "ui/library/library_store.h"
#include "ui/package/package_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/verdict_banner.h"
#include "ui/window/main_window.h"
#include "ui/window/settings.h"
#include "ui/window/sidebar.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace streamdesk::test {

struct Desk
{
    // Whether new keys may go to the keychain of the session.
    enum class Keychain { None, OfSession };

    explicit Desk(package::Expectations expectations = {}, ui::Appearance appearance = ui::Appearance::Light,
                  Keychain itsKeychain = Keychain::None)
        : keychain(itsKeychain), library(folder.filePath(QStringLiteral("library.ini"))),
          trust(folder.filePath(QStringLiteral("trust.json")).toStdString()), theme(appearance),
          window({.settings = &settings,
                  .library = &library,
                  .theme = &theme,
                  .expectations = expectations.trust ? std::move(expectations) : asTrusted(std::move(expectations)),
                  .trust = trust,
                  .keys = keyPlaces()})
    {
        window.resize(1280, 820);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) {
            qWarning("the window is not active");
        }
    }

    // Opens a package and waits for its verdict.
    ui::PackagePage *openAndVerify(const QString &path)
    {
        window.openPaths({path});
        ui::PackagePage *page = nullptr;
        const bool done = QTest::qWaitFor(
            [&] {
                page = window.packagePage(path);
                return page != nullptr && !page->session()->isBusy()
                       && page->session()->stage() != ui::PackageSession::Stage::Opening;
            },
            20'000);
        return done ? page : nullptr;
    }
    // With an encrypted key file that costs little to open.
    [[nodiscard]] ui::KeyDesk::Places keyPlaces() const
    {
        return {.list = keys::KeyListFile(folder.filePath(QStringLiteral("keys.json")).toStdString()),
                .secrets = folder.filePath(QStringLiteral("secrets.json")).toStdString(),
                .cost = crypto::leastCost,
                .keychain = keychain == Keychain::OfSession};
    }
    // What this desk trusts, as the program itself asks for it.
    package::Expectations asTrusted(package::Expectations expectations) const
    {
        expectations.trust = [store = trust](const auto &...chain) { return store.lookUp(chain...); };
        return expectations;
    }
    static ui::VerdictBanner *banner(const ui::PackagePage *page) { return page->findChild<ui::VerdictBanner *>(); }
    // As by a click: "library", "trust", …
    void showSection(const QString &key)
    {
        for (int row = 0; row < sidebar()->count(); ++row) {
            if (sidebar()->item(row)->data(Qt::UserRole).toString() == key) {
                sidebar()->setCurrentRow(row);
            }
        }
    }
    ui::Sidebar *sidebar() { return window.findChild<ui::Sidebar *>(); }
    QString notice() { return window.findChild<ui::NoticeBar *>()->text(); }

    const Keychain keychain;
    QTemporaryDir folder;
    ui::Settings settings; // of the home folder that the test has to itself
    ui::LibraryStore library;
    keys::TrustStore trust;
    ui::Theme theme;
    ui::MainWindow window;
};

} // namespace streamdesk::test
