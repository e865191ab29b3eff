#include "ui/trust/trust_words.h"

#include "ui/package/verdict_words.h"
#include "ui/words/values.h"

#include <QCollator>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace streamdesk::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TrustWords)
};

} // namespace

QString labelOf(const keys::TrustFile &file, const std::string &did)
{
    const auto machine = std::ranges::find_if(
        file.machines, [&](const keys::TrustedMachine &known) { return known.did == did && !known.label.empty(); });
    return machine != file.machines.end() ? shown(machine->label) : QString();
}

std::vector<crypto::Ed25519PublicKey> trustedKeys(const keys::TrustFile &file, const std::string &did)
{
    std::vector<crypto::Ed25519PublicKey> trusted;
    for (const keys::TrustedMachine &machine : file.machines) {
        for (const keys::TrustedKey &key : machine.keys) {
            if (machine.did == did && file.lookUp(did, key.key, {}).key == stream::SignerTrust::Key::Trusted
                && std::ranges::find(trusted, key.key) == trusted.end()) {
                trusted.push_back(key.key);
            }
        }
    }
    return trusted;
}

std::vector<keys::TrustedMachine> machinesOf(const keys::TrustFile &file)
{
    std::vector<keys::TrustedMachine> machines;
    std::unordered_map<std::string, std::size_t> places;
    for (const keys::TrustedMachine &entry : file.machines) {
        const auto [place, isNew] = places.emplace(entry.did, machines.size());
        if (isNew) {
            machines.push_back(entry);
            continue;
        }
        keys::TrustedMachine &known = machines[place->second];
        known.label = known.label.empty() ? entry.label : known.label;
        known.keys.insert(known.keys.end(), entry.keys.begin(), entry.keys.end());
        known.chains.insert(known.chains.end(), entry.chains.begin(), entry.chains.end());
        known.seen.insert(known.seen.end(), entry.seen.begin(), entry.seen.end());
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::ranges::stable_sort(machines, [&](const keys::TrustedMachine &a, const keys::TrustedMachine &b) {
        return a.keys.empty() != b.keys.empty() ? b.keys.empty() : collator.compare(nameOf(a), nameOf(b)) < 0;
    });
    return machines;
}

QString nameOf(const keys::TrustedMachine &machine)
{
    constexpr int head = 18;
    return machine.label.empty() ? leftToRight(shortCode(shown(machine.did), head)) : shown(machine.label);
}

QString keysText(const keys::TrustedMachine &machine)
{
    const auto trusted = std::ranges::count(machine.keys, keys::TrustedKey::State::Trusted, &keys::TrustedKey::state);
    const auto revoked = std::ssize(machine.keys) - trusted;
    if (machine.keys.empty()) {
        return Words::tr("only seen");
    }
    QStringList parts;
    if (trusted > 0) {
        parts.append(Words::tr("%Ln trusted", nullptr, int(trusted)));
    }
    if (revoked > 0) {
        parts.append(Words::tr("%Ln revoked", nullptr, int(revoked)));
    }
    return parts.join(Words::tr(", "));
}

QString importText(const keys::ImportResult &result)
{
    QStringList parts;
    const auto add = [&](const QString &text, std::size_t count) {
        if (count > 0) {
            parts.append(text);
        }
    };
    add(Words::tr("%Ln new machine(s)", nullptr, int(result.machines)), result.machines);
    add(Words::tr("%Ln new trusted key(s)", nullptr, int(result.trusted)), result.trusted);
    add(Words::tr("%Ln newly revoked key(s)", nullptr, int(result.revoked)), result.revoked);
    add(Words::tr("%Ln new chain(s)", nullptr, int(result.chains + result.seen)), result.chains + result.seen);
    add(Words::tr("%Ln key(s) that it trusts stay revoked here", nullptr, int(result.stayRevoked)), result.stayRevoked);
    return parts.isEmpty() ? Words::tr("It says nothing that is not known here.") : parts.join(QLatin1Char('\n'));
}

QString fingerprintLines(const crypto::Ed25519PublicKey &key)
{
    const QString text = fingerprint(key);
    const qsizetype half = text.size() / 2; // at a space
    return leftToRight(text.left(half)) + u'\n' + leftToRight(text.mid(half + 1));
}

QString groundsText(const std::string &grounds)
{
    const std::array<std::pair<std::string_view, QString>, 5> known = {{
        {keys::groundsCode, Words::tr("The seller’s package code fitted")},
        {keys::groundsFingerprint, Words::tr("The seller’s fingerprint fitted")},
        {keys::groundsByHand, Words::tr("Entered by hand")},
        {keys::groundsNotCompared, Words::tr("Not compared with anything")},
        {keys::groundsRefused, Words::tr("Refused when it was seen first")},
    }};
    const auto *const found = std::ranges::find(known, std::string_view(grounds), &decltype(known)::value_type::first);
    return found != known.end() ? found->second : shown(grounds);
}

} // namespace streamdesk::ui
