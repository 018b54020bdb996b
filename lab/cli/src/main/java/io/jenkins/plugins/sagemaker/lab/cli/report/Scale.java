package io.jenkins.plugins.sagemaker.lab.cli.report;

import java.util.ArrayList;
import java.util.List;

/** An axis: which part of it a value has reached, and where its ticks are, at round numbers. */
record Scale(double least, double most, double step) {

    /** From round number to round number. */
    static Scale over(double least, double most, int ticks) {
        double step = step(most - least, ticks);
        double from = Math.floor(least / step + 1e-9) * step;
        double to = Math.ceil(most / step - 1e-9) * step;
        return new Scale(from, to > from ? to : from + step, step);
    }

    /** From the least value to the most, for whole numbers. */
    static Scale exactly(double least, double most, int ticks) {
        return new Scale(least, most > least ? most : least + 1, Math.max(1, step(most - least, ticks)));
    }

    /** 0 at the beginning of the axis, 1 at its end. */
    double share(double value) {
        return (value - least) / (most - least);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (long i = Math.round(Math.ceil(least / step - 1e-9)); i * step <= most + step * 1e-6; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten, so that about so many steps span the range. */
    private static double step(double span, int count) {
        double raw = span > 0 ? span / count : 0.1;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
