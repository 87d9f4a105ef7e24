// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QLineEdit;

namespace belvedere::ui {

/// A card beside a line edit that tells how its text is understood, or what is wrong with it. It
/// lies above everything else in the window and takes no room, no focus and no clicks.
class HintCard : public QLabel
{
    Q_OBJECT

public:
    /// Goes with `field`.
    explicit HintCard(QLineEdit *field);

    void showHelp(const QString &text);
    /// Marks the field too, until dismiss() or showHelp().
    void showError(const QString &text);
    void dismiss();
    /// Empty while it is hidden.
    [[nodiscard]] QString shownText() const;

private:
    void present(const QString &text, bool wrong);
    void place();

    QLineEdit *m_field;
    bool m_shown = false;
};

} // namespace belvedere::ui
