// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/plan_map.h"

#include "common/format.h"
#include "common/preferences.h"
#include "map/compare/compare_bar.h"
#include "map/compare/map_compare.h"
#include "map/map_view.h"
#include "map/overlays/map_furniture.h"
#include "map/tools/map_tools.h"
#include "plan/plan_model.h"
#include "plan/plan_runs.h"
#include "plan/plan_scale.h"
#include "plan/plan_text.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kZoneScale = 12.0; // metres per pixel; farther out zones are only in the way
constexpr double kMargin = 0.08; // around the network
constexpr double kLeastBundle = 0.5; // vehicles per hour

std::vector<float> floats(const std::vector<double> &values, std::size_t from, std::size_t count)
{
    std::vector<float> result(count, std::numeric_limits<float>::quiet_NaN());
    for (std::size_t i = 0; i < count && from + i < values.size(); ++i)
        result[i] = static_cast<float>(values[from + i]);
    return result;
}

MapLayer layer(const QString &id, LayerOrder order, MapGeometry geometry,
    std::shared_ptr<const LayerAttributes> attributes, bool pickable)
{
    MapLayer made;
    made.id = id;
    made.order = order;
    made.geometry = std::move(geometry);
    made.attributes = std::move(attributes);
    made.side = LineSide::Right;
    made.pickable = pickable;
    return made;
}

std::shared_ptr<LayerAttributes> oneLook(const FeatureStyle &style)
{
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles = {style};
    return attributes;
}

/// Roads without figures.
FeatureStyle plainRoad()
{
    FeatureStyle style;
    style.color = MapColor::of(&Tokens::textTertiary);
    style.width = 2.5;
    return style;
}

FeatureStyle zoneLook()
{
    FeatureStyle style;
    style.symbol = Symbol::Hexagon;
    style.color = MapColor::of(&Tokens::textSecondary);
    style.casing = MapColor::of(&Tokens::mapLabelHalo);
    style.width = 8.0;
    style.maxMetersPerPixel = kZoneScale;
    return style;
}

FeatureStyle editedLook(Symbol symbol)
{
    FeatureStyle style;
    style.symbol = symbol;
    style.color = MapColor::of(&Tokens::scenario);
    style.casing = MapColor::of(&Tokens::mapLabelHalo);
    style.casingWidth = 1.5;
    style.width = 13.0;
    return style;
}

FeatureStyle cased()
{
    FeatureStyle style;
    style.casing = MapColor::of(&Tokens::mapRoadCasing);
    style.casingWidth = 0.8;
    return style;
}

} // namespace

PlanMap::PlanMap(PlanModel &model, PlanRuns &runs, const PlanContext &context, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_runs(runs)
    , m_context(context)
    , m_toolRow(new QWidget(this))
    , m_quantity(new QComboBox)
    , m_period(new QComboBox)
    , m_difference(new QToolButton)
    , m_compare(new MapCompare(context.pools->render, this))
    , m_compareBar(new CompareBar(*m_compare))
    , m_tools(new MapTools(*m_compare->a(), context.pools->io))
    , m_furniture(new MapFurniture(*m_compare->a(), *m_tools, context.pools->render))
{
    m_tools->addView(*m_compare->b());
    makeToolRow();
    auto *stack = new QGridLayout(this);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->addWidget(m_compare, 0, 0);
    stack->addWidget(m_toolRow, 0, 0, Qt::AlignTop);
    m_toolRow->raise();
    connectMap();
    const auto choose = [this] {
        refresh();
        Q_EMIT choiceChanged();
    };
    connect(m_quantity, &QComboBox::activated, this, choose);
    connect(m_period, &QComboBox::activated, this, choose);
    connect(m_difference, &QToolButton::toggled, this, &PlanMap::refresh);
    connect(m_compare, &MapCompare::modeChanged, this, &PlanMap::refresh);
    connect(&m_runs, &PlanRuns::resultChanged, this, &PlanMap::refresh);
    connect(&m_model, &PlanModel::currentChanged, this, &PlanMap::refresh);
    connect(&m_model, &PlanModel::checked, this, &PlanMap::showScenarioParts);
    if (m_context.preferences)
        connect(m_context.preferences, &Preferences::changed, this, &PlanMap::applyPreferences);
    retranslate();
    applyPreferences();
    m_difference->setChecked(true);
}

void PlanMap::makeToolRow()
{
    auto *row = new QHBoxLayout(m_toolRow);
    row->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, 0);
    row->setSpacing(space::kSmall);
    for (QComboBox *box : {m_quantity, m_period})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_difference->setCheckable(true);
    m_difference->setIcon(icon(QStringLiteral("difference")));
    m_difference->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    row->addWidget(m_quantity);
    row->addWidget(m_period);
    row->addWidget(m_difference);
    row->addWidget(m_compareBar);
    row->addStretch();
    for (QWidget *tool : m_toolRow->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        tool->installEventFilter(this);
    m_toolRow->installEventFilter(this);
}

void PlanMap::connectMap()
{
    for (MapView *view : {m_compare->a(), m_compare->b()}) {
        const bool ofBase = view == m_compare->b();
        view->setTip([this, ofBase](const QString &id, std::int32_t feature) {
            return m_scene ? tipOf(ofBase, id, feature) : MapTip();
        });
    }
    connect(m_compare, &MapCompare::picked, this, [this](const QString &id, std::int32_t feature) {
        if (id == planlayer::kZones)
            Q_EMIT zonePicked(
                m_model.base()->network().zones()[static_cast<std::size_t>(feature)].id);
        else
            Q_EMIT linkPicked(linkOf(id, feature));
    });
    connect(m_tools, &MapTools::regionSelected, this,
        [this](const std::vector<PickedFeature> &found, SelectionChange change) {
            std::vector<std::size_t> links;
            for (const PickedFeature &feature :
                changedSelection(map()->selection(), found, change)) {
                if (feature.layer == planlayer::kLinks)
                    links.push_back(static_cast<std::size_t>(feature.feature));
            }
            Q_EMIT linksSelected(links);
        });
    connect(m_compare, &MapCompare::pickedNothing, this, [this] { Q_EMIT linkPicked(-1); });
}

int PlanMap::linkOf(const QString &id, std::int32_t feature) const
{
    const auto base = static_cast<int>(m_model.base()->network().links().size());
    if (id == planlayer::kAdded)
        return base + feature;
    if (id == planlayer::kEdited)
        return static_cast<int>(m_editedLinks[static_cast<std::size_t>(feature)]);
    return feature;
}

void PlanMap::setScene(std::shared_ptr<const PlanScene> scene)
{
    m_scene = std::move(scene);
    m_bundle.clear();
    fillPeriods();
    if (m_scene && m_scene->links) {
        for (MapView *view : {m_compare->a(), m_compare->b()}) {
            view->setProjection(m_scene->projection);
            view->setCaption(m_scene->attribution);
        }
    }
    showScenarioParts();
    if (m_scene && m_scene->links)
        // Nothing of it lies below the tools.
        map()->fit(m_scene->focus.grown(
            kMargin * std::max(m_scene->focus.width(), m_scene->focus.height())));
}

std::vector<MapLayer> PlanMap::layers() const
{
    if (!m_scene || !m_scene->links)
        return {};
    std::vector<MapLayer> all = m_scene->ground;
    all.push_back(
        layer(planlayer::kLinks, LayerOrder::Values, m_scene->links, oneLook(plainRoad()), true));
    if (m_added)
        all.push_back(
            layer(planlayer::kAdded, LayerOrder::Values, m_added, oneLook(plainRoad()), true));
    auto none = std::make_shared<LayerAttributes>();
    all.push_back(layer(planlayer::kBundle, LayerOrder::Values, m_scene->links, none, false));
    all.push_back(
        layer(planlayer::kZones, LayerOrder::Points, m_scene->zones, oneLook(zoneLook()), true));
    std::vector<PointM> edited;
    for (const std::size_t link : m_editedLinks)
        edited.push_back(m_scene->middleOf(link));
    all.push_back(layer(planlayer::kEdited, LayerOrder::Overlay,
        PointGeometry::make(std::move(edited)), oneLook(editedLook(Symbol::Diamond)), true));
    all.insert(all.end(), m_scene->names.begin(), m_scene->names.end());
    return all;
}

void PlanMap::showScenarioParts()
{
    m_added.reset();
    m_editedLinks.clear();
    if (m_scene && m_scene->links) {
        const std::size_t baseLinks = m_scene->base->network().links().size();
        for (const Edit &edit : m_model.edits()) {
            const std::vector<LinkKey> *links = linksOf(edit.body);
            for (const LinkKey key : links != nullptr ? *links : std::vector<LinkKey>()) {
                if (const auto link = m_scene->base->links().find(key))
                    m_editedLinks.push_back(*link);
            }
        }
        const auto &applied = m_model.applied();
        if (applied && !applied->periods.empty() && applied->roads.size() > baseLinks) {
            PolylineSet lines;
            const AssignmentNetwork &network = *applied->periods.front().network;
            for (std::size_t link = baseLinks; link < applied->roads.size(); ++link) {
                std::vector<PointM> points;
                for (const LonLat at :
                    linkShape(network, applied->roads, m_scene->base->data().nodes, link))
                    points.push_back(m_scene->projection.toPlane(at));
                lines.append(points);
            }
            m_added = LineGeometry::make(std::move(lines));
        }
    }
    for (MapView *view : {m_compare->a(), m_compare->b()})
        view->setLayers(layers());
    showEdited();
    showMessage();
    refresh();
}

/// A closed road is told from one that is otherwise changed.
void PlanMap::showEdited()
{
    if (!m_scene || !m_scene->links)
        return;
    auto look = std::make_shared<LayerAttributes>();
    look->styles = {editedLook(Symbol::Diamond), editedLook(Symbol::Square)};
    const auto &applied = m_model.applied();
    for (const std::size_t link : m_editedLinks) {
        const bool closed = applied && !applied->periods.empty()
            && std::any_of(applied->periods.begin(), applied->periods.end(),
                [link](
                    const AppliedPeriod &period) { return !period.network->links()[link].open; });
        look->styleOf.push_back(closed ? 1 : 0);
    }
    m_compare->a()->setAttributes(planlayer::kEdited, look);
    auto none = std::make_shared<LayerAttributes>();
    m_compare->b()->setAttributes(planlayer::kEdited, none);
}

void PlanMap::setValues(MapView &view, const std::vector<double> &values, const ValueScale &scale)
{
    const std::size_t count = m_scene->links->count();
    view.setAttributes(planlayer::kLinks, classified(floats(values, 0, count), {}, scale, cased()));
    if (m_added) {
        FeatureStyle style = cased();
        style.casing = MapColor::of(&Tokens::scenario);
        style.casingWidth = 1.5;
        view.setAttributes(planlayer::kAdded,
            classified(floats(values, count, m_added->count()), {}, scale, style));
    }
}

void PlanMap::refresh()
{
    m_before = m_runs.result(QString());
    m_after = m_model.current().isEmpty() ? nullptr : m_runs.result(m_model.current());
    m_change.clear();
    const bool comparable = m_before && m_after;
    m_difference->setEnabled(comparable);
    m_compareBar->setEnabled(comparable);
    if (!comparable && m_compare->mode() != MapCompare::Mode::Off)
        m_compare->setMode(MapCompare::Mode::Off);
    if (comparable)
        m_change = linkDifference(*m_before, *m_after, quantity(), period());
    const CoupledRun *shown = m_after ? m_after.get() : m_before.get();
    if (!m_scene || !m_scene->links || shown == nullptr) {
        map()->legend()->setContents({});
        return;
    }
    const auto q = static_cast<std::size_t>(quantity());
    const std::vector<double> &values = shown->values(period())[q];
    const ValueScale scale = amountScale(values);
    LegendContent legend = legendOf(*shown, scale);
    if (showsDifference()) {
        const ValueScale change =
            changeScale(m_change, linkQuantityBetter(quantity()) != BetterDirection::More);
        setValues(*m_compare->a(), m_change, change);
        legend.scale = change;
        //: what a map of changes shows: a quantity against the base case
        legend.attribute = tr("%1 against the base case").arg(quantityTitle(quantity()));
        legend.labels = differenceLabels(quantity());
    } else {
        setValues(*m_compare->a(), values, scale);
    }
    std::vector<LegendContent> contents{legend};
    auto bundle = std::make_shared<LayerAttributes>();
    if (!m_bundle.empty()) {
        std::vector<ValueState> states(m_scene->links->count(), ValueState::Hidden);
        for (std::size_t i = 0; i < std::min(states.size(), m_bundle.size()); ++i) {
            if (m_bundle[i] > kLeastBundle)
                states[i] = ValueState::Good;
        }
        const ValueScale widths = bundleScale(m_bundle);
        map()->setAttributes(planlayer::kBundle,
            classified(floats(m_bundle, 0, states.size()), states, widths, FeatureStyle()));
        LegendContent content;
        content.attribute = m_bundleTitle;
        content.unit = linkQuantityUnit(LinkQuantity::Flow, false);
        content.scale = widths;
        contents.push_back(content);
    } else {
        map()->setAttributes(planlayer::kBundle, bundle);
    }
    map()->legend()->setContents(std::move(contents));
    if (comparable && m_compare->mode() != MapCompare::Mode::Off) {
        setValues(*m_compare->b(), m_before->values(period())[q], scale);
        const Scenario *scenario = m_model.scenario();
        m_compare->setLabels(showsDifference() ? tr("Change")
                : scenario != nullptr          ? scenario->name
                                               : QString(),
            tr("Base case"));
    }
}

QString PlanMap::noteOf(const CoupledRun &run) const
{
    if (run.tentative)
        return tr("Tentative: still being computed");
    if (m_after && !m_runs.isCurrent(m_model.current(), m_model.edits()))
        return tr("Of earlier edits: run the scenario again");
    if (!m_after && !m_model.current().isEmpty())
        return tr("Base case: run the scenario to see what changes");
    return {};
}

QString PlanMap::periodTitle() const
{
    return m_period->currentText();
}

LegendContent PlanMap::legendOf(const CoupledRun &run, const ValueScale &scale) const
{
    LegendContent legend;
    legend.attribute = quantityTitle(quantity());
    legend.unit = linkQuantityUnit(quantity(), period() < 0);
    legend.time = periodTitle();
    legend.source =
        m_scene->base->data().syntheticDemand ? tr("Model, synthetic demand") : tr("Model");
    legend.note = noteOf(run);
    legend.scale = scale;
    legend.decimals =
        scale.breaks.empty() || scale.breaks.front() >= 1.0 ? 0 : decimalsOf(quantity());
    return legend;
}

MapTip PlanMap::tipOf(bool ofBase, const QString &id, std::int32_t feature) const
{
    MapTip tip;
    if (id == planlayer::kZones) {
        const AssignmentZone &zone =
            m_scene->base->network().zones()[static_cast<std::size_t>(feature)];
        tip.title = tr("Zone %1").arg(zone.id);
        tip.note = tr("Click to change trips to it");
        return tip;
    }
    const auto link = static_cast<std::size_t>(linkOf(id, feature));
    return linkTip(ofBase, link);
}

MapTip PlanMap::linkTip(bool ofBase, std::size_t link) const
{
    MapTip tip;
    const BaseCase &base = *m_scene->base;
    const bool added = link >= base.network().links().size();
    tip.title = added ? tr("New road") : base.linkTitle(link);
    const auto q = static_cast<std::size_t>(quantity());
    const int decimals = decimalsOf(quantity());
    const CoupledRun *shown = m_after && !ofBase ? m_after.get() : m_before.get();
    if (shown != nullptr && link < shown->values(period())[q].size()) {
        tip.value = formatNumber(shown->values(period())[q][link], decimals);
        tip.unit = linkQuantityUnit(quantity(), period() < 0);
        tip.rows.append({tr("Quantity"), quantityTitle(quantity())});
    }
    if (m_after && m_before && !ofBase && link < m_change.size()) {
        const double change = m_change[link];
        const std::vector<double> &before = m_before->values(period())[q];
        const double reference = link < before.size() ? before[link] : 0.0;
        Verdict verdict = Verdict::Same;
        if (std::abs(change) > 1e-6 * std::max(1.0, std::abs(reference))) {
            const BetterDirection better = linkQuantityBetter(quantity());
            verdict = better == BetterDirection::Neither              ? Verdict::Changed
                : (change < 0.0) == (better == BetterDirection::Less) ? Verdict::Better
                                                                      : Verdict::Worse;
        }
        tip.rows.append({tr("Base case"), formatNumber(reference, decimals)});
        tip.rows.append({tr("Change"),
            verdictText(verdict, change, reference != 0.0 ? change / reference : 0.0)});
    }
    for (const Edit &edit : m_model.edits()) {
        const std::vector<LinkKey> *links = linksOf(edit.body);
        if (links == nullptr || added)
            continue;
        if (std::find(links->begin(), links->end(), base.links().keyOf(link)) != links->end())
            tip.rows.append({tr("Edit"), editText(edit, &base)});
    }
    return tip;
}

void PlanMap::setLink(int link)
{
    markLinks(link >= 0 ? std::vector{static_cast<std::size_t>(link)} : std::vector<std::size_t>());
}

void PlanMap::markLinks(const std::vector<std::size_t> &links)
{
    std::vector<PickedFeature> selection;
    for (const std::size_t link : links) {
        if (!m_scene || !m_scene->links)
            break;
        const std::size_t base = m_scene->links->count();
        selection.push_back(link < base
                ? PickedFeature{planlayer::kLinks, static_cast<std::int32_t>(link)}
                : PickedFeature{planlayer::kAdded, static_cast<std::int32_t>(link - base)});
    }
    m_compare->a()->setSelection(selection);
    m_compare->b()->setSelection(selection);
}

void PlanMap::flyTo(const std::vector<std::size_t> &links)
{
    if (!m_scene || !m_scene->links || links.empty())
        return;
    BoundingBox box;
    for (const std::size_t link : links) {
        if (link >= m_scene->links->count())
            continue;
        for (const PointM point : m_scene->links->lines.finest().line(link))
            box.add(point);
    }
    if (box.empty())
        return;
    // The surroundings tell where it is.
    box = box.grown(1.5 * std::max(box.width(), box.height()));
    map()->flyTo(box);
}

void PlanMap::setBundle(std::vector<double> flow, const QString &title)
{
    m_bundle = std::move(flow);
    m_bundleTitle = title;
    refresh();
}

LinkQuantity PlanMap::quantity() const
{
    return static_cast<LinkQuantity>(std::max(0, m_quantity->currentIndex()));
}

void PlanMap::setQuantity(LinkQuantity quantity)
{
    m_quantity->setCurrentIndex(static_cast<int>(quantity));
    refresh();
    Q_EMIT choiceChanged();
}

int PlanMap::period() const
{
    if (m_period->count() == 0)
        return -1;
    // With one period alone there is no choice, and figures per hour say more.
    return m_period->currentData().toInt();
}

void PlanMap::showDifference(bool shown)
{
    m_difference->setChecked(shown);
}

bool PlanMap::showsDifference() const
{
    return m_difference->isChecked() && m_before && m_after;
}

void PlanMap::setBackend(const std::shared_ptr<const MapBackend> &backend)
{
    m_compare->a()->setBackend(backend);
    m_compare->b()->setBackend(backend);
}

MapView *PlanMap::map() const
{
    return m_compare->a();
}

bool PlanMap::settled() const
{
    return !map()->isVisible() || !m_scene || map()->isSharp();
}

void PlanMap::fillPeriods()
{
    const int kept = m_period->currentIndex();
    m_period->clear();
    if (!m_scene)
        return;
    const std::vector<DemandPeriod> &periods = m_scene->base->data().periods;
    for (std::size_t i = 0; i < periods.size(); ++i)
        m_period->addItem(periods[i].name.isEmpty() ? tr("Hour of the trips") : periods[i].name,
            static_cast<int>(i));
    m_period->addItem(tr("Whole day"), -1);
    m_period->setCurrentIndex(std::clamp(kept, 0, m_period->count() - 1));
}

void PlanMap::showMessage()
{
    map()->setMessage(m_scene && !m_scene->links
            ? tr("The nodes of this network have no places: find its roads by their numbers.")
            : QString());
    m_quantity->setEnabled(m_scene != nullptr);
}

void PlanMap::applyPreferences()
{
    if (!m_context.preferences)
        return;
    const PreferenceValues &values = m_context.preferences->values();
    const LengthUnits units =
        values.units == UnitSystem::Imperial ? LengthUnits::Imperial : LengthUnits::Metric;
    for (MapView *view : {m_compare->a(), m_compare->b()}) {
        view->setUnits(units);
        view->setReducedMotion(values.reducedMotion);
    }
    m_tools->setUnits(units);
}

bool PlanMap::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
        if (watched == m_toolRow)
            m_compare->setTopMargin(m_toolRow->height());
        [[fallthrough]];
    case QEvent::Move:
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
        // Between the tools it is the map that is dragged.
        QMetaObject::invokeMethod(
            m_toolRow, [row = m_toolRow] { row->setMask(row->childrenRegion()); },
            Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void PlanMap::retranslate()
{
    const int kept = std::max(0, m_quantity->currentIndex());
    m_quantity->clear();
    for (int i = 0; i < kLinkQuantityCount; ++i)
        m_quantity->addItem(quantityTitle(static_cast<LinkQuantity>(i)));
    m_quantity->setCurrentIndex(kept);
    m_quantity->setAccessibleName(tr("Quantity on the map"));
    m_quantity->setToolTip(tr("Quantity on the map"));
    m_period->setAccessibleName(tr("Part of the day"));
    m_period->setToolTip(tr("Part of the day"));
    m_difference->setText(tr("Change"));
    m_difference->setToolTip(tr("Show the change against the base case (D)"));
    m_difference->setAccessibleName(m_difference->toolTip());
    fillPeriods();
    showMessage();
}

void PlanMap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace belvedere::ui
