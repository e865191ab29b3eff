// All that this desk knows but secrets, for a file that goes to another computer, and the way back.
#pragma once

#include "core/keys/desk_file.h"

#include <QString>
#include <QStringList>

namespace streamdesk::ui {

class LibraryStore;
class Settings;

// Settings and library as the file holds them.
[[nodiscard]] json::Tree settingsTree(const Settings &settings);
[[nodiscard]] json::Tree libraryTree(const LibraryStore &library);

// Takes over what the file says. What makes no sense here is passed over; nothing that is here goes away.
void takeSettings(Settings &settings, const json::Tree &tree);
// How many entries came in.
int takeLibrary(LibraryStore &library, const json::Tree &tree);

// What taking a file over would bring, one line for each kind of thing.
struct OwnDataNews
{
    QStringList lines;
    QStringList missingKeys; // names of keys that the file knows and that are not on this desk
};
[[nodiscard]] OwnDataNews newsOf(const keys::DeskFile &theirs, const LibraryStore &library,
                                 const keys::TrustFile &trust, const std::vector<keys::KeyRecord> &keys);

// Gives the keys that are here the names and times that the file knows of them. Pure.
void takeKeyNames(keys::KeyList &ours, const keys::KeyList &theirs);

} // namespace streamdesk::ui
