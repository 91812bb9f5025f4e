; c0f9d4cca25a5b8a519108c325806e22f737289314d43a266563ae8e4b43afcf
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

define ptr @softmax_add_up(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 2
  br i1 %.6, label %.7, label %common.ret

common.ret:
  %.sink = phi i64 [ 0, %.5 ], [ 0, %.56 ], [ 0, %.27 ], [ 0, %.64 ], [ 0, %.50 ], [ 0, %.45 ], [ 0, %.40 ], [ 0, %.35 ], [ 0, %.21 ], [ 0, %.16 ], [ 0, %.7 ], [ 1, %.69 ], [ 1, %B82.i.loopexit ]
  %.111 = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %.111

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
  %.49 = icmp eq i32 %.48, 2
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
  %.98 = getelementptr i8, ptr %.93, i64 8
  %.99 = load i64, ptr %.98, align 4
  %.106 = getelementptr i8, ptr %.12, i64 16
  %.107 = load ptr, ptr %.106, align 8
  %.176.i12.not = icmp slt i64 %.97, 1
  br i1 %.176.i12.not, label %common.ret, label %B82.if.i.lr.ph

B82.if.i.lr.ph:
  %.77 = getelementptr i8, ptr %.72, i64 8
  %.78 = load i64, ptr %.77, align 4
  %.76 = load i64, ptr %.72, align 4
  %.297.i3.not = icmp slt i64 %.99, 1
  %.508.i = add i64 %.76, -1
  %spec.select2 = tail call i64 @llvm.smax.i64(i64 %.508.i, i64 0)
  %.551.i9.not = icmp slt i64 %.508.i, 1
  %.827.i = mul i64 %.80, %.78
  br label %B82.if.i

B82.i.loopexit:
  %exitcond17.not = icmp eq i64 %.189.i, %.97
  br i1 %exitcond17.not, label %common.ret, label %B82.if.i

B154.i:
  br i1 %.551.i9.not, label %B82.i.loopexit, label %B186.if.i.lr.ph

B186.if.i.lr.ph:
  %.757.i = mul i64 %.118.i.013, %.99
  %2 = getelementptr float, ptr %.107, i64 %.757.i
  %.831.i = mul i64 %.118.i.013, %.80
  %invariant.gep = getelementptr float, ptr %.91, i64 %.831.i
  br label %B186.if.i

B186.i.loopexit:
  %exitcond16.not = icmp eq i64 %.495.i.010, %spec.select2
  br i1 %exitcond16.not, label %B82.i.loopexit, label %B186.if.i

B82.if.i:
  %.118.i.013 = phi i64 [ 0, %B82.if.i.lr.ph ], [ %.189.i, %B82.i.loopexit ]
  %.189.i = add nuw nsw i64 %.118.i.013, 1
  br i1 %.297.i3.not, label %B154.i, label %B116.if.i.lr.ph

B116.if.i.lr.ph:
  %.405.i = mul i64 %.118.i.013, %.80
  %3 = getelementptr float, ptr %.91, i64 %.405.i
  %.458.i = mul i64 %.118.i.013, %.99
  %4 = getelementptr float, ptr %.107, i64 %.458.i
  br label %B116.if.i

B116.if.i:
  %.241.i.04 = phi i64 [ 0, %B116.if.i.lr.ph ], [ %.310.i, %B116.if.i ]
  %.310.i = add nuw nsw i64 %.241.i.04, 1
  %5 = getelementptr float, ptr %3, i64 %.241.i.04
  %.410.i = load float, ptr %5, align 4
  %6 = getelementptr float, ptr %4, i64 %.241.i.04
  store float %.410.i, ptr %6, align 4
  %exitcond.not = icmp eq i64 %.99, %.310.i
  br i1 %exitcond.not, label %B154.i, label %B116.if.i

B186.if.i:
  %.495.i.010 = phi i64 [ 1, %B186.if.i.lr.ph ], [ %.564.i, %B186.i.loopexit ]
  %.564.i = add nuw i64 %.495.i.010, 1
  br i1 %.297.i3.not, label %B186.i.loopexit, label %B220.if.i.lr.ph

B220.if.i.lr.ph:
  %.829.i = mul i64 %.827.i, %.495.i.010
  %gep = getelementptr float, ptr %invariant.gep, i64 %.829.i
  br label %B220.if.i

B220.if.i:
  %.616.i.07 = phi i64 [ 0, %B220.if.i.lr.ph ], [ %.685.i, %B220.if.i ]
  %.685.i = add nuw nsw i64 %.616.i.07, 1
  %7 = getelementptr float, ptr %2, i64 %.616.i.07
  %.762.i = load float, ptr %7, align 4
  %8 = getelementptr float, ptr %gep, i64 %.616.i.07
  %.836.i = load float, ptr %8, align 4
  %.840.i = fadd float %.762.i, %.836.i
  store float %.840.i, ptr %7, align 4
  %exitcond15.not = icmp eq i64 %.99, %.685.i
  br i1 %exitcond15.not, label %B186.i.loopexit, label %B220.if.i
}

declare ptr @PyBool_FromLong(i64)

declare i64 @llvm.smax.i64(i64, i64)
