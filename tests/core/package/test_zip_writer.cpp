#include "core/package/zip_directory.h"
#include "core/package/zip_store.h"
#include "core/package/zip_writer.h"
#include "tests/support/package_fixture.h"

#include <QTest>

#include <numeric>
#include <sys/resource.h>

using namespace streamdesk;
using package::ZipStore;
using package::ZipWriter;

namespace {

class TextReader : public stream::CiphertextReader
{
public:
    explicit TextReader(std::string text) : m_text(std::move(text)) {}

    [[nodiscard]] std::uint64_t size() const override { return m_text.size(); }
    [[nodiscard]] std::size_t readAt(std::span<std::byte> out, std::uint64_t offset) const override
    {
        const auto at = static_cast<std::size_t>(std::min<std::uint64_t>(offset, m_text.size()));
        const std::size_t n = std::min(out.size(), m_text.size() - at);
        std::memcpy(out.data(), m_text.data() + at, n);
        return n;
    }

private:
    std::string m_text;
};

// 256 KiB that take no memory.
class EmptyReader : public stream::CiphertextReader
{
public:
    [[nodiscard]] std::uint64_t size() const override { return 1U << 18U; }
    [[nodiscard]] std::size_t readAt(std::span<std::byte> out, std::uint64_t offset) const override
    {
        return static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size() - std::min(size(), offset)));
    }
};

ZipWriter::Open reading(const std::string &text)
{
    return [text] { return std::make_unique<TextReader>(text); };
}

constexpr io::Durability quickly = io::Durability::NotSynced;

} // namespace

class TestZipWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<bool>("synced");
        QTest::newRow("synced") << true;
        QTest::newRow("not synced") << false;
    }
    void whatIsWrittenIsRead()
    {
        QFETCH(bool, synced);
        const test::Scratch scratch;
        const auto target = scratch.path("new/folder/a.zip");
        const std::string large(3000000, 'l'); // several times what is moved at once
        std::string mixed(700001, '\0');
        std::iota(mixed.begin(), mixed.end(), 'a');
        const std::map<std::string, std::string> files = {{"empty.bin", ""},
                                                          {"empty.json", ""},
                                                          {"large.bin", large},
                                                          {"large.json", large},
                                                          {"small.json", large.substr(0, 900000)},
                                                          {"mixed.bin", mixed}};
        ZipWriter zip(target);
        for (const auto &[name, content] : files) {
            zip.add(name, content.size(), reading(content));
        }
        QVERIFY(!std::filesystem::exists(target));
        std::uint64_t done = 0;
        zip.commit(synced ? io::Durability::Synced : quickly,
                   {.stop = nullptr, .progress = [&](const jobs::Progress &p) { done = p.bytesDone; }});

        QCOMPARE(test::namesIn(target.parent_path()), QStringList{QStringLiteral("a.zip")});
        const ZipStore store(target);
        QCOMPARE(store.names().size(), files.size());
        std::uint64_t total = 0;
        for (const auto &[name, content] : files) {
            std::string text;
            store.readText(name, 1U << 24U, text);
            QVERIFY2(text == content, name.c_str());
            total += content.size();
        }
        QCOMPARE(done, total);
        // Ciphertext as it is, text packed.
        const std::string bytes = test::textOf(target);
        QVERIFY(bytes.find(mixed) != std::string::npos);
        for (const package::ZipEntry &entry : package::readZipDirectory(io::File::openForReading(target))) {
            const bool packed = entry.packedSize != entry.size;
            QCOMPARE(packed, entry.name == "small.json" || entry.name == "empty.json");
        }
    }

    void whateverFailsLeavesTheOldFile_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("code");
        QTest::newRow("entry grew") << QStringLiteral("grew") << int(ErrorCode::FileChanged);
        QTest::newRow("entry shrank") << QStringLiteral("shrank") << int(ErrorCode::FileChanged);
        QTest::newRow("entry gone") << QStringLiteral("gone") << int(ErrorCode::NotFound);
        QTest::newRow("stopped") << QStringLiteral("stopped") << int(ErrorCode::Stopped);
        QTest::newRow("entry too large") << QStringLiteral("too large") << int(ErrorCode::ArchiveLimit);
        QTest::newRow("too much in all") << QStringLiteral("too much") << int(ErrorCode::ArchiveLimit);
        QTest::newRow("too many entries") << QStringLiteral("too many") << int(ErrorCode::ArchiveLimit);
        QTest::newRow("name twice") << QStringLiteral("twice") << int(ErrorCode::IoFailed);
    }
    void whateverFailsLeavesTheOldFile()
    {
        QFETCH(QString, fault);
        QFETCH(int, code);
        const test::Scratch scratch;
        const auto target = scratch.path("a.zip");
        test::setText(target, "old");
        jobs::StopFlag stop;
        const auto error = test::errorOf([&] {
            ZipWriter zip(target);
            zip.add("first.bin", 5, reading("first"));
            const auto is = [&](const char *name) { return fault == QLatin1String(name); };
            if (is("grew")) {
                zip.add("second.bin", 5, reading("second"));
            } else if (is("shrank")) {
                zip.add("second.bin", 7, reading("second"));
            } else if (is("gone")) {
                zip.add("second.bin", 6, []() -> std::unique_ptr<stream::CiphertextReader> {
                    throw IoError(ErrorCode::NotFound, "does not exist");
                });
            } else if (is("stopped")) {
                stop.requestStop();
            } else if (is("too large")) {
                zip.add("second.bin", package::maxZipEntryBytes + 1, reading(""));
            } else if (is("too much")) {
                for (int i = 0; i < 17; ++i) {
                    zip.add(std::to_string(i), package::maxZipEntryBytes, reading(""));
                }
            } else if (is("too many")) {
                for (std::uint64_t i = 0; i < package::maxZipEntries; ++i) {
                    zip.add(std::to_string(i), 0, {});
                }
            } else {
                zip.add("first.bin", 5, reading("first"));
            }
            zip.commit(quickly, {.stop = &stop, .progress = {}});
        });
        QVERIFY(error.has_value());
        QCOMPARE(errorCodeName(*error), errorCodeName(ErrorCode(code)));
        QCOMPARE(test::namesIn(scratch.path("")), QStringList{QStringLiteral("a.zip")});
        QCOMPARE(test::textOf(target), std::string("old"));
    }

    void memoryDoesNotGrowWithTheData()
    {
        const auto peak = [] {
            rusage usage{};
            ::getrusage(RUSAGE_SELF, &usage);
            return usage.ru_maxrss; // KiB
        };
        const test::Scratch scratch;
        const auto before = peak();
        ZipWriter zip(scratch.path("a.zip"));
        for (int i = 0; i < 400; ++i) {
            zip.add(std::to_string(i), 1U << 18U, [] { return std::make_unique<EmptyReader>(); });
        }
        zip.commit(quickly, {});
        QVERIFY(std::filesystem::file_size(scratch.path("a.zip")) > 400U << 18U);
        QVERIFY2(peak() - before < 20 << 10, qPrintable(QString::number(peak() - before)));
    }

    void withoutACommitThereIsNothing()
    {
        const test::Scratch scratch;
        {
            ZipWriter zip(scratch.path("a.zip"));
            zip.add("first.bin", 5, reading("first"));
        }
        QVERIFY(test::namesIn(scratch.path("")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestZipWriter)
#include "test_zip_writer.moc"
