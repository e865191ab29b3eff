// What a person may copy and send to whoever can help: what happened, where, and in which program. No content of any
// file, no keys, and the home folder as "~".
#pragma once

#include "core/base/errors.h"

#include <QString>

namespace streamdesk::ui {

// `doing` says in the reader's words what was being done: the title of the job.
[[nodiscard]] QString problemReport(const QString &doing, const StreamError &error);

} // namespace streamdesk::ui
