// The fields of a reading as a tree: name, value as it is spelled, and what kind of value it is. Rows are made when a
// branch is opened; a branch with many children shows them in stretches, so that no branch is ever long.
#pragma once

#include "core/json/tree.h"

#include <QAbstractItemModel>
#include <QIcon>

#include <memory>
#include <vector>

namespace streamdesk::ui {

// GUI thread.
class FieldModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Kind };
    static constexpr int longestBranch = 500;

    explicit FieldModel(QObject *parent = nullptr);
    ~FieldModel() override;

    // Shows the members of an object; nullptr shows nothing. The model keeps what it shows alive.
    void setFields(std::shared_ptr<const json::Tree> fields);

    // The whole value as it may be pasted elsewhere: text as it is, anything else as JSON.
    [[nodiscard]] QString wholeValue(const QModelIndex &index) const;
    // Names from the outermost to this field, with dots between them, as rules name it.
    [[nodiscard]] QString path(const QModelIndex &index) const;

    // Whether it is marked as encrypted or anonymized, so that what is inside of it is how, not what.
    [[nodiscard]] bool isMarked(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;

    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    static void makeChildren(Node &node);

    std::shared_ptr<const json::Tree> m_fields;
    std::unique_ptr<Node> m_root;
    QIcon m_encrypted;
    QIcon m_anonymized;
};

} // namespace streamdesk::ui
