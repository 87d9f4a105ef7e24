// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_river.h"

#include "common/format.h"

#include <QActionGroup>
#include <QMenu>
#include <QToolButton>

#include <optional>

namespace belvedere::ui {

namespace {

constexpr int kWindowMinutes[] = {15, 60, 180, 360, 1440, 7 * 1440};

} // namespace

void TimeRiver::fillSpanMenu()
{
    QMenu *menu = m_span->menu();
    menu->clear();
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, bool chosen, auto run) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, run);
    };
    std::optional<TimePreset::Kind> kind;
    for (const TimePreset &preset : timePresets()) {
        if (kind && *kind != preset.kind)
            menu->addSeparator();
        kind = preset.kind;
        add(nameOf(preset), m_spanKind == Span::Preset && preset == m_preset,
            [this, preset] { showPreset(preset); });
    }
    menu->addSeparator();
    const auto addKind = [&](const QString &text, Span span) {
        add(text, m_spanKind == span, [this, span] {
            m_spanKind = span;
            applySpan();
        });
    };
    if (m_clock.isReplay())
        addKind(tr("The replayed stretch"), Span::Replay);
    addKind(tr("All data"), Span::All);
}

void TimeRiver::addWindowLengths(QMenu *menu)
{
    for (const int minutes : kWindowMinutes) {
        const qint64 length = minutes * kMsPerMinute;
        QAction *action =
            menu->addAction(tr("Window of %1").arg(formatDuration(double(length / 1000))));
        action->setCheckable(true);
        action->setChecked(m_clock.mode() == TimeMode::Window && m_clock.windowMs() == length);
        connect(action, &QAction::triggered, this, [this, length] {
            m_clock.setWindowMs(length);
            m_clock.setMode(TimeMode::Window);
        });
    }
}

void TimeRiver::addStarts(QMenu *menu)
{
    const TimeContext &context = m_clock.context();
    const auto add = [&](const QString &text, UtcMs start) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(
            context.mode == TimeMode::Cumulative && m_clock.cumulativeStart() == start);
        connect(action, &QAction::triggered, this, [this, start] {
            m_clock.setCumulativeStart(start);
            m_clock.setMode(TimeMode::Cumulative);
        });
    };
    using Kind = TimePreset::Kind;
    using Unit = TimePreset::Unit;
    const auto since = [&](Unit unit) {
        return rangeOf({Kind::This, unit}, context.current, context.zone).from;
    };
    add(tr("Everything since the day began"), since(Unit::Day));
    add(tr("Everything since the week began"), since(Unit::Week));
    add(tr("Everything since the month began"), since(Unit::Month));
    add(tr("Everything from the instant shown on"), context.current);
}

void TimeRiver::fillModeMenu()
{
    QMenu *menu = m_mode->menu();
    menu->clear();
    QAction *instant = menu->addAction(tr("One instant"));
    instant->setCheckable(true);
    instant->setChecked(m_clock.mode() == TimeMode::Instant);
    connect(instant, &QAction::triggered, this, [this] { m_clock.setMode(TimeMode::Instant); });
    menu->addSeparator();
    addWindowLengths(menu);
    menu->addSeparator();
    addStarts(menu);
    menu->addSeparator();
    QAction *about = menu->addAction(tr("Shift+drag on the axis draws a window"));
    about->setEnabled(false);
}

} // namespace belvedere::ui
