// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_outcome.h"

#include "common/error_text.h"
#include "common/format.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

namespace belvedere::ui {

ReportOutcome::ReportOutcome(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_openFile(new QPushButton(this))
    , m_openFolder(new QPushButton(this))
{
    setProperty("panel", true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kMedium, space::kSmall, space::kSmall, space::kSmall);
    layout->setSpacing(space::kSmall);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_openFile);
    layout->addWidget(m_openFolder);
    m_openFile->setObjectName(QStringLiteral("openFile"));
    m_openFolder->setObjectName(QStringLiteral("openFolder"));
    m_openFile->setAutoDefault(false);
    m_openFolder->setAutoDefault(false);
    connect(m_openFile, &QPushButton::clicked, this, [this] { open(m_file); });
    connect(m_openFolder, &QPushButton::clicked, this,
        [this] { open(QFileInfo(m_file).absolutePath()); });
    clear();
}

void ReportOutcome::showSaved(const QString &file)
{
    m_error.reset();
    m_notice.clear();
    m_file = file;
    refresh();
}

void ReportOutcome::showError(const Error &error)
{
    m_file.clear();
    m_notice.clear();
    m_error = error;
    refresh();
}

void ReportOutcome::showNotice(const QString &text)
{
    m_file.clear();
    m_error.reset();
    m_notice = text;
    refresh();
}

void ReportOutcome::clear()
{
    m_file.clear();
    m_notice.clear();
    m_error.reset();
    refresh();
}

QString ReportOutcome::text() const
{
    return m_text->text();
}

void ReportOutcome::open(const QString &path)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        showError(Error{Errc::Io,
            QT_TRANSLATE_NOOP(
                "Error", "No program here can open %1. The file is saved; open it by hand."),
            {QDir::toNativeSeparators(path)}, {}, {}});
}

void ReportOutcome::refresh()
{
    const bool saved = !m_file.isEmpty();
    QString text = m_notice;
    if (m_error)
        text = errorText(*m_error);
    else if (saved)
        //: %1 is a file, %2 its size such as "1.4 MB"
        text = tr("%1 is saved (%2).")
                   .arg(QDir::toNativeSeparators(m_file), formatBytes(QFileInfo(m_file).size()));
    const QString name = m_error ? QStringLiteral("warning")
        : saved                  ? QStringLiteral("check")
                                 : QStringLiteral("info");
    m_icon->setPixmap(iconPixmap(
        name, metric::kIcon, m_error ? tokens().p2 : tokens().textSecondary, devicePixelRatioF()));
    m_text->setText(text);
    m_openFile->setText(tr("Open file"));
    m_openFolder->setText(tr("Open folder"));
    m_openFile->setToolTip(tr("Open the file in its program"));
    m_openFolder->setToolTip(tr("Show the folder in the file manager"));
    m_openFile->setVisible(saved);
    m_openFolder->setVisible(saved);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

void ReportOutcome::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace belvedere::ui
