// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/navigation_rail.h"

#include "common/command_registry.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace belvedere::ui {

NavigationRail::NavigationRail(CommandRegistry &commands, QWidget *parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_group(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(space::kTiny, space::kSmall, 0, space::kSmall);
    m_layout->setSpacing(space::kTiny);
    m_layout->addStretch();
    connect(m_group, &QButtonGroup::idClicked, this,
        [this](int index) { (void)m_commands.run(QLatin1String("workspace.") + m_ids.at(index)); });
    connect(&m_commands, &CommandRegistry::shortcutsChanged, this, &NavigationRail::updateToolTips);
}

void NavigationRail::addWorkspace(const QString &id, const QString &iconName)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setIconSize({metric::kTarget, metric::kTarget});
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFont(themeFont(type::kCaption));
    button->setMinimumWidth(metric::kRail);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_group->addButton(button, static_cast<int>(m_ids.size()));
    m_layout->insertWidget(m_layout->count() - 1, button);
    m_ids += id;
}

void NavigationRail::setCurrent(const QString &id)
{
    if (QAbstractButton *button = m_group->button(static_cast<int>(m_ids.indexOf(id))))
        button->setChecked(true);
}

void NavigationRail::setLabel(const QString &id, const QString &label)
{
    QAbstractButton *button = m_group->button(static_cast<int>(m_ids.indexOf(id)));
    button->setText(label);
    button->setAccessibleName(label);
    updateToolTips();
}

void NavigationRail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateToolTips();
    QWidget::changeEvent(event);
}

void NavigationRail::updateToolTips()
{
    for (int i = 0; i < m_ids.size(); ++i)
        m_group->button(i)->setToolTip(
            m_commands.toolTip(QLatin1String("workspace.") + m_ids.at(i)));
}

} // namespace belvedere::ui
