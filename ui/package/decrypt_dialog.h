// Data out of a package into files: with which key, to where, what would stand in the way, and what came of it.
#pragma once

#include "ui/package/decrypt_session.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace streamdesk::ui {

class ProgressLine;
class ElidedLabel;
class FileKeyRing;

// Nothing is written until the person asks for it, and nothing that is there is replaced without their consent.
class DecryptDialog : public QDialog
{
    Q_OBJECT

public:
    // `session` is opened; it and `keys` outlive the dialog. `name` is proposed for the file, beside the package.
    DecryptDialog(PackageSession *session, FileKeyRing *keys, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] DecryptSession *session() const noexcept { return m_session; }

    void reject() override; // stops a decryption that runs, and stays

public Q_SLOTS:
    void start();
    void chooseTarget(const QString &path);

private:
    [[nodiscard]] QLayout *buildKey();
    [[nodiscard]] QLayout *buildTarget();
    [[nodiscard]] QLayout *buildButtons();
    void update();
    void showChoices();
    void showPlan();
    void showResult();
    void showProgress();
    void chooseKeyFile();
    void askForTarget();
    [[nodiscard]] QString coverageText() const;

    FileKeyRing *m_keys;
    QString m_proposed; // the target without a suffix, until the person chooses one
    DecryptSession *m_session;
    QString m_keyProblem; // of a key file that could not be used
    QLabel *m_heading;
    QLabel *m_coverage;
    QComboBox *m_key;
    QPushButton *m_openKey;
    ElidedLabel *m_target;
    QPushButton *m_chooseTarget;
    QLabel *m_summary;
    QLabel *m_details;
    QCheckBox *m_replace;
    ProgressLine *m_bar;
    QPushButton *m_show;
    QPushButton *m_start;
    QPushButton *m_close;
};

} // namespace streamdesk::ui
