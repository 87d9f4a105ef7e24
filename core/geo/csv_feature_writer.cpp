// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/csv_feature_writer.h"

#include "base/output_file.h"
#include "geo/written_values.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace belvedere {

namespace {

constexpr std::size_t kRowsBetweenLooks = 512;
constexpr char kLineEnd[] = "\r\n"; // RFC 4180, 2.1

QByteArray field(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    const bool special = bytes.contains(',') || bytes.contains('"') || bytes.contains('\n')
        || bytes.contains('\r') || bytes.startsWith(' ') || bytes.endsWith(' ');
    // An empty text in quotes is a text; nothing at all is missing.
    if (!special && !bytes.isEmpty())
        return bytes;
    return '"' + bytes.replace('"', "\"\"") + '"';
}

QString headerOf(const FeatureColumn &column)
{
    return column.unit.isEmpty() ? column.key
                                 : QStringLiteral("%1 [%2]").arg(column.key, column.unit);
}

/// "2012-03-01T08:05:00+08:00"
QByteArray localText(UtcMs time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone)
        .toOffsetFromUtc(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC)))
        .toString(time % kMsPerSecond ? Qt::ISODateWithMs : Qt::ISODate)
        .toUtf8();
}

class CsvWriter : public FeatureWriter
{
public:
    CsvWriter(QString file, OutputFile output, FileInfo info)
        : FeatureWriter(std::move(info))
        , m_file(std::move(file))
        , m_output(std::move(output))
    {
    }

    Result<> append(const FeatureTable &table, const TaskContext &context) override
    {
        if (m_name.isNull())
            begin(table);
        else if (table.name != m_name)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP(
                    "Error", "A CSV file holds one table, not %1 and %2. Choose a .gpkg file."),
                {m_name, table.name});
        const std::size_t rows = table.rows();
        for (std::size_t row = 0; row < rows; ++row) {
            if (row % kRowsBetweenLooks == 0) {
                if (context.cancelled())
                    return cancelledFailure();
                BV_TRY_VOID(flush());
                context.progress(static_cast<qint64>(row), static_cast<qint64>(rows), {});
            }
            addRow(table, row);
        }
        return flush();
    }

    Result<> finish() override
    {
        BV_TRY_VOID(m_output.commit());
        BV_TRY(OutputFile sidecar, OutputFile::open(m_file + QStringLiteral("-metadata.json")));
        const QJsonObject json{
            {QStringLiteral("@context"), QStringLiteral("http://www.w3.org/ns/csvw")},
            {QStringLiteral("url"), QFileInfo(m_file).fileName()},
            {QStringLiteral("dialect"),
                QJsonObject{{QStringLiteral("header"), true},
                    {QStringLiteral("delimiter"), QStringLiteral(",")},
                    {QStringLiteral("encoding"), QStringLiteral("utf-8")}}},
            {QStringLiteral("tableSchema"), QJsonObject{{QStringLiteral("columns"), m_columns}}},
            {QStringLiteral("belvedere"), infoJson(m_info)}};
        BV_TRY_VOID(sidecar.write(QJsonDocument(json).toJson()));
        return sidecar.commit();
    }

private:
    enum class Place { None, LonLat, Text };

    void begin(const FeatureTable &table)
    {
        m_name = table.name.isNull() ? QStringLiteral("") : table.name;
        m_place = !table.hasShapes ? Place::None : onlyPoints(table) ? Place::LonLat : Place::Text;
        QStringList headers;
        for (const FeatureColumn &column : table.columns) {
            if (column.type == ColumnType::Time)
                headers << column.key + QStringLiteral("_utc")
                        << column.key + QStringLiteral("_local");
            else
                headers << headerOf(column);
        }
        if (m_place == Place::LonLat)
            headers << QStringLiteral("longitude [deg]") << QStringLiteral("latitude [deg]");
        else if (m_place == Place::Text)
            headers << QStringLiteral("WKT");
        for (const QString &header : headers) {
            m_buffer += (m_buffer.isEmpty() ? "" : ",") + field(header);
            m_columns.append(QJsonObject{{QStringLiteral("titles"), header}});
        }
        m_buffer += kLineEnd;
        describeColumns(table);
    }

    /// Names, units and types beside the titles; the two columns of a time share its name.
    void describeColumns(const FeatureTable &table)
    {
        qsizetype at = 0;
        for (const QJsonValue &description : columnsJson(table)) {
            const QJsonObject common = description.toObject();
            const bool time =
                common.value(QLatin1String("datatype")).toString() == QLatin1String("dateTime");
            for (int copy = 0; copy < (time ? 2 : 1); ++copy, ++at) {
                QJsonObject column = m_columns[at].toObject();
                for (auto item = common.begin(); item != common.end(); ++item)
                    column.insert(item.key(), item.value());
                if (time)
                    column.insert(
                        QStringLiteral("name"), column.value(QLatin1String("titles")).toString());
                m_columns[at] = column;
            }
        }
        for (; at < m_columns.size(); ++at) {
            QJsonObject column = m_columns[at].toObject();
            const bool text = m_place == Place::Text;
            column.insert(QStringLiteral("name"),
                column.value(QLatin1String("titles")).toString().section(QLatin1Char(' '), 0, 0));
            column.insert(QStringLiteral("datatype"),
                text ? QStringLiteral("string") : QStringLiteral("double"));
            m_columns[at] = column;
        }
    }

    void addRow(const FeatureTable &table, std::size_t row)
    {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (i > 0)
                m_buffer += ',';
            addValue(table.columns[i], row);
        }
        if (m_place == Place::None) {
            m_buffer += kLineEnd;
            return;
        }
        if (!table.columns.empty())
            m_buffer += ',';
        const GeoShape &shape = table.shapes[row];
        if (m_place == Place::Text)
            m_buffer += shape.empty() ? QByteArray() : '"' + wellKnownText(shape) + '"';
        else if (shape.points.empty())
            m_buffer += ',';
        else
            m_buffer +=
                numberText(shape.points.front().lon) + ',' + numberText(shape.points.front().lat);
        m_buffer += kLineEnd;
    }

    void addValue(const FeatureColumn &column, std::size_t row)
    {
        const bool missing = column.missing(row);
        switch (column.type) {
        case ColumnType::Text:
            if (!missing)
                m_buffer += field(column.texts[row]);
            break;
        case ColumnType::Real:
            if (!missing)
                m_buffer += numberText(column.reals[row]);
            break;
        case ColumnType::Integer:
            if (!missing)
                m_buffer += QByteArray::number(column.integers[row]);
            break;
        case ColumnType::Flag:
            if (!missing)
                m_buffer += column.integers[row] != 0 ? "true" : "false";
            break;
        case ColumnType::Time:
            if (!missing)
                m_buffer += formatUtc(column.integers[row]).toUtf8();
            m_buffer += ',';
            if (!missing)
                m_buffer += localText(column.integers[row], m_info.zone);
            break;
        }
    }

    Result<> flush()
    {
        BV_TRY_VOID(m_output.write(m_buffer));
        m_buffer.clear();
        return {};
    }

    QString m_file;
    OutputFile m_output;
    QString m_name; // null before the first table
    Place m_place = Place::None;
    QByteArray m_buffer;
    QJsonArray m_columns;
};

} // namespace

Result<std::unique_ptr<FeatureWriter>> openCsvWriter(const QString &file, FileInfo info)
{
    BV_TRY(OutputFile output, OutputFile::open(file));
    return std::make_unique<CsvWriter>(file, std::move(output), std::move(info));
}

} // namespace belvedere
