// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QScreen;

namespace belvedere::ui {

class CityClock;
class ScaledHost;
class WallContent;

/// The city on a wall: key figures, map, top events and the clock, nothing to edit. Text is 1.5
/// to 2 times its usual size, by the screen's height. Esc or F11 leaves; the pointer hides when
/// it rests. The window of the desk stays as it is.
class WallWindow : public QWidget
{
    Q_OBJECT

public:
    /// Takes over what `content` makes. @param window  of the desk; the wall goes with it.
    WallWindow(WallContent &content, CityClock &clock, QWidget *window);

    /// Full screen on `screen`.
    void showOn(QScreen *screen);
    void setCityName(const QString &name);
    void setZone(const QTimeZone &zone);
    /// 1.5 … 2 for a screen of that height in device-independent pixels.
    [[nodiscard]] static double scaleFor(int screenHeight);
    /// A second screen if there is one, else the one `window` is on.
    [[nodiscard]] static QScreen *preferredScreen(const QWidget *window);
    [[nodiscard]] bool isPointerHidden() const { return m_pointerHidden; }
    /// Milliseconds of rest before the pointer hides.
    void setPointerRest(int ms) { m_pointerTimer.setInterval(ms); }

Q_SIGNALS:
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeader();
    void watchPointer(QWidget *widget);
    void setPointerHidden(bool hidden);
    void updateClock();
    void retranslate();

    CityClock &m_clock;
    QTimeZone m_zone;
    QString m_cityName;
    QLabel *m_city = nullptr;
    QLabel *m_date = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_hint = nullptr;
    std::vector<ScaledHost *> m_scaled;
    QTimer m_pointerTimer;
    bool m_pointerHidden = false;
};

} // namespace belvedere::ui
