#include "core/crypto/random.h"

#include "core/base/errors.h"
#include "core/crypto/sodium.h"

#include <sodium.h>

namespace streamdesk::crypto {

void requireSodium()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready) {
        throw StreamSigningError(ErrorCode::IoFailed, "libsodium could not be started");
    }
}

void randomBytes(std::span<std::byte> out)
{
    requireSodium();
    if (!out.empty()) {
        randombytes_buf(out.data(), out.size());
    }
}

} // namespace streamdesk::crypto
