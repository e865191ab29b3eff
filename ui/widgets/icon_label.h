// An icon beside words. Painted anew in every colour and scale, which a pixmap in a label is not. The words say what it
// means: screen readers pass over it.
#pragma once

#include <QIcon>
#include <QWidget>

namespace streamdesk::ui {

class IconLabel : public QWidget
{
    Q_OBJECT

public:
    explicit IconLabel(int size, QWidget *parent = nullptr);

    void setIcon(const QIcon &icon);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

} // namespace streamdesk::ui
