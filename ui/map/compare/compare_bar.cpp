// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/compare/compare_bar.h"

#include "theme/icons.h"
#include "theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace belvedere::ui {

namespace {

using Mode = MapCompare::Mode;

constexpr std::array kModes = {Mode::Split, Mode::Swipe, Mode::Peek};
constexpr std::array kIcons = {"compare-split", "compare-swipe", "compare-peek"};

} // namespace

CompareBar::CompareBar(MapCompare &compare, QWidget *parent)
    : QFrame(parent)
{
    setProperty("panel", true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kHair, space::kHair, space::kHair, space::kHair);
    layout->setSpacing(space::kHair);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    for (std::size_t i = 0; i < kModes.size(); ++i) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setIcon(icon(QLatin1String(kIcons[i])));
        button->setIconSize({metric::kIcon, metric::kIcon});
        connect(button, &QToolButton::clicked, &compare,
            [&compare, mode = kModes[i]](bool on) { compare.setMode(on ? mode : Mode::Off); });
        layout->addWidget(button);
        m_buttons[i] = button;
    }
    const auto show = [this](Mode mode) {
        for (std::size_t i = 0; i < kModes.size(); ++i)
            m_buttons[i]->setChecked(kModes[i] == mode);
    };
    connect(&compare, &MapCompare::modeChanged, this, show);
    show(compare.mode());
    retranslate();
}

QToolButton *CompareBar::button(MapCompare::Mode mode) const
{
    const auto *found = std::find(kModes.begin(), kModes.end(), mode);
    return found == kModes.end() ? nullptr : m_buttons[std::size_t(found - kModes.begin())];
}

void CompareBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void CompareBar::retranslate()
{
    setAccessibleName(tr("Compare"));
    const std::array<QString, 3> names = {
        tr("Compare side by side"), tr("Compare by swiping"), tr("Hold to peek")};
    const std::array<QString, 3> tips = {tr("Both maps side by side"),
        tr("The other map to the right of a divider"), tr("The other map while C is held")};
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setAccessibleName(names[i]);
        m_buttons[i]->setToolTip(tips[i]);
    }
}

} // namespace belvedere::ui
