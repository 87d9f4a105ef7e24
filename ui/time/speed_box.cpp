// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/speed_box.h"

#include "common/error_text.h"
#include "time/hint_card.h"
#include "time/speed_text.h"

#include <QEvent>
#include <QLineEdit>

namespace belvedere::ui {

namespace {
constexpr double kSpeeds[] = {
    0.1, 1, 10, 60, 300, 1200, 3600, 21'600, 86'400, 604'800, 365.25 * 86'400 / 12};
} // namespace

SpeedBox::SpeedBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setCompleter(nullptr);
    setSizeAdjustPolicy(AdjustToContents);
    setMaxVisibleItems(int(std::size(kSpeeds)));
    m_hint = new HintCard(lineEdit());
    for (const double speed : kSpeeds)
        addItem(QString(), speed);
    connect(this, &QComboBox::activated, this, [this](int index) {
        m_hint->dismiss();
        Q_EMIT speedChosen(itemData(index).toDouble());
    });
    connect(lineEdit(), &QLineEdit::returnPressed, this, &SpeedBox::commit);
    connect(lineEdit(), &QLineEdit::textEdited, m_hint, &HintCard::dismiss);
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (!lineEdit()->hasFocus()) { // left without Enter
            m_hint->dismiss();
            setSpeed(m_speed);
        }
    });
    retranslate();
}

void SpeedBox::setSpeed(double secondsPerSecond)
{
    m_speed = secondsPerSecond;
    if (lineEdit()->hasFocus() && lineEdit()->isModified())
        return;
    setEditText(formatSpeed(m_speed));
    lineEdit()->setCursorPosition(0);
}

QString SpeedBox::hint() const
{
    return m_hint->shownText();
}

void SpeedBox::commit()
{
    const auto speed = parseSpeed(currentText());
    if (!speed) {
        m_hint->showError(errorText(speed.error()));
        lineEdit()->selectAll();
        return;
    }
    m_hint->dismiss();
    lineEdit()->setModified(false);
    Q_EMIT speedChosen(*speed);
    setSpeed(*speed);
}

void SpeedBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QComboBox::changeEvent(event);
}

void SpeedBox::retranslate()
{
    for (int i = 0; i < count(); ++i)
        setItemText(i, formatSpeed(itemData(i).toDouble()));
    setEditText(formatSpeed(m_speed));
}

} // namespace belvedere::ui
