// SPDX-License-Identifier: GPL-3.0-or-later
// core/registry owns which trained model serves which data: versions, stages and the forecasts
// of what is deployed. It does not train.
#pragma once

#include "training/run_archive.h"

namespace belvedere {

enum class ModelStage { Candidate, Live, Retired };

/// A run that was registered under a name.
struct ModelVersion
{
    QString name; ///< "traffic-speed": data set and channel, or table and target
    int version = 1;
    ModelStage stage = ModelStage::Candidate;
    QString runId;
    QString kind;
    QString dataset;
    QString channel;
    UtcMs registered = 0;
    UtcMs promoted = 0; ///< 0 = never
    double testMae = 0.0; ///< NaN of a classification
    QString unit;
    QString task = QStringLiteral("forecast");
    /// Of a classification; otherwise NaN.
    double testAccuracy = std::numeric_limits<double>::quiet_NaN();

    /// "traffic-speed/3": what scripts write.
    [[nodiscard]] QString id() const;
    [[nodiscard]] QJsonObject toJson() const;
};

/// Versions of models; at most one of a name is live.
class Registry
{
public:
    explicit Registry(std::shared_ptr<Store> store);

    /// By name, newest version first.
    [[nodiscard]] Result<std::vector<ModelVersion>> versions() const;
    /// A new candidate from a run; a run that is registered already keeps its version.
    [[nodiscard]] Result<ModelVersion> add(const QString &runId);
    /// Registers the run if need be and makes it live; what was live retires.
    [[nodiscard]] Result<ModelVersion> deploy(const QString &runId);
    [[nodiscard]] Result<ModelVersion> promote(const QString &versionId);
    [[nodiscard]] Result<ModelVersion> retire(const QString &versionId);
    /// Makes the version live that was live before the present one.
    [[nodiscard]] Result<ModelVersion> rollback(const QString &name);
    /// "traffic-speed/3", "traffic-speed" (its live version), or a run id.
    [[nodiscard]] Result<ModelVersion> find(const QString &reference) const;
    [[nodiscard]] Result<std::optional<ModelVersion>> live(
        const QString &dataset, const QString &channel) const;

private:
    std::shared_ptr<Store> m_store;
};

} // namespace belvedere
