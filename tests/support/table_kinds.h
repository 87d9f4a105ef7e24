// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/baseline/constant_learner.h"
#include "models/baseline/linear_learner.h"

#include <algorithm>

namespace belvedere::test {

/// The learners of tables that need no library, for tests that are about something else.
class PlainTableKinds : public TableLearnerFactory
{
public:
    [[nodiscard]] std::vector<Kind> kinds() const override
    {
        std::vector<Kind> all = ConstantLearner::kinds();
        for (Kind &kind : LinearLearner::kinds())
            all.push_back(std::move(kind));
        return all;
    }
    [[nodiscard]] Result<std::unique_ptr<TableLearner>> create(
        const TableModelSpec &spec) const override
    {
        for (const Kind &kind : kinds()) {
            if (kind.kind != spec.kind)
                continue;
            TableModelSpec complete = spec;
            BV_TRY(complete.options, completeOptions(spec.kind, kind.options, spec.options));
            if (isConstant(spec))
                return std::make_unique<ConstantLearner>(complete);
            return std::make_unique<LinearLearner>(complete);
        }
        return failure(Errc::NotFound, "No kind %1.", {spec.kind});
    }
    [[nodiscard]] Result<std::unique_ptr<TableLearner>> load(
        const TableModelState &state) const override
    {
        return isConstant(state.spec) ? ConstantLearner::load(state) : LinearLearner::load(state);
    }

private:
    static bool isConstant(const TableModelSpec &spec)
    {
        return spec.kind == QLatin1String("constant");
    }
};

} // namespace belvedere::test
