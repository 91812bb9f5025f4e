; c0881709d2f58d7ad1d6e061de57a7d91cabede83889a81a52e80abf1973cc80
; Made of nnsearch.nn.losses._add_up_loop by make loops.
@nnsearch_ndarray = external global i8

define ptr @softmax_add_up(ptr %self, ptr %arguments, i64 %count) {
  %enough = icmp eq i64 %count, 2
  br i1 %enough, label %look, label %common.ret

look:
  %a0 = load ptr, ptr %arguments, align 8
  %a0.type.at = getelementptr i8, ptr %a0, i64 8
  %a0.type = load ptr, ptr %a0.type.at, align 8
  %array.0 = icmp eq ptr %a0.type, @nnsearch_ndarray
  %a1.at = getelementptr i8, ptr %arguments, i64 8
  %a1 = load ptr, ptr %a1.at, align 8
  %a1.type.at = getelementptr i8, ptr %a1, i64 8
  %a1.type = load ptr, ptr %a1.type.at, align 8
  %array.1 = icmp eq ptr %a1.type, @nnsearch_ndarray
  %array.1.too = and i1 %array.0, %array.1
  br i1 %array.1.too, label %check, label %common.ret

check:
  %a0.dimensions.at = getelementptr i8, ptr %a0, i64 24
  %a0.dimensions = load i32, ptr %a0.dimensions.at, align 4
  %a0.flags.at = getelementptr i8, ptr %a0, i64 64
  %a0.flags = load i32, ptr %a0.flags.at, align 4
  %a0.description.at = getelementptr i8, ptr %a0, i64 56
  %a0.description = load ptr, ptr %a0.description.at, align 8
  %a0.kind.at = getelementptr i8, ptr %a0.description, i64 28
  %a0.kind = load i32, ptr %a0.kind.at, align 4
  %fit.a0 = icmp eq i32 %a0.dimensions, 3
  %a0.wanted = and i32 %a0.flags, 257
  %fit.a0.flags = icmp eq i32 %a0.wanted, 257
  %a0.kind.0 = icmp eq i32 %a0.kind, 11
  %a1.dimensions.at = getelementptr i8, ptr %a1, i64 24
  %a1.dimensions = load i32, ptr %a1.dimensions.at, align 4
  %a1.flags.at = getelementptr i8, ptr %a1, i64 64
  %a1.flags = load i32, ptr %a1.flags.at, align 4
  %a1.description.at = getelementptr i8, ptr %a1, i64 56
  %a1.description = load ptr, ptr %a1.description.at, align 8
  %a1.kind.at = getelementptr i8, ptr %a1.description, i64 28
  %a1.kind = load i32, ptr %a1.kind.at, align 4
  %fit.a1 = icmp eq i32 %a1.dimensions, 2
  %a1.wanted = and i32 %a1.flags, 257
  %fit.a1.flags = icmp eq i32 %a1.wanted, 257
  %a1.kind.0 = icmp eq i32 %a1.kind, 11
  %fit.a0.flags.too = and i1 %fit.a0, %fit.a0.flags
  %fit.a0.kind.too = and i1 %fit.a0.flags.too, %a0.kind.0
  %fit.a1.too = and i1 %fit.a0.kind.too, %fit.a1
  %fit.a1.flags.too = and i1 %fit.a1.too, %fit.a1.flags
  %fit.a1.kind.too = and i1 %fit.a1.flags.too, %a1.kind.0
  br i1 %fit.a1.kind.too, label %run, label %common.ret

common.ret:
  %.sink = phi i64 [ 1, %run ], [ 0, %0 ], [ 0, %check ], [ 0, %look ], [ 1, %B82.i.loopexit ]
  %no = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %no

run:
  %a0.data.at = getelementptr i8, ptr %a0, i64 16
  %a0.data = load ptr, ptr %a0.data.at, align 8
  %a0.shape.at = getelementptr i8, ptr %a0, i64 32
  %a0.shape = load ptr, ptr %a0.shape.at, align 8
  %a0.shape.2.at = getelementptr i8, ptr %a0.shape, i64 16
  %a0.shape.2 = load i64, ptr %a0.shape.2.at, align 4
  %a1.data.at = getelementptr i8, ptr %a1, i64 16
  %a1.data = load ptr, ptr %a1.data.at, align 8
  %a1.shape.at = getelementptr i8, ptr %a1, i64 32
  %a1.shape = load ptr, ptr %a1.shape.at, align 8
  %a1.shape.0 = load i64, ptr %a1.shape, align 4
  %a1.shape.1.at = getelementptr i8, ptr %a1.shape, i64 8
  %a1.shape.1 = load i64, ptr %a1.shape.1.at, align 4
  %.176.i12.not = icmp slt i64 %a1.shape.0, 1
  br i1 %.176.i12.not, label %common.ret, label %B82.if.i.lr.ph

B82.if.i.lr.ph:
  %a0.shape.1.at = getelementptr i8, ptr %a0.shape, i64 8
  %a0.shape.1 = load i64, ptr %a0.shape.1.at, align 4
  %a0.shape.0 = load i64, ptr %a0.shape, align 4
  %.297.i3.not = icmp slt i64 %a1.shape.1, 1
  %.508.i = add i64 %a0.shape.0, -1
  %spec.select2 = tail call i64 @llvm.smax.i64(i64 %.508.i, i64 0)
  %.551.i9.not = icmp slt i64 %.508.i, 1
  %.827.i = mul i64 %a0.shape.2, %a0.shape.1
  br label %B82.if.i

B82.i.loopexit:
  %exitcond17.not = icmp eq i64 %.189.i, %a1.shape.0
  br i1 %exitcond17.not, label %common.ret, label %B82.if.i

B154.i:
  br i1 %.551.i9.not, label %B82.i.loopexit, label %B186.if.i.lr.ph

B186.if.i.lr.ph:
  %.757.i = mul i64 %.118.i.014, %a1.shape.1
  %1 = getelementptr float, ptr %a1.data, i64 %.757.i
  %.831.i = mul i64 %.118.i.014, %a0.shape.2
  %invariant.gep = getelementptr float, ptr %a0.data, i64 %.831.i
  br label %B186.if.i

B186.i.loopexit:
  %exitcond16.not = icmp eq i64 %.495.i.010, %spec.select2
  br i1 %exitcond16.not, label %B82.i.loopexit, label %B186.if.i

B82.if.i:
  %.118.i.014 = phi i64 [ 0, %B82.if.i.lr.ph ], [ %.189.i, %B82.i.loopexit ]
  %.189.i = add nuw nsw i64 %.118.i.014, 1
  br i1 %.297.i3.not, label %B154.i, label %B116.if.i.lr.ph

B116.if.i.lr.ph:
  %.405.i = mul i64 %.118.i.014, %a0.shape.2
  %2 = getelementptr float, ptr %a0.data, i64 %.405.i
  %.458.i = mul i64 %.118.i.014, %a1.shape.1
  %3 = getelementptr float, ptr %a1.data, i64 %.458.i
  br label %B116.if.i

B116.if.i:
  %.241.i.04 = phi i64 [ 0, %B116.if.i.lr.ph ], [ %.310.i, %B116.if.i ]
  %.310.i = add nuw nsw i64 %.241.i.04, 1
  %4 = getelementptr float, ptr %2, i64 %.241.i.04
  %.410.i = load float, ptr %4, align 4
  %5 = getelementptr float, ptr %3, i64 %.241.i.04
  store float %.410.i, ptr %5, align 4
  %exitcond.not = icmp eq i64 %a1.shape.1, %.310.i
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
  %6 = getelementptr float, ptr %1, i64 %.616.i.07
  %.762.i = load float, ptr %6, align 4
  %7 = getelementptr float, ptr %gep, i64 %.616.i.07
  %.836.i = load float, ptr %7, align 4
  %.840.i = fadd float %.762.i, %.836.i
  store float %.840.i, ptr %6, align 4
  %exitcond15.not = icmp eq i64 %a1.shape.1, %.685.i
  br i1 %exitcond15.not, label %B186.i.loopexit, label %B220.if.i
}

declare ptr @PyBool_FromLong(i64)

declare i64 @llvm.smax.i64(i64, i64)
