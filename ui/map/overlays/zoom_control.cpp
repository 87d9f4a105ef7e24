// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/overlays/zoom_control.h"

#include "map/map_view.h"
#include "theme/icons.h"
#include "theme/tokens.h"

#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace belvedere::ui {

namespace {

constexpr double kFactor = 1.5; // as the keys + and -

} // namespace

ZoomControl::ZoomControl(MapView &view)
    : QFrame(&view)
    , m_in(makeButton(QStringLiteral("plus")))
    , m_out(makeButton(QStringLiteral("minus")))
    , m_fit(makeButton(QStringLiteral("fit")))
{
    setProperty("panel", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kHair, space::kHair, space::kHair, space::kHair);
    layout->setSpacing(space::kHair);
    for (QToolButton *button : {m_in, m_out, m_fit})
        layout->addWidget(button);
    m_in->setAutoRepeat(true);
    m_out->setAutoRepeat(true);
    connect(m_in, &QToolButton::clicked, &view, [&view] { view.zoomBy(kFactor); });
    connect(m_out, &QToolButton::clicked, &view, [&view] { view.zoomBy(1.0 / kFactor); });
    connect(m_fit, &QToolButton::clicked, &view, &MapView::fitAll);
    const auto limits = [this, &view] {
        m_in->setEnabled(view.viewport().metersPerPixel > Viewport::kMinMetersPerPixel);
        m_out->setEnabled(view.viewport().metersPerPixel < Viewport::kMaxMetersPerPixel);
    };
    connect(&view, &MapView::viewportChanged, this, limits);
    limits();
    retranslate();
}

QToolButton *ZoomControl::makeButton(const QString &iconName)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIcon(icon(iconName));
    button->setIconSize({metric::kIcon, metric::kIcon});
    return button;
}

void ZoomControl::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ZoomControl::retranslate()
{
    setAccessibleName(tr("Zoom"));
    m_in->setAccessibleName(tr("Zoom in"));
    m_in->setToolTip(tr("Zoom in (+)"));
    m_out->setAccessibleName(tr("Zoom out"));
    m_out->setToolTip(tr("Zoom out (−)"));
    m_fit->setAccessibleName(tr("Show everything"));
    m_fit->setToolTip(tr("Show everything (Home)"));
}

} // namespace belvedere::ui
