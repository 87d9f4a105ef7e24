// SPDX-License-Identifier: GPL-3.0-or-later
#include "city_incidents.h"

namespace belvedere::ctl {

Result<IncidentTable> incidentsNamed(const Store &store, const QString &name)
{
    BV_TRY(std::vector<IncidentTable> tables, store.incidents());
    QStringList known;
    for (IncidentTable &table : tables) {
        if (table.name == name)
            return std::move(table);
        known += table.name;
    }
    if (known.isEmpty())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error",
                "The city has no incidents \"%1\", nor any others. Import a file of them first."),
            {name});
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "The city has no incidents \"%1\". There is: %2."),
        {name, known.join(QStringLiteral(", "))});
}

} // namespace belvedere::ctl
