// The map of the product: sections, and under them what is open.
#pragma once

#include <QColor>
#include <QListWidget>
#include <QString>

namespace streamdesk::ui {

struct Colours;

// Entries are known by a key of the caller's: "library", "readings", or that of something open under one of them.
class Sidebar : public QListWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void addHeading(const QString &text);
    void addSection(const QString &key, const QString &iconName, const QString &text);
    // Behind the last entry under this section.
    void addOpen(const QString &section, const QString &key, const QString &text);
    void removeOpen(const QString &key);
    void setText(const QString &key, const QString &text);
    // `meaning`: what the icon says, for those who do not see it.
    void setIcon(const QString &key, const QString &iconName, QColor Colours::*colour, const QString &meaning);
    // The number at the right; 0 shows none.
    void setCount(const QString &key, int count);
    // Without emitting chosen().
    void setCurrent(const QString &key);
    [[nodiscard]] QString current() const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &key);
    void closeRequested(const QString &key); // an open thing, by its context menu or the middle mouse button

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QListWidgetItem *find(const QString &key) const;
    [[nodiscard]] bool isOpenThing(const QListWidgetItem *item) const;
};

} // namespace streamdesk::ui
