// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "charts/chart_table.h"

#include <QObject>

#include <functional>

class QThreadPool;
class QWidget;

namespace belvedere::ui {

/// Asks where to and writes the table as CSV in the background.
/// @param name    proposed file name, without a suffix.
/// @param failed  called on the GUI thread with what went wrong.
void exportTable(QWidget *parent, QThreadPool &pool, const QString &name, ChartTable table,
    std::function<void(const Error &)> failed);

} // namespace belvedere::ui
