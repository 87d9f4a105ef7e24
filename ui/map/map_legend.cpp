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

struct Row
{
    FeatureStyle sample;
    QString text;
};

/// What the card says about one attribute.
struct Part
{
    const LegendContent &content;
    QFont font;

    [[nodiscard]] QString title() const;
    [[nodiscard]] QStringList details() const;
    [[nodiscard]] QStringList lines() const;
    /// Below the title, without an edge around it.
    [[nodiscard]] QSize size() const;
    void paint(QPainter &painter, int room, const RenderOptions &options) const;

private:
    [[nodiscard]] QString breakText(std::size_t i) const;
    [[nodiscard]] std::vector<Row> bandRows() const;
    [[nodiscard]] std::vector<Row> stateRows() const;
    [[nodiscard]] std::vector<Row> rows() const;
    [[nodiscard]] bool hasBar() const { return content.surface && content.labels.isEmpty(); }
    [[nodiscard]] bool hasGrid() const;
    [[nodiscard]] ColorBar bar() const;
    [[nodiscard]] DoubtGrid grid() const;
};

QString Part::title() const
{
    return content.unit.isEmpty() ? content.attribute
                                  //: Legend title: attribute and its unit, as in "Speed (km/h)"
                                  : MapLegend::tr("%1 (%2)").arg(content.attribute, content.unit);
}

QStringList Part::details() const
{
    QStringList texts;
    for (const QString &text : {content.time, content.source, content.note}) {
        if (!text.isEmpty())
            texts += text;
    }
    if (content.count >= 0 && !content.age.isEmpty())
        //: %1 is how old the values are, as in "5 min ago"
        texts += MapLegend::tr("%Ln value(s) · %1", nullptr, content.count).arg(content.age);
    else if (content.count >= 0)
        texts += MapLegend::tr("%Ln value(s)", nullptr, content.count);
    else if (!content.age.isEmpty())
        texts += content.age;
    return texts;
}

QString Part::breakText(std::size_t i) const
{
    return QLocale().toString(content.scale.breaks[i], 'f', content.decimals);
}

std::vector<Row> Part::bandRows() const
{
    const ValueScale &scale = content.scale;
    std::vector<Row> result;
    for (std::size_t i = 0; i < scale.bands.size(); ++i) {
        QString text;
        if (!content.labels.isEmpty())
            text = content.labels.value(qsizetype(i));
        else if (scale.breaks.empty())
            text = content.attribute;
        else if (i == 0)
            text = MapLegend::tr("below %1").arg(breakText(0));
        else if (i >= scale.breaks.size())
            text = MapLegend::tr("%1 and more").arg(breakText(scale.breaks.size() - 1));
        else
            //: Range of values in a legend, from %1 to %2
            text = MapLegend::tr("%1 – %2").arg(breakText(i - 1), breakText(i));
        FeatureStyle style;
        style.color = scale.bands[i].color;
        style.width = scale.bands[i].width;
        style.symbol = content.symbol;
        style.casing = content.casing;
        style.casingWidth = content.casingWidth;
        result.push_back({style, text});
    }
    return result;
}

std::vector<Row> Part::stateRows() const
{
    const ValueScale &scale = content.scale;
    if (scale.bands.empty())
        return {};
    const ValueBand &band = scale.bands[scale.bands.size() / 2];
    const std::tuple<Fill, QString, const ValueBand &> states[] = {
        {Fill::Forecast, MapLegend::tr("Forecast"), band},
        {Fill::Scenario, MapLegend::tr("Scenario"), band},
        {Fill::Dashed, MapLegend::tr("Estimated"), band},
        {Fill::Hollow, MapLegend::tr("Stale"), band},
        {Fill::Hatched, MapLegend::tr("No data"), scale.missing}};
    std::vector<Row> result;
    for (const auto &[fill, text, looks] : states) {
        if (!content.fills.contains(fill))
            continue;
        FeatureStyle style;
        style.color = looks.color;
        style.width = looks.width;
        style.symbol = content.symbol;
        style.fill = fill;
        result.push_back({style, text});
    }
    return result;
}

std::vector<Row> Part::rows() const
{
    if (!content.empty.isEmpty())
        return {};
    std::vector<Row> result = hasBar() ? std::vector<Row>() : bandRows();
    for (Row &row : stateRows())
        result.push_back(std::move(row));
    return result;
}

bool Part::hasGrid() const
{
    return content.uncertainty && content.empty.isEmpty() && !content.scale.bands.empty();
}

ColorBar Part::bar() const
{
    QStringList breaks;
    for (std::size_t i = 0; i < content.scale.breaks.size(); ++i)
        breaks += breakText(i);
    return {content.scale, breaks, content.gradual, textFont(font)};
}

DoubtGrid Part::grid() const
{
    return {content.scale, MapLegend::tr("certain"), MapLegend::tr("uncertain"), textFont(font)};
}

QStringList Part::lines() const
{
    QStringList texts = details();
    if (!content.empty.isEmpty())
        return texts += content.empty;
    if (hasBar()) {
        for (const Row &row : bandRows())
            texts += row.text;
    }
    for (const Row &row : rows())
        texts += row.text;
    if (hasGrid())
        texts += MapLegend::tr("Paler and hatched: less certain");
    return texts;
}

QSize Part::size() const
{
    const QFontMetrics text(textFont(font));
    int width = 0;
    int height = kPartGap;
    const auto add = [&](int w, int h) {
        width = std::max(width, w);
        height += h;
    };
    for (const QString &line : details())
        add(text.horizontalAdvance(line), text.height() + kRowGap);
    if (!content.empty.isEmpty()) {
        const QRect box = wrapped(textFont(font), content.empty, kTextWidth);
        add(box.width(), box.height());
        return {width, height};
    }
    if (hasBar())
        add(ColorBar::kWidth, bar().height() + kPartGap);
    const std::vector<Row> samples = rows();
    for (const Row &row : samples)
        add(kSampleWidth + kSampleGap + text.horizontalAdvance(row.text), text.height() + kRowGap);
    if (hasGrid()) {
        height += samples.empty() ? 0 : kPartGap - kRowGap;
        add(grid().size().width(), grid().size().height() + kPartGap);
    }
    return {width, height};
}

void Part::paint(QPainter &painter, int room, const RenderOptions &options) const
{
    const Tokens &colors = tokensOf(options.theme);
    const QFont small = textFont(font);
    const QFontMetrics metrics(small);
    int y = 0;
    const auto write = [&](int x, const QString &text, const QColor &color) {
        painter.setFont(small);
        painter.setPen(color);
        painter.drawText(QRect(x, y, room - x, metrics.height()), Qt::AlignLeft,
            metrics.elidedText(text, Qt::ElideRight, room - x));
        y += metrics.height() + kRowGap;
    };
    const auto piece = [&](const auto &paintPiece, int height) {
        painter.save();
        painter.translate(0, y);
        paintPiece();
        painter.restore();
        y += height + kPartGap;
    };
    for (const QString &line : details())
        write(0, line, colors.textSecondary);
    y += kPartGap;
    if (!content.empty.isEmpty()) {
        painter.setFont(small);
        painter.setPen(colors.textPrimary);
        painter.drawText(QRect(0, y, room, wrapped(small, content.empty, room).height()),
            int(Qt::TextWordWrap | Qt::AlignLeft), content.empty);
        return;
    }
    if (hasBar())
        piece([&] { bar().paint(painter, options.theme); }, bar().height());
    const std::vector<Row> samples = rows();
    for (const Row &row : samples) {
        painter.save();
        painter.translate(0, y + 0.5 * metrics.height());
        if (content.points) {
            painter.translate(0.5 * kSampleWidth, 0.0);
            paintSymbol(painter, row.sample, options);
        } else {
            paintLineSample(painter, kSampleWidth, row.sample, options);
        }
        painter.restore();
        write(kSampleWidth + kSampleGap, row.text, colors.textPrimary);
    }
    if (hasGrid()) {
        y += samples.empty() ? 0 : kPartGap - kRowGap;
        piece([&] { grid().paint(painter, options); }, grid().size().height());
    }
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

void MapLegend::setContents(std::vector<LegendContent> contents)
{
    contents.erase(std::remove_if(contents.begin(), contents.end(),
                       [](const LegendContent &each) { return each.attribute.isEmpty(); }),
        contents.end());
    m_contents = std::move(contents);
    refresh();
}

const LegendContent &MapLegend::content() const
{
    static const LegendContent nothing;
    return m_contents.empty() ? nothing : m_contents.front();
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
    setVisible(!m_contents.empty());
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

QStringList MapLegend::lines() const
{
    QStringList texts;
    for (const LegendContent &content : m_contents) {
        const Part part{content, font()};
        texts += part.title();
        if (m_collapsed)
            return texts;
        texts += part.lines();
    }
    return texts;
}

QSize MapLegend::sizeOf(bool collapsed) const
{
    const QFontMetrics titleMetrics(titleFont(font()));
    int width = 0;
    int height = 0;
    for (const LegendContent &content : m_contents) {
        const Part part{content, font()};
        const bool first = &content == &m_contents.front();
        width = std::max(width,
            titleMetrics.horizontalAdvance(part.title())
                + (first ? kSampleGap + metric::kTarget : 0));
        height += std::max(titleMetrics.height(), first ? metric::kTarget : 0);
        if (collapsed)
            break;
        const QSize size = part.size();
        width = std::max(width, size.width());
        height += size.height() + (first ? 0 : kPadding);
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

    const int room = size.width() - 2 * kPadding;
    const QFont face = titleFont(font());
    const QFontMetrics titleMetrics(face);
    int y = collapsed ? kPadding / 2 : kPadding;
    for (const LegendContent &content : m_contents) {
        const Part part{content, font()};
        const bool first = &content == &m_contents.front();
        y += first ? 0 : kPadding;
        const int height = std::max(titleMetrics.height(), first ? metric::kTarget : 0);
        const int titleWidth = room - (first ? titleRoom : 0);
        painter.setFont(face);
        painter.setPen(colors.textPrimary);
        painter.drawText(QRect(kPadding, y, titleWidth, height), Qt::AlignLeft | Qt::AlignVCenter,
            titleMetrics.elidedText(part.title(), Qt::ElideRight, titleWidth));
        y += height;
        if (collapsed)
            return;
        painter.save();
        painter.translate(kPadding, y + (first ? kRowGap : 0));
        part.paint(painter, room, options);
        painter.restore();
        y += part.size().height();
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
