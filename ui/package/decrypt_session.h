// The decryption of one package to files: which keys open what, what would stand in the way, and the work.
#pragma once

#include "core/package/consume.h"
#include "core/package/openable.h"
#include "core/package/preflight.h"
#include "ui/content/key_ring.h"
#include "ui/package/package_session.h"

#include <memory>
#include <optional>
#include <vector>

namespace streamdesk::ui {

// GUI thread; the work is done by jobs. Nothing here blocks. A decryption that runs goes on when the desk is locked:
// its key is in its own memory, and wiped at its end.
class DecryptSession : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Looking,    // for what the keys open
        Choosing,   // no key is chosen, or none opens anything
        Trying,     // everything that can fail is tried
        Ready,      // preflight() holds; what stands in the way is in it, or in problem()
        Decrypting, //
        Done,       // result() holds; it may be a refusal
    };

    // What one key opens.
    struct Choice
    {
        OpeningKey key;
        std::uint64_t count = 0; // chunks
        std::uint64_t bytes = 0; // of data
    };

    // `session` is opened; it and `keys` outlive the object.
    DecryptSession(PackageSession *session, KeyRing *keys, QObject *parent = nullptr);
    ~DecryptSession() override;

    [[nodiscard]] Stage stage() const noexcept { return m_stage; }
    [[nodiscard]] Job *job() const noexcept { return m_job.get(); }
    [[nodiscard]] PackageSession *package() const noexcept { return m_session; }
    // Keys that open something, those that open most first.
    [[nodiscard]] const std::vector<Choice> &choices() const noexcept { return m_choices; }
    // The number of the chosen one; -1 for none.
    [[nodiscard]] int chosen() const noexcept { return m_chosen; }
    void choose(int choice);
    // Only a part opens: each contiguous range goes into a file of its own.
    [[nodiscard]] bool isPartial() const;
    [[nodiscard]] const QString &output() const noexcept { return m_output; }
    void setOutput(const QString &path);
    // What the data's beginning looks like, for the name of a file: "csv", "json", "data", …; empty before the first
    // Ready.
    [[nodiscard]] const QString &suffix() const noexcept { return m_suffix; }

    [[nodiscard]] const package::Preflight &preflight() const noexcept { return m_preflight; }
    [[nodiscard]] bool canStart() const;
    void start(); // only when canStart()
    void stop();

    [[nodiscard]] const std::optional<package::ConsumeResult> &result() const noexcept { return m_result; }
    // Why nothing could be tried, or was decrypted; Stopped too.
    [[nodiscard]] const std::optional<StreamError> &problem() const noexcept { return m_problem; }

Q_SIGNALS:
    void changed();
    void progressed();
    void decryptionStarted(Job *job);

private:
    void look();
    void tryAll();
    void startTrying(std::optional<crypto::X25519KeyPair> key);
    void startDecrypting(crypto::X25519KeyPair key);
    void letGo();
    void begin(std::unique_ptr<Job> job);
    void setStage(Stage stage);
    void fail(const StreamError &error, Stage stage);

    PackageSession *m_session;
    KeyRing *m_keys;
    Stage m_stage = Stage::Looking;
    std::vector<Choice> m_choices;
    int m_chosen = -1;
    QString m_output;
    QString m_suffix;
    std::shared_ptr<const stream::BuyerAccess> m_access; // of the chosen key
    bool m_keyTried = false;                             // every chunk's key opens with it
    package::Preflight m_preflight;
    std::optional<package::ConsumeResult> m_result;
    std::optional<StreamError> m_problem;
    int m_turn = 0; // a key that was asked for in an earlier one comes too late
    std::unique_ptr<Job> m_job;
};

} // namespace streamdesk::ui
