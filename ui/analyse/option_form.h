// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/option_spec.h"

#include <QWidget>

#include <vector>

class QFormLayout;
class QLabel;
class QToolButton;

namespace belvedere::ui {

/// A form made from the options that a kind of model declares: choices, numbers, whole numbers.
/// What differs from its default is marked and can be put back.
class OptionForm : public QWidget
{
    Q_OBJECT

public:
    /// Of all forms of the workspace, so that fields of neighbouring forms stand in one line.
    static constexpr int kLabelWidth = 108;
    /// The caller puts it into a layout or on a widget.
    [[nodiscard]] static QFormLayout *makeLayout();

    explicit OptionForm(QWidget *parent = nullptr);

    /// Replaces the fields; all stand at their defaults.
    void setOptions(const std::vector<OptionSpec> &options);
    /// What differs from the defaults; the trainer fills in the rest.
    [[nodiscard]] QJsonObject changedOptions() const;
    /// Absent ones go to their defaults, unknown ones are ignored.
    void setValues(const QJsonObject &values);
    [[nodiscard]] bool isEmpty() const { return m_fields.empty(); }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field
    {
        OptionSpec option;
        QLabel *label = nullptr;
        QWidget *editor = nullptr;
        QToolButton *reset = nullptr;
    };
    [[nodiscard]] Field makeField(const OptionSpec &option);
    void retranslate();
    void retranslateField(const Field &field);
    static void mark(const Field &field);
    [[nodiscard]] static QJsonValue valueOf(const Field &field);
    static void setValue(const Field &field, const QJsonValue &value);

    QFormLayout *m_layout;
    std::vector<Field> m_fields;
};

/// The default and its reason, for a tool tip: "Default: 0.002. <source>".
[[nodiscard]] QString defaultText(const OptionSpec &option);
/// A value as people read it: the title of a choice, a number in their language.
[[nodiscard]] QString optionValueText(const OptionSpec &option, const QJsonValue &value);

} // namespace belvedere::ui
