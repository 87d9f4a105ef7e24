// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl_process.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

/// A table from its file to the answers of a deployed model, as a script does it.
class tst_CtlTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wholeWay();
    void wrongUsage_data();
    void wrongUsage();

private:
    [[nodiscard]] CtlRun ctl(const QStringList &arguments) const
    {
        return runCtl(
            arguments + QStringList{QStringLiteral("--city"), m_city, QStringLiteral("--json")});
    }
    static bool write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }

    QTemporaryDir m_folder;
    QString m_city;
};

void tst_CtlTables::initTestCase()
{
    m_city = m_folder.filePath(QStringLiteral("a.city"));
    // Who pays back: by income, and nothing else.
    QByteArray text = "income,town,paid\n";
    for (int i = 0; i < 200; ++i)
        text += QByteArray::number(10 + (i * 37) % 90) + (i % 3 == 0 ? ",Rome," : ",Oslo,")
            + ((i * 37) % 90 > 45 ? "yes\n" : "no\n");
    const QString file = m_folder.filePath(QStringLiteral("loans.csv"));
    QVERIFY(write(file, text));
    const CtlRun import = ctl({QStringLiteral("import"), file, QStringLiteral("--as"),
        QStringLiteral("table-csv"), QStringLiteral("--into"), QStringLiteral("loans")});
    QVERIFY2(import.status == 0, qUtf8Printable(import.err));
    QCOMPARE(import.json[QLatin1String("rows")].toInt(), 200);
    QCOMPARE(import.json[QLatin1String("columns")].toArray().size(), 3);
}

void tst_CtlTables::wholeWay()
{
    const CtlRun info = ctl({QStringLiteral("info")});
    QCOMPARE(info.json[QLatin1String("tables")].toArray().size(), 1);
    const CtlRun train = ctl({QStringLiteral("train"), QStringLiteral("--data"),
        QStringLiteral("loans"), QStringLiteral("--task"), QStringLiteral("classification"),
        QStringLiteral("--target"), QStringLiteral("paid"), QStringLiteral("--deploy")});
    QVERIFY2(train.status == 0, qUtf8Printable(train.err));
    QCOMPARE(train.json[QLatin1String("model")].toString(), QStringLiteral("boosted"));
    const QJsonObject test = train.json[QLatin1String("test")].toObject();
    for (const char *name : {"accuracy", "precision", "recall", "f1", "auc"})
        QVERIFY2(test[QLatin1String(name)].toDouble() > 0.9, name);
    QCOMPARE(train.json[QLatin1String("deployed")].toString(), QStringLiteral("loans-paid/1"));

    const QString run = train.json[QLatin1String("run")].toString();
    const CtlRun evaluate = ctl({QStringLiteral("evaluate"), run});
    QCOMPARE(evaluate.json[QLatin1String("test")].toObject(), test);
    const CtlRun show = ctl({QStringLiteral("runs"), run});
    QCOMPARE(show.json[QLatin1String("test")].toObject(), test);
    const CtlRun models = ctl({QStringLiteral("models"), QStringLiteral("list")});
    QCOMPARE(models.json[QLatin1String("models")].toArray().size(), 1);

    const QString asked = m_folder.filePath(QStringLiteral("new.csv"));
    const QString answered = m_folder.filePath(QStringLiteral("answers.csv"));
    QVERIFY(write(asked, "name,town,income\n\"A, B\",Rome,95\nC,Paris,12\n"));
    const CtlRun predict = ctl({QStringLiteral("predict"), QStringLiteral("loans-paid"), asked,
        QStringLiteral("--out"), answered});
    QVERIFY2(predict.status == 0, qUtf8Printable(predict.err));
    QFile file(answered);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines[0], QByteArray("name,town,income,predicted,chance no,chance yes"));
    QVERIFY(lines[1].startsWith("\"A, B\",Rome,95,yes,"));
    QVERIFY(lines[2].startsWith("C,Paris,12,no,"));
}

void tst_CtlTables::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *arguments, const char *said) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' '))
                            << QString::fromLatin1(said);
    };
    row("no target", "train --data loans --task classification", "There are: income, town, paid");
    row("unknown target", "train --data loans --task classification --target wage",
        "There are: income, town, paid");
    row("unknown table", "train --data cars --task classification --target paid",
        "The city has: loans");
    row("a horizon", "train --data loans --task classification --target paid --horizon 3",
        "no option --horizon");
    row("a target of a forecast", "train --data loans --target paid", "no option --target");
    row("a model of forecasts", "train --data loans --task counts --target income --model seasonal",
        "No model \"seasonal\"");
    row("a file without the columns", "predict loans-paid nowhere.csv", "no");
}

void tst_CtlTables::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const CtlRun run = ctl(arguments);
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(said), qUtf8Printable(run.err));
}

QTEST_GUILESS_MAIN(tst_CtlTables)
#include "tst_ctl_tables.moc"
