// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/fuzzy_match.h"
#include "search/name_index.h"
#include "search/pinyin.h"

#include <QRandomGenerator>
#include <QTest>

using namespace belvedere::ui;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

std::vector<NamedThing> named(const QStringList &names)
{
    std::vector<NamedThing> things;
    for (const QString &name : names)
        things.push_back({name, {}, name});
    return things;
}

} // namespace

class tst_FuzzyMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bestComesFirst_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("best"); // empty: nothing fits
        const auto row = [](const char *name, const char *query, const QStringList &names,
                             const char *best) {
            QTest::newRow(name) << text(query) << names << text(best);
        };
        const QStringList commands = {text("Go to time"), text("Go to Operate"),
            text("Reset layout"), text("Theme: Light"), text("Theme: Dark"), text("Set speed"),
            text("Step forward"), text("Zoom to fit"), text("Show legend")};
        row("prefix", "the", commands, "Theme: Dark");
        row("wordStarts", "gtt", commands, "Go to time");
        row("twoWords", "theme light", commands, "Theme: Light");
        row("wordsInAnyOrder", "light theme", commands, "Theme: Light");
        row("secondWord", "layout", commands, "Reset layout");
        row("middleOfWord", "gend", commands, "Show legend");
        row("capitals", "ZOOM", commands, "Zoom to fit");
        row("swapped", "themr ligth", commands, "Theme: Light");
        row("missing", "lgend", commands, "Show legend");
        row("tooMany", "speeed", commands, "Set speed");
        row("wrong", "laiout", commands, "Reset layout");
        row("twoWrong", "operetwonal", {text("Operational view")}, "Operational view");
        row("nothing", "xyzzy", commands, "");
        row("strewn", "rbt", {text("Properly elaborated letter")}, "");
        row("exactBeforeLonger", "elm", {text("Elm Street North"), text("Elm")}, "Elm");
        row("startBeforeMiddle", "main", {text("Domain Road"), text("Main Road")}, "Main Road");
        row("accents", "cafe", {text("Café Zürich")}, "Café Zürich");
        row("accentsTyped", "zürich", {text("Zurich Road")}, "Zurich Road");
        row("han", "中山", {text("人民路"), text("中山东路"), text("中国山路")}, "中山东路");
        row("hanApart", "中路", {text("人民路"), text("中山东路")}, "中山东路");
        row("pinyin", "zsdl", {text("人民路"), text("中山东路")}, "中山东路");
        row("pinyinSpeed", "gs", {text("人民路"), text("G15 高速")}, "G15 高速");
        row("fullWidth", "ｅｌｍ", {text("Elm Street")}, "Elm Street");
        row("empty", "  ", commands, "");
    }
    void bestComesFirst()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, names);
        QFETCH(QString, best);
        const NameIndex index(named(names));
        const auto hits = index.search(query, 5);
        QCOMPARE(hits.empty() ? QString() : hits.front().title, best);
    }

    void positions_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<int>>("positions");
        QTest::newRow("prefix") << text("go") << text("Go to time") << QList<int>{0, 1};
        QTest::newRow("wordStarts") << text("gtt") << text("Go to time") << QList<int>{0, 3, 6};
        // The beginning of the second word is worth more than an earlier letter in the first.
        QTest::newRow("laterIsBetter") << text("st") << text("Rest stop") << QList<int>{5, 6};
        QTest::newRow("han") << text("东路") << text("中山东路") << QList<int>{2, 3};
        QTest::newRow("pinyin") << text("sd") << text("中山东路") << QList<int>{1, 2};
    }
    void positions()
    {
        QFETCH(QString, query);
        QFETCH(QString, name);
        QFETCH(QList<int>, positions);
        const FuzzyText prepared(name);
        const auto match = FuzzyQuery(query).match(prepared.view(), true);
        QVERIFY(match);
        QCOMPARE(QList<int>(match->positions.begin(), match->positions.end()), positions);
    }

    void extraCountsLess()
    {
        const FuzzyText title(text("Preferences"));
        const FuzzyText keywords(text("settings options"));
        const FuzzyQuery query(text("settings"));
        QVERIFY(!query.match(title.view(), false));
        const auto byKeyword = query.match(title.view(), keywords.view(), false);
        const auto byTitle = query.match(FuzzyText(text("Settings")).view(), false);
        QVERIFY(byKeyword && byTitle);
        QVERIFY(byKeyword->score < byTitle->score);
        QVERIFY(byKeyword->positions.empty());
    }

    /// Whatever is typed, a score lies between 0 and 110 and the positions are letters of the
    /// query in the name, ascending.
    void invariants()
    {
        QRandomGenerator random(7);
        const QString letters = text("abcde 中山路fgXY9");
        const auto any = [&](int most) {
            QString s;
            for (int i = random.bounded(1, most); i > 0; --i)
                s += letters.at(random.bounded(int(letters.size())));
            return s;
        };
        for (int i = 0; i < 3000; ++i) {
            const QString name = any(30);
            const QString query = any(8);
            const auto match = FuzzyQuery(query).match(FuzzyText(name).view(), false);
            if (!match)
                continue;
            QVERIFY(match->score > 0.0 && match->score <= 110.0);
            for (std::size_t k = 0; k < match->positions.size(); ++k) {
                QVERIFY(match->positions[k] >= 0 && match->positions[k] < name.size());
                QVERIFY(k == 0 || match->positions[k] > match->positions[k - 1]);
            }
        }
    }

    void limitAndCancel()
    {
        QStringList names;
        for (int i = 0; i < 5000; ++i)
            names += QStringLiteral("Street %1").arg(i);
        const NameIndex index(named(names));
        QCOMPARE(index.search(text("street"), 7).size(), std::size_t(7));
        QCOMPARE(index.search(text("street 4999"), 7).front().title, text("Street 4999"));
        QVERIFY(index.search(text("street"), 7, [] { return true; }).empty());
        QVERIFY(index.search(text("street"), 0).empty());
    }

    void pinyinInitials()
    {
        QCOMPARE(pinyinInitial(u'北'), u'b');
        QCOMPARE(pinyinInitial(u'上'), u's');
        QCOMPARE(pinyinInitial(u'a'), u'\0');
        QCOMPARE(pinyinInitial(u'\x9FFF'), u'\0');
    }
};

QTEST_GUILESS_MAIN(tst_FuzzyMatch)
#include "tst_fuzzy_match.moc"
