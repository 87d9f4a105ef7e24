// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/utc_time.h"

#include <QToolButton>

#include <vector>

namespace belvedere::ui {

class StatusPopup;

/// How a source of data does.
struct SourceState
{
    enum class Condition { Fresh, Stale, Failed, Waiting };

    QString name;
    Condition condition = Condition::Waiting;
    UtcMs newest = 0; ///< time of its newest value; 0 = none yet
    QString remark; ///< such as why it failed
};

/// "Sources 11 of 12" in the status line; a click lists all with their states and ages.
class SourceIndicator : public QToolButton
{
    Q_OBJECT

public:
    explicit SourceIndicator(QWidget *parent = nullptr);

    /// @param now  of the clock, to tell ages.
    void setSources(std::vector<SourceState> sources, UtcMs now);
    [[nodiscard]] int freshCount() const;
    void showList();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::vector<SourceState> m_sources;
    UtcMs m_now = 0;
    StatusPopup *m_popup;
};

} // namespace belvedere::ui
