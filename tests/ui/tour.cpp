// Walks every screen and state of the window and saves a picture of each:
//   tour light|dark|contrast|dark-contrast FOLDER [en|de|pseudo]
// The scale is QT_SCALE_FACTOR's. Fails when a state is not reached or a text has too little room. "pseudo" is the
// pseudo-translation, from right to left; it fails too when a text did not go through the translation.
#include "tests/ui/support/cut_texts.h"
#include "tests/ui/support/screens.h"
#include "tests/ui/support/ui_main.h"
#include "tests/ui/support/untranslated.h"

#include <QApplication>
#include <QDir>
#include <QTranslator>

#include <cstdio>
#include <cstdlib>

using namespace streamdesk;

namespace {

void require(bool reached, const char *what)
{
    if (!reached) {
        std::fprintf(stderr, "tour: %s\n", what);
        std::exit(1);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    require(arguments.size() == 3 || arguments.size() == 4,
            "usage: tour light|dark|contrast|dark-contrast FOLDER [en|de|pseudo]");
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
    const QString folder = arguments[2];
    require(QDir().mkpath(folder), "no folder for the pictures");
    for (const QString &old : QDir(folder).entryList({QStringLiteral("*.png")})) { // their numbers may be others
        QFile::remove(folder + u'/' + old);
    }
    const QString look = arguments[1];
    if (look.startsWith(QStringLiteral("dark"))) {
        QApplication::setPalette(QPalette(Qt::black)); // as the system is, which high contrast goes by
    }
    const ui::Appearance appearance = look == QStringLiteral("light")  ? ui::Appearance::Light
                                      : look == QStringLiteral("dark") ? ui::Appearance::Dark
                                                                       : ui::Appearance::HighContrast;
    QStringList faults;
    int number = 0;
    test::Screens screens(appearance, [&](QWidget &screen, const QString &name) {
        for (const QString &text : test::cutTexts(screen)) {
            faults.append(QStringLiteral("%1: cut: %2").arg(name, text));
        }
        if (pseudo) {
            for (const QString &text : test::untranslatedTexts(screen, test::Screens::data())) {
                faults.append(QStringLiteral("%1: not translated: %2").arg(name, text));
            }
        }
        const QString file =
            QStringLiteral("%1/%2-%3.png").arg(folder).arg(++number, 2, 10, QLatin1Char('0')).arg(name);
        require(screen.grab().save(file), "not saved");
    });
    for (const test::Screens::Walk &walk : test::Screens::walks()) {
        (screens.*walk.walk)();
    }
    for (const QString &fault : faults) {
        std::fprintf(stderr, "tour: %s\n", qPrintable(fault));
    }
    return faults.isEmpty() ? 0 : 1;
}
