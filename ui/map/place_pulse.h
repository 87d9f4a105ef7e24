// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat.h"
#include "map/viewport.h"
#include "theme/tokens.h"

#include <QObject>
#include <QVariantAnimation>

#include <optional>

class QPainter;

namespace belvedere::ui {

/// Shows for a moment where something was found: rings that widen, or one that stands still.
class PlacePulse : public QObject
{
    Q_OBJECT

public:
    explicit PlacePulse(QObject *parent = nullptr);

    void start(PointM place, bool still);
    void stop();
    [[nodiscard]] std::optional<PointM> place() const { return m_place; }
    [[nodiscard]] bool isStill() const { return m_still; }
    void paint(QPainter &painter, const Viewport &viewport, const Tokens &colors) const;

Q_SIGNALS:
    void changed();

private:
    QVariantAnimation m_time; ///< 0 … 1
    std::optional<PointM> m_place;
    bool m_still = false;
};

} // namespace belvedere::ui
