; c3f5961ba76f83ecacc75975706d9a0c1af9f80b73babf2c3a4884fa62bcf1cd
; Made of nnsearch.nn.fused._forward_loop by make loops.
@nnsearch_ndarray = external global i8

declare void @nnsearch_sgemm(i32, i32, i32, i64, i64, i64, float, i64, i64, i64, i64, float, i64, i64)

define ptr @forward(ptr %self, ptr %arguments, i64 %count) {
  %enough = icmp eq i64 %count, 15
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
  %a10.type.at = getelementptr i8, ptr %a10, i64 8
  %a10.type = load ptr, ptr %a10.type.at, align 8
  %array.10 = icmp eq ptr %a10.type, @nnsearch_ndarray
  %a11.at = getelementptr i8, ptr %arguments, i64 88
  %a11 = load ptr, ptr %a11.at, align 8
  %a11.type.at = getelementptr i8, ptr %a11, i64 8
  %a11.type = load ptr, ptr %a11.type.at, align 8
  %array.11 = icmp eq ptr %a11.type, @nnsearch_ndarray
  %a12.at = getelementptr i8, ptr %arguments, i64 96
  %a12 = load ptr, ptr %a12.at, align 8
  %a13.at = getelementptr i8, ptr %arguments, i64 104
  %a13 = load ptr, ptr %a13.at, align 8
  %a14.at = getelementptr i8, ptr %arguments, i64 112
  %a14 = load ptr, ptr %a14.at, align 8
  %array.1.too = and i1 %array.0, %array.1
  %array.2.too = and i1 %array.1.too, %array.2
  %array.3.too = and i1 %array.2.too, %array.3
  %array.4.too = and i1 %array.3.too, %array.4
  %array.5.too = and i1 %array.4.too, %array.5
  %array.6.too = and i1 %array.5.too, %array.6
  %array.7.too = and i1 %array.6.too, %array.7
  %array.8.too = and i1 %array.7.too, %array.8
  %array.9.too = and i1 %array.8.too, %array.9
  %array.10.too = and i1 %array.9.too, %array.10
  %array.11.too = and i1 %array.10.too, %array.11
  br i1 %array.11.too, label %check, label %common.ret.sink.split

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
  %a6.kind.0 = icmp eq i32 %a6.kind, 11
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
  %a7.kind.0 = icmp eq i32 %a7.kind, 0
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
  %a10.dimensions.at = getelementptr i8, ptr %a10, i64 24
  %a10.dimensions = load i32, ptr %a10.dimensions.at, align 4
  %a10.flags.at = getelementptr i8, ptr %a10, i64 64
  %a10.flags = load i32, ptr %a10.flags.at, align 4
  %a10.description.at = getelementptr i8, ptr %a10, i64 56
  %a10.description = load ptr, ptr %a10.description.at, align 8
  %a10.kind.at = getelementptr i8, ptr %a10.description, i64 28
  %a10.kind = load i32, ptr %a10.kind.at, align 4
  %fit.a10 = icmp eq i32 %a10.dimensions, 1
  %a10.wanted = and i32 %a10.flags, 257
  %fit.a10.flags = icmp eq i32 %a10.wanted, 257
  %a10.kind.0 = icmp eq i32 %a10.kind, 11
  %a11.dimensions.at = getelementptr i8, ptr %a11, i64 24
  %a11.dimensions = load i32, ptr %a11.dimensions.at, align 4
  %a11.flags.at = getelementptr i8, ptr %a11, i64 64
  %a11.flags = load i32, ptr %a11.flags.at, align 4
  %a11.description.at = getelementptr i8, ptr %a11, i64 56
  %a11.description = load ptr, ptr %a11.description.at, align 8
  %a11.kind.at = getelementptr i8, ptr %a11.description, i64 28
  %a11.kind = load i32, ptr %a11.kind.at, align 4
  %fit.a11 = icmp eq i32 %a11.dimensions, 1
  %a11.wanted = and i32 %a11.flags, 257
  %fit.a11.flags = icmp eq i32 %a11.wanted, 257
  %a11.kind.0 = icmp eq i32 %a11.kind, 7
  %a11.kind.1 = icmp eq i32 %a11.kind, 9
  %fit.a11.kind = or i1 %a11.kind.0, %a11.kind.1
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
  %fit.a6.kind.too = and i1 %fit.a6.flags.too, %a6.kind.0
  %fit.a7.too = and i1 %fit.a6.kind.too, %fit.a7
  %fit.a7.flags.too = and i1 %fit.a7.too, %fit.a7.flags
  %fit.a7.kind.too = and i1 %fit.a7.flags.too, %a7.kind.0
  %fit.a8.too = and i1 %fit.a7.kind.too, %fit.a8
  %fit.a8.flags.too = and i1 %fit.a8.too, %fit.a8.flags
  %fit.a8.kind.too = and i1 %fit.a8.flags.too, %a8.kind.0
  %fit.a9.too = and i1 %fit.a8.kind.too, %fit.a9
  %fit.a9.flags.too = and i1 %fit.a9.too, %fit.a9.flags
  %fit.a9.kind.too = and i1 %fit.a9.flags.too, %fit.a9.kind
  %fit.a10.too = and i1 %fit.a10, %fit.a9.kind.too
  %fit.a10.flags.too = and i1 %fit.a10.too, %fit.a10.flags
  %fit.a10.kind.too = and i1 %fit.a10.flags.too, %a10.kind.0
  %fit.a11.too = and i1 %fit.a10.kind.too, %fit.a11
  %fit.a11.flags.too = and i1 %fit.a11.too, %fit.a11.flags
  %fit.a11.kind.too = and i1 %fit.a11.flags.too, %fit.a11.kind
  br i1 %fit.a11.kind.too, label %convert, label %common.ret.sink.split

convert:
  %a12.number = tail call i64 @PyLong_AsLongLong(ptr %a12)
  %a13.number = tail call i64 @PyLong_AsLongLong(ptr %a13)
  %a14.number = tail call i64 @PyLong_AsLongLong(ptr %a14)
  %error = tail call ptr @PyErr_Occurred()
  %failed.not = icmp eq ptr %error, null
  br i1 %failed.not, label %run, label %common.ret

common.ret.sink.split:
  %.sink = phi i64 [ 1, %B246.i ], [ 0, %0 ], [ 0, %check ], [ 0, %look ], [ 1, %B1082.i ]
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
  %a1.shape.1.at = getelementptr i8, ptr %a1.shape, i64 8
  %a1.shape.1 = load i64, ptr %a1.shape.1.at, align 4
  %a2.data.at = getelementptr i8, ptr %a2, i64 16
  %a2.data = load ptr, ptr %a2.data.at, align 8
  %a2.shape.at = getelementptr i8, ptr %a2, i64 32
  %a2.shape = load ptr, ptr %a2.shape.at, align 8
  %a2.shape.0 = load i64, ptr %a2.shape, align 4
  %a2.shape.1.at = getelementptr i8, ptr %a2.shape, i64 8
  %a2.shape.1 = load i64, ptr %a2.shape.1.at, align 4
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
  %a5.shape.at = getelementptr i8, ptr %a5, i64 32
  %a5.shape = load ptr, ptr %a5.shape.at, align 8
  %a5.shape.0 = load i64, ptr %a5.shape, align 4
  %a6.data.at = getelementptr i8, ptr %a6, i64 16
  %a6.data = load ptr, ptr %a6.data.at, align 8
  %a7.data.at = getelementptr i8, ptr %a7, i64 16
  %a7.data = load ptr, ptr %a7.data.at, align 8
  %a8.data.at = getelementptr i8, ptr %a8, i64 16
  %a8.data = load ptr, ptr %a8.data.at, align 8
  %a8.shape.at = getelementptr i8, ptr %a8, i64 32
  %a8.shape = load ptr, ptr %a8.shape.at, align 8
  %a8.shape.0 = load i64, ptr %a8.shape, align 4
  %a9.data.at = getelementptr i8, ptr %a9, i64 16
  %a9.data = load ptr, ptr %a9.data.at, align 8
  %a10.data.at = getelementptr i8, ptr %a10, i64 16
  %a10.data = load ptr, ptr %a10.data.at, align 8
  %a10.shape.at = getelementptr i8, ptr %a10, i64 32
  %a10.shape = load ptr, ptr %a10.shape.at, align 8
  %a10.shape.0 = load i64, ptr %a10.shape, align 4
  %a11.data.at = getelementptr i8, ptr %a11, i64 16
  %a11.data = load ptr, ptr %a11.data.at, align 8
  %.246.i = ptrtoint ptr %a2.data to i64
  %.272.i = ptrtoint ptr %a8.data to i64
  %.361.i14.not = icmp slt i64 %a0.shape.1, 1
  br i1 %.361.i14.not, label %B246.i, label %B174.if.i.lr.ph

B174.if.i.lr.ph:
  %.482.i9.not = icmp slt i64 %a0.shape.0, 1
  br label %B174.if.i

B174.i.loopexit:
  %exitcond27.not = icmp eq i64 %.374.i, %a0.shape.1
  br i1 %exitcond27.not, label %B246.i, label %B174.if.i

B246.i:
  %.744.i24.not = icmp slt i64 %a2.shape.0, 1
  br i1 %.744.i24.not, label %common.ret.sink.split, label %B300.if.i.lr.ph

B300.if.i.lr.ph:
  %.809.i = ptrtoint ptr %a1.data to i64
  %.928.i20.not = icmp slt i64 %a5.shape.0, 1
  %1 = getelementptr i64, ptr %a3.data, i64 %a3.shape.0
  %.1992.i = getelementptr i8, ptr %1, i64 -8
  %.2022.i = getelementptr i8, ptr %1, i64 -16
  %2 = getelementptr i64, ptr %a4.data, i64 %a4.shape.0
  %.2053.i = getelementptr i8, ptr %2, i64 -8
  br label %B300.if.i

B470.i.loopexit:
  %exitcond29.not = icmp eq i64 %a5.shape.0, %.941.i
  br i1 %exitcond29.not, label %B1082.i, label %B472.if.i

B992.i:
  %3 = getelementptr float, ptr %.1465.i, i64 %.1648.i.018
  %.1820.i = load float, ptr %3, align 4
  br label %B1020.i

B1020.i:
  %"$phi1020.3.2.3.i" = phi float [ %.1820.i, %B992.i ], [ 1.000000e+00, %B912.if.i ]
  %.1863.i = fmul float %.1775.i, %.1784.i
  %.1864.i = fmul float %.1863.i, %"$phi1020.3.2.3.i"
  store float %.1864.i, ptr %15, align 4
  %.1897.i = fmul float %.1784.i, %"$phi1020.3.2.3.i"
  %4 = getelementptr float, ptr %.1465.i, i64 %.1648.i.018
  store float %.1897.i, ptr %4, align 4
  %exitcond28.not = icmp eq i64 %.1150.i, %.1717.i
  br i1 %exitcond28.not, label %B470.i.loopexit, label %B912.if.i

B1082.i:
  %below.2.1.i.lcssa = phi i64 [ %.809.i, %B300.if.i ], [ %.1134.i, %B470.i.loopexit ]
  %.1993.i = load i64, ptr %.1992.i, align 8
  %.2023.i = load i64, ptr %.2022.i, align 8
  %.2024.i = add nsw i64 %.2023.i, 1
  %.2054.i = load i64, ptr %.2053.i, align 8
  %.2055.i = shl nsw i64 %.2054.i, 2
  %.2057.i = add nsw i64 %.2055.i, %.833.i
  %.2065.i = mul nsw i64 %.815.i, %a13.number
  %.2067.i = add nsw i64 %.2065.i, %a12.number
  call void @nnsearch_sgemm(i32 101, i32 111, i32 111, i64 %.1993.i, i64 %a0.shape.0, i64 %.2024.i, float 1.000000e+00, i64 %.2057.i, i64 %.2024.i, i64 %below.2.1.i.lcssa, i64 %a0.shape.0, float 0.000000e+00, i64 %.2067.i, i64 %a14.number)
  %exitcond30.not = icmp eq i64 %.757.i, %a2.shape.0
  br i1 %exitcond30.not, label %common.ret.sink.split, label %B300.if.i

B174.if.i:
  %.303.i.016 = phi i64 [ 0, %B174.if.i.lr.ph ], [ %.374.i, %B174.i.loopexit ]
  %.374.i = add nuw nsw i64 %.303.i.016, 1
  br i1 %.482.i9.not, label %B174.i.loopexit, label %B208.if.i.lr.ph

B208.if.i.lr.ph:
  %invariant.gep = getelementptr float, ptr %a0.data, i64 %.303.i.016
  %.622.i = mul i64 %.303.i.016, %a1.shape.1
  %5 = getelementptr float, ptr %a1.data, i64 %.622.i
  br label %B208.if.i

B208.if.i:
  %.426.i.010 = phi i64 [ 0, %B208.if.i.lr.ph ], [ %.495.i, %B208.if.i ]
  %.495.i = add nuw nsw i64 %.426.i.010, 1
  %.567.i = mul i64 %.426.i.010, %a0.shape.1
  %gep13 = getelementptr float, ptr %invariant.gep, i64 %.567.i
  %.572.i = load float, ptr %gep13, align 4
  %6 = getelementptr float, ptr %5, i64 %.426.i.010
  store float %.572.i, ptr %6, align 4
  %exitcond.not = icmp eq i64 %a0.shape.0, %.495.i
  br i1 %exitcond.not, label %B174.i.loopexit, label %B208.if.i

B300.if.i:
  %.687.i.025 = phi i64 [ 0, %B300.if.i.lr.ph ], [ %.757.i, %B1082.i ]
  %.757.i = add nuw nsw i64 %.687.i.025, 1
  %.815.i = shl nsw i64 %.687.i.025, 2
  %.831.i = mul nsw i64 %.815.i, %a2.shape.1
  %.833.i = add nsw i64 %.831.i, %.246.i
  br i1 %.928.i20.not, label %B1082.i, label %B472.if.i.lr.ph

B472.if.i.lr.ph:
  %.1060.i = mul i64 %.687.i.025, %a0.shape.0
  br label %B472.if.i

B472.if.i:
  %below.2.1.i23 = phi i64 [ %.809.i, %B472.if.i.lr.ph ], [ %.1134.i, %B470.i.loopexit ]
  %.871.i.021 = phi i64 [ 0, %B472.if.i.lr.ph ], [ %.941.i, %B470.i.loopexit ]
  %.941.i = add nuw nsw i64 %.871.i.021, 1
  %7 = getelementptr i64, ptr %a3.data, i64 %.871.i.021
  %8 = getelementptr i8, ptr %7, i64 8
  %.996.i = load i64, ptr %8, align 8
  %.1026.i = load i64, ptr %7, align 8
  %.1027.i = add nsw i64 %.1026.i, 1
  %9 = getelementptr i64, ptr %a9.data, i64 %.871.i.021
  %.1057.i = load i64, ptr %9, align 8
  %.1058.i = add nsw i64 %.996.i, 1
  %.1062.i = mul i64 %.1060.i, %.1058.i
  %.1063.i = add nsw i64 %.1062.i, %.1057.i
  %10 = getelementptr i64, ptr %a11.data, i64 %.871.i.021
  %.1093.i = load i64, ptr %10, align 8
  %.1097.i = mul i64 %.1060.i, %.996.i
  %.1098.i = add nsw i64 %.1093.i, %.1097.i
  %11 = getelementptr i64, ptr %a4.data, i64 %.871.i.021
  %.1128.i = load i64, ptr %11, align 8
  %.1129.i = shl nsw i64 %.1128.i, 2
  %.1131.i = add nsw i64 %.1129.i, %.833.i
  %.1132.i = shl nsw i64 %.1063.i, 2
  %.1134.i = add nsw i64 %.1132.i, %.272.i
  call void @nnsearch_sgemm(i32 101, i32 111, i32 111, i64 %.996.i, i64 %a0.shape.0, i64 %.1027.i, float 1.000000e+00, i64 %.1131.i, i64 %.1027.i, i64 %below.2.1.i23, i64 %a0.shape.0, float 0.000000e+00, i64 %.1134.i, i64 %a0.shape.0)
  %.1150.i = mul i64 %.996.i, %a0.shape.0
  %.1188.i = icmp slt i64 %.1063.i, 0
  %.1189.i = select i1 %.1188.i, i64 %a8.shape.0, i64 0
  %.1190.i = add i64 %.1189.i, %.1063.i
  %.1193.i = icmp slt i64 %.1190.i, 0
  br i1 %.1193.i, label %B474.else.if.i, label %B474.else.endif.i

B474.else.if.i:
  br label %B474.else.endif.i

B474.else.endif.i:
  %.1178.sroa.0.1.i = phi i64 [ 0, %B474.else.if.i ], [ %.1190.i, %B472.if.i ]
  %.1198.not.i = icmp slt i64 %.1190.i, %a8.shape.0
  br i1 %.1198.not.i, label %B474.else.endif.endif.endif.i, label %B474.else.endif.if.i

B474.else.endif.if.i:
  br label %B474.else.endif.endif.endif.i

B474.else.endif.endif.endif.i:
  %.1178.sroa.0.3.i = phi i64 [ %a8.shape.0, %B474.else.endif.if.i ], [ %.1178.sroa.0.1.i, %B474.else.endif.i ]
  %.1291.i = getelementptr float, ptr %a8.data, i64 %.1178.sroa.0.3.i
  %.1362.i = icmp slt i64 %.1098.i, 0
  %.1363.i = select i1 %.1362.i, i64 %a10.shape.0, i64 0
  %.1364.i = add i64 %.1363.i, %.1098.i
  %.1367.i = icmp slt i64 %.1364.i, 0
  br i1 %.1367.i, label %B474.endif.else.if.i, label %B474.endif.else.endif.i

B474.endif.else.if.i:
  br label %B474.endif.else.endif.i

B474.endif.else.endif.i:
  %.1352.sroa.0.1.i = phi i64 [ 0, %B474.endif.else.if.i ], [ %.1364.i, %B474.else.endif.endif.endif.i ]
  %.1372.not.i = icmp slt i64 %.1364.i, %a10.shape.0
  br i1 %.1372.not.i, label %B474.endif.else.endif.endif.endif.i, label %B474.endif.else.endif.if.i

B474.endif.else.endif.if.i:
  br label %B474.endif.else.endif.endif.endif.i

B474.endif.else.endif.endif.endif.i:
  %.1352.sroa.0.3.i = phi i64 [ %a10.shape.0, %B474.endif.else.endif.if.i ], [ %.1352.sroa.0.1.i, %B474.endif.else.endif.i ]
  %.1465.i = getelementptr float, ptr %a10.data, i64 %.1352.sroa.0.3.i
  %12 = getelementptr float, ptr %a5.data, i64 %.871.i.021
  %.1544.i = load float, ptr %12, align 4
  %13 = getelementptr float, ptr %a6.data, i64 %.871.i.021
  %.1574.i = load float, ptr %13, align 4
  %14 = getelementptr i8, ptr %a7.data, i64 %.871.i.021
  %.1604.i = load i8, ptr %14, align 1
  %.1607.not.i = icmp eq i8 %.1604.i, 0
  %.1704.i17.not = icmp slt i64 %.1150.i, 1
  br i1 %.1704.i17.not, label %B470.i.loopexit, label %B912.if.i

B912.if.i:
  %.1648.i.018 = phi i64 [ %.1717.i, %B1020.i ], [ 0, %B474.endif.else.endif.endif.endif.i ]
  %.1717.i = add nuw nsw i64 %.1648.i.018, 1
  %15 = getelementptr float, ptr %.1291.i, i64 %.1648.i.018
  %.1775.i = load float, ptr %15, align 4
  %.1778.i = fcmp ogt float %.1775.i, 0.000000e+00
  %.1780.i = uitofp i1 %.1778.i to float
  %.1782.i = fmul float %.1574.i, %.1780.i
  %.1784.i = fadd float %.1544.i, %.1782.i
  br i1 %.1607.not.i, label %B1020.i, label %B992.i
}

declare i64 @PyLong_AsLongLong(ptr)

declare ptr @PyErr_Occurred()

declare ptr @PyBool_FromLong(i64)
