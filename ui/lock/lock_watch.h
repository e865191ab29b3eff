// When the desk is to be locked: nobody has used it for a time, or the session was locked. Platform code for the
// second; the only place that asks.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace streamdesk::ui {

// Watches the whole program's keyboard, mouse, touch and wheel. GUI thread.
class LockWatch : public QObject
{
    Q_OBJECT

public:
    explicit LockWatch(QObject *parent = nullptr);

    // 0: never for idleness. Begins anew with each call.
    void setIdleTime(std::chrono::milliseconds time);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void lockWanted();

private Q_SLOTS:
    void screenSaverChanged(bool active);
    void sessionLocked();

private:
    void watchSession();

    QTimer m_idle;
};

} // namespace streamdesk::ui
