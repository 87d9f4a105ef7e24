// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/analyse_workspace.h"
#include "analyse/dataset_panel.h"
#include "analyse/entry_filter.h"
#include "analyse/entry_model.h"
#include "analyse/option_form.h"
#include "analyse/split_bar.h"
#include "analyse/train_form.h"
#include "analyse/training/dimension_form.h"
#include "analyse/training/model_form.h"
#include "analyse/training/partner_list.h"
#include "analyse/training/queue_panel.h"
#include "analyse/training/split_handle.h"
#include "analyse/training/study_form.h"
#include "analyse/training/study_tables.h"
#include "analyse/training/trial_chart.h"
#include "common/command_registry.h"
#include "search/search_hub.h"
#include "support/learning_forecaster.h"
#include "support/ui_audit.h"
#include "theme/theme.h"
#include "town.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

OptionSpec rate()
{
    OptionSpec option{QStringLiteral("learningRate"), "Learning rate", "Help.", 0.002, 1e-5, 0.1};
    option.logarithmic = true;
    option.source = "A paper.";
    return option;
}

OptionSpec optimiser()
{
    OptionSpec option{QStringLiteral("optimiser"), "Optimiser", "Help.", 1.0};
    option.choices = {{QStringLiteral("sgd"), "SGD"}, {QStringLiteral("adam"), "Adam"}};
    return option;
}

OptionSpec width()
{
    return {QStringLiteral("hidden"), "Width", "Help.", 64, 8, 256, true};
}

/// One kind with presets.
class PresetFactory : public test::LearningFactory
{
public:
    explicit PresetFactory(QString kind = QStringLiteral("learning"))
        : m_kind(std::move(kind))
    {
    }
    [[nodiscard]] std::vector<Kind> kinds() const override
    {
        Kind kind{m_kind, "Learner", "It learns.", false, {rate(), optimiser(), width()}};
        kind.presets = {
            {QStringLiteral("large"), "Large", "Slow.", {{QStringLiteral("hidden"), 256}}}};
        return {kind};
    }

private:
    QString m_kind;
};

void drag(QWidget *handle, int by)
{
    const QPoint from = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, QPointF(from + QPoint(by, 0)),
        handle->mapToGlobal(QPointF(from + QPoint(by, 0))), Qt::NoButton, Qt::LeftButton,
        Qt::NoModifier);
    QCoreApplication::sendEvent(handle, &move);
    QTest::mouseRelease(handle, Qt::LeftButton);
}

} // namespace

class tst_TrainingPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::ThemeMode::Dark); }
    void init() { test::failOnAnyWarning(); }
    void splitByMouse();
    void splitByKeys();
    void splitCatchesAtMidnight();
    void splitKeepsAllParts();
    void choicesAndReset();
    void presets();
    void warmStart();
    void partners();
    void queueByKeys();
    void studyFormMakesTheSearch();
    void studyFormKnowsTheFirstKind();
    void studyFormSaysWhatIsMissing();
    void tableOfTrials();
    void trialChartReads();
    void entriesAreFound_data();
    void entriesAreFound();
    void pagesByKeys();
    void dataSetsAndRunsAreFoundByName();
    void searchFieldNarrowsTheList();
    void nextIsSetUpWhileOneRuns();
    void everyPageIsForEverybody_data();
    void everyPageIsForEverybody();

private:
    static std::unique_ptr<SplitBar> splitBar();
    template <class T> static T *child(const QObject &parent, const char *name)
    {
        return parent.findChild<T *>(QLatin1String(name));
    }
};

/// Ten days of five-minute steps from a midnight.
std::unique_ptr<SplitBar> tst_TrainingPages::splitBar()
{
    auto bar = std::make_unique<SplitBar>();
    bar->resize(1024, bar->sizeHint().height()); // 1000 px for the axis
    bar->setAxis(TimeAxis{1'699'920'000'000, 5 * kMsPerMinute, 2880}, QTimeZone::utc());
    bar->setWindow(12, 12);
    bar->setShares({0.7, 0.1, 0.2});
    bar->show();
    return bar;
}

void tst_TrainingPages::splitByMouse()
{
    const auto bar = splitBar();
    QVERIFY(QTest::qWaitForWindowExposed(bar.get()));
    QSignalSpy moved(bar.get(), &SplitBar::sharesChanged);
    drag(child<SplitHandle>(*bar, "trainEnd"), -50); // to 65 %
    QCOMPARE(moved.size(), 1);
    QCOMPARE(bar->shares().train, 0.65);
    QCOMPARE(bar->shares().test, 0.2);
    QCOMPARE(bar->shares().validation, 0.15);
    drag(child<SplitHandle>(*bar, "testBegin"), 150);
    QCOMPARE(bar->shares().train, 0.65); // the other part stays
    QCOMPARE(bar->shares().test, 0.05);
}

void tst_TrainingPages::splitByKeys()
{
    const auto bar = splitBar();
    auto *handle = child<SplitHandle>(*bar, "trainEnd");
    QTest::keyClick(handle, Qt::Key_Right);
    QCOMPARE(bar->shares().train, 0.71);
    QTest::keyClick(handle, Qt::Key_Left);
    QTest::keyClick(handle, Qt::Key_Left);
    QCOMPARE(bar->shares().train, 0.69);
    // Seven days are 70 %: midnights lie at whole tens.
    QTest::keyClick(handle, Qt::Key_PageUp);
    QCOMPARE(bar->shares().train, 0.7);
    QTest::keyClick(handle, Qt::Key_PageDown);
    QCOMPARE(bar->shares().train, 0.6);
}

void tst_TrainingPages::splitCatchesAtMidnight()
{
    const auto bar = splitBar();
    QVERIFY(QTest::qWaitForWindowExposed(bar.get()));
    drag(child<SplitHandle>(*bar, "trainEnd"), -97); // three pixels from the sixth midnight
    QCOMPARE(bar->shares().train, 0.6);
}

void tst_TrainingPages::splitKeepsAllParts()
{
    const auto bar = splitBar();
    QVERIFY(QTest::qWaitForWindowExposed(bar.get()));
    drag(child<SplitHandle>(*bar, "trainEnd"), 900);
    drag(child<SplitHandle>(*bar, "testBegin"), 900);
    const SplitShares shares = bar->shares();
    for (const double share : {shares.train, shares.validation, shares.test})
        QVERIFY(share >= 0.0099);
    QVERIFY(std::abs(shares.train + shares.validation + shares.test - 1.0) < 1e-9);
    QVERIFY(bar->split().has_value());
    QVERIFY(!bar->grab().isNull());
}

void tst_TrainingPages::choicesAndReset()
{
    OptionForm form;
    QSignalSpy changed(&form, &OptionForm::changed);
    form.setOptions({rate(), optimiser(), width()});
    form.show();
    auto *box = child<QComboBox>(form, "optimiser");
    QVERIFY(box);
    QCOMPARE(box->currentData().toString(), QStringLiteral("adam"));
    QVERIFY(form.changedOptions().isEmpty());
    QVERIFY(child<QWidget>(form, "learningRate")->toolTip().contains(QStringLiteral("A paper.")));
    auto *reset = child<QToolButton>(form, "optimiser.reset");
    QVERIFY(!reset->isVisible());
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(
        form.changedOptions(), (QJsonObject{{QStringLiteral("optimiser"), QStringLiteral("sgd")}}));
    QVERIFY(changed.size() >= 2);
    QVERIFY(reset->isVisible());
    QTest::mouseClick(reset, Qt::LeftButton);
    QVERIFY(form.changedOptions().isEmpty());
    QVERIFY(!reset->isVisible());
    form.setValues(
        {{QStringLiteral("optimiser"), QStringLiteral("sgd")}, {QStringLiteral("hidden"), 32}});
    QCOMPARE(form.changedOptions().size(), 2);
}

void tst_TrainingPages::presets()
{
    const PresetFactory factory;
    ModelForm form(factory);
    form.show();
    auto *preset = child<QComboBox>(form, "preset");
    QVERIFY(preset->isVisible());
    QCOMPARE(preset->count(), 3); // standard, large, own
    QCOMPARE(preset->currentIndex(), 0);
    QTest::keyClick(preset, Qt::Key_Down);
    TrainSpec spec;
    form.writeTo(spec);
    QCOMPARE(spec.options, (QJsonObject{{QStringLiteral("hidden"), 256.0}}));
    child<QSpinBox>(form, "hidden")->setValue(100);
    QCOMPARE(preset->currentIndex(), 2); // of one's own
    child<QSpinBox>(form, "hidden")->setValue(64);
    QCOMPARE(preset->currentIndex(), 0);
}

void tst_TrainingPages::warmStart()
{
    const PresetFactory factory;
    ModelForm form(factory);
    const auto run = [](const char *id, const char *kind, const char *dataset) {
        RunEntry entry;
        entry.record.id = QLatin1String(id);
        entry.record.spec.model = QLatin1String(kind);
        entry.record.spec.dataset = QLatin1String(dataset);
        entry.record.spec.channel = QStringLiteral("speed");
        return entry;
    };
    form.setQuantity(QStringLiteral("town"), QStringLiteral("speed"));
    form.setRuns({run("r3", "learning", "village"), run("r2", "other", "town"),
        run("r1", "learning", "town")});
    auto *start = child<QComboBox>(form, "startFrom");
    QCOMPARE(start->count(), 3); // nothing, then those of this kind
    QCOMPARE(start->itemData(1).toString(), QStringLiteral("r1")); // of this quantity first
    start->setCurrentIndex(2);
    TrainSpec spec;
    form.writeTo(spec);
    QCOMPARE(spec.startFrom, QStringLiteral("r3"));
    form.setQuantity(QStringLiteral("village"), QStringLiteral("speed"));
    form.writeTo(spec);
    QCOMPARE(spec.startFrom, QStringLiteral("r3"));
}

void tst_TrainingPages::partners()
{
    test::Town town;
    town.addData(QStringLiteral("village"));
    town.addData(QStringLiteral("alley"));
    const auto datasets = *town.store->datasets();
    TrainForm form(town.factory);
    form.setDatasets(datasets);
    form.selectDataset(QStringLiteral("town"));
    form.resize(1000, 700);
    form.show();
    auto *list = child<QListWidget>(form, "partners");
    QVERIFY(!list->isVisible()); // no kind learns jointly
    form.setJointKinds({QStringLiteral("scripted")});
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 2); // not itself
    auto *fineTune = child<QSpinBox>(form, "fineTune");
    QVERIFY(!fineTune->isVisible()); // nothing is ticked
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(form.spec().partners.size(), 1U);
    QCOMPARE(form.spec().partners[0].dataset, QStringLiteral("alley"));
    QVERIFY(fineTune->isVisible());
    QCOMPARE(fineTune->value(), TrainSpec().fineTuneEpochs);
    QTest::keyClick(fineTune, Qt::Key_Up);
    QCOMPARE(form.spec().fineTuneEpochs, TrainSpec().fineTuneEpochs + 1);
    TrainSpec spec = form.spec();
    spec.fineTuneEpochs = 0;
    spec.partners = {{QStringLiteral("village"), QStringLiteral("speed")}};
    form.setSpec(spec);
    QCOMPARE(form.spec().toJson(), spec.toJson());
}

void tst_TrainingPages::queueByKeys()
{
    test::Town town;
    QUndoStack undo;
    TrainingController training(town.context());
    TrainingQueue queue(town.context(), training, undo);
    QueuePanel panel(queue, town.factory);
    auto *list = child<QListView>(panel, "queue");
    QAbstractItemModelTester tester(
        list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    panel.resize(300, 400);
    panel.show();
    queue.setBlocked(true);
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        TrainSpec spec = test::Town::spec({1}, 2);
        spec.seed = seed;
        queue.add(spec);
    }
    const auto order = [&queue] {
        QString seeds;
        for (const QueuedTraining &item : queue.items())
            seeds += QString::number(item.spec.seed);
        return seeds;
    };
    list->setCurrentIndex(list->model()->index(2, 0));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(order(), QStringLiteral("132"));
    QCOMPARE(list->currentIndex().row(), 1); // it stays chosen
    QTest::mouseClick(child<QToolButton>(panel, "up"), Qt::LeftButton);
    QCOMPARE(order(), QStringLiteral("312"));
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(order(), QStringLiteral("12"));
    undo.undo();
    QCOMPARE(order(), QStringLiteral("312"));
    // Dragged to the end.
    QScopedPointer<QMimeData> data(list->model()->mimeData({list->model()->index(0, 0)}));
    list->model()->dropMimeData(data.data(), Qt::MoveAction, 3, 0, {});
    QCOMPARE(order(), QStringLiteral("123"));
    QTest::mouseClick(child<QToolButton>(panel, "hold"), Qt::LeftButton);
    QVERIFY(queue.held());
}

void tst_TrainingPages::studyFormMakesTheSearch()
{
    const PresetFactory factory;
    StudyForm form(factory);
    TrainSpec train = test::Town::spec({}, 9);
    train.model = QStringLiteral("learning");
    train.options = {{QStringLiteral("learningRate"), 0.01}, {QStringLiteral("hidden"), 32}};
    form.setTrainSpec(train, true);
    form.show();
    // The one on a logarithmic scale is ticked.
    auto spec = std::get<TuningSpec>(form.spec());
    QCOMPARE(spec.dimensions.size(), 1U);
    QCOMPARE(spec.dimensions[0].option, QStringLiteral("learningRate"));
    QVERIFY(spec.dimensions[0].logarithmic);
    // What is searched is not fixed; the rest stays.
    QVERIFY(!spec.train.options.contains(QStringLiteral("learningRate")));
    QCOMPARE(spec.train.options[QLatin1String("hidden")].toInt(), 32);
    QTest::mouseClick(child<QCheckBox>(form, "optimiser"), Qt::LeftButton, {}, QPoint(8, 12));
    child<QDoubleSpinBox>(form, "learningRate.most")->setValue(0.05);
    child<QSpinBox>(form, "trials")->setValue(5);
    QTest::keyClick(child<QComboBox>(form, "method"), Qt::Key_Down);
    spec = std::get<TuningSpec>(form.spec());
    QCOMPARE(spec.dimensions.size(), 2U);
    QCOMPARE(spec.dimensions[0].most, 0.05);
    QCOMPARE(spec.dimensions[1].choices.size(), 2U);
    QCOMPARE(spec.trials, 5);
    QCOMPARE(spec.method, TuningSpec::Method::Random);
    QSignalSpy started(&form, &StudyForm::startRequested);
    QTest::mouseClick(child<QPushButton>(form, "startExperiment"), Qt::LeftButton);
    QCOMPARE(started.size(), 1);
    form.setBusy(true);
    form.start();
    QCOMPARE(started.size(), 1);
}

void tst_TrainingPages::studyFormKnowsTheFirstKind()
{
    const TrainSpec untouched;
    const PresetFactory factory(untouched.model);
    StudyForm form(factory);
    form.setTrainSpec(untouched, true);
    QCOMPARE(std::get<TuningSpec>(form.spec()).dimensions.size(), 1U);
}

void tst_TrainingPages::studyFormSaysWhatIsMissing()
{
    const PresetFactory factory;
    StudyForm form(factory);
    TrainSpec train = test::Town::spec({}, 9);
    train.model = QStringLiteral("learning");
    form.setTrainSpec(train, false);
    QVERIFY(!form.canStart());
    form.setTrainSpec(train, true);
    QVERIFY(form.canStart());
    child<QCheckBox>(form, "learningRate")->setChecked(false);
    QVERIFY(!form.canStart());
    child<QComboBox>(form, "experiment")->setCurrentIndex(1);
    QVERIFY(form.canStart());
    QVERIFY(std::holds_alternative<CrossValidationSpec>(form.spec()));
    child<QComboBox>(form, "experiment")->setCurrentIndex(2);
    QVERIFY(form.canStart());
    auto *days = child<QLineEdit>(form, "days");
    days->setText(QStringLiteral("4 2"));
    QVERIFY(!form.canStart());
    days->setText(QStringLiteral("1 2.5 7"));
    QCOMPARE(std::get<LearningCurveSpec>(form.spec()).days, (std::vector<double>{1.0, 2.5, 7.0}));
}

void tst_TrainingPages::tableOfTrials()
{
    TrialTable model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    TuningTrial trial;
    trial.number = 3;
    trial.rung = 2;
    trial.epochs.resize(4);
    trial.validationMae = 2.5;
    trial.state = TuningTrial::State::Dropped;
    model.setRows(std::vector<TrialRow>{{trial, QStringLiteral("Width 8"), QStringLiteral("mph")}});
    QCOMPARE(model.index(0, TrialColumns::Epochs).data().toString(), QStringLiteral("4"));
    QVERIFY(model.index(0, TrialColumns::Error).data().toString().contains(QStringLiteral("mph")));
    const ChartTable table = tableOf(model);
    QCOMPARE(table.header.size(), TrialColumns::count);
    QCOMPARE(table.rows[0][TrialColumns::Error], QStringLiteral("2.5")); // a number for programs
    QCOMPARE(table.rows[0][TrialColumns::Options], QStringLiteral("Width 8"));
}

void tst_TrainingPages::trialChartReads()
{
    TrialChart chart;
    chart.resize(600, 300);
    using Tone = TrialCurve::Tone;
    chart.setTrials({{1, QStringLiteral("Width 8"), Tone::Best, {{1, 4.0}, {2, 3.0}}},
                        {2, QStringLiteral("Width 16"), Tone::Dropped, {{1, 5.0}}}},
        QStringLiteral("mph"));
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_End);
    QVERIFY(chart.readOutText().contains(QStringLiteral("Width")));
    chart.setCursorKey(QStringLiteral("2"));
    QVERIFY(chart.readOutText().contains(QStringLiteral("Width 16")));
    QCOMPARE(chart.table().rows.size(), 3U);
    QVERIFY(!chart.grab().isNull());
    chart.setTrials({}, {});
    QVERIFY(!chart.grab().isNull());
}

void tst_TrainingPages::entriesAreFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    const QString a = QStringLiteral("aarhus");
    const QString m = QStringLiteral("metr_la");
    QTest::newRow("nothing") << QString() << QStringList{a, m};
    QTest::newRow("name") << QStringLiteral("metr") << QStringList{m};
    QTest::newRow("line") << QStringLiteral("parking") << QStringList{a};
    QTest::newRow("no such") << QStringLiteral("zzz") << QStringList{};
}

void tst_TrainingPages::entriesAreFound()
{
    QFETCH(const QString, typed);
    QFETCH(const QStringList, found);
    EntryModel model;
    model.setEntries({{QStringLiteral("aarhus"), QStringLiteral("aarhus"),
                          {QStringLiteral("Parking · 8 sites")}, {}},
        {QStringLiteral("metr_la"), QStringLiteral("metr_la"), {QStringLiteral("Traffic")}, {}}});
    EntryFilter filter;
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(
        &filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setText(typed);
    QStringList names;
    for (int row = 0; row < filter.rowCount(); ++row)
        names.append(filter.index(row, 0).data().toString());
    QCOMPARE(names, found);
    for (int row = 0; row < found.size(); ++row)
        QCOMPARE(filter.rowOf(found[row]), row);
}

void tst_TrainingPages::pagesByKeys()
{
    test::Town town;
    CommandRegistry commands;
    AnalyseContext context = town.context();
    context.commands = &commands;
    AnalyseWorkspace workspace(context);
    commands.attachTo(&workspace);
    commands.setScope(QStringLiteral("analyse"));
    workspace.resize(1310, 676);
    workspace.show();
    QVERIFY(QTest::qWaitForWindowActive(&workspace));
    QTest::keyClick(&workspace, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(workspace.page(), AnalyseWorkspace::Page::Experiments);
    QVERIFY(commands.run(QStringLiteral("data.search")).has_value());
    QCOMPARE(workspace.page(), AnalyseWorkspace::Page::Train);
    QVERIFY(!commands.isEnabled(QStringLiteral("training.pause")));
    QTRY_VERIFY(commands.isEnabled(QStringLiteral("training.start")));
    QTest::keyClick(&workspace, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(workspace.busy());
    QTRY_VERIFY(!workspace.busy());
}

void tst_TrainingPages::dataSetsAndRunsAreFoundByName()
{
    test::Town town;
    town.addData(QStringLiteral("village"));
    SearchHub search;
    AnalyseContext context = town.context();
    context.search = &search;
    AnalyseWorkspace workspace(context);
    QSignalSpy shown(&workspace, &AnalyseWorkspace::shown);
    QTRY_VERIFY(workspace.form()->canStart());
    QCOMPARE(search.providers().size(), 2U);
    SearchHit hit;
    hit.payload = QStringLiteral("village");
    QVERIFY(search.providers()[0]->activate(hit).has_value());
    QCOMPARE(shown.size(), 1);
    QCOMPARE(workspace.form()->spec().dataset, QStringLiteral("village"));
}

void tst_TrainingPages::searchFieldNarrowsTheList()
{
    test::Town town;
    town.addData(QStringLiteral("village"));
    AnalyseWorkspace workspace(town.context());
    workspace.show();
    auto *list = child<QListView>(workspace, "datasets");
    QTRY_COMPARE(list->model()->rowCount(), 2);
    auto *field = child<QLineEdit>(workspace, "searchDatasets");
    QTest::keyClicks(field, QStringLiteral("vill"));
    QCOMPARE(list->model()->rowCount(), 1);
    // What is chosen from elsewhere shows up, whatever was typed.
    workspace.selectQuantity(QStringLiteral("town"), {});
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("town"));
    QCOMPARE(workspace.form()->spec().dataset, QStringLiteral("town"));
}

void tst_TrainingPages::nextIsSetUpWhileOneRuns()
{
    test::Town town;
    AnalyseWorkspace workspace(town.context());
    workspace.show();
    auto *start = child<QPushButton>(workspace, "start");
    QTRY_VERIFY(start->isEnabled());
    child<QSpinBox>(workspace, "epochs")->setValue(1000);
    QTest::mouseClick(start, Qt::LeftButton);
    QVERIFY(workspace.busy());
    QCOMPARE(workspace.page(), AnalyseWorkspace::Page::Progress);
    workspace.showPage(AnalyseWorkspace::Page::Train);
    QVERIFY(start->isEnabled());
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(workspace.queue().items().size(), 1U);
    QCOMPARE(workspace.page(), AnalyseWorkspace::Page::Train); // it only waits
    workspace.cancelAll();
    QTRY_VERIFY(!workspace.busy());
    QCOMPARE(workspace.queue().items().size(), 1U); // and is there the next time
}

void tst_TrainingPages::everyPageIsForEverybody_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<bool>("large");
    for (int page = 0; page < AnalyseWorkspace::kPageCount; ++page) {
        QTest::addRow("page %d", page + 1) << page << false;
        QTest::addRow("page %d, 14 pt", page + 1) << page << true;
    }
}

void tst_TrainingPages::everyPageIsForEverybody()
{
    QFETCH(const int, page);
    QFETCH(const bool, large);
    test::Town town;
    PresetFactory factory;
    AnalyseContext context = town.context();
    context.factory = &factory;
    AnalyseWorkspace workspace(context);
    workspace.resize(1310, 676);
    workspace.show();
    QVERIFY(QTest::qWaitForWindowExposed(&workspace));
    QTRY_VERIFY(workspace.form()->canStart());
    workspace.showPage(static_cast<AnalyseWorkspace::Page>(page));
    if (page == 1) {
        // With something that runs and something that waits.
        child<QSpinBox>(workspace, "epochs")->setValue(1000);
        workspace.form()->start();
        workspace.form()->start();
        QTRY_VERIFY(workspace.training().epochs().size() > 2);
    }
    // A number that has just changed may be measured before its place was: it has to fit as soon
    // as the window had time.
    tests::UiAudit audit;
    for (int attempt = 0; attempt == 0 || (attempt < 5 && !audit.all().isEmpty()); ++attempt) {
        QCoreApplication::processEvents();
        audit = large ? tests::auditUiAt14Pt(&workspace) : tests::auditUi(&workspace);
    }
    QVERIFY2(audit.all().isEmpty(), qPrintable(audit.all().join(QLatin1Char('\n'))));
    const QSize least = workspace.minimumSizeHint();
    QVERIFY2(least.width() <= 1310 && least.height() <= 676,
        qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
}

QTEST_MAIN(tst_TrainingPages)
#include "tst_training_pages.moc"
