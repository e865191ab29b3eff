// Reading the chosen chunk with a key from a file.
#include "ui/content/content_view.h"
#include "ui/package/chunk_content.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fact_list.h"

#include "tests/support/sample_copy.h"
#include "tests/ui/support/ui_main.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace streamdesk;
using ui::ChunkContent;
using ui::Fact;
using ui::FactList;
using ui::FileKeyRing;
using ui::PackageSession;

class TestChunkContent : public QObject
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
        m_copy = std::make_unique<test::SampleCopy>();
        m_session = std::make_unique<PackageSession>(m_copy->path(), package::Expectations());
        m_session->open(false);
        QTRY_COMPARE(m_session->stage(), PackageSession::Stage::Opened);
        m_keys = std::make_unique<FileKeyRing>();
        m_pane = std::make_unique<ChunkContent>();
        m_pane->resize(460, 500);
        m_pane->setPackage(m_session.get(), m_keys.get());
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    void cleanup()
    {
        m_pane.reset();
        m_keys.reset();
        m_session.reset();
    }

    void saysWhoseKeyWouldOpenIt()
    {
        m_pane->showRow(2, {{.label = QStringLiteral("owner"), .value = QStringLiteral("owner-1")}});
        QTRY_VERIFY(says("No key on this desk opens this chunk"));
        QVERIFY(button("Open with a key file…")->isVisible());
        QVERIFY(!button("Show the content")->isVisible());
        QCOMPARE(m_pane->findChild<FactList *>()->facts().size(), 1);
    }

    void showsTheContentOnceAKeyIsThere()
    {
        m_pane->showRow(0, {});
        QTRY_VERIFY(says("No key on this desk opens this chunk"));
        m_keys->openFile(QStringLiteral(SAMPLE_PACKAGE "/owner.key"));
        QTRY_VERIFY(m_pane->view()->isVisible());
        QCOMPARE(m_pane->view()->look(), ui::ContentLook::Table);
        QVERIFY(says("Opened with owner.key. It is held in memory only."));
        QVERIFY(m_pane->view()->saidOfPlace().startsWith(QStringLiteral("Chunks 0 to 6, ")));
        QFile source(QStringLiteral(SAMPLE_PACKAGE "/telemetry.csv"));
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QByteArrayList lines = source.readAll().split('\n');
        auto *const table = m_pane->view()->findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), int(lines.size()) - 2); // the names, and the end
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString().toUtf8(), lines[0].split(',')[0]);
        QCOMPARE(table->model()->index(0, 1).data().toString().toUtf8(), lines[1].split(',')[1]);

        m_pane->showRow(3, {});
        QTRY_VERIFY(m_pane->view()->saidOfPlace().startsWith(QStringLiteral("Chunks 3 to 6, ")));
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString().toUtf8(), lines[0].split(',')[0]);
    }

    void buyersKeyNeedsAccessFiles()
    {
        m_keys->openFile(QStringLiteral(SAMPLE_PACKAGE "/buyer.key"));
        m_pane->showRow(0, {});
        QTRY_VERIFY(says("No key on this desk opens this chunk"));
    }

    void whatIsWrongWithTheDataIsSaid()
    {
        m_copy->flip(QStringLiteral("chunk-2.bin"), 40);
        m_copy->remove(QStringLiteral("chunk-4.bin"));
        m_session->open(false);
        QTRY_COMPARE(m_session->stage(), PackageSession::Stage::Opened);
        m_keys->openFile(QStringLiteral(SAMPLE_PACKAGE "/owner.key"));
        m_pane->showRow(2, {});
        QTRY_VERIFY(saysBeginning("Chunk 2 "));
        QVERIFY(!m_pane->view()->isVisible());
        m_pane->showRow(4, {});
        QTRY_VERIFY(says("The encrypted data of this chunk is missing."));
        m_pane->showRow(0, {});
        QTRY_VERIFY(m_pane->view()->saidOfPlace().startsWith(QStringLiteral("Chunks 0 to 1, ")));
        QVERIFY(m_pane->view()->saidOfPlace().contains(QStringLiteral("Chunk 2 ")));
    }

    void aLockLetsEverythingGo()
    {
        m_keys->openFile(QStringLiteral(SAMPLE_PACKAGE "/owner.key"));
        m_pane->showRow(0, {});
        QTRY_VERIFY(m_pane->view()->isVisible());
        m_keys->lock();
        QVERIFY(!m_pane->view()->isVisible());
        QVERIFY(says("What was shown here is gone, because the desk was locked."));
        QCOMPARE(m_pane->view()->findChild<QTableView *>()->model()->rowCount(), 0);
        m_pane->showRow(1, {}); // nothing comes back by itself
        QVERIFY(says("What was shown here is gone, because the desk was locked."));
        button("Show the content")->click();
        QTRY_VERIFY(says("No key on this desk opens this chunk"));
    }

    void aFileThatIsNoKeyIsNamed()
    {
        m_pane->showRow(0, {});
        m_keys->openFile(QStringLiteral(SAMPLE_PACKAGE "/telemetry.csv"));
        QTRY_VERIFY(saysBeginning("telemetry.csv "));
    }

    void nothingIsReadWhileItIsNotSeen()
    {
        m_pane->hide();
        m_keys->openFile(QStringLiteral(SAMPLE_PACKAGE "/owner.key"));
        m_pane->showRow(0, {});
        QTest::qWait(200);
        QVERIFY(m_pane->view()->saidOfPlace().isEmpty());
        m_pane->show();
        QTRY_VERIFY(!m_pane->view()->saidOfPlace().isEmpty());
    }

private:
    bool saysBeginning(const char *text) const
    {
        const auto labels = m_pane->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [text](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(QString::fromUtf8(text));
        });
    }
    bool says(const char *text) const
    {
        const auto labels = m_pane->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [text](const QLabel *label) {
            return label->isVisible() && label->text() == QString::fromUtf8(text);
        });
    }
    QPushButton *button(const char *text) const
    {
        for (QPushButton *button : m_pane->findChildren<QPushButton *>()) {
            if (button->text() == QString::fromUtf8(text)) {
                return button;
            }
        }
        return nullptr;
    }

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<test::SampleCopy> m_copy;
    std::unique_ptr<PackageSession> m_session;
    std::unique_ptr<FileKeyRing> m_keys;
    std::unique_ptr<ChunkContent> m_pane;
};

STREAMDESK_UI_TEST(TestChunkContent)

#include "test_chunk_content.moc"
