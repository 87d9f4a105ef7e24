// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/wall_window.h"

#include "common/format.h"
#include "common/quantity_names.h"
#include "common/wall_content.h"
#include "shell/scaled_host.h"
#include "theme/theme.h"
#include "time/city_clock.h"

#include <QCloseEvent>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScreen>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr double kLeastScale = 1.5;
constexpr double kMostScale = 2.0;
constexpr double kUsualHeight = 720.0; // px of a screen that is read at a desk
constexpr int kPointerRestMs = 3000;
constexpr int kEventsShare = 26; // % of the width

} // namespace

WallWindow::WallWindow(WallContent &content, CityClock &clock, QWidget *window)
    : QWidget(window, Qt::Window | Qt::FramelessWindowHint)
    , m_clock(clock)
    , m_zone(QTimeZone::utc())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_StyledBackground);
    setObjectName(QStringLiteral("wall"));
    setFocusPolicy(Qt::StrongFocus);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kLarge);
    page->setSpacing(space::kMedium);
    const auto enlarged = [this](QWidget *widget) {
        auto *host = new ScaledHost(widget, kLeastScale, this);
        m_scaled.push_back(host);
        return host;
    };
    page->addWidget(enlarged(makeHeader()));
    if (QWidget *kpis = content.makeWallKpis(this))
        page->addWidget(enlarged(kpis));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kMedium);
    page->addLayout(row, 1);
    if (QWidget *map = content.makeWallMap(this))
        row->addWidget(map, 100 - kEventsShare);
    if (QWidget *events = content.makeWallEvents(this)) {
        auto *host = enlarged(events);
        host->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
        row->addWidget(host, kEventsShare);
    }
    m_pointerTimer.setSingleShot(true);
    m_pointerTimer.setInterval(kPointerRestMs);
    connect(&m_pointerTimer, &QTimer::timeout, this, [this] { setPointerHidden(true); });
    connect(&m_clock, &CityClock::nowChanged, this, &WallWindow::updateClock);
    watchPointer(this);
    retranslate();
}

QWidget *WallWindow::makeHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kMedium);
    m_city = new QLabel(header);
    m_city->setFont(themeFont(type::kTitle, QFont::DemiBold));
    m_hint = new QLabel(header);
    m_hint->setFont(themeFont(type::kCaption));
    m_hint->setProperty("secondary", true);
    m_date = new QLabel(header);
    m_date->setProperty("secondary", true);
    m_time = new QLabel(header);
    m_time->setFont(themeFont(type::kTitle, QFont::DemiBold));
    row->addWidget(m_city);
    row->addWidget(m_hint);
    row->addStretch();
    row->addWidget(m_date);
    row->addWidget(m_time);
    return header;
}

double WallWindow::scaleFor(int screenHeight)
{
    return std::clamp(screenHeight / kUsualHeight, kLeastScale, kMostScale);
}

QScreen *WallWindow::preferredScreen(const QWidget *window)
{
    QScreen *desk = window->screen();
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other = std::find_if(
        screens.begin(), screens.end(), [desk](const QScreen *screen) { return screen != desk; });
    return other == screens.end() ? desk : *other;
}

void WallWindow::showOn(QScreen *screen)
{
    const double scale = scaleFor(screen->geometry().height());
    for (ScaledHost *host : m_scaled)
        host->setFactor(scale);
    setScreen(screen);
    setGeometry(screen->geometry());
    showFullScreen();
    activateWindow();
    setFocus();
    m_pointerTimer.start();
}

void WallWindow::setCityName(const QString &name)
{
    m_cityName = name;
    retranslate();
}

void WallWindow::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    updateClock();
}

void WallWindow::updateClock()
{
    m_time->setText(formatTime(m_clock.now(), m_zone));
    m_date->setText(QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_clock.now(), m_zone).date(),
        tr("dddd d MMMM yyyy", "date format")));
}

void WallWindow::watchPointer(QWidget *widget)
{
    widget->installEventFilter(this);
    widget->setMouseTracking(true);
    const auto children = widget->findChildren<QWidget *>();
    for (QWidget *child : children) {
        child->installEventFilter(this);
        child->setMouseTracking(true);
    }
}

void WallWindow::setPointerHidden(bool hidden)
{
    if (hidden == m_pointerHidden)
        return;
    m_pointerHidden = hidden;
    // The map has cursors of its own, so the whole program's is changed; only above the wall.
    if (hidden && underMouse())
        QGuiApplication::setOverrideCursor(Qt::BlankCursor);
    else if (!hidden && QGuiApplication::overrideCursor() != nullptr)
        QGuiApplication::restoreOverrideCursor();
}

bool WallWindow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        setPointerHidden(false);
        m_pointerTimer.start();
        break;
    case QEvent::Leave:
        if (watched == this)
            setPointerHidden(false);
        break;
    case QEvent::KeyPress:
        // Whatever has the keyboard, Esc leaves.
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void WallWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F11)
        close();
    else
        QWidget::keyPressEvent(event);
}

void WallWindow::closeEvent(QCloseEvent *event)
{
    m_pointerTimer.stop();
    setPointerHidden(false);
    QWidget::closeEvent(event);
    Q_EMIT left();
}

void WallWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WallWindow::retranslate()
{
    setWindowTitle(tr("Wall"));
    setAccessibleName(tr("Wall"));
    m_city->setText(demoText(m_cityName));
    m_hint->setText(tr("Esc leaves the wall"));
    updateClock();
}

} // namespace belvedere::ui
