#include "ui/package/chain_card.h"

#include "ui/package/chain_cell_painter.h"
#include "ui/package/chain_legend.h"
#include "ui/package/chain_map.h"
#include "ui/package/package_session.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace streamdesk::ui {

namespace {

constexpr int iconSize = 16; // px

} // namespace

ChainCard::ChainCard(QWidget *parent) : QFrame(parent), m_map(new ChainMap(this))
{
    setProperty("card", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *line = new QFrame(this);
    line->setProperty("line", true);
    line->setFixedHeight(1);
    auto *mapRow = new QHBoxLayout;
    mapRow->setContentsMargins(12 - cellRing, 12 - cellRing, 12 - cellRing, 12 - cellRing);
    mapRow->addWidget(m_map);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(line);
    layout->addLayout(mapRow, 1);
    setTabOrder(m_fit, m_map);
    connect(m_map, &ChainMap::scaleChanged, this, &ChainCard::updateScale);
    updateLegend();
    updateScale();
}

QWidget *ChainCard::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(12);
    auto *title = new QLabel(tr("Chain"), header);
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    layout->addWidget(title);
    m_legend = new ChainLegend(header);
    layout->addWidget(m_legend, 1);
    m_scale = new QLabel(header);
    m_scale->setProperty("muted", true);
    m_zoomOut = makeButton(QStringLiteral("minus"), tr("Zoom out"));
    m_zoomIn = makeButton(QStringLiteral("plus"), tr("Zoom in"));
    m_fit = makeButton(QStringLiteral("fit"), tr("Show the whole chain"));
    connect(m_zoomOut, &QToolButton::clicked, m_map, &ChainMap::zoomOut);
    connect(m_zoomIn, &QToolButton::clicked, m_map, &ChainMap::zoomIn);
    connect(m_fit, &QToolButton::clicked, m_map, &ChainMap::fit);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_zoomOut);
    buttons->addWidget(m_zoomIn);
    buttons->addWidget(m_fit);
    layout->addWidget(m_scale);
    layout->addLayout(buttons);
    return header;
}

QToolButton *ChainCard::makeButton(const QString &iconName, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setProperty("flat", true);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(iconSize, iconSize));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void ChainCard::setChain(PackageSession *session, RowSelection *selection)
{
    if (m_session) {
        m_session->disconnect(this);
    }
    m_session = session;
    m_map->setChain(session, selection);
    if (session) {
        connect(session, &PackageSession::rowsReset, this, &ChainCard::updateLegend);
        connect(session, &PackageSession::statesChanged, this, &ChainCard::updateLegend);
        connect(session, &PackageSession::stageChanged, this, &ChainCard::updateLegend);
        connect(session, &QObject::destroyed, this, &ChainCard::updateLegend);
    }
    updateLegend();
}

void ChainCard::updateLegend()
{
    StateCounts counts{};
    for (const ChunkState state : statesToTell) {
        counts[std::size_t(state)] = m_session ? m_session->count(state) : 0;
    }
    m_legend->setCounts(counts, m_session && m_session->stage() == PackageSession::Stage::Checking);
}

void ChainCard::updateScale()
{
    const int rows = m_map->rowsPerCell();
    m_scale->setText(rows == 1 ? tr("1 cell = 1 chunk")
                               : tr("1 cell = %1 chunks", nullptr, rows).arg(QLocale().toString(rows)));
    m_zoomIn->setEnabled(m_map->canZoomIn());
    m_zoomOut->setEnabled(m_map->canZoomOut());
    m_fit->setEnabled(m_map->canZoomOut());
}

} // namespace streamdesk::ui
