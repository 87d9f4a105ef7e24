// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/crash/measures.h"
#include "safety/crash/speed_models.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

bool close(double value, double wanted, double absolute = 6e-5)
{
    return std::abs(value - wanted) <= absolute;
}

} // namespace

class tst_CrashMeasures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speed_data();
    void speed();
    void exponentialModel();
    void speedOutsideRange();
    void slowerIsSafer();
    void limitThatIsOnlySigned();
    void menuIsSound();
    void roundabout();
    void threeAtMost();
    void doNotFit_data();
    void doNotFit();
    void badFile_data();
    void badFile();
};

void tst_CrashMeasures::speed_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("severity");
    QTest::addColumn<double>("to45");
    QTest::addColumn<double>("to30"); // from 50 km/h
    const int nilsson = int(SpeedModel::NilssonPower), elvik = int(SpeedModel::ElvikUrban);
    QTest::newRow("Nilsson fatal") << nilsson << int(CrashSeverity::Fatal) << .6561 << .1296;
    QTest::newRow("Nilsson serious") << nilsson << int(CrashSeverity::Serious) << .7290 << .2160;
    QTest::newRow("Nilsson injury") << nilsson << int(CrashSeverity::Injury) << .8100 << .3600;
    QTest::newRow("Elvik fatal") << elvik << int(CrashSeverity::Fatal) << .7604 << .2650;
    QTest::newRow("Elvik serious") << elvik << int(CrashSeverity::Serious) << .8538 << .4648;
    QTest::newRow("Elvik injury") << elvik << int(CrashSeverity::Injury) << .8812 << .5417;
}

void tst_CrashMeasures::speed()
{
    QFETCH(int, model);
    QFETCH(int, severity);
    QFETCH(double, to45);
    QFETCH(double, to30);
    const auto ratio = [&](double after) {
        return speedEffect(
            static_cast<SpeedModel>(model), static_cast<CrashSeverity>(severity), 50.0, after);
    };
    QVERIFY(close(ratio(45.0).ratio, to45));
    QVERIFY(close(ratio(30.0).ratio, to30));
    QVERIFY(!ratio(45.0).outsideRange && !ratio(45.0).doubtful);
    QCOMPARE(ratio(50.0).ratio, 1.0);
}

void tst_CrashMeasures::exponentialModel()
{
    const auto effect = [](CrashSeverity severity, double before, double after) {
        return speedEffect(SpeedModel::ElvikExponential, severity, before, after);
    };
    QVERIFY(close(effect(CrashSeverity::Fatal, 50.0, 45.0).ratio, std::exp(-0.4), 1e-12));
    QVERIFY(close(effect(CrashSeverity::Injury, 50.0, 45.0).ratio, std::exp(-0.3), 1e-12));
    QVERIFY(effect(CrashSeverity::Damage, 50.0, 45.0).doubtful);
    // The same step counts the same wherever it is made, and steps multiply.
    QCOMPARE(effect(CrashSeverity::Fatal, 90.0, 80.0).ratio,
        effect(CrashSeverity::Fatal, 40.0, 30.0).ratio);
}

void tst_CrashMeasures::speedOutsideRange()
{
    const auto outside = [](double before, double after) {
        return speedEffect(SpeedModel::ElvikUrban, CrashSeverity::Injury, before, after)
            .outsideRange;
    };
    QVERIFY(!outside(50.0, 30.0));
    QVERIFY(outside(15.0, 25.0));
    QVERIFY(outside(100.0, 130.0));
    QVERIFY(outside(90.0, 50.0));
    QVERIFY(speedEffect(SpeedModel::NilssonPower, CrashSeverity::Damage, 50.0, 45.0).doubtful);
}

void tst_CrashMeasures::slowerIsSafer()
{
    for (const SpeedModel model : {SpeedModel::NilssonPower, SpeedModel::ElvikUrban,
             SpeedModel::ElvikRural, SpeedModel::ElvikExponential}) {
        for (int severity = 0; severity < 5; ++severity) {
            double before = 0.0;
            for (double after = 20.0; after <= 120.0; after += 5.0) {
                const double ratio =
                    speedEffect(model, static_cast<CrashSeverity>(severity), 70.0, after).ratio;
                QVERIFY(ratio > before);
                before = ratio;
            }
        }
        // Worse crashes follow the speed more.
        QVERIFY(speedEffect(model, CrashSeverity::Fatal, 50.0, 40.0).ratio
            <= speedEffect(model, CrashSeverity::Serious, 50.0, 40.0).ratio);
    }
}

void tst_CrashMeasures::limitThatIsOnlySigned()
{
    QCOMPARE(meanSpeedAfterLimit(48.0, 50.0, 30.0), 43.0); // a quarter of 20
    QCOMPARE(meanSpeedAfterLimit(28.0, 50.0, 30.0), 28.0); // slower already
    QCOMPARE(meanSpeedAfterLimit(33.0, 50.0, 30.0), 30.0); // no slower than the limit
    QCOMPARE(meanSpeedAfterLimit(48.0, 50.0, 60.0), 50.5);
    QCOMPARE(meanSpeedAfterLimit(48.0, 50.0, 50.0), 48.0);
}

void tst_CrashMeasures::menuIsSound()
{
    QVERIFY(crashMeasures().size() >= 10);
    // lupdate reads sources: titles stand there once more.
    QFile file(QStringLiteral(BELVEDERE_SOURCE_DIR "/core/safety/crash/measures.cpp"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray source = file.readAll();
    for (const CrashMeasure &measure : crashMeasures()) {
        QVERIFY2(source.contains('"' + measure.title.toUtf8() + '"'), qPrintable(measure.title));
        QVERIFY(!measure.source.isEmpty());
        for (const QString &other : measure.excludes) {
            const auto found = crashMeasure(other);
            QVERIFY2(found, qPrintable(other));
            QVERIFY2(found->excludes.contains(measure.id), qPrintable(measure.id));
        }
    }
    const auto unknown = crashMeasure(QStringLiteral("moat"));
    QVERIFY(!unknown && unknown.error().message().contains(QLatin1String("speed-humps")));
}

void tst_CrashMeasures::roundabout()
{
    const auto combined = combineMeasures({QStringLiteral("roundabout-for-stop")});
    QVERIFY(combined);
    QCOMPARE(combined->all, 0.56);
    QCOMPARE(combined->injury, 0.18);
    QCOMPARE(combined->pedestrian, 0.18);
    const auto nothing = combineMeasures({});
    QVERIFY(nothing);
    QCOMPARE(nothing->all, 1.0);
}

void tst_CrashMeasures::threeAtMost()
{
    const QStringList four = {QStringLiteral("speed-cameras"), QStringLiteral("speed-humps"),
        QStringLiteral("rapid-flashing-beacon"), QStringLiteral("refuge-island")};
    const auto combined = combineMeasures(four);
    QVERIFY(combined);
    QCOMPARE(combined->leftOut, QStringList{QStringLiteral("speed-cameras")}); // the weakest
    QCOMPARE(combined->injury, 0.60);
    QVERIFY(close(combined->pedestrian, 0.60 * 0.53 * 0.54, 1e-12));
    // The order in which they are named does not matter.
    const auto turned = combineMeasures({four[3], four[2], four[1], four[0]});
    QVERIFY(close(turned->pedestrian, combined->pedestrian, 1e-12));
}

void tst_CrashMeasures::doNotFit_data()
{
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<int>("code");
    QTest::newRow("exclude each other") << QStringList{QStringLiteral("roundabout-for-stop"),
        QStringLiteral("roundabout-for-signal")}
                                        << int(Errc::Usage);
    QTest::newRow("twice") << QStringList{QStringLiteral("speed-humps"),
        QStringLiteral("speed-humps")}
                           << int(Errc::Usage);
    QTest::newRow("unknown") << QStringList{QStringLiteral("moat")} << int(Errc::NotFound);
}

void tst_CrashMeasures::doNotFit()
{
    QFETCH(QStringList, ids);
    QFETCH(int, code);
    const auto combined = combineMeasures(ids);
    QVERIFY(!combined);
    QCOMPARE(int(combined.error().code), code);
    QVERIFY(combined.error().message().contains(ids[0]));
}

void tst_CrashMeasures::badFile_data()
{
    QTest::addColumn<QByteArray>("measure");
    QTest::addColumn<QString>("named");
    const QByteArray head = R"("id": "x", "title": "X", "source": "S")";
    QTest::newRow("no factor") << head << QStringLiteral("all, injury");
    QTest::newRow("negative") << head + R"(, "all": -0.5)" << QStringLiteral("all, injury");
    QTest::newRow("no source") << QByteArray(R"("id": "x", "title": "X", "all": 0.5)")
                               << QStringLiteral("source");
    QTest::newRow("outside its range")
        << head + R"(, "all": 0.5, "low": 0.6, "high": 0.7)" << QStringLiteral("low, high");
    QTest::newRow("six stars") << head + R"(, "all": 0.5, "stars": 6)" << QStringLiteral("stars");
}

void tst_CrashMeasures::badFile()
{
    QFETCH(QByteArray, measure);
    QFETCH(QString, named);
    const auto measures =
        parseCrashMeasures("{\"measures\": [{" + measure + "}]}", QStringLiteral("m.json"));
    QVERIFY(!measures);
    QVERIFY2(measures.error().message().contains(named), qPrintable(measures.error().message()));
    QVERIFY(!parseCrashMeasures("nothing", QStringLiteral("m.json")));
    QVERIFY(!parseCrashMeasures("{}", QStringLiteral("m.json")));
}

QTEST_GUILESS_MAIN(tst_CrashMeasures)
#include "tst_crash_measures.moc"
