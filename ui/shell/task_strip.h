// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;

namespace belvedere::ui {

class ProgressPanel;

/// What runs in the background, each with its progress, remaining time and a way to stop it.
class TaskStrip : public QWidget
{
    Q_OBJECT

public:
    explicit TaskStrip(QWidget *parent = nullptr);

    /// Shows the task until its future finishes. Progress runs from 0 to
    /// belvedere::detail::kProgressScale.
    void addTask(const QString &title, const QFuture<void> &future);
    [[nodiscard]] int count() const { return static_cast<int>(m_tasks.size()); }

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Shown
    {
        QString title;
        ProgressPanel *panel;
    };

    void arrange();

    QHBoxLayout *m_layout;
    QLabel *m_more;
    std::vector<Shown> m_tasks;
};

} // namespace belvedere::ui
