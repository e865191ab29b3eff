// Asking the person at the terminal, whatever standard input and output are.
#pragma once

#include "core/crypto/secret_bytes.h"

#include <functional>
#include <optional>
#include <string_view>

namespace streamdesk::io {

enum class Echo { Shown, Hidden };

// Writes the question to the terminal of this process and returns the line that is typed, at most 4,096 bytes of it,
// without its end. Nothing when there is no terminal, or it was closed (Ctrl+D). Asks `stopped` while it waits and
// throws StreamError Stopped when it says true. The terminal is left as it was.
[[nodiscard]] std::optional<crypto::SecretBytes> askTerminal(std::string_view question, Echo echo,
                                                             const std::function<bool()> &stopped);

} // namespace streamdesk::io
