// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/training_queue.h"

#include <QJsonArray>
#include <QUndoCommand>
#include <QUndoStack>
#include <QUuid>

#include <algorithm>

namespace belvedere::ui {

namespace {

const QString kCollection = QStringLiteral("training-queue");
const QString kDocument = QStringLiteral("queue");
constexpr QLatin1String kItemsKey("items");
constexpr QLatin1String kIdKey("id");
constexpr QLatin1String kSpecKey("spec");

QJsonObject toJson(const std::vector<QueuedTraining> &items)
{
    QJsonArray array;
    for (const QueuedTraining &item : items)
        array.append(QJsonObject{{kIdKey, item.id}, {kSpecKey, item.spec.toJson()}});
    return {{kItemsKey, array}};
}

Result<std::vector<QueuedTraining>> readQueue(const Store &store)
{
    BV_TRY(const auto documents, store.documents(kCollection));
    std::vector<QueuedTraining> items;
    for (const Document &document : documents) {
        const QJsonArray array = document.body[kItemsKey].toArray();
        for (const QJsonValue &value : array) {
            BV_TRY(auto spec, TrainSpec::fromJson(value[kSpecKey].toObject()));
            items.push_back({value[kIdKey].toString(), std::move(spec)});
        }
    }
    return items;
}

} // namespace

class QueueRemoval : public QUndoCommand
{
public:
    QueueRemoval(TrainingQueue &queue, QueuedTraining item, int index)
        : QUndoCommand(TrainingQueue::tr("Remove from queue"))
        , m_queue(queue)
        , m_item(std::move(item))
        , m_index(index)
    {
    }
    void redo() override { m_queue.takeOut(m_item.id); }
    void undo() override { m_queue.insertAt(m_item, m_index); }

private:
    TrainingQueue &m_queue;
    QueuedTraining m_item;
    int m_index;
};

class QueueMove : public QUndoCommand
{
public:
    QueueMove(TrainingQueue &queue, QString id, int from, int to)
        : QUndoCommand(TrainingQueue::tr("Change order of queue"))
        , m_queue(queue)
        , m_id(std::move(id))
        , m_from(from)
        , m_to(to)
    {
    }
    // By its id: in the meantime others may have begun.
    void redo() override { m_queue.place(m_id, m_to); }
    void undo() override { m_queue.place(m_id, m_from); }

private:
    TrainingQueue &m_queue;
    QString m_id;
    int m_from;
    int m_to;
};

TrainingQueue::TrainingQueue(
    const AnalyseContext &context, TrainingController &training, QUndoStack &undo, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_training(training)
    , m_undo(undo)
{
    // After whoever shows the end of the one before.
    connect(&m_training, &TrainingController::stateChanged, this, &TrainingQueue::startNext,
        Qt::QueuedConnection);
}

void TrainingQueue::setStore(std::shared_ptr<Store> store)
{
    m_context.store = std::move(store);
    m_items.clear();
    m_undo.clear();
    m_held = false;
    m_loaded = false;
    m_dirty = false;
    Q_EMIT changed();
    load();
}

int TrainingQueue::indexOf(const QString &id) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
        [&id](const QueuedTraining &item) { return item.id == id; });
    return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

void TrainingQueue::setBlocked(bool blocked)
{
    m_blocked = blocked;
    startNext();
}

void TrainingQueue::add(const TrainSpec &spec)
{
    if (!m_context.store)
        return;
    // Nothing is before it: it needs no place in the queue, and a held one does not stop it.
    if (m_items.empty() && !m_training.busy() && !m_blocked) {
        m_training.start(spec);
        return;
    }
    m_items.push_back({QUuid::createUuid().toString(QUuid::WithoutBraces), spec});
    touch();
    startNext();
}

void TrainingQueue::remove(const QString &id)
{
    if (const int index = indexOf(id); index >= 0)
        m_undo.push(new QueueRemoval(*this, m_items[static_cast<std::size_t>(index)], index));
}

void TrainingQueue::move(const QString &id, int index)
{
    const int from = indexOf(id);
    const int to = std::clamp(index, 0, std::max(0, static_cast<int>(m_items.size()) - 1));
    if (from >= 0 && from != to)
        m_undo.push(new QueueMove(*this, id, from, to));
}

void TrainingQueue::setHeld(bool held)
{
    if (m_held == held)
        return;
    m_held = held;
    Q_EMIT changed();
    startNext();
}

void TrainingQueue::insertAt(const QueuedTraining &item, int index)
{
    const auto place = std::min(static_cast<std::size_t>(index), m_items.size());
    m_items.insert(m_items.begin() + static_cast<std::ptrdiff_t>(place), item);
    touch();
    startNext();
}

void TrainingQueue::takeOut(const QString &id)
{
    const int index = indexOf(id);
    if (index < 0)
        return; // it has begun
    m_items.erase(m_items.begin() + index);
    touch();
}

void TrainingQueue::place(const QString &id, int index)
{
    const int from = indexOf(id);
    if (from < 0)
        return;
    const QueuedTraining item = m_items[static_cast<std::size_t>(from)];
    m_items.erase(m_items.begin() + from);
    m_items.insert(m_items.begin() + std::min(index, static_cast<int>(m_items.size())), item);
    touch();
}

void TrainingQueue::startNext()
{
    if (m_held || m_blocked || m_items.empty() || m_training.busy() || !m_context.store)
        return;
    const QueuedTraining next = m_items.front();
    m_items.erase(m_items.begin());
    touch();
    m_training.start(next.spec);
}

void TrainingQueue::touch()
{
    Q_EMIT changed();
    save();
}

void TrainingQueue::save()
{
    if (!m_loaded || !m_context.store)
        return;
    // One after the other: two writes at a time could end in the wrong order.
    m_dirty = true;
    if (m_saving.running())
        return;
    m_dirty = false;
    const std::vector<Document> documents{{kDocument, toJson(m_items)}};
    m_saving.start(runTask(m_context.pools->io,
                       [store = m_context.store, documents](TaskContext &) {
                           return store->writeDocuments(kCollection, documents);
                       }),
        [this](const Result<> &written) {
            if (!written)
                Q_EMIT failed(written.error());
            if (m_dirty)
                save();
        });
}

void TrainingQueue::load()
{
    m_loading.cancel();
    if (!m_context.store)
        return;
    m_loading.start(runTask(m_context.pools->io,
                        [store = m_context.store](TaskContext &) { return readQueue(*store); }),
        [this](Result<std::vector<QueuedTraining>> items) {
            if (!items) {
                Q_EMIT failed(items.error());
                return;
            }
            m_loaded = true;
            // What was added meanwhile comes behind.
            const bool added = !m_items.empty();
            m_held = !items->empty();
            m_items.insert(m_items.begin(), items->begin(), items->end());
            Q_EMIT changed();
            if (added)
                save();
        });
}

} // namespace belvedere::ui
