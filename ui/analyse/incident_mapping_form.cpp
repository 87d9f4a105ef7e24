// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/incident_mapping_form.h"

#include "common/error_text.h"
#include "common/format.h"
#include "theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalBlocker>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kFieldsInRow = 4;
constexpr qsizetype kLongestSample = 12;
constexpr const char *kHeaderKey = "header";
constexpr const char *kFormatKey = "timeFormat";

bool isNeeded(IncidentMeaning meaning)
{
    return meaning == IncidentMeaning::Time || meaning == IncidentMeaning::Latitude
        || meaning == IncidentMeaning::Longitude;
}

/// Short enough for a box.
QString sampleOf(const QString &cell)
{
    return cell.size() <= kLongestSample ? cell
                                         : cell.left(kLongestSample - 1).trimmed() + QChar(0x2026);
}

IncidentMeaning meaningAt(std::size_t i)
{
    return static_cast<IncidentMeaning>(i);
}

} // namespace

IncidentMappingForm::IncidentMappingForm(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::kMedium);
    grid->setVerticalSpacing(space::kTiny);
    m_heading = new QLabel;
    m_heading->setFont(themeFont(type::kDense, QFont::DemiBold));
    m_header = new QCheckBox;
    m_header->setObjectName(QStringLiteral("hasHeader"));
    grid->addWidget(m_heading, 0, 0, 1, 2);
    grid->addWidget(m_header, 0, 2, 1, 2, Qt::AlignRight);
    const auto place = [grid](std::size_t i, QLabel *label, QWidget *field) {
        const int row = 1 + 2 * (static_cast<int>(i) / kFieldsInRow);
        const int column = static_cast<int>(i) % kFieldsInRow;
        label->setBuddy(field);
        label->setProperty("secondary", true);
        grid->addWidget(label, row, column);
        grid->addWidget(field, row + 1, column);
        grid->setColumnStretch(column, 1);
    };
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_labels[i] = new QLabel;
        m_columns[i] = new QComboBox;
        m_columns[i]->setObjectName(QStringLiteral("column-") + meaningName(meaningAt(i)));
        m_columns[i]->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_columns[i]->setMinimumContentsLength(8);
        place(i, m_labels[i], m_columns[i]);
        connect(m_columns[i], &QComboBox::activated, this, &IncidentMappingForm::mappingChanged);
    }
    m_formatLabel = new QLabel;
    m_timeFormat = new QLineEdit;
    m_timeFormat->setObjectName(QStringLiteral("timeFormat"));
    place(m_columns.size(), m_formatLabel, m_timeFormat);
    m_checkText = new QLabel;
    m_checkText->setObjectName(QStringLiteral("mappingCheck"));
    m_checkText->setWordWrap(true);
    m_checkText->setContentsMargins(0, space::kTiny, 0, space::kTiny);
    m_checkText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int below = grid->rowCount();
    grid->addWidget(m_checkText, below, 0, 1, kFieldsInRow);
    connect(m_timeFormat, &QLineEdit::editingFinished, this, &IncidentMappingForm::mappingChanged);
    connect(m_header, &QCheckBox::clicked, this, [this] {
        const IncidentMapping before = mapping();
        fillColumns();
        choose(before);
        Q_EMIT mappingChanged();
    });
    setTabOrder(m_header, m_columns.front());
    retranslate();
}

QString IncidentMappingForm::settingsKey() const
{
    const QByteArray header = m_file.columns.join(QChar(0x1f)).toUtf8();
    // A file without a header is known by its width: its first row is different each time.
    const QByteArray known =
        m_file.mapping.header.value_or(true) ? header : QByteArray::number(m_file.columns.size());
    return QStringLiteral("import/incidents/")
        + QString::fromLatin1(QCryptographicHash::hash(known, QCryptographicHash::Sha1).toHex());
}

void IncidentMappingForm::setFile(const FilePreview &preview)
{
    m_file = preview;
    IncidentMapping chosen = preview.mapping;
    QSettings settings;
    settings.beginGroup(settingsKey());
    if (settings.contains(QLatin1String(kHeaderKey))) {
        chosen = {};
        chosen.header = settings.value(QLatin1String(kHeaderKey)).toBool();
        chosen.timeFormat = settings.value(QLatin1String(kFormatKey)).toString();
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            chosen.columns.push_back(
                {meaningAt(i), settings.value(meaningName(meaningAt(i))).toString()});
    }
    m_header->setChecked(chosen.header.value_or(true));
    m_timeFormat->setText(chosen.timeFormat);
    fillColumns();
    choose(chosen);
    clearCheck();
}

void IncidentMappingForm::remember() const
{
    QSettings settings;
    settings.beginGroup(settingsKey());
    settings.setValue(QLatin1String(kHeaderKey), m_header->isChecked());
    settings.setValue(QLatin1String(kFormatKey), m_timeFormat->text().trimmed());
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        settings.setValue(meaningName(meaningAt(i)), m_columns[i]->currentData().toString());
}

void IncidentMappingForm::fillColumns()
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        QComboBox *box = m_columns[i];
        const QSignalBlocker blocker(box);
        const QVariant chosen = box->currentData();
        box->clear();
        box->addItem(isNeeded(meaningAt(i)) ? tr("Choose a column") : tr("No column"), QString());
        for (qsizetype c = 0; c < m_file.columns.size(); ++c) {
            const QString &cell = m_file.columns[c];
            const QString number = QString::number(c + 1);
            const bool named =
                m_header->isChecked() && !cell.isEmpty() && m_file.columns.count(cell) == 1;
            //: A column without a name: its number and what stands in its first row
            box->addItem(
                named ? cell : tr("%1: %2").arg(number, sampleOf(cell)), named ? cell : number);
        }
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    }
}

void IncidentMappingForm::choose(const IncidentMapping &mapping)
{
    for (QComboBox *box : m_columns)
        box->setCurrentIndex(0);
    for (const IncidentMapping::Entry &entry : mapping.columns) {
        QComboBox *box = m_columns[static_cast<std::size_t>(entry.meaning)];
        int at = box->findData(entry.column);
        // A column may be called by its number before and by its name now, or the reverse.
        if (at < 0) {
            bool isNumber = false;
            const int number = entry.column.toInt(&isNumber);
            at = isNumber ? number : 1 + static_cast<int>(m_file.columns.indexOf(entry.column));
        }
        if (at <= 0 || at >= box->count()) {
            if (entry.column.isEmpty())
                continue;
            box->addItem(entry.column, entry.column); // date and time in two columns
            at = box->count() - 1;
        }
        box->setCurrentIndex(at);
    }
}

IncidentMapping IncidentMappingForm::mapping() const
{
    IncidentMapping mapping;
    mapping.header = m_header->isChecked();
    mapping.timeFormat = m_timeFormat->text().trimmed();
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        mapping.columns.push_back({meaningAt(i), m_columns[i]->currentData().toString()});
    return mapping;
}

bool IncidentMappingForm::isComplete() const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (isNeeded(meaningAt(i)) && m_columns[i]->currentData().toString().isEmpty())
            return false;
    }
    return true;
}

void IncidentMappingForm::setCheck(const IncidentCheck &check, const QTimeZone &zone)
{
    m_check = check;
    m_zone = zone;
    showCheck();
}

void IncidentMappingForm::clearCheck()
{
    m_check.reset();
    showCheck();
}

void IncidentMappingForm::showCheck()
{
    QStringList sentences;
    if (!isComplete()) {
        sentences += tr("Choose the columns of time, latitude and longitude.");
    } else if (!m_check) {
        sentences += tr("Looking at the file…");
    } else if (m_check->error) {
        // The file stands above.
        Error told = *m_check->error;
        told.where.clear();
        sentences += errorText(told);
    } else {
        //: Numbers of rows, then two times
        sentences +=
            tr("%1 of %2 rows can be used, from %3 to %4.")
                .arg(formatCount(m_check->incidents), formatCount(m_check->rows),
                    formatDateTime(m_check->from, m_zone), formatDateTime(m_check->to, m_zone));
        if (m_check->firstRejection)
            sentences += tr("The first problem is in line %1: %2")
                             .arg(formatCount(m_check->firstRejection->line),
                                 errorText(m_check->firstRejection->reason));
        if (m_check->outside > 0)
            sentences += tr("%Ln lie(s) far outside the area of the others.", nullptr,
                static_cast<int>(m_check->outside));
        if (m_check->withoutPosition > 0)
            sentences += tr(
                "%Ln has (have) no position.", nullptr, static_cast<int>(m_check->withoutPosition));
        if (m_check->withoutCategory > 0)
            sentences += tr(
                "%Ln has (have) no category.", nullptr, static_cast<int>(m_check->withoutCategory));
        if (m_check->same > 0)
            sentences += tr("%Ln say(s) the same as an earlier one and is (are) kept.", nullptr,
                static_cast<int>(m_check->same));
    }
    m_checkText->setText(sentences.join(QLatin1Char(' ')));
}

void IncidentMappingForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void IncidentMappingForm::retranslate()
{
    m_heading->setText(tr("What the columns hold"));
    m_header->setText(tr("The first row names the columns"));
    m_header->setToolTip(tr("Without it the columns go by their numbers"));
    const QString words[kIncidentMeaningCount] = {tr("Time"), tr("End"), tr("Latitude"),
        tr("Longitude"), tr("Category"), tr("Severity"), tr("Description")};
    const QString help[kIncidentMeaningCount] = {tr("When it happened or began"),
        tr("When it ended"), tr("Degrees on WGS 84, to the north"),
        tr("Degrees on WGS 84, to the east"), tr("What happened, such as EMS: FALL"),
        tr("From 1, low, to 4, critical"), tr("Stays in this city: it may hold addresses")};
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_labels[i]->setText(words[i]);
        m_columns[i]->setAccessibleName(words[i]);
        m_columns[i]->setToolTip(help[i]);
    }
    m_formatLabel->setText(tr("Time format"));
    m_timeFormat->setAccessibleName(tr("Time format"));
    m_timeFormat->setPlaceholderText(tr("Recognised"));
    m_timeFormat->setToolTip(tr("For example dd.MM.yyyy HH:mm; empty recognises the usual ones"));
    fillColumns();
    showCheck();
}

} // namespace belvedere::ui
