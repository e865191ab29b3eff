// A picture of how a chunk hangs together with its neighbours, and the way to them.
#pragma once

#include "ui/package/chunk_facts.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace streamdesk::ui {

class ChunkLinks : public QWidget
{
    Q_OBJECT

public:
    struct Chunk
    {
        QString number; // empty: there is none
        QString id;     // empty: it is not here
        bool operator==(const Chunk &) const = default;
    };
    struct Chain
    {
        Chunk before, here, behind;
        Link toBefore = Link::None;
        Link toBehind = Link::None;
        bool operator==(const Chain &) const = default;
    };

    explicit ChunkLinks(QWidget *parent = nullptr);

    void setChain(const Chain &chain);
    // Whether there is a row to go to.
    void setWays(bool before, bool behind);
    // The picture in words.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void beforeRequested();
    void behindRequested();

private:
    Chain m_chain;
    QWidget *m_picture;
    QLabel *m_text;
    QToolButton *m_before;
    QToolButton *m_behind;
};

} // namespace streamdesk::ui
