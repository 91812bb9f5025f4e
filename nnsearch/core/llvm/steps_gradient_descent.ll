; a9d7a180596ef0f7f8816fb43d9784d030039af88e46b7c0127fff1cc55a3723
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

declare void @nnsearch_somatcopy(i32, i32, i64, i64, float, i64, i64, i64, i64)

define internal fastcc void @part_0(ptr noalias nonnull %retptr, i8 range(i8 0, 2) %arg.evaluates, ptr %arg.theta.4, ptr %arg.columns.4, ptr %arg.widths.4, i64 %arg.widths.5.0, ptr %arg.starts.4, i64 %arg.starts.5.0, ptr %arg.leaks.4, i64 %arg.leaks.5.0, ptr %arg.steps.4, ptr %arg.keep_prob.4, ptr %arg.dropped.4, ptr %arg.uniforms.4, i64 %arg.uniforms.5.0, ptr %arg.units.4, i64 %arg.units.5.0, ptr %arg.slopes.4, i64 %arg.slopes.5.0, ptr %arg.output.4, i64 %arg.m) unnamed_addr {
entry:
  %.92.not = icmp eq i8 %arg.evaluates, 0
  %.209 = ptrtoint ptr %arg.theta.4 to i64
  %.235 = ptrtoint ptr %arg.units.4 to i64
  %.269 = ptrtoint ptr %arg.columns.4 to i64
  %.373947.not = icmp slt i64 %arg.leaks.5.0, 1
  br i1 %.373947.not, label %B1336, label %B248.lr.ph

B248.lr.ph:
  %.2468944.not = icmp slt i64 %arg.m, 1
  br label %B248

B244.loopexit:
  %exitcond958.not = icmp eq i64 %.386, %arg.leaks.5.0
  br i1 %exitcond958.not, label %B1336, label %B248

B248:
  %slope_start.2.0952 = phi i64 [ 0, %B248.lr.ph ], [ %.715, %B244.loopexit ]
  %unit.2.0951 = phi i64 [ 0, %B248.lr.ph ], [ %.2210, %B244.loopexit ]
  %below.2.0950 = phi i64 [ %.269, %B248.lr.ph ], [ %.518, %B244.loopexit ]
  %.314.0949 = phi i64 [ 0, %B248.lr.ph ], [ %.386, %B244.loopexit ]
  %.386 = add nuw nsw i64 %.314.0949, 1
  %0 = getelementptr i64, ptr %arg.widths.4, i64 %.314.0949
  %1 = getelementptr i8, ptr %0, i64 8
  %.445 = load i64, ptr %1, align 8
  %.476 = load i64, ptr %0, align 8
  %.477 = add nsw i64 %.476, 1
  %2 = getelementptr i64, ptr %arg.starts.4, i64 %.314.0949
  %.511 = load i64, ptr %2, align 8
  %.512 = shl nsw i64 %.511, 2
  %.514 = add nsw i64 %.512, %.209
  %.516 = shl nsw i64 %unit.2.0951, 2
  %.518 = add nsw i64 %.516, %.235
  call void @nnsearch_sgemm(i32 101, i32 111, i32 111, i64 %.445, i64 %arg.m, i64 %.477, float 1.000000e+00, i64 %.514, i64 %.477, i64 %below.2.0950, i64 %arg.m, float 0.000000e+00, i64 %.518, i64 %arg.m)
  %.536 = mul i64 %.445, %arg.m
  %.538 = add nsw i64 %.536, %unit.2.0951
  %.576 = icmp slt i64 %unit.2.0951, 0
  %.577 = select i1 %.576, i64 %arg.units.5.0, i64 0
  %.578 = add i64 %.577, %unit.2.0951
  %.581 = icmp slt i64 %.578, 0
  br i1 %.581, label %B248.else.if, label %B248.else.endif

B564:
  %.988 = fcmp oeq float %.936, 0.000000e+00
  %. = select i1 %.988, float 0xC7EFFFFFE0000000, float 0xFFF0000000000000
  %.1086935.not = icmp slt i64 %.536, 1
  br i1 %.1086935.not, label %B1194, label %B642.if

B670:
  %.12.i = fcmp ogt float %., %.1157
  %.13.i = select i1 %.12.i, float %., float %.1157
  %.1223 = fmul float %.936, %.13.i
  br label %B734

B734:
  %"$phi734.2.2.2" = phi float [ %.1223, %B670 ], [ %.1157, %B642.if ]
  store float %"$phi734.2.2.2", ptr %8, align 4
  %exitcond.not = icmp eq i64 %.536, %.1099
  br i1 %exitcond.not, label %B1194, label %B642.if

B746:
  %3 = getelementptr i8, ptr %arg.dropped.4, i64 %.314.0949
  %.1343 = load i8, ptr %3, align 1
  %.1346.not = icmp eq i8 %.1343, 0
  br i1 %.1346.not, label %B1038, label %B762.else

B1038:
  %.2013941.not = icmp slt i64 %.536, 1
  br i1 %.2013941.not, label %B1194, label %B1074.if

B1194:
  %.2206 = add nsw i64 %.445, 1
  %.2208 = mul nsw i64 %.2206, %arg.m
  %.2210 = add nsw i64 %.2208, %unit.2.0951
  br i1 %.598, label %B1194.else.if, label %B1194.else.endif

B1336:
  %below.2.0.lcssa = phi i64 [ %.269, %entry ], [ %.518, %B244.loopexit ]
  %4 = getelementptr i64, ptr %arg.widths.4, i64 %arg.widths.5.0
  %.2645 = getelementptr i8, ptr %4, i64 -8
  %.2646 = load i64, ptr %.2645, align 8
  %.2675 = getelementptr i8, ptr %4, i64 -16
  %.2676 = load i64, ptr %.2675, align 8
  %.2682 = add nsw i64 %.2676, 1
  %5 = getelementptr i64, ptr %arg.starts.4, i64 %arg.starts.5.0
  %.2711 = getelementptr i8, ptr %5, i64 -8
  %.2712 = load i64, ptr %.2711, align 8
  %.2718 = shl nsw i64 %.2712, 2
  %.2720 = add nsw i64 %.2718, %.209
  %.2752 = ptrtoint ptr %arg.output.4 to i64
  call void @nnsearch_sgemm(i32 101, i32 111, i32 111, i64 %.2646, i64 %arg.m, i64 %.2682, float 1.000000e+00, i64 %.2720, i64 %.2682, i64 %below.2.0.lcssa, i64 %arg.m, float 0.000000e+00, i64 %.2752, i64 %arg.m)
  store ptr null, ptr %retptr, align 8
  ret void

B248.else.if:
  br label %B248.else.endif

B248.else.endif:
  %.566.sroa.0.1 = phi i64 [ 0, %B248.else.if ], [ %.578, %B248 ]
  %.586.not = icmp slt i64 %.578, %arg.units.5.0
  br i1 %.586.not, label %B248.else.endif.endif, label %B248.else.endif.if

B248.else.endif.if:
  br label %B248.else.endif.endif

B248.else.endif.endif:
  %.566.sroa.0.3 = phi i64 [ %arg.units.5.0, %B248.else.endif.if ], [ %.566.sroa.0.1, %B248.else.endif ]
  %.593 = icmp slt i64 %.538, 0
  %.594 = select i1 %.593, i64 %arg.units.5.0, i64 0
  %.595 = add i64 %.594, %.538
  %.598 = icmp slt i64 %.595, 0
  %.603.not = icmp slt i64 %.595, %arg.units.5.0
  %.679 = getelementptr float, ptr %arg.units.4, i64 %.566.sroa.0.3
  %.715 = add nsw i64 %.536, %slope_start.2.0952
  %.753 = icmp slt i64 %slope_start.2.0952, 0
  %.754 = select i1 %.753, i64 %arg.slopes.5.0, i64 0
  %.755 = add i64 %.754, %slope_start.2.0952
  %.758 = icmp slt i64 %.755, 0
  br i1 %.758, label %B248.endif.else.if, label %B248.endif.else.endif

B248.endif.else.if:
  br label %B248.endif.else.endif

B248.endif.else.endif:
  %.743.sroa.0.1 = phi i64 [ 0, %B248.endif.else.if ], [ %.755, %B248.else.endif.endif ]
  %.763.not = icmp slt i64 %.755, %arg.slopes.5.0
  br i1 %.763.not, label %B248.endif.else.endif.endif.endif, label %B248.endif.else.endif.if

B248.endif.else.endif.if:
  br label %B248.endif.else.endif.endif.endif

B248.endif.else.endif.endif.endif:
  %.743.sroa.0.3 = phi i64 [ %arg.slopes.5.0, %B248.endif.else.endif.if ], [ %.743.sroa.0.1, %B248.endif.else.endif ]
  %.856 = getelementptr float, ptr %arg.slopes.4, i64 %.743.sroa.0.3
  %6 = getelementptr float, ptr %arg.leaks.4, i64 %.314.0949
  %.936 = load float, ptr %6, align 4
  %7 = getelementptr float, ptr %arg.steps.4, i64 %.314.0949
  %.967 = load float, ptr %7, align 4
  br i1 %.92.not, label %B746, label %B564

B642.if:
  %.1030.0936 = phi i64 [ %.1099, %B734 ], [ 0, %B564 ]
  %.1099 = add nuw nsw i64 %.1030.0936, 1
  %8 = getelementptr float, ptr %.679, i64 %.1030.0936
  %.1157 = load float, ptr %8, align 4
  %.1160 = fcmp ugt float %.1157, 0.000000e+00
  br i1 %.1160, label %B734, label %B670

B762.else:
  %.1397 = select i1 %.753, i64 %arg.uniforms.5.0, i64 0
  %.1398 = add i64 %.1397, %slope_start.2.0952
  %.1401 = icmp slt i64 %.1398, 0
  br i1 %.1401, label %B762.else.if, label %B762.else.endif

B762.else.if:
  br label %B762.else.endif

B762.else.endif:
  %.1386.sroa.0.1 = phi i64 [ 0, %B762.else.if ], [ %.1398, %B762.else ]
  %.1406.not = icmp slt i64 %.1398, %arg.uniforms.5.0
  br i1 %.1406.not, label %B762.else.endif.endif.endif, label %B762.else.endif.if

B762.else.endif.if:
  br label %B762.else.endif.endif.endif

B762.else.endif.endif.endif:
  %.1386.sroa.0.3 = phi i64 [ %arg.uniforms.5.0, %B762.else.endif.if ], [ %.1386.sroa.0.1, %B762.else.endif ]
  %.1499 = getelementptr float, ptr %arg.uniforms.4, i64 %.1386.sroa.0.3
  %9 = getelementptr float, ptr %arg.keep_prob.4, i64 %.314.0949
  %.1561 = load float, ptr %9, align 4
  %.1583 = fdiv float 1.000000e+00, %.1561
  %.1669938.not = icmp slt i64 %.536, 1
  br i1 %.1669938.not, label %B1194, label %B866.if

B866.if:
  %.1613.0939 = phi i64 [ %.1682, %B866.if ], [ 0, %B762.else.endif.endif.endif ]
  %.1682 = add nuw nsw i64 %.1613.0939, 1
  %10 = getelementptr float, ptr %.679, i64 %.1613.0939
  %.1740 = load float, ptr %10, align 4
  %.1743 = fcmp ogt float %.1740, 0.000000e+00
  %.1745 = uitofp i1 %.1743 to float
  %.1747 = fmul float %.967, %.1745
  %.1749 = fadd float %.936, %.1747
  %11 = getelementptr float, ptr %.1499, i64 %.1613.0939
  %.1783 = load float, ptr %11, align 4
  %.1785 = fcmp olt float %.1783, %.1561
  %.1583. = select i1 %.1785, float %.1583, float 0.000000e+00
  %.1830 = fmul float %.1740, %.1749
  %.1831 = fmul float %.1583., %.1830
  store float %.1831, ptr %10, align 4
  %.1864 = fmul float %.1583., %.1749
  %12 = getelementptr float, ptr %.856, i64 %.1613.0939
  store float %.1864, ptr %12, align 4
  %exitcond955.not = icmp eq i64 %.536, %.1682
  br i1 %exitcond955.not, label %B1194, label %B866.if

B1074.if:
  %.1957.0942 = phi i64 [ %.2026, %B1074.if ], [ 0, %B1038 ]
  %.2026 = add nuw nsw i64 %.1957.0942, 1
  %13 = getelementptr float, ptr %.679, i64 %.1957.0942
  %.2080 = load float, ptr %13, align 4
  %.2083 = fcmp ogt float %.2080, 0.000000e+00
  %.2085 = uitofp i1 %.2083 to float
  %.2087 = fmul float %.967, %.2085
  %.2089 = fadd float %.936, %.2087
  %.2120 = fmul float %.2080, %.2089
  store float %.2120, ptr %13, align 4
  %14 = getelementptr float, ptr %.856, i64 %.1957.0942
  store float %.2089, ptr %14, align 4
  %exitcond956.not = icmp eq i64 %.536, %.2026
  br i1 %exitcond956.not, label %B1194, label %B1074.if

B1194.else.if:
  br label %B1194.else.endif

B1194.else.endif:
  %.2237.sroa.0.1 = phi i64 [ 0, %B1194.else.if ], [ %.595, %B1194 ]
  br i1 %.603.not, label %B1194.else.endif.endif.endif, label %B1194.else.endif.if

B1194.else.endif.if:
  br label %B1194.else.endif.endif.endif

B1194.else.endif.endif.endif:
  %.2237.sroa.0.3 = phi i64 [ %arg.units.5.0, %B1194.else.endif.if ], [ %.2237.sroa.0.1, %B1194.else.endif ]
  %.2350 = getelementptr float, ptr %arg.units.4, i64 %.2237.sroa.0.3
  br i1 %.2468944.not, label %B244.loopexit, label %B1274.if

B1274.if:
  %.2412.0945 = phi i64 [ %.2481, %B1274.if ], [ 0, %B1194.else.endif.endif.endif ]
  %.2481 = add nuw nsw i64 %.2412.0945, 1
  %15 = getelementptr float, ptr %.2350, i64 %.2412.0945
  store float 1.000000e+00, ptr %15, align 4
  %exitcond957.not = icmp eq i64 %arg.m, %.2481
  br i1 %exitcond957.not, label %B244.loopexit, label %B1274.if
}

declare void @nnsearch_sgemm(i32, i32, i32, i64, i64, i64, float, i64, i64, i64, i64, float, i64, i64)

define internal fastcc void @part_1(ptr noalias nonnull %retptr, ptr %arg.Z.4, i64 %arg.Z.5.0, i64 %arg.Z.5.1, i64 %arg.Z.5.2, ptr %arg.labels.4, ptr %arg.greatest.4, i64 %arg.greatest.5.0, i64 %arg.greatest.5.1, ptr %arg.true.4, i64 %arg.true.5.1) unnamed_addr {
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

define internal fastcc void @part_2(ptr noalias nonnull %retptr, ptr %arg.X.4, i64 %arg.X.5.1, ptr %arg.theta.4, ptr %arg.gradient.4, ptr %arg.widths.4, i64 %arg.widths.5.0, ptr %arg.starts.4, i64 %arg.starts.5.0, ptr %arg.units.4, ptr %arg.slopes.4, i64 %arg.slopes.5.0, ptr %arg.deltas.4, i64 %arg.deltas.5.0, ptr %arg.output.4, i64 %arg.m) unnamed_addr {
entry:
  %.172 = ptrtoint ptr %arg.theta.4 to i64
  %.200 = ptrtoint ptr %arg.gradient.4 to i64
  %.264 = ptrtoint ptr %arg.units.4 to i64
  %.290 = ptrtoint ptr %arg.deltas.4 to i64
  %.327 = ptrtoint ptr %arg.output.4 to i64
  %0 = getelementptr i64, ptr %arg.widths.4, i64 %arg.widths.5.0
  %.357 = getelementptr i8, ptr %0, i64 -8
  %.358 = load i64, ptr %.357, align 8
  %.416 = add i64 %arg.widths.5.0, -2
  %.461531.not = icmp slt i64 %.416, 1
  br i1 %.461531.not, label %B540, label %B506.if.preheader

B506.if.preheader:
  %1 = add i64 %arg.widths.5.0, -2
  br label %B506.if

B540:
  %delta.3.0.lcssa = phi i64 [ 0, %entry ], [ %.532, %B506.if ]
  %2 = add i64 %arg.widths.5.0, -3
  %.669538 = icmp ult i64 %2, 9223372036854775807
  br i1 %.669538, label %B648.if.preheader, label %B1188

B648.if.preheader:
  %.569 = mul nsw i64 %arg.m, %.416
  %.571 = add nsw i64 %delta.3.0.lcssa, %.569
  br label %B648.if

B646.loopexit:
  %.669 = icmp ugt i64 %.615.0540, 1
  br i1 %.669, label %B648.if, label %B1188

B1188:
  %n.2.0.lcssa = phi i64 [ %.358, %B540 ], [ %.736, %B646.loopexit ]
  %dZ.2.0.lcssa = phi i64 [ %.327, %B540 ], [ %.812, %B646.loopexit ]
  %.236 = ptrtoint ptr %arg.X.4 to i64
  %.1508 = load i64, ptr %arg.starts.4, align 8
  %.1514 = shl nsw i64 %.1508, 2
  %.1516 = add nsw i64 %.1514, %.200
  call void @nnsearch_sgemm(i32 101, i32 111, i32 111, i64 %n.2.0.lcssa, i64 %arg.X.5.1, i64 %arg.m, float 1.000000e+00, i64 %dZ.2.0.lcssa, i64 %arg.m, i64 %.236, i64 %arg.X.5.1, float 0.000000e+00, i64 %.1516, i64 %arg.X.5.1)
  store ptr null, ptr %retptr, align 8
  ret void

B506.if:
  %delta.3.0534 = phi i64 [ %.532, %B506.if ], [ 0, %B506.if.preheader ]
  %.403.0532 = phi i64 [ %.474, %B506.if ], [ 1, %B506.if.preheader ]
  %.474 = add nuw i64 %.403.0532, 1
  %3 = getelementptr i64, ptr %arg.widths.4, i64 %.403.0532
  %.528 = load i64, ptr %3, align 8
  %.530 = mul nsw i64 %.528, %arg.m
  %.532 = add nsw i64 %.530, %delta.3.0534
  %exitcond.not = icmp eq i64 %.403.0532, %1
  br i1 %exitcond.not, label %B540, label %B506.if

B648.if:
  %unit.2.0544 = phi i64 [ %.745, %B646.loopexit ], [ %.571, %B648.if.preheader ]
  %delta.4.0543 = phi i64 [ %.755, %B646.loopexit ], [ %delta.3.0.lcssa, %B648.if.preheader ]
  %dZ.2.0542 = phi i64 [ %.812, %B646.loopexit ], [ %.327, %B648.if.preheader ]
  %n.2.0541 = phi i64 [ %.736, %B646.loopexit ], [ %.358, %B648.if.preheader ]
  %.615.0540 = phi i64 [ %.678, %B646.loopexit ], [ %.416, %B648.if.preheader ]
  %.612.0539 = phi i64 [ %.682, %B646.loopexit ], [ %.416, %B648.if.preheader ]
  %.678 = add nsw i64 %.615.0540, -1
  %.682 = add i64 %.612.0539, -1
  %.720 = icmp slt i64 %.612.0539, 0
  %.721 = select i1 %.720, i64 %arg.widths.5.0, i64 0
  %4 = getelementptr i64, ptr %arg.widths.4, i64 %.612.0539
  %.735 = getelementptr i64, ptr %4, i64 %.721
  %.736 = load i64, ptr %.735, align 8
  %.741 = add nsw i64 %.736, 1
  %.743 = mul nsw i64 %.741, %arg.m
  %.745 = sub nsw i64 %unit.2.0544, %.743
  %.753 = mul i64 %.736, %arg.m
  %.755 = sub nsw i64 %delta.4.0543, %.753
  %.775 = select i1 %.720, i64 %arg.starts.5.0, i64 0
  %5 = getelementptr i64, ptr %arg.starts.4, i64 %.612.0539
  %.789 = getelementptr i64, ptr %5, i64 %.775
  %.790 = load i64, ptr %.789, align 8
  %.791 = shl nsw i64 %.790, 2
  %.793 = add nsw i64 %.791, %.172
  %.795 = add nsw i64 %.791, %.200
  %.797 = shl nsw i64 %.745, 2
  %.799 = add nsw i64 %.797, %.264
  call void @nnsearch_sgemm(i32 101, i32 111, i32 112, i64 %n.2.0541, i64 %.741, i64 %arg.m, float 1.000000e+00, i64 %dZ.2.0542, i64 %arg.m, i64 %.799, i64 %arg.m, float 0.000000e+00, i64 %.795, i64 %.741)
  %.810 = shl nsw i64 %.755, 2
  %.812 = add nsw i64 %.810, %.290
  call void @nnsearch_sgemm(i32 101, i32 112, i32 111, i64 %.736, i64 %arg.m, i64 %n.2.0541, float 1.000000e+00, i64 %.793, i64 %.741, i64 %dZ.2.0542, i64 %arg.m, float 0.000000e+00, i64 %.812, i64 %arg.m)
  %.873 = icmp slt i64 %.755, 0
  %.874 = select i1 %.873, i64 %arg.deltas.5.0, i64 0
  %.875 = add i64 %.874, %.755
  %.878 = icmp slt i64 %.875, 0
  br i1 %.878, label %B650.else.if, label %B650.else.endif

B650.else.if:
  br label %B650.else.endif

B650.else.endif:
  %.863.sroa.0.1 = phi i64 [ 0, %B650.else.if ], [ %.875, %B648.if ]
  %.883.not = icmp slt i64 %.875, %arg.deltas.5.0
  br i1 %.883.not, label %B650.else.endif.endif.endif, label %B650.else.endif.if

B650.else.endif.if:
  br label %B650.else.endif.endif.endif

B650.else.endif.endif.endif:
  %.863.sroa.0.3 = phi i64 [ %arg.deltas.5.0, %B650.else.endif.if ], [ %.863.sroa.0.1, %B650.else.endif ]
  %.976 = getelementptr float, ptr %arg.deltas.4, i64 %.863.sroa.0.3
  %.1051 = select i1 %.873, i64 %arg.slopes.5.0, i64 0
  %.1052 = add i64 %.1051, %.755
  %.1055 = icmp slt i64 %.1052, 0
  br i1 %.1055, label %B650.endif.else.if, label %B650.endif.else.endif

B650.endif.else.if:
  br label %B650.endif.else.endif

B650.endif.else.endif:
  %.1040.sroa.0.1 = phi i64 [ 0, %B650.endif.else.if ], [ %.1052, %B650.else.endif.endif.endif ]
  %.1060.not = icmp slt i64 %.1052, %arg.slopes.5.0
  br i1 %.1060.not, label %B650.endif.else.endif.endif.endif, label %B650.endif.else.endif.if

B650.endif.else.endif.if:
  br label %B650.endif.else.endif.endif.endif

B650.endif.else.endif.endif.endif:
  %.1040.sroa.0.3 = phi i64 [ %arg.slopes.5.0, %B650.endif.else.endif.if ], [ %.1040.sroa.0.1, %B650.endif.else.endif ]
  %.1153 = getelementptr float, ptr %arg.slopes.4, i64 %.1040.sroa.0.3
  %.1285535.not = icmp slt i64 %.753, 1
  br i1 %.1285535.not, label %B646.loopexit, label %B1126.if

B1126.if:
  %.1229.0536 = phi i64 [ %.1298, %B1126.if ], [ 0, %B650.endif.else.endif.endif.endif ]
  %.1298 = add nuw nsw i64 %.1229.0536, 1
  %6 = getelementptr float, ptr %.976, i64 %.1229.0536
  %.1352 = load float, ptr %6, align 4
  %7 = getelementptr float, ptr %.1153, i64 %.1229.0536
  %.1382 = load float, ptr %7, align 4
  %.1383 = fmul float %.1352, %.1382
  store float %.1383, ptr %6, align 4
  %exitcond547.not = icmp eq i64 %.753, %.1298
  br i1 %exitcond547.not, label %B646.loopexit, label %B1126.if
}

define ptr @steps_gradient_descent(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.1770.i = alloca ptr, align 8
  %.1830.i = alloca ptr, align 8
  %.2683.i = alloca ptr, align 8
  %.6 = icmp eq i64 %.3, 39
  br i1 %.6, label %.7, label %common.ret.sink.split

common.ret.sink.split:
  %.sink = phi i64 [ 1, %part_3 ], [ 0, %.1064 ], [ 0, %.1035 ], [ 0, %.1005 ], [ 0, %.976 ], [ 0, %.947 ], [ 0, %.918 ], [ 0, %.889 ], [ 0, %.860 ], [ 0, %.831 ], [ 0, %.802 ], [ 0, %.773 ], [ 0, %.744 ], [ 0, %.715 ], [ 0, %.685 ], [ 0, %.656 ], [ 0, %.627 ], [ 0, %.598 ], [ 0, %.569 ], [ 0, %.540 ], [ 0, %.511 ], [ 0, %.482 ], [ 0, %.453 ], [ 0, %.424 ], [ 0, %.395 ], [ 0, %.366 ], [ 0, %.337 ], [ 0, %.308 ], [ 0, %.278 ], [ 0, %.248 ], [ 0, %.219 ], [ 0, %.190 ], [ 0, %.160 ], [ 0, %.130 ], [ 0, %.101 ], [ 0, %.1072 ], [ 0, %.1058 ], [ 0, %.1053 ], [ 0, %.1048 ], [ 0, %.1043 ], [ 0, %.1029 ], [ 0, %.1024 ], [ 0, %.1019 ], [ 0, %.1014 ], [ 0, %.999 ], [ 0, %.994 ], [ 0, %.989 ], [ 0, %.984 ], [ 0, %.970 ], [ 0, %.965 ], [ 0, %.960 ], [ 0, %.955 ], [ 0, %.941 ], [ 0, %.936 ], [ 0, %.931 ], [ 0, %.926 ], [ 0, %.912 ], [ 0, %.907 ], [ 0, %.902 ], [ 0, %.897 ], [ 0, %.883 ], [ 0, %.878 ], [ 0, %.873 ], [ 0, %.868 ], [ 0, %.854 ], [ 0, %.849 ], [ 0, %.844 ], [ 0, %.839 ], [ 0, %.825 ], [ 0, %.820 ], [ 0, %.815 ], [ 0, %.810 ], [ 0, %.796 ], [ 0, %.791 ], [ 0, %.786 ], [ 0, %.781 ], [ 0, %.767 ], [ 0, %.762 ], [ 0, %.757 ], [ 0, %.752 ], [ 0, %.738 ], [ 0, %.733 ], [ 0, %.728 ], [ 0, %.723 ], [ 0, %.709 ], [ 0, %.704 ], [ 0, %.699 ], [ 0, %.694 ], [ 0, %.679 ], [ 0, %.674 ], [ 0, %.669 ], [ 0, %.664 ], [ 0, %.650 ], [ 0, %.645 ], [ 0, %.640 ], [ 0, %.635 ], [ 0, %.621 ], [ 0, %.616 ], [ 0, %.611 ], [ 0, %.606 ], [ 0, %.592 ], [ 0, %.587 ], [ 0, %.582 ], [ 0, %.577 ], [ 0, %.563 ], [ 0, %.558 ], [ 0, %.553 ], [ 0, %.548 ], [ 0, %.534 ], [ 0, %.529 ], [ 0, %.524 ], [ 0, %.519 ], [ 0, %.505 ], [ 0, %.500 ], [ 0, %.495 ], [ 0, %.490 ], [ 0, %.476 ], [ 0, %.471 ], [ 0, %.466 ], [ 0, %.461 ], [ 0, %.447 ], [ 0, %.442 ], [ 0, %.437 ], [ 0, %.432 ], [ 0, %.418 ], [ 0, %.413 ], [ 0, %.408 ], [ 0, %.403 ], [ 0, %.389 ], [ 0, %.384 ], [ 0, %.379 ], [ 0, %.374 ], [ 0, %.360 ], [ 0, %.355 ], [ 0, %.350 ], [ 0, %.345 ], [ 0, %.331 ], [ 0, %.326 ], [ 0, %.321 ], [ 0, %.316 ], [ 0, %.302 ], [ 0, %.297 ], [ 0, %.292 ], [ 0, %.287 ], [ 0, %.272 ], [ 0, %.267 ], [ 0, %.262 ], [ 0, %.257 ], [ 0, %.242 ], [ 0, %.237 ], [ 0, %.232 ], [ 0, %.227 ], [ 0, %.213 ], [ 0, %.208 ], [ 0, %.203 ], [ 0, %.198 ], [ 0, %.184 ], [ 0, %.179 ], [ 0, %.174 ], [ 0, %.169 ], [ 0, %.154 ], [ 0, %.149 ], [ 0, %.144 ], [ 0, %.139 ], [ 0, %.124 ], [ 0, %.119 ], [ 0, %.114 ], [ 0, %.109 ], [ 0, %.95 ], [ 0, %.90 ], [ 0, %.7 ], [ 0, %.5 ]
  %.1579 = tail call ptr @PyBool_FromLong(i64 %.sink)
  br label %common.ret

common.ret:
  %common.ret.op = phi ptr [ null, %.1077 ], [ %.1579, %common.ret.sink.split ]
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
  %.49 = getelementptr i8, ptr %.2, i64 160
  %.50 = load ptr, ptr %.49, align 8
  %.51 = getelementptr i8, ptr %.2, i64 168
  %.52 = load ptr, ptr %.51, align 8
  %.53 = getelementptr i8, ptr %.2, i64 176
  %.54 = load ptr, ptr %.53, align 8
  %.55 = getelementptr i8, ptr %.2, i64 184
  %.56 = load ptr, ptr %.55, align 8
  %.57 = getelementptr i8, ptr %.2, i64 192
  %.58 = load ptr, ptr %.57, align 8
  %.59 = getelementptr i8, ptr %.2, i64 200
  %.60 = load ptr, ptr %.59, align 8
  %.61 = getelementptr i8, ptr %.2, i64 208
  %.62 = load ptr, ptr %.61, align 8
  %.63 = getelementptr i8, ptr %.2, i64 216
  %.64 = load ptr, ptr %.63, align 8
  %.65 = getelementptr i8, ptr %.2, i64 224
  %.66 = load ptr, ptr %.65, align 8
  %.67 = getelementptr i8, ptr %.2, i64 232
  %.68 = load ptr, ptr %.67, align 8
  %.69 = getelementptr i8, ptr %.2, i64 240
  %.70 = load ptr, ptr %.69, align 8
  %.71 = getelementptr i8, ptr %.2, i64 248
  %.72 = load ptr, ptr %.71, align 8
  %.73 = getelementptr i8, ptr %.2, i64 256
  %.74 = load ptr, ptr %.73, align 8
  %.75 = getelementptr i8, ptr %.2, i64 264
  %.76 = load ptr, ptr %.75, align 8
  %.77 = getelementptr i8, ptr %.2, i64 272
  %.78 = load ptr, ptr %.77, align 8
  %.79 = getelementptr i8, ptr %.2, i64 280
  %.80 = load ptr, ptr %.79, align 8
  %.81 = getelementptr i8, ptr %.2, i64 288
  %.82 = load ptr, ptr %.81, align 8
  %.83 = getelementptr i8, ptr %.2, i64 296
  %.84 = load ptr, ptr %.83, align 8
  %.85 = getelementptr i8, ptr %.2, i64 304
  %.86 = load ptr, ptr %.85, align 8
  %.87 = getelementptr i8, ptr %.12, i64 8
  %.88 = load ptr, ptr %.87, align 8
  %.89 = icmp eq ptr %.88, @nnsearch_ndarray
  br i1 %.89, label %.90, label %common.ret.sink.split

.90:
  %.92 = getelementptr i8, ptr %.12, i64 24
  %.93 = load i32, ptr %.92, align 4
  %.94 = icmp eq i32 %.93, 2
  br i1 %.94, label %.95, label %common.ret.sink.split

.95:
  %.97 = getelementptr i8, ptr %.12, i64 64
  %.98 = load i32, ptr %.97, align 4
  %.99 = and i32 %.98, 257
  %.100 = icmp eq i32 %.99, 257
  br i1 %.100, label %.101, label %common.ret.sink.split

.101:
  %.103 = getelementptr i8, ptr %.12, i64 56
  %.104 = load ptr, ptr %.103, align 8
  %.105 = getelementptr i8, ptr %.104, i64 28
  %.106 = load i32, ptr %.105, align 4
  %0 = icmp eq i32 %.106, 11
  br i1 %0, label %.109, label %common.ret.sink.split

.109:
  %.111 = getelementptr i8, ptr %.104, i64 26
  %.112 = load i8, ptr %.111, align 1
  %.113.not = icmp eq i8 %.112, 62
  br i1 %.113.not, label %common.ret.sink.split, label %.114

.114:
  %.116 = getelementptr i8, ptr %.14, i64 8
  %.117 = load ptr, ptr %.116, align 8
  %.118 = icmp eq ptr %.117, @nnsearch_ndarray
  br i1 %.118, label %.119, label %common.ret.sink.split

.119:
  %.121 = getelementptr i8, ptr %.14, i64 24
  %.122 = load i32, ptr %.121, align 4
  %.123 = icmp eq i32 %.122, 1
  br i1 %.123, label %.124, label %common.ret.sink.split

.124:
  %.126 = getelementptr i8, ptr %.14, i64 64
  %.127 = load i32, ptr %.126, align 4
  %.128 = and i32 %.127, 257
  %.129 = icmp eq i32 %.128, 257
  br i1 %.129, label %.130, label %common.ret.sink.split

.130:
  %.132 = getelementptr i8, ptr %.14, i64 56
  %.133 = load ptr, ptr %.132, align 8
  %.134 = getelementptr i8, ptr %.133, i64 28
  %.135 = load i32, ptr %.134, align 4
  switch i32 %.135, label %common.ret.sink.split [
    i32 9, label %.139
    i32 7, label %.139
  ]

.139:
  %.141 = getelementptr i8, ptr %.133, i64 26
  %.142 = load i8, ptr %.141, align 1
  %.143.not = icmp eq i8 %.142, 62
  br i1 %.143.not, label %common.ret.sink.split, label %.144

.144:
  %.146 = getelementptr i8, ptr %.16, i64 8
  %.147 = load ptr, ptr %.146, align 8
  %.148 = icmp eq ptr %.147, @nnsearch_ndarray
  br i1 %.148, label %.149, label %common.ret.sink.split

.149:
  %.151 = getelementptr i8, ptr %.16, i64 24
  %.152 = load i32, ptr %.151, align 4
  %.153 = icmp eq i32 %.152, 1
  br i1 %.153, label %.154, label %common.ret.sink.split

.154:
  %.156 = getelementptr i8, ptr %.16, i64 64
  %.157 = load i32, ptr %.156, align 4
  %.158 = and i32 %.157, 1281
  %.159 = icmp eq i32 %.158, 1281
  br i1 %.159, label %.160, label %common.ret.sink.split

.160:
  %.162 = getelementptr i8, ptr %.16, i64 56
  %.163 = load ptr, ptr %.162, align 8
  %.164 = getelementptr i8, ptr %.163, i64 28
  %.165 = load i32, ptr %.164, align 4
  switch i32 %.165, label %common.ret.sink.split [
    i32 9, label %.169
    i32 7, label %.169
  ]

.169:
  %.171 = getelementptr i8, ptr %.163, i64 26
  %.172 = load i8, ptr %.171, align 1
  %.173.not = icmp eq i8 %.172, 62
  br i1 %.173.not, label %common.ret.sink.split, label %.174

.174:
  %.176 = getelementptr i8, ptr %.24, i64 8
  %.177 = load ptr, ptr %.176, align 8
  %.178 = icmp eq ptr %.177, @nnsearch_ndarray
  br i1 %.178, label %.179, label %common.ret.sink.split

.179:
  %.181 = getelementptr i8, ptr %.24, i64 24
  %.182 = load i32, ptr %.181, align 4
  %.183 = icmp eq i32 %.182, 2
  br i1 %.183, label %.184, label %common.ret.sink.split

.184:
  %.186 = getelementptr i8, ptr %.24, i64 64
  %.187 = load i32, ptr %.186, align 4
  %.188 = and i32 %.187, 1281
  %.189 = icmp eq i32 %.188, 1281
  br i1 %.189, label %.190, label %common.ret.sink.split

.190:
  %.192 = getelementptr i8, ptr %.24, i64 56
  %.193 = load ptr, ptr %.192, align 8
  %.194 = getelementptr i8, ptr %.193, i64 28
  %.195 = load i32, ptr %.194, align 4
  %1 = icmp eq i32 %.195, 11
  br i1 %1, label %.198, label %common.ret.sink.split

.198:
  %.200 = getelementptr i8, ptr %.193, i64 26
  %.201 = load i8, ptr %.200, align 1
  %.202.not = icmp eq i8 %.201, 62
  br i1 %.202.not, label %common.ret.sink.split, label %.203

.203:
  %.205 = getelementptr i8, ptr %.26, i64 8
  %.206 = load ptr, ptr %.205, align 8
  %.207 = icmp eq ptr %.206, @nnsearch_ndarray
  br i1 %.207, label %.208, label %common.ret.sink.split

.208:
  %.210 = getelementptr i8, ptr %.26, i64 24
  %.211 = load i32, ptr %.210, align 4
  %.212 = icmp eq i32 %.211, 2
  br i1 %.212, label %.213, label %common.ret.sink.split

.213:
  %.215 = getelementptr i8, ptr %.26, i64 64
  %.216 = load i32, ptr %.215, align 4
  %.217 = and i32 %.216, 1281
  %.218 = icmp eq i32 %.217, 1281
  br i1 %.218, label %.219, label %common.ret.sink.split

.219:
  %.221 = getelementptr i8, ptr %.26, i64 56
  %.222 = load ptr, ptr %.221, align 8
  %.223 = getelementptr i8, ptr %.222, i64 28
  %.224 = load i32, ptr %.223, align 4
  %2 = icmp eq i32 %.224, 11
  br i1 %2, label %.227, label %common.ret.sink.split

.227:
  %.229 = getelementptr i8, ptr %.222, i64 26
  %.230 = load i8, ptr %.229, align 1
  %.231.not = icmp eq i8 %.230, 62
  br i1 %.231.not, label %common.ret.sink.split, label %.232

.232:
  %.234 = getelementptr i8, ptr %.28, i64 8
  %.235 = load ptr, ptr %.234, align 8
  %.236 = icmp eq ptr %.235, @nnsearch_ndarray
  br i1 %.236, label %.237, label %common.ret.sink.split

.237:
  %.239 = getelementptr i8, ptr %.28, i64 24
  %.240 = load i32, ptr %.239, align 4
  %.241 = icmp eq i32 %.240, 1
  br i1 %.241, label %.242, label %common.ret.sink.split

.242:
  %.244 = getelementptr i8, ptr %.28, i64 64
  %.245 = load i32, ptr %.244, align 4
  %.246 = and i32 %.245, 1281
  %.247 = icmp eq i32 %.246, 1281
  br i1 %.247, label %.248, label %common.ret.sink.split

.248:
  %.250 = getelementptr i8, ptr %.28, i64 56
  %.251 = load ptr, ptr %.250, align 8
  %.252 = getelementptr i8, ptr %.251, i64 28
  %.253 = load i32, ptr %.252, align 4
  switch i32 %.253, label %common.ret.sink.split [
    i32 9, label %.257
    i32 7, label %.257
  ]

.257:
  %.259 = getelementptr i8, ptr %.251, i64 26
  %.260 = load i8, ptr %.259, align 1
  %.261.not = icmp eq i8 %.260, 62
  br i1 %.261.not, label %common.ret.sink.split, label %.262

.262:
  %.264 = getelementptr i8, ptr %.30, i64 8
  %.265 = load ptr, ptr %.264, align 8
  %.266 = icmp eq ptr %.265, @nnsearch_ndarray
  br i1 %.266, label %.267, label %common.ret.sink.split

.267:
  %.269 = getelementptr i8, ptr %.30, i64 24
  %.270 = load i32, ptr %.269, align 4
  %.271 = icmp eq i32 %.270, 1
  br i1 %.271, label %.272, label %common.ret.sink.split

.272:
  %.274 = getelementptr i8, ptr %.30, i64 64
  %.275 = load i32, ptr %.274, align 4
  %.276 = and i32 %.275, 1281
  %.277 = icmp eq i32 %.276, 1281
  br i1 %.277, label %.278, label %common.ret.sink.split

.278:
  %.280 = getelementptr i8, ptr %.30, i64 56
  %.281 = load ptr, ptr %.280, align 8
  %.282 = getelementptr i8, ptr %.281, i64 28
  %.283 = load i32, ptr %.282, align 4
  switch i32 %.283, label %common.ret.sink.split [
    i32 9, label %.287
    i32 7, label %.287
  ]

.287:
  %.289 = getelementptr i8, ptr %.281, i64 26
  %.290 = load i8, ptr %.289, align 1
  %.291.not = icmp eq i8 %.290, 62
  br i1 %.291.not, label %common.ret.sink.split, label %.292

.292:
  %.294 = getelementptr i8, ptr %.32, i64 8
  %.295 = load ptr, ptr %.294, align 8
  %.296 = icmp eq ptr %.295, @nnsearch_ndarray
  br i1 %.296, label %.297, label %common.ret.sink.split

.297:
  %.299 = getelementptr i8, ptr %.32, i64 24
  %.300 = load i32, ptr %.299, align 4
  %.301 = icmp eq i32 %.300, 1
  br i1 %.301, label %.302, label %common.ret.sink.split

.302:
  %.304 = getelementptr i8, ptr %.32, i64 64
  %.305 = load i32, ptr %.304, align 4
  %.306 = and i32 %.305, 1281
  %.307 = icmp eq i32 %.306, 1281
  br i1 %.307, label %.308, label %common.ret.sink.split

.308:
  %.310 = getelementptr i8, ptr %.32, i64 56
  %.311 = load ptr, ptr %.310, align 8
  %.312 = getelementptr i8, ptr %.311, i64 28
  %.313 = load i32, ptr %.312, align 4
  %3 = icmp eq i32 %.313, 11
  br i1 %3, label %.316, label %common.ret.sink.split

.316:
  %.318 = getelementptr i8, ptr %.311, i64 26
  %.319 = load i8, ptr %.318, align 1
  %.320.not = icmp eq i8 %.319, 62
  br i1 %.320.not, label %common.ret.sink.split, label %.321

.321:
  %.323 = getelementptr i8, ptr %.34, i64 8
  %.324 = load ptr, ptr %.323, align 8
  %.325 = icmp eq ptr %.324, @nnsearch_ndarray
  br i1 %.325, label %.326, label %common.ret.sink.split

.326:
  %.328 = getelementptr i8, ptr %.34, i64 24
  %.329 = load i32, ptr %.328, align 4
  %.330 = icmp eq i32 %.329, 1
  br i1 %.330, label %.331, label %common.ret.sink.split

.331:
  %.333 = getelementptr i8, ptr %.34, i64 64
  %.334 = load i32, ptr %.333, align 4
  %.335 = and i32 %.334, 1281
  %.336 = icmp eq i32 %.335, 1281
  br i1 %.336, label %.337, label %common.ret.sink.split

.337:
  %.339 = getelementptr i8, ptr %.34, i64 56
  %.340 = load ptr, ptr %.339, align 8
  %.341 = getelementptr i8, ptr %.340, i64 28
  %.342 = load i32, ptr %.341, align 4
  %4 = icmp eq i32 %.342, 11
  br i1 %4, label %.345, label %common.ret.sink.split

.345:
  %.347 = getelementptr i8, ptr %.340, i64 26
  %.348 = load i8, ptr %.347, align 1
  %.349.not = icmp eq i8 %.348, 62
  br i1 %.349.not, label %common.ret.sink.split, label %.350

.350:
  %.352 = getelementptr i8, ptr %.36, i64 8
  %.353 = load ptr, ptr %.352, align 8
  %.354 = icmp eq ptr %.353, @nnsearch_ndarray
  br i1 %.354, label %.355, label %common.ret.sink.split

.355:
  %.357 = getelementptr i8, ptr %.36, i64 24
  %.358 = load i32, ptr %.357, align 4
  %.359 = icmp eq i32 %.358, 2
  br i1 %.359, label %.360, label %common.ret.sink.split

.360:
  %.362 = getelementptr i8, ptr %.36, i64 64
  %.363 = load i32, ptr %.362, align 4
  %.364 = and i32 %.363, 1281
  %.365 = icmp eq i32 %.364, 1281
  br i1 %.365, label %.366, label %common.ret.sink.split

.366:
  %.368 = getelementptr i8, ptr %.36, i64 56
  %.369 = load ptr, ptr %.368, align 8
  %.370 = getelementptr i8, ptr %.369, i64 28
  %.371 = load i32, ptr %.370, align 4
  %5 = icmp eq i32 %.371, 11
  br i1 %5, label %.374, label %common.ret.sink.split

.374:
  %.376 = getelementptr i8, ptr %.369, i64 26
  %.377 = load i8, ptr %.376, align 1
  %.378.not = icmp eq i8 %.377, 62
  br i1 %.378.not, label %common.ret.sink.split, label %.379

.379:
  %.381 = getelementptr i8, ptr %.38, i64 8
  %.382 = load ptr, ptr %.381, align 8
  %.383 = icmp eq ptr %.382, @nnsearch_ndarray
  br i1 %.383, label %.384, label %common.ret.sink.split

.384:
  %.386 = getelementptr i8, ptr %.38, i64 24
  %.387 = load i32, ptr %.386, align 4
  %.388 = icmp eq i32 %.387, 1
  br i1 %.388, label %.389, label %common.ret.sink.split

.389:
  %.391 = getelementptr i8, ptr %.38, i64 64
  %.392 = load i32, ptr %.391, align 4
  %.393 = and i32 %.392, 1281
  %.394 = icmp eq i32 %.393, 1281
  br i1 %.394, label %.395, label %common.ret.sink.split

.395:
  %.397 = getelementptr i8, ptr %.38, i64 56
  %.398 = load ptr, ptr %.397, align 8
  %.399 = getelementptr i8, ptr %.398, i64 28
  %.400 = load i32, ptr %.399, align 4
  %6 = icmp eq i32 %.400, 0
  br i1 %6, label %.403, label %common.ret.sink.split

.403:
  %.405 = getelementptr i8, ptr %.398, i64 26
  %.406 = load i8, ptr %.405, align 1
  %.407.not = icmp eq i8 %.406, 62
  br i1 %.407.not, label %common.ret.sink.split, label %.408

.408:
  %.410 = getelementptr i8, ptr %.40, i64 8
  %.411 = load ptr, ptr %.410, align 8
  %.412 = icmp eq ptr %.411, @nnsearch_ndarray
  br i1 %.412, label %.413, label %common.ret.sink.split

.413:
  %.415 = getelementptr i8, ptr %.40, i64 24
  %.416 = load i32, ptr %.415, align 4
  %.417 = icmp eq i32 %.416, 1
  br i1 %.417, label %.418, label %common.ret.sink.split

.418:
  %.420 = getelementptr i8, ptr %.40, i64 64
  %.421 = load i32, ptr %.420, align 4
  %.422 = and i32 %.421, 1281
  %.423 = icmp eq i32 %.422, 1281
  br i1 %.423, label %.424, label %common.ret.sink.split

.424:
  %.426 = getelementptr i8, ptr %.40, i64 56
  %.427 = load ptr, ptr %.426, align 8
  %.428 = getelementptr i8, ptr %.427, i64 28
  %.429 = load i32, ptr %.428, align 4
  %7 = icmp eq i32 %.429, 11
  br i1 %7, label %.432, label %common.ret.sink.split

.432:
  %.434 = getelementptr i8, ptr %.427, i64 26
  %.435 = load i8, ptr %.434, align 1
  %.436.not = icmp eq i8 %.435, 62
  br i1 %.436.not, label %common.ret.sink.split, label %.437

.437:
  %.439 = getelementptr i8, ptr %.42, i64 8
  %.440 = load ptr, ptr %.439, align 8
  %.441 = icmp eq ptr %.440, @nnsearch_ndarray
  br i1 %.441, label %.442, label %common.ret.sink.split

.442:
  %.444 = getelementptr i8, ptr %.42, i64 24
  %.445 = load i32, ptr %.444, align 4
  %.446 = icmp eq i32 %.445, 2
  br i1 %.446, label %.447, label %common.ret.sink.split

.447:
  %.449 = getelementptr i8, ptr %.42, i64 64
  %.450 = load i32, ptr %.449, align 4
  %.451 = and i32 %.450, 1281
  %.452 = icmp eq i32 %.451, 1281
  br i1 %.452, label %.453, label %common.ret.sink.split

.453:
  %.455 = getelementptr i8, ptr %.42, i64 56
  %.456 = load ptr, ptr %.455, align 8
  %.457 = getelementptr i8, ptr %.456, i64 28
  %.458 = load i32, ptr %.457, align 4
  %8 = icmp eq i32 %.458, 11
  br i1 %8, label %.461, label %common.ret.sink.split

.461:
  %.463 = getelementptr i8, ptr %.456, i64 26
  %.464 = load i8, ptr %.463, align 1
  %.465.not = icmp eq i8 %.464, 62
  br i1 %.465.not, label %common.ret.sink.split, label %.466

.466:
  %.468 = getelementptr i8, ptr %.44, i64 8
  %.469 = load ptr, ptr %.468, align 8
  %.470 = icmp eq ptr %.469, @nnsearch_ndarray
  br i1 %.470, label %.471, label %common.ret.sink.split

.471:
  %.473 = getelementptr i8, ptr %.44, i64 24
  %.474 = load i32, ptr %.473, align 4
  %.475 = icmp eq i32 %.474, 2
  br i1 %.475, label %.476, label %common.ret.sink.split

.476:
  %.478 = getelementptr i8, ptr %.44, i64 64
  %.479 = load i32, ptr %.478, align 4
  %.480 = and i32 %.479, 1281
  %.481 = icmp eq i32 %.480, 1281
  br i1 %.481, label %.482, label %common.ret.sink.split

.482:
  %.484 = getelementptr i8, ptr %.44, i64 56
  %.485 = load ptr, ptr %.484, align 8
  %.486 = getelementptr i8, ptr %.485, i64 28
  %.487 = load i32, ptr %.486, align 4
  %9 = icmp eq i32 %.487, 11
  br i1 %9, label %.490, label %common.ret.sink.split

.490:
  %.492 = getelementptr i8, ptr %.485, i64 26
  %.493 = load i8, ptr %.492, align 1
  %.494.not = icmp eq i8 %.493, 62
  br i1 %.494.not, label %common.ret.sink.split, label %.495

.495:
  %.497 = getelementptr i8, ptr %.46, i64 8
  %.498 = load ptr, ptr %.497, align 8
  %.499 = icmp eq ptr %.498, @nnsearch_ndarray
  br i1 %.499, label %.500, label %common.ret.sink.split

.500:
  %.502 = getelementptr i8, ptr %.46, i64 24
  %.503 = load i32, ptr %.502, align 4
  %.504 = icmp eq i32 %.503, 2
  br i1 %.504, label %.505, label %common.ret.sink.split

.505:
  %.507 = getelementptr i8, ptr %.46, i64 64
  %.508 = load i32, ptr %.507, align 4
  %.509 = and i32 %.508, 1281
  %.510 = icmp eq i32 %.509, 1281
  br i1 %.510, label %.511, label %common.ret.sink.split

.511:
  %.513 = getelementptr i8, ptr %.46, i64 56
  %.514 = load ptr, ptr %.513, align 8
  %.515 = getelementptr i8, ptr %.514, i64 28
  %.516 = load i32, ptr %.515, align 4
  %10 = icmp eq i32 %.516, 11
  br i1 %10, label %.519, label %common.ret.sink.split

.519:
  %.521 = getelementptr i8, ptr %.514, i64 26
  %.522 = load i8, ptr %.521, align 1
  %.523.not = icmp eq i8 %.522, 62
  br i1 %.523.not, label %common.ret.sink.split, label %.524

.524:
  %.526 = getelementptr i8, ptr %.48, i64 8
  %.527 = load ptr, ptr %.526, align 8
  %.528 = icmp eq ptr %.527, @nnsearch_ndarray
  br i1 %.528, label %.529, label %common.ret.sink.split

.529:
  %.531 = getelementptr i8, ptr %.48, i64 24
  %.532 = load i32, ptr %.531, align 4
  %.533 = icmp eq i32 %.532, 2
  br i1 %.533, label %.534, label %common.ret.sink.split

.534:
  %.536 = getelementptr i8, ptr %.48, i64 64
  %.537 = load i32, ptr %.536, align 4
  %.538 = and i32 %.537, 1281
  %.539 = icmp eq i32 %.538, 1281
  br i1 %.539, label %.540, label %common.ret.sink.split

.540:
  %.542 = getelementptr i8, ptr %.48, i64 56
  %.543 = load ptr, ptr %.542, align 8
  %.544 = getelementptr i8, ptr %.543, i64 28
  %.545 = load i32, ptr %.544, align 4
  %11 = icmp eq i32 %.545, 11
  br i1 %11, label %.548, label %common.ret.sink.split

.548:
  %.550 = getelementptr i8, ptr %.543, i64 26
  %.551 = load i8, ptr %.550, align 1
  %.552.not = icmp eq i8 %.551, 62
  br i1 %.552.not, label %common.ret.sink.split, label %.553

.553:
  %.555 = getelementptr i8, ptr %.50, i64 8
  %.556 = load ptr, ptr %.555, align 8
  %.557 = icmp eq ptr %.556, @nnsearch_ndarray
  br i1 %.557, label %.558, label %common.ret.sink.split

.558:
  %.560 = getelementptr i8, ptr %.50, i64 24
  %.561 = load i32, ptr %.560, align 4
  %.562 = icmp eq i32 %.561, 2
  br i1 %.562, label %.563, label %common.ret.sink.split

.563:
  %.565 = getelementptr i8, ptr %.50, i64 64
  %.566 = load i32, ptr %.565, align 4
  %.567 = and i32 %.566, 1281
  %.568 = icmp eq i32 %.567, 1281
  br i1 %.568, label %.569, label %common.ret.sink.split

.569:
  %.571 = getelementptr i8, ptr %.50, i64 56
  %.572 = load ptr, ptr %.571, align 8
  %.573 = getelementptr i8, ptr %.572, i64 28
  %.574 = load i32, ptr %.573, align 4
  %12 = icmp eq i32 %.574, 11
  br i1 %12, label %.577, label %common.ret.sink.split

.577:
  %.579 = getelementptr i8, ptr %.572, i64 26
  %.580 = load i8, ptr %.579, align 1
  %.581.not = icmp eq i8 %.580, 62
  br i1 %.581.not, label %common.ret.sink.split, label %.582

.582:
  %.584 = getelementptr i8, ptr %.52, i64 8
  %.585 = load ptr, ptr %.584, align 8
  %.586 = icmp eq ptr %.585, @nnsearch_ndarray
  br i1 %.586, label %.587, label %common.ret.sink.split

.587:
  %.589 = getelementptr i8, ptr %.52, i64 24
  %.590 = load i32, ptr %.589, align 4
  %.591 = icmp eq i32 %.590, 3
  br i1 %.591, label %.592, label %common.ret.sink.split

.592:
  %.594 = getelementptr i8, ptr %.52, i64 64
  %.595 = load i32, ptr %.594, align 4
  %.596 = and i32 %.595, 1281
  %.597 = icmp eq i32 %.596, 1281
  br i1 %.597, label %.598, label %common.ret.sink.split

.598:
  %.600 = getelementptr i8, ptr %.52, i64 56
  %.601 = load ptr, ptr %.600, align 8
  %.602 = getelementptr i8, ptr %.601, i64 28
  %.603 = load i32, ptr %.602, align 4
  %13 = icmp eq i32 %.603, 11
  br i1 %13, label %.606, label %common.ret.sink.split

.606:
  %.608 = getelementptr i8, ptr %.601, i64 26
  %.609 = load i8, ptr %.608, align 1
  %.610.not = icmp eq i8 %.609, 62
  br i1 %.610.not, label %common.ret.sink.split, label %.611

.611:
  %.613 = getelementptr i8, ptr %.54, i64 8
  %.614 = load ptr, ptr %.613, align 8
  %.615 = icmp eq ptr %.614, @nnsearch_ndarray
  br i1 %.615, label %.616, label %common.ret.sink.split

.616:
  %.618 = getelementptr i8, ptr %.54, i64 24
  %.619 = load i32, ptr %.618, align 4
  %.620 = icmp eq i32 %.619, 3
  br i1 %.620, label %.621, label %common.ret.sink.split

.621:
  %.623 = getelementptr i8, ptr %.54, i64 64
  %.624 = load i32, ptr %.623, align 4
  %.625 = and i32 %.624, 1281
  %.626 = icmp eq i32 %.625, 1281
  br i1 %.626, label %.627, label %common.ret.sink.split

.627:
  %.629 = getelementptr i8, ptr %.54, i64 56
  %.630 = load ptr, ptr %.629, align 8
  %.631 = getelementptr i8, ptr %.630, i64 28
  %.632 = load i32, ptr %.631, align 4
  %14 = icmp eq i32 %.632, 11
  br i1 %14, label %.635, label %common.ret.sink.split

.635:
  %.637 = getelementptr i8, ptr %.630, i64 26
  %.638 = load i8, ptr %.637, align 1
  %.639.not = icmp eq i8 %.638, 62
  br i1 %.639.not, label %common.ret.sink.split, label %.640

.640:
  %.642 = getelementptr i8, ptr %.56, i64 8
  %.643 = load ptr, ptr %.642, align 8
  %.644 = icmp eq ptr %.643, @nnsearch_ndarray
  br i1 %.644, label %.645, label %common.ret.sink.split

.645:
  %.647 = getelementptr i8, ptr %.56, i64 24
  %.648 = load i32, ptr %.647, align 4
  %.649 = icmp eq i32 %.648, 2
  br i1 %.649, label %.650, label %common.ret.sink.split

.650:
  %.652 = getelementptr i8, ptr %.56, i64 64
  %.653 = load i32, ptr %.652, align 4
  %.654 = and i32 %.653, 1281
  %.655 = icmp eq i32 %.654, 1281
  br i1 %.655, label %.656, label %common.ret.sink.split

.656:
  %.658 = getelementptr i8, ptr %.56, i64 56
  %.659 = load ptr, ptr %.658, align 8
  %.660 = getelementptr i8, ptr %.659, i64 28
  %.661 = load i32, ptr %.660, align 4
  %15 = icmp eq i32 %.661, 11
  br i1 %15, label %.664, label %common.ret.sink.split

.664:
  %.666 = getelementptr i8, ptr %.659, i64 26
  %.667 = load i8, ptr %.666, align 1
  %.668.not = icmp eq i8 %.667, 62
  br i1 %.668.not, label %common.ret.sink.split, label %.669

.669:
  %.671 = getelementptr i8, ptr %.58, i64 8
  %.672 = load ptr, ptr %.671, align 8
  %.673 = icmp eq ptr %.672, @nnsearch_ndarray
  br i1 %.673, label %.674, label %common.ret.sink.split

.674:
  %.676 = getelementptr i8, ptr %.58, i64 24
  %.677 = load i32, ptr %.676, align 4
  %.678 = icmp eq i32 %.677, 1
  br i1 %.678, label %.679, label %common.ret.sink.split

.679:
  %.681 = getelementptr i8, ptr %.58, i64 64
  %.682 = load i32, ptr %.681, align 4
  %.683 = and i32 %.682, 1281
  %.684 = icmp eq i32 %.683, 1281
  br i1 %.684, label %.685, label %common.ret.sink.split

.685:
  %.687 = getelementptr i8, ptr %.58, i64 56
  %.688 = load ptr, ptr %.687, align 8
  %.689 = getelementptr i8, ptr %.688, i64 28
  %.690 = load i32, ptr %.689, align 4
  switch i32 %.690, label %common.ret.sink.split [
    i32 9, label %.694
    i32 7, label %.694
  ]

.694:
  %.696 = getelementptr i8, ptr %.688, i64 26
  %.697 = load i8, ptr %.696, align 1
  %.698.not = icmp eq i8 %.697, 62
  br i1 %.698.not, label %common.ret.sink.split, label %.699

.699:
  %.701 = getelementptr i8, ptr %.60, i64 8
  %.702 = load ptr, ptr %.701, align 8
  %.703 = icmp eq ptr %.702, @nnsearch_ndarray
  br i1 %.703, label %.704, label %common.ret.sink.split

.704:
  %.706 = getelementptr i8, ptr %.60, i64 24
  %.707 = load i32, ptr %.706, align 4
  %.708 = icmp eq i32 %.707, 1
  br i1 %.708, label %.709, label %common.ret.sink.split

.709:
  %.711 = getelementptr i8, ptr %.60, i64 64
  %.712 = load i32, ptr %.711, align 4
  %.713 = and i32 %.712, 1281
  %.714 = icmp eq i32 %.713, 1281
  br i1 %.714, label %.715, label %common.ret.sink.split

.715:
  %.717 = getelementptr i8, ptr %.60, i64 56
  %.718 = load ptr, ptr %.717, align 8
  %.719 = getelementptr i8, ptr %.718, i64 28
  %.720 = load i32, ptr %.719, align 4
  %16 = icmp eq i32 %.720, 11
  br i1 %16, label %.723, label %common.ret.sink.split

.723:
  %.725 = getelementptr i8, ptr %.718, i64 26
  %.726 = load i8, ptr %.725, align 1
  %.727.not = icmp eq i8 %.726, 62
  br i1 %.727.not, label %common.ret.sink.split, label %.728

.728:
  %.730 = getelementptr i8, ptr %.62, i64 8
  %.731 = load ptr, ptr %.730, align 8
  %.732 = icmp eq ptr %.731, @nnsearch_ndarray
  br i1 %.732, label %.733, label %common.ret.sink.split

.733:
  %.735 = getelementptr i8, ptr %.62, i64 24
  %.736 = load i32, ptr %.735, align 4
  %.737 = icmp eq i32 %.736, 1
  br i1 %.737, label %.738, label %common.ret.sink.split

.738:
  %.740 = getelementptr i8, ptr %.62, i64 64
  %.741 = load i32, ptr %.740, align 4
  %.742 = and i32 %.741, 1281
  %.743 = icmp eq i32 %.742, 1281
  br i1 %.743, label %.744, label %common.ret.sink.split

.744:
  %.746 = getelementptr i8, ptr %.62, i64 56
  %.747 = load ptr, ptr %.746, align 8
  %.748 = getelementptr i8, ptr %.747, i64 28
  %.749 = load i32, ptr %.748, align 4
  %17 = icmp eq i32 %.749, 11
  br i1 %17, label %.752, label %common.ret.sink.split

.752:
  %.754 = getelementptr i8, ptr %.747, i64 26
  %.755 = load i8, ptr %.754, align 1
  %.756.not = icmp eq i8 %.755, 62
  br i1 %.756.not, label %common.ret.sink.split, label %.757

.757:
  %.759 = getelementptr i8, ptr %.64, i64 8
  %.760 = load ptr, ptr %.759, align 8
  %.761 = icmp eq ptr %.760, @nnsearch_ndarray
  br i1 %.761, label %.762, label %common.ret.sink.split

.762:
  %.764 = getelementptr i8, ptr %.64, i64 24
  %.765 = load i32, ptr %.764, align 4
  %.766 = icmp eq i32 %.765, 1
  br i1 %.766, label %.767, label %common.ret.sink.split

.767:
  %.769 = getelementptr i8, ptr %.64, i64 64
  %.770 = load i32, ptr %.769, align 4
  %.771 = and i32 %.770, 1281
  %.772 = icmp eq i32 %.771, 1281
  br i1 %.772, label %.773, label %common.ret.sink.split

.773:
  %.775 = getelementptr i8, ptr %.64, i64 56
  %.776 = load ptr, ptr %.775, align 8
  %.777 = getelementptr i8, ptr %.776, i64 28
  %.778 = load i32, ptr %.777, align 4
  %18 = icmp eq i32 %.778, 11
  br i1 %18, label %.781, label %common.ret.sink.split

.781:
  %.783 = getelementptr i8, ptr %.776, i64 26
  %.784 = load i8, ptr %.783, align 1
  %.785.not = icmp eq i8 %.784, 62
  br i1 %.785.not, label %common.ret.sink.split, label %.786

.786:
  %.788 = getelementptr i8, ptr %.66, i64 8
  %.789 = load ptr, ptr %.788, align 8
  %.790 = icmp eq ptr %.789, @nnsearch_ndarray
  br i1 %.790, label %.791, label %common.ret.sink.split

.791:
  %.793 = getelementptr i8, ptr %.66, i64 24
  %.794 = load i32, ptr %.793, align 4
  %.795 = icmp eq i32 %.794, 1
  br i1 %.795, label %.796, label %common.ret.sink.split

.796:
  %.798 = getelementptr i8, ptr %.66, i64 64
  %.799 = load i32, ptr %.798, align 4
  %.800 = and i32 %.799, 1281
  %.801 = icmp eq i32 %.800, 1281
  br i1 %.801, label %.802, label %common.ret.sink.split

.802:
  %.804 = getelementptr i8, ptr %.66, i64 56
  %.805 = load ptr, ptr %.804, align 8
  %.806 = getelementptr i8, ptr %.805, i64 28
  %.807 = load i32, ptr %.806, align 4
  %19 = icmp eq i32 %.807, 11
  br i1 %19, label %.810, label %common.ret.sink.split

.810:
  %.812 = getelementptr i8, ptr %.805, i64 26
  %.813 = load i8, ptr %.812, align 1
  %.814.not = icmp eq i8 %.813, 62
  br i1 %.814.not, label %common.ret.sink.split, label %.815

.815:
  %.817 = getelementptr i8, ptr %.68, i64 8
  %.818 = load ptr, ptr %.817, align 8
  %.819 = icmp eq ptr %.818, @nnsearch_ndarray
  br i1 %.819, label %.820, label %common.ret.sink.split

.820:
  %.822 = getelementptr i8, ptr %.68, i64 24
  %.823 = load i32, ptr %.822, align 4
  %.824 = icmp eq i32 %.823, 1
  br i1 %.824, label %.825, label %common.ret.sink.split

.825:
  %.827 = getelementptr i8, ptr %.68, i64 64
  %.828 = load i32, ptr %.827, align 4
  %.829 = and i32 %.828, 1281
  %.830 = icmp eq i32 %.829, 1281
  br i1 %.830, label %.831, label %common.ret.sink.split

.831:
  %.833 = getelementptr i8, ptr %.68, i64 56
  %.834 = load ptr, ptr %.833, align 8
  %.835 = getelementptr i8, ptr %.834, i64 28
  %.836 = load i32, ptr %.835, align 4
  %20 = icmp eq i32 %.836, 11
  br i1 %20, label %.839, label %common.ret.sink.split

.839:
  %.841 = getelementptr i8, ptr %.834, i64 26
  %.842 = load i8, ptr %.841, align 1
  %.843.not = icmp eq i8 %.842, 62
  br i1 %.843.not, label %common.ret.sink.split, label %.844

.844:
  %.846 = getelementptr i8, ptr %.70, i64 8
  %.847 = load ptr, ptr %.846, align 8
  %.848 = icmp eq ptr %.847, @nnsearch_ndarray
  br i1 %.848, label %.849, label %common.ret.sink.split

.849:
  %.851 = getelementptr i8, ptr %.70, i64 24
  %.852 = load i32, ptr %.851, align 4
  %.853 = icmp eq i32 %.852, 3
  br i1 %.853, label %.854, label %common.ret.sink.split

.854:
  %.856 = getelementptr i8, ptr %.70, i64 64
  %.857 = load i32, ptr %.856, align 4
  %.858 = and i32 %.857, 1281
  %.859 = icmp eq i32 %.858, 1281
  br i1 %.859, label %.860, label %common.ret.sink.split

.860:
  %.862 = getelementptr i8, ptr %.70, i64 56
  %.863 = load ptr, ptr %.862, align 8
  %.864 = getelementptr i8, ptr %.863, i64 28
  %.865 = load i32, ptr %.864, align 4
  %21 = icmp eq i32 %.865, 11
  br i1 %21, label %.868, label %common.ret.sink.split

.868:
  %.870 = getelementptr i8, ptr %.863, i64 26
  %.871 = load i8, ptr %.870, align 1
  %.872.not = icmp eq i8 %.871, 62
  br i1 %.872.not, label %common.ret.sink.split, label %.873

.873:
  %.875 = getelementptr i8, ptr %.72, i64 8
  %.876 = load ptr, ptr %.875, align 8
  %.877 = icmp eq ptr %.876, @nnsearch_ndarray
  br i1 %.877, label %.878, label %common.ret.sink.split

.878:
  %.880 = getelementptr i8, ptr %.72, i64 24
  %.881 = load i32, ptr %.880, align 4
  %.882 = icmp eq i32 %.881, 2
  br i1 %.882, label %.883, label %common.ret.sink.split

.883:
  %.885 = getelementptr i8, ptr %.72, i64 64
  %.886 = load i32, ptr %.885, align 4
  %.887 = and i32 %.886, 1281
  %.888 = icmp eq i32 %.887, 1281
  br i1 %.888, label %.889, label %common.ret.sink.split

.889:
  %.891 = getelementptr i8, ptr %.72, i64 56
  %.892 = load ptr, ptr %.891, align 8
  %.893 = getelementptr i8, ptr %.892, i64 28
  %.894 = load i32, ptr %.893, align 4
  %22 = icmp eq i32 %.894, 11
  br i1 %22, label %.897, label %common.ret.sink.split

.897:
  %.899 = getelementptr i8, ptr %.892, i64 26
  %.900 = load i8, ptr %.899, align 1
  %.901.not = icmp eq i8 %.900, 62
  br i1 %.901.not, label %common.ret.sink.split, label %.902

.902:
  %.904 = getelementptr i8, ptr %.74, i64 8
  %.905 = load ptr, ptr %.904, align 8
  %.906 = icmp eq ptr %.905, @nnsearch_ndarray
  br i1 %.906, label %.907, label %common.ret.sink.split

.907:
  %.909 = getelementptr i8, ptr %.74, i64 24
  %.910 = load i32, ptr %.909, align 4
  %.911 = icmp eq i32 %.910, 2
  br i1 %.911, label %.912, label %common.ret.sink.split

.912:
  %.914 = getelementptr i8, ptr %.74, i64 64
  %.915 = load i32, ptr %.914, align 4
  %.916 = and i32 %.915, 1281
  %.917 = icmp eq i32 %.916, 1281
  br i1 %.917, label %.918, label %common.ret.sink.split

.918:
  %.920 = getelementptr i8, ptr %.74, i64 56
  %.921 = load ptr, ptr %.920, align 8
  %.922 = getelementptr i8, ptr %.921, i64 28
  %.923 = load i32, ptr %.922, align 4
  %23 = icmp eq i32 %.923, 11
  br i1 %23, label %.926, label %common.ret.sink.split

.926:
  %.928 = getelementptr i8, ptr %.921, i64 26
  %.929 = load i8, ptr %.928, align 1
  %.930.not = icmp eq i8 %.929, 62
  br i1 %.930.not, label %common.ret.sink.split, label %.931

.931:
  %.933 = getelementptr i8, ptr %.76, i64 8
  %.934 = load ptr, ptr %.933, align 8
  %.935 = icmp eq ptr %.934, @nnsearch_ndarray
  br i1 %.935, label %.936, label %common.ret.sink.split

.936:
  %.938 = getelementptr i8, ptr %.76, i64 24
  %.939 = load i32, ptr %.938, align 4
  %.940 = icmp eq i32 %.939, 2
  br i1 %.940, label %.941, label %common.ret.sink.split

.941:
  %.943 = getelementptr i8, ptr %.76, i64 64
  %.944 = load i32, ptr %.943, align 4
  %.945 = and i32 %.944, 1281
  %.946 = icmp eq i32 %.945, 1281
  br i1 %.946, label %.947, label %common.ret.sink.split

.947:
  %.949 = getelementptr i8, ptr %.76, i64 56
  %.950 = load ptr, ptr %.949, align 8
  %.951 = getelementptr i8, ptr %.950, i64 28
  %.952 = load i32, ptr %.951, align 4
  %24 = icmp eq i32 %.952, 11
  br i1 %24, label %.955, label %common.ret.sink.split

.955:
  %.957 = getelementptr i8, ptr %.950, i64 26
  %.958 = load i8, ptr %.957, align 1
  %.959.not = icmp eq i8 %.958, 62
  br i1 %.959.not, label %common.ret.sink.split, label %.960

.960:
  %.962 = getelementptr i8, ptr %.78, i64 8
  %.963 = load ptr, ptr %.962, align 8
  %.964 = icmp eq ptr %.963, @nnsearch_ndarray
  br i1 %.964, label %.965, label %common.ret.sink.split

.965:
  %.967 = getelementptr i8, ptr %.78, i64 24
  %.968 = load i32, ptr %.967, align 4
  %.969 = icmp eq i32 %.968, 2
  br i1 %.969, label %.970, label %common.ret.sink.split

.970:
  %.972 = getelementptr i8, ptr %.78, i64 64
  %.973 = load i32, ptr %.972, align 4
  %.974 = and i32 %.973, 1281
  %.975 = icmp eq i32 %.974, 1281
  br i1 %.975, label %.976, label %common.ret.sink.split

.976:
  %.978 = getelementptr i8, ptr %.78, i64 56
  %.979 = load ptr, ptr %.978, align 8
  %.980 = getelementptr i8, ptr %.979, i64 28
  %.981 = load i32, ptr %.980, align 4
  %25 = icmp eq i32 %.981, 11
  br i1 %25, label %.984, label %common.ret.sink.split

.984:
  %.986 = getelementptr i8, ptr %.979, i64 26
  %.987 = load i8, ptr %.986, align 1
  %.988.not = icmp eq i8 %.987, 62
  br i1 %.988.not, label %common.ret.sink.split, label %.989

.989:
  %.991 = getelementptr i8, ptr %.80, i64 8
  %.992 = load ptr, ptr %.991, align 8
  %.993 = icmp eq ptr %.992, @nnsearch_ndarray
  br i1 %.993, label %.994, label %common.ret.sink.split

.994:
  %.996 = getelementptr i8, ptr %.80, i64 24
  %.997 = load i32, ptr %.996, align 4
  %.998 = icmp eq i32 %.997, 1
  br i1 %.998, label %.999, label %common.ret.sink.split

.999:
  %.1001 = getelementptr i8, ptr %.80, i64 64
  %.1002 = load i32, ptr %.1001, align 4
  %.1003 = and i32 %.1002, 1281
  %.1004 = icmp eq i32 %.1003, 1281
  br i1 %.1004, label %.1005, label %common.ret.sink.split

.1005:
  %.1007 = getelementptr i8, ptr %.80, i64 56
  %.1008 = load ptr, ptr %.1007, align 8
  %.1009 = getelementptr i8, ptr %.1008, i64 28
  %.1010 = load i32, ptr %.1009, align 4
  switch i32 %.1010, label %common.ret.sink.split [
    i32 9, label %.1014
    i32 7, label %.1014
  ]

.1014:
  %.1016 = getelementptr i8, ptr %.1008, i64 26
  %.1017 = load i8, ptr %.1016, align 1
  %.1018.not = icmp eq i8 %.1017, 62
  br i1 %.1018.not, label %common.ret.sink.split, label %.1019

.1019:
  %.1021 = getelementptr i8, ptr %.82, i64 8
  %.1022 = load ptr, ptr %.1021, align 8
  %.1023 = icmp eq ptr %.1022, @nnsearch_ndarray
  br i1 %.1023, label %.1024, label %common.ret.sink.split

.1024:
  %.1026 = getelementptr i8, ptr %.82, i64 24
  %.1027 = load i32, ptr %.1026, align 4
  %.1028 = icmp eq i32 %.1027, 2
  br i1 %.1028, label %.1029, label %common.ret.sink.split

.1029:
  %.1031 = getelementptr i8, ptr %.82, i64 64
  %.1032 = load i32, ptr %.1031, align 4
  %.1033 = and i32 %.1032, 1281
  %.1034 = icmp eq i32 %.1033, 1281
  br i1 %.1034, label %.1035, label %common.ret.sink.split

.1035:
  %.1037 = getelementptr i8, ptr %.82, i64 56
  %.1038 = load ptr, ptr %.1037, align 8
  %.1039 = getelementptr i8, ptr %.1038, i64 28
  %.1040 = load i32, ptr %.1039, align 4
  %26 = icmp eq i32 %.1040, 12
  br i1 %26, label %.1043, label %common.ret.sink.split

.1043:
  %.1045 = getelementptr i8, ptr %.1038, i64 26
  %.1046 = load i8, ptr %.1045, align 1
  %.1047.not = icmp eq i8 %.1046, 62
  br i1 %.1047.not, label %common.ret.sink.split, label %.1048

.1048:
  %.1050 = getelementptr i8, ptr %.84, i64 8
  %.1051 = load ptr, ptr %.1050, align 8
  %.1052 = icmp eq ptr %.1051, @nnsearch_ndarray
  br i1 %.1052, label %.1053, label %common.ret.sink.split

.1053:
  %.1055 = getelementptr i8, ptr %.84, i64 24
  %.1056 = load i32, ptr %.1055, align 4
  %.1057 = icmp eq i32 %.1056, 2
  br i1 %.1057, label %.1058, label %common.ret.sink.split

.1058:
  %.1060 = getelementptr i8, ptr %.84, i64 64
  %.1061 = load i32, ptr %.1060, align 4
  %.1062 = and i32 %.1061, 1281
  %.1063 = icmp eq i32 %.1062, 1281
  br i1 %.1063, label %.1064, label %common.ret.sink.split

.1064:
  %.1066 = getelementptr i8, ptr %.84, i64 56
  %.1067 = load ptr, ptr %.1066, align 8
  %.1068 = getelementptr i8, ptr %.1067, i64 28
  %.1069 = load i32, ptr %.1068, align 4
  %27 = icmp eq i32 %.1069, 12
  br i1 %27, label %.1072, label %common.ret.sink.split

.1072:
  %.1074 = getelementptr i8, ptr %.1067, i64 26
  %.1075 = load i8, ptr %.1074, align 1
  %.1076.not = icmp eq i8 %.1075, 62
  br i1 %.1076.not, label %common.ret.sink.split, label %.1077

.1077:
  %.1079 = tail call i64 @PyLong_AsLongLong(ptr %.10)
  %.1080 = getelementptr i8, ptr %.12, i64 32
  %.1081 = load ptr, ptr %.1080, align 8
  %.1085 = load i64, ptr %.1081, align 4
  %.1086 = getelementptr i8, ptr %.1081, i64 8
  %.1087 = load i64, ptr %.1086, align 4
  %.1094 = getelementptr i8, ptr %.12, i64 16
  %.1095 = load ptr, ptr %.1094, align 8
  %.1096 = getelementptr i8, ptr %.14, i64 32
  %.1097 = load ptr, ptr %.1096, align 8
  %.1101 = load i64, ptr %.1097, align 4
  %.1105 = getelementptr i8, ptr %.14, i64 16
  %.1106 = load ptr, ptr %.1105, align 8
  %.1107 = getelementptr i8, ptr %.16, i64 32
  %.1108 = load ptr, ptr %.1107, align 8
  %.1112 = load i64, ptr %.1108, align 4
  %.1116 = getelementptr i8, ptr %.16, i64 16
  %.1117 = load ptr, ptr %.1116, align 8
  %.1118 = tail call i64 @PyLong_AsLongLong(ptr %.18)
  %.1119 = tail call i64 @PyLong_AsLongLong(ptr %.20)
  %.1120 = tail call i64 @PyLong_AsLongLong(ptr %.22)
  %.1121 = getelementptr i8, ptr %.24, i64 32
  %.1122 = load ptr, ptr %.1121, align 8
  %.1126 = load i64, ptr %.1122, align 4
  %.1127 = getelementptr i8, ptr %.1122, i64 8
  %.1128 = load i64, ptr %.1127, align 4
  %.1135 = getelementptr i8, ptr %.24, i64 16
  %.1136 = load ptr, ptr %.1135, align 8
  %.1137 = getelementptr i8, ptr %.26, i64 32
  %.1138 = load ptr, ptr %.1137, align 8
  %.1142 = load i64, ptr %.1138, align 4
  %.1143 = getelementptr i8, ptr %.1138, i64 8
  %.1144 = load i64, ptr %.1143, align 4
  %.1151 = getelementptr i8, ptr %.26, i64 16
  %.1152 = load ptr, ptr %.1151, align 8
  %.1153 = getelementptr i8, ptr %.28, i64 32
  %.1154 = load ptr, ptr %.1153, align 8
  %.1158 = load i64, ptr %.1154, align 4
  %.1162 = getelementptr i8, ptr %.28, i64 16
  %.1163 = load ptr, ptr %.1162, align 8
  %.1164 = getelementptr i8, ptr %.30, i64 32
  %.1165 = load ptr, ptr %.1164, align 8
  %.1169 = load i64, ptr %.1165, align 4
  %.1173 = getelementptr i8, ptr %.30, i64 16
  %.1174 = load ptr, ptr %.1173, align 8
  %.1175 = getelementptr i8, ptr %.32, i64 32
  %.1176 = load ptr, ptr %.1175, align 8
  %.1180 = load i64, ptr %.1176, align 4
  %.1184 = getelementptr i8, ptr %.32, i64 16
  %.1185 = load ptr, ptr %.1184, align 8
  %.1195 = getelementptr i8, ptr %.34, i64 16
  %.1196 = load ptr, ptr %.1195, align 8
  %.1197 = getelementptr i8, ptr %.36, i64 32
  %.1198 = load ptr, ptr %.1197, align 8
  %.1203 = getelementptr i8, ptr %.1198, i64 8
  %.1204 = load i64, ptr %.1203, align 4
  %.1211 = getelementptr i8, ptr %.36, i64 16
  %.1212 = load ptr, ptr %.1211, align 8
  %.1222 = getelementptr i8, ptr %.38, i64 16
  %.1223 = load ptr, ptr %.1222, align 8
  %.1224 = getelementptr i8, ptr %.40, i64 32
  %.1225 = load ptr, ptr %.1224, align 8
  %.1229 = load i64, ptr %.1225, align 4
  %.1233 = getelementptr i8, ptr %.40, i64 16
  %.1234 = load ptr, ptr %.1233, align 8
  %.1235 = getelementptr i8, ptr %.42, i64 32
  %.1236 = load ptr, ptr %.1235, align 8
  %.1240 = load i64, ptr %.1236, align 4
  %.1241 = getelementptr i8, ptr %.1236, i64 8
  %.1242 = load i64, ptr %.1241, align 4
  %.1249 = getelementptr i8, ptr %.42, i64 16
  %.1250 = load ptr, ptr %.1249, align 8
  %.1315 = getelementptr i8, ptr %.52, i64 32
  %.1316 = load ptr, ptr %.1315, align 8
  %.1320 = load i64, ptr %.1316, align 4
  %.1321 = getelementptr i8, ptr %.1316, i64 8
  %.1322 = load i64, ptr %.1321, align 4
  %.1323 = getelementptr i8, ptr %.1316, i64 16
  %.1324 = load i64, ptr %.1323, align 4
  %.1334 = getelementptr i8, ptr %.52, i64 16
  %.1335 = load ptr, ptr %.1334, align 8
  %.1357 = getelementptr i8, ptr %.56, i64 32
  %.1358 = load ptr, ptr %.1357, align 8
  %.1363 = getelementptr i8, ptr %.1358, i64 8
  %.1364 = load i64, ptr %.1363, align 4
  %.1371 = getelementptr i8, ptr %.56, i64 16
  %.1372 = load ptr, ptr %.1371, align 8
  %.1382 = getelementptr i8, ptr %.58, i64 16
  %.1383 = load ptr, ptr %.1382, align 8
  %.1393 = getelementptr i8, ptr %.60, i64 16
  %.1394 = load ptr, ptr %.1393, align 8
  %.1395 = getelementptr i8, ptr %.62, i64 32
  %.1396 = load ptr, ptr %.1395, align 8
  %.1400 = load i64, ptr %.1396, align 4
  %.1404 = getelementptr i8, ptr %.62, i64 16
  %.1405 = load ptr, ptr %.1404, align 8
  %.1406 = getelementptr i8, ptr %.64, i64 32
  %.1407 = load ptr, ptr %.1406, align 8
  %.1411 = load i64, ptr %.1407, align 4
  %.1415 = getelementptr i8, ptr %.64, i64 16
  %.1416 = load ptr, ptr %.1415, align 8
  %.1417 = getelementptr i8, ptr %.66, i64 32
  %.1418 = load ptr, ptr %.1417, align 8
  %.1422 = load i64, ptr %.1418, align 4
  %.1426 = getelementptr i8, ptr %.66, i64 16
  %.1427 = load ptr, ptr %.1426, align 8
  %.1437 = getelementptr i8, ptr %.68, i64 16
  %.1438 = load ptr, ptr %.1437, align 8
  %.1439 = getelementptr i8, ptr %.70, i64 32
  %.1440 = load ptr, ptr %.1439, align 8
  %.1444 = load i64, ptr %.1440, align 4
  %.1445 = getelementptr i8, ptr %.1440, i64 8
  %.1446 = load i64, ptr %.1445, align 4
  %.1447 = getelementptr i8, ptr %.1440, i64 16
  %.1448 = load i64, ptr %.1447, align 4
  %.1458 = getelementptr i8, ptr %.70, i64 16
  %.1459 = load ptr, ptr %.1458, align 8
  %.1460 = getelementptr i8, ptr %.72, i64 32
  %.1461 = load ptr, ptr %.1460, align 8
  %.1465 = load i64, ptr %.1461, align 4
  %.1466 = getelementptr i8, ptr %.1461, i64 8
  %.1467 = load i64, ptr %.1466, align 4
  %.1474 = getelementptr i8, ptr %.72, i64 16
  %.1475 = load ptr, ptr %.1474, align 8
  %.1476 = getelementptr i8, ptr %.74, i64 32
  %.1477 = load ptr, ptr %.1476, align 8
  %.1482 = getelementptr i8, ptr %.1477, i64 8
  %.1483 = load i64, ptr %.1482, align 4
  %.1490 = getelementptr i8, ptr %.74, i64 16
  %.1491 = load ptr, ptr %.1490, align 8
  %.1492 = getelementptr i8, ptr %.76, i64 32
  %.1493 = load ptr, ptr %.1492, align 8
  %.1497 = load i64, ptr %.1493, align 4
  %.1498 = getelementptr i8, ptr %.1493, i64 8
  %.1499 = load i64, ptr %.1498, align 4
  %.1506 = getelementptr i8, ptr %.76, i64 16
  %.1507 = load ptr, ptr %.1506, align 8
  %.1508 = getelementptr i8, ptr %.78, i64 32
  %.1509 = load ptr, ptr %.1508, align 8
  %.1514 = getelementptr i8, ptr %.1509, i64 8
  %.1515 = load i64, ptr %.1514, align 4
  %.1522 = getelementptr i8, ptr %.78, i64 16
  %.1523 = load ptr, ptr %.1522, align 8
  %.1533 = getelementptr i8, ptr %.80, i64 16
  %.1534 = load ptr, ptr %.1533, align 8
  %.1535 = getelementptr i8, ptr %.82, i64 32
  %.1536 = load ptr, ptr %.1535, align 8
  %.1540 = load i64, ptr %.1536, align 4
  %.1541 = getelementptr i8, ptr %.1536, i64 8
  %.1542 = load i64, ptr %.1541, align 4
  %.1549 = getelementptr i8, ptr %.82, i64 16
  %.1550 = load ptr, ptr %.1549, align 8
  %.1551 = getelementptr i8, ptr %.84, i64 32
  %.1552 = load ptr, ptr %.1551, align 8
  %.1556 = load i64, ptr %.1552, align 4
  %.1557 = getelementptr i8, ptr %.1552, i64 8
  %.1558 = load i64, ptr %.1557, align 4
  %.1565 = getelementptr i8, ptr %.84, i64 16
  %.1566 = load ptr, ptr %.1565, align 8
  %.1567 = tail call double @PyFloat_AsDouble(ptr %.86)
  %.1569 = tail call ptr @PyErr_Occurred()
  %.1571 = icmp eq ptr %.1569, null
  br i1 %.1571, label %.1570, label %common.ret

.1570:
  %.1568 = fptrunc double %.1567 to float
  %.1456 = mul i64 %.1448, %.1446
  %.1576 = tail call ptr @PyEval_SaveThread()
  %.722.i = sub i64 %.1120, %.1119
  %.768.i71.not = icmp slt i64 %.722.i, 1
  br i1 %.768.i71.not, label %part_3, label %B82.i.lr.ph

B82.i.lr.ph:
  %28 = getelementptr i64, ptr %.1163, i64 %.1158
  %.678.i = getelementptr i8, ptr %28, i64 -8
  %.679.i = load i64, ptr %.678.i, align 8
  %.409220.not.i = icmp slt i64 %.1087, 1
  %.77.i = ptrtoint ptr %.1372 to i64
  %.105.i = ptrtoint ptr %.1394 to i64
  %.1163.i68.not = icmp slt i64 %.1126, 1
  %.1614.i = icmp eq i64 %.1079, 0
  %.1774.i = zext i1 %.1614.i to i8
  %.1873.i = mul nsw i64 %.679.i, %.1542
  %.55.i = ptrtoint ptr %.1438 to i64
  %.113.i = getelementptr i8, ptr %.1534, i64 8
  %.142.i = getelementptr i8, ptr %.1534, i64 16
  %.170.i = ptrtoint ptr %.1534 to i64
  %.172.i = add nsw i64 %.170.i, 16
  %.173.i = add nsw i64 %.170.i, 24
  %.176323.not.i = icmp slt i64 %.1465, 1
  %.297314.not.i = icmp slt i64 %.1467, 1
  %.508.i = add i64 %.1444, -1
  %spec.select313.i = tail call i64 @llvm.smax.i64(i64 %.508.i, i64 0)
  %.551320.not.i = icmp slt i64 %.508.i, 1
  %.75.i = ptrtoint ptr %.1475 to i64
  %.105.i12 = ptrtoint ptr %.1507 to i64
  %.180259.not.i = icmp slt i64 %.1497, 1
  %.315256.not.i = icmp slt i64 %.1499, 1
  %.552427.not.i = icmp slt i64 %.1444, 1
  %.2734.i = icmp eq i64 %.1079, 1
  %.2768.not.i = icmp eq i64 %.1240, 0
  %.295208.not.i = icmp slt i64 %.1128, 1
  %.3175.i = mul i64 %.1324, %.1322
  br label %B82.i

B78.i.loopexit:
  %.768.i = icmp sgt i64 %.712.i.072, 1
  br i1 %.768.i, label %B82.i, label %part_3

B82.i:
  %.709.i.073 = phi i64 [ %.1119, %B82.i.lr.ph ], [ %.781.i, %B78.i.loopexit ]
  %.712.i.072 = phi i64 [ %.722.i, %B82.i.lr.ph ], [ %.777.i, %B78.i.loopexit ]
  %.777.i = add nsw i64 %.712.i.072, -1
  %.781.i = add i64 %.709.i.073, 1
  %.812.i = mul nsw i64 %.709.i.073, %.1118
  %.817.i = add nsw i64 %.812.i, %.1542
  %.854.i = icmp slt i64 %.812.i, 0
  %.855.i = select i1 %.854.i, i64 %.1112, i64 0
  %.856.i = add i64 %.855.i, %.812.i
  %.859.i = icmp slt i64 %.856.i, 0
  br i1 %.859.i, label %B82.else.if.i, label %B82.else.endif.i

B684.i:
  br i1 %.176323.not.i, label %part_4.exit, label %B82.if.i

B82.loopexit.i:
  %exitcond441.not.i = icmp eq i64 %.206.i, %.1465
  br i1 %exitcond441.not.i, label %part_4.exit, label %B82.if.i

B158.i:
  br i1 %.552427.not.i, label %B314.preheader.i, label %B188.if.lr.ph.i

B188.if.lr.ph.i:
  %.779.i = mul i64 %.135.0436.i, %.1448
  %invariant.gep.i = getelementptr float, ptr %.1459, i64 %.779.i
  %.832.i = mul i64 %.135.0436.i, %.1467
  %29 = getelementptr float, ptr %.1475, i64 %.832.i
  br label %B188.if.i

B188.loopexit.i:
  %exitcond439.not.i = icmp eq i64 %.1444, %.565.i
  br i1 %exitcond439.not.i, label %B314.preheader.i, label %B188.if.i

B314.preheader.i:
  br i1 %.297314.not.i, label %B82.loopexit.i, label %B314.if.lr.ph.i

B314.if.lr.ph.i:
  %.1137.i = mul i64 %.135.0436.i, %.1448
  %invariant.gep433.i = getelementptr float, ptr %.1459, i64 %.1137.i
  br label %B314.if.i

B82.if.i:
  %.135.0436.i = phi i64 [ %.206.i, %B82.loopexit.i ], [ 0, %B684.i ]
  %.206.i = add nuw nsw i64 %.135.0436.i, 1
  br i1 %.297314.not.i, label %B158.i, label %B116.if.lr.ph.i

B116.if.lr.ph.i:
  %.399.i = mul i64 %.135.0436.i, %.1467
  %30 = getelementptr float, ptr %.1475, i64 %.399.i
  br label %B116.if.i

B116.if.i:
  %.258.0422.i = phi i64 [ 0, %B116.if.lr.ph.i ], [ %.327.i, %B116.if.i ]
  %.327.i = add nuw nsw i64 %.258.0422.i, 1
  %31 = getelementptr float, ptr %30, i64 %.258.0422.i
  %.404.i = load float, ptr %31, align 4
  %.411.i = fdiv float %.1568, %.404.i
  store float %.411.i, ptr %31, align 4
  %exitcond.not.i = icmp eq i64 %.1467, %.327.i
  br i1 %exitcond.not.i, label %B158.i, label %B116.if.i

B188.if.i:
  %.496.0428.i = phi i64 [ 0, %B188.if.lr.ph.i ], [ %.565.i, %B188.loopexit.i ]
  %.565.i = add nuw nsw i64 %.496.0428.i, 1
  br i1 %.297314.not.i, label %B188.loopexit.i, label %B222.if.lr.ph.i

B222.if.lr.ph.i:
  %.777.i1 = mul i64 %.496.0428.i, %.1456
  %gep.i = getelementptr float, ptr %invariant.gep.i, i64 %.777.i1
  br label %B222.if.i

B222.if.i:
  %.617.0425.i = phi i64 [ 0, %B222.if.lr.ph.i ], [ %.686.i, %B222.if.i ]
  %.686.i = add nuw nsw i64 %.617.0425.i, 1
  %32 = getelementptr float, ptr %gep.i, i64 %.617.0425.i
  %.784.i = load float, ptr %32, align 4
  %33 = getelementptr float, ptr %29, i64 %.617.0425.i
  %.837.i = load float, ptr %33, align 4
  %.840.i = fmul float %.784.i, %.837.i
  store float %.840.i, ptr %32, align 4
  %exitcond438.not.i = icmp eq i64 %.1467, %.686.i
  br i1 %exitcond438.not.i, label %B188.loopexit.i, label %B222.if.i

B314.if.i:
  %.946.0431.i = phi i64 [ 0, %B314.if.lr.ph.i ], [ %.1015.i, %B314.if.i ]
  %.1015.i = add nuw nsw i64 %.946.0431.i, 1
  %34 = getelementptr i64, ptr %.1383, i64 %.946.0431.i
  %.1069.i = load i64, ptr %34, align 8
  %.1103.i = icmp slt i64 %.1069.i, 0
  %.1104.i = select i1 %.1103.i, i64 %.1444, i64 0
  %.1105.i = add i64 %.1104.i, %.1069.i
  %.1135.i = mul i64 %.1105.i, %.1456
  %gep434.i = getelementptr float, ptr %invariant.gep433.i, i64 %.1135.i
  %35 = getelementptr float, ptr %gep434.i, i64 %.946.0431.i
  %.1142.i = load float, ptr %35, align 4
  %.1144.i = fsub float %.1142.i, %.1568
  store float %.1144.i, ptr %35, align 4
  %exitcond440.not.i = icmp eq i64 %.1467, %.1015.i
  br i1 %exitcond440.not.i, label %B82.loopexit.i, label %B314.if.i

part_4.exit:
  %.2641.i = mul i64 %.1106.i.070, %.1144
  %.2643.i = getelementptr float, ptr %.1152, i64 %.2641.i
  call fastcc void @part_2(ptr %.2683.i, ptr %.1372, i64 %.1364, ptr %.1655.i, ptr %.2643.i, ptr %.1163, i64 %.1158, ptr %.1174, i64 %.1169, ptr %.1405, ptr %.1416, i64 %.1411, ptr %.1427, i64 %.1422, ptr %.1438, i64 %.1542)
  br i1 %.2734.i, label %B1417.i, label %B818.i

B818.i:
  br i1 %.2768.not.i, label %B900.else.endif.i, label %B844.else.endif.i

B1417.i:
  %exitcond.not = icmp eq i64 %.1126, %.1176.i
  br i1 %exitcond.not, label %B78.i.loopexit, label %B246.else.endif.i

B82.endif.i:
  %.844.sroa.13.0.i = phi i64 [ %.1112, %B82.else.endif.endif.endif.if.i ], [ %.844.sroa.13.1.i, %B82.else.endif.endif.endif.i ]
  %.932.i = sub i64 %.844.sroa.13.0.i, %.844.sroa.0.3.i
  %.957.i = getelementptr i64, ptr %.1117, i64 %.844.sroa.0.3.i
  %.178223.not.i = icmp slt i64 %.932.i, 1
  br i1 %.178223.not.i, label %part_5.exit, label %B56.if.i

B56.loopexit.i:
  %exitcond226.not.i = icmp eq i64 %.932.i, %.191.i
  br i1 %exitcond226.not.i, label %part_5.exit, label %B56.if.i

B56.if.i:
  %.120.0224.i = phi i64 [ %.191.i, %B56.loopexit.i ], [ 0, %B82.endif.i ]
  %.191.i = add nuw nsw i64 %.120.0224.i, 1
  %36 = getelementptr i64, ptr %.957.i, i64 %.120.0224.i
  %.249.i = load i64, ptr %36, align 8
  %.267.i = icmp slt i64 %.249.i, 0
  %.268.i = select i1 %.267.i, i64 %.1101, i64 0
  %37 = getelementptr i64, ptr %.1106, i64 %.249.i
  %.282.i = getelementptr i64, ptr %37, i64 %.268.i
  %.283.i = load i64, ptr %.282.i, align 8
  %38 = getelementptr i64, ptr %.1383, i64 %.120.0224.i
  store i64 %.283.i, ptr %38, align 8
  br i1 %.409220.not.i, label %B56.loopexit.i, label %B150.if.lr.ph.i

B150.if.lr.ph.i:
  %.473.i = select i1 %.267.i, i64 %.1085, i64 0
  %.474.i = add i64 %.473.i, %.249.i
  %.494.i = mul i64 %.474.i, %.1087
  %39 = getelementptr float, ptr %.1095, i64 %.494.i
  %.549.i = mul i64 %.120.0224.i, %.1364
  %40 = getelementptr float, ptr %.1372, i64 %.549.i
  br label %B150.if.i

B150.if.i:
  %.353.0221.i = phi i64 [ 0, %B150.if.lr.ph.i ], [ %.422.i, %B150.if.i ]
  %.422.i = add nuw nsw i64 %.353.0221.i, 1
  %41 = getelementptr float, ptr %39, i64 %.353.0221.i
  %.499.i = load float, ptr %41, align 4
  %42 = getelementptr float, ptr %40, i64 %.353.0221.i
  store float %.499.i, ptr %42, align 4
  %exitcond.not.i2 = icmp eq i64 %.1087, %.422.i
  br i1 %exitcond.not.i2, label %B56.loopexit.i, label %B150.if.i

part_5.exit:
  call void @nnsearch_somatcopy(i32 101, i32 112, i64 %.1542, i64 %.1364, float 1.000000e+00, i64 %.77.i, i64 %.1364, i64 %.105.i, i64 %.1542)
  br i1 %.1163.i68.not, label %B78.i.loopexit, label %B246.i.lr.ph

B246.i.lr.ph:
  %.3050.i = icmp slt i64 %.709.i.073, 0
  %.3051.i = select i1 %.3050.i, i64 %.1320, i64 0
  %.3052.i = add i64 %.3051.i, %.709.i.073
  %.3177.i = mul i64 %.3175.i, %.3052.i
  %43 = getelementptr float, ptr %.1335, i64 %.3177.i
  br label %B246.else.endif.i

B82.else.if.i:
  br label %B82.else.endif.i

B82.else.endif.i:
  %.844.sroa.0.1.i = phi i64 [ 0, %B82.else.if.i ], [ %.856.i, %B82.i ]
  %.864.not.i = icmp slt i64 %.856.i, %.1112
  br i1 %.864.not.i, label %B82.else.endif.endif.i, label %B82.else.endif.if.i

B82.else.endif.if.i:
  br label %B82.else.endif.endif.i

B82.else.endif.endif.i:
  %.844.sroa.0.3.i = phi i64 [ %.1112, %B82.else.endif.if.i ], [ %.844.sroa.0.1.i, %B82.else.endif.i ]
  %.871.i = icmp slt i64 %.817.i, 0
  %.872.i = select i1 %.871.i, i64 %.1112, i64 0
  %.873.i = add i64 %.872.i, %.817.i
  %.876.i = icmp slt i64 %.873.i, 0
  br i1 %.876.i, label %B82.else.endif.endif.if.i, label %B82.else.endif.endif.endif.i

B82.else.endif.endif.if.i:
  br label %B82.else.endif.endif.endif.i

B82.else.endif.endif.endif.i:
  %.844.sroa.13.1.i = phi i64 [ 0, %B82.else.endif.endif.if.i ], [ %.873.i, %B82.else.endif.endif.i ]
  %.881.not.i = icmp slt i64 %.873.i, %.1112
  br i1 %.881.not.i, label %B82.endif.i, label %B82.else.endif.endif.endif.if.i

B82.else.endif.endif.endif.if.i:
  br label %B82.endif.i

B246.else.endif.i:
  %.1106.i.070 = phi i64 [ 0, %B246.i.lr.ph ], [ %.1176.i, %B1417.i ]
  %.1176.i = add nuw nsw i64 %.1106.i.070, 1
  %.1258.not.i = icmp slt i64 %.1106.i.070, %.1126
  br i1 %.1258.not.i, label %B246.else.endif.endif.endif.i, label %B246.else.endif.if.i

B246.else.endif.if.i:
  br label %B246.else.endif.endif.endif.i

B246.else.endif.endif.endif.i:
  %.1238.sroa.0.3.i = phi i64 [ %.1126, %B246.else.endif.if.i ], [ %.1106.i.070, %B246.else.endif.i ]
  %.1275.not.i = icmp slt i64 %.1176.i, %.1126
  br i1 %.1275.not.i, label %B246.endif.else.endif.i, label %B246.else.endif.endif.endif.if.i

B246.else.endif.endif.endif.if.i:
  br label %B246.endif.else.endif.i

B82.loopexit.i11:
  %exitcond328.not.i = icmp eq i64 %.189.i, %.1465
  br i1 %exitcond328.not.i, label %part_6.exit, label %B82.if.i4

B154.i:
  br i1 %.551320.not.i, label %B82.loopexit.i11, label %B186.if.lr.ph.i

B186.if.lr.ph.i:
  %.757.i = mul i64 %.118.0324.i, %.1467
  %44 = getelementptr float, ptr %.1475, i64 %.757.i
  %.831.i = mul i64 %.118.0324.i, %.1448
  %invariant.gep.i8 = getelementptr float, ptr %.1459, i64 %.831.i
  br label %B186.if.i

B186.loopexit.i:
  %exitcond327.not.i = icmp eq i64 %.495.0321.i, %spec.select313.i
  br i1 %exitcond327.not.i, label %B82.loopexit.i11, label %B186.if.i

B82.if.i4:
  %.118.0324.i = phi i64 [ %.189.i, %B82.loopexit.i11 ], [ 0, %B246.endif.else.endif.endif.i ]
  %.189.i = add nuw nsw i64 %.118.0324.i, 1
  br i1 %.297314.not.i, label %B154.i, label %B116.if.lr.ph.i5

B116.if.lr.ph.i5:
  %.405.i = mul i64 %.118.0324.i, %.1448
  %45 = getelementptr float, ptr %.1459, i64 %.405.i
  %.458.i = mul i64 %.118.0324.i, %.1467
  %46 = getelementptr float, ptr %.1475, i64 %.458.i
  br label %B116.if.i6

B116.if.i6:
  %.241.0315.i = phi i64 [ 0, %B116.if.lr.ph.i5 ], [ %.310.i, %B116.if.i6 ]
  %.310.i = add nuw nsw i64 %.241.0315.i, 1
  %47 = getelementptr float, ptr %45, i64 %.241.0315.i
  %.410.i = load float, ptr %47, align 4
  %48 = getelementptr float, ptr %46, i64 %.241.0315.i
  store float %.410.i, ptr %48, align 4
  %exitcond.not.i7 = icmp eq i64 %.1467, %.310.i
  br i1 %exitcond.not.i7, label %B154.i, label %B116.if.i6

B186.if.i:
  %.495.0321.i = phi i64 [ 1, %B186.if.lr.ph.i ], [ %.564.i, %B186.loopexit.i ]
  %.564.i = add nuw i64 %.495.0321.i, 1
  br i1 %.297314.not.i, label %B186.loopexit.i, label %B220.if.lr.ph.i

B220.if.lr.ph.i:
  %.829.i = mul i64 %.1456, %.495.0321.i
  %gep.i9 = getelementptr float, ptr %invariant.gep.i8, i64 %.829.i
  br label %B220.if.i

B220.if.i:
  %.616.0318.i = phi i64 [ 0, %B220.if.lr.ph.i ], [ %.685.i, %B220.if.i ]
  %.685.i = add nuw nsw i64 %.616.0318.i, 1
  %49 = getelementptr float, ptr %44, i64 %.616.0318.i
  %.762.i = load float, ptr %49, align 4
  %50 = getelementptr float, ptr %gep.i9, i64 %.616.0318.i
  %.836.i = load float, ptr %50, align 4
  %.840.i10 = fadd float %.762.i, %.836.i
  store float %.840.i10, ptr %49, align 4
  %exitcond326.not.i = icmp eq i64 %.1467, %.685.i
  br i1 %exitcond326.not.i, label %B186.loopexit.i, label %B220.if.i

part_6.exit:
  store i64 %.75.i, ptr %.1534, align 8
  store i64 %.105.i12, ptr %.113.i, align 8
  store i64 %.1467, ptr %.142.i, align 8
  call void @nnsearch_log(i64 %.170.i, i64 %.172.i, i64 %.173.i, i64 0)
  br label %B54.if.i

B54.loopexit.i:
  %exitcond381.not.i = icmp eq i64 %.241.i13, %.1465
  br i1 %exitcond381.not.i, label %B246.endif.endif.endif.en...else.endif.i, label %B54.if.i

B214.i:
  %invariant.gep367.i = getelementptr float, ptr %invariant.gep376.i, i64 %.293.0374.i
  %.850369.not.i = icmp slt i64 %.581.i, 1
  br i1 %.850369.not.i, label %B298.i, label %B256.if.i

B298.i:
  %wrong.3.2.i = phi i1 [ %.661.i, %B88.if.i ], [ %.661.i, %B214.i ], [ %.971.i, %B256.if.i ]
  %51 = getelementptr float, ptr %55, i64 %.293.0374.i
  %.1040.i = uitofp i1 %wrong.3.2.i to float
  store float %.1040.i, ptr %51, align 4
  %exitcond380.not.i = icmp eq i64 %.1467, %.362.i
  br i1 %exitcond380.not.i, label %B54.loopexit.i, label %B88.if.i

B54.if.i:
  %.170.0378.i = phi i64 [ 0, %part_6.exit ], [ %.241.i13, %B54.loopexit.i ]
  %.241.i13 = add nuw nsw i64 %.170.0378.i, 1
  br i1 %.297314.not.i, label %B54.loopexit.i, label %B88.if.lr.ph.i

B88.if.lr.ph.i:
  %.438.i = mul i64 %.170.0378.i, %.1499
  %52 = getelementptr float, ptr %.1507, i64 %.438.i
  %.492.i = mul i64 %.170.0378.i, %.1483
  %53 = getelementptr float, ptr %.1491, i64 %.492.i
  %.650.i = mul i64 %.170.0378.i, %.1448
  %invariant.gep376.i = getelementptr float, ptr %.1459, i64 %.650.i
  %.717.i = mul i64 %.170.0378.i, %.1467
  %54 = getelementptr float, ptr %.1475, i64 %.717.i
  %.1034.i = mul i64 %.170.0378.i, %.1515
  %55 = getelementptr float, ptr %.1523, i64 %.1034.i
  br label %B88.if.i

B88.if.i:
  %.293.0374.i = phi i64 [ 0, %B88.if.lr.ph.i ], [ %.362.i, %B298.i ]
  %.362.i = add nuw nsw i64 %.293.0374.i, 1
  %56 = getelementptr float, ptr %52, i64 %.293.0374.i
  %.443.i = load float, ptr %56, align 4
  %57 = getelementptr float, ptr %53, i64 %.293.0374.i
  %.497.i = load float, ptr %57, align 4
  %.500.i = fsub float %.443.i, %.497.i
  store float %.500.i, ptr %56, align 4
  %58 = getelementptr i64, ptr %.1383, i64 %.293.0374.i
  %.581.i = load i64, ptr %58, align 8
  %.616.i = icmp slt i64 %.581.i, 0
  %.617.i = select i1 %.616.i, i64 %.1444, i64 0
  %.618.i = add i64 %.617.i, %.581.i
  %.648.i = mul i64 %.618.i, %.1456
  %gep.i14 = getelementptr float, ptr %invariant.gep376.i, i64 %.648.i
  %.654.i = getelementptr float, ptr %gep.i14, i64 %.293.0374.i
  %.655.i = load float, ptr %.654.i, align 4
  %.661.i = fcmp une float %.655.i, 1.000000e+00
  %59 = getelementptr float, ptr %54, i64 %.293.0374.i
  %.722.i15 = load float, ptr %59, align 4
  %.727.i = fcmp ult float %.722.i15, 2.000000e+00
  br i1 %.727.i, label %B298.i, label %B214.i

B256.if.i:
  %wrong.2.3372.i = phi i1 [ %.971.i, %B256.if.i ], [ %.661.i, %B214.i ]
  %.791.0370.i = phi i64 [ %.863.i, %B256.if.i ], [ 0, %B214.i ]
  %.863.i = add nuw nsw i64 %.791.0370.i, 1
  %.956.i = mul i64 %.791.0370.i, %.1456
  %gep368.i = getelementptr float, ptr %invariant.gep367.i, i64 %.956.i
  %.963.i = load float, ptr %gep368.i, align 4
  %.969.i = fcmp oeq float %.963.i, 1.000000e+00
  %.971.i = or i1 %wrong.2.3372.i, %.969.i
  %exitcond.not.i16 = icmp eq i64 %.581.i, %.863.i
  br i1 %exitcond.not.i16, label %B298.i, label %B256.if.i

part_7.exit.critedge:
  store i64 %.75.i, ptr %.1534, align 8
  store i64 %.105.i12, ptr %.113.i, align 8
  store i64 %.1467, ptr %.142.i, align 8
  call void @nnsearch_log(i64 %.170.i, i64 %.172.i, i64 %.173.i, i64 0)
  br label %B246.endif.endif.endif.en...else.endif.i

B246.endif.else.endif.i:
  %.1238.sroa.13.0.i = phi i64 [ %.1126, %B246.else.endif.endif.endif.if.i ], [ %.1176.i, %B246.else.endif.endif.endif.i ]
  %.1326.i = sub i64 %.1238.sroa.13.0.i, %.1238.sroa.0.3.i
  %.1355.i = mul i64 %.1238.sroa.0.3.i, %.1128
  %.1357.i = getelementptr float, ptr %.1136, i64 %.1355.i
  %.1449.not.i = icmp slt i64 %.1106.i.070, %.1142
  br i1 %.1449.not.i, label %B246.endif.else.endif.endif.i, label %B246.endif.else.endif.if.i

B246.endif.else.endif.if.i:
  br label %B246.endif.else.endif.endif.i

B246.endif.else.endif.endif.i:
  %.1429.sroa.0.3.i = phi i64 [ %.1142, %B246.endif.else.endif.if.i ], [ %.1106.i.070, %B246.endif.else.endif.i ]
  %.1546.i = mul i64 %.1429.sroa.0.3.i, %.1144
  %.1548.i = getelementptr float, ptr %.1152, i64 %.1546.i
  %.1653.i = mul i64 %.1106.i.070, %.1128
  %.1655.i = getelementptr float, ptr %.1136, i64 %.1653.i
  %.1725.i = mul i64 %.1106.i.070, %.1204
  %.1727.i = getelementptr float, ptr %.1212, i64 %.1725.i
  call fastcc void @part_0(ptr %.1770.i, i8 %.1774.i, ptr %.1655.i, ptr %.1394, ptr %.1163, i64 %.1158, ptr %.1174, i64 %.1169, ptr %.1185, i64 %.1180, ptr %.1196, ptr %.1727.i, ptr %.1223, ptr %.1234, i64 %.1229, ptr %.1405, i64 %.1400, ptr %.1416, i64 %.1411, ptr %.1438, i64 %.1542)
  call fastcc void @part_1(ptr %.1830.i, ptr %.1459, i64 %.1444, i64 %.1446, i64 %.1448, ptr %.1383, ptr %.1475, i64 %.1465, i64 %.1467, ptr %.1491, i64 %.1483)
  store i64 %.55.i, ptr %.1534, align 8
  store i64 %.55.i, ptr %.113.i, align 8
  store i64 %.1873.i, ptr %.142.i, align 8
  call void @nnsearch_exp(i64 %.170.i, i64 %.172.i, i64 %.173.i, i64 0)
  br i1 %.176323.not.i, label %part_7.exit.critedge, label %B82.if.i4

B246.endif.endif.endif.en...else.endif.i:
  %.2089.not.i = icmp slt i64 %.1106.i.070, %.1540
  br i1 %.2089.not.i, label %B246.endif.endif.endif.en...endif.else.endif.i, label %B246.endif.endif.endif.en...else.endif.if.i

B246.endif.endif.endif.en...else.endif.if.i:
  br label %B246.endif.endif.endif.en...endif.else.endif.i

B56.loopexit.i24:
  %exitcond262.not.i = icmp eq i64 %.193.i, %.1497
  br i1 %exitcond262.not.i, label %part_8.exit, label %B56.if.i18

B56.if.i18:
  %.122.0260.i = phi i64 [ %.193.i, %B56.loopexit.i24 ], [ 0, %B246.endif.endif.endif.en...endif.else.endif.endif.i ]
  %.193.i = add nuw nsw i64 %.122.0260.i, 1
  br i1 %.315256.not.i, label %B56.loopexit.i24, label %B112.if.lr.ph.i

B112.if.lr.ph.i:
  %.400.i = mul i64 %.122.0260.i, %.1542
  %60 = getelementptr double, ptr %.2188.i, i64 %.400.i
  %.453.i = mul i64 %.122.0260.i, %.1499
  %61 = getelementptr float, ptr %.1507, i64 %.453.i
  %.560.i = mul i64 %.122.0260.i, %.1558
  %62 = getelementptr double, ptr %.2379.i, i64 %.560.i
  %.613.i = mul i64 %.122.0260.i, %.1515
  %63 = getelementptr float, ptr %.1523, i64 %.613.i
  br label %B112.if.i

B112.if.i:
  %.259.0257.i = phi i64 [ 0, %B112.if.lr.ph.i ], [ %.328.i, %B112.if.i ]
  %.328.i = add nuw nsw i64 %.259.0257.i, 1
  %64 = getelementptr double, ptr %60, i64 %.259.0257.i
  %.405.i19 = load double, ptr %64, align 8
  %65 = getelementptr float, ptr %61, i64 %.259.0257.i
  %.458.i20 = load float, ptr %65, align 4
  %.461.i = fpext float %.458.i20 to double
  %.462.i = fadd double %.405.i19, %.461.i
  store double %.462.i, ptr %64, align 8
  %66 = getelementptr double, ptr %62, i64 %.259.0257.i
  %.565.i21 = load double, ptr %66, align 8
  %67 = getelementptr float, ptr %63, i64 %.259.0257.i
  %.618.i22 = load float, ptr %67, align 4
  %.621.i = fpext float %.618.i22 to double
  %.622.i = fadd double %.565.i21, %.621.i
  store double %.622.i, ptr %66, align 8
  %exitcond.not.i23 = icmp eq i64 %.1499, %.328.i
  br i1 %exitcond.not.i23, label %B56.loopexit.i24, label %B112.if.i

part_8.exit:
  br i1 %.1614.i, label %B1417.i, label %B684.i

B246.endif.endif.endif.en...endif.else.endif.i:
  %.2069.sroa.0.3.i = phi i64 [ %.1540, %B246.endif.endif.endif.en...else.endif.if.i ], [ %.1106.i.070, %B246.endif.endif.endif.en...else.endif.i ]
  %.2186.i = mul i64 %.2069.sroa.0.3.i, %.1542
  %.2188.i = getelementptr double, ptr %.1550, i64 %.2186.i
  %.2280.not.i = icmp slt i64 %.1106.i.070, %.1556
  br i1 %.2280.not.i, label %B246.endif.endif.endif.en...endif.else.endif.endif.i, label %B246.endif.endif.endif.en...endif.else.endif.if.i

B246.endif.endif.endif.en...endif.else.endif.if.i:
  br label %B246.endif.endif.endif.en...endif.else.endif.endif.i

B246.endif.endif.endif.en...endif.else.endif.endif.i:
  %.2260.sroa.0.3.i = phi i64 [ %.1556, %B246.endif.endif.endif.en...endif.else.endif.if.i ], [ %.1106.i.070, %B246.endif.endif.endif.en...endif.else.endif.i ]
  %.2377.i = mul i64 %.2260.sroa.0.3.i, %.1558
  %.2379.i = getelementptr double, ptr %.1566, i64 %.2377.i
  br i1 %.180259.not.i, label %part_8.exit, label %B56.if.i18

B56.loopexit.i33:
  %exitcond214.not.i = icmp eq i64 %.1326.i, %.173.i27
  br i1 %exitcond214.not.i, label %B900.else.endif.i, label %B56.if.i26

B56.if.i26:
  %.102.0212.i = phi i64 [ %.173.i27, %B56.loopexit.i33 ], [ 0, %B844.else.endif.endif.i ]
  %.173.i27 = add nuw nsw i64 %.102.0212.i, 1
  br i1 %.295208.not.i, label %B56.loopexit.i33, label %B112.if.lr.ph.i28

B112.if.lr.ph.i28:
  %.380.i = mul i64 %.102.0212.i, %.1144
  %68 = getelementptr float, ptr %.1548.i, i64 %.380.i
  %.433.i = mul i64 %.102.0212.i, %.1128
  %69 = getelementptr float, ptr %.1357.i, i64 %.433.i
  %.488.i = mul i64 %.102.0212.i, %.1242
  %70 = getelementptr float, ptr %.2924.i, i64 %.488.i
  br label %B112.if.i29

B112.if.i29:
  %.239.0209.i = phi i64 [ 0, %B112.if.lr.ph.i28 ], [ %.308.i, %B112.if.i29 ]
  %.308.i = add nuw nsw i64 %.239.0209.i, 1
  %71 = getelementptr float, ptr %68, i64 %.239.0209.i
  %.385.i = load float, ptr %71, align 4
  %72 = getelementptr float, ptr %69, i64 %.239.0209.i
  %.438.i30 = load float, ptr %72, align 4
  %73 = getelementptr float, ptr %70, i64 %.239.0209.i
  %.493.i = load float, ptr %73, align 4
  %.496.i = fmul float %.438.i30, %.493.i
  %.497.i31 = fadd float %.385.i, %.496.i
  store float %.497.i31, ptr %71, align 4
  %exitcond.not.i32 = icmp eq i64 %.1128, %.308.i
  br i1 %exitcond.not.i32, label %B56.loopexit.i33, label %B112.if.i29

B844.else.endif.i:
  %.2825.not.i = icmp slt i64 %.1106.i.070, %.1240
  br i1 %.2825.not.i, label %B844.else.endif.endif.i, label %B844.else.endif.if.i

B844.else.endif.if.i:
  br label %B844.else.endif.endif.i

B844.else.endif.endif.i:
  %.2805.sroa.0.3.i = phi i64 [ %.1240, %B844.else.endif.if.i ], [ %.1106.i.070, %B844.else.endif.i ]
  %.2922.i = mul i64 %.2805.sroa.0.3.i, %.1242
  %.2924.i = getelementptr float, ptr %.1250, i64 %.2922.i
  %.160211.not.i = icmp slt i64 %.1326.i, 1
  br i1 %.160211.not.i, label %B900.else.endif.i, label %B56.if.i26

B56.loopexit.i52:
  %exitcond214.not.i53 = icmp eq i64 %.1326.i, %.173.i39
  br i1 %exitcond214.not.i53, label %B1417.i, label %B56.if.i37

B56.if.i37:
  %.102.0212.i38 = phi i64 [ %.173.i39, %B56.loopexit.i52 ], [ 0, %B900.else.endif.i ]
  %.173.i39 = add nuw nsw i64 %.102.0212.i38, 1
  br i1 %.295208.not.i, label %B56.loopexit.i52, label %B112.if.lr.ph.i40

B112.if.lr.ph.i40:
  %.380.i41 = mul i64 %.102.0212.i38, %.1128
  %74 = getelementptr float, ptr %.1357.i, i64 %.380.i41
  %.433.i42 = mul i64 %.102.0212.i38, %.1144
  %75 = getelementptr float, ptr %.1548.i, i64 %.433.i42
  %.490.i = mul i64 %.102.0212.i38, %.1324
  %.494.i43 = getelementptr float, ptr %.3181.i, i64 %.490.i
  br label %B112.if.i44

B112.if.i44:
  %.239.0209.i45 = phi i64 [ 0, %B112.if.lr.ph.i40 ], [ %.308.i46, %B112.if.i44 ]
  %.308.i46 = add nuw nsw i64 %.239.0209.i45, 1
  %76 = getelementptr float, ptr %74, i64 %.239.0209.i45
  %.385.i47 = load float, ptr %76, align 4
  %77 = getelementptr float, ptr %75, i64 %.239.0209.i45
  %.438.i48 = load float, ptr %77, align 4
  %.495.i = load float, ptr %.494.i43, align 4
  %.496.i49 = fmul float %.438.i48, %.495.i
  %.497.i50 = fsub float %.385.i47, %.496.i49
  store float %.497.i50, ptr %76, align 4
  %exitcond.not.i51 = icmp eq i64 %.1128, %.308.i46
  br i1 %exitcond.not.i51, label %B56.loopexit.i52, label %B112.if.i44

B900.else.endif.i:
  %.3073.not.i = icmp slt i64 %.1106.i.070, %.1322
  %.pre = mul i64 %.1106.i.070, %.1324
  %spec.select = select i1 %.3073.not.i, i64 %.pre, i64 %.3175.i
  %.3181.i = getelementptr float, ptr %43, i64 %spec.select
  %.160211.not.i34 = icmp slt i64 %.1326.i, 1
  br i1 %.160211.not.i34, label %B1417.i, label %B56.if.i37

part_3:
  tail call void @PyEval_RestoreThread(ptr %.1576)
  br label %common.ret.sink.split
}

declare ptr @PyBool_FromLong(i64)

declare i64 @PyLong_AsLongLong(ptr)

declare double @PyFloat_AsDouble(ptr)

declare ptr @PyErr_Occurred()

declare ptr @PyEval_SaveThread()

declare void @PyEval_RestoreThread(ptr)

declare i64 @llvm.smax.i64(i64, i64)
