#include "core/crypto/hex.h"
#include "tests/support/package_fixture.h"

#include <QTest>

using namespace streamdesk;
using package::Package;

namespace {

Package open(const std::filesystem::path &folder)
{
    return Package::openFolder(folder, {});
}

} // namespace

class TestPackage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersByIndexWhateverTheNames()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("eleven-plus")), "package");
        std::filesystem::rename(folder / "chunk-0.json", folder / "chunk-zebra.json");
        std::filesystem::rename(folder / "chunk-12.json", folder / "chunk-.json");
        std::filesystem::rename(folder / "chunk-3.bin", folder / "chunk-003.bin");
        const Package package = open(folder);
        package.requireWhole();
        package.requireCiphertext();
        QCOMPARE(package.count(), std::size_t{13});
        for (std::size_t i = 0; i < package.count(); ++i) {
            QCOMPARE(package.index(i), std::uint64_t{i});
            QVERIFY(package.hasCiphertext(i));
        }
        QCOMPARE(package.envelopeName(0), std::string("chunk-zebra.json"));
        QCOMPARE(package.ciphertextName(3), std::string("chunk-003.bin"));
        QVERIFY(package::verify(package, {}, {}).report.valid);
    }

    void namesTheTypesOfRecipients()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("csv")), "package");
        const auto type = [](const std::string &name) { return "\"recipientType\": \"" + name + "\""; };
        test::replaceText(folder / "chunk-1.json", type("operator"), type("buyer"));
        test::replaceText(folder / "chunk-2.json", type("operator"), type("owner")); // two of a type
        test::replaceText(folder / "chunk-3.json", type("operator"), type(std::string(5000, 'x')));
        test::replaceText(folder / "chunk-4.json", "\"keyRecipients\"", "\"others\"");
        test::setText(folder / "chunk-5.json", "{");
        const Package package = open(folder);
        QCOMPARE(package.recipients(0), std::string("owner, operator, machine"));
        QCOMPARE(package.recipients(1), std::string("owner, buyer, machine"));
        QCOMPARE(package.recipients(2), std::string("owner, machine"));
        QCOMPARE(package.recipients(3), std::string("owner, …"));
        QCOMPARE(package.recipients(4), std::string());
        QCOMPARE(package.recipients(5), std::string());
        const Package untouched = open(test::GoldenPackage(QStringLiteral("csv")).package());
        QCOMPARE(&untouched.recipients(0), &untouched.recipients(5)); // kept once
    }

    void readsOneLevelOfSubfolders()
    {
        const test::Scratch scratch;
        std::filesystem::create_directories(scratch.path("bundle"));
        const test::GoldenPackage golden(QStringLiteral("csv"));
        test::copyFolder(golden.package(), scratch.path("bundle/everything"));
        QCOMPARE(open(scratch.path("bundle")).count(), std::size_t{6});
        test::copyFolder(golden.package(), scratch.path("bundle/again"));
        QVERIFY(test::errorOf([&] { (void)open(scratch.path("bundle")); }) == ErrorCode::DuplicateChunk);
    }

    // What a killed run left behind is no package, however whole it looks.
    void readsNothingThatIsUnderConstruction()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        std::filesystem::create_directory(scratch.path("out"));
        test::copyFolder(golden.package(), scratch.path("out/.0123456789.part"));
        QCOMPARE(open(scratch.path("out")).count(), std::size_t{0});
        test::copyFolder(golden.package(), scratch.path("out/package"));
        test::copyFolder(golden.package(), scratch.path("out/package.0123456789.part"));
        QCOMPARE(open(scratch.path("out")).count(), std::size_t{6});
    }

    void foldersThatAreNone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        QTest::newRow("missing") << QStringLiteral("nowhere") << int(ErrorCode::NotFound);
        QTest::newRow("file") << QStringLiteral("file") << int(ErrorCode::NotADirectory);
    }
    void foldersThatAreNone()
    {
        QFETCH(QString, name);
        QFETCH(int, code);
        const test::Scratch scratch;
        test::setText(scratch.path("file"), "x");
        QCOMPARE(int(*test::errorOf([&] { (void)open(scratch.path(name.toStdString())); })), code);
    }

    void saysWhatKeepsItFromBeingWhole_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("mentions");
        const auto row = [](const char *what, ErrorCode code, const char *mentions) {
            QTest::newRow(what) << QString::fromLatin1(what) << int(code) << QString::fromLatin1(mentions);
        };
        row("empty folder", ErrorCode::NoChunks, "chunk-*.json");
        row("gap", ErrorCode::MissingChunk, "chunk 2");
        row("twice", ErrorCode::DuplicateChunk, "chunk-copy.json");
        row("cut file", ErrorCode::InvalidJson, "chunk-2.json");
        row("empty file", ErrorCode::InvalidJson, "chunk-2.json");
        row("not UTF-8", ErrorCode::InvalidJson, "chunk-2.json");
        row("missing field", ErrorCode::MissingField, "chunk-2.json: signature.keyId");
        row("wrong type", ErrorCode::WrongType, "chunk-2.json: encryption.nonce");
        row("schema", ErrorCode::UnsupportedSchema, "chunk-2.json: schemaVersion");
        row("a folder in place of a file", ErrorCode::NotAFile, "chunk-2.json");
        row("too large", ErrorCode::TooLarge, "chunk-2.json");
    }
    void saysWhatKeepsItFromBeingWhole()
    {
        QFETCH(QString, what);
        QFETCH(int, code);
        QFETCH(QString, mentions);
        const test::Scratch scratch;
        const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("csv")), "package");
        const auto victim = folder / "chunk-2.json";
        if (what == QStringLiteral("empty folder")) {
            std::filesystem::remove_all(folder);
            std::filesystem::create_directory(folder);
        } else if (what == QStringLiteral("gap")) {
            std::filesystem::remove(victim);
        } else if (what == QStringLiteral("twice")) {
            std::filesystem::copy(victim, folder / "chunk-copy.json");
            test::replaceText(folder / "chunk-copy.json", "\n}", " \n}");
        } else if (what == QStringLiteral("cut file")) {
            test::setText(victim, test::textOf(victim).substr(0, 500));
        } else if (what == QStringLiteral("empty file")) {
            test::setText(victim, "");
        } else if (what == QStringLiteral("not UTF-8")) {
            test::replaceText(victim, "did:peaq", "did:p\xff\xfeq");
        } else if (what == QStringLiteral("missing field")) {
            test::replaceText(victim, "\"keyId\"", "\"keyIt\"");
        } else if (what == QStringLiteral("wrong type")) {
            test::replaceText(victim, "\"nonce\": ", "\"nonce\": 5, \"was\": ");
        } else if (what == QStringLiteral("schema")) {
            test::replaceText(victim, "chunks.v1", "chunks.v9");
        } else if (what == QStringLiteral("too large")) {
            test::setText(victim, std::string(stream::maxEnvelopeBytes + 1, ' '));
        } else {
            std::filesystem::remove(victim);
            std::filesystem::create_directory(victim);
        }
        try {
            open(folder).requireWhole();
            QFAIL("accepted");
        } catch (const StreamError &error) {
            QCOMPARE(int(error.code()), code);
            QVERIFY2(QString::fromStdString(error.what()).contains(mentions), error.what());
        }
    }

    void saysThatThereIsNoCiphertext()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("csv")), "package");
        for (int i = 0; i < 6; ++i) {
            std::filesystem::remove(folder / ("chunk-" + std::to_string(i) + ".bin"));
        }
        QVERIFY(test::errorOf([&] { open(folder).requireCiphertext(); }) == ErrorCode::NoCiphertext);
        QVERIFY(package::verify(open(folder), {}, {}).judgement.verdict == stream::Verdict::NotCheckable);

        // A folder in place of a file that belongs to no chunk: the reference stumbles over it too.
        std::filesystem::create_directory(folder / "chunk-77.bin");
        QVERIFY(test::errorOf([&] { open(folder).requireCiphertext(); }) == ErrorCode::NotAFile);
    }

    void copiesStandInForFiles_data()
    {
        QTest::addColumn<QString>("copy");
        QTest::newRow("browser") << QStringLiteral("chunk-3 (1).bin");
        QTest::newRow("browser, no space") << QStringLiteral("chunk-3(1).bin");
        QTest::newRow("Windows") << QStringLiteral("chunk-3 - Copy.bin");
        QTest::newRow("macOS") << QStringLiteral("chunk-3 copy 2.bin");
        QTest::newRow("leading zeros") << QStringLiteral("chunk-03 (1).bin");
    }
    void copiesStandInForFiles()
    {
        QFETCH(QString, copy);
        const std::string name = copy.toStdString();
        for (const bool plainIsDamaged : {false, true}) {
            const test::Scratch scratch;
            const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("csv")), "package");
            std::filesystem::rename(folder / "chunk-3.bin", folder / name);
            test::setText(folder / "chunk-3 (7).bin", "what somebody cut off");
            if (plainIsDamaged) {
                test::setText(folder / "chunk-3.bin", "another cut");
            }
            const Package package = open(folder);
            package.requireWhole();
            package.requireCiphertext();
            QCOMPARE(package.ciphertextName(3), name);
            const package::Verification verification = package::verify(package, {}, {});
            QVERIFY(verification.judgement.verdict == stream::Verdict::IntactUntrusted);
            QVERIFY(!verification.report.valid); // the reference goes by names
            QCOMPARE(verification.report.failedAt, std::optional<std::uint64_t>(3));
            QCOMPARE(verification.judgement.findings.size(), std::size_t{1});
            QVERIFY(verification.judgement.findings[0].code == stream::FindingCode::CopyUsed);
            QCOMPARE(verification.judgement.findings[0].file, name);
        }
    }

    void copiesThatFitNothingAreNoFiles()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("csv")), "package");
        std::filesystem::rename(folder / "chunk-3.bin", folder / "chunk-4 (1).bin"); // chunk 4 has its own
        const Package package = open(folder);
        QVERIFY(!package.hasCiphertext(3));
        QCOMPARE(package.ciphertextName(4), std::string("chunk-4.bin"));
        QVERIFY(package.notices().empty());
        QVERIFY(package::verify(package, {}, {}).judgement.verdict == stream::Verdict::Incomplete);
    }

    void theSameEnvelopeTwiceIsOne()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("csv")), "package");
        std::filesystem::copy(folder / "chunk-2.json", folder / "chunk-2 (1).json");
        std::filesystem::copy(folder / "chunk-2.json", folder / "chunk-2 - Copy.json");
        std::filesystem::rename(folder / "chunk-4.json", folder / "chunk-4 (1).json"); // read by its index, as ever
        const Package package = open(folder);
        package.requireWhole();
        QCOMPARE(package.count(), std::size_t{6});
        QCOMPARE(package.envelopeName(2), std::string("chunk-2.json"));
        QCOMPARE(package.envelopeName(4), std::string("chunk-4 (1).json"));
        const package::Verification verification = package::verify(package, {}, {});
        QVERIFY(verification.judgement.verdict == stream::Verdict::IntactUntrusted);
        QVERIFY(!verification.report.valid);
        QCOMPARE(verification.judgement.findings.size(), std::size_t{2});
        for (const stream::Finding &finding : verification.judgement.findings) {
            QVERIFY(finding.code == stream::FindingCode::CopyPassedOver);
            QCOMPARE(finding.expected, std::string("chunk-2.json"));
        }
    }

    void systemLeftoversAreNoFiles()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        const auto folder = scratch.copy(golden, "access");
        for (const char *name : {".DS_Store", "._chunk-0.json", "._x.json", "Thumbs.db", "desktop.ini"}) {
            test::setText(folder / name, "left behind");
        }
        std::filesystem::create_directory(folder / "__MACOSX");
        const package::FolderStore store(folder, package::FolderStore::Reach::Flat);
        QCOMPARE(store.names().size(), std::size_t{1});
        QCOMPARE(package::readAccess(store, golden.buyerId(), package::AccessFolder::OnlyAccessFiles).access.size(),
                 std::size_t{6});
    }

    void unreadableEnvelopesAreFindings()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("csv")), "package");
        test::setText(folder / "chunk-2.json", "{");
        test::setText(folder / "chunk-notes.json", "hello");
        const package::Verification verification = package::verify(open(folder), {}, {});
        QVERIFY(!verification.report.valid);
        QVERIFY(verification.judgement.verdict == stream::Verdict::Damaged);
        int unreadable = 0;
        for (const stream::Finding &finding : verification.judgement.findings) {
            unreadable += finding.code == stream::FindingCode::EnvelopeUnreadable ? 1 : 0;
            QVERIFY(finding.code != stream::FindingCode::LinkMismatch); // its neighbour is not to blame
        }
        QCOMPARE(unreadable, 2);
    }

    void theSevenForgeriesAreCaught_data()
    {
        QTest::addColumn<QString>("mutation");
        QTest::addColumn<bool>("withCode");  // the code of the package before it was changed
        QTest::addColumn<bool>("withTrust"); // the key that signed before
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *mutation, bool withCode, bool withTrust, const char *verdict) {
            QTest::addRow("%s%s%s", mutation, withCode ? ", code" : "", withTrust ? ", trust" : "")
                << QString::fromLatin1(mutation) << withCode << withTrust << QString::fromLatin1(verdict);
        };
        row("did-replaced-NOT-DETECTED", false, false, "signer-changed");
        row("one-chunk-forged-NOT-DETECTED", false, false, "signer-changed");
        row("identity-key-signs-anything-NOT-DETECTED", false, false, "signer-changed");
        row("resigned-by-stranger-NOT-DETECTED", false, true, "signer-changed");
        row("resigned-by-stranger-NOT-DETECTED", true, false, "code-mismatch");
        row("chunk-dropped-and-relinked-NOT-DETECTED", false, false, "incomplete");
        row("chunk-dropped-and-relinked-NOT-DETECTED", true, false, "code-mismatch");
        row("chunks-reordered-and-relinked-NOT-DETECTED", true, false, "code-mismatch");
        row("chunk-repeated-and-relinked-NOT-DETECTED", true, false, "code-mismatch");
    }
    void theSevenForgeriesAreCaught()
    {
        QFETCH(QString, mutation);
        QFETCH(bool, withCode);
        QFETCH(bool, withTrust);
        QFETCH(QString, verdict);
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        const package::Verification before = package::verify(open(golden.package()), {}, {});
        package::Expectations expectations;
        if (withCode) {
            expectations.code = before.code;
        }
        if (withTrust) {
            expectations.trust = [&](const std::string &, const crypto::Ed25519PublicKey &key, const std::string &) {
                const bool same = key == before.report.signers.front();
                return stream::SignerTrust{.key = same ? stream::SignerTrust::Key::Trusted
                                                       : stream::SignerTrust::Key::Contradicted,
                                           .pin = {}};
            };
        }
        QVERIFY(package::verify(open(golden.package()), expectations, {}).judgement.verdict
                == (withCode || withTrust ? stream::Verdict::IntactTrusted : stream::Verdict::IntactUntrusted));
        test::writeMutation(mutation, scratch.path("package"));
        const package::Verification after = package::verify(open(scratch.path("package")), expectations, {});
        QVERIFY(after.report.valid); // the reference accepts it
        QCOMPARE(QString::fromUtf8(stream::verdictName(after.judgement.verdict).data()), verdict);
    }

    void aRevokedKeyIsNamedAmongSeveral()
    {
        const test::Scratch scratch;
        test::writeMutation(QStringLiteral("one-chunk-forged-NOT-DETECTED"), scratch.path("package"));
        const package::Package package = open(scratch.path("package"));
        const crypto::Ed25519PublicKey stranger = package::verify(package, {}, {}).report.signers.at(1);
        package::Expectations expectations;
        expectations.trust = [&](const std::string &, const crypto::Ed25519PublicKey &key, const std::string &) {
            return stream::SignerTrust{.key = key == stranger ? stream::SignerTrust::Key::Revoked
                                                              : stream::SignerTrust::Key::Trusted,
                                       .note = key == stranger ? "stolen" : ""};
        };
        const stream::Judgement judgement = package::verify(package, expectations, {}).judgement;
        QVERIFY(judgement.verdict == stream::Verdict::SignerChanged);
        const auto named =
            std::ranges::find(judgement.findings, stream::FindingCode::KeyRevoked, &stream::Finding::code);
        QVERIFY(named != judgement.findings.end());
        QCOMPARE(named->expected, std::string("stolen"));
        QCOMPARE(named->actual, crypto::toHex(stranger.bytes));
    }

    void aMissingChunkIsNotACodeMismatch()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        package::Expectations expectations;
        expectations.code = package::verify(open(golden.package()), {}, {}).code;
        const auto folder = scratch.copy(golden, "package");
        std::filesystem::remove(folder / "chunk-3.json");
        std::filesystem::remove(folder / "chunk-3.bin");
        QVERIFY(package::verify(open(folder), expectations, {}).judgement.verdict == stream::Verdict::Incomplete);
    }
};

QTEST_GUILESS_MAIN(TestPackage)
#include "test_package.moc"
