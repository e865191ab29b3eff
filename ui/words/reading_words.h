// Verdicts of signed readings, in a reader's words.
#pragma once

#include "ui/readings/reading_session.h"
#include "ui/widgets/verdict_banner.h"

#include <QString>

namespace streamdesk::ui {

struct ReadingVerdict
{
    VerdictBanner::Tone tone;
    QString iconName;
    QString title;
    QString text;
};

// The sentence about one reading, and what it means for whoever wants to use it.
[[nodiscard]] ReadingVerdict verdictOf(const OpenedReading &reading);
// The sentence about all that was read, or was read so far.
[[nodiscard]] ReadingVerdict verdictOf(const ReadingSession &session);

// For a row of a list: a word or three, an icon and its colour.
[[nodiscard]] QString outcomeWord(ReadingOutcome outcome);
[[nodiscard]] QString outcomeIcon(ReadingOutcome outcome);
[[nodiscard]] QColor Colours::*outcomeColour(ReadingOutcome outcome);

// A moment in the person's own zone and spelling, with seconds.
[[nodiscard]] QString momentText(qint64 msSinceEpoch);

} // namespace streamdesk::ui
