// Keys in words for people.
#pragma once

#include "core/keys/key_record.h"

#include <QString>

#include <array>

namespace streamdesk::ui {

// In the order in which they are offered: what most people need first.
inline constexpr std::array allPurposes = {keys::Purpose::Buyer, keys::Purpose::Owner,    keys::Purpose::Signing,
                                           keys::Purpose::Data,  keys::Purpose::Operator, keys::Purpose::Machine,
                                           keys::Purpose::Field};

// "Buyer", "Owner", "Signs chunks".
[[nodiscard]] QString purposeName(keys::Purpose purpose);
// What a key of this purpose is for, in a sentence.
[[nodiscard]] QString purposeText(keys::Purpose purpose);
// "X25519".
[[nodiscard]] QString kindName(keys::KeyKind kind);
// What the public part of this kind is called: "Public key", "Address", "Check value".
[[nodiscard]] QString publicPartName(keys::KeyKind kind);
// The public part in groups of four digits, where people compare it.
[[nodiscard]] QString publicPartText(const keys::KeyRecord &key);
[[nodiscard]] QString homeName(keys::HomeKind home);
// "proven 12 days ago", "never proven".
[[nodiscard]] QString provenText(const keys::KeyRecord &key);
// While the home of a key is asked for something: who may be asking for what.
[[nodiscard]] QString waitingText(keys::HomeKind home);

} // namespace streamdesk::ui
