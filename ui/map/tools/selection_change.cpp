// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tools/selection_change.h"

#include <QHash>
#include <QSet>

#include <utility>

namespace belvedere::ui {

namespace {

using Key = std::pair<QString, std::int32_t>;

QSet<Key> keysOf(const std::vector<PickedFeature> &features)
{
    QSet<Key> keys;
    keys.reserve(qsizetype(features.size()));
    for (const PickedFeature &feature : features)
        keys.insert({feature.layer, feature.feature});
    return keys;
}

} // namespace

SelectionChange selectionChangeOf(Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ControlModifier))
        return SelectionChange::Remove;
    return modifiers.testFlag(Qt::ShiftModifier) ? SelectionChange::Add : SelectionChange::Replace;
}

std::vector<PickedFeature> changedSelection(const std::vector<PickedFeature> &before,
    const std::vector<PickedFeature> &found, SelectionChange change)
{
    if (change == SelectionChange::Replace)
        return found;
    std::vector<PickedFeature> result;
    if (change == SelectionChange::Add) {
        result = before;
        const QSet<Key> present = keysOf(before);
        for (const PickedFeature &feature : found) {
            if (!present.contains({feature.layer, feature.feature}))
                result.push_back(feature);
        }
        return result;
    }
    const QSet<Key> gone = keysOf(found);
    for (const PickedFeature &feature : before) {
        if (!gone.contains({feature.layer, feature.feature}))
            result.push_back(feature);
    }
    return result;
}

} // namespace belvedere::ui
