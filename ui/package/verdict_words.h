// A verdict in the words of its banner: one sentence that decides, one that says why and how much.
#pragma once

#include "ui/package/package_session.h"
#include "ui/widgets/verdict_banner.h"

#include <QString>

namespace streamdesk::ui {

struct VerdictText
{
    VerdictBanner::Tone tone = VerdictBanner::Tone::Neutral;
    QString icon; // as icon() takes it
    QString title;
    QString text;
};

// Of a finished verification.
[[nodiscard]] VerdictText verdictText(const package::Verification &verification);
// A verdict's name and icon in lists: "Intact, signer not yet trusted".
[[nodiscard]] QString verdictTitle(stream::Verdict verdict);
[[nodiscard]] QString verdictIcon(stream::Verdict verdict);
[[nodiscard]] QColor Colours::*verdictColour(stream::Verdict verdict);

// A key in groups of four, easy to compare by eye or voice.
[[nodiscard]] QString fingerprint(const crypto::Ed25519PublicKey &key);

} // namespace streamdesk::ui
