// What is known of one machine: its names, its keys, and how far its chains went.
#pragma once

#include "core/keys/trust_file.h"

#include <QScrollArea>

class QVBoxLayout;

namespace streamdesk::ui {

class MachineView : public QScrollArea
{
    Q_OBJECT

public:
    explicit MachineView(QWidget *parent = nullptr);

    // Builds nothing anew when nothing changed.
    void setMachine(const keys::TrustedMachine &machine);
    void clear();
    [[nodiscard]] const keys::TrustedMachine &machine() const noexcept { return m_machine; }

Q_SIGNALS:
    void renameRequested();
    void addKeyRequested();
    void removeMachineRequested();
    void noteRequested(const keys::TrustedKey &key);
    void revokeRequested(const keys::TrustedKey &key);
    void removeRequested(const keys::TrustedKey &key);
    void codeRequested(const keys::TrustedKey &key);
    void forgetChainRequested(const std::string &firstChunkId);

private:
    void addHead(QVBoxLayout *column);
    void addKeys(QVBoxLayout *column);
    void addChains(QVBoxLayout *column);
    void addChain(QVBoxLayout *column, const keys::PinnedChain &chain, const QString &grounds);

    keys::TrustedMachine m_machine;
    std::string m_text; // of the machine, to see whether it is another one
};

} // namespace streamdesk::ui
