// Facts as lines of a label and a value, which can be selected and copied.
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

class QGridLayout;
class QHBoxLayout;

namespace streamdesk::ui {

struct Fact
{
    enum class Mark { None, Good, Bad, Attention }; // a sign behind the value; the value says the same

    QString label;
    QString kind{}; // stands out before the value
    QString value{};
    QString code{}; // a hash, an id or a key behind the value: shortened, whole in the tool tip and when copied
    Mark mark = Mark::None;
    bool startsGroup = false; // some room above

    bool operator==(const Fact &) const = default;
};

class FactList : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(QWidget *parent = nullptr);

    // Builds nothing anew when nothing changed.
    void setFacts(const QVector<Fact> &facts);
    [[nodiscard]] const QVector<Fact> &facts() const noexcept { return m_facts; }

private:
    void addFact(int line, const Fact &fact);
    void addCode(QHBoxLayout *layout, const Fact &fact);

    QVector<Fact> m_facts;
    QGridLayout *m_grid = nullptr;
    QWidget *m_lines = nullptr;
};

} // namespace streamdesk::ui
