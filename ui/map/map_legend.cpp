// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_legend.h"

#include "map/painters/line_painter.h"
#include "map/painters/point_painter.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kPadding = 12;
constexpr int kRowGap = 4;
constexpr int kSampleWidth = 28;
constexpr int kSampleGap = 8;
constexpr int kTitlePx = 14;
constexpr int kTextPx = 12;

QFont titleFont(QFont font)
{
    font.setPixelSize(kTitlePx);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont textFont(QFont font)
{
    font.setPixelSize(kTextPx);
    return font;
}

} // namespace

MapLegend::MapLegend(QWidget *parent)
    : QWidget(parent)
{
    refresh();
}

void MapLegend::setContent(const LegendContent &content)
{
    m_content = content;
    refresh();
}

void MapLegend::setTheme(ThemeMode theme)
{
    m_theme = theme;
    update();
}

void MapLegend::refresh()
{
    setVisible(!m_content.attribute.isEmpty());
    setAccessibleName(tr("Legend"));
    setAccessibleDescription(lines().join(QLatin1Char('\n')));
    Q_EMIT sizeChanged();
    update();
}

QStringList MapLegend::header() const
{
    QStringList texts;
    texts += m_content.unit.isEmpty() ? m_content.attribute
                                      //: Legend title: attribute and its unit, as in "Speed (km/h)"
                                      : tr("%1 (%2)").arg(m_content.attribute, m_content.unit);
    for (const QString &text : {m_content.time, m_content.source}) {
        if (!text.isEmpty())
            texts += text;
    }
    if (m_content.count >= 0 && !m_content.age.isEmpty())
        //: %1 is how old the values are, as in "5 min ago"
        texts += tr("%n value(s) · %1", nullptr, m_content.count).arg(m_content.age);
    else if (m_content.count >= 0)
        texts += tr("%n value(s)", nullptr, m_content.count);
    else if (!m_content.age.isEmpty())
        texts += m_content.age;
    return texts;
}

std::vector<MapLegend::Row> MapLegend::rows() const
{
    const QLocale locale;
    const ValueScale &scale = m_content.scale;
    const auto number = [&](std::size_t i) {
        return locale.toString(scale.breaks[i], 'f', m_content.decimals);
    };
    const auto sample = [&](const ValueBand &band, Fill fill) {
        FeatureStyle style;
        style.color = band.color;
        style.width = band.width;
        style.symbol = m_content.symbol;
        style.fill = fill;
        return style;
    };
    std::vector<Row> result;
    for (std::size_t i = 0; i < scale.bands.size(); ++i) {
        QString text;
        if (scale.breaks.empty())
            text = m_content.attribute;
        else if (i == 0)
            text = tr("below %1").arg(number(0));
        else if (i >= scale.breaks.size())
            text = tr("%1 and more").arg(number(scale.breaks.size() - 1));
        else
            //: Range of values in a legend, from %1 to %2
            text = tr("%1 – %2").arg(number(i - 1), number(i));
        result.push_back({sample(scale.bands[i], Fill::Solid), text});
    }
    if (!scale.bands.empty()) {
        const ValueBand &band = scale.bands[scale.bands.size() / 2];
        const std::pair<Fill, QString> states[] = {{Fill::Forecast, tr("Forecast")},
            {Fill::Dashed, tr("Estimated")}, {Fill::Hollow, tr("Stale")}};
        for (const auto &[fill, text] : states) {
            if (m_content.fills.contains(fill))
                result.push_back({sample(band, fill), text});
        }
        if (m_content.fills.contains(Fill::Hatched))
            result.push_back({sample(scale.missing, Fill::Hatched), tr("No data")});
    }
    return result;
}

QStringList MapLegend::lines() const
{
    QStringList texts = header();
    for (const Row &row : rows())
        texts += row.text;
    return texts;
}

QSize MapLegend::sizeHint() const
{
    const QFontMetrics title(titleFont(font()));
    const QFontMetrics text(textFont(font()));
    const QStringList head = header();
    int width = title.horizontalAdvance(head.first());
    for (qsizetype i = 1; i < head.size(); ++i)
        width = std::max(width, text.horizontalAdvance(head[i]));
    const std::vector<Row> samples = rows();
    for (const Row &row : samples)
        width = std::max(width, kSampleWidth + kSampleGap + text.horizontalAdvance(row.text));
    const int lineHeight = text.height() + kRowGap;
    return {width + 2 * kPadding + 2,
        2 * kPadding + title.height() + lineHeight * (int(head.size()) - 1 + int(samples.size()))
            + 2 * kRowGap};
}

void MapLegend::paintEvent(QPaintEvent *)
{
    const Tokens &colors = tokensOf(m_theme);
    RenderOptions options;
    options.theme = m_theme;
    options.ground = MapColor::of(&Tokens::panel);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.border, 1.0));
    painter.setBrush(options.ground.in(m_theme));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0);

    int y = kPadding;
    const QStringList head = header();
    const int room = width() - 2 * kPadding;
    const auto write = [&](int x, const QString &text, const QFont &font, const QColor &color) {
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRect(x, y, width() - kPadding - x, metrics.height()), Qt::AlignLeft,
            metrics.elidedText(text, Qt::ElideRight, room));
        return metrics.height() + kRowGap;
    };
    y += write(kPadding, head.first(), titleFont(font()), colors.textPrimary);
    for (qsizetype i = 1; i < head.size(); ++i)
        y += write(kPadding, head[i], textFont(font()), colors.textSecondary);
    y += kRowGap;
    for (const Row &row : rows()) {
        const int height = QFontMetrics(textFont(font())).height();
        painter.save();
        painter.translate(kPadding, y + 0.5 * height);
        if (m_content.points) {
            painter.translate(0.5 * kSampleWidth, 0.0);
            paintSymbol(painter, row.sample, options);
        } else {
            paintLineSample(painter, kSampleWidth, row.sample, options);
        }
        painter.restore();
        y += write(
            kPadding + kSampleWidth + kSampleGap, row.text, textFont(font()), colors.textPrimary);
    }
}

void MapLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace belvedere::ui
