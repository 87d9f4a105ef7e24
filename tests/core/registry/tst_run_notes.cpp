// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/run_notes.h"
#include "support/memory_store.h"
#include "support/verify_ok.h"

#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

class tst_RunNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesComeBack();
    void laterNoteReplacesEarlier();
    void longNameIsRefused();
};

void tst_RunNotes::notesComeBack()
{
    const QTemporaryDir folder;
    RunNotes notes(std::make_shared<test::MemoryStore>(folder.path()));
    VERIFY_OK(notes.all());
    QVERIFY(notes.all()->empty());
    const std::map<QString, RunNote> written = {
        {QStringLiteral("r0001-seasonal"), {QStringLiteral("Before the works"), true, false}},
        {QStringLiteral("r0002-neural"), {QString(), false, true}}};
    VERIFY_OK(notes.set(written));
    const auto read = notes.all();
    VERIFY_OK(read);
    QCOMPARE(*read, written);
}

void tst_RunNotes::laterNoteReplacesEarlier()
{
    const QTemporaryDir folder;
    RunNotes notes(std::make_shared<test::MemoryStore>(folder.path()));
    VERIFY_OK(notes.set({{QStringLiteral("a"), {{}, false, true}}, {QStringLiteral("b"), {}}}));
    VERIFY_OK(notes.set({{QStringLiteral("a"), {{}, true, false}}}));
    const auto read = notes.all();
    QCOMPARE(read->size(), std::size_t(2));
    QVERIFY(read->at(QStringLiteral("a")).kept);
    QVERIFY(!read->at(QStringLiteral("a")).removed);
}

void tst_RunNotes::longNameIsRefused()
{
    const QTemporaryDir folder;
    RunNotes notes(std::make_shared<test::MemoryStore>(folder.path()));
    const auto written =
        notes.set({{QStringLiteral("a"), {QString(81, QLatin1Char('x')), false, false}}});
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::Usage);
    QVERIFY(notes.all()->empty()); // nothing of it
}

QTEST_GUILESS_MAIN(tst_RunNotes)
#include "tst_run_notes.moc"
