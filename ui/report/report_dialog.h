// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "common/task_slot.h"
#include "report/report_content.h"

#include <QDialog>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;
class QToolButton;

namespace belvedere::ui {

class PagePreview;
class ProgressPanel;
class ReportForm;
class ReportOutcome;

/// Makes a file of what the screen shows. It asks for the screen's content once, when it opens, so
/// that what is previewed is what is saved. Folder, format and paper are remembered.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    using Content = std::function<ReportContent()>;
    using Screen = std::function<QImage()>; ///< with its device pixel ratio

    /// Both functions are called on the GUI thread, before the dialog can be seen.
    ReportDialog(Content content, Screen screen, TaskPools &pools, QWidget *parent = nullptr);
    ~ReportDialog() override;

    /// The file that "Save" will write.
    [[nodiscard]] QString file() const;
    [[nodiscard]] bool saving() const { return m_saving.running(); }

Q_SIGNALS:
    void saved(const QString &file);

public Q_SLOTS:
    /// Stops saving first, if it is under way; else closes.
    void reject() override;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Preview
    {
        QImage picture;
        int page = 0;
        int pages = 0;
    };

    void layOut();
    void connectAll();
    void restoreChoices();
    void storeChoices() const;
    void takeContent();
    void optionsChanged();
    void renderPreview();
    void showPreview(const Preview &preview);
    void turnPage(int by);
    void suggestName();
    void fileEdited();
    void chooseFolder();
    void save();
    void finishSaving(const QString &target, const Result<> &result);
    void setBusy(bool busy);
    void retranslate();

    Content m_supply;
    Screen m_grab;
    TaskPools &m_pools;
    std::shared_ptr<const ReportContent> m_content;
    QImage m_screen;
    /// A chart's painter belongs to one thread at a time.
    std::shared_ptr<std::mutex> m_painting = std::make_shared<std::mutex>();
    std::shared_ptr<std::atomic_bool> m_stop; ///< of the saving under way

    ReportForm *m_form;
    PagePreview *m_preview;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_pageLabel;
    QLabel *m_folderLabel;
    QLabel *m_nameLabel;
    QLineEdit *m_folder;
    QLineEdit *m_name;
    QPushButton *m_browse;
    ReportOutcome *m_outcome;
    ProgressPanel *m_progress;
    QPushButton *m_close;
    QPushButton *m_save;
    QTimer *m_wait;
    int m_page = 0;
    int m_pages = 0;
    bool m_replace = false; ///< the person was told that the file is there already
    TaskSlot<Preview> m_rendering;
    TaskSlot<void> m_saving;
};

} // namespace belvedere::ui
