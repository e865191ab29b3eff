// What a verification found. Findings are facts about bytes; words for people are made from them by the command line
// and the window.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::stream {

enum class FindingCode {
    // nothing can be judged
    NoChunks,
    NoCiphertextAtAll,
    UnknownSchema,
    RobotDialect,
    // a chunk that is here fails
    EnvelopeUnreadable,
    FieldMissing,
    FieldWrongType,
    SchemaDiffers,
    DialectDiffers,
    DuplicateIndex,
    FirstLinkNotNull,
    LinkMismatch,
    CiphertextUnreadable,
    HashMismatch,
    ChunkIdMismatch,
    IdentityBlank,
    SignatureInvalid,
    MoreThanManifest,
    // the signer is not one, or not the one it should be
    WorthlessKey,
    SeveralKeys,
    SeveralDids,
    ManifestDidDiffers,
    KeyContradictsTrust,
    KeyRevoked,
    SignerDiffersFromSight, // when this chain was verified here before, another key had signed it
    // not what was announced elsewhere
    CodeMismatch,
    RolledBack,
    // something is not here
    ChunkMissing,
    CiphertextMissing,
    FewerThanManifest,
    // worth saying, changes no verdict
    ManifestMissing,
    ManifestUnreadable,
    UnknownAlgorithm,
    GrownSincePin,  // all that was seen before is here, and more behind it
    CopyUsed,       // ciphertext under a name that only a copy has
    CopyPassedOver, // an envelope that another file holds to the byte
};

// What a finding makes of the whole, the gravest first; design.md's verdicts in their order.
enum class Gravity { NotCheckable, Damaged, SignerChanged, CodeMismatch, RolledBack, Incomplete, Remark };

// In what way something differs, as far as the bytes tell. Never whether by accident or by intent.
enum class Difference {
    None,
    Truncated,       // the ciphertext ends early
    Extended,        // the ciphertext goes on too long
    Altered,         // the ciphertext has other bytes than were signed
    EnvelopeChanged, // the ciphertext is what was signed; the envelope names another hash
    Swapped,         // the ciphertext belongs to chunk `other`
    Relinked,        // signed content, but in another place of a chain
};

struct Finding
{
    FindingCode code;
    std::optional<std::uint64_t> index{}; // chunk; none when it concerns the whole
    std::uint64_t last = 0;               // with an index: the last chunk of a stretch that shares the finding
    std::string file{};
    std::string field{};
    std::string expected{};
    std::string actual{};
    Difference difference = Difference::None;
    std::uint64_t other = 0;        // with Swapped: the chunk whose ciphertext this is
    std::uint64_t actualSize = 0;   // with HashMismatch: bytes of ciphertext that are here
    std::uint64_t expectedSize = 0; // with HashMismatch: bytes that should be, where that is known; else 0
    std::uint64_t countThen = 0;    // with RolledBack and GrownSincePin: chunks of the chain before …
    std::uint64_t countNow = 0;     // … and now
    bool refusedByReference = false;
};

[[nodiscard]] Gravity gravityOf(FindingCode code) noexcept;

// A stable name for programs. The reference's own words where it has them ("hash_mismatch"), else ours in the style of
// "worthless-key".
[[nodiscard]] std::string_view reasonOf(FindingCode code) noexcept;

// A stable name for programs: "truncated", "swapped", …; empty for None.
[[nodiscard]] std::string_view differenceName(Difference difference) noexcept;

// Neighbouring chunks of which the same is to be said.
struct Stretch
{
    const Finding *finding; // of the first of them
    std::uint64_t last;     // with an index: the last chunk
};

// Joins findings in chain order that agree in code, difference and field; those of swapped chunks stay apart, because
// each names another chunk. Points into `findings`, and keeps their order.
[[nodiscard]] std::vector<Stretch> stretches(const std::vector<Finding> &findings);

} // namespace streamdesk::stream
