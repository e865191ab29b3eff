// Permissions do not hold root back, so a permission test that runs as root drops its privileges for as long as this
// object lives; run by anybody else it changes nothing. POSIX only.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <unistd.h>

namespace streamdesk::test {

class Unprivileged
{
public:
    Unprivileged() : m_wasRoot(::geteuid() == 0)
    {
        // The real user as well: access(2) asks for that one.
        if (m_wasRoot && ::setresuid(nobody, nobody, 0) != 0) {
            throw std::runtime_error("cannot drop root's privileges");
        }
    }
    ~Unprivileged()
    {
        if (m_wasRoot && ::setresuid(0, 0, 0) != 0) {
            std::terminate();
        }
    }
    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;

    // Lets the unprivileged user in; a temporary folder is closed to all but its owner.
    static void open(const std::filesystem::path &folder)
    {
        std::filesystem::permissions(folder, std::filesystem::perms::all);
    }

private:
    static constexpr uid_t nobody = 65534;
    bool m_wasRoot;
};

} // namespace streamdesk::test
