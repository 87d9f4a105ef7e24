// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/views/saved_views_panel.h"

#include "map/map_view.h"
#include "map/views/saved_views.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QToolButton>

namespace belvedere::ui {

SavedView viewOf(const MapView &map, const QString &name)
{
    const Viewport &viewport = map.viewport();
    const LocalProjection projection = map.projection().value_or(LocalProjection());
    return {name, projection.toSphere(viewport.centre), viewport.metersPerPixel};
}

void showView(MapView &map, const SavedView &view)
{
    if (!map.projection())
        return;
    Viewport target = map.viewport();
    target.centre = map.projection()->toPlane(view.centre);
    target.metersPerPixel = view.metersPerPixel;
    map.flyTo(target);
}

SavedViewsPanel::SavedViewsPanel(SavedViews &views, MapView &map, QWidget *parent)
    : QFrame(parent)
    , m_views(views)
    , m_map(map)
    , m_title(new QLabel(this))
    , m_back(makeButton(QStringLiteral("chevron-left")))
    , m_forward(makeButton(QStringLiteral("chevron-right")))
    , m_name(new QLineEdit(this))
    , m_save(makeButton(QStringLiteral("plus")))
    , m_list(new QListView(this))
    , m_empty(new QLabel(this))
    , m_up(makeButton(QStringLiteral("chevron-up")))
    , m_down(makeButton(QStringLiteral("chevron-down")))
    , m_rename(makeButton(QStringLiteral("rename")))
    , m_remove(makeButton(QStringLiteral("remove")))
{
    setProperty("panel", true);
    m_title->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_name->setMaxLength(int(SavedView::kLongestName) - 5);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setProperty("secondary", true);
    m_list->setModel(&views);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->installEventFilter(this);
    makeLayout();
    connect(m_back, &QToolButton::clicked, &map, &MapView::goBack);
    connect(m_forward, &QToolButton::clicked, &map, &MapView::goForward);
    connect(m_name, &QLineEdit::returnPressed, this, &SavedViewsPanel::saveView);
    connect(m_save, &QToolButton::clicked, this, &SavedViewsPanel::saveView);
    connect(m_list, &QListView::doubleClicked, this, &SavedViewsPanel::goToView);
    connect(m_up, &QToolButton::clicked, this, [this] { moveView(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveView(1); });
    connect(
        m_rename, &QToolButton::clicked, this, [this] { m_list->edit(m_list->currentIndex()); });
    connect(m_remove, &QToolButton::clicked, this, &SavedViewsPanel::removeView);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&views, signal, this, &SavedViewsPanel::updateState);
    connect(&views, &QAbstractItemModel::rowsMoved, this, &SavedViewsPanel::updateState);
    connect(&views, &QAbstractItemModel::modelReset, this, &SavedViewsPanel::updateState);
    connect(&views, &SavedViews::loaded, this, &SavedViewsPanel::updateState);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &SavedViewsPanel::updateState);
    retranslate();
    updateState();
}

QToolButton *SavedViewsPanel::makeButton(const QString &iconName)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIcon(icon(iconName));
    button->setIconSize({metric::kIcon, metric::kIcon});
    return button;
}

void SavedViewsPanel::makeLayout()
{
    auto *top = new QHBoxLayout;
    top->setSpacing(space::kHair);
    top->addWidget(m_title, 1);
    top->addWidget(m_back);
    top->addWidget(m_forward);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::kTiny);
    line->addWidget(m_name, 1);
    line->addWidget(m_save);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::kHair);
    actions->addWidget(m_up);
    actions->addWidget(m_down);
    actions->addStretch();
    actions->addWidget(m_rename);
    actions->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
    layout->setSpacing(space::kSmall);
    layout->addLayout(top);
    layout->addLayout(line);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addLayout(actions);
}

int SavedViewsPanel::row() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

void SavedViewsPanel::saveView()
{
    if (!m_map.projection() || !m_views.isReady())
        return;
    m_views.add(viewOf(m_map, m_name->text()));
    m_name->clear();
    m_list->setCurrentIndex(m_views.index(m_views.rowCount() - 1));
}

void SavedViewsPanel::goToView()
{
    if (row() < 0)
        return;
    showView(m_map, m_views.views()[row()]);
    Q_EMIT left();
}

void SavedViewsPanel::removeView()
{
    m_views.remove(row());
}

void SavedViewsPanel::moveView(int by)
{
    const int to = row() + by;
    if (to < 0 || to >= m_views.rowCount())
        return;
    m_views.move(row(), to);
    m_list->setCurrentIndex(m_views.index(to));
}

bool SavedViewsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool alt = key->modifiers().testFlag(Qt::AltModifier);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
            goToView();
        else if (key->key() == Qt::Key_Delete)
            removeView();
        else if (alt && key->key() == Qt::Key_Up)
            moveView(-1);
        else if (alt && key->key() == Qt::Key_Down)
            moveView(1);
        else
            return false;
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void SavedViewsPanel::updateState()
{
    const bool some = m_views.rowCount() > 0;
    m_list->setVisible(some);
    m_empty->setVisible(!some);
    const bool saves = m_views.isReady() && m_map.projection();
    m_name->setEnabled(saves);
    m_save->setEnabled(saves);
    m_up->setEnabled(row() > 0);
    m_down->setEnabled(row() >= 0 && row() + 1 < m_views.rowCount());
    m_rename->setEnabled(row() >= 0);
    m_remove->setEnabled(row() >= 0);
    m_back->setEnabled(m_map.canGoBack());
    m_forward->setEnabled(m_map.canGoForward());
}

void SavedViewsPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    updateState();
}

void SavedViewsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void SavedViewsPanel::retranslate()
{
    setAccessibleName(tr("Saved views"));
    m_title->setText(tr("Saved views"));
    m_empty->setText(tr("No views yet. Move the map to a place you come back to and save it."));
    m_name->setPlaceholderText(tr("Name of this view"));
    m_name->setAccessibleName(tr("Name of this view"));
    m_list->setAccessibleName(tr("Saved views"));
    const std::pair<QToolButton *, std::pair<QString, QString>> texts[] = {
        {m_back, {tr("Back"), tr("Where the map was before (Alt+Left)")}},
        {m_forward, {tr("Forward"), tr("Where the map was after (Alt+Right)")}},
        {m_save, {tr("Save this view"), tr("Save this view (Enter)")}},
        {m_up, {tr("Move up"), tr("Move up (Alt+Up)")}},
        {m_down, {tr("Move down"), tr("Move down (Alt+Down)")}},
        {m_rename, {tr("Rename"), tr("Rename (F2)")}},
        {m_remove, {tr("Remove"), tr("Remove (Del)")}}};
    for (const auto &[button, names] : texts) {
        button->setAccessibleName(names.first);
        button->setToolTip(names.second);
    }
}

} // namespace belvedere::ui
