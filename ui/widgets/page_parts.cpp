#include "ui/widgets/page_parts.h"

#include "ui/theme/theme.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/splitter.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace streamdesk::ui {

namespace {

constexpr int textWidth = 460;
constexpr int pictureSize = 48;

} // namespace

EmptyCard::EmptyCard(const QIcon &picture, const QString &title, const QString &text, QWidget *parent)
    : QFrame(parent), m_column(new QVBoxLayout(this))
{
    setProperty("card", true);
    m_column->setSpacing(8);
    m_column->addStretch(2);
    if (!picture.isNull()) {
        auto *const label = new IconLabel(pictureSize, this);
        label->setIcon(picture);
        m_column->addWidget(label, 0, Qt::AlignHCenter);
    }
    auto *const heading = new QLabel(title, this);
    heading->setFont(emphasisFont());
    heading->setAlignment(Qt::AlignCenter);
    m_column->addWidget(heading);
    auto *const words = new QLabel(text, this);
    words->setProperty("muted", true);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    words->setFixedWidth(textWidth);
    words->setFixedHeight(words->heightForWidth(textWidth));
    m_column->addWidget(words, 0, Qt::AlignHCenter);
    m_column->addStretch(3);
}

void EmptyCard::addBelow(QWidget *widget)
{
    m_column->insertWidget(m_column->count() - 1, widget, 0, Qt::AlignHCenter);
}

QWidget *listBesideView(QTreeWidget *list, const QString &name, const QStringList &columns, QWidget *view)
{
    auto *const splitter = new Splitter;
    auto *const card = new QFrame;
    card->setProperty("card", true);
    auto *const column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 6);
    list->setAccessibleName(name);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setIconSize({16, 16});
    list->setHeaderLabels(columns);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    column->addWidget(list);
    splitter->addWidget(card);
    splitter->addWidget(view);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 4);
    return splitter;
}

} // namespace streamdesk::ui
