#!/usr/bin/env python3
"""Trains a softmax regression on handwritten digits, with nothing but Python itself.

It keeps SageMaker's contract for containers: hyperparameters come as arguments, folders from the environment, metrics go
to standard output, checkpoints make it go on where it was, and SIGTERM makes it save what it has.
"""
import argparse
import glob
import json
import math
import os
import random
import signal
import struct
import sys
import zlib

CLASSES = 10
SIDE = 14  # each number is the mean of a square of pixels, so many of them in a row


def read_png(path):
    """The pixels of an image with 8 bits of grey, row by row, from 0 to 1."""
    with open(path, "rb") as file:
        data = file.read()
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    if data[:8] != b"\x89PNG\r\n\x1a\n" or (depth, colour) != (8, 0):
        raise ValueError(f"{path} is not a PNG with 8 bits of grey")
    packed, at = b"", 8
    while at < len(data):
        size = struct.unpack(">I", data[at:at + 4])[0]
        if data[at + 4:at + 8] == b"IDAT":
            packed += data[at + 8:at + 8 + size]
        at += size + 12
    raw, rows, above = zlib.decompress(packed), [], bytes(width)
    for y in range(height):
        start = y * (width + 1)
        above = unfilter(raw[start], raw[start + 1:start + 1 + width], above)
        rows.append([value / 255 for value in above])
    return rows


def unfilter(kind, line, above):
    """Undoes one of PNG's five filters for a line of pixels."""
    out = bytearray(line)
    for x, value in enumerate(line):
        left, up, corner = out[x - 1] if x else 0, above[x], above[x - 1] if x else 0
        if kind == 1:
            value += left
        elif kind == 2:
            value += up
        elif kind == 3:
            value += (left + up) // 2
        elif kind == 4:
            guess = left + up - corner
            value += min((left, up, corner), key=lambda near: abs(guess - near))
        out[x] = value & 255
    return bytes(out)


def features(path):
    rows = read_png(path)
    step = len(rows) // SIDE
    return [
        sum(rows[y * step + i][x * step + j] for i in range(step) for j in range(step)) / step ** 2
        for y in range(SIDE) for x in range(SIDE)
    ] + [1.0]


def read_channel(folder):
    """Pairs of features and label; an image's label is the name of its folder."""
    paths = sorted(glob.glob(os.path.join(folder, "*", "*.png")))
    if not paths:
        raise ValueError(f"there are no images in {folder}")
    return [(features(path), int(os.path.basename(os.path.dirname(path)))) for path in paths]


def probabilities(weights, x):
    scores = [sum(w * v for w, v in zip(row, x)) for row in weights]
    powers = [math.exp(score - max(scores)) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def accuracy(weights, data):
    return sum(max(range(CLASSES), key=probabilities(weights, x).__getitem__) == label for x, label in data) / len(data)


def write_json(path, value):
    """Writes beside the file and renames, so that no reader ever sees half of it."""
    with open(path + ".new", "w") as file:
        json.dump(value, file)
    os.replace(path + ".new", path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--learning-rate", "--learning_rate", type=float, default=0.1)
    arguments = parser.parse_args()
    if arguments.epochs < 1:
        raise ValueError(f"epochs is {arguments.epochs}, but must be at least 1")

    model = os.path.join(os.environ.get("SM_MODEL_DIR", "/opt/ml/model"), "model.json")
    checkpoint = os.path.join(os.environ.get("SM_CHECKPOINT_DIR", "/opt/ml/checkpoints"), "state.json")
    train = read_channel(os.environ["SM_CHANNEL_TRAIN"])
    validation = read_channel(os.environ["SM_CHANNEL_VALIDATION"])
    print(f"{len(train)} images to train with, {len(validation)} to validate with")

    done, weights = 0, [[0.0] * len(train[0][0]) for _ in range(CLASSES)]
    if os.path.exists(checkpoint):
        with open(checkpoint) as file:
            state = json.load(file)
        done, weights = state["epochs"], state["weights"]
        print(f"Going on after epoch {done}, where the last instance was taken away")

    def stop(*_):
        write_json(model, weights)
        print(f"Stopped after {done} epochs; the model is as good as it was then")
        sys.exit(0)

    signal.signal(signal.SIGTERM, stop)
    while done < arguments.epochs:
        random.Random(done).shuffle(train)
        for x, label in train:
            for k, p in enumerate(probabilities(weights, x)):
                step = arguments.learning_rate * ((k == label) - p)
                weights[k] = [w + step * v for w, v in zip(weights[k], x)]
        done += 1
        print(f"epoch {done}: train_accuracy={accuracy(weights, train):.4f} validation_accuracy={accuracy(weights, validation):.4f}")
        if os.path.isdir(os.path.dirname(checkpoint)):
            write_json(checkpoint, {"epochs": done, "weights": weights})
    write_json(model, weights)


if __name__ == "__main__":
    main()
