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
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n far outside</source>
        <translation>
            <numerusform>%n far outside</numerusform>
            <numerusform>%n far outside</numerusform>
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
    <name>belvedere::ui::EnvironmentCharts</name>
    <message numerus="yes">
        <source>%1 (%n day(s))</source>
        <extracomment>a year of which only %n days were measured; %1 year</extracomment>
        <translation>
            <numerusform>%1 (%n day)</numerusform>
            <numerusform>%1 (%n days)</numerusform>
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
    <name>belvedere::ui::IncidentMappingForm</name>
    <message numerus="yes">
        <source>%n lie(s) far outside the area of the others.</source>
        <translation>
            <numerusform>%n lies far outside the area of the others.</numerusform>
            <numerusform>%n lie far outside the area of the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has (have) no position.</source>
        <translation>
            <numerusform>%n has no position.</numerusform>
            <numerusform>%n have no position.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has (have) no category.</source>
        <translation>
            <numerusform>%n has no category.</numerusform>
            <numerusform>%n have no category.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n say(s) the same as an earlier one and is (are) kept.</source>
        <translation>
            <numerusform>%n says the same as an earlier one and is kept.</numerusform>
            <numerusform>%n say the same as an earlier one and are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::IncidentPlaces</name>
    <message numerus="yes">
        <source>incident(s)</source>
        <translation>
            <numerusform>incident</numerusform>
            <numerusform>incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The exact places are not shown: each symbol stands for at least %n incident(s) somewhere in its square.</source>
        <translation>
            <numerusform>The exact places are not shown: each symbol stands for at least %n incident somewhere in its square.</numerusform>
            <numerusform>The exact places are not shown: each symbol stands for at least %n incidents somewhere in its square.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Squares with at least %n of them</source>
        <extracomment>at most one incident in %1, so no single one can be told</extracomment>
        <translation>
            <numerusform>Squares with at least %n of them</numerusform>
            <numerusform>Squares with at least %n of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more not shown: too few at one place</source>
        <translation>
            <numerusform>%n more not shown: too few at one place</numerusform>
            <numerusform>%n more not shown: too few at one place</numerusform>
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
    <name>belvedere::ui::RiskPanel</name>
    <message numerus="yes">
        <source>%n incident(s)</source>
        <translation>
            <numerusform>%n incident</numerusform>
            <numerusform>%n incidents</numerusform>
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
    <name>belvedere::ui::SafetyPage</name>
    <message numerus="yes">
        <source>%1, %2: %3 cells of %4 (%5 km²), %n week(s), %6 incidents in them.</source>
        <extracomment>what a comparison was made of: data, type, number of cells, their edge, area, weeks, incidents</extracomment>
        <translation>
            <numerusform>%1, %2: %3 cells of %4 (%5 km²), %n week, %6 incidents in it.</numerusform>
            <numerusform>%1, %2: %3 cells of %4 (%5 km²), %n weeks, %6 incidents in them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SafetySurface</name>
    <message numerus="yes">
        <source>%1: %n incident(s)</source>
        <extracomment>a type of incidents, and their number</extracomment>
        <translation>
            <numerusform>%1: %n incident</numerusform>
            <numerusform>%1: %n incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SafetyText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ScatterChart</name>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n pair(s)</source>
        <translation>
            <numerusform>%1 · %n pair</numerusform>
            <numerusform>%1 · %n pairs</numerusform>
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
    <name>belvedere::ui::StudyText</name>
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
    <name>belvedere::ui::TableForm</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TableResultPage</name>
    <message numerus="yes">
        <source>Permutation importance: how much worse the model does on %Ln row(s) of the test part when the cells of one column are shuffled, mean and deviation of %1 shuffles. A column that others can stand in for looks unimportant.</source>
        <translation>
            <numerusform>Permutation importance: how much worse the model does on %Ln row of the test part when the cells of one column are shuffled, mean and deviation of %1 shuffles. A column that others can stand in for looks unimportant.</numerusform>
            <numerusform>Permutation importance: how much worse the model does on %Ln rows of the test part when the cells of one column are shuffled, mean and deviation of %1 shuffles. A column that others can stand in for looks unimportant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) without a target</source>
        <translation>
            <numerusform>%Ln row without a target</numerusform>
            <numerusform>%Ln rows without a target</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TableText</name>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n name</numerusform>
            <numerusform>%n names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
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
    <name>belvedere::ui::WarningPanel</name>
    <message numerus="yes">
        <source>%n alarm(s) not looked at</source>
        <translation>
            <numerusform>%n alarm not looked at</numerusform>
            <numerusform>%n alarms not looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) until %1</source>
        <translation>
            <numerusform>%n day until %1</numerusform>
            <numerusform>%n days until %1</numerusform>
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
