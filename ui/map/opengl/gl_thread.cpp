// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/gl_thread.h"

#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <new>

namespace belvedere::ui {

namespace {

constexpr std::chrono::milliseconds kBetweenLooks{20};

QSurfaceFormat wantedFormat()
{
    QSurfaceFormat format;
    if (QOpenGLContext::openGLModuleType() == QOpenGLContext::LibGLES) {
        format.setRenderableType(QSurfaceFormat::OpenGLES);
        format.setVersion(3, 2);
    } else {
        format.setRenderableType(QSurfaceFormat::OpenGL);
        format.setVersion(3, 3);
        format.setProfile(QSurfaceFormat::CoreProfile);
    }
    return format;
}

bool isEnough(const QSurfaceFormat &format)
{
    const std::pair<int, int> least =
        format.renderableType() == QSurfaceFormat::OpenGLES ? std::pair(3, 2) : std::pair(3, 3);
    return format.version() >= least;
}

} // namespace

/// A context belongs to one thread for life, so that no pool can lend it one.
class GlThread::Worker : public QThread
{
public:
    explicit Worker(GlThread &owner)
        : m_owner(owner)
    {
        setObjectName(QStringLiteral("map-opengl"));
    }

protected:
    void run() override { m_owner.run(); }

private:
    GlThread &m_owner;
};

GlThread::GlThread()
    : m_surface(std::make_unique<QOffscreenSurface>())
    , m_thread(std::make_unique<Worker>(*this))
{
    Q_ASSERT(QThread::currentThread() == QCoreApplication::instance()->thread());
    m_surface->setFormat(wantedFormat());
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        m_surface->create();
    m_thread->start();
}

GlThread::~GlThread()
{
    stop();
    if (m_surface->thread() != QThread::currentThread())
        m_surface.release()->deleteLater();
}

Result<GlInfo> GlThread::ready()
{
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return m_info.has_value(); });
    return *m_info;
}

QImage GlThread::paint(const GlFrame &frame, const Cancelled &cancelled)
{
    Job job{&frame, {}, false};
    std::unique_lock lock(m_mutex);
    if (m_stopping || m_lost)
        return {};
    m_jobs.push_back(&job);
    m_work.notify_one();
    while (!m_done.wait_for(lock, kBetweenLooks, [&job] { return job.done; })) {
        lock.unlock(); // it may wait for a person
        const bool stop = cancelled();
        lock.lock();
        // Once begun it is soon done, and the frame must live until then.
        const auto waiting = std::find(m_jobs.begin(), m_jobs.end(), &job);
        if (stop && waiting != m_jobs.end()) {
            m_jobs.erase(waiting);
            return {};
        }
    }
    return job.picture;
}

void GlThread::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_lost = true;
        m_work.notify_one();
    }
    m_thread->wait();
}

void GlThread::publish(Result<GlInfo> info)
{
    const std::lock_guard lock(m_mutex);
    if (!info)
        refuse();
    m_info = std::move(info);
    m_done.notify_all();
}

void GlThread::refuse()
{
    m_lost = true;
    for (Job *job : m_jobs)
        job->done = true;
    m_jobs.clear();
    m_done.notify_all();
}

void GlThread::run()
{
    QOpenGLContext context;
    context.setFormat(wantedFormat());
    const bool works = QOpenGLContext::supportsThreadedOpenGL() && m_surface->isValid()
        && context.create() && isEnough(context.format()) && context.makeCurrent(m_surface.get());
    if (!works) {
        publish(failure(
            Errc::NotFound, QT_TRANSLATE_NOOP("Error", "OpenGL 3.3 is not available here.")));
        return;
    }
    {
        Result<std::unique_ptr<GlCanvas>> canvas = GlCanvas::make();
        if (canvas) {
            publish((*canvas)->info());
            serve(**canvas);
        } else {
            publish(failure(canvas.error()));
        }
    }
    context.doneCurrent();
}

void GlThread::serve(GlCanvas &canvas)
{
    std::unique_lock lock(m_mutex);
    while (!m_lost) {
        m_work.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
        if (m_stopping)
            break;
        Job &job = *m_jobs.front();
        m_jobs.pop_front();
        lock.unlock();
        try {
            job.picture = canvas.paint(*job.frame);
        } catch (const std::bad_alloc &) {
            job.picture = {};
        }
        lock.lock();
        m_lost = m_lost || job.picture.isNull() || !QOpenGLContext::currentContext()->isValid();
        job.done = true;
        m_done.notify_all();
    }
    refuse();
}

} // namespace belvedere::ui
