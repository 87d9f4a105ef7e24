// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/holiday_documents.h"

#include <QDate>

#include <algorithm>

namespace belvedere {

namespace {

const QString kCollection = QStringLiteral("holiday");
const QString kName = QStringLiteral("name");

} // namespace

Result<std::vector<Holiday>> holidaysOf(const Store &store)
{
    BV_TRY(const std::vector<Document> documents, store.documents(kCollection));
    const QDate epoch(1970, 1, 1);
    std::vector<Holiday> holidays;
    for (const Document &document : documents) {
        const QDate date = QDate::fromString(document.id, Qt::ISODate);
        if (!date.isValid())
            return failure(Errc::Schema,
                QT_TRANSLATE_NOOP("Error", "The city names a holiday \"%1\", which is no date."),
                {document.id});
        holidays.push_back({static_cast<int>(epoch.daysTo(date)), document.body[kName].toString()});
    }
    std::sort(holidays.begin(), holidays.end(),
        [](const Holiday &a, const Holiday &b) { return a.day < b.day; });
    return holidays;
}

Result<> writeHolidays(Store &store, const std::vector<Holiday> &holidays)
{
    std::vector<Document> documents;
    for (const Holiday &holiday : holidays)
        documents.push_back({QDate(1970, 1, 1).addDays(holiday.day).toString(Qt::ISODate),
            QJsonObject{{kName, holiday.name}}});
    return store.writeDocuments(kCollection, documents);
}

} // namespace belvedere
