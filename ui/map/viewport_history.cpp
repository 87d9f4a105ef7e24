// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/viewport_history.h"

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kSamePart = 0.01; // of the window

bool nearlySame(const Viewport &a, const Viewport &b)
{
    const double extent = std::max(a.size.width(), a.size.height()) * a.metersPerPixel;
    return std::abs(a.centre.x - b.centre.x) < kSamePart * extent
        && std::abs(a.centre.y - b.centre.y) < kSamePart * extent
        && std::abs(std::log(a.metersPerPixel / b.metersPerPixel)) < kSamePart;
}

} // namespace

void ViewportHistory::visit(const Viewport &view)
{
    if (!m_views.empty() && nearlySame(m_views[m_at], view))
        return;
    if (!m_views.empty())
        m_views.resize(m_at + 1);
    m_views.push_back(view);
    if (m_views.size() > kMost)
        m_views.erase(m_views.begin());
    m_at = m_views.size() - 1;
}

std::optional<Viewport> ViewportHistory::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_views[--m_at];
}

std::optional<Viewport> ViewportHistory::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_views[++m_at];
}

void ViewportHistory::clear()
{
    m_views.clear();
    m_at = 0;
}

} // namespace belvedere::ui
