// Readings out of files, folders and JSON lines, wherever the blocks in which they are read end.
#include "core/package/readings.h"
#include "core/stream/data_limits.h"
#include "tests/support/expect.h"
#include "tests/support/files.h"

using namespace streamdesk;
using package::Reading;
using package::ReadingSource;

namespace {

constexpr std::size_t block = std::size_t{256} << 10U;
constexpr std::size_t largest = stream::dataPackageLimits.maxBytes;

std::vector<Reading> all(ReadingSource source)
{
    std::vector<Reading> readings;
    for (Reading reading; source.next(reading);) {
        readings.push_back(reading);
    }
    return readings;
}

} // namespace

class TestReadings : public QObject
{
    Q_OBJECT

private:
    test::Folder m_folder;

    std::filesystem::path file(const std::string &name, std::string_view content) const
    {
        const std::filesystem::path path = m_folder.path() / name;
        test::putFile(path, content);
        return path;
    }

private Q_SLOTS:
    void linesAreReadAndCounted_data()
    {
        QTest::addColumn<std::string>("content");
        QTest::addColumn<std::vector<std::string>>("texts");
        QTest::addColumn<std::vector<int>>("lines");
        const auto row = [](const char *name, const std::string &content, const std::vector<std::string> &texts,
                            const std::vector<int> &lines) { QTest::newRow(name) << content << texts << lines; };
        row("empty", "", {}, {});
        row("blank lines only", "\n \t\n\r\n", {}, {});
        row("one, no line break at the end", "{}", {"{}"}, {1});
        row("one", "{}\n", {"{}"}, {1});
        row("two", "1\n2\n", {"1", "2"}, {1, 2});
        row("blank lines between and around", "\n\n1\n \n\n2\n\n", {"1", "2"}, {3, 6});
        row("of Windows", "1\r\n\r\n2\r\n3", {"1\r", "2\r", "3"}, {1, 3, 4});
        row("a zero byte", std::string("a\0b\n2", 5), {std::string("a\0b", 3), "2"}, {1, 2});
        const std::string whole(block, 'x');
        row("as long as a block", whole, {whole}, {1});
        row("line break at a block's end", whole.substr(1) + "\n2", {whole.substr(1), "2"}, {1, 2});
        row("line break at a block's beginning", whole + "\n2\n", {whole, "2"}, {1, 2});
        row("a line over several blocks", "1\n" + whole + whole + whole + "\n\n3", {"1", whole + whole + whole, "3"},
            {1, 2, 4});
    }

    void linesAreReadAndCounted()
    {
        QFETCH(std::string, content);
        QFETCH(std::vector<std::string>, texts);
        QFETCH(std::vector<int>, lines);
        const auto path = file("day.jsonl", content);
        const std::vector<Reading> readings = all(ReadingSource(path, false));
        QCOMPARE(readings.size(), texts.size());
        for (std::size_t i = 0; i < readings.size(); ++i) {
            QVERIFY(readings[i].text == texts[i]);
            QCOMPARE(readings[i].name, path.string() + ": line " + std::to_string(lines[i]));
            QCOMPARE(readings[i].line, std::uint64_t(lines[i]));
            QVERIFY(content.substr(readings[i].offset, texts[i].size()) == texts[i]);
        }
    }

    // Each line length up to beyond a block's end, so that every kind of border occurs.
    void noBorderBetweenBlocksIsSeen()
    {
        std::string content;
        std::vector<std::string> lines;
        for (std::size_t length = 1; content.size() < 3 * block; ++length) {
            lines.emplace_back(length % 1000 + 1, static_cast<char>('a' + length % 26));
            content += lines.back() + "\n";
        }
        const std::vector<Reading> readings = all(ReadingSource(file("many.ndjson", content), false));
        QCOMPARE(readings.size(), lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            QVERIFY(readings[i].text == lines[i]);
        }
    }

    void tooLongALineIsNamed()
    {
        const auto path = file("long.jsonl", "{}\n\n" + std::string(largest + 2 * block, 'x') + "\n{}\n");
        ReadingSource source(path, false);
        Reading reading;
        QVERIFY(source.next(reading));
        const auto error = test::thrownBy<IoError>([&] { (void)source.next(reading); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::TooLarge);
        QCOMPARE(error->context().file, path.string() + ": line 3");
    }

    void tooLargeAFileIsRefused()
    {
        const auto error = test::thrownBy<IoError>(
            [&] { (void)all(ReadingSource(file("large.json", std::string(largest + 2 * block, 'x')), false)); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::TooLarge);
    }

    void aFileIsOneReading()
    {
        const std::string content = std::string(2 * block, 'x') + "\n\n{}";
        const std::vector<Reading> readings = all(ReadingSource(file("one.json", content), false));
        QCOMPARE(readings.size(), std::size_t{1});
        QVERIFY(readings.front().text == content);
        QVERIFY(readings.front().fileName.empty());
        QCOMPARE(all(ReadingSource(file("empty.json", ""), false)).size(), std::size_t{1}); // which is no JSON
    }

    void kindsAreRecognised()
    {
        QVERIFY(ReadingSource(file("a.json", "{}"), false).kind() == ReadingSource::Kind::File);
        QVERIFY(ReadingSource(file("a.json", "{}"), true).kind() == ReadingSource::Kind::Lines);
        QVERIFY(ReadingSource(file("a.jsonl", "{}"), false).kind() == ReadingSource::Kind::Lines);
        QVERIFY(ReadingSource(file("a.ndjson", "{}"), false).kind() == ReadingSource::Kind::Lines);
        QVERIFY(ReadingSource(m_folder.path(), true).kind() == ReadingSource::Kind::Folder);
    }

    void aFolderGivesItsJsonFilesByName()
    {
        const test::Folder folder;
        for (const char *name : {"b.json", "a.json", "notes.txt", "c.jsonl"}) {
            test::putFile(folder.path() / name, name);
        }
        const std::vector<Reading> readings = all(ReadingSource(folder.path(), false));
        QCOMPARE(readings.size(), std::size_t{2});
        QCOMPARE(readings[0].fileName, std::string("a.json"));
        QCOMPARE(readings[1].text, std::string("b.json"));
        QCOMPARE(readings[1].name, folder.path().string() + "/b.json");
    }

    void whatIsNotThereIsSaid()
    {
        const auto error =
            test::thrownBy<IoError>([&] { (void)ReadingSource(m_folder.path() / "nothing.json", false); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestReadings)
#include "test_readings.moc"
