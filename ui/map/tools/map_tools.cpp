// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tools/map_tools.h"

#include "map/map_view.h"
#include "map/region_query.h"
#include "map/tools/lasso_tool.h"
#include "map/tools/measure_tool.h"
#include "map/tools/pan_tool.h"
#include "map/tools/rectangle_tool.h"
#include "map/tools/zoom_box_tool.h"
#include "theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>

namespace belvedere::ui {

namespace {

struct Look
{
    const char *icon;
    Qt::Key key;
};

// By kind. The keys are those that drawing programs use, less the ones the program has taken.
constexpr std::array<Look, MapTools::kKinds.size()> kLooks = {
    {{"tool-select", Qt::Key_V}, {"tool-pan", Qt::Key_H}, {"tool-rectangle", Qt::Key_R},
        {"tool-lasso", Qt::Key_O}, {"tool-measure", Qt::Key_M}, {"tool-zoom-box", Qt::Key_Z}}};

} // namespace

MapTools::MapTools(MapView &view, QThreadPool &pool)
    : QObject(&view)
    , m_pool(pool)
{
    make<PanTool>(Kind::Pan);
    auto *rectangle = make<RectangleTool>(Kind::Rectangle);
    auto *lasso = make<LassoTool>(Kind::Lasso);
    m_measure = make<MeasureTool>(Kind::Measure);
    auto *zoomBox = make<ZoomBoxTool>(Kind::ZoomBox);
    connect(rectangle, &RectangleTool::regionDrawn, this, &MapTools::search);
    connect(lasso, &LassoTool::regionDrawn, this, &MapTools::search);
    connect(m_measure, &MeasureTool::measured, this, &MapTools::measured);
    connect(zoomBox, &ZoomBoxTool::boxChosen, this, [this](const BoundingBox &box) {
        if (m_views.front())
            m_views.front()->flyTo(box);
    });
    makeActions();
    addView(view);
    view.installEventFilter(this);
    retranslate();
}

MapTools::~MapTools() = default;

template <class Tool> Tool *MapTools::make(Kind kind)
{
    auto *tool = new Tool(this);
    m_tools[std::size_t(kind)] = tool;
    connect(tool, &MapTool::left, this, [this] { activate(Kind::Select); });
    connect(tool, &MapTool::changed, this, [this, kind] {
        if (kind == m_active)
            Q_EMIT hintChanged();
    });
    return tool;
}

void MapTools::makeActions()
{
    auto *group = new QActionGroup(this);
    for (const Kind kind : kKinds) {
        const Look &look = kLooks[std::size_t(kind)];
        auto *action = new QAction(icon(QLatin1String(look.icon)), QString(), group);
        action->setCheckable(true);
        action->setShortcut(look.key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, kind] { activate(kind); });
        m_actions[std::size_t(kind)] = action;
    }
    action(m_active)->setChecked(true);
}

void MapTools::addView(MapView &view)
{
    m_views.emplace_back(&view);
    for (QAction *action : m_actions)
        view.addAction(action);
    view.setTool(m_tools[std::size_t(m_active)]);
}

void MapTools::activate(Kind kind)
{
    if (kind == m_active)
        return;
    if (MapTool *tool = m_tools[std::size_t(m_active)])
        tool->reset();
    m_active = kind;
    action(kind)->setChecked(true);
    if (kind == Kind::Measure && m_views.front())
        m_measure->setProjection(m_views.front()->projection());
    for (const QPointer<MapView> &view : m_views) {
        if (view)
            view->setTool(m_tools[std::size_t(kind)]);
    }
    Q_EMIT activeChanged(kind);
    Q_EMIT hintChanged();
}

QString MapTools::hint() const
{
    const MapTool *tool = m_tools[std::size_t(m_active)];
    return tool ? tool->hint() : QString();
}

void MapTools::setUnits(LengthUnits units)
{
    m_measure->setUnits(units);
}

void MapTools::search(const std::vector<PointM> &ring, Qt::KeyboardModifiers modifiers)
{
    if (!m_views.front())
        return;
    m_search.start(runTask(m_pool,
                       [layers = m_views.front()->layers(), ring,
                           scale = m_views.front()->viewport().metersPerPixel](
                           TaskContext &context) -> Result<std::vector<PickedFeature>> {
                           return featuresIn(layers, ring, scale, context.cancelled);
                       }),
        [this, change = selectionChangeOf(modifiers)](
            const Result<std::vector<PickedFeature>> &found) {
            if (found)
                Q_EMIT regionSelected(*found, change);
        });
}

bool MapTools::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void MapTools::retranslate()
{
    const std::array<QString, kKinds.size()> texts = {tr("Select"), tr("Move the map"),
        tr("Select in a rectangle"), tr("Select with a lasso"), tr("Measure"), tr("Zoom to a box")};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        m_actions[i]->setText(texts[i]);
        //: Tooltip: what a tool does and its key
        m_actions[i]->setToolTip(tr("%1 (%2)").arg(
            texts[i], m_actions[i]->shortcut().toString(QKeySequence::NativeText)));
    }
    Q_EMIT hintChanged();
}

} // namespace belvedere::ui
