// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "environment/dispersion/caline3.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace belvedere;

namespace {

const QString kAirData = QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data/air/");

QStringList linesOf(const QString &name)
{
    QFile file(kAirData + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines;
    for (const QString &line : QString::fromLatin1(file.readAll()).split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            lines += line;
    }
    return lines;
}

double number(const QString &line, int from, int width)
{
    return line.mid(from, width).trimmed().toDouble();
}

/// One run of CALINE3's input: fixed columns, as its manual lays them out.
struct Run
{
    Caline3Site site;
    std::vector<Caline3Receptor> receptors;
    std::vector<Caline3Link> links;
    std::vector<Caline3Weather> weathers;
    std::vector<double> ambientPpm;
};

Caline3Road roadOf(const QString &code)
{
    if (code == QLatin1String("DP"))
        return Caline3Road::Depressed;
    if (code == QLatin1String("FL"))
        return Caline3Road::Fill;
    return code == QLatin1String("BR") ? Caline3Road::Bridge : Caline3Road::AtGrade;
}

std::vector<Run> readRuns(const QStringList &lines)
{
    std::vector<Run> runs;
    for (qsizetype i = 0; i < lines.size();) {
        Run run;
        const QString &head = lines[i++];
        run.site.averagingMinutes = number(head, 40, 4);
        run.site.roughnessCm = number(head, 44, 4);
        const int receptors = static_cast<int>(number(head, 58, 2));
        for (int r = 0; r < receptors; ++r, ++i)
            run.receptors.push_back(
                {{number(lines[i], 20, 10), number(lines[i], 30, 10)}, number(lines[i], 40, 10)});
        const int links = static_cast<int>(number(lines[i], 40, 3));
        const int weathers = static_cast<int>(number(lines[i], 43, 3));
        ++i;
        for (int l = 0; l < links; ++l, ++i) {
            const QString &line = lines[i];
            run.links.push_back({line.left(20).trimmed(), roadOf(line.mid(20, 2)),
                {number(line, 22, 7), number(line, 29, 7)},
                {number(line, 36, 7), number(line, 43, 7)}, number(line, 50, 8),
                number(line, 58, 4), number(line, 62, 4), number(line, 66, 4)});
        }
        for (int w = 0; w < weathers; ++w, ++i) {
            const auto stability = static_cast<Stability>(number(lines[i], 7, 1) - 1.0);
            run.weathers.push_back({number(lines[i], 3, 4), number(lines[i], 0, 3), stability,
                number(lines[i], 8, 6)});
            run.ambientPpm.push_back(number(lines[i], 14, 4));
        }
        runs.push_back(std::move(run));
    }
    return runs;
}

/// What follows "example,run," in a line of the golden file; the run may be quoted.
QStringList goldenCells(const QString &line)
{
    const qsizetype from = line.contains(QLatin1Char('"'))
        ? line.lastIndexOf(QLatin1Char('"')) + 2
        : line.indexOf(QLatin1Char(','), line.indexOf(QLatin1Char(',')) + 1) + 1;
    return line.mid(from).trimmed().split(QLatin1Char(','));
}

Caline3Link straightRoad()
{
    return {QStringLiteral("road"), Caline3Road::AtGrade, {-400.0, 30.0}, {500.0, 200.0}, 2000.0,
        5.0, 0.0, 20.0};
}

double total(const Caline3Weather &weather, const std::vector<Caline3Link> &links,
    const Caline3Receptor &receptor)
{
    const auto result = caline3({}, weather, links, {receptor});
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message()));
    double sum = 0.0;
    for (const double part : (*result)[0])
        sum += part;
    return sum;
}

} // namespace

class tst_Caline3 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesOfTheManual();
    void exampleOne_data();
    void exampleOne();
    void linearAndAdditive();
    void turnedWithTheWind();
    void neverNegative();
    void depositionTakesAway();
    void badInput_data();
    void badInput();
};

void tst_Caline3::examplesOfTheManual()
{
    const QStringList input = linesOf(QStringLiteral("CALINE3.EXP"));
    const QStringList golden = linesOf(QStringLiteral("caline3_golden.csv"));
    if (input.isEmpty() || golden.isEmpty())
        QSKIP("needs shared/data/air");
    qsizetype row = 1;
    for (const Run &run : readRuns(input)) {
        for (std::size_t w = 0; w < run.weathers.size(); ++w) {
            const auto result = caline3(run.site, run.weathers[w], run.links, run.receptors);
            QVERIFY2(result, result ? "" : qPrintable(result.error().message()));
            for (std::size_t r = 0; r < run.receptors.size(); ++r, ++row) {
                const QStringList wanted = goldenCells(golden[row]);
                double sum = 0.0;
                double printed = run.ambientPpm[w]; // the listing adds up what it prints
                for (std::size_t l = 0; l < run.links.size(); ++l) {
                    const double ppm = (*result)[r][l] * kCaline3PpmCoPerMicrogram;
                    sum += (*result)[r][l];
                    printed += std::round(10.0 * ppm) / 10.0;
                    QVERIFY(
                        std::abs(ppm - wanted[static_cast<qsizetype>(l) + 7].toDouble()) < 5.1e-5);
                }
                QVERIFY2(std::abs(sum - wanted[5].toDouble()) < 5.1e-4,
                    qPrintable(QStringLiteral("row %1: %2").arg(row).arg(sum, 0, 'f', 4)));
                QCOMPARE(QString::number(printed, 'f', 1), wanted[6]);
            }
        }
    }
    QCOMPARE(row, golden.size()); // all 59
}

void tst_Caline3::exampleOne_data()
{
    QTest::addColumn<int>("road");
    QTest::addColumn<double>("heightM");
    QTest::addColumn<double>("ugM3");
    QTest::newRow("at grade") << int(Caline3Road::AtGrade) << 0.0 << 5252.72;
    QTest::newRow("bridge") << int(Caline3Road::Bridge) << 5.0 << 3673.14;
    QTest::newRow("depressed") << int(Caline3Road::Depressed) << -5.0 << 3165.46;
    QTest::newRow("fill") << int(Caline3Road::Fill) << 5.0 << 5252.72;
}

void tst_Caline3::exampleOne()
{
    QFETCH(int, road);
    QFETCH(double, heightM);
    QFETCH(double, ugM3);
    const Caline3Link link{QStringLiteral("A"), static_cast<Caline3Road>(road), {0.0, -5000.0},
        {0.0, 5000.0}, 7500.0, 30.0, heightM, 30.0};
    const double sum = total({270.0, 1.0, Stability::F, 1000.0}, {link}, {{30.0, 0.0}, 1.8});
    QVERIFY(std::abs(sum - ugM3) < 0.006);
}

void tst_Caline3::linearAndAdditive()
{
    Caline3Link a = straightRoad();
    Caline3Link b = a;
    b.from = {100.0, -300.0};
    b.to = {-50.0, 250.0};
    const Caline3Weather weather{200.0, 2.0, Stability::D, 1000.0};
    const Caline3Receptor receptor{{60.0, 260.0}, 1.8};
    const double both = total(weather, {a, b}, receptor);
    QVERIFY(both > 0.0);
    QVERIFY(std::abs(both - total(weather, {a}, receptor) - total(weather, {b}, receptor))
        < 1e-9 * both);
    a.flowVehH *= 3.0;
    b.flowVehH *= 3.0;
    QVERIFY(std::abs(total(weather, {a, b}, receptor) - 3.0 * both) < 1e-9 * both);
}

void tst_Caline3::turnedWithTheWind()
{
    const double reference =
        total({250.0, 1.5, Stability::E, 1000.0}, {straightRoad()}, {{140.0, 170.0}, 1.8});
    QVERIFY(reference > 0.0);
    for (const double turn : {37.0, 90.0, 101.0}) {
        const double sine = std::sin(turn * std::numbers::pi / 180.0);
        const double cosine = std::cos(turn * std::numbers::pi / 180.0);
        const auto turned = [&](PointM p) { // clockwise, as bearings are
            return PointM{p.x * cosine + p.y * sine, p.y * cosine - p.x * sine};
        };
        Caline3Link link = straightRoad();
        link.from = turned(link.from);
        link.to = turned(link.to);
        const double sum =
            total({250.0 + turn, 1.5, Stability::E, 1000.0}, {link}, {turned({140.0, 170.0}), 1.8});
        QVERIFY(std::abs(sum / reference - 1.0) < 1e-6);
    }
}

void tst_Caline3::neverNegative()
{
    Random random(3);
    for (int i = 0; i < 500; ++i) {
        Caline3Link link = straightRoad();
        link.to = {random.uniform(-900.0, 900.0), random.uniform(300.0, 900.0)};
        link.heightM = random.uniform(-10.0, 10.0);
        link.road = link.heightM < 0.0 ? Caline3Road::Depressed : Caline3Road::Bridge;
        const Caline3Weather weather{random.uniform(0.0, 360.0), random.uniform(1.0, 8.0),
            static_cast<Stability>(random.below(6)), random.uniform(100.0, 1500.0)};
        const double sum = total(
            weather, {link}, {{random.uniform(-900.0, 900.0), random.uniform(-900.0, 900.0)}, 1.8});
        QVERIFY(std::isfinite(sum) && sum >= -1e-9);
    }
}

void tst_Caline3::depositionTakesAway()
{
    const Caline3Weather weather{180.0, 1.0, Stability::F, 1000.0};
    const Caline3Receptor receptor{{50.0, 400.0}, 1.8};
    const auto gas = caline3({}, weather, {straightRoad()}, {receptor});
    const auto dust = caline3({60.0, 10.0, 0.0, 1.0}, weather, {straightRoad()}, {receptor});
    QVERIFY(gas && dust);
    QVERIFY((*dust)[0][0] < (*gas)[0][0]);
    QVERIFY((*dust)[0][0] > 0.0);
}

void tst_Caline3::badInput_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<double>("value");
    QTest::newRow("calm") << QStringLiteral("wind") << 0.5;
    QTest::newRow("too wide") << QStringLiteral("width") << 2000.0;
    QTest::newRow("too narrow") << QStringLiteral("width") << 5.0;
    QTest::newRow("too high") << QStringLiteral("height") << 12.0;
    QTest::newRow("negative flow") << QStringLiteral("flow") << -1.0;
    QTest::newRow("too rough") << QStringLiteral("roughness") << 500.0;
}

void tst_Caline3::badInput()
{
    QFETCH(QString, what);
    QFETCH(double, value);
    Caline3Site site;
    Caline3Weather weather;
    Caline3Link link = straightRoad();
    if (what == QLatin1String("wind"))
        weather.windSpeedMs = value;
    else if (what == QLatin1String("width"))
        link.mixingWidthM = value;
    else if (what == QLatin1String("height"))
        link.heightM = value;
    else if (what == QLatin1String("flow"))
        link.flowVehH = value;
    else
        site.roughnessCm = value;
    const auto result = caline3(site, weather, {link}, {{{0.0, 0.0}, 1.8}});
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Usage);
    if (what == QLatin1String("width") || what == QLatin1String("height"))
        QCOMPARE(result.error().where, QStringLiteral("road"));
}

QTEST_GUILESS_MAIN(tst_Caline3)
#include "tst_caline3.moc"
