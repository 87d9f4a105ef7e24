// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/results/run_review.h"
#include "map/map_layer.h"
#include "map/map_legend.h"

#include <QWidget>

namespace belvedere::ui {

class MapView;

/// Breaks at round numbers that part `values` into five classes of about the same size, fewer
/// where they would coincide. NaN is left out.
[[nodiscard]] std::vector<double> errorBreaks(std::vector<float> values);

/// The error of a run at each site on the ground of the city. Colour goes from pale to strong in
/// one hue and symbols grow with it, so that it is read with any colour vision.
class SiteErrorMap : public QWidget
{
    Q_OBJECT

public:
    SiteErrorMap(const AnalyseContext &context, RunReview &review, QWidget *parent = nullptr);
    ~SiteErrorMap() override;

    void setStore(std::shared_ptr<Store> store);
    /// One value a site, in the order of the model; NaN = nothing was observed.
    void setErrors(std::vector<float> errors, const QString &measure, const QString &unit);
    [[nodiscard]] MapView *map() const { return m_map; }
    [[nodiscard]] bool settled() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Scene
    {
        std::vector<MapLayer> layers;
        LocalProjection projection{LonLat{}};
        BoundingBox focus;
        QString attribution;
        bool simulated = false;
        int placed = 0;
    };
    [[nodiscard]] static Result<std::shared_ptr<const Scene>> buildScene(
        const Store &store, const ReviewData &review);
    void rebuild();
    void showValues();
    void showSelection();
    void retranslate();

    AnalyseContext m_context;
    RunReview &m_review;
    MapView *m_map;
    std::shared_ptr<const ReviewData> m_shown;
    std::shared_ptr<const Scene> m_scene;
    std::vector<float> m_errors;
    QString m_measure, m_unit;
    TaskSlot<std::shared_ptr<const Scene>> m_building{this};
};

} // namespace belvedere::ui
