#include "core/crypto/wiped_bytes.h"

#include <QTest>

#include <algorithm>
#include <utility>

using namespace streamdesk::crypto;

namespace {

WipedBytes filled(std::size_t capacity, std::size_t size)
{
    WipedBytes bytes(capacity);
    std::ranges::fill(bytes.append(size), std::byte{0x5a});
    return bytes;
}

} // namespace

class TestWipedBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsUpToItsRoom()
    {
        WipedBytes bytes = filled(10, 4);
        QCOMPARE(bytes.size(), std::size_t(4));
        QCOMPARE(bytes.room(), std::size_t(6));
        QCOMPARE(bytes.append(9).size(), std::size_t(6));
        QCOMPARE(bytes.room(), std::size_t(0));
        QVERIFY(bytes.append(1).empty());
    }

    void wipesWhatIsCutOff()
    {
        WipedBytes bytes = filled(8, 8);
        const std::byte *const memory = bytes.bytes().data();
        bytes.cut(3);
        QCOMPARE(bytes.size(), std::size_t(3));
        QVERIFY(std::all_of(memory, memory + 3, [](std::byte b) { return b == std::byte{0x5a}; }));
        QVERIFY(std::all_of(memory + 3, memory + 8, [](std::byte b) { return b == std::byte{0}; }));
        bytes.cut(5); // cannot bring anything back
        QCOMPARE(bytes.size(), std::size_t(3));
    }

    void movesWithoutACopy()
    {
        WipedBytes bytes = filled(8, 8);
        const std::byte *const memory = bytes.bytes().data();
        const WipedBytes moved = std::move(bytes);
        QCOMPARE(moved.bytes().data(), memory);
        QCOMPARE(bytes.size(), std::size_t(0)); // NOLINT(bugprone-use-after-move): that is what is tested
        QCOMPARE(bytes.room(), std::size_t(0));
        WipedBytes other = filled(2, 2);
        other = filled(3, 1);
        QCOMPARE(other.size(), std::size_t(1));
        QCOMPARE(other.room(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestWipedBytes)

#include "test_wiped_bytes.moc"
