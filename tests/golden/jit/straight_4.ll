======== pow
define void @rows(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: rows" = load ptr, ptr %.3
  %.n = load i64, ptr %"3: rows"
  %.last = sub i64 %.n, 1
  br label %.round
.round:
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.4 = add i64 %.row, 0
  %.5 = add i64 %.row, 1
  %.6 = add i64 %.row, 2
  %.7 = add i64 %.row, 3
  %.8 = call i64 @llvm.smin.i64(i64 %.4, i64 %.last)
  %.9 = call i64 @llvm.smin.i64(i64 %.5, i64 %.last)
  %.10 = call i64 @llvm.smin.i64(i64 %.6, i64 %.last)
  %.11 = call i64 @llvm.smin.i64(i64 %.7, i64 %.last)
  %.12 = mul i64 %.8, 1
  %.13 = mul i64 %.9, 1
  %.14 = mul i64 %.10, 1
  %.15 = mul i64 %.11, 1
  %.16 = getelementptr double, ptr %"1: y", i64 %.12
  %.17 = getelementptr double, ptr %"1: y", i64 %.13
  %.18 = getelementptr double, ptr %"1: y", i64 %.14
  %.19 = getelementptr double, ptr %"1: y", i64 %.15
  %.20 = mul i64 %.8, 2
  %.21 = mul i64 %.9, 2
  %.22 = mul i64 %.10, 2
  %.23 = mul i64 %.11, 2
  %.24 = getelementptr double, ptr %"2: g", i64 %.20
  %.25 = getelementptr double, ptr %"2: g", i64 %.21
  %.26 = getelementptr double, ptr %"2: g", i64 %.22
  %.27 = getelementptr double, ptr %"2: g", i64 %.23
  %.28 = load double, ptr %"0: x"
  %.29 = insertelement <4 x double> poison, double %.28, i32 0
  %.30 = shufflevector <4 x double> %.29, <4 x double> poison, <4 x i32> zeroinitializer
  %.31 = getelementptr double, ptr %"0: x", i64 1
  %.32 = load double, ptr %.31
  %.33 = insertelement <4 x double> poison, double %.32, i32 0
  %.34 = shufflevector <4 x double> %.33, <4 x double> poison, <4 x i32> zeroinitializer
  %t3 = call <4 x double> @pow.x4(<4 x double> %.30, <4 x double> %.34)
  %t5 = fcmp une <4 x double> %.30, splat (double 0.0)
  %t6 = select <4 x i1> %t5, <4 x double> splat (double 1.0), <4 x double> %.34
  %t7 = fsub contract <4 x double> %.34, splat (double 1.0)
  %t8 = call <4 x double> @pow.x4(<4 x double> %.30, <4 x double> %t7)
  %t9 = fmul contract <4 x double> %.34, %t8
  %t10 = fcmp une <4 x double> %t6, splat (double 0.0)
  %t11 = select <4 x i1> %t10, <4 x double> %t9, <4 x double> splat (double 0.0)
  %t12 = call <4 x double> @log.x4(<4 x double> %.30)
  %t13 = fmul contract <4 x double> %t3, %t12
  %t14 = fcmp olt <4 x double> %.34, splat (double 0.0)
  %t15 = select <4 x i1> %t14, <4 x double> %t13, <4 x double> splat (double 0.0)
  %t16 = select <4 x i1> %t5, <4 x double> %t13, <4 x double> %t15
  %d_x1 = fmul contract <4 x double> splat (double 1.0), %t16
  %d_x0 = fmul contract <4 x double> splat (double 1.0), %t11
  %.50 = extractelement <4 x double> %t3, i64 0
  store double %.50, ptr %.16
  %.51 = extractelement <4 x double> %t3, i64 1
  store double %.51, ptr %.17
  %.52 = extractelement <4 x double> %t3, i64 2
  store double %.52, ptr %.18
  %.53 = extractelement <4 x double> %t3, i64 3
  store double %.53, ptr %.19
  %.54 = extractelement <4 x double> %d_x0, i64 0
  store double %.54, ptr %.24
  %.55 = extractelement <4 x double> %d_x0, i64 1
  store double %.55, ptr %.25
  %.56 = extractelement <4 x double> %d_x0, i64 2
  store double %.56, ptr %.26
  %.57 = extractelement <4 x double> %d_x0, i64 3
  store double %.57, ptr %.27
  %.58 = extractelement <4 x double> %d_x1, i64 0
  %.59 = getelementptr double, ptr %.24, i64 1
  store double %.58, ptr %.59
  %.60 = extractelement <4 x double> %d_x1, i64 1
  %.61 = getelementptr double, ptr %.25, i64 1
  store double %.60, ptr %.61
  %.62 = extractelement <4 x double> %d_x1, i64 2
  %.63 = getelementptr double, ptr %.26, i64 1
  store double %.62, ptr %.63
  %.64 = extractelement <4 x double> %d_x1, i64 3
  %.65 = getelementptr double, ptr %.27, i64 1
  store double %.64, ptr %.65
  br label %.done
.done:
  %.next = add i64 %.row, 4
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  ret void
}

======== log
define void @rows(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: rows" = load ptr, ptr %.3
  %.n = load i64, ptr %"3: rows"
  %.last = sub i64 %.n, 1
  br label %.round
.round:
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.4 = add i64 %.row, 0
  %.5 = add i64 %.row, 1
  %.6 = add i64 %.row, 2
  %.7 = add i64 %.row, 3
  %.8 = call i64 @llvm.smin.i64(i64 %.4, i64 %.last)
  %.9 = call i64 @llvm.smin.i64(i64 %.5, i64 %.last)
  %.10 = call i64 @llvm.smin.i64(i64 %.6, i64 %.last)
  %.11 = call i64 @llvm.smin.i64(i64 %.7, i64 %.last)
  %.12 = mul i64 %.8, 1
  %.13 = mul i64 %.9, 1
  %.14 = mul i64 %.10, 1
  %.15 = mul i64 %.11, 1
  %.16 = getelementptr double, ptr %"1: y", i64 %.12
  %.17 = getelementptr double, ptr %"1: y", i64 %.13
  %.18 = getelementptr double, ptr %"1: y", i64 %.14
  %.19 = getelementptr double, ptr %"1: y", i64 %.15
  %.20 = mul i64 %.8, 1
  %.21 = mul i64 %.9, 1
  %.22 = mul i64 %.10, 1
  %.23 = mul i64 %.11, 1
  %.24 = getelementptr double, ptr %"2: g", i64 %.20
  %.25 = getelementptr double, ptr %"2: g", i64 %.21
  %.26 = getelementptr double, ptr %"2: g", i64 %.22
  %.27 = getelementptr double, ptr %"2: g", i64 %.23
  %.28 = load double, ptr %"0: x"
  %.29 = insertelement <4 x double> poison, double %.28, i32 0
  %.30 = shufflevector <4 x double> %.29, <4 x double> poison, <4 x i32> zeroinitializer
  %t2 = call <4 x double> @log.x4(<4 x double> %.30)
  %t3 = fdiv contract <4 x double> splat (double 1.0), %.30
  %d_x0 = fmul contract <4 x double> splat (double 1.0), %t3
  %.34 = extractelement <4 x double> %t2, i64 0
  store double %.34, ptr %.16
  %.35 = extractelement <4 x double> %t2, i64 1
  store double %.35, ptr %.17
  %.36 = extractelement <4 x double> %t2, i64 2
  store double %.36, ptr %.18
  %.37 = extractelement <4 x double> %t2, i64 3
  store double %.37, ptr %.19
  %.38 = extractelement <4 x double> %d_x0, i64 0
  store double %.38, ptr %.24
  %.39 = extractelement <4 x double> %d_x0, i64 1
  store double %.39, ptr %.25
  %.40 = extractelement <4 x double> %d_x0, i64 2
  store double %.40, ptr %.26
  %.41 = extractelement <4 x double> %d_x0, i64 3
  store double %.41, ptr %.27
  br label %.done
.done:
  %.next = add i64 %.row, 4
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  ret void
}

======== tanh
define void @rows(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: rows" = load ptr, ptr %.3
  %.n = load i64, ptr %"3: rows"
  %.last = sub i64 %.n, 1
  br label %.round
.round:
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.4 = add i64 %.row, 0
  %.5 = add i64 %.row, 1
  %.6 = add i64 %.row, 2
  %.7 = add i64 %.row, 3
  %.8 = call i64 @llvm.smin.i64(i64 %.4, i64 %.last)
  %.9 = call i64 @llvm.smin.i64(i64 %.5, i64 %.last)
  %.10 = call i64 @llvm.smin.i64(i64 %.6, i64 %.last)
  %.11 = call i64 @llvm.smin.i64(i64 %.7, i64 %.last)
  %.12 = mul i64 %.8, 1
  %.13 = mul i64 %.9, 1
  %.14 = mul i64 %.10, 1
  %.15 = mul i64 %.11, 1
  %.16 = getelementptr double, ptr %"1: y", i64 %.12
  %.17 = getelementptr double, ptr %"1: y", i64 %.13
  %.18 = getelementptr double, ptr %"1: y", i64 %.14
  %.19 = getelementptr double, ptr %"1: y", i64 %.15
  %.20 = mul i64 %.8, 1
  %.21 = mul i64 %.9, 1
  %.22 = mul i64 %.10, 1
  %.23 = mul i64 %.11, 1
  %.24 = getelementptr double, ptr %"2: g", i64 %.20
  %.25 = getelementptr double, ptr %"2: g", i64 %.21
  %.26 = getelementptr double, ptr %"2: g", i64 %.22
  %.27 = getelementptr double, ptr %"2: g", i64 %.23
  %.28 = load double, ptr %"0: x"
  %.29 = insertelement <4 x double> poison, double %.28, i32 0
  %.30 = shufflevector <4 x double> %.29, <4 x double> poison, <4 x i32> zeroinitializer
  %.31 = call { <4 x double>, <4 x double> } @tanh_and_slope.x4(<4 x double> %.30)
  %.32 = extractvalue { <4 x double>, <4 x double> } %.31, 1
  %t2 = extractvalue { <4 x double>, <4 x double> } %.31, 0
  %d_x0 = fmul contract <4 x double> splat (double 1.0), %.32
  %.34 = extractelement <4 x double> %t2, i64 0
  store double %.34, ptr %.16
  %.35 = extractelement <4 x double> %t2, i64 1
  store double %.35, ptr %.17
  %.36 = extractelement <4 x double> %t2, i64 2
  store double %.36, ptr %.18
  %.37 = extractelement <4 x double> %t2, i64 3
  store double %.37, ptr %.19
  %.38 = extractelement <4 x double> %d_x0, i64 0
  store double %.38, ptr %.24
  %.39 = extractelement <4 x double> %d_x0, i64 1
  store double %.39, ptr %.25
  %.40 = extractelement <4 x double> %d_x0, i64 2
  store double %.40, ptr %.26
  %.41 = extractelement <4 x double> %d_x0, i64 3
  store double %.41, ptr %.27
  br label %.done
.done:
  %.next = add i64 %.row, 4
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  ret void
}

======== erf
define void @rows(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: rows" = load ptr, ptr %.3
  %.n = load i64, ptr %"3: rows"
  %.last = sub i64 %.n, 1
  br label %.round
.round:
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.4 = add i64 %.row, 0
  %.5 = add i64 %.row, 1
  %.6 = add i64 %.row, 2
  %.7 = add i64 %.row, 3
  %.8 = call i64 @llvm.smin.i64(i64 %.4, i64 %.last)
  %.9 = call i64 @llvm.smin.i64(i64 %.5, i64 %.last)
  %.10 = call i64 @llvm.smin.i64(i64 %.6, i64 %.last)
  %.11 = call i64 @llvm.smin.i64(i64 %.7, i64 %.last)
  %.12 = mul i64 %.8, 1
  %.13 = mul i64 %.9, 1
  %.14 = mul i64 %.10, 1
  %.15 = mul i64 %.11, 1
  %.16 = getelementptr double, ptr %"1: y", i64 %.12
  %.17 = getelementptr double, ptr %"1: y", i64 %.13
  %.18 = getelementptr double, ptr %"1: y", i64 %.14
  %.19 = getelementptr double, ptr %"1: y", i64 %.15
  %.20 = mul i64 %.8, 1
  %.21 = mul i64 %.9, 1
  %.22 = mul i64 %.10, 1
  %.23 = mul i64 %.11, 1
  %.24 = getelementptr double, ptr %"2: g", i64 %.20
  %.25 = getelementptr double, ptr %"2: g", i64 %.21
  %.26 = getelementptr double, ptr %"2: g", i64 %.22
  %.27 = getelementptr double, ptr %"2: g", i64 %.23
  %.28 = load double, ptr %"0: x"
  %.29 = insertelement <4 x double> poison, double %.28, i32 0
  %.30 = shufflevector <4 x double> %.29, <4 x double> poison, <4 x i32> zeroinitializer
  %t1 = call <4 x double> @erf.x4(<4 x double> %.30)
  %t3 = fcmp olt <4 x double> %.30, splat (double -40.0)
  %t5 = fcmp ogt <4 x double> %.30, splat (double 40.0)
  %t6 = select <4 x i1> %t5, <4 x double> splat (double 40.0), <4 x double> %.30
  %t7 = select <4 x i1> %t3, <4 x double> splat (double -40.0), <4 x double> %t6
  %t8 = fmul contract <4 x double> %t7, %t7
  %t9 = fneg contract <4 x double> %t8
  %t10 = call <4 x double> @exp.x4(<4 x double> %t9)
  %d_x0 = fmul contract <4 x double> %t10, splat (double 1.1283791670955126)
  %.40 = extractelement <4 x double> %t1, i64 0
  store double %.40, ptr %.16
  %.41 = extractelement <4 x double> %t1, i64 1
  store double %.41, ptr %.17
  %.42 = extractelement <4 x double> %t1, i64 2
  store double %.42, ptr %.18
  %.43 = extractelement <4 x double> %t1, i64 3
  store double %.43, ptr %.19
  %.44 = extractelement <4 x double> %d_x0, i64 0
  store double %.44, ptr %.24
  %.45 = extractelement <4 x double> %d_x0, i64 1
  store double %.45, ptr %.25
  %.46 = extractelement <4 x double> %d_x0, i64 2
  store double %.46, ptr %.26
  %.47 = extractelement <4 x double> %d_x0, i64 3
  store double %.47, ptr %.27
  br label %.done
.done:
  %.next = add i64 %.row, 4
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  ret void
}

======== sigmoid
define void @rows(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: rows" = load ptr, ptr %.3
  %.n = load i64, ptr %"3: rows"
  %.last = sub i64 %.n, 1
  br label %.round
.round:
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.4 = add i64 %.row, 0
  %.5 = add i64 %.row, 1
  %.6 = add i64 %.row, 2
  %.7 = add i64 %.row, 3
  %.8 = call i64 @llvm.smin.i64(i64 %.4, i64 %.last)
  %.9 = call i64 @llvm.smin.i64(i64 %.5, i64 %.last)
  %.10 = call i64 @llvm.smin.i64(i64 %.6, i64 %.last)
  %.11 = call i64 @llvm.smin.i64(i64 %.7, i64 %.last)
  %.12 = mul i64 %.8, 1
  %.13 = mul i64 %.9, 1
  %.14 = mul i64 %.10, 1
  %.15 = mul i64 %.11, 1
  %.16 = getelementptr double, ptr %"1: y", i64 %.12
  %.17 = getelementptr double, ptr %"1: y", i64 %.13
  %.18 = getelementptr double, ptr %"1: y", i64 %.14
  %.19 = getelementptr double, ptr %"1: y", i64 %.15
  %.20 = mul i64 %.8, 1
  %.21 = mul i64 %.9, 1
  %.22 = mul i64 %.10, 1
  %.23 = mul i64 %.11, 1
  %.24 = getelementptr double, ptr %"2: g", i64 %.20
  %.25 = getelementptr double, ptr %"2: g", i64 %.21
  %.26 = getelementptr double, ptr %"2: g", i64 %.22
  %.27 = getelementptr double, ptr %"2: g", i64 %.23
  %.28 = load double, ptr %"0: x"
  %.29 = insertelement <4 x double> poison, double %.28, i32 0
  %.30 = shufflevector <4 x double> %.29, <4 x double> poison, <4 x i32> zeroinitializer
  %.31 = call { <4 x double>, <4 x double> } @sigmoid_and_slope.x4(<4 x double> %.30)
  %.32 = extractvalue { <4 x double>, <4 x double> } %.31, 1
  %t2 = extractvalue { <4 x double>, <4 x double> } %.31, 0
  %d_x0 = fmul contract <4 x double> splat (double 1.0), %.32
  %.34 = extractelement <4 x double> %t2, i64 0
  store double %.34, ptr %.16
  %.35 = extractelement <4 x double> %t2, i64 1
  store double %.35, ptr %.17
  %.36 = extractelement <4 x double> %t2, i64 2
  store double %.36, ptr %.18
  %.37 = extractelement <4 x double> %t2, i64 3
  store double %.37, ptr %.19
  %.38 = extractelement <4 x double> %d_x0, i64 0
  store double %.38, ptr %.24
  %.39 = extractelement <4 x double> %d_x0, i64 1
  store double %.39, ptr %.25
  %.40 = extractelement <4 x double> %d_x0, i64 2
  store double %.40, ptr %.26
  %.41 = extractelement <4 x double> %d_x0, i64 3
  store double %.41, ptr %.27
  br label %.done
.done:
  %.next = add i64 %.row, 4
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  ret void
}

======== relu
define void @rows(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: rows" = load ptr, ptr %.3
  %.n = load i64, ptr %"3: rows"
  %.last = sub i64 %.n, 1
  br label %.round
.round:
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.4 = add i64 %.row, 0
  %.5 = add i64 %.row, 1
  %.6 = add i64 %.row, 2
  %.7 = add i64 %.row, 3
  %.8 = call i64 @llvm.smin.i64(i64 %.4, i64 %.last)
  %.9 = call i64 @llvm.smin.i64(i64 %.5, i64 %.last)
  %.10 = call i64 @llvm.smin.i64(i64 %.6, i64 %.last)
  %.11 = call i64 @llvm.smin.i64(i64 %.7, i64 %.last)
  %.12 = mul i64 %.8, 1
  %.13 = mul i64 %.9, 1
  %.14 = mul i64 %.10, 1
  %.15 = mul i64 %.11, 1
  %.16 = getelementptr double, ptr %"1: y", i64 %.12
  %.17 = getelementptr double, ptr %"1: y", i64 %.13
  %.18 = getelementptr double, ptr %"1: y", i64 %.14
  %.19 = getelementptr double, ptr %"1: y", i64 %.15
  %.20 = mul i64 %.8, 1
  %.21 = mul i64 %.9, 1
  %.22 = mul i64 %.10, 1
  %.23 = mul i64 %.11, 1
  %.24 = getelementptr double, ptr %"2: g", i64 %.20
  %.25 = getelementptr double, ptr %"2: g", i64 %.21
  %.26 = getelementptr double, ptr %"2: g", i64 %.22
  %.27 = getelementptr double, ptr %"2: g", i64 %.23
  %.28 = load double, ptr %"0: x"
  %.29 = insertelement <4 x double> poison, double %.28, i32 0
  %.30 = shufflevector <4 x double> %.29, <4 x double> poison, <4 x i32> zeroinitializer
  %t3 = fcmp ole <4 x double> %.30, splat (double 0.0)
  %t4 = select <4 x i1> %t3, <4 x double> splat (double 0.0), <4 x double> %.30
  %t5 = select <4 x i1> %t3, <4 x double> splat (double 0.0), <4 x double> splat (double 1.0)
  %d_x0 = fmul contract <4 x double> splat (double 1.0), %t5
  %.35 = extractelement <4 x double> %t4, i64 0
  store double %.35, ptr %.16
  %.36 = extractelement <4 x double> %t4, i64 1
  store double %.36, ptr %.17
  %.37 = extractelement <4 x double> %t4, i64 2
  store double %.37, ptr %.18
  %.38 = extractelement <4 x double> %t4, i64 3
  store double %.38, ptr %.19
  %.39 = extractelement <4 x double> %d_x0, i64 0
  store double %.39, ptr %.24
  %.40 = extractelement <4 x double> %d_x0, i64 1
  store double %.40, ptr %.25
  %.41 = extractelement <4 x double> %d_x0, i64 2
  store double %.41, ptr %.26
  %.42 = extractelement <4 x double> %d_x0, i64 3
  store double %.42, ptr %.27
  br label %.done
.done:
  %.next = add i64 %.row, 4
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  ret void
}

======== where
define void @rows(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: rows" = load ptr, ptr %.3
  %.n = load i64, ptr %"3: rows"
  %.last = sub i64 %.n, 1
  br label %.round
.round:
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.4 = add i64 %.row, 0
  %.5 = add i64 %.row, 1
  %.6 = add i64 %.row, 2
  %.7 = add i64 %.row, 3
  %.8 = call i64 @llvm.smin.i64(i64 %.4, i64 %.last)
  %.9 = call i64 @llvm.smin.i64(i64 %.5, i64 %.last)
  %.10 = call i64 @llvm.smin.i64(i64 %.6, i64 %.last)
  %.11 = call i64 @llvm.smin.i64(i64 %.7, i64 %.last)
  %.12 = mul i64 %.8, 1
  %.13 = mul i64 %.9, 1
  %.14 = mul i64 %.10, 1
  %.15 = mul i64 %.11, 1
  %.16 = getelementptr double, ptr %"1: y", i64 %.12
  %.17 = getelementptr double, ptr %"1: y", i64 %.13
  %.18 = getelementptr double, ptr %"1: y", i64 %.14
  %.19 = getelementptr double, ptr %"1: y", i64 %.15
  %.20 = mul i64 %.8, 3
  %.21 = mul i64 %.9, 3
  %.22 = mul i64 %.10, 3
  %.23 = mul i64 %.11, 3
  %.24 = getelementptr double, ptr %"2: g", i64 %.20
  %.25 = getelementptr double, ptr %"2: g", i64 %.21
  %.26 = getelementptr double, ptr %"2: g", i64 %.22
  %.27 = getelementptr double, ptr %"2: g", i64 %.23
  %.28 = load double, ptr %"0: x"
  %.29 = insertelement <4 x double> poison, double %.28, i32 0
  %.30 = shufflevector <4 x double> %.29, <4 x double> poison, <4 x i32> zeroinitializer
  %t5 = fcmp une <4 x double> %.30, splat (double 0.0)
  %.32 = getelementptr double, ptr %"0: x", i64 1
  %.33 = load double, ptr %.32
  %.34 = insertelement <4 x double> poison, double %.33, i32 0
  %.35 = shufflevector <4 x double> %.34, <4 x double> poison, <4 x i32> zeroinitializer
  %.36 = getelementptr double, ptr %"0: x", i64 2
  %.37 = load double, ptr %.36
  %.38 = insertelement <4 x double> poison, double %.37, i32 0
  %.39 = shufflevector <4 x double> %.38, <4 x double> poison, <4 x i32> zeroinitializer
  %t6 = select <4 x i1> %t5, <4 x double> %.35, <4 x double> %.39
  %t7 = select <4 x i1> %t5, <4 x double> splat (double 1.0), <4 x double> splat (double 0.0)
  %t8 = select <4 x i1> %t5, <4 x double> splat (double 0.0), <4 x double> splat (double 1.0)
  %d_x2 = fmul contract <4 x double> splat (double 1.0), %t8
  %d_x1 = fmul contract <4 x double> splat (double 1.0), %t7
  %.45 = extractelement <4 x double> %t6, i64 0
  store double %.45, ptr %.16
  %.46 = extractelement <4 x double> %t6, i64 1
  store double %.46, ptr %.17
  %.47 = extractelement <4 x double> %t6, i64 2
  store double %.47, ptr %.18
  %.48 = extractelement <4 x double> %t6, i64 3
  store double %.48, ptr %.19
  %.49 = extractelement <4 x double> splat (double 0.0), i64 0
  store double %.49, ptr %.24
  %.50 = extractelement <4 x double> splat (double 0.0), i64 1
  store double %.50, ptr %.25
  %.51 = extractelement <4 x double> splat (double 0.0), i64 2
  store double %.51, ptr %.26
  %.52 = extractelement <4 x double> splat (double 0.0), i64 3
  store double %.52, ptr %.27
  %.53 = extractelement <4 x double> %d_x1, i64 0
  %.54 = getelementptr double, ptr %.24, i64 1
  store double %.53, ptr %.54
  %.55 = extractelement <4 x double> %d_x1, i64 1
  %.56 = getelementptr double, ptr %.25, i64 1
  store double %.55, ptr %.56
  %.57 = extractelement <4 x double> %d_x1, i64 2
  %.58 = getelementptr double, ptr %.26, i64 1
  store double %.57, ptr %.58
  %.59 = extractelement <4 x double> %d_x1, i64 3
  %.60 = getelementptr double, ptr %.27, i64 1
  store double %.59, ptr %.60
  %.61 = extractelement <4 x double> %d_x2, i64 0
  %.62 = getelementptr double, ptr %.24, i64 2
  store double %.61, ptr %.62
  %.63 = extractelement <4 x double> %d_x2, i64 1
  %.64 = getelementptr double, ptr %.25, i64 2
  store double %.63, ptr %.64
  %.65 = extractelement <4 x double> %d_x2, i64 2
  %.66 = getelementptr double, ptr %.26, i64 2
  store double %.65, ptr %.66
  %.67 = extractelement <4 x double> %d_x2, i64 3
  %.68 = getelementptr double, ptr %.27, i64 2
  store double %.67, ptr %.68
  br label %.done
.done:
  %.next = add i64 %.row, 4
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  ret void
}

======== hypot
define void @rows(ptr %.frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" "tune-cpu"="generic" {
  %"0: x" = load ptr, ptr %.frame
  %.1 = getelementptr ptr, ptr %.frame, i64 1
  %"1: y" = load ptr, ptr %.1
  %.2 = getelementptr ptr, ptr %.frame, i64 2
  %"2: g" = load ptr, ptr %.2
  %.3 = getelementptr ptr, ptr %.frame, i64 3
  %"3: rows" = load ptr, ptr %.3
  %.n = load i64, ptr %"3: rows"
  %.last = sub i64 %.n, 1
  br label %.round
.round:
  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]
  %.4 = add i64 %.row, 0
  %.5 = add i64 %.row, 1
  %.6 = add i64 %.row, 2
  %.7 = add i64 %.row, 3
  %.8 = call i64 @llvm.smin.i64(i64 %.4, i64 %.last)
  %.9 = call i64 @llvm.smin.i64(i64 %.5, i64 %.last)
  %.10 = call i64 @llvm.smin.i64(i64 %.6, i64 %.last)
  %.11 = call i64 @llvm.smin.i64(i64 %.7, i64 %.last)
  %.12 = mul i64 %.8, 1
  %.13 = mul i64 %.9, 1
  %.14 = mul i64 %.10, 1
  %.15 = mul i64 %.11, 1
  %.16 = getelementptr double, ptr %"1: y", i64 %.12
  %.17 = getelementptr double, ptr %"1: y", i64 %.13
  %.18 = getelementptr double, ptr %"1: y", i64 %.14
  %.19 = getelementptr double, ptr %"1: y", i64 %.15
  %.20 = mul i64 %.8, 2
  %.21 = mul i64 %.9, 2
  %.22 = mul i64 %.10, 2
  %.23 = mul i64 %.11, 2
  %.24 = getelementptr double, ptr %"2: g", i64 %.20
  %.25 = getelementptr double, ptr %"2: g", i64 %.21
  %.26 = getelementptr double, ptr %"2: g", i64 %.22
  %.27 = getelementptr double, ptr %"2: g", i64 %.23
  %.28 = load double, ptr %"0: x"
  %.29 = insertelement <4 x double> poison, double %.28, i32 0
  %.30 = shufflevector <4 x double> %.29, <4 x double> poison, <4 x i32> zeroinitializer
  %.31 = getelementptr double, ptr %"0: x", i64 1
  %.32 = load double, ptr %.31
  %.33 = insertelement <4 x double> poison, double %.32, i32 0
  %.34 = shufflevector <4 x double> %.33, <4 x double> poison, <4 x i32> zeroinitializer
  %t3 = call <4 x double> @hypot.x4(<4 x double> %.30, <4 x double> %.34)
  %t4 = fdiv contract <4 x double> %.30, %t3
  %t6 = fcmp une <4 x double> %t3, splat (double 0.0)
  %t7 = select <4 x i1> %t6, <4 x double> %t4, <4 x double> splat (double 0.0)
  %t8 = fdiv contract <4 x double> %.34, %t3
  %t9 = select <4 x i1> %t6, <4 x double> %t8, <4 x double> splat (double 0.0)
  %d_x1 = fmul contract <4 x double> splat (double 1.0), %t9
  %d_x0 = fmul contract <4 x double> splat (double 1.0), %t7
  %.43 = extractelement <4 x double> %t3, i64 0
  store double %.43, ptr %.16
  %.44 = extractelement <4 x double> %t3, i64 1
  store double %.44, ptr %.17
  %.45 = extractelement <4 x double> %t3, i64 2
  store double %.45, ptr %.18
  %.46 = extractelement <4 x double> %t3, i64 3
  store double %.46, ptr %.19
  %.47 = extractelement <4 x double> %d_x0, i64 0
  store double %.47, ptr %.24
  %.48 = extractelement <4 x double> %d_x0, i64 1
  store double %.48, ptr %.25
  %.49 = extractelement <4 x double> %d_x0, i64 2
  store double %.49, ptr %.26
  %.50 = extractelement <4 x double> %d_x0, i64 3
  store double %.50, ptr %.27
  %.51 = extractelement <4 x double> %d_x1, i64 0
  %.52 = getelementptr double, ptr %.24, i64 1
  store double %.51, ptr %.52
  %.53 = extractelement <4 x double> %d_x1, i64 1
  %.54 = getelementptr double, ptr %.25, i64 1
  store double %.53, ptr %.54
  %.55 = extractelement <4 x double> %d_x1, i64 2
  %.56 = getelementptr double, ptr %.26, i64 1
  store double %.55, ptr %.56
  %.57 = extractelement <4 x double> %d_x1, i64 3
  %.58 = getelementptr double, ptr %.27, i64 1
  store double %.57, ptr %.58
  br label %.done
.done:
  %.next = add i64 %.row, 4
  %.more = icmp slt i64 %.next, %.n
  br i1 %.more, label %.round, label %.end
.end:
  ret void
}

======== maths
define internal <4 x double> @pow.x4(<4 x double> %x0, <4 x double> %x1) noinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = extractelement <4 x double> %x0, i64 0
  %.2 = extractelement <4 x double> %x1, i64 0
  %.3 = call double @"libm.pow"(double %.1, double %.2)
  %.4 = insertelement <4 x double> poison, double %.3, i64 0
  %.5 = extractelement <4 x double> %x0, i64 1
  %.6 = extractelement <4 x double> %x1, i64 1
  %.7 = call double @"libm.pow"(double %.5, double %.6)
  %.8 = insertelement <4 x double> %.4, double %.7, i64 1
  %.9 = extractelement <4 x double> %x0, i64 2
  %.10 = extractelement <4 x double> %x1, i64 2
  %.11 = call double @"libm.pow"(double %.9, double %.10)
  %.12 = insertelement <4 x double> %.8, double %.11, i64 2
  %.13 = extractelement <4 x double> %x0, i64 3
  %.14 = extractelement <4 x double> %x1, i64 3
  %.15 = call double @"libm.pow"(double %.13, double %.14)
  %.16 = insertelement <4 x double> %.12, double %.15, i64 3
  ret <4 x double> %.16
}
define internal <4 x double> @log.x4(<4 x double> %x) alwaysinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = fcmp olt <4 x double> %x, splat (double 2.2250738585072014e-308)
  %.2 = fmul <4 x double> %x, splat (double 1.8014398509481984e+16)
  %.3 = select <4 x i1> %.1, <4 x double> %.2, <4 x double> %x
  %.4 = bitcast <4 x double> %.3 to <4 x i64>
  %.5 = sub <4 x i64> %.4, splat (i64 -2638147582215219)
  %.6 = lshr <4 x i64> %.5, splat (i64 52)
  %.7 = or <4 x i64> %.6, splat (i64 4841369599423283200)
  %.8 = bitcast <4 x i64> %.7 to <4 x double>
  %.9 = select <4 x i1> %.1, <4 x double> splat (double 4503599627371573.0), <4 x double> splat (double 4503599627371519.0)
  %.10 = fsub <4 x double> %.8, %.9
  %.11 = and <4 x i64> %.5, splat (i64 -4503599627370496)
  %.12 = sub <4 x i64> %.4, %.11
  %.13 = add <4 x i64> %.12, splat (i64 4607182418800017408)
  %.14 = bitcast <4 x i64> %.13 to <4 x double>
  %.15 = fsub <4 x double> %.14, splat (double 1.0)
  %.16 = fadd <4 x double> %.15, splat (double 2.0)
  %.17 = fdiv <4 x double> %.15, %.16
  %.18 = fmul <4 x double> %.17, %.17
  %.19 = fmul <4 x double> %.15, splat (double 0.5)
  %.20 = fmul <4 x double> %.19, %.15
  %.21 = fmul <4 x double> %.10, splat (double 0.6931471805598903)
  %.22 = fadd <4 x double> %.21, %.15
  %.23 = fsub <4 x double> %.22, %.20
  %.24 = fsub <4 x double> %.22, %.21
  %.25 = fsub <4 x double> %.15, %.24
  %.26 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.10, <4 x double> splat (double 5.497923018708371e-14), <4 x double> %.25)
  %.27 = fsub <4 x double> %.22, %.23
  %.28 = fsub <4 x double> %.27, %.20
  %.29 = fadd <4 x double> %.26, %.28
  %.30 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.18, <4 x double> splat (double 0.39999999999413965), <4 x double> splat (double 0.6666666666666734))
  %.31 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.18, <4 x double> splat (double 0.22222198553773972), <4 x double> splat (double 0.28571428742562294))
  %.32 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.18, <4 x double> splat (double 0.15314021109643308), <4 x double> splat (double 0.1818356540771042))
  %.33 = fmul <4 x double> %.18, %.18
  %.34 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.33, <4 x double> %.31, <4 x double> %.30)
  %.35 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.33, <4 x double> splat (double 0.14796261236315159), <4 x double> %.32)
  %.36 = fmul <4 x double> %.33, %.33
  %.37 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.36, <4 x double> %.35, <4 x double> %.34)
  %.38 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.18, <4 x double> %.37, <4 x double> %.20)
  %.39 = fmul <4 x double> %.17, %.38
  %.40 = fadd <4 x double> %.29, %.39
  %.41 = fadd <4 x double> %.23, %.40
  %.42 = fcmp olt <4 x double> %x, splat (double 0x7FF0000000000000)
  %.43 = select <4 x i1> %.42, <4 x double> %.41, <4 x double> %x
  %.44 = fcmp olt <4 x double> %x, splat (double 0.0)
  %.45 = select <4 x i1> %.44, <4 x double> splat (double 0x7FF8000000000000), <4 x double> %.43
  %.46 = call <4 x double> @llvm.fabs.v4f64(<4 x double> %x)
  %.47 = fcmp ogt <4 x double> %.46, splat (double 0.0)
  %.48 = call <4 x double> @llvm.fabs.v4f64(<4 x double> %x)
  %.49 = fcmp ole <4 x double> %.48, splat (double 0.0)
  %.50 = select <4 x i1> %.49, <4 x double> splat (double 0xFFF0000000000000), <4 x double> %.45
  %.51 = select <4 x i1> %.47, <4 x double> %.45, <4 x double> %.50
  ret <4 x double> %.51
}
declare <4 x double> @llvm.fabs.v4f64(<4 x double>)
declare <4 x double> @llvm.fmuladd.v4f64(<4 x double>, <4 x double>, <4 x double>)
declare double @"libm.pow"(double, double)
declare i64 @llvm.smin.i64(i64, i64)
}
declare <4 x double> @llvm.fabs.v4f64(<4 x double>)
declare <4 x double> @llvm.fmuladd.v4f64(<4 x double>, <4 x double>, <4 x double>)
declare i64 @llvm.smin.i64(i64, i64)
}
define internal { <4 x double>, <4 x double> } @tanh_and_slope.x4(<4 x double> %x) alwaysinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call <4 x double> @llvm.fabs.v4f64(<4 x double> %x)
  %.2 = fmul <4 x double> %.1, splat (double -2.0)
  %.3 = fcmp olt <4 x double> %.2, splat (double -746.0)
  %.4 = select <4 x i1> %.3, <4 x double> splat (double -746.0), <4 x double> %.2
  %.5 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.4, <4 x double> splat (double 1.4426950408889634), <4 x double> splat (double 6755399441055744.0))
  %.6 = fsub <4 x double> %.5, splat (double 6755399441055744.0)
  %.7 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.6, <4 x double> splat (double -0.6931471805598903), <4 x double> %.4)
  %.8 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.6, <4 x double> splat (double -5.497923018708371e-14), <4 x double> %.7)
  %.9 = fsub <4 x double> %.7, %.8
  %.10 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.6, <4 x double> splat (double -5.497923018708371e-14), <4 x double> %.9)
  %.11 = fmul <4 x double> %.8, %.8
  %.12 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 0.16666666666666685), <4 x double> splat (double 0.5000000000000006))
  %.13 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 0.00833333333331454), <4 x double> splat (double 0.04166666666657332))
  %.14 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 0.00019841269903160468), <4 x double> splat (double 0.0013888888932484054))
  %.15 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 2.755722782435839e-06), <4 x double> splat (double 2.480150431239341e-05))
  %.16 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 2.5114517821609884e-08), <4 x double> splat (double 2.7626382112523224e-07))
  %.17 = fmul <4 x double> %.8, %.8
  %.18 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.17, <4 x double> %.13, <4 x double> %.12)
  %.19 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.17, <4 x double> %.15, <4 x double> %.14)
  %.20 = fmul <4 x double> %.17, %.17
  %.21 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.20, <4 x double> %.16, <4 x double> %.19)
  %.22 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.20, <4 x double> %.21, <4 x double> %.18)
  %.23 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.11, <4 x double> %.22, <4 x double> %.10)
  %.24 = bitcast <4 x double> %.5 to <4 x i64>
  %.25 = lshr <4 x i64> %.24, splat (i64 1)
  %.26 = add <4 x i64> %.25, splat (i64 1023)
  %.27 = shl <4 x i64> %.26, splat (i64 52)
  %.28 = bitcast <4 x i64> %.27 to <4 x double>
  %.29 = sub <4 x i64> %.24, %.25
  %.30 = add <4 x i64> %.29, splat (i64 1023)
  %.31 = shl <4 x i64> %.30, splat (i64 52)
  %.32 = bitcast <4 x i64> %.31 to <4 x double>
  %.33 = fmul <4 x double> %.28, %.32
  %.34 = fadd <4 x double> %.8, %.23
  %.35 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.33, <4 x double> %.34, <4 x double> %.33)
  %.36 = fsub <4 x double> %.33, splat (double 1.0)
  %.37 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.33, <4 x double> %.34, <4 x double> %.36)
  %.38 = call <4 x double> @llvm.fabs.v4f64(<4 x double> %x)
  %.39 = fcmp ogt <4 x double> %.38, splat (double 0.55)
  %.40 = fmul <4 x double> %.35, splat (double 2.0)
  %.41 = fneg <4 x double> %.37
  %.42 = select <4 x i1> %.39, <4 x double> %.40, <4 x double> %.41
  %.43 = fadd <4 x double> %.37, splat (double 2.0)
  %.44 = fdiv <4 x double> %.42, %.43
  %.45 = fsub <4 x double> splat (double 1.0), %.44
  %.46 = select <4 x i1> %.39, <4 x double> %.45, <4 x double> %.44
  %.47 = fadd <4 x double> %.46, splat (double 1.0)
  %.48 = call <4 x double> @llvm.copysign.v4f64(<4 x double> %.46, <4 x double> %x)
  %.49 = fmul <4 x double> %.47, %.47
  %.50 = fmul <4 x double> %.35, %.49
  %.51 = insertvalue { <4 x double>, <4 x double> } poison, <4 x double> %.48, 0
  %.52 = insertvalue { <4 x double>, <4 x double> } %.51, <4 x double> %.50, 1
  ret { <4 x double>, <4 x double> } %.52
}
declare <4 x double> @llvm.copysign.v4f64(<4 x double>, <4 x double>)
declare <4 x double> @llvm.fabs.v4f64(<4 x double>)
declare <4 x double> @llvm.fmuladd.v4f64(<4 x double>, <4 x double>, <4 x double>)
declare i64 @llvm.smin.i64(i64, i64)
}
define internal <4 x double> @erf.x4(<4 x double> %x0) noinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = extractelement <4 x double> %x0, i64 0
  %.2 = call double @"libm.erf"(double %.1)
  %.3 = insertelement <4 x double> poison, double %.2, i64 0
  %.4 = extractelement <4 x double> %x0, i64 1
  %.5 = call double @"libm.erf"(double %.4)
  %.6 = insertelement <4 x double> %.3, double %.5, i64 1
  %.7 = extractelement <4 x double> %x0, i64 2
  %.8 = call double @"libm.erf"(double %.7)
  %.9 = insertelement <4 x double> %.6, double %.8, i64 2
  %.10 = extractelement <4 x double> %x0, i64 3
  %.11 = call double @"libm.erf"(double %.10)
  %.12 = insertelement <4 x double> %.9, double %.11, i64 3
  ret <4 x double> %.12
}
define internal <4 x double> @exp.x4(<4 x double> %x) alwaysinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = fcmp ogt <4 x double> %x, splat (double 710.0)
  %.2 = select <4 x i1> %.1, <4 x double> splat (double 710.0), <4 x double> %x
  %.3 = fcmp olt <4 x double> %.2, splat (double -746.0)
  %.4 = select <4 x i1> %.3, <4 x double> splat (double -746.0), <4 x double> %.2
  %.5 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.4, <4 x double> splat (double 1.4426950408889634), <4 x double> splat (double 6755399441055744.0))
  %.6 = fsub <4 x double> %.5, splat (double 6755399441055744.0)
  %.7 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.6, <4 x double> splat (double -0.6931471805598903), <4 x double> %.4)
  %.8 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.6, <4 x double> splat (double -5.497923018708371e-14), <4 x double> %.7)
  %.9 = fsub <4 x double> %.7, %.8
  %.10 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.6, <4 x double> splat (double -5.497923018708371e-14), <4 x double> %.9)
  %.11 = fmul <4 x double> %.8, %.8
  %.12 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 0.16666666666666685), <4 x double> splat (double 0.5000000000000006))
  %.13 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 0.00833333333331454), <4 x double> splat (double 0.04166666666657332))
  %.14 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 0.00019841269903160468), <4 x double> splat (double 0.0013888888932484054))
  %.15 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 2.755722782435839e-06), <4 x double> splat (double 2.480150431239341e-05))
  %.16 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 2.5114517821609884e-08), <4 x double> splat (double 2.7626382112523224e-07))
  %.17 = fmul <4 x double> %.8, %.8
  %.18 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.17, <4 x double> %.13, <4 x double> %.12)
  %.19 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.17, <4 x double> %.15, <4 x double> %.14)
  %.20 = fmul <4 x double> %.17, %.17
  %.21 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.20, <4 x double> %.16, <4 x double> %.19)
  %.22 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.20, <4 x double> %.21, <4 x double> %.18)
  %.23 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.11, <4 x double> %.22, <4 x double> %.10)
  %.24 = bitcast <4 x double> %.5 to <4 x i64>
  %.25 = lshr <4 x i64> %.24, splat (i64 1)
  %.26 = add <4 x i64> %.25, splat (i64 1023)
  %.27 = shl <4 x i64> %.26, splat (i64 52)
  %.28 = bitcast <4 x i64> %.27 to <4 x double>
  %.29 = sub <4 x i64> %.24, %.25
  %.30 = add <4 x i64> %.29, splat (i64 1023)
  %.31 = shl <4 x i64> %.30, splat (i64 52)
  %.32 = bitcast <4 x i64> %.31 to <4 x double>
  %.33 = fadd <4 x double> %.8, splat (double 1.0)
  %.34 = fsub <4 x double> %.33, splat (double 1.0)
  %.35 = fsub <4 x double> %.8, %.34
  %.36 = fadd <4 x double> %.35, %.23
  %.37 = fadd <4 x double> %.33, %.36
  %.38 = fmul <4 x double> %.37, %.28
  %.39 = fmul <4 x double> %.38, %.32
  ret <4 x double> %.39
}
declare <4 x double> @llvm.fmuladd.v4f64(<4 x double>, <4 x double>, <4 x double>)
declare double @"libm.erf"(double)
declare i64 @llvm.smin.i64(i64, i64)
}
define internal { <4 x double>, <4 x double> } @sigmoid_and_slope.x4(<4 x double> %x) alwaysinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = call <4 x double> @llvm.fabs.v4f64(<4 x double> %x)
  %.2 = fneg <4 x double> %.1
  %.3 = fcmp olt <4 x double> %.2, splat (double -746.0)
  %.4 = select <4 x i1> %.3, <4 x double> splat (double -746.0), <4 x double> %.2
  %.5 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.4, <4 x double> splat (double 1.4426950408889634), <4 x double> splat (double 6755399441055744.0))
  %.6 = fsub <4 x double> %.5, splat (double 6755399441055744.0)
  %.7 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.6, <4 x double> splat (double -0.6931471805598903), <4 x double> %.4)
  %.8 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.6, <4 x double> splat (double -5.497923018708371e-14), <4 x double> %.7)
  %.9 = fsub <4 x double> %.7, %.8
  %.10 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.6, <4 x double> splat (double -5.497923018708371e-14), <4 x double> %.9)
  %.11 = fmul <4 x double> %.8, %.8
  %.12 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 0.16666666666666685), <4 x double> splat (double 0.5000000000000006))
  %.13 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 0.00833333333331454), <4 x double> splat (double 0.04166666666657332))
  %.14 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 0.00019841269903160468), <4 x double> splat (double 0.0013888888932484054))
  %.15 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 2.755722782435839e-06), <4 x double> splat (double 2.480150431239341e-05))
  %.16 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.8, <4 x double> splat (double 2.5114517821609884e-08), <4 x double> splat (double 2.7626382112523224e-07))
  %.17 = fmul <4 x double> %.8, %.8
  %.18 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.17, <4 x double> %.13, <4 x double> %.12)
  %.19 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.17, <4 x double> %.15, <4 x double> %.14)
  %.20 = fmul <4 x double> %.17, %.17
  %.21 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.20, <4 x double> %.16, <4 x double> %.19)
  %.22 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.20, <4 x double> %.21, <4 x double> %.18)
  %.23 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %.11, <4 x double> %.22, <4 x double> %.10)
  %.24 = bitcast <4 x double> %.5 to <4 x i64>
  %.25 = lshr <4 x i64> %.24, splat (i64 1)
  %.26 = add <4 x i64> %.25, splat (i64 1023)
  %.27 = shl <4 x i64> %.26, splat (i64 52)
  %.28 = bitcast <4 x i64> %.27 to <4 x double>
  %.29 = sub <4 x i64> %.24, %.25
  %.30 = add <4 x i64> %.29, splat (i64 1023)
  %.31 = shl <4 x i64> %.30, splat (i64 52)
  %.32 = bitcast <4 x i64> %.31 to <4 x double>
  %.33 = fadd <4 x double> %.8, splat (double 1.0)
  %.34 = fsub <4 x double> %.33, splat (double 1.0)
  %.35 = fsub <4 x double> %.8, %.34
  %.36 = fadd <4 x double> %.35, %.23
  %.37 = fadd <4 x double> %.33, %.36
  %.38 = fmul <4 x double> %.37, %.28
  %.39 = fmul <4 x double> %.38, %.32
  %.40 = fadd <4 x double> %.39, splat (double 1.0)
  %.41 = fdiv <4 x double> %.39, %.40
  %.42 = fcmp olt <4 x double> %.39, splat (double 0.25)
  %.43 = fmul <4 x double> %.39, %.41
  %.44 = fsub <4 x double> %.39, %.43
  %.45 = select <4 x i1> %.42, <4 x double> %.44, <4 x double> %.41
  %.46 = fsub <4 x double> splat (double 1.0), %.45
  %.47 = fcmp olt <4 x double> %x, splat (double 0.0)
  %.48 = select <4 x i1> %.47, <4 x double> %.45, <4 x double> %.46
  %.49 = fmul <4 x double> %.45, %.46
  %.50 = insertvalue { <4 x double>, <4 x double> } poison, <4 x double> %.48, 0
  %.51 = insertvalue { <4 x double>, <4 x double> } %.50, <4 x double> %.49, 1
  ret { <4 x double>, <4 x double> } %.51
}
declare i64 @llvm.smin.i64(i64, i64)
}
define internal <4 x double> @hypot.x4(<4 x double> %x0, <4 x double> %x1) noinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
  %.1 = extractelement <4 x double> %x0, i64 0
  %.2 = extractelement <4 x double> %x1, i64 0
  %.3 = call double @"libm.hypot"(double %.1, double %.2)
  %.4 = insertelement <4 x double> poison, double %.3, i64 0
  %.5 = extractelement <4 x double> %x0, i64 1
  %.6 = extractelement <4 x double> %x1, i64 1
  %.7 = call double @"libm.hypot"(double %.5, double %.6)
  %.8 = insertelement <4 x double> %.4, double %.7, i64 1
  %.9 = extractelement <4 x double> %x0, i64 2
  %.10 = extractelement <4 x double> %x1, i64 2
  %.11 = call double @"libm.hypot"(double %.9, double %.10)
  %.12 = insertelement <4 x double> %.8, double %.11, i64 2
  %.13 = extractelement <4 x double> %x0, i64 3
  %.14 = extractelement <4 x double> %x1, i64 3
  %.15 = call double @"libm.hypot"(double %.13, double %.14)
  %.16 = insertelement <4 x double> %.12, double %.15, i64 3
  ret <4 x double> %.16
}
declare double @"libm.hypot"(double, double)
declare i64 @llvm.smin.i64(i64, i64)

