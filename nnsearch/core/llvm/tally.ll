; f0d20e3825a35525d40b01caca77eabdcb5c4d971436c968ed3a61539cbb7e97
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

define ptr @tally(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 4
  br i1 %.6, label %.7, label %common.ret

common.ret:
  %.sink = phi i64 [ 0, %.5 ], [ 0, %.118 ], [ 0, %.89 ], [ 0, %.60 ], [ 0, %.31 ], [ 0, %.126 ], [ 0, %.112 ], [ 0, %.107 ], [ 0, %.102 ], [ 0, %.97 ], [ 0, %.83 ], [ 0, %.78 ], [ 0, %.73 ], [ 0, %.68 ], [ 0, %.54 ], [ 0, %.49 ], [ 0, %.44 ], [ 0, %.39 ], [ 0, %.25 ], [ 0, %.20 ], [ 0, %.7 ], [ 1, %.131 ], [ 1, %B56.i.loopexit ]
  %.200 = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %.200

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
  %.24 = icmp eq i32 %.23, 2
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
  %.53 = icmp eq i32 %.52, 2
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
  %1 = icmp eq i32 %.65, 11
  br i1 %1, label %.68, label %common.ret

.68:
  %.70 = getelementptr i8, ptr %.63, i64 26
  %.71 = load i8, ptr %.70, align 1
  %.72.not = icmp eq i8 %.71, 62
  br i1 %.72.not, label %common.ret, label %.73

.73:
  %.75 = getelementptr i8, ptr %.14, i64 8
  %.76 = load ptr, ptr %.75, align 8
  %.77 = icmp eq ptr %.76, @nnsearch_ndarray
  br i1 %.77, label %.78, label %common.ret

.78:
  %.80 = getelementptr i8, ptr %.14, i64 24
  %.81 = load i32, ptr %.80, align 4
  %.82 = icmp eq i32 %.81, 2
  br i1 %.82, label %.83, label %common.ret

.83:
  %.85 = getelementptr i8, ptr %.14, i64 64
  %.86 = load i32, ptr %.85, align 4
  %.87 = and i32 %.86, 1281
  %.88 = icmp eq i32 %.87, 1281
  br i1 %.88, label %.89, label %common.ret

.89:
  %.91 = getelementptr i8, ptr %.14, i64 56
  %.92 = load ptr, ptr %.91, align 8
  %.93 = getelementptr i8, ptr %.92, i64 28
  %.94 = load i32, ptr %.93, align 4
  %2 = icmp eq i32 %.94, 12
  br i1 %2, label %.97, label %common.ret

.97:
  %.99 = getelementptr i8, ptr %.92, i64 26
  %.100 = load i8, ptr %.99, align 1
  %.101.not = icmp eq i8 %.100, 62
  br i1 %.101.not, label %common.ret, label %.102

.102:
  %.104 = getelementptr i8, ptr %.16, i64 8
  %.105 = load ptr, ptr %.104, align 8
  %.106 = icmp eq ptr %.105, @nnsearch_ndarray
  br i1 %.106, label %.107, label %common.ret

.107:
  %.109 = getelementptr i8, ptr %.16, i64 24
  %.110 = load i32, ptr %.109, align 4
  %.111 = icmp eq i32 %.110, 2
  br i1 %.111, label %.112, label %common.ret

.112:
  %.114 = getelementptr i8, ptr %.16, i64 64
  %.115 = load i32, ptr %.114, align 4
  %.116 = and i32 %.115, 1281
  %.117 = icmp eq i32 %.116, 1281
  br i1 %.117, label %.118, label %common.ret

.118:
  %.120 = getelementptr i8, ptr %.16, i64 56
  %.121 = load ptr, ptr %.120, align 8
  %.122 = getelementptr i8, ptr %.121, i64 28
  %.123 = load i32, ptr %.122, align 4
  %3 = icmp eq i32 %.123, 12
  br i1 %3, label %.126, label %common.ret

.126:
  %.128 = getelementptr i8, ptr %.121, i64 26
  %.129 = load i8, ptr %.128, align 1
  %.130.not = icmp eq i8 %.129, 62
  br i1 %.130.not, label %common.ret, label %.131

.131:
  %.133 = getelementptr i8, ptr %.10, i64 32
  %.134 = load ptr, ptr %.133, align 8
  %.138 = load i64, ptr %.134, align 4
  %.139 = getelementptr i8, ptr %.134, i64 8
  %.140 = load i64, ptr %.139, align 4
  %.147 = getelementptr i8, ptr %.10, i64 16
  %.148 = load ptr, ptr %.147, align 8
  %.149 = getelementptr i8, ptr %.12, i64 32
  %.150 = load ptr, ptr %.149, align 8
  %.155 = getelementptr i8, ptr %.150, i64 8
  %.156 = load i64, ptr %.155, align 4
  %.163 = getelementptr i8, ptr %.12, i64 16
  %.164 = load ptr, ptr %.163, align 8
  %.165 = getelementptr i8, ptr %.14, i64 32
  %.166 = load ptr, ptr %.165, align 8
  %.171 = getelementptr i8, ptr %.166, i64 8
  %.172 = load i64, ptr %.171, align 4
  %.179 = getelementptr i8, ptr %.14, i64 16
  %.180 = load ptr, ptr %.179, align 8
  %.181 = getelementptr i8, ptr %.16, i64 32
  %.182 = load ptr, ptr %.181, align 8
  %.187 = getelementptr i8, ptr %.182, i64 8
  %.188 = load i64, ptr %.187, align 4
  %.195 = getelementptr i8, ptr %.16, i64 16
  %.196 = load ptr, ptr %.195, align 8
  %.180.i6.not = icmp slt i64 %.138, 1
  br i1 %.180.i6.not, label %common.ret, label %B56.if.i.lr.ph

B56.if.i.lr.ph:
  %.315.i3.not = icmp slt i64 %.140, 1
  br label %B56.if.i

B56.i.loopexit:
  %exitcond9.not = icmp eq i64 %.193.i, %.138
  br i1 %exitcond9.not, label %common.ret, label %B56.if.i

B56.if.i:
  %.122.i.07 = phi i64 [ 0, %B56.if.i.lr.ph ], [ %.193.i, %B56.i.loopexit ]
  %.193.i = add nuw nsw i64 %.122.i.07, 1
  br i1 %.315.i3.not, label %B56.i.loopexit, label %B112.if.i.lr.ph

B112.if.i.lr.ph:
  %.400.i = mul i64 %.122.i.07, %.172
  %4 = getelementptr double, ptr %.180, i64 %.400.i
  %.453.i = mul i64 %.122.i.07, %.140
  %5 = getelementptr float, ptr %.148, i64 %.453.i
  %.560.i = mul i64 %.122.i.07, %.188
  %6 = getelementptr double, ptr %.196, i64 %.560.i
  %.613.i = mul i64 %.122.i.07, %.156
  %7 = getelementptr float, ptr %.164, i64 %.613.i
  br label %B112.if.i

B112.if.i:
  %.259.i.04 = phi i64 [ 0, %B112.if.i.lr.ph ], [ %.328.i, %B112.if.i ]
  %.328.i = add nuw nsw i64 %.259.i.04, 1
  %8 = getelementptr double, ptr %4, i64 %.259.i.04
  %.405.i = load double, ptr %8, align 8
  %9 = getelementptr float, ptr %5, i64 %.259.i.04
  %.458.i = load float, ptr %9, align 4
  %.461.i = fpext float %.458.i to double
  %.462.i = fadd double %.405.i, %.461.i
  store double %.462.i, ptr %8, align 8
  %10 = getelementptr double, ptr %6, i64 %.259.i.04
  %.565.i = load double, ptr %10, align 8
  %11 = getelementptr float, ptr %7, i64 %.259.i.04
  %.618.i = load float, ptr %11, align 4
  %.621.i = fpext float %.618.i to double
  %.622.i = fadd double %.565.i, %.621.i
  store double %.622.i, ptr %10, align 8
  %exitcond.not = icmp eq i64 %.140, %.328.i
  br i1 %exitcond.not, label %B56.i.loopexit, label %B112.if.i
}

declare ptr @PyBool_FromLong(i64)
