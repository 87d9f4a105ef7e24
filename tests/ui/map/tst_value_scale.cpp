// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/value_scale.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere::ui;

class tst_ValueScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bands_data();
    void bands();
    void stateDecidesTheFill_data();
    void stateDecidesTheFill();
    void hiddenFeaturesHaveNoStyle();
    void lowestOnTop();
    void widthOnTheGround_data();
    void widthOnTheGround();

private:
    static ValueScale threeBands()
    {
        ValueScale scale;
        scale.breaks = {10.0, 20.0};
        scale.bands = {{QColor(Qt::red), 1.0}, {QColor(Qt::green), 2.0}, {QColor(Qt::blue), 3.0}};
        scale.missing = {QColor(Qt::gray), 0.5};
        return scale;
    }
};

void tst_ValueScale::bands_data()
{
    QTest::addColumn<float>("value");
    QTest::addColumn<QColor>("color");
    QTest::addColumn<double>("width");
    QTest::newRow("below") << -5.0F << QColor(Qt::red) << 1.0;
    QTest::newRow("justBelowABreak") << 9.999F << QColor(Qt::red) << 1.0;
    QTest::newRow("onABreak") << 10.0F << QColor(Qt::green) << 2.0;
    QTest::newRow("above") << 1e9F << QColor(Qt::blue) << 3.0;
    QTest::newRow("notANumber") << std::numeric_limits<float>::quiet_NaN() << QColor(Qt::gray)
                                << 0.5;
    QTest::newRow("infinite") << std::numeric_limits<float>::infinity() << QColor(Qt::gray) << 0.5;
}

void tst_ValueScale::bands()
{
    QFETCH(float, value);
    QFETCH(QColor, color);
    QFETCH(double, width);
    const auto attributes = classified(std::vector<float>{value}, {}, threeBands(), {});
    const FeatureStyle *style = attributes->style(0);
    QVERIFY(style);
    QCOMPARE(style->color.light, color);
    QCOMPARE(style->color.dark, color);
    QCOMPARE(style->width, width);
}

void tst_ValueScale::stateDecidesTheFill_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("fill");
    const auto row = [](const char *name, ValueState state, Fill fill) {
        QTest::newRow(name) << int(state) << int(fill);
    };
    row("good", ValueState::Good, Fill::Solid);
    row("stale", ValueState::Stale, Fill::Hollow);
    row("estimated", ValueState::Estimated, Fill::Dashed);
    row("forecast", ValueState::Forecast, Fill::Forecast);
    row("missing", ValueState::Missing, Fill::Hatched);
}

void tst_ValueScale::stateDecidesTheFill()
{
    QFETCH(int, state);
    QFETCH(int, fill);
    const auto attributes = classified(
        std::vector<float>{15.0F}, std::vector<ValueState>{ValueState(state)}, threeBands(), {});
    const FeatureStyle *style = attributes->style(0);
    QVERIFY(style);
    QCOMPARE(int(style->fill), fill);
    QCOMPARE(style->color.light,
        ValueState(state) == ValueState::Missing ? QColor(Qt::gray) : QColor(Qt::green));
}

void tst_ValueScale::hiddenFeaturesHaveNoStyle()
{
    const auto attributes = classified(
        std::vector<float>{15.0F}, std::vector<ValueState>{ValueState::Hidden}, threeBands(), {});
    QVERIFY(!attributes->style(0));
    QVERIFY(!attributes->style(1)); // beyond the values
}

void tst_ValueScale::lowestOnTop()
{
    const std::vector<float> values{5.0F, 15.0F, 25.0F, std::nanf("")};
    ValueScale scale = threeBands();
    auto rank = [&](std::size_t i) { return classified(values, {}, scale, {})->style(i)->rank; };
    QVERIFY(rank(0) < rank(1) && rank(1) < rank(2) && rank(3) < rank(0));
    scale.lowestOnTop = true;
    QVERIFY(rank(0) > rank(1) && rank(1) > rank(2) && rank(3) < rank(2));
}

void tst_ValueScale::widthOnTheGround_data()
{
    QTest::addColumn<double>("metersPerPixel");
    QTest::addColumn<double>("pixels");
    QTest::newRow("near") << 0.5 << 10.0; // 24 m are 48 px: held at 10
    QTest::newRow("between") << 6.0 << 4.0;
    QTest::newRow("far") << 100.0 << 2.0;
}

void tst_ValueScale::widthOnTheGround()
{
    QFETCH(double, metersPerPixel);
    QFETCH(double, pixels);
    FeatureStyle style;
    style.width = 10.0;
    style.minWidth = 2.0;
    style.widthM = 24.0;
    QCOMPARE(style.widthAt(metersPerPixel), pixels);
}

QTEST_GUILESS_MAIN(tst_ValueScale)
#include "tst_value_scale.moc"
