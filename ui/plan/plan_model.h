// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/task_slot.h"
#include "data/store/store.h"
#include "plan/plan_context.h"
#include "scenario/base_case_sources.h"
#include "scenario/edit_applier.h"
#include "scenario/scenario_tree.h"

#include <QObject>

#include <memory>
#include <optional>

class QUndoStack;

namespace belvedere::ui {

/// A base case with its tree of scenarios, as it is kept with the city.
struct PlanDocument
{
    std::shared_ptr<const BaseCase> base; ///< null = there is none yet
    QString treeId; ///< empty = not kept yet
    ScenarioTree tree;
};

/// The base case, its scenarios and which one is looked at. Every change of them can be undone and
/// is kept with the city; whether the edits fit the base is checked in the background.
class PlanModel : public QObject
{
    Q_OBJECT

public:
    explicit PlanModel(const PlanContext &context, QObject *parent = nullptr);
    ~PlanModel() override;

    /// Another city: shows its newest base case. Null closes it.
    void setStore(std::shared_ptr<Store> store);
    [[nodiscard]] const std::shared_ptr<Store> &store() const { return m_store; }

    /// From the city's own streets, with demand that is made from people and jobs.
    void makeFromCity();
    void openNetwork(const BaseCaseFiles &files);
    /// A file that somebody shared; its base case must be the one at hand, or files beside it.
    void openScenarios(const QString &file);
    void take(PlanDocument document);
    [[nodiscard]] bool loading() const { return m_loading.running(); }

    [[nodiscard]] const std::shared_ptr<const BaseCase> &base() const { return m_document.base; }
    [[nodiscard]] const ScenarioTree &tree() const { return m_document.tree; }
    /// Id of the scenario that is looked at; empty = the base case.
    [[nodiscard]] const QString &current() const { return m_current; }
    [[nodiscard]] const Scenario *scenario() const;
    /// All edits of the scenario that is looked at, those of its parents first.
    [[nodiscard]] const std::vector<Edit> &edits() const { return m_edits; }
    /// How many of them are its own: the last ones.
    [[nodiscard]] std::size_t ownEdits() const;
    /// The base with these edits; null while they are checked and where they do not fit.
    [[nodiscard]] const std::shared_ptr<const AppliedCase> &applied() const { return m_applied; }
    /// What is wrong with the edits.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    [[nodiscard]] bool checking() const { return m_checking.running(); }
    /// Whether the last changes are still on their way into the city.
    [[nodiscard]] bool saving() const { return m_saving.running(); }

    void select(const QString &scenario);
    /// Below the one that is looked at, and selects it. @return its id.
    QString addScenario(const QString &name = {});
    void duplicateScenario();
    void renameScenario(const QString &id, const QString &name);
    /// With all that grew from it.
    void removeScenario(const QString &id);
    /// To the scenario that is looked at; the base case is never changed: a scenario begins.
    void addEdit(EditBody body, std::optional<DayWindow> window = {});
    /// @param own  position among the scenario's own edits.
    void removeEdit(std::size_t own);
    void moveEdit(std::size_t own, int by);
    [[nodiscard]] QUndoStack *undoStack() const { return m_undo; }

Q_SIGNALS:
    void loadingChanged();
    void baseChanged();
    /// Names, edits or the shape of the tree.
    void treeChanged();
    void currentChanged();
    /// applied() or problem() are others.
    void checked();
    void failed(const belvedere::Error &error);

private:
    friend class TreeChange;

    void load(Task<PlanDocument> task);
    void push(const QString &text, ScenarioTree after, const QString &current);
    void show(const ScenarioTree &tree, const QString &current);
    void check();
    void save();
    [[nodiscard]] QString freshName() const;
    [[nodiscard]] QString freshId() const;
    [[nodiscard]] Scenario *own(ScenarioTree &tree) const;

    PlanContext m_context;
    std::shared_ptr<Store> m_store;
    PlanDocument m_document;
    QString m_current;
    std::vector<Edit> m_edits;
    std::shared_ptr<const AppliedCase> m_applied;
    std::optional<Error> m_problem;
    QUndoStack *m_undo;
    bool m_unsaved = false; // changed while it was being written
    TaskSlot<PlanDocument> m_loading{this};
    TaskSlot<std::shared_ptr<const AppliedCase>> m_checking{this};
    TaskSlot<QString> m_saving{this};
};

} // namespace belvedere::ui
