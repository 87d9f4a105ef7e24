// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/viewport.h"

#include <optional>
#include <vector>

namespace belvedere::ui {

/// Where the map has been, like the pages of a browser.
class ViewportHistory
{
public:
    static constexpr std::size_t kMost = 50;

    /// A view that was looked at for a while; the views ahead are forgotten. One that differs
    /// from the present by less than a hundredth of the window is the same.
    void visit(const Viewport &view);
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_views.size(); }
    std::optional<Viewport> back();
    std::optional<Viewport> forward();
    void clear();

private:
    std::vector<Viewport> m_views;
    std::size_t m_at = 0; ///< the present one
};

} // namespace belvedere::ui
