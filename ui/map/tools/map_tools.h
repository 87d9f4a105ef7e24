// SPDX-License-Identifier: GPL-3.0-or-later
// ui/map/tools owns what a person does with the pointer on a map besides moving and picking:
// selecting regions, measuring, zooming to a box. It knows a MapView and nothing above it.
#pragma once

#include "common/task_slot.h"
#include "map/length_text.h"
#include "map/tools/selection_change.h"

#include <QObject>
#include <QPointer>

#include <array>
#include <memory>
#include <vector>

class QAction;
class QActionGroup;
class QThreadPool;

namespace belvedere::ui {

class MapTool;
class MapView;
class MeasureTool;

/// The tools of a map, one of which is active, and the actions that choose it.
class MapTools : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Select, Pan, Rectangle, Lasso, Measure, ZoomBox };
    static constexpr std::array kKinds = {
        Kind::Select, Kind::Pan, Kind::Rectangle, Kind::Lasso, Kind::Measure, Kind::ZoomBox};

    /// A child of the view. Regions are searched on `pool`, which must outlive this.
    MapTools(MapView &view, QThreadPool &pool);
    ~MapTools() override;

    /// Another view of the same layers, beside the first; what is begun in one goes on in both.
    void addView(MapView &view);

    void activate(Kind kind);
    [[nodiscard]] Kind active() const { return m_active; }
    /// Checkable, with icon, text, tooltip and shortcut.
    [[nodiscard]] QAction *action(Kind kind) const { return m_actions[std::size_t(kind)]; }
    [[nodiscard]] MeasureTool *measure() const { return m_measure; }
    /// What to do next with the active tool; empty for Select.
    [[nodiscard]] QString hint() const;
    void setUnits(LengthUnits units);
    /// Whether a region is still being searched.
    [[nodiscard]] bool isSearching() const { return m_search.running(); }

Q_SIGNALS:
    void activeChanged(belvedere::ui::MapTools::Kind kind);
    void hintChanged();
    /// What lies in a region that was drawn. Combine it by changedSelection().
    void regionSelected(const std::vector<belvedere::ui::PickedFeature> &found,
        belvedere::ui::SelectionChange change);
    /// Square metres are zero unless the line was closed.
    void measured(double meters, double squareMeters);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    template <class Tool> Tool *make(Kind kind);
    void makeActions();
    void search(const std::vector<PointM> &ring, Qt::KeyboardModifiers modifiers);
    void retranslate();

    QThreadPool &m_pool;
    std::vector<QPointer<MapView>> m_views;
    std::array<MapTool *, kKinds.size()> m_tools{};
    std::array<QAction *, kKinds.size()> m_actions{};
    MeasureTool *m_measure = nullptr;
    Kind m_active = Kind::Select;
    TaskSlot<std::vector<PickedFeature>> m_search{this};
};

} // namespace belvedere::ui
