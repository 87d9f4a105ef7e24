// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace belvedere::ui {

/// One line of text that gives way: what does not fit is elided and the tool tip says it whole.
class ElidedLabel : public QFrame
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    explicit ElidedLabel(const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    void setElideMode(Qt::TextElideMode mode);
    /// Secondary text colour instead of the primary one.
    void setSecondary(bool secondary);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateElision();

    QString m_text;
    QString m_shown;
    Qt::TextElideMode m_mode = Qt::ElideRight;
    bool m_secondary = false;
};

} // namespace belvedere::ui
