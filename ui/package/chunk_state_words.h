// What a chunk's state is called, drawn and coloured, the same wherever it is shown.
#pragma once

#include "ui/package/chunk_rows.h"
#include "ui/theme/colours.h"

#include <QString>

#include <array>

namespace streamdesk::ui {

// In the order in which people want to hear of them: what is fine, what is not, what is open.
inline constexpr std::array<ChunkState, chunkStateCount> statesToTell = {
    ChunkState::Verified, ChunkState::Changed, ChunkState::OtherSigner, ChunkState::Missing, ChunkState::NotChecked};

// Chunks by state.
using StateCounts = std::array<std::uint64_t, chunkStateCount>;

// "verified", "changed", "other signer", "missing", "not checked".
[[nodiscard]] QString stateName(ChunkState state);
// "4,087 verified"
[[nodiscard]] QString countedState(quint64 chunks, ChunkState state);
// "7 changed, 1 verified": those that occur, what matters most first.
[[nodiscard]] QString countedStates(const StateCounts &counts);
// Of ui/resources/icons, for icon().
[[nodiscard]] QString iconName(ChunkState state);
// What its name and its icon are written in.
[[nodiscard]] QColor Colours::*textColour(ChunkState state);

} // namespace streamdesk::ui
