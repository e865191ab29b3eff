// The seven forgeries that the reference accepts, as a buyer meets them in the window: with the seller's code typed in,
// and with a machine that is trusted since an earlier package.
#include "core/keys/trust_edits.h"
#include "tests/support/package_fixture.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/ui_main.h"

#include <QTest>

using namespace streamdesk;
using Tone = ui::VerdictBanner::Tone;

namespace {

struct Told
{
    QString title; // how it begins
    QString text;  // a part of it
};

} // namespace

Q_DECLARE_METATYPE(Told)

class TestForgeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsInAVerdictThatPeopleUnderstand_data()
    {
        QTest::addColumn<QString>("mutation");
        QTest::addColumn<Told>("withCode");
        QTest::addColumn<Told>("withTrust");
        const auto row = [](const char *name, const char *mutation, const Told &withCode, const Told &withTrust) {
            QTest::newRow(name) << QString::fromLatin1(mutation) + QStringLiteral("-NOT-DETECTED") << withCode
                                << withTrust;
        };
        const QString signer = QStringLiteral("Signer changed: this is how a forgery looks");
        const QString announced = QStringLiteral("Not what was announced");
        const QString orders = QStringLiteral("another signer, other chunks or another order");
        const QString rolledBack = QStringLiteral("Rolled back: this chain was seen before with another end");
        row("another machine's name", "did-replaced", {signer, QStringLiteral("Parts of it name another machine.")},
            {signer, QStringLiteral("Parts of it name another machine.")});
        row("signed again by a stranger", "resigned-by-stranger", {announced, orders},
            {signer, QStringLiteral("You trust another key for this machine than the one that signed this.")});
        row("one chunk of a stranger's", "one-chunk-forged",
            {signer, QStringLiteral("Parts of it are signed with another key, from chunk")},
            {signer, QStringLiteral("Parts of it are signed with another key, from chunk")});
        row("a chunk dropped", "chunk-dropped-and-relinked", {announced, orders},
            {rolledBack, QStringLiteral("It had 6 chunks then and has 5 now: chunks were taken away.")});
        // Its first chunk is another one, so that it is no chain that was seen before: order is not claimed.
        row("reordered", "chunks-reordered-and-relinked", {announced, orders},
            {QStringLiteral("Intact, signer trusted"),
             QStringLiteral("Order and completeness are as the sender arranged them.")});
        row("a chunk repeated", "chunk-repeated-and-relinked", {announced, orders},
            {rolledBack, QStringLiteral("It has as many chunks as then, but not the same ones in the same order.")});
        row("a worthless key", "identity-key-signs-anything",
            {signer, QStringLiteral("Chunk 1 is signed with a key that fits any content and proves nothing.")},
            {signer, QStringLiteral("Chunk 1 is signed with a key that fits any content and proves nothing.")});
    }

    void endsInAVerdictThatPeopleUnderstand()
    {
        QFETCH(QString, mutation);
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        scratch.copy(golden, "package");
        test::writeMutation(mutation, scratch.path("forged"));
        const package::Verification genuine =
            package::verify(package::Package::openFolder(scratch.path("package"), {}), {}, {});

        test::Desk coded({.trust = {}, .code = genuine.code});
        check(coded, scratch.qpath("forged"), "withCode");

        test::Desk trusting;
        trusting.trust.update([&](keys::TrustFile &file) {
            keys::trustByCode(file, genuine.report, "2026-11-01T10:00:00Z", "Rover 7", {});
        });
        const ui::PackagePage *const original = trusting.openAndVerify(scratch.qpath("package"));
        QVERIFY(test::Desk::banner(original)->text().contains(QStringLiteral("complete and in order")));
        check(trusting, scratch.qpath("forged"), "withTrust");
    }

    // Nobody said anything, but the window has seen the package before.
    void aCopyThatWasSignedAgainIsRedOnSight()
    {
        const test::Scratch scratch;
        const test::GoldenPackage golden(QStringLiteral("csv"));
        scratch.copy(golden, "package");
        test::writeMutation(QStringLiteral("resigned-by-stranger-NOT-DETECTED"), scratch.path("forged"));
        test::Desk desk;
        QCOMPARE(test::Desk::banner(desk.openAndVerify(scratch.qpath("package")))->tone(), Tone::Accent);
        QTRY_VERIFY(!desk.trust.read().machines.empty());
        const ui::VerdictBanner *const banner = test::Desk::banner(desk.openAndVerify(scratch.qpath("forged")));
        QCOMPARE(banner->tone(), Tone::Broken);
        QVERIFY(
            banner->text().contains(QStringLiteral("When you verified this chain before, another key had signed it.")));
    }

private:
    static void check(test::Desk &desk, const QString &path, const char *column)
    {
        const Told told = *static_cast<const Told *>(QTest::qData(column, qMetaTypeId<Told>()));
        const ui::PackagePage *const page = desk.openAndVerify(path);
        QVERIFY(page != nullptr);
        const ui::VerdictBanner *const banner = test::Desk::banner(page);
        QVERIFY2(banner->title().startsWith(told.title), qPrintable(banner->title()));
        QVERIFY2(banner->text().contains(told.text), qPrintable(banner->text()));
    }
};

STREAMDESK_UI_TEST(TestForgeries)
#include "test_forgeries.moc"
