======== layer
; net = dot; h = tanh; slope = tanh_slope; delta = dot: 1 x 2 vectors of 4
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 8
  %w3 = getelementptr double, ptr %work, i64 16
  %t4 = load double, ptr %a0, align 8
  %t5 = insertelement <8 x double> zeroinitializer, double %t4, i32 0
  %p6 = getelementptr double, ptr %a0, i64 4
  %t7 = load double, ptr %p6, align 8
  %t8 = insertelement <8 x double> %t5, double %t7, i32 1
  %p9 = getelementptr double, ptr %a0, i64 8
  %t10 = load double, ptr %p9, align 8
  %t11 = insertelement <8 x double> %t8, double %t10, i32 2
  %p12 = getelementptr double, ptr %a0, i64 12
  %t13 = load double, ptr %p12, align 8
  %t14 = insertelement <8 x double> %t11, double %t13, i32 3
  %p15 = getelementptr double, ptr %a0, i64 16
  %t16 = load double, ptr %p15, align 8
  %t17 = insertelement <8 x double> %t14, double %t16, i32 4
  %t18 = load double, ptr %a1, align 8
  %t19 = insertelement <8 x double> poison, double %t18, i32 0
  %t20 = shufflevector <8 x double> %t19, <8 x double> poison, <8 x i32> zeroinitializer
  %v21 = fmul contract <8 x double> %t17, %t20
  %p22 = getelementptr double, ptr %a0, i64 1
  %p23 = getelementptr double, ptr %a0, i64 1
  %t24 = load double, ptr %p23, align 8
  %t25 = insertelement <8 x double> zeroinitializer, double %t24, i32 0
  %p26 = getelementptr double, ptr %a0, i64 5
  %t27 = load double, ptr %p26, align 8
  %t28 = insertelement <8 x double> %t25, double %t27, i32 1
  %p29 = getelementptr double, ptr %a0, i64 9
  %t30 = load double, ptr %p29, align 8
  %t31 = insertelement <8 x double> %t28, double %t30, i32 2
  %p32 = getelementptr double, ptr %a0, i64 13
  %t33 = load double, ptr %p32, align 8
  %t34 = insertelement <8 x double> %t31, double %t33, i32 3
  %p35 = getelementptr double, ptr %a0, i64 17
  %t36 = load double, ptr %p35, align 8
  %t37 = insertelement <8 x double> %t34, double %t36, i32 4
  %p38 = getelementptr double, ptr %a1, i64 1
  %t39 = load double, ptr %p38, align 8
  %t40 = insertelement <8 x double> poison, double %t39, i32 0
  %t41 = shufflevector <8 x double> %t40, <8 x double> poison, <8 x i32> zeroinitializer
  %v42 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t37, <8 x double> %t41, <8 x double> %v21)
  %p43 = getelementptr double, ptr %a0, i64 2
  %p44 = getelementptr double, ptr %a0, i64 2
  %t45 = load double, ptr %p44, align 8
  %t46 = insertelement <8 x double> zeroinitializer, double %t45, i32 0
  %p47 = getelementptr double, ptr %a0, i64 6
  %t48 = load double, ptr %p47, align 8
  %t49 = insertelement <8 x double> %t46, double %t48, i32 1
  %p50 = getelementptr double, ptr %a0, i64 10
  %t51 = load double, ptr %p50, align 8
  %t52 = insertelement <8 x double> %t49, double %t51, i32 2
  %p53 = getelementptr double, ptr %a0, i64 14
  %t54 = load double, ptr %p53, align 8
  %t55 = insertelement <8 x double> %t52, double %t54, i32 3
  %p56 = getelementptr double, ptr %a0, i64 18
  %t57 = load double, ptr %p56, align 8
  %t58 = insertelement <8 x double> %t55, double %t57, i32 4
  %p59 = getelementptr double, ptr %a1, i64 2
  %t60 = load double, ptr %p59, align 8
  %t61 = insertelement <8 x double> poison, double %t60, i32 0
  %t62 = shufflevector <8 x double> %t61, <8 x double> poison, <8 x i32> zeroinitializer
  %v63 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t58, <8 x double> %t62, <8 x double> %v42)
  %p64 = getelementptr double, ptr %a0, i64 3
  %p65 = getelementptr double, ptr %a0, i64 3
  %t66 = load double, ptr %p65, align 8
  %t67 = insertelement <8 x double> zeroinitializer, double %t66, i32 0
  %p68 = getelementptr double, ptr %a0, i64 7
  %t69 = load double, ptr %p68, align 8
  %t70 = insertelement <8 x double> %t67, double %t69, i32 1
  %p71 = getelementptr double, ptr %a0, i64 11
  %t72 = load double, ptr %p71, align 8
  %t73 = insertelement <8 x double> %t70, double %t72, i32 2
  %p74 = getelementptr double, ptr %a0, i64 15
  %t75 = load double, ptr %p74, align 8
  %t76 = insertelement <8 x double> %t73, double %t75, i32 3
  %p77 = getelementptr double, ptr %a0, i64 19
  %t78 = load double, ptr %p77, align 8
  %t79 = insertelement <8 x double> %t76, double %t78, i32 4
  %v80 = fadd contract <8 x double> %v63, %t79
  %v81 = call { <8 x double>, <8 x double> } @tanh_and_slope.x8(<8 x double> %v80)
  %v82 = extractvalue { <8 x double>, <8 x double> } %v81, 1
  %v83 = extractvalue { <8 x double>, <8 x double> } %v81, 0
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v83, ptr %a3, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>)
  %t84 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %a2, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %v85 = fmul contract <8 x double> %t84, %v82
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v85, ptr %w3, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>)
  ret void
}

; g = dot: 1 x 1 vectors of 4
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 16
  %t2 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %a1, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  br label %loop3
loop3:
  %i3 = phi i64 [0, %entry], [%i11, %loop3]
  %p4 = getelementptr double, ptr %w1, i64 %i3
  %t5 = load double, ptr %p4, align 8
  %t6 = insertelement <4 x double> poison, double %t5, i32 0
  %t7 = shufflevector <4 x double> %t6, <4 x double> poison, <4 x i32> zeroinitializer
  %v8 = fmul contract <4 x double> %t7, %t2
  %i9 = mul nsw i64 %i3, 4
  %p10 = getelementptr double, ptr %a4, i64 %i9
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v8, ptr %p10, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %i11 = add nsw i64 %i3, 1
  %c12 = icmp slt i64 %i11, 5
  br i1 %c12, label %loop3, label %done3
done3:
  ret void
}

; g = dot: 1 x 2 vectors of 4
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 16
  %t2 = load <4 x double>, ptr %w1, align 8
  %p3 = getelementptr double, ptr %a4, i64 3
  %t4 = extractelement <4 x double> %t2, i32 0
  %p5 = getelementptr double, ptr %a4, i64 3
  store double %t4, ptr %p5, align 8
  %t6 = extractelement <4 x double> %t2, i32 1
  %p7 = getelementptr double, ptr %a4, i64 7
  store double %t6, ptr %p7, align 8
  %t8 = extractelement <4 x double> %t2, i32 2
  %p9 = getelementptr double, ptr %a4, i64 11
  store double %t8, ptr %p9, align 8
  %t10 = extractelement <4 x double> %t2, i32 3
  %p11 = getelementptr double, ptr %a4, i64 15
  store double %t10, ptr %p11, align 8
  %p12 = getelementptr double, ptr %w1, i64 4
  %t13 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p12, i32 8, <4 x i1> <i1 true, i1 false, i1 false, i1 false>, <4 x double> zeroinitializer)
  %p14 = getelementptr double, ptr %a4, i64 19
  %t15 = extractelement <4 x double> %t13, i32 0
  %p16 = getelementptr double, ptr %a4, i64 19
  store double %t15, ptr %p16, align 8
  ret void
}

; dx = dot: 1 x 1 vectors of 4
define internal void @kernel3(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 16
  %t2 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %a0, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %t3 = load double, ptr %w1, align 8
  %t4 = insertelement <4 x double> poison, double %t3, i32 0
  %t5 = shufflevector <4 x double> %t4, <4 x double> poison, <4 x i32> zeroinitializer
  %v6 = fmul contract <4 x double> %t2, %t5
  %p7 = getelementptr double, ptr %a0, i64 4
  %t8 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p7, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p9 = getelementptr double, ptr %w1, i64 1
  %t10 = load double, ptr %p9, align 8
  %t11 = insertelement <4 x double> poison, double %t10, i32 0
  %t12 = shufflevector <4 x double> %t11, <4 x double> poison, <4 x i32> zeroinitializer
  %v13 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t8, <4 x double> %t12, <4 x double> %v6)
  %p14 = getelementptr double, ptr %a0, i64 8
  %t15 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p14, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p16 = getelementptr double, ptr %w1, i64 2
  %t17 = load double, ptr %p16, align 8
  %t18 = insertelement <4 x double> poison, double %t17, i32 0
  %t19 = shufflevector <4 x double> %t18, <4 x double> poison, <4 x i32> zeroinitializer
  %v20 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t15, <4 x double> %t19, <4 x double> %v13)
  %p21 = getelementptr double, ptr %a0, i64 12
  %t22 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p21, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p23 = getelementptr double, ptr %w1, i64 3
  %t24 = load double, ptr %p23, align 8
  %t25 = insertelement <4 x double> poison, double %t24, i32 0
  %t26 = shufflevector <4 x double> %t25, <4 x double> poison, <4 x i32> zeroinitializer
  %v27 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t22, <4 x double> %t26, <4 x double> %v20)
  %p28 = getelementptr double, ptr %a0, i64 16
  %t29 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p28, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p30 = getelementptr double, ptr %w1, i64 4
  %t31 = load double, ptr %p30, align 8
  %t32 = insertelement <4 x double> poison, double %t31, i32 0
  %t33 = shufflevector <4 x double> %t32, <4 x double> poison, <4 x i32> zeroinitializer
  %v34 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t29, <4 x double> %t33, <4 x double> %v27)
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v34, ptr %a5, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  ret void
}

define void @run(ptr %frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %work = load ptr, ptr %frame
  %p1 = getelementptr ptr, ptr %frame, i64 1
  %p2 = load ptr, ptr %p1
  %p3 = getelementptr ptr, ptr %frame, i64 2
  %p4 = load ptr, ptr %p3
  %p5 = getelementptr ptr, ptr %frame, i64 3
  %p6 = load ptr, ptr %p5
  %p7 = getelementptr ptr, ptr %frame, i64 4
  %p8 = load ptr, ptr %p7
  %p9 = getelementptr ptr, ptr %frame, i64 5
  %p10 = load ptr, ptr %p9
  %p11 = getelementptr ptr, ptr %frame, i64 6
  %p12 = load ptr, ptr %p11
  call void @kernel0(ptr %work, ptr %p2, ptr %p4, ptr %p6, ptr %p8, ptr %p10, ptr %p12, i64 0)
  call void @kernel1(ptr %work, ptr %p2, ptr %p4, ptr %p6, ptr %p8, ptr %p10, ptr %p12, i64 0)
  call void @kernel2(ptr %work, ptr %p2, ptr %p4, ptr %p6, ptr %p8, ptr %p10, ptr %p12, i64 0)
  call void @kernel3(ptr %work, ptr %p2, ptr %p4, ptr %p6, ptr %p8, ptr %p10, ptr %p12, i64 0)
  ret void
}

======== triangle
; score = dot: 1 x 1 vectors of 4
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i71, %done52]
  %i3 = add nsw i64 1, %i2
  %i4 = srem i64 %i3, 4
  %i5 = sub i64 %i3, %i4
  %i6 = srem i64 %i3, 4
  %i7 = sub i64 %i3, %i6
  %c9 = icmp slt i64 0, %i5
  br i1 %c9, label %loop8, label %done8
loop8:
  %i8 = phi i64 [0, %loop2], [%i50, %loop8]
  %i10 = mul nsw i64 %i2, 2
  %p11 = getelementptr double, ptr %a0, i64 %i10
  %t12 = load double, ptr %p11, align 8
  %t13 = insertelement <4 x double> poison, double %t12, i32 0
  %t14 = shufflevector <4 x double> %t13, <4 x double> poison, <4 x i32> zeroinitializer
  %i15 = mul nsw i64 %i8, 2
  %p16 = getelementptr double, ptr %a1, i64 %i15
  %t17 = load double, ptr %p16, align 8
  %t18 = insertelement <4 x double> poison, double %t17, i32 0
  %p19 = getelementptr double, ptr %p16, i64 2
  %t20 = load double, ptr %p19, align 8
  %t21 = insertelement <4 x double> %t18, double %t20, i32 1
  %p22 = getelementptr double, ptr %p16, i64 4
  %t23 = load double, ptr %p22, align 8
  %t24 = insertelement <4 x double> %t21, double %t23, i32 2
  %p25 = getelementptr double, ptr %p16, i64 6
  %t26 = load double, ptr %p25, align 8
  %t27 = insertelement <4 x double> %t24, double %t26, i32 3
  %v28 = fmul contract <4 x double> %t14, %t27
  %p29 = getelementptr double, ptr %p11, i64 1
  %t30 = load double, ptr %p29, align 8
  %t31 = insertelement <4 x double> poison, double %t30, i32 0
  %t32 = shufflevector <4 x double> %t31, <4 x double> poison, <4 x i32> zeroinitializer
  %p33 = getelementptr double, ptr %p16, i64 1
  %p34 = getelementptr double, ptr %p16, i64 1
  %t35 = load double, ptr %p34, align 8
  %t36 = insertelement <4 x double> poison, double %t35, i32 0
  %p37 = getelementptr double, ptr %p16, i64 3
  %t38 = load double, ptr %p37, align 8
  %t39 = insertelement <4 x double> %t36, double %t38, i32 1
  %p40 = getelementptr double, ptr %p16, i64 5
  %t41 = load double, ptr %p40, align 8
  %t42 = insertelement <4 x double> %t39, double %t41, i32 2
  %p43 = getelementptr double, ptr %p16, i64 7
  %t44 = load double, ptr %p43, align 8
  %t45 = insertelement <4 x double> %t42, double %t44, i32 3
  %v46 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t32, <4 x double> %t45, <4 x double> %v28)
  %i47 = mul nsw i64 %i2, 3
  %i48 = add nsw i64 %i47, %i8
  %p49 = getelementptr double, ptr %w1, i64 %i48
  store <4 x double> %v46, ptr %p49, align 8
  %i50 = add nsw i64 %i8, 4
  %c51 = icmp slt i64 %i50, %i5
  br i1 %c51, label %loop8, label %done8
done8:
  %c53 = icmp slt i64 %i7, %i3
  br i1 %c53, label %loop52, label %done52
loop52:
  %i52 = phi i64 [%i7, %done8], [%i69, %loop52]
  %i54 = mul nsw i64 %i2, 2
  %p55 = getelementptr double, ptr %a0, i64 %i54
  %t56 = load double, ptr %p55, align 8
  %i57 = mul nsw i64 %i52, 2
  %p58 = getelementptr double, ptr %a1, i64 %i57
  %t59 = load double, ptr %p58, align 8
  %v60 = fmul contract double %t56, %t59
  %p61 = getelementptr double, ptr %p55, i64 1
  %t62 = load double, ptr %p61, align 8
  %p63 = getelementptr double, ptr %p58, i64 1
  %t64 = load double, ptr %p63, align 8
  %v65 = call double @llvm.fmuladd.f64(double %t62, double %t64, double %v60)
  %i66 = mul nsw i64 %i2, 3
  %i67 = add nsw i64 %i66, %i52
  %p68 = getelementptr double, ptr %w1, i64 %i67
  store double %v65, ptr %p68, align 8
  %i69 = add nsw i64 %i52, 1
  %c70 = icmp slt i64 %i69, %i3
  br i1 %c70, label %loop52, label %done52
done52:
  %i71 = add nsw i64 %i2, 1
  %c72 = icmp slt i64 %i71, 3
  br i1 %c72, label %loop2, label %done2
done2:
  ret void
}

; top = max: 1 x 1 vectors of 1 along the steps
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i51, %done5]
  %i3 = add nsw i64 1, %i2
  %i4 = and i64 %i3, -4
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %loop2], [%i17, %loop5]
  %s6 = phi <4 x double> [splat (double 0xFFF0000000000000), %loop2], [%v16, %loop5]
  %i8 = mul nsw i64 %i2, 3
  %i9 = add nsw i64 %i8, %k5
  %p10 = getelementptr double, ptr %w1, i64 %i9
  %t11 = load <4 x double>, ptr %p10, align 8
  %v12 = fcmp ogt <4 x double> %s6, %t11
  %v13 = fcmp oge <4 x double> %t11, %s6
  %v14 = fadd <4 x double> %s6, %t11
  %v15 = select <4 x i1> %v13, <4 x double> %t11, <4 x double> %v14
  %v16 = select <4 x i1> %v12, <4 x double> %s6, <4 x double> %v15
  %i17 = add nsw i64 %k5, 4
  %c18 = icmp slt i64 %i17, %i4
  br i1 %c18, label %loop5, label %done5
done5:
  %s19 = phi <4 x double> [splat (double 0xFFF0000000000000), %loop2], [%v16, %loop5]
  %i20 = sub i64 %i3, %i4
  %t21 = insertelement <4 x i64> poison, i64 %i20, i32 0
  %t22 = shufflevector <4 x i64> %t21, <4 x i64> poison, <4 x i32> zeroinitializer
  %m23 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t22
  %i24 = mul nsw i64 %i2, 3
  %i25 = add nsw i64 %i24, %i4
  %p26 = getelementptr double, ptr %w1, i64 %i25
  %t27 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p26, i32 8, <4 x i1> %m23, <4 x double> zeroinitializer)
  %t28 = select <4 x i1> %m23, <4 x double> %t27, <4 x double> %s19
  %v29 = fcmp ogt <4 x double> %s19, %t28
  %v30 = fcmp oge <4 x double> %t28, %s19
  %v31 = fadd <4 x double> %s19, %t28
  %v32 = select <4 x i1> %v30, <4 x double> %t28, <4 x double> %v31
  %v33 = select <4 x i1> %v29, <4 x double> %s19, <4 x double> %v32
  %t34 = shufflevector <4 x double> %v33, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t35 = shufflevector <4 x double> %v33, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v36 = fcmp ogt <2 x double> %t34, %t35
  %v37 = fcmp oge <2 x double> %t35, %t34
  %v38 = fadd <2 x double> %t34, %t35
  %v39 = select <2 x i1> %v37, <2 x double> %t35, <2 x double> %v38
  %v40 = select <2 x i1> %v36, <2 x double> %t34, <2 x double> %v39
  %t41 = shufflevector <2 x double> %v40, <2 x double> poison, <1 x i32> <i32 0>
  %t42 = shufflevector <2 x double> %v40, <2 x double> poison, <1 x i32> <i32 1>
  %t43 = extractelement <1 x double> %t41, i32 0
  %t44 = extractelement <1 x double> %t42, i32 0
  %v45 = fcmp ogt double %t43, %t44
  %v46 = fcmp oge double %t44, %t43
  %v47 = fadd double %t43, %t44
  %v48 = select i1 %v46, double %t44, double %v47
  %v49 = select i1 %v45, double %t43, double %v48
  %p50 = getelementptr double, ptr %a2, i64 %i2
  store double %v49, ptr %p50, align 8
  %i51 = add nsw i64 %i2, 1
  %c52 = icmp slt i64 %i51, 3
  br i1 %c52, label %loop2, label %done2
done2:
  ret void
}

; e = sub: 1 x 1 vectors of 4
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 16
  br label %loop3
loop3:
  %i3 = phi i64 [0, %entry], [%i43, %after26]
  %i4 = add nsw i64 1, %i3
  %i5 = srem i64 %i4, 4
  %i6 = sub i64 %i4, %i5
  %i7 = srem i64 %i4, 4
  %i8 = sub i64 %i4, %i7
  %c10 = icmp slt i64 0, %i6
  br i1 %c10, label %loop9, label %done9
loop9:
  %i9 = phi i64 [0, %loop3], [%i23, %loop9]
  %i11 = mul nsw i64 %i3, 3
  %i12 = add nsw i64 %i11, %i9
  %p13 = getelementptr double, ptr %w1, i64 %i12
  %t14 = load <4 x double>, ptr %p13, align 8
  %p15 = getelementptr double, ptr %a2, i64 %i3
  %t16 = load double, ptr %p15, align 8
  %t17 = insertelement <4 x double> poison, double %t16, i32 0
  %t18 = shufflevector <4 x double> %t17, <4 x double> poison, <4 x i32> zeroinitializer
  %v19 = fsub contract <4 x double> %t14, %t18
  %i20 = mul nsw i64 %i3, 3
  %i21 = add nsw i64 %i20, %i9
  %p22 = getelementptr double, ptr %w2, i64 %i21
  store <4 x double> %v19, ptr %p22, align 8
  %i23 = add nsw i64 %i9, 4
  %c24 = icmp slt i64 %i23, %i6
  br i1 %c24, label %loop9, label %done9
done9:
  %c25 = icmp slt i64 %i8, %i4
  br i1 %c25, label %then26, label %after26
then26:
  %i27 = sub i64 %i4, %i8
  %t28 = insertelement <4 x i64> poison, i64 %i27, i32 0
  %t29 = shufflevector <4 x i64> %t28, <4 x i64> poison, <4 x i32> zeroinitializer
  %m30 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t29
  %i31 = mul nsw i64 %i3, 3
  %i32 = add nsw i64 %i31, %i8
  %p33 = getelementptr double, ptr %w1, i64 %i32
  %t34 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p33, i32 8, <4 x i1> %m30, <4 x double> zeroinitializer)
  %p35 = getelementptr double, ptr %a2, i64 %i3
  %t36 = load double, ptr %p35, align 8
  %t37 = insertelement <4 x double> poison, double %t36, i32 0
  %t38 = shufflevector <4 x double> %t37, <4 x double> poison, <4 x i32> zeroinitializer
  %v39 = fsub contract <4 x double> %t34, %t38
  %i40 = mul nsw i64 %i3, 3
  %i41 = add nsw i64 %i40, %i8
  %p42 = getelementptr double, ptr %w2, i64 %i41
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v39, ptr %p42, i32 8, <4 x i1> %m30)
  br label %after26
after26:
  %i43 = add nsw i64 %i3, 1
  %c44 = icmp slt i64 %i43, 3
  br i1 %c44, label %loop3, label %done3
done3:
  ret void
}

; mean = dot: 1 x 1 vectors of 2
define internal void @kernel3(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 16
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i22, %done4]
  %i3 = add nsw i64 1, %i2
  %c6 = icmp slt i64 0, %i3
  br i1 %c6, label %loop4, label %done4
loop4:
  %k4 = phi i64 [0, %loop2], [%i17, %loop4]
  %s5 = phi <2 x double> [splat (double -0.0), %loop2], [%v16, %loop4]
  %i7 = mul nsw i64 %i2, 3
  %i8 = add nsw i64 %i7, %k4
  %p9 = getelementptr double, ptr %w1, i64 %i8
  %t10 = load double, ptr %p9, align 8
  %t11 = insertelement <2 x double> poison, double %t10, i32 0
  %t12 = shufflevector <2 x double> %t11, <2 x double> poison, <2 x i32> zeroinitializer
  %i13 = mul nsw i64 %k4, 2
  %p14 = getelementptr double, ptr %a1, i64 %i13
  %t15 = load <2 x double>, ptr %p14, align 8
  %v16 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t12, <2 x double> %t15, <2 x double> %s5)
  %i17 = add nsw i64 %k4, 1
  %c18 = icmp slt i64 %i17, %i3
  br i1 %c18, label %loop4, label %done4
done4:
  %s19 = phi <2 x double> [splat (double -0.0), %loop2], [%v16, %loop4]
  %i20 = mul nsw i64 %i2, 2
  %p21 = getelementptr double, ptr %a3, i64 %i20
  store <2 x double> %s19, ptr %p21, align 8
  %i22 = add nsw i64 %i2, 1
  %c23 = icmp slt i64 %i22, 3
  br i1 %c23, label %loop2, label %done2
done2:
  ret void
}

define void @run(ptr %frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %work = load ptr, ptr %frame
  %p1 = getelementptr ptr, ptr %frame, i64 1
  %p2 = load ptr, ptr %p1
  %p3 = getelementptr ptr, ptr %frame, i64 2
  %p4 = load ptr, ptr %p3
  %p5 = getelementptr ptr, ptr %frame, i64 3
  %p6 = load ptr, ptr %p5
  %p7 = getelementptr ptr, ptr %frame, i64 4
  %p8 = load ptr, ptr %p7
  call void @kernel0(ptr %work, ptr %p2, ptr %p4, ptr %p6, ptr %p8, i64 0)
  call void @kernel1(ptr %work, ptr %p2, ptr %p4, ptr %p6, ptr %p8, i64 0)
  call void @kernel2(ptr %work, ptr %p2, ptr %p4, ptr %p6, ptr %p8, i64 0)
  call void @kernel3(ptr %work, ptr %p2, ptr %p4, ptr %p6, ptr %p8, i64 0)
  ret void
}

======== triangle of 2
; score = dot: 1 x 1 vectors of 2
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i59, %done40]
  %i3 = add nsw i64 1, %i2
  %i4 = srem i64 %i3, 2
  %i5 = sub i64 %i3, %i4
  %i6 = srem i64 %i3, 2
  %i7 = sub i64 %i3, %i6
  %c9 = icmp slt i64 0, %i5
  br i1 %c9, label %loop8, label %done8
loop8:
  %i8 = phi i64 [0, %loop2], [%i38, %loop8]
  %i10 = mul nsw i64 %i2, 2
  %p11 = getelementptr double, ptr %a0, i64 %i10
  %t12 = load double, ptr %p11, align 8
  %t13 = insertelement <2 x double> poison, double %t12, i32 0
  %t14 = shufflevector <2 x double> %t13, <2 x double> poison, <2 x i32> zeroinitializer
  %i15 = mul nsw i64 %i8, 2
  %p16 = getelementptr double, ptr %a1, i64 %i15
  %t17 = load double, ptr %p16, align 8
  %t18 = insertelement <2 x double> poison, double %t17, i32 0
  %p19 = getelementptr double, ptr %p16, i64 2
  %t20 = load double, ptr %p19, align 8
  %t21 = insertelement <2 x double> %t18, double %t20, i32 1
  %v22 = fmul contract <2 x double> %t14, %t21
  %p23 = getelementptr double, ptr %p11, i64 1
  %t24 = load double, ptr %p23, align 8
  %t25 = insertelement <2 x double> poison, double %t24, i32 0
  %t26 = shufflevector <2 x double> %t25, <2 x double> poison, <2 x i32> zeroinitializer
  %p27 = getelementptr double, ptr %p16, i64 1
  %p28 = getelementptr double, ptr %p16, i64 1
  %t29 = load double, ptr %p28, align 8
  %t30 = insertelement <2 x double> poison, double %t29, i32 0
  %p31 = getelementptr double, ptr %p16, i64 3
  %t32 = load double, ptr %p31, align 8
  %t33 = insertelement <2 x double> %t30, double %t32, i32 1
  %v34 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t26, <2 x double> %t33, <2 x double> %v22)
  %i35 = mul nsw i64 %i2, 2
  %i36 = add nsw i64 %i35, %i8
  %p37 = getelementptr double, ptr %w1, i64 %i36
  store <2 x double> %v34, ptr %p37, align 8
  %i38 = add nsw i64 %i8, 2
  %c39 = icmp slt i64 %i38, %i5
  br i1 %c39, label %loop8, label %done8
done8:
  %c41 = icmp slt i64 %i7, %i3
  br i1 %c41, label %loop40, label %done40
loop40:
  %i40 = phi i64 [%i7, %done8], [%i57, %loop40]
  %i42 = mul nsw i64 %i2, 2
  %p43 = getelementptr double, ptr %a0, i64 %i42
  %t44 = load double, ptr %p43, align 8
  %i45 = mul nsw i64 %i40, 2
  %p46 = getelementptr double, ptr %a1, i64 %i45
  %t47 = load double, ptr %p46, align 8
  %v48 = fmul contract double %t44, %t47
  %p49 = getelementptr double, ptr %p43, i64 1
  %t50 = load double, ptr %p49, align 8
  %p51 = getelementptr double, ptr %p46, i64 1
  %t52 = load double, ptr %p51, align 8
  %v53 = call double @llvm.fmuladd.f64(double %t50, double %t52, double %v48)
  %i54 = mul nsw i64 %i2, 2
  %i55 = add nsw i64 %i54, %i40
  %p56 = getelementptr double, ptr %w1, i64 %i55
  store double %v53, ptr %p56, align 8
  %i57 = add nsw i64 %i40, 1
  %c58 = icmp slt i64 %i57, %i3
  br i1 %c58, label %loop40, label %done40
done40:
  %i59 = add nsw i64 %i2, 1
  %c60 = icmp slt i64 %i59, 2
  br i1 %c60, label %loop2, label %done2
done2:
  ret void
}

; top = max: 1 x 1 vectors of 1 along the steps
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i51, %done5]
  %i3 = add nsw i64 1, %i2
  %i4 = and i64 %i3, -4
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %loop2], [%i17, %loop5]
  %s6 = phi <4 x double> [splat (double 0xFFF0000000000000), %loop2], [%v16, %loop5]
  %i8 = mul nsw i64 %i2, 2
  %i9 = add nsw i64 %i8, %k5
  %p10 = getelementptr double, ptr %w1, i64 %i9
  %t11 = load <4 x double>, ptr %p10, align 8
  %v12 = fcmp ogt <4 x double> %s6, %t11
  %v13 = fcmp oge <4 x double> %t11, %s6
  %v14 = fadd <4 x double> %s6, %t11
  %v15 = select <4 x i1> %v13, <4 x double> %t11, <4 x double> %v14
  %v16 = select <4 x i1> %v12, <4 x double> %s6, <4 x double> %v15
  %i17 = add nsw i64 %k5, 4
  %c18 = icmp slt i64 %i17, %i4
  br i1 %c18, label %loop5, label %done5
done5:
  %s19 = phi <4 x double> [splat (double 0xFFF0000000000000), %loop2], [%v16, %loop5]
  %i20 = sub i64 %i3, %i4
  %t21 = insertelement <4 x i64> poison, i64 %i20, i32 0
  %t22 = shufflevector <4 x i64> %t21, <4 x i64> poison, <4 x i32> zeroinitializer
  %m23 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t22
  %i24 = mul nsw i64 %i2, 2
  %i25 = add nsw i64 %i24, %i4
  %p26 = getelementptr double, ptr %w1, i64 %i25
  %t27 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p26, i32 8, <4 x i1> %m23, <4 x double> zeroinitializer)
  %t28 = select <4 x i1> %m23, <4 x double> %t27, <4 x double> %s19
  %v29 = fcmp ogt <4 x double> %s19, %t28
  %v30 = fcmp oge <4 x double> %t28, %s19
  %v31 = fadd <4 x double> %s19, %t28
  %v32 = select <4 x i1> %v30, <4 x double> %t28, <4 x double> %v31
  %v33 = select <4 x i1> %v29, <4 x double> %s19, <4 x double> %v32
  %t34 = shufflevector <4 x double> %v33, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t35 = shufflevector <4 x double> %v33, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v36 = fcmp ogt <2 x double> %t34, %t35
  %v37 = fcmp oge <2 x double> %t35, %t34
  %v38 = fadd <2 x double> %t34, %t35
  %v39 = select <2 x i1> %v37, <2 x double> %t35, <2 x double> %v38
  %v40 = select <2 x i1> %v36, <2 x double> %t34, <2 x double> %v39
  %t41 = shufflevector <2 x double> %v40, <2 x double> poison, <1 x i32> <i32 0>
  %t42 = shufflevector <2 x double> %v40, <2 x double> poison, <1 x i32> <i32 1>
  %t43 = extractelement <1 x double> %t41, i32 0
  %t44 = extractelement <1 x double> %t42, i32 0
  %v45 = fcmp ogt double %t43, %t44
  %v46 = fcmp oge double %t44, %t43
  %v47 = fadd double %t43, %t44
  %v48 = select i1 %v46, double %t44, double %v47
  %v49 = select i1 %v45, double %t43, double %v48
  %p50 = getelementptr double, ptr %a2, i64 %i2
  store double %v49, ptr %p50, align 8
  %i51 = add nsw i64 %i2, 1
  %c52 = icmp slt i64 %i51, 2
  br i1 %c52, label %loop2, label %done2
done2:
  ret void
}

; e = sub: 1 x 1 vectors of 2
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 8
  br label %loop3
loop3:
  %i3 = phi i64 [0, %entry], [%i43, %after26]
  %i4 = add nsw i64 1, %i3
  %i5 = srem i64 %i4, 2
  %i6 = sub i64 %i4, %i5
  %i7 = srem i64 %i4, 2
  %i8 = sub i64 %i4, %i7
  %c10 = icmp slt i64 0, %i6
  br i1 %c10, label %loop9, label %done9
loop9:
  %i9 = phi i64 [0, %loop3], [%i23, %loop9]
  %i11 = mul nsw i64 %i3, 2
  %i12 = add nsw i64 %i11, %i9
  %p13 = getelementptr double, ptr %w1, i64 %i12
  %t14 = load <2 x double>, ptr %p13, align 8
  %p15 = getelementptr double, ptr %a2, i64 %i3
  %t16 = load double, ptr %p15, align 8
  %t17 = insertelement <2 x double> poison, double %t16, i32 0
  %t18 = shufflevector <2 x double> %t17, <2 x double> poison, <2 x i32> zeroinitializer
  %v19 = fsub contract <2 x double> %t14, %t18
  %i20 = mul nsw i64 %i3, 2
  %i21 = add nsw i64 %i20, %i9
  %p22 = getelementptr double, ptr %w2, i64 %i21
  store <2 x double> %v19, ptr %p22, align 8
  %i23 = add nsw i64 %i9, 2
  %c24 = icmp slt i64 %i23, %i6
  br i1 %c24, label %loop9, label %done9
done9:
  %c25 = icmp slt i64 %i8, %i4
  br i1 %c25, label %then26, label %after26
then26:
  %i27 = sub i64 %i4, %i8
  %t28 = insertelement <2 x i64> poison, i64 %i27, i32 0
  %t29 = shufflevector <2 x i64> %t28, <2 x i64> poison, <2 x i32> zeroinitializer
  %m30 = icmp slt <2 x i64> <i64 0, i64 1>, %t29
  %i31 = mul nsw i64 %i3, 2
  %i32 = add nsw i64 %i31, %i8
  %p33 = getelementptr double, ptr %w1, i64 %i32
  %t34 = call <2 x double> @llvm.masked.load.v2f64.p0(ptr %p33, i32 8, <2 x i1> %m30, <2 x double> zeroinitializer)
  %p35 = getelementptr double, ptr %a2, i64 %i3
  %t36 = load double, ptr %p35, align 8
  %t37 = insertelement <2 x double> poison, double %t36, i32 0
  %t38 = shufflevector <2 x double> %t37, <2 x double> poison, <2 x i32> zeroinitializer
  %v39 = fsub contract <2 x double> %t34, %t38
  %i40 = mul nsw i64 %i3, 2
  %i41 = add nsw i64 %i40, %i8
  %p42 = getelementptr double, ptr %w2, i64 %i41
  call void @llvm.masked.store.v2f64.p0(<2 x double> %v39, ptr %p42, i32 8, <2 x i1> %m30)
  br label %after26
after26:
  %i43 = add nsw i64 %i3, 1
  %c44 = icmp slt i64 %i43, 2
  br i1 %c44, label %loop3, label %done3
done3:
  ret void
}

; mean = dot: 1 x 1 vectors of 2
define internal void @kernel3(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 8
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i22, %done4]
  %i3 = add nsw i64 1, %i2
  %c6 = icmp slt i64 0, %i3
  br i1 %c6, label %loop4, label %done4
loop4:
  %k4 = phi i64 [0, %loop2], [%i17, %loop4]
  %s5 = phi <2 x double> [splat (double -0.0), %loop2], [%v16, %loop4]
  %i7 = mul nsw i64 %i2, 2
  %i8 = add nsw i64 %i7, %k4
  %p9 = getelementptr double, ptr %w1, i64 %i8
  %t10 = load double, ptr %p9, align 8
  %t11 = insertelement <2 x double> poison, double %t10, i32 0
  %t12 = shufflevector <2 x double> %t11, <2 x double> poison, <2 x i32> zeroinitializer
  %i13 = mul nsw i64 %k4, 2
  %p14 = getelementptr double, ptr %a1, i64 %i13
  %t15 = load <2 x double>, ptr %p14, align 8
  %v16 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t12, <2 x double> %t15, <2 x double> %s5)
  %i17 = add nsw i64 %k4, 1
  %c18 = icmp slt i64 %i17, %i3
  br i1 %c18, label %loop4, label %done4
done4:
  %s19 = phi <2 x double> [splat (double -0.0), %loop2], [%v16, %loop4]
  %i20 = mul nsw i64 %i2, 2
  %p21 = getelementptr double, ptr %a3, i64 %i20
  store <2 x double> %s19, ptr %p21, align 8
  %i22 = add nsw i64 %i2, 1
  %c23 = icmp slt i64 %i22, 2
  br i1 %c23, label %loop2, label %done2
done2:
  ret void
}

define void @run(ptr %frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %work = load ptr, ptr %frame
  %p1 = getelementptr ptr, ptr %frame, i64 1
  %p2 = load ptr, ptr %p1
  %p3 = getelementptr ptr, ptr %frame, i64 2
  %p4 = load ptr, ptr %p3
  %p5 = getelementptr ptr, ptr %frame, i64 3
  %p6 = load ptr, ptr %p5
  %p7 = getelementptr ptr, ptr %frame, i64 4
  %p8 = load ptr, ptr %p7
  call void @kernel0(ptr %work, ptr %p2, ptr %p4, ptr %p6, ptr %p8, i64 0)
  call void @kernel1(ptr %work, ptr %p2, ptr %p4, ptr %p6, ptr %p8, i64 0)
  call void @kernel2(ptr %work, ptr %p2, ptr %p4, ptr %p6, ptr %p8, i64 0)
  call void @kernel3(ptr %work, ptr %p2, ptr %p4, ptr %p6, ptr %p8, i64 0)
  ret void
}

======== an entry for a row
; c = take: 1 x 1 vectors of 1
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  br label %loop1
loop1:
  %i1 = phi i64 [0, %entry], [%i15, %done2]
  br label %loop2
loop2:
  %i2 = phi i64 [0, %loop1], [%i13, %loop2]
  %p3 = getelementptr double, ptr %a1, i64 %i1
  %t4 = load double, ptr %p3, align 8
  %i5 = fptosi double %t4 to i64
  %i6 = mul nsw i64 %i1, 3
  %p7 = getelementptr double, ptr %a0, i64 %i6
  %p8 = getelementptr double, ptr %p7, i64 %i5
  %t9 = load double, ptr %p8, align 8
  %i10 = mul nsw i64 %i1, 9
  %i11 = add nsw i64 %i10, %i2
  %p12 = getelementptr double, ptr %a2, i64 %i11
  store double %t9, ptr %p12, align 8
  %i13 = add nsw i64 %i2, 1
  %c14 = icmp slt i64 %i13, 9
  br i1 %c14, label %loop2, label %done2
done2:
  %i15 = add nsw i64 %i1, 1
  %c16 = icmp slt i64 %i15, 5
  br i1 %c16, label %loop1, label %done1
done1:
  ret void
}

define void @run(ptr %frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %work = load ptr, ptr %frame
  %p1 = getelementptr ptr, ptr %frame, i64 1
  %p2 = load ptr, ptr %p1
  %p3 = getelementptr ptr, ptr %frame, i64 2
  %p4 = load ptr, ptr %p3
  %p5 = getelementptr ptr, ptr %frame, i64 3
  %p6 = load ptr, ptr %p5
  call void @kernel0(ptr %work, ptr %p2, ptr %p4, ptr %p6, i64 0)
  ret void
}

======== both
; b_straight = copy: 4 x 1 vectors of 4
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i51, %done3]
  br label %loop3
loop3:
  %i3 = phi i64 [0, %loop2], [%i28, %loop3]
  %i4 = mul nsw i64 %i3, 17
  %i5 = add nsw i64 %i2, %i4
  %p6 = getelementptr double, ptr %a1, i64 %i5
  %t7 = load <4 x double>, ptr %p6, align 8
  %p8 = getelementptr double, ptr %p6, i64 17
  %t9 = load <4 x double>, ptr %p8, align 8
  %p10 = getelementptr double, ptr %p6, i64 34
  %t11 = load <4 x double>, ptr %p10, align 8
  %p12 = getelementptr double, ptr %p6, i64 51
  %t13 = load <4 x double>, ptr %p12, align 8
  %t14 = shufflevector <4 x double> %t7, <4 x double> %t9, <4 x i32> <i32 0, i32 4, i32 2, i32 6>
  %t15 = shufflevector <4 x double> %t7, <4 x double> %t9, <4 x i32> <i32 1, i32 5, i32 3, i32 7>
  %t16 = shufflevector <4 x double> %t11, <4 x double> %t13, <4 x i32> <i32 0, i32 4, i32 2, i32 6>
  %t17 = shufflevector <4 x double> %t11, <4 x double> %t13, <4 x i32> <i32 1, i32 5, i32 3, i32 7>
  %t18 = shufflevector <4 x double> %t14, <4 x double> %t16, <4 x i32> <i32 0, i32 1, i32 4, i32 5>
  %t19 = shufflevector <4 x double> %t14, <4 x double> %t16, <4 x i32> <i32 2, i32 3, i32 6, i32 7>
  %t20 = shufflevector <4 x double> %t15, <4 x double> %t17, <4 x i32> <i32 0, i32 1, i32 4, i32 5>
  %t21 = shufflevector <4 x double> %t15, <4 x double> %t17, <4 x i32> <i32 2, i32 3, i32 6, i32 7>
  %i22 = mul nsw i64 %i2, 12
  %i23 = add nsw i64 %i22, %i3
  %p24 = getelementptr double, ptr %w1, i64 %i23
  store <4 x double> %t18, ptr %p24, align 8
  %p25 = getelementptr double, ptr %p24, i64 12
  store <4 x double> %t20, ptr %p25, align 8
  %p26 = getelementptr double, ptr %p24, i64 24
  store <4 x double> %t19, ptr %p26, align 8
  %p27 = getelementptr double, ptr %p24, i64 36
  store <4 x double> %t21, ptr %p27, align 8
  %i28 = add nsw i64 %i3, 4
  %c29 = icmp slt i64 %i28, 8
  br i1 %c29, label %loop3, label %done3
done3:
  %i30 = add nsw i64 %i2, 136
  %p31 = getelementptr double, ptr %a1, i64 %i30
  %t32 = load <4 x double>, ptr %p31, align 8
  %p33 = getelementptr double, ptr %p31, i64 17
  %t34 = load <4 x double>, ptr %p33, align 8
  %p35 = getelementptr double, ptr %p31, i64 34
  %t36 = load <4 x double>, ptr %p35, align 8
  %t37 = shufflevector <4 x double> %t32, <4 x double> %t34, <4 x i32> <i32 0, i32 4, i32 2, i32 6>
  %t38 = shufflevector <4 x double> %t32, <4 x double> %t34, <4 x i32> <i32 1, i32 5, i32 3, i32 7>
  %t39 = shufflevector <4 x double> %t36, <4 x double> poison, <4 x i32> <i32 0, i32 4, i32 2, i32 6>
  %t40 = shufflevector <4 x double> %t36, <4 x double> poison, <4 x i32> <i32 1, i32 5, i32 3, i32 7>
  %t41 = shufflevector <4 x double> %t37, <4 x double> %t39, <4 x i32> <i32 0, i32 1, i32 4, i32 5>
  %t42 = shufflevector <4 x double> %t37, <4 x double> %t39, <4 x i32> <i32 2, i32 3, i32 6, i32 7>
  %t43 = shufflevector <4 x double> %t38, <4 x double> %t40, <4 x i32> <i32 0, i32 1, i32 4, i32 5>
  %t44 = shufflevector <4 x double> %t38, <4 x double> %t40, <4 x i32> <i32 2, i32 3, i32 6, i32 7>
  %i45 = mul nsw i64 %i2, 12
  %i46 = add nsw i64 %i45, 8
  %p47 = getelementptr double, ptr %w1, i64 %i46
  call void @llvm.masked.store.v4f64.p0(<4 x double> %t41, ptr %p47, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %p48 = getelementptr double, ptr %p47, i64 12
  call void @llvm.masked.store.v4f64.p0(<4 x double> %t43, ptr %p48, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %p49 = getelementptr double, ptr %p47, i64 24
  call void @llvm.masked.store.v4f64.p0(<4 x double> %t42, ptr %p49, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %p50 = getelementptr double, ptr %p47, i64 36
  call void @llvm.masked.store.v4f64.p0(<4 x double> %t44, ptr %p50, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %i51 = add nsw i64 %i2, 4
  %c52 = icmp slt i64 %i51, 16
  br i1 %c52, label %loop2, label %done2
done2:
  br label %loop53
loop53:
  %i53 = phi i64 [0, %done2], [%i70, %loop53]
  %i54 = mul nsw i64 %i53, 17
  %i55 = add nsw i64 16, %i54
  %p56 = getelementptr double, ptr %a1, i64 %i55
  %t57 = load double, ptr %p56, align 8
  %t58 = insertelement <4 x double> poison, double %t57, i32 0
  %p59 = getelementptr double, ptr %p56, i64 17
  %t60 = load double, ptr %p59, align 8
  %t61 = insertelement <4 x double> %t58, double %t60, i32 1
  %p62 = getelementptr double, ptr %p56, i64 34
  %t63 = load double, ptr %p62, align 8
  %t64 = insertelement <4 x double> %t61, double %t63, i32 2
  %p65 = getelementptr double, ptr %p56, i64 51
  %t66 = load double, ptr %p65, align 8
  %t67 = insertelement <4 x double> %t64, double %t66, i32 3
  %i68 = add nsw i64 192, %i53
  %p69 = getelementptr double, ptr %w1, i64 %i68
  store <4 x double> %t67, ptr %p69, align 8
  %i70 = add nsw i64 %i53, 4
  %c71 = icmp slt i64 %i70, 8
  br i1 %c71, label %loop53, label %done53
done53:
  %p72 = getelementptr double, ptr %a1, i64 152
  %t73 = load double, ptr %p72, align 8
  %t74 = insertelement <4 x double> zeroinitializer, double %t73, i32 0
  %p75 = getelementptr double, ptr %p72, i64 17
  %t76 = load double, ptr %p75, align 8
  %t77 = insertelement <4 x double> %t74, double %t76, i32 1
  %p78 = getelementptr double, ptr %p72, i64 34
  %t79 = load double, ptr %p78, align 8
  %t80 = insertelement <4 x double> %t77, double %t79, i32 2
  %p81 = getelementptr double, ptr %w1, i64 200
  call void @llvm.masked.store.v4f64.p0(<4 x double> %t80, ptr %p81, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  ret void
}

; c = dot: 4 x 2 vectors of 4
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i93, %done54]
  br label %loop3
loop3:
  %k3 = phi i64 [0, %loop2], [%i43, %loop3]
  %s4 = phi <4 x double> [splat (double -0.0), %loop2], [%v21, %loop3]
  %s5 = phi <4 x double> [splat (double -0.0), %loop2], [%v24, %loop3]
  %s6 = phi <4 x double> [splat (double -0.0), %loop2], [%v29, %loop3]
  %s7 = phi <4 x double> [splat (double -0.0), %loop2], [%v30, %loop3]
  %s8 = phi <4 x double> [splat (double -0.0), %loop2], [%v35, %loop3]
  %s9 = phi <4 x double> [splat (double -0.0), %loop2], [%v36, %loop3]
  %s10 = phi <4 x double> [splat (double -0.0), %loop2], [%v41, %loop3]
  %s11 = phi <4 x double> [splat (double -0.0), %loop2], [%v42, %loop3]
  %i12 = mul nsw i64 %i2, 17
  %i13 = add nsw i64 %i12, %k3
  %p14 = getelementptr double, ptr %a0, i64 %i13
  %t15 = load double, ptr %p14, align 8
  %t16 = insertelement <4 x double> poison, double %t15, i32 0
  %t17 = shufflevector <4 x double> %t16, <4 x double> poison, <4 x i32> zeroinitializer
  %i18 = mul nsw i64 %k3, 12
  %p19 = getelementptr double, ptr %w1, i64 %i18
  %t20 = load <4 x double>, ptr %p19, align 8
  %v21 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t17, <4 x double> %t20, <4 x double> %s4)
  %p22 = getelementptr double, ptr %p19, i64 4
  %t23 = load <4 x double>, ptr %p22, align 8
  %v24 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t17, <4 x double> %t23, <4 x double> %s5)
  %p25 = getelementptr double, ptr %p14, i64 17
  %t26 = load double, ptr %p25, align 8
  %t27 = insertelement <4 x double> poison, double %t26, i32 0
  %t28 = shufflevector <4 x double> %t27, <4 x double> poison, <4 x i32> zeroinitializer
  %v29 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t28, <4 x double> %t20, <4 x double> %s6)
  %v30 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t28, <4 x double> %t23, <4 x double> %s7)
  %p31 = getelementptr double, ptr %p14, i64 34
  %t32 = load double, ptr %p31, align 8
  %t33 = insertelement <4 x double> poison, double %t32, i32 0
  %t34 = shufflevector <4 x double> %t33, <4 x double> poison, <4 x i32> zeroinitializer
  %v35 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t34, <4 x double> %t20, <4 x double> %s8)
  %v36 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t34, <4 x double> %t23, <4 x double> %s9)
  %p37 = getelementptr double, ptr %p14, i64 51
  %t38 = load double, ptr %p37, align 8
  %t39 = insertelement <4 x double> poison, double %t38, i32 0
  %t40 = shufflevector <4 x double> %t39, <4 x double> poison, <4 x i32> zeroinitializer
  %v41 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t40, <4 x double> %t20, <4 x double> %s10)
  %v42 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t40, <4 x double> %t23, <4 x double> %s11)
  %i43 = add nsw i64 %k3, 1
  %c44 = icmp slt i64 %i43, 17
  br i1 %c44, label %loop3, label %done3
done3:
  %i45 = mul nsw i64 %i2, 11
  %p46 = getelementptr double, ptr %a2, i64 %i45
  store <4 x double> %v21, ptr %p46, align 8
  %p47 = getelementptr double, ptr %p46, i64 4
  store <4 x double> %v24, ptr %p47, align 8
  %p48 = getelementptr double, ptr %p46, i64 11
  store <4 x double> %v29, ptr %p48, align 8
  %p49 = getelementptr double, ptr %p46, i64 15
  store <4 x double> %v30, ptr %p49, align 8
  %p50 = getelementptr double, ptr %p46, i64 22
  store <4 x double> %v35, ptr %p50, align 8
  %p51 = getelementptr double, ptr %p46, i64 26
  store <4 x double> %v36, ptr %p51, align 8
  %p52 = getelementptr double, ptr %p46, i64 33
  store <4 x double> %v41, ptr %p52, align 8
  %p53 = getelementptr double, ptr %p46, i64 37
  store <4 x double> %v42, ptr %p53, align 8
  br label %loop54
loop54:
  %k54 = phi i64 [0, %done3], [%i85, %loop54]
  %s55 = phi <4 x double> [splat (double -0.0), %done3], [%v69, %loop54]
  %s56 = phi <4 x double> [splat (double -0.0), %done3], [%v74, %loop54]
  %s57 = phi <4 x double> [splat (double -0.0), %done3], [%v79, %loop54]
  %s58 = phi <4 x double> [splat (double -0.0), %done3], [%v84, %loop54]
  %i59 = mul nsw i64 %i2, 17
  %i60 = add nsw i64 %i59, %k54
  %p61 = getelementptr double, ptr %a0, i64 %i60
  %t62 = load double, ptr %p61, align 8
  %t63 = insertelement <4 x double> poison, double %t62, i32 0
  %t64 = shufflevector <4 x double> %t63, <4 x double> poison, <4 x i32> zeroinitializer
  %i65 = mul nsw i64 %k54, 12
  %i66 = add nsw i64 8, %i65
  %p67 = getelementptr double, ptr %w1, i64 %i66
  %t68 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p67, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v69 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t64, <4 x double> %t68, <4 x double> %s55)
  %p70 = getelementptr double, ptr %p61, i64 17
  %t71 = load double, ptr %p70, align 8
  %t72 = insertelement <4 x double> poison, double %t71, i32 0
  %t73 = shufflevector <4 x double> %t72, <4 x double> poison, <4 x i32> zeroinitializer
  %v74 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t73, <4 x double> %t68, <4 x double> %s56)
  %p75 = getelementptr double, ptr %p61, i64 34
  %t76 = load double, ptr %p75, align 8
  %t77 = insertelement <4 x double> poison, double %t76, i32 0
  %t78 = shufflevector <4 x double> %t77, <4 x double> poison, <4 x i32> zeroinitializer
  %v79 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t78, <4 x double> %t68, <4 x double> %s57)
  %p80 = getelementptr double, ptr %p61, i64 51
  %t81 = load double, ptr %p80, align 8
  %t82 = insertelement <4 x double> poison, double %t81, i32 0
  %t83 = shufflevector <4 x double> %t82, <4 x double> poison, <4 x i32> zeroinitializer
  %v84 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t83, <4 x double> %t68, <4 x double> %s58)
  %i85 = add nsw i64 %k54, 1
  %c86 = icmp slt i64 %i85, 17
  br i1 %c86, label %loop54, label %done54
done54:
  %i87 = mul nsw i64 %i2, 11
  %i88 = add nsw i64 %i87, 8
  %p89 = getelementptr double, ptr %a2, i64 %i88
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v69, ptr %p89, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %p90 = getelementptr double, ptr %p89, i64 11
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v74, ptr %p90, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %p91 = getelementptr double, ptr %p89, i64 22
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v79, ptr %p91, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %p92 = getelementptr double, ptr %p89, i64 33
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v84, ptr %p92, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %i93 = add nsw i64 %i2, 4
  %c94 = icmp slt i64 %i93, 8
  br i1 %c94, label %loop2, label %done2
done2:
  br label %loop95
loop95:
  %k95 = phi i64 [0, %done2], [%i110, %loop95]
  %s96 = phi <4 x double> [splat (double -0.0), %done2], [%v106, %loop95]
  %s97 = phi <4 x double> [splat (double -0.0), %done2], [%v109, %loop95]
  %i98 = add nsw i64 136, %k95
  %p99 = getelementptr double, ptr %a0, i64 %i98
  %t100 = load double, ptr %p99, align 8
  %t101 = insertelement <4 x double> poison, double %t100, i32 0
  %t102 = shufflevector <4 x double> %t101, <4 x double> poison, <4 x i32> zeroinitializer
  %i103 = mul nsw i64 %k95, 12
  %p104 = getelementptr double, ptr %w1, i64 %i103
  %t105 = load <4 x double>, ptr %p104, align 8
  %v106 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t102, <4 x double> %t105, <4 x double> %s96)
  %p107 = getelementptr double, ptr %p104, i64 4
  %t108 = load <4 x double>, ptr %p107, align 8
  %v109 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t102, <4 x double> %t108, <4 x double> %s97)
  %i110 = add nsw i64 %k95, 1
  %c111 = icmp slt i64 %i110, 17
  br i1 %c111, label %loop95, label %done95
done95:
  %p112 = getelementptr double, ptr %a2, i64 88
  store <4 x double> %v106, ptr %p112, align 8
  %p113 = getelementptr double, ptr %p112, i64 4
  store <4 x double> %v109, ptr %p113, align 8
  %p114 = getelementptr double, ptr %a0, i64 136
  %t115 = load double, ptr %p114, align 8
  %t116 = insertelement <4 x double> poison, double %t115, i32 0
  %t117 = shufflevector <4 x double> %t116, <4 x double> poison, <4 x i32> zeroinitializer
  %p118 = getelementptr double, ptr %w1, i64 8
  %t119 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p118, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v120 = fmul contract <4 x double> %t117, %t119
  %p121 = getelementptr double, ptr %p114, i64 1
  %t122 = load double, ptr %p121, align 8
  %t123 = insertelement <4 x double> poison, double %t122, i32 0
  %t124 = shufflevector <4 x double> %t123, <4 x double> poison, <4 x i32> zeroinitializer
  %p125 = getelementptr double, ptr %p118, i64 12
  %t126 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p125, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v127 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t124, <4 x double> %t126, <4 x double> %v120)
  %p128 = getelementptr double, ptr %p114, i64 2
  %t129 = load double, ptr %p128, align 8
  %t130 = insertelement <4 x double> poison, double %t129, i32 0
  %t131 = shufflevector <4 x double> %t130, <4 x double> poison, <4 x i32> zeroinitializer
  %p132 = getelementptr double, ptr %p118, i64 24
  %t133 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p132, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v134 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t131, <4 x double> %t133, <4 x double> %v127)
  %p135 = getelementptr double, ptr %p114, i64 3
  %t136 = load double, ptr %p135, align 8
  %t137 = insertelement <4 x double> poison, double %t136, i32 0
  %t138 = shufflevector <4 x double> %t137, <4 x double> poison, <4 x i32> zeroinitializer
  %p139 = getelementptr double, ptr %p118, i64 36
  %t140 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p139, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v141 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t138, <4 x double> %t140, <4 x double> %v134)
  %p142 = getelementptr double, ptr %p114, i64 4
  %t143 = load double, ptr %p142, align 8
  %t144 = insertelement <4 x double> poison, double %t143, i32 0
  %t145 = shufflevector <4 x double> %t144, <4 x double> poison, <4 x i32> zeroinitializer
  %p146 = getelementptr double, ptr %p118, i64 48
  %t147 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p146, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v148 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t145, <4 x double> %t147, <4 x double> %v141)
  %p149 = getelementptr double, ptr %p114, i64 5
  %t150 = load double, ptr %p149, align 8
  %t151 = insertelement <4 x double> poison, double %t150, i32 0
  %t152 = shufflevector <4 x double> %t151, <4 x double> poison, <4 x i32> zeroinitializer
  %p153 = getelementptr double, ptr %p118, i64 60
  %t154 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p153, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v155 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t152, <4 x double> %t154, <4 x double> %v148)
  %p156 = getelementptr double, ptr %p114, i64 6
  %t157 = load double, ptr %p156, align 8
  %t158 = insertelement <4 x double> poison, double %t157, i32 0
  %t159 = shufflevector <4 x double> %t158, <4 x double> poison, <4 x i32> zeroinitializer
  %p160 = getelementptr double, ptr %p118, i64 72
  %t161 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p160, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v162 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t159, <4 x double> %t161, <4 x double> %v155)
  %p163 = getelementptr double, ptr %p114, i64 7
  %t164 = load double, ptr %p163, align 8
  %t165 = insertelement <4 x double> poison, double %t164, i32 0
  %t166 = shufflevector <4 x double> %t165, <4 x double> poison, <4 x i32> zeroinitializer
  %p167 = getelementptr double, ptr %p118, i64 84
  %t168 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p167, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v169 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t166, <4 x double> %t168, <4 x double> %v162)
  %p170 = getelementptr double, ptr %p114, i64 8
  %t171 = load double, ptr %p170, align 8
  %t172 = insertelement <4 x double> poison, double %t171, i32 0
  %t173 = shufflevector <4 x double> %t172, <4 x double> poison, <4 x i32> zeroinitializer
  %p174 = getelementptr double, ptr %p118, i64 96
  %t175 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p174, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v176 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t173, <4 x double> %t175, <4 x double> %v169)
  %p177 = getelementptr double, ptr %p114, i64 9
  %t178 = load double, ptr %p177, align 8
  %t179 = insertelement <4 x double> poison, double %t178, i32 0
  %t180 = shufflevector <4 x double> %t179, <4 x double> poison, <4 x i32> zeroinitializer
  %p181 = getelementptr double, ptr %p118, i64 108
  %t182 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p181, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v183 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t180, <4 x double> %t182, <4 x double> %v176)
  %p184 = getelementptr double, ptr %p114, i64 10
  %t185 = load double, ptr %p184, align 8
  %t186 = insertelement <4 x double> poison, double %t185, i32 0
  %t187 = shufflevector <4 x double> %t186, <4 x double> poison, <4 x i32> zeroinitializer
  %p188 = getelementptr double, ptr %p118, i64 120
  %t189 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p188, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v190 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t187, <4 x double> %t189, <4 x double> %v183)
  %p191 = getelementptr double, ptr %p114, i64 11
  %t192 = load double, ptr %p191, align 8
  %t193 = insertelement <4 x double> poison, double %t192, i32 0
  %t194 = shufflevector <4 x double> %t193, <4 x double> poison, <4 x i32> zeroinitializer
  %p195 = getelementptr double, ptr %p118, i64 132
  %t196 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p195, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v197 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t194, <4 x double> %t196, <4 x double> %v190)
  %p198 = getelementptr double, ptr %p114, i64 12
  %t199 = load double, ptr %p198, align 8
  %t200 = insertelement <4 x double> poison, double %t199, i32 0
  %t201 = shufflevector <4 x double> %t200, <4 x double> poison, <4 x i32> zeroinitializer
  %p202 = getelementptr double, ptr %p118, i64 144
  %t203 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p202, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v204 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t201, <4 x double> %t203, <4 x double> %v197)
  %p205 = getelementptr double, ptr %p114, i64 13
  %t206 = load double, ptr %p205, align 8
  %t207 = insertelement <4 x double> poison, double %t206, i32 0
  %t208 = shufflevector <4 x double> %t207, <4 x double> poison, <4 x i32> zeroinitializer
  %p209 = getelementptr double, ptr %p118, i64 156
  %t210 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p209, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v211 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t208, <4 x double> %t210, <4 x double> %v204)
  %p212 = getelementptr double, ptr %p114, i64 14
  %t213 = load double, ptr %p212, align 8
  %t214 = insertelement <4 x double> poison, double %t213, i32 0
  %t215 = shufflevector <4 x double> %t214, <4 x double> poison, <4 x i32> zeroinitializer
  %p216 = getelementptr double, ptr %p118, i64 168
  %t217 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p216, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v218 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t215, <4 x double> %t217, <4 x double> %v211)
  %p219 = getelementptr double, ptr %p114, i64 15
  %t220 = load double, ptr %p219, align 8
  %t221 = insertelement <4 x double> poison, double %t220, i32 0
  %t222 = shufflevector <4 x double> %t221, <4 x double> poison, <4 x i32> zeroinitializer
  %p223 = getelementptr double, ptr %p118, i64 180
  %t224 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p223, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v225 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t222, <4 x double> %t224, <4 x double> %v218)
  %p226 = getelementptr double, ptr %p114, i64 16
  %t227 = load double, ptr %p226, align 8
  %t228 = insertelement <4 x double> poison, double %t227, i32 0
  %t229 = shufflevector <4 x double> %t228, <4 x double> poison, <4 x i32> zeroinitializer
  %p230 = getelementptr double, ptr %p118, i64 192
  %t231 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p230, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v232 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t229, <4 x double> %t231, <4 x double> %v225)
  %p233 = getelementptr double, ptr %a2, i64 96
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v232, ptr %p233, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  ret void
}

======== one
; c = dot: 4 x 2 vectors of 4
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  br label %loop1
loop1:
  %i1 = phi i64 [0, %entry], [%i92, %done53]
  br label %loop2
loop2:
  %k2 = phi i64 [0, %loop1], [%i42, %loop2]
  %s3 = phi <4 x double> [splat (double -0.0), %loop1], [%v20, %loop2]
  %s4 = phi <4 x double> [splat (double -0.0), %loop1], [%v23, %loop2]
  %s5 = phi <4 x double> [splat (double -0.0), %loop1], [%v28, %loop2]
  %s6 = phi <4 x double> [splat (double -0.0), %loop1], [%v29, %loop2]
  %s7 = phi <4 x double> [splat (double -0.0), %loop1], [%v34, %loop2]
  %s8 = phi <4 x double> [splat (double -0.0), %loop1], [%v35, %loop2]
  %s9 = phi <4 x double> [splat (double -0.0), %loop1], [%v40, %loop2]
  %s10 = phi <4 x double> [splat (double -0.0), %loop1], [%v41, %loop2]
  %i11 = mul nsw i64 %i1, 17
  %i12 = add nsw i64 %i11, %k2
  %p13 = getelementptr double, ptr %a0, i64 %i12
  %t14 = load double, ptr %p13, align 8
  %t15 = insertelement <4 x double> poison, double %t14, i32 0
  %t16 = shufflevector <4 x double> %t15, <4 x double> poison, <4 x i32> zeroinitializer
  %i17 = mul nsw i64 %k2, 11
  %p18 = getelementptr double, ptr %a1, i64 %i17
  %t19 = load <4 x double>, ptr %p18, align 8
  %v20 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t16, <4 x double> %t19, <4 x double> %s3)
  %p21 = getelementptr double, ptr %p18, i64 4
  %t22 = load <4 x double>, ptr %p21, align 8
  %v23 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t16, <4 x double> %t22, <4 x double> %s4)
  %p24 = getelementptr double, ptr %p13, i64 17
  %t25 = load double, ptr %p24, align 8
  %t26 = insertelement <4 x double> poison, double %t25, i32 0
  %t27 = shufflevector <4 x double> %t26, <4 x double> poison, <4 x i32> zeroinitializer
  %v28 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t27, <4 x double> %t19, <4 x double> %s5)
  %v29 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t27, <4 x double> %t22, <4 x double> %s6)
  %p30 = getelementptr double, ptr %p13, i64 34
  %t31 = load double, ptr %p30, align 8
  %t32 = insertelement <4 x double> poison, double %t31, i32 0
  %t33 = shufflevector <4 x double> %t32, <4 x double> poison, <4 x i32> zeroinitializer
  %v34 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t33, <4 x double> %t19, <4 x double> %s7)
  %v35 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t33, <4 x double> %t22, <4 x double> %s8)
  %p36 = getelementptr double, ptr %p13, i64 51
  %t37 = load double, ptr %p36, align 8
  %t38 = insertelement <4 x double> poison, double %t37, i32 0
  %t39 = shufflevector <4 x double> %t38, <4 x double> poison, <4 x i32> zeroinitializer
  %v40 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t39, <4 x double> %t19, <4 x double> %s9)
  %v41 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t39, <4 x double> %t22, <4 x double> %s10)
  %i42 = add nsw i64 %k2, 1
  %c43 = icmp slt i64 %i42, 17
  br i1 %c43, label %loop2, label %done2
done2:
  %i44 = mul nsw i64 %i1, 11
  %p45 = getelementptr double, ptr %a2, i64 %i44
  store <4 x double> %v20, ptr %p45, align 8
  %p46 = getelementptr double, ptr %p45, i64 4
  store <4 x double> %v23, ptr %p46, align 8
  %p47 = getelementptr double, ptr %p45, i64 11
  store <4 x double> %v28, ptr %p47, align 8
  %p48 = getelementptr double, ptr %p45, i64 15
  store <4 x double> %v29, ptr %p48, align 8
  %p49 = getelementptr double, ptr %p45, i64 22
  store <4 x double> %v34, ptr %p49, align 8
  %p50 = getelementptr double, ptr %p45, i64 26
  store <4 x double> %v35, ptr %p50, align 8
  %p51 = getelementptr double, ptr %p45, i64 33
  store <4 x double> %v40, ptr %p51, align 8
  %p52 = getelementptr double, ptr %p45, i64 37
  store <4 x double> %v41, ptr %p52, align 8
  br label %loop53
loop53:
  %k53 = phi i64 [0, %done2], [%i84, %loop53]
  %s54 = phi <4 x double> [splat (double -0.0), %done2], [%v68, %loop53]
  %s55 = phi <4 x double> [splat (double -0.0), %done2], [%v73, %loop53]
  %s56 = phi <4 x double> [splat (double -0.0), %done2], [%v78, %loop53]
  %s57 = phi <4 x double> [splat (double -0.0), %done2], [%v83, %loop53]
  %i58 = mul nsw i64 %i1, 17
  %i59 = add nsw i64 %i58, %k53
  %p60 = getelementptr double, ptr %a0, i64 %i59
  %t61 = load double, ptr %p60, align 8
  %t62 = insertelement <4 x double> poison, double %t61, i32 0
  %t63 = shufflevector <4 x double> %t62, <4 x double> poison, <4 x i32> zeroinitializer
  %i64 = mul nsw i64 %k53, 11
  %i65 = add nsw i64 8, %i64
  %p66 = getelementptr double, ptr %a1, i64 %i65
  %t67 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p66, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v68 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t63, <4 x double> %t67, <4 x double> %s54)
  %p69 = getelementptr double, ptr %p60, i64 17
  %t70 = load double, ptr %p69, align 8
  %t71 = insertelement <4 x double> poison, double %t70, i32 0
  %t72 = shufflevector <4 x double> %t71, <4 x double> poison, <4 x i32> zeroinitializer
  %v73 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t72, <4 x double> %t67, <4 x double> %s55)
  %p74 = getelementptr double, ptr %p60, i64 34
  %t75 = load double, ptr %p74, align 8
  %t76 = insertelement <4 x double> poison, double %t75, i32 0
  %t77 = shufflevector <4 x double> %t76, <4 x double> poison, <4 x i32> zeroinitializer
  %v78 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t77, <4 x double> %t67, <4 x double> %s56)
  %p79 = getelementptr double, ptr %p60, i64 51
  %t80 = load double, ptr %p79, align 8
  %t81 = insertelement <4 x double> poison, double %t80, i32 0
  %t82 = shufflevector <4 x double> %t81, <4 x double> poison, <4 x i32> zeroinitializer
  %v83 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t82, <4 x double> %t67, <4 x double> %s57)
  %i84 = add nsw i64 %k53, 1
  %c85 = icmp slt i64 %i84, 17
  br i1 %c85, label %loop53, label %done53
done53:
  %i86 = mul nsw i64 %i1, 11
  %i87 = add nsw i64 %i86, 8
  %p88 = getelementptr double, ptr %a2, i64 %i87
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v68, ptr %p88, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %p89 = getelementptr double, ptr %p88, i64 11
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v73, ptr %p89, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %p90 = getelementptr double, ptr %p88, i64 22
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v78, ptr %p90, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %p91 = getelementptr double, ptr %p88, i64 33
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v83, ptr %p91, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %i92 = add nsw i64 %i1, 4
  %c93 = icmp slt i64 %i92, 8
  br i1 %c93, label %loop1, label %done1
done1:
  br label %loop94
loop94:
  %k94 = phi i64 [0, %done1], [%i109, %loop94]
  %s95 = phi <4 x double> [splat (double -0.0), %done1], [%v105, %loop94]
  %s96 = phi <4 x double> [splat (double -0.0), %done1], [%v108, %loop94]
  %i97 = add nsw i64 136, %k94
  %p98 = getelementptr double, ptr %a0, i64 %i97
  %t99 = load double, ptr %p98, align 8
  %t100 = insertelement <4 x double> poison, double %t99, i32 0
  %t101 = shufflevector <4 x double> %t100, <4 x double> poison, <4 x i32> zeroinitializer
  %i102 = mul nsw i64 %k94, 11
  %p103 = getelementptr double, ptr %a1, i64 %i102
  %t104 = load <4 x double>, ptr %p103, align 8
  %v105 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t101, <4 x double> %t104, <4 x double> %s95)
  %p106 = getelementptr double, ptr %p103, i64 4
  %t107 = load <4 x double>, ptr %p106, align 8
  %v108 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t101, <4 x double> %t107, <4 x double> %s96)
  %i109 = add nsw i64 %k94, 1
  %c110 = icmp slt i64 %i109, 17
  br i1 %c110, label %loop94, label %done94
done94:
  %p111 = getelementptr double, ptr %a2, i64 88
  store <4 x double> %v105, ptr %p111, align 8
  %p112 = getelementptr double, ptr %p111, i64 4
  store <4 x double> %v108, ptr %p112, align 8
  %p113 = getelementptr double, ptr %a0, i64 136
  %t114 = load double, ptr %p113, align 8
  %t115 = insertelement <4 x double> poison, double %t114, i32 0
  %t116 = shufflevector <4 x double> %t115, <4 x double> poison, <4 x i32> zeroinitializer
  %p117 = getelementptr double, ptr %a1, i64 8
  %t118 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p117, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v119 = fmul contract <4 x double> %t116, %t118
  %p120 = getelementptr double, ptr %p113, i64 1
  %t121 = load double, ptr %p120, align 8
  %t122 = insertelement <4 x double> poison, double %t121, i32 0
  %t123 = shufflevector <4 x double> %t122, <4 x double> poison, <4 x i32> zeroinitializer
  %p124 = getelementptr double, ptr %p117, i64 11
  %t125 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p124, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v126 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t123, <4 x double> %t125, <4 x double> %v119)
  %p127 = getelementptr double, ptr %p113, i64 2
  %t128 = load double, ptr %p127, align 8
  %t129 = insertelement <4 x double> poison, double %t128, i32 0
  %t130 = shufflevector <4 x double> %t129, <4 x double> poison, <4 x i32> zeroinitializer
  %p131 = getelementptr double, ptr %p117, i64 22
  %t132 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p131, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v133 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t130, <4 x double> %t132, <4 x double> %v126)
  %p134 = getelementptr double, ptr %p113, i64 3
  %t135 = load double, ptr %p134, align 8
  %t136 = insertelement <4 x double> poison, double %t135, i32 0
  %t137 = shufflevector <4 x double> %t136, <4 x double> poison, <4 x i32> zeroinitializer
  %p138 = getelementptr double, ptr %p117, i64 33
  %t139 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p138, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v140 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t137, <4 x double> %t139, <4 x double> %v133)
  %p141 = getelementptr double, ptr %p113, i64 4
  %t142 = load double, ptr %p141, align 8
  %t143 = insertelement <4 x double> poison, double %t142, i32 0
  %t144 = shufflevector <4 x double> %t143, <4 x double> poison, <4 x i32> zeroinitializer
  %p145 = getelementptr double, ptr %p117, i64 44
  %t146 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p145, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v147 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t144, <4 x double> %t146, <4 x double> %v140)
  %p148 = getelementptr double, ptr %p113, i64 5
  %t149 = load double, ptr %p148, align 8
  %t150 = insertelement <4 x double> poison, double %t149, i32 0
  %t151 = shufflevector <4 x double> %t150, <4 x double> poison, <4 x i32> zeroinitializer
  %p152 = getelementptr double, ptr %p117, i64 55
  %t153 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p152, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v154 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t151, <4 x double> %t153, <4 x double> %v147)
  %p155 = getelementptr double, ptr %p113, i64 6
  %t156 = load double, ptr %p155, align 8
  %t157 = insertelement <4 x double> poison, double %t156, i32 0
  %t158 = shufflevector <4 x double> %t157, <4 x double> poison, <4 x i32> zeroinitializer
  %p159 = getelementptr double, ptr %p117, i64 66
  %t160 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p159, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v161 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t158, <4 x double> %t160, <4 x double> %v154)
  %p162 = getelementptr double, ptr %p113, i64 7
  %t163 = load double, ptr %p162, align 8
  %t164 = insertelement <4 x double> poison, double %t163, i32 0
  %t165 = shufflevector <4 x double> %t164, <4 x double> poison, <4 x i32> zeroinitializer
  %p166 = getelementptr double, ptr %p117, i64 77
  %t167 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p166, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v168 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t165, <4 x double> %t167, <4 x double> %v161)
  %p169 = getelementptr double, ptr %p113, i64 8
  %t170 = load double, ptr %p169, align 8
  %t171 = insertelement <4 x double> poison, double %t170, i32 0
  %t172 = shufflevector <4 x double> %t171, <4 x double> poison, <4 x i32> zeroinitializer
  %p173 = getelementptr double, ptr %p117, i64 88
  %t174 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p173, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v175 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t172, <4 x double> %t174, <4 x double> %v168)
  %p176 = getelementptr double, ptr %p113, i64 9
  %t177 = load double, ptr %p176, align 8
  %t178 = insertelement <4 x double> poison, double %t177, i32 0
  %t179 = shufflevector <4 x double> %t178, <4 x double> poison, <4 x i32> zeroinitializer
  %p180 = getelementptr double, ptr %p117, i64 99
  %t181 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p180, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v182 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t179, <4 x double> %t181, <4 x double> %v175)
  %p183 = getelementptr double, ptr %p113, i64 10
  %t184 = load double, ptr %p183, align 8
  %t185 = insertelement <4 x double> poison, double %t184, i32 0
  %t186 = shufflevector <4 x double> %t185, <4 x double> poison, <4 x i32> zeroinitializer
  %p187 = getelementptr double, ptr %p117, i64 110
  %t188 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p187, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v189 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t186, <4 x double> %t188, <4 x double> %v182)
  %p190 = getelementptr double, ptr %p113, i64 11
  %t191 = load double, ptr %p190, align 8
  %t192 = insertelement <4 x double> poison, double %t191, i32 0
  %t193 = shufflevector <4 x double> %t192, <4 x double> poison, <4 x i32> zeroinitializer
  %p194 = getelementptr double, ptr %p117, i64 121
  %t195 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p194, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v196 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t193, <4 x double> %t195, <4 x double> %v189)
  %p197 = getelementptr double, ptr %p113, i64 12
  %t198 = load double, ptr %p197, align 8
  %t199 = insertelement <4 x double> poison, double %t198, i32 0
  %t200 = shufflevector <4 x double> %t199, <4 x double> poison, <4 x i32> zeroinitializer
  %p201 = getelementptr double, ptr %p117, i64 132
  %t202 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p201, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v203 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t200, <4 x double> %t202, <4 x double> %v196)
  %p204 = getelementptr double, ptr %p113, i64 13
  %t205 = load double, ptr %p204, align 8
  %t206 = insertelement <4 x double> poison, double %t205, i32 0
  %t207 = shufflevector <4 x double> %t206, <4 x double> poison, <4 x i32> zeroinitializer
  %p208 = getelementptr double, ptr %p117, i64 143
  %t209 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p208, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v210 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t207, <4 x double> %t209, <4 x double> %v203)
  %p211 = getelementptr double, ptr %p113, i64 14
  %t212 = load double, ptr %p211, align 8
  %t213 = insertelement <4 x double> poison, double %t212, i32 0
  %t214 = shufflevector <4 x double> %t213, <4 x double> poison, <4 x i32> zeroinitializer
  %p215 = getelementptr double, ptr %p117, i64 154
  %t216 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p215, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v217 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t214, <4 x double> %t216, <4 x double> %v210)
  %p218 = getelementptr double, ptr %p113, i64 15
  %t219 = load double, ptr %p218, align 8
  %t220 = insertelement <4 x double> poison, double %t219, i32 0
  %t221 = shufflevector <4 x double> %t220, <4 x double> poison, <4 x i32> zeroinitializer
  %p222 = getelementptr double, ptr %p117, i64 165
  %t223 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p222, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v224 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t221, <4 x double> %t223, <4 x double> %v217)
  %p225 = getelementptr double, ptr %p113, i64 16
  %t226 = load double, ptr %p225, align 8
  %t227 = insertelement <4 x double> poison, double %t226, i32 0
  %t228 = shufflevector <4 x double> %t227, <4 x double> poison, <4 x i32> zeroinitializer
  %p229 = getelementptr double, ptr %p117, i64 176
  %t230 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p229, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v231 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t228, <4 x double> %t230, <4 x double> %v224)
  %p232 = getelementptr double, ptr %a2, i64 96
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v231, ptr %p232, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  ret void
}

======== none
; c = dot: 4 x 2 vectors of 4
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  br label %loop1
loop1:
  %i1 = phi i64 [0, %entry], [%i92, %done53]
  br label %loop2
loop2:
  %k2 = phi i64 [0, %loop1], [%i42, %loop2]
  %s3 = phi <4 x double> [splat (double -0.0), %loop1], [%v20, %loop2]
  %s4 = phi <4 x double> [splat (double -0.0), %loop1], [%v23, %loop2]
  %s5 = phi <4 x double> [splat (double -0.0), %loop1], [%v28, %loop2]
  %s6 = phi <4 x double> [splat (double -0.0), %loop1], [%v29, %loop2]
  %s7 = phi <4 x double> [splat (double -0.0), %loop1], [%v34, %loop2]
  %s8 = phi <4 x double> [splat (double -0.0), %loop1], [%v35, %loop2]
  %s9 = phi <4 x double> [splat (double -0.0), %loop1], [%v40, %loop2]
  %s10 = phi <4 x double> [splat (double -0.0), %loop1], [%v41, %loop2]
  %i11 = mul nsw i64 %k2, 9
  %i12 = add nsw i64 %i1, %i11
  %p13 = getelementptr double, ptr %a0, i64 %i12
  %t14 = load double, ptr %p13, align 8
  %t15 = insertelement <4 x double> poison, double %t14, i32 0
  %t16 = shufflevector <4 x double> %t15, <4 x double> poison, <4 x i32> zeroinitializer
  %i17 = mul nsw i64 %k2, 11
  %p18 = getelementptr double, ptr %a1, i64 %i17
  %t19 = load <4 x double>, ptr %p18, align 8
  %v20 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t16, <4 x double> %t19, <4 x double> %s3)
  %p21 = getelementptr double, ptr %p18, i64 4
  %t22 = load <4 x double>, ptr %p21, align 8
  %v23 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t16, <4 x double> %t22, <4 x double> %s4)
  %p24 = getelementptr double, ptr %p13, i64 1
  %t25 = load double, ptr %p24, align 8
  %t26 = insertelement <4 x double> poison, double %t25, i32 0
  %t27 = shufflevector <4 x double> %t26, <4 x double> poison, <4 x i32> zeroinitializer
  %v28 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t27, <4 x double> %t19, <4 x double> %s5)
  %v29 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t27, <4 x double> %t22, <4 x double> %s6)
  %p30 = getelementptr double, ptr %p13, i64 2
  %t31 = load double, ptr %p30, align 8
  %t32 = insertelement <4 x double> poison, double %t31, i32 0
  %t33 = shufflevector <4 x double> %t32, <4 x double> poison, <4 x i32> zeroinitializer
  %v34 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t33, <4 x double> %t19, <4 x double> %s7)
  %v35 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t33, <4 x double> %t22, <4 x double> %s8)
  %p36 = getelementptr double, ptr %p13, i64 3
  %t37 = load double, ptr %p36, align 8
  %t38 = insertelement <4 x double> poison, double %t37, i32 0
  %t39 = shufflevector <4 x double> %t38, <4 x double> poison, <4 x i32> zeroinitializer
  %v40 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t39, <4 x double> %t19, <4 x double> %s9)
  %v41 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t39, <4 x double> %t22, <4 x double> %s10)
  %i42 = add nsw i64 %k2, 1
  %c43 = icmp slt i64 %i42, 17
  br i1 %c43, label %loop2, label %done2
done2:
  %i44 = mul nsw i64 %i1, 11
  %p45 = getelementptr double, ptr %a2, i64 %i44
  store <4 x double> %v20, ptr %p45, align 8
  %p46 = getelementptr double, ptr %p45, i64 4
  store <4 x double> %v23, ptr %p46, align 8
  %p47 = getelementptr double, ptr %p45, i64 11
  store <4 x double> %v28, ptr %p47, align 8
  %p48 = getelementptr double, ptr %p45, i64 15
  store <4 x double> %v29, ptr %p48, align 8
  %p49 = getelementptr double, ptr %p45, i64 22
  store <4 x double> %v34, ptr %p49, align 8
  %p50 = getelementptr double, ptr %p45, i64 26
  store <4 x double> %v35, ptr %p50, align 8
  %p51 = getelementptr double, ptr %p45, i64 33
  store <4 x double> %v40, ptr %p51, align 8
  %p52 = getelementptr double, ptr %p45, i64 37
  store <4 x double> %v41, ptr %p52, align 8
  br label %loop53
loop53:
  %k53 = phi i64 [0, %done2], [%i84, %loop53]
  %s54 = phi <4 x double> [splat (double -0.0), %done2], [%v68, %loop53]
  %s55 = phi <4 x double> [splat (double -0.0), %done2], [%v73, %loop53]
  %s56 = phi <4 x double> [splat (double -0.0), %done2], [%v78, %loop53]
  %s57 = phi <4 x double> [splat (double -0.0), %done2], [%v83, %loop53]
  %i58 = mul nsw i64 %k53, 9
  %i59 = add nsw i64 %i1, %i58
  %p60 = getelementptr double, ptr %a0, i64 %i59
  %t61 = load double, ptr %p60, align 8
  %t62 = insertelement <4 x double> poison, double %t61, i32 0
  %t63 = shufflevector <4 x double> %t62, <4 x double> poison, <4 x i32> zeroinitializer
  %i64 = mul nsw i64 %k53, 11
  %i65 = add nsw i64 8, %i64
  %p66 = getelementptr double, ptr %a1, i64 %i65
  %t67 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p66, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v68 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t63, <4 x double> %t67, <4 x double> %s54)
  %p69 = getelementptr double, ptr %p60, i64 1
  %t70 = load double, ptr %p69, align 8
  %t71 = insertelement <4 x double> poison, double %t70, i32 0
  %t72 = shufflevector <4 x double> %t71, <4 x double> poison, <4 x i32> zeroinitializer
  %v73 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t72, <4 x double> %t67, <4 x double> %s55)
  %p74 = getelementptr double, ptr %p60, i64 2
  %t75 = load double, ptr %p74, align 8
  %t76 = insertelement <4 x double> poison, double %t75, i32 0
  %t77 = shufflevector <4 x double> %t76, <4 x double> poison, <4 x i32> zeroinitializer
  %v78 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t77, <4 x double> %t67, <4 x double> %s56)
  %p79 = getelementptr double, ptr %p60, i64 3
  %t80 = load double, ptr %p79, align 8
  %t81 = insertelement <4 x double> poison, double %t80, i32 0
  %t82 = shufflevector <4 x double> %t81, <4 x double> poison, <4 x i32> zeroinitializer
  %v83 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t82, <4 x double> %t67, <4 x double> %s57)
  %i84 = add nsw i64 %k53, 1
  %c85 = icmp slt i64 %i84, 17
  br i1 %c85, label %loop53, label %done53
done53:
  %i86 = mul nsw i64 %i1, 11
  %i87 = add nsw i64 %i86, 8
  %p88 = getelementptr double, ptr %a2, i64 %i87
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v68, ptr %p88, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %p89 = getelementptr double, ptr %p88, i64 11
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v73, ptr %p89, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %p90 = getelementptr double, ptr %p88, i64 22
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v78, ptr %p90, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %p91 = getelementptr double, ptr %p88, i64 33
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v83, ptr %p91, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %i92 = add nsw i64 %i1, 4
  %c93 = icmp slt i64 %i92, 8
  br i1 %c93, label %loop1, label %done1
done1:
  br label %loop94
loop94:
  %k94 = phi i64 [0, %done1], [%i110, %loop94]
  %s95 = phi <4 x double> [splat (double -0.0), %done1], [%v106, %loop94]
  %s96 = phi <4 x double> [splat (double -0.0), %done1], [%v109, %loop94]
  %i97 = mul nsw i64 %k94, 9
  %i98 = add nsw i64 8, %i97
  %p99 = getelementptr double, ptr %a0, i64 %i98
  %t100 = load double, ptr %p99, align 8
  %t101 = insertelement <4 x double> poison, double %t100, i32 0
  %t102 = shufflevector <4 x double> %t101, <4 x double> poison, <4 x i32> zeroinitializer
  %i103 = mul nsw i64 %k94, 11
  %p104 = getelementptr double, ptr %a1, i64 %i103
  %t105 = load <4 x double>, ptr %p104, align 8
  %v106 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t102, <4 x double> %t105, <4 x double> %s95)
  %p107 = getelementptr double, ptr %p104, i64 4
  %t108 = load <4 x double>, ptr %p107, align 8
  %v109 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t102, <4 x double> %t108, <4 x double> %s96)
  %i110 = add nsw i64 %k94, 1
  %c111 = icmp slt i64 %i110, 17
  br i1 %c111, label %loop94, label %done94
done94:
  %p112 = getelementptr double, ptr %a2, i64 88
  store <4 x double> %v106, ptr %p112, align 8
  %p113 = getelementptr double, ptr %p112, i64 4
  store <4 x double> %v109, ptr %p113, align 8
  %p114 = getelementptr double, ptr %a0, i64 8
  %t115 = load double, ptr %p114, align 8
  %t116 = insertelement <4 x double> poison, double %t115, i32 0
  %t117 = shufflevector <4 x double> %t116, <4 x double> poison, <4 x i32> zeroinitializer
  %p118 = getelementptr double, ptr %a1, i64 8
  %t119 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p118, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v120 = fmul contract <4 x double> %t117, %t119
  %p121 = getelementptr double, ptr %p114, i64 9
  %t122 = load double, ptr %p121, align 8
  %t123 = insertelement <4 x double> poison, double %t122, i32 0
  %t124 = shufflevector <4 x double> %t123, <4 x double> poison, <4 x i32> zeroinitializer
  %p125 = getelementptr double, ptr %p118, i64 11
  %t126 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p125, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v127 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t124, <4 x double> %t126, <4 x double> %v120)
  %p128 = getelementptr double, ptr %p114, i64 18
  %t129 = load double, ptr %p128, align 8
  %t130 = insertelement <4 x double> poison, double %t129, i32 0
  %t131 = shufflevector <4 x double> %t130, <4 x double> poison, <4 x i32> zeroinitializer
  %p132 = getelementptr double, ptr %p118, i64 22
  %t133 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p132, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v134 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t131, <4 x double> %t133, <4 x double> %v127)
  %p135 = getelementptr double, ptr %p114, i64 27
  %t136 = load double, ptr %p135, align 8
  %t137 = insertelement <4 x double> poison, double %t136, i32 0
  %t138 = shufflevector <4 x double> %t137, <4 x double> poison, <4 x i32> zeroinitializer
  %p139 = getelementptr double, ptr %p118, i64 33
  %t140 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p139, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v141 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t138, <4 x double> %t140, <4 x double> %v134)
  %p142 = getelementptr double, ptr %p114, i64 36
  %t143 = load double, ptr %p142, align 8
  %t144 = insertelement <4 x double> poison, double %t143, i32 0
  %t145 = shufflevector <4 x double> %t144, <4 x double> poison, <4 x i32> zeroinitializer
  %p146 = getelementptr double, ptr %p118, i64 44
  %t147 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p146, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v148 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t145, <4 x double> %t147, <4 x double> %v141)
  %p149 = getelementptr double, ptr %p114, i64 45
  %t150 = load double, ptr %p149, align 8
  %t151 = insertelement <4 x double> poison, double %t150, i32 0
  %t152 = shufflevector <4 x double> %t151, <4 x double> poison, <4 x i32> zeroinitializer
  %p153 = getelementptr double, ptr %p118, i64 55
  %t154 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p153, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v155 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t152, <4 x double> %t154, <4 x double> %v148)
  %p156 = getelementptr double, ptr %p114, i64 54
  %t157 = load double, ptr %p156, align 8
  %t158 = insertelement <4 x double> poison, double %t157, i32 0
  %t159 = shufflevector <4 x double> %t158, <4 x double> poison, <4 x i32> zeroinitializer
  %p160 = getelementptr double, ptr %p118, i64 66
  %t161 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p160, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v162 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t159, <4 x double> %t161, <4 x double> %v155)
  %p163 = getelementptr double, ptr %p114, i64 63
  %t164 = load double, ptr %p163, align 8
  %t165 = insertelement <4 x double> poison, double %t164, i32 0
  %t166 = shufflevector <4 x double> %t165, <4 x double> poison, <4 x i32> zeroinitializer
  %p167 = getelementptr double, ptr %p118, i64 77
  %t168 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p167, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v169 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t166, <4 x double> %t168, <4 x double> %v162)
  %p170 = getelementptr double, ptr %p114, i64 72
  %t171 = load double, ptr %p170, align 8
  %t172 = insertelement <4 x double> poison, double %t171, i32 0
  %t173 = shufflevector <4 x double> %t172, <4 x double> poison, <4 x i32> zeroinitializer
  %p174 = getelementptr double, ptr %p118, i64 88
  %t175 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p174, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v176 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t173, <4 x double> %t175, <4 x double> %v169)
  %p177 = getelementptr double, ptr %p114, i64 81
  %t178 = load double, ptr %p177, align 8
  %t179 = insertelement <4 x double> poison, double %t178, i32 0
  %t180 = shufflevector <4 x double> %t179, <4 x double> poison, <4 x i32> zeroinitializer
  %p181 = getelementptr double, ptr %p118, i64 99
  %t182 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p181, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v183 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t180, <4 x double> %t182, <4 x double> %v176)
  %p184 = getelementptr double, ptr %p114, i64 90
  %t185 = load double, ptr %p184, align 8
  %t186 = insertelement <4 x double> poison, double %t185, i32 0
  %t187 = shufflevector <4 x double> %t186, <4 x double> poison, <4 x i32> zeroinitializer
  %p188 = getelementptr double, ptr %p118, i64 110
  %t189 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p188, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v190 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t187, <4 x double> %t189, <4 x double> %v183)
  %p191 = getelementptr double, ptr %p114, i64 99
  %t192 = load double, ptr %p191, align 8
  %t193 = insertelement <4 x double> poison, double %t192, i32 0
  %t194 = shufflevector <4 x double> %t193, <4 x double> poison, <4 x i32> zeroinitializer
  %p195 = getelementptr double, ptr %p118, i64 121
  %t196 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p195, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v197 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t194, <4 x double> %t196, <4 x double> %v190)
  %p198 = getelementptr double, ptr %p114, i64 108
  %t199 = load double, ptr %p198, align 8
  %t200 = insertelement <4 x double> poison, double %t199, i32 0
  %t201 = shufflevector <4 x double> %t200, <4 x double> poison, <4 x i32> zeroinitializer
  %p202 = getelementptr double, ptr %p118, i64 132
  %t203 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p202, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v204 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t201, <4 x double> %t203, <4 x double> %v197)
  %p205 = getelementptr double, ptr %p114, i64 117
  %t206 = load double, ptr %p205, align 8
  %t207 = insertelement <4 x double> poison, double %t206, i32 0
  %t208 = shufflevector <4 x double> %t207, <4 x double> poison, <4 x i32> zeroinitializer
  %p209 = getelementptr double, ptr %p118, i64 143
  %t210 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p209, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v211 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t208, <4 x double> %t210, <4 x double> %v204)
  %p212 = getelementptr double, ptr %p114, i64 126
  %t213 = load double, ptr %p212, align 8
  %t214 = insertelement <4 x double> poison, double %t213, i32 0
  %t215 = shufflevector <4 x double> %t214, <4 x double> poison, <4 x i32> zeroinitializer
  %p216 = getelementptr double, ptr %p118, i64 154
  %t217 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p216, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v218 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t215, <4 x double> %t217, <4 x double> %v211)
  %p219 = getelementptr double, ptr %p114, i64 135
  %t220 = load double, ptr %p219, align 8
  %t221 = insertelement <4 x double> poison, double %t220, i32 0
  %t222 = shufflevector <4 x double> %t221, <4 x double> poison, <4 x i32> zeroinitializer
  %p223 = getelementptr double, ptr %p118, i64 165
  %t224 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p223, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v225 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t222, <4 x double> %t224, <4 x double> %v218)
  %p226 = getelementptr double, ptr %p114, i64 144
  %t227 = load double, ptr %p226, align 8
  %t228 = insertelement <4 x double> poison, double %t227, i32 0
  %t229 = shufflevector <4 x double> %t228, <4 x double> poison, <4 x i32> zeroinitializer
  %p230 = getelementptr double, ptr %p118, i64 176
  %t231 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p230, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v232 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t229, <4 x double> %t231, <4 x double> %v225)
  %p233 = getelementptr double, ptr %a2, i64 96
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v232, ptr %p233, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  ret void
}

======== 1 x 1 x 300
; c = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  br label %loop1
loop1:
  %k1 = phi i64 [0, %entry], [%i50, %loop1]
  %s2 = phi <4 x double> [splat (double -0.0), %entry], [%v14, %loop1]
  %s3 = phi <4 x double> [splat (double -0.0), %entry], [%v19, %loop1]
  %s4 = phi <4 x double> [splat (double -0.0), %entry], [%v24, %loop1]
  %s5 = phi <4 x double> [splat (double -0.0), %entry], [%v29, %loop1]
  %s6 = phi <4 x double> [splat (double -0.0), %entry], [%v34, %loop1]
  %s7 = phi <4 x double> [splat (double -0.0), %entry], [%v39, %loop1]
  %s8 = phi <4 x double> [splat (double -0.0), %entry], [%v44, %loop1]
  %s9 = phi <4 x double> [splat (double -0.0), %entry], [%v49, %loop1]
  %p10 = getelementptr double, ptr %a0, i64 %k1
  %t11 = load <4 x double>, ptr %p10, align 8
  %p12 = getelementptr double, ptr %a1, i64 %k1
  %t13 = load <4 x double>, ptr %p12, align 8
  %v14 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t11, <4 x double> %t13, <4 x double> %s2)
  %p15 = getelementptr double, ptr %p10, i64 4
  %t16 = load <4 x double>, ptr %p15, align 8
  %p17 = getelementptr double, ptr %p12, i64 4
  %t18 = load <4 x double>, ptr %p17, align 8
  %v19 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t16, <4 x double> %t18, <4 x double> %s3)
  %p20 = getelementptr double, ptr %p10, i64 8
  %t21 = load <4 x double>, ptr %p20, align 8
  %p22 = getelementptr double, ptr %p12, i64 8
  %t23 = load <4 x double>, ptr %p22, align 8
  %v24 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t21, <4 x double> %t23, <4 x double> %s4)
  %p25 = getelementptr double, ptr %p10, i64 12
  %t26 = load <4 x double>, ptr %p25, align 8
  %p27 = getelementptr double, ptr %p12, i64 12
  %t28 = load <4 x double>, ptr %p27, align 8
  %v29 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t26, <4 x double> %t28, <4 x double> %s5)
  %p30 = getelementptr double, ptr %p10, i64 16
  %t31 = load <4 x double>, ptr %p30, align 8
  %p32 = getelementptr double, ptr %p12, i64 16
  %t33 = load <4 x double>, ptr %p32, align 8
  %v34 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t31, <4 x double> %t33, <4 x double> %s6)
  %p35 = getelementptr double, ptr %p10, i64 20
  %t36 = load <4 x double>, ptr %p35, align 8
  %p37 = getelementptr double, ptr %p12, i64 20
  %t38 = load <4 x double>, ptr %p37, align 8
  %v39 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t36, <4 x double> %t38, <4 x double> %s7)
  %p40 = getelementptr double, ptr %p10, i64 24
  %t41 = load <4 x double>, ptr %p40, align 8
  %p42 = getelementptr double, ptr %p12, i64 24
  %t43 = load <4 x double>, ptr %p42, align 8
  %v44 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t41, <4 x double> %t43, <4 x double> %s8)
  %p45 = getelementptr double, ptr %p10, i64 28
  %t46 = load <4 x double>, ptr %p45, align 8
  %p47 = getelementptr double, ptr %p12, i64 28
  %t48 = load <4 x double>, ptr %p47, align 8
  %v49 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t46, <4 x double> %t48, <4 x double> %s9)
  %i50 = add nsw i64 %k1, 32
  %c51 = icmp slt i64 %i50, 288
  br i1 %c51, label %loop1, label %done1
done1:
  %v52 = fadd contract <4 x double> %v14, %v19
  %v53 = fadd contract <4 x double> %v52, %v24
  %v54 = fadd contract <4 x double> %v53, %v29
  %v55 = fadd contract <4 x double> %v54, %v34
  %v56 = fadd contract <4 x double> %v55, %v39
  %v57 = fadd contract <4 x double> %v56, %v44
  %v58 = fadd contract <4 x double> %v57, %v49
  %p59 = getelementptr double, ptr %a0, i64 288
  %t60 = load <4 x double>, ptr %p59, align 8
  %p61 = getelementptr double, ptr %a1, i64 288
  %t62 = load <4 x double>, ptr %p61, align 8
  %v63 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t60, <4 x double> %t62, <4 x double> %v58)
  %p64 = getelementptr double, ptr %a0, i64 292
  %t65 = load <4 x double>, ptr %p64, align 8
  %p66 = getelementptr double, ptr %a1, i64 292
  %t67 = load <4 x double>, ptr %p66, align 8
  %v68 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t65, <4 x double> %t67, <4 x double> %v63)
  %p69 = getelementptr double, ptr %a0, i64 296
  %t70 = load <4 x double>, ptr %p69, align 8
  %p71 = getelementptr double, ptr %a1, i64 296
  %t72 = load <4 x double>, ptr %p71, align 8
  %v73 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t70, <4 x double> %t72, <4 x double> %v68)
  %t74 = shufflevector <4 x double> %v73, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t75 = shufflevector <4 x double> %v73, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v76 = fadd contract <2 x double> %t74, %t75
  %t77 = shufflevector <2 x double> %v76, <2 x double> poison, <1 x i32> <i32 0>
  %t78 = shufflevector <2 x double> %v76, <2 x double> poison, <1 x i32> <i32 1>
  %t79 = extractelement <1 x double> %t77, i32 0
  %t80 = extractelement <1 x double> %t78, i32 0
  %v81 = fadd contract double %t79, %t80
  store double %v81, ptr %a2, align 8
  ret void
}

======== 1 x 2 x 131
; c = dot: 1 x 1 vectors of 2 along the steps
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  br label %loop1
loop1:
  %k1 = phi i64 [0, %entry], [%i22, %loop1]
  %s2 = phi <4 x double> [splat (double -0.0), %entry], [%v10, %loop1]
  %s3 = phi <4 x double> [splat (double -0.0), %entry], [%v13, %loop1]
  %s4 = phi <4 x double> [splat (double -0.0), %entry], [%v18, %loop1]
  %s5 = phi <4 x double> [splat (double -0.0), %entry], [%v21, %loop1]
  %p6 = getelementptr double, ptr %a0, i64 %k1
  %t7 = load <4 x double>, ptr %p6, align 8
  %p8 = getelementptr double, ptr %a1, i64 %k1
  %t9 = load <4 x double>, ptr %p8, align 8
  %v10 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t7, <4 x double> %t9, <4 x double> %s2)
  %p11 = getelementptr double, ptr %p8, i64 131
  %t12 = load <4 x double>, ptr %p11, align 8
  %v13 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t7, <4 x double> %t12, <4 x double> %s3)
  %p14 = getelementptr double, ptr %p6, i64 4
  %t15 = load <4 x double>, ptr %p14, align 8
  %p16 = getelementptr double, ptr %p8, i64 4
  %t17 = load <4 x double>, ptr %p16, align 8
  %v18 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t15, <4 x double> %t17, <4 x double> %s4)
  %p19 = getelementptr double, ptr %p8, i64 135
  %t20 = load <4 x double>, ptr %p19, align 8
  %v21 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t15, <4 x double> %t20, <4 x double> %s5)
  %i22 = add nsw i64 %k1, 8
  %c23 = icmp slt i64 %i22, 128
  br i1 %c23, label %loop1, label %done1
done1:
  %v24 = fadd contract <4 x double> %v10, %v18
  %v25 = fadd contract <4 x double> %v13, %v21
  %p26 = getelementptr double, ptr %a0, i64 128
  %t27 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p26, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p28 = getelementptr double, ptr %a1, i64 128
  %t29 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p28, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v30 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t27, <4 x double> %t29, <4 x double> %v24)
  %p31 = getelementptr double, ptr %a1, i64 259
  %t32 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p31, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v33 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t27, <4 x double> %t32, <4 x double> %v25)
  %t34 = shufflevector <4 x double> %v30, <4 x double> %v33, <4 x i32> <i32 0, i32 4, i32 2, i32 6>
  %t35 = shufflevector <4 x double> %v30, <4 x double> %v33, <4 x i32> <i32 1, i32 5, i32 3, i32 7>
  %v36 = fadd contract <4 x double> %t34, %t35
  %t37 = shufflevector <4 x double> %v36, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t38 = shufflevector <4 x double> %v36, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v39 = fadd contract <2 x double> %t37, %t38
  store <2 x double> %v39, ptr %a2, align 8
  ret void
}

======== rows in blocks of 64
; x = copy: 1 x 2 vectors of 4
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i74, %done63]
  %i3 = srem i64 %rows, 8
  %i4 = sub i64 %rows, %i3
  %i5 = srem i64 %rows, 4
  %i6 = sub i64 %rows, %i5
  %c8 = icmp slt i64 0, %i4
  br i1 %c8, label %loop7, label %done7
loop7:
  %i7 = phi i64 [0, %loop2], [%i40, %loop7]
  %i9 = mul nsw i64 %i7, 3
  %i10 = add nsw i64 %i2, %i9
  %p11 = getelementptr double, ptr %a1, i64 %i10
  %t12 = load double, ptr %p11, align 8
  %t13 = insertelement <4 x double> poison, double %t12, i32 0
  %p14 = getelementptr double, ptr %p11, i64 3
  %t15 = load double, ptr %p14, align 8
  %t16 = insertelement <4 x double> %t13, double %t15, i32 1
  %p17 = getelementptr double, ptr %p11, i64 6
  %t18 = load double, ptr %p17, align 8
  %t19 = insertelement <4 x double> %t16, double %t18, i32 2
  %p20 = getelementptr double, ptr %p11, i64 9
  %t21 = load double, ptr %p20, align 8
  %t22 = insertelement <4 x double> %t19, double %t21, i32 3
  %i23 = mul nsw i64 %i2, 64
  %i24 = add nsw i64 %i23, %i7
  %p25 = getelementptr double, ptr %w1, i64 %i24
  store <4 x double> %t22, ptr %p25, align 8
  %p26 = getelementptr double, ptr %p11, i64 12
  %p27 = getelementptr double, ptr %p11, i64 12
  %t28 = load double, ptr %p27, align 8
  %t29 = insertelement <4 x double> poison, double %t28, i32 0
  %p30 = getelementptr double, ptr %p11, i64 15
  %t31 = load double, ptr %p30, align 8
  %t32 = insertelement <4 x double> %t29, double %t31, i32 1
  %p33 = getelementptr double, ptr %p11, i64 18
  %t34 = load double, ptr %p33, align 8
  %t35 = insertelement <4 x double> %t32, double %t34, i32 2
  %p36 = getelementptr double, ptr %p11, i64 21
  %t37 = load double, ptr %p36, align 8
  %t38 = insertelement <4 x double> %t35, double %t37, i32 3
  %p39 = getelementptr double, ptr %p25, i64 4
  store <4 x double> %t38, ptr %p39, align 8
  %i40 = add nsw i64 %i7, 8
  %c41 = icmp slt i64 %i40, %i4
  br i1 %c41, label %loop7, label %done7
done7:
  %c43 = icmp slt i64 %i4, %i6
  br i1 %c43, label %loop42, label %done42
loop42:
  %i42 = phi i64 [%i4, %done7], [%i61, %loop42]
  %i44 = mul nsw i64 %i42, 3
  %i45 = add nsw i64 %i2, %i44
  %p46 = getelementptr double, ptr %a1, i64 %i45
  %t47 = load double, ptr %p46, align 8
  %t48 = insertelement <4 x double> poison, double %t47, i32 0
  %p49 = getelementptr double, ptr %p46, i64 3
  %t50 = load double, ptr %p49, align 8
  %t51 = insertelement <4 x double> %t48, double %t50, i32 1
  %p52 = getelementptr double, ptr %p46, i64 6
  %t53 = load double, ptr %p52, align 8
  %t54 = insertelement <4 x double> %t51, double %t53, i32 2
  %p55 = getelementptr double, ptr %p46, i64 9
  %t56 = load double, ptr %p55, align 8
  %t57 = insertelement <4 x double> %t54, double %t56, i32 3
  %i58 = mul nsw i64 %i2, 64
  %i59 = add nsw i64 %i58, %i42
  %p60 = getelementptr double, ptr %w1, i64 %i59
  store <4 x double> %t57, ptr %p60, align 8
  %i61 = add nsw i64 %i42, 4
  %c62 = icmp slt i64 %i61, %i6
  br i1 %c62, label %loop42, label %done42
done42:
  %c64 = icmp slt i64 %i6, %rows
  br i1 %c64, label %loop63, label %done63
loop63:
  %i63 = phi i64 [%i6, %done42], [%i72, %loop63]
  %i65 = mul nsw i64 %i63, 3
  %i66 = add nsw i64 %i2, %i65
  %p67 = getelementptr double, ptr %a1, i64 %i66
  %t68 = load double, ptr %p67, align 8
  %i69 = mul nsw i64 %i2, 64
  %i70 = add nsw i64 %i69, %i63
  %p71 = getelementptr double, ptr %w1, i64 %i70
  store double %t68, ptr %p71, align 8
  %i72 = add nsw i64 %i63, 1
  %c73 = icmp slt i64 %i72, %rows
  br i1 %c73, label %loop63, label %done63
done63:
  %i74 = add nsw i64 %i2, 1
  %c75 = icmp slt i64 %i74, 3
  br i1 %c75, label %loop2, label %done2
done2:
  ret void
}

; d = copy; net = dot; h = tanh; slope = tanh_slope; delta = dot; h = copy: 1 x 2 vectors of 4
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 192
  %w3 = getelementptr double, ptr %work, i64 320
  %w4 = getelementptr double, ptr %work, i64 648
  %w5 = getelementptr double, ptr %work, i64 776
  %w6 = getelementptr double, ptr %work, i64 904
  br label %loop7
loop7:
  %i7 = phi i64 [0, %entry], [%i193, %done156]
  %i8 = srem i64 %rows, 8
  %i9 = sub i64 %rows, %i8
  %i10 = srem i64 %rows, 4
  %i11 = sub i64 %rows, %i10
  %c13 = icmp slt i64 0, %i9
  br i1 %c13, label %loop12, label %done12
loop12:
  %i12 = phi i64 [0, %loop7], [%i92, %loop12]
  %i14 = mul nsw i64 %i12, 2
  %i15 = add nsw i64 %i7, %i14
  %p16 = getelementptr double, ptr %a2, i64 %i15
  %t17 = load double, ptr %p16, align 8
  %t18 = insertelement <8 x double> poison, double %t17, i32 0
  %p19 = getelementptr double, ptr %p16, i64 2
  %t20 = load double, ptr %p19, align 8
  %t21 = insertelement <8 x double> %t18, double %t20, i32 1
  %p22 = getelementptr double, ptr %p16, i64 4
  %t23 = load double, ptr %p22, align 8
  %t24 = insertelement <8 x double> %t21, double %t23, i32 2
  %p25 = getelementptr double, ptr %p16, i64 6
  %t26 = load double, ptr %p25, align 8
  %t27 = insertelement <8 x double> %t24, double %t26, i32 3
  %p28 = getelementptr double, ptr %p16, i64 8
  %t29 = load double, ptr %p28, align 8
  %t30 = insertelement <8 x double> %t27, double %t29, i32 4
  %p31 = getelementptr double, ptr %p16, i64 10
  %t32 = load double, ptr %p31, align 8
  %t33 = insertelement <8 x double> %t30, double %t32, i32 5
  %p34 = getelementptr double, ptr %p16, i64 12
  %t35 = load double, ptr %p34, align 8
  %t36 = insertelement <8 x double> %t33, double %t35, i32 6
  %p37 = getelementptr double, ptr %p16, i64 14
  %t38 = load double, ptr %p37, align 8
  %t39 = insertelement <8 x double> %t36, double %t38, i32 7
  %i40 = mul nsw i64 %i7, 4
  %p41 = getelementptr double, ptr %a0, i64 %i40
  %t42 = load double, ptr %p41, align 8
  %t43 = insertelement <8 x double> poison, double %t42, i32 0
  %t44 = shufflevector <8 x double> %t43, <8 x double> poison, <8 x i32> zeroinitializer
  %p45 = getelementptr double, ptr %w1, i64 %i12
  %t46 = load <8 x double>, ptr %p45, align 8
  %v47 = fmul contract <8 x double> %t44, %t46
  %p48 = getelementptr double, ptr %p41, i64 1
  %t49 = load double, ptr %p48, align 8
  %t50 = insertelement <8 x double> poison, double %t49, i32 0
  %t51 = shufflevector <8 x double> %t50, <8 x double> poison, <8 x i32> zeroinitializer
  %p52 = getelementptr double, ptr %p45, i64 64
  %t53 = load <8 x double>, ptr %p52, align 8
  %v54 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t51, <8 x double> %t53, <8 x double> %v47)
  %p55 = getelementptr double, ptr %p41, i64 2
  %t56 = load double, ptr %p55, align 8
  %t57 = insertelement <8 x double> poison, double %t56, i32 0
  %t58 = shufflevector <8 x double> %t57, <8 x double> poison, <8 x i32> zeroinitializer
  %p59 = getelementptr double, ptr %p45, i64 128
  %t60 = load <8 x double>, ptr %p59, align 8
  %v61 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t58, <8 x double> %t60, <8 x double> %v54)
  %p62 = getelementptr double, ptr %p41, i64 3
  %t63 = load double, ptr %p62, align 8
  %t64 = insertelement <8 x double> poison, double %t63, i32 0
  %t65 = shufflevector <8 x double> %t64, <8 x double> poison, <8 x i32> zeroinitializer
  %v66 = fadd contract <8 x double> %v61, %t65
  %v67 = call { <8 x double>, <8 x double> } @tanh_and_slope.x8(<8 x double> %v66)
  %v68 = extractvalue { <8 x double>, <8 x double> } %v67, 1
  %v69 = extractvalue { <8 x double>, <8 x double> } %v67, 0
  %v70 = fmul contract <8 x double> %t39, %v68
  %i71 = mul nsw i64 %i7, 64
  %i72 = add nsw i64 %i71, %i12
  %p73 = getelementptr double, ptr %w6, i64 %i72
  store <8 x double> %v70, ptr %p73, align 8
  %i74 = mul nsw i64 %i12, 2
  %i75 = add nsw i64 %i7, %i74
  %p76 = getelementptr double, ptr %a3, i64 %i75
  %t77 = extractelement <8 x double> %v69, i32 0
  store double %t77, ptr %p76, align 8
  %t78 = extractelement <8 x double> %v69, i32 1
  %p79 = getelementptr double, ptr %p76, i64 2
  store double %t78, ptr %p79, align 8
  %t80 = extractelement <8 x double> %v69, i32 2
  %p81 = getelementptr double, ptr %p76, i64 4
  store double %t80, ptr %p81, align 8
  %t82 = extractelement <8 x double> %v69, i32 3
  %p83 = getelementptr double, ptr %p76, i64 6
  store double %t82, ptr %p83, align 8
  %t84 = extractelement <8 x double> %v69, i32 4
  %p85 = getelementptr double, ptr %p76, i64 8
  store double %t84, ptr %p85, align 8
  %t86 = extractelement <8 x double> %v69, i32 5
  %p87 = getelementptr double, ptr %p76, i64 10
  store double %t86, ptr %p87, align 8
  %t88 = extractelement <8 x double> %v69, i32 6
  %p89 = getelementptr double, ptr %p76, i64 12
  store double %t88, ptr %p89, align 8
  %t90 = extractelement <8 x double> %v69, i32 7
  %p91 = getelementptr double, ptr %p76, i64 14
  store double %t90, ptr %p91, align 8
  %i92 = add nsw i64 %i12, 8
  %c93 = icmp slt i64 %i92, %i9
  br i1 %c93, label %loop12, label %done12
done12:
  %c95 = icmp slt i64 %i9, %i11
  br i1 %c95, label %loop94, label %done94
loop94:
  %i94 = phi i64 [%i9, %done12], [%i154, %loop94]
  %i96 = mul nsw i64 %i94, 2
  %i97 = add nsw i64 %i7, %i96
  %p98 = getelementptr double, ptr %a2, i64 %i97
  %t99 = load double, ptr %p98, align 8
  %t100 = insertelement <4 x double> poison, double %t99, i32 0
  %p101 = getelementptr double, ptr %p98, i64 2
  %t102 = load double, ptr %p101, align 8
  %t103 = insertelement <4 x double> %t100, double %t102, i32 1
  %p104 = getelementptr double, ptr %p98, i64 4
  %t105 = load double, ptr %p104, align 8
  %t106 = insertelement <4 x double> %t103, double %t105, i32 2
  %p107 = getelementptr double, ptr %p98, i64 6
  %t108 = load double, ptr %p107, align 8
  %t109 = insertelement <4 x double> %t106, double %t108, i32 3
  %i110 = mul nsw i64 %i7, 4
  %p111 = getelementptr double, ptr %a0, i64 %i110
  %t112 = load double, ptr %p111, align 8
  %t113 = insertelement <4 x double> poison, double %t112, i32 0
  %t114 = shufflevector <4 x double> %t113, <4 x double> poison, <4 x i32> zeroinitializer
  %p115 = getelementptr double, ptr %w1, i64 %i94
  %t116 = load <4 x double>, ptr %p115, align 8
  %v117 = fmul contract <4 x double> %t114, %t116
  %p118 = getelementptr double, ptr %p111, i64 1
  %t119 = load double, ptr %p118, align 8
  %t120 = insertelement <4 x double> poison, double %t119, i32 0
  %t121 = shufflevector <4 x double> %t120, <4 x double> poison, <4 x i32> zeroinitializer
  %p122 = getelementptr double, ptr %p115, i64 64
  %t123 = load <4 x double>, ptr %p122, align 8
  %v124 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t121, <4 x double> %t123, <4 x double> %v117)
  %p125 = getelementptr double, ptr %p111, i64 2
  %t126 = load double, ptr %p125, align 8
  %t127 = insertelement <4 x double> poison, double %t126, i32 0
  %t128 = shufflevector <4 x double> %t127, <4 x double> poison, <4 x i32> zeroinitializer
  %p129 = getelementptr double, ptr %p115, i64 128
  %t130 = load <4 x double>, ptr %p129, align 8
  %v131 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t128, <4 x double> %t130, <4 x double> %v124)
  %p132 = getelementptr double, ptr %p111, i64 3
  %t133 = load double, ptr %p132, align 8
  %t134 = insertelement <4 x double> poison, double %t133, i32 0
  %t135 = shufflevector <4 x double> %t134, <4 x double> poison, <4 x i32> zeroinitializer
  %v136 = fadd contract <4 x double> %v131, %t135
  %v137 = call { <4 x double>, <4 x double> } @tanh_and_slope.x4(<4 x double> %v136)
  %v138 = extractvalue { <4 x double>, <4 x double> } %v137, 1
  %v139 = extractvalue { <4 x double>, <4 x double> } %v137, 0
  %v140 = fmul contract <4 x double> %t109, %v138
  %i141 = mul nsw i64 %i7, 64
  %i142 = add nsw i64 %i141, %i94
  %p143 = getelementptr double, ptr %w6, i64 %i142
  store <4 x double> %v140, ptr %p143, align 8
  %i144 = mul nsw i64 %i94, 2
  %i145 = add nsw i64 %i7, %i144
  %p146 = getelementptr double, ptr %a3, i64 %i145
  %t147 = extractelement <4 x double> %v139, i32 0
  store double %t147, ptr %p146, align 8
  %t148 = extractelement <4 x double> %v139, i32 1
  %p149 = getelementptr double, ptr %p146, i64 2
  store double %t148, ptr %p149, align 8
  %t150 = extractelement <4 x double> %v139, i32 2
  %p151 = getelementptr double, ptr %p146, i64 4
  store double %t150, ptr %p151, align 8
  %t152 = extractelement <4 x double> %v139, i32 3
  %p153 = getelementptr double, ptr %p146, i64 6
  store double %t152, ptr %p153, align 8
  %i154 = add nsw i64 %i94, 4
  %c155 = icmp slt i64 %i154, %i11
  br i1 %c155, label %loop94, label %done94
done94:
  %c157 = icmp slt i64 %i11, %rows
  br i1 %c157, label %loop156, label %done156
loop156:
  %i156 = phi i64 [%i11, %done94], [%i191, %loop156]
  %i158 = mul nsw i64 %i156, 2
  %i159 = add nsw i64 %i7, %i158
  %p160 = getelementptr double, ptr %a2, i64 %i159
  %t161 = load double, ptr %p160, align 8
  %i162 = mul nsw i64 %i7, 4
  %p163 = getelementptr double, ptr %a0, i64 %i162
  %t164 = load double, ptr %p163, align 8
  %p165 = getelementptr double, ptr %w1, i64 %i156
  %t166 = load double, ptr %p165, align 8
  %v167 = fmul contract double %t164, %t166
  %p168 = getelementptr double, ptr %p163, i64 1
  %t169 = load double, ptr %p168, align 8
  %p170 = getelementptr double, ptr %p165, i64 64
  %t171 = load double, ptr %p170, align 8
  %v172 = call double @llvm.fmuladd.f64(double %t169, double %t171, double %v167)
  %p173 = getelementptr double, ptr %p163, i64 2
  %t174 = load double, ptr %p173, align 8
  %p175 = getelementptr double, ptr %p165, i64 128
  %t176 = load double, ptr %p175, align 8
  %v177 = call double @llvm.fmuladd.f64(double %t174, double %t176, double %v172)
  %p178 = getelementptr double, ptr %p163, i64 3
  %t179 = load double, ptr %p178, align 8
  %v180 = fadd contract double %v177, %t179
  %v181 = call { double, double } @tanh_and_slope.x1(double %v180)
  %v182 = extractvalue { double, double } %v181, 1
  %v183 = extractvalue { double, double } %v181, 0
  %v184 = fmul contract double %t161, %v182
  %i185 = mul nsw i64 %i7, 64
  %i186 = add nsw i64 %i185, %i156
  %p187 = getelementptr double, ptr %w6, i64 %i186
  store double %v184, ptr %p187, align 8
  %i188 = mul nsw i64 %i156, 2
  %i189 = add nsw i64 %i7, %i188
  %p190 = getelementptr double, ptr %a3, i64 %i189
  store double %v183, ptr %p190, align 8
  %i191 = add nsw i64 %i156, 1
  %c192 = icmp slt i64 %i191, %rows
  br i1 %c192, label %loop156, label %done156
done156:
  %i193 = add nsw i64 %i7, 1
  %c194 = icmp slt i64 %i193, 2
  br i1 %c194, label %loop7, label %done7
done7:
  ret void
}

; dx = dot; dx = copy: 1 x 2 vectors of 4
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 456
  %w2 = getelementptr double, ptr %work, i64 904
  br label %loop3
loop3:
  %i3 = phi i64 [0, %entry], [%i96, %done79]
  %i4 = srem i64 %rows, 8
  %i5 = sub i64 %rows, %i4
  %i6 = srem i64 %rows, 4
  %i7 = sub i64 %rows, %i6
  %c9 = icmp slt i64 0, %i5
  br i1 %c9, label %loop8, label %done8
loop8:
  %i8 = phi i64 [0, %loop3], [%i49, %loop8]
  %p10 = getelementptr double, ptr %a0, i64 %i3
  %t11 = load double, ptr %p10, align 8
  %t12 = insertelement <4 x double> poison, double %t11, i32 0
  %t13 = shufflevector <4 x double> %t12, <4 x double> poison, <4 x i32> zeroinitializer
  %p14 = getelementptr double, ptr %w2, i64 %i8
  %t15 = load <4 x double>, ptr %p14, align 8
  %v16 = fmul contract <4 x double> %t13, %t15
  %p17 = getelementptr double, ptr %p10, i64 4
  %t18 = load double, ptr %p17, align 8
  %t19 = insertelement <4 x double> poison, double %t18, i32 0
  %t20 = shufflevector <4 x double> %t19, <4 x double> poison, <4 x i32> zeroinitializer
  %p21 = getelementptr double, ptr %p14, i64 64
  %t22 = load <4 x double>, ptr %p21, align 8
  %v23 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t20, <4 x double> %t22, <4 x double> %v16)
  %p24 = getelementptr double, ptr %p14, i64 4
  %t25 = load <4 x double>, ptr %p24, align 8
  %v26 = fmul contract <4 x double> %t13, %t25
  %p27 = getelementptr double, ptr %p14, i64 68
  %t28 = load <4 x double>, ptr %p27, align 8
  %v29 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t20, <4 x double> %t28, <4 x double> %v26)
  %i30 = mul nsw i64 %i8, 3
  %i31 = add nsw i64 %i3, %i30
  %p32 = getelementptr double, ptr %a5, i64 %i31
  %t33 = extractelement <4 x double> %v23, i32 0
  store double %t33, ptr %p32, align 8
  %t34 = extractelement <4 x double> %v23, i32 1
  %p35 = getelementptr double, ptr %p32, i64 3
  store double %t34, ptr %p35, align 8
  %t36 = extractelement <4 x double> %v23, i32 2
  %p37 = getelementptr double, ptr %p32, i64 6
  store double %t36, ptr %p37, align 8
  %t38 = extractelement <4 x double> %v23, i32 3
  %p39 = getelementptr double, ptr %p32, i64 9
  store double %t38, ptr %p39, align 8
  %p40 = getelementptr double, ptr %p32, i64 12
  %t41 = extractelement <4 x double> %v29, i32 0
  %p42 = getelementptr double, ptr %p32, i64 12
  store double %t41, ptr %p42, align 8
  %t43 = extractelement <4 x double> %v29, i32 1
  %p44 = getelementptr double, ptr %p32, i64 15
  store double %t43, ptr %p44, align 8
  %t45 = extractelement <4 x double> %v29, i32 2
  %p46 = getelementptr double, ptr %p32, i64 18
  store double %t45, ptr %p46, align 8
  %t47 = extractelement <4 x double> %v29, i32 3
  %p48 = getelementptr double, ptr %p32, i64 21
  store double %t47, ptr %p48, align 8
  %i49 = add nsw i64 %i8, 8
  %c50 = icmp slt i64 %i49, %i5
  br i1 %c50, label %loop8, label %done8
done8:
  %c52 = icmp slt i64 %i5, %i7
  br i1 %c52, label %loop51, label %done51
loop51:
  %i51 = phi i64 [%i5, %done8], [%i77, %loop51]
  %p53 = getelementptr double, ptr %a0, i64 %i3
  %t54 = load double, ptr %p53, align 8
  %t55 = insertelement <4 x double> poison, double %t54, i32 0
  %t56 = shufflevector <4 x double> %t55, <4 x double> poison, <4 x i32> zeroinitializer
  %p57 = getelementptr double, ptr %w2, i64 %i51
  %t58 = load <4 x double>, ptr %p57, align 8
  %v59 = fmul contract <4 x double> %t56, %t58
  %p60 = getelementptr double, ptr %p53, i64 4
  %t61 = load double, ptr %p60, align 8
  %t62 = insertelement <4 x double> poison, double %t61, i32 0
  %t63 = shufflevector <4 x double> %t62, <4 x double> poison, <4 x i32> zeroinitializer
  %p64 = getelementptr double, ptr %p57, i64 64
  %t65 = load <4 x double>, ptr %p64, align 8
  %v66 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t63, <4 x double> %t65, <4 x double> %v59)
  %i67 = mul nsw i64 %i51, 3
  %i68 = add nsw i64 %i3, %i67
  %p69 = getelementptr double, ptr %a5, i64 %i68
  %t70 = extractelement <4 x double> %v66, i32 0
  store double %t70, ptr %p69, align 8
  %t71 = extractelement <4 x double> %v66, i32 1
  %p72 = getelementptr double, ptr %p69, i64 3
  store double %t71, ptr %p72, align 8
  %t73 = extractelement <4 x double> %v66, i32 2
  %p74 = getelementptr double, ptr %p69, i64 6
  store double %t73, ptr %p74, align 8
  %t75 = extractelement <4 x double> %v66, i32 3
  %p76 = getelementptr double, ptr %p69, i64 9
  store double %t75, ptr %p76, align 8
  %i77 = add nsw i64 %i51, 4
  %c78 = icmp slt i64 %i77, %i7
  br i1 %c78, label %loop51, label %done51
done51:
  %c80 = icmp slt i64 %i7, %rows
  br i1 %c80, label %loop79, label %done79
loop79:
  %i79 = phi i64 [%i7, %done51], [%i94, %loop79]
  %p81 = getelementptr double, ptr %a0, i64 %i3
  %t82 = load double, ptr %p81, align 8
  %p83 = getelementptr double, ptr %w2, i64 %i79
  %t84 = load double, ptr %p83, align 8
  %v85 = fmul contract double %t82, %t84
  %p86 = getelementptr double, ptr %p81, i64 4
  %t87 = load double, ptr %p86, align 8
  %p88 = getelementptr double, ptr %p83, i64 64
  %t89 = load double, ptr %p88, align 8
  %v90 = call double @llvm.fmuladd.f64(double %t87, double %t89, double %v85)
  %i91 = mul nsw i64 %i79, 3
  %i92 = add nsw i64 %i3, %i91
  %p93 = getelementptr double, ptr %a5, i64 %i92
  store double %v90, ptr %p93, align 8
  %i94 = add nsw i64 %i79, 1
  %c95 = icmp slt i64 %i94, %rows
  br i1 %c95, label %loop79, label %done79
done79:
  %i96 = add nsw i64 %i3, 1
  %c97 = icmp slt i64 %i96, 3
  br i1 %c97, label %loop3, label %done3
done3:
  ret void
}

; g = dot: 2 x 1 vectors of 4
define internal void @kernel3(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 904
  %t2 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %a4, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p3 = getelementptr double, ptr %a4, i64 4
  %t4 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p3, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %c8 = icmp slt i64 0, %rows
  br i1 %c8, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i22, %loop5]
  %s6 = phi <4 x double> [%t2, %entry], [%v16, %loop5]
  %s7 = phi <4 x double> [%t4, %entry], [%v21, %loop5]
  %p9 = getelementptr double, ptr %w1, i64 %k5
  %t10 = load double, ptr %p9, align 8
  %t11 = insertelement <4 x double> poison, double %t10, i32 0
  %t12 = shufflevector <4 x double> %t11, <4 x double> poison, <4 x i32> zeroinitializer
  %i13 = mul nsw i64 %k5, 3
  %p14 = getelementptr double, ptr %a1, i64 %i13
  %t15 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p14, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %v16 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t12, <4 x double> %t15, <4 x double> %s6)
  %p17 = getelementptr double, ptr %p9, i64 64
  %t18 = load double, ptr %p17, align 8
  %t19 = insertelement <4 x double> poison, double %t18, i32 0
  %t20 = shufflevector <4 x double> %t19, <4 x double> poison, <4 x i32> zeroinitializer
  %v21 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t20, <4 x double> %t15, <4 x double> %s7)
  %i22 = add nsw i64 %k5, 1
  %c23 = icmp slt i64 %i22, %rows
  br i1 %c23, label %loop5, label %done5
done5:
  %s24 = phi <4 x double> [%t2, %entry], [%v16, %loop5]
  %s25 = phi <4 x double> [%t4, %entry], [%v21, %loop5]
  call void @llvm.masked.store.v4f64.p0(<4 x double> %s24, ptr %a4, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  %p26 = getelementptr double, ptr %a4, i64 4
  call void @llvm.masked.store.v4f64.p0(<4 x double> %s25, ptr %p26, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  ret void
}

; g = dot: 1 x 1 vectors of 2 along the steps
define internal void @kernel4(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 904
  %p2 = getelementptr double, ptr %a4, i64 3
  %p3 = getelementptr double, ptr %a4, i64 3
  %t4 = load double, ptr %p3, align 8
  %t5 = insertelement <2 x double> poison, double %t4, i32 0
  %p6 = getelementptr double, ptr %a4, i64 7
  %t7 = load double, ptr %p6, align 8
  %t8 = insertelement <2 x double> %t5, double %t7, i32 1
  %i9 = and i64 %rows, -4
  %c13 = icmp slt i64 0, %i9
  br i1 %c13, label %loop10, label %done10
loop10:
  %k10 = phi i64 [0, %entry], [%i20, %loop10]
  %s11 = phi <4 x double> [splat (double -0.0), %entry], [%v16, %loop10]
  %s12 = phi <4 x double> [splat (double -0.0), %entry], [%v19, %loop10]
  %p14 = getelementptr double, ptr %w1, i64 %k10
  %t15 = load <4 x double>, ptr %p14, align 8
  %v16 = fadd contract <4 x double> %s11, %t15
  %p17 = getelementptr double, ptr %p14, i64 64
  %t18 = load <4 x double>, ptr %p17, align 8
  %v19 = fadd contract <4 x double> %s12, %t18
  %i20 = add nsw i64 %k10, 4
  %c21 = icmp slt i64 %i20, %i9
  br i1 %c21, label %loop10, label %done10
done10:
  %s22 = phi <4 x double> [splat (double -0.0), %entry], [%v16, %loop10]
  %s23 = phi <4 x double> [splat (double -0.0), %entry], [%v19, %loop10]
  %i24 = sub i64 %rows, %i9
  %t25 = insertelement <4 x i64> poison, i64 %i24, i32 0
  %t26 = shufflevector <4 x i64> %t25, <4 x i64> poison, <4 x i32> zeroinitializer
  %m27 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t26
  %p28 = getelementptr double, ptr %w1, i64 %i9
  %t29 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p28, i32 8, <4 x i1> %m27, <4 x double> zeroinitializer)
  %v30 = fadd contract <4 x double> %s22, %t29
  %p31 = getelementptr double, ptr %p28, i64 64
  %t32 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p31, i32 8, <4 x i1> %m27, <4 x double> zeroinitializer)
  %v33 = fadd contract <4 x double> %s23, %t32
  %t34 = shufflevector <4 x double> %v30, <4 x double> %v33, <4 x i32> <i32 0, i32 4, i32 2, i32 6>
  %t35 = shufflevector <4 x double> %v30, <4 x double> %v33, <4 x i32> <i32 1, i32 5, i32 3, i32 7>
  %v36 = fadd contract <4 x double> %t34, %t35
  %t37 = shufflevector <4 x double> %v36, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t38 = shufflevector <4 x double> %v36, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v39 = fadd contract <2 x double> %t37, %t38
  %v40 = fadd contract <2 x double> %t8, %v39
  %p41 = getelementptr double, ptr %a4, i64 3
  %t42 = extractelement <2 x double> %v40, i32 0
  %p43 = getelementptr double, ptr %a4, i64 3
  store double %t42, ptr %p43, align 8
  %t44 = extractelement <2 x double> %v40, i32 1
  %p45 = getelementptr double, ptr %a4, i64 7
  store double %t44, ptr %p45, align 8
  ret void
}

define void @map(ptr %frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %work = load ptr, ptr %frame
  %p1 = getelementptr ptr, ptr %frame, i64 1
  %p2 = load ptr, ptr %p1
  %rows3 = load i64, ptr %p2
  %p4 = getelementptr ptr, ptr %frame, i64 2
  %p5 = load ptr, ptr %p4
  %p6 = getelementptr ptr, ptr %frame, i64 3
  %p7 = load ptr, ptr %p6
  %p8 = getelementptr ptr, ptr %frame, i64 4
  %p9 = load ptr, ptr %p8
  %p10 = getelementptr ptr, ptr %frame, i64 5
  %p11 = load ptr, ptr %p10
  %p12 = getelementptr ptr, ptr %frame, i64 6
  %p13 = load ptr, ptr %p12
  %p14 = getelementptr ptr, ptr %frame, i64 7
  %p15 = load ptr, ptr %p14
  br label %loop16
loop16:
  %i16 = phi i64 [0, %entry], [%i18, %loop16]
  %p17 = getelementptr double, ptr %p13, i64 %i16
  store double 0.0, ptr %p17, align 8
  %i18 = add nsw i64 %i16, 1
  %c19 = icmp slt i64 %i18, 8
  br i1 %c19, label %loop16, label %done16
done16:
  %i20 = add i64 %rows3, 63
  %i21 = urem i64 %i20, 64
  %i22 = sub i64 %i20, %i21
  %c24 = icmp slt i64 0, %i22
  br i1 %c24, label %loop23, label %done23
loop23:
  %first23 = phi i64 [0, %done16], [%i36, %loop23]
  %i25 = sub i64 %rows3, %first23
  %c26 = icmp slt i64 %i25, 64
  %rows27 = select i1 %c26, i64 %i25, i64 64
  %i28 = mul nsw i64 %first23, 3
  %p29 = getelementptr double, ptr %p7, i64 %i28
  %i30 = mul nsw i64 %first23, 2
  %p31 = getelementptr double, ptr %p9, i64 %i30
  %i32 = mul nsw i64 %first23, 2
  %p33 = getelementptr double, ptr %p11, i64 %i32
  %i34 = mul nsw i64 %first23, 3
  %p35 = getelementptr double, ptr %p15, i64 %i34
  call void @kernel0(ptr %work, ptr %p5, ptr %p29, ptr %p31, ptr %p33, ptr %p13, ptr %p35, i64 %rows27)
  call void @kernel1(ptr %work, ptr %p5, ptr %p29, ptr %p31, ptr %p33, ptr %p13, ptr %p35, i64 %rows27)
  call void @kernel2(ptr %work, ptr %p5, ptr %p29, ptr %p31, ptr %p33, ptr %p13, ptr %p35, i64 %rows27)
  call void @kernel3(ptr %work, ptr %p5, ptr %p29, ptr %p31, ptr %p33, ptr %p13, ptr %p35, i64 %rows27)
  call void @kernel4(ptr %work, ptr %p5, ptr %p29, ptr %p31, ptr %p33, ptr %p13, ptr %p35, i64 %rows27)
  %i36 = add nsw i64 %first23, 64
  %c37 = icmp slt i64 %i36, %i22
  br i1 %c37, label %loop23, label %done23
done23:
  ret void
}

======== rows in blocks of 64
; i = copy: 1 x 2 vectors of 4
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %i2 = srem i64 %rows, 8
  %i3 = sub i64 %rows, %i2
  %i4 = srem i64 %rows, 4
  %i5 = sub i64 %rows, %i4
  %c7 = icmp slt i64 0, %i3
  br i1 %c7, label %loop6, label %done6
loop6:
  %i6 = phi i64 [0, %entry], [%i14, %loop6]
  %p8 = getelementptr double, ptr %a0, i64 %i6
  %t9 = load <4 x double>, ptr %p8, align 8
  %p10 = getelementptr double, ptr %w1, i64 %i6
  store <4 x double> %t9, ptr %p10, align 8
  %p11 = getelementptr double, ptr %p8, i64 4
  %t12 = load <4 x double>, ptr %p11, align 8
  %p13 = getelementptr double, ptr %p10, i64 4
  store <4 x double> %t12, ptr %p13, align 8
  %i14 = add nsw i64 %i6, 8
  %c15 = icmp slt i64 %i14, %i3
  br i1 %c15, label %loop6, label %done6
done6:
  %c17 = icmp slt i64 %i3, %i5
  br i1 %c17, label %loop16, label %done16
loop16:
  %i16 = phi i64 [%i3, %done6], [%i21, %loop16]
  %p18 = getelementptr double, ptr %a0, i64 %i16
  %t19 = load <4 x double>, ptr %p18, align 8
  %p20 = getelementptr double, ptr %w1, i64 %i16
  store <4 x double> %t19, ptr %p20, align 8
  %i21 = add nsw i64 %i16, 4
  %c22 = icmp slt i64 %i21, %i5
  br i1 %c22, label %loop16, label %done16
done16:
  %c23 = icmp slt i64 %i5, %rows
  br i1 %c23, label %then24, label %after24
then24:
  %i25 = sub i64 %rows, %i5
  %t26 = insertelement <4 x i64> poison, i64 %i25, i32 0
  %t27 = shufflevector <4 x i64> %t26, <4 x i64> poison, <4 x i32> zeroinitializer
  %m28 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t27
  %p29 = getelementptr double, ptr %a0, i64 %i5
  %t30 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p29, i32 8, <4 x i1> %m28, <4 x double> zeroinitializer)
  %p31 = getelementptr double, ptr %w1, i64 %i5
  call void @llvm.masked.store.v4f64.p0(<4 x double> %t30, ptr %p31, i32 8, <4 x i1> %m28)
  br label %after24
after24:
  ret void
}

; mul = mul; dot = dot; mul_2 = mul; tanh = tanh; tanh_slope = tanh_slope; table_2 = copy: 1 x 1 vectors of 1
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 136
  %w2 = getelementptr double, ptr %work, i64 144
  %w3 = getelementptr double, ptr %work, i64 152
  %w4 = getelementptr double, ptr %work, i64 168
  %w5 = getelementptr double, ptr %work, i64 184
  %w6 = getelementptr double, ptr %work, i64 192
  %t7 = load double, ptr %a3, align 8
  %t8 = load double, ptr %a2, align 8
  %v9 = fmul contract double %t7, %t8
  %t10 = load double, ptr %a2, align 8
  %p11 = getelementptr double, ptr %a3, i64 1
  %t12 = load double, ptr %p11, align 8
  %v13 = fadd contract double %t10, %t12
  %p14 = getelementptr double, ptr %a3, i64 2
  %t15 = load double, ptr %p14, align 8
  %p16 = getelementptr double, ptr %a3, i64 1
  %t17 = load double, ptr %p16, align 8
  %v18 = fmul contract double %t15, %t17
  %v19 = call { double, double } @tanh_and_slope.x1(double %v9)
  %v20 = extractvalue { double, double } %v19, 1
  %v21 = extractvalue { double, double } %v19, 0
  store double %v20, ptr %w5, align 8
  %p22 = getelementptr double, ptr %a3, i64 3
  %t23 = load double, ptr %p22, align 8
  %p24 = getelementptr double, ptr %w6, i64 4
  store double %t23, ptr %p24, align 8
  %p25 = getelementptr double, ptr %w6, i64 2
  store double %v13, ptr %p25, align 8
  %p26 = getelementptr double, ptr %w6, i64 3
  store double %v18, ptr %p26, align 8
  store double %v21, ptr %w6, align 8
  ret void
}

; take = take: 1 x 1 vectors of 1
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 160
  %w2 = getelementptr double, ptr %work, i64 176
  %t3 = load double, ptr %a1, align 8
  %i4 = fptosi double %t3 to i64
  %p5 = getelementptr double, ptr %w1, i64 %i4
  %t6 = load double, ptr %p5, align 8
  store double %t6, ptr %w2, align 8
  ret void
}

; table_2 = copy: 1 x 1 vectors of 1
define internal void @kernel3(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 192
  %p2 = getelementptr double, ptr %w1, i64 1
  store double 0.5, ptr %p2, align 8
  ret void
}

; take_2 = take: 1 x 1 vectors of 1
define internal void @kernel4(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 192
  %w3 = getelementptr double, ptr %work, i64 200
  %c5 = icmp slt i64 0, %rows
  br i1 %c5, label %loop4, label %done4
loop4:
  %i4 = phi i64 [0, %entry], [%i12, %loop4]
  %p6 = getelementptr double, ptr %w1, i64 %i4
  %t7 = load double, ptr %p6, align 8
  %i8 = fptosi double %t7 to i64
  %p9 = getelementptr double, ptr %w2, i64 %i8
  %t10 = load double, ptr %p9, align 8
  %p11 = getelementptr double, ptr %w3, i64 %i4
  store double %t10, ptr %p11, align 8
  %i12 = add nsw i64 %i4, 1
  %c13 = icmp slt i64 %i12, %rows
  br i1 %c13, label %loop4, label %done4
done4:
  ret void
}

; take_3 = take: 1 x 1 vectors of 1
define internal void @kernel5(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 192
  %w2 = getelementptr double, ptr %work, i64 264
  %t3 = load double, ptr %a1, align 8
  %i4 = fptosi double %t3 to i64
  %p5 = getelementptr double, ptr %w1, i64 %i4
  %t6 = load double, ptr %p5, align 8
  store double %t6, ptr %w2, align 8
  ret void
}

; table_3 = copy: 1 x 2 vectors of 4
define internal void @kernel6(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 200
  %w2 = getelementptr double, ptr %work, i64 264
  %w3 = getelementptr double, ptr %work, i64 272
  %i4 = srem i64 %rows, 8
  %i5 = sub i64 %rows, %i4
  %i6 = srem i64 %rows, 4
  %i7 = sub i64 %rows, %i6
  %c9 = icmp slt i64 0, %i5
  br i1 %c9, label %loop8, label %done8
loop8:
  %i8 = phi i64 [0, %entry], [%i26, %loop8]
  %t10 = load double, ptr %a3, align 8
  %t11 = insertelement <4 x double> poison, double %t10, i32 0
  %t12 = shufflevector <4 x double> %t11, <4 x double> poison, <4 x i32> zeroinitializer
  %p13 = getelementptr double, ptr %w3, i64 %i8
  %p14 = getelementptr double, ptr %p13, i64 128
  store <4 x double> %t12, ptr %p14, align 8
  %p15 = getelementptr double, ptr %p13, i64 132
  store <4 x double> %t12, ptr %p15, align 8
  %p16 = getelementptr double, ptr %w1, i64 %i8
  %t17 = load <4 x double>, ptr %p16, align 8
  store <4 x double> %t17, ptr %p13, align 8
  %p18 = getelementptr double, ptr %p16, i64 4
  %t19 = load <4 x double>, ptr %p18, align 8
  %p20 = getelementptr double, ptr %p13, i64 4
  store <4 x double> %t19, ptr %p20, align 8
  %t21 = load double, ptr %w2, align 8
  %t22 = insertelement <4 x double> poison, double %t21, i32 0
  %t23 = shufflevector <4 x double> %t22, <4 x double> poison, <4 x i32> zeroinitializer
  %p24 = getelementptr double, ptr %p13, i64 64
  store <4 x double> %t23, ptr %p24, align 8
  %p25 = getelementptr double, ptr %p13, i64 68
  store <4 x double> %t23, ptr %p25, align 8
  %i26 = add nsw i64 %i8, 8
  %c27 = icmp slt i64 %i26, %i5
  br i1 %c27, label %loop8, label %done8
done8:
  %c29 = icmp slt i64 %i5, %i7
  br i1 %c29, label %loop28, label %done28
loop28:
  %i28 = phi i64 [%i5, %done8], [%i41, %loop28]
  %t30 = load double, ptr %a3, align 8
  %t31 = insertelement <4 x double> poison, double %t30, i32 0
  %t32 = shufflevector <4 x double> %t31, <4 x double> poison, <4 x i32> zeroinitializer
  %p33 = getelementptr double, ptr %w3, i64 %i28
  %p34 = getelementptr double, ptr %p33, i64 128
  store <4 x double> %t32, ptr %p34, align 8
  %p35 = getelementptr double, ptr %w1, i64 %i28
  %t36 = load <4 x double>, ptr %p35, align 8
  store <4 x double> %t36, ptr %p33, align 8
  %t37 = load double, ptr %w2, align 8
  %t38 = insertelement <4 x double> poison, double %t37, i32 0
  %t39 = shufflevector <4 x double> %t38, <4 x double> poison, <4 x i32> zeroinitializer
  %p40 = getelementptr double, ptr %p33, i64 64
  store <4 x double> %t39, ptr %p40, align 8
  %i41 = add nsw i64 %i28, 4
  %c42 = icmp slt i64 %i41, %i7
  br i1 %c42, label %loop28, label %done28
done28:
  %c43 = icmp slt i64 %i7, %rows
  br i1 %c43, label %then44, label %after44
then44:
  %i45 = sub i64 %rows, %i7
  %t46 = insertelement <4 x i64> poison, i64 %i45, i32 0
  %t47 = shufflevector <4 x i64> %t46, <4 x i64> poison, <4 x i32> zeroinitializer
  %m48 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t47
  %t49 = load double, ptr %a3, align 8
  %t50 = insertelement <4 x double> poison, double %t49, i32 0
  %t51 = shufflevector <4 x double> %t50, <4 x double> poison, <4 x i32> zeroinitializer
  %p52 = getelementptr double, ptr %w3, i64 %i7
  %p53 = getelementptr double, ptr %p52, i64 128
  call void @llvm.masked.store.v4f64.p0(<4 x double> %t51, ptr %p53, i32 8, <4 x i1> %m48)
  %p54 = getelementptr double, ptr %w1, i64 %i7
  %t55 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p54, i32 8, <4 x i1> %m48, <4 x double> zeroinitializer)
  call void @llvm.masked.store.v4f64.p0(<4 x double> %t55, ptr %p52, i32 8, <4 x i1> %m48)
  %t56 = load double, ptr %w2, align 8
  %t57 = insertelement <4 x double> poison, double %t56, i32 0
  %t58 = shufflevector <4 x double> %t57, <4 x double> poison, <4 x i32> zeroinitializer
  %p59 = getelementptr double, ptr %p52, i64 64
  call void @llvm.masked.store.v4f64.p0(<4 x double> %t58, ptr %p59, i32 8, <4 x i1> %m48)
  br label %after44
after44:
  ret void
}

; mul_3 = mul: 1 x 1 vectors of 1
define internal void @kernel7(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 176
  %w2 = getelementptr double, ptr %work, i64 264
  %w3 = getelementptr double, ptr %work, i64 464
  %t4 = load double, ptr %w1, align 8
  %t5 = load double, ptr %w2, align 8
  %v6 = fmul contract double %t4, %t5
  store double %v6, ptr %w3, align 8
  ret void
}

; take_4 = take: 1 x 1 vectors of 1
define internal void @kernel8(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 272
  %w2 = getelementptr double, ptr %work, i64 472
  %c4 = icmp slt i64 0, %rows
  br i1 %c4, label %loop3, label %done3
loop3:
  %i3 = phi i64 [0, %entry], [%i12, %loop3]
  %t5 = load double, ptr %a1, align 8
  %i6 = fptosi double %t5 to i64
  %i7 = mul nsw i64 %i6, 64
  %p8 = getelementptr double, ptr %w1, i64 %i3
  %p9 = getelementptr double, ptr %p8, i64 %i7
  %t10 = load double, ptr %p9, align 8
  %p11 = getelementptr double, ptr %w2, i64 %i3
  store double %t10, ptr %p11, align 8
  %i12 = add nsw i64 %i3, 1
  %c13 = icmp slt i64 %i12, %rows
  br i1 %c13, label %loop3, label %done3
done3:
  ret void
}

; sin = sin; cos = cos; value = dot; dot_2 = dot; value = copy: 1 x 2 vectors of 4
define internal void @kernel9(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 64
  %w3 = getelementptr double, ptr %work, i64 200
  %w4 = getelementptr double, ptr %work, i64 464
  %w5 = getelementptr double, ptr %work, i64 472
  %w6 = getelementptr double, ptr %work, i64 536
  %w7 = getelementptr double, ptr %work, i64 600
  %w8 = getelementptr double, ptr %work, i64 664
  %i9 = srem i64 %rows, 8
  %i10 = sub i64 %rows, %i9
  %i11 = srem i64 %rows, 4
  %i12 = sub i64 %rows, %i11
  %c14 = icmp slt i64 0, %i10
  br i1 %c14, label %loop13, label %done13
loop13:
  %i13 = phi i64 [0, %entry], [%i38, %loop13]
  %p15 = getelementptr double, ptr %w5, i64 %i13
  %t16 = load <8 x double>, ptr %p15, align 8
  %v17 = call <8 x double> @sin.x8(<8 x double> %t16)
  %p18 = getelementptr double, ptr %w6, i64 %i13
  store <8 x double> %v17, ptr %p18, align 8
  %v19 = call <8 x double> @cos.x8(<8 x double> %t16)
  %t20 = load double, ptr %a2, align 8
  %t21 = insertelement <8 x double> poison, double %t20, i32 0
  %t22 = shufflevector <8 x double> %t21, <8 x double> poison, <8 x i32> zeroinitializer
  %p23 = getelementptr double, ptr %w1, i64 %i13
  %t24 = load <8 x double>, ptr %p23, align 8
  %v25 = fmul contract <8 x double> %t22, %t24
  %t26 = load <8 x double>, ptr %p15, align 8
  %p27 = getelementptr double, ptr %w3, i64 %i13
  %t28 = load <8 x double>, ptr %p27, align 8
  %v29 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t26, <8 x double> %t28, <8 x double> %v25)
  %t30 = load double, ptr %w4, align 8
  %t31 = insertelement <8 x double> poison, double %t30, i32 0
  %t32 = shufflevector <8 x double> %t31, <8 x double> poison, <8 x i32> zeroinitializer
  %v33 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %v17, <8 x double> %t32, <8 x double> %v29)
  %v34 = fmul contract <8 x double> %v19, %t32
  %v35 = fadd contract <8 x double> %v34, %t28
  %p36 = getelementptr double, ptr %w8, i64 %i13
  store <8 x double> %v35, ptr %p36, align 8
  %p37 = getelementptr double, ptr %a4, i64 %i13
  store <8 x double> %v33, ptr %p37, align 8
  %i38 = add nsw i64 %i13, 8
  %c39 = icmp slt i64 %i38, %i10
  br i1 %c39, label %loop13, label %done13
done13:
  %c41 = icmp slt i64 %i10, %i12
  br i1 %c41, label %loop40, label %done40
loop40:
  %i40 = phi i64 [%i10, %done13], [%i65, %loop40]
  %p42 = getelementptr double, ptr %w5, i64 %i40
  %t43 = load <4 x double>, ptr %p42, align 8
  %v44 = call <4 x double> @sin.x4(<4 x double> %t43)
  %p45 = getelementptr double, ptr %w6, i64 %i40
  store <4 x double> %v44, ptr %p45, align 8
  %v46 = call <4 x double> @cos.x4(<4 x double> %t43)
  %t47 = load double, ptr %a2, align 8
  %t48 = insertelement <4 x double> poison, double %t47, i32 0
  %t49 = shufflevector <4 x double> %t48, <4 x double> poison, <4 x i32> zeroinitializer
  %p50 = getelementptr double, ptr %w1, i64 %i40
  %t51 = load <4 x double>, ptr %p50, align 8
  %v52 = fmul contract <4 x double> %t49, %t51
  %t53 = load <4 x double>, ptr %p42, align 8
  %p54 = getelementptr double, ptr %w3, i64 %i40
  %t55 = load <4 x double>, ptr %p54, align 8
  %v56 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t53, <4 x double> %t55, <4 x double> %v52)
  %t57 = load double, ptr %w4, align 8
  %t58 = insertelement <4 x double> poison, double %t57, i32 0
  %t59 = shufflevector <4 x double> %t58, <4 x double> poison, <4 x i32> zeroinitializer
  %v60 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %v44, <4 x double> %t59, <4 x double> %v56)
  %v61 = fmul contract <4 x double> %v46, %t59
  %v62 = fadd contract <4 x double> %v61, %t55
  %p63 = getelementptr double, ptr %w8, i64 %i40
  store <4 x double> %v62, ptr %p63, align 8
  %p64 = getelementptr double, ptr %a4, i64 %i40
  store <4 x double> %v60, ptr %p64, align 8
  %i65 = add nsw i64 %i40, 4
  %c66 = icmp slt i64 %i65, %i12
  br i1 %c66, label %loop40, label %done40
done40:
  %c67 = icmp slt i64 %i12, %rows
  br i1 %c67, label %then68, label %after68
then68:
  %i69 = sub i64 %rows, %i12
  %t70 = insertelement <4 x i64> poison, i64 %i69, i32 0
  %t71 = shufflevector <4 x i64> %t70, <4 x i64> poison, <4 x i32> zeroinitializer
  %m72 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t71
  %p73 = getelementptr double, ptr %w5, i64 %i12
  %t74 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p73, i32 8, <4 x i1> %m72, <4 x double> zeroinitializer)
  %v75 = call <4 x double> @sin.x4(<4 x double> %t74)
  %p76 = getelementptr double, ptr %w6, i64 %i12
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v75, ptr %p76, i32 8, <4 x i1> %m72)
  %v77 = call <4 x double> @cos.x4(<4 x double> %t74)
  %t78 = load double, ptr %a2, align 8
  %t79 = insertelement <4 x double> poison, double %t78, i32 0
  %t80 = shufflevector <4 x double> %t79, <4 x double> poison, <4 x i32> zeroinitializer
  %p81 = getelementptr double, ptr %w1, i64 %i12
  %t82 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p81, i32 8, <4 x i1> %m72, <4 x double> zeroinitializer)
  %v83 = fmul contract <4 x double> %t80, %t82
  %t84 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p73, i32 8, <4 x i1> %m72, <4 x double> zeroinitializer)
  %p85 = getelementptr double, ptr %w3, i64 %i12
  %t86 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p85, i32 8, <4 x i1> %m72, <4 x double> zeroinitializer)
  %v87 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t84, <4 x double> %t86, <4 x double> %v83)
  %t88 = load double, ptr %w4, align 8
  %t89 = insertelement <4 x double> poison, double %t88, i32 0
  %t90 = shufflevector <4 x double> %t89, <4 x double> poison, <4 x i32> zeroinitializer
  %v91 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %v75, <4 x double> %t90, <4 x double> %v87)
  %v92 = fmul contract <4 x double> %v77, %t90
  %v93 = fadd contract <4 x double> %v92, %t86
  %p94 = getelementptr double, ptr %w8, i64 %i12
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v93, ptr %p94, i32 8, <4 x i1> %m72)
  %p95 = getelementptr double, ptr %a4, i64 %i12
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v91, ptr %p95, i32 8, <4 x i1> %m72)
  br label %after68
after68:
  ret void
}

; scatter = copy: 1 x 2 vectors of 4
define internal void @kernel10(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 728
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i31, %after23]
  %i3 = srem i64 %rows, 8
  %i4 = sub i64 %rows, %i3
  %i5 = srem i64 %rows, 4
  %i6 = sub i64 %rows, %i5
  %c8 = icmp slt i64 0, %i4
  br i1 %c8, label %loop7, label %done7
loop7:
  %i7 = phi i64 [0, %loop2], [%i13, %loop7]
  %i9 = mul nsw i64 %i2, 64
  %i10 = add nsw i64 %i9, %i7
  %p11 = getelementptr double, ptr %w1, i64 %i10
  store <4 x double> splat (double 0.0), ptr %p11, align 8
  %p12 = getelementptr double, ptr %p11, i64 4
  store <4 x double> splat (double 0.0), ptr %p12, align 8
  %i13 = add nsw i64 %i7, 8
  %c14 = icmp slt i64 %i13, %i4
  br i1 %c14, label %loop7, label %done7
done7:
  %c16 = icmp slt i64 %i4, %i6
  br i1 %c16, label %loop15, label %done15
loop15:
  %i15 = phi i64 [%i4, %done7], [%i20, %loop15]
  %i17 = mul nsw i64 %i2, 64
  %i18 = add nsw i64 %i17, %i15
  %p19 = getelementptr double, ptr %w1, i64 %i18
  store <4 x double> splat (double 0.0), ptr %p19, align 8
  %i20 = add nsw i64 %i15, 4
  %c21 = icmp slt i64 %i20, %i6
  br i1 %c21, label %loop15, label %done15
done15:
  %c22 = icmp slt i64 %i6, %rows
  br i1 %c22, label %then23, label %after23
then23:
  %i24 = sub i64 %rows, %i6
  %t25 = insertelement <4 x i64> poison, i64 %i24, i32 0
  %t26 = shufflevector <4 x i64> %t25, <4 x i64> poison, <4 x i32> zeroinitializer
  %m27 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t26
  %i28 = mul nsw i64 %i2, 64
  %i29 = add nsw i64 %i28, %i6
  %p30 = getelementptr double, ptr %w1, i64 %i29
  call void @llvm.masked.store.v4f64.p0(<4 x double> splat (double 0.0), ptr %p30, i32 8, <4 x i1> %m27)
  br label %after23
after23:
  %i31 = add nsw i64 %i2, 1
  %c32 = icmp slt i64 %i31, 3
  br i1 %c32, label %loop2, label %done2
done2:
  ret void
}

; scatter = add_at: 1 x 1 vectors of 1
define internal void @kernel11(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 664
  %w2 = getelementptr double, ptr %work, i64 728
  %c4 = icmp slt i64 0, %rows
  br i1 %c4, label %loop3, label %done3
loop3:
  %i3 = phi i64 [0, %entry], [%i14, %loop3]
  %t5 = load double, ptr %a1, align 8
  %i6 = fptosi double %t5 to i64
  %i7 = mul nsw i64 %i6, 64
  %p8 = getelementptr double, ptr %w2, i64 %i3
  %p9 = getelementptr double, ptr %p8, i64 %i7
  %t10 = load double, ptr %p9, align 8
  %p11 = getelementptr double, ptr %w1, i64 %i3
  %t12 = load double, ptr %p11, align 8
  %v13 = fadd contract double %t10, %t12
  store double %v13, ptr %p9, align 8
  %i14 = add nsw i64 %i3, 1
  %c15 = icmp slt i64 %i14, %rows
  br i1 %c15, label %loop3, label %done3
done3:
  ret void
}

; dot_3 = dot; dot_4 = dot: 1 x 2 vectors of 4
define internal void @kernel12(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 176
  %w2 = getelementptr double, ptr %work, i64 472
  %w3 = getelementptr double, ptr %work, i64 536
  %w4 = getelementptr double, ptr %work, i64 728
  %w5 = getelementptr double, ptr %work, i64 920
  %w6 = getelementptr double, ptr %work, i64 984
  %i7 = srem i64 %rows, 8
  %i8 = sub i64 %rows, %i7
  %i9 = srem i64 %rows, 4
  %i10 = sub i64 %rows, %i9
  %c12 = icmp slt i64 0, %i8
  br i1 %c12, label %loop11, label %done11
loop11:
  %i11 = phi i64 [0, %entry], [%i42, %loop11]
  %p13 = getelementptr double, ptr %w3, i64 %i11
  %t14 = load <4 x double>, ptr %p13, align 8
  %t15 = load double, ptr %w1, align 8
  %t16 = insertelement <4 x double> poison, double %t15, i32 0
  %t17 = shufflevector <4 x double> %t16, <4 x double> poison, <4 x i32> zeroinitializer
  %v18 = fmul contract <4 x double> %t14, %t17
  %p19 = getelementptr double, ptr %w4, i64 %i11
  %p20 = getelementptr double, ptr %p19, i64 64
  %t21 = load <4 x double>, ptr %p20, align 8
  %v22 = fadd contract <4 x double> %v18, %t21
  %p23 = getelementptr double, ptr %w5, i64 %i11
  store <4 x double> %v22, ptr %p23, align 8
  %p24 = getelementptr double, ptr %p13, i64 4
  %t25 = load <4 x double>, ptr %p24, align 8
  %v26 = fmul contract <4 x double> %t25, %t17
  %p27 = getelementptr double, ptr %p19, i64 68
  %t28 = load <4 x double>, ptr %p27, align 8
  %v29 = fadd contract <4 x double> %v26, %t28
  %p30 = getelementptr double, ptr %p23, i64 4
  store <4 x double> %v29, ptr %p30, align 8
  %p31 = getelementptr double, ptr %w2, i64 %i11
  %t32 = load <4 x double>, ptr %p31, align 8
  %t33 = load <4 x double>, ptr %p19, align 8
  %v34 = fadd contract <4 x double> %t32, %t33
  %p35 = getelementptr double, ptr %w6, i64 %i11
  store <4 x double> %v34, ptr %p35, align 8
  %p36 = getelementptr double, ptr %p31, i64 4
  %t37 = load <4 x double>, ptr %p36, align 8
  %p38 = getelementptr double, ptr %p19, i64 4
  %t39 = load <4 x double>, ptr %p38, align 8
  %v40 = fadd contract <4 x double> %t37, %t39
  %p41 = getelementptr double, ptr %p35, i64 4
  store <4 x double> %v40, ptr %p41, align 8
  %i42 = add nsw i64 %i11, 8
  %c43 = icmp slt i64 %i42, %i8
  br i1 %c43, label %loop11, label %done11
done11:
  %c45 = icmp slt i64 %i8, %i10
  br i1 %c45, label %loop44, label %done44
loop44:
  %i44 = phi i64 [%i8, %done11], [%i62, %loop44]
  %p46 = getelementptr double, ptr %w3, i64 %i44
  %t47 = load <4 x double>, ptr %p46, align 8
  %t48 = load double, ptr %w1, align 8
  %t49 = insertelement <4 x double> poison, double %t48, i32 0
  %t50 = shufflevector <4 x double> %t49, <4 x double> poison, <4 x i32> zeroinitializer
  %v51 = fmul contract <4 x double> %t47, %t50
  %p52 = getelementptr double, ptr %w4, i64 %i44
  %p53 = getelementptr double, ptr %p52, i64 64
  %t54 = load <4 x double>, ptr %p53, align 8
  %v55 = fadd contract <4 x double> %v51, %t54
  %p56 = getelementptr double, ptr %w5, i64 %i44
  store <4 x double> %v55, ptr %p56, align 8
  %p57 = getelementptr double, ptr %w2, i64 %i44
  %t58 = load <4 x double>, ptr %p57, align 8
  %t59 = load <4 x double>, ptr %p52, align 8
  %v60 = fadd contract <4 x double> %t58, %t59
  %p61 = getelementptr double, ptr %w6, i64 %i44
  store <4 x double> %v60, ptr %p61, align 8
  %i62 = add nsw i64 %i44, 4
  %c63 = icmp slt i64 %i62, %i10
  br i1 %c63, label %loop44, label %done44
done44:
  %c64 = icmp slt i64 %i10, %rows
  br i1 %c64, label %then65, label %after65
then65:
  %i66 = sub i64 %rows, %i10
  %t67 = insertelement <4 x i64> poison, i64 %i66, i32 0
  %t68 = shufflevector <4 x i64> %t67, <4 x i64> poison, <4 x i32> zeroinitializer
  %m69 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t68
  %p70 = getelementptr double, ptr %w3, i64 %i10
  %t71 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p70, i32 8, <4 x i1> %m69, <4 x double> zeroinitializer)
  %t72 = load double, ptr %w1, align 8
  %t73 = insertelement <4 x double> poison, double %t72, i32 0
  %t74 = shufflevector <4 x double> %t73, <4 x double> poison, <4 x i32> zeroinitializer
  %v75 = fmul contract <4 x double> %t71, %t74
  %p76 = getelementptr double, ptr %w4, i64 %i10
  %p77 = getelementptr double, ptr %p76, i64 64
  %t78 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p77, i32 8, <4 x i1> %m69, <4 x double> zeroinitializer)
  %v79 = fadd contract <4 x double> %v75, %t78
  %p80 = getelementptr double, ptr %w5, i64 %i10
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v79, ptr %p80, i32 8, <4 x i1> %m69)
  %p81 = getelementptr double, ptr %w2, i64 %i10
  %t82 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p81, i32 8, <4 x i1> %m69, <4 x double> zeroinitializer)
  %t83 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p76, i32 8, <4 x i1> %m69, <4 x double> zeroinitializer)
  %v84 = fadd contract <4 x double> %t82, %t83
  %p85 = getelementptr double, ptr %w6, i64 %i10
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v84, ptr %p85, i32 8, <4 x i1> %m69)
  br label %after65
after65:
  ret void
}

; scatter_2 = copy: 1 x 2 vectors of 4
define internal void @kernel13(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 1048
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i31, %after23]
  %i3 = srem i64 %rows, 8
  %i4 = sub i64 %rows, %i3
  %i5 = srem i64 %rows, 4
  %i6 = sub i64 %rows, %i5
  %c8 = icmp slt i64 0, %i4
  br i1 %c8, label %loop7, label %done7
loop7:
  %i7 = phi i64 [0, %loop2], [%i13, %loop7]
  %i9 = mul nsw i64 %i2, 64
  %i10 = add nsw i64 %i9, %i7
  %p11 = getelementptr double, ptr %w1, i64 %i10
  store <4 x double> splat (double 0.0), ptr %p11, align 8
  %p12 = getelementptr double, ptr %p11, i64 4
  store <4 x double> splat (double 0.0), ptr %p12, align 8
  %i13 = add nsw i64 %i7, 8
  %c14 = icmp slt i64 %i13, %i4
  br i1 %c14, label %loop7, label %done7
done7:
  %c16 = icmp slt i64 %i4, %i6
  br i1 %c16, label %loop15, label %done15
loop15:
  %i15 = phi i64 [%i4, %done7], [%i20, %loop15]
  %i17 = mul nsw i64 %i2, 64
  %i18 = add nsw i64 %i17, %i15
  %p19 = getelementptr double, ptr %w1, i64 %i18
  store <4 x double> splat (double 0.0), ptr %p19, align 8
  %i20 = add nsw i64 %i15, 4
  %c21 = icmp slt i64 %i20, %i6
  br i1 %c21, label %loop15, label %done15
done15:
  %c22 = icmp slt i64 %i6, %rows
  br i1 %c22, label %then23, label %after23
then23:
  %i24 = sub i64 %rows, %i6
  %t25 = insertelement <4 x i64> poison, i64 %i24, i32 0
  %t26 = shufflevector <4 x i64> %t25, <4 x i64> poison, <4 x i32> zeroinitializer
  %m27 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t26
  %i28 = mul nsw i64 %i2, 64
  %i29 = add nsw i64 %i28, %i6
  %p30 = getelementptr double, ptr %w1, i64 %i29
  call void @llvm.masked.store.v4f64.p0(<4 x double> splat (double 0.0), ptr %p30, i32 8, <4 x i1> %m27)
  br label %after23
after23:
  %i31 = add nsw i64 %i2, 1
  %c32 = icmp slt i64 %i31, 5
  br i1 %c32, label %loop2, label %done2
done2:
  ret void
}

; scatter_2 = add_at: 1 x 1 vectors of 1
define internal void @kernel14(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 984
  %w3 = getelementptr double, ptr %work, i64 1048
  %c5 = icmp slt i64 0, %rows
  br i1 %c5, label %loop4, label %done4
loop4:
  %i4 = phi i64 [0, %entry], [%i16, %loop4]
  %p6 = getelementptr double, ptr %w1, i64 %i4
  %t7 = load double, ptr %p6, align 8
  %i8 = fptosi double %t7 to i64
  %i9 = mul nsw i64 %i8, 64
  %p10 = getelementptr double, ptr %w3, i64 %i4
  %p11 = getelementptr double, ptr %p10, i64 %i9
  %t12 = load double, ptr %p11, align 8
  %p13 = getelementptr double, ptr %w2, i64 %i4
  %t14 = load double, ptr %p13, align 8
  %v15 = fadd contract double %t12, %t14
  store double %v15, ptr %p11, align 8
  %i16 = add nsw i64 %i4, 1
  %c17 = icmp slt i64 %i16, %rows
  br i1 %c17, label %loop4, label %done4
done4:
  ret void
}

; scatter_2 = add_at: 1 x 1 vectors of 1
define internal void @kernel15(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 920
  %w2 = getelementptr double, ptr %work, i64 1048
  %c4 = icmp slt i64 0, %rows
  br i1 %c4, label %loop3, label %done3
loop3:
  %i3 = phi i64 [0, %entry], [%i14, %loop3]
  %t5 = load double, ptr %a1, align 8
  %i6 = fptosi double %t5 to i64
  %i7 = mul nsw i64 %i6, 64
  %p8 = getelementptr double, ptr %w2, i64 %i3
  %p9 = getelementptr double, ptr %p8, i64 %i7
  %t10 = load double, ptr %p9, align 8
  %p11 = getelementptr double, ptr %w1, i64 %i3
  %t12 = load double, ptr %p11, align 8
  %v13 = fadd contract double %t10, %t12
  store double %v13, ptr %p9, align 8
  %i14 = add nsw i64 %i3, 1
  %c15 = icmp slt i64 %i14, %rows
  br i1 %c15, label %loop3, label %done3
done3:
  ret void
}

; mul_4 = mul: 1 x 2 vectors of 4
define internal void @kernel16(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 184
  %w2 = getelementptr double, ptr %work, i64 1048
  %w3 = getelementptr double, ptr %work, i64 1368
  %i4 = srem i64 %rows, 8
  %i5 = sub i64 %rows, %i4
  %i6 = srem i64 %rows, 4
  %i7 = sub i64 %rows, %i6
  %c9 = icmp slt i64 0, %i5
  br i1 %c9, label %loop8, label %done8
loop8:
  %i8 = phi i64 [0, %entry], [%i21, %loop8]
  %t10 = load double, ptr %w1, align 8
  %t11 = insertelement <4 x double> poison, double %t10, i32 0
  %t12 = shufflevector <4 x double> %t11, <4 x double> poison, <4 x i32> zeroinitializer
  %p13 = getelementptr double, ptr %w2, i64 %i8
  %t14 = load <4 x double>, ptr %p13, align 8
  %v15 = fmul contract <4 x double> %t12, %t14
  %p16 = getelementptr double, ptr %w3, i64 %i8
  store <4 x double> %v15, ptr %p16, align 8
  %p17 = getelementptr double, ptr %p13, i64 4
  %t18 = load <4 x double>, ptr %p17, align 8
  %v19 = fmul contract <4 x double> %t12, %t18
  %p20 = getelementptr double, ptr %p16, i64 4
  store <4 x double> %v19, ptr %p20, align 8
  %i21 = add nsw i64 %i8, 8
  %c22 = icmp slt i64 %i21, %i5
  br i1 %c22, label %loop8, label %done8
done8:
  %c24 = icmp slt i64 %i5, %i7
  br i1 %c24, label %loop23, label %done23
loop23:
  %i23 = phi i64 [%i5, %done8], [%i32, %loop23]
  %t25 = load double, ptr %w1, align 8
  %t26 = insertelement <4 x double> poison, double %t25, i32 0
  %t27 = shufflevector <4 x double> %t26, <4 x double> poison, <4 x i32> zeroinitializer
  %p28 = getelementptr double, ptr %w2, i64 %i23
  %t29 = load <4 x double>, ptr %p28, align 8
  %v30 = fmul contract <4 x double> %t27, %t29
  %p31 = getelementptr double, ptr %w3, i64 %i23
  store <4 x double> %v30, ptr %p31, align 8
  %i32 = add nsw i64 %i23, 4
  %c33 = icmp slt i64 %i32, %i7
  br i1 %c33, label %loop23, label %done23
done23:
  %c34 = icmp slt i64 %i7, %rows
  br i1 %c34, label %then35, label %after35
then35:
  %i36 = sub i64 %rows, %i7
  %t37 = insertelement <4 x i64> poison, i64 %i36, i32 0
  %t38 = shufflevector <4 x i64> %t37, <4 x i64> poison, <4 x i32> zeroinitializer
  %m39 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t38
  %t40 = load double, ptr %w1, align 8
  %t41 = insertelement <4 x double> poison, double %t40, i32 0
  %t42 = shufflevector <4 x double> %t41, <4 x double> poison, <4 x i32> zeroinitializer
  %p43 = getelementptr double, ptr %w2, i64 %i7
  %t44 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p43, i32 8, <4 x i1> %m39, <4 x double> zeroinitializer)
  %v45 = fmul contract <4 x double> %t42, %t44
  %p46 = getelementptr double, ptr %w3, i64 %i7
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v45, ptr %p46, i32 8, <4 x i1> %m39)
  br label %after35
after35:
  ret void
}

; gradient = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel17(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 1048
  %p2 = getelementptr double, ptr %a5, i64 2
  %t3 = load double, ptr %p2, align 8
  %i4 = and i64 %rows, -4
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i16, %loop5]
  %s6 = phi <4 x double> [splat (double -0.0), %entry], [%v15, %loop5]
  %p8 = getelementptr double, ptr %w1, i64 %k5
  %p9 = getelementptr double, ptr %p8, i64 192
  %t10 = load <4 x double>, ptr %p9, align 8
  %p11 = getelementptr double, ptr %a3, i64 1
  %t12 = load double, ptr %p11, align 8
  %t13 = insertelement <4 x double> poison, double %t12, i32 0
  %t14 = shufflevector <4 x double> %t13, <4 x double> poison, <4 x i32> zeroinitializer
  %v15 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t10, <4 x double> %t14, <4 x double> %s6)
  %i16 = add nsw i64 %k5, 4
  %c17 = icmp slt i64 %i16, %i4
  br i1 %c17, label %loop5, label %done5
done5:
  %s18 = phi <4 x double> [splat (double -0.0), %entry], [%v15, %loop5]
  %i19 = sub i64 %rows, %i4
  %t20 = insertelement <4 x i64> poison, i64 %i19, i32 0
  %t21 = shufflevector <4 x i64> %t20, <4 x i64> poison, <4 x i32> zeroinitializer
  %m22 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t21
  %p23 = getelementptr double, ptr %w1, i64 %i4
  %p24 = getelementptr double, ptr %p23, i64 192
  %t25 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p24, i32 8, <4 x i1> %m22, <4 x double> zeroinitializer)
  %p26 = getelementptr double, ptr %a3, i64 1
  %t27 = load double, ptr %p26, align 8
  %t28 = insertelement <4 x double> poison, double %t27, i32 0
  %t29 = shufflevector <4 x double> %t28, <4 x double> poison, <4 x i32> zeroinitializer
  %t30 = select <4 x i1> %m22, <4 x double> %t29, <4 x double> zeroinitializer
  %v31 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t25, <4 x double> %t30, <4 x double> %s18)
  %t32 = shufflevector <4 x double> %v31, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t33 = shufflevector <4 x double> %v31, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v34 = fadd contract <2 x double> %t32, %t33
  %t35 = shufflevector <2 x double> %v34, <2 x double> poison, <1 x i32> <i32 0>
  %t36 = shufflevector <2 x double> %v34, <2 x double> poison, <1 x i32> <i32 1>
  %t37 = extractelement <1 x double> %t35, i32 0
  %t38 = extractelement <1 x double> %t36, i32 0
  %v39 = fadd contract double %t37, %t38
  %v40 = fadd contract double %t3, %v39
  %p41 = getelementptr double, ptr %a5, i64 2
  store double %v40, ptr %p41, align 8
  ret void
}

; gradient = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel18(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 1048
  %p2 = getelementptr double, ptr %a5, i64 1
  %t3 = load double, ptr %p2, align 8
  %i4 = and i64 %rows, -4
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i16, %loop5]
  %s6 = phi <4 x double> [splat (double -0.0), %entry], [%v15, %loop5]
  %p8 = getelementptr double, ptr %w1, i64 %k5
  %p9 = getelementptr double, ptr %p8, i64 192
  %t10 = load <4 x double>, ptr %p9, align 8
  %p11 = getelementptr double, ptr %a3, i64 2
  %t12 = load double, ptr %p11, align 8
  %t13 = insertelement <4 x double> poison, double %t12, i32 0
  %t14 = shufflevector <4 x double> %t13, <4 x double> poison, <4 x i32> zeroinitializer
  %v15 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t10, <4 x double> %t14, <4 x double> %s6)
  %i16 = add nsw i64 %k5, 4
  %c17 = icmp slt i64 %i16, %i4
  br i1 %c17, label %loop5, label %done5
done5:
  %s18 = phi <4 x double> [splat (double -0.0), %entry], [%v15, %loop5]
  %i19 = sub i64 %rows, %i4
  %t20 = insertelement <4 x i64> poison, i64 %i19, i32 0
  %t21 = shufflevector <4 x i64> %t20, <4 x i64> poison, <4 x i32> zeroinitializer
  %m22 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t21
  %p23 = getelementptr double, ptr %w1, i64 %i4
  %p24 = getelementptr double, ptr %p23, i64 192
  %t25 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p24, i32 8, <4 x i1> %m22, <4 x double> zeroinitializer)
  %p26 = getelementptr double, ptr %a3, i64 2
  %t27 = load double, ptr %p26, align 8
  %t28 = insertelement <4 x double> poison, double %t27, i32 0
  %t29 = shufflevector <4 x double> %t28, <4 x double> poison, <4 x i32> zeroinitializer
  %t30 = select <4 x i1> %m22, <4 x double> %t29, <4 x double> zeroinitializer
  %v31 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t25, <4 x double> %t30, <4 x double> %s18)
  %i32 = and i64 %rows, -4
  %c35 = icmp slt i64 0, %i32
  br i1 %c35, label %loop33, label %done33
loop33:
  %k33 = phi i64 [0, %done5], [%i40, %loop33]
  %s34 = phi <4 x double> [%v31, %done5], [%v39, %loop33]
  %p36 = getelementptr double, ptr %w1, i64 %k33
  %p37 = getelementptr double, ptr %p36, i64 128
  %t38 = load <4 x double>, ptr %p37, align 8
  %v39 = fadd contract <4 x double> %s34, %t38
  %i40 = add nsw i64 %k33, 4
  %c41 = icmp slt i64 %i40, %i32
  br i1 %c41, label %loop33, label %done33
done33:
  %s42 = phi <4 x double> [%v31, %done5], [%v39, %loop33]
  %i43 = sub i64 %rows, %i32
  %t44 = insertelement <4 x i64> poison, i64 %i43, i32 0
  %t45 = shufflevector <4 x i64> %t44, <4 x i64> poison, <4 x i32> zeroinitializer
  %m46 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t45
  %p47 = getelementptr double, ptr %w1, i64 %i32
  %p48 = getelementptr double, ptr %p47, i64 128
  %t49 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p48, i32 8, <4 x i1> %m46, <4 x double> zeroinitializer)
  %v50 = fadd contract <4 x double> %s42, %t49
  %t51 = shufflevector <4 x double> %v50, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t52 = shufflevector <4 x double> %v50, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v53 = fadd contract <2 x double> %t51, %t52
  %t54 = shufflevector <2 x double> %v53, <2 x double> poison, <1 x i32> <i32 0>
  %t55 = shufflevector <2 x double> %v53, <2 x double> poison, <1 x i32> <i32 1>
  %t56 = extractelement <1 x double> %t54, i32 0
  %t57 = extractelement <1 x double> %t55, i32 0
  %v58 = fadd contract double %t56, %t57
  %v59 = fadd contract double %t3, %v58
  %p60 = getelementptr double, ptr %a5, i64 1
  store double %v59, ptr %p60, align 8
  ret void
}

; gradient = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel19(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 728
  %w2 = getelementptr double, ptr %work, i64 1368
  %t3 = load double, ptr %a5, align 8
  %i4 = and i64 %rows, -4
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i14, %loop5]
  %s6 = phi <4 x double> [splat (double -0.0), %entry], [%v13, %loop5]
  %p8 = getelementptr double, ptr %w2, i64 %k5
  %t9 = load <4 x double>, ptr %p8, align 8
  %t10 = load double, ptr %a2, align 8
  %t11 = insertelement <4 x double> poison, double %t10, i32 0
  %t12 = shufflevector <4 x double> %t11, <4 x double> poison, <4 x i32> zeroinitializer
  %v13 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t9, <4 x double> %t12, <4 x double> %s6)
  %i14 = add nsw i64 %k5, 4
  %c15 = icmp slt i64 %i14, %i4
  br i1 %c15, label %loop5, label %done5
done5:
  %s16 = phi <4 x double> [splat (double -0.0), %entry], [%v13, %loop5]
  %i17 = sub i64 %rows, %i4
  %t18 = insertelement <4 x i64> poison, i64 %i17, i32 0
  %t19 = shufflevector <4 x i64> %t18, <4 x i64> poison, <4 x i32> zeroinitializer
  %m20 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t19
  %p21 = getelementptr double, ptr %w2, i64 %i4
  %t22 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p21, i32 8, <4 x i1> %m20, <4 x double> zeroinitializer)
  %t23 = load double, ptr %a2, align 8
  %t24 = insertelement <4 x double> poison, double %t23, i32 0
  %t25 = shufflevector <4 x double> %t24, <4 x double> poison, <4 x i32> zeroinitializer
  %t26 = select <4 x i1> %m20, <4 x double> %t25, <4 x double> zeroinitializer
  %v27 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t22, <4 x double> %t26, <4 x double> %s16)
  %i28 = and i64 %rows, -4
  %c31 = icmp slt i64 0, %i28
  br i1 %c31, label %loop29, label %done29
loop29:
  %k29 = phi i64 [0, %done5], [%i36, %loop29]
  %s30 = phi <4 x double> [%v27, %done5], [%v35, %loop29]
  %p32 = getelementptr double, ptr %w1, i64 %k29
  %p33 = getelementptr double, ptr %p32, i64 128
  %t34 = load <4 x double>, ptr %p33, align 8
  %v35 = fadd contract <4 x double> %s30, %t34
  %i36 = add nsw i64 %k29, 4
  %c37 = icmp slt i64 %i36, %i28
  br i1 %c37, label %loop29, label %done29
done29:
  %s38 = phi <4 x double> [%v27, %done5], [%v35, %loop29]
  %i39 = sub i64 %rows, %i28
  %t40 = insertelement <4 x i64> poison, i64 %i39, i32 0
  %t41 = shufflevector <4 x i64> %t40, <4 x i64> poison, <4 x i32> zeroinitializer
  %m42 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t41
  %p43 = getelementptr double, ptr %w1, i64 %i28
  %p44 = getelementptr double, ptr %p43, i64 128
  %t45 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p44, i32 8, <4 x i1> %m42, <4 x double> zeroinitializer)
  %v46 = fadd contract <4 x double> %s38, %t45
  %t47 = shufflevector <4 x double> %v46, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t48 = shufflevector <4 x double> %v46, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v49 = fadd contract <2 x double> %t47, %t48
  %t50 = shufflevector <2 x double> %v49, <2 x double> poison, <1 x i32> <i32 0>
  %t51 = shufflevector <2 x double> %v49, <2 x double> poison, <1 x i32> <i32 1>
  %t52 = extractelement <1 x double> %t50, i32 0
  %t53 = extractelement <1 x double> %t51, i32 0
  %v54 = fadd contract double %t52, %t53
  %v55 = fadd contract double %t3, %v54
  store double %v55, ptr %a5, align 8
  ret void
}

; gradient = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel20(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 1048
  %p2 = getelementptr double, ptr %a5, i64 3
  %t3 = load double, ptr %p2, align 8
  %i4 = and i64 %rows, -4
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i12, %loop5]
  %s6 = phi <4 x double> [splat (double -0.0), %entry], [%v11, %loop5]
  %p8 = getelementptr double, ptr %w1, i64 %k5
  %p9 = getelementptr double, ptr %p8, i64 256
  %t10 = load <4 x double>, ptr %p9, align 8
  %v11 = fadd contract <4 x double> %s6, %t10
  %i12 = add nsw i64 %k5, 4
  %c13 = icmp slt i64 %i12, %i4
  br i1 %c13, label %loop5, label %done5
done5:
  %s14 = phi <4 x double> [splat (double -0.0), %entry], [%v11, %loop5]
  %i15 = sub i64 %rows, %i4
  %t16 = insertelement <4 x i64> poison, i64 %i15, i32 0
  %t17 = shufflevector <4 x i64> %t16, <4 x i64> poison, <4 x i32> zeroinitializer
  %m18 = icmp slt <4 x i64> <i64 0, i64 1, i64 2, i64 3>, %t17
  %p19 = getelementptr double, ptr %w1, i64 %i4
  %p20 = getelementptr double, ptr %p19, i64 256
  %t21 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p20, i32 8, <4 x i1> %m18, <4 x double> zeroinitializer)
  %v22 = fadd contract <4 x double> %s14, %t21
  %t23 = shufflevector <4 x double> %v22, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t24 = shufflevector <4 x double> %v22, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v25 = fadd contract <2 x double> %t23, %t24
  %t26 = shufflevector <2 x double> %v25, <2 x double> poison, <1 x i32> <i32 0>
  %t27 = shufflevector <2 x double> %v25, <2 x double> poison, <1 x i32> <i32 1>
  %t28 = extractelement <1 x double> %t26, i32 0
  %t29 = extractelement <1 x double> %t27, i32 0
  %v30 = fadd contract double %t28, %t29
  %v31 = fadd contract double %t3, %v30
  %p32 = getelementptr double, ptr %a5, i64 3
  store double %v31, ptr %p32, align 8
  ret void
}

define void @map(ptr %frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %work = load ptr, ptr %frame
  %p1 = getelementptr ptr, ptr %frame, i64 1
  %p2 = load ptr, ptr %p1
  %rows3 = load i64, ptr %p2
  %p4 = getelementptr ptr, ptr %frame, i64 2
  %p5 = load ptr, ptr %p4
  %p6 = getelementptr ptr, ptr %frame, i64 3
  %p7 = load ptr, ptr %p6
  %p8 = getelementptr ptr, ptr %frame, i64 4
  %p9 = load ptr, ptr %p8
  %p10 = getelementptr ptr, ptr %frame, i64 5
  %p11 = load ptr, ptr %p10
  %p12 = getelementptr ptr, ptr %frame, i64 6
  %p13 = load ptr, ptr %p12
  %p14 = getelementptr ptr, ptr %frame, i64 7
  %p15 = load ptr, ptr %p14
  br label %loop16
loop16:
  %i16 = phi i64 [0, %entry], [%i18, %loop16]
  %p17 = getelementptr double, ptr %p15, i64 %i16
  store double 0.0, ptr %p17, align 8
  %i18 = add nsw i64 %i16, 1
  %c19 = icmp slt i64 %i18, 4
  br i1 %c19, label %loop16, label %done16
done16:
  call void @kernel1(ptr %work, ptr %p5, ptr %p7, ptr %p9, ptr %p11, ptr %p13, ptr %p15, i64 0)
  call void @kernel2(ptr %work, ptr %p5, ptr %p7, ptr %p9, ptr %p11, ptr %p13, ptr %p15, i64 0)
  call void @kernel3(ptr %work, ptr %p5, ptr %p7, ptr %p9, ptr %p11, ptr %p13, ptr %p15, i64 0)
  call void @kernel5(ptr %work, ptr %p5, ptr %p7, ptr %p9, ptr %p11, ptr %p13, ptr %p15, i64 0)
  call void @kernel7(ptr %work, ptr %p5, ptr %p7, ptr %p9, ptr %p11, ptr %p13, ptr %p15, i64 0)
  %i20 = add i64 %rows3, 63
  %i21 = urem i64 %i20, 64
  %i22 = sub i64 %i20, %i21
  %c24 = icmp slt i64 0, %i22
  br i1 %c24, label %loop23, label %done23
loop23:
  %first23 = phi i64 [0, %done16], [%i30, %loop23]
  %i25 = sub i64 %rows3, %first23
  %c26 = icmp slt i64 %i25, 64
  %rows27 = select i1 %c26, i64 %i25, i64 64
  %p28 = getelementptr double, ptr %p5, i64 %first23
  %p29 = getelementptr double, ptr %p13, i64 %first23
  call void @kernel0(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel4(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel6(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel8(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel9(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel10(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel11(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel12(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel13(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel14(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel15(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel16(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel17(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel18(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel19(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  call void @kernel20(ptr %work, ptr %p28, ptr %p7, ptr %p9, ptr %p11, ptr %p29, ptr %p15, i64 %rows27)
  %i30 = add nsw i64 %first23, 64
  %c31 = icmp slt i64 %i30, %i22
  br i1 %c31, label %loop23, label %done23
done23:
  ret void
}

======== take, tied
; take = take: 1 x 1 vectors of 1
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i10, %loop2]
  %t3 = load double, ptr %a0, align 8
  %i4 = fptosi double %t3 to i64
  %i5 = mul nsw i64 %i4, 2
  %p6 = getelementptr double, ptr %a2, i64 %i2
  %p7 = getelementptr double, ptr %p6, i64 %i5
  %t8 = load double, ptr %p7, align 8
  %p9 = getelementptr double, ptr %w1, i64 %i2
  store double %t8, ptr %p9, align 8
  %i10 = add nsw i64 %i2, 1
  %c11 = icmp slt i64 %i10, 2
  br i1 %c11, label %loop2, label %done2
done2:
  ret void
}

; tanh = tanh; tanh_slope = tanh_slope: 1 x 1 vectors of 2
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 8
  %w3 = getelementptr double, ptr %work, i64 16
  %t4 = load <2 x double>, ptr %w1, align 8
  %v5 = call { <2 x double>, <2 x double> } @tanh_and_slope.x2(<2 x double> %t4)
  %v6 = extractvalue { <2 x double>, <2 x double> } %v5, 1
  %v7 = extractvalue { <2 x double>, <2 x double> } %v5, 0
  store <2 x double> %v7, ptr %w2, align 8
  store <2 x double> %v6, ptr %w3, align 8
  ret void
}

; dot = dot: 1 x 2 vectors of 4
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 8
  %w2 = getelementptr double, ptr %work, i64 24
  %t3 = load double, ptr %w1, align 8
  %t4 = insertelement <4 x double> poison, double %t3, i32 0
  %t5 = shufflevector <4 x double> %t4, <4 x double> poison, <4 x i32> zeroinitializer
  %t6 = load double, ptr %a2, align 8
  %t7 = insertelement <4 x double> poison, double %t6, i32 0
  %p8 = getelementptr double, ptr %a2, i64 2
  %t9 = load double, ptr %p8, align 8
  %t10 = insertelement <4 x double> %t7, double %t9, i32 1
  %p11 = getelementptr double, ptr %a2, i64 4
  %t12 = load double, ptr %p11, align 8
  %t13 = insertelement <4 x double> %t10, double %t12, i32 2
  %p14 = getelementptr double, ptr %a2, i64 6
  %t15 = load double, ptr %p14, align 8
  %t16 = insertelement <4 x double> %t13, double %t15, i32 3
  %v17 = fmul contract <4 x double> %t5, %t16
  %p18 = getelementptr double, ptr %w1, i64 1
  %t19 = load double, ptr %p18, align 8
  %t20 = insertelement <4 x double> poison, double %t19, i32 0
  %t21 = shufflevector <4 x double> %t20, <4 x double> poison, <4 x i32> zeroinitializer
  %p22 = getelementptr double, ptr %a2, i64 1
  %p23 = getelementptr double, ptr %a2, i64 1
  %t24 = load double, ptr %p23, align 8
  %t25 = insertelement <4 x double> poison, double %t24, i32 0
  %p26 = getelementptr double, ptr %a2, i64 3
  %t27 = load double, ptr %p26, align 8
  %t28 = insertelement <4 x double> %t25, double %t27, i32 1
  %p29 = getelementptr double, ptr %a2, i64 5
  %t30 = load double, ptr %p29, align 8
  %t31 = insertelement <4 x double> %t28, double %t30, i32 2
  %p32 = getelementptr double, ptr %a2, i64 7
  %t33 = load double, ptr %p32, align 8
  %t34 = insertelement <4 x double> %t31, double %t33, i32 3
  %v35 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t21, <4 x double> %t34, <4 x double> %v17)
  store <4 x double> %v35, ptr %w2, align 8
  %p36 = getelementptr double, ptr %a2, i64 8
  %p37 = getelementptr double, ptr %a2, i64 8
  %t38 = load double, ptr %p37, align 8
  %t39 = insertelement <4 x double> zeroinitializer, double %t38, i32 0
  %v40 = fmul contract <4 x double> %t5, %t39
  %p41 = getelementptr double, ptr %a2, i64 9
  %p42 = getelementptr double, ptr %a2, i64 9
  %t43 = load double, ptr %p42, align 8
  %t44 = insertelement <4 x double> zeroinitializer, double %t43, i32 0
  %v45 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t21, <4 x double> %t44, <4 x double> %v40)
  %p46 = getelementptr double, ptr %w2, i64 4
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v45, ptr %p46, i32 8, <4 x i1> <i1 true, i1 false, i1 false, i1 false>)
  ret void
}

; max = max; abs = abs; lt = lt: 1 x 1 vectors of 1 along the steps
define internal void @kernel3(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 24
  %w2 = getelementptr double, ptr %work, i64 32
  %w3 = getelementptr double, ptr %work, i64 40
  %w4 = getelementptr double, ptr %work, i64 64
  %t5 = load <4 x double>, ptr %w1, align 8
  %p6 = getelementptr double, ptr %w1, i64 4
  %t7 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p6, i32 8, <4 x i1> <i1 true, i1 false, i1 false, i1 false>, <4 x double> zeroinitializer)
  %t8 = select <4 x i1> <i1 true, i1 false, i1 false, i1 false>, <4 x double> %t7, <4 x double> %t5
  %v9 = fcmp ogt <4 x double> %t5, %t8
  %v10 = fcmp oge <4 x double> %t8, %t5
  %v11 = fadd <4 x double> %t5, %t8
  %v12 = select <4 x i1> %v10, <4 x double> %t8, <4 x double> %v11
  %v13 = select <4 x i1> %v9, <4 x double> %t5, <4 x double> %v12
  %t14 = shufflevector <4 x double> %v13, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t15 = shufflevector <4 x double> %v13, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v16 = fcmp ogt <2 x double> %t14, %t15
  %v17 = fcmp oge <2 x double> %t15, %t14
  %v18 = fadd <2 x double> %t14, %t15
  %v19 = select <2 x i1> %v17, <2 x double> %t15, <2 x double> %v18
  %v20 = select <2 x i1> %v16, <2 x double> %t14, <2 x double> %v19
  %t21 = shufflevector <2 x double> %v20, <2 x double> poison, <1 x i32> <i32 0>
  %t22 = shufflevector <2 x double> %v20, <2 x double> poison, <1 x i32> <i32 1>
  %t23 = extractelement <1 x double> %t21, i32 0
  %t24 = extractelement <1 x double> %t22, i32 0
  %v25 = fcmp ogt double %t23, %t24
  %v26 = fcmp oge double %t24, %t23
  %v27 = fadd double %t23, %t24
  %v28 = select i1 %v26, double %t24, double %v27
  %v29 = select i1 %v25, double %t23, double %v28
  store double %v29, ptr %w2, align 8
  %v30 = call double @llvm.fabs.f64(double %v29)
  %v31 = fcmp olt double %v30, 0x7FF0000000000000
  %t32 = uitofp i1 %v31 to double
  store double %t32, ptr %w4, align 8
  ret void
}

; sub = sub; exp = exp: 1 x 2 vectors of 4
define internal void @kernel4(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 24
  %w2 = getelementptr double, ptr %work, i64 32
  %w3 = getelementptr double, ptr %work, i64 48
  %w4 = getelementptr double, ptr %work, i64 72
  %t5 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %w1, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %t6 = load double, ptr %w2, align 8
  %t7 = insertelement <8 x double> poison, double %t6, i32 0
  %t8 = shufflevector <8 x double> %t7, <8 x double> poison, <8 x i32> zeroinitializer
  %v9 = fsub contract <8 x double> %t5, %t8
  %v10 = call <8 x double> @exp.x8(<8 x double> %v9)
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v10, ptr %w4, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>)
  ret void
}

; take_2 = take: 1 x 1 vectors of 1
define internal void @kernel5(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 24
  %w2 = getelementptr double, ptr %work, i64 56
  %t3 = load double, ptr %a1, align 8
  %i4 = fptosi double %t3 to i64
  %p5 = getelementptr double, ptr %w1, i64 %i4
  %t6 = load double, ptr %p5, align 8
  store double %t6, ptr %w2, align 8
  ret void
}

; scatter = copy: 1 x 2 vectors of 4
define internal void @kernel6(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 80
  store <4 x double> splat (double 0.0), ptr %w1, align 8
  %p2 = getelementptr double, ptr %w1, i64 4
  call void @llvm.masked.store.v4f64.p0(<4 x double> splat (double 0.0), ptr %p2, i32 8, <4 x i1> <i1 true, i1 false, i1 false, i1 false>)
  ret void
}

; scatter = add_at: 1 x 1 vectors of 1
define internal void @kernel7(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 80
  %t2 = load double, ptr %a1, align 8
  %i3 = fptosi double %t2 to i64
  %p4 = getelementptr double, ptr %w1, i64 %i3
  %t5 = load double, ptr %p4, align 8
  %v6 = fadd contract double %t5, -1.0
  store double %v6, ptr %p4, align 8
  ret void
}

; dot_2 = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel8(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 72
  %w2 = getelementptr double, ptr %work, i64 88
  %t3 = load <4 x double>, ptr %w1, align 8
  %p4 = getelementptr double, ptr %w1, i64 4
  %t5 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p4, i32 8, <4 x i1> <i1 true, i1 false, i1 false, i1 false>, <4 x double> zeroinitializer)
  %v6 = fadd contract <4 x double> %t3, %t5
  %t7 = shufflevector <4 x double> %v6, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t8 = shufflevector <4 x double> %v6, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v9 = fadd contract <2 x double> %t7, %t8
  %t10 = shufflevector <2 x double> %v9, <2 x double> poison, <1 x i32> <i32 0>
  %t11 = shufflevector <2 x double> %v9, <2 x double> poison, <1 x i32> <i32 1>
  %t12 = extractelement <1 x double> %t10, i32 0
  %t13 = extractelement <1 x double> %t11, i32 0
  %v14 = fadd contract double %t12, %t13
  store double %v14, ptr %w2, align 8
  ret void
}

; log = log; add = add; where = where; value = sub: 1 x 1 vectors of 1
define internal void @kernel9(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 32
  %w2 = getelementptr double, ptr %work, i64 56
  %w3 = getelementptr double, ptr %work, i64 64
  %w4 = getelementptr double, ptr %work, i64 88
  %w5 = getelementptr double, ptr %work, i64 96
  %w6 = getelementptr double, ptr %work, i64 104
  %w7 = getelementptr double, ptr %work, i64 112
  %t8 = load double, ptr %w4, align 8
  %v9 = call double @log.x1(double %t8)
  %t10 = load double, ptr %w1, align 8
  %v11 = fadd contract double %v9, %t10
  %t12 = load double, ptr %w3, align 8
  %t13 = fcmp une double %t12, 0.0
  %t14 = select i1 %t13, double %v11, double %t10
  store double %t14, ptr %w7, align 8
  %t15 = load double, ptr %w2, align 8
  %v16 = fsub contract double %t14, %t15
  store double %v16, ptr %a3, align 8
  ret void
}

; sub_2 = sub; exp_2 = exp; dot_3 = dot: 1 x 2 vectors of 4
define internal void @kernel10(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 24
  %w2 = getelementptr double, ptr %work, i64 80
  %w3 = getelementptr double, ptr %work, i64 112
  %w4 = getelementptr double, ptr %work, i64 120
  %w5 = getelementptr double, ptr %work, i64 128
  %w6 = getelementptr double, ptr %work, i64 136
  %t7 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %w1, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %t8 = load double, ptr %w3, align 8
  %t9 = insertelement <8 x double> poison, double %t8, i32 0
  %t10 = shufflevector <8 x double> %t9, <8 x double> poison, <8 x i32> zeroinitializer
  %v11 = fsub contract <8 x double> %t7, %t10
  %v12 = call <8 x double> @exp.x8(<8 x double> %v11)
  %t13 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %w2, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %v14 = fadd contract <8 x double> %v12, %t13
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v14, ptr %w6, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>)
  ret void
}

; dot_4 = dot; mul = mul: 1 x 1 vectors of 2
define internal void @kernel11(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 16
  %w2 = getelementptr double, ptr %work, i64 136
  %w3 = getelementptr double, ptr %work, i64 144
  %w4 = getelementptr double, ptr %work, i64 152
  %t5 = load double, ptr %w2, align 8
  %t6 = insertelement <2 x double> poison, double %t5, i32 0
  %t7 = shufflevector <2 x double> %t6, <2 x double> poison, <2 x i32> zeroinitializer
  %t8 = load <2 x double>, ptr %a2, align 8
  %v9 = fmul contract <2 x double> %t7, %t8
  %p10 = getelementptr double, ptr %w2, i64 1
  %t11 = load double, ptr %p10, align 8
  %t12 = insertelement <2 x double> poison, double %t11, i32 0
  %t13 = shufflevector <2 x double> %t12, <2 x double> poison, <2 x i32> zeroinitializer
  %p14 = getelementptr double, ptr %a2, i64 2
  %t15 = load <2 x double>, ptr %p14, align 8
  %v16 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t13, <2 x double> %t15, <2 x double> %v9)
  %p17 = getelementptr double, ptr %w2, i64 2
  %t18 = load double, ptr %p17, align 8
  %t19 = insertelement <2 x double> poison, double %t18, i32 0
  %t20 = shufflevector <2 x double> %t19, <2 x double> poison, <2 x i32> zeroinitializer
  %p21 = getelementptr double, ptr %a2, i64 4
  %t22 = load <2 x double>, ptr %p21, align 8
  %v23 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t20, <2 x double> %t22, <2 x double> %v16)
  %p24 = getelementptr double, ptr %w2, i64 3
  %t25 = load double, ptr %p24, align 8
  %t26 = insertelement <2 x double> poison, double %t25, i32 0
  %t27 = shufflevector <2 x double> %t26, <2 x double> poison, <2 x i32> zeroinitializer
  %p28 = getelementptr double, ptr %a2, i64 6
  %t29 = load <2 x double>, ptr %p28, align 8
  %v30 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t27, <2 x double> %t29, <2 x double> %v23)
  %p31 = getelementptr double, ptr %w2, i64 4
  %t32 = load double, ptr %p31, align 8
  %t33 = insertelement <2 x double> poison, double %t32, i32 0
  %t34 = shufflevector <2 x double> %t33, <2 x double> poison, <2 x i32> zeroinitializer
  %p35 = getelementptr double, ptr %a2, i64 8
  %t36 = load <2 x double>, ptr %p35, align 8
  %v37 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t34, <2 x double> %t36, <2 x double> %v30)
  %t38 = load <2 x double>, ptr %w1, align 8
  %v39 = fmul contract <2 x double> %t38, %v37
  store <2 x double> %v39, ptr %w4, align 8
  ret void
}

; scatter_2 = copy: 1 x 2 vectors of 4
define internal void @kernel12(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 160
  store <4 x double> splat (double 0.0), ptr %w1, align 8
  %p2 = getelementptr double, ptr %w1, i64 4
  store <4 x double> splat (double 0.0), ptr %p2, align 8
  %p3 = getelementptr double, ptr %w1, i64 8
  call void @llvm.masked.store.v4f64.p0(<4 x double> splat (double 0.0), ptr %p3, i32 8, <4 x i1> <i1 true, i1 true, i1 false, i1 false>)
  ret void
}

; scatter_2 = add_at: 1 x 1 vectors of 1
define internal void @kernel13(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 152
  %w2 = getelementptr double, ptr %work, i64 160
  br label %loop3
loop3:
  %i3 = phi i64 [0, %entry], [%i13, %loop3]
  %t4 = load double, ptr %a0, align 8
  %i5 = fptosi double %t4 to i64
  %i6 = mul nsw i64 %i5, 2
  %p7 = getelementptr double, ptr %w2, i64 %i3
  %p8 = getelementptr double, ptr %p7, i64 %i6
  %t9 = load double, ptr %p8, align 8
  %p10 = getelementptr double, ptr %w1, i64 %i3
  %t11 = load double, ptr %p10, align 8
  %v12 = fadd contract double %t9, %t11
  store double %v12, ptr %p8, align 8
  %i13 = add nsw i64 %i3, 1
  %c14 = icmp slt i64 %i13, 2
  br i1 %c14, label %loop3, label %done3
done3:
  ret void
}

; gradient = dot: 1 x 1 vectors of 2
define internal void @kernel14(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 8
  %w2 = getelementptr double, ptr %work, i64 136
  %w3 = getelementptr double, ptr %work, i64 160
  %t4 = load <2 x double>, ptr %w1, align 8
  br label %loop5
loop5:
  %i5 = phi i64 [0, %entry], [%i17, %loop5]
  %p6 = getelementptr double, ptr %w2, i64 %i5
  %t7 = load double, ptr %p6, align 8
  %t8 = insertelement <2 x double> poison, double %t7, i32 0
  %t9 = shufflevector <2 x double> %t8, <2 x double> poison, <2 x i32> zeroinitializer
  %v10 = fmul contract <2 x double> %t9, %t4
  %i11 = mul nsw i64 %i5, 2
  %p12 = getelementptr double, ptr %w3, i64 %i11
  %t13 = load <2 x double>, ptr %p12, align 8
  %v14 = fadd contract <2 x double> %v10, %t13
  %i15 = mul nsw i64 %i5, 2
  %p16 = getelementptr double, ptr %a4, i64 %i15
  store <2 x double> %v14, ptr %p16, align 8
  %i17 = add nsw i64 %i5, 1
  %c18 = icmp slt i64 %i17, 5
  br i1 %c18, label %loop5, label %done5
done5:
  ret void
}

======== article
define void @loop(ptr %frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %work = load ptr, ptr %frame
  %p1 = getelementptr ptr, ptr %frame, i64 1
  %p2 = load ptr, ptr %p1
  %steps3 = load i64, ptr %p2
  %p4 = getelementptr ptr, ptr %frame, i64 2
  %p5 = load ptr, ptr %p4
  %p6 = getelementptr ptr, ptr %frame, i64 3
  %p7 = load ptr, ptr %p6
  %p8 = getelementptr ptr, ptr %frame, i64 4
  %p9 = load ptr, ptr %p8
  %p10 = getelementptr double, ptr %work, i64 160
  %p11 = getelementptr double, ptr %work, i64 168
  %c15 = icmp slt i64 0, %steps3
  br i1 %c15, label %loop12, label %done12
loop12:
  %step12 = phi i64 [0, %entry], [%i16, %loop12]
  %s13 = phi ptr [%p7, %entry], [%s14, %loop12]
  %s14 = phi ptr [%p9, %entry], [%s13, %loop12]
  call void @kernel0(ptr %work, ptr %s13, ptr %s14, ptr %p11, i64 0)
  call void @kernel1(ptr %work, ptr %s13, ptr %s14, ptr %p11, i64 0)
  call void @kernel2(ptr %work, ptr %s13, ptr %s14, ptr %p11, i64 0)
  call void @kernel3(ptr %work, ptr %s13, ptr %s14, ptr %p11, i64 0)
  call void @kernel4(ptr %work, ptr %s13, ptr %s14, ptr %p11, i64 0)
  call void @kernel5(ptr %work, ptr %s13, ptr %s14, ptr %p11, i64 0)
  call void @kernel6(ptr %work, ptr %s13, ptr %s14, ptr %p11, i64 0)
  %i16 = add nsw i64 %step12, 1
  %c17 = icmp slt i64 %i16, %steps3
  br i1 %c17, label %loop12, label %done12
done12:
  %s18 = phi ptr [%p7, %entry], [%s14, %loop12]
  %s19 = phi ptr [%p9, %entry], [%s13, %loop12]
  ret void
}

======== article, logged
define void @loop(ptr %frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %work = load ptr, ptr %frame
  %p1 = getelementptr ptr, ptr %frame, i64 1
  %p2 = load ptr, ptr %p1
  %steps3 = load i64, ptr %p2
  %p4 = getelementptr ptr, ptr %frame, i64 2
  %p5 = load ptr, ptr %p4
  %p6 = getelementptr ptr, ptr %frame, i64 3
  %p7 = load ptr, ptr %p6
  %p8 = getelementptr ptr, ptr %frame, i64 4
  %p9 = load ptr, ptr %p8
  %p10 = getelementptr ptr, ptr %frame, i64 5
  %p11 = load ptr, ptr %p10
  %p12 = getelementptr double, ptr %work, i64 160
  %p13 = getelementptr double, ptr %work, i64 168
  %c17 = icmp slt i64 0, %steps3
  br i1 %c17, label %loop14, label %done14
loop14:
  %step14 = phi i64 [0, %entry], [%i19, %loop14]
  %s15 = phi ptr [%p7, %entry], [%s16, %loop14]
  %s16 = phi ptr [%p9, %entry], [%s15, %loop14]
  %p18 = getelementptr double, ptr %p11, i64 %step14
  call void @kernel0(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  call void @kernel1(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  call void @kernel2(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  call void @kernel3(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  call void @kernel4(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  call void @kernel5(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  call void @kernel6(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  %i19 = add nsw i64 %step14, 1
  %c20 = icmp slt i64 %i19, %steps3
  br i1 %c20, label %loop14, label %done14
done14:
  %s21 = phi ptr [%p7, %entry], [%s16, %loop14]
  %s22 = phi ptr [%p9, %entry], [%s15, %loop14]
  ret void
}

======== article, exact
define void @loop(ptr %frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %work = load ptr, ptr %frame
  %p1 = getelementptr ptr, ptr %frame, i64 1
  %p2 = load ptr, ptr %p1
  %steps3 = load i64, ptr %p2
  %p4 = getelementptr ptr, ptr %frame, i64 2
  %p5 = load ptr, ptr %p4
  %p6 = getelementptr ptr, ptr %frame, i64 3
  %p7 = load ptr, ptr %p6
  %p8 = getelementptr ptr, ptr %frame, i64 4
  %p9 = load ptr, ptr %p8
  %p10 = getelementptr ptr, ptr %frame, i64 5
  %p11 = load ptr, ptr %p10
  %p12 = getelementptr double, ptr %work, i64 216
  %p13 = getelementptr double, ptr %work, i64 224
  %c17 = icmp slt i64 0, %steps3
  br i1 %c17, label %loop14, label %done14
loop14:
  %step14 = phi i64 [0, %entry], [%i19, %loop14]
  %s15 = phi ptr [%p7, %entry], [%s16, %loop14]
  %s16 = phi ptr [%p9, %entry], [%s15, %loop14]
  %p18 = getelementptr double, ptr %p11, i64 %step14
  call void @kernel0(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  call void @kernel1(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  call void @kernel2(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  call void @kernel3(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  call void @kernel4(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  call void @kernel5(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  call void @kernel6(ptr %work, ptr %s15, ptr %s16, ptr %p18, i64 0)
  %i19 = add nsw i64 %step14, 1
  %c20 = icmp slt i64 %i19, %steps3
  br i1 %c20, label %loop14, label %done14
done14:
  %s21 = phi ptr [%p7, %entry], [%s16, %loop14]
  %s22 = phi ptr [%p9, %entry], [%s15, %loop14]
  ret void
}

======== steady
; exp = exp: 1 x 2 vectors of 4
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %t2 = load <8 x double>, ptr %a1, align 8
  %v3 = call <8 x double> @exp.x8(<8 x double> %t2)
  store <8 x double> %v3, ptr %w1, align 8
  %p4 = getelementptr double, ptr %a1, i64 8
  %t5 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p4, i32 8, <4 x i1> <i1 true, i1 false, i1 false, i1 false>, <4 x double> zeroinitializer)
  %v6 = call <4 x double> @exp.x4(<4 x double> %t5)
  %p7 = getelementptr double, ptr %w1, i64 8
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v6, ptr %p7, i32 8, <4 x i1> <i1 true, i1 false, i1 false, i1 false>)
  ret void
}

; mul = mul: 1 x 1 vectors of 4
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 16
  %t3 = load <4 x double>, ptr %a0, align 8
  br label %loop4
loop4:
  %i4 = phi i64 [0, %entry], [%i12, %loop4]
  %p5 = getelementptr double, ptr %w1, i64 %i4
  %t6 = load double, ptr %p5, align 8
  %t7 = insertelement <4 x double> poison, double %t6, i32 0
  %t8 = shufflevector <4 x double> %t7, <4 x double> poison, <4 x i32> zeroinitializer
  %v9 = fmul contract <4 x double> %t8, %t3
  %i10 = mul nsw i64 %i4, 4
  %p11 = getelementptr double, ptr %w2, i64 %i10
  store <4 x double> %v9, ptr %p11, align 8
  %i12 = add nsw i64 %i4, 1
  %c13 = icmp slt i64 %i12, 9
  br i1 %c13, label %loop4, label %done4
done4:
  ret void
}

; log = dot; w_2 = mul: 1 x 1 vectors of 1 along the steps
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 16
  %t3 = load double, ptr %w2, align 8
  %t4 = load double, ptr %w1, align 8
  %v5 = fmul contract double %t3, %t4
  %p6 = getelementptr double, ptr %w2, i64 4
  %t7 = load double, ptr %p6, align 8
  %p8 = getelementptr double, ptr %w1, i64 1
  %t9 = load double, ptr %p8, align 8
  %v10 = call double @llvm.fmuladd.f64(double %t7, double %t9, double %v5)
  %p11 = getelementptr double, ptr %w2, i64 8
  %t12 = load double, ptr %p11, align 8
  %p13 = getelementptr double, ptr %w1, i64 2
  %t14 = load double, ptr %p13, align 8
  %v15 = call double @llvm.fmuladd.f64(double %t12, double %t14, double %v10)
  %p16 = getelementptr double, ptr %w2, i64 12
  %t17 = load double, ptr %p16, align 8
  %p18 = getelementptr double, ptr %w1, i64 3
  %t19 = load double, ptr %p18, align 8
  %v20 = call double @llvm.fmuladd.f64(double %t17, double %t19, double %v15)
  %p21 = getelementptr double, ptr %w2, i64 16
  %t22 = load double, ptr %p21, align 8
  %p23 = getelementptr double, ptr %w1, i64 4
  %t24 = load double, ptr %p23, align 8
  %v25 = call double @llvm.fmuladd.f64(double %t22, double %t24, double %v20)
  %p26 = getelementptr double, ptr %w2, i64 20
  %t27 = load double, ptr %p26, align 8
  %p28 = getelementptr double, ptr %w1, i64 5
  %t29 = load double, ptr %p28, align 8
  %v30 = call double @llvm.fmuladd.f64(double %t27, double %t29, double %v25)
  %p31 = getelementptr double, ptr %w2, i64 24
  %t32 = load double, ptr %p31, align 8
  %p33 = getelementptr double, ptr %w1, i64 6
  %t34 = load double, ptr %p33, align 8
  %v35 = call double @llvm.fmuladd.f64(double %t32, double %t34, double %v30)
  %p36 = getelementptr double, ptr %w2, i64 28
  %t37 = load double, ptr %p36, align 8
  %p38 = getelementptr double, ptr %w1, i64 7
  %t39 = load double, ptr %p38, align 8
  %v40 = call double @llvm.fmuladd.f64(double %t37, double %t39, double %v35)
  %p41 = getelementptr double, ptr %w2, i64 32
  %t42 = load double, ptr %p41, align 8
  %p43 = getelementptr double, ptr %w1, i64 8
  %t44 = load double, ptr %p43, align 8
  %v45 = call double @llvm.fmuladd.f64(double %t42, double %t44, double %v40)
  store double %v45, ptr %a3, align 8
  %v46 = fmul contract double %v45, 0.001
  store double %v46, ptr %a2, align 8
  ret void
}

; dot = dot; w_2 = mul: 1 x 1 vectors of 4
define internal void @kernel3(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 16
  %w3 = getelementptr double, ptr %work, i64 56
  %p4 = getelementptr double, ptr %w2, i64 1
  %t5 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p4, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %t6 = load double, ptr %w1, align 8
  %t7 = insertelement <4 x double> poison, double %t6, i32 0
  %t8 = shufflevector <4 x double> %t7, <4 x double> poison, <4 x i32> zeroinitializer
  %v9 = fmul contract <4 x double> %t5, %t8
  %p10 = getelementptr double, ptr %w2, i64 5
  %t11 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p10, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p12 = getelementptr double, ptr %w1, i64 1
  %t13 = load double, ptr %p12, align 8
  %t14 = insertelement <4 x double> poison, double %t13, i32 0
  %t15 = shufflevector <4 x double> %t14, <4 x double> poison, <4 x i32> zeroinitializer
  %v16 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t11, <4 x double> %t15, <4 x double> %v9)
  %p17 = getelementptr double, ptr %w2, i64 9
  %t18 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p17, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p19 = getelementptr double, ptr %w1, i64 2
  %t20 = load double, ptr %p19, align 8
  %t21 = insertelement <4 x double> poison, double %t20, i32 0
  %t22 = shufflevector <4 x double> %t21, <4 x double> poison, <4 x i32> zeroinitializer
  %v23 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t18, <4 x double> %t22, <4 x double> %v16)
  %p24 = getelementptr double, ptr %w2, i64 13
  %t25 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p24, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p26 = getelementptr double, ptr %w1, i64 3
  %t27 = load double, ptr %p26, align 8
  %t28 = insertelement <4 x double> poison, double %t27, i32 0
  %t29 = shufflevector <4 x double> %t28, <4 x double> poison, <4 x i32> zeroinitializer
  %v30 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t25, <4 x double> %t29, <4 x double> %v23)
  %p31 = getelementptr double, ptr %w2, i64 17
  %t32 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p31, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p33 = getelementptr double, ptr %w1, i64 4
  %t34 = load double, ptr %p33, align 8
  %t35 = insertelement <4 x double> poison, double %t34, i32 0
  %t36 = shufflevector <4 x double> %t35, <4 x double> poison, <4 x i32> zeroinitializer
  %v37 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t32, <4 x double> %t36, <4 x double> %v30)
  %p38 = getelementptr double, ptr %w2, i64 21
  %t39 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p38, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p40 = getelementptr double, ptr %w1, i64 5
  %t41 = load double, ptr %p40, align 8
  %t42 = insertelement <4 x double> poison, double %t41, i32 0
  %t43 = shufflevector <4 x double> %t42, <4 x double> poison, <4 x i32> zeroinitializer
  %v44 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t39, <4 x double> %t43, <4 x double> %v37)
  %p45 = getelementptr double, ptr %w2, i64 25
  %t46 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p45, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p47 = getelementptr double, ptr %w1, i64 6
  %t48 = load double, ptr %p47, align 8
  %t49 = insertelement <4 x double> poison, double %t48, i32 0
  %t50 = shufflevector <4 x double> %t49, <4 x double> poison, <4 x i32> zeroinitializer
  %v51 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t46, <4 x double> %t50, <4 x double> %v44)
  %p52 = getelementptr double, ptr %w2, i64 29
  %t53 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p52, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p54 = getelementptr double, ptr %w1, i64 7
  %t55 = load double, ptr %p54, align 8
  %t56 = insertelement <4 x double> poison, double %t55, i32 0
  %t57 = shufflevector <4 x double> %t56, <4 x double> poison, <4 x i32> zeroinitializer
  %v58 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t53, <4 x double> %t57, <4 x double> %v51)
  %p59 = getelementptr double, ptr %w2, i64 33
  %t60 = call <4 x double> @llvm.masked.load.v4f64.p0(ptr %p59, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>, <4 x double> zeroinitializer)
  %p61 = getelementptr double, ptr %w1, i64 8
  %t62 = load double, ptr %p61, align 8
  %t63 = insertelement <4 x double> poison, double %t62, i32 0
  %t64 = shufflevector <4 x double> %t63, <4 x double> poison, <4 x i32> zeroinitializer
  %v65 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t60, <4 x double> %t64, <4 x double> %v58)
  %v66 = fmul contract <4 x double> %v65, splat (double 0.001)
  %p67 = getelementptr double, ptr %a2, i64 1
  call void @llvm.masked.store.v4f64.p0(<4 x double> %v66, ptr %p67, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 false>)
  ret void
}

define void @loop(ptr %frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %work = load ptr, ptr %frame
  %p1 = getelementptr ptr, ptr %frame, i64 1
  %p2 = load ptr, ptr %p1
  %steps3 = load i64, ptr %p2
  %p4 = getelementptr ptr, ptr %frame, i64 2
  %p5 = load ptr, ptr %p4
  %p6 = getelementptr ptr, ptr %frame, i64 3
  %p7 = load ptr, ptr %p6
  %p8 = getelementptr ptr, ptr %frame, i64 4
  %p9 = load ptr, ptr %p8
  %p10 = getelementptr ptr, ptr %frame, i64 5
  %p11 = load ptr, ptr %p10
  %p12 = getelementptr ptr, ptr %frame, i64 6
  %p13 = load ptr, ptr %p12
  %p14 = getelementptr double, ptr %work, i64 64
  %p15 = getelementptr double, ptr %work, i64 72
  call void @kernel0(ptr %work, ptr %p7, ptr %p9, ptr %p14, ptr %p15, i64 0)
  %c19 = icmp slt i64 0, %steps3
  br i1 %c19, label %loop16, label %done16
loop16:
  %step16 = phi i64 [0, %entry], [%i21, %loop16]
  %s17 = phi ptr [%p7, %entry], [%s18, %loop16]
  %s18 = phi ptr [%p11, %entry], [%s17, %loop16]
  %p20 = getelementptr double, ptr %p13, i64 %step16
  call void @kernel1(ptr %work, ptr %s17, ptr %p9, ptr %s18, ptr %p20, i64 0)
  call void @kernel2(ptr %work, ptr %s17, ptr %p9, ptr %s18, ptr %p20, i64 0)
  call void @kernel3(ptr %work, ptr %s17, ptr %p9, ptr %s18, ptr %p20, i64 0)
  %i21 = add nsw i64 %step16, 1
  %c22 = icmp slt i64 %i21, %steps3
  br i1 %c22, label %loop16, label %done16
done16:
  %s23 = phi ptr [%p7, %entry], [%s18, %loop16]
  %s24 = phi ptr [%p11, %entry], [%s17, %loop16]
  ret void
}

======== 1 rows a step
define void @loop(ptr %frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %work = load ptr, ptr %frame
  %p1 = getelementptr ptr, ptr %frame, i64 1
  %p2 = load ptr, ptr %p1
  %steps3 = load i64, ptr %p2
  %p4 = getelementptr ptr, ptr %frame, i64 2
  %p5 = load ptr, ptr %p4
  %p6 = getelementptr ptr, ptr %frame, i64 3
  %p7 = load ptr, ptr %p6
  %p8 = getelementptr ptr, ptr %frame, i64 4
  %p9 = load ptr, ptr %p8
  %p10 = getelementptr ptr, ptr %frame, i64 5
  %p11 = load ptr, ptr %p10
  %p12 = getelementptr ptr, ptr %frame, i64 6
  %p13 = load ptr, ptr %p12
  %p14 = getelementptr ptr, ptr %frame, i64 7
  %p15 = load ptr, ptr %p14
  %p16 = getelementptr ptr, ptr %frame, i64 8
  %p17 = load ptr, ptr %p16
  %p18 = getelementptr ptr, ptr %frame, i64 9
  %p19 = load ptr, ptr %p18
  %p20 = getelementptr ptr, ptr %frame, i64 10
  %p21 = load ptr, ptr %p20
  %p22 = getelementptr ptr, ptr %frame, i64 11
  %p23 = load ptr, ptr %p22
  %p24 = getelementptr ptr, ptr %frame, i64 12
  %p25 = load ptr, ptr %p24
  %p26 = getelementptr double, ptr %work, i64 72
  %p27 = getelementptr double, ptr %work, i64 80
  %p28 = getelementptr double, ptr %work, i64 88
  %p29 = getelementptr double, ptr %work, i64 96
  %p30 = getelementptr double, ptr %work, i64 104
  %p31 = getelementptr double, ptr %work, i64 112
  %c37 = icmp slt i64 0, %steps3
  br i1 %c37, label %loop32, label %done32
loop32:
  %step32 = phi i64 [0, %entry], [%i67, %done43]
  %s33 = phi ptr [%p7, %entry], [%s35, %done43]
  %s34 = phi ptr [%p9, %entry], [%s36, %done43]
  %s35 = phi ptr [%p19, %entry], [%s33, %done43]
  %s36 = phi ptr [%p21, %entry], [%s34, %done43]
  %i38 = mul nsw i64 %step32, 2
  %p39 = getelementptr double, ptr %p15, i64 %i38
  %i40 = mul nsw i64 %step32, 2
  %p41 = getelementptr double, ptr %p23, i64 %i40
  %p42 = getelementptr double, ptr %p25, i64 %step32
  br label %loop43
loop43:
  %row43 = phi i64 [0, %loop32], [%i65, %done59]
  %i44 = add nsw i64 %step32, %row43
  %p45 = getelementptr i64, ptr %p5, i64 %i44
  %i46 = load i64, ptr %p45
  %i47 = mul nsw i64 %i46, 3
  %p48 = getelementptr double, ptr %p11, i64 %i47
  %i49 = mul nsw i64 %row43, 3
  %p50 = getelementptr double, ptr %p26, i64 %i49
  br label %loop51
loop51:
  %i51 = phi i64 [0, %loop43], [%i55, %loop51]
  %p52 = getelementptr double, ptr %p48, i64 %i51
  %p53 = getelementptr double, ptr %p50, i64 %i51
  %t54 = load double, ptr %p52, align 8
  store double %t54, ptr %p53, align 8
  %i55 = add nsw i64 %i51, 1
  %c56 = icmp slt i64 %i55, 3
  br i1 %c56, label %loop51, label %done51
done51:
  %p57 = getelementptr double, ptr %p13, i64 %i46
  %p58 = getelementptr double, ptr %p27, i64 %row43
  br label %loop59
loop59:
  %i59 = phi i64 [0, %done51], [%i63, %loop59]
  %p60 = getelementptr double, ptr %p57, i64 %i59
  %p61 = getelementptr double, ptr %p58, i64 %i59
  %t62 = load double, ptr %p60, align 8
  store double %t62, ptr %p61, align 8
  %i63 = add nsw i64 %i59, 1
  %c64 = icmp slt i64 %i63, 1
  br i1 %c64, label %loop59, label %done59
done59:
  %i65 = add nsw i64 %row43, 1
  %c66 = icmp slt i64 %i65, 1
  br i1 %c66, label %loop43, label %done43
done43:
  call void @kernel0(ptr %work, ptr %s33, ptr %s34, ptr %p26, ptr %p27, ptr %p39, ptr %p17, ptr %s36, ptr %p41, ptr %s35, ptr %p42, i64 0)
  %i67 = add nsw i64 %step32, 1
  %c68 = icmp slt i64 %i67, %steps3
  br i1 %c68, label %loop32, label %done32
done32:
  %s69 = phi ptr [%p7, %entry], [%s35, %done43]
  %s70 = phi ptr [%p9, %entry], [%s36, %done43]
  %s71 = phi ptr [%p19, %entry], [%s33, %done43]
  %s72 = phi ptr [%p21, %entry], [%s34, %done43]
  ret void
}

======== 2 rows a step
define void @loop(ptr %frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %work = load ptr, ptr %frame
  %p1 = getelementptr ptr, ptr %frame, i64 1
  %p2 = load ptr, ptr %p1
  %steps3 = load i64, ptr %p2
  %p4 = getelementptr ptr, ptr %frame, i64 2
  %p5 = load ptr, ptr %p4
  %p6 = getelementptr ptr, ptr %frame, i64 3
  %p7 = load ptr, ptr %p6
  %p8 = getelementptr ptr, ptr %frame, i64 4
  %p9 = load ptr, ptr %p8
  %p10 = getelementptr ptr, ptr %frame, i64 5
  %p11 = load ptr, ptr %p10
  %p12 = getelementptr ptr, ptr %frame, i64 6
  %p13 = load ptr, ptr %p12
  %p14 = getelementptr ptr, ptr %frame, i64 7
  %p15 = load ptr, ptr %p14
  %p16 = getelementptr ptr, ptr %frame, i64 8
  %p17 = load ptr, ptr %p16
  %p18 = getelementptr ptr, ptr %frame, i64 9
  %p19 = load ptr, ptr %p18
  %p20 = getelementptr ptr, ptr %frame, i64 10
  %p21 = load ptr, ptr %p20
  %p22 = getelementptr ptr, ptr %frame, i64 11
  %p23 = load ptr, ptr %p22
  %p24 = getelementptr ptr, ptr %frame, i64 12
  %p25 = load ptr, ptr %p24
  %p26 = getelementptr double, ptr %work, i64 112
  %p27 = getelementptr double, ptr %work, i64 120
  %p28 = getelementptr double, ptr %work, i64 128
  %p29 = getelementptr double, ptr %work, i64 136
  %p30 = getelementptr double, ptr %work, i64 144
  %p31 = getelementptr double, ptr %work, i64 152
  %c37 = icmp slt i64 0, %steps3
  br i1 %c37, label %loop32, label %done32
loop32:
  %step32 = phi i64 [0, %entry], [%i68, %done44]
  %s33 = phi ptr [%p7, %entry], [%s35, %done44]
  %s34 = phi ptr [%p9, %entry], [%s36, %done44]
  %s35 = phi ptr [%p19, %entry], [%s33, %done44]
  %s36 = phi ptr [%p21, %entry], [%s34, %done44]
  %i38 = mul nsw i64 %step32, 2
  %p39 = getelementptr double, ptr %p15, i64 %i38
  %i40 = mul nsw i64 %step32, 2
  %p41 = getelementptr double, ptr %p23, i64 %i40
  %p42 = getelementptr double, ptr %p25, i64 %step32
  %i43 = mul nsw i64 %step32, 2
  br label %loop44
loop44:
  %row44 = phi i64 [0, %loop32], [%i66, %done60]
  %i45 = add nsw i64 %i43, %row44
  %p46 = getelementptr i64, ptr %p5, i64 %i45
  %i47 = load i64, ptr %p46
  %i48 = mul nsw i64 %i47, 3
  %p49 = getelementptr double, ptr %p11, i64 %i48
  %i50 = mul nsw i64 %row44, 3
  %p51 = getelementptr double, ptr %p26, i64 %i50
  br label %loop52
loop52:
  %i52 = phi i64 [0, %loop44], [%i56, %loop52]
  %p53 = getelementptr double, ptr %p49, i64 %i52
  %p54 = getelementptr double, ptr %p51, i64 %i52
  %t55 = load double, ptr %p53, align 8
  store double %t55, ptr %p54, align 8
  %i56 = add nsw i64 %i52, 1
  %c57 = icmp slt i64 %i56, 3
  br i1 %c57, label %loop52, label %done52
done52:
  %p58 = getelementptr double, ptr %p13, i64 %i47
  %p59 = getelementptr double, ptr %p27, i64 %row44
  br label %loop60
loop60:
  %i60 = phi i64 [0, %done52], [%i64, %loop60]
  %p61 = getelementptr double, ptr %p58, i64 %i60
  %p62 = getelementptr double, ptr %p59, i64 %i60
  %t63 = load double, ptr %p61, align 8
  store double %t63, ptr %p62, align 8
  %i64 = add nsw i64 %i60, 1
  %c65 = icmp slt i64 %i64, 1
  br i1 %c65, label %loop60, label %done60
done60:
  %i66 = add nsw i64 %row44, 1
  %c67 = icmp slt i64 %i66, 2
  br i1 %c67, label %loop44, label %done44
done44:
  call void @kernel0(ptr %work, ptr %s33, ptr %s34, ptr %p26, ptr %p27, ptr %p39, ptr %p17, ptr %s36, ptr %p41, ptr %s35, ptr %p42, i64 0)
  %i68 = add nsw i64 %step32, 1
  %c69 = icmp slt i64 %i68, %steps3
  br i1 %c69, label %loop32, label %done32
done32:
  %s70 = phi ptr [%p7, %entry], [%s35, %done44]
  %s71 = phi ptr [%p9, %entry], [%s36, %done44]
  %s72 = phi ptr [%p19, %entry], [%s33, %done44]
  %s73 = phi ptr [%p21, %entry], [%s34, %done44]
  ret void
}

======== 3 rows a step
define void @loop(ptr %frame) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %work = load ptr, ptr %frame
  %p1 = getelementptr ptr, ptr %frame, i64 1
  %p2 = load ptr, ptr %p1
  %steps3 = load i64, ptr %p2
  %p4 = getelementptr ptr, ptr %frame, i64 2
  %p5 = load ptr, ptr %p4
  %p6 = getelementptr ptr, ptr %frame, i64 3
  %p7 = load ptr, ptr %p6
  %p8 = getelementptr ptr, ptr %frame, i64 4
  %p9 = load ptr, ptr %p8
  %p10 = getelementptr ptr, ptr %frame, i64 5
  %p11 = load ptr, ptr %p10
  %p12 = getelementptr ptr, ptr %frame, i64 6
  %p13 = load ptr, ptr %p12
  %p14 = getelementptr ptr, ptr %frame, i64 7
  %p15 = load ptr, ptr %p14
  %p16 = getelementptr ptr, ptr %frame, i64 8
  %p17 = load ptr, ptr %p16
  %p18 = getelementptr ptr, ptr %frame, i64 9
  %p19 = load ptr, ptr %p18
  %p20 = getelementptr ptr, ptr %frame, i64 10
  %p21 = load ptr, ptr %p20
  %p22 = getelementptr ptr, ptr %frame, i64 11
  %p23 = load ptr, ptr %p22
  %p24 = getelementptr ptr, ptr %frame, i64 12
  %p25 = load ptr, ptr %p24
  %p26 = getelementptr double, ptr %work, i64 136
  %p27 = getelementptr double, ptr %work, i64 152
  %p28 = getelementptr double, ptr %work, i64 160
  %p29 = getelementptr double, ptr %work, i64 168
  %p30 = getelementptr double, ptr %work, i64 176
  %p31 = getelementptr double, ptr %work, i64 184
  %c37 = icmp slt i64 0, %steps3
  br i1 %c37, label %loop32, label %done32
loop32:
  %step32 = phi i64 [0, %entry], [%i68, %done44]
  %s33 = phi ptr [%p7, %entry], [%s35, %done44]
  %s34 = phi ptr [%p9, %entry], [%s36, %done44]
  %s35 = phi ptr [%p19, %entry], [%s33, %done44]
  %s36 = phi ptr [%p21, %entry], [%s34, %done44]
  %i38 = mul nsw i64 %step32, 2
  %p39 = getelementptr double, ptr %p15, i64 %i38
  %i40 = mul nsw i64 %step32, 2
  %p41 = getelementptr double, ptr %p23, i64 %i40
  %p42 = getelementptr double, ptr %p25, i64 %step32
  %i43 = mul nsw i64 %step32, 3
  br label %loop44
loop44:
  %row44 = phi i64 [0, %loop32], [%i66, %done60]
  %i45 = add nsw i64 %i43, %row44
  %p46 = getelementptr i64, ptr %p5, i64 %i45
  %i47 = load i64, ptr %p46
  %i48 = mul nsw i64 %i47, 3
  %p49 = getelementptr double, ptr %p11, i64 %i48
  %i50 = mul nsw i64 %row44, 3
  %p51 = getelementptr double, ptr %p26, i64 %i50
  br label %loop52
loop52:
  %i52 = phi i64 [0, %loop44], [%i56, %loop52]
  %p53 = getelementptr double, ptr %p49, i64 %i52
  %p54 = getelementptr double, ptr %p51, i64 %i52
  %t55 = load double, ptr %p53, align 8
  store double %t55, ptr %p54, align 8
  %i56 = add nsw i64 %i52, 1
  %c57 = icmp slt i64 %i56, 3
  br i1 %c57, label %loop52, label %done52
done52:
  %p58 = getelementptr double, ptr %p13, i64 %i47
  %p59 = getelementptr double, ptr %p27, i64 %row44
  br label %loop60
loop60:
  %i60 = phi i64 [0, %done52], [%i64, %loop60]
  %p61 = getelementptr double, ptr %p58, i64 %i60
  %p62 = getelementptr double, ptr %p59, i64 %i60
  %t63 = load double, ptr %p61, align 8
  store double %t63, ptr %p62, align 8
  %i64 = add nsw i64 %i60, 1
  %c65 = icmp slt i64 %i64, 1
  br i1 %c65, label %loop60, label %done60
done60:
  %i66 = add nsw i64 %row44, 1
  %c67 = icmp slt i64 %i66, 3
  br i1 %c67, label %loop44, label %done44
done44:
  call void @kernel0(ptr %work, ptr %s33, ptr %s34, ptr %p26, ptr %p27, ptr %p39, ptr %p17, ptr %s36, ptr %p41, ptr %s35, ptr %p42, i64 0)
  call void @kernel1(ptr %work, ptr %s33, ptr %s34, ptr %p26, ptr %p27, ptr %p39, ptr %p17, ptr %s36, ptr %p41, ptr %s35, ptr %p42, i64 0)
  call void @kernel2(ptr %work, ptr %s33, ptr %s34, ptr %p26, ptr %p27, ptr %p39, ptr %p17, ptr %s36, ptr %p41, ptr %s35, ptr %p42, i64 0)
  %i68 = add nsw i64 %step32, 1
  %c69 = icmp slt i64 %i68, %steps3
  br i1 %c69, label %loop32, label %done32
done32:
  %s70 = phi ptr [%p7, %entry], [%s35, %done44]
  %s71 = phi ptr [%p9, %entry], [%s36, %done44]
  %s72 = phi ptr [%p19, %entry], [%s33, %done44]
  %s73 = phi ptr [%p21, %entry], [%s34, %done44]
  ret void
}

