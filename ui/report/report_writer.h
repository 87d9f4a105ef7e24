// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "report/report_content.h"

namespace belvedere::ui {

// All of these run on any thread but the GUI's, and write a file whole or not at all.

/// @return Errc::NotFound for a missing folder, Errc::Io for a full disk or no permission.
[[nodiscard]] Result<> writeReportPdf(const QString &file, const ReportContent &content,
    const ReportOptions &options, const TaskContext &context = {});

/// The picture with its text chunks.
[[nodiscard]] Result<> writePng(const QString &file, const QImage &picture);

/// `screen` with a strip below it that burns in time, legend and versions; the metadata goes into
/// text chunks.
[[nodiscard]] Result<> writeScreenPng(const QString &file, const QImage &screen,
    const ReportContent &content, const TaskContext &context = {});

/// The strip alone, as wide as `width` pixels at `scale` pixels a point.
[[nodiscard]] QImage screenStrip(const ReportContent &content, int width, double scale);

/// One page as a picture, for a preview; `dpi` 36 … 300. Null beyond the last page.
[[nodiscard]] QImage reportPreview(const ReportContent &content, const ReportOptions &options,
    int page, double dpi, const TaskContext &context = {});

[[nodiscard]] int reportPageCount(const ReportContent &content, const ReportOptions &options);

} // namespace belvedere::ui
