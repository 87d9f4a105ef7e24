// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/warning_model.h"

#include "common/undo_hub.h"
#include "safety/acknowledgements.h"
#include "safety/safety_text.h"

#include <QDateTime>
#include <QUndoStack>

#include <algorithm>

namespace belvedere::ui {

/// An alarm is acknowledged, or is so no more.
class AcknowledgeCommand : public QUndoCommand
{
public:
    AcknowledgeCommand(
        WarningModel &model, Acknowledgement acknowledgement, bool withdraw, const QString &text)
        : QUndoCommand(text)
        , m_model(model)
        , m_acknowledgement(std::move(acknowledgement))
        , m_withdraw(withdraw)
    {
    }

    void undo() override { m_model.write(m_acknowledgement, !m_withdraw); }
    void redo() override { m_model.write(m_acknowledgement, m_withdraw); }

private:
    WarningModel &m_model;
    Acknowledgement m_acknowledgement;
    bool m_withdraw;
};

WarningModel::WarningModel(const DomainContext &context, SafetyModel &safety, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_safety(safety)
    , m_undo(new QUndoStack(this))
{
    if (context.undo != nullptr)
        context.undo->add(m_undo);
    connect(&safety, &SafetyModel::dataChanged, this, [this] {
        m_undo->clear();
        m_acknowledgedOf.clear();
        m_acknowledged.clear();
        m_finding.cancel();
        m_reading.cancel();
        m_report.reset();
        m_error.reset();
        m_key.clear();
        Q_EMIT reportChanged();
        update();
    });
    connect(&safety, &SafetyModel::choiceChanged, this, &WarningModel::update);
    connect(&safety, &SafetyModel::timeChanged, this, &WarningModel::update);
}

WarningModel::~WarningModel() = default;

void WarningModel::setChoice(const WarningChoice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    Q_EMIT choiceChanged();
    update();
}

void WarningModel::setPaused(bool paused)
{
    m_paused = paused;
    update();
}

QString WarningModel::key() const
{
    return QStringList{m_safety.choice().table, detectorName(m_choice.detector),
        QString::number(m_choice.budgetPerWeek), QString::number(m_choice.lookBackDays),
        QString::number(m_safety.periodEnd())}
        .join(QLatin1Char('\n'));
}

void WarningModel::update()
{
    if (m_paused || !m_safety.store() || !m_safety.table())
        return;
    if (m_acknowledgedOf != m_safety.choice().table)
        read();
    else if (!m_finding.running() && key() != m_key)
        find();
}

void WarningModel::read()
{
    if (m_reading.running())
        return;
    const QString table = m_safety.choice().table;
    m_reading.start(runTask(m_context.pools->io,
                        [store = std::shared_ptr<const Store>(m_safety.store()), table](
                            TaskContext &) { return acknowledgements(*store, table); }),
        [this, table](Result<std::vector<Acknowledgement>> read) {
            m_acknowledgedOf = table;
            if (read)
                m_acknowledged = std::move(*read);
            else
                Q_EMIT failed(read.error());
            m_key.clear();
            update();
            Q_EMIT busyChanged();
        });
}

void WarningModel::find()
{
    m_key = key();
    WarningOptions options;
    options.detector = m_choice.detector;
    options.budgetPerWeek = m_choice.budgetPerWeek;
    options.lookBackMs = m_choice.lookBackDays * kMsPerDay;
    options.zone = m_safety.data()->zone;
    options.at = m_safety.periodEnd();
    options.acknowledged = m_acknowledged;
    m_finding.start(runTask(m_context.pools->inference,
                        [table = m_safety.table(), options](TaskContext &context) {
                            return findWarnings(*table, options, context);
                        }),
        [this](Result<WarningReport> report) {
            m_error.reset();
            if (report)
                m_report = std::make_shared<const WarningReport>(std::move(*report));
            else
                m_report.reset();
            if (!report && report.error().code != Errc::Cancelled)
                m_error = report.error(); // said in the panel, not shouted at each hour
            Q_EMIT reportChanged();
            update();
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

bool WarningModel::isAcknowledged(const Alarm &alarm) const
{
    return std::any_of(m_acknowledged.begin(), m_acknowledged.end(),
        [&alarm](const Acknowledgement &each) { return covers(each, alarm); });
}

void WarningModel::acknowledge(const Alarm &alarm, const QString &note)
{
    const Acknowledgement made =
        acknowledgementOf(alarm, note, QDateTime::currentMSecsSinceEpoch());
    //: can be undone; %1 is what an alarm is about
    m_undo->push(new AcknowledgeCommand(
        *this, made, false, tr("Acknowledge “%1”").arg(alarmSubject(alarm))));
}

void WarningModel::withdraw(const Alarm &alarm)
{
    const auto it = std::find_if(m_acknowledged.begin(), m_acknowledged.end(),
        [&alarm](const Acknowledgement &each) { return covers(each, alarm); });
    if (it == m_acknowledged.end())
        return;
    const Acknowledgement kept = *it;
    //: can be undone; %1 is what an alarm is about
    m_undo->push(new AcknowledgeCommand(
        *this, kept, true, tr("Withdraw the acknowledgement of “%1”").arg(alarmSubject(alarm))));
}

void WarningModel::write(const Acknowledgement &acknowledgement, bool withdrawn)
{
    std::erase_if(m_acknowledged, [&acknowledgement](const Acknowledgement &each) {
        return each.alarmId == acknowledgement.alarmId;
    });
    if (!withdrawn)
        m_acknowledged.push_back(acknowledgement);
    Q_EMIT reportChanged();
    onFinished(runTask(m_context.pools->io,
                   [store = m_safety.store(), table = m_safety.choice().table, acknowledgement,
                       withdrawn](TaskContext &) -> Result<> {
                       return withdrawn
                           ? withdrawAcknowledgement(*store, table, acknowledgement.alarmId)
                           : writeAcknowledgement(*store, table, acknowledgement);
                   }),
        this, [this](const Result<> &done) {
            if (!done)
                Q_EMIT failed(done.error());
        });
}

} // namespace belvedere::ui
