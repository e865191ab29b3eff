#include "core/package/zip_directory.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/package/entry_name.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

namespace streamdesk::package {

namespace {

// Signatures, and sizes of what follows them in full (APPNOTE.TXT, 4.3).
constexpr std::uint32_t localSignature = 0x04034b50;
constexpr std::uint32_t entrySignature = 0x02014b50;
constexpr std::uint32_t endSignature = 0x06054b50;
constexpr std::uint32_t end64Signature = 0x06064b50;
constexpr std::uint32_t locatorSignature = 0x07064b50;
constexpr std::size_t localSize = 30;
constexpr std::size_t entrySize = 46;
constexpr std::size_t endSize = 22;
constexpr std::size_t end64Size = 56;
constexpr std::size_t locatorSize = 20;
constexpr std::size_t longestComment = 0xFFFF;

constexpr std::uint64_t masked16 = 0xFFFF; // the value is in the 64-bit record
constexpr std::uint64_t masked32 = 0xFFFFFFFF;
constexpr std::size_t mostEndSignatures = 16; // chance puts one into a file in fifty thousand

using Bytes = std::span<const std::byte>;

std::uint64_t number(Bytes bytes, std::size_t at, std::size_t width)
{
    std::uint64_t value = 0;
    for (std::size_t i = width; i-- > 0;) {
        value = value << 8U | std::to_integer<std::uint64_t>(bytes[at + i]);
    }
    return value;
}

std::uint64_t u16(Bytes bytes, std::size_t at)
{
    return number(bytes, at, 2);
}

std::uint64_t u32(Bytes bytes, std::size_t at)
{
    return number(bytes, at, 4);
}

std::uint64_t u64(Bytes bytes, std::size_t at)
{
    return number(bytes, at, 8);
}

// Where the directory is.
struct End
{
    std::uint64_t entries = 0;
    std::uint64_t size = 0;   // bytes of the directory
    std::uint64_t offset = 0; // of the directory
    std::uint64_t stop = 0;   // offset of what follows it
    bool wide = false;        // said in 64 bits
};

class DirectoryReader
{
public:
    explicit DirectoryReader(const io::File &file) : m_file(file), m_fileSize(file.size()) {}

    std::vector<ZipEntry> run()
    {
        const End end = findEnd();
        if (end.entries > maxZipEntries) {
            tooManyEntries(end.entries);
        }
        if (end.size > maxZipDirectoryBytes) {
            fail(ErrorCode::ArchiveLimit, "its directory has " + std::to_string(end.size) + " bytes; at most "
                                              + std::to_string(maxZipDirectoryBytes) + " are read");
        }
        if (end.offset > end.stop || end.size != end.stop - end.offset) {
            damaged("its directory is not where its end says");
        }
        readEntries(end);
        checkPlaces(end);
        checkNames();
        return std::move(m_entries);
    }

private:
    struct Place
    {
        std::uint64_t begin;
        std::uint64_t end;
        std::size_t entry;
    };

    [[noreturn]] void fail(ErrorCode code, const std::string &message) const
    {
        throw IoError(code, message, ErrorContext{.file = displayPath(m_file.path()), .field = {}, .chunk = {}});
    }

    [[noreturn]] void damaged(const std::string &what) const
    {
        fail(ErrorCode::InvalidArchive, "is no whole ZIP file: " + what);
    }

    [[noreturn]] void refuse(ErrorCode code, std::string_view name, std::string_view what) const
    {
        std::string message = "the entry " + quotedName(name) + " ";
        message += what;
        fail(code, message);
    }

    [[noreturn]] void tooManyEntries(std::uint64_t count) const
    {
        fail(ErrorCode::ArchiveLimit,
             "has " + std::to_string(count) + " entries; at most " + std::to_string(maxZipEntries) + " are read");
    }

    template <std::size_t size>
    [[nodiscard]] std::optional<std::array<std::byte, size>> bytesAt(std::uint64_t offset) const
    {
        std::array<std::byte, size> bytes{};
        if (offset > m_fileSize || m_fileSize - offset < size || m_file.readAt(bytes, offset) != size) {
            return std::nullopt;
        }
        return bytes;
    }

    // The end record is the one whose comment ends where the file does. Whatever else looks like one must not be usable
    // as one, or two programs could see two different packages in the same file.
    [[nodiscard]] End findEnd() const
    {
        constexpr std::size_t window = longestComment + endSize + locatorSize;
        std::vector<std::byte> tail(static_cast<std::size_t>(std::min<std::uint64_t>(m_fileSize, window)));
        const std::uint64_t tailOffset = m_fileSize - tail.size();
        if (m_file.readAt(tail, tailOffset) != tail.size()) {
            damaged("it is shorter than it was");
        }
        std::vector<std::size_t> candidates;
        for (std::size_t at = 0; at + endSize <= tail.size(); ++at) {
            if (tail[at] == std::byte{'P'} && u32(tail, at) == endSignature) {
                candidates.push_back(at);
            }
        }
        const auto chosen = std::find_if(candidates.rbegin(), candidates.rend(), [&](std::size_t at) {
            return at + endSize + u16(tail, at + 20) == tail.size();
        });
        if (chosen == candidates.rend()) {
            damaged("the end of its directory is missing, as when a download was cut off");
        }
        for (const std::size_t at : candidates) {
            if (candidates.size() > mostEndSignatures || (at != *chosen && couldBeEnd(tail, at, tailOffset))) {
                fail(ErrorCode::InvalidArchive, "can be read in several ways: it has more than one directory");
            }
        }
        return readEnd(tail, *chosen, tailOffset);
    }

    [[nodiscard]] bool couldBeEnd(Bytes tail, std::size_t at, std::uint64_t tailOffset) const
    {
        if (at >= locatorSize && u32(tail, at - locatorSize) == locatorSignature) {
            return true;
        }
        const std::uint64_t size = u32(tail, at + 12);
        const std::uint64_t offset = u32(tail, at + 16);
        if (offset + size > tailOffset + at) {
            return false;
        }
        const auto first = bytesAt<4>(offset);
        return size == 0 || (first && u32(*first, 0) == entrySignature);
    }

    [[nodiscard]] End readEnd(Bytes tail, std::size_t at, std::uint64_t tailOffset) const
    {
        const bool wide = at >= locatorSize && u32(tail, at - locatorSize) == locatorSignature;
        const std::uint64_t disk = u16(tail, at + 4);
        const std::uint64_t directoryDisk = u16(tail, at + 6);
        const std::uint64_t entriesHere = u16(tail, at + 8);
        End end{.entries = u16(tail, at + 10),
                .size = u32(tail, at + 12),
                .offset = u32(tail, at + 16),
                .stop = tailOffset + at,
                .wide = wide};
        if (!wide) {
            if (disk != 0 || directoryDisk != 0 || entriesHere != end.entries) {
                inSeveralParts();
            }
            return end;
        }

        const Bytes locator = tail.subspan(at - locatorSize, locatorSize);
        const std::uint64_t offset64 = u64(locator, 8);
        const std::uint64_t locatorOffset = tailOffset + at - locatorSize;
        const auto record = bytesAt<end64Size>(offset64);
        if (!record || u32(*record, 0) != end64Signature || u64(*record, 4) != locatorOffset - offset64 - 12) {
            damaged("the end of its directory is not where it says");
        }
        if (u32(locator, 4) != 0 || u32(locator, 16) > 1 || u32(*record, 16) != 0 || u32(*record, 20) != 0
            || u64(*record, 24) != u64(*record, 32)) {
            inSeveralParts();
        }
        const End wider{.entries = u64(*record, 32),
                        .size = u64(*record, 40),
                        .offset = u64(*record, 48),
                        .stop = offset64,
                        .wide = true};
        const auto agree = [](std::uint64_t narrow, std::uint64_t mask, std::uint64_t full) {
            return narrow == mask || narrow == full;
        };
        if (!agree(end.entries, masked16, wider.entries) || !agree(entriesHere, masked16, wider.entries)
            || !agree(end.size, masked32, wider.size) || !agree(end.offset, masked32, wider.offset)) {
            fail(ErrorCode::InvalidArchive, "can be read in several ways: its two ends contradict each other");
        }
        return wider;
    }

    [[noreturn]] void inSeveralParts() const
    {
        fail(ErrorCode::InvalidArchive, "is one part of a ZIP file in several parts");
    }

    void readEntries(const End &end)
    {
        std::vector<std::byte> directory(static_cast<std::size_t>(end.size));
        if (m_file.readAt(directory, end.offset) != directory.size()) {
            damaged("it is shorter than it was");
        }
        for (std::size_t at = 0; at < directory.size();) {
            const Bytes rest = Bytes(directory).subspan(at);
            if (rest.size() < entrySize || u32(rest, 0) != entrySignature) {
                damaged("its directory is cut off or overwritten after " + std::to_string(m_entries.size())
                        + " entries");
            }
            const std::uint64_t length = entrySize + u16(rest, 28) + u16(rest, 30) + u16(rest, 32);
            if (length > rest.size()) {
                damaged("its directory is cut off after " + std::to_string(m_entries.size()) + " entries");
            }
            if (m_entries.size() == maxZipEntries) {
                tooManyEntries(m_entries.size() + 1);
            }
            readEntry(rest.first(static_cast<std::size_t>(length)));
            at += static_cast<std::size_t>(length);
        }
        // Where 64 bits are not used, programs count modulo 65,536 and let the directory's size speak.
        const std::uint64_t counted = end.wide ? m_entries.size() : m_entries.size() % (masked16 + 1);
        if (counted != end.entries) {
            damaged("its directory has " + std::to_string(m_entries.size()) + " entries, but its end says "
                    + std::to_string(end.entries));
        }
    }

    void readEntry(Bytes record)
    {
        const std::size_t nameLength = static_cast<std::size_t>(u16(record, 28));
        const std::string_view name(reinterpret_cast<const char *>(record.data()) + entrySize, nameLength);
        if (const std::string_view reason = whyUnsafe(name); !reason.empty()) {
            fail(ErrorCode::UnsafeName, "the name of the entry " + quotedName(name) + " " + std::string(reason));
        }
        checkKind(record, name);

        Fields fields{
            .size = u32(record, 24), .packedSize = u32(record, 20), .offset = u32(record, 42), .disk = u16(record, 34)};
        readExtra(record.subspan(entrySize + nameLength, static_cast<std::size_t>(u16(record, 30))), name, fields);
        if (fields.disk != 0) {
            inSeveralParts();
        }
        const bool stored = u16(record, 10) == 0;
        if (stored && fields.size != fields.packedSize) {
            refuse(ErrorCode::InvalidArchive, name, "is not packed, but has two different sizes");
        }
        checkLimits(name, fields.size, fields.packedSize);

        if (fields.offset > m_fileSize || fields.packedSize > m_fileSize) {
            refuse(ErrorCode::InvalidArchive, name, "lies outside the file");
        }
        m_places.push_back(Place{
            .begin = fields.offset, .end = fields.offset + localSize + fields.packedSize, .entry = m_entries.size()});
        m_entries.push_back(ZipEntry{.name = joinedParts(name),
                                     .size = fields.size,
                                     .packedSize = fields.packedSize,
                                     .folder = name.ends_with('/')});
    }

    struct Fields
    {
        std::uint64_t size;
        std::uint64_t packedSize;
        std::uint64_t offset;
        std::uint64_t disk;
    };

    // The extra field 1 holds in 64 bits what is masked elsewhere, in this order.
    void readExtra(Bytes extra, std::string_view name, Fields &fields) const
    {
        constexpr std::size_t headerSize = 4;
        while (extra.size() >= headerSize) {
            const std::uint64_t id = u16(extra, 0);
            const std::uint64_t length = u16(extra, 2);
            extra = extra.subspan(headerSize);
            if (length > extra.size()) {
                break;
            }
            if (id == 1) {
                Bytes values = extra.first(static_cast<std::size_t>(length));
                const auto take = [&](std::uint64_t &field, std::uint64_t mask, std::size_t width) {
                    if (field == mask && values.size() >= width) {
                        field = number(values, 0, width);
                        values = values.subspan(width);
                    }
                };
                take(fields.size, masked32, 8);
                take(fields.packedSize, masked32, 8);
                take(fields.offset, masked32, 8);
                take(fields.disk, masked16, 4);
                return;
            }
            extra = extra.subspan(static_cast<std::size_t>(length));
        }
        if (fields.size == masked32 || fields.packedSize == masked32 || fields.offset == masked32) {
            refuse(ErrorCode::InvalidArchive, name, "does not say its size");
        }
    }

    void checkKind(Bytes record, std::string_view name) const
    {
        constexpr std::uint64_t encryptedFlags = 0x2041; // with a password; strongly; with its names
        if ((u16(record, 8) & encryptedFlags) != 0) {
            refuse(ErrorCode::InvalidArchive, name, "is protected with a password");
        }
        const std::uint64_t method = u16(record, 10);
        if (method != 0 && method != 8) {
            refuse(ErrorCode::InvalidArchive, name,
                   "is packed by method " + std::to_string(method) + "; only stored (0) and deflate (8) are read");
        }
        // Unix keeps the kind of a file here; others leave it zero.
        constexpr std::uint64_t kindMask = 0170000;
        constexpr std::uint64_t regular = 0100000;
        constexpr std::uint64_t folder = 0040000;
        constexpr std::uint64_t link = 0120000;
        const std::uint64_t kind = (u32(record, 38) >> 16U) & kindMask;
        if (kind == link) {
            refuse(ErrorCode::UnsafeName, name, "is a symbolic link");
        }
        if (kind != 0 && kind != regular && !(kind == folder && name.ends_with('/'))) {
            refuse(ErrorCode::UnsafeName, name, "is a special file of Unix");
        }
    }

    void checkLimits(std::string_view name, std::uint64_t size, std::uint64_t packedSize)
    {
        const auto over = [&](const std::string &what, std::uint64_t limit, const std::string &rest) {
            refuse(ErrorCode::ArchiveLimit, name, what + "; at most " + std::to_string(limit) + rest);
        };
        if (size > maxZipEntryBytes) {
            over("would unpack to " + std::to_string(size) + " bytes", maxZipEntryBytes, " are read");
        }
        m_totalBytes += size;
        if (m_totalBytes > maxZipTotalBytes) {
            over("brings all to " + std::to_string(m_totalBytes) + " bytes unpacked", maxZipTotalBytes,
                 " are read together");
        }
        if (size > zipRatioAppliesAbove && (packedSize == 0 || (size - 1) / packedSize >= maxZipRatio)) {
            const std::string packed = std::to_string(packedSize);
            over("would unpack from " + packed + " to " + std::to_string(size) + " bytes", maxZipRatio,
                 " times the packed size is read");
        }
    }

    void checkPlaces(const End &end)
    {
        std::sort(m_places.begin(), m_places.end(), [](const Place &a, const Place &b) { return a.begin < b.begin; });
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            const std::uint64_t stop = i + 1 < m_places.size() ? m_places[i + 1].begin : end.offset;
            if (m_places[i].end > end.offset) {
                refuse(ErrorCode::InvalidArchive, m_entries[m_places[i].entry].name, "lies outside the file");
            }
            if (m_places[i].end > stop) {
                refuse(ErrorCode::InvalidArchive, m_entries[m_places[i].entry].name,
                       "overlaps the entry " + quotedName(m_entries[m_places[i + 1].entry].name));
            }
        }
    }

    void checkNames() const
    {
        struct Name
        {
            std::string folded;
            const ZipEntry *entry;
        };
        std::vector<Name> names;
        names.reserve(m_entries.size());
        for (const ZipEntry &entry : m_entries) {
            names.push_back(Name{.folded = entry.name, .entry = &entry});
            for (char &c : names.back().folded) {
                c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            }
        }
        std::sort(names.begin(), names.end(), [](const Name &a, const Name &b) { return a.folded < b.folded; });
        const auto twice = std::adjacent_find(names.begin(), names.end(),
                                              [](const Name &a, const Name &b) { return a.folded == b.folded; });
        if (twice != names.end()) {
            const ZipEntry &one = *twice->entry;
            const ZipEntry &other = *(twice + 1)->entry;
            refuse(ErrorCode::UnsafeName, one.name,
                   one.name == other.name ? "is here twice"
                                          : "differs only in case from the entry " + quotedName(other.name));
        }
    }

    const io::File &m_file;
    std::uint64_t m_fileSize;
    std::uint64_t m_totalBytes = 0;
    std::vector<ZipEntry> m_entries;
    std::vector<Place> m_places;
};

} // namespace

bool isZipFile(const std::filesystem::path &path) noexcept
{
    try {
        std::array<std::byte, 4> first{};
        const bool full = io::File::openForReading(path).readAt(first, 0) == first.size();
        return full && (u32(first, 0) == localSignature || u32(first, 0) == endSignature);
    } catch (const StreamError &) {
        return false;
    }
}

std::vector<ZipEntry> readZipDirectory(const io::File &file)
{
    return DirectoryReader(file).run();
}

} // namespace streamdesk::package
