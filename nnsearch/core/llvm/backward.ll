; 4594ea495b44303569c743227fdc5c0176952c15f629525068805d75f8030720
; Made of nnsearch.nn.fused._backward_loop by make loops.
@nnsearch_ndarray = external global i8

declare void @nnsearch_sgemm(i32, i32, i32, i64, i64, i64, float, i64, i64, i64, i64, float, i64, i64)

define ptr @backward(ptr %self, ptr %arguments, i64 %count) {
  %enough = icmp eq i64 %count, 13
  br i1 %enough, label %look, label %common.ret.sink.split

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
  %a8.at = getelementptr i8, ptr %arguments, i64 64
  %a8 = load ptr, ptr %a8.at, align 8
  %a8.type.at = getelementptr i8, ptr %a8, i64 8
  %a8.type = load ptr, ptr %a8.type.at, align 8
  %array.8 = icmp eq ptr %a8.type, @nnsearch_ndarray
  %a9.at = getelementptr i8, ptr %arguments, i64 72
  %a9 = load ptr, ptr %a9.at, align 8
  %a9.type.at = getelementptr i8, ptr %a9, i64 8
  %a9.type = load ptr, ptr %a9.type.at, align 8
  %array.9 = icmp eq ptr %a9.type, @nnsearch_ndarray
  %a10.at = getelementptr i8, ptr %arguments, i64 80
  %a10 = load ptr, ptr %a10.at, align 8
  %a11.at = getelementptr i8, ptr %arguments, i64 88
  %a11 = load ptr, ptr %a11.at, align 8
  %a12.at = getelementptr i8, ptr %arguments, i64 96
  %a12 = load ptr, ptr %a12.at, align 8
  %array.1.too = and i1 %array.0, %array.1
  %array.2.too = and i1 %array.1.too, %array.2
  %array.3.too = and i1 %array.2.too, %array.3
  %array.4.too = and i1 %array.3.too, %array.4
  %array.5.too = and i1 %array.4.too, %array.5
  %array.6.too = and i1 %array.5.too, %array.6
  %array.7.too = and i1 %array.6.too, %array.7
  %array.8.too = and i1 %array.7.too, %array.8
  %array.9.too = and i1 %array.8.too, %array.9
  br i1 %array.9.too, label %check, label %common.ret.sink.split

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
  %fit.a3 = icmp eq i32 %a3.dimensions, 1
  %a3.wanted = and i32 %a3.flags, 257
  %fit.a3.flags = icmp eq i32 %a3.wanted, 257
  %a3.kind.0 = icmp eq i32 %a3.kind, 7
  %a3.kind.1 = icmp eq i32 %a3.kind, 9
  %fit.a3.kind = or i1 %a3.kind.0, %a3.kind.1
  %a4.dimensions.at = getelementptr i8, ptr %a4, i64 24
  %a4.dimensions = load i32, ptr %a4.dimensions.at, align 4
  %a4.flags.at = getelementptr i8, ptr %a4, i64 64
  %a4.flags = load i32, ptr %a4.flags.at, align 4
  %a4.description.at = getelementptr i8, ptr %a4, i64 56
  %a4.description = load ptr, ptr %a4.description.at, align 8
  %a4.kind.at = getelementptr i8, ptr %a4.description, i64 28
  %a4.kind = load i32, ptr %a4.kind.at, align 4
  %fit.a4 = icmp eq i32 %a4.dimensions, 1
  %a4.wanted = and i32 %a4.flags, 257
  %fit.a4.flags = icmp eq i32 %a4.wanted, 257
  %a4.kind.0 = icmp eq i32 %a4.kind, 7
  %a4.kind.1 = icmp eq i32 %a4.kind, 9
  %fit.a4.kind = or i1 %a4.kind.0, %a4.kind.1
  %a5.dimensions.at = getelementptr i8, ptr %a5, i64 24
  %a5.dimensions = load i32, ptr %a5.dimensions.at, align 4
  %a5.flags.at = getelementptr i8, ptr %a5, i64 64
  %a5.flags = load i32, ptr %a5.flags.at, align 4
  %a5.description.at = getelementptr i8, ptr %a5, i64 56
  %a5.description = load ptr, ptr %a5.description.at, align 8
  %a5.kind.at = getelementptr i8, ptr %a5.description, i64 28
  %a5.kind = load i32, ptr %a5.kind.at, align 4
  %fit.a5 = icmp eq i32 %a5.dimensions, 1
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
  %fit.a6 = icmp eq i32 %a6.dimensions, 1
  %a6.wanted = and i32 %a6.flags, 257
  %fit.a6.flags = icmp eq i32 %a6.wanted, 257
  %a6.kind.0 = icmp eq i32 %a6.kind, 7
  %a6.kind.1 = icmp eq i32 %a6.kind, 9
  %fit.a6.kind = or i1 %a6.kind.0, %a6.kind.1
  %a7.dimensions.at = getelementptr i8, ptr %a7, i64 24
  %a7.dimensions = load i32, ptr %a7.dimensions.at, align 4
  %a7.flags.at = getelementptr i8, ptr %a7, i64 64
  %a7.flags = load i32, ptr %a7.flags.at, align 4
  %a7.description.at = getelementptr i8, ptr %a7, i64 56
  %a7.description = load ptr, ptr %a7.description.at, align 8
  %a7.kind.at = getelementptr i8, ptr %a7.description, i64 28
  %a7.kind = load i32, ptr %a7.kind.at, align 4
  %fit.a7 = icmp eq i32 %a7.dimensions, 1
  %a7.wanted = and i32 %a7.flags, 257
  %fit.a7.flags = icmp eq i32 %a7.wanted, 257
  %a7.kind.0 = icmp eq i32 %a7.kind, 11
  %a8.dimensions.at = getelementptr i8, ptr %a8, i64 24
  %a8.dimensions = load i32, ptr %a8.dimensions.at, align 4
  %a8.flags.at = getelementptr i8, ptr %a8, i64 64
  %a8.flags = load i32, ptr %a8.flags.at, align 4
  %a8.description.at = getelementptr i8, ptr %a8, i64 56
  %a8.description = load ptr, ptr %a8.description.at, align 8
  %a8.kind.at = getelementptr i8, ptr %a8.description, i64 28
  %a8.kind = load i32, ptr %a8.kind.at, align 4
  %fit.a8 = icmp eq i32 %a8.dimensions, 1
  %a8.wanted = and i32 %a8.flags, 257
  %fit.a8.flags = icmp eq i32 %a8.wanted, 257
  %a8.kind.0 = icmp eq i32 %a8.kind, 11
  %a9.dimensions.at = getelementptr i8, ptr %a9, i64 24
  %a9.dimensions = load i32, ptr %a9.dimensions.at, align 4
  %a9.flags.at = getelementptr i8, ptr %a9, i64 64
  %a9.flags = load i32, ptr %a9.flags.at, align 4
  %a9.description.at = getelementptr i8, ptr %a9, i64 56
  %a9.description = load ptr, ptr %a9.description.at, align 8
  %a9.kind.at = getelementptr i8, ptr %a9.description, i64 28
  %a9.kind = load i32, ptr %a9.kind.at, align 4
  %fit.a9 = icmp eq i32 %a9.dimensions, 1
  %a9.wanted = and i32 %a9.flags, 257
  %fit.a9.flags = icmp eq i32 %a9.wanted, 257
  %a9.kind.0 = icmp eq i32 %a9.kind, 7
  %a9.kind.1 = icmp eq i32 %a9.kind, 9
  %fit.a9.kind = or i1 %a9.kind.0, %a9.kind.1
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
  %fit.a3.kind.too = and i1 %fit.a3.flags.too, %fit.a3.kind
  %fit.a4.too = and i1 %fit.a4, %fit.a3.kind.too
  %fit.a4.flags.too = and i1 %fit.a4.too, %fit.a4.flags
  %fit.a4.kind.too = and i1 %fit.a4.flags.too, %fit.a4.kind
  %fit.a5.too = and i1 %fit.a5, %fit.a4.kind.too
  %fit.a5.flags.too = and i1 %fit.a5.too, %fit.a5.flags
  %fit.a5.kind.too = and i1 %fit.a5.flags.too, %a5.kind.0
  %fit.a6.too = and i1 %fit.a5.kind.too, %fit.a6
  %fit.a6.flags.too = and i1 %fit.a6.too, %fit.a6.flags
  %fit.a6.kind.too = and i1 %fit.a6.flags.too, %fit.a6.kind
  %fit.a7.too = and i1 %fit.a7, %fit.a6.kind.too
  %fit.a7.flags.too = and i1 %fit.a7.too, %fit.a7.flags
  %fit.a7.kind.too = and i1 %fit.a7.flags.too, %a7.kind.0
  %fit.a8.too = and i1 %fit.a7.kind.too, %fit.a8
  %fit.a8.flags.too = and i1 %fit.a8.too, %fit.a8.flags
  %fit.a8.kind.too = and i1 %fit.a8.flags.too, %a8.kind.0
  %fit.a9.too = and i1 %fit.a8.kind.too, %fit.a9
  %fit.a9.flags.too = and i1 %fit.a9.too, %fit.a9.flags
  %fit.a9.kind.too = and i1 %fit.a9.flags.too, %fit.a9.kind
  br i1 %fit.a9.kind.too, label %convert, label %common.ret.sink.split

convert:
  %a10.number = tail call i64 @PyLong_AsLongLong(ptr %a10)
  %a11.number = tail call i64 @PyLong_AsLongLong(ptr %a11)
  %a12.number = tail call i64 @PyLong_AsLongLong(ptr %a12)
  %error = tail call ptr @PyErr_Occurred()
  %failed.not = icmp eq ptr %error, null
  br i1 %failed.not, label %run, label %common.ret

common.ret.sink.split:
  %.sink = phi i64 [ 1, %run ], [ 0, %0 ], [ 0, %check ], [ 0, %look ], [ 1, %B1140.i ]
  %no = tail call ptr @PyBool_FromLong(i64 %.sink)
  br label %common.ret

common.ret:
  %common.ret.op = phi ptr [ null, %convert ], [ %no, %common.ret.sink.split ]
  ret ptr %common.ret.op

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
  %a1.shape.0 = load i64, ptr %a1.shape, align 4
  %a1.shape.1.at = getelementptr i8, ptr %a1.shape, i64 8
  %a1.shape.1 = load i64, ptr %a1.shape.1.at, align 4
  %a2.data.at = getelementptr i8, ptr %a2, i64 16
  %a2.data = load ptr, ptr %a2.data.at, align 8
  %a3.data.at = getelementptr i8, ptr %a3, i64 16
  %a3.data = load ptr, ptr %a3.data.at, align 8
  %a3.shape.at = getelementptr i8, ptr %a3, i64 32
  %a3.shape = load ptr, ptr %a3.shape.at, align 8
  %a3.shape.0 = load i64, ptr %a3.shape, align 4
  %a4.data.at = getelementptr i8, ptr %a4, i64 16
  %a4.data = load ptr, ptr %a4.data.at, align 8
  %a4.shape.at = getelementptr i8, ptr %a4, i64 32
  %a4.shape = load ptr, ptr %a4.shape.at, align 8
  %a4.shape.0 = load i64, ptr %a4.shape, align 4
  %a5.data.at = getelementptr i8, ptr %a5, i64 16
  %a5.data = load ptr, ptr %a5.data.at, align 8
  %a6.data.at = getelementptr i8, ptr %a6, i64 16
  %a6.data = load ptr, ptr %a6.data.at, align 8
  %a6.shape.at = getelementptr i8, ptr %a6, i64 32
  %a6.shape = load ptr, ptr %a6.shape.at, align 8
  %a6.shape.0 = load i64, ptr %a6.shape, align 4
  %a7.data.at = getelementptr i8, ptr %a7, i64 16
  %a7.data = load ptr, ptr %a7.data.at, align 8
  %a7.shape.at = getelementptr i8, ptr %a7, i64 32
  %a7.shape = load ptr, ptr %a7.shape.at, align 8
  %a7.shape.0 = load i64, ptr %a7.shape, align 4
  %a8.data.at = getelementptr i8, ptr %a8, i64 16
  %a8.data = load ptr, ptr %a8.data.at, align 8
  %a8.shape.at = getelementptr i8, ptr %a8, i64 32
  %a8.shape = load ptr, ptr %a8.shape.at, align 8
  %a8.shape.0 = load i64, ptr %a8.shape, align 4
  %a9.data.at = getelementptr i8, ptr %a9, i64 16
  %a9.data = load ptr, ptr %a9.data.at, align 8
  %a9.shape.at = getelementptr i8, ptr %a9, i64 32
  %a9.shape = load ptr, ptr %a9.shape.at, align 8
  %a9.shape.0 = load i64, ptr %a9.shape, align 4
  %.214.i = ptrtoint ptr %a1.data to i64
  %.244.i = ptrtoint ptr %a2.data to i64
  %.280.i = ptrtoint ptr %a0.data to i64
  %.308.i = ptrtoint ptr %a5.data to i64
  %.334.i = ptrtoint ptr %a8.data to i64
  %.442.i16.not = icmp slt i64 %a1.shape.0, 1
  br i1 %.442.i16.not, label %common.ret.sink.split, label %B378.if.i.lr.ph

B378.if.i.lr.ph:
  %1 = getelementptr i64, ptr %a3.data, i64 %a3.shape.0
  %.538.i = getelementptr i8, ptr %1, i64 -8
  %.561.i = add i64 %a3.shape.0, -2
  %2 = add i64 %a3.shape.0, -3
  %.642.i8 = icmp ult i64 %2, 9223372036854775807
  br label %B378.if.i

B544.i.loopexit:
  %.642.i = icmp ugt i64 %.588.i.010, 1
  br i1 %.642.i, label %B546.if.i, label %B1140.i

B1140.i:
  %n.2.1.i.lcssa = phi i64 [ %.539.i, %B378.if.i ], [ %.709.i, %B544.i.loopexit ]
  %apart.2.1.i.lcssa = phi i64 [ %a12.number, %B378.if.i ], [ %a0.shape.0, %B544.i.loopexit ]
  %dZ.2.1.i.lcssa = phi i64 [ %.509.i, %B378.if.i ], [ %.839.i, %B544.i.loopexit ]
  %.1476.i = add nsw i64 %.500.i, %.244.i
  %.1508.i = load i64, ptr %a4.data, align 8
  %.1509.i = shl nsw i64 %.1508.i, 2
  %.1510.i = add nsw i64 %.1476.i, %.1509.i
  call void @nnsearch_sgemm(i32 101, i32 111, i32 111, i64 %n.2.1.i.lcssa, i64 %a0.shape.1, i64 %a0.shape.0, float 1.000000e+00, i64 %dZ.2.1.i.lcssa, i64 %apart.2.1.i.lcssa, i64 %.280.i, i64 %a0.shape.1, float 0.000000e+00, i64 %.1510.i, i64 %a0.shape.1)
  %exitcond19.not = icmp eq i64 %.455.i, %a1.shape.0
  br i1 %exitcond19.not, label %common.ret.sink.split, label %B378.if.i

B378.if.i:
  %.383.i.018 = phi i64 [ 0, %B378.if.i.lr.ph ], [ %.455.i, %B1140.i ]
  %.455.i = add nuw nsw i64 %.383.i.018, 1
  %.484.i = shl nsw i64 %.383.i.018, 2
  %.500.i = mul nsw i64 %.484.i, %a1.shape.1
  %.507.i = mul nsw i64 %.484.i, %a11.number
  %.509.i = add nsw i64 %.507.i, %a10.number
  %.539.i = load i64, ptr %.538.i, align 8
  br i1 %.642.i8, label %B546.if.i.lr.ph, label %B1140.i

B546.if.i.lr.ph:
  %.784.i = mul i64 %.383.i.018, %a0.shape.0
  br label %B546.if.i

B546.if.i:
  %dZ.2.1.i13 = phi i64 [ %.509.i, %B546.if.i.lr.ph ], [ %.839.i, %B544.i.loopexit ]
  %apart.2.1.i12 = phi i64 [ %a12.number, %B546.if.i.lr.ph ], [ %a0.shape.0, %B544.i.loopexit ]
  %n.2.1.i11 = phi i64 [ %.539.i, %B546.if.i.lr.ph ], [ %.709.i, %B544.i.loopexit ]
  %.588.i.010 = phi i64 [ %.561.i, %B546.if.i.lr.ph ], [ %.651.i, %B544.i.loopexit ]
  %.585.i.09 = phi i64 [ %.561.i, %B546.if.i.lr.ph ], [ %.655.i, %B544.i.loopexit ]
  %.651.i = add nsw i64 %.588.i.010, -1
  %.655.i = add i64 %.585.i.09, -1
  %.693.i = icmp slt i64 %.585.i.09, 0
  %.694.i = select i1 %.693.i, i64 %a3.shape.0, i64 0
  %3 = getelementptr i64, ptr %a3.data, i64 %.585.i.09
  %.708.i = getelementptr i64, ptr %3, i64 %.694.i
  %.709.i = load i64, ptr %.708.i, align 8
  %.714.i = add nsw i64 %.709.i, 1
  %.729.i = select i1 %.693.i, i64 %a4.shape.0, i64 0
  %4 = getelementptr i64, ptr %a4.data, i64 %.585.i.09
  %.743.i = getelementptr i64, ptr %4, i64 %.729.i
  %.744.i = load i64, ptr %.743.i, align 8
  %.745.i = shl nsw i64 %.744.i, 2
  %.747.i = add nsw i64 %.745.i, %.500.i
  %.749.i = add nsw i64 %.747.i, %.214.i
  %.751.i = add nsw i64 %.747.i, %.244.i
  %.766.i = icmp slt i64 %.585.i.09, 1
  %.767.i = select i1 %.766.i, i64 %a6.shape.0, i64 0
  %5 = getelementptr i64, ptr %a6.data, i64 %.655.i
  %.781.i = getelementptr i64, ptr %5, i64 %.767.i
  %.782.i = load i64, ptr %.781.i, align 8
  %.786.i = mul i64 %.784.i, %.714.i
  %.787.i = add nsw i64 %.786.i, %.782.i
  %.788.i = shl nsw i64 %.787.i, 2
  %.790.i = add nsw i64 %.788.i, %.308.i
  call void @nnsearch_sgemm(i32 101, i32 111, i32 112, i64 %n.2.1.i11, i64 %.714.i, i64 %a0.shape.0, float 1.000000e+00, i64 %dZ.2.1.i13, i64 %apart.2.1.i12, i64 %.790.i, i64 %a0.shape.0, float 0.000000e+00, i64 %.751.i, i64 %.714.i)
  %.815.i = select i1 %.766.i, i64 %a9.shape.0, i64 0
  %6 = getelementptr i64, ptr %a9.data, i64 %.655.i
  %.829.i = getelementptr i64, ptr %6, i64 %.815.i
  %.830.i = load i64, ptr %.829.i, align 8
  %.835.i = mul i64 %.784.i, %.709.i
  %.836.i = add nsw i64 %.830.i, %.835.i
  %.837.i = shl nsw i64 %.836.i, 2
  %.839.i = add nsw i64 %.837.i, %.334.i
  call void @nnsearch_sgemm(i32 101, i32 112, i32 111, i64 %.709.i, i64 %a0.shape.0, i64 %n.2.1.i11, float 1.000000e+00, i64 %.749.i, i64 %.714.i, i64 %dZ.2.1.i13, i64 %apart.2.1.i12, float 0.000000e+00, i64 %.839.i, i64 %a0.shape.0)
  %.862.i = mul i64 %.709.i, %a0.shape.0
  %.900.i = icmp slt i64 %.836.i, 0
  %.901.i = select i1 %.900.i, i64 %a8.shape.0, i64 0
  %.902.i = add i64 %.901.i, %.836.i
  %.905.i = icmp slt i64 %.902.i, 0
  br i1 %.905.i, label %B548.else.if.i, label %B548.else.endif.i

B548.else.if.i:
  br label %B548.else.endif.i

B548.else.endif.i:
  %.890.sroa.0.1.i = phi i64 [ 0, %B548.else.if.i ], [ %.902.i, %B546.if.i ]
  %.910.not.i = icmp slt i64 %.902.i, %a8.shape.0
  br i1 %.910.not.i, label %B548.else.endif.endif.endif.i, label %B548.else.endif.if.i

B548.else.endif.if.i:
  br label %B548.else.endif.endif.endif.i

B548.else.endif.endif.endif.i:
  %.890.sroa.0.3.i = phi i64 [ %a8.shape.0, %B548.else.endif.if.i ], [ %.890.sroa.0.1.i, %B548.else.endif.i ]
  %.1003.i = getelementptr float, ptr %a8.data, i64 %.890.sroa.0.3.i
  %.1076.i = select i1 %.900.i, i64 %a7.shape.0, i64 0
  %.1077.i = add i64 %.1076.i, %.836.i
  %.1080.i = icmp slt i64 %.1077.i, 0
  br i1 %.1080.i, label %B548.endif.else.if.i, label %B548.endif.else.endif.i

B548.endif.else.if.i:
  br label %B548.endif.else.endif.i

B548.endif.else.endif.i:
  %.1065.sroa.0.1.i = phi i64 [ 0, %B548.endif.else.if.i ], [ %.1077.i, %B548.else.endif.endif.endif.i ]
  %.1085.not.i = icmp slt i64 %.1077.i, %a7.shape.0
  br i1 %.1085.not.i, label %B548.endif.else.endif.endif.endif.i, label %B548.endif.else.endif.if.i

B548.endif.else.endif.if.i:
  br label %B548.endif.else.endif.endif.endif.i

B548.endif.else.endif.endif.endif.i:
  %.1065.sroa.0.3.i = phi i64 [ %a7.shape.0, %B548.endif.else.endif.if.i ], [ %.1065.sroa.0.1.i, %B548.endif.else.endif.i ]
  %.1178.i = getelementptr float, ptr %a7.data, i64 %.1065.sroa.0.3.i
  %.1310.i5.not = icmp slt i64 %.862.i, 1
  br i1 %.1310.i5.not, label %B544.i.loopexit, label %B1074.if.i

B1074.if.i:
  %.1254.i.06 = phi i64 [ %.1323.i, %B1074.if.i ], [ 0, %B548.endif.else.endif.endif.endif.i ]
  %.1323.i = add nuw nsw i64 %.1254.i.06, 1
  %7 = getelementptr float, ptr %.1003.i, i64 %.1254.i.06
  %.1377.i = load float, ptr %7, align 4
  %8 = getelementptr float, ptr %.1178.i, i64 %.1254.i.06
  %.1407.i = load float, ptr %8, align 4
  %.1408.i = fmul float %.1377.i, %.1407.i
  store float %.1408.i, ptr %7, align 4
  %exitcond.not = icmp eq i64 %.862.i, %.1323.i
  br i1 %exitcond.not, label %B544.i.loopexit, label %B1074.if.i
}

declare i64 @PyLong_AsLongLong(ptr)

declare ptr @PyErr_Occurred()

declare ptr @PyBool_FromLong(i64)
