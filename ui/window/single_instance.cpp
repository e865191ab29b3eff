#include "ui/window/single_instance.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>
#include <QWidget>
#include <QtEndian>

#include <algorithm>
#include <optional>
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace streamdesk::ui {

namespace {

// A message: the magic, the number of bytes that follow, then texts (UTF-8) each behind its length, numbers as 32 bits,
// big-endian. The first text is the activation token, the others are paths.
const QByteArray magic = QByteArrayLiteral("streamdesk1\n");
const QByteArray taken = QByteArrayLiteral("taken\n");
constexpr qsizetype numberBytes = 4;
constexpr qsizetype maxBytes = 1 << 20;
constexpr qsizetype maxPaths = 10'000;
constexpr qsizetype longestToken = 1024;
constexpr int patienceMs = 2000;
constexpr int pauseMs = 40; // between attempts to reach one that is only starting
constexpr int maxConnections = 16;
constexpr qsizetype longestSocketPath = 100; // some systems have room for 104 bytes

struct Message
{
    QByteArray token;
    QStringList paths;
};

void appendText(QByteArray &out, const QByteArray &text)
{
    const quint32 size = qToBigEndian(quint32(text.size()));
    out.append(reinterpret_cast<const char *>(&size), numberBytes);
    out.append(text);
}

qsizetype numberAt(const QByteArray &bytes, qsizetype at)
{
    return qsizetype(qFromBigEndian<quint32>(bytes.constData() + at));
}

// Nothing when it is more than a message may hold.
std::optional<QByteArray> encode(const Message &message)
{
    QByteArray texts;
    appendText(texts, message.token);
    for (const QString &path : message.paths) {
        appendText(texts, path.toUtf8());
    }
    if (message.paths.size() > maxPaths || texts.size() > maxBytes) {
        return std::nullopt;
    }
    QByteArray bytes = magic;
    appendText(bytes, texts);
    return bytes;
}

// Nothing for anything but what encode() makes.
std::optional<Message> decode(const QByteArray &texts)
{
    QList<QByteArray> all;
    for (qsizetype at = 0; at < texts.size();) {
        const qsizetype size = texts.size() - at < numberBytes ? maxBytes : numberAt(texts, at);
        at += numberBytes;
        if (size > texts.size() - at || all.size() > maxPaths) {
            return std::nullopt;
        }
        all.append(texts.mid(at, size));
        at += size;
    }
    if (all.isEmpty() || all.front().size() > longestToken) {
        return std::nullopt;
    }
    Message message{.token = all.takeFirst(), .paths = {}};
    for (const QByteArray &bytes : std::as_const(all)) {
        const QString path = QString::fromUtf8(bytes);
        if (!QDir::isAbsolutePath(path) || path.startsWith(QLatin1Char(':')) || path.contains(QChar(0))) {
            return std::nullopt;
        }
        message.paths.append(path);
    }
    return message;
}

QByteArray activationToken()
{
    const QByteArray wayland = qgetenv("XDG_ACTIVATION_TOKEN");
    return (wayland.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : wayland).left(longestToken);
}

// In a folder that others can write to, somebody else's socket may stand in this place.
bool isOurs(const QString &socket)
{
#ifdef Q_OS_UNIX
    const QFileInfo file(QDir::isAbsolutePath(socket) ? socket : QDir(QDir::tempPath()).filePath(socket));
    return file.ownerId() == ::getuid();
#else
    Q_UNUSED(socket)
    return true;
#endif
}

QString plain(const QString &text)
{
    QString letters;
    for (const QChar c : text) {
        letters.append(c.unicode() < 128 && c.isLetterOrNumber() ? c : QLatin1Char('-'));
    }
    return letters.right(24);
}

} // namespace

SingleInstance::SingleInstance(const QString &name, QObject *parent)
    : QObject(parent), m_name(name), m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(maxConnections);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *const socket = m_server->nextPendingConnection()) {
            serve(socket);
        }
    });
}

SingleInstance::~SingleInstance()
{
    delete m_server;
}

QString SingleInstance::defaultName()
{
    QString user = qEnvironmentVariable("USERNAME");
#ifdef Q_OS_UNIX
    user = QString::number(::getuid());
#endif
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    const QString screen = wayland.isEmpty() ? qEnvironmentVariable("DISPLAY") : wayland;
    const QString name = QStringLiteral("io.github.streamdesk.StreamDesk-%1-%2").arg(plain(user), plain(screen));
#ifdef Q_OS_WIN
    return name;
#else
    const QString inRuntime = QDir(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)).filePath(name);
    const bool fits = QDir::isAbsolutePath(inRuntime) && QFile::encodeName(inRuntime).size() <= longestSocketPath;
    return fits ? inRuntime : QDir(QDir::tempPath()).filePath(name);
#endif
}

SingleInstance::Role SingleInstance::start(const QStringList &paths)
{
    const QString place = QDir::isAbsolutePath(m_name) ? m_name : QDir(QDir::tempPath()).filePath(m_name);
    m_place = std::make_unique<QLockFile>(place + QStringLiteral(".lock"));
    m_place->setStaleLockTime(0); // it is stale when its process is gone, however old it is

    Message message{.token = activationToken(), .paths = {}};
    for (const QString &path : paths) {
        message.paths.append(QDir::current().absoluteFilePath(path));
    }
    const std::optional<QByteArray> bytes = encode(message);
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        if (m_place->tryLock(0)) {
            return listen() ? Role::First : Role::Alone;
        }
        if (!bytes || m_place->error() != QLockFile::LockFailedError) {
            return Role::Alone;
        }
        const Answer answer = handOver(*bytes);
        if (answer == Answer::Taken) {
            return Role::HandedOver;
        }
        if (answer == Answer::Refused || clock.elapsed() > patienceMs) {
            return Role::Alone;
        }
        QThread::msleep(pauseMs); // it is starting, or ending: then the place is free in a moment
    }
}

bool SingleInstance::listen()
{
    QLocalServer::removeServer(m_name); // whoever left it is gone: we hold the place
    return m_server->listen(m_name);
}

SingleInstance::Answer SingleInstance::handOver(const QByteArray &message) const
{
    if (!isOurs(m_name)) {
        return Answer::None;
    }
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(patienceMs)) {
        return Answer::None;
    }
    QElapsedTimer clock;
    clock.start();
    const auto left = [&clock] { return int(std::max<qint64>(patienceMs - clock.elapsed(), 0)); };
    socket.write(message);
    while (socket.bytesToWrite() > 0 && left() > 0 && socket.waitForBytesWritten(left())) {}
    QByteArray answer = socket.readAll();
    while (answer.size() < taken.size() && left() > 0 && socket.waitForReadyRead(left())) {
        answer += socket.readAll();
    }
    return answer == taken ? Answer::Taken : Answer::Refused;
}

void SingleInstance::serve(QLocalSocket *socket)
{
    socket->setParent(this);
    if (findChildren<QLocalSocket *>(QString(), Qt::FindDirectChildrenOnly).size() > maxConnections) {
        delete socket;
        return;
    }
    socket->setReadBufferSize(magic.size() + numberBytes + maxBytes);
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
    QTimer::singleShot(patienceMs, socket, [socket] {
        socket->abort();
        socket->deleteLater(); // also one that was closed before anybody listened to it
    });
    read(socket);
}

// Leaves what came so far in the socket until the message is whole.
void SingleInstance::read(QLocalSocket *socket)
{
    const QByteArray head = socket->peek(magic.size() + numberBytes);
    const bool complete = head.size() == magic.size() + numberBytes;
    const bool ours = magic.startsWith(head.left(magic.size()));
    const qsizetype size = complete && ours ? numberAt(head, magic.size()) : 0;
    if (!ours || size > maxBytes) {
        socket->abort();
        return;
    }
    if (!complete || socket->bytesAvailable() < head.size() + size) {
        return;
    }
    socket->skip(head.size());
    const std::optional<Message> message = decode(socket->read(size));
    if (!message) {
        socket->abort();
        return;
    }
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr);
    socket->write(taken);
    socket->disconnectFromServer(); // when it is written
    Q_EMIT activated(message->paths, message->token);
}

void SingleInstance::bringToFront(QWidget *window, const QByteArray &activationToken)
{
    if (!activationToken.isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", activationToken); // the toolkit takes it from there, once
    }
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace streamdesk::ui
