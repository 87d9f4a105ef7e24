// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/progress_panel.h"

#include "common/elided_label.h"
#include "common/format.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace belvedere::ui {

namespace {
constexpr int kScale = 1000;
constexpr qint64 kTellsNothingMs = 1000;
constexpr double kTooSmallFraction = 0.01;
} // namespace

ProgressPanel::ProgressPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_text(new ElidedLabel(this))
    , m_remaining(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(space::kSmall);
    layout->setVerticalSpacing(space::kTiny);
    m_title->setFont(themeFont(type::kBody, QFont::DemiBold));
    m_text->setFont(themeFont(type::kCaption));
    m_text->setSecondary(true);
    m_remaining->setFont(themeFont(type::kCaption));
    m_remaining->setProperty("secondary", true);
    m_bar->setRange(0, kScale);
    m_bar->setTextVisible(false);
    m_cancel->setIcon(icon(QStringLiteral("cancel")));
    m_cancel->setAutoRaise(true);
    layout->addWidget(m_title, 0, 0, 1, 2);
    layout->addWidget(m_cancel, 0, 2, 3, 1, Qt::AlignVCenter);
    layout->addWidget(m_bar, 1, 0, 1, 2);
    layout->addWidget(m_text, 2, 0);
    layout->addWidget(m_remaining, 2, 1, Qt::AlignRight);
    layout->setColumnStretch(0, 1);
    connect(m_cancel, &QToolButton::clicked, this, &ProgressPanel::cancelRequested);
    retranslate();
}

void ProgressPanel::start(const QString &title)
{
    m_title->setText(title);
    m_bar->setAccessibleName(title);
    m_elapsed.start();
    setProgress(-1.0);
    m_cancel->setEnabled(true);
}

void ProgressPanel::setProgress(double fraction, const QString &text)
{
    m_fraction = fraction < 0.0 ? -1.0 : std::min(fraction, 1.0);
    m_bar->setRange(0, m_fraction < 0.0 ? 0 : kScale);
    m_bar->setValue(m_fraction < 0.0 ? -1 : qRound(m_fraction * kScale));
    m_text->setText(text);
    updateRemaining();
}

void ProgressPanel::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
}

double ProgressPanel::remainingSeconds() const
{
    return m_elapsed.isValid() ? remainingSeconds(m_fraction, m_elapsed.elapsed()) : -1.0;
}

double ProgressPanel::remainingSeconds(double fraction, qint64 elapsedMs)
{
    if (fraction >= 1.0)
        return 0.0;
    if (fraction < kTooSmallFraction || elapsedMs < kTellsNothingMs)
        return -1.0;
    return double(elapsedMs) / 1000.0 * (1.0 - fraction) / fraction;
}

void ProgressPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProgressPanel::retranslate()
{
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setToolTip(tr("Cancel"));
    updateRemaining();
}

void ProgressPanel::updateRemaining()
{
    const double seconds = remainingSeconds();
    if (seconds <= 0.0) {
        m_remaining->clear();
        return;
    }
    //: %1 is a duration such as "1 min 20 s"
    m_remaining->setText(tr("%1 left").arg(formatDuration(std::max(1.0, seconds))));
}

} // namespace belvedere::ui
