// main() of a test with a window.
#pragma once

#include "ui/accessibility/accessibility.h"
#include "ui/words/translations.h"

#include <QApplication>
#include <QTest>

namespace streamdesk::test {

// `language` as in installTranslations().
inline void prepareApplication(const QString &language = {})
{
    QApplication::setOrganizationName(QStringLiteral("streamdesk"));
    QApplication::setApplicationName(QStringLiteral("stream-desk"));
    ui::installAccessibility();
    ui::installTranslations(language);
}

} // namespace streamdesk::test

// As if a screen reader ran: the toolkit speaks to the accessibility bus, which the session has.
#define STREAMDESK_SPOKEN_UI_TEST(Class)                                                                               \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        qputenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1");                                                              \
        QApplication application(argc, argv);                                                                          \
        streamdesk::test::prepareApplication();                                                                        \
        Class test;                                                                                                    \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }

#define STREAMDESK_UI_TEST(Class)                                                                                      \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        QApplication application(argc, argv);                                                                          \
        streamdesk::test::prepareApplication();                                                                        \
        Class test;                                                                                                    \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
