<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AirQuality</name>
    <message>
        <source>Good</source>
        <translation>良</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>Unhealthy for sensitive groups</source>
        <translation>对敏感人群不健康</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>不健康</translation>
    </message>
    <message>
        <source>Very unhealthy</source>
        <translation>非常不健康</translation>
    </message>
    <message>
        <source>Hazardous</source>
        <translation>危害</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>优</translation>
    </message>
    <message>
        <source>Lightly polluted</source>
        <translation>轻度污染</translation>
    </message>
    <message>
        <source>Moderately polluted</source>
        <translation>中度污染</translation>
    </message>
    <message>
        <source>Heavily polluted</source>
        <translation>重度污染</translation>
    </message>
    <message>
        <source>Severely polluted</source>
        <translation>严重污染</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Very poor</source>
        <translation>很差</translation>
    </message>
    <message>
        <source>Extremely poor</source>
        <translation>极差</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>很高</translation>
    </message>
    <message>
        <source>Very low</source>
        <translation>很低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中等</translation>
    </message>
</context>
<context>
    <name>CrashMeasures</name>
    <message>
        <source>Roundabout instead of a two-way stop</source>
        <translation>以环岛代替两向停车让行</translation>
    </message>
    <message>
        <source>Roundabout instead of signals</source>
        <translation>以环岛代替信号灯</translation>
    </message>
    <message>
        <source>Refuge island at a marked crossing</source>
        <translation>在有标线的人行横道设安全岛</translation>
    </message>
    <message>
        <source>Raised median at an unmarked crossing</source>
        <translation>在无标线的过街处设抬高的中央分隔带</translation>
    </message>
    <message>
        <source>Road diet, four lanes to three</source>
        <translation>道路瘦身，四车道改三车道</translation>
    </message>
    <message>
        <source>Leading pedestrian interval</source>
        <translation>行人先行绿灯</translation>
    </message>
    <message>
        <source>Pedestrian hybrid beacon</source>
        <translation>行人混合信标</translation>
    </message>
    <message>
        <source>Rapid flashing beacon at a crossing</source>
        <translation>人行横道快闪信标</translation>
    </message>
    <message>
        <source>Zone of 30 km/h or 20 mph</source>
        <translation>限速 30 km/h 或 20 mph 区域</translation>
    </message>
    <message>
        <source>Speed humps</source>
        <translation>减速丘</translation>
    </message>
    <message>
        <source>Speed cameras</source>
        <translation>测速相机</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Simulated by Belvedere; no real place, no real measurement.</source>
        <translation>由 Belvedere 模拟；并非真实地点，也非真实测量。</translation>
    </message>
    <message>
        <source>Belvedere demo city</source>
        <translation>Belvedere 演示城市</translation>
    </message>
    <message>
        <source>Chest pain</source>
        <translation>胸痛</translation>
    </message>
    <message>
        <source>Fall</source>
        <translation>跌倒</translation>
    </message>
    <message>
        <source>Breathing difficulty</source>
        <translation>呼吸困难</translation>
    </message>
    <message>
        <source>Unconscious person</source>
        <translation>人员昏迷</translation>
    </message>
    <message>
        <source>Traffic injury</source>
        <translation>交通伤</translation>
    </message>
    <message>
        <source>Automatic fire alarm</source>
        <translation>自动火警</translation>
    </message>
    <message>
        <source>Kitchen fire</source>
        <translation>厨房起火</translation>
    </message>
    <message>
        <source>Smell of gas</source>
        <translation>燃气异味</translation>
    </message>
    <message>
        <source>Vehicle fire</source>
        <translation>车辆起火</translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation>救援</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>扰民</translation>
    </message>
    <message>
        <source>Burglary</source>
        <translation>入室盗窃</translation>
    </message>
    <message>
        <source>Traffic accident</source>
        <translation>交通事故</translation>
    </message>
    <message>
        <source>Theft</source>
        <translation>盗窃</translation>
    </message>
    <message>
        <source>Missing person</source>
        <translation>人员失踪</translation>
    </message>
    <message>
        <source>Rear-end collision</source>
        <translation>追尾</translation>
    </message>
    <message>
        <source>Collision at the crossing</source>
        <translation>路口碰撞</translation>
    </message>
    <message>
        <source>Car left the road</source>
        <translation>车辆冲出路面</translation>
    </message>
    <message>
        <source>Collision with a bicycle</source>
        <translation>与自行车相撞</translation>
    </message>
    <message>
        <source>Broken-down lorry</source>
        <translation>货车抛锚</translation>
    </message>
    <message>
        <source>Resurfacing</source>
        <translation>路面重铺</translation>
    </message>
    <message>
        <source>Water main works</source>
        <translation>供水管施工</translation>
    </message>
    <message>
        <source>Tram track works</source>
        <translation>有轨电车轨道施工</translation>
    </message>
    <message>
        <source>Cable works</source>
        <translation>电缆施工</translation>
    </message>
    <message>
        <source>Closed for a street festival</source>
        <translation>因街头节庆封闭</translation>
    </message>
    <message>
        <source>Closed: burst water main</source>
        <translation>封闭：供水管爆裂</translation>
    </message>
    <message>
        <source>Closed for a race</source>
        <translation>因赛事封闭</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Close %1</source>
        <translation>封闭 %1</translation>
    </message>
    <message>
        <source>Close %1 roads</source>
        <translation>封闭 %1 条道路</translation>
    </message>
    <message>
        <source>Lanes of %1: %2</source>
        <translation>%1 的车道数：%2</translation>
    </message>
    <message>
        <source>Lanes of %1 roads: %2</source>
        <translation>%1 条道路的车道数：%2</translation>
    </message>
    <message>
        <source>Speed limit of %1 times %2</source>
        <translation>%1 的限速乘以 %2</translation>
    </message>
    <message>
        <source>Speed limit of %1 roads times %2</source>
        <translation>%1 条道路的限速乘以 %2</translation>
    </message>
    <message>
        <source>Speed limit of %1: %2 km/h</source>
        <translation>%1 的限速：%2 km/h</translation>
    </message>
    <message>
        <source>Speed limit of %1 roads: %2 km/h</source>
        <translation>%1 条道路的限速：%2 km/h</translation>
    </message>
    <message>
        <source>Capacity of %1 times %2</source>
        <translation>%1 的通行能力乘以 %2</translation>
    </message>
    <message>
        <source>Capacity of %1 roads times %2</source>
        <translation>%1 条道路的通行能力乘以 %2</translation>
    </message>
    <message>
        <source>Capacity of %1: %2 veh/h</source>
        <translation>%1 的通行能力：%2 veh/h</translation>
    </message>
    <message>
        <source>Capacity of %1 roads: %2 veh/h</source>
        <translation>%1 条道路的通行能力：%2 veh/h</translation>
    </message>
    <message>
        <source>New road %1, both ways: lanes %2, %3 km/h, %4 veh/h</source>
        <translation>新道路 %1，双向：%2 车道，%3 km/h，%4 veh/h</translation>
    </message>
    <message>
        <source>New road %1, one way: lanes %2, %3 km/h, %4 veh/h</source>
        <translation>新道路 %1，单向：%2 车道，%3 km/h，%4 veh/h</translation>
    </message>
    <message>
        <source>Make %1 one-way</source>
        <translation>将 %1 改为单行</translation>
    </message>
    <message>
        <source>Make %1 roads one-way</source>
        <translation>将 %1 条道路改为单行</translation>
    </message>
    <message>
        <source>Reverse %1</source>
        <translation>反转 %1 的方向</translation>
    </message>
    <message>
        <source>Reverse %1 roads</source>
        <translation>反转 %1 条道路的方向</translation>
    </message>
    <message>
        <source>Signal delay on %1: %2 s more</source>
        <translation>%1 的信号延误：增加 %2 s</translation>
    </message>
    <message>
        <source>Signal delay on %1 roads: %2 s more</source>
        <translation>%1 条道路的信号延误：增加 %2 s</translation>
    </message>
    <message>
        <source>Toll on %1, each its own</source>
        <translation>%1 收费，各不相同</translation>
    </message>
    <message>
        <source>Toll on %1 roads, each its own</source>
        <translation>%1 条道路收费，各不相同</translation>
    </message>
    <message>
        <source>Toll on %1: %2</source>
        <translation>%1 收费：%2</translation>
    </message>
    <message>
        <source>Toll on %1 roads: %2</source>
        <translation>%1 条道路收费：%2</translation>
    </message>
    <message>
        <source>Low-emission zone: %1</source>
        <translation>低排放区：%1</translation>
    </message>
    <message>
        <source>Low-emission zone of %1 roads</source>
        <translation>%1 条道路的低排放区</translation>
    </message>
    <message>
        <source>Another fleet</source>
        <translation>另一种车队</translation>
    </message>
    <message>
        <source>Another fleet of %1</source>
        <translation>%1 的另一种车队</translation>
    </message>
    <message>
        <source>All trips times %1</source>
        <translation>所有出行乘以 %1</translation>
    </message>
    <message>
        <source>Trips to zone %1 times %2</source>
        <translation>到小区 %1 的出行乘以 %2</translation>
    </message>
    <message>
        <source>Trips from zone %1 times %2</source>
        <translation>从小区 %1 出发的出行乘以 %2</translation>
    </message>
    <message>
        <source>Trips from zone %1 to zone %2 times %3</source>
        <translation>从小区 %1 到小区 %2 的出行乘以 %3</translation>
    </message>
    <message>
        <source>Event in zone %1: %2 more trips there, %3 from there</source>
        <translation>小区 %1 的活动：前往增加 %2 次出行，离开增加 %3 次</translation>
    </message>
    <message>
        <source>Weather: capacity times %1, free speed times %2</source>
        <translation>天气：通行能力乘以 %1，自由流速度乘以 %2</translation>
    </message>
    <message>
        <source>Safety measures on %1: %2</source>
        <translation>%1 的安全措施：%2</translation>
    </message>
    <message>
        <source>Safety measures on %1 roads: %2</source>
        <translation>%1 条道路的安全措施：%2</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>Internal error: %1. Please report it.</source>
        <translation>内部错误：%1。请报告此问题。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time. Write it as 2024-05-31 17:05:00.</source>
        <translation>“%1”不是有效的时间。请写成 2024-05-31 17:05:00 的形式。</translation>
    </message>
    <message>
        <source>%1 does not exist in %2: the clocks went forward over it. Give the zone of the file, for example UTC or UTC-08:00.</source>
        <translation>时间 %1 在 %2 中不存在：当时时钟因夏令时拨快，跳过了它。请指定文件的时区，例如 UTC 或 UTC-08:00。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time zone that this machine knows. Examples: UTC, Asia/Shanghai, UTC-08:00.</source>
        <translation>本机不认识时区“%1”。示例：UTC、Asia/Shanghai、UTC-08:00。</translation>
    </message>
    <message>
        <source>Link %1 is not usable: it needs two existing end nodes and a shape of at least two points.</source>
        <translation>路段 %1 不可用：它需要两个存在的端点，以及至少由两个点组成的形状。</translation>
    </message>
    <message>
        <source>The series of %1 has %2 sites, its description %3.</source>
        <translation>%1 的时间序列有 %2 个测点，而其描述中有 %3 个。</translation>
    </message>
    <message>
        <source>Data set %1 has no channel &quot;%2&quot;. It has: %3.</source>
        <translation>数据集 %1 没有指标“%2”。现有：%3。</translation>
    </message>
    <message>
        <source>Data set %1 has no site &quot;%2&quot;.</source>
        <translation>数据集 %1 没有测点“%2”。</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. Nothing was changed. Free some space and try again.</source>
        <translation>磁盘已满：无法写入 %1。未作任何更改。请腾出一些空间后重试。</translation>
    </message>
    <message>
        <source>Another program is writing to %1. Try again when it has finished.</source>
        <translation>另一个程序正在写入 %1。请等它完成后重试。</translation>
    </message>
    <message>
        <source>%1 may not be opened for writing. Check the permissions of the file and of its folder.</source>
        <translation>没有权限写入 %1。请检查该文件及其所在文件夹的权限。</translation>
    </message>
    <message>
        <source>%1 is not a city database. Choose another folder.</source>
        <translation>%1 不是城市数据库。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The database %1 is damaged. Restore it from a backup, or import the data again into a new city.</source>
        <translation>数据库 %1 已损坏。请从备份恢复，或把数据重新导入一座新城市。</translation>
    </message>
    <message>
        <source>%1 could not be read or written. Nothing was changed. Check the disk.</source>
        <translation>无法读写 %1。未作任何更改。请检查磁盘。</translation>
    </message>
    <message>
        <source>The database %1 reports: %2. Please report it.</source>
        <translation>数据库 %1 报错：%2。请报告此问题。</translation>
    </message>
    <message>
        <source>A city can only be opened while the program runs.</source>
        <translation>只有在程序运行期间才能打开城市。</translation>
    </message>
    <message>
        <source>There is no city in %1: %2 is missing.</source>
        <translation>%1 中没有城市：缺少 %2。</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is not installed. On Debian: apt install libqt6sql6-sqlite.</source>
        <translation>未安装 Qt 的 SQLite 驱动。在 Debian 上请运行：apt install libqt6sql6-sqlite。</translation>
    </message>
    <message>
        <source>There is no data set &quot;%1&quot;: the city has none yet.</source>
        <translation>没有数据集“%1”：该城市还没有任何数据集。</translation>
    </message>
    <message>
        <source>There is no data set &quot;%1&quot;. The city has: %2.</source>
        <translation>没有数据集“%1”。该城市现有：%2。</translation>
    </message>
    <message>
        <source>An incident table needs a name.</source>
        <translation>事件表需要一个名称。</translation>
    </message>
    <message>
        <source>The stored document %1 of %2 is not JSON.</source>
        <translation>%2 中保存的文档 %1 不是 JSON。</translation>
    </message>
    <message>
        <source>The database in %1 belongs to another program, not to a city. Choose another folder.</source>
        <translation>%1 中的数据库属于另一个程序，不是城市数据库。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The database in %1 is empty: its city was never finished. Create it again.</source>
        <translation>%1 中的数据库是空的：该城市的创建没有完成。请重新创建。</translation>
    </message>
    <message>
        <source>The city in %1 has layout version %2; this program knows versions up to %3. Install a newer Belvedere to open it.</source>
        <translation>%1 中城市的存储格式为版本 %2，本程序最高支持版本 %3。请安装更新的 Belvedere 再打开。</translation>
    </message>
    <message>
        <source>Stored values of %1 are damaged. Remove the data set and import it again.</source>
        <translation>%1 中保存的数值已损坏。请移除该数据集并重新导入。</translation>
    </message>
    <message>
        <source>A data set needs a name.</source>
        <translation>数据集需要一个名称。</translation>
    </message>
    <message>
        <source>The step of %1 is not a positive time.</source>
        <translation>%1 的时间步长不是正数。</translation>
    </message>
    <message>
        <source>Site &quot;%2&quot; stands twice in %1.</source>
        <translation>测点“%2”在 %1 中出现了两次。</translation>
    </message>
    <message>
        <source>A tie of %1 leads to a site that does not exist.</source>
        <translation>%1 中有一条关联指向不存在的测点。</translation>
    </message>
    <message>
        <source>%1 is stored in steps of %2 s, the new values come in steps of %3 s. Import them into another data set.</source>
        <translation>%1 按 %2 秒的步长保存，新数值的步长是 %3 秒。请把新数值导入另一个数据集。</translation>
    </message>
    <message>
        <source>The times of %1 lie between the stored ones: %2 is not a whole number of steps of %3 s away from %4. Import them into another data set.</source>
        <translation>%1 的新时间落在已保存的时间之间：%2 与 %4 之间不是 %3 秒步长的整数倍。请把新数值导入另一个数据集。</translation>
    </message>
    <message>
        <source>%1 would reach from %2 to %3: too far in steps of %4 s. Check the dates.</source>
        <translation>%1 将从 %2 延续到 %3：以 %4 秒的步长来说跨度过大。请检查日期。</translation>
    </message>
    <message>
        <source>Channel %2 of %1 is stored in %3, the new values are in %4. Import them in the same unit or into another data set.</source>
        <translation>%1 的指标 %2 以 %3 为单位保存，新数值的单位是 %4。请以相同单位导入，或导入另一个数据集。</translation>
    </message>
    <message>
        <source>%1 may not be read. Check its permissions.</source>
        <translation>没有权限读取 %1。请检查其权限。</translation>
    </message>
    <message>
        <source>The folder %1 could not be made. Check the permissions of the folder above it.</source>
        <translation>无法创建文件夹 %1。请检查上级文件夹的权限。</translation>
    </message>
    <message>
        <source>Expected a square matrix with the same site codes in the header and in the first column, or the columns from, to, cost. Found the header &quot;%1&quot;.</source>
        <translation>应为表头与第一列测点代码相同的方阵，或含有 from、to、cost 三列。实际表头为“%1”。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>文件 %1 不存在。</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose the files in it.</source>
        <translation>%1 是文件夹。请选择其中的文件。</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2.</source>
        <translation>无法打开 %1：%2。</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>The file is UTF-16 text. Save it as UTF-8.</source>
        <translation>该文件是 UTF-16 文本。请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>This is not a text file: byte %1 is zero. Choose a CSV file.</source>
        <translation>这不是文本文件：第 %1 个字节为零。请选择 CSV 文件。</translation>
    </message>
    <message>
        <source>Byte %1 (%2) is not UTF-8. If the file is Latin-1 or another encoding, save it as UTF-8; if it is not text, choose a CSV file.</source>
        <translation>第 %1 个字节（%2）不是 UTF-8。如果文件采用 Latin-1 或其他编码，请另存为 UTF-8；如果不是文本文件，请选择 CSV 文件。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>Column &quot;%2&quot; holds &quot;%1&quot;, which is not a number. Write numbers with a decimal point.</source>
        <translation>列“%2”中的“%1”不是数字。请用小数点书写数字。</translation>
    </message>
    <message>
        <source>Column &quot;%2&quot; holds &quot;%1&quot;, which is not a number.</source>
        <translation>列“%2”中的“%1”不是数字。</translation>
    </message>
    <message>
        <source>The row has %1 cells, the header has %2 columns.</source>
        <translation>该行有 %1 个单元格，而表头有 %2 列。</translation>
    </message>
    <message>
        <source>A quotation mark is opened in this row and never closed: the rest of the file could not be read.</source>
        <translation>该行的引号没有闭合：文件的其余部分无法读取。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, &quot;%2&quot; is not a position: latitude and longitude in degrees are needed.</source>
        <translation>“%1”“%2”不是有效位置：需要以度为单位的纬度和经度。</translation>
    </message>
    <message>
        <source>Latitude %1 is outside -90 … 90, longitude is %2: the two look swapped. Rename the columns.</source>
        <translation>纬度 %1 超出 -90 … 90，经度为 %2：两者似乎颠倒了。请更改列名。</translation>
    </message>
    <message>
        <source>Latitude %1, longitude %2 look like metres of a map projection. Convert them to degrees on WGS 84.</source>
        <translation>纬度 %1、经度 %2 看起来是地图投影的米制坐标。请转换为 WGS 84 的度数。</translation>
    </message>
    <message>
        <source>Latitude %1, longitude %2 is no place on Earth: latitude must lie in -90 … 90, longitude in -180 … 180.</source>
        <translation>纬度 %1、经度 %2 不是地球上的位置：纬度须在 -90 … 90 之间，经度须在 -180 … 180 之间。</translation>
    </message>
    <message>
        <source>No row could be used. Expected: %1. Found the header &quot;%2&quot;. The first problem is in line %3: %4</source>
        <translation>没有一行可用。应有：%1。实际表头为“%2”。第一个问题在第 %3 行：%4</translation>
    </message>
    <message>
        <source>There are no rows below the header. Expected: %1. Found the header &quot;%2&quot;.</source>
        <translation>表头之下没有数据行。应有：%1。实际表头为“%2”。</translation>
    </message>
    <message>
        <source>There is no file format &quot;%1&quot;. Known are: %2.</source>
        <translation>没有文件格式“%1”。支持：%2。</translation>
    </message>
    <message>
        <source>The header &quot;%1&quot; has one column only. Columns are separated by comma, semicolon, tab or bar; save the file with one of these.</source>
        <translation>表头“%1”只有一列。列之间须以逗号、分号、制表符或竖线分隔；请用其中一种重新保存文件。</translation>
    </message>
    <message>
        <source>%1 and %2 do not share their time steps. Import them one by one into different data sets.</source>
        <translation>%1 与 %2 的时间步不一致。请分别导入不同的数据集。</translation>
    </message>
    <message>
        <source>%1 holds %2 in &quot;%3&quot;, another file of this import in &quot;%4&quot;. Import them into different data sets.</source>
        <translation>%1 中 %2 的单位是“%3”，本次导入的另一个文件中是“%4”。请导入不同的数据集。</translation>
    </message>
    <message>
        <source>%1 values differ from those that an earlier file gives for the same times and sites. Those of the earlier file are kept.</source>
        <translation>有 %1 个数值与前面的文件在相同时间和测点的数值不同。保留前面文件的数值。</translation>
    </message>
    <message>
        <source>The series have no site &quot;%1&quot;. The row is left out.</source>
        <translation>时间序列中没有测点“%1”。已略过该行。</translation>
    </message>
    <message>
        <source>The files list sensors or ties, but no series, and the city has no data set &quot;%1&quot; with these sites. Import a series with them, or name the data set.</source>
        <translation>这些文件只有传感器清单或测点关联，没有时间序列，而城市中也没有含这些测点的数据集“%1”。请同时导入时间序列，或指定数据集。</translation>
    </message>
    <message>
        <source>Name at least one file.</source>
        <translation>请至少指定一个文件。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>结束时间早于开始时间。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; holds no numbers. It is left out.</source>
        <translation>列“%1”中没有数字。已略过该列。</translation>
    </message>
    <message>
        <source>The row names no site.</source>
        <translation>该行没有注明测点。</translation>
    </message>
    <message>
        <source>Columns for time, site and value are needed, separated by comma, semicolon or tab. Found the header &quot;%1&quot;.</source>
        <translation>需要时间、测点和数值三列，以逗号、分号或制表符分隔。实际表头为“%1”。</translation>
    </message>
    <message>
        <source>A sensor list needs the columns %1 (or two end points), separated by comma, semicolon or tab. Found the header &quot;%2&quot;.</source>
        <translation>传感器清单需要以下列：%1（或两个端点），以逗号、分号或制表符分隔。实际表头为“%2”。</translation>
    </message>
    <message>
        <source>Site &quot;%1&quot; stands twice. The first row is kept.</source>
        <translation>测点“%1”出现了两次。保留第一行。</translation>
    </message>
    <message>
        <source>The time step cannot be told: the file needs rows of at least two different times.</source>
        <translation>无法确定时间步长：文件须至少有两个不同时间的行。</translation>
    </message>
    <message>
        <source>The times reach from %1 to %2, but only %3 rows stand there in steps of %4 s. Check the dates at both ends.</source>
        <translation>时间从 %1 到 %2，但按 %4 秒的步长其中只有 %3 行。请检查首尾的日期。</translation>
    </message>
    <message>
        <source>The time %1 lies between two steps: the file has one every %2 s.</source>
        <translation>时间 %1 落在两个时间步之间：该文件每 %2 秒一步。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; stands twice. The second one is left out.</source>
        <translation>列“%1”出现了两次。已略过第二列。</translation>
    </message>
    <message>
        <source>There is no time column. Expected: %1, separated by comma, semicolon or tab. Found the header &quot;%2&quot;.</source>
        <translation>没有时间列。应有：%1，以逗号、分号或制表符分隔。实际表头为“%2”。</translation>
    </message>
    <message>
        <source>The model was made for %1 sites; the data has %2, or others, or in another order.</source>
        <translation>该模型是为 %1 个测点建立的；数据有 %2 个测点，或测点不同，或顺序不同。</translation>
    </message>
    <message>
        <source>The model works in steps of %1 s, the data has steps of %2 s.</source>
        <translation>该模型的步长是 %1 秒，数据的步长是 %2 秒。</translation>
    </message>
    <message>
        <source>A forecast from step %1 needs the %2 steps up to it; the data has the steps 0 to %3.</source>
        <translation>从第 %1 步开始预测需要截至该步的 %2 步数据；数据只有第 0 步至第 %3 步。</translation>
    </message>
    <message>
        <source>Training needs at least one window of %1 steps within the data; the data has %2 steps.</source>
        <translation>训练需要数据中至少有一个 %1 步的窗口；数据只有 %2 步。</translation>
    </message>
    <message>
        <source>Channel &quot;%1&quot; has no observed value in the training part. Choose another channel or another split.</source>
        <translation>指标“%1”在训练部分没有实测值。请选择其他指标或其他划分。</translation>
    </message>
    <message>
        <source>The model description has no valid &quot;%1&quot;. The file is damaged or of another kind.</source>
        <translation>模型描述中没有有效的“%1”。文件已损坏或属于其他类型。</translation>
    </message>
    <message>
        <source>A forecast needs 1 to %1 steps of history and of horizon and a positive time step; it has %2, %3 and %4 ms.</source>
        <translation>预测需要 1 至 %1 步的历史步数和预测步数，以及正的时间步长；现在分别是 %2、%3 和 %4 毫秒。</translation>
    </message>
    <message>
        <source>Quantiles must ascend between 0 and 1 and have 0.5 among them.</source>
        <translation>分位数必须在 0 与 1 之间递增，并包含 0.5。</translation>
    </message>
    <message>
        <source>Model file: tensor &quot;%1&quot; has no valid shape or place.</source>
        <translation>模型文件：张量“%1”的形状或位置无效。</translation>
    </message>
    <message>
        <source>Model file: tensor &quot;%1&quot; is of type %2; only F32 is read.</source>
        <translation>模型文件：张量“%1”的类型是 %2；只能读取 F32。</translation>
    </message>
    <message>
        <source>Model file: the shape of tensor &quot;%1&quot; and its place do not fit together.</source>
        <translation>模型文件：张量“%1”的形状与位置不符。</translation>
    </message>
    <message>
        <source>Model file: there is a gap or an overlap before tensor &quot;%1&quot;.</source>
        <translation>模型文件：张量“%1”之前有空隙或重叠。</translation>
    </message>
    <message>
        <source>Model file: it holds %1 bytes of data, its tensors %2. It was cut off or joined.</source>
        <translation>模型文件：文件含 %1 字节数据，其张量为 %2 字节。文件被截断或拼接过。</translation>
    </message>
    <message>
        <source>The model has no tensor &quot;%1&quot;.</source>
        <translation>该模型没有张量“%1”。</translation>
    </message>
    <message>
        <source>The model&apos;s tensor &quot;%1&quot; is %2; it should be %3.</source>
        <translation>该模型的张量“%1”是 %2，应为 %3。</translation>
    </message>
    <message>
        <source>The file does not hold a model of kind &quot;%1&quot; as its description says (- is missing, + is too many, → should be): %2.</source>
        <translation>文件中的“%1”类模型与其描述不符（- 表示缺少，+ 表示多余，→ 表示应为）：%2。</translation>
    </message>
    <message>
        <source>This is no model file: it is too short.</source>
        <translation>这不是模型文件：文件太短。</translation>
    </message>
    <message>
        <source>This is no model file, or it was cut off: its header is longer than itself.</source>
        <translation>这不是模型文件，或文件被截断：文件头比文件本身还长。</translation>
    </message>
    <message>
        <source>Model file: its header is no JSON object (%1).</source>
        <translation>模型文件：文件头不是 JSON 对象（%1）。</translation>
    </message>
    <message>
        <source>Model file: its content does not match its SHA-256. It was damaged or changed.</source>
        <translation>模型文件：内容与 SHA-256 校验值不符。文件已损坏或被改动。</translation>
    </message>
    <message>
        <source>Model file: it has no description under &quot;__metadata__&quot;, &quot;belvedere&quot;. It was written by another program.</source>
        <translation>模型文件：“__metadata__”“belvedere”下没有描述。该文件由其他程序写入。</translation>
    </message>
    <message>
        <source>Option &quot;%1&quot; is &quot;%2&quot;. Give a number from %3 to %4.</source>
        <translation>选项“%1”的值是“%2”。请给出 %3 至 %4 之间的数。</translation>
    </message>
    <message>
        <source>Option &quot;%1&quot; is &quot;%2&quot;. Give a whole number from %3 to %4.</source>
        <translation>选项“%1”的值是“%2”。请给出 %3 至 %4 之间的整数。</translation>
    </message>
    <message>
        <source>A model of kind &quot;%1&quot; has no options; leave out &quot;%2&quot;.</source>
        <translation>“%1”类模型没有选项；请去掉“%2”。</translation>
    </message>
    <message>
        <source>A model of kind &quot;%1&quot; has no option &quot;%2&quot;. It has: %3.</source>
        <translation>“%1”类模型没有选项“%2”。现有：%3。</translation>
    </message>
    <message>
        <source>begin() must come before fitEpoch().</source>
        <translation>必须先调用 begin()，再调用 fitEpoch()。</translation>
    </message>
    <message>
        <source>The numerical library failed: %1.</source>
        <translation>数值计算库出错：%1。</translation>
    </message>
    <message>
        <source>The neural network failed: %1</source>
        <translation>神经网络出错：%1</translation>
    </message>
    <message>
        <source>The loss is no longer a number. Choose a lower learning rate than %1.</source>
        <translation>损失已不再是有效数值。请选择低于 %1 的学习率。</translation>
    </message>
    <message>
        <source>The model has not been trained yet.</source>
        <translation>该模型尚未训练。</translation>
    </message>
    <message>
        <source>The model&apos;s tensor &quot;%1&quot; holds something that is no number. Train the model again.</source>
        <translation>该模型的张量“%1”含有非数值内容。请重新训练模型。</translation>
    </message>
    <message>
        <source>There is no model of kind &quot;%1&quot;. Choose one of: %2.</source>
        <translation>没有“%1”类模型。请从以下选择：%2。</translation>
    </message>
    <message>
        <source>A model needs at least one site.</source>
        <translation>模型至少需要一个测点。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check the permissions and the space on the disk.</source>
        <translation>无法创建文件夹 %1。请检查权限和磁盘空间。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written. Check the permissions.</source>
        <translation>无法写入文件夹 %1。请检查权限。</translation>
    </message>
    <message>
        <source>The models of this city are being changed by %1 (process %2 on %3). Try again later.</source>
        <translation>该城市的模型正由 %1 更改（%3 上的进程 %2）。请稍后重试。</translation>
    </message>
    <message>
        <source>The windows to score reach past the %1 steps of the data.</source>
        <translation>要评估的窗口超出了数据的 %1 步。</translation>
    </message>
    <message>
        <source>Model %1 gave %2 values instead of %3.</source>
        <translation>模型 %1 给出了 %2 个数值，应为 %3 个。</translation>
    </message>
    <message>
        <source>There is no run &quot;%1&quot;: nothing has been trained in this city yet.</source>
        <translation>没有训练记录“%1”：该城市尚未训练过任何模型。</translation>
    </message>
    <message>
        <source>There is no run &quot;%1&quot;. There is: %2.</source>
        <translation>没有训练记录“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>The model of run %1 cannot be read: %2. Restore the file or train again.</source>
        <translation>无法读取训练记录 %1 的模型：%2。请恢复该文件或重新训练。</translation>
    </message>
    <message>
        <source>The model file was changed or damaged: its check sum is not that of run %1. Restore the file or train again.</source>
        <translation>模型文件被改动或已损坏：其校验和与训练记录 %1 不符。请恢复该文件或重新训练。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; of the run record is missing or has another type.</source>
        <translation>训练记录中的字段“%1”缺失或类型不符。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a split. Write the shares of training, validation and test, each at least 0.01 and 1 in all, such as 0.7,0.1,0.2.</source>
        <translation>“%1”不是有效的划分。请写出训练、验证和测试的比例，每项至少 0.01，总和为 1，例如 0.7,0.1,0.2。</translation>
    </message>
    <message>
        <source>A window needs at least one step of history and one of horizon, not %1 and %2.</source>
        <translation>窗口至少需要一步历史和一步预测，而不是 %1 和 %2。</translation>
    </message>
    <message>
        <source>The shares of the split must each be at least 0.01 and 1 in all, not %1, %2, %3.</source>
        <translation>划分的各项比例须至少为 0.01 且总和为 1，而不是 %1、%2、%3。</translation>
    </message>
    <message>
        <source>The data has %1 steps; with %2 steps of history, %3 of horizon and this split it takes at least %4. Bring in more data, or ask for a shorter history or horizon.</source>
        <translation>数据有 %1 步；历史 %2 步、预测 %3 步并采用此划分时，至少需要 %4 步。请导入更多数据，或减少历史步数或预测步数。</translation>
    </message>
    <message>
        <source>Task &quot;%1&quot; is not known. There is: forecast.</source>
        <translation>任务“%1”未知。现有：forecast。</translation>
    </message>
    <message>
        <source>The training asks for data set %1 but was given %2.</source>
        <translation>训练需要数据集 %1，得到的却是 %2。</translation>
    </message>
    <message>
        <source>The training asks for channel %1 but was given %2.</source>
        <translation>训练需要指标 %1，得到的却是 %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be at least 1, not %2.</source>
        <translation>“%1”必须至少为 1，而不是 %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be at least 0, not %2.</source>
        <translation>“%1”必须至少为 0，而不是 %2。</translation>
    </message>
    <message>
        <source>Data set %1 has no sites.</source>
        <translation>数据集 %1 没有测点。</translation>
    </message>
    <message>
        <source>Model %1 gave no usable forecast for the validation part in %2 epochs. Check the data for gaps or choose another model.</source>
        <translation>模型 %1 在 %2 个轮次中没有为验证部分给出可用的预测。请检查数据是否有缺口，或选择其他模型。</translation>
    </message>
    <message>
        <source>Model %1 was trained on steps of %2 minutes, but data set %3 has steps of %4 minutes. Train it again.</source>
        <translation>模型 %1 按 %2 分钟的步长训练，而数据集 %3 的步长是 %4 分钟。请重新训练。</translation>
    </message>
    <message>
        <source>Model %1 was trained on sites that data set %2 no longer has: %3. Train it again.</source>
        <translation>模型 %1 训练时所用的测点在数据集 %2 中已不存在：%3。请重新训练。</translation>
    </message>
    <message>
        <source>Model %1 was trained on %2 in %3, but data set %4 has it in %5. Train it again.</source>
        <translation>模型 %1 训练时 %2 的单位是 %3，而数据集 %4 中的单位是 %5。请重新训练。</translation>
    </message>
    <message>
        <source>Data set %1 has %2 steps; the model needs the last %3 to go by.</source>
        <translation>数据集 %1 有 %2 步；该模型需要最近 %3 步作为依据。</translation>
    </message>
    <message>
        <source>There is no forecast of data set %1 at %2: its data allows times from %3 to %4.</source>
        <translation>数据集 %1 在 %2 没有预测：其数据允许的时间为 %3 至 %4。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no stage of a model in the registry.</source>
        <translation>“%1”不是模型库中模型的阶段。</translation>
    </message>
    <message>
        <source>A model of the registry lacks its name, version or run.</source>
        <translation>模型库中有一个模型缺少名称、版本或训练记录。</translation>
    </message>
    <message>
        <source>No version of model %1 is live. Promote one, or name the version. There is: %2.</source>
        <translation>模型 %1 没有在用的版本。请启用（promote）一个版本，或指明版本。现有：%2。</translation>
    </message>
    <message>
        <source>There is no model &quot;%1&quot;: none is registered in this city yet. Register or deploy a run first.</source>
        <translation>没有模型“%1”：该城市还没有登记任何模型。请先登记或部署一次训练的结果。</translation>
    </message>
    <message>
        <source>There is no model &quot;%1&quot;. There is: %2.</source>
        <translation>没有模型“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>No version of model &quot;%1&quot; was live before the present one, so there is nothing to go back to.</source>
        <translation>模型“%1”在当前版本之前没有在用过的版本，因此无法退回。</translation>
    </message>
    <message>
        <source>%1 holds a demo city that was made with other options. Choose another folder, or remove this one first.</source>
        <translation>%1 中的演示城市是用其他选项生成的。请选择其他文件夹，或先删除这个文件夹。</translation>
    </message>
    <message>
        <source>%1 holds something else than a demo city. Choose a folder that is empty or does not exist yet.</source>
        <translation>%1 中的内容不是演示城市。请选择空文件夹或尚不存在的文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check the disk and the permissions of the folder above it.</source>
        <translation>无法创建文件夹 %1。请检查磁盘和上级文件夹的权限。</translation>
    </message>
    <message>
        <source>A demo city of %1 days is not possible: choose 1 to %2.</source>
        <translation>不能生成 %1 天的演示城市：请选择 1 至 %2 天。</translation>
    </message>
    <message>
        <source>%1 is not empty. Choose another name for the new city, or open the one there.</source>
        <translation>%1 不是空的。请为新城市另选名称，或打开那里的城市。</translation>
    </message>
    <message>
        <source>Channel %1 of data set %2 has no observed value in the training part, from %3 to %4. Choose another split or bring in more data.</source>
        <translation>数据集 %2 的指标 %1 在训练部分（%3 至 %4）没有任何实测值。请更换划分方式，或导入更多数据。</translation>
    </message>
    <message>
        <source>Channel %1 of data set %2 has no observed value in the validation part, from %3 to %4. Choose another split or bring in more data.</source>
        <translation>数据集 %2 的指标 %1 在验证部分（%3 至 %4）没有任何实测值。请更换划分方式，或导入更多数据。</translation>
    </message>
    <message>
        <source>Channel %1 of data set %2 has no observed value in the test part, from %3 to %4. Choose another split or bring in more data.</source>
        <translation>数据集 %2 的指标 %1 在测试部分（%3 至 %4）没有任何实测值。请更换划分方式，或导入更多数据。</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. An older file of that name is unchanged. Free some space and try again.</source>
        <translation>磁盘已满：无法写入 %1。原有的同名文件未改变。请腾出一些空间后重试。</translation>
    </message>
    <message>
        <source>%1 may not be written. Check the permissions of the file and of its folder, or choose another place.</source>
        <translation>没有权限写入 %1。请检查该文件及其所在文件夹的权限，或选择其他位置。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. An older file of that name is unchanged. Choose another place.</source>
        <translation>无法写入 %1：%2。原有的同名文件未改变。请选择其他位置。</translation>
    </message>
    <message>
        <source>%1 is a folder. Name a file in it.</source>
        <translation>%1 是文件夹。请指定其中的文件名。</translation>
    </message>
    <message>
        <source>There is no folder %1. Make it, or choose another one.</source>
        <translation>文件夹 %1 不存在。请创建它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 is no folder. Choose another one.</source>
        <translation>%1 不是文件夹。请另选一个。</translation>
    </message>
    <message>
        <source>The forbidden turn from link %1 to link %2 is not usable: the links do not meet.</source>
        <translation>路段 %1 至路段 %2 的禁止转向不可用：两条路段不相接。</translation>
    </message>
    <message>
        <source>%1 is too large: %2 MB of memory are free for the import and that is not enough. Cut out the city first, for example with osmium extract.</source>
        <translation>%1 过大：可用于导入的内存为 %2 MB，不足以导入。请先裁剪出城市范围，例如使用 osmium extract。</translation>
    </message>
    <message>
        <source>%1 is cut off or damaged, nothing was imported. Download it again.</source>
        <translation>%1 不完整或已损坏，未导入任何内容。请重新下载。</translation>
    </message>
    <message>
        <source>There is no file %1. Check its name and folder.</source>
        <translation>文件 %1 不存在。请检查文件名和所在文件夹。</translation>
    </message>
    <message>
        <source>%1 is empty. Download it again.</source>
        <translation>%1 是空的。请重新下载。</translation>
    </message>
    <message>
        <source>%1 is no OpenStreetMap extract. Extracts end in .osm.pbf, .osm, .osm.gz or .osm.bz2.</source>
        <translation>%1 不是 OpenStreetMap 数据文件。此类文件的扩展名为 .osm.pbf、.osm、.osm.gz 或 .osm.bz2。</translation>
    </message>
    <message>
        <source>%1 is a valid OpenStreetMap file without any object in it. Choose another extract.</source>
        <translation>%1 是有效的 OpenStreetMap 文件，但不含任何对象。请选择其他数据文件。</translation>
    </message>
    <message>
        <source>%1 holds ways but no positions. Export it again together with its nodes.</source>
        <translation>%1 含有路径但没有位置。请连同节点一起重新导出。</translation>
    </message>
    <message>
        <source>%1 has no roads for cars: there is a map, but no traffic can be shown on it. Choose an extract that was not filtered.</source>
        <translation>%1 没有机动车道路：地图可用，但无法显示交通。请选择未经筛选的数据文件。</translation>
    </message>
    <message>
        <source>%2 of the %3 ways in %1 lack some of their nodes, so the map has gaps. Cut the extract with complete ways.</source>
        <translation>%1 的 %3 条路径中有 %2 条缺少部分节点，因此地图有缺口。裁剪时请保留完整路径。</translation>
    </message>
    <message>
        <source>%1 is no MBTiles file, or it is damaged. Choose another one.</source>
        <translation>%1 不是 MBTiles 文件，或已损坏。请选择其他文件。</translation>
    </message>
    <message>
        <source>There is no such file. Check its name and folder.</source>
        <translation>文件不存在。请检查文件名和所在文件夹。</translation>
    </message>
    <message>
        <source>You may not read this file. Ask its owner for the permission.</source>
        <translation>没有权限读取此文件。请向其所有者申请权限。</translation>
    </message>
    <message>
        <source>%1 holds vector tiles. Choose a file with pictures (png, jpg or webp), or import OpenStreetMap data instead.</source>
        <translation>%1 含有的是矢量瓦片。请选择图片瓦片文件（png、jpg 或 webp），或改为导入 OpenStreetMap 数据。</translation>
    </message>
    <message>
        <source>%1 holds no tiles. Choose another file.</source>
        <translation>%1 不含瓦片。请选择其他文件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a tile server. It must begin with http:// or https://.</source>
        <translation>“%1”不是瓦片服务器地址。地址须以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>The address &quot;%1&quot; must contain {z}, {x} and {y}, as in https://tiles.example.org/{z}/{x}/{y}.png.</source>
        <translation>地址“%1”须包含 {z}、{x} 和 {y}，例如 https://tiles.example.org/{z}/{x}/{y}.png。</translation>
    </message>
    <message>
        <source>Coordinates of %1 cannot be converted to degrees. Convert the file to WGS 84 first.</source>
        <translation>%1 的坐标无法转换为度。请先将文件转换为 WGS 84。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no coordinate system that is known here. Write it as EPSG:25832, say.</source>
        <translation>“%1”不是已知的坐标系。请写成 EPSG:25832 这样的形式。</translation>
    </message>
    <message>
        <source>A CSV file holds one table, not %1 and %2. Choose a .gpkg file.</source>
        <translation>CSV 文件只能容纳一个表，不能同时保存 %1 和 %2。请选择 .gpkg 文件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must end with .csv, .geojson or .gpkg.</source>
        <translation>“%1”的扩展名须为 .csv、.geojson 或 .gpkg。</translation>
    </message>
    <message>
        <source>A GeoJSON file holds one table, not %1 and %2. Choose a .gpkg file.</source>
        <translation>GeoJSON 文件只能容纳一个表，不能同时保存 %1 和 %2。请选择 .gpkg 文件。</translation>
    </message>
    <message>
        <source>This is JSON, but no GeoJSON: it must begin with an object. Choose another file.</source>
        <translation>这是 JSON，但不是 GeoJSON：须以对象开头。请选择其他文件。</translation>
    </message>
    <message>
        <source>This is TopoJSON. Convert it to GeoJSON first, for example with ogr2ogr.</source>
        <translation>这是 TopoJSON。请先转换为 GeoJSON，例如使用 ogr2ogr。</translation>
    </message>
    <message>
        <source>This is JSON, but no GeoJSON: it has no features. Choose another file.</source>
        <translation>这是 JSON，但不是 GeoJSON：其中没有要素。请选择其他文件。</translation>
    </message>
    <message>
        <source>Feature %1 is no object. Correct it.</source>
        <translation>要素 %1 不是对象。请更正。</translation>
    </message>
    <message>
        <source>The geometry of feature %1 (&quot;%2&quot;) is not what its type asks for. Correct it, or export the file again.</source>
        <translation>要素 %1 的几何（“%2”）与其类型不符。请更正，或重新导出文件。</translation>
    </message>
    <message>
        <source>The coordinates of feature %1 are no list of numbers. Correct them, or export the file again.</source>
        <translation>要素 %1 的坐标不是数字列表。请更正，或重新导出文件。</translation>
    </message>
    <message>
        <source>Its features have more than %1 attributes in all. Leave out those that are not needed.</source>
        <translation>其要素的属性总数超过 %1 个。请去掉不需要的属性。</translation>
    </message>
    <message>
        <source>GDAL was built without GeoPackage. Choose a .geojson file.</source>
        <translation>当前的 GDAL 不支持 GeoPackage。请选择 .geojson 文件。</translation>
    </message>
    <message>
        <source>The file ends too early: it is cut off. Copy or download it again.</source>
        <translation>文件提前结束，内容不完整。请重新复制或下载。</translation>
    </message>
    <message>
        <source>This is no valid JSON: &quot;%1&quot; was not expected here. Correct the line, or export the file again.</source>
        <translation>JSON 无效：此处不应出现“%1”。请更正该行，或重新导出文件。</translation>
    </message>
    <message>
        <source>Lists and objects are nested more than 100 deep. This is no map data.</source>
        <translation>列表和对象的嵌套超过 100 层。这不是地图数据。</translation>
    </message>
    <message>
        <source>This is no complete shapefile: %1. The files .shp, .shx and .dbf must stand beside each other.</source>
        <translation>Shapefile 不完整：%1。.shp、.shx 和 .dbf 文件须在同一文件夹中。</translation>
    </message>
    <message>
        <source>The file is damaged or of another kind: %1. Export it again.</source>
        <translation>文件已损坏或类型不符：%1。请重新导出。</translation>
    </message>
    <message>
        <source>The file holds several layers: %1. Name the one to import.</source>
        <translation>文件含有多个图层：%1。请指定要导入的图层。</translation>
    </message>
    <message>
        <source>There is no layer &quot;%1&quot;. The file holds: %2.</source>
        <translation>没有图层“%1”。文件中有：%2。</translation>
    </message>
    <message>
        <source>Feature %1 could not be read: %2. The file is damaged; export it again.</source>
        <translation>无法读取要素 %1：%2。文件已损坏，请重新导出。</translation>
    </message>
    <message>
        <source>This is no file. Choose another one.</source>
        <translation>这不是文件。请另选一个。</translation>
    </message>
    <message>
        <source>The file is empty. Export it again.</source>
        <translation>文件是空的。请重新导出。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. Check the disk.</source>
        <translation>无法读取文件：%1。请检查磁盘。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no map file that can be read. Endings: %2.</source>
        <translation>“%1”不是可读取的地图文件。支持的扩展名：%2。</translation>
    </message>
    <message>
        <source>%1 holds more than the map can keep (%2 features with %3 points). Cut it to the city or simplify it first, for example with ogr2ogr -clipsrc or -simplify.</source>
        <translation>%1 的内容超出地图上限（%2 个要素、%3 个点）。请先裁剪到城市范围或进行简化，例如使用 ogr2ogr -clipsrc 或 -simplify。</translation>
    </message>
    <message>
        <source>Feature %1 has a coordinate that is no number. Correct it, or export the file again.</source>
        <translation>要素 %1 有一个坐标不是数字。请更正，或重新导出文件。</translation>
    </message>
    <message>
        <source>Feature %1 has no place on the earth as %2. Name another coordinate system.</source>
        <translation>按 %2 解释，要素 %1 不在地球上。请指定其他坐标系。</translation>
    </message>
    <message>
        <source>Feature %1 has the coordinates (%2, %3). They are no degrees, and the file does not say what they are. Ask for its coordinate system and name it at the import (EPSG:25832, say), or have the file converted to WGS 84.</source>
        <translation>要素 %1 的坐标为 (%2, %3)，不是度数，文件也未说明其坐标系。请查询其坐标系并在导入时指定（例如 EPSG:25832），或将文件转换为 WGS 84。</translation>
    </message>
    <message>
        <source>Feature %1 has the coordinates (%2, %3): the latitude seems to stand first. Import the file again with latitude first.</source>
        <translation>要素 %1 的坐标为 (%2, %3)：似乎是纬度在前。请按纬度在前重新导入文件。</translation>
    </message>
    <message>
        <source>Feature %1 has the coordinates (%2, %3). They are no degrees, and the file does not say what they are. They fit %4 with the northing first. If that is right, import the file again as %5 with latitude first.</source>
        <translation>要素 %1 的坐标为 (%2, %3)，不是度数，文件也未说明其坐标系。它们符合北坐标在前的 %4。如果无误，请以 %5、纬度在前重新导入文件。</translation>
    </message>
    <message>
        <source>Feature %1 has the coordinates (%2, %3). They are no degrees, and the file does not say what they are. They look like %4. If that is right, import the file again as %5.</source>
        <translation>要素 %1 的坐标为 (%2, %3)，不是度数，文件也未说明其坐标系。它们看起来像 %4。如果无误，请以 %5 重新导入文件。</translation>
    </message>
    <message>
        <source>It lies %1 km from the city; with latitude first it would lie in it. Import the file again that way.</source>
        <translation>其位置距城市 %1 km；若纬度在前则位于城市内。请按纬度在前重新导入文件。</translation>
    </message>
    <message>
        <source>It lies %1 km from the city.</source>
        <translation>其位置距城市 %1 km。</translation>
    </message>
    <message>
        <source>None of its features has a place.</source>
        <translation>其中没有任何要素带有位置。</translation>
    </message>
    <message>
        <source>It holds no features. Check the export.</source>
        <translation>其中没有要素。请检查导出过程。</translation>
    </message>
    <message>
        <source>Its coordinates were converted from %1.</source>
        <translation>坐标已由 %1 转换而来。</translation>
    </message>
    <message>
        <source>Left out because they have no place: %1 of %2 features.</source>
        <translation>%2 个要素中有 %1 个因没有位置而略过。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of an overlay. Take 1 to 80 characters without / \ : * ? &quot; &lt; &gt; | and without a dot or a blank at the beginning.</source>
        <translation>“%1”不能用作叠加图层的名称。请使用 1 到 80 个字符，不含 / \ : * ? &quot; &lt; &gt; |，且开头不为点或空格。</translation>
    </message>
    <message>
        <source>The city has no overlay &quot;%1&quot;. It has: %2.</source>
        <translation>该城市没有叠加图层“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>The overlay &quot;%1&quot; could not be removed: %2.</source>
        <translation>无法移除叠加图层“%1”：%2。</translation>
    </message>
    <message>
        <source>The city has an overlay &quot;%1&quot; already. Choose another name.</source>
        <translation>该城市已有叠加图层“%1”。请换一个名称。</translation>
    </message>
    <message>
        <source>The overlay &quot;%1&quot; could not be renamed: %2.</source>
        <translation>无法重命名叠加图层“%1”：%2。</translation>
    </message>
    <message>
        <source>The map of this city was written by a newer program. Install a newer Belvedere to open it.</source>
        <translation>该城市的地图由更新的程序写入。请安装更新的 Belvedere 再打开。</translation>
    </message>
    <message>
        <source>The map of this city is damaged. Import it again, or restore the city from a backup.</source>
        <translation>该城市的地图已损坏。请重新导入，或从备份恢复该城市。</translation>
    </message>
    <message>
        <source>The data set &quot;%1&quot; has %2 sites, but %3 links were given.</source>
        <translation>数据集“%1”有 %2 个测点，却给出了 %3 条路段。</translation>
    </message>
    <message>
        <source>%1 has no channel &quot;%2&quot;. It has: %3.</source>
        <translation>%1 没有指标“%2”。现有：%3。</translation>
    </message>
    <message>
        <source>%1 has nothing in that time. See &quot;info&quot; for the time that it covers.</source>
        <translation>%1 在该时段内没有内容。所覆盖的时段请见“info”。</translation>
    </message>
    <message>
        <source>The city has no road network. Import one first.</source>
        <translation>该城市没有路网。请先导入路网。</translation>
    </message>
    <message>
        <source>There is no table of incidents &quot;%1&quot;. There are: %2.</source>
        <translation>没有事件表“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>“%1” is not a valid value for %2.</source>
        <translation>“%1”无法识别为%2。</translation>
    </message>
    <message>
        <source>“%1” is not a valid value for %2. Write it like %3.</source>
        <translation>“%1”无法识别为%2。请写成 %3 的形式。</translation>
    </message>
    <message>
        <source>The smallest possible value is %1.</source>
        <translation>最小可为 %1。</translation>
    </message>
    <message>
        <source>The largest possible value is %1.</source>
        <translation>最大可为 %1。</translation>
    </message>
    <message>
        <source>Still needed: %1.</source>
        <translation>还需要：%1。</translation>
    </message>
    <message>
        <source>“%1” is not needed here.</source>
        <translation>“%1”是多余的。</translation>
    </message>
    <message>
        <source>There is no command %1.</source>
        <translation>没有命令 %1。</translation>
    </message>
    <message>
        <source>“%1” is not possible now.</source>
        <translation>现在无法执行“%1”。</translation>
    </message>
    <message>
        <source>“%1” needs a value.</source>
        <translation>“%1”需要一个值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a speed. Write 60, 0.5x, 5 min/s, 1 h/s or 1 month/s.</source>
        <translation>“%1”不是有效的速度。请写成 60、0.5x、5 分/秒、1 小时/秒 或 1 个月/秒。</translation>
    </message>
    <message>
        <source>The speed goes from 1 ms/s to 1 year/s.</source>
        <translation>速度范围为 1 毫秒/秒 至 1 年/秒。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time. Write 08:15, yesterday 17:00, Mon 8:00, 2016-03-04 08:00, -2h or now.</source>
        <translation>“%1”不是有效的时间。请写成 08:15、昨天 17:00、周一 8:00、2016-03-04 08:00、-2h 或 现在。</translation>
    </message>
    <message>
        <source>%1 does not exist in %2: the clocks went forward over it. Write a later time.</source>
        <translation>时间 %1 在 %2 中不存在：当时时钟因夏令时拨快，跳过了它。请写一个更晚的时间。</translation>
    </message>
    <message>
        <source>Saved view %1 has no usable &quot;%2&quot;. Correct the file or delete it.</source>
        <translation>已保存的视图 %1 没有可用的“%2”。请更正或删除该文件。</translation>
    </message>
    <message>
        <source>The saved views cannot be read: %1.</source>
        <translation>无法读取已保存的视图：%1。</translation>
    </message>
    <message>
        <source>The file is too large for saved views. Delete it.</source>
        <translation>该文件过大，不是已保存视图的文件。请删除。</translation>
    </message>
    <message>
        <source>This is not a file of saved views (%1). Delete it.</source>
        <translation>这不是已保存视图的文件（%1）。请删除。</translation>
    </message>
    <message>
        <source>The saved views are of version %1, this program reads version %2. Use the newer program.</source>
        <translation>已保存的视图为版本 %1，本程序读取版本 %2。请使用更新的程序。</translation>
    </message>
    <message>
        <source>The saved views cannot be written: %1. Free space or change the permissions.</source>
        <translation>无法写入已保存的视图：%1。请腾出空间或更改权限。</translation>
    </message>
    <message>
        <source>Cannot write %1 (%2). Choose another folder.</source>
        <translation>无法写入 %1（%2）。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Cannot write %1. Choose another folder.</source>
        <translation>无法写入 %1。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be written: charts are saved as png, svg, pdf or csv.</source>
        <translation>无法写入 %1：图表只能保存为 png、svg、pdf 或 csv。</translation>
    </message>
    <message>
        <source>%1 could not be painted: the picture is too large for the memory. Choose a smaller paper.</source>
        <translation>无法绘制 %1：图片过大，内存不足。请选择较小的纸张。</translation>
    </message>
    <message>
        <source>The picture could not be encoded: %1. Please report it.</source>
        <translation>图片编码失败：%1。请报告此问题。</translation>
    </message>
    <message>
        <source>%1 has neither a map nor sites with positions. Import an OpenStreetMap extract or measurements first.</source>
        <translation>%1 既没有地图，也没有带位置的测点。请先导入 OpenStreetMap 数据或测量数据。</translation>
    </message>
    <message>
        <source>There is a layout called “%1” already.</source>
        <translation>已有名为“%1”的布局。</translation>
    </message>
    <message>
        <source>There is no layout called “%1”.</source>
        <translation>没有名为“%1”的布局。</translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>无法写入文件：%1。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>无法读取文件：%1。</translation>
    </message>
    <message>
        <source>This is not valid JSON: error at byte %1.</source>
        <translation>这不是 JSON 文本：第 %1 个字节处已损坏。</translation>
    </message>
    <message>
        <source>This file holds no settings. Choose one that was exported from the preferences.</source>
        <translation>此文件不含设置。请选择从首选项导出的文件。</translation>
    </message>
    <message>
        <source>These settings come from a newer version of the program.</source>
        <translation>这些设置来自更新版本的程序。</translation>
    </message>
    <message>
        <source>The file has no name. Write one.</source>
        <translation>文件没有名称。请写一个。</translation>
    </message>
    <message>
        <source>A file name cannot hold &quot;/&quot;. Take it out.</source>
        <translation>文件名不能含有“/”。请将其去掉。</translation>
    </message>
    <message>
        <source>No program here can open %1. The file is saved; open it by hand.</source>
        <translation>本机没有可打开 %1 的程序。文件已保存，请手动打开。</translation>
    </message>
    <message>
        <source>OpenGL is done by the processor here (%1), which is slower than without it.</source>
        <translation>本机的 OpenGL 由处理器执行（%1），比不使用 OpenGL 更慢。</translation>
    </message>
    <message>
        <source>The graphics driver (%1) failed on the first picture.</source>
        <translation>显卡驱动（%1）绘制第一幅画面时失败。</translation>
    </message>
    <message>
        <source>The graphics driver (%1) paints another picture than it should: it differs by %2 of 255 on average.</source>
        <translation>显卡驱动（%1）绘制的画面与预期不符：平均相差 %2（满值 255）。</translation>
    </message>
    <message>
        <source>OpenGL (%1) is not faster here: %2 ms for a picture, without it %3 ms.</source>
        <translation>本机的 OpenGL（%1）并不更快：每幅画面 %2 毫秒，不使用时为 %3 毫秒。</translation>
    </message>
    <message>
        <source>The graphics driver does not accept the map&apos;s programs.</source>
        <translation>显卡驱动不接受地图的着色器程序。</translation>
    </message>
    <message>
        <source>OpenGL 3.3 is not available here.</source>
        <translation>本机不支持 OpenGL 3.3。</translation>
    </message>
    <message>
        <source>The graphics driver has stopped working. The map is painted without it from now on.</source>
        <translation>显卡驱动已停止工作。此后地图将不使用它进行绘制。</translation>
    </message>
    <message>
        <source>A step of %1 s is not between a minute and a year. Choose another one.</source>
        <translation>步长 %1 秒不在一分钟到一年之间。请选择其他步长。</translation>
    </message>
    <message>
        <source>A cell of %1 m is not between 10 m and 100 km. Choose another size.</source>
        <translation>网格边长 %1 米不在 10 米到 100 公里之间。请选择其他大小。</translation>
    </message>
    <message>
        <source>Table %1 has %2 incidents: too few to count over time.</source>
        <translation>表 %1 只有 %2 起事件，数量太少，无法按时间计数。</translation>
    </message>
    <message>
        <source>The incidents of %1 fill no whole step of %2 min. Choose a shorter one.</source>
        <translation>%1 的事件填不满一个 %2 分钟的完整时间步。请选择更短的步长。</translation>
    </message>
    <message>
        <source>%1 sites with %2 steps each are too many. Choose larger cells or longer steps.</source>
        <translation>%1 个测点、每个 %2 步，数量过多。请选择更大的网格或更长的步长。</translation>
    </message>
    <message>
        <source>The data set &quot;%1&quot; is there already, with other sites or steps. Choose another name for the counts.</source>
        <translation>数据集“%1”已存在，但测点或时间步不同。请为计数结果另取名称。</translation>
    </message>
    <message>
        <source>A step of %1 s is no multiple of the data&apos;s step of %2 s.</source>
        <translation>步长 %1 秒不是数据步长 %2 秒的整数倍。</translation>
    </message>
    <message>
        <source>The city names a holiday &quot;%1&quot;, which is no date.</source>
        <translation>城市设置中的节假日“%1”不是日期。</translation>
    </message>
    <message>
        <source>A list of holidays needs the columns %1, separated by comma, semicolon or tab. Found the header &quot;%2&quot;.</source>
        <translation>节假日列表需要以逗号、分号或制表符分隔的列 %1。实际表头为“%2”。</translation>
    </message>
    <message>
        <source>The time %1 stands twice for site %2, with different values. The first row is kept.</source>
        <translation>测点 %2 的时间 %1 出现两次且数值不同。保留第一行。</translation>
    </message>
    <message>
        <source>Column &quot;%2&quot; holds &quot;%1&quot;, which is no wind direction: degrees from 0 to 360 or a point of the compass such as NNE are needed.</source>
        <translation>列“%2”中的“%1”不是风向：应为 0 到 360 度，或 NNE 之类的罗盘方位。</translation>
    </message>
    <message>
        <source>The time %1 stands twice, with different values. The first row is kept.</source>
        <translation>时间 %1 出现两次且数值不同。保留第一行。</translation>
    </message>
    <message>
        <source>A model of kind &quot;%1&quot; cannot go on from another one. Train it from the beginning.</source>
        <translation>“%1”类模型不能从其他模型接着训练。请从头训练。</translation>
    </message>
    <message>
        <source>A model of kind &quot;%1&quot; keeps no checkpoints. Train it from the beginning.</source>
        <translation>“%1”类模型不保存检查点。请从头训练。</translation>
    </message>
    <message>
        <source>Option &quot;%1&quot; is &quot;%2&quot;. Choose one of: %3.</source>
        <translation>选项“%1”的值是“%2”。请从以下选择：%3。</translation>
    </message>
    <message>
        <source>The equations of the model have no solution. Give a larger penalty.</source>
        <translation>模型的方程组无解。请加大惩罚系数。</translation>
    </message>
    <message>
        <source>A vector autoregression of %1 sites would have %2 million coefficients; there is room for %3 million. Choose fewer sites, lags or steps ahead, or &quot;ridge&quot;.</source>
        <translation>%1 个测点的向量自回归将有 %2 百万个系数，而上限为 %3 百万。请减少测点、滞后步数或预测步数，或改用“ridge”。</translation>
    </message>
    <message>
        <source>The model&apos;s tensor &quot;%1&quot; says what cannot be. Train the model again.</source>
        <translation>模型的张量“%1”含有不可能的内容。请重新训练模型。</translation>
    </message>
    <message>
        <source>There is no network of kind &quot;%1&quot;.</source>
        <translation>没有“%1”类网络。</translation>
    </message>
    <message>
        <source>begin() must come before restore().</source>
        <translation>必须先调用 begin()，再调用 restore()。</translation>
    </message>
    <message>
        <source>begin() must come before warmStart().</source>
        <translation>必须先调用 begin()，再调用 warmStart()。</translation>
    </message>
    <message>
        <source>The model to start from is of another kind or size; these tensors do not fit: %1. Use the same kind, options, history and horizon.</source>
        <translation>起始模型的类型或大小不同，以下张量不匹配：%1。请使用相同的类型、选项、历史步数和预测步数。</translation>
    </message>
    <message>
        <source>Another training goes on from checkpoint %1 already. Wait for it, or choose another one.</source>
        <translation>已有另一个训练正从检查点 %1 继续。请等待其结束，或选择其他检查点。</translation>
    </message>
    <message>
        <source>There is no checkpoint &quot;%1&quot;: no training of this city was interrupted.</source>
        <translation>没有检查点“%1”：该城市没有中断的训练。</translation>
    </message>
    <message>
        <source>There is no checkpoint &quot;%1&quot;. There is: %2.</source>
        <translation>没有检查点“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>Checkpoint %1 cannot be read: %2.</source>
        <translation>无法读取检查点 %1：%2。</translation>
    </message>
    <message>
        <source>Checkpoint %1 cannot be removed: %2.</source>
        <translation>无法删除检查点 %1：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be at least %2, not %3.</source>
        <translation>“%1”至少应为 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>The data has %1 steps; %2 folds with %3 steps of history and %4 of horizon take at least %5. Bring in more data, or ask for fewer folds.</source>
        <translation>数据有 %1 步；%2 折、历史 %3 步、预测 %4 步时，至少需要 %5 步。请导入更多数据，或减少折数。</translation>
    </message>
    <message>
        <source>Cross-validation is of one data set: a partner might know the time that is forecast. Leave the partners out.</source>
        <translation>交叉验证只针对一个数据集：伙伴数据可能已含有待预测时段的信息。请去掉伙伴数据。</translation>
    </message>
    <message>
        <source>The days of a learning curve must ascend.</source>
        <translation>学习曲线的天数必须递增。</translation>
    </message>
    <message>
        <source>No window of %1 steps of history and %2 of horizon fits into the days of this learning curve. Ask for more days or a shorter history or horizon.</source>
        <translation>该学习曲线的天数内容不下历史 %1 步、预测 %2 步的窗口。请增加天数，或减少历史步数或预测步数。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; of the analysis is missing or has another type.</source>
        <translation>分析结果中的字段“%1”缺失或类型不符。</translation>
    </message>
    <message>
        <source>The run cannot be written to %1: %2. Check the permissions and the space on the disk.</source>
        <translation>无法将训练记录写入 %1：%2。请检查权限和磁盘空间。</translation>
    </message>
    <message>
        <source>The analysis of run %1 cannot be read: %2.</source>
        <translation>无法读取训练记录 %1 的分析结果：%2。</translation>
    </message>
    <message>
        <source>The data of run %1 has changed since it was trained, so its test part is another one. Train again to see where the model errs.</source>
        <translation>训练记录 %1 的数据在训练后已改变，测试部分已不同。请重新训练，以查看模型误差所在。</translation>
    </message>
    <message>
        <source>Run %1 forecasts %2 of data set %3, run %4 forecasts %5 of data set %6. Choose two runs of the same data.</source>
        <translation>训练记录 %1 预测数据集 %3 的 %2，训练记录 %4 预测数据集 %6 的 %5。请选择两条数据相同的训练记录。</translation>
    </message>
    <message>
        <source>The test parts of runs %1 and %2 have no time in common.</source>
        <translation>训练记录 %1 与 %2 的测试部分没有共同的时间。</translation>
    </message>
    <message>
        <source>Two models can be compared from two days of common test windows on; there are %1 of %2 windows. Bring in more data or widen the test part.</source>
        <translation>比较两个模型至少需要两天的共同测试窗口；现在 %2 个窗口中有 %1 个。请导入更多数据，或扩大测试部分。</translation>
    </message>
    <message>
        <source>The two models have no forecast in common whose truth was observed.</source>
        <translation>这两个模型没有具有实测真实值的共同预测。</translation>
    </message>
    <message>
        <source>The two models do not forecast the same sites in the same steps of time, so their errors cannot be compared.</source>
        <translation>这两个模型预测的测点或时间步不同，误差无法比较。</translation>
    </message>
    <message>
        <source>A part of the split has the windows %1 to %2, which do not lie within the %3 steps of the data.</source>
        <translation>划分中有一部分的窗口为 %1 至 %2，超出了数据的 %3 步。</translation>
    </message>
    <message>
        <source>A model of kind &quot;%1&quot; learns from one data set only. Leave the partners out or choose another model.</source>
        <translation>“%1”类模型只能用一个数据集训练。请去掉伙伴数据，或选择其他模型。</translation>
    </message>
    <message>
        <source>Checkpoint %1 is of version %2 of the program, this is %3: going on would not give the same numbers. Use that version, or train from the beginning.</source>
        <translation>检查点 %1 来自程序版本 %2，当前版本为 %3：继续训练得不到相同的结果。请使用该版本，或从头训练。</translation>
    </message>
    <message>
        <source>The data that checkpoint %1 learned from has changed since, so it cannot go on. Train from the beginning.</source>
        <translation>检查点 %1 训练所用的数据已改变，无法继续。请从头训练。</translation>
    </message>
    <message>
        <source>Checkpoint %1 belongs to a training with other settings. Go on with its own.</source>
        <translation>检查点 %1 属于设置不同的训练。请使用其自身的设置继续。</translation>
    </message>
    <message>
        <source>The checkpoint is damaged or of another version of the program. Train from the beginning.</source>
        <translation>检查点已损坏，或来自其他版本的程序。请从头训练。</translation>
    </message>
    <message>
        <source>The training asks for %1 partners but was given the data of %2.</source>
        <translation>训练需要 %1 个伙伴数据，得到的却是 %2 个。</translation>
    </message>
    <message>
        <source>The training is to start from %1 but was not given that model.</source>
        <translation>训练应从 %1 开始，但未得到该模型。</translation>
    </message>
    <message>
        <source>The search range of option &quot;%1&quot; is %2 to %3. Give a lower and a higher number, both above 0 if the scale is logarithmic.</source>
        <translation>选项“%1”的搜索范围是 %2 到 %3。请给出一小一大两个数；对数刻度时两者都须大于 0。</translation>
    </message>
    <message>
        <source>A search needs at least one option to vary and at least one trial.</source>
        <translation>搜索至少需要一个可变选项和一次试验。</translation>
    </message>
    <message>
        <source>The name of run %1 has %2 letters; shorten it to at most %3.</source>
        <translation>训练记录 %1 的名称有 %2 个字符，请缩短到最多 %3 个。</translation>
    </message>
    <message>
        <source>The data set has no quantity &quot;%1&quot;.</source>
        <translation>该数据集没有指标“%1”。</translation>
    </message>
    <message>
        <source>A grid cannot begin at longitude %1, latitude %2. Give degrees on WGS 84.</source>
        <translation>网格不能从经度 %1、纬度 %2 开始。请以度为单位给出 WGS 84 坐标。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of table column.</source>
        <translation>“%1”不是有效的数据表列类型。</translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; has no column &quot;%2&quot;. There are: %3.</source>
        <translation>数据表“%1”没有列“%2”。现有：%3。</translation>
    </message>
    <message>
        <source>Column &quot;%2&quot; of table &quot;%1&quot; is damaged in the store. Import it again.</source>
        <translation>数据表“%1”的列“%2”在存储中已损坏。请重新导入。</translation>
    </message>
    <message>
        <source>There is no table &quot;%1&quot;: the city has none yet. Import one with --as table-csv.</source>
        <translation>没有数据表“%1”：该城市还没有任何数据表。请用 --as table-csv 导入。</translation>
    </message>
    <message>
        <source>There is no table &quot;%1&quot;. The city has: %2.</source>
        <translation>没有数据表“%1”。该城市现有：%2。</translation>
    </message>
    <message>
        <source>The columns of table &quot;%1&quot; do not have as many cells as it has rows.</source>
        <translation>数据表“%1”各列的单元格数与行数不一致。</translation>
    </message>
    <message>
        <source>A data set has the name &quot;%1&quot; already. Give the table another one with --into.</source>
        <translation>已有名为“%1”的数据集。请用 --into 为数据表另取名称。</translation>
    </message>
    <message>
        <source>The header &quot;%1&quot; fits no known form. Expected are columns for time and sites; time, site, value; sensor_id, latitude, longitude; from, to, cost; or time, latitude, longitude, category. If it is a table of anything else to learn from, import it as table-csv.</source>
        <translation>表头“%1”不符合任何已知形式。应含有以下各组列之一：时间与各测点；time、site、value；sensor_id、latitude、longitude；from、to、cost；或 time、latitude、longitude、category。如果是用于学习的其他数据表，请按 table-csv 导入。</translation>
    </message>
    <message>
        <source>A table is one file. Import %1 and the others one at a time, each under a name of its own.</source>
        <translation>一个数据表就是一个文件。请逐个导入 %1 和其他文件，并各取名称。</translation>
    </message>
    <message>
        <source>A table has the name &quot;%1&quot; already. Give the data set another one.</source>
        <translation>已有名为“%1”的数据表。请为数据集另取名称。</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot;. The columns are: %2; they can also be called by their numbers, 1 to %3.</source>
        <translation>没有列“%1”。各列为：%2；也可以用列号 1 至 %3 指定。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; says of no column what it holds. Write MEANING=COLUMN, where MEANING is one of: %2.</source>
        <translation>“%1”没有说明哪一列的含义。请写成“含义=列”的形式，含义须为以下之一：%2。</translation>
    </message>
    <message>
        <source>Latitude %1, longitude %2 lies %3 km from the middle of the others, which reach %4 km. It is stored all the same; correct it if it is wrong.</source>
        <translation>纬度 %1、经度 %2 距其他位置的中心 %3 公里，而其他位置最远不过 %4 公里。仍予保存；如有错误请更正。</translation>
    </message>
    <message>
        <source>Incidents need the columns %1. Found the columns &quot;%2&quot;. Say which column holds what, by name or number.</source>
        <translation>事件表需要以下列：%1。实际各列为“%2”。请按列名或列号指明各列的含义。</translation>
    </message>
    <message>
        <source>Latitude and longitude look swapped: the column taken for latitude holds %1, the one for longitude %2. Map them the other way round.</source>
        <translation>纬度和经度似乎颠倒了：作为纬度的列含有 %1，作为经度的列含有 %2。请对调两列。</translation>
    </message>
    <message>
        <source>The positions are not degrees: northing %1, easting %2 look like metres of web Mercator (EPSG:3857). Convert them to degrees on WGS 84 (EPSG:4326).</source>
        <translation>位置不是度数：北坐标 %1、东坐标 %2 看起来是 Web 墨卡托投影（EPSG:3857）的米制坐标。请转换为 WGS 84（EPSG:4326）的度数。</translation>
    </message>
    <message>
        <source>The positions are not degrees: northing %1, easting %2 look like metres of a UTM zone (EPSG:326.. in the north, EPSG:327.. in the south). Convert them to degrees on WGS 84 (EPSG:4326).</source>
        <translation>位置不是度数：北坐标 %1、东坐标 %2 看起来是 UTM 分带的米制坐标（北半球 EPSG:326..，南半球 EPSG:327..）。请转换为 WGS 84（EPSG:4326）的度数。</translation>
    </message>
    <message>
        <source>The positions are not degrees: northing %1, easting %2 look like feet of a state plane (for Chicago EPSG:3435). Convert them to degrees on WGS 84 (EPSG:4326).</source>
        <translation>位置不是度数：北坐标 %1、东坐标 %2 看起来是美国州平面坐标系的英尺坐标（芝加哥为 EPSG:3435）。请转换为 WGS 84（EPSG:4326）的度数。</translation>
    </message>
    <message>
        <source>The positions are not degrees: northing %1, easting %2 look like metres or feet of a map projection. Convert them to degrees on WGS 84 (EPSG:4326).</source>
        <translation>位置不是度数：北坐标 %1、东坐标 %2 看起来是地图投影的米制或英尺坐标。请转换为 WGS 84（EPSG:4326）的度数。</translation>
    </message>
    <message>
        <source>Columns %1 and %2 are both called &quot;%3&quot;. Rename one of them.</source>
        <translation>第 %1 列和第 %2 列都名为“%3”。请更改其中一个。</translation>
    </message>
    <message>
        <source>Column &quot;%2&quot; holds &quot;%1&quot;, which is not a time.</source>
        <translation>列“%2”中的“%1”不是时间。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; is empty in every row; it is left out.</source>
        <translation>列“%1”的每一行都为空，已略过该列。</translation>
    </message>
    <message>
        <source>The file lacks columns that the model needs: %1. Found the header &quot;%2&quot;.</source>
        <translation>文件缺少模型所需的列：%1。实际表头为“%2”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time of the form %2.</source>
        <translation>“%1”不是格式为 %2 的时间。</translation>
    </message>
    <message>
        <source>The unit of %1 is &quot;%2&quot;. For an index it must be µg/m³, mg/m³, ppb or ppm: import it again with its unit.</source>
        <translation>%1 的单位是“%2”。计算指数时单位须为 µg/m³、mg/m³、ppb 或 ppm：请注明单位后重新导入。</translation>
    </message>
    <message>
        <source>The steps of %1 are longer than an hour. Indices need hourly values or shorter ones.</source>
        <translation>%1 的时间步长超过一小时。计算指数需要每小时或更密的数值。</translation>
    </message>
    <message>
        <source>%1 has no pollutants. An index needs one of: %2.</source>
        <translation>%1 没有污染物。计算指数需要以下之一：%2。</translation>
    </message>
    <message>
        <source>There is no index standard &quot;%1&quot;. There is: %2.</source>
        <translation>没有指数标准“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no average. There is: 15min, 1h, 8h, 24h.</source>
        <translation>“%1”不是有效的平均时段。可选：15min、1h、8h、24h。</translation>
    </message>
    <message>
        <source>The index &quot;%1&quot;: the field &quot;%2&quot; is absent or wrong.</source>
        <translation>指数“%1”：字段“%2”缺失或有误。</translation>
    </message>
    <message>
        <source>The index &quot;%1&quot; is no JSON: %2.</source>
        <translation>指数“%1”不是 JSON：%2。</translation>
    </message>
    <message>
        <source>A temperature of %1 K is not one of outdoor air. Give kelvin: 293.15 is 20 °C.</source>
        <translation>%1 K 不是室外空气的温度。请以开尔文为单位：293.15 即 20 °C。</translation>
    </message>
    <message>
        <source>A pressure of %1 hPa is not one of outdoor air. At sea level it is near 1013.</source>
        <translation>%1 hPa 不是室外空气的气压。海平面气压约为 1013。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no unit of a concentration. There is: ug/m3, mg/m3, ppb, ppm.</source>
        <translation>“%1”不是浓度单位。可选：ug/m3、mg/m3、ppb、ppm。</translation>
    </message>
    <message>
        <source>%1 in %2 cannot become %3: particles have no mixing ratio. Give ug/m3.</source>
        <translation>%2 为单位的 %1 不能换算为 %3：颗粒物没有混合比。请使用 ug/m3。</translation>
    </message>
    <message>
        <source>The power of distance is %1. Give one above 0, up to 16.</source>
        <translation>距离的幂次是 %1。请给出大于 0 且不超过 16 的值。</translation>
    </message>
    <message>
        <source>Nugget %1 and partial sill %2 make no variogram: both must be 0 or more, and not both 0.</source>
        <translation>块金值 %1 与偏基台值 %2 不能构成变差函数：两者都须大于或等于 0，且不能同时为 0。</translation>
    </message>
    <message>
        <source>The range of the variogram is %1 m. Give one above 0.</source>
        <translation>变差函数的变程是 %1 米。请给出大于 0 的值。</translation>
    </message>
    <message>
        <source>%1 is in &quot;%2&quot;, not in dB. Noise figures need levels; import it with its unit.</source>
        <translation>%1 的单位是“%2”，不是 dB。噪声指标需要声级数据；请注明单位后导入。</translation>
    </message>
    <message>
        <source>Noise figures need levels of an hour or less, for day, evening and night.</source>
        <translation>计算昼间、傍晚和夜间的噪声指标，需要每小时或更密的声级数据。</translation>
    </message>
    <message>
        <source>Day, evening and night begin at %1, %2 and %3 o&apos;clock: they must follow one another.</source>
        <translation>昼间、傍晚和夜间分别从 %1 点、%2 点和 %3 点开始：三者须依次相接。</translation>
    </message>
    <message>
        <source>%1 has no index for %2. It has: %3.</source>
        <translation>%1 没有 %2 的指数。现有：%3。</translation>
    </message>
    <message>
        <source>%1 gives no index for a %2 mean of %3 %4 of %5: there another average counts (%6). Give that one.</source>
        <translation>%1 不为 %5 的 %2 均值（%3 %4）给出指数：该标准采用其他平均时段（%6）。请给出该时段的均值。</translation>
    </message>
    <message>
        <source>%1 is no concentration: it must be zero or more.</source>
        <translation>%1 不是浓度：浓度须大于或等于零。</translation>
    </message>
    <message>
        <source>%1 %2 of %3 is no concentration of outdoor air. Check the unit.</source>
        <translation>%3 为 %1 %2，不是室外空气的浓度。请检查单位。</translation>
    </message>
    <message>
        <source>A trend needs %1 months of which three quarters were measured; there are %2.</source>
        <translation>计算趋势需要 %1 个测量率达四分之三的月份，现有 %2 个。</translation>
    </message>
    <message>
        <source>A variogram needs pairs of stations at %1 distances or more; there are %2.</source>
        <translation>变差函数至少需要 %1 种距离上的监测站对，现有 %2 种。</translation>
    </message>
    <message>
        <source>All values are equal: there is no variogram.</source>
        <translation>所有数值都相等，无法得到变差函数。</translation>
    </message>
    <message>
        <source>A wind rose needs 4 sectors or more, and speeds that ascend from the calm limit.</source>
        <translation>风玫瑰至少需要 4 个扇区，风速须从静风上限起递增。</translation>
    </message>
    <message>
        <source>%1 has no wind: a rose needs its speed and the direction that it comes from.</source>
        <translation>%1 没有风的数据：玫瑰图需要风速和风的来向。</translation>
    </message>
    <message>
        <source>The wind has %1 steps and the values have %2.</source>
        <translation>风的数据有 %1 步，数值有 %2 步。</translation>
    </message>
    <message>
        <source>There is no detector &quot;%1&quot;. Known are: %2.</source>
        <translation>没有检测器“%1”。支持：%2。</translation>
    </message>
    <message>
        <source>No incident lies in the training span, which ends at %1. Choose fewer test weeks.</source>
        <translation>截至 %1 的训练时段内没有事件。请减少测试周数。</translation>
    </message>
    <message>
        <source>No incident of %1 has a position. Import it with its coordinates to see where they are.</source>
        <translation>%1 的事件都没有位置。请连同坐标一起导入，以查看其所在。</translation>
    </message>
    <message>
        <source>The box holds none of the incidents of %1. Give west, south, east, north in degrees.</source>
        <translation>方框内没有 %1 的任何事件。请以度为单位给出西、南、东、北边界。</translation>
    </message>
    <message>
        <source>The incidents with a position reach back %1 days: more than three weeks are needed to know what is usual. Choose a later time, or import earlier incidents.</source>
        <translation>带位置的事件只能回溯 %1 天：要了解平时水平，需要三周以上。请选择更晚的时间，或导入更早的事件。</translation>
    </message>
    <message>
        <source>A CUSUM with k = %1 and h = %2 makes no sense: k must not be negative, h must lie between 0 and 50.</source>
        <translation>k = %1、h = %2 的 CUSUM 没有意义：k 不能为负，h 须在 0 到 50 之间。</translation>
    </message>
    <message>
        <source>A run length of %1 steps is not between 2 and 1 000 000 000. Choose another one.</source>
        <translation>运行长度 %1 步不在 2 到 1 000 000 000 之间。请另选一个。</translation>
    </message>
    <message>
        <source>A budget of %1 alarms a week leaves no alarm at all. Choose one above 0.</source>
        <translation>每周 %1 次告警的额度不允许任何告警。请选择大于 0 的值。</translation>
    </message>
    <message>
        <source>Early warning needs at least 2 weeks as its baseline, a week of history and a time to look back.</source>
        <translation>预警至少需要 2 周作为基线、一周的历史，以及一段回看时间。</translation>
    </message>
    <message>
        <source>Table %1 has no incidents about %2. Choose a time between %3 and %4.</source>
        <translation>表 %1 在 %2 前后没有事件。请选择 %3 至 %4 之间的时间。</translation>
    </message>
    <message>
        <source>Injected clusters need at least one incident, one step and a radius above 0, and ranges whose end is not below their begin.</source>
        <translation>植入的聚集至少需要一起事件、一个时间步和大于 0 的半径，且各范围的终点不能小于起点。</translation>
    </message>
    <message>
        <source>The history is too short for clusters of %1 steps. Choose shorter clusters or a later time.</source>
        <translation>历史太短，容不下 %1 步的聚集。请选择更短的聚集或更晚的时间。</translation>
    </message>
    <message>
        <source>No incident of table %1 has a position.</source>
        <translation>表 %1 的事件都没有位置。</translation>
    </message>
    <message>
        <source>A place cannot stand for fewer than 1 incident, but k is %1. Choose 1 or more.</source>
        <translation>一个地点至少代表 1 起事件，而 k 为 %1。请选择 1 或更大的值。</translation>
    </message>
    <message>
        <source>Circles of up to %1 m about %2 places make no sense. Both must be above 0.</source>
        <translation>以 %2 个地点为中心、半径不超过 %1 米的圆没有意义。两者都须大于 0。</translation>
    </message>
    <message>
        <source>The places lie %1 km apart: too far for circles of %2 m. Leave out those that lie far outside.</source>
        <translation>各地点相距 %1 公里，对于 %2 米的圆来说过远。请去掉远在外围的地点。</translation>
    </message>
    <message>
        <source>Clusters of up to %1 steps do not fit into a study of %2 steps.</source>
        <translation>共 %2 步的研究容不下长达 %1 步的聚集。</translation>
    </message>
    <message>
        <source>A cluster may hold at most half of the cases, and must have at least one; replicates cannot be fewer than 0.</source>
        <translation>一个聚集最多包含一半事件，且至少包含一起；重复次数不能少于 0。</translation>
    </message>
    <message>
        <source>The circles were made for %1 places, the study has %2.</source>
        <translation>这些圆是为 %1 个地点建立的，而研究中有 %2 个。</translation>
    </message>
    <message>
        <source>A case lies at no place or in no step of the study.</source>
        <translation>有一起事件不在研究的任何地点或时间步中。</translation>
    </message>
    <message>
        <source>The expected cases are missing or no finite numbers of at least 0.</source>
        <translation>期望事件数缺失，或不是大于或等于 0 的有限数。</translation>
    </message>
    <message>
        <source>Cells of %1 m make a grid of %2 by %3: too many. Choose larger cells or a smaller box.</source>
        <translation>边长 %1 米的网格单元构成 %2 × %3 的网格，数量过多。请选择更大的网格单元或更小的方框。</translation>
    </message>
    <message>
        <source>The area has no cells. Choose a longer span or another box.</source>
        <translation>该区域没有网格单元。请选择更长的时段或其他方框。</translation>
    </message>
    <message>
        <source>The incidents reach back %1 days: more than three weeks are needed to know what is usual. Choose a later time, or import earlier incidents.</source>
        <translation>事件只能回溯 %1 天：要了解平时水平，需要三周以上。请选择更晚的时间，或导入更早的事件。</translation>
    </message>
    <message>
        <source>A step of %1 min does not divide a day of the week. Choose a shorter one.</source>
        <translation>%1 分钟的步长不能整分一天。请选择更短的步长。</translation>
    </message>
    <message>
        <source>A change needs two spans that do not overlap, each with a begin before its end.</source>
        <translation>比较变化需要两个互不重叠的时段，且各自的起点早于终点。</translation>
    </message>
    <message>
        <source>One of the two spans has no incidents, so there is no change of the city to compare with. Choose longer spans.</source>
        <translation>两个时段之一没有事件，因此没有可供比较的全市变化。请选择更长的时段。</translation>
    </message>
    <message>
        <source>Gi* compares cells with one another: %1 values for %2 cells do not serve.</source>
        <translation>Gi* 将网格单元相互比较：%1 个数值与 %2 个网格单元不匹配。</translation>
    </message>
    <message>
        <source>A distance of %1 cells is not between 1 and 100.</source>
        <translation>%1 个网格单元的距离不在 1 到 100 之间。</translation>
    </message>
    <message>
        <source>A false discovery rate of %1 is not between 0 and 1.</source>
        <translation>错误发现率 %1 不在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>The value of cell %1 is no number.</source>
        <translation>网格单元 %1 的值不是数字。</translation>
    </message>
    <message>
        <source>%1 weeks cannot be scored. Choose from 1 to 520.</source>
        <translation>无法评估 %1 周。请选择 1 到 520。</translation>
    </message>
    <message>
        <source>A share of %1 of the area is not between 0 and 1.</source>
        <translation>区域占比 %1 不在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>There are no incidents before the first of the %1 test weeks (%2). Choose fewer weeks.</source>
        <translation>在 %1 个测试周的第一周（%2）之前没有事件。请减少周数。</translation>
    </message>
    <message>
        <source>%1 values do not fit an area of %2 cells.</source>
        <translation>%1 个数值与含 %2 个网格单元的区域不匹配。</translation>
    </message>
    <message>
        <source>A risk of the week from %1 is no number.</source>
        <translation>从 %1 开始的一周有一个风险值不是数字。</translation>
    </message>
    <message>
        <source>No incident lies in the %1 test weeks up to %2.</source>
        <translation>截至 %2 的 %1 个测试周内没有事件。</translation>
    </message>
    <message>
        <source>The two rankings were scored on different weeks or cells: they cannot be compared.</source>
        <translation>两个排序是在不同的周或网格单元上评估的，无法比较。</translation>
    </message>
    <message>
        <source>There are no incidents of type &quot;%1&quot;. There is: %2.</source>
        <translation>没有类型为“%1”的事件。现有：%2。</translation>
    </message>
    <message>
        <source>There is no method &quot;%1&quot;. Choose one of %2.</source>
        <translation>没有方法“%1”。请从以下选择：%2。</translation>
    </message>
    <message>
        <source>A bandwidth of %1 m does not smooth. Choose one above zero.</source>
        <translation>%1 米的带宽起不到平滑作用。请选择大于零的值。</translation>
    </message>
    <message>
        <source>A half-life of %1 days makes no sense. Choose one above zero, or zero for none.</source>
        <translation>%1 天的半衰期没有意义。请选择大于零的值；零表示不用半衰期。</translation>
    </message>
    <message>
        <source>A weight of the risk model is below zero, no number, or missing. Take what its tuning chose.</source>
        <translation>风险模型的一个权重小于零、不是数字或缺失。请采用调优选出的权重。</translation>
    </message>
    <message>
        <source>A risk needs at least four weeks of incidents; before %1 there are %2.</source>
        <translation>计算风险至少需要四周的事件；%1 之前有 %2 周。</translation>
    </message>
    <message>
        <source>Tuning a risk needs at least eight weeks of incidents; before %1 there are %2.</source>
        <translation>调优风险模型至少需要八周的事件；%1 之前有 %2 周。</translation>
    </message>
    <message>
        <source>There is no incident of this type before the validation weeks. Choose another type or fewer weeks.</source>
        <translation>验证周之前没有此类型的事件。请选择其他类型或减少周数。</translation>
    </message>
    <message>
        <source>The model does not say how its columns are made of a table. It is damaged, or was not made from a table; train again.</source>
        <translation>模型没有说明如何由数据表得到其各列。模型已损坏，或不是由数据表训练而来；请重新训练。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; is the target itself: nothing can be learned from it.</source>
        <translation>列“%1”就是目标列本身，无法从中学习。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; holds text that is different in nearly every row, so nothing can be learned from it. Leave it out, or group its values in the file.</source>
        <translation>列“%1”的文本几乎行行不同，无法从中学习。请去掉该列，或在文件中将其值归类。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; has %2 different names, too many to learn from (at most %3). Leave it out, or group its values in the file.</source>
        <translation>列“%1”有 %2 个不同的名称，数量过多，无法学习（最多 %3 个）。请去掉该列，或在文件中将其值归类。</translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; has no column from which &quot;%2&quot; can be learned: all are text, or the same in every row.</source>
        <translation>数据表“%1”没有可用来学习“%2”的列：各列都是文本，或每行相同。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; is the same in every training row, so nothing can be learned from it.</source>
        <translation>列“%1”在所有训练行中都相同，无法从中学习。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; holds cells of the kind &quot;%2&quot;; the model learned from &quot;%3&quot;.</source>
        <translation>列“%1”的单元格类型是“%2”，而模型训练时是“%3”。</translation>
    </message>
    <message>
        <source>The table lacks columns that the model needs: %1.</source>
        <translation>数据表缺少模型所需的列：%1。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; is missing in row %2. Leave out rows without a target.</source>
        <translation>第 %2 行缺少目标列“%1”的值。请去掉没有目标值的行。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; is infinite in row %2.</source>
        <translation>目标列“%1”在第 %2 行为无穷大。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; is below zero in row %2. A count cannot be; choose the task regression.</source>
        <translation>目标列“%1”在第 %2 行小于零。计数不可能如此；请选择回归任务。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; is no known class in row %2.</source>
        <translation>目标列“%1”在第 %2 行不是已知类别。</translation>
    </message>
    <message>
        <source>Every row has the class &quot;%1&quot;, so there is nothing to tell apart. At least two classes are needed.</source>
        <translation>每一行的类别都是“%1”，没有可区分的内容。至少需要两个类别。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; is the same in every row, so there is nothing to learn.</source>
        <translation>目标列“%1”每行相同，没有可学习的内容。</translation>
    </message>
    <message>
        <source>Features with the same value in every row, or with none, tell nothing. Leave out: %1.</source>
        <translation>每行的值都相同或都为空的特征不含任何信息。请去掉：%1。</translation>
    </message>
    <message>
        <source>Every row needs one weight, a finite number from 0 on.</source>
        <translation>每一行需要一个权重，须为大于或等于 0 的有限数。</translation>
    </message>
    <message>
        <source>There are no rows to learn the target &quot;%1&quot; from.</source>
        <translation>没有可用来学习目标列“%1”的行。</translation>
    </message>
    <message>
        <source>There are %1 rows and %2 targets.</source>
        <translation>有 %1 行和 %2 个目标值，两者不一致。</translation>
    </message>
    <message>
        <source>The model looks at %1 columns; the table has %2, or the same in another order.</source>
        <translation>模型使用 %1 列；数据表有 %2 列，或列相同但顺序不同。</translation>
    </message>
    <message>
        <source>The table lacks columns that the model looks at: %1.</source>
        <translation>数据表缺少模型使用的列：%1。</translation>
    </message>
    <message>
        <source>A table of %1 rows and %2 columns has %3 values.</source>
        <translation>%1 行、%2 列的数据表有 %3 个数值，两者不一致。</translation>
    </message>
    <message>
        <source>The feature &quot;%1&quot; is infinite in row %2.</source>
        <translation>特征“%1”在第 %2 行为无穷大。</translation>
    </message>
    <message>
        <source>Every class needs one weight, a finite number above 0; there are %1 classes.</source>
        <translation>每个类别需要一个权重，须为大于 0 的有限数；共有 %1 个类别。</translation>
    </message>
    <message>
        <source>The description of a table&apos;s model has no valid &quot;%1&quot;.</source>
        <translation>数据表模型的描述中没有有效的“%1”。</translation>
    </message>
    <message>
        <source>There is no task &quot;%1&quot;. Choose one of: %2.</source>
        <translation>没有任务“%1”。请从以下选择：%2。</translation>
    </message>
    <message>
        <source>Every row has the weight 0.</source>
        <translation>每一行的权重都是 0。</translation>
    </message>
    <message>
        <source>The coefficients grew beyond all bounds. Choose a larger penalty.</source>
        <translation>系数无限增大。请加大惩罚系数。</translation>
    </message>
    <message>
        <source>The model file has no valid tensor &quot;%1&quot; of shape %2. It is damaged; restore it or train again.</source>
        <translation>模型文件中没有形状为 %2 的有效张量“%1”。文件已损坏，请恢复或重新训练。</translation>
    </message>
    <message>
        <source>The model has not learned anything yet.</source>
        <translation>模型尚未训练。</translation>
    </message>
    <message>
        <source>The model&apos;s tensor &quot;%1&quot; belongs to none of its %2 members. Train the model again.</source>
        <translation>模型的张量“%1”不属于其 %2 个成员中的任何一个。请重新训练模型。</translation>
    </message>
    <message>
        <source>LIBSVM refuses to train: %1.</source>
        <translation>LIBSVM 拒绝训练：%1。</translation>
    </message>
    <message>
        <source>The support vector machine found nothing to learn: every target lies within the tolerated error. Choose a narrower tube.</source>
        <translation>支持向量机没有可学习的内容：所有目标值都在容许误差之内。请选择更窄的容差带。</translation>
    </message>
    <message>
        <source>A support vector machine takes no weights of rows. Weigh the classes instead, or choose a forest or boosted trees.</source>
        <translation>支持向量机不支持行权重。请改为给类别加权，或选择随机森林或梯度提升树。</translation>
    </message>
    <message>
        <source>The file holds no support vector machine: its scales are damaged.</source>
        <translation>文件中没有可用的支持向量机：其缩放参数已损坏。</translation>
    </message>
    <message>
        <source>The file holds no support vector machine: &quot;%1&quot; should be %2.</source>
        <translation>文件中没有可用的支持向量机：“%1”应为 %2。</translation>
    </message>
    <message>
        <source>The file holds no support vector machine: its classes are damaged.</source>
        <translation>文件中没有可用的支持向量机：其类别已损坏。</translation>
    </message>
    <message>
        <source>The model&apos;s trees are damaged: a node points outside its tree or its row, or is no number.</source>
        <translation>模型的树已损坏：有节点指向树外或行外，或不是数字。</translation>
    </message>
    <message>
        <source>The file holds no trees of the shape that it describes.</source>
        <translation>文件中没有与其描述形状相符的树。</translation>
    </message>
    <message>
        <source>XGBoost reported a failure: %1.</source>
        <translation>XGBoost 报错：%1。</translation>
    </message>
    <message>
        <source>Channel &quot;%1&quot; has values below zero, so it counts nothing. Learn its values instead.</source>
        <translation>指标“%1”有小于零的数值，因此不是计数。请改为学习其数值。</translation>
    </message>
    <message>
        <source>The model&apos;s features are damaged or missing.</source>
        <translation>模型的特征已损坏或缺失。</translation>
    </message>
    <message>
        <source>The model&apos;s neighbours are damaged: one of them is no site.</source>
        <translation>模型的相邻测点已损坏：其中一个不是测点。</translation>
    </message>
    <message>
        <source>The model&apos;s quantiles are damaged or missing.</source>
        <translation>模型的分位数已损坏或缺失。</translation>
    </message>
    <message>
        <source>The model&apos;s usual values are damaged: one of them is no number.</source>
        <translation>模型的平时值已损坏：其中一个不是数字。</translation>
    </message>
    <message>
        <source>There is no model of tables of kind &quot;%1&quot;. Choose one of: %2.</source>
        <translation>没有“%1”类数据表模型。请从以下选择：%2。</translation>
    </message>
    <message>
        <source>A model of kind &quot;%1&quot; cannot learn the task %2. Choose &quot;forest&quot; or &quot;boosted&quot;.</source>
        <translation>“%1”类模型不能学习任务 %2。请选择“forest”或“boosted”。</translation>
    </message>
    <message>
        <source>A model needs at least one feature to decide by.</source>
        <translation>模型至少需要一个特征作为依据。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; has fewer than two classes, so there is nothing to tell apart.</source>
        <translation>目标列“%1”少于两个类别，没有可区分的内容。</translation>
    </message>
    <message>
        <source>Run %1 learned from a table and forecasts nothing. Use it with: belvederectl predict %1 FILE.csv.</source>
        <translation>训练记录 %1 由数据表训练而来，不用于时间序列预测。请这样使用：belvederectl predict %1 FILE.csv。</translation>
    </message>
    <message>
        <source>Run %1 did not learn from a table. Use it with: belvederectl forecast %1.</source>
        <translation>训练记录 %1 不是由数据表训练而来。请这样使用：belvederectl forecast %1。</translation>
    </message>
    <message>
        <source>This is no analysis of a run on a table.</source>
        <translation>这不是数据表训练记录的分析结果。</translation>
    </message>
    <message>
        <source>The model names a class that it has not. It is damaged; train again.</source>
        <translation>模型提到了一个并不存在的类别。模型已损坏，请重新训练。</translation>
    </message>
    <message>
        <source>A threshold cannot be tuned for &quot;%1&quot;. Choose one of: %2.</source>
        <translation>不能按“%1”调优阈值。请从以下选择：%2。</translation>
    </message>
    <message>
        <source>A split needs three shares above 0 that add up to 1; these are %1, %2, %3.</source>
        <translation>划分需要三个大于 0 且总和为 1 的比例，现为 %1、%2、%3。</translation>
    </message>
    <message>
        <source>%1 rows with a target are too few to be split: training, validation or test part would be empty.</source>
        <translation>有目标值的行只有 %1 行，不足以划分：训练、验证或测试部分将为空。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; holds more than %2 different numbers, too many for classes. Choose the task regression or counts.</source>
        <translation>列“%1”有 %2 个以上不同的数字，不宜作为类别。请选择回归或计数任务。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; holds times, which are no classes. Choose another target.</source>
        <translation>列“%1”是时间，不能作为类别。请选择其他目标列。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; has %2 different classes, more than %3. Group its values in the file.</source>
        <translation>列“%1”有 %2 个不同的类别，超过 %3 个。请在文件中将其值归类。</translation>
    </message>
    <message>
        <source>Every row of column &quot;%1&quot; is &quot;%2&quot;, so there is nothing to tell apart. At least two classes are needed.</source>
        <translation>列“%1”的每一行都是“%2”，没有可区分的内容。至少需要两个类别。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; holds no numbers (%2). Choose another target, or the task classification.</source>
        <translation>列“%1”不是数字（%2）。请选择其他目标列，或选择分类任务。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; is %2 in row %3. A count cannot be below zero; choose the task regression.</source>
        <translation>列“%1”在第 %3 行为 %2。计数不能小于零；请选择回归任务。</translation>
    </message>
    <message>
        <source>Say which column of &quot;%1&quot; is to be learned. There are: %2.</source>
        <translation>请指明要学习“%1”的哪一列。现有：%2。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; holds text that is different in nearly every row: it cannot be learned. Choose another target.</source>
        <translation>列“%1”的文本几乎行行不同，无法学习。请选择其他目标列。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; is empty in every row.</source>
        <translation>列“%1”的每一行都为空。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; has classes that the model never saw: %2. Train again, or leave these rows out.</source>
        <translation>列“%1”有模型从未见过的类别：%2。请重新训练，或去掉这些行。</translation>
    </message>
    <message>
        <source>The target has no class &quot;%1&quot;. There are: %2.</source>
        <translation>目标列没有类别“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>No training row of &quot;%1&quot; is of class %2, so it cannot be learned. Split at random, or leave its rows out of the file.</source>
        <translation>“%1”的训练行中没有类别 %2，无法学习。请随机划分，或从文件中去掉该类别的行。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; cannot order the rows: it holds neither times nor numbers. Split by another column, by rows, or at random.</source>
        <translation>列“%1”不能用来排列各行：它既不是时间也不是数字。请按其他列、按行序或随机划分。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; cannot order the rows: it is empty in row %2. Split by another column, by rows, or at random.</source>
        <translation>列“%1”不能用来排列各行：第 %2 行为空。请按其他列、按行序或随机划分。</translation>
    </message>
    <message>
        <source>The record of an experiment does not say of which kind.</source>
        <translation>实验记录没有说明其类型。</translation>
    </message>
    <message>
        <source>The data have no incidents of the type “%1”.</source>
        <translation>数据中没有类型为“%1”的事件。</translation>
    </message>
    <message>
        <source>This program has no models that learn from tables.</source>
        <translation>本程序没有可用数据表训练的模型。</translation>
    </message>
    <message>
        <source>CALINE3 averages over 3 to 120 minutes, not over %1.</source>
        <translation>CALINE3 的平均时间为 3 至 120 分钟，不能为 %1。</translation>
    </message>
    <message>
        <source>CALINE3 takes a roughness of 3 to 400 cm, not %1.</source>
        <translation>CALINE3 的粗糙度为 3 至 400 cm，不能为 %1。</translation>
    </message>
    <message>
        <source>CALINE3 takes a wind from 1 m/s, not %1.</source>
        <translation>CALINE3 的风速至少为 1 m/s，不能为 %1。</translation>
    </message>
    <message>
        <source>CALINE3 takes a wind direction of 0 to 360°, not %1.</source>
        <translation>CALINE3 的风向为 0 至 360°，不能为 %1。</translation>
    </message>
    <message>
        <source>The mixing height must be above 0 m, not %1.</source>
        <translation>混合层高度必须大于 0 m，不能为 %1。</translation>
    </message>
    <message>
        <source>CALINE3 takes a mixing width from 10 m, not %1.</source>
        <translation>CALINE3 的混合宽度至少为 10 m，不能为 %1。</translation>
    </message>
    <message>
        <source>CALINE3 takes links at least as long as wide; this one has %1 m.</source>
        <translation>CALINE3 的路段长度不得小于宽度；此路段为 %1 m。</translation>
    </message>
    <message>
        <source>CALINE3 takes heights of -10 to 10 m, not %1.</source>
        <translation>CALINE3 的高度为 -10 至 10 m，不能为 %1。</translation>
    </message>
    <message>
        <source>Flow and emission factor start at 0; their product is %1.</source>
        <translation>流量和排放因子不能小于 0；两者之积为 %1。</translation>
    </message>
    <message>
        <source>A grid has cells of 20 to 1000 m, not of %1 m.</source>
        <translation>网格单元为 20 至 1000 m，不能为 %1 m。</translation>
    </message>
    <message>
        <source>A grid of %1 x %2 cells cannot be computed: take 1 to %3 in each direction, larger cells for a larger city.</source>
        <translation>无法计算 %1 x %2 个单元的网格：每个方向取 1 至 %3 个；城市较大时请用较大的单元。</translation>
    </message>
    <message>
        <source>Piece %1 of road %2 has no proper ends.</source>
        <translation>道路 %2 的第 %1 段没有有效的端点。</translation>
    </message>
    <message>
        <source>There are emissions of %1 roads, but %2 roads.</source>
        <translation>有 %1 条道路的排放，却有 %2 条道路。</translation>
    </message>
    <message>
        <source>Road %1 has an emission of %2 g/h.</source>
        <translation>道路 %1 的排放为 %2 g/h。</translation>
    </message>
    <message>
        <source>Hour %1 of the weather has a wind speed of %2 m/s.</source>
        <translation>天气第 %1 小时的风速为 %2 m/s。</translation>
    </message>
    <message>
        <source>No hour of the weather has a wind.</source>
        <translation>天气中没有任何一小时有风。</translation>
    </message>
    <message>
        <source>A plume takes heights of 0 to 50 m, not %1.</source>
        <translation>烟羽的高度为 0 至 50 m，不能为 %1。</translation>
    </message>
    <message>
        <source>A plume takes initial spreads of 0.5 to 50 m, not %1.</source>
        <translation>烟羽的初始扩散为 0.5 至 50 m，不能为 %1。</translation>
    </message>
    <message>
        <source>A plume is cut off at 500 m to 50 km, not at %1 m.</source>
        <translation>烟羽在 500 m 至 50 km 处截断，不能为 %1 m。</translation>
    </message>
    <message>
        <source>There is no plume in a wind of %1 m/s from %2°.</source>
        <translation>风速 %1 m/s、风向 %2° 时没有烟羽。</translation>
    </message>
    <message>
        <source>A wind climate needs at least one hour of weather.</source>
        <translation>风候至少需要一小时的天气。</translation>
    </message>
    <message>
        <source>Hour %1 of the weather has a wind of %2 m/s from %3°.</source>
        <translation>天气第 %1 小时的风为 %2 m/s、风向 %3°。</translation>
    </message>
    <message>
        <source>%1 is not a JSON object: %2.</source>
        <translation>%1 不是 JSON 对象：%2。</translation>
    </message>
    <message>
        <source>In %1, &quot;%2&quot; has no usable &quot;%3&quot;.</source>
        <translation>在 %1 中，“%2”没有可用的“%3”。</translation>
    </message>
    <message>
        <source>There is no fleet &quot;%1&quot;. There is: %2.</source>
        <translation>没有车队“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>Fleet &quot;%1&quot;: the share of &quot;%2&quot; is negative.</source>
        <translation>车队“%1”：“%2”的份额为负。</translation>
    </message>
    <message>
        <source>Fleet &quot;%1&quot;: &quot;%2&quot; stands twice.</source>
        <translation>车队“%1”：“%2”出现两次。</translation>
    </message>
    <message>
        <source>Fleet &quot;%1&quot;: the shares add up to %2 instead of 1.</source>
        <translation>车队“%1”：份额之和为 %2，而不是 1。</translation>
    </message>
    <message>
        <source>Fleet &quot;%1&quot; has no vehicles of the wanted category.</source>
        <translation>车队“%1”没有所需类别的车辆。</translation>
    </message>
    <message>
        <source>Fleet &quot;%1&quot; cannot get a share of %2 of heavy vehicles: give 0 … 1, and a fleet that has both kinds.</source>
        <translation>车队“%1”的重型车份额不能为 %2：请取 0 … 1，且车队须包含两类车辆。</translation>
    </message>
    <message>
        <source>There is no emission curve of &quot;%1&quot; for &quot;%2&quot;.</source>
        <translation>“%2”没有“%1”的排放曲线。</translation>
    </message>
    <message>
        <source>This is not a vehicle, a pollutant and seven coefficients, separated by commas.</source>
        <translation>这不是以逗号分隔的一种车辆、一种污染物和七个系数。</translation>
    </message>
    <message>
        <source>Link %1 has a length of %2 m.</source>
        <translation>路段 %1 的长度为 %2 m。</translation>
    </message>
    <message>
        <source>Link %1 has a flow of %2 vehicles/h.</source>
        <translation>路段 %1 的流量为 %2 辆/h。</translation>
    </message>
    <message>
        <source>Link %1 carries traffic at a speed of %2 km/h.</source>
        <translation>路段 %1 有车流，速度却为 %2 km/h。</translation>
    </message>
    <message>
        <source>Emissions need one length, flow, speed and fleet for each link: there are %1, %2, %3, %4.</source>
        <translation>排放需要每条路段的长度、流量、速度和车队各一个：现有 %1、%2、%3、%4 个。</translation>
    </message>
    <message>
        <source>Link %1 has fleet %2; there are %3.</source>
        <translation>路段 %1 的车队为 %2；共有 %3 个。</translation>
    </message>
    <message>
        <source>There is no vehicle type &quot;%1&quot;. There is: %2.</source>
        <translation>没有车型“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>In %1, &quot;%2&quot; stands twice.</source>
        <translation>在 %1 中，“%2”出现两次。</translation>
    </message>
    <message>
        <source>Exposure needs a concentration for each place: there are %1 and %2.</source>
        <translation>暴露需要每个地点的浓度：现有 %1 和 %2 个。</translation>
    </message>
    <message>
        <source>Place %1 has %2 people and %3 µg/m³.</source>
        <translation>地点 %1 有 %2 人和 %3 µg/m³。</translation>
    </message>
    <message>
        <source>Exposure needs people: none are known.</source>
        <translation>暴露需要人口：目前没有已知人口。</translation>
    </message>
    <message>
        <source>People are spread over buildings of at least one storey: there are %1 people and %2 storeys.</source>
        <translation>人口分布在至少一层的建筑中：现有 %1 人和 %2 层。</translation>
    </message>
    <message>
        <source>Building %1 has an area of %2 m².</source>
        <translation>建筑 %1 的面积为 %2 m²。</translation>
    </message>
    <message>
        <source>None of %1 buildings is a dwelling with an area.</source>
        <translation>%1 栋建筑中没有一栋是有面积的住宅。</translation>
    </message>
    <message>
        <source>Crash prediction: %1 is %2; it must be a number from 0.</source>
        <translation>事故预测：%1 为 %2；必须是不小于 0 的数。</translation>
    </message>
    <message>
        <source>Crash prediction: turn lanes or bans on %1 approaches of a junction that has %2.</source>
        <translation>事故预测：在 %1 个进口设转弯车道或禁令，而路口只有 %2 个进口。</translation>
    </message>
    <message>
        <source>A day&apos;s traffic needs a flow from 0 and the hour&apos;s share of the day between 0.01 and 0.5; these are %1 and %2.</source>
        <translation>日交通量需要不小于 0 的流量，以及 0.01 至 0.5 之间的小时占比；现为 %1 和 %2。</translation>
    </message>
    <message>
        <source>A day&apos;s traffic needs periods of 24 hours at most and a week factor above 0; these are %1 and %2.</source>
        <translation>日交通量需要总共不超过 24 小时的时段和大于 0 的周系数；现为 %1 和 %2。</translation>
    </message>
    <message>
        <source>Empirical Bayes needs a prediction and years above 0, overdispersion and observed crashes from 0; these are %1, %2, %3, %4.</source>
        <translation>经验贝叶斯需要大于 0 的预测值和年数、不小于 0 的过度离散和观测事故数；现为 %1、%2、%3、%4。</translation>
    </message>
    <message>
        <source>Crashes after a measure need a prediction above 0 before it, one from 0 after it and a factor from 0; these are %1, %2, %3.</source>
        <translation>措施后的事故数需要措施前大于 0 的预测、措施后不小于 0 的预测和不小于 0 的系数；现为 %1、%2、%3。</translation>
    </message>
    <message>
        <source>In %1, the measure &quot;%2&quot; has no usable &quot;%3&quot;.</source>
        <translation>在 %1 中，措施“%2”没有可用的“%3”。</translation>
    </message>
    <message>
        <source>The measure &quot;%1&quot; stands twice.</source>
        <translation>措施“%1”出现两次。</translation>
    </message>
    <message>
        <source>The measures &quot;%1&quot; and &quot;%2&quot; exclude each other: take one of them away.</source>
        <translation>措施“%1”和“%2”互相排斥：请去掉其中一个。</translation>
    </message>
    <message>
        <source>There is no crash measure &quot;%1&quot;. There is: %2.</source>
        <translation>没有事故措施“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>Flows, capacities, lengths and times start at 0; one is %1.</source>
        <translation>流量、通行能力、长度和时间不能小于 0；其中一个为 %1。</translation>
    </message>
    <message>
        <source>A queue needs a time step above 0 and capacities from minute 0.</source>
        <translation>排队需要大于 0 的时间步，以及从第 0 分钟起的通行能力。</translation>
    </message>
    <message>
        <source>Capacity %1 does not begin after the one before it.</source>
        <translation>第 %1 个通行能力的起始时间不在前一个之后。</translation>
    </message>
    <message>
        <source>An inflow of %1 vehicles/h is not below the road&apos;s capacity of %2: the queue never ends.</source>
        <translation>流入 %1 辆/h 不低于道路通行能力 %2：排队永不消散。</translation>
    </message>
    <message>
        <source>A time step of %1 min is longer than the %2 min that a vehicle or a wave needs for the link.</source>
        <translation>时间步 %1 分钟大于车辆或波通过路段所需的 %2 分钟。</translation>
    </message>
    <message>
        <source>A fundamental diagram needs free speed, wave speed and jam density above 0; these are %1, %2, %3.</source>
        <translation>基本图需要大于 0 的自由流速度、波速和阻塞密度；现为 %1、%2、%3。</translation>
    </message>
    <message>
        <source>Rain, snow and visibility start at 0; one is %1.</source>
        <translation>降雨、降雪和能见度不能小于 0；其中一个为 %1。</translation>
    </message>
    <message>
        <source>The temperature is not a number.</source>
        <translation>温度不是数字。</translation>
    </message>
    <message>
        <source>There are %1 matrices for %2 vehicle classes. Give one for each class.</source>
        <translation>%2 个车辆类别有 %1 个矩阵。请为每个类别提供一个。</translation>
    </message>
    <message>
        <source>The matrix has %1 zones, but the network has %2. Check that both belong together.</source>
        <translation>矩阵有 %1 个小区，而路网有 %2 个。请检查两者是否配套。</translation>
    </message>
    <message>
        <source>Link %1 has the capacity %2. Give it a capacity above 0, or close the link.</source>
        <translation>路段 %1 的通行能力为 %2。请给出大于 0 的通行能力，或关闭该路段。</translation>
    </message>
    <message>
        <source>Link %1 has the free-flow time %2. It must be 0 or more minutes.</source>
        <translation>路段 %1 的自由流时间为 %2。必须不小于 0 分钟。</translation>
    </message>
    <message>
        <source>Link %1 has a delay function with coefficient %2 and power %3. Both must be 0 or more, the power of a conical function above 1.</source>
        <translation>路段 %1 的延误函数系数为 %2、幂为 %3。两者都必须不小于 0；锥形函数的幂须大于 1。</translation>
    </message>
    <message>
        <source>Link %1 (number %2) begins or ends at a node that there is not. Add the node or remove the link.</source>
        <translation>路段 %1（编号 %2）的起点或终点节点不存在。请添加该节点或删除该路段。</translation>
    </message>
    <message>
        <source>The length or the toll of link %1 is not a number.</source>
        <translation>路段 %1 的长度或收费不是数字。</translation>
    </message>
    <message>
        <source>The tolls or bans of the vehicle class &quot;%1&quot; are not one for each of %2 links.</source>
        <translation>车辆类别“%1”的收费或禁行与 %2 条路段不是一一对应。</translation>
    </message>
    <message>
        <source>A vehicle of the class &quot;%1&quot; counts as %2 cars. It must be more than 0.</source>
        <translation>类别“%1”的一辆车折算为 %2 辆小汽车。必须大于 0。</translation>
    </message>
    <message>
        <source>Link %1 costs %2 minutes at no traffic. A cost below 0 has no equilibrium: check its toll and length and their factors.</source>
        <translation>路段 %1 在无车流时的成本为 %2 分钟。成本小于 0 时不存在均衡：请检查其收费、长度及其系数。</translation>
    </message>
    <message>
        <source>%1 nodes say whether routes may pass, but the network has %2 nodes.</source>
        <translation>%1 个节点说明了可否通过，而路网有 %2 个节点。</translation>
    </message>
    <message>
        <source>Zone %1 lies at a node that there is not.</source>
        <translation>小区 %1 所在的节点不存在。</translation>
    </message>
    <message>
        <source>Zone %1 lies at the node of another zone. Give each its own node.</source>
        <translation>小区 %1 位于另一小区的节点上。请给每个小区各自的节点。</translation>
    </message>
    <message>
        <source>A turn from link number %1 to link number %2 names a link that there is not.</source>
        <translation>从路段编号 %1 到 %2 的转向引用了不存在的路段。</translation>
    </message>
    <message>
        <source>The links %1 and %2 of a turn do not meet.</source>
        <translation>转向的路段 %1 和 %2 不相接。</translation>
    </message>
    <message>
        <source>The turn from link %1 to link %2 costs %3 minutes. It must be 0 or more.</source>
        <translation>从路段 %1 到路段 %2 的转向成本为 %3 分钟。必须不小于 0。</translation>
    </message>
    <message>
        <source>The network has no vehicle class.</source>
        <translation>路网没有车辆类别。</translation>
    </message>
    <message>
        <source>Trips name the zone at position %1, but there are %2 zones. Check the matrix against the network.</source>
        <translation>出行量引用了第 %1 个小区，而只有 %2 个小区。请核对矩阵与路网。</translation>
    </message>
    <message>
        <source>The trips from zone %1 to zone %2 are %3. Trips must be 0 or more.</source>
        <translation>从小区 %1 到小区 %2 的出行量为 %3。必须不小于 0。</translation>
    </message>
    <message>
        <source>The matrix has %1 values, but %2 zones need %3. Check the matrix against the network.</source>
        <translation>矩阵有 %1 个数值，而 %2 个小区需要 %3 个。请核对矩阵与路网。</translation>
    </message>
    <message>
        <source>A period of %1 hours. Give it more than 0.</source>
        <translation>时段为 %1 小时。必须大于 0。</translation>
    </message>
    <message>
        <source>This assignment has no routes. Use the bush algorithm to ask for routes.</source>
        <translation>此分配没有路径。要查询路径，请使用 bush 算法。</translation>
    </message>
    <message>
        <source>The result belongs to another network.</source>
        <translation>此结果属于另一个路网。</translation>
    </message>
    <message>
        <source>There is no link number %1 in a network of %2 links.</source>
        <translation>%2 条路段的路网中没有编号为 %1 的路段。</translation>
    </message>
    <message>
        <source>%1 times are given for %2 links, or the vehicle class is not one of %3.</source>
        <translation>给出 %1 个时间对应 %2 条路段，或车辆类别不在 %3 个之内。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is missing.</source>
        <translation>缺少列“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the column &quot;%2&quot; is not a number.</source>
        <translation>列“%2”中的“%1”不是数字。</translation>
    </message>
    <message>
        <source>The node %1 is named twice.</source>
        <translation>节点 %1 出现两次。</translation>
    </message>
    <message>
        <source>The node %1 is not in node.csv.</source>
        <translation>节点 %1 不在 node.csv 中。</translation>
    </message>
    <message>
        <source>The link has neither a free-flow time (vdf_fftt) nor a free_speed.</source>
        <translation>该路段既没有自由流时间（vdf_fftt），也没有 free_speed。</translation>
    </message>
    <message>
        <source>The zone %1 is not in the network. Check that both belong together.</source>
        <translation>小区 %1 不在路网中。请检查两者是否配套。</translation>
    </message>
    <message>
        <source>%1 trips: they must be 0 or more.</source>
        <translation>出行量 %1：必须不小于 0。</translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot;. Check its name.</source>
        <translation>没有文件“%1”。请检查文件名。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read: %2</source>
        <translation>无法读取文件“%1”：%2</translation>
    </message>
    <message>
        <source>A value stands before &lt;END OF METADATA&gt;. Is this a TNTP file?</source>
        <translation>在 &lt;END OF METADATA&gt; 之前出现了数值。这是 TNTP 文件吗？</translation>
    </message>
    <message>
        <source>The line &lt;END OF METADATA&gt; is missing. Is this a TNTP file?</source>
        <translation>缺少 &lt;END OF METADATA&gt; 行。这是 TNTP 文件吗？</translation>
    </message>
    <message>
        <source>The line &lt;%1&gt; is missing or is not a whole number.</source>
        <translation>缺少 &lt;%1&gt; 行，或其值不是整数。</translation>
    </message>
    <message>
        <source>The line &lt;%1&gt; is not a number.</source>
        <translation>&lt;%1&gt; 行不是数字。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a node from 1 to %2.</source>
        <translation>“%1”不是 1 至 %2 的节点。</translation>
    </message>
    <message>
        <source>A link needs init_node, term_node, capacity, length, free_flow_time, b and power; %1 values were found.</source>
        <translation>路段需要 init_node、term_node、capacity、length、free_flow_time、b 和 power；只找到 %1 个数值。</translation>
    </message>
    <message>
        <source>The file names %1 zones but only %2 nodes.</source>
        <translation>文件声明了 %1 个小区，却只有 %2 个节点。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not &quot;destination : trips&quot;.</source>
        <translation>“%1”不是“终点 : 出行量”。</translation>
    </message>
    <message>
        <source>Trips go to zone %1, but the network has %2 zones. Check that both files belong together.</source>
        <translation>出行量到小区 %1，而路网有 %2 个小区。请检查两个文件是否配套。</translation>
    </message>
    <message>
        <source>The file names %1 links but has %2. Is it complete?</source>
        <translation>文件声明了 %1 条路段，实际有 %2 条。文件完整吗？</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not name a zone from 1 to %2.</source>
        <translation>“%1”不是 1 至 %2 的小区。</translation>
    </message>
    <message>
        <source>Trips stand before the first &quot;Origin&quot; line.</source>
        <translation>在第一个“Origin”行之前出现了出行量。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not &quot;from to volume cost&quot;.</source>
        <translation>“%1”不是“起点 终点 流量 成本”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not &quot;node x y&quot;.</source>
        <translation>“%1”不是“节点 x y”。</translation>
    </message>
    <message>
        <source>No place has people or jobs. Zones need some.</source>
        <translation>没有任何地点有人口或岗位。小区需要它们。</translation>
    </message>
    <message>
        <source>The city has %1 roads and %2 zones. An assignment needs both.</source>
        <translation>城市有 %1 条道路和 %2 个小区。交通分配两者都需要。</translation>
    </message>
    <message>
        <source>%1 zones send trips and %2 receive some, with %3 travel times. Give all of them for the same zones.</source>
        <translation>%1 个小区产生出行，%2 个吸引出行，有 %3 个行程时间。请为相同的小区给出全部数据。</translation>
    </message>
    <message>
        <source>The trips of zone %1 are %2 from and %3 to it. They must be 0 or more.</source>
        <translation>小区 %1 的出行量为产生 %2、吸引 %3。必须不小于 0。</translation>
    </message>
    <message>
        <source>The trips of zone %1 cannot travel: no other zone is in reach. Connect it, or give it no trips.</source>
        <translation>小区 %1 的出行无法完成：没有可达的其他小区。请将其连通，或不给它出行量。</translation>
    </message>
    <message>
        <source>No spread of trips gives a mean of %1 minutes in this network. Try another mean.</source>
        <translation>在此路网中，没有任何出行分布能得到平均 %1 分钟。请换一个平均值。</translation>
    </message>
    <message>
        <source>There are no counts to meet.</source>
        <translation>没有可供匹配的计数。</translation>
    </message>
    <message>
        <source>A count stands on link number %1, but there are %2 links.</source>
        <translation>计数位于路段编号 %1，而只有 %2 条路段。</translation>
    </message>
    <message>
        <source>The count on link %1 is %2 with the weight %3. Both must be 0 or more.</source>
        <translation>路段 %1 的计数为 %2，权重 %3。两者都必须不小于 0。</translation>
    </message>
    <message>
        <source>A matrix is estimated with the routes of the bush algorithm, from a matrix to begin with.</source>
        <translation>矩阵估计需要 bush 算法的路径和一个初始矩阵。</translation>
    </message>
    <message>
        <source>%1 roads are described, but the network has %2 links.</source>
        <translation>描述了 %1 条道路，而路网有 %2 条路段。</translation>
    </message>
    <message>
        <source>Link %1 has a length of %2 m, %3 lanes and a limit of %4 km/h. None may be below 0.</source>
        <translation>路段 %1 长 %2 m、%3 条车道、限速 %4 km/h。均不得小于 0。</translation>
    </message>
    <message>
        <source>The base case has no demand. Give it at least one period.</source>
        <translation>基准方案没有需求。请至少给出一个时段。</translation>
    </message>
    <message>
        <source>Period &quot;%1&quot; begins at %2 and lasts %3 hours. Give it hours of a day.</source>
        <translation>时段“%1”从 %2 开始，持续 %3 小时。请给出一天之内的小时。</translation>
    </message>
    <message>
        <source>Period &quot;%1&quot; has %2 matrices for %3 vehicle classes. Give one for each.</source>
        <translation>时段“%1”有 %2 个矩阵对应 %3 个车辆类别。请为每个类别给出一个。</translation>
    </message>
    <message>
        <source>A matrix of period &quot;%1&quot; has %2 zones, but the network has %3.</source>
        <translation>时段“%1”的矩阵有 %2 个小区，而路网有 %3 个。</translation>
    </message>
    <message>
        <source>The periods last %1 hours and carry %2 of a day&apos;s traffic. At most 24 hours and a share above 0, at most 1, make sense.</source>
        <translation>各时段共 %1 小时，承担一天交通量的 %2。最多 24 小时，份额应大于 0 且不超过 1。</translation>
    </message>
    <message>
        <source>Places of nodes, residents, jobs, population or fleets of the base case do not fit its network.</source>
        <translation>基准方案的节点位置、居民、岗位、人口或车队与其路网不符。</translation>
    </message>
    <message>
        <source>Residents, jobs, population, background and calibration must be 0 or more.</source>
        <translation>居民、岗位、人口、背景浓度和校准系数必须不小于 0。</translation>
    </message>
    <message>
        <source>A node lies at longitude %1, latitude %2.</source>
        <translation>有节点位于经度 %1、纬度 %2。</translation>
    </message>
    <message>
        <source>Station &quot;%1&quot; lies at a node that there is not.</source>
        <translation>站点“%1”所在的节点不存在。</translation>
    </message>
    <message>
        <source>The base case is damaged. Make it again from its sources.</source>
        <translation>基准方案已损坏。请从其来源重新生成。</translation>
    </message>
    <message>
        <source>The base case was written by another version of the program (layout %1). Make it again from its sources.</source>
        <translation>基准方案由程序的另一版本写成（布局 %1）。请从其来源重新生成。</translation>
    </message>
    <message>
        <source>The points of nodes have no column &quot;id&quot;.</source>
        <translation>节点的点没有“id”列。</translation>
    </message>
    <message>
        <source>Node %1 of the network has no place in this file.</source>
        <translation>路网的节点 %1 在此文件中没有位置。</translation>
    </message>
    <message>
        <source>A unit of length of %1 m makes no sense.</source>
        <translation>%1 m 的长度单位没有意义。</translation>
    </message>
    <message>
        <source>The hours %1 to %2 are not hours of a day, 0 to 24.</source>
        <translation>%1 至 %2 不是一天之内的小时（0 至 24）。</translation>
    </message>
    <message>
        <source>No period of the base case has its middle between %1 and %2 o&apos;clock. Its periods are: %3.</source>
        <translation>基准方案没有任何时段的中点在 %1 至 %2 点之间。其时段为：%3。</translation>
    </message>
    <message>
        <source>No link is named.</source>
        <translation>没有指定路段。</translation>
    </message>
    <message>
        <source>There is no link %1 in the base case. Check that the scenario belongs to it.</source>
        <translation>基准方案中没有路段 %1。请检查该情景是否属于它。</translation>
    </message>
    <message>
        <source>Link %1 was closed by edit %2. Remove one of the two edits.</source>
        <translation>路段 %1 已被编辑 %2 封闭。请去掉两个编辑之一。</translation>
    </message>
    <message>
        <source>Link %1 is closed in the base case.</source>
        <translation>路段 %1 在基准方案中是封闭的。</translation>
    </message>
    <message>
        <source>Link %1 is named twice.</source>
        <translation>路段 %1 出现两次。</translation>
    </message>
    <message>
        <source>There is no node %1 in the base case.</source>
        <translation>基准方案中没有节点 %1。</translation>
    </message>
    <message>
        <source>There is no zone %1 in the base case.</source>
        <translation>基准方案中没有小区 %1。</translation>
    </message>
    <message>
        <source>There is no vehicle class &quot;%1&quot;. There is: %2.</source>
        <translation>没有车辆类别“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>Fleets and safety measures hold all day. Take the hours off this edit.</source>
        <translation>车队和安全措施全天有效。请去掉此编辑的小时。</translation>
    </message>
    <message>
        <source>There are no trips that show where guests of the event come from.</source>
        <translation>没有出行能说明活动来宾来自何处。</translation>
    </message>
    <message>
        <source>Link %1 would have %2 lanes. Give it at least 1, or close it.</source>
        <translation>路段 %1 将有 %2 条车道。请至少给 1 条，或将其封闭。</translation>
    </message>
    <message>
        <source>The base case does not know how many lanes link %1 has. Change its capacity instead.</source>
        <translation>基准方案不知道路段 %1 有几条车道。请改为更改其通行能力。</translation>
    </message>
    <message>
        <source>The speed limit of link %1 would be %2. Give more than 0, or close it.</source>
        <translation>路段 %1 的限速将为 %2。请给出大于 0 的值，或将其封闭。</translation>
    </message>
    <message>
        <source>The share that follows the limit is %1, not 0 to 1.</source>
        <translation>遵守限速的份额为 %1，不在 0 至 1 之间。</translation>
    </message>
    <message>
        <source>The base case does not know the speed on link %1. Give a factor instead.</source>
        <translation>基准方案不知道路段 %1 的速度。请改为给出系数。</translation>
    </message>
    <message>
        <source>The capacity of link %1 would be %2. Give more than 0, or close it.</source>
        <translation>路段 %1 的通行能力将为 %2。请给出大于 0 的值，或将其封闭。</translation>
    </message>
    <message>
        <source>A new link from node %1 to itself goes nowhere.</source>
        <translation>从节点 %1 到其自身的新路段没有去向。</translation>
    </message>
    <message>
        <source>The new link %1 would be %2 m long. Give its length in &quot;lengthM&quot;.</source>
        <translation>新路段 %1 将长 %2 m。请在“lengthM”中给出其长度。</translation>
    </message>
    <message>
        <source>The new link %1 would have a limit of %2 km/h. Give more than 0.</source>
        <translation>新路段 %1 的限速将为 %2 km/h。请给出大于 0 的值。</translation>
    </message>
    <message>
        <source>The new link %1 would have the capacity %2. Give more than 0.</source>
        <translation>新路段 %1 的通行能力将为 %2。请给出大于 0 的值。</translation>
    </message>
    <message>
        <source>The new link %1 would have %2 lanes. Give at least 1.</source>
        <translation>新路段 %1 将有 %2 条车道。请至少给 1 条。</translation>
    </message>
    <message>
        <source>The delay at the signal is no number.</source>
        <translation>信号处的延误不是数字。</translation>
    </message>
    <message>
        <source>Link %1 takes %2 s without traffic. A signal cannot take %3 s off it.</source>
        <translation>路段 %1 在无车流时需 %2 s。信号不可能减少 %3 s。</translation>
    </message>
    <message>
        <source>%1 tolls are given for %2 links. Give one, or one each.</source>
        <translation>%2 条路段给出了 %1 个收费。请给一个，或每条一个。</translation>
    </message>
    <message>
        <source>A toll of %1 makes no sense. Give 0 or more.</source>
        <translation>%1 的收费没有意义。请给出不小于 0 的值。</translation>
    </message>
    <message>
        <source>The base case gives vehicles of the class &quot;%1&quot; no value of time, so that a toll would change nothing. Set its toll factor, minutes a unit of toll.</source>
        <translation>基准方案没有给类别“%1”的车辆时间价值，收费不会改变任何结果。请设置其收费系数（每单位收费的分钟数）。</translation>
    </message>
    <message>
        <source>The low-emission zone keeps nobody out. Name classes or types of vehicles.</source>
        <translation>低排放区没有禁止任何车辆。请指定车辆类别或车型。</translation>
    </message>
    <message>
        <source>Trips times %1 make no sense. Give a factor of 0 or more.</source>
        <translation>出行乘以 %1 没有意义。请给出不小于 0 的系数。</translation>
    </message>
    <message>
        <source>%1 trips to or from zone %2 make no sense.</source>
        <translation>往返小区 %2 的 %1 次出行没有意义。</translation>
    </message>
    <message>
        <source>The weather leaves %1 of the capacity and %2 of the free speed. Both must be above 0.</source>
        <translation>天气使通行能力剩 %1、自由流速度剩 %2。两者都必须大于 0。</translation>
    </message>
    <message>
        <source>No safety measure is named.</source>
        <translation>没有指定安全措施。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a measure for junctions, whose crashes a scenario does not predict. Take one for stretches of road.</source>
        <translation>“%1”是路口措施，而情景不预测路口的事故。请选择路段措施。</translation>
    </message>
    <message>
        <source>Give either &quot;%1&quot;, the new value, or &quot;times&quot;, a factor.</source>
        <translation>请给出新值“%1”或系数“times”之一。</translation>
    </message>
    <message>
        <source>There is no class of roads &quot;%1&quot;. Take one of: %2.</source>
        <translation>没有道路等级“%1”。请选择：%2。</translation>
    </message>
    <message>
        <source>A point of &quot;shape&quot; is not [longitude, latitude].</source>
        <translation>“shape”的一个点不是 [经度, 纬度]。</translation>
    </message>
    <message>
        <source>&quot;change&quot; is &quot;%1&quot;. Write one-way or reverse.</source>
        <translation>“change”为“%1”。请写 one-way 或 reverse。</translation>
    </message>
    <message>
        <source>The share of &quot;%1&quot; is no number.</source>
        <translation>“%1”的份额不是数字。</translation>
    </message>
    <message>
        <source>There is no edit of the kind &quot;%1&quot;. Take one of: %2.</source>
        <translation>没有种类为“%1”的编辑。请选择：%2。</translation>
    </message>
    <message>
        <source>&quot;hours&quot; is not a pair such as [16, 19].</source>
        <translation>“hours”不是如 [16, 19] 的一对数。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing or no text.</source>
        <translation>字段“%1”缺失或不是文本。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is no text.</source>
        <translation>字段“%1”不是文本。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing or no number.</source>
        <translation>字段“%1”缺失或不是数字。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing or no whole number.</source>
        <translation>字段“%1”缺失或不是整数。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is neither true nor false.</source>
        <translation>字段“%1”既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is no list.</source>
        <translation>字段“%1”不是列表。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is no object.</source>
        <translation>字段“%1”不是对象。</translation>
    </message>
    <message>
        <source>The list &quot;%1&quot; holds something else than texts.</source>
        <translation>列表“%1”中有非文本的内容。</translation>
    </message>
    <message>
        <source>The list &quot;%1&quot; holds something else than numbers.</source>
        <translation>列表“%1”中有非数字的内容。</translation>
    </message>
    <message>
        <source>The list &quot;%1&quot; is missing or names no link.</source>
        <translation>列表“%1”缺失或没有指定路段。</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;. Known are: %2. Check its spelling.</source>
        <translation>没有字段“%1”。已知的有：%2。请检查拼写。</translation>
    </message>
    <message>
        <source>There is no indicator &quot;%1&quot;. Take one of: %2.</source>
        <translation>没有指标“%1”。请选择：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not name a link. Write the ids of its ends, such as 10-16, or 10-16#2 for the second of parallel links.</source>
        <translation>“%1”不是路段。请写其两端的编号，如 10-16；平行路段的第二条写 10-16#2。</translation>
    </message>
    <message>
        <source>The base case does not know where its links lie. Write a CSV file, or give it the places of its nodes.</source>
        <translation>基准方案不知道其路段的位置。请写成 CSV 文件，或给出节点的位置。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not name a base case.</source>
        <translation>“%1”不是基准方案。</translation>
    </message>
    <message>
        <source>The folder cannot be made. Check who may write there.</source>
        <translation>无法创建文件夹。请检查写入权限。</translation>
    </message>
    <message>
        <source>The base case of these scenarios is not in the city: %1.</source>
        <translation>这些情景的基准方案不在此城市中：%1。</translation>
    </message>
    <message>
        <source>The file cannot be removed.</source>
        <translation>无法删除文件。</translation>
    </message>
    <message>
        <source>There is no scenario &quot;%1&quot;. There is: %2.</source>
        <translation>没有情景“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>Scenario &quot;%1&quot; is its own ancestor.</source>
        <translation>情景“%1”是其自身的上级。</translation>
    </message>
    <message>
        <source>Scenario &quot;%1&quot; uses the modification &quot;%2&quot;, which is missing.</source>
        <translation>情景“%1”使用了修改“%2”，而它不存在。</translation>
    </message>
    <message>
        <source>In scenario &quot;%1&quot;, modification &quot;%2&quot; depends on &quot;%3&quot;. Use that too, before it.</source>
        <translation>在情景“%1”中，修改“%2”依赖于“%3”。请在其之前也使用它。</translation>
    </message>
    <message>
        <source>In scenario &quot;%1&quot;, modification &quot;%2&quot; excludes &quot;%3&quot;. Use one of the two.</source>
        <translation>在情景“%1”中，修改“%2”与“%3”互斥。请只用其一。</translation>
    </message>
    <message>
        <source>Two edits of &quot;%1&quot; have the id &quot;%2&quot;.</source>
        <translation>“%1”中有两个编辑的编号为“%2”。</translation>
    </message>
    <message>
        <source>The scenarios are judged by nothing. Choose at least one indicator.</source>
        <translation>情景没有评判依据。请至少选择一个指标。</translation>
    </message>
    <message>
        <source>Two modifications have the id &quot;%1&quot;, or it is empty.</source>
        <translation>两个修改的编号为“%1”，或编号为空。</translation>
    </message>
    <message>
        <source>Modification &quot;%1&quot; names the modification &quot;%2&quot;, which is missing or itself.</source>
        <translation>修改“%1”引用了修改“%2”，而它不存在或就是其自身。</translation>
    </message>
    <message>
        <source>Two scenarios have the id &quot;%1&quot;, or it is empty.</source>
        <translation>两个情景的编号为“%1”，或编号为空。</translation>
    </message>
    <message>
        <source>The parent &quot;%2&quot; of scenario &quot;%1&quot; is missing or comes after it.</source>
        <translation>情景“%1”的上级“%2”不存在或排在其后。</translation>
    </message>
    <message>
        <source>The scenarios &quot;%1&quot; belong to another city or another state of it (base case %2, not %3). Open the base case that they were made for.</source>
        <translation>情景“%1”属于另一城市或其另一状态（基准方案 %2，而不是 %3）。请打开其对应的基准方案。</translation>
    </message>
    <message>
        <source>The format is &quot;%1&quot;, not &quot;%2&quot;.</source>
        <translation>格式为“%1”，而不是“%2”。</translation>
    </message>
    <message>
        <source>The scenarios were written in version %1 of their format. This program reads version %2.</source>
        <translation>这些情景以格式版本 %1 写成。本程序读取版本 %2。</translation>
    </message>
    <message>
        <source>The scenario file cannot be read: %1.</source>
        <translation>无法读取情景文件：%1。</translation>
    </message>
    <message>
        <source>This is no JSON object: %1.</source>
        <translation>这不是 JSON 对象：%1。</translation>
    </message>
    <message>
        <source>The base case does not know where its nodes lie, which SUMO needs. Give it the places of its nodes.</source>
        <translation>基准方案不知道其节点的位置，而 SUMO 需要它们。请给出节点的位置。</translation>
    </message>
    <message>
        <source>There is no period number %1.</source>
        <translation>没有编号为 %1 的时段。</translation>
    </message>
    <message>
        <source>There is no link number %1 in period %2.</source>
        <translation>时段 %2 中没有编号为 %1 的路段。</translation>
    </message>
    <message>
        <source>The model&apos;s blend is damaged or missing. Train it again.</source>
        <translation>模型的组合权重损坏或缺失。请重新训练。</translation>
    </message>
    <message>
        <source>There is no zone &quot;%1&quot;. Type its number, or click it on the map.</source>
        <translation>没有小区“%1”。请输入其编号，或在地图上点击。</translation>
    </message>
    <message>
        <source>An event is in one zone. Type its number, or click it on the map.</source>
        <translation>活动位于一个小区。请输入其编号，或在地图上点击。</translation>
    </message>
    <message>
        <source>Choose a road first: click it on the map.</source>
        <translation>请先选择道路：在地图上点击。</translation>
    </message>
    <message>
        <source>There is no base case yet. Make one first.</source>
        <translation>还没有基准方案。请先生成一个。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; are no hours. Write them as 16:00-19:00.</source>
        <translation>“%1”不是时间段。请写成 16:00-19:00。</translation>
    </message>
    <message>
        <source>These scenarios need a base case. Make it from the city&apos;s streets or open its network first.</source>
        <translation>这些情景需要基准方案。请先从城市街道生成，或打开其路网。</translation>
    </message>
    <message>
        <source>There is no road &quot;%1&quot;. Type its name, or the numbers of its ends such as &quot;10-16&quot;.</source>
        <translation>没有道路“%1”。请输入其名称，或两端的编号，如“10-16”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could be several roads: %2. Type more of its name.</source>
        <translation>“%1”可能是多条道路：%2。请输入更完整的名称。</translation>
    </message>
    <message>
        <source>Both directions of link %1 are to be one-way, which would close the road. Name the direction that stays.</source>
        <translation>路段 %1 的两个方向都要改为单行，这会封闭道路。请指定保留的方向。</translation>
    </message>
    <message>
        <source>The traffic exceeds capacities so far that times are not finite. Check the units of capacities and trips.</source>
        <translation>交通量远超通行能力，以致时间不是有限值。请检查通行能力和出行量的单位。</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a place such as &quot;sensors.csv:12&quot;, %2 a whole sentence about what is wrong there</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Exposure</name>
    <message>
        <source>WHO guideline of 2021</source>
        <translation>世卫组织 2021 年准则值</translation>
    </message>
    <message>
        <source>EU limit from 2030</source>
        <translation>欧盟 2030 年起限值</translation>
    </message>
</context>
<context>
    <name>Fleets</name>
    <message>
        <source>Mixed traffic, Europe 2025</source>
        <translation>混合车流，欧洲 2025</translation>
    </message>
    <message>
        <source>Cars, Europe 2025</source>
        <translation>小汽车，欧洲 2025</translation>
    </message>
    <message>
        <source>Vans, Europe 2025</source>
        <translation>轻型货车，欧洲 2025</translation>
    </message>
    <message>
        <source>Trucks, Europe 2025</source>
        <translation>货车，欧洲 2025</translation>
    </message>
    <message>
        <source>Buses, Europe 2025</source>
        <translation>公交车，欧洲 2025</translation>
    </message>
    <message>
        <source>Electric cars</source>
        <translation>电动小汽车</translation>
    </message>
</context>
<context>
    <name>IncidentCard</name>
    <message>
        <source>The data are reports and calls, not all that happened: where people call less, or fewer officers patrol, less is seen.</source>
        <translation>这些数据是报告和报警，并非实际发生的全部：报警较少或巡逻较少的地方，看到的也较少。</translation>
    </message>
    <message>
        <source>A cell says where to expect work for the services. It says nothing about the people who live there, and must not be used to rank people, households or streets.</source>
        <translation>网格单元说明哪里可能需要出动，与居住在那里的人无关，不得用来给人、住户或街道排名。</translation>
    </message>
    <message>
        <source>Sending patrols where reports were finds more there: trained on its own consequences, a model confirms itself. Compare with areas left as they were.</source>
        <translation>哪里报告多就往哪里派巡逻，就会在那里发现更多：用自身造成的结果训练，模型只会印证自己。请与未作改变的区域比较。</translation>
    </message>
    <message>
        <source>Positions are rounded to a block or a crossing, and times often to the full hour; a finer cell or hour than the source is false precision.</source>
        <translation>位置按街区或路口取整，时间往往按整点取整；比来源更细的网格单元或时段只是虚假的精度。</translation>
    </message>
    <message>
        <source>Hit rate, PAI and PEI hold for this cell size, area and share of it only; figures of other grids cannot be compared with them.</source>
        <translation>命中率、PAI 和 PEI 只适用于这一网格单元大小、区域和区域占比；不能与其他网格的数值比较。</translation>
    </message>
    <message>
        <source>An expected count is an average with an interval, not a forecast of a single event.</source>
        <translation>期望数是带区间的平均值，并不预测某一起事件。</translation>
    </message>
</context>
<context>
    <name>Kpi</name>
    <message>
        <source>Trips without a route are not in it.</source>
        <translation>没有路径的出行不计入其中。</translation>
    </message>
    <message>
        <source>The assignment is still above its goal for the gap.</source>
        <translation>分配尚未达到间隙目标。</translation>
    </message>
    <message>
        <source>The demand was made, not observed.</source>
        <translation>需求是合成的，而非观测的。</translation>
    </message>
    <message>
        <source>Trips stand for residents and jobs, which are not known.</source>
        <translation>居民和岗位未知，以出行代替。</translation>
    </message>
    <message>
        <source>Some people are reached by no station.</source>
        <translation>有些人没有任何站点可达。</translation>
    </message>
    <message>
        <source>Trips stand for residents, who are not known.</source>
        <translation>居民未知，以出行代替。</translation>
    </message>
    <message>
        <source>Some traffic is outside the range of its emission factors.</source>
        <translation>部分车流超出排放因子的适用范围。</translation>
    </message>
    <message>
        <source>The day is expanded from the periods of the base case.</source>
        <translation>全天由基准方案的时段推算。</translation>
    </message>
    <message>
        <source>The wind of the year is not known: an even one was assumed.</source>
        <translation>全年风况未知：假定为均匀。</translation>
    </message>
    <message>
        <source>The background is not known: only the traffic&apos;s part is in it.</source>
        <translation>背景浓度未知：只含交通的部分。</translation>
    </message>
    <message>
        <source>Where people live was estimated, not counted.</source>
        <translation>居住地点是估计的，而非统计的。</translation>
    </message>
    <message>
        <source>Some roads carry more traffic than the model was fitted to.</source>
        <translation>部分道路的交通量超出模型的拟合范围。</translation>
    </message>
    <message>
        <source>Some roads are no urban arterials, for which it is.</source>
        <translation>部分道路不是该模型所针对的城市干道。</translation>
    </message>
    <message>
        <source>Some speeds change by more than the model covers.</source>
        <translation>部分速度变化超出模型范围。</translation>
    </message>
    <message>
        <source>Not calibrated with crashes of the region.</source>
        <translation>未用当地事故校准。</translation>
    </message>
    <message>
        <source>User equilibrium (Wardrop 1952; Beckmann and others 1956)</source>
        <translation>用户均衡（Wardrop 1952；Beckmann 等 1956）</translation>
    </message>
    <message>
        <source>A steady state of each period: queues that grow from one period into the next are not in it.</source>
        <translation>各时段的稳态：不含跨时段增长的排队。</translation>
    </message>
    <message>
        <source>Total travel time</source>
        <translation>总行程时间</translation>
    </message>
    <message>
        <source>Travel time of a trip</source>
        <translation>单次出行时间</translation>
    </message>
    <message>
        <source>Delay over free flow</source>
        <translation>相对自由流的延误</translation>
    </message>
    <message>
        <source>Mean speed</source>
        <translation>平均速度</translation>
    </message>
    <message>
        <source>Distance driven</source>
        <translation>行驶里程</translation>
    </message>
    <message>
        <source>Trips without a route</source>
        <translation>没有路径的出行</translation>
    </message>
    <message>
        <source>Destinations within reach</source>
        <translation>可达目的地</translation>
    </message>
    <message>
        <source>Cumulative opportunities: the share of all destinations within the given time, mean over the people (Hansen 1959; Vickerman 1974)</source>
        <translation>累积机会：给定时间内可达目的地的份额，按人平均（Hansen 1959；Vickerman 1974）</translation>
    </message>
    <message>
        <source>By car, between zones; a zone is as far from itself as from none.</source>
        <translation>小汽车，小区之间；小区内部不计距离。</translation>
    </message>
    <message>
        <source>Hot emission factors by mean speed and wear (EMEP/EEA guidebook 1.A.3.b)</source>
        <translation>按平均速度的热态排放因子及磨损（EMEP/EEA 指南 1.A.3.b）</translation>
    </message>
    <message>
        <source>Level roads, warm engines, speeds within the curves of the vehicles; no cold start.</source>
        <translation>平路、热机、速度在车辆曲线之内；不含冷启动。</translation>
    </message>
    <message>
        <source>Line sources as Gaussian plumes (Briggs 1973; EPA-454/R-99-005), weighted by people</source>
        <translation>线源高斯烟羽（Briggs 1973；EPA-454/R-99-005），按人口加权</translation>
    </message>
    <message>
        <source>Flat ground within 10 km, winds from 1 m/s; canyons of streets are not in it.</source>
        <translation>10 km 内的平坦地面，风速自 1 m/s；不含街道峡谷。</translation>
    </message>
    <message>
        <source>Nitrogen oxides emitted</source>
        <translation>氮氧化物排放</translation>
    </message>
    <message>
        <source>Fine particles emitted</source>
        <translation>细颗粒物排放</translation>
    </message>
    <message>
        <source>Carbon dioxide emitted</source>
        <translation>二氧化碳排放</translation>
    </message>
    <message>
        <source>Nitrogen dioxide breathed</source>
        <translation>二氧化氮暴露</translation>
    </message>
    <message>
        <source>Line sources as Gaussian plumes (Briggs 1973), NOx to NO2 (Derwent and Middleton 1996), weighted by people</source>
        <translation>线源高斯烟羽（Briggs 1973），NOx 转 NO2（Derwent 与 Middleton 1996），按人口加权</translation>
    </message>
    <message>
        <source>Fine particles breathed</source>
        <translation>细颗粒物暴露</translation>
    </message>
    <message>
        <source>People above the guideline for nitrogen dioxide</source>
        <translation>超过二氧化氮准则值的人口</translation>
    </message>
    <message>
        <source>People above the guideline for fine particles</source>
        <translation>超过细颗粒物准则值的人口</translation>
    </message>
    <message>
        <source>Safety performance functions (Highway Safety Manual 2010, chapter 12), crash modification factors, speed by Elvik 2009</source>
        <translation>安全性能函数（Highway Safety Manual 2010 第 12 章）、事故修正系数、Elvik 2009 速度模型</translation>
    </message>
    <message>
        <source>Urban and suburban arterials of North America: it ranks and compares, and needs a calibration to forecast a number.</source>
        <translation>北美城市及近郊干道：可用于排序和比较；要预测数值需先校准。</translation>
    </message>
    <message>
        <source>Quickest routes at the times of loaded roads from the nearest station, mean over people</source>
        <translation>按负荷路网时间从最近站点出发的最快路径，按人平均</translation>
    </message>
    <message>
        <source>The drive alone, without right of way; the worst period counts.</source>
        <translation>仅行车时间，不含优先通行；以最差时段计。</translation>
    </message>
    <message>
        <source>Fatal crashes</source>
        <translation>死亡事故</translation>
    </message>
    <message>
        <source>Crashes with serious injuries</source>
        <translation>重伤事故</translation>
    </message>
    <message>
        <source>Crashes with slight injuries</source>
        <translation>轻伤事故</translation>
    </message>
    <message>
        <source>Crashes with damage alone</source>
        <translation>仅财产损失事故</translation>
    </message>
    <message>
        <source>Emergency response time</source>
        <translation>应急响应时间</translation>
    </message>
    <message>
        <source>People reached in time</source>
        <translation>及时可达的人口</translation>
    </message>
    <message>
        <source>More than a third of the hours are calm, which the plume does not know.</source>
        <translation>超过三分之一的小时为静风，而烟羽模型无法处理静风。</translation>
    </message>
    <message>
        <source>Where there is little or much NOx, its share of NO2 is extrapolated.</source>
        <translation>在 NOx 很少或很多之处，NO2 的份额是外推的。</translation>
    </message>
</context>
<context>
    <name>LinkQuantity</name>
    <message>
        <source>Traffic</source>
        <translation>交通量</translation>
    </message>
    <message>
        <source>Travel time</source>
        <translation>行程时间</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Traffic over capacity</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延误</translation>
    </message>
    <message>
        <source>Nitrogen oxides</source>
        <translation>氮氧化物</translation>
    </message>
    <message>
        <source>Fine particles</source>
        <translation>细颗粒物</translation>
    </message>
    <message>
        <source>Carbon dioxide</source>
        <translation>二氧化碳</translation>
    </message>
    <message>
        <source>Crashes with injuries</source>
        <translation>伤亡事故</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Numbers in each hidden layer.</source>
        <translation>每个隐藏层的单元数。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Residual blocks between input and output.</source>
        <translation>输入与输出之间的残差块数。</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入维数</translation>
    </message>
    <message>
        <source>Learned numbers for each site, each time of day and each weekday.</source>
        <translation>为每个测点、一天中的每个时刻和每个星期几学习的数值个数。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>丢弃率</translation>
    </message>
    <message>
        <source>Share of hidden numbers that are left out at random while learning.</source>
        <translation>学习时随机舍去的隐藏单元所占比例。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Samples for each step of the optimiser.</source>
        <translation>优化器每一步所用的样本数。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Highest step size of the optimiser.</source>
        <translation>优化器的最大步幅。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>How strongly weights are drawn towards zero.</source>
        <translation>权重向零收缩的强度。</translation>
    </message>
    <message>
        <source>Samples per epoch</source>
        <translation>每轮样本数</translation>
    </message>
    <message>
        <source>At most so many pairs of window and site are drawn in one epoch.</source>
        <translation>每个轮次最多抽取的“窗口—测点”对数。</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>末值</translation>
    </message>
    <message>
        <source>Everything stays as it was when last observed.</source>
        <translation>一切保持最后一次实测时的状态。</translation>
    </message>
    <message>
        <source>Seasonal mean</source>
        <translation>季节均值</translation>
    </message>
    <message>
        <source>Everything is as usual at this place and time of the week.</source>
        <translation>一切与此地在一周中此时的平常情况相同。</translation>
    </message>
    <message>
        <source>Neural network</source>
        <translation>神经网络</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>惩罚系数</translation>
    </message>
    <message>
        <source>How strongly coefficients are drawn towards zero; 0 chooses it on the last fifth of the training windows.</source>
        <translation>系数向零收缩的强度；0 表示用训练窗口的最后五分之一自动选取。</translation>
    </message>
    <message>
        <source>Lags</source>
        <translation>滞后步数</translation>
    </message>
    <message>
        <source>Steps of all sites that go in, the last ones of the window.</source>
        <translation>输入所有测点的步数，取窗口的最后几步。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Numbers at each site and step of a hidden layer.</source>
        <translation>隐藏层在每个测点、每一步的单元数。</translation>
    </message>
    <message>
        <source>Wu et al. 2019.</source>
        <translation>Wu 等，2019。</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>块数</translation>
    </message>
    <message>
        <source>Groups of layers with growing reach in time; together they see the whole window.</source>
        <translation>时间感受野逐级扩大的层组；合起来覆盖整个窗口。</translation>
    </message>
    <message>
        <source>Learned numbers of each site, from which further ties follow; 0 takes the known ties alone.</source>
        <translation>每个测点学习的数值个数，由此推出更多关联；0 表示只用已知关联。</translation>
    </message>
    <message>
        <source>Numbers in the state of the recurrent cells.</source>
        <translation>循环单元的状态维数。</translation>
    </message>
    <message>
        <source>Li et al. 2018.</source>
        <translation>Li 等，2018。</translation>
    </message>
    <message>
        <source>Learned numbers for the window, each site, time of day and weekday; hidden layers are four times as wide.</source>
        <translation>窗口、每个测点、一天中的时间和星期各自的学习维数；隐藏层宽度为其四倍。</translation>
    </message>
    <message>
        <source>Shao et al. 2022.</source>
        <translation>Shao 等，2022。</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>分位数</translation>
    </message>
    <message>
        <source>Quantiles and absolute error</source>
        <translation>分位数与绝对误差</translation>
    </message>
    <message>
        <source>Quantiles and squared error</source>
        <translation>分位数与平方误差</translation>
    </message>
    <message>
        <source>Quantiles and Huber&apos;s error</source>
        <translation>分位数与 Huber 误差</translation>
    </message>
    <message>
        <source>Likelihood of counts</source>
        <translation>计数似然</translation>
    </message>
    <message>
        <source>Chance of classes</source>
        <translation>类别概率</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>What is made small; counts and classes also change what the network says.</source>
        <translation>训练所最小化的量；选计数或类别时，网络的输出也随之改变。</translation>
    </message>
    <message>
        <source>Koenker and Bassett 1978: gives the whole distribution.</source>
        <translation>Koenker 与 Bassett，1978：给出完整分布。</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How weights follow the gradient.</source>
        <translation>权重如何沿梯度更新。</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>带动量的 SGD</translation>
    </message>
    <message>
        <source>Gradient descent on all data</source>
        <translation>全数据梯度下降</translation>
    </message>
    <message>
        <source>Loshchilov and Hutter 2019.</source>
        <translation>Loshchilov 与 Hutter，2019。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>How the learning rate changes over the training.</source>
        <translation>学习率在训练过程中如何变化。</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Loshchilov and Hutter 2017.</source>
        <translation>Loshchilov 与 Hutter，2017。</translation>
    </message>
    <message>
        <source>Measured on the validation parts of four data sets.</source>
        <translation>在四个数据集的验证部分上测得。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Share of the last step that SGD keeps.</source>
        <translation>SGD 保留上一步的比例。</translation>
    </message>
    <message>
        <source>Longest gradient</source>
        <translation>梯度上限</translation>
    </message>
    <message>
        <source>Longer gradients are shortened to this norm.</source>
        <translation>超过此范数的梯度会被缩短。</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>Share of the running mean of the weights that a step keeps; 0 takes the weights as they are.</source>
        <translation>每步保留权重滑动平均的比例；0 表示直接使用权重。</translation>
    </message>
    <message>
        <source>Polyak and Juditsky 1992.</source>
        <translation>Polyak 与 Juditsky，1992。</translation>
    </message>
    <message>
        <source>Blanked windows</source>
        <translation>窗口遮蔽</translation>
    </message>
    <message>
        <source>Share of samples that lose a part of their window, to learn to live with gaps.</source>
        <translation>缺少部分窗口的样本比例，使模型学会应对数据缺口。</translation>
    </message>
    <message>
        <source>Forgotten sites</source>
        <translation>测点遮蔽</translation>
    </message>
    <message>
        <source>Share of samples whose site is not told, to learn to forecast for new sites.</source>
        <translation>不告知测点的样本比例，使模型学会为新测点预测。</translation>
    </message>
    <message>
        <source>Learned numbers for each site, kind of quantity, time of day and weekday.</source>
        <translation>每个测点、指标类型、一天中的时间和星期各自的学习维数。</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>相邻测点</translation>
    </message>
    <message>
        <source>Other sites that each site&apos;s forecast looks at: those whose past told most about its future.</source>
        <translation>每个测点的预测所参考的其他测点：其过去对该测点的未来最有参考价值。</translation>
    </message>
    <message>
        <source>Companions</source>
        <translation>伴随指标</translation>
    </message>
    <message>
        <source>1 = the data set&apos;s other channels are looked at too, 0 = they are not.</source>
        <translation>1 = 也参考数据集的其他指标，0 = 不参考。</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份嵌入</translation>
    </message>
    <message>
        <source>1 = each site has learned numbers of its own, 0 = sites differ only by what is known of a new one too.</source>
        <translation>1 = 每个测点有自己学习的数值，0 = 测点之间只按新测点也具备的信息区分。</translation>
    </message>
    <message>
        <source>Nano</source>
        <translation>微型</translation>
    </message>
    <message>
        <source>About 1e5 parameters; a minute on two cores.</source>
        <translation>约 1e5 个参数；双核约一分钟。</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小型</translation>
    </message>
    <message>
        <source>About 1e6 parameters; minutes on a processor.</source>
        <translation>约 1e6 个参数；处理器上数分钟。</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中型</translation>
    </message>
    <message>
        <source>About 1e7 parameters; an hour on a processor.</source>
        <translation>约 1e7 个参数；处理器上约一小时。</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大型</translation>
    </message>
    <message>
        <source>About 1e8 parameters; trained on a graphics card, forecasts on any machine.</source>
        <translation>约 1e8 个参数；用显卡训练，任何机器均可预测。</translation>
    </message>
    <message>
        <source>Small and quick: learns from the last hours, what is usual, the place and the time of the week.</source>
        <translation>小而快：根据最近几小时、平时情况、地点以及一周中的时间进行学习。</translation>
    </message>
    <message>
        <source>City model</source>
        <translation>城市模型</translation>
    </message>
    <message>
        <source>One model for all quantities of a city: looks at neighbours and other channels too, learns from several data sets at once, and forecasts for new sites.</source>
        <translation>一个模型覆盖城市的所有指标：同时参考相邻测点和其他指标，可用多个数据集联合学习，并能为新测点预测。</translation>
    </message>
    <message>
        <source>Identity MLP</source>
        <translation>身份嵌入 MLP</translation>
    </message>
    <message>
        <source>From the literature: the window and learned numbers of site, time of day and weekday.</source>
        <translation>来自文献：窗口，加上对测点、一天中的时间和星期学习的数值。</translation>
    </message>
    <message>
        <source>Recurrent network</source>
        <translation>循环网络</translation>
    </message>
    <message>
        <source>From the literature: an encoder reads the window step by step, a decoder says the steps ahead one after the other.</source>
        <translation>来自文献：编码器逐步读取窗口，解码器逐步给出后续各步。</translation>
    </message>
    <message>
        <source>Graph network</source>
        <translation>图网络</translation>
    </message>
    <message>
        <source>From the literature: convolutions over time and diffusion along the ties between sites, known and learned. Slow.</source>
        <translation>来自文献：时间卷积，以及沿测点间已知和学得关联的扩散。速度慢。</translation>
    </message>
    <message>
        <source>Linear model</source>
        <translation>线性模型</translation>
    </message>
    <message>
        <source>One linear map for all sites from the window&apos;s deviations from the usual, fitted in closed form.</source>
        <translation>所有测点共用一个线性映射，由窗口相对平时的偏差得出预测，以闭式解拟合。</translation>
    </message>
    <message>
        <source>Vector autoregression</source>
        <translation>向量自回归</translation>
    </message>
    <message>
        <source>A linear map from the last deviations at all sites to the next at all sites, fitted in closed form.</source>
        <translation>由所有测点最近的偏差到下一步偏差的线性映射，以闭式解拟合。</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 缺失</translation>
    </message>
    <message>
        <source>The same answer for every row: the mean of the target, or the shares of the classes.</source>
        <translation>对每一行给出相同的答案：目标列的均值，或各类别的比例。</translation>
    </message>
    <message>
        <source>How strongly large coefficients are avoided, beside the sum of the losses over all rows.</source>
        <translation>除所有行的损失之和外，对大系数的惩罚强度。</translation>
    </message>
    <message>
        <source>1 is the usual choice for features of deviation 1.</source>
        <translation>对于标准差为 1 的特征，通常取 1。</translation>
    </message>
    <message>
        <source>Linear regression (ridge)</source>
        <translation>线性回归（岭回归）</translation>
    </message>
    <message>
        <source>A weighted sum of the columns, by least squares with a penalty on large weights.</source>
        <translation>各列的加权和，用最小二乘拟合并惩罚大权重。</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>逻辑回归</translation>
    </message>
    <message>
        <source>The chances of the classes from weighted sums of the columns, with a penalty on large weights.</source>
        <translation>由各列的加权和得出各类别的概率，并惩罚大权重。</translation>
    </message>
    <message>
        <source>Poisson regression</source>
        <translation>泊松回归</translation>
    </message>
    <message>
        <source>The logarithm of an expected count as a weighted sum of the columns, with a penalty on large weights.</source>
        <translation>期望数的对数是各列的加权和，并惩罚大权重。</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员数</translation>
    </message>
    <message>
        <source>Networks that differ in their seed alone and forecast together: more exact, for as many times the work.</source>
        <translation>只有随机种子不同、共同预测的网络：更准确，但计算量成倍增加。</translation>
    </message>
    <message>
        <source>Lakshminarayanan et al. 2017.</source>
        <translation>Lakshminarayanan 等，2017。</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>核函数</translation>
    </message>
    <message>
        <source>What makes two rows alike: their directions, or how near they lie together.</source>
        <translation>两行何以相似：方向相同，或距离相近。</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Radial</source>
        <translation>径向</translation>
    </message>
    <message>
        <source>The default of LIBSVM.</source>
        <translation>LIBSVM 的默认值。</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>What an error counts beside a simple model.</source>
        <translation>误差相对于模型简单程度的权重。</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>How quickly the radial kernel falls off with distance; 0 takes one by the number of features.</source>
        <translation>径向核随距离衰减的快慢；0 表示按特征数自动选取。</translation>
    </message>
    <message>
        <source>Tube</source>
        <translation>容差带</translation>
    </message>
    <message>
        <source>Error of a regression that counts nothing, in standard deviations of the target.</source>
        <translation>回归中不计入的误差，以目标列的标准差为单位。</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>How near to the best machine the training may stop.</source>
        <translation>训练可在距最优解多近时停止。</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Whether features and the target of a regression are standardised first.</source>
        <translation>是否先对特征和回归的目标列作标准化。</translation>
    </message>
    <message>
        <source>Standardised</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Hsu, Chang and Lin 2003: without scaling, features of large numbers dominate.</source>
        <translation>Hsu、Chang 与 Lin，2003：不作缩放时，数值大的特征占主导。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Rows that are learned from at most, drawn at random; the effort grows with their square.</source>
        <translation>学习所用的最多行数，随机抽取；计算量随其平方增长。</translation>
    </message>
    <message>
        <source>Trees</source>
        <translation>树的数量</translation>
    </message>
    <message>
        <source>Rounds of boosting at most, one tree each; a validation part may end them sooner.</source>
        <translation>提升的最多轮数，每轮一棵树；有验证部分时可能提前结束。</translation>
    </message>
    <message>
        <source>Enough for the learning rate on the real data at hand.</source>
        <translation>在现有真实数据上，足以配合该学习率。</translation>
    </message>
    <message>
        <source>Share of each tree&apos;s correction that is taken.</source>
        <translation>每棵树的修正被采纳的比例。</translation>
    </message>
    <message>
        <source>Friedman 2001: small steps and more trees forecast better, 0.1 or less.</source>
        <translation>Friedman，2001：步幅小、树多则预测更好，取 0.1 或更小。</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Decisions between a tree&apos;s root and its leaves, at most.</source>
        <translation>从树根到叶子最多的判断次数。</translation>
    </message>
    <message>
        <source>The default of XGBoost.</source>
        <translation>XGBoost 的默认值。</translation>
    </message>
    <message>
        <source>Smallest leaf</source>
        <translation>最小叶子</translation>
    </message>
    <message>
        <source>Rows that a leaf needs; of classes as many where chances are even, more where they are not.</source>
        <translation>叶子所需的行数；学习类别时，概率均衡处同样多，不均衡处更多。</translation>
    </message>
    <message>
        <source>As many rows as histogram boosting elsewhere asks for.</source>
        <translation>与其他直方图提升法要求的行数相同。</translation>
    </message>
    <message>
        <source>How strongly leaves are drawn towards no correction.</source>
        <translation>叶子向零修正收缩的强度。</translation>
    </message>
    <message>
        <source>Share of rows</source>
        <translation>行比例</translation>
    </message>
    <message>
        <source>Rows that each tree sees, drawn without replacement.</source>
        <translation>每棵树所用的行，不放回抽取。</translation>
    </message>
    <message>
        <source>Friedman 2002: half to four fifths of the rows forecast best.</source>
        <translation>Friedman，2002：用一半到五分之四的行预测最好。</translation>
    </message>
    <message>
        <source>Share of features</source>
        <translation>特征比例</translation>
    </message>
    <message>
        <source>Features that each tree may decide by.</source>
        <translation>每棵树可用的特征。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心轮数</translation>
    </message>
    <message>
        <source>Rounds without a smaller validation loss after which growing stops.</source>
        <translation>验证损失连续多少轮不再减小就停止生长。</translation>
    </message>
    <message>
        <source>Trees that the answer is the mean of.</source>
        <translation>取其平均作为答案的树的数量。</translation>
    </message>
    <message>
        <source>Probst and Boulesteix 2018: most of the gain comes with the first 100.</source>
        <translation>Probst 与 Boulesteix，2018：大部分改善来自前 100 棵树。</translation>
    </message>
    <message>
        <source>Rows that a leaf needs.</source>
        <translation>叶子所需的行数。</translation>
    </message>
    <message>
        <source>Breiman 2001: 5 rows for regressions.</source>
        <translation>Breiman，2001：回归取 5 行。</translation>
    </message>
    <message>
        <source>As many different rows as a bootstrap sample has.</source>
        <translation>与一个自助样本中不同的行数相同。</translation>
    </message>
    <message>
        <source>Features that each decision may choose from.</source>
        <translation>每次判断可选用的特征。</translation>
    </message>
    <message>
        <source>Breiman 2001: a third for regressions.</source>
        <translation>Breiman，2001：回归取三分之一。</translation>
    </message>
    <message>
        <source>Examples that each group of steps is learned from at most, drawn at random.</source>
        <translation>每组步数学习所用的最多样本数，随机抽取。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>学习目标</translation>
    </message>
    <message>
        <source>What is learned: how far values lie from the usual, or how often events happen.</source>
        <translation>学习的内容：数值偏离平时多少，或事件发生得多频繁。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Last value, from the site&apos;s mean</source>
        <translation>末值相对测点均值</translation>
    </message>
    <message>
        <source>Last known deviation</source>
        <translation>最近已知偏差</translation>
    </message>
    <message>
        <source>Steps since the last value</source>
        <translation>距末值的步数</translation>
    </message>
    <message>
        <source>Share of the window observed</source>
        <translation>窗口的实测比例</translation>
    </message>
    <message>
        <source>Deviation %1 steps before</source>
        <translation>%1 步前的偏差</translation>
    </message>
    <message>
        <source>Mean deviation over %1 steps</source>
        <translation>%1 步的平均偏差</translation>
    </message>
    <message>
        <source>Smallest deviation in %1 steps</source>
        <translation>%1 步内的最小偏差</translation>
    </message>
    <message>
        <source>Largest deviation in %1 steps</source>
        <translation>%1 步内的最大偏差</translation>
    </message>
    <message>
        <source>Spread of %1 steps</source>
        <translation>%1 步的离散程度</translation>
    </message>
    <message>
        <source>The site&apos;s mean</source>
        <translation>测点均值</translation>
    </message>
    <message>
        <source>The site&apos;s spread</source>
        <translation>测点离散程度</translation>
    </message>
    <message>
        <source>Mean of the other sites</source>
        <translation>其他测点的平均</translation>
    </message>
    <message>
        <source>Mean of the other sites one step before</source>
        <translation>一步前其他测点的平均</translation>
    </message>
    <message>
        <source>Change of the other sites</source>
        <translation>其他测点的变化</translation>
    </message>
    <message>
        <source>Deviation at neighbour %1</source>
        <translation>相邻测点 %1 的偏差</translation>
    </message>
    <message>
        <source>Change at neighbour %1</source>
        <translation>相邻测点 %1 的变化</translation>
    </message>
    <message>
        <source>%1, share from north</source>
        <translation>%1，北向分量</translation>
    </message>
    <message>
        <source>%1, share from east</source>
        <translation>%1，东向分量</translation>
    </message>
    <message>
        <source>%1, last value</source>
        <translation>%1，末值</translation>
    </message>
    <message>
        <source>%1, mean of the last steps</source>
        <translation>%1，最近各步的平均</translation>
    </message>
    <message>
        <source>%1, change</source>
        <translation>%1，变化</translation>
    </message>
    <message>
        <source>%1, mean of all sites</source>
        <translation>%1，全部测点的平均</translation>
    </message>
    <message>
        <source>Steps ahead</source>
        <translation>提前步数</translation>
    </message>
    <message>
        <source>Usual then</source>
        <translation>届时的平时值</translation>
    </message>
    <message>
        <source>Usual change until then</source>
        <translation>至届时的平时变化</translation>
    </message>
    <message>
        <source>Deviation at that time of day before</source>
        <translation>前一天同一时刻的偏差</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Time of day, sine</source>
        <translation>一天中的时间，正弦</translation>
    </message>
    <message>
        <source>Time of day, cosine</source>
        <translation>一天中的时间，余弦</translation>
    </message>
    <message>
        <source>Half day, sine</source>
        <translation>半天，正弦</translation>
    </message>
    <message>
        <source>Half day, cosine</source>
        <translation>半天，余弦</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期几</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>Public holiday</source>
        <translation>公众节假日</translation>
    </message>
    <message>
        <source>Time of year, sine</source>
        <translation>一年中的时间，正弦</translation>
    </message>
    <message>
        <source>Time of year, cosine</source>
        <translation>一年中的时间，余弦</translation>
    </message>
    <message>
        <source>Support vector machine</source>
        <translation>支持向量机</translation>
    </message>
    <message>
        <source>Weighs the examples that are hardest to tell; for a few thousand rows.</source>
        <translation>给最难区分的样本加权；适用于几千行数据。</translation>
    </message>
    <message>
        <source>Random forest</source>
        <translation>随机森林</translation>
    </message>
    <message>
        <source>The mean of many trees, each grown on some of the rows.</source>
        <translation>许多树的平均，每棵树用部分行生长而成。</translation>
    </message>
    <message>
        <source>Boosted trees</source>
        <translation>梯度提升树</translation>
    </message>
    <message>
        <source>Small trees, each grown on what the ones before leave wrong.</source>
        <translation>多棵小树，每棵树学习前面各树留下的误差。</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Which models are blended.</source>
        <translation>组合哪些模型。</translation>
    </message>
    <message>
        <source>Linear, boosted trees, city network</source>
        <translation>线性、提升树、城市网络</translation>
    </message>
    <message>
        <source>Linear, boosted trees</source>
        <translation>线性、提升树</translation>
    </message>
    <message>
        <source>Linear, city network</source>
        <translation>线性、城市网络</translation>
    </message>
    <message>
        <source>Boosted trees, city network</source>
        <translation>提升树、城市网络</translation>
    </message>
    <message>
        <source>Models that work in different ways err in different ways.</source>
        <translation>工作方式不同的模型，误差也不同。</translation>
    </message>
    <message>
        <source>Examples that each group of steps is learned from at most, drawn at random; of trees.</source>
        <translation>每组时间步最多随机抽取的学习样本数；用于树。</translation>
    </message>
    <message>
        <source>At most so many pairs of window and site are drawn in one epoch; of networks.</source>
        <translation>每轮最多抽取的窗口与站点对数；用于网络。</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>Several kinds at once, weighted by how well each of them forecasts the validation part.</source>
        <translation>同时使用多个种类，按各自在验证部分的预测好坏加权。</translation>
    </message>
    <message>
        <source>Drifting levels</source>
        <translation>水平漂移</translation>
    </message>
    <message>
        <source>With less than three weeks to learn from: share of samples whose level is changed, to learn that a detector&apos;s level does change.</source>
        <translation>学习数据少于三周时：改变其水平的样本份额，以学会检测器的水平会变化。</translation>
    </message>
    <message>
        <source>Measured on the validation part of PEMS08.</source>
        <translation>在 PEMS08 的验证部分测得。</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>占有率</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>气温</translation>
    </message>
    <message>
        <source>Wind</source>
        <translation>风速</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>降雨</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>PM2.5</source>
        <translation>PM2.5</translation>
    </message>
    <message>
        <source>PM10</source>
        <translation>PM10</translation>
    </message>
    <message>
        <source>NO₂</source>
        <translation>NO₂</translation>
    </message>
    <message>
        <source>Ozone</source>
        <translation>臭氧</translation>
    </message>
    <message>
        <source>SO₂</source>
        <translation>SO₂</translation>
    </message>
    <message>
        <source>CO</source>
        <translation>CO</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>交通</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Public safety</source>
        <translation>公共安全</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>交通事故</translation>
    </message>
    <message>
        <source>Road works</source>
        <translation>道路施工</translation>
    </message>
    <message>
        <source>Closure</source>
        <translation>道路封闭</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>车辆故障</translation>
    </message>
    <message>
        <source>Medical emergency</source>
        <translation>医疗急救</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>火警</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Travel time</source>
        <translation>行程时间</translation>
    </message>
    <message>
        <source>Parked vehicles</source>
        <translation>停放车辆数</translation>
    </message>
    <message>
        <source>Wet-bulb temperature</source>
        <translation>湿球温度</translation>
    </message>
    <message>
        <source>Dew point</source>
        <translation>露点</translation>
    </message>
    <message>
        <source>Humidity</source>
        <translation>湿度</translation>
    </message>
    <message>
        <source>Air pressure</source>
        <translation>气压</translation>
    </message>
    <message>
        <source>Vapour pressure</source>
        <translation>水汽压</translation>
    </message>
    <message>
        <source>Wind from the east</source>
        <translation>东风分量</translation>
    </message>
    <message>
        <source>Wind from the north</source>
        <translation>北风分量</translation>
    </message>
    <message>
        <source>Snow</source>
        <translation>降雪</translation>
    </message>
    <message>
        <source>Clouds</source>
        <translation>云量</translation>
    </message>
    <message>
        <source>Sunshine</source>
        <translation>日照</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>能见度</translation>
    </message>
</context>
<context>
    <name>QualityNote</name>
    <message>
        <source>%1 of %2 stations have no position: %3 and others.</source>
        <translation>%2 个监测站中有 %1 个没有位置：%3 等。</translation>
    </message>
    <message>
        <source>%1 of %2 stations have no position: %3.</source>
        <translation>%2 个监测站中有 %1 个没有位置：%3。</translation>
    </message>
    <message>
        <source>Import a list of stations that has them; until then they are not on the map and not in any surface.</source>
        <translation>请导入含位置的监测站清单；在此之前，它们不会出现在地图上，也不参与任何曲面。</translation>
    </message>
    <message>
        <source>The median of %1 is %2 %3: no city has such air.</source>
        <translation>%1 的中位数是 %2 %3：没有城市的空气会是这样。</translation>
    </message>
    <message>
        <source>The median of %1 is %2 %3: no city has such air. In %4 it would be usual.</source>
        <translation>%1 的中位数是 %2 %3：没有城市的空气会是这样。若以 %4 为单位则属正常。</translation>
    </message>
    <message>
        <source>Look up the unit at the source and import the file again with it. Until then indices of this pollutant are wrong.</source>
        <translation>请向数据来源查明单位，并据此重新导入文件。在此之前，该污染物的指数不正确。</translation>
    </message>
    <message>
        <source>%1 values of %2 are %3: the lowest of all, and a number that is written for &quot;nothing measured&quot;.</source>
        <translation>%2 有 %1 个数值为 %3：这是最低值，也是常用来表示“未测量”的数。</translation>
    </message>
    <message>
        <source>%1 values of %2 are %3: the highest of all, and a number that is written for &quot;nothing measured&quot; or where an instrument ends.</source>
        <translation>%2 有 %1 个数值为 %3：这是最高值，也是常用来表示“未测量”或仪器上限的数。</translation>
    </message>
    <message>
        <source>Ask the source what it means. If it means missing, empty those cells and import the file again.</source>
        <translation>请向数据来源查明其含义。如果表示缺失，请清空这些单元格后重新导入文件。</translation>
    </message>
    <message>
        <source>%1 of %2 values of %3 are below zero, down to %4 %5.</source>
        <translation>%3 的 %2 个数值中有 %1 个小于零，最低为 %4 %5。</translation>
    </message>
    <message>
        <source>A little below zero is noise of the instrument, and indices take it as zero. Much below zero is a fault: leave those values out.</source>
        <translation>略小于零是仪器噪声，计算指数时按零处理。远小于零则是故障：请去掉这些数值。</translation>
    </message>
    <message>
        <source>%1 values of %2 are part of a day or more without any change; the longest is %3 h at %4.</source>
        <translation>%2 有 %1 个数值属于一天或更长时间没有任何变化的时段；最长的在 %4，持续 %3 小时。</translation>
    </message>
    <message>
        <source>The instrument may have stood still. Leave that time out of trainings and comparisons.</source>
        <translation>仪器可能停滞。请在训练和比较中去掉这段时间。</translation>
    </message>
    <message>
        <source>%1 has no %2 for %3 h from %4 on: the longest gap.</source>
        <translation>%1 从 %4 起有 %3 小时没有 %2：这是最长的缺口。</translation>
    </message>
    <message>
        <source>It stays missing and is never filled in. Models and means leave it out.</source>
        <translation>它保持缺失，不会被填补。模型和均值都不计入。</translation>
    </message>
    <message>
        <source>%1 is highest at %2 o&apos;clock in the zone %3, and should be in the afternoon: the times seem to be off by %4 h.</source>
        <translation>%1 在时区 %3 的 %2 点最高，而本应在下午：时间似乎差了 %4 小时。</translation>
    </message>
    <message>
        <source>Look up whether the file is in local time or UTC, and import it again with --zone.</source>
        <translation>请查明文件采用当地时间还是 UTC，并用 --zone 重新导入。</translation>
    </message>
    <message>
        <source>PM2.5 is greater than PM10, of which it is a part, in %1 of %2 cases (%3 %).</source>
        <translation>PM2.5 是 PM10 的一部分，但在 %2 例中有 %1 例（%3 %）大于 PM10。</translation>
    </message>
    <message>
        <source>A few per cent come from two instruments with their own errors. More means swapped columns or different units.</source>
        <translation>百分之几的情况源于两台仪器各自的误差。更多则意味着列颠倒或单位不同。</translation>
    </message>
</context>
<context>
    <name>RejectionTable</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>How to make this report again</source>
        <translation>如何重新生成本报告</translation>
    </message>
    <message>
        <source>Simulated data</source>
        <translation>模拟数据</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 及以上</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <extracomment>a list of sources: %1 the first two of them, %Ln how many more</extracomment>
        <translation>
            <numerusform>%1 及另外 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Scoring the model</source>
        <translation>正在评估模型</translation>
    </message>
    <message>
        <source>Scoring the baselines</source>
        <translation>正在评估基线</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Scoring the alarms</source>
        <translation>正在评估告警</translation>
    </message>
    <message>
        <source>Looking at the columns&apos; worth</source>
        <translation>正在评估各列的重要性</translation>
    </message>
</context>
<context>
    <name>Ticks</name>
    <message>
        <source>ddd d MMM</source>
        <extracomment>QLocale date pattern for the beginning of a day on a time axis</extracomment>
        <translation>M月d日 ddd</translation>
    </message>
</context>
<context>
    <name>VehicleTypes</name>
    <message>
        <source>Petrol car, Euro 3</source>
        <translation>汽油车，欧 3</translation>
    </message>
    <message>
        <source>Petrol car, Euro 4</source>
        <translation>汽油车，欧 4</translation>
    </message>
    <message>
        <source>Petrol car, Euro 5</source>
        <translation>汽油车，欧 5</translation>
    </message>
    <message>
        <source>Petrol car, Euro 6</source>
        <translation>汽油车，欧 6</translation>
    </message>
    <message>
        <source>Petrol car, Euro 6c</source>
        <translation>汽油车，欧 6c</translation>
    </message>
    <message>
        <source>Small petrol car, Euro 6</source>
        <translation>小排量汽油车，欧 6</translation>
    </message>
    <message>
        <source>Large petrol car, Euro 6</source>
        <translation>大排量汽油车，欧 6</translation>
    </message>
    <message>
        <source>Diesel car, Euro 3</source>
        <translation>柴油车，欧 3</translation>
    </message>
    <message>
        <source>Diesel car, Euro 4</source>
        <translation>柴油车，欧 4</translation>
    </message>
    <message>
        <source>Diesel car, Euro 5</source>
        <translation>柴油车，欧 5</translation>
    </message>
    <message>
        <source>Diesel car, Euro 6</source>
        <translation>柴油车，欧 6</translation>
    </message>
    <message>
        <source>Diesel car, Euro 6c</source>
        <translation>柴油车，欧 6c</translation>
    </message>
    <message>
        <source>Electric car</source>
        <translation>电动小汽车</translation>
    </message>
    <message>
        <source>Diesel van, Euro 3</source>
        <translation>柴油轻型货车，欧 3</translation>
    </message>
    <message>
        <source>Diesel van, Euro 4</source>
        <translation>柴油轻型货车，欧 4</translation>
    </message>
    <message>
        <source>Diesel van, Euro 5</source>
        <translation>柴油轻型货车，欧 5</translation>
    </message>
    <message>
        <source>Diesel van, Euro 6</source>
        <translation>柴油轻型货车，欧 6</translation>
    </message>
    <message>
        <source>Diesel van, Euro 6c</source>
        <translation>柴油轻型货车，欧 6c</translation>
    </message>
    <message>
        <source>Electric van</source>
        <translation>电动轻型货车</translation>
    </message>
    <message>
        <source>Rigid truck, Euro III</source>
        <translation>单体货车，欧 III</translation>
    </message>
    <message>
        <source>Rigid truck, Euro V</source>
        <translation>单体货车，欧 V</translation>
    </message>
    <message>
        <source>Rigid truck, Euro VI</source>
        <translation>单体货车，欧 VI</translation>
    </message>
    <message>
        <source>Articulated truck, Euro V</source>
        <translation>铰接货车，欧 V</translation>
    </message>
    <message>
        <source>Articulated truck, Euro VI</source>
        <translation>铰接货车，欧 VI</translation>
    </message>
    <message>
        <source>Electric truck</source>
        <translation>电动货车</translation>
    </message>
    <message>
        <source>Bus, Euro III</source>
        <translation>公交车，欧 III</translation>
    </message>
    <message>
        <source>Bus, Euro V</source>
        <translation>公交车，欧 V</translation>
    </message>
    <message>
        <source>Bus, Euro VI</source>
        <translation>公交车，欧 VI</translation>
    </message>
    <message>
        <source>Electric bus</source>
        <translation>电动公交车</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::AirPanel</name>
    <message>
        <source>Measured: %1, %2. Index: %3.</source>
        <extracomment>where figures come from: %1 data set, %2 its source, %3 the document of an index</extracomment>
        <translation>实测：%1，%2。指数：%3。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 index, %2 class</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Deploy a model of a pollutant to see how likely limits are exceeded.</source>
        <translation>部署某种污染物的模型后，可查看超过限值的可能性。</translation>
    </message>
    <message>
        <source>No air is measured here yet. Import stations with pollutants, such as pm2.5 or no2.</source>
        <translation>这里还没有空气测量数据。请导入带污染物（如 pm2.5 或 no2）的监测站。</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Data set of the stations</source>
        <translation>监测站的数据集</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>The official index. Each day is judged by the table of its time.</source>
        <translation>官方指数。每一天按当时有效的标准表评定。</translation>
    </message>
    <message>
        <source>Stations by index</source>
        <translation>按指数排列的监测站</translation>
    </message>
    <message>
        <source>Pollutants of the station</source>
        <translation>该监测站的污染物</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::AirRows</name>
    <message>
        <source>NowCast</source>
        <translation>NowCast</translation>
    </message>
    <message>
        <source>highest %1</source>
        <extracomment>the highest mean over %1 of a day</extracomment>
        <translation>最高 %1</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>监测站</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 a class, %2 the pollutants that decide the index</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2, %3 (%4)</source>
        <extracomment>tooltip: %1 station, %2 index, %3 class, %4 standard</extracomment>
        <translation>%1：%2，%3（%4）</translation>
    </message>
    <message>
        <source>Pollutant</source>
        <translation>污染物</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>counts as %1, %2</source>
        <extracomment>%1 a concentration, %2 over which time it was averaged</extracomment>
        <translation>按 %1（%2）计</translation>
    </message>
    <message>
        <source>%1 %2: %3, %4 (%5)</source>
        <extracomment>tooltip: %1 pollutant, %2 what counts, %3 index, %4 class, %5 standard</extracomment>
        <translation>%1 %2：%3，%4（%5）</translation>
    </message>
    <message>
        <source>not part of this index</source>
        <translation>不计入该指数</translation>
    </message>
    <message>
        <source>%1 has no table for %2.</source>
        <extracomment>%1 standard, %2 pollutant</extracomment>
        <translation>%1 没有 %2 的标准表。</translation>
    </message>
    <message>
        <source>not forecast</source>
        <translation>无预测</translation>
    </message>
    <message>
        <source>too few hours</source>
        <translation>小时数不足</translation>
    </message>
    <message>
        <source>Too few hours of %1 for an index.</source>
        <extracomment>%1 pollutant</extracomment>
        <translation>%1 的小时数不足，无法计算指数。</translation>
    </message>
    <message>
        <source>%1 above %2 in %3: %4</source>
        <extracomment>%1 pollutant, %2 limit with unit, %3 how far ahead, %4 a probability</extracomment>
        <translation>%3后 %1 高于 %2：%4</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::AlarmLayer</name>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>未查看</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>incidents, usual %1</source>
        <translation>起事件，平时 %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Somebody has looked at it.</source>
        <translation>已有人查看。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::AnalyseCommands</name>
    <message>
        <source>Analyse</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>models training</source>
        <translation>模型 训练 models training</translation>
    </message>
    <message>
        <source>Show page: %1</source>
        <translation>显示页面：%1</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Pause training</source>
        <translation>暂停训练</translation>
    </message>
    <message>
        <source>Finish training now</source>
        <translation>立即结束训练</translation>
    </message>
    <message>
        <source>Cancel training</source>
        <translation>取消训练</translation>
    </message>
    <message>
        <source>Let the queue go on</source>
        <translation>继续队列</translation>
    </message>
    <message>
        <source>Hold the queue</source>
        <translation>暂停队列</translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation>导入数据…</translation>
    </message>
    <message>
        <source>Search data sets</source>
        <translation>搜索数据集</translation>
    </message>
    <message>
        <source>Remove data set…</source>
        <translation>移除数据集…</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::AnalyseText</name>
    <message>
        <source>Series, one column per site</source>
        <translation>时间序列，每个测点一列</translation>
    </message>
    <message>
        <source>Series, one row per value</source>
        <translation>时间序列，每个数值一行</translation>
    </message>
    <message>
        <source>Site list</source>
        <translation>测点清单</translation>
    </message>
    <message>
        <source>Ties between sites</source>
        <translation>测点间的关联</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>MAPE</source>
        <translation>MAPE</translation>
    </message>
    <message>
        <source>WAPE</source>
        <translation>WAPE</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Mean absolute error of the median. Smaller is better.</source>
        <translation>中位数的平均绝对误差。越小越好。</translation>
    </message>
    <message>
        <source>Root of the mean squared error of the median; large errors weigh more. Smaller is better.</source>
        <translation>中位数的均方根误差，大误差权重更大。越小越好。</translation>
    </message>
    <message>
        <source>Mean of the errors as shares of the true values; true zeros are left out. Smaller is better.</source>
        <translation>误差占真实值比例的平均值，真实值为零的不计入。越小越好。</translation>
    </message>
    <message>
        <source>Sum of the errors as a share of the sum of the true values; for counts. Smaller is better.</source>
        <translation>误差总和占真实值总和的比例，适用于计数。越小越好。</translation>
    </message>
    <message>
        <source>Share of true values inside the band. The closer to %1, the better.</source>
        <translation>落入区间内的真实值比例。越接近 %1 越好。</translation>
    </message>
    <message>
        <source>No values</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A span of dates</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Simulated</source>
        <extracomment>Badge of data that the program made itself</extracomment>
        <translation>模拟</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>&quot;Traffic · 300 sites&quot;
----------
Error and date of a run</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln site(s)</source>
        <translation>
            <numerusform>%Ln 个测点</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 · %3 missing</source>
        <extracomment>&quot;8,064 steps of 5 min · 1.5 % missing&quot;</extracomment>
        <translation>%1，每步 %2 · 缺失 %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln 步</numerusform>
        </translation>
    </message>
    <message>
        <source>Deployed</source>
        <extracomment>Badge of the model that serves now</extracomment>
        <translation>已部署</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>Data set, quantity and id of a run</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 lower MAE %2 ahead than %3</source>
        <extracomment>%1 a percentage, %2 a duration, %3 a model</extracomment>
        <translation>提前 %2的 MAE 比%3低 %1</translation>
    </message>
    <message>
        <source>%1 higher MAE %2 ahead than %3</source>
        <extracomment>%1 a percentage, %2 a duration, %3 a model</extracomment>
        <translation>提前 %2的 MAE 比%3高 %1</translation>
    </message>
    <message>
        <source>%1 · %2 · split %3 · seed %4</source>
        <extracomment>What figures hold for: data set, quantity, the three shares of the split, seed</extracomment>
        <translation>%1 · %2 · 划分 %3 · 种子 %4</translation>
    </message>
    <message>
        <source>%1 · simulated data</source>
        <extracomment>Appended to a description of data that the program made itself</extracomment>
        <translation>%1 · 模拟数据</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln epoch(s) without further gain</source>
        <translation>
            <numerusform>%Ln 轮后不再改善，提前停止</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln epoch(s): the time was used up</source>
        <translation>
            <numerusform>%Ln 轮后时间用尽，已停止</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished by hand after %Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln 轮后手动结束</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln epoch(s) done</source>
        <translation>
            <numerusform>全部 %Ln 轮已完成</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × in %2, first in line %3: %4</source>
        <extracomment>A number of rows, a file, the line of the first of them, what is wrong with it</extracomment>
        <translation>%2 中有 %1 行，首见于第 %3 行：%4</translation>
    </message>
    <message>
        <source>%1 new values</source>
        <translation>新增 %1 个数值</translation>
    </message>
    <message>
        <source>%1 values replaced</source>
        <translation>替换 %1 个数值</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s)</source>
        <translation>
            <numerusform>%Ln 起事件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 zeros read as missing</source>
        <translation>%1 个零值视为缺失</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) left out</source>
        <translation>
            <numerusform>略过 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Name of a data set, then what was stored</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>公众节假日</translation>
    </message>
    <message numerus="yes">
        <source>%Ln holiday(s)</source>
        <translation>
            <numerusform>%Ln 个节假日</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 suspect values</source>
        <translation>%1 个可疑值</translation>
    </message>
    <message>
        <source>Table of any columns</source>
        <translation>任意列的数据表</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln far outside</source>
        <translation>
            <numerusform>%Ln 个远在外围</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>what is odd about the data, and what to do about it</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::AnalyseWorkspace</name>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A model, then the data it was trained on
----------
The title of a page, how far the training on it is
----------
The title of a page, then how many trainings wait</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln 项等待</numerusform>
        </translation>
    </message>
    <message>
        <source>Pages of the workspace</source>
        <translation>工作区页面</translation>
    </message>
    <message>
        <source>Choose data and a model, and start (Ctrl+1)</source>
        <translation>选择数据和模型，然后开始 (Ctrl+1)</translation>
    </message>
    <message>
        <source>What trains and what waits (Ctrl+2)</source>
        <translation>正在训练和等待的项目 (Ctrl+2)</translation>
    </message>
    <message>
        <source>Search options, cross-validate, draw a learning curve (Ctrl+3)</source>
        <translation>搜索选项、交叉验证、绘制学习曲线 (Ctrl+3)</translation>
    </message>
    <message>
        <source>All trained models, side by side (Ctrl+4)</source>
        <translation>并列查看所有已训练的模型 (Ctrl+4)</translation>
    </message>
    <message>
        <source>What one model is worth: where, when and how it errs (Ctrl+5)</source>
        <translation>单个模型的表现：在何处、何时、如何出错 (Ctrl+5)</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>公共安全</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Which ranking of places finds most incidents (Ctrl+6)</source>
        <translation>哪种地点排序能找到最多事件 (Ctrl+6)</translation>
    </message>
    <message>
        <source>Air and noise by day, hour, wind and year, and models against them (Ctrl+7)</source>
        <translation>空气与噪声：按日、小时、风和年份，以及模型与实测对比 (Ctrl+7)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::AxisTicks</name>
    <message>
        <source>ddd d MMM</source>
        <extracomment>QLocale date pattern: abbreviated day of week, day, abbreviated month</extracomment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>yyyy</source>
        <extracomment>QLocale date pattern: year alone</extracomment>
        <translation>yyyy年</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>month alone</comment>
        <translation>M月</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::BarChart</name>
    <message numerus="yes">
        <source>Sum of %Ln others</source>
        <translation>
            <numerusform>其余 %Ln 项之和</numerusform>
        </translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range from %1 to %2</extracomment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Low end</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>High end</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::BeeswarmChart</name>
    <message>
        <source>Low value</source>
        <translation>低值</translation>
    </message>
    <message>
        <source>High value</source>
        <translation>高值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::CalendarChart</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::CalendarTab</name>
    <message>
        <source>Nothing was measured in this period. Choose another one.</source>
        <translation>该时段没有测量数据。请另选时段。</translation>
    </message>
    <message>
        <source>Pollutant</source>
        <translation>污染物</translation>
    </message>
    <message>
        <source>Index of all pollutants</source>
        <translation>所有污染物的指数</translation>
    </message>
    <message>
        <source>What the days show</source>
        <translation>各日显示的内容</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历图</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::CertaintyPage</name>
    <message>
        <source>Truth minus forecast</source>
        <translation>真实值减预测</translation>
    </message>
    <message>
        <source>exact</source>
        <extracomment>mark in a histogram of errors: the place of a perfect forecast</extracomment>
        <translation>准确</translation>
    </message>
    <message>
        <source>The 80 % band holds %1 of the truth: it is as wide as it should be (%2 on average).</source>
        <translation>80 % 区间包含 %1 的真实值：宽度恰当（平均 %2）。</translation>
    </message>
    <message>
        <source>The 80 % band holds only %1 of the truth: the model is too sure of itself (%2 wide on average).</source>
        <translation>80 % 区间只包含 %1 的真实值：模型过于自信（平均宽 %2）。</translation>
    </message>
    <message>
        <source>The 80 % band holds %1 of the truth: it is wider than it need be (%2 on average).</source>
        <translation>80 % 区间包含 %1 的真实值：区间偏宽（平均 %2）。</translation>
    </message>
    <message>
        <source>Announced against observed probability</source>
        <translation>预告概率与实际频率</translation>
    </message>
    <message>
        <source>Distribution of the errors</source>
        <translation>误差分布</translation>
    </message>
    <message>
        <source>Appears once the test part has been looked through.</source>
        <translation>测试部分分析完成后显示。</translation>
    </message>
    <message>
        <source>Appears once a sample of the test part has been forecast.</source>
        <translation>测试部分的样本预测完成后显示。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ChartView</name>
    <message>
        <source>%1 %2</source>
        <extracomment>one line of a read-out, spoken: %1 name, %2 value</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a read-out, spoken: %1 place or time, %2 list of values</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Data (*.csv)</source>
        <translation>数据 (*.csv)</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::CitySearch</name>
    <message>
        <source>Sites</source>
        <translation>测点</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Quantities</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::CommandField</name>
    <message>
        <source>Search or command</source>
        <translation>搜索或输入命令</translation>
    </message>
    <message>
        <source>Search or command (%1)</source>
        <translation>搜索或输入命令 (%1)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::CommandPalette</name>
    <message>
        <source>Nothing is called “%1”. Try fewer letters.</source>
        <translation>没有名为“%1”的内容。请试试减少字数。</translation>
    </message>
    <message>
        <source>“%1” is not possible now.</source>
        <translation>现在无法执行“%1”。</translation>
    </message>
    <message>
        <source>%1, such as %2</source>
        <extracomment>what to type for a command: %1 is what it is, %2 an example</extracomment>
        <translation>%1，例如 %2</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>搜索或输入命令</translation>
    </message>
    <message>
        <source>Command bar</source>
        <translation>命令栏</translation>
    </message>
    <message>
        <source>Commands and things found</source>
        <translation>找到的命令与对象</translation>
    </message>
    <message>
        <source>↑ ↓ choose   Enter run   Tab fill in   Esc close</source>
        <translation>↑ ↓ 选择   Enter 执行   Tab 补全   Esc 关闭</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::CommandRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a tooltip: %1 is what a button does, %2 its shortcut</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::CommandSearch</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a command and its argument in the command bar: &quot;Go to time: 08:30&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>最近使用</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::CompareBar</name>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>分屏对比</translation>
    </message>
    <message>
        <source>Compare by swiping</source>
        <translation>卷帘对比</translation>
    </message>
    <message>
        <source>Hold to peek</source>
        <translation>按住对比</translation>
    </message>
    <message>
        <source>Both maps side by side</source>
        <translation>两幅地图并排显示</translation>
    </message>
    <message>
        <source>The other map to the right of a divider</source>
        <translation>分隔线右侧显示另一幅地图</translation>
    </message>
    <message>
        <source>The other map while C is held</source>
        <translation>按住 C 时显示另一幅地图</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::CompareHandle</name>
    <message>
        <source>Divider between the maps</source>
        <translation>地图分隔线</translation>
    </message>
    <message>
        <source>Drag, or move with Left and Right</source>
        <translation>拖动，或用左、右方向键移动</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::CompareLabel</name>
    <message>
        <source>Map A shows %1</source>
        <translation>地图 A 显示%1</translation>
    </message>
    <message>
        <source>Map B shows %1</source>
        <translation>地图 B 显示%1</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::Comparison</name>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>An hour before</source>
        <translation>一小时前</translation>
    </message>
    <message>
        <source>A day before</source>
        <translation>一天前</translation>
    </message>
    <message>
        <source>A week before</source>
        <translation>一周前</translation>
    </message>
    <message>
        <source>Usual for this time of the week</source>
        <translation>一周中此时的平时水平</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>A day before, Thu 1 Mar 08:05</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ConfigDifference</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Steps in</source>
        <translation>输入步数</translation>
    </message>
    <message>
        <source>Steps ahead</source>
        <translation>预测步数</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Most epochs</source>
        <translation>轮次上限</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心轮数</translation>
    </message>
    <message>
        <source>Time budget, s</source>
        <translation>时间上限（秒）</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Learnt jointly with</source>
        <translation>伙伴数据</translation>
    </message>
    <message>
        <source>Begun from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>State of the data</source>
        <translation>数据状态</translation>
    </message>
    <message>
        <source>Program version</source>
        <translation>程序版本</translation>
    </message>
    <message>
        <source>Fine-tuning, epochs</source>
        <translation>微调，轮数</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ConfigModel</name>
    <message>
        <source>Differs from the first run</source>
        <translation>与第一条训练记录不同</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ConfusionChart</name>
    <message>
        <source>No cases</source>
        <translation>无样本</translation>
    </message>
    <message>
        <source>%1 of %2 right (%3)</source>
        <translation>共 %2 个，正确 %1 个（%3）</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <translation>占%1的比例</translation>
    </message>
    <message>
        <source>no cases</source>
        <translation>无样本</translation>
    </message>
    <message>
        <source>True class / predicted class</source>
        <translation>真实类别 / 预测类别</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>预测类别</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::CountDialog</name>
    <message>
        <source>Counting %1</source>
        <translation>正在计数 %1</translation>
    </message>
    <message>
        <source>%1: %4 incidents at %2 sites in %3 steps. Choose it on the page “Train” to learn from it.</source>
        <extracomment>%1 a data set, %2 number of sites, %3 of steps, %4 of incidents</extracomment>
        <translation>%1：%2 个站点、%3 个时间步中共 %4 起事件。请在“训练”页选择它来学习。</translation>
    </message>
    <message>
        <source>Count incidents as a series</source>
        <translation>将事件计数为序列</translation>
    </message>
    <message>
        <source>How many incidents there were in each step becomes a data set that models can learn from; where nothing happened it says zero.</source>
        <translation>每个时间步的事件数成为模型可以学习的数据集；没有事件之处为零。</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Its name in this city</source>
        <translation>在此城市中的名称</translation>
    </message>
    <message>
        <source>A series for</source>
        <translation>分别计数</translation>
    </message>
    <message>
        <source>What is counted by itself</source>
        <translation>按什么分别计数</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>时间步</translation>
    </message>
    <message>
        <source>How long each count lasts</source>
        <translation>每次计数的时长</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>网格单元</translation>
    </message>
    <message>
        <source>Edge of a cell</source>
        <translation>单元边长</translation>
    </message>
    <message>
        <source>All incidents together</source>
        <translation>所有事件合计</translation>
    </message>
    <message>
        <source>Each type</source>
        <translation>每种类型</translation>
    </message>
    <message>
        <source>Each cell</source>
        <translation>每个单元</translation>
    </message>
    <message>
        <source>Each type in each cell</source>
        <translation>每个单元中的每种类型</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Stores the series in this city</source>
        <translation>将序列存入此城市</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::CurveChart</name>
    <message>
        <source>%1, %2</source>
        <extracomment>axis title: %1 quantity, %2 unit</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::DataExport</name>
    <message>
        <source>Save data</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>Tables and maps (*.csv *.geojson *.gpkg)</source>
        <translation>表格与地图 (*.csv *.geojson *.gpkg)</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) saved in %1</source>
        <translation>
            <numerusform>已在 %1 中保存 %Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::DataForm</name>
    <message>
        <source>Import a data set first.</source>
        <translation>请先导入数据集。</translation>
    </message>
    <message>
        <source>This data set has no values.</source>
        <translation>该数据集没有数值。</translation>
    </message>
    <message>
        <source>Training and validation leave nothing to test on. Lower one of them.</source>
        <translation>训练和验证占满了数据，没有剩余可供测试。请降低其中一项。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A quantity and its unit</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A number of steps, called history or horizon, and how long they last</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史步数</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>预测步数</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>%1 observed</source>
        <translation>%1 实测</translation>
    </message>
    <message>
        <source>%1, mean of all sites</source>
        <extracomment>Heading of a chart; %1 is a quantity</extracomment>
        <translation>%1，全部测点的平均</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What the model is to foretell</source>
        <translation>模型要预测的指标</translation>
    </message>
    <message>
        <source>Steps that the model sees</source>
        <translation>模型能看到的步数</translation>
    </message>
    <message>
        <source>Steps that the model foretells</source>
        <translation>模型向前预测的步数</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Share that the model learns from</source>
        <translation>供模型学习的比例</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Share that decides which epoch is the best; the rest is the test</source>
        <translation>用来判断哪一轮最佳的比例；其余用于测试</translation>
    </message>
    <message>
        <source>The values appear here as soon as they are read.</source>
        <translation>数值读取后立即显示在此处。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::DatasetPanel</name>
    <message>
        <source>Remove data set</source>
        <translation>移除数据集</translation>
    </message>
    <message>
        <source>Remove %1 from this city? Its values are deleted; models trained on it stay, but can no longer forecast.</source>
        <translation>要从该城市移除 %1 吗？其数值将被删除；用它训练的模型会保留，但不能再作预测。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import files into this city (Ctrl+I)</source>
        <translation>将文件导入该城市 (Ctrl+I)</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Takes the chosen data set out of this city</source>
        <translation>将所选数据集移出该城市</translation>
    </message>
    <message>
        <source>Search data sets</source>
        <translation>搜索数据集</translation>
    </message>
    <message>
        <source>Names, domains and dates (Ctrl+F)</source>
        <translation>名称、领域和日期 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>No data yet. Import CSV files, or drop them here.</source>
        <translation>暂无数据。请导入 CSV 文件，或将文件拖放到此处。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::DimensionForm</name>
    <message numerus="yes">
        <source>all %Ln choice(s)</source>
        <translation>
            <numerusform>全部 %Ln 个选项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, least</source>
        <extracomment>The ends of a range that is searched; %1 is the name of an option</extracomment>
        <translation>%1，下限</translation>
    </message>
    <message>
        <source>%1, most</source>
        <translation>%1，上限</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::DockHost</name>
    <message>
        <source>panel</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Show panel</source>
        <translation>显示面板</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>open dock restore focus</source>
        <translation>打开 恢复 窗格 open dock restore focus</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>hide dock</source>
        <translation>隐藏 窗格 hide dock</translation>
    </message>
    <message>
        <source>Float or dock panel</source>
        <translation>浮动或停靠面板</translation>
    </message>
    <message>
        <source>detach window undock</source>
        <translation>分离 窗口 取消停靠 detach window undock</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>下一个面板</translation>
    </message>
    <message>
        <source>focus keyboard</source>
        <translation>焦点 键盘 focus keyboard</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>上一个面板</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::DockTitleBar</name>
    <message>
        <source>Dock the panel</source>
        <translation>停靠面板</translation>
    </message>
    <message>
        <source>Float the panel</source>
        <translation>浮动面板</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a screen reader&apos;s words for a button: %1 is what it does, %2 the title of the panel</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>移到左侧</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>移到右侧</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>移到顶部</translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation>移到底部</translation>
    </message>
    <message>
        <source>Move the panel</source>
        <translation>移动面板</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>关闭面板</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::DomainLayers</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A domain of the city and one of its layers, as in &quot;Safety: density&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: opacity</source>
        <extracomment>A domain of the city</extracomment>
        <translation>%1：不透明度</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::EditForm</name>
    <message>
        <source>Light rain</source>
        <translation>小雨</translation>
    </message>
    <message>
        <source>Heavy rain</source>
        <translation>大雨</translation>
    </message>
    <message>
        <source>Light snow</source>
        <translation>小雪</translation>
    </message>
    <message>
        <source>Heavy snow</source>
        <translation>大雪</translation>
    </message>
    <message>
        <source>Dense fog</source>
        <translation>浓雾</translation>
    </message>
    <message>
        <source>Road</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Click a road on the map, or find it by its name, to change it.</source>
        <translation>在地图上点击道路，或按名称查找，以进行更改。</translation>
    </message>
    <message>
        <source>km/h</source>
        <translation>km/h</translation>
    </message>
    <message>
        <source>veh/h</source>
        <translation>veh/h</translation>
    </message>
    <message>
        <source>This direction</source>
        <translation>此方向</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>整条 %1</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a part of the day and its hours</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Number of the zone</source>
        <translation>小区编号</translation>
    </message>
    <message>
        <source>Zones to; empty = all trips</source>
        <translation>目的小区；留空 = 所有出行</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Find a road</source>
        <translation>查找道路</translation>
    </message>
    <message>
        <source>Name of a road, or the numbers of its ends such as 10-16</source>
        <translation>道路名称，或两端的编号，如 10-16</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>封闭</translation>
    </message>
    <message>
        <source>Close the road to traffic</source>
        <translation>禁止车辆通行</translation>
    </message>
    <message>
        <source>Lanes…</source>
        <translation>车道…</translation>
    </message>
    <message>
        <source>More or fewer lanes; capacity changes with them</source>
        <translation>增减车道；通行能力随之改变</translation>
    </message>
    <message>
        <source>Speed limit…</source>
        <translation>限速…</translation>
    </message>
    <message>
        <source>Another speed limit</source>
        <translation>更改限速</translation>
    </message>
    <message>
        <source>Capacity…</source>
        <translation>通行能力…</translation>
    </message>
    <message>
        <source>Another capacity, in vehicles per hour</source>
        <translation>更改通行能力（辆/小时）</translation>
    </message>
    <message>
        <source>One-way</source>
        <translation>单行</translation>
    </message>
    <message>
        <source>Close the other direction</source>
        <translation>封闭另一方向</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Let traffic run the other way</source>
        <translation>让车流反向行驶</translation>
    </message>
    <message>
        <source>Toll…</source>
        <translation>收费…</translation>
    </message>
    <message>
        <source>Charge whoever drives here</source>
        <translation>对在此行驶者收费</translation>
    </message>
    <message>
        <source>Signal…</source>
        <translation>信号…</translation>
    </message>
    <message>
        <source>Seconds of waiting at its end, more or less</source>
        <translation>路段末端等待时间增减的秒数</translation>
    </message>
    <message>
        <source>Demand…</source>
        <translation>需求…</translation>
    </message>
    <message>
        <source>More or fewer trips</source>
        <translation>增减出行</translation>
    </message>
    <message>
        <source>Event…</source>
        <translation>活动…</translation>
    </message>
    <message>
        <source>More trips to one zone</source>
        <translation>前往某小区的更多出行</translation>
    </message>
    <message>
        <source>Weather…</source>
        <translation>天气…</translation>
    </message>
    <message>
        <source>Rain, snow or fog on all roads</source>
        <translation>所有道路上的雨、雪或雾</translation>
    </message>
    <message>
        <source>Fleet…</source>
        <translation>车队…</translation>
    </message>
    <message>
        <source>Other vehicles on all roads</source>
        <translation>所有道路上的其他车辆构成</translation>
    </message>
    <message>
        <source>Whole city</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Numbers of zones, with commas between; a click on the map fills it in</source>
        <translation>小区编号，以逗号分隔；点击地图可填入</translation>
    </message>
    <message>
        <source>How much of the road</source>
        <translation>道路的范围</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何时</translation>
    </message>
    <message>
        <source>In which part of the day</source>
        <translation>一天中的哪个时段</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add this to the list of edits</source>
        <translation>添加到编辑列表</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>不作更改</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lane(s)</source>
        <translation>
            <numerusform>%Ln 条车道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected road(s)</source>
        <translation>
            <numerusform>%Ln 条所选道路</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::EditPanel</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>%1
From %2</source>
        <translation>%1
来自 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>a modification</source>
        <translation>一个修改</translation>
    </message>
    <message>
        <source>The base case stays as it is. Your first edit begins a scenario.</source>
        <translation>基准方案保持不变。您的第一个编辑将开始一个情景。</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>尚未更改任何内容。</translation>
    </message>
    <message>
        <source>Edits of the scenario</source>
        <translation>情景的编辑</translation>
    </message>
    <message>
        <source>Make this edit earlier</source>
        <translation>将此编辑前移</translation>
    </message>
    <message>
        <source>Make this edit later</source>
        <translation>将此编辑后移</translation>
    </message>
    <message>
        <source>Remove this edit</source>
        <translation>移除此编辑</translation>
    </message>
    <message>
        <source>No edits</source>
        <translation>没有编辑</translation>
    </message>
    <message numerus="yes">
        <source>%Ln edit(s)</source>
        <translation>
            <numerusform>%Ln 个编辑</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::EnvironmentCharts</name>
    <message>
        <source>highest 8 h mean of the day</source>
        <translation>日最大 8 小时均值</translation>
    </message>
    <message>
        <source>mean of the day</source>
        <translation>日均值</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 a quantity, %2 a station</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Mean of all stations</source>
        <translation>所有监测站的平均</translation>
    </message>
    <message>
        <source>up to %1</source>
        <extracomment>a class of concentrations: %1 its upper end with unit</extracomment>
        <translation>不超过 %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <extracomment>a class of concentrations: %1 its lower end with unit</extracomment>
        <translation>高于 %1</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>%1 &quot;PM2.5, Dongsi&quot;, %2 &quot;mean of the day&quot;, %3 a unit</extracomment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1, index of the day, %2</source>
        <extracomment>%1 an official index, %2 a station</extracomment>
        <translation>%1 日指数，%2</translation>
    </message>
    <message>
        <source>band: 95 % interval of the mean</source>
        <translation>色带：均值的 95 % 区间</translation>
    </message>
    <message>
        <source>Multiple of the mean, %1</source>
        <translation>均值的倍数，%1</translation>
    </message>
    <message>
        <source>wind speed</source>
        <translation>风速</translation>
    </message>
    <message>
        <source>Days with %1 (%2) above %3</source>
        <extracomment>%1 a quantity, %2 &quot;mean of the day&quot;, %3 a limit with unit</extracomment>
        <translation>%1（%2）高于 %3 的天数</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln day(s))</source>
        <extracomment>a year of which only %Ln days were measured; %1 year</extracomment>
        <translation>
            <numerusform>%1（%Ln 天）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::EnvironmentLayers</name>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 &quot;Day&quot; or &quot;Forecast&quot;, %2 a time</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Diamonds: pollutants are missing</source>
        <translation>菱形：缺少部分污染物</translation>
    </message>
    <message>
        <source>Noise of the day, Lden</source>
        <translation>当日噪声 Lden</translation>
    </message>
    <message>
        <source>%1, standard error</source>
        <extracomment>%1 a pollutant</extracomment>
        <translation>%1，标准误差</translation>
    </message>
    <message>
        <source>%1 between stations</source>
        <extracomment>%1 a pollutant</extracomment>
        <translation>监测站之间的 %1</translation>
    </message>
    <message>
        <source>Fewer than two stations measured it at this time.</source>
        <translation>此时实测的监测站少于两个。</translation>
    </message>
    <message>
        <source>Inverse distance has no standard error; choose kriging.</source>
        <translation>反距离加权没有标准误差；请选择克里金。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Primary pollutant</source>
        <translation>首要污染物</translation>
    </message>
    <message>
        <source>Lden of the day</source>
        <translation>当日 Lden</translation>
    </message>
    <message>
        <source>LAeq of the hour</source>
        <translation>小时 LAeq</translation>
    </message>
    <message>
        <source>Lden of 365 days</source>
        <translation>365 天 Lden</translation>
    </message>
    <message>
        <source>No station has a position. Import a list of stations with latitude and longitude into this data set.</source>
        <translation>没有任何站点带有位置。请向此数据集导入含纬度和经度的站点列表。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::EnvironmentPage</name>
    <message>
        <source>All stations</source>
        <translation>所有监测站</translation>
    </message>
    <message>
        <source>Whole time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历图</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>变化规律</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>玫瑰图</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Exceedances</source>
        <translation>超标</translation>
    </message>
    <message>
        <source>Model against observation</source>
        <translation>模型与实测对比</translation>
    </message>
    <message>
        <source>No air or noise is measured here yet. Import stations with pollutants, such as pm2.5, or sound levels.</source>
        <translation>这里还没有空气或噪声测量数据。请导入带污染物（如 pm2.5）或声级的监测站。</translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation>导入数据…</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>监测站</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Index for classes and limits</source>
        <translation>用于分级和限值的指数</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::EnvironmentTab</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save the chart as a picture or its numbers as a table</source>
        <translation>将图表保存为图片，或将其数据保存为表格</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::EnvironmentText</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <extracomment>one of two pollutants</extracomment>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the members of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Too few hours were measured</source>
        <translation>测量的小时数不足</translation>
    </message>
    <message>
        <source>Too few hours of the day so far</source>
        <translation>当日目前的小时数不足</translation>
    </message>
    <message>
        <source>No live model forecasts it</source>
        <translation>没有在用模型对其预测</translation>
    </message>
    <message>
        <source>Incomplete: no %1</source>
        <extracomment>of an index; %1 pollutants that were not measured</extracomment>
        <translation>不完整：缺少 %1</translation>
    </message>
    <message>
        <source>No table of that time; %1 stands in, valid until %2</source>
        <extracomment>%1 an index, %2 a day</extracomment>
        <translation>没有当时有效的标准表，以有效期至 %2 的 %1 代替</translation>
    </message>
    <message>
        <source>No table of that time; %1 stands in, valid from %2</source>
        <translation>没有当时有效的标准表，以自 %2 起有效的 %1 代替</translation>
    </message>
    <message>
        <source>%1, valid since %2</source>
        <extracomment>%1 an index, %2 a day</extracomment>
        <translation>%1，自 %2 起有效</translation>
    </message>
    <message>
        <source>%1, valid %2 to %3</source>
        <extracomment>%1 an index, %2 and %3 days</extracomment>
        <translation>%1，%2 至 %3 有效</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>The index of the hour shown, from the means that the standard asks for.</source>
        <translation>所示小时的指数，按标准要求的均值计算。</translation>
    </message>
    <message>
        <source>The index of the day shown, as far as it has been measured.</source>
        <translation>所示日期的指数，按目前已测得的数据计算。</translation>
    </message>
    <message>
        <source>The highest index of the hours that the live models look ahead.</source>
        <translation>在用模型所预测的各小时中最高的指数。</translation>
    </message>
    <message>
        <source>Inverse distance (power 2)</source>
        <translation>反距离加权（幂次 2）</translation>
    </message>
    <message>
        <source>Ordinary kriging (60 km)</source>
        <translation>普通克里金（60 km）</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::EnvironmentView</name>
    <message>
        <source>Air-quality stations</source>
        <translation>空气质量监测站</translation>
    </message>
    <message>
        <source>Pollutant between stations</source>
        <translation>监测站之间的污染物</translation>
    </message>
    <message>
        <source>Standard error between stations</source>
        <translation>监测站之间的标准误差</translation>
    </message>
    <message>
        <source>Noise levels</source>
        <translation>噪声级</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Air-quality indices, pollutants between stations, noise</source>
        <translation>空气质量指数、监测站之间的污染物、噪声</translation>
    </message>
    <message>
        <source>Air quality</source>
        <translation>空气质量</translation>
    </message>
    <message>
        <source>Between stations</source>
        <translation>监测站之间</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::EpochChart</name>
    <message>
        <source>Best: %1</source>
        <extracomment>marks the epoch with the smallest error; %1 its number</extracomment>
        <translation>最佳：%1</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Epoch %1, checkpoint</source>
        <translation>第 %1 轮，检查点</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ExceedanceTab</name>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>A day counts if its value is greater</source>
        <translation>数值大于限值的日子计入</translation>
    </message>
    <message>
        <source>Limit </source>
        <comment>before a number</comment>
        <translation>限值 </translation>
    </message>
    <message>
        <source>Exceedances</source>
        <translation>超标</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ExperimentPage</name>
    <message>
        <source>An experiment trains many times to answer one question: which options are best, how sure an error is, or whether more data would help.</source>
        <translation>一次实验会多次训练，以回答一个问题：哪些选项最好、误差有多可靠，或更多数据是否有帮助。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::FilmPage</name>
    <message>
        <source>Forecasting…</source>
        <translation>正在预测…</translation>
    </message>
    <message>
        <source>%1 · MAE %2, last value %3</source>
        <extracomment>a site, and the errors of one forecast: the model&apos;s and that of the last value</extracomment>
        <translation>%1 · MAE %2，末值 %3</translation>
    </message>
    <message>
        <source>Forecast and truth, %1</source>
        <extracomment>name of a chart; %1 a site</extracomment>
        <translation>预测与真实值，%1</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停 (Space)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放 (Space)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Film of forecasts</source>
        <translation>预测动画</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>测点</translation>
    </message>
    <message>
        <source>The site that is shown here and in all other pages</source>
        <translation>此处及其他各页所显示的测点</translation>
    </message>
    <message>
        <source>One site</source>
        <translation>单个测点</translation>
    </message>
    <message>
        <source>With the worst sites</source>
        <translation>加上误差最大的测点</translation>
    </message>
    <message>
        <source>Number of sites</source>
        <translation>测点数</translation>
    </message>
    <message>
        <source>Shows the sites with the largest errors beside the chosen one</source>
        <translation>在所选测点旁显示误差最大的测点</translation>
    </message>
    <message>
        <source>One window back (Left)</source>
        <translation>上一个窗口 (Left)</translation>
    </message>
    <message>
        <source>One window back</source>
        <translation>上一个窗口</translation>
    </message>
    <message>
        <source>One window on (Right)</source>
        <translation>下一个窗口 (Right)</translation>
    </message>
    <message>
        <source>One window on</source>
        <translation>下一个窗口</translation>
    </message>
    <message numerus="yes">
        <source>%Ln a second</source>
        <extracomment>how fast a film runs: %Ln windows of forecasts a second</extracomment>
        <translation>
            <numerusform>每秒 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Forecasts shown a second; one where motion is reduced</source>
        <translation>每秒显示的预测数；减少动态效果时为一个</translation>
    </message>
    <message>
        <source>Time in the test part</source>
        <translation>测试部分中的时刻</translation>
    </message>
    <message>
        <source>Appears once the run and its data are loaded.</source>
        <translation>训练记录及其数据载入后显示。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::Format</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is a duration such as &quot;4 min&quot;</extracomment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>ddd d MMM HH:mm</source>
        <extracomment>QLocale date pattern: abbreviated day of week, day, abbreviated month, time</extracomment>
        <translation>M月d日 ddd HH:mm</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy HH:mm</source>
        <extracomment>QLocale date pattern: abbreviated day of week, day, abbreviated month, year, time</extracomment>
        <translation>yyyy年M月d日 ddd HH:mm</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::HeatMapChart</name>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>cell</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::HistogramChart</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range from %1 to %2</extracomment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>频数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Logarithmic counts</source>
        <translation>对数频数</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::HorizonChart</name>
    <message>
        <source>%1 min ahead</source>
        <translation>提前 %1 分钟</translation>
    </message>
    <message>
        <source>Minutes ahead</source>
        <translation>提前时间（分钟）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>axis title: %1 measure of error, %2 unit</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 h ahead</source>
        <translation>提前 %1 小时</translation>
    </message>
    <message>
        <source>Hours ahead</source>
        <translation>提前小时数</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::HotspotController</name>
    <message>
        <source>Comparing hot spots of %1</source>
        <translation>正在比较 %1 的热点</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ImportController</name>
    <message numerus="yes">
        <source>Reading %Ln file(s)</source>
        <extracomment>Shown in the status line</extracomment>
        <translation>
            <numerusform>正在读取 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Storing %1</source>
        <extracomment>Shown in the status line. %1 is the name of a data set</extracomment>
        <translation>正在保存 %1</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ImportDialog</name>
    <message>
        <source>Reading the files</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Storing</source>
        <translation>正在保存</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be used</source>
        <translation>
            <numerusform>%Ln 行无法使用</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows are fine. Nothing has been stored yet.</source>
        <translation>共 %2 行，%1 行正常。尚未保存任何内容。</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import without these rows</source>
        <translation>略过这些行并导入</translation>
    </message>
    <message>
        <source>Show these rows</source>
        <translation>显示这些行</translation>
    </message>
    <message>
        <source>Hide these rows</source>
        <translation>隐藏这些行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Nothing is stored; the city stays as it is</source>
        <translation>不保存任何内容，城市保持原样</translation>
    </message>
    <message>
        <source>Rows that cannot be used</source>
        <translation>无法使用的行</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to look at before these data are trusted</source>
        <translation>
            <numerusform>在信任这些数据之前请查看 %Ln 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ImportForm</name>
    <message>
        <source>Choose files to import</source>
        <translation>选择要导入的文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv)</source>
        <translation>表格 (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Add files with the button above or drop them here.</source>
        <translation>请用上方的按钮添加文件，或将文件拖放到此处。</translation>
    </message>
    <message>
        <source>Adds to the data set %1 that is already there.</source>
        <translation>将并入已有的数据集 %1。</translation>
    </message>
    <message>
        <source>Recognise each file</source>
        <translation>逐个文件识别</translation>
    </message>
    <message>
        <source>Missing for speeds, else values</source>
        <translation>速度视为缺失，其余视为数值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Takes the file off this list; the file itself stays</source>
        <translation>从列表中移除，文件本身保留</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Its name in this city</source>
        <translation>在该城市中的名称</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>For example speed, flow or pm2.5</source>
        <translation>例如 speed、flow 或 pm2.5</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>For example km/h, mph or veh/h</source>
        <translation>例如 km/h、mph 或 veh/h</translation>
    </message>
    <message>
        <source>Source, licence</source>
        <translation>来源、许可证</translation>
    </message>
    <message>
        <source>Shown wherever the data is shown</source>
        <translation>凡显示该数据处都会注明</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Of times that name none</source>
        <translation>用于未注明时区的时间</translation>
    </message>
    <message>
        <source>Zeros are</source>
        <translation>零值视为</translation>
    </message>
    <message>
        <source>From the file name</source>
        <translation>取自文件名</translation>
    </message>
    <message>
        <source>Who publishes it, on what terms</source>
        <translation>发布者及使用条款</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>识别为</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::IncidentList</name>
    <message>
        <source>What and where</source>
        <translation>事件与地点</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>What is going on</source>
        <translation>正在发生的事件</translation>
    </message>
    <message>
        <source>Nothing is reported for the time shown.</source>
        <translation>所示时间没有上报的事件。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::IncidentMappingForm</name>
    <message>
        <source>Choose a column</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>No column</source>
        <translation>无此列</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A column without a name: its number and what stands in its first row</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Choose the columns of time, latitude and longitude.</source>
        <translation>请选择时间、纬度和经度所在的列。</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>正在查看文件…</translation>
    </message>
    <message>
        <source>%1 of %2 rows can be used, from %3 to %4.</source>
        <extracomment>Numbers of rows, then two times</extracomment>
        <translation>%2 行中有 %1 行可用，时间从 %3 到 %4。</translation>
    </message>
    <message>
        <source>The first problem is in line %1: %2</source>
        <translation>第一个问题在第 %1 行：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lie(s) far outside the area of the others.</source>
        <translation>
            <numerusform>%Ln 行远在其他位置的范围之外。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln has (have) no position.</source>
        <translation>
            <numerusform>%Ln 行没有位置。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln has (have) no category.</source>
        <translation>
            <numerusform>%Ln 行没有类别。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln say(s) the same as an earlier one and is (are) kept.</source>
        <translation>
            <numerusform>%Ln 行与前面的行相同，仍予保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>What the columns hold</source>
        <translation>各列的含义</translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation>第一行是列名</translation>
    </message>
    <message>
        <source>Without it the columns go by their numbers</source>
        <translation>否则以列号称呼各列</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>When it happened or began</source>
        <translation>发生或开始的时间</translation>
    </message>
    <message>
        <source>When it ended</source>
        <translation>结束的时间</translation>
    </message>
    <message>
        <source>Degrees on WGS 84, to the north</source>
        <translation>WGS 84 度数，北向</translation>
    </message>
    <message>
        <source>Degrees on WGS 84, to the east</source>
        <translation>WGS 84 度数，东向</translation>
    </message>
    <message>
        <source>What happened, such as EMS: FALL</source>
        <translation>发生了什么，例如 EMS: FALL</translation>
    </message>
    <message>
        <source>From 1, low, to 4, critical</source>
        <translation>从 1（低）到 4（紧急）</translation>
    </message>
    <message>
        <source>Stays in this city: it may hold addresses</source>
        <translation>只留在此城市中：可能含有地址</translation>
    </message>
    <message>
        <source>Time format</source>
        <translation>时间格式</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>For example dd.MM.yyyy HH:mm; empty recognises the usual ones</source>
        <translation>例如 dd.MM.yyyy HH:mm；留空则识别常用格式</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::IncidentPlaces</name>
    <message>
        <source>Square of %1</source>
        <translation>边长 %1 的方格</translation>
    </message>
    <message numerus="yes">
        <source>incident(s)</source>
        <translation>
            <numerusform>起事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message numerus="yes">
        <source>The exact places are not shown: each symbol stands for at least %Ln incident(s) somewhere in its square.</source>
        <translation>
            <numerusform>不显示确切地点：每个符号代表其方格内某处至少 %Ln 起事件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message numerus="yes">
        <source>Squares with at least %Ln of them</source>
        <extracomment>at most one incident in %1, so no single one can be told</extracomment>
        <translation>
            <numerusform>至少有 %Ln 起事件的方格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more not shown: too few at one place</source>
        <translation>
            <numerusform>另有 %Ln 起未显示：同一地点的数量过少</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few incidents in this period to be shown.</source>
        <translation>该时段事件过少，无法显示。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::Inspector</name>
    <message>
        <source>%1 (%2)</source>
        <comment>site name (code)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Filled in, not observed</source>
        <translation>补全值，非实测</translation>
    </message>
    <message>
        <source>Stale: last value is %1 old</source>
        <translation>过时：最后一个值距今 %1</translation>
    </message>
    <message>
        <source>Forecast; 80 % between %1 and %2</source>
        <translation>预测；80 % 区间为 %1 至 %2</translation>
    </message>
    <message>
        <source>No forecast for this time</source>
        <translation>此时间没有预测</translation>
    </message>
    <message>
        <source>No value: the sensor is silent</source>
        <translation>无数值：传感器未上报</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <comment>quantity, data set (domain)</comment>
        <translation>%1，%2（%3）</translation>
    </message>
    <message>
        <source>Mean of %1 of %2 sites</source>
        <translation>%2 个测点中 %1 个的平均值</translation>
    </message>
    <message>
        <source>No model is deployed for this quantity.</source>
        <translation>该指标尚未部署模型。</translation>
    </message>
    <message>
        <source>Forecast by %1 (%2), mean absolute error on its test data %3</source>
        <translation>由%1（%2）预测，测试数据上的平均绝对误差为 %3</translation>
    </message>
    <message>
        <source>Find a site</source>
        <translation>查找测点</translation>
    </message>
    <message>
        <source>Back to the city (Esc)</source>
        <translation>返回全市 (Esc)</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>Nothing was observed in this span.</source>
        <translation>此时段内没有实测值。</translation>
    </message>
    <message>
        <source>Course and forecast</source>
        <translation>变化曲线与预测</translation>
    </message>
    <message>
        <source>In %1: %2 (%3–%4) %5</source>
        <comment>In 15 min: median (low-high) unit</comment>
        <translation>%1后：%2（%3–%4）%5</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected site(s)</source>
        <translation>
            <numerusform>已选 %Ln 个测点</numerusform>
        </translation>
    </message>
    <message>
        <source>No measurements yet. Import those of the city&apos;s sensors in Analyse, and they will stand on this map.</source>
        <translation>暂无测量数据。请在“分析”中导入该城市传感器的数据，导入后会显示在此地图上。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::KpiStrip</name>
    <message>
        <source>against usual</source>
        <translation>较平时</translation>
    </message>
    <message>
        <source>Slow or standing</source>
        <translation>缓行或停滞</translation>
    </message>
    <message>
        <source>Forecast in %1</source>
        <translation>%1后预测</translation>
    </message>
    <message>
        <source>against now</source>
        <translation>较当前</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln station(s)</source>
        <translation>
            <numerusform>%1，%Ln 个监测站</numerusform>
        </translation>
    </message>
    <message>
        <source>Incidents and calls</source>
        <translation>事件与报警</translation>
    </message>
    <message>
        <source>%1, mean</source>
        <comment>quantity</comment>
        <translation>平均%1</translation>
    </message>
    <message>
        <source>Reporting</source>
        <translation>在报率</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::KpiTile</name>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>%1 arrow, %2 change with sign and unit, %3 what it is compared with (&quot;since yesterday&quot;)</extracomment>
        <translation>%3 %1 %2</translation>
    </message>
    <message>
        <source>%1, out of range, priority %2</source>
        <extracomment>%1 value with unit, %2 priority 1 to 3</extracomment>
        <translation>%1，超出范围，优先级 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>change with sign and unit, what it is against</extracomment>
        <translation>%2 %1</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::LassoTool</name>
    <message>
        <source>Draw around what to select, or click corners. Shift adds, Ctrl removes.</source>
        <translation>围绕要选择的对象画线，或逐点单击。Shift 添加，Ctrl 移除。</translation>
    </message>
    <message>
        <source>Click corners. Double click or Enter selects, Backspace takes one back.</source>
        <translation>逐点单击。双击或 Enter 完成选择，Backspace 撤回一点。</translation>
    </message>
    <message>
        <source>Release to select. Esc gives up.</source>
        <translation>松开即选择，Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::LayoutManager</name>
    <message>
        <source>Save layout “%1”</source>
        <extracomment>can be undone; %1 is the name of a layout</extracomment>
        <translation>保存布局“%1”</translation>
    </message>
    <message>
        <source>Switch to layout “%1”</source>
        <translation>切换到布局“%1”</translation>
    </message>
    <message>
        <source>Rename layout “%1”</source>
        <translation>重命名布局“%1”</translation>
    </message>
    <message>
        <source>Delete layout “%1”</source>
        <translation>删除布局“%1”</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>The screens have changed; windows were moved to where they can be seen.</source>
        <translation>屏幕配置已改变，窗口已移到可见位置。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Save layout as</source>
        <translation>布局另存为</translation>
    </message>
    <message>
        <source>arrangement panels windows keep</source>
        <translation>排列 面板 窗口 保留 arrangement panels windows keep</translation>
    </message>
    <message>
        <source>The layout “%1” was saved.</source>
        <translation>布局“%1”已保存。</translation>
    </message>
    <message>
        <source>Switch to layout</source>
        <translation>切换布局</translation>
    </message>
    <message>
        <source>arrangement panels restore</source>
        <translation>排列 面板 恢复 arrangement panels restore</translation>
    </message>
    <message>
        <source>Rename layout</source>
        <translation>重命名布局</translation>
    </message>
    <message>
        <source>Delete layout</source>
        <translation>删除布局</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>移除 remove</translation>
    </message>
    <message>
        <source>The layout “%1” was deleted. Undo brings it back.</source>
        <translation>布局“%1”已删除。可撤销恢复。</translation>
    </message>
    <message>
        <source>default panels windows restore</source>
        <translation>默认 面板 窗口 恢复 default panels windows restore</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::LeftOutDialog</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Latitude, longitude</source>
        <translation>纬度、经度</translation>
    </message>
    <message>
        <source>Show this place on the map. It is rounded to a kilometre.</source>
        <translation>在地图上显示此地点。位置取整到一公里。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>latitude, longitude</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>no position</source>
        <translation>无位置</translation>
    </message>
    <message>
        <source>Incidents in no figure</source>
        <translation>未计入的事件</translation>
    </message>
    <message>
        <source>These lie far outside the area of the others, or have no position. A wrong sign or a place in another town is the usual reason.</source>
        <translation>这些事件远在其他位置的范围之外，或没有位置。常见原因是正负号有误，或地点在别的城镇。</translation>
    </message>
    <message>
        <source>%1 Shown are the newest %2 of %3.</source>
        <extracomment>the first %1 of %2 incidents</extracomment>
        <translation>%1显示 %3 起中最新的 %2 起。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::LengthText</name>
    <message>
        <source>%1 ft</source>
        <translation>%1 ft</translation>
    </message>
    <message>
        <source>%1 mi</source>
        <translation>%1 mi</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 ft²</source>
        <translation>%1 ft²</translation>
    </message>
    <message>
        <source>%1 acres</source>
        <translation>%1 英亩</translation>
    </message>
    <message>
        <source>%1 mi²</source>
        <translation>%1 mi²</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 m²</translation>
    </message>
    <message>
        <source>%1 ha</source>
        <translation>%1 ha</translation>
    </message>
    <message>
        <source>%1 km²</source>
        <translation>%1 km²</translation>
    </message>
    <message>
        <source>%1° S</source>
        <extracomment>Geographic latitude; %1 is in degrees</extracomment>
        <translation>南纬 %1°</translation>
    </message>
    <message>
        <source>%1° N</source>
        <translation>北纬 %1°</translation>
    </message>
    <message>
        <source>%1° W</source>
        <extracomment>Geographic longitude; %1 is in degrees</extracomment>
        <translation>西经 %1°</translation>
    </message>
    <message>
        <source>%1° E</source>
        <translation>东经 %1°</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>Latitude and longitude side by side</extracomment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::LossChart</name>
    <message>
        <source>The loss appears here after the first epoch.</source>
        <translation>第一轮结束后，损失显示在此处。</translation>
    </message>
    <message>
        <source>The validation error appears here after the first epoch.</source>
        <translation>第一轮结束后，验证误差显示在此处。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>Mean absolute error, %1</source>
        <translation>平均绝对误差（%1）</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation>各轮次的损失</translation>
    </message>
    <message>
        <source>Validation error by epoch</source>
        <translation>各轮次的验证误差</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate by epoch</source>
        <translation>各轮次的学习率</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MainWindow</name>
    <message>
        <source>Preparing the demo city</source>
        <translation>正在准备演示城市</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Open a city folder</source>
        <translation>打开城市文件夹</translation>
    </message>
    <message>
        <source>Name the new city&apos;s folder</source>
        <translation>为新城市的文件夹命名</translation>
    </message>
    <message>
        <source>City folders (*.city)</source>
        <translation>城市文件夹 (*.city)</translation>
    </message>
    <message>
        <source>Making %1</source>
        <translation>正在新建 %1</translation>
    </message>
    <message>
        <source>About Belvedere</source>
        <translation>关于 Belvedere</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Belvedere %1&lt;/h3&gt;&lt;p&gt;The desktop from which a city is run.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Belvedere %1&lt;/h3&gt;&lt;p&gt;用于城市运行管理的桌面程序。&lt;/p&gt;&lt;p&gt;自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Belvedere</source>
        <translation>Belvedere</translation>
    </message>
    <message>
        <source>Operate</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Go to Operate</source>
        <translation>转到“运行”</translation>
    </message>
    <message>
        <source>Go to Analyse</source>
        <translation>转到“分析”</translation>
    </message>
    <message>
        <source>Fonts are missing, so some letters may look different. Install: %1</source>
        <translation>缺少字体，部分文字的显示可能与设计不同。请安装：%1</translation>
    </message>
    <message>
        <source>Report saved in %1</source>
        <translation>报告已保存到 %1</translation>
    </message>
    <message>
        <source>Map: %1</source>
        <comment>raster or opengl</comment>
        <translation>地图：%1</translation>
    </message>
    <message>
        <source>What paints the map: the processor (raster) or the graphics card (opengl)</source>
        <translation>地图由处理器（raster）还是显卡（opengl）绘制</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>a tooltip: what there is to see, then the name of the button with its shortcut</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Go to Plan</source>
        <translation>转到规划</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MapCompare</name>
    <message>
        <source>Second map</source>
        <translation>第二幅地图</translation>
    </message>
    <message>
        <source>Hold to see %1</source>
        <extracomment>Button that shows another map while it is held; %1 is what that shows</extracomment>
        <translation>按住查看%1</translation>
    </message>
    <message>
        <source>Hold the button or the key C to see the other map</source>
        <translation>按住按钮或 C 键查看另一幅地图</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MapImport</name>
    <message numerus="yes">
        <source>%1: %Ln road link(s)</source>
        <translation>
            <numerusform>%1：%Ln 条路段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln building(s)</source>
        <translation>
            <numerusform>%Ln 座建筑物</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln site(s) stand on its roads</source>
        <translation>
            <numerusform>%Ln 个测点位于其道路上</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln feature(s) as a layer</source>
        <translation>
            <numerusform>%1：%Ln 个要素已作为图层</numerusform>
        </translation>
    </message>
    <message>
        <source>No raster tiles</source>
        <translation>无栅格瓦片</translation>
    </message>
    <message>
        <source>Raster tiles are shown</source>
        <translation>已显示栅格瓦片</translation>
    </message>
    <message>
        <source>Maps and layers (%1)</source>
        <translation>地图与图层 (%1)</translation>
    </message>
    <message>
        <source>Import a map or a layer</source>
        <translation>导入地图或图层</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>Changing the raster tiles</source>
        <translation>正在更改栅格瓦片</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation>正在移除 %1</translation>
    </message>
    <message>
        <source>Layer removed: %1</source>
        <translation>已移除图层：%1</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MapLegend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) · %1</source>
        <extracomment>%1 is how old the values are, as in &quot;5 min ago&quot;</extracomment>
        <translation>
            <numerusform>%Ln 个数值 · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln 个数值</numerusform>
        </translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 及以上</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>Range of values in a legend, from %1 to %2</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>过时</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Show the legend</source>
        <translation>显示图例</translation>
    </message>
    <message>
        <source>Fold the legend up</source>
        <translation>收起图例</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Paler and hatched: less certain</source>
        <translation>颜色较浅、带斜线表示较不确定</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>不确定</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MapPanel</name>
    <message>
        <source>Measured sites</source>
        <translation>测点实测值</translation>
    </message>
    <message>
        <source>Estimates between sites</source>
        <translation>测点间估计值</translation>
    </message>
    <message>
        <source>Other stations</source>
        <translation>其他监测站</translation>
    </message>
    <message>
        <source>Incidents and calls</source>
        <translation>事件与报警</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>建筑物</translation>
    </message>
    <message>
        <source>Railways</source>
        <translation>铁路</translation>
    </message>
    <message>
        <source>Paths and service roads</source>
        <translation>小路与服务道路</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>data set: quantity</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The sites of this data set have no positions. Choose one in the list of sites, or import a site list.</source>
        <translation>该数据集的测点没有位置。请在测点列表中选择测点，或导入测点清单。</translation>
    </message>
    <message>
        <source>Quantity on the map</source>
        <translation>地图上的指标</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Show the change against another time (D)</source>
        <translation>与另一时间的变化 (D)</translation>
    </message>
    <message>
        <source>against: %1</source>
        <comment>what the map is compared with</comment>
        <translation>对比：%1</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比对象</translation>
    </message>
    <message>
        <source>%1, simulated</source>
        <translation>%1，模拟</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Stale: the site has been silent since</source>
        <translation>过时：测点自此时起未上报</translation>
    </message>
    <message>
        <source>Filled in, not observed</source>
        <translation>补全值，非实测</translation>
    </message>
    <message>
        <source>No value: the sensor is silent</source>
        <translation>无数值：传感器未上报</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>80 % between</source>
        <translation>80 % 区间</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>low, high</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时效</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Mean of the %1 before %2</source>
        <comment>1 h, Thu 1 Mar 08:05</comment>
        <translation>截至 %2 的最近 %1均值</translation>
    </message>
    <message>
        <source>Mean since %1 to %2</source>
        <comment>two times</comment>
        <translation>%1 至 %2 的均值</translation>
    </message>
    <message>
        <source>Now, %1</source>
        <translation>当前，%1</translation>
    </message>
    <message>
        <source>Speed over free-flow speed</source>
        <translation>速度与自由流速度之比</translation>
    </message>
    <message>
        <source>%1, change: blue faster, orange slower</source>
        <translation>%1变化：蓝色为变快，橙色为变慢</translation>
    </message>
    <message>
        <source>%1, change: blue less, orange more</source>
        <translation>%1变化：蓝色为减少，橙色为增加</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <comment>two times</comment>
        <translation>%1 对比 %2</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>the change of what the map shows, against another time</extracomment>
        <translation>变化</translation>
    </message>
    <message>
        <source>Imported layers</source>
        <translation>导入的图层</translation>
    </message>
    <message>
        <source>Raster tiles</source>
        <translation>栅格瓦片</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MapToolBar</name>
    <message>
        <source>Map tools</source>
        <translation>地图工具</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MapTools</name>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>平移地图</translation>
    </message>
    <message>
        <source>Select in a rectangle</source>
        <translation>矩形选择</translation>
    </message>
    <message>
        <source>Select with a lasso</source>
        <translation>套索选择</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测距</translation>
    </message>
    <message>
        <source>Zoom to a box</source>
        <translation>框选放大</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Tooltip: what a tool does and its key</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MapView</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Too many features for this scale: only some are drawn. Zoom in to see all.</source>
        <translation>此比例尺下要素过多，仅绘制部分。放大可查看全部。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MeasureTool</name>
    <message>
        <source>Click points to measure a distance.</source>
        <translation>逐点单击以测量距离。</translation>
    </message>
    <message>
        <source>Around %1, area %2. Esc leaves.</source>
        <translation>周长 %1，面积 %2。Esc 退出。</translation>
    </message>
    <message>
        <source>Length %1. Click to measure anew, Esc leaves.</source>
        <translation>长度 %1。单击重新测量，Esc 退出。</translation>
    </message>
    <message>
        <source>%1 so far. Double click or Enter ends, Backspace takes a point back.</source>
        <translation>目前 %1。双击或 Enter 结束，Backspace 撤回一点。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MessageHistory</name>
    <message>
        <source>Nothing has been reported yet.</source>
        <translation>暂无消息。</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>无消息</translation>
    </message>
    <message>
        <source>Messages of the program</source>
        <translation>程序消息</translation>
    </message>
    <message>
        <source>%1
Click to see the earlier messages</source>
        <translation>%1
单击查看更早的消息</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MiniMap</name>
    <message>
        <source>Overview map</source>
        <translation>鹰眼图</translation>
    </message>
    <message>
        <source>Arrow keys move the map.</source>
        <translation>方向键移动地图。</translation>
    </message>
    <message>
        <source>Show the overview map</source>
        <translation>显示鹰眼图</translation>
    </message>
    <message>
        <source>Hide the overview map</source>
        <translation>隐藏鹰眼图</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ModelCardDialog</name>
    <message>
        <source>What these data can mean</source>
        <translation>这些数据能说明什么</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ModelForm</name>
    <message>
        <source>Nothing learnt yet</source>
        <translation>尚未训练</translation>
    </message>
    <message>
        <source>%1 · %2: %3 · %4</source>
        <extracomment>A run to begin from: id, data set, quantity, its error</extracomment>
        <translation>%1 · %2：%3 · %4</translation>
    </message>
    <message>
        <source>%1 · deployed</source>
        <extracomment>Appended to the model that serves now</extracomment>
        <translation>%1 · 已部署</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Own</source>
        <extracomment>Options that are those of no preset</extracomment>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What learns</source>
        <translation>进行学习的模型</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Fills in the options below</source>
        <translation>填入下方选项</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>A trained model whose weights are taken over; learning goes on from there</source>
        <translation>沿用其权重的已训练模型；从该模型继续学习</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Passes over the training part, at most</source>
        <translation>最多遍历训练部分的次数</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心轮数</translation>
    </message>
    <message>
        <source>Epochs without a better validation error before training stops</source>
        <translation>验证误差连续多少轮没有改善就停止训练</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时间上限</translation>
    </message>
    <message>
        <source>The best model found in this time is kept</source>
        <translation>保留这段时间内找到的最佳模型</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same numbers</source>
        <translation>相同的种子得到相同的结果</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Processor threads of the training; one is best left to the window</source>
        <translation>训练所用的处理器线程数；最好为窗口留出一个</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source> min</source>
        <extracomment>Minutes, after a number</extracomment>
        <translation> 分钟</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ModelTab</name>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>数据对</translation>
    </message>
    <message>
        <source>Forecasts with a measured value, of an even sample of the test part</source>
        <translation>有实测值的预测，取自测试部分的均匀抽样</translation>
    </message>
    <message>
        <source>Forecasts between half and double of what was measured</source>
        <translation>介于实测值一半与两倍之间的预测</translation>
    </message>
    <message>
        <source>Mean bias</source>
        <translation>平均偏差</translation>
    </message>
    <message>
        <source>Forecast minus measured</source>
        <translation>预测减实测</translation>
    </message>
    <message>
        <source>Mean gross error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>Mean amount of the difference</source>
        <translation>差值绝对值的平均</translation>
    </message>
    <message>
        <source>Normalised bias</source>
        <translation>标准化偏差</translation>
    </message>
    <message>
        <source>Bias over the mean of what was measured</source>
        <translation>偏差与实测均值之比</translation>
    </message>
    <message>
        <source>Normalised error</source>
        <translation>标准化误差</translation>
    </message>
    <message>
        <source>Gross error over the mean of what was measured</source>
        <translation>绝对误差与实测均值之比</translation>
    </message>
    <message>
        <source>Root of the mean squared difference</source>
        <translation>均方差值的平方根</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>相关系数</translation>
    </message>
    <message>
        <source>Pearson&apos;s r</source>
        <translation>皮尔逊 r</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>效率系数</translation>
    </message>
    <message>
        <source>1 = perfect, 0 = no better than the mean of what was measured</source>
        <translation>1 = 完美，0 = 不比实测均值更好</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Index of agreement by Willmott, 2011: 1 = perfect, −1 = none</source>
        <translation>Willmott 一致性指数，2011：1 = 完美，−1 = 毫无一致</translation>
    </message>
    <message>
        <source>CSI above %1</source>
        <extracomment>critical success index of events; %1 a limit with unit</extracomment>
        <translation>高于 %1 的 CSI</translation>
    </message>
    <message>
        <source>Hits of all events and false alarms</source>
        <translation>命中数占全部事件与误报之和的比例</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>检出率</translation>
    </message>
    <message>
        <source>Events above the limit that were forecast</source>
        <translation>被预测到的超限事件</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>误报率</translation>
    </message>
    <message>
        <source>Forecasts above the limit after which it was not exceeded</source>
        <translation>预测超限而实际未超限的比例</translation>
    </message>
    <message>
        <source>No run forecasts %1 of this data set yet. Train one on the Train page.</source>
        <extracomment>%1 a pollutant</extracomment>
        <translation>还没有训练记录预测该数据集的 %1。请在“训练”页训练一个。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>run and its time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Forecasting the test part of %1 …</source>
        <translation>正在预测 %1 的测试部分 …</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <extracomment>%1 a duration: how far a forecast looks ahead</extracomment>
        <translation>提前 %1</translation>
    </message>
    <message>
        <source>%1 measured</source>
        <extracomment>axis title: %1 pollutant</extracomment>
        <translation>%1 实测</translation>
    </message>
    <message>
        <source>%1 forecast, %2</source>
        <extracomment>axis title: %1 pollutant, %2 &quot;24 h ahead&quot;</extracomment>
        <translation>%1 预测，%2</translation>
    </message>
    <message>
        <source>The test part of this run has no measured values here.</source>
        <translation>该训练记录的测试部分在此处没有实测值。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>The run whose test forecasts are shown</source>
        <translation>显示哪条训练记录的测试预测</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>提前时间</translation>
    </message>
    <message>
        <source>How far ahead was forecast</source>
        <translation>预测提前多久</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Copy figures</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>Copies the table of figures</source>
        <translation>复制数值表</translation>
    </message>
    <message>
        <source>Model against observation</source>
        <translation>模型与实测对比</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::MonthGrid</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln event(s)</source>
        <translation>
            <numerusform>%1，%Ln 起事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln event(s), %2 of the data</source>
        <extracomment>%1 day, %2 percentage</extracomment>
        <translation>
            <numerusform>%1，%Ln 起事件，数据完整率 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::NoisePanel</name>
    <message>
        <source>Microphone</source>
        <translation>传声器</translation>
    </message>
    <message>
        <source>LAeq</source>
        <translation>LAeq</translation>
    </message>
    <message>
        <source>Lden</source>
        <translation>Lden</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>全年</translation>
    </message>
    <message>
        <source>day %1, evening %2, night %3</source>
        <extracomment>sound levels of a day in dB(A), by day, evening and night</extracomment>
        <translation>昼间 %1，傍晚 %2，夜间 %3</translation>
    </message>
    <message>
        <source>Lden of 365 days: %1, measured %2 of the time</source>
        <extracomment>tooltip: %1 a level with unit, %2 a share</extracomment>
        <translation>365 天 Lden：%1，测量率 %2</translation>
    </message>
    <message>
        <source>dB(A), hour from %1 and its day, from 07:00 to 07:00</source>
        <extracomment>%1 a time</extracomment>
        <translation>dB(A)，自 %1 起的一小时及其当日（07:00 至次日 07:00）</translation>
    </message>
    <message>
        <source>Bands of Directive 2002/49/EC. Measured: %1, %2.</source>
        <extracomment>%1 data set, %2 its source</extracomment>
        <translation>按指令 2002/49/EC 分级。实测：%1，%2。</translation>
    </message>
    <message>
        <source>No noise is measured here yet. Import levels in dB(A), such as laeq.</source>
        <translation>这里还没有噪声测量数据。请导入以 dB(A) 为单位的声级，如 laeq。</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Data set of the microphones</source>
        <translation>传声器的数据集</translation>
    </message>
    <message>
        <source>Sound levels</source>
        <translation>声级</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::OperateCommands</name>
    <message>
        <source>Find on the map</source>
        <translation>在地图上查找</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Show layer: %1</source>
        <translation>显示图层：%1</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Compare two times side by side</source>
        <translation>分屏对比两个时间</translation>
    </message>
    <message>
        <source>Compare two times with a divider</source>
        <translation>卷帘对比两个时间</translation>
    </message>
    <message>
        <source>Compare by holding C</source>
        <translation>按住 C 对比</translation>
    </message>
    <message>
        <source>Show the change</source>
        <translation>显示变化</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比对象</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参照 基准 reference</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已保存的视图</translation>
    </message>
    <message>
        <source>Map tool: %1</source>
        <translation>地图工具：%1</translation>
    </message>
    <message>
        <source>Show quantity</source>
        <translation>显示指标</translation>
    </message>
    <message>
        <source>data channel</source>
        <translation>数据 通道 data channel</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>data set: quantity</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the sites&apos; values…</source>
        <translation>保存测点数值…</translation>
    </message>
    <message>
        <source>Save the recording…</source>
        <translation>保存记录…</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>交通</translation>
    </message>
    <message>
        <source>Speeds, volumes and what is going on, with the forecast</source>
        <translation>速度、流量、正在发生的事件，以及预测</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::OperateReport</name>
    <message>
        <source>Time shown</source>
        <translation>显示的时间</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Replay of a recording</source>
        <translation>记录回放</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows</source>
        <translation>共 %2 行，显示前 %1 行</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Seed of the simulation</source>
        <translation>模拟的随机种子</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Training run</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Situation report</source>
        <translation>态势报告</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>测点</translation>
    </message>
    <message>
        <source>Going on</source>
        <translation>正在发生</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::OperateWorkspace</name>
    <message>
        <source>Import data…</source>
        <translation>导入数据…</translation>
    </message>
    <message>
        <source>The city appears here as soon as it is ready. Another one can be opened with the button at the top left.</source>
        <translation>城市准备好后会显示在这里。也可以用左上角的按钮打开另一座城市。</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Going on</source>
        <translation>正在发生</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>测点</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>关键指标</translation>
    </message>
    <message>
        <source>This city has no data yet. Import measurements of its sensors, or an OpenStreetMap extract of its streets.</source>
        <translation>该城市还没有数据。请导入传感器的测量数据，或其道路的 OpenStreetMap 数据。</translation>
    </message>
    <message>
        <source>Import a map…</source>
        <translation>导入地图…</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::OptionForm</name>
    <message>
        <source>Default: %1.</source>
        <extracomment>The value of a field that nobody has changed</extracomment>
        <translation>默认：%1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A default, then where it comes from</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <extracomment>What an option means, then its default</extracomment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <extracomment>%1 is the name of a field</extracomment>
        <translation>重置%1</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>恢复默认：%1</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::OutcomePanel</name>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Click a road to see where its traffic comes from and goes to, and why it changed.</source>
        <translation>点击道路以查看其车流的来源和去向，以及变化的原因。</translation>
    </message>
    <message>
        <source>Run the base case first.</source>
        <translation>请先运行基准方案。</translation>
    </message>
    <message>
        <source>New road</source>
        <translation>新道路</translation>
    </message>
    <message>
        <source>%1 carries %2 veh/h. The map shows where they come from and go to.</source>
        <translation>%1 承担 %2 veh/h。地图显示其来源和去向。</translation>
    </message>
    <message>
        <source>%1 carries %2 veh/h, as in the base case.</source>
        <translation>%1 承担 %2 veh/h，与基准方案相同。</translation>
    </message>
    <message>
        <source>%1 carries %2 veh/h, %3 against the base case: %4 by other routes, %5 by more or fewer trips.</source>
        <extracomment>a road, its traffic, the change, the part of it by other routes, that by other demand</extracomment>
        <translation>%1 承担 %2 veh/h，与基准方案相比 %3：其中 %4 因路径改变，%5 因出行增减。</translation>
    </message>
    <message>
        <source>Traffic through %1</source>
        <extracomment>title of a legend: the traffic that also uses a road</extracomment>
        <translation>经过 %1 的车流</translation>
    </message>
    <message>
        <source>The base case is being computed.</source>
        <translation>正在计算基准方案。</translation>
    </message>
    <message>
        <source>Nothing was run yet. Press Run.</source>
        <translation>尚未运行。请按“运行”。</translation>
    </message>
    <message>
        <source>Choose a scenario to see the streets that it affects most.</source>
        <translation>选择一个情景以查看其影响最大的街道。</translation>
    </message>
    <message>
        <source>Run the scenario to see the streets that it affects most.</source>
        <translation>运行情景以查看其影响最大的街道。</translation>
    </message>
    <message>
        <source>No street is affected.</source>
        <translation>没有街道受影响。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Scoreboard</source>
        <translation>记分板</translation>
    </message>
    <message>
        <source>Streets most affected</source>
        <translation>受影响最大的街道</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>All scenarios against the base case</source>
        <translation>所有情景与基准方案对比</translation>
    </message>
    <message>
        <source>What changes most, for the quantity on the map</source>
        <translation>就地图上的指标而言变化最大之处</translation>
    </message>
    <message>
        <source>Where the traffic of a road comes from, and why it changed</source>
        <translation>道路车流的来源及其变化原因</translation>
    </message>
    <message>
        <source>Trips through the road</source>
        <translation>经过该道路的出行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln zone(s) lose trips, because no road leads there any more.</source>
        <translation>
            <numerusform>%Ln 个小区失去出行，因为已无道路可达。</numerusform>
        </translation>
    </message>
    <message>
        <source>With synthetic demand: compare, do not count on single figures. * Less sure, the tip says why.</source>
        <translation>使用合成需求：可作比较，不可依赖单个数值。* 不太确定，提示中说明原因。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::PanTool</name>
    <message>
        <source>Drag to move the map. Clicks select nothing.</source>
        <translation>拖动以平移地图，单击不作选择。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ParallelChart</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 条线</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 within %Ln range(s)</source>
        <extracomment>how many of the lines lie in the ranges that were chosen: &quot;12 of 40 within 2 ranges&quot;</extracomment>
        <translation>
            <numerusform>%2 条中有 %1 条在 %Ln 个范围内</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>beside the foot of an axis: where things go that have no such value</extracomment>
        <translation>无</translation>
    </message>
    <message>
        <source>Clear ranges</source>
        <translation>清除范围</translation>
    </message>
    <message>
        <source>Within the ranges</source>
        <translation>范围内</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>the name of a chart and what it shows at present</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::PartnerList</name>
    <message>
        <source>%1: %2 · %3 · %4</source>
        <extracomment>A quantity that may be learnt too: data set, quantity, number of sites, step</extracomment>
        <translation>%1：%2 · %3 · %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln site(s)</source>
        <translation>
            <numerusform>%Ln 个测点</numerusform>
        </translation>
    </message>
    <message>
        <source>Learn together with</source>
        <translation>联合训练</translation>
    </message>
    <message>
        <source>A joint model learns from all ticked quantities at the same time; each gets a run of its own</source>
        <translation>联合模型同时学习所有勾选的指标；每个指标各有一条训练记录</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Epochs in which each quantity then learns alone; what is better for it is kept</source>
        <translation>此后每个指标单独学习的轮数；保留对其更好的结果</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::PlanCommands</name>
    <message>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Make the base case from the city&apos;s streets</source>
        <translation>由城市街道生成基准方案</translation>
    </message>
    <message>
        <source>synthetic demand network</source>
        <translation>合成 需求 路网</translation>
    </message>
    <message>
        <source>Open a network as base case…</source>
        <translation>打开路网作为基准方案…</translation>
    </message>
    <message>
        <source>tntp gmns trips import</source>
        <translation>tntp gmns 出行 导入</translation>
    </message>
    <message>
        <source>Open shared scenarios…</source>
        <translation>打开共享的情景…</translation>
    </message>
    <message>
        <source>file load</source>
        <translation>文件 载入</translation>
    </message>
    <message>
        <source>Save scenarios to share…</source>
        <translation>保存情景以共享…</translation>
    </message>
    <message>
        <source>file export</source>
        <translation>文件 导出</translation>
    </message>
    <message>
        <source>Save the figures of all roads…</source>
        <translation>保存所有道路的数值…</translation>
    </message>
    <message>
        <source>csv geojson export links</source>
        <translation>csv geojson 导出 路段</translation>
    </message>
    <message>
        <source>Save network and demand for SUMO…</source>
        <translation>为 SUMO 保存路网和需求…</translation>
    </message>
    <message>
        <source>microsimulation export</source>
        <translation>微观仿真 导出</translation>
    </message>
    <message>
        <source>Run the scenario</source>
        <translation>运行情景</translation>
    </message>
    <message>
        <source>compute assign</source>
        <translation>计算 分配</translation>
    </message>
    <message>
        <source>Run all scenarios</source>
        <translation>运行所有情景</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>取消运行</translation>
    </message>
    <message>
        <source>stop abort</source>
        <translation>停止 中止</translation>
    </message>
    <message>
        <source>Compute ranges of all figures</source>
        <translation>计算所有数值的范围</translation>
    </message>
    <message>
        <source>uncertainty ensemble interval</source>
        <translation>不确定性 集合 区间</translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation>新建情景</translation>
    </message>
    <message>
        <source>Duplicate the scenario</source>
        <translation>复制情景</translation>
    </message>
    <message>
        <source>Rename the scenario</source>
        <translation>重命名情景</translation>
    </message>
    <message>
        <source>Delete the scenario</source>
        <translation>删除情景</translation>
    </message>
    <message>
        <source>Show the change against the base case</source>
        <translation>显示与基准方案的变化</translation>
    </message>
    <message>
        <source>Scenario and base case side by side</source>
        <translation>情景与基准方案并排</translation>
    </message>
    <message>
        <source>Scenario and base case with a divider</source>
        <translation>情景与基准方案以分隔线对比</translation>
    </message>
    <message>
        <source>See the base case by holding C</source>
        <translation>按住 C 查看基准方案</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>显示整个路网</translation>
    </message>
    <message>
        <source>road</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>lanes</source>
        <translation>车道</translation>
    </message>
    <message>
        <source>Close road</source>
        <translation>封闭道路</translation>
    </message>
    <message>
        <source>block shut what-if</source>
        <translation>封路 关闭 假设</translation>
    </message>
    <message>
        <source>Speed limit of road</source>
        <translation>道路限速</translation>
    </message>
    <message>
        <source>what-if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Lanes of road</source>
        <translation>道路车道数</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::PlanMap</name>
    <message>
        <source>%1 against the base case</source>
        <extracomment>what a map of changes shows: a quantity against the base case</extracomment>
        <translation>%1，与基准方案相比</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Base case</source>
        <translation>基准方案</translation>
    </message>
    <message>
        <source>Tentative: still being computed</source>
        <translation>暂定：仍在计算</translation>
    </message>
    <message>
        <source>Of earlier edits: run the scenario again</source>
        <translation>基于较早的编辑：请重新运行情景</translation>
    </message>
    <message>
        <source>Base case: run the scenario to see what changes</source>
        <translation>基准方案：运行情景以查看变化</translation>
    </message>
    <message>
        <source>Model, synthetic demand</source>
        <translation>模型，合成需求</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Zone %1</source>
        <translation>小区 %1</translation>
    </message>
    <message>
        <source>Click to change trips to it</source>
        <translation>点击以更改前往它的出行</translation>
    </message>
    <message>
        <source>New road</source>
        <translation>新道路</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Hour of the trips</source>
        <translation>出行的小时</translation>
    </message>
    <message>
        <source>Whole day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>The nodes of this network have no places: find its roads by their numbers.</source>
        <translation>此路网的节点没有位置：请按编号查找道路。</translation>
    </message>
    <message>
        <source>Quantity on the map</source>
        <translation>地图上的指标</translation>
    </message>
    <message>
        <source>Part of the day</source>
        <translation>一天中的时段</translation>
    </message>
    <message>
        <source>Show the change against the base case (D)</source>
        <translation>显示与基准方案的变化 (D)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::PlanModel</name>
    <message>
        <source>Morning peak</source>
        <translation>早高峰</translation>
    </message>
    <message>
        <source>Scenario %1</source>
        <translation>情景 %1</translation>
    </message>
    <message>
        <source>new scenario</source>
        <translation>新建情景</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <extracomment>name of a copy of a scenario</extracomment>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>duplicate scenario</source>
        <translation>复制情景</translation>
    </message>
    <message>
        <source>rename scenario</source>
        <translation>重命名情景</translation>
    </message>
    <message>
        <source>delete scenario</source>
        <translation>删除情景</translation>
    </message>
    <message>
        <source>remove edit</source>
        <translation>移除编辑</translation>
    </message>
    <message>
        <source>move edit</source>
        <translation>移动编辑</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::PlanReport</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a figure, and beside it its unit or what it means</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>假设：%1</translation>
    </message>
    <message>
        <source>What if: the base case</source>
        <translation>假设：基准方案</translation>
    </message>
    <message>
        <source>Base case</source>
        <translation>基准方案</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Scoreboard</source>
        <translation>记分板</translation>
    </message>
    <message>
        <source>Streets most affected</source>
        <translation>受影响最大的街道</translation>
    </message>
    <message>
        <source>Base case, hash</source>
        <translation>基准方案，哈希</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::PlanText</name>
    <message>
        <source>%1–%2</source>
        <extracomment>hours of a day, &quot;16:00–19:00&quot;</extracomment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>what is changed, and in which hours of the day</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 (%2–%3)</source>
        <extracomment>a value and the range that it probably lies in: &quot;83.0 (80.1–86.2)&quot;</extracomment>
        <translation>%1（%2–%3）</translation>
    </message>
    <message>
        <source>Less sure: %1</source>
        <translation>不太确定：%1</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>%1 better</source>
        <translation>改善 %1</translation>
    </message>
    <message>
        <source>better</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>%1 worse</source>
        <translation>恶化 %1</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>恶化</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>增加 %1</translation>
    </message>
    <message>
        <source>more</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>%1 less</source>
        <translation>减少 %1</translation>
    </message>
    <message>
        <source>less</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>better or worse: unclear</source>
        <translation>好坏不明</translation>
    </message>
    <message>
        <source>much better</source>
        <translation>明显改善</translation>
    </message>
    <message>
        <source>about the same</source>
        <translation>大致相同</translation>
    </message>
    <message>
        <source>much worse</source>
        <translation>明显恶化</translation>
    </message>
    <message>
        <source>much less</source>
        <translation>大幅减少</translation>
    </message>
    <message>
        <source>much more</source>
        <translation>大幅增加</translation>
    </message>
    <message>
        <source>slightly better</source>
        <translation>略有改善</translation>
    </message>
    <message>
        <source>slightly worse</source>
        <translation>略有恶化</translation>
    </message>
    <message>
        <source>slightly more</source>
        <translation>略有增加</translation>
    </message>
    <message>
        <source>slightly less</source>
        <translation>略有减少</translation>
    </message>
    <message>
        <source>%1 *</source>
        <extracomment>a figure that is less sure: its tip says why</extracomment>
        <translation>%1 *</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::PlanWorkspace</name>
    <message>
        <source>Scenarios</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>假设分析</translation>
    </message>
    <message>
        <source>Make it from the city&apos;s streets</source>
        <translation>由城市街道生成</translation>
    </message>
    <message>
        <source>Open a network…</source>
        <translation>打开路网…</translation>
    </message>
    <message>
        <source>Preparing the base case …</source>
        <translation>正在准备基准方案…</translation>
    </message>
    <message>
        <source>What-if needs a base case: a network with its trips. Make it from the city&apos;s streets with synthetic demand, marked as such, or open your own (TNTP or GMNS).</source>
        <translation>假设分析需要基准方案：带出行量的路网。可由城市街道生成（合成需求，会如实标注），或打开您自己的路网（TNTP 或 GMNS）。</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>打开路网</translation>
    </message>
    <message>
        <source>Networks (*_net.tntp *.tntp link.csv);;All files (*)</source>
        <translation>路网 (*_net.tntp *.tntp link.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open the trips of this network</source>
        <translation>打开此路网的出行量</translation>
    </message>
    <message>
        <source>Trips (*_trips.tntp *.tntp *.csv);;All files (*)</source>
        <translation>出行量 (*_trips.tntp *.tntp *.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open shared scenarios</source>
        <translation>打开共享的情景</translation>
    </message>
    <message>
        <source>Scenarios (*.json);;All files (*)</source>
        <translation>情景 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Save scenarios to share</source>
        <translation>保存情景以共享</translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>情景 (*.json)</translation>
    </message>
    <message>
        <source>Save the figures of all roads</source>
        <translation>保存所有道路的数值</translation>
    </message>
    <message>
        <source>Tables and maps (*.csv *.geojson *.gpkg)</source>
        <translation>表格和地图 (*.csv *.geojson *.gpkg)</translation>
    </message>
    <message>
        <source>Folder for the files of SUMO</source>
        <translation>SUMO 文件的文件夹</translation>
    </message>
    <message>
        <source>Report saved in %1</source>
        <translation>报告已保存到 %1</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>编辑</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::PolarChart</name>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation>北</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east</comment>
        <translation>东</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <translation>南</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <translation>西</translation>
    </message>
    <message>
        <source>NNE</source>
        <translation>北东北</translation>
    </message>
    <message>
        <source>NE</source>
        <translation>东北</translation>
    </message>
    <message>
        <source>ENE</source>
        <translation>东东北</translation>
    </message>
    <message>
        <source>ESE</source>
        <translation>东东南</translation>
    </message>
    <message>
        <source>SE</source>
        <translation>东南</translation>
    </message>
    <message>
        <source>SSE</source>
        <translation>南东南</translation>
    </message>
    <message>
        <source>SSW</source>
        <translation>南西南</translation>
    </message>
    <message>
        <source>SW</source>
        <translation>西南</translation>
    </message>
    <message>
        <source>WSW</source>
        <translation>西西南</translation>
    </message>
    <message>
        <source>WNW</source>
        <translation>西西北</translation>
    </message>
    <message>
        <source>NW</source>
        <translation>西北</translation>
    </message>
    <message>
        <source>NNW</source>
        <translation>北西北</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range of values: %1 lower end, %2 upper end with unit</extracomment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Calm</source>
        <translation>静风</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Share of all</source>
        <translation>占全部比例</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>cell</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>too few cases</source>
        <translation>样本过少</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来向</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>%1, how often it comes from where</source>
        <translation>%1，各来向的频率</translation>
    </message>
    <message>
        <source>%1, mean by direction and %2</source>
        <translation>%1，按风向和%2的均值</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::PreferencesDialog</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Nothing pulses, glides or fades; the map jumps to where it is sent.</source>
        <translation>不再闪烁、滑动或渐变；地图直接跳到目标位置。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>公制</translation>
    </message>
    <message>
        <source>Imperial</source>
        <translation>英制</translation>
    </message>
    <message>
        <source>Such as 50 km/h, 20 °C, 1.5 km</source>
        <translation>例如 50 km/h、20 °C、1.5 km</translation>
    </message>
    <message>
        <source>Such as 31 mph, 68 °F, 0.9 mi</source>
        <translation>例如 31 mph、68 °F、0.9 mi</translation>
    </message>
    <message>
        <source>Times are told in the zone of</source>
        <translation>时间显示所用时区</translation>
    </message>
    <message>
        <source>the city</source>
        <translation>城市当地</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Each data set has a zone; the one on the screen counts.</source>
        <translation>每个数据集都有时区，以屏幕上的数据集为准。</translation>
    </message>
    <message>
        <source>Now it is %1 there.</source>
        <translation>该时区现在是 %1。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Colours of speed</source>
        <translation>速度配色</translation>
    </message>
    <message>
        <source>Belvedere</source>
        <translation>Belvedere</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>经典</translation>
    </message>
    <message>
        <source>Can be told apart with any colour vision; free roads stay quiet.</source>
        <translation>任何色觉都能分辨；畅通道路不突出显示。</translation>
    </message>
    <message>
        <source>Green, yellow, orange, red and dark red. Hard to tell apart for one person in twelve.</source>
        <translation>绿、黄、橙、红、深红。约每十二人中有一人难以分辨。</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>设置 (*.json)</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Units and time</source>
        <translation>单位与时间</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Reset preferences</source>
        <translation>重置首选项</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ProgressPage</name>
    <message>
        <source>Nothing is being trained. Choose data and a model, then start.</source>
        <translation>没有正在进行的训练。请选择数据和模型，然后开始。</translation>
    </message>
    <message>
        <source>Set up a training</source>
        <translation>设置训练</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ProgressPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is a duration such as &quot;1 min 20 s&quot;</extracomment>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::QueuePanel</name>
    <message>
        <source>Let the queue go on</source>
        <translation>继续队列</translation>
    </message>
    <message>
        <source>Hold the queue</source>
        <translation>暂停队列</translation>
    </message>
    <message>
        <source>Lets the queue go on: the first begins as soon as nothing trains</source>
        <translation>继续队列：没有训练在进行时，立即开始第一项</translation>
    </message>
    <message>
        <source>Holds the queue: what runs goes on, nothing else begins</source>
        <translation>暂停队列：正在进行的训练继续，不再开始其他训练</translation>
    </message>
    <message numerus="yes">
        <source>%Ln held</source>
        <translation>
            <numerusform>%Ln 项暂停</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln 项等待</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>What you start while something trains waits here.</source>
        <translation>训练进行期间新启动的训练在此等待。</translation>
    </message>
    <message>
        <source>Waiting trainings</source>
        <translation>等待中的训练</translation>
    </message>
    <message>
        <source>Drag, or Alt+Up and Alt+Down, to change the order; Delete removes</source>
        <translation>拖动或按 Alt+Up、Alt+Down 调整顺序；按 Delete 移除</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>上移 (Alt+Up)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>下移 (Alt+Down)</translation>
    </message>
    <message>
        <source>Remove from queue (Del)</source>
        <translation>移出队列 (Del)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RankingTable</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <extracomment>a figure with its interval, as in &quot;0.312 (0.290 to 0.335)&quot;</extracomment>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>Ranking by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>PAI</source>
        <translation>PAI</translation>
    </message>
    <message>
        <source>PEI</source>
        <translation>PEI</translation>
    </message>
    <message>
        <source>PEI against the count map</source>
        <translation>相对计数图的 PEI</translation>
    </message>
    <message>
        <source>%1 of the area, chosen by “%2”, had %3 of the incidents: no other ranking caught more.</source>
        <translation>按“%2”选出的 %1 区域包含 %3 的事件：没有其他排序能覆盖更多。</translation>
    </message>
    <message>
        <source>%1 of the area, chosen by “%2”, had %3 of the incidents: clearly more than the count map caught.</source>
        <translation>按“%2”选出的 %1 区域包含 %3 的事件：明显多于计数图。</translation>
    </message>
    <message>
        <source>%1 of the area, chosen by “%2”, had %3 of the incidents: the most, but not clearly more than the count map.</source>
        <translation>按“%2”选出的 %1 区域包含 %3 的事件：数量最多，但与计数图的差别不明显。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RectangleTool</name>
    <message>
        <source>Set the opposite corner. Esc gives up.</source>
        <translation>确定对角点，Esc 放弃。</translation>
    </message>
    <message>
        <source>Drag a rectangle to select. Shift adds, Ctrl removes.</source>
        <translation>拖出矩形以选择。Shift 添加，Ctrl 移除。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ReliabilityChart</name>
    <message>
        <source>Cases</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Predicted %1</source>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range from %1 to %2</extracomment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Predicted probability</source>
        <translation>预测概率</translation>
    </message>
    <message>
        <source>Observed share</source>
        <translation>实测比例</translation>
    </message>
    <message>
        <source>Low end (95 %)</source>
        <translation>下限（95 %）</translation>
    </message>
    <message>
        <source>High end (95 %)</source>
        <translation>上限（95 %）</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件数</translation>
    </message>
    <message>
        <source>Observed share · mean distance from the diagonal %1</source>
        <translation>实测比例 · 与对角线的平均距离 %1</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ReportDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Folder of the report</source>
        <translation>报告所在文件夹</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>%1 is there already. &quot;Replace&quot; writes over it; or choose another name.</source>
        <translation>%1 已存在。按“替换”将其覆盖，或换一个名称。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was saved.</source>
        <translation>已停止，未保存任何内容。</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Preparing the preview…</source>
        <translation>正在准备预览…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Preview (Page Up and Page Down turn the pages)</source>
        <translation>预览（Page Up 和 Page Down 翻页）</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Previous page (Page Up)</source>
        <translation>上一页 (Page Up)</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>下一页 (Page Down)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Where the report is saved; remembered for the next one</source>
        <translation>报告的保存位置；下次沿用</translation>
    </message>
    <message>
        <source>Name of the report&apos;s file</source>
        <translation>报告的文件名</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Close without saving (Esc)</source>
        <translation>关闭而不保存 (Esc)</translation>
    </message>
    <message>
        <source>Save the report (Enter)</source>
        <translation>保存报告 (Enter)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ReportForm</name>
    <message>
        <source>The screen shows none of these</source>
        <translation>屏幕上没有此类内容</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>PDF – pages to print</source>
        <translation>PDF – 可打印的页面</translation>
    </message>
    <message>
        <source>PNG – picture of the screen</source>
        <translation>PNG – 屏幕图片</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>A3</source>
        <translation>A3</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Map with legend</source>
        <translation>地图与图例</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>关键指标</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Versions and seed</source>
        <translation>版本与随机种子</translation>
    </message>
    <message>
        <source>The screen as it is, with a strip below it that says the time, what the colours mean and which versions were used.</source>
        <translation>屏幕原样，下方附一条说明：时间、颜色含义和所用版本。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ReportOutcome</name>
    <message>
        <source>%1 is saved (%2).</source>
        <extracomment>%1 is a file, %2 its size such as &quot;1.4 MB&quot;</extracomment>
        <translation>%1 已保存（%2）。</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the file in its program</source>
        <translation>用关联程序打开该文件</translation>
    </message>
    <message>
        <source>Show the folder in the file manager</source>
        <translation>在文件管理器中显示文件夹</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ResultPanel</name>
    <message>
        <source>No model has been trained yet. Choose data and a model, then start training: its errors appear here beside those of simple baselines.</source>
        <translation>尚未训练模型。请选择数据和模型并开始训练：其误差会与简单基线的误差并列显示在此处。</translation>
    </message>
    <message>
        <source>There is no data yet. Import measurements, then train a model on them.</source>
        <translation>暂无数据。请先导入测量数据，再用它训练模型。</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>When a run was trained, how long it took, why it ended</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>已部署</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Its forecasts stand on the map</source>
        <translation>地图上显示的是它的预测</translation>
    </message>
    <message>
        <source>Replaces %1</source>
        <extracomment>%1 is the id of a run</extracomment>
        <translation>取代 %1</translation>
    </message>
    <message>
        <source>Nothing is deployed for this data yet</source>
        <translation>该数据尚未部署任何模型</translation>
    </message>
    <message>
        <source>Puts the forecasts of this model on the map. %1</source>
        <translation>在地图上显示该模型的预测。%1</translation>
    </message>
    <message>
        <source>Use settings</source>
        <translation>沿用设置</translation>
    </message>
    <message>
        <source>Fills the form with the settings of this run</source>
        <translation>用该训练记录的设置填写表单</translation>
    </message>
    <message>
        <source>Errors by time ahead, beside the baselines</source>
        <translation>各提前时间的误差，与基线并列</translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation>各轮次的损失</translation>
    </message>
    <message>
        <source>Error by time ahead</source>
        <translation>各提前时间的误差</translation>
    </message>
    <message>
        <source>The data of this run is gone: times ahead are not known</source>
        <translation>该训练记录的数据已不存在：提前时间未知</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ResultTableModel</name>
    <message>
        <source>No difference</source>
        <translation>无差别</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>The best forecaster and its error compared with the next one&apos;s: &quot;Neural network, −12 %&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>All</source>
        <comment>all times ahead together</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ResultsPage</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Simulated data</source>
        <translation>模拟数据</translation>
    </message>
    <message>
        <source>Looking through the test part of %1</source>
        <extracomment>%1 a run</extracomment>
        <translation>正在分析 %1 的测试部分</translation>
    </message>
    <message>
        <source>There is no model to look into yet. Train one: its errors are shown here by place, by time and case by case.</source>
        <translation>还没有可查看的模型。请先训练：误差将按地点、时间和个案显示在此处。</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>Views of a run</source>
        <translation>训练记录的视图</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>不确定性</translation>
    </message>
    <message>
        <source>Worst cases</source>
        <translation>最差情况</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Figures beside the baselines, and deployment</source>
        <translation>与基线并列的指标，以及部署</translation>
    </message>
    <message>
        <source>Error by site</source>
        <translation>各测点的误差</translation>
    </message>
    <message>
        <source>Error by hour, state and day</source>
        <translation>按小时、状态和日期的误差</translation>
    </message>
    <message>
        <source>Calibration of the bands, and the errors</source>
        <translation>区间的校准与误差</translation>
    </message>
    <message>
        <source>The windows that went worst</source>
        <translation>误差最大的窗口</translation>
    </message>
    <message>
        <source>Forecast against truth, window by window</source>
        <translation>逐窗口对比预测与真实值</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RiskPanel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Show this cell on the map</source>
        <translation>在地图上显示此网格单元</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s)</source>
        <translation>
            <numerusform>%Ln 起事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message>
        <source>All incidents of the data set have a place in the area.</source>
        <extracomment>numbers of incidents: %1 of all, that is %2; %3 lie outside, %4 have no position</extracomment>
        <translation>数据集的所有事件都在该区域内。</translation>
    </message>
    <message>
        <source>Of the whole data set %1 (%2) are in no figure: %3 lie outside the area, %4 have no position.</source>
        <translation>整个数据集有 %1 起（%2）未计入：%3 起在区域之外，%4 起没有位置。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>Which incidents</source>
        <translation>哪些事件</translation>
    </message>
    <message>
        <source>Of which type</source>
        <translation>哪种类型</translation>
    </message>
    <message>
        <source>How long before the time shown</source>
        <translation>所示时间之前多久</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>网格单元</translation>
    </message>
    <message>
        <source>Edge of a cell</source>
        <translation>网格单元的边长</translation>
    </message>
    <message>
        <source>What the colours on the map show</source>
        <translation>地图颜色表示的内容</translation>
    </message>
    <message>
        <source>How far an incident is spread over its surroundings</source>
        <translation>每起事件向周围扩散的距离</translation>
    </message>
    <message>
        <source>At one place</source>
        <translation>同一地点</translation>
    </message>
    <message>
        <source>A place on the map stands for at least so many incidents, so that nobody can be told from it</source>
        <translation>地图上的一个地点至少代表这么多起事件，因此无法辨认任何个人</translation>
    </message>
    <message>
        <source> m</source>
        <extracomment>unit of length</extracomment>
        <translation> 米</translation>
    </message>
    <message>
        <source>From the data</source>
        <translation>由数据确定</translation>
    </message>
    <message>
        <source>at least </source>
        <extracomment>before a number: at least so many incidents at one place</extracomment>
        <translation>至少 </translation>
    </message>
    <message>
        <source>Show the incidents</source>
        <translation>显示事件</translation>
    </message>
    <message>
        <source>Symbols that each stand for several incidents (Layers)</source>
        <translation>每个符号代表多起事件（图层）</translation>
    </message>
    <message>
        <source>In the period</source>
        <translation>时段内</translation>
    </message>
    <message>
        <source>Highest cells</source>
        <translation>数值最高的网格单元</translation>
    </message>
    <message>
        <source>Show what is left out…</source>
        <translation>显示未计入的事件…</translation>
    </message>
    <message>
        <source>Incidents that no figure counts, and where they lie</source>
        <translation>未计入任何数值的事件及其位置</translation>
    </message>
    <message>
        <source>What these data can mean…</source>
        <translation>这些数据能说明什么…</translation>
    </message>
    <message>
        <source>What reported incidents say, and what they do not</source>
        <translation>上报的事件能说明什么、不能说明什么</translation>
    </message>
    <message>
        <source>This city has no incidents yet. Import emergency calls, crimes or crashes as a table with a time and a place.</source>
        <translation>该城市还没有事件。请导入带时间和地点的急救报警、案件或交通事故数据表。</translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation>导入数据…</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <extracomment>a period, and when it ends</extracomment>
        <translation>%1，截至 %2</translation>
    </message>
    <message>
        <source>Period, cells</source>
        <translation>时段、网格</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RoseTab</name>
    <message>
        <source>This data set has no wind. Import it with the channels wind and wind_direction to see where pollutants come from.</source>
        <translation>该数据集没有风的数据。请连同 wind 和 wind_direction 指标一起导入，以查看污染物的来向。</translation>
    </message>
    <message>
        <source>The index has no classes for this pollutant. Choose the mean instead.</source>
        <translation>该指数没有此污染物的分级。请改选均值。</translation>
    </message>
    <message>
        <source>Mean by wind</source>
        <translation>按风的均值</translation>
    </message>
    <message>
        <source>Classes by wind</source>
        <translation>按风的分级</translation>
    </message>
    <message>
        <source>What the rose shows</source>
        <translation>玫瑰图显示的内容</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>玫瑰图</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RunComparison</name>
    <message>
        <source>%1 and %2 cannot be told apart: the difference of %3 may well be chance.</source>
        <translation>%1 与 %2 无法区分：差值 %3 很可能出于偶然。</translation>
    </message>
    <message>
        <source>%1 is better than %2: its MAE is %3 lower, and that is more than chance.</source>
        <translation>%1 优于 %2：其 MAE 低 %3，并非偶然。</translation>
    </message>
    <message>
        <source>%1 is worse than %2: its MAE is %3 higher, and that is more than chance.</source>
        <translation>%1 劣于 %2：其 MAE 高 %3，并非偶然。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Choose two runs or more in the table (Ctrl+click) to see what was set differently.</source>
        <translation>在表中选择两条或更多训练记录（Ctrl+单击），查看设置有何不同。</translation>
    </message>
    <message>
        <source>All settings are the same: the runs differ by chance alone.</source>
        <translation>设置完全相同：这些训练记录只有随机差异。</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln of the chosen runs are compared.</source>
        <translation>
            <numerusform>只比较所选训练记录的前 %Ln 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) differ. What is another than in the first run stands out.</source>
        <translation>
            <numerusform>%Ln 项设置不同。与第一条训练记录不同之处已突出显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>训练用时</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Validation MAE</source>
        <translation>验证 MAE</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>提前时间</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Testing %1 against %2</source>
        <translation>正在检验 %1 与 %2</translation>
    </message>
    <message>
        <source>Choose two runs to see whether their difference is more than luck.</source>
        <translation>选择两条训练记录，查看其差异是否并非偶然。</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对比 %2</translation>
    </message>
    <message>
        <source>Both forecast the windows that are in the test part of both. Whole days are then drawn at random again and again (moving-block bootstrap), to see how much of the difference the choice of days alone could make.</source>
        <translation>两者都预测同时属于双方测试部分的窗口。随后反复随机抽取整天（移动块自助法），以查看单凭日期的选取会造成多大差异。</translation>
    </message>
    <message>
        <source>Difference of settings</source>
        <translation>设置差异</translation>
    </message>
    <message>
        <source>Comparison of runs</source>
        <translation>训练记录对比</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Error by time ahead</source>
        <translation>各提前时间的误差</translation>
    </message>
    <message>
        <source>Significance</source>
        <translation>显著性</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>平行坐标</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>不同的设置</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Writes this table as a CSV file</source>
        <translation>将此表写入 CSV 文件</translation>
    </message>
    <message>
        <source>By epoch</source>
        <translation>按轮次</translation>
    </message>
    <message>
        <source>By training time</source>
        <translation>按训练用时</translation>
    </message>
    <message>
        <source>Axis of the learning curves</source>
        <translation>学习曲线的横轴</translation>
    </message>
    <message>
        <source>Measure of error</source>
        <translation>误差指标</translation>
    </message>
    <message>
        <source>Validation error while learning</source>
        <translation>学习过程中的验证误差</translation>
    </message>
    <message>
        <source>Settings and errors of all listed runs</source>
        <translation>列表中所有训练记录的设置与误差</translation>
    </message>
    <message>
        <source>Choose runs in the table to lay their curves over each other. Models in closed form have none.</source>
        <translation>在表中选择训练记录，即可叠加显示其曲线。闭式解模型没有曲线。</translation>
    </message>
    <message>
        <source>Choose runs in the table to see their errors side by side.</source>
        <translation>在表中选择训练记录，即可并列查看其误差。</translation>
    </message>
    <message>
        <source>Two runs or more are needed. Train another one, or take back a filter.</source>
        <translation>至少需要两条训练记录。请再训练一个模型，或取消一项筛选。</translation>
    </message>
    <message>
        <source>Drag along an axis to choose a range: the table lists what is left.</source>
        <translation>沿坐标轴拖动可选择范围：表中只列出其余的训练记录。</translation>
    </message>
    <message>
        <source>Clear ranges</source>
        <translation>清除范围</translation>
    </message>
    <message>
        <source>Takes all ranges away, so that every run is listed again</source>
        <translation>取消所有范围，重新列出全部训练记录</translation>
    </message>
    <message>
        <source>Test the difference</source>
        <translation>检验差异</translation>
    </message>
    <message>
        <source>Lets both models forecast the same windows and compares their errors</source>
        <translation>让两个模型预测相同的窗口，并比较其误差</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>MAE %1 against %2 · difference %3, with 95 % confidence between %4 and %5 · %6 · %7 days, %8 values</source>
        <extracomment>numbers of a test: two errors, their difference, its interval, p-value, days</extracomment>
        <translation>MAE %1 对 %2 · 差值 %3，95 % 置信区间 %4 至 %5 · %6 · %7 天，%8 个数值</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RunController</name>
    <message>
        <source>Rename %1</source>
        <extracomment>a step of undo; %1 a run</extracomment>
        <translation>重命名 %1</translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln run(s)</source>
        <extracomment>steps of undo</extracomment>
        <translation>
            <numerusform>保留 %Ln 条训练记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln run(s) no longer</source>
        <translation>
            <numerusform>取消保留 %Ln 条训练记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln run(s)</source>
        <extracomment>a step of undo</extracomment>
        <translation>
            <numerusform>移除 %Ln 条训练记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RunFigures</name>
    <message>
        <source>Run</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>A name of your own; F2 changes it</source>
        <translation>自定名称；按 F2 修改</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Whether its forecasts are in use, and whether it is kept</source>
        <translation>其预测是否在用，以及是否保留</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Mean absolute error of the median over all steps ahead</source>
        <translation>中位数在所有预测步上的平均绝对误差</translation>
    </message>
    <message>
        <source>MAE, first step</source>
        <translation>MAE（首步）</translation>
    </message>
    <message>
        <source>Mean absolute error one step ahead</source>
        <translation>提前一步的平均绝对误差</translation>
    </message>
    <message>
        <source>MAE, last step</source>
        <translation>MAE（末步）</translation>
    </message>
    <message>
        <source>Mean absolute error at the end of the horizon</source>
        <translation>预测末步的平均绝对误差</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>By how much the MAE is lower than that of the best baseline</source>
        <translation>MAE 比最佳基线低多少</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Root of the mean squared error</source>
        <translation>均方误差的平方根</translation>
    </message>
    <message>
        <source>MAPE</source>
        <translation>MAPE</translation>
    </message>
    <message>
        <source>Mean of the errors as shares of the true values</source>
        <translation>误差占真实值比例的平均值</translation>
    </message>
    <message>
        <source>WAPE</source>
        <translation>WAPE</translation>
    </message>
    <message>
        <source>Sum of the errors as a share of the sum of the true values</source>
        <translation>误差总和占真实值总和的比例</translation>
    </message>
    <message>
        <source>In band</source>
        <translation>区间内</translation>
    </message>
    <message>
        <source>Share of true values inside the 80 % band. The closer to 80 %, the better</source>
        <translation>落入 80 % 区间的真实值比例。越接近 80 % 越好</translation>
    </message>
    <message>
        <source>Band width</source>
        <translation>区间宽度</translation>
    </message>
    <message>
        <source>Mean width of the 80 % band</source>
        <translation>80 % 区间的平均宽度</translation>
    </message>
    <message>
        <source>CRPS</source>
        <translation>CRPS</translation>
    </message>
    <message>
        <source>Continuous ranked probability score: the error of the whole distribution</source>
        <translation>连续分级概率评分：完整分布的误差</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>How long the training took</source>
        <translation>训练所用的时间</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Passes over the training data</source>
        <translation>遍历训练数据的次数</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Numbers that the model has learned</source>
        <translation>模型学得的数值个数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Where its random numbers begin</source>
        <translation>随机数的起点</translation>
    </message>
    <message>
        <source>Steps in</source>
        <translation>输入步数</translation>
    </message>
    <message>
        <source>Steps ahead</source>
        <translation>预测步数</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Shared by the runs of one joint training or one search</source>
        <translation>同一次联合训练或同一次搜索的训练记录共用</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>What scripts write</source>
        <translation>脚本中使用的标识</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>已部署</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Retired</source>
        <extracomment>of a model that served once</extracomment>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Kept</source>
        <extracomment>of a run that is not to be removed</extracomment>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Simulated</source>
        <extracomment>of a run on data that the program made itself</extracomment>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Share of rows whose class is right, of a table</source>
        <translation>数据表中类别判断正确的行所占比例</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall, of the positive class or the mean of all</source>
        <translation>精确率与召回率的调和平均，取正类或各类别的平均</translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation>ROC AUC</translation>
    </message>
    <message>
        <source>Chance that a row of the class scores higher than another</source>
        <translation>该类别的行得分高于其他行的概率</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RunReview</name>
    <message>
        <source>Analysing %1</source>
        <extracomment>background work; %1 a run</extracomment>
        <translation>正在分析 %1</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RunTableModel</name>
    <message>
        <source>Unit</source>
        <extracomment>heading of a column with units of measurement</extracomment>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::RunsPage</name>
    <message>
        <source>All data</source>
        <translation>全部数据</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>data set: quantity</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>全部模型</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>已部署</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln 条训练记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln run(s)</source>
        <translation>
            <numerusform>%1 / %Ln 条训练记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>No model has been trained in this city yet. Every training is kept here, with all that is needed to repeat it.</source>
        <translation>该城市尚未训练过模型。每次训练都保存在此处，并附有重复训练所需的全部信息。</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>Filter by name, data, model, option</source>
        <translation>按名称、数据、模型、选项筛选</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>筛选训练记录</translation>
    </message>
    <message>
        <source>All words must occur; options too: &quot;hidden 128&quot;</source>
        <translation>须包含所有词；也可写选项：“hidden 128”</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Only runs on this data</source>
        <translation>只显示使用该数据的训练记录</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Only runs of this model</source>
        <translation>只显示该模型的训练记录</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Only runs in this state</source>
        <translation>只显示该状态的训练记录</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Takes all filters away</source>
        <translation>取消所有筛选</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Chooses what the table shows</source>
        <translation>选择表中显示的内容</translation>
    </message>
    <message>
        <source>Runs of the city</source>
        <translation>该城市的训练记录</translation>
    </message>
    <message>
        <source>No run fits the filters. Choose &quot;Show all&quot; to see all of them.</source>
        <translation>没有符合筛选条件的训练记录。选择“全部显示”可查看全部。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Shows where and when this model errs (double click)</source>
        <translation>显示该模型在何处、何时出错（双击）</translation>
    </message>
    <message>
        <source>Use settings</source>
        <translation>沿用设置</translation>
    </message>
    <message>
        <source>Fills the form with the settings of this run</source>
        <translation>用该训练记录的设置填写表单</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Gives the run a name of your own (F2)</source>
        <translation>为训练记录自定名称 (F2)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Protects the chosen runs from being removed</source>
        <translation>防止所选训练记录被移除</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Takes the chosen runs off the list; undo brings them back. Runs that serve or are kept stay.</source>
        <translation>将所选训练记录移出列表；撤销可恢复。在用或已保留的训练记录不受影响。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Writes the rows and columns that are shown as a CSV file</source>
        <translation>将显示的行和列写入 CSV 文件</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SafetyPage</name>
    <message>
        <source>hot-spots-%1</source>
        <extracomment>a file name; %1 is a data set</extracomment>
        <translation>热点-%1</translation>
    </message>
    <message>
        <source>Comparing rankings</source>
        <translation>正在比较排序</translation>
    </message>
    <message>
        <source>This city has no incidents yet. Import emergency calls, crimes or crashes as a table with a time and a place.</source>
        <translation>该城市还没有事件。请导入带时间和地点的急救报警、案件或交通事故数据表。</translation>
    </message>
    <message>
        <source>Choose data and press “Compare”: each ranking chooses cells for a week it has not seen, and is scored by what happened in them.</source>
        <translation>请选择数据并按“对比”：每种排序为从未见过的一周选出网格单元，再按其中发生的事件评分。</translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation>导入数据…</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %3 cells of %4 (%5 km²), %Ln week(s), %6 incidents in them.</source>
        <extracomment>what a comparison was made of: data, type, number of cells, their edge, area, weeks, incidents</extracomment>
        <translation>
            <numerusform>%1，%2：%3 个边长 %4 的网格单元（%5 km²），%Ln 周，其中有 %6 起事件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Share of the area</source>
        <translation>区域占比</translation>
    </message>
    <message>
        <source>%1 by share of the area</source>
        <translation>%1与区域占比</translation>
    </message>
    <message>
        <source>Test week</source>
        <translation>测试周</translation>
    </message>
    <message>
        <source>Hit rate at %1 of the area</source>
        <translation>%1 区域的命中率</translation>
    </message>
    <message>
        <source>Hit rate by week</source>
        <translation>各周的命中率</translation>
    </message>
    <message>
        <source>The risk model expected %1 incidents, %2 came. %3 of the counts lie in its 80 % interval. Mean deviance %4; of the mean of all weeks before %5.</source>
        <extracomment>of a risk model: incidents that it expected and that came, share in its interval, deviances</extracomment>
        <translation>风险模型预计 %1 起事件，实际发生 %2 起。%3 的计数落在其 80 % 区间内。平均偏差度 %4；采用此前各周均值时为 %5。</translation>
    </message>
    <message>
        <source>At least one incident in a cell and week</source>
        <translation>某网格单元某周至少一起事件</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Which incidents</source>
        <translation>哪些事件</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Of which type</source>
        <translation>哪种类型</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>网格单元</translation>
    </message>
    <message>
        <source>Edge of a cell; figures of other cells cannot be compared</source>
        <translation>网格单元的边长；不同网格单元的数值不能比较</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>What the shares refer to</source>
        <translation>占比所依据的范围</translation>
    </message>
    <message>
        <source>Test weeks</source>
        <translation>测试周</translation>
    </message>
    <message>
        <source>The last weeks, each forecast from those before it</source>
        <translation>最后若干周，每周都由之前的数据预测</translation>
    </message>
    <message>
        <source>Cells that had an incident</source>
        <translation>发生过事件的网格单元</translation>
    </message>
    <message>
        <source>The whole box about them</source>
        <translation>包含它们的整个方框</translation>
    </message>
    <message>
        <source>%1 of the area</source>
        <translation>区域的 %1</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>PAI</source>
        <translation>PAI</translation>
    </message>
    <message>
        <source>PEI</source>
        <translation>PEI</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选取</translation>
    </message>
    <message>
        <source>How much of the area is chosen each week</source>
        <translation>每周选取区域的多少</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Hit rate: share of the incidents caught. PAI: hit rate by share of the area. PEI: share of what the best choice had caught.</source>
        <translation>命中率：所覆盖事件的比例。PAI：命中率与区域占比之比。PEI：与最佳选取所覆盖事件之比。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Runs in the background and can be stopped</source>
        <translation>在后台运行，可以停止</translation>
    </message>
    <message>
        <source>What these data can mean…</source>
        <translation>这些数据能说明什么…</translation>
    </message>
    <message>
        <source>What reported incidents say, and what they do not</source>
        <translation>上报的事件能说明什么、不能说明什么</translation>
    </message>
    <message>
        <source>Export table…</source>
        <translation>导出表格…</translation>
    </message>
    <message>
        <source>All rankings at all shares with their intervals, as CSV</source>
        <translation>所有排序在各占比下的数值及其区间，CSV 格式</translation>
    </message>
    <message>
        <source>Rankings</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>By share</source>
        <translation>按占比</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>按周</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Appears when the risk model is among the rankings.</source>
        <translation>排序中包含风险模型时显示。</translation>
    </message>
    <message>
        <source>Six rankings, among them the plain count map, on the same cells and weeks. It takes some seconds to minutes.</source>
        <translation>在相同的网格和星期上比较六种排序，其中包括简单的计数图。需要几秒到几分钟。</translation>
    </message>
    <message>
        <source>Count as a series…</source>
        <translation>按时间计数为序列…</translation>
    </message>
    <message>
        <source>Makes a data set of the numbers of incidents, which models can learn</source>
        <translation>将事件数生成模型可以学习的数据集</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SafetySurface</name>
    <message>
        <source>Hot, beyond doubt (p &lt; 0.001)</source>
        <translation>热点，极显著 (p &lt; 0.001)</translation>
    </message>
    <message>
        <source>Hot, clearly (p &lt; 0.01)</source>
        <translation>热点，很显著 (p &lt; 0.01)</translation>
    </message>
    <message>
        <source>Hot, probably (p &lt; 0.05)</source>
        <translation>热点，显著 (p &lt; 0.05)</translation>
    </message>
    <message>
        <source>Cold, probably (p &lt; 0.05)</source>
        <translation>冷点，显著 (p &lt; 0.05)</translation>
    </message>
    <message>
        <source>Cold, clearly (p &lt; 0.01)</source>
        <translation>冷点，很显著 (p &lt; 0.01)</translation>
    </message>
    <message>
        <source>Cold, beyond doubt (p &lt; 0.001)</source>
        <translation>冷点，极显著 (p &lt; 0.001)</translation>
    </message>
    <message>
        <source>More, clearly</source>
        <translation>明显增多</translation>
    </message>
    <message>
        <source>More, perhaps by chance</source>
        <translation>增多，可能出于偶然</translation>
    </message>
    <message>
        <source>Fewer, perhaps by chance</source>
        <translation>减少，可能出于偶然</translation>
    </message>
    <message>
        <source>Fewer, clearly</source>
        <translation>明显减少</translation>
    </message>
    <message>
        <source>per km²</source>
        <translation>起/km²</translation>
    </message>
    <message>
        <source>z = %1</source>
        <extracomment>a standard score of a cell</extracomment>
        <translation>z = %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>incidents before and now</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>expected in the hour</source>
        <translation>起（该小时预计）</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <extracomment>as in &quot;0 to 2&quot;</extracomment>
        <translation>90 % 区间</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>At least one</source>
        <translation>至少一起</translation>
    </message>
    <message>
        <source>Expectation known to</source>
        <extracomment>how well an expected number is known, as in &quot;±0.02&quot;</extracomment>
        <translation>预计值的精度</translation>
    </message>
    <message>
        <source>±%1</source>
        <translation>±%1</translation>
    </message>
    <message>
        <source>Not beyond chance</source>
        <translation>不超出偶然</translation>
    </message>
    <message>
        <source>Gi* (z)</source>
        <translation>Gi* (z)</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>No clear change</source>
        <translation>无明显变化</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>上一时段</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>本时段</translation>
    </message>
    <message>
        <source>Ratio, 95 % interval</source>
        <extracomment>a ratio with its interval, as in &quot;1.8 (1.2 to 2.7)&quot;</extracomment>
        <translation>比值，95 % 区间</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>Cell of %1 · %2</source>
        <extracomment>%1 is the edge of a cell, %2 a type of incidents</extracomment>
        <translation>边长 %1 的网格单元 · %2</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>incidents</source>
        <translation>起事件</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Known until</source>
        <translation>已知截至</translation>
    </message>
    <message>
        <source>Incidents in it</source>
        <translation>其中的事件</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <extracomment>a period, and when it ends</extracomment>
        <translation>%1，截至 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln incident(s)</source>
        <extracomment>a type of incidents, and their number</extracomment>
        <translation>
            <numerusform>%1：%Ln 起事件</numerusform>
        </translation>
    </message>
    <message>
        <source>incidents per km²</source>
        <translation>起/km²</translation>
    </message>
    <message>
        <source>Bandwidth %1</source>
        <translation>带宽 %1</translation>
    </message>
    <message>
        <source>per cell of %1</source>
        <extracomment>of a number of incidents: %1 is the edge of a cell</extracomment>
        <translation>每个边长 %1 的网格单元</translation>
    </message>
    <message>
        <source>Hour of %1</source>
        <extracomment>the hour from %1 on</extracomment>
        <translation>自 %1 起的一小时</translation>
    </message>
    <message>
        <source>%1: from all before %2</source>
        <translation>%1：依据 %2 之前的全部事件</translation>
    </message>
    <message>
        <source>At most 5 % of the marked cells by chance</source>
        <translation>标出的网格单元中至多 5 % 出于偶然</translation>
    </message>
    <message>
        <source>Against the period before</source>
        <translation>与上一时段相比</translation>
    </message>
    <message>
        <source>Nothing happened in this period. Choose a longer one or another type.</source>
        <translation>该时段没有发生事件。请选择更长的时段或其他类型。</translation>
    </message>
    <message>
        <source>No cell differs from chance. Choose a longer period or larger cells.</source>
        <translation>没有网格单元超出偶然。请选择更长的时段或更大的网格单元。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SafetyText</name>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Count by cell</source>
        <translation>各网格单元的计数</translation>
    </message>
    <message>
        <source>Expected in the hour</source>
        <translation>该小时预计</translation>
    </message>
    <message>
        <source>Hot and cold spots</source>
        <translation>热点与冷点</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Kernel density: each incident spread over its surroundings. The wider the bandwidth, the smoother.</source>
        <translation>核密度：每起事件向周围扩散。带宽越大越平滑。</translation>
    </message>
    <message>
        <source>How many incidents each cell had in the period.</source>
        <translation>各网格单元在该时段内的事件数。</translation>
    </message>
    <message>
        <source>How many incidents a model expects in each cell in the hour shown, from all that happened before this day. Point at a cell for how sure it is.</source>
        <translation>模型根据当日之前发生的全部事件，预计各网格单元在所示小时内的事件数。指向网格单元可查看其把握程度。</translation>
    </message>
    <message>
        <source>Getis-Ord Gi*: cells that, with their neighbours, have clearly more or fewer incidents than chance would give them.</source>
        <translation>Getis-Ord Gi*：连同相邻单元，事件明显多于或少于偶然水平的网格单元。</translation>
    </message>
    <message>
        <source>Cells whose count differs from the period before by more than chance.</source>
        <translation>计数与上一时段的差异超出偶然的网格单元。</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>所有类型</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything so far</source>
        <translation>至今全部</translation>
    </message>
    <message>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <source>km</source>
        <translation>公里</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a stretch of time, from %1 to %2</extracomment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>EARS C1</source>
        <translation>EARS C1</translation>
    </message>
    <message>
        <source>EARS C2</source>
        <translation>EARS C2</translation>
    </message>
    <message>
        <source>EARS C3</source>
        <translation>EARS C3</translation>
    </message>
    <message>
        <source>CUSUM</source>
        <translation>CUSUM</translation>
    </message>
    <message>
        <source>Space-time scan</source>
        <translation>时空扫描</translation>
    </message>
    <message>
        <source>Compares each hour with the seven before it: finds sudden peaks.</source>
        <translation>将每小时与之前七小时比较：能发现突然的高峰。</translation>
    </message>
    <message>
        <source>As C1, but leaves two hours between: a peak that builds up does not hide itself.</source>
        <translation>与 C1 相同，但中间隔开两小时：逐渐形成的高峰不会掩盖自身。</translation>
    </message>
    <message>
        <source>Adds up what C2 saw in the two hours before: late, but it finds rises that no single hour shows.</source>
        <translation>累加 C2 在之前两小时的结果：较迟，但能发现任何单个小时都看不出的上升。</translation>
    </message>
    <message>
        <source>Adds up what is above the usual: finds small rises that last.</source>
        <translation>累加高于平时的部分：能发现持续的小幅上升。</translation>
    </message>
    <message>
        <source>Looks for circles on the map in which the last hours had too many incidents, with a p value by simulation.</source>
        <translation>在地图上寻找最近几小时事件过多的圆形区域，p 值由模拟得出。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a place by its latitude and longitude</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>All incidents</source>
        <translation>所有事件</translation>
    </message>
    <message>
        <source>Square of %1 near %2</source>
        <extracomment>%1 is the edge of a square, %2 its place</extracomment>
        <translation>%2 附近边长 %1 的方格</translation>
    </message>
    <message>
        <source>Circle of %1 near %2</source>
        <extracomment>%1 is the radius of a circle, %2 its place</extracomment>
        <translation>%2 附近半径 %1 的圆</translation>
    </message>
    <message>
        <source>Count map, all history</source>
        <translation>计数图，全部历史</translation>
    </message>
    <message>
        <source>Count map, 90 days</source>
        <translation>计数图，90 天</translation>
    </message>
    <message>
        <source>Count map, 28 days</source>
        <translation>计数图，28 天</translation>
    </message>
    <message>
        <source>Kernel density, 365 days</source>
        <translation>核密度，365 天</translation>
    </message>
    <message>
        <source>Space-time kernel density</source>
        <translation>时空核密度</translation>
    </message>
    <message>
        <source>Risk model</source>
        <translation>风险模型</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SafetyView</name>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>公共安全</translation>
    </message>
    <message>
        <source>Incidents, hot spots, risk and early warning</source>
        <translation>事件、热点、风险与预警</translation>
    </message>
    <message>
        <source>Incidents and risk</source>
        <translation>事件与风险</translation>
    </message>
    <message>
        <source>Early warning</source>
        <translation>预警</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SavedViews</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A name that is taken, and a number to tell them apart</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Save view &quot;%1&quot;</source>
        <translation>保存视图“%1”</translation>
    </message>
    <message>
        <source>Rename view &quot;%1&quot;</source>
        <translation>重命名视图“%1”</translation>
    </message>
    <message>
        <source>Remove view &quot;%1&quot;</source>
        <translation>移除视图“%1”</translation>
    </message>
    <message>
        <source>Move view &quot;%1&quot;</source>
        <translation>移动视图“%1”</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SavedViewsButton</name>
    <message>
        <source>Saved views</source>
        <translation>已保存的视图</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SavedViewsPanel</name>
    <message>
        <source>Saved views</source>
        <translation>已保存的视图</translation>
    </message>
    <message>
        <source>No views yet. Move the map to a place you come back to and save it.</source>
        <translation>暂无视图。将地图移到常用位置并保存。</translation>
    </message>
    <message>
        <source>Name of this view</source>
        <translation>此视图的名称</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Where the map was before (Alt+Left)</source>
        <translation>地图之前的位置 (Alt+Left)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Where the map was after (Alt+Right)</source>
        <translation>地图之后的位置 (Alt+Right)</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存此视图</translation>
    </message>
    <message>
        <source>Save this view (Enter)</source>
        <translation>保存此视图 (Enter)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移 (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移 (Alt+Down)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>重命名 (F2)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove (Del)</source>
        <translation>移除 (Del)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ScaleBar</name>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 mi</source>
        <translation>%1 mi</translation>
    </message>
    <message>
        <source>%1 ft</source>
        <translation>%1 ft</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>N</source>
        <comment>compass</comment>
        <extracomment>Letter of the north arrow</extracomment>
        <translation>北</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ScatterChart</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range of values: %1 lower end, %2 upper end with unit</extracomment>
        <translation>%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s)</source>
        <translation>
            <numerusform>%Ln 对</numerusform>
        </translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>相等</translation>
    </message>
    <message>
        <source>Half and double</source>
        <translation>一半与两倍</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>axis title: %1 quantity, %2 unit</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln pair(s)</source>
        <translation>
            <numerusform>%1 · %Ln 对</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ScenarioPanel</name>
    <message>
        <source>Base case</source>
        <translation>基准方案</translation>
    </message>
    <message>
        <source>Demand is synthetic: made from people and jobs, not counted.</source>
        <translation>需求是合成的：由人口和岗位推得，而非统计。</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>run again</source>
        <translation>需重新运行</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>New scenario from the selected one</source>
        <translation>由所选情景新建</translation>
    </message>
    <message>
        <source>Duplicate the scenario</source>
        <translation>复制情景</translation>
    </message>
    <message>
        <source>Rename the scenario (F2)</source>
        <translation>重命名情景 (F2)</translation>
    </message>
    <message>
        <source>Delete the scenario and what grew from it</source>
        <translation>删除情景及其下级</translation>
    </message>
    <message>
        <source>Base case, files and export</source>
        <translation>基准方案、文件与导出</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run the scenario and compare it with the base case (Ctrl+R)</source>
        <translation>运行情景并与基准方案比较 (Ctrl+R)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ScoreboardModel</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>still being computed</source>
        <translation>仍在计算</translation>
    </message>
    <message>
        <source>%1, tentative</source>
        <translation>%1，暂定</translation>
    </message>
    <message>
        <source>%1, of earlier edits</source>
        <translation>%1，基于较早的编辑</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Base case</source>
        <translation>基准方案</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SeriesChart</name>
    <message>
        <source>%1, %2</source>
        <extracomment>axis title: %1 quantity, %2 unit</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range from %1 to %2</extracomment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>ddd d MMM HH:mm</source>
        <extracomment>QLocale date pattern: abbreviated day of week, day, abbreviated month, time</extracomment>
        <translation>M月d日 ddd HH:mm</translation>
    </message>
    <message>
        <source>±%1</source>
        <extracomment>scale of a strip of differences: plus or minus %1</extracomment>
        <translation>±%1</translation>
    </message>
    <message>
        <source>Forecast with 50 % and 90 % band</source>
        <translation>预测与 50 %、90 % 区间</translation>
    </message>
    <message>
        <source>Forecast with 90 % band</source>
        <translation>预测与 90 % 区间</translation>
    </message>
    <message>
        <source>Forecast with 50 % and 80 % band</source>
        <translation>预测与 50 %、80 % 区间</translation>
    </message>
    <message>
        <source>Forecast with 80 % band</source>
        <translation>预测与 80 % 区间</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Observed − forecast</source>
        <translation>实测 − 预测</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>时间（%1）</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ShellCommands</name>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>New city…</source>
        <translation>新建城市…</translation>
    </message>
    <message>
        <source>create make empty</source>
        <translation>创建 新建 空白 create make empty</translation>
    </message>
    <message>
        <source>Open city…</source>
        <translation>打开城市…</translation>
    </message>
    <message>
        <source>load folder</source>
        <translation>加载 文件夹 load folder</translation>
    </message>
    <message>
        <source>Open the demo city</source>
        <translation>打开演示城市</translation>
    </message>
    <message>
        <source>simulated example</source>
        <translation>模拟 示例 simulated example</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>show go switch page</source>
        <translation>显示 转到 切换 页面 show go switch page</translation>
    </message>
    <message>
        <source>Wall mode</source>
        <translation>大屏模式</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>full screen presentation second monitor</source>
        <translation>全屏 演示 第二屏幕 显示器 full screen presentation second monitor</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>%1 (%2 × %3)</source>
        <translation>%1（%2 × %3）</translation>
    </message>
    <message>
        <source>Wall mode on screen</source>
        <translation>在指定屏幕上进入大屏模式</translation>
    </message>
    <message>
        <source>full screen presentation monitor</source>
        <translation>全屏 演示 显示器 full screen presentation monitor</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>take back revert</source>
        <translation>撤回 还原 take back revert</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>again repeat</source>
        <translation>再次 重复 again repeat</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>搜索或输入命令</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>help keys hotkeys list</source>
        <translation>帮助 按键 热键 列表 help keys hotkeys list</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>首选项…</translation>
    </message>
    <message>
        <source>settings options configure</source>
        <translation>设置 选项 配置 settings options configure</translation>
    </message>
    <message>
        <source>Show messages</source>
        <translation>显示消息</translation>
    </message>
    <message>
        <source>log history errors</source>
        <translation>日志 历史 错误 log history errors</translation>
    </message>
    <message>
        <source>Show data sources</source>
        <translation>显示数据源</translation>
    </message>
    <message>
        <source>feeds age stale</source>
        <translation>接入 时效 过时 feeds age stale</translation>
    </message>
    <message>
        <source>About Belvedere</source>
        <translation>关于 Belvedere</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本 version</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>exit close leave</source>
        <translation>退出 关闭 离开 exit close leave</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>appearance colours night day mode</source>
        <translation>外观 颜色 夜间 日间 模式 appearance colours night day mode</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours of speed</source>
        <translation>速度配色</translation>
    </message>
    <message>
        <source>palette ramp colour blind</source>
        <translation>色带 配色 色盲 palette ramp colour blind</translation>
    </message>
    <message>
        <source>Belvedere</source>
        <translation>Belvedere</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>经典</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>font bigger smaller zoom</source>
        <translation>字体 放大 缩小 font bigger smaller zoom</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>animation pulse accessibility</source>
        <translation>动画 闪烁 无障碍 animation pulse accessibility</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>km/h mph miles celsius fahrenheit</source>
        <translation>公里 英里 摄氏 华氏 km/h mph miles celsius fahrenheit</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>公制</translation>
    </message>
    <message>
        <source>Imperial</source>
        <translation>英制</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>local utc clock hours</source>
        <translation>本地 时钟 小时 local utc clock hours</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Reset preferences</source>
        <translation>重置首选项</translation>
    </message>
    <message>
        <source>default settings shortcuts</source>
        <translation>默认 设置 快捷键 default settings shortcuts</translation>
    </message>
    <message>
        <source>All preferences and shortcuts are back to their defaults. Undo brings yours back.</source>
        <translation>所有首选项和快捷键已恢复初始状态。可撤销以找回您的设置。</translation>
    </message>
    <message>
        <source>Import a map or a layer…</source>
        <translation>导入地图或图层…</translation>
    </message>
    <message>
        <source>OpenStreetMap osm pbf geojson geopackage shapefile districts mbtiles</source>
        <translation>行政区 底图 OpenStreetMap osm pbf geojson geopackage shapefile districts mbtiles</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Raster tiles from a server</source>
        <translation>来自服务器的栅格瓦片</translation>
    </message>
    <message>
        <source>xyz wmts aerial</source>
        <translation>影像 航拍 卫星图 xyz wmts aerial</translation>
    </message>
    <message>
        <source>No raster tiles</source>
        <translation>无栅格瓦片</translation>
    </message>
    <message>
        <source>remove xyz mbtiles</source>
        <translation>移除 remove xyz mbtiles</translation>
    </message>
    <message>
        <source>Report of the screen…</source>
        <translation>屏幕报告…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>pdf png print export page</source>
        <translation>打印 导出 页面 pdf png print export page</translation>
    </message>
    <message>
        <source>coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Import a layer with coordinate system</source>
        <translation>按指定坐标系导入图层</translation>
    </message>
    <message>
        <source>projected utm epsg crs geojson shapefile</source>
        <translation>投影 坐标 projected utm epsg crs geojson shapefile</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Remove an imported layer</source>
        <translation>移除导入的图层</translation>
    </message>
    <message>
        <source>delete overlay</source>
        <translation>删除 叠加 delete overlay</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ShortcutOverlay</name>
    <message>
        <source>No command fits “%1”.</source>
        <translation>没有与“%1”相符的命令。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search by command or key</source>
        <translation>按命令或按键搜索</translation>
    </message>
    <message>
        <source>Commands with their shortcuts</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>Change shortcuts…</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ShortcutPage</name>
    <message>
        <source>Remove shortcut</source>
        <translation>移除快捷键</translation>
    </message>
    <message>
        <source>Reset shortcut</source>
        <translation>重置快捷键</translation>
    </message>
    <message>
        <source>Reset all shortcuts</source>
        <translation>重置全部快捷键</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>in the list of shortcuts: %1 is a category, %2 a command</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Used by %1. Assigning takes it away from there.</source>
        <translation>已被 %1 使用。指定后将从该处移除。</translation>
    </message>
    <message>
        <source>Change shortcut of “%1”</source>
        <translation>更改“%1”的快捷键</translation>
    </message>
    <message>
        <source>Search by command or key</source>
        <translation>按命令或按键搜索</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Commands with their shortcuts</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>Press the keys</source>
        <translation>请按下按键</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SiteChart</name>
    <message>
        <source>usual</source>
        <translation>平时</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SiteErrorMap</name>
    <message>
        <source>Test part of %1 · simulated</source>
        <extracomment>below the legend of a map: what its values are of</extracomment>
        <translation>%1 的测试部分 · 模拟</translation>
    </message>
    <message>
        <source>Test part of %1</source>
        <translation>%1 的测试部分</translation>
    </message>
    <message>
        <source>Error by site</source>
        <translation>各测点的误差</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>The sites of this data have no positions. Import a site list, or use the table beside.</source>
        <translation>该数据的测点没有位置。请导入测点列表，或使用旁边的表格。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SiteTable</name>
    <message>
        <source>%1 of %2</source>
        <comment>shown of all</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Filter sites</source>
        <translation>筛选测点</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>List all sites again, not only those selected on the map</source>
        <translation>重新列出全部测点，而不只是地图上选中的测点</translation>
    </message>
    <message>
        <source>Sites and their values</source>
        <translation>测点及其数值</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SiteTableModel</name>
    <message>
        <source>observed</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>stale, %1</source>
        <translation>过时，%1</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>测点</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Of free flow</source>
        <translation>与自由流之比</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>情景</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SmallMultiples</name>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>时间（%1）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Scroll through the panels</source>
        <translation>滚动浏览各面板</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SourceIndicator</name>
    <message>
        <source>up to date</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>过时</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>暂无数据</translation>
    </message>
    <message>
        <source>There are no data sources.</source>
        <translation>没有数据源。</translation>
    </message>
    <message>
        <source>Data sources</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>No sources</source>
        <translation>无数据源</translation>
    </message>
    <message>
        <source>Sources %1 of %2</source>
        <translation>数据源 %1/%2</translation>
    </message>
    <message>
        <source>How many data sources are up to date; click for the list</source>
        <translation>数据为最新的数据源数量；单击查看列表</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SpeedText</name>
    <message>
        <source>%1 ms/s</source>
        <translation>%1 毫秒/秒</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <comment>times real time</comment>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>%1 min/s</source>
        <translation>%1 分/秒</translation>
    </message>
    <message>
        <source>%1 h/s</source>
        <translation>%1 小时/秒</translation>
    </message>
    <message>
        <source>%1 d/s</source>
        <translation>%1 天/秒</translation>
    </message>
    <message>
        <source>%1 week/s</source>
        <translation>%1 周/秒</translation>
    </message>
    <message>
        <source>%1 month/s</source>
        <translation>%1 个月/秒</translation>
    </message>
    <message>
        <source>%1 year/s</source>
        <translation>%1 年/秒</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SplitBar</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A span of dates</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Split in order of time</source>
        <translation>按时间顺序划分</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message numerus="yes">
        <source>%Ln window(s)</source>
        <translation>
            <numerusform>%Ln 个窗口</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag, or Left and Right by one percent, Page Up and Page Down to the next midnight</source>
        <translation>拖动，或按 Left、Right 移动百分之一，按 Page Up、Page Down 移到相邻的午夜</translation>
    </message>
    <message>
        <source>End of training</source>
        <translation>训练结束处</translation>
    </message>
    <message>
        <source>Begin of test</source>
        <translation>测试开始处</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>The name of a handle, then how to move it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Sees %1</source>
        <extracomment>One window: what the model sees. %1 is a duration</extracomment>
        <translation>看到 %1</translation>
    </message>
    <message>
        <source>Foretells %1</source>
        <extracomment>One window: what the model foretells. %1 is a duration</extracomment>
        <translation>预测 %1</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::StatusLine</name>
    <message>
        <source>Longest pause of the window %1 ms</source>
        <translation>窗口最长停顿 %1 毫秒</translation>
    </message>
    <message>
        <source>The longest time that the window did not answer since the city was opened</source>
        <translation>打开城市以来窗口无响应的最长时间</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::StreetRows</name>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Base case</source>
        <translation>基准方案</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>%1: show it on the map</source>
        <translation>%1：在地图上显示</translation>
    </message>
    <message>
        <source>From zone</source>
        <translation>起点小区</translation>
    </message>
    <message>
        <source>To zone</source>
        <translation>终点小区</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::StudyController</name>
    <message>
        <source>Experiment on %1</source>
        <extracomment>Shown in the status line. %1 is the name of a data set</extracomment>
        <translation>%1 的实验</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::StudyForm</name>
    <message>
        <source>Set up a training that can be started first.</source>
        <translation>请先设置一个可以开始的训练。</translation>
    </message>
    <message>
        <source>Tick at least one option to search.</source>
        <translation>请至少勾选一个要搜索的选项。</translation>
    </message>
    <message>
        <source>Write ascending numbers of days, with spaces between them.</source>
        <translation>请写递增的天数，以空格分隔。</translation>
    </message>
    <message>
        <source>Tries the ticked options with random values, keeps what does best on the validation part, and trains that to its end.</source>
        <translation>以随机值试验勾选的选项，保留在验证部分表现最好的组合，并将其训练到底。</translation>
    </message>
    <message>
        <source>Trains once for each block of time and says how much the error depends on which time is forecast.</source>
        <translation>对每个时间块各训练一次，显示误差在多大程度上取决于所预测的时段。</translation>
    </message>
    <message>
        <source>Trains on more and more days and says whether more data would help.</source>
        <translation>用越来越多的天数训练，显示更多数据是否有帮助。</translation>
    </message>
    <message>
        <source>Hyper-parameter search</source>
        <translation>超参数搜索</translation>
    </message>
    <message>
        <source>Cross-validation</source>
        <translation>交叉验证</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Successive halving</source>
        <translation>逐次减半</translation>
    </message>
    <message>
        <source>Random search</source>
        <translation>随机搜索</translation>
    </message>
    <message>
        <source>Rolling origin</source>
        <translation>滚动起点</translation>
    </message>
    <message>
        <source>Blocks of time</source>
        <translation>时间分块</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>With this training</source>
        <translation>所用训练</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Goes to the page where the training is set up</source>
        <translation>转到设置训练的页面</translation>
    </message>
    <message>
        <source>Options to search</source>
        <translation>要搜索的选项</translation>
    </message>
    <message>
        <source>Start experiment</source>
        <translation>开始实验</translation>
    </message>
    <message>
        <source>Begins as soon as nothing else trains</source>
        <translation>没有其他训练时开始</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What is to be found out</source>
        <translation>要弄清什么</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Halving gives all trials few epochs and goes on with the best third; random search trains every trial to its end</source>
        <translation>逐次减半先给所有试验少量轮次，再让最好的三分之一继续；随机搜索将每次试验都训练到底</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>Sets of options that are tried</source>
        <translation>试验的选项组合数</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时间上限</translation>
    </message>
    <message>
        <source>No further trial begins after this time</source>
        <translation>超过此时间不再开始新的试验</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Rolling origin learns from everything before a block, as in service; blocks of time learn from everything around it</source>
        <translation>滚动起点用时间块之前的全部数据训练，与实际运行一致；时间分块用其前后的全部数据训练</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>Blocks of time that are forecast</source>
        <translation>要预测的时间块数</translation>
    </message>
    <message>
        <source>Training days</source>
        <translation>训练天数</translation>
    </message>
    <message>
        <source>Ascending, with spaces between them; empty = 1 2 4 8 … and all there are</source>
        <translation>递增，以空格分隔；留空 = 1 2 4 8 … 直至全部天数</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source> min</source>
        <extracomment>Minutes, after a number</extracomment>
        <translation> 分钟</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::StudyList</name>
    <message>
        <source>Remove experiment</source>
        <translation>移除实验</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;? Its figures are deleted; the runs that came out of it stay.</source>
        <translation>要移除“%1”吗？其数值将被删除，由此产生的训练记录保留。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Earlier experiments</source>
        <translation>以前的实验</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Shows the figures and charts of this experiment again</source>
        <translation>重新显示该实验的数值和图表</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Deletes the figures of this experiment</source>
        <translation>删除该实验的数值</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::StudyTables</name>
    <message>
        <source>Waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Trains</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已淘汰</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>淘汰轮</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Validation MAE</source>
        <translation>验证 MAE</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Best</source>
        <extracomment>The trial that did best</extracomment>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折</translation>
    </message>
    <message>
        <source>Forecast period</source>
        <translation>预测时段</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A span of dates</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Training days</source>
        <translation>训练天数</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口数</translation>
    </message>
    <message>
        <source>Test MAE</source>
        <translation>测试 MAE</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::StudyText</name>
    <message>
        <source>Search: %1</source>
        <extracomment>%1 is a training: a model, a data set and a quantity</extracomment>
        <translation>搜索：%1</translation>
    </message>
    <message>
        <source>Cross-validation: %1</source>
        <extracomment>%1 is a training: a model, a data set and a quantity</extracomment>
        <translation>交叉验证：%1</translation>
    </message>
    <message>
        <source>Learning curve: %1</source>
        <extracomment>%1 is a training: a model, a data set and a quantity</extracomment>
        <translation>学习曲线：%1</translation>
    </message>
    <message numerus="yes">
        <source>MAE %1 ± %2 over %Ln fold(s)</source>
        <extracomment>Mean and standard deviation of an error over folds, and how many there are</extracomment>
        <translation>
            <numerusform>MAE %1 ± %2，共 %Ln 折</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1 to %2 days the test MAE rises by %3</source>
        <extracomment>What the last days of training data brought: %1 to %2 days, a percentage</extracomment>
        <translation>从 %1 到 %2 天，测试 MAE 上升 %3</translation>
    </message>
    <message>
        <source>From %1 to %2 days the test MAE falls by %3</source>
        <translation>从 %1 到 %2 天，测试 MAE 下降 %3</translation>
    </message>
    <message>
        <source>Best: %1 with %2</source>
        <extracomment>The best trial of a search: its error and its options</extracomment>
        <translation>最佳：%1，%2</translation>
    </message>
    <message>
        <source>Best so far: %1 with %2</source>
        <translation>目前最佳：%1，%2</translation>
    </message>
    <message>
        <source>the defaults</source>
        <translation>默认值</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::StudyView</name>
    <message>
        <source>Waits until the training that runs has ended</source>
        <translation>等待当前训练结束</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>3 of 27 trials, folds or points</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Training the best trial to its end…</source>
        <translation>正在将最佳试验训练到底…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Training days</source>
        <translation>训练天数</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>立即结束</translation>
    </message>
    <message>
        <source>Begins no further trial and trains the best one to its end</source>
        <translation>不再开始新的试验，将最佳试验训练到底</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stops at once; what is shown stays, no model is kept</source>
        <translation>立即停止；已显示的内容保留，不保存模型</translation>
    </message>
    <message>
        <source>Use the best</source>
        <translation>采用最佳</translation>
    </message>
    <message>
        <source>Fills the form with the options of the best trial</source>
        <translation>用最佳试验的选项填写表单</translation>
    </message>
    <message>
        <source>Show result</source>
        <translation>显示结果</translation>
    </message>
    <message>
        <source>Shows the errors of the winner beside those of the baselines</source>
        <translation>将最佳模型的误差与基线的误差并列显示</translation>
    </message>
    <message>
        <source>Export table…</source>
        <translation>导出表格…</translation>
    </message>
    <message>
        <source>Writes the rows below as CSV; each chart exports from its menu</source>
        <translation>将下方各行写入 CSV；各图表可从其菜单导出</translation>
    </message>
    <message>
        <source>Trials, folds or points of the experiment</source>
        <translation>实验的试验、折或数据点</translation>
    </message>
    <message>
        <source>Error of each fold</source>
        <translation>各折的误差</translation>
    </message>
    <message>
        <source>Each fold appears here once it is scored.</source>
        <translation>每折评估完成后显示在此处。</translation>
    </message>
    <message>
        <source>Error by days of training data</source>
        <translation>误差与训练天数</translation>
    </message>
    <message>
        <source>Each point appears here once it is scored.</source>
        <translation>每个数据点评估完成后显示在此处。</translation>
    </message>
    <message>
        <source>Storing the result…</source>
        <translation>正在保存结果…</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::SurfacePanel</name>
    <message>
        <source>Station</source>
        <translation>监测站</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>The figures of 30 days appear here.</source>
        <translation>30 天的数值显示在此处。</translation>
    </message>
    <message>
        <source>All stations, %5 to %6: RMSE %1, MAE %2, bias %3, R² %4.</source>
        <extracomment>figures of an interpolation: %1 … %3 with unit, %4 without, %5 and %6 times</extracomment>
        <translation>所有监测站，%5 至 %6：RMSE %1，MAE %2，偏差 %3，R² %4。</translation>
    </message>
    <message>
        <source>Errors over their standard error: %1 (1 = the standard error is right).</source>
        <extracomment>%1 a pure number that is best near 1</extracomment>
        <translation>误差与其标准误差之比：%1（1 = 标准误差准确）。</translation>
    </message>
    <message>
        <source>No surface</source>
        <translation>无曲面</translation>
    </message>
    <message>
        <source>Values between stations</source>
        <translation>监测站之间的数值</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>标准误差</translation>
    </message>
    <message>
        <source>Between three stations or more a surface can be drawn. Import their positions with the data.</source>
        <translation>三个或更多监测站之间可以绘制曲面。请连同数据导入其位置。</translation>
    </message>
    <message>
        <source>Each station as the others say it, and the errors of the last 30 days.</source>
        <translation>由其他监测站推算的各站数值，以及最近 30 天的误差。</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>在地图上</translation>
    </message>
    <message>
        <source>What is drawn between the stations</source>
        <translation>监测站之间绘制的内容</translation>
    </message>
    <message>
        <source>Pollutant</source>
        <translation>污染物</translation>
    </message>
    <message>
        <source>Pollutant of the surface</source>
        <translation>曲面的污染物</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Kriging also says how sure it is; its range of 60 km and its nugget of 5 % are fixed.</source>
        <translation>克里金还给出其不确定性；变程固定为 60 km，块金值固定为 5 %。</translation>
    </message>
    <message>
        <source>Stations left out one at a time</source>
        <translation>留一站点检验</translation>
    </message>
    <message>
        <source>measured %1, by others %2</source>
        <extracomment>at one time: %1 what a station measured, %2 what the others say</extracomment>
        <translation>实测 %1，他站推算 %2</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TableExport</name>
    <message>
        <source>Export table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Data (*.csv)</source>
        <translation>数据 (*.csv)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TableForm</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>In the order of the file</source>
        <translation>按文件顺序</translation>
    </message>
    <message>
        <source>By %1</source>
        <extracomment>Rows are split into parts in the order of a column</extracomment>
        <translation>按 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A column of a table and what it holds</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>It names single things instead of grouping them, so nothing can be learned from it</source>
        <translation>它标识的是单个对象而不是分组，无法从中学习</translation>
    </message>
    <message>
        <source>The second by name</source>
        <translation>按名称的第二个</translation>
    </message>
    <message>
        <source>Choose a table at the left.</source>
        <translation>请在左侧选择数据表。</translation>
    </message>
    <message>
        <source>No column of this table can be learned.</source>
        <translation>该数据表没有可学习的列。</translation>
    </message>
    <message>
        <source>Choose at least one column to learn from.</source>
        <translation>请至少选择一个用于学习的列。</translation>
    </message>
    <message>
        <source>There is no model to choose from.</source>
        <translation>没有可选的模型。</translation>
    </message>
    <message>
        <source>Leave at least 1 % of the rows for the test.</source>
        <translation>请至少留出 1 % 的行用于测试。</translation>
    </message>
    <message>
        <source>Table</source>
        <extracomment>A table that is to be learned from</extracomment>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>数据表 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>The column whose values the model is to tell</source>
        <translation>模型要判断其值的列</translation>
    </message>
    <message>
        <source>As</source>
        <translation>作为</translation>
    </message>
    <message>
        <source>What its values are</source>
        <translation>其值的类型</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>正类</translation>
    </message>
    <message>
        <source>Of two classes the one that precision and recall are about</source>
        <translation>两个类别中，精确率和召回率所针对的类别</translation>
    </message>
    <message>
        <source>Threshold for</source>
        <translation>阈值依据</translation>
    </message>
    <message>
        <source>What the threshold between the classes is tuned for, on the validation part</source>
        <translation>类别之间的阈值在验证部分上按什么调优</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>How rows come into the training, validation and test part</source>
        <translation>各行如何分入训练、验证和测试部分</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Share of the rows to learn from</source>
        <translation>用于学习的行所占比例</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Share of the rows to tune by; the rest is the test</source>
        <translation>用于调优的行所占比例；其余用于测试</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What learns</source>
        <translation>进行学习的模型</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same numbers</source>
        <translation>相同的种子得到相同的结果</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Nothing: 0.5</source>
        <translation>无：0.5</translation>
    </message>
    <message>
        <source>Rare classes count as much as frequent ones</source>
        <translation>少见类别与常见类别同等重要</translation>
    </message>
    <message>
        <source>An error at a rare class weighs more while the model learns</source>
        <translation>训练时，少见类别的错误权重更大</translation>
    </message>
    <message>
        <source>From these columns</source>
        <translation>所用的列</translation>
    </message>
    <message>
        <source>Columns to learn from</source>
        <translation>用于学习的列</translation>
    </message>
    <message>
        <source>Space takes a column in or out</source>
        <translation>按空格键选入或去掉一列</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Begins when those before it have ended (Ctrl+Return)</source>
        <translation>前面的训练结束后开始 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Start training (Ctrl+Return)</source>
        <translation>开始训练 (Ctrl+Return)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TableResultPage</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>A model and the id of its run</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>When a run was trained and how long it took</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>已部署</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Answers from now on for this table&apos;s target; replaces %1</source>
        <extracomment>%1 is the id of a run</extracomment>
        <translation>此后由它判断该数据表的目标列，取代 %1</translation>
    </message>
    <message>
        <source>Answers from now on for this table&apos;s target</source>
        <translation>此后由它判断该数据表的目标列</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>真实值</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测值</translation>
    </message>
    <message>
        <source>Others taken for the class</source>
        <translation>误判为该类别的其他行比例</translation>
    </message>
    <message>
        <source>Share of the class that is found</source>
        <translation>该类别被找出的比例</translation>
    </message>
    <message>
        <source>Share that is right</source>
        <translation>判断正确的比例</translation>
    </message>
    <message>
        <source>Rise of the log loss</source>
        <translation>对数损失的增加</translation>
    </message>
    <message>
        <source>Rise of the RMSE</source>
        <translation>RMSE 的增加</translation>
    </message>
    <message>
        <source>Rise of the Poisson deviance</source>
        <translation>泊松偏差度的增加</translation>
    </message>
    <message numerus="yes">
        <source>Permutation importance: how much worse the model does on %Ln row(s) of the test part when the cells of one column are shuffled, mean and deviation of %1 shuffles. A column that others can stand in for looks unimportant.</source>
        <translation>
            <numerusform>置换重要性：打乱某一列的单元格后，模型在测试部分 %Ln 行上变差多少；取 %1 次打乱的均值和标准差。可由其他列代替的列会显得不重要。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) without a target</source>
        <translation>
            <numerusform>%Ln 行没有目标值</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <extracomment>%1 names of columns</extracomment>
        <translation>已略过：%1</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Figures beside the baselines</source>
        <translation>与基线并列的指标</translation>
    </message>
    <message>
        <source>Each class by itself, and whether its chances can be believed</source>
        <translation>各类别的表现，以及其概率是否可信</translation>
    </message>
    <message>
        <source>What any threshold would give</source>
        <translation>任一阈值的结果</translation>
    </message>
    <message>
        <source>What each column is worth to the model</source>
        <translation>各列对模型的重要性</translation>
    </message>
    <message>
        <source>Views of a run</source>
        <translation>训练记录的视图</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Writes the table that is shown as CSV; charts have a menu of their own</source>
        <translation>将所示表格写入 CSV；图表有各自的菜单</translation>
    </message>
    <message>
        <source>Use settings</source>
        <translation>沿用设置</translation>
    </message>
    <message>
        <source>Fills the form with the settings of this run</source>
        <translation>用该训练记录的设置填写表单</translation>
    </message>
    <message>
        <source>Figures of the test part, beside the baselines</source>
        <translation>测试部分的指标，与基线并列</translation>
    </message>
    <message>
        <source>Figures by class</source>
        <translation>各类别的指标</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>The class whose chances are shown</source>
        <translation>显示哪个类别的概率</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Prediction against truth</source>
        <translation>预测值与真实值对比</translation>
    </message>
    <message>
        <source>Announced against observed chance</source>
        <translation>预告概率与实际频率</translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation>ROC 曲线</translation>
    </message>
    <message>
        <source>Precision over recall</source>
        <translation>精确率—召回率曲线</translation>
    </message>
    <message>
        <source>What each column is worth</source>
        <translation>各列的重要性</translation>
    </message>
    <message>
        <source>Appears once the run is loaded.</source>
        <translation>训练记录加载后显示。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TableText</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Share of rows whose class is right.</source>
        <translation>类别判断正确的行所占比例。</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>平衡准确率</translation>
    </message>
    <message>
        <source>Mean over the classes of the share that is found; every class counts the same.</source>
        <translation>各类别被找出比例的平均；各类别同等重要。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Share that is right of what is taken for the class; of more than two classes their mean.</source>
        <translation>被判为该类别者中正确的比例；多于两个类别时取平均。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Share of the class that is found; of more than two classes their mean.</source>
        <translation>该类别被找出的比例；多于两个类别时取平均。</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall.</source>
        <translation>精确率与召回率的调和平均。</translation>
    </message>
    <message>
        <source>F1, mean of the classes</source>
        <translation>F1，类别平均</translation>
    </message>
    <message>
        <source>Mean over the classes; every class counts the same (macro).</source>
        <translation>各类别的平均；各类别同等重要（宏平均）。</translation>
    </message>
    <message>
        <source>F1, mean of the rows</source>
        <translation>F1，按行加权平均</translation>
    </message>
    <message>
        <source>Mean over the classes, weighted with their rows.</source>
        <translation>各类别的平均，按行数加权。</translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation>ROC AUC</translation>
    </message>
    <message>
        <source>Chance that a row of the class scores higher than another; 0.5 is guessing.</source>
        <translation>该类别的行得分高于其他行的概率；0.5 相当于猜测。</translation>
    </message>
    <message>
        <source>PR AUC</source>
        <translation>PR AUC</translation>
    </message>
    <message>
        <source>Area under precision over recall; what guessing reaches is the share of the class.</source>
        <translation>精确率—召回率曲线下的面积；猜测所得即该类别的比例。</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>对数损失</translation>
    </message>
    <message>
        <source>Mean cross-entropy of the chances. Smaller is better.</source>
        <translation>概率的平均交叉熵。越小越好。</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier 评分</translation>
    </message>
    <message>
        <source>Mean squared error of the chances. Smaller is better.</source>
        <translation>概率的均方误差。越小越好。</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Mean absolute error. Smaller is better.</source>
        <translation>平均绝对误差。越小越好。</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Root of the mean squared error; large errors weigh more. Smaller is better.</source>
        <translation>均方根误差，大误差权重更大。越小越好。</translation>
    </message>
    <message>
        <source>Explained variance (R²)</source>
        <translation>解释方差 (R²)</translation>
    </message>
    <message>
        <source>1 is perfect, 0 as good as the mean of the test rows, below 0 worse.</source>
        <translation>1 为完美，0 相当于测试行的均值，小于 0 则更差。</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Mean of prediction minus truth; above 0 = too high.</source>
        <translation>预测值减真实值的平均；大于 0 即偏高。</translation>
    </message>
    <message>
        <source>Poisson deviance</source>
        <translation>泊松偏差度</translation>
    </message>
    <message>
        <source>Mean deviance of counts from their expected numbers. Smaller is better.</source>
        <translation>计数相对期望数的平均偏差度。越小越好。</translation>
    </message>
    <message>
        <source>split at random</source>
        <translation>随机划分</translation>
    </message>
    <message>
        <source>split in the order of the file</source>
        <translation>按文件顺序划分</translation>
    </message>
    <message>
        <source>split by %1</source>
        <extracomment>%1 a column</extracomment>
        <translation>按 %1 划分</translation>
    </message>
    <message>
        <source>A number (regression)</source>
        <translation>数值（回归）</translation>
    </message>
    <message>
        <source>A class (classification)</source>
        <translation>类别（分类）</translation>
    </message>
    <message>
        <source>A count (Poisson)</source>
        <translation>计数（泊松）</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Text, not used</source>
        <translation>文本，不使用</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln 个名称</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 empty</source>
        <extracomment>How many cells of a column are empty</extracomment>
        <translation>%1 个为空</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>&quot;891 rows · 12 columns&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln 列</numerusform>
        </translation>
    </message>
    <message>
        <source>Test part</source>
        <translation>测试部分</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation>准确率 %1</translation>
    </message>
    <message>
        <source>MAE %1</source>
        <translation>MAE %1</translation>
    </message>
    <message>
        <source>Right in %1 of the rows; %3: %2</source>
        <extracomment>Two accuracies; %3 a model</extracomment>
        <translation>%1 的行判断正确；%3：%2</translation>
    </message>
    <message>
        <source>Off by %1 on average; %3: %2</source>
        <extracomment>Two mean errors; %3 a model</extracomment>
        <translation>平均误差 %1；%3：%2</translation>
    </message>
    <message>
        <source>%1 · %2 · from %3 · %4 (%5) · seed %6</source>
        <extracomment>Table, target, number of columns, how it was split, rows of the three parts, seed</extracomment>
        <translation>%1 · %2 · %3 列 · %4（%5）· 种子 %6</translation>
    </message>
    <message>
        <source>%1 · %2 from a chance of %3 on</source>
        <extracomment>%1 the text before; %2 a class, %3 a chance</extracomment>
        <translation>%1 · 概率达到 %3 即判为 %2</translation>
    </message>
    <message>
        <source>%1 · simulated data</source>
        <translation>%1 · 模拟数据</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TaskStrip</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TimeCalendar</name>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>QLocale date pattern: month and year</extracomment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Day to show</source>
        <translation>要显示的日期</translation>
    </message>
    <message>
        <source>Month before (Page Up)</source>
        <translation>上个月 (Page Up)</translation>
    </message>
    <message>
        <source>Month after (Page Down)</source>
        <translation>下个月 (Page Down)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Bar: data available. Dots: events.</source>
        <translation>条形：有数据。圆点：事件。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TimeCommands</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>run stop</source>
        <translation>运行 停止 run stop</translation>
    </message>
    <message>
        <source>Play backward, again for double speed</source>
        <translation>倒放，再按速度加倍</translation>
    </message>
    <message>
        <source>rewind reverse</source>
        <translation>倒带 反向 rewind reverse</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>停止播放</translation>
    </message>
    <message>
        <source>pause hold freeze</source>
        <translation>暂停 定格 pause hold freeze</translation>
    </message>
    <message>
        <source>Play forward, again for double speed</source>
        <translation>正放，再按速度加倍</translation>
    </message>
    <message>
        <source>fast faster</source>
        <translation>快进 加速 fast faster</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>previous frame</source>
        <translation>上一帧 previous frame</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>next frame</source>
        <translation>下一帧 next frame</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到当前</translation>
    </message>
    <message>
        <source>live present</source>
        <translation>实时 现在 live present</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>上一起事件</translation>
    </message>
    <message>
        <source>incident before</source>
        <translation>之前 警情 incident before</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>下一起事件</translation>
    </message>
    <message>
        <source>incident after</source>
        <translation>之后 警情 incident after</translation>
    </message>
    <message>
        <source>Show a shorter time</source>
        <translation>缩短显示时段</translation>
    </message>
    <message>
        <source>zoom in timeline</source>
        <translation>放大 时间轴 zoom in timeline</translation>
    </message>
    <message>
        <source>Show a longer time</source>
        <translation>延长显示时段</translation>
    </message>
    <message>
        <source>zoom out timeline</source>
        <translation>缩小 时间轴 zoom out timeline</translation>
    </message>
    <message>
        <source>Show one instant</source>
        <translation>显示单一时刻</translation>
    </message>
    <message>
        <source>mode moment</source>
        <translation>模式 瞬间 mode moment</translation>
    </message>
    <message>
        <source>Show a moving window</source>
        <translation>显示滑动窗口</translation>
    </message>
    <message>
        <source>mode rolling last</source>
        <translation>模式 滚动 最近 mode rolling last</translation>
    </message>
    <message>
        <source>Show everything since a start</source>
        <translation>显示自起点以来的累计</translation>
    </message>
    <message>
        <source>mode cumulative growing</source>
        <translation>模式 累计 增长 mode cumulative growing</translation>
    </message>
    <message>
        <source>Go to time</source>
        <translation>转到时间</translation>
    </message>
    <message>
        <source>jump date day hour</source>
        <translation>跳转 日期 天 小时 jump date day hour</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Set the speed of playing</source>
        <translation>设置播放速度</translation>
    </message>
    <message>
        <source>faster slower rate</source>
        <translation>加快 减慢 倍速 faster slower rate</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>速度</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TimeField</name>
    <message>
        <source>The data begin on %1. Write a later time.</source>
        <translation>数据始于 %1。请写一个更晚的时间。</translation>
    </message>
    <message>
        <source>Nothing is known after %1. Write an earlier time.</source>
        <translation>%1 之后没有内容。请写一个更早的时间。</translation>
    </message>
    <message>
        <source>Write 08:15, yesterday 17:00, Mon 8:00, 2016-03-04 08:00, -2h or now.</source>
        <translation>请写成 08:15、昨天 17:00、周一 8:00、2016-03-04 08:00、-2h 或 现在。</translation>
    </message>
    <message>
        <source>Enter shows %1</source>
        <translation>按 Enter 显示 %1</translation>
    </message>
    <message>
        <source>Time shown, can be typed over</source>
        <translation>显示的时间，可直接键入修改</translation>
    </message>
    <message>
        <source>Type a time: 08:15, yesterday 17:00, Mon 8:00, 2016-03-04 08:00, -2h, now (G)</source>
        <translation>键入时间：08:15、昨天 17:00、周一 8:00、2016-03-04 08:00、-2h、现在 (G)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TimePresets</name>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last %1 h</source>
        <comment>hours</comment>
        <translation>最近 %1 小时</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最近 1 天</translation>
    </message>
    <message>
        <source>Last %1 d</source>
        <comment>days</comment>
        <translation>最近 %1 天</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>最近 1 周</translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln week(s)</source>
        <translation>
            <numerusform>最近 %Ln 周</numerusform>
        </translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>最近 1 个月</translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln month(s)</source>
        <translation>
            <numerusform>最近 %Ln 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>最近 1 年</translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln year(s)</source>
        <translation>
            <numerusform>最近 %Ln 年</numerusform>
        </translation>
    </message>
    <message>
        <source>This hour</source>
        <translation>本小时</translation>
    </message>
    <message>
        <source>Previous hour</source>
        <translation>上一小时</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>上周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation>去年</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TimeRiver</name>
    <message>
        <source>One step back (,)</source>
        <translation>后退一步 (,)</translation>
    </message>
    <message>
        <source>One step forward (.)</source>
        <translation>前进一步 (.)</translation>
    </message>
    <message>
        <source>Back to now (N)</source>
        <translation>回到当前 (N)</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停 (Space)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放 (Space)</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Window %1</source>
        <extracomment>%1 is a duration: what happened in that time up to the instant shown</extracomment>
        <translation>窗口 %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>How much time the axis shows</source>
        <translation>时间轴显示的时段长度</translation>
    </message>
    <message>
        <source>One instant or a stretch of time</source>
        <translation>单一时刻或一段时间</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>value, what it is</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>All data</source>
        <translation>全部数据</translation>
    </message>
    <message>
        <source>The replayed stretch</source>
        <translation>回放的时段</translation>
    </message>
    <message>
        <source>Window of %1</source>
        <translation>%1的窗口</translation>
    </message>
    <message>
        <source>Everything since the day began</source>
        <translation>自当日零时起累计</translation>
    </message>
    <message>
        <source>Everything since the week began</source>
        <translation>自当周起始累计</translation>
    </message>
    <message>
        <source>Everything since the month began</source>
        <translation>自当月起始累计</translation>
    </message>
    <message>
        <source>Everything from the instant shown on</source>
        <translation>自所示时刻起累计</translation>
    </message>
    <message>
        <source>One instant</source>
        <translation>单一时刻</translation>
    </message>
    <message>
        <source>Shift+drag on the axis draws a window</source>
        <translation>在时间轴上按住 Shift 拖动可划定窗口</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Play backward, again for double speed (J)</source>
        <translation>倒放，再按速度加倍 (J)</translation>
    </message>
    <message>
        <source>Play forward, again for double speed (L)</source>
        <translation>正放，再按速度加倍 (L)</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>Speed, also typed: 0.5x, 5 min/s, 1 month/s</source>
        <translation>速度，可键入：0.5x、5 分/秒、1 个月/秒</translation>
    </message>
    <message>
        <source>Play the stretch on the axis again and again</source>
        <translation>循环播放时间轴上的时段</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TimeSlider</name>
    <message>
        <source>Time shown</source>
        <translation>显示的时间</translation>
    </message>
    <message>
        <source>%1, now</source>
        <translation>%1，当前</translation>
    </message>
    <message>
        <source>%1, forecast, %2 ahead of now</source>
        <translation>%1，预测，比当前晚 %2</translation>
    </message>
    <message>
        <source>%1, %2 before now</source>
        <translation>%1，比当前早 %2</translation>
    </message>
    <message>
        <source>Drag the labels to move the view, turn the wheel to zoom, double-click to show the chosen span again.</source>
        <translation>拖动刻度标签以移动视图，滚动滚轮以缩放，双击恢复所选时段。</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>QLocale date pattern: day, abbreviated month, year</extracomment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>QLocale date pattern: day, abbreviated month</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>from date to date</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>days, name of the time zone</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>time ahead of now</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>−%1</source>
        <comment>time before now</comment>
        <translation>−%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln event(s)</source>
        <translation>
            <numerusform>%1 · %Ln 起事件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TopBar</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
        <source>Data less than a minute old</source>
        <translation>数据距今不到 1 分钟</translation>
    </message>
    <message>
        <source>Data %1 old</source>
        <translation>数据距今 %1</translation>
    </message>
    <message>
        <source>No city</source>
        <translation>无城市</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Open another city</source>
        <translation>打开其他城市</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>How long ago the newest value on the screen was measured</source>
        <translation>屏幕上最新的数值是多久以前测得的</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>深色或浅色</translation>
    </message>
    <message>
        <source>These data are made up by the program; the place does not exist.</source>
        <translation>这些数据由程序生成，该地点并不存在。</translation>
    </message>
    <message>
        <source>Time at the place of the data: %1</source>
        <translation>数据所在地的时间：%1</translation>
    </message>
    <message>
        <source>Time in the zone of the preferences: %1</source>
        <translation>首选项所设时区的时间：%1</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Preferences, layouts, wall, help</source>
        <translation>首选项、布局、大屏、帮助</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TrainForm</name>
    <message>
        <source>There is no model to choose from.</source>
        <translation>没有可选的模型。</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Start training (Ctrl+Return)</source>
        <translation>开始训练 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>What is learned from: windows at sites</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln window(s)</source>
        <translation>
            <numerusform>%Ln 个窗口</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln site(s)</source>
        <translation>
            <numerusform>%Ln 个测点</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
    <message>
        <source>about %1 an epoch, %2 at most (as %3)</source>
        <extracomment>Durations, and the run that they were measured on</extracomment>
        <translation>每轮约 %1，最多 %2（参照 %3）</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Begins when those before it have ended (Ctrl+Return)</source>
        <translation>前面的训练结束后开始 (Ctrl+Return)</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TrainingController</name>
    <message>
        <source>Training on %1</source>
        <extracomment>Shown in the status line. %1 is the name of a data set</extracomment>
        <translation>正在用 %1 训练</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TrainingQueue</name>
    <message>
        <source>Remove from queue</source>
        <translation>移出队列</translation>
    </message>
    <message>
        <source>Change order of queue</source>
        <translation>更改队列顺序</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TrainingText</name>
    <message>
        <source>%1 on %2</source>
        <extracomment>A model and the data set that it learns from</extracomment>
        <translation>%1，数据集 %2</translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <extracomment>A model, the data set and the quantity that it learns</extracomment>
        <translation>%1，数据集 %2：%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>The name of an option and its value</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <extracomment>Steps that a model sees and steps that it foretells</extracomment>
        <translation>输入 %1，输出 %2</translation>
    </message>
    <message numerus="yes">
        <source>with %Ln other quantity(s)</source>
        <translation>
            <numerusform>与另外 %Ln 个指标联合</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>%1 is the id of a run</extracomment>
        <translation>从 %1 开始</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TrainingView</name>
    <message>
        <source>Reading the data…</source>
        <translation>正在读取数据…</translation>
    </message>
    <message>
        <source>Pausing after this batch…</source>
        <translation>当前批次完成后暂停…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finishing with the best model so far…</source>
        <translation>正在以目前的最佳模型结束…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Storing the model…</source>
        <translation>正在保存模型…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Goes on where it stopped</source>
        <translation>从停下处继续</translation>
    </message>
    <message>
        <source>Stops after this batch and keeps everything in memory; Resume goes on from there</source>
        <translation>当前批次完成后停下，一切保留在内存中；按“继续”即可接着训练</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>7 of 30 epochs</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 in epoch %2</source>
        <extracomment>An error and the epoch in which it was reached</extracomment>
        <translation>%1（第 %2 轮）</translation>
    </message>
    <message>
        <source>at most %1</source>
        <extracomment>A duration; training may stop earlier</extracomment>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>%1 windows/s</source>
        <translation>%1 窗口/秒</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Best validation MAE</source>
        <translation>最佳验证 MAE</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>立即结束</translation>
    </message>
    <message>
        <source>Stops after this epoch, tests the best model so far and keeps it as a run</source>
        <translation>本轮完成后停止，测试目前的最佳模型并保存为训练记录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stops at once and throws this training away; nothing is stored</source>
        <translation>立即停止并放弃本次训练，不保存任何内容</translation>
    </message>
    <message>
        <source>Cancelled; nothing was kept</source>
        <translation>已取消，未保存任何内容</translation>
    </message>
    <message>
        <source>%1 (test part)</source>
        <extracomment>A level in a chart: a baseline and the part of the data that its error is of</extracomment>
        <translation>%1（测试部分）</translation>
    </message>
    <message>
        <source>Show result</source>
        <translation>显示结果</translation>
    </message>
    <message>
        <source>Shows the errors of this run beside those of the baselines</source>
        <translation>将该训练记录的误差与基线的误差并列显示</translation>
    </message>
    <message>
        <source>Kept as %1 · %2 on the test part</source>
        <extracomment>A run was kept: its id and its score on the test part</extracomment>
        <translation>已保存为 %1 · 测试部分 %2</translation>
    </message>
    <message>
        <source>This model learns in one pass; its errors are known at the end.</source>
        <translation>此模型一次学习完成；其误差在结束时得知。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TrendChart</name>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Trend line</source>
        <translation>趋势线</translation>
    </message>
    <message>
        <source>Mean of the month</source>
        <translation>月均值</translation>
    </message>
    <message>
        <source>Theil-Sen line, 95 % interval</source>
        <translation>Theil-Sen 趋势线，95 % 区间</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Slope, low end (95 %)</source>
        <translation>斜率，下限 (95 %)</translation>
    </message>
    <message>
        <source>Slope, high end (95 %)</source>
        <translation>斜率，上限 (95 %)</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>%1 per year</source>
        <translation>%1/年</translation>
    </message>
    <message>
        <source>Too few months for a trend</source>
        <translation>月份过少，无法计算趋势</translation>
    </message>
    <message>
        <source>No clear trend: %1 per year, 95 % interval %2 to %3</source>
        <extracomment>%1 signed change with unit, %2 and %3 ends of the interval</extracomment>
        <translation>无明显趋势：每年 %1，95 % 区间 %2 至 %3</translation>
    </message>
    <message>
        <source>Falls by %1 per year, 95 % interval %2 to %3</source>
        <extracomment>%1 amount with unit, %2 and %3 ends of the interval</extracomment>
        <translation>每年下降 %1，95 % 区间 %2 至 %3</translation>
    </message>
    <message>
        <source>Rises by %1 per year, 95 % interval %2 to %3</source>
        <translation>每年上升 %1，95 % 区间 %2 至 %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>axis title: %1 quantity, %2 unit</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TrendTab</name>
    <message>
        <source>A trend needs six months with data. Choose a longer period.</source>
        <translation>计算趋势需要六个月的数据。请选择更长的时段。</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::TrialChart</name>
    <message>
        <source>Trial %1</source>
        <extracomment>A trial of a search; %1 its number</extracomment>
        <translation>试验 %1</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Validation MAE</source>
        <translation>验证 MAE</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已淘汰</translation>
    </message>
    <message>
        <source>In the running</source>
        <translation>未淘汰</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Validation error of all trials</source>
        <translation>所有试验的验证误差</translation>
    </message>
    <message>
        <source>Validation MAE, %1</source>
        <translation>验证 MAE，%1</translation>
    </message>
    <message>
        <source>The trials appear here after their first epoch.</source>
        <translation>试验在第一轮结束后显示在此处。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::UnfinishedPanel</name>
    <message>
        <source>Discard training</source>
        <translation>放弃训练</translation>
    </message>
    <message>
        <source>Discard %1? What it learned in %2 is deleted.</source>
        <translation>要放弃 %1 吗？其在 %2 内学到的内容将被删除。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Epoch %1 of %2 · %3</source>
        <extracomment>How far an interrupted training was, and when</extracomment>
        <translation>第 %1 / %2 轮 · %3</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Interrupted trainings</source>
        <translation>中断的训练</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes on from the last checkpoint, with the same numbers as if it had never been interrupted</source>
        <translation>从最后一个检查点继续，结果与从未中断时相同</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Deletes what this training learned</source>
        <translation>删除本次训练学到的内容</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::VariationChart</name>
    <message>
        <source>%1 %2</source>
        <comment>hour of the week</comment>
        <extracomment>an hour of the week: %1 day, %2 time</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <extracomment>a value %1 with its interval from %2 to %3</extracomment>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>Part of the cycle</source>
        <translation>周期位置</translation>
    </message>
    <message>
        <source>%1, low end</source>
        <translation>%1，下限</translation>
    </message>
    <message>
        <source>%1, high end</source>
        <translation>%1，上限</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>axis title %1, and what the band beside the lines is</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::VariationTab</name>
    <message>
        <source>By hour of the day</source>
        <translation>按一天中的小时</translation>
    </message>
    <message>
        <source>By hour of the week</source>
        <translation>按一周中的小时</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月份</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>This pollutant</source>
        <translation>该污染物</translation>
    </message>
    <message>
        <source>All pollutants, over their mean</source>
        <translation>所有污染物，相对各自均值</translation>
    </message>
    <message>
        <source>Beside the highest and the lowest station</source>
        <translation>与最高和最低的监测站并列</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>变化规律</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::WallWindow</name>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Esc leaves the wall</source>
        <translation>按 Esc 退出大屏</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::WarningModel</name>
    <message>
        <source>Acknowledge “%1”</source>
        <extracomment>can be undone; %1 is what an alarm is about</extracomment>
        <translation>确认“%1”</translation>
    </message>
    <message>
        <source>Withdraw the acknowledgement of “%1”</source>
        <extracomment>can be undone; %1 is what an alarm is about</extracomment>
        <translation>撤销对“%1”的确认</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::WarningPanel</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Is / usual</source>
        <extracomment>header of a narrow column: incidents that were counted and that are usual</extracomment>
        <translation>现有/平时</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <extracomment>an alarm that somebody has acknowledged</extracomment>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>incidents that were counted and that are usual, as in &quot;14 / 5.2&quot;</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 a week: threshold %2</source>
        <extracomment>a budget of alarms, and the threshold that keeps it</extracomment>
        <translation>每周 %1 次：阈值 %2</translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation>每周 %1 次</translation>
    </message>
    <message>
        <source>Threshold %1 gave %2 alarms a week in the %3 weeks before, over %4 streams (city, types and squares).</source>
        <extracomment>%1 is a threshold, %2 a number of alarms, %3 a number of weeks, %4 a number of streams</extracomment>
        <translation>在之前 %3 周内，阈值 %1 在 %4 个数据流（全市、各类型和方格）中每周产生 %2 次告警。</translation>
    </message>
    <message>
        <source>Looking through the weeks before…</source>
        <translation>正在分析之前各周…</translation>
    </message>
    <message>
        <source>Nothing to watch yet.</source>
        <translation>还没有可监视的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alarm(s) not looked at</source>
        <translation>
            <numerusform>%Ln 次告警未查看</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing unusual</source>
        <translation>无异常</translation>
    </message>
    <message>
        <source>All alarms looked at</source>
        <translation>所有告警均已查看</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) until %1</source>
        <translation>
            <numerusform>截至 %1 的 %Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>未查看</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>%1: %2 incidents where %3 are usual, %4. Score %5.</source>
        <extracomment>an alarm: what it is about, when, how many incidents there were and are usual, its score</extracomment>
        <translation>%1：%2 起事件，平时 %3 起，%4。得分 %5。</translation>
    </message>
    <message>
        <source>Score</source>
        <extracomment>what a detector computes and compares with its threshold</extracomment>
        <translation>得分</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Score of %1: %2</source>
        <extracomment>%1 is a detector, %2 what it watches</extracomment>
        <translation>%1 的得分：%2</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>What looks for the unusual</source>
        <translation>用来寻找异常的方法</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>How many alarms can be looked after; the threshold follows from the history</source>
        <translation>能够处理多少告警；阈值据此由历史得出</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Shows the time and the place of the alarm</source>
        <translation>显示告警的时间和地点</translation>
    </message>
    <message>
        <source>Somebody has seen to it; what happened then is no example of the usual. Can be undone.</source>
        <translation>已有人处理；其间发生的情况不作为平时的样本。可以撤销。</translation>
    </message>
    <message>
        <source>Appears once an alarm is chosen.</source>
        <translation>选择一次告警后显示。</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <extracomment>an alarm; %2 how likely so many are by chance</extracomment>
        <translation>%1 %2。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::WaterfallChart</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>其余 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The sum matches the output</source>
        <translation>总和与输出一致</translation>
    </message>
    <message>
        <source>The sum misses the output by %1</source>
        <translation>总和与输出相差 %1</translation>
    </message>
    <message>
        <source>Lowers it by</source>
        <translation>使其降低</translation>
    </message>
    <message>
        <source>Raises it by</source>
        <translation>使其升高</translation>
    </message>
    <message>
        <source>Up to here</source>
        <translation>累计至此</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::WhenPage</name>
    <message>
        <source>Free flow</source>
        <translation>自由流</translation>
    </message>
    <message>
        <source>Congestion</source>
        <translation>拥堵</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Low values</source>
        <translation>低值</translation>
    </message>
    <message>
        <source>Middle values</source>
        <translation>中值</translation>
    </message>
    <message>
        <source>High values</source>
        <translation>高值</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>提前时间</translation>
    </message>
    <message>
        <source>Hour of the day that was forecast</source>
        <translation>所预测时刻的小时</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <extracomment>%1 a duration: how far a forecast looks ahead</extracomment>
        <translation>提前 %1</translation>
    </message>
    <message>
        <source>Measure of error</source>
        <translation>误差指标</translation>
    </message>
    <message>
        <source>Error by hour and time ahead</source>
        <translation>按小时和提前时间的误差</translation>
    </message>
    <message>
        <source>Error by state and time ahead</source>
        <translation>按状态和提前时间的误差</translation>
    </message>
    <message>
        <source>Error by day of the week</source>
        <translation>按星期的误差</translation>
    </message>
    <message>
        <source>Appears once the test part has been looked through.</source>
        <translation>测试部分分析完成后显示。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::WherePage</name>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Bias, whichever way</source>
        <translation>偏差绝对值</translation>
    </message>
    <message>
        <source>Outside the 80 % band</source>
        <translation>80 % 区间外</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>测点</translation>
    </message>
    <message>
        <source>Bias</source>
        <extracomment>mean of forecast minus truth</extracomment>
        <translation>偏差</translation>
    </message>
    <message>
        <source>In band</source>
        <translation>区间内</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值个数</translation>
    </message>
    <message>
        <source>Worst hours</source>
        <translation>误差最大的时段</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Errors by site</source>
        <translation>各测点的误差</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>地图显示的内容</translation>
    </message>
    <message>
        <source>Filter sites</source>
        <translation>筛选测点</translation>
    </message>
    <message>
        <source>Sites by their error</source>
        <translation>按误差排列的测点</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Writes the errors of all sites as a CSV file</source>
        <translation>将所有测点的误差写入 CSV 文件</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::WindowChart</name>
    <message>
        <source>Last value</source>
        <translation>末值</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::WorstPage</name>
    <message>
        <source>Forecast at</source>
        <extracomment>when a forecast was made</extracomment>
        <translation>预测时刻</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>测点</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Worst cases</source>
        <translation>最差情况</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a site and when a forecast for it was made</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>The data has changed: this window is not in the test part any more.</source>
        <translation>数据已改变：该窗口已不在测试部分中。</translation>
    </message>
    <message>
        <source>MAE %1 · last value %2 · %3 of %4 values inside the 80 % band</source>
        <extracomment>errors of one forecast: the model&apos;s and that of the last value</extracomment>
        <translation>MAE %1 · 末值 %2 · %4 个数值中有 %3 个在 80 % 区间内</translation>
    </message>
    <message>
        <source>Windows with the largest errors</source>
        <translation>误差最大的窗口</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Shows what came before and after as a film</source>
        <translation>以动画显示前后的过程</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Writes the list as a CSV file</source>
        <translation>将列表写入 CSV 文件</translation>
    </message>
    <message>
        <source>What the model saw, said, and what happened</source>
        <translation>模型的输入、预测与实际结果</translation>
    </message>
    <message>
        <source>The worst cases appear once the test part has been looked through.</source>
        <translation>测试部分分析完成后，显示最差情况。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ZoomBoxTool</name>
    <message>
        <source>Set the opposite corner. Esc gives up.</source>
        <translation>确定对角点，Esc 放弃。</translation>
    </message>
    <message>
        <source>Drag a box, or set two corners, to zoom to it.</source>
        <translation>拖出方框，或确定两个角点，以放大到该范围。</translation>
    </message>
</context>
<context>
    <name>belvedere::ui::ZoomControl</name>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>缩小 (−)</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show everything (Home)</source>
        <translation>显示全部 (Home)</translation>
    </message>
</context>
</TS>
