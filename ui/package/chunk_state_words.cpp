#include "ui/package/chunk_state_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace streamdesk::ui {

namespace {

struct ChunkStateWords // the translators' context
{
    Q_DECLARE_TR_FUNCTIONS(ChunkStateWords)
};

} // namespace

QString stateName(ChunkState state)
{
    switch (state) {
    case ChunkState::Verified:
        return ChunkStateWords::tr("verified");
    case ChunkState::Changed:
        return ChunkStateWords::tr("changed");
    case ChunkState::OtherSigner:
        return ChunkStateWords::tr("other signer");
    case ChunkState::Missing:
        return ChunkStateWords::tr("missing");
    case ChunkState::NotChecked:
        return ChunkStateWords::tr("not checked");
    }
    return {};
}

QString countedState(quint64 chunks, ChunkState state)
{
    // More than an int holds decides no language's plural, yet has to be written in full.
    const int number = int(std::min<quint64>(chunks, std::numeric_limits<int>::max()));
    const auto counted = [&] {
        switch (state) {
        case ChunkState::Verified:
            return ChunkStateWords::tr("%1 verified", nullptr, number);
        case ChunkState::Changed:
            return ChunkStateWords::tr("%1 changed", nullptr, number);
        case ChunkState::OtherSigner:
            return ChunkStateWords::tr("%1 by another signer", nullptr, number);
        case ChunkState::Missing:
            return ChunkStateWords::tr("%1 missing", nullptr, number);
        case ChunkState::NotChecked:
            return ChunkStateWords::tr("%1 not checked", nullptr, number);
        }
        return QString();
    };
    return counted().arg(QLocale().toString(chunks));
}

QString countedStates(const StateCounts &counts)
{
    QStringList parts;
    for (const ChunkState state : {ChunkState::Changed, ChunkState::OtherSigner, ChunkState::Missing,
                                   ChunkState::NotChecked, ChunkState::Verified}) {
        if (counts[std::size_t(state)] > 0) {
            parts.append(countedState(counts[std::size_t(state)], state));
        }
    }
    return parts.join(ChunkStateWords::tr(", ", "between counts"));
}

QString iconName(ChunkState state)
{
    switch (state) {
    case ChunkState::Verified:
        return QStringLiteral("verified");
    case ChunkState::Changed:
        return QStringLiteral("changed");
    case ChunkState::OtherSigner:
        return QStringLiteral("other-signer");
    case ChunkState::Missing:
        return QStringLiteral("missing");
    case ChunkState::NotChecked:
        return QStringLiteral("unchecked");
    }
    return {};
}

QColor Colours::*textColour(ChunkState state)
{
    switch (state) {
    case ChunkState::Verified:
        return &Colours::intact;
    case ChunkState::Changed:
    case ChunkState::OtherSigner:
        return &Colours::broken;
    case ChunkState::Missing:
        return &Colours::attention;
    case ChunkState::NotChecked:
        break;
    }
    return &Colours::muted;
}

} // namespace streamdesk::ui
