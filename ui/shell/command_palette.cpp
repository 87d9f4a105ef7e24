// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/command_palette.h"

#include "common/command_registry.h"
#include "common/error_text.h"
#include "search/fuzzy_match.h"
#include "search/search_hub.h"
#include "shell/palette_delegate.h"
#include "shell/palette_model.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kWidth = 680;
constexpr int kRowsShown = 10;
constexpr int kHitsPerProvider = 8;
constexpr std::size_t kMostRows = 200;

} // namespace

/// A provider with the search that runs for it and what was found.
struct CommandPalette::Source
{
    Source(std::shared_ptr<SearchProvider> p, QObject *receiver)
        : provider(std::move(p))
        , slot(receiver)
    {
    }

    std::shared_ptr<SearchProvider> provider;
    TaskSlot<std::vector<SearchHit>> slot;
    std::vector<SearchHit> hits;
};

CommandPalette::CommandPalette(CommandRegistry &commands, SearchHub &search, QWidget *window)
    : QFrame(window)
    , m_commands(commands)
    , m_hub(search)
    , m_commandSearch(commands)
    , m_chip(new QLabel(this))
    , m_edit(new QLineEdit(this))
    , m_notice(new QLabel(this))
    , m_list(new QListView(this))
    , m_hint(new QLabel(this))
    , m_model(new PaletteModel(this))
{
    setProperty("overlay", true);
    setFrameShape(QFrame::StyledPanel);
    hide();
    m_chip->setProperty("badge", true);
    m_chip->hide();
    m_edit->setFont(themeFont(type::kSection));
    m_edit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_notice->setWordWrap(true);
    m_notice->setFont(themeFont(type::kDense));
    m_notice->hide();
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(this));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys go to the field, which moves the choice
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_hint->setFont(themeFont(type::kCaption));
    m_hint->setProperty("secondary", true);

    auto *line = new QHBoxLayout;
    line->setSpacing(space::kSmall);
    line->addWidget(m_chip);
    line->addWidget(m_edit, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    layout->setSpacing(space::kSmall);
    layout->addLayout(line);
    layout->addWidget(m_notice);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_hint);

    m_edit->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::update);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        runCurrent();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        // A click somewhere else, or another window.
        if (isVisible() && now != nullptr && now != this && !isAncestorOf(now)) {
            hide();
            Q_EMIT closed();
        }
    });
    retranslate();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::toggle()
{
    if (isVisible())
        close();
    else
        open();
}

void CommandPalette::open(const QString &query)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_sources.clear();
    for (const auto &provider : m_hub.providers())
        m_sources.push_back(std::make_unique<Source>(provider, this));
    leaveArguments();
    m_edit->setText(query);
    update(query);
    place();
    show();
    raise();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    Q_EMIT opened();
}

void CommandPalette::openFor(const QString &commandId)
{
    open();
    enterArguments(commandId);
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    m_runWhenFound = false;
    for (const auto &source : m_sources)
        source->slot.cancel();
    const QPointer<QWidget> before = m_focusBefore;
    hide();
    if (before && before->isVisible())
        before->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

int CommandPalette::currentRow() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

bool CommandPalette::searching() const
{
    return std::any_of(m_sources.begin(), m_sources.end(),
        [](const auto &source) { return source->slot.running(); });
}

QString CommandPalette::notice() const
{
    return m_notice->isHidden() ? QString() : m_notice->text();
}

void CommandPalette::update(const QString &text)
{
    m_hasMoved = false;
    m_runWhenFound = false;
    setNotice({}, false);
    if (m_argumentsOf.isEmpty()) {
        m_commandRows = m_commandSearch.find(text);
        startSearches(text.simplified());
    } else {
        m_commandRows = m_commandSearch.findArguments(m_argumentsOf, text);
        for (const auto &source : m_sources) {
            source->slot.cancel();
            source->hits.clear();
        }
    }
    showRows();
}

void CommandPalette::startSearches(const QString &query)
{
    const FuzzyQuery fuzzy(query);
    for (const auto &owned : m_sources) {
        Source *source = owned.get();
        source->slot.cancel();
        // What was found for the letters before stays as long as it fits: nothing flickers.
        std::vector<SearchHit> kept;
        for (SearchHit &hit : source->hits) {
            const auto match = fuzzy.match(FuzzyText(hit.title).view(), false);
            if (!match)
                continue;
            hit.score = match->score;
            hit.positions = match->positions;
            kept.push_back(std::move(hit));
        }
        source->hits = std::move(kept);
        if (query.isEmpty())
            continue;
        source->slot.start(source->provider->search(query, kHitsPerProvider),
            [this, source](Result<std::vector<SearchHit>> hits) {
                if (hits)
                    source->hits = std::move(*hits);
                else
                    setNotice(errorText(hits.error()), true);
                showRows();
                if (m_runWhenFound && !searching())
                    runCurrent();
            });
    }
}

void CommandPalette::showRows()
{
    std::vector<PaletteRow> rows = m_commandRows;
    const bool isQuery = m_argumentsOf.isEmpty() && !m_edit->text().trimmed().isEmpty();
    for (const auto &source : m_sources) {
        if (!isQuery)
            break;
        for (const SearchHit &hit : source->hits) {
            PaletteRow row;
            row.provider = source->provider;
            row.hit = hit;
            row.title = hit.title;
            row.detail = hit.detail;
            row.category = source->provider->title();
            row.iconName = hit.iconName;
            row.positions = hit.positions;
            row.score = hit.score;
            rows.push_back(std::move(row));
        }
    }
    if (isQuery)
        std::stable_sort(rows.begin(), rows.end(),
            [](const PaletteRow &a, const PaletteRow &b) { return a.score > b.score; });
    if (rows.size() > kMostRows)
        rows.resize(kMostRows);
    const int before = currentRow();
    const QString chosen = m_hasMoved && before >= 0 ? m_model->row(before).title : QString();
    int next = rows.empty() ? -1 : 0;
    for (std::size_t i = 0; !chosen.isEmpty() && i < rows.size(); ++i) {
        if (rows[i].title == chosen) {
            next = int(i);
            break;
        }
    }
    if (rows.empty() && !searching()) {
        setNotice(m_edit->text().trimmed().isEmpty()
                ? QString()
                : tr("Nothing is called “%1”. Try fewer letters.").arg(m_edit->text().trimmed()),
            false);
    } else if (m_notice->property("isError").toBool() == false) {
        setNotice({}, false);
    }
    m_model->setRows(std::move(rows));
    m_list->setCurrentIndex(m_model->index(next));
    m_list->setVisible(m_model->rowCount() > 0);
    place();
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int width = std::min(kWidth, window->width() - 2 * space::kLarge);
    const int rows = std::clamp(m_model->rowCount(), 0, kRowsShown);
    m_list->setFixedHeight(rows * PaletteDelegate::rowHeight() + 2 * space::kTiny);
    // The text of the notice wraps: its height depends on the width.
    m_notice->setFixedWidth(width - 4 * space::kSmall);
    layout()->activate();
    const int height = std::min(layout()->sizeHint().height(), window->height() - space::kXxLarge);
    setGeometry((window->width() - width) / 2, space::kSmall, width, height);
}

void CommandPalette::moveCurrent(int by, bool wrap)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int from = std::max(currentRow(), 0);
    const int to = wrap ? (from + by + count) % count : std::clamp(from + by, 0, count - 1);
    m_list->setCurrentIndex(m_model->index(to));
    m_list->scrollTo(m_list->currentIndex());
    m_hasMoved = true;
}

void CommandPalette::runCurrent()
{
    if (currentRow() < 0) {
        m_runWhenFound = searching();
        return;
    }
    m_runWhenFound = false;
    const PaletteRow row = m_model->row(currentRow()); // by value: the model may change
    runRow(row);
}

void CommandPalette::runRow(const PaletteRow &row)
{
    if (row.isError) {
        setNotice(row.detail, true);
        return;
    }
    if (row.provider) {
        close();
        const auto outcome = row.provider->activate(row.hit);
        Q_EMIT message(outcome ? *outcome : errorText(outcome.error()));
        return;
    }
    if (row.needsArguments) {
        enterArguments(row.commandId, row.typed);
        return;
    }
    if (!m_commands.isEnabled(row.commandId)) {
        setNotice(tr("“%1” is not possible now.").arg(row.title), true);
        return;
    }
    m_commandSearch.remember(row.commandId, row.typed);
    // Closed first: the command may open something that takes the keyboard.
    const QString query = m_edit->text();
    const QString argumentsOf = m_argumentsOf;
    close();
    const auto outcome = m_commands.run(row.commandId, row.arguments);
    if (!outcome && outcome.error().code != Errc::Cancelled) {
        open(argumentsOf.isEmpty() ? query : QString());
        if (!argumentsOf.isEmpty())
            enterArguments(argumentsOf, query);
        setNotice(errorText(outcome.error()), true);
    }
}

void CommandPalette::completeCurrent()
{
    if (currentRow() < 0)
        return;
    const PaletteRow row = m_model->row(currentRow());
    if (row.provider) {
        m_edit->setText(row.title);
        return;
    }
    const Command *command = m_commands.find(row.commandId);
    if (command == nullptr || command->arguments.empty())
        m_edit->setText(row.title);
    else
        enterArguments(row.commandId, row.typed);
}

void CommandPalette::enterArguments(const QString &commandId, const QString &typed)
{
    const Command *command = m_commands.find(commandId);
    if (command == nullptr)
        return;
    m_argumentsOf = commandId;
    m_chip->setText(m_commands.text(commandId).title);
    m_chip->show();
    QStringList labels;
    for (const CommandArgument &argument : command->arguments) {
        const QString label = argument.label ? argument.label() : QString();
        //: what to type for a command: %1 is what it is, %2 an example
        labels +=
            argument.example.isEmpty() ? label : tr("%1, such as %2").arg(label, argument.example);
    }
    m_edit->setPlaceholderText(labels.join(QStringLiteral("; ")));
    if (m_edit->text() == typed)
        update(typed);
    else
        m_edit->setText(typed);
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::leaveArguments()
{
    m_argumentsOf.clear();
    m_chip->hide();
    m_edit->setPlaceholderText(tr("Search or command"));
}

void CommandPalette::setNotice(const QString &text, bool isError)
{
    m_notice->setText(text);
    m_notice->setProperty("isError", isError && !text.isEmpty());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, isError ? tokens().p2 : tokens().textSecondary);
    m_notice->setPalette(colors);
    if (m_notice->isHidden() == text.isEmpty())
        return;
    m_notice->setVisible(!text.isEmpty());
    place();
}

bool CommandPalette::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool withControl = modifiers & Qt::ControlModifier;
    switch (key) {
    case Qt::Key_Down:
        moveCurrent(1, true);
        return true;
    case Qt::Key_Up:
        moveCurrent(-1, true);
        return true;
    case Qt::Key_PageDown:
        moveCurrent(kRowsShown - 1, false);
        return true;
    case Qt::Key_PageUp:
        moveCurrent(1 - kRowsShown, false);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!withControl)
            return false; // the cursor in the field
        moveCurrent(key == Qt::Key_Home ? -m_model->rowCount() : m_model->rowCount(), false);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Tab:
        completeCurrent();
        return true;
    case Qt::Key_Backtab:
        return true;
    case Qt::Key_Backspace:
        if (m_argumentsOf.isEmpty() || !m_edit->text().isEmpty())
            return false;
        leaveArguments();
        update({});
        return true;
    case Qt::Key_Escape:
        if (m_argumentsOf.isEmpty()) {
            close();
        } else {
            leaveArguments();
            m_edit->clear();
            update({});
        }
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    if (watched == m_edit
        && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (event->type() == QEvent::KeyPress)
            return handleKey(key->key(), key->modifiers());
        // Plain keys belong to the field as long as it is open, whatever they mean elsewhere.
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
            && (key->key() < Qt::Key_F1 || key->key() > Qt::Key_F35)) {
            event->accept();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void CommandPalette::retranslate()
{
    setAccessibleName(tr("Command bar"));
    m_edit->setAccessibleName(tr("Search or command"));
    m_list->setAccessibleName(tr("Commands and things found"));
    m_hint->setText(tr("↑ ↓ choose   Enter run   Tab fill in   Esc close"));
    if (m_argumentsOf.isEmpty())
        m_edit->setPlaceholderText(tr("Search or command"));
}

} // namespace belvedere::ui
