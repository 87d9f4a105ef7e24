// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment_data.h"

#include <QDate>

#include <cmath>

namespace belvedere::ctl {

Result<StoredSeries> storedSeries(
    const Store &store, const std::string &name, const std::string &from, const std::string &to)
{
    StoredSeries stored;
    BV_TRY(stored.dataset, store.dataset(QString::fromStdString(name)));
    TimeRange range;
    if (!from.empty()) {
        BV_TRY(range.from, parseTime(QString::fromStdString(from), stored.dataset.zone));
    }
    if (!to.empty()) {
        BV_TRY(range.to, parseTime(QString::fromStdString(to), stored.dataset.zone));
    }
    BV_TRY(stored.series, store.series(stored.dataset.name, range));
    if (stored.series->axis.count == 0)
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "%1 has no values in that time. It goes from %2 to %3."),
            {stored.dataset.name, formatUtc(stored.dataset.axis.start),
                formatUtc(stored.dataset.axis.last())});
    stored.dataset.axis = stored.series->axis;
    return stored;
}

Result<SiteId> siteNamed(const Dataset &dataset, const std::string &code)
{
    if (code.empty())
        return SiteId();
    const SiteId site = dataset.siteByCode(QString::fromStdString(code));
    if (site.valid())
        return site;
    constexpr std::size_t kNamed = 20;
    QStringList known;
    for (std::size_t i = 0; i < std::min(kNamed, dataset.sites.size()); ++i)
        known += dataset.sites[i].code;
    return failure(Errc::NotFound, QT_TRANSLATE_NOOP("Error", "%1 has no site \"%2\". It has: %3."),
        {dataset.name, QString::fromStdString(code), known.join(QStringLiteral(", "))});
}

QJsonValue jsonNumber(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

QString dayText(int day)
{
    return QDate(1970, 1, 1).addDays(day).toString(Qt::ISODate);
}

} // namespace belvedere::ctl
