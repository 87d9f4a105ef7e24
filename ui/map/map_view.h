// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/picker.h"
#include "map/tile_cache.h"

#include <QVariantAnimation>
#include <QWidget>

#include <functional>
#include <optional>

namespace belvedere::ui {

class MapLegend;

/// Layers that a person can move and ask. Painting runs on the render pool (TileCache); the GUI
/// thread shows the tiles that there are, moved and scaled, until the sharp ones come.
class MapView : public QWidget
{
    Q_OBJECT

public:
    /// Says what is under the pointer; empty = no tooltip.
    using TooltipText = std::function<QString(const QString &layer, std::int32_t feature)>;

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

    void setSelection(std::vector<PickedFeature> features);
    [[nodiscard]] const std::vector<PickedFeature> &selection() const { return m_selection; }
    void setTooltipText(TooltipText text) { m_tooltipText = std::move(text); }
    /// Small text in the lower right corner: attribution, "Simulated city".
    void setCaption(const QString &caption);
    /// Said in the middle of the map, where a layer is empty; empty = nothing.
    void setMessage(const QString &message);
    [[nodiscard]] MapLegend *legend() const { return m_legend; }

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
    enum class Drag { None, Pressed, Panning, RubberBand };

    void moveTo(const Viewport &target, bool smoothly);
    void zoomTo(QPointF cursor, double factor, bool smoothly);
    void applyView(const Viewport &view);
    void setHovered(const std::optional<PickedFeature> &feature);
    void applyTheme();
    void retranslate();
    void placeLegend();

    void requestPicture();
    void takePicture();

    void paintMarks(QPainter &painter) const;
    void paintScaleBar(QPainter &painter) const;
    void paintTexts(QPainter &painter) const;

    TileCache *m_tiles;
    ThemeMode m_theme = ThemeMode::Light;

    Viewport m_view; ///< what is shown now
    Viewport m_target; ///< where a movement under way will end
    Viewport m_moveStart;
    QPointF m_moveCursor;
    QVariantAnimation m_movement;
    bool m_fitted = false;

    Drag m_drag = Drag::None;
    QPointF m_pressedAt;
    QPointF m_lastPosition;
    std::optional<PickedFeature> m_hovered;
    std::vector<PickedFeature> m_selection;
    TooltipText m_tooltipText;
    QString m_caption;
    QString m_message;
    MapLegend *m_legend = nullptr;
};

} // namespace belvedere::ui
