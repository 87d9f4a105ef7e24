// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/applied_case.h"
#include "support/made_base_case.h"
#include "support/verify_ok.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Edit edit(EditBody body, std::optional<DayWindow> window = {})
{
    return {QStringLiteral("e1"), {}, window, std::move(body)};
}

/// Two classes and two periods on a made grid.
std::shared_ptr<const BaseCase> base()
{
    static const std::shared_ptr<const BaseCase> made = [] {
        BaseCaseData data = madeBaseData({}, 7);
        AssignmentNetworkData network = data.network.data();
        VehicleClass trucks;
        trucks.name = QStringLiteral("trucks");
        trucks.carEquivalents = 2.0;
        network.classes.push_back(trucks);
        data.network = *AssignmentNetwork::make(std::move(network));
        DemandPeriod &morning = data.periods.front();
        morning.demand.push_back(
            morning.demand.front().scaled([](std::size_t, std::size_t) { return 0.1; }));
        DemandPeriod evening = morning;
        evening.name = QStringLiteral("evening");
        evening.fromHour = 16.0;
        evening.hours = 2.0;
        data.periods.push_back(std::move(evening));
        data.fleets.push_back(fleets().back());
        // Nobody knows how many lanes the last road has.
        data.roads.back().lanes = 0;
        return *BaseCase::make(std::move(data));
    }();
    return made;
}

LinkKey key(std::size_t link)
{
    return base()->links().keyOf(link);
}

QString text(std::size_t link)
{
    return linkKeyText(key(link));
}

std::vector<LinkKey> randomLinks(Random &random)
{
    std::vector<LinkKey> links;
    for (std::uint64_t k = 0; k <= random.below(3); ++k)
        links.push_back({std::int64_t(random.below(1000)), -std::int64_t(random.below(9)),
            int(random.below(3))});
    return links;
}

QStringList randomTexts(Random &random)
{
    QStringList texts;
    for (std::uint64_t k = 0; k < random.below(3); ++k)
        texts.append(QStringLiteral("ä \"%1\"").arg(random.below(100)));
    return texts;
}

Change randomChange(Random &random)
{
    return {random.uniform(0.1, 200.0), random.uniform() < 0.5};
}

EditBody randomBody(Random &random, std::size_t kind)
{
    switch (kind) {
    case 0:
        return CloseLinks{randomLinks(random)};
    case 1:
        return ChangeLanes{randomLinks(random), int(random.below(6))};
    case 2:
        return ChangeSpeed{randomLinks(random), randomChange(random), random.uniform()};
    case 3:
        return ChangeCapacity{randomLinks(random), randomChange(random)};
    case 4: {
        AddLink link;
        link.from = std::int64_t(random.below(100));
        link.to = std::int64_t(random.below(100)) + 100;
        link.lengthM = random.uniform(0.0, 5000.0);
        link.bothWays = random.uniform() < 0.5;
        link.roadClass = static_cast<RoadClass>(random.below(kRoadClassCount));
        link.name = QStringLiteral("Ring");
        link.shape = {{random.uniform(-180.0, 180.0), random.uniform(-90.0, 90.0)}, {1.0, 2.0}};
        return link;
    }
    case 5:
        return ChangeDirection{randomLinks(random),
            random.uniform() < 0.5 ? DirectionChange::OneWay : DirectionChange::Reverse};
    case 6:
        return SignalDelay{randomLinks(random), random.normal()};
    case 7:
        return ChargeToll{randomLinks(random), {random.uniform(), 1.0 / 3.0}, randomTexts(random)};
    case 8:
        return LowEmissionZone{randomLinks(random), randomTexts(random), randomTexts(random),
            QStringLiteral("car-electric")};
    case 9:
        return ChangeFleet{randomTexts(random),
            {{QStringLiteral("a"), random.uniform()}, {QStringLiteral("b"), random.uniform()}}};
    case 10:
        return DemandFactor{
            random.uniform(), {1, std::int64_t(random.below(100))}, {}, randomTexts(random)};
    case 11:
        return PlaceEvent{
            std::int64_t(random.below(10)), random.uniform(0.0, 1e5), 0.0, QStringLiteral("cars")};
    case 12:
        return ChangeWeather{random.uniform(), random.uniform()};
    default:
        return ApplyMeasures{randomLinks(random), randomTexts(random)};
    }
}

} // namespace

class tst_Edits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEditSurvivesJson()
    {
        Random random(17);
        for (int round = 0; round < 40; ++round)
            for (std::size_t kind = 0; kind < std::variant_size_v<EditBody>; ++kind) {
                Edit before{QStringLiteral("e%1").arg(round), QStringLiteral("n"), {},
                    randomBody(random, kind)};
                if (random.uniform() < 0.5)
                    before.window = DayWindow{random.uniform(0.0, 24.0), random.uniform(0.0, 24.0)};
                QCOMPARE(before.body.index(), kind);
                const auto after = editFromJson(editToJson(before));
                VERIFY_OK(after);
                QVERIFY2(*after == before, qPrintable(editKind(before.body)));
            }
    }

    void everyEditHasASentence()
    {
        Random random(3);
        for (std::size_t kind = 0; kind < std::variant_size_v<EditBody>; ++kind) {
            const EditSentence sentence = describe(randomBody(random, kind));
            const QString filled = fillIn(QString::fromUtf8(sentence.text), sentence.args);
            QVERIFY2(!filled.isEmpty() && !filled.contains(QLatin1Char('%')), qPrintable(filled));
        }
        const EditSentence close = describe(CloseLinks{{key(0), key(1)}}, base().get());
        QCOMPARE(fillIn(QString::fromUtf8(close.text), close.args),
            QStringLiteral("Close %1, %2").arg(text(0), text(1)));
    }

    void brokenJsonIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const char *json, const char *word) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(word);
        };
        row("no kind", R"({"links": ["1-2"]})", "kind");
        row("unknown kind", R"({"kind": "blow-up"})", "blow-up");
        row("no links", R"({"kind": "close"})", "links");
        row("empty links", R"({"kind": "close", "links": []})", "links");
        row("a link that is no link", R"({"kind": "close", "links": ["Elm St"]})", "Elm St");
        row("a misspelt field", R"({"kind": "close", "links": ["1-2"], "form": 3})", "form");
        row("a text for a number", R"({"kind": "lanes", "links": ["1-2"], "lanes": "two"})",
            "lanes");
        row("half a lane", R"({"kind": "lanes", "links": ["1-2"], "lanes": 1.5})", "lanes");
        row("both value and factor",
            R"({"kind": "capacity", "links": ["1-2"], "vehH": 3, "times": 2})", "times");
        row("neither value nor factor", R"({"kind": "speed", "links": ["1-2"]})", "limitKmh");
        row("one hour", R"({"kind": "weather", "hours": [3]})", "hours");
        row("a direction", R"({"kind": "direction", "links": ["1-2"], "change": "up"})", "up");
        row("a class of roads", R"({"kind": "new-link", "from": 1, "to": 2, "class": "path"})",
            "path");
    }

    void brokenJsonIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, word);
        const auto read = editFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!read);
        QVERIFY2(read.error().message().contains(word), qPrintable(read.error().message()));
    }

    void badEditsAreNamed_data()
    {
        QTest::addColumn<Edit>("change");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, EditBody body, const QString &word,
                             std::optional<DayWindow> window = {}) {
            QTest::newRow(name) << edit(std::move(body), window) << word;
        };
        const std::vector<LinkKey> one = {key(2)};
        const QString name = text(2);
        row("unknown link", CloseLinks{{{999, 998, 0}}}, QStringLiteral("999-998"));
        row("second of one link", CloseLinks{{{key(2).from, key(2).to, 1}}}, name);
        row("no link", CloseLinks{}, QStringLiteral("No link"));
        row("a link twice", CloseLinks{{key(2), key(2)}}, name);
        row("no lanes", ChangeLanes{one, 0}, name);
        row("lanes not known", ChangeLanes{{key(base()->data().roads.size() - 1)}, 2},
            text(base()->data().roads.size() - 1));
        row("no speed", ChangeSpeed{one, {0.0, false}, 1.0}, name);
        row("backwards", ChangeSpeed{one, {-30.0, false}, 1.0}, name);
        row("speed NaN", ChangeSpeed{one, {kNaN, true}, 1.0}, name);
        row("followed twice", ChangeSpeed{one, {50.0, false}, 2.0}, QStringLiteral("0 to 1"));
        row("zero capacity", ChangeCapacity{one, {0.0, false}}, name);
        row("negative capacity", ChangeCapacity{one, {-1.0, true}}, name);
        row("a signal that gives time", SignalDelay{one, -1e6}, name);
        row("negative toll", ChargeToll{one, {-1.0}, {QStringLiteral("cars")}},
            QStringLiteral("-1"));
        row("tolls for others", ChargeToll{one, {1.0, 2.0}, {QStringLiteral("cars")}},
            QStringLiteral("2 tolls"));
        row("no value of time", ChargeToll{one, {1.0}, {}}, QStringLiteral("trucks"));
        row("unknown class", ChargeToll{one, {1.0}, {QStringLiteral("bikes")}},
            QStringLiteral("bikes"));
        row("a zone for all", LowEmissionZone{one, {}, {}, {}}, QStringLiteral("nobody"));
        row("an unknown vehicle",
            LowEmissionZone{one, {}, {QStringLiteral("ufo")}, QStringLiteral("ufo")},
            QStringLiteral("ufo"));
        row("half a fleet", ChangeFleet{{}, {{vehicleTypes().front().id, 0.5}}},
            QStringLiteral("1"));
        row("a fleet by the hour", ChangeFleet{{}, {{vehicleTypes().front().id, 1.0}}},
            QStringLiteral("all day"), DayWindow{16.0, 18.0});
        row("negative demand", DemandFactor{-1.0, {}, {}, {}}, QStringLiteral("-1"));
        row("unknown zone", DemandFactor{1.0, {77}, {}, {}}, QStringLiteral("77"));
        row("an event nowhere", PlaceEvent{77, 1.0, 0.0, {}}, QStringLiteral("77"));
        row("a negative event", PlaceEvent{1, -5.0, 0.0, {}}, QStringLiteral("-5"));
        row("no capacity in the rain", ChangeWeather{0.0, 1.0}, QStringLiteral("0"));
        row("no such hours", ChangeWeather{}, QStringLiteral("period"), DayWindow{1.0, 2.0});
        row("hours of another planet", ChangeWeather{}, QStringLiteral("25"), DayWindow{1.0, 25.0});
        row("an unknown measure", ApplyMeasures{one, {QStringLiteral("prayer")}},
            QStringLiteral("prayer"));
        AddLink link;
        link.from = 1;
        link.to = 1;
        row("a link to itself", link, QStringLiteral("itself"));
        link.to = 4711;
        row("a link to nowhere", link, QStringLiteral("4711"));
        link.to = 9;
        link.capacityVehH = 0.0;
        row("a link without capacity", link, QStringLiteral("1-9"));
        link.capacityVehH = 800.0;
        link.limitKmh = -1.0;
        row("a link without speed", link, QStringLiteral("1-9"));
    }

    void badEditsAreNamed()
    {
        QFETCH(Edit, change);
        QFETCH(QString, word);
        const QString hash = base()->hash();
        const auto applied = applyEdits(base(), {edit(ChangeWeather{0.9, 0.9}), change});
        QVERIFY(!applied);
        const QString message = applied.error().message();
        QVERIFY2(message.startsWith(QStringLiteral("Edit 2 (")), qPrintable(message));
        QVERIFY2(message.contains(word), qPrintable(message));
        QCOMPARE(base()->hash(), hash);
        QVERIFY(unchangedCase(base()).periods.front().unchanged);
    }

    void aClosedLinkIsNotEdited()
    {
        const auto twice =
            applyEdits(base(), {edit(CloseLinks{{key(2)}}), edit(ChangeLanes{{key(2)}, 3})});
        QVERIFY(!twice);
        QVERIFY(twice.error().message().contains(text(2)));
        QVERIFY(twice.error().message().contains(QStringLiteral("edit 1")));
        // Closed in the evening alone, there is a morning to widen it in.
        const auto partly = applyEdits(base(),
            {edit(CloseLinks{{key(2)}}, DayWindow{16.0, 19.0}),
                edit(ChangeCapacity{{key(2)}, {2.0, true}})});
        VERIFY_OK(partly);
        const double capacity = base()->network().links()[2].delay.capacity;
        QCOMPARE(partly->periods[0].network->links()[2].delay.capacity, 2.0 * capacity);
        QVERIFY(!partly->periods[1].network->links()[2].open);
        QVERIFY(!applyEdits(base(),
            {edit(CloseLinks{{key(2)}}, DayWindow{16.0, 19.0}),
                edit(ChangeLanes{{key(2)}, 2}, DayWindow{16.0, 19.0})}));
    }

    void hoursChooseTheirPeriods()
    {
        const auto applied =
            applyEdits(base(), {edit(ChangeWeather{0.8, 0.9}, DayWindow{15.0, 18.0})});
        VERIFY_OK(applied);
        QVERIFY(applied->periods[0].unchanged);
        QVERIFY(!applied->periods[1].unchanged);
        QVERIFY(DayWindow({22.0, 6.0}).contains(23.0) && DayWindow({22.0, 6.0}).contains(5.0));
        QVERIFY(!DayWindow({22.0, 6.0}).contains(12.0));
    }

    void speedLeavesTheSignalAlone()
    {
        const double time = base()->network().links()[2].delay.freeTime;
        const auto applied = applyEdits(base(),
            {edit(SignalDelay{{key(2)}, 30.0}), edit(ChangeSpeed{{key(2)}, {0.5, true}, 1.0})});
        VERIFY_OK(applied);
        const double after = applied->periods[0].network->links()[2].delay.freeTime;
        QVERIFY(std::abs(after - (2.0 * time + 0.5)) < 1e-12);
    }

    void aSignAloneIsFollowedByAQuarter()
    {
        const auto applied = applyEdits(base(), {edit(ChangeSpeed{{key(2)}, {0.6, true}, 0.25})});
        VERIFY_OK(applied);
        const double ratio = base()->network().links()[2].delay.freeTime
            / applied->periods[0].network->links()[2].delay.freeTime;
        QVERIFY(std::abs(ratio - 0.9) < 1e-12);
    }

    void oneWayClosesTheOtherDirection()
    {
        const auto applied =
            applyEdits(base(), {edit(ChangeDirection{{key(2)}, DirectionChange::OneWay})});
        VERIFY_OK(applied);
        const auto reverse = static_cast<std::size_t>(base()->reverseOf(2));
        QVERIFY(applied->periods[0].network->links()[2].open);
        QVERIFY(!applied->periods[0].network->links()[reverse].open);
        // Both directions at once would close the road.
        QVERIFY(!applyEdits(
            base(), {edit(ChangeDirection{{key(2), key(reverse)}, DirectionChange::OneWay})}));
    }

    void aReversedLinkRunsTheOtherWay()
    {
        const auto applied =
            applyEdits(base(), {edit(ChangeDirection{{key(2)}, DirectionChange::Reverse})});
        VERIFY_OK(applied);
        const auto &links = applied->periods[0].network->links();
        QCOMPARE(links.size(), base()->network().links().size() + 1);
        QVERIFY(!links[2].open);
        QCOMPARE(links.back().from, links[2].to);
        QCOMPARE(links.back().to, links[2].from);
        QCOMPARE(applied->links.keyOf(links.size() - 1), (LinkKey{key(2).to, key(2).from, 1}));
    }

    void newLinksTakeEditsToo()
    {
        AddLink link;
        link.from = 9;
        link.to = 20;
        link.bothWays = true;
        link.lengthM = 2000.0;
        link.limitKmh = 60.0;
        const auto applied = applyEdits(base(), {edit(link), edit(ChangeLanes{{{9, 20, 0}}, 2})});
        VERIFY_OK(applied);
        const auto &links = applied->periods[0].network->links();
        QCOMPARE(links.size(), base()->network().links().size() + 2);
        QCOMPARE(links[links.size() - 2].delay.freeTime, 2.0);
        QCOMPARE(links[links.size() - 2].delay.capacity, 1600.0);
        QCOMPARE(links.back().delay.capacity, 800.0);
    }

    void tollsAndZonesReachTheirClasses()
    {
        const auto applied = applyEdits(base(),
            {edit(ChargeToll{{key(2)}, {3.0}, {QStringLiteral("cars")}}),
                edit(LowEmissionZone{{key(3)}, {QStringLiteral("trucks")}, {}, {}})});
        VERIFY_OK(applied);
        const AssignmentNetwork &network = *applied->periods[1].network;
        QCOMPARE(network.fixedCost(0, 2) - base()->network().fixedCost(0, 2), 1.5);
        QCOMPARE(network.fixedCost(1, 2), base()->network().fixedCost(1, 2));
        QVERIFY(network.usable(0, 3) && !network.usable(1, 3));
    }

    void zonesReplaceVehiclesWhateverTheOrder()
    {
        const QString old = base()->data().fleets.front().shares.front().vehicle;
        const QString clean = fleets().back().shares.front().vehicle;
        ChangeFleet all;
        all.classes = {QStringLiteral("cars")};
        all.shares = {{old, 1.0}};
        const LowEmissionZone zone{{key(2)}, {}, {old}, clean};
        for (const bool zoneFirst : {true, false}) {
            const auto applied = applyEdits(base(),
                zoneFirst ? std::vector<Edit>{edit(zone), edit(all)}
                          : std::vector<Edit>{edit(all), edit(zone)});
            VERIFY_OK(applied);
            QCOMPARE(applied->fleetOfLink[0][3], std::uint16_t(0));
            const Fleet &inside = applied->fleets[applied->fleetOfLink[0][2]];
            double share = 0.0;
            for (const FleetShare &part : inside.shares)
                share += part.vehicle == clean ? part.share : 0.0;
            QCOMPARE(share, 1.0);
        }
    }

    void guestsComeAsUsual()
    {
        const OdMatrix &before = base()->data().periods[0].demand[0];
        const auto applied = applyEdits(base(), {edit(PlaceEvent{3, 900.0, 300.0, {}})});
        VERIFY_OK(applied);
        const OdMatrix &after = applied->periods[0].demand->front();
        QVERIFY(std::abs(after.total() - before.total() - 1200.0) < 1e-6);
        QVERIFY(std::abs((*applied->periods[0].demand)[1].total()
                    - base()->data().periods[0].demand[1].total())
            < 1e-9);
    }

    void anOtherBaseHasAnotherHash()
    {
        BaseCaseData data = madeBaseData({}, 7);
        const QString hash = (*BaseCase::make(data))->hash();
        QCOMPARE((*BaseCase::make(data))->hash(), hash);
        data.roads[4].lengthM += 1e-9;
        QVERIFY((*BaseCase::make(data))->hash() != hash);
    }
};

QTEST_GUILESS_MAIN(tst_Edits)
#include "tst_edits.moc"
