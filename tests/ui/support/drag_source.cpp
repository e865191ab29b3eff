// Another program from which files are dragged: a window in the corner of the screen; pressing the mouse in it starts a
// drag of the files named as arguments. Prints "dragging" when the drag begins, and stays until it is ended, as a file
// manager would.
#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>
#include <QWidget>

#include <cstdio>

namespace {

class Source : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (!event->buttons().testFlag(Qt::LeftButton) || m_dragging) {
            return;
        }
        m_dragging = true;
        auto *const mime = new QMimeData;
        QList<QUrl> urls;
        const QStringList paths = QApplication::arguments().mid(1);
        for (const QString &path : paths) {
            urls.append(QUrl::fromLocalFile(path));
        }
        mime->setUrls(urls);
        auto *const drag = new QDrag(this);
        drag->setMimeData(mime);
        std::puts("dragging");
        std::fflush(stdout);
        (void)drag->exec(Qt::CopyAction);
        m_dragging = false;
    }

private:
    bool m_dragging = false;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    Source source;
    source.setGeometry(0, 0, 100, 100);
    source.show();
    return QApplication::exec();
}
