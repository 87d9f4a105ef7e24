// SPDX-License-Identifier: GPL-3.0-or-later
// Menu, copying, saving and printing of ChartView.
#include "charts/chart_view.h"

#include "base/task.h"
#include "charts/chart_pool.h"
#include "common/on_finished.h"
#include "theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr qsizetype kRowsAtOnce = 5'000; // 2 ms
constexpr double kPictureRatio = 2.0;
constexpr int kVectorDpi = 96;
constexpr double kInch = 25.4; // mm
constexpr int kHeadHeight = 32; // of a printed page

tl::unexpected<Error> cannotWrite(const QString &path)
{
    return failure(Errc::Io, QT_TRANSLATE_NOOP("Error", "Cannot write %1. Choose another folder."),
        {path}, path);
}

Result<void> writePicture(const QImage &image, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        return cannotWrite(path);
    return {};
}

} // namespace

void ChartView::addActions(QMenu &)
{
}

void ChartView::copyData()
{
    if (isEmpty())
        return;
    if (tableRows() <= kRowsAtOnce) {
        QGuiApplication::clipboard()->setText(toTsv(table()));
        return;
    }
    auto task = runTask(chartPool(),
        [make = tableMaker()](TaskContext &) -> Result<QString> { return toTsv(make()); });
    onFinished(task, this, [](Result<QString> text) {
        if (text)
            QGuiApplication::clipboard()->setText(*text);
    });
}

void ChartView::save(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto report = [this, path](Result<void> done) {
        if (done)
            Q_EMIT saved(path);
        else
            Q_EMIT saveFailed(done.error());
    };
    if (suffix == QLatin1String("csv")) {
        onFinished(
            runTask(chartPool(),
                [make = tableMaker(), path](TaskContext &) { return writeCsv(make(), path); }),
            this, report);
        return;
    }
    if (suffix == QLatin1String("svg") || suffix == QLatin1String("pdf")) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return report(cannotWrite(path));
        if (suffix == QLatin1String("svg")) {
            QSvgGenerator svg;
            svg.setOutputDevice(&file);
            svg.setSize(size());
            svg.setViewBox(rect());
            svg.setTitle(m_title);
            QPainter painter(&svg);
            paintTo(painter, tokensOf(ThemeMode::Light));
        } else {
            QPdfWriter pdf(&file);
            pdf.setResolution(kVectorDpi);
            pdf.setTitle(m_title);
            pdf.setPageMargins(QMarginsF());
            pdf.setPageSize(QPageSize(QSizeF(width(), height()) * kInch / kVectorDpi,
                QPageSize::Millimeter, {}, QPageSize::ExactMatch));
            QPainter painter(&pdf);
            paintTo(painter, tokensOf(ThemeMode::Light));
        }
        return report(file.commit() ? Result<void>() : Result<void>(cannotWrite(path)));
    }
    if (suffix != QLatin1String("png"))
        return report(failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "%1 cannot be written: charts are saved as png, svg, pdf or csv."),
            {path}, path));
    QImage image(size() * kPictureRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(kPictureRatio);
    {
        QPainter painter(&image);
        paintTo(painter, tokens());
    }
    onFinished(
        runTask(chartPool(), [image, path](TaskContext &) { return writePicture(image, path); }),
        this, report);
}

void ChartView::print(QPrinter &printer)
{
    QPainter painter(&printer);
    const QRectF page = printer.pageLayout().paintRectPixels(printer.resolution());
    const double whole = height() + kHeadHeight;
    const double scale = std::min(page.width() / width(), page.height() / whole);
    painter.scale(scale, scale);
    painter.setFont(themeFont(type::kSection, QFont::DemiBold));
    painter.setPen(tokensOf(ThemeMode::Light).textPrimary);
    painter.drawText(QRectF(0, 0, width(), kHeadHeight), Qt::AlignLeft | Qt::AlignTop, m_title);
    painter.translate(0, kHeadHeight);
    paintTo(painter, tokensOf(ThemeMode::Light));
}

void ChartView::saveDialog()
{
    auto *dialog = new QFileDialog(this, tr("Save chart"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Picture (*.png)"), tr("Vector picture (*.svg)"),
        tr("Document (*.pdf)"), tr("Data (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const qsizetype dot = filter.lastIndexOf(QLatin1Char('.'));
        dialog->setDefaultSuffix(filter.mid(dot + 1, 3));
    });
    dialog->selectFile(m_title.isEmpty() ? tr("Chart") : m_title);
    connect(dialog, &QFileDialog::fileSelected, this, &ChartView::save);
    dialog->open();
}

void ChartView::printDialog()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] { print(*printer); });
    // The dialog reads the printer until it is gone.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool something = !isEmpty();
    const auto add = [&](const QString &text, const QKeySequence &keys, auto action) {
        QAction *entry = menu->addAction(text, this, action);
        entry->setShortcut(keys);
        entry->setShortcutContext(Qt::WidgetShortcut); // shown only: keyPressEvent does it
        entry->setEnabled(something);
        return entry;
    };
    add(tr("Copy data"), QKeySequence::Copy, &ChartView::copyData);
    add(tr("Save as…"), {}, &ChartView::saveDialog);
    add(tr("Print…"), {}, &ChartView::printDialog);
    if (wantsZoom()) {
        menu->addSeparator();
        add(tr("Show everything"), QKeySequence(Qt::Key_0), &ChartView::resetZoom)
            ->setEnabled(m_zoomed);
    }
    if (something)
        addActions(*menu);
    const std::vector<LegendEntry> entries = legend();
    if (something && !entries.empty()) {
        menu->addSeparator();
        for (const LegendEntry &entry : entries) {
            QAction *action = menu->addAction(entry.label);
            action->setCheckable(true);
            action->setChecked(isEntryVisible(entry.id));
            connect(action, &QAction::toggled, this,
                [this, id = entry.id](bool on) { setEntryVisible(id, on); });
        }
    }
    menu->popup(event->globalPos());
    event->accept();
}

} // namespace belvedere::ui
