// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/tiles/xyz_source.h"

#include "city/tiles/disk_cache.h"

#include <QCache>
#include <QDateTime>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <atomic>
#include <deque>
#include <mutex>

namespace belvedere {

namespace {

constexpr int kMemoryBytes = 64 << 20;
constexpr std::size_t kLongestQueue = 512; // more are not seen any more when their turn comes
constexpr int kNotModified = 304;
constexpr int kNotFound = 404;
constexpr int kGone = 410;
constexpr int kNoContent = 204;
constexpr int kTooManyRequests = 429;
constexpr int kServerErrors = 500;

/// What QCache and QHash take.
quint64 packed(TileKey key)
{
    return static_cast<quint64>(key.z) << 58 | static_cast<quint64>(key.x) << 29
        | static_cast<quint64>(key.y);
}

/// The first bytes of a PNG, JPEG, WebP or GIF; a login page or an error text is no picture.
bool isPicture(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1a\n") || bytes.startsWith("\xff\xd8\xff")
        || (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP") || bytes.startsWith("GIF8");
}

/// How long the answer may be kept, by Cache-Control or Expires (RFC 9111, 5.2 and 5.3).
qint64 expiryOf(const QNetworkReply &reply, qint64 now, qint64 defaultLifeMs)
{
    static const QRegularExpression kMaxAge(QStringLiteral("max-age\\s*=\\s*\"?(\\d+)"));
    const QString control = QString::fromLatin1(reply.rawHeader("Cache-Control")).toLower();
    if (control.contains(QLatin1String("no-cache")) || control.contains(QLatin1String("no-store")))
        return now;
    if (const auto match = kMaxAge.match(control); match.hasMatch())
        return now + match.captured(1).toLongLong() * 1000;
    const QDateTime expires =
        QDateTime::fromString(QString::fromLatin1(reply.rawHeader("Expires")), Qt::RFC2822Date);
    return expires.isValid() ? expires.toMSecsSinceEpoch() : now + defaultLifeMs;
}

/// Everything that belongs to the network thread, and what it shares with callers under a lock.
/// The thread has its own event loop, because the network access manager needs one; it computes
/// nothing.
class Loader : public QObject
{
public:
    explicit Loader(XyzOptions options)
        : m_options(std::move(options))
        , m_disk(m_options.cacheFolder, m_options.cacheBytes)
        , m_memory(kMemoryBytes)
    {
    }

    QByteArray tile(TileKey key)
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        {
            const std::lock_guard lock(m_mutex);
            if (const Known *known = m_memory.object(packed(key)); known && known->expiresMs > now)
                return known->bytes;
        }
        QByteArray bytes;
        QByteArray etag;
        qint64 expires = 0;
        if (auto entry = m_disk.read(key)) {
            bytes = std::move(entry->bytes);
            etag = std::move(entry->etag);
            expires = entry->expiresMs;
        }
        const std::lock_guard lock(m_mutex);
        if (!bytes.isEmpty()) {
            // One that expired is shown all the same until there is a newer one.
            remember(key, {bytes, expires});
            if (expires > now)
                return bytes;
        }
        enqueue(key, etag, now);
        return bytes;
    }

    bool pending(TileKey key) const
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting.contains(packed(key));
    }

    void setChanged(TileSource::Changed changed)
    {
        const std::lock_guard lock(m_changedMutex);
        m_changed = std::move(changed);
    }

    [[nodiscard]] XyzCounts counts() const { return {m_requests, m_loaded, m_failed}; }

    /// On the network thread, before it ends.
    void close()
    {
        m_closing = true;
        m_manager.reset(); // aborts what is under way
    }

private:
    struct Known
    {
        QByteArray bytes;
        qint64 expiresMs = 0;
    };
    struct Job
    {
        TileKey key;
        QByteArray etag;
        int attempt = 1;
    };

    void remember(TileKey key, Known known)
    {
        const auto cost = static_cast<int>(known.bytes.size()) + 64;
        m_memory.insert(packed(key), new Known(std::move(known)), cost);
    }

    /// With the lock held.
    void enqueue(TileKey key, const QByteArray &etag, qint64 now)
    {
        const quint64 id = packed(key);
        if (m_waiting.contains(id) || m_retryAt.value(id) > now)
            return;
        if (m_queue.size() >= kLongestQueue) {
            m_waiting.remove(packed(m_queue.front().key));
            m_queue.pop_front();
        }
        m_waiting.insert(id, true);
        m_queue.push_back({key, etag, 1});
        QMetaObject::invokeMethod(
            this, [this] { startNext(); }, Qt::QueuedConnection);
    }

    void startNext()
    {
        while (!m_closing && m_active < m_options.concurrent) {
            Job job;
            {
                const std::lock_guard lock(m_mutex);
                if (m_queue.empty())
                    return;
                job = m_queue.back(); // what was asked for last is on the screen now
                m_queue.pop_back();
            }
            start(job);
        }
    }

    [[nodiscard]] QUrl urlOf(TileKey key) const
    {
        QString url = m_options.urlTemplate;
        url.replace(QLatin1String("{z}"), QString::number(key.z));
        url.replace(QLatin1String("{x}"), QString::number(key.x));
        url.replace(QLatin1String("{y}"), QString::number(key.y));
        url.replace(QLatin1String("{-y}"), QString::number((1 << key.z) - 1 - key.y));
        return QUrl(url);
    }

    void start(const Job &job)
    {
        if (!m_manager)
            m_manager = std::make_unique<QNetworkAccessManager>();
        QNetworkRequest request(urlOf(job.key));
        request.setHeader(QNetworkRequest::UserAgentHeader, m_options.userAgent);
        request.setTransferTimeout(m_options.timeoutMs);
        request.setAttribute(
            QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
        if (!job.etag.isEmpty())
            request.setRawHeader("If-None-Match", job.etag);
        ++m_active;
        ++m_requests;
        QNetworkReply *reply = m_manager->get(request);
        // A server that sends without end is cut off.
        connect(reply, &QNetworkReply::downloadProgress, this,
            [reply, limit = m_options.maxTileBytes](qint64 received, qint64) {
                if (received > limit)
                    QMetaObject::invokeMethod(reply, &QNetworkReply::abort);
            });
        connect(reply, &QNetworkReply::finished, this, [this, reply, job] {
            reply->deleteLater();
            --m_active;
            finished(*reply, job);
            startNext();
        });
    }

    void finished(QNetworkReply &reply, const Job &job)
    {
        if (m_closing)
            return;
        const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const qint64 expires = expiryOf(reply, now, m_options.defaultLifeMs);
        if (reply.error() == QNetworkReply::NoError && status == kNotModified) {
            if (auto entry = m_disk.read(job.key)) {
                keep(job.key, entry->bytes, job.etag, expires, now);
                return;
            }
        }
        const bool answered = reply.error() == QNetworkReply::NoError;
        const QByteArray bytes = answered ? reply.readAll() : QByteArray();
        if (answered && bytes.size() <= m_options.maxTileBytes && isPicture(bytes)) {
            keep(job.key, bytes, reply.rawHeader("ETag"), expires, now);
            return;
        }
        const bool mayHelp = !answered && status != kNotFound && status != kGone
            && (status == 0 || status == kTooManyRequests || status >= kServerErrors);
        if (mayHelp && job.attempt < m_options.attempts)
            retry(job);
        else
            giveUp(job.key, status == kNotFound || status == kGone || status == kNoContent, now);
    }

    void keep(
        TileKey key, const QByteArray &bytes, const QByteArray &etag, qint64 expires, qint64 now)
    {
        m_disk.write(key, {bytes, expires, etag});
        ++m_loaded;
        {
            const std::lock_guard lock(m_mutex);
            remember(key, {bytes, expires});
            m_waiting.remove(packed(key));
            // A tile that may not be kept is not asked for again with each frame.
            if (expires <= now + m_options.retryMs)
                m_retryAt[packed(key)] = now + m_options.retryMs;
            else
                m_retryAt.remove(packed(key));
        }
        tell(key);
    }

    void retry(Job job)
    {
        const int wait = m_options.backOffMs << (job.attempt - 1);
        ++job.attempt;
        QTimer::singleShot(wait, this, [this, job] {
            {
                const std::lock_guard lock(m_mutex);
                m_queue.push_front(job);
            }
            startNext();
        });
    }

    void giveUp(TileKey key, bool absent, qint64 now)
    {
        ++m_failed;
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.remove(packed(key));
            m_retryAt[packed(key)] = now + (absent ? m_options.defaultLifeMs : m_options.retryMs);
        }
        tell(key);
    }

    void tell(TileKey key)
    {
        const std::lock_guard lock(m_changedMutex);
        if (m_changed)
            m_changed(key);
    }

    const XyzOptions m_options;
    TileDiskCache m_disk;

    mutable std::mutex m_mutex; // of the next four
    QCache<quint64, Known> m_memory;
    std::deque<Job> m_queue;
    QHash<quint64, bool> m_waiting; // queued, under way or about to be tried again
    QHash<quint64, qint64> m_retryAt;

    std::mutex m_changedMutex;
    TileSource::Changed m_changed;

    std::atomic<qint64> m_requests = 0;
    std::atomic<qint64> m_loaded = 0;
    std::atomic<qint64> m_failed = 0;

    // Network thread only.
    std::unique_ptr<QNetworkAccessManager> m_manager;
    int m_active = 0;
    bool m_closing = false;
};

class XyzSource : public TileSource
{
public:
    explicit XyzSource(XyzOptions options)
        : m_options(options)
        , m_loader(std::make_unique<Loader>(std::move(options)))
    {
        m_thread.setObjectName(QStringLiteral("tiles"));
        m_loader->moveToThread(&m_thread);
        m_thread.start();
    }
    ~XyzSource() override
    {
        m_loader->setChanged({});
        QMetaObject::invokeMethod(
            m_loader.get(), [this] { m_loader->close(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    TileSourceInfo info() const override
    {
        TileSourceInfo info;
        info.name = m_options.name;
        info.attribution = m_options.attribution;
        info.minZoom = m_options.minZoom;
        info.maxZoom = m_options.maxZoom;
        return info;
    }
    QByteArray tile(TileKey key) override
    {
        if (!key.valid() || key.z < m_options.minZoom || key.z > m_options.maxZoom)
            return {};
        return m_loader->tile(key);
    }
    void setChanged(Changed changed) override { m_loader->setChanged(std::move(changed)); }
    bool pending(TileKey key) const override { return m_loader->pending(key); }
    [[nodiscard]] XyzCounts counts() const { return m_loader->counts(); }

private:
    XyzOptions m_options;
    QThread m_thread;
    std::unique_ptr<Loader> m_loader;
};

} // namespace

Result<std::shared_ptr<TileSource>> openXyz(const XyzOptions &options)
{
    const QString &url = options.urlTemplate;
    if (!url.startsWith(QLatin1String("http://")) && !url.startsWith(QLatin1String("https://")))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "\"%1\" is no address of a tile server. It must begin with http:// or https://."),
            {url});
    const bool row = url.contains(QLatin1String("{y}")) || url.contains(QLatin1String("{-y}"));
    if (!url.contains(QLatin1String("{z}")) || !url.contains(QLatin1String("{x}")) || !row)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The address \"%1\" must contain {z}, {x} and {y}, as in "
                "https://tiles.example.org/{z}/{x}/{y}.png."),
            {url});
    return std::make_shared<XyzSource>(options);
}

XyzCounts xyzCounts(const TileSource &source)
{
    const auto *xyz = dynamic_cast<const XyzSource *>(&source);
    return xyz ? xyz->counts() : XyzCounts();
}

} // namespace belvedere
