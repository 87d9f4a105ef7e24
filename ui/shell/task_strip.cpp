// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/task_strip.h"

#include "common/on_finished.h"
#include "common/progress_panel.h"
#include "common/stall_monitor.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimer>

namespace belvedere::ui {

namespace {

constexpr int kPanelWidth = 420;
constexpr int kStallRefreshMs = 1000;

} // namespace

TaskStrip::TaskStrip(const StallMonitor &stalls, QWidget *parent)
    : QWidget(parent)
    , m_stalls(stalls)
    , m_layout(new QHBoxLayout(this))
    , m_message(new QLabel(this))
    , m_idle(new QLabel(this))
{
    m_layout->setContentsMargins(space::kMedium, space::kHair, space::kMedium, space::kHair);
    m_layout->setSpacing(space::kLarge);
    for (QLabel *label : {m_message, m_idle}) {
        label->setProperty("secondary", true);
        label->setFont(themeFont(type::kCaption));
    }
    m_layout->addWidget(m_message);
    m_layout->addStretch();
    m_layout->addWidget(m_idle);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &TaskStrip::updateIdle);
    timer->start(kStallRefreshMs);
    updateIdle();
}

void TaskStrip::addTask(const QString &title, const QFuture<void> &future)
{
    auto *panel = new ProgressPanel(this);
    panel->setMaximumWidth(kPanelWidth);
    panel->start(title);
    m_layout->insertWidget(1 + m_count, panel);
    ++m_count;
    onProgress(future, panel, [panel](double fraction, const QString &text) {
        // Core marks its phases for translation; a file's name stays as it is.
        panel->setProgress(
            fraction, QCoreApplication::translate("Task", text.toUtf8().constData()));
    });
    connect(panel, &ProgressPanel::cancelRequested, panel,
        [running = QFuture<void>(future)]() mutable { running.cancel(); });
    onFinished(future, panel, [this, panel] {
        --m_count;
        panel->deleteLater();
        updateIdle();
    });
    updateIdle();
}

void TaskStrip::setMessage(const QString &message)
{
    m_message->setText(message);
}

void TaskStrip::updateIdle()
{
    m_idle->setText(tr("Longest pause of the window %1 ms")
                        .arg(QLocale().toString(m_stalls.longestStallMs(), 'f', 0)));
    m_idle->setToolTip(
        tr("The longest time that the window did not answer since the city was opened"));
}

void TaskStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateIdle();
    QWidget::changeEvent(event);
}

} // namespace belvedere::ui
