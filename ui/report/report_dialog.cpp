// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_dialog.h"

#include "common/progress_panel.h"
#include "report/page_preview.h"
#include "report/report_form.h"
#include "report/report_outcome.h"
#include "report/report_writer.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kSettleMs = 60; // a preview waits until a person has stopped changing things
constexpr double kPointsPerInch = 72.0;

const QString kFolderKey = QStringLiteral("report/folder");
const QString kFormatKey = QStringLiteral("report/format");
const QString kPaperKey = QStringLiteral("report/paper");
const QString kOrientationKey = QStringLiteral("report/orientation");

QString endingOf(ReportFormat format)
{
    return format == ReportFormat::Pdf ? QStringLiteral(".pdf") : QStringLiteral(".png");
}

/// The settings may hold anything.
int choiceOf(const QSettings &settings, const QString &key)
{
    return std::clamp(settings.value(key, 0).toInt(), 0, 1);
}

/// The picture as it will be written, in `room` pixels.
QImage screenPreview(const QImage &screen, const ReportContent &content, QSize room)
{
    const double scale = std::max(1.0, screen.devicePixelRatio());
    const QImage strip = screenStrip(content, screen.width(), scale);
    QImage whole(screen.width(), screen.height() + strip.height(), QImage::Format_RGB32);
    if (whole.isNull())
        return {};
    {
        QImage top = screen;
        top.setDevicePixelRatio(1.0);
        QPainter painter(&whole);
        painter.drawImage(0, 0, top);
        painter.drawImage(0, screen.height(), strip);
    }
    return whole.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

double previewDpi(const ReportOptions &options, QSize room)
{
    const bool a3 = options.paper == ReportPaper::A3;
    QSizeF points = a3 ? QSizeF(842, 1191) : QSizeF(595, 842);
    if (options.orientation == ReportOrientation::Landscape)
        points.transpose();
    return kPointsPerInch
        * std::min(room.width() / points.width(), room.height() / points.height());
}

} // namespace

ReportDialog::ReportDialog(Content content, Screen screen, TaskPools &pools, QWidget *parent)
    : QDialog(parent)
    , m_supply(std::move(content))
    , m_grab(std::move(screen))
    , m_pools(pools)
    , m_form(new ReportForm(this))
    , m_preview(new PagePreview(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_pageLabel(new QLabel(this))
    , m_folderLabel(new QLabel(this))
    , m_nameLabel(new QLabel(this))
    , m_folder(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_browse(new QPushButton(this))
    , m_outcome(new ReportOutcome(this))
    , m_progress(new ProgressPanel(this))
    , m_close(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_wait(new QTimer(this))
    , m_rendering(this)
    , m_saving(this)
{
    setWindowModality(Qt::WindowModal);
    layOut();
    takeContent();
    restoreChoices();
    suggestName();
    connectAll();
    retranslate();
    m_form->setFocus();
}

ReportDialog::~ReportDialog()
{
    if (m_stop)
        *m_stop = true;
}

void ReportDialog::layOut()
{
    m_form->setMinimumWidth(240);
    auto *pages = new QHBoxLayout;
    pages->addStretch(1);
    pages->addWidget(m_previous);
    pages->addWidget(m_pageLabel);
    pages->addWidget(m_next);
    pages->addStretch(1);
    m_previous->setIcon(icon(QStringLiteral("chevron-left")));
    m_next->setIcon(icon(QStringLiteral("chevron-right")));
    m_previous->setAutoRaise(true);
    m_next->setAutoRaise(true);
    m_previous->setEnabled(false);
    m_next->setEnabled(false);

    auto *target = new QGridLayout;
    target->setHorizontalSpacing(space::kMedium);
    target->setVerticalSpacing(space::kSmall);
    target->addWidget(m_folderLabel, 0, 0);
    target->addWidget(m_folder, 0, 1);
    target->addWidget(m_browse, 0, 2);
    target->addWidget(m_nameLabel, 1, 0);
    target->addWidget(m_name, 1, 1, 1, 2);
    target->setColumnStretch(1, 1);
    m_folderLabel->setBuddy(m_folder);
    m_nameLabel->setBuddy(m_name);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_save);
    m_browse->setAutoDefault(false);
    m_close->setAutoDefault(false);
    m_save->setDefault(true);
    m_save->setProperty("primary", true);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    layout->setHorizontalSpacing(space::kXLarge);
    layout->setVerticalSpacing(space::kMedium);
    layout->addWidget(m_form, 0, 0, 2, 1);
    layout->addWidget(m_preview, 0, 1);
    layout->addLayout(pages, 1, 1);
    layout->addLayout(target, 2, 0, 1, 2);
    layout->addWidget(m_outcome, 3, 0, 1, 2);
    layout->addWidget(m_progress, 4, 0, 1, 2);
    layout->addLayout(buttons, 5, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(0, 1);
    m_progress->hide();
    resize(940, 720);

    for (const auto &[widget, name] : {std::pair<QWidget *, const char *>{m_folder, "folder"},
             {m_name, "name"}, {m_browse, "browse"}, {m_close, "close"}, {m_save, "save"},
             {m_previous, "previous"}, {m_next, "next"}, {m_preview, "preview"}})
        widget->setObjectName(QLatin1String(name));
    QWidget *before = m_form;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_preview, m_previous, m_next, m_folder,
             m_browse, m_name, m_outcome, m_close, m_save}) {
        setTabOrder(before, widget);
        before = widget;
    }
}

void ReportDialog::connectAll()
{
    m_wait->setSingleShot(true);
    m_wait->setInterval(kSettleMs);
    connect(m_wait, &QTimer::timeout, this, &ReportDialog::renderPreview);
    connect(m_form, &ReportForm::changed, this, &ReportDialog::optionsChanged);
    connect(m_preview, &PagePreview::resized, m_wait, qOverload<>(&QTimer::start));
    connect(m_preview, &PagePreview::turned, this, &ReportDialog::turnPage);
    connect(m_previous, &QToolButton::clicked, this, [this] { turnPage(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { turnPage(1); });
    connect(m_folder, &QLineEdit::textEdited, this, &ReportDialog::fileEdited);
    connect(m_name, &QLineEdit::textEdited, this, &ReportDialog::fileEdited);
    connect(m_browse, &QPushButton::clicked, this, &ReportDialog::chooseFolder);
    connect(m_close, &QPushButton::clicked, this, &ReportDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ReportDialog::save);
    connect(m_progress, &ProgressPanel::cancelRequested, this, &ReportDialog::reject);
}

void ReportDialog::restoreChoices()
{
    const QSettings settings;
    QString folder = settings.value(kFolderKey).toString();
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (folder.isEmpty())
        folder = QDir::homePath();
    m_folder->setText(QDir::toNativeSeparators(folder));
    ReportOptions options;
    options.format = static_cast<ReportFormat>(choiceOf(settings, kFormatKey));
    options.paper = static_cast<ReportPaper>(choiceOf(settings, kPaperKey));
    options.orientation = static_cast<ReportOrientation>(choiceOf(settings, kOrientationKey));
    m_form->setOptions(options);
}

void ReportDialog::storeChoices() const
{
    const ReportOptions options = m_form->options();
    QSettings settings;
    settings.setValue(kFolderKey, QDir::fromNativeSeparators(m_folder->text()));
    settings.setValue(kFormatKey, static_cast<int>(options.format));
    settings.setValue(kPaperKey, static_cast<int>(options.paper));
    settings.setValue(kOrientationKey, static_cast<int>(options.orientation));
}

void ReportDialog::takeContent()
{
    ReportContent content = m_supply();
    if (content.map.legendCard.isNull() && !content.map.empty())
        content.map.legendCard = legendCardOf(content.map.legend);
    m_screen = m_grab();
    m_form->setContent(content);
    m_content = std::make_shared<const ReportContent>(std::move(content));
}

QString ReportDialog::file() const
{
    const QString ending = endingOf(m_form->options().format);
    QString name = m_name->text().trimmed();
    if (!name.isEmpty() && !name.endsWith(ending, Qt::CaseInsensitive))
        name += ending;
    return QDir(QDir::fromNativeSeparators(m_folder->text().trimmed())).filePath(name);
}

void ReportDialog::suggestName()
{
    m_name->setText(suggestedFileName(*m_content, m_form->options().format));
    fileEdited();
}

void ReportDialog::optionsChanged()
{
    // The name stays a person's own, only its ending follows the format.
    const ReportFormat format = m_form->options().format;
    const ReportFormat other = format == ReportFormat::Pdf ? ReportFormat::Png : ReportFormat::Pdf;
    QString name = m_name->text();
    if (name.endsWith(endingOf(other), Qt::CaseInsensitive)) {
        name.chop(endingOf(other).size());
        m_name->setText(name + endingOf(format));
    }
    fileEdited();
    m_page = 0;
    m_wait->start();
}

void ReportDialog::fileEdited()
{
    m_replace = false;
    m_save->setText(tr("Save"));
    if (!saving())
        m_outcome->clear();
}

void ReportDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder of the report"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_folder->setText(QDir::toNativeSeparators(folder));
        fileEdited();
    });
    dialog->open();
}

void ReportDialog::renderPreview()
{
    if (saving() || !isVisible())
        return;
    const ReportOptions options = m_form->options();
    const QSize room = m_preview->room();
    const auto render = [content = m_content, screen = m_screen, painting = m_painting, options,
                            room, page = m_page](TaskContext &context) -> Result<Preview> {
        const std::lock_guard lock(*painting);
        if (context.cancelled())
            return cancelledFailure();
        Preview preview;
        if (options.format == ReportFormat::Png) {
            preview.picture = screenPreview(screen, *content, room);
            return preview;
        }
        preview.pages = reportPageCount(*content, options);
        preview.page = std::clamp(page, 0, preview.pages - 1);
        preview.picture =
            reportPreview(*content, options, preview.page, previewDpi(options, room), context);
        return preview;
    };
    m_rendering.start(runTask(m_pools.render, render), [this](const Result<Preview> &preview) {
        if (preview)
            showPreview(*preview);
        else
            m_outcome->showError(preview.error());
    });
}

void ReportDialog::showPreview(const Preview &preview)
{
    m_page = preview.page;
    m_pages = preview.pages;
    m_preview->setPicture(preview.picture, preview.page, preview.pages);
    m_previous->setEnabled(m_page > 0);
    m_next->setEnabled(m_page + 1 < m_pages);
    m_pageLabel->setText(
        m_pages > 0 ? tr("Page %1 of %2").arg(m_page + 1).arg(m_pages) : QString());
    m_preview->setAccessibleDescription(m_pageLabel->text());
}

void ReportDialog::turnPage(int by)
{
    const int page = std::clamp(m_page + by, 0, std::max(0, m_pages - 1));
    if (page == m_page)
        return;
    m_page = page;
    renderPreview();
}

void ReportDialog::save()
{
    if (saving())
        return;
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || name.contains(QLatin1Char('/'))) {
        m_outcome->showError(Error{Errc::Usage,
            name.isEmpty()
                ? QT_TRANSLATE_NOOP("Error", "The file has no name. Write one.")
                : QT_TRANSLATE_NOOP("Error", "A file name cannot hold \"/\". Take it out."),
            {}, {}, {}});
        m_name->setFocus();
        return;
    }
    const QString target = file();
    if (QFileInfo(target).isFile() && !m_replace) {
        m_replace = true;
        m_save->setText(tr("Replace"));
        m_outcome->showNotice(tr("%1 is there already. \"Replace\" writes over it; or choose "
                                 "another name.")
                                  .arg(QFileInfo(target).fileName()));
        return;
    }
    m_rendering.cancel();
    m_wait->stop();
    m_stop = std::make_shared<std::atomic_bool>(false);
    const auto write = [content = m_content, screen = m_screen, painting = m_painting,
                           options = m_form->options(), target,
                           stop = m_stop](const TaskContext &context) -> Result<> {
        const std::lock_guard lock(*painting); // a stale preview ends soon
        TaskContext stoppable = context;
        stoppable.cancelled = [&context, stop] { return *stop || context.cancelled(); };
        return options.format == ReportFormat::Pdf
            ? writeReportPdf(target, *content, options, stoppable)
            : writeScreenPng(target, screen, *content, stoppable);
    };
    setBusy(true);
    m_saving.start(runTask(m_pools.io, write),
        [this, target](const Result<> &result) { finishSaving(target, result); });
    onProgress(m_saving.task(), m_progress,
        [this](double fraction, const QString &) { m_progress->setProgress(fraction); });
}

void ReportDialog::finishSaving(const QString &target, const Result<> &result)
{
    setBusy(false);
    m_stop.reset();
    m_replace = false;
    m_save->setText(tr("Save"));
    if (result) {
        storeChoices();
        m_outcome->showSaved(target);
        Q_EMIT saved(target);
    } else if (result.error().code == Errc::Cancelled) {
        m_outcome->showNotice(tr("Stopped. Nothing was saved."));
    } else {
        m_outcome->showError(result.error());
    }
}

void ReportDialog::setBusy(bool busy)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_form, m_folder, m_name, m_browse, m_save, m_previous, m_next})
        widget->setEnabled(!busy);
    m_progress->setVisible(busy);
    if (busy) {
        m_outcome->clear();
        m_progress->start(tr("Saving %1").arg(QFileInfo(file()).fileName()));
    } else {
        m_previous->setEnabled(m_page > 0);
        m_next->setEnabled(m_page + 1 < m_pages);
        m_save->setFocus();
    }
    m_close->setText(busy ? tr("Cancel") : tr("Close"));
}

void ReportDialog::reject()
{
    if (saving() && m_stop)
        *m_stop = true;
    else
        QDialog::reject();
}

void ReportDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_wait->start();
}

void ReportDialog::retranslate()
{
    setWindowTitle(tr("Report"));
    m_preview->setNote(tr("Preparing the preview…"));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setToolTip(tr("Preview (Page Up and Page Down turn the pages)"));
    m_previous->setAccessibleName(tr("Previous page"));
    m_previous->setToolTip(tr("Previous page (Page Up)"));
    m_next->setAccessibleName(tr("Next page"));
    m_next->setToolTip(tr("Next page (Page Down)"));
    m_folderLabel->setText(tr("Folder"));
    m_nameLabel->setText(tr("File name"));
    m_folder->setAccessibleName(tr("Folder"));
    m_folder->setToolTip(tr("Where the report is saved; remembered for the next one"));
    m_name->setAccessibleName(tr("File name"));
    m_name->setToolTip(tr("Name of the report's file"));
    m_browse->setText(tr("Browse…"));
    m_browse->setToolTip(tr("Choose the folder"));
    m_close->setText(saving() ? tr("Cancel") : tr("Close"));
    m_close->setToolTip(tr("Close without saving (Esc)"));
    m_save->setText(m_replace ? tr("Replace") : tr("Save"));
    m_save->setToolTip(tr("Save the report (Enter)"));
    if (m_pages > 0)
        m_pageLabel->setText(tr("Page %1 of %2").arg(m_page + 1).arg(m_pages));
}

void ReportDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (saving())
        return;
    takeContent(); // its words are in the language of the program
    m_wait->start();
}

} // namespace belvedere::ui
