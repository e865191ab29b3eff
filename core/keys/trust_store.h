// The desk's own trust file, which several programs may use at the same time.
#pragma once

#include "core/keys/trust_file.h"

#include <filesystem>
#include <functional>

namespace streamdesk::keys {

// Any thread; nothing is kept open between the calls.
class TrustStore
{
public:
    // Where the window and the command line keep it: trust.json in the settings folder of this user.
    [[nodiscard]] static std::filesystem::path usualPath();

    explicit TrustStore(std::filesystem::path path = usualPath()) : m_path(std::move(path)) {}

    [[nodiscard]] const std::filesystem::path &path() const noexcept { return m_path; }

    // What it says now; nothing when there is no such file yet. Throws as readTrustFile() does.
    [[nodiscard]] TrustFile read() const;
    // TrustFile::lookUp() of what it says now.
    [[nodiscard]] stream::SignerTrust lookUp(const std::string &did, const crypto::Ed25519PublicKey &key,
                                             const std::string &firstChunkId) const
    {
        return read().lookUp(did, key, firstChunkId);
    }

    // Reads, lets `edit` change it, and puts the result in place of the file in one step, while every other program
    // that does the same waits. When `edit` throws, or anything else fails, the file is as it was. A file that cannot
    // be read, or is of a newer program, is not replaced; nor is anything written when nothing changed. Waits for some
    // seconds at most: throws StreamError Busy when another program does not come to an end. Also IoError.
    void update(const std::function<void(TrustFile &)> &edit) const;

private:
    std::filesystem::path m_path;
};

} // namespace streamdesk::keys
