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
  %t3 = fadd contract double %x0, %x1
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
  %t3 = fsub contract double %x0, %x1
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
  %t3 = fmul contract double %x0, %x1
  %d_x1 = fmul contract double 1.0, %x0
  %d_x0 = fmul contract double 1.0, %x1
  store double %t3, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.7 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.7, align 8
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
  %t3 = fdiv contract double %x0, %x1
  %t4 = fdiv contract double 1.0, %x1
  %t5 = fneg contract double %t3
  %t6 = fdiv contract double %t5, %x1
  %d_x1 = fmul contract double 1.0, %t6
  %d_x0 = fmul contract double 1.0, %t4
  store double %t3, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.10 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.10, align 8
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
  %t1 = fneg contract double %x0
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
  %t7 = fsub contract double %x1, 1.0
  %t8 = call double @"libm.pow"(double %x0, double %t7)
  %t9 = fmul contract double %x1, %t8
  %t10 = fcmp une double %t6, 0.0
  %t11 = select i1 %t10, double %t9, double 0.0
  %t12 = call double @log.x1(double %x0)
  %t13 = fmul contract double %t3, %t12
  %t14 = fcmp olt double %x1, 0.0
  %t15 = select i1 %t14, double %t13, double 0.0
  %t16 = select i1 %t5, double %t13, double %t15
  %d_x1 = fmul contract double 1.0, %t16
  %d_x0 = fmul contract double 1.0, %t11
  store double %t3, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.19 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.19, align 8
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
  %t3 = select i1 %.8, double %x0, double %.7
  %d_x0 = fmul contract double 1.0, %t3
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
  %t1 = fmul contract double %x0, %x0
  %d_x0 = fmul contract double %x0, 2.0
  store double %t1, ptr %"1: y", align 8
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
  %t2 = fdiv contract double 1.0, %x0
  %t3 = fmul contract double %t2, %t2
  %t4 = fneg contract double %t3
  %d_x0 = fmul contract double 1.0, %t4
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
  %t4 = fdiv contract double 0.5, %t2
  %d_x0 = fmul contract double 1.0, %t4
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
  %t3 = fdiv contract double 1.0, %t2
  %t4 = fmul contract double %t3, %t3
  %t5 = fmul contract double %t4, %t3
  %d_x0 = fmul contract double %t5, -0.5
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
  %t3 = fmul contract double %t2, %t2
  %t5 = fmul contract double 3.0, %t3
  %t6 = fdiv contract double 1.0, %t5
  %d_x0 = fmul contract double 1.0, %t6
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
  %t2 = call double @exp.x1(double %x0)
  %d_x0 = fmul contract double 1.0, %t2
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
  %t1 = call double @"libm.exp2"(double %x0)
  %d_x0 = fmul contract double %t1, 0.6931471805599453
  store double %t1, ptr %"1: y", align 8
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
  %t3 = call double @exp.x1(double %x0)
  %d_x0 = fmul contract double 1.0, %t3
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
  %t2 = call double @log.x1(double %x0)
  %t3 = fdiv contract double 1.0, %x0
  %d_x0 = fmul contract double 1.0, %t3
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
  %t3 = fdiv contract double 1.0, %x0
  %t5 = fdiv contract double %t3, 0.6931471805599453
  %d_x0 = fmul contract double 1.0, %t5
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
  %t3 = fdiv contract double 1.0, %x0
  %t5 = fdiv contract double %t3, 2.302585092994046
  %d_x0 = fmul contract double 1.0, %t5
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
  %t3 = fadd contract double 1.0, %x0
  %t4 = fdiv contract double 1.0, %t3
  %d_x0 = fmul contract double 1.0, %t4
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
  %t3 = call double @"libm.cos"(double %x0)
  %d_x0 = fmul contract double 1.0, %t3
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
  %t3 = call double @"libm.sin"(double %x0)
  %t4 = fneg contract double %t3
  %d_x0 = fmul contract double 1.0, %t4
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
  %t3 = fmul contract double %t2, %t2
  %t4 = fadd contract double 1.0, %t3
  %d_x0 = fmul contract double 1.0, %t4
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
  %t3 = call double @llvm.fabs.f64(double %x0)
  %t5 = fsub contract double %t3, 0.75
  %t6 = call double @llvm.fabs.f64(double %t5)
  %t8 = fcmp olt double %t6, 0.25
  %t9 = fsub contract double 1.0, %x0
  %t10 = fadd contract double 1.0, %x0
  %t11 = fmul contract double %t9, %t10
  %t12 = fmul contract double %x0, %x0
  %t13 = fsub contract double 1.0, %t12
  %t14 = select i1 %t8, double %t11, double %t13
  %t15 = call double @llvm.sqrt.f64(double %t14)
  %t16 = fdiv contract double 1.0, %t15
  %d_x0 = fmul contract double 1.0, %t16
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
  %t3 = call double @llvm.fabs.f64(double %x0)
  %t5 = fsub contract double %t3, 0.75
  %t6 = call double @llvm.fabs.f64(double %t5)
  %t8 = fcmp olt double %t6, 0.25
  %t9 = fsub contract double 1.0, %x0
  %t10 = fadd contract double 1.0, %x0
  %t11 = fmul contract double %t9, %t10
  %t12 = fmul contract double %x0, %x0
  %t13 = fsub contract double 1.0, %t12
  %t14 = select i1 %t8, double %t11, double %t13
  %t15 = call double @llvm.sqrt.f64(double %t14)
  %t16 = fdiv contract double 1.0, %t15
  %t17 = fneg contract double %t16
  %d_x0 = fmul contract double 1.0, %t17
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
  %t3 = fmul contract double %x0, %x0
  %t4 = fadd contract double 1.0, %t3
  %t5 = fdiv contract double 1.0, %t4
  %d_x0 = fmul contract double 1.0, %t5
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
  %t4 = call double @"libm.hypot"(double %x0, double %x1)
  %t5 = fdiv contract double %x1, %t4
  %t6 = fdiv contract double %t5, %t4
  %t8 = fcmp une double %t4, 0.0
  %t9 = select i1 %t8, double %t6, double 0.0
  %t10 = fneg contract double %x0
  %t11 = fdiv contract double %t10, %t4
  %t12 = fdiv contract double %t11, %t4
  %t13 = select i1 %t8, double %t12, double 0.0
  %d_x1 = fmul contract double 1.0, %t13
  %d_x0 = fmul contract double 1.0, %t9
  store double %t3, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.16 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.16, align 8
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
  %t3 = call double @"libm.cosh"(double %x0)
  %d_x0 = fmul contract double 1.0, %t3
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
  %t3 = call double @"libm.sinh"(double %x0)
  %d_x0 = fmul contract double 1.0, %t3
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
  %.3 = call { double, double } @tanh_and_slope.x1(double %x0)
  %.4 = extractvalue { double, double } %.3, 1
  %t2 = extractvalue { double, double } %.3, 0
  %d_x0 = fmul contract double 1.0, %.4
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
  %t3 = call double @"libm.hypot"(double %x0, double 1.0)
  %t4 = fdiv contract double 1.0, %t3
  %d_x0 = fmul contract double 1.0, %t4
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
  %t3 = fsub contract double %x0, 1.0
  %t4 = call double @llvm.sqrt.f64(double %t3)
  %t5 = fdiv contract double 1.0, %t4
  %t6 = fadd contract double %x0, 1.0
  %t7 = call double @llvm.sqrt.f64(double %t6)
  %t8 = fdiv contract double 1.0, %t7
  %t9 = fmul contract double %t5, %t8
  %d_x0 = fmul contract double 1.0, %t9
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
  %t3 = call double @llvm.fabs.f64(double %x0)
  %t5 = fsub contract double %t3, 0.75
  %t6 = call double @llvm.fabs.f64(double %t5)
  %t8 = fcmp olt double %t6, 0.25
  %t9 = fsub contract double 1.0, %x0
  %t10 = fadd contract double 1.0, %x0
  %t11 = fmul contract double %t9, %t10
  %t12 = fmul contract double %x0, %x0
  %t13 = fsub contract double 1.0, %t12
  %t14 = select i1 %t8, double %t11, double %t13
  %t15 = fdiv contract double 1.0, %t14
  %d_x0 = fmul contract double 1.0, %t15
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
  %t1 = call double @"libm.erf"(double %x0)
  %t3 = fcmp olt double %x0, -40.0
  %t5 = fcmp ogt double %x0, 40.0
  %t6 = select i1 %t5, double 40.0, double %x0
  %t7 = select i1 %t3, double -40.0, double %t6
  %t8 = fmul contract double %t7, %t7
  %t9 = fneg contract double %t8
  %t10 = call double @exp.x1(double %t9)
  %d_x0 = fmul contract double %t10, 1.1283791670955126
  store double %t1, ptr %"1: y", align 8
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
  %t1 = call double @"libm.erfc"(double %x0)
  %t3 = fcmp olt double %x0, -40.0
  %t5 = fcmp ogt double %x0, 40.0
  %t6 = select i1 %t5, double 40.0, double %x0
  %t7 = select i1 %t3, double -40.0, double %t6
  %t8 = fmul contract double %t7, %t7
  %t9 = fneg contract double %t8
  %t10 = call double @exp.x1(double %t9)
  %d_x0 = fmul contract double %t10, -1.1283791670955126
  store double %t1, ptr %"1: y", align 8
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
  %.3 = call { double, double } @sigmoid_and_slope.x1(double %x0)
  %.4 = extractvalue { double, double } %.3, 1
  %t2 = extractvalue { double, double } %.3, 0
  %d_x0 = fmul contract double 1.0, %.4
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
  %t5 = fadd contract double %x0, 0.0
  %t6 = select i1 %t4, double 0.0, double %t5
  %t7 = select i1 %t3, double %x0, double %t6
  %t8 = call double @llvm.fabs.f64(double %x0)
  %t9 = fneg contract double %t8
  %t10 = call double @exp.x1(double %t9)
  %t11 = call double @"libm.log1p"(double %t10)
  %t12 = fsub contract double %t7, %t11
  %t13 = fneg contract double %x0
  %t14 = call double @sigmoid.x1(double %t13)
  %d_x0 = fmul contract double 1.0, %t14
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
  %d_x0 = fmul contract double 1.0, %t5
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
  %t5 = fmul contract double 0.01, %x0
  %t6 = select i1 %t3, double %x0, double %t5
  %t7 = select i1 %t3, double 1.0, double 0.01
  %d_x0 = fmul contract double 1.0, %t7
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
  %t6 = call double @exp.x1(double %x0)
  %t7 = fcmp olt double %x0, 0.0
  %t8 = select i1 %t7, double %t6, double 1.0
  %d_x0 = fmul contract double 1.0, %t8
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
  %t6 = fmul contract double 1.6732632423543772, %t4
  %t7 = select i1 %t3, double %x0, double %t6
  %t9 = fmul contract double 1.0507009873554805, %t7
  %t10 = call double @exp.x1(double %x0)
  %t11 = fcmp olt double %x0, 0.0
  %t13 = fmul contract double 1.7580993408473766, %t10
  %t14 = fcmp ole double %x0, 0.0
  %t15 = select i1 %t14, double 1.7580993408473766, double 1.0507009873554805
  %t16 = select i1 %t11, double %t13, double %t15
  %d_x0 = fmul contract double 1.0, %t16
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
  %t6 = call double @exp.x1(double %x0)
  %t7 = fcmp olt double %x0, 0.0
  %t8 = select i1 %t7, double %t6, double 1.0
  %d_x0 = fmul contract double 1.0, %t8
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
  %t3 = fmul contract double -0.7071067811865476, %x0
  %t4 = call double @"libm.erfc"(double %t3)
  %t6 = fmul contract double 0.5, %t4
  %t7 = fmul contract double %x0, %t6
  %t9 = fcmp olt double %x0, -40.0
  %t11 = fcmp ogt double %x0, 40.0
  %t12 = select i1 %t11, double 40.0, double %x0
  %t13 = select i1 %t9, double -40.0, double %t12
  %t14 = fmul contract double -0.7071067811865476, %t13
  %t15 = call double @"libm.erfc"(double %t14)
  %t16 = fmul contract double 0.5, %t15
  %t17 = fmul contract double %t13, %t13
  %t19 = fmul contract double -0.5, %t17
  %t20 = call double @exp.x1(double %t19)
  %t21 = fmul contract double %t13, %t20
  %t23 = fmul contract double %t21, 0.3989422804014327
  %t24 = fadd contract double %t16, %t23
  %d_x0 = fmul contract double 1.0, %t24
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
  %t2 = call double @sigmoid.x1(double %x0)
  %t3 = fmul contract double %x0, %t2
  %t4 = fneg contract double %x0
  %t5 = call double @sigmoid.x1(double %t4)
  %t6 = fmul contract double %x0, %t5
  %t7 = fadd contract double 1.0, %t6
  %t8 = fmul contract double %t2, %t7
  %d_x0 = fmul contract double 1.0, %t8
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
  %t7 = fneg contract double %t6
  %t8 = call double @exp.x1(double %t7)
  %t9 = call double @"libm.log1p"(double %t8)
  %t10 = fadd contract double %t5, %t9
  %t11 = select i1 %t3, double %x0, double %t10
  %t12 = call double @sigmoid.x1(double %x0)
  %t13 = select i1 %t3, double 1.0, double %t12
  %d_x0 = fmul contract double 1.0, %t13
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
  %t7 = fneg contract double %t6
  %t8 = call double @exp.x1(double %t7)
  %t9 = call double @"libm.log1p"(double %t8)
  %t10 = fadd contract double %t5, %t9
  %t11 = select i1 %t3, double %x0, double %t10
  %t12 = call double @tanh.x1(double %t11)
  %t13 = fmul contract double %x0, %t12
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
  %t23 = fneg contract double %t22
  %t24 = call double @exp.x1(double %t23)
  %t25 = call double @"libm.log1p"(double %t24)
  %t26 = fadd contract double %t21, %t25
  %t27 = select i1 %t20, double %t19, double %t26
  %t28 = call double @tanh.x1(double %t27)
  %t30 = fmul contract double 2.0, %t27
  %t31 = call double @sigmoid.x1(double %t30)
  %t33 = fmul contract double -2.0, %t27
  %t34 = call double @sigmoid.x1(double %t33)
  %t35 = fmul contract double %t31, %t34
  %t37 = fmul contract double 4.0, %t35
  %t38 = call double @sigmoid.x1(double %t19)
  %t39 = fmul contract double %t37, %t38
  %t40 = fmul contract double %t19, %t39
  %t41 = fadd contract double %t28, %t40
  %d_x0 = fmul contract double 1.0, %t41
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
  %t3 = fadd contract double 1.0, %t2
  %t4 = fdiv contract double %x0, %t3
  %t5 = fdiv contract double 1.0, %t3
  %t6 = fmul contract double %t5, %t5
  %d_x0 = fmul contract double 1.0, %t6
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
  %d_x0 = fmul contract double 1.0, %t11
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
  %d_x0 = fmul contract double 1.0, %t11
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
  %t3 = fadd contract double %x0, 3.0
  %t5 = fcmp olt double %t3, 0.0
  %t7 = fcmp ogt double %t3, 6.0
  %t8 = select i1 %t7, double 6.0, double %t3
  %t9 = select i1 %t5, double 0.0, double %t8
  %t10 = fdiv contract double %t9, 6.0
  %t12 = fcmp ogt double %x0, -3.0
  %t13 = fcmp olt double %x0, 3.0
  %t15 = select i1 %t13, double 0.16666666666666666, double 0.0
  %t16 = select i1 %t12, double %t15, double 0.0
  %d_x0 = fmul contract double 1.0, %t16
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
  %t3 = fadd contract double %x0, 3.0
  %t5 = fcmp olt double %t3, 0.0
  %t7 = fcmp ogt double %t3, 6.0
  %t8 = select i1 %t7, double 6.0, double %t3
  %t9 = select i1 %t5, double 0.0, double %t8
  %t10 = fdiv contract double %t9, 6.0
  %t11 = fmul contract double %x0, %t10
  %t13 = fcmp ole double %x0, -3.0
  %t14 = fcmp olt double %x0, 3.0
  %t15 = fdiv contract double %x0, 3.0
  %t17 = fadd contract double %t15, 0.5
  %t18 = select i1 %t14, double %t17, double 1.0
  %t19 = select i1 %t13, double 0.0, double %t18
  %d_x0 = fmul contract double 1.0, %t19
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
  %t2 = call double @tanh.x1(double %x0)
  %t3 = fsub contract double %x0, %t2
  %t4 = fmul contract double %t2, %t2
  %d_x0 = fmul contract double 1.0, %t4
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
  %t4 = fsub contract double %x0, 0.5
  %t6 = fcmp olt double %x0, -0.5
  %t7 = fadd contract double %x0, 0.5
  %t9 = fmul contract double 0.0, %x0
  %t10 = select i1 %t6, double %t7, double %t9
  %t11 = select i1 %t3, double %t4, double %t10
  %t12 = call double @llvm.fabs.f64(double %x0)
  %t13 = fcmp ole double %t12, 0.5
  %t14 = select i1 %t13, double 0.0, double 1.0
  %d_x0 = fmul contract double 1.0, %t14
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
  %d_x0 = fmul contract double 1.0, %t7
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
  %t5 = fadd contract double %x0, %x1
  %t6 = select i1 %t4, double %x1, double %t5
  %t7 = select i1 %t3, double %x0, double %t6
  %t8 = fcmp olt double %x0, %x1
  %t9 = fcmp ole double %x0, %x1
  %t11 = select i1 %t9, double 0.5, double 1.0
  %t13 = select i1 %t8, double 0.0, double %t11
  %t14 = fcmp olt double %x1, %x0
  %t15 = fcmp ole double %x1, %x0
  %t16 = select i1 %t15, double 0.5, double 1.0
  %t17 = select i1 %t14, double 0.0, double %t16
  %d_x1 = fmul contract double 1.0, %t17
  %d_x0 = fmul contract double 1.0, %t13
  store double %t7, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.19 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.19, align 8
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
  %t5 = fadd contract double %x0, %x1
  %t6 = select i1 %t4, double %x1, double %t5
  %t7 = select i1 %t3, double %x0, double %t6
  %t8 = fcmp ogt double %x0, %x1
  %t9 = fcmp oge double %x0, %x1
  %t11 = select i1 %t9, double 0.5, double 1.0
  %t13 = select i1 %t8, double 0.0, double %t11
  %t14 = fcmp ogt double %x1, %x0
  %t15 = fcmp oge double %x1, %x0
  %t16 = select i1 %t15, double 0.5, double 1.0
  %t17 = select i1 %t14, double 0.0, double %t16
  %d_x1 = fmul contract double 1.0, %t17
  %d_x0 = fmul contract double 1.0, %t13
  store double %t7, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.19 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.19, align 8
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
  %t6 = fcmp ogt double %x0, 0x7FF0000000000000
  %t7 = select i1 %t6, double 0x7FF0000000000000, double %x0
  %t8 = select i1 %t3, double 0xFFF0000000000000, double %t7
  %t9 = fcmp ogt double %x0, 0xFFF0000000000000
  %t10 = fcmp olt double %x0, 0x7FF0000000000000
  %t11 = select i1 %t10, double 1.0, double 0.0
  %t12 = select i1 %t9, double %t11, double 0.0
  %d_x0 = fmul contract double 1.0, %t12
  store double %t8, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
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
  %d_x2 = fmul contract double 1.0, %t8
  %d_x1 = fmul contract double 1.0, %t7
  store double %t6, ptr %"1: y", align 8
  store double 0.0, ptr %"2: g", align 8
  %.11 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.11, align 8
  %.12 = getelementptr double, ptr %"2: g", i64 2
  store double %d_x2, ptr %.12, align 8
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
  %t4 = fdiv contract double %x0, %t3
  %t6 = fcmp une double %t3, 0.0
  %t7 = select i1 %t6, double %t4, double 0.0
  %t8 = fdiv contract double %x1, %t3
  %t9 = select i1 %t6, double %t8, double 0.0
  %d_x1 = fmul contract double 1.0, %t9
  %d_x0 = fmul contract double 1.0, %t7
  store double %t3, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.12 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.12, align 8
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
  %t3 = fsub contract double %x0, %x1
  %t4 = call double @llvm.fabs.f64(double %t3)
  %t6 = fcmp oge double %t4, 0.0
  %.7 = fcmp ogt double %x0, %x1
  %.8 = fcmp oge double %x1, %x0
  %.9 = fadd double %x0, %x1
  %.10 = select i1 %.8, double %x1, double %.9
  %t7 = select i1 %.7, double %x0, double %.10
  %t8 = fneg contract double %t4
  %t9 = call double @exp.x1(double %t8)
  %t10 = call double @"libm.log1p"(double %t9)
  %t11 = fadd contract double %t7, %t10
  %t12 = fadd contract double %x0, %x1
  %t13 = select i1 %t6, double %t11, double %t12
  %t14 = call double @sigmoid.x1(double %t3)
  %t15 = fsub contract double %x1, %x0
  %t16 = call double @sigmoid.x1(double %t15)
  %d_x1 = fmul contract double 1.0, %t16
  %d_x0 = fmul contract double 1.0, %t14
  store double %t13, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.23 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.23, align 8
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
  %.5 = fadd contract double %x0, %x1
  %t4 = fadd contract double %.5, %x2
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
  %t4 = fmul contract double %x0, %x1
  %.5 = getelementptr double, ptr %"0: x", i64 2
  %x2 = load double, ptr %.5
  %t5 = fmul contract double %t4, %x2
  %t6 = fmul contract double %x2, %x1
  %t7 = fmul contract double %x0, %x2
  %d_x2 = fmul contract double 1.0, %t4
  %d_x1 = fmul contract double 1.0, %t7
  %d_x0 = fmul contract double 1.0, %t6
  store double %t5, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.12 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.12, align 8
  %.13 = getelementptr double, ptr %"2: g", i64 2
  store double %d_x2, ptr %.13, align 8
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
  %t4 = call double @llvm.fmuladd.f64(double %x0, double %x1, double %x2)
  %d_x1 = fmul contract double 1.0, %x0
  %d_x0 = fmul contract double 1.0, %x1
  store double %t4, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.8 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.8, align 8
  %.9 = getelementptr double, ptr %"2: g", i64 2
  store double 1.0, ptr %.9, align 8
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
  %t8 = fsub contract double %x0, %t4
  %t9 = call double @exp.x1(double %t8)
  %t10 = fsub contract double %x1, %t4
  %t11 = call double @exp.x1(double %t10)
  %t12 = fsub contract double %x2, %t4
  %t13 = call double @exp.x1(double %t12)
  %.23 = fadd contract double %t9, %t11
  %t14 = fadd contract double %.23, %t13
  %t15 = call double @log.x1(double %t14)
  %t16 = fadd contract double %t4, %t15
  %t17 = select i1 %t7, double %t16, double %t4
  %t18 = fsub contract double %x0, %t17
  %t19 = call double @exp.x1(double %t18)
  %t20 = fsub contract double %x1, %t17
  %t21 = call double @exp.x1(double %t20)
  %t22 = fsub contract double %x2, %t17
  %t23 = call double @exp.x1(double %t22)
  %d_x2 = fmul contract double 1.0, %t23
  %d_x1 = fmul contract double 1.0, %t21
  %d_x0 = fmul contract double 1.0, %t19
  store double %t17, ptr %"1: y", align 8
  store double %d_x0, ptr %"2: g", align 8
  %.37 = getelementptr double, ptr %"2: g", i64 1
  store double %d_x1, ptr %.37, align 8
  %.38 = getelementptr double, ptr %"2: g", i64 2
  store double %d_x2, ptr %.38, align 8
  ret void
}

======== maths

}
define internal double @log.x1(double %x) alwaysinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = fcmp olt double %x, 2.2250738585072014e-308
  %.2 = fmul double %x, 1.8014398509481984e+16
  %.3 = select i1 %.1, double %.2, double %x
  %.4 = bitcast double %.3 to i64
  %.5 = sub i64 %.4, -2638147582215219
  %.6 = lshr i64 %.5, 52
  %.7 = or i64 %.6, 4841369599423283200
  %.8 = bitcast i64 %.7 to double
  %.9 = select i1 %.1, double 4503599627371573.0, double 4503599627371519.0
  %.10 = fsub double %.8, %.9
  %.11 = and i64 %.5, -4503599627370496
  %.12 = sub i64 %.4, %.11
  %.13 = add i64 %.12, 4607182418800017408
  %.14 = bitcast i64 %.13 to double
  %.15 = fsub double %.14, 1.0
  %.16 = fadd double %.15, 2.0
  %.17 = fdiv double %.15, %.16
  %.18 = fmul double %.17, %.17
  %.19 = fmul double %.15, 0.5
  %.20 = fmul double %.19, %.15
  %.21 = fmul double %.10, 0.6931471805598903
  %.22 = fadd double %.21, %.15
  %.23 = fsub double %.22, %.20
  %.24 = fsub double %.22, %.21
  %.25 = fsub double %.15, %.24
  %.26 = call double @llvm.fmuladd.f64(double %.10, double 5.497923018708371e-14, double %.25)
  %.27 = fsub double %.22, %.23
  %.28 = fsub double %.27, %.20
  %.29 = fadd double %.26, %.28
  %.30 = call double @llvm.fmuladd.f64(double %.18, double 0.39999999999413965, double 0.6666666666666734)
  %.31 = call double @llvm.fmuladd.f64(double %.18, double 0.22222198553773972, double 0.28571428742562294)
  %.32 = call double @llvm.fmuladd.f64(double %.18, double 0.15314021109643308, double 0.1818356540771042)
  %.33 = fmul double %.18, %.18
  %.34 = call double @llvm.fmuladd.f64(double %.33, double %.31, double %.30)
  %.35 = call double @llvm.fmuladd.f64(double %.33, double 0.14796261236315159, double %.32)
  %.36 = fmul double %.33, %.33
  %.37 = call double @llvm.fmuladd.f64(double %.36, double %.35, double %.34)
  %.38 = call double @llvm.fmuladd.f64(double %.18, double %.37, double %.20)
  %.39 = fmul double %.17, %.38
  %.40 = fadd double %.29, %.39
  %.41 = fadd double %.23, %.40
  %.42 = fcmp olt double %x, 0x7FF0000000000000
  %.43 = select i1 %.42, double %.41, double %x
  %.44 = fcmp olt double %x, 0.0
  %.45 = select i1 %.44, double 0x7FF8000000000000, double %.43
  %.46 = call double @llvm.fabs.f64(double %x)
  %.47 = fcmp ogt double %.46, 0.0
  %.48 = call double @llvm.fabs.f64(double %x)
  %.49 = fcmp ole double %.48, 0.0
  %.50 = select i1 %.49, double 0xFFF0000000000000, double %.45
  %.51 = select i1 %.47, double %.45, double %.50
  ret double %.51
}
declare double @"libm.pow"(double, double)
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
}
declare double @llvm.fabs.f64(double)
}
declare double @llvm.sqrt.f64(double)
}
declare double @"libm.cbrt"(double)
}
@.powers = internal constant [256 x i64] [i64 4607182418800017408, i64 4607171688528556854, i64 4607161091040444514, i64 4607150627056680838, i64 4607140297302181236, i64 4607130102505797342, i64 4607120043400338376, i64 4607110120722592644, i64 4607100335213349136, i64 4607090687617419256, i64 4607081178683658658, i64 4607071809164989212, i64 4607062579818421074, i64 4607053491405074892, i64 4607044544690204128, i64 4607035740443217490, i64 4607027079437701500, i64 4607018562451443178, i64 4607010190266452854, i64 4607001963668987092, i64 4606993883449571754, i64 4606985950403025182, i64 4606978165328481494, i64 4606970529029414038, i64 4606963042313658936, i64 4606955705993438784, i64 4606948520885386462, i64 4606941487810569090, i64 4606934607594512098, i64 4606927881067223440, i64 4606921309063217932, i64 4606914892421541718, i64 4606908631985796886, i64 4606902528604166194, i64 4606896583129437952, i64 4606890796419031026, i64 4606885169335019980, i64 4606879702744160358, i64 4606874397517914104, i64 4606869254532475110, i64 4606864274668794914, i64 4606859458812608540, i64 4606854807854460458, i64 4606850322689730712, i64 4606846004218661166, i64 4606841853346381912, i64 4606837870982937808, i64 4606834058043315166, i64 4606830415447468584, i64 4606826944120347918, i64 4606823644991925416, i64 4606820518997222978, i64 4606817567076339586, i64 4606814790174478864, i64 4606812189241976794, i64 4606809765234329598, i64 4606807519112221738, i64 4606805451841554104, i64 4606803564393472328, i64 4606801857744395274, i64 4606800332876043654, i64 4606798990775468832, i64 4606797832435081766, i64 4606796858852682100, i64 4606796071031487438, i64 4606795469980162752, i64 4606795056712849968, i64 4606794832249197700, i64 4606794797614391156, i64 4606794953839182196, i64 4606795301959919562, i64 4606795843018579264, i64 4606796578062795144, i64 4606797508145889586, i64 4606798634326904418, i64 4606799957670631954, i64 4606801479247646228, i64 4606803200134334382, i64 4606805121412928238, i64 4606807244171536026, i64 4606809569504174300, i64 4606812098510800012, i64 4606814832297342774, i64 4606817771975737286, i64 4606820918663955942, i64 4606824273486041616, i64 4606827837572140624, i64 4606831612058535866, i64 4606835598087680144, i64 4606839796808229668, i64 4606844209375077734, i64 4606848836949388596, i64 4606853680698631518, i64 4606858741796615000, i64 4606864021423521216, i64 4606869520765940602, i64 4606875241016906670, i64 4606881183375930982, i64 4606887349049038332, i64 4606893739248802106, i64 4606900355194379848, i64 4606907198111549002, i64 4606914269232742866, i64 4606921569797086730, i64 4606929101050434204, i64 4606936864245403770, i64 4606944860641415500, i64 4606953091504727990, i64 4606961558108475498, i64 4606970261732705274, i64 4606979203664415100, i64 4606988385197591026, i64 4606997807633245320, i64 4607007472279454616, i64 4607017380451398278, i64 4607027533471396960, i64 4607037932668951392, i64 4607048579380781354, i64 4607059474950864886, i64 4607070620730477700, i64 4607082018078232794, i64 4607093668360120306, i64 4607105572949547560, i64 4607117733227379352, i64 4607130150581978432, i64 4607142826409246228, i64 4607155762112663768, i64 4607168959103332850, i64 0, i64 -4854257960399203782, i64 -4850119641896528335, i64 -4849297501935617859, i64 4363093389540324883, i64 -4860564323061625094, i64 4350749156061923425, i64 -4853053740125225437, i64 -4854080656270765277, i64 -4852966099856666493, i64 4341116261916187857, i64 -4850440049091762169, i64 -4849158676624589583, i64 -4877256630102726059, i64 -4858881367677209578, i64 -4852263654643306965, i64 -4850183906666576725, i64 -4859630355816238531, i64 -4853151097465686901, i64 -4857455882053489882, i64 4367063335334195040, i64 -4849738364079555859, i64 4362421515177083789, i64 4359618604155798653, i64 4365834109879625876, i64 -4853161603409245208, i64 -4852705204966799403, i64 -4849390575802333893, i64 -4852978798989610118, i64 -4882709470952570886, i64 -4853642614034132147, i64 4354440509323660175, i64 -4853168174059837249, i64 -4853417037329279386, i64 -4854133705389310036, i64 -4850357836111534836, i64 -4849887252732320057, i64 -4856841960950780530, i64 -4851425030490264515, i64 -4849468086779832235, i64 4361066948569222253, i64 -4858519367427004022, i64 -4874962362796897957, i64 -4851256578827778735, i64 -4852371690806920397, i64 -4856073725505856868, i64 4354643160121541497, i64 4365113450260533808, i64 -4853232456217965852, i64 -4855452342864057157, i64 -4850333972255703577, i64 -4861672301267803319, i64 -4865894452217038753, i64 -4851070895200079539, i64 4364890759862540174, i64 -4853667816911442479, i64 -4855198951638716668, i64 -4852814578003859024, i64 4365169902980743221, i64 -4850807064726085862, i64 -4850890926800227620, i64 -4862669920490755666, i64 -4850267326466481364, i64 -4853183245719180813, i64 -4850309405757462929, i64 -4852590662442289910, i64 -4852742159610413886, i64 -4863645441585018799, i64 -4866104880896786737, i64 -4861936742874514000, i64 -4851663520996877590, i64 -4856299310701561701, i64 -4852328004661933876, i64 4365374511615819883, i64 4352143969406577749, i64 -4861457929465508030, i64 -4850683533175624934, i64 -4852296014723947000, i64 -4850548481895016356, i64 -4856837538248314854, i64 -4856388800324837644, i64 -4871286895867992065, i64 4358348108421357380, i64 -4858529541450220157, i64 -4853407782252254691, i64 -4853204513053887445, i64 -4858747092350994006, i64 -4862257653857481141, i64 4355455812241575463, i64 -4854345991009926744, i64 -4852178776945186674, i64 -4856697781905352736, i64 -4851415218135693484, i64 4364212552380330450, i64 -4855932290866446172, i64 -4863078573502718540, i64 -4857131372227210137, i64 -4859248142566958598, i64 -4853894529606293376, i64 -4859203616861915584, i64 -4853706063101642732, i64 -4858839866725070283, i64 4356388038631218637, i64 -4851730519538535788, i64 4355946959017544883, i64 4363674894410448276, i64 -4856678996789662506, i64 -4854686380951341194, i64 -4854777231402100717, i64 -4863735759665056302, i64 -4859474856892171665, i64 -4859368956010059447, i64 -4855517500610486005, i64 -4863164539274780145, i64 -4858442760372252055, i64 4360674496013757259, i64 -4853252802966754600, i64 -4852833017480046964, i64 4356306869484685523, i64 -4857213363637856586, i64 -4859393813814996496, i64 -4852617719283986271, i64 -4858912667951814772, i64 -4857471895908976606, i64 4362409866909812206, i64 -4859885672053611539, i64 4357102052301720989, i64 -4855166137112962655], align 64
define internal double @exp.rare(double %x) noinline cold nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = fcmp ogt double %x, 710.0
  %.2 = select i1 %.1, double 710.0, double %x
  %.3 = fcmp olt double %.2, -746.0
  %.4 = select i1 %.3, double -746.0, double %.2
  %.5 = call double @llvm.fmuladd.f64(double %.4, double 1.4426950408889634, double 6755399441055744.0)
  %.6 = fsub double %.5, 6755399441055744.0
  %.7 = call double @llvm.fmuladd.f64(double %.6, double -0.6931471805598903, double %.4)
  %.8 = call double @llvm.fmuladd.f64(double %.6, double -5.497923018708371e-14, double %.7)
  %.9 = fsub double %.7, %.8
  %.10 = call double @llvm.fmuladd.f64(double %.6, double -5.497923018708371e-14, double %.9)
  %.11 = fmul double %.8, %.8
  %.12 = call double @llvm.fmuladd.f64(double %.8, double 0.16666666666666685, double 0.5000000000000006)
  %.13 = call double @llvm.fmuladd.f64(double %.8, double 0.00833333333331454, double 0.04166666666657332)
  %.14 = call double @llvm.fmuladd.f64(double %.8, double 0.00019841269903160468, double 0.0013888888932484054)
  %.15 = call double @llvm.fmuladd.f64(double %.8, double 2.755722782435839e-06, double 2.480150431239341e-05)
  %.16 = call double @llvm.fmuladd.f64(double %.8, double 2.5114517821609884e-08, double 2.7626382112523224e-07)
  %.17 = fmul double %.8, %.8
  %.18 = call double @llvm.fmuladd.f64(double %.17, double %.13, double %.12)
  %.19 = call double @llvm.fmuladd.f64(double %.17, double %.15, double %.14)
  %.20 = fmul double %.17, %.17
  %.21 = call double @llvm.fmuladd.f64(double %.20, double %.16, double %.19)
  %.22 = call double @llvm.fmuladd.f64(double %.20, double %.21, double %.18)
  %.23 = call double @llvm.fmuladd.f64(double %.11, double %.22, double %.10)
  %.24 = bitcast double %.5 to i64
  %.25 = lshr i64 %.24, 1
  %.26 = add i64 %.25, 1023
  %.27 = shl i64 %.26, 52
  %.28 = bitcast i64 %.27 to double
  %.29 = sub i64 %.24, %.25
  %.30 = add i64 %.29, 1023
  %.31 = shl i64 %.30, 52
  %.32 = bitcast i64 %.31 to double
  %.33 = fadd double %.8, 1.0
  %.34 = fsub double %.33, 1.0
  %.35 = fsub double %.8, %.34
  %.36 = fadd double %.35, %.23
  %.37 = fadd double %.33, %.36
  %.38 = fmul double %.37, %.28
  %.39 = fmul double %.38, %.32
  ret double %.39
}
define internal double @exp.x1(double %x) alwaysinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call double @llvm.fabs.f64(double %x)
  %.2 = fcmp olt double %.1, 708.0
  br i1 %.2, label %short, label %rare
short:
  %.3 = call double @llvm.fmuladd.f64(double %x, double 184.6649652337873, double 6755399441055744.0)
  %.4 = fsub double %.3, 6755399441055744.0
  %.5 = call double @llvm.fmuladd.f64(double %.4, double -0.005415212347998022, double %x)
  %.6 = call double @llvm.fmuladd.f64(double %.4, double -1.2655086083325438e-13, double %.5)
  %.7 = bitcast double %.3 to i64
  %.8 = and i64 %.7, 127
  %.9 = getelementptr i64, ptr @.powers, i64 %.8
  %.10 = getelementptr i64, ptr %.9, i64 128
  %.11 = load i64, ptr %.9
  %.12 = shl i64 %.7, 45
  %.13 = add i64 %.11, %.12
  %.14 = bitcast i64 %.13 to double
  %.15 = load double, ptr %.10
  %.16 = fmul double %.6, %.6
  %.17 = call double @llvm.fmuladd.f64(double %.6, double 0.008333333333333333, double 0.041666666666666664)
  %.18 = call double @llvm.fmuladd.f64(double %.6, double 0.16666666666666666, double 0.5)
  %.19 = call double @llvm.fmuladd.f64(double %.16, double %.17, double %.18)
  %.20 = fadd double %.6, %.15
  %.21 = call double @llvm.fmuladd.f64(double %.16, double %.19, double %.20)
  %.22 = call double @llvm.fmuladd.f64(double %.14, double %.21, double %.14)
  br label %end
rare:
  %.23 = call double @exp.rare(double %x)
  br label %end
end:
  %.24 = phi double [ %.22, %short ], [ %.23, %rare ]
  ret double %.24
}
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
}
declare double @"libm.exp2"(double)
}
declare double @"libm.expm1"(double)
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
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
define internal { double, double } @tanh_and_slope.x1(double %x) alwaysinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call double @llvm.fabs.f64(double %x)
  %.2 = fmul double %.1, -2.0
  %.3 = fcmp olt double %.2, -746.0
  %.4 = select i1 %.3, double -746.0, double %.2
  %.5 = call double @llvm.fmuladd.f64(double %.4, double 1.4426950408889634, double 6755399441055744.0)
  %.6 = fsub double %.5, 6755399441055744.0
  %.7 = call double @llvm.fmuladd.f64(double %.6, double -0.6931471805598903, double %.4)
  %.8 = call double @llvm.fmuladd.f64(double %.6, double -5.497923018708371e-14, double %.7)
  %.9 = fsub double %.7, %.8
  %.10 = call double @llvm.fmuladd.f64(double %.6, double -5.497923018708371e-14, double %.9)
  %.11 = fmul double %.8, %.8
  %.12 = call double @llvm.fmuladd.f64(double %.8, double 0.16666666666666685, double 0.5000000000000006)
  %.13 = call double @llvm.fmuladd.f64(double %.8, double 0.00833333333331454, double 0.04166666666657332)
  %.14 = call double @llvm.fmuladd.f64(double %.8, double 0.00019841269903160468, double 0.0013888888932484054)
  %.15 = call double @llvm.fmuladd.f64(double %.8, double 2.755722782435839e-06, double 2.480150431239341e-05)
  %.16 = call double @llvm.fmuladd.f64(double %.8, double 2.5114517821609884e-08, double 2.7626382112523224e-07)
  %.17 = fmul double %.8, %.8
  %.18 = call double @llvm.fmuladd.f64(double %.17, double %.13, double %.12)
  %.19 = call double @llvm.fmuladd.f64(double %.17, double %.15, double %.14)
  %.20 = fmul double %.17, %.17
  %.21 = call double @llvm.fmuladd.f64(double %.20, double %.16, double %.19)
  %.22 = call double @llvm.fmuladd.f64(double %.20, double %.21, double %.18)
  %.23 = call double @llvm.fmuladd.f64(double %.11, double %.22, double %.10)
  %.24 = bitcast double %.5 to i64
  %.25 = lshr i64 %.24, 1
  %.26 = add i64 %.25, 1023
  %.27 = shl i64 %.26, 52
  %.28 = bitcast i64 %.27 to double
  %.29 = sub i64 %.24, %.25
  %.30 = add i64 %.29, 1023
  %.31 = shl i64 %.30, 52
  %.32 = bitcast i64 %.31 to double
  %.33 = fmul double %.28, %.32
  %.34 = fadd double %.8, %.23
  %.35 = call double @llvm.fmuladd.f64(double %.33, double %.34, double %.33)
  %.36 = fsub double %.33, 1.0
  %.37 = call double @llvm.fmuladd.f64(double %.33, double %.34, double %.36)
  %.38 = call double @llvm.fabs.f64(double %x)
  %.39 = fcmp ogt double %.38, 0.55
  %.40 = fmul double %.35, 2.0
  %.41 = fneg double %.37
  %.42 = select i1 %.39, double %.40, double %.41
  %.43 = fadd double %.37, 2.0
  %.44 = fdiv double %.42, %.43
  %.45 = fsub double 1.0, %.44
  %.46 = select i1 %.39, double %.45, double %.44
  %.47 = fadd double %.46, 1.0
  %.48 = call double @llvm.copysign.f64(double %.46, double %x)
  %.49 = fmul double %.47, %.47
  %.50 = fmul double %.35, %.49
  %.51 = insertvalue { double, double } poison, double %.48, 0
  %.52 = insertvalue { double, double } %.51, double %.50, 1
  ret { double, double } %.52
}
declare double @llvm.copysign.f64(double, double)
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
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
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
}
declare double @"libm.erfc"(double)
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
}
@.powers = internal constant [256 x i64] [i64 4607182418800017408, i64 4607171688528556854, i64 4607161091040444514, i64 4607150627056680838, i64 4607140297302181236, i64 4607130102505797342, i64 4607120043400338376, i64 4607110120722592644, i64 4607100335213349136, i64 4607090687617419256, i64 4607081178683658658, i64 4607071809164989212, i64 4607062579818421074, i64 4607053491405074892, i64 4607044544690204128, i64 4607035740443217490, i64 4607027079437701500, i64 4607018562451443178, i64 4607010190266452854, i64 4607001963668987092, i64 4606993883449571754, i64 4606985950403025182, i64 4606978165328481494, i64 4606970529029414038, i64 4606963042313658936, i64 4606955705993438784, i64 4606948520885386462, i64 4606941487810569090, i64 4606934607594512098, i64 4606927881067223440, i64 4606921309063217932, i64 4606914892421541718, i64 4606908631985796886, i64 4606902528604166194, i64 4606896583129437952, i64 4606890796419031026, i64 4606885169335019980, i64 4606879702744160358, i64 4606874397517914104, i64 4606869254532475110, i64 4606864274668794914, i64 4606859458812608540, i64 4606854807854460458, i64 4606850322689730712, i64 4606846004218661166, i64 4606841853346381912, i64 4606837870982937808, i64 4606834058043315166, i64 4606830415447468584, i64 4606826944120347918, i64 4606823644991925416, i64 4606820518997222978, i64 4606817567076339586, i64 4606814790174478864, i64 4606812189241976794, i64 4606809765234329598, i64 4606807519112221738, i64 4606805451841554104, i64 4606803564393472328, i64 4606801857744395274, i64 4606800332876043654, i64 4606798990775468832, i64 4606797832435081766, i64 4606796858852682100, i64 4606796071031487438, i64 4606795469980162752, i64 4606795056712849968, i64 4606794832249197700, i64 4606794797614391156, i64 4606794953839182196, i64 4606795301959919562, i64 4606795843018579264, i64 4606796578062795144, i64 4606797508145889586, i64 4606798634326904418, i64 4606799957670631954, i64 4606801479247646228, i64 4606803200134334382, i64 4606805121412928238, i64 4606807244171536026, i64 4606809569504174300, i64 4606812098510800012, i64 4606814832297342774, i64 4606817771975737286, i64 4606820918663955942, i64 4606824273486041616, i64 4606827837572140624, i64 4606831612058535866, i64 4606835598087680144, i64 4606839796808229668, i64 4606844209375077734, i64 4606848836949388596, i64 4606853680698631518, i64 4606858741796615000, i64 4606864021423521216, i64 4606869520765940602, i64 4606875241016906670, i64 4606881183375930982, i64 4606887349049038332, i64 4606893739248802106, i64 4606900355194379848, i64 4606907198111549002, i64 4606914269232742866, i64 4606921569797086730, i64 4606929101050434204, i64 4606936864245403770, i64 4606944860641415500, i64 4606953091504727990, i64 4606961558108475498, i64 4606970261732705274, i64 4606979203664415100, i64 4606988385197591026, i64 4606997807633245320, i64 4607007472279454616, i64 4607017380451398278, i64 4607027533471396960, i64 4607037932668951392, i64 4607048579380781354, i64 4607059474950864886, i64 4607070620730477700, i64 4607082018078232794, i64 4607093668360120306, i64 4607105572949547560, i64 4607117733227379352, i64 4607130150581978432, i64 4607142826409246228, i64 4607155762112663768, i64 4607168959103332850, i64 0, i64 -4854257960399203782, i64 -4850119641896528335, i64 -4849297501935617859, i64 4363093389540324883, i64 -4860564323061625094, i64 4350749156061923425, i64 -4853053740125225437, i64 -4854080656270765277, i64 -4852966099856666493, i64 4341116261916187857, i64 -4850440049091762169, i64 -4849158676624589583, i64 -4877256630102726059, i64 -4858881367677209578, i64 -4852263654643306965, i64 -4850183906666576725, i64 -4859630355816238531, i64 -4853151097465686901, i64 -4857455882053489882, i64 4367063335334195040, i64 -4849738364079555859, i64 4362421515177083789, i64 4359618604155798653, i64 4365834109879625876, i64 -4853161603409245208, i64 -4852705204966799403, i64 -4849390575802333893, i64 -4852978798989610118, i64 -4882709470952570886, i64 -4853642614034132147, i64 4354440509323660175, i64 -4853168174059837249, i64 -4853417037329279386, i64 -4854133705389310036, i64 -4850357836111534836, i64 -4849887252732320057, i64 -4856841960950780530, i64 -4851425030490264515, i64 -4849468086779832235, i64 4361066948569222253, i64 -4858519367427004022, i64 -4874962362796897957, i64 -4851256578827778735, i64 -4852371690806920397, i64 -4856073725505856868, i64 4354643160121541497, i64 4365113450260533808, i64 -4853232456217965852, i64 -4855452342864057157, i64 -4850333972255703577, i64 -4861672301267803319, i64 -4865894452217038753, i64 -4851070895200079539, i64 4364890759862540174, i64 -4853667816911442479, i64 -4855198951638716668, i64 -4852814578003859024, i64 4365169902980743221, i64 -4850807064726085862, i64 -4850890926800227620, i64 -4862669920490755666, i64 -4850267326466481364, i64 -4853183245719180813, i64 -4850309405757462929, i64 -4852590662442289910, i64 -4852742159610413886, i64 -4863645441585018799, i64 -4866104880896786737, i64 -4861936742874514000, i64 -4851663520996877590, i64 -4856299310701561701, i64 -4852328004661933876, i64 4365374511615819883, i64 4352143969406577749, i64 -4861457929465508030, i64 -4850683533175624934, i64 -4852296014723947000, i64 -4850548481895016356, i64 -4856837538248314854, i64 -4856388800324837644, i64 -4871286895867992065, i64 4358348108421357380, i64 -4858529541450220157, i64 -4853407782252254691, i64 -4853204513053887445, i64 -4858747092350994006, i64 -4862257653857481141, i64 4355455812241575463, i64 -4854345991009926744, i64 -4852178776945186674, i64 -4856697781905352736, i64 -4851415218135693484, i64 4364212552380330450, i64 -4855932290866446172, i64 -4863078573502718540, i64 -4857131372227210137, i64 -4859248142566958598, i64 -4853894529606293376, i64 -4859203616861915584, i64 -4853706063101642732, i64 -4858839866725070283, i64 4356388038631218637, i64 -4851730519538535788, i64 4355946959017544883, i64 4363674894410448276, i64 -4856678996789662506, i64 -4854686380951341194, i64 -4854777231402100717, i64 -4863735759665056302, i64 -4859474856892171665, i64 -4859368956010059447, i64 -4855517500610486005, i64 -4863164539274780145, i64 -4858442760372252055, i64 4360674496013757259, i64 -4853252802966754600, i64 -4852833017480046964, i64 4356306869484685523, i64 -4857213363637856586, i64 -4859393813814996496, i64 -4852617719283986271, i64 -4858912667951814772, i64 -4857471895908976606, i64 4362409866909812206, i64 -4859885672053611539, i64 4357102052301720989, i64 -4855166137112962655], align 64
define internal { double, double } @sigmoid_and_slope.rare(double %x) noinline cold nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call double @llvm.fabs.f64(double %x)
  %.2 = fneg double %.1
  %.3 = fcmp olt double %.2, -746.0
  %.4 = select i1 %.3, double -746.0, double %.2
  %.5 = call double @llvm.fmuladd.f64(double %.4, double 1.4426950408889634, double 6755399441055744.0)
  %.6 = fsub double %.5, 6755399441055744.0
  %.7 = call double @llvm.fmuladd.f64(double %.6, double -0.6931471805598903, double %.4)
  %.8 = call double @llvm.fmuladd.f64(double %.6, double -5.497923018708371e-14, double %.7)
  %.9 = fsub double %.7, %.8
  %.10 = call double @llvm.fmuladd.f64(double %.6, double -5.497923018708371e-14, double %.9)
  %.11 = fmul double %.8, %.8
  %.12 = call double @llvm.fmuladd.f64(double %.8, double 0.16666666666666685, double 0.5000000000000006)
  %.13 = call double @llvm.fmuladd.f64(double %.8, double 0.00833333333331454, double 0.04166666666657332)
  %.14 = call double @llvm.fmuladd.f64(double %.8, double 0.00019841269903160468, double 0.0013888888932484054)
  %.15 = call double @llvm.fmuladd.f64(double %.8, double 2.755722782435839e-06, double 2.480150431239341e-05)
  %.16 = call double @llvm.fmuladd.f64(double %.8, double 2.5114517821609884e-08, double 2.7626382112523224e-07)
  %.17 = fmul double %.8, %.8
  %.18 = call double @llvm.fmuladd.f64(double %.17, double %.13, double %.12)
  %.19 = call double @llvm.fmuladd.f64(double %.17, double %.15, double %.14)
  %.20 = fmul double %.17, %.17
  %.21 = call double @llvm.fmuladd.f64(double %.20, double %.16, double %.19)
  %.22 = call double @llvm.fmuladd.f64(double %.20, double %.21, double %.18)
  %.23 = call double @llvm.fmuladd.f64(double %.11, double %.22, double %.10)
  %.24 = bitcast double %.5 to i64
  %.25 = lshr i64 %.24, 1
  %.26 = add i64 %.25, 1023
  %.27 = shl i64 %.26, 52
  %.28 = bitcast i64 %.27 to double
  %.29 = sub i64 %.24, %.25
  %.30 = add i64 %.29, 1023
  %.31 = shl i64 %.30, 52
  %.32 = bitcast i64 %.31 to double
  %.33 = fadd double %.8, 1.0
  %.34 = fsub double %.33, 1.0
  %.35 = fsub double %.8, %.34
  %.36 = fadd double %.35, %.23
  %.37 = fadd double %.33, %.36
  %.38 = fmul double %.37, %.28
  %.39 = fmul double %.38, %.32
  %.40 = fadd double %.39, 1.0
  %.41 = fdiv double %.39, %.40
  %.42 = fcmp olt double %.39, 0.25
  %.43 = fmul double %.39, %.41
  %.44 = fsub double %.39, %.43
  %.45 = select i1 %.42, double %.44, double %.41
  %.46 = fsub double 1.0, %.45
  %.47 = fcmp olt double %x, 0.0
  %.48 = select i1 %.47, double %.45, double %.46
  %.49 = fmul double %.45, %.46
  %.50 = insertvalue { double, double } poison, double %.48, 0
  %.51 = insertvalue { double, double } %.50, double %.49, 1
  ret { double, double } %.51
}
define internal { double, double } @sigmoid_and_slope.x1(double %x) alwaysinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call double @llvm.fabs.f64(double %x)
  %.2 = fcmp olt double %.1, 36.0
  br i1 %.2, label %short, label %rare
short:
  %.3 = fneg double %x
  %.4 = call double @llvm.fmuladd.f64(double %.3, double 184.6649652337873, double 6755399441055744.0)
  %.5 = fsub double %.4, 6755399441055744.0
  %.6 = call double @llvm.fmuladd.f64(double %.5, double -0.005415212347998022, double %.3)
  %.7 = call double @llvm.fmuladd.f64(double %.5, double -1.2655086083325438e-13, double %.6)
  %.8 = bitcast double %.4 to i64
  %.9 = and i64 %.8, 127
  %.10 = getelementptr i64, ptr @.powers, i64 %.9
  %.11 = getelementptr i64, ptr %.10, i64 128
  %.12 = load i64, ptr %.10
  %.13 = shl i64 %.8, 45
  %.14 = add i64 %.12, %.13
  %.15 = bitcast i64 %.14 to double
  %.16 = load double, ptr %.11
  %.17 = fmul double %.7, %.7
  %.18 = call double @llvm.fmuladd.f64(double %.7, double 0.008333333333333333, double 0.041666666666666664)
  %.19 = call double @llvm.fmuladd.f64(double %.7, double 0.16666666666666666, double 0.5)
  %.20 = call double @llvm.fmuladd.f64(double %.17, double %.18, double %.19)
  %.21 = fadd double %.7, %.16
  %.22 = call double @llvm.fmuladd.f64(double %.17, double %.20, double %.21)
  %.23 = call double @llvm.copysign.f64(double 0.5, double %x)
  %.24 = fsub double 0.5, %.23
  %.25 = fadd double %.15, %.24
  %.26 = call double @llvm.fmuladd.f64(double %.15, double %.22, double %.25)
  %.27 = fadd double %.23, 0.5
  %.28 = fadd double %.26, %.27
  %.29 = fdiv double 1.0, %.28
  %.30 = call double @llvm.fmuladd.f64(double %.15, double %.22, double %.15)
  %.31 = fmul double %.30, %.29
  %.32 = fmul double %.31, %.29
  %.33 = insertvalue { double, double } poison, double %.29, 0
  %.34 = insertvalue { double, double } %.33, double %.32, 1
  br label %end
rare:
  %.35 = call { double, double } @sigmoid_and_slope.rare(double %x)
  br label %end
end:
  %.36 = phi { double, double } [ %.34, %short ], [ %.35, %rare ]
  ret { double, double } %.36
}
define internal double @sigmoid.rare(double %x) noinline cold nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call double @llvm.fabs.f64(double %x)
  %.2 = fneg double %.1
  %.3 = fcmp olt double %.2, -746.0
  %.4 = select i1 %.3, double -746.0, double %.2
  %.5 = call double @llvm.fmuladd.f64(double %.4, double 1.4426950408889634, double 6755399441055744.0)
  %.6 = fsub double %.5, 6755399441055744.0
  %.7 = call double @llvm.fmuladd.f64(double %.6, double -0.6931471805598903, double %.4)
  %.8 = call double @llvm.fmuladd.f64(double %.6, double -5.497923018708371e-14, double %.7)
  %.9 = fsub double %.7, %.8
  %.10 = call double @llvm.fmuladd.f64(double %.6, double -5.497923018708371e-14, double %.9)
  %.11 = fmul double %.8, %.8
  %.12 = call double @llvm.fmuladd.f64(double %.8, double 0.16666666666666685, double 0.5000000000000006)
  %.13 = call double @llvm.fmuladd.f64(double %.8, double 0.00833333333331454, double 0.04166666666657332)
  %.14 = call double @llvm.fmuladd.f64(double %.8, double 0.00019841269903160468, double 0.0013888888932484054)
  %.15 = call double @llvm.fmuladd.f64(double %.8, double 2.755722782435839e-06, double 2.480150431239341e-05)
  %.16 = call double @llvm.fmuladd.f64(double %.8, double 2.5114517821609884e-08, double 2.7626382112523224e-07)
  %.17 = fmul double %.8, %.8
  %.18 = call double @llvm.fmuladd.f64(double %.17, double %.13, double %.12)
  %.19 = call double @llvm.fmuladd.f64(double %.17, double %.15, double %.14)
  %.20 = fmul double %.17, %.17
  %.21 = call double @llvm.fmuladd.f64(double %.20, double %.16, double %.19)
  %.22 = call double @llvm.fmuladd.f64(double %.20, double %.21, double %.18)
  %.23 = call double @llvm.fmuladd.f64(double %.11, double %.22, double %.10)
  %.24 = bitcast double %.5 to i64
  %.25 = lshr i64 %.24, 1
  %.26 = add i64 %.25, 1023
  %.27 = shl i64 %.26, 52
  %.28 = bitcast i64 %.27 to double
  %.29 = sub i64 %.24, %.25
  %.30 = add i64 %.29, 1023
  %.31 = shl i64 %.30, 52
  %.32 = bitcast i64 %.31 to double
  %.33 = fadd double %.8, 1.0
  %.34 = fsub double %.33, 1.0
  %.35 = fsub double %.8, %.34
  %.36 = fadd double %.35, %.23
  %.37 = fadd double %.33, %.36
  %.38 = fmul double %.37, %.28
  %.39 = fmul double %.38, %.32
  %.40 = fadd double %.39, 1.0
  %.41 = fdiv double %.39, %.40
  %.42 = fcmp olt double %.39, 0.25
  %.43 = fmul double %.39, %.41
  %.44 = fsub double %.39, %.43
  %.45 = select i1 %.42, double %.44, double %.41
  %.46 = fsub double 1.0, %.45
  %.47 = fcmp olt double %x, 0.0
  %.48 = select i1 %.47, double %.45, double %.46
  %.49 = fmul double %.45, %.46
  ret double %.48
}
define internal double @sigmoid.x1(double %x) alwaysinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call double @llvm.fabs.f64(double %x)
  %.2 = fcmp olt double %.1, 36.0
  br i1 %.2, label %short, label %rare
short:
  %.3 = fneg double %x
  %.4 = call double @llvm.fmuladd.f64(double %.3, double 184.6649652337873, double 6755399441055744.0)
  %.5 = fsub double %.4, 6755399441055744.0
  %.6 = call double @llvm.fmuladd.f64(double %.5, double -0.005415212347998022, double %.3)
  %.7 = call double @llvm.fmuladd.f64(double %.5, double -1.2655086083325438e-13, double %.6)
  %.8 = bitcast double %.4 to i64
  %.9 = and i64 %.8, 127
  %.10 = getelementptr i64, ptr @.powers, i64 %.9
  %.11 = getelementptr i64, ptr %.10, i64 128
  %.12 = load i64, ptr %.10
  %.13 = shl i64 %.8, 45
  %.14 = add i64 %.12, %.13
  %.15 = bitcast i64 %.14 to double
  %.16 = load double, ptr %.11
  %.17 = fmul double %.7, %.7
  %.18 = call double @llvm.fmuladd.f64(double %.7, double 0.008333333333333333, double 0.041666666666666664)
  %.19 = call double @llvm.fmuladd.f64(double %.7, double 0.16666666666666666, double 0.5)
  %.20 = call double @llvm.fmuladd.f64(double %.17, double %.18, double %.19)
  %.21 = fadd double %.7, %.16
  %.22 = call double @llvm.fmuladd.f64(double %.17, double %.20, double %.21)
  %.23 = call double @llvm.copysign.f64(double 0.5, double %x)
  %.24 = fsub double 0.5, %.23
  %.25 = fadd double %.15, %.24
  %.26 = call double @llvm.fmuladd.f64(double %.15, double %.22, double %.25)
  %.27 = fadd double %.23, 0.5
  %.28 = fadd double %.26, %.27
  %.29 = fdiv double 1.0, %.28
  %.30 = call double @llvm.fmuladd.f64(double %.15, double %.22, double %.15)
  %.31 = fmul double %.30, %.29
  %.32 = fmul double %.31, %.29
  br label %end
rare:
  %.33 = call double @sigmoid.rare(double %x)
  br label %end
end:
  %.34 = phi double [ %.29, %short ], [ %.33, %rare ]
  ret double %.34
}
declare double @"libm.log1p"(double)
declare double @llvm.copysign.f64(double, double)
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
}
@.powers = internal constant [256 x i64] [i64 4607182418800017408, i64 4607171688528556854, i64 4607161091040444514, i64 4607150627056680838, i64 4607140297302181236, i64 4607130102505797342, i64 4607120043400338376, i64 4607110120722592644, i64 4607100335213349136, i64 4607090687617419256, i64 4607081178683658658, i64 4607071809164989212, i64 4607062579818421074, i64 4607053491405074892, i64 4607044544690204128, i64 4607035740443217490, i64 4607027079437701500, i64 4607018562451443178, i64 4607010190266452854, i64 4607001963668987092, i64 4606993883449571754, i64 4606985950403025182, i64 4606978165328481494, i64 4606970529029414038, i64 4606963042313658936, i64 4606955705993438784, i64 4606948520885386462, i64 4606941487810569090, i64 4606934607594512098, i64 4606927881067223440, i64 4606921309063217932, i64 4606914892421541718, i64 4606908631985796886, i64 4606902528604166194, i64 4606896583129437952, i64 4606890796419031026, i64 4606885169335019980, i64 4606879702744160358, i64 4606874397517914104, i64 4606869254532475110, i64 4606864274668794914, i64 4606859458812608540, i64 4606854807854460458, i64 4606850322689730712, i64 4606846004218661166, i64 4606841853346381912, i64 4606837870982937808, i64 4606834058043315166, i64 4606830415447468584, i64 4606826944120347918, i64 4606823644991925416, i64 4606820518997222978, i64 4606817567076339586, i64 4606814790174478864, i64 4606812189241976794, i64 4606809765234329598, i64 4606807519112221738, i64 4606805451841554104, i64 4606803564393472328, i64 4606801857744395274, i64 4606800332876043654, i64 4606798990775468832, i64 4606797832435081766, i64 4606796858852682100, i64 4606796071031487438, i64 4606795469980162752, i64 4606795056712849968, i64 4606794832249197700, i64 4606794797614391156, i64 4606794953839182196, i64 4606795301959919562, i64 4606795843018579264, i64 4606796578062795144, i64 4606797508145889586, i64 4606798634326904418, i64 4606799957670631954, i64 4606801479247646228, i64 4606803200134334382, i64 4606805121412928238, i64 4606807244171536026, i64 4606809569504174300, i64 4606812098510800012, i64 4606814832297342774, i64 4606817771975737286, i64 4606820918663955942, i64 4606824273486041616, i64 4606827837572140624, i64 4606831612058535866, i64 4606835598087680144, i64 4606839796808229668, i64 4606844209375077734, i64 4606848836949388596, i64 4606853680698631518, i64 4606858741796615000, i64 4606864021423521216, i64 4606869520765940602, i64 4606875241016906670, i64 4606881183375930982, i64 4606887349049038332, i64 4606893739248802106, i64 4606900355194379848, i64 4606907198111549002, i64 4606914269232742866, i64 4606921569797086730, i64 4606929101050434204, i64 4606936864245403770, i64 4606944860641415500, i64 4606953091504727990, i64 4606961558108475498, i64 4606970261732705274, i64 4606979203664415100, i64 4606988385197591026, i64 4606997807633245320, i64 4607007472279454616, i64 4607017380451398278, i64 4607027533471396960, i64 4607037932668951392, i64 4607048579380781354, i64 4607059474950864886, i64 4607070620730477700, i64 4607082018078232794, i64 4607093668360120306, i64 4607105572949547560, i64 4607117733227379352, i64 4607130150581978432, i64 4607142826409246228, i64 4607155762112663768, i64 4607168959103332850, i64 0, i64 -4854257960399203782, i64 -4850119641896528335, i64 -4849297501935617859, i64 4363093389540324883, i64 -4860564323061625094, i64 4350749156061923425, i64 -4853053740125225437, i64 -4854080656270765277, i64 -4852966099856666493, i64 4341116261916187857, i64 -4850440049091762169, i64 -4849158676624589583, i64 -4877256630102726059, i64 -4858881367677209578, i64 -4852263654643306965, i64 -4850183906666576725, i64 -4859630355816238531, i64 -4853151097465686901, i64 -4857455882053489882, i64 4367063335334195040, i64 -4849738364079555859, i64 4362421515177083789, i64 4359618604155798653, i64 4365834109879625876, i64 -4853161603409245208, i64 -4852705204966799403, i64 -4849390575802333893, i64 -4852978798989610118, i64 -4882709470952570886, i64 -4853642614034132147, i64 4354440509323660175, i64 -4853168174059837249, i64 -4853417037329279386, i64 -4854133705389310036, i64 -4850357836111534836, i64 -4849887252732320057, i64 -4856841960950780530, i64 -4851425030490264515, i64 -4849468086779832235, i64 4361066948569222253, i64 -4858519367427004022, i64 -4874962362796897957, i64 -4851256578827778735, i64 -4852371690806920397, i64 -4856073725505856868, i64 4354643160121541497, i64 4365113450260533808, i64 -4853232456217965852, i64 -4855452342864057157, i64 -4850333972255703577, i64 -4861672301267803319, i64 -4865894452217038753, i64 -4851070895200079539, i64 4364890759862540174, i64 -4853667816911442479, i64 -4855198951638716668, i64 -4852814578003859024, i64 4365169902980743221, i64 -4850807064726085862, i64 -4850890926800227620, i64 -4862669920490755666, i64 -4850267326466481364, i64 -4853183245719180813, i64 -4850309405757462929, i64 -4852590662442289910, i64 -4852742159610413886, i64 -4863645441585018799, i64 -4866104880896786737, i64 -4861936742874514000, i64 -4851663520996877590, i64 -4856299310701561701, i64 -4852328004661933876, i64 4365374511615819883, i64 4352143969406577749, i64 -4861457929465508030, i64 -4850683533175624934, i64 -4852296014723947000, i64 -4850548481895016356, i64 -4856837538248314854, i64 -4856388800324837644, i64 -4871286895867992065, i64 4358348108421357380, i64 -4858529541450220157, i64 -4853407782252254691, i64 -4853204513053887445, i64 -4858747092350994006, i64 -4862257653857481141, i64 4355455812241575463, i64 -4854345991009926744, i64 -4852178776945186674, i64 -4856697781905352736, i64 -4851415218135693484, i64 4364212552380330450, i64 -4855932290866446172, i64 -4863078573502718540, i64 -4857131372227210137, i64 -4859248142566958598, i64 -4853894529606293376, i64 -4859203616861915584, i64 -4853706063101642732, i64 -4858839866725070283, i64 4356388038631218637, i64 -4851730519538535788, i64 4355946959017544883, i64 4363674894410448276, i64 -4856678996789662506, i64 -4854686380951341194, i64 -4854777231402100717, i64 -4863735759665056302, i64 -4859474856892171665, i64 -4859368956010059447, i64 -4855517500610486005, i64 -4863164539274780145, i64 -4858442760372252055, i64 4360674496013757259, i64 -4853252802966754600, i64 -4852833017480046964, i64 4356306869484685523, i64 -4857213363637856586, i64 -4859393813814996496, i64 -4852617719283986271, i64 -4858912667951814772, i64 -4857471895908976606, i64 4362409866909812206, i64 -4859885672053611539, i64 4357102052301720989, i64 -4855166137112962655], align 64
define internal double @sigmoid.rare(double %x) noinline cold nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call double @llvm.fabs.f64(double %x)
  %.2 = fneg double %.1
  %.3 = fcmp olt double %.2, -746.0
  %.4 = select i1 %.3, double -746.0, double %.2
  %.5 = call double @llvm.fmuladd.f64(double %.4, double 1.4426950408889634, double 6755399441055744.0)
  %.6 = fsub double %.5, 6755399441055744.0
  %.7 = call double @llvm.fmuladd.f64(double %.6, double -0.6931471805598903, double %.4)
  %.8 = call double @llvm.fmuladd.f64(double %.6, double -5.497923018708371e-14, double %.7)
  %.9 = fsub double %.7, %.8
  %.10 = call double @llvm.fmuladd.f64(double %.6, double -5.497923018708371e-14, double %.9)
  %.11 = fmul double %.8, %.8
  %.12 = call double @llvm.fmuladd.f64(double %.8, double 0.16666666666666685, double 0.5000000000000006)
  %.13 = call double @llvm.fmuladd.f64(double %.8, double 0.00833333333331454, double 0.04166666666657332)
  %.14 = call double @llvm.fmuladd.f64(double %.8, double 0.00019841269903160468, double 0.0013888888932484054)
  %.15 = call double @llvm.fmuladd.f64(double %.8, double 2.755722782435839e-06, double 2.480150431239341e-05)
  %.16 = call double @llvm.fmuladd.f64(double %.8, double 2.5114517821609884e-08, double 2.7626382112523224e-07)
  %.17 = fmul double %.8, %.8
  %.18 = call double @llvm.fmuladd.f64(double %.17, double %.13, double %.12)
  %.19 = call double @llvm.fmuladd.f64(double %.17, double %.15, double %.14)
  %.20 = fmul double %.17, %.17
  %.21 = call double @llvm.fmuladd.f64(double %.20, double %.16, double %.19)
  %.22 = call double @llvm.fmuladd.f64(double %.20, double %.21, double %.18)
  %.23 = call double @llvm.fmuladd.f64(double %.11, double %.22, double %.10)
  %.24 = bitcast double %.5 to i64
  %.25 = lshr i64 %.24, 1
  %.26 = add i64 %.25, 1023
  %.27 = shl i64 %.26, 52
  %.28 = bitcast i64 %.27 to double
  %.29 = sub i64 %.24, %.25
  %.30 = add i64 %.29, 1023
  %.31 = shl i64 %.30, 52
  %.32 = bitcast i64 %.31 to double
  %.33 = fadd double %.8, 1.0
  %.34 = fsub double %.33, 1.0
  %.35 = fsub double %.8, %.34
  %.36 = fadd double %.35, %.23
  %.37 = fadd double %.33, %.36
  %.38 = fmul double %.37, %.28
  %.39 = fmul double %.38, %.32
  %.40 = fadd double %.39, 1.0
  %.41 = fdiv double %.39, %.40
  %.42 = fcmp olt double %.39, 0.25
  %.43 = fmul double %.39, %.41
  %.44 = fsub double %.39, %.43
  %.45 = select i1 %.42, double %.44, double %.41
  %.46 = fsub double 1.0, %.45
  %.47 = fcmp olt double %x, 0.0
  %.48 = select i1 %.47, double %.45, double %.46
  %.49 = fmul double %.45, %.46
  ret double %.48
}
define internal double @tanh.x1(double %x) alwaysinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call double @llvm.fabs.f64(double %x)
  %.2 = fmul double %.1, -2.0
  %.3 = fcmp olt double %.2, -80.0
  %.4 = select i1 %.3, double -80.0, double %.2
  %.5 = call double @llvm.fmuladd.f64(double %.4, double 1.4426950408889634, double 6755399441055744.0)
  %.6 = fsub double %.5, 6755399441055744.0
  %.7 = call double @llvm.fmuladd.f64(double %.6, double -0.6931471805598903, double %.4)
  %.8 = call double @llvm.fmuladd.f64(double %.6, double -5.497923018708371e-14, double %.7)
  %.9 = fsub double %.7, %.8
  %.10 = call double @llvm.fmuladd.f64(double %.6, double -5.497923018708371e-14, double %.9)
  %.11 = fmul double %.8, %.8
  %.12 = call double @llvm.fmuladd.f64(double %.8, double 0.16666666666666685, double 0.5000000000000006)
  %.13 = call double @llvm.fmuladd.f64(double %.8, double 0.00833333333331454, double 0.04166666666657332)
  %.14 = call double @llvm.fmuladd.f64(double %.8, double 0.00019841269903160468, double 0.0013888888932484054)
  %.15 = call double @llvm.fmuladd.f64(double %.8, double 2.755722782435839e-06, double 2.480150431239341e-05)
  %.16 = call double @llvm.fmuladd.f64(double %.8, double 2.5114517821609884e-08, double 2.7626382112523224e-07)
  %.17 = fmul double %.8, %.8
  %.18 = call double @llvm.fmuladd.f64(double %.17, double %.13, double %.12)
  %.19 = call double @llvm.fmuladd.f64(double %.17, double %.15, double %.14)
  %.20 = fmul double %.17, %.17
  %.21 = call double @llvm.fmuladd.f64(double %.20, double %.16, double %.19)
  %.22 = call double @llvm.fmuladd.f64(double %.20, double %.21, double %.18)
  %.23 = call double @llvm.fmuladd.f64(double %.11, double %.22, double %.10)
  %.24 = bitcast double %.5 to i64
  %.25 = add i64 %.24, 1023
  %.26 = shl i64 %.25, 52
  %.27 = bitcast i64 %.26 to double
  %.28 = fadd double %.8, %.23
  %.29 = call double @llvm.fmuladd.f64(double %.27, double %.28, double %.27)
  %.30 = fsub double %.27, 1.0
  %.31 = call double @llvm.fmuladd.f64(double %.27, double %.28, double %.30)
  %.32 = call double @llvm.fabs.f64(double %x)
  %.33 = fcmp ogt double %.32, 0.55
  %.34 = fmul double %.29, 2.0
  %.35 = fneg double %.31
  %.36 = select i1 %.33, double %.34, double %.35
  %.37 = fadd double %.31, 2.0
  %.38 = fdiv double %.36, %.37
  %.39 = fsub double 1.0, %.38
  %.40 = select i1 %.33, double %.39, double %.38
  %.41 = call double @llvm.copysign.f64(double %.40, double %x)
  ret double %.41
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
declare double @llvm.fmuladd.f64(double, double, double)

