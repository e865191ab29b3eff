// What the QR codes in a picture say. The only place that knows the library which reads them.
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

namespace streamdesk::ui {

struct PictureReading
{
    enum class Trouble {
        None,
        NotReadable, // the file cannot be opened or read
        NoPicture,   // nor in any of the formats that photographs and screenshots have
        TooLarge,
        NoCode, // a picture without a code that can be read
    };
    Trouble trouble = Trouble::None;
    QStringList texts; // of all codes found; bar codes, too
};

// A large photograph takes a good part of a second: not for the GUI thread.
[[nodiscard]] PictureReading readCodes(const QImage &picture);

// The same for a picture in a file of at most 64 MiB. What it is, is told from its content.
[[nodiscard]] PictureReading readCodesInFile(const QString &path);

} // namespace streamdesk::ui
