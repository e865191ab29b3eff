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

bool isBase58Digit(char c)
{
    return ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) && c != '0' && c != 'O'
           && c != 'I' && c != 'l';
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
        NAME(InvalidJson)
        NAME(JsonLimit)
        NAME(MissingField)
        NAME(WrongType)
        NAME(UnsupportedSchema)
        NAME(InvalidTrustFile)
        NAME(NoChunks)
        NAME(NoCiphertext)
        NAME(NoAccessFiles)
        NAME(DuplicateChunk)
        NAME(MissingChunk)
        NAME(MissingCiphertext)
        NAME(NotGranted)
        NAME(OwnerRecipientMissing)
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
    const auto markRuns = [&](bool (*belongs)(char), std::size_t atLeast) {
        for (std::size_t begin = 0; begin < text.size();) {
            std::size_t end = begin;
            while (end < text.size() && belongs(text[end])) {
                ++end;
            }
            if (end - begin >= atLeast) {
                std::fill(secret.begin() + static_cast<std::ptrdiff_t>(begin),
                          secret.begin() + static_cast<std::ptrdiff_t>(end), true);
            }
            begin = end + 1;
        }
    };
    markRuns(isHexDigit, 64);
    markRuns(isBase58Digit, 87);

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
