#include "ui/content/bytes_text.h"

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr std::size_t bytesInLine = 16;

} // namespace

QString hexLine(std::span<const std::byte> bytes, std::size_t line)
{
    const std::size_t offset = line * bytesInLine;
    const auto here = bytes.subspan(offset, std::min(bytesInLine, bytes.size() - offset));
    QString text = QStringLiteral("%1 ").arg(qulonglong(offset), 8, 16, QLatin1Char('0'));
    QString characters;
    for (std::size_t i = 0; i < bytesInLine; ++i) {
        text += QLatin1String(i == bytesInLine / 2 ? "  " : " ");
        if (i >= here.size()) {
            text += QLatin1String("  ");
            continue;
        }
        const auto value = std::to_integer<unsigned char>(here[i]);
        text += QStringLiteral("%1").arg(uint(value), 2, 16, QLatin1Char('0'));
        characters += value >= 0x20 && value < 0x7f ? QLatin1Char(char(value)) : QLatin1Char('.');
    }
    return text + QStringLiteral("  |%1|").arg(characters);
}

void BytesModel::setBytes(std::shared_ptr<const void> owner, std::span<const std::byte> bytes)
{
    beginResetModel();
    m_owner = std::move(owner);
    m_bytes = bytes;
    endResetModel();
}

int BytesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int((m_bytes.size() + bytesInLine - 1) / bytesInLine);
}

QVariant BytesModel::data(const QModelIndex &index, int role) const
{
    return role == Qt::DisplayRole ? hexLine(m_bytes, std::size_t(index.row())) : QVariant();
}

} // namespace streamdesk::ui
