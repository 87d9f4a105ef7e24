// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/stored_counts.h"

namespace belvedere {

Result<IncidentCounts> storeCounts(
    Store &store, const IncidentTable &table, const CountSpec &spec, const TaskContext &context)
{
    BV_TRY(IncidentCounts counts, countIncidents(table, spec, context));
    const auto stored = store.dataset(spec.dataset);
    if (!stored && stored.error().code != Errc::NotFound)
        return failure(stored.error());
    if (stored)
        BV_TRY_VOID(checkSameCounting(*stored, counts.dataset));
    BV_TRY_VOID(store.writeSeries(counts.dataset, counts.series, context));
    return counts;
}

} // namespace belvedere
