// A receipt of the verification that is shown, signed with a key of the person's own.
#pragma once

#include "ui/content/key_ring.h"
#include "ui/jobs/job.h"
#include "ui/package/package_session.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;

namespace streamdesk::ui {

class ReceiptDialog : public QDialog
{
    Q_OBJECT

public:
    // `session` is checked; it and `keys` outlive the dialog. `name` is proposed for the file.
    ReceiptDialog(PackageSession *session, KeyRing *keys, QString name, QWidget *parent = nullptr);

public Q_SLOTS:
    // With the chosen key, into `path`; one that is there is replaced.
    void saveTo(const QString &path);
    // A file with an Ed25519 private key takes the place of the keys of the desk.
    void useKeyFile(const QString &path);

private:
    void showKeys();
    void update();
    void chooseKeyFile();
    void chooseTarget();
    void write(const QString &path, const std::function<crypto::Ed25519KeyPair()> &key);
    void fail(const StreamError &error);

    PackageSession *m_session;
    KeyRing *m_keys;
    QString m_name;
    QVector<SigningKey> m_choices;
    QString m_keyFile;
    QComboBox *m_key;
    QLabel *m_result;
    QPushButton *m_save;
    QPushButton *m_close;
    std::unique_ptr<Job> m_job;
};

} // namespace streamdesk::ui
