// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/environment_samples.h"

#include "base/random.h"

#include <QDateTime>

#include <cmath>
#include <limits>
#include <numbers>

namespace belvedere::ui {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QString word(const char *text, bool lengthened)
{
    const QString plain = QString::fromUtf8(text);
    return lengthened ? plain + QStringLiteral(" in the north-eastern districts of the city")
                      : plain;
}

} // namespace

std::vector<ValueClass> sampleClasses(bool longWords)
{
    const char *names[] = {
        "Good", "Moderate", "Sensitive groups", "Unhealthy", "Very unhealthy", "Hazardous"};
    const char *colors[] = {"#00E400", "#FFFF00", "#FF7E00", "#FF0000", "#8F3F97", "#7E0023"};
    const double ends[] = {50, 100, 150, 200, 300, std::numeric_limits<double>::infinity()};
    std::vector<ValueClass> classes;
    for (int i = 0; i < 6; ++i)
        classes.push_back({QString::number(i), word(names[i], longWords),
            QColor(QString::fromLatin1(colors[i])), ends[i]});
    return classes;
}

std::shared_ptr<CalendarData> sampleCalendar(bool classes, bool longWords)
{
    auto content = std::make_shared<CalendarData>();
    content->quantity = word("PM2.5, mean of the day", longWords);
    content->unit = QStringLiteral("µg/m³");
    content->first = QDate(2013, 3, 1);
    Random random(11);
    for (int i = 0; i < 900; ++i)
        content->values.push_back(i % 83 < 3 ? kNaN
                                             : 30.0
                    + 120.0 * std::pow(random.uniform(0.0, 1.0), 2.0)
                        * (1.3 + std::cos((i - 320) / 58.0)));
    if (classes)
        content->classes = sampleClasses(longWords);
    else
        content->ramp = Ramp::Risk;
    return content;
}

std::shared_ptr<VariationData> sampleVariation(
    VariationData::Cycle cycle, int curves, bool longWords)
{
    auto content = std::make_shared<VariationData>();
    content->quantity = word("Concentration", longWords);
    content->unit = QStringLiteral("µg/m³");
    content->interval = QStringLiteral("95 % interval");
    content->cycle = cycle;
    const char *names[] = {"PM2.5", "PM10", "NO2", "O3"};
    for (int c = 0; c < curves; ++c) {
        VariationCurve curve;
        curve.key = QString::fromUtf8(names[c]);
        curve.label = word(names[c], longWords);
        for (int i = 0; i < partsOf(cycle); ++i) {
            const double value =
                40.0 + 25.0 * c + 12.0 * std::sin((i + 5 * c) * std::numbers::pi / 12.0);
            curve.values.push_back(value);
            curve.low.push_back(value - 4.0);
            curve.high.push_back(value + 5.0);
        }
        content->curves.push_back(std::move(curve));
    }
    return content;
}

std::shared_ptr<PolarData> samplePolar(PolarData::Kind kind, bool longWords)
{
    auto content = std::make_shared<PolarData>();
    content->kind = kind;
    content->quantity = word("PM2.5", longWords);
    content->unit = QStringLiteral("µg/m³");
    content->speedName = word("wind speed", longWords);
    content->speedUnit = QStringLiteral("m/s");
    content->ramp = Ramp::Risk;
    content->speedEdges = {0.5, 1, 2, 3, 4, 6};
    if (kind == PolarData::Kind::Shares)
        content->classes = sampleClasses(longWords);
    double all = 0.0;
    for (int ring = 0; ring < content->rings(); ++ring) {
        for (int sector = 0; sector < 16; ++sector) {
            const double turn = sector * std::numbers::pi / 8.0;
            const double often = 900.0 * std::exp(-0.6 * ring) * (1.4 + std::cos(turn - 0.6));
            content->counts.push_back(qint64(often));
            all += std::floor(often);
            const bool few = ring == 4 && sector % 5 == 0;
            content->means.push_back(few ? kNaN : 95.0 - 12.0 * ring + 35.0 * std::cos(turn - 2.6));
        }
    }
    content->calmCount = 2400;
    content->calmMean = 110.0;
    if (kind == PolarData::Kind::Shares) {
        for (const qint64 count : content->counts)
            content->shares.push_back(double(count) / (all + 2400.0));
        content->calmShares.assign(6, 400.0 / (all + 2400.0));
    }
    return content;
}

std::shared_ptr<TrendData> sampleTrend(bool longWords)
{
    auto content = std::make_shared<TrendData>();
    content->quantity = word("PM2.5", longWords);
    content->unit = QStringLiteral("µg/m³");
    Random random(4);
    for (int i = 0; i < 60; ++i) {
        const QDateTime month(QDate(2013 + i / 12, i % 12 + 1, 1), QTime(0, 0), Qt::UTC);
        content->months.push_back({month.toMSecsSinceEpoch(),
            i == 17 ? kNaN
                    : 90.0 - 0.25 * i + 25.0 * std::cos(i / 6.0 * std::numbers::pi)
                    + 5.0 * random.normal()});
    }
    content->hasLine = true;
    content->level = 90.0;
    content->slope = -3.0;
    content->slopeLow = -4.4;
    content->slopeHigh = -1.4;
    content->p = 0.002;
    return content;
}

std::shared_ptr<ScatterData> sampleScatter(int pairs, bool longWords)
{
    auto content = std::make_shared<ScatterData>();
    content->xName = word("Observed", longWords);
    content->yName = word("Forecast 24 h ahead", longWords);
    content->unit = QStringLiteral("µg/m³");
    Random random(9);
    for (int i = 0; i < pairs; ++i) {
        const double x = 12.0 * std::exp(0.8 * random.normal() + 1.0);
        content->x.push_back(float(x));
        content->y.push_back(
            i % 97 == 0 ? float(kNaN) : float(x * 0.8 * std::exp(0.35 * random.normal()) + 6.0));
    }
    return content;
}

} // namespace belvedere::ui
