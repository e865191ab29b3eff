// What the pages of the window are made of alike.
#pragma once

#include <QFrame>
#include <QIcon>
#include <QString>
#include <QStringList>

class QTreeWidget;
class QVBoxLayout;

namespace streamdesk::ui {

// A page on which there is nothing yet: what will be there, and how it comes.
class EmptyCard : public QFrame
{
    Q_OBJECT

public:
    // `picture` may be null.
    EmptyCard(const QIcon &picture, const QString &title, const QString &text, QWidget *parent = nullptr);

    // Below the text, in the middle.
    void addBelow(QWidget *widget);

private:
    QVBoxLayout *m_column;
};

// A list at the left and what is chosen in it at the right. The first of the columns takes the room there is.
[[nodiscard]] QWidget *listBesideView(QTreeWidget *list, const QString &name, const QStringList &columns,
                                      QWidget *view);

} // namespace streamdesk::ui
