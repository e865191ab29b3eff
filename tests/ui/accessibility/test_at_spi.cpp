// The program itself, read over the accessibility bus by another process, as Orca does it.
#include "tests/support/sample_copy.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QProcess>
#include <QTest>

#include <deque>

using namespace streamdesk;

namespace {

struct Node
{
    QString service;
    QString path;
};

// A client of the bus.
class Reader
{
public:
    Reader()
    {
        QDBusConnection session = QDBusConnection::sessionBus();
        session.interface()->startService(QStringLiteral("org.a11y.Bus"));
        const QDBusMessage answer =
            session.call(QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                                                        QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress")));
        m_bus = QDBusConnection::connectToBus(answer.arguments().value(0).toString(), QStringLiteral("a11y"));
    }
    ~Reader() { QDBusConnection::disconnectFromBus(QStringLiteral("a11y")); }
    Q_DISABLE_COPY_MOVE(Reader)

    [[nodiscard]] bool isConnected() const { return m_bus.isConnected(); }

    [[nodiscard]] QVector<Node> applications() const
    {
        return children({QStringLiteral("org.a11y.atspi.Registry"), QStringLiteral("/org/a11y/atspi/accessible/root")});
    }
    [[nodiscard]] QVector<Node> children(const Node &node) const
    {
        QVector<Node> found;
        const QVariant list = call(node, QStringLiteral("GetChildren"));
        if (!list.canConvert<QDBusArgument>()) {
            return found;
        }
        const auto argument = list.value<QDBusArgument>();
        argument.beginArray();
        while (!argument.atEnd()) {
            QString service;
            QDBusObjectPath path;
            argument.beginStructure();
            argument >> service >> path;
            argument.endStructure();
            found.append({service, path.path()});
        }
        argument.endArray();
        return found;
    }
    [[nodiscard]] QString role(const Node &node) const { return call(node, QStringLiteral("GetRoleName")).toString(); }
    [[nodiscard]] QString name(const Node &node) const
    {
        QDBusMessage get = QDBusMessage::createMethodCall(
            node.service, node.path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
        get << QStringLiteral("org.a11y.atspi.Accessible") << QStringLiteral("Name");
        return m_bus.call(get).arguments().value(0).value<QDBusVariant>().variant().toString();
    }
    // "role: name" of what is under a node, the nearest first; of many children only some.
    [[nodiscard]] QStringList readAll(const Node &top) const
    {
        constexpr qsizetype mostNodes = 600;
        constexpr qsizetype mostChildren = 40;
        QStringList heard;
        std::deque<Node> left = {top};
        while (!left.empty() && heard.size() < mostNodes) {
            const Node node = left.front();
            left.pop_front();
            heard.append(role(node) + QStringLiteral(": ") + name(node));
            const QVector<Node> all = children(node);
            for (qsizetype i = 0; i < std::min(mostChildren, all.size()); ++i) {
                left.push_back(all[i]);
            }
        }
        return heard;
    }

private:
    [[nodiscard]] QVariant call(const Node &node, const QString &method) const
    {
        return m_bus
            .call(QDBusMessage::createMethodCall(node.service, node.path, QStringLiteral("org.a11y.atspi.Accessible"),
                                                 method))
            .arguments()
            .value(0);
    }

    QDBusConnection m_bus = QDBusConnection(QString());
};

} // namespace

class TestAtSpi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theVerdictAndTheChunksAreReadByAnotherProcess()
    {
        const test::SampleCopy copy(QStringLiteral("arm-07"));
        copy.flip(QStringLiteral("chunk-2.bin"), 10);
        const Reader reader;
        QVERIFY(reader.isConnected());
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QStringLiteral(UI_PROGRAM), {copy.path()});
        QVERIFY(program.waitForStarted());
        QStringList heard;
        const QString verdict = QStringLiteral("Damaged: 1 of 7 chunks cannot be used. Chunk 2 was changed after "
                                               "signing.");
        const auto said = [&](const QString &beginning) {
            return std::any_of(heard.begin(), heard.end(),
                               [&](const QString &one) { return one.startsWith(beginning); });
        };
        QTRY_VERIFY2_WITH_TIMEOUT(([&] {
                                      heard.clear();
                                      for (const Node &application : reader.applications()) {
                                          heard += reader.readAll(application);
                                      }
                                      return heard.filter(verdict).size() > 0;
                                  }()),
                                  qPrintable(heard.join(u'\n')), 30'000);
        for (const QString &wanted :
             {QStringLiteral("alert message: ") + verdict, QStringLiteral("table: Chain"),
              QStringLiteral("cell: Chunk 2: changed"), QStringLiteral("cell: Chunk 3: verified"),
              QStringLiteral("push button: Repair…"), QStringLiteral("list item: arm-07, Damaged")}) {
            QVERIFY2(said(wanted), qPrintable(wanted + QStringLiteral(" is not among ")
                                              + heard.filter(wanted.section(u' ', -2)).join(u'\n')));
        }
        program.terminate();
        if (!program.waitForFinished(5'000)) {
            program.kill();
            QVERIFY(program.waitForFinished(5'000));
        }
    }
};

QTEST_GUILESS_MAIN(TestAtSpi)
#include "test_at_spi.moc"
