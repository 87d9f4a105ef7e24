// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/preferences.h"

#include <QWidget>

#include <functional>
#include <vector>

class QComboBox;
class QVBoxLayout;

namespace belvedere::ui {

/// A page of the preferences: rows of a label and a control, which apply at once. A page shows
/// what the preferences say, whoever changed them.
class PreferencePage : public QWidget
{
    Q_OBJECT

public:
    explicit PreferencePage(Preferences &preferences, QWidget *parent = nullptr);

    using Text = std::function<QString()>;
    /// A choice among values. `read` takes the present one out of the preferences, `write` changes
    /// it. `note` is a line below, such as an example; it follows the preferences.
    QComboBox *addChoice(const Text &label, const std::vector<std::pair<QVariant, Text>> &choices,
        std::function<QVariant(const PreferenceValues &)> read,
        std::function<void(const QVariant &)> write, const Text &note = {});
    void addSwitch(const Text &label, std::function<bool(const PreferenceValues &)> read,
        std::function<void(bool)> write, const Text &note = {});
    void addButton(const Text &label, std::function<void()> run);
    /// Something else over the whole width.
    void addWidget(QWidget *widget);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addNote(const Text &note);
    void refresh();

    Preferences &m_preferences;
    QVBoxLayout *m_layout;
    /// Each sets the texts and the present value of one row.
    std::vector<std::function<void()>> m_refreshers;
};

} // namespace belvedere::ui
