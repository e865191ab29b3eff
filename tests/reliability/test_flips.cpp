// Every single bit of a package, its access file and the buyer's key turned over, and every file cut at every length:
// consume refuses and leaves no file, or what was changed counts for nothing and it releases exactly the right bytes.
// Every seventh by default; all of them with --all.
#include "tests/support/package_fixture.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace streamdesk;

namespace {

std::size_t stride = 7;

// Files in memory, to be damaged in place.
class MemoryStore : public package::FileStore
{
public:
    void addFolder(const std::filesystem::path &folder)
    {
        for (const auto &entry : std::filesystem::directory_iterator(folder)) {
            files[entry.path().filename().string()] = test::textOf(entry.path());
        }
    }

    [[nodiscard]] std::string displayName() const override { return "memory"; }
    [[nodiscard]] std::vector<std::string> names() const override
    {
        std::vector<std::string> all;
        for (const auto &[name, content] : files) {
            all.push_back(name);
        }
        return all;
    }
    [[nodiscard]] bool contains(const std::string &name) const override { return files.contains(name); }
    [[nodiscard]] bool isFile(const std::string &name) const override { return contains(name); }
    [[nodiscard]] std::uint64_t size(const std::string &name) const override { return files.at(name).size(); }
    void readText(const std::string &name, std::size_t, std::string &text) const override { text = files.at(name); }
    [[nodiscard]] std::unique_ptr<stream::CiphertextReader> open(const std::string &name) const override
    {
        return std::make_unique<Reader>(files.at(name));
    }

    std::map<std::string, std::string> files;

private:
    struct Reader : stream::CiphertextReader
    {
        explicit Reader(const std::string &content) : text(content) {}
        [[nodiscard]] std::uint64_t size() const override { return text.size(); }
        [[nodiscard]] std::size_t readAt(std::span<std::byte> out, std::uint64_t offset) const override
        {
            const std::size_t begin = std::min<std::size_t>(offset, text.size());
            const std::size_t n = std::min(out.size(), text.size() - begin);
            std::copy_n(std::as_bytes(std::span(text)).begin() + static_cast<std::ptrdiff_t>(begin), n, out.begin());
            return n;
        }
        const std::string &text;
    };
};

enum class Outcome { Refused, Right, Wrong };

// A buyer with everything in memory.
class Buyer
{
public:
    explicit Buyer(const QString &name) : golden(name)
    {
        package->addFolder(golden.package());
        access->addFolder((golden.folder + QStringLiteral("/access")).toStdString());
        source = golden.source().toStdString();
        m_params.buyerId = golden.buyerId();
        m_params.buyer = golden.keyPair(QStringLiteral("buyer"));
        // In memory where there is such a place, for speed.
        const std::filesystem::path shared = "/dev/shm";
        m_folder = std::filesystem::is_directory(shared)
                       ? std::make_unique<QTemporaryDir>(QStringLiteral("/dev/shm/flips-XXXXXX"))
                       : std::make_unique<QTemporaryDir>();
        m_params.output = std::filesystem::path(m_folder->path().toStdString()) / "out";
        m_params.durability = io::Durability::NotSynced;
    }

    [[nodiscard]] Outcome consume()
    {
        bool released = false;
        try {
            const auto opened = package::Package::open(package, package, {});
            opened.requireWhole();
            opened.requireCiphertext();
            m_params.access =
                package::readAccess(*access, m_params.buyerId, package::AccessFolder::OnlyAccessFiles).access;
            released = package::consume(opened, m_params, {}).refusal == package::Refusal::None;
        } catch (const StreamError &) {
            released = false;
        }
        const std::filesystem::path folder = m_params.output.parent_path();
        if (!released) {
            return std::filesystem::is_empty(folder) ? Outcome::Refused : Outcome::Wrong;
        }
        const bool right = test::textOf(m_params.output) == source;
        std::filesystem::remove(m_params.output);
        return right && std::filesystem::is_empty(folder) ? Outcome::Right : Outcome::Wrong;
    }

    void setKey(const std::vector<std::byte> &bytes)
    {
        crypto::X25519PrivateKey key;
        std::copy(bytes.begin(), bytes.end(), key.bytes().begin());
        m_params.buyer = crypto::keyPairOf(std::move(key));
    }

    test::GoldenPackage golden;
    std::shared_ptr<MemoryStore> package = std::make_shared<MemoryStore>();
    std::shared_ptr<MemoryStore> access = std::make_shared<MemoryStore>();
    std::string source;

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    package::ConsumeParams m_params;
};

// The bytes of a text member's value: the one after `after`, when that is given.
struct Guarded
{
    const char *member;
    bool exact; // an exact string; else hex, of which both cases are the same bytes
    const char *after = "";
};

constexpr std::array guarded = {
    Guarded{"schemaVersion", true},
    Guarded{"chunkId", true},
    Guarded{"encryptedDataHash", true},
    Guarded{"plaintextHash", true},
    Guarded{"nonce", false},
    Guarded{"keyCommitment", true},
    Guarded{"sourceHash", true},
    Guarded{"previousChunkId", true},
    Guarded{"value", false},
    Guarded{"machineDid", true},
    Guarded{"recipientId", true, "\"entries\""},
    Guarded{"publicKeyHex", false, "\"signature\""},
    Guarded{"wrappedKeyHex", false, "\"entries\""},
};

bool isHexLetter(char c)
{
    return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Whether turning this bit over must be noticed.
bool mustBeRefused(const std::string &file, const std::string &text, std::size_t bit)
{
    if (file.ends_with(".bin")) {
        return true;
    }
    if (file == "manifest.json") {
        QByteArray flipped = QByteArray::fromStdString(text);
        const int byte = static_cast<unsigned char>(text[bit / 8]) ^ (1 << (bit % 8));
        flipped[static_cast<qsizetype>(bit / 8)] = static_cast<char>(byte);
        if (byte < 0x20 || QJsonDocument::fromJson(flipped).isNull()) {
            return false; // it cannot be read, and may be absent
        }
    }
    for (const Guarded &field : guarded) {
        if (file == "manifest.json" && std::string_view(field.member) == "schemaVersion") {
            continue; // nobody reads it there
        }
        const std::size_t start = text.find(field.after);
        const std::string name = std::string("\"") + field.member + "\":";
        for (std::size_t at = start == std::string::npos ? start : text.find(name, start); at != std::string::npos;
             at = text.find(name, at + 1)) {
            const std::size_t open = text.find_first_not_of(' ', at + name.size());
            if (text[open] != '"') {
                continue; // null
            }
            const std::size_t end = text.find('"', open + 1);
            if (bit / 8 > open && bit / 8 < end) {
                return field.exact || bit % 8 != 5 || !isHexLetter(text[bit / 8]);
            }
        }
    }
    return false;
}

struct Tally
{
    std::size_t tried = 0;
    std::size_t refused = 0;
    std::size_t right = 0;
};

} // namespace

class TestFlips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("only");
        QTest::newRow("a package of one byte, everything") << QStringLiteral("one-byte") << QString();
        QTest::newRow("a later chunk with its link") << QStringLiteral("text-utf8") << QStringLiteral("chunk-3");
    }
    void files()
    {
        QFETCH(QString, name);
        QFETCH(QString, only);
        Buyer buyer(name);
        QVERIFY(buyer.consume() == Outcome::Right);
        for (const auto &store : {buyer.package, buyer.access}) {
            for (auto &[file, content] : store->files) {
                if (file.starts_with(only.toStdString())) {
                    damage(buyer, file, content);
                    if (QTest::currentTestFailed()) {
                        return;
                    }
                }
            }
        }
    }

    void buyersKey()
    {
        Buyer buyer(QStringLiteral("one-byte"));
        const auto key = test::fromHexText(
            buyer.golden.keys[QStringLiteral("buyer")].toObject()[QStringLiteral("privateKeyHex")].toString());
        // X25519 sets these itself, so they are no part of the key.
        const std::set<std::size_t> ignored = {0, 1, 2, 254, 255};
        for (std::size_t bit = 0; bit < 256; ++bit) {
            auto flipped = key;
            flipped[bit / 8] ^= static_cast<std::byte>(1U << (bit % 8));
            buyer.setKey(flipped);
            QVERIFY(buyer.consume() == (ignored.contains(bit) ? Outcome::Right : Outcome::Refused));
        }
    }

private:
    static void damage(Buyer &buyer, const std::string &file, std::string &content)
    {
        const std::string whole = content;
        Tally flips;
        for (std::size_t bit = 0; bit < whole.size() * 8; bit += stride) {
            content[bit / 8] = static_cast<char>(static_cast<unsigned char>(whole[bit / 8]) ^ (1U << (bit % 8)));
            const Outcome outcome = buyer.consume();
            content[bit / 8] = whole[bit / 8];
            count(flips, outcome);
            const std::string where = file + ", bit " + std::to_string(bit);
            QVERIFY2(outcome != Outcome::Wrong, where.c_str());
            QVERIFY2(outcome == Outcome::Refused || !mustBeRefused(file, whole, bit), where.c_str());
        }
        Tally cuts;
        for (std::size_t length = 0; length < whole.size(); length += stride) {
            content.resize(length);
            const Outcome outcome = buyer.consume();
            content = whole;
            count(cuts, outcome);
            const std::string where = file + " cut to " + std::to_string(length);
            // What is missing may be the last line feed, or a manifest as if it were not there.
            const bool mayPass = file == "manifest.json" || whole.find_first_not_of(" \n", length) == std::string::npos;
            QVERIFY2(outcome == Outcome::Refused || (outcome == Outcome::Right && mayPass), where.c_str());
        }
        qInfo("%s: %zu flips: %zu refused, %zu released the right bytes; %zu cuts: %zu refused, %zu released the right "
              "bytes",
              file.substr(0, 16).c_str(), flips.tried, flips.refused, flips.right, cuts.tried, cuts.refused,
              cuts.right);
    }

    static void count(Tally &tally, Outcome outcome)
    {
        ++tally.tried;
        tally.refused += outcome == Outcome::Refused ? 1 : 0;
        tally.right += outcome == Outcome::Right ? 1 : 0;
    }
};

int main(int argc, char **argv)
{
    std::vector<char *> arguments(argv, argv + argc);
    if (std::erase_if(arguments, [](const char *argument) { return std::string_view(argument) == "--all"; }) > 0) {
        stride = 1;
        qputenv("QTEST_FUNCTION_TIMEOUT", "3600000");
    }
    TestFlips test;
    return QTest::qExec(&test, static_cast<int>(arguments.size()), arguments.data());
}
#include "test_flips.moc"
