#include "ui/window/settings.h"

#include "ui/words/translations.h"

#include <algorithm>
#include <array>
#include <utility>

namespace streamdesk::ui {

namespace {

const QString appearanceKey = QStringLiteral("appearance");
const QString motionKey = QStringLiteral("motion");
const QString languageKey = QStringLiteral("language");
const QString verifyKey = QStringLiteral("verifyWhenOpened");
const QString notifyKey = QStringLiteral("notifyWhenDone");
const QString lockKey = QStringLiteral("autoLockMinutes");
const QString clipboardKey = QStringLiteral("clipboardSeconds");
constexpr int usualLockMinutes = 10;
constexpr int longestLockMinutes = 24 * 60;
constexpr int usualClipboardSeconds = 30;
constexpr int longestClipboardSeconds = 600;

template <typename Choice, std::size_t Count>
using Names = std::array<std::pair<Choice, const char *>, Count>;

constexpr Names<Appearance, 4> appearanceNames = {{{Appearance::System, "system"},
                                                   {Appearance::Light, "light"},
                                                   {Appearance::Dark, "dark"},
                                                   {Appearance::HighContrast, "high-contrast"}}};
constexpr Names<Motion, 3> motionNames = {
    {{Motion::System, "system"}, {Motion::Reduced, "reduced"}, {Motion::Full, "full"}}};

// The first where nothing, or nothing known, was stored.
template <typename Choice, std::size_t Count>
Choice choiceNamed(const Names<Choice, Count> &names, const QString &stored)
{
    const auto found =
        std::ranges::find_if(names, [&](const auto &one) { return stored == QLatin1String(one.second); });
    return found != names.end() ? found->first : names.front().first;
}

template <typename Choice, std::size_t Count>
QString nameOf(const Names<Choice, Count> &names, Choice choice)
{
    return QString::fromLatin1(std::ranges::find(names, choice, &std::pair<Choice, const char *>::first)->second);
}

} // namespace

Settings::Settings(QObject *parent) : QObject(parent) {}

Appearance Settings::appearance() const
{
    return choiceNamed(appearanceNames, m_store.value(appearanceKey).toString());
}

void Settings::setAppearance(Appearance appearance)
{
    store(appearanceKey, nameOf(appearanceNames, appearance));
}

Motion Settings::motion() const
{
    return choiceNamed(motionNames, m_store.value(motionKey).toString());
}

void Settings::setMotion(Motion motion)
{
    store(motionKey, nameOf(motionNames, motion));
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
    for (const QString &key : {appearanceKey, motionKey, languageKey, verifyKey, notifyKey, lockKey, clipboardKey}) {
        if (m_store.contains(key)) {
            values.insert(key, m_store.value(key));
        }
    }
    return values;
}

// A file of text knows no kinds, so what is to be a yes or a number comes as text, too.
void Settings::take(const QVariantMap &values)
{
    if (values.contains(appearanceKey)) {
        setAppearance(choiceNamed(appearanceNames, values.value(appearanceKey).toString()));
    }
    if (values.contains(motionKey)) {
        setMotion(choiceNamed(motionNames, values.value(motionKey).toString()));
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
