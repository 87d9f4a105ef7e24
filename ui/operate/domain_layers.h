// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/domain_view.h"

#include <QObject>

#include <vector>

class QMenu;

namespace belvedere::ui {

/// All domains that are plugged into a map, as one: their layers, legends and entries in the menu
/// of layers.
class DomainLayers : public QObject
{
    Q_OBJECT

public:
    explicit DomainLayers(QMenu &menu, QObject *parent = nullptr);

    /// It must outlive this.
    void add(DomainView *domain);
    [[nodiscard]] const std::vector<DomainView *> &domains() const { return m_domains; }
    /// Null for a layer of none of them.
    [[nodiscard]] DomainView *domainOf(const QString &layerId) const;

    void setProjection(const LocalProjection &projection);
    void setMetersPerPixel(double metersPerPixel);
    /// A click beside everything.
    void pickNothing();

    /// With `visible` as it is to be.
    [[nodiscard]] std::vector<MapLayer> layers() const;
    /// Of those domains that are shown.
    [[nodiscard]] std::vector<LegendContent> legends() const;
    [[nodiscard]] bool isShown(const QString &layerId) const;

Q_SIGNALS:
    void layersChanged();
    void attributesChanged(const QString &layerId,
        const std::shared_ptr<const belvedere::ui::LayerAttributes> &attributes);
    void legendChanged();
    void shownChanged();
    void placeChosen(const belvedere::LonLatBox &place);
    void failed(const belvedere::Error &error);

private:
    void addMenu(DomainView *domain);

    QMenu &m_menu;
    std::vector<DomainView *> m_domains;
};

} // namespace belvedere::ui
