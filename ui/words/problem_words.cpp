#include "ui/words/problem_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace streamdesk::ui {

namespace {

QString shown(const std::string &text)
{
    return QString::fromStdString(redact(text));
}

QString shortenedInTheMiddle(const QString &name)
{
    constexpr qsizetype most = 48; // less than the digits of a key
    constexpr qsizetype end = 16;  // with the suffix
    return name.size() <= most ? name : name.left(most - end - 1) + QChar(0x2026) + name.right(end);
}

// The words for one error, by families of codes. Each family answers for its codes and leaves the others empty.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Problem)

public:
    explicit Words(const StreamError &error) : m_code(error.code()), m_path(shown(error.context().file))
    {
        const ErrorContext &context = error.context();
        const QString whole = QString::fromStdString(context.file);
        m_name = shortenedInTheMiddle(whole.mid(whole.lastIndexOf(QLatin1Char('/')) + 1));
        if (context.chunk) {
            m_chunk = tr("Chunk %1").arg(QLocale().toString(qulonglong(*context.chunk)));
        }
        if (!context.field.empty() && !context.field.starts_with("--")) { // an option is no word of the window's
            m_field = shortenedInTheMiddle(shown(context.field));
        }
    }

    [[nodiscard]] ProblemText text() const
    {
        for (const auto family : {&Words::ofValues, &Words::ofDocuments, &Words::ofPackages, &Words::ofCryptography,
                                  &Words::ofFiles, &Words::ofArchives, &Words::ofKeys, &Words::ofKeychain}) {
            if (ProblemText text = (this->*family)(); !text.sentence.isEmpty()) {
                return text;
            }
        }
        return {.sentence = tr("The work was stopped."), .nextStep = {}};
    }

private:
    // What it happened to, as the beginning of a sentence.
    [[nodiscard]] QString file() const { return m_name.isEmpty() ? tr("The file") : m_name; }
    [[nodiscard]] QString package() const { return m_name.isEmpty() ? tr("This package") : m_name; }
    [[nodiscard]] QString chunk() const { return m_chunk.isEmpty() ? tr("A chunk") : m_chunk; }
    [[nodiscard]] QString value() const
    {
        return m_field.isEmpty() ? (m_name.isEmpty() ? tr("This value") : m_name) : tr("“%1”").arg(m_field);
    }

    [[nodiscard]] ProblemText ofValues() const
    {
        switch (m_code) {
        case ErrorCode::InvalidHex:
            return {tr("%1 is not written in hex digits (0–9 and a–f).").arg(value()),
                    tr("Copy the whole value again, without spaces.")};
        case ErrorCode::InvalidKeyLength:
            return {tr("%1 does not have the length of a key.").arg(value()),
                    tr("A key is written as 64 hex digits. Copy the whole key, without spaces.")};
        case ErrorCode::UnusableKey:
            return {tr("%1 is a key that cannot belong to anybody.").arg(value()),
                    tr("Ask the other side for their key again.")};
        case ErrorCode::EmptyValue:
            return {tr("%1 is empty.").arg(value()), tr("Fill it in and try again.")};
        case ErrorCode::InvalidNumber:
            return {tr("%1 holds a number that cannot be used here.").arg(value()),
                    tr("Correct the number and try again.")};
        case ErrorCode::InvalidText:
            return {tr("%1 holds characters that are no text.").arg(value()), tr("Save it as UTF-8 and try again.")};
        case ErrorCode::InvalidKeyFile:
            return {tr("%1 holds no private key.").arg(file()),
                    tr("Choose the file that holds the private key, or make it again from your backup.")};
        case ErrorCode::InvalidCode:
            return {tr("This is not a whole package code: it is mistyped or something is missing."),
                    tr("Compare it with what the seller told you, character by character, or copy and paste it.")};
        case ErrorCode::InvalidRange:
            return {tr("These are not chunks of this package."),
                    tr("Give numbers and ranges that the package has, such as 0-9,12.")};
        case ErrorCode::UnsupportedHashAlgorithm:
            return {tr("%1 asks for a kind of checksum that is not known here.").arg(value()), tr("Use SHA-256.")};
        case ErrorCode::InvalidRule:
            return {tr("A rule for %1 cannot be followed.").arg(value()),
                    tr("Correct the rules; until then nothing is signed.")};
        case ErrorCode::LeakingRule:
            return {tr("%1 would be published in the clear, although a rule is to hide it.").arg(value()),
                    tr("Rename the field, or leave it out of what is signed.")};
        case ErrorCode::DidNotOfKey:
            return {tr("This machine's name (DID) does not belong to the signing key."),
                    tr("Use the key that belongs to it, or the DID of this key.")};
        default:
            return {};
        }
    }

    [[nodiscard]] ProblemText ofDocuments() const
    {
        const QString again = tr("It is damaged or is something else. Get it again from where it came from.");
        switch (m_code) {
        case ErrorCode::InvalidJson:
            return {tr("%1 cannot be read: its content is not JSON.").arg(file()), again};
        case ErrorCode::JsonLimit:
            return {tr("%1 is larger or deeper than any real file of this kind.").arg(file()),
                    tr("Check that it is the right file.")};
        case ErrorCode::MissingField:
            return {m_field.isEmpty() ? tr("%1 lacks something that such a file has.").arg(file())
                                      : tr("%1 lacks the field “%2”.").arg(file(), m_field),
                    again};
        case ErrorCode::WrongType:
            return {m_field.isEmpty() ? tr("%1 holds something else than such a file does.").arg(file())
                                      : tr("In %1, the field “%2” holds something else than it should.")
                                            .arg(m_name.isEmpty() ? tr("the file") : m_name, m_field),
                    again};
        case ErrorCode::UnsupportedSchema:
            return {tr("%1 is of a kind that this version does not know.").arg(file()),
                    tr("It may be from a newer program, or no file of this kind.")};
        case ErrorCode::KeyRevoked:
            return {tr("This key was revoked for this machine."),
                    tr("If it is to be trusted again all the same, remove it from the trusted machines first.")};
        case ErrorCode::InvalidTrustFile:
            return {m_name.isEmpty() ? tr("The list of trusted machines cannot be used.")
                                     : tr("The list of trusted machines in %1 cannot be used.").arg(m_name),
                    tr("Put back an earlier copy of it. Until then no machine counts as trusted.")};
        default:
            return {};
        }
    }

    [[nodiscard]] ProblemText ofPackages() const
    {
        switch (m_code) {
        case ErrorCode::NoChunks:
            return {tr("%1 holds no chunks (chunk-*.json).").arg(package()),
                    tr("Check that this is the package's folder and that everything in it has arrived.")};
        case ErrorCode::NoCiphertext:
            return {tr("%1 holds no encrypted data (chunk-*.bin).").arg(package()),
                    tr("Check that everything in it has arrived.")};
        case ErrorCode::NoAccessFiles:
            return {tr("%1 holds no access files.").arg(m_name.isEmpty() ? tr("The folder") : m_name),
                    tr("Check the folder, or ask the seller for the access files that belong to your key.")};
        case ErrorCode::DuplicateChunk:
            return {
                m_chunk.isEmpty()
                    ? tr("The same chunk is in %1 more than once.").arg(m_name.isEmpty() ? tr("this package") : m_name)
                    : tr("%1 is here more than once.").arg(m_chunk),
                tr("Keep the right file and move the other away.")};
        case ErrorCode::MissingChunk:
            return {m_chunk.isEmpty() ? tr("A chunk of this package is missing.") : tr("%1 is missing.").arg(m_chunk),
                    tr("Ask for exactly this file again; the others can stay.")};
        case ErrorCode::MissingCiphertext:
            return {m_chunk.isEmpty() ? tr("Encrypted data of this package is missing.")
                                      : tr("The encrypted data of %1 is missing.").arg(m_chunk),
                    tr("Ask for exactly these files again; the others can stay.")};
        case ErrorCode::NotGranted:
            return {tr("Your key was not given access to all of these chunks."),
                    tr("Ask the seller for access to them, or open only what was granted.")};
        case ErrorCode::OwnerRecipientMissing:
            return {tr("%1 was made without an owner.").arg(chunk()),
                    tr("Nobody can grant access to it. The package has to be made again.")};
        default:
            return {};
        }
    }

    [[nodiscard]] ProblemText ofCryptography() const
    {
        const QString askAgain = tr("Ask the seller for this chunk and its access file again.");
        switch (m_code) {
        case ErrorCode::VerificationFailed:
            return {tr("%1 is not as it was signed.").arg(package()), tr("Ask the sender for it again.")};
        case ErrorCode::UnwrapFailed:
            return {tr("%1 does not open with this key: it was encrypted to another one, or was changed.").arg(chunk()),
                    tr("Check that this is the key that the access was granted to.")};
        case ErrorCode::CommitmentMismatch:
            return {tr("%1 was given with the key of another chunk.").arg(chunk()), askAgain};
        case ErrorCode::DecryptionFailed:
            return {tr("%1 cannot be decrypted: its data and its envelope do not belong together.").arg(chunk()),
                    askAgain};
        case ErrorCode::PlaintextHashMismatch:
            return {tr("What comes out of decrypting is not what the envelope says (%1).").arg(chunk()), askAgain};
        default:
            return {};
        }
    }

    [[nodiscard]] ProblemText ofFiles() const
    {
        switch (m_code) {
        case ErrorCode::NotFound:
            return {m_name == m_path ? tr("%1 cannot be found.").arg(file())
                                     : tr("%1 is no longer at %2.").arg(file(), m_path),
                    tr("Connect the disk again, or open it from where it is now.")};
        case ErrorCode::NotReadable:
            return {tr("%1 may not be read.").arg(file()),
                    tr("Check the permissions of the file, or ask who owns it.")};
        case ErrorCode::NotWritable:
            return {tr("Nothing can be written to %1.").arg(m_path.isEmpty() ? tr("this place") : m_path),
                    tr("Check the permissions of the folder, or choose another one.")};
        case ErrorCode::NotAFile:
            return {tr("%1 is no ordinary file.").arg(file()), tr("Choose a file.")};
        case ErrorCode::NotADirectory:
            return {tr("%1 is no folder.").arg(file()), tr("Choose a folder, or a ZIP file.")};
        case ErrorCode::InTheWay:
            return {tr("Something else is already in the place of %1.").arg(m_name.isEmpty() ? tr("the file") : m_name),
                    tr("Choose another place, or move away what is there.")};
        case ErrorCode::DiskFull:
            return {tr("The disk is full."),
                    tr("Make room on it, or choose another one. Nothing half-written was left behind.")};
        case ErrorCode::TooLarge:
            return {tr("%1 is larger than any real file of this kind.").arg(file()),
                    tr("Check that it is the right file.")};
        case ErrorCode::IoFailed:
            return {m_name.isEmpty() ? tr("The system could not do this.")
                                     : tr("The system could not read or write %1.").arg(m_name),
                    tr("Check that the disk is connected and try again.")};
        case ErrorCode::Busy:
            return {tr("%1 is being changed by another program.").arg(file()),
                    tr("Try again when that program has come to its end.")};
        case ErrorCode::FileChanged:
            return {tr("%1 was changed while it was being read.").arg(file()),
                    tr("Wait until nothing writes to it any more, and try again.")};
        default:
            return {};
        }
    }

    [[nodiscard]] ProblemText ofArchives() const
    {
        switch (m_code) {
        case ErrorCode::UnsafeName:
            return {tr("%1 holds a file whose name would lead out of its folder.").arg(file()),
                    tr("No package is like that. Do not unpack it with another program; ask who sent it.")};
        case ErrorCode::ArchiveLimit:
            return {tr("%1 holds more than any real package.").arg(file()),
                    tr("If it is one after all, ask for it as a folder, or in larger chunks.")};
        case ErrorCode::InvalidArchive:
            return {tr("%1 is no whole ZIP file.").arg(file()),
                    tr("Get it again from where it came from, or have it packed again, without a password.")};
        default:
            return {};
        }
    }

    // The key by its name, as the beginning of a sentence.
    [[nodiscard]] QString key() const { return m_field.isEmpty() ? tr("This key") : tr("“%1”").arg(m_field); }

    [[nodiscard]] ProblemText ofKeys() const
    {
        switch (m_code) {
        case ErrorCode::InvalidKeyList:
            return {m_name.isEmpty() ? tr("The list of keys cannot be used.")
                                     : tr("The list of keys in %1 cannot be used.").arg(m_name),
                    tr("Nothing was changed in it. Put back an earlier copy of it; the keys themselves are still in "
                       "their places.")};
        case ErrorCode::InvalidBackup:
            return {tr("%1 is no key backup, or was changed or damaged since it was made.").arg(file()),
                    tr("Take another copy of the backup.")};
        case ErrorCode::WrongPassphrase:
            return {tr("%1 does not open with this passphrase.").arg(file()),
                    tr("Type it once more; capital letters and spaces count. Nobody can recover it.")};
        case ErrorCode::PassphraseNotGiven:
            return {tr("%1 opens with its passphrase only, and none was given.").arg(file()),
                    tr("Try again and type the passphrase.")};
        case ErrorCode::UnknownKey:
            return {m_field.isEmpty() ? tr("There is no such key on this desk.")
                                      : tr("There is no key “%1” on this desk.").arg(m_field),
                    tr("Choose one from the list of keys, or restore it from a backup.")};
        case ErrorCode::KeyExists:
            return {m_field.isEmpty() ? tr("This key, or its name, is on this desk already.")
                                      : tr("This key, or the name “%1”, is on this desk already.").arg(m_field),
                    tr("Use the one that is there, or choose another name.")};
        case ErrorCode::WrongKeyKind:
            return {tr("%1 is a key of another kind than is needed here.").arg(key()), tr("Choose another key.")};
        case ErrorCode::KeyEntryMissing:
            return {
                tr("The secret of %1 is no longer where it was kept.").arg(m_field.isEmpty() ? tr("this key") : key()),
                tr("Somebody removed it there. Restore the key from a backup; nothing was put in its place.")};
        case ErrorCode::KeyEntryChanged:
            return {tr("What is kept for %1 is another secret than the key's.")
                        .arg(m_field.isEmpty() ? tr("this key") : key()),
                    tr("Somebody replaced it there. It was not used and not changed; restore the key from a backup.")};
        default:
            return {};
        }
    }

    [[nodiscard]] ProblemText ofKeychain() const
    {
        switch (m_code) {
        case ErrorCode::KeychainAbsent:
            return {tr("There is no keychain here that this program could use."),
                    tr("Log in to a desktop with one, or keep the keys in the encrypted key file.")};
        case ErrorCode::SecretTooLarge:
            return {tr("%1 is too large for a keychain.").arg(key()), tr("Keep it in the encrypted key file.")};
        case ErrorCode::KeychainLocked:
            return {tr("The keychain is locked, and its question for the password cannot be shown here."),
                    tr("Unlock it, or log in to the desktop, and try again. The key stays where it is.")};
        case ErrorCode::KeychainCancelled:
            return {tr("The keychain stayed locked: its question for the password was closed."),
                    tr("Try again and answer the question. The key stays where it is.")};
        case ErrorCode::KeychainSlow:
            return {tr("The keychain did not answer in time."),
                    tr("Look for a question of the keychain that waits for you, answer it, and try again.")};
        case ErrorCode::KeychainGone:
            return {tr("The keychain's program ended while it was asked."),
                    tr("Try again; if it stays away, log out and in. The key stays where it is.")};
        case ErrorCode::KeychainDenied:
            return {tr("The system does not let this program use the keychain."),
                    tr("Allow it in the system's settings, and try again.")};
        case ErrorCode::KeychainFailed:
            return {tr("The keychain could not do this."),
                    tr("Try again. If it goes on, look at the keychain with the system's own program.")};
        default:
            return {};
        }
    }

    ErrorCode m_code;
    QString m_path;
    QString m_name;
    QString m_chunk;
    QString m_field;
};

} // namespace

ProblemText describe(const StreamError &error)
{
    return Words(error).text();
}

} // namespace streamdesk::ui
