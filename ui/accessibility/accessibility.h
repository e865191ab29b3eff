// What screen readers are told of the widgets that are ours; the toolkit speaks for its own.
#pragma once

class QWidget;

namespace streamdesk::ui {

// Once, before the first window; more often does no harm. GUI thread.
void installAccessibility();

// Has what a widget says read aloud without moving the focus there: its accessible name. Costs nothing where nobody
// listens.
void announce(QWidget *widget);

} // namespace streamdesk::ui
