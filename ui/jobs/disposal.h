// Large things go in another thread: freeing a hundred thousand texts takes longer than a turn of the event loop may.
#pragma once

#include <QThreadPool>

#include <memory>

namespace streamdesk::ui {

// Lets go of it. Where somebody else still holds it, that is all; else it is freed in a thread of the program's pool.
template <typename Thing>
void disposeElsewhere(std::shared_ptr<Thing> thing)
{
    if (thing) {
        QThreadPool::globalInstance()->start([thing = std::move(thing)]() mutable { thing.reset(); });
    }
}

} // namespace streamdesk::ui
