// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace belvedere::ui {

/// What came of saving a report: the file with the ways to it, or why there is none. Hidden while
/// it has nothing to say.
class ReportOutcome : public QFrame
{
    Q_OBJECT

public:
    explicit ReportOutcome(QWidget *parent = nullptr);

    void showSaved(const QString &file);
    void showError(const Error &error);
    void showNotice(const QString &text);
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isError() const { return m_error.has_value(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void open(const QString &path);

    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_openFile;
    QPushButton *m_openFolder;
    QString m_file;
    QString m_notice;
    std::optional<Error> m_error;
};

} // namespace belvedere::ui
