// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/overlays/map_corners.h"

#include "map/map_view.h"
#include "theme/tokens.h"

#include <QEvent>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kEdge = space::kMedium;
constexpr int kGap = space::kSmall;
constexpr int kNarrow = 860;

} // namespace

MapCorners::MapCorners(MapView &view)
    : QObject(&view)
    , m_view(view)
{
    view.installEventFilter(this);
    connect(&view, &MapView::overlayMarginsChanged, this, &MapCorners::layOut);
}

void MapCorners::add(QWidget *widget, Place place)
{
    const bool hidden = widget->testAttribute(Qt::WA_WState_ExplicitShowHide) && widget->isHidden();
    widget->setParent(&m_view);
    widget->setAttribute(Qt::WA_NoMousePropagation); // the map below stays where it is
    widget->installEventFilter(this);
    m_items.push_back({widget, place});
    widget->setVisible(!hidden);
    layOut();
}

int MapCorners::layOutStack(Place place, int from, bool upwards)
{
    const QMargins free = m_view.overlayMargins();
    const int room = m_view.width() - 2 * kEdge;
    int y = from;
    for (const Item &item : m_items) {
        if (!item.widget || item.place != place || item.widget->isHidden())
            continue;
        int width = item.widget->sizeHint().width();
        int widest = room;
        if (place == Place::Top)
            widest = std::max(0, room - 2 * (metric::kControlHeight + 2 * kGap));
        width = std::min(width, widest);
        const bool wraps = item.widget->hasHeightForWidth();
        const int height =
            wraps ? item.widget->heightForWidth(width) : item.widget->sizeHint().height();
        int x = kEdge + free.left();
        if (place == Place::TopRight || place == Place::BottomRight)
            x = m_view.width() - kEdge - free.right() - width;
        else if (place == Place::Top)
            x = (m_view.width() - width) / 2;
        item.widget->setGeometry(x, upwards ? y - height : y, width, height);
        y += upwards ? -(height + kGap) : height + kGap;
    }
    return y;
}

void MapCorners::layOut()
{
    if (m_working)
        return;
    m_working = true;
    const QMargins free = m_view.overlayMargins();
    const int top = kEdge + free.top();
    const int belowTools = layOutStack(Place::TopLeft, top, false);
    // On a narrow map the middle is not clear of the corner.
    (void)layOutStack(Place::Top, m_view.width() < kNarrow ? belowTools : top, false);
    (void)layOutStack(Place::TopRight, top, false);
    (void)layOutStack(Place::BottomRight, m_view.height() - kEdge - free.bottom(), true);
    m_working = false;
}

bool MapCorners::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
        if (watched == &m_view)
            layOut();
        break;
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
    case QEvent::LayoutRequest:
    case QEvent::FontChange:
        layOut();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace belvedere::ui
