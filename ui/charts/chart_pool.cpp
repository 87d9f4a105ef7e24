// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_pool.h"

#include <QThreadPool>

namespace belvedere::ui {

QThreadPool &chartPool()
{
    struct Pool : QThreadPool
    {
        Pool() { setMaxThreadCount(1); }
    };
    static Pool pool;
    return pool;
}

} // namespace belvedere::ui
