// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"
#include "operate/site_state.h"

#include <QAbstractTableModel>
#include <QFrame>

#include <memory>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace belvedere::ui {

/// All sites of the quantity with their values at the time shown. Cells are made when they are
/// painted, so that a step of time costs what is seen.
class SiteTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Against, Ahead, State, Count };
    static constexpr int kSelectedRole = Qt::UserRole + 1; ///< bool

    using QAbstractTableModel::QAbstractTableModel;

    void setQuantity(std::shared_ptr<const QuantityView> view);
    /// @param forecast  may be null.
    void setStates(std::vector<SiteState> states, const TimeContext &time,
        std::shared_ptr<const QuantileForecast> forecast);
    /// Empty = no restriction.
    void setSelected(const std::vector<SiteId> &sites);

    [[nodiscard]] const QuantityView *quantity() const { return m_view.get(); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    [[nodiscard]] double number(std::size_t site, int column) const;
    [[nodiscard]] QString text(std::size_t site, int column) const;

    std::shared_ptr<const QuantityView> m_view;
    std::vector<SiteState> m_states;
    std::vector<bool> m_selected; // empty: no restriction
    TimeContext m_time;
    std::shared_ptr<const QuantileForecast> m_forecast;
};

/// The table with a filter. Obeys the selection of the map and marks what the pointer is on.
class SiteTable : public QFrame
{
    Q_OBJECT

public:
    explicit SiteTable(QWidget *parent = nullptr);

    void setQuantity(std::shared_ptr<const QuantityView> view);
    void setStates(std::vector<SiteState> states, const TimeContext &time,
        std::shared_ptr<const QuantileForecast> forecast);
    /// The site in detail; invalid = none.
    void setSite(SiteId site);
    /// Only these are listed; empty = all.
    void setSelected(const std::vector<SiteId> &sites);
    /// Marks a row without choosing it; invalid = none.
    void setMarked(SiteId site);
    [[nodiscard]] SiteTableModel *siteModel() const { return m_model; }
    [[nodiscard]] QTableView *view() const { return m_table; }

Q_SIGNALS:
    void siteChosen(belvedere::SiteId site);
    /// The pointer is on a row; invalid: it has left.
    void siteHovered(belvedere::SiteId site);
    /// The restriction to selected sites is to go.
    void selectionCleared();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tellCount();
    /// What there is room for; the rest stands in the inspector.
    void fitColumns();
    void retranslate();
    [[nodiscard]] SiteId siteAt(const QModelIndex &proxyIndex) const;

    SiteTableModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_filter;
    QLabel *m_count;
    QToolButton *m_all;
    QTableView *m_table;
    SiteId m_marked;
};

} // namespace belvedere::ui
