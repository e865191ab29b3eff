// Every verdict through the window, from packages that the reference made and that were then edited.
#include "core/keys/trust_file.h"
#include "core/stream/package_code.h"
#include "tests/support/sample_copy.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/ui_main.h"

#include <QTest>

#include <functional>

using namespace streamdesk;
using test::SampleCopy;
using ui::VerdictBanner;

namespace {

constexpr const char *did = "\"machineDid\"";

void replaceIn(const QString &path, const QByteArray &from, const QByteArray &to)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    QVERIFY(text.contains(from));
    file.resize(0);
    file.seek(0);
    file.write(text.replace(from, to));
}

package::Verification verificationOf(const QString &path)
{
    return package::verify(package::Package::openFolder(path.toStdString(), {}), {}, {});
}

struct Known
{
    stream::SignerTrust::Key key = stream::SignerTrust::Key::Unknown;
    std::optional<stream::SignerTrust::Pin> pin;
};

package::Expectations trusting(Known known)
{
    package::Expectations expectations;
    expectations.trust = [known](const std::string &, const crypto::Ed25519PublicKey &, const std::string &) {
        return stream::SignerTrust{.key = known.key, .pin = known.pin};
    };
    return expectations;
}

using Edit = std::function<void(const SampleCopy &)>;
using Expect = std::function<package::Expectations(const SampleCopy &)>;

} // namespace

Q_DECLARE_METATYPE(Edit)
Q_DECLARE_METATYPE(Expect)

class TestVerdicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatHolds_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<Expect>("expect");
        QTest::addColumn<VerdictBanner::Tone>("tone");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text"); // a part of it
        using Tone = VerdictBanner::Tone;
        const Edit asItIs = [](const SampleCopy &) {};
        const Expect nothing = [](const SampleCopy &) { return package::Expectations(); };
        using Key = stream::SignerTrust::Key;
        const auto row = [](const char *name, const Edit &edit, const Expect &expect, Tone tone, const char *title,
                            const char *text) {
            QTest::newRow(name) << edit << expect << tone << QString::fromUtf8(title) << QString::fromUtf8(text);
        };

        row(
            "not checkable",
            [](const SampleCopy &copy) {
                for (int i = 0; i < 7; ++i) {
                    copy.remove(QStringLiteral("chunk-%1.bin").arg(i));
                }
            },
            nothing, Tone::Neutral, "Not checkable: the encrypted data is not here", "chunk-*.bin");
        row(
            "damaged", [](const SampleCopy &copy) { copy.flip(QStringLiteral("chunk-3.bin"), 100); }, nothing,
            Tone::Broken, "Damaged: 1 of 7 chunks cannot be used",
            "Chunk 3 was changed after signing. The other 6 chunks are intact.");
        row(
            "damaged and incomplete",
            [](const SampleCopy &copy) {
                copy.flip(QStringLiteral("chunk-2.bin"), 100);
                copy.flip(QStringLiteral("chunk-3.bin"), 100);
                copy.remove(QStringLiteral("chunk-5.bin"));
            },
            nothing, Tone::Broken, "Damaged: 3 of 7 chunks cannot be used",
            "Chunks 2–3 were changed after signing. Chunk 5 is not here. The other 4 chunks are intact.");
        row(
            "swapped",
            [](const SampleCopy &copy) {
                QVERIFY(QFile::rename(copy.file(QStringLiteral("chunk-1.bin")), copy.file(QStringLiteral("x"))));
                QVERIFY(
                    QFile::rename(copy.file(QStringLiteral("chunk-2.bin")), copy.file(QStringLiteral("chunk-1.bin"))));
                QVERIFY(QFile::rename(copy.file(QStringLiteral("x")), copy.file(QStringLiteral("chunk-2.bin"))));
            },
            nothing, Tone::Broken, "Damaged: 2 of 7 chunks cannot be used",
            "Chunks 1–2 hold the data of other chunks.");
        row(
            "signer changed: the manifest names another machine",
            [](const SampleCopy &copy) {
                replaceIn(copy.file(QStringLiteral("manifest.json")), did,
                          "\"machineDid\": \"did:peaq:another\", \"was\"");
            },
            nothing, Tone::Broken, "Signer changed: this is how a forgery looks", "The manifest names another machine");
        row(
            "signer changed: another key is trusted", asItIs,
            [](const SampleCopy &) { return trusting({.key = Key::Contradicted, .pin = {}}); }, Tone::Broken,
            "Signer changed: this is how a forgery looks", "You trust another key for this machine");
        row(
            "signer changed: the key was revoked", asItIs,
            [](const SampleCopy &) { return trusting({.key = Key::Revoked, .pin = {}}); }, Tone::Broken,
            "Signer changed: this is how a forgery looks", "revoked");
        row(
            "not what was announced", asItIs,
            [](const SampleCopy &) {
                package::Expectations expectations;
                expectations.code = verificationOf(QStringLiteral(TEST_DATA "/packages/csv/package")).code;
                return expectations;
            },
            Tone::Broken, "Not what was announced: the package code does not match", "another signer");
        row(
            "rolled back", asItIs,
            [](const SampleCopy &) {
                return trusting(
                    {.key = Key::Trusted, .pin = stream::SignerTrust::Pin{.headChunkId = "0x00", .totalChunks = 9}});
            },
            Tone::Broken, "Rolled back: this chain was seen before with another end", "Do not use this data");
        row(
            "incomplete",
            [](const SampleCopy &copy) {
                copy.remove(QStringLiteral("chunk-6.bin"));
                copy.remove(QStringLiteral("chunk-6.json"));
            },
            nothing, Tone::Attention, "Incomplete: 1 of 7 chunks missing", "Ask the sender for chunk 6.");
        row(
            "incomplete beyond measure",
            [](const SampleCopy &copy) {
                replaceIn(copy.file(QStringLiteral("manifest.json")), "\"totalChunks\": 7",
                          "\"totalChunks\": 3000000000");
            },
            nothing, Tone::Attention, "Incomplete: 2,999,999,993 of 3,000,000,000 chunks missing",
            "Ask the sender for chunks 7–2,999,999,999. The other 7 chunks are intact.");
        row(
            "intact, signer trusted", asItIs,
            [](const SampleCopy &) { return trusting({.key = Key::Trusted, .pin = {}}); }, Tone::Intact,
            "Intact, signer trusted", "Order and completeness are as the sender arranged them.");
        row(
            "intact, signer trusted, complete", asItIs,
            [](const SampleCopy &copy) {
                package::Expectations expectations;
                expectations.code = verificationOf(copy.path()).code;
                return expectations;
            },
            Tone::Intact, "Intact, signer trusted", "complete and in order");
        row("intact, signer not yet trusted", asItIs, nothing, Tone::Accent, "Intact, signer not yet trusted",
            "7 chunks, none changed since signing.");
    }
    void saysWhatHolds()
    {
        QFETCH(Edit, edit);
        QFETCH(Expect, expect);
        QFETCH(VerdictBanner::Tone, tone);
        QFETCH(QString, title);
        QFETCH(QString, text);
        const SampleCopy copy;
        edit(copy);
        test::Desk desk(expect(copy));
        const ui::PackagePage *const page = desk.openAndVerify(copy.path());
        QVERIFY(page != nullptr);
        const VerdictBanner *const banner = test::Desk::banner(page);
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->title(), title);
        QVERIFY2(banner->text().contains(text), qPrintable(banner->text()));
        QCOMPARE(banner->tone(), tone);
    }
};

STREAMDESK_UI_TEST(TestVerdicts)
#include "test_verdicts.moc"
