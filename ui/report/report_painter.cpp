// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_painter.h"

#include "map/scale_bar.h"
#include "report/report_style.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kPointsPerPixel = 0.75; // 96 pixels of a screen an inch
constexpr double kFooter = 22.0;
constexpr double kFigureHeight = 52.0;
constexpr int kFiguresInRow = 6;
constexpr double kLeastMap = 180.0;
constexpr double kRowPadding = 5.0;
constexpr double kCellPadding = 6.0;
constexpr double kLongestBar = 140.0;
constexpr double kLabelShare = 0.28; // of a row of facts

const Tokens &ink()
{
    return tokensOf(ThemeMode::Light);
}

QString words(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

QSizeF sizeOf(const ReportOptions &options)
{
    const QPageSize page(options.paper == ReportPaper::A3 ? QPageSize::A3 : QPageSize::A4);
    const QSizeF size = page.size(QPageSize::Point);
    return options.orientation == ReportOrientation::Landscape ? size.transposed() : size;
}

/// Widths by what stands in the columns, made to fill `room`.
std::vector<double> columnWidths(
    const ReportTable &table, const QFont &head, const QFont &text, double room)
{
    constexpr std::size_t kLooked = 200; // rows that decide
    const auto columns = static_cast<std::size_t>(table.headers.size());
    std::vector<double> widths(columns);
    for (std::size_t c = 0; c < columns; ++c) {
        const auto column = static_cast<qsizetype>(c);
        double width = QFontMetricsF(head).horizontalAdvance(table.headers[column]);
        for (std::size_t r = 0; r < std::min(kLooked, table.rows.size()); ++r)
            width =
                std::max(width, QFontMetricsF(text).horizontalAdvance(table.rows[r].value(column)));
        widths[c] = std::min(width, room / 2) + 2 * kCellPadding;
    }
    double sum = 0.0;
    for (const double width : widths)
        sum += width;
    for (double &width : widths)
        width *= sum > 0.0 ? room / sum : 1.0;
    return widths;
}

} // namespace

ReportPainter::ReportPainter(const ReportContent &content, const ReportOptions &options)
    : m_content(content)
    , m_options(options)
    , m_page(sizeOf(options))
{
    layOut();
}

QRectF ReportPainter::body() const
{
    return QRectF(QPointF(), m_page)
        .adjusted(paper::kMargin, paper::kMargin, -paper::kMargin, -paper::kMargin - kFooter);
}

void ReportPainter::newPage()
{
    m_pages.emplace_back();
    m_y = body().top();
}

QRectF ReportPainter::take(double height)
{
    if (m_y + height > body().bottom() + 0.5)
        newPage();
    const QRectF area(body().left(), m_y, body().width(), height);
    m_y += height + paper::kGap;
    return area;
}

void ReportPainter::layOut()
{
    newPage();
    addHeader();
    const bool figures = m_options.figures && !m_content.figures.empty();
    if (m_options.map && !m_content.map.empty())
        addMap();
    if (figures)
        addFigures();
    if (m_options.charts)
        addCharts();
    if (m_options.tables) {
        for (const ReportTable &table : m_content.tables)
            addTable(table);
    }
    if (m_options.versions && !m_content.versions.empty())
        addVersions();
}

void ReportPainter::addHeader()
{
    const QFont title = paperFont(m_content.font, paper::kTitle, true);
    const QFont text = paperFont(m_content.font, paper::kText);
    const QRectF area = take(lineHeight(title) + lineHeight(text) + 4.0);
    m_pages.back().blocks.push_back([this, area, title, text](const Job &job) {
        double right = area.right();
        if (m_content.simulated)
            right -= paintSimulatedMark(job.painter, area.topRight(), m_content.font).width() + 8.0;
        const QString heading = m_content.city.isEmpty()
            ? m_content.title
            //: Heading of a report: its title and the city
            : words(QT_TRANSLATE_NOOP("Report", "%1 – %2")).arg(m_content.title, m_content.city);
        const double height = paintLine(job.painter,
            QRectF(area.left(), area.top(), right - area.left(), area.height()), heading, title,
            ink().textPrimary);
        QStringList facts;
        for (const ReportFact &fact : m_content.clock)
            //: A fact in a report, as in "Instant: Thu 1 Mar 2012 08:05"
            facts += words(QT_TRANSLATE_NOOP("Report", "%1: %2")).arg(fact.label, fact.value);
        paintLine(job.painter, area.adjusted(0, height + 2.0, 0, 0),
            facts.join(QStringLiteral("   ·   ")), text, ink().textSecondary);
        return true;
    });
}

void ReportPainter::addMap()
{
    const auto rows = static_cast<double>(
        (m_content.figures.size() + kFiguresInRow - 1) / static_cast<std::size_t>(kFiguresInRow));
    const double below = m_options.figures && !m_content.figures.empty()
        ? rows * (kFigureHeight + paper::kGap)
        : 0.0;
    const double room = body().bottom() - m_y - below;
    const QRectF area = take(std::max(kLeastMap, room));
    m_pages.back().blocks.push_back([this, area](const Job &job) { return paintMap(job, area); });
}

bool ReportPainter::paintMap(const Job &job, const QRectF &area) const
{
    const ReportMap &map = m_content.map;
    // What was on the screen, in the form of the paper; lines as thick as there.
    // QPainter knows no picture of less than one pixel a unit: a preview is made smaller after it.
    Viewport view = map.viewport.resized((area.size() / kPointsPerPixel).toSize(),
        std::max(1.0, job.pixelsPerPoint * kPointsPerPixel));
    view = view.fitted(map.viewport.box(), 0.0);
    RenderOptions options;
    options.font = m_content.font;
    const QImage picture = renderMap(map.layers, view, options, job.cancelled);
    if (picture.isNull())
        return false;
    QPainter &painter = job.painter;
    painter.drawImage(area, picture);
    painter.setPen(QPen(ink().border, 0.75));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);

    painter.save();
    painter.translate(area.topLeft());
    painter.scale(kPointsPerPixel, kPointsPerPixel);
    const QSizeF size = area.size() / kPointsPerPixel;
    const double edge = space::kMedium;
    if (!map.legendCard.isNull()) {
        const QSizeF card = map.legendCard.deviceIndependentSize();
        // Small letters survive only if the picture is made smaller at once.
        const QSize pixels = (card * kPointsPerPixel * job.pixelsPerPoint).toSize();
        const QImage sharp = pixels.width() < map.legendCard.width()
            ? map.legendCard.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            : map.legendCard;
        painter.drawImage(QRectF(QPointF(edge, size.height() - edge - card.height()), card), sharp);
    }
    const QFont caption = paperFont(m_content.font, type::kCaption);
    double bottom = size.height() - edge;
    if (!map.attribution.isEmpty()) {
        const double width =
            std::min(size.width() / 2, QFontMetricsF(caption).horizontalAdvance(map.attribution))
            + 1.0;
        const QRectF line(size.width() - width - 8.0, size.height() - lineHeight(caption) - 2.0,
            width + 8.0, lineHeight(caption) + 2.0);
        painter.fillRect(line, withOpacity(ink().panel, 0.8));
        paintLine(painter, line.adjusted(4.0, 1.0, -4.0, 0.0), map.attribution, caption,
            ink().textSecondary);
        bottom = line.top() - 6.0;
    }
    paintScaleBar(painter, {size.width() - edge, bottom},
        scaleBarFor(view.metersPerPixel, kLongestBar), ink(), caption);
    painter.restore();
    return true;
}

void ReportPainter::addFigures()
{
    const std::vector<ReportFigure> &figures = m_content.figures;
    const QFont small = paperFont(m_content.font, paper::kSmall);
    const QFont large = paperFont(m_content.font, paper::kFigure, true);
    for (std::size_t first = 0; first < figures.size(); first += kFiguresInRow) {
        const std::size_t count = std::min<std::size_t>(kFiguresInRow, figures.size() - first);
        const QRectF area = take(kFigureHeight);
        const double width = (area.width() + paper::kGap) / kFiguresInRow - paper::kGap;
        m_pages.back().blocks.push_back(
            [this, area, first, count, width, small, large](const Job &job) {
                for (std::size_t i = 0; i < count; ++i) {
                    const ReportFigure &figure = m_content.figures[first + i];
                    QRectF box(area.left() + static_cast<double>(i) * (width + paper::kGap),
                        area.top(), width, area.height());
                    job.painter.setPen(QPen(ink().border, 0.75));
                    job.painter.setBrush(ink().panel);
                    job.painter.drawRoundedRect(box, 3.0, 3.0);
                    box.adjust(7.0, 5.0, -7.0, -4.0);
                    box.setTop(box.top()
                        + paintLine(job.painter, box, figure.label, small, ink().textSecondary));
                    box.setTop(box.top()
                        + paintLine(job.painter, box, figure.value, large, ink().textPrimary));
                    paintLine(job.painter, box, figure.note, small, ink().textSecondary);
                }
                return true;
            });
    }
}

void ReportPainter::addHeading(const QString &text, double followedBy)
{
    const QFont font = paperFont(m_content.font, paper::kHeading, true);
    const double height = lineHeight(font);
    if (m_y + height + followedBy > body().bottom())
        newPage();
    const QRectF area = take(height);
    m_y -= paper::kGap / 2;
    m_pages.back().blocks.push_back([area, font, text](const Job &job) {
        paintLine(job.painter, area, text, font, ink().textPrimary);
        return true;
    });
}

void ReportPainter::addCharts()
{
    const std::size_t inRow = m_options.orientation == ReportOrientation::Landscape ? 2 : 1;
    const QFont title = paperFont(m_content.font, paper::kText, true);
    const double width = (body().width() + paper::kGap) / static_cast<double>(inRow) - paper::kGap;
    for (std::size_t first = 0; first < m_content.charts.size(); first += inRow) {
        const std::size_t count = std::min(inRow, m_content.charts.size() - first);
        double height = 0.0;
        for (std::size_t i = 0; i < count; ++i)
            height = std::max(height, width / m_content.charts[first + i].aspect);
        height = std::min(height, body().height() - lineHeight(title) - 8.0);
        const QRectF area = take(height + lineHeight(title) + 4.0);
        m_pages.back().blocks.push_back([this, area, first, count, width, title](const Job &job) {
            for (std::size_t i = 0; i < count; ++i) {
                if (job.cancelled())
                    return false;
                const ReportChart &chart = m_content.charts[first + i];
                QRectF box(area.left() + static_cast<double>(i) * (width + paper::kGap), area.top(),
                    width, area.height());
                box.setTop(box.top() + 4.0
                    + paintLine(job.painter, box, chart.title, title, ink().textPrimary));
                job.painter.save();
                job.painter.translate(box.topLeft());
                if (chart.paint)
                    chart.paint(job.painter, box.size());
                job.painter.restore();
            }
            return true;
        });
    }
}

void ReportPainter::addTable(const ReportTable &table)
{
    const QFont head = paperFont(m_content.font, paper::kSmall, true);
    const QFont text = paperFont(m_content.font, paper::kSmall);
    const double rowHeight = lineHeight(text) + kRowPadding;
    addHeading(table.title, 3 * rowHeight);
    const std::vector<double> widths = columnWidths(table, head, text, body().width());
    const auto paintRow = [widths, numeric = table.numeric](QPainter &painter, const QRectF &area,
                              const QStringList &cells, const QFont &font, const QColor &color) {
        double x = area.left();
        for (std::size_t c = 0; c < widths.size(); ++c) {
            const bool right = c < numeric.size() && numeric[c];
            paintLine(painter,
                QRectF(x, area.top() + kRowPadding / 2, widths[c], area.height())
                    .adjusted(kCellPadding, 0, -kCellPadding, 0),
                cells.value(static_cast<qsizetype>(c)), font, color,
                right ? Qt::AlignRight : Qt::AlignLeft);
            x += widths[c];
        }
        painter.setPen(QPen(ink().border, 0.5));
        painter.drawLine(area.bottomLeft(), area.bottomRight());
    };
    for (std::size_t row = 0; row < table.rows.size() || row == 0;) {
        // As many rows as fit, below the headers that each page repeats.
        if (m_y + 2 * rowHeight > body().bottom())
            newPage();
        const auto room = static_cast<std::size_t>((body().bottom() - m_y) / rowHeight) - 1;
        const std::size_t count = std::min(std::max<std::size_t>(1, room), table.rows.size() - row);
        const QRectF area = take(rowHeight * static_cast<double>(count + 1));
        m_pages.back().blocks.push_back(
            [&table, area, row, count, rowHeight, head, text, paintRow](const Job &job) {
                QRectF line(area.left(), area.top(), area.width(), rowHeight);
                paintRow(job.painter, line, table.headers, head, ink().textSecondary);
                for (std::size_t i = 0; i < count; ++i) {
                    line.translate(0.0, rowHeight);
                    paintRow(job.painter, line, table.rows[row + i], text, ink().textPrimary);
                }
                return !job.cancelled();
            });
        row += std::max<std::size_t>(1, count);
    }
    if (table.note.isEmpty())
        return;
    const QRectF area = take(lineHeight(text));
    m_pages.back().blocks.push_back([area, text, note = table.note](const Job &job) {
        paintLine(job.painter, area, note, text, ink().textSecondary);
        return true;
    });
}

void ReportPainter::addVersions()
{
    const QFont text = paperFont(m_content.font, paper::kSmall);
    const QFontMetricsF metrics(text);
    addHeading(
        words(QT_TRANSLATE_NOOP("Report", "How to make this report again")), 2 * lineHeight(text));
    const double label = body().width() * kLabelShare;
    for (const ReportFact &fact : m_content.versions) {
        const QRectF measure(0, 0, body().width() - label, 1e4);
        constexpr int kFlags = Qt::AlignLeft | Qt::TextWordWrap | Qt::TextWrapAnywhere;
        const double height =
            std::max(lineHeight(text), metrics.boundingRect(measure, kFlags, fact.value).height());
        const QRectF area = take(height);
        m_y -= paper::kGap - 2.0;
        m_pages.back().blocks.push_back([area, label, fact, text](const Job &job) {
            paintLine(job.painter, QRectF(area.topLeft(), QSizeF(label - 8.0, area.height())),
                fact.label, text, ink().textSecondary);
            job.painter.setPen(ink().textPrimary);
            job.painter.drawText(area.adjusted(label, 0, 0, 0), kFlags, fact.value);
            return true;
        });
    }
}

void ReportPainter::paintFooter(QPainter &painter, int page) const
{
    const QFont font = paperFont(m_content.font, paper::kSmall);
    const QRectF area(paper::kMargin, m_page.height() - paper::kMargin - lineHeight(font),
        m_page.width() - 2 * paper::kMargin, lineHeight(font));
    painter.setPen(QPen(ink().border, 0.5));
    painter.drawLine(area.topLeft() - QPointF(0, 4), area.topRight() - QPointF(0, 4));
    QStringList parts{m_content.title, m_content.city};
    if (m_content.made.isValid())
        parts += m_content.locale.toString(
            m_content.made.toTimeZone(m_content.zone), QLocale::ShortFormat);
    if (m_content.simulated)
        parts += words(QT_TRANSLATE_NOOP("Report", "Simulated data"));
    parts.removeAll(QString());
    const double third = area.width() * 0.75;
    paintLine(painter, QRectF(area.topLeft(), QSizeF(third, area.height())),
        parts.join(QStringLiteral("   ·   ")), font, ink().textSecondary);
    paintLine(painter, area,
        words(QT_TRANSLATE_NOOP("Report", "Page %1 of %2")).arg(page + 1).arg(pageCount()), font,
        ink().textSecondary, Qt::AlignRight);
}

bool ReportPainter::paintPage(QPainter &painter, int page, double pixelsPerPoint,
    const std::function<bool()> &cancelled) const
{
    if (page < 0 || page >= pageCount())
        return false;
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing
        | QPainter::SmoothPixmapTransform | QPainter::LosslessImageRendering);
    const Job job{painter, pixelsPerPoint, cancelled};
    for (const Block &block : m_pages[static_cast<std::size_t>(page)].blocks) {
        if (cancelled())
            return false;
        painter.save();
        const bool done = block(job);
        painter.restore();
        if (!done)
            return false;
    }
    paintFooter(painter, page);
    return true;
}

} // namespace belvedere::ui
