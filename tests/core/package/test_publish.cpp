#include "core/base/errors.h"
#include "tests/support/package_fixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace streamdesk;

namespace {

class BytesSource : public stream::ByteSource
{
public:
    explicit BytesSource(QByteArray data, std::function<void()> beforeRead = {})
        : m_data(std::move(data)), m_beforeRead(std::move(beforeRead))
    {
    }

    [[nodiscard]] std::size_t read(std::span<std::byte> out) override
    {
        if (m_beforeRead) {
            m_beforeRead();
        }
        const qsizetype n = std::min<qsizetype>(m_data.size() - m_at, qsizetype(out.size()));
        std::memcpy(out.data(), m_data.constData() + m_at, std::size_t(n));
        m_at += n;
        return std::size_t(n);
    }

private:
    QByteArray m_data;
    qsizetype m_at = 0;
    std::function<void()> m_beforeRead;
};

package::PublishParams params(const std::filesystem::path &folder)
{
    const test::GoldenPackage golden(QStringLiteral("csv"));
    const auto key = [&](const char *role) {
        return stream::RecipientKey::parse(golden.publicKey(QLatin1String(role)).toStdString(), role);
    };
    package::PublishParams result{.outputFolder = folder,
                                  .durability = io::Durability::NotSynced,
                                  .chain = {.owner = key("owner"),
                                            .operatorKey = key("operator"),
                                            .machine = key("machine"),
                                            .signingKey = golden.signingKey(),
                                            .machineDid = "did:peaq:1",
                                            .machineKeyId = "did:peaq:1#k",
                                            .config = {.chunkSize = 10}}};
    return result;
}

package::PublishResult publish(const package::PublishParams &with, const QByteArray &data = "twenty-five bytes of data")
{
    BytesSource source(data);
    return package::publish(source, with, {});
}

const QStringList wholePackage = {QStringLiteral("chunk-0.bin"),  QStringLiteral("chunk-0.json"),
                                  QStringLiteral("chunk-1.bin"),  QStringLiteral("chunk-1.json"),
                                  QStringLiteral("chunk-2.bin"),  QStringLiteral("chunk-2.json"),
                                  QStringLiteral("manifest.json")};

} // namespace

class TestPublish : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAWholePackage_data()
    {
        QTest::addColumn<bool>("folderExists");
        QTest::addColumn<bool>("synced");
        QTest::newRow("new folder") << false << false;
        QTest::newRow("existing folder") << true << false;
        QTest::newRow("new folder, synced") << false << true;
        QTest::newRow("existing folder, synced") << true << true;
    }
    void writesAWholePackage()
    {
        QFETCH(bool, folderExists);
        QFETCH(bool, synced);
        const test::Scratch scratch;
        const auto folder = scratch.path("a/b/out");
        if (folderExists) {
            std::filesystem::create_directories(folder);
        }
        package::PublishParams with = params(folder);
        with.durability = synced ? io::Durability::Synced : io::Durability::NotSynced;
        const package::PublishResult result = publish(with);
        QCOMPARE(test::namesIn(folder), wholePackage);
        QCOMPARE(test::namesIn(folder.parent_path()), QStringList{QStringLiteral("out")});
        QCOMPARE(test::textOf(folder / "manifest.json"), stream::writeManifest(result.manifest));
        QCOMPARE(*result.manifest.totalChunks, std::uint64_t{3});
        QVERIFY(QRegularExpression(QStringLiteral("^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"))
                    .match(QString::fromStdString(*result.manifest.createdAt))
                    .hasMatch());
        const auto verification = package::verify(package::Package::openFolder(folder, {}), {}, {});
        QVERIFY(verification.judgement.verdict == stream::Verdict::IntactUntrusted);
        QVERIFY(verification.judgement.findings.empty());
    }

    void keepsOtherFilesInTheFolder()
    {
        const test::Scratch scratch;
        std::filesystem::create_directory(scratch.path("out"));
        test::setText(scratch.path("out/notes.txt"), "mine");
        (void)publish(params(scratch.path("out")));
        QCOMPARE(test::textOf(scratch.path("out/notes.txt")), std::string("mine"));
    }

    void leavesAnEarlierPackageAloneUnlessAllowed()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("eleven-plus")), "package");
        const std::string before = test::textOf(folder / "manifest.json");
        package::PublishParams with = params(folder);
        QVERIFY(test::errorOf([&] { (void)publish(with); }) == ErrorCode::InTheWay);
        QCOMPARE(test::textOf(folder / "manifest.json"), before);

        with.replace = true;
        (void)publish(with);
        QCOMPARE(test::namesIn(folder), wholePackage); // no stale chunk of the longer one stays
    }

    void accessFilesAreInTheWayToo()
    {
        const test::Scratch scratch;
        const auto folder = scratch.copy(test::GoldenPackage(QStringLiteral("csv")), "access");
        QVERIFY(test::errorOf([&] { (void)publish(params(folder)); }) == ErrorCode::InTheWay);
    }

    void whenItFailsNothingHasChanged_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("new folder") << QStringLiteral("new");
        QTest::newRow("existing folder") << QStringLiteral("existing");
        QTest::newRow("earlier package") << QStringLiteral("package");
    }
    void whenItFailsNothingHasChanged()
    {
        QFETCH(QString, target);
        const test::Scratch scratch;
        std::filesystem::create_directory(scratch.path("existing"));
        scratch.copy(test::GoldenPackage(QStringLiteral("csv")), "package");
        const auto folder = scratch.path(target.toStdString());
        const QStringList around = test::namesIn(scratch.path(""));
        const QStringList inside = test::namesIn(folder);

        package::PublishParams with = params(folder);
        with.replace = true;
        int reads = 0;
        BytesSource source(QByteArray(1000, 'x'), [&reads] {
            if (++reads == 30) {
                throw IoError(ErrorCode::IoFailed, "the disk is gone");
            }
        });
        QVERIFY(test::errorOf([&] { (void)package::publish(source, with, {}); }) == ErrorCode::IoFailed);
        QCOMPARE(test::namesIn(scratch.path("")), around);
        QCOMPARE(test::namesIn(folder), inside);
    }

    void aFileInTheWayOfTheFolderIsNamed()
    {
        const test::Scratch scratch;
        test::setText(scratch.path("out"), "a file");
        QVERIFY(test::errorOf([&] { (void)publish(params(scratch.path("out"))); }).has_value());
        QVERIFY(test::errorOf([&] { (void)publish(params(scratch.path("out/deeper"))); }).has_value());
        QCOMPARE(test::textOf(scratch.path("out")), std::string("a file"));
    }
};

QTEST_GUILESS_MAIN(TestPublish)
#include "test_publish.moc"
