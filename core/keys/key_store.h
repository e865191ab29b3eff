// The keys of this desk: their list and the homes of their secrets, kept in step.
#pragma once

#include "core/keys/key_backup.h"
#include "core/keys/key_list.h"
#include "core/keys/key_secret.h"
#include "core/keys/secret_home.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace streamdesk::keys {

// Any thread, also several at once. What reaches a home may take long (see SecretHome); list() and find() do not.
//
// Besides what is said below, every function throws what KeyListFile and the home throw. A secret comes to its home
// before the list names it, and leaves the home before the list forgets it: whatever breaks off in between, no secret
// is lost and none stays behind that the list calls deleted.
class KeyStore
{
public:
    explicit KeyStore(KeyListFile list) : m_list(std::move(list)) {}

    // The home for keys of its kind, in place of an earlier one. Before the store is used.
    void addHome(std::shared_ptr<SecretHome> home);
    [[nodiscard]] bool hasHome(HomeKind kind) const noexcept { return find(kind) != nullptr; }

    [[nodiscard]] std::vector<KeyRecord> list() const { return m_list.read().keys; }
    // By label, id or public part. Throws StreamError UnknownKey.
    [[nodiscard]] KeyRecord find(std::string_view key) const;
    // Where new keys go unless somebody says otherwise: the keychain, or what setUsualHome() said.
    [[nodiscard]] HomeKind usualHome() const;
    void setUsualHome(HomeKind home) const;

    // A fresh key. Throws what checkedLabel() does, KeyExists when a key has this label.
    KeyRecord generate(Purpose purpose, std::string_view label, HomeKind home);
    // A key that came from elsewhere; `secret` is copied. Also KeyExists when this key is here already, with its label,
    // and UnusableKey.
    KeyRecord import(const crypto::SecretBytes &secret, Purpose purpose, std::string_view label, HomeKind home);
    // Throws UnknownKey, KeyExists.
    void rename(std::string_view key, std::string_view label);
    // Puts the secret of a key that is in the list back when it is missing in its home, or another one is there, which
    // is left alone: the key then has a new id. True when that was needed. Throws UnknownKey, and KeyEntryChanged when
    // `secret` does not belong to the key.
    bool mend(std::string_view key, const crypto::SecretBytes &secret);
    // Removes the secret from its home and the key from the list; a secret that was missing already is no error.
    void remove(std::string_view key);

    // The secret for one operation, checked against the public part: StreamError KeyEntryChanged when somebody put
    // another one in its place. Neither list nor home are changed by that, or by any other failure.
    [[nodiscard]] crypto::SecretBytes secret(std::string_view key);
    // The same as a typed key, noted as used. Throws WrongKeyKind when the key is of another kind.
    template <typename PrivateKey>
    [[nodiscard]] PrivateKey privateKey(std::string_view key)
    {
        const KeyRecord record = find(key);
        requireKind(record, kindOfType<PrivateKey>());
        PrivateKey typed = typedKey<PrivateKey>(secret(record.id));
        markUsed(record.id);
        return typed;
    }
    // What is missing or changed throws here, before anything is written.
    [[nodiscard]] std::vector<KeyWithSecret> secrets(const std::vector<std::string> &keys);

    // Notes that the key was used, or came out of a backup unharmed, now.
    void markUsed(std::string_view key);
    void markProven(std::string_view key);

    // Forgets what opens the homes without asking.
    void lock();

private:
    [[nodiscard]] SecretHome *find(HomeKind kind) const noexcept;
    [[nodiscard]] SecretHome &home(HomeKind kind) const;
    void requireKind(const KeyRecord &record, KeyKind kind) const;
    KeyRecord add(const crypto::SecretBytes &secret, Purpose purpose, std::string_view label, HomeKind home);
    void edit(std::string_view key, const std::function<void(KeyRecord &)> &change) const;

    KeyListFile m_list;
    std::vector<std::shared_ptr<SecretHome>> m_homes;
};

// What became of the keys of a backup.
struct RestoreResult
{
    std::vector<KeyRecord> restored; // also keys whose secret had gone from its home
    std::vector<KeyRecord> there;    // keys that this desk has already, as it knows them
};

// Takes the keys of an opened backup over, each whole or not at all. A label that another key has gets a number behind
// it. A key that is there is fetched from its home, to see that it really is (KeyStore::mend()).
RestoreResult restoreKeys(KeyStore &store, const std::vector<KeyWithSecret> &keys, HomeKind home);

// What a drill found of one key of a backup.
struct DrillFinding
{
    enum class Outcome {
        Proven,    // the same public key, and a real operation with it worked; noted in the list
        NotOnDesk, // whole, but this desk has no such key
        Failed,    // it does not do what a key of this public part does
    };
    KeyRecord record; // as the desk knows it; as the backup does when it does not
    Outcome outcome = Outcome::Failed;
};

// Restores in isolation: nothing is taken over and no home is asked. `keys` come from KeyBackup::open().
[[nodiscard]] std::vector<DrillFinding> drill(KeyStore &store, const std::vector<KeyWithSecret> &keys);

} // namespace streamdesk::keys
