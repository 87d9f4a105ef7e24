// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/demo_contents.h"

#include "simulation/traffic_day.h"

#include <QTest>

#include <algorithm>
#include <optional>

using namespace belvedere;
using namespace belvedere::simulation;

namespace {

constexpr UtcMs kEnd = 1762732800000; // Monday 2025-11-10T00:00Z: winter time for two weeks

DemoOptions options(int days = 14, std::uint64_t seed = 7)
{
    DemoOptions result;
    result.days = days;
    result.seed = seed;
    result.end = kEnd;
    return result;
}

double correlation(const std::vector<double> &a, const std::vector<double> &b)
{
    const auto n = static_cast<double>(a.size());
    double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sa += a[i];
        sb += b[i];
        saa += a[i] * a[i];
        sbb += b[i] * b[i];
        sab += a[i] * b[i];
    }
    return (sab - sa * sb / n) / std::sqrt((saa - sa * sa / n) * (sbb - sb * sb / n));
}

} // namespace

class tst_DemoContents : public QObject
{
    Q_OBJECT

    std::optional<DemoContents> m_city;

    /// Mean of a channel of all sites over local hours of certain weekdays.
    [[nodiscard]] double mean(int channel, int firstDay, int lastDay, double from, double to) const
    {
        const Series &series = m_city->traffic.series;
        double sum = 0.0;
        int count = 0;
        for (int t = 0; t < series.axis.count; ++t) {
            const int minute = minuteOfWeek(series.axis.at(t), m_city->info.zone);
            const double hour = (minute % kMinutesPerDay) / 60.0;
            const int day = minute / kMinutesPerDay;
            if (day < firstDay || day > lastDay || hour < from || hour >= to)
                continue;
            for (int s = 0; s < series.siteCount; ++s) {
                const float value = series.value(t, SiteId(s), channel);
                if (!std::isnan(value)) {
                    sum += static_cast<double>(value);
                    ++count;
                }
            }
        }
        return sum / count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto city = demoContents(options());
        QVERIFY(city.has_value());
        m_city = std::move(*city);
    }

    void namesAndFlags()
    {
        QVERIFY(m_city->info.simulated);
        QCOMPARE(m_city->info.seed, std::uint64_t{7});
        QCOMPARE(m_city->info.zone, QTimeZone("Europe/Zurich"));
        const auto check = [](const FilledDataset &set, const char *name, const char *domain,
                               const QStringList &channels) {
            QCOMPARE(set.dataset.name, QLatin1String(name));
            QCOMPARE(set.dataset.domain, QLatin1String(domain));
            QVERIFY(set.dataset.simulated);
            QVERIFY(set.dataset.source.startsWith(QLatin1String("Simulated")));
            QStringList keys;
            for (const Channel &channel : set.series.channels)
                keys << channel.key;
            QCOMPARE(keys, channels);
            QCOMPARE(static_cast<int>(set.dataset.sites.size()), set.series.siteCount);
            QVERIFY(set.dataset.axis == set.series.axis);
            QCOMPARE(set.series.axis.last() + set.series.axis.stepMs, kEnd);
            for (const Site &site : set.dataset.sites)
                QVERIFY(site.position.has_value());
        };
        check(m_city->traffic, "traffic", "traffic",
            {QStringLiteral("speed"), QStringLiteral("flow")});
        check(m_city->air, "air", "environment",
            {QStringLiteral("pm2.5"), QStringLiteral("no2"), QStringLiteral("o3")});
        check(m_city->weather, "weather", "weather",
            {QStringLiteral("temperature"), QStringLiteral("wind"), QStringLiteral("rain")});
        QCOMPARE(m_city->traffic.series.siteCount, 300);
        QCOMPARE(m_city->air.series.siteCount, 12);
        QCOMPARE(m_city->traffic.series.axis.count, 14 * 288);
        for (const IncidentTable *table : {&m_city->incidents, &m_city->calls}) {
            QVERIFY(table->simulated && !table->incidents.empty());
            QVERIFY(std::is_sorted(table->incidents.begin(), table->incidents.end(),
                [](const Incident &a, const Incident &b) { return a.from < b.from; }));
        }
        QCOMPARE(m_city->incidents.name, QStringLiteral("incidents"));
        QCOMPARE(m_city->calls.name, QStringLiteral("calls"));
    }

    void weekHasItsShape()
    {
        const double night = mean(kFlowChannel, 0, 4, 2.0, 4.0);
        const double morning = mean(kFlowChannel, 0, 4, 7.0, 8.5);
        const double noon = mean(kFlowChannel, 0, 4, 11.0, 13.0);
        const double evening = mean(kFlowChannel, 0, 4, 16.5, 18.0);
        QVERIFY2(morning > 6.0 * night, qPrintable(QString::number(morning / night)));
        QVERIFY(morning > 1.2 * noon);
        QVERIFY(evening > 1.2 * noon);
        QVERIFY(mean(kFlowChannel, 6, 6, 7.0, 8.5) < 0.4 * morning);
        QVERIFY(mean(kFlowChannel, 5, 5, 13.0, 15.0) > 0.9 * mean(kFlowChannel, 6, 6, 13.0, 15.0));
        // Where more drive, they drive slower.
        QVERIFY(mean(kSpeedChannel, 0, 4, 16.5, 18.0) < 0.9 * mean(kSpeedChannel, 0, 4, 2.0, 4.0));
    }

    void speedsAreInRange()
    {
        const Series &series = m_city->traffic.series;
        for (int s = 0; s < series.siteCount; ++s) {
            const Site &site = m_city->traffic.dataset.sites[static_cast<std::size_t>(s)];
            const Link &link = m_city->network.link(site.link);
            for (int t = 0; t < series.axis.count; ++t) {
                const auto speed = static_cast<double>(series.value(t, SiteId(s), kSpeedChannel));
                const auto flow = static_cast<double>(series.value(t, SiteId(s), kFlowChannel));
                if (std::isnan(speed))
                    continue;
                QVERIFY(speed >= 3.0 && speed <= 1.26 * link.freeSpeedKmh);
                QVERIFY(flow >= 0.0 && flow < 1.5 * link.capacityVehH);
            }
        }
    }

    void incidentsSlowTheirLink()
    {
        // Against the same hours of the other week: a ratio below 1 on the whole.
        const Series &series = m_city->traffic.series;
        double ratios = 0.0;
        int count = 0;
        for (const Incident &incident : m_city->incidents.incidents) {
            if (incident.category != QLatin1String("crash") || incident.severity < 2)
                continue;
            const auto &sites = m_city->traffic.dataset.sites;
            const auto site = std::find_if(sites.begin(), sites.end(),
                [&](const Site &other) { return other.link == incident.link; });
            if (site == sites.end())
                continue;
            const SiteId id(static_cast<std::int32_t>(site - sites.begin()));
            const int week = 7 * 288;
            double during = 0.0;
            double otherwise = 0.0;
            for (UtcMs at = incident.from; at < *incident.to; at += series.axis.stepMs) {
                const int t = series.axis.indexOf(at);
                const int other = t < week ? t + week : t - week;
                if (!series.axis.has(t) || !series.axis.has(other))
                    continue;
                const auto a = static_cast<double>(series.value(t, id, kSpeedChannel));
                const auto b = static_cast<double>(series.value(other, id, kSpeedChannel));
                if (!std::isnan(a) && !std::isnan(b)) {
                    during += a;
                    otherwise += b;
                }
            }
            if (otherwise > 0.0) {
                ratios += during / otherwise;
                ++count;
            }
        }
        QVERIFY2(count >= 5, qPrintable(QString::number(count)));
        QVERIFY2(ratios / count < 0.8, qPrintable(QString::number(ratios / count)));
    }

    void someValuesAreMissing()
    {
        const double share = m_city->traffic.dataset.missingShare;
        QVERIFY2(share > 0.005 && share < 0.03, qPrintable(QString::number(share)));
        const std::vector<Quality> &quality = m_city->traffic.series.quality;
        QVERIFY(std::count(quality.begin(), quality.end(), Quality::Stale) > 50);
    }

    void airFollowsTrafficAndSun()
    {
        const Series &air = m_city->air.series;
        const Series &traffic = m_city->traffic.series;
        std::vector<double> no2;
        std::vector<double> ozone;
        std::vector<double> flow;
        for (int h = 0; h < air.axis.count; ++h) {
            double load = 0.0;
            for (int s = 0; s < traffic.siteCount; ++s) {
                const float value = traffic.value(12 * h + 6, SiteId(s), kFlowChannel);
                load += std::isnan(value) ? 0.0 : static_cast<double>(value);
            }
            const auto n = static_cast<double>(air.value(h, SiteId(0), 1));
            const auto o = static_cast<double>(air.value(h, SiteId(0), 2));
            if (std::isnan(n) || std::isnan(o))
                continue;
            QVERIFY(n > 0.0 && n < 300.0 && o > 0.0 && o < 250.0);
            no2.push_back(n);
            ozone.push_back(o);
            flow.push_back(load);
        }
        QVERIFY2(
            correlation(no2, flow) > 0.35, qPrintable(QString::number(correlation(no2, flow))));
        QVERIFY2(
            correlation(no2, ozone) < -0.3, qPrintable(QString::number(correlation(no2, ozone))));
    }

    void callsFollowTheDayAndTheCentre()
    {
        int day = 0;
        int night = 0;
        int near = 0;
        const auto &calls = m_city->calls.incidents;
        for (const Incident &call : calls) {
            const int hour = minuteOfWeek(call.from, m_city->info.zone) % kMinutesPerDay / 60;
            day += hour >= 12 && hour < 18 ? 1 : 0;
            night += hour >= 2 && hour < 8 ? 1 : 0;
            near += distanceM(*call.position, *m_city->info.centre) < 2500.0 ? 1 : 0;
        }
        QVERIFY(day > 3 * night / 2);
        // A circle of 2.5 km holds an eighth of the city's area.
        QVERIFY(near > static_cast<int>(calls.size()) / 4);
    }

    void sameSeedSameValues()
    {
        const auto a = demoContents(options(2));
        const auto b = demoContents(options(2));
        const auto c = demoContents(options(2, 8));
        QVERIFY(a && b && c);
        const auto same = [](const Series &x, const Series &y) {
            return x.quality == y.quality
                && std::equal(x.values.begin(), x.values.end(), y.values.begin(), y.values.end(),
                    [](float v, float w) { return v == w || (std::isnan(v) && std::isnan(w)); });
        };
        QVERIFY(same(a->traffic.series, b->traffic.series));
        QVERIFY(same(a->air.series, b->air.series));
        QVERIFY(same(a->weather.series, b->weather.series));
        QVERIFY(!same(a->traffic.series, c->traffic.series));
        QCOMPARE(a->calls.incidents.size(), b->calls.incidents.size());
    }

    void badOptions_data()
    {
        QTest::addColumn<int>("days");
        QTest::newRow("none") << 0;
        QTest::newRow("negative") << -3;
        QTest::newRow("tooMany") << 367;
    }
    void badOptions()
    {
        QFETCH(int, days);
        const auto city = demoContents(options(days));
        QVERIFY(!city);
        QCOMPARE(city.error().code, Errc::Usage);
    }
};

QTEST_GUILESS_MAIN(tst_DemoContents)
#include "tst_demo_contents.moc"
