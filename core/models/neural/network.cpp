// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/network.h"

namespace belvedere::neural {

Batch Batch::to(torch::Device device) const
{
    if (device.is_cpu())
        return *this;
    const auto moved = [&](const torch::Tensor &t) { return t.to(device, true); };
    return {moved(features), moved(traits), moved(identities), moved(domains), moved(timesOfDay),
        moved(weekdays), moved(context), moved(relations), moved(scales)};
}

torch::nn::Linear outputLayer(std::int64_t hidden, const NetworkShape &shape)
{
    torch::nn::Linear layer(hidden, shape.layout.horizon * shape.outputs());
    const torch::NoGradGuard guard;
    layer->weight.mul_(0.1);
    layer->bias.view({shape.layout.horizon, shape.outputs()}).copy_(shape.outputBias);
    return layer;
}

torch::nn::Embedding smallEmbedding(std::int64_t count, std::int64_t size)
{
    constexpr double kSpread = 0.1;
    torch::nn::Embedding layer(count, size);
    const torch::NoGradGuard guard;
    layer->weight.mul_(kSpread);
    return layer;
}

} // namespace belvedere::neural
