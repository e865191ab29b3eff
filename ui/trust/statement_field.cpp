#include "ui/trust/statement_field.h"

#include "core/base/errors.h"
#include "core/base/text.h"
#include "core/io/file.h"
#include "ui/codes/qr_reader.h"
#include "ui/drop/mime_paths.h"
#include "ui/package/verdict_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clear_button.h"
#include "ui/words/values.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace streamdesk::ui {

namespace {

using Kind = keys::Statement::Kind;

constexpr std::size_t longestFile = std::size_t{16} << 20U; // a trust file

QImage imageOf(const QMimeData &data)
{
    return data.hasImage() ? qvariant_cast<QImage>(data.imageData()) : QImage();
}

bool isStatement(const keys::Statement &statement)
{
    return statement.kind == Kind::Code || statement.kind == Kind::Key;
}

// In the one spelling in which it is shown.
QString spelt(const keys::Statement &statement)
{
    return QString::fromStdString(statement.kind == Kind::Code ? statement.code : keys::fingerprint(statement.key));
}

} // namespace

// What was found in a file or a picture.
struct StatementField::Found
{
    QString name; // of the file; empty for a picture from the clipboard
    PictureReading picture;
    std::optional<keys::TrustFile> trust;
    std::optional<keys::Statement> text; // of a file that is no picture
};

StatementField::StatementField(const QString &label, Takes takes, QWidget *parent)
    : QWidget(parent), m_takes(takes), m_line(new QLineEdit(this)), m_picture(new QToolButton(this)),
      m_said(new QLabel(this))
{
    auto *const name = new QLabel(label, this);
    name->setBuddy(m_line);
    m_line->setFont(monospaceFont());
    m_line->setLayoutDirection(Qt::LeftToRight);
    m_line->setPlaceholderText(takes == Takes::Key ? tr("Fingerprint") : tr("Package code or fingerprint"));
    addClearButton(m_line);
    m_line->setAcceptDrops(false); // taken as a whole, wherever it is dropped
    m_line->installEventFilter(this);
    m_picture->setProperty("button", true);
    m_picture->setIcon(icon(QStringLiteral("scan")));
    m_picture->setToolTip(tr("Read a QR code from a picture"));
    m_picture->setAccessibleName(tr("Read from a picture…"));
    m_picture->setFocusPolicy(Qt::StrongFocus);
    m_said->setProperty("muted", true);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setMinimumHeight(QFontMetrics(m_said->font()).lineSpacing() * 2); // nothing jumps when it is filled
    m_said->setAlignment(Qt::AlignTop | Qt::AlignLeading);

    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_line, 1);
    row->addWidget(m_picture);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(name);
    column->addLayout(row);
    column->addWidget(m_said);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &StatementField::read);
    connect(m_picture, &QToolButton::clicked, this, &StatementField::choosePicture);
    read();
}

void StatementField::takeDropsOn(QWidget *dialog)
{
    dialog->setAcceptDrops(true);
    dialog->installEventFilter(this);
}

bool StatementField::isWhole() const noexcept
{
    return m_statement.kind == Kind::Key || (m_statement.kind == Kind::Code && m_takes == Takes::CodeOrKey);
}

void StatementField::read()
{
    m_statement = keys::readStatement(m_line->text().toStdString());
    const int missing = int(m_statement.missing);
    switch (m_statement.kind) {
    case Kind::Empty:
        say(tr("Type it, paste it, or drop it here: as text, as a picture of its QR code, or as a trust file."));
        break;
    case Kind::Code:
        say(m_takes == Takes::CodeOrKey
                ? tr("A whole package code, without typing errors.")
                : tr("This is a package code; here the fingerprint is needed. To compare a code, open the package."));
        break;
    case Kind::Key:
        say(tr("A whole fingerprint."));
        break;
    case Kind::PartOfCode:
        say(tr("%Ln character(s) to go.", nullptr, missing));
        break;
    case Kind::PartOfKey:
        say(tr("%Ln digit(s) of the fingerprint to go. A part of it proves nothing.", nullptr, missing));
        break;
    case Kind::Mistyped:
        say(tr("There is a typing error in it. Compare it with what the seller told you, character by character."));
        break;
    case Kind::Unknown:
        say(tr("This is neither a package code (21 characters) nor a fingerprint (64 digits)."));
        break;
    }
    Q_EMIT changed();
}

void StatementField::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_line->setAccessibleDescription(sentence); // read with the field
}

void StatementField::take(const QMimeData &mime)
{
    if (const QStringList paths = pathsFromMimeData(&mime); !paths.isEmpty()) {
        lookAt(paths.front());
    } else if (mime.hasImage()) {
        lookAt(imageOf(mime));
    } else if (mime.hasText()) {
        const keys::Statement statement = keys::readStatement(mime.text().toStdString());
        m_line->setText(isStatement(statement) ? spelt(statement) : mime.text());
    }
}

void StatementField::choosePicture()
{
    auto *const dialog = new QFileDialog(this, tr("Read a QR code from a picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, qOverload<const QString &>(&StatementField::lookAt));
    dialog->open();
}

void StatementField::lookAt(const QString &path)
{
    const auto found = std::make_shared<Found>();
    found->name = QFileInfo(path).fileName();
    m_job = std::make_unique<Job>(QString(), [found, path](const jobs::JobControl &) {
        found->picture = readCodesInFile(path);
        if (found->picture.trouble != PictureReading::Trouble::NoPicture) {
            return;
        }
        std::string text;
        try {
            io::readTextFile(pathFromUtf8(path.toStdString()), longestFile, text);
            found->text = keys::readStatement(text);
            found->trust = keys::parseTrustFile(std::move(text));
        } catch (const StreamError &) { // then it is something else
        }
    });
    connect(m_job.get(), &Job::finished, this, [this, found] { takeFound(*found); });
    m_job->start();
}

void StatementField::lookAt(const QImage &picture)
{
    const auto found = std::make_shared<Found>();
    m_job = std::make_unique<Job>(QString(),
                                  [found, picture](const jobs::JobControl &) { found->picture = readCodes(picture); });
    connect(m_job.get(), &Job::finished, this, [this, found] { takeFound(*found); });
    m_job->start();
}

void StatementField::takeFound(const Found &found)
{
    using Trouble = PictureReading::Trouble;
    const QString name = found.name.isEmpty() ? tr("The picture") : shown(found.name);
    if (found.trust) {
        for (const keys::TrustedMachine &machine : found.trust->machines) {
            const auto key =
                std::ranges::find(machine.keys, keys::TrustedKey::State::Trusted, &keys::TrustedKey::state);
            if (machine.did == m_did && key != machine.keys.end()) {
                m_line->setText(fingerprint(key->key));
                return;
            }
        }
        say(tr("%1 is a trust file that says nothing about this machine.").arg(name));
        return;
    }
    if (found.text && isStatement(*found.text)) {
        m_line->setText(spelt(*found.text));
        return;
    }
    for (const QString &text : found.picture.texts) {
        if (const keys::Statement statement = keys::readStatement(text.toStdString()); isStatement(statement)) {
            m_line->setText(spelt(statement));
            return;
        }
    }
    switch (found.picture.trouble) {
    case Trouble::None:
        say(tr("%1 has a QR code, but it holds neither a package code nor a fingerprint.").arg(name));
        break;
    case Trouble::NotReadable:
        say(tr("%1 cannot be read. Check its permissions.").arg(name));
        break;
    case Trouble::TooLarge:
        say(tr("%1 is too large. Cut out the QR code, or make the picture smaller.").arg(name));
        break;
    case Trouble::NoCode:
        say(tr("No QR code can be made out in %1. Take the picture from nearer and from straight in front.").arg(name));
        break;
    case Trouble::NoPicture:
        say(tr("%1 is neither a picture nor a text with a package code or a fingerprint in it.").arg(name));
        break;
    }
}

// Of what is pasted: what the line itself would not take, and text with more around the code than fits into it.
bool StatementField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter && isEnabled()) {
        auto *const drag = static_cast<QDragEnterEvent *>(event);
        const QMimeData &mime = *drag->mimeData();
        drag->setAccepted(mime.hasImage() || mime.hasText() || !pathsFromMimeData(&mime).isEmpty());
        return true;
    }
    if (event->type() == QEvent::Drop && isEnabled()) {
        auto *const drop = static_cast<QDropEvent *>(event);
        drop->setDropAction(Qt::CopyAction); // what is dropped stays where it is
        drop->accept();
        take(*drop->mimeData());
        return true;
    }
    if (watched == m_line && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        const QMimeData *const pasted = QApplication::clipboard()->mimeData();
        const bool whole = pasted != nullptr && isStatement(keys::readStatement(pasted->text().toStdString()));
        if (pasted != nullptr && (whole || pasted->hasImage() || !pathsFromMimeData(pasted).isEmpty())) {
            take(*pasted);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace streamdesk::ui
