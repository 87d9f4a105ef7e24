// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/compare/map_compare.h"

#include "map/compare/compare_handle.h"
#include "map/compare/compare_label.h"
#include "map/map_view.h"
#include "theme/icons.h"
#include "theme/tokens.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr Qt::Key kPeekKey = Qt::Key_C;
constexpr int kLabelTop = space::kMedium;
constexpr int kLabelGap = 16; // from the divider
constexpr int kNarrowestLabel = 28; // its letter alone
constexpr double kNarrowestSide = 0.1; // of a split

} // namespace

MapCompare::MapCompare(QThreadPool &renderPool, QWidget *parent)
    : QWidget(parent)
    , m_a(new MapView(renderPool, this))
    , m_clip(new QWidget(m_a))
    , m_b(new MapView(renderPool, m_clip))
    , m_handle(new CompareHandle(m_a))
    , m_labelA(new CompareLabel(CompareLabel::Side::A, m_a))
    , m_labelB(new CompareLabel(CompareLabel::Side::B, m_a))
    , m_peekButton(new QToolButton(m_a))
{
    m_clip->setAttribute(Qt::WA_NoMousePropagation);
    m_peekButton->setIcon(icon(QStringLiteral("compare-peek")));
    m_peekButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_peekButton->setFocusPolicy(Qt::StrongFocus);
    connect(m_peekButton, &QToolButton::pressed, this, [this] { setPeeking(true); });
    connect(m_peekButton, &QToolButton::released, this, [this] { setPeeking(false); });
    connect(m_handle, &CompareHandle::dragged, this,
        [this](double pixels) { setPosition(m_position + pixels / std::max(1, width())); });
    connect(m_handle, &CompareHandle::sentTo, this, &MapCompare::setPosition);
    link(m_a, m_b);
    link(m_b, m_a);
    retranslate();
    arrange();
}

MapCompare::~MapCompare()
{
    // The maps tell of their end, and there is nobody left to hear it.
    m_a->disconnect(this);
    m_b->disconnect(this);
}

void MapCompare::link(MapView *from, MapView *to)
{
    connect(from, &MapView::viewportChanged, this, [this, from, to] {
        if (m_linking || !seesB())
            return;
        m_linking = true;
        to->showAs(*from);
        m_linking = false;
    });
    connect(from, &MapView::selectionChanged, this, [from, to] {
        if (!(to->selection() == from->selection()))
            to->setSelection(from->selection());
    });
    connect(
        from, &MapView::hovered, this, [this, from](const QString &layer, std::int32_t feature) {
            auto &own = from == m_a ? m_hoveredInA : m_hoveredInB;
            own.reset();
            if (feature >= 0)
                own = PickedFeature{layer, feature};
            showHighlights();
            Q_EMIT hovered(layer, feature);
        });
    connect(from, &MapView::picked, this, &MapCompare::picked);
    connect(from, &MapView::pickedNothing, this, &MapCompare::pickedNothing);
}

void MapCompare::setHighlighted(std::vector<PickedFeature> features)
{
    m_highlighted = std::move(features);
    showHighlights();
}

void MapCompare::showHighlights()
{
    const auto with = [this](const std::optional<PickedFeature> &hovered) {
        std::vector<PickedFeature> features = m_highlighted;
        if (hovered)
            features.push_back(*hovered);
        return features;
    };
    m_a->setHighlighted(with(m_hoveredInB));
    m_b->setHighlighted(with(m_hoveredInA));
}

bool MapCompare::seesB() const
{
    return m_mode == Mode::Split || m_mode == Mode::Swipe || (m_mode == Mode::Peek && m_peeking);
}

void MapCompare::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    setPeeking(false);
    m_mode = mode;
    arrange();
    Q_EMIT modeChanged(mode);
}

void MapCompare::setLabels(const QString &a, const QString &b)
{
    m_labelA->setText(a);
    m_labelB->setText(b);
    retranslate();
    arrangeLabels();
}

void MapCompare::setTopMargin(int pixels)
{
    if (m_topMargin == pixels)
        return;
    m_topMargin = pixels;
    arrangeLabels();
}

void MapCompare::setPosition(double position)
{
    position = std::clamp(position, 0.0, 1.0);
    if (position == m_position)
        return;
    m_position = position;
    arrange();
    Q_EMIT positionChanged(position);
}

void MapCompare::setPeeking(bool peeking)
{
    peeking = peeking && (m_mode == Mode::Peek || m_mode == Mode::Swipe);
    if (peeking == m_peeking)
        return;
    m_peeking = peeking;
    // The release may come to any widget, or to none when the window is left.
    if (peeking)
        QCoreApplication::instance()->installEventFilter(this);
    else
        QCoreApplication::instance()->removeEventFilter(this);
    arrange();
    Q_EMIT peekingChanged(peeking);
}

void MapCompare::arrange()
{
    const bool split = m_mode == Mode::Split;
    const double position =
        split ? std::clamp(m_position, kNarrowestSide, 1.0 - kNarrowestSide) : m_position;
    const int x = m_peeking ? 0 : int(std::lround(position * width()));
    QWidget *owner = split ? static_cast<QWidget *>(this) : m_a;
    for (QWidget *part : {static_cast<QWidget *>(m_clip), static_cast<QWidget *>(m_handle)}) {
        if (part->parentWidget() != owner)
            part->setParent(owner);
    }
    m_a->setGeometry(0, 0, split ? x : width(), height());
    if (seesB()) {
        m_b->setCaption(m_a->caption());
        m_clip->setGeometry(x, 0, width() - x, height());
        // Over A both have the same place in the window, so that the ground stays where it is.
        m_b->setGeometry(split ? 0 : -x, 0, split ? width() - x : width(), height());
        m_linking = true;
        m_b->showAs(*m_a);
        m_linking = false;
    } else if (m_mode == Mode::Peek && m_clip->isHidden()) {
        m_b->setGeometry(rect()); // so that it only has to be shown
    }
    const int half = CompareHandle::kWidth / 2;
    m_handle->setGeometry(
        std::clamp(x - half, -half + 2, width() - half - 2), 0, CompareHandle::kWidth, height());
    m_clip->setVisible(seesB());
    m_handle->setVisible((split || m_mode == Mode::Swipe) && !m_peeking);
    // Over A, but under what lies in its corners.
    if (!split) {
        m_handle->lower();
        m_clip->lower();
    } else {
        m_handle->raise();
    }
    arrangeLabels();
}

void MapCompare::arrangeLabels()
{
    const bool off = m_mode == Mode::Off;
    const int top = m_topMargin + kLabelTop;
    m_a->reserve({0, off ? m_topMargin : m_labelA->sizeHint().height() + top, 0, 0});
    const bool sideBySide = (m_mode == Mode::Split || m_mode == Mode::Swipe) && !m_peeking;
    if (m_labelB->parentWidget() != m_handle->parentWidget()) {
        m_labelA->setParent(m_handle->parentWidget());
        m_labelB->setParent(m_handle->parentWidget());
    }
    m_labelA->setVisible(!off && !m_peeking);
    m_labelB->setVisible(sideBySide || m_peeking);
    m_peekButton->setVisible(m_mode == Mode::Peek);
    const QSize a = m_labelA->sizeHint();
    const QSize b = m_labelB->sizeHint();
    if (sideBySide) {
        const int x = m_handle->x() + CompareHandle::kWidth / 2;
        // In the middle of a half, clear of what lies in the corners of A; over A beside the
        // divider. At an edge the letter stays rather than to vanish.
        const bool split = m_mode == Mode::Split;
        const int taken = split ? 2 * metric::kRail : kLabelGap + space::kTiny;
        const int widthA = std::min(a.width(), std::max(kNarrowestLabel, x - taken));
        const int widthB = std::min(b.width(), std::max(kNarrowestLabel, width() - x - taken));
        const int leftA = split ? (x - widthA) / 2 : std::max(space::kTiny, x - kLabelGap - widthA);
        const int leftB = split ? x + (width() - x - widthB) / 2
                                : std::min(x + kLabelGap, width() - widthB - space::kTiny);
        m_labelA->setGeometry(leftA, top, widthA, a.height());
        m_labelB->setGeometry(leftB, top, widthB, b.height());
    } else if (!off) {
        const QSize button = m_mode == Mode::Peek
            ? m_peekButton->sizeHint().expandedTo({0, metric::kTarget})
            : QSize();
        const QSize label = m_peeking ? b : a;
        const int room = width() - 2 * (metric::kRail + space::kSmall);
        const int labelWidth = std::min(label.width(), room / 2);
        const int buttonWidth = std::min(button.width(), room - labelWidth - space::kSmall);
        const int left = (width() - labelWidth - space::kSmall - std::max(0, buttonWidth)) / 2;
        (m_peeking ? m_labelB : m_labelA)->setGeometry(left, top, labelWidth, label.height());
        m_peekButton->setGeometry(left + labelWidth + space::kSmall,
            top + (label.height() - button.height()) / 2, buttonWidth, button.height());
    }
    m_labelA->raise();
    m_labelB->raise();
}

bool MapCompare::peekKey(QObject *watched, QEvent *event)
{
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != kPeekKey)
        return false;
    if (event->type() == QEvent::KeyRelease) {
        if (!m_peeking || key->isAutoRepeat())
            return m_peeking;
        setPeeking(false);
        return true;
    }
    // Only what nobody else wanted comes to the window.
    const bool can = isVisible() && key->modifiers() == Qt::NoModifier
        && (m_mode == Mode::Peek || m_mode == Mode::Swipe);
    if (watched != m_window || !can)
        return false;
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else if (!key->isAutoRepeat())
        setPeeking(true);
    return true;
}

bool MapCompare::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        if (peekKey(watched, event))
            return true;
        break;
    case QEvent::WindowDeactivate:
    case QEvent::ApplicationDeactivate:
        if (m_peeking)
            setPeeking(false);
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void MapCompare::resizeEvent(QResizeEvent *)
{
    arrange();
}

void MapCompare::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_window != window()) {
        if (m_window)
            m_window->removeEventFilter(this);
        m_window = window();
        m_window->installEventFilter(this);
    }
}

void MapCompare::hideEvent(QHideEvent *event)
{
    setPeeking(false);
    QWidget::hideEvent(event);
}

void MapCompare::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        arrangeLabels();
    }
    QWidget::changeEvent(event);
}

void MapCompare::retranslate()
{
    m_b->setAccessibleName(tr("Second map"));
    //: Button that shows another map while it is held; %1 is what that shows
    m_peekButton->setText(tr("Hold to see %1").arg(m_labelB->text()));
    m_peekButton->setAccessibleName(m_peekButton->text());
    m_peekButton->setToolTip(tr("Hold the button or the key C to see the other map"));
}

} // namespace belvedere::ui
