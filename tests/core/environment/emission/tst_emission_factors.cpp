// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/emission/emission_data.h"
#include "environment/emission/fleet.h"
#include "environment/emission/hbefa_rates.h"
#include "environment/emission/vehicle_types.h"
#include "environment/emission/wear_factors.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <utility>

using namespace belvedere;

namespace {

constexpr double kPrinted = 5e-5; // of five digits
constexpr double kSpeeds[] = {20.0, 30.0, 50.0, 80.0, 100.0, 120.0};
const QString kAirData = QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data/air/");

const VehicleType &type(const char *id)
{
    const auto index = vehicleTypeIndex(QLatin1String(id));
    if (!index)
        qFatal("%s", qUtf8Printable(index.error().message()));
    return vehicleTypes()[static_cast<std::size_t>(*index)];
}

bool close(double value, double wanted, double relative = kPrinted)
{
    return std::abs(value - wanted) <= relative * std::abs(wanted);
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_EmissionFactors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableOfTheGuidebook_data();
    void tableOfTheGuidebook();
    void heavyVehiclesAtTheirHighestSpeed_data();
    void heavyVehiclesAtTheirHighestSpeed();
    void carbonDioxide();
    void cleanerCarInAZone();
    void speedsOutsideTheRange();
    void borrowedCurvesSaySo();
    void laterStandardsEmitLess_data();
    void laterStandardsEmitLess();
    void everythingIsFinite();
    void titlesCanBeTranslated();
    void badFile_data();
    void badFile();
    void wearOfACar_data();
    void wearOfACar();
    void wearBySpeed();
    void hbefaAtOneMoment_data();
    void hbefaAtOneMoment();
    void hbefaCruise();
    void badHbefaTable();
};

void tst_EmissionFactors::tableOfTheGuidebook_data()
{
    QTest::addColumn<QString>("vehicle");
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<QList<double>>("gPerKm");
    const auto row = [](const char *vehicle, const char *quantity, QList<double> values) {
        QTest::addRow("%s %s", vehicle, quantity)
            << QString::fromLatin1(vehicle) << QString::fromLatin1(quantity) << values;
    };
    row("car-petrol-euro-3", "nox", {.085132, .080744, .070976, .055711, .051977, .07552});
    row("car-petrol-euro-4", "nox", {.07724, .06499, .04475, .02504, .019, .01864});
    row("car-petrol-euro-5", "nox", {.03937, .03303, .024605, .016964, .013565, .010956});
    row("car-petrol-euro-6", "nox", {.045052, .037903, .027853, .018245, .013822, .010365});
    row("car-petrol-euro-6c", "nox", {.049779, .041846, .030463, .019488, .014429, .010478});
    row("car-diesel-euro-3", "nox", {.90538, .78017, .68362, .67752, .75077, 1.0031});
    row("car-diesel-euro-4", "nox", {.7652, .6372, .47, .4412, .57, .8172});
    row("car-diesel-euro-5", "nox", {.79008, .67371, .5368, .48091, .54223, .72318});
    row("car-diesel-euro-6", "nox", {.27306, .23575, .1845, .16116, .18666, .27885});
    row("car-diesel-euro-6c", "nox", {.14594, .126, .098614, .086139, .099764, .14904});
    row("car-diesel-euro-3", "pm", {.037148, .032408, .0278, .033068, .0447, .062828});
    row("car-diesel-euro-4", "pm", {.035612, .031962, .02675, .024152, .0259, .030432});
    row("car-diesel-euro-5", "pm", {.0034849, .0027961, .0021211, .0016729, .0015158, .0014131});
    row("car-diesel-euro-6", "pm", {.0026548, .002037, .0014579, .0010917, .00096233, .00087387});
    row("car-petrol-euro-5", "pm", {.0017875, .0015298, .0013772, .0011807, .0012682, .0025501});
    row("car-petrol-euro-6", "pm", {.0018731, .0016657, .0014406, .0012335, .0013487, .0023058});
    row("car-petrol-small-euro-6", "fuel", {71.673, 57.717, 45.819, 44.871, 48.129, 52.313});
    row("car-petrol-euro-6", "fuel", {81.356, 68.057, 56.218, 52.877, 55.353, 60.661});
    row("car-petrol-large-euro-6", "fuel", {123.28, 99.975, 77.264, 65.85, 65.85, 71.7});
}

void tst_EmissionFactors::tableOfTheGuidebook()
{
    QFETCH(QString, vehicle);
    QFETCH(QString, quantity);
    QFETCH(QList<double>, gPerKm);
    const VehicleType &car = type(qPrintable(vehicle));
    const FactorCurve &curve = quantity == QLatin1String("nox") ? car.nox
        : quantity == QLatin1String("pm")                       ? car.exhaustPm
                                                                : car.fuelUse;
    for (qsizetype i = 0; i < gPerKm.size(); ++i) {
        const double value = curve.at(kSpeeds[i]);
        QVERIFY2(close(value, gPerKm[i]),
            qPrintable(QStringLiteral("%1 at %2 km/h").arg(value).arg(kSpeeds[i])));
    }
}

void tst_EmissionFactors::heavyVehiclesAtTheirHighestSpeed_data()
{
    QTest::addColumn<QString>("vehicle");
    QTest::addColumn<QList<double>>("gPerKm"); // NOx, PM, fuel at 86 km/h, as the annex prints them
    QTest::newRow("rigid III") << QStringLiteral("truck-rigid-euro-iii")
                               << QList<double>{4.34359, .08713, 164.23036};
    QTest::newRow("rigid V") << QStringLiteral("truck-rigid-euro-v")
                             << QList<double>{1.25724, .01627, 153.97675};
    QTest::newRow("rigid VI") << QStringLiteral("truck-rigid-euro-vi")
                              << QList<double>{.11240, .00233, 158.15977};
    QTest::newRow("articulated V")
        << QStringLiteral("truck-articulated-euro-v") << QList<double>{1.30677, .02834, 208.97593};
    QTest::newRow("articulated VI")
        << QStringLiteral("truck-articulated-euro-vi") << QList<double>{.17260, .00317, 212.92628};
    QTest::newRow("bus III") << QStringLiteral("bus-euro-iii")
                             << QList<double>{4.35091, .10787, 201.64219};
    QTest::newRow("bus V") << QStringLiteral("bus-euro-v")
                           << QList<double>{2.02649, .01824, 185.14965};
    QTest::newRow("bus VI") << QStringLiteral("bus-euro-vi")
                            << QList<double>{.15013, .00280, 189.86792};
}

void tst_EmissionFactors::heavyVehiclesAtTheirHighestSpeed()
{
    QFETCH(QString, vehicle);
    QFETCH(QList<double>, gPerKm);
    const VehicleType &truck = type(qPrintable(vehicle));
    constexpr double kHalfDigit = 6e-6;
    QVERIFY(std::abs(truck.nox.at(86.0) - gPerKm[0]) < kHalfDigit);
    QVERIFY(std::abs(truck.exhaustPm.at(86.0) - gPerKm[1]) < kHalfDigit);
    QVERIFY(close(truck.fuelUse.at(86.0), gPerKm[2], 3e-7));
}

void tst_EmissionFactors::carbonDioxide()
{
    QVERIFY(close(co2PerFuel(Fuel::Petrol), 3.183, 2e-4));
    QVERIFY(close(co2PerFuel(Fuel::Diesel), 3.169, 2e-4));
    QCOMPARE(co2PerFuel(Fuel::Electric), 0.0);
    const double co2 = exhaustFactor(type("car-petrol-euro-6"), Emitted::Co2, 50.0);
    QVERIFY(close(co2, 178.9, 5e-4));
    // UK TAG's curve: litres per km at 50 km/h, 832 g a litre.
    QVERIFY(close(type("car-diesel-euro-5").fuelUse.at(50.0), .054093 * 832.0, 1e-5));
    QVERIFY(close(type("car-diesel-euro-5").fuelUse.at(110.0), .057875 * 832.0, 1e-5));
}

void tst_EmissionFactors::cleanerCarInAZone()
{
    const VehicleType &old = type("car-diesel-euro-4");
    const VehicleType &clean = type("car-diesel-euro-6c");
    const double nox = clean.nox.at(30.0) / old.nox.at(30.0) - 1.0;
    const double pm = clean.exhaustPm.at(30.0) / old.exhaustPm.at(30.0) - 1.0;
    QVERIFY(std::abs(nox + 0.802) < 5e-4);
    QVERIFY(std::abs(pm + 0.936) < 5e-4);
}

void tst_EmissionFactors::speedsOutsideTheRange()
{
    const FactorCurve &nox = type("car-diesel-euro-6").nox;
    std::uint8_t flags = 0;
    QCOMPARE(nox.at(50.0, &flags), nox.at(50.0));
    QCOMPARE(int(flags), int(InRange));
    QCOMPARE(nox.at(3.0, &flags), nox.at(10.0));
    QCOMPARE(int(flags), int(SpeedBelowRange));
    flags = 0;
    QCOMPARE(nox.at(170.0, &flags), nox.at(130.0));
    QCOMPARE(int(flags), int(SpeedAboveRange));
    // The ends belong to the range.
    flags = 0;
    [[maybe_unused]] const double ends = nox.at(10.0, &flags) + nox.at(130.0, &flags);
    QCOMPARE(int(flags), int(InRange));
}

void tst_EmissionFactors::borrowedCurvesSaySo()
{
    std::uint8_t flags = 0;
    [[maybe_unused]] const double pm =
        exhaustFactor(type("car-petrol-euro-4"), Emitted::Pm25, 50.0, &flags);
    QCOMPARE(int(flags), int(BorrowedCurve));
    for (const VehicleType &vehicle : vehicleTypes()) {
        const bool borrows =
            vehicle.nox.borrowed || vehicle.exhaustPm.borrowed || vehicle.fuelUse.borrowed;
        QVERIFY2(!borrows || !vehicle.note.isEmpty(), qPrintable(vehicle.id));
    }
}

void tst_EmissionFactors::laterStandardsEmitLess_data()
{
    QTest::addColumn<QStringList>("fromOldToNew");
    QTest::newRow("diesel cars") << QStringList{QStringLiteral("car-diesel-euro-3"),
        QStringLiteral("car-diesel-euro-6"), QStringLiteral("car-diesel-euro-6c")};
    QTest::newRow("petrol cars") << QStringList{
        QStringLiteral("car-petrol-euro-4"), QStringLiteral("car-petrol-euro-5")};
    QTest::newRow("vans") << QStringList{QStringLiteral("van-diesel-euro-3"),
        QStringLiteral("van-diesel-euro-4"), QStringLiteral("van-diesel-euro-6"),
        QStringLiteral("van-diesel-euro-6c")};
    QTest::newRow("buses") << QStringList{QStringLiteral("bus-euro-iii"),
        QStringLiteral("bus-euro-v"), QStringLiteral("bus-euro-vi"),
        QStringLiteral("bus-electric")};
}

void tst_EmissionFactors::laterStandardsEmitLess()
{
    QFETCH(QStringList, fromOldToNew);
    for (qsizetype i = 1; i < fromOldToNew.size(); ++i) {
        for (double speed = 15.0; speed <= 85.0; speed += 5.0)
            QVERIFY2(type(qPrintable(fromOldToNew[i])).nox.at(speed)
                    < type(qPrintable(fromOldToNew[i - 1])).nox.at(speed),
                qPrintable(QStringLiteral("%1 at %2").arg(fromOldToNew[i]).arg(speed)));
    }
}

void tst_EmissionFactors::everythingIsFinite()
{
    QVERIFY(vehicleTypes().size() > 25);
    for (const VehicleType &vehicle : vehicleTypes()) {
        for (double speed = 1.0; speed <= 160.0; speed += 1.0) {
            for (int p = 0; p < kEmittedCount; ++p) {
                std::uint8_t flags = 0;
                const double factor =
                    exhaustFactor(vehicle, static_cast<Emitted>(p), speed, &flags);
                QVERIFY2(std::isfinite(factor) && factor >= 0.0, qPrintable(vehicle.id));
                QVERIFY2((flags & NegativeCurve) == 0, qPrintable(vehicle.id));
                if (vehicle.fuel == Fuel::Electric)
                    QCOMPARE(factor, 0.0);
                else
                    QVERIFY2(factor > 0.0, qPrintable(vehicle.id));
            }
        }
    }
}

void tst_EmissionFactors::titlesCanBeTranslated()
{
    // lupdate reads sources: what the data files call things stands there once more.
    const QString folder = QStringLiteral(BELVEDERE_SOURCE_DIR "/core/environment/emission/");
    const QByteArray types = readAll(folder + QLatin1String("vehicle_types.cpp"));
    for (const VehicleType &vehicle : vehicleTypes())
        QVERIFY2(types.contains('"' + vehicle.title.toUtf8() + '"'), qPrintable(vehicle.title));
    const QByteArray mixes = readAll(folder + QLatin1String("fleet.cpp"));
    for (const Fleet &mix : fleets())
        QVERIFY2(mixes.contains('"' + mix.title.toUtf8() + '"'), qPrintable(mix.title));
}

void tst_EmissionFactors::badFile_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown form") << QByteArray("\"form\": \"rational\"")
                                  << QByteArray("\"form\": \"spline\"") << QStringLiteral("form");
    QTest::newRow("empty range") << QByteArray("\"toKmh\": 130") << QByteArray("\"toKmh\": 3")
                                 << QStringLiteral("toKmh");
    QTest::newRow("no such curve")
        << QByteArray("\"nox\": \"bus-euro-v-nox\"") << QByteArray("\"nox\": \"bus-euro-ix-nox\"")
        << QStringLiteral("bus-euro-v");
    QTest::newRow("twice") << QByteArray("\"id\": \"car-petrol-euro-4\"")
                           << QByteArray("\"id\": \"car-petrol-euro-3\"")
                           << QStringLiteral("stands twice");
    QTest::newRow("unknown fuel") << QByteArray("\"fuel\": \"electric\"")
                                  << QByteArray("\"fuel\": \"steam\"") << QStringLiteral("fuel");
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("<") << QStringLiteral("JSON");
}

void tst_EmissionFactors::badFile()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, named);
    QByteArray bytes = emissionData("vehicles.json");
    QVERIFY(parseVehicleTypes(bytes, QStringLiteral("v.json")));
    QVERIFY(bytes.contains(from));
    bytes.replace(from, to);
    const auto types = parseVehicleTypes(bytes, QStringLiteral("v.json"));
    QVERIFY(!types);
    QVERIFY2(types.error().message().contains(named), qPrintable(types.error().message()));
}

void tst_EmissionFactors::wearOfACar_data()
{
    QTest::addColumn<double>("speedKmh");
    QTest::addColumn<double>("pm25");
    QTest::newRow("30") << 30.0 << 15.181;
    QTest::newRow("50") << 50.0 << 13.956;
    QTest::newRow("80") << 80.0 << 10.273;
    QTest::newRow("100") << 100.0 << 8.645;
}

void tst_EmissionFactors::wearOfACar()
{
    QFETCH(double, speedKmh);
    QFETCH(double, pm25);
    QVERIFY(close(
        wearFactor(VehicleCategory::Car, ParticleSize::Pm25, speedKmh).total(), pm25, kPrinted));
}

void tst_EmissionFactors::wearBySpeed()
{
    for (int c = 0; c < kVehicleCategoryCount; ++c) {
        const auto category = static_cast<VehicleCategory>(c);
        double before = 1e9;
        for (double speed = 5.0; speed <= 140.0; speed += 1.0) {
            const WearFactor fine = wearFactor(category, ParticleSize::Pm25, speed);
            const WearFactor coarse = wearFactor(category, ParticleSize::Pm10, speed);
            const WearFactor all = wearFactor(category, ParticleSize::Tsp, speed);
            QVERIFY(fine.total() > 0.0);
            QVERIFY(fine.tyre < coarse.tyre && coarse.tyre < all.tyre);
            QVERIFY(fine.brake < coarse.brake && coarse.brake < all.brake);
            QVERIFY(fine.road < coarse.road && coarse.road < all.road);
            // Slower traffic wears more; the printed pieces do not quite meet.
            QVERIFY(fine.total() <= before * 1.003);
            before = fine.total();
        }
    }
    // The printed PM10 and PM2.5 of a truck, at a speed where neither factor is 1.
    const WearSpeedFactor factor = wearSpeedFactor(50.0);
    const WearFactor truck = wearFactor(VehicleCategory::HeavyTruck, ParticleSize::Pm25, 50.0);
    QVERIFY(close(truck.tyre / factor.tyre, 18.9, 3e-3));
    QVERIFY(close(truck.brake / factor.brake, 12.7, 5e-3));
    QVERIFY(close(truck.road, 20.5, 3e-3));
    QVERIFY(wearFactor(VehicleCategory::HeavyTruck, ParticleSize::Pm10, 50.0).total()
        > wearFactor(VehicleCategory::Car, ParticleSize::Pm10, 50.0).total());
}

void tst_EmissionFactors::hbefaAtOneMoment_data()
{
    QTest::addColumn<QString>("vehicle");
    QTest::addColumn<QString>("pollutant");
    QTest::addColumn<double>("mgPerS"); // SUMO 1.15 at 13.89 m/s, steady
    QTest::newRow("petrol CO2") << QStringLiteral("PC_G_EU4") << QStringLiteral("CO2") << 2337.01;
    QTest::newRow("petrol NOx") << QStringLiteral("PC_G_EU4") << QStringLiteral("NOx") << .702984;
    QTest::newRow("diesel CO2") << QStringLiteral("PC_D_EU4") << QStringLiteral("CO2") << 2024.15;
    QTest::newRow("diesel NOx") << QStringLiteral("PC_D_EU4") << QStringLiteral("NOx") << 6.18845;
    QTest::newRow("bus CO2") << QStringLiteral("Bus") << QStringLiteral("CO2") << 13284.4;
    QTest::newRow("bus NOx") << QStringLiteral("Bus") << QStringLiteral("NOx") << 104.233;
}

void tst_EmissionFactors::hbefaAtOneMoment()
{
    QFETCH(QString, vehicle);
    QFETCH(QString, pollutant);
    QFETCH(double, mgPerS);
    const auto curve = hbefaCurve(hbefa3Curves(), vehicle, pollutant);
    QVERIFY(curve);
    // The coefficients are printed to four digits.
    QVERIFY(close(hbefaRate(*curve, 13.89, 0.0), mgPerS, 5e-4));
    QVERIFY(hbefaRate(*curve, 13.89, -20.0) == 0.0);
    QVERIFY(hbefaRate(*curve, 13.89, 1.0) > hbefaRate(*curve, 13.89, 0.0));
    QVERIFY(!hbefaCurve(hbefa3Curves(), vehicle, QStringLiteral("O3")));
}

void tst_EmissionFactors::hbefaCruise()
{
    const QByteArray golden = readAll(kAirData + QLatin1String("sumo115_hbefa_cruise_golden.csv"));
    const QByteArray table = readAll(kAirData + QLatin1String("sumo115_hbefa4_coeffs.csv"));
    if (golden.isEmpty() || table.isEmpty())
        QSKIP("needs shared/data/air");
    const auto version4 = parseHbefa4(table, QStringLiteral("coeffs.csv"));
    QVERIFY(version4);
    int compared = 0;
    for (const QByteArray &line : golden.split('\n').mid(1)) {
        const QList<QByteArray> cells = line.trimmed().split(',');
        if (cells.size() < 5)
            continue;
        const bool old = cells[0].startsWith("HBEFA3/");
        const QString vehicle = QString::fromLatin1(cells[0].mid(7));
        const double speed = cells[1].toDouble();
        // The columns of particles and NOx are headed mg/km; their numbers are g/km as CO2's.
        const std::pair<QString, double> quantities[] = {
            {QStringLiteral("CO2"), cells[2].toDouble()},
            {QStringLiteral("NOx"), cells[3].toDouble()},
            {old ? QStringLiteral("PM") : QStringLiteral("PMx"), cells[4].toDouble()}};
        for (const auto &[pollutant, gPerKm] : quantities) {
            const auto curve = hbefaCurve(old ? hbefa3Curves() : *version4, vehicle, pollutant);
            if (!curve)
                continue; // the reference states some classes alone
            const double factor = hbefaCruiseFactor(*curve, speed);
            // Coefficients of four printed digits, or of seven fitted ones.
            const double tolerance = (old ? 2e-3 : 2e-5) * gPerKm + (old ? 2e-4 : 1e-6);
            QVERIFY2(std::abs(factor - gPerKm) <= tolerance,
                qPrintable(QStringLiteral("%1 %2 at %3: %4, not %5")
                               .arg(vehicle, pollutant)
                               .arg(speed)
                               .arg(factor)
                               .arg(gPerKm)));
            ++compared;
        }
    }
    QVERIFY(compared > 500);
}

void tst_EmissionFactors::badHbefaTable()
{
    const auto curves =
        parseHbefa4("class,pollutant\nBus,CO2,1,2,x,4,5,6,7\n", QStringLiteral("t.csv"));
    QVERIFY(!curves);
    QVERIFY(curves.error().message().contains(QLatin1String("t.csv:2")));
}

QTEST_GUILESS_MAIN(tst_EmissionFactors)
#include "tst_emission_factors.moc"
