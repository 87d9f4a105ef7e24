// SPDX-License-Identifier: GPL-3.0-or-later
// ui/map/compare shows two maps of the same place against each other. It knows MapView and not
// what is compared: the owner fills both and says what each shows.
#pragma once

#include "map/picker.h"

#include <QPointer>
#include <QWidget>

#include <optional>
#include <vector>

class QThreadPool;
class QToolButton;

namespace belvedere::ui {

class CompareHandle;
class CompareLabel;
class MapView;

/// Map A, and beside or over it map B in step with it. A is the map that is always there and has
/// the legend and what lies in the corners; B shows the same place with other values, and does
/// nothing at all while there is no comparison.
class MapCompare : public QWidget
{
    Q_OBJECT

public:
    enum class Mode {
        Off,
        Split, ///< side by side, A on the left
        Swipe, ///< B over A, to the right of the handle
        Peek ///< A; B while the key C or the button is held
    };

    /// `renderPool` must outlive it.
    explicit MapCompare(QThreadPool &renderPool, QWidget *parent = nullptr);
    ~MapCompare() override;

    [[nodiscard]] MapView *a() const { return m_a; }
    [[nodiscard]] MapView *b() const { return m_b; }

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// "Now", "Yesterday 08:15", "Scenario …"
    void setLabels(const QString &a, const QString &b);
    /// Pixels at the top that the owner's own widgets cover.
    void setTopMargin(int pixels);
    /// Of the divider, 0 … 1 of the width.
    void setPosition(double position);
    [[nodiscard]] double position() const { return m_position; }
    /// B instead of A in the modes Swipe and Peek.
    void setPeeking(bool peeking);
    [[nodiscard]] bool isPeeking() const { return m_peeking; }
    /// On both maps, together with what the pointer is on in the other one.
    void setHighlighted(std::vector<PickedFeature> features);

    [[nodiscard]] CompareHandle *handle() const { return m_handle; }
    [[nodiscard]] CompareLabel *labelA() const { return m_labelA; }
    [[nodiscard]] CompareLabel *labelB() const { return m_labelB; }
    [[nodiscard]] QToolButton *peekButton() const { return m_peekButton; }

Q_SIGNALS:
    void modeChanged(belvedere::ui::MapCompare::Mode mode);
    void positionChanged(double position);
    void peekingChanged(bool peeking);
    // Of whichever map it was.
    void hovered(const QString &layer, std::int32_t feature);
    void picked(const QString &layer, std::int32_t feature, Qt::KeyboardModifiers modifiers);
    void pickedNothing(Qt::KeyboardModifiers modifiers);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void link(MapView *from, MapView *to);
    void showHighlights();
    void arrange();
    void arrangeLabels();
    [[nodiscard]] bool seesB() const;
    [[nodiscard]] bool peekKey(QObject *watched, QEvent *event);
    void retranslate();

    MapView *m_a;
    QWidget *m_clip; ///< what is seen of B
    MapView *m_b;
    CompareHandle *m_handle;
    CompareLabel *m_labelA;
    CompareLabel *m_labelB;
    QToolButton *m_peekButton;
    Mode m_mode = Mode::Off;
    double m_position = 0.5;
    int m_topMargin = 0;
    bool m_peeking = false;
    bool m_linking = false;
    QPointer<QWidget> m_window; ///< where the key is listened for
    std::vector<PickedFeature> m_highlighted;
    std::optional<PickedFeature> m_hoveredInA;
    std::optional<PickedFeature> m_hoveredInB;
};

} // namespace belvedere::ui
