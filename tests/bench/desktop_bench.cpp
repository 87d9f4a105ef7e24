// SPDX-License-Identifier: GPL-3.0-or-later
// How the desktop feels: time from the window to the first sharp map, and the longest pause of
// the window while a neural network trains and a person keeps working.
//   bench_desktop [seconds of training]
#include "analyse/analyse_workspace.h"
#include "analyse/train_form.h"
#include "base/task_pools.h"
#include "map/map_view.h"
#include "models/catalog/model_catalog.h"
#include "operate/operate_workspace.h"
#include "shell/city_opener.h"
#include "shell/main_window.h"
#include "shell/shell_services.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <vector>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr int kPatienceMs = 120000;
constexpr std::size_t kListed = 8;

/// Knows which events kept the GUI thread longest, nested ones included.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0 || !recording)
            return QApplication::notify(receiver, event);
        const QString what = QString::fromUtf8(receiver->metaObject()->className())
            + QStringLiteral(" event %1").arg(event->type());
        QElapsedTimer elapsed;
        elapsed.start();
        ++m_depth;
        const bool taken = QApplication::notify(receiver, event);
        --m_depth;
        double &longest = m_longestMs[what];
        longest = std::max(longest, static_cast<double>(elapsed.nsecsElapsed()) * 1e-6);
        return taken;
    }

    void print(QTextStream &out) const
    {
        std::vector<std::pair<double, QString>> sorted;
        for (const auto &[what, longest] : m_longestMs)
            sorted.emplace_back(longest, what);
        std::sort(sorted.rbegin(), sorted.rend());
        sorted.resize(std::min(sorted.size(), kListed));
        for (const auto &[longest, what] : sorted)
            out << "  " << QString::number(longest, 'f', 1) << " ms  " << what << '\n';
    }

    bool recording = false;

private:
    std::map<QString, double> m_longestMs;
    int m_depth = 0;
};

/// A person who drags the slider, pans and looks from one workspace to the other.
void workFor(MainWindow &window, CityClock &clock, int milliseconds)
{
    MapView *map = window.operate()->map();
    QElapsedTimer elapsed;
    elapsed.start();
    for (int i = 0; elapsed.elapsed() < milliseconds; ++i) {
        QTest::qWait(40);
        const UtcMs instant = clock.now() - (i % 48) * 5 * kMsPerMinute;
        QMetaObject::invokeMethod(
            &clock, [&clock, instant] { clock.setCurrent(instant); }, Qt::QueuedConnection);
        if (i % 3 == 0)
            map->setViewport(map->viewport().panned(QPointF(i % 2 ? 24 : -24, 8)));
        if (i % 50 == 49)
            window.showWorkspace(
                i % 100 == 49 ? MainWindow::Workspace::Analyse : MainWindow::Workspace::Operate);
    }
}

} // namespace

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 30;
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    QTextStream out(stdout);

    {
        QElapsedTimer making;
        making.start();
        const auto made = openCity({}, {});
        if (!made) {
            out << made.error().message() << '\n';
            return 1;
        }
        (void)deployFirstModels(made->store, modelCatalog(), {});
        out << "demo city made, stored and given first models: " << making.elapsed() << " ms\n";
    }
    QElapsedTimer sinceWindow;
    sinceWindow.start();
    ShellServices services;
    CityClock &clock = services.clock;
    applyPreferences(application, services.preferences.values(), services.language);
    TaskPools pools;
    MainWindow window(services.context(&modelCatalog(), &pools));
    window.resize(1440, 900);
    window.show();
    window.openCity({});
    if (!QTest::qWaitFor(
            [&] { return window.operate()->map()->isSharp() && window.settled(); }, kPatienceMs))
        return 1;
    out << "window to sharp map with values: " << sinceWindow.elapsed() << " ms\n";

    window.showWorkspace(MainWindow::Workspace::Analyse);
    QTest::qWait(500);
    auto *form = window.findChild<TrainForm *>();
    clock.setSpeed(300);
    clock.play();
    window.stalls().reset();
    application.recording = true;
    form->start();
    workFor(window, clock, seconds * 1000);
    out << "while training, " << seconds << " s: longest pause "
        << QString::number(window.stalls().longestStallMs(), 'f', 1)
        << " ms, 95 of 100 beats within " << QString::number(window.stalls().p95StallMs(), 'f', 1)
        << " ms, training " << (window.analyse()->busy() ? "still running" : "finished") << '\n';
    out << "longest events:\n";
    application.print(out);
    QElapsedTimer closing;
    closing.start();
    window.close();
    pools.training.clear();
    pools.training.waitForDone();
    out << "closing in the middle: " << closing.elapsed() << " ms\n";
    return 0;
}
