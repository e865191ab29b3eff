// The chain map with what it takes to read it: a legend that counts, the scale, and the buttons that change it.
#pragma once

#include "ui/package/chunk_rows.h"

#include <QFrame>
#include <QPointer>

#include <array>

class QLabel;
class QToolButton;

namespace streamdesk::ui {

class ChainMap;
class PackageSession;
class RowSelection;

class ChainCard : public QFrame
{
    Q_OBJECT

public:
    explicit ChainCard(QWidget *parent = nullptr);

    // Both stay the caller's; nullptr shows nothing.
    void setChain(PackageSession *session, RowSelection *selection);

    [[nodiscard]] ChainMap *map() const noexcept { return m_map; }

private:
    struct LegendEntry
    {
        QWidget *entry = nullptr;
        QLabel *text = nullptr;
    };

    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] LegendEntry makeLegendEntry(ChunkState state);
    [[nodiscard]] QToolButton *makeButton(const QString &iconName, const QString &name);
    void updateLegend();
    void updateScale();

    QPointer<PackageSession> m_session;
    ChainMap *m_map;
    std::array<LegendEntry, chunkStateCount> m_legend;
    QLabel *m_scale = nullptr;
    QToolButton *m_zoomOut = nullptr;
    QToolButton *m_zoomIn = nullptr;
    QToolButton *m_fit = nullptr;
};

} // namespace streamdesk::ui
