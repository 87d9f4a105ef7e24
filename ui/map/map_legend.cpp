// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_legend.h"

#include "map/legend_parts.h"
#include "map/painters/line_painter.h"
#include "map/painters/point_painter.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kPadding = 12;
constexpr int kRowGap = 4;
constexpr int kPartGap = 8;
constexpr int kSampleWidth = 28;
constexpr int kSampleGap = 8;
constexpr int kTextWidth = 280; // of what explains an empty layer
constexpr double kOpacity = 0.94;

QFont titleFont(QFont font)
{
    font.setPixelSize(type::kBody);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont textFont(QFont font)
{
    font.setPixelSize(type::kCaption);
    return font;
}

QRect wrapped(const QFont &font, const QString &text, int width)
{
    return QFontMetrics(font).boundingRect(
        QRect(0, 0, width, 10000), Qt::TextWordWrap | Qt::AlignLeft, text);
}

} // namespace

MapLegend::MapLegend(QWidget *parent)
    : QWidget(parent)
    , m_toggle(new QToolButton(this))
{
    m_toggle->setAutoRaise(true);
    m_toggle->setFixedSize(metric::kTarget, metric::kTarget);
    connect(m_toggle, &QToolButton::clicked, this, [this] { setCollapsed(!m_collapsed); });
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
    m_picture = {};
    update();
}

void MapLegend::setCollapsed(bool collapsed)
{
    if (collapsed == m_collapsed)
        return;
    m_collapsed = collapsed;
    refresh();
    Q_EMIT collapsedChanged(collapsed);
}

void MapLegend::refresh()
{
    setVisible(!m_content.attribute.isEmpty());
    setAccessibleName(tr("Legend"));
    setAccessibleDescription(lines().join(QLatin1Char('\n')));
    const QString action = m_collapsed ? tr("Show the legend") : tr("Fold the legend up");
    m_toggle->setArrowType(m_collapsed ? Qt::UpArrow : Qt::DownArrow);
    m_toggle->setToolTip(action);
    m_toggle->setAccessibleName(action);
    Q_EMIT sizeChanged();
    m_picture = {};
    update();
}

QString MapLegend::title() const
{
    return m_content.unit.isEmpty() ? m_content.attribute
                                    //: Legend title: attribute and its unit, as in "Speed (km/h)"
                                    : tr("%1 (%2)").arg(m_content.attribute, m_content.unit);
}

QStringList MapLegend::details() const
{
    QStringList texts;
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

QString MapLegend::breakText(std::size_t i) const
{
    return QLocale().toString(m_content.scale.breaks[i], 'f', m_content.decimals);
}

std::vector<MapLegend::Row> MapLegend::bandRows() const
{
    const ValueScale &scale = m_content.scale;
    std::vector<Row> result;
    for (std::size_t i = 0; i < scale.bands.size(); ++i) {
        QString text;
        if (scale.breaks.empty())
            text = m_content.attribute;
        else if (i == 0)
            text = tr("below %1").arg(breakText(0));
        else if (i >= scale.breaks.size())
            text = tr("%1 and more").arg(breakText(scale.breaks.size() - 1));
        else
            //: Range of values in a legend, from %1 to %2
            text = tr("%1 – %2").arg(breakText(i - 1), breakText(i));
        FeatureStyle style;
        style.color = scale.bands[i].color;
        style.width = scale.bands[i].width;
        style.symbol = m_content.symbol;
        result.push_back({style, text});
    }
    return result;
}

std::vector<MapLegend::Row> MapLegend::stateRows() const
{
    const ValueScale &scale = m_content.scale;
    if (scale.bands.empty())
        return {};
    const ValueBand &band = scale.bands[scale.bands.size() / 2];
    const std::tuple<Fill, QString, const ValueBand &> states[] = {
        {Fill::Forecast, tr("Forecast"), band}, {Fill::Scenario, tr("Scenario"), band},
        {Fill::Dashed, tr("Estimated"), band}, {Fill::Hollow, tr("Stale"), band},
        {Fill::Hatched, tr("No data"), scale.missing}};
    std::vector<Row> result;
    for (const auto &[fill, text, looks] : states) {
        if (!m_content.fills.contains(fill))
            continue;
        FeatureStyle style;
        style.color = looks.color;
        style.width = looks.width;
        style.symbol = m_content.symbol;
        style.fill = fill;
        result.push_back({style, text});
    }
    return result;
}

std::vector<MapLegend::Row> MapLegend::rows() const
{
    if (!m_content.empty.isEmpty())
        return {};
    std::vector<Row> result = m_content.surface ? std::vector<Row>() : bandRows();
    for (Row &row : stateRows())
        result.push_back(std::move(row));
    return result;
}

bool MapLegend::hasGrid() const
{
    return m_content.uncertainty && m_content.empty.isEmpty() && !m_content.scale.bands.empty();
}

QStringList MapLegend::lines() const
{
    QStringList texts{title()};
    if (m_collapsed)
        return texts;
    texts += details();
    if (!m_content.empty.isEmpty())
        return texts += m_content.empty;
    if (m_content.surface) {
        for (const Row &row : bandRows())
            texts += row.text;
    }
    for (const Row &row : rows())
        texts += row.text;
    if (hasGrid())
        texts += tr("Paler and hatched: less certain");
    return texts;
}

QSize MapLegend::sizeOf(bool collapsed) const
{
    const QFontMetrics titleMetrics(titleFont(font()));
    const QFontMetrics text(textFont(font()));
    int width = titleMetrics.horizontalAdvance(title()) + kSampleGap + metric::kTarget;
    int height = std::max(titleMetrics.height(), metric::kTarget);
    const auto add = [&](int w, int h) {
        width = std::max(width, w);
        height += h;
    };
    if (!collapsed) {
        const QStringList texts = details();
        for (const QString &line : texts)
            add(text.horizontalAdvance(line), text.height() + kRowGap);
        if (!m_content.empty.isEmpty()) {
            const QRect box = wrapped(textFont(font()), m_content.empty, kTextWidth);
            add(box.width(), box.height() + kPartGap);
        } else {
            if (m_content.surface)
                add(ColorBar::kWidth,
                    ColorBar{{}, {}, false, textFont(font())}.height() + kPartGap);
            const std::vector<Row> samples = rows();
            for (const Row &row : samples)
                add(kSampleWidth + kSampleGap + text.horizontalAdvance(row.text),
                    text.height() + kRowGap);
            height += samples.empty() ? 0 : kPartGap;
        }
        if (hasGrid()) {
            const DoubtGrid grid{m_content.scale, tr("certain"), tr("uncertain"), textFont(font())};
            add(grid.size().width(), grid.size().height() + kPartGap);
        }
    }
    return {width + 2 * kPadding + 2, height + 2 * kPadding - (collapsed ? kPadding : 0)};
}

QSize MapLegend::sizeHint() const
{
    return sizeOf(m_collapsed);
}

QSize MapLegend::cardSize() const
{
    return sizeOf(false);
}

void MapLegend::paintCard(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, cardSize(), false, 0);
    painter.restore();
}

void MapLegend::paintEvent(QPaintEvent *)
{
    const double ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_picture.size() != pixels || m_picture.devicePixelRatio() != ratio) {
        m_picture = QPixmap(pixels);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(Qt::transparent);
        QPainter card(&m_picture);
        card.setRenderHint(QPainter::Antialiasing);
        paint(card, size(), m_collapsed, metric::kTarget + kSampleGap);
    }
    QPainter(this).drawPixmap(0, 0, m_picture);
}

void MapLegend::paint(QPainter &painter, QSize size, bool collapsed, int titleRoom) const
{
    const Tokens &colors = tokensOf(m_theme);
    RenderOptions options;
    options.theme = m_theme;
    options.ground = MapColor::of(&Tokens::panel);
    painter.setPen(QPen(colors.border, 1.0));
    painter.setBrush(withOpacity(colors.panel, kOpacity));
    painter.drawRoundedRect(QRectF(QPointF(), QSizeF(size)).adjusted(0.5, 0.5, -0.5, -0.5),
        metric::kRadius, metric::kRadius);

    const QFont small = textFont(font());
    int y = collapsed ? kPadding / 2 : kPadding;
    const auto write = [&](int x, int room, const QString &text, const QFont &face,
                           const QColor &color) {
        const QFontMetrics metrics(face);
        painter.setFont(face);
        painter.setPen(color);
        painter.drawText(QRect(x, y, room, metrics.height()), Qt::AlignLeft,
            metrics.elidedText(text, Qt::ElideRight, room));
        return metrics.height() + kRowGap;
    };
    const int room = size.width() - 2 * kPadding;
    const QFontMetrics titleMetrics(titleFont(font()));
    const int titleHeight = std::max(titleMetrics.height(), metric::kTarget);
    y += (titleHeight - titleMetrics.height()) / 2;
    write(kPadding, room - titleRoom, title(), titleFont(font()), colors.textPrimary);
    y += (titleHeight + titleMetrics.height()) / 2;
    if (collapsed)
        return;
    const QStringList texts = details();
    for (const QString &line : texts)
        y += write(kPadding, room, line, small, colors.textSecondary);
    y += kPartGap;
    if (!m_content.empty.isEmpty()) {
        painter.setFont(small);
        painter.setPen(colors.textPrimary);
        painter.drawText(QRect(kPadding, y, room, size.height() - y),
            int(Qt::TextWordWrap | Qt::AlignLeft), m_content.empty);
        return;
    }
    const auto part = [&](const auto &paintPart, int height) {
        painter.save();
        painter.translate(kPadding, y);
        paintPart();
        painter.restore();
        y += height + kPartGap;
    };
    if (m_content.surface) {
        QStringList breaks;
        for (std::size_t i = 0; i < m_content.scale.breaks.size(); ++i)
            breaks += breakText(i);
        const ColorBar bar{m_content.scale, breaks, m_content.gradual, small};
        part([&] { bar.paint(painter, m_theme); }, bar.height());
    }
    for (const Row &row : rows()) {
        painter.save();
        painter.translate(kPadding, y + 0.5 * QFontMetrics(small).height());
        if (m_content.points) {
            painter.translate(0.5 * kSampleWidth, 0.0);
            paintSymbol(painter, row.sample, options);
        } else {
            paintLineSample(painter, kSampleWidth, row.sample, options);
        }
        painter.restore();
        const int x = kPadding + kSampleWidth + kSampleGap;
        y += write(x, size.width() - kPadding - x, row.text, small, colors.textPrimary);
    }
    if (hasGrid()) {
        y += rows().empty() ? 0 : kPartGap - kRowGap;
        const DoubtGrid grid{m_content.scale, tr("certain"), tr("uncertain"), small};
        part([&] { grid.paint(painter, options); }, grid.size().height());
    }
}

void MapLegend::placeToggle()
{
    const int y = m_collapsed ? kPadding / 2 : kPadding;
    m_toggle->move(width() - kPadding / 2 - m_toggle->width(), y);
}

void MapLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeToggle();
}

void MapLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace belvedere::ui
