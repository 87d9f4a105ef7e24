// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/table_split.h"

#include "base/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere {

namespace {

constexpr double kTolerance = 1e-6;

Result<> checkShares(const SplitShares &shares)
{
    const double sum = shares.train + shares.validation + shares.test;
    if (std::min({shares.train, shares.validation, shares.test}) > 0.0
        && std::abs(sum - 1.0) < kTolerance)
        return {};
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP(
            "Error", "A split needs three shares above 0 that add up to 1; these are %1, %2, %3."),
        {QString::number(shares.train), QString::number(shares.validation),
            QString::number(shares.test)});
}

Result<TableSplit> checked(TableSplit split)
{
    if (!split.train.empty() && !split.validation.empty() && !split.test.empty())
        return split;
    return failure(Errc::Shape,
        QT_TRANSLATE_NOOP("Error",
            "%1 rows with a target are too few to be split: training, validation or test part "
            "would be empty."),
        {QString::number(split.train.size() + split.validation.size() + split.test.size())});
}

} // namespace

Result<TableSplit> randomSplit(const std::vector<std::size_t> &rows, const std::vector<int> &strata,
    const SplitShares &shares, std::uint64_t seed)
{
    BV_TRY_VOID(checkShares(shares));
    std::vector<std::size_t> places(rows.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    Random random(seed);
    for (std::size_t i = places.size(); i > 1; --i) // Fisher and Yates
        std::swap(places[i - 1], places[random.below(i)]);
    if (!strata.empty())
        std::stable_sort(places.begin(), places.end(),
            [&strata](std::size_t a, std::size_t b) { return strata[a] < strata[b]; });
    // A row belongs to the part whose running count rises with it, so that each stretch of the
    // order, and with it each class, has its shares to within a row.
    TableSplit split;
    const auto upTo = [](double share, std::size_t count) {
        return std::llround(share * static_cast<double>(count));
    };
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::size_t row = rows[places[i]];
        if (upTo(shares.test, i + 1) > upTo(shares.test, i))
            split.test.push_back(row);
        else if (upTo(shares.validation / (1.0 - shares.test), i + 1 - split.test.size())
            > upTo(shares.validation / (1.0 - shares.test), i - split.test.size()))
            split.validation.push_back(row);
        else
            split.train.push_back(row);
    }
    for (auto *part : {&split.train, &split.validation, &split.test})
        std::sort(part->begin(), part->end());
    return checked(std::move(split));
}

Result<TableSplit> orderedSplit(const std::vector<std::size_t> &rows,
    const std::vector<double> &order, const SplitShares &shares)
{
    BV_TRY_VOID(checkShares(shares));
    std::vector<std::size_t> places(rows.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(),
        [&order](std::size_t a, std::size_t b) { return order[a] < order[b]; });
    const auto cut = [&](double share) {
        auto at = static_cast<std::size_t>(std::llround(share * static_cast<double>(rows.size())));
        at = std::min(at, rows.size());
        while (at > 0 && at < rows.size() && order[places[at]] == order[places[at - 1]])
            ++at;
        return at;
    };
    const std::size_t first = cut(shares.train);
    const std::size_t second = std::max(first, cut(shares.train + shares.validation));
    TableSplit split;
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto &part = i < first ? split.train : i < second ? split.validation : split.test;
        part.push_back(rows[places[i]]);
    }
    return checked(std::move(split));
}

} // namespace belvedere
