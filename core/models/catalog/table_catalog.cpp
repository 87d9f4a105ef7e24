// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/table_catalog.h"

#include "models/baseline/constant_learner.h"
#include "models/baseline/linear_learner.h"
#include "models/forest/boosted_learner.h"
#include "models/forest/forest_learner.h"
#include "models/svm/svm_learner.h"

#include <algorithm>

namespace belvedere {

namespace {

/// One line of the catalog.
struct Entry
{
    TableLearnerFactory::Kind kind;
    std::unique_ptr<TableLearner> (*create)(const TableModelSpec &);
    Result<std::unique_ptr<TableLearner>> (*load)(const TableModelState &);
};

template <class Learner> std::unique_ptr<TableLearner> createLearner(const TableModelSpec &spec)
{
    return std::make_unique<Learner>(spec);
}

template <class Learner>
Result<std::unique_ptr<TableLearner>> loadTrees(const TableModelState &state)
{
    auto learner = std::make_unique<Learner>(state.spec);
    BV_TRY_VOID(learner->restore(state));
    return learner;
}

Result<std::unique_ptr<TableLearner>> loadSvm(const TableModelState &state)
{
    return SvmLearner::load(state);
}

template <class Learner> void addKinds(std::vector<Entry> &all)
{
    for (TableLearnerFactory::Kind &kind : Learner::kinds())
        all.push_back({std::move(kind), &createLearner<Learner>, &Learner::load});
}

std::vector<Entry> allEntries()
{
    std::vector<Entry> all = {
        {{QStringLiteral("svm"), QT_TRANSLATE_NOOP("Model", "Support vector machine"),
             QT_TRANSLATE_NOOP(
                 "Model", "Weighs the examples that are hardest to tell; for a few thousand rows."),
             {TableTask::Regression, TableTask::Classification}, SvmLearner::optionTable()},
            &createLearner<SvmLearner>, &loadSvm},
        {{QStringLiteral("forest"), QT_TRANSLATE_NOOP("Model", "Random forest"),
             QT_TRANSLATE_NOOP("Model", "The mean of many trees, each grown on some of the rows."),
             {TableTask::Regression, TableTask::Classification, TableTask::Counts},
             ForestLearner::optionTable()},
            &createLearner<ForestLearner>, &loadTrees<ForestLearner>},
        {{QStringLiteral("boosted"), QT_TRANSLATE_NOOP("Model", "Boosted trees"),
             QT_TRANSLATE_NOOP(
                 "Model", "Small trees, each grown on what the ones before leave wrong."),
             {TableTask::Regression, TableTask::Classification, TableTask::Counts},
             BoostedLearner::optionTable()},
            &createLearner<BoostedLearner>, &loadTrees<BoostedLearner>},
    };
    addKinds<ConstantLearner>(all);
    addKinds<LinearLearner>(all);
    return all;
}

const std::vector<Entry> &entries()
{
    static const std::vector<Entry> all = allEntries();
    return all;
}

Result<const Entry *> entryOf(const QString &kind)
{
    QStringList names;
    for (const Entry &entry : entries()) {
        if (entry.kind.kind == kind)
            return &entry;
        names += entry.kind.kind;
    }
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP(
            "Error", "There is no model of tables of kind \"%1\". Choose one of: %2."),
        {kind, names.join(QStringLiteral(", "))});
}

Result<> checkTask(const Entry &entry, const TableModelSpec &spec)
{
    const auto &tasks = entry.kind.tasks;
    if (std::find(tasks.begin(), tasks.end(), spec.task) == tasks.end())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A model of kind \"%1\" cannot learn the task %2. Choose \"forest\" or "
                "\"boosted\"."),
            {spec.kind, taskName(spec.task)});
    if (spec.features.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "A model needs at least one feature to decide by."));
    if (spec.task == TableTask::Classification && spec.classes.size() < 2)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The target \"%1\" has fewer than two classes, so there is nothing to tell "
                "apart."),
            {spec.target});
    return {};
}

class TableCatalog : public TableLearnerFactory
{
public:
    [[nodiscard]] std::vector<Kind> kinds() const override
    {
        std::vector<Kind> kinds;
        for (const Entry &entry : entries())
            kinds.push_back(entry.kind);
        return kinds;
    }

    [[nodiscard]] Result<std::unique_ptr<TableLearner>> create(
        const TableModelSpec &spec) const override
    {
        BV_TRY(const Entry *entry, entryOf(spec.kind));
        BV_TRY_VOID(checkTask(*entry, spec));
        TableModelSpec complete = spec;
        BV_TRY(complete.options, completeOptions(spec.kind, entry->kind.options, spec.options));
        return entry->create(complete);
    }

    [[nodiscard]] Result<std::unique_ptr<TableLearner>> load(
        const TableModelState &state) const override
    {
        BV_TRY(const Entry *entry, entryOf(state.spec.kind));
        TableModelState complete = state;
        auto options = completeOptions(state.spec.kind, entry->kind.options, state.spec.options);
        const auto valid = checkTask(*entry, state.spec);
        if (!options || !valid) {
            Error error = options ? valid.error() : options.error();
            error.code = Errc::Schema;
            return failure(std::move(error));
        }
        complete.spec.options = std::move(*options);
        return entry->load(complete);
    }
};

} // namespace

const TableLearnerFactory &tableCatalog()
{
    static const TableCatalog catalog;
    return catalog;
}

} // namespace belvedere
