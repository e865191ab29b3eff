// What is worth saying once and needs no answer: above the page, until it is dismissed.
#pragma once

#include <QFrame>

class QLabel;

namespace streamdesk::ui {

class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    // Replaces what was said before; nothing hides the bar.
    void say(const QStringList &lines);
    [[nodiscard]] QString text() const;

private:
    QLabel *m_text;
};

} // namespace streamdesk::ui
