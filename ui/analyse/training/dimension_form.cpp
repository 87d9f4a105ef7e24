// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/dimension_form.h"

#include "analyse/option_form.h"
#include "theme/theme.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kDecimals = 6;

/// Shows four significant digits, whatever may be typed.
class BoundBox : public QDoubleSpinBox
{
public:
    explicit BoundBox(const OptionSpec &option)
    {
        setDecimals(option.whole ? 0 : kDecimals);
        setRange(option.least, option.most);
        setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        setButtonSymbols(QAbstractSpinBox::NoButtons); // two of them beside a long name
        setAlignment(Qt::AlignRight);
    }
    [[nodiscard]] QString textFromValue(double value) const override
    {
        QLocale plain = locale();
        plain.setNumberOptions(QLocale::OmitGroupSeparator);
        return plain.toString(value, 'g', 4);
    }
    // As wide as the column, not as the longest number that could be typed.
    [[nodiscard]] QSize sizeHint() const override
    {
        return {kWidth, QDoubleSpinBox::sizeHint().height()};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    static constexpr int kWidth = 76;
};

} // namespace

DimensionForm::DimensionForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::kSmall);
    m_grid->setVerticalSpacing(space::kTiny);
    m_grid->setColumnStretch(0, 1);
}

void DimensionForm::addRow(const OptionSpec &option, bool ticked)
{
    const int row = m_grid->rowCount();
    Row fields{option, new QCheckBox, nullptr, nullptr, nullptr};
    fields.ticked->setObjectName(option.name);
    fields.ticked->setChecked(ticked);
    fields.ticked->setMinimumHeight(metric::kTarget);
    m_grid->addWidget(fields.ticked, row, 0);
    connect(fields.ticked, &QCheckBox::toggled, this, &DimensionForm::changed);
    if (option.choices.empty()) {
        fields.least = new BoundBox(option);
        fields.most = new BoundBox(option);
        fields.least->setValue(option.least);
        fields.most->setValue(option.most);
        fields.least->setObjectName(option.name + QStringLiteral(".least"));
        fields.most->setObjectName(option.name + QStringLiteral(".most"));
        int column = 1;
        for (QDoubleSpinBox *box : {fields.least, fields.most}) {
            box->setEnabled(ticked);
            m_grid->addWidget(box, row, column++);
            connect(fields.ticked, &QCheckBox::toggled, box, &QWidget::setEnabled);
            connect(box, &QDoubleSpinBox::valueChanged, this, &DimensionForm::changed);
        }
    } else {
        fields.choices = new QLabel;
        fields.choices->setProperty("secondary", true);
        m_grid->addWidget(fields.choices, row, 1, 1, 2);
    }
    m_rows.push_back(fields);
}

void DimensionForm::setOptions(const std::vector<OptionSpec> &options)
{
    for (const Row &row : m_rows) {
        for (QWidget *widget :
            {static_cast<QWidget *>(row.ticked), static_cast<QWidget *>(row.least),
                static_cast<QWidget *>(row.most), static_cast<QWidget *>(row.choices)})
            delete widget;
    }
    m_rows.clear();
    const bool anyLogarithmic = std::any_of(options.begin(), options.end(),
        [](const OptionSpec &option) { return option.logarithmic; });
    for (const OptionSpec &option : options)
        addRow(option, anyLogarithmic ? option.logarithmic : m_rows.empty());
    retranslate();
    Q_EMIT changed();
}

std::vector<SearchDimension> DimensionForm::dimensions() const
{
    std::vector<SearchDimension> dimensions;
    for (const Row &row : m_rows) {
        if (!row.ticked->isChecked())
            continue;
        SearchDimension dimension = searchDimension(row.option);
        if (row.least) {
            dimension.least = std::min(row.least->value(), row.most->value());
            dimension.most = std::max(row.least->value(), row.most->value());
        }
        dimensions.push_back(std::move(dimension));
    }
    return dimensions;
}

void DimensionForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DimensionForm::retranslate()
{
    for (const Row &row : m_rows) {
        const QString title = QCoreApplication::translate("Model", row.option.title);
        row.ticked->setText(title);
        row.ticked->setToolTip(QCoreApplication::translate("Model", row.option.description));
        if (row.choices) {
            row.choices->setText(
                tr("all %Ln choice(s)", nullptr, static_cast<int>(row.option.choices.size())));
            continue;
        }
        //: The ends of a range that is searched; %1 is the name of an option
        row.least->setAccessibleName(tr("%1, least").arg(title));
        row.most->setAccessibleName(tr("%1, most").arg(title));
        row.least->setToolTip(row.least->accessibleName());
        row.most->setToolTip(row.most->accessibleName());
    }
}

} // namespace belvedere::ui
