#include "ui/package/decrypt_words.h"

#include "core/base/text.h"
#include "ui/package/finding_words.h"
#include "ui/package/verdict_words.h"
#include "ui/words/problem_words.h"
#include "ui/words/values.h"

#include <QCoreApplication>

namespace streamdesk::ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Decryption)
};

QString nameOf(const std::filesystem::path &file)
{
    return leftToRight(shown(displayPath(file.filename())));
}

} // namespace

QString problemText(const package::Preflight::Problem &problem)
{
    const ProblemText words = describe(problem.error);
    const int count = pluralCount(package::chunksIn(problem.chunks));
    const QString list = chunkLists(problem.chunks);
    QString sentence = words.sentence;
    QString nextStep = words.nextStep;
    switch (problem.error.code()) {
    case ErrorCode::NotGranted:
        sentence = Words::tr("This key opens none of the chunks.");
        break;
    case ErrorCode::MissingCiphertext:
        sentence = Words::tr("The encrypted data of %Ln chunk(s) is missing: %1.", nullptr, count).arg(list);
        break;
    case ErrorCode::UnwrapFailed:
        sentence = Words::tr("%Ln chunk(s) are said to be for this key and do not open with it: %1.", nullptr, count)
                       .arg(list);
        break;
    case ErrorCode::CommitmentMismatch:
        sentence =
            Words::tr("%Ln chunk(s) open with another key than the one they commit to: %1.", nullptr, count).arg(list);
        break;
    case ErrorCode::DiskFull:
        sentence = Words::tr("There is too little room on the disk.");
        break;
    default:
        break;
    }
    return nextStep.isEmpty() ? sentence : sentence + QLatin1Char(' ') + nextStep;
}

QString filesText(const package::Preflight &preflight)
{
    constexpr std::size_t mostNamed = 3;
    if (preflight.files.size() == 1) {
        return Words::tr("It will be written to %1, %2.")
            .arg(nameOf(preflight.files.front()), sizeText(preflight.bytes));
    }
    QStringList names;
    for (std::size_t i = 0; i < std::min(mostNamed, preflight.files.size()); ++i) {
        names.append(nameOf(preflight.files[i]));
    }
    const QString named = names.join(QStringLiteral(", "));
    return preflight.files.size() > mostNamed
               ? Words::tr("Each run of chunks goes into a file of its own: %1 and %Ln more.", nullptr,
                           int(preflight.files.size() - mostNamed))
                     .arg(named)
               : Words::tr("Each run of chunks goes into a file of its own: %1.").arg(named);
}

QString dataCheckText(const package::ConsumeResult &result, bool hasManifest, bool partial)
{
    switch (result.data) {
    case package::DataCheck::Matches:
        return Words::tr("It is exactly the data that the manifest names.");
    case package::DataCheck::Differs:
        return Words::tr("It is not the data that the manifest names.");
    case package::DataCheck::NothingToCompare:
        break;
    }
    if (partial) {
        return Words::tr("Only a part was decrypted, so the whole cannot be compared with the manifest.");
    }
    return hasManifest ? Words::tr("The manifest does not name the whole data, so it could not be compared.")
                       : Words::tr("There is no manifest that names the whole data, so it could not be compared.");
}

QString refusalText(const package::ConsumeResult &result)
{
    if (result.refusal == package::Refusal::OtherData) {
        return Words::tr("Every chunk could be decrypted, but together they are not the data that the manifest names: "
                         "chunks were left out, repeated or put in another order, or the manifest was changed. Ask the "
                         "seller for the package again.");
    }
    const VerdictText verdict = verdictText(*result.verification);
    return verdict.title + QStringLiteral(". ") + verdict.text;
}

} // namespace streamdesk::ui
