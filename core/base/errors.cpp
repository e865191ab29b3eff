#include "core/base/errors.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace streamdesk {

namespace {

std::string sentence(std::string_view message, const ErrorContext &context)
{
    std::string text;
    if (!context.file.empty()) {
        text += context.file;
        text += ": ";
    }
    if (context.chunk) {
        text += "chunk " + std::to_string(*context.chunk) + ": ";
    }
    if (!context.field.empty()) {
        text += context.field;
        text += ": ";
    }
    text += message;
    return text;
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isBase64Digit(char c)
{
    return isLetterOrDigit(c) || c == '+' || c == '/' || c == '-' || c == '_';
}

bool isBase58Digit(char c)
{
    return isLetterOrDigit(c) && c != '0' && c != 'O' && c != 'I' && c != 'l';
}

} // namespace

const char *errorCodeName(ErrorCode code) noexcept
{
    switch (code) {
#define NAME(x)                                                                                                        \
    case ErrorCode::x:                                                                                                 \
        return #x;
        NAME(InvalidHex)
        NAME(InvalidKeyLength)
        NAME(UnusableKey)
        NAME(EmptyValue)
        NAME(InvalidNumber)
        NAME(InvalidText)
        NAME(InvalidKeyFile)
        NAME(InvalidCode)
        NAME(InvalidRange)
        NAME(UnsupportedHashAlgorithm)
        NAME(InvalidRule)
        NAME(LeakingRule)
        NAME(DidNotOfKey)
        NAME(InvalidJson)
        NAME(JsonLimit)
        NAME(MissingField)
        NAME(WrongType)
        NAME(UnsupportedSchema)
        NAME(InvalidTrustFile)
        NAME(KeyRevoked)
        NAME(InvalidKeyList)
        NAME(InvalidBackup)
        NAME(WrongPassphrase)
        NAME(PassphraseNotGiven)
        NAME(UnknownKey)
        NAME(KeyExists)
        NAME(WrongKeyKind)
        NAME(KeyEntryMissing)
        NAME(KeyEntryChanged)
        NAME(SecretTooLarge)
        NAME(KeychainAbsent)
        NAME(KeychainLocked)
        NAME(KeychainCancelled)
        NAME(KeychainSlow)
        NAME(KeychainGone)
        NAME(KeychainDenied)
        NAME(KeychainFailed)
        NAME(NoChunks)
        NAME(NoCiphertext)
        NAME(NoAccessFiles)
        NAME(DuplicateChunk)
        NAME(MissingChunk)
        NAME(MissingCiphertext)
        NAME(NotGranted)
        NAME(OwnerRecipientMissing)
        NAME(VerificationFailed)
        NAME(UnwrapFailed)
        NAME(CommitmentMismatch)
        NAME(DecryptionFailed)
        NAME(PlaintextHashMismatch)
        NAME(NotFound)
        NAME(NotReadable)
        NAME(NotWritable)
        NAME(NotAFile)
        NAME(NotADirectory)
        NAME(InTheWay)
        NAME(DiskFull)
        NAME(TooLarge)
        NAME(IoFailed)
        NAME(FileChanged)
        NAME(Busy)
        NAME(UnsafeName)
        NAME(ArchiveLimit)
        NAME(InvalidArchive)
        NAME(Stopped)
#undef NAME
    }
    return "Unknown";
}

StreamError::StreamError(ErrorCode code, std::string_view message, ErrorContext context)
    : m_code(code), m_message(message), m_context(std::move(context)), m_sentence(sentence(m_message, m_context))
{
}

void StreamError::addContext(const ErrorContext &context)
{
    if (m_context.file.empty()) {
        m_context.file = context.file;
    }
    if (m_context.field.empty()) {
        m_context.field = context.field;
    }
    if (!m_context.chunk) {
        m_context.chunk = context.chunk;
    }
    m_sentence = sentence(m_message, m_context);
}

StreamValidationError::StreamValidationError(ErrorCode code, std::string_view message, std::string field,
                                             std::string constraint)
    : StreamError(code, message, ErrorContext{.file = {}, .field = std::move(field), .chunk = {}}),
      m_constraint(std::move(constraint))
{
}

std::string redact(std::string_view text)
{
    std::vector<bool> secret(text.size(), false);
    const auto markRuns = [&](bool (*belongs)(char), const auto &isKey) {
        for (std::size_t begin = 0; begin < text.size();) {
            std::size_t end = begin;
            while (end < text.size() && belongs(text[end])) {
                ++end;
            }
            if (isKey(text.substr(begin, end - begin), text.substr(end))) {
                std::fill(secret.begin() + static_cast<std::ptrdiff_t>(begin),
                          secret.begin() + static_cast<std::ptrdiff_t>(end), true);
            }
            begin = end + 1;
        }
    };
    // Some digits fewer than a key has, and some letters among them: a mistyped key is a key but for a few guesses.
    markRuns(isLetterOrDigit, [](std::string_view run, std::string_view) {
        return std::count_if(run.begin(), run.end(), isHexDigit) >= 56;
    });
    markRuns(isBase58Digit, [](std::string_view run, std::string_view) { return run.size() >= 87; });
    markRuns(isBase64Digit, [](std::string_view run, std::string_view rest) {
        constexpr std::size_t digitsOfKey = 43; // of 32 bytes, but for the "=" behind them
        if (run.size() < digitsOfKey || !rest.starts_with('=')) {
            return false;
        }
        const std::string_view end = run.substr(run.size() - digitsOfKey);
        const auto holds = [end](char first, char last) {
            return std::any_of(end.begin(), end.end(), [&](char c) { return c >= first && c <= last; });
        };
        return holds('0', '9') && holds('A', 'Z') && holds('a', 'z'); // and not a long path
    });

    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!secret[at]) {
            result += text[at];
        } else if (at == 0 || !secret[at - 1]) {
            result += "[REDACTED]";
        }
    }
    return result;
}

} // namespace streamdesk
