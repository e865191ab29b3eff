// Decrypted content made ready to be looked at, in each of the ways that fit.
#pragma once

#include "core/json/tree.h"
#include "core/package/content.h"
#include "ui/content/content_guess.h"
#include "ui/content/delimited_text.h"

#include <QImage>
#include <QSize>
#include <QString>
#include <QStringList>

#include <memory>

namespace streamdesk::ui {

// The bytes are wiped when it goes; the rest is given back to the system, as the toolkit's own memory is.
struct ShownContent
{
    static constexpr qsizetype mostCharacters = 262'144; // of text; a text field lays out no more without being felt
    static constexpr qsizetype longestLine = 4'096;      // characters
    static constexpr int widestImage = 2'048;            // pixels, either way; larger ones are made smaller

    package::Content content;
    ContentGuess guess;

    QString text;          // with long lines cut, and cut itself
    bool textCut = false;  // there is more text than is shown
    bool linesCut = false; // some lines are longer

    DelimitedText table;
    QStringList names;   // of columns
    int skippedRows = 0; // of the table: the names, or a row that lacks its beginning
    bool rowCut = false; // one of them is the latter

    std::shared_ptr<const json::Tree> tree;

    QImage image;
    QSize imageSize;      // as it is in the file; the image may be smaller
    QString imageProblem; // the toolkit's words, when the image could not be made
};

// Any thread; takes time and memory in proportion to the bytes.
[[nodiscard]] std::shared_ptr<const ShownContent> prepareContent(package::Content content);

} // namespace streamdesk::ui
