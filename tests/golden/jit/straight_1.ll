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
define internal double @log.x1(double %x) noinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
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
define internal double @exp.x1(double %x) noinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
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
  %.10 = load i64, ptr %.9
  %.11 = shl i64 %.7, 45
  %.12 = add i64 %.10, %.11
  %.13 = bitcast i64 %.12 to double
  %.14 = getelementptr i64, ptr getelementptr (i64, ptr @.powers, i64 128), i64 %.8
  %.15 = load double, ptr %.14
  %.16 = fmul double %.6, %.6
  %.17 = call double @llvm.fmuladd.f64(double %.6, double 0.008333333333333333, double 0.041666666666666664)
  %.18 = call double @llvm.fmuladd.f64(double %.6, double 0.16666666666666666, double 0.5)
  %.19 = call double @llvm.fmuladd.f64(double %.16, double %.17, double %.18)
  %.20 = fadd double %.6, %.15
  %.21 = call double @llvm.fmuladd.f64(double %.16, double %.19, double %.20)
  %.22 = call double @llvm.fmuladd.f64(double %.13, double %.21, double %.13)
  br label %end
rare:
  %.23 = call double @exp.rare(double %x)
  br label %end
end:
  %.24 = phi double [ %.22, %short ], [ %.23, %rare ]
  ret double %.24
}
@.powers = external constant i64
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
}
declare double @"libm.exp2"(double)
}
@.powers = external constant i64
declare double @"libm.expm1"(double)
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
}
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
define internal { double, double } @tanh_and_slope.rare(double %x) noinline cold nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
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
define internal { double, double } @tanh_and_slope.x1(double %x) noinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call double @llvm.fabs.f64(double %x)
  %.2 = fcmp olt double %.1, 8.0
  br i1 %.2, label %short, label %rare
short:
  %.3 = fadd double %x, %x
  %.4 = fadd double %.3, 422212465066000.0
  %.5 = fsub double %.4, 422212465066000.0
  %.6 = fsub double %.3, %.5
  %.7 = bitcast double %.4 to i64
  %.8 = and i64 %.7, 1023
  %.9 = shl i64 %.8, 3
  %.10 = getelementptr i64, ptr @.series, i64 %.9
  %.11 = load double, ptr %.10
  %.12 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 1), i64 %.9
  %.13 = load double, ptr %.12
  %.14 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 2), i64 %.9
  %.15 = load double, ptr %.14
  %.16 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 3), i64 %.9
  %.17 = load double, ptr %.16
  %.18 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4), i64 %.9
  %.19 = load double, ptr %.18
  %.20 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 5), i64 %.9
  %.21 = load double, ptr %.20
  %.22 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 6), i64 %.9
  %.23 = load double, ptr %.22
  %.24 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 7), i64 %.9
  %.25 = load double, ptr %.24
  %.26 = fmul double %.6, %.6
  %.27 = call double @llvm.fmuladd.f64(double %.6, double %.17, double %.15)
  %.28 = call double @llvm.fmuladd.f64(double %.6, double %.13, double %.11)
  %.29 = call double @llvm.fmuladd.f64(double %.26, double %.27, double %.28)
  %.30 = call double @llvm.fmuladd.f64(double %.6, double %.25, double %.23)
  %.31 = call double @llvm.fmuladd.f64(double %.6, double %.21, double %.19)
  %.32 = call double @llvm.fmuladd.f64(double %.26, double %.30, double %.31)
  %.33 = fmul double %.26, %.26
  %.34 = call double @llvm.fmuladd.f64(double %.33, double %.32, double %.29)
  %.35 = fadd double %.6, %.6
  %.36 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4617), i64 %.8
  %.37 = load double, ptr %.36
  %.38 = call double @llvm.fmuladd.f64(double %.35, double %.34, double %.37)
  %.39 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4104), i64 %.8
  %.40 = load double, ptr %.39
  %.41 = call double @llvm.fmuladd.f64(double %.6, double %.34, double %.40)
  %.42 = fmul double 4.0, %.41
  %.43 = fneg double %.6
  %.44 = sub i64 512, %.8
  %.45 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4104), i64 %.44
  %.46 = load double, ptr %.45
  %.47 = call double @llvm.fmuladd.f64(double %.43, double %.34, double %.46)
  %.48 = fmul double %.42, %.47
  %.49 = insertvalue { double, double } poison, double %.38, 0
  %.50 = insertvalue { double, double } %.49, double %.48, 1
  br label %end
rare:
  %.51 = call { double, double } @tanh_and_slope.rare(double %x)
  br label %end
end:
  %.52 = phi { double, double } [ %.50, %short ], [ %.51, %rare ]
  ret { double, double } %.52
}
@.series = external constant i64
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
@.powers = external constant i64
declare double @"libm.erf"(double)
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
}
@.powers = external constant i64
declare double @"libm.erfc"(double)
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
}
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
define internal { double, double } @sigmoid_and_slope.x1(double %x) noinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call double @llvm.fabs.f64(double %x)
  %.2 = fcmp olt double %.1, 16.0
  br i1 %.2, label %short, label %rare
short:
  %.3 = fadd double %x, 422212465066000.0
  %.4 = fsub double %.3, 422212465066000.0
  %.5 = fsub double %x, %.4
  %.6 = bitcast double %.3 to i64
  %.7 = and i64 %.6, 1023
  %.8 = shl i64 %.7, 3
  %.9 = getelementptr i64, ptr @.series, i64 %.8
  %.10 = load double, ptr %.9
  %.11 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 1), i64 %.8
  %.12 = load double, ptr %.11
  %.13 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 2), i64 %.8
  %.14 = load double, ptr %.13
  %.15 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 3), i64 %.8
  %.16 = load double, ptr %.15
  %.17 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4), i64 %.8
  %.18 = load double, ptr %.17
  %.19 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 5), i64 %.8
  %.20 = load double, ptr %.19
  %.21 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 6), i64 %.8
  %.22 = load double, ptr %.21
  %.23 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 7), i64 %.8
  %.24 = load double, ptr %.23
  %.25 = fmul double %.5, %.5
  %.26 = call double @llvm.fmuladd.f64(double %.5, double %.16, double %.14)
  %.27 = call double @llvm.fmuladd.f64(double %.5, double %.12, double %.10)
  %.28 = call double @llvm.fmuladd.f64(double %.25, double %.26, double %.27)
  %.29 = call double @llvm.fmuladd.f64(double %.5, double %.24, double %.22)
  %.30 = call double @llvm.fmuladd.f64(double %.5, double %.20, double %.18)
  %.31 = call double @llvm.fmuladd.f64(double %.25, double %.29, double %.30)
  %.32 = fmul double %.25, %.25
  %.33 = call double @llvm.fmuladd.f64(double %.32, double %.31, double %.28)
  %.34 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4104), i64 %.7
  %.35 = load double, ptr %.34
  %.36 = call double @llvm.fmuladd.f64(double %.5, double %.33, double %.35)
  %.37 = fneg double %.5
  %.38 = sub i64 512, %.7
  %.39 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4104), i64 %.38
  %.40 = load double, ptr %.39
  %.41 = call double @llvm.fmuladd.f64(double %.37, double %.33, double %.40)
  %.42 = fmul double %.36, %.41
  %.43 = insertvalue { double, double } poison, double %.36, 0
  %.44 = insertvalue { double, double } %.43, double %.42, 1
  br label %end
rare:
  %.45 = call { double, double } @sigmoid_and_slope.rare(double %x)
  br label %end
end:
  %.46 = phi { double, double } [ %.44, %short ], [ %.45, %rare ]
  ret { double, double } %.46
}
@.series = external constant i64
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
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
define internal double @sigmoid.x1(double %x) noinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call double @llvm.fabs.f64(double %x)
  %.2 = fcmp olt double %.1, 16.0
  br i1 %.2, label %short, label %rare
short:
  %.3 = fadd double %x, 422212465066000.0
  %.4 = fsub double %.3, 422212465066000.0
  %.5 = fsub double %x, %.4
  %.6 = bitcast double %.3 to i64
  %.7 = and i64 %.6, 1023
  %.8 = shl i64 %.7, 3
  %.9 = getelementptr i64, ptr @.series, i64 %.8
  %.10 = load double, ptr %.9
  %.11 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 1), i64 %.8
  %.12 = load double, ptr %.11
  %.13 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 2), i64 %.8
  %.14 = load double, ptr %.13
  %.15 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 3), i64 %.8
  %.16 = load double, ptr %.15
  %.17 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4), i64 %.8
  %.18 = load double, ptr %.17
  %.19 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 5), i64 %.8
  %.20 = load double, ptr %.19
  %.21 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 6), i64 %.8
  %.22 = load double, ptr %.21
  %.23 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 7), i64 %.8
  %.24 = load double, ptr %.23
  %.25 = fmul double %.5, %.5
  %.26 = call double @llvm.fmuladd.f64(double %.5, double %.16, double %.14)
  %.27 = call double @llvm.fmuladd.f64(double %.5, double %.12, double %.10)
  %.28 = call double @llvm.fmuladd.f64(double %.25, double %.26, double %.27)
  %.29 = call double @llvm.fmuladd.f64(double %.5, double %.24, double %.22)
  %.30 = call double @llvm.fmuladd.f64(double %.5, double %.20, double %.18)
  %.31 = call double @llvm.fmuladd.f64(double %.25, double %.29, double %.30)
  %.32 = fmul double %.25, %.25
  %.33 = call double @llvm.fmuladd.f64(double %.32, double %.31, double %.28)
  %.34 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4104), i64 %.7
  %.35 = load double, ptr %.34
  %.36 = call double @llvm.fmuladd.f64(double %.5, double %.33, double %.35)
  %.37 = fneg double %.5
  %.38 = sub i64 512, %.7
  %.39 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4104), i64 %.38
  %.40 = load double, ptr %.39
  %.41 = call double @llvm.fmuladd.f64(double %.37, double %.33, double %.40)
  %.42 = fmul double %.36, %.41
  br label %end
rare:
  %.43 = call double @sigmoid.rare(double %x)
  br label %end
end:
  %.44 = phi double [ %.36, %short ], [ %.43, %rare ]
  ret double %.44
}
@.powers = external constant i64
@.series = external constant i64
declare double @"libm.log1p"(double)
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
}
define internal double @tanh.rare(double %x) noinline cold nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
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
define internal double @tanh.x1(double %x) noinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call double @llvm.fabs.f64(double %x)
  %.2 = fcmp olt double %.1, 8.0
  br i1 %.2, label %short, label %rare
short:
  %.3 = fadd double %x, %x
  %.4 = fadd double %.3, 422212465066000.0
  %.5 = fsub double %.4, 422212465066000.0
  %.6 = fsub double %.3, %.5
  %.7 = bitcast double %.4 to i64
  %.8 = and i64 %.7, 1023
  %.9 = shl i64 %.8, 3
  %.10 = getelementptr i64, ptr @.series, i64 %.9
  %.11 = load double, ptr %.10
  %.12 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 1), i64 %.9
  %.13 = load double, ptr %.12
  %.14 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 2), i64 %.9
  %.15 = load double, ptr %.14
  %.16 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 3), i64 %.9
  %.17 = load double, ptr %.16
  %.18 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4), i64 %.9
  %.19 = load double, ptr %.18
  %.20 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 5), i64 %.9
  %.21 = load double, ptr %.20
  %.22 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 6), i64 %.9
  %.23 = load double, ptr %.22
  %.24 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 7), i64 %.9
  %.25 = load double, ptr %.24
  %.26 = fmul double %.6, %.6
  %.27 = call double @llvm.fmuladd.f64(double %.6, double %.17, double %.15)
  %.28 = call double @llvm.fmuladd.f64(double %.6, double %.13, double %.11)
  %.29 = call double @llvm.fmuladd.f64(double %.26, double %.27, double %.28)
  %.30 = call double @llvm.fmuladd.f64(double %.6, double %.25, double %.23)
  %.31 = call double @llvm.fmuladd.f64(double %.6, double %.21, double %.19)
  %.32 = call double @llvm.fmuladd.f64(double %.26, double %.30, double %.31)
  %.33 = fmul double %.26, %.26
  %.34 = call double @llvm.fmuladd.f64(double %.33, double %.32, double %.29)
  %.35 = fadd double %.6, %.6
  %.36 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4617), i64 %.8
  %.37 = load double, ptr %.36
  %.38 = call double @llvm.fmuladd.f64(double %.35, double %.34, double %.37)
  %.39 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4104), i64 %.8
  %.40 = load double, ptr %.39
  %.41 = call double @llvm.fmuladd.f64(double %.6, double %.34, double %.40)
  %.42 = fmul double 4.0, %.41
  %.43 = fneg double %.6
  %.44 = sub i64 512, %.8
  %.45 = getelementptr i64, ptr getelementptr (i64, ptr @.series, i64 4104), i64 %.44
  %.46 = load double, ptr %.45
  %.47 = call double @llvm.fmuladd.f64(double %.43, double %.34, double %.46)
  %.48 = fmul double %.42, %.47
  br label %end
rare:
  %.49 = call double @tanh.rare(double %x)
  br label %end
end:
  %.50 = phi double [ %.38, %short ], [ %.49, %rare ]
  ret double %.50
}
@.powers = external constant i64
@.series = external constant i64
declare double @"libm.log1p"(double)
declare double @llvm.copysign.f64(double, double)
declare double @llvm.fabs.f64(double)
declare double @llvm.fmuladd.f64(double, double, double)
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

