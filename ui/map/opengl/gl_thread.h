// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"
#include "map/opengl/gl_canvas.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>

class QOffscreenSurface;

namespace belvedere::ui {

/// The one thread that owns a context without a window, and what waits to be drawn there.
class GlThread
{
public:
    /// Only on the GUI thread, which does not wait: see ready(). It must be destroyed while the
    /// application lives.
    GlThread();
    ~GlThread();
    GlThread(const GlThread &) = delete;
    GlThread &operator=(const GlThread &) = delete;

    // From any thread but the GUI thread; they wait.

    /// What the context is, or why there is none.
    [[nodiscard]] Result<GlInfo> ready();
    /// Null if cancelled or if the context is lost, be it before or meanwhile.
    [[nodiscard]] QImage paint(const GlFrame &frame, const Cancelled &cancelled);

    /// Lets go of the context; what waits gets nothing. It is lost then.
    void stop();
    [[nodiscard]] bool isLost() const { return m_lost; }

private:
    class Worker;
    struct Job
    {
        const GlFrame *frame = nullptr;
        QImage picture;
        bool done = false;
    };

    void run();
    void serve(GlCanvas &canvas);
    void publish(Result<GlInfo> info);
    void refuse(); ///< whatever waits or comes; with m_mutex locked

    std::unique_ptr<QOffscreenSurface> m_surface; ///< made and destroyed on the GUI thread
    std::unique_ptr<Worker> m_thread;
    std::mutex m_mutex;
    std::condition_variable m_work;
    std::condition_variable m_done;
    std::deque<Job *> m_jobs;
    std::optional<Result<GlInfo>> m_info;
    bool m_stopping = false;
    std::atomic_bool m_lost = false;
};

} // namespace belvedere::ui
