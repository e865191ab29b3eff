#include "core/package/readings.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/stream/data_limits.h"

#include <span>

namespace streamdesk::package {

namespace {

constexpr std::size_t blockSize = std::size_t{256} << 10U;
constexpr std::size_t largestReading = stream::dataPackageLimits.maxBytes;

[[noreturn]] void tooLarge(const std::string &name)
{
    throw IoError(ErrorCode::TooLarge,
                  "has more than the " + std::to_string(largestReading) + " bytes that a reading may have",
                  ErrorContext{.file = name, .field = {}, .chunk = {}});
}

ReadingSource::Kind kindOf(const std::filesystem::path &path, bool lines)
{
    std::error_code ignored;
    if (path != "-" && std::filesystem::is_directory(path, ignored)) {
        return ReadingSource::Kind::Folder;
    }
    const bool named = path.extension() == ".jsonl" || path.extension() == ".ndjson";
    return lines || named ? ReadingSource::Kind::Lines : ReadingSource::Kind::File;
}

} // namespace

ReadingSource::ReadingSource(const std::filesystem::path &path, bool lines, std::function<bool()> stopped)
    : m_kind(kindOf(path, lines)), m_name(path == "-" ? "standard input" : displayPath(path)),
      m_stopped(std::move(stopped))
{
    if (m_kind == Kind::Folder) {
        m_folder.emplace(path, FolderStore::Reach::Flat);
        m_names = m_folder->names();
        std::erase_if(m_names, [](const std::string &name) { return !name.ends_with(".json"); });
    } else {
        m_file = path == "-" ? io::File::standardInput() : io::File::openForReading(path);
    }
}

bool ReadingSource::next(Reading &reading)
{
    switch (m_kind) {
    case Kind::Lines:
        return nextLine(reading);
    case Kind::Folder:
        if (m_nextName == m_names.size()) {
            return false;
        }
        reading.fileName = m_names[m_nextName++];
        reading.name = m_name + "/" + reading.fileName;
        m_folder->readText(reading.fileName, largestReading, reading.text);
        return true;
    case Kind::File:
        if (m_ended) {
            return false;
        }
        while (fillBuffer()) {
            if (m_buffer.size() > largestReading) {
                tooLarge(m_name);
            }
        }
        reading.name = m_name;
        reading.text = std::move(m_buffer);
        return true;
    }
    return false;
}

bool ReadingSource::nextLine(Reading &reading)
{
    for (;;) {
        std::size_t end = m_buffer.find('\n', m_at);
        while (end == std::string::npos && !m_ended) {
            m_buffer.erase(0, m_at);
            m_bufferOffset += m_at;
            m_at = 0;
            const std::size_t seen = m_buffer.size();
            if (seen > largestReading) {
                tooLarge(m_name + ": line " + std::to_string(m_line + 1));
            }
            (void)fillBuffer();
            end = m_buffer.find('\n', seen);
        }
        if (end == std::string::npos && m_at == m_buffer.size()) {
            return false;
        }
        end = std::min(end, m_buffer.size());
        ++m_line;
        reading.text.assign(m_buffer, m_at, end - m_at);
        reading.offset = m_bufferOffset + m_at;
        reading.line = m_line;
        m_at = std::min(end + 1, m_buffer.size());
        if (!trimmed(reading.text).empty()) {
            reading.name = m_name + ": line " + std::to_string(m_line);
            return true;
        }
    }
}

bool ReadingSource::fillBuffer()
{
    const std::size_t size = m_buffer.size();
    m_buffer.resize(size + blockSize);
    const std::size_t got = m_file.read(std::as_writable_bytes(std::span(m_buffer).subspan(size)), m_stopped);
    m_buffer.resize(size + got);
    m_ended = got < blockSize;
    return !m_ended;
}

} // namespace streamdesk::package
