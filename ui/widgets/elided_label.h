// One line of text that gives way: shortened in the middle when there is no room, whole in the tooltip.
#pragma once

#include <QWidget>

namespace streamdesk::ui {

class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const noexcept { return m_text; }
    void setMuted(bool muted);
    // What the tooltip and screen readers say instead of the text; empty for the text.
    void setWhole(const QString &whole);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QString m_whole;
    bool m_muted = false;
};

} // namespace streamdesk::ui
