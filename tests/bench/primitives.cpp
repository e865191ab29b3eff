// What the primitives alone cost on this machine: the floor under every figure of the benchmark. Prints JSON: seconds
// of one core for a GiB, or for one operation.
#include "core/crypto/chunk_cipher.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/random.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/secp256k1.h"
#include "core/crypto/sha256.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace streamdesk::crypto;

namespace {

// The median of five measurements of `repeat` calls, for one call.
template <typename F>
double secondsPerCall(int repeat, F call)
{
    std::vector<double> times;
    for (int round = 0; round < 5; ++round) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < repeat; ++i) {
            call();
        }
        times.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() / repeat);
    }
    std::sort(times.begin(), times.end());
    return times[2];
}

} // namespace

int main()
{
    constexpr std::size_t chunk = std::size_t{256} << 10U;
    constexpr double chunksInGiB = 4096;
    std::vector<std::byte> data(chunk);
    randomBytes(data);

    Sha256 hash;
    Digest digest{};
    const double sha256 = chunksInGiB * secondsPerCall(400, [&] {
                              hash.update(data);
                              digest = hash.finish();
                          });
    ChunkCipher cipher;
    ChunkKey key;
    randomBytes(key.bytes());
    ChunkTag tag{};
    const double xchacha = chunksInGiB * secondsPerCall(400, [&] {
                               cipher.beginEncrypt(key, ChunkNonce{});
                               cipher.update(data);
                               tag = cipher.finishEncrypt();
                           });
    const X25519KeyPair box = generateX25519KeyPair();
    WrappedKey wrapped{};
    const double seal = secondsPerCall(400, [&] { wrapped = sealKey(key, box.publicKey); });
    const double open = secondsPerCall(400, [&] { (void)openKey(wrapped, box, key); });
    const Ed25519KeyPair signer = generateEd25519KeyPair();
    const std::string message = hashText(digest);
    Ed25519Signature signature{};
    const double signing = secondsPerCall(400, [&] { signature = sign(message, signer); });
    const double verifying = secondsPerCall(400, [&] { (void)verify(message, signature, signer.publicKey); });

    Secp256k1PrivateKey machine;
    randomBytes(machine.bytes());
    RecoverableSignature personal;
    const double ecdsaSigning = secondsPerCall(400, [&] { personal = sign(digest, machine); });
    const double recovering = secondsPerCall(400, [&] { (void)recoverAddress(digest, personal); });

    std::printf(R"({"sha256": %.4f, "xchacha": %.4f, "seal": %.8f, "open": %.8f, "sign": %.8f, "verify": %.8f,)"
                R"( "ecdsa_sign": %.8f, "ecdsa_recover": %.8f})"
                "\n",
                sha256, xchacha, seal, open, signing, verifying, ecdsaSigning, recovering);
}
