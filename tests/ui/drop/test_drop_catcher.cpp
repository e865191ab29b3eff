// Drags and drops over a window: what it says, what it takes, what it leaves to others.
#include "ui/drop/drop_catcher.h"

#include "tests/support/sample_copy.h"
#include "ui/drop/drop_overlay.h"
#include "ui/drop/drop_plan.h"
#include "ui/theme/theme.h"

#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace streamdesk;
using ui::DropCatcher;
using ui::mimePaths;

namespace {

struct Window : QWidget
{
    Window() : filter(new QLineEdit(this)), catcher(new DropCatcher(this))
    {
        resize(800, 600);
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(filter);
        layout->addStretch();
        show();
    }

    // True when the drag is taken.
    bool enter(const QMimeData &mime, QWidget *over, Qt::DropActions actions = Qt::CopyAction | Qt::MoveAction)
    {
        QDragEnterEvent event(QPoint(50, 50), actions, &mime, Qt::LeftButton, Qt::NoModifier);
        event.ignore();
        QCoreApplication::sendEvent(over, &event);
        if (event.isAccepted()) {
            lastAction = event.dropAction();
        }
        return event.isAccepted();
    }
    void leave(QWidget *over)
    {
        QDragLeaveEvent event;
        QCoreApplication::sendEvent(over, &event);
    }
    bool drop(const QMimeData &mime, QWidget *over)
    {
        QDropEvent event(QPoint(50, 50), Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        event.ignore();
        QCoreApplication::sendEvent(over, &event);
        return event.isAccepted();
    }
    [[nodiscard]] QStringList texts() const { return catcher->overlay()->texts(); }
    [[nodiscard]] bool overlayShown() const { return catcher->overlay()->isVisible(); }

    QLineEdit *filter;
    DropCatcher *catcher;
    Qt::DropAction lastAction = Qt::IgnoreAction;
};

std::unique_ptr<QMimeData> urls(const QStringList &paths)
{
    auto mime = std::make_unique<QMimeData>();
    QList<QUrl> list;
    for (const QString &path : paths) {
        list.append(QUrl::fromLocalFile(path));
    }
    mime->setUrls(list);
    return mime;
}

std::unique_ptr<QMimeData> rawUrls(const QByteArray &uriList)
{
    auto mime = std::make_unique<QMimeData>();
    mime->setData(QStringLiteral("text/uri-list"), uriList);
    return mime;
}

QString sample(const char *path)
{
    return QStringLiteral(SAMPLE_PACKAGE "/") + QLatin1String(path);
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray reading()
{
    QByteArray json("{'did':'did:peaq:1','timestamp':'t','schemaVersion':'1','sequenceNumber':1,'payload':{},"
                    "'signature':'0x','signingKeyId':'k'}");
    return json.replace('\'', '"');
}

QString accessFile()
{
    const QDir folder(QStringLiteral(TEST_DATA "/packages/csv/access"));
    return folder.filePath(folder.entryList(QDir::Files).constFirst());
}

} // namespace

class TestDropCatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::Theme>(ui::Appearance::Light); }
    void cleanupTestCase() { m_theme.reset(); }

    void readsUriLists_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QStringList>("elsewhere");
        const auto row = [](const char *name, const char *list, const QStringList &paths,
                            const QStringList &elsewhere) {
            QTest::newRow(name) << QByteArray(list) << paths << elsewhere;
        };
        row("a space", "file:///tmp/a%20b\r\n", {QStringLiteral("/tmp/a b")}, {});
        row("a percent sign", "file:///tmp/100%25.json\r\n", {QStringLiteral("/tmp/100%.json")}, {});
        row("a percent sign as it is", "file:///tmp/100%.json\r\n", {QStringLiteral("/tmp/100%.json")}, {});
        row("what looks decoded twice", "file:///tmp/a%2520b\r\n", {QStringLiteral("/tmp/a%20b")}, {});
        row("letters", "file:///tmp/%C3%BCber%20%F0%9F%9A%80\r\n", {QStringLiteral("/tmp/über 🚀")}, {});
        row("a number sign", "file:///tmp/a%23b%3Fc\r\n", {QStringLiteral("/tmp/a#b?c")}, {});
        row("a host's name", "file://localhost/tmp/a\r\n", {QStringLiteral("/tmp/a")}, {});
        row("twice", "file:///a\r\nfile:///a\r\nfile:///b\r\n", {QStringLiteral("/a"), QStringLiteral("/b")}, {});
        row("a comment", "# copied\r\nfile:///a\r\n", {QStringLiteral("/a")}, {});
        row("elsewhere", "https://me:secret@example.org/p.zip?token=1\r\nfile:///a\r\n", {QStringLiteral("/a")},
            {QStringLiteral("https://example.org/p.zip")});
#ifndef Q_OS_WIN
        row("another host", "file://nas.example/p\r\n", {}, {QStringLiteral("file://nas.example/p")});
#endif
    }

    void readsUriLists()
    {
        QFETCH(QByteArray, list);
        QFETCH(QStringList, paths);
        QFETCH(QStringList, elsewhere);
        const auto mime = rawUrls(list);
        QCOMPARE(mimePaths(mime.get()).paths, paths);
        QCOMPARE(mimePaths(mime.get()).elsewhere, elsewhere);
        QCOMPARE(ui::pathsFromMimeData(mime.get()), paths);
    }

    void readsTextThatIsPaths_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("paths") << QStringLiteral("/tmp/a b\n'/tmp/100%25'\r\n\n")
                               << QStringList{QStringLiteral("/tmp/a b"), QStringLiteral("/tmp/100%25")};
        QTest::newRow("URL") << QStringLiteral("file:///tmp/a%20b") << QStringList{QStringLiteral("/tmp/a b")};
        QTest::newRow("home") << QStringLiteral("~/p") << QStringList{QDir::home().filePath(QStringLiteral("p"))};
        QTest::newRow("words") << QStringLiteral("hello") << QStringList();
        QTest::newRow("words after a path") << QStringLiteral("/tmp/a\nhello") << QStringList();
        QTest::newRow("relative") << QStringLiteral("a/b") << QStringList();
        QTest::newRow("our own resources") << QStringLiteral(":/icons/drop.svg") << QStringList();
        QTest::newRow("nothing") << QString() << QStringList();
    }

    void readsTextThatIsPaths()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, paths);
        QMimeData mime;
        mime.setText(text);
        QCOMPARE(ui::pathsFromMimeData(&mime), paths);
        QCOMPARE(ui::pathsFromMimeData(nullptr), QStringList());
    }

    void saysWhatADropWillDo()
    {
        const test::SampleCopy copy(QStringLiteral("cell 12 – 100% größe 🚀"));
        Window window;
        const auto mime = urls({copy.path()});
        QVERIFY(window.enter(*mime, &window));
        QCOMPARE(window.lastAction, Qt::CopyAction);
        QVERIFY(window.overlayShown());
        QTRY_COMPARE(window.texts(), (QStringList{QStringLiteral("Drop anywhere in this window"),
                                                  QStringLiteral("Open and verify package cell 12 – 100% größe 🚀")}));
        QCOMPARE(window.catcher->overlay()->geometry(), window.rect());

        QSignalSpy dropped(window.catcher, &DropCatcher::dropped);
        QVERIFY(window.drop(*mime, &window));
        QVERIFY(!window.overlayShown());
        QTRY_COMPARE(dropped.size(), 1);
        QCOMPARE(dropped[0][0].toStringList(), QStringList{copy.path()});
    }

    void sumsUpWhatIsMixed()
    {
        const QTemporaryDir folder;
        const QString photo = folder.filePath(QStringLiteral("photo.jpg"));
        write(photo, "\xff\xd8");
        const QString lines = folder.filePath(QStringLiteral("lines"));
        write(lines, reading() + '\n' + reading() + '\n' + reading());
        Window window;
        (void)window.enter(
            *urls({accessFile(), sample("package/chunk-1.json"), sample("package/chunk-2.bin"), lines, photo}),
            &window);
        QTRY_COMPARE(window.texts(), (QStringList{QStringLiteral("Drop anywhere in this window"),
                                                  QStringLiteral("Open and verify package package"),
                                                  QStringLiteral("Verify 3 readings in lines"),
                                                  QStringLiteral("Keep access file for buyer-1 for later"),
                                                  QStringLiteral("photo.jpg is not a file Stream Desk knows")}));

        (void)window.enter(*urls({accessFile(), sample("package"), lines, sample("owner.key"), photo,
                                  folder.filePath(QStringLiteral("gone"))}),
                           &window);
        QTRY_COMPARE(
            window.texts().mid(1),
            (QStringList{
                QStringLiteral("Open and verify package package"), QStringLiteral("Verify 3 readings in lines"),
                QStringLiteral("Take in 2 files: %1")
                    .arg(QLocale().createSeparatedList({shortName(accessFile()), QStringLiteral("owner.key")})),
                QStringLiteral("2 files cannot be used")}));
    }

    void saysWhenNothingCanBeUsed()
    {
        const QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("photo.jpg")), "\xff\xd8");
        Window window;
        (void)window.enter(*urls({folder.filePath(QStringLiteral("photo.jpg"))}), &window);
        QTRY_COMPARE(window.texts(), (QStringList{QStringLiteral("Nothing here can be used"),
                                                  QStringLiteral("photo.jpg is not a file Stream Desk knows")}));
        QVERIFY(window.enter(*rawUrls("https://example.org/p.zip\r\n"), &window));
        QTRY_COMPARE(window.texts().constLast(),
                     QStringLiteral("https://example.org/p.zip is not on this computer; download it first"));
        QSignalSpy dropped(window.catcher, &DropCatcher::dropped);
        QVERIFY(window.drop(*rawUrls("https://example.org/p.zip\r\n"), &window));
        QTRY_COMPARE(dropped.size(), 1);
        QCOMPARE(dropped[0][0].toStringList(), QStringList());
        QCOMPARE(dropped[0][1].toStringList(), QStringList{QStringLiteral("https://example.org/p.zip")});
    }

    void takesFilesAlsoOverATextField()
    {
        Window window;
        const auto mime = urls({sample("package")});
        mime->setText(QStringLiteral("as file managers do"));
        QVERIFY(window.enter(*mime, window.filter));
        QVERIFY(window.overlayShown());
        QSignalSpy dropped(window.catcher, &DropCatcher::dropped);
        QVERIFY(window.drop(*mime, window.filter));
        QTRY_COMPARE(dropped.size(), 1);
        QCOMPARE(window.filter->text(), QString());
    }

    void leavesTextToATextField()
    {
        Window window;
        QMimeData mime;
        mime.setText(sample("package"));
        (void)window.enter(mime, window.filter);
        QVERIFY(!window.overlayShown());
        QVERIFY(window.enter(mime, &window)); // elsewhere a path is a path
        QVERIFY(window.overlayShown());
        mime.setText(QStringLiteral("hello"));
        Window other;
        QVERIFY(!other.enter(mime, &other));
    }

    void goesWhenTheDragGoes()
    {
        Window window;
        const auto mime = urls({sample("package")});
        (void)window.enter(*mime, window.filter);
        window.leave(window.filter);
        (void)window.enter(*mime, &window); // only from one widget to the next
        QTest::qWait(150);                  // nothing to wait for: it must stay
        QVERIFY(window.overlayShown());
        window.leave(&window);
        QTRY_VERIFY(!window.overlayShown());
        QVERIFY(!window.drop(*mime, &window)); // nothing is over the window
    }

    void letsNothingBeMovedAway()
    {
        Window window;
        QVERIFY(!window.enter(*urls({sample("package")}), &window, Qt::MoveAction));
        QVERIFY(!window.overlayShown());
    }

    void aDialogInFrontIsNotBypassed()
    {
        Window window;
        QWidget dialog(&window, Qt::Dialog);
        dialog.setWindowModality(Qt::WindowModal);
        dialog.show();
        QVERIFY(!window.enter(*urls({sample("package")}), &window));
    }

    void growsWithTheWindow()
    {
        Window window;
        (void)window.enter(*urls({sample("package")}), &window);
        window.resize(1000, 700);
        QTRY_COMPARE(window.catcher->overlay()->size(), QSize(1000, 700));
    }

    void aDragThatGoesAtOnceIsForgotten()
    {
        Window window;
        for (int i = 0; i < 20; ++i) {
            (void)window.enter(*urls({sample(i % 2 == 0 ? "package" : "owner.key")}), &window);
        }
        QTRY_COMPARE(window.texts().constLast(), QStringLiteral("Import key file owner.key"));
        window.leave(&window);
        QTRY_VERIFY(!window.overlayShown());
    }

    // Not only sent events: the looks of it, in a window of an ordinary size and in a small one.
    void canBeLookedAt()
    {
        const QString folder = qEnvironmentVariable("STREAMDESK_SCREENSHOTS");
        if (folder.isEmpty()) {
            QSKIP("only with STREAMDESK_SCREENSHOTS set");
        }
        for (const auto appearance : {ui::Appearance::Light, ui::Appearance::Dark}) {
            m_theme->setAppearance(appearance);
            const QString suffix =
                appearance == ui::Appearance::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            const auto save = [&](Window &window, const char *name) {
                QTRY_VERIFY(!window.texts().constFirst().startsWith(QLatin1String("Looking")));
                QTest::qWait(30); // for the paint
                QVERIFY(
                    window.grab().save(QStringLiteral("%1/drop-%2-%3.png").arg(folder, QLatin1String(name), suffix)));
            };
            Window mixed;
            (void)mixed.enter(*urls({sample("package"), accessFile(), sample("owner.key"), sample("telemetry.csv")}),
                              &mixed);
            save(mixed, "mixed");
            Window nothing;
            nothing.resize(560, 400);
            (void)nothing.enter(*urls({sample("telemetry.csv"), sample("README.md"), QStringLiteral("/dev/null"),
                                       QStringLiteral("/nowhere"), QStringLiteral("/x")}),
                                &nothing);
            save(nothing, "nothing");
        }
        m_theme->setAppearance(ui::Appearance::Light);
    }

private:
    static QString shortName(const QString &path)
    {
        recognition::Recognition found;
        found.given = path.toStdString();
        return ui::shortName(found);
    }

    std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(TestDropCatcher)

#include "test_drop_catcher.moc"
