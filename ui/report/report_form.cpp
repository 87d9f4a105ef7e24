// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_form.h"

#include "theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace belvedere::ui {

ReportForm::ReportForm(QWidget *parent)
    : QWidget(parent)
    , m_format(new QComboBox(this))
    , m_paper(new QComboBox(this))
    , m_orientation(new QComboBox(this))
    , m_formatLabel(new QLabel(this))
    , m_paperLabel(new QLabel(this))
    , m_orientationLabel(new QLabel(this))
    , m_partsLabel(new QLabel(this))
    , m_pictureHint(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kTiny);
    const auto add = [&](QLabel *label, QComboBox *box, const char *name) {
        label->setBuddy(box);
        box->addItems({QString(), QString()});
        box->setObjectName(QLatin1String(name));
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        layout->addWidget(label);
        layout->addWidget(box);
        layout->addSpacing(space::kSmall);
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            updateState();
            Q_EMIT changed();
        });
    };
    add(m_formatLabel, m_format, "format");
    add(m_paperLabel, m_paper, "paper");
    add(m_orientationLabel, m_orientation, "orientation");
    layout->addWidget(m_partsLabel);
    static constexpr std::array<const char *, kPartCount> kNames{
        "map", "figures", "charts", "tables", "versions"};
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_parts[i] = new QCheckBox(this);
        m_parts[i]->setObjectName(QLatin1String(kNames[i]));
        m_parts[i]->setChecked(true);
        layout->addWidget(m_parts[i]);
        connect(m_parts[i], &QCheckBox::toggled, this, &ReportForm::changed);
    }
    m_pictureHint->setWordWrap(true);
    m_pictureHint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_pictureHint->setProperty("secondary", true);
    layout->addWidget(m_pictureHint);
    layout->addStretch(1);
    m_there.fill(true);
    retranslate();
    updateState();
}

ReportOptions ReportForm::options() const
{
    ReportOptions options;
    options.format = static_cast<ReportFormat>(m_format->currentIndex());
    options.paper = static_cast<ReportPaper>(m_paper->currentIndex());
    options.orientation = static_cast<ReportOrientation>(m_orientation->currentIndex());
    const auto chosen = [this](Part part) { return m_there[part] && m_parts[part]->isChecked(); };
    options.map = chosen(Map);
    options.figures = chosen(Figures);
    options.charts = chosen(Charts);
    options.tables = chosen(Tables);
    options.versions = chosen(Versions);
    return options;
}

void ReportForm::setOptions(const ReportOptions &options)
{
    {
        const QSignalBlocker blocker(this);
        m_format->setCurrentIndex(static_cast<int>(options.format));
        m_paper->setCurrentIndex(static_cast<int>(options.paper));
        m_orientation->setCurrentIndex(static_cast<int>(options.orientation));
        m_parts[Map]->setChecked(options.map);
        m_parts[Figures]->setChecked(options.figures);
        m_parts[Charts]->setChecked(options.charts);
        m_parts[Tables]->setChecked(options.tables);
        m_parts[Versions]->setChecked(options.versions);
    }
    Q_EMIT changed();
}

void ReportForm::setContent(const ReportContent &content)
{
    m_there = {!content.map.empty(), !content.figures.empty(), !content.charts.empty(),
        !content.tables.empty(), !content.versions.empty()};
    updateState();
}

// A picture is the screen as it is: nothing about it can be chosen.
void ReportForm::updateState()
{
    const bool pages = static_cast<ReportFormat>(m_format->currentIndex()) == ReportFormat::Pdf;
    for (QWidget *widget : {static_cast<QWidget *>(m_paper), static_cast<QWidget *>(m_orientation),
             static_cast<QWidget *>(m_paperLabel), static_cast<QWidget *>(m_orientationLabel),
             static_cast<QWidget *>(m_partsLabel)})
        widget->setVisible(pages);
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_parts[i]->setVisible(pages);
        m_parts[i]->setEnabled(m_there[i]);
        m_parts[i]->setToolTip(m_there[i] ? QString() : tr("The screen shows none of these"));
    }
    m_pictureHint->setVisible(!pages);
}

void ReportForm::retranslate()
{
    m_formatLabel->setText(tr("Format"));
    m_paperLabel->setText(tr("Paper"));
    m_orientationLabel->setText(tr("Orientation"));
    m_partsLabel->setText(tr("Contents"));
    m_format->setItemText(0, tr("PDF – pages to print"));
    m_format->setItemText(1, tr("PNG – picture of the screen"));
    m_paper->setItemText(0, tr("A4"));
    m_paper->setItemText(1, tr("A3"));
    m_orientation->setItemText(0, tr("Landscape"));
    m_orientation->setItemText(1, tr("Portrait"));
    m_parts[Map]->setText(tr("Map with legend"));
    m_parts[Figures]->setText(tr("Key figures"));
    m_parts[Charts]->setText(tr("Charts"));
    m_parts[Tables]->setText(tr("Tables"));
    m_parts[Versions]->setText(tr("Versions and seed"));
    m_pictureHint->setText(tr("The screen as it is, with a strip below it that says the time, "
                              "what the colours mean and which versions were used."));
    const std::array<std::pair<QLabel *, QComboBox *>, 3> boxes{
        {{m_formatLabel, m_format}, {m_paperLabel, m_paper}, {m_orientationLabel, m_orientation}}};
    for (const auto &[label, box] : boxes) {
        box->setAccessibleName(label->text());
        box->setToolTip(label->text());
    }
    for (QCheckBox *part : m_parts)
        part->setAccessibleName(part->text());
    updateState();
}

void ReportForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace belvedere::ui
