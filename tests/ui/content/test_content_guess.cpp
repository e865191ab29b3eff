// What bytes are taken for, and delimited text and bytes as rows.
#include "ui/content/bytes_text.h"
#include "ui/content/content_guess.h"
#include "ui/content/delimited_text.h"
#include "ui/content/shown_content.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

#include <algorithm>

using namespace streamdesk;
using ui::ContentGuess;
using ui::ContentLook;
using ui::DelimitedText;
using Begin = package::Content::Begin;
using End = package::Content::End;

namespace {

std::span<const std::byte> bytesOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::byte *>(bytes.constData()), std::size_t(bytes.size())};
}

crypto::WipedBytes wiped(const QByteArray &bytes)
{
    crypto::WipedBytes memory(std::size_t(bytes.size()));
    std::ranges::copy(bytesOf(bytes), memory.append(std::size_t(bytes.size())).begin());
    return memory;
}

package::Content content(const QByteArray &bytes, Begin begin = Begin::OfData, End end = End::OfData)
{
    package::Content made;
    made.bytes = wiped(bytes);
    made.begin = begin;
    made.end = end;
    return made;
}

QByteArray imageFile(int width, int height, const char *format = "PNG")
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

class TestContentGuess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("look");
        const auto row = [](const char *name, const QByteArray &bytes, ContentLook look) {
            QTest::newRow(name) << bytes << int(look);
        };
        row("empty", "", ContentLook::Text);
        row("words", "Just some words.\nAnd, now and then, a comma.\nBut no table.\n", ContentLook::Text);
        row("csv", "time,lat\n1,52.5\n2,52.6\n", ContentLook::Table);
        row("semicolons", "a;b;c\r\n1,5;2,5;3\r\n1;2;3\r\n", ContentLook::Table);
        row("tabs", "a\tb\n1\t2\n", ContentLook::Table);
        row("csv with quotes", "a,b\n\"x, y\",2\n\"line\nbreak\",3\n", ContentLook::Table);
        row("one line", "a,b,c\n", ContentLook::Text);
        row("json", " {\"a\": [1, 2, {\"b\": null}]}\n", ContentLook::Tree);
        row("json list", "[1,2,3]", ContentLook::Tree);
        row("broken json", "{\"a\": [1, 2", ContentLook::Text);
        row("json lines", "{\"a\":1,\"b\":2}\n{\"a\":2,\"b\":2}\n", ContentLook::Tree);
        row("png", imageFile(3, 2), ContentLook::Image);
        row("binary", QByteArray("\x00\x01\x02\xff\xfe", 5), ContentLook::Hex);
        row("UTF-8", "Größe,Ort\n1,Zürich\n", ContentLook::Table);
        row("Latin-1",
            "Gr\xf6\xdf"
            "e,Ort\n1,Z\xfcrich\n",
            ContentLook::Table);
        row("UTF-16", QByteArray("\xff\xfe", 2) + QByteArray("a\0,\0b\0\n\0001\0,\0002\0\n\0", 16), ContentLook::Table);
    }
    void looks()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, look);
        QCOMPARE(int(ui::guessContent(bytesOf(bytes), Begin::OfData, End::OfData).look), look);
    }

    void suffixes()
    {
        QCOMPARE(ui::suffixFor(content("time,lat\n1,52.5\n")), QStringLiteral("csv"));
        QCOMPARE(ui::suffixFor(content("a\tb\n1\t2\n")), QStringLiteral("tsv"));
        QCOMPARE(ui::suffixFor(content("{\"a\": 1}")), QStringLiteral("json"));
        QCOMPARE(ui::suffixFor(content("{\"a\": [1, 2,", Begin::OfData, End::Limit)), QStringLiteral("json"));
        QCOMPARE(ui::suffixFor(content("{\"a\": 1}\n{\"a\": 2}\n")), QStringLiteral("jsonl"));
        QCOMPARE(ui::suffixFor(content("words")), QStringLiteral("txt"));
        QCOMPARE(ui::suffixFor(content(imageFile(2, 2))), QStringLiteral("png"));
        QCOMPARE(ui::suffixFor(content(imageFile(2, 2, "JPG"))), QStringLiteral("jpg"));
        QCOMPARE(ui::suffixFor(content(QByteArray("\x00\x01", 2))), QStringLiteral("data"));
    }

    void encodings()
    {
        const auto textOf = [](const QByteArray &bytes) {
            const ContentGuess guess = ui::guessContent(bytesOf(bytes), Begin::OfData, End::OfData);
            return guess.isText ? ui::decodedText(bytesOf(bytes), guess.encoding) : QString();
        };
        QCOMPARE(textOf("\xef\xbb\xbf"
                        "f\xc3\xbc"
                        "nf"),
                 QStringLiteral("fünf"));
        QCOMPARE(textOf("f\xc3\xbcnf"), QStringLiteral("fünf"));
        QCOMPARE(textOf("f\xfcnf"), QStringLiteral("fünf"));
        QCOMPARE(textOf(QByteArray("\xff\xfe"
                                   "f\0\xfc\0",
                                   6)),
                 QStringLiteral("fü"));
        QCOMPARE(textOf(QByteArray("\xfe\xff\0f\0\xfc", 6)), QStringLiteral("fü"));
    }

    void bordersOfChunksCutNoGuess()
    {
        // In the middle of a character at both ends, and of a line.
        const QByteArray bytes = QByteArray("\xbc"
                                            "rich,7\n1,Bern,8\n2,Z\xc3\xbcrich,9\n3,B\xc3");
        const ContentGuess guess = ui::guessContent(bytesOf(bytes), Begin::InLine, End::Limit);
        QVERIFY(guess.isText);
        QCOMPARE(guess.encoding, QStringConverter::Utf8);
        QCOMPARE(guess.delimiter, QChar(u','));
        QVERIFY(!ui::decodedText(bytesOf(bytes), guess.encoding).contains(QChar::ReplacementCharacter));

        const QByteArray lines = "1}\n{\"a\":2}\n{\"a\":3}\n{\"a\":";
        QVERIFY(ui::guessContent(bytesOf(lines), Begin::InLine, End::Limit).json == ContentGuess::Json::Lines);
        QVERIFY(ui::guessContent(bytesOf(lines), Begin::OfData, End::OfData).json == ContentGuess::Json::None);
    }

    void cells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("rows"); // cells joined by |
        const auto row = [](const char *name, const char *text, const QStringList &rows) {
            QTest::newRow(name) << QString::fromUtf8(text) << rows;
        };
        row("plain", "a,b\n1,2\n", {QStringLiteral("a|b"), QStringLiteral("1|2")});
        row("no line break at the end", "a,b\n1,2", {QStringLiteral("a|b"), QStringLiteral("1|2")});
        row("carriage returns", "a,b\r\n1,2\r\n", {QStringLiteral("a|b"), QStringLiteral("1|2")});
        row("empty cells", ",\n,,x\n", {QStringLiteral("|"), QStringLiteral("||x")});
        row("empty line", "a\n\nb\n", {QStringLiteral("a"), QString(), QStringLiteral("b")});
        row("quoted delimiter", "\"a,b\",c\n", {QStringLiteral("a,b|c")});
        row("quoted line break", "\"a\nb\",c\nd\n", {QStringLiteral("a\nb|c"), QStringLiteral("d")});
        row("doubled quotes", "\"a\"\"b\",\"\"\n", {QStringLiteral("a\"b|")});
        row("quote inside a cell", "5\" pipe,x\ny,z\n", {QStringLiteral("5\" pipe|x"), QStringLiteral("y|z")});
        row("never closed", "a,\"b\nc", {QStringLiteral("a|b\nc")});
        row("behind a closing quote", "\"a\"b,c\n", {QStringLiteral("ab|c")});
        row("nothing", "", {});
    }
    void cells()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, rows);
        const DelimitedText table(text, u',');
        QStringList found;
        for (int row = 0; row < table.rowCount(); ++row) {
            found.append(table.row(row).join(u'|'));
        }
        QCOMPARE(found, rows);
    }

    void tablesHaveLimits()
    {
        const DelimitedText wide(QStringLiteral("x") + QStringLiteral(",x").repeated(500), u',');
        QCOMPARE(wide.columnCount(), DelimitedText::mostColumns);
        QCOMPARE(wide.row(0).size(), qsizetype(DelimitedText::mostColumns));
        const DelimitedText longOne(QStringLiteral("a\n").repeated(10), u',', 4);
        QCOMPARE(longOne.rowCount(), 4);
        QVERIFY(longOne.hasMoreRows());
        QVERIFY(!DelimitedText(QStringLiteral("a\n").repeated(4), u',', 4).hasMoreRows());
    }

    void namesOfColumns()
    {
        const auto first = ui::prepareContent(content("time,lat\n1,52.5\n2,52.6\n"));
        QCOMPARE(first->names, (QStringList{QStringLiteral("time"), QStringLiteral("lat")}));
        QCOMPARE(first->skippedRows, 1);
        const auto without = ui::prepareContent(content("1,52.5\n2,52.6\n"));
        QVERIFY(without->names.isEmpty());
        QCOMPARE(without->skippedRows, 0);
        package::Content later = content("5,52.9\n3,52.7\n4,52.8\n", Begin::InLine, End::Limit);
        later.firstLine = wiped("time,lat");
        const auto behind = ui::prepareContent(std::move(later));
        QCOMPARE(behind->names, (QStringList{QStringLiteral("time"), QStringLiteral("lat")}));
        QCOMPARE(behind->table.row(0), (QStringList{QStringLiteral("3"), QStringLiteral("52.7")}));
        QVERIFY(behind->rowCut);
    }

    void textsHaveLimits()
    {
        const auto cut = ui::prepareContent(content(QByteArray(5000, 'x') + "\n\nend"));
        QVERIFY(cut->linesCut);
        QVERIFY(!cut->textCut);
        QCOMPARE(cut->text, QString(4096, u'x') + QStringLiteral("…\n\nend"));
        const auto large = ui::prepareContent(content(QByteArray("0123456789\n").repeated(30'000)));
        QVERIFY(large->textCut);
        QCOMPARE(large->text.size(), qsizetype(262'144));
    }

    void imagesHaveLimits()
    {
        const auto small = ui::prepareContent(content(imageFile(30, 20)));
        QCOMPARE(small->image.size(), QSize(30, 20));
        const auto wide = ui::prepareContent(content(imageFile(4096, 8)));
        QCOMPARE(wide->image.width(), 2048);
        QCOMPARE(wide->imageSize, QSize(4096, 8));
        const auto broken = ui::prepareContent(content(imageFile(30, 20).first(40)));
        QVERIFY(broken->image.isNull());
        // A header that claims more pixels than anybody has memory for.
        QByteArray bomb = imageFile(1, 1);
        bomb.replace(16, 8, QByteArray("\x00\x00\x75\x30\x00\x00\x75\x30", 8)); // width and height
        quint32 crc = 0xffffffff;
        for (qsizetype i = 12; i < 29; ++i) {
            crc ^= quint8(bomb[i]);
            for (int bit = 0; bit < 8; ++bit) {
                crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
            }
        }
        for (int i = 0; i < 4; ++i) {
            bomb[29 + i] = char(quint8(~crc >> unsigned(24 - 8 * i)));
        }
        const auto refused = ui::prepareContent(content(bomb));
        QCOMPARE(refused->imageSize, QSize(30'000, 30'000));
        QVERIFY(refused->image.isNull());
    }

    void hexLines()
    {
        const QByteArray bytes = QByteArray("time,lat,lon\n\x00\xff~!", 17);
        QCOMPARE(ui::hexLine(bytesOf(bytes), 0),
                 QStringLiteral("00000000  74 69 6d 65 2c 6c 61 74  2c 6c 6f 6e 0a 00 ff 7e  |time,lat,lon...~|"));
        QCOMPARE(ui::hexLine(bytesOf(bytes), 1),
                 QStringLiteral("00000010  21                                                |!|"));
        ui::BytesModel model;
        model.setBytes(nullptr, bytesOf(bytes));
        QCOMPARE(model.rowCount(), 2);
    }
};

QTEST_MAIN(TestContentGuess)

#include "test_content_guess.moc"
