// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/registry.h"

#include <mutex>
#include <optional>

namespace belvedere {

/// A model of the registry, loaded and ready.
class DeployedForecaster
{
public:
    /// @param reference  what Registry::find() understands.
    [[nodiscard]] static Result<std::shared_ptr<const DeployedForecaster>> load(
        std::shared_ptr<Store> store, const ForecasterFactory &factory, const QString &reference);

    [[nodiscard]] const ModelVersion &version() const { return m_version; }
    [[nodiscard]] const ModelSpec &spec() const { return m_model->spec(); }
    /// The forecast issued at `at`: it sees the steps up to and including the one that `at` falls
    /// into, and nothing later. Without `at`: after the last stored step.
    /// Safe from several threads; calls wait for one another.
    [[nodiscard]] Result<QuantileForecast> forecast(std::optional<UtcMs> at = {}) const;

private:
    DeployedForecaster() = default;
    std::shared_ptr<Store> m_store;
    std::unique_ptr<const Forecaster> m_model;
    ModelVersion m_version;
    mutable std::mutex m_mutex;
};

} // namespace belvedere
