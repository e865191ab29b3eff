#include "core/crypto/aes_gcm.h"

#include "core/base/errors.h"
#include "core/crypto/raw.h"

#include <limits>
#include <memory>
#include <openssl/evp.h>

namespace streamdesk::crypto {

namespace {

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

enum class Direction : int { Decrypt = 0, Encrypt = 1 };

unsigned char *raw(std::string &text, std::size_t offset)
{
    return reinterpret_cast<unsigned char *>(text.data() + offset);
}

bool begin(EVP_CIPHER_CTX *context, Direction direction, const FieldKey &key, std::string_view nonce,
           std::string_view associatedData)
{
    int ignored = 0;
    return context != nullptr
           && EVP_CipherInit_ex(context, EVP_aes_256_gcm(), nullptr, crypto::raw(key.bytes()), crypto::raw(nonce),
                                static_cast<int>(direction))
                  == 1
           && (associatedData.empty()
               || EVP_CipherUpdate(context, nullptr, &ignored, crypto::raw(associatedData),
                                   static_cast<int>(associatedData.size()))
                      == 1);
}

// OpenSSL counts in int.
bool fits(std::string_view text)
{
    return text.size() < static_cast<std::size_t>(std::numeric_limits<int>::max()) - gcmNonceSize - gcmTagSize;
}

} // namespace

std::string sealAesGcm(const FieldKey &key, const GcmNonce &nonce, std::string_view plaintext,
                       std::string_view associatedData)
{
    const Context context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    std::string sealed(reinterpret_cast<const char *>(nonce.data()), nonce.size());
    sealed.resize(gcmNonceSize + plaintext.size() + gcmTagSize);
    int length = 0;
    const std::size_t tag = gcmNonceSize + plaintext.size();
    if (!fits(plaintext) || !fits(associatedData)
        || !begin(context.get(), Direction::Encrypt, key, std::string_view(sealed).substr(0, gcmNonceSize),
                  associatedData)
        || EVP_CipherUpdate(context.get(), raw(sealed, gcmNonceSize), &length, crypto::raw(plaintext),
                            static_cast<int>(plaintext.size()))
               != 1
        || EVP_CipherFinal_ex(context.get(), raw(sealed, tag), &length) != 1
        || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, gcmTagSize, raw(sealed, tag)) != 1) {
        throw StreamSigningError(ErrorCode::IoFailed, "the AES-256-GCM of the system's OpenSSL failed to encrypt");
    }
    return sealed;
}

std::optional<std::string> openAesGcm(const FieldKey &key, std::string_view sealed, std::string_view associatedData)
{
    if (sealed.size() < gcmNonceSize + gcmTagSize || !fits(sealed) || !fits(associatedData)) {
        return std::nullopt;
    }
    const Context context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    const std::string_view ciphertext = sealed.substr(gcmNonceSize, sealed.size() - gcmNonceSize - gcmTagSize);
    std::string tag(sealed.substr(sealed.size() - gcmTagSize));
    // One byte more, so that there is an address to hand over when there is nothing inside.
    std::string plaintext(ciphertext.size() + 1, '\0');
    int length = 0;
    const bool authentic = begin(context.get(), Direction::Decrypt, key, sealed.substr(0, gcmNonceSize), associatedData)
                           && EVP_CipherUpdate(context.get(), raw(plaintext, 0), &length, crypto::raw(ciphertext),
                                               static_cast<int>(ciphertext.size()))
                                  == 1
                           && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, gcmTagSize, tag.data()) == 1
                           && EVP_CipherFinal_ex(context.get(), raw(plaintext, ciphertext.size()), &length) == 1;
    plaintext.pop_back();
    return authentic ? std::optional(std::move(plaintext)) : std::nullopt;
}

} // namespace streamdesk::crypto
