#include "ui/content/content_view.h"

#include "ui/content/bytes_text.h"
#include "ui/content/table_model.h"
#include "ui/readings/field_model.h"
#include "ui/theme/theme.h"
#include "ui/words/problem_words.h"
#include "ui/words/values.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <map>

namespace streamdesk::ui {

namespace {

using Begin = package::Content::Begin;
using End = package::Content::End;

constexpr int widestColumn = 320;
constexpr int expandedRows = 50;

std::size_t numberOf(ContentLook look)
{
    return std::size_t(look);
}

QLabel *noteLabel()
{
    auto *const label = new QLabel;
    label->setProperty("muted", true);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ContentView::ContentView(QWidget *parent)
    : QWidget(parent), m_place(noteLabel()), m_limits(noteLabel()), m_pages(new QStackedWidget)
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *const row = new QHBoxLayout;
    row->setSpacing(4);
    for (QToolButton *&button : m_buttons) {
        button = new QToolButton;
        button->setCheckable(true);
        button->setProperty("segment", true);
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(m_place);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_limits);
    addLook(ContentLook::Text, tr("Text"), tr("Look at it as text"), makeText());
    addLook(ContentLook::Table, tr("Table"), tr("Look at it as a table"), makeTable());
    addLook(ContentLook::Tree, tr("Tree"), tr("Look at it as a JSON tree"), makeTree());
    addLook(ContentLook::Image, tr("Image"), tr("Look at it as an image"), makeImage());
    addLook(ContentLook::Hex, tr("Hex"), tr("Look at it byte by byte"), makeHex());
    clear();
}

void ContentView::addLook(ContentLook look, const QString &name, const QString &explanation, QWidget *page)
{
    QToolButton *const button = m_buttons[numberOf(look)];
    button->setText(name);
    button->setToolTip(explanation);
    button->setAccessibleName(explanation);
    connect(button, &QToolButton::clicked, this, [this, look] {
        m_chosen = look;
        setLook(look);
    });
    m_pages->addWidget(page); // in the order of ContentLook
}

QWidget *ContentView::makeText()
{
    m_text = new QPlainTextEdit;
    m_text->setReadOnly(true);
    m_text->setFont(monospaceFont());
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setAccessibleName(tr("The content as text"));
    return m_text;
}

QWidget *ContentView::makeTable()
{
    m_tableModel = new TableModel(this);
    m_table = new QTableView;
    m_table->setModel(m_tableModel);
    m_table->setLayoutDirection(Qt::LeftToRight); // as its lines are written
    m_table->setWordWrap(false);
    m_table->setShowGrid(false); // rows have their lines
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setResizeContentsPrecision(expandedRows);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setAccessibleName(tr("The content as a table"));
    m_table->installEventFilter(this);
    return m_table;
}

QWidget *ContentView::makeTree()
{
    m_treeModel = new FieldModel(this);
    m_tree = new QTreeView;
    m_tree->setModel(m_treeModel);
    m_tree->setLayoutDirection(Qt::LeftToRight);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(FieldModel::Value, QHeaderView::Stretch);
    m_tree->setAccessibleName(tr("The content as a JSON tree"));
    m_tree->installEventFilter(this);
    return m_tree;
}

QWidget *ContentView::makeImage()
{
    m_image = new QLabel;
    m_image->setAlignment(Qt::AlignCenter);
    m_image->setWordWrap(true);
    m_imageArea = new QScrollArea;
    m_imageArea->setWidgetResizable(true);
    m_imageArea->setWidget(m_image);
    m_imageArea->setAccessibleName(tr("The content as an image"));
    return m_imageArea;
}

QWidget *ContentView::makeHex()
{
    m_bytes = new BytesModel(this);
    m_hex = new QListView;
    m_hex->setModel(m_bytes);
    m_hex->setFont(monospaceFont());
    m_hex->setLayoutDirection(Qt::LeftToRight);
    m_hex->setUniformItemSizes(true);
    m_hex->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_hex->setAccessibleName(tr("The content byte by byte"));
    m_hex->installEventFilter(this);
    return m_hex;
}

void ContentView::showContent(std::shared_ptr<const ShownContent> content)
{
    clear();
    m_content = std::move(content);
    for (std::size_t i = 0; i < looks; ++i) {
        m_buttons[i]->setVisible(fits(ContentLook(i)));
    }
    setLook(m_chosen && fits(*m_chosen) ? *m_chosen : m_content->guess.look);
}

void ContentView::clear()
{
    m_content.reset();
    m_filled = {};
    m_text->clear();
    m_tableModel->setTable({}, {}, 0);
    m_treeModel->setFields(nullptr);
    m_image->clear();
    m_bytes->setBytes(nullptr, {});
    m_place->clear();
    m_limits->hide();
}

bool ContentView::fits(ContentLook look) const
{
    switch (look) {
    case ContentLook::Text:
        return m_content->guess.isText;
    case ContentLook::Table:
        return !m_content->guess.delimiter.isNull();
    case ContentLook::Tree:
        return m_content->tree != nullptr;
    case ContentLook::Image:
        return !m_content->guess.image.isEmpty();
    case ContentLook::Hex:
        break;
    }
    return true;
}

void ContentView::setLook(ContentLook look)
{
    if (!m_content || !fits(look)) {
        return;
    }
    m_look = look;
    for (std::size_t i = 0; i < looks; ++i) { // all of them in Tab's way, which one group's would not be
        m_buttons[i]->setChecked(i == numberOf(look));
    }
    if (!std::exchange(m_filled[numberOf(look)], true)) {
        fill(look);
    }
    m_pages->setCurrentIndex(int(look));
    m_place->setText(placeText());
    const QString limits = limitsText();
    m_limits->setText(limits);
    m_limits->setVisible(!limits.isEmpty());
}

// Only when it is looked at: each takes its time and memory.
void ContentView::fill(ContentLook look)
{
    switch (look) {
    case ContentLook::Text:
        m_text->setPlainText(m_content->text);
        break;
    case ContentLook::Table:
        m_tableModel->setTable(m_content->table, m_content->names, m_content->skippedRows);
        m_table->resizeColumnsToContents();
        for (int column = 0; column < m_tableModel->columnCount(); ++column) {
            m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), widestColumn));
        }
        break;
    case ContentLook::Tree:
        m_treeModel->setFields(m_content->tree);
        m_tree->resizeColumnToContents(FieldModel::Name);
        if (m_treeModel->rowCount() <= expandedRows) {
            m_tree->expandToDepth(0);
        }
        break;
    case ContentLook::Image:
        fillImage();
        break;
    case ContentLook::Hex:
        m_bytes->setBytes(m_content, m_content->content.bytes.bytes());
        break;
    }
}

void ContentView::fillImage()
{
    if (!m_content->image.isNull()) {
        m_image->setPixmap(QPixmap::fromImage(m_content->image));
    } else if (m_content->imageSize.isValid() && m_content->imageProblem.isEmpty()) {
        m_image->setText(tr("This image is too large to be shown: %1 by %2 pixels.")
                             .arg(grouped(std::uint64_t(m_content->imageSize.width())),
                                  grouped(std::uint64_t(m_content->imageSize.height()))));
    } else {
        m_image->setText(tr("This image cannot be shown. It may go on behind what was read, or be damaged."));
    }
}

QString ContentView::saidOfPlace() const
{
    return m_place->text();
}

QString ContentView::saidOfLimits() const
{
    return m_limits->isHidden() ? QString() : m_limits->text();
}

// Which chunks these are, and how they begin and end.
QString ContentView::placeText() const
{
    const package::Content &content = m_content->content;
    const QString size = sizeText(content.bytes.size());
    const QString first = grouped(content.firstChunk);
    QStringList said = {content.firstChunk == content.lastChunk
                            ? tr("Chunk %1, %2.").arg(first, size)
                            : tr("Chunks %1 to %2, %3.").arg(first, grouped(content.lastChunk), size)};
    if (content.begin == Begin::InLine && m_content->guess.isText) {
        said.append(tr("Begins within a line."));
    } else if (content.begin == Begin::NotKnown && m_content->guess.isText) {
        said.append(tr("May begin within a line: the chunk before does not open here."));
    }
    const QString next = grouped(content.lastChunk + 1);
    switch (content.end) {
    case End::OfData:
        break;
    case End::Limit:
        said.append(content.lastChunkCut ? tr("The chunk goes on behind that.") : tr("More follows."));
        break;
    case End::NotOpened:
        said.append(tr("Chunk %1 does not open with this key.").arg(next));
        break;
    case End::Missing:
        said.append(tr("Chunk %1 is not here.").arg(next));
        break;
    case End::Failed:
        said.append(describe(*content.failure).sentence);
        break;
    }
    return said.join(QLatin1Char(' '));
}

// What of them is not shown, or is shown otherwise than it stands there.
QString ContentView::limitsText() const
{
    QStringList said;
    if (m_look == ContentLook::Text) {
        if (m_content->textCut) {
            said.append(tr("Only the first %1 characters are shown.")
                            .arg(grouped(std::uint64_t(ShownContent::mostCharacters))));
        }
        if (m_content->linesCut) {
            said.append(
                tr("Lines are cut after %1 characters.").arg(grouped(std::uint64_t(ShownContent::longestLine))));
        }
        if (m_content->guess.encoding == QStringConverter::Latin1) {
            said.append(tr("Read as Latin-1, for it is no UTF-8."));
        }
    } else if (m_look == ContentLook::Table) {
        if (m_content->rowCut) {
            said.append(tr("The first line lacks its beginning and is left out."));
        }
        if (m_content->table.hasMoreRows()) {
            said.append(tr("Only the first %1 rows are shown.").arg(grouped(DelimitedText::mostRows)));
        }
        if (m_content->table.columnCount() == DelimitedText::mostColumns) {
            said.append(tr("Only the first %1 columns are shown.").arg(grouped(DelimitedText::mostColumns)));
        }
    } else if (m_look == ContentLook::Tree && m_content->guess.json == ContentGuess::Json::Lines) {
        said.append(tr("One line of JSON after the other; lines that are cut are left out."));
    } else if (m_look == ContentLook::Image && !m_content->image.isNull()
               && m_content->image.size() != m_content->imageSize) {
        said.append(tr("Shown smaller than it is: %1 by %2 pixels.")
                        .arg(grouped(std::uint64_t(m_content->imageSize.width())),
                             grouped(std::uint64_t(m_content->imageSize.height()))));
    }
    return said.join(QLatin1Char(' '));
}

bool ContentView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        if (watched == m_tree) {
            QApplication::clipboard()->setText(m_treeModel->wholeValue(m_tree->currentIndex()));
            return true;
        }
        if (const auto *const view = qobject_cast<QAbstractItemView *>(watched)) {
            copySelection(*view);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

// Rows as lines, cells with tabs between them: as spreadsheets take it.
void ContentView::copySelection(const QAbstractItemView &view)
{
    QModelIndexList chosen = view.selectionModel()->selectedIndexes();
    std::sort(chosen.begin(), chosen.end());
    QString text;
    int row = chosen.isEmpty() ? 0 : chosen.front().row();
    for (qsizetype i = 0; i < chosen.size(); ++i) {
        if (i > 0) {
            text += chosen[i].row() == row ? QLatin1Char('\t') : QLatin1Char('\n');
        }
        row = chosen[i].row();
        text += chosen[i].data().toString();
    }
    if (!chosen.isEmpty()) {
        QApplication::clipboard()->setText(text);
    }
}

} // namespace streamdesk::ui
