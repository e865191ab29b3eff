// Compiled as it is, which must work, and with STREAMED=secret and STREAMED=key, which must not.
#include "core/crypto/keys.h"
#include "core/crypto/secret_bytes.h"

#include <iostream>

void tell(std::ostream &out);

void tell(std::ostream &out)
{
    const streamdesk::crypto::SecretBytes secret(32);
    const streamdesk::crypto::ChunkKey key;
    out << secret.size() << key.bytes().size();
#ifdef STREAMED
    out << STREAMED;
#endif
}
