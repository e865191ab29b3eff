// The question of first use, and of a key that is not the one trusted so far: whose key is this? What the other side
// stated is compared by the program, and may then be trusted.
#pragma once

#include "ui/package/package_session.h"
#include "ui/trust/trust_desk.h"
#include "ui/widgets/verdict_banner.h"

#include <QDialog>
#include <QPointer>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace streamdesk::ui {

class StatementField;

// Compares the session's package with a package code, a fingerprint or a trust file. Nothing is trusted before the
// person asks for it.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    // Both outlive the dialog. Without a desk nothing can be trusted here.
    CompareDialog(PackageSession *session, TrustDesk *desk, QWidget *parent = nullptr);

Q_SIGNALS:
    void explanationRequested(); // what a signature proves

private:
    // What the package is to the person who asks.
    enum class Situation {
        FirstUse,   // nobody has said whose key it is
        Trusted,    // the key is, and only the whole is to be compared
        AnotherKey, // other keys are trusted for this machine
        Refused,    // this key was revoked
        NotIntact,  // whose signer cannot be trusted
        NotVerified,
    };

    void buildFacts(QVBoxLayout *column);
    void buildButtons(QVBoxLayout *column);
    [[nodiscard]] Situation situation() const;
    [[nodiscard]] bool onlyTheKeyIsNew() const;
    void showSituation();
    [[nodiscard]] QString knownKeys() const;
    void makeRoom();
    void compare();
    void showResult();
    void showKeyResult();
    void showCodeResult();
    void say(VerdictBanner::Tone tone, const QString &iconName, const QString &title, const QString &text);
    void offer(const QString &trust);
    void trust();
    void askToTrustUncompared();
    void askToRefuse();
    void change(TrustDesk::Edit edit, const QString &title, const QString &text);
    [[nodiscard]] std::string did() const;
    [[nodiscard]] QString machineName() const;

    PackageSession *m_session;
    TrustDesk *m_desk;
    QFormLayout *m_facts;
    QLabel *m_question;
    QLabel *m_consequences;
    QLabel *m_machine;
    QLabel *m_signer;
    QLabel *m_known; // the keys that are trusted so far
    StatementField *m_field;
    VerdictBanner *m_result;
    QLineEdit *m_name;
    QPushButton *m_trust;
    QPushButton *m_uncompared;
    QPushButton *m_refuse;
    QPushButton *m_close;
    bool m_changed = false; // what was asked for is done; the result says so
};

} // namespace streamdesk::ui
