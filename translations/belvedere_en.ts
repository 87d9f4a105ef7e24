<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>belvedere::ui::AnalyseText</name>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n epoch(s) without further gain</source>
        <translation>
            <numerusform>Stopped after %n epoch without further gain</numerusform>
            <numerusform>Stopped after %n epochs without further gain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n epoch(s): the time was used up</source>
        <translation>
            <numerusform>Stopped after %n epoch: the time was used up</numerusform>
            <numerusform>Stopped after %n epochs: the time was used up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished by hand after %n epoch(s)</source>
        <translation>
            <numerusform>Finished by hand after %n epoch</numerusform>
            <numerusform>Finished by hand after %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n epoch(s) done</source>
        <translation>
            <numerusform>%n epoch done</numerusform>
            <numerusform>All %n epochs done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s)</source>
        <translation>
            <numerusform>%n incident</numerusform>
            <numerusform>%n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>%n row left out</numerusform>
            <numerusform>%n rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n holiday(s)</source>
        <translation>
            <numerusform>%n holiday</numerusform>
            <numerusform>%n holidays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::AnalyseWorkspace</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::BarChart</name>
    <message numerus="yes">
        <source>Sum of %n others</source>
        <translation>
            <numerusform>Sum of %n other</numerusform>
            <numerusform>Sum of %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::DataExport</name>
    <message numerus="yes">
        <source>%n row(s) saved in %1</source>
        <translation>
            <numerusform>%n row saved in %1</numerusform>
            <numerusform>%n rows saved in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::DimensionForm</name>
    <message numerus="yes">
        <source>all %n choice(s)</source>
        <translation>
            <numerusform>%n choice</numerusform>
            <numerusform>all %n choices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::FilmPage</name>
    <message numerus="yes">
        <source>%n a second</source>
        <extracomment>how fast a film runs: %n windows of forecasts a second</extracomment>
        <translation>
            <numerusform>%n a second</numerusform>
            <numerusform>%n a second</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ImportController</name>
    <message numerus="yes">
        <source>Reading %n file(s)</source>
        <extracomment>Shown in the status line</extracomment>
        <translation>
            <numerusform>Reading %n file</numerusform>
            <numerusform>Reading %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n row(s) cannot be used</source>
        <translation>
            <numerusform>%n row cannot be used</numerusform>
            <numerusform>%n rows cannot be used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::Inspector</name>
    <message numerus="yes">
        <source>%n selected site(s)</source>
        <translation>
            <numerusform>%n selected site</numerusform>
            <numerusform>%n selected sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::KpiStrip</name>
    <message numerus="yes">
        <source>%1, %n station(s)</source>
        <translation>
            <numerusform>%1, %n station</numerusform>
            <numerusform>%1, %n stations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MapImport</name>
    <message numerus="yes">
        <source>%1: %n road link(s)</source>
        <translation>
            <numerusform>%1: %n road link</numerusform>
            <numerusform>%1: %n road links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n building(s)</source>
        <translation>
            <numerusform>%n building</numerusform>
            <numerusform>%n buildings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s) stand on its roads</source>
        <translation>
            <numerusform>%n site stands on its roads</numerusform>
            <numerusform>%n sites stand on its roads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n feature(s) as a layer</source>
        <translation>
            <numerusform>%1: %n feature as a layer</numerusform>
            <numerusform>%1: %n features as a layer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MapLegend</name>
    <message numerus="yes">
        <source>%n value(s) · %1</source>
        <extracomment>%1 is how old the values are, as in &quot;5 min ago&quot;</extracomment>
        <translation>
            <numerusform>%n value · %1</numerusform>
            <numerusform>%n values · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MonthGrid</name>
    <message numerus="yes">
        <source>%1, %n event(s)</source>
        <translation>
            <numerusform>%1, %n event</numerusform>
            <numerusform>%1, %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n event(s), %2 of the data</source>
        <extracomment>%1 day, %2 percentage</extracomment>
        <translation>
            <numerusform>%1, %n event, %2 of the data</numerusform>
            <numerusform>%1, %n events, %2 of the data</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ParallelChart</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 within %Ln range(s)</source>
        <extracomment>how many of the lines lie in the ranges that were chosen: &quot;12 of 40 within 2 ranges&quot;</extracomment>
        <translation>
            <numerusform>%1 of %2 within %Ln range</numerusform>
            <numerusform>%1 of %2 within %Ln ranges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::PartnerList</name>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::QueuePanel</name>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RunComparison</name>
    <message numerus="yes">
        <source>The first %n of the chosen runs are compared.</source>
        <translation>
            <numerusform>The first of the chosen runs is compared.</numerusform>
            <numerusform>The first %n of the chosen runs are compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) differ. What is another than in the first run stands out.</source>
        <translation>
            <numerusform>%n setting differs. What is another than in the first run stands out.</numerusform>
            <numerusform>%n settings differ. What is another than in the first run stands out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RunController</name>
    <message numerus="yes">
        <source>Keep %n run(s)</source>
        <extracomment>steps of undo</extracomment>
        <translation>
            <numerusform>Keep %n run</numerusform>
            <numerusform>Keep %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n run(s) no longer</source>
        <translation>
            <numerusform>Keep %n run no longer</numerusform>
            <numerusform>Keep %n runs no longer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n run(s)</source>
        <extracomment>a step of undo</extracomment>
        <translation>
            <numerusform>Remove %n run</numerusform>
            <numerusform>Remove %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RunsPage</name>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln run(s)</source>
        <translation>
            <numerusform>%1 of %Ln run</numerusform>
            <numerusform>%1 of %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SplitBar</name>
    <message numerus="yes">
        <source>%Ln window(s)</source>
        <translation>
            <numerusform>%Ln window</numerusform>
            <numerusform>%Ln windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::StudyView</name>
    <message numerus="yes">
        <source>MAE %1 ± %2 over %n fold(s)</source>
        <extracomment>Mean and standard deviation of an error over folds, and how many there are</extracomment>
        <translation>
            <numerusform>MAE %1 ± %2 over %n fold</numerusform>
            <numerusform>MAE %1 ± %2 over %n folds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TaskStrip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TimePresets</name>
    <message numerus="yes">
        <source>Last %n week(s)</source>
        <translation>
            <numerusform>Last %n week</numerusform>
            <numerusform>Last %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n month(s)</source>
        <translation>
            <numerusform>Last %n month</numerusform>
            <numerusform>Last %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n year(s)</source>
        <translation>
            <numerusform>Last %n year</numerusform>
            <numerusform>Last %n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TimeSlider</name>
    <message numerus="yes">
        <source>%1 · %n event(s)</source>
        <translation>
            <numerusform>%1 · %n event</numerusform>
            <numerusform>%1 · %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TrainForm</name>
    <message numerus="yes">
        <source>%Ln window(s)</source>
        <translation>
            <numerusform>%Ln window</numerusform>
            <numerusform>%Ln windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln site(s)</source>
        <translation>
            <numerusform>%Ln site</numerusform>
            <numerusform>%Ln sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TrainingText</name>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n other quantity(s)</source>
        <translation>
            <numerusform>with %n other quantity</numerusform>
            <numerusform>with %n other quantities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::WaterfallChart</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
</TS>
