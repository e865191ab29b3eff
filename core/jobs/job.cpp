#include "core/jobs/job.h"

#include "core/base/errors.h"

namespace streamdesk::jobs {

void StopFlag::check() const
{
    if (stopRequested()) {
        throw StreamError(ErrorCode::Stopped, "stopped before it was done; nothing was left half-written");
    }
}

} // namespace streamdesk::jobs
