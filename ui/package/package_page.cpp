#include "ui/package/package_page.h"

#include "core/base/text.h"
#include "core/io/staging.h"
#include "core/package/verification_json.h"
#include "core/stream/finding.h"
#include "ui/library/rename_dialog.h"
#include "ui/package/chain_card.h"
#include "ui/package/chunk_detail.h"
#include "ui/package/chunk_table.h"
#include "ui/package/decrypt_dialog.h"
#include "ui/package/finding_words.h"
#include "ui/package/receipt_dialog.h"
#include "ui/package/repair_dialog.h"
#include "ui/package/verdict_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/trust/code_dialog.h"
#include "ui/trust/compare_dialog.h"
#include "ui/trust/trust_words.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/more_button.h"
#include "ui/widgets/verdict_banner.h"
#include "ui/window/problem_panel.h"
#include "ui/window/shell.h"
#include "ui/words/amounts.h"
#include "ui/words/values.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace streamdesk::ui {

namespace {

QLabel *mutedLabel(QWidget *parent)
{
    auto *const label = new QLabel(parent);
    label->setProperty("muted", true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

PackagePage::PackagePage(PackageSession *session, LibraryStore *store, TrustDesk *trust, KeyRing *keys, QWidget *parent)
    : QWidget(parent), m_session(session), m_store(store), m_trust(trust), m_keys(keys)
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 14);
    layout->setSpacing(12);
    buildHeader();
    m_banner = new VerdictBanner(this);
    layout->addWidget(m_banner);
    m_problem = new ProblemPanel(this);
    m_problem->hide();
    layout->addWidget(m_problem);

    m_facts = new FactRow(this);
    layout->addWidget(m_facts);

    m_chain = new ChainCard(this);
    layout->addWidget(m_chain);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(12);
    m_table = new ChunkTable(m_splitter);
    m_detail = new ChunkDetail(m_splitter);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 3);
    layout->addWidget(m_splitter, 1);

    m_chain->setChain(m_session, &m_selection);
    m_table->setChain(m_session, &m_selection);
    m_detail->setChain(m_session, &m_selection, &m_keys);
    connect(m_table, &ChunkTable::recheckRequested, this, &PackagePage::recheck);
    connect(m_table, &ChunkTable::showFileRequested, this, &PackagePage::showFile);
    connect(m_banner, &VerdictBanner::actionTriggered, this, &PackagePage::bannerAction);
    connect(m_problem, &ProblemPanel::actionTriggered, this, &PackagePage::verifyAgain);
    connect(m_session, &PackageSession::stageChanged, this, &PackagePage::update);
    connect(m_session, &PackageSession::progressed, this, &PackagePage::showProgress);
    connect(m_session, &PackageSession::verified, this, &PackagePage::showFirstProblem);
    connect(m_session, &PackageSession::rowsReset, this, [this] { m_selection.choose(-1); });
    connect(m_store, &LibraryStore::changed, this, &PackagePage::updateHeader);
    update();
}

void PackagePage::buildHeader()
{
    auto *const header = new QHBoxLayout;
    header->setSpacing(8);
    m_title = new QLabel(this);
    m_title->setFont(headingFont());
    m_title->setTextFormat(Qt::PlainText);
    m_place = mutedLabel(this);
    m_note = mutedLabel(this);
    header->addWidget(m_title);
    header->addWidget(m_place, 1);

    m_verify = new QPushButton(this);
    const QFontMetrics metrics(m_verify->font()); // as wide with each of its words, so that nothing beside it moves
    m_verify->setMinimumWidth(metrics.horizontalAdvance(tr("Verify again")) + 32);
    connect(m_verify, &QPushButton::clicked, this, &PackagePage::verifyOrStop);
    m_copy = new QPushButton(tr("Copy findings"), this);
    connect(m_copy, &QPushButton::clicked, this, &PackagePage::copyFindings);
    m_more = new MoreButton(tr("More"), this);
    m_more->setToolTip(tr("Package code, repair, name, note, export, file manager"));
    QMenu *const menu = m_more->menu();
    m_showCode = menu->addAction(icon(QStringLiteral("key")), tr("Show package code…"), this, &PackagePage::showCode);
    menu->addAction(icon(QStringLiteral("intact-untrusted")), tr("Compare with the seller…"), this,
                    &PackagePage::compare);
    m_repair = menu->addAction(icon(QStringLiteral("repair")), tr("Repair…"), this, &PackagePage::repair);
    m_decrypt = menu->addAction(icon(QStringLiteral("key")), tr("Decrypt to file…"), this, &PackagePage::decrypt);
    m_receipt = menu->addAction(icon(QStringLiteral("export")), tr("Save receipt…"), this, &PackagePage::saveReceipt);
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("edit")), tr("Rename…"), this, &PackagePage::rename);
    menu->addAction(icon(QStringLiteral("readings")), tr("Note…"), this, &PackagePage::editNote);
    menu->addAction(icon(QStringLiteral("export")), tr("Export findings…"), this, &PackagePage::exportFindings);
    menu->addAction(icon(QStringLiteral("open")), tr("Show in file manager"), this, &PackagePage::showInFileManager);
    header->addWidget(m_verify);
    header->addWidget(m_copy);
    header->addWidget(m_more);
    auto *const outer = static_cast<QVBoxLayout *>(layout());
    outer->addLayout(header);
    outer->addWidget(m_note);
}

QString PackagePage::title() const
{
    const auto entry = m_store->find(m_session->path());
    return entry ? entry->title : LibraryStore::defaultTitle(m_session->path());
}

void PackagePage::update()
{
    updateHeader();
    updateBanner();
    updateFacts();
    Q_EMIT statusChanged();
}

void PackagePage::updateHeader()
{
    const auto entry = m_store->find(m_session->path());
    m_title->setText(title());
    const QString name = shown(QFileInfo(m_session->path()).fileName());
    const QString place = placeText(m_session->path());
    m_place->setText(name == m_title->text() ? place : tr("%1 in %2").arg(name, place));
    m_place->setToolTip(plainToolTip(shown(m_session->path())));
    m_note->setText(entry ? entry->note : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    const bool busy = m_session->isBusy();
    m_verify->setText(busy                                                   ? tr("Stop")
                      : m_session->stage() == PackageSession::Stage::Checked ? tr("Verify again")
                                                                             : tr("Verify"));
    m_copy->setEnabled(m_session->verification() != nullptr);
    m_showCode->setEnabled(m_session->verification() && isIntact(m_session->verification()->judgement.verdict)
                           && m_session->verification()->code);
    m_repair->setEnabled(canRepair());
    m_decrypt->setEnabled(canDecrypt());
    m_receipt->setEnabled(canSaveReceipt());
}

QString PackagePage::lastVerifiedText() const
{
    const auto entry = m_store->find(m_session->path());
    if (!entry || !entry->verified) {
        return tr("It was not verified on this computer before.");
    }
    const auto &last = *entry->verified;
    const auto verdict = stream::verdictFromName(last.verdict.toStdString());
    const QString when = QLocale().toString(last.when, QLocale::ShortFormat);
    const QString title = verdict ? verdictTitle(*verdict) : last.verdict;
    return last.footprint.toStdString() == m_session->footprint()
               ? tr("Last verified on %1: %2. The files look unchanged since.").arg(when, title)
               : tr("Last verified on %1: %2. The files have changed since.").arg(when, title);
}

void PackagePage::updateBanner()
{
    using Stage = PackageSession::Stage;
    using Tone = VerdictBanner::Tone;
    const auto &problem = m_session->problem();
    m_problem->setVisible(problem.has_value());
    if (problem) {
        m_problem->setProblem(tr("Opening %1").arg(m_session->path()), *problem);
        m_problem->setAction(tr("Try again"));
    }
    const bool failed = m_session->stage() == Stage::Failed;
    m_problem->setDismissible(!failed); // there would be nothing left to see
    m_banner->setVisible(!failed);
    for (QWidget *const part :
         {static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_chain), static_cast<QWidget *>(m_splitter)}) {
        part->setVisible(!failed);
    }
    switch (m_session->stage()) {
    case Stage::Failed:
        return;
    case Stage::Opening:
    case Stage::Checking:
        showProgress();
        return;
    case Stage::Opened:
        m_banner->setVerdict(Tone::Neutral, QStringLiteral("not-checkable"), tr("Not verified yet"),
                             lastVerifiedText());
        m_banner->setAction(tr("Verify"));
        break;
    case Stage::Checked: {
        VerdictText text = verdictText(*m_session->verification());
        if (m_session->filesChanged()) {
            m_banner->setVerdict(
                Tone::Attention, QStringLiteral("rolled-back"), tr("The files have changed since"),
                tr("When they were verified at %1, the verdict was: %2.")
                    .arg(QLocale().toString(m_session->verifiedAt().time(), QLocale::ShortFormat), text.title));
            m_banner->setAction(tr("Verify again"));
            break;
        }
        QString action = offersRepair() ? tr("Repair…") : comparisonOffered();
        if (m_session->recheckedRows() > 0) {
            text.text += QLatin1Char(' ')
                         + tr("%Ln chunk(s) were checked again since; the map shows how they are now.", nullptr,
                              m_session->recheckedRows());
            action = tr("Verify again");
        }
        m_banner->setVerdict(text.tone, text.icon, text.title, text.text);
        m_banner->setAction(action);
        break;
    }
    }
    m_banner->setProgress(std::nullopt);
}

void PackagePage::showProgress()
{
    using Tone = VerdictBanner::Tone;
    const Job *const job = m_session->job();
    if (job == nullptr || !job->isRunning()) {
        return;
    }
    const jobs::Progress progress = job->progress();
    if (m_session->stage() == PackageSession::Stage::Opening || progress.chunksTotal == 0) {
        m_banner->setVerdict(Tone::Neutral, QStringLiteral("checking"), tr("Opening…"),
                             tr("Reading what is in the package."));
        m_banner->setProgress(std::nullopt);
    } else {
        const std::uint64_t bad = m_session->count(ChunkState::Changed) + m_session->count(ChunkState::OtherSigner)
                                  + m_session->count(ChunkState::Missing);
        const QString found = bad == 0 ? tr("Nothing wrong so far.")
                                       : tr("%Ln chunk(s) need attention so far.", nullptr, pluralCount(bad));
        m_banner->setVerdict(
            Tone::Neutral, QStringLiteral("checking"),
            tr("Verifying: %1 of %Ln chunk(s)", nullptr, int(progress.chunksTotal)).arg(grouped(progress.chunksDone)),
            found + QLatin1Char(' ') + paceText(*job));
        m_banner->setProgress(progress.bytesTotal == 0 ? std::optional<double>()
                                                       : double(progress.bytesDone) / double(progress.bytesTotal));
    }
    m_banner->setAction(tr("Stop"));
    Q_EMIT statusChanged();
}

void PackagePage::updateFacts()
{
    const package::Package *const package = m_session->package();
    if (package == nullptr) {
        return;
    }
    const auto &manifest = package->manifest().manifest;
    const auto &verification = m_session->verification();
    QString machine = manifest && manifest->machineDid ? shown(*manifest->machineDid) : QString();
    QString signer;
    QString wholeSigner;
    if (verification && !verification->report.dids.empty()) {
        machine = shown(verification->report.dids.front());
    }
    if (verification && verification->report.signers.size() == 1) {
        wholeSigner = fingerprint(verification->report.signers.front());
        signer = leftToRight(wholeSigner.left(19) + QStringLiteral(" …"));
    } else if (verification && verification->report.signers.size() > 1) {
        signer = tr("%Ln different key(s)", nullptr, int(verification->report.signers.size()));
    }
    const auto text = [](const std::optional<std::string> &field) { return field ? shown(*field) : QString(); };
    const std::optional<std::string> none;
    const QString created = text(manifest ? manifest->createdAt : none);
    const QString sourceHash = text(manifest ? manifest->sourceHash : none);
    const int chunks = pluralCount(package->count());
    QVector<FactRow::Fact> facts;
    const auto add = [&facts](const QString &label, const QString &value, const QString &whole = {}) {
        if (!value.isEmpty()) {
            facts.append({.label = label, .value = value, .whole = whole});
        }
    };
    const bool trusted = m_trust != nullptr && verification && verification->judgement.signerTrusted;
    const QString name = trusted ? labelOf(m_trust->file(), verification->report.dids.front()) : QString();
    add(tr("Machine"), name.isEmpty() ? shortCode(machine, 15) : name, machine);
    add(tr("Signed by"), signer, wholeSigner);
    add(tr("Created"), timeText(created), created);
    add(tr("Size"), tr("%1 in %Ln chunk(s)", nullptr, chunks).arg(sizeText(package->totalCiphertextBytes())));
    add(tr("Chunk size"), manifest && manifest->chunkSize ? sizeText(*manifest->chunkSize) : QString());
    add(tr("Source hash"),
        !manifest              ? tr("unknown, no manifest")
        : sourceHash.isEmpty() ? tr("not stated")
                               : tr("checked on decryption"),
        sourceHash);
    m_facts->setFacts(facts);
}

QString PackagePage::statusText() const
{
    using Stage = PackageSession::Stage;
    switch (m_session->stage()) {
    case Stage::Checked: {
        const int findings = int(m_session->verification()->judgement.findings.size());
        const qint64 ms = m_session->verificationMs();
        const QString time =
            ms < 100 ? tr("%1 ms").arg(ms) : tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1));
        return tr("Verified in %1 · %2")
            .arg(time, findings == 0 ? tr("no findings") : tr("%Ln finding(s)", nullptr, findings));
    }
    case Stage::Opened:
        return tr("Not verified");
    default:
        return {};
    }
}

// So that what is wrong and what to do is seen at once; not when the person is looking at a chunk already.
void PackagePage::showFirstProblem()
{
    if (m_selection.current() >= 0) {
        return;
    }
    for (int row = 0; row < m_session->rows().size(); ++row) {
        if (needsAttention(m_session->state(row))) {
            m_selection.choose(row);
            return;
        }
    }
}

// Where the question is for the seller, and not for the files: what the banner's button says then.
QString PackagePage::comparisonOffered() const
{
    if (m_session->stage() != PackageSession::Stage::Checked || m_session->filesChanged()
        || m_session->recheckedRows() > 0) {
        return {};
    }
    const stream::Judgement &judgement = m_session->verification()->judgement;
    if (isIntact(judgement.verdict)) {
        return judgement.completeAndInOrder ? QString() : tr("Compare…");
    }
    const bool anotherKey =
        std::ranges::find(judgement.findings, stream::FindingCode::KeyContradictsTrust, &stream::Finding::code)
        != judgement.findings.end();
    return anotherKey && judgement.verdict == stream::Verdict::SignerChanged ? tr("A new key?…")
           : judgement.verdict == stream::Verdict::CodeMismatch              ? tr("Compare again…")
                                                                             : QString();
}

bool PackagePage::canRepair() const
{
    return m_session->stage() == PackageSession::Stage::Checked && !m_session->isBusy() && !m_session->filesChanged()
           && m_session->recheckedRows() == 0;
}

bool PackagePage::canDecrypt() const
{
    using Stage = PackageSession::Stage;
    return (m_session->stage() == Stage::Opened || m_session->stage() == Stage::Checked) && !m_session->isBusy()
           && m_session->package() != nullptr && m_session->package()->count() > 0;
}

bool PackagePage::canSaveReceipt() const
{
    return canRepair();
}

void PackagePage::decrypt()
{
    if (!canDecrypt()) {
        return;
    }
    auto *const dialog = new DecryptDialog(m_session, &m_keys, title(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog->session(), &DecryptSession::decryptionStarted, this, &PackagePage::jobStarted);
    dialog->open();
}

void PackagePage::saveReceipt()
{
    if (!canSaveReceipt()) {
        return;
    }
    auto *const dialog = new ReceiptDialog(m_session, &m_keys, title(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

bool PackagePage::offersRepair() const
{
    if (!canRepair()) {
        return false;
    }
    const stream::Verdict verdict = m_session->verification()->judgement.verdict;
    return verdict == stream::Verdict::Damaged || verdict == stream::Verdict::Incomplete;
}

void PackagePage::bannerAction()
{
    if (offersRepair()) {
        repair();
    } else {
        comparisonOffered().isEmpty() ? verifyOrStop() : compare();
    }
}

void PackagePage::showCode()
{
    auto *const dialog = new CodeDialog(CodeDialog::Kind::PackageCode, title(),
                                        QString::fromStdString(*m_session->verification()->code), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void PackagePage::compare()
{
    auto *const dialog = new CompareDialog(m_session, m_trust, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CompareDialog::explanationRequested, this, &PackagePage::explanationRequested);
    dialog->open();
}

void PackagePage::repair()
{
    if (!canRepair()) {
        return;
    }
    QStringList known;
    for (const LibraryEntry &entry : m_store->entries()) {
        if (entry.kind == LibraryEntry::Kind::Package && entry.path != m_session->path()) {
            known.append(entry.path);
        }
    }
    auto *const dialog = new RepairDialog(std::make_unique<RepairSession>(m_session, std::move(known)), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog->session(), &RepairSession::repairStarted, this, &PackagePage::jobStarted);
    connect(dialog->session(), &RepairSession::wroteNewFile, this, &PackagePage::openRequested);
    dialog->open();
}

void PackagePage::verifyOrStop()
{
    m_session->isBusy() ? stop() : verifyAgain();
}

void PackagePage::verifyAgain()
{
    if (!m_session->isBusy()) {
        m_session->verifyAgain();
    }
}

void PackagePage::stop()
{
    m_session->stop();
}

void PackagePage::recheckSelected()
{
    std::vector<int> rows;
    for (const auto &[first, last] : m_selection.ranges()) {
        for (int row = first; row <= last; ++row) {
            rows.push_back(row);
        }
    }
    recheck(rows);
}

void PackagePage::recheck(const std::vector<int> &rows)
{
    if (!rows.empty()) {
        m_session->recheck(rows);
    }
}

void PackagePage::copyFindings()
{
    if (!m_session->verification()) {
        return;
    }
    const package::Verification &verification = *m_session->verification();
    const VerdictText verdict = verdictText(verification);
    QStringList lines = {title(), m_session->path(), verdict.title, verdict.text, QString()};
    for (const stream::Stretch &stretch : stream::stretches(verification.judgement.findings)) {
        const QString text = shortText(*stretch.finding);
        lines.append(stretch.finding->index
                         ? tr("Chunk %1: %2").arg(chunkList(*stretch.finding->index, stretch.last), text)
                         : text);
    }
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void PackagePage::exportFindings()
{
    if (!m_session->verification()) {
        return;
    }
    const QString csv = tr("Table (*.csv)");
    auto *const dialog = new QFileDialog(this, tr("Export findings"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({csv, tr("For programs (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    QString name = tr("%1 findings").arg(title());
    dialog->selectFile(name.replace(QRegularExpression(QStringLiteral("[/\\\\:]")), QStringLiteral("-")));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, csv](const QString &filter) {
        dialog->setDefaultSuffix(filter == csv ? QStringLiteral("csv") : QStringLiteral("json"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &PackagePage::exportTo);
    dialog->open();
}

void PackagePage::exportTo(const QString &path)
{
    if (!m_session->verification() || (m_export && m_export->isRunning())) {
        return;
    }
    const bool json = path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
    m_export = std::make_unique<Job>(
        tr("Exporting findings"), [json, path = pathFromUtf8(path.toStdString()), package = m_session->sharedPackage(),
                                   verification = m_session->verification()](const jobs::JobControl &) {
            io::PartFile file(path);
            const std::string text = json ? package::verificationJson(*verification, package->manifest().manifest,
                                                                      [](const stream::Finding &finding) {
                                                                          return shortText(finding).toStdString();
                                                                      })
                                          : package::findingsCsv(verification->judgement.findings);
            file.file().write(std::as_bytes(std::span(text)));
            file.commit(io::Durability::Synced);
        });
    connect(m_export.get(), &Job::finished, this, [this] {
        if (m_export->error()) {
            m_problem->setProblem(m_export->title(), *m_export->error());
            m_problem->setAction({});
            m_problem->setDismissible(true);
            m_problem->show();
        }
    });
    m_export->start();
    Q_EMIT jobStarted(m_export.get());
}

void PackagePage::rename()
{
    askForTitle(m_store, m_session->path(), this);
}

void PackagePage::editNote()
{
    const auto entry = m_store->find(m_session->path());
    auto *const dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Note"));
    dialog->setLabelText(tr("What you want to remember about this package. It stays on this computer."));
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setTextValue(entry ? entry->note : QString());
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this](const QString &text) { m_store->setNote(m_session->path(), text.trimmed()); });
    dialog->open();
    for (QPlainTextEdit *const note : dialog->findChildren<QPlainTextEdit *>()) {
        note->setTabChangesFocus(true); // on to the buttons
        note->setAccessibleName(tr("Note"));
    }
}

void PackagePage::showInFileManager()
{
    ui::showInFileManager(m_session->path());
}

void PackagePage::showFile(int row)
{
    const ChunkRow &chunk = m_session->rows().at(row);
    if (!chunk.isHere() || !QFileInfo(m_session->path()).isDir()) {
        showInFileManager();
        return;
    }
    const QString name = QString::fromStdString(m_session->rows().index().envelopeName(chunk.position));
    const QString file = QDir(m_session->path()).filePath(name);
    ui::showInFileManager(QFileInfo::exists(file) ? file : m_session->path());
}

void PackagePage::focusFilter()
{
    m_table->focusSearch();
}

QByteArray PackagePage::splitterState() const
{
    return m_splitter->saveState();
}

void PackagePage::restoreSplitterState(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

} // namespace streamdesk::ui
