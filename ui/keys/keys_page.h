// The keys of this desk: made, brought in, shown, backed up and proven, given out, deleted.
#pragma once

#include "ui/keys/key_desk.h"
#include "ui/keys/key_uses.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;
class QTreeWidget;

namespace streamdesk::ui {

class ImportKeyDialog;
class KeyView;
class ProblemPanel;
class SecretClipboard;
class Settings;

class KeysPage : public QWidget
{
    Q_OBJECT

public:
    struct Parts // all outlive the page
    {
        KeyDesk *desk;
        KeyUses *uses;
        SecretClipboard *clipboard;
        const Settings *settings;
    };
    explicit KeysPage(Parts parts, QWidget *parent = nullptr);

    // What was dropped or chosen elsewhere, one after the other: asks what cannot be known.
    void importFiles(const QStringList &paths);
    void restoreFrom(const QString &path);
    // Chooses the key, if it is there.
    void showKey(const std::string &id);

Q_SIGNALS:
    void openRequested(const QString &path); // a package

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildHeader();
    [[nodiscard]] QWidget *buildEmpty();
    [[nodiscard]] QWidget *buildList();
    void connectView();
    void fill();
    void showCurrent();
    void showDoing();
    [[nodiscard]] std::string currentId() const;
    void makeKey();
    void askForName();
    ImportKeyDialog *bringIn();
    void backUp(const std::string &id);
    void prove(const QString &path);
    void showBackupWritten(const QString &path);

    Parts m_parts;
    QStackedLayout *m_stack;
    QTreeWidget *m_list;
    KeyView *m_view;
    ProblemPanel *m_problem;
    QLabel *m_doing;
    QPushButton *m_backUp = nullptr;
};

} // namespace streamdesk::ui
