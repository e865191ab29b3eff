// What a receipt says, that its signature covers all of it, and which package it is of.
#include "core/package/receipt.h"

#include "core/base/errors.h"
#include "core/json/tree.h"
#include "tests/support/expect.h"
#include "tests/support/package_fixture.h"

#include <QTest>

using namespace streamdesk;
using package::Receipt;
using package::ReceiptMatch;
using package::SignedReceipt;
using package::TrustBasis;

namespace {

using Ranges = std::vector<Receipt::Range>;

constexpr const char *now = "2026-11-22T09:00:00Z";

struct Checked
{
    explicit Checked(const std::filesystem::path &folder, const package::Expectations &expectations = {})
        : package(package::Package::openFolder(folder, {})), verification(package::verify(package, expectations, {})),
          receipt(receiptOf(verification, package, expectations.code, "test 1", now))
    {
    }

    package::Package package;
    package::Verification verification;
    Receipt receipt;
};

} // namespace

class TestReceipt : public QObject
{
    Q_OBJECT

private:
    const test::GoldenPackage m_golden{QStringLiteral("csv")};
    const crypto::Ed25519KeyPair m_key = crypto::generateEd25519KeyPair();

private Q_SLOTS:
    void saysWhatWasChecked()
    {
        const Checked checked(m_golden.package());
        const SignedReceipt read = package::parseReceipt(signReceipt(checked.receipt, m_key));
        QVERIFY(read.check == crypto::SignatureCheck::Valid);
        QVERIFY(read.signer == m_key.publicKey);
        const Receipt &receipt = read.receipt;
        QCOMPARE(receipt.machineDid, std::string("did:peaq:4294967297"));
        QCOMPARE(receipt.firstChunkId, checked.package.chunkId(0));
        QCOMPARE(receipt.headChunkId, checked.package.chunkId(5));
        QCOMPARE(receipt.totalChunks, 6U);
        QCOMPARE(receipt.manifestHash,
                 crypto::hashText(crypto::sha256(test::textOf(m_golden.package() / "manifest.json"))));
        QVERIFY(receipt.signingKeys == std::vector{m_golden.publicKey(QStringLiteral("signing")).toStdString()});
        QVERIFY(receipt.verdict == stream::Verdict::IntactUntrusted);
        QVERIFY(receipt.results == (Ranges{{0, 5, "intact"}}));
        QVERIFY(receipt.findings.empty());
        QVERIFY(receipt.trust == TrustBasis::None);
        QVERIFY(!receipt.completeAndInOrder);
        QCOMPARE(receipt.program, std::string("test 1"));
        QCOMPARE(receipt.checkedAt, std::string(now));
        QVERIFY(isReceiptOf(receipt, checked.verification, checked.package) == ReceiptMatch::Same);
    }

    void saysWhereTrustCameFrom()
    {
        const Checked plain(m_golden.package());
        const Checked byCode(m_golden.package(), {.trust = {}, .code = plain.verification.code});
        QVERIFY(byCode.receipt.trust == TrustBasis::PackageCode);
        QVERIFY(byCode.receipt.completeAndInOrder);
        stream::SignerTrust trust{.key = stream::SignerTrust::Key::Trusted};
        const auto ask = [&trust](const auto &...) { return trust; };
        const Checked byKey(m_golden.package(), {.trust = ask, .code = {}});
        QVERIFY(byKey.receipt.trust == TrustBasis::TrustedKey);
        QVERIFY(!byKey.receipt.completeAndInOrder);
        trust.pin = {.headChunkId = plain.receipt.headChunkId, .totalChunks = 6};
        const Checked byPin(m_golden.package(), {.trust = ask, .code = {}});
        QVERIFY(byPin.receipt.trust == TrustBasis::Pin);
        QVERIFY(byPin.receipt.completeAndInOrder);
        // What another desk believes does not make another package of it.
        QVERIFY(isReceiptOf(byPin.receipt, plain.verification, plain.package) == ReceiptMatch::Same);
    }

    void everyChunkHasOneResult()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        test::flipBit(folder / "chunk-1.bin", 80);
        std::filesystem::remove(folder / "chunk-2.bin");
        std::filesystem::remove(folder / "chunk-4.json");
        std::filesystem::remove(folder / "manifest.json");
        const Receipt receipt = Checked(folder).receipt;
        QVERIFY(receipt.results
                == (Ranges{{0, 0, "intact"},
                           {1, 1, "hash_mismatch"},
                           {2, 2, std::string(stream::reasonOf(stream::FindingCode::CiphertextMissing))},
                           {3, 3, "intact"},
                           {4, 4, std::string(stream::reasonOf(stream::FindingCode::ChunkMissing))},
                           {5, 5, "intact"}}));
        QVERIFY(receipt.findings == std::vector<std::string>{"manifest-missing"});
        QVERIFY(receipt.manifestHash.empty());
        QVERIFY(receipt.verdict == stream::Verdict::Damaged);
    }

    void whatIsNotCheckedIsNotCalledIntact()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        for (int i = 0; i < 6; ++i) {
            std::filesystem::remove(folder / ("chunk-" + std::to_string(i) + ".bin"));
        }
        const Receipt receipt = Checked(folder).receipt;
        QVERIFY(receipt.verdict == stream::Verdict::NotCheckable);
        for (const Receipt::Range &range : receipt.results) {
            QVERIFY(range.result != "intact");
        }
    }

    void chunksThatTheManifestCountsAreAmongTheResults()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(m_golden, "package");
        std::filesystem::remove(folder / "chunk-5.json");
        std::filesystem::remove(folder / "chunk-5.bin");
        const Receipt receipt = Checked(folder).receipt;
        QVERIFY(receipt.results == (Ranges{{0, 4, "intact"}, {5, 5, "fewer-than-manifest"}}));
    }

    void tellsPackagesApart()
    {
        const test::Scratch scratch;
        const Receipt receipt = Checked(m_golden.package()).receipt;
        const auto matchWith = [&receipt](const std::filesystem::path &folder) {
            const Checked checked(folder);
            return isReceiptOf(receipt, checked.verification, checked.package);
        };
        QVERIFY(matchWith(m_golden.package()) == ReceiptMatch::Same);
        const auto folder = scratch.copy(m_golden, "package");
        QVERIFY(matchWith(folder) == ReceiptMatch::Same);
        test::replaceText(folder / "manifest.json", "2026-11-22", "2026-11-23");
        QVERIFY(matchWith(folder) == ReceiptMatch::OtherManifest);
        test::flipBit(folder / "chunk-3.bin", 1);
        QVERIFY(matchWith(folder) == ReceiptMatch::OtherState);
        QVERIFY(matchWith(test::GoldenPackage(QStringLiteral("text-utf8")).package()) == ReceiptMatch::OtherPackage);
        test::writeMutation(QStringLiteral("chunk-dropped-and-relinked-NOT-DETECTED"), scratch.path("dropped"));
        QVERIFY(matchWith(scratch.path("dropped")) == ReceiptMatch::OtherPackage);
    }

    void anyChangeBreaksTheSignature_data()
    {
        QTest::addColumn<std::string>("from");
        QTest::addColumn<std::string>("to");
        QTest::newRow("verdict") << std::string("intact-untrusted") << std::string("intact-trusted");
        QTest::newRow("result") << std::string("\"intact\"") << std::string("\"hash_mismatch\"");
        QTest::newRow("count") << std::string("\"totalChunks\": 6") << std::string("\"totalChunks\": 7");
        QTest::newRow("time") << std::string(now) << std::string("2026-11-22T09:00:01Z");
        QTest::newRow("sentence") << std::string("does not prove") << std::string("does prove");
        QTest::newRow("member that is not known") << std::string("{\n") << std::string("{\n  \"added\": 1,\n");
        QTest::newRow("trust") << std::string("\"trust\": \"none\"") << std::string("\"trust\": \"package-code\"");
    }
    void anyChangeBreaksTheSignature()
    {
        QFETCH(std::string, from);
        QFETCH(std::string, to);
        std::string text = signReceipt(Checked(m_golden.package()).receipt, m_key);
        const std::size_t at = text.find(from);
        QVERIFY(at != std::string::npos);
        text.replace(at, from.size(), to);
        QVERIFY(package::parseReceipt(text).check == crypto::SignatureCheck::Invalid);
    }

    void layoutIsFreeAndLaterMembersAreCovered()
    {
        // What a later version may write: signed with one more member, in other white space and order.
        const std::string text = signReceipt(Checked(m_golden.package()).receipt, m_key);
        json::Document document;
        document.parse(text);
        json::Tree tree(document.root());
        std::string compact;
        json::Writer writer(compact, json::Writer::Style::Compact);
        tree.write(writer);
        QVERIFY(compact.size() < text.size());
        QVERIFY(package::parseReceipt(compact).check == crypto::SignatureCheck::Valid);
    }

    void anotherKeyDoesNotFit()
    {
        std::string text = signReceipt(Checked(m_golden.package()).receipt, m_key);
        const std::string own = crypto::toHex(m_key.publicKey.bytes);
        text.replace(text.find(own), own.size(), crypto::toHex(crypto::generateEd25519KeyPair().publicKey.bytes));
        QVERIFY(package::parseReceipt(text).check == crypto::SignatureCheck::Invalid);
    }

    // By hand, with the documented encoding: label, line feed, canonical JSON without the signature.
    void signatureIsOverTheDocumentedText()
    {
        const std::string text = signReceipt(Checked(m_golden.package()).receipt, m_key);
        QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
        const QByteArray value =
            object.take(QStringLiteral("signature")).toObject()[QStringLiteral("value")].toString().toLatin1();
        // Qt sorts names and writes no white space; there is nothing but ASCII and small whole numbers in it.
        const std::string message =
            "streamdesk.receipt.v1 signature\n" + QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
        const auto signature = crypto::fromHex<64>(value.toStdString());
        QVERIFY(signature);
        QVERIFY(crypto::verify(message, *signature, m_key.publicKey) == crypto::SignatureCheck::Valid);
    }

    void refusals_data()
    {
        QTest::addColumn<std::string>("from");
        QTest::addColumn<std::string>("to");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const char *from, const char *to, ErrorCode code) {
            QTest::newRow(name) << std::string(from) << std::string(to) << int(code);
        };
        row("not JSON", "{", "", ErrorCode::InvalidJson);
        row("schema", "receipt.v1\"", "receipt.v2\"", ErrorCode::UnsupportedSchema);
        row("member missing", "\"verdict\"", "\"other\"", ErrorCode::MissingField);
        row("member of another kind", "\"totalChunks\": 6", "\"totalChunks\": \"6\"", ErrorCode::WrongType);
        row("negative", "\"totalChunks\": 6", "\"totalChunks\": -6", ErrorCode::WrongType);
        row("verdict", "intact-untrusted", "fine", ErrorCode::WrongType);
        row("trust", "\"trust\": \"none\"", "\"trust\": \"all\"", ErrorCode::WrongType);
        row("yes", "\"completeAndInOrder\": false", "\"completeAndInOrder\": 0", ErrorCode::WrongType);
        row("range", "\"last\": 5", "\"last\": 18446744073709551616", ErrorCode::WrongType);
        row("range in reverse", "\"first\": 0", "\"first\": 6", ErrorCode::WrongType);
        row("texts", "\"findings\": []", "\"findings\": [1]", ErrorCode::WrongType);
        row("algorithm", "\"ed25519\"", "\"rsa\"", ErrorCode::UnsupportedSchema);
        row("signature", "\"value\": \"", "\"value\": \"00", ErrorCode::InvalidHex);
        row("no signature", "\"signature\"", "\"signed\"", ErrorCode::MissingField);
    }
    void refusals()
    {
        QFETCH(std::string, from);
        QFETCH(std::string, to);
        QFETCH(int, code);
        std::string text = signReceipt(Checked(m_golden.package()).receipt, m_key);
        const std::size_t at = text.find(from);
        QVERIFY(at != std::string::npos);
        text.replace(at, from.size(), to);
        const auto error = test::thrownBy([&] { (void)package::parseReceipt(text); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode(code));
    }

    void limits()
    {
        const test::Scratch scratch;
        test::setText(scratch.path("large"), std::string(package::maxReceiptBytes + 1, ' '));
        QCOMPARE(test::errorOf([&] { (void)package::readReceipt(scratch.path("large")); }),
                 std::optional(ErrorCode::TooLarge));
        Checked checked(m_golden.package());
        for (std::uint64_t i = 0; i < package::maxReceiptRanges; ++i) {
            checked.verification.judgement.findings.push_back(
                stream::Finding{.code = stream::FindingCode::HashMismatch, .index = 2 * i, .last = 2 * i});
        }
        QCOMPARE(test::errorOf([&] { (void)receiptOf(checked.verification, checked.package, {}, {}, {}); }),
                 std::optional(ErrorCode::TooLarge));
        checked.verification.judgement.findings.resize(package::maxReceiptRanges / 2 - 1);
        const Receipt large = receiptOf(checked.verification, checked.package, {}, "p", now);
        QVERIFY(package::parseReceipt(signReceipt(large, m_key)).receipt.results == large.results);
    }

    void writesInOneStep()
    {
        const test::Scratch scratch;
        const Receipt receipt = Checked(m_golden.package()).receipt;
        const auto write = [&](bool replace) {
            writeReceipt(receipt, m_key, scratch.path("r.json"), replace, io::Durability::NotSynced);
        };
        write(false);
        QVERIFY(package::readReceipt(scratch.path("r.json")).check == crypto::SignatureCheck::Valid);
        test::setText(scratch.path("r.json"), "mine");
        QCOMPARE(test::errorOf([&] { write(false); }), std::optional(ErrorCode::InTheWay));
        QCOMPARE(test::textOf(scratch.path("r.json")), std::string("mine"));
        write(true);
        QCOMPARE(test::namesIn(scratch.path("")), QStringList{QStringLiteral("r.json")});
        QVERIFY(package::readReceipt(scratch.path("r.json")).check == crypto::SignatureCheck::Valid);
    }
};

QTEST_GUILESS_MAIN(TestReceipt)

#include "test_receipt.moc"
