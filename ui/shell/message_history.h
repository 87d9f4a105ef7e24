// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QToolButton>

#include <deque>

namespace belvedere::ui {

class StatusPopup;

/// The last message of the program in the status line; a click shows the earlier ones.
class MessageHistory : public QToolButton
{
    Q_OBJECT

public:
    struct Entry
    {
        QDateTime at;
        QString text;
        bool isProblem = false;
    };

    explicit MessageHistory(QWidget *parent = nullptr);

    /// An empty text is no message. A message like the last one only renews its time.
    void add(const QString &text, bool isProblem = false);
    /// Latest first.
    [[nodiscard]] const std::deque<Entry> &entries() const { return m_entries; }
    void showHistory();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateText();

    std::deque<Entry> m_entries;
    StatusPopup *m_popup;
};

} // namespace belvedere::ui
