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
    if (size > maxBytes) {
        throw IoError(ErrorCode::TooLarge,
                      "has " + std::to_string(size) + " bytes; at most " + std::to_string(maxBytes) + " are read here",
                      ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}});
    }
    text.resize(static_cast<std::size_t>(size));
    text.resize(file.readAt(std::as_writable_bytes(std::span(text)), 0));
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

void makeDirectories(const std::filesystem::path &directory)
{
    std::error_code error;
    if (std::filesystem::is_directory(directory, error)) {
        return;
    }
    const auto fail = [&](ErrorCode code, const std::string &why) {
        throw IoError(code, "cannot make this folder: " + why,
                      ErrorContext{.file = displayPath(directory), .field = {}, .chunk = {}});
    };
    if (std::filesystem::exists(directory, error)) {
        fail(ErrorCode::InTheWay, "there is a file of that name");
    }
    std::filesystem::create_directories(directory, error);
    if (error == std::errc::not_a_directory) {
        fail(ErrorCode::NotADirectory, "a file is in the place of one of its parents");
    }
    if (error) {
        fail(ErrorCode::NotWritable, error.message());
    }
}

} // namespace streamdesk::io
