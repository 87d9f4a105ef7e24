// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/surface_view.h"

#include "common/format.h"
#include "safety/kernel_density.h"
#include "safety/safety_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::SafetySurface)
};

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();
constexpr double kLargestQuantile = 0.995; // above it the last band: single cells are far higher
constexpr double kLeastShare = 0.1; // of the first break; below, the ground is seen
constexpr double kInterval = 0.9;
// Of HotSpots: the limits of p behind the classes, on top of the false discovery rate held.
constexpr double kVeryClear = 0.001;
constexpr double kClear = 0.01;
constexpr double kChange = 0.05; // of Change: p of what may be more than chance

std::vector<MapColor> riskColors()
{
    std::vector<MapColor> colors;
    for (std::size_t i = 0; i < tokensOf(ThemeMode::Light).riskRamp.size(); ++i)
        colors.emplace_back(
            tokensOf(ThemeMode::Light).riskRamp[i], tokensOf(ThemeMode::Dark).riskRamp[i]);
    return colors;
}

MapColor differenceColor(std::size_t i, double opacity = 1.0)
{
    return {withOpacity(tokensOf(ThemeMode::Light).differenceRamp[i], opacity),
        withOpacity(tokensOf(ThemeMode::Dark).differenceRamp[i], opacity)};
}

int decimalsOf(double smallest)
{
    return smallest > 0.0 && smallest < 1.0 ? static_cast<int>(std::ceil(-std::log10(smallest)))
                                            : 0;
}

/// The highest bands of the ramp, one more than there are breaks: few classes differ strongly.
ValueScale amountScale(const std::vector<float> &values)
{
    ValueScale scale;
    const std::vector<MapColor> colors = riskColors();
    scale.breaks = amountBreaks(values, static_cast<int>(colors.size()) - 1);
    const std::size_t bands = scale.breaks.size() + 1;
    for (std::size_t i = 0; i < bands; ++i)
        scale.bands.push_back(
            {colors[bands > 1 ? i * (colors.size() - 1) / (bands - 1) : colors.size() - 1], 14.0});
    return scale;
}

/// Classes 0 … colors.size() - 1 as values.
ValueScale classScale(const std::vector<MapColor> &colors)
{
    ValueScale scale;
    for (std::size_t i = 0; i < colors.size(); ++i) {
        if (i > 0)
            scale.breaks.push_back(static_cast<double>(i) - 0.5);
        scale.bands.push_back({colors[i], 14.0});
    }
    return scale;
}

// Classes of HotSpots and Change, from the first band of the legend on.
enum HotClass { VeryHot, Hot, PerhapsHot, PerhapsCold, Cold, VeryCold };
enum ChangeClass { ClearlyMore, PerhapsMore, PerhapsFewer, ClearlyFewer };

QStringList hotLabels()
{
    return {Text::tr("Hot, beyond doubt (p < 0.001)"), Text::tr("Hot, clearly (p < 0.01)"),
        Text::tr("Hot, probably (p < 0.05)"), Text::tr("Cold, probably (p < 0.05)"),
        Text::tr("Cold, clearly (p < 0.01)"), Text::tr("Cold, beyond doubt (p < 0.001)")};
}

QStringList changeLabels()
{
    return {Text::tr("More, clearly"), Text::tr("More, perhaps by chance"),
        Text::tr("Fewer, perhaps by chance"), Text::tr("Fewer, clearly")};
}

ValueScale hotScale()
{
    return classScale({differenceColor(4), differenceColor(3), differenceColor(3, 0.5),
        differenceColor(1, 0.5), differenceColor(1), differenceColor(0)});
}

ValueScale changeScale()
{
    return classScale(
        {differenceColor(4), differenceColor(3, 0.6), differenceColor(1, 0.6), differenceColor(0)});
}

float hotClass(const GiStar &cell)
{
    if (cell.flag == HotSpot::None)
        return kNothing;
    const bool hot = cell.flag == HotSpot::Hot;
    if (cell.p < kVeryClear)
        return hot ? VeryHot : VeryCold;
    if (cell.p < kClear)
        return hot ? Hot : Cold;
    return hot ? PerhapsHot : PerhapsCold;
}

float changeClass(const CellChange &cell)
{
    const bool more = cell.now > cell.expected;
    if (cell.notable)
        return more ? ClearlyMore : ClearlyFewer;
    if (cell.p < kChange)
        return more ? PerhapsMore : PerhapsFewer;
    return kNothing;
}

/// What is too little to be seen in the first band shows the ground.
void hideLeast(std::vector<float> &values, const ValueScale &scale)
{
    const double least = scale.breaks.empty() ? 0.0 : kLeastShare * scale.breaks.front();
    for (float &value : values) {
        if (!(static_cast<double>(value) > least))
            value = kNothing;
    }
}

struct Maker
{
    SurfaceView &view;
    FittedRisk fitted;
    const TaskContext &context;

    Result<> make()
    {
        switch (view.query.surface) {
        case SafetySurface::Density:
            return density();
        case SafetySurface::Count:
            view.values.assign(view.counts.begin(), view.counts.end());
            amounts();
            return {};
        case SafetySurface::Risk:
            return risk();
        case SafetySurface::HotSpots:
            return hotSpots();
        case SafetySurface::Change:
            return change();
        }
        return {};
    }

    [[nodiscard]] int type() const
    {
        return view.query.choice.type.isEmpty() ? kAllTypes
                                                : view.cells->typeIndex(view.query.choice.type);
    }
    void amounts()
    {
        view.scale = amountScale(view.values);
        hideLeast(view.values, view.scale);
        view.decimals = view.scale.breaks.empty() ? 0 : decimalsOf(view.scale.breaks.front());
    }
    Result<> density()
    {
        const double chosen = view.query.choice.bandwidthM;
        view.bandwidthM = chosen > 0.0 ? chosen : usualBandwidthM(*view.cells, view.period, type());
        KernelSpec spec;
        spec.bandwidthM = view.bandwidthM;
        BV_TRY(const std::vector<double> smooth,
            kernelDensity(*view.cells, spec, view.period, type()));
        const double km2 = view.cells->area.grid().cellKm2();
        for (const double value : smooth)
            view.values.push_back(static_cast<float>(value / km2));
        amounts();
        return {};
    }
    Result<> risk()
    {
        const UtcMs day = view.query.known;
        const bool recent = fitted.model && fitted.known <= day && day - fitted.known < kTunedMs;
        if (!recent || fitted.known != day) {
            RiskSpec spec;
            if (recent) {
                spec = fitted.model->spec();
            } else {
                BV_TRY(spec,
                    RiskModel::tuned(
                        *view.cells, day, view.query.zone, type(), kTuningWeeks, context));
            }
            BV_TRY(RiskModel model, RiskModel::fit(*view.cells, day, spec, type(), context));
            fitted = {std::make_shared<const RiskModel>(std::move(model)), day};
        }
        view.risk = fitted;
        view.expected = fitted.model->expectedInHour(hourOfWeek(view.query.to, view.query.zone));
        for (const ExpectedCount &cell : view.expected)
            view.values.push_back(static_cast<float>(cell.mean));
        amounts();
        return {};
    }
    Result<> hotSpots()
    {
        BV_TRY(view.hotSpots, getisOrd(view.cells->area, view.counts));
        for (const GiStar &cell : view.hotSpots)
            view.values.push_back(hotClass(cell));
        view.scale = hotScale();
        return {};
    }
    Result<> change()
    {
        ChangeSpec spec;
        spec.before = periodBefore(view.period);
        spec.now = view.period;
        spec.type = type();
        BV_TRY(view.changes, changeMap(*view.cells, spec));
        for (const CellChange &cell : view.changes)
            view.values.push_back(changeClass(cell));
        view.scale = changeScale();
        return {};
    }

    static constexpr int kTuningWeeks = 8;
    static constexpr UtcMs kTunedMs = 28 * kMsPerDay; // that a specification holds
};

} // namespace

QString SurfaceQuery::key() const
{
    const bool risk = surface == SafetySurface::Risk;
    const QStringList parts{surfaceId(surface), choice.table, choice.type,
        QString::number(choice.cellM), risk ? QString() : QString::number(choice.days),
        surface == SafetySurface::Density ? QString::number(choice.bandwidthM) : QString(),
        risk ? QString::number(known) : QString::number(to),
        risk ? QString::number(hourOfWeek(to, zone)) : QString()};
    return parts.join(QLatin1Char('\n'));
}

std::vector<double> amountBreaks(std::vector<float> values, int most)
{
    std::erase_if(values, [](float value) { return !(std::isfinite(value) && value > 0.0F); });
    if (values.empty() || most < 1)
        return {};
    const auto at = values.begin()
        + static_cast<std::ptrdiff_t>(kLargestQuantile * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    const double large = static_cast<double>(*at);
    const double small = static_cast<double>(*std::min_element(values.begin(), values.end()));
    static constexpr double kSteps[] = {5.0, 2.0, 1.0};
    std::vector<double> breaks;
    for (int power = static_cast<int>(std::floor(std::log10(large)));; --power) {
        for (const double step : kSteps) {
            const double value = step * std::pow(10.0, power);
            if (value > large)
                continue;
            if (static_cast<int>(breaks.size()) == most || (value < small && !breaks.empty())) {
                std::reverse(breaks.begin(), breaks.end());
                return breaks;
            }
            breaks.push_back(value);
        }
    }
}

Result<std::shared_ptr<const SurfaceView>> makeSurface(std::shared_ptr<const CellIncidents> cells,
    const SurfaceQuery &query, const FittedRisk &risk, const TaskContext &context)
{
    auto view = std::make_shared<SurfaceView>();
    view->query = query;
    view->cells = std::move(cells);
    view->period = periodOf(query.choice, *view->cells, query.to);
    Maker maker{*view, risk, context};
    const int type = maker.type();
    if (!query.choice.type.isEmpty() && type < 0)
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "The data have no incidents of the type “%1”."),
            {query.choice.type});
    view->counts = countMap(*view->cells, view->period, type);
    view->incidents = std::count_if(
        view->cells->placed.begin(), view->cells->placed.end(), [&](const PlacedIncident &each) {
            return view->period.contains(each.at) && (type == kAllTypes || each.type == type);
        });
    BV_TRY_VOID(maker.make());
    return std::shared_ptr<const SurfaceView>(std::move(view));
}

std::vector<int> SurfaceView::ranked(int most) const
{
    std::vector<int> cellsSeen;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i]))
            cellsSeen.push_back(static_cast<int>(i));
    }
    const auto weight = [this](int cell) {
        const auto i = static_cast<std::size_t>(cell);
        switch (query.surface) {
        case SafetySurface::HotSpots:
            return hotSpots[i].z;
        case SafetySurface::Change:
            return changes[i].now - changes[i].expected;
        default:
            return static_cast<double>(values[i]);
        }
    };
    std::stable_sort(cellsSeen.begin(), cellsSeen.end(),
        [&weight](int a, int b) { return weight(a) > weight(b); });
    if (static_cast<int>(cellsSeen.size()) > most)
        cellsSeen.resize(static_cast<std::size_t>(most));
    return cellsSeen;
}

QString SurfaceView::valueText(int cell) const
{
    const auto i = static_cast<std::size_t>(cell);
    switch (query.surface) {
    case SafetySurface::Density:
        return formatValue(static_cast<double>(values[i]), Text::tr("per km²"));
    case SafetySurface::Count:
        return formatCount(static_cast<qint64>(counts[i]));
    case SafetySurface::Risk:
        return formatNumber(expected[i].mean);
    case SafetySurface::HotSpots:
        //: a standard score of a cell
        return Text::tr("z = %1").arg(formatNumber(hotSpots[i].z));
    case SafetySurface::Change:
        //: incidents before and now
        return Text::tr("%1 → %2").arg(formatCount(changes[i].before), formatCount(changes[i].now));
    }
    return {};
}

namespace {

void addRisk(MapTip &tip, const ExpectedCount &cell)
{
    tip.value = formatNumber(cell.mean);
    tip.unit = Text::tr("expected in the hour");
    //: as in "0 to 2"
    tip.rows.append({Text::tr("90 % interval"),
        Text::tr("%1 to %2")
            .arg(formatCount(cell.quantile((1.0 - kInterval) / 2.0)),
                formatCount(cell.quantile((1.0 + kInterval) / 2.0)))});
    tip.rows.append({Text::tr("At least one"), formatPercent(cell.atLeastOne, 1)});
    //: how well an expected number is known, as in "±0.02"
    tip.rows.append(
        {Text::tr("Expectation known to"), Text::tr("±%1").arg(formatNumber(cell.meanDeviation))});
}

void addHotSpot(MapTip &tip, const GiStar &cell)
{
    const float cls = hotClass(cell);
    tip.value = std::isnan(cls) ? Text::tr("Not beyond chance")
                                : hotLabels().value(static_cast<qsizetype>(cls));
    tip.rows.append({Text::tr("Gi* (z)"), formatNumber(cell.z)});
    tip.rows.append({Text::tr("p"), formatNumber(cell.p)});
}

void addChange(MapTip &tip, const CellChange &cell)
{
    const float cls = changeClass(cell);
    tip.value = std::isnan(cls) ? Text::tr("No clear change")
                                : changeLabels().value(static_cast<qsizetype>(cls));
    tip.rows.append({Text::tr("Period before"), formatCount(cell.before)});
    tip.rows.append({Text::tr("This period"), formatCount(cell.now)});
    if (cell.before > 0)
        //: a ratio with its interval, as in "1.8 (1.2 to 2.7)"
        tip.rows.append({Text::tr("Ratio, 95 % interval"),
            Text::tr("%1 (%2 to %3)")
                .arg(
                    formatNumber(cell.ratio), formatNumber(cell.lower), formatNumber(cell.upper))});
    tip.rows.append({Text::tr("p"), formatNumber(cell.p)});
}

} // namespace

MapTip SurfaceView::tip(int cell) const
{
    MapTip tip;
    if (cell < 0 || static_cast<std::size_t>(cell) >= counts.size())
        return tip;
    const auto i = static_cast<std::size_t>(cell);
    //: %1 is the edge of a cell, %2 a type of incidents
    tip.title = Text::tr("Cell of %1 · %2")
                    .arg(distanceText(query.choice.cellM), typeTitle(query.choice.type));
    switch (query.surface) {
    case SafetySurface::Density:
        tip.value = formatNumber(static_cast<double>(std::isnan(values[i]) ? 0.0F : values[i]));
        tip.unit = Text::tr("per km²");
        tip.rows.append({Text::tr("Bandwidth"), distanceText(bandwidthM)});
        break;
    case SafetySurface::Count:
        tip.value = formatCount(static_cast<qint64>(counts[i]));
        tip.unit = Text::tr("incidents");
        break;
    case SafetySurface::Risk:
        addRisk(tip, expected[i]);
        tip.rows.append({Text::tr("Hour"), formatDayAndTime(query.to, query.zone)});
        tip.rows.append({Text::tr("Known until"), formatDayAndTime(query.known, query.zone)});
        return tip;
    case SafetySurface::HotSpots:
        addHotSpot(tip, hotSpots[i]);
        break;
    case SafetySurface::Change:
        addChange(tip, changes[i]);
        break;
    }
    if (query.surface != SafetySurface::Count && query.surface != SafetySurface::Change)
        tip.rows.append({Text::tr("Incidents in it"), formatCount(static_cast<qint64>(counts[i]))});
    tip.rows.append({Text::tr("Period"), periodTitle(query.choice.days)});
    tip.rows.append({Text::tr("Until"), formatDayAndTime(query.to, query.zone)});
    return tip;
}

LegendContent SurfaceView::legend(const QString &source) const
{
    LegendContent content;
    content.scale = scale;
    content.decimals = decimals;
    content.source = source;
    content.surface = true;
    content.attribute = surfaceTitle(query.surface);
    //: a period, and when it ends
    content.time = Text::tr("%1 until %2")
                       .arg(periodTitle(query.choice.days), formatDateTime(query.to, query.zone));
    //: a type of incidents, and their number
    content.note = Text::tr("%1: %Ln incident(s)", nullptr, static_cast<int>(incidents))
                       .arg(typeTitle(query.choice.type));
    switch (query.surface) {
    case SafetySurface::Density:
        content.unit = Text::tr("incidents per km²");
        content.gradual = true;
        content.age = Text::tr("Bandwidth %1").arg(distanceText(bandwidthM));
        break;
    case SafetySurface::Count:
        //: of a number of incidents: %1 is the edge of a cell
        content.unit = Text::tr("per cell of %1").arg(distanceText(query.choice.cellM));
        break;
    case SafetySurface::Risk:
        content.unit = Text::tr("per cell of %1").arg(distanceText(query.choice.cellM));
        //: the hour from %1 on
        content.time = Text::tr("Hour of %1").arg(formatDateTime(query.to, query.zone));
        content.note =
            Text::tr("%1: from all before %2")
                .arg(typeTitle(query.choice.type), formatDateTime(query.known, query.zone));
        break;
    case SafetySurface::HotSpots:
        content.labels = hotLabels();
        content.age = Text::tr("At most 5 % of the marked cells by chance");
        break;
    case SafetySurface::Change:
        content.labels = changeLabels();
        content.age = Text::tr("Against the period before");
        break;
    }
    if (!content.labels.isEmpty()) {
        content.points = true;
        content.symbol = Symbol::Square;
    }
    const bool any =
        std::any_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
    if (!any)
        content.empty = incidents == 0
            ? Text::tr("Nothing happened in this period. Choose a longer one or another type.")
            : Text::tr("No cell differs from chance. Choose a longer period or larger cells.");
    return content;
}

std::shared_ptr<const LayerAttributes> SurfaceView::attributes(double opacity) const
{
    const StudyArea &area = cells->area;
    SurfaceValues surface;
    surface.scale = scale;
    surface.smooth = query.surface == SafetySurface::Density;
    surface.gradual = surface.smooth;
    surface.opacity = opacity;
    surface.state = query.surface == SafetySurface::Risk && query.to > query.known + kMsPerDay
        ? ValueState::Forecast
        : ValueState::Good;
    const auto columns = static_cast<std::size_t>(area.columns());
    const auto rows = static_cast<std::size_t>(area.rows());
    surface.values.assign(rows * columns, kNothing);
    const std::vector<int> &numbers = area.numbers();
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const int cell = numbers[(rows - 1 - row) * columns + column];
            if (cell >= 0)
                surface.values[row * columns + column] = values[static_cast<std::size_t>(cell)];
        }
    }
    return surfaceAttributes(std::move(surface));
}

CellGeometry makeCellGeometry(const StudyArea &area, const LocalProjection &projection)
{
    CellGeometry geometry;
    const SquareGrid &grid = area.grid();
    const GridCell southWest = area.southWest();
    const GridCell northEast{
        southWest.north + area.rows() - 1, southWest.east + area.columns() - 1};
    BoundingBox box;
    box.add(projection.toPlane(grid.corners(southWest)[0]));
    box.add(projection.toPlane(grid.corners(northEast)[2]));
    geometry.surface = SurfaceGeometry::make(box, area.columns(), area.rows());
    PolylineSet rings;
    for (int i = 0; i < area.size(); ++i) {
        std::array<PointM, 4> ring;
        const std::array<LonLat, 4> corners = grid.corners(area.cell(i));
        std::transform(corners.begin(), corners.end(), ring.begin(),
            [&projection](LonLat corner) { return projection.toPlane(corner); });
        rings.append(ring);
    }
    geometry.areas = AreaGeometry::make(
        std::move(rings), std::vector<std::uint32_t>(static_cast<std::size_t>(area.size()), 1));
    auto unseen = std::make_shared<LayerAttributes>();
    unseen->styles.push_back({}); // neither filled nor outlined, yet it can be pointed at
    geometry.unseen = std::move(unseen);
    return geometry;
}

} // namespace belvedere::ui
