// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/interpolation.h"

#include "base/random.h"
#include "city/projection.h"
#include "data/readers/import_files.h"
#include "support/verify_ok.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

QString latin(const char *text)
{
    return QString::fromUtf8(text);
}

struct Samples
{
    std::vector<PointM> points;
    std::vector<float> values;
};

/// Logarithm of zinc at 155 points.
Samples meuse()
{
    QFile file(QStringLiteral(BELVEDERE_SOURCE_DIR "/tests/fixtures/meuse.csv"));
    Samples samples;
    if (!file.open(QIODevice::ReadOnly))
        return samples;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const QStringList cells = line.split(QLatin1Char(','));
        if (cells.size() != 3 || line.startsWith(QLatin1Char('#')) || cells[0] == latin("x"))
            continue;
        samples.points.push_back({cells[0].toDouble(), cells[1].toDouble()});
        samples.values.push_back(static_cast<float>(std::log(cells[2].toDouble())));
    }
    return samples;
}

std::vector<double> doubles(const std::vector<float> &values)
{
    return {values.begin(), values.end()};
}

Samples randomField(int count, std::uint64_t seed)
{
    Random random(seed);
    Samples samples;
    for (int i = 0; i < count; ++i) {
        const PointM point{random.uniform(0.0, 40000.0), random.uniform(0.0, 30000.0)};
        samples.points.push_back(point);
        samples.values.push_back(
            static_cast<float>(50.0 + 20.0 * std::sin(point.x / 9000.0) + random.normal(0.0, 3.0)));
    }
    return samples;
}

bool near(double value, double expected, double tolerance)
{
    return std::abs(value - expected) <= tolerance;
}

#define NEAR(value, expected, tolerance)                                                           \
    QVERIFY2(near(value, expected, tolerance),                                                     \
        qPrintable(QStringLiteral("%1 instead of %2").arg(value, 0, 'g', 10).arg(expected)))

InterpolationMethod kriging(VariogramShape shape, double nugget, double sill, double rangeM,
    int nearest = 0, bool fromValues = false)
{
    return OrdinaryKriging{{shape, nugget, sill, rangeM}, nearest, fromValues};
}

const std::vector<InterpolationMethod> &someMethods()
{
    static const std::vector<InterpolationMethod> methods = {InverseDistance{2.0, 0},
        InverseDistance{1.0, 5}, kriging(VariogramShape::Exponential, 0.05, 0.95, 20000.0),
        kriging(VariogramShape::Spherical, 0.0, 1.0, 15000.0, 6),
        kriging(VariogramShape::Gaussian, 0.1, 0.9, 10000.0)};
    return methods;
}

} // namespace

class tst_Interpolation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// gstat 2.1-0: variogram(log(zinc) ~ 1, ~x+y, meuse), fit.variogram(v, vgm(1, "Sph", 900, 1)).
    void variogramOfMeuse()
    {
        const Samples samples = meuse();
        QCOMPARE(int(samples.points.size()), 155);
        const auto bins = sampleVariogram(samples.points, doubles(samples.values));
        QCOMPARE(int(bins.size()), 15);
        QCOMPARE(bins[0].pairs, 57);
        NEAR(bins[0].distanceM, 79.29244, 1e-4);
        NEAR(bins[0].semivariance, 0.1234479, 1e-5);
        const auto fit = fitVariogram(bins, VariogramShape::Spherical);
        VERIFY_OK(fit);
        NEAR(fit->variogram.nugget, 0.050663, 5e-5);
        NEAR(fit->variogram.partialSill, 0.590608, 5e-5);
        NEAR(fit->variogram.rangeM, 897.02, 0.05);
        QVERIFY(!fit->unbounded);
    }

    /// krige.cv(log(zinc) ~ 1, meuse, vgm(.59, "Sph", 874, .04), nmax = 40)
    void krigingOfMeuse()
    {
        const Samples samples = meuse();
        StationInterpolator interpolator(
            samples.points, kriging(VariogramShape::Spherical, 0.04, 0.59, 874.0, 40));
        const auto predictions = interpolator.leaveOneOut(samples.values);
        const double expected[3][2] = {
            {6.803290, 0.169596}, {6.782437, 0.163789}, {6.297299, 0.172389}};
        for (std::size_t i = 0; i < 3; ++i) {
            NEAR(predictions[i].value, expected[i][0], 1e-6);
            NEAR(predictions[i].standardError * predictions[i].standardError, expected[i][1], 1e-6);
        }
        const auto figures = interpolator.leaveOneOut(samples.values, {});
        VERIFY_OK(figures);
        const InterpolationFigures &pooled = figures->pooled;
        QCOMPARE(pooled.count, 155);
        // gstat's residual is observed - predicted.
        NEAR(-pooled.meanError, 0.006674, 1e-6);
        NEAR(pooled.rmse, 0.387393, 1e-6);
        NEAR(pooled.mae, 0.285258, 1e-6);
        NEAR(pooled.correlation, 0.842884, 1e-6);
        NEAR(pooled.zMean, 0.01151, 1e-5);
        NEAR(pooled.zRms, 0.924489, 1e-6);
    }

    void inverseDistanceOfMeuse_data()
    {
        QTest::addColumn<double>("power");
        QTest::addColumn<int>("nearest");
        QTest::addColumn<double>("rmse");
        QTest::newRow("power 1, 40 nearest") << 1.0 << 40 << 0.571679;
        QTest::newRow("power 2, 40 nearest") << 2.0 << 40 << 0.490242;
        QTest::newRow("power 3, 40 nearest") << 3.0 << 40 << 0.455518;
        QTest::newRow("power 2, all") << 2.0 << 0 << 0.513833;
    }
    void inverseDistanceOfMeuse()
    {
        QFETCH(double, power);
        QFETCH(int, nearest);
        QFETCH(double, rmse);
        const Samples samples = meuse();
        StationInterpolator interpolator(samples.points, InverseDistance{power, nearest});
        const auto figures = interpolator.leaveOneOut(samples.values, {});
        VERIFY_OK(figures);
        NEAR(figures->pooled.rmse, rmse, 1e-6);
        QVERIFY(std::isnan(figures->pooled.zRms));
        if (nearest == 0)
            NEAR(figures->pooled.mae, 0.430201, 1e-6);
    }

    /// Fits to bins that lie on a curve give that curve.
    void fitsFindWhatWasThere_data()
    {
        QTest::addColumn<int>("shape");
        QTest::newRow("exponential") << int(VariogramShape::Exponential);
        QTest::newRow("spherical") << int(VariogramShape::Spherical);
        QTest::newRow("gaussian") << int(VariogramShape::Gaussian);
    }
    void fitsFindWhatWasThere()
    {
        QFETCH(int, shape);
        const Variogram truth{VariogramShape(shape), 2.0, 7.0, 12000.0};
        std::vector<VariogramBin> bins;
        for (int i = 1; i <= 15; ++i)
            bins.push_back({2000.0 * i, truth.semivariance(2000.0 * i), 100 - 5 * i});
        const auto fit = fitVariogram(bins, VariogramShape(shape));
        VERIFY_OK(fit);
        NEAR(fit->variogram.nugget, 2.0, 1e-4);
        NEAR(fit->variogram.partialSill, 7.0, 1e-4);
        NEAR(fit->variogram.rangeM, 12000.0, 1.0);
        bins.resize(3);
        QCOMPARE(fitVariogram(bins, VariogramShape(shape)).error().code, Errc::Numeric);
    }

    void fitsWithoutSill()
    {
        std::vector<VariogramBin> bins;
        for (int i = 1; i <= 10; ++i)
            bins.push_back({1000.0 * i, 3.0 * i, 50});
        const auto line = fitVariogram(bins, VariogramShape::Exponential);
        VERIFY_OK(line);
        QVERIFY(line->unbounded);
        for (VariogramBin &bin : bins)
            bin.semivariance = 0.0;
        QVERIFY(!fitVariogram(bins, VariogramShape::Exponential));
    }

    /// What holds for every method: stations are met exactly, one number added to all is added to
    /// the field, the tool that keeps weights says what the one without says.
    void invariants()
    {
        const Samples samples = randomField(14, 3);
        for (const InterpolationMethod &method : someMethods()) {
            VERIFY_OK(checkInterpolation(method));
            StationInterpolator interpolator(samples.points, method);
            const SurfaceGrid grid = gridAround(samples.points, 2000.0, 400);
            std::vector<float> values = samples.values;
            for (const int missing : {-1, 3, 9}) {
                if (missing >= 0)
                    values[std::size_t(missing)] = kNan;
                const auto surface = interpolator.surface(grid, values);
                const auto again = interpolator.surface(grid, values);
                VERIFY_OK(surface);
                QVERIFY(surface->values == again->values);
                QCOMPARE(surface->stations, missing < 0 ? 14 : missing == 3 ? 13 : 12);
                const bool inverse = std::holds_alternative<InverseDistance>(method);
                QCOMPARE(surface->standardErrors.empty(), inverse);
                for (int cell = 0; cell < grid.columns * grid.rows; cell += 37) {
                    const auto direct = interpolator.predict(
                        grid.centre(cell % grid.columns, cell / grid.columns), values);
                    NEAR(double(surface->values[std::size_t(cell)]), direct.value, 1e-4);
                }
                std::vector<float> higher = values;
                for (float &value : higher)
                    value += 100.0F;
                for (std::size_t i = 0; i < values.size(); ++i) {
                    if (std::isnan(values[i]))
                        continue;
                    const auto met = interpolator.predict(samples.points[i], values);
                    NEAR(met.value, double(values[i]), 1e-4);
                    if (!inverse)
                        NEAR(met.standardError, 0.0, 1e-4);
                    const PointM beside{samples.points[i].x + 500.0, samples.points[i].y};
                    NEAR(interpolator.predict(beside, higher).value,
                        interpolator.predict(beside, values).value + 100.0, 1e-3);
                }
            }
        }
    }

    /// One inverse for all stations gives what leaving each one out gives.
    void leaveOneOutIsWhatItSays()
    {
        const Samples samples = randomField(12, 5);
        for (const InterpolationMethod &method : someMethods()) {
            StationInterpolator all(samples.points, method);
            const auto quick = all.leaveOneOut(samples.values);
            for (std::size_t i = 0; i < samples.points.size(); ++i) {
                std::vector<float> others = samples.values;
                others[i] = kNan;
                const auto slow = all.predict(samples.points[i], others);
                NEAR(quick[i].value, slow.value, 1e-6);
                if (!std::isnan(slow.standardError))
                    NEAR(quick[i].standardError, slow.standardError, 1e-6);
            }
        }
    }

    /// The sill of each time follows its values: twice the contrast, twice the standard error.
    void standardErrorFollowsContrast()
    {
        const Samples samples = randomField(12, 8);
        StationInterpolator interpolator(
            samples.points, kriging(VariogramShape::Exponential, 0.05, 0.95, 20000.0, 0, true));
        std::vector<float> twice = samples.values;
        for (float &value : twice)
            value *= 2.0F;
        const PointM at{12345.0, 6789.0};
        NEAR(interpolator.predict(at, twice).standardError,
            2.0 * interpolator.predict(at, samples.values).standardError, 1e-6);
        const std::vector<float> even(12, 7.0F);
        NEAR(interpolator.predict(at, even).standardError, 0.0, 1e-12);
        NEAR(interpolator.predict(at, even).value, 7.0, 1e-9);
    }

    /// The mean of all hours keeps an hour in which stations agree from promising no error.
    void standardErrorHasAFloor()
    {
        const Samples samples = randomField(12, 8);
        OrdinaryKriging kriging{{VariogramShape::Exponential, 0.05, 0.95, 20000.0}};
        kriging.usualSill = usualSill(samples.points, kriging.variogram, samples.values);
        QVERIFY(kriging.usualSill > 10.0);
        const StationInterpolator interpolator(samples.points, kriging);
        const PointM at{12345.0, 6789.0};
        const double normal = interpolator.predict(at, samples.values).standardError;
        const std::vector<float> even(12, 7.0F);
        NEAR(interpolator.predict(at, even).standardError, 0.5 * normal, 1e-6);
        QCOMPARE(usualSill(samples.points, kriging.variogram, std::vector<float>(24, kNan)), 0.0);
        const FittedKriging fit = fitKriging(samples.points, samples.values);
        QVERIFY(fit.kriging.usualSill > 0.0);
        NEAR(fit.kriging.variogram.sill(), 1.0, 1e-9);
    }

    void fewStations()
    {
        for (const InterpolationMethod &method : someMethods()) {
            StationInterpolator two({{0.0, 0.0}, {0.0, 0.0}, {5000.0, 0.0}}, method);
            const std::vector<float> values = {10.0F, 20.0F, 30.0F};
            // Two at one place share what they say.
            const double between = two.predict({2500.0, 0.0}, values).value;
            QVERIFY2(between > 10.0 && between < 30.0, qPrintable(QString::number(between)));
            const SurfaceGrid grid = gridAround(two.stations(), 1000.0, 50);
            const std::vector<float> lonely = {kNan, kNan, 30.0F};
            const auto surface = two.surface(grid, lonely);
            VERIFY_OK(surface);
            QVERIFY(std::isnan(surface->values.front()));
            NEAR(two.predict({0.0, 0.0}, lonely).value, 30.0, 1e-9);
            QVERIFY(std::isnan(two.leaveOneOut(lonely)[2].value));
            const std::vector<float> nobody(3, kNan);
            QVERIFY(std::isnan(two.predict({0.0, 0.0}, nobody).value));
        }
    }

    void refused()
    {
        QVERIFY(!checkInterpolation(InverseDistance{0.0, 0}));
        QVERIFY(!checkInterpolation(InverseDistance{std::nan(""), 0}));
        QVERIFY(!checkInterpolation(kriging(VariogramShape::Spherical, -0.1, 1.0, 1000.0)));
        QVERIFY(!checkInterpolation(kriging(VariogramShape::Spherical, 0.0, 0.0, 1000.0)));
        QVERIFY(!checkInterpolation(kriging(VariogramShape::Spherical, 0.1, 1.0, 0.0)));
        TaskContext stop;
        stop.cancelled = [] { return true; };
        const Samples samples = randomField(5, 1);
        StationInterpolator interpolator(samples.points, InverseDistance{});
        QCOMPARE(interpolator.surface(gridAround(samples.points, 100.0), samples.values, stop)
                     .error()
                     .code,
            Errc::Cancelled);
        QCOMPARE(interpolator.leaveOneOut(samples.values, stop).error().code, Errc::Cancelled);
    }

    void grids()
    {
        const SurfaceGrid grid = gridAround({{0.0, 0.0}, {10000.0, 4000.0}}, 1000.0, 1800);
        QVERIFY(grid.size() >= 1800 && grid.size() < 2000);
        QVERIFY(grid.centre(0, 0).x >= -1000.0 - grid.cellM && grid.centre(0, 0).x < 0.0);
        QVERIFY(grid.centre(grid.columns - 1, grid.rows - 1).y <= 5000.0 + grid.cellM);
        QCOMPARE(int(gridAround({}, 1000.0).size()), 0);
    }

    /// Twelve stations of Beijing, every hour of four years, each station from the others; figures
    /// of the reference, whose positions these are.
    void beijing_data()
    {
        QTest::addColumn<QString>("channel");
        QTest::addColumn<double>("power"); // 0 = kriging
        QTest::addColumn<double>("rangeKm");
        QTest::addColumn<double>("nugget");
        QTest::addColumn<double>("rmse");
        QTest::addColumn<double>("mae");
        QTest::addColumn<double>("r2");
        const auto add = [](const char *name, const char *channel, double power, double rangeKm,
                             double nugget, double rmse, double mae, double r2) {
            QTest::newRow(name) << latin(channel) << power << rangeKm << nugget << rmse << mae
                                << r2;
        };
        add("PM2.5, IDW 1", "pm2.5", 1.0, 0.0, 0.0, 26.20, 14.50, 0.895);
        add("PM2.5, IDW 2", "pm2.5", 2.0, 0.0, 0.0, 24.40, 13.45, 0.909);
        add("PM2.5, IDW 3", "pm2.5", 3.0, 0.0, 0.0, 23.84, 13.01, 0.913);
        add("PM2.5, 20 km", "pm2.5", 0.0, 20.0, 0.05, 23.05, 12.70, 0.919);
        add("PM2.5, 60 km", "pm2.5", 0.0, 60.0, 0.05, 22.59, 12.38, 0.922);
        add("PM2.5, 60 km, nugget 20 %", "pm2.5", 0.0, 60.0, 0.20, 23.03, 12.74, 0.919);
        add("O3, IDW 2", "o3", 2.0, 0.0, 0.0, 18.83, 11.41, 0.890);
        add("O3, 60 km", "o3", 0.0, 60.0, 0.05, 18.43, 11.21, 0.894);
        add("NO2, IDW 2", "no2", 2.0, 0.0, 0.0, 17.79, 12.54, 0.744);
        add("NO2, 60 km", "no2", 0.0, 60.0, 0.05, 16.24, 11.49, 0.786);
    }
    void beijing()
    {
        QFETCH(QString, channel);
        QFETCH(double, power);
        QFETCH(double, rangeKm);
        QFETCH(double, nugget);
        QFETCH(double, rmse);
        QFETCH(double, mae);
        QFETCH(double, r2);
        const ImportedData *const data = beijingData();
        if (data == nullptr)
            QSKIP("The data set environment/beijing_prsa is not here.");
        const int index = data->series.channelIndex(channel);
        std::vector<float> values;
        for (int step = 0; step < data->series.axis.count; ++step) {
            for (int site = 0; site < data->series.siteCount; ++site)
                values.push_back(data->series.value(step, SiteId(site), index));
        }
        InterpolationMethod method = InverseDistance{power, 0};
        if (power == 0.0) {
            OrdinaryKriging kriging{
                {VariogramShape::Exponential, nugget, 1.0 - nugget, rangeKm * 1000.0}};
            kriging.usualSill = usualSill(beijingStations(), kriging.variogram, values);
            method = kriging;
        }
        StationInterpolator interpolator(beijingStations(), method);
        const auto figures = interpolator.leaveOneOut(values, {});
        VERIFY_OK(figures);
        const InterpolationFigures &pooled = figures->pooled;
        NEAR(pooled.rmse, rmse, 0.006);
        NEAR(pooled.mae, mae, 0.0051);
        NEAR(pooled.r2, r2, 0.00051);
        if (channel == latin("pm2.5"))
            QCOMPARE(pooled.count, 412019);
        if (power == 0.0)
            QVERIFY2(
                pooled.zRms > 0.5 && pooled.zRms < 1.4, qPrintable(QString::number(pooled.zRms)));
    }

private:
    /// In the order of the files' names.
    static std::vector<PointM> beijingStations()
    {
        const std::vector<LonLat> positions = {{116.407, 40.0031}, {116.230, 40.1952},
            {116.170, 40.2865}, {116.434, 39.9522}, {116.361, 39.9425}, {116.225, 39.9279},
            {116.644, 40.3937}, {116.473, 39.9716}, {116.720, 40.1438}, {116.434, 39.8745},
            {116.315, 39.9934}, {116.366, 39.8673}};
        const LocalProjection plane(LonLat{116.38, 40.05});
        std::vector<PointM> points;
        for (const LonLat position : positions)
            points.push_back(plane.toPlane(position));
        return points;
    }

    const ImportedData *beijingData()
    {
        const QString root = qEnvironmentVariable(
            "BELVEDERE_DATA", QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data"));
        const QDir folder(QDir(root).filePath(latin("environment/beijing_prsa")));
        if (m_beijing || !folder.exists())
            return m_beijing.get();
        QStringList files;
        for (const QString &name : folder.entryList({latin("*.csv")}, QDir::Files, QDir::Name))
            files += folder.filePath(name);
        ImportOptions options;
        options.zone = QTimeZone("Asia/Shanghai");
        auto data = readFiles(files, options);
        if (data)
            m_beijing = std::make_unique<ImportedData>(std::move(*data));
        return m_beijing.get();
    }

    std::unique_ptr<ImportedData> m_beijing;
};

QTEST_GUILESS_MAIN(tst_Interpolation)
#include "tst_interpolation.moc"
