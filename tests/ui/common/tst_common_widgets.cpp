// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/elided_label.h"
#include "common/empty_state.h"
#include "common/error_text.h"
#include "common/kpi_tile.h"
#include "common/progress_panel.h"
#include "common/stall_monitor.h"
#include "common/table_model.h"
#include "theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <limits>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

struct Fruit
{
    QString name;
    double weight = 0.0;
};

struct FruitColumns
{
    static constexpr int count = 2;
    static QString header(int column)
    {
        return column == 0 ? QStringLiteral("Name") : QStringLiteral("Weight");
    }
    static QVariant data(const Fruit &fruit, int column, int role)
    {
        if (role == kSortRole)
            return column == 0 ? QVariant(fruit.name) : QVariant(fruit.weight);
        if (role != Qt::DisplayRole)
            return {};
        return column == 0 ? fruit.name : QString::number(fruit.weight);
    }
    static Qt::Alignment alignment(int column)
    {
        return (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    }
};

bool contains(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

class tst_CommonWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not).*")));
    }
    void tableModelKeepsItsContract();
    void elidedLabelTellsTheRest();
    void emptyStateOffersItsAction();
    void progressEstimatesTheRest_data();
    void progressEstimatesTheRest();
    void progressCanBeCancelled();
    void tileIsGreyUnlessFlagged();
    void tileIsAButtonOnlyIfClickable();
    void tileDrawsOddData_data();
    void tileDrawsOddData();
    void stallsAreSeen();
    void errorsDoNotBlock();
};

void tst_CommonWidgets::tableModelKeepsItsContract()
{
    TableModel<Fruit, FruitColumns> model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setRows({{QStringLiteral("apple"), 0.2}, {QStringLiteral("melon"), 1.5}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    QCOMPARE(model.data(model.index(1, 0)).toString(), QStringLiteral("melon"));
    QCOMPARE(model.data(model.index(1, 1), kSortRole).toDouble(), 1.5);
    QCOMPARE(model.data(model.index(1, 1), Qt::TextAlignmentRole).toInt(),
        int(Qt::AlignRight | Qt::AlignVCenter));
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("Weight"));
    QVERIFY(!model.headerData(2, Qt::Horizontal).isValid());
    QCOMPARE(model.row(model.index(0, 1))->name, QStringLiteral("apple"));
    QVERIFY(model.row({}) == nullptr);
    QVERIFY(model.rowAt(2) == nullptr);
    model.setRows(TableModel<Fruit, FruitColumns>::Rows());
    QCOMPARE(model.rowCount(), 0);
}

void tst_CommonWidgets::elidedLabelTellsTheRest()
{
    const QString text = QStringLiteral("Elm Street, closed until further notice");
    ElidedLabel label(text);
    label.resize(label.sizeHint());
    QVERIFY(label.toolTip().isEmpty());
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width() / 2);
    label.resize(80, label.height());
    label.show();
    QTRY_COMPARE(label.toolTip(), text);
    QCOMPARE(label.accessibleName(), text);
}

void tst_CommonWidgets::emptyStateOffersItsAction()
{
    EmptyState state(QStringLiteral("import"));
    QSignalSpy triggered(&state, &EmptyState::actionTriggered);
    QVERIFY(!state.actionButton()->isVisibleTo(&state));
    state.setActionText(QStringLiteral("Import data"));
    QVERIFY(state.actionButton()->isVisibleTo(&state));
    state.show();
    QTest::mouseClick(state.actionButton(), Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
}

void tst_CommonWidgets::progressEstimatesTheRest_data()
{
    QTest::addColumn<double>("fraction");
    QTest::addColumn<qint64>("elapsed");
    QTest::addColumn<double>("remaining");
    QTest::newRow("unknown") << -1.0 << qint64(60'000) << -1.0;
    QTest::newRow("too early") << 0.5 << qint64(900) << -1.0;
    QTest::newRow("too little") << 0.005 << qint64(60'000) << -1.0;
    QTest::newRow("a quarter") << 0.25 << qint64(10'000) << 30.0;
    QTest::newRow("done") << 1.0 << qint64(10'000) << 0.0;
}

void tst_CommonWidgets::progressEstimatesTheRest()
{
    QFETCH(double, fraction);
    QFETCH(qint64, elapsed);
    QFETCH(double, remaining);
    QCOMPARE(ProgressPanel::remainingSeconds(fraction, elapsed), remaining);
}

void tst_CommonWidgets::progressCanBeCancelled()
{
    ProgressPanel panel;
    panel.start(QStringLiteral("Importing"));
    panel.setProgress(0.4, QStringLiteral("Reading"));
    panel.show();
    QSignalSpy cancelled(&panel, &ProgressPanel::cancelRequested);
    auto *button = panel.findChild<QToolButton *>();
    QVERIFY(button->width() >= metric::kTarget && button->height() >= metric::kTarget);
    QCOMPARE(button->accessibleName(), QStringLiteral("Cancel"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
    panel.setCancellable(false);
    QVERIFY(!button->isVisible());
    panel.setProgress(7.0);
    QCOMPARE(panel.fraction(), 1.0);
}

void tst_CommonWidgets::tileIsGreyUnlessFlagged()
{
    KpiTile tile;
    tile.setLabel(QStringLiteral("Mean speed"));
    tile.setValue(61.4, QStringLiteral("km/h"));
    tile.setSparkline({1.0, 2.0, 3.0});
    tile.resize(tile.sizeHint());
    const Tokens &t = tokens();
    QImage calm = tile.grab().toImage();
    for (const QColor &color : {t.p1, t.p2, t.p3})
        QVERIFY(!contains(calm, color));
    tile.setFlag(KpiFlag::Critical);
    QVERIFY(contains(tile.grab().toImage(), t.p1));
    // Not by colour alone.
    QVERIFY(tile.accessibleDescription().contains(QLatin1Char('1')));
    tile.setFlag(KpiFlag::High);
    QVERIFY(contains(tile.grab().toImage(), t.p2));
}

void tst_CommonWidgets::tileIsAButtonOnlyIfClickable()
{
    KpiTile tile;
    tile.show();
    QSignalSpy clicked(&tile, &KpiTile::clicked);
    QTest::mouseClick(&tile, Qt::LeftButton);
    QCOMPARE(clicked.count(), 0);
    QCOMPARE(tile.focusPolicy(), Qt::NoFocus);
    tile.setClickable(true);
    QTest::mouseClick(&tile, Qt::LeftButton);
    QTest::keyClick(&tile, Qt::Key_Space);
    QTest::keyClick(&tile, Qt::Key_Return);
    QCOMPARE(clicked.count(), 3);
}

void tst_CommonWidgets::tileDrawsOddData_data()
{
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    QTest::addColumn<std::vector<double>>("values");
    QTest::newRow("none") << std::vector<double>{};
    QTest::newRow("one") << std::vector<double>{1.0};
    QTest::newRow("all missing") << std::vector<double>{kNaN, kNaN, kNaN};
    QTest::newRow("constant") << std::vector<double>{2.0, 2.0, 2.0};
    QTest::newRow("gap at both ends") << std::vector<double>{kNaN, 1.0, kNaN, 2.0, kNaN};
    QTest::newRow("huge") << std::vector<double>{-1e300, 1e300};
}

void tst_CommonWidgets::tileDrawsOddData()
{
    QFETCH(std::vector<double>, values);
    KpiTile tile;
    tile.setValue(std::numeric_limits<double>::quiet_NaN(), QStringLiteral("km/h"));
    tile.setSparkline(values);
    for (const QSize &size : {tile.sizeHint(), tile.minimumSizeHint(), QSize(1, 1)}) {
        tile.resize(size);
        QCOMPARE(tile.grab().size(), tile.size());
    }
}

void tst_CommonWidgets::stallsAreSeen()
{
    StallMonitor monitor;
    QCOMPARE(monitor.p95StallMs(), 0.0);
    QTRY_VERIFY(monitor.beats() > 3);
    QTest::qSleep(60);
    QTRY_VERIFY(monitor.longestStallMs() >= 50.0);
    QVERIFY(monitor.longestStallMs() >= monitor.p95StallMs() - 1.0);
    monitor.reset();
    QCOMPARE(monitor.longestStallMs(), 0.0);
    QCOMPARE(monitor.beats(), 0);
}

void tst_CommonWidgets::errorsDoNotBlock()
{
    QWidget parent;
    parent.show();
    showError(&parent, {Errc::Cancelled, "Cancelled.", {}, {}, {}});
    QVERIFY(parent.findChild<QMessageBox *>() == nullptr);
    showError(&parent, {Errc::Io, "The disk is full.", {}, {}, {}});
    auto *box = parent.findChild<QMessageBox *>();
    QVERIFY(box != nullptr);
    QCOMPARE(box->text(), QStringLiteral("The disk is full."));
    box->accept();
    QTRY_VERIFY(parent.findChild<QMessageBox *>() == nullptr);
}

QTEST_MAIN(tst_CommonWidgets)
#include "tst_common_widgets.moc"
