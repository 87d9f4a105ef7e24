// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics_table.h"

#include "text_table.h"

#include <set>

namespace belvedere::ctl {

namespace {

QString aheadText(std::size_t step, std::int64_t stepMs)
{
    if (stepMs == 0)
        return QStringLiteral("%1 steps ahead").arg(step);
    return QStringLiteral("%1 min ahead")
        .arg(static_cast<std::int64_t>(step) * stepMs / kMsPerMinute);
}

} // namespace

QString metricsTable(
    const std::vector<std::pair<QString, ForecastMetrics>> &models, std::int64_t stepMs)
{
    QStringList header{QStringLiteral("test part")};
    for (const auto &[name, metrics] : models) {
        for (const char *figure : {"MAE", "RMSE", "MAPE"})
            header.append(name + QLatin1Char(' ') + QLatin1String(figure));
    }
    TextTable table(header);
    const auto addRow = [&](const QString &title, auto figuresOf) {
        QStringList row{title};
        for (const auto &[name, metrics] : models) {
            const ErrorFigures figures = figuresOf(metrics);
            row << numberText(figures.mae) << numberText(figures.rmse)
                << numberText(figures.mape, 1) + QLatin1String(" %");
        }
        table.add(row);
    };
    const std::size_t horizon = models.empty() ? 0 : models.front().second.horizons.size();
    for (const std::size_t step : std::set<std::size_t>{3, 6, 12, horizon}) {
        if (step == 0 || step > horizon)
            continue;
        addRow(aheadText(step, stepMs),
            [step](const ForecastMetrics &metrics) { return metrics.horizons[step - 1]; });
    }
    addRow(QStringLiteral("all steps"), [](const ForecastMetrics &metrics) { return metrics.all; });
    return table.toString();
}

QString eventsTable(
    const std::vector<std::pair<QString, ForecastMetrics>> &models, std::int64_t stepMs)
{
    QString text;
    for (const auto &[name, metrics] : models) {
        for (const EventMetrics &event : metrics.events) {
            TextTable table({QStringLiteral("%1, above %2").arg(name).arg(event.above),
                QStringLiteral("alarm at"), QStringLiteral("CSI"), QStringLiteral("POD"),
                QStringLiteral("FAR"), QStringLiteral("bias"), QStringLiteral("Brier")});
            const auto addRow = [&table](const QString &title, const QString &alarmAt,
                                    const EventFigures &figures) {
                const EventCounts &counts = figures.counts;
                table.add({title, alarmAt, numberText(counts.csi(), 3), numberText(counts.pod(), 3),
                    numberText(counts.far(), 3), numberText(counts.bias()),
                    numberText(figures.brier, 3)});
            };
            const std::size_t horizon = event.horizons.size();
            for (const std::size_t step : std::set<std::size_t>{1, 3, 6, 12, 24, 48, horizon}) {
                if (step > 0 && step <= horizon)
                    addRow(aheadText(step, stepMs), numberText(event.alarmAt[step - 1]),
                        event.horizons[step - 1]);
            }
            addRow(QStringLiteral("all steps"), {}, event.all);
            text += table.toString()
                + QStringLiteral("An alarm is a probability of so much or more, chosen on the "
                                 "validation part.\n");
        }
    }
    return text;
}

} // namespace belvedere::ctl
