// main() of a test with a window.
#pragma once

#include "ui/words/translations.h"

#include <QApplication>
#include <QTest>

namespace streamdesk::test {

// `language` as in installTranslations().
inline void prepareApplication(const QString &language = {})
{
    QApplication::setOrganizationName(QStringLiteral("streamdesk"));
    QApplication::setApplicationName(QStringLiteral("stream-desk"));
    ui::installTranslations(language);
}

} // namespace streamdesk::test

#define STREAMDESK_UI_TEST(Class)                                                                                      \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        QApplication application(argc, argv);                                                                          \
        streamdesk::test::prepareApplication();                                                                        \
        Class test;                                                                                                    \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
