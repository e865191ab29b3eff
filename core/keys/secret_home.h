// Where secrets are kept: one interface, and a home for each place (keychain_home.h, file_home.h).
#pragma once

#include "core/crypto/secret_bytes.h"
#include "core/keys/key_record.h"

#include <functional>
#include <optional>

namespace streamdesk::keys {

// What a key file's passphrase is asked for.
struct PassphraseRequest
{
    bool isNew = false;       // for a file that does not exist yet: ask twice, say that nobody can recover it
    unsigned wrongBefore = 0; // how many answers to this question did not open it
    std::string file{};       // path, for people
};

// Asks for a passphrase (UTF-8, as typed) and returns it; nothing when there is none to be had. Called on the thread
// that uses the home, which waits meanwhile.
using PassphraseQuestion = std::function<std::optional<crypto::SecretBytes>(const PassphraseRequest &)>;

// Any thread; the calls of several come one after the other. Each call may take long, because a person may be asked:
// never on a thread that must not wait. Nothing is ever replaced by anything else: what fails leaves the home as it
// was.
class SecretHome
{
public:
    SecretHome() = default;
    virtual ~SecretHome() = default;
    SecretHome(const SecretHome &) = delete;
    SecretHome &operator=(const SecretHome &) = delete;

    [[nodiscard]] virtual HomeKind kind() const noexcept = 0;

    // Keeps the secret under the record's id, which is not in use (KeyExists otherwise), and has read it back when it
    // returns.
    virtual void store(const KeyRecord &record, const crypto::SecretBytes &secret) = 0;
    // A copy of the secret as it lies there, not judged. Throws StreamError KeyEntryMissing when there is none under
    // this id.
    [[nodiscard]] virtual crypto::SecretBytes fetch(const KeyRecord &record) = 0;
    // Removes the secret, and has made sure that it is gone when it returns. KeyEntryMissing as fetch().
    virtual void remove(const KeyRecord &record) = 0;
    // Forgets what opens the home without asking again. For when the desk is locked.
    virtual void lock() = 0;
};

} // namespace streamdesk::keys
