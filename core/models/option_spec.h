// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace belvedere {

/// One of several things to choose from.
struct OptionChoice
{
    QString name; ///< as scripts write it: "adamw"
    const char *title; ///< QT_TRANSLATE_NOOP("Model", …)
};

/// A hyper-parameter of a kind of model, declared once: the form on the screen, the command
/// line's help and the check of what a person wrote are all made from it.
struct OptionSpec
{
    QString name; ///< as scripts write it: "learningRate"
    const char *title; ///< QT_TRANSLATE_NOOP("Model", …), for a form
    const char *description; ///< one sentence, the same context
    double standard = 0.0; ///< the default; of choices: the position of the default
    double least = 0.0;
    double most = 0.0;
    bool whole = false; ///< an integer
    std::vector<OptionChoice> choices = {}; ///< if any, the value is the name of one of them
    /// Where the default comes from, one sentence, the same context; empty if it needs no reason.
    const char *source = "";
    bool logarithmic = false; ///< searched and shown on a logarithmic scale
};

/// A named set of options: "large".
struct OptionPreset
{
    QString name; ///< as scripts write it
    const char *title; ///< QT_TRANSLATE_NOOP("Model", …)
    const char *description; ///< one sentence, the same context
    QJsonObject options;
};

/// The default as it stands in JSON: a number, or the name of a choice.
[[nodiscard]] QJsonValue standardValue(const OptionSpec &option);

/// `given` with the defaults of everything it leaves out.
/// @return Errc::Usage naming an option that `known` has not, or one out of its range.
[[nodiscard]] Result<QJsonObject> completeOptions(
    const QString &kind, const std::vector<OptionSpec> &known, const QJsonObject &given);

} // namespace belvedere
