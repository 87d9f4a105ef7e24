// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/compute_info.h"

#include <QFileInfo>

#include <ATen/ATen.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <torch/version.h>

#include <chrono>
#include <ctime>

#include <dlfcn.h>

namespace belvedere {

namespace {

constexpr int kMatrixSize = 768;
constexpr double kMeasureS = 0.25;
constexpr double kObedientCores = 1.3; // one core and what the measurement itself costs

struct Measured
{
    double gflops = 0.0;
    double busyCores = 0.0;
};

Measured measureProduct(int threads)
{
    at::set_num_threads(threads);
    const at::Tensor a = at::ones({kMatrixSize, kMatrixSize}); // [n, n]
    at::Tensor product = at::mm(a, a); // [n, n]; starts the threads
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    const std::clock_t cpuStart = std::clock();
    double seconds = 0.0;
    int products = 0;
    while (seconds < kMeasureS) {
        at::mm_out(product, a, a);
        ++products;
        seconds = std::chrono::duration<double>(Clock::now() - start).count();
    }
    const double cpuSeconds = double(std::clock() - cpuStart) / double(CLOCKS_PER_SEC);
    const double operations = 2.0 * double(kMatrixSize) * double(kMatrixSize) * double(kMatrixSize);
    return {operations * products / seconds / 1e9, cpuSeconds / seconds};
}

/// The file behind sgemm_, links resolved: they tell the flavours of BLAS apart.
QString blasLibrary()
{
    Dl_info info = {};
    const void *symbol = dlsym(RTLD_DEFAULT, "sgemm_");
    if (!symbol || dladdr(symbol, &info) == 0 || !info.dli_fname)
        return QStringLiteral("unknown");
    const QString file = QString::fromLocal8Bit(info.dli_fname);
    const QString canonical = QFileInfo(file).canonicalFilePath();
    return canonical.isEmpty() ? file : canonical;
}

} // namespace

Result<ComputeInfo> measureCompute(int threads)
{
    try {
        const c10::InferenceMode guard;
        const int before = at::get_num_threads();
        ComputeInfo info;
        info.torchVersion = QStringLiteral(TORCH_VERSION);
        info.device = at::hasCUDA() ? QStringLiteral("cuda") : QStringLiteral("cpu");
        info.blas = blasLibrary();
        info.threads = threads;
        info.busyCores = measureProduct(1).busyCores;
        info.obeysThreadCount = info.busyCores < kObedientCores;
        info.gflops = measureProduct(threads).gflops;
        at::set_num_threads(before);
        return info;
    } catch (const c10::Error &error) {
        return failure(Errc::Model, QT_TRANSLATE_NOOP("Error", "The numerical library failed: %1."),
            {QString::fromUtf8(error.what_without_backtrace())});
    }
}

} // namespace belvedere
