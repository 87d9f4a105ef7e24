// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace belvedere::ui {

/// A page as it will be printed, as large as there is room. Page Up and Page Down turn the pages.
class PagePreview : public QWidget
{
    Q_OBJECT

public:
    explicit PagePreview(QWidget *parent = nullptr);

    /// @param page  from 0. @param pages  0 = it has none, as a picture.
    void setPicture(const QImage &picture, int page, int pages);
    [[nodiscard]] const QImage &picture() const { return m_picture; }
    /// In place of a picture, or beside an older one.
    void setNote(const QString &note);
    [[nodiscard]] QString note() const { return m_note; }
    /// Room for a picture, in the screen's pixels.
    [[nodiscard]] QSize room() const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void resized();
    void turned(int pages); ///< by how many, negative = backwards

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QImage m_picture;
    QString m_note;
    int m_page = 0;
    int m_pages = 0;
};

} // namespace belvedere::ui
