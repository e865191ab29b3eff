#include "core/crypto/chunk_cipher.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/sealed_box.h"
#include "tests/support/bytes.h"

#include <QDebug>
#include <QTest>
#include <concepts>
#include <ostream>
#include <type_traits>

using namespace streamdesk::crypto;
namespace test = streamdesk::test;

namespace {

template <typename To, typename From>
constexpr bool passesFor =
    std::is_convertible_v<From, To> || std::is_constructible_v<To, From> || std::is_assignable_v<To &, From>;

template <typename... Kinds>
constexpr bool noneForAnother()
{
    // Each passes for itself and for nothing else.
    const auto one = []<typename To>(std::type_identity<To>) {
        return (... && (passesFor<To, Kinds> == std::is_same_v<To, Kinds>));
    };
    return (... && one(std::type_identity<Kinds>()));
}

static_assert(noneForAnother<X25519PublicKey, Ed25519PublicKey, X25519PrivateKey, Ed25519PrivateKey, ChunkKey>());
static_assert(noneForAnother<X25519KeyPair, Ed25519KeyPair>());

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
static_assert(Streamable<int> && DebugStreamable<int>);

template <typename Key>
constexpr bool isKeptSecret()
{
    constexpr bool copies = std::is_copy_constructible_v<Key> || std::is_copy_assignable_v<Key>;
    constexpr bool prints = Streamable<Key> || DebugStreamable<Key>;
    return !copies && !prints && !std::equality_comparable<Key> && std::is_nothrow_move_constructible_v<Key>;
}
static_assert(isKeptSecret<X25519PrivateKey>() && isKeptSecret<Ed25519PrivateKey>() && isKeptSecret<ChunkKey>());
static_assert(!std::is_copy_constructible_v<X25519KeyPair> && !std::is_copy_constructible_v<Ed25519KeyPair>);

template <typename Pair>
concept Signs = requires(const Pair &pair)
{
    sign("message", pair);
};
template <typename Pair>
concept Opens = requires(const Pair &pair, ChunkKey &key)
{
    openKey({}, pair, key);
};
template <typename Key>
concept Encrypts = requires(ChunkCipher &cipher, const Key &key)
{
    cipher.beginEncrypt(key, ChunkNonce());
};
template <typename Key>
concept ReceivesSealed = requires(const ChunkKey &key, const Key &recipient)
{
    sealKey(key, recipient);
};
template <typename Key>
concept IsSealed = requires(const Key &key, const X25519PublicKey &recipient)
{
    sealKey(key, recipient);
};
template <typename Key>
concept Verifies = requires(const Ed25519Signature &signature, const Key &key)
{
    verify("message", signature, key);
};

static_assert(Signs<Ed25519KeyPair> && !Signs<X25519KeyPair> && !Signs<Ed25519PrivateKey>);
static_assert(Opens<X25519KeyPair> && !Opens<Ed25519KeyPair> && !Opens<X25519PrivateKey>);
static_assert(Encrypts<ChunkKey> && !Encrypts<X25519PrivateKey> && !Encrypts<Ed25519PrivateKey>);
static_assert(ReceivesSealed<X25519PublicKey> && !ReceivesSealed<Ed25519PublicKey>);
static_assert(IsSealed<ChunkKey> && !IsSealed<X25519PrivateKey> && !IsSealed<Ed25519PrivateKey>);
static_assert(Verifies<Ed25519PublicKey> && !Verifies<X25519PublicKey>);

} // namespace

// That one kind of key cannot stand in for another is settled above, when this file compiles.
class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void privateKeyBeginsWithZerosAndKeepsWhatIsWritten();
    void movedPrivateKeyIsTheSame();
    void publicKeysCompareByTheirBytes();
};

void TestKeys::privateKeyBeginsWithZerosAndKeepsWhatIsWritten()
{
    ChunkKey key;
    QCOMPARE(test::hexOf(key.bytes()), std::string(64, '0'));
    test::RandomBytes random(1);
    const std::vector<std::byte> bytes = random.take(keySize);
    test::fill(key.bytes(), bytes);
    const ChunkKey &same = key;
    QCOMPARE(test::hexOf(same.bytes()), test::hexOf(bytes));
}

void TestKeys::movedPrivateKeyIsTheSame()
{
    Ed25519PrivateKey key;
    key.bytes()[31] = std::byte{7};
    const Ed25519PrivateKey moved = std::move(key);
    QCOMPARE(test::hexOf(moved.bytes()), std::string(62, '0') + "07");
}

void TestKeys::publicKeysCompareByTheirBytes()
{
    Ed25519PublicKey one;
    Ed25519PublicKey other;
    QVERIFY(one == other);
    other.bytes[31] = std::byte{1};
    QVERIFY(one != other);
    QVERIFY(one < other);
    one.bytes[0] = std::byte{1};
    QVERIFY(other < one);
}

QTEST_APPLESS_MAIN(TestKeys)
#include "test_keys.moc"
