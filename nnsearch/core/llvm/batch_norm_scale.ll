; 7e02d842a407a4dd55ec7ba751f2658b4961d750b83543c51cc594601d2d8608
; Made of nnsearch.nn.batch_norm._scale_loop by make loops.
@nnsearch_ndarray = external global i8

define ptr @batch_norm_scale(ptr %self, ptr %arguments, i64 %count) {
  %enough = icmp eq i64 %count, 5
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
  %array.1.too = and i1 %array.0, %array.1
  %array.2.too = and i1 %array.1.too, %array.2
  %array.3.too = and i1 %array.2.too, %array.3
  %array.4.too = and i1 %array.3.too, %array.4
  br i1 %array.4.too, label %check, label %common.ret

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
  %fit.a1 = icmp eq i32 %a1.dimensions, 3
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
  %fit.a2 = icmp eq i32 %a2.dimensions, 3
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
  %fit.a3 = icmp eq i32 %a3.dimensions, 3
  %a3.wanted = and i32 %a3.flags, 256
  %fit.a3.flags = icmp ne i32 %a3.wanted, 0
  %a3.kind.0 = icmp eq i32 %a3.kind, 11
  %a4.dimensions.at = getelementptr i8, ptr %a4, i64 24
  %a4.dimensions = load i32, ptr %a4.dimensions.at, align 4
  %a4.flags.at = getelementptr i8, ptr %a4, i64 64
  %a4.flags = load i32, ptr %a4.flags.at, align 4
  %a4.description.at = getelementptr i8, ptr %a4, i64 56
  %a4.description = load ptr, ptr %a4.description.at, align 8
  %a4.kind.at = getelementptr i8, ptr %a4.description, i64 28
  %a4.kind = load i32, ptr %a4.kind.at, align 4
  %fit.a4 = icmp eq i32 %a4.dimensions, 3
  %a4.wanted = and i32 %a4.flags, 256
  %fit.a4.flags = icmp ne i32 %a4.wanted, 0
  %a4.kind.0 = icmp eq i32 %a4.kind, 11
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
  br i1 %fit.a4.kind.too, label %run, label %common.ret

common.ret:
  %.sink = phi i64 [ 1, %run ], [ 0, %0 ], [ 0, %check ], [ 0, %look ], [ 1, %B56.i.loopexit ]
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
  %a1.shape.2.at = getelementptr i8, ptr %a1.shape, i64 16
  %a1.shape.2 = load i64, ptr %a1.shape.2.at, align 4
  %a2.data.at = getelementptr i8, ptr %a2, i64 16
  %a2.data = load ptr, ptr %a2.data.at, align 8
  %a2.shape.at = getelementptr i8, ptr %a2, i64 32
  %a2.shape = load ptr, ptr %a2.shape.at, align 8
  %a2.shape.2.at = getelementptr i8, ptr %a2.shape, i64 16
  %a2.shape.2 = load i64, ptr %a2.shape.2.at, align 4
  %a3.data.at = getelementptr i8, ptr %a3, i64 16
  %a3.data = load ptr, ptr %a3.data.at, align 8
  %a3.strides.at = getelementptr i8, ptr %a3, i64 40
  %a3.strides = load ptr, ptr %a3.strides.at, align 8
  %a3.strides.0 = load i64, ptr %a3.strides, align 4
  %a3.strides.1.at = getelementptr i8, ptr %a3.strides, i64 8
  %a3.strides.1 = load i64, ptr %a3.strides.1.at, align 4
  %a4.data.at = getelementptr i8, ptr %a4, i64 16
  %a4.data = load ptr, ptr %a4.data.at, align 8
  %a4.strides.at = getelementptr i8, ptr %a4, i64 40
  %a4.strides = load ptr, ptr %a4.strides.at, align 8
  %a4.strides.0 = load i64, ptr %a4.strides, align 4
  %a4.strides.1.at = getelementptr i8, ptr %a4.strides, i64 8
  %a4.strides.1 = load i64, ptr %a4.strides.1.at, align 4
  %.234.i11.not = icmp slt i64 %a1.shape.0, 1
  br i1 %.234.i11.not, label %common.ret, label %B56.if.i.lr.ph

B56.if.i.lr.ph:
  %a2.shape.1.at = getelementptr i8, ptr %a2.shape, i64 8
  %a2.shape.1 = load i64, ptr %a2.shape.1.at, align 4
  %a1.shape.1.at = getelementptr i8, ptr %a1.shape, i64 8
  %a1.shape.1 = load i64, ptr %a1.shape.1.at, align 4
  %a0.shape.1.at = getelementptr i8, ptr %a0.shape, i64 8
  %a0.shape.1 = load i64, ptr %a0.shape.1.at, align 4
  %.373.i8.not = icmp slt i64 %a1.shape.1, 1
  %.512.i5.not = icmp slt i64 %a1.shape.2, 1
  %.614.i = mul i64 %a1.shape.2, %a1.shape.1
  %.691.i = mul i64 %a2.shape.2, %a2.shape.1
  %.1067.i = mul i64 %a0.shape.2, %a0.shape.1
  br label %B56.if.i

B56.i.loopexit:
  %exitcond15.not = icmp eq i64 %.247.i, %a1.shape.0
  br i1 %exitcond15.not, label %common.ret, label %B56.if.i

B112.i.loopexit:
  %exitcond14.not = icmp eq i64 %a1.shape.1, %.386.i
  br i1 %exitcond14.not, label %B56.i.loopexit, label %B112.if.i

B56.if.i:
  %.176.i.013 = phi i64 [ 0, %B56.if.i.lr.ph ], [ %.247.i, %B56.i.loopexit ]
  %.247.i = add nuw nsw i64 %.176.i.013, 1
  br i1 %.373.i8.not, label %B56.i.loopexit, label %B112.if.i.lr.ph

B112.if.i.lr.ph:
  %.616.i = mul i64 %.614.i, %.176.i.013
  %1 = getelementptr float, ptr %a1.data, i64 %.616.i
  %.693.i = mul i64 %.691.i, %.176.i.013
  %2 = getelementptr float, ptr %a2.data, i64 %.693.i
  %.917.i = mul i64 %.176.i.013, %a3.strides.0
  %3 = getelementptr i8, ptr %a3.data, i64 %.917.i
  %.993.i = mul i64 %.176.i.013, %a4.strides.0
  %4 = getelementptr i8, ptr %a4.data, i64 %.993.i
  %.1069.i = mul i64 %.1067.i, %.176.i.013
  %5 = getelementptr float, ptr %a0.data, i64 %.1069.i
  br label %B112.if.i

B112.if.i:
  %.317.i.09 = phi i64 [ 0, %B112.if.i.lr.ph ], [ %.386.i, %B112.i.loopexit ]
  %.386.i = add nuw nsw i64 %.317.i.09, 1
  br i1 %.512.i5.not, label %B112.i.loopexit, label %B168.if.i.lr.ph

B168.if.i.lr.ph:
  %.618.i = mul i64 %.317.i.09, %a1.shape.2
  %6 = getelementptr float, ptr %1, i64 %.618.i
  %.695.i = mul i64 %.317.i.09, %a2.shape.2
  %.699.i = getelementptr float, ptr %2, i64 %.695.i
  %.918.i = mul i64 %.317.i.09, %a3.strides.1
  %.923.i = getelementptr i8, ptr %3, i64 %.918.i
  %.994.i = mul i64 %.317.i.09, %a4.strides.1
  %.999.i = getelementptr i8, ptr %4, i64 %.994.i
  %.1071.i = mul i64 %.317.i.09, %a0.shape.2
  %7 = getelementptr float, ptr %5, i64 %.1071.i
  br label %B168.if.i

B168.if.i:
  %.456.i.06 = phi i64 [ 0, %B168.if.i.lr.ph ], [ %.525.i, %B168.if.i ]
  %.525.i = add nuw nsw i64 %.456.i.06, 1
  %8 = getelementptr float, ptr %6, i64 %.456.i.06
  %.623.i = load float, ptr %8, align 4
  %.700.i = load float, ptr %.699.i, align 4
  %.704.i = fdiv float %.623.i, %.700.i
  store float %.704.i, ptr %8, align 4
  %.925.i = load float, ptr %.923.i, align 4
  %.926.i = fmul float %.704.i, %.925.i
  %.1001.i = load float, ptr %.999.i, align 4
  %.1002.i = fadd float %.926.i, %.1001.i
  %9 = getelementptr float, ptr %7, i64 %.456.i.06
  store float %.1002.i, ptr %9, align 4
  %exitcond.not = icmp eq i64 %a1.shape.2, %.525.i
  br i1 %exitcond.not, label %B112.i.loopexit, label %B168.if.i
}

declare ptr @PyBool_FromLong(i64)
