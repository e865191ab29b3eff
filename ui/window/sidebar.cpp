#include "ui/window/sidebar.h"

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/words/values.h"

#include <QContextMenuEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace streamdesk::ui {

namespace {

enum Role { KeyRole = Qt::UserRole, KindRole, SectionRole, CountRole, IconRole, MeaningRole };
enum Kind { Heading, Section, Open };

constexpr int narrowest = 196;
constexpr int widest = 280;
constexpr int margin = 8;

// "Library, 3", "arm-07, Damaged"
void setSpokenText(QListWidgetItem *item)
{
    QStringList parts = {item->text(), item->data(MeaningRole).toString()};
    if (const int count = item->data(CountRole).toInt(); count > 0) {
        parts.append(QLocale().toString(count));
    }
    parts.removeAll(QString());
    item->setData(Qt::AccessibleTextRole, parts.join(QStringLiteral(", ")));
}

class SidebarDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = option.fontMetrics.height();
        switch (index.data(KindRole).toInt()) {
        case Heading:
            return {0, line + 16};
        case Section:
            return {0, line + 18};
        default:
            return {0, line + 10};
        }
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &colours = coloursFor(option.palette);
        const int kind = index.data(KindRole).toInt();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (kind == Heading) {
            QFont font = labelFont();
            font.setWeight(QFont::DemiBold);
            painter->setFont(font);
            painter->setPen(colours.muted);
            painter->drawText(option.rect.adjusted(margin + 10, 0, -margin, -4), Qt::AlignLeading | Qt::AlignBottom,
                              index.data().toString());
            painter->restore();
            return;
        }
        const QRect row = option.rect.adjusted(margin, 1, -margin, -1);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(option.state.testFlag(QStyle::State_HasFocus) && selected ? QPen(colours.accent)
                                                                                      : QPen(Qt::NoPen));
            painter->setBrush(selected ? colours.accentSoft : colours.hover);
            painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        const int indent = kind == Open ? 24 : 10;
        const int iconSize = kind == Open ? 16 : 18;
        const bool mirrored = option.direction == Qt::RightToLeft;
        const auto place = [&](int x, int width) {
            return mirrored ? QRect(row.right() - x - width + 1, row.top(), width, row.height())
                            : QRect(row.left() + x, row.top(), width, row.height());
        };
        const QIcon icon = selected && kind == Section ? ui::icon(index.data(IconRole).toString(), &Colours::accent)
                                                       : index.data(Qt::DecorationRole).value<QIcon>();
        const QRect iconRect = place(indent, iconSize);
        icon.paint(painter, iconRect);
        const int count = index.data(CountRole).toInt();
        const QString number = count > 0 ? QLocale().toString(count) : QString();
        const int numberWidth = number.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(number) + 8;
        painter->setPen(colours.muted);
        painter->setFont(option.font);
        if (!number.isEmpty()) {
            painter->drawText(place(row.width() - numberWidth - 6, numberWidth), Qt::AlignCenter, number);
        }
        const int textStart = indent + iconSize + 9;
        const QRect textRect = place(textStart, row.width() - textStart - numberWidth - 8);
        QFont font = option.font;
        font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(selected && kind == Section ? colours.accent : colours.text);
        painter->drawText(textRect, Qt::AlignLeading | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, textRect.width()));
        painter->restore();
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("sidebar"));
    setAccessibleName(tr("Sections"));
    setItemDelegate(new SidebarDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item != nullptr) {
            Q_EMIT chosen(item->data(KeyRole).toString());
        }
    });
}

QSize Sidebar::sizeHint() const
{
    QFont chosen = font();
    chosen.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(chosen);
    constexpr int besideText = 90; // margins, icon, and a count of three digits
    int width = narrowest;
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(KindRole).toInt() == Section) {
            width = std::max(width, metrics.horizontalAdvance(item(i)->text()) + besideText);
        }
    }
    return {std::min(width, widest), 400};
}

void Sidebar::addHeading(const QString &text)
{
    auto *const item = new QListWidgetItem(text, this);
    item->setData(KindRole, Heading);
    item->setFlags(Qt::NoItemFlags);
}

void Sidebar::addSection(const QString &key, const QString &iconName, const QString &text)
{
    auto *const item = new QListWidgetItem(ui::icon(iconName), text, this);
    item->setData(KeyRole, key);
    item->setData(KindRole, Section);
    item->setData(IconRole, iconName);
}

void Sidebar::addOpen(const QString &section, const QString &key, const QString &text)
{
    int at = row(find(section)) + 1;
    while (at < count() && item(at)->data(SectionRole).toString() == section) {
        ++at;
    }
    auto *const added = new QListWidgetItem(ui::icon(QStringLiteral("unchecked"), &Colours::muted), text);
    added->setData(KeyRole, key);
    added->setData(KindRole, Open);
    added->setData(SectionRole, section);
    added->setToolTip(plainToolTip(text));
    insertItem(at, added);
}

void Sidebar::removeOpen(const QString &key)
{
    const QSignalBlocker quiet(this); // whoever removes says what is shown next
    delete find(key);
}

void Sidebar::setText(const QString &key, const QString &text)
{
    if (QListWidgetItem *const found = find(key)) {
        found->setText(text);
        found->setToolTip(plainToolTip(text));
        setSpokenText(found);
    }
}

void Sidebar::setIcon(const QString &key, const QString &iconName, QColor Colours::*colour, const QString &meaning)
{
    if (QListWidgetItem *const found = find(key)) {
        found->setIcon(ui::icon(iconName, colour));
        found->setData(MeaningRole, meaning);
        setSpokenText(found);
    }
}

void Sidebar::setCount(const QString &key, int count)
{
    if (QListWidgetItem *const found = find(key)) {
        found->setData(CountRole, count);
        setSpokenText(found);
    }
}

void Sidebar::setCurrent(const QString &key)
{
    const QSignalBlocker quiet(this);
    setCurrentItem(find(key));
    viewport()->update();
}

QString Sidebar::current() const
{
    return currentItem() == nullptr ? QString() : currentItem()->data(KeyRole).toString();
}

QListWidgetItem *Sidebar::find(const QString &key) const
{
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(KeyRole).toString() == key) {
            return item(i);
        }
    }
    return nullptr;
}

bool Sidebar::isOpenThing(const QListWidgetItem *item) const
{
    return item != nullptr && item->data(KindRole).toInt() == Open;
}

void Sidebar::contextMenuEvent(QContextMenuEvent *event)
{
    const QListWidgetItem *const item = itemAt(event->pos());
    if (!isOpenThing(item)) {
        return;
    }
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString key = item->data(KeyRole).toString();
    menu->addAction(tr("Close"), this, [this, key] { Q_EMIT closeRequested(key); });
    menu->popup(event->globalPos());
}

void Sidebar::mouseReleaseEvent(QMouseEvent *event)
{
    const QListWidgetItem *const item = itemAt(event->pos());
    if (event->button() == Qt::MiddleButton && isOpenThing(item)) {
        Q_EMIT closeRequested(item->data(KeyRole).toString());
        return;
    }
    QListWidget::mouseReleaseEvent(event);
}

} // namespace streamdesk::ui
