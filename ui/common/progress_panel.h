// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace belvedere::ui {

class ElidedLabel;

/// A piece of background work as the person sees it: its name, how far it is, how long it will
/// still take, and a way to stop it.
class ProgressPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressPanel(QWidget *parent = nullptr);

    /// Begins anew: nothing done, the clock at zero.
    void start(const QString &title);
    /// Fraction 0 … 1, negative = unknown; `text` says what is being done.
    void setProgress(double fraction, const QString &text = {});
    void setCancellable(bool cancellable);
    [[nodiscard]] double fraction() const { return m_fraction; }
    /// Seconds still to go, from the time so far; negative while nobody can say.
    [[nodiscard]] double remainingSeconds() const;
    /// The same for `elapsedMs` of work: the first tenth of a second tells nothing yet.
    [[nodiscard]] static double remainingSeconds(double fraction, qint64 elapsedMs);

Q_SIGNALS:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateRemaining();

    ElidedLabel *m_title;
    ElidedLabel *m_text;
    QLabel *m_remaining;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
    QElapsedTimer m_elapsed;
    double m_fraction = -1.0;
};

} // namespace belvedere::ui
