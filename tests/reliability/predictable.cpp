// Preloaded by faults.py, so that one call to the system can be picked out by the path it touches and by how often that
// path was touched before: what is under construction gets the same name in every run, and one thread does all the
// work. Keys and nonces stay random; only requests as long as a name's random part are answered here.
#include <cstring>
#include <sys/syscall.h>
#include <unistd.h>

extern "C" ssize_t getrandom(void *out, std::size_t size, unsigned flags)
{
    constexpr std::size_t inName = 5;
    if (size == inName) {
        std::memcpy(out, "\x01\x02\x03\x04\x05", inName);
        return static_cast<ssize_t>(inName);
    }
    return ::syscall(SYS_getrandom, out, size, flags);
}

// What std::thread::hardware_concurrency() asks.
extern "C" int get_nprocs()
{
    return 1;
}
