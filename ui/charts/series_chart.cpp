// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/series_chart.h"

#include "charts/chart_paint.h"
#include "charts/chart_pool.h"
#include "charts/series_picture.h"
#include "theme/theme.h"

#include <QAreaSeries>
#include <QDateTime>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kPixelsPerXTick = 84;
constexpr double kCaptionWidth = 48.0;
constexpr std::size_t kPointsAtOnce = 20'000; // 1 ms on the GUI thread
constexpr int kStripHeight = 44;
constexpr double kDotsFromPx = 7.0; // dots only where they do not touch
constexpr double kDotRadius = 2.0;
constexpr double kGrabPx = 5.0;
constexpr double kDensePerPx = 1.5; // points a column

const QString kObserved = QStringLiteral("observed");
const QString kForecast = QStringLiteral("forecast");
const QString kComparison = QStringLiteral("comparison");
const QString kScenario = QStringLiteral("scenario");

template <class Point> const Point *nearest(const std::vector<Point> &points, double time)
{
    const auto after = std::lower_bound(points.begin(), points.end(), time,
        [](const Point &p, double t) { return double(p.time) < t; });
    if (after == points.begin())
        return points.empty() ? nullptr : &*after;
    if (after == points.end() || time - double((after - 1)->time) <= double(after->time) - time)
        return &*(after - 1);
    return &*after;
}

template <class Point> const Point *exactly(const std::vector<Point> &points, double time)
{
    const Point *found = nearest(points, time);
    return found && double(found->time) == time ? found : nullptr;
}

QString number(double value)
{
    return QLocale().toString(value, 'f', std::abs(value) >= 100.0 ? 0 : 1);
}

std::size_t pointsIn(const SeriesChartData &data)
{
    return data.observed.size() + data.comparison.size() + data.scenario.size()
        + data.residuals.size() + data.forecast.size();
}

/// Calls f(points) for each series with times.
template <class F> void forEachSeries(const SeriesChartData &data, F f)
{
    f(data.observed);
    f(data.comparison);
    f(data.scenario);
    f(data.forecast);
}

} // namespace

SeriesChart::SeriesChart(QWidget *parent)
    : PlotView(parent)
    , m_slot(this)
    , m_median(new QLineSeries(this))
    , m_outer(new QAreaSeries(new QLineSeries(this), new QLineSeries(this)))
    , m_inner(new QAreaSeries(new QLineSeries(this), new QLineSeries(this)))
{
    setTimeAxis(true);
    setCaptionRow(true);
    attach(m_outer);
    attach(m_inner);
    attach(m_median);
    applyColors();
}

SeriesChart::~SeriesChart() = default;

void SeriesChart::setData(std::shared_ptr<const SeriesChartData> shownData)
{
    m_slot.cancel();
    const bool another = m_data != shownData;
    m_data = std::move(shownData);
    if (another || isEmpty())
        m_picture.reset();
    updateSeries();
}

void SeriesChart::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    updateLayout();
}

void SeriesChart::setNow(UtcMs now)
{
    m_now = now;
    update();
}

void SeriesChart::setCurrent(UtcMs current)
{
    m_current = current;
    update();
}

QList<QPointF> SeriesChart::drawnPoints() const
{
    return m_picture ? m_picture->observed : QList<QPointF>();
}

bool SeriesChart::isEmpty() const
{
    return !m_data || (m_data->observed.empty() && m_data->forecast.empty());
}

void SeriesChart::applyColors()
{
    const Tokens &t = colors();
    m_median->setPen(QPen(t.forecast, kLineWidthPx, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    for (QAreaSeries *band : {m_outer, m_inner})
        band->setPen(Qt::NoPen);
    // The inner band lies over the outer one, so that its opacity adds to that below.
    const bool alone = !m_picture || m_picture->innerLow.isEmpty();
    m_outer->setBrush(withOpacity(t.forecast, alone ? kBandOpacity50 : kBandOpacity90));
    m_inner->setBrush(withOpacity(t.forecast, kBandOpacity50 - kBandOpacity90));
}

std::vector<Tick> SeriesChart::xTicks() const
{
    return timeTicks(static_cast<UtcMs>(xMin()), static_cast<UtcMs>(xMax()), m_zone,
        std::max(2, int(plotArea().width()) / kPixelsPerXTick));
}

void SeriesChart::updateSeries()
{
    const QString quantity = m_data ? m_data->quantity : QString();
    const QString unit = m_data ? m_data->unit : QString();
    setStripHeight(m_data && !m_data->residuals.empty() ? kStripHeight : 0);
    setYTitle(unit.isEmpty() ? quantity
                             //: axis title: %1 quantity, %2 unit
                             : tr("%1, %2").arg(quantity, unit));
    if (isEmpty()) {
        apply(std::make_shared<SeriesPicture>());
        return;
    }
    const int columns = std::max(1, int(plotArea().width()));
    const double from = isZoomed() ? xMin() : 0.0;
    const double to = isZoomed() ? xMax() : 0.0;
    if (pointsIn(*m_data) <= kPointsAtOnce) {
        apply(std::make_shared<SeriesPicture>(
            pictureOf(*m_data, from, to, columns, m_picture.get())));
        return;
    }
    auto work = [content = m_data, earlier = m_picture, from, to, columns](
                    TaskContext &) -> Result<std::shared_ptr<const SeriesPicture>> {
        return std::make_shared<const SeriesPicture>(
            pictureOf(*content, from, to, columns, earlier.get()));
    };
    m_slot.start(runTask(chartPool(), std::move(work)),
        [this](Result<std::shared_ptr<const SeriesPicture>> picture) {
            if (picture)
                apply(*picture);
        });
}

void SeriesChart::apply(std::shared_ptr<const SeriesPicture> picture)
{
    m_picture = std::move(picture);
    fillForecast();
    applyColors();
    const QRectF &range = m_picture->range;
    setRanges(range.left(), range.right(), range.top(), range.bottom());
    updateLayout();
}

void SeriesChart::fillForecast()
{
    const bool shown = isEntryVisible(kForecast);
    const auto fill = [shown](QLineSeries *series, const QList<QPointF> &points) {
        if (shown || series->count() > 0)
            series->replace(shown ? points : QList<QPointF>());
    };
    fill(m_median, m_picture->median);
    fill(m_outer->lowerSeries(), m_picture->outerLow);
    fill(m_outer->upperSeries(), m_picture->outerHigh);
    fill(m_inner->lowerSeries(), m_picture->innerLow);
    fill(m_inner->upperSeries(), m_picture->innerHigh);
}

QList<QPointF> SeriesChart::pixelsOf(const QList<QPointF> &places) const
{
    QList<QPointF> pixels;
    pixels.reserve(places.size());
    for (const QPointF &place : places)
        pixels.append(at(place));
    return pixels;
}

void SeriesChart::paintPlot(QPainter &painter)
{
    if (!m_picture)
        return;
    PlotView::paintPlot(painter);
    painter.save();
    const Tokens &t = colors();
    const auto pen = [](const QColor &color, double width) {
        return QPen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
    };
    painter.setClipRect(plotArea().adjusted(-kDotRadius, -kDotRadius, kDotRadius, kDotRadius));
    if (isEntryVisible(kComparison)) {
        painter.setPen(pen(withOpacity(t.observed, 0.5), 1.25));
        painter.drawLines(brokenLines(pixelsOf(m_picture->comparison)));
    }
    if (isEntryVisible(kScenario)) {
        painter.setPen(pen(t.scenario, kLineWidthPx));
        painter.drawLines(dashedLines(pixelsOf(m_picture->scenario), 6.0, 4.0));
    }
    if (isEntryVisible(kObserved))
        paintObserved(painter);
    painter.restore();
    if (!stripArea().isNull())
        paintResiduals(painter);
}

void SeriesChart::paintObserved(QPainter &painter) const
{
    const Tokens &t = colors();
    const QList<QPointF> pixels = pixelsOf(m_picture->observed);
    // Where the line goes up and down in every column it is a surface: smooth edges would cost
    // four times as much and could not be seen.
    const bool dense = double(pixels.size()) > kDensePerPx * plotArea().width();
    const bool smooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing, smooth && !dense);
    painter.setPen(
        QPen(t.observed, dense ? 1.0 : kLineWidthPx, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    painter.drawLines(brokenLines(pixels));
    painter.setRenderHint(QPainter::Antialiasing, smooth);
    const double spread = pixels.isEmpty() ? 0.0 : pixels.back().x() - pixels.front().x();
    if (pixels.size() > 1 && spread / double(pixels.size() - 1) < kDotsFromPx)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.observed);
    for (const QPointF &pixel : pixels) {
        if (std::isfinite(pixel.y()))
            painter.drawEllipse(pixel, kDotRadius, kDotRadius);
    }
}

void SeriesChart::paintResiduals(QPainter &painter) const
{
    const Tokens &t = colors();
    const QRectF strip = stripArea();
    painter.save();
    const double zero = std::round(strip.center().y()) + 0.5;
    const double scale = m_picture->largestResidual > 0.0
        ? (strip.height() / 2.0 - 1.0) / m_picture->largestResidual
        : 0.0;
    painter.setPen(QPen(withOpacity(t.textPrimary, 2.0 * kGridOpacity), 1.0));
    painter.drawLine(QPointF(strip.left(), zero), QPointF(strip.right(), zero));
    painter.setFont(themeFont(type::kCaption));
    painter.setPen(t.textSecondary);
    painter.drawText(QRectF(0, strip.top(), strip.left() - 6, strip.height()),
        Qt::AlignRight | Qt::AlignVCenter,
        //: scale of a strip of differences: plus or minus %1
        tr("±%1").arg(number(m_picture->largestResidual)));
    painter.setClipRect(strip);
    const auto drawn = double(std::max<qsizetype>(1, m_picture->residuals.size()));
    const double width = std::clamp(0.7 * strip.width() / drawn, 1.0, 6.0);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const QPointF &place : m_picture->residuals) {
        if (!std::isfinite(place.y()))
            continue;
        const QColor &color = place.y() < 0.0 ? t.differenceRamp[0] : t.differenceRamp[4];
        painter.fillRect(
            QRectF(xAt(place.x()) - width / 2.0, zero, width, -place.y() * scale), color);
    }
    painter.restore();
}

std::vector<ChartView::LegendEntry> SeriesChart::legend() const
{
    std::vector<LegendEntry> entries;
    if (isEmpty())
        return entries;
    const Tokens &t = colors();
    if (!m_data->observed.empty())
        entries.push_back({kObserved, tr("Observed"), t.observed, Mark::Line});
    if (!m_data->comparison.empty() && !m_data->comparisonLabel.isEmpty())
        entries.push_back(
            {kComparison, m_data->comparisonLabel, withOpacity(t.observed, 0.5), Mark::Line});
    if (!m_data->forecast.empty()) {
        QString label = tr("Forecast");
        if (m_picture && !m_picture->outerLow.isEmpty()) {
            const bool inner = !m_picture->innerLow.isEmpty();
            if (m_picture->wide)
                label =
                    inner ? tr("Forecast with 50 % and 90 % band") : tr("Forecast with 90 % band");
            else
                label =
                    inner ? tr("Forecast with 50 % and 80 % band") : tr("Forecast with 80 % band");
        }
        entries.push_back({kForecast, label, t.forecast, Mark::Line});
    }
    if (!m_data->scenario.empty())
        entries.push_back(
            {kScenario, m_data->scenarioLabel.isEmpty() ? tr("Scenario") : m_data->scenarioLabel,
                t.scenario, Mark::Dashes});
    return entries;
}

void SeriesChart::paintOverlay(QPainter &painter)
{
    const Tokens &t = colors();
    const bool captionsCollide = m_current != 0 && m_current != m_now
        && std::abs(xAt(double(m_now)) - xAt(double(m_current))) < kCaptionWidth;
    if (m_now != 0) {
        paintRule(painter, double(m_now), QPen(t.textSecondary, 1.0),
            captionsCollide ? QString() : tr("Now"));
    }
    if (m_current != 0 && m_current != m_now)
        paintRule(painter, double(m_current), QPen(t.accent, 1.5),
            QLocale().toString(
                QDateTime::fromMSecsSinceEpoch(m_current, m_zone), QStringLiteral("HH:mm")));
    if (const auto place = cursorPlace()) {
        if (const SeriesPoint *seen = nearest(m_data->observed, place->x());
            seen && std::isfinite(seen->value)) {
            const double pixels = std::abs(xAt(double(seen->time)) - xAt(place->x()));
            if (pixels > kDotsFromPx || !isEntryVisible(kObserved))
                return;
            painter.setPen(QPen(t.panel, 1.5));
            painter.setBrush(t.observed);
            painter.drawEllipse(at({double(seen->time), seen->value}), 4.0, 4.0);
        }
    }
}

std::optional<QPointF> SeriesChart::snapped(QPointF place) const
{
    double time = place.x();
    double distance = std::numeric_limits<double>::infinity();
    if (isEmpty())
        return std::nullopt;
    forEachSeries(*m_data, [&](const auto &points) {
        const auto *found = nearest(points, place.x());
        if (found && std::abs(double(found->time) - place.x()) < distance) {
            distance = std::abs(double(found->time) - place.x());
            time = double(found->time);
        }
    });
    return QPointF(time, place.y());
}

QPointF SeriesChart::stepped(QPointF from, int dx, int) const
{
    double time = from.x();
    for (int i = 0; i < std::min(std::abs(dx), 1000); ++i) {
        std::optional<double> next;
        forEachSeries(*m_data, [&](const auto &points) {
            if (points.empty())
                return;
            using Point = std::decay_t<decltype(points.front())>;
            double candidate = 0.0;
            if (std::abs(dx) == kToEnd) {
                candidate = double((dx > 0 ? points.back() : points.front()).time);
            } else if (dx > 0) {
                const auto after = std::upper_bound(points.begin(), points.end(), time,
                    [](double t, const Point &p) { return t < double(p.time); });
                if (after == points.end())
                    return;
                candidate = double(after->time);
            } else {
                const auto here = std::lower_bound(points.begin(), points.end(), time,
                    [](const Point &p, double t) { return double(p.time) < t; });
                if (here == points.begin())
                    return;
                candidate = double((here - 1)->time);
            }
            const bool outermost = (dx > 0) == (std::abs(dx) == kToEnd);
            if (!next || (outermost ? candidate > *next : candidate < *next))
                next = candidate;
        });
        if (!next || std::abs(dx) == kToEnd)
            return {next.value_or(time), from.y()};
        time = *next;
    }
    return {time, from.y()};
}

ChartView::ReadOut SeriesChart::readOut(QPointF place) const
{
    const Tokens &t = colors();
    const double time = place.x();
    ReadOut out;
    const auto inUnit = [&](double value) {
        return std::isfinite(value) ? number(value) + QChar(QChar::Nbsp) + m_data->unit
                                    : tr("missing");
    };
    if (const auto *seen = exactly(m_data->observed, time); seen && isEntryVisible(kObserved))
        out.lines.push_back({t.observed, tr("Observed"), inUnit(seen->value)});
    if (const auto *other = exactly(m_data->comparison, time); other && isEntryVisible(kComparison))
        out.lines.push_back(
            {withOpacity(t.observed, 0.5), m_data->comparisonLabel, inUnit(other->value)});
    if (const auto *expected = exactly(m_data->forecast, time);
        expected && isEntryVisible(kForecast)) {
        out.lines.push_back({t.forecast, tr("Forecast"), inUnit(expected->p50)});
        const auto band = [&](const QString &name, double low, double high) {
            if (std::isfinite(low) && std::isfinite(high)) {
                //: a range from %1 to %2
                out.lines.push_back(
                    {QColor(), name, tr("%1 to %2").arg(number(low), number(high))});
            }
        };
        band(QStringLiteral("p25–p75"), expected->p25, expected->p75);
        band(QStringLiteral("p10–p90"), expected->p10, expected->p90);
        band(QStringLiteral("p05–p95"), expected->p05, expected->p95);
    }
    if (const auto *would = exactly(m_data->scenario, time); would && isEntryVisible(kScenario))
        out.lines.push_back({t.scenario, tr("Scenario"), inUnit(would->value)});
    if (const auto *rest = exactly(m_data->residuals, time))
        out.lines.push_back({QColor(), tr("Observed − forecast"), inUnit(rest->value)});
    //: QLocale date pattern: abbreviated day of week, day, abbreviated month, time
    out.title = QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(static_cast<UtcMs>(time), m_zone), tr("ddd d MMM HH:mm"));
    out.anchor = QPointF(xAt(time), plotArea().center().y());
    return out;
}

ChartView::TableMaker SeriesChart::tableMaker() const
{
    const SeriesHeader header = {tr("Time (%1)").arg(QString::fromUtf8(m_zone.id())),
        tr("Observed"), tr("Forecast"),
        m_data && !m_data->comparisonLabel.isEmpty() ? m_data->comparisonLabel : tr("Comparison"),
        m_data && !m_data->scenarioLabel.isEmpty() ? m_data->scenarioLabel : tr("Scenario"),
        tr("Observed − forecast")};
    return [content = m_data, header, zone = m_zone] {
        return content ? seriesTable(*content, header, zone) : ChartTable();
    };
}

qsizetype SeriesChart::tableRows() const
{
    return m_data ? qsizetype(pointsIn(*m_data)) : 0;
}

void SeriesChart::retranslate()
{
    if (m_data)
        updateSeries();
}

void SeriesChart::clicked(QPointF place)
{
    pick(xAt(place.x()));
}

void SeriesChart::mousePressEvent(QMouseEvent *event)
{
    const QPointF pixel = event->position();
    m_scrubbing = event->button() == Qt::LeftButton && m_current != 0 && !isEmpty()
        && plotArea().contains(pixel) && std::abs(xAt(double(m_current)) - pixel.x()) <= kGrabPx;
    if (m_scrubbing)
        event->accept();
    else
        PlotView::mousePressEvent(event);
}

void SeriesChart::mouseMoveEvent(QMouseEvent *event)
{
    if (m_scrubbing)
        pick(event->position().x());
    else
        PlotView::mouseMoveEvent(event);
}

void SeriesChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_scrubbing) {
        PlotView::mouseReleaseEvent(event);
        return;
    }
    m_scrubbing = false;
    pick(event->position().x());
}

void SeriesChart::pick(double pixel)
{
    if (isEmpty())
        return;
    const double inside = std::clamp(pixel, plotArea().left(), plotArea().right());
    Q_EMIT timePicked(static_cast<UtcMs>(std::llround(placeAt({inside, 0.0}).x())));
}

} // namespace belvedere::ui
