#include "ui/readings/reading_view.h"

#include "core/base/text.h"
#include "core/json/indented.h"
#include "ui/readings/field_model.h"
#include "ui/readings/field_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/verdict_banner.h"
#include "ui/words/reading_words.h"
#include "ui/words/values.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace streamdesk::ui {

namespace {

using Fact = FactRow::Fact;

constexpr std::size_t mostRaw = std::size_t{32} << 10U; // what a text field lays out without being felt
constexpr std::size_t longestFact = 200;
constexpr int kindCharacters = 30;

QLabel *mutedNote()
{
    auto *label = new QLabel;
    label->setProperty("muted", true);
    label->setWordWrap(true);
    label->setContentsMargins(12, 8, 12, 8);
    return label;
}

Fact textFact(const QString &label, const std::string &text)
{
    return {.label = label, .value = oneLine(text, longestFact)};
}

} // namespace

ReadingView::ReadingView(QWidget *parent)
    : QWidget(parent), m_banner(new VerdictBanner), m_facts(new FactRow), m_marks(mutedNote()),
      m_model(new FieldModel(this)), m_tree(new QTreeView), m_raw(new QPlainTextEdit), m_rawNote(mutedNote()),
      m_tabs(new QTabWidget)
{
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Reading"));
    m_tabs->addTab(makeFields(), tr("Fields"));
    m_tabs->addTab(makeRaw(), tr("Raw JSON"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &ReadingView::showRaw);
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_tabs);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_banner);
    column->addWidget(m_facts);
    column->addWidget(card, 1);
    showVerifying();
}

QWidget *ReadingView::makeFields()
{
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(FieldModel::Value, QHeaderView::Stretch);
    m_tree->setColumnWidth(FieldModel::Kind, fontMetrics().averageCharWidth() * kindCharacters);
    m_tree->setAccessibleName(tr("Fields of the reading"));
    m_tree->installEventFilter(this);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copyValue = new QAction(tr("Copy value"), m_tree);
    copyValue->setShortcut(QKeySequence::Copy);
    copyValue->setShortcutContext(Qt::WidgetShortcut);
    connect(copyValue, &QAction::triggered, this, [this] { copyCurrent(false); });
    auto *copyName = new QAction(tr("Copy name"), m_tree);
    connect(copyName, &QAction::triggered, this, [this] { copyCurrent(true); });
    m_tree->addActions({copyValue, copyName});

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_marks);
    column->addWidget(m_tree, 1);
    return page;
}

QWidget *ReadingView::makeRaw()
{
    m_raw->setReadOnly(true);
    m_raw->setFont(monospaceFont());
    m_raw->setLayoutDirection(Qt::LeftToRight); // as JSON is in every language
    m_raw->setFrameShape(QFrame::NoFrame);
    m_raw->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_raw->setWordWrapMode(QTextOption::WrapAnywhere);
    m_raw->setTabChangesFocus(true);
    m_raw->setAccessibleName(tr("The reading as JSON"));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(0);
    column->addWidget(m_rawNote);
    column->addWidget(m_raw, 1);
    return page;
}

void ReadingView::showVerifying()
{
    m_banner->setVerdict(VerdictBanner::Tone::Neutral, QStringLiteral("checking"), tr("Verifying the reading"), {});
}

void ReadingView::showReading(std::shared_ptr<const OpenedReading> reading)
{
    m_reading = std::move(reading);
    const ReadingVerdict verdict = verdictOf(*m_reading);
    m_banner->setVerdict(verdict.tone, verdict.iconName, verdict.title, verdict.text);
    m_facts->setVisible(m_reading->package != nullptr);
    if (m_reading->package) {
        showFacts();
    }
    showFields();
    showRaw();
}

void ReadingView::showFacts()
{
    const stream::DataPackage &package = *m_reading->package;
    const stream::DataVerification &verification = m_reading->verification;
    const bool intact = m_reading->outcome() == ReadingOutcome::Intact;
    QVector<Fact> facts;
    if (verification.recovered) {
        facts.append(Fact{.label = intact ? tr("Signed by") : tr("Signed by, if unchanged"),
                          .value = QString::fromStdString(crypto::addressText(*verification.recovered)),
                          .monospace = true,
                          .copyable = true});
    }
    facts.append(Fact{
        .label = tr("Machine (DID)"), .value = oneLine(package.did, longestFact), .monospace = true, .copyable = true});
    Fact captured = textFact(tr("Captured"), package.timestamp);
    const QDateTime time = QDateTime::fromString(captured.value, Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() != Qt::LocalTime) {
        captured.whole = captured.value; // as it was signed
        captured.value = momentText(time.toMSecsSinceEpoch());
    }
    facts.append(captured);
    facts.append(textFact(tr("Number"), package.sequenceNumber));
    facts.append(textFact(tr("Format version"), package.schemaVersion));
    if (verification.form) {
        facts.append(
            Fact{.label = tr("Signed as"),
                 .value = *verification.form == json::CanonicalForm::Python ? tr("Python's spelling") : tr("RFC 8785"),
                 .whole = tr("The spelling of the JSON that the signature was made over.")});
    }
    Fact keyId = textFact(tr("Key name, not signed"), package.signingKeyId);
    keyId.whole = tr("%1 – not covered by the signature: anybody may have written it.").arg(keyId.value);
    facts.append(keyId);
    m_facts->setFacts(facts);
}

void ReadingView::showFields()
{
    const auto &package = m_reading->package;
    // The model holds the package by its payload.
    m_model->setFields(package ? std::shared_ptr<const json::Tree>(package, &package->payload) : nullptr);
    expandSmall({}, 0);
    m_tree->resizeColumnToContents(FieldModel::Name);
    m_tree->setColumnWidth(FieldModel::Name, qBound(120, m_tree->columnWidth(FieldModel::Name) + 12, 280));
    if (m_reading->encrypted == 0 && m_reading->anonymized == 0) {
        m_marks->setText(package ? tr("No field is marked as encrypted or anonymized.")
                                 : tr("There are no fields to show."));
    } else {
        const QLocale locale;
        m_marks->setText(tr("Marked as encrypted: %1. Marked as anonymized: %2.")
                             .arg(locale.toString(m_reading->encrypted), locale.toString(m_reading->anonymized)));
    }
}

void ReadingView::expandSmall(const QModelIndex &parent, int depth)
{
    constexpr int mostRows = 30;
    constexpr int deepest = 3;
    const int rows = m_model->rowCount(parent);
    if (rows > mostRows || depth > deepest) {
        return;
    }
    if (parent.isValid()) {
        m_tree->expand(parent);
    }
    for (int row = 0; row < rows; ++row) {
        const QModelIndex child = m_model->index(row, 0, parent);
        if (!m_model->isMarked(child)) {
            expandSmall(child, depth + 1);
        }
    }
}

// Only when it is looked at: laying the text out takes the most time of all.
void ReadingView::showRaw()
{
    if (!m_raw->isVisibleTo(this) || m_rawOf == m_reading) {
        return;
    }
    m_rawOf = m_reading;
    const std::string &text = m_reading->text;
    const std::string laidOut = m_reading->package ? json::indented(text, mostRaw) : shortened(text, mostRaw);
    m_raw->setPlainText(QString::fromStdString(laidOut));
    const bool cut = laidOut.size() + 8 > mostRaw;
    m_rawNote->setText(cut ? tr("The beginning of %1, laid out for reading.").arg(sizeText(text.size()))
                           : tr("As it was written, laid out for reading."));
    m_rawNote->setVisible(m_reading->package != nullptr || cut);
}

// The view would copy what the cell shows, which is shortened.
bool ReadingView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copyCurrent(false);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ReadingView::copyCurrent(bool name)
{
    const QModelIndex current = m_tree->currentIndex();
    if (current.isValid()) {
        QApplication::clipboard()->setText(name ? m_model->path(current) : m_model->wholeValue(current));
    }
}

} // namespace streamdesk::ui
