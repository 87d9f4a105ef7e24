// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/result_panel.h"
#include "analyse/results/certainty_page.h"
#include "analyse/results/film_page.h"
#include "analyse/results/results_page.h"
#include "analyse/results/site_error_map.h"
#include "analyse/results/when_page.h"
#include "analyse/results/where_page.h"
#include "analyse/results/worst_page.h"
#include "charts/heat_map_chart.h"
#include "charts/histogram_chart.h"
#include "common/format.h"
#include "common/preferences.h"
#include "data/store/stored_history.h"
#include "map/map_view.h"
#include "support/ui_audit.h"
#include "support/verify_ok.h"
#include "theme/theme.h"
#include "training/run_archive.h"
#include "training/trainer.h"
#include "ui/analyse/results/long_words.h"
#include "ui/analyse/town.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace belvedere;
using Tab = ui::ResultsPage::Tab;

namespace {

constexpr int kSites = 8;
constexpr int kSteps = 1200;
constexpr int kBrokenSite = 3;
constexpr int kBreakdown = 1100; // in the test part
constexpr float kBias = 2.0F;

/// Eight sites on a line, each with its own constant speed; one breaks down for an hour in the
/// test part. The model carries the last value on and is 2 km/h too high.
struct City
{
    test::Town town;
    ui::Preferences preferences;
    ui::AnalyseContext context;
    ui::RunController runs;
    ui::DatasetController datasets;
    std::unique_ptr<ui::ResultsPage> page;

    City()
        : context(town.context())
        , runs((context.preferences = &preferences, context))
        , datasets(context)
    {
        addSites();
        train();
        open();
    }
    void addSites()
    {
        Dataset dataset;
        dataset.name = QStringLiteral("line");
        dataset.domain = QStringLiteral("traffic");
        dataset.simulated = true;
        for (int i = 0; i < kSites; ++i) {
            Site site;
            site.code = QStringLiteral("s%1").arg(i);
            site.name = QStringLiteral("Gate %1").arg(i);
            site.position = LonLat{10.0 + 0.01 * i, 56.0};
            dataset.sites.push_back(site);
        }
        Series series({1'700'000'100'000, 15 * kMsPerMinute, kSteps}, kSites,
            {{QStringLiteral("speed"), QStringLiteral("km/h")}});
        for (int step = 0; step < kSteps; ++step) {
            for (int i = 0; i < kSites; ++i) {
                const bool down = i == kBrokenSite && step >= kBreakdown && step < kBreakdown + 4;
                series.set(step, SiteId(i), 0, down ? 5.0F : 40.0F + float(i));
            }
        }
        VERIFY_OK(town.store->writeSeries(dataset, series));
    }
    void train()
    {
        TrainSpec spec = test::Town::spec({double(kBias)}, 1);
        spec.dataset = QStringLiteral("line");
        const auto dataset = town.store->dataset(spec.dataset);
        VERIFY_OK(dataset);
        const auto history = storedHistory(*town.store, *dataset, spec.channel);
        VERIFY_OK(history);
        const auto outcome = trainForecaster(spec, {*history}, town.factory);
        VERIFY_OK(outcome);
        VERIFY_OK(RunArchive(town.store).add(*outcome));
    }
    void open()
    {
        page = std::make_unique<ui::ResultsPage>(context, runs, datasets);
        page->resize(1280, 760);
        page->show();
        datasets.setStore(town.store);
        page->setStore(town.store);
        runs.setStore(town.store);
        (void)QTest::qWaitFor([this] { return runs.loaded() && !page->runId().isEmpty(); });
    }
    [[nodiscard]] bool look(Tab tab)
    {
        page->showTab(tab);
        return QTest::qWaitFor([this] { return page->review().analysis() != nullptr; });
    }
    template <class W> [[nodiscard]] W *find(const char *name) const
    {
        return page->findChild<W *>(QLatin1String(name));
    }
    void click(const char *name) const
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isEnabled() && button->isVisible(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
};

/// An analysis whose every figure says which cell it is of.
RunAnalysis numbered()
{
    RunAnalysis analysis;
    analysis.shape.horizon = 4;
    analysis.shape.stepMs = 15 * kMsPerMinute;
    analysis.unit = QStringLiteral("km/h");
    for (int hour = 0; hour < 24; ++hour) {
        ForecastMetrics metrics;
        for (int step = 0; step < 4; ++step) {
            ErrorFigures figures;
            figures.mae = 100.0 * hour + step;
            figures.coverage = 0.5;
            figures.observed = hour == 3 ? 0 : 10;
            metrics.horizons.push_back(figures);
        }
        analysis.hours.push_back(metrics);
    }
    analysis.regimes = {
        {Regime::FreeFlow, analysis.hours[1]}, {Regime::Incident, analysis.hours[2]}};
    analysis.weekdays.resize(7);
    analysis.metrics.all.observed = 1000;
    analysis.calibration = {{0.1, 0.08}, {0.5, std::nan("")}, {0.9, 0.95}};
    return analysis;
}

} // namespace

class tst_ResultsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void nothingTrainedYet();
    void summaryAtOnce();
    void looksOnlyWhenAsked();
    void sitesAreRanked();
    void siteIsChosenEverywhere();
    void mapShowsErrors();
    void hoursAndSteps();
    void calibrationAndErrors();
    void worstCaseIsTheBreakdown();
    void worstCaseLeadsToTheFilm();
    void filmKnowsTruthAndLastValue();
    void filmPlaysAndStops();
    void filmByKeys();
    void filmOfSeveralSites();
    void reducedMotionSlowsTheFilm();
    void blocksAheadOfThePlayhead();
    void quantilesBetweenLevels();
    void changedDataIsSaid();
    void anotherCity();
    void errorBreaksAreRound_data();
    void errorBreaksAreRound();
    void audit_data();
    void audit();
};

void tst_ResultsPage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    ui::applyTheme(*qApp, ui::ThemeMode::Dark);
    QCoreApplication::setOrganizationName(QStringLiteral("belvedere-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_results_page"));
}

void tst_ResultsPage::init()
{
    test::failOnAnyWarning();
    QSettings().clear();
}

void tst_ResultsPage::nothingTrainedYet()
{
    test::Town town;
    ui::RunController runs(town.context());
    ui::DatasetController datasets(town.context());
    ui::ResultsPage page(town.context(), runs, datasets);
    page.resize(900, 600);
    page.show();
    QSignalSpy wanted(&page, &ui::ResultsPage::trainRequested);
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().startsWith(QStringLiteral("Train")))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(wanted.size(), 1);
    page.showTab(Tab::Film);
    QVERIFY(page.film()->charts().empty());
}

void tst_ResultsPage::summaryAtOnce()
{
    City city;
    QCOMPARE(city.page->runId(), QStringLiteral("r0001-scripted"));
    QCOMPARE(city.page->summary()->runId(), city.page->runId());
    bool simulated = false;
    for (const QLabel *label : city.page->findChildren<QLabel *>())
        simulated =
            simulated || (label->isVisible() && label->text().contains(QStringLiteral("imulated")));
    QVERIFY(simulated);
    // Beside the shell's bars it has to fit into 768 pixels.
    QVERIFY2(city.page->minimumSizeHint().height() <= 620,
        qPrintable(QString::number(city.page->minimumSizeHint().height())));
}

void tst_ResultsPage::looksOnlyWhenAsked()
{
    City city;
    QSignalSpy begun(city.page.get(), &ui::ResultsPage::taskStarted);
    QSignalSpy ended(city.page.get(), &ui::ResultsPage::taskFinished);
    QVERIFY(city.page->review().runId().isEmpty());
    QVERIFY(city.look(Tab::When));
    QCOMPARE(begun.size(), 1);
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(city.look(Tab::Where));
    QCOMPARE(begun.size(), 1); // once for all pages
}

void tst_ResultsPage::sitesAreRanked()
{
    City city;
    QVERIFY(city.look(Tab::Where));
    auto *table = city.page->where()->table();
    QAbstractItemModelTester tester(
        table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->rowCount(), kSites);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("Gate 3"));
    QCOMPARE(table->model()->index(1, 1).data().toString(),
        ui::formatValue(2.0, QStringLiteral("km/h"))); // the bias
    QVERIFY(table->model()->index(1, 3).data().toString().startsWith(QStringLiteral("+2.00")));
    const auto &analysis = *city.page->review().analysis();
    QVERIFY(std::abs(analysis.sites[0].figures.mae - double(kBias)) < 1e-5);
}

void tst_ResultsPage::siteIsChosenEverywhere()
{
    City city;
    QVERIFY(city.look(Tab::Where));
    auto *table = city.page->where()->table();
    ui::MapView *map = city.page->where()->errorMap()->map();
    QTRY_VERIFY(!map->layers().empty());
    const QModelIndex second = table->model()->index(1, 0);
    table->scrollTo(second);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(second).center());
    const int site = city.page->review().site();
    QVERIFY(site >= 0 && site != kBrokenSite);
    QCOMPARE(map->selection().size(), std::size_t(1));
    QCOMPARE(map->selection().front().feature, site);
    QCOMPARE(city.find<QComboBox>("filmSite")->currentIndex(), site);
    Q_EMIT map->picked(map->selection().front().layer, 6, Qt::NoModifier);
    QCOMPARE(city.page->review().site(), 6);
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("Gate 6"));
}

void tst_ResultsPage::mapShowsErrors()
{
    City city;
    QVERIFY(city.look(Tab::Where));
    const ui::SiteErrorMap *errors = city.page->where()->errorMap();
    QTRY_VERIFY(!errors->map()->legend()->content().attribute.isEmpty());
    const ui::LegendContent &legend = errors->map()->legend()->content();
    QCOMPARE(legend.attribute, QStringLiteral("MAE"));
    QCOMPARE(legend.unit, QStringLiteral("km/h"));
    QCOMPARE(legend.count, kSites);
    QVERIFY(legend.source.contains(QStringLiteral("simulated")));
    QCOMPARE(errors->map()->caption(), QStringLiteral("Simulated"));
    auto *measure = city.find<QComboBox>("mapMeasure");
    measure->setFocus();
    QTest::keyClick(measure, Qt::Key_End);
    QCOMPARE(errors->map()->legend()->content().unit, QStringLiteral("%"));
}

void tst_ResultsPage::hoursAndSteps()
{
    const RunAnalysis analysis = numbered();
    const ui::HeatMapData map = ui::hourHeatMap(analysis, ui::Measure::Mae);
    QCOMPARE(map.rows.size(), 4);
    QCOMPARE(map.columnCount(), 24);
    QCOMPARE(map.rows[0], QStringLiteral("15 min"));
    QCOMPARE(map.values[2 * 24 + 17], 1702.0); // three steps ahead, at five in the afternoon
    QVERIFY(std::isnan(map.values[3])); // nothing observed
    QCOMPARE(ui::hourHeatMap(analysis, ui::Measure::Coverage).values[0], 50.0); // per cent
    const ui::BarChartData bars = ui::regimeBars(analysis, ui::Measure::Mae);
    QCOMPARE(bars.groups.size(), 3); // first, middle, last
    QCOMPARE(bars.bars[1].label, QStringLiteral("Incident"));
    QCOMPARE(bars.bars[1].values, (std::vector<double>{200.0, 202.0, 203.0}));
    QCOMPARE(ui::weekdayBars(analysis, ui::Measure::Mae).bars.size(), std::size_t(7));
}

void tst_ResultsPage::calibrationAndErrors()
{
    const auto bins = ui::calibrationBins(numbered());
    QCOMPARE(bins.size(), std::size_t(2)); // one level was never observed
    QCOMPARE(bins[0].events, 80);
    QCOMPARE(bins[1].predicted, 0.9);
    City city;
    QVERIFY(city.look(Tab::Certainty));
    QTRY_VERIFY(city.page->review().errors());
    const std::vector<double> &errors = *city.page->review().errors();
    QVERIFY(errors.size() > 1000);
    const auto usual = std::count_if(
        errors.begin(), errors.end(), [](double e) { return std::abs(e + double(kBias)) < 1e-4; });
    QVERIFY(double(usual) > 0.95 * double(errors.size())); // truth minus forecast
    // The scripted band is one wide on either side of a median that is two too high.
    QVERIFY(city.find<QLabel>("bandVerdict")->text().contains(QStringLiteral("too sure")));
}

void tst_ResultsPage::worstCaseIsTheBreakdown()
{
    City city;
    QVERIFY(city.look(Tab::Worst));
    auto *table = city.find<QTableView>("worstCases");
    QVERIFY(table->model()->rowCount() > 2);
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("Gate 3"));
    QCOMPARE(city.page->review().site(), kBrokenSite);
    QVERIFY(!city.find<QToolButton>("previousCase")->isEnabled());
    QTRY_VERIFY(!city.page->worst()->chart()->table().rows.empty());
    city.click("nextCase");
    QCOMPARE(city.page->worst()->currentCase(), 1);
    city.click("previousCase");
    QCOMPARE(city.page->worst()->currentCase(), 0);
    const ui::ReviewData &review = *city.page->review().data();
    const WorstCase &worst = city.page->review().analysis()->worst.front();
    const int window = ui::windowIssuedAt(review, worst.issued);
    QVERIFY(window >= 0);
    QCOMPARE(review.issued(window), worst.issued);
}

void tst_ResultsPage::worstCaseLeadsToTheFilm()
{
    City city;
    QVERIFY(city.look(Tab::Worst));
    const int window = ui::windowIssuedAt(
        *city.page->review().data(), city.page->review().analysis()->worst.front().issued);
    city.click("caseFilm");
    QVERIFY(city.page->film()->isVisible());
    QCOMPARE(city.page->film()->window(), window);
    QTRY_VERIFY(city.page->film()->settled());
}

void tst_ResultsPage::filmKnowsTruthAndLastValue()
{
    City city;
    QVERIFY(city.look(Tab::Film));
    ui::FilmPage *film = city.page->film();
    city.page->review().setSite(0);
    QTRY_VERIFY(film->settled());
    const ui::ReviewData &review = *city.page->review().data();
    const auto values = review.model->forecast(*review.history, {review.lastStep(0)});
    VERIFY_OK(values);
    const ui::WindowFigures calm = ui::windowFigures(review, 0, 0, values->data());
    QVERIFY(std::abs(calm.mae - double(kBias)) < 1e-4);
    QCOMPARE(calm.lastValueMae, 0.0);
    QCOMPARE(calm.observed, 6);
    QCOMPARE(calm.inBand, 0);
    // The step before the breakdown: four of six values are 38 lower than the last one.
    const int window = kBreakdown - 1 - review.lastStep(0);
    const auto before = review.model->forecast(*review.history, {review.lastStep(window)});
    VERIFY_OK(before);
    const ui::WindowFigures broken = ui::windowFigures(review, window, kBrokenSite, before->data());
    QVERIFY(std::abs(broken.lastValueMae - 4.0 * 38.0 / 6.0) < 1e-4);
    QVERIFY(std::abs(broken.mae - (4.0 * 40.0 + 2.0 * 2.0) / 6.0) < 1e-4);
    const ui::WindowFigures waiting = ui::windowFigures(review, window, kBrokenSite, nullptr);
    QVERIFY(std::isnan(waiting.mae));
    QCOMPARE(waiting.lastValueMae, broken.lastValueMae);
}

void tst_ResultsPage::filmPlaysAndStops()
{
    City city;
    QVERIFY(city.look(Tab::Film));
    ui::FilmPage *film = city.page->film();
    auto *speed = city.find<QComboBox>("filmSpeed");
    speed->setFocus();
    QTest::keyClick(speed, Qt::Key_End); // the fastest
    QSignalSpy moved(film, &ui::FilmPage::windowChanged);
    city.click("playFilm");
    QVERIFY(film->playing());
    QTRY_VERIFY(moved.size() >= 3);
    QCOMPARE(moved[0][0].toInt(), 1);
    city.click("playFilm");
    QVERIFY(!film->playing());
    auto *slider = city.find<QSlider>("filmSlider");
    QCOMPARE(slider->value(), film->window());
    slider->setValue(slider->maximum());
    QCOMPARE(film->window(), slider->maximum());
    QVERIFY(!city.find<QToolButton>("stepForward")->isEnabled());
    city.click("stepBack");
    QCOMPARE(film->window(), slider->maximum() - 1);
    city.click("playFilm");
    QTRY_VERIFY(!film->playing()); // at the end
    city.click("playFilm");
    QVERIFY(film->playing() && film->window() < 10); // from the beginning again
    city.page->showTab(Tab::Where);
    QVERIFY(!film->playing()); // nobody looks
}

void tst_ResultsPage::filmByKeys()
{
    City city;
    QVERIFY(city.look(Tab::Film));
    ui::FilmPage *film = city.page->film();
    film->setFocus();
    QTest::keyClick(film, Qt::Key_Right);
    QTest::keyClick(film, Qt::Key_Right);
    QTest::keyClick(film, Qt::Key_Left);
    QCOMPARE(film->window(), 1);
    QTest::keyClick(film, Qt::Key_PageDown);
    QCOMPARE(film->window(), 1 + 96); // a day of quarters of an hour
    QTest::keyClick(film, Qt::Key_Home);
    QCOMPARE(film->window(), 0);
    QTest::keyClick(film, Qt::Key_End);
    QCOMPARE(film->window(), city.page->review().data()->test.count - 1);
    QTest::keyClick(film, Qt::Key_Space);
    QVERIFY(film->playing());
    QTest::keyClick(film, Qt::Key_Space);
    QVERIFY(!film->playing());
}

void tst_ResultsPage::filmOfSeveralSites()
{
    City city;
    QVERIFY(city.look(Tab::Film));
    QCOMPARE(city.page->film()->charts().size(), std::size_t(1));
    auto *layout = city.find<QComboBox>("filmLayout");
    layout->setFocus();
    QTest::keyClick(layout, Qt::Key_Down);
    QCOMPARE(city.page->film()->charts().size(), std::size_t(6));
    QTRY_VERIFY(city.page->film()->settled());
    for (ui::SeriesChart *chart : city.page->film()->charts())
        QVERIFY(!chart->table().rows.empty());
    city.page->review().setSite(7);
    QVERIFY(city.page->film()->charts().front()->title().contains(QStringLiteral("Gate 7")));
}

void tst_ResultsPage::reducedMotionSlowsTheFilm()
{
    City city;
    QVERIFY(city.find<QComboBox>("filmSpeed")->isEnabled());
    city.preferences.setReducedMotion(true);
    QVERIFY(!city.find<QComboBox>("filmSpeed")->isEnabled());
}

void tst_ResultsPage::blocksAheadOfThePlayhead()
{
    City city;
    QVERIFY(city.look(Tab::When));
    ui::WindowForecasts forecasts(city.town.pools);
    QSignalSpy ready(&forecasts, &ui::WindowForecasts::ready);
    forecasts.request(0); // nothing to forecast yet
    QVERIFY(!forecasts.at(0));
    forecasts.setReview(city.page->review().data());
    const int block = forecasts.blockSize();
    forecasts.request(0);
    QTRY_VERIFY(forecasts.at(2 * block)); // asked for nothing but the first
    QVERIFY(forecasts.at(0));
    QVERIFY(!forecasts.at(-1));
    const int last = city.page->review().data()->test.count - 1;
    forecasts.request(last, -1);
    QTRY_VERIFY(forecasts.at(last));
    QTRY_VERIFY(forecasts.at(last - block)); // those before it
    const ui::ReviewData &review = *city.page->review().data();
    const auto values = review.model->forecast(*review.history, {review.lastStep(last)});
    VERIFY_OK(values);
    QVERIFY(std::equal(values->begin(), values->end(), forecasts.at(last)));
}

void tst_ResultsPage::quantilesBetweenLevels()
{
    City city;
    QVERIFY(city.look(Tab::When));
    const ui::ReviewData &review = *city.page->review().data();
    std::vector<float> values(
        std::size_t(review.siteCount() * review.shape.horizon) * review.shape.quantiles.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = 100.0F * float(review.shape.quantiles[i % review.shape.quantiles.size()]);
    const auto chart = ui::windowChart(review, 0, 2, values.data(), {});
    QCOMPARE(chart->forecast.size(), std::size_t(6));
    const ui::ForecastPoint &point = chart->forecast.front();
    for (const auto &[value, level] :
        {std::pair(point.p05, 5.0), {point.p10, 10.0}, {point.p25, 25.0}, {point.p50, 50.0},
            {point.p75, 75.0}, {point.p90, 90.0}, {point.p95, 95.0}})
        QVERIFY2(std::abs(value - level) < 1e-4, qPrintable(QString::number(value)));
    QCOMPARE(chart->observed.size(), std::size_t(12)); // six seen, six that came
    QCOMPARE(chart->observed.front().time, review.issued(0) - 5 * 15 * kMsPerMinute);
}

void tst_ResultsPage::changedDataIsSaid()
{
    City city;
    Series series({1'700'000'100'000, 15 * kMsPerMinute, kSteps}, kSites,
        {{QStringLiteral("speed"), QStringLiteral("km/h")}});
    for (int step = 0; step < kSteps; ++step) {
        for (int i = 0; i < kSites; ++i)
            series.set(step, SiteId(i), 0, float(step % 50));
    }
    const auto dataset = city.town.store->dataset(QStringLiteral("line"));
    VERIFY_OK(city.town.store->writeSeries(*dataset, series));
    // What the training itself kept holds for the data of then.
    QFile::remove(city.town.directory.filePath(
        QStringLiteral("models/%1.analysis.json").arg(city.page->runId())));
    QSignalSpy failed(city.page.get(), &ui::ResultsPage::failed);
    city.page->showTab(Tab::Where);
    QTRY_COMPARE(failed.size(), 1);
    const auto *said = city.find<QLabel>("reviewError");
    QTRY_VERIFY(said->isVisible() && said->text().contains(QStringLiteral("changed")));
}

void tst_ResultsPage::anotherCity()
{
    City city;
    QVERIFY(city.look(Tab::Film));
    test::Town other;
    city.page->setStore(other.store);
    city.runs.setStore(other.store);
    QTRY_VERIFY(city.runs.loaded());
    QVERIFY(city.page->runId().isEmpty());
    QVERIFY(!city.page->review().data());
    QVERIFY(city.page->film()->charts().empty());
    city.page->cancelAll();
}

void tst_ResultsPage::errorBreaksAreRound_data()
{
    QTest::addColumn<QVector<float>>("values");
    QTest::addColumn<QVector<double>>("breaks");
    const float nan = kMissing;
    QTest::newRow("none") << QVector<float>{} << QVector<double>{};
    QTest::newRow("one") << QVector<float>{3} << QVector<double>{};
    QTest::newRow("allAlike") << QVector<float>{3, 3, 3} << QVector<double>{};
    QTest::newRow("tenOfOneToTen")
        << QVector<float>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10} << QVector<double>{3, 5, 7, 9};
    QTest::newRow("missing") << QVector<float>{nan, 1, nan, 2} << QVector<double>{2};
}

void tst_ResultsPage::errorBreaksAreRound()
{
    QFETCH(QVector<float>, values);
    QFETCH(QVector<double>, breaks);
    const std::vector<double> found =
        ui::errorBreaks(std::vector<float>(values.begin(), values.end()));
    QCOMPARE(QVector<double>(found.begin(), found.end()).size(), breaks.size());
    for (qsizetype i = 0; i < breaks.size(); ++i)
        QVERIFY2(std::abs(found[std::size_t(i)] - breaks[i]) < 0.26,
            qPrintable(QString::number(found[std::size_t(i)])));
}

void tst_ResultsPage::audit_data()
{
    QTest::addColumn<bool>("longWords");
    QTest::addColumn<int>("tab");
    for (const bool longWords : {false, true}) {
        for (int tab = 0; tab <= int(Tab::Film); ++tab)
            QTest::addRow("%s, tab %d", longWords ? "long words" : "english", tab)
                << longWords << tab;
    }
}

void tst_ResultsPage::audit()
{
    QFETCH(bool, longWords);
    QFETCH(int, tab);
    std::unique_ptr<test::LongWords> words;
    if (longWords)
        words = std::make_unique<test::LongWords>();
    City city;
    QVERIFY(tab == 0 || city.look(Tab(tab)));
    QTRY_VERIFY(!city.page->review().loading());
    QCoreApplication::processEvents();
    const QStringList wrong = tests::auditUi(city.page.get()).all();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_MAIN(tst_ResultsPage)
#include "tst_results_page.moc"
