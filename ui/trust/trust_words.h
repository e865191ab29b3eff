// What is known of machines, in words for people, and what of it a page or a dialog asks for.
#pragma once

#include "core/keys/trust_edits.h"
#include "core/keys/trust_file.h"

#include <QString>

#include <string>
#include <vector>

namespace streamdesk::ui {

// The name a person gave to a machine; empty when there is none.
[[nodiscard]] QString labelOf(const keys::TrustFile &file, const std::string &did);
// Those that are trusted for it and not revoked.
[[nodiscard]] std::vector<crypto::Ed25519PublicKey> trustedKeys(const keys::TrustFile &file, const std::string &did);

// Each machine once, with what all entries of a file say of it; by name, those that are only seen last.
[[nodiscard]] std::vector<keys::TrustedMachine> machinesOf(const keys::TrustFile &file);
// Its name, else its DID shortened.
[[nodiscard]] QString nameOf(const keys::TrustedMachine &machine);
// "2 trusted, 1 revoked", "only seen".
[[nodiscard]] QString keysText(const keys::TrustedMachine &machine);
// What an import brings.
[[nodiscard]] QString importText(const keys::ImportResult &result);

// A fingerprint in two lines of equal length, from left to right in every language.
[[nodiscard]] QString fingerprintLines(const crypto::Ed25519PublicKey &key);

// On what grounds a key is trusted or revoked, of what is written in the file; what is not known there as it is.
[[nodiscard]] QString groundsText(const std::string &grounds);

} // namespace streamdesk::ui
