// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/scenario_tree.h"

#include "scenario/base_case.h"
#include "scenario/kpi.h"

#include <QSet>

#include <algorithm>

namespace belvedere {

namespace {

/// The scenario and its parents, the base's child first.
Result<std::vector<const Scenario *>> ancestry(const ScenarioTree &tree, const QString &idOrName)
{
    std::vector<const Scenario *> line;
    QString wanted = idOrName;
    while (!wanted.isEmpty()) {
        const Scenario *scenario = findScenario(tree, wanted);
        if (scenario == nullptr) {
            QStringList known;
            for (const Scenario &other : tree.scenarios)
                known.append(other.name);
            return failure(Errc::NotFound,
                QT_TRANSLATE_NOOP("Error", "There is no scenario \"%1\". There is: %2."),
                {wanted, known.join(QLatin1String(", "))});
        }
        if (std::find(line.begin(), line.end(), scenario) != line.end())
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "Scenario \"%1\" is its own ancestor."),
                {scenario->name});
        line.insert(line.begin(), scenario);
        wanted = scenario->parent;
    }
    return line;
}

/// Ids of modifications in the order of their application, each once.
Result<QStringList> usedModifications(
    const ScenarioTree &tree, const std::vector<const Scenario *> &line)
{
    QStringList used;
    for (const Scenario *scenario : line)
        for (const QString &id : scenario->modifications) {
            const Modification *modification = findModification(tree, id);
            if (modification == nullptr)
                return failure(Errc::NotFound,
                    QT_TRANSLATE_NOOP(
                        "Error", "Scenario \"%1\" uses the modification \"%2\", which is missing."),
                    {scenario->name, id});
            if (used.contains(id))
                continue;
            for (const QString &needed : modification->dependsOn)
                if (!used.contains(needed)) {
                    const Modification *other = findModification(tree, needed);
                    return failure(Errc::Usage,
                        QT_TRANSLATE_NOOP("Error",
                            "In scenario \"%1\", modification \"%2\" depends on \"%3\". Use that "
                            "too, before it."),
                        {scenario->name, modification->name,
                            other != nullptr ? other->name : needed});
                }
            used.append(id);
        }
    return used;
}

Result<> checkExclusions(const ScenarioTree &tree, const QStringList &used, const QString &scenario)
{
    for (const QString &id : used)
        for (const QString &other : findModification(tree, id)->excludes)
            if (used.contains(other))
                return failure(Errc::Usage,
                    QT_TRANSLATE_NOOP("Error",
                        "In scenario \"%1\", modification \"%2\" excludes \"%3\". Use one of the "
                        "two."),
                    {scenario, findModification(tree, id)->name,
                        findModification(tree, other)->name});
    return {};
}

Result<> checkEditIds(const std::vector<Edit> &edits, const QString &owner)
{
    QSet<QString> ids;
    for (const Edit &edit : edits) {
        if (ids.contains(edit.id))
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "Two edits of \"%1\" have the id \"%2\"."),
                {owner, edit.id});
        ids.insert(edit.id);
    }
    return {};
}

Result<> checkKpis(const ScenarioTree &tree)
{
    if (tree.kpis.isEmpty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "The scenarios are judged by nothing. Choose at least one indicator."));
    for (const QString &key : tree.kpis)
        BV_TRY_VOID(kpiDefinition(key));
    return {};
}

} // namespace

const Scenario *findScenario(const ScenarioTree &tree, const QString &idOrName)
{
    const auto by = [&](auto member) {
        return std::find_if(tree.scenarios.begin(), tree.scenarios.end(),
            [&](const Scenario &scenario) { return scenario.*member == idOrName; });
    };
    auto found = by(&Scenario::id);
    if (found == tree.scenarios.end())
        found = by(&Scenario::name);
    return found == tree.scenarios.end() ? nullptr : &*found;
}

const Modification *findModification(const ScenarioTree &tree, const QString &id)
{
    const auto found = std::find_if(tree.modifications.begin(), tree.modifications.end(),
        [&id](const Modification &modification) { return modification.id == id; });
    return found == tree.modifications.end() ? nullptr : &*found;
}

Result<std::vector<Edit>> editsOf(const ScenarioTree &tree, const QString &scenario)
{
    BV_TRY(const std::vector<const Scenario *> line, ancestry(tree, scenario));
    BV_TRY(const QStringList used, usedModifications(tree, line));
    if (!line.empty())
        BV_TRY_VOID(checkExclusions(tree, used, line.back()->name));
    std::vector<Edit> edits;
    QStringList done;
    for (const Scenario *step : line) {
        for (const QString &id : step->modifications) {
            if (done.contains(id))
                continue;
            done.append(id);
            const std::vector<Edit> &more = findModification(tree, id)->edits;
            edits.insert(edits.end(), more.begin(), more.end());
        }
        edits.insert(edits.end(), step->edits.begin(), step->edits.end());
    }
    return edits;
}

Result<> checkTree(const ScenarioTree &tree)
{
    BV_TRY_VOID(checkKpis(tree));
    QSet<QString> ids;
    for (const Modification &modification : tree.modifications) {
        if (modification.id.isEmpty() || ids.contains(modification.id))
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "Two modifications have the id \"%1\", or it is empty."),
                {modification.id});
        ids.insert(modification.id);
        BV_TRY_VOID(checkEditIds(modification.edits, modification.name));
    }
    for (const Modification &modification : tree.modifications)
        for (const QString &other : modification.dependsOn + modification.excludes)
            if (!ids.contains(other) || other == modification.id)
                return failure(Errc::Usage,
                    QT_TRANSLATE_NOOP("Error",
                        "Modification \"%1\" names the modification \"%2\", which is missing or "
                        "itself."),
                    {modification.name, other});
    ids.clear();
    for (const Scenario &scenario : tree.scenarios) {
        if (scenario.id.isEmpty() || ids.contains(scenario.id))
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "Two scenarios have the id \"%1\", or it is empty."),
                {scenario.id});
        if (!scenario.parent.isEmpty() && !ids.contains(scenario.parent))
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP(
                    "Error", "The parent \"%2\" of scenario \"%1\" is missing or comes after it."),
                {scenario.name, scenario.parent});
        ids.insert(scenario.id);
        BV_TRY_VOID(checkEditIds(scenario.edits, scenario.name));
        BV_TRY_VOID(editsOf(tree, scenario.id));
    }
    return {};
}

Result<> checkBase(const ScenarioTree &tree, const BaseCase &base)
{
    if (tree.baseHash.isEmpty() || tree.baseHash == base.hash())
        return {};
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error",
            "The scenarios \"%1\" belong to another city or another state of it (base case %2, not "
            "%3). Open the base case that they were made for."),
        {tree.title, tree.baseHash.left(12), base.hash().left(12)});
}

} // namespace belvedere
