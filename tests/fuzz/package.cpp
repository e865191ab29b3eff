// The files of a folder, opened as a package and verified. The input is a list of files, each
//   ==> NAME
//   CONTENT
// up to the next line that begins with "==> "; a name that ends with a slash is a folder.
#include "core/package/grant.h"
#include "core/package/verify.h"
#include "tests/fuzz/property.h"

#include <cstring>

using namespace streamdesk;
using fuzz::require;
using package::Package;

namespace {

class ListedFiles : public package::FileStore
{
public:
    explicit ListedFiles(std::string_view list)
    {
        constexpr std::string_view mark = "==> ";
        while (list.starts_with(mark)) {
            const std::size_t nameEnd = std::min(list.find('\n'), list.size());
            std::string name(list.substr(mark.size(), nameEnd - mark.size()));
            list.remove_prefix(std::min(nameEnd + 1, list.size()));
            const std::size_t end = list.starts_with(mark) ? 0 : std::min(list.find("\n==> "), list.size());
            if (name.find('/') == std::string::npos || name.ends_with('/')) {
                m_plainNames = m_plainNames && !fuzz::hasControlCharacter(name);
                add(std::move(name), list.substr(0, end));
            }
            list.remove_prefix(end);
            list.remove_prefix(list.starts_with('\n') ? 1 : 0);
        }
    }

    // Whether a sentence may be expected to be free of control characters: names are shown as they are.
    [[nodiscard]] bool plainNames() const noexcept { return m_plainNames; }

    [[nodiscard]] std::string displayName() const override { return "folder"; }
    [[nodiscard]] std::vector<std::string> names() const override
    {
        std::vector<std::string> all;
        for (const auto &[name, file] : m_files) {
            all.push_back(name);
        }
        return all;
    }
    [[nodiscard]] bool contains(const std::string &name) const override { return m_files.contains(name); }
    [[nodiscard]] bool isFile(const std::string &name) const override { return !m_files.at(name).isFolder; }
    [[nodiscard]] std::uint64_t size(const std::string &name) const override { return m_files.at(name).content.size(); }
    void readText(const std::string &name, std::size_t maxBytes, std::string &text) const override
    {
        text = contentOf(name);
        if (text.size() > maxBytes) {
            throw IoError(ErrorCode::TooLarge, "is too large", {.file = name, .field = {}, .chunk = {}});
        }
    }
    [[nodiscard]] std::unique_ptr<stream::CiphertextReader> open(const std::string &name) const override
    {
        return std::make_unique<Reader>(contentOf(name));
    }

private:
    struct File
    {
        std::string content;
        bool isFolder;
    };
    class Reader : public stream::CiphertextReader
    {
    public:
        explicit Reader(const std::string &content) : m_content(content) {}
        [[nodiscard]] std::uint64_t size() const override { return m_content.size(); }
        [[nodiscard]] std::size_t readAt(std::span<std::byte> out, std::uint64_t offset) const override
        {
            const std::size_t begin = std::min<std::size_t>(offset, m_content.size());
            const std::size_t n = std::min(out.size(), m_content.size() - begin);
            std::memcpy(out.data(), m_content.data() + begin, n);
            return n;
        }

    private:
        const std::string &m_content;
    };

    void add(std::string name, std::string_view content)
    {
        const bool isFolder = name.ends_with('/');
        name.resize(name.size() - (isFolder ? 1 : 0));
        m_files.insert_or_assign(std::move(name), File{.content = std::string(content), .isFolder = isFolder});
    }

    [[nodiscard]] const std::string &contentOf(const std::string &name) const
    {
        if (!isFile(name)) {
            throw IoError(ErrorCode::NotAFile, "is no ordinary file", {.file = name, .field = {}, .chunk = {}});
        }
        return m_files.at(name).content;
    }

    std::map<std::string, File> m_files;
    bool m_plainNames = true;
};

bool isWhole(const Package &package)
{
    return !fuzz::mayThrow({ErrorCode::NoChunks, ErrorCode::InvalidJson, ErrorCode::JsonLimit, ErrorCode::MissingField,
                            ErrorCode::WrongType, ErrorCode::UnsupportedSchema, ErrorCode::NotAFile,
                            ErrorCode::DuplicateChunk, ErrorCode::MissingChunk},
                           [&] { package.requireWhole(); });
}

bool hasCiphertext(const Package &package)
{
    return !fuzz::mayThrow({ErrorCode::NoCiphertext, ErrorCode::NotAFile}, [&] { package.requireCiphertext(); });
}

// What a verdict of "intact" promises, looked up without the code that gave it.
void checkIntact(const Package &package, const package::Verification &verification)
{
    // The reference goes by names: it takes no copy for the chunk, and a file with the chunk's name for it.
    require(verification.report.valid || !package.notices().empty(), "what is intact is valid where no copy was used");
    require(isWhole(package) && hasCiphertext(package), "what is intact is whole");
    require(verification.code.has_value(), "what is intact has a code");
    require(verification.report.length == package.count(), "what is intact has no gap");
    json::Document document;
    std::string before;
    for (std::size_t position = 0; position < package.count(); ++position) {
        const stream::ChunkEnvelope envelope = package.envelope(position, document).envelope;
        const auto reader = package.ciphertext(position);
        require(reader != nullptr, "every ciphertext is here");
        std::vector<std::byte> ciphertext(reader->size());
        require(reader->readAt(ciphertext, 0) == ciphertext.size(), "every ciphertext is read");
        require(envelope.encryptedDataHash == crypto::hashText(crypto::sha256(ciphertext)), "every ciphertext fits");
        require(envelope.previousChunkId.value_or("") == before, "every chunk follows the one before");
        before = envelope.chunkId;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto store = std::make_shared<ListedFiles>(fuzz::textOf(data, size));
    if (!store->plainNames()) {
        return 0;
    }
    const jobs::JobControl control;
    const Package package = Package::open(store, store, control);
    const package::Verification verification = package::verify(package, {}, control);
    for (const stream::Finding &finding : verification.judgement.findings) {
        require(!reasonOf(finding.code).empty(), "a finding has a reason");
    }
    require(verification.report.chunks == package.count(), "every envelope is judged");
    if (isIntact(verification.judgement.verdict)) {
        checkIntact(package, verification);
    } else {
        require(!verification.judgement.findings.empty(), "what is not intact has a finding");
        (void)isWhole(package);
        (void)hasCiphertext(package);
    }
    (void)fuzz::mayThrow({ErrorCode::NoAccessFiles, ErrorCode::InvalidJson, ErrorCode::JsonLimit, ErrorCode::NotAFile,
                          ErrorCode::UnsupportedSchema, ErrorCode::MissingField, ErrorCode::WrongType},
                         [&] { (void)readAccess(*store, "buyer-1", package::AccessFolder::Mixed); });
    return 0;
}
