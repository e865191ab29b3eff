// What was recognised, in words. Translated.
#pragma once

#include "ui/drop/drop_plan.h"

#include <QString>
#include <QVector>

namespace streamdesk::ui {

// "package", "access file", …
[[nodiscard]] QString kindName(recognition::Kind kind);
// The name of what was given, short enough for a sentence and without marks that would turn it around.
[[nodiscard]] QString shortName(const recognition::Recognition &found);
// Why it cannot be used, as a sentence without a full stop: "photo.jpg is not a file Stream Desk knows".
[[nodiscard]] QString reasonSentence(const recognition::Recognition &found);

struct DropLine
{
    QString icon;
    QString text; // a sentence without a full stop
    bool usable = true;
};

// What will happen, or what cannot be used: one to four lines, what is usable first.
[[nodiscard]] QVector<DropLine> dropLines(const DropPlan &plan);
// The same in one text, for a message or a screen reader: "Nothing here can be used: …" when that is so.
[[nodiscard]] QString dropSentence(const DropPlan &plan);

} // namespace streamdesk::ui
