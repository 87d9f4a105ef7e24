// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace belvedere::ui {

class CommandRegistry;

/// The button in the top bar that looks like a field and opens the command bar's list.
class CommandField : public QPushButton
{
    Q_OBJECT

public:
    explicit CommandField(CommandRegistry &commands, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    CommandRegistry &m_commands;
};

} // namespace belvedere::ui
