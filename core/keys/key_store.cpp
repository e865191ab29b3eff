#include "core/keys/key_store.h"

#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/base/utc.h"

#include <algorithm>

namespace streamdesk::keys {

namespace {

[[noreturn]] void refuse(ErrorCode code, std::string_view message, const std::string &label)
{
    throw StreamError(code, message, ErrorContext{.file = {}, .field = label, .chunk = {}});
}

[[noreturn]] void refuseUnknown(std::string_view key)
{
    refuse(ErrorCode::UnknownKey, "there is no key of this name on this desk", redact(printable(key)));
}

void requireNew(const KeyList &list, const KeyRecord &fresh)
{
    for (const KeyRecord &known : list.keys) {
        if (known.publicPart == fresh.publicPart && known.kind == fresh.kind) {
            refuse(ErrorCode::KeyExists, "this key is on this desk already", known.label);
        }
        if (known.label == fresh.label) {
            refuse(ErrorCode::KeyExists, "another key has this name already", known.label);
        }
    }
}

} // namespace

void KeyStore::addHome(std::shared_ptr<SecretHome> home)
{
    std::erase_if(m_homes, [&](const auto &known) { return known->kind() == home->kind(); });
    m_homes.push_back(std::move(home));
}

SecretHome *KeyStore::find(HomeKind kind) const noexcept
{
    const auto found = std::ranges::find_if(m_homes, [kind](const auto &home) { return home->kind() == kind; });
    return found == m_homes.end() ? nullptr : found->get();
}

SecretHome &KeyStore::home(HomeKind kind) const
{
    if (SecretHome *const home = find(kind)) {
        return *home;
    }
    throw StreamError(ErrorCode::KeychainAbsent, "there is no keychain that this program could use");
}

KeyRecord KeyStore::find(std::string_view key) const
{
    const KeyList list = m_list.read();
    const KeyRecord *const record = list.find(key);
    if (record == nullptr) {
        refuseUnknown(key);
    }
    return *record;
}

HomeKind KeyStore::usualHome() const
{
    return m_list.read().usualHome.value_or(HomeKind::Keychain);
}

void KeyStore::setUsualHome(HomeKind home) const
{
    m_list.update([&](KeyList &list) { list.usualHome = home; });
}

KeyRecord KeyStore::generate(Purpose purpose, std::string_view label, HomeKind home)
{
    return add(generateSecret(kindOf(purpose)), purpose, label, home);
}

KeyRecord KeyStore::import(const crypto::SecretBytes &secret, Purpose purpose, std::string_view label, HomeKind home)
{
    return add(secret, purpose, label, home);
}

KeyRecord KeyStore::add(const crypto::SecretBytes &secret, Purpose purpose, std::string_view label, HomeKind homeKind)
{
    KeyRecord record{.id = newKeyId(),
                     .label = checkedLabel(label),
                     .kind = kindOf(purpose),
                     .purpose = purpose,
                     .publicPart = publicPartOf(kindOf(purpose), secret),
                     .created = utcNow(TimePrecision::Seconds),
                     .home = homeKind};
    requireNew(m_list.read(), record); // before anybody is asked for anything
    SecretHome &itsHome = home(homeKind);
    itsHome.store(record, secret);
    try {
        m_list.update([&](KeyList &list) {
            requireNew(list, record);
            if (list.keys.size() >= mostKeys) {
                refuse(ErrorCode::TooLarge, "there are too many keys on this desk", {});
            }
            list.keys.push_back(record);
        });
    } catch (...) {
        try {
            itsHome.remove(record);
        } catch (const StreamError &error) {
            log::warning("keys", "a secret that the list does not name stayed in its home: ", error.what());
        }
        throw;
    }
    log::info("keys", "took in a key, ", name(record.kind), ", ", name(record.home));
    return record;
}

void KeyStore::edit(std::string_view key, const std::function<void(KeyRecord &)> &change) const
{
    m_list.update([&](KeyList &list) {
        const KeyRecord *const found = list.find(key);
        if (found == nullptr) {
            refuseUnknown(key);
        }
        change(list.keys[static_cast<std::size_t>(found - list.keys.data())]);
    });
}

void KeyStore::rename(std::string_view key, std::string_view label)
{
    const std::string fresh = checkedLabel(label);
    m_list.update([&](KeyList &list) {
        const KeyRecord *const found = list.find(key);
        if (found == nullptr) {
            refuseUnknown(key);
        }
        const std::string id = found->id;
        for (const KeyRecord &known : list.keys) {
            if (known.label == fresh && known.id != id) {
                refuse(ErrorCode::KeyExists, "another key has this name already", known.label);
            }
        }
        list.keys[static_cast<std::size_t>(found - list.keys.data())].label = fresh;
    });
}

bool KeyStore::mend(std::string_view key, const crypto::SecretBytes &secret)
{
    KeyRecord record = find(key);
    if (publicPartOf(record.kind, secret) != record.publicPart) {
        refuse(ErrorCode::KeyEntryChanged, "is another key than the one that is to be put back", record.label);
    }
    const std::string before = record.id;
    try {
        (void)this->secret(before);
        return false;
    } catch (const StreamError &error) {
        if (error.code() == ErrorCode::KeyEntryChanged) {
            record.id = newKeyId();
        } else if (error.code() != ErrorCode::KeyEntryMissing) {
            throw;
        }
    }
    home(record.home).store(record, secret);
    edit(before, [&](KeyRecord &known) { known.id = record.id; });
    return true;
}

void KeyStore::remove(std::string_view key)
{
    const KeyRecord record = find(key);
    try {
        home(record.home).remove(record);
    } catch (const StreamError &error) {
        if (error.code() != ErrorCode::KeyEntryMissing) {
            throw;
        }
    }
    m_list.update([&](KeyList &list) {
        std::erase_if(list.keys, [&](const KeyRecord &known) { return known.id == record.id; });
    });
}

crypto::SecretBytes KeyStore::secret(std::string_view key)
{
    const KeyRecord record = find(key);
    crypto::SecretBytes secret = home(record.home).fetch(record);
    bool same = false;
    try {
        same = publicPartOf(record.kind, secret) == record.publicPart;
    } catch (const StreamError &) {
        // no key at all is not the same either
    }
    if (!same) {
        refuse(ErrorCode::KeyEntryChanged, "what lies in its home is not this key: somebody put another secret there",
               record.label);
    }
    return secret;
}

void KeyStore::requireKind(const KeyRecord &record, KeyKind kind) const
{
    if (record.kind != kind) {
        refuse(ErrorCode::WrongKeyKind,
               "is a key of the kind " + std::string(name(record.kind)) + "; this needs " + std::string(name(kind)),
               record.label);
    }
}

std::vector<KeyWithSecret> KeyStore::secrets(const std::vector<std::string> &keys)
{
    std::vector<KeyWithSecret> all;
    for (const std::string &key : keys) {
        KeyRecord record = find(key);
        crypto::SecretBytes bytes = secret(record.id);
        all.push_back({.record = std::move(record), .secret = std::move(bytes)});
    }
    return all;
}

void KeyStore::markUsed(std::string_view key)
{
    edit(key, [](KeyRecord &record) { record.lastUsed = utcNow(TimePrecision::Seconds); });
}

void KeyStore::markProven(std::string_view key)
{
    edit(key, [](KeyRecord &record) { record.lastProven = utcNow(TimePrecision::Seconds); });
}

void KeyStore::lock()
{
    for (const auto &home : m_homes) {
        home->lock();
    }
}

RestoreResult restoreKeys(KeyStore &store, const std::vector<KeyWithSecret> &keys, HomeKind home)
{
    RestoreResult result;
    for (const KeyWithSecret &key : keys) {
        const std::vector<KeyRecord> known = store.list();
        const auto there = std::ranges::find_if(known, [&](const KeyRecord &record) {
            return record.publicPart == key.record.publicPart && record.kind == key.record.kind;
        });
        if (there != known.end()) {
            auto &where = store.mend(there->label, key.secret) ? result.restored : result.there;
            where.push_back(store.find(there->label));
            continue;
        }
        std::string label = key.record.label;
        for (unsigned number = 2; std::ranges::count(known, label, &KeyRecord::label) > 0; ++number) {
            label = shortened(key.record.label, 80) + " (" + std::to_string(number) + ")";
        }
        result.restored.push_back(store.import(key.secret, key.record.purpose, label, home));
    }
    return result;
}

std::vector<DrillFinding> drill(KeyStore &store, const std::vector<KeyWithSecret> &keys)
{
    std::vector<DrillFinding> findings;
    const std::vector<KeyRecord> known = store.list();
    for (const KeyWithSecret &key : keys) {
        const auto there = std::ranges::find_if(known, [&](const KeyRecord &record) {
            return record.publicPart == key.record.publicPart && record.kind == key.record.kind;
        });
        DrillFinding finding{.record = there == known.end() ? key.record : *there};
        if (!provesItself(finding.record.kind, key.secret, finding.record.publicPart)) {
            finding.outcome = DrillFinding::Outcome::Failed;
        } else if (there == known.end()) {
            finding.outcome = DrillFinding::Outcome::NotOnDesk;
        } else {
            store.markProven(there->id);
            finding.record = store.find(there->id);
            finding.outcome = DrillFinding::Outcome::Proven;
        }
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace streamdesk::keys
