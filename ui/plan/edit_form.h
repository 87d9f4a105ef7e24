// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan/road_index.h"
#include "scenario/edit.h"

#include <QWidget>

#include <array>
#include <memory>
#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace belvedere::ui {

class ElidedLabel;
class PlanModel;
class SectionHeader;

/// What can be changed: of the road that was chosen, as chips, and of the city as a whole. Those
/// that need a figure ask for it below, with the sentence that will stand in the list.
class EditForm : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        Close,
        Lanes,
        Speed,
        Capacity,
        OneWay,
        Reverse,
        Toll,
        Signal,
        Demand,
        Event,
        Weather,
        Fleet
    };
    static constexpr std::size_t kKindCount = 12;

    explicit EditForm(PlanModel &model, QWidget *parent = nullptr);

    void setRoads(std::shared_ptr<const RoadIndex> roads);
    /// A link of the base; -1 = none.
    void setLink(int link);
    [[nodiscard]] int link() const { return m_link; }
    /// Several at once, the first of them is the one that is described.
    void setLinks(const std::vector<std::size_t> &links);
    /// For edits of demand.
    void setZone(std::int64_t id);

    [[nodiscard]] QPushButton *chip(Kind kind) const;
    [[nodiscard]] QPushButton *addButton() const { return m_add; }
    [[nodiscard]] QDoubleSpinBox *value() const { return m_value; }
    [[nodiscard]] QLineEdit *finder() const { return m_find; }
    [[nodiscard]] QLineEdit *zones() const { return m_zones; }
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    /// The person found a road by its name.
    void linkFound(int link);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeFinder(QWidget &column);
    void makeChips(QWidget &column);
    void makeFields(QWidget &column);
    void findRoad();
    void choose(Kind kind);
    void close();
    void showRoad();
    void showFields();
    void showSentence();
    void fillScopes();
    void fillWindows();
    void fillChoices();
    void setUpValue();
    void setValueRange(
        double from, double to, double step, int decimals, const QString &unit, double value);
    void add();
    void say(const QString &text);
    [[nodiscard]] bool isOfRoad(Kind kind) const { return kind < Kind::Demand; }
    [[nodiscard]] Result<EditBody> body() const;
    [[nodiscard]] EditBody roadBody() const;
    [[nodiscard]] Result<EditBody> cityBody() const;
    [[nodiscard]] Result<std::vector<std::int64_t>> zoneIds() const;
    [[nodiscard]] std::optional<DayWindow> window() const;
    [[nodiscard]] std::vector<LinkKey> links() const;
    void retranslate();

    PlanModel &m_model;
    std::shared_ptr<const RoadIndex> m_roads;
    int m_link = -1;
    std::vector<std::size_t> m_several; // if more than one was chosen
    std::optional<Kind> m_kind; // whose fields are shown
    bool m_filling = false;

    QLineEdit *m_find;
    SectionHeader *m_roadTitle;
    QLabel *m_facts;
    QWidget *m_roadChips;
    SectionHeader *m_cityTitle;
    std::array<QPushButton *, kKindCount> m_chips{};
    QWidget *m_fields;
    QDoubleSpinBox *m_value;
    QComboBox *m_choice;
    QLineEdit *m_zones;
    QComboBox *m_scope;
    QComboBox *m_window;
    QLabel *m_sentence;
    QLabel *m_message;
    QPushButton *m_add;
    QPushButton *m_cancel;
};

} // namespace belvedere::ui
