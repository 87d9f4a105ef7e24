// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_style.h"

#include "map/painters/line_painter.h"
#include "map/painters/point_painter.h"
#include "theme/tabular_font.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr double kPadding = 10.0;
constexpr double kSampleWidth = 26.0;
constexpr double kSampleGap = 8.0;
constexpr double kRadius = 4.0;
constexpr double kRowGap = 3.0;

void paintSample(QPainter &painter, QPointF left, const LegendContent &legend,
    const FeatureStyle &style, ThemeMode theme)
{
    RenderOptions options;
    options.theme = theme;
    options.ground = MapColor::of(&Tokens::panel);
    painter.save();
    painter.translate(left);
    if (legend.points) {
        painter.translate(0.5 * kSampleWidth, 0.0);
        paintSymbol(painter, style, options);
    } else {
        paintLineSample(painter, kSampleWidth, style, options);
    }
    painter.restore();
}

struct LegendRow
{
    FeatureStyle sample;
    QString text;
};

std::vector<LegendRow> bandRows(const LegendContent &legend)
{
    const QLocale locale;
    const ValueScale &scale = legend.scale;
    const auto number = [&](std::size_t i) {
        return locale.toString(scale.breaks[i], 'f', legend.decimals);
    };
    std::vector<LegendRow> rows;
    for (std::size_t i = 0; i < scale.bands.size(); ++i) {
        LegendRow row;
        row.sample.color = scale.bands[i].color;
        row.sample.width = scale.bands[i].width;
        row.sample.symbol = legend.symbol;
        if (scale.breaks.empty())
            row.text = legend.attribute;
        else if (i == 0)
            row.text = QCoreApplication::translate("Report", "below %1").arg(number(0));
        else if (i >= scale.breaks.size())
            row.text = QCoreApplication::translate("Report", "%1 and more")
                           .arg(number(scale.breaks.size() - 1));
        else
            row.text = QStringLiteral("%1 – %2").arg(number(i - 1), number(i));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

QFont paperFont(const QFont &base, int points, bool bold)
{
    QFont font = base;
    // The family with tabular figures substitutes its digits, and a PDF could not tell them.
    QStringList families = font.families();
    families.removeAll(tabularFamily());
    font.setFamilies(families);
    font.setPixelSize(points); // the painter's unit is a point
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double lineHeight(const QFont &font)
{
    return QFontMetricsF(font).height();
}

double paintLine(QPainter &painter, const QRectF &area, const QString &text, const QFont &font,
    const QColor &color, Qt::Alignment alignment)
{
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QRectF(area.left(), area.top(), area.width(), metrics.height()),
        static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
        metrics.elidedText(text, Qt::ElideRight, area.width()));
    return metrics.height();
}

double paintLegendRow(QPainter &painter, const QRectF &area, const LegendContent &legend,
    const QFont &base, ThemeMode theme)
{
    if (legend.attribute.isEmpty())
        return 0.0;
    const Tokens &colors = tokensOf(theme);
    const QFont title = paperFont(base, type::kCaption, true);
    const QFont text = paperFont(base, type::kCaption);
    double x = area.left();
    const auto write = [&](const QString &words, const QFont &font) {
        const double width = QFontMetricsF(font).horizontalAdvance(words) + 1.0;
        paintLine(painter, {x, area.top(), width, area.height()}, words, font, colors.textPrimary);
        x += width + 2 * kSampleGap;
    };
    write(legend.unit.isEmpty() ? legend.attribute
                                : QStringLiteral("%1 (%2)").arg(legend.attribute, legend.unit),
        title);
    for (const LegendRow &row : bandRows(legend)) {
        const double width = kSampleWidth + kSampleGap
            + QFontMetricsF(text).horizontalAdvance(row.text) + 2 * kSampleGap;
        if (x + width > area.right())
            break;
        paintSample(painter, {x, area.top() + 0.5 * lineHeight(text)}, legend, row.sample, theme);
        x += kSampleWidth + kSampleGap;
        write(row.text, text);
    }
    return x - area.left();
}

QSizeF paintSimulatedMark(QPainter &painter, QPointF topRight, const QFont &base, ThemeMode theme)
{
    const Tokens &colors = tokensOf(theme);
    const QFont font = paperFont(base, paper::kSmall, true);
    const QString text = QCoreApplication::translate("Report", "Simulated data");
    const QSizeF size(
        QFontMetricsF(font).horizontalAdvance(text) + kPadding, lineHeight(font) + 0.4 * kPadding);
    const QRectF frame(QPointF(topRight.x() - size.width(), topRight.y()), size);
    painter.setPen(QPen(colors.scenario, 1.0));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(frame, kRadius / 2, kRadius / 2);
    painter.setFont(font);
    painter.drawText(frame, Qt::AlignCenter, text);
    return size;
}

} // namespace belvedere::ui
