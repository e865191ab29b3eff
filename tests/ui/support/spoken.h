// A window as a screen reader meets it: the accessible tree, node by node, in reading order.
#pragma once

#include <QAccessible>
#include <QAccessibleInterface>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QTest>
#include <QWidget>
#ifdef STREAMDESK_DESKTOP_PORTAL
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#endif

#include <functional>

namespace streamdesk::test {

// As if a screen reader ran. With a program that was told to speak (STREAMDESK_SPOKEN_UI_TEST).
inline bool startListening()
{
#ifdef STREAMDESK_DESKTOP_PORTAL
    QDBusConnection::sessionBus().interface()->startService(QStringLiteral("org.a11y.Bus"));
#endif
    return QTest::qWaitFor([] { return QAccessible::isActive(); });
}

// What is seen of the tree under `root`, it first. Of very many children (a table of chunks) the first and the last.
inline void forEachAccessible(QAccessibleInterface *root, const std::function<void(QAccessibleInterface &)> &look)
{
    constexpr int most = 60; // at each end
    if (root == nullptr || !root->isValid() || root->state().invisible) {
        return;
    }
    look(*root);
    const int count = root->childCount();
    for (int i = 0; i < count; ++i) {
        if (i == most && count > 2 * most) {
            i = count - most;
        }
        forEachAccessible(root->child(i), look);
    }
}

inline void forEachAccessible(QWidget &window, const std::function<void(QAccessibleInterface &)> &look)
{
    forEachAccessible(QAccessible::queryAccessibleInterface(&window), look);
}

inline QString roleName(QAccessible::Role role)
{
    const QMetaObject &object = QAccessible::staticMetaObject;
    const QMetaEnum roles = object.enumerator(object.indexOfEnumerator("Role"));
    return QString::fromLatin1(roles.valueToKey(int(role)));
}

// "Button “Zoom in” (streamdesk::ui::…)", for messages of tests.
inline QString described(const QAccessibleInterface &node)
{
    QString path;
    for (const QObject *object = node.object(); object != nullptr; object = object->parent()) {
        path += QStringLiteral(" < ") + QString::fromLatin1(object->metaObject()->className());
    }
    return roleName(node.role()) + QStringLiteral(" “") + node.text(QAccessible::Name) + u'”' + path;
}

// What can be worked with, and what says something that is nowhere else.
inline bool needsName(const QAccessibleInterface &node)
{
    switch (node.role()) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::ProgressBar:
    case QAccessible::Link:
    case QAccessible::PageTab:
    case QAccessible::MenuItem:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::List:
    case QAccessible::ListItem:
    case QAccessible::ColumnHeader:
    case QAccessible::Dialog:
    case QAccessible::Graphic:
    case QAccessible::AlertMessage:
        return true;
    default:
        return node.state().focusable && node.role() != QAccessible::Cell && node.role() != QAccessible::TreeItem;
    }
}

// Whether a person who hears it knows what it is: words, and not the name of a class or a sign.
inline bool isSpeakable(const QString &name)
{
    const bool words = std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber(); });
    static const QRegularExpression className(QStringLiteral("^Q[A-Z][a-z]"));
    return words && !name.contains(QStringLiteral("::")) && !className.match(name).hasMatch();
}

} // namespace streamdesk::test
