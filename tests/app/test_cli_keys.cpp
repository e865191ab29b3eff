// The keys of this desk at the command line: made, imported, used by name, exported, backed up, restored, proven and
// deleted, in the encrypted key file and in a keychain.
#include "core/keys/key_backup.h"
#include "tests/core/keys/key_secrets.h"
#include "tests/support/expect.h"
#include "tests/support/package_fixture.h"
#include "tests/support/program.h"
#include "tests/support/secret_service.h"

#include <QJsonArray>
#include <QTest>

using namespace streamdesk;
using test::jsonOf;
using test::Outcome;
using test::run;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '));
}

QString nameOf(const char *purpose)
{
    return QStringLiteral("my ") + QLatin1String(purpose);
}

constexpr std::array purposes = {"owner", "operator", "machine", "buyer", "signing", "data", "field"};

} // namespace

class TestCliKeys : public QObject
{
    Q_OBJECT

private:
    const test::GoldenPackage m_golden{QStringLiteral("csv")};
    std::unique_ptr<test::Scratch> m_scratch;

    QString path(const std::string &name) const { return m_scratch->qpath(name); }
    QString golden(const char *role, const char *field = "privateKeyHex") const
    {
        return m_golden.keys[QLatin1String(role)].toObject()[QLatin1String(field)].toString();
    }
    // With the passphrase of the key file.
    QStringList opened(const QStringList &arguments) const
    {
        return arguments + QStringList{QStringLiteral("--passphrase-file"), path("words")};
    }
    QStringList withBackup(const QStringList &arguments) const
    {
        return arguments + QStringList{QStringLiteral("--backup-passphrase-file"), path("backup words")};
    }
    // An empty key file that opens quickly; the program keeps to the cost that is in it.
    void quickKeyFile(const std::string &config = "config") const
    {
        const std::filesystem::path file = m_scratch->path(config + "/streamdesk/secrets.json");
        if (!std::filesystem::exists(file)) {
            std::filesystem::create_directories(file.parent_path());
            test::setText(
                file, keys::keyBackupText({}, keys::makeBackupKey(test::passphrase("correct horse"), test::quickCost),
                                          "2026-11-29T10:00:00Z"));
        }
    }
    Outcome generate(const char *purpose, const QString &label) const
    {
        quickKeyFile();
        return run(opened(words("keys generate --home file --purpose")
                          << QLatin1String(purpose) << QStringLiteral("--label") << label));
    }
    // Brings a key of the golden package in from a file as the reference writes it.
    void import(const char *role, const char *purpose) const
    {
        quickKeyFile();
        test::writeFile(path(std::string(role) + ".key"), golden(role).toLatin1() + '\n');
        const Outcome outcome = run(opened(words("keys import --home file --purpose")
                                           << QLatin1String(purpose) << QStringLiteral("--label") << QLatin1String(role)
                                           << path(std::string(role) + ".key")));
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.out, golden(role, "publicKeyHex") + QLatin1Char('\n'));
    }
    QJsonArray listed() const { return jsonOf(run(words("keys list --json")))[QStringLiteral("keys")].toArray(); }
    QString exported(const QString &label) const
    {
        const QString to = path("exported");
        QFile::remove(to);
        const Outcome outcome = run(opened(words("keys export --yes") << label << to));
        return outcome.exitCode == 0 ? QString::fromLatin1(test::readFile(to)).trimmed() : outcome.err;
    }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        qputenv("XDG_CONFIG_HOME", path("config").toLocal8Bit());
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("DISPLAY");
        qunsetenv("WAYLAND_DISPLAY");
        test::writeFile(path("words"), "correct horse\r\nsecond line\n");
        test::writeFile(path("backup words"), "battery staple");
        test::writeFile(path("wrong words"), "correct donkey\n");
    }

    void nothingIsThereAtFirst()
    {
        const Outcome list = run(words("keys list"));
        QCOMPARE(list.exitCode, 0);
        QVERIFY(list.out.isEmpty() && list.err.contains(QStringLiteral("There is no key on this desk yet")));
        QVERIFY2(!QFile::exists(path("config")), "looking made files");
        QCOMPARE(run(words("keys home")).out, QStringLiteral("keychain\n"));
    }

    void everyPurposeIsMadeListedAndShown()
    {
        for (const char *const purpose : purposes) {
            const Outcome made = generate(purpose, nameOf(purpose));
            QCOMPARE(made.exitCode, 0);
            const Outcome shown = run(words("keys show --public") << nameOf(purpose));
            QCOMPARE(shown.out, made.out);
        }
        const QJsonArray keys = listed();
        QCOMPARE(keys.size(), 7);
        const QString table = run(words("keys list")).out;
        for (const QJsonValue &key : keys) {
            const QString label = key[QStringLiteral("label")].toString();
            QVERIFY(table.contains(label));
            QCOMPARE(jsonOf(run(words("keys show --json") << label)), key.toObject());
            // The secret belongs to what is public, and stands in no file of the desk.
            const QString secret = exported(label);
            QCOMPARE(secret.size(), 64);
            for (const char *const name : {"config/streamdesk/keys.json", "config/streamdesk/secrets.json"}) {
                QVERIFY(!test::readFile(path(name)).contains(secret.toLatin1()));
                QCOMPARE(QFile::permissions(path(name)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
            }
        }
        QVERIFY(run(words("keys show") << nameOf("data")).out.contains(QStringLiteral("Address")));
    }

    void namesStandOnceAndCanBeChanged()
    {
        QCOMPARE(generate("buyer", QStringLiteral("Lab")).exitCode, 0);
        const Outcome again = generate("buyer", QStringLiteral("Lab"));
        QCOMPARE(again.exitCode, 1);
        QVERIFY(again.err.contains(QStringLiteral("another key has this name already")));
        QCOMPARE(run(words("keys rename Lab Lab2")).exitCode, 0);
        QCOMPARE(run(words("keys show Lab")).exitCode, 1);
        QCOMPARE(run(words("keys show Lab2")).exitCode, 0);
        QCOMPARE(generate("buyer", QStringLiteral("x\ny")).exitCode, 1);
    }

    // A whole sale with keys that never lie in a file again.
    void keysAreUsedByTheirNames()
    {
        import("owner", "owner");
        import("buyer", "buyer");
        import("signing", "signing");
        const QString data = m_golden.folder + QStringLiteral("/source.bin");
        QStringList publish =
            words("publish --machine-did did:peaq:1 --machine-key-id did:peaq:1#1 --signing-key signing");
        for (const char *const role : {"owner", "operator", "machine"}) {
            publish << QStringLiteral("--%1-public-key").arg(QLatin1String(role)) << golden(role, "publicKeyHex");
        }
        publish << QStringLiteral("--input") << data << QStringLiteral("--output-dir") << path("package");
        QCOMPARE(run(opened(publish)).exitCode, 0);
        const Outcome verified = run(opened(words("verify --signing-key signing --receipt")
                                            << path("receipt") << path("package") << QStringLiteral("--json")));
        QCOMPARE(verified.exitCode, 0);
        QCOMPARE(jsonOf(verified)[QStringLiteral("signer")][QStringLiteral("publicKeyHex")].toString(),
                 golden("signing", "publicKeyHex"));
        QVERIFY(QFile::exists(path("receipt")));
        const Outcome granted = run(opened(words("grant --owner-key owner --buyer-id lab --buyer-public-key")
                                           << golden("buyer", "publicKeyHex") << QStringLiteral("--chunk-dir")
                                           << path("package") << QStringLiteral("--output-dir") << path("access")));
        QVERIFY2(granted.exitCode == 0, qPrintable(granted.err));
        const QStringList consume = words("consume --buyer-id lab --output")
                                    << path("out") << QStringLiteral("--chunk-dir") << path("package")
                                    << QStringLiteral("--data-dir") << path("package") << QStringLiteral("--access-dir")
                                    << path("access");
        QCOMPARE(run(opened(consume + words("--buyer-key buyer"))).exitCode, 0);
        QCOMPARE(test::readFile(path("out")), test::readFile(data));
        for (const QJsonValue &key : listed()) {
            QVERIFY(!key[QStringLiteral("lastUsed")].toString().isEmpty());
        }

        // What does not go, and how that ends.
        QCOMPARE(run(consume).exitCode, 2);
        QCOMPARE(
            run(opened(consume + words("--buyer-key buyer --buyer-private-key-file") + QStringList{path("buyer.key")}))
                .exitCode,
            2);
        const Outcome unknown = run(opened(consume + words("--buyer-key nobody")));
        QCOMPARE(unknown.exitCode, 1);
        QVERIFY(unknown.err.contains(QStringLiteral("nobody: there is no key of this name on this desk")));
        const Outcome otherKind = run(opened(consume + words("--buyer-key signing")));
        QCOMPARE(otherKind.exitCode, 1);
        QVERIFY(otherKind.err.contains(QStringLiteral("ed25519; this needs x25519")));
        const Outcome closed = run(consume + words("--buyer-key buyer")); // nobody to ask
        QCOMPARE(closed.exitCode, 1);
        QVERIFY2(closed.err.contains(QStringLiteral("--passphrase-file")), qPrintable(closed.err));
        const Outcome wrong =
            run(consume + words("--buyer-key buyer --passphrase-file") + QStringList{path("wrong words")});
        QCOMPARE(wrong.exitCode, 1);
        QVERIFY(wrong.err.contains(QStringLiteral("does not open with this passphrase")));
    }

    void readingsAreSignedAndOpenedByName()
    {
        QCOMPARE(generate("data", QStringLiteral("rover")).exitCode, 0);
        QCOMPARE(generate("field", QStringLiteral("fields")).exitCode, 0);
        const QString address = run(words("keys show rover --public")).out.trimmed();
        test::writeFile(path("reading.json"), R"({"driver": "Alice", "speed": 12.5})");
        test::writeFile(path("rules.json"), R"({"rules": [{"fieldPath": "driver", "action": "encrypt"}]})");
        const Outcome made = run(opened(words("data sign --signing-key rover --field-key fields --rules")
                                        << path("rules.json") << path("reading.json") << QStringLiteral("--output")
                                        << path("signed.json")));
        QVERIFY2(made.exitCode == 0, qPrintable(made.err));
        QVERIFY(test::readFile(path("signed.json")).contains("did:peaq:" + address.toLatin1().toLower())
                || test::readFile(path("signed.json")).contains("did:peaq:" + address.toLatin1()));
        const Outcome opening = run(opened(words("data open --field-key fields") << path("signed.json")));
        QVERIFY2(opening.exitCode == 0, qPrintable(opening.err));
        QVERIFY(opening.out.contains(QStringLiteral("Alice")));
        QCOMPARE(run(words("data open") << path("signed.json")).exitCode, 2);
    }

    void keysComeInHoweverTheyAreKept()
    {
        quickKeyFile();
        const QString key = golden("signing");
        const auto import = [this](const QStringList &arguments, const QByteArray &input = {}) {
            return run(opened(words("keys import --home file") + arguments), input);
        };
        // The on-robot agent's file says itself what it is.
        test::writeFile(path("agent.json"), "{\"algorithm\": \"ed25519\", \"privateKeyHex\": \"" + key.toLatin1()
                                                + "\", \"publicKeyHex\": \""
                                                + golden("signing", "publicKeyHex").toLatin1() + "\"}");
        const Outcome agent = import(words("--label agent") << path("agent.json"));
        QCOMPARE(agent.out, golden("signing", "publicKeyHex") + QLatin1Char('\n'));
        QCOMPARE(exported(QStringLiteral("agent")), key);
        QVERIFY(import(words("--label x --purpose buyer") << path("agent.json"))
                    .err.contains(QStringLiteral("is not for this purpose")));
        // Through a pipe.
        const Outcome piped =
            import(words("--label piped --purpose owner -"), "0x" + golden("owner").toLatin1() + "\n");
        QCOMPARE(piped.out, golden("owner", "publicKeyHex") + QLatin1Char('\n'));
        // The same key once more, and one of which nobody says what it is for.
        const Outcome twice = import(words("--label twice --purpose buyer -"), golden("owner").toLatin1());
        QCOMPARE(twice.exitCode, 1);
        QVERIFY(twice.err.contains(QStringLiteral("piped: this key is on this desk already")));
        QVERIFY(import(words("--label x -"), golden("buyer").toLatin1()).err.contains(QStringLiteral("--purpose")));
        const Outcome nonsense = import(words("--label x --purpose buyer -"), "4" + golden("buyer").toLatin1());
        QCOMPARE(nonsense.exitCode, 1);
        QVERIFY(!nonsense.err.contains(golden("buyer").left(16)));
        QCOMPARE(listed().size(), 2);
    }

    void backupIsProvenAndRestoredElsewhere()
    {
        for (const char *const purpose : purposes) {
            QCOMPARE(generate(purpose, nameOf(purpose)).exitCode, 0);
        }
        const QString file = path("backup.json");
        const Outcome made = run(opened(withBackup(words("keys backup") << file)));
        QVERIFY2(made.exitCode == 0, qPrintable(made.err));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(run(opened(withBackup(words("keys backup") << file))).exitCode, 1); // is there already
        QCOMPARE(run(opened(withBackup(words("keys backup") << path("x.json") << QStringLiteral("nobody")))).exitCode,
                 1);
        QVERIFY(!QFile::exists(path("x.json")));

        const Outcome drill = run(withBackup(words("keys drill --json") << file));
        QCOMPARE(drill.exitCode, 0);
        QVERIFY(jsonOf(drill)[QStringLiteral("holds")].toBool());
        for (const QJsonValue &key : listed()) {
            QVERIFY(!key[QStringLiteral("lastProven")].toString().isEmpty());
        }
        QMap<QString, QString> secrets;
        for (const char *const purpose : purposes) {
            secrets[nameOf(purpose)] = exported(nameOf(purpose));
        }
        QCOMPARE(run(words("keys import --label x") << file).exitCode, 1); // it says: keys restore

        qputenv("XDG_CONFIG_HOME", path("other computer").toLocal8Bit());
        quickKeyFile("other computer");
        const Outcome early = run(withBackup(words("keys drill") << file));
        QCOMPARE(early.exitCode, 2); // nothing of this desk
        const Outcome restored = run(opened(withBackup(words("keys restore --home file --json") << file)));
        QCOMPARE(jsonOf(restored)[QStringLiteral("restored")].toArray().size(), 7);
        for (const char *const purpose : purposes) {
            QCOMPARE(exported(nameOf(purpose)), secrets[nameOf(purpose)]);
        }
        const Outcome again = run(opened(withBackup(words("keys restore --home file --json") << file)));
        QCOMPARE(jsonOf(again)[QStringLiteral("there")].toArray().size(), 7);
        // The encrypted key file of the first computer is a backup as well.
        const Outcome fromKeyFile = run(opened(words("keys restore --json --backup-passphrase-file")
                                               << path("words") << path("config/streamdesk/secrets.json")));
        QCOMPARE(jsonOf(fromKeyFile)[QStringLiteral("there")].toArray().size(), 7);
    }

    void backupThatCannotBeRightIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("told");
        QTest::newRow("changed") << QByteArray("\"created\": \"2") << QByteArray("\"created\": \"3")
                                 << QStringLiteral("was changed or damaged");
        QTest::newRow("newer") << QByteArray("backup.v1") << QByteArray("backup.v2") << QStringLiteral("newer version");
        QTest::newRow("costly") << QByteArray("268435456") << QByteArray("26843545600")
                                << QStringLiteral("memoryBytes");
        QTest::newRow("cut") << QByteArray("\"sealed\"") << QByteArray() << QStringLiteral("backup.json");
        QTest::newRow("wrong words") << QByteArray("{") << QByteArray("{")
                                     << QStringLiteral("does not open with this passphrase");
    }
    void backupThatCannotBeRightIsRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, told);
        QCOMPARE(generate("buyer", QStringLiteral("Lab")).exitCode, 0);
        const QString file = path("backup.json");
        QCOMPARE(run(opened(withBackup(words("keys backup") << file))).exitCode, 0);
        QByteArray content = test::readFile(file);
        if (to.isEmpty()) {
            content.truncate(content.indexOf(from));
        } else {
            content.replace(from, to);
        }
        test::writeFile(file, content);
        const QString passphrase = from == to ? path("wrong words") : path("backup words");
        for (const char *const command : {"keys drill", "keys restore --home file"}) {
            const Outcome outcome =
                run(opened(words(command) << file << QStringLiteral("--backup-passphrase-file") << passphrase)
                        .mid(0, QString::fromLatin1(command).contains(QStringLiteral("drill")) ? 5 : -1));
            QCOMPARE(outcome.exitCode, 1);
            QVERIFY2(outcome.err.contains(told), qPrintable(outcome.err));
        }
        QCOMPARE(listed().size(), 1);
    }

    void whatCannotBeTakenBackIsAskedFor()
    {
        QCOMPARE(generate("buyer", QStringLiteral("Lab")).exitCode, 0);
        for (const QStringList &command : {words("keys delete Lab"), words("keys export Lab") << path("lab.key")}) {
            const Outcome silent = run(QStringList{QStringLiteral("-q")} + opened(command));
            QCOMPARE(silent.exitCode, 1);
            QVERIFY(silent.err.contains(QStringLiteral("--yes")));
        }
        QVERIFY(!QFile::exists(path("lab.key")));
        QCOMPARE(exported(QStringLiteral("Lab")).size(), 64);
        QCOMPARE(QFile::permissions(path("exported")) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(run(opened(words("keys export --yes Lab") << path("exported"))).exitCode, 1); // is there already
        QCOMPARE(run(opened(words("keys delete --yes Lab"))).exitCode, 0);
        QCOMPARE(listed().size(), 0);
        QCOMPARE(run(opened(words("keys delete --yes Lab"))).exitCode, 1);
    }

    // At a terminal: the passphrase is typed twice and never shown, names are typed to delete.
    void peopleAreAskedAtTheTerminal()
    {
        QProcess terminal;
        const auto start = [&](const QString &arguments) {
            terminal.start(QStringLiteral("script"),
                           {QStringLiteral("-qec"), QStringLiteral("'" CLI_PROGRAM "' keys ") + arguments,
                            QStringLiteral("/dev/null")});
        };
        QString seen;
        const auto waitFor = [&](const char *text) {
            while (!seen.contains(QLatin1String(text)) && terminal.waitForReadyRead(20000)) {
                seen += QString::fromUtf8(terminal.readAll());
            }
            return seen.contains(QLatin1String(text));
        };
        const auto type = [&](const char *text) {
            seen.clear();
            terminal.write(text);
            terminal.waitForBytesWritten();
        };
        const auto end = [&] {
            while (terminal.state() != QProcess::NotRunning && terminal.waitForReadyRead(20000)) {
                seen += QString::fromUtf8(terminal.readAll());
            }
            terminal.waitForFinished();
            seen += QString::fromUtf8(terminal.readAll());
            return terminal.exitCode();
        };
        start(QStringLiteral("generate --home file --purpose buyer --label Lab"));
        QVERIFY(waitFor("New passphrase"));
        type("correct horse\n");
        QVERIFY(waitFor("Once more: "));
        QVERIFY(!seen.contains(QStringLiteral("horse")));
        type("correct hose\n");
        QVERIFY(waitFor("not the same"));
        type("correct horse\n");
        QVERIFY(waitFor("Once more: "));
        type("correct horse\n");
        QCOMPARE(end(), 0);
        QVERIFY(seen.contains(QStringLiteral("Made \"Lab\"")) && !seen.contains(QStringLiteral("horse")));
        QCOMPARE(exported(QStringLiteral("Lab")).size(), 64); // the same words in a file open it

        seen.clear();
        start(QStringLiteral("delete Lab"));
        QVERIFY(waitFor("Type the name of the key"));
        type("lab\n");
        QCOMPARE(end(), 1);
        QVERIFY(seen.contains(QStringLiteral("nothing was done")));
        QCOMPARE(listed().size(), 1);
        seen.clear();
        start(QStringLiteral("delete Lab"));
        QVERIFY(waitFor("Type the name of the key"));
        type("Lab\n");
        QVERIFY(waitFor("Passphrase"));
        type("wrong\n");
        QVERIFY(waitFor("That was not it"));
        type("correct horse\n");
        QCOMPARE(end(), 0);
        QCOMPARE(listed().size(), 0);

        // Ctrl+C at a question leaves nothing.
        seen.clear();
        start(QStringLiteral("import --purpose owner --label Fleet -"));
        QVERIFY(waitFor("Private key"));
        type("\x03");
        QCOMPARE(end(), 130);
        QCOMPARE(listed().size(), 0);
    }

    void newerListOfKeysIsLeftAsItIs()
    {
        QCOMPARE(generate("buyer", QStringLiteral("Lab")).exitCode, 0);
        const QString list = path("config/streamdesk/keys.json");
        const QByteArray newer = test::readFile(list).replace("keys.v1", "keys.v2");
        test::writeFile(list, newer);
        for (const QStringList &command :
             {words("keys list"), words("keys home file"), opened(words("keys delete --yes Lab")),
              opened(words("keys generate --home file --purpose buyer --label x"))}) {
            const Outcome outcome = run(command);
            QCOMPARE(outcome.exitCode, 1);
            QVERIFY2(outcome.err.contains(QStringLiteral("newer version")), qPrintable(outcome.err));
        }
        QCOMPARE(test::readFile(list), newer);
    }

    void keychainIsTheUsualHome()
    {
        test::SecretService session;
        session.start();
        const auto inSession = [&](const QStringList &arguments, const char *change = nullptr) {
            QProcessEnvironment environment = session.environment();
            environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C")); // of which Qt would complain
            if (change != nullptr) {
                environment.remove(QLatin1String(change));
            }
            QProcess process;
            process.setProcessEnvironment(environment);
            process.start(QStringLiteral(CLI_PROGRAM), arguments);
            process.waitForFinished(60000);
            return Outcome{.exitCode = process.exitCode(),
                           .out = QString::fromUtf8(process.readAllStandardOutput()),
                           .err = QString::fromUtf8(process.readAllStandardError())};
        };
        const Outcome made = inSession(words("keys generate --purpose buyer --label Lab"));
        QVERIFY2(made.exitCode == 0 && made.err.contains(QStringLiteral("keychain of this system")),
                 qPrintable(made.err));
        QCOMPARE(made.err.count(QLatin1Char('\n')), 2);
        QCOMPARE(inSession(words("keys show Lab --public")).out, made.out);
        const Outcome exporting = inSession(words("keys export --yes Lab") << path("lab.key"));
        QVERIFY2(exporting.exitCode == 0, qPrintable(exporting.err));
        QCOMPARE(test::readFile(path("lab.key")).size(), 65);
        const Outcome backedUp = inSession(withBackup(words("keys backup") << path("backup.json")));
        QVERIFY2(backedUp.exitCode == 0, qPrintable(backedUp.err));

        session.lock();
        const Outcome locked = inSession(words("keys export --yes --replace Lab") << path("lab.key"));
        QCOMPARE(locked.exitCode, 1);
        QVERIFY2(locked.err.contains(QStringLiteral("Lab: the keychain is locked")), qPrintable(locked.err));
        const Outcome absent =
            inSession(words("keys export --yes --replace Lab") << path("lab.key"), "DBUS_SESSION_BUS_ADDRESS");
        QVERIFY2(absent.err.contains(QStringLiteral("--home file")), qPrintable(absent.err));
        // A drill asks no keychain.
        QCOMPARE(inSession(withBackup(words("keys drill") << path("backup.json"))).exitCode, 0);

        session.end();
        session.start();
        QCOMPARE(inSession(words("keys delete --yes Lab")).exitCode, 0);
        QCOMPARE(jsonOf(inSession(words("keys list --json")))[QStringLiteral("keys")].toArray().size(), 0);
        const Outcome restored = inSession(withBackup(words("keys restore") << path("backup.json")));
        QVERIFY2(restored.exitCode == 0, qPrintable(restored.err));
        QCOMPARE(inSession(words("keys show Lab --public")).out, made.out);
    }
};

QTEST_GUILESS_MAIN(TestCliKeys)
#include "test_cli_keys.moc"
