// SPDX-License-Identifier: GPL-3.0-or-later
// ui/domain is the place where a domain of the city (safety, environment) plugs into the control
// room: its layers and its panels, told one time. Neither side knows the other: the control room
// sees a DomainView, and a DomainView sees no workspace.
#pragma once

#include "base/result.h"
#include "city/lon_lat_box.h"
#include "city/projection.h"
#include "docks/dock_host.h"
#include "map/map_layer.h"
#include "map/map_legend.h"
#include "map/map_tip.h"
#include "time/time_context.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace belvedere {
class Store;
}

namespace belvedere::ui {

/// Layers of a domain that a person switches together: an entry of the Layers menu. The ids of its
/// layers are "<domain>/<group>" or begin with "<domain>/<group>/"; see DomainView::layerId().
struct DomainGroup
{
    QString id; ///< "risk"
    std::function<QString()> title; ///< in the language of the program
    bool shown = false;
    /// Covers the ground: of a domain's surfaces at most one is shown, so that colours never mix.
    bool surface = false;
};

struct DomainPanel
{
    PanelSpec spec; ///< `id` begins with the domain's: "safety-risk"
    QWidget *widget = nullptr; ///< the dock becomes its parent
};

/// One domain of the city as the control room shows it. GUI thread only; computes through runTask
/// on the pools, and only while isShown(): what was told meanwhile is caught up with then.
///
/// Which groups are shown, whether the domain is and how opaque its surfaces are is kept here, once
/// for the menu, the commands and the domain's own panels.
class DomainView : public QObject
{
    Q_OBJECT

public:
    /// @param id  lower case, without '/': "safety".
    DomainView(const QString &id, const QString &iconName, std::vector<DomainGroup> groups,
        QObject *parent = nullptr);

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const QString &iconName() const { return m_iconName; }
    /// One word for a tab, such as "Safety".
    [[nodiscard]] virtual QString title() const = 0;
    /// A sentence for the tooltip of that tab: what there is to see.
    [[nodiscard]] virtual QString description() const = 0;

    // What the control room tells. Cheap calls: work goes to the pools.

    /// Another city or other data in it; null closes the city.
    virtual void setStore(std::shared_ptr<Store> store) = 0;
    /// The plane of the map: geometry is made for it.
    virtual void setProjection(const LocalProjection &projection) = 0;
    /// The one clock: told with every change of it, thus often. Nothing after `now` is known.
    virtual void setTime(const TimeContext &time) = 0;
    /// The scale of the map, when it has come to rest; for clusters.
    virtual void setMetersPerPixel(double metersPerPixel);

    // What the control room asks.

    /// All layers there are at present, also of groups that are not shown: `visible` is set by the
    /// control room. They lie above the city's ground, each by its order.
    [[nodiscard]] virtual std::vector<MapLayer> layers() const = 0;
    /// Of what is shown, the most important first; one card holds them all.
    [[nodiscard]] virtual std::vector<LegendContent> legends() const = 0;
    /// What is said about a feature of a pickable layer.
    [[nodiscard]] virtual MapTip tip(const QString &layerId, std::int32_t feature) const = 0;
    /// A click on such a feature; feature = -1: beside everything.
    virtual void pick(const QString &layerId, std::int32_t feature);
    /// Asked once, after construction.
    [[nodiscard]] virtual std::vector<DomainPanel> panels() = 0;
    /// Where its data are; empty without any.
    [[nodiscard]] virtual LonLatBox place() const = 0;
    /// When its data are; nothing without any. The clock goes there with the domain, unless it
    /// already shows a time in it.
    [[nodiscard]] virtual std::optional<TimeRange> span() const = 0;
    /// Something is being loaded or computed that will change the map.
    [[nodiscard]] virtual bool busy() const = 0;

    // What is shown.

    [[nodiscard]] const std::vector<DomainGroup> &groups() const { return m_groups; }
    /// "<domain>/<group>", and "/<part>" behind it unless empty.
    [[nodiscard]] QString layerId(const QString &group, const QString &part = {}) const;
    /// Of a layer of this domain; empty for one of another.
    [[nodiscard]] QString groupOf(const QString &layerId) const;
    [[nodiscard]] bool isShown() const { return m_shown; }
    /// Of a domain that is not shown, no group is.
    [[nodiscard]] bool isGroupShown(const QString &group) const;
    /// The surface that is shown, or would be; empty = none.
    [[nodiscard]] QString surface() const;
    /// Of its surfaces, 0.2 … 1.
    [[nodiscard]] double opacity() const { return m_opacity; }

public Q_SLOTS:
    void setShown(bool shown);
    /// Showing a group shows the domain; showing a surface puts the other surfaces away.
    void setGroupShown(const QString &group, bool shown);
    void setOpacity(double opacity);

Q_SIGNALS:
    /// Other geometry: layers() and legends() are asked again.
    void layersChanged();
    /// Other values on the same geometry, and maybe another legend.
    void attributesChanged(const QString &layerId,
        const std::shared_ptr<const belvedere::ui::LayerAttributes> &attributes);
    void legendChanged();
    /// Something above under "what is shown".
    void shownChanged();
    /// place() or span() are others, or busy() ended.
    void dataChanged();
    /// A list or a panel leads to a place on the map; a box without extent is a point.
    void placeChosen(const belvedere::LonLatBox &place);
    void timeChosen(belvedere::UtcMs time);
    /// There are no data yet and the person wants to bring some in.
    void importRequested();
    void failed(const belvedere::Error &error);

private:
    [[nodiscard]] DomainGroup *find(const QString &group);

    QString m_id;
    QString m_iconName;
    std::vector<DomainGroup> m_groups;
    double m_opacity = 0.8;
    bool m_shown = false;
};

} // namespace belvedere::ui
