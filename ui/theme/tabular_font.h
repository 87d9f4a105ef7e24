// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace belvedere::ui {

/// The family whose digits all have one width, made from Inter as installed and registered with
/// the program when first asked for; empty where there is no Inter.
///
/// Inter has tabular figures, but as an OpenType feature, and Qt can switch features on only from
/// 6.7. So the font's tables are put together anew in memory, with the feature 'tnum' called
/// 'rclt', which shapers always apply, and with a family name of its own. Remove this with 6.7.
[[nodiscard]] QString tabularFamily();

/// A GSUB table with the feature `from` renamed to `to`, both of four letters; empty if the table
/// is damaged, lacks `from`, or has `to` already.
[[nodiscard]] QByteArray withFeatureRenamed(
    QByteArray gsub, const QByteArray &from, const QByteArray &to);

} // namespace belvedere::ui
