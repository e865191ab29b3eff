// The chain map with what it takes to read it: a legend that counts, the scale, and the buttons that change it.
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QToolButton;

namespace streamdesk::ui {

class ChainLegend;
class ChainMap;
class PackageSession;
class RowSelection;

class ChainCard : public QFrame
{
    Q_OBJECT

public:
    explicit ChainCard(QWidget *parent = nullptr);

    // Both stay the caller's; nullptr shows nothing.
    void setChain(PackageSession *session, RowSelection *selection);

    [[nodiscard]] ChainMap *map() const noexcept { return m_map; }

private:
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QToolButton *makeButton(const QString &iconName, const QString &name);
    void updateLegend();
    void updateScale();

    QPointer<PackageSession> m_session;
    ChainMap *m_map;
    ChainLegend *m_legend = nullptr;
    QLabel *m_scale = nullptr;
    QToolButton *m_zoomOut = nullptr;
    QToolButton *m_zoomIn = nullptr;
    QToolButton *m_fit = nullptr;
};

} // namespace streamdesk::ui
