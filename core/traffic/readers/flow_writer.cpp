// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/readers/flow_writer.h"

#include "base/output_file.h"

namespace belvedere {

Result<> writeLinkFlows(
    const QString &file, const AssignmentNetwork &network, const AssignmentResult &result)
{
    constexpr int kAllDigits = 17;
    const bool csv = file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    const auto number = [](double value) { return QByteArray::number(value, 'g', kAllDigits); };
    const auto node = [&network](std::int32_t position) {
        return QByteArray::number(
            qint64(network.data().nodeIds[static_cast<std::size_t>(position)]));
    };
    QByteArray text = csv ? "init_node,term_node,flow,time,cost\n" : "From \tTo \tVolume \tCost \n";
    for (std::size_t link = 0; link < network.links().size(); ++link) {
        const AssignmentLink &at = network.links()[link];
        const double cost = result.time[link] + network.fixedCost(0, link);
        if (csv)
            text += node(at.from) + ',' + node(at.to) + ',' + number(result.flow[link]) + ','
                + number(result.time[link]) + ',' + number(cost) + '\n';
        else
            text += node(at.from) + " \t" + node(at.to) + " \t" + number(result.flow[link]) + " \t"
                + number(cost) + " \n";
    }
    BV_TRY(OutputFile output, OutputFile::open(file));
    BV_TRY_VOID(output.write(text));
    return output.commit();
}

} // namespace belvedere
