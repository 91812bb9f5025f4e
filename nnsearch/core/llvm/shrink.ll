; 9267ef8cb40f5200c8d0e93c7d7fde8fd124f48f3c566b19264d21af7d31afea
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

define ptr @shrink(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 3
  br i1 %.6, label %.7, label %common.ret

common.ret:
  %.sink = phi i64 [ 0, %.5 ], [ 0, %.87 ], [ 0, %.58 ], [ 0, %.29 ], [ 0, %.95 ], [ 0, %.81 ], [ 0, %.76 ], [ 0, %.71 ], [ 0, %.66 ], [ 0, %.52 ], [ 0, %.47 ], [ 0, %.42 ], [ 0, %.37 ], [ 0, %.23 ], [ 0, %.18 ], [ 0, %.7 ], [ 1, %.100 ], [ 1, %B56.i.loopexit ]
  %.153 = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %.153

.7:
  %.10 = load ptr, ptr %.2, align 8
  %.11 = getelementptr i8, ptr %.2, i64 8
  %.12 = load ptr, ptr %.11, align 8
  %.13 = getelementptr i8, ptr %.2, i64 16
  %.14 = load ptr, ptr %.13, align 8
  %.15 = getelementptr i8, ptr %.10, i64 8
  %.16 = load ptr, ptr %.15, align 8
  %.17 = icmp eq ptr %.16, @nnsearch_ndarray
  br i1 %.17, label %.18, label %common.ret

.18:
  %.20 = getelementptr i8, ptr %.10, i64 24
  %.21 = load i32, ptr %.20, align 4
  %.22 = icmp eq i32 %.21, 2
  br i1 %.22, label %.23, label %common.ret

.23:
  %.25 = getelementptr i8, ptr %.10, i64 64
  %.26 = load i32, ptr %.25, align 4
  %.27 = and i32 %.26, 1281
  %.28 = icmp eq i32 %.27, 1281
  br i1 %.28, label %.29, label %common.ret

.29:
  %.31 = getelementptr i8, ptr %.10, i64 56
  %.32 = load ptr, ptr %.31, align 8
  %.33 = getelementptr i8, ptr %.32, i64 28
  %.34 = load i32, ptr %.33, align 4
  %0 = icmp eq i32 %.34, 11
  br i1 %0, label %.37, label %common.ret

.37:
  %.39 = getelementptr i8, ptr %.32, i64 26
  %.40 = load i8, ptr %.39, align 1
  %.41.not = icmp eq i8 %.40, 62
  br i1 %.41.not, label %common.ret, label %.42

.42:
  %.44 = getelementptr i8, ptr %.12, i64 8
  %.45 = load ptr, ptr %.44, align 8
  %.46 = icmp eq ptr %.45, @nnsearch_ndarray
  br i1 %.46, label %.47, label %common.ret

.47:
  %.49 = getelementptr i8, ptr %.12, i64 24
  %.50 = load i32, ptr %.49, align 4
  %.51 = icmp eq i32 %.50, 2
  br i1 %.51, label %.52, label %common.ret

.52:
  %.54 = getelementptr i8, ptr %.12, i64 64
  %.55 = load i32, ptr %.54, align 4
  %.56 = and i32 %.55, 1281
  %.57 = icmp eq i32 %.56, 1281
  br i1 %.57, label %.58, label %common.ret

.58:
  %.60 = getelementptr i8, ptr %.12, i64 56
  %.61 = load ptr, ptr %.60, align 8
  %.62 = getelementptr i8, ptr %.61, i64 28
  %.63 = load i32, ptr %.62, align 4
  %1 = icmp eq i32 %.63, 11
  br i1 %1, label %.66, label %common.ret

.66:
  %.68 = getelementptr i8, ptr %.61, i64 26
  %.69 = load i8, ptr %.68, align 1
  %.70.not = icmp eq i8 %.69, 62
  br i1 %.70.not, label %common.ret, label %.71

.71:
  %.73 = getelementptr i8, ptr %.14, i64 8
  %.74 = load ptr, ptr %.73, align 8
  %.75 = icmp eq ptr %.74, @nnsearch_ndarray
  br i1 %.75, label %.76, label %common.ret

.76:
  %.78 = getelementptr i8, ptr %.14, i64 24
  %.79 = load i32, ptr %.78, align 4
  %.80 = icmp eq i32 %.79, 2
  br i1 %.80, label %.81, label %common.ret

.81:
  %.83 = getelementptr i8, ptr %.14, i64 64
  %.84 = load i32, ptr %.83, align 4
  %.85 = and i32 %.84, 1281
  %.86 = icmp eq i32 %.85, 1281
  br i1 %.86, label %.87, label %common.ret

.87:
  %.89 = getelementptr i8, ptr %.14, i64 56
  %.90 = load ptr, ptr %.89, align 8
  %.91 = getelementptr i8, ptr %.90, i64 28
  %.92 = load i32, ptr %.91, align 4
  %2 = icmp eq i32 %.92, 11
  br i1 %2, label %.95, label %common.ret

.95:
  %.97 = getelementptr i8, ptr %.90, i64 26
  %.98 = load i8, ptr %.97, align 1
  %.99.not = icmp eq i8 %.98, 62
  br i1 %.99.not, label %common.ret, label %.100

.100:
  %.102 = getelementptr i8, ptr %.10, i64 32
  %.103 = load ptr, ptr %.102, align 8
  %.107 = load i64, ptr %.103, align 4
  %.108 = getelementptr i8, ptr %.103, i64 8
  %.109 = load i64, ptr %.108, align 4
  %.116 = getelementptr i8, ptr %.10, i64 16
  %.117 = load ptr, ptr %.116, align 8
  %.118 = getelementptr i8, ptr %.12, i64 32
  %.119 = load ptr, ptr %.118, align 8
  %.124 = getelementptr i8, ptr %.119, i64 8
  %.125 = load i64, ptr %.124, align 4
  %.132 = getelementptr i8, ptr %.12, i64 16
  %.133 = load ptr, ptr %.132, align 8
  %.134 = getelementptr i8, ptr %.14, i64 32
  %.135 = load ptr, ptr %.134, align 8
  %.140 = getelementptr i8, ptr %.135, i64 8
  %.141 = load i64, ptr %.140, align 4
  %.148 = getelementptr i8, ptr %.14, i64 16
  %.149 = load ptr, ptr %.148, align 8
  %.160.i6.not = icmp slt i64 %.107, 1
  br i1 %.160.i6.not, label %common.ret, label %B56.if.i.lr.ph

B56.if.i.lr.ph:
  %.295.i3.not = icmp slt i64 %.109, 1
  br label %B56.if.i

B56.i.loopexit:
  %exitcond9.not = icmp eq i64 %.173.i, %.107
  br i1 %exitcond9.not, label %common.ret, label %B56.if.i

B56.if.i:
  %.102.i.07 = phi i64 [ 0, %B56.if.i.lr.ph ], [ %.173.i, %B56.i.loopexit ]
  %.173.i = add nuw nsw i64 %.102.i.07, 1
  br i1 %.295.i3.not, label %B56.i.loopexit, label %B112.if.i.lr.ph

B112.if.i.lr.ph:
  %.380.i = mul i64 %.102.i.07, %.141
  %3 = getelementptr float, ptr %.149, i64 %.380.i
  %.433.i = mul i64 %.102.i.07, %.109
  %4 = getelementptr float, ptr %.117, i64 %.433.i
  %.488.i = mul i64 %.102.i.07, %.125
  %5 = getelementptr float, ptr %.133, i64 %.488.i
  br label %B112.if.i

B112.if.i:
  %.239.i.04 = phi i64 [ 0, %B112.if.i.lr.ph ], [ %.308.i, %B112.if.i ]
  %.308.i = add nuw nsw i64 %.239.i.04, 1
  %6 = getelementptr float, ptr %3, i64 %.239.i.04
  %.385.i = load float, ptr %6, align 4
  %7 = getelementptr float, ptr %4, i64 %.239.i.04
  %.438.i = load float, ptr %7, align 4
  %8 = getelementptr float, ptr %5, i64 %.239.i.04
  %.493.i = load float, ptr %8, align 4
  %.496.i = fmul float %.438.i, %.493.i
  %.497.i = fadd float %.385.i, %.496.i
  store float %.497.i, ptr %6, align 4
  %exitcond.not = icmp eq i64 %.109, %.308.i
  br i1 %exitcond.not, label %B56.i.loopexit, label %B112.if.i
}

declare ptr @PyBool_FromLong(i64)
