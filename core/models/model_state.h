// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_spec.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace belvedere {

/// A named array of plain floats.
struct NamedTensor
{
    QString name;
    std::vector<std::int64_t> shape;
    std::vector<float> values; ///< row-major; as many as the product of shape

    friend bool operator==(const NamedTensor &a, const NamedTensor &b)
    {
        return a.name == b.name && a.shape == b.shape && a.values == b.values;
    }
};

/// A trained model as values: what crosses threads and what is kept on disk.
struct ModelState
{
    ModelSpec spec;
    std::vector<NamedTensor> tensors;

    /// @return Errc::Shape if there is no tensor of that name or it has another shape.
    [[nodiscard]] Result<const NamedTensor *> tensor(
        const QString &name, const std::vector<std::int64_t> &shape) const;
    [[nodiscard]] qint64 parameterCount() const;
};

/// The safetensors format (8 bytes header length, JSON header, raw little-endian data); the spec
/// is the header's "__metadata__" entry "belvedere". Only F32 is written and read.
[[nodiscard]] QByteArray toSafetensors(const ModelState &state);
/// Checks everything before it believes anything: lengths, offsets without gaps or overlap,
/// types, shapes, the spec.
/// @return Errc::Schema saying what is wrong.
[[nodiscard]] Result<ModelState> fromSafetensors(const QByteArray &bytes);

} // namespace belvedere
