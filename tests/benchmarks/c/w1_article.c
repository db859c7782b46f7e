/* W1 by hand: the article's net 2-2-2 with logistic units and fixed biases, one example, gradient descent. What one writes
 * after reading the article; the whole loop in one function, so that the compiler keeps all weights in registers.
 * cc -O3 -march=native, with and without -ffast-math.
 *
 * w: w1..w8, changed. The error after the last step is returned. */
#include <math.h>

static inline double logistic(double x) { return 1 / (1 + exp(-x)); }

double train(int steps, double *restrict w, double lr)
{
    const double i1 = 0.05, i2 = 0.10, b1 = 0.35, b2 = 0.60, t1 = 0.01, t2 = 0.99;
    double w1 = w[0], w2 = w[1], w3 = w[2], w4 = w[3], w5 = w[4], w6 = w[5], w7 = w[6], w8 = w[7], o1, o2;
    for (int step = 0;; step++) {
        double h1 = logistic(w1 * i1 + w2 * i2 + b1), h2 = logistic(w3 * i1 + w4 * i2 + b1);
        o1 = logistic(w5 * h1 + w6 * h2 + b2), o2 = logistic(w7 * h1 + w8 * h2 + b2);
        if (step == steps) break;
        double d1 = (o1 - t1) * o1 * (1 - o1), d2 = (o2 - t2) * o2 * (1 - o2);
        double e1 = (d1 * w5 + d2 * w7) * h1 * (1 - h1), e2 = (d1 * w6 + d2 * w8) * h2 * (1 - h2);
        w5 -= lr * d1 * h1; w6 -= lr * d1 * h2; w7 -= lr * d2 * h1; w8 -= lr * d2 * h2;
        w1 -= lr * e1 * i1; w2 -= lr * e1 * i2; w3 -= lr * e2 * i1; w4 -= lr * e2 * i2;
    }
    w[0] = w1; w[1] = w2; w[2] = w3; w[3] = w4; w[4] = w5; w[5] = w6; w[6] = w7; w[7] = w8;
    return 0.5 * (t1 - o1) * (t1 - o1) + 0.5 * (t2 - o2) * (t2 - o2);
}
