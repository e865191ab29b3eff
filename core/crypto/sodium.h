// Starting libsodium, for the files of this room only.
#pragma once

namespace streamdesk::crypto {

// Initialises libsodium once; cheap afterwards. Any thread. Throws StreamSigningError when the library refuses.
void requireSodium();

} // namespace streamdesk::crypto
