// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_writer.h"

#include "base/task_pools.h"
#include "support/verify_ok.h"
#include "ui/report/example_report.h"

#include <QFile>
#include <QFutureWatcher>
#include <QImageReader>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;
using belvedere::test::exampleReport;

namespace {

/// What a program of poppler says about a PDF; null if it is not installed.
QString poppler(const char *program, const QStringList &arguments)
{
    const QString path = QStandardPaths::findExecutable(QLatin1String(program));
    if (path.isEmpty())
        return {};
    QProcess process;
    process.start(path, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

QByteArray bytesOf(const QString &file)
{
    QFile device(file);
    return device.open(QIODevice::ReadOnly) ? device.readAll() : QByteArray();
}

} // namespace

class tst_ReportWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pdfHoldsAllTexts();
    void pdfPages_data();
    void pdfPages();
    void pdfEmbedsFonts();
    void pdfCanBeMadeAgain();
    void leftOutPartsAreMissing();
    void writtenOnAWorker();
    void previewShowsTheMap();
    void previewFollowsTheMapsView();
    void screenGetsAStrip();
    void stripGrowsWithItsScale();
    void oldFileStays();
    void badTargets_data();
    void badTargets();
    void emptyReport();
    void fileNames_data();
    void fileNames();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }

    QTemporaryDir m_folder;
};

void tst_ReportWriter::pdfHoldsAllTexts()
{
    const QString file = path("all.pdf");
    VERIFY_OK(writeReportPdf(file, exampleReport(), {}));
    QVERIFY(bytesOf(file).startsWith("%PDF-"));
    const QString text =
        poppler("pdftotext", {QStringLiteral("-layout"), file, QStringLiteral("-")});
    if (text.isNull())
        QSKIP("pdftotext (poppler-utils) is not installed");
    for (const QString &wanted : {QStringLiteral("Situation report"), QString::fromUtf8("林登塔尔"),
             QStringLiteral("Simulated data"), QStringLiteral("Shown: Thu 1 Mar 2012 08"),
             QString::fromUtf8("© OpenStreetMap contributors"), QStringLiteral("41.4 km/h"),
             QStringLiteral("Speed on Main Street"), QString::fromUtf8("选中站点"),
             QString::fromUtf8("测站 59"), QStringLiteral("traffic-speed/3"),
             QString(64, QLatin1Char('9')), QStringLiteral("Page 1 of ")})
        QVERIFY2(text.contains(wanted), qUtf8Printable(wanted + text.left(3000)));
    // Each page says that the data is simulated.
    const QStringList pages = text.split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    QCOMPARE(int(pages.size()), reportPageCount(exampleReport(), {}));
    for (const QString &page : pages)
        QVERIFY(page.contains(QLatin1String("Simulated data")));
}

void tst_ReportWriter::pdfPages_data()
{
    QTest::addColumn<int>("paper");
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QString>("size");
    QTest::newRow("a4 landscape") << int(ReportPaper::A4) << int(ReportOrientation::Landscape)
                                  << QStringLiteral("842 x 595");
    QTest::newRow("a4 portrait") << int(ReportPaper::A4) << int(ReportOrientation::Portrait)
                                 << QStringLiteral("595 x 842");
    QTest::newRow("a3 landscape") << int(ReportPaper::A3) << int(ReportOrientation::Landscape)
                                  << QStringLiteral("1191 x 842");
    QTest::newRow("a3 portrait") << int(ReportPaper::A3) << int(ReportOrientation::Portrait)
                                 << QStringLiteral("842 x 1191");
}

void tst_ReportWriter::pdfPages()
{
    QFETCH(int, paper);
    QFETCH(int, orientation);
    QFETCH(QString, size);
    ReportOptions options;
    options.paper = ReportPaper(paper);
    options.orientation = ReportOrientation(orientation);
    const QString file = path("pages.pdf");
    VERIFY_OK(writeReportPdf(file, exampleReport(), options));
    const QString info = poppler("pdfinfo", {file});
    if (info.isNull())
        QSKIP("pdfinfo (poppler-utils) is not installed");
    QVERIFY2(info.contains(size), qUtf8Printable(info));
    const int pages = reportPageCount(exampleReport(), options);
    QVERIFY(pages >= 2);
    QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Pages:\\s+%1\n").arg(pages))),
        qUtf8Printable(info));
}

void tst_ReportWriter::pdfEmbedsFonts()
{
    const QString file = path("fonts.pdf");
    VERIFY_OK(writeReportPdf(file, exampleReport(), {}));
    const QString fonts = poppler("pdffonts", {file});
    if (fonts.isNull())
        QSKIP("pdffonts (poppler-utils) is not installed");
    const QStringList rows = fonts.split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    QVERIFY(!rows.isEmpty());
    for (const QString &row : rows) // embedded, with the texts' letters
        QVERIFY2(row.contains(QRegularExpression(QStringLiteral("\\syes\\s+(yes|no)\\s+yes\\s"))),
            qUtf8Printable(row));
}

void tst_ReportWriter::pdfCanBeMadeAgain()
{
    const QString file = path("again.pdf");
    VERIFY_OK(writeReportPdf(file, exampleReport(), {}));
    const QString info = poppler("pdfinfo", {file});
    if (info.isNull())
        QSKIP("pdfinfo (poppler-utils) is not installed");
    QVERIFY2(info.contains(QLatin1String("model=traffic-speed/3")), qUtf8Printable(info));
    QVERIFY(info.contains(QString(64, QLatin1Char('9'))));
    const QString attached = path("belvedere.json");
    poppler("pdfdetach",
        {QStringLiteral("-save"), QStringLiteral("1"), QStringLiteral("-o"), attached, file});
    QVERIFY2(bytesOf(attached).contains("\"seed\": \"7\""), bytesOf(attached).constData());
    QVERIFY(bytesOf(attached).contains("\"simulated\": true"));
}

void tst_ReportWriter::leftOutPartsAreMissing()
{
    ReportOptions options;
    options.tables = false;
    options.charts = false;
    const QString file = path("short.pdf");
    VERIFY_OK(writeReportPdf(file, exampleReport(), options));
    QVERIFY(reportPageCount(exampleReport(), options) < reportPageCount(exampleReport(), {}));
    const QString text = poppler("pdftotext", {file, QStringLiteral("-")});
    if (text.isNull())
        QSKIP("pdftotext (poppler-utils) is not installed");
    QVERIFY(!text.contains(QLatin1String("Speed on Main Street")));
    QVERIFY(text.contains(QLatin1String("traffic-speed/3")));
}

void tst_ReportWriter::writtenOnAWorker()
{
    TaskPools pools;
    const QString file = path("worker.pdf");
    const Task<void> task =
        runTask(pools.io, [file, content = exampleReport()](TaskContext &context) {
            return writeReportPdf(file, content, {}, context);
        });
    QFutureWatcher<Result<>> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(task);
    QVERIFY(finished.wait(20000) || task.isFinished());
    VERIFY_OK(task.resultAt(0));
    QVERIFY(bytesOf(file).startsWith("%PDF-"));
    if (QString text = poppler("pdftotext", {file, QStringLiteral("-")}); !text.isNull())
        QVERIFY(text.contains(QString::fromUtf8("林登塔尔")));
}

void tst_ReportWriter::previewShowsTheMap()
{
    const QImage page = reportPreview(exampleReport(), {}, 0, 72.0);
    QCOMPARE(page.size(), QSize(842, 595));
    // The jam's colour is on the page, and the paper is white.
    QCOMPARE(page.pixelColor(2, 2), QColor(Qt::white));
    const QColor jam = tokensOf(ThemeMode::Light).speedRamp[4];
    int found = 0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            const QColor color = page.pixelColor(x, y);
            found += std::abs(color.red() - jam.red()) + std::abs(color.green() - jam.green())
                    + std::abs(color.blue() - jam.blue())
                < 40;
        }
    }
    QVERIFY2(found > 200, qPrintable(QString::number(found)));
    QVERIFY(reportPreview(exampleReport(), {}, 99, 72.0).isNull());
    QVERIFY(reportPreview(exampleReport(), {}, -1, 72.0).isNull());
    QVERIFY(!reportPreview(exampleReport(), {}, 1, 72.0).isNull());
}

// What was on the screen is on the paper, whatever its form.
void tst_ReportWriter::previewFollowsTheMapsView()
{
    ReportContent near = exampleReport();
    near.map.viewport.metersPerPixel /= 4.0;
    QVERIFY(reportPreview(near, {}, 0, 72.0) != reportPreview(exampleReport(), {}, 0, 72.0));
}

void tst_ReportWriter::screenGetsAStrip()
{
    QImage screen(1600, 900, QImage::Format_RGB32);
    screen.fill(QColor(10, 20, 30));
    const QString file = path("screen.png");
    VERIFY_OK(writeScreenPng(file, screen, exampleReport()));
    QImageReader reader(file);
    const QImage picture = reader.read();
    QCOMPARE(picture.width(), 1600);
    QVERIFY(picture.height() > 940 && picture.height() < 1100);
    QCOMPARE(picture.copy(0, 0, 1600, 900), screen);
    QCOMPARE(picture.text(QStringLiteral("model")), QStringLiteral("traffic-speed/3"));
    QCOMPARE(picture.text(QStringLiteral("dataHash")), QString(64, QLatin1Char('9')));
    QCOMPARE(picture.text(QStringLiteral("instant")), QStringLiteral("2012-03-01T00:05:00Z"));
    QCOMPARE(picture.text(QStringLiteral("simulated")), QStringLiteral("true"));
    // Something is written on the strip.
    const QImage strip = picture.copy(0, 900, 1600, picture.height() - 900);
    QSet<QRgb> colors;
    for (int x = 0; x < strip.width(); ++x)
        colors.insert(strip.pixel(x, strip.height() / 3));
    QVERIFY(colors.size() > 5);
}

void tst_ReportWriter::stripGrowsWithItsScale()
{
    const QImage one = screenStrip(exampleReport(), 1600, 1.0);
    const QImage two = screenStrip(exampleReport(), 3200, 2.0);
    QCOMPARE(two.width(), 3200);
    QVERIFY(std::abs(two.height() - 2 * one.height()) <= 2);
}

void tst_ReportWriter::oldFileStays()
{
    QFile old(path("old.pdf"));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("precious") == 8);
    old.close();
    TaskContext context;
    int looks = 0;
    context.cancelled = [&looks] { return ++looks > 4; };
    const auto written = writeReportPdf(old.fileName(), exampleReport(), {}, context);
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::Cancelled);
    QCOMPARE(bytesOf(old.fileName()), QByteArray("precious"));
}

void tst_ReportWriter::badTargets_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("code");
    QTest::newRow("no folder") << QStringLiteral("nowhere/report.pdf") << int(Errc::NotFound);
    QTest::newRow("a folder") << QStringLiteral(".") << int(Errc::Usage);
}

void tst_ReportWriter::badTargets()
{
    QFETCH(QString, file);
    QFETCH(int, code);
    const QString target = m_folder.filePath(file);
    const auto pdf = writeReportPdf(target, exampleReport(), {});
    QVERIFY(!pdf);
    QCOMPARE(int(pdf.error().code), code);
    const auto png = writeScreenPng(target, QImage(10, 10, QImage::Format_RGB32), exampleReport());
    QVERIFY(!png);
    QCOMPARE(int(png.error().code), code);
}

void tst_ReportWriter::emptyReport()
{
    const QString file = path("empty.pdf");
    VERIFY_OK(writeReportPdf(file, {}, {}));
    QCOMPARE(reportPageCount({}, {}), 1);
    ReportContent onlyHeaders = exampleReport(0);
    VERIFY_OK(writeReportPdf(file, onlyHeaders, {}));
}

void tst_ReportWriter::fileNames_data()
{
    QTest::addColumn<QString>("city");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QStringLiteral("Demo city")
                           << QStringLiteral("belvedere-demo-city-2012-03-01-0806.pdf");
    QTest::newRow("chinese") << QString::fromUtf8("上海")
                             << QString::fromUtf8("belvedere-上海-2012-03-01-0806.pdf");
    QTest::newRow("hostile") << QStringLiteral("../a:b*c/\"")
                             << QStringLiteral("belvedere-a-b-c-2012-03-01-0806.pdf");
    QTest::newRow("none") << QString() << QStringLiteral("belvedere-2012-03-01-0806.pdf");
}

void tst_ReportWriter::fileNames()
{
    QFETCH(QString, city);
    QFETCH(QString, expected);
    ReportContent content = exampleReport();
    content.city = city;
    QCOMPARE(suggestedFileName(content, ReportFormat::Pdf), expected);
}

QTEST_MAIN(tst_ReportWriter)

#include "tst_report_writer.moc"
