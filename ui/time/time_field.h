// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/time_context.h"

#include <QLineEdit>

namespace belvedere::ui {

class HintCard;

/// The instant shown, as text that can be typed over: see parseTimeText(). While somebody types, a
/// card above the field tells how the text is understood; after Enter, why it is not.
class TimeField : public QLineEdit
{
    Q_OBJECT

public:
    explicit TimeField(QWidget *parent = nullptr);

    /// Shows the instant, unless somebody is typing.
    void setContext(const TimeContext &context);
    /// Takes the focus with everything selected, as the key G does.
    void startTyping();
    /// What stands on the card; empty while it is hidden.
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void timeEntered(belvedere::UtcMs instant);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void commit();
    void preview();
    void leaveTyping();
    void showInstant();
    void retranslate();
    /// @return empty if the instant can be shown.
    [[nodiscard]] QString whyNot(UtcMs instant) const;

    TimeContext m_context;
    bool m_typing = false;
    HintCard *m_hint;
};

} // namespace belvedere::ui
