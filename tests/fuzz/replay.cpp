// Runs a fuzz target over every file of the folders named, where there is no libFuzzer to do it.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int main(int argc, char **argv)
{
    std::size_t inputs = 0;
    for (const std::string &folder : std::vector<std::string>(argv + 1, argv + argc)) {
        for (const auto &entry : std::filesystem::directory_iterator(folder)) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string content{std::istreambuf_iterator<char>(file), {}};
            // A block of exactly this size, so that a sanitizer sees the first byte read behind it.
            const std::vector<std::uint8_t> input(content.begin(), content.end());
            std::fprintf(stderr, "%s\n", entry.path().filename().string().c_str()); // the last one named is at fault
            (void)LLVMFuzzerTestOneInput(input.data(), input.size());
            ++inputs;
        }
    }
    std::printf("%zu inputs\n", inputs);
    return inputs > 0 ? 0 : 1;
}
