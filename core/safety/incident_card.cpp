// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/incident_card.h"

#include <QtGlobal>

namespace belvedere {

const std::vector<const char *> &incidentCardSentences()
{
    static const std::vector<const char *> sentences = {
        QT_TRANSLATE_NOOP("IncidentCard",
            "The data are reports and calls, not all that happened: where people call less, or "
            "fewer officers patrol, less is seen."),
        QT_TRANSLATE_NOOP("IncidentCard",
            "A cell says where to expect work for the services. It says nothing about the people "
            "who live there, and must not be used to rank people, households or streets."),
        QT_TRANSLATE_NOOP("IncidentCard",
            "Sending patrols where reports were finds more there: trained on its own "
            "consequences, a model confirms itself. Compare with areas left as they were."),
        QT_TRANSLATE_NOOP("IncidentCard",
            "Positions are rounded to a block or a crossing, and times often to the full hour; a "
            "finer cell or hour than the source is false precision."),
        QT_TRANSLATE_NOOP("IncidentCard",
            "Hit rate, PAI and PEI hold for this cell size, area and share of it only; figures of "
            "other grids cannot be compared with them."),
        QT_TRANSLATE_NOOP("IncidentCard",
            "An expected count is an average with an interval, not a forecast of a single event."),
    };
    return sentences;
}

} // namespace belvedere
