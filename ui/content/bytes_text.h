// Bytes as lines of hex digits and characters, made for the lines that are seen.
#pragma once

#include <QAbstractListModel>
#include <QString>

#include <cstddef>
#include <memory>
#include <span>

namespace streamdesk::ui {

// "00000010  74 69 6d 65 2c 6c 61 74  2c 6c 6f 6e 0a           |time,lat,lon.|", 16 bytes a line.
[[nodiscard]] QString hexLine(std::span<const std::byte> bytes, std::size_t line);

// GUI thread. Bytes are not copied: `owner` keeps them alive.
class BytesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setBytes(std::shared_ptr<const void> owner, std::span<const std::byte> bytes);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::shared_ptr<const void> m_owner;
    std::span<const std::byte> m_bytes;
};

} // namespace streamdesk::ui
