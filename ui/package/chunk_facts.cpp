#include "ui/package/chunk_facts.h"

#include "ui/package/chunk_model.h"
#include "ui/package/finding_words.h"
#include "ui/package/package_session.h"
#include "ui/words/problem_words.h"
#include "ui/words/values.h"

#include <QCoreApplication>

#include <algorithm>

namespace streamdesk::ui {

namespace {

using stream::Difference;
using stream::Finding;
using stream::FindingCode;

struct Facts // the translators' context
{
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

constexpr qsizetype mostRecipients = 50;

QString code(const std::string &text)
{
    return shown(text);
}

QString algorithm(const std::string &name)
{
    if (name == stream::chunkAlgorithm) {
        return QStringLiteral("XChaCha20-Poly1305");
    }
    if (name == stream::signatureAlgorithm) {
        return QStringLiteral("Ed25519");
    }
    return name == stream::wrapAlgorithm ? QStringLiteral("X25519, sealed box") : shown(name);
}

bool has(const QVector<const Finding *> &findings, FindingCode which)
{
    return std::any_of(findings.begin(), findings.end(), [which](const Finding *f) { return f->code == which; });
}

// The gravest of what is said of a row, or what is plain to see before anything was verified.
std::optional<Finding> gravest(const PackageSession &session, int row)
{
    const auto findings = session.findings(row);
    if (!findings.isEmpty()) {
        return *findings.front();
    }
    const ChunkRow &chunk = session.rows().at(row);
    const Finding missing{.code = chunk.isHere() ? FindingCode::CiphertextMissing : FindingCode::ChunkMissing,
                          .index = chunk.first,
                          .last = chunk.last};
    const bool isMissing = !chunk.isHere() || !session.package()->hasCiphertext(chunk.position);
    return isMissing ? std::optional(missing) : std::nullopt;
}

struct Affected
{
    std::uint64_t first;
    std::uint64_t last;
    std::uint64_t bytes = 0; // of ciphertext that is here
};

// The rows around this one of which the same is to be said. There may be a million of them: a finding that is said of a
// stretch is looked at once.
Affected affected(const PackageSession &session, int row, const Finding &finding)
{
    const ChunkRows &rows = session.rows();
    Affected result{.first = rows.at(row).first, .last = rows.at(row).last};
    // How many rows from this one on, in the direction of `step`, share the finding as far as can be told here.
    const auto shared = [&](int other, int step) {
        const auto found = session.findings(other);
        if (found.isEmpty()) {
            const PlainFinding plain = plainFinding(rows, other, ChunkState::NotChecked);
            const FindingCode code =
                plain == PlainFinding::NothingHere ? FindingCode::ChunkMissing : FindingCode::CiphertextMissing;
            const bool same = plain != PlainFinding::None && code == finding.code
                              && finding.difference == Difference::None && finding.field.empty();
            return same ? 1 : 0;
        }
        const Finding &said = *found.front();
        if (said.code != finding.code || said.difference != finding.difference || said.field != finding.field
            || finding.difference == Difference::Swapped) {
            return 0;
        }
        const bool alone = !said.index || said.last == *said.index || found.size() > 1;
        const ChunkRows::Span span =
            alone ? ChunkRows::Span{.first = other, .count = 1} : rows.touching(*said.index, said.last);
        return step > 0 ? span.first + span.count - other : other - span.first + 1;
    };
    const auto take = [&](int from, int step) {
        for (int other = from, same = 0; other >= 0 && other < rows.size() && (same = shared(other, step)) > 0;
             other += step * same) {
            for (int covered = other; covered != other + step * same; covered += step) {
                const ChunkRow &chunk = rows.at(covered);
                result.first = std::min(result.first, chunk.first);
                result.last = std::max(result.last, chunk.last);
                result.bytes += chunk.isHere() ? rows.index().ciphertextSize(chunk.position) : 0;
            }
        }
    };
    take(row, 1);
    take(row - 1, -1);
    return result;
}

int rowOf(const PackageSession &session, std::uint64_t index)
{
    const ChunkRows::Span span = session.rows().touching(index, index);
    return span.count > 0 ? span.first : -1;
}

std::string idOf(const PackageSession &session, int row)
{
    const ChunkRow &chunk = session.rows().at(row);
    return chunk.isHere() ? session.package()->chunkId(chunk.position) : std::string();
}

QString chunkName(const PackageSession &session, int row)
{
    const ChunkRow &chunk = session.rows().at(row);
    return Facts::tr("chunk %1").arg(chunkList(chunk.first, chunk.last));
}

Fact follows(const PackageSession &session, int row, const ChunkReading &reading)
{
    Fact fact{.label = Facts::tr("Follows")};
    const int before = rowBefore(session, row);
    switch (linkBefore(session, row, reading)) {
    case Link::None:
        fact.value = Facts::tr("nothing: this is the first chunk");
        break;
    case Link::Fits:
        fact.value = chunkName(session, before) + QStringLiteral(" ·");
        fact.code = code(idOf(session, before));
        fact.mark = Fact::Mark::Good;
        break;
    case Link::Broken:
        fact.value = before < 0 ? Facts::tr("another chunk, though it is the first") : Facts::tr("another chunk ·");
        fact.code = code(reading.envelope->envelope.previousChunkId.value_or(std::string()));
        fact.mark = Fact::Mark::Bad;
        break;
    case Link::Unknown:
        fact.value = Facts::tr("cannot be compared: the chunk before is not here or cannot be read");
        break;
    }
    return fact;
}

Fact ciphertext(const PackageSession &session, const ChunkRow &chunk, ChunkState state)
{
    const QString size = grouped(session.package()->ciphertextSize(chunk.position));
    Fact fact{.label = Facts::tr("Ciphertext")};
    if (state == ChunkState::NotChecked) {
        fact.value = Facts::tr("%1 bytes, not checked yet").arg(size);
    } else {
        fact.value = Facts::tr("%1 bytes, hash matches").arg(size);
        fact.mark = Fact::Mark::Good;
    }
    return fact;
}

Fact signature(const QVector<const Finding *> &findings, ChunkState state, const ChunkReading &reading)
{
    const auto fact = [](const QString &value, Fact::Mark mark = Fact::Mark::None) {
        return Fact{.label = Facts::tr("Signature"), .value = value, .mark = mark};
    };
    const auto said = [&](FindingCode which) { return has(findings, which); };
    if (said(FindingCode::EnvelopeUnreadable) || said(FindingCode::SchemaDiffers) || said(FindingCode::DialectDiffers)
        || said(FindingCode::FieldMissing)) {
        return fact(Facts::tr("cannot be checked: the envelope is not as it must be"));
    }
    if (said(FindingCode::SignatureInvalid)) {
        return fact(Facts::tr("does not fit"), Fact::Mark::Bad);
    }
    if (said(FindingCode::WorthlessKey)) {
        return fact(Facts::tr("proves nothing: its key fits any content"), Fact::Mark::Bad);
    }
    if (state == ChunkState::NotChecked) {
        return fact(Facts::tr("not checked yet"));
    }
    const auto mismatch = std::find_if(findings.begin(), findings.end(),
                                       [](const Finding *f) { return f->code == FindingCode::HashMismatch; });
    if (mismatch != findings.end()) {
        return fact((*mismatch)->difference == Difference::EnvelopeChanged
                        ? Facts::tr("valid for the ciphertext that is here")
                        : Facts::tr("valid for the expected hash"));
    }
    if (said(FindingCode::CiphertextMissing) || said(FindingCode::CiphertextUnreadable)) {
        return fact(Facts::tr("valid for the hash in the envelope"));
    }
    if (state == ChunkState::OtherSigner) {
        return fact(Facts::tr("valid, but key or machine are not those of the first chunk"), Fact::Mark::Attention);
    }
    const QString name = reading.envelope ? algorithm(reading.envelope->envelope.signature.algorithm) : QString();
    return fact(name.isEmpty() ? Facts::tr("valid") : Facts::tr("%1, valid").arg(name), Fact::Mark::Good);
}

void addValue(QVector<Fact> &facts, const QString &label, const QString &value, bool isCode)
{
    if (!value.isEmpty()) {
        facts.append(Fact{.label = label, .value = isCode ? QString() : value, .code = isCode ? value : QString()});
    }
}

// What is wrong, how far it reaches, and what to do.
void addFinding(QVector<Fact> &facts, const PackageSession &session, int row, const Affected &stretch,
                const FindingWords &words)
{
    const auto findings = session.findings(row);
    facts.append(Fact{.label = Facts::tr("What differs"), .kind = words.kind, .value = words.differs});
    addValue(facts, Facts::tr("Expected"), words.expected, words.areCodes);
    addValue(facts, Facts::tr("Found"), words.found, words.areCodes);
    if (stretch.last - stretch.first + 1 > session.rows().at(row).count()) {
        const QString chunks = chunkList(stretch.first, stretch.last);
        addValue(facts, Facts::tr("Also affected"),
                 stretch.bytes > 0 ? Facts::tr("%1, one stretch of %2").arg(chunks, sizeText(stretch.bytes))
                                   : Facts::tr("%1, one stretch").arg(chunks),
                 false);
    }
    QStringList others;
    for (const Finding *other : findings) {
        if (other != findings.front() && !others.contains(shortText(*other))) {
            others.append(shortText(*other));
        }
    }
    addValue(facts, Facts::tr("Also found"), others.join(QStringLiteral("; ")), false);
}

// What stands in the envelope, whatever was found.
void addEnvelope(QVector<Fact> &facts, const PackageSession &session, const ChunkRow &chunk,
                 const ChunkReading &reading)
{
    const package::Package &package = *session.package();
    if (reading.error) {
        const ProblemText problem = describe(*reading.error);
        addValue(facts, Facts::tr("Envelope"), (problem.sentence + u' ' + problem.nextStep).trimmed(), false);
    }
    if (reading.envelope) {
        const stream::ChunkEnvelope &envelope = reading.envelope->envelope;
        addValue(facts, Facts::tr("Key id"), code(envelope.signature.keyId), true);
        addValue(facts, Facts::tr("Encryption"), algorithm(envelope.encryption.algorithm), false);
        addValue(facts, Facts::tr("Storage reference"), shown(envelope.storageRef.value_or(std::string())), false);
    }
    const QString envelopeFile = shown(package.envelopeName(chunk.position));
    addValue(facts, Facts::tr("Stored at"),
             package.hasCiphertext(chunk.position)
                 ? Facts::tr("%1, %2").arg(envelopeFile, shown(package.ciphertextName(chunk.position)))
                 : envelopeFile,
             false);
}

} // namespace

ChunkReading readChunk(const package::Package &package, std::size_t position, std::optional<std::size_t> next)
{
    ChunkReading reading;
    json::Document document;
    try {
        package.envelopeStore().readText(package.envelopeName(position), stream::maxEnvelopeBytes, reading.text);
        reading.envelope = stream::readEnvelope(reading.text, document);
    } catch (const StreamError &error) {
        reading.error = error;
        reading.error->addContext(ErrorContext{.file = package.envelopeName(position), .field = {}, .chunk = {}});
    }
    if (next) {
        try {
            reading.next = package.envelope(*next, document);
        } catch (const StreamError &) { // which is told where that chunk is shown
            reading.next.reset();
        }
    }
    return reading;
}

int rowBefore(const PackageSession &session, int row)
{
    const std::uint64_t first = session.rows().at(row).first;
    return first == 0 ? -1 : rowOf(session, first - 1);
}

int rowBehind(const PackageSession &session, int row)
{
    return rowOf(session, session.rows().at(row).last + 1);
}

Link linkBefore(const PackageSession &session, int row, const ChunkReading &reading)
{
    if (!reading.envelope) {
        return session.rows().at(row).first == 0 && !reading.error ? Link::None : Link::Unknown;
    }
    const auto &link = reading.envelope->envelope.previousChunkId;
    if (session.rows().at(row).first == 0) {
        return link ? Link::Broken : Link::None;
    }
    const int before = rowBefore(session, row);
    const std::string id = before < 0 ? std::string() : idOf(session, before);
    if (id.empty()) {
        return Link::Unknown;
    }
    return link == id ? Link::Fits : Link::Broken;
}

Link linkBehind(const PackageSession &session, int row, const ChunkReading &reading)
{
    if (rowBehind(session, row) < 0) {
        return Link::None;
    }
    if (!reading.next || !reading.envelope) {
        return Link::Unknown;
    }
    return reading.next->envelope.previousChunkId == reading.envelope->envelope.chunkId ? Link::Fits : Link::Broken;
}

QVector<Fact> chunkFacts(const PackageSession &session, int row, const ChunkReading &reading)
{
    const ChunkRow &chunk = session.rows().at(row);
    const ChunkState state = session.state(row);
    const auto findings = session.findings(row);
    const std::optional<Finding> finding = gravest(session, row);
    const bool isProblem = finding && gravityOf(finding->code) != stream::Gravity::Remark;
    QVector<Fact> facts;
    FindingWords words;
    if (finding) {
        const Affected stretch = affected(session, row, *finding);
        Finding whole = *finding;
        whole.index = stretch.first;
        words = wordsFor(whole, stretch.last);
        addFinding(facts, session, row, stretch, words);
    }
    if (isProblem) {
        if (chunk.isHere()) {
            facts.append(signature(findings, state, reading));
        }
        facts.append(Fact{.label = Facts::tr("What to do"), .value = words.whatToDo});
    }
    if (!chunk.isHere()) {
        return facts;
    }
    const qsizetype groupAt = facts.size();
    facts.append(follows(session, row, reading));
    addValue(facts, Facts::tr("Id"), code(session.package()->chunkId(chunk.position)), true);
    if (!isProblem) {
        facts.append(ciphertext(session, chunk, state));
        facts.append(signature(findings, state, reading));
    }
    addEnvelope(facts, session, chunk, reading);
    facts.append(Fact{.label = Facts::tr("Not covered by the signature"),
                      .value = Facts::tr("number and link, recipients, plaintext hash, storage reference. Recipients "
                                         "and plaintext hash are checked when data is decrypted.")});
    facts[groupAt].startsGroup = groupAt > 0;
    return facts;
}

QVector<Fact> recipientFacts(const ChunkReading &reading)
{
    QVector<Fact> facts;
    if (!reading.envelope) {
        return facts;
    }
    const auto &recipients = reading.envelope->envelope.encryption.keyRecipients;
    for (const stream::KeyRecipient &recipient : recipients) {
        if (facts.size() >= 3 * mostRecipients) {
            facts.append(
                Fact{.label = Facts::tr("And more"),
                     .value = Facts::tr("%n recipient(s) in all; Raw JSON has them.", nullptr, int(recipients.size())),
                     .startsGroup = true});
            break;
        }
        const QString type = shown(recipient.recipientType);
        facts.append(Fact{.label = type.isEmpty() ? Facts::tr("no type") : type,
                          .value = shown(recipient.recipientId),
                          .startsGroup = true});
        facts.append(Fact{.label = Facts::tr("Public key"), .code = code(recipient.publicKeyHex)});
        facts.append(Fact{.label = Facts::tr("Algorithm"), .value = algorithm(recipient.algorithm)});
    }
    return facts;
}

} // namespace streamdesk::ui
