// What went wrong, in a reader's words: the one place where an error's code becomes a sentence and a next step.
#pragma once

#include "core/base/errors.h"

#include <QString>

namespace streamdesk::ui {

struct ProblemText
{
    QString sentence; // what happened, with the name of what it happened to
    QString nextStep; // what to do about it; may be empty
};

// For every code there is, with what the context says. Names of files are shortened and whatever looks like a key is
// left out, so that it may be shown, copied and sent. Any thread.
[[nodiscard]] ProblemText describe(const StreamError &error);

} // namespace streamdesk::ui
