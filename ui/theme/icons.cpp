#include "ui/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

// In a static library resources are there only once somebody asked for them. The macro works outside namespaces only.
static void openResources()
{
    Q_INIT_RESOURCE(ui);
}

namespace streamdesk::ui {

namespace {

class ThemedIcon : public QIconEngine
{
public:
    ThemedIcon(QByteArray svg, QColor Colours::*colour) : m_svg(std::move(svg)), m_colour(colour) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Colours &colours = coloursFor(QGuiApplication::palette());
        const QColor colour = mode == QIcon::Disabled ? colours.muted : colours.*m_colour;
        QByteArray svg = m_svg;
        QSvgRenderer renderer(svg.replace("currentColor", colour.name().toLatin1()));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        if (size.isEmpty()) { // nothing to see, and nothing to paint on
            return {};
        }
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new ThemedIcon(*this); }

private:
    QByteArray m_svg;
    QColor Colours::*m_colour;
};

} // namespace

QIcon icon(const QString &name, QColor Colours::*colour)
{
    openResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "icon", qPrintable(name));
    return opened ? QIcon(new ThemedIcon(file.readAll(), colour)) : QIcon();
}

QIcon applicationIcon()
{
    openResources();
    return QIcon(QStringLiteral(":/application.svg"));
}

} // namespace streamdesk::ui
