// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/study_form.h"

#include "analyse/option_form.h"
#include "analyse/training/dimension_form.h"
#include "analyse/training/training_text.h"
#include "common/scroll_column.h"
#include "common/section_header.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>

namespace belvedere::ui {

namespace {

constexpr int kMostTrials = 1000;
constexpr int kMostFolds = 20;
constexpr double kSecondsPerMinute = 60.0;

QSpinBox *spinBox(const char *name, int least, int most, int value)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(least, most);
    box->setValue(value);
    box->setAlignment(Qt::AlignRight);
    return box;
}

QLabel *heading()
{
    auto *label = new QLabel;
    label->setFont(themeFont(type::kDense, QFont::DemiBold));
    return label;
}

} // namespace

StudyForm::StudyForm(const ForecasterFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_factory(factory)
    , m_header(new SectionHeader)
    , m_help(new QLabel)
    , m_baseTitle(heading())
    , m_base(new QLabel)
    , m_obstacle(new QLabel)
    , m_kind(new QComboBox)
    , m_setUp(new QPushButton)
    , m_start(new QPushButton)
    , m_pages(new QStackedWidget)
{
    m_kind->setObjectName(QStringLiteral("experiment"));
    m_setUp->setObjectName(QStringLiteral("setUp"));
    m_setUp->setProperty("flat", true);
    m_start->setObjectName(QStringLiteral("startExperiment"));
    m_start->setProperty("primary", true);
    for (QLabel *label : {m_help, m_base, m_obstacle}) {
        label->setWordWrap(true);
        label->setProperty("secondary", true);
    }
    m_help->setFont(themeFont(type::kCaption));
    m_pages->addWidget(makeSearch());
    m_pages->addWidget(makeFolds());
    m_pages->addWidget(makeCurve());

    auto *form = OptionForm::makeLayout();
    m_kindLabel = addRow(form, m_kind);
    auto *baseHead = new QHBoxLayout;
    baseHead->addWidget(m_baseTitle, 1);
    baseHead->addWidget(m_setUp);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_header);
    layout->addLayout(form);
    layout->addWidget(m_help);
    layout->addLayout(baseHead);
    layout->addWidget(m_base);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_obstacle);
    layout->addWidget(m_start);

    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        refresh();
    });
    connect(m_dimensions, &DimensionForm::changed, this, &StudyForm::refresh);
    connect(m_days, &QLineEdit::textChanged, this, &StudyForm::refresh);
    connect(m_setUp, &QPushButton::clicked, this, &StudyForm::setUpRequested);
    connect(m_start, &QPushButton::clicked, this, &StudyForm::start);
    retranslate();
}

QLabel *StudyForm::addRow(QFormLayout *form, QWidget *field)
{
    auto *label = new QLabel;
    label->setMinimumWidth(OptionForm::kLabelWidth);
    label->setBuddy(field);
    form->addRow(label, field);
    return label;
}

QWidget *StudyForm::makeSearch()
{
    m_method = new QComboBox;
    m_method->setObjectName(QStringLiteral("method"));
    m_trials = spinBox("trials", 2, kMostTrials, TuningSpec().trials);
    m_budget = spinBox("searchBudget", 0, 24 * 60, 0);
    m_dimensionsTitle = heading();
    m_dimensions = new DimensionForm;
    auto *form = OptionForm::makeLayout();
    m_methodLabel = addRow(form, m_method);
    m_trialsLabel = addRow(form, m_trials);
    m_budgetLabel = addRow(form, m_budget);
    auto *holder = new QWidget;
    auto *holderLayout = new QVBoxLayout(holder);
    holderLayout->setContentsMargins(0, 0, space::kMedium, 0);
    holderLayout->addWidget(m_dimensions);
    holderLayout->addStretch(1);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addLayout(form);
    layout->addWidget(m_dimensionsTitle);
    layout->addWidget(new ScrollColumn(holder), 1);
    return page;
}

QWidget *StudyForm::makeFolds()
{
    m_scheme = new QComboBox;
    m_scheme->setObjectName(QStringLiteral("scheme"));
    m_folds = spinBox("folds", 3, kMostFolds, CrossValidationSpec().folds);
    auto *page = new QWidget;
    auto *form = OptionForm::makeLayout();
    m_schemeLabel = addRow(form, m_scheme);
    m_foldsLabel = addRow(form, m_folds);
    page->setLayout(form);
    return page;
}

QWidget *StudyForm::makeCurve()
{
    m_days = new QLineEdit;
    m_days->setObjectName(QStringLiteral("days"));
    auto *page = new QWidget;
    auto *form = OptionForm::makeLayout();
    m_daysLabel = addRow(form, m_days);
    page->setLayout(form);
    return page;
}

void StudyForm::setTrainSpec(const TrainSpec &spec, bool trainable)
{
    m_train = spec;
    m_trainable = trainable;
    if (spec.model != m_dimensionsKind) {
        m_dimensionsKind = spec.model;
        const auto kinds = m_factory.kinds();
        const auto *kind = kindOf(kinds, spec.model);
        m_dimensions->setOptions(kind ? kind->options : std::vector<OptionSpec>());
    }
    refresh();
}

void StudyForm::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

std::optional<std::vector<double>> StudyForm::days() const
{
    std::vector<double> days;
    const QStringList parts = m_days->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        bool valid = false;
        const double value = QLocale().toDouble(part, &valid);
        if (!valid || value <= 0.0 || (!days.empty() && value <= days.back()))
            return std::nullopt;
        days.push_back(value);
    }
    return days;
}

StudySpec StudyForm::spec() const
{
    if (m_kind->currentIndex() == Folds) {
        CrossValidationSpec spec;
        spec.train = m_train;
        spec.train.partners.clear(); // they might know the future
        spec.scheme = m_scheme->currentIndex() == 0 ? CrossValidationSpec::Scheme::RollingOrigin
                                                    : CrossValidationSpec::Scheme::Blocked;
        spec.folds = m_folds->value();
        return spec;
    }
    if (m_kind->currentIndex() == Curve)
        return LearningCurveSpec{m_train, days().value_or(std::vector<double>())};
    TuningSpec spec;
    spec.train = m_train;
    spec.dimensions = m_dimensions->dimensions();
    for (const SearchDimension &dimension : spec.dimensions)
        spec.train.options.remove(dimension.option);
    spec.method =
        m_method->currentIndex() == 0 ? TuningSpec::Method::Halving : TuningSpec::Method::Random;
    spec.trials = m_trials->value();
    spec.budgetSeconds = m_budget->value() * kSecondsPerMinute;
    spec.seed = m_train.seed;
    return spec;
}

QString StudyForm::obstacle() const
{
    if (!m_trainable)
        return tr("Set up a training that can be started first.");
    if (m_kind->currentIndex() == Search && m_dimensions->dimensions().empty())
        return tr("Tick at least one option to search.");
    if (m_kind->currentIndex() == Curve && !days())
        return tr("Write ascending numbers of days, with spaces between them.");
    return {};
}

bool StudyForm::canStart() const
{
    return m_start->isEnabled();
}

void StudyForm::start()
{
    if (canStart())
        Q_EMIT startRequested(spec());
}

void StudyForm::refresh()
{
    const QString problem = obstacle();
    m_obstacle->setText(problem);
    m_obstacle->setVisible(!problem.isEmpty());
    m_start->setEnabled(problem.isEmpty() && !m_busy);
    const QStringList helps{
        tr("Tries the ticked options with random values, keeps what does best on the validation "
           "part, and trains that to its end."),
        tr("Trains once for each block of time and says how much the error depends on which time "
           "is forecast."),
        tr("Trains on more and more days and says whether more data would help.")};
    m_help->setText(helps.value(m_kind->currentIndex()));
    m_base->setText(m_train.dataset.isEmpty()
            ? QStringLiteral("–")
            : (QStringList{trainingTitle(m_train, m_factory)} + trainingLines(m_train, m_factory))
                  .join(QLatin1Char('\n')));
}

void StudyForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StudyForm::retranslate()
{
    const auto fill = [](QComboBox *box, const QStringList &texts) {
        const QSignalBlocker blocker(box);
        const int chosen = std::max(0, box->currentIndex());
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(chosen);
    };
    fill(m_kind, {tr("Hyper-parameter search"), tr("Cross-validation"), tr("Learning curve")});
    fill(m_method, {tr("Successive halving"), tr("Random search")});
    fill(m_scheme, {tr("Rolling origin"), tr("Blocks of time")});
    m_header->setTitle(tr("Experiment"));
    m_baseTitle->setText(tr("With this training"));
    m_setUp->setText(tr("Change…"));
    m_setUp->setToolTip(tr("Goes to the page where the training is set up"));
    m_dimensionsTitle->setText(tr("Options to search"));
    m_start->setText(tr("Start experiment"));
    m_start->setToolTip(tr("Begins as soon as nothing else trains"));
    struct Words
    {
        QLabel *label;
        QWidget *field;
        QString text;
        QString help;
    };
    const Words words[] = {
        {m_kindLabel, m_kind, tr("Question"), tr("What is to be found out")},
        {m_methodLabel, m_method, tr("Method"),
            tr("Halving gives all trials few epochs and goes on with the best third; random "
               "search trains every trial to its end")},
        {m_trialsLabel, m_trials, tr("Trials"), tr("Sets of options that are tried")},
        {m_budgetLabel, m_budget, tr("Time limit"), tr("No further trial begins after this time")},
        {m_schemeLabel, m_scheme, tr("Scheme"),
            tr("Rolling origin learns from everything before a block, as in service; blocks of "
               "time learn from everything around it")},
        {m_foldsLabel, m_folds, tr("Folds"), tr("Blocks of time that are forecast")},
        {m_daysLabel, m_days, tr("Training days"),
            tr("Ascending, with spaces between them; empty = 1 2 4 8 … and all there are")},
    };
    for (const Words &w : words) {
        w.label->setText(w.text);
        w.label->setToolTip(w.help);
        w.field->setAccessibleName(w.text);
        w.field->setToolTip(w.help);
    }
    m_budget->setSpecialValueText(tr("None"));
    //: Minutes, after a number
    m_budget->setSuffix(tr(" min"));
    m_days->setPlaceholderText(QStringLiteral("1 2 4 8 …"));
    refresh();
}

} // namespace belvedere::ui
