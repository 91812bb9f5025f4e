; ba1b57c7c4665d4167c8ad08abf30ebdc0b1111c3652a39985e3404a90259881
; Made of nnsearch.nn.losses._shift_loop by make loops.
@nnsearch_ndarray = external global i8

define ptr @softmax_shift(ptr %self, ptr %arguments, i64 %count) {
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
  br i1 %fit.a3.kind.too, label %run, label %common.ret

common.ret:
  %.sink = phi i64 [ 1, %run ], [ 0, %0 ], [ 0, %check ], [ 0, %look ], [ 1, %B82.i.loopexit ]
  %no = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %no

run:
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
  %.210.i30.not = icmp slt i64 %a2.shape.0, 1
  br i1 %.210.i30.not, label %common.ret, label %B82.if.i.lr.ph

B82.if.i.lr.ph:
  %a0.shape.1.at = getelementptr i8, ptr %a0.shape, i64 8
  %a0.shape.1 = load i64, ptr %a0.shape.1.at, align 4
  %.331.i5.not = icmp slt i64 %a2.shape.1, 1
  %.542.i = add i64 %a0.shape.0, -1
  %spec.select3 = tail call i64 @llvm.smax.i64(i64 %.542.i, i64 0)
  %.585.i12.not = icmp slt i64 %.542.i, 1
  %.812.i = mul i64 %a0.shape.2, %a0.shape.1
  %.1131.i20.not = icmp slt i64 %a0.shape.0, 1
  br label %B82.if.i

B82.i.loopexit:
  %exitcond39.not = icmp eq i64 %.223.i, %a2.shape.0
  br i1 %exitcond39.not, label %common.ret, label %B82.if.i

B154.i:
  br i1 %.585.i12.not, label %B352.i, label %B186.if.i.lr.ph

B186.if.i.lr.ph:
  %.816.i = mul i64 %.152.i.032, %a0.shape.2
  %invariant.gep = getelementptr float, ptr %a0.data, i64 %.816.i
  %.876.i = mul i64 %.152.i.032, %a2.shape.1
  %1 = getelementptr float, ptr %a2.data, i64 %.876.i
  br label %B186.if.i

B186.i.loopexit:
  %exitcond35.not = icmp eq i64 %.529.i.013, %spec.select3
  br i1 %exitcond35.not, label %B352.i, label %B186.if.i

B352.i:
  br i1 %.1131.i20.not, label %B508.i.preheader, label %B382.if.i.lr.ph

B382.if.i.lr.ph:
  %.1358.i = mul i64 %.152.i.032, %a0.shape.2
  %invariant.gep23 = getelementptr float, ptr %a0.data, i64 %.1358.i
  %.1411.i = mul i64 %.152.i.032, %a2.shape.1
  %2 = getelementptr float, ptr %a2.data, i64 %.1411.i
  br label %B382.if.i

B382.i.loopexit:
  %exitcond37.not = icmp eq i64 %a0.shape.0, %.1144.i
  br i1 %exitcond37.not, label %B508.i.preheader, label %B382.if.i

B508.i.preheader:
  br i1 %.331.i5.not, label %B82.i.loopexit, label %B508.if.i.lr.ph

B508.if.i.lr.ph:
  %.1716.i = mul i64 %.152.i.032, %a0.shape.2
  %invariant.gep28 = getelementptr float, ptr %a0.data, i64 %.1716.i
  %.1772.i = mul i64 %.152.i.032, %a3.shape.1
  %3 = getelementptr float, ptr %a3.data, i64 %.1772.i
  br label %B508.if.i

B82.if.i:
  %.152.i.032 = phi i64 [ 0, %B82.if.i.lr.ph ], [ %.223.i, %B82.i.loopexit ]
  %.223.i = add nuw nsw i64 %.152.i.032, 1
  br i1 %.331.i5.not, label %B154.i, label %B116.if.i.lr.ph

B116.if.i.lr.ph:
  %.439.i = mul i64 %.152.i.032, %a0.shape.2
  %4 = getelementptr float, ptr %a0.data, i64 %.439.i
  %.492.i = mul i64 %.152.i.032, %a2.shape.1
  %5 = getelementptr float, ptr %a2.data, i64 %.492.i
  br label %B116.if.i

B116.if.i:
  %.275.i.06 = phi i64 [ 0, %B116.if.i.lr.ph ], [ %.344.i, %B116.if.i ]
  %.344.i = add nuw nsw i64 %.275.i.06, 1
  %6 = getelementptr float, ptr %4, i64 %.275.i.06
  %.444.i = load float, ptr %6, align 4
  %7 = getelementptr float, ptr %5, i64 %.275.i.06
  store float %.444.i, ptr %7, align 4
  %exitcond.not = icmp eq i64 %a2.shape.1, %.344.i
  br i1 %exitcond.not, label %B154.i, label %B116.if.i

B186.if.i:
  %.529.i.013 = phi i64 [ 1, %B186.if.i.lr.ph ], [ %.598.i, %B186.i.loopexit ]
  %.598.i = add nuw i64 %.529.i.013, 1
  br i1 %.331.i5.not, label %B186.i.loopexit, label %B220.if.i.lr.ph

B220.if.i.lr.ph:
  %.814.i = mul i64 %.812.i, %.529.i.013
  %gep = getelementptr float, ptr %invariant.gep, i64 %.814.i
  br label %B220.if.i

B220.if.i:
  %.650.i.09 = phi i64 [ 0, %B220.if.i.lr.ph ], [ %.719.i, %B220.if.i ]
  %.719.i = add nuw nsw i64 %.650.i.09, 1
  %8 = getelementptr float, ptr %gep, i64 %.650.i.09
  %.821.i = load float, ptr %8, align 4
  %9 = getelementptr float, ptr %1, i64 %.650.i.09
  %.881.i = load float, ptr %9, align 4
  %.885.i = fcmp ogt float %.821.i, %.881.i
  %.895.i.le = fcmp uno float %.821.i, 0.000000e+00
  %or.cond = or i1 %.885.i, %.895.i.le
  %"$phi336.3.2.3.i" = select i1 %or.cond, float %.821.i, float %.881.i
  store float %"$phi336.3.2.3.i", ptr %9, align 4
  %exitcond34.not = icmp eq i64 %a2.shape.1, %.719.i
  br i1 %exitcond34.not, label %B186.i.loopexit, label %B220.if.i

B382.if.i:
  %.1075.i.021 = phi i64 [ 0, %B382.if.i.lr.ph ], [ %.1144.i, %B382.i.loopexit ]
  %.1144.i = add nuw nsw i64 %.1075.i.021, 1
  br i1 %.331.i5.not, label %B382.i.loopexit, label %B416.if.i.lr.ph

B416.if.i.lr.ph:
  %.1356.i = mul i64 %.812.i, %.1075.i.021
  %gep24 = getelementptr float, ptr %invariant.gep23, i64 %.1356.i
  br label %B416.if.i

B416.if.i:
  %.1196.i.018 = phi i64 [ 0, %B416.if.i.lr.ph ], [ %.1265.i, %B416.if.i ]
  %.1265.i = add nuw nsw i64 %.1196.i.018, 1
  %10 = getelementptr float, ptr %gep24, i64 %.1196.i.018
  %.1363.i = load float, ptr %10, align 4
  %11 = getelementptr float, ptr %2, i64 %.1196.i.018
  %.1416.i = load float, ptr %11, align 4
  %.1419.i = fsub float %.1363.i, %.1416.i
  store float %.1419.i, ptr %10, align 4
  %exitcond36.not = icmp eq i64 %a2.shape.1, %.1265.i
  br i1 %exitcond36.not, label %B382.i.loopexit, label %B416.if.i

B508.if.i:
  %.1525.i.026 = phi i64 [ 0, %B508.if.i.lr.ph ], [ %.1594.i, %B508.if.i ]
  %.1594.i = add nuw nsw i64 %.1525.i.026, 1
  %12 = getelementptr i64, ptr %a1.data, i64 %.1525.i.026
  %.1648.i = load i64, ptr %12, align 8
  %.1682.i = icmp slt i64 %.1648.i, 0
  %.1683.i = select i1 %.1682.i, i64 %a0.shape.0, i64 0
  %.1684.i = add i64 %.1683.i, %.1648.i
  %.1714.i = mul i64 %.812.i, %.1684.i
  %gep29 = getelementptr float, ptr %invariant.gep28, i64 %.1714.i
  %13 = getelementptr float, ptr %gep29, i64 %.1525.i.026
  %.1721.i = load float, ptr %13, align 4
  %14 = getelementptr float, ptr %3, i64 %.1525.i.026
  store float %.1721.i, ptr %14, align 4
  %exitcond38.not = icmp eq i64 %a2.shape.1, %.1594.i
  br i1 %exitcond38.not, label %B82.i.loopexit, label %B508.if.i
}

declare ptr @PyBool_FromLong(i64)

declare i64 @llvm.smax.i64(i64, i64)
