// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/quality_notes.h"

#include "base/random.h"
#include "data/readers/import_files.h"
#include "support/verify_ok.h"

#include <QDir>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace belvedere;

namespace {

using Kind = QualityNote::Kind;

QString latin(const char *text)
{
    return QString::fromUtf8(text);
}

struct Air
{
    Dataset dataset;
    Series series;
};

/// Two stations, twenty days in UTC+8 from midnight on: a sound data set.
Air soundAir()
{
    Air air;
    air.dataset.name = latin("air");
    air.dataset.zone = QTimeZone(8 * 3600);
    air.dataset.sites = {{latin("north"), {}, LonLat{116.4, 40.1}, {}, {}},
        {latin("south"), {}, LonLat{116.4, 39.9}, {}, {}}};
    const UtcMs start = *parseTime(QStringLiteral("2016-06-01 00:00"), air.dataset.zone);
    air.series = Series({start, kMsPerHour, 480}, 2,
        {{latin("pm2.5"), latin("µg/m³")}, {latin("pm10"), latin("µg/m³")},
            {latin("o3"), latin("µg/m³")}, {latin("co"), latin("mg/m³")}});
    Random random(5);
    for (int step = 0; step < 480; ++step) {
        const double sun = std::cos(2.0 * std::numbers::pi * (step - 15) / 24.0);
        for (int site = 0; site < 2; ++site) {
            const double fine = random.uniform(20.0, 90.0);
            const double values[4] = {fine, fine + random.uniform(5.0, 40.0),
                80.0 + 50.0 * sun + random.uniform(0.0, 9.0), random.uniform(0.4, 2.0)};
            for (int channel = 0; channel < 4; ++channel)
                air.series.set(step, SiteId(site), channel, static_cast<float>(values[channel]));
        }
    }
    return air;
}

const QualityNote *noteOf(const std::vector<QualityNote> &notes, Kind kind, const char *channel)
{
    const auto found = std::find_if(notes.begin(), notes.end(), [&](const QualityNote &note) {
        return note.kind == kind && note.channel == latin(channel);
    });
    return found == notes.end() ? nullptr : &*found;
}

QString names(const std::vector<QualityNote> &notes)
{
    QStringList list;
    for (const QualityNote &note : notes)
        list += qualityNoteName(note.kind) + QLatin1Char(' ') + note.channel;
    return list.join(QLatin1String(", "));
}

} // namespace

class tst_QualityNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOdd()
    {
        const Air air = soundAir();
        QCOMPARE(names(qualityNotes(air.dataset, air.series)), QString());
    }

    void units()
    {
        Air air = soundAir();
        for (int step = 0; step < 480; ++step) {
            for (int site = 0; site < 2; ++site)
                air.series.set(
                    step, SiteId(site), 3, air.series.value(step, SiteId(site), 3) * 1e3F);
        }
        auto notes = qualityNotes(air.dataset, air.series);
        const QualityNote *note = noteOf(notes, Kind::UnitImplausible, "co");
        QVERIFY(note != nullptr);
        QVERIFY2(note->args.last().contains(latin("µg/m³")), qPrintable(note->args.last()));
        QCOMPARE(int(notes.size()), 1);
        air.series.channels[3].unit = latin("µg/m³");
        QCOMPARE(names(qualityNotes(air.dataset, air.series)), QString());
        air.series.channels[2].unit = latin("ppm"); // ozone of 80 ppm
        notes = qualityNotes(air.dataset, air.series);
        QVERIFY(noteOf(notes, Kind::UnitImplausible, "o3") != nullptr);
    }

    void partAboveWhole()
    {
        Air air = soundAir();
        for (int step = 0; step < 48; ++step)
            air.series.set(step, SiteId(0), 0, 300.0F + static_cast<float>(step));
        const auto notes = qualityNotes(air.dataset, air.series);
        const QualityNote *const note = noteOf(notes, Kind::PartAboveWhole, "pm2.5");
        QVERIFY(note != nullptr);
        QCOMPARE(note->count, 48);
        QCOMPARE(note->of, 960);
        QCOMPARE(note->args.last(), latin("5.0"));
    }

    void sentinels_data()
    {
        QTest::addColumn<float>("value");
        QTest::addColumn<bool>("found");
        QTest::newRow("999") << 999.0F << true;
        QTest::newRow("-9999") << -9999.0F << true;
        QTest::newRow("998") << 998.0F << false;
    }
    void sentinels()
    {
        QFETCH(float, value);
        QFETCH(bool, found);
        Air air = soundAir();
        for (const int step : {7, 100, 333})
            air.series.set(step, SiteId(1), 2, value);
        const auto notes = qualityNotes(air.dataset, air.series);
        const QualityNote *const note = noteOf(notes, Kind::Sentinel, "o3");
        QCOMPARE(note != nullptr, found);
        if (note != nullptr)
            QCOMPARE(note->count, 3);
        QCOMPARE(noteOf(notes, Kind::Negative, "o3") != nullptr, value < 0.0F);
    }

    void stuckAndGaps()
    {
        Air air = soundAir();
        for (int step = 100; step < 130; ++step)
            air.series.set(step, SiteId(0), 0, 33.0F);
        for (int step = 200; step < 200 + 8 * 24; ++step)
            air.series.set(step, SiteId(1), 2, kMissing);
        const auto notes = qualityNotes(air.dataset, air.series);
        const QualityNote *const stuck = noteOf(notes, Kind::Stuck, "pm2.5");
        QVERIFY(stuck != nullptr);
        QCOMPARE(stuck->site, latin("north"));
        QCOMPARE(stuck->count, 30);
        const QualityNote *const gap = noteOf(notes, Kind::Gap, "o3");
        QVERIFY(gap != nullptr);
        QCOMPARE(gap->site, latin("south"));
        QCOMPARE(gap->args[2], latin("192"));
        const auto sites = siteQuality(air.dataset, air.series);
        QCOMPARE(int(sites.size()), 2);
        QCOMPARE(sites[0].missingShare, 0.0);
        QVERIFY(std::abs(sites[0].stuckShare - 30.0 / 1920.0) < 1e-12);
        QVERIFY(std::abs(sites[1].missingShare - 192.0 / 1920.0) < 1e-12);
        QVERIFY(sites[1].sameAs.isEmpty());
    }

    void sameStationTwice()
    {
        Air air = soundAir();
        for (int step = 0; step < 480; ++step) {
            for (int channel = 0; channel < 4; ++channel)
                air.series.set(
                    step, SiteId(1), channel, air.series.value(step, SiteId(0), channel));
        }
        QCOMPARE(siteQuality(air.dataset, air.series)[1].sameAs, latin("north"));
        air.series.set(479, SiteId(1), 0, 1.0F);
        QVERIFY(siteQuality(air.dataset, air.series)[1].sameAs.isEmpty());
    }

    void timesInTheWrongZone()
    {
        Air air = soundAir();
        air.dataset.zone = QTimeZone::utc();
        auto notes = qualityNotes(air.dataset, air.series);
        const QualityNote *const note = noteOf(notes, Kind::TimeShifted, "o3");
        QVERIFY(note != nullptr);
        QCOMPARE(note->args[1], latin("7")); // 15 o'clock in UTC+8
        QCOMPARE(note->args[3], latin("-8"));
    }

    void stationsThatTheListLacks()
    {
        Air air = soundAir();
        air.dataset.sites[1].position.reset();
        const auto notes = qualityNotes(air.dataset, air.series);
        QCOMPARE(int(notes.size()), 1);
        QVERIFY(notes[0].kind == Kind::StationWithoutPosition);
        QCOMPARE(notes[0].site, latin("south"));
        QVERIFY(notes[0].args.contains(latin("south")));
    }

    /// PM2.5 is above PM10 in 5.1 % of all rows, and both reach 999.
    void beijing()
    {
        const QString root = qEnvironmentVariable(
            "BELVEDERE_DATA", QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data"));
        const QDir folder(QDir(root).filePath(latin("environment/beijing_prsa")));
        if (!folder.exists())
            QSKIP("The data set environment/beijing_prsa is not here.");
        ImportOptions options;
        options.zone = QTimeZone("Asia/Shanghai");
        QStringList files;
        for (const char *station : {"Aotizhongxin", "Changping", "Tiantan"})
            files += folder.filePath(
                QStringLiteral("PRSA_Data_%1_20130301-20170228.csv").arg(latin(station)));
        auto data = readFiles(files, options);
        VERIFY_OK(data);
        auto notes = qualityNotes(data->dataset, data->series);
        const QualityNote *const part = noteOf(notes, Kind::PartAboveWhole, "pm2.5");
        QVERIFY(part != nullptr);
        const double share = double(part->count) / double(part->of);
        QVERIFY2(share > 0.03 && share < 0.08, qPrintable(QString::number(share)));
        QVERIFY(notes.front().kind == Kind::PartAboveWhole || notes.front().kind < Kind::Stuck);
        QVERIFY(noteOf(notes, Kind::TimeShifted, "o3") == nullptr);
        QVERIFY(noteOf(notes, Kind::UnitImplausible, "co") == nullptr);
        QVERIFY(noteOf(notes, Kind::StationWithoutPosition, "") != nullptr);
        QVERIFY(noteOf(notes, Kind::Gap, "pm2.5") != nullptr);
        data->dataset.zone = QTimeZone::utc();
        notes = qualityNotes(data->dataset, data->series);
        QVERIFY(noteOf(notes, Kind::TimeShifted, "o3") != nullptr);
        QVERIFY(noteOf(notes, Kind::TimeShifted, "temperature") != nullptr);
    }
};

QTEST_GUILESS_MAIN(tst_QualityNotes)
#include "tst_quality_notes.moc"
