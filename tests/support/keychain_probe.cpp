// A process that uses the keychain as the program does, for tests: one command a line on standard input, one answer a
// line on standard output, "ok …" or the name of an error's code and its sentence.
//   keychain-probe LIST PATIENCE-MS
#include "core/base/errors.h"
#include "core/crypto/hex.h"
#include "core/keys/key_store.h"
#include "core/keys/keychain_home.h"

#include <QCoreApplication>

#include <cstdio>
#include <iostream>
#include <sstream>

using namespace streamdesk;

namespace {

std::string answer(keys::KeyStore &store, keys::KeychainHome &home, const std::string &command,
                   const std::string &label)
{
    if (command == "generate") {
        return store.generate(keys::Purpose::Buyer, label, keys::HomeKind::Keychain).id;
    }
    if (command == "secret") {
        return crypto::toHex(store.secret(label).bytes());
    }
    if (command == "remove") {
        store.remove(label);
        return {};
    }
    if (command == "store-large") {
        home.store({.id = std::string(32, 'a'), .label = label, .publicPart = {}},
                   crypto::SecretBytes(keys::KeychainHome::mostBytes + 1));
        return {};
    }
    if (command == "store-largest") {
        home.store({.id = std::string(32, 'b'), .label = label, .publicPart = {}},
                   crypto::SecretBytes(keys::KeychainHome::mostBytes));
        return {};
    }
    if (command == "count") {
        return std::to_string(store.list().size());
    }
    return "unknown command";
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    keys::KeyStore store{keys::KeyListFile(argv[1])};
    const auto home = std::make_shared<keys::KeychainHome>(std::chrono::milliseconds(std::stoi(argv[2])));
    store.addHome(home);
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::string command;
        std::string label;
        words >> command >> label;
        try {
            const std::string result = answer(store, *home, command, label);
            std::cout << "ok " << result << std::endl;
        } catch (const StreamError &error) {
            std::cout << errorCodeName(error.code()) << " " << error.what() << std::endl;
        }
    }
    return 0;
}
