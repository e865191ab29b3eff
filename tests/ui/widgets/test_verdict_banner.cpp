// The banner says one thing at a time and does not jump.
#include "ui/theme/theme.h"
#include "ui/widgets/verdict_banner.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace streamdesk;
using ui::VerdictBanner;
using Tone = VerdictBanner::Tone;

namespace {

// A banner above something that takes all other room.
struct InAPage
{
    explicit InAPage(int width) : banner(new VerdictBanner)
    {
        auto *column = new QVBoxLayout(&page);
        column->addWidget(banner);
        column->addWidget(new QWidget, 1);
        page.resize(width, 600);
        page.show();
    }
    int bannerHeight()
    {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // the inner layout first, then the page's
        return banner->height();
    }

    QWidget page;
    VerdictBanner *banner;
};

} // namespace

class TestVerdictBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAsHighWithOneLineAsWithTwo()
    {
        InAPage page(700);
        page.banner->setVerdict(Tone::Neutral, QStringLiteral("checking"), QStringLiteral("Verifying"), {});
        const int height = page.bannerHeight();
        page.banner->setVerdict(Tone::Broken, QStringLiteral("damaged"), QStringLiteral("Damaged"),
                                QStringLiteral("A longer explanation that does not fit into a single line of this "
                                               "banner and so takes two of them."));
        page.banner->setAction(QStringLiteral("Ask again…"));
        QCOMPARE(page.bannerHeight(), height);
    }

    void growsRatherThanCutsItsWords()
    {
        InAPage page(500);
        const int height = page.bannerHeight();
        page.banner->setVerdict(Tone::Broken, QStringLiteral("damaged"), QStringLiteral("Damaged"),
                                QStringLiteral("word ").repeated(120));
        QVERIFY(page.bannerHeight() > height);
        for (const QLabel *label : page.banner->findChildren<QLabel *>()) {
            QVERIFY(label->height() >= label->heightForWidth(label->width()));
        }
    }

    void theActionIsAClickOrAKey()
    {
        VerdictBanner banner;
        banner.setAction(QStringLiteral("Compare fingerprint…"));
        banner.show();
        QVERIFY(QTest::qWaitForWindowExposed(&banner));
        QSignalSpy triggered(&banner, &VerdictBanner::actionTriggered);
        auto *button = banner.findChild<QPushButton *>();
        QTest::mouseClick(button, Qt::LeftButton);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(triggered.count(), 2);
        banner.setAction({});
        QVERIFY(!button->isVisible());
    }

    void followsDark()
    {
        ui::Theme theme(ui::Appearance::Light);
        VerdictBanner banner;
        banner.resize(600, 90);
        banner.setVerdict(Tone::Intact, QStringLiteral("intact-trusted"), QStringLiteral("Intact"), {});
        banner.show();
        QCOMPARE(banner.grab().toImage().pixelColor(300, 10), ui::lightColours().intactSoft);
        theme.setAppearance(ui::Appearance::Dark);
        QTRY_COMPARE(banner.grab().toImage().pixelColor(300, 10), ui::darkColours().intactSoft);
        auto *title = banner.findChild<QLabel *>();
        QCOMPARE(title->palette().color(title->foregroundRole()), ui::darkColours().intact);
    }

    void saysItsWordsToAScreenReader()
    {
        VerdictBanner banner;
        banner.setVerdict(Tone::Attention, QStringLiteral("incomplete"), QStringLiteral("Incomplete"),
                          QStringLiteral("2 chunks are missing."));
        QCOMPARE(banner.accessibleName(), QStringLiteral("Incomplete. 2 chunks are missing."));
    }
};

QTEST_MAIN(TestVerdictBanner)

#include "test_verdict_banner.moc"
