// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/option_form.h"

#include "common/format.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kLabelLength = 8; // letters that a combo box shows at least

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

QComboBox *choiceEditor(const OptionSpec &option, QWidget *parent)
{
    auto *editor = new QComboBox(parent);
    editor->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    editor->setMinimumContentsLength(kLabelLength);
    for (const OptionChoice &choice : option.choices)
        editor->addItem(QCoreApplication::translate("Model", choice.title), choice.name);
    return editor;
}

QAbstractSpinBox *numberEditor(const OptionSpec &option, QWidget *parent)
{
    // What is searched on a logarithmic scale is stepped on one.
    const auto stepType = option.logarithmic ? QAbstractSpinBox::AdaptiveDecimalStepType
                                             : QAbstractSpinBox::DefaultStepType;
    if (option.whole) {
        auto *editor = new QSpinBox(parent);
        editor->setRange(static_cast<int>(option.least), static_cast<int>(option.most));
        editor->setStepType(stepType);
        editor->setAlignment(Qt::AlignRight);
        return editor;
    }
    auto *editor = new NumberBox(parent);
    editor->setDecimals(decimalsFor(option));
    editor->setRange(option.least, option.most);
    editor->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    editor->setAlignment(Qt::AlignRight);
    return editor;
}

} // namespace

QString optionValueText(const OptionSpec &option, const QJsonValue &value)
{
    for (const OptionChoice &choice : option.choices) {
        if (choice.name == value.toString())
            return QCoreApplication::translate("Model", choice.title);
    }
    if (value.isString())
        return value.toString();
    if (option.whole)
        return formatCount(static_cast<qint64>(value.toDouble()));
    return QLocale().toString(value.toDouble(), 'g', 4);
}

QString defaultText(const OptionSpec &option)
{
    //: The value of a field that nobody has changed
    const QString standard =
        OptionForm::tr("Default: %1.").arg(optionValueText(option, standardValue(option)));
    const QString source =
        *option.source != '\0' ? QCoreApplication::translate("Model", option.source) : QString();
    //: A default, then where it comes from
    return source.isEmpty() ? standard : OptionForm::tr("%1 %2").arg(standard, source);
}

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

OptionForm::Field OptionForm::makeField(const OptionSpec &option)
{
    Field field{option, new QLabel(this), nullptr, new QToolButton(this)};
    if (option.choices.empty())
        field.editor = numberEditor(option, this);
    else
        field.editor = choiceEditor(option, this);
    field.editor->setObjectName(option.name);
    field.editor->setMinimumHeight(metric::kTarget);
    field.label->setBuddy(field.editor);
    field.label->setMinimumWidth(kLabelWidth);
    field.reset->setObjectName(option.name + QStringLiteral(".reset"));
    field.reset->setAutoRaise(true);
    field.reset->setProperty("compact", true);
    field.reset->setIcon(icon(QStringLiteral("undo")));
    // Its place stays when it goes, so that no field jumps.
    QSizePolicy policy = field.reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    field.reset->setSizePolicy(policy);
    setValue(field, standardValue(option));
    return field;
}

void OptionForm::setOptions(const std::vector<OptionSpec> &options)
{
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_fields.clear();
    for (const OptionSpec &option : options) {
        const Field field = makeField(option);
        auto *row = new QHBoxLayout;
        row->setSpacing(space::kTiny);
        row->addWidget(field.editor, 1);
        row->addWidget(field.reset);
        m_layout->addRow(field.label, row);
        m_fields.push_back(field);
        const auto edited = [this, field] {
            mark(field);
            Q_EMIT changed();
        };
        if (auto *choice = qobject_cast<QComboBox *>(field.editor))
            connect(choice, &QComboBox::currentIndexChanged, this, edited);
        else if (auto *whole = qobject_cast<QSpinBox *>(field.editor))
            connect(whole, &QSpinBox::valueChanged, this, edited);
        else
            connect(static_cast<QDoubleSpinBox *>(field.editor), &QDoubleSpinBox::valueChanged,
                this, edited);
        connect(field.reset, &QToolButton::clicked, this, [field] {
            field.editor->setFocus();
            setValue(field, standardValue(field.option));
        });
    }
    retranslate();
    Q_EMIT changed();
}

QJsonObject OptionForm::changedOptions() const
{
    QJsonObject options;
    for (const Field &field : m_fields) {
        const QJsonValue value = valueOf(field);
        if (value != standardValue(field.option))
            options.insert(field.option.name, value);
    }
    return options;
}

void OptionForm::setValues(const QJsonObject &values)
{
    for (const Field &field : m_fields) {
        const auto found = values.find(field.option.name);
        setValue(field, found == values.end() ? standardValue(field.option) : *found);
    }
}

QJsonValue OptionForm::valueOf(const Field &field)
{
    if (const auto *choice = qobject_cast<const QComboBox *>(field.editor))
        return choice->currentData().toString();
    if (const auto *whole = qobject_cast<const QSpinBox *>(field.editor))
        return double(whole->value());
    const double value = static_cast<const QDoubleSpinBox *>(field.editor)->value();
    // A default with more digits than the field shows is still the default.
    const double shown = std::pow(10.0, -decimalsFor(field.option));
    return std::abs(value - field.option.standard) < shown / 2 ? field.option.standard : value;
}

void OptionForm::setValue(const Field &field, const QJsonValue &value)
{
    if (auto *choice = qobject_cast<QComboBox *>(field.editor))
        choice->setCurrentIndex(std::max(0, choice->findData(value.toString())));
    else if (auto *whole = qobject_cast<QSpinBox *>(field.editor))
        whole->setValue(static_cast<int>(value.toDouble()));
    else
        static_cast<QDoubleSpinBox *>(field.editor)->setValue(value.toDouble());
}

void OptionForm::mark(const Field &field)
{
    const bool own = valueOf(field) != standardValue(field.option);
    field.reset->setVisible(own);
    QFont font = themeFont(type::kBody, own ? QFont::DemiBold : QFont::Normal);
    field.label->setFont(font);
}

void OptionForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OptionForm::retranslateField(const Field &field)
{
    const QString title = QCoreApplication::translate("Model", field.option.title);
    const QString help = QCoreApplication::translate("Model", field.option.description);
    //: What an option means, then its default
    const QString tip = tr("%1\n%2").arg(help, defaultText(field.option));
    field.label->setText(title);
    field.label->setToolTip(tip);
    field.editor->setToolTip(tip);
    field.editor->setAccessibleName(title);
    field.editor->setAccessibleDescription(tip);
    //: %1 is the name of a field
    field.reset->setAccessibleName(tr("Reset %1").arg(title));
    field.reset->setToolTip(tr("Back to the default: %1")
                                .arg(optionValueText(field.option, standardValue(field.option))));
    if (auto *choice = qobject_cast<QComboBox *>(field.editor)) {
        for (int i = 0; i < choice->count(); ++i)
            choice->setItemText(i,
                QCoreApplication::translate(
                    "Model", field.option.choices[static_cast<std::size_t>(i)].title));
    }
}

void OptionForm::retranslate()
{
    for (const Field &field : m_fields) {
        retranslateField(field);
        mark(field);
    }
}

} // namespace belvedere::ui
