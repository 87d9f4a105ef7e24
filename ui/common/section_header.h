// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace belvedere::ui {

class ElidedLabel;

/// The title of a part of a page, with a remark in secondary colour and room for small controls
/// at the end.
class SectionHeader : public QWidget
{
    Q_OBJECT

public:
    explicit SectionHeader(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setRemark(const QString &remark);
    /// Adds a control at the trailing end and takes it over.
    void addControl(QWidget *control);

protected:
    void changeEvent(QEvent *event) override;

private:
    QHBoxLayout *m_layout;
    QLabel *m_title;
    ElidedLabel *m_remark;
};

} // namespace belvedere::ui
