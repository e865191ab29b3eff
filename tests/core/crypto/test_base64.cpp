// Base64: the test vectors of RFC 4648, section 10, and everything that only looks like it.
#include "core/crypto/base64.h"
#include "tests/support/expect.h"

using namespace streamdesk;

class TestBase64 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheRfc_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("text");
        const auto row = [](const char *name, const std::string &bytes, const char *text) {
            QTest::newRow(name) << bytes << std::string(text);
        };
        row("0", "", "");
        row("1", "f", "Zg==");
        row("2", "fo", "Zm8=");
        row("3", "foo", "Zm9v");
        row("4", "foob", "Zm9vYg==");
        row("5", "fooba", "Zm9vYmE=");
        row("6", "foobar", "Zm9vYmFy");
        row("the last letters", "\xfb\xff\xfe", "+//+");
        row("zero bytes", std::string(3, '\0'), "AAAA");
    }

    void agreesWithTheRfc()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, text);
        QCOMPARE(crypto::toBase64(bytes), text);
        QVERIFY(crypto::fromBase64(text) == bytes);
    }

    void refusesWhatOnlyLooksLikeIt()
    {
        for (const char *text : {"Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v=", "=", "====", "Zm 9v", "Zm9v\n", " Zm9v",
                                 "Zm9-", "Zm9_", "Zm\xc3\xa9v", "Zg==Zg=="}) {
            QVERIFY2(!crypto::fromBase64(text), text);
        }
        QVERIFY(!crypto::fromBase64(std::string_view("Zm9v\0", 5)));
    }
};

QTEST_APPLESS_MAIN(TestBase64)
#include "test_base64.moc"
