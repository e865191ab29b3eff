#include "ui/widgets/secret_line.h"

#include "ui/theme/icons.h"

#include <QAction>

#include <algorithm>
#include <span>

namespace streamdesk::ui {

SecretLine::SecretLine(const QString &name, QWidget *parent) : QLineEdit(parent)
{
    setAccessibleName(name);
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    QAction *const show = addAction(icon(QStringLiteral("eye")), QLineEdit::TrailingPosition);
    show->setCheckable(true);
    show->setText(tr("Show what is entered"));
    show->setToolTip(show->text());
    connect(show, &QAction::toggled, this,
            [this](bool shown) { setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
}

SecretLine::~SecretLine()
{
    wipe();
}

crypto::SecretBytes SecretLine::take()
{
    QByteArray bytes = text().toUtf8();
    const auto content = std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.size())));
    crypto::SecretBytes secret(content.size());
    std::ranges::copy(content, secret.bytes().begin());
    crypto::wipe(content);
    wipe();
    return secret;
}

// The text is shared until it is cleared; then this is its only owner.
void SecretLine::wipe()
{
    QString left = text();
    setText({}); // with it goes what could be undone
    if (!left.isEmpty()) {
        crypto::wipe(std::as_writable_bytes(std::span(left.data(), std::size_t(left.size()))));
    }
}

} // namespace streamdesk::ui
