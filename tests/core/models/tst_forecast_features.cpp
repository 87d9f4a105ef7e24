// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "core/models/histories.h"
#include "models/features/forecast_features.h"
#include "models/features/level_quantiles.h"
#include "models/features/training_blocks.h"

#include <QTest>

#include <set>

using namespace belvedere;

namespace {

constexpr int kSteps = 28 * 24;

/// Hourly, with gaps, a companion and a wind direction.
std::shared_ptr<ChannelHistory> city(std::uint64_t seed = 1)
{
    Random random(seed);
    const auto noisy = [&](double gaps) {
        return historyOf(
            kSteps, 3,
            [&](int step, int site) {
                const double value =
                    20.0 * site + 10.0 * std::sin(step / 24.0 * 6.28) + random.normal();
                return random.uniform() < gaps ? kMissing : float(value);
            },
            kMsPerHour);
    };
    auto history = noisy(0.1);
    auto wind = noisy(0.05);
    wind->channel = {QStringLiteral("wind"), QStringLiteral("m/s")};
    auto direction = noisy(0.0);
    direction->channel = {QStringLiteral("direction"), QString::fromUtf8("°")};
    history->companions = {wind, direction};
    history->holidays = {15341}; // 2012-01-02
    return history;
}

ForecastFeatures featuresOf(const ChannelHistory &history, const ForecastShape &shape)
{
    const StepRange steps{0, 21 * 24};
    return ForecastFeatures::fromSteps(
        history, shape, steps, UsualLevels::fromSteps(history, steps));
}

ForecastShape hourly(int window, int horizon)
{
    ForecastShape shape;
    shape.history = window;
    shape.horizon = horizon;
    shape.stepMs = kMsPerHour;
    return shape;
}

/// Of all sites and steps ahead, as a model is asked.
std::vector<float> rowsAt(
    const ForecastFeatures &features, const ChannelHistory &history, int lastStep, int horizon)
{
    const FeaturePanel panel = features.windowPanel(history, lastStep);
    const auto moment = features.momentAt(history, panel, lastStep);
    std::vector<float> rows;
    std::vector<float> row(features.features().size());
    for (std::size_t site = 0; site < history.siteCodes.size(); ++site) {
        for (int ahead = 1; ahead <= horizon; ++ahead) {
            features.writeWindow(moment, site, row.data());
            features.writeTarget(moment, site, ahead,
                ForecastFeatures::calendarAt(history, lastStep + ahead),
                row.data() + features.windowColumns());
            rows.insert(rows.end(), row.begin(), row.end());
        }
    }
    return rows;
}

/// Position of a feature by name.
std::size_t placeOf(const ForecastFeatures &features, const char *name)
{
    for (std::size_t i = 0; i < features.features().size(); ++i) {
        if (features.features()[i].name == QLatin1String(name))
            return i;
    }
    qFatal("no feature %s", name);
}

/// All values after a step, of the channel and its companions, in another order.
void shuffleAfter(ChannelHistory &history, int lastStep, Random &random)
{
    const std::size_t begin = static_cast<std::size_t>(lastStep + 1) * history.siteCodes.size();
    for (std::size_t i = begin; i + 1 < history.values.size(); ++i)
        std::swap(history.values[i], history.values[i + random.below(history.values.size() - i)]);
    for (auto &companion : history.companions) {
        auto changed = std::make_shared<ChannelHistory>(*companion);
        shuffleAfter(*changed, lastStep, random);
        companion = changed;
    }
}

} // namespace

class tst_ForecastFeatures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFutureChangesNothing_data();
    void theFutureChangesNothing();
    void theLastStepChangesSomething();
    void nothingBeforeTheWindowIsSeen();
    void everyNameOnce();
    void knownValues();
    void calendarIsOfTheTarget();
    void sameTimeOfAnEarlierDay_data();
    void sameTimeOfAnEarlierDay();
    void neighboursLead();
    void trainingLeavesTheStepOut();
    void noiseHasNoPattern();
    void stateGoesRound();
    void groupsCoverTheHorizon();
    void blocksKeepApart_data();
    void blocksKeepApart();
    void quantilesWidenWithTheLevel();
    void quantilesGoRound();
};

void tst_ForecastFeatures::theFutureChangesNothing_data()
{
    QTest::addColumn<int>("window");
    QTest::newRow("short") << 3;
    QTest::newRow("day") << 24;
    QTest::newRow("threeDays") << 72;
}

void tst_ForecastFeatures::theFutureChangesNothing()
{
    QFETCH(const int, window);
    const auto history = city();
    const auto features = featuresOf(*history, hourly(window, 30));
    Random random(9);
    for (const int lastStep : {200, 500, 550, kSteps - 1}) {
        const auto before = rowsAt(features, *history, lastStep, 30);
        ChannelHistory shuffled = *history;
        shuffleAfter(shuffled, lastStep, random);
        QVERIFY(sameBits(rowsAt(features, shuffled, lastStep, 30), before));
        // Nor does it matter whether there is a future at all.
        ChannelHistory ended = *history;
        const auto kept = static_cast<std::size_t>(lastStep + 1);
        ended.axis.count = lastStep + 1;
        ended.values.resize(kept * 3);
        ended.minuteOfWeek.resize(kept);
        QVERIFY(sameBits(rowsAt(features, ended, lastStep, 30), before));
    }
}

/// The probe above can fail: a change at the last step itself is seen.
void tst_ForecastFeatures::theLastStepChangesSomething()
{
    const auto history = city();
    const auto features = featuresOf(*history, hourly(24, 12));
    ChannelHistory changed = *history;
    changed.values[500 * 3 + 1] = 99.0F;
    QVERIFY(!sameBits(rowsAt(features, changed, 500, 12), rowsAt(features, *history, 500, 12)));
}

void tst_ForecastFeatures::nothingBeforeTheWindowIsSeen()
{
    const auto history = city();
    const auto features = featuresOf(*history, hourly(24, 12));
    const auto before = rowsAt(features, *history, 500, 12);
    ChannelHistory changed = *history;
    for (std::size_t i = 0; i < 477 * 3; ++i)
        changed.values[i] = 1000.0F;
    QVERIFY(sameBits(rowsAt(features, changed, 500, 12), before));
}

void tst_ForecastFeatures::everyNameOnce()
{
    const auto history = city();
    for (const int window : {1, 2, 12, 72}) {
        const auto features = featuresOf(*history, hourly(window, 12));
        std::set<QString> names;
        for (const Feature &feature : features.features()) {
            names.insert(feature.name);
            QVERIFY(qstrlen(feature.meaning) > 0);
        }
        QCOMPARE(names.size(), features.features().size());
        // As many numbers are written as there are names: the guard stays.
        std::vector<float> row(features.features().size() + 1, 12345.0F);
        const FeaturePanel panel = features.windowPanel(*history, 500);
        const auto moment = features.momentAt(*history, panel, 500);
        features.writeWindow(moment, 2, row.data());
        QCOMPARE(row[features.windowColumns()], 12345.0F);
        QVERIFY(row[features.windowColumns() - 1] != 12345.0F);
        features.writeTarget(moment, 2, 1, ForecastFeatures::calendarAt(*history, 501),
            row.data() + features.windowColumns());
        QCOMPARE(row.back(), 12345.0F);
        QVERIFY(row[row.size() - 2] != 12345.0F);
    }
}

/// Constant but for the last day, so that usual, mean and spread are plain.
void tst_ForecastFeatures::knownValues()
{
    auto history = historyOf(
        22 * 24, 2, [](int step, int) { return step % 2 == 0 ? 9.0F : 11.0F; }, kMsPerHour);
    auto companion = std::make_shared<ChannelHistory>(*history);
    companion->channel = {QStringLiteral("angle"), QString::fromUtf8("°")};
    std::fill(companion->values.begin(), companion->values.end(), 90.0F);
    history->companions = {companion};
    const StepRange steps{0, 21 * 24};
    const auto features = ForecastFeatures::fromSteps(
        *history, hourly(6, 2), steps, UsualLevels::fromSteps(*history, steps));
    const int last = 21 * 24 + 10;
    for (int lag = 0; lag < 6; ++lag) {
        const float usual = features.levels().usual(history->minuteOfWeekAt(last - lag))[0];
        const float spread = features.levels().spread(0);
        // Deviations 6, 5, 4 … at lags 0, 1, 2 …; the other site as usual.
        history->values[static_cast<std::size_t>(last - lag) * 2] = usual + float(6 - lag) * spread;
        history->values[static_cast<std::size_t>(last - lag) * 2 + 1] = usual;
    }
    history->values[static_cast<std::size_t>(last - 1) * 2] = kMissing;
    const auto rows = rowsAt(features, *history, last, 2);
    const auto value = [&](const char *name, std::size_t row) {
        return rows[row * features.features().size() + placeOf(features, name)];
    };
    QVERIFY(qAbs(value("lag-0", 0) - 6.0F) < 1e-3F);
    QVERIFY(std::isnan(value("lag-1", 0)));
    QVERIFY(qAbs(value("mean-3", 0) - 5.0F) < 1e-3F);
    QVERIFY(qAbs(value("mean-6", 0) - 16.0F / 5.0F) < 1e-3F);
    QVERIFY(qAbs(value("least-6", 0) - 1.0F) < 1e-3F);
    QVERIFY(qAbs(value("most-6", 0) - 6.0F) < 1e-3F);
    QVERIFY(qAbs(value("observed", 0) - 5.0F / 6.0F) < 1e-6F);
    QCOMPARE(value("age", 0), 0.0F);
    QVERIFY(qAbs(value("others", 0)) < 1e-3F); // of site 0: site 1 alone
    QVERIFY(qAbs(value("others", 2) - 6.0F) < 1e-3F); // of site 1: site 0 alone
    QVERIFY(qAbs(value("neighbour-change-1", 2) - 3.0F) < 1e-3F);
    QVERIFY(qAbs(value("angle-north", 0)) < 1e-6F);
    QVERIFY(qAbs(value("angle-east", 0) - 1.0F) < 1e-6F);
    QCOMPARE(value("ahead", 0), 1.0F);
    QCOMPARE(value("ahead", 1), 2.0F);
}

void tst_ForecastFeatures::calendarIsOfTheTarget()
{
    const auto history = city();
    // 2012-01-02 was a Monday and is the holiday.
    const auto midnight = ForecastFeatures::calendarAt(*history, 0);
    QCOMPARE(midnight[0], 0.0F);
    QCOMPARE(midnight[5], 0.0F);
    QCOMPARE(midnight[6], 0.0F);
    QCOMPARE(midnight[7], 1.0F);
    const auto saturdayNoon = ForecastFeatures::calendarAt(*history, 5 * 24 + 12);
    QCOMPARE(saturdayNoon[0], 12.0F);
    QVERIFY(qAbs(saturdayNoon[2] + 1.0F) < 1e-6F);
    QCOMPARE(saturdayNoon[5], 5.0F);
    QCOMPARE(saturdayNoon[6], 1.0F);
    QCOMPARE(saturdayNoon[7], 0.0F);
    // A day of the year, half a year apart: the opposite on the circle.
    const auto later = historyOf(
        184 * 24, 1, [](int, int) { return 1.0F; }, kMsPerHour);
    const auto winter = ForecastFeatures::calendarAt(*later, 0);
    const auto summer = ForecastFeatures::calendarAt(*later, 183 * 24);
    QVERIFY(qAbs(winter[8] + summer[8]) < 0.02F && qAbs(winter[9] + summer[9]) < 0.02F);
}

void tst_ForecastFeatures::sameTimeOfAnEarlierDay_data()
{
    QTest::addColumn<int>("ahead");
    QTest::addColumn<int>("lag"); // -1: beyond the window
    QTest::newRow("nextHour") << 1 << 23;
    QTest::newRow("tomorrow") << 24 << 0;
    QTest::newRow("dayAfter") << 25 << 23;
    QTest::newRow("twoDays") << 48 << 0;
}

void tst_ForecastFeatures::sameTimeOfAnEarlierDay()
{
    QFETCH(const int, ahead);
    QFETCH(const int, lag);
    auto history = city();
    std::replace_if(
        history->values.begin(), history->values.end(), [](float v) { return std::isnan(v); },
        5.0F);
    const auto features = featuresOf(*history, hourly(24, 48));
    const auto rows = rowsAt(features, *history, 500, 48);
    const std::size_t columns = features.features().size();
    const float *row = rows.data() + static_cast<std::size_t>(ahead - 1) * columns;
    QCOMPARE(row[placeOf(features, "day-before")],
        row[placeOf(features, qPrintable(QStringLiteral("lag-%1").arg(lag)))]);
    const auto narrow = featuresOf(*history, hourly(12, 48));
    const auto narrowRows = rowsAt(narrow, *history, 500, 48);
    const float known = narrowRows[static_cast<std::size_t>(ahead - 1) * narrow.features().size()
        + placeOf(narrow, "day-before")];
    QCOMPARE(std::isnan(known), lag >= 12);
}

void tst_ForecastFeatures::neighboursLead()
{
    // Site 2 does what site 0 did three steps before; site 1 is noise.
    Random random(4);
    std::vector<float> leading;
    auto history = historyOf(
        kSteps, 3,
        [&](int step, int site) {
            if (site == 0)
                leading.push_back(float(random.normal()));
            return site == 2 && step >= 3 ? leading[static_cast<std::size_t>(step - 3)]
                : site == 0               ? leading.back()
                                          : float(random.normal());
        },
        kMsPerHour);
    const auto features = featuresOf(*history, hourly(12, 12));
    const auto rows = rowsAt(features, *history, 600, 1);
    const std::size_t columns = features.features().size();
    // The first neighbour of site 2 is site 0.
    QCOMPARE(
        rows[2 * columns + placeOf(features, "neighbour-1")], rows[placeOf(features, "lag-0")]);
}

void tst_ForecastFeatures::trainingLeavesTheStepOut()
{
    const auto history = city();
    const StepRange steps{0, 21 * 24};
    const auto levels = UsualLevels::fromSteps(*history, steps);
    auto changed = std::make_shared<ChannelHistory>(*history);
    changed->values[300 * 3] = 31.0F;
    const auto others = UsualLevels::fromSteps(*changed, steps);
    QVERIFY(levels.usual(history->minuteOfWeekAt(300))[0]
        != others.usual(history->minuteOfWeekAt(300))[0]);
    // Its own weekly and daily sums are left out; what is left is the mean of the site.
    const float apart = std::abs(levels.leftOut()[300 * 3] - others.leftOut()[300 * 3]);
    QVERIFY2(apart < 0.1F, qPrintable(QString::number(double(apart))));
}

/// Where the time of the week tells nothing, the usual is the mean.
void tst_ForecastFeatures::noiseHasNoPattern()
{
    Random random(6);
    const auto noise = historyOf(
        8 * 7 * 24, 4, [&](int, int) { return float(50.0 + random.normal()); }, kMsPerHour);
    const StepRange steps{0, 8 * 7 * 24};
    const auto flat = UsualLevels::fromSteps(*noise, steps);
    double spread = 0.0;
    for (int minute = 0; minute < kMinutesPerWeek; minute += 60)
        spread += std::abs(double(flat.usual(minute)[0]) - 50.0) / 168.0;
    QVERIFY2(spread < 0.1, qPrintable(QString::number(spread)));
    const auto daily = historyOf(
        8 * 7 * 24, 4,
        [&](int step, int) { return float(50.0 + 10.0 * (step % 24 / 12) + random.normal()); },
        kMsPerHour);
    const auto sharp = UsualLevels::fromSteps(*daily, steps);
    QVERIFY(std::abs(sharp.usual(0)[0] - 50.0F) < 0.7F);
    QVERIFY(std::abs(sharp.usual(13 * 60)[0] - 60.0F) < 0.7F);
    QVERIFY(std::abs(sharp.spread(0) - 1.0F) < 0.1F);
}

void tst_ForecastFeatures::stateGoesRound()
{
    const auto history = city();
    const auto features = featuresOf(*history, hourly(24, 12));
    ModelState state{specOf(QStringLiteral("forest"), *history), features.tensors()};
    state.spec.shape = hourly(24, 12);
    state.spec.companions = features.companions();
    const auto back = ForecastFeatures::fromState(state);
    VERIFY_RESULT(back);
    QVERIFY(sameBits(rowsAt(*back, *history, 600, 12), rowsAt(features, *history, 600, 12)));
    for (std::size_t t = 0; t < state.tensors.size(); ++t) {
        ModelState lacking = state;
        lacking.tensors.erase(lacking.tensors.begin() + std::ptrdiff_t(t));
        QVERIFY(!ForecastFeatures::fromState(lacking));
    }
    for (NamedTensor &tensor : state.tensors) {
        if (tensor.name == QLatin1String("neighbours"))
            tensor.values[0] = 3.0F; // there are three sites
    }
    QCOMPARE(ForecastFeatures::fromState(state).error().code, Errc::Schema);
}

void tst_ForecastFeatures::groupsCoverTheHorizon()
{
    QStringList texts;
    for (const StepGroup &group : stepGroups(24))
        texts += QStringLiteral("%1-%2").arg(group.first).arg(group.last);
    QCOMPARE(texts.join(QLatin1Char(' ')), QStringLiteral("1-1 2-3 4-6 7-10 11-16 17-24"));
    for (int horizon = 1; horizon < 100; ++horizon) {
        int next = 1;
        for (const StepGroup &group : stepGroups(horizon)) {
            QCOMPARE(group.first, next);
            QVERIFY(group.last >= group.first);
            next = group.last + 1;
        }
        QCOMPARE(next, horizon + 1);
    }
}

void tst_ForecastFeatures::blocksKeepApart_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 10, 100, 1000, 30000})
        QTest::addRow("%d", count) << count;
}

void tst_ForecastFeatures::blocksKeepApart()
{
    QFETCH(const int, count);
    const ForecastShape shape = hourly(72, 24);
    const auto blocks = TrainingBlocks::of(count, shape);
    QVERIFY(!blocks.learned.empty());
    std::set<int> all(blocks.learned.begin(), blocks.learned.end());
    all.insert(blocks.heldOut.begin(), blocks.heldOut.end());
    QCOMPARE(all.size(), blocks.learned.size() + blocks.heldOut.size());
    QVERIFY(*all.begin() >= 0 && *all.rbegin() < count);
    if (count < 10000)
        return;
    QVERIFY(double(blocks.heldOut.size()) > 0.19 * count);
    QVERIFY(double(blocks.learned.size()) > 0.6 * count);
    // No window of one kind has a step that a window of the other forecasts.
    const std::set<int> heldOut(blocks.heldOut.begin(), blocks.heldOut.end());
    for (const int window : blocks.learned) {
        const auto next = heldOut.lower_bound(window - 94);
        QVERIFY(next == heldOut.end() || *next > window + 94);
    }
}

void tst_ForecastFeatures::quantilesWidenWithTheLevel()
{
    // Errors of standard deviation 1 + level, twice as large at site 1.
    Random random(8);
    std::vector<LevelQuantiles::Residual> residuals;
    for (int i = 0; i < 40000; ++i) {
        const auto site = static_cast<std::size_t>(i % 2);
        const double level = random.uniform(0.0, 4.0);
        residuals.push_back(
            {float(level), float(random.normal() * (1.0 + level) * (1.0 + double(site))), site});
    }
    const std::vector<double> levels = {0.1, 0.5, 0.9};
    const auto quantiles = LevelQuantiles::fromResiduals(residuals, levels, 2);
    float offsets[3] = {};
    for (const float level : {0.5F, 2.0F, 3.5F}) {
        for (const std::size_t site : {0U, 1U}) {
            quantiles.write(level, site, offsets);
            const double wide = 1.2816 * double(1.0F + level) * (1.0 + double(site));
            QVERIFY(std::abs(double(offsets[2]) / wide - 1.0) < 0.12);
            QVERIFY(std::abs(double(offsets[0]) / wide + 1.0) < 0.12);
            QVERIFY(std::abs(double(offsets[1])) < 0.1 * wide);
        }
    }
    const auto none = LevelQuantiles::fromResiduals({}, levels, 2);
    none.write(1.0F, 1, offsets);
    QCOMPARE(offsets[0], 0.0F);
    QCOMPARE(offsets[2], 0.0F);
}

void tst_ForecastFeatures::quantilesGoRound()
{
    const auto history = city();
    ModelState state{specOf(QStringLiteral("forest"), *history), {}};
    std::vector<LevelQuantiles::Residual> residuals;
    for (int i = 0; i < 1000; ++i)
        residuals.push_back({float(i % 7), float(i % 11) - 5.0F, std::size_t(i % 3)});
    const auto quantiles = LevelQuantiles::fromResiduals(residuals, state.spec.shape.quantiles, 3);
    state.tensors = quantiles.tensors(QStringLiteral("a."));
    const auto back = LevelQuantiles::fromState(state, QStringLiteral("a."));
    VERIFY_RESULT(back);
    QVERIFY(back->tensors(QStringLiteral("a.")) == state.tensors);
    state.tensors[1].values[0] = 100.0F; // no longer ascending
    QCOMPARE(LevelQuantiles::fromState(state, QStringLiteral("a.")).error().code, Errc::Schema);
}

QTEST_GUILESS_MAIN(tst_ForecastFeatures)
#include "tst_forecast_features.moc"
