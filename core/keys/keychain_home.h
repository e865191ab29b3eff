// Secrets in the keychain of the operating system: Windows Credential Manager, macOS Keychain, Secret Service or
// KWallet, through QtKeychain. One entry a key; service and key both begin with the application's id.
#pragma once

#include "core/keys/secret_home.h"

#include <chrono>
#include <functional>
#include <string>

namespace streamdesk::keys {

// Any thread but the one of the window: every call waits. A QCoreApplication has to exist. The work itself is done in
// one thread of this process, one request after the other, because the system may show a question to the person and
// wait for the answer.
//
// What goes wrong has a code each: KeychainAbsent (none here, or no session to reach it), KeychainLocked (and nobody
// can be asked), KeychainCancelled (the question was closed), KeychainSlow (no answer in time), KeychainGone (its
// program ended while it was asked), KeychainDenied, KeyEntryMissing, KeyExists, SecretTooLarge, KeychainFailed (its
// own words), Stopped. A request that is given up is never broken off; one that stores and comes to its end later is
// undone then.
class KeychainHome : public SecretHome
{
public:
    static constexpr const char *application = "io.github.streamdesk.StreamDesk";
    // What every keychain takes (Windows: CRED_MAX_CREDENTIAL_BLOB_SIZE), in bytes.
    static constexpr std::size_t mostBytes = 2560;

    // Each call gives up after `patience`, or soon after `stopped` says true.
    explicit KeychainHome(std::chrono::milliseconds patience = std::chrono::seconds(90),
                          std::function<bool()> stopped = {});

    [[nodiscard]] HomeKind kind() const noexcept override { return HomeKind::Keychain; }

    void store(const KeyRecord &record, const crypto::SecretBytes &secret) override;
    [[nodiscard]] crypto::SecretBytes fetch(const KeyRecord &record) override;
    void remove(const KeyRecord &record) override;
    // Nothing to forget: the keychain has its own lock.
    void lock() override {}

private:
    std::chrono::milliseconds m_patience;
    std::function<bool()> m_stopped;
};

} // namespace streamdesk::keys
