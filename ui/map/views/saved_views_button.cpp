// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/views/saved_views_button.h"

#include "map/views/saved_views_panel.h"
#include "theme/icons.h"
#include "theme/tokens.h"

#include <QEvent>
#include <QScreen>

#include <algorithm>

namespace belvedere::ui {

SavedViewsButton::SavedViewsButton(SavedViews &views, MapView &map, QWidget *parent)
    : QToolButton(parent)
    , m_panel(new SavedViewsPanel(views, map, this))
{
    setIcon(ui::icon(QStringLiteral("bookmark")));
    setFocusPolicy(Qt::StrongFocus);
    m_panel->setWindowFlag(Qt::Popup);
    m_panel->hide();
    connect(this, &QToolButton::clicked, this, &SavedViewsButton::open);
    connect(m_panel, &SavedViewsPanel::left, m_panel, &QWidget::close);
    retranslate();
}

void SavedViewsButton::open()
{
    const QRect button(mapToGlobal(QPoint()), size());
    const QSize wanted = m_panel->sizeHint().expandedTo(m_panel->minimumSizeHint());
    const QRect room = screen()->availableGeometry();
    // To the right of the button, or to the left where the screen ends.
    int x = button.right() + 1 + space::kTiny;
    if (x + wanted.width() > room.right())
        x = button.left() - space::kTiny - wanted.width();
    const int lowest = std::max(room.top(), room.bottom() + 1 - wanted.height());
    m_panel->setGeometry(QRect(QPoint(x, std::clamp(button.top(), room.top(), lowest)), wanted));
    m_panel->show();
    m_panel->setFocus(Qt::PopupFocusReason);
}

void SavedViewsButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void SavedViewsButton::retranslate()
{
    setAccessibleName(tr("Saved views"));
    setToolTip(tr("Saved views"));
}

} // namespace belvedere::ui
