// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shortcut_overlay.h"

#include "common/command_registry.h"
#include "search/fuzzy_match.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kWidth = 720;
constexpr int kHeight = 640;

} // namespace

ShortcutOverlay::ShortcutOverlay(CommandRegistry &commands, QWidget *window)
    : QFrame(window)
    , m_commands(commands)
    , m_title(new QLabel(this))
    , m_edit(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_change(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setProperty("overlay", true);
    hide();
    m_title->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_edit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_edit->setClearButtonEnabled(true);
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setIndentation(space::kMedium);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_change);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kLarge);
    layout->setSpacing(space::kMedium);
    layout->addWidget(m_title);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);

    for (QWidget *widget : QList<QWidget *>{m_edit, m_list, m_change, m_close})
        widget->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &ShortcutOverlay::fill);
    connect(m_close, &QPushButton::clicked, this, &ShortcutOverlay::close);
    connect(m_change, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT editRequested();
    });
    const auto refill = [this] {
        if (isVisible())
            fill();
    };
    connect(&m_commands, &CommandRegistry::changed, this, refill);
    connect(&m_commands, &CommandRegistry::shortcutsChanged, this, refill);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now != nullptr && now->window() == this->window() && !isAncestorOf(now))
            hide();
    });
    retranslate();
}

void ShortcutOverlay::toggle()
{
    if (isVisible())
        close();
    else
        open();
}

void ShortcutOverlay::open()
{
    m_focusBefore = QApplication::focusWidget();
    m_edit->clear();
    fill();
    place();
    show();
    raise();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void ShortcutOverlay::close()
{
    const QPointer<QWidget> before = m_focusBefore;
    hide();
    if (before && before->isVisible())
        before->setFocus(Qt::OtherFocusReason);
}

void ShortcutOverlay::fill()
{
    const FuzzyQuery query(m_edit->text());
    QMap<QString, QList<QTreeWidgetItem *>> byCategory;
    const QStringList ids = m_commands.ids();
    for (const QString &id : ids) {
        const CommandText text = m_commands.text(id);
        QStringList keys;
        for (const QKeySequence &sequence : m_commands.shortcuts(id))
            keys += sequence.toString(QKeySequence::NativeText);
        if (!m_commands.find(id)->listed && keys.isEmpty())
            continue;
        const QString shown = keys.join(QStringLiteral("   "));
        const FuzzyText title(text.title);
        const FuzzyText extra(
            shown + QLatin1Char(' ') + text.category + QLatin1Char(' ') + text.keywords);
        if (!query.isEmpty() && !query.match(title.view(), extra.view(), true))
            continue;
        auto *item = new QTreeWidgetItem({text.title, shown});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        byCategory[text.category] += item;
    }
    m_list->clear();
    for (auto it = byCategory.begin(); it != byCategory.end(); ++it) {
        auto *head = new QTreeWidgetItem(m_list, {it.key()});
        head->setFont(0, themeFont(type::kDense, QFont::DemiBold));
        head->setFlags(Qt::ItemIsEnabled);
        // Those with a shortcut first: that is what one looks for here.
        std::stable_sort(it->begin(), it->end(), [](const auto *a, const auto *b) {
            if (a->text(1).isEmpty() != b->text(1).isEmpty())
                return b->text(1).isEmpty();
            return a->text(0).localeAwareCompare(b->text(0)) < 0;
        });
        head->addChildren(*it);
    }
    if (byCategory.isEmpty())
        new QTreeWidgetItem(m_list, {tr("No command fits “%1”.").arg(m_edit->text())});
    m_list->expandAll();
}

void ShortcutOverlay::place()
{
    const QSize room = parentWidget()->size() - QSize(space::kXxLarge, space::kXxLarge);
    const QSize size = QSize(kWidth, kHeight).boundedTo(room);
    const QRect whole = parentWidget()->rect();
    setGeometry(QRect(
        QPoint((whole.width() - size.width()) / 2, (whole.height() - size.height()) / 2), size));
}

bool ShortcutOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (watched == m_edit && key->key() == Qt::Key_Down) {
            m_list->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ShortcutOverlay::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ShortcutOverlay::retranslate()
{
    setAccessibleName(tr("Keyboard shortcuts"));
    m_title->setText(tr("Keyboard shortcuts"));
    m_edit->setPlaceholderText(tr("Search by command or key"));
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_list->setAccessibleName(tr("Commands with their shortcuts"));
    m_change->setText(tr("Change shortcuts…"));
    m_close->setText(tr("Close"));
}

} // namespace belvedere::ui
