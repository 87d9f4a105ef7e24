// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operate/operate_controller.h"

#include <QObject>

#include <memory>

namespace belvedere::ui {

class MapPanel;
class NameSearchProvider;
struct CityNames;

/// What the command bar finds in the shown city: streets, places, sites, quantities.
class CitySearch : public QObject
{
    Q_OBJECT

public:
    CitySearch(OperateController &controller, MapPanel &map, const OperateContext &context,
        QObject *parent = nullptr);

Q_SIGNALS:
    void siteFound(belvedere::SiteId site);

private:
    void takeCity();
    void takeQuantity();

    OperateController &m_controller;
    MapPanel &m_map;
    TaskPools &m_pools;
    TaskSlot<std::shared_ptr<const CityNames>> m_namesTask;
    std::shared_ptr<NameSearchProvider> m_streets;
    std::shared_ptr<NameSearchProvider> m_places;
    std::shared_ptr<NameSearchProvider> m_sites;
    std::shared_ptr<NameSearchProvider> m_quantities;
};

} // namespace belvedere::ui
