// Which rows of a package the table shows, and in which order.
#pragma once

#include "ui/jobs/job.h"
#include "ui/package/chunk_choice.h"

#include <QAbstractProxyModel>
#include <QTimer>

#include <memory>
#include <vector>

namespace streamdesk::ui {

class ChunkModel;

// Not Qt's own sorting and filtering model: that one follows each change of a state row by row, while here the rows are
// chosen and sorted as a whole, by what is in the package and not by the texts of cells, and a little later while
// states change many times a second. A few thousand rows are chosen at once; of more the choice is made by a job, begun
// anew when something else is asked for meanwhile, and until it ends the rows stay as they are. Rows do not know each
// other by columns; a column of one is a column of the other.
class ChunkFilter : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit ChunkFilter(ChunkModel *model, QObject *parent = nullptr);

    // See ChunkQuery.
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const noexcept { return m_query.text(); }
    void setStates(ChunkStates states);
    [[nodiscard]] ChunkStates states() const noexcept { return m_query.states(); }
    // What is shown is not yet what was asked for.
    [[nodiscard]] bool isChoosing() const noexcept { return m_job && m_job->isRunning(); }

    // Of the model; row of the model for a row that is shown, and the other way round, -1 when it is not shown.
    [[nodiscard]] int sourceRow(int row) const { return m_choice.shown[std::size_t(row)]; }
    [[nodiscard]] int shownRow(int sourceRow) const { return m_choice.places[std::size_t(sourceRow)]; }
    // Rows of the model lie here in the same order, perhaps not all of them.
    [[nodiscard]] bool keepsOrder() const noexcept { return m_choice.keepsOrder; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void chosen(); // isChoosing() has become false

private:
    struct Choice
    {
        std::vector<int> shown;  // row of the model by row shown
        std::vector<int> places; // the way back; -1: not shown
        bool keepsOrder = true;
    };

    [[nodiscard]] static Choice choiceOf(const ChunkQuery &query, const ChainSnapshot &chain,
                                         const jobs::JobControl &control);
    void choose();
    void startJob();
    void take(Choice choice);
    void reset();
    void changed(int first, int last, bool statesOnly);

    ChunkModel *m_model;
    ChunkQuery m_query;
    Choice m_choice;
    std::unique_ptr<Job> m_job;
    bool m_again = false; // something else was asked for while the job runs
    QTimer m_soon;
};

} // namespace streamdesk::ui
