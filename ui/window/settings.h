// What a person chose about the program itself, kept from one start to the next.
#pragma once

#include "ui/theme/theme.h"

#include <QObject>
#include <QSettings>
#include <QVariantMap>

namespace streamdesk::ui {

// Where it is kept follows from QCoreApplication's organisation and application names. GUI thread. What cannot be read
// counts as never chosen.
class Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(QObject *parent = nullptr);

    [[nodiscard]] Appearance appearance() const; // System until chosen
    void setAppearance(Appearance appearance);

    [[nodiscard]] Motion motion() const; // System until chosen
    void setMotion(Motion motion);

    // A code of ui::languages, from the next start on; empty: the system's, which it is until chosen.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &code);

    // Whether a package is verified as soon as it is opened; it is until told otherwise.
    [[nodiscard]] bool verifyWhenOpened() const;
    void setVerifyWhenOpened(bool verify);

    // Whether the end of long work is told while the window is not in front; it is until told otherwise.
    [[nodiscard]] bool notifyWhenDone() const;
    void setNotifyWhenDone(bool notify);

    // Minutes without a key or a mouse button after which what keys opened is locked away; 0: never. 10 until chosen.
    [[nodiscard]] int autoLockMinutes() const;
    void setAutoLockMinutes(int minutes);

    // Seconds after which a copied private key leaves the clipboard. 30 until chosen.
    [[nodiscard]] int clipboardSeconds() const;
    void setClipboardSeconds(int seconds);

    // All that was chosen, by name, and the way back: what is not known or makes no sense there is passed over.
    [[nodiscard]] QVariantMap all() const;
    void take(const QVariantMap &values);
    [[nodiscard]] QString fileName() const { return m_store.fileName(); }

Q_SIGNALS:
    void changed(); // any of them

private:
    void store(const QString &key, const QVariant &value);

    QSettings m_store;
};

} // namespace streamdesk::ui
