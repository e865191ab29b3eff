// Decrypted content on the screen: as text, table, tree, picture or bytes, and a line that says what of it is shown.
#pragma once

#include "ui/content/shown_content.h"

#include <QWidget>

#include <array>

class QAbstractItemView;
class QLabel;
class QListView;
class QPlainTextEdit;
class QScrollArea;
class QStackedWidget;
class QTableView;
class QToolButton;
class QTreeView;

namespace streamdesk::ui {

class BytesModel;
class FieldModel;
class TableModel;

// GUI thread.
class ContentView : public QWidget
{
    Q_OBJECT

public:
    explicit ContentView(QWidget *parent = nullptr);

    // Begins with the way to look at it that was guessed, or with the one the person chose last where that fits.
    void showContent(std::shared_ptr<const ShownContent> content);
    // Lets go of everything that was shown.
    void clear();

    [[nodiscard]] ContentLook look() const noexcept { return m_look; }
    void setLook(ContentLook look);
    // What is said above the content.
    [[nodiscard]] QString saidOfPlace() const;
    [[nodiscard]] QString saidOfLimits() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr std::size_t looks = 5;

    void addLook(ContentLook look, const QString &name, const QString &explanation, QWidget *page);
    [[nodiscard]] QWidget *makeText();
    [[nodiscard]] QWidget *makeTable();
    [[nodiscard]] QWidget *makeTree();
    [[nodiscard]] QWidget *makeImage();
    [[nodiscard]] QWidget *makeHex();
    [[nodiscard]] bool fits(ContentLook look) const;
    void fill(ContentLook look);
    void fillImage();
    [[nodiscard]] QString placeText() const;
    [[nodiscard]] QString limitsText() const;
    static void copySelection(const QAbstractItemView &view);

    std::shared_ptr<const ShownContent> m_content;
    ContentLook m_look = ContentLook::Hex;
    std::optional<ContentLook> m_chosen; // by the person, until it does not fit
    std::array<bool, looks> m_filled{};

    std::array<QToolButton *, looks> m_buttons{};
    QLabel *m_place;
    QLabel *m_limits;
    QStackedWidget *m_pages;
    QPlainTextEdit *m_text = nullptr;
    QTableView *m_table = nullptr;
    TableModel *m_tableModel = nullptr;
    QTreeView *m_tree = nullptr;
    FieldModel *m_treeModel = nullptr;
    QScrollArea *m_imageArea = nullptr;
    QLabel *m_image = nullptr;
    QListView *m_hex = nullptr;
    BytesModel *m_bytes = nullptr;
};

} // namespace streamdesk::ui
