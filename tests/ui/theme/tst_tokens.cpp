// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/tokens.h"

#include "ui/theme/color_science.h"

#include <QTest>

#include <vector>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

struct Named
{
    const char *name;
    QColor color;
};

constexpr double kTextContrast = 4.5; // WCAG 2.1, 1.4.3
constexpr double kGraphicContrast = 3.0; // WCAG 2.1, 1.4.11 and large text

std::vector<Named> all(const Tokens &t)
{
    std::vector<Named> list = {{"ground", t.ground}, {"panel", t.panel}, {"raised", t.raised},
        {"border", t.border}, {"controlBorder", t.controlBorder}, {"hover", t.hover},
        {"pressed", t.pressed}, {"textPrimary", t.textPrimary}, {"textSecondary", t.textSecondary},
        {"textTertiary", t.textTertiary}, {"textDisabled", t.textDisabled}, {"accent", t.accent},
        {"accentHover", t.accentHover}, {"accentPressed", t.accentPressed},
        {"textOnAccent", t.textOnAccent}, {"selection", t.selection}, {"focus", t.focus},
        {"p1", t.p1}, {"p2", t.p2}, {"p3", t.p3}, {"p4", t.p4}, {"shelved", t.shelved},
        {"observed", t.observed}, {"forecast", t.forecast}, {"scenario", t.scenario},
        {"noData", t.noData}, {"mapGround", t.mapGround}, {"mapWater", t.mapWater},
        {"mapGreen", t.mapGreen}, {"mapBuiltUp", t.mapBuiltUp}, {"mapRoadMinor", t.mapRoadMinor},
        {"mapRoadMajor", t.mapRoadMajor}, {"mapRoadCasing", t.mapRoadCasing},
        {"mapLabel", t.mapLabel}, {"mapLabelHalo", t.mapLabelHalo}};
    const auto add = [&list](const char *name, const auto &ramp) {
        for (const QColor &color : ramp)
            list.push_back({name, color});
    };
    add("speedRamp", t.speedRamp);
    add("riskRamp", t.riskRamp);
    add("amountRamp", t.amountRamp);
    add("differenceRamp", t.differenceRamp);
    add("categories", t.categories);
    return list;
}

void addModes()
{
    QTest::addColumn<ThemeMode>("mode");
    QTest::newRow("dark") << ThemeMode::Dark;
    QTest::newRow("light") << ThemeMode::Light;
}

using Difference = double (*)(const std::array<double, 3> &, const std::array<double, 3> &);

template <std::size_t N>
double smallestDifference(
    const std::array<QColor, N> &colors, Vision vision, Difference difference = cie76)
{
    double smallest = 1e9;
    for (std::size_t i = 0; i < N; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            smallest = std::min(smallest,
                difference(
                    labOf(simulated(colors[i], vision)), labOf(simulated(colors[j], vision))));
        }
    }
    return smallest;
}

} // namespace

class tst_Tokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresAgreeWithTheLiterature();
    void everyTokenIsSet_data() { addModes(); }
    void everyTokenIsSet();
    void textCanBeRead_data() { addModes(); }
    void textCanBeRead();
    void graphicsCanBeSeen_data() { addModes(); }
    void graphicsCanBeSeen();
    void speedRampSurvivesColorBlindness_data();
    void speedRampSurvivesColorBlindness();
    void riskRampIsMonotone_data() { addModes(); }
    void riskRampIsMonotone();
    void blendsByOpacity();
};

void tst_Tokens::measuresAgreeWithTheLiterature()
{
    // WCAG: black on white is 21:1, #767676 on white 4.54:1.
    QVERIFY(std::abs(contrastRatio(Qt::black, Qt::white) - 21.0) < 1e-3);
    QVERIFY(std::abs(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
    // Sharma, Wu, Dalal 2005, table 1, pairs 1, 7, 17, 24, 25, 34.
    struct Pair
    {
        std::array<double, 3> a, b;
        double difference;
    };
    const std::vector<Pair> pairs = {{{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
        {{50, 0, 0}, {50, -1, 2}, 2.3669}, {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
        {{50, 2.5, 0}, {50, 3.2592, 0.3350}, 1.0000},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
        {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082}};
    for (const Pair &pair : pairs)
        QVERIFY2(std::abs(ciede2000(pair.a, pair.b) - pair.difference) < 1e-4,
            qPrintable(QString::number(ciede2000(pair.a, pair.b))));
    // Grey has no colour to lose.
    const QColor grey(120, 120, 120);
    for (const Vision v : {Vision::Protanopia, Vision::Deuteranopia, Vision::Tritanopia})
        QVERIFY(ciede2000(labOf(simulated(grey, v)), labOf(grey)) < 0.5);
    // Red and green of equal lightness look alike without the long cones.
    QVERIFY(ciede2000(labOf(simulated(QColor(0xC8, 0, 0), Vision::Deuteranopia)),
                labOf(simulated(QColor(0x6E, 0x6E, 0), Vision::Deuteranopia)))
        < ciede2000(labOf(QColor(0xC8, 0, 0)), labOf(QColor(0x6E, 0x6E, 0))));
}

void tst_Tokens::everyTokenIsSet()
{
    QFETCH(ThemeMode, mode);
    for (const Named &named : all(tokensOf(mode))) {
        QVERIFY2(named.color.isValid(), named.name);
        QVERIFY2(named.color.alpha() == 255, named.name);
    }
}

void tst_Tokens::textCanBeRead()
{
    QFETCH(ThemeMode, mode);
    const Tokens &t = tokensOf(mode);
    const auto check = [](const Named &text, const Named &surface) {
        const double ratio = contrastRatio(text.color, surface.color);
        QVERIFY2(ratio >= kTextContrast,
            qPrintable(QStringLiteral("%1 on %2: %3")
                           .arg(QLatin1String(text.name), QLatin1String(surface.name))
                           .arg(ratio)));
    };
    for (const Named &surface : {Named{"ground", t.ground}, {"panel", t.panel},
             {"raised", t.raised}, {"hover", t.hover}, {"selection", t.selection}}) {
        check({"textPrimary", t.textPrimary}, surface);
        check({"textSecondary", t.textSecondary}, surface);
    }
    for (const Named &surface : {Named{"ground", t.ground}, {"panel", t.panel}}) {
        for (const Named &text : {Named{"p1", t.p1}, {"p2", t.p2}, {"p3", t.p3}, {"p4", t.p4},
                 {"shelved", t.shelved}, {"accent", t.accent}, {"forecast", t.forecast}})
            check(text, surface);
    }
    for (const Named &surface : {Named{"accent", t.accent}, {"accentHover", t.accentHover},
             {"accentPressed", t.accentPressed}})
        check({"textOnAccent", t.textOnAccent}, surface);
    check({"mapLabel", t.mapLabel}, {"mapLabelHalo", t.mapLabelHalo});
    for (const Named &flag : {Named{"p1", t.p1}, {"p2", t.p2}, {"p3", t.p3}})
        check({"panel", t.panel}, flag); // the letter inside of a flag
}

void tst_Tokens::graphicsCanBeSeen()
{
    QFETCH(ThemeMode, mode);
    const Tokens &t = tokensOf(mode);
    std::vector<Named> graphics = {{"controlBorder", t.controlBorder}, {"focus", t.focus},
        {"accent", t.accent}, {"textTertiary", t.textTertiary}, {"noData", t.noData},
        {"observed", t.observed}, {"scenario", t.scenario}};
    for (const QColor &color : t.categories)
        graphics.push_back({"categories", color});
    for (const Named &surface : {Named{"ground", t.ground}, {"panel", t.panel}}) {
        for (const Named &graphic : graphics) {
            const double ratio = contrastRatio(graphic.color, surface.color);
            QVERIFY2(ratio >= kGraphicContrast,
                qPrintable(QStringLiteral("%1 %2 on %3: %4")
                               .arg(QLatin1String(graphic.name), graphic.color.name(),
                                   QLatin1String(surface.name))
                               .arg(ratio)));
        }
    }
}

void tst_Tokens::speedRampSurvivesColorBlindness_data()
{
    QTest::addColumn<ThemeMode>("mode");
    QTest::addColumn<Vision>("vision");
    for (const auto &[name, mode] :
        {std::pair{"dark", ThemeMode::Dark}, {"light", ThemeMode::Light}}) {
        QTest::addRow("%s, normal", name) << mode << Vision::Normal;
        QTest::addRow("%s, protanopia", name) << mode << Vision::Protanopia;
        QTest::addRow("%s, deuteranopia", name) << mode << Vision::Deuteranopia;
        QTest::addRow("%s, tritanopia", name) << mode << Vision::Tritanopia;
    }
}

void tst_Tokens::speedRampSurvivesColorBlindness()
{
    QFETCH(ThemeMode, mode);
    QFETCH(Vision, vision);
    const auto &ramp = tokensOf(mode).speedRamp;
    const double smallest = smallestDifference(ramp, vision);
    QVERIFY2(smallest >= 15.0, qPrintable(QString::number(smallest)));
    // The newer measure weighs chroma less; width is a second coding beside the colour.
    QVERIFY(smallestDifference(ramp, vision, ciede2000) >= 13.0);
    // The usual ramp from green to red would fail: the test can.
    const std::array<QColor, 5> usual = {
        QColor(0x2E9E5B), QColor(0xE3C53B), QColor(0xE8863A), QColor(0xC8323C), QColor(0x7A1526)};
    if (vision == Vision::Deuteranopia)
        QVERIFY(smallestDifference(usual, vision) < smallest);
}

void tst_Tokens::riskRampIsMonotone()
{
    QFETCH(ThemeMode, mode);
    for (const auto &ramp : {tokensOf(mode).riskRamp, tokensOf(mode).amountRamp}) {
        for (std::size_t i = 1; i < ramp.size(); ++i) {
            const double rise = labOf(ramp[i])[0] - labOf(ramp[i - 1])[0];
            QVERIFY2(
                mode == ThemeMode::Dark ? rise > 3.0 : rise < -3.0, qPrintable(ramp[i].name()));
        }
    }
}

void tst_Tokens::blendsByOpacity()
{
    QCOMPARE(blended(withOpacity(Qt::white, 0.0), Qt::black).name(), QStringLiteral("#000000"));
    QCOMPARE(blended(withOpacity(Qt::white, 1.0), Qt::black).name(), QStringLiteral("#ffffff"));
    QCOMPARE(blended(withOpacity(QColor(200, 100, 0), 0.5), QColor(0, 100, 200)).name(),
        QStringLiteral("#646464"));
}

QTEST_GUILESS_MAIN(tst_Tokens)
#include "tst_tokens.moc"
