// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/window_forecasts.h"

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr std::size_t kBlockValues = 2'000'000; // 8 MB
constexpr int kMostWindows = 48;
constexpr int kBlocksAhead = 2;
constexpr int kBlocksKept = 6;

} // namespace

WindowForecasts::WindowForecasts(TaskPools &pools, QObject *parent)
    : QObject(parent)
    , m_pools(pools)
{
}

void WindowForecasts::setReview(std::shared_ptr<const ReviewData> review)
{
    if (review == m_review)
        return;
    m_slot.cancel();
    m_blocks.clear();
    m_wanted = m_working = -1;
    m_review = std::move(review);
    if (!m_review)
        return;
    m_windowSize = static_cast<std::size_t>(m_review->siteCount() * m_review->shape.horizon)
        * m_review->shape.quantiles.size();
    m_blockSize = static_cast<int>(std::clamp<std::size_t>(
        kBlockValues / std::max<std::size_t>(1, m_windowSize), 1, kMostWindows));
}

int WindowForecasts::blockCount() const
{
    return m_review ? (m_review->test.count + m_blockSize - 1) / m_blockSize : 0;
}

const float *WindowForecasts::at(int window) const
{
    const auto found = window < 0 ? m_blocks.end() : m_blocks.find(window / m_blockSize);
    return found == m_blocks.end()
        ? nullptr
        : found->second->data() + static_cast<std::size_t>(window % m_blockSize) * m_windowSize;
}

void WindowForecasts::request(int window, int ahead)
{
    if (!m_review || window < 0 || window >= m_review->test.count)
        return;
    m_wanted = window / m_blockSize;
    m_ahead = ahead < 0 ? -1 : 1;
    const int offset = m_ahead * (m_working - m_wanted);
    // What is under way may be of use yet; what lies behind, or too far ahead, is not.
    if (m_working >= 0 && (offset < 0 || offset > kBlocksAhead)) {
        m_slot.cancel();
        m_working = -1;
    }
    proceed();
}

void WindowForecasts::proceed()
{
    if (!m_review || m_working >= 0 || m_wanted < 0)
        return;
    int next = -1;
    for (int i = 0; i <= kBlocksAhead && next < 0; ++i) {
        const int block = m_wanted + m_ahead * i;
        if (block >= 0 && block < blockCount() && m_blocks.count(block) == 0)
            next = block;
    }
    if (next < 0)
        return;
    m_working = next;
    std::vector<int> lastSteps;
    const int end = std::min((next + 1) * m_blockSize, m_review->test.count);
    for (int window = next * m_blockSize; window < end; ++window)
        lastSteps.push_back(m_review->lastStep(window));
    m_slot.start(runTask(m_pools.inference,
                     [review = m_review, lastSteps](TaskContext &context) {
                         return review->model->forecast(*review->history, lastSteps, context);
                     }),
        [this, next](Result<std::vector<float>> values) {
            m_working = -1;
            if (!values) {
                m_wanted = -1; // not again and again
                Q_EMIT failed(values.error());
                return;
            }
            m_blocks[next] = std::make_shared<const std::vector<float>>(std::move(*values));
            forgetFar();
            Q_EMIT ready();
            proceed();
        });
}

void WindowForecasts::forgetFar()
{
    while (m_blocks.size() > kBlocksKept) {
        const int before = m_wanted - m_blocks.begin()->first;
        const int after = m_blocks.rbegin()->first - m_wanted;
        m_blocks.erase(before >= after ? m_blocks.begin() : std::prev(m_blocks.end()));
    }
}

} // namespace belvedere::ui
