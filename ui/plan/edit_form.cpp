// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/edit_form.h"

#include "common/elided_label.h"
#include "common/error_text.h"
#include "common/flow_layout.h"
#include "common/format.h"
#include "common/section_header.h"
#include "plan/plan_model.h"
#include "plan/plan_text.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

using Kind = EditForm::Kind;

enum Scope { OneLink, BothWays, Street, Several };

constexpr bool asksNothing(Kind kind)
{
    return kind == Kind::Close || kind == Kind::OneWay || kind == Kind::Reverse;
}

struct WeatherPreset
{
    const char *title;
    RoadWeather weather;
};

const std::array<WeatherPreset, 5> &weatherPresets()
{
    static const std::array<WeatherPreset, 5> presets = {{
        {QT_TRANSLATE_NOOP("belvedere::ui::EditForm", "Light rain"), {2.0, 0.0, 12.0, 16.0}},
        {QT_TRANSLATE_NOOP("belvedere::ui::EditForm", "Heavy rain"), {10.0, 0.0, 12.0, 16.0}},
        {QT_TRANSLATE_NOOP("belvedere::ui::EditForm", "Light snow"), {0.0, 2.0, 0.0, 16.0}},
        {QT_TRANSLATE_NOOP("belvedere::ui::EditForm", "Heavy snow"), {0.0, 20.0, -3.0, 16.0}},
        {QT_TRANSLATE_NOOP("belvedere::ui::EditForm", "Dense fog"), {0.0, 0.0, 12.0, 0.2}},
    }};
    return presets;
}

QString lanesText(int lanes)
{
    return EditForm::tr("%Ln lane(s)", nullptr, lanes);
}

} // namespace

EditForm::EditForm(PlanModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_roads(std::make_shared<const RoadIndex>())
    , m_find(new QLineEdit)
    , m_roadTitle(new SectionHeader)
    , m_facts(new QLabel)
    , m_roadChips(new QWidget)
    , m_cityTitle(new SectionHeader)
    , m_fields(new QWidget)
    , m_value(new QDoubleSpinBox)
    , m_choice(new QComboBox)
    , m_zones(new QLineEdit)
    , m_scope(new QComboBox)
    , m_window(new QComboBox)
    , m_sentence(new QLabel)
    , m_message(new QLabel)
    , m_add(new QPushButton)
    , m_cancel(new QPushButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    column->setSpacing(space::kSmall);
    makeFinder(*this);
    makeChips(*this);
    makeFields(*this);
    connect(&m_model, &PlanModel::baseChanged, this, [this] {
        close();
        setLink(-1);
        fillWindows();
    });
    retranslate();
}

void EditForm::makeFinder(QWidget &column)
{
    m_find->setObjectName(QStringLiteral("findRoad"));
    m_find->setClearButtonEnabled(true);
    m_facts->setWordWrap(true);
    m_facts->setProperty("secondary", true);
    auto *layout = static_cast<QVBoxLayout *>(column.layout());
    layout->addWidget(m_find);
    layout->addWidget(m_roadTitle);
    layout->addWidget(m_facts);
    connect(m_find, &QLineEdit::returnPressed, this, &EditForm::findRoad);
}

void EditForm::makeChips(QWidget &column)
{
    auto *cityChips = new QWidget;
    auto *ofRoad = new FlowLayout(space::kTiny, m_roadChips);
    auto *ofCity = new FlowLayout(space::kTiny, cityChips);
    for (std::size_t i = 0; i < kKindCount; ++i) {
        const auto kind = static_cast<Kind>(i);
        auto *chip = new QPushButton;
        chip->setCheckable(!asksNothing(kind));
        chip->setAutoDefault(false);
        connect(chip, &QPushButton::clicked, this, [this, kind] { choose(kind); });
        (isOfRoad(kind) ? ofRoad : ofCity)->addWidget(chip);
        m_chips[i] = chip;
    }
    auto *layout = static_cast<QVBoxLayout *>(column.layout());
    layout->addWidget(m_roadChips);
    layout->addWidget(m_cityTitle);
    layout->addWidget(cityChips);
}

void EditForm::makeFields(QWidget &column)
{
    auto *fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(space::kSmall);
    m_sentence->setWordWrap(true);
    m_sentence->setFont(themeFont(type::kBody, QFont::DemiBold));
    for (QComboBox *box : {m_choice, m_scope, m_window}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
        connect(box, &QComboBox::currentIndexChanged, this, &EditForm::showSentence);
    }
    m_value->setObjectName(QStringLiteral("editValue"));
    m_add->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    buttons->addWidget(m_add);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    fields->addWidget(m_sentence);
    for (QWidget *field : std::initializer_list<QWidget *>{m_choice, m_value, m_zones})
        fields->addWidget(field);
    fields->addLayout(buttons);
    m_message->setWordWrap(true);
    m_message->hide();
    auto *layout = static_cast<QVBoxLayout *>(column.layout());
    // These hold for the chips that ask nothing too.
    layout->insertWidget(layout->indexOf(m_roadChips), m_scope);
    layout->insertWidget(layout->indexOf(m_scope), m_window);
    layout->addWidget(m_fields);
    layout->addWidget(m_message);
    layout->addStretch();
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &EditForm::showSentence);
    connect(m_zones, &QLineEdit::textChanged, this, &EditForm::showSentence);
    connect(m_zones, &QLineEdit::returnPressed, this, &EditForm::add);
    connect(m_add, &QPushButton::clicked, this, &EditForm::add);
    connect(m_cancel, &QPushButton::clicked, this, &EditForm::close);
}

void EditForm::setRoads(std::shared_ptr<const RoadIndex> roads)
{
    m_roads = std::move(roads);
    auto *completer = new QCompleter(m_roads->titles(), m_find);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    // Not while the completer itself still reads the field.
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this,
        &EditForm::findRoad, Qt::QueuedConnection);
    m_find->setCompleter(completer);
}

void EditForm::findRoad()
{
    const Result<std::vector<std::size_t>> found = m_roads->find(m_find->text());
    if (!found) {
        say(errorText(found.error()));
        return;
    }
    say({});
    setLink(static_cast<int>(found->front()));
    Q_EMIT linkFound(m_link);
}

void EditForm::setLinks(const std::vector<std::size_t> &links)
{
    setLink(links.empty() ? -1 : static_cast<int>(links.front()));
    if (m_link < 0 || links.size() < 2)
        return;
    m_several = links;
    showRoad();
}

void EditForm::setLink(int link)
{
    m_several.clear();
    const auto &base = m_model.base();
    const bool known =
        base && link >= 0 && static_cast<std::size_t>(link) < base->network().links().size();
    m_link = known ? link : -1;
    if (m_kind && isOfRoad(*m_kind)) {
        if (known)
            choose(*m_kind);
        else
            close();
    }
    showRoad();
}

void EditForm::setZone(std::int64_t id)
{
    m_zones->setText(QString::number(id));
}

QPushButton *EditForm::chip(Kind kind) const
{
    return m_chips[static_cast<std::size_t>(kind)];
}

QString EditForm::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void EditForm::say(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    m_message->setAccessibleName(text);
}

void EditForm::choose(Kind kind)
{
    say({});
    m_kind = kind;
    if (asksNothing(kind)) {
        add();
        return;
    }
    showFields();
}

void EditForm::close()
{
    m_kind.reset();
    say({});
    showFields();
}

void EditForm::showRoad()
{
    const bool known = m_link >= 0;
    m_roadChips->setVisible(known);
    m_facts->setVisible(true);
    fillScopes();
    m_scope->setVisible(known && m_scope->count() > 1);
    m_window->setVisible(m_window->count() > 1);
    if (!known) {
        m_roadTitle->setTitle(tr("Road"));
        m_roadTitle->setRemark({});
        m_facts->setText(tr("Click a road on the map, or find it by its name, to change it."));
        return;
    }
    const BaseCase &base = *m_model.base();
    const auto link = static_cast<std::size_t>(m_link);
    const RoadFacts &road = base.data().roads[link];
    const AssignmentLink &edge = base.network().links()[link];
    const QString key = linkKeyText(base.links().keyOf(link));
    m_roadTitle->setTitle(base.linkTitle(link));
    m_roadTitle->setRemark(road.name.isEmpty() ? QString() : key);
    QStringList facts;
    if (road.lanes > 0)
        facts += lanesText(road.lanes);
    const double speed = road.limitKmh > 0.0 ? road.limitKmh : freeSpeedKmh(edge, road);
    if (speed > 0.0)
        facts += formatValue(speed, tr("km/h"), 0);
    facts += formatValue(edge.delay.capacity, tr("veh/h"), 0);
    m_facts->setText(facts.join(QStringLiteral(" · ")));
}

void EditForm::fillScopes()
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    m_scope->clear();
    if (m_link < 0)
        return;
    const BaseCase &base = *m_model.base();
    const auto link = static_cast<std::size_t>(m_link);
    m_scope->addItem(tr("This direction"), OneLink);
    if (base.reverseOf(link) >= 0)
        m_scope->addItem(tr("Both directions"), BothWays);
    const RoadFacts &road = base.data().roads[link];
    if (!road.name.isEmpty() && m_roads->linksOf(road.name).size() > 2)
        m_scope->addItem(tr("All of %1").arg(road.name), Street);
    if (!m_several.empty())
        m_scope->addItem(
            tr("%Ln selected road(s)", nullptr, static_cast<int>(m_several.size())), Several);
    m_scope->setCurrentIndex(
        std::max(0, m_scope->findData(m_several.empty() ? BothWays : Several)));
}

void EditForm::fillWindows()
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    m_window->clear();
    m_window->addItem(tr("All day"));
    if (!m_model.base() || m_model.base()->data().periods.size() < 2)
        return;
    for (const DemandPeriod &period : m_model.base()->data().periods)
        //: a part of the day and its hours
        m_window->addItem(tr("%1, %2").arg(
            period.name, windowText({period.fromHour, period.fromHour + period.hours})));
    m_window->setVisible(true);
}

void EditForm::setValueRange(
    double from, double to, double step, int decimals, const QString &unit, double value)
{
    m_value->setDecimals(decimals);
    m_value->setRange(from, to);
    m_value->setSingleStep(step);
    m_value->setSuffix(unit.isEmpty() ? QString() : QLatin1Char(' ') + unit);
    m_value->setValue(value);
}

void EditForm::setUpValue()
{
    const auto &base = m_model.base();
    const std::size_t link = m_link >= 0 ? static_cast<std::size_t>(m_link) : 0;
    const RoadFacts &road = base->data().roads[link];
    const AssignmentLink &edge = base->network().links()[link];
    switch (*m_kind) {
    case Kind::Lanes:
        setValueRange(1, 12, 1, 0, {}, std::max(1, road.lanes));
        break;
    case Kind::Speed: {
        const double speed = road.limitKmh > 0.0 ? road.limitKmh : freeSpeedKmh(edge, road);
        // Without a length there is no speed, but it can change.
        if (speed > 0.0)
            setValueRange(5, 200, 5, 0, tr("km/h"), std::min(speed, 200.0));
        else
            setValueRange(5, 400, 5, 0, tr("%"), 100);
        break;
    }
    case Kind::Capacity:
        setValueRange(1, 1e6, 100, 0, tr("veh/h"), edge.delay.capacity);
        break;
    case Kind::Toll:
        setValueRange(0, 1000, 0.5, 2, {}, 2);
        break;
    case Kind::Signal:
        setValueRange(-120, 600, 5, 0, tr("s"), 20);
        break;
    case Kind::Demand:
        setValueRange(0, 1000, 5, 0, tr("%"), 110);
        break;
    case Kind::Event:
        setValueRange(1, 1e6, 100, 0, tr("veh/h"), 1000);
        break;
    default:
        break;
    }
}

void EditForm::fillChoices()
{
    m_choice->clear();
    if (m_kind == Kind::Weather) {
        for (const WeatherPreset &preset : weatherPresets())
            m_choice->addItem(tr(preset.title));
    } else if (m_kind == Kind::Fleet) {
        for (const Fleet &each : fleets())
            m_choice->addItem(each.title, each.id);
    }
}

void EditForm::showFields()
{
    {
        const QScopedValueRollback<bool> filling(m_filling, true);
        for (std::size_t i = 0; i < kKindCount; ++i)
            m_chips[i]->setChecked(m_kind == static_cast<Kind>(i));
        m_fields->setVisible(m_kind && m_model.base());
        if (!m_kind || !m_model.base())
            return;
        const bool chooses = m_kind == Kind::Weather || m_kind == Kind::Fleet;
        const bool inZones = m_kind == Kind::Demand || m_kind == Kind::Event;
        fillChoices();
        setUpValue();
        m_choice->setVisible(chooses);
        m_value->setVisible(!chooses);
        m_zones->setVisible(inZones);
        m_zones->setPlaceholderText(
            m_kind == Kind::Event ? tr("Number of the zone") : tr("Zones to; empty = all trips"));
    }
    showSentence();
    if (m_value->isVisible())
        m_value->setFocus();
}

std::vector<LinkKey> EditForm::links() const
{
    const BaseCase &base = *m_model.base();
    const auto link = static_cast<std::size_t>(m_link);
    const bool alone = m_kind == Kind::OneWay || m_kind == Kind::Reverse;
    const int scope = alone ? OneLink : m_scope->currentData().toInt();
    if (scope == Street) {
        std::vector<LinkKey> keys;
        for (const std::size_t each : m_roads->linksOf(base.data().roads[link].name))
            keys.push_back(base.links().keyOf(each));
        return keys;
    }
    if (scope == Several) {
        std::vector<LinkKey> keys;
        for (const std::size_t each : m_several)
            keys.push_back(base.links().keyOf(each));
        return keys;
    }
    std::vector<LinkKey> keys{base.links().keyOf(link)};
    if (scope == BothWays)
        keys.push_back(base.links().keyOf(static_cast<std::size_t>(base.reverseOf(link))));
    return keys;
}

EditBody EditForm::roadBody() const
{
    const double value = m_value->value();
    switch (*m_kind) {
    case Kind::Lanes:
        return ChangeLanes{links(), static_cast<int>(value)};
    case Kind::Speed:
        if (m_value->suffix().contains(QLatin1Char('%')))
            return ChangeSpeed{links(), {value / 100.0, true}};
        return ChangeSpeed{links(), {value, false}};
    case Kind::Capacity:
        return ChangeCapacity{links(), {value, false}};
    case Kind::OneWay:
        return ChangeDirection{links(), DirectionChange::OneWay};
    case Kind::Reverse:
        return ChangeDirection{links(), DirectionChange::Reverse};
    case Kind::Toll:
        return ChargeToll{links(), {value}, {}};
    case Kind::Signal:
        return SignalDelay{links(), value};
    default:
        return CloseLinks{links()};
    }
}

Result<std::vector<std::int64_t>> EditForm::zoneIds() const
{
    std::vector<std::int64_t> ids;
    for (const QString &part : m_zones->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        bool ok = false;
        const qint64 id = part.trimmed().toLongLong(&ok);
        if (!ok || m_model.base()->findZone(id) < 0)
            return failure(Errc::NotFound,
                QT_TRANSLATE_NOOP(
                    "Error", "There is no zone \"%1\". Type its number, or click it on the map."),
                {part.trimmed()});
        ids.push_back(id);
    }
    return ids;
}

Result<EditBody> EditForm::cityBody() const
{
    switch (*m_kind) {
    case Kind::Demand: {
        BV_TRY(const std::vector<std::int64_t> zones, zoneIds());
        return DemandFactor{m_value->value() / 100.0, {}, zones, {}};
    }
    case Kind::Event: {
        BV_TRY(const std::vector<std::int64_t> zones, zoneIds());
        if (zones.size() != 1)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP(
                    "Error", "An event is in one zone. Type its number, or click it on the map."));
        return PlaceEvent{zones.front(), m_value->value(), 0.0, {}};
    }
    case Kind::Weather: {
        const auto preset = static_cast<std::size_t>(std::max(0, m_choice->currentIndex()));
        BV_TRY(const ChangeWeather change, weatherChange(weatherPresets()[preset].weather));
        return change;
    }
    default: {
        BV_TRY(const Fleet chosen, fleet(m_choice->currentData().toString()));
        ChangeFleet change;
        for (const FleetShare &share : chosen.shares)
            change.shares.emplace_back(share.vehicle, share.share);
        return change;
    }
    }
}

Result<EditBody> EditForm::body() const
{
    if (!isOfRoad(*m_kind))
        return cityBody();
    if (m_link < 0)
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "Choose a road first: click it on the map."));
    return roadBody();
}

std::optional<DayWindow> EditForm::window() const
{
    if (m_window->currentIndex() < 1)
        return {};
    const DemandPeriod &period =
        m_model.base()->data().periods[static_cast<std::size_t>(m_window->currentIndex() - 1)];
    return DayWindow{period.fromHour, std::min(24.0, period.fromHour + period.hours)};
}

void EditForm::showSentence()
{
    if (m_filling || !m_kind || asksNothing(*m_kind) || !m_model.base())
        return;
    const Result<EditBody> made = body();
    m_add->setEnabled(made.has_value());
    if (!made) {
        m_sentence->clear();
        say(errorText(made.error()));
        return;
    }
    say({});
    m_sentence->setText(m_kind == Kind::Fleet || m_kind == Kind::Weather
            //: a sentence about an edit, and the choice that it stands for
            ? tr("%1 (%2)").arg(bodyText(*made, m_model.base().get()), m_choice->currentText())
            : bodyText(*made, m_model.base().get()));
}

void EditForm::add()
{
    if (!m_kind || !m_model.base())
        return;
    const Result<EditBody> made = body();
    if (!made) {
        if (asksNothing(*m_kind))
            m_kind.reset();
        say(errorText(made.error()));
        return;
    }
    const std::optional<DayWindow> when = window();
    close();
    m_model.addEdit(*made, when);
}

void EditForm::retranslate()
{
    m_find->setPlaceholderText(tr("Find a road"));
    m_find->setAccessibleName(tr("Find a road"));
    m_find->setToolTip(tr("Name of a road, or the numbers of its ends such as 10-16"));
    const struct
    {
        Kind kind;
        QString text;
        QString tip;
    } texts[] = {{Kind::Close, tr("Close"), tr("Close the road to traffic")},
        {Kind::Lanes, tr("Lanes…"), tr("More or fewer lanes; capacity changes with them")},
        {Kind::Speed, tr("Speed limit…"), tr("Another speed limit")},
        {Kind::Capacity, tr("Capacity…"), tr("Another capacity, in vehicles per hour")},
        {Kind::OneWay, tr("One-way"), tr("Close the other direction")},
        {Kind::Reverse, tr("Reverse"), tr("Let traffic run the other way")},
        {Kind::Toll, tr("Toll…"), tr("Charge whoever drives here")},
        {Kind::Signal, tr("Signal…"), tr("Seconds of waiting at its end, more or less")},
        {Kind::Demand, tr("Demand…"), tr("More or fewer trips")},
        {Kind::Event, tr("Event…"), tr("More trips to one zone")},
        {Kind::Weather, tr("Weather…"), tr("Rain, snow or fog on all roads")},
        {Kind::Fleet, tr("Fleet…"), tr("Other vehicles on all roads")}};
    for (const auto &each : texts) {
        chip(each.kind)->setText(each.text);
        chip(each.kind)->setToolTip(each.tip);
        chip(each.kind)->setAccessibleName(each.tip);
    }
    m_cityTitle->setTitle(tr("Whole city"));
    m_value->setAccessibleName(tr("New value"));
    m_value->setToolTip(tr("New value"));
    m_choice->setAccessibleName(tr("Choice"));
    m_choice->setToolTip(tr("Choice"));
    m_zones->setAccessibleName(tr("Zones"));
    m_zones->setToolTip(
        tr("Numbers of zones, with commas between; a click on the map fills it in"));
    m_scope->setAccessibleName(tr("How much of the road"));
    m_scope->setToolTip(tr("How much of the road"));
    m_window->setAccessibleName(tr("When"));
    m_window->setToolTip(tr("In which part of the day"));
    m_add->setText(tr("Add"));
    m_add->setToolTip(tr("Add this to the list of edits"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Change nothing"));
    fillWindows();
    showRoad();
    showFields();
}

void EditForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace belvedere::ui
