======== article
define void @loop(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: weights" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: order" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: steps" = load ptr, ptr %.2
  %.n = load i64, ptr %"2: steps"
  %.3 = getelementptr double, ptr %"0: weights", i64 1
  %.4 = getelementptr double, ptr %"0: weights", i64 2
  %.5 = getelementptr double, ptr %"0: weights", i64 3
  %.6 = getelementptr double, ptr %"0: weights", i64 4
  %.7 = getelementptr double, ptr %"0: weights", i64 5
  %.8 = getelementptr double, ptr %"0: weights", i64 6
  %.9 = getelementptr double, ptr %"0: weights", i64 7
  %.10 = load double, ptr %"0: weights"
  %.11 = load double, ptr %.3
  %.12 = load double, ptr %.4
  %.13 = load double, ptr %.5
  %.14 = load double, ptr %.6
  %.15 = load double, ptr %.7
  %.16 = load double, ptr %.8
  %.17 = load double, ptr %.9
  br label %.round
.round:
  %w1 = phi double [ %.10, %0 ], [ %t55, %.done ]
  %w2 = phi double [ %.11, %0 ], [ %t57, %.done ]
  %w3 = phi double [ %.12, %0 ], [ %t59, %.done ]
  %w4 = phi double [ %.13, %0 ], [ %t61, %.done ]
  %w5 = phi double [ %.14, %0 ], [ %t63, %.done ]
  %w6 = phi double [ %.15, %0 ], [ %t65, %.done ]
  %w7 = phi double [ %.16, %0 ], [ %t67, %.done ]
  %w8 = phi double [ %.17, %0 ], [ %t69, %.done ]
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.18 = call double @llvm.fmuladd.f64(double %w1, double 0.05, double 0.35)
  %net_h1 = call double @llvm.fmuladd.f64(double %w2, double 0.1, double %.18)
  %.20 = call { double, double } @sigmoid_and_slope.x1(double %net_h1)
  %.21 = extractvalue { double, double } %.20, 1
  %out_h1 = extractvalue { double, double } %.20, 0
  %.22 = call double @llvm.fmuladd.f64(double %w3, double 0.05, double 0.35)
  %net_h2 = call double @llvm.fmuladd.f64(double %w4, double 0.1, double %.22)
  %.24 = call { double, double } @sigmoid_and_slope.x1(double %net_h2)
  %.25 = extractvalue { double, double } %.24, 1
  %out_h2 = extractvalue { double, double } %.24, 0
  %.26 = call double @llvm.fmuladd.f64(double %w5, double %out_h1, double 0.6)
  %net_o1 = call double @llvm.fmuladd.f64(double %w6, double %out_h2, double %.26)
  %.28 = call { double, double } @sigmoid_and_slope.x1(double %net_o1)
  %.29 = extractvalue { double, double } %.28, 1
  %out_o1 = extractvalue { double, double } %.28, 0
  %t21 = fsub contract double 0.01, %out_o1
  %t22 = fmul contract double %t21, %t21
  %E_o1 = fmul contract double 0.5, %t22
  %.33 = call double @llvm.fmuladd.f64(double %w7, double %out_h1, double 0.6)
  %net_o2 = call double @llvm.fmuladd.f64(double %w8, double %out_h2, double %.33)
  %.35 = call { double, double } @sigmoid_and_slope.x1(double %net_o2)
  %.36 = extractvalue { double, double } %.35, 1
  %out_o2 = extractvalue { double, double } %.35, 0
  %t27 = fsub contract double 0.99, %out_o2
  %t28 = fmul contract double %t27, %t27
  %E_o2 = fmul contract double 0.5, %t28
  %E_total = fadd contract double %E_o1, %E_o2
  %d_out_o2 = fmul contract double %t27, -1.0
  %d_net_o2 = fmul contract double %d_out_o2, %.36
  %d_w8 = fmul contract double %d_net_o2, %out_h2
  %d_w7 = fmul contract double %d_net_o2, %out_h1
  %d_out_o1 = fmul contract double %t21, -1.0
  %d_net_o1 = fmul contract double %d_out_o1, %.29
  %.47 = fmul contract double %d_net_o2, %w8
  %d_out_h2 = call double @llvm.fmuladd.f64(double %d_net_o1, double %w6, double %.47)
  %d_net_h2 = fmul contract double %d_out_h2, %.25
  %d_w4 = fmul contract double %d_net_h2, 0.1
  %d_w3 = fmul contract double %d_net_h2, 0.05
  %.52 = fmul contract double %d_net_o2, %w7
  %d_out_h1 = call double @llvm.fmuladd.f64(double %d_net_o1, double %w5, double %.52)
  %d_net_h1 = fmul contract double %d_out_h1, %.21
  %d_w2 = fmul contract double %d_net_h1, 0.1
  %d_w1 = fmul contract double %d_net_h1, 0.05
  %d_w6 = fmul contract double %d_net_o1, %out_h2
  %d_w5 = fmul contract double %d_net_o1, %out_h1
  %t54 = fmul contract double 0.5, %d_w1
  %t55 = fsub contract double %w1, %t54
  %t56 = fmul contract double 0.5, %d_w2
  %t57 = fsub contract double %w2, %t56
  %t58 = fmul contract double 0.5, %d_w3
  %t59 = fsub contract double %w3, %t58
  %t60 = fmul contract double 0.5, %d_w4
  %t61 = fsub contract double %w4, %t60
  %t62 = fmul contract double 0.5, %d_w5
  %t63 = fsub contract double %w5, %t62
  %t64 = fmul contract double 0.5, %d_w6
  %t65 = fsub contract double %w6, %t64
  %t66 = fmul contract double 0.5, %d_w7
  %t67 = fsub contract double %w7, %t66
  %t68 = fmul contract double 0.5, %d_w8
  %t69 = fsub contract double %w8, %t68
  br label %.done
.done:
  %.next = add i64 %.row, 1
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  store double %t55, ptr %"0: weights", align 8
  store double %t57, ptr %.3, align 8
  store double %t59, ptr %.4, align 8
  store double %t61, ptr %.5, align 8
  store double %t63, ptr %.6, align 8
  store double %t65, ptr %.7, align 8
  store double %t67, ptr %.8, align 8
  store double %t69, ptr %.9, align 8
  ret void
}

======== article, logged
define void @loop(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: weights" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: log of error" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: order" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: steps" = load ptr, ptr %.3
  %.n = load i64, ptr %"3: steps"
  %.4 = getelementptr double, ptr %"0: weights", i64 1
  %.5 = getelementptr double, ptr %"0: weights", i64 2
  %.6 = getelementptr double, ptr %"0: weights", i64 3
  %.7 = getelementptr double, ptr %"0: weights", i64 4
  %.8 = getelementptr double, ptr %"0: weights", i64 5
  %.9 = getelementptr double, ptr %"0: weights", i64 6
  %.10 = getelementptr double, ptr %"0: weights", i64 7
  %.11 = load double, ptr %"0: weights"
  %.12 = load double, ptr %.4
  %.13 = load double, ptr %.5
  %.14 = load double, ptr %.6
  %.15 = load double, ptr %.7
  %.16 = load double, ptr %.8
  %.17 = load double, ptr %.9
  %.18 = load double, ptr %.10
  br label %.round
.round:
  %w1 = phi double [ %.11, %0 ], [ %t55, %.done ]
  %w2 = phi double [ %.12, %0 ], [ %t57, %.done ]
  %w3 = phi double [ %.13, %0 ], [ %t59, %.done ]
  %w4 = phi double [ %.14, %0 ], [ %t61, %.done ]
  %w5 = phi double [ %.15, %0 ], [ %t63, %.done ]
  %w6 = phi double [ %.16, %0 ], [ %t65, %.done ]
  %w7 = phi double [ %.17, %0 ], [ %t67, %.done ]
  %w8 = phi double [ %.18, %0 ], [ %t69, %.done ]
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.19 = call double @llvm.fmuladd.f64(double %w1, double 0.05, double 0.35)
  %net_h1 = call double @llvm.fmuladd.f64(double %w2, double 0.1, double %.19)
  %.21 = call { double, double } @sigmoid_and_slope.x1(double %net_h1)
  %.22 = extractvalue { double, double } %.21, 1
  %out_h1 = extractvalue { double, double } %.21, 0
  %.23 = call double @llvm.fmuladd.f64(double %w3, double 0.05, double 0.35)
  %net_h2 = call double @llvm.fmuladd.f64(double %w4, double 0.1, double %.23)
  %.25 = call { double, double } @sigmoid_and_slope.x1(double %net_h2)
  %.26 = extractvalue { double, double } %.25, 1
  %out_h2 = extractvalue { double, double } %.25, 0
  %.27 = call double @llvm.fmuladd.f64(double %w5, double %out_h1, double 0.6)
  %net_o1 = call double @llvm.fmuladd.f64(double %w6, double %out_h2, double %.27)
  %.29 = call { double, double } @sigmoid_and_slope.x1(double %net_o1)
  %.30 = extractvalue { double, double } %.29, 1
  %out_o1 = extractvalue { double, double } %.29, 0
  %t21 = fsub contract double 0.01, %out_o1
  %t22 = fmul contract double %t21, %t21
  %E_o1 = fmul contract double 0.5, %t22
  %.34 = call double @llvm.fmuladd.f64(double %w7, double %out_h1, double 0.6)
  %net_o2 = call double @llvm.fmuladd.f64(double %w8, double %out_h2, double %.34)
  %.36 = call { double, double } @sigmoid_and_slope.x1(double %net_o2)
  %.37 = extractvalue { double, double } %.36, 1
  %out_o2 = extractvalue { double, double } %.36, 0
  %t27 = fsub contract double 0.99, %out_o2
  %t28 = fmul contract double %t27, %t27
  %E_o2 = fmul contract double 0.5, %t28
  %E_total = fadd contract double %E_o1, %E_o2
  %d_out_o2 = fmul contract double %t27, -1.0
  %d_net_o2 = fmul contract double %d_out_o2, %.37
  %d_w8 = fmul contract double %d_net_o2, %out_h2
  %d_w7 = fmul contract double %d_net_o2, %out_h1
  %d_out_o1 = fmul contract double %t21, -1.0
  %d_net_o1 = fmul contract double %d_out_o1, %.30
  %.48 = fmul contract double %d_net_o2, %w8
  %d_out_h2 = call double @llvm.fmuladd.f64(double %d_net_o1, double %w6, double %.48)
  %d_net_h2 = fmul contract double %d_out_h2, %.26
  %d_w4 = fmul contract double %d_net_h2, 0.1
  %d_w3 = fmul contract double %d_net_h2, 0.05
  %.53 = fmul contract double %d_net_o2, %w7
  %d_out_h1 = call double @llvm.fmuladd.f64(double %d_net_o1, double %w5, double %.53)
  %d_net_h1 = fmul contract double %d_out_h1, %.22
  %d_w2 = fmul contract double %d_net_h1, 0.1
  %d_w1 = fmul contract double %d_net_h1, 0.05
  %d_w6 = fmul contract double %d_net_o1, %out_h2
  %d_w5 = fmul contract double %d_net_o1, %out_h1
  %t54 = fmul contract double 0.5, %d_w1
  %t55 = fsub contract double %w1, %t54
  %t56 = fmul contract double 0.5, %d_w2
  %t57 = fsub contract double %w2, %t56
  %t58 = fmul contract double 0.5, %d_w3
  %t59 = fsub contract double %w3, %t58
  %t60 = fmul contract double 0.5, %d_w4
  %t61 = fsub contract double %w4, %t60
  %t62 = fmul contract double 0.5, %d_w5
  %t63 = fsub contract double %w5, %t62
  %t64 = fmul contract double 0.5, %d_w6
  %t65 = fsub contract double %w6, %t64
  %t66 = fmul contract double 0.5, %d_w7
  %t67 = fsub contract double %w7, %t66
  %t68 = fmul contract double 0.5, %d_w8
  %t69 = fsub contract double %w8, %t68
  %.76 = mul i64 %.row, 1
  %.77 = getelementptr double, ptr %"1: log of error", i64 %.76
  store double %E_total, ptr %.77, align 8
  br label %.done
.done:
  %.next = add i64 %.row, 1
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  store double %t55, ptr %"0: weights", align 8
  store double %t57, ptr %.4, align 8
  store double %t59, ptr %.5, align 8
  store double %t61, ptr %.6, align 8
  store double %t63, ptr %.7, align 8
  store double %t65, ptr %.8, align 8
  store double %t67, ptr %.9, align 8
  store double %t69, ptr %.10, align 8
  ret void
}

======== article, exact
define void @loop(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: weights" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: log of error" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: order" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: steps" = load ptr, ptr %.3
  %.n = load i64, ptr %"3: steps"
  %.4 = getelementptr double, ptr %"0: weights", i64 1
  %.5 = getelementptr double, ptr %"0: weights", i64 2
  %.6 = getelementptr double, ptr %"0: weights", i64 3
  %.7 = getelementptr double, ptr %"0: weights", i64 4
  %.8 = getelementptr double, ptr %"0: weights", i64 5
  %.9 = getelementptr double, ptr %"0: weights", i64 6
  %.10 = getelementptr double, ptr %"0: weights", i64 7
  %.11 = load double, ptr %"0: weights"
  %.12 = load double, ptr %.4
  %.13 = load double, ptr %.5
  %.14 = load double, ptr %.6
  %.15 = load double, ptr %.7
  %.16 = load double, ptr %.8
  %.17 = load double, ptr %.9
  %.18 = load double, ptr %.10
  br label %.round
.round:
  %w1 = phi double [ %.11, %0 ], [ %t67, %.done ]
  %w2 = phi double [ %.12, %0 ], [ %t69, %.done ]
  %w3 = phi double [ %.13, %0 ], [ %t71, %.done ]
  %w4 = phi double [ %.14, %0 ], [ %t73, %.done ]
  %w5 = phi double [ %.15, %0 ], [ %t75, %.done ]
  %w6 = phi double [ %.16, %0 ], [ %t77, %.done ]
  %w7 = phi double [ %.17, %0 ], [ %t79, %.done ]
  %w8 = phi double [ %.18, %0 ], [ %t81, %.done ]
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.19 = call double @llvm.fmuladd.f64(double %w1, double 0.05, double 0.35)
  %net_h1 = call double @llvm.fmuladd.f64(double %w2, double 0.1, double %.19)
  %out_h1 = call double @sigmoid.x1(double %net_h1)
  %.22 = call double @llvm.fmuladd.f64(double %w3, double 0.05, double 0.35)
  %net_h2 = call double @llvm.fmuladd.f64(double %w4, double 0.1, double %.22)
  %out_h2 = call double @sigmoid.x1(double %net_h2)
  %.25 = call double @llvm.fmuladd.f64(double %w5, double %out_h1, double 0.6)
  %net_o1 = call double @llvm.fmuladd.f64(double %w6, double %out_h2, double %.25)
  %out_o1 = call double @sigmoid.x1(double %net_o1)
  %t21 = fsub contract double 0.01, %out_o1
  %t22 = fmul contract double %t21, %t21
  %E_o1 = fmul contract double 0.5, %t22
  %.31 = call double @llvm.fmuladd.f64(double %w7, double %out_h1, double 0.6)
  %net_o2 = call double @llvm.fmuladd.f64(double %w8, double %out_h2, double %.31)
  %out_o2 = call double @sigmoid.x1(double %net_o2)
  %t27 = fsub contract double 0.99, %out_o2
  %t28 = fmul contract double %t27, %t27
  %E_o2 = fmul contract double 0.5, %t28
  %E_total = fadd contract double %E_o1, %E_o2
  %t33 = fmul contract double 2.0, %t27
  %t34 = call double @llvm.fmuladd.f64(double 0.5, double %t33, double 0.0)
  %d_out_o2 = call double @llvm.fmuladd.f64(double %t34, double -1.0, double 0.0)
  %t37 = fneg contract double %net_o2
  %t38 = call double @sigmoid.x1(double %t37)
  %t39 = fmul contract double %out_o2, %t38
  %d_net_o2 = call double @llvm.fmuladd.f64(double %d_out_o2, double %t39, double 0.0)
  %d_w8 = call double @llvm.fmuladd.f64(double %d_net_o2, double %out_h2, double 0.0)
  %d_w7 = call double @llvm.fmuladd.f64(double %d_net_o2, double %out_h1, double 0.0)
  %t43 = fmul contract double 2.0, %t21
  %t44 = call double @llvm.fmuladd.f64(double 0.5, double %t43, double 0.0)
  %d_out_o1 = call double @llvm.fmuladd.f64(double %t44, double -1.0, double 0.0)
  %t46 = fneg contract double %net_o1
  %t47 = call double @sigmoid.x1(double %t46)
  %t48 = fmul contract double %out_o1, %t47
  %d_net_o1 = call double @llvm.fmuladd.f64(double %d_out_o1, double %t48, double 0.0)
  %.54 = call double @llvm.fmuladd.f64(double %d_net_o2, double %w8, double 0.0)
  %d_out_h2 = call double @llvm.fmuladd.f64(double %d_net_o1, double %w6, double %.54)
  %t51 = fneg contract double %net_h2
  %t52 = call double @sigmoid.x1(double %t51)
  %t53 = fmul contract double %out_h2, %t52
  %d_net_h2 = call double @llvm.fmuladd.f64(double %d_out_h2, double %t53, double 0.0)
  %d_w4 = call double @llvm.fmuladd.f64(double %d_net_h2, double 0.1, double 0.0)
  %d_w3 = call double @llvm.fmuladd.f64(double %d_net_h2, double 0.05, double 0.0)
  %.62 = call double @llvm.fmuladd.f64(double %d_net_o2, double %w7, double 0.0)
  %d_out_h1 = call double @llvm.fmuladd.f64(double %d_net_o1, double %w5, double %.62)
  %t58 = fneg contract double %net_h1
  %t59 = call double @sigmoid.x1(double %t58)
  %t60 = fmul contract double %out_h1, %t59
  %d_net_h1 = call double @llvm.fmuladd.f64(double %d_out_h1, double %t60, double 0.0)
  %d_w2 = call double @llvm.fmuladd.f64(double %d_net_h1, double 0.1, double 0.0)
  %d_w1 = call double @llvm.fmuladd.f64(double %d_net_h1, double 0.05, double 0.0)
  %d_w6 = call double @llvm.fmuladd.f64(double %d_net_o1, double %out_h2, double 0.0)
  %d_w5 = call double @llvm.fmuladd.f64(double %d_net_o1, double %out_h1, double 0.0)
  %t66 = fmul contract double 0.5, %d_w1
  %t67 = fsub contract double %w1, %t66
  %t68 = fmul contract double 0.5, %d_w2
  %t69 = fsub contract double %w2, %t68
  %t70 = fmul contract double 0.5, %d_w3
  %t71 = fsub contract double %w3, %t70
  %t72 = fmul contract double 0.5, %d_w4
  %t73 = fsub contract double %w4, %t72
  %t74 = fmul contract double 0.5, %d_w5
  %t75 = fsub contract double %w5, %t74
  %t76 = fmul contract double 0.5, %d_w6
  %t77 = fsub contract double %w6, %t76
  %t78 = fmul contract double 0.5, %d_w7
  %t79 = fsub contract double %w7, %t78
  %t80 = fmul contract double 0.5, %d_w8
  %t81 = fsub contract double %w8, %t80
  %.88 = mul i64 %.row, 1
  %.89 = getelementptr double, ptr %"1: log of error", i64 %.88
  store double %E_total, ptr %.89, align 8
  br label %.done
.done:
  %.next = add i64 %.row, 1
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  store double %t67, ptr %"0: weights", align 8
  store double %t69, ptr %.4, align 8
  store double %t71, ptr %.5, align 8
  store double %t73, ptr %.6, align 8
  store double %t75, ptr %.7, align 8
  store double %t77, ptr %.8, align 8
  store double %t79, ptr %.9, align 8
  store double %t81, ptr %.10, align 8
  ret void
}

======== steady
define void @loop(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: w" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: fixed" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: log of log" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: order" = load ptr, ptr %.3
  %.4 = getelementptr ptr, ptr %.frame, i64 4
  %"4: steps" = load ptr, ptr %.4
  %.n = load i64, ptr %"4: steps"
  %.5 = getelementptr double, ptr %"0: w", i64 1
  %.6 = getelementptr double, ptr %"0: w", i64 2
  %.7 = getelementptr double, ptr %"0: w", i64 3
  %.8 = load double, ptr %"1: fixed"
  %t13 = call double @exp.x1(double %.8)
  %.10 = getelementptr double, ptr %"1: fixed", i64 1
  %.11 = load double, ptr %.10
  %t14 = call double @exp.x1(double %.11)
  %.13 = getelementptr double, ptr %"1: fixed", i64 2
  %.14 = load double, ptr %.13
  %t15 = call double @exp.x1(double %.14)
  %.16 = getelementptr double, ptr %"1: fixed", i64 3
  %.17 = load double, ptr %.16
  %t16 = call double @exp.x1(double %.17)
  %.19 = getelementptr double, ptr %"1: fixed", i64 4
  %.20 = load double, ptr %.19
  %t17 = call double @exp.x1(double %.20)
  %.22 = getelementptr double, ptr %"1: fixed", i64 5
  %.23 = load double, ptr %.22
  %t18 = call double @exp.x1(double %.23)
  %.25 = getelementptr double, ptr %"1: fixed", i64 6
  %.26 = load double, ptr %.25
  %t19 = call double @exp.x1(double %.26)
  %.28 = getelementptr double, ptr %"1: fixed", i64 7
  %.29 = load double, ptr %.28
  %t20 = call double @exp.x1(double %.29)
  %.31 = getelementptr double, ptr %"1: fixed", i64 8
  %.32 = load double, ptr %.31
  %t21 = call double @exp.x1(double %.32)
  %.34 = load double, ptr %"0: w"
  %.35 = load double, ptr %.5
  %.36 = load double, ptr %.6
  %.37 = load double, ptr %.7
  br label %.round
.round:
  %w0 = phi double [ %.34, %0 ], [ %t63, %.done ]
  %w1 = phi double [ %.35, %0 ], [ %t64, %.done ]
  %w2 = phi double [ %.36, %0 ], [ %t65, %.done ]
  %w3 = phi double [ %.37, %0 ], [ %t66, %.done ]
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %t22 = fmul contract double %w0, %t13
  %t23 = fmul contract double %w0, %t14
  %t24 = fmul contract double %w0, %t15
  %t25 = fmul contract double %w0, %t16
  %t26 = fmul contract double %w0, %t17
  %t27 = fmul contract double %w0, %t18
  %t28 = fmul contract double %w0, %t19
  %t29 = fmul contract double %w0, %t20
  %t30 = fmul contract double %w0, %t21
  %.47 = fmul contract double %t13, %t22
  %.48 = call double @llvm.fmuladd.f64(double %t17, double %t26, double %.47)
  %.49 = call double @llvm.fmuladd.f64(double %t21, double %t30, double %.48)
  %.50 = fmul contract double %t14, %t23
  %.51 = call double @llvm.fmuladd.f64(double %t18, double %t27, double %.50)
  %.52 = fmul contract double %t15, %t24
  %.53 = call double @llvm.fmuladd.f64(double %t19, double %t28, double %.52)
  %.54 = fmul contract double %t16, %t25
  %.55 = call double @llvm.fmuladd.f64(double %t20, double %t29, double %.54)
  %.56 = fadd contract double %.49, %.51
  %.57 = fadd contract double %.56, %.53
  %t31 = fadd contract double %.57, %.55
  %t32 = fmul contract double %w1, %t13
  %t33 = fmul contract double %w1, %t14
  %t34 = fmul contract double %w1, %t15
  %t35 = fmul contract double %w1, %t16
  %t36 = fmul contract double %w1, %t17
  %t37 = fmul contract double %w1, %t18
  %t38 = fmul contract double %w1, %t19
  %t39 = fmul contract double %w1, %t20
  %t40 = fmul contract double %w1, %t21
  %.68 = fmul contract double %t13, %t32
  %.69 = call double @llvm.fmuladd.f64(double %t17, double %t36, double %.68)
  %.70 = call double @llvm.fmuladd.f64(double %t21, double %t40, double %.69)
  %.71 = fmul contract double %t14, %t33
  %.72 = call double @llvm.fmuladd.f64(double %t18, double %t37, double %.71)
  %.73 = fmul contract double %t15, %t34
  %.74 = call double @llvm.fmuladd.f64(double %t19, double %t38, double %.73)
  %.75 = fmul contract double %t16, %t35
  %.76 = call double @llvm.fmuladd.f64(double %t20, double %t39, double %.75)
  %.77 = fadd contract double %.70, %.72
  %.78 = fadd contract double %.77, %.74
  %t41 = fadd contract double %.78, %.76
  %t42 = fmul contract double %w2, %t13
  %t43 = fmul contract double %w2, %t14
  %t44 = fmul contract double %w2, %t15
  %t45 = fmul contract double %w2, %t16
  %t46 = fmul contract double %w2, %t17
  %t47 = fmul contract double %w2, %t18
  %t48 = fmul contract double %w2, %t19
  %t49 = fmul contract double %w2, %t20
  %t50 = fmul contract double %w2, %t21
  %.89 = fmul contract double %t13, %t42
  %.90 = call double @llvm.fmuladd.f64(double %t17, double %t46, double %.89)
  %.91 = call double @llvm.fmuladd.f64(double %t21, double %t50, double %.90)
  %.92 = fmul contract double %t14, %t43
  %.93 = call double @llvm.fmuladd.f64(double %t18, double %t47, double %.92)
  %.94 = fmul contract double %t15, %t44
  %.95 = call double @llvm.fmuladd.f64(double %t19, double %t48, double %.94)
  %.96 = fmul contract double %t16, %t45
  %.97 = call double @llvm.fmuladd.f64(double %t20, double %t49, double %.96)
  %.98 = fadd contract double %.91, %.93
  %.99 = fadd contract double %.98, %.95
  %t51 = fadd contract double %.99, %.97
  %t52 = fmul contract double %w3, %t13
  %t53 = fmul contract double %w3, %t14
  %t54 = fmul contract double %w3, %t15
  %t55 = fmul contract double %w3, %t16
  %t56 = fmul contract double %w3, %t17
  %t57 = fmul contract double %w3, %t18
  %t58 = fmul contract double %w3, %t19
  %t59 = fmul contract double %w3, %t20
  %t60 = fmul contract double %w3, %t21
  %.110 = fmul contract double %t13, %t52
  %.111 = call double @llvm.fmuladd.f64(double %t17, double %t56, double %.110)
  %.112 = call double @llvm.fmuladd.f64(double %t21, double %t60, double %.111)
  %.113 = fmul contract double %t14, %t53
  %.114 = call double @llvm.fmuladd.f64(double %t18, double %t57, double %.113)
  %.115 = fmul contract double %t15, %t54
  %.116 = call double @llvm.fmuladd.f64(double %t19, double %t58, double %.115)
  %.117 = fmul contract double %t16, %t55
  %.118 = call double @llvm.fmuladd.f64(double %t20, double %t59, double %.117)
  %.119 = fadd contract double %.112, %.114
  %.120 = fadd contract double %.119, %.116
  %t61 = fadd contract double %.120, %.118
  %t63 = fmul contract double 0.001, %t31
  %t64 = fmul contract double 0.001, %t41
  %t65 = fmul contract double 0.001, %t51
  %t66 = fmul contract double 0.001, %t61
  %.126 = mul i64 %.row, 1
  %.127 = getelementptr double, ptr %"2: log of log", i64 %.126
  store double %t31, ptr %.127, align 8
  br label %.done
.done:
  %.next = add i64 %.row, 1
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  store double %t63, ptr %"0: w", align 8
  store double %t64, ptr %.5, align 8
  store double %t65, ptr %.6, align 8
  store double %t66, ptr %.7, align 8
  ret void
}

======== 1 rows a step
define void @loop(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: a" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: b" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: x" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: y" = load ptr, ptr %.3
  %.4 = getelementptr ptr, ptr %.frame, i64 4
  %"4: rate" = load ptr, ptr %.4
  %.5 = getelementptr ptr, ptr %.frame, i64 5
  %"5: fixed" = load ptr, ptr %.5
  %.6 = getelementptr ptr, ptr %.frame, i64 6
  %"6: log of error" = load ptr, ptr %.6
  %.7 = getelementptr ptr, ptr %.frame, i64 7
  %"7: log of y" = load ptr, ptr %.7
  %.8 = getelementptr ptr, ptr %.frame, i64 8
  %"8: order" = load ptr, ptr %.8
  %.9 = getelementptr ptr, ptr %.frame, i64 9
  %"9: steps" = load ptr, ptr %.9
  %.n = load i64, ptr %"9: steps"
  %.10 = getelementptr double, ptr %"0: a", i64 1
  %.11 = getelementptr double, ptr %"1: b", i64 1
  %.12 = load double, ptr %"0: a"
  %.13 = load double, ptr %.10
  %.14 = load double, ptr %"1: b"
  %.15 = load double, ptr %.11
  br label %.round
.round:
  %a0 = phi double [ %.12, %0 ], [ %t19, %.done ]
  %a1 = phi double [ %.13, %0 ], [ %t21, %.done ]
  %b0 = phi double [ %.14, %0 ], [ %t24, %.done ]
  %b1 = phi double [ %.15, %0 ], [ %t27, %.done ]
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.16 = mul i64 %.row, 1
  %.17 = add i64 %.16, 0
  %.18 = getelementptr i64, ptr %"8: order", i64 %.17
  %.19 = load i64, ptr %.18
  %.20 = mul i64 %.19, 3
  %.21 = getelementptr double, ptr %"2: x", i64 %.20
  %x0 = load double, ptr %.21
  %t12 = fmul contract double %a0, %x0
  %t13 = fadd contract double %t12, %b1
  %t14 = call double @tanh.x1(double %t13)
  %.25 = mul i64 %.row, 1
  %.26 = add i64 %.25, 0
  %.27 = getelementptr i64, ptr %"8: order", i64 %.26
  %.28 = load i64, ptr %.27
  %.29 = mul i64 %.28, 1
  %.30 = getelementptr double, ptr %"3: y", i64 %.29
  %y0 = load double, ptr %.30
  %t15 = fsub contract double %t14, %y0
  %t17 = fmul contract double %b0, 0.5
  %.33 = mul i64 %.row, 2
  %.34 = getelementptr double, ptr %"4: rate", i64 %.33
  %rate0 = load double, ptr %.34
  %t18 = fmul contract double %rate0, %t15
  %t19 = fadd contract double %t17, %t18
  %.37 = getelementptr double, ptr %.34, i64 1
  %rate1 = load double, ptr %.37
  %t20 = fmul contract double %rate1, %t15
  %t21 = fsub contract double %a0, %t20
  %t22 = call double @llvm.fabs.f64(double %b0)
  %t23 = fadd contract double 1.0, %t22
  %t24 = fdiv contract double %a1, %t23
  %.43 = getelementptr double, ptr %.21, i64 2
  %x2 = load double, ptr %.43
  %t26 = fmul contract double %x2, 0.01
  %t27 = fadd contract double %b1, %t26
  %t28 = fmul contract double %t15, %t15
  %.47 = mul i64 %.row, 2
  %.48 = getelementptr double, ptr %"6: log of error", i64 %.47
  store double %t15, ptr %.48, align 8
  %.49 = getelementptr double, ptr %.48, i64 1
  store double %t28, ptr %.49, align 8
  %.50 = mul i64 %.row, 1
  %.51 = getelementptr double, ptr %"7: log of y", i64 %.50
  store double %y0, ptr %.51, align 8
  br label %.done
.done:
  %.next = add i64 %.row, 1
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  store double %t19, ptr %"0: a", align 8
  store double %t21, ptr %.10, align 8
  store double %t24, ptr %"1: b", align 8
  store double %t27, ptr %.11, align 8
  ret void
}

======== 2 rows a step
define void @loop(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: a" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: b" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: x" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: y" = load ptr, ptr %.3
  %.4 = getelementptr ptr, ptr %.frame, i64 4
  %"4: rate" = load ptr, ptr %.4
  %.5 = getelementptr ptr, ptr %.frame, i64 5
  %"5: fixed" = load ptr, ptr %.5
  %.6 = getelementptr ptr, ptr %.frame, i64 6
  %"6: log of error" = load ptr, ptr %.6
  %.7 = getelementptr ptr, ptr %.frame, i64 7
  %"7: log of y" = load ptr, ptr %.7
  %.8 = getelementptr ptr, ptr %.frame, i64 8
  %"8: order" = load ptr, ptr %.8
  %.9 = getelementptr ptr, ptr %.frame, i64 9
  %"9: steps" = load ptr, ptr %.9
  %.n = load i64, ptr %"9: steps"
  %.10 = getelementptr double, ptr %"0: a", i64 1
  %.11 = getelementptr double, ptr %"1: b", i64 1
  %.12 = load double, ptr %"5: fixed"
  %.13 = load double, ptr %"0: a"
  %.14 = load double, ptr %.10
  %.15 = load double, ptr %"1: b"
  %.16 = load double, ptr %.11
  br label %.round
.round:
  %a0 = phi double [ %.13, %0 ], [ %t28, %.done ]
  %a1 = phi double [ %.14, %0 ], [ %t30, %.done ]
  %b0 = phi double [ %.15, %0 ], [ %t33, %.done ]
  %b1 = phi double [ %.16, %0 ], [ %t36, %.done ]
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.17 = mul i64 %.row, 2
  %.18 = add i64 %.17, 0
  %.19 = getelementptr i64, ptr %"8: order", i64 %.18
  %.20 = load i64, ptr %.19
  %.21 = mul i64 %.20, 3
  %.22 = getelementptr double, ptr %"2: x", i64 %.21
  %x0 = load double, ptr %.22
  %t16 = fmul contract double %a0, %x0
  %t17 = fadd contract double %t16, %b1
  %t18 = call double @tanh.x1(double %t17)
  %.26 = mul i64 %.row, 2
  %.27 = add i64 %.26, 0
  %.28 = getelementptr i64, ptr %"8: order", i64 %.27
  %.29 = load i64, ptr %.28
  %.30 = mul i64 %.29, 1
  %.31 = getelementptr double, ptr %"3: y", i64 %.30
  %y0 = load double, ptr %.31
  %t19 = fsub contract double %t18, %y0
  %.33 = mul i64 %.row, 2
  %.34 = add i64 %.33, 1
  %.35 = getelementptr i64, ptr %"8: order", i64 %.34
  %.36 = load i64, ptr %.35
  %.37 = mul i64 %.36, 3
  %.38 = getelementptr double, ptr %"2: x", i64 %.37
  %.39 = getelementptr double, ptr %.38, i64 1
  %x4 = load double, ptr %.39
  %t20 = fmul contract double %a1, %x4
  %t21 = call double @sigmoid.x1(double %t20)
  %.42 = mul i64 %.row, 2
  %.43 = add i64 %.42, 1
  %.44 = getelementptr i64, ptr %"8: order", i64 %.43
  %.45 = load i64, ptr %.44
  %.46 = mul i64 %.45, 1
  %.47 = getelementptr double, ptr %"3: y", i64 %.46
  %y1 = load double, ptr %.47
  %t22 = fmul contract double %t21, %y1
  %t23 = fadd contract double %t19, %t22
  %t24 = fsub contract double %t23, %.12
  %t26 = fmul contract double %b0, 0.5
  %.52 = mul i64 %.row, 2
  %.53 = getelementptr double, ptr %"4: rate", i64 %.52
  %rate0 = load double, ptr %.53
  %t27 = fmul contract double %rate0, %t24
  %t28 = fadd contract double %t26, %t27
  %.56 = getelementptr double, ptr %.53, i64 1
  %rate1 = load double, ptr %.56
  %t29 = fmul contract double %rate1, %t24
  %t30 = fsub contract double %a0, %t29
  %t31 = call double @llvm.fabs.f64(double %b0)
  %t32 = fadd contract double 1.0, %t31
  %t33 = fdiv contract double %a1, %t32
  %.62 = getelementptr double, ptr %.22, i64 2
  %x2 = load double, ptr %.62
  %t35 = fmul contract double %x2, 0.01
  %t36 = fadd contract double %b1, %t35
  %t37 = fmul contract double %t24, %t24
  %.66 = mul i64 %.row, 2
  %.67 = getelementptr double, ptr %"6: log of error", i64 %.66
  store double %t24, ptr %.67, align 8
  %.68 = getelementptr double, ptr %.67, i64 1
  store double %t37, ptr %.68, align 8
  %.69 = mul i64 %.row, 1
  %.70 = getelementptr double, ptr %"7: log of y", i64 %.69
  store double %y0, ptr %.70, align 8
  br label %.done
.done:
  %.next = add i64 %.row, 1
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  store double %t28, ptr %"0: a", align 8
  store double %t30, ptr %.10, align 8
  store double %t33, ptr %"1: b", align 8
  store double %t36, ptr %.11, align 8
  ret void
}

======== 3 rows a step
define void @loop(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: a" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: b" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: x" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: y" = load ptr, ptr %.3
  %.4 = getelementptr ptr, ptr %.frame, i64 4
  %"4: rate" = load ptr, ptr %.4
  %.5 = getelementptr ptr, ptr %.frame, i64 5
  %"5: fixed" = load ptr, ptr %.5
  %.6 = getelementptr ptr, ptr %.frame, i64 6
  %"6: log of error" = load ptr, ptr %.6
  %.7 = getelementptr ptr, ptr %.frame, i64 7
  %"7: log of y" = load ptr, ptr %.7
  %.8 = getelementptr ptr, ptr %.frame, i64 8
  %"8: order" = load ptr, ptr %.8
  %.9 = getelementptr ptr, ptr %.frame, i64 9
  %"9: steps" = load ptr, ptr %.9
  %.n = load i64, ptr %"9: steps"
  %.10 = getelementptr double, ptr %"0: a", i64 1
  %.11 = getelementptr double, ptr %"1: b", i64 1
  %.12 = load double, ptr %"5: fixed"
  %.13 = load double, ptr %"0: a"
  %.14 = load double, ptr %.10
  %.15 = load double, ptr %"1: b"
  %.16 = load double, ptr %.11
  br label %.round
.round:
  %a0 = phi double [ %.13, %0 ], [ %t37, %.done ]
  %a1 = phi double [ %.14, %0 ], [ %t39, %.done ]
  %b0 = phi double [ %.15, %0 ], [ %t42, %.done ]
  %b1 = phi double [ %.16, %0 ], [ %t45, %.done ]
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.17 = mul i64 %.row, 3
  %.18 = add i64 %.17, 0
  %.19 = getelementptr i64, ptr %"8: order", i64 %.18
  %.20 = load i64, ptr %.19
  %.21 = mul i64 %.20, 3
  %.22 = getelementptr double, ptr %"2: x", i64 %.21
  %x0 = load double, ptr %.22
  %t20 = fmul contract double %a0, %x0
  %t21 = fadd contract double %t20, %b1
  %t22 = call double @tanh.x1(double %t21)
  %.26 = mul i64 %.row, 3
  %.27 = add i64 %.26, 0
  %.28 = getelementptr i64, ptr %"8: order", i64 %.27
  %.29 = load i64, ptr %.28
  %.30 = mul i64 %.29, 1
  %.31 = getelementptr double, ptr %"3: y", i64 %.30
  %y0 = load double, ptr %.31
  %t23 = fsub contract double %t22, %y0
  %.33 = mul i64 %.row, 3
  %.34 = add i64 %.33, 1
  %.35 = getelementptr i64, ptr %"8: order", i64 %.34
  %.36 = load i64, ptr %.35
  %.37 = mul i64 %.36, 3
  %.38 = getelementptr double, ptr %"2: x", i64 %.37
  %.39 = getelementptr double, ptr %.38, i64 1
  %x4 = load double, ptr %.39
  %t24 = fmul contract double %a1, %x4
  %t25 = call double @sigmoid.x1(double %t24)
  %.42 = mul i64 %.row, 3
  %.43 = add i64 %.42, 1
  %.44 = getelementptr i64, ptr %"8: order", i64 %.43
  %.45 = load i64, ptr %.44
  %.46 = mul i64 %.45, 1
  %.47 = getelementptr double, ptr %"3: y", i64 %.46
  %y1 = load double, ptr %.47
  %t26 = fmul contract double %t25, %y1
  %t27 = fadd contract double %t23, %t26
  %t28 = fsub contract double %t27, %.12
  %.51 = mul i64 %.row, 3
  %.52 = add i64 %.51, 2
  %.53 = getelementptr i64, ptr %"8: order", i64 %.52
  %.54 = load i64, ptr %.53
  %.55 = mul i64 %.54, 3
  %.56 = getelementptr double, ptr %"2: x", i64 %.55
  %.57 = getelementptr double, ptr %.56, i64 1
  %x7 = load double, ptr %.57
  %t29 = fmul contract double %a1, %x7
  %t30 = call double @sigmoid.x1(double %t29)
  %.60 = mul i64 %.row, 3
  %.61 = add i64 %.60, 2
  %.62 = getelementptr i64, ptr %"8: order", i64 %.61
  %.63 = load i64, ptr %.62
  %.64 = mul i64 %.63, 1
  %.65 = getelementptr double, ptr %"3: y", i64 %.64
  %y2 = load double, ptr %.65
  %t31 = fmul contract double %t30, %y2
  %t32 = fadd contract double %t28, %t31
  %t33 = fsub contract double %t32, %.12
  %t35 = fmul contract double %b0, 0.5
  %.70 = mul i64 %.row, 2
  %.71 = getelementptr double, ptr %"4: rate", i64 %.70
  %rate0 = load double, ptr %.71
  %t36 = fmul contract double %rate0, %t33
  %t37 = fadd contract double %t35, %t36
  %.74 = getelementptr double, ptr %.71, i64 1
  %rate1 = load double, ptr %.74
  %t38 = fmul contract double %rate1, %t33
  %t39 = fsub contract double %a0, %t38
  %t40 = call double @llvm.fabs.f64(double %b0)
  %t41 = fadd contract double 1.0, %t40
  %t42 = fdiv contract double %a1, %t41
  %.80 = getelementptr double, ptr %.22, i64 2
  %x2 = load double, ptr %.80
  %t44 = fmul contract double %x2, 0.01
  %t45 = fadd contract double %b1, %t44
  %t46 = fmul contract double %t33, %t33
  %.84 = mul i64 %.row, 2
  %.85 = getelementptr double, ptr %"6: log of error", i64 %.84
  store double %t33, ptr %.85, align 8
  %.86 = getelementptr double, ptr %.85, i64 1
  store double %t46, ptr %.86, align 8
  %.87 = mul i64 %.row, 1
  %.88 = getelementptr double, ptr %"7: log of y", i64 %.87
  store double %y0, ptr %.88, align 8
  br label %.done
.done:
  %.next = add i64 %.row, 1
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  store double %t37, ptr %"0: a", align 8
  store double %t39, ptr %.10, align 8
  store double %t42, ptr %"1: b", align 8
  store double %t45, ptr %.11, align 8
  ret void
}

======== take, mixed
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: i" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: j" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: x" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: captured" = load ptr, ptr %.3
  %.4 = getelementptr ptr, ptr %.frame, i64 4
  %"4: value" = load ptr, ptr %.4
  %.5 = getelementptr ptr, ptr %.frame, i64 5
  %"5: gradient" = load ptr, ptr %.5
  %.6 = getelementptr ptr, ptr %.frame, i64 6
  %.work = load ptr, ptr %.6
  %w0 = load double, ptr %"3: captured"
  %x = load double, ptr %"2: x"
  %t8 = fmul contract double %w0, %x
  %.8 = call { double, double } @tanh_and_slope.x1(double %t8)
  %.9 = extractvalue { double, double } %.8, 1
  %t9 = extractvalue { double, double } %.8, 0
  %.10 = getelementptr double, ptr %"3: captured", i64 1
  %w1 = load double, ptr %.10
  %t11 = fadd contract double %w1, %x
  %.12 = getelementptr double, ptr %"3: captured", i64 2
  %w2 = load double, ptr %.12
  %t12 = fmul contract double %w1, %w2
  store double %t9, ptr %.work, align 8
  %.14 = getelementptr double, ptr %.work, i64 1
  store double 0.5, ptr %.14, align 8
  %.15 = getelementptr double, ptr %.work, i64 2
  store double %t11, ptr %.15, align 8
  %.16 = getelementptr double, ptr %.work, i64 3
  store double %t12, ptr %.16, align 8
  %.17 = getelementptr double, ptr %"3: captured", i64 3
  %w3 = load double, ptr %.17
  %.18 = getelementptr double, ptr %.work, i64 4
  store double %w3, ptr %.18, align 8
  %i = load double, ptr %"0: i"
  %.19 = fptosi double %i to i64
  %.20 = getelementptr double, ptr %.work, i64 %.19
  %.21 = load double, ptr %.20
  %j = load double, ptr %"1: j"
  %.22 = fptosi double %j to i64
  %.23 = getelementptr double, ptr %.work, i64 %.22
  %.24 = load double, ptr %.23
  %.25 = getelementptr double, ptr %.work, i64 5
  store double %.21, ptr %.25, align 8
  %.26 = getelementptr double, ptr %.25, i64 1
  store double %.24, ptr %.26, align 8
  %.27 = getelementptr double, ptr %.25, i64 2
  store double %w0, ptr %.27, align 8
  %.28 = fptosi double %j to i64
  %.29 = getelementptr double, ptr %.25, i64 %.28
  %.30 = load double, ptr %.29
  %.31 = getelementptr double, ptr %.work, i64 8
  store double 2.0, ptr %.31, align 8
  %.32 = getelementptr double, ptr %.31, i64 1
  store double 1.0, ptr %.32, align 8
  %.33 = getelementptr double, ptr %.31, i64 2
  store double -3.0, ptr %.33, align 8
  %.34 = fptosi double %j to i64
  %.35 = getelementptr double, ptr %.31, i64 %.34
  %.36 = load double, ptr %.35
  %t22 = fmul contract double %.36, %.24
  %t23 = call double @"libm.sin"(double %.30)
  %.39 = fmul contract double %.21, %.30
  %.40 = call double @llvm.fmuladd.f64(double %t22, double %t23, double %.39)
  %t24 = call double @llvm.fmuladd.f64(double %i, double %x, double %.40)
  %t25 = fmul contract double 1.0, %t22
  %t26 = call double @"libm.cos"(double %.30)
  %t27 = fmul contract double 1.0, %t23
  %.45 = fmul contract double 1.0, %.21
  %t28 = call double @llvm.fmuladd.f64(double %t25, double %t26, double %.45)
  %.47 = getelementptr double, ptr %.work, i64 11
  call void @llvm.memset.p0.i64(ptr %.47, i8 0, i64 24, i1 false)
  %.48 = fptosi double %j to i64
  %.49 = getelementptr double, ptr %.47, i64 %.48
  %.50 = load double, ptr %.49
  %.51 = fadd double %.50, %t28
  store double %.51, ptr %.49
  %.52 = getelementptr double, ptr %.47, i64 1
  %.53 = load double, ptr %.52, align 8
  %t31 = call double @llvm.fmuladd.f64(double %t27, double %.36, double %.53)
  %.55 = load double, ptr %.47, align 8
  %t34 = call double @llvm.fmuladd.f64(double 1.0, double %.30, double %.55)
  %.57 = getelementptr double, ptr %.work, i64 14
  call void @llvm.memset.p0.i64(ptr %.57, i8 0, i64 40, i1 false)
  %.58 = fptosi double %j to i64
  %.59 = getelementptr double, ptr %.57, i64 %.58
  %.60 = load double, ptr %.59
  %.61 = fadd double %.60, %t31
  store double %.61, ptr %.59
  %.62 = fptosi double %i to i64
  %.63 = getelementptr double, ptr %.57, i64 %.62
  %.64 = load double, ptr %.63
  %.65 = fadd double %.64, %t34
  store double %.65, ptr %.63
  %.66 = getelementptr double, ptr %.57, i64 4
  %.67 = load double, ptr %.66, align 8
  %.68 = getelementptr double, ptr %.57, i64 3
  %.69 = load double, ptr %.68, align 8
  %d_w2 = fmul contract double %.69, %w1
  %.71 = getelementptr double, ptr %.57, i64 2
  %.72 = load double, ptr %.71, align 8
  %d_w1 = call double @llvm.fmuladd.f64(double %.69, double %w2, double %.72)
  %.74 = load double, ptr %.57, align 8
  %t49 = fmul contract double %.74, %.9
  %.76 = getelementptr double, ptr %.47, i64 2
  %.77 = load double, ptr %.76, align 8
  %d_w0 = call double @llvm.fmuladd.f64(double %t49, double %x, double %.77)
  store double %t24, ptr %"4: value", align 8
  store double %d_w0, ptr %"5: gradient", align 8
  %.79 = getelementptr double, ptr %"5: gradient", i64 1
  store double %d_w1, ptr %.79, align 8
  %.80 = getelementptr double, ptr %"5: gradient", i64 2
  store double %d_w2, ptr %.80, align 8
  %.81 = getelementptr double, ptr %"5: gradient", i64 3
  store double %.67, ptr %.81, align 8
  ret void
}

======== a sum of 1
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.2
  %x0 = load double, ptr %"0: x"
  %t4 = call double @llvm.fmuladd.f64(double %x0, double %x1, double %x1)
  store double %t4, ptr %"1: y", align 8
  ret void
}

======== a sum of 2
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.2
  %t4 = fadd contract double %x1, 1.0
  %x0 = load double, ptr %"0: x"
  %.4 = call double @llvm.fmuladd.f64(double %x0, double %x1, double %x1)
  %t5 = call double @llvm.fmuladd.f64(double %x0, double %t4, double %.4)
  store double %t5, ptr %"1: y", align 8
  ret void
}

======== a sum of 3
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.2
  %t4 = fadd contract double %x1, 1.0
  %t6 = fadd contract double %x1, 2.0
  %x0 = load double, ptr %"0: x"
  %.5 = call double @llvm.fmuladd.f64(double %x0, double %t4, double %x1)
  %.6 = fmul contract double %x0, %x1
  %.7 = call double @llvm.fmuladd.f64(double %x0, double %t6, double %.6)
  %t7 = fadd contract double %.5, %.7
  store double %t7, ptr %"1: y", align 8
  ret void
}

======== a sum of 4
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.2
  %t4 = fadd contract double %x1, 1.0
  %t6 = fadd contract double %x1, 2.0
  %t8 = fadd contract double %x1, 3.0
  %x0 = load double, ptr %"0: x"
  %.6 = call double @llvm.fmuladd.f64(double %x0, double %t4, double %x1)
  %.7 = call double @llvm.fmuladd.f64(double %x0, double %t8, double %.6)
  %.8 = fmul contract double %x0, %x1
  %.9 = call double @llvm.fmuladd.f64(double %x0, double %t6, double %.8)
  %t9 = fadd contract double %.7, %.9
  store double %t9, ptr %"1: y", align 8
  ret void
}

======== a sum of 6
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.2
  %t4 = fadd contract double %x1, 1.0
  %t6 = fadd contract double %x1, 2.0
  %t8 = fadd contract double %x1, 3.0
  %t10 = fadd contract double %x1, 4.0
  %t12 = fadd contract double %x1, 5.0
  %x0 = load double, ptr %"0: x"
  %.8 = call double @llvm.fmuladd.f64(double %x0, double %t4, double %x1)
  %.9 = call double @llvm.fmuladd.f64(double %x0, double %t8, double %.8)
  %.10 = call double @llvm.fmuladd.f64(double %x0, double %t12, double %.9)
  %.11 = fmul contract double %x0, %x1
  %.12 = call double @llvm.fmuladd.f64(double %x0, double %t6, double %.11)
  %.13 = call double @llvm.fmuladd.f64(double %x0, double %t10, double %.12)
  %t13 = fadd contract double %.10, %.13
  store double %t13, ptr %"1: y", align 8
  ret void
}

======== a sum of 7
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.2
  %t4 = fadd contract double %x1, 1.0
  %t6 = fadd contract double %x1, 2.0
  %t8 = fadd contract double %x1, 3.0
  %t10 = fadd contract double %x1, 4.0
  %t12 = fadd contract double %x1, 5.0
  %t14 = fadd contract double %x1, 6.0
  %x0 = load double, ptr %"0: x"
  %.9 = call double @llvm.fmuladd.f64(double %x0, double %t8, double %x1)
  %.10 = fmul contract double %x0, %x1
  %.11 = call double @llvm.fmuladd.f64(double %x0, double %t10, double %.10)
  %.12 = fmul contract double %x0, %t4
  %.13 = call double @llvm.fmuladd.f64(double %x0, double %t12, double %.12)
  %.14 = fmul contract double %x0, %t6
  %.15 = call double @llvm.fmuladd.f64(double %x0, double %t14, double %.14)
  %.16 = fadd contract double %.9, %.11
  %.17 = fadd contract double %.16, %.13
  %t15 = fadd contract double %.17, %.15
  store double %t15, ptr %"1: y", align 8
  ret void
}

======== a sum of 8
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.2
  %t4 = fadd contract double %x1, 1.0
  %t6 = fadd contract double %x1, 2.0
  %t8 = fadd contract double %x1, 3.0
  %t10 = fadd contract double %x1, 4.0
  %t12 = fadd contract double %x1, 5.0
  %t14 = fadd contract double %x1, 6.0
  %t16 = fadd contract double %x1, 7.0
  %x0 = load double, ptr %"0: x"
  %.10 = call double @llvm.fmuladd.f64(double %x0, double %t8, double %x1)
  %.11 = call double @llvm.fmuladd.f64(double %x0, double %t16, double %.10)
  %.12 = fmul contract double %x0, %x1
  %.13 = call double @llvm.fmuladd.f64(double %x0, double %t10, double %.12)
  %.14 = fmul contract double %x0, %t4
  %.15 = call double @llvm.fmuladd.f64(double %x0, double %t12, double %.14)
  %.16 = fmul contract double %x0, %t6
  %.17 = call double @llvm.fmuladd.f64(double %x0, double %t14, double %.16)
  %.18 = fadd contract double %.11, %.13
  %.19 = fadd contract double %.18, %.15
  %t17 = fadd contract double %.19, %.17
  store double %t17, ptr %"1: y", align 8
  ret void
}

======== a sum of 9
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr double, ptr %"0: x", i64 1
  %x1 = load double, ptr %.2
  %t4 = fadd contract double %x1, 1.0
  %t6 = fadd contract double %x1, 2.0
  %t8 = fadd contract double %x1, 3.0
  %t10 = fadd contract double %x1, 4.0
  %t12 = fadd contract double %x1, 5.0
  %t14 = fadd contract double %x1, 6.0
  %t16 = fadd contract double %x1, 7.0
  %t18 = fadd contract double %x1, 8.0
  %x0 = load double, ptr %"0: x"
  %.11 = call double @llvm.fmuladd.f64(double %x0, double %t8, double %x1)
  %.12 = call double @llvm.fmuladd.f64(double %x0, double %t16, double %.11)
  %.13 = fmul contract double %x0, %x1
  %.14 = call double @llvm.fmuladd.f64(double %x0, double %t10, double %.13)
  %.15 = call double @llvm.fmuladd.f64(double %x0, double %t18, double %.14)
  %.16 = fmul contract double %x0, %t4
  %.17 = call double @llvm.fmuladd.f64(double %x0, double %t12, double %.16)
  %.18 = fmul contract double %x0, %t6
  %.19 = call double @llvm.fmuladd.f64(double %x0, double %t14, double %.18)
  %.20 = fadd contract double %.12, %.15
  %.21 = fadd contract double %.20, %.17
  %t19 = fadd contract double %.21, %.19
  store double %t19, ptr %"1: y", align 8
  ret void
}

======== article, packed
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: params" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: x" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: y" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: grad" = load ptr, ptr %.3
  %w1_1_1 = load double, ptr %"0: params"
  %x1_1 = load double, ptr %"1: x"
  %.4 = getelementptr double, ptr %"0: params", i64 1
  %w1_1_2 = load double, ptr %.4
  %.5 = getelementptr double, ptr %"1: x", i64 1
  %x1_2 = load double, ptr %.5
  %.6 = getelementptr double, ptr %"0: params", i64 2
  %w1_1_3 = load double, ptr %.6
  %.7 = getelementptr double, ptr %"1: x", i64 2
  %x1_3 = load double, ptr %.7
  %.8 = getelementptr double, ptr %"0: params", i64 3
  %w1_1_4 = load double, ptr %.8
  %.9 = getelementptr double, ptr %"1: x", i64 3
  %x1_4 = load double, ptr %.9
  %.10 = getelementptr double, ptr %"0: params", i64 4
  %b1_1 = load double, ptr %.10
  %.11 = call double @llvm.fmuladd.f64(double %w1_1_1, double %x1_1, double %b1_1)
  %.12 = call double @llvm.fmuladd.f64(double %w1_1_3, double %x1_3, double %.11)
  %.13 = fmul contract double %w1_1_2, %x1_2
  %.14 = call double @llvm.fmuladd.f64(double %w1_1_4, double %x1_4, double %.13)
  %net_h1_1 = fadd contract double %.12, %.14
  %.16 = getelementptr double, ptr %"0: params", i64 5
  %w1_2_1 = load double, ptr %.16
  %.17 = getelementptr double, ptr %"0: params", i64 6
  %w1_2_2 = load double, ptr %.17
  %.18 = getelementptr double, ptr %"0: params", i64 7
  %w1_2_3 = load double, ptr %.18
  %.19 = getelementptr double, ptr %"0: params", i64 8
  %w1_2_4 = load double, ptr %.19
  %.20 = getelementptr double, ptr %"0: params", i64 9
  %b1_2 = load double, ptr %.20
  %.21 = call double @llvm.fmuladd.f64(double %w1_2_1, double %x1_1, double %b1_2)
  %.22 = call double @llvm.fmuladd.f64(double %w1_2_3, double %x1_3, double %.21)
  %.23 = fmul contract double %w1_2_2, %x1_2
  %.24 = call double @llvm.fmuladd.f64(double %w1_2_4, double %x1_4, double %.23)
  %net_h1_2 = fadd contract double %.22, %.24
  %.26 = getelementptr double, ptr %"0: params", i64 10
  %w1_3_1 = load double, ptr %.26
  %.27 = getelementptr double, ptr %"0: params", i64 11
  %w1_3_2 = load double, ptr %.27
  %.28 = getelementptr double, ptr %"0: params", i64 12
  %w1_3_3 = load double, ptr %.28
  %.29 = getelementptr double, ptr %"0: params", i64 13
  %w1_3_4 = load double, ptr %.29
  %.30 = getelementptr double, ptr %"0: params", i64 14
  %b1_3 = load double, ptr %.30
  %.31 = call double @llvm.fmuladd.f64(double %w1_3_1, double %x1_1, double %b1_3)
  %.32 = call double @llvm.fmuladd.f64(double %w1_3_3, double %x1_3, double %.31)
  %.33 = fmul contract double %w1_3_2, %x1_2
  %.34 = call double @llvm.fmuladd.f64(double %w1_3_4, double %x1_4, double %.33)
  %net_h1_3 = fadd contract double %.32, %.34
  %.36 = getelementptr double, ptr %"0: params", i64 15
  %w1_4_1 = load double, ptr %.36
  %.37 = getelementptr double, ptr %"0: params", i64 16
  %w1_4_2 = load double, ptr %.37
  %.38 = getelementptr double, ptr %"0: params", i64 17
  %w1_4_3 = load double, ptr %.38
  %.39 = getelementptr double, ptr %"0: params", i64 18
  %w1_4_4 = load double, ptr %.39
  %.40 = getelementptr double, ptr %"0: params", i64 19
  %b1_4 = load double, ptr %.40
  %.41 = call double @llvm.fmuladd.f64(double %w1_4_1, double %x1_1, double %b1_4)
  %.42 = call double @llvm.fmuladd.f64(double %w1_4_3, double %x1_3, double %.41)
  %.43 = fmul contract double %w1_4_2, %x1_2
  %.44 = call double @llvm.fmuladd.f64(double %w1_4_4, double %x1_4, double %.43)
  %net_h1_4 = fadd contract double %.42, %.44
  %.46 = insertelement <4 x double> poison, double %net_h1_1, i64 0
  %.47 = insertelement <4 x double> %.46, double %net_h1_2, i64 1
  %.48 = insertelement <4 x double> %.47, double %net_h1_3, i64 2
  %.49 = insertelement <4 x double> %.48, double %net_h1_4, i64 3
  %.50 = call { <4 x double>, <4 x double> } @tanh_and_slope.x4(<4 x double> %.49)
  %.51 = extractvalue { <4 x double>, <4 x double> } %.50, 1
  %.52 = extractvalue { <4 x double>, <4 x double> } %.50, 0
  %.53 = extractelement <4 x double> %.52, i64 0
  %.54 = extractelement <4 x double> %.52, i64 1
  %.55 = extractelement <4 x double> %.52, i64 2
  %.56 = extractelement <4 x double> %.52, i64 3
  %.57 = extractelement <4 x double> %.51, i64 0
  %.58 = extractelement <4 x double> %.51, i64 1
  %.59 = extractelement <4 x double> %.51, i64 2
  %.60 = extractelement <4 x double> %.51, i64 3
  %.61 = getelementptr double, ptr %"0: params", i64 20
  %w2_1_1 = load double, ptr %.61
  %.62 = getelementptr double, ptr %"0: params", i64 21
  %w2_1_2 = load double, ptr %.62
  %.63 = getelementptr double, ptr %"0: params", i64 22
  %w2_1_3 = load double, ptr %.63
  %.64 = getelementptr double, ptr %"0: params", i64 23
  %w2_1_4 = load double, ptr %.64
  %.65 = getelementptr double, ptr %"0: params", i64 24
  %b2_1 = load double, ptr %.65
  %.66 = call double @llvm.fmuladd.f64(double %w2_1_1, double %.53, double %b2_1)
  %.67 = call double @llvm.fmuladd.f64(double %w2_1_3, double %.55, double %.66)
  %.68 = fmul contract double %w2_1_2, %.54
  %.69 = call double @llvm.fmuladd.f64(double %w2_1_4, double %.56, double %.68)
  %net_h2_1 = fadd contract double %.67, %.69
  %.71 = getelementptr double, ptr %"0: params", i64 25
  %w2_2_1 = load double, ptr %.71
  %.72 = getelementptr double, ptr %"0: params", i64 26
  %w2_2_2 = load double, ptr %.72
  %.73 = getelementptr double, ptr %"0: params", i64 27
  %w2_2_3 = load double, ptr %.73
  %.74 = getelementptr double, ptr %"0: params", i64 28
  %w2_2_4 = load double, ptr %.74
  %.75 = getelementptr double, ptr %"0: params", i64 29
  %b2_2 = load double, ptr %.75
  %.76 = call double @llvm.fmuladd.f64(double %w2_2_1, double %.53, double %b2_2)
  %.77 = call double @llvm.fmuladd.f64(double %w2_2_3, double %.55, double %.76)
  %.78 = fmul contract double %w2_2_2, %.54
  %.79 = call double @llvm.fmuladd.f64(double %w2_2_4, double %.56, double %.78)
  %net_h2_2 = fadd contract double %.77, %.79
  %.81 = getelementptr double, ptr %"0: params", i64 30
  %w2_3_1 = load double, ptr %.81
  %.82 = getelementptr double, ptr %"0: params", i64 31
  %w2_3_2 = load double, ptr %.82
  %.83 = getelementptr double, ptr %"0: params", i64 32
  %w2_3_3 = load double, ptr %.83
  %.84 = getelementptr double, ptr %"0: params", i64 33
  %w2_3_4 = load double, ptr %.84
  %.85 = getelementptr double, ptr %"0: params", i64 34
  %b2_3 = load double, ptr %.85
  %.86 = call double @llvm.fmuladd.f64(double %w2_3_1, double %.53, double %b2_3)
  %.87 = call double @llvm.fmuladd.f64(double %w2_3_3, double %.55, double %.86)
  %.88 = fmul contract double %w2_3_2, %.54
  %.89 = call double @llvm.fmuladd.f64(double %w2_3_4, double %.56, double %.88)
  %net_h2_3 = fadd contract double %.87, %.89
  %.91 = getelementptr double, ptr %"0: params", i64 35
  %w2_4_1 = load double, ptr %.91
  %.92 = getelementptr double, ptr %"0: params", i64 36
  %w2_4_2 = load double, ptr %.92
  %.93 = getelementptr double, ptr %"0: params", i64 37
  %w2_4_3 = load double, ptr %.93
  %.94 = getelementptr double, ptr %"0: params", i64 38
  %w2_4_4 = load double, ptr %.94
  %.95 = getelementptr double, ptr %"0: params", i64 39
  %b2_4 = load double, ptr %.95
  %.96 = call double @llvm.fmuladd.f64(double %w2_4_1, double %.53, double %b2_4)
  %.97 = call double @llvm.fmuladd.f64(double %w2_4_3, double %.55, double %.96)
  %.98 = fmul contract double %w2_4_2, %.54
  %.99 = call double @llvm.fmuladd.f64(double %w2_4_4, double %.56, double %.98)
  %net_h2_4 = fadd contract double %.97, %.99
  %.101 = insertelement <4 x double> poison, double %net_h2_1, i64 0
  %.102 = insertelement <4 x double> %.101, double %net_h2_2, i64 1
  %.103 = insertelement <4 x double> %.102, double %net_h2_3, i64 2
  %.104 = insertelement <4 x double> %.103, double %net_h2_4, i64 3
  %.105 = call { <4 x double>, <4 x double> } @tanh_and_slope.x4(<4 x double> %.104)
  %.106 = extractvalue { <4 x double>, <4 x double> } %.105, 1
  %.107 = extractvalue { <4 x double>, <4 x double> } %.105, 0
  %.108 = extractelement <4 x double> %.107, i64 0
  %.109 = extractelement <4 x double> %.107, i64 1
  %.110 = extractelement <4 x double> %.107, i64 2
  %.111 = extractelement <4 x double> %.107, i64 3
  %.112 = extractelement <4 x double> %.106, i64 0
  %.113 = extractelement <4 x double> %.106, i64 1
  %.114 = extractelement <4 x double> %.106, i64 2
  %.115 = extractelement <4 x double> %.106, i64 3
  %.116 = getelementptr double, ptr %"0: params", i64 40
  %w3_1_1 = load double, ptr %.116
  %.117 = getelementptr double, ptr %"0: params", i64 41
  %w3_1_2 = load double, ptr %.117
  %.118 = getelementptr double, ptr %"0: params", i64 42
  %w3_1_3 = load double, ptr %.118
  %.119 = getelementptr double, ptr %"0: params", i64 43
  %w3_1_4 = load double, ptr %.119
  %.120 = getelementptr double, ptr %"0: params", i64 44
  %b3_1 = load double, ptr %.120
  %.121 = call double @llvm.fmuladd.f64(double %w3_1_1, double %.108, double %b3_1)
  %.122 = call double @llvm.fmuladd.f64(double %w3_1_3, double %.110, double %.121)
  %.123 = fmul contract double %w3_1_2, %.109
  %.124 = call double @llvm.fmuladd.f64(double %w3_1_4, double %.111, double %.123)
  %out_o1 = fadd contract double %.122, %.124
  %t68 = fsub contract double %out_o1, 0.5
  %t69 = fmul contract double 1.0, %t68
  %d_out_o1 = fadd contract double %t69, %t69
  %d_out_h2_4 = fmul contract double %d_out_o1, %w3_1_4
  %d_net_h2_4 = fmul contract double %d_out_h2_4, %.115
  %d_w2_4_4 = fmul contract double %d_net_h2_4, %.56
  %d_w2_4_3 = fmul contract double %d_net_h2_4, %.55
  %d_w2_4_2 = fmul contract double %d_net_h2_4, %.54
  %d_w2_4_1 = fmul contract double %d_net_h2_4, %.53
  %d_out_h2_3 = fmul contract double %d_out_o1, %w3_1_3
  %d_net_h2_3 = fmul contract double %d_out_h2_3, %.114
  %d_w2_3_4 = fmul contract double %d_net_h2_3, %.56
  %d_w2_3_3 = fmul contract double %d_net_h2_3, %.55
  %d_w2_3_2 = fmul contract double %d_net_h2_3, %.54
  %d_w2_3_1 = fmul contract double %d_net_h2_3, %.53
  %d_out_h2_2 = fmul contract double %d_out_o1, %w3_1_2
  %d_net_h2_2 = fmul contract double %d_out_h2_2, %.113
  %d_w2_2_4 = fmul contract double %d_net_h2_2, %.56
  %d_w2_2_3 = fmul contract double %d_net_h2_2, %.55
  %d_w2_2_2 = fmul contract double %d_net_h2_2, %.54
  %d_w2_2_1 = fmul contract double %d_net_h2_2, %.53
  %d_out_h2_1 = fmul contract double %d_out_o1, %w3_1_1
  %d_net_h2_1 = fmul contract double %d_out_h2_1, %.112
  %.149 = fmul contract double %d_net_h2_4, %w2_4_4
  %.150 = call double @llvm.fmuladd.f64(double %d_net_h2_2, double %w2_2_4, double %.149)
  %.151 = fmul contract double %d_net_h2_3, %w2_3_4
  %.152 = call double @llvm.fmuladd.f64(double %d_net_h2_1, double %w2_1_4, double %.151)
  %d_out_h1_4 = fadd contract double %.150, %.152
  %d_net_h1_4 = fmul contract double %d_out_h1_4, %.60
  %d_w1_4_4 = fmul contract double %d_net_h1_4, %x1_4
  %d_w1_4_3 = fmul contract double %d_net_h1_4, %x1_3
  %d_w1_4_2 = fmul contract double %d_net_h1_4, %x1_2
  %d_w1_4_1 = fmul contract double %d_net_h1_4, %x1_1
  %.159 = fmul contract double %d_net_h2_4, %w2_4_3
  %.160 = call double @llvm.fmuladd.f64(double %d_net_h2_2, double %w2_2_3, double %.159)
  %.161 = fmul contract double %d_net_h2_3, %w2_3_3
  %.162 = call double @llvm.fmuladd.f64(double %d_net_h2_1, double %w2_1_3, double %.161)
  %d_out_h1_3 = fadd contract double %.160, %.162
  %d_net_h1_3 = fmul contract double %d_out_h1_3, %.59
  %d_w1_3_4 = fmul contract double %d_net_h1_3, %x1_4
  %d_w1_3_3 = fmul contract double %d_net_h1_3, %x1_3
  %d_w1_3_2 = fmul contract double %d_net_h1_3, %x1_2
  %d_w1_3_1 = fmul contract double %d_net_h1_3, %x1_1
  %.169 = fmul contract double %d_net_h2_4, %w2_4_2
  %.170 = call double @llvm.fmuladd.f64(double %d_net_h2_2, double %w2_2_2, double %.169)
  %.171 = fmul contract double %d_net_h2_3, %w2_3_2
  %.172 = call double @llvm.fmuladd.f64(double %d_net_h2_1, double %w2_1_2, double %.171)
  %d_out_h1_2 = fadd contract double %.170, %.172
  %d_net_h1_2 = fmul contract double %d_out_h1_2, %.58
  %d_w1_2_4 = fmul contract double %d_net_h1_2, %x1_4
  %d_w1_2_3 = fmul contract double %d_net_h1_2, %x1_3
  %d_w1_2_2 = fmul contract double %d_net_h1_2, %x1_2
  %d_w1_2_1 = fmul contract double %d_net_h1_2, %x1_1
  %.179 = fmul contract double %d_net_h2_4, %w2_4_1
  %.180 = call double @llvm.fmuladd.f64(double %d_net_h2_2, double %w2_2_1, double %.179)
  %.181 = fmul contract double %d_net_h2_3, %w2_3_1
  %.182 = call double @llvm.fmuladd.f64(double %d_net_h2_1, double %w2_1_1, double %.181)
  %d_out_h1_1 = fadd contract double %.180, %.182
  %d_net_h1_1 = fmul contract double %d_out_h1_1, %.57
  %d_w1_1_4 = fmul contract double %d_net_h1_1, %x1_4
  %d_w1_1_3 = fmul contract double %d_net_h1_1, %x1_3
  %d_w1_1_2 = fmul contract double %d_net_h1_1, %x1_2
  %d_w1_1_1 = fmul contract double %d_net_h1_1, %x1_1
  %d_w2_1_4 = fmul contract double %d_net_h2_1, %.56
  %d_w2_1_3 = fmul contract double %d_net_h2_1, %.55
  %d_w2_1_2 = fmul contract double %d_net_h2_1, %.54
  %d_w2_1_1 = fmul contract double %d_net_h2_1, %.53
  %d_w3_1_4 = fmul contract double %d_out_o1, %.111
  %d_w3_1_3 = fmul contract double %d_out_o1, %.110
  %d_w3_1_2 = fmul contract double %d_out_o1, %.109
  %d_w3_1_1 = fmul contract double %d_out_o1, %.108
  store double %out_o1, ptr %"2: y", align 8
  store double %d_w1_1_1, ptr %"3: grad", align 8
  %.197 = getelementptr double, ptr %"3: grad", i64 1
  store double %d_w1_1_2, ptr %.197, align 8
  %.198 = getelementptr double, ptr %"3: grad", i64 2
  store double %d_w1_1_3, ptr %.198, align 8
  %.199 = getelementptr double, ptr %"3: grad", i64 3
  store double %d_w1_1_4, ptr %.199, align 8
  %.200 = getelementptr double, ptr %"3: grad", i64 4
  store double %d_net_h1_1, ptr %.200, align 8
  %.201 = getelementptr double, ptr %"3: grad", i64 5
  store double %d_w1_2_1, ptr %.201, align 8
  %.202 = getelementptr double, ptr %"3: grad", i64 6
  store double %d_w1_2_2, ptr %.202, align 8
  %.203 = getelementptr double, ptr %"3: grad", i64 7
  store double %d_w1_2_3, ptr %.203, align 8
  %.204 = getelementptr double, ptr %"3: grad", i64 8
  store double %d_w1_2_4, ptr %.204, align 8
  %.205 = getelementptr double, ptr %"3: grad", i64 9
  store double %d_net_h1_2, ptr %.205, align 8
  %.206 = getelementptr double, ptr %"3: grad", i64 10
  store double %d_w1_3_1, ptr %.206, align 8
  %.207 = getelementptr double, ptr %"3: grad", i64 11
  store double %d_w1_3_2, ptr %.207, align 8
  %.208 = getelementptr double, ptr %"3: grad", i64 12
  store double %d_w1_3_3, ptr %.208, align 8
  %.209 = getelementptr double, ptr %"3: grad", i64 13
  store double %d_w1_3_4, ptr %.209, align 8
  %.210 = getelementptr double, ptr %"3: grad", i64 14
  store double %d_net_h1_3, ptr %.210, align 8
  %.211 = getelementptr double, ptr %"3: grad", i64 15
  store double %d_w1_4_1, ptr %.211, align 8
  %.212 = getelementptr double, ptr %"3: grad", i64 16
  store double %d_w1_4_2, ptr %.212, align 8
  %.213 = getelementptr double, ptr %"3: grad", i64 17
  store double %d_w1_4_3, ptr %.213, align 8
  %.214 = getelementptr double, ptr %"3: grad", i64 18
  store double %d_w1_4_4, ptr %.214, align 8
  %.215 = getelementptr double, ptr %"3: grad", i64 19
  store double %d_net_h1_4, ptr %.215, align 8
  %.216 = getelementptr double, ptr %"3: grad", i64 20
  store double %d_w2_1_1, ptr %.216, align 8
  %.217 = getelementptr double, ptr %"3: grad", i64 21
  store double %d_w2_1_2, ptr %.217, align 8
  %.218 = getelementptr double, ptr %"3: grad", i64 22
  store double %d_w2_1_3, ptr %.218, align 8
  %.219 = getelementptr double, ptr %"3: grad", i64 23
  store double %d_w2_1_4, ptr %.219, align 8
  %.220 = getelementptr double, ptr %"3: grad", i64 24
  store double %d_net_h2_1, ptr %.220, align 8
  %.221 = getelementptr double, ptr %"3: grad", i64 25
  store double %d_w2_2_1, ptr %.221, align 8
  %.222 = getelementptr double, ptr %"3: grad", i64 26
  store double %d_w2_2_2, ptr %.222, align 8
  %.223 = getelementptr double, ptr %"3: grad", i64 27
  store double %d_w2_2_3, ptr %.223, align 8
  %.224 = getelementptr double, ptr %"3: grad", i64 28
  store double %d_w2_2_4, ptr %.224, align 8
  %.225 = getelementptr double, ptr %"3: grad", i64 29
  store double %d_net_h2_2, ptr %.225, align 8
  %.226 = getelementptr double, ptr %"3: grad", i64 30
  store double %d_w2_3_1, ptr %.226, align 8
  %.227 = getelementptr double, ptr %"3: grad", i64 31
  store double %d_w2_3_2, ptr %.227, align 8
  %.228 = getelementptr double, ptr %"3: grad", i64 32
  store double %d_w2_3_3, ptr %.228, align 8
  %.229 = getelementptr double, ptr %"3: grad", i64 33
  store double %d_w2_3_4, ptr %.229, align 8
  %.230 = getelementptr double, ptr %"3: grad", i64 34
  store double %d_net_h2_3, ptr %.230, align 8
  %.231 = getelementptr double, ptr %"3: grad", i64 35
  store double %d_w2_4_1, ptr %.231, align 8
  %.232 = getelementptr double, ptr %"3: grad", i64 36
  store double %d_w2_4_2, ptr %.232, align 8
  %.233 = getelementptr double, ptr %"3: grad", i64 37
  store double %d_w2_4_3, ptr %.233, align 8
  %.234 = getelementptr double, ptr %"3: grad", i64 38
  store double %d_w2_4_4, ptr %.234, align 8
  %.235 = getelementptr double, ptr %"3: grad", i64 39
  store double %d_net_h2_4, ptr %.235, align 8
  %.236 = getelementptr double, ptr %"3: grad", i64 40
  store double %d_w3_1_1, ptr %.236, align 8
  %.237 = getelementptr double, ptr %"3: grad", i64 41
  store double %d_w3_1_2, ptr %.237, align 8
  %.238 = getelementptr double, ptr %"3: grad", i64 42
  store double %d_w3_1_3, ptr %.238, align 8
  %.239 = getelementptr double, ptr %"3: grad", i64 43
  store double %d_w3_1_4, ptr %.239, align 8
  %.240 = getelementptr double, ptr %"3: grad", i64 44
  store double %d_out_o1, ptr %.240, align 8
  ret void
}

======== article, packed in pairs
define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: params" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: x" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: y" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: grad" = load ptr, ptr %.3
  %w1_1_1 = load double, ptr %"0: params"
  %x1_1 = load double, ptr %"1: x"
  %.4 = getelementptr double, ptr %"0: params", i64 1
  %w1_1_2 = load double, ptr %.4
  %.5 = getelementptr double, ptr %"1: x", i64 1
  %x1_2 = load double, ptr %.5
  %.6 = getelementptr double, ptr %"0: params", i64 2
  %w1_1_3 = load double, ptr %.6
  %.7 = getelementptr double, ptr %"1: x", i64 2
  %x1_3 = load double, ptr %.7
  %.8 = getelementptr double, ptr %"0: params", i64 3
  %w1_1_4 = load double, ptr %.8
  %.9 = getelementptr double, ptr %"1: x", i64 3
  %x1_4 = load double, ptr %.9
  %.10 = getelementptr double, ptr %"0: params", i64 4
  %b1_1 = load double, ptr %.10
  %.11 = call double @llvm.fmuladd.f64(double %w1_1_1, double %x1_1, double %b1_1)
  %.12 = call double @llvm.fmuladd.f64(double %w1_1_3, double %x1_3, double %.11)
  %.13 = fmul contract double %w1_1_2, %x1_2
  %.14 = call double @llvm.fmuladd.f64(double %w1_1_4, double %x1_4, double %.13)
  %net_h1_1 = fadd contract double %.12, %.14
  %.16 = getelementptr double, ptr %"0: params", i64 5
  %w1_2_1 = load double, ptr %.16
  %.17 = getelementptr double, ptr %"0: params", i64 6
  %w1_2_2 = load double, ptr %.17
  %.18 = getelementptr double, ptr %"0: params", i64 7
  %w1_2_3 = load double, ptr %.18
  %.19 = getelementptr double, ptr %"0: params", i64 8
  %w1_2_4 = load double, ptr %.19
  %.20 = getelementptr double, ptr %"0: params", i64 9
  %b1_2 = load double, ptr %.20
  %.21 = call double @llvm.fmuladd.f64(double %w1_2_1, double %x1_1, double %b1_2)
  %.22 = call double @llvm.fmuladd.f64(double %w1_2_3, double %x1_3, double %.21)
  %.23 = fmul contract double %w1_2_2, %x1_2
  %.24 = call double @llvm.fmuladd.f64(double %w1_2_4, double %x1_4, double %.23)
  %net_h1_2 = fadd contract double %.22, %.24
  %.26 = getelementptr double, ptr %"0: params", i64 10
  %w1_3_1 = load double, ptr %.26
  %.27 = getelementptr double, ptr %"0: params", i64 11
  %w1_3_2 = load double, ptr %.27
  %.28 = getelementptr double, ptr %"0: params", i64 12
  %w1_3_3 = load double, ptr %.28
  %.29 = getelementptr double, ptr %"0: params", i64 13
  %w1_3_4 = load double, ptr %.29
  %.30 = getelementptr double, ptr %"0: params", i64 14
  %b1_3 = load double, ptr %.30
  %.31 = call double @llvm.fmuladd.f64(double %w1_3_1, double %x1_1, double %b1_3)
  %.32 = call double @llvm.fmuladd.f64(double %w1_3_3, double %x1_3, double %.31)
  %.33 = fmul contract double %w1_3_2, %x1_2
  %.34 = call double @llvm.fmuladd.f64(double %w1_3_4, double %x1_4, double %.33)
  %net_h1_3 = fadd contract double %.32, %.34
  %.36 = getelementptr double, ptr %"0: params", i64 15
  %w1_4_1 = load double, ptr %.36
  %.37 = getelementptr double, ptr %"0: params", i64 16
  %w1_4_2 = load double, ptr %.37
  %.38 = getelementptr double, ptr %"0: params", i64 17
  %w1_4_3 = load double, ptr %.38
  %.39 = getelementptr double, ptr %"0: params", i64 18
  %w1_4_4 = load double, ptr %.39
  %.40 = getelementptr double, ptr %"0: params", i64 19
  %b1_4 = load double, ptr %.40
  %.41 = call double @llvm.fmuladd.f64(double %w1_4_1, double %x1_1, double %b1_4)
  %.42 = call double @llvm.fmuladd.f64(double %w1_4_3, double %x1_3, double %.41)
  %.43 = fmul contract double %w1_4_2, %x1_2
  %.44 = call double @llvm.fmuladd.f64(double %w1_4_4, double %x1_4, double %.43)
  %net_h1_4 = fadd contract double %.42, %.44
  %.46 = insertelement <2 x double> poison, double %net_h1_1, i64 0
  %.47 = insertelement <2 x double> %.46, double %net_h1_2, i64 1
  %.48 = call { <2 x double>, <2 x double> } @tanh_and_slope.x2(<2 x double> %.47)
  %.49 = extractvalue { <2 x double>, <2 x double> } %.48, 1
  %.50 = extractvalue { <2 x double>, <2 x double> } %.48, 0
  %.51 = extractelement <2 x double> %.50, i64 0
  %.52 = extractelement <2 x double> %.50, i64 1
  %.53 = extractelement <2 x double> %.49, i64 0
  %.54 = extractelement <2 x double> %.49, i64 1
  %.55 = insertelement <2 x double> poison, double %net_h1_3, i64 0
  %.56 = insertelement <2 x double> %.55, double %net_h1_4, i64 1
  %.57 = call { <2 x double>, <2 x double> } @tanh_and_slope.x2(<2 x double> %.56)
  %.58 = extractvalue { <2 x double>, <2 x double> } %.57, 1
  %.59 = extractvalue { <2 x double>, <2 x double> } %.57, 0
  %.60 = extractelement <2 x double> %.59, i64 0
  %.61 = extractelement <2 x double> %.59, i64 1
  %.62 = extractelement <2 x double> %.58, i64 0
  %.63 = extractelement <2 x double> %.58, i64 1
  %.64 = getelementptr double, ptr %"0: params", i64 20
  %w2_1_1 = load double, ptr %.64
  %.65 = getelementptr double, ptr %"0: params", i64 21
  %w2_1_2 = load double, ptr %.65
  %.66 = getelementptr double, ptr %"0: params", i64 22
  %w2_1_3 = load double, ptr %.66
  %.67 = getelementptr double, ptr %"0: params", i64 23
  %w2_1_4 = load double, ptr %.67
  %.68 = getelementptr double, ptr %"0: params", i64 24
  %b2_1 = load double, ptr %.68
  %.69 = call double @llvm.fmuladd.f64(double %w2_1_1, double %.51, double %b2_1)
  %.70 = call double @llvm.fmuladd.f64(double %w2_1_3, double %.60, double %.69)
  %.71 = fmul contract double %w2_1_2, %.52
  %.72 = call double @llvm.fmuladd.f64(double %w2_1_4, double %.61, double %.71)
  %net_h2_1 = fadd contract double %.70, %.72
  %.74 = getelementptr double, ptr %"0: params", i64 25
  %w2_2_1 = load double, ptr %.74
  %.75 = getelementptr double, ptr %"0: params", i64 26
  %w2_2_2 = load double, ptr %.75
  %.76 = getelementptr double, ptr %"0: params", i64 27
  %w2_2_3 = load double, ptr %.76
  %.77 = getelementptr double, ptr %"0: params", i64 28
  %w2_2_4 = load double, ptr %.77
  %.78 = getelementptr double, ptr %"0: params", i64 29
  %b2_2 = load double, ptr %.78
  %.79 = call double @llvm.fmuladd.f64(double %w2_2_1, double %.51, double %b2_2)
  %.80 = call double @llvm.fmuladd.f64(double %w2_2_3, double %.60, double %.79)
  %.81 = fmul contract double %w2_2_2, %.52
  %.82 = call double @llvm.fmuladd.f64(double %w2_2_4, double %.61, double %.81)
  %net_h2_2 = fadd contract double %.80, %.82
  %.84 = getelementptr double, ptr %"0: params", i64 30
  %w2_3_1 = load double, ptr %.84
  %.85 = getelementptr double, ptr %"0: params", i64 31
  %w2_3_2 = load double, ptr %.85
  %.86 = getelementptr double, ptr %"0: params", i64 32
  %w2_3_3 = load double, ptr %.86
  %.87 = getelementptr double, ptr %"0: params", i64 33
  %w2_3_4 = load double, ptr %.87
  %.88 = getelementptr double, ptr %"0: params", i64 34
  %b2_3 = load double, ptr %.88
  %.89 = call double @llvm.fmuladd.f64(double %w2_3_1, double %.51, double %b2_3)
  %.90 = call double @llvm.fmuladd.f64(double %w2_3_3, double %.60, double %.89)
  %.91 = fmul contract double %w2_3_2, %.52
  %.92 = call double @llvm.fmuladd.f64(double %w2_3_4, double %.61, double %.91)
  %net_h2_3 = fadd contract double %.90, %.92
  %.94 = getelementptr double, ptr %"0: params", i64 35
  %w2_4_1 = load double, ptr %.94
  %.95 = getelementptr double, ptr %"0: params", i64 36
  %w2_4_2 = load double, ptr %.95
  %.96 = getelementptr double, ptr %"0: params", i64 37
  %w2_4_3 = load double, ptr %.96
  %.97 = getelementptr double, ptr %"0: params", i64 38
  %w2_4_4 = load double, ptr %.97
  %.98 = getelementptr double, ptr %"0: params", i64 39
  %b2_4 = load double, ptr %.98
  %.99 = call double @llvm.fmuladd.f64(double %w2_4_1, double %.51, double %b2_4)
  %.100 = call double @llvm.fmuladd.f64(double %w2_4_3, double %.60, double %.99)
  %.101 = fmul contract double %w2_4_2, %.52
  %.102 = call double @llvm.fmuladd.f64(double %w2_4_4, double %.61, double %.101)
  %net_h2_4 = fadd contract double %.100, %.102
  %.104 = insertelement <2 x double> poison, double %net_h2_1, i64 0
  %.105 = insertelement <2 x double> %.104, double %net_h2_2, i64 1
  %.106 = call { <2 x double>, <2 x double> } @tanh_and_slope.x2(<2 x double> %.105)
  %.107 = extractvalue { <2 x double>, <2 x double> } %.106, 1
  %.108 = extractvalue { <2 x double>, <2 x double> } %.106, 0
  %.109 = extractelement <2 x double> %.108, i64 0
  %.110 = extractelement <2 x double> %.108, i64 1
  %.111 = extractelement <2 x double> %.107, i64 0
  %.112 = extractelement <2 x double> %.107, i64 1
  %.113 = insertelement <2 x double> poison, double %net_h2_3, i64 0
  %.114 = insertelement <2 x double> %.113, double %net_h2_4, i64 1
  %.115 = call { <2 x double>, <2 x double> } @tanh_and_slope.x2(<2 x double> %.114)
  %.116 = extractvalue { <2 x double>, <2 x double> } %.115, 1
  %.117 = extractvalue { <2 x double>, <2 x double> } %.115, 0
  %.118 = extractelement <2 x double> %.117, i64 0
  %.119 = extractelement <2 x double> %.117, i64 1
  %.120 = extractelement <2 x double> %.116, i64 0
  %.121 = extractelement <2 x double> %.116, i64 1
  %.122 = getelementptr double, ptr %"0: params", i64 40
  %w3_1_1 = load double, ptr %.122
  %.123 = getelementptr double, ptr %"0: params", i64 41
  %w3_1_2 = load double, ptr %.123
  %.124 = getelementptr double, ptr %"0: params", i64 42
  %w3_1_3 = load double, ptr %.124
  %.125 = getelementptr double, ptr %"0: params", i64 43
  %w3_1_4 = load double, ptr %.125
  %.126 = getelementptr double, ptr %"0: params", i64 44
  %b3_1 = load double, ptr %.126
  %.127 = call double @llvm.fmuladd.f64(double %w3_1_1, double %.109, double %b3_1)
  %.128 = call double @llvm.fmuladd.f64(double %w3_1_3, double %.118, double %.127)
  %.129 = fmul contract double %w3_1_2, %.110
  %.130 = call double @llvm.fmuladd.f64(double %w3_1_4, double %.119, double %.129)
  %out_o1 = fadd contract double %.128, %.130
  %t68 = fsub contract double %out_o1, 0.5
  %t69 = fmul contract double 1.0, %t68
  %d_out_o1 = fadd contract double %t69, %t69
  %d_out_h2_4 = fmul contract double %d_out_o1, %w3_1_4
  %d_net_h2_4 = fmul contract double %d_out_h2_4, %.121
  %d_w2_4_4 = fmul contract double %d_net_h2_4, %.61
  %d_w2_4_3 = fmul contract double %d_net_h2_4, %.60
  %d_w2_4_2 = fmul contract double %d_net_h2_4, %.52
  %d_w2_4_1 = fmul contract double %d_net_h2_4, %.51
  %d_out_h2_3 = fmul contract double %d_out_o1, %w3_1_3
  %d_net_h2_3 = fmul contract double %d_out_h2_3, %.120
  %d_w2_3_4 = fmul contract double %d_net_h2_3, %.61
  %d_w2_3_3 = fmul contract double %d_net_h2_3, %.60
  %d_w2_3_2 = fmul contract double %d_net_h2_3, %.52
  %d_w2_3_1 = fmul contract double %d_net_h2_3, %.51
  %d_out_h2_2 = fmul contract double %d_out_o1, %w3_1_2
  %d_net_h2_2 = fmul contract double %d_out_h2_2, %.112
  %d_w2_2_4 = fmul contract double %d_net_h2_2, %.61
  %d_w2_2_3 = fmul contract double %d_net_h2_2, %.60
  %d_w2_2_2 = fmul contract double %d_net_h2_2, %.52
  %d_w2_2_1 = fmul contract double %d_net_h2_2, %.51
  %d_out_h2_1 = fmul contract double %d_out_o1, %w3_1_1
  %d_net_h2_1 = fmul contract double %d_out_h2_1, %.111
  %.155 = fmul contract double %d_net_h2_4, %w2_4_4
  %.156 = call double @llvm.fmuladd.f64(double %d_net_h2_2, double %w2_2_4, double %.155)
  %.157 = fmul contract double %d_net_h2_3, %w2_3_4
  %.158 = call double @llvm.fmuladd.f64(double %d_net_h2_1, double %w2_1_4, double %.157)
  %d_out_h1_4 = fadd contract double %.156, %.158
  %d_net_h1_4 = fmul contract double %d_out_h1_4, %.63
  %d_w1_4_4 = fmul contract double %d_net_h1_4, %x1_4
  %d_w1_4_3 = fmul contract double %d_net_h1_4, %x1_3
  %d_w1_4_2 = fmul contract double %d_net_h1_4, %x1_2
  %d_w1_4_1 = fmul contract double %d_net_h1_4, %x1_1
  %.165 = fmul contract double %d_net_h2_4, %w2_4_3
  %.166 = call double @llvm.fmuladd.f64(double %d_net_h2_2, double %w2_2_3, double %.165)
  %.167 = fmul contract double %d_net_h2_3, %w2_3_3
  %.168 = call double @llvm.fmuladd.f64(double %d_net_h2_1, double %w2_1_3, double %.167)
  %d_out_h1_3 = fadd contract double %.166, %.168
  %d_net_h1_3 = fmul contract double %d_out_h1_3, %.62
  %d_w1_3_4 = fmul contract double %d_net_h1_3, %x1_4
  %d_w1_3_3 = fmul contract double %d_net_h1_3, %x1_3
  %d_w1_3_2 = fmul contract double %d_net_h1_3, %x1_2
  %d_w1_3_1 = fmul contract double %d_net_h1_3, %x1_1
  %.175 = fmul contract double %d_net_h2_4, %w2_4_2
  %.176 = call double @llvm.fmuladd.f64(double %d_net_h2_2, double %w2_2_2, double %.175)
  %.177 = fmul contract double %d_net_h2_3, %w2_3_2
  %.178 = call double @llvm.fmuladd.f64(double %d_net_h2_1, double %w2_1_2, double %.177)
  %d_out_h1_2 = fadd contract double %.176, %.178
  %d_net_h1_2 = fmul contract double %d_out_h1_2, %.54
  %d_w1_2_4 = fmul contract double %d_net_h1_2, %x1_4
  %d_w1_2_3 = fmul contract double %d_net_h1_2, %x1_3
  %d_w1_2_2 = fmul contract double %d_net_h1_2, %x1_2
  %d_w1_2_1 = fmul contract double %d_net_h1_2, %x1_1
  %.185 = fmul contract double %d_net_h2_4, %w2_4_1
  %.186 = call double @llvm.fmuladd.f64(double %d_net_h2_2, double %w2_2_1, double %.185)
  %.187 = fmul contract double %d_net_h2_3, %w2_3_1
  %.188 = call double @llvm.fmuladd.f64(double %d_net_h2_1, double %w2_1_1, double %.187)
  %d_out_h1_1 = fadd contract double %.186, %.188
  %d_net_h1_1 = fmul contract double %d_out_h1_1, %.53
  %d_w1_1_4 = fmul contract double %d_net_h1_1, %x1_4
  %d_w1_1_3 = fmul contract double %d_net_h1_1, %x1_3
  %d_w1_1_2 = fmul contract double %d_net_h1_1, %x1_2
  %d_w1_1_1 = fmul contract double %d_net_h1_1, %x1_1
  %d_w2_1_4 = fmul contract double %d_net_h2_1, %.61
  %d_w2_1_3 = fmul contract double %d_net_h2_1, %.60
  %d_w2_1_2 = fmul contract double %d_net_h2_1, %.52
  %d_w2_1_1 = fmul contract double %d_net_h2_1, %.51
  %d_w3_1_4 = fmul contract double %d_out_o1, %.119
  %d_w3_1_3 = fmul contract double %d_out_o1, %.118
  %d_w3_1_2 = fmul contract double %d_out_o1, %.110
  %d_w3_1_1 = fmul contract double %d_out_o1, %.109
  store double %out_o1, ptr %"2: y", align 8
  store double %d_w1_1_1, ptr %"3: grad", align 8
  %.203 = getelementptr double, ptr %"3: grad", i64 1
  store double %d_w1_1_2, ptr %.203, align 8
  %.204 = getelementptr double, ptr %"3: grad", i64 2
  store double %d_w1_1_3, ptr %.204, align 8
  %.205 = getelementptr double, ptr %"3: grad", i64 3
  store double %d_w1_1_4, ptr %.205, align 8
  %.206 = getelementptr double, ptr %"3: grad", i64 4
  store double %d_net_h1_1, ptr %.206, align 8
  %.207 = getelementptr double, ptr %"3: grad", i64 5
  store double %d_w1_2_1, ptr %.207, align 8
  %.208 = getelementptr double, ptr %"3: grad", i64 6
  store double %d_w1_2_2, ptr %.208, align 8
  %.209 = getelementptr double, ptr %"3: grad", i64 7
  store double %d_w1_2_3, ptr %.209, align 8
  %.210 = getelementptr double, ptr %"3: grad", i64 8
  store double %d_w1_2_4, ptr %.210, align 8
  %.211 = getelementptr double, ptr %"3: grad", i64 9
  store double %d_net_h1_2, ptr %.211, align 8
  %.212 = getelementptr double, ptr %"3: grad", i64 10
  store double %d_w1_3_1, ptr %.212, align 8
  %.213 = getelementptr double, ptr %"3: grad", i64 11
  store double %d_w1_3_2, ptr %.213, align 8
  %.214 = getelementptr double, ptr %"3: grad", i64 12
  store double %d_w1_3_3, ptr %.214, align 8
  %.215 = getelementptr double, ptr %"3: grad", i64 13
  store double %d_w1_3_4, ptr %.215, align 8
  %.216 = getelementptr double, ptr %"3: grad", i64 14
  store double %d_net_h1_3, ptr %.216, align 8
  %.217 = getelementptr double, ptr %"3: grad", i64 15
  store double %d_w1_4_1, ptr %.217, align 8
  %.218 = getelementptr double, ptr %"3: grad", i64 16
  store double %d_w1_4_2, ptr %.218, align 8
  %.219 = getelementptr double, ptr %"3: grad", i64 17
  store double %d_w1_4_3, ptr %.219, align 8
  %.220 = getelementptr double, ptr %"3: grad", i64 18
  store double %d_w1_4_4, ptr %.220, align 8
  %.221 = getelementptr double, ptr %"3: grad", i64 19
  store double %d_net_h1_4, ptr %.221, align 8
  %.222 = getelementptr double, ptr %"3: grad", i64 20
  store double %d_w2_1_1, ptr %.222, align 8
  %.223 = getelementptr double, ptr %"3: grad", i64 21
  store double %d_w2_1_2, ptr %.223, align 8
  %.224 = getelementptr double, ptr %"3: grad", i64 22
  store double %d_w2_1_3, ptr %.224, align 8
  %.225 = getelementptr double, ptr %"3: grad", i64 23
  store double %d_w2_1_4, ptr %.225, align 8
  %.226 = getelementptr double, ptr %"3: grad", i64 24
  store double %d_net_h2_1, ptr %.226, align 8
  %.227 = getelementptr double, ptr %"3: grad", i64 25
  store double %d_w2_2_1, ptr %.227, align 8
  %.228 = getelementptr double, ptr %"3: grad", i64 26
  store double %d_w2_2_2, ptr %.228, align 8
  %.229 = getelementptr double, ptr %"3: grad", i64 27
  store double %d_w2_2_3, ptr %.229, align 8
  %.230 = getelementptr double, ptr %"3: grad", i64 28
  store double %d_w2_2_4, ptr %.230, align 8
  %.231 = getelementptr double, ptr %"3: grad", i64 29
  store double %d_net_h2_2, ptr %.231, align 8
  %.232 = getelementptr double, ptr %"3: grad", i64 30
  store double %d_w2_3_1, ptr %.232, align 8
  %.233 = getelementptr double, ptr %"3: grad", i64 31
  store double %d_w2_3_2, ptr %.233, align 8
  %.234 = getelementptr double, ptr %"3: grad", i64 32
  store double %d_w2_3_3, ptr %.234, align 8
  %.235 = getelementptr double, ptr %"3: grad", i64 33
  store double %d_w2_3_4, ptr %.235, align 8
  %.236 = getelementptr double, ptr %"3: grad", i64 34
  store double %d_net_h2_3, ptr %.236, align 8
  %.237 = getelementptr double, ptr %"3: grad", i64 35
  store double %d_w2_4_1, ptr %.237, align 8
  %.238 = getelementptr double, ptr %"3: grad", i64 36
  store double %d_w2_4_2, ptr %.238, align 8
  %.239 = getelementptr double, ptr %"3: grad", i64 37
  store double %d_w2_4_3, ptr %.239, align 8
  %.240 = getelementptr double, ptr %"3: grad", i64 38
  store double %d_w2_4_4, ptr %.240, align 8
  %.241 = getelementptr double, ptr %"3: grad", i64 39
  store double %d_net_h2_4, ptr %.241, align 8
  %.242 = getelementptr double, ptr %"3: grad", i64 40
  store double %d_w3_1_1, ptr %.242, align 8
  %.243 = getelementptr double, ptr %"3: grad", i64 41
  store double %d_w3_1_2, ptr %.243, align 8
  %.244 = getelementptr double, ptr %"3: grad", i64 42
  store double %d_w3_1_3, ptr %.244, align 8
  %.245 = getelementptr double, ptr %"3: grad", i64 43
  store double %d_w3_1_4, ptr %.245, align 8
  %.246 = getelementptr double, ptr %"3: grad", i64 44
  store double %d_out_o1, ptr %.246, align 8
  ret void
}

======== article in parts
define internal void @.part0(ptr %.work, ptr %.row) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = load i32, ptr %.row
  %.2 = zext i32 %.1 to i64
  %.3 = getelementptr double, ptr %.work, i64 %.2
  %w1 = load double, ptr %.3, align 8
  %.4 = getelementptr i32, ptr %.row, i64 1
  %.5 = load i32, ptr %.4
  %.6 = zext i32 %.5 to i64
  %.7 = getelementptr double, ptr %.work, i64 %.6
  %w2 = load double, ptr %.7, align 8
  %.8 = getelementptr i32, ptr %.row, i64 2
  %.9 = load i32, ptr %.8
  %.10 = zext i32 %.9 to i64
  %.11 = getelementptr double, ptr %.work, i64 %.10
  %b1 = load double, ptr %.11, align 8
  %.12 = call double @llvm.fmuladd.f64(double %w1, double 0.05, double %b1)
  %net_h1 = call double @llvm.fmuladd.f64(double %w2, double 0.1, double %.12)
  %out_h1 = call double @sigmoid.x1(double %net_h1)
  %.15 = getelementptr i32, ptr %.row, i64 3
  %.16 = load i32, ptr %.15
  %.17 = zext i32 %.16 to i64
  %.18 = getelementptr double, ptr %.work, i64 %.17
  store double %net_h1, ptr %.18, align 8
  %.19 = getelementptr i32, ptr %.row, i64 4
  %.20 = load i32, ptr %.19
  %.21 = zext i32 %.20 to i64
  %.22 = getelementptr double, ptr %.work, i64 %.21
  store double %out_h1, ptr %.22, align 8
  ret void
}

define internal void @.part2(ptr %.work, ptr %.row) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = load i32, ptr %.row
  %.2 = zext i32 %.1 to i64
  %.3 = getelementptr double, ptr %.work, i64 %.2
  %w5 = load double, ptr %.3, align 8
  %.4 = getelementptr i32, ptr %.row, i64 1
  %.5 = load i32, ptr %.4
  %.6 = zext i32 %.5 to i64
  %.7 = getelementptr double, ptr %.work, i64 %.6
  %out_h1 = load double, ptr %.7, align 8
  %.8 = getelementptr i32, ptr %.row, i64 2
  %.9 = load i32, ptr %.8
  %.10 = zext i32 %.9 to i64
  %.11 = getelementptr double, ptr %.work, i64 %.10
  %w6 = load double, ptr %.11, align 8
  %.12 = getelementptr i32, ptr %.row, i64 3
  %.13 = load i32, ptr %.12
  %.14 = zext i32 %.13 to i64
  %.15 = getelementptr double, ptr %.work, i64 %.14
  %out_h2 = load double, ptr %.15, align 8
  %.16 = getelementptr i32, ptr %.row, i64 4
  %.17 = load i32, ptr %.16
  %.18 = zext i32 %.17 to i64
  %.19 = getelementptr double, ptr %.work, i64 %.18
  %b2 = load double, ptr %.19, align 8
  %.20 = call double @llvm.fmuladd.f64(double %w5, double %out_h1, double %b2)
  %net_o1 = call double @llvm.fmuladd.f64(double %w6, double %out_h2, double %.20)
  %out_o1 = call double @sigmoid.x1(double %net_o1)
  %.23 = getelementptr i32, ptr %.row, i64 5
  %.24 = load i32, ptr %.23
  %.25 = zext i32 %.24 to i64
  %.26 = getelementptr double, ptr %.work, i64 %.25
  store double %net_o1, ptr %.26, align 8
  %.27 = getelementptr i32, ptr %.row, i64 6
  %.28 = load i32, ptr %.27
  %.29 = zext i32 %.28 to i64
  %.30 = getelementptr double, ptr %.work, i64 %.29
  store double %out_o1, ptr %.30, align 8
  ret void
}

define internal void @.part3(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 15
  %out_o1 = load double, ptr %.1, align 8
  %t21 = fsub contract double 0.01, %out_o1
  %t22 = fmul contract double %t21, %t21
  %.4 = getelementptr double, ptr %.work, i64 16
  store double %t21, ptr %.4, align 8
  %.5 = getelementptr double, ptr %.work, i64 17
  store double %t22, ptr %.5, align 8
  ret void
}

define internal void @.part5(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 19
  %out_o2 = load double, ptr %.1, align 8
  %t26 = fsub contract double 0.99, %out_o2
  %t27 = fmul contract double %t26, %t26
  %.4 = getelementptr double, ptr %.work, i64 17
  %t22 = load double, ptr %.4, align 8
  %.5 = fmul contract double 0.5, %t22
  %t28 = call double @llvm.fmuladd.f64(double 0.5, double %t27, double %.5)
  %.7 = getelementptr double, ptr %.work, i64 20
  store double %t26, ptr %.7, align 8
  %.8 = getelementptr double, ptr %.work, i64 21
  store double %t28, ptr %.8, align 8
  ret void
}

define internal void @.part6(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 20
  %t26 = load double, ptr %.1, align 8
  %d_out_o2 = fmul contract double %t26, -1.0
  %.3 = getelementptr double, ptr %.work, i64 18
  %net_o2 = load double, ptr %.3, align 8
  %.4 = call { double, double } @sigmoid_and_slope.x1(double %net_o2)
  %.5 = extractvalue { double, double } %.4, 1
  %.6 = extractvalue { double, double } %.4, 0
  %d_net_o2 = fmul contract double %d_out_o2, %.5
  %.8 = getelementptr double, ptr %.work, i64 22
  store double %d_net_o2, ptr %.8, align 8
  ret void
}

define internal void @.part7(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 22
  %d_net_o2 = load double, ptr %.1, align 8
  %.2 = getelementptr double, ptr %.work, i64 13
  %out_h2 = load double, ptr %.2, align 8
  %d_w8 = fmul contract double %d_net_o2, %out_h2
  %.4 = getelementptr double, ptr %.work, i64 11
  %out_h1 = load double, ptr %.4, align 8
  %d_w7 = fmul contract double %d_net_o2, %out_h1
  %.6 = getelementptr double, ptr %.work, i64 16
  %t21 = load double, ptr %.6, align 8
  %.7 = getelementptr double, ptr %.work, i64 23
  store double %d_w8, ptr %.7, align 8
  %.8 = getelementptr double, ptr %.work, i64 24
  store double %d_w7, ptr %.8, align 8
  %.9 = getelementptr double, ptr %.work, i64 25
  store double %t21, ptr %.9, align 8
  ret void
}

define internal void @.part8(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 25
  %t36 = load double, ptr %.1, align 8
  %d_out_o1 = fmul contract double %t36, -1.0
  %.3 = getelementptr double, ptr %.work, i64 14
  %net_o1 = load double, ptr %.3, align 8
  %.4 = call { double, double } @sigmoid_and_slope.x1(double %net_o1)
  %.5 = extractvalue { double, double } %.4, 1
  %.6 = extractvalue { double, double } %.4, 0
  %d_net_o1 = fmul contract double %d_out_o1, %.5
  %.8 = getelementptr double, ptr %.work, i64 26
  store double %d_net_o1, ptr %.8, align 8
  ret void
}

define internal void @.part9(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 22
  %d_net_o2 = load double, ptr %.1, align 8
  %.2 = getelementptr double, ptr %.work, i64 26
  %d_net_o1 = load double, ptr %.2, align 8
  %d_b2 = fadd contract double %d_net_o2, %d_net_o1
  %.4 = getelementptr double, ptr %.work, i64 27
  store double %d_b2, ptr %.4, align 8
  ret void
}

define internal void @.part10(ptr %.work, ptr %.row) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = load i32, ptr %.row
  %.2 = zext i32 %.1 to i64
  %.3 = getelementptr double, ptr %.work, i64 %.2
  %d_net_o2 = load double, ptr %.3, align 8
  %.4 = getelementptr i32, ptr %.row, i64 1
  %.5 = load i32, ptr %.4
  %.6 = zext i32 %.5 to i64
  %.7 = getelementptr double, ptr %.work, i64 %.6
  %w8 = load double, ptr %.7, align 8
  %.8 = getelementptr i32, ptr %.row, i64 2
  %.9 = load i32, ptr %.8
  %.10 = zext i32 %.9 to i64
  %.11 = getelementptr double, ptr %.work, i64 %.10
  %d_net_o1 = load double, ptr %.11, align 8
  %.12 = getelementptr i32, ptr %.row, i64 3
  %.13 = load i32, ptr %.12
  %.14 = zext i32 %.13 to i64
  %.15 = getelementptr double, ptr %.work, i64 %.14
  %w6 = load double, ptr %.15, align 8
  %.16 = fmul contract double %d_net_o2, %w8
  %d_out_h2 = call double @llvm.fmuladd.f64(double %d_net_o1, double %w6, double %.16)
  %.18 = getelementptr i32, ptr %.row, i64 4
  %.19 = load i32, ptr %.18
  %.20 = zext i32 %.19 to i64
  %.21 = getelementptr double, ptr %.work, i64 %.20
  %net_h2 = load double, ptr %.21, align 8
  %.22 = call { double, double } @sigmoid_and_slope.x1(double %net_h2)
  %.23 = extractvalue { double, double } %.22, 1
  %.24 = extractvalue { double, double } %.22, 0
  %d_net_h2 = fmul contract double %d_out_h2, %.23
  %.26 = getelementptr i32, ptr %.row, i64 5
  %.27 = load i32, ptr %.26
  %.28 = zext i32 %.27 to i64
  %.29 = getelementptr double, ptr %.work, i64 %.28
  store double %d_net_h2, ptr %.29, align 8
  ret void
}

define internal void @.part11(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 28
  %d_net_h2 = load double, ptr %.1, align 8
  %d_w4 = fmul contract double %d_net_h2, 0.1
  %d_w3 = fmul contract double %d_net_h2, 0.05
  %.4 = getelementptr double, ptr %.work, i64 29
  store double %d_w4, ptr %.4, align 8
  %.5 = getelementptr double, ptr %.work, i64 30
  store double %d_w3, ptr %.5, align 8
  ret void
}

define internal void @.part13(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 28
  %d_net_h2 = load double, ptr %.1, align 8
  %.2 = getelementptr double, ptr %.work, i64 31
  %d_net_h1 = load double, ptr %.2, align 8
  %d_b1 = fadd contract double %d_net_h2, %d_net_h1
  %d_w2 = fmul contract double %d_net_h1, 0.1
  %.5 = getelementptr double, ptr %.work, i64 32
  store double %d_b1, ptr %.5, align 8
  %.6 = getelementptr double, ptr %.work, i64 33
  store double %d_w2, ptr %.6, align 8
  ret void
}

define internal void @.part14(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 31
  %d_net_h1 = load double, ptr %.1, align 8
  %d_w1 = fmul contract double %d_net_h1, 0.05
  %.3 = getelementptr double, ptr %.work, i64 26
  %d_net_o1 = load double, ptr %.3, align 8
  %.4 = getelementptr double, ptr %.work, i64 13
  %out_h2 = load double, ptr %.4, align 8
  %d_w6 = fmul contract double %d_net_o1, %out_h2
  %.6 = getelementptr double, ptr %.work, i64 11
  %out_h1 = load double, ptr %.6, align 8
  %d_w5 = fmul contract double %d_net_o1, %out_h1
  %.8 = getelementptr double, ptr %.work, i64 34
  store double %d_w1, ptr %.8, align 8
  %.9 = getelementptr double, ptr %.work, i64 35
  store double %d_w6, ptr %.9, align 8
  %.10 = getelementptr double, ptr %.work, i64 36
  store double %d_w5, ptr %.10, align 8
  ret void
}

@.rows = internal constant [36 x i32] [i32 0, i32 1, i32 2, i32 10, i32 11, i32 3, i32 4, i32 2, i32 12, i32 13, i32 5, i32 11, i32 6, i32 13, i32 7, i32 14, i32 15, i32 8, i32 11, i32 9, i32 13, i32 7, i32 18, i32 19, i32 22, i32 9, i32 26, i32 6, i32 12, i32 28, i32 22, i32 8, i32 26, i32 5, i32 10, i32 31]

define void @run(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: params" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: E" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: grad" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %.work = load ptr, ptr %.3
  %w1 = load double, ptr %"0: params"
  store double %w1, ptr %.work, align 8
  %.4 = getelementptr double, ptr %"0: params", i64 1
  %w2 = load double, ptr %.4
  %.5 = getelementptr double, ptr %.work, i64 1
  store double %w2, ptr %.5, align 8
  %.6 = getelementptr double, ptr %"0: params", i64 2
  %b1 = load double, ptr %.6
  %.7 = getelementptr double, ptr %.work, i64 2
  store double %b1, ptr %.7, align 8
  %.8 = getelementptr double, ptr %"0: params", i64 3
  %w3 = load double, ptr %.8
  %.9 = getelementptr double, ptr %.work, i64 3
  store double %w3, ptr %.9, align 8
  %.10 = getelementptr double, ptr %"0: params", i64 4
  %w4 = load double, ptr %.10
  %.11 = getelementptr double, ptr %.work, i64 4
  store double %w4, ptr %.11, align 8
  %.12 = getelementptr double, ptr %"0: params", i64 5
  %w5 = load double, ptr %.12
  %.13 = getelementptr double, ptr %.work, i64 5
  store double %w5, ptr %.13, align 8
  %.14 = getelementptr double, ptr %"0: params", i64 6
  %w6 = load double, ptr %.14
  %.15 = getelementptr double, ptr %.work, i64 6
  store double %w6, ptr %.15, align 8
  %.16 = getelementptr double, ptr %"0: params", i64 7
  %b2 = load double, ptr %.16
  %.17 = getelementptr double, ptr %.work, i64 7
  store double %b2, ptr %.17, align 8
  %.18 = getelementptr double, ptr %"0: params", i64 8
  %w7 = load double, ptr %.18
  %.19 = getelementptr double, ptr %.work, i64 8
  store double %w7, ptr %.19, align 8
  %.20 = getelementptr double, ptr %"0: params", i64 9
  %w8 = load double, ptr %.20
  %.21 = getelementptr double, ptr %.work, i64 9
  store double %w8, ptr %.21, align 8
  call void @.part0(ptr %.work, ptr getelementptr (i32, ptr @.rows, i64 0))
  call void @.part0(ptr %.work, ptr getelementptr (i32, ptr @.rows, i64 5))
  call void @.part2(ptr %.work, ptr getelementptr (i32, ptr @.rows, i64 10))
  call void @.part3(ptr %.work)
  call void @.part2(ptr %.work, ptr getelementptr (i32, ptr @.rows, i64 17))
  call void @.part5(ptr %.work)
  call void @.part6(ptr %.work)
  call void @.part7(ptr %.work)
  call void @.part8(ptr %.work)
  call void @.part9(ptr %.work)
  call void @.part10(ptr %.work, ptr getelementptr (i32, ptr @.rows, i64 24))
  call void @.part11(ptr %.work)
  call void @.part10(ptr %.work, ptr getelementptr (i32, ptr @.rows, i64 30))
  call void @.part13(ptr %.work)
  call void @.part14(ptr %.work)
  %.22 = getelementptr double, ptr %.work, i64 21
  %.23 = load double, ptr %.22, align 8
  store double %.23, ptr %"1: E", align 8
  %.24 = getelementptr double, ptr %.work, i64 34
  %.25 = load double, ptr %.24, align 8
  store double %.25, ptr %"2: grad", align 8
  %.26 = getelementptr double, ptr %.work, i64 33
  %.27 = load double, ptr %.26, align 8
  %.28 = getelementptr double, ptr %"2: grad", i64 1
  store double %.27, ptr %.28, align 8
  %.29 = getelementptr double, ptr %.work, i64 32
  %.30 = load double, ptr %.29, align 8
  %.31 = getelementptr double, ptr %"2: grad", i64 2
  store double %.30, ptr %.31, align 8
  %.32 = getelementptr double, ptr %.work, i64 30
  %.33 = load double, ptr %.32, align 8
  %.34 = getelementptr double, ptr %"2: grad", i64 3
  store double %.33, ptr %.34, align 8
  %.35 = getelementptr double, ptr %.work, i64 29
  %.36 = load double, ptr %.35, align 8
  %.37 = getelementptr double, ptr %"2: grad", i64 4
  store double %.36, ptr %.37, align 8
  %.38 = getelementptr double, ptr %.work, i64 36
  %.39 = load double, ptr %.38, align 8
  %.40 = getelementptr double, ptr %"2: grad", i64 5
  store double %.39, ptr %.40, align 8
  %.41 = getelementptr double, ptr %.work, i64 35
  %.42 = load double, ptr %.41, align 8
  %.43 = getelementptr double, ptr %"2: grad", i64 6
  store double %.42, ptr %.43, align 8
  %.44 = getelementptr double, ptr %.work, i64 27
  %.45 = load double, ptr %.44, align 8
  %.46 = getelementptr double, ptr %"2: grad", i64 7
  store double %.45, ptr %.46, align 8
  %.47 = getelementptr double, ptr %.work, i64 24
  %.48 = load double, ptr %.47, align 8
  %.49 = getelementptr double, ptr %"2: grad", i64 8
  store double %.48, ptr %.49, align 8
  %.50 = getelementptr double, ptr %.work, i64 23
  %.51 = load double, ptr %.50, align 8
  %.52 = getelementptr double, ptr %"2: grad", i64 9
  store double %.51, ptr %.52, align 8
  ret void
}

======== article in parts, 2 lanes
define internal void @.part0(ptr %.work, ptr %.row) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = load i32, ptr %.row
  %.2 = zext i32 %.1 to i64
  %.3 = getelementptr double, ptr %.work, i64 %.2
  %w1 = load <2 x double>, ptr %.3, align 8
  %.4 = getelementptr i32, ptr %.row, i64 1
  %.5 = load i32, ptr %.4
  %.6 = zext i32 %.5 to i64
  %.7 = getelementptr double, ptr %.work, i64 %.6
  %w2 = load <2 x double>, ptr %.7, align 8
  %.8 = getelementptr i32, ptr %.row, i64 2
  %.9 = load i32, ptr %.8
  %.10 = zext i32 %.9 to i64
  %.11 = getelementptr double, ptr %.work, i64 %.10
  %b1 = load <2 x double>, ptr %.11, align 8
  %.12 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %w1, <2 x double> splat (double 0.05), <2 x double> %b1)
  %net_h1 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %w2, <2 x double> splat (double 0.1), <2 x double> %.12)
  %out_h1 = call <2 x double> @sigmoid.x2(<2 x double> %net_h1)
  %.15 = getelementptr i32, ptr %.row, i64 3
  %.16 = load i32, ptr %.15
  %.17 = zext i32 %.16 to i64
  %.18 = getelementptr double, ptr %.work, i64 %.17
  store <2 x double> %net_h1, ptr %.18, align 8
  %.19 = getelementptr i32, ptr %.row, i64 4
  %.20 = load i32, ptr %.19
  %.21 = zext i32 %.20 to i64
  %.22 = getelementptr double, ptr %.work, i64 %.21
  store <2 x double> %out_h1, ptr %.22, align 8
  ret void
}

define internal void @.part2(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 10
  %w5 = load <2 x double>, ptr %.1, align 8
  %.2 = getelementptr double, ptr %.work, i64 22
  %out_h1 = load <2 x double>, ptr %.2, align 8
  %.3 = getelementptr double, ptr %.work, i64 12
  %w6 = load <2 x double>, ptr %.3, align 8
  %.4 = getelementptr double, ptr %.work, i64 26
  %out_h2 = load <2 x double>, ptr %.4, align 8
  %.5 = getelementptr double, ptr %.work, i64 14
  %b2 = load <2 x double>, ptr %.5, align 8
  %.6 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %w5, <2 x double> %out_h1, <2 x double> %b2)
  %net_o1 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %w6, <2 x double> %out_h2, <2 x double> %.6)
  %out_o1 = call <2 x double> @sigmoid.x2(<2 x double> %net_o1)
  %t21 = fsub contract <2 x double> splat (double 0.01), %out_o1
  %t22 = fmul contract <2 x double> %t21, %t21
  %.11 = getelementptr double, ptr %.work, i64 28
  store <2 x double> %net_o1, ptr %.11, align 8
  %.12 = getelementptr double, ptr %.work, i64 30
  store <2 x double> %t21, ptr %.12, align 8
  %.13 = getelementptr double, ptr %.work, i64 32
  store <2 x double> %t22, ptr %.13, align 8
  ret void
}

define internal void @.part3(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 16
  %w7 = load <2 x double>, ptr %.1, align 8
  %.2 = getelementptr double, ptr %.work, i64 22
  %out_h1 = load <2 x double>, ptr %.2, align 8
  %.3 = getelementptr double, ptr %.work, i64 18
  %w8 = load <2 x double>, ptr %.3, align 8
  %.4 = getelementptr double, ptr %.work, i64 26
  %out_h2 = load <2 x double>, ptr %.4, align 8
  %.5 = getelementptr double, ptr %.work, i64 14
  %b2 = load <2 x double>, ptr %.5, align 8
  %.6 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %w7, <2 x double> %out_h1, <2 x double> %b2)
  %net_o2 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %w8, <2 x double> %out_h2, <2 x double> %.6)
  %out_o2 = call <2 x double> @sigmoid.x2(<2 x double> %net_o2)
  %t26 = fsub contract <2 x double> splat (double 0.99), %out_o2
  %t27 = fmul contract <2 x double> %t26, %t26
  %.11 = getelementptr double, ptr %.work, i64 34
  store <2 x double> %net_o2, ptr %.11, align 8
  %.12 = getelementptr double, ptr %.work, i64 36
  store <2 x double> %t26, ptr %.12, align 8
  %.13 = getelementptr double, ptr %.work, i64 38
  store <2 x double> %t27, ptr %.13, align 8
  ret void
}

define internal void @.part4(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 32
  %t22 = load <2 x double>, ptr %.1, align 8
  %.2 = getelementptr double, ptr %.work, i64 38
  %t27 = load <2 x double>, ptr %.2, align 8
  %.3 = fmul contract <2 x double> splat (double 0.5), %t22
  %t28 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> splat (double 0.5), <2 x double> %t27, <2 x double> %.3)
  %.5 = getelementptr double, ptr %.work, i64 36
  %t26 = load <2 x double>, ptr %.5, align 8
  %d_out_o2 = fmul contract <2 x double> %t26, splat (double -1.0)
  %.7 = getelementptr double, ptr %.work, i64 34
  %net_o2 = load <2 x double>, ptr %.7, align 8
  %.8 = call { <2 x double>, <2 x double> } @sigmoid_and_slope.x2(<2 x double> %net_o2)
  %.9 = extractvalue { <2 x double>, <2 x double> } %.8, 1
  %.10 = extractvalue { <2 x double>, <2 x double> } %.8, 0
  %d_net_o2 = fmul contract <2 x double> %d_out_o2, %.9
  %.12 = getelementptr double, ptr %.work, i64 40
  store <2 x double> %t28, ptr %.12, align 8
  %.13 = getelementptr double, ptr %.work, i64 42
  store <2 x double> %d_net_o2, ptr %.13, align 8
  ret void
}

define internal void @.part5(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 42
  %d_net_o2 = load <2 x double>, ptr %.1, align 8
  %.2 = getelementptr double, ptr %.work, i64 26
  %out_h2 = load <2 x double>, ptr %.2, align 8
  %d_w8 = fmul contract <2 x double> %d_net_o2, %out_h2
  %.4 = getelementptr double, ptr %.work, i64 22
  %out_h1 = load <2 x double>, ptr %.4, align 8
  %d_w7 = fmul contract <2 x double> %d_net_o2, %out_h1
  %.6 = getelementptr double, ptr %.work, i64 30
  %t21 = load <2 x double>, ptr %.6, align 8
  %d_out_o1 = fmul contract <2 x double> %t21, splat (double -1.0)
  %.8 = getelementptr double, ptr %.work, i64 28
  %net_o1 = load <2 x double>, ptr %.8, align 8
  %.9 = call { <2 x double>, <2 x double> } @sigmoid_and_slope.x2(<2 x double> %net_o1)
  %.10 = extractvalue { <2 x double>, <2 x double> } %.9, 1
  %.11 = extractvalue { <2 x double>, <2 x double> } %.9, 0
  %d_net_o1 = fmul contract <2 x double> %d_out_o1, %.10
  %.13 = getelementptr double, ptr %.work, i64 44
  store <2 x double> %d_w8, ptr %.13, align 8
  %.14 = getelementptr double, ptr %.work, i64 46
  store <2 x double> %d_w7, ptr %.14, align 8
  %.15 = getelementptr double, ptr %.work, i64 48
  store <2 x double> %d_net_o1, ptr %.15, align 8
  ret void
}

define internal void @.part6(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 42
  %d_net_o2 = load <2 x double>, ptr %.1, align 8
  %.2 = getelementptr double, ptr %.work, i64 48
  %d_net_o1 = load <2 x double>, ptr %.2, align 8
  %d_b2 = fadd contract <2 x double> %d_net_o2, %d_net_o1
  %.4 = getelementptr double, ptr %.work, i64 18
  %w8 = load <2 x double>, ptr %.4, align 8
  %.5 = getelementptr double, ptr %.work, i64 12
  %w6 = load <2 x double>, ptr %.5, align 8
  %.6 = fmul contract <2 x double> %d_net_o2, %w8
  %d_out_h2 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %d_net_o1, <2 x double> %w6, <2 x double> %.6)
  %.8 = getelementptr double, ptr %.work, i64 24
  %net_h2 = load <2 x double>, ptr %.8, align 8
  %.9 = call { <2 x double>, <2 x double> } @sigmoid_and_slope.x2(<2 x double> %net_h2)
  %.10 = extractvalue { <2 x double>, <2 x double> } %.9, 1
  %.11 = extractvalue { <2 x double>, <2 x double> } %.9, 0
  %d_net_h2 = fmul contract <2 x double> %d_out_h2, %.10
  %.13 = getelementptr double, ptr %.work, i64 50
  store <2 x double> %d_b2, ptr %.13, align 8
  %.14 = getelementptr double, ptr %.work, i64 52
  store <2 x double> %d_net_h2, ptr %.14, align 8
  ret void
}

define internal void @.part7(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 52
  %d_net_h2 = load <2 x double>, ptr %.1, align 8
  %d_w4 = fmul contract <2 x double> %d_net_h2, splat (double 0.1)
  %d_w3 = fmul contract <2 x double> %d_net_h2, splat (double 0.05)
  %.4 = getelementptr double, ptr %.work, i64 42
  %d_net_o2 = load <2 x double>, ptr %.4, align 8
  %.5 = getelementptr double, ptr %.work, i64 16
  %w7 = load <2 x double>, ptr %.5, align 8
  %.6 = getelementptr double, ptr %.work, i64 48
  %d_net_o1 = load <2 x double>, ptr %.6, align 8
  %.7 = getelementptr double, ptr %.work, i64 10
  %w5 = load <2 x double>, ptr %.7, align 8
  %.8 = fmul contract <2 x double> %d_net_o2, %w7
  %d_out_h1 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %d_net_o1, <2 x double> %w5, <2 x double> %.8)
  %.10 = getelementptr double, ptr %.work, i64 20
  %net_h1 = load <2 x double>, ptr %.10, align 8
  %.11 = call { <2 x double>, <2 x double> } @sigmoid_and_slope.x2(<2 x double> %net_h1)
  %.12 = extractvalue { <2 x double>, <2 x double> } %.11, 1
  %.13 = extractvalue { <2 x double>, <2 x double> } %.11, 0
  %d_net_h1 = fmul contract <2 x double> %d_out_h1, %.12
  %.15 = getelementptr double, ptr %.work, i64 54
  store <2 x double> %d_w4, ptr %.15, align 8
  %.16 = getelementptr double, ptr %.work, i64 56
  store <2 x double> %d_w3, ptr %.16, align 8
  %.17 = getelementptr double, ptr %.work, i64 58
  store <2 x double> %d_net_h1, ptr %.17, align 8
  ret void
}

define internal void @.part8(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 52
  %d_net_h2 = load <2 x double>, ptr %.1, align 8
  %.2 = getelementptr double, ptr %.work, i64 58
  %d_net_h1 = load <2 x double>, ptr %.2, align 8
  %d_b1 = fadd contract <2 x double> %d_net_h2, %d_net_h1
  %d_w2 = fmul contract <2 x double> %d_net_h1, splat (double 0.1)
  %d_w1 = fmul contract <2 x double> %d_net_h1, splat (double 0.05)
  %.6 = getelementptr double, ptr %.work, i64 48
  %d_net_o1 = load <2 x double>, ptr %.6, align 8
  %.7 = getelementptr double, ptr %.work, i64 26
  %out_h2 = load <2 x double>, ptr %.7, align 8
  %d_w6 = fmul contract <2 x double> %d_net_o1, %out_h2
  %.9 = getelementptr double, ptr %.work, i64 22
  %out_h1 = load <2 x double>, ptr %.9, align 8
  %d_w5 = fmul contract <2 x double> %d_net_o1, %out_h1
  %.11 = getelementptr double, ptr %.work, i64 60
  store <2 x double> %d_b1, ptr %.11, align 8
  %.12 = getelementptr double, ptr %.work, i64 62
  store <2 x double> %d_w2, ptr %.12, align 8
  %.13 = getelementptr double, ptr %.work, i64 64
  store <2 x double> %d_w1, ptr %.13, align 8
  %.14 = getelementptr double, ptr %.work, i64 66
  store <2 x double> %d_w6, ptr %.14, align 8
  %.15 = getelementptr double, ptr %.work, i64 68
  store <2 x double> %d_w5, ptr %.15, align 8
  ret void
}

@.rows = internal constant [10 x i32] [i32 0, i32 2, i32 4, i32 20, i32 22, i32 6, i32 8, i32 4, i32 24, i32 26]

define void @rows(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: params" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: E" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: grad" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: rows" = load ptr, ptr %.3
  %.4 = getelementptr ptr, ptr %.frame, i64 4
  %.work = load ptr, ptr %.4
  %.n = load i64, ptr %"3: rows"
  %.last = sub i64 %.n, 1
  br label %.round
.round:
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.5 = add i64 %.row, 0
  %.6 = add i64 %.row, 1
  %.7 = call i64 @llvm.smin.i64(i64 %.5, i64 %.last)
  %.8 = call i64 @llvm.smin.i64(i64 %.6, i64 %.last)
  %.9 = mul i64 %.7, 10
  %.10 = mul i64 %.8, 10
  %.11 = getelementptr double, ptr %"0: params", i64 %.9
  %.12 = getelementptr double, ptr %"0: params", i64 %.10
  %.13 = mul i64 %.7, 1
  %.14 = mul i64 %.8, 1
  %.15 = getelementptr double, ptr %"1: E", i64 %.13
  %.16 = getelementptr double, ptr %"1: E", i64 %.14
  %.17 = mul i64 %.7, 10
  %.18 = mul i64 %.8, 10
  %.19 = getelementptr double, ptr %"2: grad", i64 %.17
  %.20 = getelementptr double, ptr %"2: grad", i64 %.18
  %.21 = load double, ptr %.11
  %.22 = load double, ptr %.12
  %.23 = insertelement <2 x double> poison, double %.21, i64 0
  %.24 = insertelement <2 x double> %.23, double %.22, i64 1
  store <2 x double> %.24, ptr %.work, align 8
  %.25 = getelementptr double, ptr %.11, i64 1
  %.26 = load double, ptr %.25
  %.27 = getelementptr double, ptr %.12, i64 1
  %.28 = load double, ptr %.27
  %.29 = insertelement <2 x double> poison, double %.26, i64 0
  %.30 = insertelement <2 x double> %.29, double %.28, i64 1
  %.31 = getelementptr double, ptr %.work, i64 2
  store <2 x double> %.30, ptr %.31, align 8
  %.32 = getelementptr double, ptr %.11, i64 2
  %.33 = load double, ptr %.32
  %.34 = getelementptr double, ptr %.12, i64 2
  %.35 = load double, ptr %.34
  %.36 = insertelement <2 x double> poison, double %.33, i64 0
  %.37 = insertelement <2 x double> %.36, double %.35, i64 1
  %.38 = getelementptr double, ptr %.work, i64 4
  store <2 x double> %.37, ptr %.38, align 8
  %.39 = getelementptr double, ptr %.11, i64 3
  %.40 = load double, ptr %.39
  %.41 = getelementptr double, ptr %.12, i64 3
  %.42 = load double, ptr %.41
  %.43 = insertelement <2 x double> poison, double %.40, i64 0
  %.44 = insertelement <2 x double> %.43, double %.42, i64 1
  %.45 = getelementptr double, ptr %.work, i64 6
  store <2 x double> %.44, ptr %.45, align 8
  %.46 = getelementptr double, ptr %.11, i64 4
  %.47 = load double, ptr %.46
  %.48 = getelementptr double, ptr %.12, i64 4
  %.49 = load double, ptr %.48
  %.50 = insertelement <2 x double> poison, double %.47, i64 0
  %.51 = insertelement <2 x double> %.50, double %.49, i64 1
  %.52 = getelementptr double, ptr %.work, i64 8
  store <2 x double> %.51, ptr %.52, align 8
  %.53 = getelementptr double, ptr %.11, i64 5
  %.54 = load double, ptr %.53
  %.55 = getelementptr double, ptr %.12, i64 5
  %.56 = load double, ptr %.55
  %.57 = insertelement <2 x double> poison, double %.54, i64 0
  %.58 = insertelement <2 x double> %.57, double %.56, i64 1
  %.59 = getelementptr double, ptr %.work, i64 10
  store <2 x double> %.58, ptr %.59, align 8
  %.60 = getelementptr double, ptr %.11, i64 6
  %.61 = load double, ptr %.60
  %.62 = getelementptr double, ptr %.12, i64 6
  %.63 = load double, ptr %.62
  %.64 = insertelement <2 x double> poison, double %.61, i64 0
  %.65 = insertelement <2 x double> %.64, double %.63, i64 1
  %.66 = getelementptr double, ptr %.work, i64 12
  store <2 x double> %.65, ptr %.66, align 8
  %.67 = getelementptr double, ptr %.11, i64 7
  %.68 = load double, ptr %.67
  %.69 = getelementptr double, ptr %.12, i64 7
  %.70 = load double, ptr %.69
  %.71 = insertelement <2 x double> poison, double %.68, i64 0
  %.72 = insertelement <2 x double> %.71, double %.70, i64 1
  %.73 = getelementptr double, ptr %.work, i64 14
  store <2 x double> %.72, ptr %.73, align 8
  %.74 = getelementptr double, ptr %.11, i64 8
  %.75 = load double, ptr %.74
  %.76 = getelementptr double, ptr %.12, i64 8
  %.77 = load double, ptr %.76
  %.78 = insertelement <2 x double> poison, double %.75, i64 0
  %.79 = insertelement <2 x double> %.78, double %.77, i64 1
  %.80 = getelementptr double, ptr %.work, i64 16
  store <2 x double> %.79, ptr %.80, align 8
  %.81 = getelementptr double, ptr %.11, i64 9
  %.82 = load double, ptr %.81
  %.83 = getelementptr double, ptr %.12, i64 9
  %.84 = load double, ptr %.83
  %.85 = insertelement <2 x double> poison, double %.82, i64 0
  %.86 = insertelement <2 x double> %.85, double %.84, i64 1
  %.87 = getelementptr double, ptr %.work, i64 18
  store <2 x double> %.86, ptr %.87, align 8
  call void @.part0(ptr %.work, ptr getelementptr (i32, ptr @.rows, i64 0))
  call void @.part0(ptr %.work, ptr getelementptr (i32, ptr @.rows, i64 5))
  call void @.part2(ptr %.work)
  call void @.part3(ptr %.work)
  call void @.part4(ptr %.work)
  call void @.part5(ptr %.work)
  call void @.part6(ptr %.work)
  call void @.part7(ptr %.work)
  call void @.part8(ptr %.work)
  %.88 = getelementptr double, ptr %.work, i64 40
  %.89 = load <2 x double>, ptr %.88, align 8
  %.90 = extractelement <2 x double> %.89, i64 0
  store double %.90, ptr %.15
  %.91 = extractelement <2 x double> %.89, i64 1
  store double %.91, ptr %.16
  %.92 = getelementptr double, ptr %.work, i64 64
  %.93 = load <2 x double>, ptr %.92, align 8
  %.94 = extractelement <2 x double> %.93, i64 0
  store double %.94, ptr %.19
  %.95 = extractelement <2 x double> %.93, i64 1
  store double %.95, ptr %.20
  %.96 = getelementptr double, ptr %.work, i64 62
  %.97 = load <2 x double>, ptr %.96, align 8
  %.98 = extractelement <2 x double> %.97, i64 0
  %.99 = getelementptr double, ptr %.19, i64 1
  store double %.98, ptr %.99
  %.100 = extractelement <2 x double> %.97, i64 1
  %.101 = getelementptr double, ptr %.20, i64 1
  store double %.100, ptr %.101
  %.102 = getelementptr double, ptr %.work, i64 60
  %.103 = load <2 x double>, ptr %.102, align 8
  %.104 = extractelement <2 x double> %.103, i64 0
  %.105 = getelementptr double, ptr %.19, i64 2
  store double %.104, ptr %.105
  %.106 = extractelement <2 x double> %.103, i64 1
  %.107 = getelementptr double, ptr %.20, i64 2
  store double %.106, ptr %.107
  %.108 = getelementptr double, ptr %.work, i64 56
  %.109 = load <2 x double>, ptr %.108, align 8
  %.110 = extractelement <2 x double> %.109, i64 0
  %.111 = getelementptr double, ptr %.19, i64 3
  store double %.110, ptr %.111
  %.112 = extractelement <2 x double> %.109, i64 1
  %.113 = getelementptr double, ptr %.20, i64 3
  store double %.112, ptr %.113
  %.114 = getelementptr double, ptr %.work, i64 54
  %.115 = load <2 x double>, ptr %.114, align 8
  %.116 = extractelement <2 x double> %.115, i64 0
  %.117 = getelementptr double, ptr %.19, i64 4
  store double %.116, ptr %.117
  %.118 = extractelement <2 x double> %.115, i64 1
  %.119 = getelementptr double, ptr %.20, i64 4
  store double %.118, ptr %.119
  %.120 = getelementptr double, ptr %.work, i64 68
  %.121 = load <2 x double>, ptr %.120, align 8
  %.122 = extractelement <2 x double> %.121, i64 0
  %.123 = getelementptr double, ptr %.19, i64 5
  store double %.122, ptr %.123
  %.124 = extractelement <2 x double> %.121, i64 1
  %.125 = getelementptr double, ptr %.20, i64 5
  store double %.124, ptr %.125
  %.126 = getelementptr double, ptr %.work, i64 66
  %.127 = load <2 x double>, ptr %.126, align 8
  %.128 = extractelement <2 x double> %.127, i64 0
  %.129 = getelementptr double, ptr %.19, i64 6
  store double %.128, ptr %.129
  %.130 = extractelement <2 x double> %.127, i64 1
  %.131 = getelementptr double, ptr %.20, i64 6
  store double %.130, ptr %.131
  %.132 = getelementptr double, ptr %.work, i64 50
  %.133 = load <2 x double>, ptr %.132, align 8
  %.134 = extractelement <2 x double> %.133, i64 0
  %.135 = getelementptr double, ptr %.19, i64 7
  store double %.134, ptr %.135
  %.136 = extractelement <2 x double> %.133, i64 1
  %.137 = getelementptr double, ptr %.20, i64 7
  store double %.136, ptr %.137
  %.138 = getelementptr double, ptr %.work, i64 46
  %.139 = load <2 x double>, ptr %.138, align 8
  %.140 = extractelement <2 x double> %.139, i64 0
  %.141 = getelementptr double, ptr %.19, i64 8
  store double %.140, ptr %.141
  %.142 = extractelement <2 x double> %.139, i64 1
  %.143 = getelementptr double, ptr %.20, i64 8
  store double %.142, ptr %.143
  %.144 = getelementptr double, ptr %.work, i64 44
  %.145 = load <2 x double>, ptr %.144, align 8
  %.146 = extractelement <2 x double> %.145, i64 0
  %.147 = getelementptr double, ptr %.19, i64 9
  store double %.146, ptr %.147
  %.148 = extractelement <2 x double> %.145, i64 1
  %.149 = getelementptr double, ptr %.20, i64 9
  store double %.148, ptr %.149
  br label %.done
.done:
  %.next = add i64 %.row, 2
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  ret void
}

======== article, rows, 1 lane
define void @rows(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: params" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: E" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: grad" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: rows" = load ptr, ptr %.3
  %.n = load i64, ptr %"3: rows"
  %.last = sub i64 %.n, 1
  br label %.round
.round:
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.4 = add i64 %.row, 0
  %.5 = call i64 @llvm.smin.i64(i64 %.4, i64 %.last)
  %.6 = mul i64 %.5, 10
  %.7 = getelementptr double, ptr %"0: params", i64 %.6
  %.8 = mul i64 %.5, 1
  %.9 = getelementptr double, ptr %"1: E", i64 %.8
  %.10 = mul i64 %.5, 10
  %.11 = getelementptr double, ptr %"2: grad", i64 %.10
  %.12 = load double, ptr %.7
  %.13 = getelementptr double, ptr %.7, i64 1
  %.14 = load double, ptr %.13
  %.15 = getelementptr double, ptr %.7, i64 2
  %.16 = load double, ptr %.15
  %.17 = call double @llvm.fmuladd.f64(double %.12, double 0.05, double %.16)
  %net_h1 = call double @llvm.fmuladd.f64(double %.14, double 0.1, double %.17)
  %.19 = call { double, double } @sigmoid_and_slope.x1(double %net_h1)
  %.20 = extractvalue { double, double } %.19, 1
  %out_h1 = extractvalue { double, double } %.19, 0
  %.21 = getelementptr double, ptr %.7, i64 3
  %.22 = load double, ptr %.21
  %.23 = getelementptr double, ptr %.7, i64 4
  %.24 = load double, ptr %.23
  %.25 = call double @llvm.fmuladd.f64(double %.22, double 0.05, double %.16)
  %net_h2 = call double @llvm.fmuladd.f64(double %.24, double 0.1, double %.25)
  %.27 = call { double, double } @sigmoid_and_slope.x1(double %net_h2)
  %.28 = extractvalue { double, double } %.27, 1
  %out_h2 = extractvalue { double, double } %.27, 0
  %.29 = getelementptr double, ptr %.7, i64 5
  %.30 = load double, ptr %.29
  %.31 = getelementptr double, ptr %.7, i64 6
  %.32 = load double, ptr %.31
  %.33 = getelementptr double, ptr %.7, i64 7
  %.34 = load double, ptr %.33
  %.35 = call double @llvm.fmuladd.f64(double %.30, double %out_h1, double %.34)
  %net_o1 = call double @llvm.fmuladd.f64(double %.32, double %out_h2, double %.35)
  %.37 = call { double, double } @sigmoid_and_slope.x1(double %net_o1)
  %.38 = extractvalue { double, double } %.37, 1
  %out_o1 = extractvalue { double, double } %.37, 0
  %t21 = fsub contract double 0.01, %out_o1
  %t22 = fmul contract double %t21, %t21
  %.41 = getelementptr double, ptr %.7, i64 8
  %.42 = load double, ptr %.41
  %.43 = getelementptr double, ptr %.7, i64 9
  %.44 = load double, ptr %.43
  %.45 = call double @llvm.fmuladd.f64(double %.42, double %out_h1, double %.34)
  %net_o2 = call double @llvm.fmuladd.f64(double %.44, double %out_h2, double %.45)
  %.47 = call { double, double } @sigmoid_and_slope.x1(double %net_o2)
  %.48 = extractvalue { double, double } %.47, 1
  %out_o2 = extractvalue { double, double } %.47, 0
  %t26 = fsub contract double 0.99, %out_o2
  %t27 = fmul contract double %t26, %t26
  %.51 = fmul contract double 0.5, %t22
  %t28 = call double @llvm.fmuladd.f64(double 0.5, double %t27, double %.51)
  %d_out_o2 = fmul contract double %t26, -1.0
  %d_net_o2 = fmul contract double %d_out_o2, %.48
  %d_w8 = fmul contract double %d_net_o2, %out_h2
  %d_w7 = fmul contract double %d_net_o2, %out_h1
  %d_out_o1 = fmul contract double %t21, -1.0
  %d_net_o1 = fmul contract double %d_out_o1, %.38
  %d_b2 = fadd contract double %d_net_o2, %d_net_o1
  %.60 = fmul contract double %d_net_o2, %.44
  %d_out_h2 = call double @llvm.fmuladd.f64(double %d_net_o1, double %.32, double %.60)
  %d_net_h2 = fmul contract double %d_out_h2, %.28
  %d_w4 = fmul contract double %d_net_h2, 0.1
  %d_w3 = fmul contract double %d_net_h2, 0.05
  %.65 = fmul contract double %d_net_o2, %.42
  %d_out_h1 = call double @llvm.fmuladd.f64(double %d_net_o1, double %.30, double %.65)
  %d_net_h1 = fmul contract double %d_out_h1, %.20
  %d_b1 = fadd contract double %d_net_h2, %d_net_h1
  %d_w2 = fmul contract double %d_net_h1, 0.1
  %d_w1 = fmul contract double %d_net_h1, 0.05
  %d_w6 = fmul contract double %d_net_o1, %out_h2
  %d_w5 = fmul contract double %d_net_o1, %out_h1
  store double %t28, ptr %.9
  store double %d_w1, ptr %.11
  %.73 = getelementptr double, ptr %.11, i64 1
  store double %d_w2, ptr %.73
  %.74 = getelementptr double, ptr %.11, i64 2
  store double %d_b1, ptr %.74
  %.75 = getelementptr double, ptr %.11, i64 3
  store double %d_w3, ptr %.75
  %.76 = getelementptr double, ptr %.11, i64 4
  store double %d_w4, ptr %.76
  %.77 = getelementptr double, ptr %.11, i64 5
  store double %d_w5, ptr %.77
  %.78 = getelementptr double, ptr %.11, i64 6
  store double %d_w6, ptr %.78
  %.79 = getelementptr double, ptr %.11, i64 7
  store double %d_b2, ptr %.79
  %.80 = getelementptr double, ptr %.11, i64 8
  store double %d_w7, ptr %.80
  %.81 = getelementptr double, ptr %.11, i64 9
  store double %d_w8, ptr %.81
  br label %.done
.done:
  %.next = add i64 %.row, 1
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  ret void
}

======== in parts, a loop
define internal void @.part0(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %a0 = load double, ptr %.work, align 8
  %.1 = getelementptr double, ptr %.work, i64 4
  %x0 = load double, ptr %.1, align 8
  %t16 = fmul contract double %a0, %x0
  %.3 = getelementptr double, ptr %.work, i64 3
  %b1 = load double, ptr %.3, align 8
  %t17 = fadd contract double %t16, %b1
  %t18 = call double @tanh.x1(double %t17)
  %.6 = getelementptr double, ptr %.work, i64 7
  %y0 = load double, ptr %.6, align 8
  %t19 = fsub contract double %t18, %y0
  %.8 = getelementptr double, ptr %.work, i64 1
  %a1 = load double, ptr %.8, align 8
  %.9 = getelementptr double, ptr %.work, i64 6
  %x4 = load double, ptr %.9, align 8
  %t20 = fmul contract double %a1, %x4
  %t21 = call double @sigmoid.x1(double %t20)
  %.12 = getelementptr double, ptr %.work, i64 12
  store double %t19, ptr %.12, align 8
  %.13 = getelementptr double, ptr %.work, i64 13
  store double %t21, ptr %.13, align 8
  ret void
}

define internal void @.part1(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 13
  %t21 = load double, ptr %.1, align 8
  %.2 = getelementptr double, ptr %.work, i64 8
  %y1 = load double, ptr %.2, align 8
  %t22 = fmul contract double %t21, %y1
  %.4 = getelementptr double, ptr %.work, i64 12
  %t19 = load double, ptr %.4, align 8
  %t23 = fadd contract double %t19, %t22
  %.6 = getelementptr double, ptr %.work, i64 11
  %fixed0 = load double, ptr %.6, align 8
  %t24 = fsub contract double %t23, %fixed0
  %.8 = getelementptr double, ptr %.work, i64 2
  %b0 = load double, ptr %.8, align 8
  %t26 = fmul contract double %b0, 0.5
  %.10 = getelementptr double, ptr %.work, i64 9
  %rate0 = load double, ptr %.10, align 8
  %t27 = fmul contract double %rate0, %t24
  %t28 = fadd contract double %t26, %t27
  %.13 = getelementptr double, ptr %.work, i64 14
  store double %t24, ptr %.13, align 8
  %.14 = getelementptr double, ptr %.work, i64 15
  store double %t28, ptr %.14, align 8
  ret void
}

define internal void @.part2(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 10
  %rate1 = load double, ptr %.1, align 8
  %.2 = getelementptr double, ptr %.work, i64 14
  %t24 = load double, ptr %.2, align 8
  %t29 = fmul contract double %rate1, %t24
  %a0 = load double, ptr %.work, align 8
  %t30 = fsub contract double %a0, %t29
  %.5 = getelementptr double, ptr %.work, i64 2
  %b0 = load double, ptr %.5, align 8
  %t31 = call double @llvm.fabs.f64(double %b0)
  %t32 = fadd contract double 1.0, %t31
  %.8 = getelementptr double, ptr %.work, i64 1
  %a1 = load double, ptr %.8, align 8
  %t33 = fdiv contract double %a1, %t32
  %.10 = getelementptr double, ptr %.work, i64 5
  %x2 = load double, ptr %.10, align 8
  %t35 = fmul contract double %x2, 0.01
  %.12 = getelementptr double, ptr %.work, i64 16
  store double %t30, ptr %.12, align 8
  %.13 = getelementptr double, ptr %.work, i64 17
  store double %t33, ptr %.13, align 8
  %.14 = getelementptr double, ptr %.work, i64 18
  store double %t35, ptr %.14, align 8
  ret void
}

define internal void @.part3(ptr %.work) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %.1 = getelementptr double, ptr %.work, i64 3
  %b1 = load double, ptr %.1, align 8
  %.2 = getelementptr double, ptr %.work, i64 18
  %t35 = load double, ptr %.2, align 8
  %t36 = fadd contract double %b1, %t35
  %.4 = getelementptr double, ptr %.work, i64 14
  %t24 = load double, ptr %.4, align 8
  %t37 = fmul contract double %t24, %t24
  %.6 = getelementptr double, ptr %.work, i64 19
  store double %t36, ptr %.6, align 8
  %.7 = getelementptr double, ptr %.work, i64 20
  store double %t37, ptr %.7, align 8
  ret void
}

define void @loop(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: a" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: b" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: x" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: y" = load ptr, ptr %.3
  %.4 = getelementptr ptr, ptr %.frame, i64 4
  %"4: rate" = load ptr, ptr %.4
  %.5 = getelementptr ptr, ptr %.frame, i64 5
  %"5: fixed" = load ptr, ptr %.5
  %.6 = getelementptr ptr, ptr %.frame, i64 6
  %"6: log of error" = load ptr, ptr %.6
  %.7 = getelementptr ptr, ptr %.frame, i64 7
  %"7: log of y" = load ptr, ptr %.7
  %.8 = getelementptr ptr, ptr %.frame, i64 8
  %"8: order" = load ptr, ptr %.8
  %.9 = getelementptr ptr, ptr %.frame, i64 9
  %"9: steps" = load ptr, ptr %.9
  %.10 = getelementptr ptr, ptr %.frame, i64 10
  %.work = load ptr, ptr %.10
  %.n = load i64, ptr %"9: steps"
  %.11 = getelementptr double, ptr %"0: a", i64 1
  %.12 = getelementptr double, ptr %"1: b", i64 1
  %.13 = load double, ptr %"5: fixed"
  %.14 = getelementptr double, ptr %.work, i64 11
  store double %.13, ptr %.14, align 8
  br label %.round
.round:
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.15 = load double, ptr %"0: a"
  store double %.15, ptr %.work, align 8
  %.16 = getelementptr double, ptr %"0: a", i64 1
  %.17 = load double, ptr %.16
  %.18 = getelementptr double, ptr %.work, i64 1
  store double %.17, ptr %.18, align 8
  %.19 = load double, ptr %"1: b"
  %.20 = getelementptr double, ptr %.work, i64 2
  store double %.19, ptr %.20, align 8
  %.21 = getelementptr double, ptr %"1: b", i64 1
  %.22 = load double, ptr %.21
  %.23 = getelementptr double, ptr %.work, i64 3
  store double %.22, ptr %.23, align 8
  %.24 = mul i64 %.row, 2
  %.25 = add i64 %.24, 0
  %.26 = getelementptr i64, ptr %"8: order", i64 %.25
  %.27 = load i64, ptr %.26
  %.28 = mul i64 %.27, 3
  %.29 = getelementptr double, ptr %"2: x", i64 %.28
  %x0 = load double, ptr %.29
  %.30 = getelementptr double, ptr %.work, i64 4
  store double %x0, ptr %.30, align 8
  %.31 = getelementptr double, ptr %.29, i64 2
  %x2 = load double, ptr %.31
  %.32 = getelementptr double, ptr %.work, i64 5
  store double %x2, ptr %.32, align 8
  %.33 = mul i64 %.row, 2
  %.34 = add i64 %.33, 1
  %.35 = getelementptr i64, ptr %"8: order", i64 %.34
  %.36 = load i64, ptr %.35
  %.37 = mul i64 %.36, 3
  %.38 = getelementptr double, ptr %"2: x", i64 %.37
  %.39 = getelementptr double, ptr %.38, i64 1
  %x4 = load double, ptr %.39
  %.40 = getelementptr double, ptr %.work, i64 6
  store double %x4, ptr %.40, align 8
  %.41 = mul i64 %.row, 2
  %.42 = add i64 %.41, 0
  %.43 = getelementptr i64, ptr %"8: order", i64 %.42
  %.44 = load i64, ptr %.43
  %.45 = mul i64 %.44, 1
  %.46 = getelementptr double, ptr %"3: y", i64 %.45
  %y0 = load double, ptr %.46
  %.47 = getelementptr double, ptr %.work, i64 7
  store double %y0, ptr %.47, align 8
  %.48 = mul i64 %.row, 2
  %.49 = add i64 %.48, 1
  %.50 = getelementptr i64, ptr %"8: order", i64 %.49
  %.51 = load i64, ptr %.50
  %.52 = mul i64 %.51, 1
  %.53 = getelementptr double, ptr %"3: y", i64 %.52
  %y1 = load double, ptr %.53
  %.54 = getelementptr double, ptr %.work, i64 8
  store double %y1, ptr %.54, align 8
  %.55 = mul i64 %.row, 2
  %.56 = getelementptr double, ptr %"4: rate", i64 %.55
  %rate0 = load double, ptr %.56
  %.57 = getelementptr double, ptr %.work, i64 9
  store double %rate0, ptr %.57, align 8
  %.58 = getelementptr double, ptr %.56, i64 1
  %rate1 = load double, ptr %.58
  %.59 = getelementptr double, ptr %.work, i64 10
  store double %rate1, ptr %.59, align 8
  call void @.part0(ptr %.work)
  call void @.part1(ptr %.work)
  call void @.part2(ptr %.work)
  call void @.part3(ptr %.work)
  %.60 = mul i64 %.row, 2
  %.61 = getelementptr double, ptr %"6: log of error", i64 %.60
  %.62 = getelementptr double, ptr %.work, i64 14
  %.63 = load double, ptr %.62, align 8
  store double %.63, ptr %.61, align 8
  %.64 = getelementptr double, ptr %.work, i64 20
  %.65 = load double, ptr %.64, align 8
  %.66 = getelementptr double, ptr %.61, i64 1
  store double %.65, ptr %.66, align 8
  %.67 = mul i64 %.row, 1
  %.68 = getelementptr double, ptr %"7: log of y", i64 %.67
  %.69 = getelementptr double, ptr %.work, i64 7
  %.70 = load double, ptr %.69, align 8
  store double %.70, ptr %.68, align 8
  %.71 = getelementptr double, ptr %.work, i64 15
  %.72 = load double, ptr %.71, align 8
  store double %.72, ptr %"0: a", align 8
  %.73 = getelementptr double, ptr %.work, i64 16
  %.74 = load double, ptr %.73, align 8
  store double %.74, ptr %.11, align 8
  %.75 = getelementptr double, ptr %.work, i64 17
  %.76 = load double, ptr %.75, align 8
  store double %.76, ptr %"1: b", align 8
  %.77 = getelementptr double, ptr %.work, i64 19
  %.78 = load double, ptr %.77, align 8
  store double %.78, ptr %.12, align 8
  br label %.done
.done:
  %.next = add i64 %.row, 1
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  ret void
}

======== fused
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

