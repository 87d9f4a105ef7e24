// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/value_scale.h"

#include <QPixmap>
#include <QSet>
#include <QWidget>

class QToolButton;

namespace belvedere::ui {

/// What the colours on the map mean. Texts come translated from the owner.
struct LegendContent
{
    QString attribute; ///< "Speed ratio"; empty = no legend
    QString unit;
    QString time;
    QString source;
    QString note; ///< how the values were made: "Bandwidth 500 m"
    QString age;
    int count = -1; ///< of features with a value; below 0: not said
    ValueScale scale;
    int decimals = 0; ///< of the breaks
    QStringList labels; ///< of the bands, in place of the ranges between the breaks
    bool points = false; ///< symbols instead of lines
    Symbol symbol = Symbol::Circle;
    MapColor casing; ///< of the symbols, where the map draws them with one
    double casingWidth = 0.0; ///< pixels
    QSet<Fill> fills; ///< states to explain besides Solid
    bool surface = false; ///< a colour bar instead of a row a band
    bool gradual = false; ///< of the surface: as in SurfaceValues
    bool uncertainty = false; ///< how doubt looks is explained
    QString empty; ///< why there is nothing to see, in place of the colours
};

/// The card in the corner of a map. It can be folded up to its title.
class MapLegend : public QWidget
{
    Q_OBJECT

public:
    explicit MapLegend(QWidget *parent = nullptr);

    /// Hides itself when there is nothing to explain.
    void setContent(const LegendContent &content) { setContents({content}); }
    /// One below the other on one card, those without an attribute left out. Folded up, the card
    /// says the first one's title.
    void setContents(std::vector<LegendContent> contents);
    /// The first of them.
    [[nodiscard]] const LegendContent &content() const;
    [[nodiscard]] const std::vector<LegendContent> &contents() const { return m_contents; }
    void setTheme(ThemeMode theme);
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }

    [[nodiscard]] QSize sizeHint() const override;
    /// The lines of text as they are shown, for tests and screen readers.
    [[nodiscard]] QStringList lines() const;
    /// The whole card painted at the painter's origin, for an export; unfolded.
    void paintCard(QPainter &painter) const;
    [[nodiscard]] QSize cardSize() const;

Q_SIGNALS:
    void sizeChanged();
    void collapsedChanged(bool collapsed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QSize sizeOf(bool collapsed) const;
    void paint(QPainter &painter, QSize size, bool collapsed, int titleRoom) const;
    void placeToggle();
    void refresh();

    std::vector<LegendContent> m_contents; // with an attribute
    ThemeMode m_theme = ThemeMode::Light;
    bool m_collapsed = false;
    QToolButton *m_toggle;
    QPixmap m_picture; // painted anew only after a change: the card lies over a moving map
};

} // namespace belvedere::ui
