// Text as a QR code. The only place that knows the library which makes them.
#pragma once

#include <QString>

#include <vector>

namespace streamdesk::ui {

struct QrMatrix
{
    int size = 0;           // modules along an edge, without the quiet zone
    std::vector<bool> dark; // row after row

    [[nodiscard]] bool at(int column, int row) const
    {
        return dark[std::size_t(row) * std::size_t(size) + std::size_t(column)];
    }
};

// The smallest code that can lose 15 % of itself. Empty (size 0) for text beyond some 2,300 bytes of UTF-8, and for
// none.
[[nodiscard]] QrMatrix qrCode(const QString &text);

} // namespace streamdesk::ui
