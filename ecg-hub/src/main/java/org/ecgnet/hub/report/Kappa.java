package org.ecgnet.hub.report;

import java.util.Optional;

/**
 * Cohen's kappa of machine and physician on one statement: how much more often they agree on whether it holds than their
 * own rates would by chance. The interval of 95 % is that of Fleiss, Cohen and Everitt (1969) for large numbers, cut at -1
 * and 1. It says how often readers agreed, not who was right: they saw what the machine said.
 */
public record Kappa(double value, double low, double high) {

    private static final double NORMAL_95 = 1.959964;

    /**
     * @param both reports in which both say it
     * @param machine in which the machine alone says it
     * @param physician in which the physician alone says it
     * @param neither in which nobody does
     * @return empty when one of them says the same in every report: then nothing can be said beyond chance
     */
    public static Optional<Kappa> of(int both, int machine, int physician, int neither) {
        double n = (double) both + machine + physician + neither;
        if (n == 0) {
            return Optional.empty();
        }
        double[][] p = {{both / n, machine / n}, {physician / n, neither / n}};
        double[] row = {p[0][0] + p[0][1], p[1][0] + p[1][1]};
        double[] column = {p[0][0] + p[1][0], p[0][1] + p[1][1]};
        double observed = p[0][0] + p[1][1];
        double chance = row[0] * column[0] + row[1] * column[1];
        if (row[0] == 0 || row[1] == 0 || column[0] == 0 || column[1] == 0) {
            return Optional.empty();
        }
        double value = (observed - chance) / (1 - chance);
        double spread = NORMAL_95 * Math.sqrt(Math.max(0, variance(p, row, column, observed, chance) / n));
        return Optional.of(new Kappa(value, Math.max(-1, value - spread), Math.min(1, value + spread)));
    }

    /** Of one report; Fleiss, Cohen and Everitt's equation for kappa other than 0. */
    private static double variance(double[][] p, double[] row, double[] column, double observed, double chance) {
        double agreeing = 0;
        double parting = 0;
        for (int i = 0; i < 2; i++) {
            double own = (1 - chance) - (row[i] + column[i]) * (1 - observed);
            agreeing += p[i][i] * own * own;
            double across = column[i] + row[1 - i];
            parting += p[i][1 - i] * across * across;
        }
        double rest = observed * chance - 2 * chance + observed;
        return (agreeing + (1 - observed) * (1 - observed) * parting - rest * rest) / Math.pow(1 - chance, 4);
    }
}
