// Which texts on the screen have too little room.
#pragma once

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringList>
#include <QTabBar>
#include <QToolButton>
#include <QWidget>

namespace streamdesk::test {

// How much of a widget lies outside one of those that hold it, in pixels; what can be scrolled to counts as seen.
inline int outsideParents(const QWidget &widget, const QWidget &window)
{
    int most = 0;
    for (const QWidget *parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        const QRect place(widget.mapTo(parent, QPoint(0, 0)), widget.size());
        const int across = std::max(-place.left(), place.right() - parent->width() + 1);
        const int down = std::max(-place.top(), place.bottom() - parent->height() + 1);
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(parent->parentWidget())) {
            const bool fixed = area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff;
            return std::max(most, fixed ? across : 0);
        }
        most = std::max({most, across, down});
        if (parent == &window) {
            break;
        }
    }
    return most;
}

// The texts in a window of which something cannot be seen, each with the class it belongs to. What gives way on purpose
// (paths, ids, cells of tables) says it whole elsewhere and is not among them.
inline QStringList cutTexts(const QWidget &window)
{
    QStringList found;
    const auto say = [&](const QWidget &widget, const QString &text, const char *how) {
        found.append(QStringLiteral("%1 (%2): %3")
                         .arg(QString::fromLatin1(widget.metaObject()->className()), QString::fromLatin1(how), text));
    };
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &window) {
            continue;
        }
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            const bool givesWay = label->minimumSizeHint().width() < label->sizeHint().width() && !label->wordWrap();
            if (label->text().isEmpty() || givesWay) {
                continue;
            }
            // Of rich text the longest line that cannot be broken; of other text the hint is a wish.
            const bool narrow = Qt::mightBeRichText(label->text()) && label->minimumSizeHint().width() > label->width();
            constexpr int leading = 3; // px below the last line, in which nothing stands
            if (label->wordWrap()
                    ? narrow || label->heightForWidth(label->width()) > label->height() + leading
                    : label->sizeHint().width() > label->width() || label->sizeHint().height() > label->height()) {
                say(*label, label->text(), "no room");
            } else if (const int pixels = outsideParents(*label, window); pixels > 0) {
                say(*label, label->text(), qPrintable(QStringLiteral("%1 px outside").arg(pixels)));
            }
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            const auto *const tool = qobject_cast<const QToolButton *>(button);
            const bool showsText =
                tool == nullptr || tool->icon().isNull() || tool->toolButtonStyle() != Qt::ToolButtonIconOnly;
            if (showsText && !button->text().isEmpty()
                && (button->sizeHint().width() > button->width() || button->sizeHint().height() > button->height() + 2
                    || outsideParents(*button, window) > 0)) {
                say(*button, button->text(), "no room");
            }
        } else if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            if (box->sizeHint().width() > box->width()) {
                say(*box, box->currentText(), "no room");
            }
        } else if (const auto *line = qobject_cast<const QLineEdit *>(widget)) {
            constexpr int around = 26; // padding and frame
            if (line->text().isEmpty()
                && line->fontMetrics().horizontalAdvance(line->placeholderText()) + around > line->width()) {
                say(*line, line->placeholderText(), "no room");
            }
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                if (!tabs->rect().contains(tabs->tabRect(i))) {
                    say(*tabs, tabs->tabText(i), "outside");
                }
            }
        } else if (const auto *header = qobject_cast<const QHeaderView *>(widget)) {
            for (int i = 0; header->orientation() == Qt::Horizontal && i < header->count(); ++i) {
                const QString title = header->model()->headerData(i, Qt::Horizontal).toString();
                QFont font = header->font();
                font.setWeight(QFont::DemiBold);
                constexpr int around = 12;
                if (!header->isSectionHidden(i)
                    && QFontMetrics(font).horizontalAdvance(title) + around > header->sectionSize(i)) {
                    say(*header, title, "no room");
                }
            }
        }
    }
    found.removeDuplicates();
    return found;
}

} // namespace streamdesk::test
