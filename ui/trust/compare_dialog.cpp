#include "ui/trust/compare_dialog.h"

#include "core/base/errors.h"
#include "core/base/utc.h"
#include "core/keys/trust_edits.h"
#include "ui/package/verdict_words.h"
#include "ui/theme/theme.h"
#include "ui/trust/statement_field.h"
#include "ui/trust/trust_words.h"
#include "ui/words/problem_words.h"
#include "ui/words/values.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace streamdesk::ui {

namespace {

using Kind = keys::Statement::Kind;
using Tone = VerdictBanner::Tone;
using stream::FindingCode;

QLabel *wrapped(QWidget *parent)
{
    auto *const label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *code(QWidget *parent)
{
    auto *const label = new QLabel(parent);
    label->setFont(monospaceFont());
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

bool has(const package::Verification &verification, FindingCode code)
{
    const auto &findings = verification.judgement.findings;
    return std::ranges::find(findings, code, &stream::Finding::code) != findings.end();
}

} // namespace

CompareDialog::CompareDialog(PackageSession *session, TrustDesk *desk, QWidget *parent)
    : QDialog(parent), m_session(session), m_desk(desk), m_facts(new QFormLayout), m_question(wrapped(this)),
      m_consequences(wrapped(this)), m_machine(code(this)), m_signer(code(this)), m_known(code(this)),
      m_field(new StatementField(tr("The seller &told me:"), StatementField::Takes::CodeOrKey, this)),
      m_result(new VerdictBanner(this)), m_name(new QLineEdit(this))
{
    setWindowTitle(tr("Compare with the seller"));
    m_field->takeDropsOn(this);
    m_question->setFont(emphasisFont());
    m_consequences->setProperty("muted", true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(m_question);
    column->addWidget(m_consequences);
    buildFacts(column);
    column->addWidget(m_field);
    column->addWidget(m_result);
    buildButtons(column);
    setMinimumWidth(640);

    connect(m_field, &StatementField::changed, this, &CompareDialog::compare);
    connect(m_session, &PackageSession::stageChanged, this, [this] {
        showSituation();
        showResult();
    });
    if (m_desk != nullptr) {
        connect(m_desk, &TrustDesk::changed, this, &CompareDialog::showSituation);
        m_desk->look();
    }
    showSituation();
    showResult();
    m_field->setFocus();
}

void CompareDialog::buildFacts(QVBoxLayout *column)
{
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(8);
    const auto add = [&](const QString &label, QWidget *value) {
        auto *const name = new QLabel(label, this);
        name->setProperty("muted", true);
        name->setBuddy(value);
        m_facts->addRow(name, value);
    };
    add(tr("Machine"), m_machine);
    add(tr("Signed by"), m_signer);
    add(tr("You trust"), m_known);
    m_name->setPlaceholderText(tr("Such as “Rover 7”; for yourself"));
    m_name->setAccessibleName(tr("Your name for the machine"));
    add(tr("Your name for it"), m_name);
    column->addLayout(m_facts);
}

void CompareDialog::buildButtons(QVBoxLayout *column)
{
    auto *const explain = new QPushButton(tr("What does a signature prove?"), this);
    explain->setProperty("link", true);
    explain->setAutoDefault(false);
    connect(explain, &QPushButton::clicked, this, &CompareDialog::explanationRequested);
    column->addWidget(explain, 0, Qt::AlignLeading);

    auto *const row = new QHBoxLayout;
    m_uncompared = new QPushButton(tr("Trust without comparing…"), this);
    m_refuse = new QPushButton(tr("Refuse this key…"), this);
    m_trust = new QPushButton(tr("Trust this machine"), this);
    m_close = new QPushButton(tr("Close"), this);
    m_uncompared->setAutoDefault(false);
    m_refuse->setAutoDefault(false);
    m_close->setAutoDefault(false);
    m_trust->setProperty("primary", true);
    m_trust->setDefault(true);
    row->addWidget(m_uncompared);
    row->addWidget(m_refuse);
    row->addStretch();
    row->addWidget(m_trust);
    row->addWidget(m_close);
    column->addLayout(row);
    connect(m_uncompared, &QPushButton::clicked, this, &CompareDialog::askToTrustUncompared);
    connect(m_refuse, &QPushButton::clicked, this, &CompareDialog::askToRefuse);
    connect(m_trust, &QPushButton::clicked, this, &CompareDialog::trust);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

std::string CompareDialog::did() const
{
    const auto &verification = m_session->verification();
    return verification && !verification->report.dids.empty() ? verification->report.dids.front() : std::string();
}

QString CompareDialog::machineName() const
{
    const QString label = m_desk != nullptr ? labelOf(m_desk->file(), did()) : QString();
    return label.isEmpty() ? tr("this machine") : label;
}

// Nothing else is wrong with the package, so that a key of the machine's could have signed it.
bool CompareDialog::onlyTheKeyIsNew() const
{
    const auto &findings = m_session->verification()->judgement.findings;
    return m_session->verification()->report.oneSigner()
           && std::ranges::all_of(findings, [](const stream::Finding &finding) {
                  return gravityOf(finding.code) == stream::Gravity::Remark
                         || finding.code == FindingCode::KeyContradictsTrust
                         || finding.code == FindingCode::SignerDiffersFromSight
                         || finding.code == FindingCode::CodeMismatch;
              });
}

CompareDialog::Situation CompareDialog::situation() const
{
    const auto &verification = m_session->verification();
    if (!verification || m_session->isBusy()) {
        return Situation::NotVerified;
    }
    if (has(*verification, FindingCode::KeyRevoked)) {
        return Situation::Refused;
    }
    if (!onlyTheKeyIsNew()) {
        return Situation::NotIntact;
    }
    if (has(*verification, FindingCode::KeyContradictsTrust)) {
        return Situation::AnotherKey;
    }
    const bool known = m_desk != nullptr
                       && m_desk->file().lookUp(did(), verification->report.signers.front(), {}).key
                              == stream::SignerTrust::Key::Trusted;
    return known ? Situation::Trusted : Situation::FirstUse;
}

void CompareDialog::showSituation()
{
    const Situation now = situation();
    const auto &verification = m_session->verification();
    switch (now) {
    case Situation::FirstUse:
        m_question->setText(tr("Is this key really the machine’s?"));
        m_consequences->setText(
            tr("Anybody can make a key and put any machine’s name beside it. Ask the seller for the package code or "
               "the fingerprint, by another way than the package took: by telephone, from their own page. Once you "
               "trust the key, its next packages are green at once, and packages of this machine by another key are "
               "red. You can take it back under Trusted machines."));
        break;
    case Situation::Trusted:
        m_question->setText(tr("Is this all of it, and in order?"));
        m_consequences->setText(tr("You trust the key. Which chunks there are, and in which order, is covered by no "
                                   "signature: only the seller’s package code tells. When it fits, how far the chain "
                                   "goes is remembered, and a later copy that lacks something is red."));
        break;
    case Situation::AnotherKey:
        m_question->setText(tr("Has the machine got a new key?"));
        m_consequences->setText(
            tr("You trust another key for this machine. Machines get new keys now and then, and forgers have other "
               "keys, too. Only the seller can tell which it is; this is asked once for each key. When you trust it, "
               "both keys are the machine’s from then on. When you refuse it, all that it signed stays red."));
        break;
    case Situation::Refused:
        m_question->setText(tr("This key was revoked"));
        m_consequences->setText(tr("You or somebody whose list you imported has revoked this key for this machine. To "
                                   "trust it again all the same, remove it under Trusted machines first."));
        break;
    case Situation::NotIntact:
        m_question->setText(tr("Only an intact package can be compared"));
        m_consequences->setText(tr("Something in this package is not as it was signed, is missing, or has several "
                                   "signers. Its findings say what to ask the seller for."));
        break;
    case Situation::NotVerified:
        m_question->setText(tr("The package is being verified…"));
        m_consequences->setText(QString());
        break;
    }
    m_field->setMachine(did());
    m_field->setEnabled(now != Situation::NotIntact && now != Situation::NotVerified);
    m_machine->setText(leftToRight(shown(did())));
    const bool signedByOne = verification && verification->report.oneSigner();
    m_signer->setText(signedByOne ? fingerprintLines(verification->report.signers.front()) : QString());
    const QString known = m_desk != nullptr && now == Situation::AnotherKey ? knownKeys() : QString();
    m_known->setText(known);
    const bool canTrust =
        m_desk != nullptr && (now == Situation::FirstUse || now == Situation::AnotherKey || now == Situation::Trusted);
    m_facts->setRowVisible(m_known, !known.isEmpty());
    m_facts->setRowVisible(m_name, canTrust);
    if (m_name->text().isEmpty() && canTrust) {
        m_name->setText(labelOf(m_desk->file(), did()));
    }
    m_uncompared->setVisible(m_desk != nullptr && now == Situation::FirstUse);
    m_refuse->setVisible(m_desk != nullptr && now == Situation::AnotherKey);
    m_trust->setVisible(canTrust);
    makeRoom();
}

QString CompareDialog::knownKeys() const
{
    constexpr std::size_t most = 3; // there is a page for all of them
    const std::vector<crypto::Ed25519PublicKey> keys = trustedKeys(m_desk->file(), did());
    QStringList known;
    for (std::size_t i = 0; i < std::min(most, keys.size()); ++i) {
        known.append(fingerprintLines(keys[i]));
    }
    if (keys.size() > most) {
        known.append(tr("and %Ln more", nullptr, int(keys.size() - most)));
    }
    return known.join(QStringLiteral("\n\n"));
}

// Grows with what there is to say, and never shrinks under the mouse.
void CompareDialog::makeRoom()
{
    for (const QWidget *const part : {static_cast<QWidget *>(m_result), static_cast<QWidget *>(m_field)}) {
        part->layout()->activate(); // what they need is known at once, and not with the next event
    }
    layout()->activate();
    const int wide = std::max(width(), layout()->totalMinimumSize().width());
    const int high = std::max(height(), layout()->totalHeightForWidth(wide));
    if (QSize(wide, high) != size()) {
        resize(wide, high);
    }
}

void CompareDialog::say(Tone tone, const QString &iconName, const QString &title, const QString &text)
{
    m_result->setVerdict(tone, iconName, title, text);
    makeRoom();
}

void CompareDialog::offer(const QString &text)
{
    m_trust->setEnabled(!text.isEmpty());
    m_trust->setText(text.isEmpty() ? tr("Trust this machine") : text);
    makeRoom();
}

// A code is judged with everything else that is known; a key only has to be the same.
void CompareDialog::compare()
{
    m_changed = false;
    const keys::Statement &stated = m_field->statement();
    if (stated.kind == Kind::Code && m_session->expectedCode() != stated.code) {
        m_session->judgeAgainst(stated.code);
    }
    showResult();
}

void CompareDialog::showResult()
{
    if (m_changed) {
        offer({});
        return;
    }
    const Situation now = situation();
    offer({});
    if (now == Situation::NotIntact || now == Situation::NotVerified || !m_field->isWhole()) {
        say(Tone::Neutral, QStringLiteral("not-checkable"), tr("Not compared yet"),
            tr("What the seller told you is compared as soon as it is whole."));
        return;
    }
    m_field->statement().kind == Kind::Key ? showKeyResult() : showCodeResult();
}

void CompareDialog::showKeyResult()
{
    if (m_field->statement().key == m_session->verification()->report.signers.front()) {
        say(Tone::Intact, QStringLiteral("intact-trusted"), tr("The key fits"),
            tr("The package is signed by the key that the seller named. Whether all of it is here and in order, only "
               "a package code tells."));
        offer(situation() == Situation::FirstUse     ? tr("Trust this machine")
              : situation() == Situation::AnotherKey ? tr("Trust this key, too")
                                                     : QString());
        return;
    }
    say(Tone::Broken, QStringLiteral("signer-changed"), tr("Another key: this is how a forgery looks"),
        tr("The seller named another key than the one that signed this package. Do not use the data before you have "
           "talked to them. Trust the key they named, and this package stays red."));
    offer(tr("Trust the seller’s key"));
}

void CompareDialog::showCodeResult()
{
    const package::Verification &verification = *m_session->verification();
    const std::string &stated = m_field->statement().code;
    if (m_session->expectedCode() != stated) {
        return; // it is being judged
    }
    if (verification.code == stated) {
        say(Tone::Intact, QStringLiteral("intact-trusted"), tr("The code fits"),
            tr("This is the package that the seller means: the signer, all of its chunks, and their order."));
        offer(situation() == Situation::AnotherKey ? tr("Trust this key, too")
              : situation() == Situation::Refused  ? QString()
                                                   : tr("Trust this machine"));
        return;
    }
    const VerdictText text = verdictText(verification);
    say(text.tone, text.icon, text.title, text.text);
}

// What was compared with success, or the key that the seller named in place of the one that signed.
void CompareDialog::trust()
{
    const keys::Statement stated = m_field->statement();
    const std::string label = m_name->text().trimmed().toStdString();
    const std::string now = utcNow(TimePrecision::Seconds);
    const stream::ChainReport &report = m_session->verification()->report;
    if (stated.kind == Kind::Code) {
        stream::ChainReport announced = report;
        announced.findings.clear();
        change([=](keys::TrustFile &file) { keys::trustByCode(file, announced, now, label, {}); },
               tr("The machine is trusted"),
               tr("Its next packages by this key are green at once, and how far this chain goes is remembered."));
        return;
    }
    const bool same = stated.key == report.signers.front();
    const keys::TrustedKey key{.key = stated.key, .firstSeen = now, .pinnedBy = std::string(keys::groundsFingerprint)};
    change([key, label, did = did()](keys::TrustFile &file) { keys::trustKey(file, did, key, label); },
           same ? tr("The machine is trusted") : tr("The seller’s key is trusted"),
           same ? tr("Its next packages by this key are green at once.")
                : tr("What this other key has signed is red from now on, this package too."));
}

void CompareDialog::askToTrustUncompared()
{
    auto *const box = new QMessageBox(QMessageBox::Warning, tr("Trust without comparing?"),
                                      tr("You would believe whoever made this package."), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("If it is forged, the forger’s next packages are green here, and the real machine’s are "
                               "red. It is better than nothing where nobody can be asked: you will see when the key "
                               "changes later."));
    QPushButton *const agree = box->addButton(tr("Trust all the same"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(agree, &QPushButton::clicked, this, [this] {
        const keys::TrustedKey key{.key = m_session->verification()->report.signers.front(),
                                   .firstSeen = utcNow(TimePrecision::Seconds),
                                   .pinnedBy = std::string(keys::groundsNotCompared)};
        change([key, did = did(), label = m_name->text().trimmed().toStdString()](
                   keys::TrustFile &file) { keys::trustKey(file, did, key, label); },
               tr("The machine is trusted, though nothing was compared"),
               tr("Under Trusted machines you see on what grounds you trust a key, and can compare it later."));
    });
    box->open();
}

void CompareDialog::askToRefuse()
{
    auto *const box = new QMessageBox(QMessageBox::Question, tr("Refuse this key?"),
                                      tr("All that this key has signed for %1 stays red.").arg(machineName()),
                                      QMessageBox::NoButton, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("You are not asked about it again. It is listed as revoked under Trusted machines, where "
           "it can be removed."));
    QPushButton *const agree = box->addButton(tr("Refuse it"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(agree, &QPushButton::clicked, this, [this] {
        const keys::TrustedKey key{.key = m_session->verification()->report.signers.front(),
                                   .firstSeen = utcNow(TimePrecision::Seconds),
                                   .note = tr("not the machine’s, by what was known then").toStdString(),
                                   .pinnedBy = std::string(keys::groundsRefused)};
        change([key, did = did()](keys::TrustFile &file) { keys::revokeKey(file, did, key); }, tr("The key is refused"),
               tr("All that it signed for this machine stays red."));
    });
    box->open();
}

void CompareDialog::change(TrustDesk::Edit edit, const QString &title, const QString &text)
{
    offer({});
    m_desk->edit(std::move(edit), [dialog = QPointer(this), title, text](const std::optional<StreamError> &error) {
        if (!dialog) {
            return;
        }
        if (error) {
            const ProblemText problem = describe(*error);
            dialog->say(Tone::Broken, QStringLiteral("problem"), problem.sentence, problem.nextStep);
            return;
        }
        dialog->m_changed = true;
        dialog->say(Tone::Intact, QStringLiteral("verified"), title, text);
        dialog->m_close->setFocus();
    });
}

} // namespace streamdesk::ui
