#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map beside Mapnik, in one run: the same lines, colours, widths and picture size.

usage: map_peers.py BENCH_MAP TOOLS FOLDER [links ...]

BENCH_MAP is the built bench_map, TOOLS the folder with roadgen.py and bench_mapnik.py, FOLDER where
the lines are kept (made when they are missing). Needs python3-mapnik, numpy and gdal-bin. Prints one
JSON object: CPU milliseconds of both and the mean absolute difference of a channel of the pictures.
"""
import json
import os
import re
import subprocess
import sys


def mapnik_figures(tools, folder, links):
    script = os.path.join(tools, 'bench_mapnik.py')
    result = subprocess.run([sys.executable, script, folder, str(links), '3'],
                            capture_output=True, text=True, check=False)
    pattern = re.compile(r'mapnik (\S+) N=(\d+) view=(\S+): .*?; cpu median (\d+) ms')
    return {f'{name} {view}': float(cpu) for name, _, view, cpu in pattern.findall(result.stdout)}


def difference(ours, theirs):
    import mapnik
    import numpy
    pictures = []
    for file in (ours, theirs):
        image = mapnik.Image.open(file)
        pixels = numpy.frombuffer(image.tostring(), dtype=numpy.uint8)
        pictures.append(pixels.reshape(image.height(), image.width(), 4)[..., :3].astype(int))
    return float(abs(pictures[0] - pictures[1]).mean())


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    bench, tools, folder = sys.argv[1:4]
    counts = [int(argument) for argument in sys.argv[4:]] or [100000, 1000000]
    report = []
    for links in counts:
        if not os.path.exists(os.path.join(folder, f'roads_{links}.bin')):
            subprocess.run([sys.executable, os.path.join(tools, 'roadgen.py'), str(links), folder],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        picture = os.path.join(folder, f'belvedere_{links}.png')
        environment = dict(os.environ, QT_QPA_PLATFORM='offscreen')
        ours = subprocess.run([bench, '--roads', folder, '--picture', picture, str(links)],
                              capture_output=True, text=True, check=True, env=environment)
        entry = {'links': links, 'belvedere': json.loads(ours.stdout)}
        try:
            entry['mapnik_cpu_ms'] = mapnik_figures(tools, folder, links)
            entry['difference_of_255'] = difference(
                picture, os.path.join(folder, f'mapnik_shp_w_{links}.png'))
        except (ImportError, RuntimeError) as error:
            entry['mapnik'] = f'not measured: {error}'
        report.append(entry)
    print(json.dumps(report, indent=1))


if __name__ == '__main__':
    main()
