======== add
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %t3 = fadd double %x0, %x1
  store double %t3, ptr %"1: y", align 8
  store double 1.0, ptr %"2: g", align 8
  %.5 = getelementptr double, ptr %"2: g", i64 1
  store double 1.0, ptr %.5, align 8
  ret void
}

======== sub
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %t3 = fsub double %x0, %x1
  store double %t3, ptr %"1: y", align 8
  store double 1.0, ptr %"2: g", align 8
  %.5 = getelementptr double, ptr %"2: g", i64 1
  store double -1.0, ptr %.5, align 8
  ret void
}

======== mul
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %t3 = fmul double %x0, %x1
  %.5 = fmul double 1.0, %x0
  %d_x1 = fadd double 0.0, %.5
  %.7 = fmul double 1.0, %x1
  %d_x0 = fadd double 0.0, %.7
  store double %t3, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.9 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.9, align 8
  ret void
}

======== div
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %t3 = fdiv double %x0, %x1
  %t5 = fdiv double 1.0, %x1
  %t6 = fneg double %t3
  %t7 = fdiv double %t6, %x1
  %.8 = fmul double 1.0, %t7
  %d_x1 = fadd double 0.0, %.8
  %.10 = fmul double 1.0, %t5
  %d_x0 = fadd double 0.0, %.10
  store double %t3, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.12 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.12, align 8
  ret void
}

======== neg
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t1 = fneg double %x0
  store double %t1, ptr %"1: y", align 8
  store double -1.0, ptr %"2: g", align 8
  ret void
}

======== pow
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %t3 = call double @"libm.pow"(double %x0, double %x1)
  %t5 = fcmp une double %x0, 0.0
  %t6 = select i1 %t5, double 1.0, double %x1
  %t7 = fsub double %x1, 1.0
  %t8 = call double @"libm.pow"(double %x0, double %t7)
  %t9 = fmul double %x1, %t8
  %t10 = fcmp une double %t6, 0.0
  %t11 = select i1 %t10, double %t9, double 0.0
  %t12 = call double @"libm.log"(double %x0)
  %t13 = fmul double %t3, %t12
  %t14 = fcmp olt double %x1, 0.0
  %t15 = select i1 %t14, double %t13, double 0.0
  %t16 = select i1 %t5, double %t13, double %t15
  %.17 = fmul double 1.0, %t16
  %d_x1 = fadd double 0.0, %.17
  %.19 = fmul double 1.0, %t11
  %d_x0 = fadd double 0.0, %.19
  store double %t3, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.21 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.21, align 8
  ret void
}

======== identity
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  store double %x0, ptr %"1: y", align 8
  store double 1.0, ptr %"2: g", align 8
  ret void
}

======== abs
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @llvm.fabs.f64(double %x0)
  %.4 = fcmp ogt double %x0, 0.0
  %.5 = fcmp olt double %x0, 0.0
  %.6 = select i1 %.5, double -1.0, double 0.0
  %.7 = select i1 %.4, double 1.0, double %.6
  %.8 = fcmp une double %x0, %x0
  %t4 = select i1 %.8, double %x0, double %.7
  %.10 = fmul double 1.0, %t4
  %d_x0 = fadd double 0.0, %.10
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== square
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = fmul double %x0, %x0
  %t5 = fmul double 2.0, %x0
  %.5 = fmul double 1.0, %t5
  %d_x0 = fadd double 0.0, %.5
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== reciprocal
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = fdiv double 1.0, %x0
  %t4 = fmul double %t2, %t2
  %t5 = fneg double %t4
  %.6 = fmul double 1.0, %t5
  %d_x0 = fadd double 0.0, %.6
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== sqrt
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @llvm.sqrt.f64(double %x0)
  %t5 = fdiv double 0.5, %t2
  %.5 = fmul double 1.0, %t5
  %d_x0 = fadd double 0.0, %.5
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== rsqrt
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @llvm.sqrt.f64(double %x0)
  %t3 = fdiv double 1.0, %t2
  %t5 = fmul double %t3, %t3
  %t6 = fmul double %t5, %t3
  %t8 = fmul double -0.5, %t6
  %.8 = fmul double 1.0, %t8
  %d_x0 = fadd double 0.0, %.8
  store double %t3, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== cbrt
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.cbrt"(double %x0)
  %t4 = fmul double %t2, %t2
  %t6 = fmul double 3.0, %t4
  %t7 = fdiv double 1.0, %t6
  %.7 = fmul double 1.0, %t7
  %d_x0 = fadd double 0.0, %.7
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== exp
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.exp"(double %x0)
  %.4 = fmul double 1.0, %t2
  %d_x0 = fadd double 0.0, %.4
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== exp2
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.exp2"(double %x0)
  %t5 = fmul double %t2, 0.6931471805599453
  %.5 = fmul double 1.0, %t5
  %d_x0 = fadd double 0.0, %.5
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== expm1
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.expm1"(double %x0)
  %t4 = call double @"libm.exp"(double %x0)
  %.5 = fmul double 1.0, %t4
  %d_x0 = fadd double 0.0, %.5
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== log
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.log"(double %x0)
  %t4 = fdiv double 1.0, %x0
  %.5 = fmul double 1.0, %t4
  %d_x0 = fadd double 0.0, %.5
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== log2
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.log2"(double %x0)
  %t4 = fdiv double 1.0, %x0
  %t6 = fdiv double %t4, 0.6931471805599453
  %.6 = fmul double 1.0, %t6
  %d_x0 = fadd double 0.0, %.6
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== log10
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.log10"(double %x0)
  %t4 = fdiv double 1.0, %x0
  %t6 = fdiv double %t4, 2.302585092994046
  %.6 = fmul double 1.0, %t6
  %d_x0 = fadd double 0.0, %.6
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== log1p
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.log1p"(double %x0)
  %t4 = fadd double 1.0, %x0
  %t5 = fdiv double 1.0, %t4
  %.6 = fmul double 1.0, %t5
  %d_x0 = fadd double 0.0, %.6
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== sin
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.sin"(double %x0)
  %t4 = call double @"libm.cos"(double %x0)
  %.5 = fmul double 1.0, %t4
  %d_x0 = fadd double 0.0, %.5
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== cos
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.cos"(double %x0)
  %t4 = call double @"libm.sin"(double %x0)
  %t5 = fneg double %t4
  %.6 = fmul double 1.0, %t5
  %d_x0 = fadd double 0.0, %.6
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== tan
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.tan"(double %x0)
  %t4 = fmul double %t2, %t2
  %t5 = fadd double 1.0, %t4
  %.6 = fmul double 1.0, %t5
  %d_x0 = fadd double 0.0, %.6
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== asin
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.asin"(double %x0)
  %t4 = call double @llvm.fabs.f64(double %x0)
  %t6 = fsub double %t4, 0.75
  %t7 = call double @llvm.fabs.f64(double %t6)
  %t9 = fcmp olt double %t7, 0.25
  %t10 = fsub double 1.0, %x0
  %t11 = fadd double 1.0, %x0
  %t12 = fmul double %t10, %t11
  %t13 = fmul double %x0, %x0
  %t14 = fsub double 1.0, %t13
  %t15 = select i1 %t9, double %t12, double %t14
  %t16 = call double @llvm.sqrt.f64(double %t15)
  %t17 = fdiv double 1.0, %t16
  %.16 = fmul double 1.0, %t17
  %d_x0 = fadd double 0.0, %.16
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== acos
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.acos"(double %x0)
  %t4 = call double @llvm.fabs.f64(double %x0)
  %t6 = fsub double %t4, 0.75
  %t7 = call double @llvm.fabs.f64(double %t6)
  %t9 = fcmp olt double %t7, 0.25
  %t10 = fsub double 1.0, %x0
  %t11 = fadd double 1.0, %x0
  %t12 = fmul double %t10, %t11
  %t13 = fmul double %x0, %x0
  %t14 = fsub double 1.0, %t13
  %t15 = select i1 %t9, double %t12, double %t14
  %t16 = call double @llvm.sqrt.f64(double %t15)
  %t17 = fdiv double 1.0, %t16
  %t18 = fneg double %t17
  %.17 = fmul double 1.0, %t18
  %d_x0 = fadd double 0.0, %.17
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== atan
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.atan"(double %x0)
  %t4 = fmul double %x0, %x0
  %t5 = fadd double 1.0, %t4
  %t6 = fdiv double 1.0, %t5
  %.7 = fmul double 1.0, %t6
  %d_x0 = fadd double 0.0, %.7
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== atan2
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %t3 = call double @"libm.atan2"(double %x0, double %x1)
  %t5 = call double @"libm.hypot"(double %x0, double %x1)
  %t6 = fdiv double %x1, %t5
  %t7 = fdiv double %t6, %t5
  %t8 = fcmp une double %t5, 0.0
  %t9 = select i1 %t8, double %t7, double 0.0
  %t10 = fneg double %x0
  %t11 = fdiv double %t10, %t5
  %t12 = fdiv double %t11, %t5
  %t13 = select i1 %t8, double %t12, double 0.0
  %.14 = fmul double 1.0, %t13
  %d_x1 = fadd double 0.0, %.14
  %.16 = fmul double 1.0, %t9
  %d_x0 = fadd double 0.0, %.16
  store double %t3, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.18 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.18, align 8
  ret void
}

======== sinh
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.sinh"(double %x0)
  %t4 = call double @"libm.cosh"(double %x0)
  %.5 = fmul double 1.0, %t4
  %d_x0 = fadd double 0.0, %.5
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== cosh
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.cosh"(double %x0)
  %t4 = call double @"libm.sinh"(double %x0)
  %.5 = fmul double 1.0, %t4
  %d_x0 = fadd double 0.0, %.5
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== tanh
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.tanh"(double %x0)
  %t4 = call double @llvm.fabs.f64(double %x0)
  %t5 = fcmp olt double %t4, 1.0
  %t6 = fmul double %t2, %t2
  %t7 = fsub double 1.0, %t6
  %t9 = fmul double 2.0, %x0
  %.9 = call double @llvm.fabs.f64(double %t9)
  %.10 = fneg double %.9
  %.11 = call double @"libm.exp"(double %.10)
  %.12 = fcmp oge double %t9, 0.0
  %.13 = select i1 %.12, double 1.0, double %.11
  %.14 = fadd double %.11, 1.0
  %t10 = fdiv double %.13, %.14
  %t12 = fmul double -2.0, %x0
  %.17 = call double @llvm.fabs.f64(double %t12)
  %.18 = fneg double %.17
  %.19 = call double @"libm.exp"(double %.18)
  %.20 = fcmp oge double %t12, 0.0
  %.21 = select i1 %.20, double 1.0, double %.19
  %.22 = fadd double %.19, 1.0
  %t13 = fdiv double %.21, %.22
  %t14 = fmul double %t10, %t13
  %t16 = fmul double 4.0, %t14
  %t17 = select i1 %t5, double %t7, double %t16
  %.27 = fmul double 1.0, %t17
  %d_x0 = fadd double 0.0, %.27
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== asinh
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.asinh"(double %x0)
  %t4 = call double @"libm.hypot"(double %x0, double 1.0)
  %t5 = fdiv double 1.0, %t4
  %.6 = fmul double 1.0, %t5
  %d_x0 = fadd double 0.0, %.6
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== acosh
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.acosh"(double %x0)
  %t4 = fsub double %x0, 1.0
  %t5 = call double @llvm.sqrt.f64(double %t4)
  %t6 = fdiv double 1.0, %t5
  %t7 = fadd double %x0, 1.0
  %t8 = call double @llvm.sqrt.f64(double %t7)
  %t9 = fdiv double 1.0, %t8
  %t10 = fmul double %t6, %t9
  %.11 = fmul double 1.0, %t10
  %d_x0 = fadd double 0.0, %.11
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== atanh
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.atanh"(double %x0)
  %t4 = call double @llvm.fabs.f64(double %x0)
  %t6 = fsub double %t4, 0.75
  %t7 = call double @llvm.fabs.f64(double %t6)
  %t9 = fcmp olt double %t7, 0.25
  %t10 = fsub double 1.0, %x0
  %t11 = fadd double 1.0, %x0
  %t12 = fmul double %t10, %t11
  %t13 = fmul double %x0, %x0
  %t14 = fsub double 1.0, %t13
  %t15 = select i1 %t9, double %t12, double %t14
  %t16 = fdiv double 1.0, %t15
  %.15 = fmul double 1.0, %t16
  %d_x0 = fadd double 0.0, %.15
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== erf
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.erf"(double %x0)
  %t5 = fcmp olt double %x0, -40.0
  %t7 = fcmp ogt double %x0, 40.0
  %t8 = select i1 %t7, double 40.0, double %x0
  %t9 = select i1 %t5, double -40.0, double %t8
  %t10 = fmul double %t9, %t9
  %t11 = fneg double %t10
  %t12 = call double @"libm.exp"(double %t11)
  %t14 = fmul double 1.1283791670955126, %t12
  %.12 = fmul double 1.0, %t14
  %d_x0 = fadd double 0.0, %.12
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== erfc
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.erfc"(double %x0)
  %t5 = fcmp olt double %x0, -40.0
  %t7 = fcmp ogt double %x0, 40.0
  %t8 = select i1 %t7, double 40.0, double %x0
  %t9 = select i1 %t5, double -40.0, double %t8
  %t10 = fmul double %t9, %t9
  %t11 = fneg double %t10
  %t12 = call double @"libm.exp"(double %t11)
  %t14 = fmul double -1.1283791670955126, %t12
  %.12 = fmul double 1.0, %t14
  %d_x0 = fadd double 0.0, %.12
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== sigmoid
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = call double @llvm.fabs.f64(double %x0)
  %.4 = fneg double %.3
  %.5 = call double @"libm.exp"(double %.4)
  %.6 = fcmp oge double %x0, 0.0
  %.7 = select i1 %.6, double 1.0, double %.5
  %.8 = fadd double %.5, 1.0
  %t2 = fdiv double %.7, %.8
  %t4 = fneg double %x0
  %.11 = call double @llvm.fabs.f64(double %t4)
  %.12 = fneg double %.11
  %.13 = call double @"libm.exp"(double %.12)
  %.14 = fcmp oge double %t4, 0.0
  %.15 = select i1 %.14, double 1.0, double %.13
  %.16 = fadd double %.13, 1.0
  %t5 = fdiv double %.15, %.16
  %t6 = fmul double %t2, %t5
  %.19 = fmul double 1.0, %t6
  %d_x0 = fadd double 0.0, %.19
  store double %t2, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== logsigmoid
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fcmp olt double %x0, 0.0
  %t4 = fcmp oge double %x0, 0.0
  %t5 = fadd double %x0, 0.0
  %t6 = select i1 %t4, double 0.0, double %t5
  %t7 = select i1 %t3, double %x0, double %t6
  %t8 = call double @llvm.fabs.f64(double %x0)
  %t9 = fneg double %t8
  %t10 = call double @"libm.exp"(double %t9)
  %t11 = call double @"libm.log1p"(double %t10)
  %t12 = fsub double %t7, %t11
  %t13 = fneg double %x0
  %.14 = call double @llvm.fabs.f64(double %t13)
  %.15 = fneg double %.14
  %.16 = call double @"libm.exp"(double %.15)
  %.17 = fcmp oge double %t13, 0.0
  %.18 = select i1 %.17, double 1.0, double %.16
  %.19 = fadd double %.16, 1.0
  %t14 = fdiv double %.18, %.19
  %.21 = fmul double 1.0, %t14
  %d_x0 = fadd double 0.0, %.21
  store double %t12, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== relu
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fcmp ole double %x0, 0.0
  %t4 = select i1 %t3, double 0.0, double %x0
  %t5 = select i1 %t3, double 0.0, double 1.0
  %.6 = fmul double 1.0, %t5
  %d_x0 = fadd double 0.0, %.6
  store double %t4, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== leaky_relu
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fcmp ogt double %x0, 0.0
  %t5 = fmul double 0.01, %x0
  %t6 = select i1 %t3, double %x0, double %t5
  %t7 = select i1 %t3, double 1.0, double 0.01
  %.7 = fmul double 1.0, %t7
  %d_x0 = fadd double 0.0, %.7
  store double %t6, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== elu
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fcmp ogt double %x0, 0.0
  %t4 = call double @"libm.expm1"(double %x0)
  %t5 = select i1 %t3, double %x0, double %t4
  %t6 = call double @"libm.exp"(double %x0)
  %t7 = fcmp olt double %x0, 0.0
  %t8 = select i1 %t7, double %t6, double 1.0
  %.9 = fmul double 1.0, %t8
  %d_x0 = fadd double 0.0, %.9
  store double %t5, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== selu
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fcmp ogt double %x0, 0.0
  %t4 = call double @"libm.expm1"(double %x0)
  %t6 = fmul double 1.6732632423543772, %t4
  %t7 = select i1 %t3, double %x0, double %t6
  %t9 = fmul double 1.0507009873554805, %t7
  %t10 = call double @"libm.exp"(double %x0)
  %t11 = fcmp olt double %x0, 0.0
  %t13 = fmul double 1.7580993408473766, %t10
  %t14 = fcmp ole double %x0, 0.0
  %t15 = select i1 %t14, double 1.7580993408473766, double 1.0507009873554805
  %t16 = select i1 %t11, double %t13, double %t15
  %.14 = fmul double 1.0, %t16
  %d_x0 = fadd double 0.0, %.14
  store double %t9, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== celu
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fcmp ogt double %x0, 0.0
  %t4 = call double @"libm.expm1"(double %x0)
  %t5 = select i1 %t3, double %x0, double %t4
  %t6 = call double @"libm.exp"(double %x0)
  %t7 = fcmp olt double %x0, 0.0
  %t8 = select i1 %t7, double %t6, double 1.0
  %.9 = fmul double 1.0, %t8
  %d_x0 = fadd double 0.0, %.9
  store double %t5, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== gelu
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fmul double -0.7071067811865476, %x0
  %t4 = call double @"libm.erfc"(double %t3)
  %t6 = fmul double 0.5, %t4
  %t7 = fmul double %x0, %t6
  %t10 = fcmp olt double %x0, -40.0
  %t12 = fcmp ogt double %x0, 40.0
  %t13 = select i1 %t12, double 40.0, double %x0
  %t14 = select i1 %t10, double -40.0, double %t13
  %t15 = fmul double -0.7071067811865476, %t14
  %t16 = call double @"libm.erfc"(double %t15)
  %t17 = fmul double 0.5, %t16
  %t18 = fmul double %t14, %t14
  %t20 = fmul double -0.5, %t18
  %t21 = call double @"libm.exp"(double %t20)
  %t22 = fmul double %t14, %t21
  %t24 = fmul double %t22, 0.3989422804014327
  %t25 = fadd double %t17, %t24
  %.20 = fmul double 1.0, %t25
  %d_x0 = fadd double 0.0, %.20
  store double %t7, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== silu
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = call double @llvm.fabs.f64(double %x0)
  %.4 = fneg double %.3
  %.5 = call double @"libm.exp"(double %.4)
  %.6 = fcmp oge double %x0, 0.0
  %.7 = select i1 %.6, double 1.0, double %.5
  %.8 = fadd double %.5, 1.0
  %t2 = fdiv double %.7, %.8
  %t3 = fmul double %x0, %t2
  %t5 = fneg double %x0
  %.12 = call double @llvm.fabs.f64(double %t5)
  %.13 = fneg double %.12
  %.14 = call double @"libm.exp"(double %.13)
  %.15 = fcmp oge double %t5, 0.0
  %.16 = select i1 %.15, double 1.0, double %.14
  %.17 = fadd double %.14, 1.0
  %t6 = fdiv double %.16, %.17
  %t7 = fmul double %x0, %t6
  %t8 = fadd double 1.0, %t7
  %t9 = fmul double %t2, %t8
  %.22 = fmul double 1.0, %t9
  %d_x0 = fadd double 0.0, %.22
  store double %t3, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== softplus
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fcmp ogt double %x0, 0x7FF0000000000000
  %.4 = fcmp ogt double %x0, 0.0
  %.5 = fcmp oge double 0.0, %x0
  %.6 = fadd double %x0, 0.0
  %.7 = select i1 %.5, double 0.0, double %.6
  %t5 = select i1 %.4, double %x0, double %.7
  %t6 = call double @llvm.fabs.f64(double %x0)
  %t7 = fneg double %t6
  %t8 = call double @"libm.exp"(double %t7)
  %t9 = call double @"libm.log1p"(double %t8)
  %t10 = fadd double %t5, %t9
  %t11 = select i1 %t3, double %x0, double %t10
  %.15 = call double @llvm.fabs.f64(double %x0)
  %.16 = fneg double %.15
  %.17 = call double @"libm.exp"(double %.16)
  %.18 = fcmp oge double %x0, 0.0
  %.19 = select i1 %.18, double 1.0, double %.17
  %.20 = fadd double %.17, 1.0
  %t12 = fdiv double %.19, %.20
  %t13 = select i1 %t3, double 1.0, double %t12
  %.23 = fmul double 1.0, %t13
  %d_x0 = fadd double 0.0, %.23
  store double %t11, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== mish
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fcmp ogt double %x0, 0x7FF0000000000000
  %.4 = fcmp ogt double %x0, 0.0
  %.5 = fcmp oge double 0.0, %x0
  %.6 = fadd double %x0, 0.0
  %.7 = select i1 %.5, double 0.0, double %.6
  %t5 = select i1 %.4, double %x0, double %.7
  %t6 = call double @llvm.fabs.f64(double %x0)
  %t7 = fneg double %t6
  %t8 = call double @"libm.exp"(double %t7)
  %t9 = call double @"libm.log1p"(double %t8)
  %t10 = fadd double %t5, %t9
  %t11 = select i1 %t3, double %x0, double %t10
  %t12 = call double @"libm.tanh"(double %t11)
  %t13 = fmul double %x0, %t12
  %t15 = fcmp olt double %x0, -1000.0
  %t17 = fcmp ogt double %x0, 1000.0
  %t18 = select i1 %t17, double 1000.0, double %x0
  %t19 = select i1 %t15, double -1000.0, double %t18
  %t20 = fcmp ogt double %t19, 0x7FF0000000000000
  %.22 = fcmp ogt double %t19, 0.0
  %.23 = fcmp oge double 0.0, %t19
  %.24 = fadd double %t19, 0.0
  %.25 = select i1 %.23, double 0.0, double %.24
  %t21 = select i1 %.22, double %t19, double %.25
  %t22 = call double @llvm.fabs.f64(double %t19)
  %t23 = fneg double %t22
  %t24 = call double @"libm.exp"(double %t23)
  %t25 = call double @"libm.log1p"(double %t24)
  %t26 = fadd double %t21, %t25
  %t27 = select i1 %t20, double %t19, double %t26
  %t28 = call double @"libm.tanh"(double %t27)
  %t30 = fmul double 2.0, %t27
  %.35 = call double @llvm.fabs.f64(double %t30)
  %.36 = fneg double %.35
  %.37 = call double @"libm.exp"(double %.36)
  %.38 = fcmp oge double %t30, 0.0
  %.39 = select i1 %.38, double 1.0, double %.37
  %.40 = fadd double %.37, 1.0
  %t31 = fdiv double %.39, %.40
  %t33 = fmul double -2.0, %t27
  %.43 = call double @llvm.fabs.f64(double %t33)
  %.44 = fneg double %.43
  %.45 = call double @"libm.exp"(double %.44)
  %.46 = fcmp oge double %t33, 0.0
  %.47 = select i1 %.46, double 1.0, double %.45
  %.48 = fadd double %.45, 1.0
  %t34 = fdiv double %.47, %.48
  %t35 = fmul double %t31, %t34
  %t37 = fmul double 4.0, %t35
  %.52 = call double @llvm.fabs.f64(double %t19)
  %.53 = fneg double %.52
  %.54 = call double @"libm.exp"(double %.53)
  %.55 = fcmp oge double %t19, 0.0
  %.56 = select i1 %.55, double 1.0, double %.54
  %.57 = fadd double %.54, 1.0
  %t38 = fdiv double %.56, %.57
  %t39 = fmul double %t37, %t38
  %t40 = fmul double %t19, %t39
  %t41 = fadd double %t28, %t40
  %.62 = fmul double 1.0, %t41
  %d_x0 = fadd double 0.0, %.62
  store double %t13, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== softsign
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @llvm.fabs.f64(double %x0)
  %t3 = fadd double 1.0, %t2
  %t4 = fdiv double %x0, %t3
  %t6 = fdiv double 1.0, %t3
  %t7 = fmul double %t6, %t6
  %.8 = fmul double 1.0, %t7
  %d_x0 = fadd double 0.0, %.8
  store double %t4, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== relu6
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fcmp olt double %x0, 0.0
  %t5 = fcmp ogt double %x0, 6.0
  %t6 = select i1 %t5, double 6.0, double %x0
  %t7 = select i1 %t3, double 0.0, double %t6
  %t8 = fcmp ole double %x0, 0.0
  %t9 = fcmp oge double %x0, 6.0
  %t10 = select i1 %t9, double 0.0, double 1.0
  %t11 = select i1 %t8, double 0.0, double %t10
  %.11 = fmul double 1.0, %t11
  %d_x0 = fadd double 0.0, %.11
  store double %t7, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== hardtanh
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fcmp olt double %x0, -1.0
  %t5 = fcmp ogt double %x0, 1.0
  %t6 = select i1 %t5, double 1.0, double %x0
  %t7 = select i1 %t3, double -1.0, double %t6
  %t8 = fcmp ole double %x0, -1.0
  %t9 = fcmp oge double %x0, 1.0
  %t10 = select i1 %t9, double 0.0, double 1.0
  %t11 = select i1 %t8, double 0.0, double %t10
  %.11 = fmul double 1.0, %t11
  %d_x0 = fadd double 0.0, %.11
  store double %t7, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== hardsigmoid
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fadd double %x0, 3.0
  %t5 = fcmp olt double %t3, 0.0
  %t7 = fcmp ogt double %t3, 6.0
  %t8 = select i1 %t7, double 6.0, double %t3
  %t9 = select i1 %t5, double 0.0, double %t8
  %t10 = fdiv double %t9, 6.0
  %t12 = fcmp ogt double %x0, -3.0
  %t13 = fcmp olt double %x0, 3.0
  %t15 = select i1 %t13, double 0.16666666666666666, double 0.0
  %t16 = select i1 %t12, double %t15, double 0.0
  %.13 = fmul double 1.0, %t16
  %d_x0 = fadd double 0.0, %.13
  store double %t10, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== hardswish
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fadd double %x0, 3.0
  %t5 = fcmp olt double %t3, 0.0
  %t7 = fcmp ogt double %t3, 6.0
  %t8 = select i1 %t7, double 6.0, double %t3
  %t9 = select i1 %t5, double 0.0, double %t8
  %t10 = fdiv double %t9, 6.0
  %t11 = fmul double %x0, %t10
  %t13 = fcmp ole double %x0, -3.0
  %t14 = fcmp olt double %x0, 3.0
  %t15 = fdiv double %x0, 3.0
  %t17 = fadd double %t15, 0.5
  %t18 = select i1 %t14, double %t17, double 1.0
  %t19 = select i1 %t13, double 0.0, double %t18
  %.16 = fmul double 1.0, %t19
  %d_x0 = fadd double 0.0, %.16
  store double %t11, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== tanhshrink
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @"libm.tanh"(double %x0)
  %t3 = fsub double %x0, %t2
  %t5 = fmul double %t2, %t2
  %.6 = fmul double 1.0, %t5
  %d_x0 = fadd double 0.0, %.6
  store double %t3, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== softshrink
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fcmp ogt double %x0, 0.5
  %t4 = fsub double %x0, 0.5
  %t6 = fcmp olt double %x0, -0.5
  %t7 = fadd double %x0, 0.5
  %t9 = fmul double 0.0, %x0
  %t10 = select i1 %t6, double %t7, double %t9
  %t11 = select i1 %t3, double %t4, double %t10
  %t12 = call double @llvm.fabs.f64(double %x0)
  %t13 = fcmp ole double %t12, 0.5
  %t14 = select i1 %t13, double 0.0, double 1.0
  %.13 = fmul double 1.0, %t14
  %d_x0 = fadd double 0.0, %.13
  store double %t11, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== hardshrink
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t2 = call double @llvm.fabs.f64(double %x0)
  %t4 = fcmp ole double %t2, 0.5
  %t6 = select i1 %t4, double 0.0, double %x0
  %t7 = select i1 %t4, double 0.0, double 1.0
  %.7 = fmul double 1.0, %t7
  %d_x0 = fadd double 0.0, %.7
  store double %t6, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  ret void
}

======== maximum
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %t3 = fcmp ogt double %x0, %x1
  %t4 = fcmp oge double %x1, %x0
  %t5 = fadd double %x0, %x1
  %t6 = select i1 %t4, double %x1, double %t5
  %t7 = select i1 %t3, double %x0, double %t6
  %t9 = fcmp olt double %x0, %x1
  %t10 = fcmp ole double %x0, %x1
  %t12 = select i1 %t10, double 0.5, double 1.0
  %t13 = select i1 %t9, double 0.0, double %t12
  %t14 = fcmp olt double %x1, %x0
  %t15 = fcmp ole double %x1, %x0
  %t16 = select i1 %t15, double 0.5, double 1.0
  %t17 = select i1 %t14, double 0.0, double %t16
  %.17 = fmul double 1.0, %t17
  %d_x1 = fadd double 0.0, %.17
  %.19 = fmul double 1.0, %t13
  %d_x0 = fadd double 0.0, %.19
  store double %t7, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.21 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.21, align 8
  ret void
}

======== minimum
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %t3 = fcmp olt double %x0, %x1
  %t4 = fcmp ole double %x1, %x0
  %t5 = fadd double %x0, %x1
  %t6 = select i1 %t4, double %x1, double %t5
  %t7 = select i1 %t3, double %x0, double %t6
  %t9 = fcmp ogt double %x0, %x1
  %t10 = fcmp oge double %x0, %x1
  %t12 = select i1 %t10, double 0.5, double 1.0
  %t13 = select i1 %t9, double 0.0, double %t12
  %t14 = fcmp ogt double %x1, %x0
  %t15 = fcmp oge double %x1, %x0
  %t16 = select i1 %t15, double 0.5, double 1.0
  %t17 = select i1 %t14, double 0.0, double %t16
  %.17 = fmul double 1.0, %t17
  %d_x1 = fadd double 0.0, %.17
  %.19 = fmul double 1.0, %t13
  %d_x0 = fadd double 0.0, %.19
  store double %t7, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.21 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.21, align 8
  ret void
}

======== clamp
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t3 = fcmp olt double %x0, 0xFFF0000000000000
  %t5 = fcmp ogt double %x0, 0x7FF0000000000000
  %t6 = select i1 %t5, double 0x7FF0000000000000, double %x0
  %t7 = select i1 %t3, double 0xFFF0000000000000, double %t6
  store double %t7, ptr %"1: y", align 8
  store double 1.0, ptr %"2: g", align 8
  ret void
}

======== where
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t5 = fcmp une double %x0, 0.0
  %.4 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.4
  %.5 = getelementptr double, ptr %"0: x", i64 2
  %x2 = load double, ptr %.5
  %t6 = select i1 %t5, double %x1, double %x2
  %t7 = select i1 %t5, double 1.0, double 0.0
  %t8 = select i1 %t5, double 0.0, double 1.0
  %.9 = fmul double 1.0, %t8
  %d_x2 = fadd double 0.0, %.9
  %.11 = fmul double 1.0, %t7
  %d_x1 = fadd double 0.0, %.11
  store double %t6, ptr %"1: y", align 8
  store double 0.0, ptr %"2: g", align 8
  %.13 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.13, align 8
  %.14 = getelementptr double, ptr %"2: g", i64 2
  store double %d_x2, ptr %.14, align 8
  ret void
}

======== hypot
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %t3 = call double @"libm.hypot"(double %x0, double %x1)
  %t5 = fdiv double %x0, %t3
  %t6 = fcmp une double %t3, 0.0
  %t7 = select i1 %t6, double %t5, double 0.0
  %t8 = fdiv double %x1, %t3
  %t9 = select i1 %t6, double %t8, double 0.0
  %.10 = fmul double 1.0, %t9
  %d_x1 = fadd double 0.0, %.10
  %.12 = fmul double 1.0, %t7
  %d_x0 = fadd double 0.0, %.12
  store double %t3, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.14 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.14, align 8
  ret void
}

======== logaddexp
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %t3 = fsub double %x0, %x1
  %t4 = call double @llvm.fabs.f64(double %t3)
  %t6 = fcmp oge double %t4, 0.0
  %.7 = fcmp ogt double %x0, %x1
  %.8 = fcmp oge double %x1, %x0
  %.9 = fadd double %x0, %x1
  %.10 = select i1 %.8, double %x1, double %.9
  %t7 = select i1 %.7, double %x0, double %.10
  %t8 = fneg double %t4
  %t9 = call double @"libm.exp"(double %t8)
  %t10 = call double @"libm.log1p"(double %t9)
  %t11 = fadd double %t7, %t10
  %t12 = fadd double %x0, %x1
  %t13 = select i1 %t6, double %t11, double %t12
  %.18 = call double @llvm.fabs.f64(double %t3)
  %.19 = fneg double %.18
  %.20 = call double @"libm.exp"(double %.19)
  %.21 = fcmp oge double %t3, 0.0
  %.22 = select i1 %.21, double 1.0, double %.20
  %.23 = fadd double %.20, 1.0
  %t14 = fdiv double %.22, %.23
  %t15 = fsub double %x1, %x0
  %.26 = call double @llvm.fabs.f64(double %t15)
  %.27 = fneg double %.26
  %.28 = call double @"libm.exp"(double %.27)
  %.29 = fcmp oge double %t15, 0.0
  %.30 = select i1 %.29, double 1.0, double %.28
  %.31 = fadd double %.28, 1.0
  %t16 = fdiv double %.30, %.31
  %.33 = fmul double 1.0, %t16
  %d_x1 = fadd double 0.0, %.33
  %.35 = fmul double 1.0, %t14
  %d_x0 = fadd double 0.0, %.35
  store double %t13, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.37 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.37, align 8
  ret void
}

======== floor
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t1 = call double @llvm.floor.f64(double %x0)
  store double %t1, ptr %"1: y", align 8
  store double 0.0, ptr %"2: g", align 8
  ret void
}

======== ceil
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t1 = call double @llvm.ceil.f64(double %x0)
  store double %t1, ptr %"1: y", align 8
  store double 0.0, ptr %"2: g", align 8
  ret void
}

======== round
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t1 = call double @llvm.rint.f64(double %x0)
  store double %t1, ptr %"1: y", align 8
  store double 0.0, ptr %"2: g", align 8
  ret void
}

======== trunc
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t1 = call double @llvm.trunc.f64(double %x0)
  store double %t1, ptr %"1: y", align 8
  store double 0.0, ptr %"2: g", align 8
  ret void
}

======== sign
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = fcmp ogt double %x0, 0.0
  %.4 = fcmp olt double %x0, 0.0
  %.5 = select i1 %.4, double -1.0, double 0.0
  %.6 = select i1 %.3, double 1.0, double %.5
  %.7 = fcmp une double %x0, %x0
  %t1 = select i1 %.7, double %x0, double %.6
  store double %t1, ptr %"1: y", align 8
  store double 0.0, ptr %"2: g", align 8
  ret void
}

======== sum
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %.4 = getelementptr double, ptr %"0: x", i64 2
  %x2 = load double, ptr %.4
  %.5 = fadd double %x0, %x1
  %t4 = fadd double %.5, %x2
  store double %t4, ptr %"1: y", align 8
  store double 1.0, ptr %"2: g", align 8
  %.7 = getelementptr double, ptr %"2: g", i64 1
  store double 1.0, ptr %.7, align 8
  %.8 = getelementptr double, ptr %"2: g", i64 2
  store double 1.0, ptr %.8, align 8
  ret void
}

======== prod
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %t4 = fmul double %x0, %x1
  %.5 = getelementptr double, ptr %"0: x", i64 2
  %x2 = load double, ptr %.5
  %t5 = fmul double %t4, %x2
  %t7 = fmul double %x2, %x1
  %t8 = fmul double %x0, %x2
  %.9 = fmul double 1.0, %t4
  %d_x2 = fadd double 0.0, %.9
  %.11 = fmul double 1.0, %t8
  %d_x1 = fadd double 0.0, %.11
  %.13 = fmul double 1.0, %t7
  %d_x0 = fadd double 0.0, %.13
  store double %t5, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.15 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.15, align 8
  %.16 = getelementptr double, ptr %"2: g", i64 2
  store double %d_x2, ptr %.16, align 8
  ret void
}

======== dot
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %.4 = getelementptr double, ptr %"0: x", i64 2
  %x2 = load double, ptr %.4
  %.5 = fmul double %x0, %x1
  %t4 = fadd double %.5, %x2
  %.7 = fmul double 1.0, %x0
  %d_x1 = fadd double 0.0, %.7
  %.9 = fmul double 1.0, %x1
  %d_x0 = fadd double 0.0, %.9
  store double %t4, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.11 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.11, align 8
  %.12 = getelementptr double, ptr %"2: g", i64 2
  store double 1.0, ptr %.12, align 8
  ret void
}

======== logsumexp
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %x0 = load double, ptr %"0: x"
  %.3 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.3
  %.4 = getelementptr double, ptr %"0: x", i64 2
  %x2 = load double, ptr %.4
  %.5 = fcmp ogt double %x0, %x1
  %.6 = fcmp oge double %x1, %x0
  %.7 = fadd double %x0, %x1
  %.8 = select i1 %.6, double %x1, double %.7
  %.9 = select i1 %.5, double %x0, double %.8
  %.10 = fcmp ogt double %.9, %x2
  %.11 = fcmp oge double %x2, %.9
  %.12 = fadd double %.9, %x2
  %.13 = select i1 %.11, double %x2, double %.12
  %t4 = select i1 %.10, double %.9, double %.13
  %t5 = call double @llvm.fabs.f64(double %t4)
  %t7 = fcmp olt double %t5, 0x7FF0000000000000
  %t8 = fsub double %x0, %t4
  %t9 = call double @"libm.exp"(double %t8)
  %t10 = fsub double %x1, %t4
  %t11 = call double @"libm.exp"(double %t10)
  %t12 = fsub double %x2, %t4
  %t13 = call double @"libm.exp"(double %t12)
  %.23 = fadd double %t9, %t11
  %t14 = fadd double %.23, %t13
  %t15 = call double @"libm.log"(double %t14)
  %t16 = fadd double %t4, %t15
  %t17 = select i1 %t7, double %t16, double %t4
  %t19 = fsub double %x0, %t17
  %t20 = call double @"libm.exp"(double %t19)
  %t21 = fsub double %x1, %t17
  %t22 = call double @"libm.exp"(double %t21)
  %t23 = fsub double %x2, %t17
  %t24 = call double @"libm.exp"(double %t23)
  %.34 = fmul double 1.0, %t24
  %d_x2 = fadd double 0.0, %.34
  %.36 = fmul double 1.0, %t22
  %d_x1 = fadd double 0.0, %.36
  %.38 = fmul double 1.0, %t20
  %d_x0 = fadd double 0.0, %.38
  store double %t17, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.40 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.40, align 8
  %.41 = getelementptr double, ptr %"2: g", i64 2
  store double %d_x2, ptr %.41, align 8
  ret void
}

======== maths

}
declare double @"libm.log"(double)
declare double @"libm.pow"(double, double)
}
declare double @llvm.fabs.f64(double)
}
declare double @llvm.sqrt.f64(double)
}
declare double @"libm.cbrt"(double)
}
declare double @"libm.exp"(double)
}
declare double @"libm.exp2"(double)
}
declare double @"libm.exp"(double)
declare double @"libm.expm1"(double)
}
declare double @"libm.log"(double)
}
declare double @"libm.log2"(double)
}
declare double @"libm.log10"(double)
}
declare double @"libm.log1p"(double)
}
declare double @"libm.cos"(double)
declare double @"libm.sin"(double)
}
declare double @"libm.tan"(double)
}
declare double @"libm.asin"(double)
declare double @llvm.fabs.f64(double)
declare double @llvm.sqrt.f64(double)
}
declare double @"libm.acos"(double)
declare double @llvm.fabs.f64(double)
declare double @llvm.sqrt.f64(double)
}
declare double @"libm.atan"(double)
}
declare double @"libm.atan2"(double, double)
declare double @"libm.hypot"(double, double)
}
declare double @"libm.cosh"(double)
declare double @"libm.sinh"(double)
}
declare double @"libm.exp"(double)
declare double @"libm.tanh"(double)
declare double @llvm.fabs.f64(double)
}
declare double @"libm.asinh"(double)
declare double @"libm.hypot"(double, double)
}
declare double @"libm.acosh"(double)
declare double @llvm.sqrt.f64(double)
}
declare double @"libm.atanh"(double)
declare double @llvm.fabs.f64(double)
}
declare double @"libm.erf"(double)
declare double @"libm.exp"(double)
}
declare double @"libm.erfc"(double)
declare double @"libm.exp"(double)
}
declare double @"libm.exp"(double)
declare double @llvm.fabs.f64(double)
}
declare double @"libm.exp"(double)
declare double @"libm.log1p"(double)
declare double @llvm.fabs.f64(double)
}
declare double @"libm.exp"(double)
declare double @"libm.log1p"(double)
declare double @"libm.tanh"(double)
declare double @llvm.fabs.f64(double)
}
declare double @"libm.tanh"(double)
}
declare double @"libm.hypot"(double, double)
}
declare double @llvm.floor.f64(double)
}
declare double @llvm.ceil.f64(double)
}
declare double @llvm.rint.f64(double)
}
declare double @llvm.trunc.f64(double)
}
declare double @"libm.exp"(double)
declare double @"libm.log"(double)
declare double @llvm.fabs.f64(double)

