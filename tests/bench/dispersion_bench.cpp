// SPDX-License-Identifier: GPL-3.0-or-later
// Air over a whole city: 10 000 links, cells of 100 m, one hour or a whole year of weather. CPU
// seconds of one thread, and the error against summing every link in steps of 2 m.
#include "base/random.h"
#include "environment/dispersion/city_dispersion.h"
#include "environment/emission/link_emissions.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace belvedere;

namespace {

constexpr double kMicrogramPerSPerGPerH = 1e6 / 3600.0;
constexpr int kSamples = 200;

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

struct City
{
    std::vector<RoadPiece> pieces;
    std::vector<double> lengthM;
    ClassTraffic traffic;
    ReceptorGrid grid;
};

/// Both directions of streets around blocks, some of them bent, turned by 17°.
City makeCity(int links)
{
    Random random(1);
    City city;
    const int blocks = static_cast<int>(std::round(std::sqrt(links / 4.0)));
    constexpr double kBlockM = 300.0;
    const double sine = std::sin(0.3), cosine = std::cos(0.3);
    const auto turned = [&](double x, double y) {
        return PointM{x * cosine - y * sine, x * sine + y * cosine};
    };
    BoundingBox box;
    const auto add = [&](PointM a, PointM middle, PointM b) {
        const auto road = static_cast<std::uint32_t>(city.lengthM.size());
        city.pieces.push_back({a, middle, road});
        city.pieces.push_back({middle, b, road});
        city.lengthM.push_back(std::hypot(middle.x - a.x, middle.y - a.y)
            + std::hypot(b.x - middle.x, b.y - middle.y));
        city.traffic.flowVehH.push_back(random.exponential(400.0));
        city.traffic.speedKmh.push_back(random.uniform(12.0, 90.0));
        box.add(a);
        box.add(b);
    };
    for (int i = 0; i < blocks; ++i) {
        for (int j = 0; j < blocks; ++j) {
            const PointM here = turned(i * kBlockM, j * kBlockM);
            const PointM east = turned((i + 1) * kBlockM, j * kBlockM);
            const PointM north = turned(i * kBlockM, (j + 1) * kBlockM);
            for (const PointM there : {east, north}) {
                const PointM bend{(here.x + there.x) / 2.0 + random.uniform(-20.0, 20.0),
                    (here.y + there.y) / 2.0 + random.uniform(-20.0, 20.0)};
                add(here, bend, there);
                add(there, bend, here);
            }
        }
    }
    city.grid = ReceptorGrid::over(box, 100.0, 500.0);
    return city;
}

std::vector<WeatherHour> makeYear()
{
    Random random(2);
    std::vector<WeatherHour> hours;
    for (int i = 0; i < 8760; ++i)
        hours.push_back(
            {random.uniform() < 0.6 ? random.normal(235.0, 40.0) : random.uniform(0.0, 360.0),
                0.3 + random.exponential(2.8), static_cast<Stability>(random.below(6))});
    return hours;
}

double bruteForce(const City &city, const UnitResponse &response, const std::vector<double> &gPerH,
    PointM receptor)
{
    double sum = 0.0;
    for (const RoadPiece &piece : city.pieces) {
        const double dx = piece.to.x - piece.from.x;
        const double dy = piece.to.y - piece.from.y;
        const double length = std::hypot(dx, dy);
        const int steps = static_cast<int>(std::ceil(length / 2.0));
        const double strength =
            gPerH[piece.road] * kMicrogramPerSPerGPerH * length / city.lengthM[piece.road] / steps;
        for (int i = 0; i < steps; ++i) {
            const double along = (i + 0.5) / steps;
            sum += strength
                * response.at(
                    receptor.x - piece.from.x - along * dx, receptor.y - piece.from.y - along * dy);
        }
    }
    return sum;
}

void report(const char *name, const City &city, const CityDispersion &prepared,
    const UnitResponse &response, double responseSeconds, const LinkEmissions &emissions)
{
    const std::vector<std::span<const double>> species = {
        emissions.of(Emitted::Nox), emissions.of(Emitted::Pm25), emissions.of(Emitted::Pm10)};
    const double start = cpuSeconds();
    const auto map = prepared.map(response, species);
    const double seconds = cpuSeconds() - start;
    if (!map) {
        std::printf("%s\n", qUtf8Printable(map.error().message()));
        std::exit(1);
    }
    Random random(3);
    std::vector<double> errors;
    double highest = 0.0, largest = 0.0, bias = 0.0, mean = 0.0;
    for (int i = 0; i < kSamples; ++i) {
        const auto column =
            static_cast<int>(random.below(static_cast<std::uint64_t>(city.grid.columns)));
        const auto row = static_cast<int>(random.below(static_cast<std::uint64_t>(city.grid.rows)));
        const double wanted =
            bruteForce(city, response, emissions.of(Emitted::Nox), city.grid.centre(column, row));
        const double value = static_cast<double>(
            map->values[0][static_cast<std::size_t>(row * city.grid.columns + column)]);
        errors.push_back(std::abs(value - wanted) / std::max(wanted, 1e-12));
        largest = std::max(largest, std::abs(value - wanted));
        highest = std::max(highest, wanted);
        bias += value - wanted;
        mean += wanted;
    }
    std::sort(errors.begin(), errors.end());
    std::printf("%-16s response %.3f s, map of 3 species %.3f s; error: median %.4f %%, 95 %% of "
                "cells %.3f %%, largest %.3f %% of the highest, bias %.4f %%; cut-off bound %.2g "
                "of the mean\n",
        name, responseSeconds, seconds, 100.0 * errors[kSamples / 2],
        100.0 * errors[kSamples * 95 / 100], 100.0 * largest / highest, 100.0 * bias / mean,
        map->cutOffBound[0] / (mean / kSamples));
}

} // namespace

int main(int argc, char **argv)
{
    const int links = argc > 1 ? std::atoi(argv[1]) : 10000;
    const City city = makeCity(links);
    double start = cpuSeconds();
    const auto fleetFactors = FleetFactors::make(*fleet(QStringLiteral("mixed-2025")));
    const auto emissions = linkEmissions({*fleetFactors}, city.lengthM, city.traffic);
    std::printf("%zu links, %d x %d cells; emissions %.3f s", city.lengthM.size(),
        city.grid.columns, city.grid.rows, cpuSeconds() - start);
    start = cpuSeconds();
    const auto prepared = CityDispersion::make(city.grid, city.pieces);
    std::printf(", roads prepared %.3f s\n", cpuSeconds() - start);

    start = cpuSeconds();
    const auto year = UnitResponse::ofYear(*WindClimate::make(makeYear()));
    report("year", city, *prepared, *year, cpuSeconds() - start, *emissions);
    for (const Stability stability : {Stability::B, Stability::D, Stability::F}) {
        start = cpuSeconds();
        const auto hour = UnitResponse::ofHour({243.0, 2.0, stability});
        const char name[] = {
            'h', 'o', 'u', 'r', ' ', static_cast<char>('A' + static_cast<int>(stability)), '\0'};
        report(name, city, *prepared, *hour, cpuSeconds() - start, *emissions);
    }
    return 0;
}
