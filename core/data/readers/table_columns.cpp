// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/table_columns.h"

#include "data/readers/csv_values.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace belvedere {

namespace {

constexpr int kRowsToLookAt = 2000;

QStringList keys(const char *names)
{
    return QString::fromLatin1(names).split(QLatin1Char(' '));
}

int holidayColumn(const QStringList &header)
{
    return findColumn(header, keys("holiday holiday_name is_holiday public_holiday"));
}

/// What the first rows of a column hold.
struct ColumnSample
{
    int numbers = 0;
    int texts = 0;
    bool rises = true; ///< each cell is a number above that of the row before
    double last = 0.0;

    [[nodiscard]] bool holdsNumbers() const { return numbers >= texts; }
};

std::vector<ColumnSample> sampleOf(CsvTable &table)
{
    std::vector<ColumnSample> samples(static_cast<std::size_t>(table.header().size()));
    CsvRow row;
    for (int i = 0; i < kRowsToLookAt && table.next(row); ++i) {
        for (std::size_t c = 0; c < std::min(samples.size(), row.cells.size()); ++c) {
            ColumnSample &sample = samples[c];
            double value = 0.0;
            const CellKind kind = readDouble(row.cells[c], value);
            sample.texts += kind == CellKind::Text ? 1 : 0;
            if (kind != CellKind::Number) {
                sample.rises = false;
                continue;
            }
            sample.rises = sample.rises && (sample.numbers == 0 || value > sample.last);
            sample.last = value;
            ++sample.numbers;
        }
    }
    table.rewind();
    return samples;
}

/// "_id", no name at all, or "No" and rising from row to row: it numbers the rows. NO is nitric
/// oxide.
bool numbersRows(const QString &name, const ColumnSample &sample)
{
    const QString key = headerKey(name);
    if (name.isEmpty() || keys("id fid objectid row_id row_number rownum unnamed_0").contains(key))
        return true;
    return sample.rises && sample.numbers > 1 && name != QLatin1String("NO")
        && keys("no nr index row").contains(key);
}

/// Degrees clockwise from north of a point of the compass; kMissing for calm and changing winds.
std::optional<float> compassPoint(std::string_view cell)
{
    constexpr std::array<std::string_view, 16> kPoints = {"N", "NNE", "NE", "ENE", "E", "ESE", "SE",
        "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"};
    const QByteArray upper = QByteArray(cell.data(), static_cast<qsizetype>(cell.size())).toUpper();
    const std::string_view text(upper.constData(), cell.size());
    if (text == "C" || text == "CV" || text == "CALM" || text == "VRB")
        return kMissing;
    const auto found = std::find(kPoints.begin(), kPoints.end(), text);
    if (found == kPoints.end())
        return std::nullopt;
    return 22.5F * static_cast<float>(found - kPoints.begin());
}

bool holdsCompassPoints(CsvTable &table, int column)
{
    CsvRow row;
    bool any = false;
    bool all = true;
    for (int i = 0; all && i < kRowsToLookAt && table.next(row); ++i) {
        if (static_cast<std::size_t>(column) >= row.cells.size())
            continue;
        const std::string_view cell = row.cells[static_cast<std::size_t>(column)];
        float value = 0.0F;
        if (readFloat(cell, value) == CellKind::Missing)
            continue;
        any = true;
        all = compassPoint(cell).has_value();
    }
    table.rewind();
    return any && all;
}

Result<float> readDirection(std::string_view cell, const QString &column)
{
    float degrees = 0.0F;
    const CellKind kind = readFloat(cell, degrees);
    if (kind == CellKind::Missing)
        return kMissing;
    if (kind == CellKind::Number && degrees >= 0.0F && degrees <= 360.0F)
        return degrees;
    if (const auto point = compassPoint(cell))
        return *point;
    return failure(Errc::Parse,
        QT_TRANSLATE_NOOP("Error",
            "Column \"%2\" holds \"%1\", which is no wind direction: degrees from 0 to 360 or a "
            "point of the compass such as NNE are needed."),
        {toQString(cell).left(40), column});
}

/// Places of a car park: how many are taken, and which share that is.
std::vector<Quantity> parkingQuantities(const QStringList &header)
{
    const int capacity = findColumn(
        header, keys("totalspaces total_spaces capacity total_capacity max_capacity spaces"));
    const int taken = findColumn(
        header, keys("vehiclecount vehicle_count occupied occupied_spaces parked taken vehicles"));
    const int free =
        findColumn(header, keys("free free_spaces freespaces available available_spaces vacant"));
    if (capacity < 0 || (taken < 0 && free < 0))
        return {};
    const ChannelGuess places{{QStringLiteral("parking"), QStringLiteral("veh")}, true, false};
    const ChannelGuess share{{QStringLiteral("occupancy"), QStringLiteral("%")}, true, false};
    if (taken >= 0)
        return {{places, taken, CellMeaning::Number, capacity},
            {share, taken, CellMeaning::ShareTaken, capacity}};
    return {{places, free, CellMeaning::Taken, capacity},
        {share, free, CellMeaning::ShareOfFree, capacity}};
}

/// A name that no other channel of the table has.
ChannelGuess guessBeside(const std::vector<Quantity> &others, const QString &name)
{
    ChannelGuess guess = guessChannel(name);
    const bool repeated = std::any_of(others.begin(), others.end(),
        [&](const Quantity &q) { return q.guess.channel.key == guess.channel.key; });
    if (!guess.known || repeated)
        guess.channel.key = headerKey(name);
    return guess;
}

void addQuantity(std::vector<Quantity> &quantities, const ChannelGuess &guess, int column)
{
    if (guess.channel.key != QLatin1String("wind_direction")) {
        quantities.push_back({guess, column, CellMeaning::Number, -1});
        return;
    }
    ChannelGuess part = guess;
    part.channel = {QStringLiteral("wind_from_east"), QString()};
    quantities.push_back({part, column, CellMeaning::FromEast, -1});
    part.channel.key = QStringLiteral("wind_from_north");
    quantities.push_back({part, column, CellMeaning::FromNorth, -1});
}

/// A single column is what the file's name or the options say, if its own name says nothing.
void nameSingle(Quantity &quantity, const CsvTable &table, const ImportOptions &options)
{
    const QString column = table.header()[quantity.column];
    const QString file = QFileInfo(table.file()).completeBaseName();
    quantity.guess = channelFor(guessChannel(column).known ? column : file, options);
}

} // namespace

int findSiteCells(CsvTable &table)
{
    const int column = findSiteColumn(table.header());
    if (column < 0 || !keys("id index").contains(headerKey(table.header()[column])))
        return column;
    constexpr int kEnoughRows = 20;
    const ColumnSample sample = sampleOf(table)[static_cast<std::size_t>(column)];
    return sample.rises && sample.numbers >= kEnoughRows ? -1 : column;
}

TableColumns findTableColumns(CsvTable &table, FileReading &reading)
{
    const QStringList &header = table.header();
    TableColumns columns;
    columns.time = findTimeCells(table);
    if (!columns.time.found())
        columns.time = timeCellsInFront(table);
    columns.site = findSiteCells(table);
    columns.holiday = holidayColumn(header);
    if (const int value = findColumn(header, {QStringLiteral("value")}); value >= 0) {
        columns.quantities = {{{}, value, CellMeaning::Number, -1}};
        nameSingle(columns.quantities.front(), table, reading.options);
        return columns;
    }
    const std::vector<ColumnSample> samples = sampleOf(table);
    columns.quantities = parkingQuantities(header);
    const std::vector<Quantity> parking = columns.quantities;
    const int lat = findLatColumn(header);
    const int lon = findLonColumn(header);
    for (int c = 0; c < static_cast<int>(header.size()); ++c) {
        const ColumnSample &sample = samples[static_cast<std::size_t>(c)];
        const bool parked = std::any_of(parking.begin(), parking.end(),
            [c](const Quantity &q) { return q.column == c || q.capacity == c; });
        if (columns.time.contains(c) || c == columns.site || c == lat || c == lon
            || c == columns.holiday || parked || numbersRows(header[c], sample))
            continue;
        const ChannelGuess guess = guessBeside(columns.quantities, header[c]);
        const bool direction = guess.channel.key == QLatin1String("wind_direction");
        if (sample.holdsNumbers() || (direction && holdsCompassPoints(table, c)))
            addQuantity(columns.quantities, guess, c);
        else
            reading.data.leftOut.push_back({table.file(), table.headerLine(),
                Error{Errc::Parse,
                    QT_TRANSLATE_NOOP("Error", "Column \"%1\" holds no numbers. It is left out."),
                    {header[c]}, {}, {}}});
    }
    if (columns.quantities.size() == 1)
        nameSingle(columns.quantities.front(), table, reading.options);
    return columns;
}

bool namesQuantities(CsvTable &table, const TimeCells &time)
{
    const std::vector<ColumnSample> samples = sampleOf(table);
    const int holiday = holidayColumn(table.header());
    int candidates = 0;
    QStringList known;
    for (int c = 0; c < static_cast<int>(table.header().size()); ++c) {
        const QString &name = table.header()[c];
        const ColumnSample &sample = samples[static_cast<std::size_t>(c)];
        if (time.contains(c) || c == holiday || numbersRows(name, sample) || !sample.holdsNumbers())
            continue;
        ++candidates;
        if (const ChannelGuess guess = guessChannel(name); guess.known)
            known += guess.channel.key;
    }
    const qsizetype distinct = QSet<QString>(known.begin(), known.end()).size();
    // "noise_park", "noise_bridge" are two sites; "temp", "rain" two quantities.
    return distinct > 0 && 2 * known.size() >= candidates && (distinct > 1 || known.size() == 1);
}

Result<float> readQuantity(const CsvRow &row, const Quantity &quantity, const QStringList &header)
{
    const std::string_view cell = row.cells[static_cast<std::size_t>(quantity.column)];
    if (quantity.meaning == CellMeaning::FromEast || quantity.meaning == CellMeaning::FromNorth) {
        BV_TRY(const float degrees, readDirection(cell, header[quantity.column]));
        const float angle = degrees * std::numbers::pi_v<float> / 180.0F;
        return quantity.meaning == CellMeaning::FromEast ? std::sin(angle) : std::cos(angle);
    }
    float value = kMissing;
    if (readFloat(cell, value) == CellKind::Text)
        return failure(notANumber(cell, header[quantity.column]));
    if (quantity.meaning == CellMeaning::Number)
        return value;
    const std::string_view capacityCell = row.cells[static_cast<std::size_t>(quantity.capacity)];
    float capacity = kMissing;
    if (readFloat(capacityCell, capacity) == CellKind::Text)
        return failure(notANumber(capacityCell, header[quantity.capacity]));
    const float taken = quantity.meaning == CellMeaning::ShareTaken ? value : capacity - value;
    if (quantity.meaning == CellMeaning::Taken)
        return taken;
    return capacity > 0.0F ? 100.0F * taken / capacity : kMissing;
}

} // namespace belvedere
