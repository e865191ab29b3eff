// A ZIP file: its directory judged, and every entry read as a package's file is.
#include "core/package/entry_name.h"
#include "core/package/zip_directory.h"
#include "core/package/zip_store.h"
#include "tests/fuzz/property.h"

#include <filesystem>
#include <random>
#include <set>
#include <vector>

using namespace streamdesk;
using fuzz::require;
using package::ZipStore;

namespace {

constexpr std::size_t maxTextBytes = std::size_t{1} << 16U;

// One file for all inputs, since what is read is a file.
class InputFile
{
public:
    InputFile()
        : m_path(std::filesystem::temp_directory_path()
                 / ("fuzz-zip-" + std::to_string(std::random_device{}()) + ".zip"))
    {
    }
    ~InputFile()
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    InputFile(const InputFile &) = delete;
    InputFile &operator=(const InputFile &) = delete;

    const std::filesystem::path &holding(std::string_view content)
    {
        std::filesystem::remove(m_path);
        io::writeTextFile(m_path, content);
        return m_path;
    }

private:
    std::filesystem::path m_path;
};

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

void checkDirectory(const std::vector<package::ZipEntry> &entries, std::size_t fileSize)
{
    std::set<std::string> names;
    for (const package::ZipEntry &entry : entries) {
        require(entry.folder || !entry.name.empty(), "a file has a name");
        require(!entry.name.starts_with('/') && !entry.name.ends_with('/'), "a name is a path inside the file");
        const std::string inSlashes = "/" + entry.name + (entry.name.empty() ? "" : "/");
        require(inSlashes.find("/../") == std::string::npos && inSlashes.find("/./") == std::string::npos
                    && inSlashes.find("//") == std::string::npos && entry.name.find('\\') == std::string::npos,
                "no name leads elsewhere");
        require(!fuzz::hasControlCharacter(entry.name), "no name steers a terminal");
        require(names.insert(lowerCase(entry.name)).second, "no name stands twice");
        require(entry.packedSize <= fileSize, "no entry is larger than the file");
        require(entry.size <= package::zipRatioAppliesAbove || entry.size / package::maxZipRatio <= entry.packedSize,
                "no entry is a bomb");
    }
}

// To its end, in small steps: what came before an error is not used.
std::uint64_t readThrough(const ZipStore &store, const std::string &name)
{
    const auto reader = store.open(name);
    require(reader->size() == store.size(name), "a size is what was said");
    std::vector<std::byte> block(4096);
    std::uint64_t offset = 0;
    while (const std::size_t n = reader->readAt(block, offset)) {
        offset += n;
    }
    return offset;
}

void checkContent(const ZipStore &store)
{
    for (const std::string &name : store.names()) {
        require(store.contains(name) && name.find('/') == std::string::npos, "a file's name is flat");
        std::string text;
        const auto unreadable = fuzz::mayThrow({ErrorCode::InvalidArchive, ErrorCode::TooLarge},
                                               [&] { store.readText(name, maxTextBytes, text); });
        require(unreadable || (text.size() == store.size(name) && text.size() <= maxTextBytes),
                "a text is as long as was said");
        if (store.size(name) <= maxTextBytes) {
            std::uint64_t bytes = 0;
            const auto broken = fuzz::mayThrow({ErrorCode::InvalidArchive}, [&] { bytes = readThrough(store, name); });
            require(broken.has_value() == unreadable.has_value(), "both ways of reading agree");
            require(broken || bytes == store.size(name), "a file is as long as was said");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static InputFile input;
    const std::filesystem::path &path = input.holding(fuzz::textOf(data, size));
    std::vector<package::ZipEntry> entries;
    const auto refused = fuzz::mayThrow({ErrorCode::InvalidArchive, ErrorCode::ArchiveLimit, ErrorCode::UnsafeName},
                                        [&] { entries = package::readZipDirectory(io::File::openForReading(path)); });
    if (!refused) {
        checkDirectory(entries, size);
        (void)fuzz::mayThrow({ErrorCode::InvalidArchive, ErrorCode::DuplicateChunk},
                             [&] { checkContent(ZipStore(path)); });
    }
    return 0;
}
