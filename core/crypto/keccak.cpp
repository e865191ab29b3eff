#include "core/crypto/keccak.h"

#include <QCryptographicHash>

#include <algorithm>

namespace streamdesk::crypto {

Digest keccak256(std::string_view bytes)
{
    const QByteArray hash = QCryptographicHash::hash(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())),
                                                     QCryptographicHash::Keccak_256);
    Digest digest;
    std::transform(hash.begin(), hash.end(), digest.begin(), [](char c) { return static_cast<std::byte>(c); });
    return digest;
}

} // namespace streamdesk::crypto
