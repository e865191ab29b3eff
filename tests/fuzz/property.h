// What every fuzz target demands, whatever its input is.
#pragma once

#include "core/base/errors.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace streamdesk::fuzz {

inline std::string textOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

// Ends the process, which is how a fuzzer learns that an input breaks a promise.
inline void require(bool holds, const char *promise)
{
    if (!holds) {
        std::fprintf(stderr, "broken: %s\n", promise);
        std::abort();
    }
}

inline bool hasControlCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
}

// What core itself says: the sentence without the file and the field, which are shown as they are called.
inline std::string ownWords(const StreamError &error)
{
    std::string sentence = error.what();
    for (const std::string &name : {error.context().file, error.context().field}) {
        if (const std::size_t at = name.empty() ? std::string::npos : sentence.find(name); at != std::string::npos) {
            sentence.erase(at, name.size());
        }
    }
    return sentence;
}

// The error `action` ends with, nothing when it ends well. It may throw a StreamError of one of these codes and nothing
// else, and the sentence must be one that can be shown: short, and without what could steer a terminal.
template <typename Action>
std::optional<StreamError> mayThrow(std::initializer_list<ErrorCode> codes, Action &&action)
{
    try {
        std::forward<Action>(action)();
    } catch (const StreamError &error) {
        const std::string sentence = ownWords(error);
        require(std::find(codes.begin(), codes.end(), error.code()) != codes.end(), "the code of an error");
        require(!sentence.empty() && sentence.size() < 1000, "the length of a sentence");
        require(!hasControlCharacter(sentence), "no control characters in a sentence");
        return error;
    }
    return std::nullopt;
}

} // namespace streamdesk::fuzz
