// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/config_difference.h"

#include "analyse/analyse_text.h"
#include "common/format.h"
#include "common/quantity_names.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <set>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::ConfigDifference)
};

/// A setting of all runs: as JSON, to be compared, and as people read it.
struct Setting
{
    QString key;
    QString title;
    std::vector<QJsonValue> values; // [runs]; undefined = none
    std::vector<QString> texts; // [runs]
    bool logarithmic = false;
};

QString plainText(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    if (value.isBool())
        return value.toBool() ? Text::tr("Yes") : Text::tr("No");
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (!value.isDouble())
        return value.toString();
    const double number = value.toDouble();
    return number == std::floor(number) && std::abs(number) < 1e15
        ? formatCount(static_cast<qint64>(number))
        : QLocale().toString(number, 'g', 6);
}

using Runs = std::vector<const RunEntry *>;

class Settings
{
public:
    Settings(const Runs &runs, const ForecasterFactory &factory)
        : m_runs(runs)
    {
        for (const auto &kind : factory.kinds())
            m_kinds.push_back(kind);
    }

    template <class Value>
    void add(const char *key, const QString &title, Value value, bool logarithmic = false)
    {
        Setting setting{QString::fromLatin1(key), title, {}, {}, logarithmic};
        for (const RunEntry *run : m_runs) {
            setting.values.push_back(QJsonValue(value(run->record)));
            setting.texts.push_back(plainText(setting.values.back()));
        }
        m_settings.push_back(std::move(setting));
    }

    void addOptions()
    {
        std::vector<QJsonObject> used;
        QStringList names; // in the order of the forms
        for (const RunEntry *run : m_runs) {
            used.push_back(optionsOf(run->record.spec));
            for (const QString &name : used.back().keys()) {
                if (!names.contains(name))
                    names.append(name);
            }
        }
        for (const QString &name : names) {
            const OptionSpec *known = find(name);
            Setting setting{name, known ? QCoreApplication::translate("Model", known->title) : name,
                {}, {}, known && known->logarithmic};
            for (const QJsonObject &options : used) {
                setting.values.push_back(options.value(name));
                setting.texts.push_back(textOf(known, setting.values.back()));
            }
            m_settings.push_back(std::move(setting));
        }
    }

    [[nodiscard]] const std::vector<Setting> &all() const { return m_settings; }

private:
    [[nodiscard]] QJsonObject optionsOf(const TrainSpec &spec) const
    {
        for (const auto &kind : m_kinds) {
            if (kind.kind != spec.model)
                continue;
            // A run of an older version may have options that are unknown by now.
            if (const auto complete = completeOptions(kind.kind, kind.options, spec.options))
                return *complete;
        }
        return spec.options;
    }
    [[nodiscard]] const OptionSpec *find(const QString &name) const
    {
        for (const RunEntry *run : m_runs) {
            for (const auto &kind : m_kinds) {
                if (kind.kind != run->record.spec.model)
                    continue;
                for (const OptionSpec &option : kind.options) {
                    if (option.name == name)
                        return &option;
                }
            }
        }
        return nullptr;
    }
    [[nodiscard]] static QString textOf(const OptionSpec *known, const QJsonValue &value)
    {
        for (const OptionChoice &choice : known ? known->choices : std::vector<OptionChoice>()) {
            if (choice.name == value.toString())
                return QCoreApplication::translate("Model", choice.title);
        }
        return plainText(value);
    }

    const Runs &m_runs;
    std::vector<ForecasterFactory::Kind> m_kinds;
    std::vector<Setting> m_settings;
};

QString splitText(const SplitShares &split)
{
    return QStringLiteral("%1 / %2 / %3")
        .arg(
            formatPercent(split.train), formatPercent(split.validation), formatPercent(split.test));
}

QString partnersText(const std::vector<TrainPartner> &partners)
{
    QStringList names;
    for (const TrainPartner &partner : partners)
        names.append(QStringLiteral("%1/%2").arg(partner.dataset, partner.channel));
    return names.join(QStringLiteral(", "));
}

std::vector<Setting> settingsOf(const Runs &runs, const ForecasterFactory &factory)
{
    Settings all(runs, factory);
    all.add("dataset", Text::tr("Data"), [](const RunRecord &r) { return r.spec.dataset; });
    all.add("channel", Text::tr("Quantity"),
        [](const RunRecord &r) { return channelTitle(r.spec.channel); });
    all.add("model", Text::tr("Model"),
        [&](const RunRecord &r) { return modelTitle(factory, r.spec.model); });
    all.add("history", Text::tr("Steps in"), [](const RunRecord &r) { return r.spec.history; });
    all.add("horizon", Text::tr("Steps ahead"), [](const RunRecord &r) { return r.spec.horizon; });
    all.add("split", Text::tr("Split"), [](const RunRecord &r) { return splitText(r.spec.split); });
    all.add("epochs", Text::tr("Most epochs"), [](const RunRecord &r) { return r.spec.epochs; });
    all.add("patience", Text::tr("Patience"), [](const RunRecord &r) { return r.spec.patience; });
    all.add("budget", Text::tr("Time budget, s"),
        [](const RunRecord &r) { return r.spec.budgetSeconds; });
    all.add("seed", Text::tr("Seed"),
        [](const RunRecord &r) { return static_cast<double>(r.spec.seed); });
    all.add("threads", Text::tr("Threads"), [](const RunRecord &r) { return r.spec.threads; });
    all.add("partners", Text::tr("Learnt jointly with"),
        [](const RunRecord &r) { return partnersText(r.spec.partners); });
    all.add("fineTune", Text::tr("Fine-tuning, epochs"),
        [](const RunRecord &r) { return r.spec.partners.empty() ? 0 : r.spec.fineTuneEpochs; });
    all.add("startFrom", Text::tr("Begun from"), [](const RunRecord &r) { return r.startedFrom; });
    all.addOptions();
    all.add("data", Text::tr("State of the data"),
        [](const RunRecord &r) { return r.dataHash.left(8); });
    all.add("code", Text::tr("Program version"), [](const RunRecord &r) { return r.codeVersion; });
    return all.all();
}

bool differs(const Setting &setting)
{
    return std::any_of(setting.values.begin(), setting.values.end(),
        [&](const QJsonValue &value) { return value != setting.values.front(); });
}

} // namespace

std::vector<ConfigRow> configDifference(
    const std::vector<const RunEntry *> &runs, const ForecasterFactory &factory)
{
    std::vector<ConfigRow> rows;
    for (const Setting &setting : settingsOf(runs, factory)) {
        if (!differs(setting))
            continue;
        ConfigRow row{setting.key, setting.title, {}, {}};
        for (std::size_t i = 0; i < runs.size(); ++i) {
            row.values.append(setting.texts[i]);
            row.changed.push_back(setting.values[i] != setting.values.front());
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<RunSettings> differingSettings(
    const std::vector<const RunEntry *> &runs, const ForecasterFactory &factory)
{
    static const std::set<QString> kNoAxes = {
        QStringLiteral("data"), QStringLiteral("code"), QStringLiteral("partners")};
    std::vector<RunSettings> axes;
    for (const Setting &setting : settingsOf(runs, factory)) {
        if (!differs(setting) || kNoAxes.count(setting.key) > 0)
            continue;
        RunSettings axis{setting.key, setting.title, setting.logarithmic, {}, {}};
        const bool words =
            std::any_of(setting.values.begin(), setting.values.end(), [](const QJsonValue &value) {
                return !value.isDouble() && !value.isUndefined() && !value.isNull();
            });
        if (words) {
            for (const QString &text : setting.texts) {
                if (!text.isEmpty() && !axis.choices.contains(text))
                    axis.choices.append(text);
            }
            axis.choices.sort();
        }
        for (std::size_t i = 0; i < runs.size(); ++i) {
            if (setting.texts[i].isEmpty())
                axis.values.push_back(std::numeric_limits<double>::quiet_NaN());
            else if (words)
                axis.values.push_back(double(axis.choices.indexOf(setting.texts[i])));
            else
                axis.values.push_back(setting.values[i].toDouble());
        }
        axes.push_back(std::move(axis));
    }
    return axes;
}

void ConfigModel::setRows(QStringList runs, std::vector<ConfigRow> rows)
{
    beginResetModel();
    m_runs = std::move(runs);
    m_rows = std::move(rows);
    endResetModel();
}

int ConfigModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConfigModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size()) + 1;
}

QVariant ConfigModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConfigRow &row = m_rows[static_cast<std::size_t>(index.row())];
    const auto run = static_cast<std::size_t>(index.column() - 1);
    const bool changed = index.column() > 0 && row.changed[run];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == 0)
            return row.title;
        return row.values[index.column() - 1].isEmpty() ? QStringLiteral("–")
                                                        : row.values[index.column() - 1];
    case Qt::ToolTipRole:
        return row.key;
    case Qt::FontRole:
        return themeFont(type::kDense, changed ? QFont::DemiBold : QFont::Normal);
    case Qt::BackgroundRole:
        return changed ? QVariant(withOpacity(tokens().accent, 0.18)) : QVariant();
    case Qt::AccessibleDescriptionRole:
        return changed ? QVariant(tr("Differs from the first run")) : QVariant();
    default:
        return {};
    }
}

QVariant ConfigModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Setting") : m_runs[section - 1];
}

} // namespace belvedere::ui
