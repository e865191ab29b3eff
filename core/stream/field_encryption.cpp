#include "core/stream/field_encryption.h"

#include "core/base/errors.h"
#include "core/crypto/aes_gcm.h"
#include "core/crypto/base64.h"
#include "core/crypto/random.h"
#include "core/json/canonical.h"
#include "core/stream/data_limits.h"

#include <optional>

namespace streamdesk::stream {

namespace {

constexpr const char *algorithmName = "AES-256-GCM";
constexpr std::size_t longestPath = 1000; // bytes; names may be as long as the whole file

bool isWrapper(const json::Tree &value, std::string_view mark) noexcept
{
    const json::Tree::Object *members = value.object();
    if (members == nullptr) {
        return false;
    }
    const auto flag = members->find(mark);
    return flag != members->end() && flag->second.boolean() != nullptr && *flag->second.boolean();
}

const std::string *textMember(const json::Tree::Object &members, std::string_view name)
{
    const auto found = members.find(name);
    return found == members.end() ? nullptr : found->second.string();
}

// Puts the content in the wrapper's place; says why when it cannot.
std::optional<std::string> open(json::Tree &field, const crypto::FieldKey &key)
{
    const std::string *algorithm = textMember(*field.object(), "algorithm");
    const std::string *ciphertext = textMember(*field.object(), "ciphertext");
    if (algorithm == nullptr || *algorithm != algorithmName) {
        return "is encrypted in a way that is not known here";
    }
    const auto sealed = ciphertext == nullptr ? std::nullopt : crypto::fromBase64(*ciphertext);
    if (!sealed) {
        return "its ciphertext is no base64 text";
    }
    std::optional<std::string> content = crypto::openAesGcm(key, *sealed);
    if (!content) {
        return "does not open with this key, or was changed";
    }
    try {
        json::Document document;
        document.parse(std::move(*content), dataPackageLimits);
        field = json::Tree(document.root());
    } catch (const StreamError &) {
        return "was encrypted by this key, but its content is no JSON";
    }
    return std::nullopt;
}

class Opener
{
public:
    Opener(const crypto::FieldKey &key, OpenedFields &result) : m_key(key), m_result(result) {}

    void visit(json::Tree &value)
    {
        if (isEncryptedField(value)) {
            if (auto why = open(value, m_key)) {
                m_result.closed.push_back({.path = m_path, .why = std::move(*why)});
            } else {
                m_result.opened.push_back(m_path);
            }
        } else if (json::Tree::Object *members = value.object()) {
            for (auto &[name, member] : *members) {
                visitInside(member, name);
            }
        } else if (json::Tree::Array *elements = value.array()) {
            for (std::size_t i = 0; i < elements->size(); ++i) {
                visitInside((*elements)[i], std::to_string(i));
            }
        }
    }

private:
    void visitInside(json::Tree &value, std::string_view name)
    {
        const std::size_t length = m_path.size();
        if (m_path.size() < longestPath) {
            m_path += m_path.empty() ? "" : ".";
            m_path += name.size() <= longestPath ? name : "…";
        }
        visit(value);
        m_path.resize(length);
    }

    const crypto::FieldKey &m_key;
    OpenedFields &m_result;
    std::string m_path;
};

} // namespace

json::Tree encryptedField(const json::Tree &value, const crypto::FieldKey &key)
{
    crypto::GcmNonce nonce{};
    crypto::randomBytes(nonce);
    const std::string sealed = crypto::sealAesGcm(key, nonce, json::canonicalJson(value, json::CanonicalForm::Python));
    json::Tree::Object wrapper;
    wrapper.emplace("__encrypted", true);
    wrapper.emplace("ciphertext", crypto::toBase64(sealed));
    wrapper.emplace("algorithm", std::string(algorithmName));
    return json::Tree(std::move(wrapper));
}

bool isEncryptedField(const json::Tree &value) noexcept
{
    return isWrapper(value, "__encrypted");
}

bool isAnonymizedField(const json::Tree &value) noexcept
{
    return isWrapper(value, "__anonymized");
}

OpenedFields openEncryptedFields(json::Tree payload, const crypto::FieldKey &key)
{
    OpenedFields result{.payload = std::move(payload), .opened = {}, .closed = {}};
    Opener(key, result).visit(result.payload);
    return result;
}

} // namespace streamdesk::stream
