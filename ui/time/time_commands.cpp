// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_commands.h"

#include "common/command_registry.h"
#include "common/format.h"
#include "time/city_clock.h"
#include "time/speed_text.h"
#include "time/time_river.h"
#include "time/time_text.h"

#include <QCoreApplication>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::TimeCommands)
};

/// Title and further words as marked for translation.
struct Words
{
    const char *title;
    const char *keywords;
};

Command command(const char *id, Words words, const char *iconName, std::function<void()> run,
    const QList<QKeySequence> &keys, bool repeats = false)
{
    Command made = simpleCommand(
        QString::fromLatin1(id),
        [words] {
            return CommandText{Text::tr(words.title), Text::tr("Time"), Text::tr(words.keywords)};
        },
        std::move(run), keys);
    made.iconName = QString::fromLatin1(iconName);
    made.repeats = repeats;
    return made;
}

void addPlayer(std::vector<Command> &all, CityClock &clock)
{
    CityClock *c = &clock;
    all.push_back(command("time.play",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Play or pause"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "run stop")},
        "play", [c] { c->togglePlay(); }, {Qt::Key_Space}));
    all.push_back(command("time.playBackward",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Play backward, again for double speed"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "rewind reverse")},
        "rewind", [c] { c->playBackward(); }, {Qt::Key_J}));
    all.push_back(command("time.stop",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Stop playing"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "pause hold freeze")},
        "pause", [c] { c->stopMoving(); }, {Qt::Key_K}));
    all.push_back(command("time.playForward",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Play forward, again for double speed"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "fast faster")},
        "fast-forward", [c] { c->playForward(); }, {Qt::Key_L}));
    all.push_back(command(
        "time.stepBack",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "One step back"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "previous frame")},
        "step-back", [c] { c->step(-1); }, {Qt::Key_Comma}, true));
    all.push_back(command(
        "time.stepForward",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "One step forward"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "next frame")},
        "step-forward", [c] { c->step(1); }, {Qt::Key_Period}, true));
    all.push_back(command("time.now",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Back to now"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "live present")},
        "now", [c] { c->goToNow(); }, {Qt::Key_N}));
}

void addView(std::vector<Command> &all, TimeRiver &river)
{
    TimeRiver *r = &river;
    all.push_back(command(
        "time.previousEvent",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Previous event"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "incident before")},
        "chevron-left", [r] { r->goToEvent(-1); }, {Qt::Key_BracketLeft}, true));
    all.push_back(command(
        "time.nextEvent",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Next event"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "incident after")},
        "chevron-right", [r] { r->goToEvent(1); }, {Qt::Key_BracketRight}, true));
    all.push_back(command(
        "time.zoomIn",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Show a shorter time"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "zoom in timeline")},
        "zoom-in", [r] { r->slider()->zoom(0.5); }, {}, true));
    all.push_back(command(
        "time.zoomOut",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Show a longer time"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "zoom out timeline")},
        "zoom-out", [r] { r->slider()->zoom(2.0); }, {}, true));
}

void addModes(std::vector<Command> &all, CityClock &clock)
{
    CityClock *c = &clock;
    const auto add = [&](const char *id, Words words, TimeMode mode) {
        all.push_back(command(id, words, "clock", [c, mode] { c->setMode(mode); }, {}));
        all.back().checked = [c, mode] { return c->mode() == mode; };
    };
    add("time.instant",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Show one instant"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "mode moment")},
        TimeMode::Instant);
    add("time.window",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Show a moving window"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "mode rolling last")},
        TimeMode::Window);
    add("time.cumulative",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Show everything since a start"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "mode cumulative growing")},
        TimeMode::Cumulative);
}

Command goTo(CityClock &clock, TimeRiver &river)
{
    Command made = command("time.go",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Go to time"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "jump date day hour")},
        "calendar", [] {}, {Qt::Key_G});
    CommandArgument time;
    time.label = [] { return Text::tr("time"); };
    time.example = QStringLiteral("08:15");
    time.optional = true;
    time.parse = [c = &clock](const QString &text) -> Result<QVariant> {
        BV_TRY(const UtcMs instant, parseTimeText(text, c->context()));
        return QVariant::fromValue<qlonglong>(instant);
    };
    made.arguments = {time};
    made.run = [c = &clock, r = &river](const QVariantList &arguments) -> Result<QString> {
        if (arguments.isEmpty()) {
            r->typeTime();
            return QString();
        }
        c->setCurrent(static_cast<UtcMs>(arguments[0].toLongLong()));
        return formatDateTime(c->current(), c->zone());
    };
    return made;
}

Command playSpeed(CityClock &clock)
{
    Command made = command("time.speed",
        {QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "Set the speed of playing"),
            QT_TRANSLATE_NOOP("belvedere::ui::TimeCommands", "faster slower rate")},
        "fast-forward", [] {}, {});
    CommandArgument speed;
    speed.label = [] { return Text::tr("speed"); };
    speed.example = QStringLiteral("5 min/s");
    speed.parse = [](const QString &text) -> Result<QVariant> {
        BV_TRY(const double value, parseSpeed(text));
        return QVariant(value);
    };
    made.arguments = {speed};
    made.run = [c = &clock](const QVariantList &arguments) -> Result<QString> {
        c->setPlaySpeed(arguments[0].toDouble());
        return formatSpeed(c->playSpeed());
    };
    return made;
}

} // namespace

std::vector<Command> timeCommands(CityClock &clock, TimeRiver &river)
{
    std::vector<Command> all;
    addPlayer(all, clock);
    addView(all, river);
    all.push_back(goTo(clock, river));
    all.push_back(playSpeed(clock));
    addModes(all, clock);
    return all;
}

void addTimeCommands(
    CommandRegistry &registry, CityClock &clock, TimeRiver &river, const QString &scope)
{
    for (Command &made : timeCommands(clock, river)) {
        made.scope = scope;
        registry.add(std::move(made), &river);
    }
}

} // namespace belvedere::ui
