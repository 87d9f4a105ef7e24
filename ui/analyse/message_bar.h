// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QFrame>

#include <optional>

class QLabel;
class QToolButton;

namespace belvedere::ui {

/// A line across a page that asks for attention without taking the focus; hidden while it has
/// nothing to say.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Nothing for Errc::Cancelled, which is what the person asked for.
    void showError(const Error &error);
    void showNotice(const QString &text);
    void clear();
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void show(const QString &iconName, const QString &text);

    std::optional<Error> m_error;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_close;
};

} // namespace belvedere::ui
