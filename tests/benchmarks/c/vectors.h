/* Vectors of V doubles, as many as the processor takes at once: gcc takes wider ones apart by way of memory, several times
 * as slow. They are GNU C's; gcc 12 does not make vectors of double a[V]. */
#if defined(__AVX512F__)
#define V 8
#elif defined(__AVX__)
#define V 4
#else
#define V 2
#endif

typedef double vec __attribute__((vector_size(8 * V), may_alias));
typedef long mask __attribute__((vector_size(8 * V), may_alias));
#define AT(row, c) (*(vec *)&(row)[c])
#define ONLY(a, yes) ((vec)((mask)(a) & (yes))) /* a where yes, else 0 */
