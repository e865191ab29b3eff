// One sentence that decides: an icon, a title, an explanation under it and, where there is one, the next step as a
// button. As high with one line of explanation as with two, so that nothing below jumps when the verdict changes.
#pragma once

#include "ui/theme/colours.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace streamdesk::ui {

class IconLabel;

class VerdictBanner : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Neutral, Accent, Intact, Attention, Broken };

    explicit VerdictBanner(QWidget *parent = nullptr);

    // `iconName` as in ui/resources/icons. What is new is announced to screen readers,
    // but not each number of a progress.
    void setVerdict(Tone tone, const QString &iconName, const QString &title, const QString &text);
    // The button's label; empty takes the button away.
    void setAction(const QString &text);
    // A thin line along the bottom, from 0 to 1; nothing takes it away.
    void setProgress(std::optional<double> progress);

    [[nodiscard]] Tone tone() const noexcept { return m_tone; }
    // The next step, hidden where there is none.
    [[nodiscard]] QPushButton *action() const noexcept { return m_action; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] std::optional<double> progress() const noexcept { return m_progress; }

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Neutral;
    QString m_iconName;
    std::optional<double> m_progress;
    IconLabel *m_symbol;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace streamdesk::ui
