; 1f1bb7f86729645a1c0637b6d4ca93a33e1d9cfc63c126c3311a87446efc7fba
; Made of nnsearch.nn.activations._relu_loop by make loops.
@nnsearch_ndarray = external global i8

define ptr @relu(ptr %self, ptr %arguments, i64 %count) {
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
  %fit.a1 = icmp eq i32 %a1.dimensions, 3
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
  %.156.i11.not = icmp slt i64 %a1.shape.0, 1
  br i1 %.156.i11.not, label %common.ret, label %B56.if.i.lr.ph

B56.if.i.lr.ph:
  %a1.shape.1.at = getelementptr i8, ptr %a1.shape, i64 8
  %a1.shape.1 = load i64, ptr %a1.shape.1.at, align 4
  %a0.shape.1.at = getelementptr i8, ptr %a0.shape, i64 8
  %a0.shape.1 = load i64, ptr %a0.shape.1.at, align 4
  %.295.i8.not = icmp slt i64 %a1.shape.1, 1
  %.434.i5.not = icmp slt i64 %a1.shape.2, 1
  %.536.i = mul i64 %a0.shape.2, %a0.shape.1
  %.616.i = mul i64 %a1.shape.2, %a1.shape.1
  br label %B56.if.i

B56.i.loopexit:
  %exitcond15.not = icmp eq i64 %.169.i, %a1.shape.0
  br i1 %exitcond15.not, label %common.ret, label %B56.if.i

B112.i.loopexit:
  %exitcond14.not = icmp eq i64 %a1.shape.1, %.308.i
  br i1 %exitcond14.not, label %B56.i.loopexit, label %B112.if.i

B56.if.i:
  %.98.i.013 = phi i64 [ 0, %B56.if.i.lr.ph ], [ %.169.i, %B56.i.loopexit ]
  %.169.i = add nuw nsw i64 %.98.i.013, 1
  br i1 %.295.i8.not, label %B56.i.loopexit, label %B112.if.i.lr.ph

B112.if.i.lr.ph:
  %.538.i = mul i64 %.536.i, %.98.i.013
  %1 = getelementptr float, ptr %a0.data, i64 %.538.i
  %.618.i = mul i64 %.616.i, %.98.i.013
  %2 = getelementptr float, ptr %a1.data, i64 %.618.i
  br label %B112.if.i

B112.if.i:
  %.239.i.09 = phi i64 [ 0, %B112.if.i.lr.ph ], [ %.308.i, %B112.i.loopexit ]
  %.308.i = add nuw nsw i64 %.239.i.09, 1
  br i1 %.434.i5.not, label %B112.i.loopexit, label %B168.if.i.lr.ph

B168.if.i.lr.ph:
  %.540.i = mul i64 %.239.i.09, %a0.shape.2
  %3 = getelementptr float, ptr %1, i64 %.540.i
  %.620.i = mul i64 %.239.i.09, %a1.shape.2
  %4 = getelementptr float, ptr %2, i64 %.620.i
  br label %B168.if.i

B168.if.i:
  %.378.i.06 = phi i64 [ 0, %B168.if.i.lr.ph ], [ %.447.i, %B168.if.i ]
  %.447.i = add nuw nsw i64 %.378.i.06, 1
  %5 = getelementptr float, ptr %3, i64 %.378.i.06
  %.545.i = load float, ptr %5, align 4
  %.551.i = fcmp ogt float %.545.i, 0.000000e+00
  %6 = getelementptr float, ptr %4, i64 %.378.i.06
  %.626.i = uitofp i1 %.551.i to float
  store float %.626.i, ptr %6, align 4
  %.704.i = load float, ptr %5, align 4
  %.782.i = fmul float %.704.i, %.626.i
  store float %.782.i, ptr %5, align 4
  %exitcond.not = icmp eq i64 %a1.shape.2, %.447.i
  br i1 %exitcond.not, label %B112.i.loopexit, label %B168.if.i
}

declare ptr @PyBool_FromLong(i64)
