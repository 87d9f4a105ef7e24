// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/model_card_dialog.h"

#include "safety/safety_text.h"
#include "theme/tokens.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace belvedere::ui {

namespace {

constexpr int kTextWidth = 520;

} // namespace

ModelCardDialog::ModelCardDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QLabel(this))
    , m_close(new QPushButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setMinimumWidth(kTextWidth);
    m_close->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kXLarge, space::kLarge, space::kXLarge, space::kLarge);
    column->setSpacing(space::kLarge);
    column->addWidget(m_text, 1);
    column->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
}

void ModelCardDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ModelCardDialog::retranslate()
{
    setWindowTitle(tr("What these data can mean"));
    QString items;
    for (const QString &sentence : cardSentences())
        items += QStringLiteral("<li style=\"margin-bottom: %1px\">%2</li>")
                     .arg(space::kSmall)
                     .arg(sentence.toHtmlEscaped());
    m_text->setText(QStringLiteral("<ul style=\"margin-left: -20px\">%1</ul>").arg(items));
    m_text->setAccessibleName(windowTitle());
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
}

} // namespace belvedere::ui
