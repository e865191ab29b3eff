#include "core/package/zip_writer.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/package/entry_name.h"
#include "core/package/zip_directory.h"
#include "core/package/zip_source.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <span>

namespace streamdesk::package {

namespace {

constexpr std::size_t windowSize = std::size_t{256} << 10U; // bytes moved at once; libzip asks for far less

[[noreturn]] void fail(ErrorCode code, const std::filesystem::path &path, const std::string &message)
{
    throw IoError(code, message, ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
}

// The new ZIP file as libzip writes it: forward, with a step back to each entry's header when its size is known.
class ArchiveSink : public ZipSource
{
public:
    explicit ArchiveSink(io::File &file) : m_file(file) { m_window.reserve(windowSize); }

protected:
    [[nodiscard]] zip_int64_t answer(void *data, zip_uint64_t length, zip_source_cmd_t command) override
    {
        switch (command) {
        case ZIP_SOURCE_OPEN:
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
        case ZIP_SOURCE_BEGIN_WRITE:
        case ZIP_SOURCE_ROLLBACK_WRITE:
        case ZIP_SOURCE_REMOVE:
        case ZIP_SOURCE_SEEK:
        case ZIP_SOURCE_TELL:
        case ZIP_SOURCE_READ:
            return 0;
        case ZIP_SOURCE_STAT:
            return giveSize(data, 0);
        case ZIP_SOURCE_WRITE:
            write(std::span(static_cast<const std::byte *>(data), static_cast<std::size_t>(length)));
            return static_cast<zip_int64_t>(length);
        case ZIP_SOURCE_SEEK_WRITE:
            return moveTo(data, length, m_end, m_position);
        case ZIP_SOURCE_TELL_WRITE:
            return static_cast<zip_int64_t>(m_position);
        case ZIP_SOURCE_COMMIT_WRITE:
            flush();
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return ZIP_SOURCE_SUPPORTS_WRITABLE;
        default:
            return refuse(ZIP_ER_OPNOTSUPP);
        }
    }

private:
    void write(std::span<const std::byte> bytes)
    {
        const bool inWindow = m_position >= m_windowOffset && m_position <= m_windowOffset + m_window.size()
                              && m_position + bytes.size() <= m_windowOffset + windowSize;
        if (!inWindow) {
            flush();
            m_windowOffset = m_position;
        }
        if (bytes.size() > windowSize) {
            m_file.writeAt(bytes, m_position);
            m_windowOffset = m_position + bytes.size();
        } else {
            const auto at = static_cast<std::size_t>(m_position - m_windowOffset);
            m_window.resize(std::max(m_window.size(), at + bytes.size()));
            std::memcpy(m_window.data() + at, bytes.data(), bytes.size());
        }
        m_position += bytes.size();
        m_end = std::max(m_end, m_position);
    }

    void flush()
    {
        m_file.writeAt(m_window, m_windowOffset);
        m_window.clear();
    }

    io::File &m_file;
    std::vector<std::byte> m_window; // not yet in the file
    std::uint64_t m_windowOffset = 0;
    std::uint64_t m_position = 0;
    std::uint64_t m_end = 0;
};

// One entry's content on its way into the ZIP file, through a window that all share: one is open at a time.
class EntrySource : public ZipSource
{
public:
    EntrySource(const std::string &name, std::uint64_t size, const ZipWriter::Open &open,
                std::vector<std::byte> &window, std::function<void(std::size_t)> onRead)
        : m_name(name), m_size(size), m_open(open), m_window(window), m_onRead(std::move(onRead))
    {
    }

protected:
    [[nodiscard]] zip_int64_t answer(void *data, zip_uint64_t length, zip_source_cmd_t command) override
    {
        switch (command) {
        case ZIP_SOURCE_OPEN:
            m_reader = m_open();
            m_position = 0;
            m_window.clear();
            m_windowAt = 0;
            return 0;
        case ZIP_SOURCE_READ:
            return read(std::span(static_cast<std::byte *>(data), static_cast<std::size_t>(length)));
        case ZIP_SOURCE_CLOSE:
            m_reader.reset();
            return 0;
        case ZIP_SOURCE_STAT:
            return giveSize(data, m_size);
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return ZIP_SOURCE_SUPPORTS_READABLE | ZIP_SOURCE_MAKE_COMMAND_BITMASK(ZIP_SOURCE_SUPPORTS);
        default:
            return refuse(ZIP_ER_OPNOTSUPP);
        }
    }

private:
    zip_int64_t read(std::span<std::byte> out)
    {
        if (m_windowAt == m_window.size()) {
            fill();
        }
        const std::size_t done = std::min(out.size(), m_window.size() - m_windowAt);
        std::memcpy(out.data(), m_window.data() + m_windowAt, done);
        m_windowAt += done;
        return static_cast<zip_int64_t>(done);
    }

    void fill()
    {
        // One byte more than there should be, so that a file that grew is noticed.
        m_window.resize(static_cast<std::size_t>(std::min<std::uint64_t>(windowSize, m_size - m_position + 1)));
        m_window.resize(m_reader->readAt(m_window, m_position));
        m_windowAt = 0;
        m_position += m_window.size();
        if (m_position > m_size || (m_window.empty() && m_position < m_size)) {
            throw IoError(ErrorCode::FileChanged, "changed while it was being read",
                          ErrorContext{.file = m_name, .field = {}, .chunk = {}});
        }
        m_onRead(m_window.size());
    }

    const std::string &m_name;
    std::uint64_t m_size;
    const ZipWriter::Open &m_open;
    std::vector<std::byte> &m_window;
    std::function<void(std::size_t)> m_onRead;
    std::unique_ptr<stream::CiphertextReader> m_reader;
    std::size_t m_windowAt = 0;
    std::uint64_t m_position = 0;
};

struct ArchiveCloser
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};

} // namespace

ZipWriter::ZipWriter(const std::filesystem::path &target) : m_part(target) {}

std::filesystem::path ZipWriter::folder() const
{
    const std::filesystem::path &target = m_part.target();
    return target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
}

void ZipWriter::add(std::string name, std::uint64_t size, Open open)
{
    m_totalBytes += size;
    if (m_entries.size() == maxZipEntries) {
        fail(ErrorCode::ArchiveLimit, m_part.target(),
             "would have more than " + std::to_string(maxZipEntries) + " entries, the most a ZIP package may have");
    }
    if (size > maxZipEntryBytes || m_totalBytes > maxZipTotalBytes) {
        fail(ErrorCode::ArchiveLimit, m_part.target(),
             "the entry " + quotedName(name) + " would bring it over "
                 + std::to_string(size > maxZipEntryBytes ? maxZipEntryBytes : maxZipTotalBytes) + " bytes, the most "
                 + (size > maxZipEntryBytes ? "a file in a ZIP package may have" : "a ZIP package may have"));
    }
    m_entries.push_back(Entry{.name = std::move(name), .size = size, .open = std::move(open)});
}

void ZipWriter::add(const FileStore &store, const std::string &name, std::string entryName)
{
    add(std::move(entryName), store.size(name), [&store, name] { return store.open(name); });
}

void ZipWriter::commit(io::Durability durability, const jobs::JobControl &control)
{
    jobs::Progress progress{.bytesTotal = m_totalBytes};
    const auto onRead = [&](std::size_t bytes) {
        control.checkStop();
        progress.bytesDone += bytes;
        control.report(progress);
    };

    // libzip frees its sources when it closes, so these go after it.
    ArchiveSink sink(m_part.file());
    std::vector<std::byte> window;
    window.reserve(windowSize);
    std::vector<std::unique_ptr<EntrySource>> sources;
    sources.reserve(m_entries.size());
    const auto failed = [&](zip_error_t *error) {
        for (const auto &source : sources) {
            source->rethrow();
        }
        sink.rethrow();
        if (zip_error_code_zip(error) == ZIP_ER_MEMORY) {
            throw std::bad_alloc();
        }
        fail(ErrorCode::IoFailed, m_part.target(), std::string("cannot be packed: ") + zip_error_strerror(error));
    };

    zip_source_t *const target = sink.makeSource();
    if (target == nullptr) {
        throw std::bad_alloc();
    }
    ZipError error;
    std::unique_ptr<zip_t, ArchiveCloser> archive(
        zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error.value));
    if (!archive) {
        zip_source_free(target);
        failed(&error.value);
    }
    for (const Entry &entry : m_entries) {
        sources.push_back(std::make_unique<EntrySource>(entry.name, entry.size, entry.open, window, onRead));
        zip_source_t *const source = sources.back()->makeSource();
        const zip_int64_t index =
            source != nullptr ? zip_file_add(archive.get(), entry.name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            zip_source_free(source);
            failed(zip_get_error(archive.get()));
        }
        // Above this size what packs well is taken for a bomb.
        const bool isText = entry.name.ends_with(".json") && entry.size <= zipRatioAppliesAbove;
        constexpr zip_uint32_t fastest = 1; // these texts are mostly hex, which every level packs alike
        if (zip_set_file_compression(archive.get(), static_cast<zip_uint64_t>(index),
                                     isText ? ZIP_CM_DEFLATE : ZIP_CM_STORE, isText ? fastest : 0)
            != 0) {
            failed(zip_get_error(archive.get()));
        }
    }
    if (zip_close(archive.get()) != 0) {
        failed(zip_get_error(archive.get()));
    }
    (void)archive.release(); // zip_close() freed it
    m_part.finishWriting(durability);
    m_part.commit(durability);
}

} // namespace streamdesk::package
