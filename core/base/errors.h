// What core throws. Every error carries a closed code, for programs, and a context that says where; what() is one
// English sentence for logs and for the command line. No message ever holds key material: see redact().
// Bad data found by a verification is no error, it is a finding (core/stream/finding.h).
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

namespace streamdesk {

enum class ErrorCode {
    // values given by a person or a program
    InvalidHex,
    InvalidKeyLength,
    UnusableKey,
    EmptyValue,
    InvalidNumber,
    InvalidText,
    InvalidKeyFile,
    InvalidCode,
    InvalidRange,
    UnsupportedHashAlgorithm,
    InvalidRule,
    LeakingRule,
    DidNotOfKey,
    // documents
    InvalidJson,
    JsonLimit,
    MissingField,
    WrongType,
    UnsupportedSchema,
    InvalidTrustFile,
    KeyRevoked,
    // keys of this desk
    InvalidKeyList,
    InvalidBackup,
    WrongPassphrase,
    PassphraseNotGiven,
    UnknownKey,
    KeyExists,
    WrongKeyKind,
    KeyEntryMissing,
    KeyEntryChanged,
    SecretTooLarge,
    KeychainAbsent,
    KeychainLocked,
    KeychainCancelled,
    KeychainSlow,
    KeychainGone,
    KeychainDenied,
    KeychainFailed,
    // packages and access files
    NoChunks,
    NoCiphertext,
    NoAccessFiles,
    DuplicateChunk,
    MissingChunk,
    MissingCiphertext,
    NotGranted,
    OwnerRecipientMissing,
    // cryptography
    VerificationFailed,
    UnwrapFailed,
    CommitmentMismatch,
    DecryptionFailed,
    PlaintextHashMismatch,
    // files and folders
    NotFound,
    NotReadable,
    NotWritable,
    NotAFile,
    NotADirectory,
    InTheWay,
    DiskFull,
    TooLarge,
    IoFailed,
    FileChanged,
    Busy,
    // ZIP files
    UnsafeName,
    ArchiveLimit,
    InvalidArchive,
    // the person asked to stop
    Stopped,
};

// The code's name as it stands above; never nullptr. For logs and for the test that every code is produced.
[[nodiscard]] const char *errorCodeName(ErrorCode code) noexcept;

struct ErrorContext
{
    std::string file;                   // path or name as the person knows it, UTF-8; empty when none
    std::string field;                  // dotted path inside the file, or the name of an option; empty when none
    std::optional<std::uint64_t> chunk; // index of the chunk
};

class StreamError : public std::exception
{
public:
    StreamError(ErrorCode code, std::string_view message, ErrorContext context = {});

    [[nodiscard]] const char *what() const noexcept override { return m_sentence.c_str(); }
    [[nodiscard]] ErrorCode code() const noexcept { return m_code; }
    [[nodiscard]] const ErrorContext &context() const noexcept { return m_context; }
    // The same error under another code.
    [[nodiscard]] StreamError as(ErrorCode code) const { return StreamError(code, m_message, m_context); }
    // Fills in the parts of the context that are empty, where the error passes through: catch it by reference, add, and
    // throw on.
    void addContext(const ErrorContext &context);

private:
    ErrorCode m_code;
    std::string m_message;
    ErrorContext m_context;
    std::string m_sentence;
};

// A parameter or a field that breaks a rule: `field` names it, `constraint` is the rule.
class StreamValidationError : public StreamError
{
public:
    StreamValidationError(ErrorCode code, std::string_view message, std::string field, std::string constraint);

    [[nodiscard]] const std::string &constraint() const noexcept { return m_constraint; }

private:
    std::string m_constraint;
};

// Signing, sealing or encrypting failed in the library underneath.
class StreamSigningError : public StreamError
{
public:
    using StreamError::StreamError;
};

// The operating system refused: context().file names the path.
class IoError : public StreamError
{
public:
    using StreamError::StreamError;
};

// Replaces what looks like a key: a word with 56 hex digits and more (a key has 64, and may be mistyped), base58 of 87
// characters and more, base64 of 32 bytes. An address or a nonce in hex is shorter.
// For text that came from outside and may hold a key typed in the wrong place (format.md, Errors).
[[nodiscard]] std::string redact(std::string_view text);

} // namespace streamdesk
