// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/import_dialog.h"

#include "town.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;
using State = ui::ImportController::State;

namespace {

constexpr int kWithinMs = 1000;

QString writeFile(const QTemporaryDir &directory, const char *name, const QByteArray &content)
{
    const QString path = directory.filePath(QLatin1String(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
    return path;
}

/// Speeds of two sites every 5 minutes; in the rows `bad` one of them is no number.
QByteArray speeds(int rows, const QList<int> &bad = {})
{
    QByteArray text = "time,A,B\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray time = QStringLiteral("2024-01-01 %1:%2:00")
                                    .arg(i / 12 % 24, 2, 10, QLatin1Char('0'))
                                    .arg(i % 12 * 5, 2, 10, QLatin1Char('0'))
                                    .toUtf8();
        text += time + ",50," + (bad.contains(i) ? "fast" : "40") + "\n";
    }
    return text;
}

} // namespace

class tst_ImportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void preview();
    void previewOfWhatIsNoTable_data();
    void previewOfWhatIsNoTable();
    void goodFile();
    void stopLeavesTheStore();
    void skipImportsTheRest();
    void escapeStopsThenCloses();
    void unreadableFileIsTold();
    void unknownZoneIsTold();
    void goneWhileReading();
    void stoppedWhileStoring();
    void realSensors();

private:
    /// The dialog, shown, with the files in it and looked at.
    static std::unique_ptr<ui::ImportDialog> open(test::Town &town, const QStringList &files);
    static void click(ui::ImportDialog &dialog, const char *button)
    {
        auto *found = dialog.findChild<QPushButton *>(QLatin1String(button));
        QVERIFY(found && found->isVisible() && found->isEnabled());
        QTest::mouseClick(found, Qt::LeftButton);
    }
    static void type(ui::ImportDialog &dialog, const char *field, const QString &text)
    {
        auto *found = dialog.findChild<QLineEdit *>(QLatin1String(field));
        QVERIFY(found);
        found->setFocus();
        QTest::keyClicks(found, text);
    }
    static bool has(const test::Town &town, const QString &dataset)
    {
        return town.store->dataset(dataset).has_value();
    }
};

std::unique_ptr<ui::ImportDialog> tst_ImportDialog::open(test::Town &town, const QStringList &files)
{
    auto dialog = std::make_unique<ui::ImportDialog>(
        town.context(), QTimeZone::utc(), QStringList{QStringLiteral("town")});
    dialog->show();
    if (!QTest::qWaitForWindowExposed(dialog.get()))
        return nullptr;
    QSignalSpy looked(&dialog->controller(), &ui::ImportController::previewsReady);
    dialog->addFiles(files);
    if (looked.isEmpty() && !looked.wait())
        return nullptr;
    return dialog;
}

void tst_ImportDialog::preview()
{
    test::Town town;
    const auto preview = ui::previewFile(writeFile(town.directory, "speed_kmh.csv", speeds(500)));
    QVERIFY(preview.format.has_value());
    QCOMPARE(*preview.format, FileFormat::WideCsv);
    QCOMPARE(preview.rows.size(), std::size_t(ui::kPreviewRows));
    QCOMPARE(preview.rows[0],
        (QStringList{QStringLiteral("time"), QStringLiteral("A"), QStringLiteral("B")}));
    QCOMPARE(preview.rows[1][1], QStringLiteral("50"));
}

void tst_ImportDialog::previewOfWhatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
}

void tst_ImportDialog::previewOfWhatIsNoTable()
{
    QFETCH(const QByteArray, content);
    test::Town town;
    const auto preview = ui::previewFile(writeFile(town.directory, "x.csv", content));
    QVERIFY(!preview.format.has_value());
    QVERIFY(preview.rows.empty());
    const auto absent = ui::previewFile(town.directory.filePath(QStringLiteral("absent.csv")));
    QVERIFY(!absent.format.has_value());
}

void tst_ImportDialog::goodFile()
{
    test::Town town;
    auto dialog = open(town, {writeFile(town.directory, "speed_kmh.csv", speeds(288))});
    QVERIFY(dialog);
    auto *shown = dialog->findChild<QTableWidget *>(QStringLiteral("preview"));
    QCOMPARE(shown->item(0, 1)->text(), QStringLiteral("A"));
    QSignalSpy stored(&dialog->controller(), &ui::ImportController::stored);
    type(*dialog, "datasetName", QStringLiteral("ring"));
    click(*dialog, "import");
    QTRY_COMPARE(stored.size(), 1);
    const auto summary = stored[0][0].value<ui::ImportSummary>();
    QCOMPARE(summary.dataset, QStringLiteral("ring"));
    QCOMPARE(summary.sites, 2U);
    QCOMPARE(summary.axis.count, 288);
    QCOMPARE(summary.leftOut, 0);
    QVERIFY(has(town, QStringLiteral("ring")));
    QSignalSpy accepted(dialog.get(), &QDialog::accepted);
    click(*dialog, "done");
    QCOMPARE(accepted.size(), 1);
}

void tst_ImportDialog::stopLeavesTheStore()
{
    test::Town town;
    auto dialog = open(town, {writeFile(town.directory, "speed_kmh.csv", speeds(288, {7, 100}))});
    QVERIFY(dialog);
    type(*dialog, "datasetName", QStringLiteral("ring"));
    click(*dialog, "import");
    QTRY_COMPARE(dialog->controller().state(), State::Deciding);
    QCOMPARE(dialog->controller().data()->rejectedCount, 2);
    QVERIFY(!has(town, QStringLiteral("ring")));

    auto *rows = dialog->findChild<QTableView *>(QStringLiteral("rejections"));
    QVERIFY(!rows->isVisible());
    click(*dialog, "showRows");
    QVERIFY(rows->isVisible());
    QCOMPARE(rows->model()->rowCount(), 2);
    // Header is line 1, so row 7 counted from 0 stands on line 9.
    QCOMPARE(rows->model()->index(0, 1).data().toString(), QStringLiteral("9"));
    QVERIFY(rows->model()->index(0, 2).data().toString().contains(QStringLiteral("fast")));

    click(*dialog, "stop");
    QCOMPARE(dialog->controller().state(), State::Choosing);
    QVERIFY(town.pools.io.waitForDone(kWithinMs));
    QVERIFY(!has(town, QStringLiteral("ring")));
}

void tst_ImportDialog::skipImportsTheRest()
{
    test::Town town;
    auto dialog = open(town, {writeFile(town.directory, "speed_kmh.csv", speeds(288, {7, 100}))});
    QVERIFY(dialog);
    type(*dialog, "datasetName", QStringLiteral("ring"));
    QSignalSpy stored(&dialog->controller(), &ui::ImportController::stored);
    click(*dialog, "import");
    QTRY_COMPARE(dialog->controller().state(), State::Deciding);
    click(*dialog, "skip");
    QTRY_COMPARE(stored.size(), 1);
    QCOMPARE(stored[0][0].value<ui::ImportSummary>().leftOut, 2);
    const auto series = town.store->series(QStringLiteral("ring"));
    QVERIFY(series.has_value());
    QCOMPARE((*series)->value(6, SiteId(1), 0), 40.0F);
    QVERIFY(std::isnan((*series)->value(7, SiteId(1), 0)));
}

void tst_ImportDialog::escapeStopsThenCloses()
{
    test::Town town;
    auto dialog = open(town, {writeFile(town.directory, "speed_kmh.csv", speeds(288, {7}))});
    QVERIFY(dialog);
    QSignalSpy rejected(dialog.get(), &QDialog::rejected);
    click(*dialog, "import");
    QTRY_COMPARE(dialog->controller().state(), State::Deciding);
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    QCOMPARE(dialog->controller().state(), State::Choosing);
    QCOMPARE(rejected.size(), 0);
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    QCOMPARE(rejected.size(), 1);
}

void tst_ImportDialog::unreadableFileIsTold()
{
    test::Town town;
    auto dialog = open(town, {writeFile(town.directory, "empty.csv", {})});
    QVERIFY(dialog);
    QSignalSpy failed(&dialog->controller(), &ui::ImportController::failed);
    click(*dialog, "import");
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(dialog->controller().state(), State::Choosing);
    bool told = false;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        told = told || (label->isVisible() && label->text().contains(QStringLiteral("empty.csv")));
    QVERIFY(told);
}

void tst_ImportDialog::unknownZoneIsTold()
{
    test::Town town;
    auto dialog = open(town, {writeFile(town.directory, "speed_kmh.csv", speeds(12))});
    QVERIFY(dialog);
    auto *zone = dialog->findChild<QComboBox *>(QStringLiteral("zone"));
    zone->setEditText(QStringLiteral("Mars/Olympus"));
    click(*dialog, "import");
    QCOMPARE(dialog->controller().state(), State::Choosing);
}

void tst_ImportDialog::goneWhileReading()
{
    test::Town town;
    auto dialog = open(town, {writeFile(town.directory, "speed_kmh.csv", speeds(200000))});
    QVERIFY(dialog);
    click(*dialog, "import");
    QCOMPARE(dialog->controller().state(), State::Reading);
    dialog.reset();
    QVERIFY(town.pools.io.waitForDone(kWithinMs));
    QCoreApplication::processEvents();
    QCOMPARE(town.store->datasets()->size(), 1U);
}

void tst_ImportDialog::stoppedWhileStoring()
{
    test::Town town;
    auto dialog = open(town, {writeFile(town.directory, "speed_kmh.csv", speeds(288))});
    QVERIFY(dialog);
    auto &controller = dialog->controller();
    QSignalSpy stored(&controller, &ui::ImportController::stored);
    QSignalSpy failed(&controller, &ui::ImportController::failed);
    connect(&controller, &ui::ImportController::stateChanged, this, [&controller](State state) {
        if (state == State::Storing)
            controller.stop();
    });
    type(*dialog, "datasetName", QStringLiteral("ring"));
    click(*dialog, "import");
    QTRY_COMPARE(stored.size() + failed.size(), 1);
    // Whatever came first, what is said and what is stored agree.
    QCOMPARE(has(town, QStringLiteral("ring")), stored.size() == 1);
}

void tst_ImportDialog::realSensors()
{
    const QDir data(qEnvironmentVariable(
        "BELVEDERE_DATA", QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data")));
    const QStringList files{data.filePath(QStringLiteral("traffic/metr_la_20/speed_mph_5min.csv")),
        data.filePath(QStringLiteral("traffic/metr_la_20/sensors.csv")),
        data.filePath(QStringLiteral("traffic/metr_la_20/adjacency_dcrnn.csv"))};
    if (!QFile::exists(files.front()))
        QSKIP("The data set traffic/metr_la_20 is not here.");
    test::Town town;
    auto dialog = open(town, files);
    QVERIFY(dialog);
    QSignalSpy stored(&dialog->controller(), &ui::ImportController::stored);
    type(*dialog, "datasetName", QStringLiteral("metr-la"));
    click(*dialog, "import");
    QTRY_COMPARE_WITH_TIMEOUT(stored.size(), 1, 30000);
    const auto summary = stored[0][0].value<ui::ImportSummary>();
    QCOMPARE(summary.sites, 20U);
    QCOMPARE(summary.axis.count, 34272);
    QCOMPARE(summary.leftOut, 0);
    const auto dataset = town.store->dataset(QStringLiteral("metr-la"));
    QVERIFY(dataset.has_value());
    QCOMPARE(dataset->channels.front().unit, QStringLiteral("mph"));
    QVERIFY(dataset->sites.front().position.has_value());
}

QTEST_MAIN(tst_ImportDialog)
#include "tst_import_dialog.moc"
