// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/option_spec.h"

#include <QWidget>

#include <vector>

class QAbstractSpinBox;
class QFormLayout;
class QLabel;

namespace belvedere::ui {

/// A form made from the options that a kind of model declares.
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

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field
    {
        OptionSpec option;
        QLabel *label = nullptr;
        QAbstractSpinBox *editor = nullptr;
    };
    void retranslate();
    [[nodiscard]] static double valueOf(const Field &field);
    static void setValue(const Field &field, double value);

    QFormLayout *m_layout;
    std::vector<Field> m_fields;
};

} // namespace belvedere::ui
