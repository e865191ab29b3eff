// What lies over a window while files are dragged over it: says what a drop will do.
#pragma once

#include "ui/drop/kind_words.h"

#include <QWidget>

class QFrame;
class QLabel;
class QVBoxLayout;

namespace streamdesk::ui {

class IconLabel;

// A child of the window that it covers, which sees mouse and drag events as if it were not there.
class DropOverlay : public QWidget
{
    Q_OBJECT

public:
    explicit DropOverlay(QWidget *window);

    // While `count` things are being looked at.
    void showLooking(int count);
    void showPlan(const DropPlan &plan);
    // All that it says, one line each, the title first.
    [[nodiscard]] QStringList texts() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setContent(const QString &iconName, const QString &title, const QVector<DropLine> &lines, bool usable);
    void addLine(const DropLine &line);
    void appear();

    QFrame *m_card;
    IconLabel *m_icon;
    QLabel *m_title;
    QVBoxLayout *m_list;
    QVector<DropLine> m_lines;
    bool m_usable = true;
};

} // namespace streamdesk::ui
