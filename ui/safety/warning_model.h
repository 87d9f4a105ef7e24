// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/task_slot.h"
#include "domain/domain_context.h"
#include "safety/early_warning.h"
#include "safety/safety_model.h"

#include <QObject>

#include <optional>

class QUndoStack;

namespace belvedere::ui {

/// What a person chose of early warning.
struct WarningChoice
{
    WarningDetector detector = WarningDetector::EarsC2;
    double budgetPerWeek = 2.0; ///< alarms that can be looked after
    int lookBackDays = 7;

    friend bool operator==(const WarningChoice &, const WarningChoice &) = default;
};

/// Alarms at the hour shown, from the incidents before it. One computation at a time: when it is
/// done and the hour is another one by then, the next begins.
class WarningModel : public QObject
{
    Q_OBJECT

public:
    /// The incidents and the time are those of `safety`.
    WarningModel(const DomainContext &context, SafetyModel &safety, QObject *parent = nullptr);
    ~WarningModel() override;

    void setChoice(const WarningChoice &choice);
    void setPaused(bool paused);
    [[nodiscard]] const WarningChoice &choice() const { return m_choice; }
    [[nodiscard]] const SafetyModel &safety() const { return m_safety; }
    /// Null before the first one, and where none can be made; error() says why.
    [[nodiscard]] const std::shared_ptr<const WarningReport> &report() const { return m_report; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] bool busy() const { return m_reading.running() || m_finding.running(); }

    /// Kept in the city; can be undone.
    void acknowledge(const Alarm &alarm, const QString &note);
    /// Takes it back.
    void withdraw(const Alarm &alarm);
    [[nodiscard]] bool isAcknowledged(const Alarm &alarm) const;

Q_SIGNALS:
    void choiceChanged();
    void reportChanged();
    void busyChanged();
    void failed(const belvedere::Error &error);

private:
    friend class AcknowledgeCommand;

    void update();
    void read();
    void find();
    void write(const Acknowledgement &acknowledgement, bool withdrawn);
    [[nodiscard]] QString key() const;

    DomainContext m_context;
    SafetyModel &m_safety;
    QUndoStack *m_undo;
    WarningChoice m_choice;
    bool m_paused = true;
    QString m_acknowledgedOf; // the table whose acknowledgements were read
    std::vector<Acknowledgement> m_acknowledged;
    std::shared_ptr<const WarningReport> m_report;
    std::optional<Error> m_error;
    QString m_key; // of the report, or of the one being made
    TaskSlot<std::vector<Acknowledgement>> m_reading{this};
    TaskSlot<WarningReport> m_finding{this};
};

} // namespace belvedere::ui
