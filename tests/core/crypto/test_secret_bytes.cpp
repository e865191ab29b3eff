#include "core/crypto/secret_bytes.h"
#include "tests/support/bytes.h"

#include <QDebug>
#include <QTest>
#include <algorithm>
#include <concepts>
#include <cstring>
#include <ostream>
#include <string>
#include <string_view>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace streamdesk;
using crypto::SecretBytes;

namespace {

template <typename T>
concept Streamable = requires(std::ostream &out, const T &value)
{
    out << value;
};
template <typename T>
concept DebugStreamable = requires(QDebug out, const T &value)
{
    out << value;
};

// What the checks below say no to must be something they say yes to elsewhere.
static_assert(Streamable<int> && DebugStreamable<int> && std::copyable<int> && std::equality_comparable<int>);

static_assert(!Streamable<SecretBytes>);
static_assert(!DebugStreamable<SecretBytes>);
static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(!std::equality_comparable<SecretBytes>);
static_assert(!std::is_convertible_v<SecretBytes, std::string> && !std::is_constructible_v<std::string, SecretBytes>);
static_assert(!std::is_convertible_v<SecretBytes, std::string_view>);
static_assert(!std::is_constructible_v<QString, SecretBytes> && !std::is_constructible_v<QByteArray, SecretBytes>);
static_assert(!std::is_convertible_v<std::size_t, SecretBytes>); // nor does a number become a secret by accident
static_assert(std::is_nothrow_move_constructible_v<SecretBytes> && std::is_nothrow_move_assignable_v<SecretBytes>);

SecretBytes secret(std::string_view text)
{
    SecretBytes bytes(text.size());
    test::fill(bytes.bytes(), test::asBytes(text));
    return bytes;
}

std::string textOf(const SecretBytes &bytes)
{
    return {reinterpret_cast<const char *>(bytes.bytes().data()), bytes.size()};
}

} // namespace

class TestSecretBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedLockIsTold(); // first: what is refused once stays told
    void beginsWithZeros_data();
    void beginsWithZeros();
    void withoutASizeItIsEmpty();
    void keepsWhatIsWritten();
    void wipeLeavesZerosOfTheSameSize();
    void wipeOfNothingDoesNothing();
    void constructingByMoveLeavesEmpty();
    void assigningByMoveLeavesEmpty();
    void assigningByMoveOverASecretLeavesNoneBehind();
    void ordinaryMemoryIsWiped();
};

void TestSecretBytes::refusedLockIsTold()
{
#if !defined(Q_OS_UNIX) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("needs a POSIX mlock(), which sanitizers replace by one that does nothing");
#else
    QVERIFY2(!SecretBytes::lockingRefused(), "nothing was locked yet");
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        // Root may lock as much as it likes.
        const rlimit none = {.rlim_cur = 0, .rlim_max = 0};
        const bool restricted = ::setrlimit(RLIMIT_MEMLOCK, &none) == 0 && (::geteuid() != 0 || ::setuid(65534) == 0);
        const SecretBytes key(32);
        ::_exit(!restricted ? 2 : key.size() == 32 && SecretBytes::lockingRefused() ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
    QVERIFY(!SecretBytes::lockingRefused());
#endif
}

void TestSecretBytes::beginsWithZeros_data()
{
    QTest::addColumn<quint32>("size");
    for (const quint32 size : {0U, 1U, 31U, 32U, 33U, 64U, 4095U, 4096U, 4097U, 100'000U}) {
        QTest::addRow("%u bytes", size) << size;
    }
}

void TestSecretBytes::beginsWithZeros()
{
    QFETCH(quint32, size);
    for (int round = 0; round < 3; ++round) {
        SecretBytes bytes(size);
        QCOMPARE(bytes.size(), std::size_t{size});
        QCOMPARE(bytes.bytes().size(), std::size_t{size});
        QVERIFY(std::all_of(bytes.bytes().begin(), bytes.bytes().end(), [](std::byte b) { return b == std::byte{0}; }));
        std::fill(bytes.bytes().begin(), bytes.bytes().end(), std::byte{0xA5}); // for the next round to find, if it can
    }
}

void TestSecretBytes::withoutASizeItIsEmpty()
{
    const SecretBytes bytes;
    QCOMPARE(bytes.size(), std::size_t{0});
    QVERIFY(bytes.bytes().empty());
}

void TestSecretBytes::keepsWhatIsWritten()
{
    SecretBytes bytes = secret("correct horse");
    bytes.bytes()[0] = std::byte{'K'};
    QCOMPARE(textOf(bytes), std::string("Korrect horse"));
}

void TestSecretBytes::wipeLeavesZerosOfTheSameSize()
{
    SecretBytes bytes = secret("correct horse");
    bytes.wipe();
    QCOMPARE(textOf(bytes), std::string(13, '\0'));
    bytes.bytes()[12] = std::byte{1};
    QCOMPARE(bytes.bytes()[12], std::byte{1});
}

void TestSecretBytes::wipeOfNothingDoesNothing()
{
    SecretBytes none;
    none.wipe();
    QCOMPARE(none.size(), std::size_t{0});
    SecretBytes zero(0);
    zero.wipe();
    QCOMPARE(zero.size(), std::size_t{0});
}

void TestSecretBytes::constructingByMoveLeavesEmpty()
{
    SecretBytes from = secret("correct horse");
    const std::byte *const where = from.bytes().data();
    const SecretBytes to = std::move(from);
    QCOMPARE(textOf(to), std::string("correct horse"));
    QVERIFY2(to.bytes().data() == where, "the secret was copied instead of moved");
    QCOMPARE(from.size(), std::size_t{0});
    QVERIFY(from.bytes().empty());
}

void TestSecretBytes::assigningByMoveLeavesEmpty()
{
    SecretBytes from = secret("correct horse");
    SecretBytes to;
    to = std::move(from);
    QCOMPARE(textOf(to), std::string("correct horse"));
    QCOMPARE(from.size(), std::size_t{0});
}

void TestSecretBytes::assigningByMoveOverASecretLeavesNoneBehind()
{
    SecretBytes from = secret("correct horse");
    SecretBytes to = secret("battery staple");
    to = std::move(from);
    QCOMPARE(textOf(to), std::string("correct horse"));
    QVERIFY2(from.size() == 0, "the secret that was overwritten lives on in the moved-from block");
}

void TestSecretBytes::ordinaryMemoryIsWiped()
{
    std::array<std::byte, 40> bytes{};
    bytes.fill(std::byte{0xFF});
    crypto::wipe(std::span(bytes).subspan(4, 32));
    QCOMPARE(test::hexOf(bytes), std::string("ffffffff") + std::string(64, '0') + "ffffffff");
    crypto::wipe({});
}

QTEST_APPLESS_MAIN(TestSecretBytes)
#include "test_secret_bytes.moc"
