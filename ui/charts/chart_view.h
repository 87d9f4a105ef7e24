// SPDX-License-Identifier: GPL-3.0-or-later
// ui/charts owns the look, the interaction and the speed of charts. Unbroken lines and bands are
// drawn by Qt Charts (PlotView); everything else is painted. It knows no domain: names and units
// come with the data, which are plain values.
#pragma once

#include "base/result.h"
#include "charts/chart_table.h"
#include "charts/ticks.h"
#include "theme/tokens.h"

#include <QPixmap>
#include <QTimeZone>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <set>

class QMenu;
class QPrinter;

namespace belvedere::ui {

/// The common ground of all charts: one x and one y axis in plain numbers, grid, titles, legend,
/// read-out, zoom, linked cursor, copying, saving and printing. Subclasses say what is where.
///
/// Pointer: move = read out, drag = zoom to the band, Shift+drag or middle button = pan,
/// double click = everything, wheel = zoom with Ctrl or while the chart has the focus.
/// Keys: arrows, Home, End = read out; + − 0 = zoom; Ctrl+C = copy; Esc = end read-out, then zoom.
class ChartView : public QWidget
{
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);
    ~ChartView() override;

    /// What the chart is about: the accessible name, the head of a printed page and the proposed
    /// file name. Not painted on the screen, where the page has a heading.
    void setTitle(const QString &title);
    [[nodiscard]] QString title() const { return m_title; }
    /// The sentence shown while there is nothing to draw: what to do about it.
    void setEmptyText(const QString &text);

    /// Shows the instant under a cursor that moves elsewhere; emits nothing.
    void setCursorTime(belvedere::UtcMs time);
    /// The same for charts of named things: rows, cells, panels (see keyAt of the subclass).
    void setCursorKey(const QString &key);
    void clearCursor();
    /// What the read-out says at present in one line; empty without cursor.
    [[nodiscard]] QString readOutText() const;

    [[nodiscard]] bool isZoomed() const { return m_zoomed; }
    void resetZoom();
    /// Shows [xMin, xMax], clipped to what there is.
    void zoomTo(double xMin, double xMax);

    /// One entry of the legend; `id` is stable over languages.
    enum class Mark { Line, Dashes, Dots, Box, Ring, Framed };
    struct LegendEntry
    {
        QString id;
        QString label;
        QColor color;
        Mark mark = Mark::Line;
    };
    [[nodiscard]] bool isEntryVisible(const QString &id) const { return !m_hidden.count(id); }
    void setEntryVisible(const QString &id, bool visible);

    /// All numbers behind the picture, thinned out by nothing.
    [[nodiscard]] ChartTable table() const { return tableMaker()(); }
    /// Tab-separated with units, to the clipboard.
    void copyData();
    /// By the suffix: png (twice the pixels), svg, pdf (vector, light colours), csv. Pictures are
    /// painted at once and encoded in the background; `saved` or `saveFailed` follows.
    void save(const QString &path);
    /// Asks where to and saves.
    void saveDialog();
    /// Onto one page, in light colours, with the title above.
    void print(QPrinter &printer);
    /// The whole chart at its present size, in given colours.
    void paintTo(QPainter &painter, const Tokens &colors);

    [[nodiscard]] QRectF plotArea() const { return m_plot; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person's cursor is at this time (time axes only).
    void cursorMoved(belvedere::UtcMs time);
    /// … or on this thing; empty where there is none.
    void cursorKeyChanged(const QString &key);
    void cursorCleared();
    /// The person clicked, or pressed Return, on this thing.
    void keyActivated(const QString &key);
    void viewChanged(double xMin, double xMax);
    void saved(const QString &path);
    void saveFailed(const belvedere::Error &error);

protected:
    struct ReadOutLine
    {
        QColor color; ///< invalid: no swatch
        QString name;
        QString value;
    };
    struct ReadOut
    {
        QString title;
        std::vector<ReadOutLine> lines;
        /// Pixels; empty: no card, the place is not worth one.
        std::optional<QPointF> anchor;
    };
    using TableMaker = std::function<ChartTable()>;

    // What subclasses say about their data. Places are in axis values.
    [[nodiscard]] virtual bool isEmpty() const = 0;
    /// Takes up new data, a new size or a new visible range.
    virtual void updateSeries() = 0;
    virtual void applyColors();
    [[nodiscard]] virtual std::vector<Tick> xTicks() const;
    [[nodiscard]] virtual std::vector<Tick> yTicks() const;
    /// Kept as a picture while only the overlay changes.
    virtual void paintPlot(QPainter &painter) = 0;
    /// Labels, rules and markers over the plot, painted each time.
    virtual void paintOverlay(QPainter &painter);
    /// The place with data next to `place`, or none near enough.
    [[nodiscard]] virtual std::optional<QPointF> snapped(QPointF place) const;
    /// The neighbour in steps; ±kToEnd goes to the end.
    [[nodiscard]] virtual QPointF stepped(QPointF from, int dx, int dy) const;
    [[nodiscard]] virtual ReadOut readOut(QPointF place) const = 0;
    virtual void paintCursor(QPainter &painter, QPointF place);
    [[nodiscard]] virtual QString keyAt(QPointF place) const;
    [[nodiscard]] virtual std::optional<QPointF> placeOfKey(const QString &key) const;
    [[nodiscard]] virtual std::vector<LegendEntry> legend() const;
    /// Makes the table on another thread: it must own what it uses.
    [[nodiscard]] virtual TableMaker tableMaker() const = 0;
    [[nodiscard]] virtual qsizetype tableRows() const = 0;
    /// Moves the visible range so that it holds the place.
    virtual void reveal(QPointF place);
    virtual void addActions(QMenu &menu);
    /// `place` as it was pointed at, inside the plot.
    virtual void clicked(QPointF place);
    /// Texts in the new language.
    virtual void retranslate() = 0;

    static constexpr int kToEnd = 1 << 28;

    /// The whole range; what is shown follows unless the person has zoomed.
    void setRanges(double xMin, double xMax, double yMin, double yMax);
    void setXTitle(const QString &title);
    /// Above the axis, with the unit: "Speed, km/h".
    void setYTitle(const QString &title);
    void setTimeAxis(bool on) { m_timeAxis = on; }
    void setZoomAxes(Qt::Orientations axes) { m_zoomAxes = axes; }
    void setGrid(bool vertical, bool horizontal);
    /// A free row above the plot for captions of rules.
    void setCaptionRow(bool on);
    /// Room at the right for direct labels.
    void reserveForLabels(const QStringList &labels);
    /// Room at the right of the head, beside the title, for something painted there.
    void reserveInHead(int width);
    [[nodiscard]] QRectF headReserve() const { return m_headReserve; }
    /// Room at the left at least, so that charts above each other have one x axis.
    void setMinimumLeft(int pixels);
    /// Room below the plot with the same x axis, above its labels.
    void setStripHeight(int pixels);
    [[nodiscard]] QRectF stripArea() const { return m_strip; }
    /// Labels of x ticks are cut off at this width; 0 = never.
    void setXLabelWidth(double pixels) { m_xLabelWidth = pixels; }
    /// Places the plot area anew; after a change of tick labels, legend or titles.
    void updateLayout();
    void forgetPicture();

    [[nodiscard]] double xAt(double value) const;
    [[nodiscard]] double yAt(double value) const;
    [[nodiscard]] QPointF at(QPointF place) const { return {xAt(place.x()), yAt(place.y())}; }
    [[nodiscard]] virtual QPointF placeAt(QPointF pixel) const;
    [[nodiscard]] double xMin() const { return m_view.left(); }
    [[nodiscard]] double xMax() const { return m_view.right(); }
    [[nodiscard]] double yMin() const { return m_view.top(); }
    [[nodiscard]] double yMax() const { return m_view.bottom(); }
    [[nodiscard]] std::optional<QPointF> cursorPlace() const { return m_cursor; }
    /// The colours to paint with: the theme's, or those of paper.
    [[nodiscard]] const Tokens &colors() const;
    /// True while the picture is in motion: no antialiasing then.
    [[nodiscard]] bool isHasty() const { return m_hasty; }

    /// A vertical rule with an optional caption at its top.
    void paintRule(QPainter &painter, double x, const QPen &pen, const QString &caption = {}) const;
    /// Direct labels at the right, pushed apart where they would overlap.
    struct DirectLabel
    {
        double y = 0.0; ///< in axis values
        QString text;
        QColor color;
    };
    void paintDirectLabels(QPainter &painter, std::vector<DirectLabel> labels) const;

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Drag { None, Pressed, Band, Pan };
    struct LegendBox
    {
        LegendEntry entry;
        QRectF box; ///< what is clicked
        QString text; ///< cut off where there is no room
    };

    /// Returns the number of rows.
    int placeLegend(int mostRows, int left);
    void paintGrid(QPainter &painter) const;
    void paintYAxis(QPainter &painter) const;
    void paintXAxis(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    void paintCard(QPainter &painter, const ReadOut &content) const;
    void paintBand(QPainter &painter) const;
    void moveCursor(std::optional<QPointF> place, bool own);
    void describe();
    void moveByKey(int dx, int dy);
    [[nodiscard]] bool takesKey(const QKeyEvent &event) const;
    [[nodiscard]] bool wantsZoom() const { return m_zoomAxes != Qt::Orientations(); }
    void setView(QRectF view);
    void zoomAt(QPointF place, double factor);
    void panBy(QPointF pixels);
    void finishBand(QPointF end);
    void hurry();
    [[nodiscard]] const LegendBox *legendAt(QPointF pixel) const;
    void printDialog();

    QString m_title;
    QString m_emptyText;
    QString m_xTitle;
    QString m_yTitle;
    QPixmap m_picture; // grid and plot, kept while only the overlay changes
    QRectF m_plot;
    QRectF m_strip;
    QRectF m_headReserve;
    QRectF m_full = {0.0, 0.0, 1.0, 1.0}; // axis values; top = the smallest y
    QRectF m_view = {0.0, 0.0, 1.0, 1.0};
    std::vector<LegendBox> m_legend;
    std::set<QString> m_hidden;
    std::optional<QPointF> m_cursor;
    std::optional<UtcMs> m_linkedTime; // kept, so that it survives new data
    QString m_key;
    const Tokens *m_paper = nullptr; // while painting for paper
    QTimer m_calm;
    QPointF m_pressed;
    QPointF m_dragged;
    Qt::Orientations m_zoomAxes = Qt::Horizontal;
    Drag m_drag = Drag::None;
    double m_xLabelWidth = 0.0;
    int m_labelMargin = 0;
    int m_minimumLeft = 0;
    int m_headWidth = 0;
    int m_stripHeight = 0;
    int m_legendRows = 0;
    int m_titleTop = 0;
    bool m_timeAxis = false;
    bool m_zoomed = false;
    bool m_ownCursor = false; // not one that moves elsewhere
    bool m_keyboardFocus = false;
    bool m_hasty = false;
    bool m_captionRow = false;
    bool m_gridVertical = true;
    bool m_gridHorizontal = true;
};

} // namespace belvedere::ui
