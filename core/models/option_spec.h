// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace belvedere {

/// A hyper-parameter of a kind of model, declared once: the form on the screen, the command
/// line's help and the check of what a person wrote are all made from it.
struct OptionSpec
{
    QString name; ///< as scripts write it: "learningRate"
    const char *title; ///< QT_TRANSLATE_NOOP("Model", …), for a form
    const char *description; ///< one sentence, the same context
    double standard = 0.0; ///< the default
    double least = 0.0;
    double most = 0.0;
    bool whole = false; ///< an integer
};

/// `given` with the defaults of everything it leaves out.
/// @return Errc::Usage naming an option that `known` has not, or one out of its range.
[[nodiscard]] Result<QJsonObject> completeOptions(
    const QString &kind, const std::vector<OptionSpec> &known, const QJsonObject &given);

} // namespace belvedere
