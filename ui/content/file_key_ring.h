// Keys read from files by hand, held while a page is open, together with those of the desk.
#pragma once

#include "ui/content/key_ring.h"
#include "ui/jobs/job.h"

#include <memory>
#include <vector>

namespace streamdesk::ui {

// GUI thread; files are read by a job.
class FileKeyRing : public KeyRing
{
    Q_OBJECT

public:
    // `desk` may be nullptr; it outlives the ring, and its keys are among those of the ring.
    explicit FileKeyRing(KeyRing *desk = nullptr, QObject *parent = nullptr);

    // Reads a file of 64 hex digits as a key that opens chunks. Ends with changed() or openFailed().
    void openFile(const QString &path);
    // Wipes the keys from files, and says so: locked().
    void lock();

    [[nodiscard]] QVector<OpeningKey> openingKeys() const override;
    [[nodiscard]] QVector<SigningKey> signingKeys() const override;
    void withOpeningKey(const QString &id, QObject *context, std::function<void(crypto::X25519KeyPair)> use,
                        Failed failed) override;
    void withSigningKey(const QString &id, QObject *context, std::function<void(crypto::Ed25519KeyPair)> use,
                        Failed failed) override;

Q_SIGNALS:
    void openFailed(const StreamError &error);

private:
    struct Held
    {
        QString id;
        QString label;
        crypto::X25519KeyPair key;
    };

    void hold(const QString &path, crypto::X25519KeyPair key);

    KeyRing *m_desk;
    std::vector<Held> m_held;
    std::unique_ptr<Job> m_job;
};

} // namespace streamdesk::ui
