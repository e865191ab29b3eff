// Where readings and data packages come from: one JSON file, a folder of them, or JSON lines.
#pragma once

#include "core/io/file.h"
#include "core/package/file_store.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace streamdesk::package {

struct Reading
{
    std::string name;         // for messages: the file as it was given, with the line in JSON lines
    std::string fileName;     // its own name in a folder; empty otherwise
    std::string text;         // JSON, not parsed yet
    std::uint64_t offset = 0; // of the text in its file, in bytes
    std::uint64_t line = 0;   // in JSON lines, from 1; 0 otherwise
};

// One thread at a time.
class ReadingSource
{
public:
    enum class Kind { File, Folder, Lines };

    // What `path` is, or the standard input for "-". JSON lines are recognised by the names .jsonl and .ndjson; `lines`
    // says so for other names. Once `stopped` says true, reading ends early, also while a pipe is silent, and what
    // comes out then is not to be used. Throws IoError.
    ReadingSource(const std::filesystem::path &path, bool lines, std::function<bool()> stopped = {});

    [[nodiscard]] Kind kind() const noexcept { return m_kind; }
    // The next reading into `reading`, whose memory is reused; false after the last. Blank lines and files of a folder
    // that are not called *.json are passed over. Throws IoError; TooLarge for what no reading can be.
    [[nodiscard]] bool next(Reading &reading);

private:
    [[nodiscard]] bool nextLine(Reading &reading);
    [[nodiscard]] bool fillBuffer();

    Kind m_kind;
    std::string m_name;
    std::function<bool()> m_stopped;
    io::File m_file;                     // File and Lines
    std::optional<FolderStore> m_folder; // Folder
    std::vector<std::string> m_names;    // of the folder's files
    std::size_t m_nextName = 0;
    std::string m_buffer; // Lines: what was read and not given out
    std::size_t m_at = 0;
    std::uint64_t m_bufferOffset = 0; // of m_buffer in the file
    std::uint64_t m_line = 0;
    bool m_ended = false;
};

} // namespace streamdesk::package
