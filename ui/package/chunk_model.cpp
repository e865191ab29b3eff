#include "ui/package/chunk_model.h"

#include "ui/package/chunk_state_words.h"
#include "ui/package/finding_words.h"
#include "ui/package/package_session.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/words/values.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace streamdesk::ui {

namespace {

QString dash()
{
    return QStringLiteral("—");
}

// Most texts differ in their first bytes, which compare as one number.
ChunkModel::SortKey textKey(const std::string &text)
{
    const std::string_view varies = std::string_view(text).substr(text.starts_with("0x") ? 2 : 0);
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) {
        number = (number << 8U) + (i < varies.size() ? std::uint8_t(varies[i]) : 0U);
    }
    return {.number = number, .text = std::string(varies)};
}

// The gravest state first, as a finding would be.
std::uint64_t rank(ChunkState state)
{
    constexpr std::array order = {ChunkState::Changed, ChunkState::OtherSigner, ChunkState::Missing,
                                  ChunkState::NotChecked, ChunkState::Verified};
    return std::uint64_t(std::find(order.begin(), order.end(), state) - order.begin());
}

} // namespace

ChunkModel::ChunkModel(QObject *parent) : QAbstractTableModel(parent)
{
    for (const ChunkState state : statesToTell) {
        m_icons[std::size_t(state)] = icon(iconName(state), textColour(state));
    }
}

void ChunkModel::setSession(PackageSession *session)
{
    if (session == m_session) {
        return;
    }
    beginResetModel();
    if (m_session) {
        m_session->disconnect(this);
    }
    m_session = session;
    if (session) {
        connect(session, &PackageSession::rowsReset, this, [this] {
            beginResetModel();
            endResetModel();
        });
        connect(session, &PackageSession::statesChanged, this,
                [this](int first, int last) { Q_EMIT dataChanged(index(first, State), index(last, Finding)); });
        connect(session, &QObject::destroyed, this, [this] {
            beginResetModel();
            m_session = nullptr;
            endResetModel();
        });
    }
    endResetModel();
}

int ChunkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_session ? 0 : m_session->rows().size();
}

int ChunkModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ChunkModel::findingText(int row) const
{
    const auto findings = m_session->findings(row);
    if (!findings.isEmpty()) {
        return shortText(*findings.front());
    }
    // Some things are known without a finding of their own.
    const ChunkRow &chunk = m_session->rows().at(row);
    if (!chunk.isHere()) {
        return tr("no envelope and no ciphertext file");
    }
    if (m_session->state(row) == ChunkState::OtherSigner) {
        return tr("not signed as the first chunk is");
    }
    return m_session->package()->hasCiphertext(chunk.position) ? QString() : tr("no ciphertext file");
}

std::string ChunkModel::fileName(int row) const
{
    const ChunkRow &chunk = m_session->rows().at(row);
    if (!chunk.isHere()) {
        return {};
    }
    const package::Package &package = *m_session->package();
    return package.hasCiphertext(chunk.position) ? package.ciphertextName(chunk.position)
                                                 : package.envelopeName(chunk.position);
}

QString ChunkModel::wholeText(int row, int column) const
{
    const ChunkRow &chunk = m_session->rows().at(row);
    const package::Package &package = *m_session->package();
    switch (column) {
    case Chunk:
        return chunk.first == chunk.last ? QString::number(chunk.first)
                                         : QStringLiteral("%1-%2").arg(chunk.first).arg(chunk.last);
    case Id:
        return chunk.isHere() ? shown(package.chunkId(chunk.position)) : QString();
    case Size:
        return chunk.isHere() && package.hasCiphertext(chunk.position)
                   ? QString::number(package.ciphertextSize(chunk.position))
                   : QString();
    case State:
        return stateName(m_session->state(row));
    case Finding:
        return findingText(row);
    case Recipients:
        return chunk.isHere() ? shown(package.recipients(chunk.position)) : QString();
    case File:
        return shown(fileName(row));
    default:
        return {};
    }
}

QString ChunkModel::displayText(int row, int column) const
{
    const QString whole = wholeText(row, column);
    const ChunkRow &chunk = m_session->rows().at(row);
    switch (column) {
    case Chunk:
        return chunkList(chunk.first, chunk.last);
    case Size:
        return whole.isEmpty() ? dash() : sizeText(m_session->package()->ciphertextSize(chunk.position));
    case Id:
        return whole.isEmpty() ? dash() : shortCode(whole);
    case Recipients:
    case File:
        return whole.isEmpty() ? dash() : whole;
    default:
        return whole;
    }
}

QVariant ChunkModel::toolTip(int row, int column) const
{
    const QString whole = wholeText(row, column);
    if (column == Size && !whole.isEmpty()) {
        return tr("%1 bytes of ciphertext").arg(QLocale().toString(whole.toULongLong()));
    }
    return column == Id || column >= Finding ? plainToolTip(whole) : QVariant();
}

// A dash and a shortened code are for the eye only.
QString ChunkModel::accessibleText(int row, int column) const
{
    if (column == Chunk) {
        return tr("chunk %1").arg(displayText(row, column));
    }
    const QString whole = wholeText(row, column);
    if (whole.isEmpty()) {
        return tr("nothing");
    }
    return column == Id ? whole : displayText(row, column);
}

QVariant ChunkModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_session || index.row() >= m_session->rows().size()) {
        return {};
    }
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleTextRole:
        return accessibleText(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(column == Chunk || column == Size ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    case Qt::FontRole: // its digits are equally wide
        return column == Chunk || column == Id ? QVariant(monospaceFont()) : QVariant();
    case Qt::DecorationRole:
        return column == State ? QVariant(m_icons[std::size_t(m_session->state(row))]) : QVariant();
    case Qt::ForegroundRole:
        return column == State ? QVariant(coloursFor(QGuiApplication::palette()).*textColour(m_session->state(row)))
                               : QVariant();
    default:
        return {};
    }
}

QVariant ChunkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(section == Chunk || section == Size ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Chunk:
        return tr("Chunk");
    case Id:
        return tr("Id");
    case Size:
        return tr("Size");
    case State:
        return tr("State");
    case Finding:
        return tr("Finding");
    case Recipients:
        return tr("Recipients");
    case File:
        return tr("File");
    default:
        return {};
    }
}

ChunkModel::SortKey ChunkModel::sortKey(int row, int column) const
{
    const ChunkRow &chunk = m_session->rows().at(row);
    const package::Package &package = *m_session->package();
    switch (column) {
    case Id:
        return chunk.isHere() ? textKey(package.chunkId(chunk.position)) : SortKey{};
    case Size:
        return {.number = chunk.isHere() ? package.ciphertextSize(chunk.position) : 0};
    case State:
        return {.number = rank(m_session->state(row))};
    case Finding:
        return {.number = findingRank(row)};
    case Recipients:
        return chunk.isHere() ? textKey(package.recipients(chunk.position)) : SortKey{};
    default: // files are called after their chunks
        return {.number = std::uint64_t(row)};
    }
}

// Findings of one kind together, the gravest kind first; rows of which nothing is said come last.
std::uint64_t ChunkModel::findingRank(int row) const
{
    const auto findings = m_session->findings(row);
    if (findings.isEmpty()) {
        return findingText(row).isEmpty() ? std::numeric_limits<std::uint64_t>::max()
                                          : std::numeric_limits<std::uint64_t>::max() - 1;
    }
    const stream::Finding &gravest = *findings.front();
    return (std::uint64_t(gravest.code) << 8U) + std::uint64_t(gravest.difference);
}

} // namespace streamdesk::ui
