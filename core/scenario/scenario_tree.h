// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/base_case_sources.h"
#include "scenario/edit.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace belvedere {

/// Edits with a name that several scenarios use.
struct Modification
{
    QString id;
    QString name;
    std::vector<Edit> edits;
    QStringList dependsOn; ///< ids that must be used too, before it
    QStringList excludes; ///< ids that must not be used beside it
    friend bool operator==(const Modification &, const Modification &) = default;
};

/// A step away from its parent, or from the base.
struct Scenario
{
    QString id;
    QString name;
    QString note;
    QString parent; ///< id; empty = the base
    QStringList modifications; ///< ids, in the order of their application
    std::vector<Edit> edits; ///< its own, after the modifications
    friend bool operator==(const Scenario &, const Scenario &) = default;
};

/// All scenarios of one base case, and what they are judged by.
struct ScenarioTree
{
    QString title;
    QString baseHash; ///< BaseCase::hash()
    std::optional<BaseCaseFiles> files; ///< where the base is read from; absent = it is in the city
    std::vector<Modification> modifications;
    std::vector<Scenario> scenarios; ///< a parent stands before its children
    QStringList kpis = {QStringLiteral("totalTravelTime")}; ///< at least one
    friend bool operator==(const ScenarioTree &, const ScenarioTree &) = default;
};

[[nodiscard]] const Scenario *findScenario(const ScenarioTree &tree, const QString &idOrName);
[[nodiscard]] const Modification *findModification(const ScenarioTree &tree, const QString &id);

/// All edits from the base on: of the parents first, each modification once, own edits last.
/// @return Errc::Usage naming a modification that misses what it depends on, or two that exclude
/// each other; Errc::NotFound for an unknown scenario, parent or modification.
[[nodiscard]] Result<std::vector<Edit>> editsOf(const ScenarioTree &tree, const QString &scenario);

/// @return the first thing wrong: no KPI or an unknown one, an id that stands twice, a parent that
/// comes later or is missing, dependencies and exclusions, an edit id that stands twice.
[[nodiscard]] Result<> checkTree(const ScenarioTree &tree);
/// @return Errc::Usage if the tree belongs to another base case.
[[nodiscard]] Result<> checkBase(const ScenarioTree &tree, const BaseCase &base);

[[nodiscard]] QJsonObject treeToJson(const ScenarioTree &tree);
/// Checked as checkTree() does. A file with "edits" at its top holds one scenario.
/// @return Errc::Parse naming scenario and edit.
[[nodiscard]] Result<ScenarioTree> treeFromJson(const QJsonObject &json);

/// A file to share: JSON with "format": "belvedere-scenarios" and "version": 1. Paths of `files`
/// are relative to it.
[[nodiscard]] Result<> writeScenarioFile(const QString &file, const ScenarioTree &tree);
[[nodiscard]] Result<ScenarioTree> readScenarioFile(const QString &file);

} // namespace belvedere
