// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/model_catalog.h"

#include "base/random.h"
#include "core/models/histories.h"

#include <QTest>

using namespace belvedere;

class tst_ModelCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindGoesAllTheWay_data();
    void everyKindGoesAllTheWay();
    void optionsAreDescribed();
    void unknownKindListsTheKnown();
    void refusesOptions_data();
    void refusesOptions();
    void refusesShapes();
};

void tst_ModelCatalog::everyKindGoesAllTheWay_data()
{
    QTest::addColumn<QString>("kind");
    for (const auto &kind : modelCatalog().kinds())
        QTest::newRow(qPrintable(kind.kind)) << kind.kind;
}

void tst_ModelCatalog::everyKindGoesAllTheWay()
{
    QFETCH(const QString, kind);
    Random random(1);
    const auto history = historyOf(
        8 * 24, 2, [&](int step, int) { return float(step % 24 + random.uniform()); }, kMsPerHour);
    auto made = modelCatalog().create(specOf(kind, *history));
    VERIFY_RESULT(made);
    QVERIFY((*made)->epochLimit() >= 1);
    VERIFY_RESULT((*made)->begin({history, {0, 100}}, 1, 1));
    VERIFY_RESULT((*made)->fitEpoch({}));
    const auto state = fromSafetensors(toSafetensors((*made)->state()));
    VERIFY_RESULT(state);
    QCOMPARE(state->spec.kind, kind);
    const auto loaded = modelCatalog().load(*state);
    VERIFY_RESULT(loaded);
    const auto expected = forecastAt(**made, *history, 150);
    const auto actual = forecastAt(**loaded, *history, 150);
    VERIFY_RESULT(expected);
    VERIFY_RESULT(actual);
    QVERIFY(sameBits(expected->values, actual->values));
}

void tst_ModelCatalog::optionsAreDescribed()
{
    for (const auto &kind : modelCatalog().kinds()) {
        QVERIFY(qstrlen(kind.title) > 0 && qstrlen(kind.description) > 0);
        for (const OptionSpec &option : kind.options) {
            QVERIFY(qstrlen(option.title) > 0 && qstrlen(option.description) > 0);
            QVERIFY(option.least <= option.standard && option.standard <= option.most);
            QVERIFY(!option.whole || option.standard == std::floor(option.standard));
        }
    }
}

void tst_ModelCatalog::unknownKindListsTheKnown()
{
    ModelSpec spec;
    spec.kind = QStringLiteral("oracle");
    spec.siteCodes = {QStringLiteral("a")};
    const auto made = modelCatalog().create(spec);
    QVERIFY(!made);
    QCOMPARE(made.error().code, Errc::NotFound);
    QVERIFY(made.error().message().contains(
        QLatin1String("last-value, seasonal, ridge, var, svm, forest, boosted, neural, city, "
                      "identity-mlp, gru, graph")));
    QCOMPARE(modelCatalog().load({spec, {}}).error().code, Errc::NotFound);
}

void tst_ModelCatalog::refusesOptions_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("option");
    QTest::addColumn<double>("value");
    QTest::newRow("baselineHasNone") << "seasonal"
                                     << "hidden" << 64.0;
    QTest::newRow("unknown") << "neural"
                             << "trees" << 100.0;
    QTest::newRow("outOfRange") << "neural"
                                << "hidden" << 1e6;
}

void tst_ModelCatalog::refusesOptions()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, option);
    QFETCH(const double, value);
    ModelSpec spec;
    spec.kind = kind;
    spec.siteCodes = {QStringLiteral("a")};
    spec.options = {{option, value}};
    QCOMPARE(modelCatalog().create(spec).error().code, Errc::Usage);
    QCOMPARE(modelCatalog().load({spec, {}}).error().code, Errc::Schema);
}

void tst_ModelCatalog::refusesShapes()
{
    ModelSpec spec;
    spec.kind = QStringLiteral("seasonal");
    spec.siteCodes = {QStringLiteral("a")};
    spec.shape.horizon = 0;
    QCOMPARE(modelCatalog().create(spec).error().code, Errc::Usage);
    spec.shape = {};
    spec.siteCodes.clear();
    QCOMPARE(modelCatalog().create(spec).error().code, Errc::Usage);
}

QTEST_GUILESS_MAIN(tst_ModelCatalog)
#include "tst_model_catalog.moc"
