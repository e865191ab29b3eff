#include "core/base/errors.h"
#include "tests/support/expect.h"

#include <QRegularExpression>
#include <QTest>
#include <algorithm>
#include <array>
#include <type_traits>

using namespace streamdesk;

namespace {

constexpr const char *hexKey = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
constexpr const char *otherHexKey = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";
constexpr const char *base58Key88 =
    "5ZWj7a1f8tWkjBESHKgrLmXshuXxqeY9SYcfbshpAqPG2gQk1cUH9aSTM8GdmNZb4SyxQ1vB7rLhNf4D6eKkT3Wp";
constexpr const char *base58Key87 =
    "5ZWj7a1f8tWkjBESHKgrLmXshuXxqeY9SYcfbshpAqPG2gQk1cUH9aSTM8GdmNZb4SyxQ1vB7rLhNf4D6eKkT3W";

ErrorContext inFile(std::string file)
{
    return ErrorContext{.file = std::move(file), .field = {}, .chunk = {}};
}

} // namespace

class TestErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeNamesAreTheirSpelling();
    void messageBeginsWithTheContext_data();
    void messageBeginsWithTheContext();
    void errorKeepsCodeAndContext();
    void addedContextFillsWhatWasEmpty();
    void addedContextKeepsWhatWasThere();
    void errorStaysWhatItIsWithMoreContext();
    void sameErrorUnderAnotherCode();
    void validationErrorNamesFieldAndConstraint();
    void specialErrorsAreCaughtAsStreamErrors();
    void redactReplacesKeys_data();
    void redactReplacesKeys();
    void redactLeavesNothingTheReferenceCallsAKey_data();
    void redactLeavesNothingTheReferenceCallsAKey();
    void redactKeepsOrdinaryText_data();
    void redactKeepsOrdinaryText();
};

void TestErrors::codeNamesAreTheirSpelling()
{
#define CODE(x) std::pair(ErrorCode::x, #x)
    constexpr std::array codes{
        CODE(InvalidHex),
        CODE(InvalidKeyLength),
        CODE(UnusableKey),
        CODE(EmptyValue),
        CODE(InvalidNumber),
        CODE(InvalidText),
        CODE(InvalidKeyFile),
        CODE(InvalidCode),
        CODE(InvalidRange),
        CODE(UnsupportedHashAlgorithm),
        CODE(InvalidRule),
        CODE(LeakingRule),
        CODE(DidNotOfKey),
        CODE(InvalidJson),
        CODE(JsonLimit),
        CODE(MissingField),
        CODE(WrongType),
        CODE(UnsupportedSchema),
        CODE(InvalidTrustFile),
        CODE(KeyRevoked),
        CODE(InvalidKeyList),
        CODE(InvalidBackup),
        CODE(WrongPassphrase),
        CODE(PassphraseNotGiven),
        CODE(UnknownKey),
        CODE(KeyExists),
        CODE(WrongKeyKind),
        CODE(KeyEntryMissing),
        CODE(KeyEntryChanged),
        CODE(SecretTooLarge),
        CODE(KeychainAbsent),
        CODE(KeychainLocked),
        CODE(KeychainCancelled),
        CODE(KeychainSlow),
        CODE(KeychainGone),
        CODE(KeychainDenied),
        CODE(KeychainFailed),
        CODE(NoChunks),
        CODE(NoCiphertext),
        CODE(NoAccessFiles),
        CODE(DuplicateChunk),
        CODE(MissingChunk),
        CODE(MissingCiphertext),
        CODE(NotGranted),
        CODE(OwnerRecipientMissing),
        CODE(VerificationFailed),
        CODE(UnwrapFailed),
        CODE(CommitmentMismatch),
        CODE(DecryptionFailed),
        CODE(PlaintextHashMismatch),
        CODE(NotFound),
        CODE(NotReadable),
        CODE(NotWritable),
        CODE(NotAFile),
        CODE(NotADirectory),
        CODE(InTheWay),
        CODE(DiskFull),
        CODE(TooLarge),
        CODE(IoFailed),
        CODE(FileChanged),
        CODE(Busy),
        CODE(UnsafeName),
        CODE(ArchiveLimit),
        CODE(InvalidArchive),
        CODE(Stopped),
    };
#undef CODE
    // A code that is added without a row here makes the last one differ.
    static_assert(static_cast<std::size_t>(ErrorCode::Stopped) + 1 == codes.size());
    for (std::size_t i = 0; i < codes.size(); ++i) {
        QCOMPARE(static_cast<std::size_t>(codes[i].first), i);
        QCOMPARE(errorCodeName(codes[i].first), codes[i].second);
    }
    QCOMPARE(errorCodeName(static_cast<ErrorCode>(codes.size())), "Unknown");
}

void TestErrors::messageBeginsWithTheContext_data()
{
    QTest::addColumn<std::string>("file");
    QTest::addColumn<std::string>("field");
    QTest::addColumn<int>("chunk");
    QTest::addColumn<std::string>("sentence");

    QTest::newRow("nothing") << std::string() << std::string() << -1 << std::string("is empty");
    QTest::newRow("file") << std::string("a.json") << std::string() << -1 << std::string("a.json: is empty");
    QTest::newRow("field") << std::string() << std::string("signature.value") << -1
                           << std::string("signature.value: is empty");
    QTest::newRow("chunk 0") << std::string() << std::string() << 0 << std::string("chunk 0: is empty");
    QTest::newRow("file and chunk") << std::string("a.json") << std::string() << 7
                                    << std::string("a.json: chunk 7: is empty");
    QTest::newRow("all") << std::string("a.json") << std::string("index") << 7
                         << std::string("a.json: chunk 7: index: is empty");
}

void TestErrors::messageBeginsWithTheContext()
{
    QFETCH(std::string, file);
    QFETCH(std::string, field);
    QFETCH(int, chunk);
    QFETCH(std::string, sentence);

    ErrorContext context{.file = file, .field = field, .chunk = {}};
    if (chunk >= 0) {
        context.chunk = static_cast<std::uint64_t>(chunk);
    }
    QCOMPARE(std::string(StreamError(ErrorCode::EmptyValue, "is empty", context).what()), sentence);
}

void TestErrors::errorKeepsCodeAndContext()
{
    const StreamError error(ErrorCode::MissingChunk, "is missing", {.file = "f", .field = "x.y", .chunk = 3});
    QCOMPARE(error.code(), ErrorCode::MissingChunk);
    QCOMPARE(error.context().file, std::string("f"));
    QCOMPARE(error.context().field, std::string("x.y"));
    QVERIFY(error.context().chunk == std::uint64_t{3});
}

void TestErrors::addedContextFillsWhatWasEmpty()
{
    StreamError error(ErrorCode::WrongType, "must be text", {.file = {}, .field = "did", .chunk = {}});
    error.addContext({.file = "trust.json", .field = {}, .chunk = 4});
    QCOMPARE(error.code(), ErrorCode::WrongType);
    QCOMPARE(std::string(error.what()), std::string("trust.json: chunk 4: did: must be text"));
    QCOMPARE(error.context().file, std::string("trust.json"));
    QCOMPARE(error.context().field, std::string("did"));
    QVERIFY(error.context().chunk == std::uint64_t{4});
}

void TestErrors::addedContextKeepsWhatWasThere()
{
    StreamError error(ErrorCode::WrongType, "must be text", {.file = "a", .field = "b", .chunk = 0});
    error.addContext({.file = "A", .field = "B", .chunk = 9});
    QCOMPARE(std::string(error.what()), std::string("a: chunk 0: b: must be text"));
    error.addContext(inFile("again"));
    error.addContext({});
    QCOMPARE(std::string(error.what()), std::string("a: chunk 0: b: must be text"));
    QCOMPARE(error.context().file, std::string("a"));
}

void TestErrors::errorStaysWhatItIsWithMoreContext()
{
    const auto passOn = [](auto action) {
        try {
            action();
        } catch (StreamError &error) {
            error.addContext(inFile("out.json"));
            throw;
        }
    };
    const auto io = test::thrownBy<IoError>([&] { passOn([] { throw IoError(ErrorCode::DiskFull, "no space"); }); });
    QVERIFY(io);
    QCOMPARE(std::string(io->what()), std::string("out.json: no space"));
    const auto validation = test::thrownBy<StreamValidationError>(
        [&] { passOn([] { throw StreamValidationError(ErrorCode::EmptyValue, "is empty", "did", "not empty"); }); });
    QVERIFY(validation);
    QCOMPARE(std::string(validation->what()), std::string("out.json: did: is empty"));
    QCOMPARE(validation->constraint(), std::string("not empty"));
}

void TestErrors::sameErrorUnderAnotherCode()
{
    const StreamError error(ErrorCode::NotFound, "is missing", {.file = "f", .field = "x", .chunk = 3});
    const StreamError other = error.as(ErrorCode::MissingCiphertext);
    QCOMPARE(other.code(), ErrorCode::MissingCiphertext);
    QCOMPARE(std::string(other.what()), std::string(error.what()));
    QCOMPARE(other.context().file, std::string("f"));
    QCOMPARE(other.context().field, std::string("x"));
    QVERIFY(other.context().chunk == std::uint64_t{3});
}

void TestErrors::validationErrorNamesFieldAndConstraint()
{
    const StreamValidationError error(ErrorCode::InvalidNumber, "must be 1 or more", "chunkSize", ">= 1");
    QCOMPARE(error.code(), ErrorCode::InvalidNumber);
    QCOMPARE(error.context().field, std::string("chunkSize"));
    QCOMPARE(error.constraint(), std::string(">= 1"));
    QCOMPARE(std::string(error.what()), std::string("chunkSize: must be 1 or more"));
}

void TestErrors::specialErrorsAreCaughtAsStreamErrors()
{
    static_assert(std::is_base_of_v<std::exception, StreamError>);
    const auto validation =
        test::thrownBy([] { throw StreamValidationError(ErrorCode::EmptyValue, "is empty", "did", "not empty"); });
    QVERIFY(validation);
    QCOMPARE(validation->code(), ErrorCode::EmptyValue);
    const auto signing = test::thrownBy([] { throw StreamSigningError(ErrorCode::UnusableKey, "small order"); });
    QVERIFY(signing);
    QCOMPARE(signing->code(), ErrorCode::UnusableKey);
    const auto io = test::thrownBy([] { throw IoError(ErrorCode::DiskFull, "no space", inFile("out.bin")); });
    QVERIFY(io);
    QCOMPARE(io->code(), ErrorCode::DiskFull);
    QCOMPARE(io->context().file, std::string("out.bin"));
}

void TestErrors::redactReplacesKeys_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("key");
    QTest::addColumn<std::string>("after");

    const std::string hex = hexKey;
    const std::string upper = QByteArray(hexKey).toUpper().toStdString();
    const std::string base58 = base58Key88;
    QTest::newRow("64 hex digits alone") << std::string() << hex << std::string();
    QTest::newRow("64 upper-case hex digits") << std::string() << upper << std::string();
    QTest::newRow("64 equal digits") << std::string() << std::string(64, '0') << std::string();
    QTest::newRow("128 hex digits") << std::string() << hex + otherHexKey << std::string();
    QTest::newRow("in quotes") << std::string("key \"") << hex << std::string("\" is wrong");
    QTest::newRow("after an equals sign") << std::string("--owner-key=") << hex << std::string();
    QTest::newRow("as a file name") << std::string("/home/x/") << hex << std::string(".hex: not found");
    QTest::newRow("63 hex digits") << std::string("key ") << hex.substr(1) << std::string(" is wrong");
    QTest::newRow("56 hex digits") << std::string("key ") << hex.substr(8) << std::string(" is wrong");
    QTest::newRow("63 hex digits and a letter") << std::string() << "g" + hex.substr(1) << std::string();
    QTest::newRow("hex digits around a letter")
        << std::string() << hex.substr(0, 40) + "g" + hex.substr(41) << std::string();
    QTest::newRow("base64 of 32 bytes") << std::string("key ")
                                        << std::string("q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA")
                                        << std::string("= is wrong");
    QTest::newRow("base58 of 88") << std::string("key ") << base58 << std::string(" is wrong");
    QTest::newRow("base58 of 87") << std::string("key ") << std::string(base58Key87) << std::string(" is wrong");
    QTest::newRow("base58 alone") << std::string() << base58 << std::string();
    QTest::newRow("base58 that begins like hex")
        << std::string() << "a1b2" + std::string(base58Key88).substr(4) << std::string();
    for (const std::string prefix : {"0x", "0X"}) {
        const auto row = [&](const char *name, const std::string &key) {
            QTest::newRow((prefix + name).c_str()) << "key " + prefix << key << std::string(" is wrong");
        };
        row(" and 64 digits", hex);
        row(" and 64 upper-case digits", upper);
        row(" and 64 digits, none of them 0", std::string(hexKey).replace(5, 1, "1").replace(32, 1, "1"));
        row(" and 64 digits that begin with 0", "0" + hex.substr(1));
        row(" and 64 digits that are all letters", std::string(64, 'a'));
        row(" and 128 digits", hex + otherHexKey);
    }
}

void TestErrors::redactReplacesKeys()
{
    QFETCH(std::string, before);
    QFETCH(std::string, key);
    QFETCH(std::string, after);

    const std::string redacted = redact(before + key + after);
    QVERIFY2(redacted.find(key) == std::string::npos, redacted.c_str());
    // Neither may a part of it be left that would make guessing the rest easy.
    QVERIFY2(redacted.find(key.substr(8, 16)) == std::string::npos, redacted.c_str());
    QVERIFY2(redacted.find("[REDACTED]") != std::string::npos, redacted.c_str());
    // Whether "0x" is replaced too is not said.
    const std::string kept =
        before.ends_with("0x") || before.ends_with("0X") ? before.substr(0, before.size() - 2) : before;
    QVERIFY2(redacted.starts_with(kept), redacted.c_str());
    QVERIFY2(redacted.ends_with(after), redacted.c_str());
}

void TestErrors::redactLeavesNothingTheReferenceCallsAKey_data()
{
    QTest::addColumn<std::string>("text");

    const std::string hex = hexKey;
    QTest::newRow("two keys") << hex + " and 0x" + otherHexKey + " and " + base58Key88 + ".";
    QTest::newRow("two keys glued by a comma") << hex + "," + otherHexKey;
    QTest::newRow("0x behind a word") << "key0x" + hex;
    QTest::newRow("0x behind digits") << "120x" + hex;
    QTest::newRow("0x twice") << "0x0x" + hex;
    QTest::newRow("0x and more than a key") << "0x" + hex + "zz";
    QTest::newRow("0x behind a key") << hex + "0x" + otherHexKey;
    QTest::newRow("base58 behind a word") << std::string("seed") + base58Key88;
    QTest::newRow("base58 behind a zero") << std::string("0") + base58Key88;
    QTest::newRow("base58 behind a zero and a digit") << std::string("05") + base58Key88;
    QTest::newRow("longer base58") << std::string(base58Key88) + base58Key87;
    QTest::newRow("base58 in front of 0x") << std::string(base58Key88) + "0x" + hex;
    QTest::newRow("between other alphabets") << "\xe2\x82\xac" + hex + "\xe2\x82\xac";
    QTest::newRow("between new lines") << "\n" + hex + "\r\n0x" + otherHexKey + "\n";
}

// The expressions of peaq_os_sdk/stream/errors.py: whatever it would replace, we must have replaced.
void TestErrors::redactLeavesNothingTheReferenceCallsAKey()
{
    QFETCH(std::string, text);

    const std::array reference{QRegularExpression(QStringLiteral("0x[0-9a-fA-F]{64}")),
                               QRegularExpression(QStringLiteral("[1-9A-HJ-NP-Za-km-z]{87,88}")),
                               QRegularExpression(QStringLiteral("\\b[0-9a-fA-F]{64}\\b"))};
    const auto holdsKey = [&](const std::string &where) {
        return std::any_of(reference.begin(), reference.end(), [&](const QRegularExpression &key) {
            return key.match(QString::fromStdString(where)).hasMatch();
        });
    };
    QVERIFY2(holdsKey(text), "the row itself is wrong");
    const std::string redacted = redact(text);
    QVERIFY2(!holdsKey(redacted), redacted.c_str());
}

void TestErrors::redactKeepsOrdinaryText_data()
{
    QTest::addColumn<std::string>("text");

    const std::string hex = hexKey;
    QTest::newRow("empty") << std::string();
    QTest::newRow("words") << std::string("The owner key does not fit: chunk 12 of 4096, 0x12ab.");
    QTest::newRow("55 hex digits") << hex.substr(9);
    QTest::newRow("base64 that does not end") << std::string("KysrKysrKysrKysrKysrKysrKysrKysrKysrKysrKys");
    QTest::newRow("a long path") << std::string("/home/somebody/recordings/of/the/last/years/and/months/package=1");
    QTest::newRow("base58 of 86") << std::string(base58Key88).substr(2);
    for (const char *other : {"0", "O", "I", "l"}) { // which base58 leaves out
        QTest::newRow(("base58 of 87 but for a character " + std::string(other)).c_str())
            << std::string(base58Key87).replace(43, 1, other);
    }
    QTest::newRow("an address") << std::string("did:peaq:0x52908400098527886E0F7030069857D2E4169EE7");
    QTest::newRow("a nonce") << hex.substr(0, 48);
    QTest::newRow("64 digits cut by a space") << hex.substr(0, 32) + " " + hex.substr(32);
    QTest::newRow("other alphabets") << std::string("Schl\xc3\xbcssel \xe2\x82\xac \xf0\x9f\x94\x91");
    QTest::newRow("bytes that are no UTF-8") << std::string("\xff\x00\xfe", 3);
}

void TestErrors::redactKeepsOrdinaryText()
{
    QFETCH(std::string, text);
    QCOMPARE(redact(text), text);
}

QTEST_APPLESS_MAIN(TestErrors)
#include "test_errors.moc"
