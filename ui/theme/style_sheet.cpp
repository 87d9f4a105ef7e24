// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/style_sheet.h"

#include <QHash>

namespace belvedere::ui {

namespace {

// Padding is one pixel smaller where a focus ring of two pixels replaces a border of one, so that
// nothing moves when the focus does.
const char kTemplate[] = R"(
QToolTip { background: @raised; color: @textPrimary; border: 1px solid @controlBorder; padding: 5px 8px; }
QMainWindow, QDialog { background: @ground; }
QMainWindow::separator { background: @ground; width: 8px; height: 8px; }
QFrame[panel="true"] { background: @panel; border: 1px solid @border; border-radius: 8px; }
QLabel { background: transparent; }
QLabel[secondary="true"] { color: @textSecondary; }
QLabel[badge="true"] { color: @textSecondary; border: 1px solid @controlBorder; border-radius: 4px; padding: 1px 6px; font-size: @captionSize; }

QPushButton, QToolButton {
    background: @raised; color: @textPrimary; border: 1px solid @border; border-radius: 6px;
    padding: 5px 13px; min-height: 20px; outline: none;
}
QToolButton { padding: 5px; min-width: 20px; }
QPushButton:hover, QToolButton:hover { background: @hover; border-color: @controlBorder; }
QPushButton:pressed, QToolButton:pressed { background: @pressed; }
QPushButton:focus { border: 2px solid @focus; padding: 4px 12px; }
QToolButton:focus { border: 2px solid @focus; padding: 4px; }
QPushButton:disabled, QToolButton:disabled { background: @panel; color: @textDisabled; border-color: @border; }
QPushButton:checked, QToolButton:checked { background: @selection; border-color: @accent; }
QPushButton[primary="true"] { background: @accent; color: @textOnAccent; border-color: @accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[primary="true"]:pressed { background: @accentPressed; border-color: @accentPressed; }
QPushButton[primary="true"]:focus { border: 2px solid @textPrimary; }
QPushButton[primary="true"]:disabled { background: @raised; color: @textDisabled; border-color: @border; }
QPushButton[flat="true"], QToolButton[autoRaise="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover, QToolButton[autoRaise="true"]:hover { background: @hover; }
QPushButton[flat="true"]:pressed, QToolButton[autoRaise="true"]:pressed { background: @pressed; }
QPushButton[flat="true"]:focus, QToolButton[autoRaise="true"]:focus { border: 2px solid @focus; }
QToolButton[autoRaise="true"]:checked { background: @selection; border-color: transparent; }
QToolButton[autoRaise="true"]:checked:focus { border: 2px solid @focus; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton[dense="true"] { padding: 2px 5px; }
QToolButton[dense="true"]:focus { padding: 1px 4px; }
QToolButton::menu-button { border: none; width: 16px; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateTimeEdit, QDateEdit, QTimeEdit {
    background: @panel; color: @textPrimary; border: 1px solid @controlBorder; border-radius: 6px;
    padding: 4px 8px; selection-background-color: @accent; selection-color: @textOnAccent;
}
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateTimeEdit, QDateEdit, QTimeEdit { min-height: 22px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QDateTimeEdit:focus, QDateEdit:focus, QTimeEdit:focus { border: 2px solid @focus; padding: 3px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled,
QComboBox:disabled, QDateTimeEdit:disabled, QDateEdit:disabled, QTimeEdit:disabled { color: @textDisabled; border-color: @border; }
QLineEdit:read-only { background: @ground; border-color: @border; }
QComboBox { padding-right: 28px; combobox-popup: 0; }
QComboBox:focus { padding-right: 27px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url(:/indicators/@mode/chevron-down.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @controlBorder; padding: 4px; outline: none; }
QComboBox QAbstractItemView:focus { border: 1px solid @controlBorder; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: @selection; color: @textPrimary; }
QSpinBox, QDoubleSpinBox, QDateTimeEdit, QDateEdit, QTimeEdit { padding-right: 26px; }
QSpinBox:focus, QDoubleSpinBox:focus, QDateTimeEdit:focus, QDateEdit:focus, QTimeEdit:focus { padding-right: 25px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 24px; border: none; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; margin-right: 2px; border-top-right-radius: 4px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; margin-right: 2px; border-bottom-right-radius: 4px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-button:pressed, QAbstractSpinBox::down-button:pressed { background: @pressed; }
QAbstractSpinBox::up-arrow { image: url(:/indicators/@mode/chevron-up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(:/indicators/@mode/chevron-down.svg); width: 12px; height: 12px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 3px; min-height: 20px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: @focus; }
QCheckBox:disabled, QRadioButton:disabled { color: @textDisabled; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: 16px; height: 16px; border: 1px solid @controlBorder; background: @panel; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: @accent; border-color: @accent; image: url(:/indicators/@mode/check.svg); }
QCheckBox::indicator:indeterminate { background: @accent; border-color: @accent; image: url(:/indicators/@mode/dash.svg); }
QRadioButton::indicator:checked { background: @accent; border-color: @accent; image: url(:/indicators/@mode/dot.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @border; background: @raised; }

QSlider { min-height: 24px; border: 2px solid transparent; border-radius: 6px; }
QSlider::groove:horizontal { height: 4px; background: @border; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -7px 0; background: @accent; border: 1px solid @panel; border-radius: 9px; }
QSlider::handle:horizontal:hover { background: @accentHover; }
QSlider:focus { border-color: @focus; }
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled { background: @textDisabled; }
QSlider:vertical { min-width: 24px; }
QSlider::groove:vertical { width: 4px; background: @border; border-radius: 2px; }
QSlider::add-page:vertical { background: @accent; border-radius: 2px; }
QSlider::handle:vertical { width: 16px; height: 16px; margin: 0 -7px; background: @accent; border: 1px solid @panel; border-radius: 9px; }

QProgressBar { background: @border; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; text-align: center; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }

QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @textSecondary; padding: 8px 12px; min-height: 18px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @textPrimary; background: @hover; }
QTabBar::tab:selected { color: @textPrimary; border-bottom: 2px solid @accent; }
QTabBar::tab:disabled { color: @textDisabled; }
QTabBar:focus { outline: none; }
QTabBar::tab:selected:focus { border: 2px solid @focus; padding: 6px 10px 8px 10px; border-radius: 4px; }

QAbstractItemView { background: @panel; alternate-background-color: @alternate; color: @textPrimary; border: 1px solid @border; border-radius: 6px; padding: 1px; outline: none; gridline-color: @border; selection-background-color: @selection; selection-color: @textPrimary; }
QAbstractItemView:focus { border: 2px solid @focus; padding: 0; }
QTableView::item, QTreeView::item, QListView::item { padding: 4px 8px; border: none; }
QListView::item, QTreeView::item { min-height: 24px; }
QAbstractItemView::item:hover { background: @hover; }
QAbstractItemView::item:selected { background: @selection; color: @textPrimary; }
QAbstractItemView::item:disabled { color: @textDisabled; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: @panel; color: @textSecondary; border: none; border-bottom: 1px solid @border; padding: 6px 8px; font-weight: 600; }
QHeaderView::section:hover { color: @textPrimary; background: @hover; }
QHeaderView::up-arrow { image: url(:/indicators/@mode/chevron-up.svg); width: 12px; height: 12px; subcontrol-position: center right; right: 4px; }
QHeaderView::down-arrow { image: url(:/indicators/@mode/chevron-down.svg); width: 12px; height: 12px; subcontrol-position: center right; right: 4px; }
QTableCornerButton::section { background: @panel; border: none; border-bottom: 1px solid @border; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#qt_scrollarea_viewport { background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @scrollHandle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @controlBorder; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }

QMenuBar { background: @panel; border-bottom: 1px solid @border; padding: 2px; }
QMenuBar::item { padding: 5px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @panel; border: 1px solid @controlBorder; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; min-height: 16px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @textDisabled; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::indicator { width: 16px; height: 16px; margin-left: 6px; }
QMenu::indicator:checked { image: url(:/indicators/@mode/check-text.svg); }

QGroupBox { background: @panel; border: 1px solid @border; border-radius: 8px; margin-top: 26px; padding: 12px 8px 8px 8px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 2px 2px 6px 2px; color: @textPrimary; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @border; }
QStatusBar { background: @panel; border-top: 1px solid @border; color: @textSecondary; }
QStatusBar::item { border: none; }
QToolBar { background: @panel; border: none; border-bottom: 1px solid @border; spacing: 4px; padding: 4px; }
QToolButton[compact="true"] { padding: 3px; min-width: 16px; min-height: 16px; border-radius: 4px; }
QToolButton[compact="true"]:focus { padding: 2px; }
QLineEdit > QToolButton { background: transparent; border: none; padding: 0; min-width: 0; min-height: 0; }
QFrame[overlay="true"] { background: @panel; border: 1px solid @controlBorder; border-radius: 8px; }
QFrame[dockTitle="true"] { background: @panel; border: none; border-bottom: 1px solid @border; }
QDockWidget > QWidget { background: @panel; }
QTabBar[documentMode="true"]::tab { padding: 5px 12px; }
QDockWidget { color: @textSecondary; titlebar-close-icon: url(:/indicators/@mode/close.svg); titlebar-normal-icon: url(:/indicators/@mode/float.svg); }
QDockWidget::title { background: @panel; padding: 6px 8px; border-bottom: 1px solid @border; }
)";

} // namespace

QString styleSheet(const Tokens &t, double textScale)
{
    const bool dark = t.ground.lightness() < t.textPrimary.lightness();
    const QHash<QString, QString> values = {
        {QStringLiteral("mode"), dark ? QStringLiteral("dark") : QStringLiteral("light")},
        {QStringLiteral("captionSize"),
            QStringLiteral("%1px").arg(qRound(type::kCaption * textScale))},
        {QStringLiteral("ground"), t.ground.name()},
        {QStringLiteral("panel"), t.panel.name()},
        {QStringLiteral("raised"), t.raised.name()},
        {QStringLiteral("border"), t.border.name()},
        {QStringLiteral("controlBorder"), t.controlBorder.name()},
        {QStringLiteral("hover"), t.hover.name()},
        {QStringLiteral("pressed"), t.pressed.name()},
        {QStringLiteral("textPrimary"), t.textPrimary.name()},
        {QStringLiteral("textSecondary"), t.textSecondary.name()},
        {QStringLiteral("textDisabled"), t.textDisabled.name()},
        {QStringLiteral("textOnAccent"), t.textOnAccent.name()},
        {QStringLiteral("accent"), t.accent.name()},
        {QStringLiteral("accentHover"), t.accentHover.name()},
        {QStringLiteral("accentPressed"), t.accentPressed.name()},
        {QStringLiteral("selection"), t.selection.name()},
        {QStringLiteral("focus"), t.focus.name()},
        {QStringLiteral("alternate"), blended(withOpacity(t.raised, 0.4), t.panel).name()},
        {QStringLiteral("scrollHandle"), blended(withOpacity(t.textTertiary, 0.5), t.panel).name()},
    };
    const QString text = QString::fromUtf8(kTemplate);
    QString sheet;
    sheet.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != QLatin1Char('@')) {
            sheet += text[i];
            continue;
        }
        qsizetype end = i + 1;
        while (end < text.size() && text[end].isLetter())
            ++end;
        sheet += values.value(text.mid(i + 1, end - i - 1));
        i = end - 1;
    }
    return sheet;
}

} // namespace belvedere::ui
