// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/analyse_commands.h"

#include "analyse/analyse_workspace.h"
#include "analyse/dataset_panel.h"
#include "analyse/train_form.h"
#include "common/command_registry.h"

#include <QCoreApplication>

namespace belvedere::ui {

namespace {

const QString kScope = QStringLiteral("analyse");

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::AnalyseCommands)
};

using State = TrainingController::State;

/// Registers commands of this workspace.
class Adder
{
public:
    explicit Adder(AnalyseWorkspace &workspace)
        : m_workspace(workspace)
    {
    }

    /// `title` is asked again after a change of language.
    void add(const char *id, std::function<QString()> title, std::function<void()> run,
        const QList<QKeySequence> &keys = {}, std::function<bool()> enabled = {}) const
    {
        Command command = simpleCommand(
            QLatin1String(id),
            [title = std::move(title)] {
                return CommandText{title(), Text::tr("Analyse"), Text::tr("models training")};
            },
            std::move(run), keys);
        command.scope = kScope;
        command.enabled = std::move(enabled);
        m_workspace.context().commands->add(std::move(command), &m_workspace);
    }

private:
    AnalyseWorkspace &m_workspace;
};

void addPages(AnalyseWorkspace &workspace)
{
    const Adder adder(workspace);
    for (int i = 0; i < AnalyseWorkspace::kPageCount; ++i) {
        const auto page = static_cast<AnalyseWorkspace::Page>(i);
        const QByteArray id = "analyse.page." + QByteArray::number(i + 1);
        adder.add(
            id.constData(),
            [page] { return Text::tr("Show page: %1").arg(AnalyseWorkspace::pageTitle(page)); },
            [&workspace, page] { workspace.showPage(page); },
            {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i))});
    }
}

void addTraining(AnalyseWorkspace &workspace)
{
    const Adder adder(workspace);
    TrainingController &training = workspace.training();
    const auto runs = [&training] {
        const State state = training.state();
        return state == State::Running || state == State::Pausing || state == State::Paused;
    };
    adder.add(
        "training.start", [] { return Text::tr("Start training"); },
        [&workspace] { workspace.startTraining(); }, {QKeySequence(Qt::CTRL | Qt::Key_Return)},
        [&workspace] { return workspace.form()->canStart(); });
    adder.add(
        "training.pause",
        [&training] {
            return training.state() == State::Paused ? Text::tr("Resume training")
                                                     : Text::tr("Pause training");
        },
        [&training] {
            if (training.state() == State::Running)
                training.pause();
            else
                training.resume();
        },
        {QKeySequence(Qt::CTRL | Qt::Key_P)}, runs);
    adder.add(
        "training.finish", [] { return Text::tr("Finish training now"); },
        [&training] { training.finishNow(); }, {},
        [&training, runs] { return runs() && !training.epochs().empty(); });
    adder.add(
        "training.cancel", [] { return Text::tr("Cancel training"); },
        [&training] { training.cancel(); }, {}, [&training] { return training.busy(); });
    TrainingQueue &queue = workspace.queue();
    adder.add(
        "training.hold",
        [&queue] {
            return queue.held() ? Text::tr("Let the queue go on") : Text::tr("Hold the queue");
        },
        [&queue] { queue.setHeld(!queue.held()); }, {},
        [&queue] { return queue.held() || !queue.items().empty(); });
}

void addData(AnalyseWorkspace &workspace)
{
    const Adder adder(workspace);
    const auto open = [&workspace] { return workspace.context().store != nullptr; };
    adder.add(
        "data.import", [] { return Text::tr("Import data…"); },
        [&workspace] { workspace.openImport(); }, {QKeySequence(Qt::CTRL | Qt::Key_I)}, open);
    adder.add(
        "data.search", [] { return Text::tr("Search data sets"); },
        [&workspace] {
            workspace.showPage(AnalyseWorkspace::Page::Train);
            workspace.datasetPanel()->search();
        },
        {}, open);
    adder.add(
        "data.remove", [] { return Text::tr("Remove data set…"); },
        [&workspace] { workspace.datasetPanel()->removeSelected(); }, {},
        [&workspace] { return !workspace.datasetPanel()->selected().isEmpty(); });
}

} // namespace

void addAnalyseCommands(AnalyseWorkspace &workspace)
{
    addPages(workspace);
    addTraining(workspace);
    addData(workspace);
}

} // namespace belvedere::ui
