// The index of a package as it was when the package was last opened, kept in a cache folder: a large package that has
// not changed shows all of its table at once, while its envelopes are read again. It is for showing only. Nothing in it
// is ever asked for a verdict, whoever may have written it: Package::open() reads every envelope, every time.
#pragma once

#include "core/package/chunk_index.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace streamdesk::package {

inline constexpr std::size_t fewestSavedChunks = 1'000; // smaller packages are read as quickly as their saved index
inline constexpr std::size_t mostSavedIndexBytes = std::size_t{256} << 20U;
inline constexpr std::size_t mostSavedIndexes = 32; // in a folder; the oldest go

// Its bytes: "SDINDEX1", the length of what follows the next, its SHA-256, and then `package` (the absolute path, as
// UTF-8), `footprint` (package::footprint() from before the envelopes were read) and ChunkIndex::appendTo().
[[nodiscard]] std::string encodeIndex(const ChunkIndex &index, std::string_view package, std::string_view footprint);
// The way back. Nothing when it is cut, changed, of another package, or from when the files were others.
[[nodiscard]] std::optional<ChunkIndex> decodeIndex(std::string_view bytes, std::string_view package,
                                                    std::string_view footprint);

// Where in `folder` the index of the package at `package` is kept; the name does not tell what package it is.
[[nodiscard]] std::filesystem::path savedIndexPath(const std::filesystem::path &folder,
                                                   const std::filesystem::path &package);

// Keeps the index of the package at `package`, in place of what was kept of it, when it is of enough chunks; makes
// `folder`. False when it is not kept, for whatever reason. Throws nothing: without it, opening takes longer.
bool saveIndex(const std::filesystem::path &folder, const std::filesystem::path &package, std::string_view footprint,
               const ChunkIndex &index) noexcept;
// What was kept of the package at `package`, when its files are still as `footprint` says; nullptr when there is none
// to be used. Throws nothing.
[[nodiscard]] std::shared_ptr<const ChunkIndex> loadIndex(const std::filesystem::path &folder,
                                                          const std::filesystem::path &package,
                                                          std::string_view footprint) noexcept;

} // namespace streamdesk::package
