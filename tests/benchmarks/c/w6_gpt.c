/* W6 by hand: a GPT of one layer as microgpt has it, 4,192 parameters (27 characters, 16 positions, width 16, 4 heads,
 * ReLU, root-mean-square norm, no biases), one text for each step, Adam. Written as a textbook does, position by position.
 *
 * Parameters: the embeddings of characters and positions; q, k, v, o; the two matrices of the feed-forward part; the
 * answer's. */
#include <math.h>
#include <string.h>

enum { V = 27, T = 16, D = 16, HEADS = 4, W = D / HEADS, F = 4 * D };
enum { TOKEN = 0, PLACE = TOKEN + V * D, Q = PLACE + T * D, K = Q + D * D, VALUE = K + D * D, OUT = VALUE + D * D,
       UP = OUT + D * D, DOWN = UP + F * D, ANSWER = DOWN + D * F, PARAMETERS = ANSWER + V * D };

static inline void times(int n, int m, const double *restrict w, const double *restrict x, double *restrict y)
{
    for (int j = 0; j < n; j++) {
        double a = 0;
        for (int i = 0; i < m; i++) a += w[j * m + i] * x[i];
        y[j] = a;
    }
}

/* From the gradient e of y = w x: that of w is added to g, that of x to d. */
static inline void back(int n, int m, const double *restrict w, const double *restrict x, const double *restrict e,
                        double *restrict g, double *restrict d)
{
    for (int j = 0; j < n; j++)
        for (int i = 0; i < m; i++) {
            g[j * m + i] += e[j] * x[i];
            d[i] += e[j] * w[j * m + i];
        }
}

static inline double norm(const double *restrict x, double *restrict y)
{
    double s = 0;
    for (int i = 0; i < D; i++) s += x[i] * x[i];
    s = 1 / sqrt(s / D + 1e-5);
    for (int i = 0; i < D; i++) y[i] = s * x[i];
    return s;
}

static inline void norm_back(double s, const double *restrict x, const double *restrict e, double *restrict d)
{
    double a = 0;
    for (int i = 0; i < D; i++) a += e[i] * x[i];
    for (int i = 0; i < D; i++) d[i] += s * e[i] - s * s * s / D * a * x[i];
}

static double gradient(const double *restrict p, const int *restrict x, const int *restrict y, double *restrict g)
{
    double a[T][D], b[T][D], c[T][D], q[T][D], k[T][D], v[T][D], share[T][HEADS][T], mixed[T][D], r[T][D], n[T][D];
    double up[T][F], last[T][D], z[T][V], sa[T], sb[T], sr[T], loss = 0;
    for (int t = 0; t < T; t++) {
        for (int i = 0; i < D; i++) a[t][i] = p[TOKEN + x[t] * D + i] + p[PLACE + t * D + i];
        sa[t] = norm(a[t], b[t]);
        sb[t] = norm(b[t], c[t]);
        times(D, D, p + Q, c[t], q[t]);
        times(D, D, p + K, c[t], k[t]);
        times(D, D, p + VALUE, c[t], v[t]);
        memset(mixed[t], 0, sizeof mixed[t]);
        for (int h = 0; h < HEADS; h++) {
            double *s = share[t][h], top = -INFINITY, sum = 0;
            for (int u = 0; u <= t; u++) {
                s[u] = 0;
                for (int i = h * W; i < h * W + W; i++) s[u] += q[t][i] * k[u][i];
                s[u] /= sqrt(W);
                top = fmax(top, s[u]);
            }
            for (int u = 0; u <= t; u++) sum += s[u] = exp(s[u] - top);
            for (int u = 0; u <= t; u++) {
                s[u] /= sum;
                for (int i = h * W; i < h * W + W; i++) mixed[t][i] += s[u] * v[u][i];
            }
        }
        times(D, D, p + OUT, mixed[t], r[t]);
        for (int i = 0; i < D; i++) r[t][i] += b[t][i];
        sr[t] = norm(r[t], n[t]);
        times(F, D, p + UP, n[t], up[t]);
        for (int i = 0; i < F; i++) up[t][i] = up[t][i] > 0 ? up[t][i] : 0;
        times(D, F, p + DOWN, up[t], last[t]);
        for (int i = 0; i < D; i++) last[t][i] += r[t][i];
        times(V, D, p + ANSWER, last[t], z[t]);
        double top = -INFINITY, sum = 0, wanted = z[t][y[t]];
        for (int j = 0; j < V; j++) top = fmax(top, z[t][j]);
        for (int j = 0; j < V; j++) sum += z[t][j] = exp(z[t][j] - top);
        loss += top + log(sum) - wanted;
        for (int j = 0; j < V; j++) z[t][j] = (z[t][j] / sum - (y[t] == j)) / T;
    }
    double dk[T][D] = {{0}}, dv[T][D] = {{0}};
    memset(g, 0, PARAMETERS * sizeof *g);
    for (int t = T - 1; t >= 0; t--) {
        double dlast[D] = {0}, dup[F] = {0}, dn[D] = {0}, dmixed[D] = {0}, dq[D] = {0}, dc[D] = {0}, db[D], da[D] = {0};
        back(V, D, p + ANSWER, last[t], z[t], g + ANSWER, dlast);
        back(D, F, p + DOWN, up[t], dlast, g + DOWN, dup);
        for (int i = 0; i < F; i++) dup[i] = up[t][i] > 0 ? dup[i] : 0;
        back(F, D, p + UP, n[t], dup, g + UP, dn);
        norm_back(sr[t], r[t], dn, dlast);
        memcpy(db, dlast, sizeof db);
        back(D, D, p + OUT, mixed[t], dlast, g + OUT, dmixed);
        for (int h = 0; h < HEADS; h++) {
            double *s = share[t][h], ds[T], mean = 0;
            for (int u = 0; u <= t; u++) {
                ds[u] = 0;
                for (int i = h * W; i < h * W + W; i++) {
                    ds[u] += dmixed[i] * v[u][i];
                    dv[u][i] += s[u] * dmixed[i];
                }
                mean += s[u] * ds[u];
            }
            for (int u = 0; u <= t; u++) {
                double e = s[u] * (ds[u] - mean) / sqrt(W);
                for (int i = h * W; i < h * W + W; i++) {
                    dq[i] += e * k[u][i];
                    dk[u][i] += e * q[t][i];
                }
            }
        }
        back(D, D, p + Q, c[t], dq, g + Q, dc); /* later positions have sent theirs to dk[t] and dv[t] */
        back(D, D, p + K, c[t], dk[t], g + K, dc);
        back(D, D, p + VALUE, c[t], dv[t], g + VALUE, dc);
        norm_back(sb[t], b[t], dc, db);
        norm_back(sa[t], a[t], db, da);
        for (int i = 0; i < D; i++) {
            g[TOKEN + x[t] * D + i] += da[i];
            g[PLACE + t * D + i] += da[i];
        }
    }
    return loss / T;
}

/* A step for each text; p, m and v are changed, losses written. x and y: rows of 16 characters, and of those that follow. */
void train(int steps, double *restrict p, double *restrict m, double *restrict v, const int *restrict x,
           const int *restrict y, double *restrict losses)
{
    double g[PARAMETERS];
    for (int step = 0; step < steps; step++) {
        losses[step] = gradient(p, x + step * T, y + step * T, g);
        double debias1 = 1 - pow(0.9, 1 + step), root2 = sqrt(1 - pow(0.999, 1 + step));
        for (int i = 0; i < PARAMETERS; i++) {
            m[i] = 0.9 * m[i] + (1.0 - 0.9) * g[i];
            v[i] = 0.999 * v[i] + (1.0 - 0.999) * (g[i] * g[i]);
            p[i] -= 1e-3 / debias1 * m[i] / (sqrt(v[i]) / root2 + 1e-8);
        }
    }
}
