// One reading: its verdict, what is known of it, its fields, and its text.
#pragma once

#include "ui/readings/reading_session.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPlainTextEdit;
class QTabWidget;
class QTreeView;

namespace streamdesk::ui {

class FactRow;
class FieldModel;
class VerdictBanner;

class ReadingView : public QWidget
{
    Q_OBJECT

public:
    explicit ReadingView(QWidget *parent = nullptr);

    void showReading(std::shared_ptr<const OpenedReading> reading);
    // While it is being verified.
    void showVerifying();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFields();
    [[nodiscard]] QWidget *makeRaw();
    void showFacts();
    void showFields();
    void showRaw();
    void expandSmall(const QModelIndex &parent, int depth);
    void copyCurrent(bool name);

    std::shared_ptr<const OpenedReading> m_reading;
    std::shared_ptr<const OpenedReading> m_rawOf; // whose text is in m_raw
    VerdictBanner *m_banner;
    FactRow *m_facts;
    QLabel *m_marks;
    FieldModel *m_model;
    QTreeView *m_tree;
    QPlainTextEdit *m_raw;
    QLabel *m_rawNote;
    QTabWidget *m_tabs;
};

} // namespace streamdesk::ui
