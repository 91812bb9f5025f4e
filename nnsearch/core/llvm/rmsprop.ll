; 37aa2464c883f7d2d49e3cba3851d28fe4e514a3cd1b5b7a9e596d4ce33a509a
; Made of nnsearch.optim.rmsprop._loop by make loops.
@nnsearch_ndarray = external global i8

declare float @llvm.sqrt.f32(float)

define ptr @rmsprop(ptr %self, ptr %arguments, i64 %count) {
  %enough = icmp eq i64 %count, 6
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
  %a2.at = getelementptr i8, ptr %arguments, i64 16
  %a2 = load ptr, ptr %a2.at, align 8
  %a2.type.at = getelementptr i8, ptr %a2, i64 8
  %a2.type = load ptr, ptr %a2.type.at, align 8
  %array.2 = icmp eq ptr %a2.type, @nnsearch_ndarray
  %a3.at = getelementptr i8, ptr %arguments, i64 24
  %a3 = load ptr, ptr %a3.at, align 8
  %a3.type.at = getelementptr i8, ptr %a3, i64 8
  %a3.type = load ptr, ptr %a3.type.at, align 8
  %array.3 = icmp eq ptr %a3.type, @nnsearch_ndarray
  %a4.at = getelementptr i8, ptr %arguments, i64 32
  %a4 = load ptr, ptr %a4.at, align 8
  %a4.type.at = getelementptr i8, ptr %a4, i64 8
  %a4.type = load ptr, ptr %a4.type.at, align 8
  %array.4 = icmp eq ptr %a4.type, @nnsearch_ndarray
  %a5.at = getelementptr i8, ptr %arguments, i64 40
  %a5 = load ptr, ptr %a5.at, align 8
  %a5.type.at = getelementptr i8, ptr %a5, i64 8
  %a5.type = load ptr, ptr %a5.type.at, align 8
  %array.5 = icmp eq ptr %a5.type, @nnsearch_ndarray
  %array.1.too = and i1 %array.0, %array.1
  %array.2.too = and i1 %array.1.too, %array.2
  %array.3.too = and i1 %array.2.too, %array.3
  %array.4.too = and i1 %array.3.too, %array.4
  %array.5.too = and i1 %array.4.too, %array.5
  br i1 %array.5.too, label %check, label %common.ret

check:
  %a0.dimensions.at = getelementptr i8, ptr %a0, i64 24
  %a0.dimensions = load i32, ptr %a0.dimensions.at, align 4
  %a0.flags.at = getelementptr i8, ptr %a0, i64 64
  %a0.flags = load i32, ptr %a0.flags.at, align 4
  %a0.description.at = getelementptr i8, ptr %a0, i64 56
  %a0.description = load ptr, ptr %a0.description.at, align 8
  %a0.kind.at = getelementptr i8, ptr %a0.description, i64 28
  %a0.kind = load i32, ptr %a0.kind.at, align 4
  %fit.a0 = icmp eq i32 %a0.dimensions, 2
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
  %a2.dimensions.at = getelementptr i8, ptr %a2, i64 24
  %a2.dimensions = load i32, ptr %a2.dimensions.at, align 4
  %a2.flags.at = getelementptr i8, ptr %a2, i64 64
  %a2.flags = load i32, ptr %a2.flags.at, align 4
  %a2.description.at = getelementptr i8, ptr %a2, i64 56
  %a2.description = load ptr, ptr %a2.description.at, align 8
  %a2.kind.at = getelementptr i8, ptr %a2.description, i64 28
  %a2.kind = load i32, ptr %a2.kind.at, align 4
  %fit.a2 = icmp eq i32 %a2.dimensions, 2
  %a2.wanted = and i32 %a2.flags, 257
  %fit.a2.flags = icmp eq i32 %a2.wanted, 257
  %a2.kind.0 = icmp eq i32 %a2.kind, 11
  %a3.dimensions.at = getelementptr i8, ptr %a3, i64 24
  %a3.dimensions = load i32, ptr %a3.dimensions.at, align 4
  %a3.flags.at = getelementptr i8, ptr %a3, i64 64
  %a3.flags = load i32, ptr %a3.flags.at, align 4
  %a3.description.at = getelementptr i8, ptr %a3, i64 56
  %a3.description = load ptr, ptr %a3.description.at, align 8
  %a3.kind.at = getelementptr i8, ptr %a3.description, i64 28
  %a3.kind = load i32, ptr %a3.kind.at, align 4
  %fit.a3 = icmp eq i32 %a3.dimensions, 2
  %a3.wanted = and i32 %a3.flags, 257
  %fit.a3.flags = icmp eq i32 %a3.wanted, 257
  %a3.kind.0 = icmp eq i32 %a3.kind, 11
  %a4.dimensions.at = getelementptr i8, ptr %a4, i64 24
  %a4.dimensions = load i32, ptr %a4.dimensions.at, align 4
  %a4.flags.at = getelementptr i8, ptr %a4, i64 64
  %a4.flags = load i32, ptr %a4.flags.at, align 4
  %a4.description.at = getelementptr i8, ptr %a4, i64 56
  %a4.description = load ptr, ptr %a4.description.at, align 8
  %a4.kind.at = getelementptr i8, ptr %a4.description, i64 28
  %a4.kind = load i32, ptr %a4.kind.at, align 4
  %fit.a4 = icmp eq i32 %a4.dimensions, 2
  %a4.wanted = and i32 %a4.flags, 257
  %fit.a4.flags = icmp eq i32 %a4.wanted, 257
  %a4.kind.0 = icmp eq i32 %a4.kind, 11
  %a5.dimensions.at = getelementptr i8, ptr %a5, i64 24
  %a5.dimensions = load i32, ptr %a5.dimensions.at, align 4
  %a5.flags.at = getelementptr i8, ptr %a5, i64 64
  %a5.flags = load i32, ptr %a5.flags.at, align 4
  %a5.description.at = getelementptr i8, ptr %a5, i64 56
  %a5.description = load ptr, ptr %a5.description.at, align 8
  %a5.kind.at = getelementptr i8, ptr %a5.description, i64 28
  %a5.kind = load i32, ptr %a5.kind.at, align 4
  %fit.a5 = icmp eq i32 %a5.dimensions, 2
  %a5.wanted = and i32 %a5.flags, 257
  %fit.a5.flags = icmp eq i32 %a5.wanted, 257
  %a5.kind.0 = icmp eq i32 %a5.kind, 11
  %fit.a0.flags.too = and i1 %fit.a0, %fit.a0.flags
  %fit.a0.kind.too = and i1 %fit.a0.flags.too, %a0.kind.0
  %fit.a1.too = and i1 %fit.a0.kind.too, %fit.a1
  %fit.a1.flags.too = and i1 %fit.a1.too, %fit.a1.flags
  %fit.a1.kind.too = and i1 %fit.a1.flags.too, %a1.kind.0
  %fit.a2.too = and i1 %fit.a1.kind.too, %fit.a2
  %fit.a2.flags.too = and i1 %fit.a2.too, %fit.a2.flags
  %fit.a2.kind.too = and i1 %fit.a2.flags.too, %a2.kind.0
  %fit.a3.too = and i1 %fit.a2.kind.too, %fit.a3
  %fit.a3.flags.too = and i1 %fit.a3.too, %fit.a3.flags
  %fit.a3.kind.too = and i1 %fit.a3.flags.too, %a3.kind.0
  %fit.a4.too = and i1 %fit.a3.kind.too, %fit.a4
  %fit.a4.flags.too = and i1 %fit.a4.too, %fit.a4.flags
  %fit.a4.kind.too = and i1 %fit.a4.flags.too, %a4.kind.0
  %fit.a5.too = and i1 %fit.a4.kind.too, %fit.a5
  %fit.a5.flags.too = and i1 %fit.a5.too, %fit.a5.flags
  %fit.a5.kind.too = and i1 %fit.a5.flags.too, %a5.kind.0
  br i1 %fit.a5.kind.too, label %run, label %common.ret

common.ret:
  %.sink = phi i64 [ 1, %run ], [ 0, %0 ], [ 0, %check ], [ 0, %look ], [ 1, %B56.i.loopexit ]
  %no = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %no

run:
  %a0.data.at = getelementptr i8, ptr %a0, i64 16
  %a0.data = load ptr, ptr %a0.data.at, align 8
  %a0.shape.at = getelementptr i8, ptr %a0, i64 32
  %a0.shape = load ptr, ptr %a0.shape.at, align 8
  %a0.shape.0 = load i64, ptr %a0.shape, align 4
  %a0.shape.1.at = getelementptr i8, ptr %a0.shape, i64 8
  %a0.shape.1 = load i64, ptr %a0.shape.1.at, align 4
  %a1.data.at = getelementptr i8, ptr %a1, i64 16
  %a1.data = load ptr, ptr %a1.data.at, align 8
  %a1.shape.at = getelementptr i8, ptr %a1, i64 32
  %a1.shape = load ptr, ptr %a1.shape.at, align 8
  %a1.shape.1.at = getelementptr i8, ptr %a1.shape, i64 8
  %a1.shape.1 = load i64, ptr %a1.shape.1.at, align 4
  %a2.data.at = getelementptr i8, ptr %a2, i64 16
  %a2.data = load ptr, ptr %a2.data.at, align 8
  %a2.shape.at = getelementptr i8, ptr %a2, i64 32
  %a2.shape = load ptr, ptr %a2.shape.at, align 8
  %a2.shape.1.at = getelementptr i8, ptr %a2.shape, i64 8
  %a2.shape.1 = load i64, ptr %a2.shape.1.at, align 4
  %a3.data.at = getelementptr i8, ptr %a3, i64 16
  %a3.data = load ptr, ptr %a3.data.at, align 8
  %a3.shape.at = getelementptr i8, ptr %a3, i64 32
  %a3.shape = load ptr, ptr %a3.shape.at, align 8
  %a3.shape.1.at = getelementptr i8, ptr %a3.shape, i64 8
  %a3.shape.1 = load i64, ptr %a3.shape.1.at, align 4
  %a4.data.at = getelementptr i8, ptr %a4, i64 16
  %a4.data = load ptr, ptr %a4.data.at, align 8
  %a4.shape.at = getelementptr i8, ptr %a4, i64 32
  %a4.shape = load ptr, ptr %a4.shape.at, align 8
  %a4.shape.1.at = getelementptr i8, ptr %a4.shape, i64 8
  %a4.shape.1 = load i64, ptr %a4.shape.1.at, align 4
  %a5.data.at = getelementptr i8, ptr %a5, i64 16
  %a5.data = load ptr, ptr %a5.data.at, align 8
  %a5.shape.at = getelementptr i8, ptr %a5, i64 32
  %a5.shape = load ptr, ptr %a5.shape.at, align 8
  %a5.shape.1.at = getelementptr i8, ptr %a5.shape, i64 8
  %a5.shape.1 = load i64, ptr %a5.shape.1.at, align 4
  %.220.i7.not = icmp slt i64 %a0.shape.0, 1
  br i1 %.220.i7.not, label %common.ret, label %B56.if.i.lr.ph

B56.if.i.lr.ph:
  %.355.i4.not = icmp slt i64 %a0.shape.1, 1
  br label %B56.if.i

B56.i.loopexit:
  %exitcond11.not = icmp eq i64 %.233.i, %a0.shape.0
  br i1 %exitcond11.not, label %common.ret, label %B56.if.i

B56.if.i:
  %.162.i.09 = phi i64 [ 0, %B56.if.i.lr.ph ], [ %.233.i, %B56.i.loopexit ]
  %.233.i = add nuw nsw i64 %.162.i.09, 1
  br i1 %.355.i4.not, label %B56.i.loopexit, label %B112.if.i.lr.ph

B112.if.i.lr.ph:
  %.440.i = mul i64 %.162.i.09, %a2.shape.1
  %1 = getelementptr float, ptr %a2.data, i64 %.440.i
  %.497.i = mul i64 %.162.i.09, %a3.shape.1
  %.501.i = getelementptr float, ptr %a3.data, i64 %.497.i
  %.551.i = mul i64 %.162.i.09, %a1.shape.1
  %2 = getelementptr float, ptr %a1.data, i64 %.551.i
  %.718.i = mul i64 %.162.i.09, %a0.shape.1
  %3 = getelementptr float, ptr %a0.data, i64 %.718.i
  %.895.i = mul i64 %.162.i.09, %a5.shape.1
  %.899.i = getelementptr float, ptr %a5.data, i64 %.895.i
  %.955.i = mul i64 %.162.i.09, %a4.shape.1
  %.959.i = getelementptr float, ptr %a4.data, i64 %.955.i
  br label %B112.if.i

B112.if.i:
  %.299.i.05 = phi i64 [ 0, %B112.if.i.lr.ph ], [ %.368.i, %B112.if.i ]
  %.368.i = add nuw nsw i64 %.299.i.05, 1
  %4 = getelementptr float, ptr %1, i64 %.299.i.05
  %.445.i = load float, ptr %4, align 4
  %.502.i = load float, ptr %.501.i, align 4
  %.503.i = fmul float %.445.i, %.502.i
  %5 = getelementptr float, ptr %2, i64 %.299.i.05
  %.556.i = load float, ptr %5, align 4
  %.614.i = fmul float %.556.i, %.556.i
  %.615.i = fadd float %.503.i, %.614.i
  store float %.615.i, ptr %4, align 4
  %6 = getelementptr float, ptr %3, i64 %.299.i.05
  %.723.i = load float, ptr %6, align 4
  %.776.i = load float, ptr %5, align 4
  %.841.i.le = tail call float @llvm.sqrt.f32(float %.615.i)
  %.900.i = load float, ptr %.899.i, align 4
  %.901.i = fadd float %.841.i.le, %.900.i
  %.905.i = fdiv float %.776.i, %.901.i
  %.960.i = load float, ptr %.959.i, align 4
  %.961.i = fmul float %.960.i, %.905.i
  %.962.i = fsub float %.723.i, %.961.i
  store float %.962.i, ptr %6, align 4
  %exitcond.not = icmp eq i64 %a0.shape.1, %.368.i
  br i1 %exitcond.not, label %B56.i.loopexit, label %B112.if.i
}

declare ptr @PyBool_FromLong(i64)
