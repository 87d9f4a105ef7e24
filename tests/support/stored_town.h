// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/learning_forecaster.h"
#include "support/memory_store.h"

namespace belvedere::test {

/// Puts the values of a history into a store, as a data set of the same name.
inline Result<> storeHistory(Store &store, const ChannelHistory &history)
{
    Dataset dataset;
    dataset.name = history.dataset;
    dataset.domain = QStringLiteral("traffic");
    for (const QString &code : history.siteCodes) {
        Site site;
        site.code = code;
        dataset.sites.push_back(site);
    }
    Series series(history.axis, history.siteCount(), {history.channel});
    for (int step = 0; step < history.axis.count; ++step) {
        for (int site = 0; site < history.siteCount(); ++site)
            series.set(step, SiteId(site), 0, history.row(step)[site]);
    }
    return store.writeSeries(dataset, series).map([](const SeriesWritten &) {});
}

} // namespace belvedere::test
