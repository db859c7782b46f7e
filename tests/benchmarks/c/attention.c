/* Causal self-attention over T positions, one head of width D, and its gradient, as a textbook writes it: q, k, v = Q x,
 * K x, V x; position p attends to all u <= p; E = 1/2 sum (o - t)^2.
 *
 * p and g: Q, K, V, each D x D. x and t: T x D. */
#include <math.h>
#include <string.h>

enum { T = 16, D = 16 };

static void project(const double *restrict W, const double *restrict x, double (*restrict out)[D])
{
    for (int p = 0; p < T; p++)
        for (int j = 0; j < D; j++) {
            double a = 0;
            for (int i = 0; i < D; i++) a += W[j * D + i] * x[p * D + i];
            out[p][j] = a;
        }
}

static void gradient(double (*restrict e)[D], const double *restrict x, double *restrict g)
{
    memset(g, 0, D * D * sizeof *g);
    for (int p = 0; p < T; p++)
        for (int j = 0; j < D; j++)
            for (int i = 0; i < D; i++) g[j * D + i] += e[p][j] * x[p * D + i];
}

double attention(const double *restrict w, const double *restrict x, const double *restrict t, double *restrict g)
{
    double q[T][D], k[T][D], v[T][D], a[T][T], dq[T][D] = {{0}}, dk[T][D] = {{0}}, dv[T][D] = {{0}}, E = 0;
    const double scale = 1 / sqrt(D);
    project(w, x, q);
    project(w + D * D, x, k);
    project(w + 2 * D * D, x, v);
    for (int p = 0; p < T; p++) {
        double top = -INFINITY, sum = 0, o[D] = {0}, d[D], da[T], mean = 0;
        for (int u = 0; u <= p; u++) {
            double s = 0;
            for (int i = 0; i < D; i++) s += q[p][i] * k[u][i];
            a[p][u] = s * scale;
            top = fmax(top, a[p][u]);
        }
        for (int u = 0; u <= p; u++) sum += a[p][u] = exp(a[p][u] - top);
        for (int u = 0; u <= p; u++) {
            a[p][u] /= sum;
            for (int i = 0; i < D; i++) o[i] += a[p][u] * v[u][i];
        }
        for (int i = 0; i < D; i++) {
            d[i] = o[i] - t[p * D + i];
            E += 0.5 * d[i] * d[i];
        }
        for (int u = 0; u <= p; u++) {
            da[u] = 0;
            for (int i = 0; i < D; i++) {
                da[u] += d[i] * v[u][i];
                dv[u][i] += a[p][u] * d[i];
            }
            mean += a[p][u] * da[u];
        }
        for (int u = 0; u <= p; u++) {
            double s = a[p][u] * (da[u] - mean) * scale;
            for (int i = 0; i < D; i++) {
                dq[p][i] += s * k[u][i];
                dk[u][i] += s * q[p][i];
            }
        }
    }
    gradient(dq, x, g);
    gradient(dk, x, g + D * D);
    gradient(dv, x, g + 2 * D * D);
    return E;
}
