======== layer
; net = dot; h = tanh; slope = tanh_slope; delta = dot: 1 x 1 vectors of 8
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

; g = dot: 1 x 1 vectors of 8
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 16
  %t2 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %w1, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %p3 = getelementptr double, ptr %a4, i64 3
  %t4 = extractelement <8 x double> %t2, i32 0
  %p5 = getelementptr double, ptr %a4, i64 3
  store double %t4, ptr %p5, align 8
  %t6 = extractelement <8 x double> %t2, i32 1
  %p7 = getelementptr double, ptr %a4, i64 7
  store double %t6, ptr %p7, align 8
  %t8 = extractelement <8 x double> %t2, i32 2
  %p9 = getelementptr double, ptr %a4, i64 11
  store double %t8, ptr %p9, align 8
  %t10 = extractelement <8 x double> %t2, i32 3
  %p11 = getelementptr double, ptr %a4, i64 15
  store double %t10, ptr %p11, align 8
  %t12 = extractelement <8 x double> %t2, i32 4
  %p13 = getelementptr double, ptr %a4, i64 19
  store double %t12, ptr %p13, align 8
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
  %i2 = phi i64 [0, %entry], [%i58, %done5]
  %i3 = add nsw i64 1, %i2
  %i4 = and i64 %i3, -8
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %loop2], [%i17, %loop5]
  %s6 = phi <8 x double> [splat (double 0xFFF0000000000000), %loop2], [%v16, %loop5]
  %i8 = mul nsw i64 %i2, 3
  %i9 = add nsw i64 %i8, %k5
  %p10 = getelementptr double, ptr %w1, i64 %i9
  %t11 = load <8 x double>, ptr %p10, align 8
  %v12 = fcmp ogt <8 x double> %s6, %t11
  %v13 = fcmp oge <8 x double> %t11, %s6
  %v14 = fadd <8 x double> %s6, %t11
  %v15 = select <8 x i1> %v13, <8 x double> %t11, <8 x double> %v14
  %v16 = select <8 x i1> %v12, <8 x double> %s6, <8 x double> %v15
  %i17 = add nsw i64 %k5, 8
  %c18 = icmp slt i64 %i17, %i4
  br i1 %c18, label %loop5, label %done5
done5:
  %s19 = phi <8 x double> [splat (double 0xFFF0000000000000), %loop2], [%v16, %loop5]
  %i20 = sub i64 %i3, %i4
  %t21 = insertelement <8 x i64> poison, i64 %i20, i32 0
  %t22 = shufflevector <8 x i64> %t21, <8 x i64> poison, <8 x i32> zeroinitializer
  %m23 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t22
  %i24 = mul nsw i64 %i2, 3
  %i25 = add nsw i64 %i24, %i4
  %p26 = getelementptr double, ptr %w1, i64 %i25
  %t27 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p26, i32 8, <8 x i1> %m23, <8 x double> zeroinitializer)
  %t28 = select <8 x i1> %m23, <8 x double> %t27, <8 x double> %s19
  %v29 = fcmp ogt <8 x double> %s19, %t28
  %v30 = fcmp oge <8 x double> %t28, %s19
  %v31 = fadd <8 x double> %s19, %t28
  %v32 = select <8 x i1> %v30, <8 x double> %t28, <8 x double> %v31
  %v33 = select <8 x i1> %v29, <8 x double> %s19, <8 x double> %v32
  %t34 = shufflevector <8 x double> %v33, <8 x double> poison, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %t35 = shufflevector <8 x double> %v33, <8 x double> poison, <4 x i32> <i32 4, i32 5, i32 6, i32 7>
  %v36 = fcmp ogt <4 x double> %t34, %t35
  %v37 = fcmp oge <4 x double> %t35, %t34
  %v38 = fadd <4 x double> %t34, %t35
  %v39 = select <4 x i1> %v37, <4 x double> %t35, <4 x double> %v38
  %v40 = select <4 x i1> %v36, <4 x double> %t34, <4 x double> %v39
  %t41 = shufflevector <4 x double> %v40, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t42 = shufflevector <4 x double> %v40, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v43 = fcmp ogt <2 x double> %t41, %t42
  %v44 = fcmp oge <2 x double> %t42, %t41
  %v45 = fadd <2 x double> %t41, %t42
  %v46 = select <2 x i1> %v44, <2 x double> %t42, <2 x double> %v45
  %v47 = select <2 x i1> %v43, <2 x double> %t41, <2 x double> %v46
  %t48 = shufflevector <2 x double> %v47, <2 x double> poison, <1 x i32> <i32 0>
  %t49 = shufflevector <2 x double> %v47, <2 x double> poison, <1 x i32> <i32 1>
  %t50 = extractelement <1 x double> %t48, i32 0
  %t51 = extractelement <1 x double> %t49, i32 0
  %v52 = fcmp ogt double %t50, %t51
  %v53 = fcmp oge double %t51, %t50
  %v54 = fadd double %t50, %t51
  %v55 = select i1 %v53, double %t51, double %v54
  %v56 = select i1 %v52, double %t50, double %v55
  %p57 = getelementptr double, ptr %a2, i64 %i2
  store double %v56, ptr %p57, align 8
  %i58 = add nsw i64 %i2, 1
  %c59 = icmp slt i64 %i58, 3
  br i1 %c59, label %loop2, label %done2
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
  %i2 = phi i64 [0, %entry], [%i58, %done5]
  %i3 = add nsw i64 1, %i2
  %i4 = and i64 %i3, -8
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %loop2], [%i17, %loop5]
  %s6 = phi <8 x double> [splat (double 0xFFF0000000000000), %loop2], [%v16, %loop5]
  %i8 = mul nsw i64 %i2, 2
  %i9 = add nsw i64 %i8, %k5
  %p10 = getelementptr double, ptr %w1, i64 %i9
  %t11 = load <8 x double>, ptr %p10, align 8
  %v12 = fcmp ogt <8 x double> %s6, %t11
  %v13 = fcmp oge <8 x double> %t11, %s6
  %v14 = fadd <8 x double> %s6, %t11
  %v15 = select <8 x i1> %v13, <8 x double> %t11, <8 x double> %v14
  %v16 = select <8 x i1> %v12, <8 x double> %s6, <8 x double> %v15
  %i17 = add nsw i64 %k5, 8
  %c18 = icmp slt i64 %i17, %i4
  br i1 %c18, label %loop5, label %done5
done5:
  %s19 = phi <8 x double> [splat (double 0xFFF0000000000000), %loop2], [%v16, %loop5]
  %i20 = sub i64 %i3, %i4
  %t21 = insertelement <8 x i64> poison, i64 %i20, i32 0
  %t22 = shufflevector <8 x i64> %t21, <8 x i64> poison, <8 x i32> zeroinitializer
  %m23 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t22
  %i24 = mul nsw i64 %i2, 2
  %i25 = add nsw i64 %i24, %i4
  %p26 = getelementptr double, ptr %w1, i64 %i25
  %t27 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p26, i32 8, <8 x i1> %m23, <8 x double> zeroinitializer)
  %t28 = select <8 x i1> %m23, <8 x double> %t27, <8 x double> %s19
  %v29 = fcmp ogt <8 x double> %s19, %t28
  %v30 = fcmp oge <8 x double> %t28, %s19
  %v31 = fadd <8 x double> %s19, %t28
  %v32 = select <8 x i1> %v30, <8 x double> %t28, <8 x double> %v31
  %v33 = select <8 x i1> %v29, <8 x double> %s19, <8 x double> %v32
  %t34 = shufflevector <8 x double> %v33, <8 x double> poison, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %t35 = shufflevector <8 x double> %v33, <8 x double> poison, <4 x i32> <i32 4, i32 5, i32 6, i32 7>
  %v36 = fcmp ogt <4 x double> %t34, %t35
  %v37 = fcmp oge <4 x double> %t35, %t34
  %v38 = fadd <4 x double> %t34, %t35
  %v39 = select <4 x i1> %v37, <4 x double> %t35, <4 x double> %v38
  %v40 = select <4 x i1> %v36, <4 x double> %t34, <4 x double> %v39
  %t41 = shufflevector <4 x double> %v40, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t42 = shufflevector <4 x double> %v40, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v43 = fcmp ogt <2 x double> %t41, %t42
  %v44 = fcmp oge <2 x double> %t42, %t41
  %v45 = fadd <2 x double> %t41, %t42
  %v46 = select <2 x i1> %v44, <2 x double> %t42, <2 x double> %v45
  %v47 = select <2 x i1> %v43, <2 x double> %t41, <2 x double> %v46
  %t48 = shufflevector <2 x double> %v47, <2 x double> poison, <1 x i32> <i32 0>
  %t49 = shufflevector <2 x double> %v47, <2 x double> poison, <1 x i32> <i32 1>
  %t50 = extractelement <1 x double> %t48, i32 0
  %t51 = extractelement <1 x double> %t49, i32 0
  %v52 = fcmp ogt double %t50, %t51
  %v53 = fcmp oge double %t51, %t50
  %v54 = fadd double %t50, %t51
  %v55 = select i1 %v53, double %t51, double %v54
  %v56 = select i1 %v52, double %t50, double %v55
  %p57 = getelementptr double, ptr %a2, i64 %i2
  store double %v56, ptr %p57, align 8
  %i58 = add nsw i64 %i2, 1
  %c59 = icmp slt i64 %i58, 2
  br i1 %c59, label %loop2, label %done2
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
; b_straight = copy: 8 x 1 vectors of 8
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i93, %loop2]
  %p3 = getelementptr double, ptr %a1, i64 %i2
  %t4 = load <8 x double>, ptr %p3, align 8
  %p5 = getelementptr double, ptr %p3, i64 17
  %t6 = load <8 x double>, ptr %p5, align 8
  %p7 = getelementptr double, ptr %p3, i64 34
  %t8 = load <8 x double>, ptr %p7, align 8
  %p9 = getelementptr double, ptr %p3, i64 51
  %t10 = load <8 x double>, ptr %p9, align 8
  %p11 = getelementptr double, ptr %p3, i64 68
  %t12 = load <8 x double>, ptr %p11, align 8
  %p13 = getelementptr double, ptr %p3, i64 85
  %t14 = load <8 x double>, ptr %p13, align 8
  %p15 = getelementptr double, ptr %p3, i64 102
  %t16 = load <8 x double>, ptr %p15, align 8
  %p17 = getelementptr double, ptr %p3, i64 119
  %t18 = load <8 x double>, ptr %p17, align 8
  %t19 = shufflevector <8 x double> %t4, <8 x double> %t6, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %t20 = shufflevector <8 x double> %t4, <8 x double> %t6, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %t21 = shufflevector <8 x double> %t8, <8 x double> %t10, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %t22 = shufflevector <8 x double> %t8, <8 x double> %t10, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %t23 = shufflevector <8 x double> %t12, <8 x double> %t14, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %t24 = shufflevector <8 x double> %t12, <8 x double> %t14, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %t25 = shufflevector <8 x double> %t16, <8 x double> %t18, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %t26 = shufflevector <8 x double> %t16, <8 x double> %t18, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %t27 = shufflevector <8 x double> %t19, <8 x double> %t21, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %t28 = shufflevector <8 x double> %t19, <8 x double> %t21, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %t29 = shufflevector <8 x double> %t20, <8 x double> %t22, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %t30 = shufflevector <8 x double> %t20, <8 x double> %t22, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %t31 = shufflevector <8 x double> %t23, <8 x double> %t25, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %t32 = shufflevector <8 x double> %t23, <8 x double> %t25, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %t33 = shufflevector <8 x double> %t24, <8 x double> %t26, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %t34 = shufflevector <8 x double> %t24, <8 x double> %t26, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %t35 = shufflevector <8 x double> %t27, <8 x double> %t31, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 8, i32 9, i32 10, i32 11>
  %t36 = shufflevector <8 x double> %t27, <8 x double> %t31, <8 x i32> <i32 4, i32 5, i32 6, i32 7, i32 12, i32 13, i32 14, i32 15>
  %t37 = shufflevector <8 x double> %t29, <8 x double> %t33, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 8, i32 9, i32 10, i32 11>
  %t38 = shufflevector <8 x double> %t29, <8 x double> %t33, <8 x i32> <i32 4, i32 5, i32 6, i32 7, i32 12, i32 13, i32 14, i32 15>
  %t39 = shufflevector <8 x double> %t28, <8 x double> %t32, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 8, i32 9, i32 10, i32 11>
  %t40 = shufflevector <8 x double> %t28, <8 x double> %t32, <8 x i32> <i32 4, i32 5, i32 6, i32 7, i32 12, i32 13, i32 14, i32 15>
  %t41 = shufflevector <8 x double> %t30, <8 x double> %t34, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 8, i32 9, i32 10, i32 11>
  %t42 = shufflevector <8 x double> %t30, <8 x double> %t34, <8 x i32> <i32 4, i32 5, i32 6, i32 7, i32 12, i32 13, i32 14, i32 15>
  %i43 = mul nsw i64 %i2, 16
  %p44 = getelementptr double, ptr %w1, i64 %i43
  store <8 x double> %t35, ptr %p44, align 8
  %p45 = getelementptr double, ptr %p44, i64 16
  store <8 x double> %t37, ptr %p45, align 8
  %p46 = getelementptr double, ptr %p44, i64 32
  store <8 x double> %t39, ptr %p46, align 8
  %p47 = getelementptr double, ptr %p44, i64 48
  store <8 x double> %t41, ptr %p47, align 8
  %p48 = getelementptr double, ptr %p44, i64 64
  store <8 x double> %t36, ptr %p48, align 8
  %p49 = getelementptr double, ptr %p44, i64 80
  store <8 x double> %t38, ptr %p49, align 8
  %p50 = getelementptr double, ptr %p44, i64 96
  store <8 x double> %t40, ptr %p50, align 8
  %p51 = getelementptr double, ptr %p44, i64 112
  store <8 x double> %t42, ptr %p51, align 8
  %i52 = add nsw i64 %i2, 136
  %p53 = getelementptr double, ptr %a1, i64 %i52
  %t54 = load <8 x double>, ptr %p53, align 8
  %p55 = getelementptr double, ptr %p53, i64 17
  %t56 = load <8 x double>, ptr %p55, align 8
  %p57 = getelementptr double, ptr %p53, i64 34
  %t58 = load <8 x double>, ptr %p57, align 8
  %t59 = shufflevector <8 x double> %t54, <8 x double> %t56, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %t60 = shufflevector <8 x double> %t54, <8 x double> %t56, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %t61 = shufflevector <8 x double> %t58, <8 x double> poison, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %t62 = shufflevector <8 x double> %t58, <8 x double> poison, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %t63 = shufflevector <8 x double> poison, <8 x double> poison, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %t64 = shufflevector <8 x double> poison, <8 x double> poison, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %t65 = shufflevector <8 x double> poison, <8 x double> poison, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %t66 = shufflevector <8 x double> poison, <8 x double> poison, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %t67 = shufflevector <8 x double> %t59, <8 x double> %t61, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %t68 = shufflevector <8 x double> %t59, <8 x double> %t61, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %t69 = shufflevector <8 x double> %t60, <8 x double> %t62, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %t70 = shufflevector <8 x double> %t60, <8 x double> %t62, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %t71 = shufflevector <8 x double> %t63, <8 x double> %t65, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %t72 = shufflevector <8 x double> %t63, <8 x double> %t65, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %t73 = shufflevector <8 x double> %t64, <8 x double> %t66, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %t74 = shufflevector <8 x double> %t64, <8 x double> %t66, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %t75 = shufflevector <8 x double> %t67, <8 x double> %t71, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 8, i32 9, i32 10, i32 11>
  %t76 = shufflevector <8 x double> %t67, <8 x double> %t71, <8 x i32> <i32 4, i32 5, i32 6, i32 7, i32 12, i32 13, i32 14, i32 15>
  %t77 = shufflevector <8 x double> %t69, <8 x double> %t73, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 8, i32 9, i32 10, i32 11>
  %t78 = shufflevector <8 x double> %t69, <8 x double> %t73, <8 x i32> <i32 4, i32 5, i32 6, i32 7, i32 12, i32 13, i32 14, i32 15>
  %t79 = shufflevector <8 x double> %t68, <8 x double> %t72, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 8, i32 9, i32 10, i32 11>
  %t80 = shufflevector <8 x double> %t68, <8 x double> %t72, <8 x i32> <i32 4, i32 5, i32 6, i32 7, i32 12, i32 13, i32 14, i32 15>
  %t81 = shufflevector <8 x double> %t70, <8 x double> %t74, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 8, i32 9, i32 10, i32 11>
  %t82 = shufflevector <8 x double> %t70, <8 x double> %t74, <8 x i32> <i32 4, i32 5, i32 6, i32 7, i32 12, i32 13, i32 14, i32 15>
  %i83 = mul nsw i64 %i2, 16
  %i84 = add nsw i64 %i83, 8
  %p85 = getelementptr double, ptr %w1, i64 %i84
  call void @llvm.masked.store.v8f64.p0(<8 x double> %t75, ptr %p85, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p86 = getelementptr double, ptr %p85, i64 16
  call void @llvm.masked.store.v8f64.p0(<8 x double> %t77, ptr %p86, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p87 = getelementptr double, ptr %p85, i64 32
  call void @llvm.masked.store.v8f64.p0(<8 x double> %t79, ptr %p87, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p88 = getelementptr double, ptr %p85, i64 48
  call void @llvm.masked.store.v8f64.p0(<8 x double> %t81, ptr %p88, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p89 = getelementptr double, ptr %p85, i64 64
  call void @llvm.masked.store.v8f64.p0(<8 x double> %t76, ptr %p89, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p90 = getelementptr double, ptr %p85, i64 80
  call void @llvm.masked.store.v8f64.p0(<8 x double> %t78, ptr %p90, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p91 = getelementptr double, ptr %p85, i64 96
  call void @llvm.masked.store.v8f64.p0(<8 x double> %t80, ptr %p91, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p92 = getelementptr double, ptr %p85, i64 112
  call void @llvm.masked.store.v8f64.p0(<8 x double> %t82, ptr %p92, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %i93 = add nsw i64 %i2, 8
  %c94 = icmp slt i64 %i93, 16
  br i1 %c94, label %loop2, label %done2
done2:
  %p95 = getelementptr double, ptr %a1, i64 16
  %t96 = load double, ptr %p95, align 8
  %t97 = insertelement <8 x double> poison, double %t96, i32 0
  %p98 = getelementptr double, ptr %p95, i64 17
  %t99 = load double, ptr %p98, align 8
  %t100 = insertelement <8 x double> %t97, double %t99, i32 1
  %p101 = getelementptr double, ptr %p95, i64 34
  %t102 = load double, ptr %p101, align 8
  %t103 = insertelement <8 x double> %t100, double %t102, i32 2
  %p104 = getelementptr double, ptr %p95, i64 51
  %t105 = load double, ptr %p104, align 8
  %t106 = insertelement <8 x double> %t103, double %t105, i32 3
  %p107 = getelementptr double, ptr %p95, i64 68
  %t108 = load double, ptr %p107, align 8
  %t109 = insertelement <8 x double> %t106, double %t108, i32 4
  %p110 = getelementptr double, ptr %p95, i64 85
  %t111 = load double, ptr %p110, align 8
  %t112 = insertelement <8 x double> %t109, double %t111, i32 5
  %p113 = getelementptr double, ptr %p95, i64 102
  %t114 = load double, ptr %p113, align 8
  %t115 = insertelement <8 x double> %t112, double %t114, i32 6
  %p116 = getelementptr double, ptr %p95, i64 119
  %t117 = load double, ptr %p116, align 8
  %t118 = insertelement <8 x double> %t115, double %t117, i32 7
  %p119 = getelementptr double, ptr %w1, i64 256
  store <8 x double> %t118, ptr %p119, align 8
  %p120 = getelementptr double, ptr %a1, i64 152
  %t121 = load double, ptr %p120, align 8
  %t122 = insertelement <8 x double> zeroinitializer, double %t121, i32 0
  %p123 = getelementptr double, ptr %p120, i64 17
  %t124 = load double, ptr %p123, align 8
  %t125 = insertelement <8 x double> %t122, double %t124, i32 1
  %p126 = getelementptr double, ptr %p120, i64 34
  %t127 = load double, ptr %p126, align 8
  %t128 = insertelement <8 x double> %t125, double %t127, i32 2
  %p129 = getelementptr double, ptr %w1, i64 264
  call void @llvm.masked.store.v8f64.p0(<8 x double> %t128, ptr %p129, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  ret void
}

; c = dot: 8 x 2 vectors of 8
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %k2 = phi i64 [0, %entry], [%i72, %loop2]
  %s3 = phi <8 x double> [splat (double -0.0), %entry], [%v26, %loop2]
  %s4 = phi <8 x double> [splat (double -0.0), %entry], [%v29, %loop2]
  %s5 = phi <8 x double> [splat (double -0.0), %entry], [%v34, %loop2]
  %s6 = phi <8 x double> [splat (double -0.0), %entry], [%v35, %loop2]
  %s7 = phi <8 x double> [splat (double -0.0), %entry], [%v40, %loop2]
  %s8 = phi <8 x double> [splat (double -0.0), %entry], [%v41, %loop2]
  %s9 = phi <8 x double> [splat (double -0.0), %entry], [%v46, %loop2]
  %s10 = phi <8 x double> [splat (double -0.0), %entry], [%v47, %loop2]
  %s11 = phi <8 x double> [splat (double -0.0), %entry], [%v52, %loop2]
  %s12 = phi <8 x double> [splat (double -0.0), %entry], [%v53, %loop2]
  %s13 = phi <8 x double> [splat (double -0.0), %entry], [%v58, %loop2]
  %s14 = phi <8 x double> [splat (double -0.0), %entry], [%v59, %loop2]
  %s15 = phi <8 x double> [splat (double -0.0), %entry], [%v64, %loop2]
  %s16 = phi <8 x double> [splat (double -0.0), %entry], [%v65, %loop2]
  %s17 = phi <8 x double> [splat (double -0.0), %entry], [%v70, %loop2]
  %s18 = phi <8 x double> [splat (double -0.0), %entry], [%v71, %loop2]
  %p19 = getelementptr double, ptr %a0, i64 %k2
  %t20 = load double, ptr %p19, align 8
  %t21 = insertelement <8 x double> poison, double %t20, i32 0
  %t22 = shufflevector <8 x double> %t21, <8 x double> poison, <8 x i32> zeroinitializer
  %i23 = mul nsw i64 %k2, 16
  %p24 = getelementptr double, ptr %w1, i64 %i23
  %t25 = load <8 x double>, ptr %p24, align 8
  %v26 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t22, <8 x double> %t25, <8 x double> %s3)
  %p27 = getelementptr double, ptr %p24, i64 8
  %t28 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p27, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %v29 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t22, <8 x double> %t28, <8 x double> %s4)
  %p30 = getelementptr double, ptr %p19, i64 17
  %t31 = load double, ptr %p30, align 8
  %t32 = insertelement <8 x double> poison, double %t31, i32 0
  %t33 = shufflevector <8 x double> %t32, <8 x double> poison, <8 x i32> zeroinitializer
  %v34 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t33, <8 x double> %t25, <8 x double> %s5)
  %v35 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t33, <8 x double> %t28, <8 x double> %s6)
  %p36 = getelementptr double, ptr %p19, i64 34
  %t37 = load double, ptr %p36, align 8
  %t38 = insertelement <8 x double> poison, double %t37, i32 0
  %t39 = shufflevector <8 x double> %t38, <8 x double> poison, <8 x i32> zeroinitializer
  %v40 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t39, <8 x double> %t25, <8 x double> %s7)
  %v41 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t39, <8 x double> %t28, <8 x double> %s8)
  %p42 = getelementptr double, ptr %p19, i64 51
  %t43 = load double, ptr %p42, align 8
  %t44 = insertelement <8 x double> poison, double %t43, i32 0
  %t45 = shufflevector <8 x double> %t44, <8 x double> poison, <8 x i32> zeroinitializer
  %v46 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t45, <8 x double> %t25, <8 x double> %s9)
  %v47 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t45, <8 x double> %t28, <8 x double> %s10)
  %p48 = getelementptr double, ptr %p19, i64 68
  %t49 = load double, ptr %p48, align 8
  %t50 = insertelement <8 x double> poison, double %t49, i32 0
  %t51 = shufflevector <8 x double> %t50, <8 x double> poison, <8 x i32> zeroinitializer
  %v52 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t51, <8 x double> %t25, <8 x double> %s11)
  %v53 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t51, <8 x double> %t28, <8 x double> %s12)
  %p54 = getelementptr double, ptr %p19, i64 85
  %t55 = load double, ptr %p54, align 8
  %t56 = insertelement <8 x double> poison, double %t55, i32 0
  %t57 = shufflevector <8 x double> %t56, <8 x double> poison, <8 x i32> zeroinitializer
  %v58 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t57, <8 x double> %t25, <8 x double> %s13)
  %v59 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t57, <8 x double> %t28, <8 x double> %s14)
  %p60 = getelementptr double, ptr %p19, i64 102
  %t61 = load double, ptr %p60, align 8
  %t62 = insertelement <8 x double> poison, double %t61, i32 0
  %t63 = shufflevector <8 x double> %t62, <8 x double> poison, <8 x i32> zeroinitializer
  %v64 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t63, <8 x double> %t25, <8 x double> %s15)
  %v65 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t63, <8 x double> %t28, <8 x double> %s16)
  %p66 = getelementptr double, ptr %p19, i64 119
  %t67 = load double, ptr %p66, align 8
  %t68 = insertelement <8 x double> poison, double %t67, i32 0
  %t69 = shufflevector <8 x double> %t68, <8 x double> poison, <8 x i32> zeroinitializer
  %v70 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t69, <8 x double> %t25, <8 x double> %s17)
  %v71 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t69, <8 x double> %t28, <8 x double> %s18)
  %i72 = add nsw i64 %k2, 1
  %c73 = icmp slt i64 %i72, 17
  br i1 %c73, label %loop2, label %done2
done2:
  store <8 x double> %v26, ptr %a2, align 8
  %p74 = getelementptr double, ptr %a2, i64 8
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v29, ptr %p74, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p75 = getelementptr double, ptr %a2, i64 11
  store <8 x double> %v34, ptr %p75, align 8
  %p76 = getelementptr double, ptr %a2, i64 19
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v35, ptr %p76, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p77 = getelementptr double, ptr %a2, i64 22
  store <8 x double> %v40, ptr %p77, align 8
  %p78 = getelementptr double, ptr %a2, i64 30
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v41, ptr %p78, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p79 = getelementptr double, ptr %a2, i64 33
  store <8 x double> %v46, ptr %p79, align 8
  %p80 = getelementptr double, ptr %a2, i64 41
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v47, ptr %p80, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p81 = getelementptr double, ptr %a2, i64 44
  store <8 x double> %v52, ptr %p81, align 8
  %p82 = getelementptr double, ptr %a2, i64 52
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v53, ptr %p82, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p83 = getelementptr double, ptr %a2, i64 55
  store <8 x double> %v58, ptr %p83, align 8
  %p84 = getelementptr double, ptr %a2, i64 63
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v59, ptr %p84, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p85 = getelementptr double, ptr %a2, i64 66
  store <8 x double> %v64, ptr %p85, align 8
  %p86 = getelementptr double, ptr %a2, i64 74
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v65, ptr %p86, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p87 = getelementptr double, ptr %a2, i64 77
  store <8 x double> %v70, ptr %p87, align 8
  %p88 = getelementptr double, ptr %a2, i64 85
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v71, ptr %p88, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  br label %loop89
loop89:
  %k89 = phi i64 [0, %done2], [%i104, %loop89]
  %s90 = phi <8 x double> [splat (double -0.0), %done2], [%v100, %loop89]
  %s91 = phi <8 x double> [splat (double -0.0), %done2], [%v103, %loop89]
  %i92 = add nsw i64 136, %k89
  %p93 = getelementptr double, ptr %a0, i64 %i92
  %t94 = load double, ptr %p93, align 8
  %t95 = insertelement <8 x double> poison, double %t94, i32 0
  %t96 = shufflevector <8 x double> %t95, <8 x double> poison, <8 x i32> zeroinitializer
  %i97 = mul nsw i64 %k89, 16
  %p98 = getelementptr double, ptr %w1, i64 %i97
  %t99 = load <8 x double>, ptr %p98, align 8
  %v100 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t96, <8 x double> %t99, <8 x double> %s90)
  %p101 = getelementptr double, ptr %p98, i64 8
  %t102 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p101, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %v103 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t96, <8 x double> %t102, <8 x double> %s91)
  %i104 = add nsw i64 %k89, 1
  %c105 = icmp slt i64 %i104, 17
  br i1 %c105, label %loop89, label %done89
done89:
  %p106 = getelementptr double, ptr %a2, i64 88
  store <8 x double> %v100, ptr %p106, align 8
  %p107 = getelementptr double, ptr %p106, i64 8
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v103, ptr %p107, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  ret void
}

======== one
; c = dot: 8 x 2 vectors of 8
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  br label %loop1
loop1:
  %k1 = phi i64 [0, %entry], [%i71, %loop1]
  %s2 = phi <8 x double> [splat (double -0.0), %entry], [%v25, %loop1]
  %s3 = phi <8 x double> [splat (double -0.0), %entry], [%v28, %loop1]
  %s4 = phi <8 x double> [splat (double -0.0), %entry], [%v33, %loop1]
  %s5 = phi <8 x double> [splat (double -0.0), %entry], [%v34, %loop1]
  %s6 = phi <8 x double> [splat (double -0.0), %entry], [%v39, %loop1]
  %s7 = phi <8 x double> [splat (double -0.0), %entry], [%v40, %loop1]
  %s8 = phi <8 x double> [splat (double -0.0), %entry], [%v45, %loop1]
  %s9 = phi <8 x double> [splat (double -0.0), %entry], [%v46, %loop1]
  %s10 = phi <8 x double> [splat (double -0.0), %entry], [%v51, %loop1]
  %s11 = phi <8 x double> [splat (double -0.0), %entry], [%v52, %loop1]
  %s12 = phi <8 x double> [splat (double -0.0), %entry], [%v57, %loop1]
  %s13 = phi <8 x double> [splat (double -0.0), %entry], [%v58, %loop1]
  %s14 = phi <8 x double> [splat (double -0.0), %entry], [%v63, %loop1]
  %s15 = phi <8 x double> [splat (double -0.0), %entry], [%v64, %loop1]
  %s16 = phi <8 x double> [splat (double -0.0), %entry], [%v69, %loop1]
  %s17 = phi <8 x double> [splat (double -0.0), %entry], [%v70, %loop1]
  %p18 = getelementptr double, ptr %a0, i64 %k1
  %t19 = load double, ptr %p18, align 8
  %t20 = insertelement <8 x double> poison, double %t19, i32 0
  %t21 = shufflevector <8 x double> %t20, <8 x double> poison, <8 x i32> zeroinitializer
  %i22 = mul nsw i64 %k1, 11
  %p23 = getelementptr double, ptr %a1, i64 %i22
  %t24 = load <8 x double>, ptr %p23, align 8
  %v25 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t21, <8 x double> %t24, <8 x double> %s2)
  %p26 = getelementptr double, ptr %p23, i64 8
  %t27 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p26, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %v28 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t21, <8 x double> %t27, <8 x double> %s3)
  %p29 = getelementptr double, ptr %p18, i64 17
  %t30 = load double, ptr %p29, align 8
  %t31 = insertelement <8 x double> poison, double %t30, i32 0
  %t32 = shufflevector <8 x double> %t31, <8 x double> poison, <8 x i32> zeroinitializer
  %v33 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t32, <8 x double> %t24, <8 x double> %s4)
  %v34 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t32, <8 x double> %t27, <8 x double> %s5)
  %p35 = getelementptr double, ptr %p18, i64 34
  %t36 = load double, ptr %p35, align 8
  %t37 = insertelement <8 x double> poison, double %t36, i32 0
  %t38 = shufflevector <8 x double> %t37, <8 x double> poison, <8 x i32> zeroinitializer
  %v39 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t38, <8 x double> %t24, <8 x double> %s6)
  %v40 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t38, <8 x double> %t27, <8 x double> %s7)
  %p41 = getelementptr double, ptr %p18, i64 51
  %t42 = load double, ptr %p41, align 8
  %t43 = insertelement <8 x double> poison, double %t42, i32 0
  %t44 = shufflevector <8 x double> %t43, <8 x double> poison, <8 x i32> zeroinitializer
  %v45 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t44, <8 x double> %t24, <8 x double> %s8)
  %v46 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t44, <8 x double> %t27, <8 x double> %s9)
  %p47 = getelementptr double, ptr %p18, i64 68
  %t48 = load double, ptr %p47, align 8
  %t49 = insertelement <8 x double> poison, double %t48, i32 0
  %t50 = shufflevector <8 x double> %t49, <8 x double> poison, <8 x i32> zeroinitializer
  %v51 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t50, <8 x double> %t24, <8 x double> %s10)
  %v52 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t50, <8 x double> %t27, <8 x double> %s11)
  %p53 = getelementptr double, ptr %p18, i64 85
  %t54 = load double, ptr %p53, align 8
  %t55 = insertelement <8 x double> poison, double %t54, i32 0
  %t56 = shufflevector <8 x double> %t55, <8 x double> poison, <8 x i32> zeroinitializer
  %v57 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t56, <8 x double> %t24, <8 x double> %s12)
  %v58 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t56, <8 x double> %t27, <8 x double> %s13)
  %p59 = getelementptr double, ptr %p18, i64 102
  %t60 = load double, ptr %p59, align 8
  %t61 = insertelement <8 x double> poison, double %t60, i32 0
  %t62 = shufflevector <8 x double> %t61, <8 x double> poison, <8 x i32> zeroinitializer
  %v63 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t62, <8 x double> %t24, <8 x double> %s14)
  %v64 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t62, <8 x double> %t27, <8 x double> %s15)
  %p65 = getelementptr double, ptr %p18, i64 119
  %t66 = load double, ptr %p65, align 8
  %t67 = insertelement <8 x double> poison, double %t66, i32 0
  %t68 = shufflevector <8 x double> %t67, <8 x double> poison, <8 x i32> zeroinitializer
  %v69 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t68, <8 x double> %t24, <8 x double> %s16)
  %v70 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t68, <8 x double> %t27, <8 x double> %s17)
  %i71 = add nsw i64 %k1, 1
  %c72 = icmp slt i64 %i71, 17
  br i1 %c72, label %loop1, label %done1
done1:
  store <8 x double> %v25, ptr %a2, align 8
  %p73 = getelementptr double, ptr %a2, i64 8
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v28, ptr %p73, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p74 = getelementptr double, ptr %a2, i64 11
  store <8 x double> %v33, ptr %p74, align 8
  %p75 = getelementptr double, ptr %a2, i64 19
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v34, ptr %p75, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p76 = getelementptr double, ptr %a2, i64 22
  store <8 x double> %v39, ptr %p76, align 8
  %p77 = getelementptr double, ptr %a2, i64 30
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v40, ptr %p77, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p78 = getelementptr double, ptr %a2, i64 33
  store <8 x double> %v45, ptr %p78, align 8
  %p79 = getelementptr double, ptr %a2, i64 41
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v46, ptr %p79, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p80 = getelementptr double, ptr %a2, i64 44
  store <8 x double> %v51, ptr %p80, align 8
  %p81 = getelementptr double, ptr %a2, i64 52
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v52, ptr %p81, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p82 = getelementptr double, ptr %a2, i64 55
  store <8 x double> %v57, ptr %p82, align 8
  %p83 = getelementptr double, ptr %a2, i64 63
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v58, ptr %p83, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p84 = getelementptr double, ptr %a2, i64 66
  store <8 x double> %v63, ptr %p84, align 8
  %p85 = getelementptr double, ptr %a2, i64 74
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v64, ptr %p85, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p86 = getelementptr double, ptr %a2, i64 77
  store <8 x double> %v69, ptr %p86, align 8
  %p87 = getelementptr double, ptr %a2, i64 85
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v70, ptr %p87, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  br label %loop88
loop88:
  %k88 = phi i64 [0, %done1], [%i103, %loop88]
  %s89 = phi <8 x double> [splat (double -0.0), %done1], [%v99, %loop88]
  %s90 = phi <8 x double> [splat (double -0.0), %done1], [%v102, %loop88]
  %i91 = add nsw i64 136, %k88
  %p92 = getelementptr double, ptr %a0, i64 %i91
  %t93 = load double, ptr %p92, align 8
  %t94 = insertelement <8 x double> poison, double %t93, i32 0
  %t95 = shufflevector <8 x double> %t94, <8 x double> poison, <8 x i32> zeroinitializer
  %i96 = mul nsw i64 %k88, 11
  %p97 = getelementptr double, ptr %a1, i64 %i96
  %t98 = load <8 x double>, ptr %p97, align 8
  %v99 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t95, <8 x double> %t98, <8 x double> %s89)
  %p100 = getelementptr double, ptr %p97, i64 8
  %t101 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p100, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %v102 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t95, <8 x double> %t101, <8 x double> %s90)
  %i103 = add nsw i64 %k88, 1
  %c104 = icmp slt i64 %i103, 17
  br i1 %c104, label %loop88, label %done88
done88:
  %p105 = getelementptr double, ptr %a2, i64 88
  store <8 x double> %v99, ptr %p105, align 8
  %p106 = getelementptr double, ptr %p105, i64 8
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v102, ptr %p106, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  ret void
}

======== none
; c = dot: 8 x 2 vectors of 8
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  br label %loop1
loop1:
  %k1 = phi i64 [0, %entry], [%i72, %loop1]
  %s2 = phi <8 x double> [splat (double -0.0), %entry], [%v26, %loop1]
  %s3 = phi <8 x double> [splat (double -0.0), %entry], [%v29, %loop1]
  %s4 = phi <8 x double> [splat (double -0.0), %entry], [%v34, %loop1]
  %s5 = phi <8 x double> [splat (double -0.0), %entry], [%v35, %loop1]
  %s6 = phi <8 x double> [splat (double -0.0), %entry], [%v40, %loop1]
  %s7 = phi <8 x double> [splat (double -0.0), %entry], [%v41, %loop1]
  %s8 = phi <8 x double> [splat (double -0.0), %entry], [%v46, %loop1]
  %s9 = phi <8 x double> [splat (double -0.0), %entry], [%v47, %loop1]
  %s10 = phi <8 x double> [splat (double -0.0), %entry], [%v52, %loop1]
  %s11 = phi <8 x double> [splat (double -0.0), %entry], [%v53, %loop1]
  %s12 = phi <8 x double> [splat (double -0.0), %entry], [%v58, %loop1]
  %s13 = phi <8 x double> [splat (double -0.0), %entry], [%v59, %loop1]
  %s14 = phi <8 x double> [splat (double -0.0), %entry], [%v64, %loop1]
  %s15 = phi <8 x double> [splat (double -0.0), %entry], [%v65, %loop1]
  %s16 = phi <8 x double> [splat (double -0.0), %entry], [%v70, %loop1]
  %s17 = phi <8 x double> [splat (double -0.0), %entry], [%v71, %loop1]
  %i18 = mul nsw i64 %k1, 9
  %p19 = getelementptr double, ptr %a0, i64 %i18
  %t20 = load double, ptr %p19, align 8
  %t21 = insertelement <8 x double> poison, double %t20, i32 0
  %t22 = shufflevector <8 x double> %t21, <8 x double> poison, <8 x i32> zeroinitializer
  %i23 = mul nsw i64 %k1, 11
  %p24 = getelementptr double, ptr %a1, i64 %i23
  %t25 = load <8 x double>, ptr %p24, align 8
  %v26 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t22, <8 x double> %t25, <8 x double> %s2)
  %p27 = getelementptr double, ptr %p24, i64 8
  %t28 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p27, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %v29 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t22, <8 x double> %t28, <8 x double> %s3)
  %p30 = getelementptr double, ptr %p19, i64 1
  %t31 = load double, ptr %p30, align 8
  %t32 = insertelement <8 x double> poison, double %t31, i32 0
  %t33 = shufflevector <8 x double> %t32, <8 x double> poison, <8 x i32> zeroinitializer
  %v34 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t33, <8 x double> %t25, <8 x double> %s4)
  %v35 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t33, <8 x double> %t28, <8 x double> %s5)
  %p36 = getelementptr double, ptr %p19, i64 2
  %t37 = load double, ptr %p36, align 8
  %t38 = insertelement <8 x double> poison, double %t37, i32 0
  %t39 = shufflevector <8 x double> %t38, <8 x double> poison, <8 x i32> zeroinitializer
  %v40 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t39, <8 x double> %t25, <8 x double> %s6)
  %v41 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t39, <8 x double> %t28, <8 x double> %s7)
  %p42 = getelementptr double, ptr %p19, i64 3
  %t43 = load double, ptr %p42, align 8
  %t44 = insertelement <8 x double> poison, double %t43, i32 0
  %t45 = shufflevector <8 x double> %t44, <8 x double> poison, <8 x i32> zeroinitializer
  %v46 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t45, <8 x double> %t25, <8 x double> %s8)
  %v47 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t45, <8 x double> %t28, <8 x double> %s9)
  %p48 = getelementptr double, ptr %p19, i64 4
  %t49 = load double, ptr %p48, align 8
  %t50 = insertelement <8 x double> poison, double %t49, i32 0
  %t51 = shufflevector <8 x double> %t50, <8 x double> poison, <8 x i32> zeroinitializer
  %v52 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t51, <8 x double> %t25, <8 x double> %s10)
  %v53 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t51, <8 x double> %t28, <8 x double> %s11)
  %p54 = getelementptr double, ptr %p19, i64 5
  %t55 = load double, ptr %p54, align 8
  %t56 = insertelement <8 x double> poison, double %t55, i32 0
  %t57 = shufflevector <8 x double> %t56, <8 x double> poison, <8 x i32> zeroinitializer
  %v58 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t57, <8 x double> %t25, <8 x double> %s12)
  %v59 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t57, <8 x double> %t28, <8 x double> %s13)
  %p60 = getelementptr double, ptr %p19, i64 6
  %t61 = load double, ptr %p60, align 8
  %t62 = insertelement <8 x double> poison, double %t61, i32 0
  %t63 = shufflevector <8 x double> %t62, <8 x double> poison, <8 x i32> zeroinitializer
  %v64 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t63, <8 x double> %t25, <8 x double> %s14)
  %v65 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t63, <8 x double> %t28, <8 x double> %s15)
  %p66 = getelementptr double, ptr %p19, i64 7
  %t67 = load double, ptr %p66, align 8
  %t68 = insertelement <8 x double> poison, double %t67, i32 0
  %t69 = shufflevector <8 x double> %t68, <8 x double> poison, <8 x i32> zeroinitializer
  %v70 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t69, <8 x double> %t25, <8 x double> %s16)
  %v71 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t69, <8 x double> %t28, <8 x double> %s17)
  %i72 = add nsw i64 %k1, 1
  %c73 = icmp slt i64 %i72, 17
  br i1 %c73, label %loop1, label %done1
done1:
  store <8 x double> %v26, ptr %a2, align 8
  %p74 = getelementptr double, ptr %a2, i64 8
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v29, ptr %p74, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p75 = getelementptr double, ptr %a2, i64 11
  store <8 x double> %v34, ptr %p75, align 8
  %p76 = getelementptr double, ptr %a2, i64 19
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v35, ptr %p76, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p77 = getelementptr double, ptr %a2, i64 22
  store <8 x double> %v40, ptr %p77, align 8
  %p78 = getelementptr double, ptr %a2, i64 30
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v41, ptr %p78, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p79 = getelementptr double, ptr %a2, i64 33
  store <8 x double> %v46, ptr %p79, align 8
  %p80 = getelementptr double, ptr %a2, i64 41
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v47, ptr %p80, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p81 = getelementptr double, ptr %a2, i64 44
  store <8 x double> %v52, ptr %p81, align 8
  %p82 = getelementptr double, ptr %a2, i64 52
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v53, ptr %p82, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p83 = getelementptr double, ptr %a2, i64 55
  store <8 x double> %v58, ptr %p83, align 8
  %p84 = getelementptr double, ptr %a2, i64 63
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v59, ptr %p84, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p85 = getelementptr double, ptr %a2, i64 66
  store <8 x double> %v64, ptr %p85, align 8
  %p86 = getelementptr double, ptr %a2, i64 74
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v65, ptr %p86, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  %p87 = getelementptr double, ptr %a2, i64 77
  store <8 x double> %v70, ptr %p87, align 8
  %p88 = getelementptr double, ptr %a2, i64 85
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v71, ptr %p88, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  br label %loop89
loop89:
  %k89 = phi i64 [0, %done1], [%i105, %loop89]
  %s90 = phi <8 x double> [splat (double -0.0), %done1], [%v101, %loop89]
  %s91 = phi <8 x double> [splat (double -0.0), %done1], [%v104, %loop89]
  %i92 = mul nsw i64 %k89, 9
  %i93 = add nsw i64 8, %i92
  %p94 = getelementptr double, ptr %a0, i64 %i93
  %t95 = load double, ptr %p94, align 8
  %t96 = insertelement <8 x double> poison, double %t95, i32 0
  %t97 = shufflevector <8 x double> %t96, <8 x double> poison, <8 x i32> zeroinitializer
  %i98 = mul nsw i64 %k89, 11
  %p99 = getelementptr double, ptr %a1, i64 %i98
  %t100 = load <8 x double>, ptr %p99, align 8
  %v101 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t97, <8 x double> %t100, <8 x double> %s90)
  %p102 = getelementptr double, ptr %p99, i64 8
  %t103 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p102, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %v104 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t97, <8 x double> %t103, <8 x double> %s91)
  %i105 = add nsw i64 %k89, 1
  %c106 = icmp slt i64 %i105, 17
  br i1 %c106, label %loop89, label %done89
done89:
  %p107 = getelementptr double, ptr %a2, i64 88
  store <8 x double> %v101, ptr %p107, align 8
  %p108 = getelementptr double, ptr %p107, i64 8
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v104, ptr %p108, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>)
  ret void
}

======== 1 x 1 x 300
; c = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  br label %loop1
loop1:
  %k1 = phi i64 [0, %entry], [%i50, %loop1]
  %s2 = phi <8 x double> [splat (double -0.0), %entry], [%v14, %loop1]
  %s3 = phi <8 x double> [splat (double -0.0), %entry], [%v19, %loop1]
  %s4 = phi <8 x double> [splat (double -0.0), %entry], [%v24, %loop1]
  %s5 = phi <8 x double> [splat (double -0.0), %entry], [%v29, %loop1]
  %s6 = phi <8 x double> [splat (double -0.0), %entry], [%v34, %loop1]
  %s7 = phi <8 x double> [splat (double -0.0), %entry], [%v39, %loop1]
  %s8 = phi <8 x double> [splat (double -0.0), %entry], [%v44, %loop1]
  %s9 = phi <8 x double> [splat (double -0.0), %entry], [%v49, %loop1]
  %p10 = getelementptr double, ptr %a0, i64 %k1
  %t11 = load <8 x double>, ptr %p10, align 8
  %p12 = getelementptr double, ptr %a1, i64 %k1
  %t13 = load <8 x double>, ptr %p12, align 8
  %v14 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t11, <8 x double> %t13, <8 x double> %s2)
  %p15 = getelementptr double, ptr %p10, i64 8
  %t16 = load <8 x double>, ptr %p15, align 8
  %p17 = getelementptr double, ptr %p12, i64 8
  %t18 = load <8 x double>, ptr %p17, align 8
  %v19 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t16, <8 x double> %t18, <8 x double> %s3)
  %p20 = getelementptr double, ptr %p10, i64 16
  %t21 = load <8 x double>, ptr %p20, align 8
  %p22 = getelementptr double, ptr %p12, i64 16
  %t23 = load <8 x double>, ptr %p22, align 8
  %v24 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t21, <8 x double> %t23, <8 x double> %s4)
  %p25 = getelementptr double, ptr %p10, i64 24
  %t26 = load <8 x double>, ptr %p25, align 8
  %p27 = getelementptr double, ptr %p12, i64 24
  %t28 = load <8 x double>, ptr %p27, align 8
  %v29 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t26, <8 x double> %t28, <8 x double> %s5)
  %p30 = getelementptr double, ptr %p10, i64 32
  %t31 = load <8 x double>, ptr %p30, align 8
  %p32 = getelementptr double, ptr %p12, i64 32
  %t33 = load <8 x double>, ptr %p32, align 8
  %v34 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t31, <8 x double> %t33, <8 x double> %s6)
  %p35 = getelementptr double, ptr %p10, i64 40
  %t36 = load <8 x double>, ptr %p35, align 8
  %p37 = getelementptr double, ptr %p12, i64 40
  %t38 = load <8 x double>, ptr %p37, align 8
  %v39 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t36, <8 x double> %t38, <8 x double> %s7)
  %p40 = getelementptr double, ptr %p10, i64 48
  %t41 = load <8 x double>, ptr %p40, align 8
  %p42 = getelementptr double, ptr %p12, i64 48
  %t43 = load <8 x double>, ptr %p42, align 8
  %v44 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t41, <8 x double> %t43, <8 x double> %s8)
  %p45 = getelementptr double, ptr %p10, i64 56
  %t46 = load <8 x double>, ptr %p45, align 8
  %p47 = getelementptr double, ptr %p12, i64 56
  %t48 = load <8 x double>, ptr %p47, align 8
  %v49 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t46, <8 x double> %t48, <8 x double> %s9)
  %i50 = add nsw i64 %k1, 64
  %c51 = icmp slt i64 %i50, 256
  br i1 %c51, label %loop1, label %done1
done1:
  %v52 = fadd contract <8 x double> %v14, %v19
  %v53 = fadd contract <8 x double> %v52, %v24
  %v54 = fadd contract <8 x double> %v53, %v29
  %v55 = fadd contract <8 x double> %v54, %v34
  %v56 = fadd contract <8 x double> %v55, %v39
  %v57 = fadd contract <8 x double> %v56, %v44
  %v58 = fadd contract <8 x double> %v57, %v49
  %p59 = getelementptr double, ptr %a0, i64 256
  %t60 = load <8 x double>, ptr %p59, align 8
  %p61 = getelementptr double, ptr %a1, i64 256
  %t62 = load <8 x double>, ptr %p61, align 8
  %v63 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t60, <8 x double> %t62, <8 x double> %v58)
  %p64 = getelementptr double, ptr %a0, i64 264
  %t65 = load <8 x double>, ptr %p64, align 8
  %p66 = getelementptr double, ptr %a1, i64 264
  %t67 = load <8 x double>, ptr %p66, align 8
  %v68 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t65, <8 x double> %t67, <8 x double> %v63)
  %p69 = getelementptr double, ptr %a0, i64 272
  %t70 = load <8 x double>, ptr %p69, align 8
  %p71 = getelementptr double, ptr %a1, i64 272
  %t72 = load <8 x double>, ptr %p71, align 8
  %v73 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t70, <8 x double> %t72, <8 x double> %v68)
  %p74 = getelementptr double, ptr %a0, i64 280
  %t75 = load <8 x double>, ptr %p74, align 8
  %p76 = getelementptr double, ptr %a1, i64 280
  %t77 = load <8 x double>, ptr %p76, align 8
  %v78 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t75, <8 x double> %t77, <8 x double> %v73)
  %p79 = getelementptr double, ptr %a0, i64 288
  %t80 = load <8 x double>, ptr %p79, align 8
  %p81 = getelementptr double, ptr %a1, i64 288
  %t82 = load <8 x double>, ptr %p81, align 8
  %v83 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t80, <8 x double> %t82, <8 x double> %v78)
  %p84 = getelementptr double, ptr %a0, i64 296
  %t85 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p84, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %p86 = getelementptr double, ptr %a1, i64 296
  %t87 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p86, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %v88 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t85, <8 x double> %t87, <8 x double> %v83)
  %t89 = shufflevector <8 x double> %v88, <8 x double> poison, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %t90 = shufflevector <8 x double> %v88, <8 x double> poison, <4 x i32> <i32 4, i32 5, i32 6, i32 7>
  %v91 = fadd contract <4 x double> %t89, %t90
  %t92 = shufflevector <4 x double> %v91, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t93 = shufflevector <4 x double> %v91, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v94 = fadd contract <2 x double> %t92, %t93
  %t95 = shufflevector <2 x double> %v94, <2 x double> poison, <1 x i32> <i32 0>
  %t96 = shufflevector <2 x double> %v94, <2 x double> poison, <1 x i32> <i32 1>
  %t97 = extractelement <1 x double> %t95, i32 0
  %t98 = extractelement <1 x double> %t96, i32 0
  %v99 = fadd contract double %t97, %t98
  store double %v99, ptr %a2, align 8
  ret void
}

======== 1 x 2 x 131
; c = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %t1 = load <8 x double>, ptr %a0, align 8
  %p2 = getelementptr double, ptr %a0, i64 8
  %t3 = load <8 x double>, ptr %p2, align 8
  %p4 = getelementptr double, ptr %a0, i64 16
  %t5 = load <8 x double>, ptr %p4, align 8
  %p6 = getelementptr double, ptr %a0, i64 24
  %t7 = load <8 x double>, ptr %p6, align 8
  %p8 = getelementptr double, ptr %a0, i64 32
  %t9 = load <8 x double>, ptr %p8, align 8
  %p10 = getelementptr double, ptr %a0, i64 40
  %t11 = load <8 x double>, ptr %p10, align 8
  %p12 = getelementptr double, ptr %a0, i64 48
  %t13 = load <8 x double>, ptr %p12, align 8
  %p14 = getelementptr double, ptr %a0, i64 56
  %t15 = load <8 x double>, ptr %p14, align 8
  %p16 = getelementptr double, ptr %a0, i64 64
  %t17 = load <8 x double>, ptr %p16, align 8
  %p18 = getelementptr double, ptr %a0, i64 72
  %t19 = load <8 x double>, ptr %p18, align 8
  %p20 = getelementptr double, ptr %a0, i64 80
  %t21 = load <8 x double>, ptr %p20, align 8
  %p22 = getelementptr double, ptr %a0, i64 88
  %t23 = load <8 x double>, ptr %p22, align 8
  %p24 = getelementptr double, ptr %a0, i64 96
  %t25 = load <8 x double>, ptr %p24, align 8
  %p26 = getelementptr double, ptr %a0, i64 104
  %t27 = load <8 x double>, ptr %p26, align 8
  %p28 = getelementptr double, ptr %a0, i64 112
  %t29 = load <8 x double>, ptr %p28, align 8
  %p30 = getelementptr double, ptr %a0, i64 120
  %t31 = load <8 x double>, ptr %p30, align 8
  br label %loop32
loop32:
  %i32 = phi i64 [0, %entry], [%i99, %loop32]
  %i33 = mul nsw i64 %i32, 131
  %p34 = getelementptr double, ptr %a1, i64 %i33
  %t35 = load <8 x double>, ptr %p34, align 8
  %v36 = fmul contract <8 x double> %t1, %t35
  %p37 = getelementptr double, ptr %p34, i64 8
  %t38 = load <8 x double>, ptr %p37, align 8
  %v39 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t3, <8 x double> %t38, <8 x double> %v36)
  %p40 = getelementptr double, ptr %p34, i64 16
  %t41 = load <8 x double>, ptr %p40, align 8
  %v42 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t5, <8 x double> %t41, <8 x double> %v39)
  %p43 = getelementptr double, ptr %p34, i64 24
  %t44 = load <8 x double>, ptr %p43, align 8
  %v45 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t7, <8 x double> %t44, <8 x double> %v42)
  %p46 = getelementptr double, ptr %p34, i64 32
  %t47 = load <8 x double>, ptr %p46, align 8
  %v48 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t9, <8 x double> %t47, <8 x double> %v45)
  %p49 = getelementptr double, ptr %p34, i64 40
  %t50 = load <8 x double>, ptr %p49, align 8
  %v51 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t11, <8 x double> %t50, <8 x double> %v48)
  %p52 = getelementptr double, ptr %p34, i64 48
  %t53 = load <8 x double>, ptr %p52, align 8
  %v54 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t13, <8 x double> %t53, <8 x double> %v51)
  %p55 = getelementptr double, ptr %p34, i64 56
  %t56 = load <8 x double>, ptr %p55, align 8
  %v57 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t15, <8 x double> %t56, <8 x double> %v54)
  %p58 = getelementptr double, ptr %p34, i64 64
  %t59 = load <8 x double>, ptr %p58, align 8
  %v60 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t17, <8 x double> %t59, <8 x double> %v57)
  %p61 = getelementptr double, ptr %p34, i64 72
  %t62 = load <8 x double>, ptr %p61, align 8
  %v63 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t19, <8 x double> %t62, <8 x double> %v60)
  %p64 = getelementptr double, ptr %p34, i64 80
  %t65 = load <8 x double>, ptr %p64, align 8
  %v66 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t21, <8 x double> %t65, <8 x double> %v63)
  %p67 = getelementptr double, ptr %p34, i64 88
  %t68 = load <8 x double>, ptr %p67, align 8
  %v69 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t23, <8 x double> %t68, <8 x double> %v66)
  %p70 = getelementptr double, ptr %p34, i64 96
  %t71 = load <8 x double>, ptr %p70, align 8
  %v72 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t25, <8 x double> %t71, <8 x double> %v69)
  %p73 = getelementptr double, ptr %p34, i64 104
  %t74 = load <8 x double>, ptr %p73, align 8
  %v75 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t27, <8 x double> %t74, <8 x double> %v72)
  %p76 = getelementptr double, ptr %p34, i64 112
  %t77 = load <8 x double>, ptr %p76, align 8
  %v78 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t29, <8 x double> %t77, <8 x double> %v75)
  %p79 = getelementptr double, ptr %p34, i64 120
  %t80 = load <8 x double>, ptr %p79, align 8
  %v81 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t31, <8 x double> %t80, <8 x double> %v78)
  %p82 = getelementptr double, ptr %a0, i64 128
  %t83 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p82, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %p84 = getelementptr double, ptr %p34, i64 128
  %t85 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p84, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %v86 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t83, <8 x double> %t85, <8 x double> %v81)
  %t87 = shufflevector <8 x double> %v86, <8 x double> poison, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %t88 = shufflevector <8 x double> %v86, <8 x double> poison, <4 x i32> <i32 4, i32 5, i32 6, i32 7>
  %v89 = fadd contract <4 x double> %t87, %t88
  %t90 = shufflevector <4 x double> %v89, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t91 = shufflevector <4 x double> %v89, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v92 = fadd contract <2 x double> %t90, %t91
  %t93 = shufflevector <2 x double> %v92, <2 x double> poison, <1 x i32> <i32 0>
  %t94 = shufflevector <2 x double> %v92, <2 x double> poison, <1 x i32> <i32 1>
  %t95 = extractelement <1 x double> %t93, i32 0
  %t96 = extractelement <1 x double> %t94, i32 0
  %v97 = fadd contract double %t95, %t96
  %p98 = getelementptr double, ptr %a2, i64 %i32
  store double %v97, ptr %p98, align 8
  %i99 = add nsw i64 %i32, 1
  %c100 = icmp slt i64 %i99, 2
  br i1 %c100, label %loop32, label %done32
done32:
  ret void
}

======== rows in blocks of 128
; x = copy: 1 x 2 vectors of 8
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i110, %done99]
  %i3 = srem i64 %rows, 16
  %i4 = sub i64 %rows, %i3
  %i5 = srem i64 %rows, 8
  %i6 = sub i64 %rows, %i5
  %c8 = icmp slt i64 0, %i4
  br i1 %c8, label %loop7, label %done7
loop7:
  %i7 = phi i64 [0, %loop2], [%i64, %loop7]
  %i9 = mul nsw i64 %i7, 3
  %i10 = add nsw i64 %i2, %i9
  %p11 = getelementptr double, ptr %a1, i64 %i10
  %t12 = load double, ptr %p11, align 8
  %t13 = insertelement <8 x double> poison, double %t12, i32 0
  %p14 = getelementptr double, ptr %p11, i64 3
  %t15 = load double, ptr %p14, align 8
  %t16 = insertelement <8 x double> %t13, double %t15, i32 1
  %p17 = getelementptr double, ptr %p11, i64 6
  %t18 = load double, ptr %p17, align 8
  %t19 = insertelement <8 x double> %t16, double %t18, i32 2
  %p20 = getelementptr double, ptr %p11, i64 9
  %t21 = load double, ptr %p20, align 8
  %t22 = insertelement <8 x double> %t19, double %t21, i32 3
  %p23 = getelementptr double, ptr %p11, i64 12
  %t24 = load double, ptr %p23, align 8
  %t25 = insertelement <8 x double> %t22, double %t24, i32 4
  %p26 = getelementptr double, ptr %p11, i64 15
  %t27 = load double, ptr %p26, align 8
  %t28 = insertelement <8 x double> %t25, double %t27, i32 5
  %p29 = getelementptr double, ptr %p11, i64 18
  %t30 = load double, ptr %p29, align 8
  %t31 = insertelement <8 x double> %t28, double %t30, i32 6
  %p32 = getelementptr double, ptr %p11, i64 21
  %t33 = load double, ptr %p32, align 8
  %t34 = insertelement <8 x double> %t31, double %t33, i32 7
  %i35 = mul nsw i64 %i2, 128
  %i36 = add nsw i64 %i35, %i7
  %p37 = getelementptr double, ptr %w1, i64 %i36
  store <8 x double> %t34, ptr %p37, align 8
  %p38 = getelementptr double, ptr %p11, i64 24
  %p39 = getelementptr double, ptr %p11, i64 24
  %t40 = load double, ptr %p39, align 8
  %t41 = insertelement <8 x double> poison, double %t40, i32 0
  %p42 = getelementptr double, ptr %p11, i64 27
  %t43 = load double, ptr %p42, align 8
  %t44 = insertelement <8 x double> %t41, double %t43, i32 1
  %p45 = getelementptr double, ptr %p11, i64 30
  %t46 = load double, ptr %p45, align 8
  %t47 = insertelement <8 x double> %t44, double %t46, i32 2
  %p48 = getelementptr double, ptr %p11, i64 33
  %t49 = load double, ptr %p48, align 8
  %t50 = insertelement <8 x double> %t47, double %t49, i32 3
  %p51 = getelementptr double, ptr %p11, i64 36
  %t52 = load double, ptr %p51, align 8
  %t53 = insertelement <8 x double> %t50, double %t52, i32 4
  %p54 = getelementptr double, ptr %p11, i64 39
  %t55 = load double, ptr %p54, align 8
  %t56 = insertelement <8 x double> %t53, double %t55, i32 5
  %p57 = getelementptr double, ptr %p11, i64 42
  %t58 = load double, ptr %p57, align 8
  %t59 = insertelement <8 x double> %t56, double %t58, i32 6
  %p60 = getelementptr double, ptr %p11, i64 45
  %t61 = load double, ptr %p60, align 8
  %t62 = insertelement <8 x double> %t59, double %t61, i32 7
  %p63 = getelementptr double, ptr %p37, i64 8
  store <8 x double> %t62, ptr %p63, align 8
  %i64 = add nsw i64 %i7, 16
  %c65 = icmp slt i64 %i64, %i4
  br i1 %c65, label %loop7, label %done7
done7:
  %c67 = icmp slt i64 %i4, %i6
  br i1 %c67, label %loop66, label %done66
loop66:
  %i66 = phi i64 [%i4, %done7], [%i97, %loop66]
  %i68 = mul nsw i64 %i66, 3
  %i69 = add nsw i64 %i2, %i68
  %p70 = getelementptr double, ptr %a1, i64 %i69
  %t71 = load double, ptr %p70, align 8
  %t72 = insertelement <8 x double> poison, double %t71, i32 0
  %p73 = getelementptr double, ptr %p70, i64 3
  %t74 = load double, ptr %p73, align 8
  %t75 = insertelement <8 x double> %t72, double %t74, i32 1
  %p76 = getelementptr double, ptr %p70, i64 6
  %t77 = load double, ptr %p76, align 8
  %t78 = insertelement <8 x double> %t75, double %t77, i32 2
  %p79 = getelementptr double, ptr %p70, i64 9
  %t80 = load double, ptr %p79, align 8
  %t81 = insertelement <8 x double> %t78, double %t80, i32 3
  %p82 = getelementptr double, ptr %p70, i64 12
  %t83 = load double, ptr %p82, align 8
  %t84 = insertelement <8 x double> %t81, double %t83, i32 4
  %p85 = getelementptr double, ptr %p70, i64 15
  %t86 = load double, ptr %p85, align 8
  %t87 = insertelement <8 x double> %t84, double %t86, i32 5
  %p88 = getelementptr double, ptr %p70, i64 18
  %t89 = load double, ptr %p88, align 8
  %t90 = insertelement <8 x double> %t87, double %t89, i32 6
  %p91 = getelementptr double, ptr %p70, i64 21
  %t92 = load double, ptr %p91, align 8
  %t93 = insertelement <8 x double> %t90, double %t92, i32 7
  %i94 = mul nsw i64 %i2, 128
  %i95 = add nsw i64 %i94, %i66
  %p96 = getelementptr double, ptr %w1, i64 %i95
  store <8 x double> %t93, ptr %p96, align 8
  %i97 = add nsw i64 %i66, 8
  %c98 = icmp slt i64 %i97, %i6
  br i1 %c98, label %loop66, label %done66
done66:
  %c100 = icmp slt i64 %i6, %rows
  br i1 %c100, label %loop99, label %done99
loop99:
  %i99 = phi i64 [%i6, %done66], [%i108, %loop99]
  %i101 = mul nsw i64 %i99, 3
  %i102 = add nsw i64 %i2, %i101
  %p103 = getelementptr double, ptr %a1, i64 %i102
  %t104 = load double, ptr %p103, align 8
  %i105 = mul nsw i64 %i2, 128
  %i106 = add nsw i64 %i105, %i99
  %p107 = getelementptr double, ptr %w1, i64 %i106
  store double %t104, ptr %p107, align 8
  %i108 = add nsw i64 %i99, 1
  %c109 = icmp slt i64 %i108, %rows
  br i1 %c109, label %loop99, label %done99
done99:
  %i110 = add nsw i64 %i2, 1
  %c111 = icmp slt i64 %i110, 3
  br i1 %c111, label %loop2, label %done2
done2:
  ret void
}

; d = copy; net = dot; h = tanh; slope = tanh_slope; delta = dot; h = copy: 1 x 2 vectors of 8
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 384
  %w3 = getelementptr double, ptr %work, i64 640
  %w4 = getelementptr double, ptr %work, i64 1288
  %w5 = getelementptr double, ptr %work, i64 1544
  %w6 = getelementptr double, ptr %work, i64 1800
  br label %loop7
loop7:
  %i7 = phi i64 [0, %entry], [%i253, %done216]
  %i8 = srem i64 %rows, 16
  %i9 = sub i64 %rows, %i8
  %i10 = srem i64 %rows, 8
  %i11 = sub i64 %rows, %i10
  %c13 = icmp slt i64 0, %i9
  br i1 %c13, label %loop12, label %done12
loop12:
  %i12 = phi i64 [0, %loop7], [%i132, %loop12]
  %i14 = mul nsw i64 %i12, 2
  %i15 = add nsw i64 %i7, %i14
  %p16 = getelementptr double, ptr %a2, i64 %i15
  %t17 = load double, ptr %p16, align 8
  %t18 = insertelement <16 x double> poison, double %t17, i32 0
  %p19 = getelementptr double, ptr %p16, i64 2
  %t20 = load double, ptr %p19, align 8
  %t21 = insertelement <16 x double> %t18, double %t20, i32 1
  %p22 = getelementptr double, ptr %p16, i64 4
  %t23 = load double, ptr %p22, align 8
  %t24 = insertelement <16 x double> %t21, double %t23, i32 2
  %p25 = getelementptr double, ptr %p16, i64 6
  %t26 = load double, ptr %p25, align 8
  %t27 = insertelement <16 x double> %t24, double %t26, i32 3
  %p28 = getelementptr double, ptr %p16, i64 8
  %t29 = load double, ptr %p28, align 8
  %t30 = insertelement <16 x double> %t27, double %t29, i32 4
  %p31 = getelementptr double, ptr %p16, i64 10
  %t32 = load double, ptr %p31, align 8
  %t33 = insertelement <16 x double> %t30, double %t32, i32 5
  %p34 = getelementptr double, ptr %p16, i64 12
  %t35 = load double, ptr %p34, align 8
  %t36 = insertelement <16 x double> %t33, double %t35, i32 6
  %p37 = getelementptr double, ptr %p16, i64 14
  %t38 = load double, ptr %p37, align 8
  %t39 = insertelement <16 x double> %t36, double %t38, i32 7
  %p40 = getelementptr double, ptr %p16, i64 16
  %t41 = load double, ptr %p40, align 8
  %t42 = insertelement <16 x double> %t39, double %t41, i32 8
  %p43 = getelementptr double, ptr %p16, i64 18
  %t44 = load double, ptr %p43, align 8
  %t45 = insertelement <16 x double> %t42, double %t44, i32 9
  %p46 = getelementptr double, ptr %p16, i64 20
  %t47 = load double, ptr %p46, align 8
  %t48 = insertelement <16 x double> %t45, double %t47, i32 10
  %p49 = getelementptr double, ptr %p16, i64 22
  %t50 = load double, ptr %p49, align 8
  %t51 = insertelement <16 x double> %t48, double %t50, i32 11
  %p52 = getelementptr double, ptr %p16, i64 24
  %t53 = load double, ptr %p52, align 8
  %t54 = insertelement <16 x double> %t51, double %t53, i32 12
  %p55 = getelementptr double, ptr %p16, i64 26
  %t56 = load double, ptr %p55, align 8
  %t57 = insertelement <16 x double> %t54, double %t56, i32 13
  %p58 = getelementptr double, ptr %p16, i64 28
  %t59 = load double, ptr %p58, align 8
  %t60 = insertelement <16 x double> %t57, double %t59, i32 14
  %p61 = getelementptr double, ptr %p16, i64 30
  %t62 = load double, ptr %p61, align 8
  %t63 = insertelement <16 x double> %t60, double %t62, i32 15
  %i64 = mul nsw i64 %i7, 4
  %p65 = getelementptr double, ptr %a0, i64 %i64
  %t66 = load double, ptr %p65, align 8
  %t67 = insertelement <16 x double> poison, double %t66, i32 0
  %t68 = shufflevector <16 x double> %t67, <16 x double> poison, <16 x i32> zeroinitializer
  %p69 = getelementptr double, ptr %w1, i64 %i12
  %t70 = load <16 x double>, ptr %p69, align 8
  %v71 = fmul contract <16 x double> %t68, %t70
  %p72 = getelementptr double, ptr %p65, i64 1
  %t73 = load double, ptr %p72, align 8
  %t74 = insertelement <16 x double> poison, double %t73, i32 0
  %t75 = shufflevector <16 x double> %t74, <16 x double> poison, <16 x i32> zeroinitializer
  %p76 = getelementptr double, ptr %p69, i64 128
  %t77 = load <16 x double>, ptr %p76, align 8
  %v78 = call <16 x double> @llvm.fmuladd.v16f64(<16 x double> %t75, <16 x double> %t77, <16 x double> %v71)
  %p79 = getelementptr double, ptr %p65, i64 2
  %t80 = load double, ptr %p79, align 8
  %t81 = insertelement <16 x double> poison, double %t80, i32 0
  %t82 = shufflevector <16 x double> %t81, <16 x double> poison, <16 x i32> zeroinitializer
  %p83 = getelementptr double, ptr %p69, i64 256
  %t84 = load <16 x double>, ptr %p83, align 8
  %v85 = call <16 x double> @llvm.fmuladd.v16f64(<16 x double> %t82, <16 x double> %t84, <16 x double> %v78)
  %p86 = getelementptr double, ptr %p65, i64 3
  %t87 = load double, ptr %p86, align 8
  %t88 = insertelement <16 x double> poison, double %t87, i32 0
  %t89 = shufflevector <16 x double> %t88, <16 x double> poison, <16 x i32> zeroinitializer
  %v90 = fadd contract <16 x double> %v85, %t89
  %v91 = call { <16 x double>, <16 x double> } @tanh_and_slope.x16(<16 x double> %v90)
  %v92 = extractvalue { <16 x double>, <16 x double> } %v91, 1
  %v93 = extractvalue { <16 x double>, <16 x double> } %v91, 0
  %v94 = fmul contract <16 x double> %t63, %v92
  %i95 = mul nsw i64 %i7, 128
  %i96 = add nsw i64 %i95, %i12
  %p97 = getelementptr double, ptr %w6, i64 %i96
  store <16 x double> %v94, ptr %p97, align 8
  %i98 = mul nsw i64 %i12, 2
  %i99 = add nsw i64 %i7, %i98
  %p100 = getelementptr double, ptr %a3, i64 %i99
  %t101 = extractelement <16 x double> %v93, i32 0
  store double %t101, ptr %p100, align 8
  %t102 = extractelement <16 x double> %v93, i32 1
  %p103 = getelementptr double, ptr %p100, i64 2
  store double %t102, ptr %p103, align 8
  %t104 = extractelement <16 x double> %v93, i32 2
  %p105 = getelementptr double, ptr %p100, i64 4
  store double %t104, ptr %p105, align 8
  %t106 = extractelement <16 x double> %v93, i32 3
  %p107 = getelementptr double, ptr %p100, i64 6
  store double %t106, ptr %p107, align 8
  %t108 = extractelement <16 x double> %v93, i32 4
  %p109 = getelementptr double, ptr %p100, i64 8
  store double %t108, ptr %p109, align 8
  %t110 = extractelement <16 x double> %v93, i32 5
  %p111 = getelementptr double, ptr %p100, i64 10
  store double %t110, ptr %p111, align 8
  %t112 = extractelement <16 x double> %v93, i32 6
  %p113 = getelementptr double, ptr %p100, i64 12
  store double %t112, ptr %p113, align 8
  %t114 = extractelement <16 x double> %v93, i32 7
  %p115 = getelementptr double, ptr %p100, i64 14
  store double %t114, ptr %p115, align 8
  %t116 = extractelement <16 x double> %v93, i32 8
  %p117 = getelementptr double, ptr %p100, i64 16
  store double %t116, ptr %p117, align 8
  %t118 = extractelement <16 x double> %v93, i32 9
  %p119 = getelementptr double, ptr %p100, i64 18
  store double %t118, ptr %p119, align 8
  %t120 = extractelement <16 x double> %v93, i32 10
  %p121 = getelementptr double, ptr %p100, i64 20
  store double %t120, ptr %p121, align 8
  %t122 = extractelement <16 x double> %v93, i32 11
  %p123 = getelementptr double, ptr %p100, i64 22
  store double %t122, ptr %p123, align 8
  %t124 = extractelement <16 x double> %v93, i32 12
  %p125 = getelementptr double, ptr %p100, i64 24
  store double %t124, ptr %p125, align 8
  %t126 = extractelement <16 x double> %v93, i32 13
  %p127 = getelementptr double, ptr %p100, i64 26
  store double %t126, ptr %p127, align 8
  %t128 = extractelement <16 x double> %v93, i32 14
  %p129 = getelementptr double, ptr %p100, i64 28
  store double %t128, ptr %p129, align 8
  %t130 = extractelement <16 x double> %v93, i32 15
  %p131 = getelementptr double, ptr %p100, i64 30
  store double %t130, ptr %p131, align 8
  %i132 = add nsw i64 %i12, 16
  %c133 = icmp slt i64 %i132, %i9
  br i1 %c133, label %loop12, label %done12
done12:
  %c135 = icmp slt i64 %i9, %i11
  br i1 %c135, label %loop134, label %done134
loop134:
  %i134 = phi i64 [%i9, %done12], [%i214, %loop134]
  %i136 = mul nsw i64 %i134, 2
  %i137 = add nsw i64 %i7, %i136
  %p138 = getelementptr double, ptr %a2, i64 %i137
  %t139 = load double, ptr %p138, align 8
  %t140 = insertelement <8 x double> poison, double %t139, i32 0
  %p141 = getelementptr double, ptr %p138, i64 2
  %t142 = load double, ptr %p141, align 8
  %t143 = insertelement <8 x double> %t140, double %t142, i32 1
  %p144 = getelementptr double, ptr %p138, i64 4
  %t145 = load double, ptr %p144, align 8
  %t146 = insertelement <8 x double> %t143, double %t145, i32 2
  %p147 = getelementptr double, ptr %p138, i64 6
  %t148 = load double, ptr %p147, align 8
  %t149 = insertelement <8 x double> %t146, double %t148, i32 3
  %p150 = getelementptr double, ptr %p138, i64 8
  %t151 = load double, ptr %p150, align 8
  %t152 = insertelement <8 x double> %t149, double %t151, i32 4
  %p153 = getelementptr double, ptr %p138, i64 10
  %t154 = load double, ptr %p153, align 8
  %t155 = insertelement <8 x double> %t152, double %t154, i32 5
  %p156 = getelementptr double, ptr %p138, i64 12
  %t157 = load double, ptr %p156, align 8
  %t158 = insertelement <8 x double> %t155, double %t157, i32 6
  %p159 = getelementptr double, ptr %p138, i64 14
  %t160 = load double, ptr %p159, align 8
  %t161 = insertelement <8 x double> %t158, double %t160, i32 7
  %i162 = mul nsw i64 %i7, 4
  %p163 = getelementptr double, ptr %a0, i64 %i162
  %t164 = load double, ptr %p163, align 8
  %t165 = insertelement <8 x double> poison, double %t164, i32 0
  %t166 = shufflevector <8 x double> %t165, <8 x double> poison, <8 x i32> zeroinitializer
  %p167 = getelementptr double, ptr %w1, i64 %i134
  %t168 = load <8 x double>, ptr %p167, align 8
  %v169 = fmul contract <8 x double> %t166, %t168
  %p170 = getelementptr double, ptr %p163, i64 1
  %t171 = load double, ptr %p170, align 8
  %t172 = insertelement <8 x double> poison, double %t171, i32 0
  %t173 = shufflevector <8 x double> %t172, <8 x double> poison, <8 x i32> zeroinitializer
  %p174 = getelementptr double, ptr %p167, i64 128
  %t175 = load <8 x double>, ptr %p174, align 8
  %v176 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t173, <8 x double> %t175, <8 x double> %v169)
  %p177 = getelementptr double, ptr %p163, i64 2
  %t178 = load double, ptr %p177, align 8
  %t179 = insertelement <8 x double> poison, double %t178, i32 0
  %t180 = shufflevector <8 x double> %t179, <8 x double> poison, <8 x i32> zeroinitializer
  %p181 = getelementptr double, ptr %p167, i64 256
  %t182 = load <8 x double>, ptr %p181, align 8
  %v183 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t180, <8 x double> %t182, <8 x double> %v176)
  %p184 = getelementptr double, ptr %p163, i64 3
  %t185 = load double, ptr %p184, align 8
  %t186 = insertelement <8 x double> poison, double %t185, i32 0
  %t187 = shufflevector <8 x double> %t186, <8 x double> poison, <8 x i32> zeroinitializer
  %v188 = fadd contract <8 x double> %v183, %t187
  %v189 = call { <8 x double>, <8 x double> } @tanh_and_slope.x8(<8 x double> %v188)
  %v190 = extractvalue { <8 x double>, <8 x double> } %v189, 1
  %v191 = extractvalue { <8 x double>, <8 x double> } %v189, 0
  %v192 = fmul contract <8 x double> %t161, %v190
  %i193 = mul nsw i64 %i7, 128
  %i194 = add nsw i64 %i193, %i134
  %p195 = getelementptr double, ptr %w6, i64 %i194
  store <8 x double> %v192, ptr %p195, align 8
  %i196 = mul nsw i64 %i134, 2
  %i197 = add nsw i64 %i7, %i196
  %p198 = getelementptr double, ptr %a3, i64 %i197
  %t199 = extractelement <8 x double> %v191, i32 0
  store double %t199, ptr %p198, align 8
  %t200 = extractelement <8 x double> %v191, i32 1
  %p201 = getelementptr double, ptr %p198, i64 2
  store double %t200, ptr %p201, align 8
  %t202 = extractelement <8 x double> %v191, i32 2
  %p203 = getelementptr double, ptr %p198, i64 4
  store double %t202, ptr %p203, align 8
  %t204 = extractelement <8 x double> %v191, i32 3
  %p205 = getelementptr double, ptr %p198, i64 6
  store double %t204, ptr %p205, align 8
  %t206 = extractelement <8 x double> %v191, i32 4
  %p207 = getelementptr double, ptr %p198, i64 8
  store double %t206, ptr %p207, align 8
  %t208 = extractelement <8 x double> %v191, i32 5
  %p209 = getelementptr double, ptr %p198, i64 10
  store double %t208, ptr %p209, align 8
  %t210 = extractelement <8 x double> %v191, i32 6
  %p211 = getelementptr double, ptr %p198, i64 12
  store double %t210, ptr %p211, align 8
  %t212 = extractelement <8 x double> %v191, i32 7
  %p213 = getelementptr double, ptr %p198, i64 14
  store double %t212, ptr %p213, align 8
  %i214 = add nsw i64 %i134, 8
  %c215 = icmp slt i64 %i214, %i11
  br i1 %c215, label %loop134, label %done134
done134:
  %c217 = icmp slt i64 %i11, %rows
  br i1 %c217, label %loop216, label %done216
loop216:
  %i216 = phi i64 [%i11, %done134], [%i251, %loop216]
  %i218 = mul nsw i64 %i216, 2
  %i219 = add nsw i64 %i7, %i218
  %p220 = getelementptr double, ptr %a2, i64 %i219
  %t221 = load double, ptr %p220, align 8
  %i222 = mul nsw i64 %i7, 4
  %p223 = getelementptr double, ptr %a0, i64 %i222
  %t224 = load double, ptr %p223, align 8
  %p225 = getelementptr double, ptr %w1, i64 %i216
  %t226 = load double, ptr %p225, align 8
  %v227 = fmul contract double %t224, %t226
  %p228 = getelementptr double, ptr %p223, i64 1
  %t229 = load double, ptr %p228, align 8
  %p230 = getelementptr double, ptr %p225, i64 128
  %t231 = load double, ptr %p230, align 8
  %v232 = call double @llvm.fmuladd.f64(double %t229, double %t231, double %v227)
  %p233 = getelementptr double, ptr %p223, i64 2
  %t234 = load double, ptr %p233, align 8
  %p235 = getelementptr double, ptr %p225, i64 256
  %t236 = load double, ptr %p235, align 8
  %v237 = call double @llvm.fmuladd.f64(double %t234, double %t236, double %v232)
  %p238 = getelementptr double, ptr %p223, i64 3
  %t239 = load double, ptr %p238, align 8
  %v240 = fadd contract double %v237, %t239
  %v241 = call { double, double } @tanh_and_slope.x1(double %v240)
  %v242 = extractvalue { double, double } %v241, 1
  %v243 = extractvalue { double, double } %v241, 0
  %v244 = fmul contract double %t221, %v242
  %i245 = mul nsw i64 %i7, 128
  %i246 = add nsw i64 %i245, %i216
  %p247 = getelementptr double, ptr %w6, i64 %i246
  store double %v244, ptr %p247, align 8
  %i248 = mul nsw i64 %i216, 2
  %i249 = add nsw i64 %i7, %i248
  %p250 = getelementptr double, ptr %a3, i64 %i249
  store double %v243, ptr %p250, align 8
  %i251 = add nsw i64 %i216, 1
  %c252 = icmp slt i64 %i251, %rows
  br i1 %c252, label %loop216, label %done216
done216:
  %i253 = add nsw i64 %i7, 1
  %c254 = icmp slt i64 %i253, 2
  br i1 %c254, label %loop7, label %done7
done7:
  ret void
}

; dx = dot; dx = copy: 1 x 2 vectors of 8
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 904
  %w2 = getelementptr double, ptr %work, i64 1800
  br label %loop3
loop3:
  %i3 = phi i64 [0, %entry], [%i120, %done103]
  %i4 = srem i64 %rows, 16
  %i5 = sub i64 %rows, %i4
  %i6 = srem i64 %rows, 8
  %i7 = sub i64 %rows, %i6
  %c9 = icmp slt i64 0, %i5
  br i1 %c9, label %loop8, label %done8
loop8:
  %i8 = phi i64 [0, %loop3], [%i65, %loop8]
  %p10 = getelementptr double, ptr %a0, i64 %i3
  %t11 = load double, ptr %p10, align 8
  %t12 = insertelement <8 x double> poison, double %t11, i32 0
  %t13 = shufflevector <8 x double> %t12, <8 x double> poison, <8 x i32> zeroinitializer
  %p14 = getelementptr double, ptr %w2, i64 %i8
  %t15 = load <8 x double>, ptr %p14, align 8
  %v16 = fmul contract <8 x double> %t13, %t15
  %p17 = getelementptr double, ptr %p10, i64 4
  %t18 = load double, ptr %p17, align 8
  %t19 = insertelement <8 x double> poison, double %t18, i32 0
  %t20 = shufflevector <8 x double> %t19, <8 x double> poison, <8 x i32> zeroinitializer
  %p21 = getelementptr double, ptr %p14, i64 128
  %t22 = load <8 x double>, ptr %p21, align 8
  %v23 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t20, <8 x double> %t22, <8 x double> %v16)
  %p24 = getelementptr double, ptr %p14, i64 8
  %t25 = load <8 x double>, ptr %p24, align 8
  %v26 = fmul contract <8 x double> %t13, %t25
  %p27 = getelementptr double, ptr %p14, i64 136
  %t28 = load <8 x double>, ptr %p27, align 8
  %v29 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t20, <8 x double> %t28, <8 x double> %v26)
  %i30 = mul nsw i64 %i8, 3
  %i31 = add nsw i64 %i3, %i30
  %p32 = getelementptr double, ptr %a5, i64 %i31
  %t33 = extractelement <8 x double> %v23, i32 0
  store double %t33, ptr %p32, align 8
  %t34 = extractelement <8 x double> %v23, i32 1
  %p35 = getelementptr double, ptr %p32, i64 3
  store double %t34, ptr %p35, align 8
  %t36 = extractelement <8 x double> %v23, i32 2
  %p37 = getelementptr double, ptr %p32, i64 6
  store double %t36, ptr %p37, align 8
  %t38 = extractelement <8 x double> %v23, i32 3
  %p39 = getelementptr double, ptr %p32, i64 9
  store double %t38, ptr %p39, align 8
  %t40 = extractelement <8 x double> %v23, i32 4
  %p41 = getelementptr double, ptr %p32, i64 12
  store double %t40, ptr %p41, align 8
  %t42 = extractelement <8 x double> %v23, i32 5
  %p43 = getelementptr double, ptr %p32, i64 15
  store double %t42, ptr %p43, align 8
  %t44 = extractelement <8 x double> %v23, i32 6
  %p45 = getelementptr double, ptr %p32, i64 18
  store double %t44, ptr %p45, align 8
  %t46 = extractelement <8 x double> %v23, i32 7
  %p47 = getelementptr double, ptr %p32, i64 21
  store double %t46, ptr %p47, align 8
  %p48 = getelementptr double, ptr %p32, i64 24
  %t49 = extractelement <8 x double> %v29, i32 0
  %p50 = getelementptr double, ptr %p32, i64 24
  store double %t49, ptr %p50, align 8
  %t51 = extractelement <8 x double> %v29, i32 1
  %p52 = getelementptr double, ptr %p32, i64 27
  store double %t51, ptr %p52, align 8
  %t53 = extractelement <8 x double> %v29, i32 2
  %p54 = getelementptr double, ptr %p32, i64 30
  store double %t53, ptr %p54, align 8
  %t55 = extractelement <8 x double> %v29, i32 3
  %p56 = getelementptr double, ptr %p32, i64 33
  store double %t55, ptr %p56, align 8
  %t57 = extractelement <8 x double> %v29, i32 4
  %p58 = getelementptr double, ptr %p32, i64 36
  store double %t57, ptr %p58, align 8
  %t59 = extractelement <8 x double> %v29, i32 5
  %p60 = getelementptr double, ptr %p32, i64 39
  store double %t59, ptr %p60, align 8
  %t61 = extractelement <8 x double> %v29, i32 6
  %p62 = getelementptr double, ptr %p32, i64 42
  store double %t61, ptr %p62, align 8
  %t63 = extractelement <8 x double> %v29, i32 7
  %p64 = getelementptr double, ptr %p32, i64 45
  store double %t63, ptr %p64, align 8
  %i65 = add nsw i64 %i8, 16
  %c66 = icmp slt i64 %i65, %i5
  br i1 %c66, label %loop8, label %done8
done8:
  %c68 = icmp slt i64 %i5, %i7
  br i1 %c68, label %loop67, label %done67
loop67:
  %i67 = phi i64 [%i5, %done8], [%i101, %loop67]
  %p69 = getelementptr double, ptr %a0, i64 %i3
  %t70 = load double, ptr %p69, align 8
  %t71 = insertelement <8 x double> poison, double %t70, i32 0
  %t72 = shufflevector <8 x double> %t71, <8 x double> poison, <8 x i32> zeroinitializer
  %p73 = getelementptr double, ptr %w2, i64 %i67
  %t74 = load <8 x double>, ptr %p73, align 8
  %v75 = fmul contract <8 x double> %t72, %t74
  %p76 = getelementptr double, ptr %p69, i64 4
  %t77 = load double, ptr %p76, align 8
  %t78 = insertelement <8 x double> poison, double %t77, i32 0
  %t79 = shufflevector <8 x double> %t78, <8 x double> poison, <8 x i32> zeroinitializer
  %p80 = getelementptr double, ptr %p73, i64 128
  %t81 = load <8 x double>, ptr %p80, align 8
  %v82 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t79, <8 x double> %t81, <8 x double> %v75)
  %i83 = mul nsw i64 %i67, 3
  %i84 = add nsw i64 %i3, %i83
  %p85 = getelementptr double, ptr %a5, i64 %i84
  %t86 = extractelement <8 x double> %v82, i32 0
  store double %t86, ptr %p85, align 8
  %t87 = extractelement <8 x double> %v82, i32 1
  %p88 = getelementptr double, ptr %p85, i64 3
  store double %t87, ptr %p88, align 8
  %t89 = extractelement <8 x double> %v82, i32 2
  %p90 = getelementptr double, ptr %p85, i64 6
  store double %t89, ptr %p90, align 8
  %t91 = extractelement <8 x double> %v82, i32 3
  %p92 = getelementptr double, ptr %p85, i64 9
  store double %t91, ptr %p92, align 8
  %t93 = extractelement <8 x double> %v82, i32 4
  %p94 = getelementptr double, ptr %p85, i64 12
  store double %t93, ptr %p94, align 8
  %t95 = extractelement <8 x double> %v82, i32 5
  %p96 = getelementptr double, ptr %p85, i64 15
  store double %t95, ptr %p96, align 8
  %t97 = extractelement <8 x double> %v82, i32 6
  %p98 = getelementptr double, ptr %p85, i64 18
  store double %t97, ptr %p98, align 8
  %t99 = extractelement <8 x double> %v82, i32 7
  %p100 = getelementptr double, ptr %p85, i64 21
  store double %t99, ptr %p100, align 8
  %i101 = add nsw i64 %i67, 8
  %c102 = icmp slt i64 %i101, %i7
  br i1 %c102, label %loop67, label %done67
done67:
  %c104 = icmp slt i64 %i7, %rows
  br i1 %c104, label %loop103, label %done103
loop103:
  %i103 = phi i64 [%i7, %done67], [%i118, %loop103]
  %p105 = getelementptr double, ptr %a0, i64 %i3
  %t106 = load double, ptr %p105, align 8
  %p107 = getelementptr double, ptr %w2, i64 %i103
  %t108 = load double, ptr %p107, align 8
  %v109 = fmul contract double %t106, %t108
  %p110 = getelementptr double, ptr %p105, i64 4
  %t111 = load double, ptr %p110, align 8
  %p112 = getelementptr double, ptr %p107, i64 128
  %t113 = load double, ptr %p112, align 8
  %v114 = call double @llvm.fmuladd.f64(double %t111, double %t113, double %v109)
  %i115 = mul nsw i64 %i103, 3
  %i116 = add nsw i64 %i3, %i115
  %p117 = getelementptr double, ptr %a5, i64 %i116
  store double %v114, ptr %p117, align 8
  %i118 = add nsw i64 %i103, 1
  %c119 = icmp slt i64 %i118, %rows
  br i1 %c119, label %loop103, label %done103
done103:
  %i120 = add nsw i64 %i3, 1
  %c121 = icmp slt i64 %i120, 3
  br i1 %c121, label %loop3, label %done3
done3:
  ret void
}

; g = dot: 2 x 1 vectors of 4
define internal void @kernel3(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 1800
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
  %p17 = getelementptr double, ptr %p9, i64 128
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
  %w1 = getelementptr double, ptr %work, i64 1800
  %p2 = getelementptr double, ptr %a4, i64 3
  %p3 = getelementptr double, ptr %a4, i64 3
  %t4 = load double, ptr %p3, align 8
  %t5 = insertelement <2 x double> poison, double %t4, i32 0
  %p6 = getelementptr double, ptr %a4, i64 7
  %t7 = load double, ptr %p6, align 8
  %t8 = insertelement <2 x double> %t5, double %t7, i32 1
  %i9 = and i64 %rows, -8
  %c13 = icmp slt i64 0, %i9
  br i1 %c13, label %loop10, label %done10
loop10:
  %k10 = phi i64 [0, %entry], [%i20, %loop10]
  %s11 = phi <8 x double> [splat (double -0.0), %entry], [%v16, %loop10]
  %s12 = phi <8 x double> [splat (double -0.0), %entry], [%v19, %loop10]
  %p14 = getelementptr double, ptr %w1, i64 %k10
  %t15 = load <8 x double>, ptr %p14, align 8
  %v16 = fadd contract <8 x double> %s11, %t15
  %p17 = getelementptr double, ptr %p14, i64 128
  %t18 = load <8 x double>, ptr %p17, align 8
  %v19 = fadd contract <8 x double> %s12, %t18
  %i20 = add nsw i64 %k10, 8
  %c21 = icmp slt i64 %i20, %i9
  br i1 %c21, label %loop10, label %done10
done10:
  %s22 = phi <8 x double> [splat (double -0.0), %entry], [%v16, %loop10]
  %s23 = phi <8 x double> [splat (double -0.0), %entry], [%v19, %loop10]
  %i24 = sub i64 %rows, %i9
  %t25 = insertelement <8 x i64> poison, i64 %i24, i32 0
  %t26 = shufflevector <8 x i64> %t25, <8 x i64> poison, <8 x i32> zeroinitializer
  %m27 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t26
  %p28 = getelementptr double, ptr %w1, i64 %i9
  %t29 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p28, i32 8, <8 x i1> %m27, <8 x double> zeroinitializer)
  %v30 = fadd contract <8 x double> %s22, %t29
  %p31 = getelementptr double, ptr %p28, i64 128
  %t32 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p31, i32 8, <8 x i1> %m27, <8 x double> zeroinitializer)
  %v33 = fadd contract <8 x double> %s23, %t32
  %t34 = shufflevector <8 x double> %v30, <8 x double> %v33, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %t35 = shufflevector <8 x double> %v30, <8 x double> %v33, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %v36 = fadd contract <8 x double> %t34, %t35
  %t37 = shufflevector <8 x double> %v36, <8 x double> poison, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %t38 = shufflevector <8 x double> %v36, <8 x double> poison, <4 x i32> <i32 4, i32 5, i32 6, i32 7>
  %v39 = fadd contract <4 x double> %t37, %t38
  %t40 = shufflevector <4 x double> %v39, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t41 = shufflevector <4 x double> %v39, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v42 = fadd contract <2 x double> %t40, %t41
  %v43 = fadd contract <2 x double> %t8, %v42
  %p44 = getelementptr double, ptr %a4, i64 3
  %t45 = extractelement <2 x double> %v43, i32 0
  %p46 = getelementptr double, ptr %a4, i64 3
  store double %t45, ptr %p46, align 8
  %t47 = extractelement <2 x double> %v43, i32 1
  %p48 = getelementptr double, ptr %a4, i64 7
  store double %t47, ptr %p48, align 8
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
  %i20 = add i64 %rows3, 127
  %i21 = urem i64 %i20, 128
  %i22 = sub i64 %i20, %i21
  %c24 = icmp slt i64 0, %i22
  br i1 %c24, label %loop23, label %done23
loop23:
  %first23 = phi i64 [0, %done16], [%i36, %loop23]
  %i25 = sub i64 %rows3, %first23
  %c26 = icmp slt i64 %i25, 128
  %rows27 = select i1 %c26, i64 %i25, i64 128
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
  %i36 = add nsw i64 %first23, 128
  %c37 = icmp slt i64 %i36, %i22
  br i1 %c37, label %loop23, label %done23
done23:
  ret void
}

======== rows in blocks of 128
; i = copy: 1 x 2 vectors of 8
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %i2 = srem i64 %rows, 16
  %i3 = sub i64 %rows, %i2
  %i4 = srem i64 %rows, 8
  %i5 = sub i64 %rows, %i4
  %c7 = icmp slt i64 0, %i3
  br i1 %c7, label %loop6, label %done6
loop6:
  %i6 = phi i64 [0, %entry], [%i14, %loop6]
  %p8 = getelementptr double, ptr %a0, i64 %i6
  %t9 = load <8 x double>, ptr %p8, align 8
  %p10 = getelementptr double, ptr %w1, i64 %i6
  store <8 x double> %t9, ptr %p10, align 8
  %p11 = getelementptr double, ptr %p8, i64 8
  %t12 = load <8 x double>, ptr %p11, align 8
  %p13 = getelementptr double, ptr %p10, i64 8
  store <8 x double> %t12, ptr %p13, align 8
  %i14 = add nsw i64 %i6, 16
  %c15 = icmp slt i64 %i14, %i3
  br i1 %c15, label %loop6, label %done6
done6:
  %c17 = icmp slt i64 %i3, %i5
  br i1 %c17, label %loop16, label %done16
loop16:
  %i16 = phi i64 [%i3, %done6], [%i21, %loop16]
  %p18 = getelementptr double, ptr %a0, i64 %i16
  %t19 = load <8 x double>, ptr %p18, align 8
  %p20 = getelementptr double, ptr %w1, i64 %i16
  store <8 x double> %t19, ptr %p20, align 8
  %i21 = add nsw i64 %i16, 8
  %c22 = icmp slt i64 %i21, %i5
  br i1 %c22, label %loop16, label %done16
done16:
  %c23 = icmp slt i64 %i5, %rows
  br i1 %c23, label %then24, label %after24
then24:
  %i25 = sub i64 %rows, %i5
  %t26 = insertelement <8 x i64> poison, i64 %i25, i32 0
  %t27 = shufflevector <8 x i64> %t26, <8 x i64> poison, <8 x i32> zeroinitializer
  %m28 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t27
  %p29 = getelementptr double, ptr %a0, i64 %i5
  %t30 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p29, i32 8, <8 x i1> %m28, <8 x double> zeroinitializer)
  %p31 = getelementptr double, ptr %w1, i64 %i5
  call void @llvm.masked.store.v8f64.p0(<8 x double> %t30, ptr %p31, i32 8, <8 x i1> %m28)
  br label %after24
after24:
  ret void
}

; mul = mul; dot = dot; mul_2 = mul; tanh = tanh; tanh_slope = tanh_slope; table_2 = copy: 1 x 1 vectors of 1
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 264
  %w2 = getelementptr double, ptr %work, i64 272
  %w3 = getelementptr double, ptr %work, i64 280
  %w4 = getelementptr double, ptr %work, i64 296
  %w5 = getelementptr double, ptr %work, i64 312
  %w6 = getelementptr double, ptr %work, i64 320
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
  %w1 = getelementptr double, ptr %work, i64 288
  %w2 = getelementptr double, ptr %work, i64 304
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
  %w1 = getelementptr double, ptr %work, i64 320
  %p2 = getelementptr double, ptr %w1, i64 1
  store double 0.5, ptr %p2, align 8
  ret void
}

; take_2 = take: 1 x 1 vectors of 1
define internal void @kernel4(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 320
  %w3 = getelementptr double, ptr %work, i64 328
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
  %w1 = getelementptr double, ptr %work, i64 320
  %w2 = getelementptr double, ptr %work, i64 456
  %t3 = load double, ptr %a1, align 8
  %i4 = fptosi double %t3 to i64
  %p5 = getelementptr double, ptr %w1, i64 %i4
  %t6 = load double, ptr %p5, align 8
  store double %t6, ptr %w2, align 8
  ret void
}

; table_3 = copy: 1 x 2 vectors of 8
define internal void @kernel6(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 328
  %w2 = getelementptr double, ptr %work, i64 456
  %w3 = getelementptr double, ptr %work, i64 464
  %i4 = srem i64 %rows, 16
  %i5 = sub i64 %rows, %i4
  %i6 = srem i64 %rows, 8
  %i7 = sub i64 %rows, %i6
  %c9 = icmp slt i64 0, %i5
  br i1 %c9, label %loop8, label %done8
loop8:
  %i8 = phi i64 [0, %entry], [%i26, %loop8]
  %t10 = load double, ptr %a3, align 8
  %t11 = insertelement <8 x double> poison, double %t10, i32 0
  %t12 = shufflevector <8 x double> %t11, <8 x double> poison, <8 x i32> zeroinitializer
  %p13 = getelementptr double, ptr %w3, i64 %i8
  %p14 = getelementptr double, ptr %p13, i64 256
  store <8 x double> %t12, ptr %p14, align 8
  %p15 = getelementptr double, ptr %p13, i64 264
  store <8 x double> %t12, ptr %p15, align 8
  %p16 = getelementptr double, ptr %w1, i64 %i8
  %t17 = load <8 x double>, ptr %p16, align 8
  store <8 x double> %t17, ptr %p13, align 8
  %p18 = getelementptr double, ptr %p16, i64 8
  %t19 = load <8 x double>, ptr %p18, align 8
  %p20 = getelementptr double, ptr %p13, i64 8
  store <8 x double> %t19, ptr %p20, align 8
  %t21 = load double, ptr %w2, align 8
  %t22 = insertelement <8 x double> poison, double %t21, i32 0
  %t23 = shufflevector <8 x double> %t22, <8 x double> poison, <8 x i32> zeroinitializer
  %p24 = getelementptr double, ptr %p13, i64 128
  store <8 x double> %t23, ptr %p24, align 8
  %p25 = getelementptr double, ptr %p13, i64 136
  store <8 x double> %t23, ptr %p25, align 8
  %i26 = add nsw i64 %i8, 16
  %c27 = icmp slt i64 %i26, %i5
  br i1 %c27, label %loop8, label %done8
done8:
  %c29 = icmp slt i64 %i5, %i7
  br i1 %c29, label %loop28, label %done28
loop28:
  %i28 = phi i64 [%i5, %done8], [%i41, %loop28]
  %t30 = load double, ptr %a3, align 8
  %t31 = insertelement <8 x double> poison, double %t30, i32 0
  %t32 = shufflevector <8 x double> %t31, <8 x double> poison, <8 x i32> zeroinitializer
  %p33 = getelementptr double, ptr %w3, i64 %i28
  %p34 = getelementptr double, ptr %p33, i64 256
  store <8 x double> %t32, ptr %p34, align 8
  %p35 = getelementptr double, ptr %w1, i64 %i28
  %t36 = load <8 x double>, ptr %p35, align 8
  store <8 x double> %t36, ptr %p33, align 8
  %t37 = load double, ptr %w2, align 8
  %t38 = insertelement <8 x double> poison, double %t37, i32 0
  %t39 = shufflevector <8 x double> %t38, <8 x double> poison, <8 x i32> zeroinitializer
  %p40 = getelementptr double, ptr %p33, i64 128
  store <8 x double> %t39, ptr %p40, align 8
  %i41 = add nsw i64 %i28, 8
  %c42 = icmp slt i64 %i41, %i7
  br i1 %c42, label %loop28, label %done28
done28:
  %c43 = icmp slt i64 %i7, %rows
  br i1 %c43, label %then44, label %after44
then44:
  %i45 = sub i64 %rows, %i7
  %t46 = insertelement <8 x i64> poison, i64 %i45, i32 0
  %t47 = shufflevector <8 x i64> %t46, <8 x i64> poison, <8 x i32> zeroinitializer
  %m48 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t47
  %t49 = load double, ptr %a3, align 8
  %t50 = insertelement <8 x double> poison, double %t49, i32 0
  %t51 = shufflevector <8 x double> %t50, <8 x double> poison, <8 x i32> zeroinitializer
  %p52 = getelementptr double, ptr %w3, i64 %i7
  %p53 = getelementptr double, ptr %p52, i64 256
  call void @llvm.masked.store.v8f64.p0(<8 x double> %t51, ptr %p53, i32 8, <8 x i1> %m48)
  %p54 = getelementptr double, ptr %w1, i64 %i7
  %t55 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p54, i32 8, <8 x i1> %m48, <8 x double> zeroinitializer)
  call void @llvm.masked.store.v8f64.p0(<8 x double> %t55, ptr %p52, i32 8, <8 x i1> %m48)
  %t56 = load double, ptr %w2, align 8
  %t57 = insertelement <8 x double> poison, double %t56, i32 0
  %t58 = shufflevector <8 x double> %t57, <8 x double> poison, <8 x i32> zeroinitializer
  %p59 = getelementptr double, ptr %p52, i64 128
  call void @llvm.masked.store.v8f64.p0(<8 x double> %t58, ptr %p59, i32 8, <8 x i1> %m48)
  br label %after44
after44:
  ret void
}

; mul_3 = mul: 1 x 1 vectors of 1
define internal void @kernel7(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 304
  %w2 = getelementptr double, ptr %work, i64 456
  %w3 = getelementptr double, ptr %work, i64 848
  %t4 = load double, ptr %w1, align 8
  %t5 = load double, ptr %w2, align 8
  %v6 = fmul contract double %t4, %t5
  store double %v6, ptr %w3, align 8
  ret void
}

; take_4 = take: 1 x 1 vectors of 1
define internal void @kernel8(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 464
  %w2 = getelementptr double, ptr %work, i64 856
  %c4 = icmp slt i64 0, %rows
  br i1 %c4, label %loop3, label %done3
loop3:
  %i3 = phi i64 [0, %entry], [%i12, %loop3]
  %t5 = load double, ptr %a1, align 8
  %i6 = fptosi double %t5 to i64
  %i7 = mul nsw i64 %i6, 128
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

; sin = sin; cos = cos; value = dot; dot_2 = dot; value = copy: 1 x 2 vectors of 8
define internal void @kernel9(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 128
  %w3 = getelementptr double, ptr %work, i64 328
  %w4 = getelementptr double, ptr %work, i64 848
  %w5 = getelementptr double, ptr %work, i64 856
  %w6 = getelementptr double, ptr %work, i64 984
  %w7 = getelementptr double, ptr %work, i64 1112
  %w8 = getelementptr double, ptr %work, i64 1240
  %i9 = srem i64 %rows, 16
  %i10 = sub i64 %rows, %i9
  %i11 = srem i64 %rows, 8
  %i12 = sub i64 %rows, %i11
  %c14 = icmp slt i64 0, %i10
  br i1 %c14, label %loop13, label %done13
loop13:
  %i13 = phi i64 [0, %entry], [%i38, %loop13]
  %p15 = getelementptr double, ptr %w5, i64 %i13
  %t16 = load <16 x double>, ptr %p15, align 8
  %v17 = call <16 x double> @sin.x16(<16 x double> %t16)
  %p18 = getelementptr double, ptr %w6, i64 %i13
  store <16 x double> %v17, ptr %p18, align 8
  %v19 = call <16 x double> @cos.x16(<16 x double> %t16)
  %t20 = load double, ptr %a2, align 8
  %t21 = insertelement <16 x double> poison, double %t20, i32 0
  %t22 = shufflevector <16 x double> %t21, <16 x double> poison, <16 x i32> zeroinitializer
  %p23 = getelementptr double, ptr %w1, i64 %i13
  %t24 = load <16 x double>, ptr %p23, align 8
  %v25 = fmul contract <16 x double> %t22, %t24
  %t26 = load <16 x double>, ptr %p15, align 8
  %p27 = getelementptr double, ptr %w3, i64 %i13
  %t28 = load <16 x double>, ptr %p27, align 8
  %v29 = call <16 x double> @llvm.fmuladd.v16f64(<16 x double> %t26, <16 x double> %t28, <16 x double> %v25)
  %t30 = load double, ptr %w4, align 8
  %t31 = insertelement <16 x double> poison, double %t30, i32 0
  %t32 = shufflevector <16 x double> %t31, <16 x double> poison, <16 x i32> zeroinitializer
  %v33 = call <16 x double> @llvm.fmuladd.v16f64(<16 x double> %v17, <16 x double> %t32, <16 x double> %v29)
  %v34 = fmul contract <16 x double> %v19, %t32
  %v35 = fadd contract <16 x double> %v34, %t28
  %p36 = getelementptr double, ptr %w8, i64 %i13
  store <16 x double> %v35, ptr %p36, align 8
  %p37 = getelementptr double, ptr %a4, i64 %i13
  store <16 x double> %v33, ptr %p37, align 8
  %i38 = add nsw i64 %i13, 16
  %c39 = icmp slt i64 %i38, %i10
  br i1 %c39, label %loop13, label %done13
done13:
  %c41 = icmp slt i64 %i10, %i12
  br i1 %c41, label %loop40, label %done40
loop40:
  %i40 = phi i64 [%i10, %done13], [%i65, %loop40]
  %p42 = getelementptr double, ptr %w5, i64 %i40
  %t43 = load <8 x double>, ptr %p42, align 8
  %v44 = call <8 x double> @sin.x8(<8 x double> %t43)
  %p45 = getelementptr double, ptr %w6, i64 %i40
  store <8 x double> %v44, ptr %p45, align 8
  %v46 = call <8 x double> @cos.x8(<8 x double> %t43)
  %t47 = load double, ptr %a2, align 8
  %t48 = insertelement <8 x double> poison, double %t47, i32 0
  %t49 = shufflevector <8 x double> %t48, <8 x double> poison, <8 x i32> zeroinitializer
  %p50 = getelementptr double, ptr %w1, i64 %i40
  %t51 = load <8 x double>, ptr %p50, align 8
  %v52 = fmul contract <8 x double> %t49, %t51
  %t53 = load <8 x double>, ptr %p42, align 8
  %p54 = getelementptr double, ptr %w3, i64 %i40
  %t55 = load <8 x double>, ptr %p54, align 8
  %v56 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t53, <8 x double> %t55, <8 x double> %v52)
  %t57 = load double, ptr %w4, align 8
  %t58 = insertelement <8 x double> poison, double %t57, i32 0
  %t59 = shufflevector <8 x double> %t58, <8 x double> poison, <8 x i32> zeroinitializer
  %v60 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %v44, <8 x double> %t59, <8 x double> %v56)
  %v61 = fmul contract <8 x double> %v46, %t59
  %v62 = fadd contract <8 x double> %v61, %t55
  %p63 = getelementptr double, ptr %w8, i64 %i40
  store <8 x double> %v62, ptr %p63, align 8
  %p64 = getelementptr double, ptr %a4, i64 %i40
  store <8 x double> %v60, ptr %p64, align 8
  %i65 = add nsw i64 %i40, 8
  %c66 = icmp slt i64 %i65, %i12
  br i1 %c66, label %loop40, label %done40
done40:
  %c67 = icmp slt i64 %i12, %rows
  br i1 %c67, label %then68, label %after68
then68:
  %i69 = sub i64 %rows, %i12
  %t70 = insertelement <8 x i64> poison, i64 %i69, i32 0
  %t71 = shufflevector <8 x i64> %t70, <8 x i64> poison, <8 x i32> zeroinitializer
  %m72 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t71
  %p73 = getelementptr double, ptr %w5, i64 %i12
  %t74 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p73, i32 8, <8 x i1> %m72, <8 x double> zeroinitializer)
  %v75 = call <8 x double> @sin.x8(<8 x double> %t74)
  %p76 = getelementptr double, ptr %w6, i64 %i12
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v75, ptr %p76, i32 8, <8 x i1> %m72)
  %v77 = call <8 x double> @cos.x8(<8 x double> %t74)
  %t78 = load double, ptr %a2, align 8
  %t79 = insertelement <8 x double> poison, double %t78, i32 0
  %t80 = shufflevector <8 x double> %t79, <8 x double> poison, <8 x i32> zeroinitializer
  %p81 = getelementptr double, ptr %w1, i64 %i12
  %t82 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p81, i32 8, <8 x i1> %m72, <8 x double> zeroinitializer)
  %v83 = fmul contract <8 x double> %t80, %t82
  %t84 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p73, i32 8, <8 x i1> %m72, <8 x double> zeroinitializer)
  %p85 = getelementptr double, ptr %w3, i64 %i12
  %t86 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p85, i32 8, <8 x i1> %m72, <8 x double> zeroinitializer)
  %v87 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t84, <8 x double> %t86, <8 x double> %v83)
  %t88 = load double, ptr %w4, align 8
  %t89 = insertelement <8 x double> poison, double %t88, i32 0
  %t90 = shufflevector <8 x double> %t89, <8 x double> poison, <8 x i32> zeroinitializer
  %v91 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %v75, <8 x double> %t90, <8 x double> %v87)
  %v92 = fmul contract <8 x double> %v77, %t90
  %v93 = fadd contract <8 x double> %v92, %t86
  %p94 = getelementptr double, ptr %w8, i64 %i12
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v93, ptr %p94, i32 8, <8 x i1> %m72)
  %p95 = getelementptr double, ptr %a4, i64 %i12
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v91, ptr %p95, i32 8, <8 x i1> %m72)
  br label %after68
after68:
  ret void
}

; scatter = copy: 1 x 2 vectors of 8
define internal void @kernel10(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 1368
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i31, %after23]
  %i3 = srem i64 %rows, 16
  %i4 = sub i64 %rows, %i3
  %i5 = srem i64 %rows, 8
  %i6 = sub i64 %rows, %i5
  %c8 = icmp slt i64 0, %i4
  br i1 %c8, label %loop7, label %done7
loop7:
  %i7 = phi i64 [0, %loop2], [%i13, %loop7]
  %i9 = mul nsw i64 %i2, 128
  %i10 = add nsw i64 %i9, %i7
  %p11 = getelementptr double, ptr %w1, i64 %i10
  store <8 x double> splat (double 0.0), ptr %p11, align 8
  %p12 = getelementptr double, ptr %p11, i64 8
  store <8 x double> splat (double 0.0), ptr %p12, align 8
  %i13 = add nsw i64 %i7, 16
  %c14 = icmp slt i64 %i13, %i4
  br i1 %c14, label %loop7, label %done7
done7:
  %c16 = icmp slt i64 %i4, %i6
  br i1 %c16, label %loop15, label %done15
loop15:
  %i15 = phi i64 [%i4, %done7], [%i20, %loop15]
  %i17 = mul nsw i64 %i2, 128
  %i18 = add nsw i64 %i17, %i15
  %p19 = getelementptr double, ptr %w1, i64 %i18
  store <8 x double> splat (double 0.0), ptr %p19, align 8
  %i20 = add nsw i64 %i15, 8
  %c21 = icmp slt i64 %i20, %i6
  br i1 %c21, label %loop15, label %done15
done15:
  %c22 = icmp slt i64 %i6, %rows
  br i1 %c22, label %then23, label %after23
then23:
  %i24 = sub i64 %rows, %i6
  %t25 = insertelement <8 x i64> poison, i64 %i24, i32 0
  %t26 = shufflevector <8 x i64> %t25, <8 x i64> poison, <8 x i32> zeroinitializer
  %m27 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t26
  %i28 = mul nsw i64 %i2, 128
  %i29 = add nsw i64 %i28, %i6
  %p30 = getelementptr double, ptr %w1, i64 %i29
  call void @llvm.masked.store.v8f64.p0(<8 x double> splat (double 0.0), ptr %p30, i32 8, <8 x i1> %m27)
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
  %w1 = getelementptr double, ptr %work, i64 1240
  %w2 = getelementptr double, ptr %work, i64 1368
  %c4 = icmp slt i64 0, %rows
  br i1 %c4, label %loop3, label %done3
loop3:
  %i3 = phi i64 [0, %entry], [%i14, %loop3]
  %t5 = load double, ptr %a1, align 8
  %i6 = fptosi double %t5 to i64
  %i7 = mul nsw i64 %i6, 128
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

; dot_3 = dot; dot_4 = dot: 1 x 2 vectors of 8
define internal void @kernel12(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 304
  %w2 = getelementptr double, ptr %work, i64 856
  %w3 = getelementptr double, ptr %work, i64 984
  %w4 = getelementptr double, ptr %work, i64 1368
  %w5 = getelementptr double, ptr %work, i64 1752
  %w6 = getelementptr double, ptr %work, i64 1880
  %i7 = srem i64 %rows, 16
  %i8 = sub i64 %rows, %i7
  %i9 = srem i64 %rows, 8
  %i10 = sub i64 %rows, %i9
  %c12 = icmp slt i64 0, %i8
  br i1 %c12, label %loop11, label %done11
loop11:
  %i11 = phi i64 [0, %entry], [%i42, %loop11]
  %p13 = getelementptr double, ptr %w3, i64 %i11
  %t14 = load <8 x double>, ptr %p13, align 8
  %t15 = load double, ptr %w1, align 8
  %t16 = insertelement <8 x double> poison, double %t15, i32 0
  %t17 = shufflevector <8 x double> %t16, <8 x double> poison, <8 x i32> zeroinitializer
  %v18 = fmul contract <8 x double> %t14, %t17
  %p19 = getelementptr double, ptr %w4, i64 %i11
  %p20 = getelementptr double, ptr %p19, i64 128
  %t21 = load <8 x double>, ptr %p20, align 8
  %v22 = fadd contract <8 x double> %v18, %t21
  %p23 = getelementptr double, ptr %w5, i64 %i11
  store <8 x double> %v22, ptr %p23, align 8
  %p24 = getelementptr double, ptr %p13, i64 8
  %t25 = load <8 x double>, ptr %p24, align 8
  %v26 = fmul contract <8 x double> %t25, %t17
  %p27 = getelementptr double, ptr %p19, i64 136
  %t28 = load <8 x double>, ptr %p27, align 8
  %v29 = fadd contract <8 x double> %v26, %t28
  %p30 = getelementptr double, ptr %p23, i64 8
  store <8 x double> %v29, ptr %p30, align 8
  %p31 = getelementptr double, ptr %w2, i64 %i11
  %t32 = load <8 x double>, ptr %p31, align 8
  %t33 = load <8 x double>, ptr %p19, align 8
  %v34 = fadd contract <8 x double> %t32, %t33
  %p35 = getelementptr double, ptr %w6, i64 %i11
  store <8 x double> %v34, ptr %p35, align 8
  %p36 = getelementptr double, ptr %p31, i64 8
  %t37 = load <8 x double>, ptr %p36, align 8
  %p38 = getelementptr double, ptr %p19, i64 8
  %t39 = load <8 x double>, ptr %p38, align 8
  %v40 = fadd contract <8 x double> %t37, %t39
  %p41 = getelementptr double, ptr %p35, i64 8
  store <8 x double> %v40, ptr %p41, align 8
  %i42 = add nsw i64 %i11, 16
  %c43 = icmp slt i64 %i42, %i8
  br i1 %c43, label %loop11, label %done11
done11:
  %c45 = icmp slt i64 %i8, %i10
  br i1 %c45, label %loop44, label %done44
loop44:
  %i44 = phi i64 [%i8, %done11], [%i62, %loop44]
  %p46 = getelementptr double, ptr %w3, i64 %i44
  %t47 = load <8 x double>, ptr %p46, align 8
  %t48 = load double, ptr %w1, align 8
  %t49 = insertelement <8 x double> poison, double %t48, i32 0
  %t50 = shufflevector <8 x double> %t49, <8 x double> poison, <8 x i32> zeroinitializer
  %v51 = fmul contract <8 x double> %t47, %t50
  %p52 = getelementptr double, ptr %w4, i64 %i44
  %p53 = getelementptr double, ptr %p52, i64 128
  %t54 = load <8 x double>, ptr %p53, align 8
  %v55 = fadd contract <8 x double> %v51, %t54
  %p56 = getelementptr double, ptr %w5, i64 %i44
  store <8 x double> %v55, ptr %p56, align 8
  %p57 = getelementptr double, ptr %w2, i64 %i44
  %t58 = load <8 x double>, ptr %p57, align 8
  %t59 = load <8 x double>, ptr %p52, align 8
  %v60 = fadd contract <8 x double> %t58, %t59
  %p61 = getelementptr double, ptr %w6, i64 %i44
  store <8 x double> %v60, ptr %p61, align 8
  %i62 = add nsw i64 %i44, 8
  %c63 = icmp slt i64 %i62, %i10
  br i1 %c63, label %loop44, label %done44
done44:
  %c64 = icmp slt i64 %i10, %rows
  br i1 %c64, label %then65, label %after65
then65:
  %i66 = sub i64 %rows, %i10
  %t67 = insertelement <8 x i64> poison, i64 %i66, i32 0
  %t68 = shufflevector <8 x i64> %t67, <8 x i64> poison, <8 x i32> zeroinitializer
  %m69 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t68
  %p70 = getelementptr double, ptr %w3, i64 %i10
  %t71 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p70, i32 8, <8 x i1> %m69, <8 x double> zeroinitializer)
  %t72 = load double, ptr %w1, align 8
  %t73 = insertelement <8 x double> poison, double %t72, i32 0
  %t74 = shufflevector <8 x double> %t73, <8 x double> poison, <8 x i32> zeroinitializer
  %v75 = fmul contract <8 x double> %t71, %t74
  %p76 = getelementptr double, ptr %w4, i64 %i10
  %p77 = getelementptr double, ptr %p76, i64 128
  %t78 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p77, i32 8, <8 x i1> %m69, <8 x double> zeroinitializer)
  %v79 = fadd contract <8 x double> %v75, %t78
  %p80 = getelementptr double, ptr %w5, i64 %i10
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v79, ptr %p80, i32 8, <8 x i1> %m69)
  %p81 = getelementptr double, ptr %w2, i64 %i10
  %t82 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p81, i32 8, <8 x i1> %m69, <8 x double> zeroinitializer)
  %t83 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p76, i32 8, <8 x i1> %m69, <8 x double> zeroinitializer)
  %v84 = fadd contract <8 x double> %t82, %t83
  %p85 = getelementptr double, ptr %w6, i64 %i10
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v84, ptr %p85, i32 8, <8 x i1> %m69)
  br label %after65
after65:
  ret void
}

; scatter_2 = copy: 1 x 2 vectors of 8
define internal void @kernel13(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 2008
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i31, %after23]
  %i3 = srem i64 %rows, 16
  %i4 = sub i64 %rows, %i3
  %i5 = srem i64 %rows, 8
  %i6 = sub i64 %rows, %i5
  %c8 = icmp slt i64 0, %i4
  br i1 %c8, label %loop7, label %done7
loop7:
  %i7 = phi i64 [0, %loop2], [%i13, %loop7]
  %i9 = mul nsw i64 %i2, 128
  %i10 = add nsw i64 %i9, %i7
  %p11 = getelementptr double, ptr %w1, i64 %i10
  store <8 x double> splat (double 0.0), ptr %p11, align 8
  %p12 = getelementptr double, ptr %p11, i64 8
  store <8 x double> splat (double 0.0), ptr %p12, align 8
  %i13 = add nsw i64 %i7, 16
  %c14 = icmp slt i64 %i13, %i4
  br i1 %c14, label %loop7, label %done7
done7:
  %c16 = icmp slt i64 %i4, %i6
  br i1 %c16, label %loop15, label %done15
loop15:
  %i15 = phi i64 [%i4, %done7], [%i20, %loop15]
  %i17 = mul nsw i64 %i2, 128
  %i18 = add nsw i64 %i17, %i15
  %p19 = getelementptr double, ptr %w1, i64 %i18
  store <8 x double> splat (double 0.0), ptr %p19, align 8
  %i20 = add nsw i64 %i15, 8
  %c21 = icmp slt i64 %i20, %i6
  br i1 %c21, label %loop15, label %done15
done15:
  %c22 = icmp slt i64 %i6, %rows
  br i1 %c22, label %then23, label %after23
then23:
  %i24 = sub i64 %rows, %i6
  %t25 = insertelement <8 x i64> poison, i64 %i24, i32 0
  %t26 = shufflevector <8 x i64> %t25, <8 x i64> poison, <8 x i32> zeroinitializer
  %m27 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t26
  %i28 = mul nsw i64 %i2, 128
  %i29 = add nsw i64 %i28, %i6
  %p30 = getelementptr double, ptr %w1, i64 %i29
  call void @llvm.masked.store.v8f64.p0(<8 x double> splat (double 0.0), ptr %p30, i32 8, <8 x i1> %m27)
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
  %w2 = getelementptr double, ptr %work, i64 1880
  %w3 = getelementptr double, ptr %work, i64 2008
  %c5 = icmp slt i64 0, %rows
  br i1 %c5, label %loop4, label %done4
loop4:
  %i4 = phi i64 [0, %entry], [%i16, %loop4]
  %p6 = getelementptr double, ptr %w1, i64 %i4
  %t7 = load double, ptr %p6, align 8
  %i8 = fptosi double %t7 to i64
  %i9 = mul nsw i64 %i8, 128
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
  %w1 = getelementptr double, ptr %work, i64 1752
  %w2 = getelementptr double, ptr %work, i64 2008
  %c4 = icmp slt i64 0, %rows
  br i1 %c4, label %loop3, label %done3
loop3:
  %i3 = phi i64 [0, %entry], [%i14, %loop3]
  %t5 = load double, ptr %a1, align 8
  %i6 = fptosi double %t5 to i64
  %i7 = mul nsw i64 %i6, 128
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

; mul_4 = mul: 1 x 2 vectors of 8
define internal void @kernel16(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 312
  %w2 = getelementptr double, ptr %work, i64 2008
  %w3 = getelementptr double, ptr %work, i64 2648
  %i4 = srem i64 %rows, 16
  %i5 = sub i64 %rows, %i4
  %i6 = srem i64 %rows, 8
  %i7 = sub i64 %rows, %i6
  %c9 = icmp slt i64 0, %i5
  br i1 %c9, label %loop8, label %done8
loop8:
  %i8 = phi i64 [0, %entry], [%i21, %loop8]
  %t10 = load double, ptr %w1, align 8
  %t11 = insertelement <8 x double> poison, double %t10, i32 0
  %t12 = shufflevector <8 x double> %t11, <8 x double> poison, <8 x i32> zeroinitializer
  %p13 = getelementptr double, ptr %w2, i64 %i8
  %t14 = load <8 x double>, ptr %p13, align 8
  %v15 = fmul contract <8 x double> %t12, %t14
  %p16 = getelementptr double, ptr %w3, i64 %i8
  store <8 x double> %v15, ptr %p16, align 8
  %p17 = getelementptr double, ptr %p13, i64 8
  %t18 = load <8 x double>, ptr %p17, align 8
  %v19 = fmul contract <8 x double> %t12, %t18
  %p20 = getelementptr double, ptr %p16, i64 8
  store <8 x double> %v19, ptr %p20, align 8
  %i21 = add nsw i64 %i8, 16
  %c22 = icmp slt i64 %i21, %i5
  br i1 %c22, label %loop8, label %done8
done8:
  %c24 = icmp slt i64 %i5, %i7
  br i1 %c24, label %loop23, label %done23
loop23:
  %i23 = phi i64 [%i5, %done8], [%i32, %loop23]
  %t25 = load double, ptr %w1, align 8
  %t26 = insertelement <8 x double> poison, double %t25, i32 0
  %t27 = shufflevector <8 x double> %t26, <8 x double> poison, <8 x i32> zeroinitializer
  %p28 = getelementptr double, ptr %w2, i64 %i23
  %t29 = load <8 x double>, ptr %p28, align 8
  %v30 = fmul contract <8 x double> %t27, %t29
  %p31 = getelementptr double, ptr %w3, i64 %i23
  store <8 x double> %v30, ptr %p31, align 8
  %i32 = add nsw i64 %i23, 8
  %c33 = icmp slt i64 %i32, %i7
  br i1 %c33, label %loop23, label %done23
done23:
  %c34 = icmp slt i64 %i7, %rows
  br i1 %c34, label %then35, label %after35
then35:
  %i36 = sub i64 %rows, %i7
  %t37 = insertelement <8 x i64> poison, i64 %i36, i32 0
  %t38 = shufflevector <8 x i64> %t37, <8 x i64> poison, <8 x i32> zeroinitializer
  %m39 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t38
  %t40 = load double, ptr %w1, align 8
  %t41 = insertelement <8 x double> poison, double %t40, i32 0
  %t42 = shufflevector <8 x double> %t41, <8 x double> poison, <8 x i32> zeroinitializer
  %p43 = getelementptr double, ptr %w2, i64 %i7
  %t44 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p43, i32 8, <8 x i1> %m39, <8 x double> zeroinitializer)
  %v45 = fmul contract <8 x double> %t42, %t44
  %p46 = getelementptr double, ptr %w3, i64 %i7
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v45, ptr %p46, i32 8, <8 x i1> %m39)
  br label %after35
after35:
  ret void
}

; gradient = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel17(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 2008
  %p2 = getelementptr double, ptr %a5, i64 2
  %t3 = load double, ptr %p2, align 8
  %i4 = and i64 %rows, -8
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i16, %loop5]
  %s6 = phi <8 x double> [splat (double -0.0), %entry], [%v15, %loop5]
  %p8 = getelementptr double, ptr %w1, i64 %k5
  %p9 = getelementptr double, ptr %p8, i64 384
  %t10 = load <8 x double>, ptr %p9, align 8
  %p11 = getelementptr double, ptr %a3, i64 1
  %t12 = load double, ptr %p11, align 8
  %t13 = insertelement <8 x double> poison, double %t12, i32 0
  %t14 = shufflevector <8 x double> %t13, <8 x double> poison, <8 x i32> zeroinitializer
  %v15 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t10, <8 x double> %t14, <8 x double> %s6)
  %i16 = add nsw i64 %k5, 8
  %c17 = icmp slt i64 %i16, %i4
  br i1 %c17, label %loop5, label %done5
done5:
  %s18 = phi <8 x double> [splat (double -0.0), %entry], [%v15, %loop5]
  %i19 = sub i64 %rows, %i4
  %t20 = insertelement <8 x i64> poison, i64 %i19, i32 0
  %t21 = shufflevector <8 x i64> %t20, <8 x i64> poison, <8 x i32> zeroinitializer
  %m22 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t21
  %p23 = getelementptr double, ptr %w1, i64 %i4
  %p24 = getelementptr double, ptr %p23, i64 384
  %t25 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p24, i32 8, <8 x i1> %m22, <8 x double> zeroinitializer)
  %p26 = getelementptr double, ptr %a3, i64 1
  %t27 = load double, ptr %p26, align 8
  %t28 = insertelement <8 x double> poison, double %t27, i32 0
  %t29 = shufflevector <8 x double> %t28, <8 x double> poison, <8 x i32> zeroinitializer
  %t30 = select <8 x i1> %m22, <8 x double> %t29, <8 x double> zeroinitializer
  %v31 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t25, <8 x double> %t30, <8 x double> %s18)
  %t32 = shufflevector <8 x double> %v31, <8 x double> poison, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %t33 = shufflevector <8 x double> %v31, <8 x double> poison, <4 x i32> <i32 4, i32 5, i32 6, i32 7>
  %v34 = fadd contract <4 x double> %t32, %t33
  %t35 = shufflevector <4 x double> %v34, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t36 = shufflevector <4 x double> %v34, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v37 = fadd contract <2 x double> %t35, %t36
  %t38 = shufflevector <2 x double> %v37, <2 x double> poison, <1 x i32> <i32 0>
  %t39 = shufflevector <2 x double> %v37, <2 x double> poison, <1 x i32> <i32 1>
  %t40 = extractelement <1 x double> %t38, i32 0
  %t41 = extractelement <1 x double> %t39, i32 0
  %v42 = fadd contract double %t40, %t41
  %v43 = fadd contract double %t3, %v42
  %p44 = getelementptr double, ptr %a5, i64 2
  store double %v43, ptr %p44, align 8
  ret void
}

; gradient = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel18(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 2008
  %p2 = getelementptr double, ptr %a5, i64 1
  %t3 = load double, ptr %p2, align 8
  %i4 = and i64 %rows, -8
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i16, %loop5]
  %s6 = phi <8 x double> [splat (double -0.0), %entry], [%v15, %loop5]
  %p8 = getelementptr double, ptr %w1, i64 %k5
  %p9 = getelementptr double, ptr %p8, i64 384
  %t10 = load <8 x double>, ptr %p9, align 8
  %p11 = getelementptr double, ptr %a3, i64 2
  %t12 = load double, ptr %p11, align 8
  %t13 = insertelement <8 x double> poison, double %t12, i32 0
  %t14 = shufflevector <8 x double> %t13, <8 x double> poison, <8 x i32> zeroinitializer
  %v15 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t10, <8 x double> %t14, <8 x double> %s6)
  %i16 = add nsw i64 %k5, 8
  %c17 = icmp slt i64 %i16, %i4
  br i1 %c17, label %loop5, label %done5
done5:
  %s18 = phi <8 x double> [splat (double -0.0), %entry], [%v15, %loop5]
  %i19 = sub i64 %rows, %i4
  %t20 = insertelement <8 x i64> poison, i64 %i19, i32 0
  %t21 = shufflevector <8 x i64> %t20, <8 x i64> poison, <8 x i32> zeroinitializer
  %m22 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t21
  %p23 = getelementptr double, ptr %w1, i64 %i4
  %p24 = getelementptr double, ptr %p23, i64 384
  %t25 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p24, i32 8, <8 x i1> %m22, <8 x double> zeroinitializer)
  %p26 = getelementptr double, ptr %a3, i64 2
  %t27 = load double, ptr %p26, align 8
  %t28 = insertelement <8 x double> poison, double %t27, i32 0
  %t29 = shufflevector <8 x double> %t28, <8 x double> poison, <8 x i32> zeroinitializer
  %t30 = select <8 x i1> %m22, <8 x double> %t29, <8 x double> zeroinitializer
  %v31 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t25, <8 x double> %t30, <8 x double> %s18)
  %i32 = and i64 %rows, -8
  %c35 = icmp slt i64 0, %i32
  br i1 %c35, label %loop33, label %done33
loop33:
  %k33 = phi i64 [0, %done5], [%i40, %loop33]
  %s34 = phi <8 x double> [%v31, %done5], [%v39, %loop33]
  %p36 = getelementptr double, ptr %w1, i64 %k33
  %p37 = getelementptr double, ptr %p36, i64 256
  %t38 = load <8 x double>, ptr %p37, align 8
  %v39 = fadd contract <8 x double> %s34, %t38
  %i40 = add nsw i64 %k33, 8
  %c41 = icmp slt i64 %i40, %i32
  br i1 %c41, label %loop33, label %done33
done33:
  %s42 = phi <8 x double> [%v31, %done5], [%v39, %loop33]
  %i43 = sub i64 %rows, %i32
  %t44 = insertelement <8 x i64> poison, i64 %i43, i32 0
  %t45 = shufflevector <8 x i64> %t44, <8 x i64> poison, <8 x i32> zeroinitializer
  %m46 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t45
  %p47 = getelementptr double, ptr %w1, i64 %i32
  %p48 = getelementptr double, ptr %p47, i64 256
  %t49 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p48, i32 8, <8 x i1> %m46, <8 x double> zeroinitializer)
  %v50 = fadd contract <8 x double> %s42, %t49
  %t51 = shufflevector <8 x double> %v50, <8 x double> poison, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %t52 = shufflevector <8 x double> %v50, <8 x double> poison, <4 x i32> <i32 4, i32 5, i32 6, i32 7>
  %v53 = fadd contract <4 x double> %t51, %t52
  %t54 = shufflevector <4 x double> %v53, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t55 = shufflevector <4 x double> %v53, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v56 = fadd contract <2 x double> %t54, %t55
  %t57 = shufflevector <2 x double> %v56, <2 x double> poison, <1 x i32> <i32 0>
  %t58 = shufflevector <2 x double> %v56, <2 x double> poison, <1 x i32> <i32 1>
  %t59 = extractelement <1 x double> %t57, i32 0
  %t60 = extractelement <1 x double> %t58, i32 0
  %v61 = fadd contract double %t59, %t60
  %v62 = fadd contract double %t3, %v61
  %p63 = getelementptr double, ptr %a5, i64 1
  store double %v62, ptr %p63, align 8
  ret void
}

; gradient = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel19(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 1368
  %w2 = getelementptr double, ptr %work, i64 2648
  %t3 = load double, ptr %a5, align 8
  %i4 = and i64 %rows, -8
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i14, %loop5]
  %s6 = phi <8 x double> [splat (double -0.0), %entry], [%v13, %loop5]
  %p8 = getelementptr double, ptr %w2, i64 %k5
  %t9 = load <8 x double>, ptr %p8, align 8
  %t10 = load double, ptr %a2, align 8
  %t11 = insertelement <8 x double> poison, double %t10, i32 0
  %t12 = shufflevector <8 x double> %t11, <8 x double> poison, <8 x i32> zeroinitializer
  %v13 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t9, <8 x double> %t12, <8 x double> %s6)
  %i14 = add nsw i64 %k5, 8
  %c15 = icmp slt i64 %i14, %i4
  br i1 %c15, label %loop5, label %done5
done5:
  %s16 = phi <8 x double> [splat (double -0.0), %entry], [%v13, %loop5]
  %i17 = sub i64 %rows, %i4
  %t18 = insertelement <8 x i64> poison, i64 %i17, i32 0
  %t19 = shufflevector <8 x i64> %t18, <8 x i64> poison, <8 x i32> zeroinitializer
  %m20 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t19
  %p21 = getelementptr double, ptr %w2, i64 %i4
  %t22 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p21, i32 8, <8 x i1> %m20, <8 x double> zeroinitializer)
  %t23 = load double, ptr %a2, align 8
  %t24 = insertelement <8 x double> poison, double %t23, i32 0
  %t25 = shufflevector <8 x double> %t24, <8 x double> poison, <8 x i32> zeroinitializer
  %t26 = select <8 x i1> %m20, <8 x double> %t25, <8 x double> zeroinitializer
  %v27 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t22, <8 x double> %t26, <8 x double> %s16)
  %i28 = and i64 %rows, -8
  %c31 = icmp slt i64 0, %i28
  br i1 %c31, label %loop29, label %done29
loop29:
  %k29 = phi i64 [0, %done5], [%i36, %loop29]
  %s30 = phi <8 x double> [%v27, %done5], [%v35, %loop29]
  %p32 = getelementptr double, ptr %w1, i64 %k29
  %p33 = getelementptr double, ptr %p32, i64 256
  %t34 = load <8 x double>, ptr %p33, align 8
  %v35 = fadd contract <8 x double> %s30, %t34
  %i36 = add nsw i64 %k29, 8
  %c37 = icmp slt i64 %i36, %i28
  br i1 %c37, label %loop29, label %done29
done29:
  %s38 = phi <8 x double> [%v27, %done5], [%v35, %loop29]
  %i39 = sub i64 %rows, %i28
  %t40 = insertelement <8 x i64> poison, i64 %i39, i32 0
  %t41 = shufflevector <8 x i64> %t40, <8 x i64> poison, <8 x i32> zeroinitializer
  %m42 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t41
  %p43 = getelementptr double, ptr %w1, i64 %i28
  %p44 = getelementptr double, ptr %p43, i64 256
  %t45 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p44, i32 8, <8 x i1> %m42, <8 x double> zeroinitializer)
  %v46 = fadd contract <8 x double> %s38, %t45
  %t47 = shufflevector <8 x double> %v46, <8 x double> poison, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %t48 = shufflevector <8 x double> %v46, <8 x double> poison, <4 x i32> <i32 4, i32 5, i32 6, i32 7>
  %v49 = fadd contract <4 x double> %t47, %t48
  %t50 = shufflevector <4 x double> %v49, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t51 = shufflevector <4 x double> %v49, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v52 = fadd contract <2 x double> %t50, %t51
  %t53 = shufflevector <2 x double> %v52, <2 x double> poison, <1 x i32> <i32 0>
  %t54 = shufflevector <2 x double> %v52, <2 x double> poison, <1 x i32> <i32 1>
  %t55 = extractelement <1 x double> %t53, i32 0
  %t56 = extractelement <1 x double> %t54, i32 0
  %v57 = fadd contract double %t55, %t56
  %v58 = fadd contract double %t3, %v57
  store double %v58, ptr %a5, align 8
  ret void
}

; gradient = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel20(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 2008
  %p2 = getelementptr double, ptr %a5, i64 3
  %t3 = load double, ptr %p2, align 8
  %i4 = and i64 %rows, -8
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i12, %loop5]
  %s6 = phi <8 x double> [splat (double -0.0), %entry], [%v11, %loop5]
  %p8 = getelementptr double, ptr %w1, i64 %k5
  %p9 = getelementptr double, ptr %p8, i64 512
  %t10 = load <8 x double>, ptr %p9, align 8
  %v11 = fadd contract <8 x double> %s6, %t10
  %i12 = add nsw i64 %k5, 8
  %c13 = icmp slt i64 %i12, %i4
  br i1 %c13, label %loop5, label %done5
done5:
  %s14 = phi <8 x double> [splat (double -0.0), %entry], [%v11, %loop5]
  %i15 = sub i64 %rows, %i4
  %t16 = insertelement <8 x i64> poison, i64 %i15, i32 0
  %t17 = shufflevector <8 x i64> %t16, <8 x i64> poison, <8 x i32> zeroinitializer
  %m18 = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %t17
  %p19 = getelementptr double, ptr %w1, i64 %i4
  %p20 = getelementptr double, ptr %p19, i64 512
  %t21 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %p20, i32 8, <8 x i1> %m18, <8 x double> zeroinitializer)
  %v22 = fadd contract <8 x double> %s14, %t21
  %t23 = shufflevector <8 x double> %v22, <8 x double> poison, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %t24 = shufflevector <8 x double> %v22, <8 x double> poison, <4 x i32> <i32 4, i32 5, i32 6, i32 7>
  %v25 = fadd contract <4 x double> %t23, %t24
  %t26 = shufflevector <4 x double> %v25, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t27 = shufflevector <4 x double> %v25, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v28 = fadd contract <2 x double> %t26, %t27
  %t29 = shufflevector <2 x double> %v28, <2 x double> poison, <1 x i32> <i32 0>
  %t30 = shufflevector <2 x double> %v28, <2 x double> poison, <1 x i32> <i32 1>
  %t31 = extractelement <1 x double> %t29, i32 0
  %t32 = extractelement <1 x double> %t30, i32 0
  %v33 = fadd contract double %t31, %t32
  %v34 = fadd contract double %t3, %v33
  %p35 = getelementptr double, ptr %a5, i64 3
  store double %v34, ptr %p35, align 8
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
  %i20 = add i64 %rows3, 127
  %i21 = urem i64 %i20, 128
  %i22 = sub i64 %i20, %i21
  %c24 = icmp slt i64 0, %i22
  br i1 %c24, label %loop23, label %done23
loop23:
  %first23 = phi i64 [0, %done16], [%i30, %loop23]
  %i25 = sub i64 %rows3, %first23
  %c26 = icmp slt i64 %i25, 128
  %rows27 = select i1 %c26, i64 %i25, i64 128
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
  %i30 = add nsw i64 %first23, 128
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

; dot = dot: 1 x 1 vectors of 8
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 8
  %w2 = getelementptr double, ptr %work, i64 24
  %t3 = load double, ptr %w1, align 8
  %t4 = insertelement <8 x double> poison, double %t3, i32 0
  %t5 = shufflevector <8 x double> %t4, <8 x double> poison, <8 x i32> zeroinitializer
  %t6 = load double, ptr %a2, align 8
  %t7 = insertelement <8 x double> zeroinitializer, double %t6, i32 0
  %p8 = getelementptr double, ptr %a2, i64 2
  %t9 = load double, ptr %p8, align 8
  %t10 = insertelement <8 x double> %t7, double %t9, i32 1
  %p11 = getelementptr double, ptr %a2, i64 4
  %t12 = load double, ptr %p11, align 8
  %t13 = insertelement <8 x double> %t10, double %t12, i32 2
  %p14 = getelementptr double, ptr %a2, i64 6
  %t15 = load double, ptr %p14, align 8
  %t16 = insertelement <8 x double> %t13, double %t15, i32 3
  %p17 = getelementptr double, ptr %a2, i64 8
  %t18 = load double, ptr %p17, align 8
  %t19 = insertelement <8 x double> %t16, double %t18, i32 4
  %v20 = fmul contract <8 x double> %t5, %t19
  %p21 = getelementptr double, ptr %w1, i64 1
  %t22 = load double, ptr %p21, align 8
  %t23 = insertelement <8 x double> poison, double %t22, i32 0
  %t24 = shufflevector <8 x double> %t23, <8 x double> poison, <8 x i32> zeroinitializer
  %p25 = getelementptr double, ptr %a2, i64 1
  %p26 = getelementptr double, ptr %a2, i64 1
  %t27 = load double, ptr %p26, align 8
  %t28 = insertelement <8 x double> zeroinitializer, double %t27, i32 0
  %p29 = getelementptr double, ptr %a2, i64 3
  %t30 = load double, ptr %p29, align 8
  %t31 = insertelement <8 x double> %t28, double %t30, i32 1
  %p32 = getelementptr double, ptr %a2, i64 5
  %t33 = load double, ptr %p32, align 8
  %t34 = insertelement <8 x double> %t31, double %t33, i32 2
  %p35 = getelementptr double, ptr %a2, i64 7
  %t36 = load double, ptr %p35, align 8
  %t37 = insertelement <8 x double> %t34, double %t36, i32 3
  %p38 = getelementptr double, ptr %a2, i64 9
  %t39 = load double, ptr %p38, align 8
  %t40 = insertelement <8 x double> %t37, double %t39, i32 4
  %v41 = call <8 x double> @llvm.fmuladd.v8f64(<8 x double> %t24, <8 x double> %t40, <8 x double> %v20)
  call void @llvm.masked.store.v8f64.p0(<8 x double> %v41, ptr %w2, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>)
  ret void
}

; max = max; abs = abs; lt = lt: 1 x 1 vectors of 1 along the steps
define internal void @kernel3(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 24
  %w2 = getelementptr double, ptr %work, i64 32
  %w3 = getelementptr double, ptr %work, i64 40
  %w4 = getelementptr double, ptr %work, i64 64
  %t5 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %w1, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %t6 = select <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>, <8 x double> %t5, <8 x double> splat (double 0xFFF0000000000000)
  %v7 = fcmp ogt <8 x double> splat (double 0xFFF0000000000000), %t6
  %v8 = fcmp oge <8 x double> %t6, splat (double 0xFFF0000000000000)
  %v9 = fadd <8 x double> splat (double 0xFFF0000000000000), %t6
  %v10 = select <8 x i1> %v8, <8 x double> %t6, <8 x double> %v9
  %v11 = select <8 x i1> %v7, <8 x double> splat (double 0xFFF0000000000000), <8 x double> %v10
  %t12 = shufflevector <8 x double> %v11, <8 x double> poison, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %t13 = shufflevector <8 x double> %v11, <8 x double> poison, <4 x i32> <i32 4, i32 5, i32 6, i32 7>
  %v14 = fcmp ogt <4 x double> %t12, %t13
  %v15 = fcmp oge <4 x double> %t13, %t12
  %v16 = fadd <4 x double> %t12, %t13
  %v17 = select <4 x i1> %v15, <4 x double> %t13, <4 x double> %v16
  %v18 = select <4 x i1> %v14, <4 x double> %t12, <4 x double> %v17
  %t19 = shufflevector <4 x double> %v18, <4 x double> poison, <2 x i32> <i32 0, i32 1>
  %t20 = shufflevector <4 x double> %v18, <4 x double> poison, <2 x i32> <i32 2, i32 3>
  %v21 = fcmp ogt <2 x double> %t19, %t20
  %v22 = fcmp oge <2 x double> %t20, %t19
  %v23 = fadd <2 x double> %t19, %t20
  %v24 = select <2 x i1> %v22, <2 x double> %t20, <2 x double> %v23
  %v25 = select <2 x i1> %v21, <2 x double> %t19, <2 x double> %v24
  %t26 = shufflevector <2 x double> %v25, <2 x double> poison, <1 x i32> <i32 0>
  %t27 = shufflevector <2 x double> %v25, <2 x double> poison, <1 x i32> <i32 1>
  %t28 = extractelement <1 x double> %t26, i32 0
  %t29 = extractelement <1 x double> %t27, i32 0
  %v30 = fcmp ogt double %t28, %t29
  %v31 = fcmp oge double %t29, %t28
  %v32 = fadd double %t28, %t29
  %v33 = select i1 %v31, double %t29, double %v32
  %v34 = select i1 %v30, double %t28, double %v33
  store double %v34, ptr %w2, align 8
  %v35 = call double @llvm.fabs.f64(double %v34)
  %v36 = fcmp olt double %v35, 0x7FF0000000000000
  %t37 = uitofp i1 %v36 to double
  store double %t37, ptr %w4, align 8
  ret void
}

; sub = sub; exp = exp: 1 x 1 vectors of 8
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

; scatter = copy: 1 x 1 vectors of 8
define internal void @kernel6(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 80
  call void @llvm.masked.store.v8f64.p0(<8 x double> splat (double 0.0), ptr %w1, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>)
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
  %t3 = call <8 x double> @llvm.masked.load.v8f64.p0(ptr %w1, i32 8, <8 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false>, <8 x double> zeroinitializer)
  %t4 = shufflevector <8 x double> %t3, <8 x double> poison, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %t5 = shufflevector <8 x double> %t3, <8 x double> poison, <4 x i32> <i32 4, i32 5, i32 6, i32 7>
  %v6 = fadd contract <4 x double> %t4, %t5
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

; sub_2 = sub; exp_2 = exp; dot_3 = dot: 1 x 1 vectors of 8
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

; scatter_2 = copy: 1 x 2 vectors of 8
define internal void @kernel12(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 160
  store <8 x double> splat (double 0.0), ptr %w1, align 8
  %p2 = getelementptr double, ptr %w1, i64 8
  call void @llvm.masked.store.v8f64.p0(<8 x double> splat (double 0.0), ptr %p2, i32 8, <8 x i1> <i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false, i1 false>)
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
; exp = exp: 1 x 2 vectors of 8
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %t2 = call <16 x double> @llvm.masked.load.v16f64.p0(ptr %a1, i32 8, <16 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false, i1 false, i1 false>, <16 x double> zeroinitializer)
  %v3 = call <16 x double> @exp.x16(<16 x double> %t2)
  call void @llvm.masked.store.v16f64.p0(<16 x double> %v3, ptr %w1, i32 8, <16 x i1> <i1 true, i1 true, i1 true, i1 true, i1 true, i1 true, i1 true, i1 true, i1 true, i1 false, i1 false, i1 false, i1 false, i1 false, i1 false, i1 false>)
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

