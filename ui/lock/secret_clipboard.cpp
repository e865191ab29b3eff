#include "ui/lock/secret_clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QMimeData>

namespace streamdesk::ui {

namespace {

QByteArray hashOf(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    bytes.fill('\0');
    return hash;
}

// What clipboard managers look for, by their conventions: KDE's hint, which others heed too, and the formats of
// Windows' clipboard history and cloud. (macOS' convention needs a converter of the toolkit's that Qt 6.4 does not
// have.)
void markAsSecret(QMimeData *data)
{
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    for (const char *const format : {"ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory",
                                     "CanUploadToCloudClipboard"}) {
        data->setData(QStringLiteral("application/x-qt-windows-mime;value=\"%1\"").arg(QLatin1String(format)),
                      QByteArray(4, '\0'));
    }
}

} // namespace

SecretClipboard::SecretClipboard(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::clear);
    connect(QApplication::clipboard(), &QClipboard::dataChanged, this, [this] {
        if (!m_hash.isEmpty() && !isOurs()) {
            forget();
        }
    });
}

SecretClipboard::~SecretClipboard()
{
    clear();
}

void SecretClipboard::put(const QString &secret, std::chrono::milliseconds lifetime)
{
    m_hash.clear(); // while ours is exchanged for ours
    auto *const data = new QMimeData;
    data->setText(secret);
    markAsSecret(data);
    QApplication::clipboard()->setMimeData(data);
    m_hash = hashOf(secret);
    m_timer.start(lifetime);
}

void SecretClipboard::clear()
{
    if (m_hash.isEmpty()) {
        return;
    }
    const bool ours = isOurs();
    forget();
    if (ours) {
        QApplication::clipboard()->clear();
    }
}

std::chrono::milliseconds SecretClipboard::remaining() const
{
    return m_hash.isEmpty() ? std::chrono::milliseconds(0) : std::chrono::milliseconds(m_timer.remainingTime());
}

bool SecretClipboard::isOurs() const
{
    return hashOf(QApplication::clipboard()->text()) == m_hash;
}

void SecretClipboard::forget()
{
    m_hash.clear();
    m_timer.stop();
    Q_EMIT cleared();
}

} // namespace streamdesk::ui
