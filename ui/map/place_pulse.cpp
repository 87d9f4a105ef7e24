// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/place_pulse.h"

#include <QPainter>

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kMs = 2400;
constexpr double kRings = 2.0;
constexpr double kSmallest = 8.0;
constexpr double kLargest = 34.0;
constexpr double kStillRadius = 18.0;
constexpr double kPen = 2.5;

} // namespace

PlacePulse::PlacePulse(QObject *parent)
    : QObject(parent)
{
    m_time.setDuration(kMs);
    m_time.setStartValue(0.0);
    m_time.setEndValue(1.0);
    connect(&m_time, &QVariantAnimation::valueChanged, this, [this] {
        if (!m_still)
            Q_EMIT changed();
    });
    connect(&m_time, &QVariantAnimation::finished, this, &PlacePulse::stop);
}

void PlacePulse::start(PointM place, bool still)
{
    m_place = place;
    m_still = still;
    m_time.stop();
    m_time.start();
    Q_EMIT changed();
}

void PlacePulse::stop()
{
    m_time.stop();
    m_place.reset();
    Q_EMIT changed();
}

void PlacePulse::paint(QPainter &painter, const Viewport &viewport, const Tokens &colors) const
{
    if (!m_place)
        return;
    const QPointF centre = viewport.toScreen(*m_place);
    painter.setBrush(Qt::NoBrush);
    const auto ring = [&](double radius, double opacity) {
        painter.setPen(QPen(withOpacity(colors.mapLabelHalo, 0.8 * opacity), kPen + 2.5));
        painter.drawEllipse(centre, radius, radius);
        painter.setPen(QPen(withOpacity(colors.accent, opacity), kPen));
        painter.drawEllipse(centre, radius, radius);
    };
    ring(m_still ? kStillRadius : kSmallest, 1.0);
    if (!m_still) {
        const double t = std::fmod(kRings * m_time.currentValue().toDouble(), 1.0);
        ring(kSmallest + t * (kLargest - kSmallest), 1.0 - t);
    }
}

} // namespace belvedere::ui
