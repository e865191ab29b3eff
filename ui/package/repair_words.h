// A repair in words: what fails, what a copy can mend, what is left and what to do about it.
#pragma once

#include "core/package/repair_plan.h"

#include <QString>

namespace streamdesk::ui {

// "7 chunks fail or are missing: 1,097–1,103." Empty when none does.
[[nodiscard]] QString failingText(const package::RepairSubject &subject);
// Why nothing can be repaired, and what to do instead; empty for None.
[[nodiscard]] QString refusalText(package::RepairRefusal refusal);
// What becomes of one copy: "mends 5 of 7: 1,097–1,101", "not used: it is from another machine".
[[nodiscard]] QString copyText(const package::RepairPlan &plan, std::size_t copy);
// What all copies together can do.
[[nodiscard]] QString summaryText(const package::RepairPlan &plan);
// Why these chunks stay as they are, and which files to ask the seller for.
[[nodiscard]] QString leftText(const package::RepairPlan::Left &left);
// What is to be said of the manifest; mostly nothing.
[[nodiscard]] QString manifestText(const package::RepairPlan &plan);

} // namespace streamdesk::ui
