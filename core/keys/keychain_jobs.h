// QtKeychain's jobs, done in one thread of this process and waited for in another. The only file that knows QtKeychain.
#pragma once

#include "core/crypto/secret_bytes.h"
#include "core/keys/secret_service.h"

#include <chrono>
#include <functional>
#include <string>

namespace streamdesk::keys {

// QtKeychain's answer, and the time until which one waits for it.
struct KeychainAnswer
{
    enum class Outcome { Done, NotFound, Refused, RefusedByPerson, NoKeychain, Failed };
    Outcome outcome = Outcome::Done;
    std::string words{};          // the keychain's own, when it failed
    crypto::SecretBytes secret{}; // of a read that was done
};

class KeychainJobs
{
public:
    // Each call throws StreamError KeychainSlow when there is no answer by then, Stopped soon after `stopped` says
    // true. The job goes on all the same.
    KeychainJobs(std::string service, std::string key, std::chrono::steady_clock::time_point until,
                 std::function<bool()> stopped);

    [[nodiscard]] ServiceLook look() const;
    [[nodiscard]] KeychainAnswer read() const;
    // When it is given up and comes to its end later, the entry is removed then.
    [[nodiscard]] KeychainAnswer write(const crypto::SecretBytes &secret) const;
    [[nodiscard]] KeychainAnswer remove() const;
    // As soon as the keychain comes to it; nobody waits.
    void removeLater() const;

private:
    std::string m_service;
    std::string m_key;
    std::chrono::steady_clock::time_point m_until;
    std::function<bool()> m_stopped;
};

} // namespace streamdesk::keys
