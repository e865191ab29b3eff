// What the Secret Service says of itself and of an entry, without opening anything and without asking anybody:
// QtKeychain tells a missing entry from a locked one by no sign. Elsewhere than on Linux and its relatives nothing is
// known.
#pragma once

#include <string>

namespace streamdesk::keys {

struct ServiceLook
{
    enum class State {
        Unknown,   // no Secret Service on this system, or one that answers something else
        NoBus,     // no session in which a keychain could be reached
        NoService, // nobody answers to its name
        Denied,    // this program may not talk to it
        Silent,    // no answer within some seconds
        Gone,      // ended while it was asked
        Ready,
    };
    State state = State::Unknown;
    std::string owner{};           // changes when the service was started again
    bool collectionLocked = false; // where new entries go, or there is no such place yet
    unsigned entries = 0;
    unsigned lockedEntries = 0; // of these
};

// Waits for some seconds at most. One thread, which has to be the same each time.
[[nodiscard]] ServiceLook lookAtService(const std::string &service, const std::string &key);

} // namespace streamdesk::keys
