// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/status_line.h"

#include "common/stall_monitor.h"
#include "shell/message_history.h"
#include "shell/task_strip.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimer>

namespace belvedere::ui {

namespace {

constexpr int kStallRefreshMs = 1000;

} // namespace

StatusLine::StatusLine(const StallMonitor &stalls, QWidget *parent)
    : QWidget(parent)
    , m_stalls(stalls)
    , m_messages(new MessageHistory(this))
    , m_tasks(new TaskStrip(this))
    , m_map(new QLabel(this))
    , m_sources(new SourceIndicator(this))
    , m_pause(new QLabel(this))
{
    for (QLabel *label : {m_map, m_pause}) {
        label->setProperty("secondary", true);
        label->setFont(themeFont(type::kCaption));
    }
    m_map->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kTiny, space::kHair, space::kMedium, space::kHair);
    layout->setSpacing(space::kMedium);
    layout->addWidget(m_messages, 2);
    layout->addWidget(m_tasks, 3);
    layout->addWidget(m_map);
    layout->addWidget(m_sources);
    layout->addWidget(m_pause);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &StatusLine::updatePause);
    timer->start(kStallRefreshMs);
    updatePause();
}

void StatusLine::addMessage(const QString &text, bool isProblem)
{
    m_messages->add(text, isProblem);
}

void StatusLine::addTask(const QString &title, const QFuture<void> &future)
{
    m_tasks->addTask(title, future);
}

void StatusLine::setSources(std::vector<SourceState> sources, UtcMs now)
{
    m_sources->setSources(std::move(sources), now);
}

void StatusLine::setMapState(const QString &text, const QString &toolTip)
{
    m_map->setText(text);
    m_map->setToolTip(toolTip);
    m_map->setVisible(!text.isEmpty());
}

void StatusLine::updatePause()
{
    m_pause->setText(tr("Longest pause of the window %1 ms")
                         .arg(QLocale().toString(m_stalls.longestStallMs(), 'f', 0)));
    m_pause->setToolTip(
        tr("The longest time that the window did not answer since the city was opened"));
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updatePause();
    QWidget::changeEvent(event);
}

} // namespace belvedere::ui
