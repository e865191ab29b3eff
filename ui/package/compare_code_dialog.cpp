#include "ui/package/compare_code_dialog.h"

#include "core/base/errors.h"
#include "core/base/utc.h"
#include "core/keys/trust_edits.h"
#include "core/stream/package_code.h"
#include "ui/package/verdict_words.h"
#include "ui/theme/theme.h"
#include "ui/words/problem_words.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace streamdesk::ui {

namespace {

// What was typed, in its one spelling; nothing while it is not a whole code.
std::optional<std::string> codeIn(const QString &typed)
{
    try {
        return stream::normalizePackageCode(typed.toStdString());
    } catch (const StreamError &) {
        return std::nullopt;
    }
}

std::size_t charactersIn(const QString &typed)
{
    return std::size_t(
        std::count_if(typed.begin(), typed.end(), [](QChar c) { return !c.isSpace() && c != QLatin1Char('-'); }));
}

} // namespace

CompareCodeDialog::CompareCodeDialog(PackageSession *session, std::optional<keys::TrustStore> store, QWidget *parent)
    : QDialog(parent), m_session(session), m_store(std::move(store))
{
    setWindowTitle(tr("Compare with the seller's code"));
    m_code = new QLineEdit(this);
    m_code->setFont(monospaceFont());
    m_code->setLayoutDirection(Qt::LeftToRight);
    m_code->setPlaceholderText(QStringLiteral("XXXX-XXXX-XXXX-XXXX-XXXX-X"));
    auto *const label = new QLabel(tr("The seller &told me:"), this);
    label->setBuddy(m_code);
    auto *const explanation =
        new QLabel(tr("Ask the seller for the package code by another way than the package took, best by telephone. "
                      "Upper and lower case, spaces and dashes do not matter."),
                   this);
    explanation->setWordWrap(true);
    explanation->setProperty("muted", true);
    m_said = new QLabel(this);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setMinimumHeight(QFontMetrics(m_said->font()).lineSpacing() * 4); // nothing jumps when it is filled
    m_said->setAlignment(Qt::AlignTop | Qt::AlignLeading);

    auto *const buttons = new QDialogButtonBox(this);
    m_trust = new QPushButton(tr("Trust this machine"), this);
    m_trust->setAccessibleDescription(
        tr("Later packages of this machine with the same key are trusted, and one that lacks a part of this chain is "
           "called rolled back."));
    m_trust->setToolTip(m_trust->accessibleDescription());
    m_trust->setEnabled(false);
    if (m_store) {
        buttons->addButton(m_trust, QDialogButtonBox::ActionRole);
    } else {
        m_trust->hide(); // a button box shows all that it holds
    }
    m_compare = buttons->addButton(tr("Compare"), QDialogButtonBox::ActionRole);
    auto *const close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(m_compare, &QPushButton::clicked, this, &CompareCodeDialog::compare);
    connect(m_trust, &QPushButton::clicked, this, &CompareCodeDialog::trust);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    m_compare->setDefault(true);

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(10);
    column->addWidget(explanation);
    column->addWidget(label);
    column->addWidget(m_code);
    column->addWidget(m_said);
    column->addWidget(buttons);
    setMinimumWidth(560);

    connect(m_code, &QLineEdit::textChanged, this, &CompareCodeDialog::typed);
    connect(m_session, &PackageSession::stageChanged, this, &CompareCodeDialog::showResult);
    m_code->setFocus();
    typed();
}

void CompareCodeDialog::typed()
{
    m_asked = false;
    m_trust->setEnabled(false);
    const std::size_t characters = charactersIn(m_code->text());
    const bool whole = codeIn(m_code->text()).has_value();
    m_compare->setEnabled(whole && !m_session->isBusy());
    if (characters == 0) {
        say({});
    } else if (whole) {
        say(tr("A whole code, without typing errors."));
    } else if (characters < stream::packageCodeCharacters) {
        say(tr("%Ln character(s) to go.", nullptr, int(stream::packageCodeCharacters - characters)));
    } else {
        say(tr("There is a typing error in it. Compare it with what the seller told you, character by character."));
    }
}

void CompareCodeDialog::compare()
{
    if (const std::optional<std::string> code = codeIn(m_code->text()); code && !m_session->isBusy()) {
        m_asked = true;
        m_session->verifyAgainst(*code);
    }
}

void CompareCodeDialog::showResult()
{
    m_compare->setEnabled(!m_session->isBusy() && codeIn(m_code->text()).has_value());
    m_trust->setEnabled(false);
    if (!m_asked) {
        return;
    }
    if (m_session->isBusy()) {
        say(tr("Verifying the package against this code…"));
        return;
    }
    const auto &verification = m_session->verification();
    if (!verification) {
        say(tr("The verification did not come to its end, so nothing was compared."));
    } else if (verification->judgement.verdict == stream::Verdict::IntactTrusted
               && verification->judgement.completeAndInOrder && verification->code == codeIn(m_code->text())) {
        m_trust->setEnabled(true);
        say(tr("It fits: this is the package that the seller means, complete and in order. You may trust its signer "
               "from now on."));
    } else {
        const VerdictText text = verdictText(*verification);
        say(text.title + QStringLiteral(".\n") + text.text);
    }
}

void CompareCodeDialog::trust()
{
    if (m_trusting && m_trusting->isRunning()) {
        return;
    }
    m_trust->setEnabled(false);
    m_trusting =
        std::make_unique<Job>(tr("Trusting a machine"),
                              [store = *m_store, report = m_session->verification()->report](const jobs::JobControl &) {
                                  store.update([&](keys::TrustFile &file) {
                                      keys::trustByCode(file, report, utcNow(TimePrecision::Seconds), {}, {});
                                  });
                              });
    connect(m_trusting.get(), &Job::finished, this, [this] {
        if (!m_trusting->error()) {
            say(tr("The signer is trusted for this machine, and how far the chain goes is remembered."));
            return;
        }
        const ProblemText problem = describe(*m_trusting->error());
        say(problem.sentence + QLatin1Char(' ') + problem.nextStep);
        m_trust->setEnabled(true);
    });
    m_trusting->start();
}

void CompareCodeDialog::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_code->setAccessibleDescription(sentence); // read with the field
}

} // namespace streamdesk::ui
