// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/import_dialog.h"
#include "analyse/incident_mapping_form.h"

#include "town.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

QString writeFile(const QTemporaryDir &directory, const char *name, const QByteArray &content)
{
    const QString path = directory.filePath(QLatin1String(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
    return path;
}

/// Calls about Berlin under names that nobody knows, one of them far away.
QByteArray calls(int rows)
{
    QByteArray text = "wann,was,Y,X\n";
    for (int i = 0; i < rows; ++i)
        text += "2024-01-" + QByteArray::number(10 + i % 20) + " 12:00,EMS: FALL,52."
            + QByteArray::number(500 + i) + ",13.4\n";
    return text + "2024-02-01 12:00,Fire: ALARM,0.0,0.0\n";
}

} // namespace

class tst_IncidentImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void onlyForIncidents();
    void guessesAndChecks();
    void chosenByHand();
    void rememberedForTheHeader();
    void withoutHeader();
    void problemsAreTold();
    void otherLanguage();

private:
    std::unique_ptr<ImportDialog> open(test::Town &town, const QString &file);
    static IncidentMappingForm *mappingOf(ImportDialog &dialog)
    {
        return dialog.findChild<IncidentMappingForm *>();
    }
    static QComboBox *boxOf(ImportDialog &dialog, const char *meaning)
    {
        return dialog.findChild<QComboBox *>(QLatin1String("column-") + QLatin1String(meaning));
    }
    static QString checkOf(ImportDialog &dialog)
    {
        return dialog.findChild<QLabel *>(QStringLiteral("mappingCheck"))->text();
    }
    /// By the keyboard, as a person does.
    static void choose(QComboBox *box, const QString &text)
    {
        const int wanted = box->findText(text);
        QVERIFY2(wanted >= 0, qPrintable(text));
        box->setFocus();
        while (box->currentIndex() != wanted)
            QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    }
    static void chooseIncidents(ImportDialog &dialog)
    {
        choose(
            dialog.findChild<QComboBox *>(QStringLiteral("format")), QStringLiteral("Incidents"));
    }
};

void tst_IncidentImport::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("belvedere-test"));
    QCoreApplication::setApplicationName(QStringLiteral("incident-import"));
}

void tst_IncidentImport::init()
{
    test::failOnAnyWarning();
    QSettings().clear();
}

std::unique_ptr<ImportDialog> tst_IncidentImport::open(test::Town &town, const QString &file)
{
    auto dialog = std::make_unique<ImportDialog>(town.context(), QTimeZone::utc(), QStringList());
    dialog->show();
    if (!QTest::qWaitForWindowExposed(dialog.get()))
        return nullptr;
    QSignalSpy looked(&dialog->controller(), &ImportController::previewsReady);
    dialog->addFiles({file});
    if (looked.isEmpty() && !looked.wait())
        return nullptr;
    return dialog;
}

void tst_IncidentImport::onlyForIncidents()
{
    test::Town town;
    auto dialog =
        open(town, writeFile(town.directory, "speed.csv", "time,A,B\n2024-01-01 00:00,50,40\n"));
    QVERIFY(dialog);
    QVERIFY(!mappingOf(*dialog)->isVisible());
    QVERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("unit"))->isVisible());
    chooseIncidents(*dialog);
    QVERIFY(mappingOf(*dialog)->isVisible());
    QVERIFY(!dialog->findChild<QLineEdit *>(QStringLiteral("unit"))->isVisible());
}

void tst_IncidentImport::guessesAndChecks()
{
    test::Town town;
    auto dialog = open(town,
        writeFile(
            town.directory, "calls.csv", calls(40).replace("wann,was,Y,X", "Date,Type,Lat,Lon")));
    QVERIFY(dialog);
    QVERIFY(mappingOf(*dialog)->isVisible());
    QCOMPARE(boxOf(*dialog, "time")->currentText(), QStringLiteral("Date"));
    QCOMPARE(boxOf(*dialog, "lat")->currentText(), QStringLiteral("Lat"));
    QCOMPARE(boxOf(*dialog, "category")->currentText(), QStringLiteral("Type"));
    QCOMPARE(boxOf(*dialog, "severity")->currentText(), QStringLiteral("No column"));
    QTRY_VERIFY(checkOf(*dialog).contains(QStringLiteral("41 of 41 rows")));
    QVERIFY(checkOf(*dialog).contains(QStringLiteral("10 Jan 2024")));
    QVERIFY(checkOf(*dialog).contains(QStringLiteral("1 lie")));
    // 20 of the rows say the same time, but each stands elsewhere.
    QVERIFY(!checkOf(*dialog).contains(QStringLiteral("the same")));
}

void tst_IncidentImport::chosenByHand()
{
    test::Town town;
    auto dialog = open(town, writeFile(town.directory, "calls.csv", calls(40)));
    QVERIFY(dialog);
    chooseIncidents(*dialog);
    QCOMPARE(
        checkOf(*dialog), QStringLiteral("Choose the columns of time, latitude and longitude."));
    choose(boxOf(*dialog, "time"), QStringLiteral("wann"));
    choose(boxOf(*dialog, "lat"), QStringLiteral("Y"));
    choose(boxOf(*dialog, "lon"), QStringLiteral("X"));
    choose(boxOf(*dialog, "category"), QStringLiteral("was"));
    QTRY_VERIFY(checkOf(*dialog).contains(QStringLiteral("41 of 41 rows")));
    QSignalSpy stored(&dialog->controller(), &ImportController::stored);
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("import")), Qt::LeftButton);
    QTRY_COMPARE(stored.size(), 1);
    QCOMPARE(stored[0][0].value<ImportSummary>().incidents, std::size_t(41));
    const auto tables = town.store->incidents();
    QVERIFY(tables.has_value());
    const auto table = std::find_if(tables->begin(), tables->end(),
        [](const IncidentTable &each) { return each.name == QStringLiteral("calls"); });
    QVERIFY(table != tables->end());
    QCOMPARE(table->incidents.size(), std::size_t(41));
    QCOMPARE(table->incidents[0].category, QStringLiteral("EMS: FALL"));
}

void tst_IncidentImport::rememberedForTheHeader()
{
    test::Town town;
    {
        auto dialog = open(town, writeFile(town.directory, "calls.csv", calls(30)));
        QVERIFY(dialog);
        chooseIncidents(*dialog);
        choose(boxOf(*dialog, "time"), QStringLiteral("wann"));
        choose(boxOf(*dialog, "lat"), QStringLiteral("Y"));
        choose(boxOf(*dialog, "lon"), QStringLiteral("X"));
        QSignalSpy stored(&dialog->controller(), &ImportController::stored);
        QTest::mouseClick(
            dialog->findChild<QPushButton *>(QStringLiteral("import")), Qt::LeftButton);
        QTRY_COMPARE(stored.size(), 1);
    }
    auto dialog = open(town, writeFile(town.directory, "more.csv", calls(50)));
    QVERIFY(dialog);
    chooseIncidents(*dialog);
    QCOMPARE(boxOf(*dialog, "time")->currentText(), QStringLiteral("wann"));
    QCOMPARE(boxOf(*dialog, "lon")->currentText(), QStringLiteral("X"));
    QTRY_VERIFY(checkOf(*dialog).contains(QStringLiteral("51 of 51 rows")));
}

void tst_IncidentImport::withoutHeader()
{
    test::Town town;
    QByteArray rows = calls(30);
    rows.remove(0, rows.indexOf('\n') + 1);
    auto dialog = open(town, writeFile(town.directory, "bare.csv", rows));
    QVERIFY(dialog);
    QVERIFY(mappingOf(*dialog)->isVisible());
    QVERIFY(!dialog->findChild<QCheckBox *>(QStringLiteral("hasHeader"))->isChecked());
    QCOMPARE(boxOf(*dialog, "time")->currentText(), QString::fromUtf8("1: 2024-01-10…"));
    QCOMPARE(boxOf(*dialog, "category")->currentText(), QStringLiteral("2: EMS: FALL"));
    QTRY_VERIFY(checkOf(*dialog).contains(QStringLiteral("31 of 31 rows")));
}

void tst_IncidentImport::problemsAreTold()
{
    test::Town town;
    QByteArray feet = "Date,Type,Lat,Lon\n";
    for (int i = 0; i < 30; ++i)
        feet += "2024-01-10 12:00,THEFT,1900" + QByteArray::number(100 + i) + ",1176200\n";
    auto dialog = open(town, writeFile(town.directory, "feet.csv", feet));
    QVERIFY(dialog);
    QTRY_VERIFY(checkOf(*dialog).contains(QStringLiteral("feet of a state plane")));
    auto swapped = open(town,
        writeFile(town.directory, "swapped.csv",
            "Date,Type,Lat,Lon\n2024-01-10 12:00,THEFT,-87.6,41.9\n"));
    QVERIFY(swapped);
    QTRY_VERIFY(checkOf(*swapped).contains(QStringLiteral("look swapped")));
    // Exchanged, they are right.
    choose(boxOf(*swapped, "lat"), QStringLiteral("Lon"));
    choose(boxOf(*swapped, "lon"), QStringLiteral("Lat"));
    QTRY_VERIFY(checkOf(*swapped).contains(QStringLiteral("1 of 1 rows")));
}

void tst_IncidentImport::otherLanguage()
{
    test::Town town;
    auto dialog = open(town, writeFile(town.directory, "calls.csv", calls(30)));
    QVERIFY(dialog);
    chooseIncidents(*dialog);
    choose(boxOf(*dialog, "time"), QStringLiteral("wann"));
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(mappingOf(*dialog), &change);
    QCOMPARE(boxOf(*dialog, "time")->currentText(), QStringLiteral("wann"));
    QVERIFY(!boxOf(*dialog, "time")->accessibleName().isEmpty());
    QVERIFY(!boxOf(*dialog, "time")->toolTip().isEmpty());
}

QTEST_MAIN(tst_IncidentImport)
#include "tst_incident_import.moc"
