#include "ui/window/settings.h"

#include "ui/words/translations.h"

#include <algorithm>
#include <array>
#include <utility>

namespace streamdesk::ui {

namespace {

const QString appearanceKey = QStringLiteral("appearance");
const QString languageKey = QStringLiteral("language");
const QString verifyKey = QStringLiteral("verifyWhenOpened");
const QString notifyKey = QStringLiteral("notifyWhenDone");

constexpr std::array<std::pair<Appearance, const char *>, 3> appearanceNames = {
    {{Appearance::System, "system"}, {Appearance::Light, "light"}, {Appearance::Dark, "dark"}}};

} // namespace

Settings::Settings(QObject *parent) : QObject(parent) {}

Appearance Settings::appearance() const
{
    const QString stored = m_store.value(appearanceKey).toString();
    for (const auto &[appearance, name] : appearanceNames) {
        if (stored == QLatin1String(name)) {
            return appearance;
        }
    }
    return Appearance::System;
}

void Settings::setAppearance(Appearance appearance)
{
    for (const auto &[one, name] : appearanceNames) {
        if (one == appearance) {
            store(appearanceKey, QString::fromLatin1(name));
        }
    }
}

QString Settings::language() const
{
    const QString stored = m_store.value(languageKey).toString();
    const bool known = std::any_of(languages.begin(), languages.end(),
                                   [&](const Language &one) { return stored == QLatin1String(one.code); });
    return known ? stored : QString();
}

void Settings::setLanguage(const QString &code)
{
    store(languageKey, code);
}

bool Settings::verifyWhenOpened() const
{
    return m_store.value(verifyKey, true).toBool();
}

void Settings::setVerifyWhenOpened(bool verify)
{
    store(verifyKey, verify);
}

bool Settings::notifyWhenDone() const
{
    return m_store.value(notifyKey, true).toBool();
}

void Settings::setNotifyWhenDone(bool notify)
{
    store(notifyKey, notify);
}

void Settings::store(const QString &key, const QVariant &value)
{
    if (m_store.value(key) != value) {
        m_store.setValue(key, value);
        Q_EMIT changed();
    }
}

} // namespace streamdesk::ui
