// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/compare/map_compare.h"

#include <QFrame>

#include <array>

namespace belvedere::ui {

/// Three buttons for the ways to compare; the one that is on switches it off again.
class CompareBar : public QFrame
{
    Q_OBJECT

public:
    /// `compare` must outlive it.
    explicit CompareBar(MapCompare &compare, QWidget *parent = nullptr);

    [[nodiscard]] QToolButton *button(MapCompare::Mode mode) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::array<QToolButton *, 3> m_buttons{}; ///< Split, Swipe, Peek
};

} // namespace belvedere::ui
