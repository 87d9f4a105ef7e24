// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/error_text.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QMessageBox>

namespace belvedere::ui {

QString errorText(const Error &error)
{
    const QString sentence = fillIn(QCoreApplication::translate("Error", error.text), error.args);
    if (error.where.isEmpty())
        return sentence;
    //: %1 is a place such as "sensors.csv:12", %2 a whole sentence about what is wrong there
    return fillIn(QCoreApplication::translate("ErrorText", "%1: %2"), {error.where, sentence});
}

void showError(QWidget *parent, const Error &error)
{
    if (error.code == Errc::Cancelled)
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, QGuiApplication::applicationDisplayName(),
        errorText(error), QMessageBox::Ok, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (!error.detail.isEmpty())
        box->setDetailedText(error.detail);
    box->open();
}

} // namespace belvedere::ui
