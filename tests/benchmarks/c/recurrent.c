/* An Elman network over T steps and its gradient, as a textbook writes it: h = tanh(U x + V h' + b), y = w·h + c at every
 * step, E = 1/2 sum (y - t)^2; then backpropagation through time.
 *
 * p and g: U (H x I), V (H x H), b (H), w (H), c. */
#include <math.h>
#include <string.h>

enum { T = 20, I = 8, H = 16 };

double recurrent(const double *restrict p, const double *restrict x, const double *restrict t, double *restrict g)
{
    const double *U = p, *V = U + H * I, *b = V + H * H, *w = b + H, *c = w + H;
    double *gU = g, *gV = gU + H * I, *gb = gV + H * H, *gw = gb + H, *gc = gw + H;
    double h[T + 1][H], y[T], E = 0, below[H] = {0};
    memset(h[0], 0, sizeof h[0]);
    for (int k = 0; k < T; k++) {
        for (int j = 0; j < H; j++) {
            double a = b[j];
            for (int i = 0; i < I; i++) a += U[j * I + i] * x[k * I + i];
            for (int i = 0; i < H; i++) a += V[j * H + i] * h[k][i];
            h[k + 1][j] = tanh(a);
        }
        y[k] = *c;
        for (int j = 0; j < H; j++) y[k] += w[j] * h[k + 1][j];
        E += 0.5 * (y[k] - t[k]) * (y[k] - t[k]);
    }
    memset(g, 0, (H * I + H * H + 2 * H + 1) * sizeof *g);
    for (int k = T - 1; k >= 0; k--) {
        double d = y[k] - t[k], e[H], next[H] = {0};
        *gc += d;
        for (int j = 0; j < H; j++) {
            gw[j] += d * h[k + 1][j];
            e[j] = (below[j] + d * w[j]) * (1 - h[k + 1][j] * h[k + 1][j]);
            gb[j] += e[j];
            for (int i = 0; i < I; i++) gU[j * I + i] += e[j] * x[k * I + i];
            for (int i = 0; i < H; i++) gV[j * H + i] += e[j] * h[k][i];
            for (int i = 0; i < H; i++) next[i] += e[j] * V[j * H + i];
        }
        memcpy(below, next, sizeof below);
    }
    return E;
}
