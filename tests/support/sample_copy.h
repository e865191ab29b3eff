// A copy of the sample package that a test may damage.
#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace streamdesk::test {

// Seven chunks, unsigned manifest, gone with the object.
class SampleCopy
{
public:
    explicit SampleCopy(const QString &name = QStringLiteral("package")) : m_path(m_directory.filePath(name))
    {
        const QDir from(QStringLiteral(SAMPLE_PACKAGE "/package"));
        bool copied = QDir().mkpath(m_path);
        for (const QString &file : from.entryList(QDir::Files)) {
            copied = QFile::copy(from.filePath(file), this->file(file)) && copied;
        }
        if (!copied) {
            qFatal("the sample could not be copied");
        }
    }

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString file(const QString &name) const { return m_path + QLatin1Char('/') + name; }

    // Turns one bit of the byte at `offset`; twice is as if it had never been.
    void flip(const QString &name, qint64 offset) const
    {
        QFile opened(file(name));
        char byte = 0;
        const bool flipped = opened.open(QIODevice::ReadWrite) && opened.seek(offset) && opened.getChar(&byte)
                             && opened.seek(offset) && opened.putChar(char(byte ^ 1));
        if (!flipped) {
            qFatal("nothing to flip");
        }
    }
    void remove(const QString &name) const
    {
        if (!QFile::remove(file(name))) {
            qFatal("nothing to remove");
        }
    }

private:
    QTemporaryDir m_directory;
    QString m_path;
};

} // namespace streamdesk::test
