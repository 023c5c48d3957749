#!/usr/bin/env python3
"""An evaluator for the command cluster: one JSON line in, one JSON line out, until the input ends.

It stands in for your own benchmark: a service whose throughput depends on threads, batch and compression. Replace measure().
"""
import json
import math
import random
import sys


def measure(configuration, episode, trial):
    threads, batch, codec = configuration["threads"], configuration["batch"], configuration["codec"]
    if threads * batch > 200_000:
        return {"infeasible": f"{threads} threads with batches of {batch} need more memory than there is"}
    speed = 1 - math.exp(-threads / 6) - 0.012 * max(0, threads - 16)
    batching = batch / (batch + 150) - 0.00002 * batch
    packing = {"none": 0.80, "lz4": 1.00, "zstd": 1.08 if batch > 2000 else 0.85}[codec]
    # Half of the noise is the episode's, the same for every configuration that meets it; half is the machine's.
    noise = random.Random(episode["seed"]).gauss(1, 0.01) * random.Random(f"{episode['seed']} {trial}").gauss(1, 0.01)
    throughput = 90_000 * speed * batching * packing * noise
    latency = 0.002 + batch / throughput
    return {"metrics": {"throughput": throughput, "publish_latency_p99": latency},
            "profiles": {name: {"throughput": throughput * share, "publish_latency_p99": latency}
                         for name, share in episode["mixture"].items()}}


for line in sys.stdin:
    try:
        question = json.loads(line)
        answer = measure(question["configuration"], question["episode"], question["trial"])
    except (ValueError, KeyError) as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
