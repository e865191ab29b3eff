#include "ui/readings/reading_list_model.h"

#include "ui/readings/field_words.h"
#include "ui/theme/icons.h"
#include "ui/words/reading_words.h"
#include "ui/words/values.h"

#include <algorithm>

namespace streamdesk::ui {

ReadingListModel::ReadingListModel(const ReadingSession &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session)
{
    for (std::size_t i = 0; i < readingOutcomeCount; ++i) {
        const auto outcome = static_cast<ReadingOutcome>(i);
        m_icons[i] = icon(outcomeIcon(outcome), outcomeColour(outcome));
    }
    connect(&session, &ReadingSession::cleared, this, &ReadingListModel::reset);
    connect(&session, &ReadingSession::entriesAdded, this, &ReadingListModel::add);
    connect(&session, &ReadingSession::entryChanged, this, &ReadingListModel::entryChanged);
    reset();
}

void ReadingListModel::setProblemsOnly(bool only)
{
    if (only != m_problemsOnly) {
        m_problemsOnly = only;
        reset();
    }
}

int ReadingListModel::readingAt(int row) const
{
    return m_problemsOnly ? m_problems[std::size_t(row)] : row;
}

int ReadingListModel::rowOf(int reading) const
{
    if (!m_problemsOnly) {
        return reading < m_shown ? reading : -1;
    }
    const auto found = std::lower_bound(m_problems.begin(), m_problems.end(), reading);
    return found != m_problems.end() && *found == reading ? int(found - m_problems.begin()) : -1;
}

void ReadingListModel::reset()
{
    beginResetModel();
    m_problems.clear();
    m_shown = m_session.size();
    for (int i = 0; m_problemsOnly && i < m_shown; ++i) {
        if (m_session.entry(i).outcome != ReadingOutcome::Intact) {
            m_problems.push_back(i);
        }
    }
    endResetModel();
}

void ReadingListModel::add(int first, int last)
{
    if (first == 0) { // only now is it known what they are
        Q_EMIT headerDataChanged(Qt::Horizontal, Which, Which);
    }
    if (!m_problemsOnly) {
        beginInsertRows({}, m_shown, last);
        m_shown = last + 1;
        endInsertRows();
        return;
    }
    std::vector<int> more;
    for (int i = first; i <= last; ++i) {
        if (m_session.entry(i).outcome != ReadingOutcome::Intact) {
            more.push_back(i);
        }
    }
    m_shown = last + 1;
    if (!more.empty()) {
        const int row = int(m_problems.size());
        beginInsertRows({}, row, row + int(more.size()) - 1);
        m_problems.insert(m_problems.end(), more.begin(), more.end());
        endInsertRows();
    }
}

void ReadingListModel::entryChanged(int reading)
{
    // A row that has become intact stays until the list is made anew: it is the one being looked at.
    if (const int row = rowOf(reading); row >= 0) {
        Q_EMIT dataChanged(index(row, 0), index(row, Outcome));
    }
}

int ReadingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_problemsOnly ? int(m_problems.size()) : m_shown;
}

int ReadingListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3;
}

QString ReadingListModel::which(int reading) const
{
    constexpr std::size_t longest = 80;
    return m_session.kind() == ReadingSession::Kind::Folder
               ? oneLine(m_session.fileName(reading).toStdString(), longest)
               : grouped(m_session.entry(reading).line);
}

QVariant ReadingListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const int reading = readingAt(index.row());
    const ReadingEntry &entry = m_session.entry(reading);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Which:
            return which(reading);
        case Time:
            return entry.time == ReadingEntry::noTime ? QStringLiteral("–") : momentText(entry.time);
        default:
            return outcomeWord(entry.outcome);
        }
    case Qt::DecorationRole:
        return index.column() == Outcome ? m_icons[std::size_t(entry.outcome)] : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Which && m_session.kind() == ReadingSession::Kind::Lines
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Which ? tr("Reading %1, %2").arg(which(reading), outcomeWord(entry.outcome))
                                       : QVariant();
    default:
        return {};
    }
}

QVariant ReadingListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Which:
        return m_session.kind() == ReadingSession::Kind::Folder ? tr("File") : tr("Line");
    case Time:
        return tr("Captured");
    default:
        return tr("Verdict");
    }
}

} // namespace streamdesk::ui
