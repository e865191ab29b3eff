#include "ui/widgets/fact_row.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace streamdesk::ui {

namespace {

constexpr int acrossGap = 16;
constexpr int downGap = 8;
constexpr int narrowestInCharacters = 24;
constexpr int copySize = 20; // as high as a value, so that all of them stand on one line

} // namespace

FactRow::FactRow(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FactRow::setFacts(const QVector<Fact> &facts)
{
    for (QWidget *cell : m_cells) {
        cell->hide();
        cell->deleteLater();
    }
    m_cells.clear();
    for (const Fact &fact : facts) {
        m_cells.push_back(makeCell(fact));
        m_cells.back()->show();
    }
    arrange();
    updateGeometry();
}

QWidget *FactRow::makeCell(const Fact &fact)
{
    auto *cell = new QWidget(this);
    auto *label = new QLabel(fact.label);
    label->setFont(labelFont());
    label->setProperty("muted", true);
    auto *value = new ElidedLabel;
    value->setText(fact.value);
    value->setWhole(fact.whole);
    value->setAccessibleName(fact.label + QStringLiteral(": ") + (fact.whole.isEmpty() ? fact.value : fact.whole));
    if (fact.monospace) {
        value->setFont(monospaceFont());
    }
    value->setFixedHeight(std::max(copySize, value->sizeHint().height()));
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(value);
    if (fact.copyable) {
        auto *copy = new QToolButton;
        copy->setProperty("flat", true);
        copy->setIcon(icon(QStringLiteral("copy"), &Colours::muted));
        copy->setIconSize(QSize(14, 14));
        copy->setFixedSize(copySize, copySize);
        copy->setToolTip(tr("Copy"));
        copy->setAccessibleName(tr("Copy: %1").arg(fact.label));
        connect(copy, &QToolButton::clicked, this,
                [text = fact.whole.isEmpty() ? fact.value : fact.whole] { QApplication::clipboard()->setText(text); });
        row->addWidget(copy);
    }
    row->addStretch(1);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(label);
    column->addLayout(row);
    column->addStretch(1);
    return cell;
}

// All beside each other at the width that each wants.
int FactRow::naturalWidth() const
{
    int width = -acrossGap;
    for (const QWidget *cell : m_cells) {
        width += cell->sizeHint().width() + acrossGap;
    }
    return width;
}

int FactRow::columnsFor(int width) const
{
    if (naturalWidth() <= width) {
        return std::max(1, int(m_cells.size()));
    }
    const int narrowest = fontMetrics().averageCharWidth() * narrowestInCharacters;
    const int most = std::max(1, (width + acrossGap) / (narrowest + acrossGap));
    const int cells = std::max(1, int(m_cells.size()));
    const int rows = (cells + most - 1) / most;
    return (cells + rows - 1) / rows; // as even as it goes
}

int FactRow::heightForWidth(int width) const
{
    if (m_cells.empty()) {
        return 0;
    }
    const int columns = columnsFor(width);
    const int rows = (int(m_cells.size()) + columns - 1) / columns;
    int height = 0;
    for (const QWidget *cell : m_cells) {
        height = std::max(height, cell->sizeHint().height());
    }
    return rows * height + (rows - 1) * downGap;
}

QSize FactRow::sizeHint() const
{
    return {600, heightForWidth(600)};
}

QSize FactRow::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * narrowestInCharacters, heightForWidth(width())};
}

void FactRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    updateGeometry();
}

void FactRow::arrange()
{
    const int columns = columnsFor(width());
    const int across = (width() + acrossGap) / columns;
    int height = 0;
    for (const QWidget *cell : m_cells) {
        height = std::max(height, cell->sizeHint().height());
    }
    if (const int room = width() - naturalWidth(); room >= 0 && !m_cells.empty()) {
        const int gap = acrossGap + std::min(room / int(m_cells.size()), 4 * acrossGap);
        int x = 0;
        for (QWidget *cell : m_cells) {
            const QRect place(x, 0, cell->sizeHint().width(), height);
            cell->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
            x += place.width() + gap;
        }
        return;
    }
    for (int i = 0; i < int(m_cells.size()); ++i) {
        const QRect place((i % columns) * across, (i / columns) * (height + downGap), across - acrossGap, height);
        m_cells[std::size_t(i)]->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    }
}

} // namespace streamdesk::ui
