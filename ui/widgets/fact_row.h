// Facts beside each other: a small label over a value, which is shortened where there is no room and whole in its
// tooltip and when copied.
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace streamdesk::ui {

// One fact. A click on its context menu, or Ctrl+C while it has the focus, copies the whole value.
class Fact : public QWidget
{
    Q_OBJECT

public:
    explicit Fact(const QString &label, QWidget *parent = nullptr);

    // `shown` may be shorter than `whole`; an empty value hides the fact.
    void setValue(const QString &shown, const QString &whole = {}, bool monospaced = false);
    [[nodiscard]] QString shown() const { return m_shown; }
    [[nodiscard]] QString whole() const { return m_whole; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copy() const;

    QString m_label;
    QString m_shown;
    QString m_whole;
    QFont m_valueFont;
};

class FactRow : public QWidget
{
    Q_OBJECT

public:
    explicit FactRow(QWidget *parent = nullptr);

    Fact *add(const QString &label);

private:
    QHBoxLayout *m_layout;
};

} // namespace streamdesk::ui
