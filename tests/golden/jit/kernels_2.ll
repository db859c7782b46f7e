======== layer
; net = dot; h = tanh; slope = tanh_slope; delta = dot: 1 x 2 vectors of 2
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 8
  %w3 = getelementptr double, ptr %work, i64 16
  %t4 = load double, ptr %a0, align 8
  %t5 = insertelement <4 x double> poison, double %t4, i32 0
  %p6 = getelementptr double, ptr %a0, i64 4
  %t7 = load double, ptr %p6, align 8
  %t8 = insertelement <4 x double> %t5, double %t7, i32 1
  %p9 = getelementptr double, ptr %a0, i64 8
  %t10 = load double, ptr %p9, align 8
  %t11 = insertelement <4 x double> %t8, double %t10, i32 2
  %p12 = getelementptr double, ptr %a0, i64 12
  %t13 = load double, ptr %p12, align 8
  %t14 = insertelement <4 x double> %t11, double %t13, i32 3
  %t15 = load double, ptr %a1, align 8
  %t16 = insertelement <4 x double> poison, double %t15, i32 0
  %t17 = shufflevector <4 x double> %t16, <4 x double> poison, <4 x i32> zeroinitializer
  %v18 = fmul contract <4 x double> %t14, %t17
  %p19 = getelementptr double, ptr %a0, i64 1
  %p20 = getelementptr double, ptr %a0, i64 1
  %t21 = load double, ptr %p20, align 8
  %t22 = insertelement <4 x double> poison, double %t21, i32 0
  %p23 = getelementptr double, ptr %a0, i64 5
  %t24 = load double, ptr %p23, align 8
  %t25 = insertelement <4 x double> %t22, double %t24, i32 1
  %p26 = getelementptr double, ptr %a0, i64 9
  %t27 = load double, ptr %p26, align 8
  %t28 = insertelement <4 x double> %t25, double %t27, i32 2
  %p29 = getelementptr double, ptr %a0, i64 13
  %t30 = load double, ptr %p29, align 8
  %t31 = insertelement <4 x double> %t28, double %t30, i32 3
  %p32 = getelementptr double, ptr %a1, i64 1
  %t33 = load double, ptr %p32, align 8
  %t34 = insertelement <4 x double> poison, double %t33, i32 0
  %t35 = shufflevector <4 x double> %t34, <4 x double> poison, <4 x i32> zeroinitializer
  %v36 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t31, <4 x double> %t35, <4 x double> %v18)
  %p37 = getelementptr double, ptr %a0, i64 2
  %p38 = getelementptr double, ptr %a0, i64 2
  %t39 = load double, ptr %p38, align 8
  %t40 = insertelement <4 x double> poison, double %t39, i32 0
  %p41 = getelementptr double, ptr %a0, i64 6
  %t42 = load double, ptr %p41, align 8
  %t43 = insertelement <4 x double> %t40, double %t42, i32 1
  %p44 = getelementptr double, ptr %a0, i64 10
  %t45 = load double, ptr %p44, align 8
  %t46 = insertelement <4 x double> %t43, double %t45, i32 2
  %p47 = getelementptr double, ptr %a0, i64 14
  %t48 = load double, ptr %p47, align 8
  %t49 = insertelement <4 x double> %t46, double %t48, i32 3
  %p50 = getelementptr double, ptr %a1, i64 2
  %t51 = load double, ptr %p50, align 8
  %t52 = insertelement <4 x double> poison, double %t51, i32 0
  %t53 = shufflevector <4 x double> %t52, <4 x double> poison, <4 x i32> zeroinitializer
  %v54 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t49, <4 x double> %t53, <4 x double> %v36)
  %p55 = getelementptr double, ptr %a0, i64 3
  %p56 = getelementptr double, ptr %a0, i64 3
  %t57 = load double, ptr %p56, align 8
  %t58 = insertelement <4 x double> poison, double %t57, i32 0
  %p59 = getelementptr double, ptr %a0, i64 7
  %t60 = load double, ptr %p59, align 8
  %t61 = insertelement <4 x double> %t58, double %t60, i32 1
  %p62 = getelementptr double, ptr %a0, i64 11
  %t63 = load double, ptr %p62, align 8
  %t64 = insertelement <4 x double> %t61, double %t63, i32 2
  %p65 = getelementptr double, ptr %a0, i64 15
  %t66 = load double, ptr %p65, align 8
  %t67 = insertelement <4 x double> %t64, double %t66, i32 3
  %v68 = fadd contract <4 x double> %v54, %t67
  %v69 = call { <4 x double>, <4 x double> } @tanh_and_slope.x4(<4 x double> %v68)
  %v70 = extractvalue { <4 x double>, <4 x double> } %v69, 1
  %v71 = extractvalue { <4 x double>, <4 x double> } %v69, 0
  store <4 x double> %v71, ptr %a3, align 8
  %t72 = load <4 x double>, ptr %a2, align 8
  %v73 = fmul contract <4 x double> %t72, %v70
  store <4 x double> %v73, ptr %w3, align 8
  %p74 = getelementptr double, ptr %a0, i64 16
  %t75 = load double, ptr %p74, align 8
  %t76 = load double, ptr %a1, align 8
  %v77 = fmul contract double %t75, %t76
  %p78 = getelementptr double, ptr %p74, i64 1
  %t79 = load double, ptr %p78, align 8
  %p80 = getelementptr double, ptr %a1, i64 1
  %t81 = load double, ptr %p80, align 8
  %v82 = call double @llvm.fmuladd.f64(double %t79, double %t81, double %v77)
  %p83 = getelementptr double, ptr %p74, i64 2
  %t84 = load double, ptr %p83, align 8
  %p85 = getelementptr double, ptr %a1, i64 2
  %t86 = load double, ptr %p85, align 8
  %v87 = call double @llvm.fmuladd.f64(double %t84, double %t86, double %v82)
  %p88 = getelementptr double, ptr %p74, i64 3
  %t89 = load double, ptr %p88, align 8
  %v90 = fadd contract double %v87, %t89
  %v91 = call { double, double } @tanh_and_slope.x1(double %v90)
  %v92 = extractvalue { double, double } %v91, 1
  %v93 = extractvalue { double, double } %v91, 0
  %p94 = getelementptr double, ptr %a3, i64 4
  store double %v93, ptr %p94, align 8
  %p95 = getelementptr double, ptr %a2, i64 4
  %t96 = load double, ptr %p95, align 8
  %v97 = fmul contract double %t96, %v92
  %p98 = getelementptr double, ptr %w3, i64 4
  store double %v97, ptr %p98, align 8
  ret void
}

; g = dot: 1 x 2 vectors of 2
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 16
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i19, %loop2]
  %p3 = getelementptr double, ptr %w1, i64 %i2
  %t4 = load double, ptr %p3, align 8
  %t5 = insertelement <2 x double> poison, double %t4, i32 0
  %t6 = shufflevector <2 x double> %t5, <2 x double> poison, <2 x i32> zeroinitializer
  %t7 = load <2 x double>, ptr %a1, align 8
  %v8 = fmul contract <2 x double> %t6, %t7
  %i9 = mul nsw i64 %i2, 4
  %p10 = getelementptr double, ptr %a4, i64 %i9
  store <2 x double> %v8, ptr %p10, align 8
  %p11 = getelementptr double, ptr %w1, i64 %i2
  %t12 = load double, ptr %p11, align 8
  %p13 = getelementptr double, ptr %a1, i64 2
  %t14 = load double, ptr %p13, align 8
  %v15 = fmul contract double %t12, %t14
  %i16 = mul nsw i64 %i2, 4
  %i17 = add nsw i64 %i16, 2
  %p18 = getelementptr double, ptr %a4, i64 %i17
  store double %v15, ptr %p18, align 8
  %i19 = add nsw i64 %i2, 1
  %c20 = icmp slt i64 %i19, 5
  br i1 %c20, label %loop2, label %done2
done2:
  ret void
}

; g = dot: 1 x 2 vectors of 2
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 16
  %t2 = load <2 x double>, ptr %w1, align 8
  %p3 = getelementptr double, ptr %a4, i64 3
  %t4 = extractelement <2 x double> %t2, i32 0
  %p5 = getelementptr double, ptr %a4, i64 3
  store double %t4, ptr %p5, align 8
  %t6 = extractelement <2 x double> %t2, i32 1
  %p7 = getelementptr double, ptr %a4, i64 7
  store double %t6, ptr %p7, align 8
  %p8 = getelementptr double, ptr %w1, i64 2
  %t9 = load <2 x double>, ptr %p8, align 8
  %p10 = getelementptr double, ptr %a4, i64 11
  %t11 = extractelement <2 x double> %t9, i32 0
  %p12 = getelementptr double, ptr %a4, i64 11
  store double %t11, ptr %p12, align 8
  %t13 = extractelement <2 x double> %t9, i32 1
  %p14 = getelementptr double, ptr %a4, i64 15
  store double %t13, ptr %p14, align 8
  %p15 = getelementptr double, ptr %w1, i64 4
  %t16 = load double, ptr %p15, align 8
  %p17 = getelementptr double, ptr %a4, i64 16
  %p18 = getelementptr double, ptr %p17, i64 3
  store double %t16, ptr %p18, align 8
  ret void
}

; dx = dot: 1 x 2 vectors of 2
define internal void @kernel3(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 16
  %t2 = load <2 x double>, ptr %a0, align 8
  %t3 = load double, ptr %w1, align 8
  %t4 = insertelement <2 x double> poison, double %t3, i32 0
  %t5 = shufflevector <2 x double> %t4, <2 x double> poison, <2 x i32> zeroinitializer
  %v6 = fmul contract <2 x double> %t2, %t5
  %p7 = getelementptr double, ptr %a0, i64 4
  %t8 = load <2 x double>, ptr %p7, align 8
  %p9 = getelementptr double, ptr %w1, i64 1
  %t10 = load double, ptr %p9, align 8
  %t11 = insertelement <2 x double> poison, double %t10, i32 0
  %t12 = shufflevector <2 x double> %t11, <2 x double> poison, <2 x i32> zeroinitializer
  %v13 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t8, <2 x double> %t12, <2 x double> %v6)
  %p14 = getelementptr double, ptr %a0, i64 8
  %t15 = load <2 x double>, ptr %p14, align 8
  %p16 = getelementptr double, ptr %w1, i64 2
  %t17 = load double, ptr %p16, align 8
  %t18 = insertelement <2 x double> poison, double %t17, i32 0
  %t19 = shufflevector <2 x double> %t18, <2 x double> poison, <2 x i32> zeroinitializer
  %v20 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t15, <2 x double> %t19, <2 x double> %v13)
  %p21 = getelementptr double, ptr %a0, i64 12
  %t22 = load <2 x double>, ptr %p21, align 8
  %p23 = getelementptr double, ptr %w1, i64 3
  %t24 = load double, ptr %p23, align 8
  %t25 = insertelement <2 x double> poison, double %t24, i32 0
  %t26 = shufflevector <2 x double> %t25, <2 x double> poison, <2 x i32> zeroinitializer
  %v27 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t22, <2 x double> %t26, <2 x double> %v20)
  %p28 = getelementptr double, ptr %a0, i64 16
  %t29 = load <2 x double>, ptr %p28, align 8
  %p30 = getelementptr double, ptr %w1, i64 4
  %t31 = load double, ptr %p30, align 8
  %t32 = insertelement <2 x double> poison, double %t31, i32 0
  %t33 = shufflevector <2 x double> %t32, <2 x double> poison, <2 x i32> zeroinitializer
  %v34 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t29, <2 x double> %t33, <2 x double> %v27)
  store <2 x double> %v34, ptr %a5, align 8
  %p35 = getelementptr double, ptr %a0, i64 2
  %t36 = load double, ptr %p35, align 8
  %t37 = load double, ptr %w1, align 8
  %v38 = fmul contract double %t36, %t37
  %p39 = getelementptr double, ptr %p35, i64 4
  %t40 = load double, ptr %p39, align 8
  %p41 = getelementptr double, ptr %w1, i64 1
  %t42 = load double, ptr %p41, align 8
  %v43 = call double @llvm.fmuladd.f64(double %t40, double %t42, double %v38)
  %p44 = getelementptr double, ptr %p35, i64 8
  %t45 = load double, ptr %p44, align 8
  %p46 = getelementptr double, ptr %w1, i64 2
  %t47 = load double, ptr %p46, align 8
  %v48 = call double @llvm.fmuladd.f64(double %t45, double %t47, double %v43)
  %p49 = getelementptr double, ptr %p35, i64 12
  %t50 = load double, ptr %p49, align 8
  %p51 = getelementptr double, ptr %w1, i64 3
  %t52 = load double, ptr %p51, align 8
  %v53 = call double @llvm.fmuladd.f64(double %t50, double %t52, double %v48)
  %p54 = getelementptr double, ptr %p35, i64 16
  %t55 = load double, ptr %p54, align 8
  %p56 = getelementptr double, ptr %w1, i64 4
  %t57 = load double, ptr %p56, align 8
  %v58 = call double @llvm.fmuladd.f64(double %t55, double %t57, double %v53)
  %p59 = getelementptr double, ptr %a5, i64 2
  store double %v58, ptr %p59, align 8
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
; score = dot: 1 x 2 vectors of 2
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i108, %done89]
  %i3 = add nsw i64 1, %i2
  %i4 = srem i64 %i3, 4
  %i5 = sub i64 %i3, %i4
  %i6 = srem i64 %i3, 2
  %i7 = sub i64 %i3, %i6
  %c9 = icmp slt i64 0, %i5
  br i1 %c9, label %loop8, label %done8
loop8:
  %i8 = phi i64 [0, %loop2], [%i55, %loop8]
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
  %i35 = mul nsw i64 %i2, 3
  %i36 = add nsw i64 %i35, %i8
  %p37 = getelementptr double, ptr %w1, i64 %i36
  store <2 x double> %v34, ptr %p37, align 8
  %p38 = getelementptr double, ptr %p16, i64 4
  %p39 = getelementptr double, ptr %p16, i64 4
  %t40 = load double, ptr %p39, align 8
  %t41 = insertelement <2 x double> poison, double %t40, i32 0
  %p42 = getelementptr double, ptr %p16, i64 6
  %t43 = load double, ptr %p42, align 8
  %t44 = insertelement <2 x double> %t41, double %t43, i32 1
  %v45 = fmul contract <2 x double> %t14, %t44
  %p46 = getelementptr double, ptr %p16, i64 5
  %p47 = getelementptr double, ptr %p16, i64 5
  %t48 = load double, ptr %p47, align 8
  %t49 = insertelement <2 x double> poison, double %t48, i32 0
  %p50 = getelementptr double, ptr %p16, i64 7
  %t51 = load double, ptr %p50, align 8
  %t52 = insertelement <2 x double> %t49, double %t51, i32 1
  %v53 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t26, <2 x double> %t52, <2 x double> %v45)
  %p54 = getelementptr double, ptr %p37, i64 2
  store <2 x double> %v53, ptr %p54, align 8
  %i55 = add nsw i64 %i8, 4
  %c56 = icmp slt i64 %i55, %i5
  br i1 %c56, label %loop8, label %done8
done8:
  %c58 = icmp slt i64 %i5, %i7
  br i1 %c58, label %loop57, label %done57
loop57:
  %i57 = phi i64 [%i5, %done8], [%i87, %loop57]
  %i59 = mul nsw i64 %i2, 2
  %p60 = getelementptr double, ptr %a0, i64 %i59
  %t61 = load double, ptr %p60, align 8
  %t62 = insertelement <2 x double> poison, double %t61, i32 0
  %t63 = shufflevector <2 x double> %t62, <2 x double> poison, <2 x i32> zeroinitializer
  %i64 = mul nsw i64 %i57, 2
  %p65 = getelementptr double, ptr %a1, i64 %i64
  %t66 = load double, ptr %p65, align 8
  %t67 = insertelement <2 x double> poison, double %t66, i32 0
  %p68 = getelementptr double, ptr %p65, i64 2
  %t69 = load double, ptr %p68, align 8
  %t70 = insertelement <2 x double> %t67, double %t69, i32 1
  %v71 = fmul contract <2 x double> %t63, %t70
  %p72 = getelementptr double, ptr %p60, i64 1
  %t73 = load double, ptr %p72, align 8
  %t74 = insertelement <2 x double> poison, double %t73, i32 0
  %t75 = shufflevector <2 x double> %t74, <2 x double> poison, <2 x i32> zeroinitializer
  %p76 = getelementptr double, ptr %p65, i64 1
  %p77 = getelementptr double, ptr %p65, i64 1
  %t78 = load double, ptr %p77, align 8
  %t79 = insertelement <2 x double> poison, double %t78, i32 0
  %p80 = getelementptr double, ptr %p65, i64 3
  %t81 = load double, ptr %p80, align 8
  %t82 = insertelement <2 x double> %t79, double %t81, i32 1
  %v83 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t75, <2 x double> %t82, <2 x double> %v71)
  %i84 = mul nsw i64 %i2, 3
  %i85 = add nsw i64 %i84, %i57
  %p86 = getelementptr double, ptr %w1, i64 %i85
  store <2 x double> %v83, ptr %p86, align 8
  %i87 = add nsw i64 %i57, 2
  %c88 = icmp slt i64 %i87, %i7
  br i1 %c88, label %loop57, label %done57
done57:
  %c90 = icmp slt i64 %i7, %i3
  br i1 %c90, label %loop89, label %done89
loop89:
  %i89 = phi i64 [%i7, %done57], [%i106, %loop89]
  %i91 = mul nsw i64 %i2, 2
  %p92 = getelementptr double, ptr %a0, i64 %i91
  %t93 = load double, ptr %p92, align 8
  %i94 = mul nsw i64 %i89, 2
  %p95 = getelementptr double, ptr %a1, i64 %i94
  %t96 = load double, ptr %p95, align 8
  %v97 = fmul contract double %t93, %t96
  %p98 = getelementptr double, ptr %p92, i64 1
  %t99 = load double, ptr %p98, align 8
  %p100 = getelementptr double, ptr %p95, i64 1
  %t101 = load double, ptr %p100, align 8
  %v102 = call double @llvm.fmuladd.f64(double %t99, double %t101, double %v97)
  %i103 = mul nsw i64 %i2, 3
  %i104 = add nsw i64 %i103, %i89
  %p105 = getelementptr double, ptr %w1, i64 %i104
  store double %v102, ptr %p105, align 8
  %i106 = add nsw i64 %i89, 1
  %c107 = icmp slt i64 %i106, %i3
  br i1 %c107, label %loop89, label %done89
done89:
  %i108 = add nsw i64 %i2, 1
  %c109 = icmp slt i64 %i108, 3
  br i1 %c109, label %loop2, label %done2
done2:
  ret void
}

; top = max: 1 x 1 vectors of 1 along the steps
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i50, %done20]
  %i3 = add nsw i64 1, %i2
  %i4 = and i64 %i3, -2
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %loop2], [%i17, %loop5]
  %s6 = phi <2 x double> [splat (double 0xFFF0000000000000), %loop2], [%v16, %loop5]
  %i8 = mul nsw i64 %i2, 3
  %i9 = add nsw i64 %i8, %k5
  %p10 = getelementptr double, ptr %w1, i64 %i9
  %t11 = load <2 x double>, ptr %p10, align 8
  %v12 = fcmp ogt <2 x double> %s6, %t11
  %v13 = fcmp oge <2 x double> %t11, %s6
  %v14 = fadd <2 x double> %s6, %t11
  %v15 = select <2 x i1> %v13, <2 x double> %t11, <2 x double> %v14
  %v16 = select <2 x i1> %v12, <2 x double> %s6, <2 x double> %v15
  %i17 = add nsw i64 %k5, 2
  %c18 = icmp slt i64 %i17, %i4
  br i1 %c18, label %loop5, label %done5
done5:
  %s19 = phi <2 x double> [splat (double 0xFFF0000000000000), %loop2], [%v16, %loop5]
  %c22 = icmp slt i64 %i4, %i3
  br i1 %c22, label %loop20, label %done20
loop20:
  %k20 = phi i64 [%i4, %done5], [%i32, %loop20]
  %s21 = phi double [0xFFF0000000000000, %done5], [%v31, %loop20]
  %i23 = mul nsw i64 %i2, 3
  %i24 = add nsw i64 %i23, %k20
  %p25 = getelementptr double, ptr %w1, i64 %i24
  %t26 = load double, ptr %p25, align 8
  %v27 = fcmp ogt double %s21, %t26
  %v28 = fcmp oge double %t26, %s21
  %v29 = fadd double %s21, %t26
  %v30 = select i1 %v28, double %t26, double %v29
  %v31 = select i1 %v27, double %s21, double %v30
  %i32 = add nsw i64 %k20, 1
  %c33 = icmp slt i64 %i32, %i3
  br i1 %c33, label %loop20, label %done20
done20:
  %s34 = phi double [0xFFF0000000000000, %done5], [%v31, %loop20]
  %t35 = shufflevector <2 x double> %s19, <2 x double> poison, <1 x i32> <i32 0>
  %t36 = shufflevector <2 x double> %s19, <2 x double> poison, <1 x i32> <i32 1>
  %t37 = extractelement <1 x double> %t35, i32 0
  %t38 = extractelement <1 x double> %t36, i32 0
  %v39 = fcmp ogt double %t37, %t38
  %v40 = fcmp oge double %t38, %t37
  %v41 = fadd double %t37, %t38
  %v42 = select i1 %v40, double %t38, double %v41
  %v43 = select i1 %v39, double %t37, double %v42
  %v44 = fcmp ogt double %s34, %v43
  %v45 = fcmp oge double %v43, %s34
  %v46 = fadd double %s34, %v43
  %v47 = select i1 %v45, double %v43, double %v46
  %v48 = select i1 %v44, double %s34, double %v47
  %p49 = getelementptr double, ptr %a2, i64 %i2
  store double %v48, ptr %p49, align 8
  %i50 = add nsw i64 %i2, 1
  %c51 = icmp slt i64 %i50, 3
  br i1 %c51, label %loop2, label %done2
done2:
  ret void
}

; e = sub: 1 x 2 vectors of 2
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 16
  br label %loop3
loop3:
  %i3 = phi i64 [0, %entry], [%i59, %done45]
  %i4 = add nsw i64 1, %i3
  %i5 = srem i64 %i4, 4
  %i6 = sub i64 %i4, %i5
  %i7 = srem i64 %i4, 2
  %i8 = sub i64 %i4, %i7
  %c10 = icmp slt i64 0, %i6
  br i1 %c10, label %loop9, label %done9
loop9:
  %i9 = phi i64 [0, %loop3], [%i27, %loop9]
  %i11 = mul nsw i64 %i3, 3
  %i12 = add nsw i64 %i11, %i9
  %p13 = getelementptr double, ptr %w1, i64 %i12
  %t14 = load <2 x double>, ptr %p13, align 8
  %p15 = getelementptr double, ptr %a2, i64 %i3
  %t16 = load double, ptr %p15, align 8
  %t17 = insertelement <2 x double> poison, double %t16, i32 0
  %t18 = shufflevector <2 x double> %t17, <2 x double> poison, <2 x i32> zeroinitializer
  %v19 = fsub contract <2 x double> %t14, %t18
  %i20 = mul nsw i64 %i3, 3
  %i21 = add nsw i64 %i20, %i9
  %p22 = getelementptr double, ptr %w2, i64 %i21
  store <2 x double> %v19, ptr %p22, align 8
  %p23 = getelementptr double, ptr %p13, i64 2
  %t24 = load <2 x double>, ptr %p23, align 8
  %v25 = fsub contract <2 x double> %t24, %t18
  %p26 = getelementptr double, ptr %p22, i64 2
  store <2 x double> %v25, ptr %p26, align 8
  %i27 = add nsw i64 %i9, 4
  %c28 = icmp slt i64 %i27, %i6
  br i1 %c28, label %loop9, label %done9
done9:
  %c30 = icmp slt i64 %i6, %i8
  br i1 %c30, label %loop29, label %done29
loop29:
  %i29 = phi i64 [%i6, %done9], [%i43, %loop29]
  %i31 = mul nsw i64 %i3, 3
  %i32 = add nsw i64 %i31, %i29
  %p33 = getelementptr double, ptr %w1, i64 %i32
  %t34 = load <2 x double>, ptr %p33, align 8
  %p35 = getelementptr double, ptr %a2, i64 %i3
  %t36 = load double, ptr %p35, align 8
  %t37 = insertelement <2 x double> poison, double %t36, i32 0
  %t38 = shufflevector <2 x double> %t37, <2 x double> poison, <2 x i32> zeroinitializer
  %v39 = fsub contract <2 x double> %t34, %t38
  %i40 = mul nsw i64 %i3, 3
  %i41 = add nsw i64 %i40, %i29
  %p42 = getelementptr double, ptr %w2, i64 %i41
  store <2 x double> %v39, ptr %p42, align 8
  %i43 = add nsw i64 %i29, 2
  %c44 = icmp slt i64 %i43, %i8
  br i1 %c44, label %loop29, label %done29
done29:
  %c46 = icmp slt i64 %i8, %i4
  br i1 %c46, label %loop45, label %done45
loop45:
  %i45 = phi i64 [%i8, %done29], [%i57, %loop45]
  %i47 = mul nsw i64 %i3, 3
  %i48 = add nsw i64 %i47, %i45
  %p49 = getelementptr double, ptr %w1, i64 %i48
  %t50 = load double, ptr %p49, align 8
  %p51 = getelementptr double, ptr %a2, i64 %i3
  %t52 = load double, ptr %p51, align 8
  %v53 = fsub contract double %t50, %t52
  %i54 = mul nsw i64 %i3, 3
  %i55 = add nsw i64 %i54, %i45
  %p56 = getelementptr double, ptr %w2, i64 %i55
  store double %v53, ptr %p56, align 8
  %i57 = add nsw i64 %i45, 1
  %c58 = icmp slt i64 %i57, %i4
  br i1 %c58, label %loop45, label %done45
done45:
  %i59 = add nsw i64 %i3, 1
  %c60 = icmp slt i64 %i59, 3
  br i1 %c60, label %loop3, label %done3
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
  %i2 = phi i64 [0, %entry], [%i50, %done20]
  %i3 = add nsw i64 1, %i2
  %i4 = and i64 %i3, -2
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %loop2], [%i17, %loop5]
  %s6 = phi <2 x double> [splat (double 0xFFF0000000000000), %loop2], [%v16, %loop5]
  %i8 = mul nsw i64 %i2, 2
  %i9 = add nsw i64 %i8, %k5
  %p10 = getelementptr double, ptr %w1, i64 %i9
  %t11 = load <2 x double>, ptr %p10, align 8
  %v12 = fcmp ogt <2 x double> %s6, %t11
  %v13 = fcmp oge <2 x double> %t11, %s6
  %v14 = fadd <2 x double> %s6, %t11
  %v15 = select <2 x i1> %v13, <2 x double> %t11, <2 x double> %v14
  %v16 = select <2 x i1> %v12, <2 x double> %s6, <2 x double> %v15
  %i17 = add nsw i64 %k5, 2
  %c18 = icmp slt i64 %i17, %i4
  br i1 %c18, label %loop5, label %done5
done5:
  %s19 = phi <2 x double> [splat (double 0xFFF0000000000000), %loop2], [%v16, %loop5]
  %c22 = icmp slt i64 %i4, %i3
  br i1 %c22, label %loop20, label %done20
loop20:
  %k20 = phi i64 [%i4, %done5], [%i32, %loop20]
  %s21 = phi double [0xFFF0000000000000, %done5], [%v31, %loop20]
  %i23 = mul nsw i64 %i2, 2
  %i24 = add nsw i64 %i23, %k20
  %p25 = getelementptr double, ptr %w1, i64 %i24
  %t26 = load double, ptr %p25, align 8
  %v27 = fcmp ogt double %s21, %t26
  %v28 = fcmp oge double %t26, %s21
  %v29 = fadd double %s21, %t26
  %v30 = select i1 %v28, double %t26, double %v29
  %v31 = select i1 %v27, double %s21, double %v30
  %i32 = add nsw i64 %k20, 1
  %c33 = icmp slt i64 %i32, %i3
  br i1 %c33, label %loop20, label %done20
done20:
  %s34 = phi double [0xFFF0000000000000, %done5], [%v31, %loop20]
  %t35 = shufflevector <2 x double> %s19, <2 x double> poison, <1 x i32> <i32 0>
  %t36 = shufflevector <2 x double> %s19, <2 x double> poison, <1 x i32> <i32 1>
  %t37 = extractelement <1 x double> %t35, i32 0
  %t38 = extractelement <1 x double> %t36, i32 0
  %v39 = fcmp ogt double %t37, %t38
  %v40 = fcmp oge double %t38, %t37
  %v41 = fadd double %t37, %t38
  %v42 = select i1 %v40, double %t38, double %v41
  %v43 = select i1 %v39, double %t37, double %v42
  %v44 = fcmp ogt double %s34, %v43
  %v45 = fcmp oge double %v43, %s34
  %v46 = fadd double %s34, %v43
  %v47 = select i1 %v45, double %v43, double %v46
  %v48 = select i1 %v44, double %s34, double %v47
  %p49 = getelementptr double, ptr %a2, i64 %i2
  store double %v48, ptr %p49, align 8
  %i50 = add nsw i64 %i2, 1
  %c51 = icmp slt i64 %i50, 2
  br i1 %c51, label %loop2, label %done2
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
  %i3 = phi i64 [0, %entry], [%i39, %done25]
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
  %c26 = icmp slt i64 %i8, %i4
  br i1 %c26, label %loop25, label %done25
loop25:
  %i25 = phi i64 [%i8, %done9], [%i37, %loop25]
  %i27 = mul nsw i64 %i3, 2
  %i28 = add nsw i64 %i27, %i25
  %p29 = getelementptr double, ptr %w1, i64 %i28
  %t30 = load double, ptr %p29, align 8
  %p31 = getelementptr double, ptr %a2, i64 %i3
  %t32 = load double, ptr %p31, align 8
  %v33 = fsub contract double %t30, %t32
  %i34 = mul nsw i64 %i3, 2
  %i35 = add nsw i64 %i34, %i25
  %p36 = getelementptr double, ptr %w2, i64 %i35
  store double %v33, ptr %p36, align 8
  %i37 = add nsw i64 %i25, 1
  %c38 = icmp slt i64 %i37, %i4
  br i1 %c38, label %loop25, label %done25
done25:
  %i39 = add nsw i64 %i3, 1
  %c40 = icmp slt i64 %i39, 2
  br i1 %c40, label %loop3, label %done3
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
; b_straight = copy: 2 x 1 vectors of 2
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i27, %done3]
  br label %loop3
loop3:
  %i3 = phi i64 [0, %loop2], [%i16, %loop3]
  %i4 = mul nsw i64 %i3, 17
  %i5 = add nsw i64 %i2, %i4
  %p6 = getelementptr double, ptr %a1, i64 %i5
  %t7 = load <2 x double>, ptr %p6, align 8
  %p8 = getelementptr double, ptr %p6, i64 17
  %t9 = load <2 x double>, ptr %p8, align 8
  %t10 = shufflevector <2 x double> %t7, <2 x double> %t9, <2 x i32> <i32 0, i32 2>
  %t11 = shufflevector <2 x double> %t7, <2 x double> %t9, <2 x i32> <i32 1, i32 3>
  %i12 = mul nsw i64 %i2, 12
  %i13 = add nsw i64 %i12, %i3
  %p14 = getelementptr double, ptr %w1, i64 %i13
  store <2 x double> %t10, ptr %p14, align 8
  %p15 = getelementptr double, ptr %p14, i64 12
  store <2 x double> %t11, ptr %p15, align 8
  %i16 = add nsw i64 %i3, 2
  %c17 = icmp slt i64 %i16, 10
  br i1 %c17, label %loop3, label %done3
done3:
  %i18 = add nsw i64 %i2, 170
  %p19 = getelementptr double, ptr %a1, i64 %i18
  %t20 = load double, ptr %p19, align 8
  %i21 = mul nsw i64 %i2, 12
  %i22 = add nsw i64 %i21, 10
  %p23 = getelementptr double, ptr %w1, i64 %i22
  store double %t20, ptr %p23, align 8
  %p24 = getelementptr double, ptr %p19, i64 1
  %t25 = load double, ptr %p24, align 8
  %p26 = getelementptr double, ptr %p23, i64 12
  store double %t25, ptr %p26, align 8
  %i27 = add nsw i64 %i2, 2
  %c28 = icmp slt i64 %i27, 16
  br i1 %c28, label %loop2, label %done2
done2:
  br label %loop29
loop29:
  %i29 = phi i64 [0, %done2], [%i40, %loop29]
  %i30 = mul nsw i64 %i29, 17
  %i31 = add nsw i64 16, %i30
  %p32 = getelementptr double, ptr %a1, i64 %i31
  %t33 = load double, ptr %p32, align 8
  %t34 = insertelement <2 x double> poison, double %t33, i32 0
  %p35 = getelementptr double, ptr %p32, i64 17
  %t36 = load double, ptr %p35, align 8
  %t37 = insertelement <2 x double> %t34, double %t36, i32 1
  %i38 = add nsw i64 192, %i29
  %p39 = getelementptr double, ptr %w1, i64 %i38
  store <2 x double> %t37, ptr %p39, align 8
  %i40 = add nsw i64 %i29, 2
  %c41 = icmp slt i64 %i40, 10
  br i1 %c41, label %loop29, label %done29
done29:
  %p42 = getelementptr double, ptr %a1, i64 186
  %t43 = load double, ptr %p42, align 8
  %p44 = getelementptr double, ptr %w1, i64 202
  store double %t43, ptr %p44, align 8
  ret void
}

; c = dot: 4 x 2 vectors of 2
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) noinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i129, %done98]
  br label %loop3
loop3:
  %i3 = phi i64 [0, %loop2], [%i57, %done4]
  br label %loop4
loop4:
  %k4 = phi i64 [0, %loop3], [%i45, %loop4]
  %s5 = phi <2 x double> [splat (double -0.0), %loop3], [%v23, %loop4]
  %s6 = phi <2 x double> [splat (double -0.0), %loop3], [%v26, %loop4]
  %s7 = phi <2 x double> [splat (double -0.0), %loop3], [%v31, %loop4]
  %s8 = phi <2 x double> [splat (double -0.0), %loop3], [%v32, %loop4]
  %s9 = phi <2 x double> [splat (double -0.0), %loop3], [%v37, %loop4]
  %s10 = phi <2 x double> [splat (double -0.0), %loop3], [%v38, %loop4]
  %s11 = phi <2 x double> [splat (double -0.0), %loop3], [%v43, %loop4]
  %s12 = phi <2 x double> [splat (double -0.0), %loop3], [%v44, %loop4]
  %i13 = mul nsw i64 %i2, 17
  %i14 = add nsw i64 %i13, %k4
  %p15 = getelementptr double, ptr %a0, i64 %i14
  %t16 = load double, ptr %p15, align 8
  %t17 = insertelement <2 x double> poison, double %t16, i32 0
  %t18 = shufflevector <2 x double> %t17, <2 x double> poison, <2 x i32> zeroinitializer
  %i19 = mul nsw i64 %k4, 12
  %i20 = add nsw i64 %i3, %i19
  %p21 = getelementptr double, ptr %w1, i64 %i20
  %t22 = load <2 x double>, ptr %p21, align 8
  %v23 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t18, <2 x double> %t22, <2 x double> %s5)
  %p24 = getelementptr double, ptr %p21, i64 2
  %t25 = load <2 x double>, ptr %p24, align 8
  %v26 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t18, <2 x double> %t25, <2 x double> %s6)
  %p27 = getelementptr double, ptr %p15, i64 17
  %t28 = load double, ptr %p27, align 8
  %t29 = insertelement <2 x double> poison, double %t28, i32 0
  %t30 = shufflevector <2 x double> %t29, <2 x double> poison, <2 x i32> zeroinitializer
  %v31 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t30, <2 x double> %t22, <2 x double> %s7)
  %v32 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t30, <2 x double> %t25, <2 x double> %s8)
  %p33 = getelementptr double, ptr %p15, i64 34
  %t34 = load double, ptr %p33, align 8
  %t35 = insertelement <2 x double> poison, double %t34, i32 0
  %t36 = shufflevector <2 x double> %t35, <2 x double> poison, <2 x i32> zeroinitializer
  %v37 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t36, <2 x double> %t22, <2 x double> %s9)
  %v38 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t36, <2 x double> %t25, <2 x double> %s10)
  %p39 = getelementptr double, ptr %p15, i64 51
  %t40 = load double, ptr %p39, align 8
  %t41 = insertelement <2 x double> poison, double %t40, i32 0
  %t42 = shufflevector <2 x double> %t41, <2 x double> poison, <2 x i32> zeroinitializer
  %v43 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t42, <2 x double> %t22, <2 x double> %s11)
  %v44 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t42, <2 x double> %t25, <2 x double> %s12)
  %i45 = add nsw i64 %k4, 1
  %c46 = icmp slt i64 %i45, 17
  br i1 %c46, label %loop4, label %done4
done4:
  %i47 = mul nsw i64 %i2, 11
  %i48 = add nsw i64 %i47, %i3
  %p49 = getelementptr double, ptr %a2, i64 %i48
  store <2 x double> %v23, ptr %p49, align 8
  %p50 = getelementptr double, ptr %p49, i64 2
  store <2 x double> %v26, ptr %p50, align 8
  %p51 = getelementptr double, ptr %p49, i64 11
  store <2 x double> %v31, ptr %p51, align 8
  %p52 = getelementptr double, ptr %p49, i64 13
  store <2 x double> %v32, ptr %p52, align 8
  %p53 = getelementptr double, ptr %p49, i64 22
  store <2 x double> %v37, ptr %p53, align 8
  %p54 = getelementptr double, ptr %p49, i64 24
  store <2 x double> %v38, ptr %p54, align 8
  %p55 = getelementptr double, ptr %p49, i64 33
  store <2 x double> %v43, ptr %p55, align 8
  %p56 = getelementptr double, ptr %p49, i64 35
  store <2 x double> %v44, ptr %p56, align 8
  %i57 = add nsw i64 %i3, 4
  %c58 = icmp slt i64 %i57, 8
  br i1 %c58, label %loop3, label %done3
done3:
  br label %loop59
loop59:
  %k59 = phi i64 [0, %done3], [%i90, %loop59]
  %s60 = phi <2 x double> [splat (double -0.0), %done3], [%v74, %loop59]
  %s61 = phi <2 x double> [splat (double -0.0), %done3], [%v79, %loop59]
  %s62 = phi <2 x double> [splat (double -0.0), %done3], [%v84, %loop59]
  %s63 = phi <2 x double> [splat (double -0.0), %done3], [%v89, %loop59]
  %i64 = mul nsw i64 %i2, 17
  %i65 = add nsw i64 %i64, %k59
  %p66 = getelementptr double, ptr %a0, i64 %i65
  %t67 = load double, ptr %p66, align 8
  %t68 = insertelement <2 x double> poison, double %t67, i32 0
  %t69 = shufflevector <2 x double> %t68, <2 x double> poison, <2 x i32> zeroinitializer
  %i70 = mul nsw i64 %k59, 12
  %i71 = add nsw i64 8, %i70
  %p72 = getelementptr double, ptr %w1, i64 %i71
  %t73 = load <2 x double>, ptr %p72, align 8
  %v74 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t69, <2 x double> %t73, <2 x double> %s60)
  %p75 = getelementptr double, ptr %p66, i64 17
  %t76 = load double, ptr %p75, align 8
  %t77 = insertelement <2 x double> poison, double %t76, i32 0
  %t78 = shufflevector <2 x double> %t77, <2 x double> poison, <2 x i32> zeroinitializer
  %v79 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t78, <2 x double> %t73, <2 x double> %s61)
  %p80 = getelementptr double, ptr %p66, i64 34
  %t81 = load double, ptr %p80, align 8
  %t82 = insertelement <2 x double> poison, double %t81, i32 0
  %t83 = shufflevector <2 x double> %t82, <2 x double> poison, <2 x i32> zeroinitializer
  %v84 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t83, <2 x double> %t73, <2 x double> %s62)
  %p85 = getelementptr double, ptr %p66, i64 51
  %t86 = load double, ptr %p85, align 8
  %t87 = insertelement <2 x double> poison, double %t86, i32 0
  %t88 = shufflevector <2 x double> %t87, <2 x double> poison, <2 x i32> zeroinitializer
  %v89 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t88, <2 x double> %t73, <2 x double> %s63)
  %i90 = add nsw i64 %k59, 1
  %c91 = icmp slt i64 %i90, 17
  br i1 %c91, label %loop59, label %done59
done59:
  %i92 = mul nsw i64 %i2, 11
  %i93 = add nsw i64 %i92, 8
  %p94 = getelementptr double, ptr %a2, i64 %i93
  store <2 x double> %v74, ptr %p94, align 8
  %p95 = getelementptr double, ptr %p94, i64 11
  store <2 x double> %v79, ptr %p95, align 8
  %p96 = getelementptr double, ptr %p94, i64 22
  store <2 x double> %v84, ptr %p96, align 8
  %p97 = getelementptr double, ptr %p94, i64 33
  store <2 x double> %v89, ptr %p97, align 8
  br label %loop98
loop98:
  %k98 = phi i64 [0, %done59], [%i121, %loop98]
  %s99 = phi double [-0.0, %done59], [%v111, %loop98]
  %s100 = phi double [-0.0, %done59], [%v114, %loop98]
  %s101 = phi double [-0.0, %done59], [%v117, %loop98]
  %s102 = phi double [-0.0, %done59], [%v120, %loop98]
  %i103 = mul nsw i64 %i2, 17
  %i104 = add nsw i64 %i103, %k98
  %p105 = getelementptr double, ptr %a0, i64 %i104
  %t106 = load double, ptr %p105, align 8
  %i107 = mul nsw i64 %k98, 12
  %i108 = add nsw i64 10, %i107
  %p109 = getelementptr double, ptr %w1, i64 %i108
  %t110 = load double, ptr %p109, align 8
  %v111 = call double @llvm.fmuladd.f64(double %t106, double %t110, double %s99)
  %p112 = getelementptr double, ptr %p105, i64 17
  %t113 = load double, ptr %p112, align 8
  %v114 = call double @llvm.fmuladd.f64(double %t113, double %t110, double %s100)
  %p115 = getelementptr double, ptr %p105, i64 34
  %t116 = load double, ptr %p115, align 8
  %v117 = call double @llvm.fmuladd.f64(double %t116, double %t110, double %s101)
  %p118 = getelementptr double, ptr %p105, i64 51
  %t119 = load double, ptr %p118, align 8
  %v120 = call double @llvm.fmuladd.f64(double %t119, double %t110, double %s102)
  %i121 = add nsw i64 %k98, 1
  %c122 = icmp slt i64 %i121, 17
  br i1 %c122, label %loop98, label %done98
done98:
  %i123 = mul nsw i64 %i2, 11
  %i124 = add nsw i64 %i123, 10
  %p125 = getelementptr double, ptr %a2, i64 %i124
  store double %v111, ptr %p125, align 8
  %p126 = getelementptr double, ptr %p125, i64 11
  store double %v114, ptr %p126, align 8
  %p127 = getelementptr double, ptr %p125, i64 22
  store double %v117, ptr %p127, align 8
  %p128 = getelementptr double, ptr %p125, i64 33
  store double %v120, ptr %p128, align 8
  %i129 = add nsw i64 %i2, 4
  %c130 = icmp slt i64 %i129, 8
  br i1 %c130, label %loop2, label %done2
done2:
  br label %loop131
loop131:
  %i131 = phi i64 [0, %done2], [%i153, %done132]
  br label %loop132
loop132:
  %k132 = phi i64 [0, %loop131], [%i148, %loop132]
  %s133 = phi <2 x double> [splat (double -0.0), %loop131], [%v144, %loop132]
  %s134 = phi <2 x double> [splat (double -0.0), %loop131], [%v147, %loop132]
  %i135 = add nsw i64 136, %k132
  %p136 = getelementptr double, ptr %a0, i64 %i135
  %t137 = load double, ptr %p136, align 8
  %t138 = insertelement <2 x double> poison, double %t137, i32 0
  %t139 = shufflevector <2 x double> %t138, <2 x double> poison, <2 x i32> zeroinitializer
  %i140 = mul nsw i64 %k132, 12
  %i141 = add nsw i64 %i131, %i140
  %p142 = getelementptr double, ptr %w1, i64 %i141
  %t143 = load <2 x double>, ptr %p142, align 8
  %v144 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t139, <2 x double> %t143, <2 x double> %s133)
  %p145 = getelementptr double, ptr %p142, i64 2
  %t146 = load <2 x double>, ptr %p145, align 8
  %v147 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t139, <2 x double> %t146, <2 x double> %s134)
  %i148 = add nsw i64 %k132, 1
  %c149 = icmp slt i64 %i148, 17
  br i1 %c149, label %loop132, label %done132
done132:
  %i150 = add nsw i64 88, %i131
  %p151 = getelementptr double, ptr %a2, i64 %i150
  store <2 x double> %v144, ptr %p151, align 8
  %p152 = getelementptr double, ptr %p151, i64 2
  store <2 x double> %v147, ptr %p152, align 8
  %i153 = add nsw i64 %i131, 4
  %c154 = icmp slt i64 %i153, 8
  br i1 %c154, label %loop131, label %done131
done131:
  %p155 = getelementptr double, ptr %a0, i64 136
  %t156 = load double, ptr %p155, align 8
  %t157 = insertelement <2 x double> poison, double %t156, i32 0
  %t158 = shufflevector <2 x double> %t157, <2 x double> poison, <2 x i32> zeroinitializer
  %p159 = getelementptr double, ptr %w1, i64 8
  %t160 = load <2 x double>, ptr %p159, align 8
  %v161 = fmul contract <2 x double> %t158, %t160
  %p162 = getelementptr double, ptr %p155, i64 1
  %t163 = load double, ptr %p162, align 8
  %t164 = insertelement <2 x double> poison, double %t163, i32 0
  %t165 = shufflevector <2 x double> %t164, <2 x double> poison, <2 x i32> zeroinitializer
  %p166 = getelementptr double, ptr %p159, i64 12
  %t167 = load <2 x double>, ptr %p166, align 8
  %v168 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t165, <2 x double> %t167, <2 x double> %v161)
  %p169 = getelementptr double, ptr %p155, i64 2
  %t170 = load double, ptr %p169, align 8
  %t171 = insertelement <2 x double> poison, double %t170, i32 0
  %t172 = shufflevector <2 x double> %t171, <2 x double> poison, <2 x i32> zeroinitializer
  %p173 = getelementptr double, ptr %p159, i64 24
  %t174 = load <2 x double>, ptr %p173, align 8
  %v175 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t172, <2 x double> %t174, <2 x double> %v168)
  %p176 = getelementptr double, ptr %p155, i64 3
  %t177 = load double, ptr %p176, align 8
  %t178 = insertelement <2 x double> poison, double %t177, i32 0
  %t179 = shufflevector <2 x double> %t178, <2 x double> poison, <2 x i32> zeroinitializer
  %p180 = getelementptr double, ptr %p159, i64 36
  %t181 = load <2 x double>, ptr %p180, align 8
  %v182 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t179, <2 x double> %t181, <2 x double> %v175)
  %p183 = getelementptr double, ptr %p155, i64 4
  %t184 = load double, ptr %p183, align 8
  %t185 = insertelement <2 x double> poison, double %t184, i32 0
  %t186 = shufflevector <2 x double> %t185, <2 x double> poison, <2 x i32> zeroinitializer
  %p187 = getelementptr double, ptr %p159, i64 48
  %t188 = load <2 x double>, ptr %p187, align 8
  %v189 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t186, <2 x double> %t188, <2 x double> %v182)
  %p190 = getelementptr double, ptr %p155, i64 5
  %t191 = load double, ptr %p190, align 8
  %t192 = insertelement <2 x double> poison, double %t191, i32 0
  %t193 = shufflevector <2 x double> %t192, <2 x double> poison, <2 x i32> zeroinitializer
  %p194 = getelementptr double, ptr %p159, i64 60
  %t195 = load <2 x double>, ptr %p194, align 8
  %v196 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t193, <2 x double> %t195, <2 x double> %v189)
  %p197 = getelementptr double, ptr %p155, i64 6
  %t198 = load double, ptr %p197, align 8
  %t199 = insertelement <2 x double> poison, double %t198, i32 0
  %t200 = shufflevector <2 x double> %t199, <2 x double> poison, <2 x i32> zeroinitializer
  %p201 = getelementptr double, ptr %p159, i64 72
  %t202 = load <2 x double>, ptr %p201, align 8
  %v203 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t200, <2 x double> %t202, <2 x double> %v196)
  %p204 = getelementptr double, ptr %p155, i64 7
  %t205 = load double, ptr %p204, align 8
  %t206 = insertelement <2 x double> poison, double %t205, i32 0
  %t207 = shufflevector <2 x double> %t206, <2 x double> poison, <2 x i32> zeroinitializer
  %p208 = getelementptr double, ptr %p159, i64 84
  %t209 = load <2 x double>, ptr %p208, align 8
  %v210 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t207, <2 x double> %t209, <2 x double> %v203)
  %p211 = getelementptr double, ptr %p155, i64 8
  %t212 = load double, ptr %p211, align 8
  %t213 = insertelement <2 x double> poison, double %t212, i32 0
  %t214 = shufflevector <2 x double> %t213, <2 x double> poison, <2 x i32> zeroinitializer
  %p215 = getelementptr double, ptr %p159, i64 96
  %t216 = load <2 x double>, ptr %p215, align 8
  %v217 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t214, <2 x double> %t216, <2 x double> %v210)
  %p218 = getelementptr double, ptr %p155, i64 9
  %t219 = load double, ptr %p218, align 8
  %t220 = insertelement <2 x double> poison, double %t219, i32 0
  %t221 = shufflevector <2 x double> %t220, <2 x double> poison, <2 x i32> zeroinitializer
  %p222 = getelementptr double, ptr %p159, i64 108
  %t223 = load <2 x double>, ptr %p222, align 8
  %v224 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t221, <2 x double> %t223, <2 x double> %v217)
  %p225 = getelementptr double, ptr %p155, i64 10
  %t226 = load double, ptr %p225, align 8
  %t227 = insertelement <2 x double> poison, double %t226, i32 0
  %t228 = shufflevector <2 x double> %t227, <2 x double> poison, <2 x i32> zeroinitializer
  %p229 = getelementptr double, ptr %p159, i64 120
  %t230 = load <2 x double>, ptr %p229, align 8
  %v231 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t228, <2 x double> %t230, <2 x double> %v224)
  %p232 = getelementptr double, ptr %p155, i64 11
  %t233 = load double, ptr %p232, align 8
  %t234 = insertelement <2 x double> poison, double %t233, i32 0
  %t235 = shufflevector <2 x double> %t234, <2 x double> poison, <2 x i32> zeroinitializer
  %p236 = getelementptr double, ptr %p159, i64 132
  %t237 = load <2 x double>, ptr %p236, align 8
  %v238 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t235, <2 x double> %t237, <2 x double> %v231)
  %p239 = getelementptr double, ptr %p155, i64 12
  %t240 = load double, ptr %p239, align 8
  %t241 = insertelement <2 x double> poison, double %t240, i32 0
  %t242 = shufflevector <2 x double> %t241, <2 x double> poison, <2 x i32> zeroinitializer
  %p243 = getelementptr double, ptr %p159, i64 144
  %t244 = load <2 x double>, ptr %p243, align 8
  %v245 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t242, <2 x double> %t244, <2 x double> %v238)
  %p246 = getelementptr double, ptr %p155, i64 13
  %t247 = load double, ptr %p246, align 8
  %t248 = insertelement <2 x double> poison, double %t247, i32 0
  %t249 = shufflevector <2 x double> %t248, <2 x double> poison, <2 x i32> zeroinitializer
  %p250 = getelementptr double, ptr %p159, i64 156
  %t251 = load <2 x double>, ptr %p250, align 8
  %v252 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t249, <2 x double> %t251, <2 x double> %v245)
  %p253 = getelementptr double, ptr %p155, i64 14
  %t254 = load double, ptr %p253, align 8
  %t255 = insertelement <2 x double> poison, double %t254, i32 0
  %t256 = shufflevector <2 x double> %t255, <2 x double> poison, <2 x i32> zeroinitializer
  %p257 = getelementptr double, ptr %p159, i64 168
  %t258 = load <2 x double>, ptr %p257, align 8
  %v259 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t256, <2 x double> %t258, <2 x double> %v252)
  %p260 = getelementptr double, ptr %p155, i64 15
  %t261 = load double, ptr %p260, align 8
  %t262 = insertelement <2 x double> poison, double %t261, i32 0
  %t263 = shufflevector <2 x double> %t262, <2 x double> poison, <2 x i32> zeroinitializer
  %p264 = getelementptr double, ptr %p159, i64 180
  %t265 = load <2 x double>, ptr %p264, align 8
  %v266 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t263, <2 x double> %t265, <2 x double> %v259)
  %p267 = getelementptr double, ptr %p155, i64 16
  %t268 = load double, ptr %p267, align 8
  %t269 = insertelement <2 x double> poison, double %t268, i32 0
  %t270 = shufflevector <2 x double> %t269, <2 x double> poison, <2 x i32> zeroinitializer
  %p271 = getelementptr double, ptr %p159, i64 192
  %t272 = load <2 x double>, ptr %p271, align 8
  %v273 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t270, <2 x double> %t272, <2 x double> %v266)
  %p274 = getelementptr double, ptr %a2, i64 96
  store <2 x double> %v273, ptr %p274, align 8
  %p275 = getelementptr double, ptr %a0, i64 136
  %t276 = load double, ptr %p275, align 8
  %p277 = getelementptr double, ptr %w1, i64 10
  %t278 = load double, ptr %p277, align 8
  %v279 = fmul contract double %t276, %t278
  %p280 = getelementptr double, ptr %p275, i64 1
  %t281 = load double, ptr %p280, align 8
  %p282 = getelementptr double, ptr %p277, i64 12
  %t283 = load double, ptr %p282, align 8
  %v284 = call double @llvm.fmuladd.f64(double %t281, double %t283, double %v279)
  %p285 = getelementptr double, ptr %p275, i64 2
  %t286 = load double, ptr %p285, align 8
  %p287 = getelementptr double, ptr %p277, i64 24
  %t288 = load double, ptr %p287, align 8
  %v289 = call double @llvm.fmuladd.f64(double %t286, double %t288, double %v284)
  %p290 = getelementptr double, ptr %p275, i64 3
  %t291 = load double, ptr %p290, align 8
  %p292 = getelementptr double, ptr %p277, i64 36
  %t293 = load double, ptr %p292, align 8
  %v294 = call double @llvm.fmuladd.f64(double %t291, double %t293, double %v289)
  %p295 = getelementptr double, ptr %p275, i64 4
  %t296 = load double, ptr %p295, align 8
  %p297 = getelementptr double, ptr %p277, i64 48
  %t298 = load double, ptr %p297, align 8
  %v299 = call double @llvm.fmuladd.f64(double %t296, double %t298, double %v294)
  %p300 = getelementptr double, ptr %p275, i64 5
  %t301 = load double, ptr %p300, align 8
  %p302 = getelementptr double, ptr %p277, i64 60
  %t303 = load double, ptr %p302, align 8
  %v304 = call double @llvm.fmuladd.f64(double %t301, double %t303, double %v299)
  %p305 = getelementptr double, ptr %p275, i64 6
  %t306 = load double, ptr %p305, align 8
  %p307 = getelementptr double, ptr %p277, i64 72
  %t308 = load double, ptr %p307, align 8
  %v309 = call double @llvm.fmuladd.f64(double %t306, double %t308, double %v304)
  %p310 = getelementptr double, ptr %p275, i64 7
  %t311 = load double, ptr %p310, align 8
  %p312 = getelementptr double, ptr %p277, i64 84
  %t313 = load double, ptr %p312, align 8
  %v314 = call double @llvm.fmuladd.f64(double %t311, double %t313, double %v309)
  %p315 = getelementptr double, ptr %p275, i64 8
  %t316 = load double, ptr %p315, align 8
  %p317 = getelementptr double, ptr %p277, i64 96
  %t318 = load double, ptr %p317, align 8
  %v319 = call double @llvm.fmuladd.f64(double %t316, double %t318, double %v314)
  %p320 = getelementptr double, ptr %p275, i64 9
  %t321 = load double, ptr %p320, align 8
  %p322 = getelementptr double, ptr %p277, i64 108
  %t323 = load double, ptr %p322, align 8
  %v324 = call double @llvm.fmuladd.f64(double %t321, double %t323, double %v319)
  %p325 = getelementptr double, ptr %p275, i64 10
  %t326 = load double, ptr %p325, align 8
  %p327 = getelementptr double, ptr %p277, i64 120
  %t328 = load double, ptr %p327, align 8
  %v329 = call double @llvm.fmuladd.f64(double %t326, double %t328, double %v324)
  %p330 = getelementptr double, ptr %p275, i64 11
  %t331 = load double, ptr %p330, align 8
  %p332 = getelementptr double, ptr %p277, i64 132
  %t333 = load double, ptr %p332, align 8
  %v334 = call double @llvm.fmuladd.f64(double %t331, double %t333, double %v329)
  %p335 = getelementptr double, ptr %p275, i64 12
  %t336 = load double, ptr %p335, align 8
  %p337 = getelementptr double, ptr %p277, i64 144
  %t338 = load double, ptr %p337, align 8
  %v339 = call double @llvm.fmuladd.f64(double %t336, double %t338, double %v334)
  %p340 = getelementptr double, ptr %p275, i64 13
  %t341 = load double, ptr %p340, align 8
  %p342 = getelementptr double, ptr %p277, i64 156
  %t343 = load double, ptr %p342, align 8
  %v344 = call double @llvm.fmuladd.f64(double %t341, double %t343, double %v339)
  %p345 = getelementptr double, ptr %p275, i64 14
  %t346 = load double, ptr %p345, align 8
  %p347 = getelementptr double, ptr %p277, i64 168
  %t348 = load double, ptr %p347, align 8
  %v349 = call double @llvm.fmuladd.f64(double %t346, double %t348, double %v344)
  %p350 = getelementptr double, ptr %p275, i64 15
  %t351 = load double, ptr %p350, align 8
  %p352 = getelementptr double, ptr %p277, i64 180
  %t353 = load double, ptr %p352, align 8
  %v354 = call double @llvm.fmuladd.f64(double %t351, double %t353, double %v349)
  %p355 = getelementptr double, ptr %p275, i64 16
  %t356 = load double, ptr %p355, align 8
  %p357 = getelementptr double, ptr %p277, i64 192
  %t358 = load double, ptr %p357, align 8
  %v359 = call double @llvm.fmuladd.f64(double %t356, double %t358, double %v354)
  %p360 = getelementptr double, ptr %a2, i64 98
  store double %v359, ptr %p360, align 8
  ret void
}

======== one
; c = dot: 4 x 2 vectors of 2
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) noinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  br label %loop1
loop1:
  %i1 = phi i64 [0, %entry], [%i128, %done97]
  br label %loop2
loop2:
  %i2 = phi i64 [0, %loop1], [%i56, %done3]
  br label %loop3
loop3:
  %k3 = phi i64 [0, %loop2], [%i44, %loop3]
  %s4 = phi <2 x double> [splat (double -0.0), %loop2], [%v22, %loop3]
  %s5 = phi <2 x double> [splat (double -0.0), %loop2], [%v25, %loop3]
  %s6 = phi <2 x double> [splat (double -0.0), %loop2], [%v30, %loop3]
  %s7 = phi <2 x double> [splat (double -0.0), %loop2], [%v31, %loop3]
  %s8 = phi <2 x double> [splat (double -0.0), %loop2], [%v36, %loop3]
  %s9 = phi <2 x double> [splat (double -0.0), %loop2], [%v37, %loop3]
  %s10 = phi <2 x double> [splat (double -0.0), %loop2], [%v42, %loop3]
  %s11 = phi <2 x double> [splat (double -0.0), %loop2], [%v43, %loop3]
  %i12 = mul nsw i64 %i1, 17
  %i13 = add nsw i64 %i12, %k3
  %p14 = getelementptr double, ptr %a0, i64 %i13
  %t15 = load double, ptr %p14, align 8
  %t16 = insertelement <2 x double> poison, double %t15, i32 0
  %t17 = shufflevector <2 x double> %t16, <2 x double> poison, <2 x i32> zeroinitializer
  %i18 = mul nsw i64 %k3, 11
  %i19 = add nsw i64 %i2, %i18
  %p20 = getelementptr double, ptr %a1, i64 %i19
  %t21 = load <2 x double>, ptr %p20, align 8
  %v22 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t17, <2 x double> %t21, <2 x double> %s4)
  %p23 = getelementptr double, ptr %p20, i64 2
  %t24 = load <2 x double>, ptr %p23, align 8
  %v25 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t17, <2 x double> %t24, <2 x double> %s5)
  %p26 = getelementptr double, ptr %p14, i64 17
  %t27 = load double, ptr %p26, align 8
  %t28 = insertelement <2 x double> poison, double %t27, i32 0
  %t29 = shufflevector <2 x double> %t28, <2 x double> poison, <2 x i32> zeroinitializer
  %v30 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t29, <2 x double> %t21, <2 x double> %s6)
  %v31 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t29, <2 x double> %t24, <2 x double> %s7)
  %p32 = getelementptr double, ptr %p14, i64 34
  %t33 = load double, ptr %p32, align 8
  %t34 = insertelement <2 x double> poison, double %t33, i32 0
  %t35 = shufflevector <2 x double> %t34, <2 x double> poison, <2 x i32> zeroinitializer
  %v36 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t35, <2 x double> %t21, <2 x double> %s8)
  %v37 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t35, <2 x double> %t24, <2 x double> %s9)
  %p38 = getelementptr double, ptr %p14, i64 51
  %t39 = load double, ptr %p38, align 8
  %t40 = insertelement <2 x double> poison, double %t39, i32 0
  %t41 = shufflevector <2 x double> %t40, <2 x double> poison, <2 x i32> zeroinitializer
  %v42 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t41, <2 x double> %t21, <2 x double> %s10)
  %v43 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t41, <2 x double> %t24, <2 x double> %s11)
  %i44 = add nsw i64 %k3, 1
  %c45 = icmp slt i64 %i44, 17
  br i1 %c45, label %loop3, label %done3
done3:
  %i46 = mul nsw i64 %i1, 11
  %i47 = add nsw i64 %i46, %i2
  %p48 = getelementptr double, ptr %a2, i64 %i47
  store <2 x double> %v22, ptr %p48, align 8
  %p49 = getelementptr double, ptr %p48, i64 2
  store <2 x double> %v25, ptr %p49, align 8
  %p50 = getelementptr double, ptr %p48, i64 11
  store <2 x double> %v30, ptr %p50, align 8
  %p51 = getelementptr double, ptr %p48, i64 13
  store <2 x double> %v31, ptr %p51, align 8
  %p52 = getelementptr double, ptr %p48, i64 22
  store <2 x double> %v36, ptr %p52, align 8
  %p53 = getelementptr double, ptr %p48, i64 24
  store <2 x double> %v37, ptr %p53, align 8
  %p54 = getelementptr double, ptr %p48, i64 33
  store <2 x double> %v42, ptr %p54, align 8
  %p55 = getelementptr double, ptr %p48, i64 35
  store <2 x double> %v43, ptr %p55, align 8
  %i56 = add nsw i64 %i2, 4
  %c57 = icmp slt i64 %i56, 8
  br i1 %c57, label %loop2, label %done2
done2:
  br label %loop58
loop58:
  %k58 = phi i64 [0, %done2], [%i89, %loop58]
  %s59 = phi <2 x double> [splat (double -0.0), %done2], [%v73, %loop58]
  %s60 = phi <2 x double> [splat (double -0.0), %done2], [%v78, %loop58]
  %s61 = phi <2 x double> [splat (double -0.0), %done2], [%v83, %loop58]
  %s62 = phi <2 x double> [splat (double -0.0), %done2], [%v88, %loop58]
  %i63 = mul nsw i64 %i1, 17
  %i64 = add nsw i64 %i63, %k58
  %p65 = getelementptr double, ptr %a0, i64 %i64
  %t66 = load double, ptr %p65, align 8
  %t67 = insertelement <2 x double> poison, double %t66, i32 0
  %t68 = shufflevector <2 x double> %t67, <2 x double> poison, <2 x i32> zeroinitializer
  %i69 = mul nsw i64 %k58, 11
  %i70 = add nsw i64 8, %i69
  %p71 = getelementptr double, ptr %a1, i64 %i70
  %t72 = load <2 x double>, ptr %p71, align 8
  %v73 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t68, <2 x double> %t72, <2 x double> %s59)
  %p74 = getelementptr double, ptr %p65, i64 17
  %t75 = load double, ptr %p74, align 8
  %t76 = insertelement <2 x double> poison, double %t75, i32 0
  %t77 = shufflevector <2 x double> %t76, <2 x double> poison, <2 x i32> zeroinitializer
  %v78 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t77, <2 x double> %t72, <2 x double> %s60)
  %p79 = getelementptr double, ptr %p65, i64 34
  %t80 = load double, ptr %p79, align 8
  %t81 = insertelement <2 x double> poison, double %t80, i32 0
  %t82 = shufflevector <2 x double> %t81, <2 x double> poison, <2 x i32> zeroinitializer
  %v83 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t82, <2 x double> %t72, <2 x double> %s61)
  %p84 = getelementptr double, ptr %p65, i64 51
  %t85 = load double, ptr %p84, align 8
  %t86 = insertelement <2 x double> poison, double %t85, i32 0
  %t87 = shufflevector <2 x double> %t86, <2 x double> poison, <2 x i32> zeroinitializer
  %v88 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t87, <2 x double> %t72, <2 x double> %s62)
  %i89 = add nsw i64 %k58, 1
  %c90 = icmp slt i64 %i89, 17
  br i1 %c90, label %loop58, label %done58
done58:
  %i91 = mul nsw i64 %i1, 11
  %i92 = add nsw i64 %i91, 8
  %p93 = getelementptr double, ptr %a2, i64 %i92
  store <2 x double> %v73, ptr %p93, align 8
  %p94 = getelementptr double, ptr %p93, i64 11
  store <2 x double> %v78, ptr %p94, align 8
  %p95 = getelementptr double, ptr %p93, i64 22
  store <2 x double> %v83, ptr %p95, align 8
  %p96 = getelementptr double, ptr %p93, i64 33
  store <2 x double> %v88, ptr %p96, align 8
  br label %loop97
loop97:
  %k97 = phi i64 [0, %done58], [%i120, %loop97]
  %s98 = phi double [-0.0, %done58], [%v110, %loop97]
  %s99 = phi double [-0.0, %done58], [%v113, %loop97]
  %s100 = phi double [-0.0, %done58], [%v116, %loop97]
  %s101 = phi double [-0.0, %done58], [%v119, %loop97]
  %i102 = mul nsw i64 %i1, 17
  %i103 = add nsw i64 %i102, %k97
  %p104 = getelementptr double, ptr %a0, i64 %i103
  %t105 = load double, ptr %p104, align 8
  %i106 = mul nsw i64 %k97, 11
  %i107 = add nsw i64 10, %i106
  %p108 = getelementptr double, ptr %a1, i64 %i107
  %t109 = load double, ptr %p108, align 8
  %v110 = call double @llvm.fmuladd.f64(double %t105, double %t109, double %s98)
  %p111 = getelementptr double, ptr %p104, i64 17
  %t112 = load double, ptr %p111, align 8
  %v113 = call double @llvm.fmuladd.f64(double %t112, double %t109, double %s99)
  %p114 = getelementptr double, ptr %p104, i64 34
  %t115 = load double, ptr %p114, align 8
  %v116 = call double @llvm.fmuladd.f64(double %t115, double %t109, double %s100)
  %p117 = getelementptr double, ptr %p104, i64 51
  %t118 = load double, ptr %p117, align 8
  %v119 = call double @llvm.fmuladd.f64(double %t118, double %t109, double %s101)
  %i120 = add nsw i64 %k97, 1
  %c121 = icmp slt i64 %i120, 17
  br i1 %c121, label %loop97, label %done97
done97:
  %i122 = mul nsw i64 %i1, 11
  %i123 = add nsw i64 %i122, 10
  %p124 = getelementptr double, ptr %a2, i64 %i123
  store double %v110, ptr %p124, align 8
  %p125 = getelementptr double, ptr %p124, i64 11
  store double %v113, ptr %p125, align 8
  %p126 = getelementptr double, ptr %p124, i64 22
  store double %v116, ptr %p126, align 8
  %p127 = getelementptr double, ptr %p124, i64 33
  store double %v119, ptr %p127, align 8
  %i128 = add nsw i64 %i1, 4
  %c129 = icmp slt i64 %i128, 8
  br i1 %c129, label %loop1, label %done1
done1:
  br label %loop130
loop130:
  %i130 = phi i64 [0, %done1], [%i152, %done131]
  br label %loop131
loop131:
  %k131 = phi i64 [0, %loop130], [%i147, %loop131]
  %s132 = phi <2 x double> [splat (double -0.0), %loop130], [%v143, %loop131]
  %s133 = phi <2 x double> [splat (double -0.0), %loop130], [%v146, %loop131]
  %i134 = add nsw i64 136, %k131
  %p135 = getelementptr double, ptr %a0, i64 %i134
  %t136 = load double, ptr %p135, align 8
  %t137 = insertelement <2 x double> poison, double %t136, i32 0
  %t138 = shufflevector <2 x double> %t137, <2 x double> poison, <2 x i32> zeroinitializer
  %i139 = mul nsw i64 %k131, 11
  %i140 = add nsw i64 %i130, %i139
  %p141 = getelementptr double, ptr %a1, i64 %i140
  %t142 = load <2 x double>, ptr %p141, align 8
  %v143 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t138, <2 x double> %t142, <2 x double> %s132)
  %p144 = getelementptr double, ptr %p141, i64 2
  %t145 = load <2 x double>, ptr %p144, align 8
  %v146 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t138, <2 x double> %t145, <2 x double> %s133)
  %i147 = add nsw i64 %k131, 1
  %c148 = icmp slt i64 %i147, 17
  br i1 %c148, label %loop131, label %done131
done131:
  %i149 = add nsw i64 88, %i130
  %p150 = getelementptr double, ptr %a2, i64 %i149
  store <2 x double> %v143, ptr %p150, align 8
  %p151 = getelementptr double, ptr %p150, i64 2
  store <2 x double> %v146, ptr %p151, align 8
  %i152 = add nsw i64 %i130, 4
  %c153 = icmp slt i64 %i152, 8
  br i1 %c153, label %loop130, label %done130
done130:
  %p154 = getelementptr double, ptr %a0, i64 136
  %t155 = load double, ptr %p154, align 8
  %t156 = insertelement <2 x double> poison, double %t155, i32 0
  %t157 = shufflevector <2 x double> %t156, <2 x double> poison, <2 x i32> zeroinitializer
  %p158 = getelementptr double, ptr %a1, i64 8
  %t159 = load <2 x double>, ptr %p158, align 8
  %v160 = fmul contract <2 x double> %t157, %t159
  %p161 = getelementptr double, ptr %p154, i64 1
  %t162 = load double, ptr %p161, align 8
  %t163 = insertelement <2 x double> poison, double %t162, i32 0
  %t164 = shufflevector <2 x double> %t163, <2 x double> poison, <2 x i32> zeroinitializer
  %p165 = getelementptr double, ptr %p158, i64 11
  %t166 = load <2 x double>, ptr %p165, align 8
  %v167 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t164, <2 x double> %t166, <2 x double> %v160)
  %p168 = getelementptr double, ptr %p154, i64 2
  %t169 = load double, ptr %p168, align 8
  %t170 = insertelement <2 x double> poison, double %t169, i32 0
  %t171 = shufflevector <2 x double> %t170, <2 x double> poison, <2 x i32> zeroinitializer
  %p172 = getelementptr double, ptr %p158, i64 22
  %t173 = load <2 x double>, ptr %p172, align 8
  %v174 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t171, <2 x double> %t173, <2 x double> %v167)
  %p175 = getelementptr double, ptr %p154, i64 3
  %t176 = load double, ptr %p175, align 8
  %t177 = insertelement <2 x double> poison, double %t176, i32 0
  %t178 = shufflevector <2 x double> %t177, <2 x double> poison, <2 x i32> zeroinitializer
  %p179 = getelementptr double, ptr %p158, i64 33
  %t180 = load <2 x double>, ptr %p179, align 8
  %v181 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t178, <2 x double> %t180, <2 x double> %v174)
  %p182 = getelementptr double, ptr %p154, i64 4
  %t183 = load double, ptr %p182, align 8
  %t184 = insertelement <2 x double> poison, double %t183, i32 0
  %t185 = shufflevector <2 x double> %t184, <2 x double> poison, <2 x i32> zeroinitializer
  %p186 = getelementptr double, ptr %p158, i64 44
  %t187 = load <2 x double>, ptr %p186, align 8
  %v188 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t185, <2 x double> %t187, <2 x double> %v181)
  %p189 = getelementptr double, ptr %p154, i64 5
  %t190 = load double, ptr %p189, align 8
  %t191 = insertelement <2 x double> poison, double %t190, i32 0
  %t192 = shufflevector <2 x double> %t191, <2 x double> poison, <2 x i32> zeroinitializer
  %p193 = getelementptr double, ptr %p158, i64 55
  %t194 = load <2 x double>, ptr %p193, align 8
  %v195 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t192, <2 x double> %t194, <2 x double> %v188)
  %p196 = getelementptr double, ptr %p154, i64 6
  %t197 = load double, ptr %p196, align 8
  %t198 = insertelement <2 x double> poison, double %t197, i32 0
  %t199 = shufflevector <2 x double> %t198, <2 x double> poison, <2 x i32> zeroinitializer
  %p200 = getelementptr double, ptr %p158, i64 66
  %t201 = load <2 x double>, ptr %p200, align 8
  %v202 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t199, <2 x double> %t201, <2 x double> %v195)
  %p203 = getelementptr double, ptr %p154, i64 7
  %t204 = load double, ptr %p203, align 8
  %t205 = insertelement <2 x double> poison, double %t204, i32 0
  %t206 = shufflevector <2 x double> %t205, <2 x double> poison, <2 x i32> zeroinitializer
  %p207 = getelementptr double, ptr %p158, i64 77
  %t208 = load <2 x double>, ptr %p207, align 8
  %v209 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t206, <2 x double> %t208, <2 x double> %v202)
  %p210 = getelementptr double, ptr %p154, i64 8
  %t211 = load double, ptr %p210, align 8
  %t212 = insertelement <2 x double> poison, double %t211, i32 0
  %t213 = shufflevector <2 x double> %t212, <2 x double> poison, <2 x i32> zeroinitializer
  %p214 = getelementptr double, ptr %p158, i64 88
  %t215 = load <2 x double>, ptr %p214, align 8
  %v216 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t213, <2 x double> %t215, <2 x double> %v209)
  %p217 = getelementptr double, ptr %p154, i64 9
  %t218 = load double, ptr %p217, align 8
  %t219 = insertelement <2 x double> poison, double %t218, i32 0
  %t220 = shufflevector <2 x double> %t219, <2 x double> poison, <2 x i32> zeroinitializer
  %p221 = getelementptr double, ptr %p158, i64 99
  %t222 = load <2 x double>, ptr %p221, align 8
  %v223 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t220, <2 x double> %t222, <2 x double> %v216)
  %p224 = getelementptr double, ptr %p154, i64 10
  %t225 = load double, ptr %p224, align 8
  %t226 = insertelement <2 x double> poison, double %t225, i32 0
  %t227 = shufflevector <2 x double> %t226, <2 x double> poison, <2 x i32> zeroinitializer
  %p228 = getelementptr double, ptr %p158, i64 110
  %t229 = load <2 x double>, ptr %p228, align 8
  %v230 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t227, <2 x double> %t229, <2 x double> %v223)
  %p231 = getelementptr double, ptr %p154, i64 11
  %t232 = load double, ptr %p231, align 8
  %t233 = insertelement <2 x double> poison, double %t232, i32 0
  %t234 = shufflevector <2 x double> %t233, <2 x double> poison, <2 x i32> zeroinitializer
  %p235 = getelementptr double, ptr %p158, i64 121
  %t236 = load <2 x double>, ptr %p235, align 8
  %v237 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t234, <2 x double> %t236, <2 x double> %v230)
  %p238 = getelementptr double, ptr %p154, i64 12
  %t239 = load double, ptr %p238, align 8
  %t240 = insertelement <2 x double> poison, double %t239, i32 0
  %t241 = shufflevector <2 x double> %t240, <2 x double> poison, <2 x i32> zeroinitializer
  %p242 = getelementptr double, ptr %p158, i64 132
  %t243 = load <2 x double>, ptr %p242, align 8
  %v244 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t241, <2 x double> %t243, <2 x double> %v237)
  %p245 = getelementptr double, ptr %p154, i64 13
  %t246 = load double, ptr %p245, align 8
  %t247 = insertelement <2 x double> poison, double %t246, i32 0
  %t248 = shufflevector <2 x double> %t247, <2 x double> poison, <2 x i32> zeroinitializer
  %p249 = getelementptr double, ptr %p158, i64 143
  %t250 = load <2 x double>, ptr %p249, align 8
  %v251 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t248, <2 x double> %t250, <2 x double> %v244)
  %p252 = getelementptr double, ptr %p154, i64 14
  %t253 = load double, ptr %p252, align 8
  %t254 = insertelement <2 x double> poison, double %t253, i32 0
  %t255 = shufflevector <2 x double> %t254, <2 x double> poison, <2 x i32> zeroinitializer
  %p256 = getelementptr double, ptr %p158, i64 154
  %t257 = load <2 x double>, ptr %p256, align 8
  %v258 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t255, <2 x double> %t257, <2 x double> %v251)
  %p259 = getelementptr double, ptr %p154, i64 15
  %t260 = load double, ptr %p259, align 8
  %t261 = insertelement <2 x double> poison, double %t260, i32 0
  %t262 = shufflevector <2 x double> %t261, <2 x double> poison, <2 x i32> zeroinitializer
  %p263 = getelementptr double, ptr %p158, i64 165
  %t264 = load <2 x double>, ptr %p263, align 8
  %v265 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t262, <2 x double> %t264, <2 x double> %v258)
  %p266 = getelementptr double, ptr %p154, i64 16
  %t267 = load double, ptr %p266, align 8
  %t268 = insertelement <2 x double> poison, double %t267, i32 0
  %t269 = shufflevector <2 x double> %t268, <2 x double> poison, <2 x i32> zeroinitializer
  %p270 = getelementptr double, ptr %p158, i64 176
  %t271 = load <2 x double>, ptr %p270, align 8
  %v272 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t269, <2 x double> %t271, <2 x double> %v265)
  %p273 = getelementptr double, ptr %a2, i64 96
  store <2 x double> %v272, ptr %p273, align 8
  %p274 = getelementptr double, ptr %a0, i64 136
  %t275 = load double, ptr %p274, align 8
  %p276 = getelementptr double, ptr %a1, i64 10
  %t277 = load double, ptr %p276, align 8
  %v278 = fmul contract double %t275, %t277
  %p279 = getelementptr double, ptr %p274, i64 1
  %t280 = load double, ptr %p279, align 8
  %p281 = getelementptr double, ptr %p276, i64 11
  %t282 = load double, ptr %p281, align 8
  %v283 = call double @llvm.fmuladd.f64(double %t280, double %t282, double %v278)
  %p284 = getelementptr double, ptr %p274, i64 2
  %t285 = load double, ptr %p284, align 8
  %p286 = getelementptr double, ptr %p276, i64 22
  %t287 = load double, ptr %p286, align 8
  %v288 = call double @llvm.fmuladd.f64(double %t285, double %t287, double %v283)
  %p289 = getelementptr double, ptr %p274, i64 3
  %t290 = load double, ptr %p289, align 8
  %p291 = getelementptr double, ptr %p276, i64 33
  %t292 = load double, ptr %p291, align 8
  %v293 = call double @llvm.fmuladd.f64(double %t290, double %t292, double %v288)
  %p294 = getelementptr double, ptr %p274, i64 4
  %t295 = load double, ptr %p294, align 8
  %p296 = getelementptr double, ptr %p276, i64 44
  %t297 = load double, ptr %p296, align 8
  %v298 = call double @llvm.fmuladd.f64(double %t295, double %t297, double %v293)
  %p299 = getelementptr double, ptr %p274, i64 5
  %t300 = load double, ptr %p299, align 8
  %p301 = getelementptr double, ptr %p276, i64 55
  %t302 = load double, ptr %p301, align 8
  %v303 = call double @llvm.fmuladd.f64(double %t300, double %t302, double %v298)
  %p304 = getelementptr double, ptr %p274, i64 6
  %t305 = load double, ptr %p304, align 8
  %p306 = getelementptr double, ptr %p276, i64 66
  %t307 = load double, ptr %p306, align 8
  %v308 = call double @llvm.fmuladd.f64(double %t305, double %t307, double %v303)
  %p309 = getelementptr double, ptr %p274, i64 7
  %t310 = load double, ptr %p309, align 8
  %p311 = getelementptr double, ptr %p276, i64 77
  %t312 = load double, ptr %p311, align 8
  %v313 = call double @llvm.fmuladd.f64(double %t310, double %t312, double %v308)
  %p314 = getelementptr double, ptr %p274, i64 8
  %t315 = load double, ptr %p314, align 8
  %p316 = getelementptr double, ptr %p276, i64 88
  %t317 = load double, ptr %p316, align 8
  %v318 = call double @llvm.fmuladd.f64(double %t315, double %t317, double %v313)
  %p319 = getelementptr double, ptr %p274, i64 9
  %t320 = load double, ptr %p319, align 8
  %p321 = getelementptr double, ptr %p276, i64 99
  %t322 = load double, ptr %p321, align 8
  %v323 = call double @llvm.fmuladd.f64(double %t320, double %t322, double %v318)
  %p324 = getelementptr double, ptr %p274, i64 10
  %t325 = load double, ptr %p324, align 8
  %p326 = getelementptr double, ptr %p276, i64 110
  %t327 = load double, ptr %p326, align 8
  %v328 = call double @llvm.fmuladd.f64(double %t325, double %t327, double %v323)
  %p329 = getelementptr double, ptr %p274, i64 11
  %t330 = load double, ptr %p329, align 8
  %p331 = getelementptr double, ptr %p276, i64 121
  %t332 = load double, ptr %p331, align 8
  %v333 = call double @llvm.fmuladd.f64(double %t330, double %t332, double %v328)
  %p334 = getelementptr double, ptr %p274, i64 12
  %t335 = load double, ptr %p334, align 8
  %p336 = getelementptr double, ptr %p276, i64 132
  %t337 = load double, ptr %p336, align 8
  %v338 = call double @llvm.fmuladd.f64(double %t335, double %t337, double %v333)
  %p339 = getelementptr double, ptr %p274, i64 13
  %t340 = load double, ptr %p339, align 8
  %p341 = getelementptr double, ptr %p276, i64 143
  %t342 = load double, ptr %p341, align 8
  %v343 = call double @llvm.fmuladd.f64(double %t340, double %t342, double %v338)
  %p344 = getelementptr double, ptr %p274, i64 14
  %t345 = load double, ptr %p344, align 8
  %p346 = getelementptr double, ptr %p276, i64 154
  %t347 = load double, ptr %p346, align 8
  %v348 = call double @llvm.fmuladd.f64(double %t345, double %t347, double %v343)
  %p349 = getelementptr double, ptr %p274, i64 15
  %t350 = load double, ptr %p349, align 8
  %p351 = getelementptr double, ptr %p276, i64 165
  %t352 = load double, ptr %p351, align 8
  %v353 = call double @llvm.fmuladd.f64(double %t350, double %t352, double %v348)
  %p354 = getelementptr double, ptr %p274, i64 16
  %t355 = load double, ptr %p354, align 8
  %p356 = getelementptr double, ptr %p276, i64 176
  %t357 = load double, ptr %p356, align 8
  %v358 = call double @llvm.fmuladd.f64(double %t355, double %t357, double %v353)
  %p359 = getelementptr double, ptr %a2, i64 98
  store double %v358, ptr %p359, align 8
  ret void
}

======== none
; c = dot: 4 x 2 vectors of 2
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) noinline nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  br label %loop1
loop1:
  %i1 = phi i64 [0, %entry], [%i128, %done97]
  br label %loop2
loop2:
  %i2 = phi i64 [0, %loop1], [%i56, %done3]
  br label %loop3
loop3:
  %k3 = phi i64 [0, %loop2], [%i44, %loop3]
  %s4 = phi <2 x double> [splat (double -0.0), %loop2], [%v22, %loop3]
  %s5 = phi <2 x double> [splat (double -0.0), %loop2], [%v25, %loop3]
  %s6 = phi <2 x double> [splat (double -0.0), %loop2], [%v30, %loop3]
  %s7 = phi <2 x double> [splat (double -0.0), %loop2], [%v31, %loop3]
  %s8 = phi <2 x double> [splat (double -0.0), %loop2], [%v36, %loop3]
  %s9 = phi <2 x double> [splat (double -0.0), %loop2], [%v37, %loop3]
  %s10 = phi <2 x double> [splat (double -0.0), %loop2], [%v42, %loop3]
  %s11 = phi <2 x double> [splat (double -0.0), %loop2], [%v43, %loop3]
  %i12 = mul nsw i64 %k3, 9
  %i13 = add nsw i64 %i1, %i12
  %p14 = getelementptr double, ptr %a0, i64 %i13
  %t15 = load double, ptr %p14, align 8
  %t16 = insertelement <2 x double> poison, double %t15, i32 0
  %t17 = shufflevector <2 x double> %t16, <2 x double> poison, <2 x i32> zeroinitializer
  %i18 = mul nsw i64 %k3, 11
  %i19 = add nsw i64 %i2, %i18
  %p20 = getelementptr double, ptr %a1, i64 %i19
  %t21 = load <2 x double>, ptr %p20, align 8
  %v22 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t17, <2 x double> %t21, <2 x double> %s4)
  %p23 = getelementptr double, ptr %p20, i64 2
  %t24 = load <2 x double>, ptr %p23, align 8
  %v25 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t17, <2 x double> %t24, <2 x double> %s5)
  %p26 = getelementptr double, ptr %p14, i64 1
  %t27 = load double, ptr %p26, align 8
  %t28 = insertelement <2 x double> poison, double %t27, i32 0
  %t29 = shufflevector <2 x double> %t28, <2 x double> poison, <2 x i32> zeroinitializer
  %v30 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t29, <2 x double> %t21, <2 x double> %s6)
  %v31 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t29, <2 x double> %t24, <2 x double> %s7)
  %p32 = getelementptr double, ptr %p14, i64 2
  %t33 = load double, ptr %p32, align 8
  %t34 = insertelement <2 x double> poison, double %t33, i32 0
  %t35 = shufflevector <2 x double> %t34, <2 x double> poison, <2 x i32> zeroinitializer
  %v36 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t35, <2 x double> %t21, <2 x double> %s8)
  %v37 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t35, <2 x double> %t24, <2 x double> %s9)
  %p38 = getelementptr double, ptr %p14, i64 3
  %t39 = load double, ptr %p38, align 8
  %t40 = insertelement <2 x double> poison, double %t39, i32 0
  %t41 = shufflevector <2 x double> %t40, <2 x double> poison, <2 x i32> zeroinitializer
  %v42 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t41, <2 x double> %t21, <2 x double> %s10)
  %v43 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t41, <2 x double> %t24, <2 x double> %s11)
  %i44 = add nsw i64 %k3, 1
  %c45 = icmp slt i64 %i44, 17
  br i1 %c45, label %loop3, label %done3
done3:
  %i46 = mul nsw i64 %i1, 11
  %i47 = add nsw i64 %i46, %i2
  %p48 = getelementptr double, ptr %a2, i64 %i47
  store <2 x double> %v22, ptr %p48, align 8
  %p49 = getelementptr double, ptr %p48, i64 2
  store <2 x double> %v25, ptr %p49, align 8
  %p50 = getelementptr double, ptr %p48, i64 11
  store <2 x double> %v30, ptr %p50, align 8
  %p51 = getelementptr double, ptr %p48, i64 13
  store <2 x double> %v31, ptr %p51, align 8
  %p52 = getelementptr double, ptr %p48, i64 22
  store <2 x double> %v36, ptr %p52, align 8
  %p53 = getelementptr double, ptr %p48, i64 24
  store <2 x double> %v37, ptr %p53, align 8
  %p54 = getelementptr double, ptr %p48, i64 33
  store <2 x double> %v42, ptr %p54, align 8
  %p55 = getelementptr double, ptr %p48, i64 35
  store <2 x double> %v43, ptr %p55, align 8
  %i56 = add nsw i64 %i2, 4
  %c57 = icmp slt i64 %i56, 8
  br i1 %c57, label %loop2, label %done2
done2:
  br label %loop58
loop58:
  %k58 = phi i64 [0, %done2], [%i89, %loop58]
  %s59 = phi <2 x double> [splat (double -0.0), %done2], [%v73, %loop58]
  %s60 = phi <2 x double> [splat (double -0.0), %done2], [%v78, %loop58]
  %s61 = phi <2 x double> [splat (double -0.0), %done2], [%v83, %loop58]
  %s62 = phi <2 x double> [splat (double -0.0), %done2], [%v88, %loop58]
  %i63 = mul nsw i64 %k58, 9
  %i64 = add nsw i64 %i1, %i63
  %p65 = getelementptr double, ptr %a0, i64 %i64
  %t66 = load double, ptr %p65, align 8
  %t67 = insertelement <2 x double> poison, double %t66, i32 0
  %t68 = shufflevector <2 x double> %t67, <2 x double> poison, <2 x i32> zeroinitializer
  %i69 = mul nsw i64 %k58, 11
  %i70 = add nsw i64 8, %i69
  %p71 = getelementptr double, ptr %a1, i64 %i70
  %t72 = load <2 x double>, ptr %p71, align 8
  %v73 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t68, <2 x double> %t72, <2 x double> %s59)
  %p74 = getelementptr double, ptr %p65, i64 1
  %t75 = load double, ptr %p74, align 8
  %t76 = insertelement <2 x double> poison, double %t75, i32 0
  %t77 = shufflevector <2 x double> %t76, <2 x double> poison, <2 x i32> zeroinitializer
  %v78 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t77, <2 x double> %t72, <2 x double> %s60)
  %p79 = getelementptr double, ptr %p65, i64 2
  %t80 = load double, ptr %p79, align 8
  %t81 = insertelement <2 x double> poison, double %t80, i32 0
  %t82 = shufflevector <2 x double> %t81, <2 x double> poison, <2 x i32> zeroinitializer
  %v83 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t82, <2 x double> %t72, <2 x double> %s61)
  %p84 = getelementptr double, ptr %p65, i64 3
  %t85 = load double, ptr %p84, align 8
  %t86 = insertelement <2 x double> poison, double %t85, i32 0
  %t87 = shufflevector <2 x double> %t86, <2 x double> poison, <2 x i32> zeroinitializer
  %v88 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t87, <2 x double> %t72, <2 x double> %s62)
  %i89 = add nsw i64 %k58, 1
  %c90 = icmp slt i64 %i89, 17
  br i1 %c90, label %loop58, label %done58
done58:
  %i91 = mul nsw i64 %i1, 11
  %i92 = add nsw i64 %i91, 8
  %p93 = getelementptr double, ptr %a2, i64 %i92
  store <2 x double> %v73, ptr %p93, align 8
  %p94 = getelementptr double, ptr %p93, i64 11
  store <2 x double> %v78, ptr %p94, align 8
  %p95 = getelementptr double, ptr %p93, i64 22
  store <2 x double> %v83, ptr %p95, align 8
  %p96 = getelementptr double, ptr %p93, i64 33
  store <2 x double> %v88, ptr %p96, align 8
  br label %loop97
loop97:
  %k97 = phi i64 [0, %done58], [%i120, %loop97]
  %s98 = phi double [-0.0, %done58], [%v110, %loop97]
  %s99 = phi double [-0.0, %done58], [%v113, %loop97]
  %s100 = phi double [-0.0, %done58], [%v116, %loop97]
  %s101 = phi double [-0.0, %done58], [%v119, %loop97]
  %i102 = mul nsw i64 %k97, 9
  %i103 = add nsw i64 %i1, %i102
  %p104 = getelementptr double, ptr %a0, i64 %i103
  %t105 = load double, ptr %p104, align 8
  %i106 = mul nsw i64 %k97, 11
  %i107 = add nsw i64 10, %i106
  %p108 = getelementptr double, ptr %a1, i64 %i107
  %t109 = load double, ptr %p108, align 8
  %v110 = call double @llvm.fmuladd.f64(double %t105, double %t109, double %s98)
  %p111 = getelementptr double, ptr %p104, i64 1
  %t112 = load double, ptr %p111, align 8
  %v113 = call double @llvm.fmuladd.f64(double %t112, double %t109, double %s99)
  %p114 = getelementptr double, ptr %p104, i64 2
  %t115 = load double, ptr %p114, align 8
  %v116 = call double @llvm.fmuladd.f64(double %t115, double %t109, double %s100)
  %p117 = getelementptr double, ptr %p104, i64 3
  %t118 = load double, ptr %p117, align 8
  %v119 = call double @llvm.fmuladd.f64(double %t118, double %t109, double %s101)
  %i120 = add nsw i64 %k97, 1
  %c121 = icmp slt i64 %i120, 17
  br i1 %c121, label %loop97, label %done97
done97:
  %i122 = mul nsw i64 %i1, 11
  %i123 = add nsw i64 %i122, 10
  %p124 = getelementptr double, ptr %a2, i64 %i123
  store double %v110, ptr %p124, align 8
  %p125 = getelementptr double, ptr %p124, i64 11
  store double %v113, ptr %p125, align 8
  %p126 = getelementptr double, ptr %p124, i64 22
  store double %v116, ptr %p126, align 8
  %p127 = getelementptr double, ptr %p124, i64 33
  store double %v119, ptr %p127, align 8
  %i128 = add nsw i64 %i1, 4
  %c129 = icmp slt i64 %i128, 8
  br i1 %c129, label %loop1, label %done1
done1:
  br label %loop130
loop130:
  %i130 = phi i64 [0, %done1], [%i153, %done131]
  br label %loop131
loop131:
  %k131 = phi i64 [0, %loop130], [%i148, %loop131]
  %s132 = phi <2 x double> [splat (double -0.0), %loop130], [%v144, %loop131]
  %s133 = phi <2 x double> [splat (double -0.0), %loop130], [%v147, %loop131]
  %i134 = mul nsw i64 %k131, 9
  %i135 = add nsw i64 8, %i134
  %p136 = getelementptr double, ptr %a0, i64 %i135
  %t137 = load double, ptr %p136, align 8
  %t138 = insertelement <2 x double> poison, double %t137, i32 0
  %t139 = shufflevector <2 x double> %t138, <2 x double> poison, <2 x i32> zeroinitializer
  %i140 = mul nsw i64 %k131, 11
  %i141 = add nsw i64 %i130, %i140
  %p142 = getelementptr double, ptr %a1, i64 %i141
  %t143 = load <2 x double>, ptr %p142, align 8
  %v144 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t139, <2 x double> %t143, <2 x double> %s132)
  %p145 = getelementptr double, ptr %p142, i64 2
  %t146 = load <2 x double>, ptr %p145, align 8
  %v147 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t139, <2 x double> %t146, <2 x double> %s133)
  %i148 = add nsw i64 %k131, 1
  %c149 = icmp slt i64 %i148, 17
  br i1 %c149, label %loop131, label %done131
done131:
  %i150 = add nsw i64 88, %i130
  %p151 = getelementptr double, ptr %a2, i64 %i150
  store <2 x double> %v144, ptr %p151, align 8
  %p152 = getelementptr double, ptr %p151, i64 2
  store <2 x double> %v147, ptr %p152, align 8
  %i153 = add nsw i64 %i130, 4
  %c154 = icmp slt i64 %i153, 8
  br i1 %c154, label %loop130, label %done130
done130:
  %p155 = getelementptr double, ptr %a0, i64 8
  %t156 = load double, ptr %p155, align 8
  %t157 = insertelement <2 x double> poison, double %t156, i32 0
  %t158 = shufflevector <2 x double> %t157, <2 x double> poison, <2 x i32> zeroinitializer
  %p159 = getelementptr double, ptr %a1, i64 8
  %t160 = load <2 x double>, ptr %p159, align 8
  %v161 = fmul contract <2 x double> %t158, %t160
  %p162 = getelementptr double, ptr %p155, i64 9
  %t163 = load double, ptr %p162, align 8
  %t164 = insertelement <2 x double> poison, double %t163, i32 0
  %t165 = shufflevector <2 x double> %t164, <2 x double> poison, <2 x i32> zeroinitializer
  %p166 = getelementptr double, ptr %p159, i64 11
  %t167 = load <2 x double>, ptr %p166, align 8
  %v168 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t165, <2 x double> %t167, <2 x double> %v161)
  %p169 = getelementptr double, ptr %p155, i64 18
  %t170 = load double, ptr %p169, align 8
  %t171 = insertelement <2 x double> poison, double %t170, i32 0
  %t172 = shufflevector <2 x double> %t171, <2 x double> poison, <2 x i32> zeroinitializer
  %p173 = getelementptr double, ptr %p159, i64 22
  %t174 = load <2 x double>, ptr %p173, align 8
  %v175 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t172, <2 x double> %t174, <2 x double> %v168)
  %p176 = getelementptr double, ptr %p155, i64 27
  %t177 = load double, ptr %p176, align 8
  %t178 = insertelement <2 x double> poison, double %t177, i32 0
  %t179 = shufflevector <2 x double> %t178, <2 x double> poison, <2 x i32> zeroinitializer
  %p180 = getelementptr double, ptr %p159, i64 33
  %t181 = load <2 x double>, ptr %p180, align 8
  %v182 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t179, <2 x double> %t181, <2 x double> %v175)
  %p183 = getelementptr double, ptr %p155, i64 36
  %t184 = load double, ptr %p183, align 8
  %t185 = insertelement <2 x double> poison, double %t184, i32 0
  %t186 = shufflevector <2 x double> %t185, <2 x double> poison, <2 x i32> zeroinitializer
  %p187 = getelementptr double, ptr %p159, i64 44
  %t188 = load <2 x double>, ptr %p187, align 8
  %v189 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t186, <2 x double> %t188, <2 x double> %v182)
  %p190 = getelementptr double, ptr %p155, i64 45
  %t191 = load double, ptr %p190, align 8
  %t192 = insertelement <2 x double> poison, double %t191, i32 0
  %t193 = shufflevector <2 x double> %t192, <2 x double> poison, <2 x i32> zeroinitializer
  %p194 = getelementptr double, ptr %p159, i64 55
  %t195 = load <2 x double>, ptr %p194, align 8
  %v196 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t193, <2 x double> %t195, <2 x double> %v189)
  %p197 = getelementptr double, ptr %p155, i64 54
  %t198 = load double, ptr %p197, align 8
  %t199 = insertelement <2 x double> poison, double %t198, i32 0
  %t200 = shufflevector <2 x double> %t199, <2 x double> poison, <2 x i32> zeroinitializer
  %p201 = getelementptr double, ptr %p159, i64 66
  %t202 = load <2 x double>, ptr %p201, align 8
  %v203 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t200, <2 x double> %t202, <2 x double> %v196)
  %p204 = getelementptr double, ptr %p155, i64 63
  %t205 = load double, ptr %p204, align 8
  %t206 = insertelement <2 x double> poison, double %t205, i32 0
  %t207 = shufflevector <2 x double> %t206, <2 x double> poison, <2 x i32> zeroinitializer
  %p208 = getelementptr double, ptr %p159, i64 77
  %t209 = load <2 x double>, ptr %p208, align 8
  %v210 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t207, <2 x double> %t209, <2 x double> %v203)
  %p211 = getelementptr double, ptr %p155, i64 72
  %t212 = load double, ptr %p211, align 8
  %t213 = insertelement <2 x double> poison, double %t212, i32 0
  %t214 = shufflevector <2 x double> %t213, <2 x double> poison, <2 x i32> zeroinitializer
  %p215 = getelementptr double, ptr %p159, i64 88
  %t216 = load <2 x double>, ptr %p215, align 8
  %v217 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t214, <2 x double> %t216, <2 x double> %v210)
  %p218 = getelementptr double, ptr %p155, i64 81
  %t219 = load double, ptr %p218, align 8
  %t220 = insertelement <2 x double> poison, double %t219, i32 0
  %t221 = shufflevector <2 x double> %t220, <2 x double> poison, <2 x i32> zeroinitializer
  %p222 = getelementptr double, ptr %p159, i64 99
  %t223 = load <2 x double>, ptr %p222, align 8
  %v224 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t221, <2 x double> %t223, <2 x double> %v217)
  %p225 = getelementptr double, ptr %p155, i64 90
  %t226 = load double, ptr %p225, align 8
  %t227 = insertelement <2 x double> poison, double %t226, i32 0
  %t228 = shufflevector <2 x double> %t227, <2 x double> poison, <2 x i32> zeroinitializer
  %p229 = getelementptr double, ptr %p159, i64 110
  %t230 = load <2 x double>, ptr %p229, align 8
  %v231 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t228, <2 x double> %t230, <2 x double> %v224)
  %p232 = getelementptr double, ptr %p155, i64 99
  %t233 = load double, ptr %p232, align 8
  %t234 = insertelement <2 x double> poison, double %t233, i32 0
  %t235 = shufflevector <2 x double> %t234, <2 x double> poison, <2 x i32> zeroinitializer
  %p236 = getelementptr double, ptr %p159, i64 121
  %t237 = load <2 x double>, ptr %p236, align 8
  %v238 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t235, <2 x double> %t237, <2 x double> %v231)
  %p239 = getelementptr double, ptr %p155, i64 108
  %t240 = load double, ptr %p239, align 8
  %t241 = insertelement <2 x double> poison, double %t240, i32 0
  %t242 = shufflevector <2 x double> %t241, <2 x double> poison, <2 x i32> zeroinitializer
  %p243 = getelementptr double, ptr %p159, i64 132
  %t244 = load <2 x double>, ptr %p243, align 8
  %v245 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t242, <2 x double> %t244, <2 x double> %v238)
  %p246 = getelementptr double, ptr %p155, i64 117
  %t247 = load double, ptr %p246, align 8
  %t248 = insertelement <2 x double> poison, double %t247, i32 0
  %t249 = shufflevector <2 x double> %t248, <2 x double> poison, <2 x i32> zeroinitializer
  %p250 = getelementptr double, ptr %p159, i64 143
  %t251 = load <2 x double>, ptr %p250, align 8
  %v252 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t249, <2 x double> %t251, <2 x double> %v245)
  %p253 = getelementptr double, ptr %p155, i64 126
  %t254 = load double, ptr %p253, align 8
  %t255 = insertelement <2 x double> poison, double %t254, i32 0
  %t256 = shufflevector <2 x double> %t255, <2 x double> poison, <2 x i32> zeroinitializer
  %p257 = getelementptr double, ptr %p159, i64 154
  %t258 = load <2 x double>, ptr %p257, align 8
  %v259 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t256, <2 x double> %t258, <2 x double> %v252)
  %p260 = getelementptr double, ptr %p155, i64 135
  %t261 = load double, ptr %p260, align 8
  %t262 = insertelement <2 x double> poison, double %t261, i32 0
  %t263 = shufflevector <2 x double> %t262, <2 x double> poison, <2 x i32> zeroinitializer
  %p264 = getelementptr double, ptr %p159, i64 165
  %t265 = load <2 x double>, ptr %p264, align 8
  %v266 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t263, <2 x double> %t265, <2 x double> %v259)
  %p267 = getelementptr double, ptr %p155, i64 144
  %t268 = load double, ptr %p267, align 8
  %t269 = insertelement <2 x double> poison, double %t268, i32 0
  %t270 = shufflevector <2 x double> %t269, <2 x double> poison, <2 x i32> zeroinitializer
  %p271 = getelementptr double, ptr %p159, i64 176
  %t272 = load <2 x double>, ptr %p271, align 8
  %v273 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t270, <2 x double> %t272, <2 x double> %v266)
  %p274 = getelementptr double, ptr %a2, i64 96
  store <2 x double> %v273, ptr %p274, align 8
  %p275 = getelementptr double, ptr %a0, i64 8
  %t276 = load double, ptr %p275, align 8
  %p277 = getelementptr double, ptr %a1, i64 10
  %t278 = load double, ptr %p277, align 8
  %v279 = fmul contract double %t276, %t278
  %p280 = getelementptr double, ptr %p275, i64 9
  %t281 = load double, ptr %p280, align 8
  %p282 = getelementptr double, ptr %p277, i64 11
  %t283 = load double, ptr %p282, align 8
  %v284 = call double @llvm.fmuladd.f64(double %t281, double %t283, double %v279)
  %p285 = getelementptr double, ptr %p275, i64 18
  %t286 = load double, ptr %p285, align 8
  %p287 = getelementptr double, ptr %p277, i64 22
  %t288 = load double, ptr %p287, align 8
  %v289 = call double @llvm.fmuladd.f64(double %t286, double %t288, double %v284)
  %p290 = getelementptr double, ptr %p275, i64 27
  %t291 = load double, ptr %p290, align 8
  %p292 = getelementptr double, ptr %p277, i64 33
  %t293 = load double, ptr %p292, align 8
  %v294 = call double @llvm.fmuladd.f64(double %t291, double %t293, double %v289)
  %p295 = getelementptr double, ptr %p275, i64 36
  %t296 = load double, ptr %p295, align 8
  %p297 = getelementptr double, ptr %p277, i64 44
  %t298 = load double, ptr %p297, align 8
  %v299 = call double @llvm.fmuladd.f64(double %t296, double %t298, double %v294)
  %p300 = getelementptr double, ptr %p275, i64 45
  %t301 = load double, ptr %p300, align 8
  %p302 = getelementptr double, ptr %p277, i64 55
  %t303 = load double, ptr %p302, align 8
  %v304 = call double @llvm.fmuladd.f64(double %t301, double %t303, double %v299)
  %p305 = getelementptr double, ptr %p275, i64 54
  %t306 = load double, ptr %p305, align 8
  %p307 = getelementptr double, ptr %p277, i64 66
  %t308 = load double, ptr %p307, align 8
  %v309 = call double @llvm.fmuladd.f64(double %t306, double %t308, double %v304)
  %p310 = getelementptr double, ptr %p275, i64 63
  %t311 = load double, ptr %p310, align 8
  %p312 = getelementptr double, ptr %p277, i64 77
  %t313 = load double, ptr %p312, align 8
  %v314 = call double @llvm.fmuladd.f64(double %t311, double %t313, double %v309)
  %p315 = getelementptr double, ptr %p275, i64 72
  %t316 = load double, ptr %p315, align 8
  %p317 = getelementptr double, ptr %p277, i64 88
  %t318 = load double, ptr %p317, align 8
  %v319 = call double @llvm.fmuladd.f64(double %t316, double %t318, double %v314)
  %p320 = getelementptr double, ptr %p275, i64 81
  %t321 = load double, ptr %p320, align 8
  %p322 = getelementptr double, ptr %p277, i64 99
  %t323 = load double, ptr %p322, align 8
  %v324 = call double @llvm.fmuladd.f64(double %t321, double %t323, double %v319)
  %p325 = getelementptr double, ptr %p275, i64 90
  %t326 = load double, ptr %p325, align 8
  %p327 = getelementptr double, ptr %p277, i64 110
  %t328 = load double, ptr %p327, align 8
  %v329 = call double @llvm.fmuladd.f64(double %t326, double %t328, double %v324)
  %p330 = getelementptr double, ptr %p275, i64 99
  %t331 = load double, ptr %p330, align 8
  %p332 = getelementptr double, ptr %p277, i64 121
  %t333 = load double, ptr %p332, align 8
  %v334 = call double @llvm.fmuladd.f64(double %t331, double %t333, double %v329)
  %p335 = getelementptr double, ptr %p275, i64 108
  %t336 = load double, ptr %p335, align 8
  %p337 = getelementptr double, ptr %p277, i64 132
  %t338 = load double, ptr %p337, align 8
  %v339 = call double @llvm.fmuladd.f64(double %t336, double %t338, double %v334)
  %p340 = getelementptr double, ptr %p275, i64 117
  %t341 = load double, ptr %p340, align 8
  %p342 = getelementptr double, ptr %p277, i64 143
  %t343 = load double, ptr %p342, align 8
  %v344 = call double @llvm.fmuladd.f64(double %t341, double %t343, double %v339)
  %p345 = getelementptr double, ptr %p275, i64 126
  %t346 = load double, ptr %p345, align 8
  %p347 = getelementptr double, ptr %p277, i64 154
  %t348 = load double, ptr %p347, align 8
  %v349 = call double @llvm.fmuladd.f64(double %t346, double %t348, double %v344)
  %p350 = getelementptr double, ptr %p275, i64 135
  %t351 = load double, ptr %p350, align 8
  %p352 = getelementptr double, ptr %p277, i64 165
  %t353 = load double, ptr %p352, align 8
  %v354 = call double @llvm.fmuladd.f64(double %t351, double %t353, double %v349)
  %p355 = getelementptr double, ptr %p275, i64 144
  %t356 = load double, ptr %p355, align 8
  %p357 = getelementptr double, ptr %p277, i64 176
  %t358 = load double, ptr %p357, align 8
  %v359 = call double @llvm.fmuladd.f64(double %t356, double %t358, double %v354)
  %p360 = getelementptr double, ptr %a2, i64 98
  store double %v359, ptr %p360, align 8
  ret void
}

======== 1 x 1 x 300
; c = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  br label %loop1
loop1:
  %k1 = phi i64 [0, %entry], [%i50, %loop1]
  %s2 = phi <2 x double> [splat (double -0.0), %entry], [%v14, %loop1]
  %s3 = phi <2 x double> [splat (double -0.0), %entry], [%v19, %loop1]
  %s4 = phi <2 x double> [splat (double -0.0), %entry], [%v24, %loop1]
  %s5 = phi <2 x double> [splat (double -0.0), %entry], [%v29, %loop1]
  %s6 = phi <2 x double> [splat (double -0.0), %entry], [%v34, %loop1]
  %s7 = phi <2 x double> [splat (double -0.0), %entry], [%v39, %loop1]
  %s8 = phi <2 x double> [splat (double -0.0), %entry], [%v44, %loop1]
  %s9 = phi <2 x double> [splat (double -0.0), %entry], [%v49, %loop1]
  %p10 = getelementptr double, ptr %a0, i64 %k1
  %t11 = load <2 x double>, ptr %p10, align 8
  %p12 = getelementptr double, ptr %a1, i64 %k1
  %t13 = load <2 x double>, ptr %p12, align 8
  %v14 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t11, <2 x double> %t13, <2 x double> %s2)
  %p15 = getelementptr double, ptr %p10, i64 2
  %t16 = load <2 x double>, ptr %p15, align 8
  %p17 = getelementptr double, ptr %p12, i64 2
  %t18 = load <2 x double>, ptr %p17, align 8
  %v19 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t16, <2 x double> %t18, <2 x double> %s3)
  %p20 = getelementptr double, ptr %p10, i64 4
  %t21 = load <2 x double>, ptr %p20, align 8
  %p22 = getelementptr double, ptr %p12, i64 4
  %t23 = load <2 x double>, ptr %p22, align 8
  %v24 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t21, <2 x double> %t23, <2 x double> %s4)
  %p25 = getelementptr double, ptr %p10, i64 6
  %t26 = load <2 x double>, ptr %p25, align 8
  %p27 = getelementptr double, ptr %p12, i64 6
  %t28 = load <2 x double>, ptr %p27, align 8
  %v29 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t26, <2 x double> %t28, <2 x double> %s5)
  %p30 = getelementptr double, ptr %p10, i64 8
  %t31 = load <2 x double>, ptr %p30, align 8
  %p32 = getelementptr double, ptr %p12, i64 8
  %t33 = load <2 x double>, ptr %p32, align 8
  %v34 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t31, <2 x double> %t33, <2 x double> %s6)
  %p35 = getelementptr double, ptr %p10, i64 10
  %t36 = load <2 x double>, ptr %p35, align 8
  %p37 = getelementptr double, ptr %p12, i64 10
  %t38 = load <2 x double>, ptr %p37, align 8
  %v39 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t36, <2 x double> %t38, <2 x double> %s7)
  %p40 = getelementptr double, ptr %p10, i64 12
  %t41 = load <2 x double>, ptr %p40, align 8
  %p42 = getelementptr double, ptr %p12, i64 12
  %t43 = load <2 x double>, ptr %p42, align 8
  %v44 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t41, <2 x double> %t43, <2 x double> %s8)
  %p45 = getelementptr double, ptr %p10, i64 14
  %t46 = load <2 x double>, ptr %p45, align 8
  %p47 = getelementptr double, ptr %p12, i64 14
  %t48 = load <2 x double>, ptr %p47, align 8
  %v49 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t46, <2 x double> %t48, <2 x double> %s9)
  %i50 = add nsw i64 %k1, 16
  %c51 = icmp slt i64 %i50, 288
  br i1 %c51, label %loop1, label %done1
done1:
  %v52 = fadd contract <2 x double> %v14, %v19
  %v53 = fadd contract <2 x double> %v52, %v24
  %v54 = fadd contract <2 x double> %v53, %v29
  %v55 = fadd contract <2 x double> %v54, %v34
  %v56 = fadd contract <2 x double> %v55, %v39
  %v57 = fadd contract <2 x double> %v56, %v44
  %v58 = fadd contract <2 x double> %v57, %v49
  %p59 = getelementptr double, ptr %a0, i64 288
  %t60 = load <2 x double>, ptr %p59, align 8
  %p61 = getelementptr double, ptr %a1, i64 288
  %t62 = load <2 x double>, ptr %p61, align 8
  %v63 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t60, <2 x double> %t62, <2 x double> %v58)
  %p64 = getelementptr double, ptr %a0, i64 290
  %t65 = load <2 x double>, ptr %p64, align 8
  %p66 = getelementptr double, ptr %a1, i64 290
  %t67 = load <2 x double>, ptr %p66, align 8
  %v68 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t65, <2 x double> %t67, <2 x double> %v63)
  %p69 = getelementptr double, ptr %a0, i64 292
  %t70 = load <2 x double>, ptr %p69, align 8
  %p71 = getelementptr double, ptr %a1, i64 292
  %t72 = load <2 x double>, ptr %p71, align 8
  %v73 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t70, <2 x double> %t72, <2 x double> %v68)
  %p74 = getelementptr double, ptr %a0, i64 294
  %t75 = load <2 x double>, ptr %p74, align 8
  %p76 = getelementptr double, ptr %a1, i64 294
  %t77 = load <2 x double>, ptr %p76, align 8
  %v78 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t75, <2 x double> %t77, <2 x double> %v73)
  %p79 = getelementptr double, ptr %a0, i64 296
  %t80 = load <2 x double>, ptr %p79, align 8
  %p81 = getelementptr double, ptr %a1, i64 296
  %t82 = load <2 x double>, ptr %p81, align 8
  %v83 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t80, <2 x double> %t82, <2 x double> %v78)
  %p84 = getelementptr double, ptr %a0, i64 298
  %t85 = load <2 x double>, ptr %p84, align 8
  %p86 = getelementptr double, ptr %a1, i64 298
  %t87 = load <2 x double>, ptr %p86, align 8
  %v88 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t85, <2 x double> %t87, <2 x double> %v83)
  %t89 = shufflevector <2 x double> %v88, <2 x double> poison, <1 x i32> <i32 0>
  %t90 = shufflevector <2 x double> %v88, <2 x double> poison, <1 x i32> <i32 1>
  %t91 = extractelement <1 x double> %t89, i32 0
  %t92 = extractelement <1 x double> %t90, i32 0
  %v93 = fadd contract double %t91, %t92
  store double %v93, ptr %a2, align 8
  ret void
}

======== 1 x 2 x 131
; c = dot: 1 x 1 vectors of 2 along the steps
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  br label %loop1
loop1:
  %k1 = phi i64 [0, %entry], [%i22, %loop1]
  %s2 = phi <2 x double> [splat (double -0.0), %entry], [%v10, %loop1]
  %s3 = phi <2 x double> [splat (double -0.0), %entry], [%v13, %loop1]
  %s4 = phi <2 x double> [splat (double -0.0), %entry], [%v18, %loop1]
  %s5 = phi <2 x double> [splat (double -0.0), %entry], [%v21, %loop1]
  %p6 = getelementptr double, ptr %a0, i64 %k1
  %t7 = load <2 x double>, ptr %p6, align 8
  %p8 = getelementptr double, ptr %a1, i64 %k1
  %t9 = load <2 x double>, ptr %p8, align 8
  %v10 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t7, <2 x double> %t9, <2 x double> %s2)
  %p11 = getelementptr double, ptr %p8, i64 131
  %t12 = load <2 x double>, ptr %p11, align 8
  %v13 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t7, <2 x double> %t12, <2 x double> %s3)
  %p14 = getelementptr double, ptr %p6, i64 2
  %t15 = load <2 x double>, ptr %p14, align 8
  %p16 = getelementptr double, ptr %p8, i64 2
  %t17 = load <2 x double>, ptr %p16, align 8
  %v18 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t15, <2 x double> %t17, <2 x double> %s4)
  %p19 = getelementptr double, ptr %p8, i64 133
  %t20 = load <2 x double>, ptr %p19, align 8
  %v21 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t15, <2 x double> %t20, <2 x double> %s5)
  %i22 = add nsw i64 %k1, 4
  %c23 = icmp slt i64 %i22, 128
  br i1 %c23, label %loop1, label %done1
done1:
  %v24 = fadd contract <2 x double> %v10, %v18
  %v25 = fadd contract <2 x double> %v13, %v21
  %p26 = getelementptr double, ptr %a0, i64 128
  %t27 = load <2 x double>, ptr %p26, align 8
  %p28 = getelementptr double, ptr %a1, i64 128
  %t29 = load <2 x double>, ptr %p28, align 8
  %v30 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t27, <2 x double> %t29, <2 x double> %v24)
  %p31 = getelementptr double, ptr %a1, i64 259
  %t32 = load <2 x double>, ptr %p31, align 8
  %v33 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t27, <2 x double> %t32, <2 x double> %v25)
  %p34 = getelementptr double, ptr %a0, i64 130
  %t35 = load double, ptr %p34, align 8
  %t36 = insertelement <2 x double> poison, double %t35, i32 0
  %t37 = shufflevector <2 x double> %t36, <2 x double> poison, <2 x i32> zeroinitializer
  %p38 = getelementptr double, ptr %a1, i64 130
  %p39 = getelementptr double, ptr %a1, i64 130
  %t40 = load double, ptr %p39, align 8
  %t41 = insertelement <2 x double> poison, double %t40, i32 0
  %p42 = getelementptr double, ptr %a1, i64 261
  %t43 = load double, ptr %p42, align 8
  %t44 = insertelement <2 x double> %t41, double %t43, i32 1
  %v45 = fmul contract <2 x double> %t37, %t44
  %t46 = shufflevector <2 x double> %v30, <2 x double> %v33, <2 x i32> <i32 0, i32 2>
  %t47 = shufflevector <2 x double> %v30, <2 x double> %v33, <2 x i32> <i32 1, i32 3>
  %v48 = fadd contract <2 x double> %t46, %t47
  %v49 = fadd contract <2 x double> %v45, %v48
  store <2 x double> %v49, ptr %a2, align 8
  ret void
}

======== rows in blocks of 32
; x = copy: 2 x 1 vectors of 2
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %i2 = srem i64 %rows, 2
  %i3 = sub i64 %rows, %i2
  %i4 = srem i64 %rows, 2
  %i5 = sub i64 %rows, %i4
  %c7 = icmp slt i64 0, %i3
  br i1 %c7, label %loop6, label %done6
loop6:
  %i6 = phi i64 [0, %entry], [%i17, %loop6]
  %i8 = mul nsw i64 %i6, 3
  %p9 = getelementptr double, ptr %a1, i64 %i8
  %t10 = load <2 x double>, ptr %p9, align 8
  %p11 = getelementptr double, ptr %p9, i64 3
  %t12 = load <2 x double>, ptr %p11, align 8
  %t13 = shufflevector <2 x double> %t10, <2 x double> %t12, <2 x i32> <i32 0, i32 2>
  %t14 = shufflevector <2 x double> %t10, <2 x double> %t12, <2 x i32> <i32 1, i32 3>
  %p15 = getelementptr double, ptr %w1, i64 %i6
  store <2 x double> %t13, ptr %p15, align 8
  %p16 = getelementptr double, ptr %p15, i64 32
  store <2 x double> %t14, ptr %p16, align 8
  %i17 = add nsw i64 %i6, 2
  %c18 = icmp slt i64 %i17, %i3
  br i1 %c18, label %loop6, label %done6
done6:
  %c20 = icmp slt i64 %i5, %rows
  br i1 %c20, label %loop19, label %done19
loop19:
  %i19 = phi i64 [%i5, %done6], [%i28, %loop19]
  %i21 = mul nsw i64 %i19, 3
  %p22 = getelementptr double, ptr %a1, i64 %i21
  %t23 = load double, ptr %p22, align 8
  %p24 = getelementptr double, ptr %w1, i64 %i19
  store double %t23, ptr %p24, align 8
  %p25 = getelementptr double, ptr %p22, i64 1
  %t26 = load double, ptr %p25, align 8
  %p27 = getelementptr double, ptr %p24, i64 32
  store double %t26, ptr %p27, align 8
  %i28 = add nsw i64 %i19, 1
  %c29 = icmp slt i64 %i28, %rows
  br i1 %c29, label %loop19, label %done19
done19:
  %i30 = srem i64 %rows, 2
  %i31 = sub i64 %rows, %i30
  %i32 = srem i64 %rows, 2
  %i33 = sub i64 %rows, %i32
  %c35 = icmp slt i64 0, %i31
  br i1 %c35, label %loop34, label %done34
loop34:
  %i34 = phi i64 [0, %done19], [%i46, %loop34]
  %i36 = mul nsw i64 %i34, 3
  %i37 = add nsw i64 2, %i36
  %p38 = getelementptr double, ptr %a1, i64 %i37
  %t39 = load double, ptr %p38, align 8
  %t40 = insertelement <2 x double> poison, double %t39, i32 0
  %p41 = getelementptr double, ptr %p38, i64 3
  %t42 = load double, ptr %p41, align 8
  %t43 = insertelement <2 x double> %t40, double %t42, i32 1
  %i44 = add nsw i64 64, %i34
  %p45 = getelementptr double, ptr %w1, i64 %i44
  store <2 x double> %t43, ptr %p45, align 8
  %i46 = add nsw i64 %i34, 2
  %c47 = icmp slt i64 %i46, %i31
  br i1 %c47, label %loop34, label %done34
done34:
  %c49 = icmp slt i64 %i33, %rows
  br i1 %c49, label %loop48, label %done48
loop48:
  %i48 = phi i64 [%i33, %done34], [%i56, %loop48]
  %i50 = mul nsw i64 %i48, 3
  %i51 = add nsw i64 2, %i50
  %p52 = getelementptr double, ptr %a1, i64 %i51
  %t53 = load double, ptr %p52, align 8
  %i54 = add nsw i64 64, %i48
  %p55 = getelementptr double, ptr %w1, i64 %i54
  store double %t53, ptr %p55, align 8
  %i56 = add nsw i64 %i48, 1
  %c57 = icmp slt i64 %i56, %rows
  br i1 %c57, label %loop48, label %done48
done48:
  ret void
}

; d = copy; net = dot; h = tanh; slope = tanh_slope; delta = dot; h = copy: 1 x 2 vectors of 2
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 96
  %w3 = getelementptr double, ptr %work, i64 160
  %w4 = getelementptr double, ptr %work, i64 328
  %w5 = getelementptr double, ptr %work, i64 392
  %w6 = getelementptr double, ptr %work, i64 456
  br label %loop7
loop7:
  %i7 = phi i64 [0, %entry], [%i163, %done126]
  %i8 = srem i64 %rows, 4
  %i9 = sub i64 %rows, %i8
  %i10 = srem i64 %rows, 2
  %i11 = sub i64 %rows, %i10
  %c13 = icmp slt i64 0, %i9
  br i1 %c13, label %loop12, label %done12
loop12:
  %i12 = phi i64 [0, %loop7], [%i72, %loop12]
  %i14 = mul nsw i64 %i12, 2
  %i15 = add nsw i64 %i7, %i14
  %p16 = getelementptr double, ptr %a2, i64 %i15
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
  %i28 = mul nsw i64 %i7, 4
  %p29 = getelementptr double, ptr %a0, i64 %i28
  %t30 = load double, ptr %p29, align 8
  %t31 = insertelement <4 x double> poison, double %t30, i32 0
  %t32 = shufflevector <4 x double> %t31, <4 x double> poison, <4 x i32> zeroinitializer
  %p33 = getelementptr double, ptr %w1, i64 %i12
  %t34 = load <4 x double>, ptr %p33, align 8
  %v35 = fmul contract <4 x double> %t32, %t34
  %p36 = getelementptr double, ptr %p29, i64 1
  %t37 = load double, ptr %p36, align 8
  %t38 = insertelement <4 x double> poison, double %t37, i32 0
  %t39 = shufflevector <4 x double> %t38, <4 x double> poison, <4 x i32> zeroinitializer
  %p40 = getelementptr double, ptr %p33, i64 32
  %t41 = load <4 x double>, ptr %p40, align 8
  %v42 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t39, <4 x double> %t41, <4 x double> %v35)
  %p43 = getelementptr double, ptr %p29, i64 2
  %t44 = load double, ptr %p43, align 8
  %t45 = insertelement <4 x double> poison, double %t44, i32 0
  %t46 = shufflevector <4 x double> %t45, <4 x double> poison, <4 x i32> zeroinitializer
  %p47 = getelementptr double, ptr %p33, i64 64
  %t48 = load <4 x double>, ptr %p47, align 8
  %v49 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t46, <4 x double> %t48, <4 x double> %v42)
  %p50 = getelementptr double, ptr %p29, i64 3
  %t51 = load double, ptr %p50, align 8
  %t52 = insertelement <4 x double> poison, double %t51, i32 0
  %t53 = shufflevector <4 x double> %t52, <4 x double> poison, <4 x i32> zeroinitializer
  %v54 = fadd contract <4 x double> %v49, %t53
  %v55 = call { <4 x double>, <4 x double> } @tanh_and_slope.x4(<4 x double> %v54)
  %v56 = extractvalue { <4 x double>, <4 x double> } %v55, 1
  %v57 = extractvalue { <4 x double>, <4 x double> } %v55, 0
  %v58 = fmul contract <4 x double> %t27, %v56
  %i59 = mul nsw i64 %i7, 32
  %i60 = add nsw i64 %i59, %i12
  %p61 = getelementptr double, ptr %w6, i64 %i60
  store <4 x double> %v58, ptr %p61, align 8
  %i62 = mul nsw i64 %i12, 2
  %i63 = add nsw i64 %i7, %i62
  %p64 = getelementptr double, ptr %a3, i64 %i63
  %t65 = extractelement <4 x double> %v57, i32 0
  store double %t65, ptr %p64, align 8
  %t66 = extractelement <4 x double> %v57, i32 1
  %p67 = getelementptr double, ptr %p64, i64 2
  store double %t66, ptr %p67, align 8
  %t68 = extractelement <4 x double> %v57, i32 2
  %p69 = getelementptr double, ptr %p64, i64 4
  store double %t68, ptr %p69, align 8
  %t70 = extractelement <4 x double> %v57, i32 3
  %p71 = getelementptr double, ptr %p64, i64 6
  store double %t70, ptr %p71, align 8
  %i72 = add nsw i64 %i12, 4
  %c73 = icmp slt i64 %i72, %i9
  br i1 %c73, label %loop12, label %done12
done12:
  %c75 = icmp slt i64 %i9, %i11
  br i1 %c75, label %loop74, label %done74
loop74:
  %i74 = phi i64 [%i9, %done12], [%i124, %loop74]
  %i76 = mul nsw i64 %i74, 2
  %i77 = add nsw i64 %i7, %i76
  %p78 = getelementptr double, ptr %a2, i64 %i77
  %t79 = load double, ptr %p78, align 8
  %t80 = insertelement <2 x double> poison, double %t79, i32 0
  %p81 = getelementptr double, ptr %p78, i64 2
  %t82 = load double, ptr %p81, align 8
  %t83 = insertelement <2 x double> %t80, double %t82, i32 1
  %i84 = mul nsw i64 %i7, 4
  %p85 = getelementptr double, ptr %a0, i64 %i84
  %t86 = load double, ptr %p85, align 8
  %t87 = insertelement <2 x double> poison, double %t86, i32 0
  %t88 = shufflevector <2 x double> %t87, <2 x double> poison, <2 x i32> zeroinitializer
  %p89 = getelementptr double, ptr %w1, i64 %i74
  %t90 = load <2 x double>, ptr %p89, align 8
  %v91 = fmul contract <2 x double> %t88, %t90
  %p92 = getelementptr double, ptr %p85, i64 1
  %t93 = load double, ptr %p92, align 8
  %t94 = insertelement <2 x double> poison, double %t93, i32 0
  %t95 = shufflevector <2 x double> %t94, <2 x double> poison, <2 x i32> zeroinitializer
  %p96 = getelementptr double, ptr %p89, i64 32
  %t97 = load <2 x double>, ptr %p96, align 8
  %v98 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t95, <2 x double> %t97, <2 x double> %v91)
  %p99 = getelementptr double, ptr %p85, i64 2
  %t100 = load double, ptr %p99, align 8
  %t101 = insertelement <2 x double> poison, double %t100, i32 0
  %t102 = shufflevector <2 x double> %t101, <2 x double> poison, <2 x i32> zeroinitializer
  %p103 = getelementptr double, ptr %p89, i64 64
  %t104 = load <2 x double>, ptr %p103, align 8
  %v105 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t102, <2 x double> %t104, <2 x double> %v98)
  %p106 = getelementptr double, ptr %p85, i64 3
  %t107 = load double, ptr %p106, align 8
  %t108 = insertelement <2 x double> poison, double %t107, i32 0
  %t109 = shufflevector <2 x double> %t108, <2 x double> poison, <2 x i32> zeroinitializer
  %v110 = fadd contract <2 x double> %v105, %t109
  %v111 = call { <2 x double>, <2 x double> } @tanh_and_slope.x2(<2 x double> %v110)
  %v112 = extractvalue { <2 x double>, <2 x double> } %v111, 1
  %v113 = extractvalue { <2 x double>, <2 x double> } %v111, 0
  %v114 = fmul contract <2 x double> %t83, %v112
  %i115 = mul nsw i64 %i7, 32
  %i116 = add nsw i64 %i115, %i74
  %p117 = getelementptr double, ptr %w6, i64 %i116
  store <2 x double> %v114, ptr %p117, align 8
  %i118 = mul nsw i64 %i74, 2
  %i119 = add nsw i64 %i7, %i118
  %p120 = getelementptr double, ptr %a3, i64 %i119
  %t121 = extractelement <2 x double> %v113, i32 0
  store double %t121, ptr %p120, align 8
  %t122 = extractelement <2 x double> %v113, i32 1
  %p123 = getelementptr double, ptr %p120, i64 2
  store double %t122, ptr %p123, align 8
  %i124 = add nsw i64 %i74, 2
  %c125 = icmp slt i64 %i124, %i11
  br i1 %c125, label %loop74, label %done74
done74:
  %c127 = icmp slt i64 %i11, %rows
  br i1 %c127, label %loop126, label %done126
loop126:
  %i126 = phi i64 [%i11, %done74], [%i161, %loop126]
  %i128 = mul nsw i64 %i126, 2
  %i129 = add nsw i64 %i7, %i128
  %p130 = getelementptr double, ptr %a2, i64 %i129
  %t131 = load double, ptr %p130, align 8
  %i132 = mul nsw i64 %i7, 4
  %p133 = getelementptr double, ptr %a0, i64 %i132
  %t134 = load double, ptr %p133, align 8
  %p135 = getelementptr double, ptr %w1, i64 %i126
  %t136 = load double, ptr %p135, align 8
  %v137 = fmul contract double %t134, %t136
  %p138 = getelementptr double, ptr %p133, i64 1
  %t139 = load double, ptr %p138, align 8
  %p140 = getelementptr double, ptr %p135, i64 32
  %t141 = load double, ptr %p140, align 8
  %v142 = call double @llvm.fmuladd.f64(double %t139, double %t141, double %v137)
  %p143 = getelementptr double, ptr %p133, i64 2
  %t144 = load double, ptr %p143, align 8
  %p145 = getelementptr double, ptr %p135, i64 64
  %t146 = load double, ptr %p145, align 8
  %v147 = call double @llvm.fmuladd.f64(double %t144, double %t146, double %v142)
  %p148 = getelementptr double, ptr %p133, i64 3
  %t149 = load double, ptr %p148, align 8
  %v150 = fadd contract double %v147, %t149
  %v151 = call { double, double } @tanh_and_slope.x1(double %v150)
  %v152 = extractvalue { double, double } %v151, 1
  %v153 = extractvalue { double, double } %v151, 0
  %v154 = fmul contract double %t131, %v152
  %i155 = mul nsw i64 %i7, 32
  %i156 = add nsw i64 %i155, %i126
  %p157 = getelementptr double, ptr %w6, i64 %i156
  store double %v154, ptr %p157, align 8
  %i158 = mul nsw i64 %i126, 2
  %i159 = add nsw i64 %i7, %i158
  %p160 = getelementptr double, ptr %a3, i64 %i159
  store double %v153, ptr %p160, align 8
  %i161 = add nsw i64 %i126, 1
  %c162 = icmp slt i64 %i161, %rows
  br i1 %c162, label %loop126, label %done126
done126:
  %i163 = add nsw i64 %i7, 1
  %c164 = icmp slt i64 %i163, 2
  br i1 %c164, label %loop7, label %done7
done7:
  ret void
}

; dx = dot; dx = copy: 1 x 2 vectors of 2
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 232
  %w2 = getelementptr double, ptr %work, i64 456
  br label %loop3
loop3:
  %i3 = phi i64 [0, %entry], [%i84, %done67]
  %i4 = srem i64 %rows, 4
  %i5 = sub i64 %rows, %i4
  %i6 = srem i64 %rows, 2
  %i7 = sub i64 %rows, %i6
  %c9 = icmp slt i64 0, %i5
  br i1 %c9, label %loop8, label %done8
loop8:
  %i8 = phi i64 [0, %loop3], [%i41, %loop8]
  %p10 = getelementptr double, ptr %a0, i64 %i3
  %t11 = load double, ptr %p10, align 8
  %t12 = insertelement <2 x double> poison, double %t11, i32 0
  %t13 = shufflevector <2 x double> %t12, <2 x double> poison, <2 x i32> zeroinitializer
  %p14 = getelementptr double, ptr %w2, i64 %i8
  %t15 = load <2 x double>, ptr %p14, align 8
  %v16 = fmul contract <2 x double> %t13, %t15
  %p17 = getelementptr double, ptr %p10, i64 4
  %t18 = load double, ptr %p17, align 8
  %t19 = insertelement <2 x double> poison, double %t18, i32 0
  %t20 = shufflevector <2 x double> %t19, <2 x double> poison, <2 x i32> zeroinitializer
  %p21 = getelementptr double, ptr %p14, i64 32
  %t22 = load <2 x double>, ptr %p21, align 8
  %v23 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t20, <2 x double> %t22, <2 x double> %v16)
  %p24 = getelementptr double, ptr %p14, i64 2
  %t25 = load <2 x double>, ptr %p24, align 8
  %v26 = fmul contract <2 x double> %t13, %t25
  %p27 = getelementptr double, ptr %p14, i64 34
  %t28 = load <2 x double>, ptr %p27, align 8
  %v29 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t20, <2 x double> %t28, <2 x double> %v26)
  %i30 = mul nsw i64 %i8, 3
  %i31 = add nsw i64 %i3, %i30
  %p32 = getelementptr double, ptr %a5, i64 %i31
  %t33 = extractelement <2 x double> %v23, i32 0
  store double %t33, ptr %p32, align 8
  %t34 = extractelement <2 x double> %v23, i32 1
  %p35 = getelementptr double, ptr %p32, i64 3
  store double %t34, ptr %p35, align 8
  %p36 = getelementptr double, ptr %p32, i64 6
  %t37 = extractelement <2 x double> %v29, i32 0
  %p38 = getelementptr double, ptr %p32, i64 6
  store double %t37, ptr %p38, align 8
  %t39 = extractelement <2 x double> %v29, i32 1
  %p40 = getelementptr double, ptr %p32, i64 9
  store double %t39, ptr %p40, align 8
  %i41 = add nsw i64 %i8, 4
  %c42 = icmp slt i64 %i41, %i5
  br i1 %c42, label %loop8, label %done8
done8:
  %c44 = icmp slt i64 %i5, %i7
  br i1 %c44, label %loop43, label %done43
loop43:
  %i43 = phi i64 [%i5, %done8], [%i65, %loop43]
  %p45 = getelementptr double, ptr %a0, i64 %i3
  %t46 = load double, ptr %p45, align 8
  %t47 = insertelement <2 x double> poison, double %t46, i32 0
  %t48 = shufflevector <2 x double> %t47, <2 x double> poison, <2 x i32> zeroinitializer
  %p49 = getelementptr double, ptr %w2, i64 %i43
  %t50 = load <2 x double>, ptr %p49, align 8
  %v51 = fmul contract <2 x double> %t48, %t50
  %p52 = getelementptr double, ptr %p45, i64 4
  %t53 = load double, ptr %p52, align 8
  %t54 = insertelement <2 x double> poison, double %t53, i32 0
  %t55 = shufflevector <2 x double> %t54, <2 x double> poison, <2 x i32> zeroinitializer
  %p56 = getelementptr double, ptr %p49, i64 32
  %t57 = load <2 x double>, ptr %p56, align 8
  %v58 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t55, <2 x double> %t57, <2 x double> %v51)
  %i59 = mul nsw i64 %i43, 3
  %i60 = add nsw i64 %i3, %i59
  %p61 = getelementptr double, ptr %a5, i64 %i60
  %t62 = extractelement <2 x double> %v58, i32 0
  store double %t62, ptr %p61, align 8
  %t63 = extractelement <2 x double> %v58, i32 1
  %p64 = getelementptr double, ptr %p61, i64 3
  store double %t63, ptr %p64, align 8
  %i65 = add nsw i64 %i43, 2
  %c66 = icmp slt i64 %i65, %i7
  br i1 %c66, label %loop43, label %done43
done43:
  %c68 = icmp slt i64 %i7, %rows
  br i1 %c68, label %loop67, label %done67
loop67:
  %i67 = phi i64 [%i7, %done43], [%i82, %loop67]
  %p69 = getelementptr double, ptr %a0, i64 %i3
  %t70 = load double, ptr %p69, align 8
  %p71 = getelementptr double, ptr %w2, i64 %i67
  %t72 = load double, ptr %p71, align 8
  %v73 = fmul contract double %t70, %t72
  %p74 = getelementptr double, ptr %p69, i64 4
  %t75 = load double, ptr %p74, align 8
  %p76 = getelementptr double, ptr %p71, i64 32
  %t77 = load double, ptr %p76, align 8
  %v78 = call double @llvm.fmuladd.f64(double %t75, double %t77, double %v73)
  %i79 = mul nsw i64 %i67, 3
  %i80 = add nsw i64 %i3, %i79
  %p81 = getelementptr double, ptr %a5, i64 %i80
  store double %v78, ptr %p81, align 8
  %i82 = add nsw i64 %i67, 1
  %c83 = icmp slt i64 %i82, %rows
  br i1 %c83, label %loop67, label %done67
done67:
  %i84 = add nsw i64 %i3, 1
  %c85 = icmp slt i64 %i84, 3
  br i1 %c85, label %loop3, label %done3
done3:
  ret void
}

; g = dot: 2 x 2 vectors of 2
define internal void @kernel3(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 456
  %t2 = load <2 x double>, ptr %a4, align 8
  %p3 = getelementptr double, ptr %a4, i64 4
  %t4 = load <2 x double>, ptr %p3, align 8
  %c8 = icmp slt i64 0, %rows
  br i1 %c8, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i22, %loop5]
  %s6 = phi <2 x double> [%t2, %entry], [%v16, %loop5]
  %s7 = phi <2 x double> [%t4, %entry], [%v21, %loop5]
  %p9 = getelementptr double, ptr %w1, i64 %k5
  %t10 = load double, ptr %p9, align 8
  %t11 = insertelement <2 x double> poison, double %t10, i32 0
  %t12 = shufflevector <2 x double> %t11, <2 x double> poison, <2 x i32> zeroinitializer
  %i13 = mul nsw i64 %k5, 3
  %p14 = getelementptr double, ptr %a1, i64 %i13
  %t15 = load <2 x double>, ptr %p14, align 8
  %v16 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t12, <2 x double> %t15, <2 x double> %s6)
  %p17 = getelementptr double, ptr %p9, i64 32
  %t18 = load double, ptr %p17, align 8
  %t19 = insertelement <2 x double> poison, double %t18, i32 0
  %t20 = shufflevector <2 x double> %t19, <2 x double> poison, <2 x i32> zeroinitializer
  %v21 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t20, <2 x double> %t15, <2 x double> %s7)
  %i22 = add nsw i64 %k5, 1
  %c23 = icmp slt i64 %i22, %rows
  br i1 %c23, label %loop5, label %done5
done5:
  %s24 = phi <2 x double> [%t2, %entry], [%v16, %loop5]
  %s25 = phi <2 x double> [%t4, %entry], [%v21, %loop5]
  store <2 x double> %s24, ptr %a4, align 8
  %p26 = getelementptr double, ptr %a4, i64 4
  store <2 x double> %s25, ptr %p26, align 8
  %p27 = getelementptr double, ptr %a4, i64 2
  %t28 = load double, ptr %p27, align 8
  %p29 = getelementptr double, ptr %p27, i64 4
  %t30 = load double, ptr %p29, align 8
  %c34 = icmp slt i64 0, %rows
  br i1 %c34, label %loop31, label %done31
loop31:
  %k31 = phi i64 [0, %done5], [%i45, %loop31]
  %s32 = phi double [%t28, %done5], [%v41, %loop31]
  %s33 = phi double [%t30, %done5], [%v44, %loop31]
  %p35 = getelementptr double, ptr %w1, i64 %k31
  %t36 = load double, ptr %p35, align 8
  %i37 = mul nsw i64 %k31, 3
  %i38 = add nsw i64 2, %i37
  %p39 = getelementptr double, ptr %a1, i64 %i38
  %t40 = load double, ptr %p39, align 8
  %v41 = call double @llvm.fmuladd.f64(double %t36, double %t40, double %s32)
  %p42 = getelementptr double, ptr %p35, i64 32
  %t43 = load double, ptr %p42, align 8
  %v44 = call double @llvm.fmuladd.f64(double %t43, double %t40, double %s33)
  %i45 = add nsw i64 %k31, 1
  %c46 = icmp slt i64 %i45, %rows
  br i1 %c46, label %loop31, label %done31
done31:
  %s47 = phi double [%t28, %done5], [%v41, %loop31]
  %s48 = phi double [%t30, %done5], [%v44, %loop31]
  store double %s47, ptr %p27, align 8
  %p49 = getelementptr double, ptr %p27, i64 4
  store double %s48, ptr %p49, align 8
  ret void
}

; g = dot: 1 x 1 vectors of 2 along the steps
define internal void @kernel4(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 456
  %p2 = getelementptr double, ptr %a4, i64 3
  %p3 = getelementptr double, ptr %a4, i64 3
  %t4 = load double, ptr %p3, align 8
  %t5 = insertelement <2 x double> poison, double %t4, i32 0
  %p6 = getelementptr double, ptr %a4, i64 7
  %t7 = load double, ptr %p6, align 8
  %t8 = insertelement <2 x double> %t5, double %t7, i32 1
  %i9 = and i64 %rows, -2
  %c13 = icmp slt i64 0, %i9
  br i1 %c13, label %loop10, label %done10
loop10:
  %k10 = phi i64 [0, %entry], [%i20, %loop10]
  %s11 = phi <2 x double> [splat (double -0.0), %entry], [%v16, %loop10]
  %s12 = phi <2 x double> [splat (double -0.0), %entry], [%v19, %loop10]
  %p14 = getelementptr double, ptr %w1, i64 %k10
  %t15 = load <2 x double>, ptr %p14, align 8
  %v16 = fadd contract <2 x double> %s11, %t15
  %p17 = getelementptr double, ptr %p14, i64 32
  %t18 = load <2 x double>, ptr %p17, align 8
  %v19 = fadd contract <2 x double> %s12, %t18
  %i20 = add nsw i64 %k10, 2
  %c21 = icmp slt i64 %i20, %i9
  br i1 %c21, label %loop10, label %done10
done10:
  %s22 = phi <2 x double> [splat (double -0.0), %entry], [%v16, %loop10]
  %s23 = phi <2 x double> [splat (double -0.0), %entry], [%v19, %loop10]
  %c26 = icmp slt i64 %i9, %rows
  br i1 %c26, label %loop24, label %done24
loop24:
  %k24 = phi i64 [%i9, %done10], [%i34, %loop24]
  %s25 = phi <2 x double> [%t8, %done10], [%v33, %loop24]
  %p27 = getelementptr double, ptr %w1, i64 %k24
  %t28 = load double, ptr %p27, align 8
  %t29 = insertelement <2 x double> poison, double %t28, i32 0
  %p30 = getelementptr double, ptr %p27, i64 32
  %t31 = load double, ptr %p30, align 8
  %t32 = insertelement <2 x double> %t29, double %t31, i32 1
  %v33 = fadd contract <2 x double> %s25, %t32
  %i34 = add nsw i64 %k24, 1
  %c35 = icmp slt i64 %i34, %rows
  br i1 %c35, label %loop24, label %done24
done24:
  %s36 = phi <2 x double> [%t8, %done10], [%v33, %loop24]
  %t37 = shufflevector <2 x double> %s22, <2 x double> %s23, <2 x i32> <i32 0, i32 2>
  %t38 = shufflevector <2 x double> %s22, <2 x double> %s23, <2 x i32> <i32 1, i32 3>
  %v39 = fadd contract <2 x double> %t37, %t38
  %v40 = fadd contract <2 x double> %s36, %v39
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
  %i20 = add i64 %rows3, 31
  %i21 = urem i64 %i20, 32
  %i22 = sub i64 %i20, %i21
  %c24 = icmp slt i64 0, %i22
  br i1 %c24, label %loop23, label %done23
loop23:
  %first23 = phi i64 [0, %done16], [%i36, %loop23]
  %i25 = sub i64 %rows3, %first23
  %c26 = icmp slt i64 %i25, 32
  %rows27 = select i1 %c26, i64 %i25, i64 32
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
  %i36 = add nsw i64 %first23, 32
  %c37 = icmp slt i64 %i36, %i22
  br i1 %c37, label %loop23, label %done23
done23:
  ret void
}

======== rows in blocks of 32
; i = copy: 1 x 2 vectors of 2
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %i2 = srem i64 %rows, 4
  %i3 = sub i64 %rows, %i2
  %i4 = srem i64 %rows, 2
  %i5 = sub i64 %rows, %i4
  %c7 = icmp slt i64 0, %i3
  br i1 %c7, label %loop6, label %done6
loop6:
  %i6 = phi i64 [0, %entry], [%i14, %loop6]
  %p8 = getelementptr double, ptr %a0, i64 %i6
  %t9 = load <2 x double>, ptr %p8, align 8
  %p10 = getelementptr double, ptr %w1, i64 %i6
  store <2 x double> %t9, ptr %p10, align 8
  %p11 = getelementptr double, ptr %p8, i64 2
  %t12 = load <2 x double>, ptr %p11, align 8
  %p13 = getelementptr double, ptr %p10, i64 2
  store <2 x double> %t12, ptr %p13, align 8
  %i14 = add nsw i64 %i6, 4
  %c15 = icmp slt i64 %i14, %i3
  br i1 %c15, label %loop6, label %done6
done6:
  %c17 = icmp slt i64 %i3, %i5
  br i1 %c17, label %loop16, label %done16
loop16:
  %i16 = phi i64 [%i3, %done6], [%i21, %loop16]
  %p18 = getelementptr double, ptr %a0, i64 %i16
  %t19 = load <2 x double>, ptr %p18, align 8
  %p20 = getelementptr double, ptr %w1, i64 %i16
  store <2 x double> %t19, ptr %p20, align 8
  %i21 = add nsw i64 %i16, 2
  %c22 = icmp slt i64 %i21, %i5
  br i1 %c22, label %loop16, label %done16
done16:
  %c24 = icmp slt i64 %i5, %rows
  br i1 %c24, label %loop23, label %done23
loop23:
  %i23 = phi i64 [%i5, %done16], [%i28, %loop23]
  %p25 = getelementptr double, ptr %a0, i64 %i23
  %t26 = load double, ptr %p25, align 8
  %p27 = getelementptr double, ptr %w1, i64 %i23
  store double %t26, ptr %p27, align 8
  %i28 = add nsw i64 %i23, 1
  %c29 = icmp slt i64 %i28, %rows
  br i1 %c29, label %loop23, label %done23
done23:
  ret void
}

; mul = mul; dot = dot; mul_2 = mul; tanh = tanh; tanh_slope = tanh_slope; table_2 = copy: 1 x 1 vectors of 1
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 72
  %w2 = getelementptr double, ptr %work, i64 80
  %w3 = getelementptr double, ptr %work, i64 88
  %w4 = getelementptr double, ptr %work, i64 104
  %w5 = getelementptr double, ptr %work, i64 120
  %w6 = getelementptr double, ptr %work, i64 128
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
  %w1 = getelementptr double, ptr %work, i64 96
  %w2 = getelementptr double, ptr %work, i64 112
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
  %w1 = getelementptr double, ptr %work, i64 128
  %p2 = getelementptr double, ptr %w1, i64 1
  store double 0.5, ptr %p2, align 8
  ret void
}

; take_2 = take: 1 x 1 vectors of 1
define internal void @kernel4(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 128
  %w3 = getelementptr double, ptr %work, i64 136
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
  %w1 = getelementptr double, ptr %work, i64 128
  %w2 = getelementptr double, ptr %work, i64 168
  %t3 = load double, ptr %a1, align 8
  %i4 = fptosi double %t3 to i64
  %p5 = getelementptr double, ptr %w1, i64 %i4
  %t6 = load double, ptr %p5, align 8
  store double %t6, ptr %w2, align 8
  ret void
}

; table_3 = copy: 1 x 2 vectors of 2
define internal void @kernel6(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 136
  %w2 = getelementptr double, ptr %work, i64 168
  %w3 = getelementptr double, ptr %work, i64 176
  %i4 = srem i64 %rows, 4
  %i5 = sub i64 %rows, %i4
  %i6 = srem i64 %rows, 2
  %i7 = sub i64 %rows, %i6
  %c9 = icmp slt i64 0, %i5
  br i1 %c9, label %loop8, label %done8
loop8:
  %i8 = phi i64 [0, %entry], [%i26, %loop8]
  %t10 = load double, ptr %a3, align 8
  %t11 = insertelement <2 x double> poison, double %t10, i32 0
  %t12 = shufflevector <2 x double> %t11, <2 x double> poison, <2 x i32> zeroinitializer
  %p13 = getelementptr double, ptr %w3, i64 %i8
  %p14 = getelementptr double, ptr %p13, i64 64
  store <2 x double> %t12, ptr %p14, align 8
  %p15 = getelementptr double, ptr %p13, i64 66
  store <2 x double> %t12, ptr %p15, align 8
  %p16 = getelementptr double, ptr %w1, i64 %i8
  %t17 = load <2 x double>, ptr %p16, align 8
  store <2 x double> %t17, ptr %p13, align 8
  %p18 = getelementptr double, ptr %p16, i64 2
  %t19 = load <2 x double>, ptr %p18, align 8
  %p20 = getelementptr double, ptr %p13, i64 2
  store <2 x double> %t19, ptr %p20, align 8
  %t21 = load double, ptr %w2, align 8
  %t22 = insertelement <2 x double> poison, double %t21, i32 0
  %t23 = shufflevector <2 x double> %t22, <2 x double> poison, <2 x i32> zeroinitializer
  %p24 = getelementptr double, ptr %p13, i64 32
  store <2 x double> %t23, ptr %p24, align 8
  %p25 = getelementptr double, ptr %p13, i64 34
  store <2 x double> %t23, ptr %p25, align 8
  %i26 = add nsw i64 %i8, 4
  %c27 = icmp slt i64 %i26, %i5
  br i1 %c27, label %loop8, label %done8
done8:
  %c29 = icmp slt i64 %i5, %i7
  br i1 %c29, label %loop28, label %done28
loop28:
  %i28 = phi i64 [%i5, %done8], [%i41, %loop28]
  %t30 = load double, ptr %a3, align 8
  %t31 = insertelement <2 x double> poison, double %t30, i32 0
  %t32 = shufflevector <2 x double> %t31, <2 x double> poison, <2 x i32> zeroinitializer
  %p33 = getelementptr double, ptr %w3, i64 %i28
  %p34 = getelementptr double, ptr %p33, i64 64
  store <2 x double> %t32, ptr %p34, align 8
  %p35 = getelementptr double, ptr %w1, i64 %i28
  %t36 = load <2 x double>, ptr %p35, align 8
  store <2 x double> %t36, ptr %p33, align 8
  %t37 = load double, ptr %w2, align 8
  %t38 = insertelement <2 x double> poison, double %t37, i32 0
  %t39 = shufflevector <2 x double> %t38, <2 x double> poison, <2 x i32> zeroinitializer
  %p40 = getelementptr double, ptr %p33, i64 32
  store <2 x double> %t39, ptr %p40, align 8
  %i41 = add nsw i64 %i28, 2
  %c42 = icmp slt i64 %i41, %i7
  br i1 %c42, label %loop28, label %done28
done28:
  %c44 = icmp slt i64 %i7, %rows
  br i1 %c44, label %loop43, label %done43
loop43:
  %i43 = phi i64 [%i7, %done28], [%i52, %loop43]
  %t45 = load double, ptr %a3, align 8
  %p46 = getelementptr double, ptr %w3, i64 %i43
  %p47 = getelementptr double, ptr %p46, i64 64
  store double %t45, ptr %p47, align 8
  %p48 = getelementptr double, ptr %w1, i64 %i43
  %t49 = load double, ptr %p48, align 8
  store double %t49, ptr %p46, align 8
  %t50 = load double, ptr %w2, align 8
  %p51 = getelementptr double, ptr %p46, i64 32
  store double %t50, ptr %p51, align 8
  %i52 = add nsw i64 %i43, 1
  %c53 = icmp slt i64 %i52, %rows
  br i1 %c53, label %loop43, label %done43
done43:
  ret void
}

; mul_3 = mul: 1 x 1 vectors of 1
define internal void @kernel7(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 112
  %w2 = getelementptr double, ptr %work, i64 168
  %w3 = getelementptr double, ptr %work, i64 272
  %t4 = load double, ptr %w1, align 8
  %t5 = load double, ptr %w2, align 8
  %v6 = fmul contract double %t4, %t5
  store double %v6, ptr %w3, align 8
  ret void
}

; take_4 = take: 1 x 1 vectors of 1
define internal void @kernel8(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 176
  %w2 = getelementptr double, ptr %work, i64 280
  %c4 = icmp slt i64 0, %rows
  br i1 %c4, label %loop3, label %done3
loop3:
  %i3 = phi i64 [0, %entry], [%i12, %loop3]
  %t5 = load double, ptr %a1, align 8
  %i6 = fptosi double %t5 to i64
  %i7 = mul nsw i64 %i6, 32
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

; sin = sin; cos = cos; value = dot; dot_2 = dot; value = copy: 1 x 2 vectors of 2
define internal void @kernel9(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 32
  %w3 = getelementptr double, ptr %work, i64 136
  %w4 = getelementptr double, ptr %work, i64 272
  %w5 = getelementptr double, ptr %work, i64 280
  %w6 = getelementptr double, ptr %work, i64 312
  %w7 = getelementptr double, ptr %work, i64 344
  %w8 = getelementptr double, ptr %work, i64 376
  %i9 = srem i64 %rows, 4
  %i10 = sub i64 %rows, %i9
  %i11 = srem i64 %rows, 2
  %i12 = sub i64 %rows, %i11
  %c14 = icmp slt i64 0, %i10
  br i1 %c14, label %loop13, label %done13
loop13:
  %i13 = phi i64 [0, %entry], [%i38, %loop13]
  %p15 = getelementptr double, ptr %w5, i64 %i13
  %t16 = load <4 x double>, ptr %p15, align 8
  %v17 = call <4 x double> @sin.x4(<4 x double> %t16)
  %p18 = getelementptr double, ptr %w6, i64 %i13
  store <4 x double> %v17, ptr %p18, align 8
  %v19 = call <4 x double> @cos.x4(<4 x double> %t16)
  %t20 = load double, ptr %a2, align 8
  %t21 = insertelement <4 x double> poison, double %t20, i32 0
  %t22 = shufflevector <4 x double> %t21, <4 x double> poison, <4 x i32> zeroinitializer
  %p23 = getelementptr double, ptr %w1, i64 %i13
  %t24 = load <4 x double>, ptr %p23, align 8
  %v25 = fmul contract <4 x double> %t22, %t24
  %t26 = load <4 x double>, ptr %p15, align 8
  %p27 = getelementptr double, ptr %w3, i64 %i13
  %t28 = load <4 x double>, ptr %p27, align 8
  %v29 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %t26, <4 x double> %t28, <4 x double> %v25)
  %t30 = load double, ptr %w4, align 8
  %t31 = insertelement <4 x double> poison, double %t30, i32 0
  %t32 = shufflevector <4 x double> %t31, <4 x double> poison, <4 x i32> zeroinitializer
  %v33 = call <4 x double> @llvm.fmuladd.v4f64(<4 x double> %v17, <4 x double> %t32, <4 x double> %v29)
  %v34 = fmul contract <4 x double> %v19, %t32
  %v35 = fadd contract <4 x double> %v34, %t28
  %p36 = getelementptr double, ptr %w8, i64 %i13
  store <4 x double> %v35, ptr %p36, align 8
  %p37 = getelementptr double, ptr %a4, i64 %i13
  store <4 x double> %v33, ptr %p37, align 8
  %i38 = add nsw i64 %i13, 4
  %c39 = icmp slt i64 %i38, %i10
  br i1 %c39, label %loop13, label %done13
done13:
  %c41 = icmp slt i64 %i10, %i12
  br i1 %c41, label %loop40, label %done40
loop40:
  %i40 = phi i64 [%i10, %done13], [%i65, %loop40]
  %p42 = getelementptr double, ptr %w5, i64 %i40
  %t43 = load <2 x double>, ptr %p42, align 8
  %v44 = call <2 x double> @sin.x2(<2 x double> %t43)
  %p45 = getelementptr double, ptr %w6, i64 %i40
  store <2 x double> %v44, ptr %p45, align 8
  %v46 = call <2 x double> @cos.x2(<2 x double> %t43)
  %t47 = load double, ptr %a2, align 8
  %t48 = insertelement <2 x double> poison, double %t47, i32 0
  %t49 = shufflevector <2 x double> %t48, <2 x double> poison, <2 x i32> zeroinitializer
  %p50 = getelementptr double, ptr %w1, i64 %i40
  %t51 = load <2 x double>, ptr %p50, align 8
  %v52 = fmul contract <2 x double> %t49, %t51
  %t53 = load <2 x double>, ptr %p42, align 8
  %p54 = getelementptr double, ptr %w3, i64 %i40
  %t55 = load <2 x double>, ptr %p54, align 8
  %v56 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t53, <2 x double> %t55, <2 x double> %v52)
  %t57 = load double, ptr %w4, align 8
  %t58 = insertelement <2 x double> poison, double %t57, i32 0
  %t59 = shufflevector <2 x double> %t58, <2 x double> poison, <2 x i32> zeroinitializer
  %v60 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %v44, <2 x double> %t59, <2 x double> %v56)
  %v61 = fmul contract <2 x double> %v46, %t59
  %v62 = fadd contract <2 x double> %v61, %t55
  %p63 = getelementptr double, ptr %w8, i64 %i40
  store <2 x double> %v62, ptr %p63, align 8
  %p64 = getelementptr double, ptr %a4, i64 %i40
  store <2 x double> %v60, ptr %p64, align 8
  %i65 = add nsw i64 %i40, 2
  %c66 = icmp slt i64 %i65, %i12
  br i1 %c66, label %loop40, label %done40
done40:
  %c68 = icmp slt i64 %i12, %rows
  br i1 %c68, label %loop67, label %done67
loop67:
  %i67 = phi i64 [%i12, %done40], [%i88, %loop67]
  %p69 = getelementptr double, ptr %w5, i64 %i67
  %t70 = load double, ptr %p69, align 8
  %v71 = call double @"libm.sin"(double %t70)
  %p72 = getelementptr double, ptr %w6, i64 %i67
  store double %v71, ptr %p72, align 8
  %v73 = call double @"libm.cos"(double %t70)
  %t74 = load double, ptr %a2, align 8
  %p75 = getelementptr double, ptr %w1, i64 %i67
  %t76 = load double, ptr %p75, align 8
  %v77 = fmul contract double %t74, %t76
  %t78 = load double, ptr %p69, align 8
  %p79 = getelementptr double, ptr %w3, i64 %i67
  %t80 = load double, ptr %p79, align 8
  %v81 = call double @llvm.fmuladd.f64(double %t78, double %t80, double %v77)
  %t82 = load double, ptr %w4, align 8
  %v83 = call double @llvm.fmuladd.f64(double %v71, double %t82, double %v81)
  %v84 = fmul contract double %v73, %t82
  %v85 = fadd contract double %v84, %t80
  %p86 = getelementptr double, ptr %w8, i64 %i67
  store double %v85, ptr %p86, align 8
  %p87 = getelementptr double, ptr %a4, i64 %i67
  store double %v83, ptr %p87, align 8
  %i88 = add nsw i64 %i67, 1
  %c89 = icmp slt i64 %i88, %rows
  br i1 %c89, label %loop67, label %done67
done67:
  ret void
}

; scatter = copy: 1 x 2 vectors of 2
define internal void @kernel10(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 408
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i29, %done22]
  %i3 = srem i64 %rows, 4
  %i4 = sub i64 %rows, %i3
  %i5 = srem i64 %rows, 2
  %i6 = sub i64 %rows, %i5
  %c8 = icmp slt i64 0, %i4
  br i1 %c8, label %loop7, label %done7
loop7:
  %i7 = phi i64 [0, %loop2], [%i13, %loop7]
  %i9 = mul nsw i64 %i2, 32
  %i10 = add nsw i64 %i9, %i7
  %p11 = getelementptr double, ptr %w1, i64 %i10
  store <2 x double> splat (double 0.0), ptr %p11, align 8
  %p12 = getelementptr double, ptr %p11, i64 2
  store <2 x double> splat (double 0.0), ptr %p12, align 8
  %i13 = add nsw i64 %i7, 4
  %c14 = icmp slt i64 %i13, %i4
  br i1 %c14, label %loop7, label %done7
done7:
  %c16 = icmp slt i64 %i4, %i6
  br i1 %c16, label %loop15, label %done15
loop15:
  %i15 = phi i64 [%i4, %done7], [%i20, %loop15]
  %i17 = mul nsw i64 %i2, 32
  %i18 = add nsw i64 %i17, %i15
  %p19 = getelementptr double, ptr %w1, i64 %i18
  store <2 x double> splat (double 0.0), ptr %p19, align 8
  %i20 = add nsw i64 %i15, 2
  %c21 = icmp slt i64 %i20, %i6
  br i1 %c21, label %loop15, label %done15
done15:
  %c23 = icmp slt i64 %i6, %rows
  br i1 %c23, label %loop22, label %done22
loop22:
  %i22 = phi i64 [%i6, %done15], [%i27, %loop22]
  %i24 = mul nsw i64 %i2, 32
  %i25 = add nsw i64 %i24, %i22
  %p26 = getelementptr double, ptr %w1, i64 %i25
  store double 0.0, ptr %p26, align 8
  %i27 = add nsw i64 %i22, 1
  %c28 = icmp slt i64 %i27, %rows
  br i1 %c28, label %loop22, label %done22
done22:
  %i29 = add nsw i64 %i2, 1
  %c30 = icmp slt i64 %i29, 3
  br i1 %c30, label %loop2, label %done2
done2:
  ret void
}

; scatter = add_at: 1 x 1 vectors of 1
define internal void @kernel11(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 376
  %w2 = getelementptr double, ptr %work, i64 408
  %c4 = icmp slt i64 0, %rows
  br i1 %c4, label %loop3, label %done3
loop3:
  %i3 = phi i64 [0, %entry], [%i14, %loop3]
  %t5 = load double, ptr %a1, align 8
  %i6 = fptosi double %t5 to i64
  %i7 = mul nsw i64 %i6, 32
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

; dot_3 = dot; dot_4 = dot: 1 x 2 vectors of 2
define internal void @kernel12(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 112
  %w2 = getelementptr double, ptr %work, i64 280
  %w3 = getelementptr double, ptr %work, i64 312
  %w4 = getelementptr double, ptr %work, i64 408
  %w5 = getelementptr double, ptr %work, i64 504
  %w6 = getelementptr double, ptr %work, i64 536
  %i7 = srem i64 %rows, 4
  %i8 = sub i64 %rows, %i7
  %i9 = srem i64 %rows, 2
  %i10 = sub i64 %rows, %i9
  %c12 = icmp slt i64 0, %i8
  br i1 %c12, label %loop11, label %done11
loop11:
  %i11 = phi i64 [0, %entry], [%i42, %loop11]
  %p13 = getelementptr double, ptr %w3, i64 %i11
  %t14 = load <2 x double>, ptr %p13, align 8
  %t15 = load double, ptr %w1, align 8
  %t16 = insertelement <2 x double> poison, double %t15, i32 0
  %t17 = shufflevector <2 x double> %t16, <2 x double> poison, <2 x i32> zeroinitializer
  %v18 = fmul contract <2 x double> %t14, %t17
  %p19 = getelementptr double, ptr %w4, i64 %i11
  %p20 = getelementptr double, ptr %p19, i64 32
  %t21 = load <2 x double>, ptr %p20, align 8
  %v22 = fadd contract <2 x double> %v18, %t21
  %p23 = getelementptr double, ptr %w5, i64 %i11
  store <2 x double> %v22, ptr %p23, align 8
  %p24 = getelementptr double, ptr %p13, i64 2
  %t25 = load <2 x double>, ptr %p24, align 8
  %v26 = fmul contract <2 x double> %t25, %t17
  %p27 = getelementptr double, ptr %p19, i64 34
  %t28 = load <2 x double>, ptr %p27, align 8
  %v29 = fadd contract <2 x double> %v26, %t28
  %p30 = getelementptr double, ptr %p23, i64 2
  store <2 x double> %v29, ptr %p30, align 8
  %p31 = getelementptr double, ptr %w2, i64 %i11
  %t32 = load <2 x double>, ptr %p31, align 8
  %t33 = load <2 x double>, ptr %p19, align 8
  %v34 = fadd contract <2 x double> %t32, %t33
  %p35 = getelementptr double, ptr %w6, i64 %i11
  store <2 x double> %v34, ptr %p35, align 8
  %p36 = getelementptr double, ptr %p31, i64 2
  %t37 = load <2 x double>, ptr %p36, align 8
  %p38 = getelementptr double, ptr %p19, i64 2
  %t39 = load <2 x double>, ptr %p38, align 8
  %v40 = fadd contract <2 x double> %t37, %t39
  %p41 = getelementptr double, ptr %p35, i64 2
  store <2 x double> %v40, ptr %p41, align 8
  %i42 = add nsw i64 %i11, 4
  %c43 = icmp slt i64 %i42, %i8
  br i1 %c43, label %loop11, label %done11
done11:
  %c45 = icmp slt i64 %i8, %i10
  br i1 %c45, label %loop44, label %done44
loop44:
  %i44 = phi i64 [%i8, %done11], [%i62, %loop44]
  %p46 = getelementptr double, ptr %w3, i64 %i44
  %t47 = load <2 x double>, ptr %p46, align 8
  %t48 = load double, ptr %w1, align 8
  %t49 = insertelement <2 x double> poison, double %t48, i32 0
  %t50 = shufflevector <2 x double> %t49, <2 x double> poison, <2 x i32> zeroinitializer
  %v51 = fmul contract <2 x double> %t47, %t50
  %p52 = getelementptr double, ptr %w4, i64 %i44
  %p53 = getelementptr double, ptr %p52, i64 32
  %t54 = load <2 x double>, ptr %p53, align 8
  %v55 = fadd contract <2 x double> %v51, %t54
  %p56 = getelementptr double, ptr %w5, i64 %i44
  store <2 x double> %v55, ptr %p56, align 8
  %p57 = getelementptr double, ptr %w2, i64 %i44
  %t58 = load <2 x double>, ptr %p57, align 8
  %t59 = load <2 x double>, ptr %p52, align 8
  %v60 = fadd contract <2 x double> %t58, %t59
  %p61 = getelementptr double, ptr %w6, i64 %i44
  store <2 x double> %v60, ptr %p61, align 8
  %i62 = add nsw i64 %i44, 2
  %c63 = icmp slt i64 %i62, %i10
  br i1 %c63, label %loop44, label %done44
done44:
  %c65 = icmp slt i64 %i10, %rows
  br i1 %c65, label %loop64, label %done64
loop64:
  %i64 = phi i64 [%i10, %done44], [%i80, %loop64]
  %p66 = getelementptr double, ptr %w3, i64 %i64
  %t67 = load double, ptr %p66, align 8
  %t68 = load double, ptr %w1, align 8
  %v69 = fmul contract double %t67, %t68
  %p70 = getelementptr double, ptr %w4, i64 %i64
  %p71 = getelementptr double, ptr %p70, i64 32
  %t72 = load double, ptr %p71, align 8
  %v73 = fadd contract double %v69, %t72
  %p74 = getelementptr double, ptr %w5, i64 %i64
  store double %v73, ptr %p74, align 8
  %p75 = getelementptr double, ptr %w2, i64 %i64
  %t76 = load double, ptr %p75, align 8
  %t77 = load double, ptr %p70, align 8
  %v78 = fadd contract double %t76, %t77
  %p79 = getelementptr double, ptr %w6, i64 %i64
  store double %v78, ptr %p79, align 8
  %i80 = add nsw i64 %i64, 1
  %c81 = icmp slt i64 %i80, %rows
  br i1 %c81, label %loop64, label %done64
done64:
  ret void
}

; scatter_2 = copy: 1 x 2 vectors of 2
define internal void @kernel13(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 568
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i29, %done22]
  %i3 = srem i64 %rows, 4
  %i4 = sub i64 %rows, %i3
  %i5 = srem i64 %rows, 2
  %i6 = sub i64 %rows, %i5
  %c8 = icmp slt i64 0, %i4
  br i1 %c8, label %loop7, label %done7
loop7:
  %i7 = phi i64 [0, %loop2], [%i13, %loop7]
  %i9 = mul nsw i64 %i2, 32
  %i10 = add nsw i64 %i9, %i7
  %p11 = getelementptr double, ptr %w1, i64 %i10
  store <2 x double> splat (double 0.0), ptr %p11, align 8
  %p12 = getelementptr double, ptr %p11, i64 2
  store <2 x double> splat (double 0.0), ptr %p12, align 8
  %i13 = add nsw i64 %i7, 4
  %c14 = icmp slt i64 %i13, %i4
  br i1 %c14, label %loop7, label %done7
done7:
  %c16 = icmp slt i64 %i4, %i6
  br i1 %c16, label %loop15, label %done15
loop15:
  %i15 = phi i64 [%i4, %done7], [%i20, %loop15]
  %i17 = mul nsw i64 %i2, 32
  %i18 = add nsw i64 %i17, %i15
  %p19 = getelementptr double, ptr %w1, i64 %i18
  store <2 x double> splat (double 0.0), ptr %p19, align 8
  %i20 = add nsw i64 %i15, 2
  %c21 = icmp slt i64 %i20, %i6
  br i1 %c21, label %loop15, label %done15
done15:
  %c23 = icmp slt i64 %i6, %rows
  br i1 %c23, label %loop22, label %done22
loop22:
  %i22 = phi i64 [%i6, %done15], [%i27, %loop22]
  %i24 = mul nsw i64 %i2, 32
  %i25 = add nsw i64 %i24, %i22
  %p26 = getelementptr double, ptr %w1, i64 %i25
  store double 0.0, ptr %p26, align 8
  %i27 = add nsw i64 %i22, 1
  %c28 = icmp slt i64 %i27, %rows
  br i1 %c28, label %loop22, label %done22
done22:
  %i29 = add nsw i64 %i2, 1
  %c30 = icmp slt i64 %i29, 5
  br i1 %c30, label %loop2, label %done2
done2:
  ret void
}

; scatter_2 = add_at: 1 x 1 vectors of 1
define internal void @kernel14(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 536
  %w3 = getelementptr double, ptr %work, i64 568
  %c5 = icmp slt i64 0, %rows
  br i1 %c5, label %loop4, label %done4
loop4:
  %i4 = phi i64 [0, %entry], [%i16, %loop4]
  %p6 = getelementptr double, ptr %w1, i64 %i4
  %t7 = load double, ptr %p6, align 8
  %i8 = fptosi double %t7 to i64
  %i9 = mul nsw i64 %i8, 32
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
  %w1 = getelementptr double, ptr %work, i64 504
  %w2 = getelementptr double, ptr %work, i64 568
  %c4 = icmp slt i64 0, %rows
  br i1 %c4, label %loop3, label %done3
loop3:
  %i3 = phi i64 [0, %entry], [%i14, %loop3]
  %t5 = load double, ptr %a1, align 8
  %i6 = fptosi double %t5 to i64
  %i7 = mul nsw i64 %i6, 32
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

; mul_4 = mul: 1 x 2 vectors of 2
define internal void @kernel16(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 120
  %w2 = getelementptr double, ptr %work, i64 568
  %w3 = getelementptr double, ptr %work, i64 728
  %i4 = srem i64 %rows, 4
  %i5 = sub i64 %rows, %i4
  %i6 = srem i64 %rows, 2
  %i7 = sub i64 %rows, %i6
  %c9 = icmp slt i64 0, %i5
  br i1 %c9, label %loop8, label %done8
loop8:
  %i8 = phi i64 [0, %entry], [%i21, %loop8]
  %t10 = load double, ptr %w1, align 8
  %t11 = insertelement <2 x double> poison, double %t10, i32 0
  %t12 = shufflevector <2 x double> %t11, <2 x double> poison, <2 x i32> zeroinitializer
  %p13 = getelementptr double, ptr %w2, i64 %i8
  %t14 = load <2 x double>, ptr %p13, align 8
  %v15 = fmul contract <2 x double> %t12, %t14
  %p16 = getelementptr double, ptr %w3, i64 %i8
  store <2 x double> %v15, ptr %p16, align 8
  %p17 = getelementptr double, ptr %p13, i64 2
  %t18 = load <2 x double>, ptr %p17, align 8
  %v19 = fmul contract <2 x double> %t12, %t18
  %p20 = getelementptr double, ptr %p16, i64 2
  store <2 x double> %v19, ptr %p20, align 8
  %i21 = add nsw i64 %i8, 4
  %c22 = icmp slt i64 %i21, %i5
  br i1 %c22, label %loop8, label %done8
done8:
  %c24 = icmp slt i64 %i5, %i7
  br i1 %c24, label %loop23, label %done23
loop23:
  %i23 = phi i64 [%i5, %done8], [%i32, %loop23]
  %t25 = load double, ptr %w1, align 8
  %t26 = insertelement <2 x double> poison, double %t25, i32 0
  %t27 = shufflevector <2 x double> %t26, <2 x double> poison, <2 x i32> zeroinitializer
  %p28 = getelementptr double, ptr %w2, i64 %i23
  %t29 = load <2 x double>, ptr %p28, align 8
  %v30 = fmul contract <2 x double> %t27, %t29
  %p31 = getelementptr double, ptr %w3, i64 %i23
  store <2 x double> %v30, ptr %p31, align 8
  %i32 = add nsw i64 %i23, 2
  %c33 = icmp slt i64 %i32, %i7
  br i1 %c33, label %loop23, label %done23
done23:
  %c35 = icmp slt i64 %i7, %rows
  br i1 %c35, label %loop34, label %done34
loop34:
  %i34 = phi i64 [%i7, %done23], [%i41, %loop34]
  %t36 = load double, ptr %w1, align 8
  %p37 = getelementptr double, ptr %w2, i64 %i34
  %t38 = load double, ptr %p37, align 8
  %v39 = fmul contract double %t36, %t38
  %p40 = getelementptr double, ptr %w3, i64 %i34
  store double %v39, ptr %p40, align 8
  %i41 = add nsw i64 %i34, 1
  %c42 = icmp slt i64 %i41, %rows
  br i1 %c42, label %loop34, label %done34
done34:
  ret void
}

; gradient = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel17(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 568
  %p2 = getelementptr double, ptr %a5, i64 2
  %t3 = load double, ptr %p2, align 8
  %i4 = and i64 %rows, -2
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i16, %loop5]
  %s6 = phi <2 x double> [splat (double -0.0), %entry], [%v15, %loop5]
  %p8 = getelementptr double, ptr %w1, i64 %k5
  %p9 = getelementptr double, ptr %p8, i64 96
  %t10 = load <2 x double>, ptr %p9, align 8
  %p11 = getelementptr double, ptr %a3, i64 1
  %t12 = load double, ptr %p11, align 8
  %t13 = insertelement <2 x double> poison, double %t12, i32 0
  %t14 = shufflevector <2 x double> %t13, <2 x double> poison, <2 x i32> zeroinitializer
  %v15 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t10, <2 x double> %t14, <2 x double> %s6)
  %i16 = add nsw i64 %k5, 2
  %c17 = icmp slt i64 %i16, %i4
  br i1 %c17, label %loop5, label %done5
done5:
  %s18 = phi <2 x double> [splat (double -0.0), %entry], [%v15, %loop5]
  %c21 = icmp slt i64 %i4, %rows
  br i1 %c21, label %loop19, label %done19
loop19:
  %k19 = phi i64 [%i4, %done5], [%i28, %loop19]
  %s20 = phi double [%t3, %done5], [%v27, %loop19]
  %p22 = getelementptr double, ptr %w1, i64 %k19
  %p23 = getelementptr double, ptr %p22, i64 96
  %t24 = load double, ptr %p23, align 8
  %p25 = getelementptr double, ptr %a3, i64 1
  %t26 = load double, ptr %p25, align 8
  %v27 = call double @llvm.fmuladd.f64(double %t24, double %t26, double %s20)
  %i28 = add nsw i64 %k19, 1
  %c29 = icmp slt i64 %i28, %rows
  br i1 %c29, label %loop19, label %done19
done19:
  %s30 = phi double [%t3, %done5], [%v27, %loop19]
  %t31 = shufflevector <2 x double> %s18, <2 x double> poison, <1 x i32> <i32 0>
  %t32 = shufflevector <2 x double> %s18, <2 x double> poison, <1 x i32> <i32 1>
  %t33 = extractelement <1 x double> %t31, i32 0
  %t34 = extractelement <1 x double> %t32, i32 0
  %v35 = fadd contract double %t33, %t34
  %v36 = fadd contract double %s30, %v35
  %p37 = getelementptr double, ptr %a5, i64 2
  store double %v36, ptr %p37, align 8
  ret void
}

; gradient = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel18(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 568
  %p2 = getelementptr double, ptr %a5, i64 1
  %t3 = load double, ptr %p2, align 8
  %i4 = and i64 %rows, -2
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i16, %loop5]
  %s6 = phi <2 x double> [splat (double -0.0), %entry], [%v15, %loop5]
  %p8 = getelementptr double, ptr %w1, i64 %k5
  %p9 = getelementptr double, ptr %p8, i64 96
  %t10 = load <2 x double>, ptr %p9, align 8
  %p11 = getelementptr double, ptr %a3, i64 2
  %t12 = load double, ptr %p11, align 8
  %t13 = insertelement <2 x double> poison, double %t12, i32 0
  %t14 = shufflevector <2 x double> %t13, <2 x double> poison, <2 x i32> zeroinitializer
  %v15 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t10, <2 x double> %t14, <2 x double> %s6)
  %i16 = add nsw i64 %k5, 2
  %c17 = icmp slt i64 %i16, %i4
  br i1 %c17, label %loop5, label %done5
done5:
  %s18 = phi <2 x double> [splat (double -0.0), %entry], [%v15, %loop5]
  %c21 = icmp slt i64 %i4, %rows
  br i1 %c21, label %loop19, label %done19
loop19:
  %k19 = phi i64 [%i4, %done5], [%i28, %loop19]
  %s20 = phi double [%t3, %done5], [%v27, %loop19]
  %p22 = getelementptr double, ptr %w1, i64 %k19
  %p23 = getelementptr double, ptr %p22, i64 96
  %t24 = load double, ptr %p23, align 8
  %p25 = getelementptr double, ptr %a3, i64 2
  %t26 = load double, ptr %p25, align 8
  %v27 = call double @llvm.fmuladd.f64(double %t24, double %t26, double %s20)
  %i28 = add nsw i64 %k19, 1
  %c29 = icmp slt i64 %i28, %rows
  br i1 %c29, label %loop19, label %done19
done19:
  %s30 = phi double [%t3, %done5], [%v27, %loop19]
  %i31 = and i64 %rows, -2
  %c34 = icmp slt i64 0, %i31
  br i1 %c34, label %loop32, label %done32
loop32:
  %k32 = phi i64 [0, %done19], [%i39, %loop32]
  %s33 = phi <2 x double> [%s18, %done19], [%v38, %loop32]
  %p35 = getelementptr double, ptr %w1, i64 %k32
  %p36 = getelementptr double, ptr %p35, i64 64
  %t37 = load <2 x double>, ptr %p36, align 8
  %v38 = fadd contract <2 x double> %s33, %t37
  %i39 = add nsw i64 %k32, 2
  %c40 = icmp slt i64 %i39, %i31
  br i1 %c40, label %loop32, label %done32
done32:
  %s41 = phi <2 x double> [%s18, %done19], [%v38, %loop32]
  %c44 = icmp slt i64 %i31, %rows
  br i1 %c44, label %loop42, label %done42
loop42:
  %k42 = phi i64 [%i31, %done32], [%i49, %loop42]
  %s43 = phi double [%s30, %done32], [%v48, %loop42]
  %p45 = getelementptr double, ptr %w1, i64 %k42
  %p46 = getelementptr double, ptr %p45, i64 64
  %t47 = load double, ptr %p46, align 8
  %v48 = fadd contract double %s43, %t47
  %i49 = add nsw i64 %k42, 1
  %c50 = icmp slt i64 %i49, %rows
  br i1 %c50, label %loop42, label %done42
done42:
  %s51 = phi double [%s30, %done32], [%v48, %loop42]
  %t52 = shufflevector <2 x double> %s41, <2 x double> poison, <1 x i32> <i32 0>
  %t53 = shufflevector <2 x double> %s41, <2 x double> poison, <1 x i32> <i32 1>
  %t54 = extractelement <1 x double> %t52, i32 0
  %t55 = extractelement <1 x double> %t53, i32 0
  %v56 = fadd contract double %t54, %t55
  %v57 = fadd contract double %s51, %v56
  %p58 = getelementptr double, ptr %a5, i64 1
  store double %v57, ptr %p58, align 8
  ret void
}

; gradient = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel19(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 408
  %w2 = getelementptr double, ptr %work, i64 728
  %t3 = load double, ptr %a5, align 8
  %i4 = and i64 %rows, -2
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i14, %loop5]
  %s6 = phi <2 x double> [splat (double -0.0), %entry], [%v13, %loop5]
  %p8 = getelementptr double, ptr %w2, i64 %k5
  %t9 = load <2 x double>, ptr %p8, align 8
  %t10 = load double, ptr %a2, align 8
  %t11 = insertelement <2 x double> poison, double %t10, i32 0
  %t12 = shufflevector <2 x double> %t11, <2 x double> poison, <2 x i32> zeroinitializer
  %v13 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t9, <2 x double> %t12, <2 x double> %s6)
  %i14 = add nsw i64 %k5, 2
  %c15 = icmp slt i64 %i14, %i4
  br i1 %c15, label %loop5, label %done5
done5:
  %s16 = phi <2 x double> [splat (double -0.0), %entry], [%v13, %loop5]
  %c19 = icmp slt i64 %i4, %rows
  br i1 %c19, label %loop17, label %done17
loop17:
  %k17 = phi i64 [%i4, %done5], [%i24, %loop17]
  %s18 = phi double [%t3, %done5], [%v23, %loop17]
  %p20 = getelementptr double, ptr %w2, i64 %k17
  %t21 = load double, ptr %p20, align 8
  %t22 = load double, ptr %a2, align 8
  %v23 = call double @llvm.fmuladd.f64(double %t21, double %t22, double %s18)
  %i24 = add nsw i64 %k17, 1
  %c25 = icmp slt i64 %i24, %rows
  br i1 %c25, label %loop17, label %done17
done17:
  %s26 = phi double [%t3, %done5], [%v23, %loop17]
  %i27 = and i64 %rows, -2
  %c30 = icmp slt i64 0, %i27
  br i1 %c30, label %loop28, label %done28
loop28:
  %k28 = phi i64 [0, %done17], [%i35, %loop28]
  %s29 = phi <2 x double> [%s16, %done17], [%v34, %loop28]
  %p31 = getelementptr double, ptr %w1, i64 %k28
  %p32 = getelementptr double, ptr %p31, i64 64
  %t33 = load <2 x double>, ptr %p32, align 8
  %v34 = fadd contract <2 x double> %s29, %t33
  %i35 = add nsw i64 %k28, 2
  %c36 = icmp slt i64 %i35, %i27
  br i1 %c36, label %loop28, label %done28
done28:
  %s37 = phi <2 x double> [%s16, %done17], [%v34, %loop28]
  %c40 = icmp slt i64 %i27, %rows
  br i1 %c40, label %loop38, label %done38
loop38:
  %k38 = phi i64 [%i27, %done28], [%i45, %loop38]
  %s39 = phi double [%s26, %done28], [%v44, %loop38]
  %p41 = getelementptr double, ptr %w1, i64 %k38
  %p42 = getelementptr double, ptr %p41, i64 64
  %t43 = load double, ptr %p42, align 8
  %v44 = fadd contract double %s39, %t43
  %i45 = add nsw i64 %k38, 1
  %c46 = icmp slt i64 %i45, %rows
  br i1 %c46, label %loop38, label %done38
done38:
  %s47 = phi double [%s26, %done28], [%v44, %loop38]
  %t48 = shufflevector <2 x double> %s37, <2 x double> poison, <1 x i32> <i32 0>
  %t49 = shufflevector <2 x double> %s37, <2 x double> poison, <1 x i32> <i32 1>
  %t50 = extractelement <1 x double> %t48, i32 0
  %t51 = extractelement <1 x double> %t49, i32 0
  %v52 = fadd contract double %t50, %t51
  %v53 = fadd contract double %s47, %v52
  store double %v53, ptr %a5, align 8
  ret void
}

; gradient = dot: 1 x 1 vectors of 1 along the steps
define internal void @kernel20(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, ptr %a5, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 568
  %p2 = getelementptr double, ptr %a5, i64 3
  %t3 = load double, ptr %p2, align 8
  %i4 = and i64 %rows, -2
  %c7 = icmp slt i64 0, %i4
  br i1 %c7, label %loop5, label %done5
loop5:
  %k5 = phi i64 [0, %entry], [%i12, %loop5]
  %s6 = phi <2 x double> [splat (double -0.0), %entry], [%v11, %loop5]
  %p8 = getelementptr double, ptr %w1, i64 %k5
  %p9 = getelementptr double, ptr %p8, i64 128
  %t10 = load <2 x double>, ptr %p9, align 8
  %v11 = fadd contract <2 x double> %s6, %t10
  %i12 = add nsw i64 %k5, 2
  %c13 = icmp slt i64 %i12, %i4
  br i1 %c13, label %loop5, label %done5
done5:
  %s14 = phi <2 x double> [splat (double -0.0), %entry], [%v11, %loop5]
  %c17 = icmp slt i64 %i4, %rows
  br i1 %c17, label %loop15, label %done15
loop15:
  %k15 = phi i64 [%i4, %done5], [%i22, %loop15]
  %s16 = phi double [%t3, %done5], [%v21, %loop15]
  %p18 = getelementptr double, ptr %w1, i64 %k15
  %p19 = getelementptr double, ptr %p18, i64 128
  %t20 = load double, ptr %p19, align 8
  %v21 = fadd contract double %s16, %t20
  %i22 = add nsw i64 %k15, 1
  %c23 = icmp slt i64 %i22, %rows
  br i1 %c23, label %loop15, label %done15
done15:
  %s24 = phi double [%t3, %done5], [%v21, %loop15]
  %t25 = shufflevector <2 x double> %s14, <2 x double> poison, <1 x i32> <i32 0>
  %t26 = shufflevector <2 x double> %s14, <2 x double> poison, <1 x i32> <i32 1>
  %t27 = extractelement <1 x double> %t25, i32 0
  %t28 = extractelement <1 x double> %t26, i32 0
  %v29 = fadd contract double %t27, %t28
  %v30 = fadd contract double %s24, %v29
  %p31 = getelementptr double, ptr %a5, i64 3
  store double %v30, ptr %p31, align 8
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
  %i20 = add i64 %rows3, 31
  %i21 = urem i64 %i20, 32
  %i22 = sub i64 %i20, %i21
  %c24 = icmp slt i64 0, %i22
  br i1 %c24, label %loop23, label %done23
loop23:
  %first23 = phi i64 [0, %done16], [%i30, %loop23]
  %i25 = sub i64 %rows3, %first23
  %c26 = icmp slt i64 %i25, 32
  %rows27 = select i1 %c26, i64 %i25, i64 32
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
  %i30 = add nsw i64 %first23, 32
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

; dot = dot: 1 x 2 vectors of 2
define internal void @kernel2(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 8
  %w2 = getelementptr double, ptr %work, i64 24
  %t3 = load double, ptr %w1, align 8
  %t4 = insertelement <2 x double> poison, double %t3, i32 0
  %t5 = shufflevector <2 x double> %t4, <2 x double> poison, <2 x i32> zeroinitializer
  %t6 = load double, ptr %a2, align 8
  %t7 = insertelement <2 x double> poison, double %t6, i32 0
  %p8 = getelementptr double, ptr %a2, i64 2
  %t9 = load double, ptr %p8, align 8
  %t10 = insertelement <2 x double> %t7, double %t9, i32 1
  %v11 = fmul contract <2 x double> %t5, %t10
  %p12 = getelementptr double, ptr %w1, i64 1
  %t13 = load double, ptr %p12, align 8
  %t14 = insertelement <2 x double> poison, double %t13, i32 0
  %t15 = shufflevector <2 x double> %t14, <2 x double> poison, <2 x i32> zeroinitializer
  %p16 = getelementptr double, ptr %a2, i64 1
  %p17 = getelementptr double, ptr %a2, i64 1
  %t18 = load double, ptr %p17, align 8
  %t19 = insertelement <2 x double> poison, double %t18, i32 0
  %p20 = getelementptr double, ptr %a2, i64 3
  %t21 = load double, ptr %p20, align 8
  %t22 = insertelement <2 x double> %t19, double %t21, i32 1
  %v23 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t15, <2 x double> %t22, <2 x double> %v11)
  store <2 x double> %v23, ptr %w2, align 8
  %p24 = getelementptr double, ptr %a2, i64 4
  %p25 = getelementptr double, ptr %a2, i64 4
  %t26 = load double, ptr %p25, align 8
  %t27 = insertelement <2 x double> poison, double %t26, i32 0
  %p28 = getelementptr double, ptr %a2, i64 6
  %t29 = load double, ptr %p28, align 8
  %t30 = insertelement <2 x double> %t27, double %t29, i32 1
  %v31 = fmul contract <2 x double> %t5, %t30
  %p32 = getelementptr double, ptr %a2, i64 5
  %p33 = getelementptr double, ptr %a2, i64 5
  %t34 = load double, ptr %p33, align 8
  %t35 = insertelement <2 x double> poison, double %t34, i32 0
  %p36 = getelementptr double, ptr %a2, i64 7
  %t37 = load double, ptr %p36, align 8
  %t38 = insertelement <2 x double> %t35, double %t37, i32 1
  %v39 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t15, <2 x double> %t38, <2 x double> %v31)
  %p40 = getelementptr double, ptr %w2, i64 2
  store <2 x double> %v39, ptr %p40, align 8
  %t41 = load double, ptr %w1, align 8
  %p42 = getelementptr double, ptr %a2, i64 8
  %t43 = load double, ptr %p42, align 8
  %v44 = fmul contract double %t41, %t43
  %p45 = getelementptr double, ptr %w1, i64 1
  %t46 = load double, ptr %p45, align 8
  %p47 = getelementptr double, ptr %p42, i64 1
  %t48 = load double, ptr %p47, align 8
  %v49 = call double @llvm.fmuladd.f64(double %t46, double %t48, double %v44)
  %p50 = getelementptr double, ptr %w2, i64 4
  store double %v49, ptr %p50, align 8
  ret void
}

; max = max; abs = abs; lt = lt: 1 x 1 vectors of 1 along the steps
define internal void @kernel3(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 24
  %w2 = getelementptr double, ptr %work, i64 32
  %w3 = getelementptr double, ptr %work, i64 40
  %w4 = getelementptr double, ptr %work, i64 64
  %t5 = load <2 x double>, ptr %w1, align 8
  %p6 = getelementptr double, ptr %w1, i64 2
  %t7 = load <2 x double>, ptr %p6, align 8
  %v8 = fcmp ogt <2 x double> %t5, %t7
  %v9 = fcmp oge <2 x double> %t7, %t5
  %v10 = fadd <2 x double> %t5, %t7
  %v11 = select <2 x i1> %v9, <2 x double> %t7, <2 x double> %v10
  %v12 = select <2 x i1> %v8, <2 x double> %t5, <2 x double> %v11
  %p13 = getelementptr double, ptr %w1, i64 4
  %t14 = load double, ptr %p13, align 8
  %t15 = shufflevector <2 x double> %v12, <2 x double> poison, <1 x i32> <i32 0>
  %t16 = shufflevector <2 x double> %v12, <2 x double> poison, <1 x i32> <i32 1>
  %t17 = extractelement <1 x double> %t15, i32 0
  %t18 = extractelement <1 x double> %t16, i32 0
  %v19 = fcmp ogt double %t17, %t18
  %v20 = fcmp oge double %t18, %t17
  %v21 = fadd double %t17, %t18
  %v22 = select i1 %v20, double %t18, double %v21
  %v23 = select i1 %v19, double %t17, double %v22
  %v24 = fcmp ogt double %t14, %v23
  %v25 = fcmp oge double %v23, %t14
  %v26 = fadd double %t14, %v23
  %v27 = select i1 %v25, double %v23, double %v26
  %v28 = select i1 %v24, double %t14, double %v27
  store double %v28, ptr %w2, align 8
  %v29 = call double @llvm.fabs.f64(double %v28)
  %v30 = fcmp olt double %v29, 0x7FF0000000000000
  %t31 = uitofp i1 %v30 to double
  store double %t31, ptr %w4, align 8
  ret void
}

; sub = sub; exp = exp: 1 x 2 vectors of 2
define internal void @kernel4(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 24
  %w2 = getelementptr double, ptr %work, i64 32
  %w3 = getelementptr double, ptr %work, i64 48
  %w4 = getelementptr double, ptr %work, i64 72
  %t5 = load <4 x double>, ptr %w1, align 8
  %t6 = load double, ptr %w2, align 8
  %t7 = insertelement <4 x double> poison, double %t6, i32 0
  %t8 = shufflevector <4 x double> %t7, <4 x double> poison, <4 x i32> zeroinitializer
  %v9 = fsub contract <4 x double> %t5, %t8
  %v10 = call <4 x double> @exp.x4(<4 x double> %v9)
  store <4 x double> %v10, ptr %w4, align 8
  %p11 = getelementptr double, ptr %w1, i64 4
  %t12 = load double, ptr %p11, align 8
  %t13 = load double, ptr %w2, align 8
  %v14 = fsub contract double %t12, %t13
  %v15 = call double @exp.x1(double %v14)
  %p16 = getelementptr double, ptr %w4, i64 4
  store double %v15, ptr %p16, align 8
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

; scatter = copy: 1 x 2 vectors of 2
define internal void @kernel6(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 80
  store <2 x double> splat (double 0.0), ptr %w1, align 8
  %p2 = getelementptr double, ptr %w1, i64 2
  store <2 x double> splat (double 0.0), ptr %p2, align 8
  %p3 = getelementptr double, ptr %w1, i64 4
  store double 0.0, ptr %p3, align 8
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
  %t3 = load <2 x double>, ptr %w1, align 8
  %p4 = getelementptr double, ptr %w1, i64 2
  %t5 = load <2 x double>, ptr %p4, align 8
  %v6 = fadd contract <2 x double> %t3, %t5
  %p7 = getelementptr double, ptr %w1, i64 4
  %t8 = load double, ptr %p7, align 8
  %t9 = shufflevector <2 x double> %v6, <2 x double> poison, <1 x i32> <i32 0>
  %t10 = shufflevector <2 x double> %v6, <2 x double> poison, <1 x i32> <i32 1>
  %t11 = extractelement <1 x double> %t9, i32 0
  %t12 = extractelement <1 x double> %t10, i32 0
  %v13 = fadd contract double %t11, %t12
  %v14 = fadd contract double %t8, %v13
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

; sub_2 = sub; exp_2 = exp; dot_3 = dot: 1 x 2 vectors of 2
define internal void @kernel10(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 24
  %w2 = getelementptr double, ptr %work, i64 80
  %w3 = getelementptr double, ptr %work, i64 112
  %w4 = getelementptr double, ptr %work, i64 120
  %w5 = getelementptr double, ptr %work, i64 128
  %w6 = getelementptr double, ptr %work, i64 136
  %t7 = load <4 x double>, ptr %w1, align 8
  %t8 = load double, ptr %w3, align 8
  %t9 = insertelement <4 x double> poison, double %t8, i32 0
  %t10 = shufflevector <4 x double> %t9, <4 x double> poison, <4 x i32> zeroinitializer
  %v11 = fsub contract <4 x double> %t7, %t10
  %v12 = call <4 x double> @exp.x4(<4 x double> %v11)
  %t13 = load <4 x double>, ptr %w2, align 8
  %v14 = fadd contract <4 x double> %v12, %t13
  store <4 x double> %v14, ptr %w6, align 8
  %p15 = getelementptr double, ptr %w1, i64 4
  %t16 = load double, ptr %p15, align 8
  %t17 = load double, ptr %w3, align 8
  %v18 = fsub contract double %t16, %t17
  %v19 = call double @exp.x1(double %v18)
  %p20 = getelementptr double, ptr %w2, i64 4
  %t21 = load double, ptr %p20, align 8
  %v22 = fadd contract double %v19, %t21
  %p23 = getelementptr double, ptr %w6, i64 4
  store double %v22, ptr %p23, align 8
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

; scatter_2 = copy: 1 x 2 vectors of 2
define internal void @kernel12(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, ptr %a4, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 160
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i5, %loop2]
  %p3 = getelementptr double, ptr %w1, i64 %i2
  store <2 x double> splat (double 0.0), ptr %p3, align 8
  %p4 = getelementptr double, ptr %p3, i64 2
  store <2 x double> splat (double 0.0), ptr %p4, align 8
  %i5 = add nsw i64 %i2, 4
  %c6 = icmp slt i64 %i5, 8
  br i1 %c6, label %loop2, label %done2
done2:
  %p7 = getelementptr double, ptr %w1, i64 8
  store <2 x double> splat (double 0.0), ptr %p7, align 8
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
; exp = exp: 1 x 2 vectors of 2
define internal void @kernel0(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  br label %loop2
loop2:
  %i2 = phi i64 [0, %entry], [%i7, %loop2]
  %p3 = getelementptr double, ptr %a1, i64 %i2
  %t4 = load <4 x double>, ptr %p3, align 8
  %v5 = call <4 x double> @exp.x4(<4 x double> %t4)
  %p6 = getelementptr double, ptr %w1, i64 %i2
  store <4 x double> %v5, ptr %p6, align 8
  %i7 = add nsw i64 %i2, 4
  %c8 = icmp slt i64 %i7, 8
  br i1 %c8, label %loop2, label %done2
done2:
  %p9 = getelementptr double, ptr %a1, i64 8
  %t10 = load double, ptr %p9, align 8
  %v11 = call double @exp.x1(double %t10)
  %p12 = getelementptr double, ptr %w1, i64 8
  store double %v11, ptr %p12, align 8
  ret void
}

; mul = mul: 1 x 2 vectors of 2
define internal void @kernel1(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 16
  %t3 = load <2 x double>, ptr %a0, align 8
  %p4 = getelementptr double, ptr %a0, i64 2
  %t5 = load <2 x double>, ptr %p4, align 8
  br label %loop6
loop6:
  %i6 = phi i64 [0, %entry], [%i16, %loop6]
  %p7 = getelementptr double, ptr %w1, i64 %i6
  %t8 = load double, ptr %p7, align 8
  %t9 = insertelement <2 x double> poison, double %t8, i32 0
  %t10 = shufflevector <2 x double> %t9, <2 x double> poison, <2 x i32> zeroinitializer
  %v11 = fmul contract <2 x double> %t10, %t3
  %i12 = mul nsw i64 %i6, 4
  %p13 = getelementptr double, ptr %w2, i64 %i12
  store <2 x double> %v11, ptr %p13, align 8
  %v14 = fmul contract <2 x double> %t10, %t5
  %p15 = getelementptr double, ptr %p13, i64 2
  store <2 x double> %v14, ptr %p15, align 8
  %i16 = add nsw i64 %i6, 1
  %c17 = icmp slt i64 %i16, 9
  br i1 %c17, label %loop6, label %done6
done6:
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

; dot = dot; w_2 = mul: 1 x 2 vectors of 2
define internal void @kernel3(ptr %work, ptr %a0, ptr %a1, ptr %a2, ptr %a3, i64 %rows) nounwind "prefer-vector-width"="512" "min-legal-vector-width"="512" {
entry:
  %w1 = getelementptr double, ptr %work, i64 0
  %w2 = getelementptr double, ptr %work, i64 16
  %w3 = getelementptr double, ptr %work, i64 56
  %p4 = getelementptr double, ptr %w2, i64 1
  %t5 = load <2 x double>, ptr %p4, align 8
  %t6 = load double, ptr %w1, align 8
  %t7 = insertelement <2 x double> poison, double %t6, i32 0
  %t8 = shufflevector <2 x double> %t7, <2 x double> poison, <2 x i32> zeroinitializer
  %v9 = fmul contract <2 x double> %t5, %t8
  %p10 = getelementptr double, ptr %w2, i64 5
  %t11 = load <2 x double>, ptr %p10, align 8
  %p12 = getelementptr double, ptr %w1, i64 1
  %t13 = load double, ptr %p12, align 8
  %t14 = insertelement <2 x double> poison, double %t13, i32 0
  %t15 = shufflevector <2 x double> %t14, <2 x double> poison, <2 x i32> zeroinitializer
  %v16 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t11, <2 x double> %t15, <2 x double> %v9)
  %p17 = getelementptr double, ptr %w2, i64 9
  %t18 = load <2 x double>, ptr %p17, align 8
  %p19 = getelementptr double, ptr %w1, i64 2
  %t20 = load double, ptr %p19, align 8
  %t21 = insertelement <2 x double> poison, double %t20, i32 0
  %t22 = shufflevector <2 x double> %t21, <2 x double> poison, <2 x i32> zeroinitializer
  %v23 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t18, <2 x double> %t22, <2 x double> %v16)
  %p24 = getelementptr double, ptr %w2, i64 13
  %t25 = load <2 x double>, ptr %p24, align 8
  %p26 = getelementptr double, ptr %w1, i64 3
  %t27 = load double, ptr %p26, align 8
  %t28 = insertelement <2 x double> poison, double %t27, i32 0
  %t29 = shufflevector <2 x double> %t28, <2 x double> poison, <2 x i32> zeroinitializer
  %v30 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t25, <2 x double> %t29, <2 x double> %v23)
  %p31 = getelementptr double, ptr %w2, i64 17
  %t32 = load <2 x double>, ptr %p31, align 8
  %p33 = getelementptr double, ptr %w1, i64 4
  %t34 = load double, ptr %p33, align 8
  %t35 = insertelement <2 x double> poison, double %t34, i32 0
  %t36 = shufflevector <2 x double> %t35, <2 x double> poison, <2 x i32> zeroinitializer
  %v37 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t32, <2 x double> %t36, <2 x double> %v30)
  %p38 = getelementptr double, ptr %w2, i64 21
  %t39 = load <2 x double>, ptr %p38, align 8
  %p40 = getelementptr double, ptr %w1, i64 5
  %t41 = load double, ptr %p40, align 8
  %t42 = insertelement <2 x double> poison, double %t41, i32 0
  %t43 = shufflevector <2 x double> %t42, <2 x double> poison, <2 x i32> zeroinitializer
  %v44 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t39, <2 x double> %t43, <2 x double> %v37)
  %p45 = getelementptr double, ptr %w2, i64 25
  %t46 = load <2 x double>, ptr %p45, align 8
  %p47 = getelementptr double, ptr %w1, i64 6
  %t48 = load double, ptr %p47, align 8
  %t49 = insertelement <2 x double> poison, double %t48, i32 0
  %t50 = shufflevector <2 x double> %t49, <2 x double> poison, <2 x i32> zeroinitializer
  %v51 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t46, <2 x double> %t50, <2 x double> %v44)
  %p52 = getelementptr double, ptr %w2, i64 29
  %t53 = load <2 x double>, ptr %p52, align 8
  %p54 = getelementptr double, ptr %w1, i64 7
  %t55 = load double, ptr %p54, align 8
  %t56 = insertelement <2 x double> poison, double %t55, i32 0
  %t57 = shufflevector <2 x double> %t56, <2 x double> poison, <2 x i32> zeroinitializer
  %v58 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t53, <2 x double> %t57, <2 x double> %v51)
  %p59 = getelementptr double, ptr %w2, i64 33
  %t60 = load <2 x double>, ptr %p59, align 8
  %p61 = getelementptr double, ptr %w1, i64 8
  %t62 = load double, ptr %p61, align 8
  %t63 = insertelement <2 x double> poison, double %t62, i32 0
  %t64 = shufflevector <2 x double> %t63, <2 x double> poison, <2 x i32> zeroinitializer
  %v65 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %t60, <2 x double> %t64, <2 x double> %v58)
  %v66 = fmul contract <2 x double> %v65, splat (double 0.001)
  %p67 = getelementptr double, ptr %a2, i64 1
  store <2 x double> %v66, ptr %p67, align 8
  %p68 = getelementptr double, ptr %w2, i64 2
  %p69 = getelementptr double, ptr %p68, i64 1
  %t70 = load double, ptr %p69, align 8
  %t71 = load double, ptr %w1, align 8
  %v72 = fmul contract double %t70, %t71
  %p73 = getelementptr double, ptr %p68, i64 5
  %t74 = load double, ptr %p73, align 8
  %p75 = getelementptr double, ptr %w1, i64 1
  %t76 = load double, ptr %p75, align 8
  %v77 = call double @llvm.fmuladd.f64(double %t74, double %t76, double %v72)
  %p78 = getelementptr double, ptr %p68, i64 9
  %t79 = load double, ptr %p78, align 8
  %p80 = getelementptr double, ptr %w1, i64 2
  %t81 = load double, ptr %p80, align 8
  %v82 = call double @llvm.fmuladd.f64(double %t79, double %t81, double %v77)
  %p83 = getelementptr double, ptr %p68, i64 13
  %t84 = load double, ptr %p83, align 8
  %p85 = getelementptr double, ptr %w1, i64 3
  %t86 = load double, ptr %p85, align 8
  %v87 = call double @llvm.fmuladd.f64(double %t84, double %t86, double %v82)
  %p88 = getelementptr double, ptr %p68, i64 17
  %t89 = load double, ptr %p88, align 8
  %p90 = getelementptr double, ptr %w1, i64 4
  %t91 = load double, ptr %p90, align 8
  %v92 = call double @llvm.fmuladd.f64(double %t89, double %t91, double %v87)
  %p93 = getelementptr double, ptr %p68, i64 21
  %t94 = load double, ptr %p93, align 8
  %p95 = getelementptr double, ptr %w1, i64 5
  %t96 = load double, ptr %p95, align 8
  %v97 = call double @llvm.fmuladd.f64(double %t94, double %t96, double %v92)
  %p98 = getelementptr double, ptr %p68, i64 25
  %t99 = load double, ptr %p98, align 8
  %p100 = getelementptr double, ptr %w1, i64 6
  %t101 = load double, ptr %p100, align 8
  %v102 = call double @llvm.fmuladd.f64(double %t99, double %t101, double %v97)
  %p103 = getelementptr double, ptr %p68, i64 29
  %t104 = load double, ptr %p103, align 8
  %p105 = getelementptr double, ptr %w1, i64 7
  %t106 = load double, ptr %p105, align 8
  %v107 = call double @llvm.fmuladd.f64(double %t104, double %t106, double %v102)
  %p108 = getelementptr double, ptr %p68, i64 33
  %t109 = load double, ptr %p108, align 8
  %p110 = getelementptr double, ptr %w1, i64 8
  %t111 = load double, ptr %p110, align 8
  %v112 = call double @llvm.fmuladd.f64(double %t109, double %t111, double %v107)
  %v113 = fmul contract double %v112, 0.001
  %p114 = getelementptr double, ptr %a2, i64 2
  %p115 = getelementptr double, ptr %p114, i64 1
  store double %v113, ptr %p115, align 8
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

