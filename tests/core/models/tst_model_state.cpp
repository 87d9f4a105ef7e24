// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/model_state.h"

#include "base/random.h"
#include "core/models/histories.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QtEndian>

using namespace belvedere;

class tst_ModelState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void specSurvivesJson();
    void specRefusesNonsense_data();
    void specRefusesNonsense();
    void layoutIsThePublishedOne();
    void readsAFileOfAnotherWriter();
    void roundTrip();
    void refusesDamage_data();
    void refusesDamage();
    void survivesRandomDamage_data();
    void survivesRandomDamage();
    void findsTensors();
    void listsAllDifferences();

private:
    static ModelState example();
    static QByteArray file(const QByteArray &header, const QByteArray &data);
    static QByteArray header(const QByteArray &tensors);
};

ModelState tst_ModelState::example()
{
    ModelState state;
    state.spec.kind = QStringLiteral("seasonal");
    state.spec.dataset = QString::fromUtf8("Århus \"1\"");
    state.spec.channel = QStringLiteral("speed");
    state.spec.unit = QStringLiteral("km/h");
    state.spec.siteCodes = {QStringLiteral("a"), QStringLiteral("b")};
    state.spec.options = {{QStringLiteral("hidden"), 64}};
    state.tensors = {{QStringLiteral("z"), {2, 3}, {1, -2, 0.5F, -0.0F, 1e-30F, 3e38F}},
        {QStringLiteral("a"), {1}, {kMissing}}, {QStringLiteral("scalar"), {}, {7}}};
    return state;
}

QByteArray tst_ModelState::file(const QByteArray &headerText, const QByteArray &data)
{
    QByteArray length(8, '\0');
    qToLittleEndian(static_cast<quint64>(headerText.size()), length.data());
    return length + headerText + data;
}

QByteArray tst_ModelState::header(const QByteArray &tensors)
{
    const QByteArray spec = QJsonDocument(example().spec.toJson()).toJson(QJsonDocument::Compact);
    QByteArray quoted = spec;
    quoted.replace("\\", "\\\\").replace("\"", "\\\"");
    return "{\"__metadata__\":{\"belvedere\":\"" + quoted + "\"}" + tensors + "}";
}

void tst_ModelState::specSurvivesJson()
{
    ModelSpec spec = example().spec;
    spec.shape = {24, 6, 3600000, {0.05, 0.5, 0.95}};
    const auto back = ModelSpec::fromJson(spec.toJson());
    VERIFY_RESULT(back);
    QCOMPARE(back->toJson(), spec.toJson());
    QCOMPARE(back->shape.history, 24);
    QCOMPARE(back->shape.horizon, 6);
    QCOMPARE(back->shape.stepMs, 3600000);
    QCOMPARE(back->shape.quantiles, spec.shape.quantiles);
    QCOMPARE(back->siteCodes, spec.siteCodes);
    QCOMPARE(back->dataset, spec.dataset);
}

void tst_ModelState::specRefusesNonsense_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("noKind") << "kind" << QJsonValue();
    QTest::newRow("kindIsNumber") << "kind" << QJsonValue(3);
    QTest::newRow("noHistory") << "history" << QJsonValue();
    QTest::newRow("zeroHistory") << "history" << QJsonValue(0);
    QTest::newRow("hugeHorizon") << "horizon" << QJsonValue(1e300);
    QTest::newRow("halfHorizon") << "horizon" << QJsonValue(1.5);
    QTest::newRow("negativeStep") << "stepMs" << QJsonValue(-300000);
    QTest::newRow("noQuantiles") << "quantiles" << QJsonValue(QJsonArray());
    QTest::newRow("noMedian") << "quantiles" << QJsonValue(QJsonArray{0.1, 0.9});
    QTest::newRow("quantilesDescend") << "quantiles" << QJsonValue(QJsonArray{0.9, 0.5});
    QTest::newRow("quantileTwice") << "quantiles" << QJsonValue(QJsonArray{0.5, 0.5});
    QTest::newRow("quantileOne") << "quantiles" << QJsonValue(QJsonArray{0.5, 1.0});
    QTest::newRow("quantileText") << "quantiles"
                                  << QJsonValue(QJsonArray{QStringLiteral("a"), 0.5});
    QTest::newRow("noSites") << "sites" << QJsonValue(QJsonArray());
    QTest::newRow("siteIsNumber") << "sites" << QJsonValue(QJsonArray{1});
    QTest::newRow("optionsAreList") << "options" << QJsonValue(QJsonArray());
}

void tst_ModelState::specRefusesNonsense()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QJsonObject json = example().spec.toJson();
    QVERIFY(ModelSpec::fromJson(json));
    if (value.isNull())
        json.remove(field);
    else
        json.insert(field, value);
    const auto spec = ModelSpec::fromJson(json);
    QVERIFY(!spec);
    QCOMPARE(spec.error().code, Errc::Schema);
}

void tst_ModelState::layoutIsThePublishedOne()
{
    const QByteArray bytes = toSafetensors(example());
    const auto headerBytes = qFromLittleEndian<quint64>(bytes.constData());
    QCOMPARE(headerBytes % 8, 0U);
    const QJsonObject json = QJsonDocument::fromJson(bytes.mid(8, qsizetype(headerBytes))).object();
    const QJsonObject z = json.value(QLatin1String("z")).toObject();
    QCOMPARE(z.value(QLatin1String("dtype")).toString(), QStringLiteral("F32"));
    QCOMPARE(z.value(QLatin1String("shape")).toArray(), (QJsonArray{2, 3}));
    QCOMPARE(z.value(QLatin1String("data_offsets")).toArray(), (QJsonArray{0, 24}));
    QCOMPARE(bytes.size(), qsizetype(8 + headerBytes + 8 * sizeof(float)));
    // 1.0F is 0x3f800000; the format is little-endian.
    QCOMPARE(bytes.mid(qsizetype(8 + headerBytes), 4), QByteArray::fromHex("0000803f"));
}

void tst_ModelState::readsAFileOfAnotherWriter()
{
    const QByteArray one = QByteArray::fromHex("0000803f");
    const QByteArray two = QByteArray::fromHex("00000040");
    const auto state =
        fromSafetensors(file(header(R"(, "b":{"dtype":"F32","shape":[1,1],"data_offsets":[4,8]},
                         "a":{"dtype":"F32","shape":[],"data_offsets":[0,4]})"),
            one + two));
    VERIFY_RESULT(state);
    const std::vector<NamedTensor> expected = {
        {QStringLiteral("a"), {}, {1}}, {QStringLiteral("b"), {1, 1}, {2}}};
    QVERIFY(state->tensors == expected);
}

void tst_ModelState::roundTrip()
{
    const ModelState state = example();
    const auto back = fromSafetensors(toSafetensors(state));
    VERIFY_RESULT(back);
    QVERIFY(back->tensors == state.tensors);
    QCOMPARE(back->spec.toJson(), state.spec.toJson());
    QCOMPARE(back->parameterCount(), 8);
}

void tst_ModelState::refusesDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray data(8, '\0');
    const auto tensor = [](const char *type, const char *shape, const char *place) {
        return QByteArray(", \"t\":{\"dtype\":\"") + type + "\",\"shape\":" + shape
            + ",\"data_offsets\":" + place + "}";
    };
    const auto row = [&](const char *name, const QByteArray &tensors) {
        QTest::newRow(name) << file(header(tensors), data);
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("lengthOnly") << QByteArray(8, '\0');
    QTest::newRow("hugeLength") << QByteArray(16, '\xff');
    QTest::newRow("noJson") << file("{hello", data);
    QTest::newRow("list") << file("[]", QByteArray());
    QTest::newRow("noSpec") << file(
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", data);
    QTest::newRow("oldPickle") << QByteArrayLiteral("\x80\x02}q\x00(X\x04\x00\x00\x00weight");
    row("noTensors", {}); // eight bytes belong to nobody
    row("otherType", tensor("F64", "[1]", "[0,8]"));
    row("shapeTooSmall", tensor("F32", "[1]", "[0,8]"));
    row("shapeTooLarge", tensor("F32", "[3]", "[0,8]"));
    row("zeroExtent", tensor("F32", "[0]", "[0,0]"));
    row("negativeExtent", tensor("F32", "[-2]", "[0,8]"));
    row("overflowingShape", tensor("F32", "[4294967296,4294967296,4]", "[0,8]"));
    row("halfExtent", tensor("F32", "[0.5]", "[0,8]"));
    row("shapeIsText", tensor("F32", "\"2\"", "[0,8]"));
    row("pastTheEnd", tensor("F32", "[2]", "[4,12]"));
    row("backwards", tensor("F32", "[2]", "[8,0]"));
    row("oneOffset", tensor("F32", "[2]", "[0]"));
    row("gap", tensor("F32", "[1]", "[4,8]"));
    row("trailingBytes", tensor("F32", "[1]", "[0,4]"));
    row("overlap",
        tensor("F32", "[2]", "[0,8]")
            + ", \"u\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}");
}

void tst_ModelState::refusesDamage()
{
    QFETCH(const QByteArray, bytes);
    const auto state = fromSafetensors(bytes);
    QVERIFY(!state);
    QCOMPARE(state.error().code, Errc::Schema);
    QVERIFY(!state.error().message().isEmpty());
}

void tst_ModelState::survivesRandomDamage_data()
{
    QTest::addColumn<bool>("cut");
    QTest::newRow("truncated") << true;
    QTest::newRow("bytesFlipped") << false;
}

void tst_ModelState::survivesRandomDamage()
{
    QFETCH(const bool, cut);
    const ModelState original = example();
    const QByteArray good = toSafetensors(original);
    Random random(20240531);
    int refused = 0;
    for (int trial = 0; trial < 3000; ++trial) {
        QByteArray bytes = good;
        if (cut) {
            bytes.truncate(qsizetype(random.below(std::uint64_t(good.size()))));
        } else {
            const auto flips = 1 + random.below(4);
            for (std::uint64_t i = 0; i < flips; ++i)
                bytes[qsizetype(random.below(std::uint64_t(good.size())))] =
                    char(random.below(256));
        }
        const auto state = fromSafetensors(bytes);
        if (state) {
            QVERIFY2(state->tensors == original.tensors
                    && state->spec.toJson() == original.spec.toJson(),
                qPrintable(QStringLiteral("trial %1").arg(trial)));
        } else {
            QCOMPARE(state.error().code, Errc::Schema);
            ++refused;
        }
    }
    QVERIFY(refused > 2500);
}

void tst_ModelState::findsTensors()
{
    const ModelState state = example();
    const auto found = state.tensor(QStringLiteral("z"), {2, 3});
    VERIFY_RESULT(found);
    QCOMPARE((*found)->values[1], -2.0F);
    const auto otherShape = state.tensor(QStringLiteral("z"), {3, 2});
    QVERIFY(!otherShape);
    QCOMPARE(otherShape.error().code, Errc::Shape);
    QVERIFY(otherShape.error().message().contains(QLatin1String("[2, 3]")));
    QCOMPARE(state.tensor(QStringLiteral("y"), {1}).error().code, Errc::Shape);
}

void tst_ModelState::listsAllDifferences()
{
    const ModelState state = example();
    QVERIFY(checkTensors(state, state.tensors));
    const auto result = checkTensors(state,
        {{QStringLiteral("z"), {3, 2}, {}}, {QStringLiteral("b"), {5}, {}},
            {QStringLiteral("scalar"), {}, {}}});
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Schema);
    const QString text = result.error().message();
    QVERIFY2(text.contains(QString::fromUtf8("z[2, 3]→[3, 2]; -b[5]; +a[1].")), qPrintable(text));
}

QTEST_GUILESS_MAIN(tst_ModelState)
#include "tst_model_state.moc"
