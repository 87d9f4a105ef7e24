// SPDX-License-Identifier: GPL-3.0-or-later
// How well each detector notices injected clusters at the same number of alarms a week, and how
// long it takes. bench_warnings [FOLDER OF THE DATA SETS [montgomery|chicago|all [DETECTOR]]]
#include "base/random.h"
#include "data/readers/import_files.h"
#include "safety/early_warning.h"
#include "safety/scan_statistic.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTextStream>

#include <cmath>

using namespace belvedere;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

double secondsOf(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.elapsed()) / 1000.0;
}

/// Half the width of a 95 % interval of a share.
double uncertainty(const InjectionScore &score)
{
    const double p = score.detectionRate();
    return 1.96 * std::sqrt(p * (1.0 - p) / score.injected);
}

/// The verb `warnings` with a usual budget, nothing else.
void timeWarnings(const IncidentTable &table, const WarningOptions &options)
{
    QElapsedTimer clock;
    clock.start();
    const auto report = findWarnings(table, options);
    if (report)
        out() << QStringLiteral("%1 warnings: %2 alarms in the last week, %3 s\n")
                     .arg(detectorName(options.detector), -10)
                     .arg(report->alarms.size())
                     .arg(secondsOf(clock), 0, 'f', 1);
    out().flush();
}

void score(const IncidentTable &table, const QTimeZone &zone, const QString &detector)
{
    out() << table.name << ", " << table.incidents.size() << " incidents\n"
          << "detector   incidents  threshold  detected          delay h (median)  false/week  s\n";
    for (int i = 0; i < kWarningDetectorCount; ++i) {
        if (!detector.isEmpty() && detector != detectorName(static_cast<WarningDetector>(i)))
            continue;
        for (const int incidents : {5, 10, 20}) {
            WarningOptions options;
            options.detector = static_cast<WarningDetector>(i);
            options.budgetPerWeek = 2.0;
            options.zone = zone;
            if (incidents == 5)
                timeWarnings(table, options);
            InjectionSpec spec;
            spec.incidents = incidents;
            spec.clusters = 200;
            QElapsedTimer clock;
            clock.start();
            const auto result = scoreWarnings(table, options, spec);
            if (!result) {
                out() << result.error().message() << '\n';
                continue;
            }
            out() << QStringLiteral("%1 %2 %3 %4 % ± %5 %6 %7 %8\n")
                         .arg(detectorName(options.detector), -10)
                         .arg(incidents, 9)
                         .arg(result->threshold, 10, 'f', 2)
                         .arg(100.0 * result->detectionRate(), 9, 'f', 1)
                         .arg(100.0 * uncertainty(*result), -5, 'f', 1)
                         .arg(result->medianDelayHours, 17, 'f', 1)
                         .arg(result->falseAlarmsPerWeek, 11, 'f', 2)
                         .arg(secondsOf(clock), 6, 'f', 1);
            out().flush();
        }
    }
}

void timeTheScan()
{
    Random random(1);
    ScanStudy study;
    study.steps = 720;
    for (int i = 0; i < 10000; ++i)
        study.locations.push_back({random.uniform(0.0, 40000.0), random.uniform(0.0, 40000.0)});
    for (int i = 0; i < 10000; ++i)
        study.cases.push_back({i, static_cast<int>(random.below(720))});
    QElapsedTimer clock;
    clock.start();
    const auto result = scanSpaceTime(study, {});
    out() << "scan of 10000 cases at 10000 places, 999 replicates: " << secondsOf(clock) << " s"
          << (result && !result->clusters.empty()
                     ? QStringLiteral(", p %1").arg(result->clusters.front().p)
                     : QString())
          << '\n';
    out().flush();
}

} // namespace

int main(int argc, char *argv[])
{
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1])
                                    : QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data");
    const QString wanted = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QStringLiteral("all");
    const QString detector = argc > 3 ? QString::fromLocal8Bit(argv[3]) : QString();
    if (wanted == QLatin1String("all"))
        timeTheScan();
    struct Set
    {
        const char *name;
        const char *file;
        const char *zone;
    };
    for (const Set &set : {Set{"montgomery", "/safety/montgomery_911/911.csv", "America/New_York"},
             Set{"chicago", "/safety/chicago_2016_2017/CHI_Crime_2016-01-01_2017-09-30.csv",
                 "America/Chicago"}}) {
        if (wanted != QLatin1String("all") && wanted != QLatin1String(set.name))
            continue;
        const QString file = folder + QLatin1String(set.file);
        if (!QFileInfo::exists(file)) {
            out() << file << " is not there\n";
            continue;
        }
        ImportOptions options;
        options.zone = QTimeZone(set.zone);
        const auto data = readFiles({file}, options);
        if (data)
            score(data->incidents, options.zone, detector);
        else
            out() << data.error().message() << '\n';
    }
    return 0;
}
