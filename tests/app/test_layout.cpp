// Text in columns: what counts as one, and where lines break.
#include "app/cli/layout.h"

#include <QTest>

using namespace streamdesk::cli;
using Lines = std::vector<std::string>;

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void widthCountsColumnsNotBytes()
    {
        QCOMPARE(displayWidth(""), std::size_t(0));
        QCOMPARE(displayWidth("chunk"), std::size_t(5));
        QCOMPARE(displayWidth("\xe2\x80\xa6"), std::size_t(1));             // …
        QCOMPARE(displayWidth("\xe6\x9c\xba\xe5\x99\xa8"), std::size_t(4)); // 机器
        QCOMPARE(displayWidth("e\xcc\x81"), std::size_t(1));                // e and a combining accent
        QCOMPARE(displayWidth("\xf0\x9f\xa4\x96"), std::size_t(2));         // a robot's face
        QCOMPARE(displayWidth(std::string("\xf0\x9f", 2)), std::size_t(2)); // cut off: each byte counts
    }

    void linesBreakBetweenWordsElseInsideThem()
    {
        QVERIFY((wrapped("one two three", 7) == Lines{"one two", "three"}));
        QVERIFY((wrapped("one two", 80) == Lines{"one two"}));
        QVERIFY((wrapped("0123456789", 4) == Lines{"0123", "4567", "89"}));
        QVERIFY((wrapped("a 0123456789", 4) == Lines{"a", "0123", "4567", "89"}));
        QVERIFY((wrapped("", 10) == Lines{""}));
        QVERIFY((wrapped("\xe6\x9c\xba\xe5\x99\xa8", 3) == Lines{"\xe6\x9c\xba", "\xe5\x99\xa8"}));
        QVERIFY((wrapped("ab", 0) == Lines{"a", "b"}));
    }

    void noLineIsTooWideAndNothingIsLost()
    {
        const std::string text =
            "did:peaq:0x73616d706c652d726f626f742d30303030303031 is \xe6\x9c\xba\xe5\x99\xa8 number 7";
        for (std::size_t width = 2; width < 90; ++width) {
            std::string together;
            for (const std::string &line : wrapped(text, width)) {
                QVERIFY(displayWidth(line) <= width);
                together += line;
            }
            std::string expected = text;
            std::erase(expected, ' ');
            std::erase(together, ' ');
            QCOMPARE(together, expected);
        }
    }

    void whatDoesNotFitIsCutWithAMark()
    {
        QCOMPARE(shortened("machine", 7, "..."), std::string("machine"));
        QCOMPARE(shortened("machines", 7, "..."), std::string("mach..."));
        QCOMPARE(shortened("machines", 7, "\xe2\x80\xa6"), std::string("machin\xe2\x80\xa6"));
        QCOMPARE(shortened("machines", 3, "..."), std::string("..."));
    }

    void cellsAreFilledToTheirWidth()
    {
        QCOMPARE(alignedLeft("ab", 4), std::string("ab  "));
        QCOMPARE(alignedRight("ab", 4), std::string("  ab"));
        QCOMPARE(alignedRight("\xe2\x80\xa6", 3), std::string("  \xe2\x80\xa6"));
        QCOMPARE(alignedLeft("too long", 4), std::string("too long"));
    }
};

QTEST_APPLESS_MAIN(TestLayout)
#include "test_layout.moc"
