// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/run_record.h"

class QIODevice;

namespace belvedere {

/// What a checkpoint says of itself without its weights.
struct CheckpointInfo
{
    QString id; ///< "c20261123-190841-5f3a"; the same for all checkpoints of one training
    UtcMs written = 0;
    /// As far as it is known: specification, epochs, data hash, code version, planned epochs,
    /// seconds, resumes. Figures are absent.
    RunRecord record;

    [[nodiscard]] int epoch() const { return static_cast<int>(record.epochs.size()); }

    /// Reads no further than the header of TrainingCheckpoint::toBytes().
    /// @return as TrainingCheckpoint::fromBytes().
    [[nodiscard]] static Result<CheckpointInfo> read(QIODevice &device);
};

/// Everything that goes on training after the process is gone, at the end of an epoch.
struct TrainingCheckpoint
{
    CheckpointInfo info;
    std::vector<QString> partnerHashes; ///< data hashes of the partners
    ModelState model; ///< TrainableForecaster::checkpoint()
    /// The best model so far and its partners' models; none before the first usable epoch.
    std::vector<ModelState> best;

    /// A container of its own: "BVCKPT01"; the length of the header in 8 little-endian bytes; its
    /// SHA-256; the header in JSON, with length and SHA-256 of each block; one safetensors block
    /// a model.
    [[nodiscard]] QByteArray toBytes() const;
    /// @return Errc::Schema if the bytes are damaged, cut short or of another version.
    [[nodiscard]] static Result<TrainingCheckpoint> fromBytes(const QByteArray &bytes);
};

} // namespace belvedere
