// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/network_kinds.h"

#include "models/neural/city_network.h"
#include "models/neural/graph_network.h"
#include "models/neural/gru_network.h"
#include "models/neural/identity_network.h"
#include "models/neural/learning_options.h"

#include <algorithm>

namespace belvedere::neural {

namespace {

std::shared_ptr<Network> makeCity(const NetworkShape &shape, const QJsonObject &options)
{
    return std::make_shared<CityNetwork>(shape, CityNetwork::Options::fromJson(options));
}

template <class N>
std::shared_ptr<Network> makeReference(const NetworkShape &shape, const QJsonObject &options)
{
    return std::make_shared<N>(shape, N::Options::fromJson(options));
}

std::vector<OptionSpec> cityOptions(double hidden, double layers, double neighbours)
{
    return {
        {QStringLiteral("hidden"), QT_TRANSLATE_NOOP("Model", "Width"),
            QT_TRANSLATE_NOOP("Model", "Numbers in each hidden layer."), hidden, 8, 4096, true, {},
            "", true},
        {QStringLiteral("layers"), QT_TRANSLATE_NOOP("Model", "Layers"),
            QT_TRANSLATE_NOOP("Model", "Residual blocks between input and output."), layers, 1, 24,
            true},
        {QStringLiteral("embedding"), QT_TRANSLATE_NOOP("Model", "Embedding"),
            QT_TRANSLATE_NOOP("Model",
                "Learned numbers for each site, kind of quantity, time of day and weekday."),
            8, 1, 256, true, {}, "", true},
        {QStringLiteral("dropout"), QT_TRANSLATE_NOOP("Model", "Dropout"),
            QT_TRANSLATE_NOOP(
                "Model", "Share of hidden numbers that are left out at random while learning."),
            0.15, 0.0, 0.8, false},
        {QStringLiteral("neighbours"), QT_TRANSLATE_NOOP("Model", "Neighbours"),
            QT_TRANSLATE_NOOP("Model",
                "Other sites that each site's forecast looks at: those whose past told most about "
                "its future."),
            neighbours, 0, 64, true},
        {QStringLiteral("companions"), QT_TRANSLATE_NOOP("Model", "Companions"),
            QT_TRANSLATE_NOOP(
                "Model", "1 = the data set's other channels are looked at too, 0 = they are not."),
            1, 0, 1, true},
        {QStringLiteral("identity"), QT_TRANSLATE_NOOP("Model", "Identity"),
            QT_TRANSLATE_NOOP("Model",
                "1 = each site has learned numbers of its own, 0 = sites differ only by what is "
                "known of a new one too."),
            1, 0, 1, true},
    };
}

std::vector<OptionPreset> citySizes()
{
    const auto size = [](double hidden, double layers, double embedding) {
        return QJsonObject{{QStringLiteral("hidden"), hidden}, {QStringLiteral("layers"), layers},
            {QStringLiteral("embedding"), embedding}};
    };
    return {
        {QStringLiteral("nano"), QT_TRANSLATE_NOOP("Model", "Nano"),
            QT_TRANSLATE_NOOP("Model", "About 1e5 parameters; a minute on two cores."),
            size(96, 3, 16)},
        {QStringLiteral("small"), QT_TRANSLATE_NOOP("Model", "Small"),
            QT_TRANSLATE_NOOP("Model", "About 1e6 parameters; minutes on a processor."),
            size(288, 5, 32)},
        {QStringLiteral("medium"), QT_TRANSLATE_NOOP("Model", "Medium"),
            QT_TRANSLATE_NOOP("Model", "About 1e7 parameters; an hour on a processor."),
            size(768, 8, 64)},
        {QStringLiteral("large"), QT_TRANSLATE_NOOP("Model", "Large"),
            QT_TRANSLATE_NOOP("Model",
                "About 1e8 parameters; trained on a graphics card, forecasts on any machine."),
            size(2048, 12, 128)},
    };
}

} // namespace

const std::vector<NetworkKind> &networkKinds()
{
    static const std::vector<NetworkKind> kinds = {
        {{QStringLiteral("neural"), QT_TRANSLATE_NOOP("Model", "Neural network"),
             QT_TRANSLATE_NOOP("Model",
                 "Small and quick: learns from the last hours, what is usual, the place and the "
                 "time of the week."),
             false, withLearningOptions(cityOptions(64, 3, 0)), {}},
            &makeCity, false, true, true},
        {{QStringLiteral("city"), QT_TRANSLATE_NOOP("Model", "City model"),
             QT_TRANSLATE_NOOP("Model",
                 "One model for all quantities of a city: looks at neighbours and other channels "
                 "too, learns from several data sets at once, and forecasts for new sites."),
             false, withLearningOptions(cityOptions(96, 3, 8)), citySizes()},
            &makeCity, false, true, true},
        {{QStringLiteral("identity-mlp"), QT_TRANSLATE_NOOP("Model", "Identity MLP"),
             QT_TRANSLATE_NOOP("Model",
                 "From the literature: the window and learned numbers of site, time of day and "
                 "weekday."),
             false, IdentityNetwork::optionTable(), {}},
            &makeReference<IdentityNetwork>},
        {{QStringLiteral("gru"), QT_TRANSLATE_NOOP("Model", "Recurrent network"),
             QT_TRANSLATE_NOOP("Model",
                 "From the literature: an encoder reads the window step by step, a decoder says "
                 "the steps ahead one after the other."),
             false, GruNetwork::optionTable(), {}},
            &makeReference<GruNetwork>},
        {{QStringLiteral("graph"), QT_TRANSLATE_NOOP("Model", "Graph network"),
             QT_TRANSLATE_NOOP("Model",
                 "From the literature: convolutions over time and diffusion along the ties between "
                 "sites, known and learned. Slow."),
             false, GraphNetwork::optionTable(), {}},
            &makeReference<GraphNetwork>, true},
    };
    return kinds;
}

const NetworkKind *networkKind(const QString &name)
{
    const auto &all = networkKinds();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const NetworkKind &k) { return k.kind.kind == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace belvedere::neural
