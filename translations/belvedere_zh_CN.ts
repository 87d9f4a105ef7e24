<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Error</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal error: %1. Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time. Write it as 2024-05-31 17:05:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not exist in %2: the clocks went forward over it. Give the zone of the file, for example UTC or UTC-08:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time zone that this machine knows. Examples: UTC, Asia/Shanghai, UTC-08:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link %1 is not usable: it needs two existing end nodes and a shape of at least two points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series of %1 has %2 sites, its description %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set %1 has no channel &quot;%2&quot;. It has: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set %1 has no site &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. Nothing was changed. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to %1. Try again when it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not be opened for writing. Check the permissions of the file and of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a city database. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 is damaged. Restore it from a backup, or import the data again into a new city.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read or written. Nothing was changed. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 reports: %2. Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A city can only be opened while the program runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no city in %1: %2 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is not installed. On Debian: apt install libqt6sql6-sqlite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data set &quot;%1&quot;: the city has none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data set &quot;%1&quot;. The city has: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An incident table needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored document %1 of %2 is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database in %1 belongs to another program, not to a city. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database in %1 is empty: its city was never finished. Create it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The city in %1 has layout version %2; this program knows versions up to %3. Install a newer Belvedere to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored values of %1 are damaged. Remove the data set and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A data set needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step of %1 is not a positive time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site &quot;%2&quot; stands twice in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tie of %1 leads to a site that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is stored in steps of %2 s, the new values come in steps of %3 s. Import them into another data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The times of %1 lie between the stored ones: %2 is not a whole number of steps of %3 s away from %4. Import them into another data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would reach from %2 to %3: too far in steps of %4 s. Check the dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel %2 of %1 is stored in %3, the new values are in %4. Import them in the same unit or into another data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be made. Check the permissions of the folder above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected a square matrix with the same site codes in the header and in the first column, or the columns from, to, cost. Found the header &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder. Choose the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be opened: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is UTF-16 text. Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a text file: byte %1 is zero. Choose a CSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Byte %1 (%2) is not UTF-8. If the file is Latin-1 or another encoding, save it as UTF-8; if it is not text, choose a CSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column &quot;%2&quot; holds &quot;%1&quot;, which is not a number. Write numbers with a decimal point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column &quot;%2&quot; holds &quot;%1&quot;, which is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has %1 cells, the header has %2 columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is opened in this row and never closed: the rest of the file could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;, &quot;%2&quot; is not a position: latitude and longitude in degrees are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latitude %1 is outside -90 … 90, longitude is %2: the two look swapped. Rename the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latitude %1, longitude %2 look like metres of a map projection. Convert them to degrees on WGS 84.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latitude %1, longitude %2 is no place on Earth: latitude must lie in -90 … 90, longitude in -180 … 180.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row could be used. Expected: %1. Found the header &quot;%2&quot;. The first problem is in line %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no rows below the header. Expected: %1. Found the header &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file format &quot;%1&quot;. Known are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header &quot;%1&quot; has one column only. Columns are separated by comma, semicolon, tab or bar; save the file with one of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header &quot;%1&quot; fits no known form. Expected are columns for time and sites; time, site, value; sensor_id, latitude, longitude; from, to, cost; or time, latitude, longitude, category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 do not share their time steps. Import them one by one into different data sets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 in &quot;%3&quot;, another file of this import in &quot;%4&quot;. Import them into different data sets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values differ from those that an earlier file gives for the same times and sites. Those of the earlier file are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series have no site &quot;%1&quot;. The row is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files list sensors or ties, but no series, and the city has no data set &quot;%1&quot; with these sites. Import a series with them, or name the data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents need the columns %1, separated by comma, semicolon or tab. Found the header &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; holds no numbers. It is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row names no site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time %1 stands twice for site %2. The first row is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns for time, site and value are needed, separated by comma, semicolon or tab. Found the header &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sensor list needs the columns %1 (or two end points), separated by comma, semicolon or tab. Found the header &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site &quot;%1&quot; stands twice. The first row is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time step cannot be told: the file needs rows of at least two different times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The times reach from %1 to %2, but only %3 rows stand there in steps of %4 s. Check the dates at both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time %1 lies between two steps: the file has one every %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time %1 stands twice. The first row is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; stands twice. The second one is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time column. Expected: %1, separated by comma, semicolon or tab. Found the header &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was made for %1 sites; the data has %2, or others, or in another order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model works in steps of %1 s, the data has steps of %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A forecast from step %1 needs the %2 steps up to it; the data has the steps 0 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training needs at least one window of %1 steps within the data; the data has %2 steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel &quot;%1&quot; has no observed value in the training part. Choose another channel or another split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model description has no valid &quot;%1&quot;. The file is damaged or of another kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A forecast needs 1 to %1 steps of history and of horizon and a positive time step; it has %2, %3 and %4 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantiles must ascend between 0 and 1 and have 0.5 among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model file: tensor &quot;%1&quot; has no valid shape or place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model file: tensor &quot;%1&quot; is of type %2; only F32 is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model file: the shape of tensor &quot;%1&quot; and its place do not fit together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model file: there is a gap or an overlap before tensor &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model file: it holds %1 bytes of data, its tensors %2. It was cut off or joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no tensor &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s tensor &quot;%1&quot; is %2; it should be %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not hold a model of kind &quot;%1&quot; as its description says (- is missing, + is too many, → should be): %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no model file: it is too short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no model file, or it was cut off: its header is longer than itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model file: its header is no JSON object (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model file: its content does not match its SHA-256. It was damaged or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model file: it has no description under &quot;__metadata__&quot;, &quot;belvedere&quot;. It was written by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option &quot;%1&quot; is &quot;%2&quot;. Give a number from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option &quot;%1&quot; is &quot;%2&quot;. Give a whole number from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of kind &quot;%1&quot; has no options; leave out &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of kind &quot;%1&quot; has no option &quot;%2&quot;. It has: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin() must come before fitEpoch().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numerical library failed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The neural network failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is no longer a number. Choose a lower learning rate than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has not been trained yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s tensor &quot;%1&quot; holds something that is no number. Train the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model of kind &quot;%1&quot;. Choose one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model needs at least one site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check the permissions and the space on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be written. Check the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models of this city are being changed by %1 (process %2 on %3). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The windows to score reach past the %1 steps of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model %1 gave %2 values instead of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be written to %1: %2. Check the permissions and the space on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run &quot;%1&quot;: nothing has been trained in this city yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run &quot;%1&quot;. There is: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model of run %1 cannot be read: %2. Restore the file or train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file was changed or damaged: its check sum is not that of run %1. Restore the file or train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; of the run record is missing or has another type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a split. Write the shares of training, validation and test, each at least 0.01 and 1 in all, such as 0.7,0.1,0.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window needs at least one step of history and one of horizon, not %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shares of the split must each be at least 0.01 and 1 in all, not %1, %2, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data has %1 steps; with %2 steps of history, %3 of horizon and this split it takes at least %4. Bring in more data, or ask for a shorter history or horizon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task &quot;%1&quot; is not known. There is: forecast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training asks for data set %1 but was given %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training asks for channel %1 but was given %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be at least 1, not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be at least 0, not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set %1 has no sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel %1 of data set %2 has no observed value from %3 to %4, which is the %5 part. Choose another split or bring in more data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model %1 gave no usable forecast for the validation part in %2 epochs. Check the data for gaps or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model %1 was trained on steps of %2 minutes, but data set %3 has steps of %4 minutes. Train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model %1 was trained on sites that data set %2 no longer has: %3. Train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model %1 was trained on %2 in %3, but data set %4 has it in %5. Train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set %1 has %2 steps; the model needs the last %3 to go by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no forecast of data set %1 at %2: its data allows times from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no stage of a model in the registry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of the registry lacks its name, version or run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No version of model %1 is live. Promote one, or name the version. There is: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model &quot;%1&quot;: none is registered in this city yet. Register or deploy a run first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model &quot;%1&quot;. There is: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No version of model &quot;%1&quot; was live before the present one, so there is nothing to go back to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a demo city that was made with other options. Choose another folder, or remove this one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds something else than a demo city. Choose a folder that is empty or does not exist yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check the disk and the permissions of the folder above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demo city of %1 days is not possible: choose 1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not empty. Choose another name for the new city, or open the one there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a place such as &quot;sensors.csv:12&quot;, %2 a whole sentence about what is wrong there</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in each hidden layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual blocks between input and output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned numbers for each site, each time of day and each weekday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of hidden numbers that are left out at random while learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples for each step of the optimiser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest step size of the optimiser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly weights are drawn towards zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples per epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so many pairs of window and site are drawn in one epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays as it was when last observed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seasonal mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is as usual at this place and time of the week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neural network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns from the last hours, what is usual, the place and the time of the week.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vehicle count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PM2.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PM10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NO₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ozone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SO₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weather</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Road works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medical emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Police</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RejectionTable</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring the baselines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ticks</name>
    <message>
        <source>ddd d MMM</source>
        <extracomment>QLocale date pattern for the beginning of a day on a time axis</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::AnalyseText</name>
    <message>
        <source>Series, one column per site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series, one row per value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties between sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean absolute error of the median. Smaller is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root of the mean squared error of the median; large errors weigh more. Smaller is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the errors as shares of the true values; true zeros are left out. Smaller is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of the errors as a share of the sum of the true values; for counts. Smaller is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of true values inside the band. The closer to %1, the better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A span of dates</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated</source>
        <extracomment>Badge of data that the program made itself</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>&quot;Traffic · 300 sites&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 · %3 missing</source>
        <extracomment>&quot;8,064 steps of 5 min · 1.5 % missing&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Deployed</source>
        <extracomment>Badge of the model that serves now</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>Data set, quantity and id of a run</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAE %1 · %2</source>
        <extracomment>Error and date of a run</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lower MAE %2 ahead than %3</source>
        <extracomment>%1 a percentage, %2 a duration, %3 a model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 higher MAE %2 ahead than %3</source>
        <extracomment>%1 a percentage, %2 a duration, %3 a model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · split %3 · seed %4</source>
        <extracomment>What figures hold for: data set, quantity, the three shares of the split, seed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · simulated data</source>
        <extracomment>Appended to a description of data that the program made itself</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n epoch(s) without further gain</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n epoch(s): the time was used up</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished by hand after %n epoch(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n epoch(s) done</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × in %2, first in line %3: %4</source>
        <extracomment>A number of rows, a file, the line of the first of them, what is wrong with it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 zeros read as missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Name of a data set, then what was stored</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::AnalyseWorkspace</name>
    <message>
        <source>Remove data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from this city? Its values are deleted; models trained on it stay, but can no longer forecast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files into this city (Ctrl+I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the chosen data set out of this city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data yet. Import CSV files, or drop them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models appear here once they are trained.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::EpochChart</name>
    <message>
        <source>Best: %1</source>
        <extracomment>marks the epoch with the smallest error; %1 its number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::Format</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is a duration such as &quot;4 min&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM HH:mm</source>
        <extracomment>QLocale date pattern: abbreviated day of week, day, abbreviated month, time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy HH:mm</source>
        <extracomment>QLocale date pattern: abbreviated day of week, day, abbreviated month, year, time</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::HorizonChart</name>
    <message>
        <source>%1 min ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>axis title: %1 measure of error, %2 unit</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ImportController</name>
    <message numerus="yes">
        <source>Reading %n file(s)</source>
        <extracomment>Shown in the status line</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Storing %1</source>
        <extracomment>Shown in the status line. %1 is the name of a data set</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ImportDialog</name>
    <message>
        <source>Reading the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be used</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows are fine. Nothing has been stored yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import without these rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide these rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is stored; the city stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ImportForm</name>
    <message>
        <source>Choose files to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files with the button above or drop them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds to the data set %1 that is already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise each file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing for speeds, else values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the file off this list; the file itself stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name in this city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example speed, flow or pm2.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example km/h, mph or veh/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source, licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown wherever the data is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of times that name none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the file name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who publishes it, on what terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::IncidentList</name>
    <message>
        <source>What and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is going on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::Inspector</name>
    <message>
        <source>%1 (%2)</source>
        <comment>site name (code)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in, not observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale: last value is %1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast; 80 % between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No forecast for this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value: the sensor is silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <comment>quantity, data set (domain)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of %1 of %2 sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1: %2 (%3–%4)</source>
        <comment>in 15 min: median (low-high)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is deployed for this quantity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast by %1 (%2), mean absolute error on its test data %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Going on: %n event(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Find a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the city (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was observed in this span.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course and forecast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::KpiStrip</name>
    <message>
        <source>Mean %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow or standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n station(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Incidents and calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites reporting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::KpiTile</name>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>%1 arrow, %2 change with sign and unit, %3 what it is compared with (&quot;since yesterday&quot;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, out of range, priority %2</source>
        <extracomment>%1 value with unit, %2 priority 1 to 3</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::LossChart</name>
    <message>
        <source>The loss appears here after the first epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The validation error appears here after the first epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean absolute error, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MainWindow</name>
    <message>
        <source>Preparing the demo city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a city folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the new city&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City folders (*.city)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Belvedere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Belvedere %1&lt;/h3&gt;&lt;p&gt;The desktop from which a city is run.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belvedere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New city…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open city…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MapLegend</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) · %1</source>
        <extracomment>%1 is how old the values are, as in &quot;5 min ago&quot;</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>Range of values in a legend, from %1 to %2</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MapView</name>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::OperateWorkspace</name>
    <message>
        <source>Measured sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimates between sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other stations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents and calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>data set: quantity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sites of this data set have no positions. Choose one in the list at the right, or import a site list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed over free-flow speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2: %3 at %4
Data: %5</source>
        <comment>site, quantity: value at time, data set</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2
Since %3</source>
        <comment>category, description, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This city has no data yet. Import measurements of its sensors, and they will stand on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything (Home)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ProgressPanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is a duration such as &quot;1 min 20 s&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ResultPanel</name>
    <message>
        <source>No model has been trained yet. Choose data and a model, then start training: its errors appear here beside those of simple baselines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data yet. Import measurements, then train a model on them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A model and the id of its run</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>When a run was trained, how long it took, why it ended</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its forecasts stand on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces %1</source>
        <extracomment>%1 is the id of a run</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is deployed for this data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the forecasts of this model on the map. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills the form with the settings of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors by time ahead, beside the baselines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error by time ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of this run is gone: times ahead are not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ResultTableModel</name>
    <message>
        <source>No difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>The best forecaster and its error compared with the next one&apos;s: &quot;Neural network, −12 %&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <comment>all times ahead together</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SeriesChart</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast with p10–p90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range from %1 to %2</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM HH:mm</source>
        <extracomment>QLocale date pattern: abbreviated day of week, day, abbreviated month, time</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SiteChart</name>
    <message>
        <source>usual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SplitBar</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A span of dates</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split in order of time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TaskStrip</name>
    <message>
        <source>Longest pause of the window %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest time that the window did not answer since it was opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TimeBar</name>
    <message>
        <source>Pause the clock (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the clock run (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast, +%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past, −%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back (,)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step forward (.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to now (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last %n h</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Span of the past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 times as fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 min per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 min per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 min per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of the clock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TimeSlider</name>
    <message>
        <source>Time shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to another time. Left of the line: observed. Right of it: forecast.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TopBar</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data less than a minute old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data %1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This city does not exist. The program has made its data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time in the city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long ago the newest value on the screen was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TrainForm</name>
    <message>
        <source>Import a data set first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data set has no values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model to choose from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training and validation leave nothing to test on. Lower one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A quantity and its unit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps = %1</source>
        <extracomment>After a number of steps: how long they last</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data and task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split in order of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model is to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that the model sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that the model foretells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share that the model learns from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share that decides which epoch is the best; the rest is the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes over the training part, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs without a better validation error before training stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best model found in this time is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads of the training; one is best left to the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <extracomment>Minutes, after a number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TrainingController</name>
    <message>
        <source>Training on %1</source>
        <extracomment>Shown in the status line. %1 is the name of a data set</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TrainingView</name>
    <message>
        <source>Reading the data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing after this batch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing with the best model so far…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops after this batch and keeps everything in memory; Resume goes on from there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>A model and the data set that it learns from</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>7 of 30 epochs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in epoch %2</source>
        <extracomment>An error and the epoch in which it was reached</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <extracomment>A duration; training may stop earlier</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 windows/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best validation MAE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops after this epoch, tests the best model so far and keeps it as a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops at once and throws this training away; nothing is stored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
