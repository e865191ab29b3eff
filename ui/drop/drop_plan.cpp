#include "ui/drop/drop_plan.h"

#include "core/base/text.h"

#include <algorithm>
#include <map>

namespace streamdesk::ui {

namespace {

using recognition::Kind;
using recognition::Recognition;

bool isPartOfPackage(Kind kind)
{
    return kind == Kind::Envelope || kind == Kind::Manifest || kind == Kind::Ciphertext;
}

Recognitions &listFor(DropPlan &plan, Kind kind)
{
    switch (kind) {
    case Kind::PackageFolder:
    case Kind::PackageZip:
    case Kind::Envelope:
    case Kind::Manifest:
    case Kind::Ciphertext:
        return plan.packages;
    case Kind::DataPackage:
    case Kind::DataPackageLines:
    case Kind::DataPackageFolder:
        return plan.readings;
    case Kind::AccessFile:
    case Kind::AccessFolder:
        return plan.access;
    case Kind::KeyFile:
    case Kind::KeyBackup:
        return plan.keys;
    case Kind::TrustFile:
        return plan.trust;
    case Kind::DeskFile:
        return plan.desks;
    case Kind::Receipt:
        return plan.receipts;
    case Kind::EmptyFolder:
    case Kind::Unknown:
        break;
    }
    return plan.unusable;
}

} // namespace

Recognitions recogniseAll(const QStringList &paths, const jobs::JobControl &control)
{
    Recognitions all;
    // Somebody who drops all files of a package need not have each of them looked at.
    std::map<std::filesystem::path, Recognition> packages;
    for (const QString &text : paths) {
        control.checkStop();
        const std::filesystem::path path = pathFromUtf8(text.toStdString());
        const bool chunk = path.filename().string().starts_with("chunk-");
        const auto known = packages.find(path.parent_path());
        if (chunk && known != packages.end()) {
            all.push_back(known->second);
            all.back().given = path;
            continue;
        }
        all.push_back(recognition::recognise(path));
        if (isPartOfPackage(all.back().kind)) {
            packages.emplace(path.parent_path(), all.back());
        }
    }
    return all;
}

DropPlan planOf(Recognitions found, QStringList elsewhere)
{
    DropPlan plan;
    plan.elsewhere = std::move(elsewhere);
    for (Recognition &one : found) {
        Recognitions &list = listFor(plan, one.kind);
        const auto same =
            std::find_if(list.begin(), list.end(), [&](const Recognition &r) { return r.path == one.path; });
        if (same == list.end()) {
            list.push_back(std::move(one));
        } else if (isPartOfPackage(same->kind)) {
            same->kind = Kind::PackageFolder; // by now it is more than the one file
            same->given = same->path;
        }
    }
    return plan;
}

QString pathToOpen(const recognition::Recognition &found)
{
    return QString::fromStdString(displayPath(found.path));
}

} // namespace streamdesk::ui
