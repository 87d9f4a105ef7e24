// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLayout;
class QMenu;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace belvedere::ui {

class PlanModel;
class PlanRuns;

/// The base case and the scenarios that grow from it, with what came of each in words.
class ScenarioPanel : public QWidget
{
    Q_OBJECT

public:
    ScenarioPanel(PlanModel &model, PlanRuns &runs, QWidget *parent = nullptr);

    [[nodiscard]] QTreeWidget *tree() const { return m_tree; }
    /// What can be done with the base case and all scenarios.
    [[nodiscard]] QMenu *menu() const { return m_menu; }
    [[nodiscard]] QToolButton *runButton() const { return m_run; }
    /// Lets the person type another name for the one that is looked at.
    void editName();

Q_SIGNALS:
    void runRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QLayout *makeButtons();
    void fill();
    void showStates();
    void showCurrent();
    [[nodiscard]] QString stateText(const QString &id) const;
    [[nodiscard]] QTreeWidgetItem *item(const QString &id) const;
    void retranslate();

    PlanModel &m_model;
    PlanRuns &m_runs;
    QTreeWidget *m_tree;
    QLabel *m_source;
    QToolButton *m_new;
    QToolButton *m_duplicate;
    QToolButton *m_rename;
    QToolButton *m_remove;
    QToolButton *m_more;
    QMenu *m_menu;
    QToolButton *m_run;
    bool m_filling = false; // the tree follows the model
};

} // namespace belvedere::ui
