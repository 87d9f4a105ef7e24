// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace belvedere::ui {

/// What data of incidents can and cannot mean, for people who act on them.
class ModelCardDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ModelCardDialog(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_text;
    QPushButton *m_close;
};

} // namespace belvedere::ui
