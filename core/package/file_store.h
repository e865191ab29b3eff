// The files of a package, wherever they lie. A folder today; a ZIP or a download fits behind the same interface.
#pragma once

#include "core/stream/chunk_stream.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace streamdesk::package {

// Read-only files by flat names. All functions may be called from several threads. Throws IoError.
class FileStore
{
public:
    virtual ~FileStore() = default;
    // What to call it in messages.
    [[nodiscard]] virtual std::string displayName() const = 0;
    // The folder or ZIP file; empty for files that lie nowhere on the disk.
    [[nodiscard]] virtual std::filesystem::path path() const { return {}; }
    // All names, sorted by their bytes. A folder that is called like a chunk's file is among them: nobody may overlook
    // it.
    [[nodiscard]] virtual std::vector<std::string> names() const = 0;
    [[nodiscard]] virtual bool contains(const std::string &name) const = 0;
    // Whether there is an ordinary file of this name that can be found, not a folder or a link to nowhere.
    [[nodiscard]] virtual bool isFile(const std::string &name) const = 0;
    [[nodiscard]] virtual std::uint64_t size(const std::string &name) const = 0; // bytes
    // The whole content, at most `maxBytes` (TooLarge), into `text`, whose memory is reused.
    virtual void readText(const std::string &name, std::size_t maxBytes, std::string &text) const = 0;
    [[nodiscard]] virtual std::unique_ptr<stream::CiphertextReader> open(const std::string &name) const = 0;
};

// A folder on disk, without what operating systems leave in it.
class FolderStore : public FileStore
{
public:
    enum class Reach {
        Flat,   // the files in the folder itself
        Nested, // when it holds no envelopes, also those of its subfolders, one level down, as in package/ and access/
    };

    // Throws IoError: NotFound, NotADirectory, NotReadable; DuplicateChunk when two subfolders hold the same name.
    FolderStore(std::filesystem::path folder, Reach reach);

    [[nodiscard]] std::string displayName() const override;
    [[nodiscard]] std::vector<std::string> names() const override;
    [[nodiscard]] bool contains(const std::string &name) const override;
    [[nodiscard]] bool isFile(const std::string &name) const override;
    [[nodiscard]] std::uint64_t size(const std::string &name) const override;
    void readText(const std::string &name, std::size_t maxBytes, std::string &text) const override;
    [[nodiscard]] std::unique_ptr<stream::CiphertextReader> open(const std::string &name) const override;
    [[nodiscard]] std::filesystem::path path() const override { return m_folder; }
    // Where the file of this name lies.
    [[nodiscard]] std::filesystem::path pathOf(const std::string &name) const;

private:
    void addFilesOf(const std::filesystem::path &folder);

    std::filesystem::path m_folder;
    std::vector<std::string> m_names;                    // of m_folder itself, sorted
    std::map<std::string, std::filesystem::path> m_deep; // of subfolders
};

// What lies at `path`: a ZIP file by its content, else a folder. Throws what either constructor throws; `reach` does
// not matter for a ZIP file, in which nobody can point to a folder.
[[nodiscard]] std::shared_ptr<const FileStore> openStore(const std::filesystem::path &path, FolderStore::Reach reach);

// True for "chunk-….json": an envelope, whatever follows the dash (format.md, "Reading what others wrote").
[[nodiscard]] bool isEnvelopeName(std::string_view name) noexcept;
// The number in "chunk-<digits><extension>", leading zeros allowed.
[[nodiscard]] std::optional<std::uint64_t> chunkNumber(std::string_view name, std::string_view extension) noexcept;
// The number in the name of what browsers and people call a copy: "chunk-3 (1).bin", "chunk-3(1).bin", "chunk-3 -
// Copy.bin" in any language. What it is a copy of its hash tells.
[[nodiscard]] std::optional<std::uint64_t> copyNumber(std::string_view name) noexcept;

inline constexpr const char *manifestName = "manifest.json";

} // namespace streamdesk::package
