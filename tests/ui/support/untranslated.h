// Which texts on the screen did not go through the pseudo-translation (tests/ui/pseudo-translation.py).
#pragma once

#include "ui/content/bytes_text.h"
#include "ui/content/table_model.h"
#include "ui/readings/field_model.h"
#include "ui/widgets/elided_label.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTabBar>

namespace streamdesk::test {

// What is left of a text when everything translated is taken out of it.
inline QString outsideBrackets(const QString &text)
{
    QString left;
    int depth = 0;
    for (const QChar character : text) {
        depth += character == QChar(0x27E6) ? 1 : 0;
        left += depth == 0 ? character : QChar();
        depth -= character == QChar(0x27E7) ? 1 : 0;
    }
    left.remove(QChar(0));
    return left;
}

// Whether there are words in it that a person would want in their language. Data is not: names of files and what they
// stand in, hex, amounts and times in the locale's writing.
inline bool hasUntranslatedWords(const QString &text)
{
    static const QRegularExpression markup(QStringLiteral("<[^>]*>"));
    static const QRegularExpression data(
        QStringLiteral("\\d{4}-\\d\\d-\\d\\dT[\\d:.]*Z"
                       "|~?(/\\S+)+"                             // a path
                       "|\\S+\\.(json|jsonl|bin|csv|key|zip)\\b" // a file
                       "|did:\\S+|0x[0-9a-fA-F…]*|([0-9a-f]{4} ){3,}([0-9a-f]{4})?|\\b[0-9a-f]*(\\d|…)[0-9a-f…]*\\b"
                       "|\\b(B|KiB|MiB|GiB|AM|PM|UTC)\\b"
                       "|\\b([0-9A-Z]{4}-){5}[0-9A-Z*~$=]" // a package code
                       "|\\tCtrl\\+\\S+"                   // the key of a menu's line
                       "|\\bScroll (Left|Right)\\b"        // the toolkit's, which has translations of its own
                       "|\\b(Ed25519|X25519(, sealed box)?|secp256k1|AES-256|XChaCha20-Poly1305|SHA-256)\\b"));
    static const QRegularExpression word(QStringLiteral("\\p{L}"));
    return outsideBrackets(QString(text).remove(markup)).remove(data).contains(word);
}

// Whether it shows what is in somebody's data.
inline bool isData(const QAbstractItemModel *model)
{
    return qobject_cast<const ui::TableModel *>(model) != nullptr
           || qobject_cast<const ui::BytesModel *>(model) != nullptr;
}

// The untranslated texts of what is visible in a window, each with the class it belongs to. `data` are texts that come
// from the files the test shows.
inline QStringList untranslatedTexts(const QWidget &window, const QStringList &data)
{
    QStringList found;
    const auto look = [&](const QObject &owner, const QString &text) {
        QString left = text;
        for (const QString &known : data) {
            left.remove(QRegularExpression(QStringLiteral("(?<!\\w)%1(?!\\w)").arg(QRegularExpression::escape(known))));
        }
        if (hasUntranslatedWords(left)) {
            found.append(QStringLiteral("%1: %2").arg(QString::fromLatin1(owner.metaObject()->className()), text));
        }
    };
    look(window, window.windowTitle());
    for (const QAction *action : window.findChildren<QAction *>()) {
        look(*action, action->text());
        look(*action, action->toolTip());
    }
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible()) {
            continue;
        }
        look(*widget, widget->toolTip());
        look(*widget, widget->accessibleName());
        look(*widget, widget->accessibleDescription());
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            look(*label, label->text());
        } else if (const auto *elided = qobject_cast<const ui::ElidedLabel *>(widget)) {
            look(*elided, elided->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            if (qobject_cast<const QInputDialog *>(button->window()) == nullptr) { // there they are the toolkit's
                look(*button, button->text());
            }
        } else if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < box->count(); ++i) {
                look(*box, box->itemText(i));
            }
        } else if (const auto *line = qobject_cast<const QLineEdit *>(widget)) {
            look(*line, line->placeholderText());
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                look(*tabs, tabs->tabText(i));
            }
        } else if (const auto *header = qobject_cast<const QHeaderView *>(widget)) {
            for (int i = 0; i < header->count() && !isData(header->model()); ++i) {
                look(*header, header->model()->headerData(i, header->orientation()).toString());
            }
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget)) {
            constexpr int most = 50;
            for (int row = 0;
                 view->model() != nullptr && row < std::min(most, view->model()->rowCount()) && !isData(view->model());
                 ++row) {
                // Names and values of a reading's fields are the machine's.
                const bool fields = qobject_cast<const ui::FieldModel *>(view->model()) != nullptr;
                for (int column = fields ? int(ui::FieldModel::Kind) : 0; column < view->model()->columnCount();
                     ++column) {
                    look(*view, view->model()->index(row, column).data().toString());
                }
            }
        }
    }
    found.removeDuplicates();
    return found;
}

} // namespace streamdesk::test
