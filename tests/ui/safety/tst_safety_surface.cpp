// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/surface_view.h"
#include "ui/safety/incident_samples.h"

#include <QLocale>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr int kDays = 120;
constexpr int kPerDay = 40;

SurfaceQuery queryFor(SafetySurface surface)
{
    SurfaceQuery query;
    query.surface = surface;
    query.choice.table = QStringLiteral("calls");
    query.to = test::kFirstIncident + kDays * kMsPerDay;
    query.known = query.to;
    return query;
}

} // namespace

/// What the colours of the map show, against counts that are known.
class tst_SafetySurface : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        m_table = test::sampleIncidents(kDays, kPerDay);
        const auto cells = placeTable(m_table, 500.0, {});
        QVERIFY2(cells, cells ? "" : qUtf8Printable(cells.error().message()));
        m_cells = *cells;
    }

    void breaksAreRound_data()
    {
        QTest::addColumn<QList<float>>("values");
        QTest::addColumn<int>("most");
        QTest::addColumn<QList<double>>("breaks");
        QTest::newRow("none") << QList<float>{} << 5 << QList<double>{};
        QTest::newRow("zeros") << QList<float>{0.0F, 0.0F} << 5 << QList<double>{};
        QTest::newRow("one") << QList<float>{3.0F} << 5 << QList<double>{2.0};
        QTest::newRow("tens") << QList<float>{1.0F, 4.0F, 60.0F, 60.0F} << 5
                              << QList<double>{2.0, 5.0, 10.0, 20.0, 50.0};
        QTest::newRow("few") << QList<float>{1.0F, 4.0F, 60.0F, 60.0F} << 2
                             << QList<double>{20.0, 50.0};
        QTest::newRow("small") << QList<float>{0.003F, 0.03F, 0.03F} << 3
                               << QList<double>{0.005, 0.01, 0.02};
        QTest::newRow("notANumber")
            << QList<float>{std::nanf(""), 12.0F, 12.0F} << 1 << QList<double>{10.0};
    }
    void breaksAreRound()
    {
        QFETCH(QList<float>, values);
        QFETCH(int, most);
        QFETCH(QList<double>, breaks);
        const std::vector<double> found =
            amountBreaks(std::vector<float>(values.begin(), values.end()), most);
        QCOMPARE(found.size(), std::size_t(breaks.size()));
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY2(std::abs(found[i] / breaks[qsizetype(i)] - 1.0) < 1e-9,
                qPrintable(QString::number(found[i])));
    }

    void countsAddUp()
    {
        const auto view = surface(SafetySurface::Count);
        const double sum = std::accumulate(view->counts.begin(), view->counts.end(), 0.0);
        QCOMPARE(sum, double(view->incidents));
        QCOMPARE(view->incidents, qint64(28 * kPerDay)); // the period of 28 days, all in cells
    }

    void typeChoosesItsIncidents()
    {
        SurfaceQuery query = queryFor(SafetySurface::Count);
        const auto all = make(query);
        query.choice.type = QStringLiteral("Fire");
        const auto fire = make(query);
        QVERIFY(std::abs(double(fire->incidents) / double(all->incidents) - 1.0 / 3.0) < 0.01);
        query.choice.type = QStringLiteral("Flood");
        QCOMPARE(makeSurface(m_cells, query, {}, {}).error().code, Errc::NotFound);
    }

    void hotPlaceIsFound_data()
    {
        QTest::addColumn<int>("surface");
        QTest::newRow("density") << int(SafetySurface::Density);
        QTest::newRow("count") << int(SafetySurface::Count);
        QTest::newRow("risk") << int(SafetySurface::Risk);
        QTest::newRow("hotSpots") << int(SafetySurface::HotSpots);
    }
    void hotPlaceIsFound()
    {
        QFETCH(int, surface);
        const auto view = this->surface(static_cast<SafetySurface>(surface));
        const std::vector<int> ranked = view->ranked(3);
        QVERIFY(!ranked.empty());
        const LonLat place = m_cells->area.centre(ranked.front());
        QVERIFY(std::abs(place.lon - test::kIncidentCentre.lon) < 0.012);
        QVERIFY(std::abs(place.lat - test::kIncidentCentre.lat) < 0.009);
        const MapTip tip = view->tip(ranked.front());
        QVERIFY(!tip.isEmpty() && !tip.rows.isEmpty());
        QVERIFY(!view->valueText(ranked.front()).isEmpty());
    }

    void densityIsTheCountPerArea()
    {
        const auto view = surface(SafetySurface::Density);
        double sum = 0.0;
        for (const float value : view->values)
            sum += std::isnan(value) ? 0.0 : double(value);
        // What is too thin to be seen is left out.
        const double share = sum * m_cells->area.grid().cellKm2() / double(view->incidents);
        QVERIFY2(share > 0.9 && share < 1.0 + 1e-6, qPrintable(QString::number(share)));
        QVERIFY(view->bandwidthM > 0.0);
    }

    void sameFlowIsNoChange()
    {
        const auto view = surface(SafetySurface::Change);
        const auto marked = std::count_if(view->changes.begin(), view->changes.end(),
            [](const CellChange &c) { return c.notable; });
        QVERIFY2(marked <= 1, qPrintable(QString::number(marked)));
    }

    void newHotPlaceIsAChange()
    {
        IncidentTable table = m_table;
        const UtcMs to = queryFor(SafetySurface::Change).to;
        for (int i = 0; i < 60; ++i) {
            Incident incident = table.incidents.back();
            incident.from = to - 10 * kMsPerDay + i * kMsPerHour;
            incident.position =
                LonLat{test::kIncidentCentre.lon + 0.05, test::kIncidentCentre.lat + 0.05};
            table.incidents.push_back(incident);
        }
        std::stable_sort(table.incidents.begin(), table.incidents.end(),
            [](const Incident &a, const Incident &b) { return a.from < b.from; });
        const auto cells = placeTable(table, 500.0, {});
        QVERIFY(cells);
        const auto view = makeSurface(*cells, queryFor(SafetySurface::Change), {}, {});
        QVERIFY(view);
        const int top = (*view)->ranked(1).front();
        QVERIFY((*view)->changes[std::size_t(top)].notable);
        QCOMPARE((*view)->changes[std::size_t(top)].now >= 60, true);
    }

    void riskModelIsUsedAgainOnItsDay()
    {
        SurfaceQuery query = queryFor(SafetySurface::Risk);
        const auto first = make(query);
        QVERIFY(first->risk.model);
        query.to += kMsPerHour;
        const auto next = makeSurface(m_cells, query, first->risk, {});
        QVERIFY(next);
        QCOMPARE((*next)->risk.model, first->risk.model);
        query.known -= 7 * kMsPerDay; // an earlier day asks for a model of its own
        const auto earlier = makeSurface(m_cells, query, first->risk, {});
        QVERIFY(earlier);
        QVERIFY((*earlier)->risk.model != first->risk.model);
        QCOMPARE((*earlier)->risk.known, query.known);
    }

    void pictureHasNorthAbove()
    {
        const auto view = surface(SafetySurface::Count);
        const CellGeometry geometry =
            makeCellGeometry(m_cells->area, LocalProjection(test::kIncidentCentre));
        QCOMPARE(geometry.areas->count(), std::size_t(m_cells->area.size()));
        const auto attributes = view->attributes(0.5);
        QVERIFY(attributes->surface);
        QCOMPARE(attributes->surface->values.size(), geometry.surface->count());
        // The northernmost cell with something in it is in a row above the southernmost one.
        const int columns = geometry.surface->columns;
        for (int cell = 0; cell < m_cells->area.size(); ++cell) {
            if (std::isnan(view->values[std::size_t(cell)]))
                continue;
            const GridCell place = m_cells->area.cell(cell);
            const int row =
                m_cells->area.rows() - 1 - (place.north - m_cells->area.southWest().north);
            const int column = place.east - m_cells->area.southWest().east;
            QCOMPARE(attributes->surface->values[std::size_t(row * columns + column)],
                view->values[std::size_t(cell)]);
        }
    }

    void legendSaysWhatItShows_data()
    {
        QTest::addColumn<int>("surface");
        QTest::addColumn<QString>("said");
        QTest::newRow("density") << int(SafetySurface::Density) << QStringLiteral("Bandwidth");
        QTest::newRow("risk") << int(SafetySurface::Risk) << QStringLiteral("Hour of");
        QTest::newRow("hotSpots") << int(SafetySurface::HotSpots) << QStringLiteral("by chance");
        QTest::newRow("change") << int(SafetySurface::Change) << QStringLiteral("period before");
    }
    void legendSaysWhatItShows()
    {
        QFETCH(int, surface);
        QFETCH(QString, said);
        const LegendContent legend =
            this->surface(static_cast<SafetySurface>(surface))->legend(QStringLiteral("Sample"));
        QVERIFY(!legend.attribute.isEmpty());
        const QString all =
            QStringList{legend.time, legend.note, legend.age}.join(QLatin1Char('\n'));
        QVERIFY2(all.contains(said), qPrintable(all));
        QCOMPARE(legend.source, QStringLiteral("Sample"));
        if (!legend.labels.isEmpty())
            QCOMPARE(std::size_t(legend.labels.size()), legend.scale.bands.size());
    }

    void emptyPeriodExplainsItself()
    {
        SurfaceQuery query = queryFor(SafetySurface::Count);
        query.to = test::kFirstIncident - kMsPerDay;
        const auto view = make(query);
        QCOMPARE(view->incidents, qint64(0));
        QVERIFY(!view->legend({}).empty.isEmpty());
        QVERIFY(view->ranked(5).empty());
    }

    void keysTellPicturesApart()
    {
        const SurfaceQuery query = queryFor(SafetySurface::Density);
        SurfaceQuery other = query;
        QCOMPARE(other.key(), query.key());
        other.choice.bandwidthM = 400.0;
        QVERIFY(other.key() != query.key());
        other = query;
        other.to += kMsPerHour;
        QVERIFY(other.key() != query.key());
        other = query;
        other.choice.k = 9; // of the points, not of the surface
        QCOMPARE(other.key(), query.key());
    }

private:
    std::shared_ptr<const SurfaceView> make(const SurfaceQuery &query)
    {
        auto view = makeSurface(m_cells, query, {}, {});
        if (!view)
            qFatal("%s", qUtf8Printable(view.error().message()));
        return *view;
    }
    std::shared_ptr<const SurfaceView> surface(SafetySurface surface)
    {
        return make(queryFor(surface));
    }

    IncidentTable m_table;
    std::shared_ptr<const CellIncidents> m_cells;
};

QTEST_GUILESS_MAIN(tst_SafetySurface)
#include "tst_safety_surface.moc"
