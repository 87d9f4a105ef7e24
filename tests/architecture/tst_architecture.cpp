// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/banned_spellings.h"
#include "architecture/layer_rules.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace belvedere;
using namespace belvedere::architecture;

namespace {

const QString kSourceDir = QStringLiteral(BELVEDERE_SOURCE_DIR);

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

std::vector<SourceText> sourcesBelow(const QStringList &roots)
{
    std::vector<SourceText> sources;
    for (const QString &root : roots) {
        QDirIterator files(kSourceDir + QLatin1Char('/') + root,
            {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
            QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            sources.push_back({path.mid(kSourceDir.size() + 1), readText(path)});
        }
    }
    return sources;
}

Result<LayerRules> realRules()
{
    return LayerRules::parse(
        readText(kSourceDir + QLatin1String("/tests/architecture/layers.txt")));
}

void reportAll(const QStringList &violations)
{
    for (const QString &violation : violations)
        qWarning("%s", qUtf8Printable(violation));
}

} // namespace

class tst_Architecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listIsRead();
    void badListIsRefused_data();
    void badListIsRefused();
    void includeIsJudged_data();
    void includeIsJudged();
    void spellingIsJudged_data();
    void spellingIsJudged();
    void formIsJudged_data();
    void formIsJudged();
    void strangersStayApart_data();
    void strangersStayApart();
    void treeKeepsTheRules();
};

void tst_Architecture::listIsRead()
{
    const auto rules = realRules();
    QVERIFY2(rules, rules ? "" : qUtf8Printable(rules.error().message()));
    QVERIFY(rules->allowedFrom(QStringLiteral("registry")).contains(QStringLiteral("training")));
}

void tst_Architecture::badListIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("twoColumns") << QStringLiteral("core/base | base\n")
                                << QStringLiteral("Three columns");
    QTest::newRow("folderTwice") << QStringLiteral("core/base | |\ncore/base | |\n")
                                 << QStringLiteral("listed twice");
    QTest::newRow("unknownFolder")
        << QStringLiteral("core/base | geometry |\n") << QStringLiteral("not listed");
    QTest::newRow("cycle") << QStringLiteral("core/a | b |\ncore/b | c |\ncore/c | a |\n")
                           << QStringLiteral("include each other");
}

void tst_Architecture::badListIsRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto rules = LayerRules::parse(text);
    QVERIFY(!rules);
    QVERIFY2(rules.error().message().contains(message), qUtf8Printable(rules.error().message()));
}

void tst_Architecture::includeIsJudged_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    QTest::addColumn<QString>("message"); // empty: allowed

    const auto row = [](const char *name, const char *path, const char *include,
                         const char *message = "") {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(include)
                            << QString::fromLatin1(message);
    };
    row("upward", "core/base/x.cpp", "\"city/site.h\"", "core/base may not include");
    row("trainingSeesNeural", "core/training/x.cpp", "\"models/neural/neural_forecaster.h\"",
        "core/training may not include");
    row("mapSeesDomain", "ui/map/x.cpp", "\"training/trainer.h\"", "ui/map may not include");
    row("mapPainterSeesDomain", "ui/map/painters/x.cpp", "\"data/series.h\"",
        "ui/map may not include");
    row("coreSeesUi", "core/training/x.cpp", "\"common/format.h\"", "may not include");
    row("workspaceSeesOther", "ui/operate/x.cpp", "\"analyse/run_controller.h\"",
        "ui/operate may not include");
    row("torchInUi", "ui/analyse/x.cpp", "<torch/torch.h>", "(torch)");
    row("atenInTraining", "core/training/x.cpp", "<ATen/ATen.h>", "(ATen)");
    row("widgetInCore", "core/data/x.cpp", "<QWidget>", "(QtWidgets)");
    row("colourInCore", "core/city/x.cpp", "<QColor>", "(QtGui)");
    row("moduleFolderInCore", "core/city/x.cpp", "<QtGui/QColor>", "(QtGui)");
    row("sqlInHeader", "core/data/store/x.h", "<QSqlDatabase>", ".cpp files only");
    row("sqlInUi", "ui/analyse/x.cpp", "<QSqlQuery>", "(QtSql)");
    row("boostInHeader", "core/city/x.h", "<boost/geometry.hpp>", ".cpp files only");
    row("commandLineInCore", "core/base/x.cpp", "<CLI/CLI.hpp>", "(CLI)");
    row("openMpInTraining", "core/training/x.cpp", "<omp.h>", "(omp)");
    row("wholeModule", "core/data/x.cpp", "<QtConcurrent>", "whole module");
    row("unknownQtClass", "core/data/x.cpp", "<QNoSuchClass>", "(QNoSuchClass)");
    row("unknownFolder", "core/magic/x.cpp", "<vector>", "not in layers.txt");
    row("includeFromUnknownFolder", "core/data/x.cpp", "\"magic/wand.h\"", "layers.txt");
    row("withoutFolder", "core/data/x.cpp", "\"series.h\"", "from the root");

    row("ownFolder", "core/data/x.cpp", "\"data/series.h\"");
    row("allowedFolder", "core/data/x.cpp", "\"city/site.h\"");
    row("allowedFolderInHeader", "core/data/store/x.h", "\"data/dataset.h\"");
    row("standard", "core/base/x.cpp", "<vector>");
    row("operatingSystem", "core/data/store/x.cpp", "<unistd.h>");
    row("qtCore", "core/data/x.cpp", "<QString>");
    row("sqlInSource", "core/data/store/x.cpp", "<QSqlDatabase>");
    row("torchInNeural", "core/models/neural/x.cpp", "<torch/torch.h>");
    row("widgetInUi", "ui/common/x.cpp", "<QWidget>");
    row("chartInCharts", "ui/charts/x.cpp", "<QLineSeries>");
    row("ownMocFile", "ui/common/x.cpp", "\"x.moc\"");
    row("anythingInApp", "app/ctl/x.cpp", "<CLI/CLI.hpp>");
}

void tst_Architecture::includeIsJudged()
{
    QFETCH(QString, path);
    QFETCH(QString, include);
    QFETCH(QString, message);
    const auto rules = realRules();
    QVERIFY(rules);
    const QStringList found =
        rules->violations({path, QStringLiteral("// comment\n#include %1\n").arg(include)});
    if (message.isEmpty()) {
        QCOMPARE(found, QStringList());
        return;
    }
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().contains(message), qUtf8Printable(found.first()));
    // The same line in a comment is no include. A folder that is not listed is always wrong.
    const QStringList commented =
        rules->violations({path, QStringLiteral("/* #include %1 */\n").arg(include)});
    QCOMPARE(commented.isEmpty(), !path.startsWith(QLatin1String("core/magic/")));
}

void tst_Architecture::spellingIsJudged_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("count");

    const auto row = [](const char *name, const char *path, const char *code, int count) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(code) << count;
    };
    row("thenThis", "ui/operate/x.cpp", "future.then(this, [] {});", 1);
    row("thenThisOverTwoLines", "ui/operate/x.cpp", "future.then(\n    this, [] {});", 1);
    row("resultInUi", "ui/operate/x.cpp", "use(future.result());", 1);
    row("waitInUi", "ui/operate/x.cpp", "watcher->waitForFinished();", 1);
    row("resultInCore", "core/base/x.cpp", "hash.result();", 0);
    row("resultAtInUi", "ui/common/x.h", "future.resultAt(0);", 0);
    row("globalPool", "core/base/x.cpp", "QThreadPool::globalInstance()->start(f);", 1);
    row("stdThread", "core/base/x.cpp", "std::thread worker(f);", 1);
    row("thisThread", "core/base/x.cpp", "std::this_thread::yield();", 0);
    row("openGl", "ui/charts/x.cpp", "series->setUseOpenGL(true);", 1);
    row("qDebug", "ui/map/x.cpp", "qDebug() << 1;", 1);
    row("qCWarning", "ui/map/x.cpp", "qCWarning(logMap) << 1;", 0);
    row("trInCore", "core/data/x.cpp", "return tr(\"No data\");", 1);
    row("trInUi", "ui/map/x.cpp", "return tr(\"No data\");", 0);
    row("wordEndingInTr", "core/data/x.cpp", "f(addStr(1), QStringLiteral(\"tr(\"));", 0);
    row("coutInCore", "core/data/x.cpp", "std::cout << 1;", 1);
    row("printfInCore", "core/data/x.cpp", "printf(\"%d\", 1); std::fprintf(stderr, \"\");", 2);
    row("snprintfInCore", "core/data/x.cpp", "std::snprintf(buffer, 4, \"%d\", 1);", 0);
    row("exitInCore", "core/data/x.cpp", "std::exit(1);", 1);
    row("inComment", "core/data/x.cpp", "// never tr(), std::cout or exit(1)\n/* qDebug() */", 0);
    row("inText", "core/data/x.cpp", "f(\"// qDebug() \\\" exit(1)\");", 0);
    row("inRawText", "core/data/x.cpp", "f(R\"x(\" qDebug() )x\"); qDebug();", 1);
    row("afterDigitSeparator", "core/data/x.cpp", "f(1'000); qDebug(); f(2'000);", 1);
    row("afterQuoteCharacter", "core/data/x.cpp", "f('\"'); qDebug(); f('\"');", 1);
}

void tst_Architecture::spellingIsJudged()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    QFETCH(int, count);
    const QStringList found = bannedSpellings({path, code});
    QVERIFY2(found.size() == count, qUtf8Printable(found.join(QLatin1Char('\n'))));
}

void tst_Architecture::formIsJudged_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    const QString licence = QStringLiteral("// SPDX-License-Identifier: GPL-3.0-or-later\n");
    const QString guard = QStringLiteral("#pragma once\n");
    const auto path = [](const char *name) {
        return QLatin1String("core/city/") + QLatin1String(name);
    };
    QTest::newRow("good") << path("road_network.h") << licence + guard << 0;
    QTest::newRow("goodWithDigit") << path("pm2_5.cpp") << licence << 0;
    QTest::newRow("camelCase") << path("RoadNetwork.h") << licence + guard << 1;
    QTest::newRow("dash") << path("road-network.cpp") << licence << 1;
    QTest::newRow("noLicence") << path("road_network.cpp") << QStringLiteral("#include <vector>\n")
                               << 1;
    QTest::newRow("otherLicence") << path("road_network.cpp")
                                  << QStringLiteral("// SPDX-License-Identifier: MIT\n") << 1;
    QTest::newRow("noGuard") << path("road_network.h") << licence << 1;
    QTest::newRow("empty") << path("road_network.h") << QString() << 2;
}

void tst_Architecture::formIsJudged()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(int, count);
    const QStringList found = formViolations({path, text});
    QVERIFY2(found.size() == count, qUtf8Printable(found.join(QLatin1Char('\n'))));
}

void tst_Architecture::strangersStayApart_data()
{
    QTest::addColumn<QStringList>("folders");
    QTest::newRow("workspaces") << QStringList{QStringLiteral("operate"), QStringLiteral("plan"),
        QStringLiteral("analyse"), QStringLiteral("serve")};
    QTest::newRow("domains") << QStringList{
        QStringLiteral("traffic"), QStringLiteral("safety"), QStringLiteral("environment")};
}

void tst_Architecture::strangersStayApart()
{
    QFETCH(QStringList, folders);
    const auto rules = realRules();
    QVERIFY(rules);
    for (const QString &folder : folders) {
        for (const QString &other : folders)
            QVERIFY2(!rules->allowedFrom(folder).contains(other), qUtf8Printable(folder + other));
    }
}

void tst_Architecture::treeKeepsTheRules()
{
    const auto rules = realRules();
    QVERIFY(rules);
    const auto program =
        sourcesBelow({QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")});
    QVERIFY(program.size() > 50); // else the scan looked in the wrong place
    QStringList violations;
    for (const SourceText &source : program)
        violations += rules->violations(source) + bannedSpellings(source) + formViolations(source);
    for (const SourceText &source : sourcesBelow({QStringLiteral("tests")}))
        violations += formViolations(source);
    reportAll(violations);
    QCOMPARE(violations.size(), 0);
}

QTEST_GUILESS_MAIN(tst_Architecture)
#include "tst_architecture.moc"
