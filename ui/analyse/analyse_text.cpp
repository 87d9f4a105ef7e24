// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/analyse_text.h"

#include "analyse/result_table_model.h"
#include "analyse/tables/table_text.h"
#include "common/error_text.h"
#include "common/format.h"
#include "common/quantity_names.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::AnalyseText)
};

constexpr double kMsPerSecondReal = 1000.0;
constexpr qsizetype kMostReasons = 5;

QString dateText(UtcMs time, const QTimeZone &zone)
{
    return QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(time, zone).date(), QLocale::ShortFormat);
}

QString unitSuffix(const QString &unit)
{
    return unit.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(unit);
}

} // namespace

QString modelTitle(const ForecasterFactory &factory, const QString &kind)
{
    for (const auto &known : factory.kinds()) {
        if (known.kind == kind)
            return QCoreApplication::translate("Model", known.title);
    }
    return kind;
}

QString formatTitle(FileFormat format)
{
    switch (format) {
    case FileFormat::WideCsv:
        return Text::tr("Series, one column per site");
    case FileFormat::LongCsv:
        return Text::tr("Series, one row per value");
    case FileFormat::SensorsCsv:
        return Text::tr("Site list");
    case FileFormat::AdjacencyCsv:
        return Text::tr("Ties between sites");
    case FileFormat::IncidentsCsv:
        return Text::tr("Incidents");
    case FileFormat::HolidaysCsv:
        return Text::tr("Public holidays");
    case FileFormat::TableCsv:
        return Text::tr("Table of any columns");
    }
    return {};
}

QString measureTitle(Measure measure)
{
    switch (measure) {
    case Measure::Mae:
        return Text::tr("MAE");
    case Measure::Rmse:
        return Text::tr("RMSE");
    case Measure::Mape:
        return Text::tr("MAPE");
    case Measure::Wape:
        return Text::tr("WAPE");
    case Measure::Coverage:
        return Text::tr("Coverage");
    }
    return {};
}

QString measureHelp(Measure measure)
{
    switch (measure) {
    case Measure::Mae:
        return Text::tr("Mean absolute error of the median. Smaller is better.");
    case Measure::Rmse:
        return Text::tr("Root of the mean squared error of the median; large errors weigh more. "
                        "Smaller is better.");
    case Measure::Mape:
        return Text::tr("Mean of the errors as shares of the true values; true zeros are left "
                        "out. Smaller is better.");
    case Measure::Wape:
        return Text::tr("Sum of the errors as a share of the sum of the true values; for counts. "
                        "Smaller is better.");
    case Measure::Coverage:
        return Text::tr("Share of true values inside the band. The closer to %1, the better.")
            .arg(formatPercent(nominalCoverage()));
    }
    return {};
}

QString measureText(double value, Measure measure, const QString &unit)
{
    switch (measure) {
    case Measure::Mae:
    case Measure::Rmse:
        return formatValue(value, unit);
    case Measure::Mape:
    case Measure::Wape:
        return formatValue(value, QStringLiteral("%"), 1);
    case Measure::Coverage:
        return formatPercent(value, 1);
    }
    return {};
}

QString leadTime(int steps, std::int64_t stepMs)
{
    return formatDuration(
        static_cast<double>(steps) * static_cast<double>(stepMs) / kMsPerSecondReal);
}

QString axisSpan(const TimeAxis &axis, const QTimeZone &zone)
{
    if (axis.count == 0)
        return Text::tr("No values");
    //: A span of dates
    return Text::tr("%1 – %2").arg(dateText(axis.start, zone), dateText(axis.last(), zone));
}

Entry datasetEntry(const Dataset &dataset)
{
    Entry entry;
    entry.id = dataset.name;
    entry.title = dataset.name;
    //: Badge of data that the program made itself
    entry.badge = dataset.simulated ? Text::tr("Simulated") : QString();
    //: "Traffic · 300 sites"
    entry.lines.append(Text::tr("%1 · %2").arg(domainTitle(dataset.domain),
        Text::tr("%Ln site(s)", nullptr, static_cast<int>(dataset.sites.size()))));
    //: "8,064 steps of 5 min · 1.5 % missing"
    entry.lines.append(
        Text::tr("%1 of %2 · %3 missing")
            .arg(Text::tr("%Ln step(s)", nullptr, dataset.axis.count),
                leadTime(1, dataset.axis.stepMs), formatPercent(dataset.missingShare, 1)));
    entry.lines.append(axisSpan(dataset.axis, dataset.zone));
    return entry;
}

Entry runEntry(const RunEntry &run, const ForecasterFactory &factory)
{
    const RunRecord &record = run.record;
    Entry entry;
    entry.id = record.id;
    entry.title = modelTitle(factory, record.spec.model);
    //: Badge of the model that serves now
    entry.badge = run.live() ? Text::tr("Deployed") : QString();
    //: Data set, quantity and id of a run
    entry.lines.append(Text::tr("%1 · %2 · %3")
                           .arg(record.spec.dataset, channelTitle(record.spec.channel), record.id));
    //: Error and date of a run
    entry.lines.append(Text::tr("%1 · %2").arg(
        tableScore(record), formatDayAndTime(record.started, QTimeZone::systemTimeZone())));
    return entry;
}

QString comparisonText(const RunRecord &run, const ForecasterFactory &factory, std::int64_t stepMs)
{
    const auto lastMae = [](const ForecastMetrics &metrics) {
        return metrics.horizons.empty() ? std::numeric_limits<double>::quiet_NaN()
                                        : valueOf(metrics.horizons.back(), Measure::Mae);
    };
    QString bestKind;
    double bestMae = std::numeric_limits<double>::infinity();
    for (const auto &[kind, metrics] : run.baselines) {
        if (kind != run.spec.model && lastMae(metrics) < bestMae) {
            bestKind = kind;
            bestMae = lastMae(metrics);
        }
    }
    const auto gain = gainOver(lastMae(run.test), bestMae, Measure::Mae);
    if (!gain)
        return {};
    const QString ahead = leadTime(static_cast<int>(run.test.horizons.size()), stepMs);
    const QString share = formatPercent(std::abs(*gain), std::abs(*gain) < 0.1 ? 1 : 0);
    const QString baseline = modelTitle(factory, bestKind);
    if (*gain >= 0.0)
        //: %1 a percentage, %2 a duration, %3 a model
        return Text::tr("%1 lower MAE %2 ahead than %3").arg(share, ahead, baseline);
    //: %1 a percentage, %2 a duration, %3 a model
    return Text::tr("%1 higher MAE %2 ahead than %3").arg(share, ahead, baseline);
}

QString conditionsText(const RunRecord &run)
{
    const SplitShares &split = run.spec.split;
    const QString channel = channelTitle(run.spec.channel) + unitSuffix(run.unit);
    const QString parts =
        QStringLiteral("%1 / %2 / %3")
            .arg(formatNumber(split.train * 100.0, 0), formatNumber(split.validation * 100.0, 0),
                formatPercent(split.test));
    //: What figures hold for: data set, quantity, the three shares of the split, seed
    const QString text = Text::tr("%1 · %2 · split %3 · seed %4")
                             .arg(run.spec.dataset, channel, parts, QString::number(run.spec.seed));
    //: Appended to a description of data that the program made itself
    return run.simulatedData ? Text::tr("%1 · simulated data").arg(text) : text;
}

QString stopReasonText(const RunRecord &run)
{
    const int last = static_cast<int>(run.epochs.size());
    if (run.stopReason == QLatin1String("early-stopping"))
        return Text::tr("Stopped after %Ln epoch(s) without further gain", nullptr, last);
    if (run.stopReason == QLatin1String("budget"))
        return Text::tr("Stopped after %Ln epoch(s): the time was used up", nullptr, last);
    if (run.stopReason == QLatin1String("stopped"))
        return Text::tr("Finished by hand after %Ln epoch(s)", nullptr, last);
    return Text::tr("All %Ln epoch(s) done", nullptr, last);
}

QStringList rejectionTexts(const std::vector<Rejection> &rejected)
{
    struct Group
    {
        const Rejection *first = nullptr;
        int count = 0;
    };
    std::vector<Group> groups; // a kind of reason in one file each
    for (const Rejection &rejection : rejected) {
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group &g) {
            return qstrcmp(g.first->reason.text, rejection.reason.text) == 0
                && g.first->file == rejection.file;
        });
        if (same == groups.end())
            groups.push_back({&rejection, 1});
        else
            ++same->count;
    }
    std::stable_sort(groups.begin(), groups.end(),
        [](const Group &a, const Group &b) { return a.count > b.count; });
    QStringList lines;
    for (const Group &group : groups) {
        if (lines.size() == kMostReasons)
            break;
        Error reason = group.first->reason;
        reason.where.clear();
        //: A number of rows, a file, the line of the first of them, what is wrong with it
        lines.append(Text::tr("%1 × in %2, first in line %3: %4")
                         .arg(formatCount(group.count), QFileInfo(group.first->file).fileName(),
                             formatCount(group.first->line), errorText(reason)));
    }
    return lines;
}

QString importSummaryText(const ImportSummary &summary)
{
    QStringList parts;
    if (summary.axis.count > 0) {
        parts.append(Text::tr("%Ln site(s)", nullptr, static_cast<int>(summary.sites)));
        parts.append(Text::tr("%Ln step(s)", nullptr, summary.axis.count));
        parts.append(axisSpan(summary.axis, summary.zone));
        parts.append(Text::tr("%1 new values").arg(formatCount(summary.written.added)));
        if (summary.written.replaced > 0)
            parts.append(Text::tr("%1 values replaced").arg(formatCount(summary.written.replaced)));
    }
    if (summary.tableColumns > 0) {
        parts.append(Text::tr("%Ln row(s)", nullptr, static_cast<int>(summary.tableRows)));
        parts.append(Text::tr("%Ln column(s)", nullptr, static_cast<int>(summary.tableColumns)));
    }
    if (summary.incidents > 0)
        parts.append(Text::tr("%Ln incident(s)", nullptr, static_cast<int>(summary.incidents)));
    if (summary.outside > 0)
        parts.append(Text::tr("%Ln far outside", nullptr, static_cast<int>(summary.outside)));
    if (summary.holidays > 0)
        parts.append(Text::tr("%Ln holiday(s)", nullptr, static_cast<int>(summary.holidays)));
    if (summary.zerosAsMissing > 0)
        parts.append(Text::tr("%1 zeros read as missing").arg(formatCount(summary.zerosAsMissing)));
    if (summary.suspectValues > 0)
        parts.append(Text::tr("%1 suspect values").arg(formatCount(summary.suspectValues)));
    if (summary.leftOut > 0)
        parts.append(Text::tr("%Ln row(s) left out", nullptr, static_cast<int>(summary.leftOut)));
    //: Name of a data set, then what was stored
    return Text::tr("%1: %2").arg(summary.dataset, parts.join(QStringLiteral(" · ")));
}

QString qualityNotesText(const std::vector<QualityNote> &notes)
{
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("QualityNote", text);
    };
    QStringList paragraphs;
    for (const QualityNote &note : notes)
        //: what is odd about the data, and what to do about it
        paragraphs += Text::tr("%1 %2").arg(
            fillIn(translated(note.text), note.args), translated(note.advice));
    return paragraphs.join(QStringLiteral("\n\n"));
}

} // namespace belvedere::ui
