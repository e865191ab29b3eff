// Puts the right files into a package, as they were planned (core/package/repair_plan.h).
#pragma once

#include "core/io/staging.h"
#include "core/package/repair_plan.h"

#include <filesystem>

namespace streamdesk::package {

struct RepairParams
{
    // Empty: the package is changed where it is. Else it stays as it is, and the repaired one is written as this ZIP
    // file, with all files of the package that are not replaced. A package in a ZIP file is never changed itself.
    std::filesystem::path output{};
    bool replaceOutput = false; // when there is such a file already
    // The files of a folder that are replaced: kept in a folder beside the package, or inside it where that cannot be
    // made ("NAME replaced 2026-11-22"), or thrown away.
    bool keepReplaced = true;
    io::Durability durability = io::Durability::Synced;
};

struct RepairResult
{
    std::filesystem::path package;        // which is now to be verified
    std::filesystem::path replacedFolder; // where the old files are; empty when none are kept
    std::vector<std::string> written;     // new files, by name
    std::vector<std::string> takenAway;   // old files without a successor
};

// `package` and `plan` are those of planRepair(); the plan changes something. Each file is read from its copy once
// more, into the package's own disk, and the chunk checked as a whole; only when all are right the files take their
// places, one after the other (io::replaceKeeping()). Throws FileChanged when a copy no longer has what was found in
// it, IoError, Stopped; then the package is as it was. A killed process leaves every file whole, the old one or the new
// one, and a repeated repair finishes the work. The verdict is for verify() to say, once the package is opened anew.
[[nodiscard]] RepairResult repair(const Package &package, const RepairPlan &plan, const RepairParams &params,
                                  const jobs::JobControl &control);

// Where the repaired package of this ZIP file is best written: "NAME repaired.zip" beside it, with a number behind it
// when there is such a file.
[[nodiscard]] std::filesystem::path repairedName(const std::filesystem::path &zip);

} // namespace streamdesk::package
