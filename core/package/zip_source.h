// Bytes for libzip, in C++. For the files that use libzip only (zip_store.cpp, zip_writer.cpp).
#pragma once

#include <zip.h>

#include <cstdint>
#include <exception>
#include <string>
#include <utility>

namespace streamdesk::package {

// libzip's account of what failed.
struct ZipError
{
    ZipError() { zip_error_init(&value); }
    ~ZipError() { zip_error_fini(&value); }
    ZipError(const ZipError &) = delete;
    ZipError &operator=(const ZipError &) = delete;

    zip_error_t value{};
};

// Derive, and answer libzip's commands. What an answer throws becomes an error of libzip's and is kept, so that whoever
// called libzip can throw it on.
class ZipSource
{
public:
    ZipSource() = default;
    virtual ~ZipSource() = default;
    ZipSource(const ZipSource &) = delete;
    ZipSource &operator=(const ZipSource &) = delete;

    // The zip_source_t that asks this object; this object must outlive it. nullptr when there is no memory.
    [[nodiscard]] zip_source_t *makeSource() { return zip_source_function_create(&ZipSource::call, this, nullptr); }
    // Throws what an answer threw, once.
    void rethrow()
    {
        if (m_thrown) {
            std::rethrow_exception(std::exchange(m_thrown, nullptr));
        }
    }

protected:
    // As zip_source_function(3) wants it; never asked for ZIP_SOURCE_ERROR.
    [[nodiscard]] virtual zip_int64_t answer(void *data, zip_uint64_t length, zip_source_cmd_t command) = 0;

    [[nodiscard]] zip_int64_t refuse(int code)
    {
        zip_error_set(&m_error.value, code, 0);
        return -1;
    }
    // For ZIP_SOURCE_STAT.
    [[nodiscard]] static zip_int64_t giveSize(void *data, zip_uint64_t size)
    {
        auto *const stat = static_cast<zip_stat_t *>(data);
        zip_stat_init(stat);
        stat->valid = ZIP_STAT_SIZE;
        stat->size = size;
        return sizeof(*stat);
    }
    // For ZIP_SOURCE_SEEK and ZIP_SOURCE_SEEK_WRITE.
    [[nodiscard]] zip_int64_t moveTo(void *data, zip_uint64_t length, std::uint64_t size, std::uint64_t &position)
    {
        const zip_int64_t to = zip_source_seek_compute_offset(position, size, data, length, &m_error.value);
        if (to < 0) {
            return -1;
        }
        position = static_cast<std::uint64_t>(to);
        return 0;
    }

private:
    static zip_int64_t call(void *self, void *data, zip_uint64_t length, zip_source_cmd_t command)
    {
        auto &source = *static_cast<ZipSource *>(self);
        if (command == ZIP_SOURCE_ERROR) {
            return zip_error_to_data(&source.m_error.value, data, length);
        }
        try {
            return source.answer(data, length, command);
        } catch (...) {
            source.m_thrown = std::current_exception();
            return source.refuse(ZIP_ER_READ);
        }
    }

    ZipError m_error;
    std::exception_ptr m_thrown;
};

} // namespace streamdesk::package
