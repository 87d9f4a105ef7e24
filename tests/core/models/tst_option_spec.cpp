// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/option_spec.h"

#include "core/models/histories.h"

#include <QJsonArray>
#include <QTest>

using namespace belvedere;

class tst_OptionSpec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsInDefaults();
    void refuses_data();
    void refuses();

private:
    const std::vector<OptionSpec> m_known = {
        {QStringLiteral("rate"), "Rate", "How fast.", 0.5, 0.0, 1.0, false},
        {QStringLiteral("width"), "Width", "How wide.", 64, 8, 256, true},
    };
};

void tst_OptionSpec::fillsInDefaults()
{
    const auto all = completeOptions(QStringLiteral("k"), m_known, {{QStringLiteral("width"), 8}});
    VERIFY_RESULT(all);
    QCOMPARE(*all, (QJsonObject{{QStringLiteral("rate"), 0.5}, {QStringLiteral("width"), 8}}));
}

void tst_OptionSpec::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("said");
    QTest::newRow("unknown") << "colour" << QJsonValue(1) << "It has: rate, width.";
    QTest::newRow("tooSmall") << "width" << QJsonValue(7) << "from 8 to 256";
    QTest::newRow("tooLarge") << "rate" << QJsonValue(1.01) << "from 0 to 1";
    QTest::newRow("notWhole") << "width" << QJsonValue(8.5) << "whole number";
    QTest::newRow("text") << "rate" << QJsonValue(QStringLiteral("0.5")) << "\"0.5\"";
    QTest::newRow("nothing") << "rate" << QJsonValue() << "number";
    QTest::newRow("list") << "rate" << QJsonValue(QJsonArray{1}) << "number";
}

void tst_OptionSpec::refuses()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, said);
    const auto all = completeOptions(QStringLiteral("k"), m_known, {{name, value}});
    QVERIFY(!all);
    QCOMPARE(all.error().code, Errc::Usage);
    QVERIFY2(all.error().message().contains(said), qPrintable(all.error().message()));
}

QTEST_GUILESS_MAIN(tst_OptionSpec)
#include "tst_option_spec.moc"
