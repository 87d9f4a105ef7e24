// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "map/painters/line_rasterizer.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

struct Corner
{
    double x;
    double y;
};

/// What is left of a polygon where nx x + ny y + c >= 0 (Sutherland and Hodgman 1974).
std::vector<Corner> clipped(const std::vector<Corner> &polygon, double nx, double ny, double c)
{
    std::vector<Corner> result;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Corner a = polygon[i];
        const Corner b = polygon[(i + 1) % polygon.size()];
        const double da = nx * a.x + ny * a.y + c;
        const double db = nx * b.x + ny * b.y + c;
        if (da >= 0.0)
            result.push_back(a);
        if ((da < 0.0) != (db < 0.0)) {
            const double t = da / (da - db);
            result.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
    }
    return result;
}

double areaOf(const std::vector<Corner> &polygon)
{
    double twice = 0.0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Corner a = polygon[i];
        const Corner b = polygon[(i + 1) % polygon.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return 0.5 * std::abs(twice);
}

float onGrid(double v)
{
    return float(std::round(256.0 * v) / 256.0);
}

QImage black(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::black);
    return image;
}

double coverageAt(const QImage &image, int x, int y)
{
    return qRed(image.pixel(x, y)) / 255.0;
}

double totalOf(const QImage &image)
{
    double sum = 0.0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += coverageAt(image, x, y);
    }
    return sum;
}

LinePen white(double width, bool round = false)
{
    return {QColor(Qt::white), float(width), round, 0.0F};
}

} // namespace

class tst_LineRasterizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void halfPlaneIsExact();
    void alongTheAxes_data();
    void alongTheAxes();
    void sidesAreExact_data();
    void sidesAreExact();
    void paintIsLengthTimesWidth_data();
    void paintIsLengthTimesWidth();
    void manyPointsLookLikeTwo_data();
    void manyPointsLookLikeTwo();
    void bendsHaveNoBlobAndNoGap();
    void translucentIsPaintedOnce();
    void linksMeetWithoutSeam();
    void roundEndsAreHalfCircles();
    void tilesAreOnePicture();
    void colorsComeOutExactly();
    void farAwayPointsAreHarmless();
};

void tst_LineRasterizer::halfPlaneIsExact()
{
    const std::vector<Corner> pixel{{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}};
    for (int degrees = 0; degrees < 360; degrees += 5) {
        const double angle = degrees * std::numbers::pi / 180.0;
        for (double d = -0.8; d <= 0.8; d += 0.05) {
            const double exact = areaOf(clipped(pixel, std::cos(angle), std::sin(angle), d));
            QVERIFY(
                std::abs(halfPlaneCoverage(d, std::cos(angle), std::sin(angle)) - exact) < 2e-6);
        }
    }
}

void tst_LineRasterizer::alongTheAxes_data()
{
    QTest::addColumn<double>("y");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("above"); // coverage of row 9
    QTest::addColumn<double>("row"); // of row 10
    QTest::addColumn<double>("below"); // of row 11
    QTest::newRow("onePixel") << 10.5 << 1.0 << 0.0 << 1.0 << 0.0;
    QTest::newRow("betweenRows") << 10.0 << 1.0 << 0.5 << 0.5 << 0.0;
    QTest::newRow("quarterWide") << 10.5 << 0.25 << 0.0 << 0.25 << 0.0;
    QTest::newRow("twoPixels") << 10.25 << 2.0 << 0.75 << 1.0 << 0.25;
}

void tst_LineRasterizer::alongTheAxes()
{
    QFETCH(double, y);
    QFETCH(double, width);
    QFETCH(double, above);
    QFETCH(double, row);
    QFETCH(double, below);
    for (const bool upright : {false, true}) {
        QImage image = black(40, 40);
        LineRasterizer rasterizer(image);
        rasterizer.setPen(white(width));
        const PixelPoint from{5.25F, float(y)};
        const PixelPoint to{30.0F, float(y)};
        if (upright)
            rasterizer.drawSegment({from.y, from.x}, {to.y, to.x});
        else
            rasterizer.drawSegment(from, to);
        const auto at = [&](int x, int line) {
            return upright ? coverageAt(image, line, x) : coverageAt(image, x, line);
        };
        constexpr double kStep = 0.006;
        for (int x = 6; x < 30; ++x) {
            QVERIFY(std::abs(at(x, 9) - above) < kStep);
            QVERIFY(std::abs(at(x, 10) - row) < kStep);
            QVERIFY(std::abs(at(x, 11) - below) < kStep);
        }
        QVERIFY(std::abs(at(5, 10) - 0.75 * row) < kStep); // the end is cut exactly as well
        QCOMPARE(at(4, 10), 0.0);
        QCOMPARE(at(30, 10), 0.0);
    }
}

void tst_LineRasterizer::sidesAreExact_data()
{
    QTest::addColumn<double>("width");
    for (const double width : {0.3, 1.0, 1.37, 2.0, 3.5, 9.0})
        QTest::addRow("%g", width) << width;
}

void tst_LineRasterizer::sidesAreExact()
{
    QFETCH(double, width);
    for (int degrees = 0; degrees < 180; degrees += 9) {
        const double angle = degrees * std::numbers::pi / 180.0;
        const Corner u{std::cos(angle), std::sin(angle)};
        const PixelPoint from{onGrid(40.3 - 90.0 * u.x), onGrid(40.8 - 90.0 * u.y)};
        const PixelPoint to{onGrid(40.3 + 90.0 * u.x), onGrid(40.8 + 90.0 * u.y)};
        QImage image = black(80, 80);
        LineRasterizer rasterizer(image);
        rasterizer.setPen(white(width));
        rasterizer.drawSegment(from, to);
        const double dx = double(to.x) - double(from.x);
        const double dy = double(to.y) - double(from.y);
        const double length = std::hypot(dx, dy);
        const Corner n{-dy / length, dx / length};
        const double c = -(n.x * double(from.x) + n.y * double(from.y));
        for (int y = 0; y < 80; ++y) {
            for (int x = 0; x < 80; ++x) {
                const std::vector<Corner> pixel{{double(x), double(y)}, {x + 1.0, double(y)},
                    {x + 1.0, y + 1.0}, {double(x), y + 1.0}};
                const double exact = areaOf(clipped(
                    clipped(pixel, n.x, n.y, c + 0.5 * width), -n.x, -n.y, 0.5 * width - c));
                QVERIFY2(std::abs(coverageAt(image, x, y) - exact) < 0.006,
                    qPrintable(QStringLiteral("%1 degrees at %2, %3: %4 instead of %5")
                                   .arg(degrees)
                                   .arg(x)
                                   .arg(y)
                                   .arg(coverageAt(image, x, y))
                                   .arg(exact)));
            }
        }
    }
}

void tst_LineRasterizer::paintIsLengthTimesWidth_data()
{
    QTest::addColumn<double>("length");
    QTest::addColumn<double>("width");
    QTest::newRow("short") << 2.0 << 1.0;
    QTest::newRow("shortWide") << 2.0 << 3.5;
    QTest::newRow("link") << 6.4 << 2.0;
    QTest::newRow("long") << 60.0 << 1.0;
    QTest::newRow("hair") << 60.0 << 0.3;
}

void tst_LineRasterizer::paintIsLengthTimesWidth()
{
    QFETCH(double, length);
    QFETCH(double, width);
    Random random(5);
    double sum = 0.0;
    constexpr int kLines = 200;
    for (int i = 0; i < kLines; ++i) {
        const double angle = random.uniform(0.0, 6.28);
        const PixelPoint from{onGrid(70.0 + random.uniform()), onGrid(70.0 + random.uniform())};
        const PixelPoint to{onGrid(double(from.x) + length * std::cos(angle)),
            onGrid(double(from.y) + length * std::sin(angle))};
        QImage image = black(140, 140);
        LineRasterizer rasterizer(image);
        rasterizer.setPen(white(width));
        rasterizer.drawSegment(from, to);
        const double painted = totalOf(image);
        QVERIFY2(std::abs(painted / (length * width) - 1.0) < 0.06,
            qPrintable(QString::number(painted)));
        sum += painted;
    }
    QVERIFY2(std::abs(sum / (kLines * length * width) - 1.0) < 0.01,
        qPrintable(QString::number(sum / (kLines * length * width))));
}

void tst_LineRasterizer::manyPointsLookLikeTwo_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<bool>("round");
    QTest::newRow("hair") << 0.5 << false;
    QTest::newRow("thin") << 1.0 << false;
    QTest::newRow("medium") << 2.0 << false;
    QTest::newRow("wide") << 5.0 << true;
}

void tst_LineRasterizer::manyPointsLookLikeTwo()
{
    QFETCH(double, width);
    QFETCH(bool, round);
    for (const double slope : {0.0, 0.25, 0.5, 1.0, 2.0}) {
        std::vector<PixelPoint> line;
        for (int i = 0; i <= 32; ++i)
            line.push_back({onGrid(10.0 + 1.25 * i), onGrid(8.5 + 1.25 * i * slope)});
        QImage pieces = black(100, 100);
        QImage whole = black(100, 100);
        LineRasterizer a(pieces);
        a.setPen(white(width, round));
        a.drawPolyline(line);
        LineRasterizer b(whole);
        b.setPen(white(width, round));
        b.drawSegment(line.front(), line.back());
        for (int y = 0; y < 100; ++y) {
            for (int x = 0; x < 100; ++x)
                QVERIFY(std::abs(coverageAt(pieces, x, y) - coverageAt(whole, x, y)) < 0.012);
        }
    }
}

void tst_LineRasterizer::bendsHaveNoBlobAndNoGap()
{
    // A circle of short pieces: all the way round the paint across the line is its width.
    std::vector<PixelPoint> line;
    for (int i = 0; i <= 60; ++i) {
        const double angle = i * std::numbers::pi / 30.0;
        line.push_back(
            {onGrid(50.0 + 40.0 * std::cos(angle)), onGrid(50.0 + 40.0 * std::sin(angle))});
    }
    for (const double width : {1.0, 2.0, 4.0}) {
        QImage image = black(100, 100);
        LineRasterizer rasterizer(image);
        rasterizer.setPen(white(width, width > 2.5));
        rasterizer.drawPolyline(line);
        std::vector<double> sectors(15, 0.0);
        for (int y = 0; y < 100; ++y) {
            for (int x = 0; x < 100; ++x) {
                const double angle = std::atan2(y + 0.5 - 50.0, x + 0.5 - 50.0) + 3.14159265;
                sectors[std::size_t(angle / 6.2831854 * 15.0) % 15] += coverageAt(image, x, y);
            }
        }
        const double expected = width * 2.0 * std::numbers::pi * 40.0 / 15.0;
        for (const double sector : sectors)
            QVERIFY2(std::abs(sector / expected - 1.0) < 0.06,
                qPrintable(QString::number(sector / expected)));
    }
}

void tst_LineRasterizer::translucentIsPaintedOnce()
{
    QImage image = black(60, 60);
    LineRasterizer rasterizer(image);
    LinePen pen = white(6.0, true);
    pen.color = QColor(255, 255, 255, 128);
    rasterizer.setPen(pen);
    const std::vector<PixelPoint> line{{10, 10}, {50, 50}, {50, 10}, {10, 50}}; // crosses itself
    rasterizer.drawPolyline(line);
    for (int y = 0; y < 60; ++y) {
        for (int x = 0; x < 60; ++x)
            QVERIFY(qRed(image.pixel(x, y)) <= 129);
    }
    QVERIFY(qRed(image.pixel(30, 30)) >= 127);
}

void tst_LineRasterizer::linksMeetWithoutSeam()
{
    // Two links of one road that know nothing of each other.
    for (const double width : {1.0, 2.0, 4.0}) {
        for (double at = 30.0; at < 31.0; at += 0.125) {
            QImage image = black(60, 20);
            LineRasterizer rasterizer(image);
            LinePen pen = white(width, width > 2.5);
            pen.extension = 0.2F;
            rasterizer.setPen(pen);
            rasterizer.drawSegment({5.0F, 10.5F}, {onGrid(at), 10.5F});
            rasterizer.drawSegment({onGrid(at), 10.5F}, {55.0F, 10.5F});
            for (int x = 10; x < 50; ++x)
                QVERIFY2(coverageAt(image, x, 10) > 0.85,
                    qPrintable(QString::number(coverageAt(image, x, 10))));
        }
    }
}

void tst_LineRasterizer::roundEndsAreHalfCircles()
{
    QImage image = black(60, 60);
    LineRasterizer rasterizer(image);
    rasterizer.setPen(white(20.0, true));
    rasterizer.drawSegment({20.0F, 30.0F}, {40.0F, 30.0F});
    const double expected = 20.0 * 20.0 + std::numbers::pi * 100.0;
    QVERIFY(std::abs(totalOf(image) / expected - 1.0) < 0.01);
    image.fill(Qt::black);
    rasterizer.drawSegment({30.0F, 30.0F}, {30.0F, 30.0F});
    QVERIFY(std::abs(totalOf(image) / (std::numbers::pi * 100.0) - 1.0) < 0.01);
}

void tst_LineRasterizer::tilesAreOnePicture()
{
    Random random(17);
    struct Drawn
    {
        std::vector<PixelPoint> line;
        LinePen pen;
    };
    std::vector<Drawn> lines;
    for (int i = 0; i < 400; ++i) {
        Drawn drawn;
        const int points = 2 + int(random.below(4));
        for (int k = 0; k < points; ++k)
            drawn.line.push_back(
                {onGrid(random.uniform(-40.0, 240.0)), onGrid(random.uniform(-40.0, 190.0))});
        drawn.pen.color = QColor(int(random.below(256)), int(random.below(256)),
            int(random.below(256)), i % 5 == 0 ? 120 : 255);
        drawn.pen.width = float(random.uniform(0.4, 6.0));
        drawn.pen.round = i % 2 == 0;
        drawn.pen.extension = i % 3 == 0 ? 0.2F : 0.0F;
        lines.push_back(drawn);
    }
    const auto paint = [&](QImage &image, int left, int top) {
        LineRasterizer rasterizer(image);
        for (Drawn drawn : lines) {
            for (PixelPoint &p : drawn.line)
                p = {p.x - float(left), p.y - float(top)};
            rasterizer.setPen(drawn.pen);
            rasterizer.drawPolyline(drawn.line);
        }
    };
    QImage whole(203, 150, QImage::Format_ARGB32_Premultiplied);
    whole.fill(Qt::transparent);
    paint(whole, 0, 0);
    for (const QRect &tile : {QRect(0, 0, 100, 75), QRect(100, 0, 103, 75), QRect(0, 75, 61, 75),
             QRect(61, 75, 9, 75), QRect(70, 75, 133, 75)}) {
        QImage part(tile.size(), QImage::Format_ARGB32_Premultiplied);
        part.fill(Qt::transparent);
        paint(part, tile.left(), tile.top());
        QCOMPARE(part, whole.copy(tile));
    }
}

void tst_LineRasterizer::colorsComeOutExactly()
{
    for (const QImage::Format format :
        {QImage::Format_RGB32, QImage::Format_ARGB32_Premultiplied}) {
        QImage image(40, 40, format);
        image.fill(QColor(10, 20, 30));
        LineRasterizer rasterizer(image);
        rasterizer.setPen({QColor(201, 77, 3), 8.0F, false, 0.0F});
        rasterizer.drawSegment({-5.0F, 20.0F}, {45.0F, 20.0F});
        QCOMPARE(image.pixelColor(20, 20), QColor(201, 77, 3));
        QCOMPARE(image.pixelColor(39, 20), QColor(201, 77, 3));
        QCOMPARE(image.pixelColor(20, 30), QColor(10, 20, 30));
    }
}

void tst_LineRasterizer::farAwayPointsAreHarmless()
{
    QImage image = black(64, 64);
    LineRasterizer rasterizer(image);
    rasterizer.setPen(white(2.0));
    rasterizer.drawSegment({-1e9F, -1e9F}, {1e9F, -1e9F});
    QCOMPARE(totalOf(image), 0.0);
    rasterizer.drawSegment({-100000.0F, 32.0F}, {100000.0F, 32.0F});
    QVERIFY(coverageAt(image, 32, 31) > 0.9);
    const std::vector<PixelPoint> line{{-1e8F, 3.0F}, {10.0F, 3.0F}, {10.0F, 1e8F}};
    rasterizer.drawPolyline(line);
    const std::vector<PixelPoint> same(5, PixelPoint{20.0F, 20.0F});
    rasterizer.drawPolyline(same);
    QVERIFY(coverageAt(image, 10, 50) > 0.9);
}

QTEST_GUILESS_MAIN(tst_LineRasterizer)
#include "tst_line_rasterizer.moc"
