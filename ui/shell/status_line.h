// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/source_indicator.h"

#include <QFuture>
#include <QWidget>

class QLabel;

namespace belvedere::ui {

class MessageHistory;
class StallMonitor;
class TaskStrip;

/// The line below everything: the last message, running tasks, data sources, the map's ground.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(const StallMonitor &stalls, QWidget *parent = nullptr);

    void addMessage(const QString &text, bool isProblem = false);
    /// See TaskStrip::addTask.
    void addTask(const QString &title, const QFuture<void> &future);
    void setSources(std::vector<SourceState> sources, UtcMs now);
    /// "Offline map 2026-06", or why there is none; empty hides it.
    void setMapState(const QString &text, const QString &toolTip);
    [[nodiscard]] MessageHistory *messages() const { return m_messages; }
    [[nodiscard]] SourceIndicator *sources() const { return m_sources; }
    [[nodiscard]] TaskStrip *tasks() const { return m_tasks; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void updatePause();

    const StallMonitor &m_stalls;
    MessageHistory *m_messages;
    TaskStrip *m_tasks;
    QLabel *m_map;
    SourceIndicator *m_sources;
    QLabel *m_pause;
};

} // namespace belvedere::ui
