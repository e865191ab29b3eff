// What a person reads of the chosen chunk.
#include "ui/package/chunk_detail.h"
#include "ui/package/chunk_links.h"
#include "ui/package/package_session.h"
#include "ui/package/row_selection.h"
#include "ui/theme/theme.h"

#include "tests/support/sample_copy.h"

#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace streamdesk;
using ui::ChunkDetail;
using ui::ChunkLinks;
using ui::Fact;
using ui::FactList;
using ui::PackageSession;
using ui::RowSelection;

class TestChunkDetail : public QObject
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
        m_selection = std::make_unique<RowSelection>();
        m_detail = std::make_unique<ChunkDetail>();
        m_detail->resize(460, 420);
        m_detail->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_detail.get()));
    }
    void cleanup()
    {
        m_detail.reset();
        m_selection.reset();
        m_session.reset();
    }

    void hintsWhileNothingIsChosen()
    {
        open(true);
        QVERIFY(!tabs()->isVisible());
        m_selection->choose(2);
        QTRY_VERIFY(tabs()->isVisible());
        m_selection->choose(-1);
        QVERIFY(!tabs()->isVisible());
    }

    void anIntactChunk()
    {
        open(true);
        choose(3);
        QCOMPARE(value("Follows"), QStringLiteral("chunk 2 ·"));
        QCOMPARE(fact("Follows").mark, Fact::Mark::Good);
        QCOMPARE(fact("Follows").code,
                 QStringLiteral("0x7552b03ce9fff9c3c4f19ac5a5aef82d49993e2ae2cf22ae6ad0c44a22c26add"));
        QCOMPARE(fact("Id").code, QStringLiteral("0x6a995fa4d22407f9e4ce2f516ed3b79d005e75e3851ff33efe41192098d0f035"));
        QVERIFY(value("Ciphertext").endsWith(QStringLiteral("bytes, hash matches")));
        QCOMPARE(value("Signature"), QStringLiteral("Ed25519, valid"));
        QCOMPARE(fact("Key id").code, QStringLiteral("did:peaq:0x73616d706c652d726f626f742d30303030303031#keys-1"));
        QCOMPARE(value("Encryption"), QStringLiteral("XChaCha20-Poly1305"));
        QCOMPARE(value("Stored at"), QStringLiteral("chunk-3.json, chunk-3.bin"));
        QVERIFY(value("Not covered by the signature").contains(QStringLiteral("recipients")));
        QVERIFY(!has("What differs"));
        QCOMPARE(links()->text(), QStringLiteral("Follows chunk 2. Chunk 4 follows it."));
    }

    void whatWasNotCheckedIsNotCalledValid()
    {
        open(false);
        choose(3);
        QVERIFY(value("Ciphertext").endsWith(QStringLiteral("not checked yet")));
        QCOMPARE(value("Signature"), QStringLiteral("not checked yet"));
    }

    void changesWhileItIsVerified()
    {
        open(false);
        choose(3);
        m_session->verifyAgain();
        QTRY_COMPARE(m_session->stage(), PackageSession::Stage::Checked);
        QTRY_COMPARE(value("Signature"), QStringLiteral("Ed25519, valid"));
    }

    void anAlteredStretch()
    {
        for (const auto *file : {"chunk-2.bin", "chunk-3.bin", "chunk-4.bin"}) {
            m_copy->flip(QString::fromLatin1(file), 40);
        }
        open(true);
        choose(3);
        QCOMPARE(fact("What differs").kind, QStringLiteral("Altered."));
        QCOMPARE(value("What differs"), QStringLiteral("Same length, other bytes."));
        QCOMPARE(fact("Expected").code,
                 QStringLiteral("0x9496076bc5ee7664d54e2a56be497b955148fee5686864c1d7f570f04d6a1d20"));
        QVERIFY(fact("Found").code.startsWith(QStringLiteral("0x")));
        QVERIFY(value("Also affected").startsWith(QStringLiteral("2–4, one stretch of ")));
        QCOMPARE(value("Signature"), QStringLiteral("valid for the expected hash"));
        QCOMPARE(value("What to do"),
                 QStringLiteral("Ask the seller for chunk-2.bin … chunk-4.bin again; the others can stay."));
    }

    void aTruncatedChunk()
    {
        QFile file(m_copy->file(QStringLiteral("chunk-1.bin")));
        const qint64 whole = file.size();
        QVERIFY(file.resize(200));
        open(true);
        choose(1);
        QCOMPARE(fact("What differs").kind, QStringLiteral("Cut off:"));
        QCOMPARE(value("What differs"), QStringLiteral("200 of %1 bytes.").arg(QLocale().toString(whole)));
        QCOMPARE(value("What to do"), QStringLiteral("Ask the seller for chunk-1.bin again; the others can stay."));
        QVERIFY(!has("Also affected"));
    }

    void swappedChunks()
    {
        const QString one = m_copy->file(QStringLiteral("chunk-1.bin"));
        const QString four = m_copy->file(QStringLiteral("chunk-4.bin"));
        const QString aside = m_copy->file(QStringLiteral("aside"));
        QVERIFY(QFile::rename(one, aside) && QFile::rename(four, one) && QFile::rename(aside, four));
        open(true);
        choose(1);
        QCOMPARE(value("What differs"), QStringLiteral("This is the data of chunk 4."));
        QVERIFY(value("What to do").startsWith(QStringLiteral("If files were renamed")));
    }

    void missingChunks()
    {
        m_copy->remove(QStringLiteral("chunk-2.bin"));
        m_copy->remove(QStringLiteral("chunk-5.bin"));
        m_copy->remove(QStringLiteral("chunk-5.json"));
        open(true);
        choose(5);
        QCOMPARE(value("What differs"), QStringLiteral("Envelope and ciphertext are not here."));
        QCOMPARE(value("What to do"),
                 QStringLiteral("Ask the seller for chunk-5.json and chunk-5.bin; the others can stay."));
        QVERIFY(raw()->toPlainText().isEmpty());
        choose(2);
        QCOMPARE(value("What differs"), QStringLiteral("The ciphertext is not here; the envelope is."));
        QCOMPARE(value("Signature"), QStringLiteral("valid for the hash in the envelope"));
        choose(6);
        QVERIFY(value("Follows").startsWith(QStringLiteral("cannot be compared")));
        choose(4);
        QVERIFY(links()->text().contains(QStringLiteral("cannot be told")));
    }

    void aRelinkedChunk()
    {
        const QString other = QStringLiteral("0x") + QString(64, u'1');
        edit(QStringLiteral("chunk-3.json"), "0x7552b03ce9fff9c3c4f19ac5a5aef82d49993e2ae2cf22ae6ad0c44a22c26add",
             other.toLatin1());
        open(true);
        choose(3);
        QCOMPARE(value("What differs"), QStringLiteral("Its link does not name the chunk before it."));
        QCOMPARE(fact("Found").code, other);
        QCOMPARE(value("Also found"), QStringLiteral("id does not fit content and place"));
        QCOMPARE(value("What to do"), QStringLiteral("Ask the seller for chunk-3.json again; the others can stay."));
        QCOMPARE(links()->text(),
                 QStringLiteral("Does not follow chunk 2: its link names another chunk. Chunk 4 follows it."));
        choose(2);
        QCOMPARE(links()->text(), QStringLiteral("Follows chunk 1. Chunk 3 does not follow it."));
        QVERIFY(!has("What differs"));
    }

    void anEnvelopeThatIsNoJson()
    {
        edit(QStringLiteral("chunk-3.json"), "\"chunkId\"", "\"chunkId");
        open(true);
        choose(3);
        QVERIFY(value("What differs").contains(QStringLiteral("chunk-3.json")));
        QVERIFY(value("Signature").startsWith(QStringLiteral("cannot be checked")));
        QVERIFY(raw()->toPlainText().contains(QStringLiteral("schemaVersion"))); // what is there can be read
    }

    void namesTheRecipients()
    {
        open(true);
        choose(0);
        tabs()->setCurrentIndex(2);
        const auto facts = tabs()->widget(2)->findChild<FactList *>()->facts();
        QCOMPARE(facts.size(), 9);
        QCOMPARE(facts[0].label, QStringLiteral("owner"));
        QCOMPARE(facts[0].value, QStringLiteral("owner-1"));
        QVERIFY(facts[1].code.startsWith(QStringLiteral("378d5fbe")));
    }

    void copiesWhatIsShortened()
    {
        open(true);
        choose(3);
        for (auto *button : tabs()->findChildren<QToolButton *>()) {
            if (button->accessibleName() == QStringLiteral("Copy: Id")) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), fact("Id").code);
        tabs()->setCurrentIndex(3);
        auto *copy = tabs()->widget(3)->findChild<QToolButton *>();
        QTest::mouseClick(copy, Qt::LeftButton);
        QFile file(m_copy->file(QStringLiteral("chunk-3.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), file.readAll());
    }

    void goesToTheNeighbours()
    {
        open(true);
        choose(3);
        const auto buttons = links()->findChildren<QToolButton *>();
        QTest::mouseClick(buttons[1], Qt::LeftButton);
        QCOMPARE(m_selection->current(), 4);
        QTRY_COMPARE(tabs()->tabText(0), QStringLiteral("Chunk 4"));
        buttons[0]->setFocus();
        QTest::keyClick(buttons[0], Qt::Key_Space);
        QCOMPARE(m_selection->current(), 3);
        choose(0);
        QVERIFY(!buttons[0]->isEnabled());
    }

    // The answer for a row that is chosen no more is dropped.
    void theLastChoiceCounts()
    {
        open(true);
        for (const int row : {0, 1, 2, 3, 4, 5, 6, 2}) {
            m_selection->choose(row);
        }
        QTRY_COMPARE(tabs()->tabText(0), QStringLiteral("Chunk 2"));
        m_selection->choose(5);
        m_selection->choose(-1);
        QTest::qWait(50); // nothing to wait for: nothing may happen
        QVERIFY(!tabs()->isVisible());
        m_selection->choose(1);
        m_session.reset();
        QTest::qWait(50);
        QVERIFY(!tabs()->isVisible());
    }

private:
    void open(bool verify)
    {
        m_session = std::make_unique<PackageSession>(m_copy->path(), package::Expectations{});
        m_detail->setChain(m_session.get(), m_selection.get());
        m_session->open(verify);
        QTRY_VERIFY(m_session->package() && !m_session->isBusy());
    }
    void choose(int row)
    {
        m_selection->choose(row);
        QTRY_COMPARE(tabs()->tabText(0), QStringLiteral("Chunk %1").arg(row));
        QTRY_VERIFY(tabs()->isVisible());
    }
    void edit(const QString &name, const QByteArray &from, const QByteArray &to) const
    {
        QFile file(m_copy->file(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        QVERIFY(text.contains(from));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.replace(from, to));
    }
    QTabWidget *tabs() const { return m_detail->findChild<QTabWidget *>(); }
    ChunkLinks *links() const { return m_detail->findChild<ChunkLinks *>(); }
    QPlainTextEdit *raw() const { return tabs()->widget(3)->findChild<QPlainTextEdit *>(); }
    Fact fact(const char *label) const
    {
        for (const Fact &fact : tabs()->widget(0)->findChild<FactList *>()->facts()) {
            if (fact.label == QLatin1String(label)) {
                return fact;
            }
        }
        return {};
    }
    bool has(const char *label) const { return !fact(label).label.isEmpty(); }
    QString value(const char *label) const { return fact(label).value; }

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<test::SampleCopy> m_copy;
    std::unique_ptr<PackageSession> m_session;
    std::unique_ptr<RowSelection> m_selection;
    std::unique_ptr<ChunkDetail> m_detail;
};

QTEST_MAIN(TestChunkDetail)

#include "test_chunk_detail.moc"
