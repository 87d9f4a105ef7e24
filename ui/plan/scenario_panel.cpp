// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/scenario_panel.h"

#include "common/error_text.h"
#include "common/fitting_header.h"
#include "plan/plan_model.h"
#include "plan/plan_runs.h"
#include "plan/plan_text.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QTreeWidget>

namespace belvedere::ui {

namespace {

enum Column { Name, State };
constexpr int kIdRole = Qt::UserRole;
constexpr int kIndent = 16;

QToolButton *iconButton(const QString &iconName)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void name(QToolButton &button, const QString &text)
{
    button.setAccessibleName(text);
    button.setToolTip(text);
}

} // namespace

ScenarioPanel::ScenarioPanel(PlanModel &model, PlanRuns &runs, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_runs(runs)
    , m_tree(new QTreeWidget)
    , m_source(new QLabel)
    , m_new(iconButton(QStringLiteral("plus")))
    , m_duplicate(iconButton(QStringLiteral("copy")))
    , m_rename(iconButton(QStringLiteral("rename")))
    , m_remove(iconButton(QStringLiteral("remove")))
    , m_more(iconButton(QStringLiteral("more")))
    , m_menu(new QMenu(this))
    , m_run(new QToolButton)
{
    m_tree->setObjectName(QStringLiteral("scenarios"));
    m_tree->setColumnCount(2);
    m_tree->setIndentation(kIndent);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_tree->setHeader(new FittingHeader(m_tree));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(State, QHeaderView::ResizeToContents);
    m_source->setWordWrap(true);
    m_source->setProperty("secondary", true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    column->setSpacing(space::kSmall);
    column->addLayout(makeButtons());
    column->addWidget(m_tree, 1);
    column->addWidget(m_source);

    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item != nullptr && !m_filling)
            m_model.select(item->data(Name, kIdRole).toString());
    });
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item, int changed) {
        if (m_filling || changed != Name)
            return;
        // The tree is filled anew by it: not while the item says so.
        QMetaObject::invokeMethod(
            this,
            [this, id = item->data(Name, kIdRole).toString(), text = item->text(Name)] {
                m_model.renameScenario(id, text);
                fill();
            },
            Qt::QueuedConnection);
    });
    connect(&m_model, &PlanModel::treeChanged, this, &ScenarioPanel::fill);
    connect(&m_model, &PlanModel::currentChanged, this, &ScenarioPanel::showCurrent);
    connect(&m_model, &PlanModel::checked, this, &ScenarioPanel::showStates);
    connect(&m_runs, &PlanRuns::resultChanged, this, &ScenarioPanel::showStates);
    connect(&m_runs, &PlanRuns::runningChanged, this, &ScenarioPanel::showStates);
    retranslate();
}

QLayout *ScenarioPanel::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kTiny);
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    for (QToolButton *button : {m_new, m_duplicate, m_rename, m_remove, m_more})
        row->addWidget(button);
    row->addStretch();
    m_run->setIcon(icon(QStringLiteral("play")));
    m_run->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    row->addWidget(m_run);
    connect(m_new, &QToolButton::clicked, this, [this] { (void)m_model.addScenario(); });
    connect(m_duplicate, &QToolButton::clicked, &m_model, &PlanModel::duplicateScenario);
    connect(m_rename, &QToolButton::clicked, this, &ScenarioPanel::editName);
    connect(m_remove, &QToolButton::clicked, this,
        [this] { m_model.removeScenario(m_model.current()); });
    connect(m_run, &QToolButton::clicked, this, &ScenarioPanel::runRequested);
    return row;
}

void ScenarioPanel::editName()
{
    if (QTreeWidgetItem *current = item(m_model.current());
        current != nullptr && !m_model.current().isEmpty())
        m_tree->editItem(current, Name);
}

void ScenarioPanel::fill()
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    m_tree->clear();
    if (!m_model.base())
        return;
    auto *root = new QTreeWidgetItem(m_tree);
    root->setData(Name, kIdRole, QString());
    root->setText(Name, tr("Base case"));
    root->setToolTip(Name, m_model.base()->data().title);
    for (const Scenario &scenario : m_model.tree().scenarios) {
        QTreeWidgetItem *parent = item(scenario.parent);
        auto *child = new QTreeWidgetItem(parent != nullptr ? parent : root);
        child->setData(Name, kIdRole, scenario.id);
        child->setText(Name, scenario.name);
        child->setToolTip(Name, scenario.note.isEmpty() ? scenario.name : scenario.note);
        child->setFlags(child->flags() | Qt::ItemIsEditable);
    }
    m_tree->expandAll();
    const BaseCaseData &facts = m_model.base()->data();
    m_source->setText(facts.syntheticDemand
            ? tr("Demand is synthetic: made from people and jobs, not counted.")
            : facts.source);
    m_source->setVisible(!m_source->text().isEmpty());
    showCurrent();
    showStates();
}

QTreeWidgetItem *ScenarioPanel::item(const QString &id) const
{
    for (QTreeWidgetItemIterator it(m_tree); *it != nullptr; ++it) {
        if ((*it)->data(Name, kIdRole).toString() == id)
            return *it;
    }
    return nullptr;
}

void ScenarioPanel::showCurrent()
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    if (QTreeWidgetItem *current = item(m_model.current()))
        m_tree->setCurrentItem(current);
    const bool own = !m_model.current().isEmpty();
    for (QToolButton *button : {m_duplicate, m_rename, m_remove})
        button->setEnabled(own);
}

QString ScenarioPanel::stateText(const QString &id) const
{
    const auto run = m_runs.result(id);
    if (m_runs.error(id) != nullptr)
        return tr("failed");
    if (!run)
        return tr("not run");
    if (run->tentative)
        return tr("running");
    const auto edits = id.isEmpty() ? Result<std::vector<Edit>>() : editsOf(m_model.tree(), id);
    if (!edits || !m_runs.isCurrent(id, *edits))
        return tr("run again");
    const auto base = m_runs.result(QString());
    if (id.isEmpty() || !base)
        return tr("done");
    const QStringList &kpis = m_model.tree().kpis;
    for (const KpiComparison &each : compareKpis(*base, *run)) {
        if (each.definition.key == kpis.value(0))
            return verdictText(each.verdict, each.change, each.relative);
    }
    return tr("done");
}

void ScenarioPanel::showStates()
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    for (QTreeWidgetItemIterator it(m_tree); *it != nullptr; ++it) {
        const QString id = (*it)->data(Name, kIdRole).toString();
        (*it)->setText(State, stateText(id));
        const Error *error = m_runs.error(id);
        (*it)->setToolTip(State, error != nullptr ? errorText(*error) : QString());
    }
    m_run->setEnabled(m_model.base() != nullptr && !m_model.problem() && !m_runs.running());
}

void ScenarioPanel::retranslate()
{
    m_tree->setAccessibleName(tr("Scenarios"));
    m_tree->setHeaderLabels({tr("Scenario"), tr("Result")});
    name(*m_new, tr("New scenario from the selected one"));
    name(*m_duplicate, tr("Duplicate the scenario"));
    name(*m_rename, tr("Rename the scenario (F2)"));
    name(*m_remove, tr("Delete the scenario and what grew from it"));
    name(*m_more, tr("Base case, files and export"));
    m_run->setText(tr("Run"));
    m_run->setToolTip(tr("Run the scenario and compare it with the base case (Ctrl+R)"));
    fill();
}

void ScenarioPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace belvedere::ui
