; 4f4da37d8b2ab2c1006942d2723cf443dc75b70d987000a97b7d5dc0248afaa5
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

define ptr @batch_norm_center(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 4
  br i1 %.6, label %.7, label %common.ret

common.ret:
  %.sink = phi i64 [ 0, %.5 ], [ 0, %.118 ], [ 0, %.89 ], [ 0, %.60 ], [ 0, %.31 ], [ 0, %.126 ], [ 0, %.112 ], [ 0, %.107 ], [ 0, %.102 ], [ 0, %.97 ], [ 0, %.83 ], [ 0, %.78 ], [ 0, %.73 ], [ 0, %.68 ], [ 0, %.54 ], [ 0, %.49 ], [ 0, %.44 ], [ 0, %.39 ], [ 0, %.25 ], [ 0, %.20 ], [ 0, %.7 ], [ 1, %.131 ], [ 1, %B56.i.loopexit ]
  %.220 = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %.220

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
  %.53 = icmp eq i32 %.52, 3
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
  %.82 = icmp eq i32 %.81, 3
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
  %2 = icmp eq i32 %.94, 11
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
  %.111 = icmp eq i32 %.110, 3
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
  %3 = icmp eq i32 %.123, 11
  br i1 %3, label %.126, label %common.ret

.126:
  %.128 = getelementptr i8, ptr %.121, i64 26
  %.129 = load i8, ptr %.128, align 1
  %.130.not = icmp eq i8 %.129, 62
  br i1 %.130.not, label %common.ret, label %.131

.131:
  %.133 = getelementptr i8, ptr %.10, i64 32
  %.134 = load ptr, ptr %.133, align 8
  %.141 = getelementptr i8, ptr %.134, i64 16
  %.142 = load i64, ptr %.141, align 4
  %.152 = getelementptr i8, ptr %.10, i64 16
  %.153 = load ptr, ptr %.152, align 8
  %.154 = getelementptr i8, ptr %.12, i64 32
  %.155 = load ptr, ptr %.154, align 8
  %.162 = getelementptr i8, ptr %.155, i64 16
  %.163 = load i64, ptr %.162, align 4
  %.173 = getelementptr i8, ptr %.12, i64 16
  %.174 = load ptr, ptr %.173, align 8
  %.175 = getelementptr i8, ptr %.14, i64 32
  %.176 = load ptr, ptr %.175, align 8
  %.180 = load i64, ptr %.176, align 4
  %.183 = getelementptr i8, ptr %.176, i64 16
  %.184 = load i64, ptr %.183, align 4
  %.194 = getelementptr i8, ptr %.14, i64 16
  %.195 = load ptr, ptr %.194, align 8
  %.196 = getelementptr i8, ptr %.16, i64 32
  %.197 = load ptr, ptr %.196, align 8
  %.204 = getelementptr i8, ptr %.197, i64 16
  %.205 = load i64, ptr %.204, align 4
  %.215 = getelementptr i8, ptr %.16, i64 16
  %.216 = load ptr, ptr %.215, align 8
  %.208.i11.not = icmp slt i64 %.180, 1
  br i1 %.208.i11.not, label %common.ret, label %B56.if.i.lr.ph

B56.if.i.lr.ph:
  %.202 = getelementptr i8, ptr %.197, i64 8
  %.203 = load i64, ptr %.202, align 4
  %.181 = getelementptr i8, ptr %.176, i64 8
  %.182 = load i64, ptr %.181, align 4
  %.160 = getelementptr i8, ptr %.155, i64 8
  %.161 = load i64, ptr %.160, align 4
  %.139 = getelementptr i8, ptr %.134, i64 8
  %.140 = load i64, ptr %.139, align 4
  %.347.i8.not = icmp slt i64 %.182, 1
  %.486.i5.not = icmp slt i64 %.184, 1
  %.588.i = mul i64 %.142, %.140
  %.668.i = mul i64 %.163, %.161
  %.743.i = mul i64 %.184, %.182
  %.975.i = mul i64 %.205, %.203
  br label %B56.if.i

B56.i.loopexit:
  %exitcond15.not = icmp eq i64 %.221.i, %.180
  br i1 %exitcond15.not, label %common.ret, label %B56.if.i

B112.i.loopexit:
  %exitcond14.not = icmp eq i64 %.182, %.360.i
  br i1 %exitcond14.not, label %B56.i.loopexit, label %B112.if.i

B56.if.i:
  %.150.i.012 = phi i64 [ 0, %B56.if.i.lr.ph ], [ %.221.i, %B56.i.loopexit ]
  %.221.i = add nuw nsw i64 %.150.i.012, 1
  br i1 %.347.i8.not, label %B56.i.loopexit, label %B112.if.i.lr.ph

B112.if.i.lr.ph:
  %.590.i = mul i64 %.588.i, %.150.i.012
  %4 = getelementptr float, ptr %.153, i64 %.590.i
  %.670.i = mul i64 %.668.i, %.150.i.012
  %5 = getelementptr float, ptr %.174, i64 %.670.i
  %.745.i = mul i64 %.743.i, %.150.i.012
  %6 = getelementptr float, ptr %.195, i64 %.745.i
  %.977.i = mul i64 %.975.i, %.150.i.012
  %7 = getelementptr float, ptr %.216, i64 %.977.i
  br label %B112.if.i

B112.if.i:
  %.291.i.09 = phi i64 [ 0, %B112.if.i.lr.ph ], [ %.360.i, %B112.i.loopexit ]
  %.360.i = add nuw nsw i64 %.291.i.09, 1
  br i1 %.486.i5.not, label %B112.i.loopexit, label %B168.if.i.lr.ph

B168.if.i.lr.ph:
  %.592.i = mul i64 %.291.i.09, %.142
  %8 = getelementptr float, ptr %4, i64 %.592.i
  %.672.i = mul i64 %.291.i.09, %.163
  %.676.i = getelementptr float, ptr %5, i64 %.672.i
  %.747.i = mul i64 %.291.i.09, %.184
  %9 = getelementptr float, ptr %6, i64 %.747.i
  %.979.i = mul i64 %.291.i.09, %.205
  %10 = getelementptr float, ptr %7, i64 %.979.i
  br label %B168.if.i

B168.if.i:
  %.430.i.06 = phi i64 [ 0, %B168.if.i.lr.ph ], [ %.499.i, %B168.if.i ]
  %.499.i = add nuw nsw i64 %.430.i.06, 1
  %11 = getelementptr float, ptr %8, i64 %.430.i.06
  %.597.i = load float, ptr %11, align 4
  %.677.i = load float, ptr %.676.i, align 4
  %.678.i = fsub float %.597.i, %.677.i
  %12 = getelementptr float, ptr %9, i64 %.430.i.06
  store float %.678.i, ptr %12, align 4
  %.910.i = fmul float %.678.i, %.678.i
  %13 = getelementptr float, ptr %10, i64 %.430.i.06
  store float %.910.i, ptr %13, align 4
  %exitcond.not = icmp eq i64 %.184, %.499.i
  br i1 %exitcond.not, label %B112.i.loopexit, label %B168.if.i
}

declare ptr @PyBool_FromLong(i64)
