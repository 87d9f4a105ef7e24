// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/readers/osm_data.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace belvedere {

namespace {

constexpr std::size_t kNodesPerBucket = 16;

template <class T>
std::vector<T> permuted(const std::vector<T> &v, const std::vector<std::uint32_t> &order)
{
    std::vector<T> sorted;
    sorted.reserve(v.size());
    for (const std::uint32_t i : order)
        sorted.push_back(v[i]);
    return sorted;
}

} // namespace

void OsmNodes::finish()
{
    if (!std::is_sorted(m_ids.begin(), m_ids.end())) {
        std::vector<std::uint32_t> order(m_ids.size());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(),
            [this](std::uint32_t a, std::uint32_t b) { return m_ids[a] < m_ids[b]; });
        m_ids = permuted(m_ids, order);
        m_positions = permuted(m_positions, order);
    }
    if (m_ids.empty())
        return;
    const auto range = static_cast<std::uint64_t>(m_ids.back() - m_ids.front());
    const std::size_t wanted = m_ids.size() / kNodesPerBucket + 1;
    m_shift = std::max(
        0, static_cast<int>(std::bit_width(range)) - static_cast<int>(std::bit_width(wanted)));
    m_bucket.assign((range >> m_shift) + 2, 0);
    for (const std::int64_t id : m_ids)
        ++m_bucket[(static_cast<std::uint64_t>(id - m_ids.front()) >> m_shift) + 1];
    std::partial_sum(m_bucket.begin(), m_bucket.end(), m_bucket.begin());
}

std::uint32_t OsmNodes::find(std::int64_t id) const
{
    if (m_ids.empty() || id < m_ids.front() || id > m_ids.back())
        return kNone;
    const std::uint64_t bucket = static_cast<std::uint64_t>(id - m_ids.front()) >> m_shift;
    const auto first = m_ids.begin() + m_bucket[bucket];
    const auto end = m_ids.begin() + m_bucket[bucket + 1];
    const auto it = std::lower_bound(first, end, id);
    return it != end && *it == id ? static_cast<std::uint32_t>(it - m_ids.begin()) : kNone;
}

std::int32_t OsmTexts::index(std::string_view text)
{
    if (text.empty())
        return -1;
    const auto key = QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
    const auto known = m_index.constFind(key);
    if (known != m_index.constEnd())
        return *known;
    const auto index = static_cast<std::int32_t>(m_texts.size());
    m_index.insert(QByteArray(text.data(), static_cast<qsizetype>(text.size())), index);
    m_texts.push_back(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    return index;
}

Result<> OsmData::resolve(const TaskContext &context)
{
    constexpr std::size_t kRefsBetweenLooks = 65536;
    nodes.finish();
    points.resize(refs.size());
    for (std::size_t i = 0; i < refs.size(); ++i) {
        if (i % kRefsBetweenLooks == 0 && context.cancelled())
            return cancelledFailure();
        points[i] = nodes.find(refs[i]);
    }
    refs = {};
    return {};
}

} // namespace belvedere
