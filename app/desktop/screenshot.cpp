// SPDX-License-Identifier: GPL-3.0-or-later
#include "screenshot.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>

#include <memory>

namespace belvedere::desktop {

namespace {

constexpr int kPollMs = 50;
constexpr int kQuietPolls = 8; // settled that often in a row: late pictures have arrived
constexpr qint64 kPatienceMs = 120000;

} // namespace

void quitAfterScreenshot(ui::MainWindow &window, const QString &file)
{
    auto *timer = new QTimer(&window);
    QElapsedTimer elapsed;
    elapsed.start();
    QObject::connect(
        timer, &QTimer::timeout, &window, [&window, file, timer, elapsed, quiet = 0]() mutable {
            quiet = window.settled() ? quiet + 1 : 0;
            const bool late = elapsed.elapsed() > kPatienceMs;
            if (quiet < kQuietPolls && !late)
                return;
            timer->stop();
            QTextStream err(stderr);
            if (late)
                err << "belvedere: the window did not settle in time\n";
            else if (!window.grab().save(file, "PNG"))
                err << "belvedere: cannot write " << file << '\n';
            else {
                QApplication::exit(0);
                return;
            }
            QApplication::exit(1);
        });
    timer->start(kPollMs);
}

} // namespace belvedere::desktop
