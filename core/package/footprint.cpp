#include "core/package/footprint.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/crypto/sha256.h"
#include "core/io/file.h"

#include <algorithm>
#include <vector>

namespace streamdesk::package {

namespace fs = std::filesystem;

namespace {

std::string line(const fs::directory_entry &entry, const fs::path &name)
{
    const auto mark = io::markOf(entry.path()); // a link to nowhere has no size and no time
    std::string text = displayPath(name);
    text.append(1, '\0').append(mark ? std::to_string(mark->size) : "-").append(1, '\0');
    return text.append(mark ? std::to_string(mark->modified) : "-");
}

void addLines(const fs::path &folder, const fs::path &base, int deeper, const jobs::JobControl &control,
              std::vector<std::string> &lines)
{
    for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
        control.checkStop();
        const bool isFolder = entry.is_directory();
        if (!isFolder) {
            lines.push_back(line(entry, base / entry.path().filename()));
        } else if (deeper > 0) {
            addLines(entry.path(), base / entry.path().filename(), deeper - 1, control, lines);
        }
    }
}

} // namespace

std::string footprint(const fs::path &path, const jobs::JobControl &control)
{
    std::vector<std::string> lines;
    try {
        if (fs::is_directory(path)) {
            addLines(path, {}, 1, control, lines);
        } else {
            const fs::directory_entry file(path);
            if (!file.exists()) {
                throw IoError(ErrorCode::NotFound, "does not exist",
                              {.file = displayPath(path), .field = {}, .chunk = {}});
            }
            lines.push_back(line(file, {}));
        }
    } catch (const fs::filesystem_error &error) {
        const bool gone = error.code() == std::errc::no_such_file_or_directory;
        throw IoError(gone ? ErrorCode::NotFound : ErrorCode::NotReadable, error.code().message(),
                      {.file = displayPath(path), .field = {}, .chunk = {}});
    }
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const std::string &text : lines) {
        all += text;
        all += '\n';
    }
    return crypto::hashText(crypto::sha256(all));
}

} // namespace streamdesk::package
