// Field rules: the reference's output for each of its rules, and the leaks it has, which are refused here.
#include "core/stream/field_encryption.h"
#include "core/stream/field_rules.h"
#include "tests/support/expect.h"
#include "tests/support/json.h"

#include "core/crypto/hex.h"

using namespace streamdesk;
using stream::FieldRules;
using stream::RuleMode;

namespace {

FieldRules rulesOf(const json::Tree &row)
{
    json::Tree::Object file;
    file.emplace("rules", test::at(row, "rules"));
    if (test::has(row, "defaultAction")) {
        file.emplace("defaultAction", test::at(row, "defaultAction"));
    }
    return stream::readFieldRules(test::canonical(json::Tree(std::move(file))));
}

FieldRules rules(const std::string &list, const std::string &more = {})
{
    return stream::readFieldRules("{\"rules\": [" + list + "]" + more + "}");
}

crypto::FieldKey keyOf(const json::Tree &vectors)
{
    crypto::FieldKey key;
    if (!crypto::decodeHex(test::text(vectors, "encryptionKeyHex"), key.bytes())) {
        throw std::runtime_error("the vectors have no key");
    }
    return key;
}

std::string applied(const std::string &fields, const FieldRules &rules, RuleMode mode = RuleMode::Careful)
{
    const crypto::FieldKey key;
    return test::canonical(stream::applyFieldRules(test::tree(fields), rules, &key, mode));
}

} // namespace

class TestFieldRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheReference_data()
    {
        QTest::addColumn<int>("row");
        m_vectors = test::treeOfVectors("field-rules.json");
        const auto &cases = *test::at(m_vectors, "cases").array();
        for (std::size_t i = 0; i < cases.size(); ++i) {
            QTest::newRow(test::text(cases[i], "name").c_str()) << static_cast<int>(i);
        }
    }

    void agreesWithTheReference()
    {
        QFETCH(int, row);
        const json::Tree &vector = (*test::at(m_vectors, "cases").array())[static_cast<std::size_t>(row)];
        const json::Tree output =
            stream::applyFieldRules(test::at(vector, "fields"), rulesOf(vector), nullptr, RuleMode::AsReference);
        QCOMPARE(test::canonical(output), test::canonical(test::at(vector, "output")));
    }

    void opensWhatTheReferenceEncrypted()
    {
        const json::Tree vectors = test::treeOfVectors("field-rules.json");
        const json::Tree &vector = test::at(vectors, "encrypt");
        const crypto::FieldKey key = keyOf(vectors);
        const stream::OpenedFields opened = stream::openEncryptedFields(test::at(vector, "output"), key);
        QCOMPARE(opened.opened.size(), test::at(vector, "rules").array()->size());
        QVERIFY(opened.closed.empty());
        QCOMPARE(test::canonical(opened.payload), test::canonical(test::at(vector, "fields")));
        for (const json::Tree &rule : *test::at(vector, "rules").array()) {
            QCOMPARE(test::canonical(test::at(opened.payload, test::text(rule, "fieldPath"))),
                     test::text(rule, "plaintext"));
        }

        const json::Tree ours =
            stream::applyFieldRules(test::at(vector, "fields"), rulesOf(vector), &key, RuleMode::AsReference);
        QVERIFY(stream::isEncryptedField(test::at(ours, "gps")));
        QVERIFY(!test::canonical(ours).empty() && test::canonical(ours).find("Alice") == std::string::npos);
        QCOMPARE(test::canonical(stream::openEncryptedFields(ours, key).payload),
                 test::canonical(test::at(vector, "fields")));
    }

    void saysWhatDoesNotOpenAndLeavesIt()
    {
        const crypto::FieldKey zero;
        crypto::FieldKey other;
        other.bytes().front() = std::byte{1};
        json::Tree::Object fields;
        fields.emplace("mine", stream::encryptedField(test::tree("[1.0]"), zero));
        json::Tree::Array list;
        list.push_back(stream::encryptedField(test::tree("2"), other));
        fields.emplace("list", std::move(list));
        fields.emplace("odd", test::tree(R"({"__encrypted": true, "ciphertext": "####", "algorithm": "AES-256-GCM"})"));
        json::Tree newer = stream::encryptedField(test::tree("3"), zero); // would open, were it not for its name
        newer.object()->insert_or_assign("algorithm", json::Tree(std::string("AES-512")));
        fields.emplace("new", std::move(newer));
        fields.emplace("cut", test::tree(R"({"__encrypted": true, "algorithm": "AES-256-GCM"})"));
        fields.emplace("none", test::tree(R"({"__encrypted": false})"));
        const json::Tree before(std::move(fields));
        const stream::OpenedFields result = stream::openEncryptedFields(before, zero);
        QCOMPARE(result.opened, std::vector<std::string>{"mine"});
        std::vector<std::string> closed;
        for (const auto &field : result.closed) {
            closed.push_back(field.path);
        }
        QCOMPARE(closed, (std::vector<std::string>{"cut", "list.0", "new", "odd"}));
        QCOMPARE(test::canonical(test::at(result.payload, "mine")), std::string("[1.0]"));
        QCOMPARE(test::canonical(test::at(result.payload, "list")), test::canonical(test::at(before, "list")));
    }

    void namesTheFieldThatARuleCannotHide_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("exclude") << QByteArray(R"({"x.y": 1})")
                                 << QByteArray(R"({"fieldPath": "x.y", "action": "exclude"})") << QByteArray("x.y");
        QTest::newRow("encrypt, deep") << QByteArray(R"({"a": {"x.y": 1, "b": 2}})")
                                       << QByteArray(R"({"fieldPath": "a.x", "action": "encrypt"})")
                                       << QByteArray("a.x.y");
        QTest::newRow("anonymize, below a dotted name")
            << QByteArray(R"({"x.y": {"z": 1, "b": 2}})")
            << QByteArray(R"({"fieldPath": "x.y.z", "action": "anonymize", "anonymizeStrategy": "redact"})")
            << QByteArray("x.y.z");
        QTest::newRow("a path that also fits a dotted name")
            << QByteArray(R"({"gps": {"lat": 1}, "gps.lat": 1})")
            << QByteArray(R"({"fieldPath": "gps.lat", "action": "exclude"})") << QByteArray("gps.lat");
        QTest::newRow("empty name") << QByteArray(R"({"": 1})")
                                    << QByteArray(R"({"fieldPath": "", "action": "exclude"})") << QByteArray("");
    }

    void namesTheFieldThatARuleCannotHide()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, field);
        const auto error = test::thrownBy<StreamValidationError>(
            [&] { (void)applied(fields.toStdString(), rules(rule.toStdString())); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::LeakingRule);
        QCOMPARE(error->context().field, "\"" + field.toStdString() + "\"");
        (void)applied(fields.toStdString(), rules(rule.toStdString()), RuleMode::AsReference); // goes through
    }

    // Only where something was to be hidden: what is published anyway may be called anything.
    void dottedNamesMayBeIncluded()
    {
        QCOMPARE(applied(R"({"x.y": 1, "z": 2})", rules(R"({"fieldPath": "z", "action": "exclude"})")),
                 std::string(R"({"x.y":1})"));
        QCOMPARE(applied(R"({"a": {"x.y": 1}})", rules(R"({"fieldPath": "a", "action": "exclude"})")),
                 std::string("{}"));
    }

    void misspelledRulesAreRefusedAndNamed_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("action") << QByteArray(R"({"fieldPath": "a", "action": "Exclude"})") << QByteArray()
                                << QByteArray("rules[0].action");
        QTest::newRow("strategy") << QByteArray(
            R"({"fieldPath": "a", "action": "anonymize", "anonymizeStrategy": "hsah"})")
                                  << QByteArray() << QByteArray("rules[0].anonymizeStrategy");
        QTest::newRow("no strategy") << QByteArray(R"({"fieldPath": "a", "action": "anonymize"})") << QByteArray()
                                     << QByteArray("rules[0].anonymizeStrategy");
        QTest::newRow("default") << QByteArray() << QByteArray(R"(, "defaultAction": "anonymize")")
                                 << QByteArray("defaultAction");
    }

    void misspelledRulesAreRefusedAndNamed()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, more);
        QFETCH(QByteArray, field);
        const FieldRules read = rules(rule.toStdString(), more.toStdString());
        const auto error = test::thrownBy<StreamValidationError>([&] { (void)applied(R"({"a": 1})", read); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::InvalidRule);
        QCOMPARE(error->context().field, field.toStdString());
    }

    void asReferenceATopFieldWithoutANameStaysAsItIs()
    {
        for (const char *rule :
             {R"({"fieldPath": "", "action": "exclude"})", R"({"fieldPath": "", "action": "encrypt"})"}) {
            QCOMPARE(applied(R"({"": 1})", rules(rule), RuleMode::AsReference), std::string(R"({"":1})"));
        }
        QCOMPARE(applied(R"({"a": {"": 1, "b": 2}})", rules(R"({"fieldPath": "a.", "action": "exclude"})")),
                 std::string(R"({"a":{"b":2}})"));
    }

    void asReferenceUnknownActionsDoNothingAndUnknownStrategiesRedact()
    {
        QCOMPARE(applied(R"({"a": 1})", rules(R"({"fieldPath": "a", "action": "Exclude"})"), RuleMode::AsReference),
                 std::string(R"({"a":1})"));
        QCOMPARE(applied(R"({"a": 1})", rules(R"({"fieldPath": "a", "action": "anonymize", "anonymizeStrategy": "x"})"),
                         RuleMode::AsReference),
                 std::string(R"({"a":{"__anonymized":true,"strategy":"x","value":"[REDACTED]"}})"));
        const auto error = test::thrownBy([] {
            (void)applied(R"({"a": 1})", rules(R"({"fieldPath": "a", "action": "anonymize"})"), RuleMode::AsReference);
        });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::InvalidRule);
    }

    // The bounds of the largest and the smallest doubles are none themselves; the reference fails there too.
    void aNumberWithoutARangeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QByteArray>("words"); // empty: it has a range
        QTest::newRow("largest") << QByteArray("1.7976931348623157e308") << QByteArray("too large");
        QTest::newRow("negative, largest") << QByteArray("-1e308") << QByteArray();
        QTest::newRow("no double") << QByteArray("1e309") << QByteArray("too large");
        QTest::newRow("smallest") << QByteArray("5e-324") << QByteArray("too small");
        QTest::newRow("its double") << QByteArray("-1e-323") << QByteArray("too small");
        QTest::newRow("large") << QByteArray("9.9e307") << QByteArray();
        QTest::newRow("small") << QByteArray("2e-323") << QByteArray();
    }

    void aNumberWithoutARangeIsRefused()
    {
        QFETCH(QByteArray, number);
        QFETCH(QByteArray, words);
        const FieldRules generalize =
            rules(R"({"fieldPath": "a", "action": "anonymize", "anonymizeStrategy": "generalize"})");
        const auto error = test::thrownBy<StreamValidationError>(
            [&] { (void)applied("{\"a\": {\"b\": [" + number.toStdString() + "]}}", generalize); });
        QCOMPARE(error.has_value(), !words.isEmpty());
        if (error) {
            QCOMPARE(error->code(), ErrorCode::InvalidNumber);
            QVERIFY2(std::string_view(error->what()).find(words.constData()) != std::string_view::npos, error->what());
            QCOMPARE(error->context().field, std::string("a"));
        }
    }

    // A tree that deep could not even be freed.
    void aNameWithMoreDotsThanAPackageIsDeepIsRefused()
    {
        const auto fields = [](std::size_t dots) { return "{\"" + std::string(dots, '.') + "\": 1}"; };
        const FieldRules encrypt = rules("", R"(, "defaultAction": "encrypt")");
        (void)applied(fields(255), encrypt, RuleMode::AsReference);
        const auto error = test::thrownBy([&] { (void)applied(fields(256), encrypt, RuleMode::AsReference); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::JsonLimit);
    }

    void encryptingNeedsAKey()
    {
        const auto error = test::thrownBy([] {
            (void)stream::applyFieldRules(test::tree(R"({"a": {"b": 1, "c": 2}})"),
                                          rules(R"({"fieldPath": "a.b", "action": "encrypt"})"), nullptr,
                                          RuleMode::Careful);
        });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::EmptyValue);
        QCOMPARE(error->context().field, std::string("a.b"));
    }

    void malformedRuleFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no JSON") << QByteArray("{") << ErrorCode::InvalidJson;
        QTest::newRow("a list") << QByteArray("[]") << ErrorCode::MissingField;
        QTest::newRow("no rules") << QByteArray("{}") << ErrorCode::MissingField;
        QTest::newRow("rules no list") << QByteArray(R"({"rules": {}})") << ErrorCode::WrongType;
        QTest::newRow("rule no object") << QByteArray(R"({"rules": [1]})") << ErrorCode::MissingField;
        QTest::newRow("no path") << QByteArray(R"({"rules": [{"action": "include"}]})") << ErrorCode::MissingField;
        QTest::newRow("path no text") << QByteArray(R"({"rules": [{"fieldPath": 1, "action": "include"}]})")
                                      << ErrorCode::WrongType;
        QTest::newRow("too large") << QByteArray(static_cast<int>(stream::maxRulesBytes) + 1, ' ')
                                   << ErrorCode::JsonLimit;
    }

    void malformedRuleFilesAreRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(ErrorCode, code);
        const auto error = test::thrownBy([&] { (void)stream::readFieldRules(text.toStdString()); });
        QVERIFY(error);
        QCOMPARE(error->code(), code);
    }

    void readsSnakeCase()
    {
        const FieldRules read = stream::readFieldRules(
            R"({"topic": "/gps", "default_action": "exclude", "rules": [{"field_path": "a", "action": "anonymize", "anonymize_strategy": "redact"}]})");
        QCOMPARE(read.topic, std::string("/gps"));
        QCOMPARE(applied(R"({"a": 1, "b": 2})", read),
                 std::string(R"({"a":{"__anonymized":true,"strategy":"redact","value":"[REDACTED]"}})"));
    }

private:
    json::Tree m_vectors;
};

QTEST_APPLESS_MAIN(TestFieldRules)
#include "test_field_rules.moc"
