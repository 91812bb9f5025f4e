; f5729b2861678069986e565da5a587011abe6d2cbce2a01cfa4f8d7f93cce9b0
; Made of nnsearch.nn.losses._finish_loop by make loops.
@nnsearch_ndarray = external global i8

define ptr @softmax_finish(ptr %self, ptr %arguments, i64 %count) {
  %enough = icmp eq i64 %count, 7
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
  %array.1.too = and i1 %array.0, %array.1
  %array.2.too = and i1 %array.1.too, %array.2
  %array.3.too = and i1 %array.2.too, %array.3
  %array.4.too = and i1 %array.3.too, %array.4
  %array.5.too = and i1 %array.4.too, %array.5
  br i1 %array.5.too, label %check, label %common.ret.sink.split

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
  %fit.a1 = icmp eq i32 %a1.dimensions, 1
  %a1.wanted = and i32 %a1.flags, 257
  %fit.a1.flags = icmp eq i32 %a1.wanted, 257
  %a1.kind.0 = icmp eq i32 %a1.kind, 7
  %a1.kind.1 = icmp eq i32 %a1.kind, 9
  %fit.a1.kind = or i1 %a1.kind.0, %a1.kind.1
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
  %fit.a1.kind.too = and i1 %fit.a1.flags.too, %fit.a1.kind
  %fit.a2.too = and i1 %fit.a2, %fit.a1.kind.too
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
  br i1 %fit.a5.kind.too, label %convert, label %common.ret.sink.split

convert:
  %a6.double = tail call double @PyFloat_AsDouble(ptr %a6)
  %error = tail call ptr @PyErr_Occurred()
  %failed.not = icmp eq ptr %error, null
  br i1 %failed.not, label %run, label %common.ret

common.ret.sink.split:
  %.sink = phi i64 [ 1, %run ], [ 0, %0 ], [ 0, %check ], [ 0, %look ], [ 1, %B82.i.loopexit ]
  %no = tail call ptr @PyBool_FromLong(i64 %.sink)
  br label %common.ret

common.ret:
  %common.ret.op = phi ptr [ null, %convert ], [ %no, %common.ret.sink.split ]
  ret ptr %common.ret.op

run:
  %a6.number = fptrunc double %a6.double to float
  %a0.data.at = getelementptr i8, ptr %a0, i64 16
  %a0.data = load ptr, ptr %a0.data.at, align 8
  %a0.shape.at = getelementptr i8, ptr %a0, i64 32
  %a0.shape = load ptr, ptr %a0.shape.at, align 8
  %a0.shape.0 = load i64, ptr %a0.shape, align 4
  %a0.shape.2.at = getelementptr i8, ptr %a0.shape, i64 16
  %a0.shape.2 = load i64, ptr %a0.shape.2.at, align 4
  %a1.data.at = getelementptr i8, ptr %a1, i64 16
  %a1.data = load ptr, ptr %a1.data.at, align 8
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
  %.253.i28.not = icmp slt i64 %a2.shape.0, 1
  br i1 %.253.i28.not, label %common.ret.sink.split, label %B82.if.i.lr.ph

B82.if.i.lr.ph:
  %a0.shape.1.at = getelementptr i8, ptr %a0.shape, i64 8
  %a0.shape.1 = load i64, ptr %a0.shape.1.at, align 4
  %.374.i11.not = icmp slt i64 %a2.shape.1, 1
  %.671.i = mul i64 %a0.shape.2, %a0.shape.1
  %.1273.i18.not = icmp slt i64 %a0.shape.0, 1
  br label %B82.if.i

B82.i.loopexit:
  %exitcond35.not = icmp eq i64 %.266.i, %a2.shape.0
  br i1 %exitcond35.not, label %common.ret.sink.split, label %B82.if.i

B242.i:
  %invariant.gep5 = getelementptr float, ptr %invariant.gep14, i64 %.318.i.012
  %.875.i7.not = icmp slt i64 %.606.i, 1
  br i1 %.875.i7.not, label %B326.i, label %B284.if.i

B326.i:
  %wrong.3.2.i = phi i1 [ %.686.i, %B116.if.i ], [ %.686.i, %B242.i ], [ %.996.i, %B284.if.i ]
  %1 = getelementptr float, ptr %6, i64 %.318.i.012
  %.1063.i = uitofp i1 %wrong.3.2.i to float
  store float %.1063.i, ptr %1, align 4
  %.1122.i = load float, ptr %10, align 4
  %.1129.i = fdiv float %a6.number, %.1122.i
  store float %.1129.i, ptr %10, align 4
  %exitcond31.not = icmp eq i64 %a2.shape.1, %.387.i
  br i1 %exitcond31.not, label %B378.i, label %B116.if.i

B378.i:
  br i1 %.1273.i18.not, label %B534.i.preheader, label %B408.if.i.lr.ph

B408.if.i.lr.ph:
  %.1500.i = mul i64 %.195.i.030, %a0.shape.2
  %invariant.gep21 = getelementptr float, ptr %a0.data, i64 %.1500.i
  %.1553.i = mul i64 %.195.i.030, %a2.shape.1
  %2 = getelementptr float, ptr %a2.data, i64 %.1553.i
  br label %B408.if.i

B408.i.loopexit:
  %exitcond33.not = icmp eq i64 %a0.shape.0, %.1286.i
  br i1 %exitcond33.not, label %B534.i.preheader, label %B408.if.i

B534.i.preheader:
  br i1 %.374.i11.not, label %B82.i.loopexit, label %B534.if.i.lr.ph

B534.if.i.lr.ph:
  %.1858.i = mul i64 %.195.i.030, %a0.shape.2
  %invariant.gep26 = getelementptr float, ptr %a0.data, i64 %.1858.i
  br label %B534.if.i

B82.if.i:
  %.195.i.030 = phi i64 [ 0, %B82.if.i.lr.ph ], [ %.266.i, %B82.i.loopexit ]
  %.266.i = add nuw nsw i64 %.195.i.030, 1
  br i1 %.374.i11.not, label %B378.i, label %B116.if.i.lr.ph

B116.if.i.lr.ph:
  %.463.i = mul i64 %.195.i.030, %a4.shape.1
  %3 = getelementptr float, ptr %a4.data, i64 %.463.i
  %.517.i = mul i64 %.195.i.030, %a3.shape.1
  %4 = getelementptr float, ptr %a3.data, i64 %.517.i
  %.675.i = mul i64 %.195.i.030, %a0.shape.2
  %invariant.gep14 = getelementptr float, ptr %a0.data, i64 %.675.i
  %.742.i = mul i64 %.195.i.030, %a2.shape.1
  %5 = getelementptr float, ptr %a2.data, i64 %.742.i
  %.1057.i = mul i64 %.195.i.030, %a5.shape.1
  %6 = getelementptr float, ptr %a5.data, i64 %.1057.i
  br label %B116.if.i

B116.if.i:
  %.318.i.012 = phi i64 [ 0, %B116.if.i.lr.ph ], [ %.387.i, %B326.i ]
  %.387.i = add nuw nsw i64 %.318.i.012, 1
  %7 = getelementptr float, ptr %3, i64 %.318.i.012
  %.468.i = load float, ptr %7, align 4
  %8 = getelementptr float, ptr %4, i64 %.318.i.012
  %.522.i = load float, ptr %8, align 4
  %.525.i = fsub float %.468.i, %.522.i
  store float %.525.i, ptr %7, align 4
  %9 = getelementptr i64, ptr %a1.data, i64 %.318.i.012
  %.606.i = load i64, ptr %9, align 8
  %.641.i = icmp slt i64 %.606.i, 0
  %.642.i = select i1 %.641.i, i64 %a0.shape.0, i64 0
  %.643.i = add i64 %.642.i, %.606.i
  %.673.i = mul i64 %.643.i, %.671.i
  %gep = getelementptr float, ptr %invariant.gep14, i64 %.673.i
  %.679.i = getelementptr float, ptr %gep, i64 %.318.i.012
  %.680.i = load float, ptr %.679.i, align 4
  %.686.i = fcmp une float %.680.i, 1.000000e+00
  %10 = getelementptr float, ptr %5, i64 %.318.i.012
  %.747.i = load float, ptr %10, align 4
  %.752.i = fcmp ult float %.747.i, 2.000000e+00
  br i1 %.752.i, label %B326.i, label %B242.i

B284.if.i:
  %wrong.2.3.i10 = phi i1 [ %.996.i, %B284.if.i ], [ %.686.i, %B242.i ]
  %.816.i.08 = phi i64 [ %.888.i, %B284.if.i ], [ 0, %B242.i ]
  %.888.i = add nuw nsw i64 %.816.i.08, 1
  %.981.i = mul i64 %.816.i.08, %.671.i
  %gep6 = getelementptr float, ptr %invariant.gep5, i64 %.981.i
  %.988.i = load float, ptr %gep6, align 4
  %.994.i = fcmp oeq float %.988.i, 1.000000e+00
  %.996.i = or i1 %wrong.2.3.i10, %.994.i
  %exitcond.not = icmp eq i64 %.606.i, %.888.i
  br i1 %exitcond.not, label %B326.i, label %B284.if.i

B408.if.i:
  %.1217.i.019 = phi i64 [ 0, %B408.if.i.lr.ph ], [ %.1286.i, %B408.i.loopexit ]
  %.1286.i = add nuw nsw i64 %.1217.i.019, 1
  br i1 %.374.i11.not, label %B408.i.loopexit, label %B442.if.i.lr.ph

B442.if.i.lr.ph:
  %.1498.i = mul i64 %.671.i, %.1217.i.019
  %gep22 = getelementptr float, ptr %invariant.gep21, i64 %.1498.i
  br label %B442.if.i

B442.if.i:
  %.1338.i.016 = phi i64 [ 0, %B442.if.i.lr.ph ], [ %.1407.i, %B442.if.i ]
  %.1407.i = add nuw nsw i64 %.1338.i.016, 1
  %11 = getelementptr float, ptr %gep22, i64 %.1338.i.016
  %.1505.i = load float, ptr %11, align 4
  %12 = getelementptr float, ptr %2, i64 %.1338.i.016
  %.1558.i = load float, ptr %12, align 4
  %.1561.i = fmul float %.1505.i, %.1558.i
  store float %.1561.i, ptr %11, align 4
  %exitcond32.not = icmp eq i64 %a2.shape.1, %.1407.i
  br i1 %exitcond32.not, label %B408.i.loopexit, label %B442.if.i

B534.if.i:
  %.1667.i.024 = phi i64 [ 0, %B534.if.i.lr.ph ], [ %.1736.i, %B534.if.i ]
  %.1736.i = add nuw nsw i64 %.1667.i.024, 1
  %13 = getelementptr i64, ptr %a1.data, i64 %.1667.i.024
  %.1790.i = load i64, ptr %13, align 8
  %.1824.i = icmp slt i64 %.1790.i, 0
  %.1825.i = select i1 %.1824.i, i64 %a0.shape.0, i64 0
  %.1826.i = add i64 %.1825.i, %.1790.i
  %.1856.i = mul i64 %.671.i, %.1826.i
  %gep27 = getelementptr float, ptr %invariant.gep26, i64 %.1856.i
  %14 = getelementptr float, ptr %gep27, i64 %.1667.i.024
  %.1863.i = load float, ptr %14, align 4
  %.1865.i = fsub float %.1863.i, %a6.number
  store float %.1865.i, ptr %14, align 4
  %exitcond34.not = icmp eq i64 %a2.shape.1, %.1736.i
  br i1 %exitcond34.not, label %B82.i.loopexit, label %B534.if.i
}

declare double @PyFloat_AsDouble(ptr)

declare ptr @PyErr_Occurred()

declare ptr @PyBool_FromLong(i64)
