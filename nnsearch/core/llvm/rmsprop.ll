; 782ab53e3a9b6d33b7b01656e7baf1b1406c4f17acae7f69c98474ddc6923441
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

declare float @llvm.sqrt.f32(float)

define ptr @rmsprop(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 6
  br i1 %.6, label %.7, label %common.ret

common.ret:
  %.sink = phi i64 [ 0, %.5 ], [ 0, %.180 ], [ 0, %.151 ], [ 0, %.122 ], [ 0, %.93 ], [ 0, %.64 ], [ 0, %.35 ], [ 0, %.188 ], [ 0, %.174 ], [ 0, %.169 ], [ 0, %.164 ], [ 0, %.159 ], [ 0, %.145 ], [ 0, %.140 ], [ 0, %.135 ], [ 0, %.130 ], [ 0, %.116 ], [ 0, %.111 ], [ 0, %.106 ], [ 0, %.101 ], [ 0, %.87 ], [ 0, %.82 ], [ 0, %.77 ], [ 0, %.72 ], [ 0, %.58 ], [ 0, %.53 ], [ 0, %.48 ], [ 0, %.43 ], [ 0, %.29 ], [ 0, %.24 ], [ 0, %.7 ], [ 1, %.193 ], [ 1, %B56.i.loopexit ]
  %.294 = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %.294

.7:
  %.10 = load ptr, ptr %.2, align 8
  %.11 = getelementptr i8, ptr %.2, i64 8
  %.12 = load ptr, ptr %.11, align 8
  %.13 = getelementptr i8, ptr %.2, i64 16
  %.14 = load ptr, ptr %.13, align 8
  %.15 = getelementptr i8, ptr %.2, i64 24
  %.16 = load ptr, ptr %.15, align 8
  %.17 = getelementptr i8, ptr %.2, i64 32
  %.18 = load ptr, ptr %.17, align 8
  %.19 = getelementptr i8, ptr %.2, i64 40
  %.20 = load ptr, ptr %.19, align 8
  %.21 = getelementptr i8, ptr %.10, i64 8
  %.22 = load ptr, ptr %.21, align 8
  %.23 = icmp eq ptr %.22, @nnsearch_ndarray
  br i1 %.23, label %.24, label %common.ret

.24:
  %.26 = getelementptr i8, ptr %.10, i64 24
  %.27 = load i32, ptr %.26, align 4
  %.28 = icmp eq i32 %.27, 2
  br i1 %.28, label %.29, label %common.ret

.29:
  %.31 = getelementptr i8, ptr %.10, i64 64
  %.32 = load i32, ptr %.31, align 4
  %.33 = and i32 %.32, 1281
  %.34 = icmp eq i32 %.33, 1281
  br i1 %.34, label %.35, label %common.ret

.35:
  %.37 = getelementptr i8, ptr %.10, i64 56
  %.38 = load ptr, ptr %.37, align 8
  %.39 = getelementptr i8, ptr %.38, i64 28
  %.40 = load i32, ptr %.39, align 4
  %0 = icmp eq i32 %.40, 11
  br i1 %0, label %.43, label %common.ret

.43:
  %.45 = getelementptr i8, ptr %.38, i64 26
  %.46 = load i8, ptr %.45, align 1
  %.47.not = icmp eq i8 %.46, 62
  br i1 %.47.not, label %common.ret, label %.48

.48:
  %.50 = getelementptr i8, ptr %.12, i64 8
  %.51 = load ptr, ptr %.50, align 8
  %.52 = icmp eq ptr %.51, @nnsearch_ndarray
  br i1 %.52, label %.53, label %common.ret

.53:
  %.55 = getelementptr i8, ptr %.12, i64 24
  %.56 = load i32, ptr %.55, align 4
  %.57 = icmp eq i32 %.56, 2
  br i1 %.57, label %.58, label %common.ret

.58:
  %.60 = getelementptr i8, ptr %.12, i64 64
  %.61 = load i32, ptr %.60, align 4
  %.62 = and i32 %.61, 1281
  %.63 = icmp eq i32 %.62, 1281
  br i1 %.63, label %.64, label %common.ret

.64:
  %.66 = getelementptr i8, ptr %.12, i64 56
  %.67 = load ptr, ptr %.66, align 8
  %.68 = getelementptr i8, ptr %.67, i64 28
  %.69 = load i32, ptr %.68, align 4
  %1 = icmp eq i32 %.69, 11
  br i1 %1, label %.72, label %common.ret

.72:
  %.74 = getelementptr i8, ptr %.67, i64 26
  %.75 = load i8, ptr %.74, align 1
  %.76.not = icmp eq i8 %.75, 62
  br i1 %.76.not, label %common.ret, label %.77

.77:
  %.79 = getelementptr i8, ptr %.14, i64 8
  %.80 = load ptr, ptr %.79, align 8
  %.81 = icmp eq ptr %.80, @nnsearch_ndarray
  br i1 %.81, label %.82, label %common.ret

.82:
  %.84 = getelementptr i8, ptr %.14, i64 24
  %.85 = load i32, ptr %.84, align 4
  %.86 = icmp eq i32 %.85, 2
  br i1 %.86, label %.87, label %common.ret

.87:
  %.89 = getelementptr i8, ptr %.14, i64 64
  %.90 = load i32, ptr %.89, align 4
  %.91 = and i32 %.90, 1281
  %.92 = icmp eq i32 %.91, 1281
  br i1 %.92, label %.93, label %common.ret

.93:
  %.95 = getelementptr i8, ptr %.14, i64 56
  %.96 = load ptr, ptr %.95, align 8
  %.97 = getelementptr i8, ptr %.96, i64 28
  %.98 = load i32, ptr %.97, align 4
  %2 = icmp eq i32 %.98, 11
  br i1 %2, label %.101, label %common.ret

.101:
  %.103 = getelementptr i8, ptr %.96, i64 26
  %.104 = load i8, ptr %.103, align 1
  %.105.not = icmp eq i8 %.104, 62
  br i1 %.105.not, label %common.ret, label %.106

.106:
  %.108 = getelementptr i8, ptr %.16, i64 8
  %.109 = load ptr, ptr %.108, align 8
  %.110 = icmp eq ptr %.109, @nnsearch_ndarray
  br i1 %.110, label %.111, label %common.ret

.111:
  %.113 = getelementptr i8, ptr %.16, i64 24
  %.114 = load i32, ptr %.113, align 4
  %.115 = icmp eq i32 %.114, 2
  br i1 %.115, label %.116, label %common.ret

.116:
  %.118 = getelementptr i8, ptr %.16, i64 64
  %.119 = load i32, ptr %.118, align 4
  %.120 = and i32 %.119, 1281
  %.121 = icmp eq i32 %.120, 1281
  br i1 %.121, label %.122, label %common.ret

.122:
  %.124 = getelementptr i8, ptr %.16, i64 56
  %.125 = load ptr, ptr %.124, align 8
  %.126 = getelementptr i8, ptr %.125, i64 28
  %.127 = load i32, ptr %.126, align 4
  %3 = icmp eq i32 %.127, 11
  br i1 %3, label %.130, label %common.ret

.130:
  %.132 = getelementptr i8, ptr %.125, i64 26
  %.133 = load i8, ptr %.132, align 1
  %.134.not = icmp eq i8 %.133, 62
  br i1 %.134.not, label %common.ret, label %.135

.135:
  %.137 = getelementptr i8, ptr %.18, i64 8
  %.138 = load ptr, ptr %.137, align 8
  %.139 = icmp eq ptr %.138, @nnsearch_ndarray
  br i1 %.139, label %.140, label %common.ret

.140:
  %.142 = getelementptr i8, ptr %.18, i64 24
  %.143 = load i32, ptr %.142, align 4
  %.144 = icmp eq i32 %.143, 2
  br i1 %.144, label %.145, label %common.ret

.145:
  %.147 = getelementptr i8, ptr %.18, i64 64
  %.148 = load i32, ptr %.147, align 4
  %.149 = and i32 %.148, 1281
  %.150 = icmp eq i32 %.149, 1281
  br i1 %.150, label %.151, label %common.ret

.151:
  %.153 = getelementptr i8, ptr %.18, i64 56
  %.154 = load ptr, ptr %.153, align 8
  %.155 = getelementptr i8, ptr %.154, i64 28
  %.156 = load i32, ptr %.155, align 4
  %4 = icmp eq i32 %.156, 11
  br i1 %4, label %.159, label %common.ret

.159:
  %.161 = getelementptr i8, ptr %.154, i64 26
  %.162 = load i8, ptr %.161, align 1
  %.163.not = icmp eq i8 %.162, 62
  br i1 %.163.not, label %common.ret, label %.164

.164:
  %.166 = getelementptr i8, ptr %.20, i64 8
  %.167 = load ptr, ptr %.166, align 8
  %.168 = icmp eq ptr %.167, @nnsearch_ndarray
  br i1 %.168, label %.169, label %common.ret

.169:
  %.171 = getelementptr i8, ptr %.20, i64 24
  %.172 = load i32, ptr %.171, align 4
  %.173 = icmp eq i32 %.172, 2
  br i1 %.173, label %.174, label %common.ret

.174:
  %.176 = getelementptr i8, ptr %.20, i64 64
  %.177 = load i32, ptr %.176, align 4
  %.178 = and i32 %.177, 1281
  %.179 = icmp eq i32 %.178, 1281
  br i1 %.179, label %.180, label %common.ret

.180:
  %.182 = getelementptr i8, ptr %.20, i64 56
  %.183 = load ptr, ptr %.182, align 8
  %.184 = getelementptr i8, ptr %.183, i64 28
  %.185 = load i32, ptr %.184, align 4
  %5 = icmp eq i32 %.185, 11
  br i1 %5, label %.188, label %common.ret

.188:
  %.190 = getelementptr i8, ptr %.183, i64 26
  %.191 = load i8, ptr %.190, align 1
  %.192.not = icmp eq i8 %.191, 62
  br i1 %.192.not, label %common.ret, label %.193

.193:
  %.195 = getelementptr i8, ptr %.10, i64 32
  %.196 = load ptr, ptr %.195, align 8
  %.200 = load i64, ptr %.196, align 4
  %.201 = getelementptr i8, ptr %.196, i64 8
  %.202 = load i64, ptr %.201, align 4
  %.209 = getelementptr i8, ptr %.10, i64 16
  %.210 = load ptr, ptr %.209, align 8
  %.211 = getelementptr i8, ptr %.12, i64 32
  %.212 = load ptr, ptr %.211, align 8
  %.217 = getelementptr i8, ptr %.212, i64 8
  %.218 = load i64, ptr %.217, align 4
  %.225 = getelementptr i8, ptr %.12, i64 16
  %.226 = load ptr, ptr %.225, align 8
  %.227 = getelementptr i8, ptr %.14, i64 32
  %.228 = load ptr, ptr %.227, align 8
  %.233 = getelementptr i8, ptr %.228, i64 8
  %.234 = load i64, ptr %.233, align 4
  %.241 = getelementptr i8, ptr %.14, i64 16
  %.242 = load ptr, ptr %.241, align 8
  %.243 = getelementptr i8, ptr %.16, i64 32
  %.244 = load ptr, ptr %.243, align 8
  %.249 = getelementptr i8, ptr %.244, i64 8
  %.250 = load i64, ptr %.249, align 4
  %.257 = getelementptr i8, ptr %.16, i64 16
  %.258 = load ptr, ptr %.257, align 8
  %.259 = getelementptr i8, ptr %.18, i64 32
  %.260 = load ptr, ptr %.259, align 8
  %.265 = getelementptr i8, ptr %.260, i64 8
  %.266 = load i64, ptr %.265, align 4
  %.273 = getelementptr i8, ptr %.18, i64 16
  %.274 = load ptr, ptr %.273, align 8
  %.275 = getelementptr i8, ptr %.20, i64 32
  %.276 = load ptr, ptr %.275, align 8
  %.281 = getelementptr i8, ptr %.276, i64 8
  %.282 = load i64, ptr %.281, align 4
  %.289 = getelementptr i8, ptr %.20, i64 16
  %.290 = load ptr, ptr %.289, align 8
  %.220.i7.not = icmp slt i64 %.200, 1
  br i1 %.220.i7.not, label %common.ret, label %B56.if.i.lr.ph

B56.if.i.lr.ph:
  %.355.i4.not = icmp slt i64 %.202, 1
  br label %B56.if.i

B56.i.loopexit:
  %exitcond11.not = icmp eq i64 %.233.i, %.200
  br i1 %exitcond11.not, label %common.ret, label %B56.if.i

B56.if.i:
  %.162.i.08 = phi i64 [ 0, %B56.if.i.lr.ph ], [ %.233.i, %B56.i.loopexit ]
  %.233.i = add nuw nsw i64 %.162.i.08, 1
  br i1 %.355.i4.not, label %B56.i.loopexit, label %B112.if.i.lr.ph

B112.if.i.lr.ph:
  %.440.i = mul i64 %.162.i.08, %.234
  %6 = getelementptr float, ptr %.242, i64 %.440.i
  %.497.i = mul i64 %.162.i.08, %.250
  %.501.i = getelementptr float, ptr %.258, i64 %.497.i
  %.551.i = mul i64 %.162.i.08, %.218
  %7 = getelementptr float, ptr %.226, i64 %.551.i
  %.718.i = mul i64 %.162.i.08, %.202
  %8 = getelementptr float, ptr %.210, i64 %.718.i
  %.895.i = mul i64 %.162.i.08, %.282
  %.899.i = getelementptr float, ptr %.290, i64 %.895.i
  %.955.i = mul i64 %.162.i.08, %.266
  %.959.i = getelementptr float, ptr %.274, i64 %.955.i
  br label %B112.if.i

B112.if.i:
  %.299.i.05 = phi i64 [ 0, %B112.if.i.lr.ph ], [ %.368.i, %B112.if.i ]
  %.368.i = add nuw nsw i64 %.299.i.05, 1
  %9 = getelementptr float, ptr %6, i64 %.299.i.05
  %.445.i = load float, ptr %9, align 4
  %.502.i = load float, ptr %.501.i, align 4
  %.503.i = fmul float %.445.i, %.502.i
  %10 = getelementptr float, ptr %7, i64 %.299.i.05
  %.556.i = load float, ptr %10, align 4
  %.614.i = fmul float %.556.i, %.556.i
  %.615.i = fadd float %.503.i, %.614.i
  store float %.615.i, ptr %9, align 4
  %11 = getelementptr float, ptr %8, i64 %.299.i.05
  %.723.i = load float, ptr %11, align 4
  %.776.i = load float, ptr %10, align 4
  %.841.i.le = tail call float @llvm.sqrt.f32(float %.615.i)
  %.900.i = load float, ptr %.899.i, align 4
  %.901.i = fadd float %.841.i.le, %.900.i
  %.905.i = fdiv float %.776.i, %.901.i
  %.960.i = load float, ptr %.959.i, align 4
  %.961.i = fmul float %.960.i, %.905.i
  %.962.i = fsub float %.723.i, %.961.i
  store float %.962.i, ptr %11, align 4
  %exitcond.not = icmp eq i64 %.202, %.368.i
  br i1 %exitcond.not, label %B56.i.loopexit, label %B112.if.i
}

declare ptr @PyBool_FromLong(i64)
