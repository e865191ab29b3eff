#include "ui/library/rename_dialog.h"

#include "ui/library/library_store.h"

#include <QCoreApplication>
#include <QInputDialog>

namespace streamdesk::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RenameDialog)
};

} // namespace

void askForTitle(LibraryStore *store, const QString &path, QWidget *parent)
{
    const auto entry = store->find(path);
    auto *const dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Rename"));
    dialog->setLabelText(Words::tr("Name in the library. The files keep their names."));
    dialog->setTextValue(entry ? entry->title : LibraryStore::defaultTitle(path));
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, [store, path](const QString &text) {
        if (!text.trimmed().isEmpty()) {
            store->rename(path, text.trimmed());
        }
    });
    dialog->open();
}

} // namespace streamdesk::ui
