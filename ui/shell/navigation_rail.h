// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace belvedere::ui {

class CommandRegistry;

/// The workspaces at the leading edge, by icon and name.
class NavigationRail : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(CommandRegistry &commands, QWidget *parent = nullptr);

    /// Adds a button for the workspace `id` that runs the command "workspace.<id>".
    void addWorkspace(const QString &id, const QString &iconName);
    void setCurrent(const QString &id);
    /// The short name on the button and its tooltip come from the command.
    void setLabel(const QString &id, const QString &label);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateToolTips();

    CommandRegistry &m_commands;
    QButtonGroup *m_group;
    QVBoxLayout *m_layout;
    QStringList m_ids;
};

} // namespace belvedere::ui
