// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/batch_writer.h"

#include "models/neural/domains.h"

#include <torch/torch.h>

#include <cmath>
#include <numbers>

namespace belvedere::neural {

BatchWriter::BatchWriter(const ForecastShape &shape, std::int64_t rows, std::int64_t context)
    : m_layout(shape)
    , m_places(context)
{
    m_batch.features = torch::empty({rows, m_layout.width()});
    m_batch.traits = torch::empty({rows, std::int64_t(kSiteTraits + kSeasonTraits)});
    m_batch.identities = torch::empty({rows}, torch::kInt64);
    m_batch.domains = torch::empty({rows}, torch::kInt64);
    m_batch.timesOfDay = torch::empty({rows}, torch::kInt64);
    m_batch.weekdays = torch::empty({rows}, torch::kInt64);
    m_batch.context =
        torch::empty({rows, context, 2 * m_layout.history + std::int64_t(kPairTraits)});
    m_batch.relations = torch::empty({rows, context}, torch::kInt64);
    m_batch.scales = torch::empty({rows, 2});
    m_features = m_batch.features.data_ptr<float>();
    m_context = m_batch.context.data_ptr<float>();
    m_identities = m_batch.identities.data_ptr<std::int64_t>();
    m_relations = m_batch.relations.data_ptr<std::int64_t>();
}

void BatchWriter::writeContext(std::int64_t row, const Sample &sample)
{
    const ModelPart &part = *sample.part;
    const ContextEntry *entries = part.context().of(sample.site);
    const auto used = std::int64_t(part.context().perSite);
    const std::int64_t width = 2 * m_layout.history + std::int64_t(kPairTraits);
    const int first = sample.lastStep - int(m_layout.history) + 1;
    for (std::int64_t place = 0; place < m_places; ++place) {
        float *out = m_context + (row * m_places + place) * width;
        std::int64_t &relation = m_relations[row * m_places + place];
        relation = 0;
        if (place < used && entries[place].channel >= 0) {
            const ContextEntry &entry = entries[place];
            const SitePanel &panel = (*sample.panels)[std::size_t(entry.channel)];
            if (!panel.empty()
                && writeWindow(
                    m_layout.history, panel.deviations(std::size_t(entry.site), first), out)) {
                std::copy(entry.traits.begin(), entry.traits.end(), out + 2 * m_layout.history);
                relation = 1 + part.domain(entry.channel);
                continue;
            }
        }
        std::fill_n(out, width, 0.0F);
    }
}

bool BatchWriter::write(std::int64_t row, const Sample &sample)
{
    const ModelPart &part = *sample.part;
    const SitePanel &target = sample.panels->front();
    const int first = sample.lastStep - int(m_layout.history) + 1;
    const bool observed = writeFeatures(m_layout, target.deviations(sample.site, first),
        target.usual(sample.site, first), features(row));
    float *traits =
        m_batch.traits.data_ptr<float>() + row * std::int64_t(kSiteTraits + kSeasonTraits);
    std::copy_n(part.traits(sample.site), kSiteTraits, traits);
    constexpr double kDaysPerYear = 365.2425;
    const double share = double(sample.time) / double(kMsPerDay) / kDaysPerYear;
    const auto angle = 2.0 * std::numbers::pi * (share - std::floor(share));
    traits[kSiteTraits] = part.seasonsApart() ? float(std::sin(angle)) : 0.0F;
    traits[kSiteTraits + 1] = part.seasonsApart() ? float(std::cos(angle)) : 0.0F;
    m_identities[row] = sample.identity;
    m_batch.domains.data_ptr<std::int64_t>()[row] = part.domain();
    m_batch.timesOfDay.data_ptr<std::int64_t>()[row] =
        std::int64_t(sample.minuteOfWeek % kMinutesPerDay) * kTimesOfDay / kMinutesPerDay;
    m_batch.weekdays.data_ptr<std::int64_t>()[row] = sample.holiday ? kHolidayIndex
        : part.weekdaysApart() ? sample.minuteOfWeek / kMinutesPerDay
                               : kAnyWeekday;
    float *scale = m_batch.scales.data_ptr<float>() + 2 * row;
    scale[0] = part.scale(sample.site).centre;
    scale[1] = part.scale(sample.site).spread;
    writeContext(row, sample);
    return observed;
}

} // namespace belvedere::neural
