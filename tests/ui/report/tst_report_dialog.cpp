// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_dialog.h"

#include "report/page_preview.h"
#include "report/report_form.h"
#include "report/report_outcome.h"
#include "ui/report/example_report.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace belvedere;
using namespace belvedere::ui;
using belvedere::test::exampleReport;

namespace {

constexpr int kSoonMs = 20000; // a loaded machine

QImage exampleScreen()
{
    QImage screen(800, 450, QImage::Format_RGB32);
    screen.fill(QColor(10, 20, 30));
    return screen;
}

/// Outlines of letters may differ by a hint's breadth from one thread to the next.
bool alike(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return false;
    int differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            differing += a.pixel(x, y) != b.pixel(x, y);
    }
    return differing < 100;
}

/// A chart that takes until `gate` opens.
ReportContent slowReport(const std::shared_ptr<std::atomic_bool> &gate)
{
    ReportContent content = exampleReport(4);
    content.map.layers.clear();
    content.charts.resize(1);
    content.charts[0].paint = [gate](QPainter &, QSizeF) {
        for (int i = 0; i < 2000 && !*gate; ++i)
            QThread::msleep(5);
    };
    return content;
}

/// What QDesktopServices is asked to open.
class UrlCatcher : public QObject
{
    Q_OBJECT

public:
    UrlCatcher() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "take"); }
    ~UrlCatcher() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }

    QList<QUrl> urls;

public Q_SLOTS:
    void take(const QUrl &url) { urls.append(url); }
};

} // namespace

class tst_ReportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void previewAppears();
    void previewFollowsTheOptions();
    void pagesTurn();
    void stalePreviewsAreDropped();
    void writesEachFormat_data();
    void writesEachFormat();
    void nameFollowsTheFormat();
    void choicesAreRemembered();
    void strangeSettingsDoNoHarm();
    void existingFileIsReplacedOnlyWhenSaidSo();
    void cannotBeWritten_data();
    void cannotBeWritten();
    void badNames_data();
    void badNames();
    void cancelLeavesNothing();
    void closesWhileSaving();
    void opensFileAndFolder();
    void missingPartsCannotBeChosen();
    void keyboardReachesEverything();
    void nothingIsClipped_data();
    void nothingIsClipped();

private:
    [[nodiscard]] std::unique_ptr<ReportDialog> show(
        ReportDialog::Content content = [] { return exampleReport(); });
    template <class W> static W *child(const ReportDialog &dialog, const char *name)
    {
        return dialog.findChild<W *>(QLatin1String(name));
    }
    static void click(const ReportDialog &dialog, const char *name)
    {
        QTest::mouseClick(child<QAbstractButton>(dialog, name), Qt::LeftButton);
    }
    static void type(const ReportDialog &dialog, const char *name, const QString &text)
    {
        auto *edit = child<QLineEdit>(dialog, name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    static PagePreview &preview(const ReportDialog &dialog)
    {
        return *dialog.findChild<PagePreview *>();
    }
    static ReportOutcome &outcome(const ReportDialog &dialog)
    {
        return *dialog.findChild<ReportOutcome *>();
    }
    static bool hasPreview(const ReportDialog &dialog)
    {
        return QTest::qWaitFor([&] { return !preview(dialog).picture().isNull(); }, kSoonMs);
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    TaskPools m_pools;
};

void tst_ReportDialog::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("belvedere-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("report-dialog"));
    applyTheme(*qApp, ThemeMode::Dark);
}

void tst_ReportDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
        m_folder->filePath(QStringLiteral("settings")));
    QSettings settings;
    settings.clear();
    settings.setValue(QStringLiteral("report/folder"), m_folder->path());
}

std::unique_ptr<ReportDialog> tst_ReportDialog::show(ReportDialog::Content content)
{
    auto dialog = std::make_unique<ReportDialog>(std::move(content), exampleScreen, m_pools);
    dialog->show();
    if (!QTest::qWaitForWindowExposed(dialog.get()))
        return nullptr;
    return dialog;
}

void tst_ReportDialog::previewAppears()
{
    const auto dialog = show();
    QVERIFY(dialog);
    QVERIFY(preview(*dialog).picture().isNull()); // nothing was drawn on the GUI thread
    QVERIFY(!preview(*dialog).note().isEmpty());
    QVERIFY(hasPreview(*dialog));
    const QImage page = preview(*dialog).picture();
    QVERIFY(page.width() > page.height());
    QCOMPARE(page.pixelColor(2, 2), QColor(Qt::white));
    QVERIFY(page.width() <= preview(*dialog).room().width() + 1);
    QVERIFY(preview(*dialog).accessibleDescription().contains(QLatin1String("1")));
}

void tst_ReportDialog::previewFollowsTheOptions()
{
    const auto dialog = show();
    QVERIFY(dialog && hasPreview(*dialog));
    const QImage whole = preview(*dialog).picture();
    click(*dialog, "map");
    QTRY_VERIFY_WITH_TIMEOUT(preview(*dialog).picture() != whole, kSoonMs);
    auto *orientation = child<QComboBox>(*dialog, "orientation");
    orientation->setFocus();
    QTest::keyClick(orientation, Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(
        preview(*dialog).picture().height() > preview(*dialog).picture().width(), kSoonMs);
    // The screen's picture, with a strip below it.
    auto *format = child<QComboBox>(*dialog, "format");
    format->setFocus();
    QTest::keyClick(format, Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(
        preview(*dialog).picture().pixelColor(9, 9), QColor(10, 20, 30), kSoonMs);
    QVERIFY(!child<QComboBox>(*dialog, "paper")->isVisible());
    QVERIFY(!child<QCheckBox>(*dialog, "map")->isVisible());
    QVERIFY(!child<QAbstractButton>(*dialog, "next")->isEnabled());
}

void tst_ReportDialog::pagesTurn()
{
    const auto dialog = show();
    QVERIFY(dialog && hasPreview(*dialog));
    const QImage first = preview(*dialog).picture();
    auto *next = child<QAbstractButton>(*dialog, "next");
    auto *previous = child<QAbstractButton>(*dialog, "previous");
    QVERIFY(next->isEnabled());
    QVERIFY(!previous->isEnabled());
    click(*dialog, "next");
    QTRY_VERIFY_WITH_TIMEOUT(!alike(preview(*dialog).picture(), first), kSoonMs);
    QVERIFY(previous->isEnabled());
    preview(*dialog).setFocus();
    QTest::keyClick(&preview(*dialog), Qt::Key_PageUp);
    QTRY_VERIFY_WITH_TIMEOUT(alike(preview(*dialog).picture(), first), kSoonMs);
    QTest::keyClick(&preview(*dialog), Qt::Key_End);
    QTRY_VERIFY_WITH_TIMEOUT(!next->isEnabled(), kSoonMs);
    QTest::keyClick(&preview(*dialog), Qt::Key_PageDown);
    QVERIFY(!next->isEnabled());
}

void tst_ReportDialog::stalePreviewsAreDropped()
{
    const auto gate = std::make_shared<std::atomic_bool>(false);
    const auto dialog = show([gate] { return slowReport(gate); });
    QVERIFY(dialog);
    QTest::qWait(150); // the first preview hangs in its chart
    QVERIFY(preview(*dialog).picture().isNull());
    auto *orientation = child<QComboBox>(*dialog, "orientation");
    orientation->setFocus();
    QTest::keyClick(orientation, Qt::Key_Down);
    QTest::qWait(150);
    *gate = true;
    QVERIFY(hasPreview(*dialog));
    QVERIFY(preview(*dialog).picture().height() > preview(*dialog).picture().width());
}

void tst_ReportDialog::writesEachFormat_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("magic");
    QTest::newRow("pdf") << int(ReportFormat::Pdf) << QByteArray("%PDF-");
    QTest::newRow("png") << int(ReportFormat::Png) << QByteArray("\x89PNG");
}

void tst_ReportDialog::writesEachFormat()
{
    QFETCH(int, format);
    QFETCH(QByteArray, magic);
    const auto dialog = show();
    QVERIFY(dialog);
    child<QComboBox>(*dialog, "format")->setCurrentIndex(format);
    QSignalSpy saved(dialog.get(), &ReportDialog::saved);
    const QString target = dialog->file();
    QCOMPARE(QFileInfo(target).absolutePath(), m_folder->path());
    QVERIFY(target.contains(QLatin1String("2012-03-01-0806")));
    QTest::keyClick(dialog.get(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, kSoonMs);
    QCOMPARE(saved[0][0].toString(), target);
    QCOMPARE(files(), QStringList{QFileInfo(target).fileName()});
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(magic));
    QVERIFY(!outcome(*dialog).isError());
    QVERIFY(outcome(*dialog).text().contains(QFileInfo(target).fileName()));
    if (ReportFormat(format) == ReportFormat::Png)
        QCOMPARE(QImageReader(target).read().text(QStringLiteral("model")),
            QStringLiteral("traffic-speed/3"));
}

void tst_ReportDialog::nameFollowsTheFormat()
{
    const auto dialog = show();
    QVERIFY(dialog);
    QVERIFY(dialog->file().endsWith(QLatin1String(".pdf")));
    child<QComboBox>(*dialog, "format")->setCurrentIndex(1);
    QVERIFY(dialog->file().endsWith(QLatin1String("0806.png")));
    type(*dialog, "name", QStringLiteral("mine"));
    QCOMPARE(QFileInfo(dialog->file()).fileName(), QStringLiteral("mine.png"));
    child<QComboBox>(*dialog, "format")->setCurrentIndex(0);
    QCOMPARE(QFileInfo(dialog->file()).fileName(), QStringLiteral("mine.pdf"));
    type(*dialog, "name", QStringLiteral("v1.2.PDF"));
    QCOMPARE(QFileInfo(dialog->file()).fileName(), QStringLiteral("v1.2.PDF"));
}

void tst_ReportDialog::choicesAreRemembered()
{
    const QString other = m_folder->filePath(QStringLiteral("other"));
    QVERIFY(QDir().mkpath(other));
    {
        const auto dialog = show();
        QVERIFY(dialog);
        child<QComboBox>(*dialog, "paper")->setCurrentIndex(1);
        child<QComboBox>(*dialog, "orientation")->setCurrentIndex(1);
        type(*dialog, "folder", other);
        QSignalSpy saved(dialog.get(), &ReportDialog::saved);
        click(*dialog, "save");
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, kSoonMs);
    }
    const auto again = show();
    QVERIFY(again);
    QCOMPARE(QFileInfo(again->file()).absolutePath(), other);
    const ReportOptions options = again->findChild<ReportForm *>()->options();
    QCOMPARE(int(options.paper), int(ReportPaper::A3));
    QCOMPARE(int(options.orientation), int(ReportOrientation::Portrait));
}

void tst_ReportDialog::strangeSettingsDoNoHarm()
{
    QSettings settings;
    settings.setValue(QStringLiteral("report/format"), 77);
    settings.setValue(QStringLiteral("report/paper"), QStringLiteral("papyrus"));
    settings.setValue(QStringLiteral("report/folder"), QVariant());
    const auto dialog = show();
    QVERIFY(dialog && hasPreview(*dialog));
    QVERIFY(!child<QLineEdit>(*dialog, "folder")->text().isEmpty());
}

void tst_ReportDialog::existingFileIsReplacedOnlyWhenSaidSo()
{
    const auto dialog = show();
    QVERIFY(dialog);
    type(*dialog, "name", QStringLiteral("old.pdf"));
    QFile old(dialog->file());
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("precious") == 8);
    old.close();
    const QString plain = child<QPushButton>(*dialog, "save")->text();
    click(*dialog, "save");
    QVERIFY(!dialog->saving());
    QCOMPARE(QFileInfo(old).size(), 8);
    QVERIFY(child<QPushButton>(*dialog, "save")->text() != plain);
    QVERIFY(outcome(*dialog).isVisible());
    // Another name asks anew.
    type(*dialog, "name", QStringLiteral("other"));
    QCOMPARE(child<QPushButton>(*dialog, "save")->text(), plain);
    type(*dialog, "name", QFileInfo(old).fileName());
    click(*dialog, "save");
    QCOMPARE(QFileInfo(old.fileName()).size(), 8);
    QSignalSpy saved(dialog.get(), &ReportDialog::saved);
    click(*dialog, "save");
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, kSoonMs);
    QVERIFY(QFileInfo(old.fileName()).size() > 1000);
}

void tst_ReportDialog::cannotBeWritten_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("missing folder") << QStringLiteral("nowhere");
    QTest::newRow("a file") << QStringLiteral("file");
    QTest::newRow("not allowed") << QStringLiteral("locked");
}

void tst_ReportDialog::cannotBeWritten()
{
    QFETCH(QString, folder);
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString locked = m_folder->filePath(QStringLiteral("locked"));
    QVERIFY(QDir().mkpath(locked));
    QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::ExeOwner));
    if (folder == QLatin1String("locked") && QFileInfo(locked).isWritable())
        QSKIP("this user may write everywhere");
    const auto dialog = show();
    QVERIFY(dialog);
    type(*dialog, "folder", m_folder->filePath(folder));
    click(*dialog, "save");
    QTRY_VERIFY_WITH_TIMEOUT(outcome(*dialog).isError(), kSoonMs);
    QVERIFY(outcome(*dialog).isVisible());
    QVERIFY2(outcome(*dialog).text().contains(folder), qUtf8Printable(outcome(*dialog).text()));
    QVERIFY(!child<QAbstractButton>(*dialog, "openFile")->isVisible());
    QCOMPARE(files(), QStringList{QStringLiteral("file")});
    QVERIFY(QDir(locked).isEmpty());
    QVERIFY(child<QAbstractButton>(*dialog, "save")->isEnabled());
}

void tst_ReportDialog::badNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << QStringLiteral("  ");
    QTest::newRow("a path") << QStringLiteral("../up");
}

void tst_ReportDialog::badNames()
{
    QFETCH(QString, name);
    const auto dialog = show();
    QVERIFY(dialog);
    type(*dialog, "name", name);
    click(*dialog, "save");
    QVERIFY(outcome(*dialog).isError());
    QVERIFY(!dialog->saving());
    QCOMPARE(files(), QStringList());
    type(*dialog, "name", QStringLiteral("good"));
    QVERIFY(!outcome(*dialog).isVisible());
}

void tst_ReportDialog::cancelLeavesNothing()
{
    const auto gate = std::make_shared<std::atomic_bool>(false);
    const auto dialog = show([gate] { return slowReport(gate); });
    QVERIFY(dialog);
    QSignalSpy saved(dialog.get(), &ReportDialog::saved);
    click(*dialog, "save");
    QVERIFY(dialog->saving());
    QVERIFY(!child<QAbstractButton>(*dialog, "save")->isEnabled());
    QTest::qWait(100);
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    QVERIFY(dialog->isVisible()); // the first Esc stops the work
    *gate = true;
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->saving(), kSoonMs);
    QCOMPARE(saved.count(), 0);
    QCOMPARE(files(), QStringList());
    QVERIFY(!outcome(*dialog).isError());
    QVERIFY(outcome(*dialog).isVisible());
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void tst_ReportDialog::closesWhileSaving()
{
    const auto gate = std::make_shared<std::atomic_bool>(false);
    auto dialog = show([gate] { return slowReport(gate); });
    QVERIFY(dialog);
    click(*dialog, "save");
    QTest::qWait(50);
    dialog.reset();
    *gate = true;
    QVERIFY(m_pools.io.waitForDone(kSoonMs));
    QCOMPARE(files(), QStringList());
}

void tst_ReportDialog::opensFileAndFolder()
{
    const auto dialog = show();
    QVERIFY(dialog);
    UrlCatcher catcher;
    QSignalSpy saved(dialog.get(), &ReportDialog::saved);
    click(*dialog, "save");
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, kSoonMs);
    click(*dialog, "openFile");
    click(*dialog, "openFolder");
    QCOMPARE(catcher.urls,
        (QList<QUrl>{QUrl::fromLocalFile(dialog->file()), QUrl::fromLocalFile(m_folder->path())}));
}

void tst_ReportDialog::missingPartsCannotBeChosen()
{
    const auto dialog = show([] {
        ReportContent content = exampleReport(0);
        content.charts.clear();
        content.figures.clear();
        return content;
    });
    QVERIFY(dialog);
    QVERIFY(!child<QCheckBox>(*dialog, "charts")->isEnabled());
    QVERIFY(!child<QCheckBox>(*dialog, "charts")->toolTip().isEmpty());
    QVERIFY(!child<QCheckBox>(*dialog, "figures")->isEnabled());
    QVERIFY(child<QCheckBox>(*dialog, "map")->isEnabled());
    QVERIFY(!dialog->findChild<ReportForm *>()->options().charts);
    QVERIFY(hasPreview(*dialog));
}

void tst_ReportDialog::keyboardReachesEverything()
{
    const auto dialog = show();
    QVERIFY(dialog && hasPreview(*dialog));
    QSet<QWidget *> reached;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    for (const char *name : {"format", "paper", "orientation", "map", "figures", "charts", "tables",
             "versions", "preview", "next", "folder", "browse", "name", "close", "save"}) {
        auto *widget = child<QWidget>(*dialog, name);
        QVERIFY2(reached.contains(widget), name);
        QVERIFY2(
            !widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty(),
            name);
        QVERIFY2(widget->height() >= metric::kTarget && widget->width() >= metric::kTarget, name);
    }
}

void tst_ReportDialog::nothingIsClipped_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("as designed") << 1.0;
    QTest::newRow("14 pt") << 1.34; // 14 pt are 18.7 px, the body text has 14 px
}

void tst_ReportDialog::nothingIsClipped()
{
    QFETCH(double, scale);
    setTextScale(*qApp, scale);
    const auto dialog = show();
    QVERIFY(dialog && hasPreview(*dialog));
    const auto widgets = dialog->findChildren<QWidget *>();
    QTest::qWait(50); // the layout follows the page's number
    QStringList clipped;
    for (QWidget *widget : widgets) {
        const bool words = qobject_cast<QAbstractButton *>(widget)
            || qobject_cast<QComboBox *>(widget) || widget->inherits("QLabel");
        if (!words || !widget->isVisible())
            continue;
        const QSize wanted = widget->hasHeightForWidth()
            ? QSize(0, widget->heightForWidth(widget->width()))
            : widget->sizeHint();
        if (widget->width() < wanted.width() || widget->height() < wanted.height())
            clipped += QStringLiteral("%1 %2 \"%3\"")
                           .arg(QLatin1String(widget->metaObject()->className()),
                               widget->objectName(), widget->property("text").toString());
    }
    setTextScale(*qApp, 1.0);
    QVERIFY2(clipped.isEmpty(), qUtf8Printable(clipped.join(QLatin1Char(' '))));
}

QTEST_MAIN(tst_ReportDialog)

#include "tst_report_dialog.moc"
