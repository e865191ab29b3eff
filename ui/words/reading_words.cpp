#include "ui/words/reading_words.h"

#include "core/base/text.h"
#include "core/crypto/secp256k1.h"
#include "ui/words/problem_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace streamdesk::ui {

namespace {

using Tone = VerdictBanner::Tone;

QString shown(const std::string &text)
{
    constexpr std::size_t most = 80;
    return QString::fromStdString(shortened(printable(text), most));
}

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Reading)

public:
    static ReadingVerdict intact()
    {
        return {Tone::Intact, QStringLiteral("intact-trusted"), tr("Intact: signed by the machine it names"),
                tr("Nothing in it was changed since the machine's key signed it. Whether other readings are missing, "
                   "one reading cannot say.")};
    }

    static ReadingVerdict notSigned(const OpenedReading &reading)
    {
        return {Tone::Broken, QStringLiteral("signer-changed"), tr("Changed after signing, or signed by someone else"),
                tr("Which of the two cannot be told. If nothing was changed, the key of %1 signed it, and that is not "
                   "the machine's. Ask the sender for the reading as the machine wrote it.")
                    .arg(address(reading))};
    }

    static ReadingVerdict noSignature()
    {
        return {Tone::Broken, QStringLiteral("damaged"), tr("No valid signature"),
                tr("What stands in the signature's place cannot have been made by any key. Ask the sender for the "
                   "reading as the machine wrote it.")};
    }

    static ReadingVerdict invalidDid(const OpenedReading &reading)
    {
        return {Tone::Attention, QStringLiteral("not-checkable"),
                tr("Not checkable: it names no machine in a known way"),
                tr("“%1” does not say whose signature to expect. That takes did:peaq:0x and 40 hex digits: ask the "
                   "seller for readings that name the machine so.")
                    .arg(shown(reading.package->did))};
    }

    static ReadingVerdict notCheckable(const OpenedReading &reading)
    {
        const QString need = tr("%1 is a number in the chain's registry, and only the registry says which key belongs "
                                "to it.")
                                 .arg(shown(reading.package->did));
        const QString ask =
            reading.verification.recovered
                ? tr("Ask the seller for the machine's address: if it is %1, it signed this and nothing "
                     "was changed.")
                      .arg(address(reading))
                : tr("Besides, what stands in the signature's place was not made by any key.");
        return {Tone::Attention, QStringLiteral("not-checkable"),
                tr("Not checkable here: the machine is named by a number"), need + QLatin1Char(' ') + ask};
    }

    static ReadingVerdict unreadable(const OpenedReading &reading)
    {
        const ProblemText problem = describe(*reading.error);
        return {Tone::Broken, QStringLiteral("problem"), tr("Not a signed reading"),
                problem.sentence + QLatin1Char(' ') + problem.nextStep};
    }

    static QString word(ReadingOutcome outcome)
    {
        switch (outcome) {
        case ReadingOutcome::Intact:
            return tr("intact");
        case ReadingOutcome::NotSignedByDid:
            return tr("not its machine's");
        case ReadingOutcome::InvalidSignature:
            return tr("no valid signature");
        case ReadingOutcome::InvalidDid:
            return tr("names no machine");
        case ReadingOutcome::NotCheckable:
            return tr("not checkable");
        case ReadingOutcome::Unreadable:
            return tr("unreadable");
        }
        return {};
    }

    static QString counted(ReadingOutcome outcome, int count)
    {
        switch (outcome) {
        case ReadingOutcome::Intact:
            return tr("%Ln intact", nullptr, count);
        case ReadingOutcome::NotSignedByDid:
            return tr("%Ln not signed by their machine", nullptr, count);
        case ReadingOutcome::InvalidSignature:
            return tr("%Ln without a valid signature", nullptr, count);
        case ReadingOutcome::InvalidDid:
            return tr("%Ln naming no machine", nullptr, count);
        case ReadingOutcome::NotCheckable:
            return tr("%Ln not checkable here", nullptr, count);
        case ReadingOutcome::Unreadable:
            return tr("%Ln unreadable", nullptr, count);
        }
        return {};
    }

    static ReadingVerdict all(const ReadingSession &session)
    {
        QStringList parts;
        for (std::size_t i = 0; i < readingOutcomeCount; ++i) {
            const auto outcome = static_cast<ReadingOutcome>(i);
            if (session.count(outcome) > 0) {
                parts.append(counted(outcome, int(session.count(outcome))));
            }
        }
        QString counts = parts.join(tr(", ")) + (parts.isEmpty() ? QString() : tr("."));
        if (session.total() > ReadingSession::mostListed) {
            counts += QLatin1Char(' ') + tr("The first %Ln are listed.", nullptr, int(ReadingSession::mostListed));
        }
        const int total = int(session.total());
        const int intact = int(session.count(ReadingOutcome::Intact));
        const int broken =
            int(session.count(ReadingOutcome::NotSignedByDid) + session.count(ReadingOutcome::InvalidSignature)
                + session.count(ReadingOutcome::Unreadable));
        if (session.stage() == ReadingSession::Stage::Reading) {
            return {Tone::Neutral, QStringLiteral("checking"), tr("Verifying the readings"), counts};
        }
        if (session.stage() == ReadingSession::Stage::Stopped) {
            return {Tone::Neutral, QStringLiteral("stop"), tr("Stopped after %Ln readings", nullptr, total),
                    counts + QLatin1Char(' ') + tr("The rest was not looked at.")};
        }
        if (session.stage() == ReadingSession::Stage::Failed) {
            return {Tone::Broken, QStringLiteral("problem"), tr("Not read to the end"), counts};
        }
        if (total == 0) {
            return {Tone::Attention, QStringLiteral("not-checkable"), tr("There are no readings here"),
                    tr("Readings are JSON files, or lines of a file called .jsonl or .ndjson.")};
        }
        if (intact == total) {
            return {Tone::Intact, QStringLiteral("intact-trusted"),
                    tr("Intact: all %Ln readings are signed by the machine they name", nullptr, total),
                    tr("Nothing in them was changed since. Whether readings are missing between them, signatures "
                       "cannot say.")};
        }
        if (broken > 0) {
            return {Tone::Broken, QStringLiteral("damaged"),
                    tr("%1 of %Ln readings cannot be relied on", nullptr, total).arg(QLocale().toString(broken)),
                    counts};
        }
        return {Tone::Attention, QStringLiteral("not-checkable"),
                tr("%1 of %Ln readings cannot be checked here", nullptr, total).arg(QLocale().toString(total - intact)),
                counts};
    }

private:
    static QString address(const OpenedReading &reading)
    {
        return QString::fromStdString(crypto::addressText(*reading.verification.recovered));
    }
};

} // namespace

ReadingVerdict verdictOf(const OpenedReading &reading)
{
    switch (reading.outcome()) {
    case ReadingOutcome::Intact:
        return Words::intact();
    case ReadingOutcome::NotSignedByDid:
        return Words::notSigned(reading);
    case ReadingOutcome::InvalidSignature:
        return Words::noSignature();
    case ReadingOutcome::InvalidDid:
        return Words::invalidDid(reading);
    case ReadingOutcome::NotCheckable:
        return Words::notCheckable(reading);
    case ReadingOutcome::Unreadable:
        break;
    }
    return Words::unreadable(reading);
}

ReadingVerdict verdictOf(const ReadingSession &session)
{
    return Words::all(session);
}

QString outcomeWord(ReadingOutcome outcome)
{
    return Words::word(outcome);
}

QString outcomeIcon(ReadingOutcome outcome)
{
    switch (outcome) {
    case ReadingOutcome::Intact:
        return QStringLiteral("verified");
    case ReadingOutcome::NotSignedByDid:
        return QStringLiteral("other-signer");
    case ReadingOutcome::InvalidSignature:
        return QStringLiteral("changed");
    case ReadingOutcome::InvalidDid:
    case ReadingOutcome::NotCheckable:
        return QStringLiteral("not-checkable");
    case ReadingOutcome::Unreadable:
        break;
    }
    return QStringLiteral("problem");
}

QColor Colours::*outcomeColour(ReadingOutcome outcome)
{
    switch (outcome) {
    case ReadingOutcome::Intact:
        return &Colours::intact;
    case ReadingOutcome::InvalidDid:
    case ReadingOutcome::NotCheckable:
        return &Colours::attention;
    case ReadingOutcome::NotSignedByDid:
    case ReadingOutcome::InvalidSignature:
    case ReadingOutcome::Unreadable:
        break;
    }
    return &Colours::broken;
}

QString momentText(qint64 msSinceEpoch)
{
    const QLocale locale;
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(msSinceEpoch);
    // The locale's short time has no seconds, its long one has the zone behind them.
    QString format = locale.timeFormat(QLocale::LongFormat);
    format = format.remove(QLatin1Char('t')).trimmed();
    return locale.toString(moment.date(), QLocale::ShortFormat) + QLatin1Char(' ')
           + locale.toString(moment.time(), format);
}

} // namespace streamdesk::ui
