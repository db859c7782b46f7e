/* W2 by hand: micrograd's moons demo. An MLP 2-16-16-1 with ReLU, hinge loss and 1e-4 times the sum of squares, 100 points,
 * full-batch gradient descent. What one writes with some care: the batch innermost and padded to whole vectors, four rows
 * of a matrix at a time, so that a vector once loaded is used four times. cc -O3 -march=native, with and without -ffast-math.
 *
 * Parameters stand as micrograd lists them: for each layer, for each neuron, its weights and then its bias. */
#include <string.h>

#include "vectors.h"

enum { N = 100, P = 104, H = 16, PARAMETERS = 3 * H + H * (H + 1) + (H + 1) };

typedef double row[P] __attribute__((aligned(64)));

/* out[j] = b_j + sum_i w_ji in[i], j = 0..n-1, for all points; a row of p is k weights and a bias. n is a multiple of 4. */
static inline void dense(int n, int k, const double *restrict p, row *restrict in, row *restrict out, int relu)
{
    for (int j = 0; j < n; j += 4) {
        const double *p0 = p + j * (k + 1), *p1 = p0 + k + 1, *p2 = p1 + k + 1, *p3 = p2 + k + 1;
        for (int c = 0; c < P; c += V) {
            vec a0 = {0}, a1 = {0}, a2 = {0}, a3 = {0};
            a0 += p0[k]; a1 += p1[k]; a2 += p2[k]; a3 += p3[k];
            for (int i = 0; i < k; i++) {
                vec x = AT(in[i], c);
                a0 += p0[i] * x; a1 += p1[i] * x; a2 += p2[i] * x; a3 += p3[i] * x;
            }
            if (relu) { a0 = ONLY(a0, a0 > 0); a1 = ONLY(a1, a1 > 0); a2 = ONLY(a2, a2 > 0); a3 = ONLY(a3, a3 > 0); }
            AT(out[j], c) = a0; AT(out[j + 1], c) = a1; AT(out[j + 2], c) = a2; AT(out[j + 3], c) = a3;
        }
    }
}

/* The gradient of the parameters of n neurons: g_ji = sum over the points of d[j]·in[i], and of d[j] for the bias. */
static inline void outer(int n, int k, row *restrict d, row *restrict in, double *restrict g)
{
    for (int j = 0; j < n; j++) {
        double *gj = g + j * (k + 1), sum = 0;
        int i = 0;
        for (; i + 4 <= k; i += 4) {
            double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
            for (int c = 0; c < P; c++) {
                double x = d[j][c];
                s0 += x * in[i][c]; s1 += x * in[i + 1][c]; s2 += x * in[i + 2][c]; s3 += x * in[i + 3][c];
            }
            gj[i] = s0; gj[i + 1] = s1; gj[i + 2] = s2; gj[i + 3] = s3;
        }
        for (; i < k; i++) {
            double s = 0;
            for (int c = 0; c < P; c++) s += d[j][c] * in[i][c];
            gj[i] = s;
        }
        for (int c = 0; c < P; c++) sum += d[j][c];
        gj[k] = sum;
    }
}

/* What arrives below: e[i] = sum_j w_ji d[j], where the unit below was not switched off. k is a multiple of 4. */
static inline void below(int n, int k, const double *restrict p, row *restrict d, row *restrict h, row *restrict e)
{
    for (int i = 0; i < k; i += 4)
        for (int c = 0; c < P; c += V) {
            vec a0 = {0}, a1 = {0}, a2 = {0}, a3 = {0};
            for (int j = 0; j < n; j++) {
                const double *w = p + j * (k + 1) + i;
                vec x = AT(d[j], c);
                a0 += w[0] * x; a1 += w[1] * x; a2 += w[2] * x; a3 += w[3] * x;
            }
            AT(e[i], c) = ONLY(a0, AT(h[i], c) > 0);
            AT(e[i + 1], c) = ONLY(a1, AT(h[i + 1], c) > 0);
            AT(e[i + 2], c) = ONLY(a2, AT(h[i + 2], c) > 0);
            AT(e[i + 3], c) = ONLY(a3, AT(h[i + 3], c) > 0);
        }
}

/* steps of gradient descent at the rates lr; p is changed, losses written. x: N rows of 2; y: +1 or -1. */
void train(int steps, double *restrict p, const double *restrict x, const double *restrict y, const double *restrict lr,
           double *restrict losses)
{
    static row in[2], h1[H], h2[H], score[1], d3[1], d2[H], d1[H];
    double g[PARAMETERS];
    double *p1 = p, *p2 = p + 3 * H, *p3 = p2 + H * (H + 1);
    for (int i = 0; i < 2; i++)
        for (int c = 0; c < P; c++) in[i][c] = c < N ? x[2 * c + i] : 0;
    for (int step = 0; step < steps; step++) {
        dense(H, 2, p1, in, h1, 1);
        dense(H, H, p2, h1, h2, 1);
        for (int c = 0; c < P; c++) score[0][c] = p3[H];
        for (int i = 0; i < H; i++)
            for (int c = 0; c < P; c++) score[0][c] += p3[i] * h2[i][c];
        double loss = 0, squares = 0;
        for (int c = 0; c < N; c++) {
            double margin = 1 - y[c] * score[0][c];
            loss += margin > 0 ? margin : 0;
            d3[0][c] = margin > 0 ? -y[c] / N : 0;
        }
        for (int c = N; c < P; c++) d3[0][c] = 0;
        for (int i = 0; i < PARAMETERS; i++) squares += p[i] * p[i];
        losses[step] = loss / N + 1e-4 * squares;
        outer(1, H, d3, h2, g + 3 * H + H * (H + 1));
        below(1, H, p3, d3, h2, d2);
        outer(H, H, d2, h1, g + 3 * H);
        below(H, H, p2, d2, h1, d1);
        outer(H, 2, d1, in, g);
        for (int i = 0; i < PARAMETERS; i++) p[i] -= lr[step] * (g[i] + 2e-4 * p[i]);
    }
}
