// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/value_scale.h"

#include <QSet>
#include <QWidget>

namespace belvedere::ui {

/// What the colours on the map mean. Texts come translated from the owner.
struct LegendContent
{
    QString attribute; ///< "Speed ratio"; empty = no legend
    QString unit;
    QString time;
    QString source;
    QString age;
    int count = -1; ///< of features with a value; below 0: not said
    ValueScale scale;
    int decimals = 0; ///< of the breaks
    bool points = false; ///< symbols instead of lines
    Symbol symbol = Symbol::Circle;
    QSet<Fill> fills; ///< states to explain besides Solid
};

/// The card in the corner of a map.
class MapLegend : public QWidget
{
    Q_OBJECT

public:
    explicit MapLegend(QWidget *parent = nullptr);

    /// Hides itself when there is nothing to explain.
    void setContent(const LegendContent &content);
    [[nodiscard]] const LegendContent &content() const { return m_content; }
    void setTheme(ThemeMode theme);

    [[nodiscard]] QSize sizeHint() const override;
    /// The lines of text as they are shown, for tests and screen readers.
    [[nodiscard]] QStringList lines() const;

Q_SIGNALS:
    void sizeChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        FeatureStyle sample;
        QString text;
    };
    [[nodiscard]] std::vector<Row> rows() const;
    [[nodiscard]] QStringList header() const;
    void refresh();

    LegendContent m_content;
    ThemeMode m_theme = ThemeMode::Light;
};

} // namespace belvedere::ui
