#!/usr/bin/env python3
"""Well-known optimisers on the made-up mixed spaces and on the simulated fleet, asked through the benchmark «objective».

    pip install scikit-optimize==0.10.2 optuna==4.9.0
    dotnet build tests/Benchmarks -c Release
    python3 tests/Benchmarks/peers/mixed_spaces.py --benchmarks FOLDER/TuneSearch.Benchmarks.dll --optimizer tpe --sizes 6,20,40
    python3 tests/Benchmarks/peers/mixed_spaces.py --benchmarks FOLDER/TuneSearch.Benchmarks.dll --optimizer tpe --fleet

FOLDER is where the build put it, below artifacts. Every optimiser is given the baseline first, as our own search is. It knows neither conditions nor laws: a
parameter that is not active has no effect, and a point that breaks a law is no trial, it is told the worst cost so far and asks for another. What misses a limit
is told to Optuna as a constraint, to the others as the worst cost so far. The answer is the best that was measured within the limits.
"""
import argparse
import concurrent.futures
import json
import statistics
import subprocess
import warnings

warnings.filterwarnings("ignore")
parser = argparse.ArgumentParser()
parser.add_argument("--benchmarks", required=True, help="TuneSearch.Benchmarks.dll")
parser.add_argument("--optimizer", required=True, choices=["gp", "tpe", "tpe-multivariate", "random"])
parser.add_argument("--sizes", default="6,20,40")
parser.add_argument("--noise", default="0,0.05")
parser.add_argument("--fleet", action="store_true")
parser.add_argument("--seeds", type=int, default=10)
parser.add_argument("--budgets", default="25,50,100")
parser.add_argument("--jobs", type=int, default=2)
options = parser.parse_args()
BUDGETS = [int(budget) for budget in options.budgets.split(",")]
MOST_UNLAWFUL = 10000


class Objective:
    def __init__(self, *arguments):
        self.process = subprocess.Popen(["dotnet", options.benchmarks, "objective", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.parameters = self.ask({"ask": "space"})["parameters"]

    def ask(self, question):
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f"the benchmark ended: {' '.join(self.process.args)}")
        return json.loads(answer)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Gp:
    """scikit-optimize with gp_minimize's defaults."""

    def __init__(self, parameters, seed):
        import numpy
        from skopt import Optimizer
        from skopt.space import Categorical, Integer, Real
        from skopt.utils import cook_estimator, normalize_dimensions
        self.types = {p["name"]: float if p["kind"] == "unit" else int for p in parameters}
        dimensions = [
            Real(0.0, 1.0) if p["kind"] == "unit" else Integer(0, p["levels"] - 1) if p["ordered"] else Categorical(list(range(p["levels"])))
            for p in parameters]
        draw = numpy.random.RandomState(seed).randint(0, numpy.iinfo(numpy.int32).max)
        process = cook_estimator("GP", space=normalize_dimensions(dimensions), random_state=draw, noise="gaussian")
        self.optimizer = Optimizer(
            dimensions, process, n_initial_points=10, initial_point_generator="random", acq_func="gp_hedge", random_state=seed,
            acq_optimizer_kwargs={"n_points": 10000, "n_restarts_optimizer": 5, "n_jobs": 1})

    def propose(self):
        return dict(zip(self.types, map(float, self.optimizer.ask())))

    def tell(self, point, cost, violation, worst):
        self.optimizer.tell([as_type(point[name]) for name, as_type in self.types.items()], worst if cost is None or violation > 0 else cost)


class Tpe:
    """Optuna's default sampler, or its multivariate one."""

    def __init__(self, parameters, seed, multivariate=False, sampler=None):
        import optuna
        optuna.logging.set_verbosity(optuna.logging.ERROR)
        self.optuna, self.parameters, self.trial = optuna, parameters, None
        sampler = sampler or optuna.samplers.TPESampler(seed=seed, multivariate=multivariate, constraints_func=lambda trial: trial.user_attrs.get("violations", (0.0,)))
        self.study = optuna.create_study(sampler=sampler)
        space = optuna.distributions
        self.space = {
            p["name"]: space.FloatDistribution(0, 1) if p["kind"] == "unit"
            else space.IntDistribution(0, p["levels"] - 1) if p["ordered"] else space.CategoricalDistribution(list(range(p["levels"])))
            for p in parameters}

    def propose(self):
        self.trial = self.study.ask(self.space)
        return {name: float(value) for name, value in self.trial.params.items()}

    def tell(self, point, cost, violation, worst):
        if self.trial is None:  # the baseline, which it did not propose
            self.study.enqueue_trial({name: int(value) if not isinstance(self.space[name], self.optuna.distributions.FloatDistribution) else value for name, value in point.items()})
            self.trial = self.study.ask(self.space)
        self.trial.set_user_attr("violations", (float(violation),))
        self.study.tell(self.trial, worst if cost is None else cost)


def optimizer(parameters, seed):
    if options.optimizer == "gp":
        return Gp(parameters, seed)
    import optuna
    return Tpe(parameters, seed, options.optimizer == "tpe-multivariate", optuna.samplers.RandomSampler(seed=seed) if options.optimizer == "random" else None)


def play(arguments, seed):
    """Scores after each budget, and how many proposals broke a law."""
    objective = Objective("--seed", str(seed), *arguments)
    peer = optimizer(objective.parameters, seed)
    point, unlawful, scores, worst, best = {p["name"]: float(p["baseline"]) for p in objective.parameters}, 0, [], float("-inf"), None
    for trial in range(1, max(BUDGETS) + 1):
        while "broken" in (answer := objective.ask({"point": point})):
            unlawful += 1
            if unlawful > MOST_UNLAWFUL:
                raise RuntimeError("hardly any proposal obeys the laws")
            peer.tell(point, None, 0, worst)
            point = peer.propose()
        cost, violation = answer["cost"], answer["violation"]
        worst = worst if cost is None else max(worst, cost)
        peer.tell(point, cost, violation, worst)
        if cost is not None and violation <= 0 and (best is None or cost < best[0]):
            best = (cost, point)
        if trial in BUDGETS:
            scores.append(objective.ask({"recommend": best[1]})["score"])
        point = peer.propose()
    objective.close()
    return scores, unlawful


def run(title, arguments, first):
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        runs = list(pool.map(play, [arguments] * options.seeds, range(first, first + options.seeds)))
    columns = list(zip(*(scores for scores, _ in runs)))
    errors = [statistics.stdev(column) / len(column) ** 0.5 if len(column) > 1 else 0 for column in columns]
    print(f"| {title} | " + " | ".join(f"{statistics.mean(column):.1f} ± {error:.1f}" for column, error in zip(columns, errors)) + f" | {sum(unlawful for _, unlawful in runs)} |", flush=True)


print(f"{options.optimizer}, {options.seeds} seeds")
print("| parameters, noise | " + " | ".join(f"@{budget}" for budget in BUDGETS) + " | unlawful proposals |\n|---|" + "---|" * (len(BUDGETS) + 1))
if options.fleet:
    run("simulated fleet", ["--fleet"], 1)
else:
    for size in options.sizes.split(","):
        for noise in options.noise.split(","):
            run(f"{size}, {float(noise):.0%}", ["--parameters", size, "--noise", noise], 0)
