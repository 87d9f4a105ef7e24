// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/name_index.h"

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr std::size_t kCancelEvery = 2048;
/// Fewer good hits than that, and names with typos are looked for too.
constexpr std::size_t kEnough = 5;

} // namespace

struct NameIndex::Found
{
    double score = 0.0;
    std::size_t index = 0;
};

NameIndex::NameIndex(std::vector<NamedThing> things)
    : m_things(std::move(things))
{
    m_begin.reserve(m_things.size() + 1);
    m_masks.reserve(m_things.size());
    m_initialsMasks.reserve(m_things.size());
    m_begin.push_back(0);
    for (const NamedThing &thing : m_things) {
        const std::size_t begin = m_begin.back();
        const bool hasHan = foldName(thing.name, m_chars, m_initials, m_bonus);
        const auto size = static_cast<int>(m_chars.size() - begin);
        m_masks.push_back(letterMask(m_chars.data() + begin, size));
        m_initialsMasks.push_back(hasHan ? letterMask(m_initials.data() + begin, size) : 0);
        m_begin.push_back(m_chars.size());
    }
}

FuzzyView NameIndex::view(std::size_t i) const
{
    const std::size_t begin = m_begin[i];
    return {m_chars.data() + begin, m_initialsMasks[i] == 0 ? nullptr : m_initials.data() + begin,
        m_bonus.data() + begin, static_cast<int>(m_begin[i + 1] - begin), m_masks[i],
        m_initialsMasks[i]};
}

void NameIndex::collect(const FuzzyQuery &query, bool typos, std::size_t limit,
    const std::function<bool()> &cancelled, std::vector<Found> &best) const
{
    const auto better = [this](const Found &a, const Found &b) {
        if (a.score != b.score)
            return a.score > b.score;
        const QString &x = m_things[a.index].name;
        const QString &y = m_things[b.index].name;
        return x.size() != y.size() ? x.size() < y.size() : x != y ? x < y : a.index < b.index;
    };
    best.clear();
    for (std::size_t i = 0; i < m_things.size(); ++i) {
        if (i % kCancelEvery == 0 && cancelled())
            return;
        const auto score = query.score(view(i), typos);
        if (!score)
            continue;
        const Found found{*score, i};
        if (best.size() == limit) {
            if (!better(found, best.front()))
                continue;
            std::pop_heap(best.begin(), best.end(), better);
            best.back() = found;
        } else {
            best.push_back(found);
        }
        std::push_heap(best.begin(), best.end(), better);
    }
    std::sort_heap(best.begin(), best.end(), better);
}

std::vector<SearchHit> NameIndex::search(
    const QString &text, int limit, const std::function<bool()> &cancelled) const
{
    std::vector<SearchHit> hits;
    const FuzzyQuery query(text);
    if (query.isEmpty() || limit <= 0)
        return hits;
    std::vector<Found> best;
    const auto count = static_cast<std::size_t>(limit);
    collect(query, false, count, cancelled, best);
    const bool typos = best.size() < std::min(count, kEnough);
    if (typos)
        collect(query, true, count, cancelled, best);
    if (cancelled())
        return hits;
    for (const Found &found : best) {
        const NamedThing &thing = m_things[found.index];
        SearchHit hit;
        hit.title = thing.name;
        hit.detail = thing.detail;
        hit.payload = thing.payload;
        hit.score = found.score;
        if (const auto match = query.match(view(found.index), typos))
            hit.positions = match->positions;
        hits.push_back(std::move(hit));
    }
    return hits;
}

} // namespace belvedere::ui
