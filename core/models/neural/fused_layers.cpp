// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/fused_layers.h"

#include "base/random.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace belvedere::neural {

namespace {

struct AttentionShape
{
    std::int64_t rows;
    std::int64_t places;
    std::int64_t heads;
    std::int64_t width; // of a head

    [[nodiscard]] std::int64_t all() const { return heads * width; }
};

AttentionShape shapeOf(const torch::Tensor &keys, std::int64_t heads)
{
    return {keys.size(0), keys.size(1), heads, keys.size(2) / heads};
}

/// Products of one vector with the rows of a matrix whose rows are `stride` apart.
template <class T>
void products(const T *vector, const T *rows, std::int64_t count, std::int64_t stride,
    std::int64_t width, T scale, T *out)
{
    for (std::int64_t k = 0; k < count; ++k) {
        T sum = 0;
        for (std::int64_t i = 0; i < width; ++i)
            sum += vector[i] * rows[k * stride + i];
        out[k] = sum * scale;
    }
}

/// Softmax over the places that are present; zeros elsewhere.
template <class T> void softmax(T *scores, const std::int64_t *present, std::int64_t count)
{
    T most = 0;
    bool any = false;
    for (std::int64_t k = 0; k < count; ++k) {
        if (present[k] != 0)
            most = any ? std::max(most, scores[k]) : scores[k];
        any = any || present[k] != 0;
    }
    T sum = 0;
    for (std::int64_t k = 0; k < count; ++k) {
        scores[k] = present[k] != 0 ? std::exp(scores[k] - most) : T(0);
        sum += scores[k];
    }
    for (std::int64_t k = 0; any && k < count; ++k)
        scores[k] /= sum;
}

template <class T>
void attend(const AttentionShape &s, const T *query, const T *keys, const T *values,
    const std::int64_t *present, T *weights, T *out)
{
    const T scale = T(1) / std::sqrt(T(s.width));
    for (std::int64_t row = 0; row < s.rows; ++row, present += s.places) {
        for (std::int64_t head = 0; head < s.heads; ++head, weights += s.places) {
            const std::int64_t at = row * s.places * s.all() + head * s.width;
            products(query + row * s.all() + head * s.width, keys + at, s.places, s.all(), s.width,
                scale, weights);
            softmax(weights, present, s.places);
            T *to = out + row * s.all() + head * s.width;
            std::fill_n(to, s.width, T(0));
            for (std::int64_t k = 0; k < s.places; ++k) {
                for (std::int64_t i = 0; i < s.width; ++i)
                    to[i] += weights[k] * values[at + k * s.all() + i];
            }
        }
    }
}

template <class T>
void attendBack(const AttentionShape &s, const T *query, const T *keys, const T *values,
    const T *weights, const T *outer, T *toQuery, T *toKeys, T *toValues)
{
    const T scale = T(1) / std::sqrt(T(s.width));
    std::vector<T> slopes(static_cast<std::size_t>(s.places));
    for (std::int64_t row = 0; row < s.rows; ++row) {
        for (std::int64_t head = 0; head < s.heads; ++head, weights += s.places) {
            const std::int64_t at = row * s.places * s.all() + head * s.width;
            const std::int64_t own = row * s.all() + head * s.width;
            products(outer + own, values + at, s.places, s.all(), s.width, T(1), slopes.data());
            T mean = 0;
            for (std::int64_t k = 0; k < s.places; ++k)
                mean += weights[k] * slopes[std::size_t(k)];
            std::fill_n(toQuery + own, s.width, T(0));
            for (std::int64_t k = 0; k < s.places; ++k) {
                const T slope = weights[k] * (slopes[std::size_t(k)] - mean) * scale;
                const std::int64_t place = at + k * s.all();
                for (std::int64_t i = 0; i < s.width; ++i) {
                    toQuery[own + i] += slope * keys[place + i];
                    toKeys[place + i] = slope * query[own + i];
                    toValues[place + i] = weights[k] * outer[own + i];
                }
            }
        }
    }
}

class Attention : public torch::autograd::Function<Attention>
{
public:
    static torch::Tensor forward(torch::autograd::AutogradContext *context,
        const torch::Tensor &query, const torch::Tensor &keys, const torch::Tensor &values,
        const torch::Tensor &present, std::int64_t heads)
    {
        const AttentionShape shape = shapeOf(keys, heads);
        const auto q = query.contiguous();
        const auto k = keys.contiguous();
        const auto v = values.contiguous();
        const auto p = present.contiguous();
        auto weights = torch::empty({shape.rows, heads, shape.places}, query.options());
        auto out = torch::empty({shape.rows, shape.all()}, query.options());
        AT_DISPATCH_FLOATING_TYPES(query.scalar_type(), "attention", [&] {
            attend<scalar_t>(shape, q.data_ptr<scalar_t>(), k.data_ptr<scalar_t>(),
                v.data_ptr<scalar_t>(), p.data_ptr<std::int64_t>(), weights.data_ptr<scalar_t>(),
                out.data_ptr<scalar_t>());
        });
        context->save_for_backward({q, k, v, weights});
        return out;
    }

    static torch::autograd::variable_list backward(
        torch::autograd::AutogradContext *context, torch::autograd::variable_list outers)
    {
        const auto saved = context->get_saved_variables();
        const auto &keys = saved[1];
        const auto outer = outers[0].contiguous();
        const AttentionShape shape{
            keys.size(0), keys.size(1), saved[3].size(1), keys.size(2) / saved[3].size(1)};
        auto toQuery = torch::empty_like(saved[0]);
        auto toKeys = torch::empty_like(keys);
        auto toValues = torch::empty_like(saved[2]);
        AT_DISPATCH_FLOATING_TYPES(outer.scalar_type(), "attention", [&] {
            attendBack<scalar_t>(shape, saved[0].data_ptr<scalar_t>(), keys.data_ptr<scalar_t>(),
                saved[2].data_ptr<scalar_t>(), saved[3].data_ptr<scalar_t>(),
                outer.data_ptr<scalar_t>(), toQuery.data_ptr<scalar_t>(),
                toKeys.data_ptr<scalar_t>(), toValues.data_ptr<scalar_t>());
        });
        return {toQuery, toKeys, toValues, {}, {}};
    }
};

/// Sixteen bits of one random number decide about one number: shares to 1 in 65 536.
constexpr int kDecisions = 4;
constexpr double kDecisionRange = 65536.0;

class ReluDropout : public torch::autograd::Function<ReluDropout>
{
public:
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &x,
        double share, std::int64_t seed)
    {
        const auto plain = x.contiguous();
        auto factors = torch::empty_like(plain); // 0 or what a number is multiplied with
        auto out = torch::empty_like(plain);
        AT_DISPATCH_FLOATING_TYPES(x.scalar_type(), "reluDropout", [&] {
            const auto kept = static_cast<scalar_t>(1.0 / (1.0 - share));
            const auto limit = static_cast<std::uint64_t>(share * kDecisionRange);
            Random random(static_cast<std::uint64_t>(seed));
            const scalar_t *in = plain.data_ptr<scalar_t>();
            scalar_t *factor = factors.data_ptr<scalar_t>();
            scalar_t *to = out.data_ptr<scalar_t>();
            const std::int64_t count = plain.numel();
            for (std::int64_t i = 0; i < count; i += kDecisions) {
                std::uint64_t bits = random.next();
                const std::int64_t end = std::min(count, i + kDecisions);
                for (std::int64_t j = i; j < end; ++j, bits >>= 16) {
                    factor[j] =
                        in[j] > scalar_t(0) && (bits & 0xffffU) >= limit ? kept : scalar_t(0);
                    to[j] = in[j] * factor[j];
                }
            }
        });
        context->save_for_backward({factors});
        return out;
    }

    static torch::autograd::variable_list backward(
        torch::autograd::AutogradContext *context, torch::autograd::variable_list outer)
    {
        return {outer[0] * context->get_saved_variables()[0], {}, {}};
    }
};

/// From torch's generator, so that manual_seed() decides.
std::int64_t drawSeed()
{
    return torch::randint(std::numeric_limits<std::int64_t>::max(), {1}, torch::kInt64)
        .item<std::int64_t>();
}

} // namespace

torch::Tensor composedAttention(const torch::Tensor &query, const torch::Tensor &keys,
    const torch::Tensor &values, const torch::Tensor &present, std::int64_t heads)
{
    const AttentionShape shape = shapeOf(keys, heads);
    const auto split = [&](const torch::Tensor &t) {
        return t.view({shape.rows, -1, heads, shape.width}).transpose(1, 2); // [B, heads, K, d]
    };
    const auto there = present.ne(0).view({shape.rows, 1, 1, shape.places});
    const auto scores = torch::matmul(split(query), split(keys).transpose(2, 3))
        / std::sqrt(double(shape.width)); // [B, heads, 1, K]
    // Empty places get no weight, also where all of them are empty.
    const auto weights = torch::softmax(scores.masked_fill(there.logical_not(), -1e4), 3) * there;
    return torch::matmul(weights, split(values)).reshape({shape.rows, shape.all()});
}

torch::Tensor attention(const torch::Tensor &query, const torch::Tensor &keys,
    const torch::Tensor &values, const torch::Tensor &present, std::int64_t heads)
{
    if (!query.device().is_cpu())
        return composedAttention(query, keys, values, present, heads);
    return Attention::apply(query, keys, values, present, heads);
}

torch::Tensor reluDropout(const torch::Tensor &x, double share, bool learning)
{
    if (!learning || share <= 0.0)
        return torch::relu(x);
    if (!x.device().is_cpu())
        return torch::dropout(torch::relu(x), share, true);
    return ReluDropout::apply(x, share, drawSeed());
}

} // namespace belvedere::neural
