#include "ui/package/receipt_dialog.h"

#include "core/base/text.h"
#include "core/base/utc.h"
#include "core/keys/key_file.h"
#include "core/package/receipt.h"
#include "ui/package/verdict_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/words/problem_words.h"
#include "ui/words/values.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>

namespace streamdesk::ui {

namespace {

constexpr int leastWidth = 560;

QLabel *selectableLabel(QWidget *parent)
{
    QLabel *const label = plainLabel({});
    label->setParent(parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ReceiptDialog::ReceiptDialog(PackageSession *session, KeyRing *keys, QString name, QWidget *parent)
    : QDialog(parent), m_session(session), m_keys(keys), m_name(std::move(name)), m_key(new QComboBox(this)),
      m_result(selectableLabel(this)), m_save(new QPushButton(tr("&Save…"), this)),
      m_close(new QPushButton(tr("Close"), this))
{
    setWindowTitle(tr("Save Receipt"));
    auto *const heading = selectableLabel(this);
    heading->setFont(emphasisFont());
    heading->setText(tr("A receipt of this verification"));
    auto *const explanation = selectableLabel(this);
    explanation->setText(
        tr("A small file that says what was found, chunk by chunk, signed with a signing key (Ed25519) "
           "of your own. Others can check it, and later whether a package is still the one of it. It "
           "does not prove who made the data or that it is true."));
    auto *const label = new QLabel(tr("Signed &with"), this);
    label->setBuddy(m_key);
    m_key->setAccessibleName(tr("Signed with"));
    auto *const file = new QPushButton(tr("Key &file…"), this);
    file->setAutoDefault(false);
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_key, 1);
    row->addWidget(file);
    m_result->setMinimumHeight(QFontMetrics(m_result->font()).lineSpacing() * 3); // so that nothing jumps
    m_result->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_save->setProperty("primary", true);
    m_save->setDefault(true);
    m_close->setAutoDefault(false);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_save);
    buttons->addWidget(m_close);

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(heading);
    column->addWidget(explanation);
    column->addLayout(row);
    column->addWidget(m_result, 1);
    column->addLayout(buttons);
    setMinimumWidth(leastWidth);

    connect(file, &QPushButton::clicked, this, &ReceiptDialog::chooseKeyFile);
    connect(m_save, &QPushButton::clicked, this, &ReceiptDialog::chooseTarget);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_keys, &KeyRing::changed, this, &ReceiptDialog::showKeys);
    showKeepingRoom(m_result, {});
    showKeys();
}

void ReceiptDialog::showKeys()
{
    m_choices = m_keys->signingKeys();
    m_key->clear();
    if (!m_keyFile.isEmpty()) {
        m_key->addItem(shown(QFileInfo(m_keyFile).fileName()));
    }
    for (const SigningKey &key : std::as_const(m_choices)) {
        m_key->addItem(key.label);
    }
    update();
}

void ReceiptDialog::update()
{
    const bool any = m_key->count() > 0;
    m_key->setEnabled(any);
    m_save->setEnabled(any && !(m_job && m_job->isRunning()));
    if (!any) {
        showKeepingRoom(m_result, tr("There is no signing key on this desk. Choose a file with one: 64 hex digits."));
    }
}

void ReceiptDialog::useKeyFile(const QString &path)
{
    m_keyFile = path;
    showKeepingRoom(m_result, {});
    showKeys();
}

void ReceiptDialog::saveTo(const QString &path)
{
    const int fromFile = m_keyFile.isEmpty() ? 0 : 1;
    if (m_key->currentIndex() < fromFile) {
        write(path, [file = pathFromUtf8(m_keyFile.toStdString())] {
            return crypto::keyPairOf(keys::readKeyFile<crypto::Ed25519PrivateKey>(file));
        });
        return;
    }
    m_keys->withSigningKey(
        m_choices[m_key->currentIndex() - fromFile].id, this,
        [this, path](crypto::Ed25519KeyPair key) {
            const auto secret = std::make_shared<crypto::Ed25519KeyPair>(std::move(key));
            write(path, [secret] { return std::move(*secret); });
        },
        [this](const StreamError &error) { fail(error); });
}

void ReceiptDialog::write(const QString &path, const std::function<crypto::Ed25519KeyPair()> &key)
{
    const auto signer = std::make_shared<crypto::Ed25519PublicKey>();
    m_job = std::make_unique<Job>(
        tr("Saving a receipt"),
        [signer, key, package = m_session->sharedPackage(), verification = m_session->verification(),
         code = m_session->expectedCode(), when = m_session->verifiedAt().toUTC().toString(Qt::ISODate).toStdString(),
         file = pathFromUtf8(path.toStdString())](const jobs::JobControl &) {
            const package::Receipt receipt =
                receiptOf(*verification, *package, code, "stream-desk " STREAMDESK_VERSION, when);
            const crypto::Ed25519KeyPair pair = key();
            writeReceipt(receipt, pair, file, true, io::Durability::Synced);
            *signer = pair.publicKey;
        });
    connect(m_job.get(), &Job::finished, this, [this, path, signer] {
        if (m_job->error()) {
            fail(*m_job->error());
        } else {
            showKeepingRoom(
                m_result, tr("Saved as %1, signed by %2.")
                              .arg(leftToRight(shown(QFileInfo(path).fileName())), leftToRight(fingerprint(*signer))));
            m_save->setDefault(false);
            m_close->setDefault(true);
            m_close->setFocus();
        }
        update();
    });
    m_job->start();
    update();
}

void ReceiptDialog::fail(const StreamError &error)
{
    const ProblemText problem = describe(error);
    showKeepingRoom(m_result, problem.sentence + QLatin1Char(' ') + problem.nextStep);
}

void ReceiptDialog::chooseKeyFile()
{
    auto *const dialog = new QFileDialog(this, tr("Choose the file with your signing key"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ReceiptDialog::useKeyFile);
    dialog->open();
}

void ReceiptDialog::chooseTarget()
{
    auto *const dialog = new QFileDialog(this, tr("Save receipt"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    QString name = m_name;
    name.replace(QRegularExpression(QStringLiteral("[/\\\\:]")), QStringLiteral("-"));
    dialog->setDirectory(QFileInfo(m_session->path()).absolutePath());
    dialog->selectFile(name + QStringLiteral(".receipt.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &ReceiptDialog::saveTo);
    dialog->open();
}

} // namespace streamdesk::ui
