; 4b9c7feca703ee5dabcc0e15efd0838f8ec0f0e835dd75944ab17fcb774eefc3
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

define ptr @softmax_shift(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 4
  br i1 %.6, label %.7, label %common.ret

common.ret:
  %.sink = phi i64 [ 0, %.5 ], [ 0, %.119 ], [ 0, %.90 ], [ 0, %.60 ], [ 0, %.31 ], [ 0, %.127 ], [ 0, %.113 ], [ 0, %.108 ], [ 0, %.103 ], [ 0, %.98 ], [ 0, %.84 ], [ 0, %.79 ], [ 0, %.74 ], [ 0, %.69 ], [ 0, %.54 ], [ 0, %.49 ], [ 0, %.44 ], [ 0, %.39 ], [ 0, %.25 ], [ 0, %.20 ], [ 0, %.7 ], [ 1, %.132 ], [ 1, %B82.i.loopexit ]
  %.201 = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %.201

.7:
  %.10 = load ptr, ptr %.2, align 8
  %.11 = getelementptr i8, ptr %.2, i64 8
  %.12 = load ptr, ptr %.11, align 8
  %.13 = getelementptr i8, ptr %.2, i64 16
  %.14 = load ptr, ptr %.13, align 8
  %.15 = getelementptr i8, ptr %.2, i64 24
  %.16 = load ptr, ptr %.15, align 8
  %.17 = getelementptr i8, ptr %.10, i64 8
  %.18 = load ptr, ptr %.17, align 8
  %.19 = icmp eq ptr %.18, @nnsearch_ndarray
  br i1 %.19, label %.20, label %common.ret

.20:
  %.22 = getelementptr i8, ptr %.10, i64 24
  %.23 = load i32, ptr %.22, align 4
  %.24 = icmp eq i32 %.23, 3
  br i1 %.24, label %.25, label %common.ret

.25:
  %.27 = getelementptr i8, ptr %.10, i64 64
  %.28 = load i32, ptr %.27, align 4
  %.29 = and i32 %.28, 1281
  %.30 = icmp eq i32 %.29, 1281
  br i1 %.30, label %.31, label %common.ret

.31:
  %.33 = getelementptr i8, ptr %.10, i64 56
  %.34 = load ptr, ptr %.33, align 8
  %.35 = getelementptr i8, ptr %.34, i64 28
  %.36 = load i32, ptr %.35, align 4
  %0 = icmp eq i32 %.36, 11
  br i1 %0, label %.39, label %common.ret

.39:
  %.41 = getelementptr i8, ptr %.34, i64 26
  %.42 = load i8, ptr %.41, align 1
  %.43.not = icmp eq i8 %.42, 62
  br i1 %.43.not, label %common.ret, label %.44

.44:
  %.46 = getelementptr i8, ptr %.12, i64 8
  %.47 = load ptr, ptr %.46, align 8
  %.48 = icmp eq ptr %.47, @nnsearch_ndarray
  br i1 %.48, label %.49, label %common.ret

.49:
  %.51 = getelementptr i8, ptr %.12, i64 24
  %.52 = load i32, ptr %.51, align 4
  %.53 = icmp eq i32 %.52, 1
  br i1 %.53, label %.54, label %common.ret

.54:
  %.56 = getelementptr i8, ptr %.12, i64 64
  %.57 = load i32, ptr %.56, align 4
  %.58 = and i32 %.57, 1281
  %.59 = icmp eq i32 %.58, 1281
  br i1 %.59, label %.60, label %common.ret

.60:
  %.62 = getelementptr i8, ptr %.12, i64 56
  %.63 = load ptr, ptr %.62, align 8
  %.64 = getelementptr i8, ptr %.63, i64 28
  %.65 = load i32, ptr %.64, align 4
  switch i32 %.65, label %common.ret [
    i32 9, label %.69
    i32 7, label %.69
  ]

.69:
  %.71 = getelementptr i8, ptr %.63, i64 26
  %.72 = load i8, ptr %.71, align 1
  %.73.not = icmp eq i8 %.72, 62
  br i1 %.73.not, label %common.ret, label %.74

.74:
  %.76 = getelementptr i8, ptr %.14, i64 8
  %.77 = load ptr, ptr %.76, align 8
  %.78 = icmp eq ptr %.77, @nnsearch_ndarray
  br i1 %.78, label %.79, label %common.ret

.79:
  %.81 = getelementptr i8, ptr %.14, i64 24
  %.82 = load i32, ptr %.81, align 4
  %.83 = icmp eq i32 %.82, 2
  br i1 %.83, label %.84, label %common.ret

.84:
  %.86 = getelementptr i8, ptr %.14, i64 64
  %.87 = load i32, ptr %.86, align 4
  %.88 = and i32 %.87, 1281
  %.89 = icmp eq i32 %.88, 1281
  br i1 %.89, label %.90, label %common.ret

.90:
  %.92 = getelementptr i8, ptr %.14, i64 56
  %.93 = load ptr, ptr %.92, align 8
  %.94 = getelementptr i8, ptr %.93, i64 28
  %.95 = load i32, ptr %.94, align 4
  %1 = icmp eq i32 %.95, 11
  br i1 %1, label %.98, label %common.ret

.98:
  %.100 = getelementptr i8, ptr %.93, i64 26
  %.101 = load i8, ptr %.100, align 1
  %.102.not = icmp eq i8 %.101, 62
  br i1 %.102.not, label %common.ret, label %.103

.103:
  %.105 = getelementptr i8, ptr %.16, i64 8
  %.106 = load ptr, ptr %.105, align 8
  %.107 = icmp eq ptr %.106, @nnsearch_ndarray
  br i1 %.107, label %.108, label %common.ret

.108:
  %.110 = getelementptr i8, ptr %.16, i64 24
  %.111 = load i32, ptr %.110, align 4
  %.112 = icmp eq i32 %.111, 2
  br i1 %.112, label %.113, label %common.ret

.113:
  %.115 = getelementptr i8, ptr %.16, i64 64
  %.116 = load i32, ptr %.115, align 4
  %.117 = and i32 %.116, 1281
  %.118 = icmp eq i32 %.117, 1281
  br i1 %.118, label %.119, label %common.ret

.119:
  %.121 = getelementptr i8, ptr %.16, i64 56
  %.122 = load ptr, ptr %.121, align 8
  %.123 = getelementptr i8, ptr %.122, i64 28
  %.124 = load i32, ptr %.123, align 4
  %2 = icmp eq i32 %.124, 11
  br i1 %2, label %.127, label %common.ret

.127:
  %.129 = getelementptr i8, ptr %.122, i64 26
  %.130 = load i8, ptr %.129, align 1
  %.131.not = icmp eq i8 %.130, 62
  br i1 %.131.not, label %common.ret, label %.132

.132:
  %.134 = getelementptr i8, ptr %.10, i64 32
  %.135 = load ptr, ptr %.134, align 8
  %.139 = load i64, ptr %.135, align 4
  %.142 = getelementptr i8, ptr %.135, i64 16
  %.143 = load i64, ptr %.142, align 4
  %.153 = getelementptr i8, ptr %.10, i64 16
  %.154 = load ptr, ptr %.153, align 8
  %.164 = getelementptr i8, ptr %.12, i64 16
  %.165 = load ptr, ptr %.164, align 8
  %.166 = getelementptr i8, ptr %.14, i64 32
  %.167 = load ptr, ptr %.166, align 8
  %.171 = load i64, ptr %.167, align 4
  %.172 = getelementptr i8, ptr %.167, i64 8
  %.173 = load i64, ptr %.172, align 4
  %.180 = getelementptr i8, ptr %.14, i64 16
  %.181 = load ptr, ptr %.180, align 8
  %.182 = getelementptr i8, ptr %.16, i64 32
  %.183 = load ptr, ptr %.182, align 8
  %.188 = getelementptr i8, ptr %.183, i64 8
  %.189 = load i64, ptr %.188, align 4
  %.196 = getelementptr i8, ptr %.16, i64 16
  %.197 = load ptr, ptr %.196, align 8
  %.210.i30.not = icmp slt i64 %.171, 1
  br i1 %.210.i30.not, label %common.ret, label %B82.if.i.lr.ph

B82.if.i.lr.ph:
  %.140 = getelementptr i8, ptr %.135, i64 8
  %.141 = load i64, ptr %.140, align 4
  %.331.i5.not = icmp slt i64 %.173, 1
  %.542.i = add i64 %.139, -1
  %spec.select3 = tail call i64 @llvm.smax.i64(i64 %.542.i, i64 0)
  %.585.i12.not = icmp slt i64 %.542.i, 1
  %.812.i = mul i64 %.143, %.141
  %.1131.i20.not = icmp slt i64 %.139, 1
  br label %B82.if.i

B82.i.loopexit:
  %exitcond39.not = icmp eq i64 %.223.i, %.171
  br i1 %exitcond39.not, label %common.ret, label %B82.if.i

B154.i:
  br i1 %.585.i12.not, label %B352.i, label %B186.if.i.lr.ph

B186.if.i.lr.ph:
  %.816.i = mul i64 %.152.i.031, %.143
  %invariant.gep = getelementptr float, ptr %.154, i64 %.816.i
  %.876.i = mul i64 %.152.i.031, %.173
  %3 = getelementptr float, ptr %.181, i64 %.876.i
  br label %B186.if.i

B186.i.loopexit:
  %exitcond35.not = icmp eq i64 %.529.i.013, %spec.select3
  br i1 %exitcond35.not, label %B352.i, label %B186.if.i

B352.i:
  br i1 %.1131.i20.not, label %B508.i.preheader, label %B382.if.i.lr.ph

B382.if.i.lr.ph:
  %.1358.i = mul i64 %.152.i.031, %.143
  %invariant.gep23 = getelementptr float, ptr %.154, i64 %.1358.i
  %.1411.i = mul i64 %.152.i.031, %.173
  %4 = getelementptr float, ptr %.181, i64 %.1411.i
  br label %B382.if.i

B382.i.loopexit:
  %exitcond37.not = icmp eq i64 %.139, %.1144.i
  br i1 %exitcond37.not, label %B508.i.preheader, label %B382.if.i

B508.i.preheader:
  br i1 %.331.i5.not, label %B82.i.loopexit, label %B508.if.i.lr.ph

B508.if.i.lr.ph:
  %.1716.i = mul i64 %.152.i.031, %.143
  %invariant.gep28 = getelementptr float, ptr %.154, i64 %.1716.i
  %.1772.i = mul i64 %.152.i.031, %.189
  %5 = getelementptr float, ptr %.197, i64 %.1772.i
  br label %B508.if.i

B82.if.i:
  %.152.i.031 = phi i64 [ 0, %B82.if.i.lr.ph ], [ %.223.i, %B82.i.loopexit ]
  %.223.i = add nuw nsw i64 %.152.i.031, 1
  br i1 %.331.i5.not, label %B154.i, label %B116.if.i.lr.ph

B116.if.i.lr.ph:
  %.439.i = mul i64 %.152.i.031, %.143
  %6 = getelementptr float, ptr %.154, i64 %.439.i
  %.492.i = mul i64 %.152.i.031, %.173
  %7 = getelementptr float, ptr %.181, i64 %.492.i
  br label %B116.if.i

B116.if.i:
  %.275.i.06 = phi i64 [ 0, %B116.if.i.lr.ph ], [ %.344.i, %B116.if.i ]
  %.344.i = add nuw nsw i64 %.275.i.06, 1
  %8 = getelementptr float, ptr %6, i64 %.275.i.06
  %.444.i = load float, ptr %8, align 4
  %9 = getelementptr float, ptr %7, i64 %.275.i.06
  store float %.444.i, ptr %9, align 4
  %exitcond.not = icmp eq i64 %.173, %.344.i
  br i1 %exitcond.not, label %B154.i, label %B116.if.i

B186.if.i:
  %.529.i.013 = phi i64 [ 1, %B186.if.i.lr.ph ], [ %.598.i, %B186.i.loopexit ]
  %.598.i = add nuw i64 %.529.i.013, 1
  br i1 %.331.i5.not, label %B186.i.loopexit, label %B220.if.i.lr.ph

B220.if.i.lr.ph:
  %.814.i = mul i64 %.812.i, %.529.i.013
  %gep = getelementptr float, ptr %invariant.gep, i64 %.814.i
  br label %B220.if.i

B220.if.i:
  %.650.i.09 = phi i64 [ 0, %B220.if.i.lr.ph ], [ %.719.i, %B220.if.i ]
  %.719.i = add nuw nsw i64 %.650.i.09, 1
  %10 = getelementptr float, ptr %gep, i64 %.650.i.09
  %.821.i = load float, ptr %10, align 4
  %11 = getelementptr float, ptr %3, i64 %.650.i.09
  %.881.i = load float, ptr %11, align 4
  %.885.i = fcmp ogt float %.821.i, %.881.i
  %.895.i.le = fcmp uno float %.821.i, 0.000000e+00
  %or.cond = or i1 %.885.i, %.895.i.le
  %"$phi336.3.2.3.i" = select i1 %or.cond, float %.821.i, float %.881.i
  store float %"$phi336.3.2.3.i", ptr %11, align 4
  %exitcond34.not = icmp eq i64 %.173, %.719.i
  br i1 %exitcond34.not, label %B186.i.loopexit, label %B220.if.i

B382.if.i:
  %.1075.i.021 = phi i64 [ 0, %B382.if.i.lr.ph ], [ %.1144.i, %B382.i.loopexit ]
  %.1144.i = add nuw nsw i64 %.1075.i.021, 1
  br i1 %.331.i5.not, label %B382.i.loopexit, label %B416.if.i.lr.ph

B416.if.i.lr.ph:
  %.1356.i = mul i64 %.812.i, %.1075.i.021
  %gep24 = getelementptr float, ptr %invariant.gep23, i64 %.1356.i
  br label %B416.if.i

B416.if.i:
  %.1196.i.018 = phi i64 [ 0, %B416.if.i.lr.ph ], [ %.1265.i, %B416.if.i ]
  %.1265.i = add nuw nsw i64 %.1196.i.018, 1
  %12 = getelementptr float, ptr %gep24, i64 %.1196.i.018
  %.1363.i = load float, ptr %12, align 4
  %13 = getelementptr float, ptr %4, i64 %.1196.i.018
  %.1416.i = load float, ptr %13, align 4
  %.1419.i = fsub float %.1363.i, %.1416.i
  store float %.1419.i, ptr %12, align 4
  %exitcond36.not = icmp eq i64 %.173, %.1265.i
  br i1 %exitcond36.not, label %B382.i.loopexit, label %B416.if.i

B508.if.i:
  %.1525.i.026 = phi i64 [ 0, %B508.if.i.lr.ph ], [ %.1594.i, %B508.if.i ]
  %.1594.i = add nuw nsw i64 %.1525.i.026, 1
  %14 = getelementptr i64, ptr %.165, i64 %.1525.i.026
  %.1648.i = load i64, ptr %14, align 8
  %.1682.i = icmp slt i64 %.1648.i, 0
  %.1683.i = select i1 %.1682.i, i64 %.139, i64 0
  %.1684.i = add i64 %.1683.i, %.1648.i
  %.1714.i = mul i64 %.812.i, %.1684.i
  %gep29 = getelementptr float, ptr %invariant.gep28, i64 %.1714.i
  %15 = getelementptr float, ptr %gep29, i64 %.1525.i.026
  %.1721.i = load float, ptr %15, align 4
  %16 = getelementptr float, ptr %5, i64 %.1525.i.026
  store float %.1721.i, ptr %16, align 4
  %exitcond38.not = icmp eq i64 %.173, %.1594.i
  br i1 %exitcond38.not, label %B82.i.loopexit, label %B508.if.i
}

declare ptr @PyBool_FromLong(i64)

declare i64 @llvm.smax.i64(i64, i64)
