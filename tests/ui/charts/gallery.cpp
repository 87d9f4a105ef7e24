// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every chart in both themes, for people to look at.
//   chart_gallery <folder> [long]
#include "theme/theme.h"
#include "ui/charts/chart_samples.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace belvedere::ui;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 2)
        return 1;
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    if (!folder.mkpath(QStringLiteral(".")))
        return 1;
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
        applyTheme(application, mode);
        const QString tail =
            mode == ThemeMode::Dark ? QStringLiteral("_dark.png") : QStringLiteral("_light.png");
        for (const ChartSample &sample : chartSamples(argc > 2)) {
            const std::unique_ptr<QWidget> chart = sample.make();
            chart->resize(sample.size);
            chart->show();
            settle(*chart);
            if (!chart->grab().save(folder.filePath(sample.name + tail)))
                return 1;
            chart->setFocus(Qt::TabFocusReason);
            QTest::keyClick(chart.get(), Qt::Key_Right);
            for (int i = 0; i < 3; ++i)
                QTest::keyClick(chart.get(), i % 2 ? Qt::Key_Right : Qt::Key_Down);
            chart->grab().save(folder.filePath(sample.name + QStringLiteral("_cursor") + tail));
        }
    }
    return 0;
}
