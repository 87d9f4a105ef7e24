// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "environment/dispersion/city_dispersion.h"
#include "environment/dispersion/grid_convolution.h"
#include "environment/dispersion/line_source.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

using namespace belvedere;

namespace {

constexpr double kMicrogramPerSPerGPerH = 1e6 / 3600.0;

struct Roads
{
    std::vector<RoadPiece> pieces;
    std::vector<double> gPerH;
};

/// Streets and avenues, shifted off the cells, and some oblique roads.
Roads streets(int count, double blockM, std::uint64_t seed)
{
    Random random(seed);
    Roads roads;
    const double size = count * blockM;
    const auto add = [&](PointM from, PointM to) {
        roads.pieces.push_back({from, to, static_cast<std::uint32_t>(roads.pieces.size())});
        roads.gPerH.push_back(random.exponential(100.0));
    };
    for (int i = 0; i <= count; ++i) {
        for (int j = 0; j < count; ++j) {
            const double across = i * blockM + 13.0;
            add({across, j * blockM}, {across + 5.0, (j + 1) * blockM});
            add({j * blockM, across}, {(j + 1) * blockM, across - 7.0});
        }
    }
    for (int i = 0; i < count; ++i)
        add({random.uniform(0.0, size), random.uniform(0.0, size)},
            {random.uniform(0.0, size), random.uniform(0.0, size)});
    return roads;
}

ReceptorGrid gridOver(const Roads &roads, double cellM = 100.0)
{
    BoundingBox box;
    for (const RoadPiece &piece : roads.pieces) {
        box.add(piece.from);
        box.add(piece.to);
    }
    return ReceptorGrid::over(box, cellM, 520.0);
}

/// A year as it is in western Europe: mostly from the south-west, stable nights.
WindClimate someYear()
{
    Random random(5);
    std::vector<WeatherHour> hours;
    for (int i = 0; i < 8760; ++i) {
        const double from =
            random.uniform() < 0.6 ? random.normal(235.0, 40.0) : random.uniform(0.0, 360.0);
        const double speed = 0.3 + random.exponential(2.8);
        const std::uint64_t draw = random.below(10);
        const Stability stability = draw < 5 ? Stability::D
            : draw < 7                       ? Stability::F
            : draw < 9                       ? Stability::C
                                             : Stability::B;
        hours.push_back({from, speed, stability});
    }
    return *WindClimate::make(hours);
}

UnitResponse responseOf(const QString &name)
{
    const auto hour = [](double from, double speed, Stability stability) {
        return *UnitResponse::ofHour({from, speed, stability});
    };
    if (name == QLatin1String("year"))
        return *UnitResponse::ofYear(someYear());
    if (name == QLatin1String("hour D"))
        return hour(247.0, 3.0, Stability::D);
    if (name == QLatin1String("hour F"))
        return hour(20.0, 1.0, Stability::F);
    return hour(101.0, 2.0, Stability::B);
}

/// By every road in steps of 2 m, 0.2 m where the receptor is beside it, and the response itself:
/// what the map is measured by.
double bruteForce(const UnitResponse &response, const Roads &roads, PointM receptor)
{
    double sum = 0.0;
    for (const RoadPiece &piece : roads.pieces) {
        const double dx = piece.to.x - piece.from.x;
        const double dy = piece.to.y - piece.from.y;
        const double length = std::hypot(dx, dy);
        const double across =
            std::abs((receptor.x - piece.from.x) * dy - (receptor.y - piece.from.y) * dx) / length;
        const int steps = static_cast<int>(std::ceil(length / (across < 60.0 ? 0.2 : 2.0)));
        const double strength = roads.gPerH[piece.road] * kMicrogramPerSPerGPerH / steps;
        for (int i = 0; i < steps; ++i) {
            const double along = (i + 0.5) / steps;
            sum += strength
                * response.at(
                    receptor.x - piece.from.x - along * dx, receptor.y - piece.from.y - along * dy);
        }
    }
    return sum;
}

DispersionMap mapOf(
    const CityDispersion &city, const UnitResponse &response, const std::vector<double> &gPerH)
{
    auto map = city.map(response, {gPerH});
    if (!map)
        qFatal("%s", qUtf8Printable(map.error().message()));
    return *map;
}

} // namespace

class tst_CityDispersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void responseIsThePlume_data();
    void responseIsThePlume();
    void yearIsTheMeanOfItsHours();
    void massPassesEveryDistance();
    void convolutionBySums();
    void againstBruteForce_data();
    void againstBruteForce();
    void singlePlaces();
    void onePieceAgainstIntegration();
    void linearAndAdditive();
    void shortPiecesAndBothDirections();
    void turnedByARightAngle_data();
    void turnedByARightAngle();
    void cutOffIsBounded();
    void smallestGrid();
    void valuesBetweenCells();
    void badInput_data();
    void badInput();
};

void tst_CityDispersion::responseIsThePlume_data()
{
    QTest::addColumn<double>("downwindM");
    QTest::addColumn<double>("acrossM");
    QTest::newRow("near") << 15.0 << 2.0;
    QTest::newRow("axis") << 300.0 << 0.0;
    QTest::newRow("side") << 300.0 << 60.0;
    QTest::newRow("far") << 4000.0 << -300.0;
}

void tst_CityDispersion::responseIsThePlume()
{
    QFETCH(double, downwindM);
    QFETCH(double, acrossM);
    const PlumeModel model;
    const auto response = UnitResponse::ofHour({270.0, 4.0, Stability::D}, model);
    QVERIFY(response);
    const PlumeSpread grown = briggsSpread(model.terrain, Stability::D, downwindM);
    const double sy = std::hypot(grown.lateralM, model.initial.lateralM);
    const double sz = std::hypot(grown.verticalM, model.initial.verticalM);
    const double wanted = std::exp(-0.5 * acrossM * acrossM / (sy * sy))
        * (std::exp(-0.5 / (sz * sz)) + std::exp(-0.5 * 4.0 / (sz * sz)))
        / (2.0 * std::numbers::pi * 4.0 * sy * sz);
    // Linear between rows of a table.
    QVERIFY(std::abs(response->at(downwindM, acrossM) / wanted - 1.0) < 3e-3);
    QCOMPARE(response->at(-downwindM, acrossM), 0.0);
    QCOMPARE(response->at(20000.0, 0.0), 0.0);
}

void tst_CityDispersion::yearIsTheMeanOfItsHours()
{
    // Each class spread over its ten degrees, its ends by half.
    const std::vector<WeatherHour> hours = {{0.0, 2.0, Stability::D}, {90.0, 4.0, Stability::F},
        {90.0, 1.0, Stability::B}, {220.0, 0.2, Stability::D}};
    const UnitResponse year = *UnitResponse::ofYear(*WindClimate::make(hours));
    std::vector<std::pair<double, UnitResponse>> turnedHours;
    for (const WeatherHour &hour : hours) {
        for (int turn = -5; turn <= 5; ++turn) {
            const double share = (std::abs(turn) == 5 ? 0.05 : 0.1) / 4.0;
            turnedHours.emplace_back(share,
                *UnitResponse::ofHour({hour.windFromDeg + turn, hour.windSpeedMs, hour.stability}));
        }
    }
    const auto mean = [&](double east, double north) {
        double sum = 0.0;
        for (const auto &[share, response] : turnedHours)
            sum += share * response.at(east, north);
        return sum;
    };
    double worst = 0.0;
    for (const double distance : {20.0, 90.0, 150.0, 400.0, 900.0, 3000.0}) {
        double highest = 0.0;
        for (int bearing = 0; bearing < 360; bearing += 3)
            highest = std::max(highest,
                mean(distance * std::sin(bearing * M_PI / 180.0),
                    distance * std::cos(bearing * M_PI / 180.0)));
        for (int bearing = 1; bearing < 360; bearing += 3) {
            const double east = distance * std::sin(bearing * M_PI / 180.0);
            const double north = distance * std::cos(bearing * M_PI / 180.0);
            worst = std::max(worst, std::abs(year.at(east, north) - mean(east, north)) / highest);
        }
    }
    QVERIFY2(worst < 0.02, qPrintable(QString::number(worst)));
}

void tst_CityDispersion::massPassesEveryDistance()
{
    // Across the wind, C integrated over the width and times the wind is what passes per metre of
    // height; with σz it is the emission.
    const PlumeModel model;
    const UnitResponse hour = *UnitResponse::ofHour({180.0, 3.0, Stability::C}, model);
    for (const double x : {50.0, 500.0, 5000.0}) {
        double width = 0.0;
        for (double y = -8000.0; y <= 8000.0; y += 2.0)
            width += 2.0 * hour.at(y, x);
        const double sz = std::hypot(
            briggsSpread(model.terrain, Stability::C, x).verticalM, model.initial.verticalM);
        const double height = std::exp(-0.5 / (sz * sz)) + std::exp(-0.5 * 4.0 / (sz * sz));
        const double passed = width * 3.0 * std::sqrt(2.0 * std::numbers::pi) * sz / height;
        QVERIFY2(std::abs(passed - 1.0) < 3e-3, qPrintable(QString::number(passed)));
    }
}

void tst_CityDispersion::convolutionBySums()
{
    Random random(9);
    const int columns = 11, rows = 7;
    const auto kernel = [](int i, int j) { return 1.0 / (1.0 + i * i + 2.0 * j * j) + 0.01 * i; };
    std::vector<std::vector<double>> fields(3, std::vector<double>(columns * rows));
    for (auto &field : fields) {
        for (double &value : field)
            value = random.normal();
    }
    const auto before = fields;
    GridConvolution(columns, rows, columns - 1, rows - 1, kernel).apply(fields);
    for (std::size_t f = 0; f < fields.size(); ++f) {
        for (int r = 0; r < rows; ++r) {
            for (int c = 0; c < columns; ++c) {
                double sum = 0.0;
                for (int y = 0; y < rows; ++y) {
                    for (int x = 0; x < columns; ++x)
                        sum += before[f][static_cast<std::size_t>(y * columns + x)]
                            * kernel(c - x, r - y);
                }
                QVERIFY(
                    std::abs(fields[f][static_cast<std::size_t>(r * columns + c)] - sum) < 1e-12);
            }
        }
    }
}

void tst_CityDispersion::againstBruteForce_data()
{
    QTest::addColumn<QString>("weather");
    QTest::addColumn<double>("cellM");
    QTest::addColumn<double>("median"); // of the relative error
    QTest::addColumn<double>("worst"); // absolute error, of the highest value in the sample
    QTest::newRow("year") << QStringLiteral("year") << 100.0 << 2e-3 << 0.01;
    QTest::newRow("year, small cells") << QStringLiteral("year") << 30.0 << 2e-3 << 0.01;
    QTest::newRow("hour D") << QStringLiteral("hour D") << 100.0 << 4e-3 << 0.02;
    QTest::newRow("hour F") << QStringLiteral("hour F") << 100.0 << 6e-3 << 0.03;
    QTest::newRow("hour B") << QStringLiteral("hour B") << 100.0 << 4e-3 << 0.02;
}

void tst_CityDispersion::againstBruteForce()
{
    QFETCH(QString, weather);
    QFETCH(double, cellM);
    QFETCH(double, median);
    QFETCH(double, worst);
    const Roads roads = streets(cellM < 100.0 ? 5 : 16, 330.0, 21);
    const auto city = CityDispersion::make(gridOver(roads, cellM), roads.pieces);
    QVERIFY(city);
    const UnitResponse response = responseOf(weather);
    const DispersionMap map = mapOf(*city, response, roads.gPerH);
    Random random(2);
    const ReceptorGrid &grid = city->grid();
    std::vector<double> errors;
    double highest = 0.0, largest = 0.0;
    for (int i = 0; i < 60; ++i) {
        const auto column =
            static_cast<int>(random.below(static_cast<std::uint64_t>(grid.columns)));
        const auto row = static_cast<int>(random.below(static_cast<std::uint64_t>(grid.rows)));
        const double wanted = bruteForce(response, roads, grid.centre(column, row));
        const double value = static_cast<double>(
            map.values[0][static_cast<std::size_t>(row * grid.columns + column)]);
        errors.push_back(std::abs(value - wanted) / std::max(wanted, 1e-9));
        largest = std::max(largest, std::abs(value - wanted));
        highest = std::max(highest, wanted);
    }
    std::sort(errors.begin(), errors.end());
    qInfo("median %.5f, 90 %% %.5f, largest %.5f of the highest", errors[30], errors[54],
        largest / highest);
    QVERIFY(errors[30] < median);
    QVERIFY(largest < worst * highest);
}

void tst_CityDispersion::singlePlaces()
{
    const Roads roads = streets(5, 330.0, 4);
    const auto city = CityDispersion::make(gridOver(roads), roads.pieces);
    QVERIFY(city);
    const std::vector<PointM> places = {{700.0, 820.0}, {1014.0, 500.0}, {-300.0, 0.0}};
    for (const QString &weather : {QStringLiteral("year"), QStringLiteral("hour D")}) {
        const UnitResponse response = responseOf(weather);
        const auto values = city->at(response, {roads.gPerH}, places);
        QVERIFY(values);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const double wanted = bruteForce(response, roads, places[i]);
            QVERIFY2(std::abs((*values)[0][i] - wanted) <= 0.005 * wanted + 1e-9,
                qPrintable(QStringLiteral("%1 %2: %3, not %4")
                               .arg(weather)
                               .arg(i)
                               .arg((*values)[0][i])
                               .arg(wanted)));
        }
    }
}

void tst_CityDispersion::onePieceAgainstIntegration()
{
    // An independent way: adaptive integration of Briggs' plume along the road.
    const Roads road{{{{130.0, 40.0}, {480.0, 310.0}, 0}}, {360.0}};
    const auto city = CityDispersion::make({{-500.0, -500.0}, 100.0, 20, 20}, road.pieces);
    QVERIFY(city);
    const PlumeModel model;
    const UnitResponse response = *UnitResponse::ofHour({250.0, 2.0, Stability::D}, model);
    const PlumeSetting setting{
        model.terrain, Stability::D, 2.0, model.sourceHeightM, model.receptorHeightM};
    const double perM = 360.0 * kMicrogramPerSPerGPerH / std::hypot(350.0, 270.0);
    const std::vector<PointM> places = {{500.0, 250.0}, {700.0, 300.0}, {1400.0, 700.0}};
    const auto values = city->at(response, {road.gPerH}, places);
    QVERIFY(values);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double wanted = perM
            * lineByIntegration(
                setting, {road.pieces[0].from, road.pieces[0].to}, places[i], 250.0, model.initial);
        QVERIFY(wanted > 0.0);
        QVERIFY2(std::abs((*values)[0][i] / wanted - 1.0) < 5e-3,
            qPrintable(QString::number((*values)[0][i] / wanted)));
    }
}

void tst_CityDispersion::linearAndAdditive()
{
    const Roads roads = streets(6, 330.0, 8);
    const auto city = CityDispersion::make(gridOver(roads), roads.pieces);
    QVERIFY(city);
    const UnitResponse response = responseOf(QStringLiteral("year"));
    std::vector<double> first = roads.gPerH, second = roads.gPerH, triple = roads.gPerH;
    for (std::size_t i = 0; i < first.size(); ++i) {
        (i % 3 == 0 ? first : second)[i] = 0.0;
        triple[i] *= 3.0;
    }
    const std::vector<double> none(roads.gPerH.size(), 0.0);
    const auto maps = city->map(response, {roads.gPerH, first, second, triple, none});
    QVERIFY(maps);
    for (std::size_t cell = 0; cell < city->grid().size(); ++cell) {
        const float whole = maps->values[0][cell];
        QVERIFY(whole >= 0.0F && std::isfinite(whole));
        QVERIFY(std::abs(maps->values[1][cell] + maps->values[2][cell] - whole) <= 1e-5F * whole);
        QVERIFY(std::abs(maps->values[3][cell] - 3.0F * whole) <= 1e-5F * whole);
        QVERIFY(maps->values[4][cell] < 1e-12F);
    }
    // The same again gives the same bits: a scenario without a change differs nowhere.
    QCOMPARE(city->map(response, {roads.gPerH})->values[0],
        mapOf(*city, response, roads.gPerH).values[0]);
}

void tst_CityDispersion::shortPiecesAndBothDirections()
{
    // As a map has it: many short pieces, some metres off the line, drawn from either end.
    Random random(6);
    std::vector<PointM> shape;
    for (double along = 0.0; along <= 900.0; along += random.uniform(5.0, 20.0))
        shape.push_back({along, 0.4 * along + random.uniform(-0.8, 0.8)});
    Roads one, other, both;
    for (std::size_t i = 1; i < shape.size(); ++i) {
        one.pieces.push_back({shape[i - 1], shape[i], 0});
        other.pieces.push_back({shape[shape.size() - i], shape[shape.size() - i - 1], 0});
    }
    both.pieces = one.pieces;
    for (RoadPiece piece : other.pieces) {
        piece.road = 1;
        both.pieces.push_back(piece);
    }
    const ReceptorGrid grid{{-300.0, -300.0}, 100.0, 15, 10};
    const UnitResponse response = responseOf(QStringLiteral("year"));
    const auto forth = mapOf(*CityDispersion::make(grid, one.pieces), response, {100.0});
    const auto back = mapOf(*CityDispersion::make(grid, other.pieces), response, {100.0});
    const auto halves = mapOf(*CityDispersion::make(grid, both.pieces), response, {50.0, 50.0});
    QCOMPARE(forth.values[0], back.values[0]);
    one.gPerH = {100.0};
    double length = 0.0, mean = 0.0;
    for (const RoadPiece &piece : one.pieces)
        length += std::hypot(piece.to.x - piece.from.x, piece.to.y - piece.from.y);
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            const auto cell = static_cast<std::size_t>(row * grid.columns + column);
            double wanted = 0.0;
            for (const RoadPiece &piece : one.pieces) {
                const double part =
                    std::hypot(piece.to.x - piece.from.x, piece.to.y - piece.from.y) / length;
                wanted += part * bruteForce(response, {{piece}, {100.0}}, grid.centre(column, row));
            }
            const double value = static_cast<double>(forth.values[0][cell]);
            // Beside the road itself a bend that was straightened moves it by a metre.
            QVERIFY2(std::abs(value - wanted) < 0.04 * wanted,
                qPrintable(QStringLiteral("%1, not %2").arg(value).arg(wanted)));
            mean += std::abs(value / wanted - 1.0) / static_cast<double>(grid.size());
            QVERIFY(std::abs(halves.values[0][cell] - forth.values[0][cell])
                <= 1e-5F * forth.values[0][cell]);
        }
    }
}

void tst_CityDispersion::turnedByARightAngle_data()
{
    QTest::addColumn<int>("stability");
    QTest::newRow("D") << int(Stability::D);
    QTest::newRow("F") << int(Stability::F);
}

void tst_CityDispersion::turnedByARightAngle()
{
    QFETCH(int, stability);
    // Roads and wind together by 90° clockwise about the middle of a square grid.
    const Roads roads = streets(6, 330.0, 31);
    const ReceptorGrid grid{{-400.0, -400.0}, 100.0, 28, 28};
    const double middle = 2.0 * (-400.0) + 2800.0; // x' = y, y' = middle - x
    Roads turned = roads;
    for (RoadPiece &piece : turned.pieces) {
        for (PointM *end : {&piece.from, &piece.to})
            *end = {end->y, middle - end->x};
    }
    const auto weather = [&](double from) {
        return *UnitResponse::ofHour({from, 2.0, static_cast<Stability>(stability)});
    };
    const DispersionMap a =
        mapOf(*CityDispersion::make(grid, roads.pieces), weather(30.0), roads.gPerH);
    const DispersionMap b =
        mapOf(*CityDispersion::make(grid, turned.pieces), weather(120.0), turned.gPerH);
    const float highest = *std::max_element(a.values[0].begin(), a.values[0].end());
    for (int row = 0; row < 28; ++row) {
        for (int column = 0; column < 28; ++column) {
            const auto from = static_cast<std::size_t>(row * 28 + column);
            const auto to = static_cast<std::size_t>((27 - column) * 28 + row);
            QVERIFY(std::abs(a.values[0][from] - b.values[0][to]) <= 1e-4F * highest);
        }
    }
}

void tst_CityDispersion::cutOffIsBounded()
{
    const Roads roads = streets(16, 330.0, 3);
    const auto city = CityDispersion::make(gridOver(roads), roads.pieces);
    QVERIFY(city);
    PlumeModel close;
    close.cutOffM = 2500.0;
    const WindClimate year = someYear();
    const auto whole = mapOf(*city, *UnitResponse::ofYear(year), roads.gPerH);
    const auto cut = mapOf(*city, *UnitResponse::ofYear(year, close), roads.gPerH);
    QCOMPARE(whole.cutOffBound[0], 0.0);
    QVERIFY(cut.cutOffBound[0] > 0.0);
    double largest = 0.0;
    for (std::size_t cell = 0; cell < city->grid().size(); ++cell) {
        const double missing =
            static_cast<double>(whole.values[0][cell]) - static_cast<double>(cut.values[0][cell]);
        largest = std::max(largest, missing);
        QVERIFY(missing > -1e-3 * static_cast<double>(whole.values[0][cell]));
    }
    QVERIFY(largest > 0.0);
    QVERIFY(largest <= cut.cutOffBound[0]);
}

void tst_CityDispersion::smallestGrid()
{
    const std::vector<RoadPiece> pieces = {{{10.0, 10.0}, {60.0, 20.0}, 2},
        {{5.0, 5.0}, {5.0, 5.0}, 1}, {{500.0, 0.0}, {900.0, 0.0}, 0}};
    const auto city = CityDispersion::make({{0.0, 0.0}, 100.0, 1, 1}, pieces);
    QVERIFY(city);
    QCOMPARE(int(city->roads()), 3);
    QVERIFY(city->outsideShare() > 0.8);
    const auto map =
        city->map(responseOf(QStringLiteral("year")), {std::vector<double>{5.0, 5.0, 5.0}});
    QVERIFY(map && map->values[0][0] > 0.0F);
    const auto empty = CityDispersion::make({{0.0, 0.0}, 100.0, 3, 3}, {});
    QVERIFY(empty && empty->map(responseOf(QStringLiteral("year")), {std::vector<double>{}}));
}

void tst_CityDispersion::valuesBetweenCells()
{
    const ReceptorGrid grid{{0.0, 0.0}, 100.0, 2, 2};
    const std::vector<float> values = {1.0F, 2.0F, 3.0F, 4.0F};
    QCOMPARE(grid.valueAt(values, {50.0, 50.0}), 1.0);
    QCOMPARE(grid.valueAt(values, {100.0, 100.0}), 2.5);
    QCOMPARE(grid.valueAt(values, {150.0, 50.0}), 2.0);
    QCOMPARE(grid.valueAt(values, {-900.0, 900.0}), 3.0);
    QCOMPARE(int(ReceptorGrid::over({}, 100.0).size()), 0);
    const ReceptorGrid over = ReceptorGrid::over({0.0, 0.0, 1000.0, 250.0}, 100.0, 500.0);
    QCOMPARE(over.columns, 20);
    QCOMPARE(over.rows, 13);
}

void tst_CityDispersion::badInput_data()
{
    QTest::addColumn<double>("cellM");
    QTest::addColumn<int>("columns");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("gPerH");
    QTest::addColumn<int>("roads");
    QTest::addColumn<int>("code");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("tiny cells") << 5.0 << 10 << 10.0 << 1.0 << 1 << int(Errc::Usage);
    QTest::newRow("no columns") << 100.0 << 0 << 10.0 << 1.0 << 1 << int(Errc::Usage);
    QTest::newRow("a continent") << 100.0 << 100000 << 10.0 << 1.0 << 1 << int(Errc::Usage);
    QTest::newRow("road without a place") << 100.0 << 10 << nan << 1.0 << 1 << int(Errc::Numeric);
    QTest::newRow("negative emission") << 100.0 << 10 << 10.0 << -1.0 << 1 << int(Errc::Numeric);
    QTest::newRow("no emission") << 100.0 << 10 << 10.0 << nan << 1 << int(Errc::Numeric);
    QTest::newRow("too few emissions") << 100.0 << 10 << 10.0 << 1.0 << 0 << int(Errc::Shape);
}

void tst_CityDispersion::badInput()
{
    QFETCH(double, cellM);
    QFETCH(int, columns);
    QFETCH(double, x);
    QFETCH(double, gPerH);
    QFETCH(int, roads);
    QFETCH(int, code);
    const auto city =
        CityDispersion::make({{0.0, 0.0}, cellM, columns, 10}, {{{x, 10.0}, {100.0, 90.0}, 0}});
    if (!city) {
        QCOMPARE(int(city.error().code), code);
        return;
    }
    const std::vector<double> emissions(static_cast<std::size_t>(roads), gPerH);
    const auto map = city->map(responseOf(QStringLiteral("hour D")), {emissions});
    QVERIFY(!map);
    QCOMPARE(int(map.error().code), code);
}

QTEST_GUILESS_MAIN(tst_CityDispersion)
#include "tst_city_dispersion.moc"
