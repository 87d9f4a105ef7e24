// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tensor_lookup.h"

#include <algorithm>

namespace belvedere {

const NamedTensor *findTensor(const std::vector<NamedTensor> &tensors, const QString &name)
{
    const auto found = std::find_if(
        tensors.begin(), tensors.end(), [&](const NamedTensor &t) { return t.name == name; });
    return found == tensors.end() ? nullptr : &*found;
}

const std::vector<float> &tensorValues(const ModelState &state, const QString &name)
{
    static const std::vector<float> kNone;
    const NamedTensor *tensor = findTensor(state.tensors, name);
    return tensor ? tensor->values : kNone;
}

} // namespace belvedere
