#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A step of learning beside PyTorch, in one run: the same network, loss, batch and threads.

usage: training_peer.py BENCH_TRAINING [--batch B] [--sites N] [--threads T] [--steps S] [--rounds R]

BENCH_TRAINING is the built bench_training. The network is the identity MLP with the quantile head,
written as one writes it in PyTorch; a step is forward, loss, back, clipping and Adam. Both take
turns, since the machine may be busy with other things too. Needs python3-torch. Prints one JSON
object: wall and processor milliseconds of both, and PyTorch's processor time over ours.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time

HISTORY, HORIZON, EMBEDDING, LAYERS, DROPOUT = 12, 12, 32, 3, 0.15
LEVELS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]
BELOW = LEVELS.index(0.5)
CORRECTION, DISTANCES = 2, 3  # of the head's numbers; the first two are the anchor's, unused here
OUTPUTS = DISTANCES + len(LEVELS) - 1


def make_network(torch, sites):
    nn = torch.nn

    class Identity(nn.Module):
        def __init__(self):
            super().__init__()
            width = 4 * EMBEDDING
            self.series = nn.Linear(2 * HISTORY, EMBEDDING)
            self.identity = nn.Embedding(sites + 1, EMBEDDING)
            self.time_of_day = nn.Embedding(48, EMBEDDING)
            self.weekday = nn.Embedding(9, EMBEDDING)
            self.blocks = nn.ModuleList(
                nn.Sequential(nn.Linear(width, width), nn.ReLU(), nn.Dropout(DROPOUT),
                              nn.Linear(width, width)) for _ in range(LAYERS))
            self.output = nn.Linear(width, HORIZON * OUTPUTS)

        def forward(self, window, site, time_of_day, weekday):
            hidden = torch.cat([self.series(window.flatten(1)), self.identity(site),
                                self.time_of_day(time_of_day), self.weekday(weekday)], 1)
            for block in self.blocks:
                hidden = hidden + block(hidden)
            return self.output(hidden).view(-1, HORIZON, OUTPUTS)

    return Identity()


def loss_of(torch, raw, truth, levels):
    median = raw[:, :, CORRECTION:CORRECTION + 1]
    distances = torch.nn.functional.softplus(raw[:, :, DISTANCES:])
    below = median - distances[:, :, :BELOW].cumsum(2).flip(2)
    above = median + distances[:, :, BELOW:].cumsum(2)
    forecast = torch.cat([below, median, above], 2)
    error = torch.nan_to_num(truth).unsqueeze(2) - forecast
    observed = torch.isfinite(truth)
    pinball = torch.maximum(levels * error, (levels - 1) * error) * observed.unsqueeze(2)
    count = observed.sum().clamp(min=1)
    absolute = (error[:, :, BELOW].abs() * observed).sum() / count
    return pinball.sum() / (count * len(LEVELS)) + absolute


def peer_times(arguments):
    import torch
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(1)
    network = make_network(torch, arguments.sites)
    optimiser = torch.optim.Adam(network.parameters(), lr=2e-3, weight_decay=1e-4)
    rows = arguments.batch
    batch = (torch.randn(rows, HISTORY, 2), torch.randint(1, arguments.sites + 1, (rows,)),
             torch.randint(0, 48, (rows,)), torch.randint(0, 7, (rows,)))
    truth = torch.randn(rows, HORIZON)
    levels = torch.tensor(LEVELS)
    times = []
    for _ in range(arguments.steps + 5):
        wall, cpu = time.perf_counter(), time.process_time()
        optimiser.zero_grad()
        loss = loss_of(torch, network(*batch), truth, levels)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimiser.step()
        loss.item()
        times.append((time.perf_counter() - wall, time.process_time() - cpu))
    wall, cpu = (statistics.median(column) for column in zip(*times[5:]))
    return {'torch': torch.__version__, 'step_ms': wall * 1e3, 'step_cpu_ms': cpu * 1e3,
            'parameters': sum(p.numel() for p in network.parameters())}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('bench', nargs='?')
    for name, standard in (('batch', 4096), ('sites', 207), ('threads', 1), ('steps', 30),
                           ('rounds', 3)):
        parser.add_argument('--' + name, type=int, default=standard)
    parser.add_argument('--peer', action='store_true', help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.peer:
        print(json.dumps(peer_times(arguments)))
        return
    if not arguments.bench:
        parser.error('BENCH_TRAINING is missing')
    shared = []
    for name in ('batch', 'sites', 'threads', 'steps'):
        shared += ['--' + name, str(getattr(arguments, name))]
    # OpenBLAS reads its variable when it is loaded.
    environment = dict(os.environ, OMP_NUM_THREADS=str(arguments.threads),
                       OPENBLAS_NUM_THREADS=str(arguments.threads))

    def run(command):
        result = subprocess.run(command, capture_output=True, text=True, check=True,
                                env=environment)
        return json.loads(result.stdout)

    rounds = []
    for _ in range(arguments.rounds):
        rounds.append((run([arguments.bench, 'step', *shared]),
                       run([sys.executable, os.path.abspath(__file__), '--peer', *shared])))
    ratios = [theirs['step_cpu_ms'] / ours['step_cpu_ms'] for ours, theirs in rounds]
    walls = [theirs['step_ms'] / ours['step_ms'] for ours, theirs in rounds]
    best = min(rounds, key=lambda pair: pair[0]['step_cpu_ms'] + pair[1]['step_cpu_ms'])
    print(json.dumps({'belvedere': best[0], 'pytorch': best[1],
                      'times_faster_cpu': statistics.median(ratios),
                      'times_faster_wall': statistics.median(walls),
                      'all_rounds_cpu': ratios}, indent=1))


if __name__ == '__main__':
    main()
