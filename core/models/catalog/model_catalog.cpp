// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/model_catalog.h"

#include "models/baseline/last_value_forecaster.h"
#include "models/baseline/ridge_forecaster.h"
#include "models/baseline/seasonal_forecaster.h"
#include "models/baseline/var_forecaster.h"
#include "models/catalog/table_catalog.h"
#include "models/ensemble/blend_forecaster.h"
#include "models/ensemble/ensemble_forecaster.h"
#include "models/features/feature_forecaster.h"
#include "models/neural/neural_forecaster.h"

#include <algorithm>

namespace belvedere {

namespace {

/// One line of the catalog.
struct Entry
{
    ForecasterFactory::Kind kind;
    Result<std::unique_ptr<TrainableForecaster>> (*create)(const ModelSpec &);
    Result<std::unique_ptr<Forecaster>> (*load)(const ModelState &);
};

template <class Model>
Result<std::unique_ptr<TrainableForecaster>> createModel(const ModelSpec &spec)
{
    return std::make_unique<Model>(spec);
}

template <class Model> Result<std::unique_ptr<Forecaster>> loadModel(const ModelState &state)
{
    return Model::load(state);
}

Result<std::unique_ptr<TrainableForecaster>> createNeural(const ModelSpec &spec)
{
    return NeuralForecaster::create(spec);
}

Result<std::unique_ptr<TrainableForecaster>> createOnFeatures(const ModelSpec &spec)
{
    return std::make_unique<FeatureForecaster>(spec, tableCatalog());
}

Result<std::unique_ptr<Forecaster>> loadOnFeatures(const ModelState &state)
{
    return FeatureForecaster::load(state, tableCatalog());
}

Result<std::unique_ptr<TrainableForecaster>> createBlend(const ModelSpec &spec)
{
    return BlendForecaster::create(spec, modelCatalog());
}

Result<std::unique_ptr<Forecaster>> loadBlend(const ModelState &state)
{
    return BlendForecaster::load(state, modelCatalog());
}

std::vector<Entry> allEntries()
{
    std::vector<Entry> all = {
        {{QStringLiteral("last-value"), QT_TRANSLATE_NOOP("Model", "Last value"),
             QT_TRANSLATE_NOOP("Model", "Everything stays as it was when last observed."), true,
             {}},
            &createModel<LastValueForecaster>, &loadModel<LastValueForecaster>},
        {{QStringLiteral("seasonal"), QT_TRANSLATE_NOOP("Model", "Seasonal mean"),
             QT_TRANSLATE_NOOP(
                 "Model", "Everything is as usual at this place and time of the week."),
             true, {}},
            &createModel<SeasonalForecaster>, &loadModel<SeasonalForecaster>},
        {{QStringLiteral("ridge"), QT_TRANSLATE_NOOP("Model", "Linear model"),
             QT_TRANSLATE_NOOP("Model",
                 "One linear map for all sites from the window's deviations from the usual, fitted "
                 "in closed form."),
             true, RidgeForecaster::optionTable()},
            &createModel<RidgeForecaster>, &loadModel<RidgeForecaster>},
        {{QStringLiteral("var"), QT_TRANSLATE_NOOP("Model", "Vector autoregression"),
             QT_TRANSLATE_NOOP("Model",
                 "A linear map from the last deviations at all sites to the next at all sites, "
                 "fitted in closed form."),
             false, VarForecaster::optionTable()},
            &createModel<VarForecaster>, &loadModel<VarForecaster>},
    };
    // Of the learners of tables those that add something to the linear models above.
    const QStringList forecasting = {
        QStringLiteral("svm"), QStringLiteral("forest"), QStringLiteral("boosted")};
    for (const TableLearnerFactory::Kind &learner : tableCatalog().kinds()) {
        if (forecasting.contains(learner.kind))
            all.push_back({{learner.kind, learner.title, learner.description, false,
                               FeatureForecaster::optionTable(learner)},
                &createOnFeatures, &loadOnFeatures});
    }
    for (const ForecasterFactory::Kind &kind : NeuralForecaster::kinds())
        all.push_back({kind, &createNeural, &loadModel<NeuralForecaster>});
    all.push_back({{QStringLiteral("blend"), QT_TRANSLATE_NOOP("Model", "Blend"),
                       QT_TRANSLATE_NOOP("Model",
                           "Several kinds at once, weighted by how well each of them forecasts the "
                           "validation part."),
                       false, BlendForecaster::optionTable()},
        &createBlend, &loadBlend});
    return all;
}

const std::vector<Entry> &entries()
{
    static const std::vector<Entry> all = allEntries();
    return all;
}

Result<const Entry *> entryOf(const QString &kind)
{
    const auto &all = entries();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Entry &e) { return e.kind.kind == kind; });
    if (found != all.end())
        return &*found;
    QStringList names;
    for (const Entry &e : all)
        names += e.kind.kind;
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "There is no model of kind \"%1\". Choose one of: %2."),
        {kind, names.join(QStringLiteral(", "))});
}

class ModelCatalog : public ForecasterFactory
{
public:
    [[nodiscard]] std::vector<Kind> kinds() const override
    {
        std::vector<Kind> kinds;
        for (const Entry &e : entries())
            kinds.push_back(e.kind);
        return kinds;
    }

    [[nodiscard]] Result<std::unique_ptr<TrainableForecaster>> create(
        const ModelSpec &spec) const override
    {
        BV_TRY(const Entry *entry, entryOf(spec.kind));
        BV_TRY_VOID(checkShape(spec.shape));
        if (spec.siteCodes.empty())
            return failure(
                Errc::Usage, QT_TRANSLATE_NOOP("Error", "A model needs at least one site."));
        ModelSpec complete = spec;
        BV_TRY(complete.options, completeOptions(spec.kind, entry->kind.options, spec.options));
        if (EnsembleForecaster::memberCount(complete) > 1)
            return EnsembleForecaster::create(complete, *this);
        return entry->create(complete);
    }

    [[nodiscard]] Result<std::unique_ptr<Forecaster>> load(const ModelState &state) const override
    {
        BV_TRY(const Entry *entry, entryOf(state.spec.kind));
        ModelState complete = state;
        auto options = completeOptions(state.spec.kind, entry->kind.options, state.spec.options);
        if (!options) {
            options.error().code = Errc::Schema;
            return failure(std::move(options.error()));
        }
        complete.spec.options = std::move(*options);
        if (EnsembleForecaster::memberCount(complete.spec) > 1)
            return EnsembleForecaster::load(complete, *this);
        return entry->load(complete);
    }
};

} // namespace

const ForecasterFactory &modelCatalog()
{
    static const ModelCatalog catalog;
    return catalog;
}

} // namespace belvedere
