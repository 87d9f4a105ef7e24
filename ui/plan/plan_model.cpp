// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/plan_model.h"

#include "common/undo_hub.h"
#include "plan/plan_text.h"
#include "scenario/scenario_archive.h"

#include <QSet>
#include <QUndoStack>

#include <algorithm>

namespace belvedere::ui {

/// The tree as it was and as it is; which scenario was looked at belongs to it.
class TreeChange : public QUndoCommand
{
public:
    TreeChange(PlanModel &model, const QString &text, ScenarioTree before, QString currentBefore,
        ScenarioTree after, QString currentAfter)
        : QUndoCommand(text)
        , m_model(model)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_currentBefore(std::move(currentBefore))
        , m_currentAfter(std::move(currentAfter))
    {
    }
    void undo() override { m_model.show(m_before, m_currentBefore); }
    void redo() override { m_model.show(m_after, m_currentAfter); }

private:
    PlanModel &m_model;
    ScenarioTree m_before;
    ScenarioTree m_after;
    QString m_currentBefore;
    QString m_currentAfter;
};

namespace {

Result<PlanDocument> documentOf(Store &store, const std::shared_ptr<const BaseCase> &base)
{
    // The same store, which outlives the call.
    ScenarioArchive archive(std::shared_ptr<Store>(std::shared_ptr<Store>(), &store));
    BV_TRY_VOID(archive.addBase(*base));
    BV_TRY(const std::vector<TreeEntry> trees, archive.trees());
    PlanDocument document;
    document.base = base;
    document.tree.title = base->data().title;
    document.tree.baseHash = base->hash();
    for (const TreeEntry &entry : trees) {
        if (entry.tree.baseHash == base->hash()) {
            document.treeId = entry.id;
            document.tree = entry.tree;
        }
    }
    return document;
}

/// The newest base case of the city with its scenarios; without a base case if there is none.
Result<PlanDocument> newestDocument(const std::shared_ptr<Store> &store)
{
    const ScenarioArchive archive(store);
    BV_TRY(const std::vector<BaseCaseEntry> bases, archive.bases());
    if (bases.empty())
        return PlanDocument();
    BV_TRY(const auto base, archive.base(bases.front().hash));
    return documentOf(*store, base);
}

/// The city's streets, the people that its map lets one guess, and synthetic trips of theirs.
Result<std::shared_ptr<const BaseCase>> baseOfCity(
    const Store &store, const QString &periodName, const TaskContext &context)
{
    BV_TRY(const CityInfo info, store.cityInfo());
    BV_TRY(const auto roads, store.roadNetwork());
    BV_TRY(const auto backdrop, store.backdrop());
    CityBaseOptions options;
    options.title = info.name;
    options.periodName = periodName;
    options.stations = cityStations(*backdrop);
    const std::vector<TripPlace> places = cityPlaces(*roads, *backdrop);
    // In a town trips are shorter than in a city.
    Result<std::shared_ptr<const BaseCase>> base = cancelledFailure();
    for (const double minutes : {12.0, 8.0, 5.0, 3.0}) {
        options.meanTripMin = minutes;
        base = cityBaseCase(*roads, places, options, context);
        if (base || base.error().code != Errc::Numeric)
            break;
    }
    return base;
}

Result<PlanDocument> sharedDocument(
    Store &store, const std::shared_ptr<const BaseCase> &present, const QString &file)
{
    BV_TRY(ScenarioTree tree, readScenarioFile(file));
    std::shared_ptr<const BaseCase> base = present;
    if (tree.files) {
        BV_TRY(base, readBaseCase(*tree.files));
    }
    if (!base)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "These scenarios need a base case. Make it from the city's streets or open its "
                "network first."),
            {}, file);
    if (tree.baseHash.isEmpty())
        tree.baseHash = base->hash();
    BV_TRY_VOID(checkBase(tree, *base));
    BV_TRY(PlanDocument document, documentOf(store, base));
    document.treeId.clear(); // beside those that there are
    document.tree = std::move(tree);
    return document;
}

} // namespace

PlanModel::PlanModel(const PlanContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_undo(new QUndoStack(this))
{
    if (context.undo)
        context.undo->add(m_undo);
}

PlanModel::~PlanModel() = default;

void PlanModel::setStore(std::shared_ptr<Store> store)
{
    m_store = std::move(store);
    m_saving.cancel();
    m_unsaved = false;
    take({});
    if (m_store)
        load(runTask(m_context.pools->io,
            [store = m_store](TaskContext &) { return newestDocument(store); }));
    else
        m_loading.cancel();
}

void PlanModel::makeFromCity()
{
    if (m_store)
        load(runTask(m_context.pools->io,
            [store = m_store, period = tr("Morning peak")](
                TaskContext &context) -> Result<PlanDocument> {
                BV_TRY(const auto base, baseOfCity(*store, period, context));
                return documentOf(*store, base);
            }));
}

void PlanModel::openNetwork(const BaseCaseFiles &files)
{
    if (m_store)
        load(runTask(
            m_context.pools->io, [store = m_store, files](TaskContext &) -> Result<PlanDocument> {
                BV_TRY(const auto base, readBaseCase(files));
                return documentOf(*store, base);
            }));
}

void PlanModel::openScenarios(const QString &file)
{
    if (m_store)
        load(runTask(m_context.pools->io, [store = m_store, base = base(), file](TaskContext &) {
            return sharedDocument(*store, base, file);
        }));
}

void PlanModel::load(Task<PlanDocument> task)
{
    m_loading.start(std::move(task), [this](Result<PlanDocument> document) {
        if (document)
            take(std::move(*document));
        else
            Q_EMIT failed(document.error());
        Q_EMIT loadingChanged();
    });
    Q_EMIT loadingChanged();
}

void PlanModel::take(PlanDocument document)
{
    m_undo->clear();
    m_document = std::move(document);
    Q_EMIT baseChanged();
    const auto &scenarios = m_document.tree.scenarios;
    show(m_document.tree, scenarios.empty() ? QString() : scenarios.back().id);
}

const Scenario *PlanModel::scenario() const
{
    return m_current.isEmpty() ? nullptr : findScenario(m_document.tree, m_current);
}

std::size_t PlanModel::ownEdits() const
{
    return scenario() != nullptr ? std::min(scenario()->edits.size(), m_edits.size()) : 0;
}

void PlanModel::select(const QString &scenario)
{
    if (scenario == m_current)
        return;
    m_current = scenario;
    check();
    Q_EMIT currentChanged();
}

QString PlanModel::freshName() const
{
    for (int number = 1;; ++number) {
        const QString name = tr("Scenario %1").arg(number);
        if (findScenario(m_document.tree, name) == nullptr)
            return name;
    }
}

QString PlanModel::freshId() const
{
    for (std::size_t number = m_document.tree.scenarios.size() + 1;; ++number) {
        const QString id = QStringLiteral("s%1").arg(number);
        if (findScenario(m_document.tree, id) == nullptr)
            return id;
    }
}

Scenario *PlanModel::own(ScenarioTree &tree) const
{
    const auto found = std::find_if(tree.scenarios.begin(), tree.scenarios.end(),
        [this](const Scenario &each) { return each.id == m_current; });
    return found == tree.scenarios.end() ? nullptr : &*found;
}

QString PlanModel::addScenario(const QString &name)
{
    ScenarioTree tree = m_document.tree;
    Scenario scenario;
    scenario.id = freshId();
    scenario.name = name.isEmpty() ? freshName() : name;
    scenario.parent = m_current;
    const QString id = scenario.id;
    tree.scenarios.push_back(std::move(scenario));
    push(tr("new scenario"), std::move(tree), id);
    return id;
}

void PlanModel::duplicateScenario()
{
    const Scenario *original = scenario();
    if (original == nullptr)
        return;
    ScenarioTree tree = m_document.tree;
    Scenario copy = *original;
    copy.id = freshId();
    //: name of a copy of a scenario
    copy.name = tr("%1, copy").arg(original->name);
    const QString id = copy.id;
    tree.scenarios.push_back(std::move(copy));
    push(tr("duplicate scenario"), std::move(tree), id);
}

void PlanModel::renameScenario(const QString &id, const QString &name)
{
    ScenarioTree tree = m_document.tree;
    for (Scenario &scenario : tree.scenarios) {
        if (scenario.id != id || scenario.name == name || name.trimmed().isEmpty())
            continue;
        scenario.name = name.trimmed();
        push(tr("rename scenario"), std::move(tree), m_current);
        return;
    }
}

void PlanModel::removeScenario(const QString &id)
{
    const Scenario *removed = findScenario(m_document.tree, id);
    if (removed == nullptr)
        return;
    const QString parent = removed->parent;
    QSet<QString> gone{removed->id};
    ScenarioTree tree = m_document.tree;
    tree.scenarios.clear();
    // A parent stands before its children.
    for (const Scenario &scenario : m_document.tree.scenarios) {
        if (gone.contains(scenario.id) || gone.contains(scenario.parent))
            gone.insert(scenario.id);
        else
            tree.scenarios.push_back(scenario);
    }
    push(tr("delete scenario"), std::move(tree), gone.contains(m_current) ? parent : m_current);
}

void PlanModel::addEdit(EditBody body, std::optional<DayWindow> window)
{
    if (!base())
        return;
    ScenarioTree tree = m_document.tree;
    QString id = m_current;
    if (own(tree) == nullptr) {
        Scenario scenario;
        id = scenario.id = freshId();
        scenario.name = freshName();
        tree.scenarios.push_back(std::move(scenario));
    }
    Scenario &scenario = *std::find_if(tree.scenarios.begin(), tree.scenarios.end(),
        [&id](const Scenario &each) { return each.id == id; });
    Edit edit;
    // Parents and modifications have ids of their own.
    std::vector<Edit> all = m_edits;
    all.insert(all.end(), scenario.edits.begin(), scenario.edits.end());
    for (const Scenario &each : tree.scenarios)
        all.insert(all.end(), each.edits.begin(), each.edits.end());
    edit.id = freshEditId(all);
    edit.window = window;
    edit.body = std::move(body);
    const QString text = bodyText(edit.body, base().get());
    scenario.edits.push_back(std::move(edit));
    push(text, std::move(tree), id);
}

void PlanModel::removeEdit(std::size_t own)
{
    ScenarioTree tree = m_document.tree;
    Scenario *scenario = this->own(tree);
    if (scenario == nullptr || own >= scenario->edits.size())
        return;
    scenario->edits.erase(scenario->edits.begin() + static_cast<std::ptrdiff_t>(own));
    push(tr("remove edit"), std::move(tree), m_current);
}

void PlanModel::moveEdit(std::size_t own, int by)
{
    ScenarioTree tree = m_document.tree;
    Scenario *scenario = this->own(tree);
    const auto to = static_cast<std::ptrdiff_t>(own) + by;
    if (scenario == nullptr || own >= scenario->edits.size() || to < 0
        || to >= static_cast<std::ptrdiff_t>(scenario->edits.size()))
        return;
    std::swap(scenario->edits[own], scenario->edits[static_cast<std::size_t>(to)]);
    push(tr("move edit"), std::move(tree), m_current);
}

void PlanModel::push(const QString &text, ScenarioTree after, const QString &current)
{
    m_undo->push(
        new TreeChange(*this, text, m_document.tree, m_current, std::move(after), current));
    save();
}

void PlanModel::show(const ScenarioTree &tree, const QString &current)
{
    const bool changed = !(tree == m_document.tree);
    m_document.tree = tree;
    m_current = findScenario(tree, current) != nullptr ? current : QString();
    if (changed)
        save();
    check();
    Q_EMIT treeChanged();
    Q_EMIT currentChanged();
}

void PlanModel::check()
{
    m_checking.cancel();
    m_edits.clear();
    m_applied.reset();
    m_problem.reset();
    if (base() && !m_current.isEmpty()) {
        Result<std::vector<Edit>> edits = editsOf(m_document.tree, m_current);
        if (edits)
            m_edits = std::move(*edits);
        else
            m_problem = edits.error();
    }
    if (base() && !m_problem)
        m_checking.start(runTask(m_context.pools->io,
                             [base = base(), edits = m_edits](
                                 TaskContext &) -> Result<std::shared_ptr<const AppliedCase>> {
                                 BV_TRY(AppliedCase applied, applyEdits(base, edits));
                                 return std::make_shared<const AppliedCase>(std::move(applied));
                             }),
            [this](Result<std::shared_ptr<const AppliedCase>> applied) {
                if (applied)
                    m_applied = *applied;
                else
                    m_problem = applied.error();
                Q_EMIT checked();
            });
    Q_EMIT checked();
}

void PlanModel::save()
{
    if (!m_store || !base())
        return;
    m_unsaved = m_saving.running();
    if (m_unsaved)
        return;
    m_saving.start(runTask(m_context.pools->io,
                       [store = m_store, id = m_document.treeId, tree = m_document.tree](
                           TaskContext &) { return ScenarioArchive(store).writeTree(id, tree); }),
        [this](Result<QString> id) {
            if (id)
                m_document.treeId = *id;
            else
                Q_EMIT failed(id.error());
            if (m_unsaved)
                save();
        });
}

} // namespace belvedere::ui
