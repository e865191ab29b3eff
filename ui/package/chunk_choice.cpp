#include "ui/package/chunk_choice.h"

#include "core/base/text.h"
#include "ui/package/chunk_model.h"
#include "ui/package/chunk_state_words.h"
#include "ui/package/finding_words.h"
#include "ui/package/package_session.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>
#include <string_view>

namespace streamdesk::ui {

namespace {

constexpr qsizetype shortestInId = 6; // fewer digits are a number; any id may have them somewhere
constexpr int rowsBetweenLooks = 4096;

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

std::string idBehindPrefix(const ChunkRows &rows, int row)
{
    const ChunkRow &chunk = rows.at(row);
    std::string id = chunk.isHere() ? rows.index().chunkId(chunk.position) : std::string();
    return id.starts_with("0x") ? id.substr(2) : id;
}

// The gravest state first, as a finding would be.
std::uint64_t rank(ChunkState state)
{
    constexpr std::array order = {ChunkState::Changed, ChunkState::OtherSigner, ChunkState::Missing,
                                  ChunkState::NotChecked, ChunkState::Verified};
    return std::uint64_t(std::find(order.begin(), order.end(), state) - order.begin());
}

// Findings of one kind together, the gravest kind first; rows of which nothing is said come last.
std::uint64_t findingRank(const ChainSnapshot &chain, int row)
{
    const auto findings = findingsAt(chain.findings, row);
    if (findings.isEmpty()) {
        return std::numeric_limits<std::uint64_t>::max()
               - (plainFinding(*chain.rows, row, chain.states.at(row)) == PlainFinding::None ? 0 : 1);
    }
    const stream::Finding &gravest = *findings.front();
    return (std::uint64_t(gravest.code) << 8U) + std::uint64_t(gravest.difference);
}

// Each list's place among the others in the order of their texts; an empty one, and what is missing, comes first.
std::map<std::string_view, std::uint64_t> recipientRanks(const ChunkRows &rows)
{
    std::map<std::string_view, std::uint64_t> ranks;
    for (std::size_t position = 0; position < rows.index().count(); ++position) {
        ranks.try_emplace(rows.index().recipients(position));
    }
    std::uint64_t next = 1;
    for (auto &[list, number] : ranks) {
        number = list.empty() ? 0 : next++;
    }
    return ranks;
}

} // namespace

// Whether a row is wanted. What many rows have in common is looked at once.
class ChunkQuery::Acceptance
{
public:
    Acceptance(const ChunkQuery &query, const ChainSnapshot &chain) : m_query(query), m_chain(chain)
    {
        for (const PlainFinding plain :
             {PlainFinding::None, PlainFinding::NothingHere, PlainFinding::OtherSigner, PlainFinding::NoCiphertext}) {
            m_plainFits[std::size_t(plain)] = plainText(plain).contains(query.m_needle, Qt::CaseInsensitive);
        }
    }

    [[nodiscard]] bool operator()(int row) const
    {
        return m_query.m_states.contains(m_chain.states.at(row)) && (m_query.m_needle.isEmpty() || fitsText(row));
    }

private:
    [[nodiscard]] bool fitsText(int row) const
    {
        const ChunkRow &chunk = m_chain.rows->at(row);
        if (m_query.m_numbers) {
            return chunk.first <= m_query.m_numbers->last && chunk.last >= m_query.m_numbers->first;
        }
        if (m_query.m_isNumber && m_query.acceptsNumber(chunk)) {
            return true;
        }
        if (m_query.m_isNumber && m_query.m_needle.size() < shortestInId) {
            return false;
        }
        const package::ChunkIndex &index = m_chain.rows->index();
        if (chunk.isHere()
            && (contains(index.chunkId(chunk.position), m_query.m_needleUtf8)
                || contains(index.envelopeName(chunk.position), m_query.m_needleUtf8)
                || contains(index.ciphertextName(chunk.position), m_query.m_needleUtf8))) {
            return true;
        }
        if (m_query.m_statesNamed.contains(m_chain.states.at(row))) {
            return true;
        }
        const auto findings = findingsAt(m_chain.findings, row);
        return findings.isEmpty() ? m_plainFits[std::size_t(plainFinding(*m_chain.rows, row, m_chain.states.at(row)))]
                                  : shortText(*findings.front()).contains(m_query.m_needle, Qt::CaseInsensitive);
    }

    const ChunkQuery &m_query;
    const ChainSnapshot &m_chain;
    std::array<bool, plainFindingCount> m_plainFits{};
};

void ChunkQuery::setText(const QString &text)
{
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
}

void ChunkQuery::setOrder(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
}

bool ChunkQuery::keepsOrder() const
{
    return m_column == ChunkModel::Chunk && m_order == Qt::AscendingOrder;
}

bool ChunkQuery::dependsOnStates() const
{
    return !acceptsAll() || m_column == ChunkModel::State || m_column == ChunkModel::Finding;
}

std::vector<int> ChunkQuery::choose(const ChainSnapshot &chain, const jobs::JobControl &control) const
{
    std::vector<int> rows;
    if (acceptsAll()) {
        rows.resize(std::size_t(chain.rows->size()));
        std::iota(rows.begin(), rows.end(), 0);
    } else {
        const Acceptance accepts(*this, chain);
        for (int row = 0; row < chain.rows->size(); ++row) {
            if (row % rowsBetweenLooks == 0) {
                control.checkStop();
            }
            if (accepts(row)) {
                rows.push_back(row);
            }
        }
    }
    sort(rows, chain, control);
    return rows;
}

bool ChunkQuery::acceptsNumber(const ChunkRow &chunk) const
{
    if (std::to_string(chunk.first).starts_with(m_needleUtf8)) {
        return true;
    }
    const auto number = parseUnsigned(m_needleUtf8);
    return number && chunk.first <= *number && *number <= chunk.last;
}

// By what the cells of a column mean, and not by how they are written. Rows of which the same is to be said stay in the
// chain's order, either way.
void ChunkQuery::sort(std::vector<int> &rows, const ChainSnapshot &chain, const jobs::JobControl &control) const
{
    struct Keyed
    {
        std::uint64_t number;
        int row;
    };
    const bool descends = m_order == Qt::DescendingOrder;
    if (m_column == ChunkModel::Chunk || m_column == ChunkModel::File) { // files are called after their chunks
        if (descends) {
            std::reverse(rows.begin(), rows.end());
        }
        return;
    }
    const package::ChunkIndex &index = chain.rows->index();
    const auto ranks =
        m_column == ChunkModel::Recipients ? recipientRanks(*chain.rows) : std::map<std::string_view, std::uint64_t>();
    const auto numberOf = [&](int row) -> std::uint64_t {
        const ChunkRow &chunk = chain.rows->at(row);
        switch (m_column) {
        case ChunkModel::Id:
            return chunk.isHere() ? index.idOrder(chunk.position) : 0;
        case ChunkModel::Size:
            return chunk.isHere() ? index.ciphertextSize(chunk.position) : 0;
        case ChunkModel::State:
            return rank(chain.states.at(row));
        case ChunkModel::Finding:
            return findingRank(chain, row);
        case ChunkModel::Recipients:
            return chunk.isHere() ? ranks.at(index.recipients(chunk.position)) : 0;
        default:
            return 0;
        }
    };
    std::vector<Keyed> keyed;
    keyed.reserve(rows.size());
    for (const int row : rows) {
        if (keyed.size() % rowsBetweenLooks == 0) {
            control.checkStop();
        }
        keyed.push_back({.number = numberOf(row), .row = row});
    }
    const bool byText = m_column == ChunkModel::Id;
    std::sort(keyed.begin(), keyed.end(), [&](const Keyed &a, const Keyed &b) {
        if (a.number != b.number) {
            return descends ? b.number < a.number : a.number < b.number;
        }
        // No id has the number zero.
        const int texts = byText && a.number != 0
                              ? idBehindPrefix(*chain.rows, a.row).compare(idBehindPrefix(*chain.rows, b.row))
                              : 0;
        if (texts != 0) {
            return descends ? texts > 0 : texts < 0;
        }
        return a.row < b.row;
    });
    control.checkStop();
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const Keyed &k) { return k.row; });
}

} // namespace streamdesk::ui
