// Files and folders for a test to work on.
#pragma once

#include <QTemporaryDir>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::test {

// An empty folder, removed with its content at the end.
class Folder
{
public:
    Folder()
    {
        if (!m_directory.isValid()) {
            throw std::runtime_error("no temporary folder");
        }
    }

    [[nodiscard]] std::filesystem::path path() const { return m_directory.path().toStdU16String(); }
    [[nodiscard]] std::filesystem::path operator/(const std::filesystem::path &name) const { return path() / name; }

private:
    QTemporaryDir m_directory;
};

// Written and read without the code under test.
inline void putFile(const std::filesystem::path &path, std::string_view content)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    if (!file) {
        throw std::runtime_error("cannot write " + path.string());
    }
}

[[nodiscard]] inline std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot read " + path.string());
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

// Every name in `folder`, hidden ones too, sorted.
[[nodiscard]] inline std::vector<std::string> namesIn(const std::filesystem::path &folder)
{
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

using Names = std::vector<std::string>;

} // namespace streamdesk::test
