// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/preference_page.h"

#include "theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace belvedere::ui {

PreferencePage::PreferencePage(Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::kTiny);
    m_layout->addStretch();
    connect(&m_preferences, &Preferences::changed, this, &PreferencePage::refresh);
}

void PreferencePage::addWidget(QWidget *widget)
{
    m_layout->insertWidget(m_layout->count() - 1, widget);
}

void PreferencePage::addNote(const Text &note)
{
    if (note) {
        auto *label = new QLabel(this);
        label->setProperty("secondary", true);
        label->setFont(themeFont(type::kDense));
        label->setWordWrap(true);
        m_refreshers.push_back([label, note] { label->setText(note()); });
        addWidget(label);
    }
    m_layout->insertSpacing(m_layout->count() - 1, space::kMedium);
    refresh();
}

QComboBox *PreferencePage::addChoice(const Text &label,
    const std::vector<std::pair<QVariant, Text>> &choices,
    std::function<QVariant(const PreferenceValues &)> read,
    std::function<void(const QVariant &)> write, const Text &note)
{
    auto *title = new QLabel(this);
    auto *box = new QComboBox(this);
    title->setBuddy(box);
    for (const auto &choice : choices)
        box->addItem(QString(), choice.first);
    connect(box, &QComboBox::activated, this,
        [box, write = std::move(write)](int index) { write(box->itemData(index)); });
    m_refreshers.push_back([this, title, box, label, choices, read = std::move(read)] {
        const QSignalBlocker quiet(box);
        title->setText(label());
        box->setAccessibleName(label());
        for (int i = 0; i < box->count(); ++i)
            box->setItemText(i, choices[static_cast<std::size_t>(i)].second());
        box->setCurrentIndex(box->findData(read(m_preferences.values())));
    });
    addWidget(title);
    addWidget(box);
    addNote(note);
    return box;
}

void PreferencePage::addSwitch(const Text &label,
    std::function<bool(const PreferenceValues &)> read, std::function<void(bool)> write,
    const Text &note)
{
    auto *box = new QCheckBox(this);
    connect(box, &QCheckBox::toggled, this, std::move(write));
    m_refreshers.push_back([this, box, label, read = std::move(read)] {
        const QSignalBlocker quiet(box);
        box->setText(label());
        box->setChecked(read(m_preferences.values()));
    });
    addWidget(box);
    addNote(note);
}

void PreferencePage::addButton(const Text &label, std::function<void()> run)
{
    auto *button = new QPushButton(this);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, std::move(run));
    m_refreshers.push_back([button, label] { button->setText(label()); });
    addWidget(button);
    addNote({});
}

void PreferencePage::refresh()
{
    for (const auto &refresher : m_refreshers)
        refresher();
}

void PreferencePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace belvedere::ui
