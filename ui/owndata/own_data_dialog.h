// Where this program keeps what it knows, and a file of it for another computer.
#pragma once

#include "core/keys/desk_file.h"
#include "ui/jobs/job.h"

#include <QDialog>

#include <memory>

class QLabel;

namespace streamdesk::ui {

class KeyDesk;
class LibraryStore;
class ProblemPanel;
class Settings;
class TrustDesk;

class OwnDataDialog : public QDialog
{
    Q_OBJECT

public:
    struct Parts // all outlive the dialog; desks may be missing
    {
        Settings *settings;
        LibraryStore *library;
        TrustDesk *trust = nullptr;
        KeyDesk *keys = nullptr;
    };
    explicit OwnDataDialog(Parts parts, QWidget *parent = nullptr);

    // What the file choosers bring.
    void exportTo(const QString &path);
    void importFrom(const QString &path);

private:
    [[nodiscard]] QWidget *makePlaces();
    void choose(bool forImport);
    void askToTake(const QString &path, const std::shared_ptr<keys::DeskFile> &file);
    void take(const std::shared_ptr<keys::DeskFile> &file);
    void say(const QString &text);

    Parts m_parts;
    ProblemPanel *m_problem;
    QLabel *m_said;
    std::unique_ptr<Job> m_job;
};

} // namespace streamdesk::ui
