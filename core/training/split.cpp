// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/split.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kSmallestShare = 0.01;

bool valid(const SplitShares &shares)
{
    return shares.train >= kSmallestShare && shares.validation >= kSmallestShare
        && shares.test >= kSmallestShare
        && std::abs(shares.train + shares.validation + shares.test - 1.0) < 1e-6;
}

Split cut(int windows, const SplitShares &shares)
{
    const auto part = [windows](
                          double share) { return static_cast<int>(std::lround(share * windows)); };
    Split split;
    split.train = {0, part(shares.train)};
    split.test.count = part(shares.test);
    split.test.first = windows - split.test.count;
    split.validation = {split.train.count, split.test.first - split.train.count};
    return split;
}

bool complete(const Split &split)
{
    return split.train.count > 0 && split.validation.count > 0 && split.test.count > 0;
}

} // namespace

Result<SplitShares> parseSplit(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char(','));
    std::array<double, 3> shares{};
    bool ok = parts.size() == 3;
    for (std::size_t i = 0; ok && i < shares.size(); ++i)
        shares[i] = parts[static_cast<qsizetype>(i)].trimmed().toDouble(&ok);
    const SplitShares split{shares[0], shares[1], shares[2]};
    if (!ok || !valid(split))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "\"%1\" is not a split. Write the shares of training, validation and test, each "
                "at least 0.01 and 1 in all, such as 0.7,0.1,0.2."),
            {text});
    return split;
}

Result<Split> chronologicalSplit(int steps, const ForecastShape &shape, const SplitShares &shares)
{
    if (shape.history < 1 || shape.horizon < 1)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A window needs at least one step of history and one of horizon, not %1 and %2."),
            {QString::number(shape.history), QString::number(shape.horizon)});
    if (!valid(shares))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The shares of the split must each be at least 0.01 and 1 in all, not %1, %2, %3."),
            {QString::number(shares.train), QString::number(shares.validation),
                QString::number(shares.test)});

    const int overlap = shape.history + shape.horizon - 1;
    const Split split = cut(std::max(0, steps - overlap), shares);
    if (complete(split))
        return split;
    int windows = 3;
    while (!complete(cut(windows, shares)))
        ++windows;
    return failure(Errc::Shape,
        QT_TRANSLATE_NOOP("Error",
            "The data has %1 steps; with %2 steps of history, %3 of horizon and this split it "
            "takes at least %4. Bring in more data, or ask for a shorter history or horizon."),
        {QString::number(steps), QString::number(shape.history), QString::number(shape.horizon),
            QString::number(windows + overlap)});
}

} // namespace belvedere
