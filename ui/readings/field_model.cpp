#include "ui/readings/field_model.h"

#include "core/stream/field_encryption.h"
#include "ui/readings/field_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/words/values.h"

#include <QLocale>

#include <algorithm>
#include <string>
#include <variant>

namespace streamdesk::ui {

namespace {

constexpr std::size_t longestName = 120;     // bytes in a cell
constexpr std::size_t longestToolTip = 4000; // bytes
constexpr std::size_t longestCopy = std::size_t{32} << 20U;

std::size_t sizeOf(const json::Tree &value)
{
    if (const json::Tree::Object *members = value.object()) {
        return members->size();
    }
    const json::Tree::Array *elements = value.array();
    return elements == nullptr ? 0 : elements->size();
}

std::string jsonOf(const json::Tree &value)
{
    std::string text;
    json::Writer writer(text, json::Writer::Style::Pretty);
    value.write(writer);
    return text;
}

} // namespace

// A value, or a stretch of the children of one, which stands between them and their parent.
struct FieldModel::Node
{
    const json::Tree *value = nullptr;
    const std::string *name = nullptr; // of a member
    std::size_t number = 0;            // of an element
    Node *parent = nullptr;
    int row = 0;
    bool stretch = false;
    std::size_t first = 0; // of a stretch
    std::size_t count = 0; // of children, at their own level for a stretch
    bool made = false;
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] int rows() const
    {
        const auto most = std::size_t(longestBranch);
        return int(stretch || count <= most ? count : (count + most - 1) / most);
    }
};

FieldModel::FieldModel(QObject *parent)
    : QAbstractItemModel(parent), m_root(std::make_unique<Node>()),
      m_encrypted(icon(QStringLiteral("encrypted"), &Colours::accent)),
      m_anonymized(icon(QStringLiteral("anonymized"), &Colours::muted))
{
}

FieldModel::~FieldModel() = default;

void FieldModel::setFields(std::shared_ptr<const json::Tree> fields)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_fields = std::move(fields);
    m_root->value = m_fields.get();
    m_root->count = m_fields ? sizeOf(*m_fields) : 0;
    endResetModel();
}

FieldModel::Node *FieldModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

void FieldModel::makeChildren(Node &node)
{
    node.made = true;
    const auto add = [&node](const json::Tree *value) -> Node & {
        auto child = std::make_unique<Node>();
        child->value = value;
        child->parent = &node;
        child->row = int(node.children.size());
        node.children.push_back(std::move(child));
        return *node.children.back();
    };
    if (const auto rows = std::size_t(node.rows()); rows < node.count) {
        for (std::size_t i = 0; i < rows; ++i) {
            Node &stretch = add(node.value);
            stretch.stretch = true;
            stretch.first = i * std::size_t(longestBranch);
            stretch.count = std::min(std::size_t(longestBranch), node.count - stretch.first);
        }
    } else if (const json::Tree::Object *members = node.value->object()) {
        auto member = std::next(members->begin(), std::ptrdiff_t(node.first));
        for (std::size_t i = 0; i < node.count; ++i, ++member) {
            Node &child = add(&member->second);
            child.name = &member->first;
            child.count = sizeOf(member->second);
        }
    } else if (const json::Tree::Array *elements = node.value->array()) {
        for (std::size_t i = node.first; i < node.first + node.count; ++i) {
            Node &child = add(&(*elements)[i]);
            child.number = i;
            child.count = sizeOf((*elements)[i]);
        }
    }
}

QString FieldModel::wholeValue(const QModelIndex &index) const
{
    const json::Tree &value = *nodeOf(index)->value;
    const std::string *text = value.string();
    return QString::fromStdString(text != nullptr ? *text : jsonOf(value)).left(longestCopy);
}

QString FieldModel::path(const QModelIndex &index) const
{
    QString path;
    for (const Node *node = nodeOf(index); node->parent != nullptr; node = node->parent) {
        if (!node->stretch) {
            const QString name =
                node->name != nullptr ? QString::fromStdString(*node->name) : QString::number(node->number);
            path = path.isEmpty() ? name : name + QLatin1Char('.') + path;
        }
    }
    return path;
}

bool FieldModel::isMarked(const QModelIndex &index) const
{
    const json::Tree &value = *nodeOf(index)->value;
    return stream::isEncryptedField(value) || stream::isAnonymizedField(value);
}

QModelIndex FieldModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    Node &node = *nodeOf(parent);
    if (!node.made) {
        makeChildren(node);
    }
    return createIndex(row, column, node.children[std::size_t(row)].get());
}

QModelIndex FieldModel::parent(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    Node *parent = nodeOf(index)->parent;
    return parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int FieldModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : nodeOf(parent)->rows();
}

int FieldModel::columnCount(const QModelIndex &) const
{
    return 3;
}

bool FieldModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QVariant FieldModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Node &node = *nodeOf(index);
    if (node.stretch) {
        const QLocale locale;
        const auto number = [&locale](std::size_t n) { return locale.toString(qulonglong(n)); };
        return role == Qt::DisplayRole && index.column() == Name
                   ? tr("%1 – %2").arg(number(node.first), number(node.first + node.count - 1))
                   : QVariant();
    }
    const json::Tree &value = *node.value;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Name:
            return node.name != nullptr ? oneLine(*node.name, longestName) : grouped(node.number);
        case Value:
            return valueText(value);
        default:
            return kindText(value);
        }
    case Qt::ToolTipRole:
        if (index.column() == Kind) {
            return plainToolTip(kindExplanation(value));
        }
        if (index.column() == Name) {
            return plainToolTip(path(index).left(qsizetype(longestToolTip)));
        }
        return plainToolTip(node.count == 0 ? wholeValue(index).left(qsizetype(longestToolTip)) : valueText(value));
    case Qt::DecorationRole:
        if (index.column() == Kind && stream::isEncryptedField(value)) {
            return m_encrypted;
        }
        return index.column() == Kind && stream::isAnonymizedField(value) ? m_anonymized : QVariant();
    case Qt::FontRole:
        return index.column() == Value && value.number() != nullptr ? monospaceFont() : QVariant();
    default:
        return {};
    }
}

QVariant FieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Field");
    case Value:
        return tr("Value");
    default:
        return tr("Kind");
    }
}

} // namespace streamdesk::ui
