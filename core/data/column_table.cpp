// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/column_table.h"

#include <array>

namespace belvedere {

namespace {

struct NamedKind
{
    ColumnKind kind;
    const char *name;
};

constexpr std::array<NamedKind, 4> kKinds = {{{ColumnKind::Number, "number"},
    {ColumnKind::Category, "category"}, {ColumnKind::Time, "time"}, {ColumnKind::Text, "text"}}};

} // namespace

QString columnKindName(ColumnKind kind)
{
    for (const NamedKind &named : kKinds) {
        if (named.kind == kind)
            return QString::fromLatin1(named.name);
    }
    return {};
}

Result<ColumnKind> columnKindByName(const QString &name)
{
    for (const NamedKind &named : kKinds) {
        if (name == QLatin1String(named.name))
            return named.kind;
    }
    return failure(
        Errc::Schema, QT_TRANSLATE_NOOP("Error", "\"%1\" is no kind of table column."), {name});
}

int TableInfo::columnAt(const QString &columnName) const
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == columnName)
            return static_cast<int>(i);
    }
    return -1;
}

Result<int> TableInfo::column(const QString &columnName) const
{
    if (const int at = columnAt(columnName); at >= 0)
        return at;
    QStringList names;
    for (const ColumnInfo &known : columns)
        names += known.name;
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "Table \"%1\" has no column \"%2\". There are: %3."),
        {name, columnName, names.join(QStringLiteral(", "))});
}

} // namespace belvedere
