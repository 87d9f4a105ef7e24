// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/analyse_context.h"
#include "common/task_slot.h"
#include "registry/registry.h"

#include <QObject>

#include <optional>
#include <vector>

namespace belvedere::ui {

/// A kept run and, if it was registered, as what.
struct RunEntry
{
    RunRecord record;
    std::optional<ModelVersion> version;

    [[nodiscard]] bool live() const { return version && version->stage == ModelStage::Live; }
};

/// The runs of the city, and which of them serve.
class RunController : public QObject
{
    Q_OBJECT

public:
    explicit RunController(const AnalyseContext &context, QObject *parent = nullptr);

    /// Forgets the former store's runs and loads the new one's.
    void setStore(std::shared_ptr<Store> store);

    /// Newest first.
    [[nodiscard]] const std::vector<RunEntry> &runs() const { return m_runs; }
    /// False until the first answer of the store.
    [[nodiscard]] bool loaded() const { return m_loaded; }
    [[nodiscard]] bool deploying() const { return m_deploying.running(); }
    /// Null if there is none of that id.
    [[nodiscard]] const RunEntry *run(const QString &id) const;
    /// What serves this data now, if anything.
    [[nodiscard]] const RunEntry *live(const QString &dataset, const QString &channel) const;

    void reload();
    /// Puts the run's model behind the map; what served the same data before retires.
    void deploy(const QString &runId);

Q_SIGNALS:
    void runsChanged();
    void deployingChanged();
    void deployed(const belvedere::ModelVersion &version);
    void failed(const belvedere::Error &error);

private:
    using Runs = std::vector<RunEntry>;

    AnalyseContext m_context;
    Runs m_runs;
    bool m_loaded = false;
    TaskSlot<Runs> m_loading{this};
    TaskSlot<ModelVersion> m_deploying{this};
};

} // namespace belvedere::ui
