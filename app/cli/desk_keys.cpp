#include "desk_keys.h"

#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/io/file.h"
#include "core/io/terminal.h"
#include "core/keys/keychain_home.h"

#include <QCoreApplication>

#include <algorithm>
#include <clocale>

namespace streamdesk::cli {

namespace {

constexpr std::size_t longestPassphrase = 4096;
constexpr std::chrono::minutes keychainPatience{2}; // a person may have to find the question first

// The keychain needs one. It is made when a keychain is asked, and stays.
void requireApplication()
{
    static int count = 1;
    static char name[] = "stream-desk-cli";
    static char *arguments[] = {name, nullptr};
    if (QCoreApplication::instance() == nullptr) {
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
            log::debug("qt", redact(text.toStdString()));
        });
        static const QCoreApplication application(count, arguments);
        std::setlocale(LC_NUMERIC, "C"); // numbers are written as before
    }
}

// Makes the application on first use: most commands never ask the keychain.
class LazyKeychain : public keys::KeychainHome
{
public:
    using KeychainHome::KeychainHome;

    void store(const keys::KeyRecord &record, const crypto::SecretBytes &secret) override
    {
        requireApplication();
        KeychainHome::store(record, secret);
    }
    [[nodiscard]] crypto::SecretBytes fetch(const keys::KeyRecord &record) override
    {
        requireApplication();
        return KeychainHome::fetch(record);
    }
    void remove(const keys::KeyRecord &record) override
    {
        requireApplication();
        KeychainHome::remove(record);
    }
};

std::optional<crypto::SecretBytes> askOnce(const Session &session, const std::string &question)
{
    return io::askTerminal(question, io::Echo::Hidden, [&session] { return session.stop.stopRequested(); });
}

keys::PassphraseQuestion questionFor(const Session &session, const std::string &file)
{
    if (!file.empty()) {
        return [file](const keys::PassphraseRequest &request) -> std::optional<crypto::SecretBytes> {
            return request.wrongBefore > 0 ? std::nullopt : std::optional(readPassphraseFile(file));
        };
    }
    return [&session](const keys::PassphraseRequest &request) -> std::optional<crypto::SecretBytes> {
        constexpr unsigned mostTries = 3;
        if (request.wrongBefore >= mostTries) {
            return std::nullopt;
        }
        return askPassphrase(session,
                             request.isNew             ? "New passphrase for the key file " + request.file + ": "
                             : request.wrongBefore > 0 ? "That was not it. Passphrase of the key file: "
                                                       : "Passphrase of the key file " + request.file + ": ",
                             request.isNew);
    };
}

} // namespace

void addPassphraseOption(CLI::App &command, std::string &file)
{
    command
        .add_option("--passphrase-file", file,
                    "File whose first line is the passphrase of the encrypted key file, for scripts. Without it you "
                    "are asked at the terminal.")
        ->check(existingPath());
}

crypto::SecretBytes readPassphraseFile(const std::string &name)
{
    const io::File file = io::File::openForReading(givenPath(name));
    crypto::SecretBytes content(longestPassphrase);
    const std::span<const std::byte> bytes = content.bytes().first(file.readAt(content.bytes(), 0));
    const auto isEnd = [](std::byte byte) { return byte == std::byte{'\n'} || byte == std::byte{'\r'}; };
    const auto line = bytes.first(static_cast<std::size_t>(std::ranges::find_if(bytes, isEnd) - bytes.begin()));
    if (line.empty()) {
        throw StreamError(ErrorCode::EmptyValue, "holds no passphrase in its first line",
                          ErrorContext{.file = name, .field = {}, .chunk = {}});
    }
    crypto::SecretBytes passphrase(line.size());
    std::ranges::copy(line, passphrase.bytes().begin());
    return passphrase;
}

std::optional<crypto::SecretBytes> askPassphrase(const Session &session, const std::string &question, bool isNew)
{
    for (std::string first = question;;) {
        auto passphrase = askOnce(session, first);
        if (!passphrase || !isNew) {
            return passphrase;
        }
        const auto again = askOnce(session, "Once more: ");
        if (!again) {
            return std::nullopt;
        }
        if (passphrase->size() > 0 && std::ranges::equal(passphrase->bytes(), again->bytes())) {
            return passphrase;
        }
        first = passphrase->size() == 0 ? "It must not be empty. " + question : "The two are not the same. " + question;
    }
}

keys::KeyStore openDeskKeys(const Session &session, const std::string &passphraseFile)
{
    keys::KeyStore store{keys::KeyListFile()};
    store.addHome(
        std::make_shared<LazyKeychain>(keychainPatience, [&session] { return session.stop.stopRequested(); }));
    store.addHome(std::make_shared<keys::FileHome>(questionFor(session, passphraseFile)));
    return store;
}

AddedKeyOption addKeyOption(CLI::App &command, KeyOption &option, const KeyOptionNames &names)
{
    const AddedKeyOption added{
        .file = command.add_option(names.file, option.file, "File with " + std::string(names.description) + ".")
                    ->check(existingPath()),
        .label = command
                     .add_option(names.label, option.label,
                                 std::string("The same, but a key of this desk by its name (see keys). Instead of ")
                                     + names.file + ".")
                     ->type_name("NAME")};
    added.file->excludes(added.label);
    return added;
}

} // namespace streamdesk::cli
