#include "core/package/zip_store.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/package/entry_name.h"
#include "core/package/zip_directory.h"
#include "core/package/zip_source.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <new>
#include <span>
#include <string_view>
#include <thread>
#include <tuple>

namespace streamdesk::package {

namespace {

[[noreturn]] void failEntry(const std::filesystem::path &path, std::string_view name, std::string_view what)
{
    std::string message = "the entry " + quotedName(name) + " ";
    message += what;
    throw IoError(ErrorCode::InvalidArchive, message,
                  ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
}

// The ZIP file's own bytes. Small reads, of headers, come from a window that is read ahead.
class FileSource : public ZipSource
{
public:
    explicit FileSource(const io::File &file) : m_file(file), m_size(file.size()) {}

protected:
    [[nodiscard]] zip_int64_t answer(void *data, zip_uint64_t length, zip_source_cmd_t command) override
    {
        switch (command) {
        case ZIP_SOURCE_OPEN:
            m_position = 0;
            return 0;
        case ZIP_SOURCE_READ:
            return read(std::span(static_cast<std::byte *>(data), static_cast<std::size_t>(length)));
        case ZIP_SOURCE_SEEK:
            return moveTo(data, length, m_size, m_position);
        case ZIP_SOURCE_TELL:
            return static_cast<zip_int64_t>(m_position);
        case ZIP_SOURCE_STAT:
            return giveSize(data, m_size);
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return ZIP_SOURCE_SUPPORTS_SEEKABLE;
        default:
            return refuse(ZIP_ER_OPNOTSUPP);
        }
    }

private:
    zip_int64_t read(std::span<std::byte> out)
    {
        const bool inWindow = m_position >= m_windowOffset && m_position < m_windowOffset + m_filled;
        std::size_t done = 0;
        if (!inWindow && out.size() >= m_window.size()) {
            done = m_file.readAt(out, m_position);
        } else {
            if (!inWindow) {
                m_windowOffset = m_position;
                m_filled = m_file.readAt(m_window, m_position);
            }
            const auto from = static_cast<std::size_t>(m_position - m_windowOffset);
            done = std::min(out.size(), m_filled - from);
            std::memcpy(out.data(), m_window.data() + from, done);
        }
        m_position += done;
        return static_cast<zip_int64_t>(done);
    }

    const io::File &m_file;
    std::uint64_t m_size;
    std::uint64_t m_position = 0;
    std::uint64_t m_windowOffset = 0;
    std::size_t m_filled = 0;
    std::array<std::byte, 16384> m_window;
};

struct ArchiveCloser
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};

struct EntryCloser
{
    void operator()(zip_file_t *entry) const { zip_fclose(entry); }
};

// One way into the ZIP file. One thread at a time.
class ZipHandle
{
public:
    ZipHandle(const io::File &file, const std::vector<ZipEntry> &entries) : m_path(file.path()), m_source(file)
    {
        zip_source_t *const source = m_source.makeSource();
        if (source == nullptr) {
            throw std::bad_alloc();
        }
        ZipError error;
        m_archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error.value));
        if (!m_archive) {
            zip_source_free(source);
            m_source.rethrow();
            throw IoError(ErrorCode::InvalidArchive,
                          std::string("is no whole ZIP file: ") + zip_error_strerror(&error.value),
                          ErrorContext{.file = displayPath(m_path), .field = {}, .chunk = {}});
        }
        compare(entries);
    }

    [[nodiscard]] std::unique_ptr<zip_file_t, EntryCloser> open(std::uint64_t entry, const std::string &name)
    {
        std::unique_ptr<zip_file_t, EntryCloser> file(zip_fopen_index(m_archive.get(), entry, 0));
        if (!file) {
            fail(name, zip_get_error(m_archive.get()));
        }
        return file;
    }

    [[noreturn]] void fail(const std::string &name, const zip_error_t *error)
    {
        m_source.rethrow();
        switch (zip_error_code_zip(error)) {
        case ZIP_ER_CRC:
            failEntry(m_path, name, "is damaged: its checksum is another one");
        case ZIP_ER_MEMORY:
            throw std::bad_alloc();
        default:
            failEntry(m_path, name, "is damaged or cut off");
        }
    }

private:
    // What libzip sees must be what was judged.
    void compare(const std::vector<ZipEntry> &entries)
    {
        bool same = zip_get_num_entries(m_archive.get(), 0) == static_cast<zip_int64_t>(entries.size());
        for (std::size_t i = 0; same && i < entries.size(); ++i) {
            zip_stat_t stat;
            constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_NAME;
            same = zip_stat_index(m_archive.get(), i, ZIP_FL_ENC_RAW, &stat) == 0 && (stat.valid & needed) == needed
                   && stat.size == entries[i].size && stat.comp_size == entries[i].packedSize
                   && joinedParts(stat.name) == entries[i].name;
        }
        if (!same) {
            throw IoError(ErrorCode::InvalidArchive, "can be read in several ways: its directory contradicts itself",
                          ErrorContext{.file = displayPath(m_path), .field = {}, .chunk = {}});
        }
    }

    std::filesystem::path m_path;
    FileSource m_source; // outlives the archive that asks it
    std::unique_ptr<zip_t, ArchiveCloser> m_archive;
};

} // namespace

// The handles of one ZIP file, made when they are needed. A handle keeps the whole directory in memory, so that a ZIP
// file with many entries gets few.
class ZipHandles
{
public:
    ZipHandles(io::File file, std::vector<ZipEntry> entries)
        : m_file(std::move(file)), m_entries(std::move(entries)), m_most(mostHandles(m_entries.size()))
    {
    }

    // A handle for as long as this lives.
    class Lease
    {
    public:
        explicit Lease(std::shared_ptr<ZipHandles> handles) : m_handles(std::move(handles)), m_handle(m_handles->take())
        {
        }
        ~Lease() { m_handles->giveBack(std::move(m_handle)); }
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;

        [[nodiscard]] ZipHandle &operator*() const { return *m_handle; }
        [[nodiscard]] ZipHandle *operator->() const { return m_handle.get(); }

    private:
        std::shared_ptr<ZipHandles> m_handles;
        std::unique_ptr<ZipHandle> m_handle;
    };

private:
    static std::size_t mostHandles(std::size_t entries)
    {
        constexpr std::size_t memoryBudget = std::size_t{96} << 20U;
        constexpr std::size_t bytesPerEntry = 400; // of libzip's memory
        const std::size_t affordable = memoryBudget / (bytesPerEntry * (entries + 1));
        const std::size_t useful = std::size_t{std::max(1U, std::thread::hardware_concurrency())} + 1;
        return std::clamp<std::size_t>(affordable, 1, useful);
    }

    [[nodiscard]] std::unique_ptr<ZipHandle> take()
    {
        {
            std::unique_lock lock(m_mutex);
            m_returned.wait(lock, [this] { return !m_free.empty() || m_made < m_most; });
            if (!m_free.empty()) {
                std::unique_ptr<ZipHandle> handle = std::move(m_free.back());
                m_free.pop_back();
                return handle;
            }
            ++m_made;
        }
        try {
            return std::make_unique<ZipHandle>(m_file, m_entries);
        } catch (...) {
            const std::scoped_lock lock(m_mutex);
            --m_made;
            m_returned.notify_one();
            throw;
        }
    }

    void giveBack(std::unique_ptr<ZipHandle> handle)
    {
        const std::scoped_lock lock(m_mutex);
        m_free.push_back(std::move(handle));
        m_returned.notify_one();
    }

    io::File m_file;
    std::vector<ZipEntry> m_entries;
    std::size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_returned;
    std::vector<std::unique_ptr<ZipHandle>> m_free;
    std::size_t m_made = 0;
};

namespace {

// One entry, unpacked from front to back. Not a byte more than its stated size is asked for, and when that many came,
// the end must be there and the checksum right.
class EntryReader : public stream::CiphertextReader
{
public:
    EntryReader(std::shared_ptr<ZipHandles> handles, std::filesystem::path path, std::string name, std::uint64_t entry,
                std::uint64_t size)
        : m_path(std::move(path)), m_name(std::move(name)), m_entry(entry), m_size(size), m_handle(std::move(handles)),
          m_file(m_handle->open(m_entry, m_name))
    {
    }

    [[nodiscard]] std::uint64_t size() const override { return m_size; }

    [[nodiscard]] std::size_t readAt(std::span<std::byte> out, std::uint64_t offset) const override
    {
        if (offset < m_position) {
            m_file = m_handle->open(m_entry, m_name);
            m_position = 0;
        }
        std::array<std::byte, 16384> passedOver;
        while (m_position < std::min(offset, m_size)) {
            const std::uint64_t left = std::min(offset, m_size) - m_position;
            readSome(std::span(passedOver).first(std::min<std::uint64_t>(passedOver.size(), left)));
        }
        std::size_t done = 0;
        while (done < out.size() && m_position < m_size) {
            const std::uint64_t left = m_size - m_position;
            done += readSome(out.subspan(done, std::min<std::uint64_t>(out.size() - done, left)));
        }
        if (m_size == 0) {
            expectEnd();
        }
        return done;
    }

private:
    std::size_t readSome(std::span<std::byte> out) const
    {
        const zip_int64_t n = zip_fread(m_file.get(), out.data(), out.size());
        if (n < 0) {
            m_handle->fail(m_name, zip_file_get_error(m_file.get()));
        }
        if (n == 0) {
            failEntry(m_path, m_name, "is shorter than the ZIP file says");
        }
        m_position += static_cast<std::uint64_t>(n);
        if (m_position == m_size) {
            expectEnd();
        }
        return static_cast<std::size_t>(n);
    }

    void expectEnd() const
    {
        std::byte more{};
        const zip_int64_t n = zip_fread(m_file.get(), &more, 1);
        if (n < 0) {
            m_handle->fail(m_name, zip_file_get_error(m_file.get()));
        }
        if (n > 0) {
            failEntry(m_path, m_name, "is longer than the ZIP file says");
        }
    }

    std::filesystem::path m_path;
    std::string m_name;
    std::uint64_t m_entry;
    std::uint64_t m_size;
    ZipHandles::Lease m_handle;
    mutable std::unique_ptr<zip_file_t, EntryCloser> m_file; // closed before its handle goes back
    mutable std::uint64_t m_position = 0;
};

// An entry that is a file of somebody's, with the folder it lies in below what wraps everything.
struct Located
{
    std::string_view folder; // empty at the root
    std::string_view name;
    std::size_t entry;
};

bool isLeftover(std::string_view path)
{
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t slash = std::min(path.find('/', at), path.size());
        if (isSystemLeftover(path.substr(at, slash - at))) {
            return true;
        }
        at = slash + 1;
    }
    return false;
}

std::vector<Located> locate(const std::vector<ZipEntry> &entries)
{
    std::vector<Located> files;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!entries[i].folder && !entries[i].name.empty() && !isLeftover(entries[i].name)) {
            files.push_back(Located{.folder = {}, .name = entries[i].name, .entry = i});
        }
    }
    const auto firstPart = [](std::string_view path) { return path.substr(0, path.find('/') + 1); };
    const std::string_view wrapping = files.empty() ? std::string_view() : firstPart(files.front().name);
    const bool wrapped = std::all_of(files.begin(), files.end(), [&](const Located &file) {
        return file.name.find('/') != std::string_view::npos && firstPart(file.name) == wrapping;
    });
    for (Located &file : files) {
        file.name.remove_prefix(wrapped ? wrapping.size() : 0);
        const std::size_t slash = file.name.rfind('/');
        if (slash != std::string_view::npos) {
            file.folder = file.name.substr(0, slash);
            file.name.remove_prefix(slash + 1);
        }
    }
    return files;
}

} // namespace

ZipStore::ZipStore(const std::filesystem::path &path) : m_path(path)
{
    io::File file = io::File::openForReading(path);
    std::vector<ZipEntry> entries = readZipDirectory(file);

    std::vector<Located> files = locate(entries);
    const auto atRoot = [](const Located &located) { return located.folder.empty(); };
    const bool flat = std::any_of(files.begin(), files.end(), [&](const Located &located) {
        return atRoot(located) && isEnvelopeName(located.name);
    });
    std::erase_if(files, [&](const Located &located) {
        return flat ? !atRoot(located) : located.folder.find('/') != std::string_view::npos;
    });
    // Of the same name in several folders the first counts, the root's before all.
    std::sort(files.begin(), files.end(), [](const Located &a, const Located &b) {
        return std::tie(a.name, a.folder) < std::tie(b.name, b.folder);
    });
    for (const Located &located : files) {
        if (m_places.empty() || m_places.back().name != located.name) {
            m_places.push_back(
                Place{.name = std::string(located.name), .entry = located.entry, .size = entries[located.entry].size});
        } else if (located.name.starts_with("chunk-")) {
            throw IoError(ErrorCode::DuplicateChunk,
                          "holds " + m_places.back().name + " in several folders; pack one package alone",
                          ErrorContext{.file = displayName(), .field = {}, .chunk = {}});
        }
    }
    m_handles = std::make_shared<ZipHandles>(std::move(file), std::move(entries));
    const ZipHandles::Lease readable(m_handles);
}

const ZipStore::Place *ZipStore::find(const std::string &name) const
{
    const auto place = std::lower_bound(m_places.begin(), m_places.end(), name,
                                        [](const Place &p, const std::string &wanted) { return p.name < wanted; });
    return place != m_places.end() && place->name == name ? &*place : nullptr;
}

const ZipStore::Place &ZipStore::require(const std::string &name) const
{
    const Place *const place = find(name);
    if (place == nullptr) {
        throw IoError(ErrorCode::NotFound, "holds no " + name,
                      ErrorContext{.file = displayName(), .field = {}, .chunk = {}});
    }
    return *place;
}

std::string ZipStore::displayName() const
{
    return displayPath(m_path);
}

std::vector<std::string> ZipStore::names() const
{
    std::vector<std::string> all;
    all.reserve(m_places.size());
    for (const Place &place : m_places) {
        all.push_back(place.name);
    }
    return all;
}

bool ZipStore::contains(const std::string &name) const
{
    return find(name) != nullptr;
}

std::uint64_t ZipStore::size(const std::string &name) const
{
    const Place *const place = find(name);
    return place != nullptr ? place->size : 0;
}

void ZipStore::readText(const std::string &name, std::size_t maxBytes, std::string &text) const
{
    const Place &place = require(name);
    io::checkTextSize(displayName() + "/" + name, place.size, maxBytes);
    text.resize(static_cast<std::size_t>(place.size));
    text.resize(open(name)->readAt(std::as_writable_bytes(std::span(text)), 0));
}

std::unique_ptr<stream::CiphertextReader> ZipStore::open(const std::string &name) const
{
    const Place &place = require(name);
    return std::make_unique<EntryReader>(m_handles, m_path, name, place.entry, place.size);
}

} // namespace streamdesk::package
