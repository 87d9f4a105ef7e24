// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/length_text.h"

#include "map/scale_bar.h"

#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

class tst_LengthText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void lengths_data();
    void lengths();
    void areas_data();
    void areas();
    void positions_data();
    void positions();
    void commaWhereItIsUsual();
    void scaleBars_data();
    void scaleBars();
    void scaleBarIsPaintedWhereItSays();
};

void tst_LengthText::lengths_data()
{
    QTest::addColumn<double>("meters");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("imperial");
    QTest::newRow("none") << 0.0 << "0.0 m"
                          << "0.0 ft";
    QTest::newRow("step") << 0.7 << "0.7 m"
                          << "2.3 ft";
    QTest::newRow("street") << 640.0 << "640 m"
                            << "0.40 mi";
    QTest::newRow("edgeOfMeters") << 999.4 << "999 m"
                                  << "0.62 mi";
    QTest::newRow("kilometer") << 999.6 << "1.00 km"
                               << "0.62 mi";
    QTest::newRow("mile") << 1609.344 << "1.61 km"
                          << "1.00 mi";
    QTest::newRow("town") << 12345.0 << "12.3 km"
                          << "7.67 mi";
    QTest::newRow("country") << 456789.0 << "457 km"
                             << "284 mi";
}

void tst_LengthText::lengths()
{
    QFETCH(double, meters);
    QFETCH(QString, metric);
    QFETCH(QString, imperial);
    QCOMPARE(lengthText(meters, LengthUnits::Metric), metric);
    QCOMPARE(lengthText(meters, LengthUnits::Imperial), imperial);
}

void tst_LengthText::areas_data()
{
    QTest::addColumn<double>("squareMeters");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("imperial");
    QTest::newRow("room") << 20.0 << QString::fromUtf8("20 m²") << QString::fromUtf8("215 ft²");
    QTest::newRow("hectare") << 10000.0 << QString::fromUtf8("1.00 ha") << "2.47 acres";
    QTest::newRow("squareKilometer") << 1e6 << QString::fromUtf8("1.00 km²") << "247 acres";
    QTest::newRow("squareMile") << 2589988.110336 << QString::fromUtf8("2.59 km²")
                                << QString::fromUtf8("1.00 mi²");
}

void tst_LengthText::areas()
{
    QFETCH(double, squareMeters);
    QFETCH(QString, metric);
    QFETCH(QString, imperial);
    QCOMPARE(areaText(squareMeters, LengthUnits::Metric), metric);
    QCOMPARE(areaText(squareMeters, LengthUnits::Imperial), imperial);
}

void tst_LengthText::positions_data()
{
    QTest::addColumn<double>("lon");
    QTest::addColumn<double>("lat");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QString>("text");
    QTest::newRow("oslo") << 10.7522 << 59.9139 << 1.0
                          << QString::fromUtf8("59.913900° N  10.752200° E");
    QTest::newRow("quito") << -78.4678 << -0.1807 << 20.0
                           << QString::fromUtf8("0.1807° S  78.4678° W");
    QTest::newRow("farOut") << -78.4678 << -0.1807 << 5000.0
                            << QString::fromUtf8("0.18° S  78.47° W");
}

void tst_LengthText::positions()
{
    QFETCH(double, lon);
    QFETCH(double, lat);
    QFETCH(double, scale);
    QFETCH(QString, text);
    QCOMPARE(positionText(lon, lat, scale), text);
}

void tst_LengthText::commaWhereItIsUsual()
{
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(lengthText(1610.0, LengthUnits::Metric), QStringLiteral("1,61 km"));
    QLocale::setDefault(QLocale::c());
}

void tst_LengthText::scaleBars_data()
{
    QTest::addColumn<double>("metersPerPixel");
    QTest::addColumn<LengthUnits>("units");
    QTest::addColumn<double>("meters");
    QTest::addColumn<QString>("text");
    QTest::newRow("m") << 1.0 << LengthUnits::Metric << 100.0 << "100 m";
    QTest::newRow("km") << 10.0 << LengthUnits::Metric << 1000.0 << "1 km";
    QTest::newRow("closest") << 0.05 << LengthUnits::Metric << 5.0 << "5 m";
    QTest::newRow("farthest") << 5000.0 << LengthUnits::Metric << 500000.0 << "500 km";
    QTest::newRow("ft") << 1.0 << LengthUnits::Imperial << 200 * 0.3048 << "200 ft";
    QTest::newRow("lastFeet") << 11.4 << LengthUnits::Imperial << 5000 * 0.3048 << "5000 ft";
    QTest::newRow("mi") << 11.5 << LengthUnits::Imperial << 1609.344 << "1 mi";
    QTest::newRow("manyMiles") << 5000.0 << LengthUnits::Imperial << 200 * 1609.344 << "200 mi";
}

void tst_LengthText::scaleBars()
{
    QFETCH(double, metersPerPixel);
    QFETCH(LengthUnits, units);
    QFETCH(double, meters);
    QFETCH(QString, text);
    const ScaleBar bar = scaleBarFor(metersPerPixel, 140.0, units);
    QVERIFY2(std::abs(bar.meters - meters) < 1e-6, qPrintable(QString::number(bar.meters)));
    QCOMPARE(bar.text, text);
    QVERIFY(bar.pixels <= 140.0);
    QVERIFY(std::abs(bar.pixels * metersPerPixel - bar.meters) < 1e-6);
}

void tst_LengthText::scaleBarIsPaintedWhereItSays()
{
    QImage image(300, 100, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const QRectF place = paintScaleBar(
        painter, {280, 80}, scaleBarFor(1.0, 140.0), tokensOf(ThemeMode::Light), QFont());
    painter.end();
    QVERIFY(QRectF(image.rect()).contains(place));
    const QRect grown = place.toAlignedRect().adjusted(-4, -6, 4, 4);
    int inside = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const bool painted = qAlpha(image.pixel(x, y)) > 0;
            QVERIFY2(!painted || grown.contains(x, y),
                qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
            inside += painted ? 1 : 0;
        }
    }
    QVERIFY(inside > 300);
}

QTEST_MAIN(tst_LengthText)
#include "tst_length_text.moc"
