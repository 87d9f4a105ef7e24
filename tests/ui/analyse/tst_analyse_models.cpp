// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/analyse_text.h"
#include "analyse/entry_model.h"
#include "analyse/option_form.h"
#include "analyse/rejection_table.h"
#include "analyse/result_table_model.h"
#include "analyse/train_form.h"

#include "town.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

ErrorFigures figures(double mae)
{
    ErrorFigures f;
    f.mae = mae;
    f.rmse = 2 * mae;
    f.mape = 10 * mae;
    f.coverage = 0.8;
    f.observed = 100;
    return f;
}

ForecastMetrics metrics(int horizon, double mae)
{
    ForecastMetrics m;
    m.all = figures(mae);
    for (int i = 0; i < horizon; ++i)
        m.horizons.push_back(figures(mae + i));
    return m;
}

RunRecord record()
{
    RunRecord run;
    run.id = QStringLiteral("r0001-scripted");
    run.spec = test::Town::spec({1}, 3);
    run.unit = QStringLiteral("km/h");
    run.test = metrics(12, 2.0);
    run.baselines.emplace(QStringLiteral("copy"), metrics(12, 4.0));
    return run;
}

} // namespace

class tst_AnalyseModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void bestOf_data();
    void bestOf();
    void gainOver();
    void shownSteps_data();
    void shownSteps();
    void resultTable();
    void resultTableOfCoverage();
    void comparison();
    void entries();
    void rejections();
    void optionForm();
    void trainForm();
    void trainFormSaysWhatIsMissing();
    void trainFormKeepsChoice();
    void trainFormSurvivesAnotherLanguage();
    void reasonsOfRejections();
};

void tst_AnalyseModels::bestOf_data()
{
    const double nan = std::nan("");
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<ui::Measure>("measure");
    QTest::addColumn<int>("best");
    QTest::newRow("nothing") << std::vector<double>{} << ui::Measure::Mae << -1;
    QTest::newRow("allMissing") << std::vector<double>{nan, nan} << ui::Measure::Mae << -1;
    QTest::newRow("one") << std::vector<double>{3.0} << ui::Measure::Mae << 0;
    QTest::newRow("smallest") << std::vector<double>{3.0, 1.0, 2.0} << ui::Measure::Rmse << 1;
    QTest::newRow("missingLeftOut") << std::vector<double>{nan, 5.0, 6.0} << ui::Measure::Mae << 1;
    QTest::newRow("shared") << std::vector<double>{1.0, 1.0, 2.0} << ui::Measure::Mae << -1;
    QTest::newRow("sharedBehind") << std::vector<double>{2.0, 2.0, 1.0} << ui::Measure::Mae << 2;
    // Too wide a band is as bad as too narrow a one.
    QTest::newRow("coverage") << std::vector<double>{0.99, 0.75, 0.5} << ui::Measure::Coverage << 1;
}

void tst_AnalyseModels::bestOf()
{
    QFETCH(const std::vector<double>, values);
    QFETCH(const ui::Measure, measure);
    QFETCH(const int, best);
    const auto found = ui::bestOf(values, measure);
    QCOMPARE(found ? static_cast<int>(*found) : -1, best);
}

void tst_AnalyseModels::gainOver()
{
    QCOMPARE(*ui::gainOver(3.0, 4.0, ui::Measure::Mae), 0.25);
    QCOMPARE(*ui::gainOver(5.0, 4.0, ui::Measure::Mae), -0.25);
    QVERIFY(!ui::gainOver(3.0, 0.0, ui::Measure::Mae));
    QVERIFY(!ui::gainOver(std::nan(""), 4.0, ui::Measure::Mae));
    QVERIFY(!ui::gainOver(0.7, 0.8, ui::Measure::Coverage));
}

void tst_AnalyseModels::shownSteps_data()
{
    QTest::addColumn<int>("horizon");
    QTest::addColumn<std::vector<int>>("steps");
    QTest::newRow("none") << 0 << std::vector<int>{};
    QTest::newRow("one") << 1 << std::vector<int>{1};
    QTest::newRow("three") << 3 << std::vector<int>{3};
    QTest::newRow("usual") << 12 << std::vector<int>{3, 6, 12};
    QTest::newRow("uneven") << 8 << std::vector<int>{3, 6, 8};
    QTest::newRow("long") << 24 << std::vector<int>{3, 6, 12, 24};
}

void tst_AnalyseModels::shownSteps()
{
    QFETCH(const int, horizon);
    QFETCH(const std::vector<int>, steps);
    QCOMPARE(ui::ResultTableModel::shownSteps(horizon), steps);
}

void tst_AnalyseModels::resultTable()
{
    test::ScriptedFactory factory;
    ui::ResultTableModel model(factory);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setRun(record(), 5 * kMsPerMinute);
    QCOMPARE(model.rowCount(), 4); // 15, 30, 60 min, all steps
    QCOMPARE(model.columnCount(), 4); // ahead, the model, one baseline, best
    const auto text = [&model](int row, int column) {
        return model.index(row, column)
            .data()
            .toString()
            .replace(QChar(QChar::Nbsp), QLatin1Char(' '));
    };
    QCOMPARE(text(0, 0), QStringLiteral("15 min"));
    QCOMPARE(text(0, 1), QStringLiteral("4.00 km/h")); // 2 + two steps
    QCOMPARE(text(0, 2), QStringLiteral("6.00 km/h"));
    QVERIFY(text(0, 3).contains(QStringLiteral("33 %")));
    QVERIFY(model.index(0, 1).data(Qt::FontRole).value<QFont>().bold()
        || model.index(0, 1).data(Qt::FontRole).value<QFont>().weight() == QFont::DemiBold);
    QCOMPARE(model.index(0, 2).data(Qt::FontRole).value<QFont>().weight(), int(QFont::Normal));
    model.setMeasure(ui::Measure::Rmse);
    QCOMPARE(text(0, 1), QStringLiteral("8.00 km/h"));
    // The step of data that is gone is not known: no invented minutes.
    model.setRun(record(), 0);
    QVERIFY(!text(0, 0).contains(QStringLiteral("min")));
    model.setRun({}, 0);
    QCOMPARE(model.columnCount(), 0);
}

void tst_AnalyseModels::resultTableOfCoverage()
{
    test::ScriptedFactory factory;
    ui::ResultTableModel model(factory);
    RunRecord run = record();
    for (ErrorFigures &f : run.baselines[QStringLiteral("copy")].horizons)
        f.coverage = 0.99;
    model.setRun(run, 5 * kMsPerMinute);
    model.setMeasure(ui::Measure::Coverage);
    QCOMPARE(
        model.index(0, 3).data().toString(), ui::modelTitle(factory, QStringLiteral("scripted")));
}

void tst_AnalyseModels::comparison()
{
    test::ScriptedFactory factory;
    // 60 min ahead: 13 against 15.
    QVERIFY(ui::comparisonText(record(), factory, 5 * kMsPerMinute).contains(QStringLiteral("13")));
    RunRecord alone = record();
    alone.baselines.clear();
    QVERIFY(ui::comparisonText(alone, factory, 5 * kMsPerMinute).isEmpty());
}

void tst_AnalyseModels::entries()
{
    ui::EntryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    test::Town town;
    const auto dataset = town.store->dataset(QStringLiteral("town"));
    QVERIFY(dataset.has_value());
    Dataset simulated = *dataset;
    simulated.name = QStringLiteral("made up");
    simulated.simulated = true;
    model.setEntries({ui::datasetEntry(*dataset), ui::datasetEntry(simulated)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf(QStringLiteral("made up")), 1);
    QCOMPARE(model.rowOf(QStringLiteral("nothing")), -1);
    QVERIFY(model.index(0).data(ui::EntryModel::BadgeRole).toString().isEmpty());
    QVERIFY(!model.index(1).data(ui::EntryModel::BadgeRole).toString().isEmpty());
    QVERIFY(model.index(1)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(model.index(1).data(ui::EntryModel::BadgeRole).toString()));
}

void tst_AnalyseModels::rejections()
{
    ui::RejectionTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({{QStringLiteral("/some/where/a.csv"), 12,
                       {Errc::Parse, "\"%1\" is not a number.", {QStringLiteral("abc")},
                           QStringLiteral("a.csv:12"), {}}},
        {QStringLiteral("b.csv"), 0, {Errc::Parse, "Empty.", {}, {}, {}}}});
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("a.csv"));
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("12"));
    QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("\"abc\" is not a number."));
    QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("–"));
}

void tst_AnalyseModels::optionForm()
{
    ui::OptionForm form;
    QVERIFY(form.isEmpty());
    form.setOptions({{QStringLiteral("hidden"), "Width", "Help.", 64, 8, 256, true},
        {QStringLiteral("learningRate"), "Learning rate", "Help.", 0.002, 0.00001, 0.1, false}});
    QVERIFY(form.changedOptions().isEmpty());
    auto *width = form.findChild<QSpinBox *>(QStringLiteral("hidden"));
    auto *rate = form.findChild<QDoubleSpinBox *>(QStringLiteral("learningRate"));
    QVERIFY(width && rate);
    QCOMPARE(width->maximum(), 256);
    width->setValue(10000);
    rate->setValue(0.00005);
    const QJsonObject options = form.changedOptions();
    QCOMPARE(options[QLatin1String("hidden")].toInt(), 256);
    QCOMPARE(options[QLatin1String("learningRate")].toDouble(), 0.00005);
    form.setValues({{QStringLiteral("hidden"), 32}, {QStringLiteral("unknown"), 1}});
    QCOMPARE(width->value(), 32);
    QCOMPARE(form.changedOptions().size(), 1);
    form.setOptions({});
    QVERIFY(form.isEmpty());
    QVERIFY(!form.findChild<QSpinBox *>(QStringLiteral("hidden")));
}

void tst_AnalyseModels::trainForm()
{
    test::Town town;
    ui::TrainForm form(town.factory);
    const auto datasets = town.store->datasets();
    QVERIFY(datasets.has_value());
    form.setDatasets(*datasets);
    QVERIFY(form.canStart());
    TrainSpec spec = test::Town::spec({}, 7);
    spec.options = {};
    spec.seed = 11;
    spec.threads = 1;
    spec.split = {0.6, 0.2, 0.2};
    spec.budgetSeconds = 120.0;
    form.setSpec(spec);
    QCOMPARE(form.spec().toJson(), spec.toJson());
    QSignalSpy started(&form, &ui::TrainForm::startRequested);
    QTest::mouseClick(form.findChild<QPushButton *>(QStringLiteral("start")), Qt::LeftButton);
    QCOMPARE(started.size(), 1);
    // While something trains, the same button adds to the queue.
    const QString alone = form.findChild<QPushButton *>(QStringLiteral("start"))->text();
    form.setBusy(true);
    QVERIFY(form.findChild<QPushButton *>(QStringLiteral("start"))->text() != alone);
    form.start();
    QCOMPARE(started.size(), 2);
}

void tst_AnalyseModels::trainFormSaysWhatIsMissing()
{
    test::Town town;
    ui::TrainForm form(town.factory);
    QVERIFY(!form.canStart());
    const auto datasets = town.store->datasets();
    QVERIFY(datasets.has_value());
    form.setDatasets(*datasets);
    QVERIFY(form.canStart());
    // 200 steps hold no window of 2 x 150.
    TrainSpec spec = form.spec();
    spec.history = 150;
    spec.horizon = 150;
    form.setSpec(spec);
    QVERIFY(!form.canStart());
    spec.history = spec.horizon = 12;
    spec.split = {0.9, 0.1, 0.0};
    form.setSpec(spec);
    QVERIFY(!form.canStart());
}

void tst_AnalyseModels::trainFormKeepsChoice()
{
    test::Town town;
    town.addData(QStringLiteral("village"));
    ui::TrainForm form(town.factory);
    auto datasets = town.store->datasets();
    QVERIFY(datasets.has_value());
    form.setDatasets(*datasets);
    form.selectDataset(QStringLiteral("village"));
    town.addData(QStringLiteral("alley"));
    datasets = town.store->datasets();
    form.setDatasets(*datasets);
    QCOMPARE(form.spec().dataset, QStringLiteral("village"));
    form.selectQuantity(QStringLiteral("alley"), QStringLiteral("speed"));
    QCOMPARE(form.spec().dataset, QStringLiteral("alley"));
    form.selectQuantity(QStringLiteral("to come"), {});
    QCOMPARE(form.spec().dataset, QStringLiteral("alley"));
    town.addData(QStringLiteral("to come"));
    datasets = town.store->datasets();
    form.setDatasets(*datasets);
    QCOMPARE(form.spec().dataset, QStringLiteral("to come"));
    form.setDatasets({});
    QVERIFY(form.spec().dataset.isEmpty());
}

void tst_AnalyseModels::trainFormSurvivesAnotherLanguage()
{
    test::Town town;
    town.addData(QStringLiteral("village"));
    ui::TrainForm form(town.factory);
    const auto datasets = town.store->datasets();
    QVERIFY(datasets.has_value());
    form.setDatasets(*datasets);
    TrainSpec spec = form.spec();
    spec.dataset = QStringLiteral("village");
    spec.model = QStringLiteral("copy");
    spec.seed = 99;
    form.setSpec(spec);
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&form, &event);
    QCOMPARE(form.spec().toJson(), spec.toJson());
}

void tst_AnalyseModels::reasonsOfRejections()
{
    const char *number = "\"%1\" is not a number.";
    const char *ragged = "The row has %1 cells.";
    const auto row = [](const char *text, qint64 line) {
        return Rejection{QStringLiteral("/data/a.csv"), line,
            {Errc::Parse, text, {QStringLiteral("x")}, QStringLiteral("a.csv"), {}}};
    };
    const QStringList lines = ui::rejectionTexts({row(ragged, 3), row(number, 5), row(number, 9)});
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(QLatin1Char('2'))); // the most frequent first
    QVERIFY(lines[0].contains(QStringLiteral("\"x\" is not a number.")));
    QVERIFY(lines[0].contains(QLatin1Char('5')));
    QVERIFY(lines[1].contains(QStringLiteral("a.csv")));
    QVERIFY(ui::rejectionTexts({}).isEmpty());
}

QTEST_MAIN(tst_AnalyseModels)
#include "tst_analyse_models.moc"
