// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_table.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ctl {

namespace {

bool looksLikeNumber(const QString &cell)
{
    return cell.isEmpty() || cell == QLatin1String("-") || cell.endsWith(QLatin1String(" %"))
        || cell.front().isDigit() || (cell.front() == QLatin1Char('-') && cell.size() > 1);
}

} // namespace

TextTable::TextTable(QStringList header)
    : m_rows{std::move(header)}
{
}

void TextTable::add(QStringList row)
{
    row.resize(m_rows.front().size());
    m_rows.push_back(std::move(row));
}

QString TextTable::toString() const
{
    const qsizetype columns = m_rows.front().size();
    QString text;
    std::vector<qsizetype> widths(static_cast<std::size_t>(columns), 0);
    std::vector<bool> right(static_cast<std::size_t>(columns), true);
    for (qsizetype c = 0; c < columns; ++c) {
        const auto at = static_cast<std::size_t>(c);
        for (std::size_t r = 0; r < m_rows.size(); ++r) {
            widths[at] = std::max(widths[at], m_rows[r][c].size());
            right[at] = right[at] && c > 0 && (r == 0 || looksLikeNumber(m_rows[r][c]));
        }
    }
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype c = 0; c < columns; ++c) {
            const auto at = static_cast<std::size_t>(c);
            if (c > 0)
                line += QLatin1String("  ");
            line +=
                right[at] ? row[c].rightJustified(widths[at]) : row[c].leftJustified(widths[at]);
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    }
    return text;
}

QString numberText(double value, int decimals)
{
    return std::isnan(value) ? QStringLiteral("-") : QString::number(value, 'f', decimals);
}

} // namespace belvedere::ctl
