; 1a381aac9ed6a75a1b524b130e9fe6c9c425eaeda26cb5c8bdde2ebdd4ccca38
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

define ptr @softmax_finish(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 7
  br i1 %.6, label %.7, label %common.ret.sink.split

common.ret.sink.split:
  %.sink = phi i64 [ 0, %.5 ], [ 0, %.183 ], [ 0, %.154 ], [ 0, %.125 ], [ 0, %.96 ], [ 0, %.66 ], [ 0, %.37 ], [ 0, %.191 ], [ 0, %.177 ], [ 0, %.172 ], [ 0, %.167 ], [ 0, %.162 ], [ 0, %.148 ], [ 0, %.143 ], [ 0, %.138 ], [ 0, %.133 ], [ 0, %.119 ], [ 0, %.114 ], [ 0, %.109 ], [ 0, %.104 ], [ 0, %.90 ], [ 0, %.85 ], [ 0, %.80 ], [ 0, %.75 ], [ 0, %.60 ], [ 0, %.55 ], [ 0, %.50 ], [ 0, %.45 ], [ 0, %.31 ], [ 0, %.26 ], [ 0, %.7 ], [ 1, %.297 ], [ 1, %B82.i.loopexit ]
  %.304 = tail call ptr @PyBool_FromLong(i64 %.sink)
  br label %common.ret

common.ret:
  %common.ret.op = phi ptr [ null, %.196 ], [ %.304, %common.ret.sink.split ]
  ret ptr %common.ret.op

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
  %.21 = getelementptr i8, ptr %.2, i64 48
  %.22 = load ptr, ptr %.21, align 8
  %.23 = getelementptr i8, ptr %.10, i64 8
  %.24 = load ptr, ptr %.23, align 8
  %.25 = icmp eq ptr %.24, @nnsearch_ndarray
  br i1 %.25, label %.26, label %common.ret.sink.split

.26:
  %.28 = getelementptr i8, ptr %.10, i64 24
  %.29 = load i32, ptr %.28, align 4
  %.30 = icmp eq i32 %.29, 3
  br i1 %.30, label %.31, label %common.ret.sink.split

.31:
  %.33 = getelementptr i8, ptr %.10, i64 64
  %.34 = load i32, ptr %.33, align 4
  %.35 = and i32 %.34, 1281
  %.36 = icmp eq i32 %.35, 1281
  br i1 %.36, label %.37, label %common.ret.sink.split

.37:
  %.39 = getelementptr i8, ptr %.10, i64 56
  %.40 = load ptr, ptr %.39, align 8
  %.41 = getelementptr i8, ptr %.40, i64 28
  %.42 = load i32, ptr %.41, align 4
  %0 = icmp eq i32 %.42, 11
  br i1 %0, label %.45, label %common.ret.sink.split

.45:
  %.47 = getelementptr i8, ptr %.40, i64 26
  %.48 = load i8, ptr %.47, align 1
  %.49.not = icmp eq i8 %.48, 62
  br i1 %.49.not, label %common.ret.sink.split, label %.50

.50:
  %.52 = getelementptr i8, ptr %.12, i64 8
  %.53 = load ptr, ptr %.52, align 8
  %.54 = icmp eq ptr %.53, @nnsearch_ndarray
  br i1 %.54, label %.55, label %common.ret.sink.split

.55:
  %.57 = getelementptr i8, ptr %.12, i64 24
  %.58 = load i32, ptr %.57, align 4
  %.59 = icmp eq i32 %.58, 1
  br i1 %.59, label %.60, label %common.ret.sink.split

.60:
  %.62 = getelementptr i8, ptr %.12, i64 64
  %.63 = load i32, ptr %.62, align 4
  %.64 = and i32 %.63, 1281
  %.65 = icmp eq i32 %.64, 1281
  br i1 %.65, label %.66, label %common.ret.sink.split

.66:
  %.68 = getelementptr i8, ptr %.12, i64 56
  %.69 = load ptr, ptr %.68, align 8
  %.70 = getelementptr i8, ptr %.69, i64 28
  %.71 = load i32, ptr %.70, align 4
  switch i32 %.71, label %common.ret.sink.split [
    i32 9, label %.75
    i32 7, label %.75
  ]

.75:
  %.77 = getelementptr i8, ptr %.69, i64 26
  %.78 = load i8, ptr %.77, align 1
  %.79.not = icmp eq i8 %.78, 62
  br i1 %.79.not, label %common.ret.sink.split, label %.80

.80:
  %.82 = getelementptr i8, ptr %.14, i64 8
  %.83 = load ptr, ptr %.82, align 8
  %.84 = icmp eq ptr %.83, @nnsearch_ndarray
  br i1 %.84, label %.85, label %common.ret.sink.split

.85:
  %.87 = getelementptr i8, ptr %.14, i64 24
  %.88 = load i32, ptr %.87, align 4
  %.89 = icmp eq i32 %.88, 2
  br i1 %.89, label %.90, label %common.ret.sink.split

.90:
  %.92 = getelementptr i8, ptr %.14, i64 64
  %.93 = load i32, ptr %.92, align 4
  %.94 = and i32 %.93, 1281
  %.95 = icmp eq i32 %.94, 1281
  br i1 %.95, label %.96, label %common.ret.sink.split

.96:
  %.98 = getelementptr i8, ptr %.14, i64 56
  %.99 = load ptr, ptr %.98, align 8
  %.100 = getelementptr i8, ptr %.99, i64 28
  %.101 = load i32, ptr %.100, align 4
  %1 = icmp eq i32 %.101, 11
  br i1 %1, label %.104, label %common.ret.sink.split

.104:
  %.106 = getelementptr i8, ptr %.99, i64 26
  %.107 = load i8, ptr %.106, align 1
  %.108.not = icmp eq i8 %.107, 62
  br i1 %.108.not, label %common.ret.sink.split, label %.109

.109:
  %.111 = getelementptr i8, ptr %.16, i64 8
  %.112 = load ptr, ptr %.111, align 8
  %.113 = icmp eq ptr %.112, @nnsearch_ndarray
  br i1 %.113, label %.114, label %common.ret.sink.split

.114:
  %.116 = getelementptr i8, ptr %.16, i64 24
  %.117 = load i32, ptr %.116, align 4
  %.118 = icmp eq i32 %.117, 2
  br i1 %.118, label %.119, label %common.ret.sink.split

.119:
  %.121 = getelementptr i8, ptr %.16, i64 64
  %.122 = load i32, ptr %.121, align 4
  %.123 = and i32 %.122, 1281
  %.124 = icmp eq i32 %.123, 1281
  br i1 %.124, label %.125, label %common.ret.sink.split

.125:
  %.127 = getelementptr i8, ptr %.16, i64 56
  %.128 = load ptr, ptr %.127, align 8
  %.129 = getelementptr i8, ptr %.128, i64 28
  %.130 = load i32, ptr %.129, align 4
  %2 = icmp eq i32 %.130, 11
  br i1 %2, label %.133, label %common.ret.sink.split

.133:
  %.135 = getelementptr i8, ptr %.128, i64 26
  %.136 = load i8, ptr %.135, align 1
  %.137.not = icmp eq i8 %.136, 62
  br i1 %.137.not, label %common.ret.sink.split, label %.138

.138:
  %.140 = getelementptr i8, ptr %.18, i64 8
  %.141 = load ptr, ptr %.140, align 8
  %.142 = icmp eq ptr %.141, @nnsearch_ndarray
  br i1 %.142, label %.143, label %common.ret.sink.split

.143:
  %.145 = getelementptr i8, ptr %.18, i64 24
  %.146 = load i32, ptr %.145, align 4
  %.147 = icmp eq i32 %.146, 2
  br i1 %.147, label %.148, label %common.ret.sink.split

.148:
  %.150 = getelementptr i8, ptr %.18, i64 64
  %.151 = load i32, ptr %.150, align 4
  %.152 = and i32 %.151, 1281
  %.153 = icmp eq i32 %.152, 1281
  br i1 %.153, label %.154, label %common.ret.sink.split

.154:
  %.156 = getelementptr i8, ptr %.18, i64 56
  %.157 = load ptr, ptr %.156, align 8
  %.158 = getelementptr i8, ptr %.157, i64 28
  %.159 = load i32, ptr %.158, align 4
  %3 = icmp eq i32 %.159, 11
  br i1 %3, label %.162, label %common.ret.sink.split

.162:
  %.164 = getelementptr i8, ptr %.157, i64 26
  %.165 = load i8, ptr %.164, align 1
  %.166.not = icmp eq i8 %.165, 62
  br i1 %.166.not, label %common.ret.sink.split, label %.167

.167:
  %.169 = getelementptr i8, ptr %.20, i64 8
  %.170 = load ptr, ptr %.169, align 8
  %.171 = icmp eq ptr %.170, @nnsearch_ndarray
  br i1 %.171, label %.172, label %common.ret.sink.split

.172:
  %.174 = getelementptr i8, ptr %.20, i64 24
  %.175 = load i32, ptr %.174, align 4
  %.176 = icmp eq i32 %.175, 2
  br i1 %.176, label %.177, label %common.ret.sink.split

.177:
  %.179 = getelementptr i8, ptr %.20, i64 64
  %.180 = load i32, ptr %.179, align 4
  %.181 = and i32 %.180, 1281
  %.182 = icmp eq i32 %.181, 1281
  br i1 %.182, label %.183, label %common.ret.sink.split

.183:
  %.185 = getelementptr i8, ptr %.20, i64 56
  %.186 = load ptr, ptr %.185, align 8
  %.187 = getelementptr i8, ptr %.186, i64 28
  %.188 = load i32, ptr %.187, align 4
  %4 = icmp eq i32 %.188, 11
  br i1 %4, label %.191, label %common.ret.sink.split

.191:
  %.193 = getelementptr i8, ptr %.186, i64 26
  %.194 = load i8, ptr %.193, align 1
  %.195.not = icmp eq i8 %.194, 62
  br i1 %.195.not, label %common.ret.sink.split, label %.196

.196:
  %.198 = getelementptr i8, ptr %.10, i64 32
  %.199 = load ptr, ptr %.198, align 8
  %.203 = load i64, ptr %.199, align 4
  %.204 = getelementptr i8, ptr %.199, i64 8
  %.205 = load i64, ptr %.204, align 4
  %.206 = getelementptr i8, ptr %.199, i64 16
  %.207 = load i64, ptr %.206, align 4
  %.217 = getelementptr i8, ptr %.10, i64 16
  %.218 = load ptr, ptr %.217, align 8
  %.228 = getelementptr i8, ptr %.12, i64 16
  %.229 = load ptr, ptr %.228, align 8
  %.230 = getelementptr i8, ptr %.14, i64 32
  %.231 = load ptr, ptr %.230, align 8
  %.235 = load i64, ptr %.231, align 4
  %.236 = getelementptr i8, ptr %.231, i64 8
  %.237 = load i64, ptr %.236, align 4
  %.244 = getelementptr i8, ptr %.14, i64 16
  %.245 = load ptr, ptr %.244, align 8
  %.246 = getelementptr i8, ptr %.16, i64 32
  %.247 = load ptr, ptr %.246, align 8
  %.252 = getelementptr i8, ptr %.247, i64 8
  %.253 = load i64, ptr %.252, align 4
  %.260 = getelementptr i8, ptr %.16, i64 16
  %.261 = load ptr, ptr %.260, align 8
  %.262 = getelementptr i8, ptr %.18, i64 32
  %.263 = load ptr, ptr %.262, align 8
  %.268 = getelementptr i8, ptr %.263, i64 8
  %.269 = load i64, ptr %.268, align 4
  %.276 = getelementptr i8, ptr %.18, i64 16
  %.277 = load ptr, ptr %.276, align 8
  %.278 = getelementptr i8, ptr %.20, i64 32
  %.279 = load ptr, ptr %.278, align 8
  %.284 = getelementptr i8, ptr %.279, i64 8
  %.285 = load i64, ptr %.284, align 4
  %.292 = getelementptr i8, ptr %.20, i64 16
  %.293 = load ptr, ptr %.292, align 8
  %.294 = tail call double @PyFloat_AsDouble(ptr %.22)
  %.296 = tail call ptr @PyErr_Occurred()
  %.298 = icmp eq ptr %.296, null
  br i1 %.298, label %.297, label %common.ret

.297:
  %.295 = fptrunc double %.294 to float
  %.253.i28.not = icmp slt i64 %.235, 1
  br i1 %.253.i28.not, label %common.ret.sink.split, label %B82.if.i.lr.ph

B82.if.i.lr.ph:
  %.374.i11.not = icmp slt i64 %.237, 1
  %.671.i = mul i64 %.207, %.205
  %.1273.i18.not = icmp slt i64 %.203, 1
  br label %B82.if.i

B82.i.loopexit:
  %exitcond35.not = icmp eq i64 %.266.i, %.235
  br i1 %exitcond35.not, label %common.ret.sink.split, label %B82.if.i

B242.i:
  %invariant.gep5 = getelementptr float, ptr %invariant.gep14, i64 %.318.i.012
  %.875.i7.not = icmp slt i64 %.606.i, 1
  br i1 %.875.i7.not, label %B326.i, label %B284.if.i

B326.i:
  %wrong.3.2.i = phi i1 [ %.686.i, %B116.if.i ], [ %.686.i, %B242.i ], [ %.996.i, %B284.if.i ]
  %5 = getelementptr float, ptr %10, i64 %.318.i.012
  %.1063.i = uitofp i1 %wrong.3.2.i to float
  store float %.1063.i, ptr %5, align 4
  %.1122.i = load float, ptr %14, align 4
  %.1129.i = fdiv float %.295, %.1122.i
  store float %.1129.i, ptr %14, align 4
  %exitcond31.not = icmp eq i64 %.237, %.387.i
  br i1 %exitcond31.not, label %B378.i, label %B116.if.i

B378.i:
  br i1 %.1273.i18.not, label %B534.i.preheader, label %B408.if.i.lr.ph

B408.if.i.lr.ph:
  %.1500.i = mul i64 %.195.i.029, %.207
  %invariant.gep21 = getelementptr float, ptr %.218, i64 %.1500.i
  %.1553.i = mul i64 %.195.i.029, %.237
  %6 = getelementptr float, ptr %.245, i64 %.1553.i
  br label %B408.if.i

B408.i.loopexit:
  %exitcond33.not = icmp eq i64 %.203, %.1286.i
  br i1 %exitcond33.not, label %B534.i.preheader, label %B408.if.i

B534.i.preheader:
  br i1 %.374.i11.not, label %B82.i.loopexit, label %B534.if.i.lr.ph

B534.if.i.lr.ph:
  %.1858.i = mul i64 %.195.i.029, %.207
  %invariant.gep26 = getelementptr float, ptr %.218, i64 %.1858.i
  br label %B534.if.i

B82.if.i:
  %.195.i.029 = phi i64 [ 0, %B82.if.i.lr.ph ], [ %.266.i, %B82.i.loopexit ]
  %.266.i = add nuw nsw i64 %.195.i.029, 1
  br i1 %.374.i11.not, label %B378.i, label %B116.if.i.lr.ph

B116.if.i.lr.ph:
  %.463.i = mul i64 %.195.i.029, %.269
  %7 = getelementptr float, ptr %.277, i64 %.463.i
  %.517.i = mul i64 %.195.i.029, %.253
  %8 = getelementptr float, ptr %.261, i64 %.517.i
  %.675.i = mul i64 %.195.i.029, %.207
  %invariant.gep14 = getelementptr float, ptr %.218, i64 %.675.i
  %.742.i = mul i64 %.195.i.029, %.237
  %9 = getelementptr float, ptr %.245, i64 %.742.i
  %.1057.i = mul i64 %.195.i.029, %.285
  %10 = getelementptr float, ptr %.293, i64 %.1057.i
  br label %B116.if.i

B116.if.i:
  %.318.i.012 = phi i64 [ 0, %B116.if.i.lr.ph ], [ %.387.i, %B326.i ]
  %.387.i = add nuw nsw i64 %.318.i.012, 1
  %11 = getelementptr float, ptr %7, i64 %.318.i.012
  %.468.i = load float, ptr %11, align 4
  %12 = getelementptr float, ptr %8, i64 %.318.i.012
  %.522.i = load float, ptr %12, align 4
  %.525.i = fsub float %.468.i, %.522.i
  store float %.525.i, ptr %11, align 4
  %13 = getelementptr i64, ptr %.229, i64 %.318.i.012
  %.606.i = load i64, ptr %13, align 8
  %.641.i = icmp slt i64 %.606.i, 0
  %.642.i = select i1 %.641.i, i64 %.203, i64 0
  %.643.i = add i64 %.642.i, %.606.i
  %.673.i = mul i64 %.643.i, %.671.i
  %gep = getelementptr float, ptr %invariant.gep14, i64 %.673.i
  %.679.i = getelementptr float, ptr %gep, i64 %.318.i.012
  %.680.i = load float, ptr %.679.i, align 4
  %.686.i = fcmp une float %.680.i, 1.000000e+00
  %14 = getelementptr float, ptr %9, i64 %.318.i.012
  %.747.i = load float, ptr %14, align 4
  %.752.i = fcmp ult float %.747.i, 2.000000e+00
  br i1 %.752.i, label %B326.i, label %B242.i

B284.if.i:
  %wrong.2.3.i10 = phi i1 [ %.996.i, %B284.if.i ], [ %.686.i, %B242.i ]
  %.816.i.08 = phi i64 [ %.888.i, %B284.if.i ], [ 0, %B242.i ]
  %.888.i = add nuw nsw i64 %.816.i.08, 1
  %.981.i = mul i64 %.816.i.08, %.671.i
  %gep6 = getelementptr float, ptr %invariant.gep5, i64 %.981.i
  %.988.i = load float, ptr %gep6, align 4
  %.994.i = fcmp oeq float %.988.i, 1.000000e+00
  %.996.i = or i1 %wrong.2.3.i10, %.994.i
  %exitcond.not = icmp eq i64 %.606.i, %.888.i
  br i1 %exitcond.not, label %B326.i, label %B284.if.i

B408.if.i:
  %.1217.i.019 = phi i64 [ 0, %B408.if.i.lr.ph ], [ %.1286.i, %B408.i.loopexit ]
  %.1286.i = add nuw nsw i64 %.1217.i.019, 1
  br i1 %.374.i11.not, label %B408.i.loopexit, label %B442.if.i.lr.ph

B442.if.i.lr.ph:
  %.1498.i = mul i64 %.671.i, %.1217.i.019
  %gep22 = getelementptr float, ptr %invariant.gep21, i64 %.1498.i
  br label %B442.if.i

B442.if.i:
  %.1338.i.016 = phi i64 [ 0, %B442.if.i.lr.ph ], [ %.1407.i, %B442.if.i ]
  %.1407.i = add nuw nsw i64 %.1338.i.016, 1
  %15 = getelementptr float, ptr %gep22, i64 %.1338.i.016
  %.1505.i = load float, ptr %15, align 4
  %16 = getelementptr float, ptr %6, i64 %.1338.i.016
  %.1558.i = load float, ptr %16, align 4
  %.1561.i = fmul float %.1505.i, %.1558.i
  store float %.1561.i, ptr %15, align 4
  %exitcond32.not = icmp eq i64 %.237, %.1407.i
  br i1 %exitcond32.not, label %B408.i.loopexit, label %B442.if.i

B534.if.i:
  %.1667.i.024 = phi i64 [ 0, %B534.if.i.lr.ph ], [ %.1736.i, %B534.if.i ]
  %.1736.i = add nuw nsw i64 %.1667.i.024, 1
  %17 = getelementptr i64, ptr %.229, i64 %.1667.i.024
  %.1790.i = load i64, ptr %17, align 8
  %.1824.i = icmp slt i64 %.1790.i, 0
  %.1825.i = select i1 %.1824.i, i64 %.203, i64 0
  %.1826.i = add i64 %.1825.i, %.1790.i
  %.1856.i = mul i64 %.671.i, %.1826.i
  %gep27 = getelementptr float, ptr %invariant.gep26, i64 %.1856.i
  %18 = getelementptr float, ptr %gep27, i64 %.1667.i.024
  %.1863.i = load float, ptr %18, align 4
  %.1865.i = fsub float %.1863.i, %.295
  store float %.1865.i, ptr %18, align 4
  %exitcond34.not = icmp eq i64 %.237, %.1736.i
  br i1 %exitcond34.not, label %B82.i.loopexit, label %B534.if.i
}

declare ptr @PyBool_FromLong(i64)

declare double @PyFloat_AsDouble(ptr)

declare ptr @PyErr_Occurred()
