// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_legend.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace belvedere::ui;

class tst_MapLegend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToExplainIsHidden();
    void saysEverything();
    void growsWithItsRows();
    void paintsItsColors();
    void foldsUp();
    void emptyLayerExplainsItself();
    void surfaceAndDoubt_data();
    void surfaceAndDoubt();
    void severalAttributesShareTheCard();
    void labelsStandForRanges();

private:
    static LegendContent speed()
    {
        LegendContent content;
        content.attribute = QStringLiteral("Speed");
        content.unit = QStringLiteral("km/h");
        content.time = QStringLiteral("08:15");
        content.source = QStringLiteral("Loops");
        content.age = QStringLiteral("2 min ago");
        content.count = 207;
        content.decimals = 1;
        content.scale.breaks = {30.0, 50.5};
        content.scale.bands = {
            {QColor(Qt::red), 5.0}, {QColor(Qt::green), 3.0}, {QColor(Qt::blue), 2.0}};
        content.scale.missing = {QColor(Qt::gray), 1.0};
        content.fills = {Fill::Hatched, Fill::Hollow, Fill::Forecast};
        return content;
    }
};

void tst_MapLegend::nothingToExplainIsHidden()
{
    QWidget window;
    MapLegend legend(&window);
    window.show();
    QVERIFY(!legend.isVisible());
    legend.setContent(speed());
    QVERIFY(legend.isVisible());
    legend.setContent({});
    QVERIFY(!legend.isVisible());
}

void tst_MapLegend::saysEverything()
{
    QLocale::setDefault(QLocale::c());
    MapLegend legend;
    legend.setContent(speed());
    const QStringList lines = legend.lines();
    QVERIFY(lines[0].contains(QLatin1String("Speed")));
    QVERIFY(lines[0].contains(QLatin1String("km/h")));
    QCOMPARE(lines[1], QStringLiteral("08:15"));
    QCOMPARE(lines[2], QStringLiteral("Loops"));
    QVERIFY(lines[3].contains(QLatin1String("207")));
    QVERIFY(lines[3].contains(QLatin1String("2 min ago")));
    QVERIFY(lines[4].contains(QLatin1String("30.0")));
    QVERIFY(lines[5].contains(QLatin1String("30.0")) && lines[5].contains(QLatin1String("50.5")));
    QVERIFY(lines[6].contains(QLatin1String("50.5")));
    QCOMPARE(lines.size(), 10); // and the three states
    QVERIFY(!legend.accessibleName().isEmpty());
    QVERIFY(legend.accessibleDescription().contains(QLatin1String("Loops")));
}

void tst_MapLegend::growsWithItsRows()
{
    MapLegend legend;
    LegendContent content = speed();
    legend.setContent(content);
    const QSize before = legend.sizeHint();
    content.fills.clear();
    content.source = QStringLiteral("A source with a considerably longer name than before");
    legend.setContent(content);
    QVERIFY(legend.sizeHint().height() < before.height());
    QVERIFY(legend.sizeHint().width() > before.width());
}

void tst_MapLegend::paintsItsColors()
{
    MapLegend legend;
    legend.setContent(speed());
    legend.resize(legend.sizeHint());
    const QImage picture = legend.grab().toImage();
    for (const QColor &color : {QColor(Qt::red), QColor(Qt::green), QColor(Qt::blue)}) {
        bool found = false;
        for (int y = 0; y < picture.height() && !found; ++y) {
            for (int x = 0; x < picture.width() && !found; ++x)
                found = picture.pixelColor(x, y) == color;
        }
        QVERIFY(found);
    }
}

void tst_MapLegend::foldsUp()
{
    MapLegend legend;
    legend.setContent(speed());
    const QSize whole = legend.sizeHint();
    auto *button = legend.findChild<QToolButton *>();
    QVERIFY(button);
    QVERIFY(!button->accessibleName().isEmpty() && !button->toolTip().isEmpty());
    QVERIFY(button->width() >= 24 && button->height() >= 24);
    const QString before = button->accessibleName();
    QSignalSpy folded(&legend, &MapLegend::collapsedChanged);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(legend.isCollapsed());
    QCOMPARE(folded.count(), 1);
    QCOMPARE(legend.lines().size(), 1);
    QVERIFY(legend.sizeHint().height() < whole.height() / 2);
    QVERIFY(button->accessibleName() != before);
    QCOMPARE(legend.cardSize(), whole); // an export shows all of it
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(legend.sizeHint(), whole);
}

void tst_MapLegend::emptyLayerExplainsItself()
{
    MapLegend legend;
    LegendContent content = speed();
    content.empty = QStringLiteral("No sensor has sent a value in the last hour, so that there is "
                                   "nothing to colour. Choose an earlier time.");
    legend.setContent(content);
    QVERIFY(legend.lines().contains(content.empty));
    QVERIFY(!legend.lines().join(QLatin1Char(' ')).contains(QLatin1String("30.0")));
    QVERIFY(legend.sizeHint().width() < 360); // broken into lines
}

void tst_MapLegend::surfaceAndDoubt_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("gradual");
    QTest::newRow("light") << false << false;
    QTest::newRow("lightGradual") << false << true;
    QTest::newRow("dark") << true << false;
    QTest::newRow("darkGradual") << true << true;
}

void tst_MapLegend::surfaceAndDoubt()
{
    QFETCH(bool, dark);
    QFETCH(bool, gradual);
    MapLegend legend;
    legend.setTheme(dark ? ThemeMode::Dark : ThemeMode::Light);
    LegendContent content = speed();
    content.surface = true;
    content.gradual = gradual;
    content.fills = {Fill::Forecast};
    legend.setContent(content);
    const QSize before = legend.sizeHint();
    content.uncertainty = true;
    legend.setContent(content);
    QVERIFY(legend.sizeHint().height() > before.height() + 3 * 16);
    legend.resize(legend.sizeHint());
    const QImage picture = legend.grab().toImage();
    const auto has = [&](const QColor &color) {
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixelColor(x, y) == color)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(has(QColor(Qt::red)) && has(QColor(Qt::blue)));
    QVERIFY(has(paler(QColor(Qt::red), 1.0)));
}

void tst_MapLegend::severalAttributesShareTheCard()
{
    QLocale::setDefault(QLocale::c());
    MapLegend legend;
    legend.setContent(speed());
    const int alone = legend.sizeHint().height();
    LegendContent other;
    other.attribute = QStringLiteral("Incidents");
    other.note = QStringLiteral("At least 5 at one place");
    other.scale.bands = {{QColor(Qt::yellow), 8.0}};
    legend.setContents({speed(), {}, other});
    QCOMPARE(legend.contents().size(), std::size_t(2)); // without the one that says nothing
    QCOMPARE(legend.content().attribute, QStringLiteral("Speed"));
    QVERIFY(legend.sizeHint().height() > alone);
    QVERIFY(legend.lines().contains(QStringLiteral("Incidents")));
    QVERIFY(legend.lines().contains(other.note));
    legend.setCollapsed(true);
    QCOMPARE(legend.lines().size(), 1);
}

void tst_MapLegend::labelsStandForRanges()
{
    LegendContent content = speed();
    content.labels = {QStringLiteral("slow"), QStringLiteral("usual"), QStringLiteral("quick")};
    content.surface = true; // classes have no colour bar
    MapLegend legend;
    legend.setContent(content);
    const QStringList lines = legend.lines();
    for (const QString &label : content.labels)
        QVERIFY(lines.contains(label));
    QVERIFY(!lines.join(QLatin1Char(' ')).contains(QLatin1String("30.0")));
}

QTEST_MAIN(tst_MapLegend)
#include "tst_map_legend.moc"
