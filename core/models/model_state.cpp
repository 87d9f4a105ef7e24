// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/model_state.h"

#include "models/tensor_lookup.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN, "tensor data is copied as it lies in memory");

constexpr qsizetype kLengthBytes = 8;
constexpr qint64 kMostHeaderBytes = 100'000'000; // the limit of the reference implementation
constexpr double kExact = 9007199254740992.0; // 2^53: whole numbers are exact in JSON up to here

auto damaged(const char *text, QStringList args = {})
{
    return failure(Errc::Schema, text, std::move(args));
}

/// Numbers of the "shape" or "data_offsets" list of a tensor.
Result<std::vector<std::int64_t>> wholeNumbers(const QJsonValue &list, const QString &tensor)
{
    std::vector<std::int64_t> numbers;
    bool valid = list.isArray();
    for (const QJsonValue value : list.toArray()) {
        const double number = value.toDouble(-1);
        valid = valid && number >= 0 && number < kExact && number == std::floor(number);
        numbers.push_back(valid ? static_cast<std::int64_t>(number) : 0);
    }
    if (!valid)
        return damaged(
            QT_TRANSLATE_NOOP("Error", "Model file: tensor \"%1\" has no valid shape or place."),
            {tensor});
    return numbers;
}

/// Where a tensor says that it lies.
struct Entry
{
    NamedTensor tensor;
    std::int64_t begin = 0; // bytes from the start of the data
    std::int64_t end = 0;
};

Result<Entry> readEntry(const QString &name, const QJsonObject &json, std::int64_t dataBytes)
{
    if (json.value(QLatin1String("dtype")).toString() != QLatin1String("F32"))
        return damaged(QT_TRANSLATE_NOOP(
                           "Error", "Model file: tensor \"%1\" is of type %2; only F32 is read."),
            {name, json.value(QLatin1String("dtype")).toString()});
    Entry entry;
    entry.tensor.name = name;
    BV_TRY(entry.tensor.shape, wholeNumbers(json.value(QLatin1String("shape")), name));
    BV_TRY(const auto place, wholeNumbers(json.value(QLatin1String("data_offsets")), name));
    const std::int64_t most = dataBytes / std::int64_t(sizeof(float));
    std::int64_t count = 1;
    bool fits = place.size() == 2;
    for (const std::int64_t extent : entry.tensor.shape) {
        // Division first: the product of damaged extents could overflow.
        fits = fits && extent >= 1 && count <= most / extent;
        count = fits ? count * extent : 0;
    }
    if (fits) {
        entry.begin = place[0];
        entry.end = place[1];
        fits = entry.end <= dataBytes
            && entry.end - entry.begin == count * std::int64_t(sizeof(float));
    }
    if (!fits)
        return damaged(
            QT_TRANSLATE_NOOP("Error",
                "Model file: the shape of tensor \"%1\" and its place do not fit together."),
            {name});
    return entry;
}

/// All tensors in the order of their data, which must be covered without gaps or overlap.
Result<std::vector<Entry>> readEntries(const QJsonObject &header, std::int64_t dataBytes)
{
    std::vector<Entry> entries;
    for (auto it = header.begin(); it != header.end(); ++it) {
        if (it.key() == QLatin1String("__metadata__"))
            continue;
        BV_TRY(auto entry, readEntry(it.key(), it.value().toObject(), dataBytes));
        entries.push_back(std::move(entry));
    }
    std::sort(entries.begin(), entries.end(),
        [](const Entry &a, const Entry &b) { return a.begin < b.begin; });
    std::int64_t covered = 0;
    for (const Entry &entry : entries) {
        if (entry.begin != covered)
            return damaged(QT_TRANSLATE_NOOP("Error",
                               "Model file: there is a gap or an overlap before tensor \"%1\"."),
                {entry.tensor.name});
        covered = entry.end;
    }
    if (covered != dataBytes)
        return damaged(
            QT_TRANSLATE_NOOP("Error",
                "Model file: it holds %1 bytes of data, its tensors %2. It was cut off or joined."),
            {QString::number(dataBytes), QString::number(covered)});
    return entries;
}

QString hashOf(const QString &spec, QJsonObject layout, QByteArrayView data)
{
    layout.remove(QStringLiteral("__metadata__"));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(spec.toUtf8());
    hash.addData(QJsonDocument(layout).toJson(QJsonDocument::Compact));
    hash.addData(data);
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

Result<const NamedTensor *> ModelState::tensor(
    const QString &name, const std::vector<std::int64_t> &shape) const
{
    const NamedTensor *found = findTensor(tensors, name);
    if (!found)
        return failure(
            Errc::Shape, QT_TRANSLATE_NOOP("Error", "The model has no tensor \"%1\"."), {name});
    if (found->shape != shape)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "The model's tensor \"%1\" is %2; it should be %3."),
            {name, shapeText(found->shape), shapeText(shape)});
    return found;
}

qint64 ModelState::parameterCount() const
{
    qint64 count = 0;
    for (const NamedTensor &t : tensors)
        count += static_cast<qint64>(t.values.size());
    return count;
}

Result<> checkTensors(const ModelState &state, const std::vector<NamedTensor> &wanted)
{
    // Names and shapes only: the list is data inside one sentence, the same in every language.
    QStringList differences;
    for (const NamedTensor &t : wanted) {
        const NamedTensor *found = findTensor(state.tensors, t.name);
        if (!found)
            differences += QLatin1Char('-') + t.name + shapeText(t.shape);
        else if (found->shape != t.shape)
            differences +=
                t.name + shapeText(found->shape) + QString::fromUtf8("→") + shapeText(t.shape);
    }
    for (const NamedTensor &t : state.tensors) {
        if (!findTensor(wanted, t.name))
            differences += QLatin1Char('+') + t.name + shapeText(t.shape);
    }
    if (differences.isEmpty())
        return {};
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP("Error",
            "The file does not hold a model of kind \"%1\" as its description says (- is missing, "
            "+ is too many, → should be): %2."),
        {state.spec.kind, differences.join(QStringLiteral("; "))});
}

QString shapeText(const std::vector<std::int64_t> &shape)
{
    QStringList extents;
    for (const std::int64_t extent : shape)
        extents += QString::number(extent);
    return QLatin1Char('[') + extents.join(QLatin1String(", ")) + QLatin1Char(']');
}

QByteArray toSafetensors(const ModelState &state)
{
    return packTensors(state.spec.toJson(), state.tensors);
}

Result<ModelState> fromSafetensors(const QByteArray &bytes)
{
    BV_TRY(auto packed, unpackTensors(bytes));
    BV_TRY(auto spec, ModelSpec::fromJson(packed.description));
    return ModelState{std::move(spec), std::move(packed.tensors)};
}

QByteArray packTensors(const QJsonObject &description, const std::vector<NamedTensor> &tensors)
{
    QJsonObject header;
    QByteArray data;
    for (const NamedTensor &t : tensors) {
        QJsonArray shape;
        for (const std::int64_t extent : t.shape)
            shape.append(static_cast<qint64>(extent));
        const auto bytes = static_cast<qsizetype>(t.values.size() * sizeof(float));
        header.insert(t.name,
            QJsonObject{{QStringLiteral("dtype"), QStringLiteral("F32")},
                {QStringLiteral("shape"), shape},
                {QStringLiteral("data_offsets"),
                    QJsonArray{qint64(data.size()), qint64(data.size() + bytes)}}});
        data.append(reinterpret_cast<const char *>(t.values.data()), bytes);
    }
    const auto spec = QString::fromUtf8(QJsonDocument(description).toJson(QJsonDocument::Compact));
    header.insert(QStringLiteral("__metadata__"),
        QJsonObject{{QStringLiteral("belvedere"), spec},
            {QStringLiteral("sha256"), hashOf(spec, header, data)}});
    QByteArray text = QJsonDocument(header).toJson(QJsonDocument::Compact);
    text.append((kLengthBytes - text.size() % kLengthBytes) % kLengthBytes, ' '); // aligns the data
    QByteArray length(kLengthBytes, '\0');
    qToLittleEndian(static_cast<quint64>(text.size()), length.data());
    return length + text + data;
}

Result<PackedTensors> unpackTensors(const QByteArray &bytes)
{
    if (bytes.size() < kLengthBytes)
        return damaged(QT_TRANSLATE_NOOP("Error", "This is no model file: it is too short."));
    const auto headerBytes = qFromLittleEndian<quint64>(bytes.constData());
    if (headerBytes > quint64(std::min<qint64>(kMostHeaderBytes, bytes.size() - kLengthBytes)))
        return damaged(QT_TRANSLATE_NOOP("Error",
            "This is no model file, or it was cut off: its header is longer than itself."));
    QJsonParseError parse{};
    const QByteArrayView whole(bytes);
    const QByteArrayView headerText = whole.sliced(kLengthBytes, qsizetype(headerBytes));
    const auto document = QJsonDocument::fromJson(headerText.toByteArray(), &parse);
    if (!document.isObject())
        return damaged(QT_TRANSLATE_NOOP("Error", "Model file: its header is no JSON object (%1)."),
            {parse.errorString()});
    const QJsonObject header = document.object();
    const QByteArrayView data = whole.sliced(kLengthBytes + qsizetype(headerBytes));
    BV_TRY(auto entries, readEntries(header, data.size()));

    const QJsonObject metadata = header.value(QLatin1String("__metadata__")).toObject();
    const QString specText = metadata.value(QLatin1String("belvedere")).toString();
    const QJsonValue hash = metadata.value(QLatin1String("sha256"));
    if (!hash.isUndefined() && hash.toString() != hashOf(specText, header, data))
        return damaged(QT_TRANSLATE_NOOP("Error",
            "Model file: its content does not match its SHA-256. It was damaged or changed."));
    const auto specJson = QJsonDocument::fromJson(specText.toUtf8());
    if (!specJson.isObject())
        return damaged(QT_TRANSLATE_NOOP("Error",
            "Model file: it has no description under \"__metadata__\", \"belvedere\". It was "
            "written by another program."));
    PackedTensors packed;
    packed.description = specJson.object();
    for (Entry &entry : entries) {
        const auto count = static_cast<std::size_t>(entry.end - entry.begin) / sizeof(float);
        entry.tensor.values.resize(count);
        std::memcpy(entry.tensor.values.data(), data.data() + entry.begin, count * sizeof(float));
        packed.tensors.push_back(std::move(entry.tensor));
    }
    return packed;
}

} // namespace belvedere
