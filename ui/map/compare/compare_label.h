// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace belvedere::ui {

/// Which of two maps one looks at: its letter and what it shows. The letter stands at the side of
/// the divider. The pointer passes through.
class CompareLabel : public QWidget
{
    Q_OBJECT

public:
    enum class Side { A, B };

    explicit CompareLabel(Side side, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Side m_side;
    QString m_text;
};

} // namespace belvedere::ui
