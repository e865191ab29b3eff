#include "core/io/replacing.h"

#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/base/text.h"

#include <set>
#include <system_error>

namespace streamdesk::io {

namespace fs = std::filesystem;

namespace {

bool stands(const fs::path &path)
{
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
}

class Replacing
{
public:
    Replacing(std::span<const Replacement> replacements, const fs::path &scratch)
        : m_replacements(replacements), m_kept(scratch), m_states(replacements.size(), State::Untouched)
    {
    }
    ~Replacing()
    {
        for (std::size_t n = m_replacements.size(); n > 0; --n) {
            putBack(n - 1);
        }
        if (m_revealed) {
            std::error_code ignored;
            fs::remove(m_kept, ignored); // stays when something could not be put back
        }
    }
    Replacing(const Replacing &) = delete;
    Replacing &operator=(const Replacing &) = delete;

    fs::path run(std::span<const fs::path> keepAt, Durability durability, const std::function<void()> &between)
    {
        for (std::size_t n = 0; n < m_replacements.size(); ++n) {
            between();
            keepByLink(n);
        }
        if (durability == Durability::Synced) {
            syncDirectory(m_kept);
        }
        if (m_anyOld && !keepAt.empty()) {
            reveal(keepAt, durability);
        }
        for (std::size_t n = 0; n < m_replacements.size(); ++n) {
            between();
            replace(n);
        }
        if (durability == Durability::Synced) {
            syncFolders();
        }
        m_states.assign(m_states.size(), State::Untouched); // nothing to put back any more
        return std::exchange(m_revealed, false) ? m_kept : fs::path();
    }

private:
    enum class State { Untouched, Linked, Moved, Replaced, Added };

    [[nodiscard]] fs::path keptName(std::size_t n) const { return m_kept / m_replacements[n].to.filename(); }

    void keepByLink(std::size_t n)
    {
        std::error_code error;
        const fs::path &old = m_replacements[n].to;
        const fs::file_status status = fs::symlink_status(old, error);
        m_anyOld = m_anyOld || fs::exists(status);
        if (stands(keptName(n))) {
            throw IoError(ErrorCode::InTheWay, "would be replaced twice",
                          ErrorContext{.file = displayPath(old), .field = {}, .chunk = {}});
        }
        if (fs::is_regular_file(status) && !m_replacements[n].from.empty()) {
            fs::create_hard_link(old, keptName(n), error);
            m_states[n] = error ? State::Untouched : State::Linked;
        }
    }

    // The folder appears with all the links in it.
    void reveal(std::span<const fs::path> keepAt, Durability durability)
    {
        const fs::path hidden = m_kept;
        for (const fs::path &name : keepAt) {
            std::error_code error;
            if (!stands(name)) {
                fs::rename(hidden, name, error);
                if (!error) {
                    m_kept = name;
                    m_revealed = true;
                    break;
                }
                log::info("io", "cannot keep old files in ", name, ": ", error.message());
            }
        }
        if (!m_revealed) {
            throw IoError(ErrorCode::NotWritable, "cannot be made, so there is no place for the files to be replaced",
                          ErrorContext{.file = displayPath(keepAt.back()), .field = {}, .chunk = {}});
        }
        if (durability == Durability::Synced) {
            syncDirectory(m_kept.parent_path());
        }
    }

    void replace(std::size_t n)
    {
        const Replacement &replacement = m_replacements[n];
        if (m_states[n] == State::Untouched && stands(replacement.to)) {
            replaceFile(replacement.to, keptName(n));
            m_states[n] = State::Moved;
        }
        if (!replacement.from.empty()) {
            replaceFile(replacement.from, replacement.to);
            m_states[n] = m_states[n] == State::Untouched ? State::Added : State::Replaced;
        }
    }

    void syncFolders() const
    {
        std::set<fs::path> folders = {m_kept};
        for (const Replacement &replacement : m_replacements) {
            folders.insert(replacement.to.parent_path());
        }
        for (const fs::path &folder : folders) {
            syncDirectory(folder);
        }
    }

    void putBack(std::size_t n)
    {
        std::error_code error;
        const fs::path &place = m_replacements[n].to;
        switch (m_states[n]) {
        case State::Untouched:
            return;
        case State::Linked:
            fs::remove(keptName(n), error);
            break;
        case State::Added:
            fs::remove(place, error);
            break;
        case State::Moved:
        case State::Replaced:
            fs::rename(keptName(n), place, error);
            break;
        }
        if (error) {
            log::error("io", "cannot put back ", place, ": ", error.message());
        }
    }

    std::span<const Replacement> m_replacements;
    fs::path m_kept;
    std::vector<State> m_states;
    bool m_anyOld = false;
    bool m_revealed = false;
};

} // namespace

fs::path replaceKeeping(std::span<const Replacement> replacements, const fs::path &scratch,
                        std::span<const fs::path> keepAt, Durability durability, const std::function<void()> &between)
{
    const fs::path kept = Replacing(replacements, scratch).run(keepAt, durability, between);
    log::info("io", "replaced ", replacements.size(), " files", kept.empty() ? "" : ", the old ones are in ", kept);
    return kept;
}

} // namespace streamdesk::io
