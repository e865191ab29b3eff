// SHA-256 through OpenSSL.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace streamdesk::crypto {

using Digest = std::array<std::byte, 32>;

// A hash in progress. One thread at a time; may be used again after finish().
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void update(std::span<const std::byte> bytes);
    // The digest of everything since the last finish(), and begins anew.
    [[nodiscard]] Digest finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

[[nodiscard]] Digest sha256(std::span<const std::byte> bytes);
[[nodiscard]] Digest sha256(std::string_view text);

// "0x" and the digest in hex: how the format writes every hash but the key commitment.
[[nodiscard]] std::string hashText(const Digest &digest);

} // namespace streamdesk::crypto
