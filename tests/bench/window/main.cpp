// SPDX-License-Identifier: GPL-3.0-or-later
// ow_bench_window: the emptiest window Qt Widgets can show, what a start is measured against. Prints the
// monotonic time it was painted at (ns) and its resident memory (kB), then ends.
#include <QApplication>
#include <QFile>
#include <QMainWindow>
#include <QTimer>

#include <cstdio>
#include <ctime>

namespace {

class EmptyWindow final : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent* event) override
    {
        QMainWindow::paintEvent(event);
        // Behind the flush of what was painted.
        QTimer::singleShot(0, this, &EmptyWindow::tell);
    }

private:
    void tell()
    {
        timespec now{};
        clock_gettime(CLOCK_MONOTONIC, &now);
        QFile status(QStringLiteral("/proc/self/status"));
        QByteArray memory;
        if (status.open(QIODevice::ReadOnly)) {
            for (const QByteArray& line : status.readAll().split('\n')) {
                memory = line.startsWith("VmRSS:") ? line.simplified().split(' ').at(1) : memory;
            }
        }
        std::printf("{\"painted\": %lld, \"resident\": %s}\n",
                    static_cast<long long>(now.tv_sec) * 1'000'000'000LL + now.tv_nsec, memory.constData());
        std::fflush(stdout);
        QCoreApplication::quit();
    }
};

} // namespace

int main(int argc, char* argv[])
{
    const QApplication application(argc, argv);
    EmptyWindow window;
    window.resize(1366, 768);
    window.showMaximized();
    return QApplication::exec();
}
