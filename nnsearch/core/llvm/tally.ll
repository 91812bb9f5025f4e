; da520db51efb5622a00fcb97cc0dafb62073ba52de6fd8c62e4559427cdb2ab9
; Made of nnsearch.training.epoch._tally_loop by make loops.
@nnsearch_ndarray = external global i8

define ptr @tally(ptr %self, ptr %arguments, i64 %count) {
  %enough = icmp eq i64 %count, 4
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
  %array.1.too = and i1 %array.0, %array.1
  %array.2.too = and i1 %array.1.too, %array.2
  %array.3.too = and i1 %array.2.too, %array.3
  br i1 %array.3.too, label %check, label %common.ret

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
  %a2.kind.0 = icmp eq i32 %a2.kind, 12
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
  %a3.kind.0 = icmp eq i32 %a3.kind, 12
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
  br i1 %fit.a3.kind.too, label %run, label %common.ret

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
  %.180.i6.not = icmp slt i64 %a0.shape.0, 1
  br i1 %.180.i6.not, label %common.ret, label %B56.if.i.lr.ph

B56.if.i.lr.ph:
  %.315.i3.not = icmp slt i64 %a0.shape.1, 1
  br label %B56.if.i

B56.i.loopexit:
  %exitcond9.not = icmp eq i64 %.193.i, %a0.shape.0
  br i1 %exitcond9.not, label %common.ret, label %B56.if.i

B56.if.i:
  %.122.i.08 = phi i64 [ 0, %B56.if.i.lr.ph ], [ %.193.i, %B56.i.loopexit ]
  %.193.i = add nuw nsw i64 %.122.i.08, 1
  br i1 %.315.i3.not, label %B56.i.loopexit, label %B112.if.i.lr.ph

B112.if.i.lr.ph:
  %.400.i = mul i64 %.122.i.08, %a2.shape.1
  %1 = getelementptr double, ptr %a2.data, i64 %.400.i
  %.453.i = mul i64 %.122.i.08, %a0.shape.1
  %2 = getelementptr float, ptr %a0.data, i64 %.453.i
  %.560.i = mul i64 %.122.i.08, %a3.shape.1
  %3 = getelementptr double, ptr %a3.data, i64 %.560.i
  %.613.i = mul i64 %.122.i.08, %a1.shape.1
  %4 = getelementptr float, ptr %a1.data, i64 %.613.i
  br label %B112.if.i

B112.if.i:
  %.259.i.04 = phi i64 [ 0, %B112.if.i.lr.ph ], [ %.328.i, %B112.if.i ]
  %.328.i = add nuw nsw i64 %.259.i.04, 1
  %5 = getelementptr double, ptr %1, i64 %.259.i.04
  %.405.i = load double, ptr %5, align 8
  %6 = getelementptr float, ptr %2, i64 %.259.i.04
  %.458.i = load float, ptr %6, align 4
  %.461.i = fpext float %.458.i to double
  %.462.i = fadd double %.405.i, %.461.i
  store double %.462.i, ptr %5, align 8
  %7 = getelementptr double, ptr %3, i64 %.259.i.04
  %.565.i = load double, ptr %7, align 8
  %8 = getelementptr float, ptr %4, i64 %.259.i.04
  %.618.i = load float, ptr %8, align 4
  %.621.i = fpext float %.618.i to double
  %.622.i = fadd double %.565.i, %.621.i
  store double %.622.i, ptr %7, align 8
  %exitcond.not = icmp eq i64 %a0.shape.1, %.328.i
  br i1 %exitcond.not, label %B56.i.loopexit, label %B112.if.i
}

declare ptr @PyBool_FromLong(i64)
