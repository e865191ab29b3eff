// Lets tests/conformance reach what the command line does not show. Reads commands from standard input, one on a line,
// with every text in hex, and answers each with one line:
//   sign KEY MESSAGE                  → the address of the key, and r, s and parity of the signature (EIP-191)
//   recover MESSAGE R‖S‖PARITY        → the signer's address
//   canonical python|rfc8785 JSON     → canonical JSON
//   generalize JSON                   → the generalized value as canonical JSON
// What is refused is answered with "refused" and the name of the error.
#include "core/base/errors.h"
#include "core/crypto/hex.h"
#include "core/crypto/secp256k1.h"
#include "core/json/canonical.h"
#include "core/stream/anonymize.h"
#include "core/stream/data_limits.h"

#include <algorithm>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace streamdesk;

namespace {

std::string text(const std::string &hex)
{
    std::string bytes(hex.size() / 2, '\0');
    if (!hex.empty() && !crypto::decodeHex(hex, std::as_writable_bytes(std::span(bytes)))) {
        throw std::runtime_error("not hex: " + hex);
    }
    return bytes;
}

json::Tree value(const std::string &hex)
{
    json::Document document;
    document.parse(text(hex), stream::dataPackageLimits);
    return json::Tree(document.root());
}

std::string sign(const std::string &key, const std::string &message)
{
    crypto::Secp256k1PrivateKey privateKey;
    if (!crypto::decodeHex(key, privateKey.bytes())) {
        throw std::runtime_error("no key");
    }
    const auto signature = crypto::sign(crypto::personalMessageDigest(text(message)), privateKey);
    return crypto::addressText(crypto::addressOf(privateKey)) + " " + crypto::toHex(signature.rs)
           + (signature.parity == 0 ? "00" : "01");
}

std::string recover(const std::string &message, const std::string &hex)
{
    const auto bytes = crypto::fromHex<65>(hex);
    if (!bytes) {
        throw std::runtime_error("no signature");
    }
    crypto::RecoverableSignature signature;
    std::copy_n(bytes->begin(), signature.rs.size(), signature.rs.begin());
    signature.parity = std::to_integer<unsigned>(bytes->back());
    const auto address = crypto::recoverAddress(crypto::personalMessageDigest(text(message)), signature);
    return address ? crypto::addressText(*address) : "refused";
}

std::string answer(const std::string &command, const std::string &first, const std::string &second)
{
    if (command == "sign") {
        return sign(first, second);
    }
    if (command == "recover") {
        return recover(first, second);
    }
    if (command == "canonical") {
        const auto form = first == "python" ? json::CanonicalForm::Python : json::CanonicalForm::Rfc8785;
        return json::canonicalJson(value(second), form);
    }
    if (command == "generalize") {
        const json::Tree wrapper = stream::anonymized(value(first), command);
        return json::canonicalJson(wrapper.object()->at("value"), json::CanonicalForm::Python);
    }
    throw std::runtime_error("no such command: " + command);
}

} // namespace

int main()
{
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::string command;
        std::string first;
        std::string second;
        words >> command >> first >> second;
        try {
            std::cout << answer(command, first, second) << '\n';
        } catch (const StreamError &error) {
            std::cout << "refused " << errorCodeName(error.code()) << '\n';
        }
    }
}
