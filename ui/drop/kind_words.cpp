#include "ui/drop/kind_words.h"

#include "core/base/text.h"
#include "ui/words/values.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <optional>

namespace streamdesk::ui {

namespace {

using recognition::Kind;
using recognition::Reason;
using recognition::Recognition;

constexpr int mostLines = 4;
constexpr int mostNames = 3;
constexpr qsizetype longestName = 48;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KindWords)
};

QString shortened(const QString &text)
{
    const QString clean = QString::fromStdString(printable(text.toStdString()));
    if (clean.size() <= longestName) {
        return clean;
    }
    return clean.left(longestName / 2) + QChar(0x2026) + clean.right(longestName / 2 - 1);
}

QString nameOf(const std::filesystem::path &path)
{
    const std::filesystem::path last = path.has_filename() ? path.filename() : path.parent_path().filename();
    return shortened(QString::fromStdString(displayPath(last.empty() ? path : last)));
}

// "a, b, c and 5 more"
QString names(const Recognitions &list, QString (*nameOne)(const Recognition &))
{
    QStringList shown;
    for (std::size_t i = 0; i < std::min<std::size_t>(list.size(), mostNames); ++i) {
        shown.append(nameOne(list[i]));
    }
    const QString joined = QLocale().createSeparatedList(shown);
    const int more = int(list.size()) - int(shown.size());
    return more > 0 ? Words::tr("%1 and %n more", nullptr, more).arg(shown.join(QStringLiteral(", "))) : joined;
}

QString packageName(const Recognition &found)
{
    return nameOf(found.path);
}

// Nothing when one of them was not counted.
std::optional<int> total(const Recognitions &list)
{
    std::uint64_t sum = 0;
    for (const Recognition &one : list) {
        if (!one.count) {
            return std::nullopt;
        }
        sum += one.kind == Kind::AccessFile ? 1 : *one.count;
    }
    return pluralCount(sum);
}

DropLine packagesLine(const Recognitions &list)
{
    const Recognition &first = list.front();
    if (list.size() > 1) {
        return {QStringLiteral("library"),
                Words::tr("Open and verify %n packages: %1", nullptr, int(list.size())).arg(names(list, packageName))};
    }
    if (first.kind == Kind::PackageFolder || first.kind == Kind::PackageZip) {
        return {QStringLiteral("library"), Words::tr("Open and verify package %1").arg(packageName(first))};
    }
    return {QStringLiteral("library"),
            Words::tr("Open and verify package %1, which %2 belongs to").arg(packageName(first), shortName(first))};
}

DropLine readingsLine(const Recognitions &list)
{
    const Recognition &first = list.front();
    const std::optional<int> count = total(list);
    QString text;
    if (list.size() == 1 && first.kind == Kind::DataPackage) {
        text = Words::tr("Verify reading %1").arg(shortName(first));
    } else if (list.size() == 1 && count > 1) {
        text = Words::tr("Verify %n readings in %1", nullptr, *count).arg(shortName(first));
    } else if (count > 1) {
        text = Words::tr("Verify %n readings", nullptr, *count);
    } else {
        text = Words::tr("Verify the readings in %1").arg(names(list, shortName));
    }
    return {QStringLiteral("readings"), text};
}

DropLine accessLine(const Recognitions &list)
{
    const Recognition &first = list.front();
    const bool oneBuyer = !first.subject.empty() && std::all_of(list.begin(), list.end(), [&](const Recognition &one) {
        return one.subject == first.subject;
    });
    const QString buyer = shortened(QString::fromStdString(first.subject));
    const std::optional<int> count = list.size() == 1 && first.kind == Kind::AccessFile ? 1 : total(list);
    QString text;
    if (!count) {
        text = Words::tr("Keep the access files in %1 for later").arg(names(list, shortName));
    } else if (*count == 1) {
        text = oneBuyer ? Words::tr("Keep access file for %1 for later").arg(buyer)
                        : Words::tr("Keep access file %1 for later").arg(shortName(first));
    } else {
        text = oneBuyer ? Words::tr("Keep %n access files for %1 for later", nullptr, *count).arg(buyer)
                        : Words::tr("Keep %n access files for later", nullptr, *count);
    }
    return {QStringLiteral("access"), text};
}

DropLine keysLine(const Recognitions &list)
{
    return {QStringLiteral("key"), list.size() == 1 ? Words::tr("Import key file %1").arg(shortName(list.front()))
                                                    : Words::tr("Import %n key files", nullptr, int(list.size()))};
}

DropLine trustLine(const Recognitions &list)
{
    return {QStringLiteral("intact-trusted"),
            list.size() == 1 ? Words::tr("Look at trusted machines file %1").arg(shortName(list.front()))
                             : Words::tr("Look at %n trusted machines files", nullptr, int(list.size()))};
}

DropLine receiptsLine(const Recognitions &list)
{
    return {QStringLiteral("verified"), list.size() == 1 ? Words::tr("Check receipt %1").arg(shortName(list.front()))
                                                         : Words::tr("Check %n receipts", nullptr, int(list.size()))};
}

DropLine desksLine(const Recognitions &list)
{
    return {QStringLiteral("settings"),
            Words::tr("Look at the data of another desk in %1").arg(names(list, shortName))};
}

DropLine allTogether(const DropPlan &plan)
{
    Recognitions all = plan.access;
    all.insert(all.end(), plan.keys.begin(), plan.keys.end());
    all.insert(all.end(), plan.trust.begin(), plan.trust.end());
    all.insert(all.end(), plan.desks.begin(), plan.desks.end());
    return {QStringLiteral("access"),
            Words::tr("Take in %n files: %1", nullptr, int(all.size())).arg(names(all, shortName))};
}

QVector<DropLine> usableLines(const DropPlan &plan, int room)
{
    QVector<DropLine> lines;
    if (!plan.packages.empty()) {
        lines.append(packagesLine(plan.packages));
    }
    if (!plan.readings.empty()) {
        lines.append(readingsLine(plan.readings));
    }
    if (!plan.receipts.empty()) {
        lines.append(receiptsLine(plan.receipts));
    }
    const int later =
        int(!plan.access.empty()) + int(!plan.keys.empty()) + int(!plan.trust.empty()) + int(!plan.desks.empty());
    if (later > 1 && lines.size() + later > room) {
        lines.append(allTogether(plan));
        return lines;
    }
    if (!plan.access.empty()) {
        lines.append(accessLine(plan.access));
    }
    if (!plan.keys.empty()) {
        lines.append(keysLine(plan.keys));
    }
    if (!plan.trust.empty()) {
        lines.append(trustLine(plan.trust));
    }
    if (!plan.desks.empty()) {
        lines.append(desksLine(plan.desks));
    }
    return lines;
}

} // namespace

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::PackageFolder:
        return Words::tr("package");
    case Kind::PackageZip:
        return Words::tr("package in a ZIP file");
    case Kind::Envelope:
        return Words::tr("envelope of a chunk");
    case Kind::Manifest:
        return Words::tr("manifest of a package");
    case Kind::Ciphertext:
        return Words::tr("encrypted data of a chunk");
    case Kind::DataPackage:
        return Words::tr("reading");
    case Kind::DataPackageLines:
        return Words::tr("readings, one a line");
    case Kind::DataPackageFolder:
        return Words::tr("folder of readings");
    case Kind::AccessFile:
        return Words::tr("access file");
    case Kind::AccessFolder:
        return Words::tr("access files");
    case Kind::KeyFile:
        return Words::tr("key file");
    case Kind::KeyBackup:
        return Words::tr("backup of keys");
    case Kind::DeskFile:
        return Words::tr("data of a desk");
    case Kind::TrustFile:
        return Words::tr("trusted machines file");
    case Kind::Receipt:
        return Words::tr("receipt");
    case Kind::EmptyFolder:
        return Words::tr("empty folder");
    case Kind::Unknown:
        break;
    }
    return Words::tr("unknown");
}

QString shortName(const Recognition &found)
{
    return nameOf(found.given);
}

QString reasonSentence(const Recognition &found)
{
    const QString name = shortName(found);
    if (found.kind == Kind::EmptyFolder) {
        return Words::tr("%1 is an empty folder").arg(name);
    }
    switch (found.reason) {
    case Reason::NotFound:
        return Words::tr("%1 does not exist (any more)").arg(name);
    case Reason::NotReadable:
        return Words::tr("%1 cannot be read; check that you may open it").arg(name);
    case Reason::SpecialFile:
        return Words::tr("%1 is a device or a pipe, not a file").arg(name);
    case Reason::EmptyFile:
        return Words::tr("%1 is empty").arg(name);
    case Reason::TooLarge:
        return Words::tr("%1 is larger than any file Stream Desk knows").arg(name);
    case Reason::BrokenJson:
        return Words::tr("%1 begins like a JSON file, but is damaged or cut off").arg(name);
    case Reason::UnknownJson:
        return Words::tr("%1 is a JSON file of a kind Stream Desk does not know").arg(name);
    case Reason::OtherSchema:
        return Words::tr("%1 is of the kind “%2”, which this version does not know")
            .arg(name, shortened(QString::fromStdString(found.subject)));
    case Reason::UnknownFolder:
        return Words::tr("%1 holds no package, readings or access files").arg(name);
    case Reason::NoPackageInArchive:
        return Words::tr("%1 is a ZIP file without a package").arg(name);
    case Reason::DamagedArchive:
        return Words::tr("%1 is a damaged or cut off ZIP file; get it again").arg(name);
    case Reason::UnsafeArchive:
        return Words::tr("%1 is a ZIP file with unsafe file names").arg(name);
    case Reason::SeveralPackages:
        return Words::tr("%1 holds several packages; choose one of them").arg(name);
    case Reason::NoPackageAround:
        return Words::tr("%1 is a manifest, but its package is not in the same folder").arg(name);
    case Reason::WrongName:
        return Words::tr("%1 belongs to a package, but was renamed: envelopes are called chunk-0.json and so on, "
                         "the manifest manifest.json")
            .arg(name);
    case Reason::NotJson:
    case Reason::None:
        break;
    }
    return Words::tr("%1 is not a file Stream Desk knows").arg(name);
}

QVector<DropLine> dropLines(const DropPlan &plan)
{
    QStringList problems;
    for (const Recognition &one : plan.unusable) {
        if (problems.size() < mostLines) {
            problems.append(reasonSentence(one));
        }
    }
    for (const QString &address : plan.elsewhere) {
        if (problems.size() < mostLines) {
            problems.append(Words::tr("%1 is not on this computer; download it first").arg(shortened(address)));
        }
    }
    const int unusable = int(plan.unusable.size()) + int(plan.elsewhere.size());
    QVector<DropLine> lines = usableLines(plan, unusable > 0 ? mostLines - 1 : mostLines);
    const int room = mostLines - int(lines.size());
    const int shown = unusable <= room ? unusable : room - 1;
    for (int i = 0; i < shown; ++i) {
        lines.append({QStringLiteral("problem"), problems[i], false});
    }
    if (shown < unusable) {
        const QString text = lines.isEmpty() || shown == 0
                                 ? Words::tr("%n files cannot be used", nullptr, unusable)
                                 : Words::tr("%n more cannot be used", nullptr, unusable - shown);
        lines.append({QStringLiteral("problem"), text, false});
    }
    return lines;
}

QString dropSentence(const DropPlan &plan)
{
    QStringList texts;
    for (const DropLine &line : dropLines(plan)) {
        texts.append(line.text);
    }
    const QString all = texts.join(QStringLiteral("; "));
    return plan.hasUsable() ? all : Words::tr("Nothing here can be used: %1").arg(all);
}

} // namespace streamdesk::ui
