// What a desk knows, written for another one and read there.
#include "core/keys/desk_file.h"

#include "core/base/errors.h"
#include "core/keys/trust_edits.h"

#include <QTest>

using namespace streamdesk;

namespace {

keys::DeskFile full()
{
    keys::DeskFile file{.created = "2026-11-29T10:00:00Z"};
    crypto::Ed25519PublicKey key;
    key.bytes.fill(std::byte(7));
    keys::trustKey(file.trust, "did:peaq:1", {.key = key, .pinnedBy = "package code"}, "Rover 7");
    file.keys.keys.push_back({.id = "0123456789abcdef0123456789abcdef",
                              .label = "Lab",
                              .kind = keys::KeyKind::X25519,
                              .purpose = keys::Purpose::Buyer,
                              .publicPart = std::string(64, 'a'),
                              .created = "2026-11-01T10:00:00Z"});
    file.settings = json::Tree(json::Tree::Object{{"appearance", json::Tree(std::string("dark"))}});
    return file;
}

std::string changed(const std::string &from, const std::string &to)
{
    std::string text = keys::deskFileText(full());
    return text.replace(text.find(from), from.size(), to);
}

} // namespace

class TestDeskFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
};

void TestDeskFile::comesBackAsItWas()
{
    const std::string text = keys::deskFileText(full());
    const keys::DeskFile back = keys::parseDeskFile(text);
    QCOMPARE(keys::deskFileText(back), text);
    QVERIFY(back.keys.keys == full().keys.keys);
    QCOMPARE(back.trust.machines.front().label, std::string("Rover 7"));
}

void TestDeskFile::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("code");
    QTest::addRow("of a newer program") << changed("streamdesk.desk.v1", "streamdesk.desk.v2")
                                        << int(ErrorCode::UnsupportedSchema);
    QTest::addRow("with the keys of a newer one")
        << changed("streamdesk.keys.v1", "streamdesk.keys.v2") << int(ErrorCode::UnsupportedSchema);
    QTest::addRow("with trust of a newer one")
        << changed("streamdesk.trust.v1", "streamdesk.trust.v2") << int(ErrorCode::InvalidTrustFile);
    QTest::addRow("a list for an object")
        << changed("\"settings\": {\n    \"appearance\": \"dark\"\n  }", "\"settings\": []")
        << int(ErrorCode::WrongType);
    QTest::addRow("no library") << changed("\"library\"", "\"libary\"") << int(ErrorCode::MissingField);
    QTest::addRow("cut off") << keys::deskFileText(full()).substr(0, 200) << int(ErrorCode::InvalidJson);
}

void TestDeskFile::refusesWhatItDoesNotKnow()
{
    QFETCH(std::string, text);
    QFETCH(int, code);
    try {
        (void)keys::parseDeskFile(text);
        QFAIL("was read");
    } catch (const StreamError &error) {
        QCOMPARE(int(error.code()), code);
    }
}

QTEST_APPLESS_MAIN(TestDeskFile)
#include "test_desk_file.moc"
