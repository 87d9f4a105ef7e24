// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/domain_layers.h"

#include "theme/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QWidgetAction>

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kOpacityWidth = 120;
constexpr int kLeastOpacity = 20; // per cent

} // namespace

DomainLayers::DomainLayers(QMenu &menu, QObject *parent)
    : QObject(parent)
    , m_menu(menu)
{
}

void DomainLayers::add(DomainView *domain)
{
    m_domains.push_back(domain);
    addMenu(domain);
    connect(domain, &DomainView::layersChanged, this, &DomainLayers::layersChanged);
    connect(domain, &DomainView::attributesChanged, this, &DomainLayers::attributesChanged);
    connect(domain, &DomainView::legendChanged, this, &DomainLayers::legendChanged);
    connect(domain, &DomainView::shownChanged, this, &DomainLayers::shownChanged);
    connect(domain, &DomainView::placeChosen, this, &DomainLayers::placeChosen);
    connect(domain, &DomainView::failed, this, &DomainLayers::failed);
}

void DomainLayers::addMenu(DomainView *domain)
{
    m_menu.addSeparator();
    QList<QAction *> actions;
    for (const DomainGroup &group : domain->groups()) {
        QAction *action = m_menu.addAction(QString());
        action->setCheckable(true);
        connect(action, &QAction::triggered, domain,
            [domain, id = group.id](bool shown) { domain->setGroupShown(id, shown); });
        actions += action;
    }
    auto *row = new QWidget(&m_menu);
    auto *label = new QLabel(row);
    auto *opacity = new QSlider(Qt::Horizontal, row);
    opacity->setRange(kLeastOpacity, 100);
    opacity->setFixedWidth(kOpacityWidth);
    opacity->setMinimumHeight(metric::kTarget);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::kXLarge, space::kTiny, space::kMedium, space::kTiny);
    layout->addWidget(label, 1);
    layout->addWidget(opacity);
    auto *action = new QWidgetAction(&m_menu);
    action->setDefaultWidget(row);
    m_menu.addAction(action);
    connect(opacity, &QSlider::valueChanged, domain,
        [domain](int percent) { domain->setOpacity(percent / 100.0); });
    // Asked anew each time it opens: language, choices and the domain's own panels change it.
    connect(&m_menu, &QMenu::aboutToShow, domain, [domain, actions, opacity, label] {
        for (qsizetype i = 0; i < actions.size(); ++i) {
            const DomainGroup &group = domain->groups()[std::size_t(i)];
            //: A domain of the city and one of its layers, as in "Safety: density"
            actions[i]->setText(tr("%1: %2").arg(domain->title(), group.title()));
            actions[i]->setChecked(domain->isGroupShown(group.id));
        }
        //: A domain of the city
        label->setText(tr("%1: opacity").arg(domain->title()));
        opacity->setAccessibleName(label->text());
        opacity->setToolTip(label->text());
        opacity->setValue(static_cast<int>(std::lround(domain->opacity() * 100.0)));
    });
}

DomainView *DomainLayers::domainOf(const QString &layerId) const
{
    for (DomainView *domain : m_domains) {
        if (!domain->groupOf(layerId).isEmpty())
            return domain;
    }
    return nullptr;
}

void DomainLayers::setProjection(const LocalProjection &projection)
{
    for (DomainView *domain : m_domains)
        domain->setProjection(projection);
}

void DomainLayers::setMetersPerPixel(double metersPerPixel)
{
    for (DomainView *domain : m_domains)
        domain->setMetersPerPixel(metersPerPixel);
}

void DomainLayers::pickNothing()
{
    for (DomainView *domain : m_domains)
        domain->pick({}, -1);
}

std::vector<MapLayer> DomainLayers::layers() const
{
    std::vector<MapLayer> layers;
    for (const DomainView *domain : m_domains) {
        for (MapLayer &layer : domain->layers()) {
            layer.visible = isShown(layer.id);
            layers.push_back(std::move(layer));
        }
    }
    return layers;
}

std::vector<LegendContent> DomainLayers::legends() const
{
    std::vector<LegendContent> contents;
    for (const DomainView *domain : m_domains) {
        if (!domain->isShown())
            continue;
        for (LegendContent &each : domain->legends())
            contents.push_back(std::move(each));
    }
    return contents;
}

bool DomainLayers::isShown(const QString &layerId) const
{
    const DomainView *domain = domainOf(layerId);
    return domain != nullptr && domain->isGroupShown(domain->groupOf(layerId));
}

} // namespace belvedere::ui
