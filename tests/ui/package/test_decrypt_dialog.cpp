// Data out of a package into files, as a person would do it in the window.
#include "ui/content/file_key_ring.h"
#include "ui/package/decrypt_dialog.h"
#include "ui/theme/theme.h"

#include "core/package/grant.h"
#include "tests/support/package_fixture.h"
#include "tests/support/sample_copy.h"
#include "tests/ui/support/ui_main.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace streamdesk;
using ui::DecryptDialog;
using ui::DecryptSession;
using ui::FileKeyRing;
using ui::PackageSession;
using Stage = DecryptSession::Stage;

class TestDecryptDialog : public QObject
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
        m_target = std::make_unique<test::Scratch>();
        m_keys = std::make_unique<FileKeyRing>();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_keys.reset();
        m_session.reset();
    }

    void savesTheData()
    {
        open("owner.key");
        QTRY_VERIFY(says("Everything that is needed is here."));
        QVERIFY(says("You can read 7 of 7 chunks, 7 KiB."));
        QVERIFY(saysBeginning("It will be written to "));
        QVERIFY(!button("Show in file manager")->isVisible());
        QSignalSpy started(session(), &DecryptSession::decryptionStarted);
        button("Decrypt")->click();
        QTRY_COMPARE(session()->stage(), Stage::Done);
        QCOMPARE(started.size(), 1);
        QVERIFY(says("Saved"));
        QVERIFY(saysBeginning("It is exactly the data that the manifest names. Intact, signer not yet trusted."));
        QVERIFY(button("Show in file manager")->isVisible());
        QVERIFY(!button("Decrypt")->isVisible());
        QCOMPARE(test::readFile(target()), test::readFile(QStringLiteral(SAMPLE_PACKAGE "/telemetry.csv")));
    }

    void proposesANameThatFitsTheData()
    {
        open("owner.key", QStringLiteral("-"));
        QTRY_VERIFY(says("Everything that is needed is here."));
        QTRY_COMPARE(QFileInfo(session()->output()).fileName(), QStringLiteral("out.csv"));
        QCOMPARE(QFileInfo(session()->output()).absolutePath(), QFileInfo(m_copy->path()).absolutePath());
    }

    void withoutAKeyNothingCanBegin()
    {
        open(nullptr);
        QTRY_VERIFY(saysBeginning("No key on this desk opens anything in this package."));
        QVERIFY(!button("Decrypt")->isEnabled());
        m_keys->openFile(QStringLiteral(SAMPLE_PACKAGE "/telemetry.csv"));
        QTRY_VERIFY(saysBeginning("telemetry.csv "));
        m_keys->openFile(QStringLiteral(SAMPLE_PACKAGE "/owner.key"));
        QTRY_VERIFY(button("Decrypt")->isEnabled());
        QVERIFY(says("Everything that is needed is here."));
    }

    void aBuyerGetsWhatWasGranted()
    {
        const auto package = package::Package::openFolder(m_copy->path().toStdString(), {});
        const auto key = [](const char *name) {
            return test::readFile(QStringLiteral(SAMPLE_PACKAGE "/") + QLatin1String(name)).trimmed().toStdString();
        };
        crypto::X25519PrivateKey owner;
        QVERIFY(crypto::decodeHex(key("owner.key"), owner.bytes()));
        (void)package::grant(
            package,
            package::GrantParams{.chunks = {{1, 2}, {5, 5}},
                                 .outputFolder = m_copy->path().toStdString() + "/../access",
                                 .durability = io::Durability::NotSynced,
                                 .access = {.owner = crypto::keyPairOf(std::move(owner)),
                                            .buyerRecipientId = "somebody",
                                            .buyer = stream::RecipientKey::parse(key("buyer.pub"), "b")}},
            {});
        open("buyer.key");
        QTRY_VERIFY(says("Everything that is needed is here."));
        QVERIFY(saysBeginning("You can read 3 of 7 chunks, "));
        QVERIFY(saysBeginning("Each run of chunks goes into a file of its own: out.1-2, out.5-5."));
        button("Decrypt")->click();
        QTRY_COMPARE(session()->stage(), Stage::Done);
        QVERIFY(saysBeginning("Only a part was decrypted, so the whole cannot be compared with the manifest."));
        const QByteArray data = test::readFile(QStringLiteral(SAMPLE_PACKAGE "/telemetry.csv"));
        QCOMPARE(test::readFile(target() + QStringLiteral(".1-2")), data.mid(1024, 2048));
        QCOMPARE(test::readFile(target() + QStringLiteral(".5-5")), data.mid(5 * 1024, 1024));
    }

    void aFileThatIsThereIsReplacedOnlyWithConsent()
    {
        test::writeFile(target(), "mine");
        open("owner.key");
        QTRY_VERIFY(says("Everything that is needed is here."));
        auto *const replace = m_dialog->findChild<QCheckBox *>();
        QVERIFY(replace->isVisible());
        QVERIFY(!button("Decrypt")->isEnabled());
        replace->click();
        QVERIFY(button("Decrypt")->isEnabled());
        button("Decrypt")->click();
        QTRY_COMPARE(session()->stage(), Stage::Done);
        QCOMPARE(test::readFile(target()), test::readFile(QStringLiteral(SAMPLE_PACKAGE "/telemetry.csv")));
    }

    void whatStandsInTheWayIsSaidBefore()
    {
        m_copy->remove(QStringLiteral("chunk-4.bin"));
        open("owner.key", m_copy->path());
        QTRY_VERIFY(saysBeginning("The encrypted data of 1 chunk is missing: 4."));
        QVERIFY(saysContaining("Something else is already in the place of package."));
        QVERIFY(!button("Decrypt")->isEnabled());
    }

    void aPackageThatIsNotWhatItSeemsIsNotReleased()
    {
        m_copy->flip(QStringLiteral("chunk-3.bin"), 100);
        open("owner.key");
        QTRY_VERIFY(says("Everything that is needed is here."));
        button("Decrypt")->click();
        QTRY_COMPARE(session()->stage(), Stage::Done);
        QVERIFY(says("Nothing was written"));
        QVERIFY(saysBeginning("Damaged"));
        QVERIFY(!QFile::exists(target()));
        QVERIFY(!button("Show in file manager")->isVisible());
    }

    void otherKeysCanBeChosen()
    {
        open("owner.key");
        QTRY_VERIFY(says("Everything that is needed is here."));
        m_keys->lock();
        QTRY_VERIFY(saysBeginning("No key on this desk opens anything in this package."));
        QVERIFY(!button("Decrypt")->isEnabled());
        QCOMPARE(m_dialog->findChild<QComboBox *>()->count(), 0);
    }

private:
    DecryptSession *session() const { return m_dialog->session(); }
    QString target() const { return m_target->qpath("out"); }
    void open(const char *key, const QString &to = {})
    {
        m_session = std::make_unique<PackageSession>(m_copy->path(), package::Expectations());
        m_session->open(false);
        QTRY_COMPARE(m_session->stage(), PackageSession::Stage::Opened);
        if (key != nullptr) {
            QSignalSpy changed(m_keys.get(), &ui::KeyRing::changed);
            m_keys->openFile(QStringLiteral(SAMPLE_PACKAGE "/") + QLatin1String(key));
            QTRY_VERIFY(!changed.isEmpty());
        }
        m_dialog = std::make_unique<DecryptDialog>(m_session.get(), m_keys.get(), QStringLiteral("out"));
        if (to != QStringLiteral("-")) { // what is proposed
            m_dialog->chooseTarget(to.isEmpty() ? target() : to);
        }
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    bool anyLabel(const std::function<bool(const QString &)> &wanted) const
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&wanted](const QLabel *label) { return label->isVisible() && wanted(label->text()); });
    }
    bool says(const char *text) const
    {
        return anyLabel([text](const QString &said) { return said == QString::fromUtf8(text); });
    }
    bool saysBeginning(const char *text) const
    {
        return anyLabel([text](const QString &said) { return said.startsWith(QString::fromUtf8(text)); });
    }
    bool saysContaining(const char *text) const
    {
        return anyLabel([text](const QString &said) { return said.contains(QString::fromUtf8(text)); });
    }
    QPushButton *button(const char *text) const
    {
        for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
            if (button->text().remove(QLatin1Char('&')) == QString::fromUtf8(text)) {
                return button;
            }
        }
        return nullptr;
    }

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<test::SampleCopy> m_copy;
    std::unique_ptr<test::Scratch> m_target;
    std::unique_ptr<PackageSession> m_session;
    std::unique_ptr<FileKeyRing> m_keys;
    std::unique_ptr<DecryptDialog> m_dialog;
};

STREAMDESK_UI_TEST(TestDecryptDialog)

#include "test_decrypt_dialog.moc"
