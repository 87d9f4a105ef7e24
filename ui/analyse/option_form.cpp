// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/option_form.h"

#include "theme/tokens.h"

#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

// Three significant digits of the smallest value that makes sense.
int decimalsFor(const OptionSpec &option)
{
    const double smallest = option.least > 0.0 ? option.least : option.standard;
    if (smallest <= 0.0)
        return 3;
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(smallest))), 1, 8);
}

/// Shows 0.002 as such, however many digits may be typed.
class NumberBox : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    [[nodiscard]] QString textFromValue(double value) const override
    {
        QString text = QDoubleSpinBox::textFromValue(value);
        const QString point = locale().decimalPoint();
        while (text.endsWith(QLatin1Char('0')) && !text.endsWith(point + QLatin1Char('0')))
            text.chop(1);
        return text;
    }
};

QAbstractSpinBox *editorFor(const OptionSpec &option, QWidget *parent)
{
    if (option.whole) {
        auto *editor = new QSpinBox(parent);
        editor->setRange(static_cast<int>(option.least), static_cast<int>(option.most));
        return editor;
    }
    auto *editor = new NumberBox(parent);
    editor->setDecimals(decimalsFor(option));
    editor->setRange(option.least, option.most);
    editor->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    return editor;
}

} // namespace

OptionForm::OptionForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(makeLayout())
{
    setLayout(m_layout);
}

QFormLayout *OptionForm::makeLayout()
{
    auto *layout = new QFormLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(space::kMedium);
    layout->setVerticalSpacing(space::kSmall);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return layout;
}

void OptionForm::setOptions(const std::vector<OptionSpec> &options)
{
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_fields.clear();
    for (const OptionSpec &option : options) {
        Field field{option, new QLabel(this), editorFor(option, this)};
        field.editor->setObjectName(option.name);
        field.editor->setAlignment(Qt::AlignRight);
        field.label->setBuddy(field.editor);
        field.label->setMinimumWidth(kLabelWidth);
        setValue(field, option.standard);
        m_layout->addRow(field.label, field.editor);
        m_fields.push_back(field);
    }
    retranslate();
}

QJsonObject OptionForm::changedOptions() const
{
    QJsonObject options;
    for (const Field &field : m_fields) {
        const double value = valueOf(field);
        if (value != field.option.standard)
            options.insert(field.option.name, value);
    }
    return options;
}

void OptionForm::setValues(const QJsonObject &values)
{
    for (const Field &field : m_fields)
        setValue(field, values.value(field.option.name).toDouble(field.option.standard));
}

double OptionForm::valueOf(const Field &field)
{
    if (const auto *whole = qobject_cast<const QSpinBox *>(field.editor))
        return whole->value();
    const double value = static_cast<const QDoubleSpinBox *>(field.editor)->value();
    // A default with more digits than the field shows is still the default.
    const double shown = std::pow(10.0, -decimalsFor(field.option));
    return std::abs(value - field.option.standard) < shown / 2 ? field.option.standard : value;
}

void OptionForm::setValue(const Field &field, double value)
{
    if (auto *whole = qobject_cast<QSpinBox *>(field.editor))
        whole->setValue(static_cast<int>(value));
    else
        static_cast<QDoubleSpinBox *>(field.editor)->setValue(value);
}

void OptionForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OptionForm::retranslate()
{
    for (const Field &field : m_fields) {
        const QString title = QCoreApplication::translate("Model", field.option.title);
        const QString help = QCoreApplication::translate("Model", field.option.description);
        field.label->setText(title);
        field.label->setToolTip(help);
        field.editor->setToolTip(help);
        field.editor->setAccessibleName(title);
        field.editor->setAccessibleDescription(help);
    }
}

} // namespace belvedere::ui
