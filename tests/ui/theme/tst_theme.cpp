// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include "theme/icons.h"
#include "theme/style_sheet.h"
#include "theme/tabular_font.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace belvedere;
using namespace belvedere::ui;

Q_DECLARE_METATYPE(ThemeMode)

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // The offscreen platform says that it knows no size hints and cannot raise a window.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not).*")));
    }
    void appliesPaletteAndMode();
    void sheetHasNoOpenPlaces();
    void sheetImagesExist();
    void iconsOfThisProgramExist_data();
    void iconsOfThisProgramExist();
    void iconsFollowTheTheme();
    void unknownIconIsNullAndLogged();
    void targetsAreLargeEnough();
    void digitsHaveOneWidth_data();
    void digitsHaveOneWidth();
    void renamesOnlyWholeFeatureLists_data();
    void renamesOnlyWholeFeatureLists();
};

namespace {

/// Mean colour of the opaque pixels.
QColor inkOf(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    const QImage image = icon.pixmap(QSize(48, 48), 1.0, mode).toImage();
    qint64 count = 0;
    qint64 red = 0;
    qint64 green = 0;
    qint64 blue = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor c = image.pixelColor(x, y);
            if (c.alpha() < 250)
                continue;
            ++count;
            red += c.red();
            green += c.green();
            blue += c.blue();
        }
    }
    return count == 0 ? QColor() : QColor(int(red / count), int(green / count), int(blue / count));
}

} // namespace

void tst_Theme::appliesPaletteAndMode()
{
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        applyTheme(*qApp, mode);
        QCOMPARE(themeMode(), mode);
        QCOMPARE(QApplication::palette().color(QPalette::Window), tokensOf(mode).ground);
        QCOMPARE(tokens().panel, tokensOf(mode).panel);
        QCOMPARE(QApplication::font().pixelSize(), type::kBody);
    }
}

void tst_Theme::sheetHasNoOpenPlaces()
{
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        const QString sheet = styleSheet(tokensOf(mode));
        QVERIFY(!sheet.contains(QLatin1Char('@')));
        // A misspelt token would leave nothing behind: "background: ;".
        QVERIFY(!sheet.contains(QRegularExpression(QStringLiteral(R"(:\s*;|solid\s*;|//)"))));
        QCOMPARE(sheet.count(QLatin1Char('{')), sheet.count(QLatin1Char('}')));
    }
}

void tst_Theme::sheetImagesExist()
{
    QVERIFY(!icon(QStringLiteral("play")).isNull()); // loads the resources
    static const QRegularExpression kUrl(QStringLiteral(R"(url\((:[^)]*)\))"));
    int count = 0;
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        const QString sheet = styleSheet(tokensOf(mode));
        for (auto it = kUrl.globalMatch(sheet); it.hasNext(); ++count) {
            const QString path = it.next().captured(1);
            QVERIFY2(QFile::exists(path), qPrintable(path));
        }
    }
    QVERIFY(count > 10);
}

void tst_Theme::iconsOfThisProgramExist_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"operate", "analyse", "import", "export", "play", "pause", "step-back",
             "step-forward", "now", "stop", "cancel", "deploy", "sun", "moon", "language", "layers",
             "zoom-in", "zoom-out", "fit", "camera", "road", "sensor", "air", "incident", "call",
             "warning", "info", "check", "search", "settings", "city", "data", "model"})
        QTest::newRow(name) << QString::fromLatin1(name);
    // Every name that the source code asks for, wherever it is.
    static const QRegularExpression kUse(
        QStringLiteral(R"(\bicon(?:Pixmap)?\(\s*QStringLiteral\(\"([^\"]+)\"\))"));
    QDirIterator files(QStringLiteral(BELVEDERE_SOURCE_DIR "/ui"), {QStringLiteral("*.cpp")},
        QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto it = kUse.globalMatch(text); it.hasNext();) {
            const QString name = it.next().captured(1);
            QTest::addRow("%s in %s", qPrintable(name), qPrintable(files.fileName())) << name;
        }
    }
}

void tst_Theme::iconsOfThisProgramExist()
{
    QFETCH(QString, name);
    QVERIFY(iconNames().contains(name));
    const QIcon drawn = icon(name);
    QVERIFY(!drawn.isNull());
    QVERIFY(inkOf(drawn).isValid());
}

void tst_Theme::iconsFollowTheTheme()
{
    const QIcon play = icon(QStringLiteral("play"));
    applyTheme(*qApp, ThemeMode::Light);
    const QColor onLight = inkOf(play);
    const QColor disabled = inkOf(play, QIcon::Disabled);
    applyTheme(*qApp, ThemeMode::Dark);
    const QColor onDark = inkOf(play);
    QVERIFY(onLight.lightness() < 90);
    QVERIFY(onDark.lightness() > 170);
    QVERIFY(disabled.lightness() > onLight.lightness() + 50);
    QCOMPARE(inkOf(icon(QStringLiteral("play"), IconTone::OnAccent)), tokens().textOnAccent);
    // Twice the pixels on a screen of twice the density, at the same size.
    const QPixmap fine = iconPixmap(QStringLiteral("play"), 20, tokens().p1, 2.0);
    QCOMPARE(fine.size(), QSize(40, 40));
    QCOMPARE(fine.deviceIndependentSize(), QSizeF(20, 20));
}

void tst_Theme::unknownIconIsNullAndLogged()
{
    QTest::ignoreMessage(QtWarningMsg, "there is no icon named no-such-icon");
    QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
}

void tst_Theme::targetsAreLargeEnough()
{
    applyTheme(*qApp, ThemeMode::Dark);
    QPushButton button(QStringLiteral("a"));
    QToolButton tool;
    tool.setIcon(icon(QStringLiteral("play")));
    QComboBox combo;
    combo.addItem(QStringLiteral("a"));
    QLineEdit line;
    QSpinBox spin;
    QCheckBox check(QStringLiteral("a"));
    for (QWidget *widget :
        std::initializer_list<QWidget *>{&button, &tool, &combo, &line, &spin, &check}) {
        widget->ensurePolished();
        const QSize size = widget->sizeHint();
        QVERIFY2(size.width() >= metric::kTarget && size.height() >= metric::kTarget,
            widget->metaObject()->className());
    }
}

void tst_Theme::digitsHaveOneWidth_data()
{
    QTest::addColumn<int>("weight");
    QTest::newRow("regular") << int(QFont::Normal);
    QTest::newRow("semibold") << int(QFont::DemiBold);
}

void tst_Theme::digitsHaveOneWidth()
{
    if (tabularFamily().isEmpty())
        QSKIP("the font Inter is not installed");
    QFETCH(int, weight);
    const QFont font = themeFont(type::kKpi, QFont::Weight(weight));
    QCOMPARE(QFontInfo(font).family(), tabularFamily());
    const QFontMetricsF metrics(font);
    const auto width = [&metrics](char digit) {
        return metrics.horizontalAdvance(QString(8, QLatin1Char(digit)));
    };
    for (char digit = '0'; digit <= '9'; ++digit) // hinting moves eight digits by up to 1/4 pixel
        QVERIFY2(std::abs(width(digit) - width('8')) <= 0.5, &digit);
}

void tst_Theme::renamesOnlyWholeFeatureLists_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray head("\0\1\0\0\0\0\0\12\0\0", 10); // feature list at 10
    const QByteArray list("\0\2kern\0\0tnum\0\0", 14);
    QByteArray renamed = list;
    renamed.replace("tnum", "rclt");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("cut off") << head + list.chopped(1) << QByteArray();
    QTest::newRow("whole") << head + list << head + renamed;
    QTest::newRow("target is there") << head + renamed << QByteArray();
    QTest::newRow("tag in other data") << head + QByteArray("\0\1kern\0\0tnum", 12) << QByteArray();
}

void tst_Theme::renamesOnlyWholeFeatureLists()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, expected);
    QCOMPARE(withFeatureRenamed(table, "tnum", "rclt"), expected);
}

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
