// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/display_units.h"

#include <QTest>

#include <cmath>

using namespace belvedere::ui;

class tst_DisplayUnits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void known_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<UnitSystem>("preferred");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<double>("read");
        const auto metric = UnitSystem::Metric;
        const auto imperial = UnitSystem::Imperial;
        const QString kmh = QStringLiteral("km/h");
        const QString mph = QStringLiteral("mph");
        const QString celsius = QString::fromUtf8("°C");
        const QString fahrenheit = QString::fromUtf8("°F");
        QTest::newRow("100 km/h") << kmh << imperial << 100.0 << mph << 62.137119223733;
        QTest::newRow("60 mph") << mph << metric << 60.0 << kmh << 96.56064;
        QTest::newRow("boiling") << celsius << imperial << 100.0 << fahrenheit << 212.0;
        QTest::newRow("freezing") << fahrenheit << metric << 32.0 << celsius << 0.0;
        QTest::newRow("the same below zero") << celsius << imperial << -40.0 << fahrenheit << -40.0;
        QTest::newRow("an inch of rain")
            << QStringLiteral("mm") << imperial << 25.4 << QStringLiteral("in") << 1.0;
        QTest::newRow("as preferred") << kmh << metric << 50.0 << kmh << 50.0;
        QTest::newRow("no other") << QStringLiteral("veh/h") << imperial << 7.0
                                  << QStringLiteral("veh/h") << 7.0;
        QTest::newRow("no unit") << QString() << imperial << 7.0 << QString() << 7.0;
    }
    void known()
    {
        QFETCH(QString, stored);
        QFETCH(UnitSystem, preferred);
        QFETCH(double, value);
        QFETCH(QString, unit);
        QFETCH(double, read);
        const UnitChange change = unitChange(stored, preferred);
        QCOMPARE(change.unit, unit);
        QVERIFY(std::abs(change.toRead(value) - read) < 1e-9);
        QVERIFY(std::abs(change.toStored(change.toRead(value)) - value) < 1e-9);
        QCOMPARE(change.isNone(), unit == stored);
    }
};

QTEST_GUILESS_MAIN(tst_DisplayUnits)
#include "tst_display_units.moc"
