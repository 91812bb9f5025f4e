; 803f5d778ab524a1d752080bed39e1b3c84a88e60997382dff2c92ae92fdb3a5
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

define ptr @relu(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 2
  br i1 %.6, label %.7, label %common.ret

common.ret:
  %.sink = phi i64 [ 0, %.5 ], [ 0, %.56 ], [ 0, %.27 ], [ 0, %.64 ], [ 0, %.50 ], [ 0, %.45 ], [ 0, %.40 ], [ 0, %.35 ], [ 0, %.21 ], [ 0, %.16 ], [ 0, %.7 ], [ 1, %.69 ], [ 1, %B56.i.loopexit ]
  %.116 = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %.116

.7:
  %.10 = load ptr, ptr %.2, align 8
  %.11 = getelementptr i8, ptr %.2, i64 8
  %.12 = load ptr, ptr %.11, align 8
  %.13 = getelementptr i8, ptr %.10, i64 8
  %.14 = load ptr, ptr %.13, align 8
  %.15 = icmp eq ptr %.14, @nnsearch_ndarray
  br i1 %.15, label %.16, label %common.ret

.16:
  %.18 = getelementptr i8, ptr %.10, i64 24
  %.19 = load i32, ptr %.18, align 4
  %.20 = icmp eq i32 %.19, 3
  br i1 %.20, label %.21, label %common.ret

.21:
  %.23 = getelementptr i8, ptr %.10, i64 64
  %.24 = load i32, ptr %.23, align 4
  %.25 = and i32 %.24, 1281
  %.26 = icmp eq i32 %.25, 1281
  br i1 %.26, label %.27, label %common.ret

.27:
  %.29 = getelementptr i8, ptr %.10, i64 56
  %.30 = load ptr, ptr %.29, align 8
  %.31 = getelementptr i8, ptr %.30, i64 28
  %.32 = load i32, ptr %.31, align 4
  %0 = icmp eq i32 %.32, 11
  br i1 %0, label %.35, label %common.ret

.35:
  %.37 = getelementptr i8, ptr %.30, i64 26
  %.38 = load i8, ptr %.37, align 1
  %.39.not = icmp eq i8 %.38, 62
  br i1 %.39.not, label %common.ret, label %.40

.40:
  %.42 = getelementptr i8, ptr %.12, i64 8
  %.43 = load ptr, ptr %.42, align 8
  %.44 = icmp eq ptr %.43, @nnsearch_ndarray
  br i1 %.44, label %.45, label %common.ret

.45:
  %.47 = getelementptr i8, ptr %.12, i64 24
  %.48 = load i32, ptr %.47, align 4
  %.49 = icmp eq i32 %.48, 3
  br i1 %.49, label %.50, label %common.ret

.50:
  %.52 = getelementptr i8, ptr %.12, i64 64
  %.53 = load i32, ptr %.52, align 4
  %.54 = and i32 %.53, 1281
  %.55 = icmp eq i32 %.54, 1281
  br i1 %.55, label %.56, label %common.ret

.56:
  %.58 = getelementptr i8, ptr %.12, i64 56
  %.59 = load ptr, ptr %.58, align 8
  %.60 = getelementptr i8, ptr %.59, i64 28
  %.61 = load i32, ptr %.60, align 4
  %1 = icmp eq i32 %.61, 11
  br i1 %1, label %.64, label %common.ret

.64:
  %.66 = getelementptr i8, ptr %.59, i64 26
  %.67 = load i8, ptr %.66, align 1
  %.68.not = icmp eq i8 %.67, 62
  br i1 %.68.not, label %common.ret, label %.69

.69:
  %.71 = getelementptr i8, ptr %.10, i64 32
  %.72 = load ptr, ptr %.71, align 8
  %.79 = getelementptr i8, ptr %.72, i64 16
  %.80 = load i64, ptr %.79, align 4
  %.90 = getelementptr i8, ptr %.10, i64 16
  %.91 = load ptr, ptr %.90, align 8
  %.92 = getelementptr i8, ptr %.12, i64 32
  %.93 = load ptr, ptr %.92, align 8
  %.97 = load i64, ptr %.93, align 4
  %.100 = getelementptr i8, ptr %.93, i64 16
  %.101 = load i64, ptr %.100, align 4
  %.111 = getelementptr i8, ptr %.12, i64 16
  %.112 = load ptr, ptr %.111, align 8
  %.156.i11.not = icmp slt i64 %.97, 1
  br i1 %.156.i11.not, label %common.ret, label %B56.if.i.lr.ph

B56.if.i.lr.ph:
  %.98 = getelementptr i8, ptr %.93, i64 8
  %.99 = load i64, ptr %.98, align 4
  %.77 = getelementptr i8, ptr %.72, i64 8
  %.78 = load i64, ptr %.77, align 4
  %.295.i8.not = icmp slt i64 %.99, 1
  %.434.i5.not = icmp slt i64 %.101, 1
  %.536.i = mul i64 %.80, %.78
  %.616.i = mul i64 %.101, %.99
  br label %B56.if.i

B56.i.loopexit:
  %exitcond15.not = icmp eq i64 %.169.i, %.97
  br i1 %exitcond15.not, label %common.ret, label %B56.if.i

B112.i.loopexit:
  %exitcond14.not = icmp eq i64 %.99, %.308.i
  br i1 %exitcond14.not, label %B56.i.loopexit, label %B112.if.i

B56.if.i:
  %.98.i.012 = phi i64 [ 0, %B56.if.i.lr.ph ], [ %.169.i, %B56.i.loopexit ]
  %.169.i = add nuw nsw i64 %.98.i.012, 1
  br i1 %.295.i8.not, label %B56.i.loopexit, label %B112.if.i.lr.ph

B112.if.i.lr.ph:
  %.538.i = mul i64 %.536.i, %.98.i.012
  %2 = getelementptr float, ptr %.91, i64 %.538.i
  %.618.i = mul i64 %.616.i, %.98.i.012
  %3 = getelementptr float, ptr %.112, i64 %.618.i
  br label %B112.if.i

B112.if.i:
  %.239.i.09 = phi i64 [ 0, %B112.if.i.lr.ph ], [ %.308.i, %B112.i.loopexit ]
  %.308.i = add nuw nsw i64 %.239.i.09, 1
  br i1 %.434.i5.not, label %B112.i.loopexit, label %B168.if.i.lr.ph

B168.if.i.lr.ph:
  %.540.i = mul i64 %.239.i.09, %.80
  %4 = getelementptr float, ptr %2, i64 %.540.i
  %.620.i = mul i64 %.239.i.09, %.101
  %5 = getelementptr float, ptr %3, i64 %.620.i
  br label %B168.if.i

B168.if.i:
  %.378.i.06 = phi i64 [ 0, %B168.if.i.lr.ph ], [ %.447.i, %B168.if.i ]
  %.447.i = add nuw nsw i64 %.378.i.06, 1
  %6 = getelementptr float, ptr %4, i64 %.378.i.06
  %.545.i = load float, ptr %6, align 4
  %.551.i = fcmp ogt float %.545.i, 0.000000e+00
  %7 = getelementptr float, ptr %5, i64 %.378.i.06
  %.626.i = uitofp i1 %.551.i to float
  store float %.626.i, ptr %7, align 4
  %.704.i = load float, ptr %6, align 4
  %.782.i = fmul float %.704.i, %.626.i
  store float %.782.i, ptr %6, align 4
  %exitcond.not = icmp eq i64 %.101, %.447.i
  br i1 %exitcond.not, label %B112.i.loopexit, label %B168.if.i
}

declare ptr @PyBool_FromLong(i64)
