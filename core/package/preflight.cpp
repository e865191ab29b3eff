#include "core/package/preflight.h"

#include "core/base/text.h"
#include "core/io/staging.h"
#include "core/jobs/pipeline.h"
#include "core/package/consume.h"
#include "core/stream/decrypt.h"

#include <algorithm>
#include <system_error>

namespace streamdesk::package {

namespace {

namespace fs = std::filesystem;

class Trial
{
public:
    Trial(const Package &package, const stream::BuyerAccess &access, const crypto::X25519KeyPair *key,
          const fs::path &output, bool partial)
        : m_package(package), m_access(access), m_key(key), m_output(output), m_partial(partial)
    {
    }

    Preflight run(const jobs::JobControl &control)
    {
        try {
            m_package.requireWhole(m_partial);
            m_package.requireCiphertext();
        } catch (const StreamError &error) {
            note(error, std::nullopt);
        }
        plan();
        if (m_key != nullptr) {
            tryKeys(control);
        }
        nameFiles();
        if (!m_output.empty()) {
            tryTarget();
        }
        return std::move(m_result);
    }

private:
    void note(const StreamError &error, std::optional<std::uint64_t> chunk)
    {
        auto same = std::find_if(m_result.problems.begin(), m_result.problems.end(),
                                 [&](const auto &problem) { return problem.error.code() == error.code(); });
        if (same == m_result.problems.end()) {
            m_result.problems.push_back(Preflight::Problem{.error = error, .chunks = {}});
            same = std::prev(m_result.problems.end());
        }
        if (chunk) {
            appendToRanges(same->chunks, *chunk);
        }
    }

    // As consume() plans it.
    void plan()
    {
        for (std::size_t position = 0; position < m_package.count(); ++position) {
            const std::uint64_t index = m_package.index(position);
            const ErrorContext here{.file = {}, .field = {}, .chunk = index};
            const bool granted = m_access.contains(m_package.chunkId(position));
            if (granted) {
                m_positions.push_back(position);
                appendToRanges(m_result.chunks, index);
                const std::uint64_t size = m_package.ciphertextSize(position);
                m_result.bytes += size - std::min<std::uint64_t>(size, crypto::chunkTagSize);
            } else if (!m_partial) {
                note(StreamError(ErrorCode::NotGranted, "there is no access with this key", here), index);
            }
            if ((granted || !m_partial) && !m_package.hasCiphertext(position)) {
                note(StreamError(ErrorCode::MissingCiphertext, "missing encrypted data", here), index);
            }
        }
        if (m_positions.empty() && m_partial) {
            note(StreamError(ErrorCode::NotGranted, "there is no access with this key to any chunk"), std::nullopt);
        }
    }

    void tryKeys(const jobs::JobControl &control)
    {
        struct Slot
        {
            std::size_t position = 0;
            json::Document document;
            crypto::ChunkKey key;
            std::optional<StreamError> error;
        };
        jobs::Progress progress{.chunksTotal = m_positions.size()};
        std::size_t next = 0;
        jobs::runPipeline(
            jobs::PipelineShape::fitting(stream::maxEnvelopeBytes, std::size_t{64} << 20U), control,
            [] { return std::make_unique<Slot>(); },
            [&](std::unique_ptr<Slot> &slot) {
                if (next == m_positions.size()) {
                    return false;
                }
                slot->position = m_positions[next++];
                slot->error.reset();
                return true;
            },
            [&](std::unique_ptr<Slot> &slot) {
                try {
                    const stream::EnvelopeReading reading = m_package.envelope(slot->position, slot->document);
                    const auto entry = m_access.find(reading.envelope.chunkId);
                    if (entry == m_access.end()) {
                        throw StreamError(ErrorCode::FileChanged, "changed while it was being read");
                    }
                    stream::unwrapChunkKey(reading.envelope, entry->second, *m_key, slot->key);
                    crypto::wipe(slot->key.bytes());
                } catch (const StreamError &error) {
                    slot->error = error.code() == ErrorCode::InvalidHex ? error.as(ErrorCode::UnwrapFailed) : error;
                }
            },
            [&](std::unique_ptr<Slot> &slot) {
                if (slot->error) {
                    const std::uint64_t index = m_package.index(slot->position);
                    slot->error->addContext(ErrorContext{.file = {}, .field = {}, .chunk = index});
                    note(*slot->error, index);
                }
                ++progress.chunksDone;
                control.report(progress);
            });
    }

    void nameFiles()
    {
        if (m_output.empty() || m_result.chunks.empty()) {
            return;
        }
        if (!m_partial) {
            m_result.files.push_back(m_output);
        } else {
            for (const ChunkRange &range : m_result.chunks) {
                m_result.files.push_back(rangeFile(m_output, range));
            }
        }
    }

    void tryTarget()
    {
        const auto refuse = [this](ErrorCode code, const fs::path &path, std::string_view message) {
            note(IoError(code, message, ErrorContext{.file = displayPath(path), .field = {}, .chunk = {}}),
                 std::nullopt);
        };
        for (const fs::path &file : m_result.files) {
            std::error_code ignored;
            const fs::file_status status = fs::status(file, ignored);
            if (fs::is_directory(status)) {
                refuse(ErrorCode::InTheWay, file, "is a folder");
            } else if (fs::exists(status) && !fs::is_regular_file(status)) {
                refuse(ErrorCode::NotAFile, file, "is no ordinary file");
            } else if (isOfPackage(file)) {
                refuse(ErrorCode::InTheWay, file, "is a file of the package that is being read");
            } else if (fs::exists(status)) {
                m_result.replaced.push_back(file);
            }
        }
        if (m_result.files.empty()) {
            return;
        }
        try {
            const auto longest = std::max_element(
                m_result.files.begin(), m_result.files.end(),
                [](const fs::path &one, const fs::path &other) { return one.native().size() < other.native().size(); });
            const io::PartFile part(*longest);
            std::error_code unknown;
            const fs::space_info space =
                fs::space(part.target().parent_path().empty() ? "." : part.target().parent_path(), unknown);
            if (!unknown && space.available < m_result.bytes) {
                refuse(ErrorCode::DiskFull, part.target(),
                       "needs " + std::to_string(m_result.bytes) + " bytes, and " + std::to_string(space.available)
                           + " are free");
            }
        } catch (const IoError &error) {
            note(error, std::nullopt);
        }
    }

    // Whether writing there would take the place of something that is read.
    [[nodiscard]] bool isOfPackage(const fs::path &file) const
    {
        const FileStore &store = m_package.envelopeStore();
        std::error_code ignored;
        if (fs::equivalent(file, store.path(), ignored)) {
            return true; // the ZIP file
        }
        const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
        const bool inside =
            fs::equivalent(folder, store.path(), ignored) || fs::equivalent(folder / "..", store.path(), ignored);
        return inside && store.contains(displayPath(file.filename()));
    }

    const Package &m_package;
    const stream::BuyerAccess &m_access;
    const crypto::X25519KeyPair *m_key;
    const fs::path &m_output;
    bool m_partial;
    std::vector<std::size_t> m_positions; // to be decrypted
    Preflight m_result;
};

} // namespace

Preflight preflight(const Package &package, const stream::BuyerAccess &access, const crypto::X25519KeyPair *key,
                    const fs::path &output, bool partial, const jobs::JobControl &control)
{
    return Trial(package, access, key, output, partial).run(control);
}

} // namespace streamdesk::package
