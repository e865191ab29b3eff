// What a person chose about the program itself, kept from one start to the next.
#pragma once

#include "ui/theme/theme.h"

#include <QObject>
#include <QSettings>

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

Q_SIGNALS:
    void changed(); // any of them

private:
    void store(const QString &key, const QVariant &value);

    QSettings m_store;
};

} // namespace streamdesk::ui
