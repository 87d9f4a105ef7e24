// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/projection.h"
#include "map/length_text.h"
#include "map/map_tip.h"
#include "map/picker.h"
#include "map/tile_cache.h"
#include "map/viewport_history.h"

#include <QElapsedTimer>
#include <QMargins>
#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <functional>
#include <optional>

namespace belvedere::ui {

class MapLegend;
class MapTool;
class PlacePulse;
struct MapPointer;

/// Layers that a person can move and ask. Painting runs on the render pool (TileCache); the GUI
/// thread shows the tiles that there are, moved and scaled, until the sharp ones come.
class MapView : public QWidget
{
    Q_OBJECT

public:
    /// Says what is under the pointer; empty = no tip.
    using TipText = std::function<MapTip(const QString &layer, std::int32_t feature)>;

    /// `renderPool` must outlive the view.
    explicit MapView(QThreadPool &renderPool, QWidget *parent = nullptr);
    ~MapView() override;

    /// Replaces everything; selection and viewport stay. The first layers that are not empty are
    /// fitted into the window.
    void setLayers(std::vector<MapLayer> layers);
    [[nodiscard]] const std::vector<MapLayer> &layers() const { return m_tiles->layers(); }
    /// New values on the same geometry; unknown layers are ignored.
    void setAttributes(const QString &layerId, std::shared_ptr<const LayerAttributes> attributes);
    void setLayerVisible(const QString &layerId, bool visible);

    [[nodiscard]] const Viewport &viewport() const { return m_view; }
    /// Centre and scale are taken; size and pixel ratio are those of the window.
    void setViewport(const Viewport &viewport);
    void fitAll();
    void fit(const BoundingBox &box);
    void zoomBy(double factor); ///< about the middle
    /// The same, but the way there is seen unless motion is reduced. A place keeps the scale if
    /// that is close enough to see it, and is marked for a moment.
    void flyTo(const Viewport &viewport);
    void flyTo(const BoundingBox &box);
    void flyTo(PointM place);
    void flyTo(LonLat place); ///< needs a projection
    /// Views that were looked at for a while, like the pages of a browser.
    void goBack();
    void goForward();
    [[nodiscard]] bool canGoBack() const { return m_history.canGoBack(); }
    [[nodiscard]] bool canGoForward() const { return m_history.canGoForward(); }
    /// Centre and scale of the other view, those that it shows and those that it moves to.
    void showAs(const MapView &other);
    /// No movement by itself: flights end at once, the mark of a place stands still.
    void setReducedMotion(bool reduced);
    /// A map that was thrown glides on. Off at first.
    void setInertia(bool inertia) { m_inertia = inertia; }
    [[nodiscard]] bool hasInertia() const { return m_inertia; }

    /// Where the plane lies on the globe: for positions, lengths and saved views.
    void setProjection(const LocalProjection &projection) { m_projection = projection; }
    [[nodiscard]] const std::optional<LocalProjection> &projection() const { return m_projection; }
    void setUnits(LengthUnits units);
    /// The tool that gets clicks and drags from now on; null: clicks pick, drags move. Not owned.
    void setTool(MapTool *tool);
    [[nodiscard]] MapTool *tool() const;
    /// What the pointer is on, or the cross hair of the keyboard; nothing while it is elsewhere.
    [[nodiscard]] std::optional<PointM> pointer() const { return m_pointer; }

    void setSelection(std::vector<PickedFeature> features);
    [[nodiscard]] const std::vector<PickedFeature> &selection() const { return m_selection; }
    /// What a chart or a list has its cursor on: a ring, unlike the halo of a selection.
    void setHighlighted(std::vector<PickedFeature> features);
    [[nodiscard]] const std::vector<PickedFeature> &highlighted() const { return m_highlighted; }
    void setTip(TipText text) { m_tipText = std::move(text); }
    [[nodiscard]] const MapTipCard *tipCard() const { return m_tipCard; }
    /// Small text in the lower right corner: attribution, "Simulated city".
    void setCaption(const QString &caption);
    [[nodiscard]] QString caption() const { return m_caption; }
    /// Said in the middle of the map, where a layer is empty; empty = nothing.
    void setMessage(const QString &message);
    [[nodiscard]] MapLegend *legend() const { return m_legend; }
    /// What is reserved, and at the bottom what the map needs for its own texts.
    [[nodiscard]] QMargins overlayMargins() const;
    /// What widgets over the map keep clear of: those in the corners at the sides and the bottom,
    /// those in the middle at the top.
    void reserve(const QMargins &margins);

    [[nodiscard]] ThemeMode theme() const { return m_theme; }
    [[nodiscard]] const TileCache &tiles() const { return *m_tiles; }
    /// What paints, in the place of RasterBackend.
    void setBackend(std::shared_ptr<const MapBackend> backend);
    /// True when the picture shows the present layers, values and theme over the whole view.
    [[nodiscard]] bool isSharp() const;
    /// What is shown, for an export.
    [[nodiscard]] RenderOptions renderOptions() const;

    [[nodiscard]] QSize sizeHint() const override { return {960, 640}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 180}; }

Q_SIGNALS:
    /// feature = -1: nothing any more.
    void hovered(const QString &layer, std::int32_t feature);
    void picked(const QString &layer, std::int32_t feature, Qt::KeyboardModifiers modifiers);
    /// A click beside everything.
    void pickedNothing(Qt::KeyboardModifiers modifiers);
    void viewportChanged();
    void layersChanged();
    void selectionChanged();
    /// pointer() is another one.
    void pointerMoved();
    void overlayMarginsChanged();
    /// A picture of the present state is shown.
    void sharpened();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Drag { None, Pressed, Panning, RubberBand, Tool };
    using Path = std::function<Viewport(double t)>;

    void moveTo(const Viewport &target);
    void moveAlong(const Viewport &target, int durationMs, Path path);
    void zoomTo(QPointF cursor, double factor, bool smoothly);
    void applyView(const Viewport &view);
    void rest();
    [[nodiscard]] bool animates() const;

    [[nodiscard]] MapPointer pointerAt(QPointF position, Qt::KeyboardModifiers modifiers) const;
    void beginMoving(QMouseEvent *event);
    void throwMap();
    void endBand(QPointF position);
    void clickAt(QPointF position, Qt::KeyboardModifiers modifiers);
    void setPointer(const std::optional<QPointF> &position);
    void setHovered(const std::optional<PickedFeature> &feature);
    void showTip(QPointF position);
    void aim(); ///< the keyboard's cross hair in the middle
    [[nodiscard]] bool moveKey(const QKeyEvent &event);
    [[nodiscard]] bool pointKey(const QKeyEvent &event);
    [[nodiscard]] bool wantsKey(const QKeyEvent &event) const;
    bool gesture(QEvent *event);
    void updateCursor();
    void applyTheme();
    void retranslate();
    void placeLegend();

    void requestPicture();
    void takePicture();

    void paintMarks(QPainter &painter) const;
    void paintTool(QPainter &painter) const;
    void paintTexts(QPainter &painter) const;

    TileCache *m_tiles;
    ThemeMode m_theme = ThemeMode::Light;

    Viewport m_view; ///< what is shown now
    Viewport m_target; ///< where a movement under way will end
    Path m_path; ///< of the movement
    std::optional<QPointF> m_zoomCursor; ///< what a zoom under way keeps in its place
    QVariantAnimation m_movement;
    ViewportHistory m_history;
    QTimer m_rest;
    bool m_fitted = false;
    bool m_reducedMotion = false;
    bool m_inertia = false;

    struct Moment
    {
        qint64 ms;
        QPointF position;
    };
    Drag m_drag = Drag::None;
    Qt::MouseButton m_dragButton = Qt::NoButton;
    QPointF m_pressedAt;
    QPointF m_lastPosition;
    QElapsedTimer m_dragTime;
    std::vector<Moment> m_dragTrail; ///< of the last moments
    bool m_aiming = false;
    std::optional<PointM> m_pointer;
    QPointer<MapTool> m_tool;
    std::optional<PickedFeature> m_hovered;
    std::vector<PickedFeature> m_selection;
    std::vector<PickedFeature> m_highlighted;
    TipText m_tipText;
    MapTipCard *m_tipCard;
    PlacePulse *m_pulse;
    std::optional<LocalProjection> m_projection;
    LengthUnits m_units = LengthUnits::Metric;
    QMargins m_reserved;
    QString m_caption;
    QString m_message;
    MapLegend *m_legend = nullptr;
};

} // namespace belvedere::ui
