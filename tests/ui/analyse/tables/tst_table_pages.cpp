// SPDX-License-Identifier: GPL-3.0-or-later
#include "../town.h"
#include "analyse/analyse_workspace.h"
#include "analyse/dataset_panel.h"
#include "analyse/results/results_page.h"
#include "analyse/tables/table_form.h"
#include "analyse/tables/table_result_page.h"
#include "analyse/train_form.h"
#include "base/random.h"
#include "charts/bar_chart.h"
#include "charts/confusion_chart.h"
#include "charts/scatter_chart.h"
#include "registry/table_runs.h"
#include "support/table_kinds.h"
#include "support/ui_audit.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

/// A table among the data: set up, trained, looked into.
class tst_TablePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void formOffersWhatFits();
    void formSaysWhatIsMissing();
    void formTakesASpecification();
    void tableLeadsToItsResult();
    void numbersAreShownAgainstTruth();
    void pagesPassTheAudit();

private:
    struct Shop : test::Town
    {
        test::PlainTableKinds tables;

        Shop() { (void)store->writeTable(shopTable()); }
        [[nodiscard]] AnalyseContext tableContext()
        {
            AnalyseContext context = Town::context();
            context.tables = &tables;
            return context;
        }
        /// Trains without a window and keeps the run.
        void keep(const TrainSpec &spec)
        {
            auto outcome = trainTableRun(store, tables, spec);
            QVERIFY2(outcome.has_value(), outcome ? "" : qUtf8Printable(outcome.error().message()));
            QVERIFY(RunArchive(store).add(std::move(*outcome)).has_value());
        }
    };
    static ColumnTable shopTable();
    static std::unique_ptr<AnalyseWorkspace> open(Shop &shop);
    static void choose(QWidget *parent, const char *box, const QString &text)
    {
        auto *combo = parent->findChild<QComboBox *>(QLatin1String(box));
        QVERIFY(combo);
        combo->setFocus();
        const int at = combo->findText(text);
        QVERIFY2(at >= 0, qUtf8Printable(text));
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < at; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(combo->currentIndex(), at);
    }
    static void click(QWidget *parent, const char *name)
    {
        auto *button = parent->findChild<QPushButton *>(QLatin1String(name));
        QVERIFY(button && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }
};

ColumnTable tst_TablePages::shopTable()
{
    constexpr int kRows = 300;
    Random random(5);
    ColumnTable table;
    table.info.name = QStringLiteral("shop");
    table.info.source = QStringLiteral("shop.csv");
    table.info.rows = kRows;
    table.info.columns = {{QStringLiteral("income"), ColumnKind::Number, {}, 0, kRows},
        {QStringLiteral("day"), ColumnKind::Category,
            {QStringLiteral("Monday"), QStringLiteral("Sunday")}, 0, 2},
        {QStringLiteral("id"), ColumnKind::Text, {}, 0, kRows},
        {QStringLiteral("spent"), ColumnKind::Number, {}, 0, kRows},
        {QStringLiteral("buys"), ColumnKind::Category,
            {QStringLiteral("no"), QStringLiteral("yes")}, 0, 2}};
    table.cells.resize(table.info.columns.size());
    for (int i = 0; i < kRows; ++i) {
        const double income = random.normal(50.0, 15.0);
        const bool sunday = random.uniform() < 0.5;
        table.cells[0].push_back(income);
        table.cells[1].push_back(sunday ? 1.0 : 0.0);
        table.cells[3].push_back(2.0 * income + random.normal(0.0, 3.0));
        table.cells[4].push_back(
            random.uniform() < 1.0 / (1.0 + std::exp((50.0 - income) / 8.0)) ? 1.0 : 0.0);
    }
    return table;
}

std::unique_ptr<AnalyseWorkspace> tst_TablePages::open(Shop &shop)
{
    auto workspace = std::make_unique<AnalyseWorkspace>(shop.tableContext());
    workspace->resize(1310, 676);
    workspace->show();
    if (!QTest::qWaitForWindowExposed(workspace.get()))
        return nullptr;
    const auto *data = workspace->findChild<QListView *>(QStringLiteral("datasets"))->model();
    return QTest::qWaitFor([data] { return data->rowCount() == 2; }) ? std::move(workspace)
                                                                     : nullptr;
}

void tst_TablePages::formOffersWhatFits()
{
    const test::PlainTableKinds kinds;
    TableForm form(kinds);
    form.setTable(shopTable().info);
    form.show();
    QVERIFY(QTest::qWaitForWindowExposed(&form));
    TrainSpec spec = form.spec();
    QCOMPARE(spec.dataset, QStringLiteral("shop"));
    QCOMPARE(spec.channel, QStringLiteral("buys")); // the last column
    QCOMPARE(spec.task, QStringLiteral("classification"));
    QVERIFY(spec.table && spec.table->columns.empty());
    auto *positive = form.findChild<QComboBox *>(QStringLiteral("positive"));
    QVERIFY(positive->isVisible());
    QCOMPARE(positive->count(), 3);
    // Text can be seen, but not chosen.
    auto *columns = form.findChild<QListWidget *>(QStringLiteral("columns"));
    QCOMPARE(columns->count(), 4);
    QVERIFY(!(columns->item(2)->flags() & Qt::ItemIsEnabled));

    choose(&form, "target", QStringLiteral("spent"));
    spec = form.spec();
    QCOMPARE(spec.task, QStringLiteral("regression"));
    QVERIFY(!positive->isVisible());
    auto *model = form.findChild<QComboBox *>(QStringLiteral("tableModel"));
    QVERIFY(model->findData(QStringLiteral("logistic")) < 0);
    QVERIFY(model->findData(QStringLiteral("ridge")) >= 0);
}

void tst_TablePages::formSaysWhatIsMissing()
{
    const test::PlainTableKinds kinds;
    TableForm form(kinds);
    form.show();
    QVERIFY(!form.canStart()); // no table yet
    form.setTable(shopTable().info);
    QVERIFY(form.canStart());
    auto *columns = form.findChild<QListWidget *>(QStringLiteral("columns"));
    columns->setFocus();
    for (int i = 0; i < columns->count(); ++i) {
        columns->setCurrentRow(i);
        if (columns->item(i)->flags() & Qt::ItemIsEnabled)
            QTest::keyClick(columns, Qt::Key_Space);
    }
    QVERIFY(!form.canStart());
    columns->setCurrentRow(0);
    QTest::keyClick(columns, Qt::Key_Space);
    QVERIFY(form.canStart());
    QCOMPARE(form.spec().table->columns, (std::vector<QString>{QStringLiteral("income")}));
    TableInfo empty;
    empty.name = QStringLiteral("texts");
    empty.columns = {{QStringLiteral("note"), ColumnKind::Text, {}, 0, 9}};
    form.setTable(empty);
    QVERIFY(!form.canStart());
}

void tst_TablePages::formTakesASpecification()
{
    const test::PlainTableKinds kinds;
    TableForm form(kinds);
    form.setTable(shopTable().info);
    TrainSpec spec;
    spec.dataset = QStringLiteral("shop");
    spec.channel = QStringLiteral("spent");
    spec.task = QStringLiteral("counts");
    spec.model = QStringLiteral("poisson");
    spec.split = {0.5, 0.2, 0.3};
    spec.seed = 7;
    spec.options = {{QStringLiteral("penalty"), 4.0}};
    spec.table = TableSettings{
        {QStringLiteral("income")}, QStringLiteral("rows"), false, {}, ThresholdAim::F1};
    form.setSpec(spec);
    TrainSpec again = form.spec();
    again.threads = spec.threads;
    QCOMPARE(again.toJson(), spec.toJson());
}

void tst_TablePages::tableLeadsToItsResult()
{
    Shop shop;
    auto workspace = open(shop);
    QVERIFY(workspace);
    workspace->datasetPanel()->select(QStringLiteral("shop"));
    QTRY_VERIFY(workspace->tableForm()->isVisible());
    QVERIFY(!workspace->form()->isVisible());
    choose(workspace->tableForm(), "tableModel", QStringLiteral("Logistic regression"));
    click(workspace->tableForm(), "startTable");
    QTRY_COMPARE(workspace->runs().runs().size(), 1U);
    click(workspace.get(), "showResult");
    TableResultPage *page = workspace->results()->table();
    QTRY_VERIFY(page->isVisible());
    QCOMPARE(page->runId(), QStringLiteral("r0001-logistic"));
    auto *figures = page->findChild<QTableWidget *>(QStringLiteral("tableFigures"));
    QCOMPARE(figures->columnCount(), 3); // name, model, constant
    QVERIFY(figures->rowCount() >= 10);
    auto *confusion = page->findChild<ConfusionChart *>();
    QVERIFY(confusion->isVisible());
    QVERIFY(std::isfinite(confusion->shareOf(0, 0)));
    QVERIFY(!page->findChild<QLabel *>(QStringLiteral("tableVerdict"))->text().isEmpty());
    page->showTab(TableResultPage::Tab::Columns);
    QTRY_COMPARE(page->findChild<BarChart *>()->rows().size(), 3U); // income, day, spent

    QSignalSpy deployed(workspace.get(), &AnalyseWorkspace::modelDeployed);
    click(page, "deployTable");
    const auto isLive = [&shop] {
        const auto live = Registry(shop.store).live(QStringLiteral("shop"), QStringLiteral("buys"));
        return live && *live;
    };
    QTRY_VERIFY(isLive());
    QTRY_VERIFY(!workspace->runs().deploying());
    QCOMPARE(deployed.size(), 0); // nothing for the map
    // Its settings lead back to the form of the table.
    click(page, "reuseTable");
    QCOMPARE(workspace->page(), AnalyseWorkspace::Page::Train);
    QVERIFY(workspace->tableForm()->isVisible());
    // And a data set to the other form.
    workspace->datasetPanel()->select(QStringLiteral("town"));
    QVERIFY(workspace->form()->isVisible());
}

void tst_TablePages::numbersAreShownAgainstTruth()
{
    Shop shop;
    TrainSpec spec;
    spec.dataset = QStringLiteral("shop");
    spec.channel = QStringLiteral("spent");
    spec.task = QStringLiteral("regression");
    spec.model = QStringLiteral("ridge");
    spec.table = TableSettings();
    shop.keep(spec);
    auto workspace = open(shop);
    QVERIFY(workspace);
    QTRY_COMPARE(workspace->runs().runs().size(), 1U);
    workspace->openRun(QStringLiteral("r0001-ridge"));
    TableResultPage *page = workspace->results()->table();
    QTRY_VERIFY(page->isVisible());
    auto *scatter = page->findChild<ScatterChart *>();
    QVERIFY(scatter->isVisible());
    QTRY_COMPARE(scatter->table().rows.size(), 60U);
    auto *tabs = page->findChild<QTabWidget *>(QStringLiteral("tableResultTabs"));
    QVERIFY(!tabs->isTabVisible(static_cast<int>(TableResultPage::Tab::Classes)));
    QVERIFY(!tabs->isTabVisible(static_cast<int>(TableResultPage::Tab::Curves)));
}

void tst_TablePages::pagesPassTheAudit()
{
    Shop shop;
    TrainSpec spec;
    spec.dataset = QStringLiteral("shop");
    spec.channel = QStringLiteral("buys");
    spec.task = QStringLiteral("classification");
    spec.model = QStringLiteral("logistic");
    spec.table = TableSettings();
    shop.keep(spec);
    auto workspace = open(shop);
    QVERIFY(workspace);
    QTRY_COMPARE(workspace->runs().runs().size(), 1U);
    workspace->datasetPanel()->select(QStringLiteral("shop"));
    QTRY_VERIFY(workspace->tableForm()->isVisible());
    QTest::qWait(50); // laid out
    const QStringList wrong = tests::auditUi(workspace->tableForm()).all();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    workspace->openRun(QStringLiteral("r0001-logistic"));
    TableResultPage *page = workspace->results()->table();
    QTRY_VERIFY(page->isVisible());
    for (const auto tab : {TableResultPage::Tab::Summary, TableResultPage::Tab::Classes,
             TableResultPage::Tab::Curves, TableResultPage::Tab::Columns}) {
        page->showTab(tab);
        QTest::qWait(50);
        const QStringList found = tests::auditUi(page).all();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }
}

QTEST_MAIN(tst_TablePages)
#include "tst_table_pages.moc"
