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

} // namespace

PlainFinding plainFinding(const ChunkRows &rows, int row, ChunkState state)
{
    const ChunkRow &chunk = rows.at(row);
    if (!chunk.isHere()) {
        return PlainFinding::NothingHere;
    }
    if (state == ChunkState::OtherSigner) {
        return PlainFinding::OtherSigner;
    }
    return rows.index().hasCiphertext(chunk.position) ? PlainFinding::None : PlainFinding::NoCiphertext;
}

QString plainText(PlainFinding finding)
{
    switch (finding) {
    case PlainFinding::None:
        break;
    case PlainFinding::NothingHere:
        return ChunkModel::tr("no envelope and no ciphertext file");
    case PlainFinding::OtherSigner:
        return ChunkModel::tr("not signed as the first chunk is");
    case PlainFinding::NoCiphertext:
        return ChunkModel::tr("no ciphertext file");
    }
    return {};
}

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
        connect(session, &PackageSession::rowsRead, this, [this] {
            if (rowCount() > 0) {
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
            }
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
    return plainText(plainFinding(m_session->rows(), row, m_session->state(row)));
}

std::string ChunkModel::fileName(int row) const
{
    const ChunkRow &chunk = m_session->rows().at(row);
    if (!chunk.isHere()) {
        return {};
    }
    const package::ChunkIndex &index = m_session->rows().index();
    return index.hasCiphertext(chunk.position) ? index.ciphertextName(chunk.position)
                                               : index.envelopeName(chunk.position);
}

QString ChunkModel::wholeText(int row, int column) const
{
    if (isBeingRead(row, column)) {
        return {};
    }
    const ChunkRow &chunk = m_session->rows().at(row);
    const package::ChunkIndex &index = m_session->rows().index();
    switch (column) {
    case Chunk:
        return chunk.first == chunk.last ? QString::number(chunk.first)
                                         : QStringLiteral("%1-%2").arg(chunk.first).arg(chunk.last);
    case Id:
        return chunk.isHere() ? shown(index.chunkId(chunk.position)) : QString();
    case Size:
        return chunk.isHere() && index.hasCiphertext(chunk.position)
                   ? QString::number(index.ciphertextSize(chunk.position))
                   : QString();
    case State:
        return stateName(m_session->state(row));
    case Finding:
        return findingText(row);
    case Recipients:
        return chunk.isHere() ? shown(index.recipients(chunk.position)) : QString();
    case File:
        return shown(fileName(row));
    default:
        return {};
    }
}

// Its envelope was not read yet, and this is in it or comes with it.
bool ChunkModel::isBeingRead(int row, int column) const
{
    const ChunkRow &chunk = m_session->rows().at(row);
    return (column == Id || column == Size || column == Recipients) && chunk.isHere()
           && !m_session->rows().index().isRead(chunk.position);
}

QString ChunkModel::displayText(int row, int column) const
{
    if (isBeingRead(row, column)) {
        return QStringLiteral("…");
    }
    const QString whole = wholeText(row, column);
    const ChunkRow &chunk = m_session->rows().at(row);
    switch (column) {
    case Chunk:
        return chunkList(chunk.first, chunk.last);
    case Size:
        return whole.isEmpty() ? dash() : sizeText(m_session->rows().index().ciphertextSize(chunk.position));
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
    if (isBeingRead(row, column)) {
        return tr("being read");
    }
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
    if (isBeingRead(row, column)) {
        return tr("being read");
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

} // namespace streamdesk::ui
