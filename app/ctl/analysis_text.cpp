// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis_text.h"

#include "text_table.h"

#include <algorithm>
#include <numeric>

namespace belvedere::ctl {

namespace {

constexpr std::size_t kMostRows = 5;

QStringList figureRow(const QString &title, const ErrorFigures &figures)
{
    return {title, numberText(figures.mae, 3), numberText(figures.rmse, 3),
        numberText(figures.bias, 3), numberText(100.0 * figures.coverage, 1) + QLatin1String(" %")};
}

TextTable figureTable(const QString &title)
{
    return TextTable({title, QStringLiteral("MAE"), QStringLiteral("RMSE"), QStringLiteral("bias"),
        QStringLiteral("80 % band holds")});
}

/// Positions of the largest MAE, largest first; what was never observed is left out.
template <class Figures> std::vector<std::size_t> largest(std::size_t count, Figures figuresOf)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto unobserved = [&](std::size_t i) { return figuresOf(i).observed == 0; };
    order.erase(std::remove_if(order.begin(), order.end(), unobserved), order.end());
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return figuresOf(a).mae > figuresOf(b).mae; });
    order.resize(std::min(order.size(), kMostRows));
    return order;
}

QString regimesText(const RunAnalysis &analysis)
{
    TextTable table = figureTable(QStringLiteral("regime"));
    for (const RegimeErrors &regime : analysis.regimes) {
        const ErrorFigures &figures = regime.metrics.all;
        const double share =
            double(figures.observed) / double(std::max<qint64>(1, analysis.metrics.all.observed));
        table.add(figureRow(QStringLiteral("%1 (%2 %)")
                                .arg(regimeName(regime.regime), numberText(100.0 * share, 1)),
            figures));
    }
    return table.toString();
}

QString hoursText(const RunAnalysis &analysis)
{
    TextTable table = figureTable(QStringLiteral("worst hours of the day"));
    const auto figures = [&](std::size_t hour) { return analysis.hours[hour].all; };
    for (const std::size_t hour : largest(analysis.hours.size(), figures))
        table.add(
            figureRow(QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0')), figures(hour)));
    return table.toString();
}

QString sitesText(const RunAnalysis &analysis)
{
    TextTable table = figureTable(QStringLiteral("worst sites"));
    const auto figures = [&](std::size_t site) { return analysis.sites[site].figures; };
    for (const std::size_t site : largest(analysis.sites.size(), figures))
        table.add(figureRow(analysis.siteCodes[site], figures(site)));
    return table.toString();
}

QString calibrationText(const RunAnalysis &analysis)
{
    QStringList levels;
    for (const CalibrationPoint &point : analysis.calibration)
        levels += QStringLiteral("%1 → %2").arg(
            numberText(100.0 * point.level, 0), numberText(100.0 * point.share, 1));
    return QStringLiteral("calibration, % nominal → observed: %1\n")
        .arg(levels.join(QStringLiteral(", ")));
}

QString worstText(const RunAnalysis &analysis)
{
    TextTable table(
        {QStringLiteral("worst windows"), QStringLiteral("issued"), QStringLiteral("MAE")});
    for (std::size_t i = 0; i < std::min(kMostRows, analysis.worst.size()); ++i) {
        const WorstCase &worst = analysis.worst[i];
        table.add({analysis.siteCodes[worst.site.index()], formatUtc(worst.issued),
            numberText(worst.mae, 2)});
    }
    return table.toString();
}

} // namespace

QString analysisText(const RunAnalysis &analysis)
{
    return regimesText(analysis) + hoursText(analysis) + sitesText(analysis) + worstText(analysis)
        + calibrationText(analysis);
}

} // namespace belvedere::ctl
