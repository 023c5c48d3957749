#!/usr/bin/env python3
"""scikit-optimize's Gaussian process with gp_minimize's defaults on the measured landscapes, for more seeds than peers.md has.

    pip install scikit-optimize==0.10.2
    python3 tests/Benchmarks/peers/scikit_optimize.py --landscapes ../shared/landscapes --seeds 30

A parameter is its level's index, a trial the landscape's own session; a run of 50 trials takes some seconds.
"""
import argparse
import statistics
import sys
import warnings

parser = argparse.ArgumentParser()
parser.add_argument("--landscapes", required=True, help="the folder with landscape.py")
parser.add_argument("--first", type=int, default=0)
parser.add_argument("--seeds", type=int, default=30)
parser.add_argument("--trials", type=int, default=50)
options = parser.parse_args()
sys.path.insert(0, options.landscapes)
warnings.filterwarnings("ignore")  # the optimiser warns whenever it asks for a point again

import numpy
from landscape import CATALOGUE, Landscape, Session, score_trace
from skopt import Optimizer
from skopt.space import Categorical, Integer
from skopt.utils import cook_estimator, normalize_dimensions

BUDGETS = [budget for budget in (25, 50, 100, 200) if budget <= options.trials]


def play(landscape, noise, seed):
    """Regret in % at each budget."""
    dimensions = [
        Integer(0, len(p["levels"]) - 1) if p["type"] == "ordinal" else Categorical(list(range(len(p["levels"]))))
        for p in landscape.parameters]
    draw = numpy.random.RandomState(seed).randint(0, numpy.iinfo(numpy.int32).max)
    process = cook_estimator("GP", space=normalize_dimensions(dimensions), random_state=draw, noise="gaussian")
    optimizer = Optimizer(
        dimensions, process, n_initial_points=10, initial_point_generator="random", acq_func="gp_hedge", random_state=seed,
        acq_optimizer_kwargs={"n_points": 10000, "n_restarts_optimizer": 5, "n_jobs": 1})
    session = Session(landscape, noise, seed)
    for _ in range(options.trials):
        point = optimizer.ask()
        value = session.measure(tuple(int(level) for level in point))["value"]
        optimizer.tell(point, landscape.cost(value))
    return {budget: regret for budget, (regret, _) in score_trace(landscape, session.trace, BUDGETS).items()}


core = [name for name, entry in CATALOGUE.items() if entry["core"]]
for noise in (0.0, 0.05):
    print(f"\nnoise {noise:.0%}, {options.seeds} seeds: mean regret % ± standard error", flush=True)
    print("| landscape | " + " | ".join(f"@{budget}" for budget in BUDGETS) + " |\n|---|" + "---|" * len(BUDGETS))
    means, variances = {b: [] for b in BUDGETS}, {b: [] for b in BUDGETS}
    for name in core:
        landscape = Landscape(name)
        runs = [play(landscape, noise, seed) for seed in range(options.first, options.first + options.seeds)]
        for budget in BUDGETS:
            regrets = [run[budget] for run in runs]
            means[budget].append(statistics.mean(regrets))
            variances[budget].append(statistics.variance(regrets) / len(regrets) if len(regrets) > 1 else 0)
        print(f"| {name} | " + " | ".join(f"{means[b][-1]:.2f} ± {variances[b][-1] ** 0.5:.2f}" for b in BUDGETS) + " |", flush=True)
    print("| **mean** | " + " | ".join(
        f"{statistics.mean(means[b]):.2f} ± {sum(variances[b]) ** 0.5 / len(core):.2f}" for b in BUDGETS) + " |", flush=True)
