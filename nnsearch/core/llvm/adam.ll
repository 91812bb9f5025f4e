; 1e01bcc099f1086c876818d8f7f66ca1ff50ced86801f0242997f600dd7f002e
; Made of nnsearch.optim.adam._loop by make loops.
@nnsearch_ndarray = external global i8

declare float @llvm.sqrt.f32(float)

define ptr @adam(ptr %self, ptr %arguments, i64 %count) {
  %enough = icmp eq i64 %count, 8
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
  %a6.at = getelementptr i8, ptr %arguments, i64 48
  %a6 = load ptr, ptr %a6.at, align 8
  %a6.type.at = getelementptr i8, ptr %a6, i64 8
  %a6.type = load ptr, ptr %a6.type.at, align 8
  %array.6 = icmp eq ptr %a6.type, @nnsearch_ndarray
  %a7.at = getelementptr i8, ptr %arguments, i64 56
  %a7 = load ptr, ptr %a7.at, align 8
  %a7.type.at = getelementptr i8, ptr %a7, i64 8
  %a7.type = load ptr, ptr %a7.type.at, align 8
  %array.7 = icmp eq ptr %a7.type, @nnsearch_ndarray
  %array.1.too = and i1 %array.0, %array.1
  %array.2.too = and i1 %array.1.too, %array.2
  %array.3.too = and i1 %array.2.too, %array.3
  %array.4.too = and i1 %array.3.too, %array.4
  %array.5.too = and i1 %array.4.too, %array.5
  %array.6.too = and i1 %array.5.too, %array.6
  %array.7.too = and i1 %array.6.too, %array.7
  br i1 %array.7.too, label %check, label %common.ret

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
  %a6.dimensions.at = getelementptr i8, ptr %a6, i64 24
  %a6.dimensions = load i32, ptr %a6.dimensions.at, align 4
  %a6.flags.at = getelementptr i8, ptr %a6, i64 64
  %a6.flags = load i32, ptr %a6.flags.at, align 4
  %a6.description.at = getelementptr i8, ptr %a6, i64 56
  %a6.description = load ptr, ptr %a6.description.at, align 8
  %a6.kind.at = getelementptr i8, ptr %a6.description, i64 28
  %a6.kind = load i32, ptr %a6.kind.at, align 4
  %fit.a6 = icmp eq i32 %a6.dimensions, 2
  %a6.wanted = and i32 %a6.flags, 257
  %fit.a6.flags = icmp eq i32 %a6.wanted, 257
  %a6.kind.0 = icmp eq i32 %a6.kind, 11
  %a7.dimensions.at = getelementptr i8, ptr %a7, i64 24
  %a7.dimensions = load i32, ptr %a7.dimensions.at, align 4
  %a7.flags.at = getelementptr i8, ptr %a7, i64 64
  %a7.flags = load i32, ptr %a7.flags.at, align 4
  %a7.description.at = getelementptr i8, ptr %a7, i64 56
  %a7.description = load ptr, ptr %a7.description.at, align 8
  %a7.kind.at = getelementptr i8, ptr %a7.description, i64 28
  %a7.kind = load i32, ptr %a7.kind.at, align 4
  %fit.a7 = icmp eq i32 %a7.dimensions, 2
  %a7.wanted = and i32 %a7.flags, 257
  %fit.a7.flags = icmp eq i32 %a7.wanted, 257
  %a7.kind.0 = icmp eq i32 %a7.kind, 11
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
  %fit.a6.too = and i1 %fit.a5.kind.too, %fit.a6
  %fit.a6.flags.too = and i1 %fit.a6.too, %fit.a6.flags
  %fit.a6.kind.too = and i1 %fit.a6.flags.too, %a6.kind.0
  %fit.a7.too = and i1 %fit.a6.kind.too, %fit.a7
  %fit.a7.flags.too = and i1 %fit.a7.too, %fit.a7.flags
  %fit.a7.kind.too = and i1 %fit.a7.flags.too, %a7.kind.0
  br i1 %fit.a7.kind.too, label %run, label %common.ret

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
  %a6.data.at = getelementptr i8, ptr %a6, i64 16
  %a6.data = load ptr, ptr %a6.data.at, align 8
  %a6.shape.at = getelementptr i8, ptr %a6, i64 32
  %a6.shape = load ptr, ptr %a6.shape.at, align 8
  %a6.shape.1.at = getelementptr i8, ptr %a6.shape, i64 8
  %a6.shape.1 = load i64, ptr %a6.shape.1.at, align 4
  %a7.data.at = getelementptr i8, ptr %a7, i64 16
  %a7.data = load ptr, ptr %a7.data.at, align 8
  %a7.shape.at = getelementptr i8, ptr %a7, i64 32
  %a7.shape = load ptr, ptr %a7.shape.at, align 8
  %a7.shape.1.at = getelementptr i8, ptr %a7.shape, i64 8
  %a7.shape.1 = load i64, ptr %a7.shape.1.at, align 4
  %.260.i7.not = icmp slt i64 %a0.shape.0, 1
  br i1 %.260.i7.not, label %common.ret, label %B56.if.i.lr.ph

B56.if.i.lr.ph:
  %.395.i4.not = icmp slt i64 %a0.shape.1, 1
  br label %B56.if.i

B56.i.loopexit:
  %exitcond11.not = icmp eq i64 %.273.i, %a0.shape.0
  br i1 %exitcond11.not, label %common.ret, label %B56.if.i

B56.if.i:
  %.202.i.09 = phi i64 [ 0, %B56.if.i.lr.ph ], [ %.273.i, %B56.i.loopexit ]
  %.273.i = add nuw nsw i64 %.202.i.09, 1
  br i1 %.395.i4.not, label %B56.i.loopexit, label %B112.if.i.lr.ph

B112.if.i.lr.ph:
  %.480.i = mul i64 %.202.i.09, %a2.shape.1
  %1 = getelementptr float, ptr %a2.data, i64 %.480.i
  %.537.i = mul i64 %.202.i.09, %a4.shape.1
  %.541.i = getelementptr float, ptr %a4.data, i64 %.537.i
  %.591.i = mul i64 %.202.i.09, %a1.shape.1
  %2 = getelementptr float, ptr %a1.data, i64 %.591.i
  %.702.i = mul i64 %.202.i.09, %a3.shape.1
  %3 = getelementptr float, ptr %a3.data, i64 %.702.i
  %.759.i = mul i64 %.202.i.09, %a5.shape.1
  %.763.i = getelementptr float, ptr %a5.data, i64 %.759.i
  %.980.i = mul i64 %.202.i.09, %a0.shape.1
  %4 = getelementptr float, ptr %a0.data, i64 %.980.i
  %.1157.i = mul i64 %.202.i.09, %a7.shape.1
  %.1161.i = getelementptr float, ptr %a7.data, i64 %.1157.i
  %.1217.i = mul i64 %.202.i.09, %a6.shape.1
  %.1221.i = getelementptr float, ptr %a6.data, i64 %.1217.i
  br label %B112.if.i

B112.if.i:
  %.339.i.05 = phi i64 [ 0, %B112.if.i.lr.ph ], [ %.408.i, %B112.if.i ]
  %.408.i = add nuw nsw i64 %.339.i.05, 1
  %5 = getelementptr float, ptr %1, i64 %.339.i.05
  %.485.i = load float, ptr %5, align 4
  %.542.i = load float, ptr %.541.i, align 4
  %.543.i = fmul float %.485.i, %.542.i
  %6 = getelementptr float, ptr %2, i64 %.339.i.05
  %.596.i = load float, ptr %6, align 4
  %.599.i = fadd float %.543.i, %.596.i
  store float %.599.i, ptr %5, align 4
  %7 = getelementptr float, ptr %3, i64 %.339.i.05
  %.707.i = load float, ptr %7, align 4
  %.764.i = load float, ptr %.763.i, align 4
  %.765.i = fmul float %.707.i, %.764.i
  %.818.i = load float, ptr %6, align 4
  %.876.i = fmul float %.818.i, %.818.i
  %.877.i = fadd float %.765.i, %.876.i
  store float %.877.i, ptr %7, align 4
  %8 = getelementptr float, ptr %4, i64 %.339.i.05
  %.985.i = load float, ptr %8, align 4
  %.1038.i = load float, ptr %5, align 4
  %.1103.i.le = tail call float @llvm.sqrt.f32(float %.877.i)
  %.1162.i = load float, ptr %.1161.i, align 4
  %.1163.i = fadd float %.1103.i.le, %.1162.i
  %.1167.i = fdiv float %.1038.i, %.1163.i
  %.1222.i = load float, ptr %.1221.i, align 4
  %.1223.i = fmul float %.1222.i, %.1167.i
  %.1224.i = fsub float %.985.i, %.1223.i
  store float %.1224.i, ptr %8, align 4
  %exitcond.not = icmp eq i64 %a0.shape.1, %.408.i
  br i1 %exitcond.not, label %B56.i.loopexit, label %B112.if.i
}

declare ptr @PyBool_FromLong(i64)
