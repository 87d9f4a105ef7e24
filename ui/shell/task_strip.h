// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QWidget>

#include <memory>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace belvedere::ui {
class ProgressPanel;
class StallMonitor;
} // namespace belvedere::ui

namespace belvedere::ui {

/// The status line: what runs in the background, each with its progress, remaining time and a
/// way to stop it.
class TaskStrip : public QWidget
{
    Q_OBJECT

public:
    explicit TaskStrip(const StallMonitor &stalls, QWidget *parent = nullptr);

    /// Shows the task until its future finishes. Progress runs from 0 to
    /// belvedere::detail::kProgressScale.
    void addTask(const QString &title, const QFuture<void> &future);
    /// A sentence that stays until the next one.
    void setMessage(const QString &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIdle();

    const StallMonitor &m_stalls;
    QHBoxLayout *m_layout;
    QLabel *m_message;
    QLabel *m_idle;
    int m_count = 0;
};

} // namespace belvedere::ui
