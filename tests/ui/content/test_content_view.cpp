// Decrypted content on the screen.
#include "ui/content/content_view.h"
#include "ui/theme/theme.h"

#include "tests/ui/support/ui_main.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QListView>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <memory>

using namespace streamdesk;
using ui::ContentLook;
using ui::ContentView;
using Begin = package::Content::Begin;
using End = package::Content::End;

namespace {

package::Content content(const QByteArray &bytes)
{
    package::Content made;
    made.bytes = crypto::WipedBytes(std::size_t(bytes.size()));
    std::ranges::copy(std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size()))),
                      made.bytes.append(std::size_t(bytes.size())).begin());
    made.begin = Begin::OfData;
    return made;
}

} // namespace

class TestContentView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
        m_theme = std::make_unique<ui::Theme>(ui::Appearance::Light);
    }
    void init()
    {
        m_view = std::make_unique<ContentView>();
        m_view->resize(500, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void aTable()
    {
        m_view->showContent(ui::prepareContent(content("time,lat\n1,52.5\n2,52.6\n")));
        QCOMPARE(m_view->look(), ContentLook::Table);
        QCOMPARE(buttons(), (QStringList{QStringLiteral("Text"), QStringLiteral("Table"), QStringLiteral("Hex")}));
        auto *const table = m_view->findChild<QTableView *>();
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("lat"));
        QCOMPARE(table->model()->index(1, 1).data().toString(), QStringLiteral("52.6"));
        table->setFocus();
        table->selectAll();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("1\t52.5\n2\t52.6"));
    }

    void otherWaysToLookAtIt()
    {
        m_view->showContent(ui::prepareContent(content("time,lat\n1,52.5\n2,52.6\n")));
        press("Text");
        auto *const text = m_view->findChild<QPlainTextEdit *>();
        QVERIFY(text->isVisible());
        QCOMPARE(text->toPlainText(), QStringLiteral("time,lat\n1,52.5\n2,52.6\n"));
        press("Hex");
        auto *const hex = m_view->findChild<QListView *>();
        QVERIFY(hex->isVisible());
        hex->setCurrentIndex(hex->model()->index(1, 0));
        QTest::keyClick(hex, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("00000010  ")));
        // The way that was chosen stays where it fits, and does not where it does not.
        m_view->showContent(ui::prepareContent(content("a,b\n1,2\n")));
        QCOMPARE(m_view->look(), ContentLook::Hex);
    }

    void jsonAsATree()
    {
        m_view->showContent(ui::prepareContent(content(R"({"gps": {"lat": 52.5}, "name": "arm"})")));
        QCOMPARE(m_view->look(), ContentLook::Tree);
        auto *const tree = m_view->findChild<QTreeView *>();
        QCOMPARE(tree->model()->rowCount(), 2);
        tree->setCurrentIndex(tree->model()->index(1, 0));
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("arm"));
        m_view->showContent(ui::prepareContent(content("{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n")));
        QCOMPARE(tree->model()->rowCount(), 3);
        QVERIFY(m_view->saidOfLimits().startsWith(QStringLiteral("One line of JSON after the other")));
    }

    void saysWhatIsShown()
    {
        package::Content whole = content("one\ntwo\n");
        m_view->showContent(ui::prepareContent(std::move(whole)));
        QCOMPARE(m_view->saidOfPlace(), QStringLiteral("Chunk 0, 8 bytes."));
        package::Content part = content("one\ntwo\n");
        part.firstChunk = 3;
        part.lastChunk = 1005;
        part.begin = Begin::InLine;
        part.end = End::Limit;
        m_view->showContent(ui::prepareContent(std::move(part)));
        QCOMPARE(m_view->saidOfPlace(),
                 QStringLiteral("Chunks 3 to 1,005, 8 bytes. Begins within a line. More follows."));
        package::Content end = content("one\ntwo\n");
        end.firstChunk = end.lastChunk = 7;
        end.begin = Begin::NotKnown;
        end.end = End::NotOpened;
        m_view->showContent(ui::prepareContent(std::move(end)));
        QCOMPARE(
            m_view->saidOfPlace(),
            QStringLiteral("Chunk 7, 8 bytes. May begin within a line: the chunk before does not open here. Chunk 8 "
                           "does not open with this key."));
    }

    void saysWhatIsNotShown()
    {
        m_view->showContent(ui::prepareContent(
            content("caf\xe9\n" + QByteArray(5000, 'x') + '\n' + QByteArray("0123456789\n").repeated(30'000))));
        press("Text");
        QCOMPARE(m_view->saidOfLimits(),
                 QStringLiteral("Only the first 262,144 characters are shown. Lines are cut after "
                                "4,096 characters. Read as Latin-1, for it is no UTF-8."));
    }

    void nothingStaysWhenItIsCleared()
    {
        auto shown = ui::prepareContent(content("time,lat\n1,52.5\n2,52.6\n"));
        const std::weak_ptr<const ui::ShownContent> held = shown;
        m_view->showContent(std::move(shown));
        press("Text");
        press("Hex");
        m_view->clear();
        QVERIFY(held.expired());
        QVERIFY(m_view->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
        QCOMPARE(m_view->findChild<QTableView *>()->model()->rowCount(), 0);
        QCOMPARE(m_view->findChild<QListView *>()->model()->rowCount(), 0);
        QVERIFY(m_view->saidOfPlace().isEmpty());
    }

    void largeContentDoesNotHoldTheWindowUp_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("lines") << QByteArray("1234,52.50000,13.40000,22.07,abcdefghijklm\n");
        QTest::newRow("one line") << QByteArray("1234,52.50000,13.40000,22.07,abcdefghijklm ");
    }
    void largeContentDoesNotHoldTheWindowUp()
    {
        QFETCH(QByteArray, line);
        const auto shown = ui::prepareContent(content(line.repeated((1 << 20) / int(line.size()))));
        for (const ContentLook look : {ContentLook::Text, ContentLook::Table, ContentLook::Hex}) {
            QElapsedTimer clock;
            clock.start();
            m_view->showContent(shown);
            m_view->setLook(look);
            QApplication::processEvents();
            QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
        }
    }

private:
    QStringList buttons() const
    {
        QStringList names;
        for (const QToolButton *button : m_view->findChildren<QToolButton *>()) {
            if (button->isVisible()) {
                names.append(button->text());
            }
        }
        return names;
    }
    void press(const char *name)
    {
        for (QToolButton *button : m_view->findChildren<QToolButton *>()) {
            if (button->text() == QLatin1String(name)) {
                button->click();
                return;
            }
        }
        QFAIL("no such button");
    }

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ContentView> m_view;
};

STREAMDESK_UI_TEST(TestContentView)

#include "test_content_view.moc"
