#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks on tables beside scikit-learn: the same rows to learn from, the same rows to be tested on.

usage: table_peer.py BELVEDERECTL [--seeds N] [--sets cancer,wine,digits,diabetes]

The sets are those that come with scikit-learn. For each seed the rows are shuffled, the first 60 %
are learned from, the next 20 % are the validation part (scikit-learn does without), the last 20 %
are tested on. Both have their default settings, on one thread. Prints mean and smallest to largest
value over the seeds: accuracy and log loss of classes, RMSE of numbers. Needs python3-sklearn.
"""
import argparse
import csv
import json
import math
import os
import subprocess
import sys
import tempfile

os.environ["OMP_NUM_THREADS"] = "1"

import numpy
from sklearn import datasets, ensemble, linear_model, metrics, pipeline, preprocessing, svm


def scaled(model):
    return pipeline.make_pipeline(preprocessing.StandardScaler(), model)


CLASSIFIERS = {
    "boosted": lambda: ensemble.HistGradientBoostingClassifier(random_state=1),
    "forest": lambda: ensemble.RandomForestClassifier(random_state=1),
    "svm": lambda: scaled(svm.SVC(probability=True, random_state=1)),
    "logistic": lambda: scaled(linear_model.LogisticRegression(max_iter=1000)),
}
REGRESSORS = {
    "boosted": lambda: ensemble.HistGradientBoostingRegressor(random_state=1),
    "forest": lambda: ensemble.RandomForestRegressor(random_state=1),
    "svm": lambda: scaled(svm.SVR()),
    "ridge": lambda: scaled(linear_model.Ridge()),
}
SETS = {
    "cancer": (datasets.load_breast_cancer, "classification"),
    "wine": (datasets.load_wine, "classification"),
    "digits": (datasets.load_digits, "classification"),
    "diabetes": (datasets.load_diabetes, "regression"),
}


def theirs(make, task, x, y, train, test):
    model = make().fit(x[:train], y[:train])
    if task == "regression":
        return {"rmse": math.sqrt(metrics.mean_squared_error(y[test:], model.predict(x[test:])))}
    chances = model.predict_proba(x[test:])
    return {
        "accuracy": metrics.accuracy_score(y[test:], model.predict(x[test:])),
        "logLoss": metrics.log_loss(y[test:], chances, labels=model.classes_),
    }


def run(program, *arguments):
    done = subprocess.run(
        [program, *arguments, "--json", "--quiet", "--threads", "1"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    return json.loads(done.stdout)


def ours(program, city, name, task, model):
    answer = run(program, "train", "--city", city, "--data", name, "--task", task, "--model", model,
                 "--target", "target", "--split-by", "rows", "--split", "0.6,0.2,0.2",
                 *(["--threshold", "none"] if task == "classification" else []))
    test = answer["test"]
    return {key: test[key] for key in (["rmse"] if task == "regression" else ["accuracy", "logLoss"])}


def importTable(program, city, folder, name, x, y, task):
    path = os.path.join(folder, name + ".csv")
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([f"x{i}" for i in range(x.shape[1])] + ["target"])
        for row, target in zip(x, y):
            writer.writerow([repr(float(v)) for v in row]
                            + [f"c{target}" if task == "classification" else repr(float(target))])
    run(program, "import", path, "--city", city, "--as", "table-csv", "--into", name)


def spread(values):
    return f"{numpy.mean(values):.4f} ({min(values):.4f}-{max(values):.4f})"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--sets", default=",".join(SETS))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        city = os.path.join(folder, "peer.city")
        for name in arguments.sets.split(","):
            load, task = SETS[name]
            x, y = load(return_X_y=True)
            peers = REGRESSORS if task == "regression" else CLASSIFIERS
            results = {}
            for seed in range(arguments.seeds):
                order = numpy.random.default_rng(seed).permutation(len(y))
                train, test = round(0.6 * len(y)), len(y) - round(0.2 * len(y))
                table = f"{name}{seed}"
                importTable(arguments.program, city, folder, table, x[order], y[order], task)
                for model, make in peers.items():
                    both = (ours(arguments.program, city, table, task, model),
                            theirs(make, task, x[order], y[order], train, test))
                    for who, figures in zip(("belvedere", "scikit-learn"), both):
                        for figure, value in figures.items():
                            results.setdefault((model, figure, who), []).append(value)
            for (model, figure, who), values in results.items():
                print(f"{name:9} {model:9} {figure:9} {who:12} {spread(values)}", flush=True)


main()
