// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace belvedere::ui {

/// What stands where nothing is yet: an icon, one sentence that says why, one action that helps.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const QString &iconName, QWidget *parent = nullptr);

    void setText(const QString &sentence);
    /// An empty text hides the button.
    void setActionText(const QString &text);
    [[nodiscard]] QPushButton *actionButton() const { return m_button; }
    /// Another way on; hidden until it has a text.
    void setSecondActionText(const QString &text);

Q_SIGNALS:
    void actionTriggered();
    void secondActionTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QPushButton *m_second;
};

} // namespace belvedere::ui
