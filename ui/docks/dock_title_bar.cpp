// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/dock_title_bar.h"

#include "common/elided_label.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace belvedere::ui {

namespace {

constexpr int kIconSide = 14;

} // namespace

DockTitleBar::DockTitleBar(QDockWidget *dock)
    : QFrame(dock)
    , m_dock(dock)
    , m_title(new ElidedLabel(this))
    , m_remark(new ElidedLabel(this))
    , m_more(addButton(QStringLiteral("more")))
    , m_menu(new QMenu(this))
    , m_float(addButton(QStringLiteral("float")))
    , m_close(addButton(QStringLiteral("cancel")))
{
    setProperty("dockTitle", true);
    m_title->setFont(themeFont(type::kDense, QFont::DemiBold));
    m_remark->setFont(themeFont(type::kCaption));
    m_remark->setSecondary(true);
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kSmall, space::kHair, space::kTiny, space::kHair);
    layout->setSpacing(space::kTiny);
    layout->addWidget(m_title, 2);
    layout->addWidget(m_remark, 1);
    layout->addWidget(m_more);
    layout->addWidget(m_float);
    layout->addWidget(m_close);
    for (const Qt::DockWidgetArea area : {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea,
             Qt::TopDockWidgetArea, Qt::BottomDockWidgetArea}) {
        QAction *action = m_menu->addAction(QString());
        action->setData(static_cast<int>(area));
        connect(action, &QAction::triggered, this, [this, area] { Q_EMIT moveRequested(area); });
    }
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        for (QAction *action : m_menu->actions())
            action->setEnabled(
                m_dock->isAreaAllowed(static_cast<Qt::DockWidgetArea>(action->data().toInt())));
    });
    connect(m_float, &QToolButton::clicked, this,
        [this] { m_dock->setFloating(!m_dock->isFloating()); });
    connect(m_close, &QToolButton::clicked, m_dock, &QDockWidget::close);
    connect(m_dock, &QDockWidget::topLevelChanged, this, &DockTitleBar::updateState);
    retranslate();
}

QToolButton *DockTitleBar::addButton(const QString &iconName)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setIconSize({kIconSide, kIconSide});
    button->setAutoRaise(true);
    button->setProperty("compact", true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void DockTitleBar::setTitle(const QString &title)
{
    m_titleText = title;
    m_title->setText(title);
    retranslate();
}

void DockTitleBar::setRemark(const QString &remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

void DockTitleBar::updateState()
{
    const bool floats = m_dock->isFloating();
    m_float->setIcon(icon(floats ? QStringLiteral("dock") : QStringLiteral("float")));
    const QString text = floats ? tr("Dock the panel") : tr("Float the panel");
    m_float->setToolTip(text);
    //: a screen reader's words for a button: %1 is what it does, %2 the title of the panel
    m_float->setAccessibleName(tr("%1: %2").arg(text, m_titleText));
}

void DockTitleBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void DockTitleBar::retranslate()
{
    const QStringList moves = {tr("Move to the left"), tr("Move to the right"),
        tr("Move to the top"), tr("Move to the bottom")};
    for (int i = 0; i < moves.size(); ++i)
        m_menu->actions().at(i)->setText(moves.at(i));
    m_more->setToolTip(tr("Move the panel"));
    m_more->setAccessibleName(tr("%1: %2").arg(m_more->toolTip(), m_titleText));
    m_close->setToolTip(tr("Close the panel"));
    m_close->setAccessibleName(tr("%1: %2").arg(m_close->toolTip(), m_titleText));
    updateState();
}

} // namespace belvedere::ui
