// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/table_model.h"
#include "scenario/comparison.h"

namespace belvedere::ui {

/// A street on the ranking of those most affected.
struct StreetRow
{
    AffectedStreet street;
    LinkQuantity quantity = LinkQuantity::Flow;
};

struct StreetColumns
{
    enum Column { Street, Before, After, Change, Count };
    static constexpr int count = Count;
    static QString header(int column);
    static Qt::Alignment alignment(int column);
    static QVariant data(const StreetRow &row, int column, int role);
};

using StreetModel = TableModel<StreetRow, StreetColumns>;

/// Trips from zone to zone through a link.
struct PairColumns
{
    enum Column { From, To, Before, After, Change, Count };
    static constexpr int count = Count;
    static QString header(int column);
    static Qt::Alignment alignment(int column);
    static QVariant data(const PairShift &row, int column, int role);
};

using PairModel = TableModel<PairShift, PairColumns>;

} // namespace belvedere::ui
