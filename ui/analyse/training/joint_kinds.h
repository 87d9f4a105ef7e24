// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

#include <QSet>

namespace belvedere::ui {

/// The kinds that can learn several quantities at the same time. Makes a model of each kind: for
/// a worker.
[[nodiscard]] inline QSet<QString> jointKinds(const ForecasterFactory &factory)
{
    QSet<QString> joint;
    for (const auto &kind : factory.kinds()) {
        ModelSpec spec;
        spec.kind = kind.kind;
        spec.siteCodes = {QStringLiteral("site")};
        const auto model = factory.create(spec);
        if (model && (*model)->learnsJointly())
            joint.insert(kind.kind);
    }
    return joint;
}

} // namespace belvedere::ui
