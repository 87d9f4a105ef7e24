// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/analyse_context.h"
#include "common/task_slot.h"
#include "training/run_analysis.h"
#include "training/run_record.h"

#include <QObject>

#include <mutex>

namespace belvedere::ui {

/// The model of a kept run, loaded and ready.
class RunModel
{
public:
    [[nodiscard]] static Result<std::shared_ptr<const RunModel>> load(
        const std::shared_ptr<Store> &store, const ForecasterFactory &factory,
        const QString &runId);

    [[nodiscard]] const ModelSpec &spec() const { return m_model->spec(); }
    /// As Forecaster::forecastWindows(). Safe from several threads; calls wait for one another.
    [[nodiscard]] Result<std::vector<float>> forecast(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context = {}) const;

private:
    RunModel() = default;
    std::unique_ptr<const Forecaster> m_model;
    mutable std::mutex m_mutex;
};

/// A run with its model and its data as it is today.
struct ReviewData
{
    RunRecord record;
    Dataset dataset;
    std::shared_ptr<const RunModel> model;
    std::shared_ptr<const ChannelHistory> history; ///< sites in the order of the model
    ForecastShape shape;
    WindowRange test;
    std::vector<QString> siteTitles; ///< [N]
    std::vector<std::optional<LonLat>> positions; ///< [N]

    [[nodiscard]] int siteCount() const { return history->siteCount(); }
    /// Last step that a window of the test part sees.
    [[nodiscard]] int lastStep(int window) const { return test.lastInputStep(window, shape); }
    /// When the forecast of a window is made.
    [[nodiscard]] UtcMs issued(int window) const { return history->axis.at(lastStep(window)); }
};

/// Loads a run for the pages that look into it, and keeps what they share: which site is chosen.
class RunReview : public QObject
{
    Q_OBJECT

public:
    explicit RunReview(const AnalyseContext &context, QObject *parent = nullptr);

    /// Forgets the run.
    void setStore(std::shared_ptr<Store> store);
    /// Empty = none. Does nothing for the run that is there already.
    void show(const QString &runId);
    void cancel();

    [[nodiscard]] const QString &runId() const { return m_runId; }
    /// Null until loaded.
    [[nodiscard]] const std::shared_ptr<const ReviewData> &data() const { return m_data; }
    [[nodiscard]] const std::shared_ptr<const RunAnalysis> &analysis() const { return m_analysis; }
    /// Truth minus median of an even sample of the test part, in the channel's unit.
    [[nodiscard]] const std::shared_ptr<const std::vector<double>> &errors() const
    {
        return m_errors;
    }
    [[nodiscard]] bool loading() const { return m_loading.running() || m_analysing.running(); }
    /// Why there is nothing to see.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /// Position in ReviewData; -1 = none.
    [[nodiscard]] int site() const { return m_site; }
    void setSite(int site);

Q_SIGNALS:
    /// Something of the above is another one; called once more when loading begins and ends.
    void changed();
    void siteChanged(int site);
    /// 0 … 1 of the analysis; negative = not known.
    void progressChanged(double done);
    void failed(const belvedere::Error &error);
    void taskStarted(const QString &title, const QFuture<void> &progress);
    void taskFinished(const QString &title);

private:
    void analyse();
    void sampleErrors();
    void fail(const Error &error);
    void endTask();

    AnalyseContext m_context;
    QString m_runId;
    QString m_task; // title of the analysis under way
    std::shared_ptr<const ReviewData> m_data;
    std::shared_ptr<const RunAnalysis> m_analysis;
    std::shared_ptr<const std::vector<double>> m_errors;
    std::optional<Error> m_error;
    int m_site = -1;
    TaskSlot<std::shared_ptr<const ReviewData>> m_loading{this};
    TaskSlot<std::shared_ptr<const RunAnalysis>> m_analysing{this};
    TaskSlot<std::shared_ptr<const std::vector<double>>> m_sampling{this};
};

} // namespace belvedere::ui
