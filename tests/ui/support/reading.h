// What a person reads in a part of the window, and what they press.
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QStringList>

namespace streamdesk::test {

// The visible labels, one a line.
inline QString textsIn(const QWidget *widget)
{
    QStringList texts;
    for (const QLabel *const label : widget->findChildren<QLabel *>()) {
        if (label->isVisible()) {
            texts.append(label->text());
        }
    }
    return texts.join(u'\n');
}

// The visible button that says this, to the eye or to a screen reader; nullptr when there is none.
inline QPushButton *buttonIn(const QWidget *widget, const QString &text)
{
    for (auto *const button : widget->findChildren<QPushButton *>()) {
        if (button->isVisible() && (button->text() == text || button->accessibleName() == text)) {
            return button;
        }
    }
    return nullptr;
}

} // namespace streamdesk::test
