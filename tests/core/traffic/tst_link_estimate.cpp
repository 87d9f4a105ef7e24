// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/link_estimate.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

/// A straight east-west road of four links; sensors stand on the first and the last one.
RoadNetwork straightRoad()
{
    std::vector<LonLat> nodes;
    std::vector<Link> links;
    for (int i = 0; i <= 4; ++i)
        nodes.push_back({0.01 * i, 0.0});
    for (int i = 0; i < 4; ++i) {
        Link link;
        link.from = NodeId(i);
        link.to = NodeId(i + 1);
        link.shape = {nodes[std::size_t(i)], nodes[std::size_t(i) + 1]};
        links.push_back(link);
    }
    return *RoadNetwork::make(nodes, links);
}

std::vector<Site> sensorsAtTheEnds()
{
    std::vector<Site> sites(2);
    sites[0].link = LinkId(0);
    sites[1].link = LinkId(3);
    return sites;
}

} // namespace

class tst_LinkEstimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuredLinksKeepTheirValue()
    {
        const LinkEstimator estimator(straightRoad(), sensorsAtTheEnds());
        const std::vector<float> ratios = estimator.estimate({0.2F, 0.9F});
        QCOMPARE(ratios.size(), std::size_t(4));
        QCOMPARE(ratios[0], 0.2F);
        QCOMPARE(ratios[3], 0.9F);
    }
    void nearerSensorWeighsMore()
    {
        const LinkEstimator estimator(straightRoad(), sensorsAtTheEnds());
        const std::vector<float> ratios = estimator.estimate({0.2F, 0.9F});
        QVERIFY(ratios[1] > 0.2F && ratios[1] < ratios[2]);
        QVERIFY(ratios[2] < 0.9F);
        // Mirror symmetry of the road: the two estimates add up to the two measurements.
        QVERIFY(std::abs(ratios[1] + ratios[2] - 1.1F) < 1e-3F);
    }
    void missingSensorsTakeNoPart()
    {
        const LinkEstimator estimator(straightRoad(), sensorsAtTheEnds());
        const float missing = std::numeric_limits<float>::quiet_NaN();
        const std::vector<float> one = estimator.estimate({missing, 0.9F});
        QVERIFY(std::abs(one[1] - 0.9F) < 1e-6F);
        const std::vector<float> none = estimator.estimate({missing, missing});
        for (const float ratio : none)
            QVERIFY(std::isnan(ratio));
    }
};

QTEST_GUILESS_MAIN(tst_LinkEstimate)
#include "tst_link_estimate.moc"
