// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tools/map_tool_bar.h"

#include "map/tools/map_tools.h"
#include "theme/tokens.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QToolButton>

namespace belvedere::ui {

MapToolBar::MapToolBar(MapTools &tools, Qt::Orientation orientation, QWidget *parent)
    : QFrame(parent)
    , m_tools(tools)
    , m_layout(new QBoxLayout(
          orientation == Qt::Vertical ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this))
{
    setProperty("panel", true);
    m_layout->setContentsMargins(space::kHair, space::kHair, space::kHair, space::kHair);
    m_layout->setSpacing(space::kHair);
    m_layout->setSizeConstraint(QLayout::SetFixedSize);
    for (const MapTools::Kind kind : MapTools::kKinds) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setIconSize({metric::kIcon, metric::kIcon});
        button->setDefaultAction(tools.action(kind));
        m_layout->addWidget(button);
        m_buttons.push_back(button);
    }
    retranslate();
}

void MapToolBar::addButton(QToolButton *button)
{
    if (!m_gapAdded)
        m_layout->addSpacing(space::kSmall);
    m_gapAdded = true;
    button->setAutoRaise(true);
    button->setIconSize({metric::kIcon, metric::kIcon});
    m_layout->addWidget(button);
}

void MapToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void MapToolBar::retranslate()
{
    setAccessibleName(tr("Map tools"));
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setAccessibleName(m_tools.action(MapTools::kKinds[i])->text());
}

} // namespace belvedere::ui
