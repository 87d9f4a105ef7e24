// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/street_rows.h"

#include "common/format.h"
#include "plan/plan_text.h"

#include <QCoreApplication>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::StreetRows)
};

} // namespace

QString StreetColumns::header(int column)
{
    switch (column) {
    case Street:
        return Text::tr("Street");
    case Before:
        return Text::tr("Base case");
    case After:
        return Text::tr("Scenario");
    default:
        return Text::tr("Change");
    }
}

Qt::Alignment StreetColumns::alignment(int column)
{
    return Qt::AlignVCenter | (column == Street ? Qt::AlignLeft : Qt::AlignRight);
}

QVariant StreetColumns::data(const StreetRow &row, int column, int role)
{
    const AffectedStreet &street = row.street;
    if (role == kSortRole)
        return column == Street ? QVariant(street.title) : QVariant(street.weight);
    if (role == Qt::ToolTipRole)
        return Text::tr("%1: show it on the map").arg(street.title);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Street:
        return street.title;
    case Before:
        return formatNumber(street.before, decimalsOf(row.quantity));
    case After:
        return formatNumber(street.after, decimalsOf(row.quantity));
    default:
        return verdictText(street.verdict, street.change,
            street.before != 0.0 ? street.change / street.before : 0.0);
    }
}

QString PairColumns::header(int column)
{
    switch (column) {
    case From:
        return Text::tr("From zone");
    case To:
        return Text::tr("To zone");
    case Before:
        return Text::tr("Base case");
    case After:
        return Text::tr("Scenario");
    default:
        return Text::tr("Change");
    }
}

Qt::Alignment PairColumns::alignment(int)
{
    return Qt::AlignVCenter | Qt::AlignRight;
}

QVariant PairColumns::data(const PairShift &row, int column, int role)
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case From:
        return QString::number(row.originZone);
    case To:
        return QString::number(row.destinationZone);
    case Before:
        return formatNumber(row.before, 0);
    case After:
        return formatNumber(row.after, 0);
    default:
        return formatSigned(row.change, {}, 0);
    }
}

} // namespace belvedere::ui
