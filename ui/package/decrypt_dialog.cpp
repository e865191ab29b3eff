#include "ui/package/decrypt_dialog.h"

#include "core/base/text.h"
#include "ui/content/file_key_ring.h"
#include "ui/package/decrypt_words.h"
#include "ui/package/finding_words.h"
#include "ui/package/verdict_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progress_line.h"
#include "ui/window/shell.h"
#include "ui/words/amounts.h"
#include "ui/words/problem_words.h"
#include "ui/words/values.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace streamdesk::ui {

namespace {

constexpr int leastWidth = 640;
constexpr int margin = 20;

QString pathText(const std::filesystem::path &path)
{
    return QString::fromStdString(displayPath(path));
}

} // namespace

DecryptDialog::DecryptDialog(PackageSession *session, FileKeyRing *keys, const QString &name, QWidget *parent)
    : QDialog(parent), m_keys(keys), m_session(new DecryptSession(session, keys, this))
{
    setWindowTitle(tr("Decrypt to File"));
    m_heading = roomyLabel(1, this);
    m_heading->setFont(emphasisFont());
    m_coverage = roomyLabel(1, this);
    m_summary = roomyLabel(3, this);
    m_details = roomyLabel(2, this);
    m_details->setProperty("muted", true);
    for (QLabel *const label : {m_heading, m_coverage, m_summary, m_details}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_replace = new QCheckBox(this);
    m_bar = new ProgressLine(tr("Progress"), this);

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(margin, 18, margin, 18);
    column->setSpacing(10);
    column->addWidget(m_heading);
    column->addWidget(m_coverage);
    column->addLayout(buildKey());
    column->addLayout(buildTarget());
    column->addWidget(m_summary);
    column->addWidget(m_details, 1);
    column->addWidget(m_replace);
    column->addWidget(m_bar);
    column->addLayout(buildButtons());
    setMinimumWidth(leastWidth);

    connect(m_replace, &QCheckBox::toggled, this, &DecryptDialog::update);
    connect(m_session, &DecryptSession::changed, this, &DecryptDialog::update);
    connect(m_session, &DecryptSession::progressed, this, &DecryptDialog::showProgress);
    connect(m_keys, &FileKeyRing::openFailed, this, [this](const StreamError &error) {
        const ProblemText problem = describe(error);
        m_keyProblem = problem.sentence + QLatin1Char(' ') + problem.nextStep;
        update();
    });
    connect(m_keys, &KeyRing::changed, this, [this] {
        m_keyProblem.clear();
        update();
    });
    QString file = name;
    file.replace(QRegularExpression(QStringLiteral("[/\\\\:]")), QStringLiteral("-"));
    m_proposed = QDir(QFileInfo(session->path()).absolutePath()).filePath(file);
    m_session->setOutput(m_proposed + QStringLiteral(".data"));
    update();
}

QLayout *DecryptDialog::buildKey()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    auto *const label = new QLabel(tr("&Key"), this);
    m_key = new QComboBox(this);
    m_key->setAccessibleName(tr("Key"));
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    label->setBuddy(m_key);
    m_openKey = new QPushButton(tr("Key &file…"), this);
    m_openKey->setAutoDefault(false);
    row->addWidget(label);
    row->addWidget(m_key, 1);
    row->addWidget(m_openKey);
    connect(m_key, &QComboBox::activated, m_session, &DecryptSession::choose);
    connect(m_openKey, &QPushButton::clicked, this, &DecryptDialog::chooseKeyFile);
    return row;
}

QLayout *DecryptDialog::buildTarget()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new QLabel(tr("To"), this));
    m_target = new ElidedLabel(this);
    m_chooseTarget = new QPushButton(tr("&Choose…"), this);
    m_chooseTarget->setAutoDefault(false);
    row->addWidget(m_target, 1);
    row->addWidget(m_chooseTarget);
    connect(m_chooseTarget, &QPushButton::clicked, this, &DecryptDialog::askForTarget);
    return row;
}

QLayout *DecryptDialog::buildButtons()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    m_show = new QPushButton(tr("&Show in file manager"), this);
    m_start = new QPushButton(tr("&Decrypt"), this);
    m_start->setProperty("primary", true);
    m_start->setDefault(true);
    m_close = new QPushButton(this);
    m_close->setAutoDefault(false);
    const QFontMetrics metrics(m_close->font()); // as wide with each of its words
    m_close->setMinimumWidth(std::max(metrics.horizontalAdvance(tr("Close")), metrics.horizontalAdvance(tr("Stop")))
                             + 32);
    row->addWidget(m_show);
    row->addStretch();
    row->addWidget(m_start);
    row->addWidget(m_close);
    connect(m_show, &QPushButton::clicked, this,
            [this] { showInFileManager(pathText(m_session->result()->outputs.front().path)); });
    connect(m_start, &QPushButton::clicked, this, &DecryptDialog::start);
    connect(m_close, &QPushButton::clicked, this, &DecryptDialog::reject);
    return row;
}

void DecryptDialog::update()
{
    using Stage = DecryptSession::Stage;
    if (!m_proposed.isEmpty() && !m_session->suffix().isEmpty()) {
        const QString target = std::exchange(m_proposed, {}) + QLatin1Char('.') + m_session->suffix();
        if (target != m_session->output()) {
            m_session->setOutput(target); // comes back here
            return;
        }
    }
    const Stage stage = m_session->stage();
    const bool running = stage == Stage::Decrypting;
    const bool done = stage == Stage::Done;
    const bool written = done && m_session->result()->refusal == package::Refusal::None;
    showChoices();
    const QString output = m_session->output();
    m_target->setText(leftToRight(placeText(output) + QLatin1Char('/') + shown(QFileInfo(output).fileName())));
    m_target->setWhole(shown(output));
    m_key->setEnabled(!running && !done && m_key->count() > 0);
    m_openKey->setEnabled(!running && !done);
    m_chooseTarget->setEnabled(!running && !done);
    const int replaced = int(m_session->preflight().replaced.size());
    m_replace->setText(tr("&Replace %Ln file(s) already there", nullptr, replaced));
    m_replace->setVisible(replaced > 0 && !done);
    m_replace->setEnabled(!running);
    m_start->setVisible(!done);
    m_start->setEnabled(m_session->canStart() && (replaced == 0 || m_replace->isChecked()));
    m_show->setVisible(written);
    m_close->setText(running ? tr("Stop") : tr("Close"));
    done ? showResult() : showPlan();
    showProgress();
    if (done) {
        m_close->setDefault(true);
        m_close->setFocus();
    }
}

void DecryptDialog::showChoices()
{
    const QSignalBlocker quiet(m_key);
    m_key->clear();
    for (const DecryptSession::Choice &choice : m_session->choices()) {
        m_key->addItem(tr("%1: %Ln chunk(s), %2", nullptr, pluralCount(choice.count))
                           .arg(choice.key.label, sizeText(choice.bytes)));
    }
    m_key->setCurrentIndex(m_session->chosen());
}

QString DecryptDialog::coverageText() const
{
    if (m_session->stage() == DecryptSession::Stage::Looking) {
        return tr("Looking for what your keys open…");
    }
    if (m_session->chosen() < 0) {
        return tr("No key on this desk opens anything in this package.");
    }
    const DecryptSession::Choice &choice = m_session->choices()[std::size_t(m_session->chosen())];
    return tr("You can read %1 of %Ln chunk(s), %2.", nullptr, pluralCount(m_session->package()->package()->count()))
        .arg(grouped(choice.count), sizeText(choice.bytes));
}

void DecryptDialog::showPlan()
{
    using Stage = DecryptSession::Stage;
    m_heading->setText(tr("Decrypt the data into a file"));
    m_coverage->setText(coverageText());
    QStringList summary;
    QStringList details;
    if (m_session->problem()) {
        const ProblemText problem = describe(*m_session->problem());
        summary.append(m_session->problem()->code() == ErrorCode::Stopped
                           ? tr("Stopped. Nothing was written.")
                           : problem.sentence + QLatin1Char(' ') + problem.nextStep);
    } else if (m_session->stage() == Stage::Choosing) {
        summary.append(
            tr("Open the file with your private key. A buyer's key needs the access files from the seller, in the "
               "package's folder or in a folder “access” beside it."));
    } else if (m_session->stage() == Stage::Trying) {
        summary.append(tr("Trying everything that could fail…"));
    } else if (m_session->stage() == Stage::Decrypting) {
        summary.append(tr("Checking and decrypting. Nothing gets its name before all of it was found right."));
    } else if (m_session->stage() == Stage::Ready) {
        for (const package::Preflight::Problem &problem : m_session->preflight().problems) {
            summary.append(problemText(problem));
        }
        if (summary.isEmpty()) {
            summary.append(tr("Everything that is needed is here."));
        }
        if (!m_session->preflight().files.empty()) {
            details.append(filesText(m_session->preflight()));
        }
    }
    if (!m_keyProblem.isEmpty() && m_session->stage() != Stage::Decrypting) {
        summary.prepend(m_keyProblem);
    }
    showKeepingRoom(m_summary, summary.join(QLatin1Char('\n')));
    showKeepingRoom(m_details, details.join(QLatin1Char('\n')));
    m_start->setAccessibleDescription(m_summary->text());
}

void DecryptDialog::showResult()
{
    const package::ConsumeResult &result = *m_session->result();
    if (result.refusal != package::Refusal::None) {
        m_heading->setText(tr("Nothing was written"));
        showKeepingRoom(m_summary, refusalText(result));
        showKeepingRoom(m_details,
                        tr("If you have settled this with the seller, the command line can decrypt it all the same: "
                           "see consume --accept-verdict."));
        m_close->setAccessibleDescription(m_heading->text() + QLatin1Char(' ') + m_summary->text());
        return;
    }
    constexpr std::size_t mostNamed = 5;
    m_heading->setText(tr("Saved"));
    QStringList files;
    for (std::size_t i = 0; i < std::min(mostNamed, result.outputs.size()); ++i) {
        const auto &output = result.outputs[i];
        files.append(tr("%1: chunks %2, %3")
                         .arg(leftToRight(shown(pathText(output.path.filename()))),
                              chunkList(output.chunks.first, output.chunks.last), sizeText(output.bytes)));
    }
    if (result.outputs.size() > mostNamed) {
        files.append(tr("And %Ln more.", nullptr, int(result.outputs.size() - mostNamed)));
    }
    const bool hasManifest = m_session->package()->package()->manifest().manifest.has_value();
    QStringList summary = {dataCheckText(result, hasManifest, m_session->isPartial())};
    if (result.verification) {
        summary.append(verdictTitle(result.verification->judgement.verdict) + QLatin1Char('.'));
    }
    showKeepingRoom(m_summary, summary.join(QLatin1Char(' ')));
    showKeepingRoom(m_details, files.join(QLatin1Char('\n')));
    m_close->setAccessibleDescription(m_heading->text() + QLatin1Char(' ') + m_summary->text());
}

void DecryptDialog::showProgress()
{
    const Job *const job = m_session->job();
    const bool running = job != nullptr && job->isRunning();
    m_bar->setVisible(running);
    if (running) {
        const jobs::Progress progress = job->progress();
        const auto total = double(progress.bytesTotal > 0 ? progress.bytesTotal : progress.chunksTotal);
        const auto part = double(progress.bytesTotal > 0 ? progress.bytesDone : progress.chunksDone);
        m_bar->showPart(part, total);
        m_bar->setToolTip(paceText(*job));
        if (m_session->stage() == DecryptSession::Stage::Decrypting) {
            showKeepingRoom(m_details, paceText(*job));
        }
    }
}

void DecryptDialog::start()
{
    m_session->start();
}

void DecryptDialog::reject()
{
    if (m_session->stage() == DecryptSession::Stage::Decrypting) {
        m_session->stop();
        return;
    }
    QDialog::reject();
}

void DecryptDialog::chooseKeyFile()
{
    auto *const dialog = new QFileDialog(this, tr("Choose the file with your private key"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_keys, &FileKeyRing::openFile);
    dialog->open();
}

void DecryptDialog::chooseTarget(const QString &path)
{
    m_proposed.clear();
    m_replace->setChecked(false);
    m_session->setOutput(path);
}

void DecryptDialog::askForTarget()
{
    auto *const dialog = new QFileDialog(this, tr("Decrypt to"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(
        QFileDialog::DontConfirmOverwrite); // this dialog asks, when it is known which files there will be
    dialog->setDirectory(QFileInfo(m_session->output()).absolutePath());
    dialog->selectFile(QFileInfo(m_session->output()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &DecryptDialog::chooseTarget);
    dialog->open();
}

} // namespace streamdesk::ui
