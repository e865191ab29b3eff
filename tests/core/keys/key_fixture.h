// What the tests of keys have in common.
#pragma once

#include "core/keys/file_home.h"
#include "core/keys/key_store.h"
#include "tests/core/keys/key_secrets.h"
#include "tests/support/files.h"

#include <memory>
#include <string>
#include <string_view>

namespace streamdesk::test {

// Answers with the same passphrase whenever it is asked, but not again when it was wrong.
struct Answers
{
    std::string text;
    unsigned asked = 0;
    unsigned askedForNew = 0;

    [[nodiscard]] keys::PassphraseQuestion question()
    {
        return [this](const keys::PassphraseRequest &request) -> std::optional<crypto::SecretBytes> {
            ++asked;
            askedForNew += request.isNew ? 1 : 0;
            return text.empty() || request.wrongBefore > 0 ? std::nullopt : std::optional(passphrase(text));
        };
    }
};

// A desk of its own with the key file as home.
struct Desk
{
    Folder folder;
    Answers answers{.text = "open sesame"};
    std::shared_ptr<keys::FileHome> home =
        std::make_shared<keys::FileHome>(answers.question(), folder / "secrets.json", quickCost);
    keys::KeyStore store{keys::KeyListFile(folder / "keys.json")};

    Desk() { store.addHome(home); }
};

} // namespace streamdesk::test
