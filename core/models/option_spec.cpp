// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/option_spec.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

QString textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString()
        : value.isDouble()  ? QString::number(value.toDouble())
                            : value.toVariant().toString();
}

Result<> checkChoice(const OptionSpec &option, const QJsonValue &value)
{
    QStringList names;
    for (const OptionChoice &choice : option.choices) {
        if (value.toString() == choice.name)
            return {};
        names += choice.name;
    }
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error", "Option \"%1\" is \"%2\". Choose one of: %3."),
        {option.name, textOf(value), names.join(QStringLiteral(", "))});
}

Result<> checkOption(const OptionSpec &option, const QJsonValue &value)
{
    if (!option.choices.empty())
        return checkChoice(option, value);
    const double number = value.toDouble(std::nan(""));
    if (!(number >= option.least && number <= option.most))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "Option \"%1\" is \"%2\". Give a number from %3 to %4."),
            {option.name, textOf(value), QString::number(option.least),
                QString::number(option.most)});
    if (option.whole && number != std::floor(number))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "Option \"%1\" is \"%2\". Give a whole number from %3 to %4."),
            {option.name, textOf(value), QString::number(option.least),
                QString::number(option.most)});
    return {};
}

} // namespace

QJsonValue standardValue(const OptionSpec &option)
{
    if (option.choices.empty())
        return option.standard;
    return option.choices[static_cast<std::size_t>(option.standard)].name;
}

Result<QJsonObject> completeOptions(
    const QString &kind, const std::vector<OptionSpec> &known, const QJsonObject &given)
{
    for (auto it = given.begin(); it != given.end(); ++it) {
        const auto option = std::find_if(
            known.begin(), known.end(), [&](const OptionSpec &o) { return o.name == it.key(); });
        if (option != known.end()) {
            BV_TRY_VOID(checkOption(*option, it.value()));
            continue;
        }
        if (known.empty())
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP(
                    "Error", "A model of kind \"%1\" has no options; leave out \"%2\"."),
                {kind, it.key()});
        QStringList names;
        for (const OptionSpec &o : known)
            names += o.name;
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "A model of kind \"%1\" has no option \"%2\". It has: %3."),
            {kind, it.key(), names.join(QStringLiteral(", "))});
    }
    QJsonObject complete = given;
    for (const OptionSpec &option : known) {
        if (!complete.contains(option.name))
            complete.insert(option.name, standardValue(option));
    }
    return complete;
}

} // namespace belvedere
