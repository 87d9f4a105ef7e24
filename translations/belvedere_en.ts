<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>Sources</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <extracomment>a list of sources: %1 the first two of them, %Ln how many more</extracomment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::AnalyseText</name>
    <message numerus="yes">
        <source>%Ln site(s)</source>
        <translation>
            <numerusform>%Ln site</numerusform>
            <numerusform>%Ln sites</numerusform>
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
        <source>Stopped after %Ln epoch(s) without further gain</source>
        <translation>
            <numerusform>Stopped after %Ln epoch without further gain</numerusform>
            <numerusform>Stopped after %Ln epochs without further gain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln epoch(s): the time was used up</source>
        <translation>
            <numerusform>Stopped after %Ln epoch: the time was used up</numerusform>
            <numerusform>Stopped after %Ln epochs: the time was used up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished by hand after %Ln epoch(s)</source>
        <translation>
            <numerusform>Finished by hand after %Ln epoch</numerusform>
            <numerusform>Finished by hand after %Ln epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln epoch(s) done</source>
        <translation>
            <numerusform>%Ln epoch done</numerusform>
            <numerusform>All %Ln epochs done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s)</source>
        <translation>
            <numerusform>%Ln incident</numerusform>
            <numerusform>%Ln incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) left out</source>
        <translation>
            <numerusform>%Ln row left out</numerusform>
            <numerusform>%Ln rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln holiday(s)</source>
        <translation>
            <numerusform>%Ln holiday</numerusform>
            <numerusform>%Ln holidays</numerusform>
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
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln far outside</source>
        <translation>
            <numerusform>%Ln far outside</numerusform>
            <numerusform>%Ln far outside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::AnalyseWorkspace</name>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::BarChart</name>
    <message numerus="yes">
        <source>Sum of %Ln others</source>
        <translation>
            <numerusform>Sum of %Ln other</numerusform>
            <numerusform>Sum of %Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::DataExport</name>
    <message numerus="yes">
        <source>%Ln row(s) saved in %1</source>
        <translation>
            <numerusform>%Ln row saved in %1</numerusform>
            <numerusform>%Ln rows saved in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::DimensionForm</name>
    <message numerus="yes">
        <source>all %Ln choice(s)</source>
        <translation>
            <numerusform>%Ln choice</numerusform>
            <numerusform>all %Ln choices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::EditForm</name>
    <message numerus="yes">
        <source>%Ln lane(s)</source>
        <translation>
            <numerusform>%Ln lane</numerusform>
            <numerusform>%Ln lanes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected road(s)</source>
        <translation>
            <numerusform>%Ln selected road</numerusform>
            <numerusform>%Ln selected roads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::EditPanel</name>
    <message numerus="yes">
        <source>%Ln edit(s)</source>
        <translation>
            <numerusform>%Ln edit</numerusform>
            <numerusform>%Ln edits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::EnvironmentCharts</name>
    <message numerus="yes">
        <source>%1 (%Ln day(s))</source>
        <extracomment>a year of which only %Ln days were measured; %1 year</extracomment>
        <translation>
            <numerusform>%1 (%Ln day)</numerusform>
            <numerusform>%1 (%Ln days)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::FilmPage</name>
    <message numerus="yes">
        <source>%Ln a second</source>
        <extracomment>how fast a film runs: %Ln windows of forecasts a second</extracomment>
        <translation>
            <numerusform>%Ln a second</numerusform>
            <numerusform>%Ln a second</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ImportController</name>
    <message numerus="yes">
        <source>Reading %Ln file(s)</source>
        <extracomment>Shown in the status line</extracomment>
        <translation>
            <numerusform>Reading %Ln file</numerusform>
            <numerusform>Reading %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%Ln row(s) cannot be used</source>
        <translation>
            <numerusform>%Ln row cannot be used</numerusform>
            <numerusform>%Ln rows cannot be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to look at before these data are trusted</source>
        <translation>
            <numerusform>%Ln thing to look at before these data are trusted</numerusform>
            <numerusform>%Ln things to look at before these data are trusted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::IncidentMappingForm</name>
    <message numerus="yes">
        <source>%Ln lie(s) far outside the area of the others.</source>
        <translation>
            <numerusform>%Ln lies far outside the area of the others.</numerusform>
            <numerusform>%Ln lie far outside the area of the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln has (have) no position.</source>
        <translation>
            <numerusform>%Ln has no position.</numerusform>
            <numerusform>%Ln have no position.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln has (have) no category.</source>
        <translation>
            <numerusform>%Ln has no category.</numerusform>
            <numerusform>%Ln have no category.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln say(s) the same as an earlier one and is (are) kept.</source>
        <translation>
            <numerusform>%Ln says the same as an earlier one and is kept.</numerusform>
            <numerusform>%Ln say the same as an earlier one and are kept.</numerusform>
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
        <source>The exact places are not shown: each symbol stands for at least %Ln incident(s) somewhere in its square.</source>
        <translation>
            <numerusform>The exact places are not shown: each symbol stands for at least %Ln incident somewhere in its square.</numerusform>
            <numerusform>The exact places are not shown: each symbol stands for at least %Ln incidents somewhere in its square.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Squares with at least %Ln of them</source>
        <extracomment>at most one incident in %1, so no single one can be told</extracomment>
        <translation>
            <numerusform>Squares with at least %Ln of them</numerusform>
            <numerusform>Squares with at least %Ln of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more not shown: too few at one place</source>
        <translation>
            <numerusform>%Ln more not shown: too few at one place</numerusform>
            <numerusform>%Ln more not shown: too few at one place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::Inspector</name>
    <message numerus="yes">
        <source>%Ln selected site(s)</source>
        <translation>
            <numerusform>%Ln selected site</numerusform>
            <numerusform>%Ln selected sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::KpiStrip</name>
    <message numerus="yes">
        <source>%1, %Ln station(s)</source>
        <translation>
            <numerusform>%1, %Ln station</numerusform>
            <numerusform>%1, %Ln stations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MapImport</name>
    <message numerus="yes">
        <source>%1: %Ln road link(s)</source>
        <translation>
            <numerusform>%1: %Ln road link</numerusform>
            <numerusform>%1: %Ln road links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln building(s)</source>
        <translation>
            <numerusform>%Ln building</numerusform>
            <numerusform>%Ln buildings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln site(s) stand on its roads</source>
        <translation>
            <numerusform>%Ln site stands on its roads</numerusform>
            <numerusform>%Ln sites stand on its roads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln feature(s) as a layer</source>
        <translation>
            <numerusform>%1: %Ln feature as a layer</numerusform>
            <numerusform>%1: %Ln features as a layer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MapLegend</name>
    <message numerus="yes">
        <source>%Ln value(s) · %1</source>
        <extracomment>%1 is how old the values are, as in &quot;5 min ago&quot;</extracomment>
        <translation>
            <numerusform>%Ln value · %1</numerusform>
            <numerusform>%Ln values · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MonthGrid</name>
    <message numerus="yes">
        <source>%1, %Ln event(s)</source>
        <translation>
            <numerusform>%1, %Ln event</numerusform>
            <numerusform>%1, %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln event(s), %2 of the data</source>
        <extracomment>%1 day, %2 percentage</extracomment>
        <translation>
            <numerusform>%1, %Ln event, %2 of the data</numerusform>
            <numerusform>%1, %Ln events, %2 of the data</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::OutcomePanel</name>
    <message numerus="yes">
        <source>%Ln zone(s) lose trips, because no road leads there any more.</source>
        <translation>
            <numerusform>%Ln zone loses trips, because no road leads there any more.</numerusform>
            <numerusform>%Ln zones lose trips, because no road leads there any more.</numerusform>
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
        <source>%Ln site(s)</source>
        <translation>
            <numerusform>%Ln site</numerusform>
            <numerusform>%Ln sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::QueuePanel</name>
    <message numerus="yes">
        <source>%Ln held</source>
        <translation>
            <numerusform>%Ln held</numerusform>
            <numerusform>%Ln held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RiskPanel</name>
    <message numerus="yes">
        <source>%Ln incident(s)</source>
        <translation>
            <numerusform>%Ln incident</numerusform>
            <numerusform>%Ln incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RunComparison</name>
    <message numerus="yes">
        <source>The first %Ln of the chosen runs are compared.</source>
        <translation>
            <numerusform>The first of the chosen runs is compared.</numerusform>
            <numerusform>The first %Ln of the chosen runs are compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) differ. What is another than in the first run stands out.</source>
        <translation>
            <numerusform>%Ln setting differs. What is another than in the first run stands out.</numerusform>
            <numerusform>%Ln settings differ. What is another than in the first run stands out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RunController</name>
    <message numerus="yes">
        <source>Keep %Ln run(s)</source>
        <extracomment>steps of undo</extracomment>
        <translation>
            <numerusform>Keep %Ln run</numerusform>
            <numerusform>Keep %Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln run(s) no longer</source>
        <translation>
            <numerusform>Keep %Ln run no longer</numerusform>
            <numerusform>Keep %Ln runs no longer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln run(s)</source>
        <extracomment>a step of undo</extracomment>
        <translation>
            <numerusform>Remove %Ln run</numerusform>
            <numerusform>Remove %Ln runs</numerusform>
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
        <source>%1, %2: %3 cells of %4 (%5 km²), %Ln week(s), %6 incidents in them.</source>
        <extracomment>what a comparison was made of: data, type, number of cells, their edge, area, weeks, incidents</extracomment>
        <translation>
            <numerusform>%1, %2: %3 cells of %4 (%5 km²), %Ln week, %6 incidents in it.</numerusform>
            <numerusform>%1, %2: %3 cells of %4 (%5 km²), %Ln weeks, %6 incidents in them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SafetySurface</name>
    <message numerus="yes">
        <source>%1: %Ln incident(s)</source>
        <extracomment>a type of incidents, and their number</extracomment>
        <translation>
            <numerusform>%1: %Ln incident</numerusform>
            <numerusform>%1: %Ln incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SafetyText</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ScatterChart</name>
    <message numerus="yes">
        <source>%Ln pair(s)</source>
        <translation>
            <numerusform>%Ln pair</numerusform>
            <numerusform>%Ln pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln pair(s)</source>
        <translation>
            <numerusform>%1 · %Ln pair</numerusform>
            <numerusform>%1 · %Ln pairs</numerusform>
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
        <source>MAE %1 ± %2 over %Ln fold(s)</source>
        <extracomment>Mean and standard deviation of an error over folds, and how many there are</extracomment>
        <translation>
            <numerusform>MAE %1 ± %2 over %Ln fold</numerusform>
            <numerusform>MAE %1 ± %2 over %Ln folds</numerusform>
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
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln name</numerusform>
            <numerusform>%Ln names</numerusform>
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
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TaskStrip</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TimePresets</name>
    <message numerus="yes">
        <source>Last %Ln week(s)</source>
        <translation>
            <numerusform>Last %Ln week</numerusform>
            <numerusform>Last %Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln month(s)</source>
        <translation>
            <numerusform>Last %Ln month</numerusform>
            <numerusform>Last %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln year(s)</source>
        <translation>
            <numerusform>Last %Ln year</numerusform>
            <numerusform>Last %Ln years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TimeSlider</name>
    <message numerus="yes">
        <source>%1 · %Ln event(s)</source>
        <translation>
            <numerusform>%1 · %Ln event</numerusform>
            <numerusform>%1 · %Ln events</numerusform>
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
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln epoch</numerusform>
            <numerusform>%Ln epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %Ln other quantity(s)</source>
        <translation>
            <numerusform>with %Ln other quantity</numerusform>
            <numerusform>with %Ln other quantities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::WarningPanel</name>
    <message numerus="yes">
        <source>%Ln alarm(s) not looked at</source>
        <translation>
            <numerusform>%Ln alarm not looked at</numerusform>
            <numerusform>%Ln alarms not looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) until %1</source>
        <translation>
            <numerusform>%Ln day until %1</numerusform>
            <numerusform>%Ln days until %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::WaterfallChart</name>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
</context>
</TS>
