// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/run_comparison.h"
#include "analyse/results/run_table_model.h"
#include "analyse/results/runs_page.h"
#include "charts/curve_chart.h"
#include "charts/parallel_chart.h"
#include "support/ui_audit.h"
#include "support/verify_ok.h"
#include "theme/theme.h"
#include "ui/analyse/results/long_words.h"
#include "ui/analyse/town.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <cmath>

using namespace belvedere;
using ui::RunColumn;

namespace {

/// A run that nobody trained.
RunRecord madeUp(int number, double mae, const QString &channel = QStringLiteral("speed"))
{
    RunRecord run;
    run.id = QStringLiteral("r%1-scripted").arg(number, 4, 10, QLatin1Char('0'));
    run.started = 1'700'000'000'000 + number * kMsPerHour;
    run.seconds = 10.0 + number;
    run.spec = test::Town::spec({number}, 3);
    run.spec.channel = channel;
    run.spec.seed = std::uint64_t(number);
    run.unit = QStringLiteral("km/h");
    run.parameters = 1000 * number;
    run.stopReason = QStringLiteral("epochs");
    run.bestEpoch = 2;
    for (int epoch = 1; epoch <= 3; ++epoch) {
        EpochReport report;
        report.epoch = epoch;
        report.validationMae = mae + 1.0 / epoch;
        report.seconds = 2.0;
        run.epochs.push_back(report);
    }
    ErrorFigures figures;
    figures.mae = mae;
    figures.coverage = 0.8;
    figures.crps = 0.5 * mae;
    figures.observed = std::isnan(mae) ? 0 : 100;
    run.test.all = figures;
    run.test.horizons = {figures, figures, figures, figures, figures, figures};
    ForecastMetrics baseline;
    baseline.all.mae = 5.0;
    baseline.all.observed = 100;
    run.baselines[QStringLiteral("copy")] = baseline;
    return run;
}

void keep(test::Town &town, const std::vector<RunRecord> &runs)
{
    std::vector<Document> documents;
    for (const RunRecord &run : runs)
        documents.push_back({run.id, run.toJson()});
    VERIFY_OK(town.store->writeDocuments(QStringLiteral("run"), documents));
}

/// The page as the workspace has it.
struct Desk
{
    test::Town town;
    ui::RunController runs{town.context()};
    ui::DatasetController datasets{town.context()};
    std::unique_ptr<ui::RunsPage> page;

    explicit Desk(const std::vector<RunRecord> &records)
    {
        keep(town, records);
        page = std::make_unique<ui::RunsPage>(town.context(), runs, datasets);
        page->resize(1280, 800);
        page->show();
        datasets.setStore(town.store);
        runs.setStore(town.store);
        page->setStore(town.store);
        (void)QTest::qWaitFor([this] { return runs.loaded() && datasets.loaded(); });
    }
    template <class W> [[nodiscard]] W *find(const char *name) const
    {
        return page->findChild<W *>(QLatin1String(name));
    }
    void click(const char *name) const
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void filter(const QString &text) const
    {
        find<QLineEdit>("search")->setText(text);
        const auto *rows = page->table()->model();
        const int before = rows->rowCount();
        (void)QTest::qWaitFor([rows, before] { return rows->rowCount() != before; }, 400);
    }
    [[nodiscard]] QStringList ids() const
    {
        QStringList all;
        for (int row = 0; row < page->table()->model()->rowCount(); ++row)
            all.append(page->table()
                           ->model()
                           ->index(row, 0)
                           .data(ui::RunTableModel::IdRole)
                           .toString()
                           .left(5));
        return all;
    }
    void choose(const QStringList &wanted) const
    {
        page->table()->clearSelection();
        for (int row = 0; row < page->table()->model()->rowCount(); ++row) {
            const QModelIndex index = page->table()->model()->index(row, 0);
            if (wanted.contains(index.data(ui::RunTableModel::IdRole).toString().left(5)))
                page->table()->selectionModel()->select(
                    index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
};

const std::vector<RunRecord> kThree = {madeUp(1, 4.0), madeUp(2, 3.0), madeUp(3, std::nan(""))};

} // namespace

class tst_RunsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void modelsAreConsistent();
    void textFilters_data();
    void textFilters();
    void boxesFilter();
    void sortsWithMissingLast_data();
    void sortsWithMissingLast();
    void renamesKeepsRemovesAndTakesBack();
    void whatServesStays();
    void notesOutliveTheProgram();
    void failedWriteIsSaid();
    void selectionOutlivesAReload();
    void columnsAreChosen();
    void opensAndReuses();
    void nothingTrainedYet();
    void onlyDifferencesAreListed();
    void differenceOfOptionsHasDefaults();
    void curvesByEpochAndTime();
    void rangesFilterTheTable();
    void significanceInWords_data();
    void significanceInWords();
    void exportHasNumbersAndUnits();
    void tenThousandRuns();
    void audit_data();
    void audit();
};

void tst_RunsPage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    ui::applyTheme(*qApp, ui::ThemeMode::Dark);
    QCoreApplication::setOrganizationName(QStringLiteral("belvedere-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_runs_page"));
}

void tst_RunsPage::init()
{
    test::failOnAnyWarning();
    QSettings().clear();
}

void tst_RunsPage::modelsAreConsistent()
{
    Desk desk(kThree);
    ui::RunTableModel model(desk.runs, desk.town.factory);
    ui::RunFilter filter(model);
    using Tester = QAbstractItemModelTester;
    Tester rows(&model, Tester::FailureReportingMode::QtTest);
    Tester shown(&filter, Tester::FailureReportingMode::QtTest);
    filter.sort(int(RunColumn::Mae));
    filter.setText(QStringLiteral("r0002"));
    QCOMPARE(filter.rowCount(), 1);
    desk.runs.rename(QStringLiteral("r0001-scripted"), QStringLiteral("before r0002"));
    filter.setText(QStringLiteral("r0002"));
    QCOMPARE(filter.rowCount(), 2); // the name counts too
    desk.runs.remove({QStringLiteral("r0002-scripted")});
    QCOMPARE(model.rowCount(), 2);
    filter.setText({});
    desk.runs.undoStack()->undo();
    QCOMPARE(filter.rowCount(), 3);
}

void tst_RunsPage::textFilters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << QString() << 3;
    QTest::newRow("id") << QStringLiteral("R0002") << 1;
    QTest::newRow("allWordsMustOccur") << QStringLiteral("town r0003") << 1;
    QTest::newRow("option") << QStringLiteral("biases\":[2]") << 1;
    QTest::newRow("nowhere") << QStringLiteral("zebra") << 0;
    QTest::newRow("blanks") << QStringLiteral("   ") << 3;
}

void tst_RunsPage::textFilters()
{
    QFETCH(QString, text);
    QFETCH(int, rows);
    Desk desk(kThree);
    QTRY_COMPARE(desk.page->table()->model()->rowCount(), 3);
    desk.filter(text);
    QCOMPARE(desk.page->table()->model()->rowCount(), rows);
    if (rows == 3)
        return;
    desk.click("clearFilters");
    QCOMPARE(desk.page->table()->model()->rowCount(), 3);
}

void tst_RunsPage::boxesFilter()
{
    Desk desk({madeUp(1, 4.0), madeUp(2, 3.0, QStringLiteral("flow"))});
    QTRY_COMPARE(desk.ids().size(), 2);
    auto *quantity = desk.find<QComboBox>("quantity");
    QCOMPARE(quantity->count(), 3); // all, town: flow, town: speed
    quantity->setFocus();
    QTest::keyClick(quantity, Qt::Key_Down);
    QCOMPARE(desk.ids(), QStringList{QStringLiteral("r0002")});
    desk.runs.setKept({QStringLiteral("r0001-scripted")}, true);
    desk.click("clearFilters");
    auto *state = desk.find<QComboBox>("state");
    state->setFocus();
    QTest::keyClick(state, Qt::Key_End);
    QCOMPARE(desk.ids(), QStringList{QStringLiteral("r0001")});
}

void tst_RunsPage::sortsWithMissingLast_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("order");
    QTest::addColumn<QStringList>("ids");
    const auto list = [](const char *text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '));
    };
    QTest::newRow("bestFirst") << int(RunColumn::Mae) << int(Qt::AscendingOrder)
                               << list("r0002 r0001 r0003");
    QTest::newRow("worstFirst") << int(RunColumn::Mae) << int(Qt::DescendingOrder)
                                << list("r0001 r0002 r0003");
    QTest::newRow("newestFirst") << int(RunColumn::Started) << int(Qt::DescendingOrder)
                                 << list("r0003 r0002 r0001");
    QTest::newRow("byName") << int(RunColumn::Name) << int(Qt::AscendingOrder)
                            << list("r0001 r0002 r0003");
}

void tst_RunsPage::sortsWithMissingLast()
{
    QFETCH(int, column);
    QFETCH(int, order);
    QFETCH(QStringList, ids);
    Desk desk(kThree);
    QTRY_COMPARE(desk.ids().size(), 3);
    desk.page->table()->sortByColumn(column, Qt::SortOrder(order));
    QCOMPARE(desk.ids(), ids);
}

void tst_RunsPage::renamesKeepsRemovesAndTakesBack()
{
    Desk desk(kThree);
    QTRY_COMPARE(desk.ids().size(), 3);
    desk.choose({QStringLiteral("r0002")});
    desk.click("rename");
    auto *editor = desk.page->table()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("Before the works"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(desk.runs.run(QStringLiteral("r0002-scripted"))->title(),
        QStringLiteral("Before the works"));
    desk.choose({QStringLiteral("r0001"), QStringLiteral("r0002")});
    desk.click("keep");
    QVERIFY(!desk.find<QPushButton>("remove")->isEnabled()); // both are kept now
    desk.choose({QStringLiteral("r0002"), QStringLiteral("r0003")});
    desk.click("remove");
    QCOMPARE(desk.ids(), (QStringList{QStringLiteral("r0002"), QStringLiteral("r0001")}));
    QUndoStack &undo = *desk.runs.undoStack();
    QCOMPARE(undo.count(), 3);
    undo.undo();
    QCOMPARE(desk.ids().size(), 3);
    undo.undo();
    QVERIFY(!desk.runs.run(QStringLiteral("r0001-scripted"))->note.kept);
    undo.undo();
    QCOMPARE(
        desk.runs.run(QStringLiteral("r0002-scripted"))->title(), QStringLiteral("r0002-scripted"));
    undo.redo();
    QCOMPARE(desk.runs.run(QStringLiteral("r0002-scripted"))->title(),
        QStringLiteral("Before the works"));
}

void tst_RunsPage::whatServesStays()
{
    ui::RunEntry live{madeUp(1, 1.0)};
    live.version = ModelVersion();
    live.version->stage = ModelStage::Live;
    QVERIFY(!ui::RunController::canRemove(live));
    live.version->stage = ModelStage::Retired;
    QVERIFY(ui::RunController::canRemove(live));
    live.note.kept = true;
    QVERIFY(!ui::RunController::canRemove(live));
}

void tst_RunsPage::notesOutliveTheProgram()
{
    Desk desk(kThree);
    QTRY_COMPARE(desk.ids().size(), 3);
    desk.runs.rename(QStringLiteral("r0001-scripted"), QStringLiteral("first"));
    desk.runs.remove({QStringLiteral("r0003-scripted")});
    QTRY_COMPARE(RunNotes(desk.town.store).all()->size(), std::size_t(2));
    ui::RunController again(desk.town.context());
    again.setStore(desk.town.store);
    QTRY_VERIFY(again.loaded());
    QCOMPARE(again.runs().size(), std::size_t(2));
    QCOMPARE(again.run(QStringLiteral("r0001-scripted"))->title(), QStringLiteral("first"));
}

void tst_RunsPage::failedWriteIsSaid()
{
    Desk desk(kThree);
    QTRY_COMPARE(desk.ids().size(), 3);
    QSignalSpy failed(&desk.runs, &ui::RunController::failed);
    desk.town.store->beforeDocuments = [](const QString &) -> Result<> {
        return failure(Errc::Io, "The disk is full.");
    };
    desk.runs.remove({QStringLiteral("r0001-scripted")});
    QTRY_COMPARE(failed.size(), 1);
    QTRY_COMPARE(desk.ids().size(), 3); // as the store has it
    QVERIFY(!desk.runs.undoStack()->canUndo());
}

void tst_RunsPage::selectionOutlivesAReload()
{
    Desk desk(kThree);
    QTRY_COMPARE(desk.ids().size(), 3);
    desk.choose({QStringLiteral("r0001"), QStringLiteral("r0003")});
    keep(desk.town, {madeUp(4, 2.0)});
    desk.runs.reload();
    QTRY_COMPARE(desk.ids().size(), 4);
    QCOMPARE(desk.page->selectedRuns().size(), 2);
    desk.filter(QStringLiteral("r0004"));
    desk.page->select(QStringLiteral("r0002-scripted")); // hidden by the filter
    QCOMPARE(desk.page->selectedRuns(), QStringList{QStringLiteral("r0002-scripted")});
}

void tst_RunsPage::columnsAreChosen()
{
    {
        Desk desk(kThree);
        auto *menu = desk.find<QToolButton>("columns")->menu();
        QVERIFY(!desk.page->table()->isColumnHidden(int(RunColumn::Crps)));
        menu->actions()[int(RunColumn::Crps)]->trigger();
        QVERIFY(desk.page->table()->isColumnHidden(int(RunColumn::Crps)));
        QVERIFY(!menu->actions()[int(RunColumn::Name)]->isEnabled());
    }
    Desk again(kThree);
    QVERIFY(again.page->table()->isColumnHidden(int(RunColumn::Crps)));
}

void tst_RunsPage::opensAndReuses()
{
    Desk desk(kThree);
    QTRY_COMPARE(desk.ids().size(), 3);
    QSignalSpy opened(desk.page.get(), &ui::RunsPage::runOpened);
    QSignalSpy reused(desk.page.get(), &ui::RunsPage::reuseRequested);
    desk.choose({QStringLiteral("r0002")});
    desk.click("open");
    QCOMPARE(opened.last()[0].toString(), QStringLiteral("r0002-scripted"));
    desk.click("reuse");
    QCOMPARE(reused.last()[0].value<TrainSpec>().seed, std::uint64_t(2));
    desk.choose({QStringLiteral("r0001"), QStringLiteral("r0002")});
    QVERIFY(!desk.find<QPushButton>("open")->isEnabled());
}

void tst_RunsPage::nothingTrainedYet()
{
    Desk desk({});
    QSignalSpy wanted(desk.page.get(), &ui::RunsPage::trainRequested);
    QVERIFY(!desk.page->table()->isVisible());
    const auto buttons = desk.page->findChildren<QPushButton *>();
    const auto train = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *b) {
        return b->isVisible() && b->text().startsWith(QStringLiteral("Train"));
    });
    QVERIFY(train != buttons.end());
    QTest::mouseClick(*train, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void tst_RunsPage::onlyDifferencesAreListed()
{
    test::Town town;
    ui::RunEntry a{madeUp(1, 1.0)};
    ui::RunEntry b{madeUp(2, 2.0)};
    b.record.spec.horizon = 9;
    const auto rows = ui::configDifference({&a, &b, &a}, town.factory);
    QStringList keys;
    for (const ui::ConfigRow &row : rows)
        keys.append(row.key);
    QCOMPARE(keys,
        (QStringList{QStringLiteral("horizon"), QStringLiteral("seed"), QStringLiteral("biases")}));
    QCOMPARE(rows[0].values,
        (QStringList{QStringLiteral("6"), QStringLiteral("9"), QStringLiteral("6")}));
    QCOMPARE(rows[0].changed, (std::vector<bool>{false, true, false}));
    QVERIFY(ui::configDifference({&a, &a}, town.factory).empty());
    ui::ConfigModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("a")}, rows);
    QVERIFY(model.index(0, 2).data(Qt::BackgroundRole).isValid());
    QVERIFY(!model.index(0, 1).data(Qt::BackgroundRole).isValid());
}

void tst_RunsPage::differenceOfOptionsHasDefaults()
{
    struct Factory : test::ScriptedFactory
    {
        [[nodiscard]] std::vector<Kind> kinds() const override
        {
            OptionSpec rate{QStringLiteral("rate"), "Rate", "", 0.5, 0.0, 1.0};
            rate.logarithmic = true;
            return {{QStringLiteral("scripted"), "", "", false, {rate}}};
        }
    } factory;
    ui::RunEntry a{madeUp(1, 1.0)};
    ui::RunEntry b{madeUp(1, 2.0)};
    a.record.spec.options = {};
    b.record.spec.options = {{QStringLiteral("rate"), 0.25}};
    const auto rows = ui::configDifference({&a, &b}, factory);
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].values, (QStringList{QStringLiteral("0.5"), QStringLiteral("0.25")}));
    const auto axes = ui::differingSettings({&a, &b}, factory);
    QCOMPARE(axes.size(), std::size_t(1));
    QVERIFY(axes[0].logarithmic);
    QCOMPARE(axes[0].values, (std::vector<double>{0.5, 0.25}));
    b.record.spec.options = {{QStringLiteral("rate"), 0.5}};
    QVERIFY(ui::configDifference({&a, &b}, factory).empty()); // the default said aloud
}

void tst_RunsPage::curvesByEpochAndTime()
{
    Desk desk(kThree);
    QTRY_COMPARE(desk.ids().size(), 3);
    desk.choose({QStringLiteral("r0001"), QStringLiteral("r0002")});
    auto charts = desk.page->findChildren<ui::CurveChart *>();
    QCOMPARE(charts.size(), 2);
    if (!charts[0]->title().startsWith(QStringLiteral("Validation")))
        std::swap(charts[0], charts[1]);
    QCOMPARE(charts[0]->table().rows.size(), std::size_t(6));
    QCOMPARE(charts[0]->table().rows[1][1], QStringLiteral("2"));
    auto *axis = desk.find<QComboBox>("curveAxis");
    axis->setCurrentIndex(1);
    Q_EMIT axis->activated(1);
    QCOMPARE(charts[0]->table().rows[1][1], QStringLiteral("4")); // two epochs of two seconds
    QCOMPARE(charts[1]->table().rows[5][1], QStringLiteral("30")); // six steps of five minutes
}

void tst_RunsPage::rangesFilterTheTable()
{
    Desk desk({madeUp(1, 4.0), madeUp(2, 3.0), madeUp(3, 2.0)});
    QTRY_COMPARE(desk.ids().size(), 3);
    auto *chart = desk.page->findChild<ui::ParallelChart *>();
    QVERIFY(chart);
    auto *tabs = desk.page->findChild<QTabWidget *>();
    tabs->setCurrentIndex(tabs->count() - 1);
    const QStringList header = chart->table().header;
    QCOMPARE(header.last(), QStringLiteral("MAE (km/h)"));
    QVERIFY(header.contains(QStringLiteral("Seed")));
    const int mae = int(header.size()) - 2; // the first column names the run
    chart->setRange(mae, ui::ParallelRange{2.5, 3.5});
    QCOMPARE(desk.ids(), QStringList{QStringLiteral("r0002")});
    QCOMPARE(chart->table().rows.size(), std::size_t(3)); // what is faded stays in the chart
    desk.choose({QStringLiteral("r0002")});
    chart->clearRanges();
    QCOMPARE(desk.ids().size(), 3);
}

void tst_RunsPage::significanceInWords_data()
{
    QTest::addColumn<double>("difference");
    QTest::addColumn<double>("pValue");
    QTest::addColumn<QString>("words");
    QTest::newRow("better") << -0.5 << 0.001 << QStringLiteral("a is better than b");
    QTest::newRow("worse") << 0.5 << 0.02 << QStringLiteral("a is worse than b");
    QTest::newRow("luck") << -0.5 << 0.3 << QStringLiteral("cannot be told apart");
    QTest::newRow("justNotEnough") << -0.5 << 0.05 << QStringLiteral("cannot be told apart");
}

void tst_RunsPage::significanceInWords()
{
    QFETCH(double, difference);
    QFETCH(double, pValue);
    QFETCH(QString, words);
    Significance test;
    test.difference = difference;
    test.pValue = pValue;
    const QString text =
        ui::significanceText(test, QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("mph"));
    QVERIFY2(text.contains(words), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("0.500")));
}

void tst_RunsPage::exportHasNumbersAndUnits()
{
    Desk desk(kThree);
    QTRY_COMPARE(desk.ids().size(), 3);
    ui::RunTableModel model(desk.runs, desk.town.factory);
    ui::RunFilter filter(model);
    filter.sort(int(RunColumn::Mae));
    const ui::ChartTable table = ui::runTable(
        filter, model, {RunColumn::Id, RunColumn::Mae, RunColumn::Gain, RunColumn::Started});
    QCOMPARE(table.rows.size(), std::size_t(3));
    QCOMPARE(table.rows[0][0], QStringLiteral("r0002-scripted"));
    QCOMPARE(table.rows[0][1], QStringLiteral("3"));
    QCOMPARE(table.rows[0][2], QStringLiteral("0.4")); // 3 against the baseline's 5
    QCOMPARE(table.rows[0][4], QStringLiteral("km/h"));
    QVERIFY(table.rows[2][1].isEmpty()); // missing is not zero
    QVERIFY(table.rows[0][3].endsWith(QLatin1Char('Z')));
}

void tst_RunsPage::tenThousandRuns()
{
    std::vector<RunRecord> many;
    for (int i = 1; i <= 10'000; ++i)
        many.push_back(madeUp(i, 2.0 + 0.0001 * ((i * 7919) % 10'000)));
    Desk desk(many);
    QTRY_COMPARE_WITH_TIMEOUT(desk.page->table()->model()->rowCount(), 10'000, 20'000);
    desk.page->table()->sortByColumn(int(RunColumn::Mae), Qt::AscendingOrder);
    double before = 0.0;
    const QAbstractItemModel *rows = desk.page->table()->model();
    for (int row = 0; row < rows->rowCount(); ++row) {
        const QString id = rows->index(row, 0).data(ui::RunTableModel::IdRole).toString();
        const double mae = desk.runs.run(id)->record.test.all.mae;
        QVERIFY(mae >= before);
        before = mae;
    }
    desk.filter(QStringLiteral("r0777-"));
    QCOMPARE(desk.ids(), QStringList{QStringLiteral("r0777")});
}

void tst_RunsPage::audit_data()
{
    QTest::addColumn<bool>("longWords");
    QTest::addColumn<int>("tab");
    for (const bool longWords : {false, true}) {
        for (int tab = 0; tab < 5; ++tab)
            QTest::addRow("%s, tab %d", longWords ? "long words" : "english", tab)
                << longWords << tab;
    }
}

void tst_RunsPage::audit()
{
    QFETCH(bool, longWords);
    QFETCH(int, tab);
    std::unique_ptr<test::LongWords> words;
    if (longWords)
        words = std::make_unique<test::LongWords>();
    Desk desk({madeUp(1, 4.0), madeUp(2, 3.0), madeUp(3, 2.0)});
    QTRY_COMPARE(desk.ids().size(), 3);
    desk.choose({QStringLiteral("r0001"), QStringLiteral("r0002")});
    desk.page->findChild<QTabWidget *>()->setCurrentIndex(tab);
    QCoreApplication::processEvents();
    const QStringList wrong = tests::auditUi(desk.page.get()).all();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_MAIN(tst_RunsPage)
#include "tst_runs_page.moc"
