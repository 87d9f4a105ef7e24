// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor_command.h"

#include "models/neural/compute_info.h"
#include "text_table.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QSqlDatabase>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QThread>
#include <QTimeZone>

namespace belvedere::ctl {

namespace {

constexpr double kBytesPerGb = 1e9;
/// A month of a city of 300 sites at 5 minutes takes about 0.1 GB; models and exports come on top.
constexpr double kEnoughDiskGb = 2.0;
/// The reference BLAS reaches 1 to 8 GFLOP/s a thread, OpenBLAS 40 and more.
constexpr double kSlowGflops = 15.0;

struct Check
{
    QString name;
    bool ok = false;
    QString value;
    QString advice; ///< empty if ok
};

std::vector<Check> computeChecks(int threads)
{
    const auto info = measureCompute(threads);
    if (!info)
        return {{QStringLiteral("torch"), false, info.error().message(),
            QStringLiteral("Install the package libtorch-dev and build again.")}};
    std::vector<Check> checks;
    checks.push_back({QStringLiteral("torch"), true,
        QStringLiteral("%1, device %2").arg(info->torchVersion, info->device), {}});
    const bool fast = info->gflops >= kSlowGflops;
    checks.push_back({QStringLiteral("blas"), fast,
        QStringLiteral("%1 GFLOP/s, threads %2, %3")
            .arg(numberText(info->gflops, 0))
            .arg(info->threads)
            .arg(info->blas),
        fast ? QString()
             : QStringLiteral("Matrix products are slow. Install the package libopenblas0-openmp; "
                              "training becomes about ten times as fast.")});
    checks.push_back({QStringLiteral("blas threads"), info->obeysThreadCount,
        QStringLiteral("%1 cores busy when 1 thread was asked for")
            .arg(numberText(info->busyCores)),
        info->obeysThreadCount
            ? QString()
            : QStringLiteral("This BLAS takes more threads than it is given. Install the package "
                             "libopenblas0-openmp.")});
    return checks;
}

Check threadsCheck(int threads)
{
    const int cores = QThread::idealThreadCount();
    return {QStringLiteral("threads"), threads <= cores,
        QStringLiteral("%1 of %2").arg(threads).arg(cores),
        threads <= cores ? QString()
                         : QStringLiteral("More threads than the machine has make it slower.")};
}

Check fontCheck(const QString &family, const QString &filePattern, const QString &package)
{
    const QStringList folders = QStandardPaths::standardLocations(QStandardPaths::FontsLocation);
    for (const QString &folder : folders) {
        QDirIterator files(folder, {filePattern}, QDir::Files, QDirIterator::Subdirectories);
        if (files.hasNext())
            return {QStringLiteral("font ") + family, true, files.next(), {}};
    }
    return {QStringLiteral("font ") + family, false, QStringLiteral("not found"),
        QStringLiteral("Install the package %1; until then another font stands in.").arg(package)};
}

Check databaseCheck()
{
    const bool available = QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE"));
    return {QStringLiteral("database"), available,
        QSqlDatabase::drivers().join(QStringLiteral(", ")),
        available ? QString()
                  : QStringLiteral("Cities cannot be opened. Install the package "
                                   "libqt6sql6-sqlite.")};
}

/// Of the city's folder or, before there is one, of the nearest folder above it.
Check diskCheck(const QString &directory)
{
    QDir place(QFileInfo(directory).absoluteFilePath());
    while (!place.exists() && !place.isRoot())
        place.setPath(QFileInfo(place.path()).path());
    const QStorageInfo storage(place);
    const double freeGb = static_cast<double>(storage.bytesAvailable()) / kBytesPerGb;
    const bool ok = storage.isValid() && freeGb >= kEnoughDiskGb && !storage.isReadOnly();
    return {QStringLiteral("disk"), ok,
        QStringLiteral("%1 GB free in %2").arg(numberText(freeGb, 1), place.path()),
        ok ? QString()
           : QStringLiteral("Make room, or keep the city on another disk with --city DIR.")};
}

Check zonesCheck()
{
    const bool known = QTimeZone("Asia/Shanghai").isValid();
    return {QStringLiteral("time zones"), known,
        QStringLiteral("%1 known").arg(QTimeZone::availableTimeZoneIds().size()),
        known ? QString() : QStringLiteral("Install the package tzdata.")};
}

Answer examine(const Session &session)
{
    std::vector<Check> checks = computeChecks(session.threads());
    checks.push_back(threadsCheck(session.threads()));
    checks.push_back(fontCheck(
        QStringLiteral("Inter"), QStringLiteral("Inter*"), QStringLiteral("fonts-inter")));
    checks.push_back(fontCheck(QStringLiteral("Noto Sans CJK"), QStringLiteral("NotoSansCJK*"),
        QStringLiteral("fonts-noto-cjk")));
    checks.push_back(databaseCheck());
    checks.push_back(diskCheck(session.cityDirectory()));
    checks.push_back(zonesCheck());

    Answer answer;
    QJsonArray list;
    TextTable table({QStringLiteral("check"), QStringLiteral("state"), QStringLiteral("value")});
    QString advice;
    for (const Check &check : checks) {
        list.append(
            QJsonObject{{QStringLiteral("name"), check.name}, {QStringLiteral("ok"), check.ok},
                {QStringLiteral("value"), check.value}, {QStringLiteral("advice"), check.advice}});
        table.add(
            {check.name, check.ok ? QStringLiteral("ok") : QStringLiteral("look"), check.value});
        if (!check.advice.isEmpty())
            advice += QStringLiteral("%1: %2\n").arg(check.name, check.advice);
    }
    answer.json.insert(QStringLiteral("checks"), list);
    answer.text = table.toString() + advice;
    return answer;
}

} // namespace

void addDoctorCommand(CLI::App &app, Session &session)
{
    CLI::App *verb =
        session.addVerb(app, "doctor", "Check the installation and say what to improve");
    verb->callback(
        [&session] { session.verb = [&session]() -> Result<Answer> { return examine(session); }; });
}

} // namespace belvedere::ctl
