// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/task_strip.h"

#include "common/on_finished.h"
#include "common/progress_panel.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kPanelWidth = 420;
constexpr int kPanelsShown = 2; // the others wait for their place

} // namespace

TaskStrip::TaskStrip(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_more(new QLabel(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::kLarge);
    m_more->setProperty("secondary", true);
    m_more->setFont(themeFont(type::kCaption));
    m_layout->addWidget(m_more);
    m_layout->addStretch();
    arrange();
}

void TaskStrip::addTask(const QString &title, const QFuture<void> &future)
{
    auto *panel = new ProgressPanel(this);
    panel->setMaximumWidth(kPanelWidth);
    panel->start(title);
    m_layout->insertWidget(count(), panel, 1);
    m_tasks.push_back({title, panel});
    onProgress(future, panel, [panel](double fraction, const QString &text) {
        // Core marks its phases for translation; a file's name stays as it is.
        panel->setProgress(
            fraction, QCoreApplication::translate("Task", text.toUtf8().constData()));
    });
    connect(panel, &ProgressPanel::cancelRequested, panel,
        [running = QFuture<void>(future)]() mutable { running.cancel(); });
    onFinished(future, panel, [this, panel] {
        m_tasks.erase(std::remove_if(m_tasks.begin(), m_tasks.end(),
                          [panel](const Shown &task) { return task.panel == panel; }),
            m_tasks.end());
        panel->hide();
        panel->deleteLater();
        arrange();
    });
    arrange();
}

void TaskStrip::arrange()
{
    QStringList waiting;
    for (int i = 0; i < count(); ++i) {
        const Shown &task = m_tasks[static_cast<std::size_t>(i)];
        task.panel->setVisible(i < kPanelsShown);
        if (i >= kPanelsShown)
            waiting += task.title;
    }
    m_more->setVisible(!waiting.isEmpty());
    m_more->setText(tr("and %Ln more", nullptr, static_cast<int>(waiting.size())));
    m_more->setToolTip(waiting.join(QLatin1Char('\n')));
}

void TaskStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace belvedere::ui
