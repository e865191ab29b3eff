// What a file or folder is that somebody dropped, pasted or named: by what is in it, whatever it is called.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace streamdesk::recognition {

enum class Kind {
    PackageFolder,     // a folder with envelopes in it or one level down, as in package/
    PackageZip,        //
    Envelope,          // one envelope of the package around it
    Manifest,          // the manifest of the package around it
    Ciphertext,        // one chunk's encrypted data in the package around it
    DataPackage,       // a signed reading
    DataPackageLines,  // signed readings, one a line
    DataPackageFolder, // a folder of signed readings
    AccessFile,        // what opens some chunks for one buyer
    AccessFolder,      // a folder or ZIP file of nothing but those
    KeyFile,           // 64 hex digits: a private or a public key, nobody can tell which; or a robot's key in JSON
    KeyBackup,         // encrypted keys of a desk
    DeskFile,          // what a desk knows but for secrets
    TrustFile,         // trusted machines
    Receipt,           // of a verification, signed
    EmptyFolder,
    Unknown, // reason says why
};

enum class Reason {
    None, // it is known
    NotFound,
    NotReadable,
    SpecialFile, // a pipe, a device, a socket: not opened
    EmptyFile,
    TooLarge,    // for any file of the format
    NotJson,     // nor anything else that is known
    BrokenJson,  // begins as JSON does and is none
    UnknownJson, // JSON that says nothing of what it is
    OtherSchema, // JSON with another schema: subject
    UnknownFolder,
    NoPackageInArchive, // a ZIP file of other things
    DamagedArchive,
    UnsafeArchive,   // a ZIP file with names that lead elsewhere
    SeveralPackages, // subfolders hold the same chunks: one of them has to be named
    NoPackageAround, // a manifest without its package
    WrongName,       // an envelope or a manifest under a name by which no package finds it
};

struct Recognition
{
    Kind kind = Kind::Unknown;
    Reason reason = Reason::None;
    std::filesystem::path given{}; // as it was asked for
    std::filesystem::path path{};  // what to open: given, or the folder of the package around it
    // For one line, at most 80 bytes or so: DID of a package or a reading, buyer id of access files, name of another
    // schema. Empty when it is not known or not the same throughout.
    std::string subject{};
    // Readings, access files in a folder, chunks in an access file or a receipt, machines in a trust file; nothing when
    // counting would take long.
    std::optional<std::uint64_t> count{};
    std::optional<std::uint64_t> index{}; // of an envelope's or a ciphertext's chunk
    bool accessBeside = false;            // a package with access files in or beside it
};

// Looks at a path. Reads 64 KiB of a file and more only of what begins as JSON, up to the format's own limits; of a
// folder a bounded number of names and files, one level down. Waits for nothing but the disk. What was read is wiped,
// for it may be a key. Never throws for what it finds. Any thread, but not one that must not block.
[[nodiscard]] Recognition recognise(const std::filesystem::path &path);

} // namespace streamdesk::recognition
