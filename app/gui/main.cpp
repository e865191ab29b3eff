// stream-desk: the window.
#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/keys/trust_store.h"
#include "core/stream/package_code.h"
#include "ui/accessibility/accessibility.h"
#include "ui/library/library_store.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/settings.h"
#include "ui/window/single_instance.h"
#include "ui/words/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QTimer>

#include <cstdio>

using namespace streamdesk;

namespace {

struct Arguments
{
    QStringList paths;    // absolute
    bool special = false; // trust or code are for this window only
    package::Expectations expectations;
    std::optional<keys::TrustStore> trust = keys::TrustStore(); // none when another file is trusted
};

// Ends the program for --help, --version and bad values.
Arguments parse(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Opens and verifies packages of machine data."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption trusted(QStringLiteral("trusted"),
                                     QApplication::translate("main", "Trust the machines and keys in this file."),
                                     QStringLiteral("FILE"));
    const QCommandLineOption code(QStringLiteral("code"),
                                  QApplication::translate("main", "The package code that the seller told you."),
                                  QStringLiteral("CODE"));
    parser.addOptions({trusted, code});
    parser.addPositionalArgument(QStringLiteral("PATH"),
                                 QApplication::translate("main", "Packages, readings or other files to open."),
                                 QStringLiteral("[PATH...]"));
    parser.process(application);

    Arguments arguments;
    for (const QString &path : parser.positionalArguments()) {
        arguments.paths.append(QFileInfo(path).absoluteFilePath());
    }
    arguments.special = parser.isSet(trusted) || parser.isSet(code);
    // Read each time, because the command line changes it too.
    arguments.expectations.trust = [store = *arguments.trust](const auto &...chain) { return store.lookUp(chain...); };
    try {
        if (parser.isSet(trusted)) {
            arguments.trust.reset();
            const auto file = std::make_shared<const keys::TrustFile>(
                keys::readTrustFile(pathFromUtf8(parser.value(trusted).toStdString())));
            arguments.expectations.trust = [file](const std::string &did, const crypto::Ed25519PublicKey &key,
                                                  const std::string &firstChunkId) {
                return file->lookUp(did, key, firstChunkId);
            };
        }
        if (parser.isSet(code)) {
            arguments.expectations.code = stream::normalizePackageCode(parser.value(code).toStdString());
        }
    } catch (const StreamError &error) {
        std::fprintf(stderr, "stream-desk: %s\n", error.what());
        std::exit(1);
    }
    return arguments;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("streamdesk"));
    QApplication::setApplicationName(QStringLiteral("stream-desk"));
    QApplication::setApplicationVersion(QStringLiteral(STREAMDESK_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.streamdesk.StreamDesk"));
    QApplication::setWindowIcon(ui::applicationIcon());
    ui::installAccessibility();
    ui::Settings settings;
    ui::installTranslations(settings.language());
    const Arguments arguments = parse(application);

    ui::SingleInstance instance;
    if (!arguments.special && instance.start(arguments.paths) == ui::SingleInstance::Role::HandedOver) {
        return 0;
    }
    ui::LibraryStore library;
    ui::Theme theme(settings.appearance());
    theme.setMotion(settings.motion());
    ui::MainWindow window({.settings = &settings,
                           .library = &library,
                           .theme = &theme,
                           .expectations = arguments.expectations,
                           .trust = arguments.trust,
                           .keys = ui::KeyDesk::Places{.keychain = true}});
    QObject::connect(&instance, &ui::SingleInstance::activated, &window,
                     [&window](const QStringList &paths, const QByteArray &activationToken) {
                         ui::SingleInstance::bringToFront(&window, activationToken);
                         if (!paths.isEmpty()) {
                             window.openPaths(paths);
                         }
                     });
    window.show();
    if (!arguments.paths.isEmpty()) {
        QTimer::singleShot(0, &window, [&] { window.openPaths(arguments.paths); });
    }
    return QApplication::exec();
}
