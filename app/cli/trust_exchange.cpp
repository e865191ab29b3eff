#include "trust.h"

#include "core/keys/statement.h"
#include "core/keys/trust_edits.h"
#include "words.h"

#include <span>

namespace streamdesk::cli {

namespace {

struct ListOptions
{
    bool json = false;
};

std::string counted(std::uint64_t count, const std::string &what)
{
    return grouped(count) + " " + what + (count == 1 ? "" : "s");
}

void sayMachine(const keys::TrustedMachine &machine)
{
    print(printable(machine.label.empty() ? machine.did : machine.label + "  " + machine.did) + "\n");
    for (const keys::TrustedKey &key : machine.keys) {
        std::string line = key.state == keys::TrustedKey::State::Trusted ? "  trusted  " : "  revoked  ";
        line += keys::fingerprint(key.key);
        line += key.firstSeen.empty() ? "" : "  since " + key.firstSeen;
        line += key.note.empty() ? "" : "  " + key.note;
        print(printable(line) + "\n");
    }
    const auto sayChain = [](const std::string &grounds, const keys::PinnedChain &chain) {
        print(printable("  " + grounds + "  chain " + chain.firstChunkId + " to chunk " + chain.headChunkId + ", "
                        + counted(chain.totalChunks, "chunk") + (chain.seen.empty() ? "" : "  since " + chain.seen))
              + "\n");
    };
    for (const keys::PinnedChain &chain : machine.chains) {
        sayChain("stated ", chain);
    }
    for (const keys::SeenChain &seen : machine.seen) {
        sayChain("seen   ", seen.chain);
    }
}

int list(Session & /*session*/, const ListOptions &options)
{
    const keys::TrustFile file = keys::TrustStore().read();
    if (options.json) {
        print(keys::trustFileText(file));
        return exitDone;
    }
    for (const keys::TrustedMachine &machine : file.machines) {
        sayMachine(machine);
    }
    if (file.machines.empty()) {
        say("No machine is trusted yet. See stream-desk-cli trust add --help.");
    }
    return exitDone;
}

struct ImportOptions
{
    std::string file;
};

int import(Session &session, const ImportOptions &options)
{
    const keys::TrustFile theirs = keys::readTrustFile(givenPath(options.file));
    keys::ImportResult result;
    keys::TrustStore().update([&](keys::TrustFile &file) { result = keys::importTrust(file, theirs); });
    if (!session.quiet) {
        say("New: " + counted(result.machines, "machine") + ", " + counted(result.trusted, "trusted key") + ", "
            + counted(result.revoked, "revoked key") + ", " + counted(result.chains + result.seen, "chain") + ".");
        if (result.stayRevoked > 0) {
            say("  " + counted(result.stayRevoked, "key") + " that the file trusts stay revoked here.");
        }
    }
    return exitDone;
}

struct ExportOptions
{
    std::string file;
    OutputOptions output;
};

int exportTo(Session & /*session*/, const ExportOptions &options)
{
    const std::string text = keys::trustFileText(keys::TrustStore().read());
    if (options.file.empty()) {
        print(text);
        return exitDone;
    }
    const std::filesystem::path target = freePath(options.file, options.output.replace);
    io::putFile(target, std::as_bytes(std::span(text)), options.output.durability());
    return exitDone;
}

} // namespace

void addTrustList(CLI::App &trust, Session &session)
{
    addCommand<ListOptions>(
        trust, session, "list", "Print the machines, their keys, and how far their chains went.",
        [](CLI::App &command, ListOptions &options) {
            command.footer("Example:\n"
                           "  stream-desk-cli trust list");
            addJsonFlag(command, options.json);
        },
        list);
}

void addTrustImport(CLI::App &trust, Session &session)
{
    addCommand<ImportOptions>(
        trust, session, "import", "Take over the machines in a trust file.",
        [](CLI::App &command, ImportOptions &options) {
            command.footer("Import only what comes from somebody you would let decide whom you trust. What is revoked "
                           "on either side is revoked afterwards.\n\n"
                           "Example:\n"
                           "  stream-desk-cli trust import from-the-office.json");
            command.add_option("file", options.file, "Trust file (streamdesk.trust.v1).")
                ->type_name("FILE")
                ->required()
                ->check(existingPath());
        },
        import);
}

void addTrustExport(CLI::App &trust, Session &session)
{
    addCommand<ExportOptions>(
        trust, session, "export", "Write a trust file with everything that is known.",
        [](CLI::App &command, ExportOptions &options) {
            command.footer("It holds no secret, but tells whose data you use. Others read it with trust import, or use "
                           "it for one run with --trusted.\n\n"
                           "Example:\n"
                           "  stream-desk-cli trust export trusted-machines.json");
            command.add_option("file", options.file, "Where to; standard output when it is left out.")
                ->type_name("FILE");
            addOutputOptions(command, options.output);
        },
        exportTo);
}

} // namespace streamdesk::cli
