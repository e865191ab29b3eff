#include "core/base/errors.h"
#include "core/io/file.h"
#include "tests/support/bytes.h"
#include "tests/support/expect.h"
#include "tests/support/files.h"

#include <QTest>
#include <array>
#include <atomic>
#include <map>
#include <thread>
#include <utility>

#ifdef Q_OS_UNIX
#include "tests/support/unprivileged.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#endif

using namespace streamdesk;
using io::File;
namespace fs = std::filesystem;
using test::asBytes;
using test::contentOf;
using test::Folder;
using test::Names;
using test::namesIn;
using test::putFile;
using test::thrownBy;

namespace {

std::string textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

std::string readSome(File &file, std::size_t most)
{
    std::vector<std::byte> bytes(most);
    bytes.resize(file.read(bytes));
    return textOf(bytes);
}

std::string readSomeAt(const File &file, std::size_t most, std::uint64_t offset)
{
    std::vector<std::byte> bytes(most);
    bytes.resize(file.readAt(bytes, offset));
    return textOf(bytes);
}

#ifdef Q_OS_UNIX

// Puts `fd` in place of the standard input for as long as this lives, and closes it.
class StandardInput
{
public:
    explicit StandardInput(int fd) : m_before(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 100))
    {
        if (fd < 0 || m_before < 0 || ::dup2(fd, STDIN_FILENO) < 0) {
            throw std::runtime_error("cannot replace the standard input");
        }
        ::close(fd);
    }
    ~StandardInput()
    {
        ::dup2(m_before, STDIN_FILENO);
        ::close(m_before);
    }
    StandardInput(const StandardInput &) = delete;
    StandardInput &operator=(const StandardInput &) = delete;

private:
    int m_before;
};

// The standard input is one end, write() goes to the other.
class PipedInput
{
public:
    PipedInput() : PipedInput(ends()) {}
    ~PipedInput() { closeWriter(); }
    PipedInput(const PipedInput &) = delete;
    PipedInput &operator=(const PipedInput &) = delete;

    void write(std::string_view text) const
    {
        if (::write(m_writer, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
            throw std::runtime_error("cannot write to the pipe");
        }
    }
    void closeWriter()
    {
        if (m_writer >= 0) {
            ::close(std::exchange(m_writer, -1));
        }
    }

private:
    explicit PipedInput(std::array<int, 2> fds) : m_input(fds[0]), m_writer(fds[1]) {}
    static std::array<int, 2> ends()
    {
        std::array<int, 2> fds{-1, -1};
        if (::pipe2(fds.data(), O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe");
        }
        return fds;
    }

    StandardInput m_input;
    int m_writer;
};

// The files this process may have, at most `bytes` long.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) {
            throw std::runtime_error("cannot limit the size of files");
        }
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
    void (*m_signal)(int) = SIG_DFL;
};

#endif

} // namespace

class TestFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readGoesOnWhereItEnded();
    void readAtTakesFromAnyPlace();
    void writtenBytesStandOneBehindTheOther();
    void offsetsBeyondFourGigabytes();
    void sizeIsTheSizeNow();
    void createdFileIsForWriting();
    void createRefusesWhatExists_data();
    void createRefusesWhatExists();
    void createNeedsAFolder_data();
    void createNeedsAFolder();
    void openingForReadingRefuses_data();
    void openingForReadingRefuses();
    void pipeIsRefusedAtOnce();
    void socketAndDeviceAreRefused_data();
    void socketAndDeviceAreRefused();
    void unreadableFileOrFolderIsRefused();
    void folderWithoutPermissionIsNotWritable();
    void createdFileFollowsTheUmask();
    void readingFileRefusesWrites();
    void movedFileStaysOpen();
    void closedFileRefusesEverything();
    void closingTwiceIsHarmless();
    void destructorCloses();
    void fullDeviceIsTold();
    void writeThatCannotGoOnIsTold();
    void threadsReadAtOffsets();
    void standardInputIsReadToItsEnd();
    void standardInputStaysOpen();
    void silentInputIsStopped();
    void stoppedReadReturnsWhatItHas();
    void textFileIsReadWhole();
    void textFileReusesItsMemory();
    void textFileTooLargeIsRefused();
    void textFileThatCannotBeReadLeavesTheCode();
    void textFileIsWrittenOnce();
    void directoriesAreMadeWithTheirParents();
    void directoryBehindAFileCannotBeMade_data();
    void directoryBehindAFileCannotBeMade();
    void directoryWithoutPermissionCannotBeMade();
    void replacingPutsTheNewInPlaceOfTheOld();
    void replacingThatFailsLeavesBoth_data();
    void replacingThatFailsLeavesBoth();
    void syncingWorksAndTellsWhatIsMissing();
    void readability();
    void terminalIsRecognised();
    void appendingKeepsWhatIsThere();
    void appendingTakesOrdinaryFilesOnly();
    void aFolderIsListedAsItIs();
};

void TestFile::readGoesOnWhereItEnded()
{
    const Folder folder;
    putFile(folder / "f", "0123456789");
    File file = File::openForReading(folder / "f");
    QVERIFY(file.path() == folder / "f");
    QCOMPARE(readSome(file, 4), std::string("0123"));
    QCOMPARE(readSome(file, 0), std::string());
    QCOMPARE(readSome(file, 4), std::string("4567"));
    QCOMPARE(readSomeAt(file, 3, 0), std::string("012")); // does not move read()'s place
    QCOMPARE(readSome(file, 4), std::string("89"));
    QCOMPARE(readSome(file, 4), std::string());
}

void TestFile::readAtTakesFromAnyPlace()
{
    const Folder folder;
    putFile(folder / "f", "0123456789");
    const File file = File::openForReading(folder / "f");
    QCOMPARE(readSomeAt(file, 3, 5), std::string("567"));
    QCOMPARE(readSomeAt(file, 10, 0), std::string("0123456789"));
    QCOMPARE(readSomeAt(file, 100, 8), std::string("89"));
    QCOMPARE(readSomeAt(file, 1, 10), std::string());
    QCOMPARE(readSomeAt(file, 1, 1'000'000), std::string());
    QCOMPARE(readSomeAt(file, 0, 3), std::string());
}

void TestFile::writtenBytesStandOneBehindTheOther()
{
    const Folder folder;
    File file = File::create(folder / "f");
    file.write(asBytes("one,"));
    file.write({});
    file.write(asBytes("two"));
    const std::string zeros("\0\0", 2);
    file.write(asBytes(zeros));
    file.close();
    QCOMPARE(contentOf(folder / "f"), "one,two" + zeros);
}

void TestFile::offsetsBeyondFourGigabytes()
{
    const Folder folder;
    constexpr std::uint64_t far = (std::uint64_t{5} << 30U) + 7; // a hole costs no space
    putFile(folder / "f", "");
    fs::resize_file(folder / "f", far);
    std::ofstream(folder / "f", std::ios::binary | std::ios::app) << "far";
    const File file = File::openForReading(folder / "f");
    QCOMPARE(file.size(), far + 3);
    QCOMPARE(readSomeAt(file, 10, far - 2), std::string("\0\0far", 5));
    QCOMPARE(readSomeAt(file, 3, 7), std::string(3, '\0'));
}

void TestFile::sizeIsTheSizeNow()
{
    const Folder folder;
    File file = File::create(folder / "f");
    QCOMPARE(file.size(), std::uint64_t{0});
    file.write(asBytes("12345"));
    QCOMPARE(file.size(), std::uint64_t{5});
    const File reader = File::openForReading(folder / "f");
    file.write(asBytes("678"));
    QCOMPARE(reader.size(), std::uint64_t{8});
}

void TestFile::createdFileIsForWriting()
{
    const Folder folder;
    File file = File::create(folder / "f");
    QVERIFY(file.path() == folder / "f");
    file.write(asBytes("abc"));
    file.sync();
    QCOMPARE(contentOf(folder / "f"), std::string("abc")); // already before close()
    file.close();
    QCOMPARE(contentOf(folder / "f"), std::string("abc"));
}

void TestFile::createRefusesWhatExists_data()
{
    QTest::addColumn<std::string>("name");
    for (const char *name : {"file", "folder", "link", "dangling link", "pipe"}) {
        QTest::newRow(name) << std::string(name);
    }
}

void TestFile::createRefusesWhatExists()
{
    QFETCH(std::string, name);
    const Folder folder;
    putFile(folder / "file", "old");
    fs::create_directory(folder / "folder");
    fs::create_symlink("file", folder / "link");
    fs::create_symlink("nowhere", folder / "dangling link");
#ifdef Q_OS_UNIX
    QCOMPARE(::mkfifo((folder / "pipe").c_str(), 0600), 0);
#else
    if (name == "pipe") {
        QSKIP("pipes have no place in folders there");
    }
#endif
    const Names before = namesIn(folder.path());
    const auto error = thrownBy<IoError>([&] { (void)File::create(folder / name); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InTheWay);
    QCOMPARE(error->context().file, (folder / name).string());
    QCOMPARE(contentOf(folder / "file"), std::string("old"));
    QVERIFY(namesIn(folder.path()) == before); // nothing where the dangling link points either
}

void TestFile::createNeedsAFolder_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing folder") << std::string("missing/f") << ErrorCode::NotFound;
    QTest::newRow("file as a folder") << std::string("file/f") << ErrorCode::NotADirectory;
    QTest::newRow("name too long") << std::string(5000, 'x') << ErrorCode::NotWritable;
}

void TestFile::createNeedsAFolder()
{
    QFETCH(std::string, name);
    QFETCH(ErrorCode, code);
    const Folder folder;
    putFile(folder / "file", "old");
    const auto error = thrownBy<IoError>([&] { (void)File::create(folder / name); });
    QVERIFY(error);
    QCOMPARE(error->code(), code);
    QCOMPARE(error->context().file, (folder / name).string());
    QVERIFY(namesIn(folder.path()) == Names{"file"});
}

void TestFile::openingForReadingRefuses_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing") << std::string("missing") << ErrorCode::NotFound;
    QTest::newRow("in a missing folder") << std::string("missing/f") << ErrorCode::NotFound;
    QTest::newRow("dangling link") << std::string("dangling link") << ErrorCode::NotFound;
    QTest::newRow("folder") << std::string("folder") << ErrorCode::NotAFile;
    QTest::newRow("link to a folder") << std::string("link to a folder") << ErrorCode::NotAFile;
    QTest::newRow("file as a folder") << std::string("file/f") << ErrorCode::NotADirectory;
    QTest::newRow("file with a slash") << std::string("file/") << ErrorCode::NotADirectory;
    QTest::newRow("link to itself") << std::string("loop") << ErrorCode::NotReadable;
}

void TestFile::openingForReadingRefuses()
{
    QFETCH(std::string, name);
    QFETCH(ErrorCode, code);
    const Folder folder;
    putFile(folder / "file", "x");
    fs::create_directory(folder / "folder");
    fs::create_directory_symlink("folder", folder / "link to a folder");
    fs::create_symlink("nowhere", folder / "dangling link");
    fs::create_symlink("loop", folder / "loop");
    const auto error = thrownBy<IoError>([&] { (void)File::openForReading(folder / name); });
    QVERIFY(error);
    QCOMPARE(error->code(), code);
    QCOMPARE(error->context().file, (folder / name).string());
}

void TestFile::pipeIsRefusedAtOnce()
{
#ifdef Q_OS_UNIX
    const Folder folder;
    QCOMPARE(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    // Nobody writes to it, so that an open() that waits would end only with the test's own time limit.
    const auto error = thrownBy<IoError>([&] { (void)File::openForReading(folder / "pipe"); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::NotAFile);
    std::string text;
    const auto asText = thrownBy<IoError>([&] { io::readTextFile(folder / "pipe", 100, text); });
    QVERIFY(asText);
    QCOMPARE(asText->code(), ErrorCode::NotAFile);
#else
    QSKIP("pipes have no place in folders there");
#endif
}

void TestFile::socketAndDeviceAreRefused_data()
{
    QTest::addColumn<std::string>("path");
    QTest::newRow("/dev/null") << std::string("/dev/null");
    QTest::newRow("/dev/zero") << std::string("/dev/zero");
    QTest::newRow("socket") << std::string();
}

void TestFile::socketAndDeviceAreRefused()
{
#ifdef Q_OS_UNIX
    QFETCH(std::string, path);
    const Folder folder;
    int listener = -1;
    if (path.empty()) {
        path = (folder / "socket").string();
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        QVERIFY(path.size() < sizeof(address.sun_path));
        std::copy(path.begin(), path.end(), std::begin(address.sun_path));
        listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        QCOMPARE(::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    }
    const auto error = thrownBy<IoError>([&] { (void)File::openForReading(path); });
    ::close(listener);
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::NotAFile);
#else
    QSKIP("devices and sockets have no place in folders there");
#endif
}

void TestFile::unreadableFileOrFolderIsRefused()
{
#ifdef Q_OS_UNIX
    const Folder folder;
    test::Unprivileged::open(folder.path());
    putFile(folder / "f", "secret");
    fs::permissions(folder / "f", fs::perms::none);
    fs::create_directory(folder / "closed");
    fs::permissions(folder / "closed", fs::perms::none);
    const test::Unprivileged unprivileged;
    const auto error = thrownBy<IoError>([&] { (void)File::openForReading(folder / "f"); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::NotReadable);
    QCOMPARE(error->context().file, (folder / "f").string());
    const auto inside = thrownBy<IoError>([&] { (void)File::openForReading(folder / "closed" / "f"); });
    QVERIFY(inside);
    QCOMPARE(inside->code(), ErrorCode::NotReadable);
    const auto synced = thrownBy<IoError>([&] { io::syncDirectory(folder / "closed"); });
    QVERIFY(synced);
    QCOMPARE(synced->code(), ErrorCode::NotReadable);
#else
    QSKIP("permissions are another thing there");
#endif
}

void TestFile::folderWithoutPermissionIsNotWritable()
{
#ifdef Q_OS_UNIX
    const Folder folder;
    test::Unprivileged::open(folder.path());
    fs::create_directory(folder / "closed");
    putFile(folder / "new", "new");
    fs::permissions(folder / "closed", fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_exec);
    const test::Unprivileged unprivileged;
    const auto created = thrownBy<IoError>([&] { (void)File::create(folder / "closed" / "f"); });
    QVERIFY(created);
    QCOMPARE(created->code(), ErrorCode::NotWritable);
    const auto replaced = thrownBy<IoError>([&] { io::replaceFile(folder / "new", folder / "closed" / "f"); });
    QVERIFY(replaced);
    QCOMPARE(replaced->code(), ErrorCode::NotWritable);
#else
    QSKIP("permissions are another thing there");
#endif
}

void TestFile::createdFileFollowsTheUmask()
{
#ifdef Q_OS_UNIX
    const Folder folder;
    const mode_t before = ::umask(0027);
    (void)File::create(folder / "group");
    ::umask(0077);
    (void)File::create(folder / "owner");
    ::umask(before);
    const auto mode = [&](const char *name) { return static_cast<int>(fs::status(folder / name).permissions()); };
    QCOMPARE(mode("group"), 0640);
    QCOMPARE(mode("owner"), 0600);
#else
    QSKIP("permissions are another thing there");
#endif
}

void TestFile::readingFileRefusesWrites()
{
    const Folder folder;
    putFile(folder / "f", "old");
    File file = File::openForReading(folder / "f");
    const auto written = thrownBy<IoError>([&] { file.write(asBytes("new")); });
    QVERIFY(written);
    QCOMPARE(written->code(), ErrorCode::IoFailed);
    QCOMPARE(contentOf(folder / "f"), std::string("old"));
}

void TestFile::movedFileStaysOpen()
{
    const Folder folder;
    putFile(folder / "g", "0123");
    File first = File::create(folder / "f");
    first.write(asBytes("a"));
    File second = std::move(first);
    second.write(asBytes("b"));
    QVERIFY(second.path() == folder / "f");
    File third = File::openForReading(folder / "g");
    third = std::move(second);
    third.write(asBytes("c"));
    QVERIFY(third.path() == folder / "f");
    third.close();
    QCOMPARE(contentOf(folder / "f"), std::string("abc"));
}

void TestFile::closedFileRefusesEverything()
{
    const Folder folder;
    File closed = File::create(folder / "f");
    closed.close();
    File moved = File::create(folder / "g");
    const File to = std::move(moved);
    File never;
    std::array<std::byte, 4> bytes{};
    for (File *file : {&closed, &moved, &never}) {
        const auto fails = [&](auto action) {
            const auto error = thrownBy<IoError>(action);
            return error && error->code() == ErrorCode::IoFailed;
        };
        QVERIFY(fails([&] { (void)file->read(bytes); }));
        QVERIFY(fails([&] { (void)file->readAt(bytes, 0); }));
        QVERIFY(fails([&] { file->write(bytes); }));
        QVERIFY(fails([&] { (void)file->size(); }));
        QVERIFY(fails([&] { file->sync(); }));
    }
    QCOMPARE(to.size(), std::uint64_t{0});
}

void TestFile::closingTwiceIsHarmless()
{
    const Folder folder;
    File file = File::create(folder / "f");
    file.close();
    const File other = File::create(folder / "g"); // takes the descriptor that became free
    file.close();
    QCOMPARE(other.size(), std::uint64_t{0});
}

void TestFile::destructorCloses()
{
#ifdef Q_OS_LINUX
    const Folder folder;
    putFile(folder / "f", "x");
    const auto openFiles = [] {
        const fs::directory_iterator entries("/proc/self/fd");
        return std::distance(begin(entries), end(entries));
    };
    const auto before = openFiles();
    {
        const File one = File::openForReading(folder / "f");
        File two = File::create(folder / "g");
        QCOMPARE(openFiles(), before + 2);
        two = File::openForReading(folder / "f"); // the file it held goes with the temporary
        QCOMPARE(openFiles(), before + 2);
        // A refusal must not leave its descriptor open either.
        QVERIFY(thrownBy<IoError>([&] { (void)File::openForReading(folder.path()); }));
        QVERIFY(thrownBy<IoError>([&] { (void)File::openForReading("/dev/null"); }));
        QCOMPARE(openFiles(), before + 2);
    }
    QCOMPARE(openFiles(), before);
#else
    QSKIP("counts the entries of /proc/self/fd");
#endif
}

// create() opens no device, so the one that is always full comes in as the standard input.
void TestFile::fullDeviceIsTold()
{
#ifdef Q_OS_LINUX
    const StandardInput input(::open("/dev/full", O_RDWR | O_CLOEXEC));
    File file = File::standardInput();
    const auto written = thrownBy<IoError>([&] { file.write(asBytes("x")); });
    QVERIFY(written);
    QCOMPARE(written->code(), ErrorCode::DiskFull);
    QCOMPARE(written->context().file, std::string("standard input"));
#else
    QSKIP("needs /dev/full");
#endif
}

void TestFile::writeThatCannotGoOnIsTold()
{
#ifdef Q_OS_UNIX
    const Folder folder;
    File file = File::create(folder / "f");
    const std::string text(10'000, 'x');
    std::optional<IoError> written;
    {
        const FileSizeLimit limit(4096);
        written = thrownBy<IoError>([&] { file.write(asBytes(text)); });
    }
    QVERIFY(written);
    QCOMPARE(written->code(), ErrorCode::IoFailed);
    QCOMPARE(written->context().file, (folder / "f").string());
    QCOMPARE(file.size(), std::uint64_t{4096}); // the short write before it was taken up
#else
    QSKIP("needs RLIMIT_FSIZE");
#endif
}

void TestFile::threadsReadAtOffsets()
{
    const Folder folder;
    constexpr std::size_t threadCount = 4;
    constexpr std::size_t blockSize = 1000;
    constexpr std::size_t blocks = 200;
    const auto block = [](std::size_t number) { return std::string(blockSize, static_cast<char>('a' + number % 26)); };
    std::string content;
    for (std::size_t number = 0; number < blocks; ++number) {
        content += block(number);
    }
    putFile(folder / "f", content);
    const File file = File::openForReading(folder / "f");
    std::atomic<int> right = 0;
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < threadCount; ++t) {
        threads.emplace_back([&, t] {
            for (std::size_t i = 0; i < blocks; ++i) {
                const std::size_t number = (i * (2 * t + 1)) % blocks; // each in another order
                right += readSomeAt(file, blockSize, number * blockSize) == block(number) ? 1 : 0;
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QCOMPARE(right.load(), static_cast<int>(threadCount * blocks));
}

void TestFile::standardInputIsReadToItsEnd()
{
#ifdef Q_OS_UNIX
    PipedInput pipe;
    pipe.write("first ");
    pipe.write("second");
    pipe.closeWriter();
    File input = File::standardInput();
    QCOMPARE(readSome(input, 4), std::string("firs"));
    std::vector<std::byte> rest(100);
    rest.resize(input.read(rest, [] { return false; }));
    QCOMPARE(textOf(rest), std::string("t second"));
    QCOMPARE(readSome(input, 4), std::string());
#else
    QSKIP("replaces descriptor 0");
#endif
}

void TestFile::standardInputStaysOpen()
{
#ifdef Q_OS_UNIX
    const PipedInput pipe;
    {
        File input = File::standardInput();
        input.close();
        const File again = File::standardInput();
    }
    QVERIFY(::fcntl(STDIN_FILENO, F_GETFD) >= 0);
#else
    QSKIP("replaces descriptor 0");
#endif
}

void TestFile::silentInputIsStopped()
{
#ifdef Q_OS_UNIX
    const PipedInput pipe; // stays open and says nothing
    File input = File::standardInput();
    std::array<std::byte, 100> bytes{};
    int asked = 0;
    QCOMPARE(input.read(bytes, [&] { return ++asked >= 3; }), std::size_t{0});
    QCOMPARE(asked, 3);
    // Asked before anything else, and then not read.
    pipe.write("x");
    QCOMPARE(input.read(bytes, [] { return true; }), std::size_t{0});
    QCOMPARE(readSome(input, 1), std::string("x"));
#else
    QSKIP("replaces descriptor 0");
#endif
}

void TestFile::stoppedReadReturnsWhatItHas()
{
#ifdef Q_OS_UNIX
    const PipedInput pipe;
    pipe.write("some");
    File input = File::standardInput();
    std::array<std::byte, 100> bytes{};
    int asked = 0;
    // The first answer lets it read what is there; it then waits for the rest until it is stopped.
    QCOMPARE(input.read(bytes, [&] { return ++asked >= 4; }), std::size_t{4});
    QCOMPARE(textOf(std::span(bytes).first(4)), std::string("some"));
#else
    QSKIP("replaces descriptor 0");
#endif
}

void TestFile::textFileIsReadWhole()
{
    const Folder folder;
    const std::string content("line\r\n\0\xff end", 11);
    putFile(folder / "f", content);
    putFile(folder / "empty", "");
    std::string text = "what stood there before";
    io::readTextFile(folder / "f", 11, text);
    QCOMPARE(text, content);
    io::readTextFile(folder / "empty", 0, text);
    QCOMPARE(text, std::string());
}

void TestFile::textFileReusesItsMemory()
{
    const Folder folder;
    putFile(folder / "f", std::string(500, 'x'));
    std::string text(1000, 'y');
    const char *const where = text.data();
    io::readTextFile(folder / "f", 1000, text);
    QCOMPARE(text, std::string(500, 'x'));
    QVERIFY(text.data() == where);
}

void TestFile::textFileTooLargeIsRefused()
{
    const Folder folder;
    putFile(folder / "f", std::string(101, 'x'));
    std::string text;
    const auto error = thrownBy<IoError>([&] { io::readTextFile(folder / "f", 100, text); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::TooLarge);
    QCOMPARE(error->context().file, (folder / "f").string());
    io::readTextFile(folder / "f", 101, text);
    QCOMPARE(text.size(), std::size_t{101});
}

void TestFile::textFileThatCannotBeReadLeavesTheCode()
{
    const Folder folder;
    std::string text;
    const auto missing = thrownBy<IoError>([&] { io::readTextFile(folder / "missing", 100, text); });
    QVERIFY(missing);
    QCOMPARE(missing->code(), ErrorCode::NotFound);
    const auto directory = thrownBy<IoError>([&] { io::readTextFile(folder.path(), 100, text); });
    QVERIFY(directory);
    QCOMPARE(directory->code(), ErrorCode::NotAFile);
}

void TestFile::textFileIsWrittenOnce()
{
    const Folder folder;
    const std::string content("a\nb\0c\r\n", 7);
    io::writeTextFile(folder / "f", content);
    io::writeTextFile(folder / "synced", content, true);
    QCOMPARE(contentOf(folder / "f"), content);
    QCOMPARE(contentOf(folder / "synced"), content);
    const auto error = thrownBy<IoError>([&] { io::writeTextFile(folder / "f", "new"); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InTheWay);
    QCOMPARE(contentOf(folder / "f"), content);
}

void TestFile::directoriesAreMadeWithTheirParents()
{
    const Folder folder;
    io::makeDirectories(folder / "a" / "b" / "c");
    QVERIFY(fs::is_directory(folder / "a" / "b" / "c"));
    putFile(folder / "a" / "b" / "f", "kept");
    io::makeDirectories(folder / "a" / "b" / "c"); // already there
    io::makeDirectories(folder / "a" / "b" / "");
    io::makeDirectories(folder / "d/");
    QVERIFY(fs::is_directory(folder / "d"));
    QCOMPARE(contentOf(folder / "a" / "b" / "f"), std::string("kept"));
    fs::create_directory_symlink("a", folder / "link");
    io::makeDirectories(folder / "link");
    io::makeDirectories(folder / "link" / "e");
    QVERIFY(fs::is_directory(folder / "a" / "e"));
}

void TestFile::directoryBehindAFileCannotBeMade_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a file has the name") << std::string("file") << ErrorCode::InTheWay;
    QTest::newRow("a file is the parent") << std::string("file/sub") << ErrorCode::NotADirectory;
    QTest::newRow("a file is the parent's parent") << std::string("file/sub/sub") << ErrorCode::NotADirectory;
}

void TestFile::directoryBehindAFileCannotBeMade()
{
    QFETCH(std::string, name);
    QFETCH(ErrorCode, code);
    const Folder folder;
    putFile(folder / "file", "old");
    const auto error = thrownBy<IoError>([&] { io::makeDirectories(folder / name); });
    QVERIFY(error);
    QCOMPARE(error->context().file, (folder / name).string());
    QCOMPARE(error->code(), code);
    QCOMPARE(contentOf(folder / "file"), std::string("old"));
}

void TestFile::directoryWithoutPermissionCannotBeMade()
{
#ifdef Q_OS_UNIX
    const Folder folder;
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_exec);
    {
        const test::Unprivileged unprivileged;
        const auto error = thrownBy<IoError>([&] { io::makeDirectories(folder / "a" / "b"); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::NotWritable);
        QCOMPARE(error->context().file, (folder / "a" / "b").string());
    }
    fs::permissions(folder.path(), fs::perms::owner_all);
    QVERIFY(namesIn(folder.path()).empty());
#else
    QSKIP("permissions are another thing there");
#endif
}

void TestFile::replacingPutsTheNewInPlaceOfTheOld()
{
    const Folder folder;
    putFile(folder / "new", "new");
    io::replaceFile(folder / "new", folder / "f");
    QCOMPARE(contentOf(folder / "f"), std::string("new"));
    putFile(folder / "newer", "newer");
    io::replaceFile(folder / "newer", folder / "f");
    QCOMPARE(contentOf(folder / "f"), std::string("newer"));
    QVERIFY(namesIn(folder.path()) == Names{"f"});
}

void TestFile::replacingThatFailsLeavesBoth_data()
{
    QTest::addColumn<std::string>("from");
    QTest::addColumn<std::string>("to");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no new file") << std::string("missing") << std::string("file") << ErrorCode::NotFound;
    QTest::newRow("no folder") << std::string("new") << std::string("missing/f") << ErrorCode::NotFound;
    QTest::newRow("file as a folder") << std::string("new") << std::string("file/f") << ErrorCode::NotADirectory;
    QTest::newRow("folder in the way") << std::string("new") << std::string("folder") << ErrorCode::NotAFile;
    QTest::newRow("file in a folder's way") << std::string("folder") << std::string("file") << ErrorCode::NotADirectory;
    QTest::newRow("full folder in the way") << std::string("other") << std::string("folder") << ErrorCode::NotWritable;
}

void TestFile::replacingThatFailsLeavesBoth()
{
    QFETCH(std::string, from);
    QFETCH(std::string, to);
    QFETCH(ErrorCode, code);
    const Folder folder;
    putFile(folder / "new", "new");
    putFile(folder / "file", "old");
    fs::create_directory(folder / "folder");
    putFile(folder / "folder" / "g", "kept");
    fs::create_directory(folder / "other");
    const auto error = thrownBy<IoError>([&] { io::replaceFile(folder / from, folder / to); });
    QVERIFY(error);
    QCOMPARE(error->code(), code);
    QCOMPARE(error->context().file, (folder / to).string());
    QCOMPARE(contentOf(folder / "new"), std::string("new"));
    QCOMPARE(contentOf(folder / "file"), std::string("old"));
    QCOMPARE(contentOf(folder / "folder" / "g"), std::string("kept"));
    QVERIFY(fs::is_directory(folder / "other"));
}

void TestFile::syncingWorksAndTellsWhatIsMissing()
{
    const Folder folder;
    putFile(folder / "f", "x");
    io::syncDirectory(folder.path());
    io::syncTree(folder.path());
#ifndef Q_OS_WIN
    using Sync = void (*)(const fs::path &);
    for (const Sync sync : {Sync(io::syncDirectory), Sync(io::syncTree)}) {
        const auto missing = thrownBy<IoError>([&] { sync(folder / "missing"); });
        QVERIFY(missing);
        QCOMPARE(missing->code(), ErrorCode::NotFound);
        QCOMPARE(missing->context().file, (folder / "missing").string());
        const auto file = thrownBy<IoError>([&] { sync(folder / "f"); });
        QVERIFY(file);
        QCOMPARE(file->code(), ErrorCode::NotADirectory);
    }
#endif
}

void TestFile::readability()
{
    const Folder folder;
    putFile(folder / "f", "x");
    QVERIFY(io::isReadable(folder / "f"));
    QVERIFY(io::isReadable(folder.path()));
#ifdef Q_OS_UNIX
    test::Unprivileged::open(folder.path());
    fs::create_directory(folder / "closed");
    fs::permissions(folder / "f", fs::perms::none);
    fs::permissions(folder / "closed", fs::perms::none);
    const test::Unprivileged unprivileged;
    QVERIFY(!io::isReadable(folder / "f"));
    QVERIFY(!io::isReadable(folder / "closed"));
    QVERIFY(io::isReadable(folder.path()));
#endif
}

void TestFile::terminalIsRecognised()
{
#ifdef Q_OS_UNIX
    const Folder folder;
    const int before = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 100);
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
    const int screen = ::open(::ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
    const int file = ::open((folder / "log").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    QVERIFY(before >= 0 && screen >= 0 && file >= 0);
    ::dup2(screen, STDERR_FILENO);
    const bool onTerminal = io::errorIsTerminal();
    ::dup2(file, STDERR_FILENO);
    const bool onFile = io::errorIsTerminal();
    ::dup2(before, STDERR_FILENO);
    for (const int fd : {before, terminal, screen, file}) {
        ::close(fd);
    }
    QVERIFY(onTerminal);
    QVERIFY(!onFile);
#else
    QSKIP("needs a pseudo-terminal");
#endif
}

void TestFile::appendingKeepsWhatIsThere()
{
    const Folder folder;
    for (const char *line : {"one\n", "two\n"}) {
        File file = File::openForAppending(folder / "f");
        file.write(asBytes(line));
        file.close();
    }
    QCOMPARE(contentOf(folder / "f"), std::string("one\ntwo\n"));
#ifdef Q_OS_UNIX
    struct stat status = {};
    QCOMPARE(::stat((folder / "f").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
#endif
}

void TestFile::appendingTakesOrdinaryFilesOnly()
{
    const Folder folder;
    const auto codeFor = [&](const char *name) {
        const auto error = thrownBy<IoError>([&] { (void)File::openForAppending(folder / name); });
        return error ? std::optional(error->code()) : std::nullopt;
    };
    QVERIFY(codeFor("") == ErrorCode::NotAFile);
    QVERIFY(codeFor("missing/f") == ErrorCode::NotFound);
#ifdef Q_OS_UNIX
    QCOMPARE(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    QVERIFY(codeFor("pipe") == ErrorCode::NotAFile); // and it does not wait for a reader
#endif
}

void TestFile::aFolderIsListedAsItIs()
{
    const Folder folder;
    std::filesystem::create_directory(folder / "inner");
    io::writeTextFile(folder / "inner/deep", "not listed");
    io::writeTextFile(folder / "file", "12345");
    const auto list = [&](io::Marks marks) {
        std::map<std::string, io::FolderEntry> entries;
        for (io::FolderEntry &entry : io::listFolder(folder / "", marks)) {
            entries.emplace(entry.name, entry);
        }
        return entries;
    };
#ifdef Q_OS_UNIX
    std::filesystem::create_symlink(folder / "inner", folder / "to a folder");
    std::filesystem::create_symlink(folder / "nowhere", folder / "to nowhere");
    const auto links = list(io::Marks::Asked);
    QVERIFY(links.at("to a folder").isFolder);
    QVERIFY(!links.at("to nowhere").isFolder && !links.at("to nowhere").mark);
    std::filesystem::remove(folder / "to a folder");
    std::filesystem::remove(folder / "to nowhere");
#endif
    const auto plain = list(io::Marks::NotAsked);
    QCOMPARE(plain.size(), std::size_t{2});
    QVERIFY(plain.at("inner").isFolder && !plain.at("file").isFolder && !plain.at("file").mark);
    const auto marked = list(io::Marks::Asked);
    QCOMPARE(marked.at("file").mark->size, std::uint64_t{5});
    QCOMPARE(marked.at("file").mark->modified, io::markOf(folder / "file")->modified);
    std::filesystem::last_write_time(folder / "file",
                                     std::filesystem::last_write_time(folder / "file") - std::chrono::seconds(1));
    QVERIFY(list(io::Marks::Asked).at("file").mark->modified < marked.at("file").mark->modified);

    const auto codeFor = [&](const char *name) {
        const auto error = thrownBy<IoError>([&] { (void)io::listFolder(folder / name, io::Marks::NotAsked); });
        return error ? std::optional(error->code()) : std::nullopt;
    };
    QVERIFY(codeFor("missing") == ErrorCode::NotFound);
    QVERIFY(codeFor("file") == ErrorCode::NotADirectory);
}

QTEST_APPLESS_MAIN(TestFile)
#include "test_file.moc"
