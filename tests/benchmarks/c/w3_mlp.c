/* W3 by hand: the gradient of half the squared error of an n-n-n-1 MLP with tanh, one row or many. Built with -DN=8, 32, 128.
 *
 * textbook: one example after the other, loops as the formulae have them.
 * tuned: the batch innermost in blocks of 64, padded to whole vectors, four rows of a matrix at a time.
 * cc -O3 -march=native, with and without -ffast-math.
 *
 * Parameters: for each layer, for each neuron, its weights and then its bias. */
#include <math.h>
#include <string.h>

#include "vectors.h"

#ifndef N
#define N 8
#endif
enum { PARAMETERS = 2 * N * (N + 1) + N + 1, B = 64 };

/* Sets g and the loss to the sums over the rows. x: rows of N; t: one target a row. */
void textbook(int rows, const double *restrict p, const double *restrict x, const double *restrict t, double *restrict loss,
              double *restrict g)
{
    const double *p1 = p, *p2 = p1 + N * (N + 1), *p3 = p2 + N * (N + 1);
    double *g1 = g, *g2 = g1 + N * (N + 1), *g3 = g2 + N * (N + 1);
    double h1[N], h2[N], d1[N], d2[N], sum = 0;
    if (rows != 1) memset(g, 0, PARAMETERS * sizeof *g);
    for (int r = 0; r < rows; r++, x += N) {
        for (int j = 0; j < N; j++) {
            double a = p1[j * (N + 1) + N];
            for (int i = 0; i < N; i++) a += p1[j * (N + 1) + i] * x[i];
            h1[j] = tanh(a);
        }
        for (int j = 0; j < N; j++) {
            double a = p2[j * (N + 1) + N];
            for (int i = 0; i < N; i++) a += p2[j * (N + 1) + i] * h1[i];
            h2[j] = tanh(a);
        }
        double y = p3[N];
        for (int i = 0; i < N; i++) y += p3[i] * h2[i];
        double d3 = y - t[r];
        sum += 0.5 * d3 * d3;
        for (int i = 0; i < N; i++) d2[i] = d3 * p3[i] * (1 - h2[i] * h2[i]);
        for (int i = 0; i < N; i++) d1[i] = 0;
        for (int j = 0; j < N; j++)
            for (int i = 0; i < N; i++) d1[i] += p2[j * (N + 1) + i] * d2[j];
        for (int i = 0; i < N; i++) d1[i] *= 1 - h1[i] * h1[i];
        if (rows == 1) {
            for (int j = 0; j < N; j++) {
                for (int i = 0; i < N; i++) g1[j * (N + 1) + i] = d1[j] * x[i];
                g1[j * (N + 1) + N] = d1[j];
            }
            for (int j = 0; j < N; j++) {
                for (int i = 0; i < N; i++) g2[j * (N + 1) + i] = d2[j] * h1[i];
                g2[j * (N + 1) + N] = d2[j];
            }
            for (int i = 0; i < N; i++) g3[i] = d3 * h2[i];
            g3[N] = d3;
            continue;
        }
        for (int j = 0; j < N; j++) {
            for (int i = 0; i < N; i++) g1[j * (N + 1) + i] += d1[j] * x[i];
            g1[j * (N + 1) + N] += d1[j];
        }
        for (int j = 0; j < N; j++) {
            for (int i = 0; i < N; i++) g2[j * (N + 1) + i] += d2[j] * h1[i];
            g2[j * (N + 1) + N] += d2[j];
        }
        for (int i = 0; i < N; i++) g3[i] += d3 * h2[i];
        g3[N] += d3;
    }
    *loss = sum;
}

typedef vec row[B / V + 1]; /* one more, so that the rows of a column are not all in the same lines of the cache */

/* out[j] = b_j + sum_i w_ji in[i] */
static inline void dense(const double *restrict p, row *restrict in, row *restrict out)
{
    for (int j = 0; j < N; j += 4) {
        const double *p0 = p + j * (N + 1), *p1 = p0 + N + 1, *p2 = p1 + N + 1, *p3 = p2 + N + 1;
        for (int c = 0; c < B / V; c++) {
            vec a0 = {0}, a1 = {0}, a2 = {0}, a3 = {0};
            a0 += p0[N]; a1 += p1[N]; a2 += p2[N]; a3 += p3[N];
            for (int i = 0; i < N; i++) {
                vec x = in[i][c];
                a0 += p0[i] * x; a1 += p1[i] * x; a2 += p2[i] * x; a3 += p3[i] * x;
            }
            out[j][c] = a0; out[j + 1][c] = a1; out[j + 2][c] = a2; out[j + 3][c] = a3;
        }
    }
    for (int j = 0; j < N; j++) {
        double *o = (double *)out[j];
        for (int c = 0; c < B; c++) o[c] = tanh(o[c]);
    }
}

static inline double total(vec v)
{
#if V == 8
    return ((v[0] + v[1]) + (v[2] + v[3])) + ((v[4] + v[5]) + (v[6] + v[7]));
#elif V == 4
    return (v[0] + v[1]) + (v[2] + v[3]);
#else
    return v[0] + v[1];
#endif
}

/* g_ji += sum over the block of d[j] in[i], and of d[j] for the bias */
static inline void outer(int n, row *restrict d, row *restrict in, double *restrict g)
{
    for (int j = 0; j < n; j++) {
        double *gj = g + j * (N + 1);
        vec sum = {0};
        for (int i = 0; i < N; i += 4) {
            vec s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0};
            for (int c = 0; c < B / V; c++) {
                vec x = d[j][c];
                s0 += x * in[i][c]; s1 += x * in[i + 1][c]; s2 += x * in[i + 2][c]; s3 += x * in[i + 3][c];
            }
            gj[i] += total(s0); gj[i + 1] += total(s1); gj[i + 2] += total(s2); gj[i + 3] += total(s3);
        }
        for (int c = 0; c < B / V; c++) sum += d[j][c];
        gj[N] += total(sum);
    }
}

void tuned(int rows, const double *restrict p, const double *restrict x, const double *restrict t, double *restrict loss,
           double *restrict g)
{
    static row in[N], h1[N], h2[N], d1[N], d2[N], d3[1];
    const double *p1 = p, *p2 = p1 + N * (N + 1), *p3 = p2 + N * (N + 1);
    double sum = 0;
    memset(g, 0, PARAMETERS * sizeof *g);
    for (int first = 0; first < rows; first += B) {
        int n = rows - first < B ? rows - first : B;
        for (int i = 0; i < N; i++) {
            double *xi = (double *)in[i];
            for (int c = 0; c < B; c++) xi[c] = c < n ? x[(first + c) * N + i] : 0;
        }
        dense(p1, in, h1);
        dense(p2, h1, h2);
        vec y[B / V];
        for (int c = 0; c < B / V; c++) y[c] = (vec){0} + p3[N];
        for (int i = 0; i < N; i++)
            for (int c = 0; c < B / V; c++) y[c] += p3[i] * h2[i][c];
        double *d = (double *)d3[0], *score = (double *)y;
        for (int c = 0; c < B; c++) d[c] = c < n ? score[c] - t[first + (c < n ? c : 0)] : 0;
        for (int c = 0; c < B; c++) sum += 0.5 * d[c] * d[c];
        for (int i = 0; i < N; i++)
            for (int c = 0; c < B / V; c++) d2[i][c] = d3[0][c] * p3[i] * (1 - h2[i][c] * h2[i][c]);
        for (int i = 0; i < N; i += 4)
            for (int c = 0; c < B / V; c++) {
                vec a0 = {0}, a1 = {0}, a2 = {0}, a3 = {0};
                for (int j = 0; j < N; j++) {
                    const double *w = p2 + j * (N + 1) + i;
                    vec e = d2[j][c];
                    a0 += w[0] * e; a1 += w[1] * e; a2 += w[2] * e; a3 += w[3] * e;
                }
                d1[i][c] = a0 * (1 - h1[i][c] * h1[i][c]);
                d1[i + 1][c] = a1 * (1 - h1[i + 1][c] * h1[i + 1][c]);
                d1[i + 2][c] = a2 * (1 - h1[i + 2][c] * h1[i + 2][c]);
                d1[i + 3][c] = a3 * (1 - h1[i + 3][c] * h1[i + 3][c]);
            }
        outer(N, d1, in, g);
        outer(N, d2, h1, g + N * (N + 1));
        outer(1, d3, h2, g + 2 * N * (N + 1));
    }
    *loss = sum;
}
