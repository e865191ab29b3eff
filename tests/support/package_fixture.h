// A folder that goes away with the test, and packages in it to damage.
#pragma once

#include "core/package/consume.h"
#include "core/package/publish.h"
#include "tests/support/vectors.h"

#include <QTemporaryDir>

#include <functional>

namespace streamdesk::test {

class Scratch
{
public:
    [[nodiscard]] std::filesystem::path path(const std::string &name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    [[nodiscard]] QString qpath(const std::string &name) const { return QString::fromStdString(path(name).string()); }

    // A copy of a golden package's part ("package", "access", …).
    std::filesystem::path copy(const GoldenPackage &golden, const std::string &part) const
    {
        const std::filesystem::path to = path(part);
        copyFolder(golden.folder.toStdString() + "/" + part, to);
        return to;
    }

private:
    QTemporaryDir m_folder;
};

inline std::string textOf(const std::filesystem::path &path)
{
    return readFile(QString::fromStdString(path.string())).toStdString();
}

inline void setText(const std::filesystem::path &path, const std::string &text)
{
    writeFile(QString::fromStdString(path.string()), QByteArray::fromStdString(text));
}

inline void replaceText(const std::filesystem::path &path, const std::string &from, const std::string &to)
{
    std::string text = textOf(path);
    const std::size_t at = text.find(from);
    if (at == std::string::npos) {
        throw std::runtime_error("nothing to replace in " + path.string());
    }
    setText(path, text.replace(at, from.size(), to));
}

inline void flipBit(const std::filesystem::path &path, std::size_t bit)
{
    std::string bytes = textOf(path);
    bytes[bit / 8] = static_cast<char>(static_cast<unsigned char>(bytes[bit / 8]) ^ (1U << (bit % 8)));
    setText(path, bytes);
}

// The names in a folder, sorted; also what is hidden.
inline QStringList namesIn(const std::filesystem::path &folder)
{
    return QDir(QString::fromStdString(folder.string()))
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

// Runs `action` and returns the code of the StreamError it throws.
inline std::optional<ErrorCode> errorOf(const std::function<void()> &action)
{
    try {
        action();
    } catch (const StreamError &error) {
        return error.code();
    }
    return std::nullopt;
}

// The mutations that the reference accepts, written out as packages: each envelope and ciphertext as the case says.
inline void writeMutation(const QString &name, const std::filesystem::path &folder)
{
    const std::string text = readFile(dataPath(QStringLiteral("chain-mutations.json"))).toStdString();
    for (const std::string &raw : rawElements(text, text.find('[', text.find("\"cases\"")))) {
        const QJsonObject vector = QJsonDocument::fromJson(QByteArray::fromStdString(raw)).object();
        if (vector[QStringLiteral("name")].toString() != name) {
            continue;
        }
        copyFolder(GoldenPackage(QStringLiteral("csv")).package(), folder);
        const auto envelopes = rawElements(raw, raw.find('[', raw.find("\"envelopes\"")));
        for (std::size_t i = 0; i < 6; ++i) {
            const std::filesystem::path file = folder / ("chunk-" + std::to_string(i) + ".json");
            i < envelopes.size() ? setText(file, envelopes[i]) : (void)std::filesystem::remove(file);
        }
        const QJsonObject edits = vector[QStringLiteral("ciphertextEdits")].toObject();
        for (auto edit = edits.begin(); edit != edits.end(); ++edit) {
            const std::filesystem::path file = folder / ("chunk-" + edit.key().toStdString() + ".bin");
            const QByteArray bytes = QByteArray::fromHex(edit->toString().toLatin1());
            edit->isNull() ? (void)std::filesystem::remove(file)
                           : writeFile(QString::fromStdString(file.string()), bytes);
        }
        return;
    }
    throw std::runtime_error("no mutation " + name.toStdString());
}

} // namespace streamdesk::test
