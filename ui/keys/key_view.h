// One key of this desk: what it is, what it opens, whether a backup was proven, and what can be done with it.
#pragma once

#include "core/keys/key_record.h"
#include "ui/keys/key_uses.h"

#include <QScrollArea>

class QVBoxLayout;

namespace streamdesk::ui {

class KeyView : public QScrollArea
{
    Q_OBJECT

public:
    explicit KeyView(QWidget *parent = nullptr);

    // `looking`: the uses are not complete yet. Builds nothing anew when nothing changed.
    void setKey(const keys::KeyRecord &key, const QVector<KeyUse> &uses, bool looking);
    void clear();
    [[nodiscard]] const keys::KeyRecord &key() const noexcept { return m_key; }

Q_SIGNALS:
    void renameRequested();
    void codeRequested(); // the public part as a QR code
    void backupRequested();
    void drillRequested();
    void exportRequested();
    void deleteRequested();
    void openRequested(const QString &path); // a package

private:
    void addHead(QVBoxLayout *column);
    void addPublicPart(QVBoxLayout *column);
    void addFacts(QVBoxLayout *column);
    void addUses(QVBoxLayout *column);

    keys::KeyRecord m_key;
    QVector<KeyUse> m_uses;
    bool m_looking = false;
    QString m_built; // from what
};

} // namespace streamdesk::ui
