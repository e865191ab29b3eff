// A secret in the clipboard: marked so that clipboard managers pass it over, and taken away again after a time, if it
// is still ours.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace streamdesk::ui {

// One for the program. GUI thread. What it put there goes with it.
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    explicit SecretClipboard(QObject *parent = nullptr);
    ~SecretClipboard() override;

    // Puts `secret` into the clipboard; after `lifetime` it is gone from there.
    void put(const QString &secret, std::chrono::milliseconds lifetime);
    // Takes what put() put there away at once. What somebody else copied since then stays.
    void clear();
    // How long what put() put there stays; 0 when there is nothing of ours.
    [[nodiscard]] std::chrono::milliseconds remaining() const;

Q_SIGNALS:
    void cleared(); // by time, by clear(), or because something else was copied

private:
    [[nodiscard]] bool isOurs() const;
    void forget();

    QByteArray m_hash; // of the secret, by which ours is known; empty: nothing of ours is there
    QTimer m_timer;
};

} // namespace streamdesk::ui
