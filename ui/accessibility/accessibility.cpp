#include "ui/accessibility/accessibility.h"

#include "ui/accessibility/chain_map_interface.h"
#include "ui/accessibility/context_menu_key.h"
#include "ui/codes/qr_view.h"
#include "ui/drop/drop_overlay.h"
#include "ui/package/chain_legend.h"
#include "ui/package/chain_map.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/verdict_banner.h"
#include "ui/window/problem_panel.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QLocale>
#include <QPushButton>

namespace streamdesk::ui {

namespace {

// One text, the sentence and what is behind it, and after it the next step. The labels that show the text are not read
// a second time.
class BannerInterface : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit BannerInterface(VerdictBanner *banner) : QAccessibleWidget(banner, QAccessible::AlertMessage) {}

    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        if (what == QAccessible::Value && banner().progress()) {
            return QLocale().toString(qRound(*banner().progress() * 100)) + QLocale().percent();
        }
        return what == QAccessible::Description ? QString() : QAccessibleWidget::text(what);
    }
    [[nodiscard]] int childCount() const override { return banner().action()->isHidden() ? 0 : 1; }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return index == 0 && childCount() == 1 ? QAccessible::queryAccessibleInterface(banner().action()) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child != nullptr && childCount() == 1 && child->object() == banner().action() ? 0 : -1;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface && banner().progress()) {
            return static_cast<QAccessibleValueInterface *>(this);
        }
        return QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] QVariant currentValue() const override { return banner().progress().value_or(0); }
    void setCurrentValue(const QVariant &) override {}
    [[nodiscard]] QVariant maximumValue() const override { return 1.0; }
    [[nodiscard]] QVariant minimumValue() const override { return 0.0; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 0.0; }

private:
    [[nodiscard]] const VerdictBanner &banner() const { return *static_cast<VerdictBanner *>(widget()); }
};

// The toolkit asks for each class an object belongs to, the most derived first.
QAccessibleInterface *interfaceOf(const QString &, QObject *object)
{
    if (auto *const map = qobject_cast<ChainMap *>(object)) {
        return new ChainMapInterface(map);
    }
    if (auto *const banner = qobject_cast<VerdictBanner *>(object)) {
        return new BannerInterface(banner);
    }
    if (qobject_cast<ProblemPanel *>(object) || qobject_cast<NoticeBar *>(object)
        || qobject_cast<DropOverlay *>(object)) {
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::AlertMessage);
    }
    if (qobject_cast<ElidedLabel *>(object) || qobject_cast<ChainLegend *>(object)) {
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::StaticText);
    }
    if (auto *const picture = qobject_cast<QrView *>(object)) {
        return new QAccessibleWidget(picture, QAccessible::Graphic);
    }
    return nullptr;
}

} // namespace

void installAccessibility()
{
    QAccessible::installFactory(interfaceOf);
    if (qApp->findChild<ContextMenuKey *>() == nullptr) {
        qApp->installEventFilter(new ContextMenuKey(qApp));
    }
}

void announce(QWidget *widget)
{
    if (QAccessible::isActive()) {
        QAccessibleEvent event(widget, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace streamdesk::ui
