// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/table_tensors.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

Result<std::vector<float>> tableTensor(
    const TableModelState &state, const QString &name, const std::vector<std::int64_t> &shape)
{
    const auto found = std::find_if(state.tensors.begin(), state.tensors.end(),
        [&](const NamedTensor &t) { return t.name == name; });
    const bool fits = found != state.tensors.end() && found->shape == shape
        && std::all_of(found->values.begin(), found->values.end(),
            [](float value) { return std::isfinite(value); });
    if (!fits)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error",
                "The model file has no valid tensor \"%1\" of shape %2. It is damaged; restore it "
                "or train again."),
            {name, shapeText(shape)});
    return found->values;
}

tl::unexpected<Error> notFitted()
{
    return failure(
        Errc::Usage, QT_TRANSLATE_NOOP("Error", "The model has not learned anything yet."));
}

} // namespace belvedere
