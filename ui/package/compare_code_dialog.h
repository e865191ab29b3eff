// The buyer's side of a package code: what the seller stated is compared by the program, and may then be trusted.
#pragma once

#include "core/keys/trust_store.h"
#include "ui/package/package_session.h"

#include <QDialog>

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace streamdesk::ui {

// Verifies the session's package against the code that is typed or pasted, and says whether it fits. When it does,
// the signer can be trusted and the chain's end remembered; nothing is before the person asks for it.
class CompareCodeDialog : public QDialog
{
    Q_OBJECT

public:
    // `session` outlives the dialog. Without a store nothing can be trusted here.
    CompareCodeDialog(PackageSession *session, std::optional<keys::TrustStore> store, QWidget *parent = nullptr);

private:
    void typed();
    void compare();
    void showResult();
    void trust();
    void say(const QString &sentence);

    PackageSession *m_session;
    std::optional<keys::TrustStore> m_store;
    bool m_asked = false; // the verification that runs, or the last one, was asked for here
    QLineEdit *m_code;
    QLabel *m_said;
    QPushButton *m_compare;
    QPushButton *m_trust;
    std::unique_ptr<Job> m_trusting;
};

} // namespace streamdesk::ui
