// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_calendar.h"

#include "common/format.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QTextCharFormat>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kCellPx = 40;
constexpr int kCellHeightPx = 38;

QDate localDate(UtcMs time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone).date();
}

QColor markColor(const EventTimeline::Counts &counts)
{
    const Tokens &t = tokens();
    const QColor colors[] = {t.textTertiary, t.p1, t.p2, t.p3, t.p4};
    for (std::size_t priority = 1; priority < counts.size(); ++priority) {
        if (counts[priority] > 0)
            return colors[priority];
    }
    return colors[0];
}

} // namespace

MonthGrid::MonthGrid(QWidget *parent)
    : QCalendarWidget(parent)
{
    setNavigationBarVisible(false);
    setVerticalHeaderFormat(NoVerticalHeader);
    setHorizontalHeaderFormat(ShortDayNames);
    setDateEditEnabled(false);
    setMinimumSize(7 * kCellPx, 7 * kCellHeightPx);
    // Mouse events go to the table inside; the calendar itself has none to listen to.
    for (QTableView *table : findChildren<QTableView *>()) {
        table->viewport()->installEventFilter(this);
        table->setFrameShape(QFrame::NoFrame);
        // The theme's padding of cells leaves no room for the names of the days.
        table->setStyleSheet(QStringLiteral("QTableView::item { padding: 0; }"));
    }
}

void MonthGrid::setContext(const TimeContext &context)
{
    m_context = context;
    setLocale(QLocale());
    setFirstDayOfWeek(QLocale().firstDayOfWeek());
    setMinimumDate(localDate(context.reachFrom, context.zone));
    setMaximumDate(localDate(context.reachTo, context.zone));
    QTextCharFormat names;
    names.setForeground(tokens().textSecondary);
    names.setFont(themeFont(type::kCaption));
    setHeaderTextFormat(names);
    for (const auto day : {Qt::Saturday, Qt::Sunday})
        setWeekdayTextFormat(day, names);
    setSelectedDate(localDate(context.current, context.zone));
}

void MonthGrid::setData(std::shared_ptr<const EventTimeline> events,
    std::shared_ptr<const DataAvailability> availability)
{
    m_events = std::move(events);
    m_availability = std::move(availability);
    updateCells();
}

TimeRange MonthGrid::rangeOfDay(const QDate &date) const
{
    return {date.startOfDay(m_context.zone).toMSecsSinceEpoch(),
        date.addDays(1).startOfDay(m_context.zone).toMSecsSinceEpoch()};
}

EventTimeline::Counts MonthGrid::eventsOn(const QDate &date) const
{
    const TimeRange day = rangeOfDay(date);
    // Of a recording nothing after now is told.
    return m_events ? m_events->count(day.from, std::min(day.to, m_context.now + 1))
                    : EventTimeline::Counts{};
}

double MonthGrid::shareOn(const QDate &date) const
{
    const TimeRange day = rangeOfDay(date);
    if (!m_availability || m_availability->isEmpty() || day.from > m_context.now)
        return -1.0;
    return m_availability->share(day.from, std::min(day.to, m_context.now));
}

QString MonthGrid::textOf(const QDate &date) const
{
    const QString day = QLocale().toString(date, tr("ddd d MMM yyyy", "date format"));
    const int count = total(eventsOn(date));
    const double share = shareOn(date);
    if (share < 0.0)
        return tr("%1, %Ln event(s)", nullptr, count).arg(day);
    //: %1 day, %2 percentage
    return tr("%1, %Ln event(s), %2 of the data", nullptr, count).arg(day, formatPercent(share));
}

void MonthGrid::paintCell(QPainter *painter, const QRect &rect, QDate date) const
{
    const Tokens &t = tokens();
    const bool reachable = date >= minimumDate() && date <= maximumDate();
    const bool chosen = date == selectedDate();
    const bool today = date == localDate(m_context.now, m_context.zone);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, t.panel);
    const QRectF cell = QRectF(rect).adjusted(2, 2, -2, -2);
    if (chosen || today) {
        painter->setPen(today ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
        painter->setBrush(chosen ? t.selection : QBrush(Qt::NoBrush));
        painter->drawRoundedRect(cell, metric::kRadius, metric::kRadius);
    }
    const bool ofMonth = date.month() == monthShown() && date.year() == yearShown();
    painter->setFont(themeFont(type::kDense, chosen || today ? QFont::DemiBold : QFont::Normal));
    painter->setPen(!reachable ? t.textDisabled : ofMonth ? t.textPrimary : t.textSecondary);
    painter->drawText(cell.adjusted(0, 1, 0, -9), Qt::AlignCenter, QLocale().toString(date.day()));
    if (reachable)
        paintMarks(*painter, cell, date);
    painter->restore();
}

void MonthGrid::paintMarks(QPainter &painter, const QRectF &cell, const QDate &date) const
{
    const Tokens &t = tokens();
    const QRectF bar(cell.left() + 7, cell.bottom() - 6, cell.width() - 14, 3);
    const double share = shareOn(date);
    if (share >= 0.0) {
        painter.fillRect(bar, withOpacity(t.textSecondary, 0.22));
        painter.fillRect(QRectF(bar.topLeft(), QSizeF(bar.width() * share, bar.height())),
            withOpacity(t.textSecondary, 0.9));
    }
    const EventTimeline::Counts counts = eventsOn(date);
    const int dots = std::min(3, total(counts));
    painter.setPen(Qt::NoPen);
    painter.setBrush(markColor(counts));
    for (int i = 0; i < dots; ++i)
        painter.drawEllipse(
            QPointF(bar.center().x() + 6.0 * (i - (dots - 1) / 2.0), bar.top() - 4.5), 1.9, 1.9);
}

bool MonthGrid::eventFilter(QObject *watched, QEvent *event)
{
    const auto *view = qobject_cast<QWidget *>(watched);
    auto *table = view ? qobject_cast<QTableView *>(view->parentWidget()) : nullptr;
    if (table && event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex cell = table->indexAt(help->pos());
        // The first row holds the names of the days; the rest runs on from the first date shown.
        const int row = cell.row() - 1;
        if (cell.isValid() && row >= 0) {
            const QDate first(yearShown(), monthShown(), 1);
            int before = (first.dayOfWeek() - int(firstDayOfWeek()) + 7) % 7;
            before = before == 0 ? 7 : before; // Qt leaves a row of the month before
            const int column = cell.column() - (table->model()->columnCount() - 7);
            const QDate date = first.addDays(7 * row + column - before);
            if (date >= minimumDate() && date <= maximumDate())
                QToolTip::showText(help->globalPos(), textOf(date), table);
        }
        return true;
    }
    return QCalendarWidget::eventFilter(watched, event);
}

TimeCalendar::TimeCalendar(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_grid(new MonthGrid(this))
    , m_title(new QLabel(this))
    , m_about(new QLabel(this))
    , m_back(new QToolButton(this))
    , m_forward(new QToolButton(this))
    , m_now(new QPushButton(this))
{
    setProperty("panel", true);
    m_title->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_about->setProperty("secondary", true);
    m_about->setWordWrap(true);
    m_back->setIcon(icon(QStringLiteral("chevron-left")));
    m_forward->setIcon(icon(QStringLiteral("chevron-right")));
    for (QToolButton *button : {m_back, m_forward})
        button->setAutoRaise(true);
    m_now->setIcon(icon(QStringLiteral("now")));
    m_now->setAutoDefault(false);

    auto *top = new QHBoxLayout;
    top->addWidget(m_title);
    top->addStretch();
    top->addWidget(m_back);
    top->addWidget(m_forward);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(space::kMedium);
    bottom->addWidget(m_about, 1);
    bottom->addWidget(m_now);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
    layout->setSpacing(space::kSmall);
    layout->addLayout(top);
    layout->addWidget(m_grid);
    layout->addLayout(bottom);

    connect(m_back, &QToolButton::clicked, m_grid, &QCalendarWidget::showPreviousMonth);
    connect(m_forward, &QToolButton::clicked, m_grid, &QCalendarWidget::showNextMonth);
    connect(m_grid, &QCalendarWidget::currentPageChanged, this, &TimeCalendar::updateTitle);
    connect(m_grid, &QCalendarWidget::clicked, this, &TimeCalendar::choose);
    connect(m_grid, &QCalendarWidget::activated, this, &TimeCalendar::choose);
    connect(m_now, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT nowChosen();
    });
    retranslate();
}

void TimeCalendar::setContext(const TimeContext &context)
{
    m_context = context;
    if (!isVisible()) {
        m_grid->setContext(context);
        updateTitle();
    }
}

void TimeCalendar::popUpAt(const QWidget *anchor)
{
    m_grid->setContext(m_context);
    updateTitle();
    adjustSize();
    const QPoint corner = anchor->mapToGlobal(QPoint(0, 0));
    QPoint place = corner - QPoint(0, height() + space::kTiny);
    const QRect screen = anchor->screen()->availableGeometry();
    if (place.y() < screen.top())
        place.setY(corner.y() + anchor->height() + space::kTiny);
    place.setX(
        std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    move(place);
    show();
    m_grid->setFocus(Qt::PopupFocusReason);
}

void TimeCalendar::choose(const QDate &date)
{
    const QTime time = QDateTime::fromMSecsSinceEpoch(m_context.current, m_context.zone).time();
    const QDateTime local(date, time, m_context.zone);
    hide();
    Q_EMIT instantChosen(local.toMSecsSinceEpoch());
}

void TimeCalendar::updateTitle()
{
    const QDate month(m_grid->yearShown(), m_grid->monthShown(), 1);
    //: QLocale date pattern: month and year
    m_title->setText(QLocale().toString(month, tr("MMMM yyyy")));
    m_back->setEnabled(month > m_grid->minimumDate());
    m_forward->setEnabled(month.addMonths(1) <= m_grid->maximumDate());
}

void TimeCalendar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void TimeCalendar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TimeCalendar::retranslate()
{
    setAccessibleName(tr("Calendar"));
    m_grid->setAccessibleName(tr("Day to show"));
    m_back->setToolTip(tr("Month before (Page Up)"));
    m_forward->setToolTip(tr("Month after (Page Down)"));
    for (QToolButton *button : {m_back, m_forward})
        button->setAccessibleName(button->toolTip());
    m_now->setText(tr("Now"));
    m_about->setText(tr("Bar: data available. Dots: events."));
    updateTitle();
}

} // namespace belvedere::ui
