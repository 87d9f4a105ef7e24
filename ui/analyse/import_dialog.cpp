// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/import_dialog.h"

#include "analyse/analyse_text.h"
#include "analyse/import_form.h"
#include "analyse/message_bar.h"
#include "analyse/rejection_table.h"
#include "common/format.h"
#include "common/progress_panel.h"
#include "common/scroll_column.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr QSize kSize(860, 680);
constexpr int kRowHeight = 28;
constexpr int kLeastColumn = 64;

QLabel *makeTitle()
{
    auto *label = new QLabel;
    label->setFont(themeFont(type::kTitle, QFont::DemiBold));
    label->setWordWrap(true);
    return label;
}

QLabel *makeText()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPushButton *makeButton(const char *name)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

QHBoxLayout *buttonRow(std::initializer_list<QPushButton *> buttons)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    row->addStretch(1);
    for (QPushButton *button : buttons)
        row->addWidget(button);
    return row;
}

QVBoxLayout *pageLayout(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kMedium);
    return layout;
}

} // namespace

ImportDialog::ImportDialog(const AnalyseContext &context, const QTimeZone &zone,
    const QStringList &datasets, QWidget *parent)
    : QDialog(parent)
    , m_controller(context)
    , m_pages(new QStackedWidget(this))
    , m_message(new MessageBar(this))
    , m_form(new ImportForm(zone, datasets))
{
    resize(kSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    layout->setSpacing(space::kMedium);
    layout->addWidget(m_message);
    layout->addWidget(m_pages, 1);

    auto *choose = new QWidget;
    auto *chooseLayout = pageLayout(choose);
    m_import = makeButton("import");
    m_import->setProperty("primary", true);
    m_import->setDefault(true);
    m_close = makeButton("close");
    chooseLayout->addWidget(m_form, 1);
    chooseLayout->addLayout(buttonRow({m_close, m_import}));
    m_pages->addWidget(choose);
    m_pages->addWidget(makeWorkPage());
    m_pages->addWidget(makeProblemPage());
    m_pages->addWidget(makeDonePage());

    connect(m_form, &ImportForm::filesChanged, this, [this](const QStringList &files) {
        m_message->clear();
        m_controller.setFiles(files);
        m_import->setEnabled(!files.isEmpty());
    });
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::startReading);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(&m_controller, &ImportController::previewsReady, this,
        [this] { m_form->setPreviews(m_controller.previews()); });
    connect(m_form, &ImportForm::checkWanted, &m_controller, &ImportController::check);
    connect(&m_controller, &ImportController::checked, m_form, &ImportForm::setCheck);
    connect(&m_controller, &ImportController::stateChanged, this, &ImportDialog::showState);
    connect(&m_controller, &ImportController::progressChanged, this,
        [this](double done) { m_progress->setProgress(done); });
    connect(&m_controller, &ImportController::failed, m_message, &MessageBar::showError);
    connect(&m_controller, &ImportController::stored, this, &ImportDialog::showSummary);
    m_import->setEnabled(false);
    retranslate();
}

QWidget *ImportDialog::makeWorkPage()
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    m_progress = new ProgressPanel;
    layout->addStretch(1);
    layout->addWidget(m_progress);
    layout->addStretch(2);
    connect(m_progress, &ProgressPanel::cancelRequested, &m_controller, &ImportController::stop);
    return page;
}

QWidget *ImportDialog::makeProblemPage()
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    m_problemTitle = makeTitle();
    m_problemText = makeText();
    m_reasons = makeText();
    m_reasons->setProperty("secondary", true);
    m_rows = new QTableView;
    m_rows->setObjectName(QStringLiteral("rejections"));
    m_rows->setModel(new RejectionTableModel(m_rows));
    m_rows->setShowGrid(false);
    m_rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rows->setTabKeyNavigation(false);
    m_rows->setWordWrap(false);
    m_rows->verticalHeader()->hide();
    m_rows->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_rows->horizontalHeader()->setHighlightSections(false);
    m_rows->horizontalHeader()->setMinimumSectionSize(kLeastColumn);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    m_rows->hide();
    m_skip = makeButton("skip");
    m_skip->setProperty("primary", true);
    m_showRows = makeButton("showRows");
    m_stop = makeButton("stop");
    layout->addWidget(m_problemTitle);
    layout->addWidget(m_problemText);
    layout->addWidget(m_reasons);
    layout->addWidget(m_rows, 1);
    layout->addStretch(0);
    layout->addLayout(buttonRow({m_stop, m_showRows, m_skip}));
    connect(m_skip, &QPushButton::clicked, &m_controller, &ImportController::store);
    connect(m_showRows, &QPushButton::clicked, this, &ImportDialog::toggleRows);
    connect(m_stop, &QPushButton::clicked, &m_controller, &ImportController::stop);
    return page;
}

QWidget *ImportDialog::makeDonePage()
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    m_doneTitle = makeTitle();
    m_doneText = makeText();
    m_done = makeButton("done");
    m_done->setProperty("primary", true);
    m_done->setAutoDefault(true); // nothing else is to be done
    layout->addWidget(m_doneTitle);
    layout->addWidget(m_doneText);
    m_notesTitle = new QLabel;
    m_notesTitle->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_notesTitle->setWordWrap(true);
    m_notes = makeText();
    m_notes->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_notesArea = new ScrollColumn(m_notes);
    layout->addWidget(m_notesTitle);
    layout->addWidget(m_notesArea, 1);
    layout->addStretch();
    layout->addLayout(buttonRow({m_done}));
    connect(m_done, &QPushButton::clicked, this, &ImportDialog::accept);
    return page;
}

void ImportDialog::addFiles(const QStringList &files)
{
    m_form->addFiles(files);
}

void ImportDialog::startReading()
{
    m_message->clear();
    const auto options = m_form->options();
    if (options) {
        m_form->remember();
        m_controller.read(*options);
    } else {
        m_message->showError(options.error());
    }
}

void ImportDialog::showState()
{
    switch (m_controller.state()) {
    case ImportController::State::Choosing:
        m_pages->setCurrentIndex(ChoosePage);
        break;
    case ImportController::State::Reading:
        m_progress->start(tr("Reading the files"));
        m_pages->setCurrentIndex(WorkPage);
        break;
    case ImportController::State::Deciding:
        showProblems();
        break;
    case ImportController::State::Storing:
        m_progress->start(tr("Storing"));
        m_pages->setCurrentIndex(WorkPage);
        break;
    case ImportController::State::Done:
        m_pages->setCurrentIndex(DonePage);
        m_done->setFocus();
        break;
    }
}

void ImportDialog::showProblems()
{
    const auto &read = m_controller.data();
    if (!read || read->rejectedCount == 0)
        return;
    auto *model = static_cast<RejectionTableModel *>(m_rows->model());
    model->setRows(std::vector<Rejection>(read->rejected));
    m_rows->hide();
    retranslate();
    m_pages->setCurrentIndex(ProblemPage);
    m_showRows->setFocus();
}

void ImportDialog::describeProblems()
{
    const auto &read = m_controller.data();
    if (!read || read->rejectedCount == 0)
        return;
    m_problemTitle->setText(
        tr("%Ln row(s) cannot be used", nullptr, static_cast<int>(read->rejectedCount)));
    m_problemText->setText(
        tr("%1 of %2 rows are fine. Nothing has been stored yet.")
            .arg(formatCount(std::max<qint64>(0, read->rows - read->rejectedCount)),
                formatCount(read->rows)));
    m_reasons->setText(rejectionTexts(read->rejected).join(QLatin1Char('\n')));
}

void ImportDialog::toggleRows()
{
    m_rows->setVisible(!m_rows->isVisible());
    m_rows->resizeColumnToContents(RejectionColumns::File);
    m_rows->resizeColumnToContents(RejectionColumns::Line);
    retranslate();
}

void ImportDialog::showSummary(const ImportSummary &summary)
{
    m_summary = summary;
    retranslate();
}

void ImportDialog::reject()
{
    // The first Esc stops the work or the decision, the next one closes the dialog.
    if (m_controller.busy() || m_controller.state() == ImportController::State::Deciding)
        m_controller.stop();
    else
        QDialog::reject();
}

void ImportDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        static_cast<RejectionTableModel *>(m_rows->model())->retranslate();
        retranslate();
    }
}

void ImportDialog::retranslate()
{
    setWindowTitle(tr("Import data"));
    m_import->setText(tr("Import"));
    m_close->setText(tr("Close"));
    m_skip->setText(tr("Import without these rows"));
    m_showRows->setText(m_rows->isHidden() ? tr("Show these rows") : tr("Hide these rows"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Nothing is stored; the city stays as it is"));
    m_rows->setAccessibleName(tr("Rows that cannot be used"));
    m_done->setText(tr("Close"));
    describeProblems();
    m_doneTitle->setText(tr("Imported"));
    if (!m_summary)
        return;
    m_doneText->setText(importSummaryText(*m_summary));
    const auto notes = static_cast<int>(m_summary->notes.size());
    m_notesTitle->setText(
        tr("%Ln thing(s) to look at before these data are trusted", nullptr, notes));
    m_notes->setText(qualityNotesText(m_summary->notes));
    for (QWidget *widget :
        {static_cast<QWidget *>(m_notesTitle), static_cast<QWidget *>(m_notesArea)})
        widget->setVisible(notes > 0);
}

} // namespace belvedere::ui
