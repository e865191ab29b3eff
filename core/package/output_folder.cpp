#include "core/package/output_folder.h"

#include "core/base/text.h"
#include "core/crypto/hex.h"
#include "core/package/file_store.h"

namespace streamdesk::package {

bool isAccessName(std::string_view name)
{
    constexpr std::string_view extension = ".json";
    const std::size_t dash = name.rfind('-');
    return name.ends_with(extension) && dash != std::string_view::npos
           && crypto::hexLength(name.substr(0, dash)) == std::size_t{32}
           && parseUnsigned(name.substr(dash + 1, name.size() - dash - 1 - extension.size()));
}

FolderContents surveyFolder(const std::filesystem::path &folder)
{
    FolderContents contents;
    std::error_code ignored;
    if (!std::filesystem::exists(folder, ignored)) {
        return contents;
    }
    for (std::string &name : FolderStore(folder, FolderStore::Reach::Flat).names()) {
        if (isEnvelopeName(name) || chunkNumber(name, ".bin") || name == manifestName) {
            contents.packageFiles.push_back(std::move(name));
        } else if (isAccessName(name)) {
            contents.accessFiles.push_back(std::move(name));
        }
    }
    return contents;
}

IoError inTheWay(const std::filesystem::path &folder, const FolderContents &contents)
{
    const bool package = !contents.packageFiles.empty();
    const auto &files = package ? contents.packageFiles : contents.accessFiles;
    return IoError(ErrorCode::InTheWay,
                   std::string("already holds ") + (package ? "a package" : "access files") + " ("
                       + std::to_string(files.size()) + " files, " + files.front() + " among them)",
                   ErrorContext{.file = displayPath(folder), .field = {}, .chunk = {}});
}

void requireFree(const std::filesystem::path &file, bool replace)
{
    std::error_code ignored;
    const bool folder = std::filesystem::is_directory(file, ignored);
    if (folder || (!replace && std::filesystem::exists(file, ignored))) {
        throw IoError(ErrorCode::InTheWay, folder ? "is a folder, but a ZIP file is to be written" : "already exists",
                      ErrorContext{.file = displayPath(file), .field = {}, .chunk = {}});
    }
}

} // namespace streamdesk::package
