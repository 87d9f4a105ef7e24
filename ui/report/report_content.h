// SPDX-License-Identifier: GPL-3.0-or-later
// ui/report owns what is taken away from the screen: PDF pages and pictures that say what they
// show, when, and by which versions. It knows no domain: a workspace fills in ReportContent, and
// everything after that happens off the GUI thread.
#pragma once

#include "map/map_legend.h"
#include "map/map_renderer.h"

#include <QDateTime>
#include <QImage>
#include <QLocale>
#include <QTimeZone>

#include <functional>
#include <utility>
#include <vector>

class QPainter;

namespace belvedere::ui {

/// "Shown instant" · "Thu 1 Mar 2012 08:05"
struct ReportFact
{
    QString label;
    QString value;
};

struct ReportFigure
{
    QString label; ///< "Mean speed"
    QString value; ///< "41.2 km/h"
    QString note; ///< "−2.4 km/h since yesterday"; may be empty
};

struct ReportTable
{
    QString title;
    QStringList headers;
    std::vector<bool> numeric; ///< [columns]: right-aligned
    std::vector<QStringList> rows; ///< [rows][columns]
    QString note; ///< below it
};

/// A chart. `paint` draws in the light theme into a rectangle at (0, 0) whose unit is a point
/// (1/72 inch); it is called on a worker thread and owns all it needs.
struct ReportChart
{
    QString title;
    double aspect = 2.6; ///< width over height
    std::function<void(QPainter &painter, QSizeF size)> paint;
};

/// The map as it is on the screen; painted anew for paper in the light theme.
struct ReportMap
{
    std::vector<MapLayer> layers;
    Viewport viewport;
    LegendContent legend; ///< for the strip below a picture
    QImage legendCard; ///< for the page; see legendCardOf()
    QString attribution;

    [[nodiscard]] bool empty() const { return layers.empty(); }
};

/// The card that explains the map's colours, in the light theme and sharp enough for print; null
/// where there is nothing to explain. GUI thread only.
[[nodiscard]] QImage legendCardOf(const LegendContent &legend);

/// All texts come translated and formatted from the owner.
struct ReportContent
{
    QString title; ///< "Situation report"
    QString city;
    bool simulated = false; ///< then every page and picture says so
    std::vector<ReportFact> clock; ///< instant, zone, mode, now
    ReportMap map;
    std::vector<ReportFigure> figures;
    std::vector<ReportChart> charts;
    std::vector<ReportTable> tables;
    std::vector<ReportFact> versions; ///< program, code, models, data hash, seed
    /// For machines, in the file itself: "dataHash", "model", "seed", "instant", "program" …
    std::vector<std::pair<QString, QString>> metadata;
    QDateTime made; ///< when the report was asked for
    QTimeZone zone = QTimeZone::utc(); ///< `made` is shown in it
    QLocale locale;
    QFont font; ///< family; sizes are the report's own
};

enum class ReportFormat { Pdf, Png };
enum class ReportPaper { A4, A3 };
enum class ReportOrientation { Landscape, Portrait };

struct ReportOptions
{
    ReportFormat format = ReportFormat::Pdf;
    ReportPaper paper = ReportPaper::A4;
    ReportOrientation orientation = ReportOrientation::Landscape;
    bool map = true;
    bool figures = true;
    bool charts = true;
    bool tables = true;
    bool versions = true;
};

/// "belvedere-demo-city-2012-03-01-0805.pdf": no character that a file system refuses.
[[nodiscard]] QString suggestedFileName(const ReportContent &content, ReportFormat format);

} // namespace belvedere::ui
