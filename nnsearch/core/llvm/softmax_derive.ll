; 060eaa8b6c0ee90d692a9daafcc835d3a8f2d3f965d0d24b495ed89f0f35f4ec
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

define ptr @softmax_derive(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 4
  br i1 %.6, label %.7, label %common.ret.sink.split

common.ret.sink.split:
  %.sink = phi i64 [ 0, %.5 ], [ 0, %.90 ], [ 0, %.60 ], [ 0, %.31 ], [ 0, %.98 ], [ 0, %.84 ], [ 0, %.79 ], [ 0, %.74 ], [ 0, %.69 ], [ 0, %.54 ], [ 0, %.49 ], [ 0, %.44 ], [ 0, %.39 ], [ 0, %.25 ], [ 0, %.20 ], [ 0, %.7 ], [ 1, %.156 ], [ 1, %B82.i.loopexit ]
  %.163 = tail call ptr @PyBool_FromLong(i64 %.sink)
  br label %common.ret

common.ret:
  %common.ret.op = phi ptr [ null, %.103 ], [ %.163, %common.ret.sink.split ]
  ret ptr %common.ret.op

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
  br i1 %.19, label %.20, label %common.ret.sink.split

.20:
  %.22 = getelementptr i8, ptr %.10, i64 24
  %.23 = load i32, ptr %.22, align 4
  %.24 = icmp eq i32 %.23, 3
  br i1 %.24, label %.25, label %common.ret.sink.split

.25:
  %.27 = getelementptr i8, ptr %.10, i64 64
  %.28 = load i32, ptr %.27, align 4
  %.29 = and i32 %.28, 1281
  %.30 = icmp eq i32 %.29, 1281
  br i1 %.30, label %.31, label %common.ret.sink.split

.31:
  %.33 = getelementptr i8, ptr %.10, i64 56
  %.34 = load ptr, ptr %.33, align 8
  %.35 = getelementptr i8, ptr %.34, i64 28
  %.36 = load i32, ptr %.35, align 4
  %0 = icmp eq i32 %.36, 11
  br i1 %0, label %.39, label %common.ret.sink.split

.39:
  %.41 = getelementptr i8, ptr %.34, i64 26
  %.42 = load i8, ptr %.41, align 1
  %.43.not = icmp eq i8 %.42, 62
  br i1 %.43.not, label %common.ret.sink.split, label %.44

.44:
  %.46 = getelementptr i8, ptr %.12, i64 8
  %.47 = load ptr, ptr %.46, align 8
  %.48 = icmp eq ptr %.47, @nnsearch_ndarray
  br i1 %.48, label %.49, label %common.ret.sink.split

.49:
  %.51 = getelementptr i8, ptr %.12, i64 24
  %.52 = load i32, ptr %.51, align 4
  %.53 = icmp eq i32 %.52, 1
  br i1 %.53, label %.54, label %common.ret.sink.split

.54:
  %.56 = getelementptr i8, ptr %.12, i64 64
  %.57 = load i32, ptr %.56, align 4
  %.58 = and i32 %.57, 1281
  %.59 = icmp eq i32 %.58, 1281
  br i1 %.59, label %.60, label %common.ret.sink.split

.60:
  %.62 = getelementptr i8, ptr %.12, i64 56
  %.63 = load ptr, ptr %.62, align 8
  %.64 = getelementptr i8, ptr %.63, i64 28
  %.65 = load i32, ptr %.64, align 4
  switch i32 %.65, label %common.ret.sink.split [
    i32 9, label %.69
    i32 7, label %.69
  ]

.69:
  %.71 = getelementptr i8, ptr %.63, i64 26
  %.72 = load i8, ptr %.71, align 1
  %.73.not = icmp eq i8 %.72, 62
  br i1 %.73.not, label %common.ret.sink.split, label %.74

.74:
  %.76 = getelementptr i8, ptr %.14, i64 8
  %.77 = load ptr, ptr %.76, align 8
  %.78 = icmp eq ptr %.77, @nnsearch_ndarray
  br i1 %.78, label %.79, label %common.ret.sink.split

.79:
  %.81 = getelementptr i8, ptr %.14, i64 24
  %.82 = load i32, ptr %.81, align 4
  %.83 = icmp eq i32 %.82, 2
  br i1 %.83, label %.84, label %common.ret.sink.split

.84:
  %.86 = getelementptr i8, ptr %.14, i64 64
  %.87 = load i32, ptr %.86, align 4
  %.88 = and i32 %.87, 1281
  %.89 = icmp eq i32 %.88, 1281
  br i1 %.89, label %.90, label %common.ret.sink.split

.90:
  %.92 = getelementptr i8, ptr %.14, i64 56
  %.93 = load ptr, ptr %.92, align 8
  %.94 = getelementptr i8, ptr %.93, i64 28
  %.95 = load i32, ptr %.94, align 4
  %1 = icmp eq i32 %.95, 11
  br i1 %1, label %.98, label %common.ret.sink.split

.98:
  %.100 = getelementptr i8, ptr %.93, i64 26
  %.101 = load i8, ptr %.100, align 1
  %.102.not = icmp eq i8 %.101, 62
  br i1 %.102.not, label %common.ret.sink.split, label %.103

.103:
  %.105 = getelementptr i8, ptr %.10, i64 32
  %.106 = load ptr, ptr %.105, align 8
  %.110 = load i64, ptr %.106, align 4
  %.111 = getelementptr i8, ptr %.106, i64 8
  %.112 = load i64, ptr %.111, align 4
  %.113 = getelementptr i8, ptr %.106, i64 16
  %.114 = load i64, ptr %.113, align 4
  %.124 = getelementptr i8, ptr %.10, i64 16
  %.125 = load ptr, ptr %.124, align 8
  %.135 = getelementptr i8, ptr %.12, i64 16
  %.136 = load ptr, ptr %.135, align 8
  %.137 = getelementptr i8, ptr %.14, i64 32
  %.138 = load ptr, ptr %.137, align 8
  %.142 = load i64, ptr %.138, align 4
  %.143 = getelementptr i8, ptr %.138, i64 8
  %.144 = load i64, ptr %.143, align 4
  %.151 = getelementptr i8, ptr %.14, i64 16
  %.152 = load ptr, ptr %.151, align 8
  %.153 = tail call double @PyFloat_AsDouble(ptr %.16)
  %.155 = tail call ptr @PyErr_Occurred()
  %.157 = icmp eq ptr %.155, null
  br i1 %.157, label %.156, label %common.ret

.156:
  %.154 = fptrunc double %.153 to float
  %.193.i17.not = icmp slt i64 %.142, 1
  br i1 %.193.i17.not, label %common.ret.sink.split, label %B82.if.i.lr.ph

B82.if.i.lr.ph:
  %.314.i3.not = icmp slt i64 %.144, 1
  %.552.i9.not = icmp slt i64 %.110, 1
  %.775.i = mul i64 %.114, %.112
  br label %B82.if.i

B82.i.loopexit:
  %exitcond23.not = icmp eq i64 %.206.i, %.142
  br i1 %exitcond23.not, label %common.ret.sink.split, label %B82.if.i

B158.i:
  br i1 %.552.i9.not, label %B314.i.preheader, label %B188.if.i.lr.ph

B188.if.i.lr.ph:
  %.779.i = mul i64 %.135.i.018, %.114
  %invariant.gep = getelementptr float, ptr %.125, i64 %.779.i
  %.832.i = mul i64 %.135.i.018, %.144
  %2 = getelementptr float, ptr %.152, i64 %.832.i
  br label %B188.if.i

B188.i.loopexit:
  %exitcond21.not = icmp eq i64 %.110, %.565.i
  br i1 %exitcond21.not, label %B314.i.preheader, label %B188.if.i

B314.i.preheader:
  br i1 %.314.i3.not, label %B82.i.loopexit, label %B314.if.i.lr.ph

B314.if.i.lr.ph:
  %.1137.i = mul i64 %.135.i.018, %.114
  %invariant.gep15 = getelementptr float, ptr %.125, i64 %.1137.i
  br label %B314.if.i

B82.if.i:
  %.135.i.018 = phi i64 [ 0, %B82.if.i.lr.ph ], [ %.206.i, %B82.i.loopexit ]
  %.206.i = add nuw nsw i64 %.135.i.018, 1
  br i1 %.314.i3.not, label %B158.i, label %B116.if.i.lr.ph

B116.if.i.lr.ph:
  %.399.i = mul i64 %.135.i.018, %.144
  %3 = getelementptr float, ptr %.152, i64 %.399.i
  br label %B116.if.i

B116.if.i:
  %.258.i.04 = phi i64 [ 0, %B116.if.i.lr.ph ], [ %.327.i, %B116.if.i ]
  %.327.i = add nuw nsw i64 %.258.i.04, 1
  %4 = getelementptr float, ptr %3, i64 %.258.i.04
  %.404.i = load float, ptr %4, align 4
  %.411.i = fdiv float %.154, %.404.i
  store float %.411.i, ptr %4, align 4
  %exitcond.not = icmp eq i64 %.144, %.327.i
  br i1 %exitcond.not, label %B158.i, label %B116.if.i

B188.if.i:
  %.496.i.010 = phi i64 [ 0, %B188.if.i.lr.ph ], [ %.565.i, %B188.i.loopexit ]
  %.565.i = add nuw nsw i64 %.496.i.010, 1
  br i1 %.314.i3.not, label %B188.i.loopexit, label %B222.if.i.lr.ph

B222.if.i.lr.ph:
  %.777.i = mul i64 %.775.i, %.496.i.010
  %gep = getelementptr float, ptr %invariant.gep, i64 %.777.i
  br label %B222.if.i

B222.if.i:
  %.617.i.07 = phi i64 [ 0, %B222.if.i.lr.ph ], [ %.686.i, %B222.if.i ]
  %.686.i = add nuw nsw i64 %.617.i.07, 1
  %5 = getelementptr float, ptr %gep, i64 %.617.i.07
  %.784.i = load float, ptr %5, align 4
  %6 = getelementptr float, ptr %2, i64 %.617.i.07
  %.837.i = load float, ptr %6, align 4
  %.840.i = fmul float %.784.i, %.837.i
  store float %.840.i, ptr %5, align 4
  %exitcond20.not = icmp eq i64 %.144, %.686.i
  br i1 %exitcond20.not, label %B188.i.loopexit, label %B222.if.i

B314.if.i:
  %.946.i.013 = phi i64 [ 0, %B314.if.i.lr.ph ], [ %.1015.i, %B314.if.i ]
  %.1015.i = add nuw nsw i64 %.946.i.013, 1
  %7 = getelementptr i64, ptr %.136, i64 %.946.i.013
  %.1069.i = load i64, ptr %7, align 8
  %.1103.i = icmp slt i64 %.1069.i, 0
  %.1104.i = select i1 %.1103.i, i64 %.110, i64 0
  %.1105.i = add i64 %.1104.i, %.1069.i
  %.1135.i = mul i64 %.775.i, %.1105.i
  %gep16 = getelementptr float, ptr %invariant.gep15, i64 %.1135.i
  %8 = getelementptr float, ptr %gep16, i64 %.946.i.013
  %.1142.i = load float, ptr %8, align 4
  %.1144.i = fsub float %.1142.i, %.154
  store float %.1144.i, ptr %8, align 4
  %exitcond22.not = icmp eq i64 %.144, %.1015.i
  br i1 %exitcond22.not, label %B82.i.loopexit, label %B314.if.i
}

declare ptr @PyBool_FromLong(i64)

declare double @PyFloat_AsDouble(ptr)

declare ptr @PyErr_Occurred()
