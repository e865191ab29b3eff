// What a person reads of a signed reading, and of many.
#include "ui/readings/reading_page.h"

#include "tests/support/json.h"
#include "ui/readings/reading_list_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/verdict_banner.h"
#include "ui/window/problem_panel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace streamdesk;
using ui::ReadingPage;
using ui::ReadingSession;
using Stage = ReadingSession::Stage;
using Tone = ui::VerdictBanner::Tone;

Q_DECLARE_METATYPE(ui::VerdictBanner::Tone)

class TestReadingPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        new ui::Theme(ui::Appearance::Light, qApp);
        m_vectors = test::treeOfVectors("data-packages.json");
    }

    void everyVerdictIsSaid_data()
    {
        QTest::addColumn<QString>("vector");
        QTest::addColumn<Tone>("tone");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *vector, Tone tone, const char *title, const char *text) {
            QTest::newRow(vector) << QString::fromLatin1(vector) << tone << QString::fromLatin1(title)
                                  << QString::fromLatin1(text);
        };
        row("include-all", Tone::Intact, "signed by the machine it names", "Nothing in it was changed");
        row("key-id-edited-is-not-signed", Tone::Intact, "signed by the machine it names", "Nothing in it was changed");
        row("payload-edited", Tone::Broken, "Changed after signing, or signed by someone else", "cannot be told");
        row("did-of-another", Tone::Broken, "Changed after signing, or signed by someone else",
            "that is not the machine's");
        row("signature-empty", Tone::Broken, "No valid signature", "Ask the sender");
        row("did-wrong-method", Tone::Attention, "names no machine", "did:web:example.org");
        row("did-decimal-id", Tone::Attention, "Not checkable here", "Ask the seller for the machine's address");
    }

    void everyVerdictIsSaid()
    {
        QFETCH(QString, vector);
        QFETCH(Tone, tone);
        QFETCH(QString, title);
        QFETCH(QString, text);
        ReadingPage page(put(QStringLiteral("reading.json"), packageOf(vector)));
        show(page);
        const auto *banner = visibleBanner(page);
        QVERIFY(banner->tone() == tone);
        QVERIFY2(banner->title().contains(title), qPrintable(banner->title()));
        QVERIFY2(banner->text().contains(text), qPrintable(banner->text()));
    }

    void factsNameTheSignerAndWhatIsNotSigned()
    {
        ReadingPage page(put(QStringLiteral("reading.json"), packageOf(QStringLiteral("include-all"))));
        show(page);
        const QStringList facts = accessibleNames(page);
        QVERIFY(facts.contains(QStringLiteral("Signed by: 0x41A5d99d30A69D669971c171121097B768E21B6B")));
        QVERIFY(facts.contains(QStringLiteral("Captured: 2026-11-22T09:00:00.000Z")));
        QVERIFY(facts.contains(QStringLiteral("Number: 1")));
        QVERIFY(!facts.filter(QStringLiteral("not covered by the signature")).isEmpty());
        QVERIFY(!facts.filter(QStringLiteral("Signed as")).isEmpty());
        for (QToolButton *button : page.findChildren<QToolButton *>()) {
            if (button->accessibleName() == QStringLiteral("Copy: Signed by")) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("0x41A5d99d30A69D669971c171121097B768E21B6B"));
    }

    void fieldsAreShownAndCopied()
    {
        ReadingPage page(put(QStringLiteral("reading.json"), packageOf(QStringLiteral("exclude-nested"))));
        show(page);
        QVERIFY(visibleWords(page).contains(QStringLiteral("Marked as encrypted: 1. Marked as anonymized: 0.")));
        auto *tree = page.findChild<QTreeView *>();
        tree->setFocus();
        tree->keyboardSearch(QStringLiteral("temperature"));
        QCOMPARE(tree->currentIndex().data().toString(), QStringLiteral("temperature"));
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::clipboard()->text(), QStringLiteral("21.5"));
    }

    void theTextIsThereAsItWasWritten()
    {
        ReadingPage page(put(QStringLiteral("reading.json"), packageOf(QStringLiteral("include-all"))));
        show(page);
        auto *bar = page.findChild<QTabBar *>();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(1).center());
        auto *raw = page.findChild<QPlainTextEdit *>();
        QVERIFY(raw->isVisible());
        QVERIFY(raw->toPlainText().contains(QStringLiteral("\"sequenceNumber\": 1")));
    }

    void whatIsNoReadingSaysSo()
    {
        ReadingPage page(put(QStringLiteral("reading.json"), "{\"did\": 1}"));
        show(page);
        QCOMPARE(visibleBanner(page)->title(), QStringLiteral("Not a signed reading"));
        QVERIFY(visibleBanner(page)->text().contains(QStringLiteral("reading.json")));
    }

    void aFileThatIsGoneCanBeTriedAgain()
    {
        const QString path = m_folder.filePath(QStringLiteral("later.json"));
        ReadingPage page(path);
        page.show();
        QTRY_COMPARE(page.session().stage(), Stage::Failed);
        const auto *panel = page.findChild<ui::ProblemPanel *>();
        QVERIFY(panel->isVisible());
        QVERIFY(panel->accessibleDescription().contains(QStringLiteral("later.json")));
        put(QStringLiteral("later.json"), packageOf(QStringLiteral("include-all")));
        for (QPushButton *button : panel->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Try again")) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QTRY_VERIFY(page.session().openedReading() != nullptr);
        QVERIFY(!panel->isVisible());
        QVERIFY(visibleBanner(page)->tone() == Tone::Intact);
    }

    void manyAreCountedAndListed()
    {
        std::string lines;
        for (int i = 0; i < 500; ++i) {
            const bool edited = i == 100 || i == 300;
            lines += packageOf(edited ? QStringLiteral("payload-edited") : QStringLiteral("include-all")) + "\n";
        }
        ReadingPage page(put(QStringLiteral("day.jsonl"), lines));
        show(page);
        const auto *banner = visibleBanner(page);
        QCOMPARE(banner->title(), QStringLiteral("2 of 500 readings cannot be relied on"));
        QCOMPARE(banner->text(), QStringLiteral("498 intact, 2 not signed by their machine."));
        auto *table = page.findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), 500);
        QCOMPARE(page.session().openedIndex(), 0);

        QTest::mouseClick(page.findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 8));
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(1, ui::ReadingListModel::Which).data().toString(), QStringLiteral("301"));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QTRY_COMPARE(page.session().openedIndex(), 300);
        QTRY_VERIFY(detailBanner(page)->title().contains(QStringLiteral("Changed after signing")));
    }

    void theListIsAModel()
    {
        put(QStringLiteral("m.jsonl"),
            packageOf(QStringLiteral("include-all")) + "\n{}\n" + packageOf(QStringLiteral("did-decimal-id")));
        ReadingSession session(m_folder.filePath(QStringLiteral("m.jsonl")));
        ui::ReadingListModel model(session);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        session.read();
        QTRY_COMPARE(session.stage(), Stage::Read);
        QCOMPARE(model.rowCount(), 3);
        model.setProblemsOnly(true);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf(2), 1);
        QCOMPARE(model.rowOf(0), -1);
        session.read();
        QTRY_COMPARE(model.rowCount(), 2);
    }

    void aFolderListsItsFiles()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("a.json")), packageOf(QStringLiteral("include-all")));
        write(folder.filePath(QStringLiteral("b.json")), "no JSON");
        write(folder.filePath(QStringLiteral("c.txt")), "passed over");
        ReadingPage page(folder.path());
        show(page);
        QCOMPARE(visibleBanner(page)->text(), QStringLiteral("1 intact, 1 unreadable."));
        auto *table = page.findChild<QTableView *>();
        QCOMPARE(table->model()->index(1, 0).data().toString(), QStringLiteral("b.json"));
        QTest::keyClick(table, Qt::Key_Down);
        QTRY_COMPARE(detailBanner(page)->title(), QStringLiteral("Not a signed reading"));
    }

    void whatChangedSinceIsSaidWhenItIsLookedAt()
    {
        const std::string good = packageOf(QStringLiteral("include-all")) + "\n";
        const QString path = put(QStringLiteral("c.jsonl"), good + good);
        ReadingPage page(path);
        show(page);
        std::string changed = good + good;
        changed.replace(changed.rfind("21.5"), 4, "99.5");
        write(path, changed);
        auto *table = page.findChild<QTableView *>();
        QTest::keyClick(table, Qt::Key_Down);
        QTRY_COMPARE(table->model()->index(1, ui::ReadingListModel::Outcome).data().toString(),
                     QStringLiteral("not its machine's"));
        QVERIFY(visibleBanner(page)->tone() == Tone::Broken);
    }

    void nothingInAFolderIsSaid()
    {
        QTemporaryDir folder;
        ReadingPage page(folder.path());
        page.show();
        QTRY_COMPARE(page.session().stage(), Stage::Read);
        QCOMPARE(visibleBanner(page)->title(), QStringLiteral("There are no readings here"));
    }

private:
    std::string packageOf(const QString &name) const
    {
        for (const json::Tree &one : *test::at(m_vectors, "cases").array()) {
            if (test::text(one, "name") == name.toStdString()) {
                return test::canonical(test::at(one, "package"));
            }
        }
        qFatal("the vectors have no such case");
    }

    static void write(const QString &path, const std::string &text)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) < 0) {
            qFatal("nothing can be written");
        }
    }

    QString put(const QString &name, const std::string &text) const
    {
        write(m_folder.filePath(name), text);
        return m_folder.filePath(name);
    }

    // Until all is read and a reading is shown.
    static void show(ReadingPage &page)
    {
        page.resize(1080, 760);
        page.show();
        QTRY_COMPARE(page.session().stage(), Stage::Read);
        QTRY_VERIFY(page.session().openedReading() != nullptr);
    }

    // The one on top: of the whole where there are several readings.
    static ui::VerdictBanner *visibleBanner(const ReadingPage &page)
    {
        for (auto *banner : page.findChildren<ui::VerdictBanner *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (banner->isVisible()) {
                return banner;
            }
        }
        return detailBanner(page);
    }

    static ui::VerdictBanner *detailBanner(const ReadingPage &page)
    {
        for (auto *banner : page.findChildren<ui::VerdictBanner *>()) {
            if (banner->parentWidget() != &page) {
                return banner;
            }
        }
        qFatal("there is no banner");
    }

    static QString visibleWords(const QWidget &widget)
    {
        QString words;
        for (const QLabel *label : widget.findChildren<QLabel *>()) {
            if (label->isVisible()) {
                words += label->text() + QLatin1Char('\n');
            }
        }
        return words;
    }

    static QStringList accessibleNames(const QWidget &widget)
    {
        QStringList names;
        for (const QWidget *one : widget.findChildren<QWidget *>()) {
            if (one->isVisible()) {
                names.append(one->accessibleName());
            }
        }
        return names;
    }

    json::Tree m_vectors;
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestReadingPage)

#include "test_reading_page.moc"
