; f0abce47d5436222fe0ec4852070cf25f9ad0d706eef3ad3d3e2f509c1eccbc6
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

define internal fastcc void @_ZN8nnsearch2nn5fused6answerB2v7B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx(ptr noalias nonnull %retptr, ptr %arg.theta.4, ptr %arg.columns.4, ptr %arg.widths.4, i64 %arg.widths.5.0, ptr %arg.starts.4, i64 %arg.starts.5.0, ptr %arg.leaks.4, i64 %arg.leaks.5.0, ptr %arg.units.4, i64 %arg.units.5.0, ptr %arg.output.4, i64 %arg.m) unnamed_addr {
entry:
  %.127 = ptrtoint ptr %arg.theta.4 to i64
  %.153 = ptrtoint ptr %arg.units.4 to i64
  %.187 = ptrtoint ptr %arg.columns.4 to i64
  %.288599.not = icmp slt i64 %arg.leaks.5.0, 1
  br i1 %.288599.not, label %B860, label %B242.if.lr.ph

B242.if.lr.ph:
  %.1460596.not = icmp slt i64 %arg.m, 1
  br label %B242.if

B240.loopexit:
  %exitcond607.not = icmp eq i64 %.301, %arg.leaks.5.0
  br i1 %exitcond607.not, label %B860, label %B242.if

B520:
  br i1 %.754593.not, label %B734, label %B556.if

B624:
  br i1 %.754593.not, label %B734, label %B660.if

B734:
  %.1198 = add nsw i64 %.356, 1
  %.1200 = mul nsw i64 %.1198, %arg.m
  %.1202 = add nsw i64 %.1200, %unit.2.0603
  br i1 %.507, label %B734.else.if, label %B734.else.endif

B860:
  %below.2.0.lcssa = phi i64 [ %.187, %entry ], [ %.427, %B240.loopexit ]
  %0 = getelementptr i64, ptr %arg.widths.4, i64 %arg.widths.5.0
  %.1601 = getelementptr i8, ptr %0, i64 -8
  %.1602 = load i64, ptr %.1601, align 8
  %.1631 = getelementptr i8, ptr %0, i64 -16
  %.1632 = load i64, ptr %.1631, align 8
  %.1638 = add nsw i64 %.1632, 1
  %1 = getelementptr i64, ptr %arg.starts.4, i64 %arg.starts.5.0
  %.1667 = getelementptr i8, ptr %1, i64 -8
  %.1668 = load i64, ptr %.1667, align 8
  %.1674 = shl nsw i64 %.1668, 2
  %.1676 = add nsw i64 %.1674, %.127
  %.1708 = ptrtoint ptr %arg.output.4 to i64
  call void @nnsearch_sgemm(i32 101, i32 111, i32 111, i64 %.1602, i64 %arg.m, i64 %.1638, float 1.000000e+00, i64 %.1676, i64 %.1638, i64 %below.2.0.lcssa, i64 %arg.m, float 0.000000e+00, i64 %.1708, i64 %arg.m)
  store ptr null, ptr %retptr, align 8
  ret void

B242.if:
  %unit.2.0603 = phi i64 [ 0, %B242.if.lr.ph ], [ %.1202, %B240.loopexit ]
  %below.2.0602 = phi i64 [ %.187, %B242.if.lr.ph ], [ %.427, %B240.loopexit ]
  %.229.0600 = phi i64 [ 0, %B242.if.lr.ph ], [ %.301, %B240.loopexit ]
  %.301 = add nuw nsw i64 %.229.0600, 1
  %2 = getelementptr i64, ptr %arg.widths.4, i64 %.229.0600
  %3 = getelementptr i8, ptr %2, i64 8
  %.356 = load i64, ptr %3, align 8
  %.386 = load i64, ptr %2, align 8
  %.387 = add nsw i64 %.386, 1
  %4 = getelementptr i64, ptr %arg.starts.4, i64 %.229.0600
  %.420 = load i64, ptr %4, align 8
  %.421 = shl nsw i64 %.420, 2
  %.423 = add nsw i64 %.421, %.127
  %.425 = shl nsw i64 %unit.2.0603, 2
  %.427 = add nsw i64 %.425, %.153
  call void @nnsearch_sgemm(i32 101, i32 111, i32 111, i64 %.356, i64 %arg.m, i64 %.387, float 1.000000e+00, i64 %.423, i64 %.387, i64 %below.2.0602, i64 %arg.m, float 0.000000e+00, i64 %.427, i64 %arg.m)
  %.445 = mul i64 %.356, %arg.m
  %.447 = add nsw i64 %.445, %unit.2.0603
  %.485 = icmp slt i64 %unit.2.0603, 0
  %.486 = select i1 %.485, i64 %arg.units.5.0, i64 0
  %.487 = add i64 %.486, %unit.2.0603
  %.490 = icmp slt i64 %.487, 0
  br i1 %.490, label %B244.else.if, label %B244.else.endif

B244.else.if:
  br label %B244.else.endif

B244.else.endif:
  %.475.sroa.0.1 = phi i64 [ 0, %B244.else.if ], [ %.487, %B242.if ]
  %.495.not = icmp slt i64 %.487, %arg.units.5.0
  br i1 %.495.not, label %B244.else.endif.endif, label %B244.else.endif.if

B244.else.endif.if:
  br label %B244.else.endif.endif

B244.else.endif.endif:
  %.475.sroa.0.3 = phi i64 [ %arg.units.5.0, %B244.else.endif.if ], [ %.475.sroa.0.1, %B244.else.endif ]
  %.502 = icmp slt i64 %.447, 0
  %.503 = select i1 %.502, i64 %arg.units.5.0, i64 0
  %.504 = add i64 %.503, %.447
  %.507 = icmp slt i64 %.504, 0
  %.512.not = icmp slt i64 %.504, %arg.units.5.0
  %.588 = getelementptr float, ptr %arg.units.4, i64 %.475.sroa.0.3
  %5 = getelementptr float, ptr %arg.leaks.4, i64 %.229.0600
  %.649 = load float, ptr %5, align 4
  %.668 = fcmp oeq float %.649, 0.000000e+00
  %.754593.not = icmp slt i64 %.445, 1
  br i1 %.668, label %B520, label %B624

B556.if:
  %.698.0594 = phi i64 [ %.767, %B556.if ], [ 0, %B520 ]
  %.767 = add nuw nsw i64 %.698.0594, 1
  %6 = getelementptr float, ptr %.588, i64 %.698.0594
  %.825 = load float, ptr %6, align 4
  %.828.inv = fcmp ole float %.825, 0.000000e+00
  %.825. = select i1 %.828.inv, float 0.000000e+00, float %.825
  store float %.825., ptr %6, align 4
  %exitcond605.not = icmp eq i64 %.445, %.767
  br i1 %exitcond605.not, label %B734, label %B556.if

B660.if:
  %.941.0591 = phi i64 [ %.1010, %B660.if ], [ 0, %B624 ]
  %.1010 = add nuw nsw i64 %.941.0591, 1
  %7 = getelementptr float, ptr %.588, i64 %.941.0591
  %.1068 = load float, ptr %7, align 4
  %.1071 = fcmp ugt float %.1068, 0.000000e+00
  %.1105 = fmul float %.649, %.1068
  %"$phi724.2.2.3" = select i1 %.1071, float %.1068, float %.1105
  store float %"$phi724.2.2.3", ptr %7, align 4
  %exitcond.not = icmp eq i64 %.445, %.1010
  br i1 %exitcond.not, label %B734, label %B660.if

B734.else.if:
  br label %B734.else.endif

B734.else.endif:
  %.1229.sroa.0.1 = phi i64 [ 0, %B734.else.if ], [ %.504, %B734 ]
  br i1 %.512.not, label %B734.else.endif.endif.endif, label %B734.else.endif.if

B734.else.endif.if:
  br label %B734.else.endif.endif.endif

B734.else.endif.endif.endif:
  %.1229.sroa.0.3 = phi i64 [ %arg.units.5.0, %B734.else.endif.if ], [ %.1229.sroa.0.1, %B734.else.endif ]
  %.1342 = getelementptr float, ptr %arg.units.4, i64 %.1229.sroa.0.3
  br i1 %.1460596.not, label %B240.loopexit, label %B814.if

B814.if:
  %.1404.0597 = phi i64 [ %.1473, %B814.if ], [ 0, %B734.else.endif.endif.endif ]
  %.1473 = add nuw nsw i64 %.1404.0597, 1
  %8 = getelementptr float, ptr %.1342, i64 %.1404.0597
  store float 1.000000e+00, ptr %8, align 4
  %exitcond606.not = icmp eq i64 %arg.m, %.1473
  br i1 %exitcond606.not, label %B240.loopexit, label %B814.if
}

declare void @nnsearch_sgemm(i32, i32, i32, i64, i64, i64, float, i64, i64, i64, i64, float, i64, i64)

define internal fastcc void @_ZN8nnsearch2nn6losses12shift_logitsB2v8B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE(ptr noalias nonnull %retptr, ptr %arg.Z.4, i64 %arg.Z.5.0, i64 %arg.Z.5.1, i64 %arg.Z.5.2, ptr %arg.labels.4, ptr %arg.greatest.4, i64 %arg.greatest.5.0, i64 %arg.greatest.5.1, ptr %arg.true.4, i64 %arg.true.5.1) unnamed_addr {
entry:
  %.210624.not = icmp slt i64 %arg.greatest.5.0, 1
  br i1 %.210624.not, label %B560, label %B82.if.lr.ph

B82.if.lr.ph:
  %.331599.not = icmp slt i64 %arg.greatest.5.1, 1
  %.542 = add i64 %arg.Z.5.0, -1
  %spec.select597 = tail call i64 @llvm.smax.i64(i64 %.542, i64 0)
  %.585606.not = icmp slt i64 %.542, 1
  %.812 = mul i64 %arg.Z.5.2, %arg.Z.5.1
  %.1131614.not = icmp slt i64 %arg.Z.5.0, 1
  br label %B82.if

B82.loopexit:
  %exitcond633.not = icmp eq i64 %.223, %arg.greatest.5.0
  br i1 %exitcond633.not, label %B560, label %B82.if

B154:
  br i1 %.585606.not, label %B352, label %B186.if.lr.ph

B186.if.lr.ph:
  %.816 = mul i64 %.152.0625, %arg.Z.5.2
  %invariant.gep = getelementptr float, ptr %arg.Z.4, i64 %.816
  %.876 = mul i64 %.152.0625, %arg.greatest.5.1
  %0 = getelementptr float, ptr %arg.greatest.4, i64 %.876
  br label %B186.if

B186.loopexit:
  %exitcond629.not = icmp eq i64 %.529.0607, %spec.select597
  br i1 %exitcond629.not, label %B352, label %B186.if

B352:
  br i1 %.1131614.not, label %B508.preheader, label %B382.if.lr.ph

B382.if.lr.ph:
  %.1358 = mul i64 %.152.0625, %arg.Z.5.2
  %invariant.gep617 = getelementptr float, ptr %arg.Z.4, i64 %.1358
  %.1411 = mul i64 %.152.0625, %arg.greatest.5.1
  %1 = getelementptr float, ptr %arg.greatest.4, i64 %.1411
  br label %B382.if

B382.loopexit:
  %exitcond631.not = icmp eq i64 %arg.Z.5.0, %.1144
  br i1 %exitcond631.not, label %B508.preheader, label %B382.if

B508.preheader:
  br i1 %.331599.not, label %B82.loopexit, label %B508.if.lr.ph

B508.if.lr.ph:
  %.1716 = mul i64 %.152.0625, %arg.Z.5.2
  %invariant.gep622 = getelementptr float, ptr %arg.Z.4, i64 %.1716
  %.1772 = mul i64 %.152.0625, %arg.true.5.1
  %2 = getelementptr float, ptr %arg.true.4, i64 %.1772
  br label %B508.if

B560:
  store ptr null, ptr %retptr, align 8
  ret void

B82.if:
  %.152.0625 = phi i64 [ 0, %B82.if.lr.ph ], [ %.223, %B82.loopexit ]
  %.223 = add nuw nsw i64 %.152.0625, 1
  br i1 %.331599.not, label %B154, label %B116.if.lr.ph

B116.if.lr.ph:
  %.439 = mul i64 %.152.0625, %arg.Z.5.2
  %3 = getelementptr float, ptr %arg.Z.4, i64 %.439
  %.492 = mul i64 %.152.0625, %arg.greatest.5.1
  %4 = getelementptr float, ptr %arg.greatest.4, i64 %.492
  br label %B116.if

B116.if:
  %.275.0600 = phi i64 [ 0, %B116.if.lr.ph ], [ %.344, %B116.if ]
  %.344 = add nuw nsw i64 %.275.0600, 1
  %5 = getelementptr float, ptr %3, i64 %.275.0600
  %.444 = load float, ptr %5, align 4
  %6 = getelementptr float, ptr %4, i64 %.275.0600
  store float %.444, ptr %6, align 4
  %exitcond.not = icmp eq i64 %arg.greatest.5.1, %.344
  br i1 %exitcond.not, label %B154, label %B116.if

B186.if:
  %.529.0607 = phi i64 [ 1, %B186.if.lr.ph ], [ %.598, %B186.loopexit ]
  %.598 = add nuw i64 %.529.0607, 1
  br i1 %.331599.not, label %B186.loopexit, label %B220.if.lr.ph

B220.if.lr.ph:
  %.814 = mul i64 %.812, %.529.0607
  %gep = getelementptr float, ptr %invariant.gep, i64 %.814
  br label %B220.if

B220.if:
  %.650.0603 = phi i64 [ 0, %B220.if.lr.ph ], [ %.719, %B220.if ]
  %.719 = add nuw nsw i64 %.650.0603, 1
  %7 = getelementptr float, ptr %gep, i64 %.650.0603
  %.821 = load float, ptr %7, align 4
  %8 = getelementptr float, ptr %0, i64 %.650.0603
  %.881 = load float, ptr %8, align 4
  %.885 = fcmp ogt float %.821, %.881
  %.895.le = fcmp uno float %.821, 0.000000e+00
  %or.cond = or i1 %.885, %.895.le
  %"$phi336.3.2.3" = select i1 %or.cond, float %.821, float %.881
  store float %"$phi336.3.2.3", ptr %8, align 4
  %exitcond628.not = icmp eq i64 %arg.greatest.5.1, %.719
  br i1 %exitcond628.not, label %B186.loopexit, label %B220.if

B382.if:
  %.1075.0615 = phi i64 [ 0, %B382.if.lr.ph ], [ %.1144, %B382.loopexit ]
  %.1144 = add nuw nsw i64 %.1075.0615, 1
  br i1 %.331599.not, label %B382.loopexit, label %B416.if.lr.ph

B416.if.lr.ph:
  %.1356 = mul i64 %.812, %.1075.0615
  %gep618 = getelementptr float, ptr %invariant.gep617, i64 %.1356
  br label %B416.if

B416.if:
  %.1196.0612 = phi i64 [ 0, %B416.if.lr.ph ], [ %.1265, %B416.if ]
  %.1265 = add nuw nsw i64 %.1196.0612, 1
  %9 = getelementptr float, ptr %gep618, i64 %.1196.0612
  %.1363 = load float, ptr %9, align 4
  %10 = getelementptr float, ptr %1, i64 %.1196.0612
  %.1416 = load float, ptr %10, align 4
  %.1419 = fsub float %.1363, %.1416
  store float %.1419, ptr %9, align 4
  %exitcond630.not = icmp eq i64 %arg.greatest.5.1, %.1265
  br i1 %exitcond630.not, label %B382.loopexit, label %B416.if

B508.if:
  %.1525.0620 = phi i64 [ 0, %B508.if.lr.ph ], [ %.1594, %B508.if ]
  %.1594 = add nuw nsw i64 %.1525.0620, 1
  %11 = getelementptr i64, ptr %arg.labels.4, i64 %.1525.0620
  %.1648 = load i64, ptr %11, align 8
  %.1682 = icmp slt i64 %.1648, 0
  %.1683 = select i1 %.1682, i64 %arg.Z.5.0, i64 0
  %.1684 = add i64 %.1683, %.1648
  %.1714 = mul i64 %.812, %.1684
  %gep623 = getelementptr float, ptr %invariant.gep622, i64 %.1714
  %12 = getelementptr float, ptr %gep623, i64 %.1525.0620
  %.1721 = load float, ptr %12, align 4
  %13 = getelementptr float, ptr %2, i64 %.1525.0620
  store float %.1721, ptr %13, align 4
  %exitcond632.not = icmp eq i64 %arg.greatest.5.1, %.1594
  br i1 %exitcond632.not, label %B82.loopexit, label %B508.if
}

declare void @nnsearch_exp(i64, i64, i64, i64)

declare void @nnsearch_log(i64, i64, i64, i64)

define ptr @evaluate(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.1107.i = alloca ptr, align 8
  %.1153.i = alloca ptr, align 8
  %.6 = icmp eq i64 %.3, 20
  br i1 %.6, label %.7, label %common.ret.sink.split

common.ret.sink.split:
  %.sink = phi i64 [ 1, %done ], [ 0, %.531 ], [ 0, %.502 ], [ 0, %.472 ], [ 0, %.443 ], [ 0, %.414 ], [ 0, %.385 ], [ 0, %.356 ], [ 0, %.327 ], [ 0, %.298 ], [ 0, %.269 ], [ 0, %.240 ], [ 0, %.211 ], [ 0, %.181 ], [ 0, %.151 ], [ 0, %.122 ], [ 0, %.92 ], [ 0, %.63 ], [ 0, %.539 ], [ 0, %.525 ], [ 0, %.520 ], [ 0, %.515 ], [ 0, %.510 ], [ 0, %.496 ], [ 0, %.491 ], [ 0, %.486 ], [ 0, %.481 ], [ 0, %.466 ], [ 0, %.461 ], [ 0, %.456 ], [ 0, %.451 ], [ 0, %.437 ], [ 0, %.432 ], [ 0, %.427 ], [ 0, %.422 ], [ 0, %.408 ], [ 0, %.403 ], [ 0, %.398 ], [ 0, %.393 ], [ 0, %.379 ], [ 0, %.374 ], [ 0, %.369 ], [ 0, %.364 ], [ 0, %.350 ], [ 0, %.345 ], [ 0, %.340 ], [ 0, %.335 ], [ 0, %.321 ], [ 0, %.316 ], [ 0, %.311 ], [ 0, %.306 ], [ 0, %.292 ], [ 0, %.287 ], [ 0, %.282 ], [ 0, %.277 ], [ 0, %.263 ], [ 0, %.258 ], [ 0, %.253 ], [ 0, %.248 ], [ 0, %.234 ], [ 0, %.229 ], [ 0, %.224 ], [ 0, %.219 ], [ 0, %.205 ], [ 0, %.200 ], [ 0, %.195 ], [ 0, %.190 ], [ 0, %.175 ], [ 0, %.170 ], [ 0, %.165 ], [ 0, %.160 ], [ 0, %.145 ], [ 0, %.140 ], [ 0, %.135 ], [ 0, %.130 ], [ 0, %.116 ], [ 0, %.111 ], [ 0, %.106 ], [ 0, %.101 ], [ 0, %.86 ], [ 0, %.81 ], [ 0, %.76 ], [ 0, %.71 ], [ 0, %.57 ], [ 0, %.52 ], [ 0, %.7 ], [ 0, %.5 ]
  %.796 = tail call ptr @PyBool_FromLong(i64 %.sink)
  br label %common.ret

common.ret:
  %common.ret.op = phi ptr [ null, %.544 ], [ %.796, %common.ret.sink.split ]
  ret ptr %common.ret.op

.7:
  %.10 = load ptr, ptr %.2, align 8
  %.11 = getelementptr i8, ptr %.2, i64 8
  %.12 = load ptr, ptr %.11, align 8
  %.13 = getelementptr i8, ptr %.2, i64 16
  %.14 = load ptr, ptr %.13, align 8
  %.15 = getelementptr i8, ptr %.2, i64 24
  %.16 = load ptr, ptr %.15, align 8
  %.17 = getelementptr i8, ptr %.2, i64 32
  %.18 = load ptr, ptr %.17, align 8
  %.19 = getelementptr i8, ptr %.2, i64 40
  %.20 = load ptr, ptr %.19, align 8
  %.21 = getelementptr i8, ptr %.2, i64 48
  %.22 = load ptr, ptr %.21, align 8
  %.23 = getelementptr i8, ptr %.2, i64 56
  %.24 = load ptr, ptr %.23, align 8
  %.25 = getelementptr i8, ptr %.2, i64 64
  %.26 = load ptr, ptr %.25, align 8
  %.27 = getelementptr i8, ptr %.2, i64 72
  %.28 = load ptr, ptr %.27, align 8
  %.29 = getelementptr i8, ptr %.2, i64 80
  %.30 = load ptr, ptr %.29, align 8
  %.31 = getelementptr i8, ptr %.2, i64 88
  %.32 = load ptr, ptr %.31, align 8
  %.33 = getelementptr i8, ptr %.2, i64 96
  %.34 = load ptr, ptr %.33, align 8
  %.35 = getelementptr i8, ptr %.2, i64 104
  %.36 = load ptr, ptr %.35, align 8
  %.37 = getelementptr i8, ptr %.2, i64 112
  %.38 = load ptr, ptr %.37, align 8
  %.39 = getelementptr i8, ptr %.2, i64 120
  %.40 = load ptr, ptr %.39, align 8
  %.41 = getelementptr i8, ptr %.2, i64 128
  %.42 = load ptr, ptr %.41, align 8
  %.43 = getelementptr i8, ptr %.2, i64 136
  %.44 = load ptr, ptr %.43, align 8
  %.45 = getelementptr i8, ptr %.2, i64 144
  %.46 = load ptr, ptr %.45, align 8
  %.47 = getelementptr i8, ptr %.2, i64 152
  %.48 = load ptr, ptr %.47, align 8
  %.49 = getelementptr i8, ptr %.10, i64 8
  %.50 = load ptr, ptr %.49, align 8
  %.51 = icmp eq ptr %.50, @nnsearch_ndarray
  br i1 %.51, label %.52, label %common.ret.sink.split

.52:
  %.54 = getelementptr i8, ptr %.10, i64 24
  %.55 = load i32, ptr %.54, align 4
  %.56 = icmp eq i32 %.55, 2
  br i1 %.56, label %.57, label %common.ret.sink.split

.57:
  %.59 = getelementptr i8, ptr %.10, i64 64
  %.60 = load i32, ptr %.59, align 4
  %.61 = and i32 %.60, 257
  %.62 = icmp eq i32 %.61, 257
  br i1 %.62, label %.63, label %common.ret.sink.split

.63:
  %.65 = getelementptr i8, ptr %.10, i64 56
  %.66 = load ptr, ptr %.65, align 8
  %.67 = getelementptr i8, ptr %.66, i64 28
  %.68 = load i32, ptr %.67, align 4
  %0 = icmp eq i32 %.68, 11
  br i1 %0, label %.71, label %common.ret.sink.split

.71:
  %.73 = getelementptr i8, ptr %.66, i64 26
  %.74 = load i8, ptr %.73, align 1
  %.75.not = icmp eq i8 %.74, 62
  br i1 %.75.not, label %common.ret.sink.split, label %.76

.76:
  %.78 = getelementptr i8, ptr %.12, i64 8
  %.79 = load ptr, ptr %.78, align 8
  %.80 = icmp eq ptr %.79, @nnsearch_ndarray
  br i1 %.80, label %.81, label %common.ret.sink.split

.81:
  %.83 = getelementptr i8, ptr %.12, i64 24
  %.84 = load i32, ptr %.83, align 4
  %.85 = icmp eq i32 %.84, 1
  br i1 %.85, label %.86, label %common.ret.sink.split

.86:
  %.88 = getelementptr i8, ptr %.12, i64 64
  %.89 = load i32, ptr %.88, align 4
  %.90 = and i32 %.89, 257
  %.91 = icmp eq i32 %.90, 257
  br i1 %.91, label %.92, label %common.ret.sink.split

.92:
  %.94 = getelementptr i8, ptr %.12, i64 56
  %.95 = load ptr, ptr %.94, align 8
  %.96 = getelementptr i8, ptr %.95, i64 28
  %.97 = load i32, ptr %.96, align 4
  switch i32 %.97, label %common.ret.sink.split [
    i32 9, label %.101
    i32 7, label %.101
  ]

.101:
  %.103 = getelementptr i8, ptr %.95, i64 26
  %.104 = load i8, ptr %.103, align 1
  %.105.not = icmp eq i8 %.104, 62
  br i1 %.105.not, label %common.ret.sink.split, label %.106

.106:
  %.108 = getelementptr i8, ptr %.20, i64 8
  %.109 = load ptr, ptr %.108, align 8
  %.110 = icmp eq ptr %.109, @nnsearch_ndarray
  br i1 %.110, label %.111, label %common.ret.sink.split

.111:
  %.113 = getelementptr i8, ptr %.20, i64 24
  %.114 = load i32, ptr %.113, align 4
  %.115 = icmp eq i32 %.114, 2
  br i1 %.115, label %.116, label %common.ret.sink.split

.116:
  %.118 = getelementptr i8, ptr %.20, i64 64
  %.119 = load i32, ptr %.118, align 4
  %.120 = and i32 %.119, 1281
  %.121 = icmp eq i32 %.120, 1281
  br i1 %.121, label %.122, label %common.ret.sink.split

.122:
  %.124 = getelementptr i8, ptr %.20, i64 56
  %.125 = load ptr, ptr %.124, align 8
  %.126 = getelementptr i8, ptr %.125, i64 28
  %.127 = load i32, ptr %.126, align 4
  %1 = icmp eq i32 %.127, 11
  br i1 %1, label %.130, label %common.ret.sink.split

.130:
  %.132 = getelementptr i8, ptr %.125, i64 26
  %.133 = load i8, ptr %.132, align 1
  %.134.not = icmp eq i8 %.133, 62
  br i1 %.134.not, label %common.ret.sink.split, label %.135

.135:
  %.137 = getelementptr i8, ptr %.22, i64 8
  %.138 = load ptr, ptr %.137, align 8
  %.139 = icmp eq ptr %.138, @nnsearch_ndarray
  br i1 %.139, label %.140, label %common.ret.sink.split

.140:
  %.142 = getelementptr i8, ptr %.22, i64 24
  %.143 = load i32, ptr %.142, align 4
  %.144 = icmp eq i32 %.143, 1
  br i1 %.144, label %.145, label %common.ret.sink.split

.145:
  %.147 = getelementptr i8, ptr %.22, i64 64
  %.148 = load i32, ptr %.147, align 4
  %.149 = and i32 %.148, 1281
  %.150 = icmp eq i32 %.149, 1281
  br i1 %.150, label %.151, label %common.ret.sink.split

.151:
  %.153 = getelementptr i8, ptr %.22, i64 56
  %.154 = load ptr, ptr %.153, align 8
  %.155 = getelementptr i8, ptr %.154, i64 28
  %.156 = load i32, ptr %.155, align 4
  switch i32 %.156, label %common.ret.sink.split [
    i32 9, label %.160
    i32 7, label %.160
  ]

.160:
  %.162 = getelementptr i8, ptr %.154, i64 26
  %.163 = load i8, ptr %.162, align 1
  %.164.not = icmp eq i8 %.163, 62
  br i1 %.164.not, label %common.ret.sink.split, label %.165

.165:
  %.167 = getelementptr i8, ptr %.24, i64 8
  %.168 = load ptr, ptr %.167, align 8
  %.169 = icmp eq ptr %.168, @nnsearch_ndarray
  br i1 %.169, label %.170, label %common.ret.sink.split

.170:
  %.172 = getelementptr i8, ptr %.24, i64 24
  %.173 = load i32, ptr %.172, align 4
  %.174 = icmp eq i32 %.173, 1
  br i1 %.174, label %.175, label %common.ret.sink.split

.175:
  %.177 = getelementptr i8, ptr %.24, i64 64
  %.178 = load i32, ptr %.177, align 4
  %.179 = and i32 %.178, 1281
  %.180 = icmp eq i32 %.179, 1281
  br i1 %.180, label %.181, label %common.ret.sink.split

.181:
  %.183 = getelementptr i8, ptr %.24, i64 56
  %.184 = load ptr, ptr %.183, align 8
  %.185 = getelementptr i8, ptr %.184, i64 28
  %.186 = load i32, ptr %.185, align 4
  switch i32 %.186, label %common.ret.sink.split [
    i32 9, label %.190
    i32 7, label %.190
  ]

.190:
  %.192 = getelementptr i8, ptr %.184, i64 26
  %.193 = load i8, ptr %.192, align 1
  %.194.not = icmp eq i8 %.193, 62
  br i1 %.194.not, label %common.ret.sink.split, label %.195

.195:
  %.197 = getelementptr i8, ptr %.26, i64 8
  %.198 = load ptr, ptr %.197, align 8
  %.199 = icmp eq ptr %.198, @nnsearch_ndarray
  br i1 %.199, label %.200, label %common.ret.sink.split

.200:
  %.202 = getelementptr i8, ptr %.26, i64 24
  %.203 = load i32, ptr %.202, align 4
  %.204 = icmp eq i32 %.203, 1
  br i1 %.204, label %.205, label %common.ret.sink.split

.205:
  %.207 = getelementptr i8, ptr %.26, i64 64
  %.208 = load i32, ptr %.207, align 4
  %.209 = and i32 %.208, 1281
  %.210 = icmp eq i32 %.209, 1281
  br i1 %.210, label %.211, label %common.ret.sink.split

.211:
  %.213 = getelementptr i8, ptr %.26, i64 56
  %.214 = load ptr, ptr %.213, align 8
  %.215 = getelementptr i8, ptr %.214, i64 28
  %.216 = load i32, ptr %.215, align 4
  %2 = icmp eq i32 %.216, 11
  br i1 %2, label %.219, label %common.ret.sink.split

.219:
  %.221 = getelementptr i8, ptr %.214, i64 26
  %.222 = load i8, ptr %.221, align 1
  %.223.not = icmp eq i8 %.222, 62
  br i1 %.223.not, label %common.ret.sink.split, label %.224

.224:
  %.226 = getelementptr i8, ptr %.28, i64 8
  %.227 = load ptr, ptr %.226, align 8
  %.228 = icmp eq ptr %.227, @nnsearch_ndarray
  br i1 %.228, label %.229, label %common.ret.sink.split

.229:
  %.231 = getelementptr i8, ptr %.28, i64 24
  %.232 = load i32, ptr %.231, align 4
  %.233 = icmp eq i32 %.232, 1
  br i1 %.233, label %.234, label %common.ret.sink.split

.234:
  %.236 = getelementptr i8, ptr %.28, i64 64
  %.237 = load i32, ptr %.236, align 4
  %.238 = and i32 %.237, 1281
  %.239 = icmp eq i32 %.238, 1281
  br i1 %.239, label %.240, label %common.ret.sink.split

.240:
  %.242 = getelementptr i8, ptr %.28, i64 56
  %.243 = load ptr, ptr %.242, align 8
  %.244 = getelementptr i8, ptr %.243, i64 28
  %.245 = load i32, ptr %.244, align 4
  %3 = icmp eq i32 %.245, 11
  br i1 %3, label %.248, label %common.ret.sink.split

.248:
  %.250 = getelementptr i8, ptr %.243, i64 26
  %.251 = load i8, ptr %.250, align 1
  %.252.not = icmp eq i8 %.251, 62
  br i1 %.252.not, label %common.ret.sink.split, label %.253

.253:
  %.255 = getelementptr i8, ptr %.30, i64 8
  %.256 = load ptr, ptr %.255, align 8
  %.257 = icmp eq ptr %.256, @nnsearch_ndarray
  br i1 %.257, label %.258, label %common.ret.sink.split

.258:
  %.260 = getelementptr i8, ptr %.30, i64 24
  %.261 = load i32, ptr %.260, align 4
  %.262 = icmp eq i32 %.261, 1
  br i1 %.262, label %.263, label %common.ret.sink.split

.263:
  %.265 = getelementptr i8, ptr %.30, i64 64
  %.266 = load i32, ptr %.265, align 4
  %.267 = and i32 %.266, 1281
  %.268 = icmp eq i32 %.267, 1281
  br i1 %.268, label %.269, label %common.ret.sink.split

.269:
  %.271 = getelementptr i8, ptr %.30, i64 56
  %.272 = load ptr, ptr %.271, align 8
  %.273 = getelementptr i8, ptr %.272, i64 28
  %.274 = load i32, ptr %.273, align 4
  %4 = icmp eq i32 %.274, 11
  br i1 %4, label %.277, label %common.ret.sink.split

.277:
  %.279 = getelementptr i8, ptr %.272, i64 26
  %.280 = load i8, ptr %.279, align 1
  %.281.not = icmp eq i8 %.280, 62
  br i1 %.281.not, label %common.ret.sink.split, label %.282

.282:
  %.284 = getelementptr i8, ptr %.32, i64 8
  %.285 = load ptr, ptr %.284, align 8
  %.286 = icmp eq ptr %.285, @nnsearch_ndarray
  br i1 %.286, label %.287, label %common.ret.sink.split

.287:
  %.289 = getelementptr i8, ptr %.32, i64 24
  %.290 = load i32, ptr %.289, align 4
  %.291 = icmp eq i32 %.290, 1
  br i1 %.291, label %.292, label %common.ret.sink.split

.292:
  %.294 = getelementptr i8, ptr %.32, i64 64
  %.295 = load i32, ptr %.294, align 4
  %.296 = and i32 %.295, 1281
  %.297 = icmp eq i32 %.296, 1281
  br i1 %.297, label %.298, label %common.ret.sink.split

.298:
  %.300 = getelementptr i8, ptr %.32, i64 56
  %.301 = load ptr, ptr %.300, align 8
  %.302 = getelementptr i8, ptr %.301, i64 28
  %.303 = load i32, ptr %.302, align 4
  %5 = icmp eq i32 %.303, 11
  br i1 %5, label %.306, label %common.ret.sink.split

.306:
  %.308 = getelementptr i8, ptr %.301, i64 26
  %.309 = load i8, ptr %.308, align 1
  %.310.not = icmp eq i8 %.309, 62
  br i1 %.310.not, label %common.ret.sink.split, label %.311

.311:
  %.313 = getelementptr i8, ptr %.34, i64 8
  %.314 = load ptr, ptr %.313, align 8
  %.315 = icmp eq ptr %.314, @nnsearch_ndarray
  br i1 %.315, label %.316, label %common.ret.sink.split

.316:
  %.318 = getelementptr i8, ptr %.34, i64 24
  %.319 = load i32, ptr %.318, align 4
  %.320 = icmp eq i32 %.319, 3
  br i1 %.320, label %.321, label %common.ret.sink.split

.321:
  %.323 = getelementptr i8, ptr %.34, i64 64
  %.324 = load i32, ptr %.323, align 4
  %.325 = and i32 %.324, 1281
  %.326 = icmp eq i32 %.325, 1281
  br i1 %.326, label %.327, label %common.ret.sink.split

.327:
  %.329 = getelementptr i8, ptr %.34, i64 56
  %.330 = load ptr, ptr %.329, align 8
  %.331 = getelementptr i8, ptr %.330, i64 28
  %.332 = load i32, ptr %.331, align 4
  %6 = icmp eq i32 %.332, 11
  br i1 %6, label %.335, label %common.ret.sink.split

.335:
  %.337 = getelementptr i8, ptr %.330, i64 26
  %.338 = load i8, ptr %.337, align 1
  %.339.not = icmp eq i8 %.338, 62
  br i1 %.339.not, label %common.ret.sink.split, label %.340

.340:
  %.342 = getelementptr i8, ptr %.36, i64 8
  %.343 = load ptr, ptr %.342, align 8
  %.344 = icmp eq ptr %.343, @nnsearch_ndarray
  br i1 %.344, label %.345, label %common.ret.sink.split

.345:
  %.347 = getelementptr i8, ptr %.36, i64 24
  %.348 = load i32, ptr %.347, align 4
  %.349 = icmp eq i32 %.348, 2
  br i1 %.349, label %.350, label %common.ret.sink.split

.350:
  %.352 = getelementptr i8, ptr %.36, i64 64
  %.353 = load i32, ptr %.352, align 4
  %.354 = and i32 %.353, 1281
  %.355 = icmp eq i32 %.354, 1281
  br i1 %.355, label %.356, label %common.ret.sink.split

.356:
  %.358 = getelementptr i8, ptr %.36, i64 56
  %.359 = load ptr, ptr %.358, align 8
  %.360 = getelementptr i8, ptr %.359, i64 28
  %.361 = load i32, ptr %.360, align 4
  %7 = icmp eq i32 %.361, 11
  br i1 %7, label %.364, label %common.ret.sink.split

.364:
  %.366 = getelementptr i8, ptr %.359, i64 26
  %.367 = load i8, ptr %.366, align 1
  %.368.not = icmp eq i8 %.367, 62
  br i1 %.368.not, label %common.ret.sink.split, label %.369

.369:
  %.371 = getelementptr i8, ptr %.38, i64 8
  %.372 = load ptr, ptr %.371, align 8
  %.373 = icmp eq ptr %.372, @nnsearch_ndarray
  br i1 %.373, label %.374, label %common.ret.sink.split

.374:
  %.376 = getelementptr i8, ptr %.38, i64 24
  %.377 = load i32, ptr %.376, align 4
  %.378 = icmp eq i32 %.377, 2
  br i1 %.378, label %.379, label %common.ret.sink.split

.379:
  %.381 = getelementptr i8, ptr %.38, i64 64
  %.382 = load i32, ptr %.381, align 4
  %.383 = and i32 %.382, 1281
  %.384 = icmp eq i32 %.383, 1281
  br i1 %.384, label %.385, label %common.ret.sink.split

.385:
  %.387 = getelementptr i8, ptr %.38, i64 56
  %.388 = load ptr, ptr %.387, align 8
  %.389 = getelementptr i8, ptr %.388, i64 28
  %.390 = load i32, ptr %.389, align 4
  %8 = icmp eq i32 %.390, 11
  br i1 %8, label %.393, label %common.ret.sink.split

.393:
  %.395 = getelementptr i8, ptr %.388, i64 26
  %.396 = load i8, ptr %.395, align 1
  %.397.not = icmp eq i8 %.396, 62
  br i1 %.397.not, label %common.ret.sink.split, label %.398

.398:
  %.400 = getelementptr i8, ptr %.40, i64 8
  %.401 = load ptr, ptr %.400, align 8
  %.402 = icmp eq ptr %.401, @nnsearch_ndarray
  br i1 %.402, label %.403, label %common.ret.sink.split

.403:
  %.405 = getelementptr i8, ptr %.40, i64 24
  %.406 = load i32, ptr %.405, align 4
  %.407 = icmp eq i32 %.406, 2
  br i1 %.407, label %.408, label %common.ret.sink.split

.408:
  %.410 = getelementptr i8, ptr %.40, i64 64
  %.411 = load i32, ptr %.410, align 4
  %.412 = and i32 %.411, 1281
  %.413 = icmp eq i32 %.412, 1281
  br i1 %.413, label %.414, label %common.ret.sink.split

.414:
  %.416 = getelementptr i8, ptr %.40, i64 56
  %.417 = load ptr, ptr %.416, align 8
  %.418 = getelementptr i8, ptr %.417, i64 28
  %.419 = load i32, ptr %.418, align 4
  %9 = icmp eq i32 %.419, 11
  br i1 %9, label %.422, label %common.ret.sink.split

.422:
  %.424 = getelementptr i8, ptr %.417, i64 26
  %.425 = load i8, ptr %.424, align 1
  %.426.not = icmp eq i8 %.425, 62
  br i1 %.426.not, label %common.ret.sink.split, label %.427

.427:
  %.429 = getelementptr i8, ptr %.42, i64 8
  %.430 = load ptr, ptr %.429, align 8
  %.431 = icmp eq ptr %.430, @nnsearch_ndarray
  br i1 %.431, label %.432, label %common.ret.sink.split

.432:
  %.434 = getelementptr i8, ptr %.42, i64 24
  %.435 = load i32, ptr %.434, align 4
  %.436 = icmp eq i32 %.435, 2
  br i1 %.436, label %.437, label %common.ret.sink.split

.437:
  %.439 = getelementptr i8, ptr %.42, i64 64
  %.440 = load i32, ptr %.439, align 4
  %.441 = and i32 %.440, 1281
  %.442 = icmp eq i32 %.441, 1281
  br i1 %.442, label %.443, label %common.ret.sink.split

.443:
  %.445 = getelementptr i8, ptr %.42, i64 56
  %.446 = load ptr, ptr %.445, align 8
  %.447 = getelementptr i8, ptr %.446, i64 28
  %.448 = load i32, ptr %.447, align 4
  %10 = icmp eq i32 %.448, 11
  br i1 %10, label %.451, label %common.ret.sink.split

.451:
  %.453 = getelementptr i8, ptr %.446, i64 26
  %.454 = load i8, ptr %.453, align 1
  %.455.not = icmp eq i8 %.454, 62
  br i1 %.455.not, label %common.ret.sink.split, label %.456

.456:
  %.458 = getelementptr i8, ptr %.44, i64 8
  %.459 = load ptr, ptr %.458, align 8
  %.460 = icmp eq ptr %.459, @nnsearch_ndarray
  br i1 %.460, label %.461, label %common.ret.sink.split

.461:
  %.463 = getelementptr i8, ptr %.44, i64 24
  %.464 = load i32, ptr %.463, align 4
  %.465 = icmp eq i32 %.464, 1
  br i1 %.465, label %.466, label %common.ret.sink.split

.466:
  %.468 = getelementptr i8, ptr %.44, i64 64
  %.469 = load i32, ptr %.468, align 4
  %.470 = and i32 %.469, 1281
  %.471 = icmp eq i32 %.470, 1281
  br i1 %.471, label %.472, label %common.ret.sink.split

.472:
  %.474 = getelementptr i8, ptr %.44, i64 56
  %.475 = load ptr, ptr %.474, align 8
  %.476 = getelementptr i8, ptr %.475, i64 28
  %.477 = load i32, ptr %.476, align 4
  switch i32 %.477, label %common.ret.sink.split [
    i32 9, label %.481
    i32 7, label %.481
  ]

.481:
  %.483 = getelementptr i8, ptr %.475, i64 26
  %.484 = load i8, ptr %.483, align 1
  %.485.not = icmp eq i8 %.484, 62
  br i1 %.485.not, label %common.ret.sink.split, label %.486

.486:
  %.488 = getelementptr i8, ptr %.46, i64 8
  %.489 = load ptr, ptr %.488, align 8
  %.490 = icmp eq ptr %.489, @nnsearch_ndarray
  br i1 %.490, label %.491, label %common.ret.sink.split

.491:
  %.493 = getelementptr i8, ptr %.46, i64 24
  %.494 = load i32, ptr %.493, align 4
  %.495 = icmp eq i32 %.494, 2
  br i1 %.495, label %.496, label %common.ret.sink.split

.496:
  %.498 = getelementptr i8, ptr %.46, i64 64
  %.499 = load i32, ptr %.498, align 4
  %.500 = and i32 %.499, 1281
  %.501 = icmp eq i32 %.500, 1281
  br i1 %.501, label %.502, label %common.ret.sink.split

.502:
  %.504 = getelementptr i8, ptr %.46, i64 56
  %.505 = load ptr, ptr %.504, align 8
  %.506 = getelementptr i8, ptr %.505, i64 28
  %.507 = load i32, ptr %.506, align 4
  %11 = icmp eq i32 %.507, 11
  br i1 %11, label %.510, label %common.ret.sink.split

.510:
  %.512 = getelementptr i8, ptr %.505, i64 26
  %.513 = load i8, ptr %.512, align 1
  %.514.not = icmp eq i8 %.513, 62
  br i1 %.514.not, label %common.ret.sink.split, label %.515

.515:
  %.517 = getelementptr i8, ptr %.48, i64 8
  %.518 = load ptr, ptr %.517, align 8
  %.519 = icmp eq ptr %.518, @nnsearch_ndarray
  br i1 %.519, label %.520, label %common.ret.sink.split

.520:
  %.522 = getelementptr i8, ptr %.48, i64 24
  %.523 = load i32, ptr %.522, align 4
  %.524 = icmp eq i32 %.523, 2
  br i1 %.524, label %.525, label %common.ret.sink.split

.525:
  %.527 = getelementptr i8, ptr %.48, i64 64
  %.528 = load i32, ptr %.527, align 4
  %.529 = and i32 %.528, 1281
  %.530 = icmp eq i32 %.529, 1281
  br i1 %.530, label %.531, label %common.ret.sink.split

.531:
  %.533 = getelementptr i8, ptr %.48, i64 56
  %.534 = load ptr, ptr %.533, align 8
  %.535 = getelementptr i8, ptr %.534, i64 28
  %.536 = load i32, ptr %.535, align 4
  %12 = icmp eq i32 %.536, 11
  br i1 %12, label %.539, label %common.ret.sink.split

.539:
  %.541 = getelementptr i8, ptr %.534, i64 26
  %.542 = load i8, ptr %.541, align 1
  %.543.not = icmp eq i8 %.542, 62
  br i1 %.543.not, label %common.ret.sink.split, label %.544

.544:
  %.546 = getelementptr i8, ptr %.10, i64 32
  %.547 = load ptr, ptr %.546, align 8
  %.551 = load i64, ptr %.547, align 4
  %.552 = getelementptr i8, ptr %.547, i64 8
  %.553 = load i64, ptr %.552, align 4
  %.560 = getelementptr i8, ptr %.10, i64 16
  %.561 = load ptr, ptr %.560, align 8
  %.562 = getelementptr i8, ptr %.12, i64 32
  %.563 = load ptr, ptr %.562, align 8
  %.567 = load i64, ptr %.563, align 4
  %.571 = getelementptr i8, ptr %.12, i64 16
  %.572 = load ptr, ptr %.571, align 8
  %.573 = tail call i64 @PyLong_AsLongLong(ptr %.14)
  %.574 = tail call i64 @PyLong_AsLongLong(ptr %.16)
  %.575 = tail call i64 @PyLong_AsLongLong(ptr %.18)
  %.576 = getelementptr i8, ptr %.20, i64 32
  %.577 = load ptr, ptr %.576, align 8
  %.581 = load i64, ptr %.577, align 4
  %.582 = getelementptr i8, ptr %.577, i64 8
  %.583 = load i64, ptr %.582, align 4
  %.590 = getelementptr i8, ptr %.20, i64 16
  %.591 = load ptr, ptr %.590, align 8
  %.592 = getelementptr i8, ptr %.22, i64 32
  %.593 = load ptr, ptr %.592, align 8
  %.597 = load i64, ptr %.593, align 4
  %.601 = getelementptr i8, ptr %.22, i64 16
  %.602 = load ptr, ptr %.601, align 8
  %.603 = getelementptr i8, ptr %.24, i64 32
  %.604 = load ptr, ptr %.603, align 8
  %.608 = load i64, ptr %.604, align 4
  %.612 = getelementptr i8, ptr %.24, i64 16
  %.613 = load ptr, ptr %.612, align 8
  %.614 = getelementptr i8, ptr %.26, i64 32
  %.615 = load ptr, ptr %.614, align 8
  %.619 = load i64, ptr %.615, align 4
  %.623 = getelementptr i8, ptr %.26, i64 16
  %.624 = load ptr, ptr %.623, align 8
  %.634 = getelementptr i8, ptr %.28, i64 16
  %.635 = load ptr, ptr %.634, align 8
  %.636 = getelementptr i8, ptr %.30, i64 32
  %.637 = load ptr, ptr %.636, align 8
  %.641 = load i64, ptr %.637, align 4
  %.645 = getelementptr i8, ptr %.30, i64 16
  %.646 = load ptr, ptr %.645, align 8
  %.656 = getelementptr i8, ptr %.32, i64 16
  %.657 = load ptr, ptr %.656, align 8
  %.658 = getelementptr i8, ptr %.34, i64 32
  %.659 = load ptr, ptr %.658, align 8
  %.663 = load i64, ptr %.659, align 4
  %.664 = getelementptr i8, ptr %.659, i64 8
  %.665 = load i64, ptr %.664, align 4
  %.666 = getelementptr i8, ptr %.659, i64 16
  %.667 = load i64, ptr %.666, align 4
  %.677 = getelementptr i8, ptr %.34, i64 16
  %.678 = load ptr, ptr %.677, align 8
  %.679 = getelementptr i8, ptr %.36, i64 32
  %.680 = load ptr, ptr %.679, align 8
  %.684 = load i64, ptr %.680, align 4
  %.685 = getelementptr i8, ptr %.680, i64 8
  %.686 = load i64, ptr %.685, align 4
  %.693 = getelementptr i8, ptr %.36, i64 16
  %.694 = load ptr, ptr %.693, align 8
  %.695 = getelementptr i8, ptr %.38, i64 32
  %.696 = load ptr, ptr %.695, align 8
  %.701 = getelementptr i8, ptr %.696, i64 8
  %.702 = load i64, ptr %.701, align 4
  %.709 = getelementptr i8, ptr %.38, i64 16
  %.710 = load ptr, ptr %.709, align 8
  %.711 = getelementptr i8, ptr %.40, i64 32
  %.712 = load ptr, ptr %.711, align 8
  %.717 = getelementptr i8, ptr %.712, i64 8
  %.718 = load i64, ptr %.717, align 4
  %.725 = getelementptr i8, ptr %.40, i64 16
  %.726 = load ptr, ptr %.725, align 8
  %.727 = getelementptr i8, ptr %.42, i64 32
  %.728 = load ptr, ptr %.727, align 8
  %.733 = getelementptr i8, ptr %.728, i64 8
  %.734 = load i64, ptr %.733, align 4
  %.741 = getelementptr i8, ptr %.42, i64 16
  %.742 = load ptr, ptr %.741, align 8
  %.752 = getelementptr i8, ptr %.44, i64 16
  %.753 = load ptr, ptr %.752, align 8
  %.754 = getelementptr i8, ptr %.46, i64 32
  %.755 = load ptr, ptr %.754, align 8
  %.760 = getelementptr i8, ptr %.755, i64 8
  %.761 = load i64, ptr %.760, align 4
  %.768 = getelementptr i8, ptr %.46, i64 16
  %.769 = load ptr, ptr %.768, align 8
  %.770 = getelementptr i8, ptr %.48, i64 32
  %.771 = load ptr, ptr %.770, align 8
  %.776 = getelementptr i8, ptr %.771, i64 8
  %.777 = load i64, ptr %.776, align 4
  %.784 = getelementptr i8, ptr %.48, i64 16
  %.785 = load ptr, ptr %.784, align 8
  %.786 = tail call ptr @PyErr_Occurred()
  %.788 = icmp eq ptr %.786, null
  br i1 %.788, label %.787, label %common.ret

.787:
  %.675 = mul i64 %.667, %.665
  %.793 = tail call ptr @PyEval_SaveThread()
  %.394.i = sub i64 %.574, %.573
  %.439.i24.not = icmp slt i64 %.394.i, 1
  br i1 %.439.i24.not, label %done, label %B78.if.i.lr.ph

B78.if.i.lr.ph:
  %13 = getelementptr i64, ptr %.602, i64 %.597
  %.350.i = getelementptr i8, ptr %13, i64 -8
  %.351.i = load i64, ptr %.350.i, align 8
  %.142145.not.i = icmp slt i64 %.553, 1
  %.986.i21.not = icmp slt i64 %.581, 1
  %.1196.i = mul nsw i64 %.351.i, %.686
  %.55.i = ptrtoint ptr %.657 to i64
  %.113.i = getelementptr i8, ptr %.753, i64 8
  %.142.i = getelementptr i8, ptr %.753, i64 16
  %.170.i = ptrtoint ptr %.753 to i64
  %.172.i = add nsw i64 %.170.i, 16
  %.173.i = add nsw i64 %.170.i, 24
  %.176323.not.i = icmp slt i64 %.684, 1
  %.297314.not.i = icmp slt i64 %.686, 1
  %.508.i = add i64 %.663, -1
  %spec.select313.i = tail call i64 @llvm.smax.i64(i64 %.508.i, i64 0)
  %.551320.not.i = icmp slt i64 %.508.i, 1
  %.75.i = ptrtoint ptr %.694 to i64
  %.105.i = ptrtoint ptr %.726 to i64
  br label %B78.if.i

B78.i.loopexit:
  %.439.i = icmp sgt i64 %.384.i.025, 1
  br i1 %.439.i, label %B78.if.i, label %done

B224.i.loopexit:
  %exitcond28.not = icmp eq i64 %.581, %.999.i
  br i1 %exitcond28.not, label %B78.i.loopexit, label %B224.if.i

B78.if.i:
  %.381.i.026 = phi i64 [ %.573, %B78.if.i.lr.ph ], [ %.452.i, %B78.i.loopexit ]
  %.384.i.025 = phi i64 [ %.394.i, %B78.if.i.lr.ph ], [ %.448.i, %B78.i.loopexit ]
  %.448.i = add nsw i64 %.384.i.025, -1
  %.452.i = add i64 %.381.i.026, 1
  %14 = mul nsw i64 %.381.i.026, %.575
  %.484.i = add nsw i64 %14, %.686
  %.522.i = icmp slt i64 %14, 0
  %.523.i = select i1 %.522.i, i64 %.567, i64 0
  %.524.i = add i64 %.523.i, %14
  %.527.i = icmp slt i64 %.524.i, 0
  br i1 %.527.i, label %B80.else.if.i, label %B80.else.endif.i

B80.else.if.i:
  br label %B80.else.endif.i

B80.else.endif.i:
  %.512.sroa.0.1.i = phi i64 [ 0, %B80.else.if.i ], [ %.524.i, %B78.if.i ]
  %.532.not.i = icmp slt i64 %.524.i, %.567
  br i1 %.532.not.i, label %B80.else.endif.endif.i, label %B80.else.endif.if.i

B80.else.endif.if.i:
  br label %B80.else.endif.endif.i

B80.else.endif.endif.i:
  %.512.sroa.0.3.i = phi i64 [ %.567, %B80.else.endif.if.i ], [ %.512.sroa.0.1.i, %B80.else.endif.i ]
  %.539.i = icmp slt i64 %.484.i, 0
  %.625.i = getelementptr i64, ptr %.572, i64 %.512.sroa.0.3.i
  %.710.i = select i1 %.522.i, i64 %.551, i64 0
  %.711.i = add i64 %.710.i, %14
  %.714.i = icmp slt i64 %.711.i, 0
  br i1 %.714.i, label %B80.endif.else.if.i, label %B80.endif.else.endif.i

B80.endif.endif.i:
  %.699.sroa.13.0.i = phi i64 [ %.551, %B80.endif.else.endif.endif.endif.if.i ], [ %.699.sroa.13.1.i, %B80.endif.else.endif.endif.endif.i ]
  %.787.i = sub i64 %.699.sroa.13.0.i, %.699.sroa.0.3.i
  %.796.i = tail call i64 @llvm.smax.i64(i64 %.787.i, i64 0)
  %.816.i = mul i64 %.699.sroa.0.3.i, %.553
  %.818.i = getelementptr float, ptr %.561, i64 %.816.i
  br i1 %.142145.not.i, label %_ZN8nnsearch2nn5fused9transposeB2v6B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE.exit, label %B54.if.lr.ph.i

B54.if.lr.ph.i:
  %.263140.not.i = icmp slt i64 %.787.i, 1
  br label %B54.if.i

B54.loopexit.i:
  %exitcond148.not.i = icmp eq i64 %.155.i, %.553
  br i1 %exitcond148.not.i, label %_ZN8nnsearch2nn5fused9transposeB2v6B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE.exit, label %B54.if.i

B54.if.i:
  %.84.0146.i = phi i64 [ 0, %B54.if.lr.ph.i ], [ %.155.i, %B54.loopexit.i ]
  %.155.i = add nuw nsw i64 %.84.0146.i, 1
  br i1 %.263140.not.i, label %B54.loopexit.i, label %B88.if.lr.ph.i

B88.if.lr.ph.i:
  %invariant.gep.i = getelementptr float, ptr %.818.i, i64 %.84.0146.i
  %.358.i = mul nuw nsw i64 %.84.0146.i, %.796.i
  %invariant.gep149.i = getelementptr float, ptr %.635, i64 %.358.i
  br label %B88.if.i

B88.if.i:
  %.207.0141.i = phi i64 [ 0, %B88.if.lr.ph.i ], [ %.276.i, %B88.if.i ]
  %.276.i = add nuw nsw i64 %.207.0141.i, 1
  %.348.i = mul i64 %.207.0141.i, %.553
  %gep144.i = getelementptr float, ptr %invariant.gep.i, i64 %.348.i
  %.353.i = load float, ptr %gep144.i, align 4
  %gep.i = getelementptr float, ptr %invariant.gep149.i, i64 %.207.0141.i
  store float %.353.i, ptr %gep.i, align 4
  %exitcond.not.i = icmp eq i64 %.787.i, %.276.i
  br i1 %exitcond.not.i, label %B54.loopexit.i, label %B88.if.i

_ZN8nnsearch2nn5fused9transposeB2v6B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE.exit:
  br i1 %.986.i21.not, label %B78.i.loopexit, label %B224.if.i

B80.endif.else.if.i:
  br label %B80.endif.else.endif.i

B80.endif.else.endif.i:
  %.699.sroa.0.1.i = phi i64 [ 0, %B80.endif.else.if.i ], [ %.711.i, %B80.else.endif.endif.i ]
  %.719.not.i = icmp slt i64 %.711.i, %.551
  br i1 %.719.not.i, label %B80.endif.else.endif.endif.i, label %B80.endif.else.endif.if.i

B80.endif.else.endif.if.i:
  br label %B80.endif.else.endif.endif.i

B80.endif.else.endif.endif.i:
  %.699.sroa.0.3.i = phi i64 [ %.551, %B80.endif.else.endif.if.i ], [ %.699.sroa.0.1.i, %B80.endif.else.endif.i ]
  %.727.i = select i1 %.539.i, i64 %.551, i64 0
  %.728.i = add i64 %.727.i, %.484.i
  %.731.i = icmp slt i64 %.728.i, 0
  br i1 %.731.i, label %B80.endif.else.endif.endif.if.i, label %B80.endif.else.endif.endif.endif.i

B80.endif.else.endif.endif.if.i:
  br label %B80.endif.else.endif.endif.endif.i

B80.endif.else.endif.endif.endif.i:
  %.699.sroa.13.1.i = phi i64 [ 0, %B80.endif.else.endif.endif.if.i ], [ %.728.i, %B80.endif.else.endif.endif.i ]
  %.736.not.i = icmp slt i64 %.728.i, %.551
  br i1 %.736.not.i, label %B80.endif.endif.i, label %B80.endif.else.endif.endif.endif.if.i

B80.endif.else.endif.endif.endif.if.i:
  br label %B80.endif.endif.i

B224.if.i:
  %.930.i.023 = phi i64 [ %.999.i, %B224.i.loopexit ], [ 0, %_ZN8nnsearch2nn5fused9transposeB2v6B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE.exit ]
  %.999.i = add nuw nsw i64 %.930.i.023, 1
  %.1066.i = mul i64 %.930.i.023, %.583
  %.1068.i = getelementptr float, ptr %.591, i64 %.1066.i
  call fastcc void @_ZN8nnsearch2nn5fused6answerB2v7B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx(ptr %.1107.i, ptr %.1068.i, ptr %.635, ptr %.602, i64 %.597, ptr %.613, i64 %.608, ptr %.624, i64 %.619, ptr %.646, i64 %.641, ptr %.657, i64 %.686)
  call fastcc void @_ZN8nnsearch2nn6losses12shift_logitsB2v8B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE(ptr %.1153.i, ptr %.678, i64 %.663, i64 %.665, i64 %.667, ptr %.625.i, ptr %.694, i64 %.684, i64 %.686, ptr %.710, i64 %.702)
  store i64 %.55.i, ptr %.753, align 8
  store i64 %.55.i, ptr %.113.i, align 8
  store i64 %.1196.i, ptr %.142.i, align 8
  call void @nnsearch_exp(i64 %.170.i, i64 %.172.i, i64 %.173.i, i64 0)
  br i1 %.176323.not.i, label %_ZN8nnsearch2nn6losses12count_missesB3v12B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE.exit.critedge, label %B82.if.i

B82.loopexit.i:
  %exitcond328.not.i = icmp eq i64 %.189.i, %.684
  br i1 %exitcond328.not.i, label %_ZN8nnsearch2nn6losses14add_up_classesB3v10B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE.exit, label %B82.if.i

B154.i:
  br i1 %.551320.not.i, label %B82.loopexit.i, label %B186.if.lr.ph.i

B186.if.lr.ph.i:
  %.757.i = mul i64 %.118.0324.i, %.686
  %15 = getelementptr float, ptr %.694, i64 %.757.i
  %.831.i = mul i64 %.118.0324.i, %.667
  %invariant.gep.i2 = getelementptr float, ptr %.678, i64 %.831.i
  br label %B186.if.i

B186.loopexit.i:
  %exitcond327.not.i = icmp eq i64 %.495.0321.i, %spec.select313.i
  br i1 %exitcond327.not.i, label %B82.loopexit.i, label %B186.if.i

B82.if.i:
  %.118.0324.i = phi i64 [ %.189.i, %B82.loopexit.i ], [ 0, %B224.if.i ]
  %.189.i = add nuw nsw i64 %.118.0324.i, 1
  br i1 %.297314.not.i, label %B154.i, label %B116.if.lr.ph.i

B116.if.lr.ph.i:
  %.405.i = mul i64 %.118.0324.i, %.667
  %16 = getelementptr float, ptr %.678, i64 %.405.i
  %.458.i = mul i64 %.118.0324.i, %.686
  %17 = getelementptr float, ptr %.694, i64 %.458.i
  br label %B116.if.i

B116.if.i:
  %.241.0315.i = phi i64 [ 0, %B116.if.lr.ph.i ], [ %.310.i, %B116.if.i ]
  %.310.i = add nuw nsw i64 %.241.0315.i, 1
  %18 = getelementptr float, ptr %16, i64 %.241.0315.i
  %.410.i = load float, ptr %18, align 4
  %19 = getelementptr float, ptr %17, i64 %.241.0315.i
  store float %.410.i, ptr %19, align 4
  %exitcond.not.i1 = icmp eq i64 %.686, %.310.i
  br i1 %exitcond.not.i1, label %B154.i, label %B116.if.i

B186.if.i:
  %.495.0321.i = phi i64 [ 1, %B186.if.lr.ph.i ], [ %.564.i, %B186.loopexit.i ]
  %.564.i = add nuw i64 %.495.0321.i, 1
  br i1 %.297314.not.i, label %B186.loopexit.i, label %B220.if.lr.ph.i

B220.if.lr.ph.i:
  %.829.i = mul i64 %.675, %.495.0321.i
  %gep.i3 = getelementptr float, ptr %invariant.gep.i2, i64 %.829.i
  br label %B220.if.i

B220.if.i:
  %.616.0318.i = phi i64 [ 0, %B220.if.lr.ph.i ], [ %.685.i, %B220.if.i ]
  %.685.i = add nuw nsw i64 %.616.0318.i, 1
  %20 = getelementptr float, ptr %15, i64 %.616.0318.i
  %.762.i = load float, ptr %20, align 4
  %21 = getelementptr float, ptr %gep.i3, i64 %.616.0318.i
  %.836.i = load float, ptr %21, align 4
  %.840.i = fadd float %.762.i, %.836.i
  store float %.840.i, ptr %20, align 4
  %exitcond326.not.i = icmp eq i64 %.686, %.685.i
  br i1 %exitcond326.not.i, label %B186.loopexit.i, label %B220.if.i

_ZN8nnsearch2nn6losses14add_up_classesB3v10B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE.exit:
  store i64 %.75.i, ptr %.753, align 8
  store i64 %.105.i, ptr %.113.i, align 8
  store i64 %.686, ptr %.142.i, align 8
  call void @nnsearch_log(i64 %.170.i, i64 %.172.i, i64 %.173.i, i64 0)
  br label %B54.if.i5

B54.loopexit.i13:
  %exitcond381.not.i = icmp eq i64 %.241.i6, %.684
  br i1 %exitcond381.not.i, label %_ZN8nnsearch2nn6losses12count_missesB3v12B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE.exit, label %B54.if.i5

B214.i:
  %invariant.gep367.i = getelementptr float, ptr %invariant.gep376.i, i64 %.293.0374.i
  %.850369.not.i = icmp slt i64 %.581.i, 1
  br i1 %.850369.not.i, label %B298.i, label %B256.if.i

B298.i:
  %wrong.3.2.i = phi i1 [ %.661.i, %B88.if.i9 ], [ %.661.i, %B214.i ], [ %.971.i, %B256.if.i ]
  %22 = getelementptr float, ptr %26, i64 %.293.0374.i
  %.1040.i = uitofp i1 %wrong.3.2.i to float
  store float %.1040.i, ptr %22, align 4
  %exitcond380.not.i = icmp eq i64 %.686, %.362.i
  br i1 %exitcond380.not.i, label %B54.loopexit.i13, label %B88.if.i9

B54.if.i5:
  %.170.0378.i = phi i64 [ 0, %_ZN8nnsearch2nn6losses14add_up_classesB3v10B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE.exit ], [ %.241.i6, %B54.loopexit.i13 ]
  %.241.i6 = add nuw nsw i64 %.170.0378.i, 1
  br i1 %.297314.not.i, label %B54.loopexit.i13, label %B88.if.lr.ph.i7

B88.if.lr.ph.i7:
  %.438.i8 = mul i64 %.170.0378.i, %.718
  %23 = getelementptr float, ptr %.726, i64 %.438.i8
  %.492.i = mul i64 %.170.0378.i, %.702
  %24 = getelementptr float, ptr %.710, i64 %.492.i
  %.650.i = mul i64 %.170.0378.i, %.667
  %invariant.gep376.i = getelementptr float, ptr %.678, i64 %.650.i
  %.717.i = mul i64 %.170.0378.i, %.686
  %25 = getelementptr float, ptr %.694, i64 %.717.i
  %.1034.i = mul i64 %.170.0378.i, %.734
  %26 = getelementptr float, ptr %.742, i64 %.1034.i
  br label %B88.if.i9

B88.if.i9:
  %.293.0374.i = phi i64 [ 0, %B88.if.lr.ph.i7 ], [ %.362.i, %B298.i ]
  %.362.i = add nuw nsw i64 %.293.0374.i, 1
  %27 = getelementptr float, ptr %23, i64 %.293.0374.i
  %.443.i = load float, ptr %27, align 4
  %28 = getelementptr float, ptr %24, i64 %.293.0374.i
  %.497.i = load float, ptr %28, align 4
  %.500.i = fsub float %.443.i, %.497.i
  store float %.500.i, ptr %27, align 4
  %29 = getelementptr i64, ptr %.625.i, i64 %.293.0374.i
  %.581.i = load i64, ptr %29, align 8
  %.616.i = icmp slt i64 %.581.i, 0
  %.617.i = select i1 %.616.i, i64 %.663, i64 0
  %.618.i = add i64 %.617.i, %.581.i
  %.648.i = mul i64 %.618.i, %.675
  %gep.i10 = getelementptr float, ptr %invariant.gep376.i, i64 %.648.i
  %.654.i = getelementptr float, ptr %gep.i10, i64 %.293.0374.i
  %.655.i = load float, ptr %.654.i, align 4
  %.661.i = fcmp une float %.655.i, 1.000000e+00
  %30 = getelementptr float, ptr %25, i64 %.293.0374.i
  %.722.i = load float, ptr %30, align 4
  %.727.i11 = fcmp ult float %.722.i, 2.000000e+00
  br i1 %.727.i11, label %B298.i, label %B214.i

B256.if.i:
  %wrong.2.3372.i = phi i1 [ %.971.i, %B256.if.i ], [ %.661.i, %B214.i ]
  %.791.0370.i = phi i64 [ %.863.i, %B256.if.i ], [ 0, %B214.i ]
  %.863.i = add nuw nsw i64 %.791.0370.i, 1
  %.956.i = mul i64 %.791.0370.i, %.675
  %gep368.i = getelementptr float, ptr %invariant.gep367.i, i64 %.956.i
  %.963.i = load float, ptr %gep368.i, align 4
  %.969.i = fcmp oeq float %.963.i, 1.000000e+00
  %.971.i = or i1 %wrong.2.3372.i, %.969.i
  %exitcond.not.i12 = icmp eq i64 %.581.i, %.863.i
  br i1 %exitcond.not.i12, label %B298.i, label %B256.if.i

_ZN8nnsearch2nn6losses12count_missesB3v12B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE.exit.critedge:
  store i64 %.75.i, ptr %.753, align 8
  store i64 %.105.i, ptr %.113.i, align 8
  store i64 %.686, ptr %.142.i, align 8
  call void @nnsearch_log(i64 %.170.i, i64 %.172.i, i64 %.173.i, i64 0)
  br label %_ZN8nnsearch2nn6losses12count_missesB3v12B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE.exit

_ZN8nnsearch2nn6losses12count_missesB3v12B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE.exit:
  br i1 %.297314.not.i, label %B224.i.loopexit, label %B496.if.i.lr.ph

B496.if.i.lr.ph:
  %.1578.i = mul i64 %.930.i.023, %.761
  %31 = getelementptr float, ptr %.769, i64 %.1578.i
  %.1689.i = mul i64 %.930.i.023, %.777
  %32 = getelementptr float, ptr %.785, i64 %.1689.i
  br label %B496.if.i

B496.if.i:
  %.1381.i.019 = phi i64 [ 0, %B496.if.i.lr.ph ], [ %.1450.i, %B496.if.i ]
  %.1450.i = add nuw nsw i64 %.1381.i.019, 1
  %33 = getelementptr float, ptr %.726, i64 %.1381.i.019
  %.1528.i = load float, ptr %33, align 4
  %.1530.i = add nsw i64 %.1381.i.019, %14
  %.1559.i = icmp slt i64 %.1530.i, 0
  %.1560.i = select i1 %.1559.i, i64 %.761, i64 0
  %34 = getelementptr float, ptr %31, i64 %.1530.i
  %.1582.i = getelementptr float, ptr %34, i64 %.1560.i
  store float %.1528.i, ptr %.1582.i, align 4
  %35 = getelementptr float, ptr %.742, i64 %.1381.i.019
  %.1639.i = load float, ptr %35, align 4
  %.1671.i = select i1 %.1559.i, i64 %.777, i64 0
  %36 = getelementptr float, ptr %32, i64 %.1530.i
  %.1693.i = getelementptr float, ptr %36, i64 %.1671.i
  store float %.1639.i, ptr %.1693.i, align 4
  %exitcond.not = icmp eq i64 %.686, %.1450.i
  br i1 %exitcond.not, label %B224.i.loopexit, label %B496.if.i

done:
  tail call void @PyEval_RestoreThread(ptr %.793)
  br label %common.ret.sink.split
}

declare ptr @PyBool_FromLong(i64)

declare i64 @PyLong_AsLongLong(ptr)

declare ptr @PyErr_Occurred()

declare ptr @PyEval_SaveThread()

declare void @PyEval_RestoreThread(ptr)

declare i64 @llvm.smax.i64(i64, i64)
