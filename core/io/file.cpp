#include "core/io/file.h"

#include "core/base/errors.h"
#include "core/base/text.h"

#include <utility>

namespace streamdesk::io {

File::File(std::intptr_t handle, std::filesystem::path path, bool owned)
    : m_handle(handle), m_path(std::move(path)), m_owned(owned)
{
}

File::File(File &&other) noexcept
    : m_handle(std::exchange(other.m_handle, -1)), m_path(std::move(other.m_path)),
      m_owned(std::exchange(other.m_owned, false))
{
}

File &File::operator=(File &&other) noexcept
{
    File taken(std::move(other)); // so that what was open here is closed now
    std::swap(m_handle, taken.m_handle);
    std::swap(m_path, taken.m_path);
    std::swap(m_owned, taken.m_owned);
    return *this;
}

void readTextFile(const std::filesystem::path &path, std::size_t maxBytes, std::string &text)
{
    const File file = File::openForReading(path);
    const std::uint64_t size = file.size();
    checkTextSize(displayPath(path), size, maxBytes);
    text.resize(static_cast<std::size_t>(size));
    text.resize(file.readAt(std::as_writable_bytes(std::span(text)), 0));
}

void checkTextSize(const std::string &name, std::uint64_t size, std::size_t maxBytes)
{
    if (size > maxBytes) {
        throw IoError(ErrorCode::TooLarge,
                      "has " + std::to_string(size) + " bytes; at most " + std::to_string(maxBytes) + " are read here",
                      ErrorContext{.file = name, .field = {}, .chunk = {}});
    }
}

void writeTextFile(const std::filesystem::path &path, std::string_view text, bool sync)
{
    File file = File::create(path);
    file.write(std::as_bytes(std::span(text)));
    if (sync) {
        file.sync();
    }
    file.close();
}

namespace {

[[noreturn]] void failToMake(const std::filesystem::path &directory, ErrorCode code, const std::string &why)
{
    throw IoError(code, "cannot make this folder: " + why,
                  ErrorContext{.file = displayPath(directory), .field = {}, .chunk = {}});
}

[[noreturn]] void failToMake(const std::filesystem::path &directory, const std::error_code &error)
{
    if (error == std::errc::not_a_directory) {
        failToMake(directory, ErrorCode::NotADirectory, "a file is in the place of one of its parents");
    }
    failToMake(directory, error == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::NotWritable,
               error.message());
}

} // namespace

std::vector<std::filesystem::path> makeDirectories(const std::filesystem::path &directory)
{
    std::error_code error;
    if (std::filesystem::is_directory(directory, error)) {
        return {};
    }
    if (std::filesystem::exists(directory, error)) {
        failToMake(directory, ErrorCode::InTheWay, "there is a file of that name");
    }
    std::vector<std::filesystem::path> missing;
    for (std::filesystem::path at = directory; !at.empty() && !std::filesystem::exists(at, error);
         at = at.parent_path()) {
        missing.push_back(at);
    }
    error.clear();
    std::filesystem::create_directories(directory, error);
    if (error) {
        std::error_code ignored;
        for (const std::filesystem::path &made : missing) {
            std::filesystem::remove(made, ignored);
        }
        failToMake(directory, error);
    }
    return missing;
}

void createDirectory(const std::filesystem::path &directory)
{
    std::error_code error;
    const bool made = std::filesystem::create_directory(directory, error);
    if (error) {
        failToMake(directory, error);
    }
    if (!made) {
        failToMake(directory, ErrorCode::InTheWay, "the name is taken");
    }
}

} // namespace streamdesk::io
