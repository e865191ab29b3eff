// What is known of a thing, as small labels over values, side by side and in as many rows as the width asks for.
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

#include <vector>

namespace streamdesk::ui {

class FactRow : public QWidget
{
    Q_OBJECT

public:
    struct Fact
    {
        QString label;
        QString value;          // one line; shortened in the middle when there is no room
        QString whole = {};     // for the tooltip; empty for the value
        bool monospace = false; // for hex
        bool copyable = false;  // with a button that copies `whole`, or else the value
    };

    explicit FactRow(QWidget *parent = nullptr);

    void setFacts(const QVector<Fact> &facts);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeCell(const Fact &fact);
    [[nodiscard]] int naturalWidth() const;
    [[nodiscard]] int columnsFor(int width) const;
    void arrange();

    std::vector<QWidget *> m_cells;
};

} // namespace streamdesk::ui
