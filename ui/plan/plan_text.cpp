// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/plan_text.h"

#include "common/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTime>

#include <cmath>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::PlanText)
};

constexpr double kSlight = 0.0005; // would be written as 0.0 %

QString hourText(double hour)
{
    if (hour >= 24.0)
        return QStringLiteral("24:00");
    return QTime(0, 0)
        .addSecs(static_cast<int>(std::lround(hour * 3600.0)))
        .toString(QStringLiteral("HH:mm"));
}

} // namespace

QString windowText(DayWindow window)
{
    //: hours of a day, "16:00–19:00"
    return Text::tr("%1–%2").arg(hourText(window.fromHour), hourText(window.toHour));
}

QString bodyText(const EditBody &body, const BaseCase *base)
{
    const EditSentence sentence = describe(body, base);
    return fillIn(QCoreApplication::translate("Edit", sentence.text), sentence.args);
}

QString editText(const Edit &edit, const BaseCase *base)
{
    const QString what = edit.name.isEmpty() ? bodyText(edit.body, base) : edit.name;
    if (!edit.window)
        return what;
    //: what is changed, and in which hours of the day
    return Text::tr("%1, %2").arg(what, windowText(*edit.window));
}

QString kpiTitle(const KpiDefinition &definition)
{
    return QCoreApplication::translate("Kpi", definition.title);
}

QString kpiText(const KpiDefinition &definition, const KpiValue &value)
{
    QString text = formatNumber(value.value, definition.decimals);
    if (value.range)
        //: a value and the range that it probably lies in: "83.0 (80.1–86.2)"
        text = Text::tr("%1 (%2–%3)")
                   .arg(text, formatNumber(value.range->low, definition.decimals),
                       formatNumber(value.range->high, definition.decimals));
    //: a figure that is less sure: its tip says why
    return value.flags.empty() ? text : Text::tr("%1 *").arg(text);
}

QString kpiTip(const KpiDefinition &definition, const KpiValue &value)
{
    QStringList lines{QCoreApplication::translate("Kpi", definition.source),
        QCoreApplication::translate("Kpi", definition.validity)};
    for (const char *flag : value.flags)
        lines += Text::tr("Less sure: %1").arg(QCoreApplication::translate("Kpi", flag));
    return lines.join(QLatin1Char('\n'));
}

QString quantityTitle(LinkQuantity quantity)
{
    return QCoreApplication::translate("LinkQuantity", linkQuantityTitle(quantity));
}

QString verdictText(Verdict verdict, double change, double relative)
{
    const bool known = std::isfinite(relative) && relative != 0.0;
    const QString share = formatPercent(std::abs(relative), std::abs(relative) < 0.1 ? 1 : 0);
    switch (verdict) {
    case Verdict::Same:
        return Text::tr("no change");
    case Verdict::Better:
        if (known && std::abs(relative) < kSlight)
            return Text::tr("slightly better");
        return known ? Text::tr("%1 better").arg(share) : Text::tr("better");
    case Verdict::Worse:
        if (known && std::abs(relative) < kSlight)
            return Text::tr("slightly worse");
        return known ? Text::tr("%1 worse").arg(share) : Text::tr("worse");
    case Verdict::Changed:
        if (known && std::abs(relative) < kSlight)
            return change > 0.0 ? Text::tr("slightly more") : Text::tr("slightly less");
        if (change > 0.0)
            return known ? Text::tr("%1 more").arg(share) : Text::tr("more");
        return known ? Text::tr("%1 less").arg(share) : Text::tr("less");
    case Verdict::Unclear:
        return Text::tr("better or worse: unclear");
    }
    return {};
}

QStringList differenceLabels(LinkQuantity quantity)
{
    switch (linkQuantityBetter(quantity)) {
    case BetterDirection::Less:
        return {Text::tr("much better"), Text::tr("better"), Text::tr("about the same"),
            Text::tr("worse"), Text::tr("much worse")};
    case BetterDirection::More:
        return {Text::tr("much worse"), Text::tr("worse"), Text::tr("about the same"),
            Text::tr("better"), Text::tr("much better")};
    case BetterDirection::Neither:
        break;
    }
    return {Text::tr("much less"), Text::tr("less"), Text::tr("about the same"), Text::tr("more"),
        Text::tr("much more")};
}

int decimalsOf(LinkQuantity quantity)
{
    switch (quantity) {
    case LinkQuantity::Flow:
    case LinkQuantity::Co2:
        return 0;
    case LinkQuantity::Speed:
    case LinkQuantity::Nox:
    case LinkQuantity::Delay:
        return 1;
    case LinkQuantity::Time:
    case LinkQuantity::Saturation:
    case LinkQuantity::Pm25:
        return 2;
    case LinkQuantity::InjuryCrashes:
        return 3;
    }
    return 1;
}

} // namespace belvedere::ui
