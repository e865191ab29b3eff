// One window program for each person and screen: a second start hands over what it was asked to open and ends.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

class QLocalServer;
class QLocalSocket;
class QLockFile;
class QWidget;

namespace streamdesk::ui {

class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First,      // listens for others from now on
        HandedOver, // another has taken the paths: end now
        Alone,      // another holds the place and does not answer, or there is no place: go on without listening
    };

    // `name` is for tests; see defaultName().
    explicit SingleInstance(const QString &name = defaultName(), QObject *parent = nullptr);
    ~SingleInstance() override;

    // Once, before there is a window: waits up to two seconds for another's answer. `paths` may be relative to this
    // process's working folder. A socket that a killed process left behind is replaced.
    [[nodiscard]] Role start(const QStringList &paths);

    // A socket of this user, this application and this screen: in the runtime folder where there is one.
    [[nodiscard]] static QString defaultName();
    // Raises a window, with the token that the system gave the other process for it.
    static void bringToFront(QWidget *window, const QByteArray &activationToken);

Q_SIGNALS:
    // Another start handed these over; absolute, perhaps none.
    void activated(const QStringList &paths, const QByteArray &activationToken);

private:
    enum class Answer { Taken, Refused, None };

    [[nodiscard]] bool listen();
    [[nodiscard]] Answer handOver(const QByteArray &message) const;
    void serve(QLocalSocket *socket);
    void read(QLocalSocket *socket);

    QString m_name;
    std::unique_ptr<QLockFile> m_place;
    QLocalServer *m_server; // owned; goes before the place does
};

} // namespace streamdesk::ui
