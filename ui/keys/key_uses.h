// Which packages of the library the keys of this desk open, looked up in the background.
#pragma once

#include "ui/jobs/job.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QVector>

#include <memory>

namespace streamdesk::ui {

class KeyDesk;
class LibraryStore;

struct KeyUse
{
    QString path; // of the package, as the library keeps it
    QString title;
    quint64 chunks = 0; // that open
    quint64 of = 0;     // that the package has here
};

// GUI thread. Only envelopes and access files are read, and nothing is opened with a key.
class KeyUses : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    KeyUses(KeyDesk *desk, LibraryStore *library, QObject *parent = nullptr);

    // Looks again when keys or library are others than last time. What runs goes on when they are not.
    void look();
    [[nodiscard]] bool isLooking() const noexcept { return m_job && m_job->isRunning(); }
    // By the id of the key, in the library's order. Only X25519 keys open packages.
    [[nodiscard]] QVector<KeyUse> of(const std::string &id) const { return m_uses.value(QString::fromStdString(id)); }

Q_SIGNALS:
    void changed();

private:
    KeyDesk *m_desk;
    LibraryStore *m_library;
    QByteArray m_asked; // what was looked for last
    QHash<QString, QVector<KeyUse>> m_uses;
    std::unique_ptr<Job> m_job;
};

} // namespace streamdesk::ui
