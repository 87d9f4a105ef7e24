// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace belvedere::ui {

/// A text on a card over the map that the pointer passes through; without text it is hidden. What
/// does not fit into the width is wrapped.
class OverlayText : public QWidget
{
    Q_OBJECT

public:
    enum class Tone {
        Quiet, ///< small and secondary
        Hint
    };

    explicit OverlayText(Tone tone, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont shownFont() const;

    Tone m_tone;
    QString m_text;
};

} // namespace belvedere::ui
