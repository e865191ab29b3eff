#include "ui/package/chunk_filter.h"

#include "ui/package/chunk_model.h"
#include "ui/package/package_session.h"

#include <algorithm>
#include <numeric>

namespace streamdesk::ui {

namespace {

constexpr int pauseMs = 200;         // between two choices while states change
constexpr int mostRowsAtOnce = 4096; // which take a few milliseconds

} // namespace

ChunkFilter::ChunkFilter(ChunkModel *model, QObject *parent) : QAbstractProxyModel(parent), m_model(model)
{
    setSourceModel(model);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMs);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (m_job) { // is let to its end: states may change for longer than it takes
            m_soon.start();
        } else {
            choose();
        }
    });
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_soon.stop();
        beginResetModel();
        m_choice = {};
    });
    connect(model, &QAbstractItemModel::modelReset, this, &ChunkFilter::reset);
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        changed(first.row(), last.row(), first.column() == ChunkModel::State && last.column() == ChunkModel::Finding);
    });
}

void ChunkFilter::setText(const QString &text)
{
    if (text != m_query.text()) {
        m_query.setText(text);
        choose();
    }
}

void ChunkFilter::setStates(ChunkStates states)
{
    if (states != m_query.states()) {
        m_query.setStates(states);
        choose();
    }
}

void ChunkFilter::sort(int column, Qt::SortOrder order)
{
    if (column != m_query.column() || order != m_query.order()) {
        m_query.setOrder(column, order);
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, ChunkModel::ColumnCount - 1);
        choose();
    }
}

ChunkFilter::Choice ChunkFilter::choiceOf(const ChunkQuery &query, const ChainSnapshot &chain,
                                          const jobs::JobControl &control)
{
    Choice choice{.shown = query.choose(chain, control), .places = {}, .keepsOrder = query.keepsOrder()};
    choice.places.assign(std::size_t(chain.rows->size()), -1);
    for (std::size_t place = 0; place < choice.shown.size(); ++place) {
        choice.places[std::size_t(choice.shown[place])] = int(place);
    }
    return choice;
}

// All rows anew, now or in a while.
void ChunkFilter::choose()
{
    m_soon.stop();
    if (!m_model->session()) {
        return;
    }
    if (m_job) {
        m_again = true;
        m_job->requestStop();
    } else if (m_model->rowCount() <= mostRowsAtOnce) {
        take(choiceOf(m_query, m_model->session()->snapshot(), {}));
    } else {
        startJob();
    }
}

void ChunkFilter::startJob()
{
    const auto choice = std::make_shared<Choice>();
    m_again = false;
    m_job = std::make_unique<Job>(
        QString(), [choice, query = m_query, chain = m_model->session()->snapshot()](const jobs::JobControl &control) {
            *choice = choiceOf(query, chain, control);
        });
    connect(m_job.get(), &Job::finished, this, [this, choice] {
        const bool failed = m_job->error().has_value();
        m_job.release()->deleteLater(); // which told us
        if (m_again) {
            choose();
        } else if (!failed) {
            take(std::move(*choice));
            Q_EMIT chosen();
        }
    });
    m_job->start();
}

void ChunkFilter::reset()
{
    Job::abandon(std::move(m_job)); // what it finds is of rows that are gone
    m_again = false;
    const int rows = m_model->rowCount();
    if (m_model->session() && rows <= mostRowsAtOnce) {
        m_choice = choiceOf(m_query, m_model->session()->snapshot(), {});
    } else {
        // All that can be said at once.
        m_choice.places.assign(std::size_t(rows), -1);
        if (m_query.acceptsAll()) {
            m_choice.shown.resize(std::size_t(rows));
            std::iota(m_choice.shown.begin(), m_choice.shown.end(), 0);
            std::iota(m_choice.places.begin(), m_choice.places.end(), 0);
        }
        if (rows > 0 && !(m_query.acceptsAll() && m_query.keepsOrder())) {
            startJob();
        }
    }
    endResetModel();
}

// What is selected in a view stays selected where it is still shown.
void ChunkFilter::take(Choice choice)
{
    if (choice.shown == m_choice.shown) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &index : before) {
        const int place = choice.places[std::size_t(sourceRow(index.row()))];
        after.append(place < 0 ? QModelIndex() : createIndex(place, index.column()));
    }
    m_choice = std::move(choice);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void ChunkFilter::changed(int first, int last, bool statesOnly)
{
    // Where source order holds, the rows shown lie between those of the first and the last one shown.
    const std::vector<int> &shown = m_choice.shown;
    if (!shown.empty()) {
        const auto from = keepsOrder() ? std::lower_bound(shown.begin(), shown.end(), first) : shown.begin();
        const auto to = keepsOrder() ? std::upper_bound(from, shown.end(), last) : shown.end();
        if (from != to) {
            Q_EMIT dataChanged(index(int(from - shown.begin()), statesOnly ? int(ChunkModel::State) : 0),
                               index(int(to - shown.begin()) - 1,
                                     statesOnly ? int(ChunkModel::Finding) : ChunkModel::ColumnCount - 1));
        }
    }
    const bool isAnother = statesOnly ? m_query.dependsOnStates() : !(m_query.acceptsAll() && m_query.keepsOrder());
    if (isAnother && !m_soon.isActive()) {
        m_soon.start();
    }
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
    return parent.isValid() ? 0 : int(m_choice.shown.size());
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
    if (orientation != Qt::Horizontal || section != m_query.column()) {
        return title;
    }
    const bool ascends = m_query.order() == Qt::AscendingOrder;
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
