// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/domain_view.h"

#include <QSignalSpy>
#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// Two surfaces and a layer of points; knows nothing.
class Plain : public DomainView
{
public:
    Plain()
        : DomainView(text("plain"), text("city"),
            {{text("low"), [] { return text("Low"); }, true, true},
                {text("high"), [] { return text("High"); }, false, true},
                {text("points"), [] { return text("Points"); }, false, false}})
    {
    }
    QString title() const override { return text("Plain"); }
    QString description() const override { return {}; }
    void setStore(std::shared_ptr<Store>) override { }
    void setProjection(const LocalProjection &) override { }
    void setTime(const TimeContext &) override { }
    std::vector<MapLayer> layers() const override { return {}; }
    std::vector<LegendContent> legends() const override { return {}; }
    MapTip tip(const QString &, std::int32_t) const override { return {}; }
    std::vector<DomainPanel> panels() override { return {}; }
    LonLatBox place() const override { return {}; }
    std::optional<ui::TimeRange> span() const override { return {}; }
    bool busy() const override { return false; }
};

} // namespace

class tst_DomainView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layersBelongToGroups_data()
    {
        QTest::addColumn<QString>("layer");
        QTest::addColumn<QString>("group");
        QTest::newRow("group") << text("plain/low") << text("low");
        QTest::newRow("part") << text("plain/low/cells") << text("low");
        QTest::newRow("otherDomain") << text("plainer/low") << QString();
        QTest::newRow("ground") << text("site-lines") << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void layersBelongToGroups()
    {
        QFETCH(QString, layer);
        QFETCH(QString, group);
        QCOMPARE(Plain().groupOf(layer), group);
    }

    void idsLeadBackToTheirGroup()
    {
        const Plain domain;
        for (const DomainGroup &group : domain.groups()) {
            QCOMPARE(domain.groupOf(domain.layerId(group.id)), group.id);
            QCOMPARE(domain.groupOf(domain.layerId(group.id, text("part"))), group.id);
        }
    }

    void nothingIsShownUntilTheDomainIs()
    {
        Plain domain;
        QVERIFY(!domain.isGroupShown(text("low")));
        QCOMPARE(domain.surface(), text("low")); // would be
        const QSignalSpy changed(&domain, &DomainView::shownChanged);
        domain.setShown(true);
        QVERIFY(domain.isGroupShown(text("low")));
        domain.setShown(true);
        QCOMPARE(changed.count(), 1);
    }

    void oneSurfaceAtATime()
    {
        Plain domain;
        domain.setGroupShown(text("high"), true);
        QVERIFY(domain.isShown());
        QVERIFY(domain.isGroupShown(text("high")));
        QVERIFY(!domain.isGroupShown(text("low")));
        domain.setGroupShown(text("points"), true);
        QVERIFY(domain.isGroupShown(text("high")) && domain.isGroupShown(text("points")));
        domain.setGroupShown(text("high"), false);
        QCOMPARE(domain.surface(), QString());
        QVERIFY(domain.isGroupShown(text("points")));
    }

    void unknownGroupsChangeNothing()
    {
        Plain domain;
        const QSignalSpy changed(&domain, &DomainView::shownChanged);
        domain.setGroupShown(text("magic"), true);
        QCOMPARE(changed.count(), 0);
        QVERIFY(!domain.isShown());
    }

    void opacityStaysVisible()
    {
        Plain domain;
        domain.setOpacity(0.0);
        QVERIFY(domain.opacity() > 0.0);
        domain.setOpacity(7.0);
        QCOMPARE(domain.opacity(), 1.0);
    }
};

QTEST_MAIN(tst_DomainView)
#include "tst_domain_view.moc"
