#include "ui/words/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Of a static library, which nobody else would pull in.
static void addResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace streamdesk::ui {

void installTranslations(const QString &code)
{
    addResources();
    if (!code.isEmpty()) { // as it is written where the reader is: a German's English has no dates as in America
        QLocale::setDefault(QLocale(QLocale(code).language(), QLocale::system().territory()));
    }
    auto *const toolkit = new QTranslator(QCoreApplication::instance());
    if (toolkit->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(toolkit);
    }
    auto *const own = new QTranslator(QCoreApplication::instance());
    const QString folder = QStringLiteral(":/translations");
    if (own->load(QLocale(), QStringLiteral("stream-desk"), QStringLiteral("_"), folder)
        || own->load(QStringLiteral("stream-desk_en"), folder)) { // for its plurals
        QCoreApplication::installTranslator(own);
    }
}

} // namespace streamdesk::ui
