// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/scenario_tree.h"

#include "scenario/base_case_bytes.h"
#include "scenario/scenario_archive.h"
#include "support/made_base_case.h"
#include "support/memory_store.h"
#include "support/verify_ok.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

namespace {

Edit weather(const QString &id, double capacity)
{
    return {id, {}, {}, ChangeWeather{capacity, 1.0}};
}

/// base → a → b; a uses "park", b uses "ride", which depends on "park"; "toll" excludes "park".
ScenarioTree tree()
{
    ScenarioTree made;
    made.title = QStringLiteral("plans");
    made.modifications = {{QStringLiteral("park"), QStringLiteral("Park"),
                              {weather(QStringLiteral("e1"), 0.1)}, {}, {}},
        {QStringLiteral("ride"), QStringLiteral("Ride"), {weather(QStringLiteral("e1"), 0.2)},
            {QStringLiteral("park")}, {}},
        {QStringLiteral("toll"), QStringLiteral("Toll"), {weather(QStringLiteral("e1"), 0.3)}, {},
            {QStringLiteral("park")}}};
    made.scenarios = {{QStringLiteral("a"), QStringLiteral("First"), {}, {},
                          {QStringLiteral("park")}, {weather(QStringLiteral("e1"), 0.4)}},
        {QStringLiteral("b"), QStringLiteral("Second"), {}, QStringLiteral("a"),
            {QStringLiteral("park"), QStringLiteral("ride")},
            {weather(QStringLiteral("e1"), 0.5)}}};
    return made;
}

std::vector<double> capacities(const std::vector<Edit> &edits)
{
    std::vector<double> values;
    for (const Edit &edit : edits)
        values.push_back(std::get<ChangeWeather>(edit.body).capacity);
    return values;
}

} // namespace

class tst_ScenarioTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parentsComeFirstAndModificationsOnce()
    {
        VERIFY_OK(checkTree(tree()));
        const auto first = editsOf(tree(), QStringLiteral("First"));
        VERIFY_OK(first);
        QCOMPARE(capacities(*first), (std::vector<double>{0.1, 0.4}));
        const auto second = editsOf(tree(), QStringLiteral("b"));
        VERIFY_OK(second);
        QCOMPARE(capacities(*second), (std::vector<double>{0.1, 0.4, 0.2, 0.5}));
        const auto none = editsOf(tree(), QString());
        VERIFY_OK(none);
        QVERIFY(none->empty());
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<std::function<void(ScenarioTree &)>>("change");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, std::function<void(ScenarioTree &)> change,
                             const QStringList &words) {
            QTest::newRow(name) << std::move(change) << words;
        };
        const QString park = QStringLiteral("park");
        row("a dependency is missing",
            [](ScenarioTree &t) {
                t.scenarios[0].modifications.clear();
                t.scenarios[1].modifications = {QStringLiteral("ride")};
            },
            {QStringLiteral("Second"), QStringLiteral("Ride"), QStringLiteral("Park")});
        row("a dependency comes too late",
            [park](ScenarioTree &t) {
                t.scenarios[0].modifications = {QStringLiteral("ride"), park};
            },
            {QStringLiteral("First"), QStringLiteral("Ride")});
        row("two exclude each other",
            [](ScenarioTree &t) { t.scenarios[1].modifications.append(QStringLiteral("toll")); },
            {QStringLiteral("Second"), QStringLiteral("Toll"), QStringLiteral("Park")});
        row("an unknown modification",
            [](ScenarioTree &t) { t.scenarios[0].modifications.append(QStringLiteral("x")); },
            {QStringLiteral("First"), QStringLiteral("x")});
        row("no indicator", [](ScenarioTree &t) { t.kpis.clear(); }, {QStringLiteral("indicator")});
        row("an unknown indicator", [](ScenarioTree &t) { t.kpis = {QStringLiteral("beauty")}; },
            {QStringLiteral("beauty")});
        row("a parent after its child",
            [](ScenarioTree &t) { std::swap(t.scenarios[0], t.scenarios[1]); },
            {QStringLiteral("Second"), QStringLiteral("\"a\"")});
        row("its own parent", [](ScenarioTree &t) { t.scenarios[0].parent = QStringLiteral("a"); },
            {QStringLiteral("First")});
        row("an id twice", [](ScenarioTree &t) { t.scenarios[1].id = QStringLiteral("a"); },
            {QStringLiteral("\"a\"")});
        row("an edit twice",
            [](ScenarioTree &t) { t.scenarios[1].edits.push_back(t.scenarios[1].edits[0]); },
            {QStringLiteral("Second"), QStringLiteral("e1")});
        row("a modification that excludes itself",
            [park](ScenarioTree &t) { t.modifications[0].excludes = {park}; },
            {QStringLiteral("Park")});
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(std::function<void(ScenarioTree &)>, change);
        QFETCH(QStringList, words);
        ScenarioTree wrong = tree();
        change(wrong);
        const auto checked = checkTree(wrong);
        QVERIFY(!checked);
        for (const QString &word : words)
            QVERIFY2(
                checked.error().message().contains(word), qPrintable(checked.error().message()));
    }

    void filesKeepEverything()
    {
        const QTemporaryDir folder;
        ScenarioTree before = tree();
        before.baseHash = QStringLiteral("abc");
        before.files = BaseCaseFiles();
        before.files->network = QDir(folder.path()).filePath(QStringLiteral("net.tntp"));
        before.files->trips = QDir(folder.path()).filePath(QStringLiteral("trips.tntp"));
        before.files->tollFactor = 0.02;
        const QString file = QDir(folder.path()).filePath(QStringLiteral("plans.json"));
        VERIFY_OK(writeScenarioFile(file, before));
        const auto after = readScenarioFile(file);
        VERIFY_OK(after);
        QVERIFY(*after == before);
    }

    void aListOfEditsIsAScenario()
    {
        const auto read = treeFromJson(QJsonDocument::fromJson(R"({"title": "Works", "edits": [
            {"kind": "close", "links": ["10-16", "16-10"]}, {"kind": "weather"}]})")
                                           .object());
        VERIFY_OK(read);
        QCOMPARE(read->scenarios.size(), std::size_t(1));
        QCOMPARE(read->scenarios[0].name, QStringLiteral("Works"));
        QVERIFY(read->scenarios[0].edits[0].id != read->scenarios[0].edits[1].id);
        const auto wrong = treeFromJson(
            QJsonDocument::fromJson(R"({"edits": [{"kind": "weather"}, {"kind": "closed"}]})")
                .object());
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().message().contains(QStringLiteral("edit 2")),
            qPrintable(wrong.error().message()));
    }

    void otherCitiesAreRefused()
    {
        const auto here = madeBaseCase({}, 1);
        ScenarioTree there = tree();
        there.baseHash = madeBaseCase({}, 2)->hash();
        const auto checked = checkBase(there, *here);
        QVERIFY(!checked);
        QVERIFY(checked.error().message().contains(QStringLiteral("another city")));
        there.baseHash = here->hash();
        VERIFY_OK(checkBase(there, *here));
    }

    void theCityKeepsBasesAndTrees()
    {
        const QTemporaryDir folder;
        const auto store = std::make_shared<test::MemoryStore>(folder.path());
        ScenarioArchive archive(store);
        const auto base = madeBaseCase({}, 1);
        VERIFY_OK(archive.addBase(*base));
        const auto known = archive.bases();
        VERIFY_OK(known);
        QCOMPARE(known->size(), std::size_t(1));
        QCOMPARE(known->front().links, qint64(base->network().links().size()));
        const auto read = archive.base(base->hash());
        VERIFY_OK(read);
        QCOMPARE((*read)->hash(), base->hash());
        QCOMPARE((*read)->data().stations.size(), base->data().stations.size());
        QVERIFY(!archive.base(QString(64, QLatin1Char('0'))));
        QVERIFY(!archive.base(QStringLiteral("../../etc/passwd")));

        const auto id = archive.writeTree({}, tree());
        VERIFY_OK(id);
        VERIFY_OK(archive.writeTree(*id, tree()));
        const auto trees = archive.trees();
        VERIFY_OK(trees);
        QCOMPARE(trees->size(), std::size_t(1));
        QVERIFY(trees->front().tree == tree());
        VERIFY_OK(archive.removeTree(*id));
        QVERIFY(archive.trees()->empty());
        VERIFY_OK(archive.removeBase(base->hash()));
        QVERIFY(archive.bases()->empty());
        QVERIFY(!archive.base(base->hash()));
    }

    void damagedBasesAreRefused()
    {
        const QByteArray whole = baseCaseBytes(madeBaseData({}, 1));
        VERIFY_OK(baseCaseOf(whole));
        for (qsizetype length = 0; length < whole.size(); length += 97)
            QVERIFY(!baseCaseOf(whole.left(length)));
        // A changed byte is read as another base case or refused, never a crash.
        Random random(4);
        for (int round = 0; round < 300; ++round) {
            QByteArray changed = whole;
            changed[qsizetype(random.below(std::uint64_t(whole.size())))] = char(random.below(256));
            const auto read = baseCaseOf(changed);
            QVERIFY(changed == whole || !read || (*read)->hash() != QString());
        }
    }
};

QTEST_GUILESS_MAIN(tst_ScenarioTree)
#include "tst_scenario_tree.moc"
