; c12541ea9d0aaad71f229f279d27e263cc16fdde3ea94637e49874e7e993b01b
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

define ptr @softmax_count(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 6
  br i1 %.6, label %.7, label %common.ret

common.ret:
  %.sink = phi i64 [ 0, %.5 ], [ 0, %.181 ], [ 0, %.152 ], [ 0, %.123 ], [ 0, %.94 ], [ 0, %.64 ], [ 0, %.35 ], [ 0, %.189 ], [ 0, %.175 ], [ 0, %.170 ], [ 0, %.165 ], [ 0, %.160 ], [ 0, %.146 ], [ 0, %.141 ], [ 0, %.136 ], [ 0, %.131 ], [ 0, %.117 ], [ 0, %.112 ], [ 0, %.107 ], [ 0, %.102 ], [ 0, %.88 ], [ 0, %.83 ], [ 0, %.78 ], [ 0, %.73 ], [ 0, %.58 ], [ 0, %.53 ], [ 0, %.48 ], [ 0, %.43 ], [ 0, %.29 ], [ 0, %.24 ], [ 0, %.7 ], [ 1, %.194 ], [ 1, %B54.i.loopexit ]
  %.295 = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %.295

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
  %.28 = icmp eq i32 %.27, 3
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
  %.57 = icmp eq i32 %.56, 1
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
  switch i32 %.69, label %common.ret [
    i32 9, label %.73
    i32 7, label %.73
  ]

.73:
  %.75 = getelementptr i8, ptr %.67, i64 26
  %.76 = load i8, ptr %.75, align 1
  %.77.not = icmp eq i8 %.76, 62
  br i1 %.77.not, label %common.ret, label %.78

.78:
  %.80 = getelementptr i8, ptr %.14, i64 8
  %.81 = load ptr, ptr %.80, align 8
  %.82 = icmp eq ptr %.81, @nnsearch_ndarray
  br i1 %.82, label %.83, label %common.ret

.83:
  %.85 = getelementptr i8, ptr %.14, i64 24
  %.86 = load i32, ptr %.85, align 4
  %.87 = icmp eq i32 %.86, 2
  br i1 %.87, label %.88, label %common.ret

.88:
  %.90 = getelementptr i8, ptr %.14, i64 64
  %.91 = load i32, ptr %.90, align 4
  %.92 = and i32 %.91, 1281
  %.93 = icmp eq i32 %.92, 1281
  br i1 %.93, label %.94, label %common.ret

.94:
  %.96 = getelementptr i8, ptr %.14, i64 56
  %.97 = load ptr, ptr %.96, align 8
  %.98 = getelementptr i8, ptr %.97, i64 28
  %.99 = load i32, ptr %.98, align 4
  %1 = icmp eq i32 %.99, 11
  br i1 %1, label %.102, label %common.ret

.102:
  %.104 = getelementptr i8, ptr %.97, i64 26
  %.105 = load i8, ptr %.104, align 1
  %.106.not = icmp eq i8 %.105, 62
  br i1 %.106.not, label %common.ret, label %.107

.107:
  %.109 = getelementptr i8, ptr %.16, i64 8
  %.110 = load ptr, ptr %.109, align 8
  %.111 = icmp eq ptr %.110, @nnsearch_ndarray
  br i1 %.111, label %.112, label %common.ret

.112:
  %.114 = getelementptr i8, ptr %.16, i64 24
  %.115 = load i32, ptr %.114, align 4
  %.116 = icmp eq i32 %.115, 2
  br i1 %.116, label %.117, label %common.ret

.117:
  %.119 = getelementptr i8, ptr %.16, i64 64
  %.120 = load i32, ptr %.119, align 4
  %.121 = and i32 %.120, 1281
  %.122 = icmp eq i32 %.121, 1281
  br i1 %.122, label %.123, label %common.ret

.123:
  %.125 = getelementptr i8, ptr %.16, i64 56
  %.126 = load ptr, ptr %.125, align 8
  %.127 = getelementptr i8, ptr %.126, i64 28
  %.128 = load i32, ptr %.127, align 4
  %2 = icmp eq i32 %.128, 11
  br i1 %2, label %.131, label %common.ret

.131:
  %.133 = getelementptr i8, ptr %.126, i64 26
  %.134 = load i8, ptr %.133, align 1
  %.135.not = icmp eq i8 %.134, 62
  br i1 %.135.not, label %common.ret, label %.136

.136:
  %.138 = getelementptr i8, ptr %.18, i64 8
  %.139 = load ptr, ptr %.138, align 8
  %.140 = icmp eq ptr %.139, @nnsearch_ndarray
  br i1 %.140, label %.141, label %common.ret

.141:
  %.143 = getelementptr i8, ptr %.18, i64 24
  %.144 = load i32, ptr %.143, align 4
  %.145 = icmp eq i32 %.144, 2
  br i1 %.145, label %.146, label %common.ret

.146:
  %.148 = getelementptr i8, ptr %.18, i64 64
  %.149 = load i32, ptr %.148, align 4
  %.150 = and i32 %.149, 1281
  %.151 = icmp eq i32 %.150, 1281
  br i1 %.151, label %.152, label %common.ret

.152:
  %.154 = getelementptr i8, ptr %.18, i64 56
  %.155 = load ptr, ptr %.154, align 8
  %.156 = getelementptr i8, ptr %.155, i64 28
  %.157 = load i32, ptr %.156, align 4
  %3 = icmp eq i32 %.157, 11
  br i1 %3, label %.160, label %common.ret

.160:
  %.162 = getelementptr i8, ptr %.155, i64 26
  %.163 = load i8, ptr %.162, align 1
  %.164.not = icmp eq i8 %.163, 62
  br i1 %.164.not, label %common.ret, label %.165

.165:
  %.167 = getelementptr i8, ptr %.20, i64 8
  %.168 = load ptr, ptr %.167, align 8
  %.169 = icmp eq ptr %.168, @nnsearch_ndarray
  br i1 %.169, label %.170, label %common.ret

.170:
  %.172 = getelementptr i8, ptr %.20, i64 24
  %.173 = load i32, ptr %.172, align 4
  %.174 = icmp eq i32 %.173, 2
  br i1 %.174, label %.175, label %common.ret

.175:
  %.177 = getelementptr i8, ptr %.20, i64 64
  %.178 = load i32, ptr %.177, align 4
  %.179 = and i32 %.178, 1281
  %.180 = icmp eq i32 %.179, 1281
  br i1 %.180, label %.181, label %common.ret

.181:
  %.183 = getelementptr i8, ptr %.20, i64 56
  %.184 = load ptr, ptr %.183, align 8
  %.185 = getelementptr i8, ptr %.184, i64 28
  %.186 = load i32, ptr %.185, align 4
  %4 = icmp eq i32 %.186, 11
  br i1 %4, label %.189, label %common.ret

.189:
  %.191 = getelementptr i8, ptr %.184, i64 26
  %.192 = load i8, ptr %.191, align 1
  %.193.not = icmp eq i8 %.192, 62
  br i1 %.193.not, label %common.ret, label %.194

.194:
  %.196 = getelementptr i8, ptr %.10, i64 32
  %.197 = load ptr, ptr %.196, align 8
  %.201 = load i64, ptr %.197, align 4
  %.204 = getelementptr i8, ptr %.197, i64 16
  %.205 = load i64, ptr %.204, align 4
  %.215 = getelementptr i8, ptr %.10, i64 16
  %.216 = load ptr, ptr %.215, align 8
  %.226 = getelementptr i8, ptr %.12, i64 16
  %.227 = load ptr, ptr %.226, align 8
  %.228 = getelementptr i8, ptr %.14, i64 32
  %.229 = load ptr, ptr %.228, align 8
  %.233 = load i64, ptr %.229, align 4
  %.234 = getelementptr i8, ptr %.229, i64 8
  %.235 = load i64, ptr %.234, align 4
  %.242 = getelementptr i8, ptr %.14, i64 16
  %.243 = load ptr, ptr %.242, align 8
  %.244 = getelementptr i8, ptr %.16, i64 32
  %.245 = load ptr, ptr %.244, align 8
  %.250 = getelementptr i8, ptr %.245, i64 8
  %.251 = load i64, ptr %.250, align 4
  %.258 = getelementptr i8, ptr %.16, i64 16
  %.259 = load ptr, ptr %.258, align 8
  %.260 = getelementptr i8, ptr %.18, i64 32
  %.261 = load ptr, ptr %.260, align 8
  %.266 = getelementptr i8, ptr %.261, i64 8
  %.267 = load i64, ptr %.266, align 4
  %.274 = getelementptr i8, ptr %.18, i64 16
  %.275 = load ptr, ptr %.274, align 8
  %.276 = getelementptr i8, ptr %.20, i64 32
  %.277 = load ptr, ptr %.276, align 8
  %.282 = getelementptr i8, ptr %.277, i64 8
  %.283 = load i64, ptr %.282, align 4
  %.290 = getelementptr i8, ptr %.20, i64 16
  %.291 = load ptr, ptr %.290, align 8
  %.228.i15.not = icmp slt i64 %.233, 1
  br i1 %.228.i15.not, label %common.ret, label %B54.if.i.lr.ph

B54.if.i.lr.ph:
  %.202 = getelementptr i8, ptr %.197, i64 8
  %.203 = load i64, ptr %.202, align 4
  %.349.i11.not = icmp slt i64 %.235, 1
  %.646.i = mul i64 %.205, %.203
  br label %B54.if.i

B54.i.loopexit:
  %exitcond19.not = icmp eq i64 %.241.i, %.233
  br i1 %exitcond19.not, label %common.ret, label %B54.if.i

B214.i:
  %invariant.gep5 = getelementptr float, ptr %invariant.gep14, i64 %.293.i.012
  %.850.i7.not = icmp slt i64 %.581.i, 1
  br i1 %.850.i7.not, label %B298.i, label %B256.if.i

B298.i:
  %wrong.3.2.i = phi i1 [ %.661.i, %B88.if.i ], [ %.661.i, %B214.i ], [ %.971.i, %B256.if.i ]
  %5 = getelementptr float, ptr %9, i64 %.293.i.012
  %.1040.i = uitofp i1 %wrong.3.2.i to float
  store float %.1040.i, ptr %5, align 4
  %exitcond18.not = icmp eq i64 %.235, %.362.i
  br i1 %exitcond18.not, label %B54.i.loopexit, label %B88.if.i

B54.if.i:
  %.170.i.016 = phi i64 [ 0, %B54.if.i.lr.ph ], [ %.241.i, %B54.i.loopexit ]
  %.241.i = add nuw nsw i64 %.170.i.016, 1
  br i1 %.349.i11.not, label %B54.i.loopexit, label %B88.if.i.lr.ph

B88.if.i.lr.ph:
  %.438.i = mul i64 %.170.i.016, %.267
  %6 = getelementptr float, ptr %.275, i64 %.438.i
  %.492.i = mul i64 %.170.i.016, %.251
  %7 = getelementptr float, ptr %.259, i64 %.492.i
  %.650.i = mul i64 %.170.i.016, %.205
  %invariant.gep14 = getelementptr float, ptr %.216, i64 %.650.i
  %.717.i = mul i64 %.170.i.016, %.235
  %8 = getelementptr float, ptr %.243, i64 %.717.i
  %.1034.i = mul i64 %.170.i.016, %.283
  %9 = getelementptr float, ptr %.291, i64 %.1034.i
  br label %B88.if.i

B88.if.i:
  %.293.i.012 = phi i64 [ 0, %B88.if.i.lr.ph ], [ %.362.i, %B298.i ]
  %.362.i = add nuw nsw i64 %.293.i.012, 1
  %10 = getelementptr float, ptr %6, i64 %.293.i.012
  %.443.i = load float, ptr %10, align 4
  %11 = getelementptr float, ptr %7, i64 %.293.i.012
  %.497.i = load float, ptr %11, align 4
  %.500.i = fsub float %.443.i, %.497.i
  store float %.500.i, ptr %10, align 4
  %12 = getelementptr i64, ptr %.227, i64 %.293.i.012
  %.581.i = load i64, ptr %12, align 8
  %.616.i = icmp slt i64 %.581.i, 0
  %.617.i = select i1 %.616.i, i64 %.201, i64 0
  %.618.i = add i64 %.617.i, %.581.i
  %.648.i = mul i64 %.618.i, %.646.i
  %gep = getelementptr float, ptr %invariant.gep14, i64 %.648.i
  %.654.i = getelementptr float, ptr %gep, i64 %.293.i.012
  %.655.i = load float, ptr %.654.i, align 4
  %.661.i = fcmp une float %.655.i, 1.000000e+00
  %13 = getelementptr float, ptr %8, i64 %.293.i.012
  %.722.i = load float, ptr %13, align 4
  %.727.i = fcmp ult float %.722.i, 2.000000e+00
  br i1 %.727.i, label %B298.i, label %B214.i

B256.if.i:
  %wrong.2.3.i10 = phi i1 [ %.971.i, %B256.if.i ], [ %.661.i, %B214.i ]
  %.791.i.08 = phi i64 [ %.863.i, %B256.if.i ], [ 0, %B214.i ]
  %.863.i = add nuw nsw i64 %.791.i.08, 1
  %.956.i = mul i64 %.791.i.08, %.646.i
  %gep6 = getelementptr float, ptr %invariant.gep5, i64 %.956.i
  %.963.i = load float, ptr %gep6, align 4
  %.969.i = fcmp oeq float %.963.i, 1.000000e+00
  %.971.i = or i1 %wrong.2.3.i10, %.969.i
  %exitcond.not = icmp eq i64 %.581.i, %.863.i
  br i1 %exitcond.not, label %B298.i, label %B256.if.i
}

declare ptr @PyBool_FromLong(i64)
