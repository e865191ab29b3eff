// What becomes of things that were dropped, pasted or named on the command line: sorted by what is to be done.
#pragma once

#include "core/jobs/job.h"
#include "core/recognition/recognition.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace streamdesk::ui {

using Recognitions = std::vector<recognition::Recognition>;

struct DropPlan
{
    Recognitions packages; // to open and verify, each package once however many of its files were given
    Recognitions readings; // to verify
    Recognitions access;   // the rest is kept for later
    Recognitions keys;
    Recognitions trust;
    Recognitions desks;    // what another desk knows
    Recognitions receipts; // to check against the packages that are open
    Recognitions unusable;
    QStringList elsewhere; // not on this computer

    [[nodiscard]] bool hasUsable() const noexcept
    {
        return !(packages.empty() && readings.empty() && access.empty() && keys.empty() && trust.empty()
                 && desks.empty() && receipts.empty());
    }
};

// For the thread of a Job: reads from the disk. Throws Stopped.
[[nodiscard]] Recognitions recogniseAll(const QStringList &paths, const jobs::JobControl &control);
[[nodiscard]] DropPlan planOf(Recognitions found, QStringList elsewhere = {});
// Where to find it, for the functions that open it.
[[nodiscard]] QString pathToOpen(const recognition::Recognition &found);

} // namespace streamdesk::ui
