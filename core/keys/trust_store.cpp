#include "core/keys/trust_store.h"

#include "core/keys/settings_file.h"

namespace streamdesk::keys {

std::filesystem::path TrustStore::usualPath()
{
    return settingsFolder() / "trust.json";
}

TrustFile TrustStore::read() const
{
    return settingsFileExists(m_path) ? readTrustFile(m_path) : TrustFile{};
}

void TrustStore::update(const std::function<void(TrustFile &)> &edit) const
{
    changeSettingsFile(m_path, io::Access::Usual, [&]() -> std::optional<std::string> {
        TrustFile file = read();
        const std::string before = trustFileText(file);
        edit(file);
        std::string text = trustFileText(file);
        return text == before ? std::nullopt : std::optional(std::move(text));
    });
}

} // namespace streamdesk::keys
