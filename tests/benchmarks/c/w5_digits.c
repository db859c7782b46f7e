/* W5 by hand: an MLP 64-32-10 with ReLU on 8x8 digits, softmax and cross-entropy, minibatches of 32, Adam.
 *
 * textbook: one example after the other, loops as the formulae have them.
 * tuned: written with the same care as w2_moons.c, the batch innermost, four rows of a matrix at a time.
 *
 * Parameters: for each layer, for each neuron, its weights and then its bias. */
#include <math.h>
#include <string.h>

#include "vectors.h"

enum { B = 32, I = 64, H = 32, O = 10, PARAMETERS = H * (I + 1) + O * (H + 1) };

typedef double row[B] __attribute__((aligned(64)));

static inline void dense4(int k, const double *restrict p, row *restrict in, row *restrict out)
{
    const double *p0 = p, *p1 = p0 + k + 1, *p2 = p1 + k + 1, *p3 = p2 + k + 1;
    for (int c = 0; c < B; c += V) {
        vec a0 = {0}, a1 = {0}, a2 = {0}, a3 = {0};
        a0 += p0[k]; a1 += p1[k]; a2 += p2[k]; a3 += p3[k];
        for (int i = 0; i < k; i++) {
            vec x = AT(in[i], c);
            a0 += p0[i] * x; a1 += p1[i] * x; a2 += p2[i] * x; a3 += p3[i] * x;
        }
        AT(out[0], c) = a0; AT(out[1], c) = a1; AT(out[2], c) = a2; AT(out[3], c) = a3;
    }
}

static inline void dense1(int k, const double *restrict p, row *restrict in, row *restrict out)
{
    for (int c = 0; c < B; c++) out[0][c] = p[k];
    for (int i = 0; i < k; i++)
        for (int c = 0; c < B; c++) out[0][c] += p[i] * in[i][c];
}

static inline void dense(int n, int k, const double *restrict p, row *restrict in, row *restrict out)
{
    int j = 0;
    for (; j + 4 <= n; j += 4) dense4(k, p + j * (k + 1), in, out + j);
    for (; j < n; j++) dense1(k, p + j * (k + 1), in, out + j);
}

static inline void outer(int n, int k, row *restrict d, row *restrict in, double *restrict g)
{
    for (int j = 0; j < n; j++) {
        double *gj = g + j * (k + 1), sum = 0;
        for (int i = 0; i < k; i += 4) {
            double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
            for (int c = 0; c < B; c++) {
                double x = d[j][c];
                s0 += x * in[i][c]; s1 += x * in[i + 1][c]; s2 += x * in[i + 2][c]; s3 += x * in[i + 3][c];
            }
            gj[i] = s0; gj[i + 1] = s1; gj[i + 2] = s2; gj[i + 3] = s3;
        }
        for (int c = 0; c < B; c++) sum += d[j][c];
        gj[k] = sum;
    }
}

static void adam(int t, double *restrict p, double *restrict m, double *restrict v, const double *restrict g)
{
    double debias1 = 1 - pow(0.9, t), root2 = sqrt(1 - pow(0.999, t));
    for (int i = 0; i < PARAMETERS; i++) {
        m[i] = 0.9 * m[i] + (1.0 - 0.9) * g[i];
        v[i] = 0.999 * v[i] + (1.0 - 0.999) * (g[i] * g[i]);
        p[i] -= 1e-3 / debias1 * m[i] / (sqrt(v[i]) / root2 + 1e-8);
    }
}

/* One step for each batch of the order; p, m and v are changed, losses written. x: rows of 64; y: classes 0 to 9. */
void textbook(int steps, int first, double *restrict p, double *restrict m, double *restrict v, const double *restrict x,
              const int *restrict y, const long *restrict order, double *restrict losses)
{
    double h[H], out[O], d2[O], d1[H], g[PARAMETERS];
    double *p1 = p, *p2 = p + H * (I + 1), *g1 = g, *g2 = g + H * (I + 1);
    for (int step = 0; step < steps; step++) {
        double loss = 0;
        memset(g, 0, sizeof g);
        for (int c = 0; c < B; c++) {
            long row = order[step * B + c];
            const double *in = x + row * I;
            for (int j = 0; j < H; j++) {
                double a = p1[j * (I + 1) + I];
                for (int i = 0; i < I; i++) a += p1[j * (I + 1) + i] * in[i];
                h[j] = a > 0 ? a : 0;
            }
            for (int j = 0; j < O; j++) {
                double a = p2[j * (H + 1) + H];
                for (int i = 0; i < H; i++) a += p2[j * (H + 1) + i] * h[i];
                out[j] = a;
            }
            double top = out[0], sum = 0;
            for (int j = 1; j < O; j++) top = out[j] > top ? out[j] : top;
            for (int j = 0; j < O; j++) sum += d2[j] = exp(out[j] - top);
            loss += top + log(sum) - out[y[row]];
            for (int j = 0; j < O; j++) d2[j] = (d2[j] / sum - (y[row] == j)) / B;
            for (int i = 0; i < H; i++) d1[i] = 0;
            for (int j = 0; j < O; j++)
                for (int i = 0; i < H; i++) d1[i] += p2[j * (H + 1) + i] * d2[j];
            for (int i = 0; i < H; i++) d1[i] = h[i] > 0 ? d1[i] : 0;
            for (int j = 0; j < O; j++) {
                for (int i = 0; i < H; i++) g2[j * (H + 1) + i] += d2[j] * h[i];
                g2[j * (H + 1) + H] += d2[j];
            }
            for (int j = 0; j < H; j++) {
                for (int i = 0; i < I; i++) g1[j * (I + 1) + i] += d1[j] * in[i];
                g1[j * (I + 1) + I] += d1[j];
            }
        }
        losses[step] = loss / B;
        adam(first + step, p, m, v, g);
    }
}

void tuned(int steps, int first, double *restrict p, double *restrict m, double *restrict v, const double *restrict x,
           const int *restrict y, const long *restrict order, double *restrict losses)
{
    static row in[I], h[H], out[O], d2[O], d1[H];
    double g[PARAMETERS];
    double *p1 = p, *p2 = p + H * (I + 1);
    for (int step = 0; step < steps; step++) {
        const long *picked = order + step * B;
        for (int c = 0; c < B; c++)
            for (int i = 0; i < I; i++) in[i][c] = x[picked[c] * I + i];
        dense(H, I, p1, in, h);
        for (int j = 0; j < H; j++)
            for (int c = 0; c < B; c++) h[j][c] = h[j][c] > 0 ? h[j][c] : 0;
        dense(O, H, p2, h, out);
        double top[B], sum[B], loss = 0;
        for (int c = 0; c < B; c++) { top[c] = out[0][c]; sum[c] = 0; }
        for (int j = 1; j < O; j++)
            for (int c = 0; c < B; c++) top[c] = out[j][c] > top[c] ? out[j][c] : top[c];
        for (int j = 0; j < O; j++)
            for (int c = 0; c < B; c++) { d2[j][c] = exp(out[j][c] - top[c]); sum[c] += d2[j][c]; }
        for (int c = 0; c < B; c++) loss += top[c] + log(sum[c]) - out[y[picked[c]]][c];
        losses[step] = loss / B;
        for (int j = 0; j < O; j++)
            for (int c = 0; c < B; c++) d2[j][c] = (d2[j][c] / sum[c] - (y[picked[c]] == j)) / B;
        outer(O, H, d2, h, g + H * (I + 1));
        for (int i = 0; i < H; i += 4)
            for (int c = 0; c < B; c += V) {
                vec a0 = {0}, a1 = {0}, a2 = {0}, a3 = {0};
                for (int j = 0; j < O; j++) {
                    const double *w = p2 + j * (H + 1) + i;
                    vec e = AT(d2[j], c);
                    a0 += w[0] * e; a1 += w[1] * e; a2 += w[2] * e; a3 += w[3] * e;
                }
                AT(d1[i], c) = ONLY(a0, AT(h[i], c) > 0);
                AT(d1[i + 1], c) = ONLY(a1, AT(h[i + 1], c) > 0);
                AT(d1[i + 2], c) = ONLY(a2, AT(h[i + 2], c) > 0);
                AT(d1[i + 3], c) = ONLY(a3, AT(h[i + 3], c) > 0);
            }
        outer(H, I, d1, in, g);
        adam(first + step, p, m, v, g);
    }
}
