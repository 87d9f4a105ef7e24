// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QVariant>

#include <vector>

namespace belvedere::ui {

/// Something that was found.
struct SearchHit
{
    QString title;
    QString detail; ///< what tells it from others of the same name: "street in the north"
    QString iconName;
    double score = 0.0; ///< as FuzzyMatch::score
    std::vector<int> positions; ///< matched UTF-16 units of the title
    QVariant payload; ///< the provider's own
};

/// A kind of things that the command bar finds: streets, sites, data sets. GUI thread only; the
/// work of a search runs in a pool.
class SearchProvider
{
public:
    virtual ~SearchProvider() = default;

    /// "Streets", in the language of the program.
    [[nodiscard]] virtual QString title() const = 0;
    /// The best `limit` hits, best first. The caller cancels the task when it has become stale.
    [[nodiscard]] virtual Task<std::vector<SearchHit>> search(const QString &query, int limit) = 0;
    /// Shows what was found. @return a message for the status line, often empty.
    virtual Result<QString> activate(const SearchHit &hit) = 0;
};

} // namespace belvedere::ui
