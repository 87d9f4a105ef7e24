// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/run_review.h"

#include "data/store/stored_history.h"
#include "training/run_archive.h"
#include "training/run_tools.h"
#include "training/split.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kSampledWindows = 300;
constexpr std::size_t kSampledErrors = 200'000;

Result<std::shared_ptr<const ReviewData>> loadReview(
    const std::shared_ptr<Store> &store, const ForecasterFactory &factory, const QString &runId)
{
    auto review = std::make_shared<ReviewData>();
    BV_TRY(review->record, RunArchive(store).run(runId));
    BV_TRY(review->model, RunModel::load(store, factory, runId));
    const ModelSpec &spec = review->model->spec();
    BV_TRY(review->dataset, store->dataset(spec.dataset));
    BV_TRY(review->history, storedHistory(*store, review->dataset, spec.channel, spec.siteCodes));
    review->shape = spec.shape;
    BV_TRY(const Split split,
        chronologicalSplit(review->history->axis.count, spec.shape, review->record.spec.split));
    review->test = split.test;
    QHash<QString, const Site *> sites;
    for (const Site &site : review->dataset.sites)
        sites.insert(site.code, &site);
    for (const QString &code : review->history->siteCodes) {
        const Site *site = sites.value(code);
        review->siteTitles.push_back(site ? site->title() : code);
        review->positions.push_back(site ? site->position : std::nullopt);
    }
    return review;
}

/// An even sample: some windows, of which each value counts, thinned out where there are many.
Result<std::shared_ptr<const std::vector<double>>> errorsOf(
    const ReviewData &review, const TaskContext &context)
{
    auto errors = std::make_shared<std::vector<double>>();
    const auto sites = static_cast<std::size_t>(review.siteCount());
    const auto quantiles = review.shape.quantiles.size();
    const auto median = static_cast<std::size_t>(review.shape.medianIndex());
    const int stride = std::max(1, review.test.count / kSampledWindows);
    const std::size_t perWindow = sites * static_cast<std::size_t>(review.shape.horizon);
    const std::size_t thin = std::max<std::size_t>(
        1, perWindow * static_cast<std::size_t>(kSampledWindows) / kSampledErrors);
    std::size_t position = 0;
    for (int window = 0; window < review.test.count; window += stride) {
        if (context.cancelled())
            return cancelledFailure();
        const int last = review.lastStep(window);
        BV_TRY(const std::vector<float> values,
            review.model->forecast(*review.history, {last}, context));
        for (std::size_t i = 0; i < perWindow; ++i) {
            if (++position % thin != 0)
                continue;
            const float truth =
                review.history->row(last + 1 + static_cast<int>(i / sites))[i % sites];
            const double error = static_cast<double>(truth - values[i * quantiles + median]);
            if (std::isfinite(error))
                errors->push_back(error);
        }
    }
    return errors;
}

} // namespace

Result<std::shared_ptr<const RunModel>> RunModel::load(
    const std::shared_ptr<Store> &store, const ForecasterFactory &factory, const QString &runId)
{
    BV_TRY(const ModelState state, RunArchive(store).model(runId));
    std::shared_ptr<RunModel> model(new RunModel);
    BV_TRY(model->m_model, factory.load(state));
    return model;
}

Result<std::vector<float>> RunModel::forecast(const ChannelHistory &history,
    const std::vector<int> &lastSteps, const TaskContext &context) const
{
    const std::lock_guard lock(m_mutex);
    return m_model->forecastWindows(history, lastSteps, context);
}

RunReview::RunReview(const AnalyseContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void RunReview::setStore(std::shared_ptr<Store> store)
{
    m_context.store = std::move(store);
    show({});
}

void RunReview::cancel()
{
    m_loading.cancel();
    m_analysing.cancel();
    m_sampling.cancel();
    endTask();
}

void RunReview::show(const QString &runId)
{
    if (runId == m_runId && (!m_error || runId.isEmpty()))
        return;
    cancel();
    m_runId = runId;
    m_data.reset();
    m_analysis.reset();
    m_errors.reset();
    m_error.reset();
    setSite(-1);
    if (!runId.isEmpty() && m_context.store) {
        m_loading.start(runTask(m_context.pools->io,
                            [store = m_context.store, factory = m_context.factory, runId](
                                TaskContext &) { return loadReview(store, *factory, runId); }),
            [this](const Result<std::shared_ptr<const ReviewData>> &loaded) {
                if (!loaded)
                    return fail(loaded.error());
                m_data = *loaded;
                analyse();
                Q_EMIT changed();
            });
    }
    Q_EMIT changed();
}

void RunReview::analyse()
{
    const auto task = runTask(m_context.pools->io,
        [store = m_context.store, factory = m_context.factory, id = m_runId](
            TaskContext &context) -> Result<std::shared_ptr<const RunAnalysis>> {
            BV_TRY(RunAnalysis analysis, analyseRun(store, *factory, id, context));
            return std::make_shared<const RunAnalysis>(std::move(analysis));
        });
    //: background work; %1 a run
    m_task = tr("Analysing %1").arg(m_runId);
    Q_EMIT taskStarted(m_task, QFuture<void>(task));
    onProgress(task, this, [this, id = m_runId](double done, const QString &) {
        if (id == m_runId)
            Q_EMIT progressChanged(done);
    });
    m_analysing.start(task, [this](const Result<std::shared_ptr<const RunAnalysis>> &analysis) {
        endTask();
        if (!analysis)
            return fail(analysis.error());
        m_analysis = *analysis;
        if (m_site < 0 && !m_analysis->worst.empty())
            setSite(m_analysis->worst.front().site.value);
        sampleErrors();
        Q_EMIT changed();
    });
}

void RunReview::sampleErrors()
{
    m_sampling.start(
        runTask(m_context.pools->inference,
            [review = m_data](TaskContext &context) { return errorsOf(*review, context); }),
        [this](const Result<std::shared_ptr<const std::vector<double>>> &errors) {
            if (!errors)
                return fail(errors.error());
            m_errors = *errors;
            Q_EMIT changed();
        });
}

void RunReview::fail(const Error &error)
{
    m_error = error;
    if (error.code != Errc::Cancelled)
        Q_EMIT failed(error);
    Q_EMIT changed();
}

void RunReview::endTask()
{
    if (!m_task.isEmpty())
        Q_EMIT taskFinished(std::exchange(m_task, QString()));
}

void RunReview::setSite(int site)
{
    if (m_data && site >= m_data->siteCount())
        site = -1;
    if (site == m_site)
        return;
    m_site = site;
    Q_EMIT siteChanged(site);
}

} // namespace belvedere::ui
