// One line an event, nothing when it is off, and never a key.
#include "core/base/log.h"
#include "core/crypto/keys.h"
#include "core/crypto/secret_bytes.h"

#include <QRegularExpression>
#include <QTest>

#include <stdexcept>
#include <thread>
#include <vector>

using namespace streamdesk;
using log::Level;

static_assert(log::Loggable<std::string> && log::Loggable<std::string_view> && log::Loggable<const char *>);
static_assert(log::Loggable<std::uint64_t> && log::Loggable<std::filesystem::path>);
// What is or may be a secret cannot be written down by accident.
static_assert(!log::Loggable<crypto::SecretBytes> && !log::Loggable<crypto::X25519PrivateKey>);
static_assert(!log::Loggable<crypto::Ed25519PrivateKey> && !log::Loggable<crypto::ChunkKey>);
static_assert(!log::Loggable<std::vector<std::byte>> && !log::Loggable<bool>);

namespace {

// Everything that is logged while it lives.
class Lines
{
public:
    explicit Lines(Level level)
    {
        log::start(level, [this](std::string_view line) { m_lines.emplace_back(line); });
    }
    ~Lines() { log::stop(); }
    Lines(const Lines &) = delete;
    Lines &operator=(const Lines &) = delete;

    [[nodiscard]] const std::vector<std::string> &all() const { return m_lines; }
    [[nodiscard]] QString last() const { return QString::fromStdString(m_lines.at(m_lines.size() - 1)); }

private:
    std::vector<std::string> m_lines;
};

} // namespace

class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineSaysWhenHowGraveWhoAndWhat()
    {
        const Lines lines(Level::Info);
        const std::size_t count = 7;
        log::info("package", "opened ", count, " envelopes of ", std::filesystem::path("a/b"));
        static const QRegularExpression form(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z info "
                                                            "package: opened 7 envelopes of a/b\\n$"));
        QVERIFY2(form.match(lines.last()).hasMatch(), qPrintable(lines.last()));
    }

    void eachLevelIncludesThoseBeforeIt()
    {
        for (const Level level : {Level::Off, Level::Error, Level::Warning, Level::Info, Level::Debug, Level::Trace}) {
            const Lines lines(level);
            log::error("t", "x");
            log::warning("t", "x");
            log::info("t", "x");
            log::debug("t", "x");
            log::trace("t", "x");
            QCOMPARE(lines.all().size(), static_cast<std::size_t>(level));
        }
    }

    void isOffUntilStartedAndAfterTheEnd()
    {
        QVERIFY(!log::enabled(Level::Error));
        {
            const Lines lines(Level::Error);
            QVERIFY(log::enabled(Level::Error));
            QVERIFY(!log::enabled(Level::Warning));
        }
        log::error("t", "nobody hears this, and nothing breaks");
        QVERIFY(!log::enabled(Level::Error));
    }

    void levelsHaveNames()
    {
        for (const Level level : {Level::Off, Level::Error, Level::Warning, Level::Info, Level::Debug, Level::Trace}) {
            QVERIFY(log::levelFromName(log::levelName(level)) == level);
        }
        QVERIFY(!log::levelFromName("verbose"));
        QVERIFY(!log::levelFromName(""));
    }

    void whatLooksLikeAKeyIsRedacted()
    {
        const Lines lines(Level::Trace);
        const std::string key(64, 'a');
        log::info("t", "in a name: ", std::filesystem::path(key), ", bare: ", key,
                  ", in two parts: ", std::string(32, 'b'), std::string(32, 'b'));
        QVERIFY(!lines.last().contains(QString(64, QLatin1Char('a'))));
        QVERIFY(!lines.last().contains(QString(64, QLatin1Char('b'))));
        QCOMPARE(lines.last().count(QStringLiteral("[REDACTED]")), 3);
    }

    void aFileCannotWriteLinesOfItsOwn()
    {
        const Lines lines(Level::Info);
        log::info("t",
                  "did:\x1b[2J\n2026-01-01T00:00:00.000Z error cli: forged\r\xc2\x9b\x7f\xe2\x80\xa8\xe2\x80\xae\xff"
                  ".");
        const std::string line = lines.all().at(0);
        QCOMPARE(std::count(line.begin(), line.end(), '\n'), std::ptrdiff_t(1));
        QVERIFY2(line.ends_with("did:?[2J?2026-01-01T00:00:00.000Z error cli: forged??????.\n"), line.c_str());
        QVERIFY(line.find('\x1b') == std::string::npos && line.find('\r') == std::string::npos);
    }

    void aSinkThatFailsEndsTheLogAndNothingElse()
    {
        int calls = 0;
        log::start(Level::Info, [&](std::string_view) {
            ++calls;
            throw std::runtime_error("disk full");
        });
        log::info("t", "one");
        log::info("t", "two");
        log::stop();
        QCOMPARE(calls, 1);
    }

    void linesOfSeveralThreadsStayWhole()
    {
        constexpr int each = 200;
        const Lines lines(Level::Debug);
        std::vector<std::thread> threads;
        for (unsigned t = 0; t < 4; ++t) {
            threads.emplace_back([t] {
                for (int i = 0; i < each; ++i) {
                    log::debug("t", "thread ", t, " says ", "something");
                }
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        QCOMPARE(lines.all().size(), std::size_t(4 * each));
        for (std::size_t i = 0; i < lines.all().size(); ++i) {
            QVERIFY(lines.all()[i].ends_with(" says something\n"));
            QVERIFY(i == 0 || lines.all()[i - 1].substr(0, 24) <= lines.all()[i].substr(0, 24)); // in order of time
        }
    }
};

QTEST_APPLESS_MAIN(TestLog)
#include "test_log.moc"
