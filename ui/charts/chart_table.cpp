// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_table.h"

#include <QDateTime>
#include <QSaveFile>
#include <QTimeZone>

#include <cmath>

namespace belvedere::ui {

namespace {

QString quoted(QString cell)
{
    static const QString kSpecial = QStringLiteral(",\"\n\r");
    for (const QChar c : kSpecial) {
        if (cell.contains(c)) {
            cell.replace(QLatin1Char('"'), QStringLiteral("\"\""));
            return QLatin1Char('"') + cell + QLatin1Char('"');
        }
    }
    return cell;
}

QString tabbed(QString cell)
{
    for (QChar &c : cell) {
        if (c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r'))
            c = QLatin1Char(' ');
    }
    return cell;
}

template <class F> QString joined(const ChartTable &table, QLatin1Char separator, F cellText)
{
    QString text;
    const auto addRow = [&](const QStringList &row) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i > 0)
                text += separator;
            text += cellText(row[i]);
        }
        text += QLatin1Char('\n');
    };
    addRow(table.header);
    for (const QStringList &row : table.rows)
        addRow(row);
    return text;
}

} // namespace

QString plainNumber(double value)
{
    return std::isfinite(value) ? QString::number(value, 'g', 10) : QString();
}

QString plainTime(UtcMs time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString withUnit(const QString &name, const QString &unit)
{
    return unit.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, unit);
}

QString toTsv(const ChartTable &table)
{
    return joined(table, QLatin1Char('\t'), tabbed);
}

QString toCsv(const ChartTable &table)
{
    return joined(table, QLatin1Char(','), quoted);
}

Result<void> writeCsv(const ChartTable &table, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(toCsv(table).toUtf8()) < 0 || !file.commit())
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error", "Cannot write %1 (%2). Choose another folder."),
            {path, file.errorString()});
    return {};
}

} // namespace belvedere::ui
