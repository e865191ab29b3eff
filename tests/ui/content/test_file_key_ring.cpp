// Keys from files, held while a page is open.
#include "ui/content/file_key_ring.h"

#include "core/base/errors.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

using namespace streamdesk;
using ui::FileKeyRing;
using ui::KeyRing;

namespace {

constexpr const char *buyerFile = SAMPLE_PACKAGE "/buyer.key";

// A desk that has one key of each kind, or is locked.
class SmallDesk : public KeyRing
{
public:
    [[nodiscard]] QVector<ui::OpeningKey> openingKeys() const override
    {
        return {{.id = QStringLiteral("desk"), .label = QStringLiteral("Desk"), .publicKey = {}}};
    }
    [[nodiscard]] QVector<ui::SigningKey> signingKeys() const override
    {
        return {{.id = QStringLiteral("sign"), .label = QStringLiteral("Signs"), .publicKey = {}}};
    }
    void withOpeningKey(const QString &, QObject *, std::function<void(crypto::X25519KeyPair)> use, Failed) override
    {
        use(crypto::generateX25519KeyPair());
    }
    void withSigningKey(const QString &, QObject *, std::function<void(crypto::Ed25519KeyPair)> use, Failed) override
    {
        use(crypto::generateEd25519KeyPair());
    }
};

} // namespace

class TestFileKeyRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAKeyAndForgetsIt()
    {
        FileKeyRing ring;
        QSignalSpy changed(&ring, &KeyRing::changed);
        ring.openFile(QString::fromLatin1(buyerFile));
        QTRY_COMPARE(changed.size(), 1);
        const auto keys = ring.openingKeys();
        QCOMPARE(keys.size(), 1);
        QCOMPARE(keys[0].label, QStringLiteral("buyer.key"));
        bool used = false;
        for (int i = 0; i < 2; ++i) { // as often as it is wanted
            ring.withOpeningKey(
                keys[0].id, this,
                [&](const crypto::X25519KeyPair &key) {
                    used = key.publicKey == keys[0].publicKey
                           && crypto::keyPairOf(crypto::X25519PrivateKey()).publicKey != key.publicKey;
                },
                [](const StreamError &) { QFAIL("it is here"); });
            QVERIFY(std::exchange(used, false));
        }
        ring.openFile(QString::fromLatin1(buyerFile));
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(ring.openingKeys().size(), 1);

        QSignalSpy locked(&ring, &KeyRing::locked);
        ring.lock();
        QCOMPARE(locked.size(), 1);
        QVERIFY(ring.openingKeys().isEmpty());
        std::optional<ErrorCode> code;
        ring.withOpeningKey(
            keys[0].id, this, [](const crypto::X25519KeyPair &) { QFAIL("it is gone"); },
            [&](const StreamError &error) { code = error.code(); });
        QVERIFY(code == ErrorCode::NotFound);
    }

    void whatIsNoKeyFileIsNamed()
    {
        FileKeyRing ring;
        std::optional<ErrorCode> code;
        connect(&ring, &FileKeyRing::openFailed, this, [&](const StreamError &error) { code = error.code(); });
        ring.openFile(QStringLiteral(SAMPLE_PACKAGE "/telemetry.csv"));
        QTRY_VERIFY(code.has_value());
        QCOMPARE(*code, ErrorCode::InvalidKeyFile);
        QVERIFY(ring.openingKeys().isEmpty());
    }

    void theDesksKeysAreAmongThem()
    {
        SmallDesk desk;
        FileKeyRing ring(&desk);
        QCOMPARE(ring.openingKeys().size(), 1);
        QCOMPARE(ring.signingKeys().size(), 1);
        QSignalSpy changed(&ring, &KeyRing::changed);
        ring.openFile(QString::fromLatin1(buyerFile));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(ring.openingKeys().size(), 2);
        int used = 0;
        const auto failed = [](const StreamError &) { QFAIL("it is here"); };
        ring.withOpeningKey(
            QStringLiteral("desk"), this, [&](const auto &) { ++used; }, failed);
        ring.withSigningKey(
            QStringLiteral("sign"), this, [&](const auto &) { ++used; }, failed);
        QCOMPARE(used, 2);
        QSignalSpy locked(&ring, &KeyRing::locked);
        Q_EMIT desk.locked();
        QCOMPARE(locked.size(), 1);
        QCOMPARE(ring.openingKeys().size(), 1); // what was read from a file is gone
    }
};

QTEST_MAIN(TestFileKeyRing)

#include "test_file_key_ring.moc"
