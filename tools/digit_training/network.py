"""Training of the small network, in plain numpy: the same seed and examples give the same weights."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Layers = list[tuple[Floats, Floats]]

_BATCH, _RATE, _DECAY, _DROPPED = 256, 1.5e-3, 2e-5, 0.15


def train(
    features: NDArray[np.float16],
    classes: NDArray[np.int16],
    outputs: int,
    hidden: tuple[int, ...],
    rounds: int,
    seed: int,
) -> tuple[Floats, Floats, Layers]:
    """Mean and spread of the features, and the layers: Adam on the cross-entropy, the rate falling to nothing."""
    chance = np.random.default_rng(seed)
    mean = features.mean(axis=0, dtype=np.float64).astype(np.float32)
    spread = features.std(axis=0, dtype=np.float64).astype(np.float32) + np.float32(0.02)
    sizes = (features.shape[1], *hidden, outputs)
    layers = [_layer(a, b, chance) for a, b in pairwise(sizes)]
    state = [(np.zeros_like(w), np.zeros_like(w), np.zeros_like(b), np.zeros_like(b)) for w, b in layers]
    steps = rounds * (len(features) // _BATCH)
    step = 0
    for _ in range(rounds):
        order = chance.permutation(len(features))
        for start in range(0, len(order) - _BATCH + 1, _BATCH):
            rows = np.sort(order[start : start + _BATCH])
            signal = (features[rows].astype(np.float32) - mean) / spread
            gradients = _gradients(layers, signal, classes[rows], chance)
            step += 1
            rate = _RATE * min(1.0, step / 300) * 0.5 * (1 + np.cos(np.pi * step / steps))
            _descend(layers, state, gradients, rate, step)
    return mean, spread, layers


def _layer(inputs: int, outputs: int, chance: np.random.Generator) -> tuple[Floats, Floats]:
    weights = chance.normal(0, np.sqrt(2 / inputs), (inputs, outputs)).astype(np.float32)
    return weights, np.zeros(outputs, np.float32)


def _gradients(layers: Layers, signal: Floats, classes: NDArray[np.int16], chance: np.random.Generator) -> Layers:
    inputs = []
    for number, (weights, offset) in enumerate(layers):
        if number:
            kept = (chance.random(signal.shape, np.float32) >= _DROPPED).astype(np.float32)
            signal = signal * kept / np.float32(1 - _DROPPED)
        inputs.append(signal)
        signal = signal @ weights + offset
        if number < len(layers) - 1:
            signal = np.maximum(signal, 0)
    error: Floats = np.asarray(np.exp(signal - signal.max(axis=1, keepdims=True)), np.float32)
    error /= error.sum(axis=1, keepdims=True)
    error[np.arange(len(classes)), classes] -= 1
    error /= np.float32(len(classes))
    found: Layers = []
    for (weights, _), given in zip(reversed(layers), reversed(inputs), strict=True):
        found.append((given.T @ error, error.sum(axis=0)))
        error = np.asarray((error @ weights.T) * (given > 0), np.float32)
    return found[::-1]


def _descend(layers: Layers, state: Sequence[tuple[Floats, ...]], gradients: Layers, rate: float, step: int) -> None:
    slow, fast = 1 - 0.9**step, 1 - 0.999**step
    for pair, memory, gradient in zip(layers, state, gradients, strict=True):
        for n in (0, 1):
            first, second = memory[2 * n], memory[2 * n + 1]
            first *= 0.9
            first += 0.1 * gradient[n]
            second *= 0.999
            second += 0.001 * gradient[n] ** 2
            weights = pair[n]
            weights -= np.asarray(
                rate * (first / slow / (np.sqrt(second / fast) + 1e-8) + _DECAY * weights), np.float32
            )
