// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/training/study_controller.h"
#include "models/forecaster.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace belvedere::ui {

class DimensionForm;
class SectionHeader;

/// Which experiment to make with the training that is set up on the page before.
class StudyForm : public QWidget
{
    Q_OBJECT

public:
    explicit StudyForm(const ForecasterFactory &factory, QWidget *parent = nullptr);

    /// What all trainings share.
    void setTrainSpec(const TrainSpec &spec, bool trainable);
    /// Whether an experiment runs already.
    void setBusy(bool busy);
    [[nodiscard]] StudySpec spec() const;
    [[nodiscard]] bool canStart() const;
    void start();

Q_SIGNALS:
    void startRequested(const belvedere::StudySpec &spec);
    /// The person wants to change what all trainings share.
    void setUpRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Kind { Search, Folds, Curve };

    [[nodiscard]] QWidget *makeSearch();
    [[nodiscard]] QWidget *makeFolds();
    [[nodiscard]] QWidget *makeCurve();
    QLabel *addRow(QFormLayout *form, QWidget *field);
    /// Days as typed; absent if it is no ascending list.
    [[nodiscard]] std::optional<std::vector<double>> days() const;
    [[nodiscard]] QString obstacle() const;
    void refresh();
    void retranslate();

    const ForecasterFactory &m_factory;
    TrainSpec m_train;
    QString m_dimensionsKind; // whose options can be searched
    bool m_trainable = false;
    bool m_busy = false;

    SectionHeader *m_header;
    QLabel *m_kindLabel, *m_help, *m_baseTitle, *m_base, *m_obstacle;
    QComboBox *m_kind;
    QPushButton *m_setUp, *m_start;
    QStackedWidget *m_pages;
    QLabel *m_methodLabel, *m_trialsLabel, *m_budgetLabel, *m_dimensionsTitle;
    QComboBox *m_method;
    QSpinBox *m_trials, *m_budget;
    DimensionForm *m_dimensions;
    QLabel *m_schemeLabel, *m_foldsLabel;
    QComboBox *m_scheme;
    QSpinBox *m_folds;
    QLabel *m_daysLabel;
    QLineEdit *m_days;
};

} // namespace belvedere::ui
