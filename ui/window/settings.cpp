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
const QString lockKey = QStringLiteral("autoLockMinutes");
const QString clipboardKey = QStringLiteral("clipboardSeconds");
constexpr int usualLockMinutes = 10;
constexpr int longestLockMinutes = 24 * 60;
constexpr int usualClipboardSeconds = 30;
constexpr int longestClipboardSeconds = 600;

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

int Settings::autoLockMinutes() const
{
    return std::clamp(m_store.value(lockKey, usualLockMinutes).toInt(), 0, longestLockMinutes);
}

void Settings::setAutoLockMinutes(int minutes)
{
    store(lockKey, std::clamp(minutes, 0, longestLockMinutes));
}

int Settings::clipboardSeconds() const
{
    return std::clamp(m_store.value(clipboardKey, usualClipboardSeconds).toInt(), 1, longestClipboardSeconds);
}

void Settings::setClipboardSeconds(int seconds)
{
    store(clipboardKey, std::clamp(seconds, 1, longestClipboardSeconds));
}

QVariantMap Settings::all() const
{
    QVariantMap values;
    for (const QString &key : {appearanceKey, languageKey, verifyKey, notifyKey, lockKey, clipboardKey}) {
        if (m_store.contains(key)) {
            values.insert(key, m_store.value(key));
        }
    }
    return values;
}

// A file of text knows no kinds, so what is to be a yes or a number comes as text, too.
void Settings::take(const QVariantMap &values)
{
    for (const auto &[appearance, name] : appearanceNames) {
        if (values.value(appearanceKey).toString() == QLatin1String(name)) {
            setAppearance(appearance);
        }
    }
    if (values.contains(languageKey)) {
        setLanguage(values.value(languageKey).toString());
    }
    if (values.contains(verifyKey)) {
        setVerifyWhenOpened(values.value(verifyKey).toBool());
    }
    if (values.contains(notifyKey)) {
        setNotifyWhenDone(values.value(notifyKey).toBool());
    }
    if (values.value(lockKey).canConvert<int>()) {
        setAutoLockMinutes(values.value(lockKey).toInt());
    }
    if (values.value(clipboardKey).canConvert<int>()) {
        setClipboardSeconds(values.value(clipboardKey).toInt());
    }
}

void Settings::store(const QString &key, const QVariant &value)
{
    if (m_store.value(key) != value) {
        m_store.setValue(key, value);
        Q_EMIT changed();
    }
}

} // namespace streamdesk::ui
