#include "core/recognition/recognition.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/io/staging.h"
#include "core/package/entry_name.h"
#include "core/package/file_store.h"
#include "core/package/zip_directory.h"
#include "core/package/zip_store.h"
#include "core/recognition/content.h"
#include "core/stream/buyer_access.h"

#include <algorithm>
#include <set>
#include <vector>

namespace streamdesk::recognition {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostNames = 20'000; // of a folder that are looked at
constexpr std::size_t mostSubfolders = 64;
constexpr std::size_t mostEnvelopes = 8; // that are read to see whether they are any
constexpr std::size_t mostFiles = 200;   // others that are read
constexpr std::uint64_t mostBytes = std::uint64_t{64} << 20U;

std::string nameOf(const fs::path &path)
{
    const std::u8string name = path.filename().u8string();
    return {reinterpret_cast<const char *>(name.data()), name.size()};
}

Recognition unknown(Reason reason)
{
    return Recognition{.reason = reason};
}

Recognition from(const Content &content)
{
    return Recognition{.kind = content.kind,
                       .reason = content.reason,
                       .subject = content.subject,
                       .count = content.count,
                       .index = content.index};
}

// The files of a folder or a ZIP file by what their names promise.
struct Names
{
    std::vector<std::string> envelopes;
    std::vector<std::string> others; // *.json
    std::size_t count = 0;
    bool all = true; // false when there are more than are listed

    void add(std::string name)
    {
        ++count;
        if (package::isEnvelopeName(name)) {
            envelopes.push_back(std::move(name));
        } else if (name.ends_with(".json") && name != package::manifestName) {
            others.push_back(std::move(name));
        }
    }
};

struct Listing
{
    Names names;
    std::vector<fs::path> subfolders;
};

// Nothing when the folder cannot be read.
std::optional<Listing> list(const fs::path &folder)
{
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error) {
        return std::nullopt;
    }
    Listing listing;
    for (std::size_t seen = 0; entries != fs::directory_iterator(); ++seen) {
        std::string name = nameOf(entries->path());
        std::error_code ignored;
        if (seen == mostNames) {
            listing.names.all = false;
            break;
        }
        if (io::isStagingName(name) || package::isSystemLeftover(name)) {
            // a run that goes on or was killed, or the operating system, left it
        } else if (!entries->is_directory(ignored)) {
            listing.names.add(std::move(name));
        } else if (listing.subfolders.size() < mostSubfolders) {
            listing.subfolders.push_back(entries->path());
        } else {
            listing.names.all = false;
        }
        entries.increment(error);
        if (error) {
            return std::nullopt;
        }
    }
    std::sort(listing.names.envelopes.begin(), listing.names.envelopes.end());
    std::sort(listing.names.others.begin(), listing.names.others.end());
    std::sort(listing.subfolders.begin(), listing.subfolders.end());
    return listing;
}

// Whether files with an envelope's name are envelopes: some is one, or some cannot be read, which its package will
// tell. `read` makes a Content of a name.
template <typename Read>
bool holdEnvelopes(const Names &names, std::string &did, Read read)
{
    bool unreadable = false;
    for (std::size_t i = 0; i < std::min(names.envelopes.size(), mostEnvelopes); ++i) {
        const Content content = read(names.envelopes[i]);
        if (content.kind == Kind::Envelope) {
            did = content.subject;
            return true;
        }
        unreadable = unreadable || content.reason == Reason::NotReadable || content.reason == Reason::EmptyFile
                     || content.reason == Reason::BrokenJson;
    }
    return unreadable;
}

// Files of a kind, with what they have in common.
struct Tally
{
    std::uint64_t files = 0;
    std::string subject;

    void add(const Content &content)
    {
        if (files++ == 0) {
            subject = content.subject;
        } else if (subject != content.subject) {
            subject.clear();
        }
    }
};

struct Loose
{
    Tally access;
    Tally readings;
    bool all = true; // false when not all files were looked at
};

template <typename Read>
Loose looseFiles(const Names &names, Read read)
{
    Loose loose{.access = {}, .readings = {}, .all = names.all};
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < names.others.size(); ++i) {
        if (i == mostFiles || bytes > mostBytes) {
            loose.all = false;
            break;
        }
        const Content content = read(names.others[i]);
        bytes += content.bytesRead;
        if (content.kind == Kind::AccessFile) {
            loose.access.add(content);
        } else if (content.kind == Kind::DataPackage) {
            loose.readings.add(content);
        }
    }
    return loose;
}

Recognition ofTally(Kind kind, const Tally &tally, bool all)
{
    return Recognition{
        .kind = kind, .subject = tally.subject, .count = all ? std::optional(tally.files) : std::nullopt};
}

// Readings or access files, should it hold one or the other.
std::optional<Recognition> ofLoose(const Loose &loose)
{
    if (loose.readings.files > 0) {
        return ofTally(Kind::DataPackageFolder, loose.readings, loose.all);
    }
    if (loose.access.files > 0) {
        return ofTally(Kind::AccessFolder, loose.access, loose.all);
    }
    return std::nullopt;
}

auto readerIn(const fs::path &folder)
{
    return [&folder](const std::string &name) { return contentOf(folder / pathFromUtf8(name)); };
}

// Subfolders as in package/ and access/, or one folder that wraps everything.
Recognition ofSubfolders(const std::vector<fs::path> &subfolders)
{
    std::set<std::string> envelopes;
    std::optional<Recognition> package;
    std::vector<Recognition> others;
    bool access = false;
    for (const fs::path &subfolder : subfolders) {
        const auto listing = list(subfolder);
        if (!listing) {
            continue;
        }
        const auto read = readerIn(subfolder);
        std::string did;
        if (holdEnvelopes(listing->names, did, read)) {
            for (const std::string &name : listing->names.envelopes) {
                if (!envelopes.insert(name).second) {
                    return unknown(Reason::SeveralPackages);
                }
            }
            package = Recognition{.kind = Kind::PackageFolder, .subject = std::move(did)};
        }
        const Loose loose = looseFiles(listing->names, read);
        access = access || loose.access.files > 0;
        if (auto found = ofLoose(loose)) {
            found->path = subfolder;
            others.push_back(std::move(*found));
        }
    }
    if (package) {
        package->accessBeside = access;
        return *package;
    }
    return others.size() == 1 ? others.front() : unknown(Reason::UnknownFolder);
}

Recognition ofFolder(const fs::path &folder)
{
    const auto listing = list(folder);
    if (!listing) {
        return unknown(Reason::NotReadable);
    }
    if (listing->names.count == 0 && listing->subfolders.empty()) {
        return Recognition{.kind = Kind::EmptyFolder};
    }
    const auto read = readerIn(folder);
    const Loose loose = looseFiles(listing->names, read);
    std::string did;
    if (holdEnvelopes(listing->names, did, read)) {
        return Recognition{
            .kind = Kind::PackageFolder, .subject = std::move(did), .accessBeside = loose.access.files > 0};
    }
    if (listing->names.envelopes.empty()) { // or a package would not look further down either
        Recognition deeper = ofSubfolders(listing->subfolders);
        if (deeper.kind == Kind::PackageFolder || deeper.reason == Reason::SeveralPackages) {
            deeper.accessBeside = deeper.accessBeside || loose.access.files > 0;
            return deeper;
        }
        return ofLoose(loose).value_or(deeper);
    }
    return ofLoose(loose).value_or(unknown(Reason::UnknownFolder));
}

Recognition ofZip(const fs::path &file)
{
    try {
        const package::ZipStore zip(file);
        Names names;
        for (std::string &name : zip.names()) {
            names.add(std::move(name));
        }
        const auto read = [&zip](const std::string &name) {
            try {
                std::string text;
                zip.readText(name, stream::maxAccessFileBytes, text);
                const std::uint64_t size = text.size();
                Content content = contentOf(std::move(text));
                content.bytesRead = size;
                return content;
            } catch (const StreamError &) {
                return Content{.reason = Reason::NotReadable}; // one damaged file does not make the rest useless
            }
        };
        std::string did;
        const bool isPackage = holdEnvelopes(names, did, read);
        const Loose loose = looseFiles(names, read);
        if (isPackage) {
            return Recognition{
                .kind = Kind::PackageZip, .subject = std::move(did), .accessBeside = loose.access.files > 0};
        }
        return loose.access.files > 0 && loose.readings.files == 0
                   ? ofTally(Kind::AccessFolder, loose.access, loose.all)
                   : unknown(Reason::NoPackageInArchive);
    } catch (const StreamError &error) {
        switch (error.code()) {
        case ErrorCode::ArchiveLimit:
        case ErrorCode::TooLarge:
            return unknown(Reason::TooLarge);
        case ErrorCode::UnsafeName:
            return unknown(Reason::UnsafeArchive);
        case ErrorCode::DuplicateChunk:
            return unknown(Reason::SeveralPackages);
        case ErrorCode::InvalidArchive:
            return unknown(Reason::DamagedArchive);
        default:
            return unknown(Reason::NotReadable);
        }
    }
}

// Whether another file beside this one is an envelope.
bool envelopesBeside(const fs::path &file)
{
    const fs::path folder = file.parent_path();
    auto listing = list(folder);
    if (!listing) {
        return false;
    }
    std::erase(listing->names.envelopes, nameOf(file));
    std::string ignored;
    const auto read = readerIn(folder);
    return holdEnvelopes(listing->names, ignored, [&read](const std::string &name) {
        Content content = read(name);
        content.reason = Reason::None; // only an envelope counts
        return content;
    });
}

// Envelope, Manifest or Ciphertext when a file has the name of one beside envelopes; its content told nothing, as that
// of a ciphertext must and that of a damaged file may.
std::optional<Kind> partByName(const std::string &name)
{
    if (package::isEnvelopeName(name)) {
        return Kind::Envelope;
    }
    if (name == package::manifestName) {
        return Kind::Manifest;
    }
    return name.starts_with("chunk-") && name.ends_with(".bin") ? std::optional(Kind::Ciphertext) : std::nullopt;
}

Recognition ofFile(const fs::path &file)
{
    Recognition found = from(contentOf(file));
    const std::string name = nameOf(file);
    const auto part = partByName(name);
    const bool isPart = found.kind == Kind::Envelope || found.kind == Kind::Manifest;
    if (isPart && part != found.kind) {
        return unknown(Reason::WrongName);
    }
    if (found.kind == Kind::Manifest && !envelopesBeside(file)) {
        return unknown(Reason::NoPackageAround);
    }
    const bool tellsNothing = found.kind == Kind::Unknown && found.reason != Reason::NotFound
                              && found.reason != Reason::SpecialFile && found.reason != Reason::NotReadable;
    if (part && tellsNothing && envelopesBeside(file)) {
        found = Recognition{.kind = *part};
        found.index = package::chunkNumber(name, *part == Kind::Ciphertext ? ".bin" : ".json");
    }
    if (found.kind == Kind::Envelope || found.kind == Kind::Manifest || found.kind == Kind::Ciphertext) {
        found.path = file.parent_path();
    }
    return found;
}

} // namespace

Recognition recognise(const fs::path &path)
{
    const fs::path given = path.has_filename() || !path.has_parent_path() ? path : path.parent_path();
    std::error_code ignored;
    Recognition found = unknown(Reason::NotFound);
    try {
        const fs::path file = given.empty() ? given : fs::absolute(given);
        if (fs::is_directory(file, ignored)) {
            found = ofFolder(file);
        } else if (fs::is_regular_file(file, ignored) && package::isZipFile(file)) {
            found = ofZip(file);
            // By chance encrypted data begins as a ZIP file does.
            if (found.kind == Kind::Unknown && partByName(nameOf(file)) == Kind::Ciphertext) {
                found = ofFile(file);
            }
        } else {
            found = ofFile(file);
        }
        if (found.path.empty()) {
            found.path = file;
        }
    } catch (const std::exception &) { // a name that this system cannot have
        found = unknown(Reason::NotReadable);
    }
    found.given = path;
    return found;
}

} // namespace streamdesk::recognition
