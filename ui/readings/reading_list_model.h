// The readings of a session as rows: which, when, and what was found. All of them, or those that are not intact.
#pragma once

#include "ui/readings/reading_session.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <array>
#include <vector>

namespace streamdesk::ui {

// GUI thread. `session` outlives it.
class ReadingListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Which, Time, Outcome };

    explicit ReadingListModel(const ReadingSession &session, QObject *parent = nullptr);

    void setProblemsOnly(bool only);
    // The session's index of a row, and back; -1 when it is not among the rows.
    [[nodiscard]] int readingAt(int row) const;
    [[nodiscard]] int rowOf(int reading) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reset();
    void add(int first, int last);
    void entryChanged(int reading);
    [[nodiscard]] QString which(int reading) const;

    const ReadingSession &m_session;
    bool m_problemsOnly = false;
    int m_shown = 0;             // of all, when they are all shown
    std::vector<int> m_problems; // sorted; only when nothing else is shown
    std::array<QIcon, readingOutcomeCount> m_icons;
};

} // namespace streamdesk::ui
