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

std::string line(std::string text, const std::optional<io::FileMark> &mark)
{
    text.append(1, '\0').append(mark ? std::to_string(mark->size) : "-").append(1, '\0');
    return text.append(mark ? std::to_string(mark->modified) : "-"); // a link to nowhere has no size and no time
}

void addLines(const fs::path &folder, const std::string &base, int deeper, const jobs::JobControl &control,
              std::vector<std::string> &lines)
{
    for (const io::FolderEntry &entry : io::listFolder(folder, io::Marks::Asked)) {
        control.checkStop();
        if (!entry.isFolder) {
            lines.push_back(line(base + entry.name, entry.mark));
        } else if (deeper > 0) {
            addLines(folder / pathFromUtf8(entry.name), base + entry.name + '/', deeper - 1, control, lines);
        }
    }
}

} // namespace

std::string footprint(const fs::path &path, const jobs::JobControl &control)
{
    std::vector<std::string> lines;
    if (std::error_code failed; fs::is_directory(path, failed)) {
        addLines(path, {}, 1, control, lines);
    } else {
        const auto mark = io::markOf(path);
        if (!mark) {
            throw IoError(ErrorCode::NotFound, "does not exist", {.file = displayPath(path), .field = {}, .chunk = {}});
        }
        lines.push_back(line({}, mark));
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
