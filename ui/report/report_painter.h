// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "report/report_content.h"

#include <QSizeF>

#include <functional>
#include <vector>

namespace belvedere::ui {

/// A report laid out on pages. All lengths are points (1/72 inch); one is used by one thread.
class ReportPainter
{
public:
    ReportPainter(const ReportContent &content, const ReportOptions &options);

    [[nodiscard]] QSizeF pageSize() const { return m_page; }
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    /// @param painter  its unit is a point. @param pixelsPerPoint  of pictures.
    /// @return false if cancelled.
    [[nodiscard]] bool paintPage(QPainter &painter, int page, double pixelsPerPoint,
        const std::function<bool()> &cancelled) const;

private:
    struct Job
    {
        QPainter &painter;
        double pixelsPerPoint;
        const std::function<bool()> &cancelled;
    };
    /// Paints a part of a page; false if cancelled.
    using Block = std::function<bool(const Job &)>;
    struct Page
    {
        std::vector<Block> blocks;
    };

    void layOut();
    void newPage();
    /// Room for `height` points below what stands on the page, on a new one if need be.
    [[nodiscard]] QRectF take(double height);
    void addHeader();
    void addMap();
    void addFigures();
    void addCharts();
    void addTable(const ReportTable &table);
    void addVersions();
    void addHeading(const QString &text, double followedBy);
    bool paintMap(const Job &job, const QRectF &area) const;
    void paintFooter(QPainter &painter, int page) const;
    [[nodiscard]] QRectF body() const;

    const ReportContent &m_content;
    const ReportOptions m_options;
    QSizeF m_page;
    std::vector<Page> m_pages;
    double m_y = 0.0; // where the next block of the last page begins
};

} // namespace belvedere::ui
