#include "command.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/io/file.h"
#include "core/package/publish.h"
#include "desk_keys.h"
#include "progress_bar.h"

namespace streamdesk::cli {

namespace {

struct Options
{
    std::string input;
    std::string outputDir;
    std::string zip;
    std::string ownerPublicKey;
    std::string operatorPublicKey;
    std::string machinePublicKey;
    KeyOption signingKey;
    std::string passphraseFile;
    std::string machineDid;
    std::string machineKeyId;
    std::string chunkSize = std::to_string(stream::defaultChunkSize);
    bool json = false;
    OutputOptions output;
    std::string s3;
    std::string s3Region;
    std::string s3Endpoint;
};

void addOptions(CLI::App &command, Options &options)
{
    command.footer("The holders of these three keys can read every chunk; buyers get access later, by grant.\n\n"
                   "Example:\n"
                   "  stream-desk-cli publish --input trip.csv --output-dir package \\\n"
                   "    --owner-public-key 8d34… --operator-public-key c8db… \\\n"
                   "    --machine-public-key 56a3… --signing-key-file machine.key \\\n"
                   "    --machine-did did:peaq:0xab… --machine-key-id did:peaq:0xab…#keys-1");
    command.add_option("--input", options.input, "File with the data, or - for standard input.")
        ->type_name("FILE")
        ->required();
    CLI::Option *const folder =
        command.add_option("--output-dir", options.outputDir, "Folder for the package; made when it does not exist.")
            ->type_name("FOLDER");
    CLI::Option *const zip =
        command.add_option("--zip", options.zip, "ZIP file for the package, instead of a folder.")->type_name("FILE");
    command
        .add_option("--owner-public-key", options.ownerPublicKey,
                    "Public key (X25519, 64 hex digits) of the owner, who can grant buyers access.")
        ->type_name("KEY")
        ->required();
    command.add_option("--operator-public-key", options.operatorPublicKey, "Public key (X25519) of the operator.")
        ->type_name("KEY")
        ->required();
    command.add_option("--machine-public-key", options.machinePublicKey, "Public key (X25519) of the machine.")
        ->type_name("KEY")
        ->required();
    const AddedKeyOption key =
        addKeyOption(command, options.signingKey,
                     {.file = "--signing-key-file",
                      .label = "--signing-key",
                      .description = "the machine's signing key (Ed25519 private key, 64 hex digits)"});
    addPassphraseOption(command, options.passphraseFile);
    requireOneOf(command, {{folder, zip}, {key.file, key.label}});
    command.add_option("--machine-did", options.machineDid, "The machine's DID, such as did:peaq:0xab….")
        ->type_name("DID")
        ->required();
    command
        .add_option("--machine-key-id", options.machineKeyId, "Name of the signing key, such as did:peaq:0xab…#keys-1.")
        ->type_name("NAME")
        ->required();
    command
        .add_option("--chunk-size", options.chunkSize,
                    "Bytes of data in each chunk. A chunk is the smallest part that can be sold.")
        ->transform(wholeNumber())
        ->capture_default_str();
    addJsonFlag(command, options.json);
    addOutputOptions(command, options.output);
    addLaterOption(command, options.s3, "--s3");
    addLaterOption(command, options.s3Region, "--s3-region");
    addLaterOption(command, options.s3Endpoint, "--s3-endpoint");
}

class FileSource : public stream::ByteSource
{
public:
    FileSource(io::File file, const jobs::StopFlag &stop, bool isPipe)
        : m_file(std::move(file)), m_stop(stop), m_isPipe(isPipe)
    {
    }

    [[nodiscard]] std::size_t read(std::span<std::byte> out) override
    {
        return m_isPipe ? m_file.read(out, [this] { return m_stop.stopRequested(); }) : m_file.read(out);
    }

private:
    io::File m_file;
    const jobs::StopFlag &m_stop;
    bool m_isPipe;
};

package::PublishParams makeParams(const Session &session, const Options &options)
{
    if (options.chunkSize.starts_with("-") || options.chunkSize == "0") {
        refuse("--chunk-size", "must be a positive number of bytes");
    }
    package::PublishParams params{
        .outputFolder = givenPath(options.outputDir),
        .replace = options.output.replace,
        .durability = options.output.durability(),
        .expectedBytes = 0,
        .chain = {.owner = stream::RecipientKey::parse(options.ownerPublicKey, "--owner-public-key"),
                  .operatorKey = stream::RecipientKey::parse(options.operatorPublicKey, "--operator-public-key"),
                  .machine = stream::RecipientKey::parse(options.machinePublicKey, "--machine-public-key"),
                  .signingKey = crypto::keyPairOf(
                      fetchKey<crypto::Ed25519PrivateKey>(session, options.signingKey, options.passphraseFile)),
                  .machineDid = options.machineDid,
                  .machineKeyId = options.machineKeyId,
                  .config = {.chunkSize = *parseUnsigned(options.chunkSize)}},
        .outputArchive = givenPath(options.zip)};
    return params;
}

int run(Session &session, const Options &options)
{
    refuseLater(options.s3, "--s3");
    refuseLater(options.s3Region, "--s3-region");
    refuseLater(options.s3Endpoint, "--s3-endpoint");
    if (options.input.starts_with("http://") || options.input.starts_with("https://")) {
        refuse("--input", "a web address is not available in this version; download the file first");
    }
    package::PublishParams params = makeParams(session, options);

    const bool isPipe = options.input == "-";
    io::File input = isPipe ? io::File::standardInput() : io::File::openForReading(givenPath(options.input));
    params.expectedBytes = isPipe ? 0 : input.size();
    FileSource source(std::move(input), session.stop, isPipe);
    const package::PublishResult result = [&] {
        ProgressBar bar(session, "Publishing");
        return package::publish(source, params, bar.control());
    }();

    if (options.json) {
        print(stream::writeManifest(result.manifest));
        return exitDone;
    }
    if (!session.quiet) {
        say("Published " + describeBytes(result.totalBytes) + " as " + grouped(*result.manifest.totalChunks)
            + (*result.manifest.totalChunks == 1 ? " chunk" : " chunks") + " to "
            + (options.zip.empty() ? options.outputDir : options.zip));
        say("  Source hash:  " + *result.manifest.sourceHash);
        say("  Chunk size:   " + grouped(*result.manifest.chunkSize) + " bytes");
        say("  Machine:      " + *result.manifest.machineDid);
    }
    print(displayPath(result.path) + "\n");
    return exitDone;
}

} // namespace

void addPublish(CLI::App &app, Session &session)
{
    addCommand<Options>(app, session, "publish", "Seller: make a package of encrypted, signed chunks from data.",
                        addOptions, run);
}

} // namespace streamdesk::cli
