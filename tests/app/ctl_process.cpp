// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl_process.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>

#include <csignal>

namespace belvedere {

namespace {

constexpr int kLongestRunMs = 120000;
constexpr int kLookMs = 20;

} // namespace

CtlRun runCtl(const QStringList &arguments, const QString &folder,
    const std::function<bool(const QString &err)> &interruptWhen)
{
    QProcess process;
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(QStringLiteral(BELVEDERE_BINARY_DIR "/bin/belvederectl"), arguments);
    QElapsedTimer clock;
    clock.start();
    CtlRun run;
    bool interrupted = false;
    while (!process.waitForFinished(kLookMs) && clock.elapsed() < kLongestRunMs
        && process.error() != QProcess::FailedToStart) {
        run.err += QString::fromUtf8(process.readAllStandardError());
        if (interruptWhen && !interrupted && interruptWhen(run.err)) {
            interrupted = true;
            kill(static_cast<pid_t>(process.processId()), SIGINT);
        }
    }
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        return run;
    }
    if (process.error() != QProcess::FailedToStart && process.exitStatus() == QProcess::NormalExit)
        run.status = process.exitCode();
    run.err += QString::fromUtf8(process.readAllStandardError());
    const QByteArray out = process.readAllStandardOutput();
    run.out = QString::fromUtf8(out);
    run.json = QJsonDocument::fromJson(out).object();
    return run;
}

} // namespace belvedere
