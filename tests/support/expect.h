// What most tests need to say about errors and values.
#pragma once

#include "core/base/errors.h"

#include <QTest>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace streamdesk::test {

// The `Error` that `action` ends with, nothing when it ends well. Where a special error was expected, another one is no
// match; where any StreamError was, what is none goes on and fails the test.
template <typename Error = StreamError, typename Action>
[[nodiscard]] std::optional<Error> thrownBy(Action &&action)
{
    try {
        std::forward<Action>(action)();
    } catch (const Error &error) {
        return error;
    } catch (const std::exception &other) {
        if constexpr (std::is_same_v<Error, StreamError>) {
            throw;
        }
        qWarning("an error of another type: %s", other.what());
    }
    return std::nullopt;
}

inline char *quoted(std::string_view text)
{
    return QTest::toPrettyUnicode(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

} // namespace streamdesk::test

// So that a failed comparison shows both values.
namespace QTest {

template <>
inline char *toString(const std::string &text)
{
    return streamdesk::test::quoted(text);
}

template <>
inline char *toString(const std::string_view &text)
{
    return streamdesk::test::quoted(text);
}

template <>
inline char *toString(const streamdesk::ErrorCode &code)
{
    return qstrdup(streamdesk::errorCodeName(code));
}

} // namespace QTest
