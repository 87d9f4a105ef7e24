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
