// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace belvedere::ui {

class HintCard;

/// A speed of the clock, chosen from a few or typed freely: see parseSpeed().
class SpeedBox : public QComboBox
{
    Q_OBJECT

public:
    explicit SpeedBox(QWidget *parent = nullptr);

    void setSpeed(double secondsPerSecond);
    [[nodiscard]] QString hint() const;

Q_SIGNALS:
    /// By the person.
    void speedChosen(double secondsPerSecond);

protected:
    void changeEvent(QEvent *event) override;

private:
    void commit();
    void retranslate();

    double m_speed = 1.0;
    HintCard *m_hint;
};

} // namespace belvedere::ui
