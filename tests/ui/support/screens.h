// Every screen of the window and every state worth seeing, once for all who look at them: the tour takes pictures,
// other tests read them as a screen reader does or use them without a mouse. A new screen is added here.
#pragma once

#include "core/package/verify.h"
#include "ui/theme/theme.h"

#include <QStringList>

#include <functional>
#include <vector>

class QWidget;

namespace streamdesk::test {

class Screens
{
public:
    // `screen` is the window or the dialog in front, settled. Whoever looks may move the keyboard's focus and open what
    // closes again, and leaves everything else as it is.
    using Look = std::function<void(QWidget &screen, const QString &name)>;

    // Ends the program when a screen cannot be reached.
    Screens(ui::Appearance appearance, Look look);

    // Walks can be made alone and in any order; each begins with a window of its own.
    struct Walk
    {
        const char *name;
        void (Screens::*walk)();
    };
    [[nodiscard]] static const std::vector<Walk> &walks();

    // What packages, readings and people are called on the screens, and what the program is made of: names that no
    // translation changes.
    [[nodiscard]] static const QStringList &data();

private:
    void empty();
    void verdicts();
    void damaged();
    void content();
    void repair();
    void states();
    void readings();
    void trust();
    void keys();
    void dragging();
    void dialogs();

    void visit(const char *name, const QString &path, package::Expectations expectations = {});
    // The dialog that `open` brings up, which is gone afterwards.
    void showDialog(const std::function<void()> &open, const char *name);
    void show(QWidget &screen, const QString &name);

    ui::Appearance m_appearance;
    Look m_look;
};

} // namespace streamdesk::test
