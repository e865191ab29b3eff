// The program as a person or a script starts it.
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <stdexcept>

namespace streamdesk::test {

struct Outcome
{
    int exitCode;
    QString out;
    QString err;
};

// Runs a command to its end, `input` as its standard input.
inline Outcome runCommand(QStringList command, const QByteArray &input = {})
{
    const QString told = command.join(QLatin1Char(' '));
    QProcess process;
    const QString program = command.takeFirst();
    process.start(program, command);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit) {
        throw std::runtime_error("this is not there, crashes or hangs: " + told.toStdString());
    }
    return Outcome{.exitCode = process.exitCode(),
                   .out = QString::fromUtf8(process.readAllStandardOutput()),
                   .err = QString::fromUtf8(process.readAllStandardError())};
}

// stream-desk-cli, perhaps started by another program (`through`, split at spaces).
inline Outcome run(const QStringList &arguments, const QByteArray &input = {}, const QString &through = {})
{
    return runCommand(through.split(QLatin1Char(' '), Qt::SkipEmptyParts) + QStringList{QStringLiteral(CLI_PROGRAM)}
                          + arguments,
                      input);
}

inline QJsonObject jsonOf(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.out.toUtf8()).object();
}

} // namespace streamdesk::test
