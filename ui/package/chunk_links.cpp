#include "ui/package/chunk_links.h"

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace streamdesk::ui {

namespace {

constexpr int pictureHeight = 44;
constexpr int linkWidth = 36;
constexpr int widestBox = 130;
constexpr double radius = 6;

// Three boxes and two links.
class Picture : public QWidget
{
public:
    explicit Picture(const ChunkLinks::Chain &chain) : m_chain(chain)
    {
        setFixedHeight(pictureHeight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int box = std::min(widestBox, (width() - 2 * linkWidth) / 3);
        const int start = (width() - 3 * box - 2 * linkWidth) / 2;
        const std::array chunks = {&m_chain.before, &m_chain.here, &m_chain.behind};
        const std::array links = {m_chain.toBefore, m_chain.toBehind};
        for (int i = 0; i < 3; ++i) {
            const QRect logical(start + i * (box + linkWidth), 0, box, height());
            paintBox(painter, QStyle::visualRect(layoutDirection(), rect(), logical), *chunks[std::size_t(i)], i == 1);
        }
        for (int i = 0; i < 2; ++i) {
            const QRect logical(start + box + i * (box + linkWidth), 0, linkWidth, height());
            paintLink(painter, QStyle::visualRect(layoutDirection(), rect(), logical), links[std::size_t(i)]);
        }
    }

private:
    void paintBox(QPainter &painter, const QRect &rect, const ChunkLinks::Chunk &chunk, bool isHere) const
    {
        if (chunk.number.isEmpty()) {
            return;
        }
        const Colours &colours = coloursFor(palette());
        const bool isMissing = chunk.id.isEmpty();
        painter.setPen(QPen(isHere ? colours.accent : colours.line, 1, isMissing ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(isHere ? QBrush(colours.accentSoft) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        const QRect inside = rect.adjusted(4, 4, -4, -4);
        QFont number = font();
        number.setWeight(isHere ? QFont::DemiBold : QFont::Normal);
        painter.setFont(number);
        painter.setPen(colours.text);
        painter.drawText(inside, Qt::AlignHCenter | Qt::AlignTop, chunk.number);
        QFont id = isMissing ? labelFont() : monospaceFont();
        id.setPixelSize(labelFont().pixelSize());
        painter.setFont(id);
        painter.setPen(colours.muted);
        const QString text = isMissing ? ChunkLinks::tr("not here") : chunk.id;
        painter.drawText(inside, Qt::AlignHCenter | Qt::AlignBottom,
                         painter.fontMetrics().elidedText(text, Qt::ElideMiddle, inside.width()));
    }

    // Whole, dotted where nobody can tell, or torn apart with a stroke through the gap.
    void paintLink(QPainter &painter, const QRect &rect, Link link) const
    {
        if (link == Link::None) {
            return;
        }
        const Colours &colours = coloursFor(palette());
        const double y = rect.center().y() + 0.5;
        const double left = rect.left() + 3;
        const double right = rect.right() - 2;
        const double middle = (left + right) / 2;
        if (link == Link::Broken) {
            painter.setPen(QPen(colours.broken, 2, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(left, y), QPointF(middle - 7, y));
            painter.drawLine(QPointF(middle + 7, y), QPointF(right, y));
            painter.drawLine(QPointF(middle - 4, y - 4), QPointF(middle + 4, y + 4));
            painter.drawLine(QPointF(middle - 4, y + 4), QPointF(middle + 4, y - 4));
        } else if (link == Link::Unknown) {
            painter.setPen(QPen(colours.muted, 2, Qt::DotLine));
            painter.drawLine(QPointF(left, y), QPointF(right, y));
        } else {
            painter.setPen(QPen(colours.intact, 2, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(left, y), QPointF(right, y));
        }
    }

    const ChunkLinks::Chain &m_chain;
};

QString wordsBefore(const ChunkLinks::Chain &chain)
{
    switch (chain.toBefore) {
    case Link::None:
        return ChunkLinks::tr("This is the first chunk.");
    case Link::Fits:
        return ChunkLinks::tr("Follows chunk %1.").arg(chain.before.number);
    case Link::Broken:
        return chain.before.number.isEmpty()
                   ? ChunkLinks::tr("The first chunk points back to another one.")
                   : ChunkLinks::tr("Does not follow chunk %1: its link names another chunk.").arg(chain.before.number);
    case Link::Unknown:
        break;
    }
    return ChunkLinks::tr("Whether it follows the chunk before cannot be told.");
}

QString wordsBehind(const ChunkLinks::Chain &chain)
{
    switch (chain.toBehind) {
    case Link::None:
        return ChunkLinks::tr("It is the last one.");
    case Link::Fits:
        return ChunkLinks::tr("Chunk %1 follows it.").arg(chain.behind.number);
    case Link::Broken:
        return ChunkLinks::tr("Chunk %1 does not follow it.").arg(chain.behind.number);
    case Link::Unknown:
        break;
    }
    return ChunkLinks::tr("Whether the next chunk follows it cannot be told.");
}

} // namespace

ChunkLinks::ChunkLinks(QWidget *parent)
    : QWidget(parent), m_picture(new Picture(m_chain)), m_text(new QLabel), m_before(new QToolButton),
      m_behind(new QToolButton)
{
    const auto prepare = [](QToolButton *button, const QString &name, const QString &text) {
        button->setProperty("flat", true);
        button->setIcon(icon(name, &Colours::muted));
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    prepare(m_before, mirrored ? QStringLiteral("right") : QStringLiteral("left"), tr("Previous chunk"));
    prepare(m_behind, mirrored ? QStringLiteral("left") : QStringLiteral("right"), tr("Next chunk"));
    connect(m_before, &QToolButton::clicked, this, &ChunkLinks::beforeRequested);
    connect(m_behind, &QToolButton::clicked, this, &ChunkLinks::behindRequested);
    m_text->setProperty("muted", true);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_before);
    row->addWidget(m_picture, 1);
    row->addWidget(m_behind);
    layout->addLayout(row);
    layout->addWidget(m_text);
}

void ChunkLinks::setChain(const Chain &chain)
{
    m_chain = chain;
    const bool nothingKnown = chain.here.id.isEmpty();
    m_text->setText(nothingKnown ? tr("It is not here, so nobody can tell how it hangs together with the others.")
                                 : wordsBefore(chain) + u' ' + wordsBehind(chain));
    m_picture->update();
}

void ChunkLinks::setWays(bool before, bool behind)
{
    m_before->setEnabled(before);
    m_behind->setEnabled(behind);
}

QString ChunkLinks::text() const
{
    return m_text->text();
}

} // namespace streamdesk::ui
