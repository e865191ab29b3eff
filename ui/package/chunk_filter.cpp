#include "ui/package/chunk_filter.h"

#include "core/base/text.h"
#include "ui/package/chunk_model.h"
#include "ui/package/chunk_state_words.h"
#include "ui/package/package_session.h"

#include <QLocale>

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <string_view>

namespace streamdesk::ui {

namespace {

constexpr int pauseMs = 200;          // between two choices while states change
constexpr qsizetype shortestInId = 6; // fewer digits are a number; any id may have them somewhere

std::uint64_t numberFrom(const QString &digits)
{
    return parseUnsigned(digits.toStdString()).value_or(std::numeric_limits<std::uint64_t>::max());
}

bool isDigits(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// Digits as people and tables write them: grouped, or of another script.
QString plainDigits(const QString &text)
{
    QString plain;
    for (const QChar c : text) {
        const bool groups = c.isSpace() || c == u',' || c == u'.' || c == u'\'' || c == QChar(0x2019)
                            || QLocale().groupSeparator() == c;
        if (c.isDigit()) {
            plain += QString::number(c.digitValue());
        } else if (!groups) {
            plain += c == QChar(0x2013) || c == QChar(0x2014) ? QChar(u'-') : c;
        }
    }
    return plain;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

// `needle` is in lower case.
bool contains(std::string_view text, std::string_view needle)
{
    return std::search(text.begin(), text.end(), needle.begin(), needle.end(),
                       [](char a, char b) { return lower(a) == b; })
           != text.end();
}

} // namespace

ChunkFilter::ChunkFilter(ChunkModel *model, QObject *parent) : QAbstractProxyModel(parent), m_model(model)
{
    setSourceModel(model);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMs);
    connect(&m_soon, &QTimer::timeout, this, &ChunkFilter::choose);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_soon.stop();
        beginResetModel();
        take({});
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_shown.resize(std::size_t(m_model->rowCount()));
        std::iota(m_shown.begin(), m_shown.end(), 0);
        std::vector<int> rows;
        std::copy_if(m_shown.begin(), m_shown.end(), std::back_inserter(rows),
                     [this](int row) { return accepts(row); });
        sortRows(rows);
        take(std::move(rows));
        endResetModel();
    });
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { statesChanged(first.row(), last.row()); });
}

void ChunkFilter::setText(const QString &text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    const QString wanted = text.trimmed().toLower();
    const QString digits = plainDigits(wanted);
    m_isNumber = isDigits(digits);
    m_needle = m_isNumber ? digits : wanted;
    m_needleUtf8 = m_needle.toStdString();
    for (const ChunkState state : statesToTell) {
        m_statesNamed.set(state, stateName(state).contains(m_needle, Qt::CaseInsensitive));
    }
    m_numbers.reset();
    const QStringList ends = digits.split(u'-');
    if (ends.size() == 2 && isDigits(ends[0]) && isDigits(ends[1])) {
        const std::uint64_t one = numberFrom(ends[0]);
        const std::uint64_t other = numberFrom(ends[1]);
        m_numbers = Numbers{.first = std::min(one, other), .last = std::max(one, other)};
    }
    choose();
}

void ChunkFilter::setStates(ChunkStates states)
{
    if (states != m_states) {
        m_states = states;
        choose();
    }
}

void ChunkFilter::sort(int column, Qt::SortOrder order)
{
    if (column != m_sortColumn || order != m_sortOrder) {
        m_sortColumn = column;
        m_sortOrder = order;
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, ChunkModel::ColumnCount - 1);
        choose();
    }
}

// All rows anew. What is selected in a view stays selected where it is still shown.
void ChunkFilter::choose()
{
    m_soon.stop();
    std::vector<int> rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (accepts(row)) {
            rows.push_back(row);
        }
    }
    sortRows(rows);
    if (rows == m_shown) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<int> sourceRows;
    for (const QModelIndex &index : before) {
        sourceRows.push_back(m_shown[std::size_t(index.row())]);
    }
    take(std::move(rows));
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int place = m_places[std::size_t(sourceRows[std::size_t(i)])];
        after.append(place < 0 ? QModelIndex() : createIndex(place, before[i].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void ChunkFilter::take(std::vector<int> rows)
{
    m_shown = std::move(rows);
    m_places.assign(std::size_t(m_model->rowCount()), -1);
    for (std::size_t place = 0; place < m_shown.size(); ++place) {
        m_places[std::size_t(m_shown[place])] = int(place);
    }
}

void ChunkFilter::statesChanged(int first, int last)
{
    // Where source order holds, the rows shown lie between those of the first and the last one shown.
    if (!m_shown.empty()) {
        const bool inOrder = m_sortColumn == ChunkModel::Chunk && m_sortOrder == Qt::AscendingOrder;
        const auto from = inOrder ? std::lower_bound(m_shown.begin(), m_shown.end(), first) : m_shown.begin();
        const auto to = inOrder ? std::upper_bound(from, m_shown.end(), last) : m_shown.end();
        if (from != to) {
            Q_EMIT dataChanged(index(int(from - m_shown.begin()), ChunkModel::State),
                               index(int(to - m_shown.begin()) - 1, ChunkModel::Finding));
        }
    }
    const bool shownByState = m_states != ChunkStates::all() || !m_needle.isEmpty();
    const bool sortedByState = m_sortColumn == ChunkModel::State || m_sortColumn == ChunkModel::Finding;
    if ((shownByState || sortedByState) && !m_soon.isActive()) {
        m_soon.start();
    }
}

bool ChunkFilter::accepts(int row) const
{
    return m_states.contains(m_model->session()->state(row)) && (m_needle.isEmpty() || acceptsText(row));
}

bool ChunkFilter::acceptsText(int row) const
{
    const ChunkRow &chunk = m_model->session()->rows().at(row);
    if (m_numbers) {
        return chunk.first <= m_numbers->last && chunk.last >= m_numbers->first;
    }
    if (m_isNumber && acceptsNumber(row)) {
        return true;
    }
    if (m_isNumber && m_needle.size() < shortestInId) {
        return false;
    }
    const package::Package &package = *m_model->session()->package();
    if (chunk.isHere()
        && (contains(package.chunkId(chunk.position), m_needleUtf8)
            || contains(package.envelopeName(chunk.position), m_needleUtf8)
            || contains(package.ciphertextName(chunk.position), m_needleUtf8))) {
        return true;
    }
    return m_statesNamed.contains(m_model->session()->state(row))
           || m_model->findingText(row).contains(m_needle, Qt::CaseInsensitive);
}

bool ChunkFilter::acceptsNumber(int row) const
{
    const ChunkRow &chunk = m_model->session()->rows().at(row);
    if (std::to_string(chunk.first).starts_with(m_needleUtf8)) {
        return true;
    }
    const auto number = parseUnsigned(m_needleUtf8);
    return number && chunk.first <= *number && *number <= chunk.last;
}

void ChunkFilter::sortRows(std::vector<int> &rows) const
{
    struct Keyed
    {
        ChunkModel::SortKey key;
        int row;
    };
    const bool descends = m_sortOrder == Qt::DescendingOrder;
    if (m_sortColumn == ChunkModel::Chunk) {
        if (descends) {
            std::reverse(rows.begin(), rows.end());
        }
        return;
    }
    std::vector<Keyed> keyed;
    keyed.reserve(rows.size());
    for (const int row : rows) {
        keyed.push_back({.key = m_model->sortKey(row, m_sortColumn), .row = row});
    }
    std::sort(keyed.begin(), keyed.end(), [descends](const Keyed &a, const Keyed &b) {
        const auto order = descends ? b.key <=> a.key : a.key <=> b.key;
        return order == 0 ? a.row < b.row : order < 0;
    });
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const Keyed &k) { return k.row; });
}

QModelIndex ChunkFilter::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex ChunkFilter::parent(const QModelIndex &) const
{
    return {};
}

int ChunkFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ChunkFilter::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ChunkModel::ColumnCount);
}

QModelIndex ChunkFilter::mapToSource(const QModelIndex &index) const
{
    return index.isValid() ? m_model->index(sourceRow(index.row()), index.column()) : QModelIndex();
}

QModelIndex ChunkFilter::mapFromSource(const QModelIndex &index) const
{
    const int row = index.isValid() ? shownRow(index.row()) : -1;
    return row < 0 ? QModelIndex() : createIndex(row, index.column());
}

// The sign of sorting is part of the title: a style draws it over the text of a column that is aligned to the right.
QVariant ChunkFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QVariant title = m_model->headerData(section, orientation, role);
    if (orientation != Qt::Horizontal || section != m_sortColumn) {
        return title;
    }
    const bool ascends = m_sortOrder == Qt::AscendingOrder;
    if (role == Qt::DisplayRole) {
        return title.toString() + (ascends ? QStringLiteral(" ▴") : QStringLiteral(" ▾"));
    }
    if (role == Qt::AccessibleTextRole) {
        const QString column = m_model->headerData(section, orientation, Qt::DisplayRole).toString();
        return ascends ? tr("%1, ascending").arg(column) : tr("%1, descending").arg(column);
    }
    return title;
}

} // namespace streamdesk::ui
