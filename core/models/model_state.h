// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_spec.h"

#include <QByteArray>

#include <cstdint>
#include <cstring>
#include <vector>

namespace belvedere {

/// A named array of plain floats.
struct NamedTensor
{
    QString name;
    std::vector<std::int64_t> shape;
    std::vector<float> values; ///< row-major; as many as the product of shape

    /// Bit for bit, so that a NaN equals itself.
    friend bool operator==(const NamedTensor &a, const NamedTensor &b)
    {
        return a.name == b.name && a.shape == b.shape && a.values.size() == b.values.size()
            && (a.values.empty()
                || std::memcmp(a.values.data(), b.values.data(), a.values.size() * sizeof(float))
                    == 0);
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

/// @return Errc::Schema listing every tensor of `wanted` that `state` lacks, every one that it has
/// beyond them, and every one of another shape. Values are not compared.
[[nodiscard]] Result<> checkTensors(
    const ModelState &state, const std::vector<NamedTensor> &wanted);

/// "[12, 20, 3]"
[[nodiscard]] QString shapeText(const std::vector<std::int64_t> &shape);

/// The safetensors format (8 bytes header length, JSON header, raw little-endian data); the spec
/// is the header's "__metadata__" entry "belvedere". Only F32 is written and read. The entry
/// "sha256" covers spec, layout and data; a file of another program may lack it.
/// Source: huggingface/safetensors, README, "Format".
[[nodiscard]] QByteArray toSafetensors(const ModelState &state);
/// Checks everything before it believes anything: lengths, offsets without gaps or overlap,
/// types, shapes, the spec, the hash.
/// @return Errc::Schema saying what is wrong.
[[nodiscard]] Result<ModelState> fromSafetensors(const QByteArray &bytes);

/// What a file of that format holds, whatever it describes.
struct PackedTensors
{
    QJsonObject description; ///< the entry "belvedere"
    std::vector<NamedTensor> tensors; ///< in the order of their data
};
[[nodiscard]] QByteArray packTensors(
    const QJsonObject &description, const std::vector<NamedTensor> &tensors);
/// @return Errc::Schema saying what is wrong with the file; the description is not looked at.
[[nodiscard]] Result<PackedTensors> unpackTensors(const QByteArray &bytes);

} // namespace belvedere
