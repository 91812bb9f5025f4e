; 087ad9045d4d054121e419611b6480609d684f0cb48233f15cdd8c5ec695d8b9
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

define internal fastcc void @_ZN8nnsearch2nn5fused5go_upB3v24B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIbLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx(ptr noalias nonnull %retptr, ptr %arg.theta.4, ptr %arg.columns.4, ptr %arg.widths.4, i64 %arg.widths.5.0, ptr %arg.starts.4, i64 %arg.starts.5.0, ptr %arg.leaks.4, i64 %arg.leaks.5.0, ptr %arg.steps.4, ptr %arg.keep_prob.4, ptr %arg.dropped.4, ptr %arg.uniforms.4, i64 %arg.uniforms.5.0, ptr %arg.units.4, i64 %arg.units.5.0, ptr %arg.slopes.4, i64 %arg.slopes.5.0, ptr %arg.output.4, i64 %arg.m) unnamed_addr {
entry:
  %.197 = ptrtoint ptr %arg.theta.4 to i64
  %.223 = ptrtoint ptr %arg.units.4 to i64
  %.257 = ptrtoint ptr %arg.columns.4 to i64
  %.361822.not = icmp slt i64 %arg.leaks.5.0, 1
  br i1 %.361822.not, label %B1150, label %B248.lr.ph

B248.lr.ph:
  %.2117819.not = icmp slt i64 %arg.m, 1
  br label %B248

B244.loopexit:
  %exitcond831.not = icmp eq i64 %.374, %arg.leaks.5.0
  br i1 %exitcond831.not, label %B1150, label %B248

B248:
  %slope_start.2.0827 = phi i64 [ 0, %B248.lr.ph ], [ %.703, %B244.loopexit ]
  %unit.2.0826 = phi i64 [ 0, %B248.lr.ph ], [ %.1859, %B244.loopexit ]
  %below.2.0825 = phi i64 [ %.257, %B248.lr.ph ], [ %.506, %B244.loopexit ]
  %.302.0823 = phi i64 [ 0, %B248.lr.ph ], [ %.374, %B244.loopexit ]
  %.374 = add nuw nsw i64 %.302.0823, 1
  %0 = getelementptr i64, ptr %arg.widths.4, i64 %.302.0823
  %1 = getelementptr i8, ptr %0, i64 8
  %.433 = load i64, ptr %1, align 8
  %.464 = load i64, ptr %0, align 8
  %.465 = add nsw i64 %.464, 1
  %2 = getelementptr i64, ptr %arg.starts.4, i64 %.302.0823
  %.499 = load i64, ptr %2, align 8
  %.500 = shl nsw i64 %.499, 2
  %.502 = add nsw i64 %.500, %.197
  %.504 = shl nsw i64 %unit.2.0826, 2
  %.506 = add nsw i64 %.504, %.223
  call void @nnsearch_sgemm(i32 101, i32 111, i32 111, i64 %.433, i64 %arg.m, i64 %.465, float 1.000000e+00, i64 %.502, i64 %.465, i64 %below.2.0825, i64 %arg.m, float 0.000000e+00, i64 %.506, i64 %arg.m)
  %.524 = mul i64 %.433, %arg.m
  %.526 = add nsw i64 %.524, %unit.2.0826
  %.564 = icmp slt i64 %unit.2.0826, 0
  %.565 = select i1 %.564, i64 %arg.units.5.0, i64 0
  %.566 = add i64 %.565, %unit.2.0826
  %.569 = icmp slt i64 %.566, 0
  br i1 %.569, label %B248.else.if, label %B248.else.endif

B852:
  %.1662816.not = icmp slt i64 %.524, 1
  br i1 %.1662816.not, label %B1008, label %B888.if

B1008:
  %.1855 = add nsw i64 %.433, 1
  %.1857 = mul nsw i64 %.1855, %arg.m
  %.1859 = add nsw i64 %.1857, %unit.2.0826
  br i1 %.586, label %B1008.else.if, label %B1008.else.endif

B1150:
  %below.2.0.lcssa = phi i64 [ %.257, %entry ], [ %.506, %B244.loopexit ]
  %3 = getelementptr i64, ptr %arg.widths.4, i64 %arg.widths.5.0
  %.2292 = getelementptr i8, ptr %3, i64 -8
  %.2293 = load i64, ptr %.2292, align 8
  %.2322 = getelementptr i8, ptr %3, i64 -16
  %.2323 = load i64, ptr %.2322, align 8
  %.2329 = add nsw i64 %.2323, 1
  %4 = getelementptr i64, ptr %arg.starts.4, i64 %arg.starts.5.0
  %.2358 = getelementptr i8, ptr %4, i64 -8
  %.2359 = load i64, ptr %.2358, align 8
  %.2365 = shl nsw i64 %.2359, 2
  %.2367 = add nsw i64 %.2365, %.197
  %.2399 = ptrtoint ptr %arg.output.4 to i64
  call void @nnsearch_sgemm(i32 101, i32 111, i32 111, i64 %.2293, i64 %arg.m, i64 %.2329, float 1.000000e+00, i64 %.2367, i64 %.2329, i64 %below.2.0.lcssa, i64 %arg.m, float 0.000000e+00, i64 %.2399, i64 %arg.m)
  store ptr null, ptr %retptr, align 8
  ret void

B248.else.if:
  br label %B248.else.endif

B248.else.endif:
  %.554.sroa.0.1 = phi i64 [ 0, %B248.else.if ], [ %.566, %B248 ]
  %.574.not = icmp slt i64 %.566, %arg.units.5.0
  br i1 %.574.not, label %B248.else.endif.endif, label %B248.else.endif.if

B248.else.endif.if:
  br label %B248.else.endif.endif

B248.else.endif.endif:
  %.554.sroa.0.3 = phi i64 [ %arg.units.5.0, %B248.else.endif.if ], [ %.554.sroa.0.1, %B248.else.endif ]
  %.581 = icmp slt i64 %.526, 0
  %.582 = select i1 %.581, i64 %arg.units.5.0, i64 0
  %.583 = add i64 %.582, %.526
  %.586 = icmp slt i64 %.583, 0
  %.591.not = icmp slt i64 %.583, %arg.units.5.0
  %.667 = getelementptr float, ptr %arg.units.4, i64 %.554.sroa.0.3
  %.703 = add nsw i64 %.524, %slope_start.2.0827
  %.741 = icmp slt i64 %slope_start.2.0827, 0
  %.742 = select i1 %.741, i64 %arg.slopes.5.0, i64 0
  %.743 = add i64 %.742, %slope_start.2.0827
  %.746 = icmp slt i64 %.743, 0
  br i1 %.746, label %B248.endif.else.if, label %B248.endif.else.endif

B248.endif.else.if:
  br label %B248.endif.else.endif

B248.endif.else.endif:
  %.731.sroa.0.1 = phi i64 [ 0, %B248.endif.else.if ], [ %.743, %B248.else.endif.endif ]
  %.751.not = icmp slt i64 %.743, %arg.slopes.5.0
  br i1 %.751.not, label %B248.endif.else.endif.endif.endif, label %B248.endif.else.endif.if

B248.endif.else.endif.if:
  br label %B248.endif.else.endif.endif.endif

B248.endif.else.endif.endif.endif:
  %.731.sroa.0.3 = phi i64 [ %arg.slopes.5.0, %B248.endif.else.endif.if ], [ %.731.sroa.0.1, %B248.endif.else.endif ]
  %.844 = getelementptr float, ptr %arg.slopes.4, i64 %.731.sroa.0.3
  %5 = getelementptr float, ptr %arg.leaks.4, i64 %.302.0823
  %.924 = load float, ptr %5, align 4
  %6 = getelementptr float, ptr %arg.steps.4, i64 %.302.0823
  %.955 = load float, ptr %6, align 4
  %7 = getelementptr i8, ptr %arg.dropped.4, i64 %.302.0823
  %.992 = load i8, ptr %7, align 1
  %.995.not = icmp eq i8 %.992, 0
  br i1 %.995.not, label %B852, label %B576.else

B576.else:
  %.1046 = select i1 %.741, i64 %arg.uniforms.5.0, i64 0
  %.1047 = add i64 %.1046, %slope_start.2.0827
  %.1050 = icmp slt i64 %.1047, 0
  br i1 %.1050, label %B576.else.if, label %B576.else.endif

B576.else.if:
  br label %B576.else.endif

B576.else.endif:
  %.1035.sroa.0.1 = phi i64 [ 0, %B576.else.if ], [ %.1047, %B576.else ]
  %.1055.not = icmp slt i64 %.1047, %arg.uniforms.5.0
  br i1 %.1055.not, label %B576.else.endif.endif.endif, label %B576.else.endif.if

B576.else.endif.if:
  br label %B576.else.endif.endif.endif

B576.else.endif.endif.endif:
  %.1035.sroa.0.3 = phi i64 [ %arg.uniforms.5.0, %B576.else.endif.if ], [ %.1035.sroa.0.1, %B576.else.endif ]
  %.1148 = getelementptr float, ptr %arg.uniforms.4, i64 %.1035.sroa.0.3
  %8 = getelementptr float, ptr %arg.keep_prob.4, i64 %.302.0823
  %.1210 = load float, ptr %8, align 4
  %.1232 = fdiv float 1.000000e+00, %.1210
  %.1318813.not = icmp slt i64 %.524, 1
  br i1 %.1318813.not, label %B1008, label %B680.if

B680.if:
  %.1262.0814 = phi i64 [ %.1331, %B680.if ], [ 0, %B576.else.endif.endif.endif ]
  %.1331 = add nuw nsw i64 %.1262.0814, 1
  %9 = getelementptr float, ptr %.667, i64 %.1262.0814
  %.1389 = load float, ptr %9, align 4
  %.1392 = fcmp ogt float %.1389, 0.000000e+00
  %.1394 = uitofp i1 %.1392 to float
  %.1396 = fmul float %.955, %.1394
  %.1398 = fadd float %.924, %.1396
  %10 = getelementptr float, ptr %.1148, i64 %.1262.0814
  %.1432 = load float, ptr %10, align 4
  %.1434 = fcmp olt float %.1432, %.1210
  %.1232. = select i1 %.1434, float %.1232, float 0.000000e+00
  %.1479 = fmul float %.1389, %.1398
  %.1480 = fmul float %.1232., %.1479
  store float %.1480, ptr %9, align 4
  %.1513 = fmul float %.1232., %.1398
  %11 = getelementptr float, ptr %.844, i64 %.1262.0814
  store float %.1513, ptr %11, align 4
  %exitcond.not = icmp eq i64 %.524, %.1331
  br i1 %exitcond.not, label %B1008, label %B680.if

B888.if:
  %.1606.0817 = phi i64 [ %.1675, %B888.if ], [ 0, %B852 ]
  %.1675 = add nuw nsw i64 %.1606.0817, 1
  %12 = getelementptr float, ptr %.667, i64 %.1606.0817
  %.1729 = load float, ptr %12, align 4
  %.1732 = fcmp ogt float %.1729, 0.000000e+00
  %.1734 = uitofp i1 %.1732 to float
  %.1736 = fmul float %.955, %.1734
  %.1738 = fadd float %.924, %.1736
  %.1769 = fmul float %.1729, %.1738
  store float %.1769, ptr %12, align 4
  %13 = getelementptr float, ptr %.844, i64 %.1606.0817
  store float %.1738, ptr %13, align 4
  %exitcond829.not = icmp eq i64 %.524, %.1675
  br i1 %exitcond829.not, label %B1008, label %B888.if

B1008.else.if:
  br label %B1008.else.endif

B1008.else.endif:
  %.1886.sroa.0.1 = phi i64 [ 0, %B1008.else.if ], [ %.583, %B1008 ]
  br i1 %.591.not, label %B1008.else.endif.endif.endif, label %B1008.else.endif.if

B1008.else.endif.if:
  br label %B1008.else.endif.endif.endif

B1008.else.endif.endif.endif:
  %.1886.sroa.0.3 = phi i64 [ %arg.units.5.0, %B1008.else.endif.if ], [ %.1886.sroa.0.1, %B1008.else.endif ]
  %.1999 = getelementptr float, ptr %arg.units.4, i64 %.1886.sroa.0.3
  br i1 %.2117819.not, label %B244.loopexit, label %B1088.if

B1088.if:
  %.2061.0820 = phi i64 [ %.2130, %B1088.if ], [ 0, %B1008.else.endif.endif.endif ]
  %.2130 = add nuw nsw i64 %.2061.0820, 1
  %14 = getelementptr float, ptr %.1999, i64 %.2061.0820
  store float 1.000000e+00, ptr %14, align 4
  %exitcond830.not = icmp eq i64 %arg.m, %.2130
  br i1 %exitcond830.not, label %B244.loopexit, label %B1088.if
}

declare void @nnsearch_sgemm(i32, i32, i32, i64, i64, i64, float, i64, i64, i64, i64, float, i64, i64)

define internal fastcc void @_ZN8nnsearch2nn6losses12shift_logitsB3v25B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE(ptr noalias nonnull %retptr, ptr %arg.Z.4, i64 %arg.Z.5.0, i64 %arg.Z.5.1, i64 %arg.Z.5.2, ptr %arg.labels.4, ptr %arg.greatest.4, i64 %arg.greatest.5.0, i64 %arg.greatest.5.1, ptr %arg.true.4, i64 %arg.true.5.1) unnamed_addr {
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

define internal fastcc void @_ZN8nnsearch2nn5fused7go_downB3v31B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx(ptr noalias nonnull %retptr, ptr %arg.X.4, i64 %arg.X.5.1, ptr %arg.theta.4, ptr %arg.gradient.4, ptr %arg.widths.4, i64 %arg.widths.5.0, ptr %arg.starts.4, i64 %arg.starts.5.0, ptr %arg.units.4, ptr %arg.slopes.4, i64 %arg.slopes.5.0, ptr %arg.deltas.4, i64 %arg.deltas.5.0, ptr %arg.output.4, i64 %arg.m) unnamed_addr {
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

declare float @llvm.sqrt.f32(float)

define ptr @steps(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.1803.i = alloca ptr, align 8
  %.1862.i = alloca ptr, align 8
  %.2701.i = alloca ptr, align 8
  %.6 = icmp eq i64 %.3, 38
  br i1 %.6, label %.7, label %common.ret.sink.split

common.ret.sink.split:
  %.sink = phi i64 [ 1, %_ZN8nnsearch8training14compiled_steps11_steps_loopB3v22B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi2E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedExx5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIbLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi3E1C7mutable7alignedEx5ArrayIfLi2E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7a ], [ 0, %.1062 ], [ 0, %.1033 ], [ 0, %.1003 ], [ 0, %.974 ], [ 0, %.945 ], [ 0, %.916 ], [ 0, %.887 ], [ 0, %.858 ], [ 0, %.829 ], [ 0, %.800 ], [ 0, %.771 ], [ 0, %.742 ], [ 0, %.713 ], [ 0, %.683 ], [ 0, %.654 ], [ 0, %.625 ], [ 0, %.596 ], [ 0, %.567 ], [ 0, %.538 ], [ 0, %.509 ], [ 0, %.480 ], [ 0, %.451 ], [ 0, %.422 ], [ 0, %.393 ], [ 0, %.364 ], [ 0, %.335 ], [ 0, %.306 ], [ 0, %.276 ], [ 0, %.246 ], [ 0, %.217 ], [ 0, %.188 ], [ 0, %.158 ], [ 0, %.128 ], [ 0, %.99 ], [ 0, %.1070 ], [ 0, %.1056 ], [ 0, %.1051 ], [ 0, %.1046 ], [ 0, %.1041 ], [ 0, %.1027 ], [ 0, %.1022 ], [ 0, %.1017 ], [ 0, %.1012 ], [ 0, %.997 ], [ 0, %.992 ], [ 0, %.987 ], [ 0, %.982 ], [ 0, %.968 ], [ 0, %.963 ], [ 0, %.958 ], [ 0, %.953 ], [ 0, %.939 ], [ 0, %.934 ], [ 0, %.929 ], [ 0, %.924 ], [ 0, %.910 ], [ 0, %.905 ], [ 0, %.900 ], [ 0, %.895 ], [ 0, %.881 ], [ 0, %.876 ], [ 0, %.871 ], [ 0, %.866 ], [ 0, %.852 ], [ 0, %.847 ], [ 0, %.842 ], [ 0, %.837 ], [ 0, %.823 ], [ 0, %.818 ], [ 0, %.813 ], [ 0, %.808 ], [ 0, %.794 ], [ 0, %.789 ], [ 0, %.784 ], [ 0, %.779 ], [ 0, %.765 ], [ 0, %.760 ], [ 0, %.755 ], [ 0, %.750 ], [ 0, %.736 ], [ 0, %.731 ], [ 0, %.726 ], [ 0, %.721 ], [ 0, %.707 ], [ 0, %.702 ], [ 0, %.697 ], [ 0, %.692 ], [ 0, %.677 ], [ 0, %.672 ], [ 0, %.667 ], [ 0, %.662 ], [ 0, %.648 ], [ 0, %.643 ], [ 0, %.638 ], [ 0, %.633 ], [ 0, %.619 ], [ 0, %.614 ], [ 0, %.609 ], [ 0, %.604 ], [ 0, %.590 ], [ 0, %.585 ], [ 0, %.580 ], [ 0, %.575 ], [ 0, %.561 ], [ 0, %.556 ], [ 0, %.551 ], [ 0, %.546 ], [ 0, %.532 ], [ 0, %.527 ], [ 0, %.522 ], [ 0, %.517 ], [ 0, %.503 ], [ 0, %.498 ], [ 0, %.493 ], [ 0, %.488 ], [ 0, %.474 ], [ 0, %.469 ], [ 0, %.464 ], [ 0, %.459 ], [ 0, %.445 ], [ 0, %.440 ], [ 0, %.435 ], [ 0, %.430 ], [ 0, %.416 ], [ 0, %.411 ], [ 0, %.406 ], [ 0, %.401 ], [ 0, %.387 ], [ 0, %.382 ], [ 0, %.377 ], [ 0, %.372 ], [ 0, %.358 ], [ 0, %.353 ], [ 0, %.348 ], [ 0, %.343 ], [ 0, %.329 ], [ 0, %.324 ], [ 0, %.319 ], [ 0, %.314 ], [ 0, %.300 ], [ 0, %.295 ], [ 0, %.290 ], [ 0, %.285 ], [ 0, %.270 ], [ 0, %.265 ], [ 0, %.260 ], [ 0, %.255 ], [ 0, %.240 ], [ 0, %.235 ], [ 0, %.230 ], [ 0, %.225 ], [ 0, %.211 ], [ 0, %.206 ], [ 0, %.201 ], [ 0, %.196 ], [ 0, %.182 ], [ 0, %.177 ], [ 0, %.172 ], [ 0, %.167 ], [ 0, %.152 ], [ 0, %.147 ], [ 0, %.142 ], [ 0, %.137 ], [ 0, %.122 ], [ 0, %.117 ], [ 0, %.112 ], [ 0, %.107 ], [ 0, %.93 ], [ 0, %.88 ], [ 0, %.7 ], [ 0, %.5 ]
  %.1576 = tail call ptr @PyBool_FromLong(i64 %.sink)
  br label %common.ret

common.ret:
  %common.ret.op = phi ptr [ null, %.1075 ], [ %.1576, %common.ret.sink.split ]
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
  %.85 = getelementptr i8, ptr %.10, i64 8
  %.86 = load ptr, ptr %.85, align 8
  %.87 = icmp eq ptr %.86, @nnsearch_ndarray
  br i1 %.87, label %.88, label %common.ret.sink.split

.88:
  %.90 = getelementptr i8, ptr %.10, i64 24
  %.91 = load i32, ptr %.90, align 4
  %.92 = icmp eq i32 %.91, 2
  br i1 %.92, label %.93, label %common.ret.sink.split

.93:
  %.95 = getelementptr i8, ptr %.10, i64 64
  %.96 = load i32, ptr %.95, align 4
  %.97 = and i32 %.96, 257
  %.98 = icmp eq i32 %.97, 257
  br i1 %.98, label %.99, label %common.ret.sink.split

.99:
  %.101 = getelementptr i8, ptr %.10, i64 56
  %.102 = load ptr, ptr %.101, align 8
  %.103 = getelementptr i8, ptr %.102, i64 28
  %.104 = load i32, ptr %.103, align 4
  %0 = icmp eq i32 %.104, 11
  br i1 %0, label %.107, label %common.ret.sink.split

.107:
  %.109 = getelementptr i8, ptr %.102, i64 26
  %.110 = load i8, ptr %.109, align 1
  %.111.not = icmp eq i8 %.110, 62
  br i1 %.111.not, label %common.ret.sink.split, label %.112

.112:
  %.114 = getelementptr i8, ptr %.12, i64 8
  %.115 = load ptr, ptr %.114, align 8
  %.116 = icmp eq ptr %.115, @nnsearch_ndarray
  br i1 %.116, label %.117, label %common.ret.sink.split

.117:
  %.119 = getelementptr i8, ptr %.12, i64 24
  %.120 = load i32, ptr %.119, align 4
  %.121 = icmp eq i32 %.120, 1
  br i1 %.121, label %.122, label %common.ret.sink.split

.122:
  %.124 = getelementptr i8, ptr %.12, i64 64
  %.125 = load i32, ptr %.124, align 4
  %.126 = and i32 %.125, 257
  %.127 = icmp eq i32 %.126, 257
  br i1 %.127, label %.128, label %common.ret.sink.split

.128:
  %.130 = getelementptr i8, ptr %.12, i64 56
  %.131 = load ptr, ptr %.130, align 8
  %.132 = getelementptr i8, ptr %.131, i64 28
  %.133 = load i32, ptr %.132, align 4
  switch i32 %.133, label %common.ret.sink.split [
    i32 9, label %.137
    i32 7, label %.137
  ]

.137:
  %.139 = getelementptr i8, ptr %.131, i64 26
  %.140 = load i8, ptr %.139, align 1
  %.141.not = icmp eq i8 %.140, 62
  br i1 %.141.not, label %common.ret.sink.split, label %.142

.142:
  %.144 = getelementptr i8, ptr %.14, i64 8
  %.145 = load ptr, ptr %.144, align 8
  %.146 = icmp eq ptr %.145, @nnsearch_ndarray
  br i1 %.146, label %.147, label %common.ret.sink.split

.147:
  %.149 = getelementptr i8, ptr %.14, i64 24
  %.150 = load i32, ptr %.149, align 4
  %.151 = icmp eq i32 %.150, 1
  br i1 %.151, label %.152, label %common.ret.sink.split

.152:
  %.154 = getelementptr i8, ptr %.14, i64 64
  %.155 = load i32, ptr %.154, align 4
  %.156 = and i32 %.155, 1281
  %.157 = icmp eq i32 %.156, 1281
  br i1 %.157, label %.158, label %common.ret.sink.split

.158:
  %.160 = getelementptr i8, ptr %.14, i64 56
  %.161 = load ptr, ptr %.160, align 8
  %.162 = getelementptr i8, ptr %.161, i64 28
  %.163 = load i32, ptr %.162, align 4
  switch i32 %.163, label %common.ret.sink.split [
    i32 9, label %.167
    i32 7, label %.167
  ]

.167:
  %.169 = getelementptr i8, ptr %.161, i64 26
  %.170 = load i8, ptr %.169, align 1
  %.171.not = icmp eq i8 %.170, 62
  br i1 %.171.not, label %common.ret.sink.split, label %.172

.172:
  %.174 = getelementptr i8, ptr %.20, i64 8
  %.175 = load ptr, ptr %.174, align 8
  %.176 = icmp eq ptr %.175, @nnsearch_ndarray
  br i1 %.176, label %.177, label %common.ret.sink.split

.177:
  %.179 = getelementptr i8, ptr %.20, i64 24
  %.180 = load i32, ptr %.179, align 4
  %.181 = icmp eq i32 %.180, 2
  br i1 %.181, label %.182, label %common.ret.sink.split

.182:
  %.184 = getelementptr i8, ptr %.20, i64 64
  %.185 = load i32, ptr %.184, align 4
  %.186 = and i32 %.185, 1281
  %.187 = icmp eq i32 %.186, 1281
  br i1 %.187, label %.188, label %common.ret.sink.split

.188:
  %.190 = getelementptr i8, ptr %.20, i64 56
  %.191 = load ptr, ptr %.190, align 8
  %.192 = getelementptr i8, ptr %.191, i64 28
  %.193 = load i32, ptr %.192, align 4
  %1 = icmp eq i32 %.193, 11
  br i1 %1, label %.196, label %common.ret.sink.split

.196:
  %.198 = getelementptr i8, ptr %.191, i64 26
  %.199 = load i8, ptr %.198, align 1
  %.200.not = icmp eq i8 %.199, 62
  br i1 %.200.not, label %common.ret.sink.split, label %.201

.201:
  %.203 = getelementptr i8, ptr %.22, i64 8
  %.204 = load ptr, ptr %.203, align 8
  %.205 = icmp eq ptr %.204, @nnsearch_ndarray
  br i1 %.205, label %.206, label %common.ret.sink.split

.206:
  %.208 = getelementptr i8, ptr %.22, i64 24
  %.209 = load i32, ptr %.208, align 4
  %.210 = icmp eq i32 %.209, 2
  br i1 %.210, label %.211, label %common.ret.sink.split

.211:
  %.213 = getelementptr i8, ptr %.22, i64 64
  %.214 = load i32, ptr %.213, align 4
  %.215 = and i32 %.214, 1281
  %.216 = icmp eq i32 %.215, 1281
  br i1 %.216, label %.217, label %common.ret.sink.split

.217:
  %.219 = getelementptr i8, ptr %.22, i64 56
  %.220 = load ptr, ptr %.219, align 8
  %.221 = getelementptr i8, ptr %.220, i64 28
  %.222 = load i32, ptr %.221, align 4
  %2 = icmp eq i32 %.222, 11
  br i1 %2, label %.225, label %common.ret.sink.split

.225:
  %.227 = getelementptr i8, ptr %.220, i64 26
  %.228 = load i8, ptr %.227, align 1
  %.229.not = icmp eq i8 %.228, 62
  br i1 %.229.not, label %common.ret.sink.split, label %.230

.230:
  %.232 = getelementptr i8, ptr %.24, i64 8
  %.233 = load ptr, ptr %.232, align 8
  %.234 = icmp eq ptr %.233, @nnsearch_ndarray
  br i1 %.234, label %.235, label %common.ret.sink.split

.235:
  %.237 = getelementptr i8, ptr %.24, i64 24
  %.238 = load i32, ptr %.237, align 4
  %.239 = icmp eq i32 %.238, 1
  br i1 %.239, label %.240, label %common.ret.sink.split

.240:
  %.242 = getelementptr i8, ptr %.24, i64 64
  %.243 = load i32, ptr %.242, align 4
  %.244 = and i32 %.243, 1281
  %.245 = icmp eq i32 %.244, 1281
  br i1 %.245, label %.246, label %common.ret.sink.split

.246:
  %.248 = getelementptr i8, ptr %.24, i64 56
  %.249 = load ptr, ptr %.248, align 8
  %.250 = getelementptr i8, ptr %.249, i64 28
  %.251 = load i32, ptr %.250, align 4
  switch i32 %.251, label %common.ret.sink.split [
    i32 9, label %.255
    i32 7, label %.255
  ]

.255:
  %.257 = getelementptr i8, ptr %.249, i64 26
  %.258 = load i8, ptr %.257, align 1
  %.259.not = icmp eq i8 %.258, 62
  br i1 %.259.not, label %common.ret.sink.split, label %.260

.260:
  %.262 = getelementptr i8, ptr %.26, i64 8
  %.263 = load ptr, ptr %.262, align 8
  %.264 = icmp eq ptr %.263, @nnsearch_ndarray
  br i1 %.264, label %.265, label %common.ret.sink.split

.265:
  %.267 = getelementptr i8, ptr %.26, i64 24
  %.268 = load i32, ptr %.267, align 4
  %.269 = icmp eq i32 %.268, 1
  br i1 %.269, label %.270, label %common.ret.sink.split

.270:
  %.272 = getelementptr i8, ptr %.26, i64 64
  %.273 = load i32, ptr %.272, align 4
  %.274 = and i32 %.273, 1281
  %.275 = icmp eq i32 %.274, 1281
  br i1 %.275, label %.276, label %common.ret.sink.split

.276:
  %.278 = getelementptr i8, ptr %.26, i64 56
  %.279 = load ptr, ptr %.278, align 8
  %.280 = getelementptr i8, ptr %.279, i64 28
  %.281 = load i32, ptr %.280, align 4
  switch i32 %.281, label %common.ret.sink.split [
    i32 9, label %.285
    i32 7, label %.285
  ]

.285:
  %.287 = getelementptr i8, ptr %.279, i64 26
  %.288 = load i8, ptr %.287, align 1
  %.289.not = icmp eq i8 %.288, 62
  br i1 %.289.not, label %common.ret.sink.split, label %.290

.290:
  %.292 = getelementptr i8, ptr %.28, i64 8
  %.293 = load ptr, ptr %.292, align 8
  %.294 = icmp eq ptr %.293, @nnsearch_ndarray
  br i1 %.294, label %.295, label %common.ret.sink.split

.295:
  %.297 = getelementptr i8, ptr %.28, i64 24
  %.298 = load i32, ptr %.297, align 4
  %.299 = icmp eq i32 %.298, 1
  br i1 %.299, label %.300, label %common.ret.sink.split

.300:
  %.302 = getelementptr i8, ptr %.28, i64 64
  %.303 = load i32, ptr %.302, align 4
  %.304 = and i32 %.303, 1281
  %.305 = icmp eq i32 %.304, 1281
  br i1 %.305, label %.306, label %common.ret.sink.split

.306:
  %.308 = getelementptr i8, ptr %.28, i64 56
  %.309 = load ptr, ptr %.308, align 8
  %.310 = getelementptr i8, ptr %.309, i64 28
  %.311 = load i32, ptr %.310, align 4
  %3 = icmp eq i32 %.311, 11
  br i1 %3, label %.314, label %common.ret.sink.split

.314:
  %.316 = getelementptr i8, ptr %.309, i64 26
  %.317 = load i8, ptr %.316, align 1
  %.318.not = icmp eq i8 %.317, 62
  br i1 %.318.not, label %common.ret.sink.split, label %.319

.319:
  %.321 = getelementptr i8, ptr %.30, i64 8
  %.322 = load ptr, ptr %.321, align 8
  %.323 = icmp eq ptr %.322, @nnsearch_ndarray
  br i1 %.323, label %.324, label %common.ret.sink.split

.324:
  %.326 = getelementptr i8, ptr %.30, i64 24
  %.327 = load i32, ptr %.326, align 4
  %.328 = icmp eq i32 %.327, 1
  br i1 %.328, label %.329, label %common.ret.sink.split

.329:
  %.331 = getelementptr i8, ptr %.30, i64 64
  %.332 = load i32, ptr %.331, align 4
  %.333 = and i32 %.332, 1281
  %.334 = icmp eq i32 %.333, 1281
  br i1 %.334, label %.335, label %common.ret.sink.split

.335:
  %.337 = getelementptr i8, ptr %.30, i64 56
  %.338 = load ptr, ptr %.337, align 8
  %.339 = getelementptr i8, ptr %.338, i64 28
  %.340 = load i32, ptr %.339, align 4
  %4 = icmp eq i32 %.340, 11
  br i1 %4, label %.343, label %common.ret.sink.split

.343:
  %.345 = getelementptr i8, ptr %.338, i64 26
  %.346 = load i8, ptr %.345, align 1
  %.347.not = icmp eq i8 %.346, 62
  br i1 %.347.not, label %common.ret.sink.split, label %.348

.348:
  %.350 = getelementptr i8, ptr %.32, i64 8
  %.351 = load ptr, ptr %.350, align 8
  %.352 = icmp eq ptr %.351, @nnsearch_ndarray
  br i1 %.352, label %.353, label %common.ret.sink.split

.353:
  %.355 = getelementptr i8, ptr %.32, i64 24
  %.356 = load i32, ptr %.355, align 4
  %.357 = icmp eq i32 %.356, 2
  br i1 %.357, label %.358, label %common.ret.sink.split

.358:
  %.360 = getelementptr i8, ptr %.32, i64 64
  %.361 = load i32, ptr %.360, align 4
  %.362 = and i32 %.361, 1281
  %.363 = icmp eq i32 %.362, 1281
  br i1 %.363, label %.364, label %common.ret.sink.split

.364:
  %.366 = getelementptr i8, ptr %.32, i64 56
  %.367 = load ptr, ptr %.366, align 8
  %.368 = getelementptr i8, ptr %.367, i64 28
  %.369 = load i32, ptr %.368, align 4
  %5 = icmp eq i32 %.369, 11
  br i1 %5, label %.372, label %common.ret.sink.split

.372:
  %.374 = getelementptr i8, ptr %.367, i64 26
  %.375 = load i8, ptr %.374, align 1
  %.376.not = icmp eq i8 %.375, 62
  br i1 %.376.not, label %common.ret.sink.split, label %.377

.377:
  %.379 = getelementptr i8, ptr %.34, i64 8
  %.380 = load ptr, ptr %.379, align 8
  %.381 = icmp eq ptr %.380, @nnsearch_ndarray
  br i1 %.381, label %.382, label %common.ret.sink.split

.382:
  %.384 = getelementptr i8, ptr %.34, i64 24
  %.385 = load i32, ptr %.384, align 4
  %.386 = icmp eq i32 %.385, 1
  br i1 %.386, label %.387, label %common.ret.sink.split

.387:
  %.389 = getelementptr i8, ptr %.34, i64 64
  %.390 = load i32, ptr %.389, align 4
  %.391 = and i32 %.390, 1281
  %.392 = icmp eq i32 %.391, 1281
  br i1 %.392, label %.393, label %common.ret.sink.split

.393:
  %.395 = getelementptr i8, ptr %.34, i64 56
  %.396 = load ptr, ptr %.395, align 8
  %.397 = getelementptr i8, ptr %.396, i64 28
  %.398 = load i32, ptr %.397, align 4
  %6 = icmp eq i32 %.398, 0
  br i1 %6, label %.401, label %common.ret.sink.split

.401:
  %.403 = getelementptr i8, ptr %.396, i64 26
  %.404 = load i8, ptr %.403, align 1
  %.405.not = icmp eq i8 %.404, 62
  br i1 %.405.not, label %common.ret.sink.split, label %.406

.406:
  %.408 = getelementptr i8, ptr %.36, i64 8
  %.409 = load ptr, ptr %.408, align 8
  %.410 = icmp eq ptr %.409, @nnsearch_ndarray
  br i1 %.410, label %.411, label %common.ret.sink.split

.411:
  %.413 = getelementptr i8, ptr %.36, i64 24
  %.414 = load i32, ptr %.413, align 4
  %.415 = icmp eq i32 %.414, 1
  br i1 %.415, label %.416, label %common.ret.sink.split

.416:
  %.418 = getelementptr i8, ptr %.36, i64 64
  %.419 = load i32, ptr %.418, align 4
  %.420 = and i32 %.419, 1281
  %.421 = icmp eq i32 %.420, 1281
  br i1 %.421, label %.422, label %common.ret.sink.split

.422:
  %.424 = getelementptr i8, ptr %.36, i64 56
  %.425 = load ptr, ptr %.424, align 8
  %.426 = getelementptr i8, ptr %.425, i64 28
  %.427 = load i32, ptr %.426, align 4
  %7 = icmp eq i32 %.427, 11
  br i1 %7, label %.430, label %common.ret.sink.split

.430:
  %.432 = getelementptr i8, ptr %.425, i64 26
  %.433 = load i8, ptr %.432, align 1
  %.434.not = icmp eq i8 %.433, 62
  br i1 %.434.not, label %common.ret.sink.split, label %.435

.435:
  %.437 = getelementptr i8, ptr %.38, i64 8
  %.438 = load ptr, ptr %.437, align 8
  %.439 = icmp eq ptr %.438, @nnsearch_ndarray
  br i1 %.439, label %.440, label %common.ret.sink.split

.440:
  %.442 = getelementptr i8, ptr %.38, i64 24
  %.443 = load i32, ptr %.442, align 4
  %.444 = icmp eq i32 %.443, 2
  br i1 %.444, label %.445, label %common.ret.sink.split

.445:
  %.447 = getelementptr i8, ptr %.38, i64 64
  %.448 = load i32, ptr %.447, align 4
  %.449 = and i32 %.448, 1281
  %.450 = icmp eq i32 %.449, 1281
  br i1 %.450, label %.451, label %common.ret.sink.split

.451:
  %.453 = getelementptr i8, ptr %.38, i64 56
  %.454 = load ptr, ptr %.453, align 8
  %.455 = getelementptr i8, ptr %.454, i64 28
  %.456 = load i32, ptr %.455, align 4
  %8 = icmp eq i32 %.456, 11
  br i1 %8, label %.459, label %common.ret.sink.split

.459:
  %.461 = getelementptr i8, ptr %.454, i64 26
  %.462 = load i8, ptr %.461, align 1
  %.463.not = icmp eq i8 %.462, 62
  br i1 %.463.not, label %common.ret.sink.split, label %.464

.464:
  %.466 = getelementptr i8, ptr %.40, i64 8
  %.467 = load ptr, ptr %.466, align 8
  %.468 = icmp eq ptr %.467, @nnsearch_ndarray
  br i1 %.468, label %.469, label %common.ret.sink.split

.469:
  %.471 = getelementptr i8, ptr %.40, i64 24
  %.472 = load i32, ptr %.471, align 4
  %.473 = icmp eq i32 %.472, 2
  br i1 %.473, label %.474, label %common.ret.sink.split

.474:
  %.476 = getelementptr i8, ptr %.40, i64 64
  %.477 = load i32, ptr %.476, align 4
  %.478 = and i32 %.477, 1281
  %.479 = icmp eq i32 %.478, 1281
  br i1 %.479, label %.480, label %common.ret.sink.split

.480:
  %.482 = getelementptr i8, ptr %.40, i64 56
  %.483 = load ptr, ptr %.482, align 8
  %.484 = getelementptr i8, ptr %.483, i64 28
  %.485 = load i32, ptr %.484, align 4
  %9 = icmp eq i32 %.485, 11
  br i1 %9, label %.488, label %common.ret.sink.split

.488:
  %.490 = getelementptr i8, ptr %.483, i64 26
  %.491 = load i8, ptr %.490, align 1
  %.492.not = icmp eq i8 %.491, 62
  br i1 %.492.not, label %common.ret.sink.split, label %.493

.493:
  %.495 = getelementptr i8, ptr %.42, i64 8
  %.496 = load ptr, ptr %.495, align 8
  %.497 = icmp eq ptr %.496, @nnsearch_ndarray
  br i1 %.497, label %.498, label %common.ret.sink.split

.498:
  %.500 = getelementptr i8, ptr %.42, i64 24
  %.501 = load i32, ptr %.500, align 4
  %.502 = icmp eq i32 %.501, 2
  br i1 %.502, label %.503, label %common.ret.sink.split

.503:
  %.505 = getelementptr i8, ptr %.42, i64 64
  %.506 = load i32, ptr %.505, align 4
  %.507 = and i32 %.506, 1281
  %.508 = icmp eq i32 %.507, 1281
  br i1 %.508, label %.509, label %common.ret.sink.split

.509:
  %.511 = getelementptr i8, ptr %.42, i64 56
  %.512 = load ptr, ptr %.511, align 8
  %.513 = getelementptr i8, ptr %.512, i64 28
  %.514 = load i32, ptr %.513, align 4
  %10 = icmp eq i32 %.514, 11
  br i1 %10, label %.517, label %common.ret.sink.split

.517:
  %.519 = getelementptr i8, ptr %.512, i64 26
  %.520 = load i8, ptr %.519, align 1
  %.521.not = icmp eq i8 %.520, 62
  br i1 %.521.not, label %common.ret.sink.split, label %.522

.522:
  %.524 = getelementptr i8, ptr %.44, i64 8
  %.525 = load ptr, ptr %.524, align 8
  %.526 = icmp eq ptr %.525, @nnsearch_ndarray
  br i1 %.526, label %.527, label %common.ret.sink.split

.527:
  %.529 = getelementptr i8, ptr %.44, i64 24
  %.530 = load i32, ptr %.529, align 4
  %.531 = icmp eq i32 %.530, 2
  br i1 %.531, label %.532, label %common.ret.sink.split

.532:
  %.534 = getelementptr i8, ptr %.44, i64 64
  %.535 = load i32, ptr %.534, align 4
  %.536 = and i32 %.535, 1281
  %.537 = icmp eq i32 %.536, 1281
  br i1 %.537, label %.538, label %common.ret.sink.split

.538:
  %.540 = getelementptr i8, ptr %.44, i64 56
  %.541 = load ptr, ptr %.540, align 8
  %.542 = getelementptr i8, ptr %.541, i64 28
  %.543 = load i32, ptr %.542, align 4
  %11 = icmp eq i32 %.543, 11
  br i1 %11, label %.546, label %common.ret.sink.split

.546:
  %.548 = getelementptr i8, ptr %.541, i64 26
  %.549 = load i8, ptr %.548, align 1
  %.550.not = icmp eq i8 %.549, 62
  br i1 %.550.not, label %common.ret.sink.split, label %.551

.551:
  %.553 = getelementptr i8, ptr %.46, i64 8
  %.554 = load ptr, ptr %.553, align 8
  %.555 = icmp eq ptr %.554, @nnsearch_ndarray
  br i1 %.555, label %.556, label %common.ret.sink.split

.556:
  %.558 = getelementptr i8, ptr %.46, i64 24
  %.559 = load i32, ptr %.558, align 4
  %.560 = icmp eq i32 %.559, 2
  br i1 %.560, label %.561, label %common.ret.sink.split

.561:
  %.563 = getelementptr i8, ptr %.46, i64 64
  %.564 = load i32, ptr %.563, align 4
  %.565 = and i32 %.564, 1281
  %.566 = icmp eq i32 %.565, 1281
  br i1 %.566, label %.567, label %common.ret.sink.split

.567:
  %.569 = getelementptr i8, ptr %.46, i64 56
  %.570 = load ptr, ptr %.569, align 8
  %.571 = getelementptr i8, ptr %.570, i64 28
  %.572 = load i32, ptr %.571, align 4
  %12 = icmp eq i32 %.572, 11
  br i1 %12, label %.575, label %common.ret.sink.split

.575:
  %.577 = getelementptr i8, ptr %.570, i64 26
  %.578 = load i8, ptr %.577, align 1
  %.579.not = icmp eq i8 %.578, 62
  br i1 %.579.not, label %common.ret.sink.split, label %.580

.580:
  %.582 = getelementptr i8, ptr %.48, i64 8
  %.583 = load ptr, ptr %.582, align 8
  %.584 = icmp eq ptr %.583, @nnsearch_ndarray
  br i1 %.584, label %.585, label %common.ret.sink.split

.585:
  %.587 = getelementptr i8, ptr %.48, i64 24
  %.588 = load i32, ptr %.587, align 4
  %.589 = icmp eq i32 %.588, 3
  br i1 %.589, label %.590, label %common.ret.sink.split

.590:
  %.592 = getelementptr i8, ptr %.48, i64 64
  %.593 = load i32, ptr %.592, align 4
  %.594 = and i32 %.593, 1281
  %.595 = icmp eq i32 %.594, 1281
  br i1 %.595, label %.596, label %common.ret.sink.split

.596:
  %.598 = getelementptr i8, ptr %.48, i64 56
  %.599 = load ptr, ptr %.598, align 8
  %.600 = getelementptr i8, ptr %.599, i64 28
  %.601 = load i32, ptr %.600, align 4
  %13 = icmp eq i32 %.601, 11
  br i1 %13, label %.604, label %common.ret.sink.split

.604:
  %.606 = getelementptr i8, ptr %.599, i64 26
  %.607 = load i8, ptr %.606, align 1
  %.608.not = icmp eq i8 %.607, 62
  br i1 %.608.not, label %common.ret.sink.split, label %.609

.609:
  %.611 = getelementptr i8, ptr %.50, i64 8
  %.612 = load ptr, ptr %.611, align 8
  %.613 = icmp eq ptr %.612, @nnsearch_ndarray
  br i1 %.613, label %.614, label %common.ret.sink.split

.614:
  %.616 = getelementptr i8, ptr %.50, i64 24
  %.617 = load i32, ptr %.616, align 4
  %.618 = icmp eq i32 %.617, 3
  br i1 %.618, label %.619, label %common.ret.sink.split

.619:
  %.621 = getelementptr i8, ptr %.50, i64 64
  %.622 = load i32, ptr %.621, align 4
  %.623 = and i32 %.622, 1281
  %.624 = icmp eq i32 %.623, 1281
  br i1 %.624, label %.625, label %common.ret.sink.split

.625:
  %.627 = getelementptr i8, ptr %.50, i64 56
  %.628 = load ptr, ptr %.627, align 8
  %.629 = getelementptr i8, ptr %.628, i64 28
  %.630 = load i32, ptr %.629, align 4
  %14 = icmp eq i32 %.630, 11
  br i1 %14, label %.633, label %common.ret.sink.split

.633:
  %.635 = getelementptr i8, ptr %.628, i64 26
  %.636 = load i8, ptr %.635, align 1
  %.637.not = icmp eq i8 %.636, 62
  br i1 %.637.not, label %common.ret.sink.split, label %.638

.638:
  %.640 = getelementptr i8, ptr %.54, i64 8
  %.641 = load ptr, ptr %.640, align 8
  %.642 = icmp eq ptr %.641, @nnsearch_ndarray
  br i1 %.642, label %.643, label %common.ret.sink.split

.643:
  %.645 = getelementptr i8, ptr %.54, i64 24
  %.646 = load i32, ptr %.645, align 4
  %.647 = icmp eq i32 %.646, 2
  br i1 %.647, label %.648, label %common.ret.sink.split

.648:
  %.650 = getelementptr i8, ptr %.54, i64 64
  %.651 = load i32, ptr %.650, align 4
  %.652 = and i32 %.651, 1281
  %.653 = icmp eq i32 %.652, 1281
  br i1 %.653, label %.654, label %common.ret.sink.split

.654:
  %.656 = getelementptr i8, ptr %.54, i64 56
  %.657 = load ptr, ptr %.656, align 8
  %.658 = getelementptr i8, ptr %.657, i64 28
  %.659 = load i32, ptr %.658, align 4
  %15 = icmp eq i32 %.659, 11
  br i1 %15, label %.662, label %common.ret.sink.split

.662:
  %.664 = getelementptr i8, ptr %.657, i64 26
  %.665 = load i8, ptr %.664, align 1
  %.666.not = icmp eq i8 %.665, 62
  br i1 %.666.not, label %common.ret.sink.split, label %.667

.667:
  %.669 = getelementptr i8, ptr %.56, i64 8
  %.670 = load ptr, ptr %.669, align 8
  %.671 = icmp eq ptr %.670, @nnsearch_ndarray
  br i1 %.671, label %.672, label %common.ret.sink.split

.672:
  %.674 = getelementptr i8, ptr %.56, i64 24
  %.675 = load i32, ptr %.674, align 4
  %.676 = icmp eq i32 %.675, 1
  br i1 %.676, label %.677, label %common.ret.sink.split

.677:
  %.679 = getelementptr i8, ptr %.56, i64 64
  %.680 = load i32, ptr %.679, align 4
  %.681 = and i32 %.680, 1281
  %.682 = icmp eq i32 %.681, 1281
  br i1 %.682, label %.683, label %common.ret.sink.split

.683:
  %.685 = getelementptr i8, ptr %.56, i64 56
  %.686 = load ptr, ptr %.685, align 8
  %.687 = getelementptr i8, ptr %.686, i64 28
  %.688 = load i32, ptr %.687, align 4
  switch i32 %.688, label %common.ret.sink.split [
    i32 9, label %.692
    i32 7, label %.692
  ]

.692:
  %.694 = getelementptr i8, ptr %.686, i64 26
  %.695 = load i8, ptr %.694, align 1
  %.696.not = icmp eq i8 %.695, 62
  br i1 %.696.not, label %common.ret.sink.split, label %.697

.697:
  %.699 = getelementptr i8, ptr %.58, i64 8
  %.700 = load ptr, ptr %.699, align 8
  %.701 = icmp eq ptr %.700, @nnsearch_ndarray
  br i1 %.701, label %.702, label %common.ret.sink.split

.702:
  %.704 = getelementptr i8, ptr %.58, i64 24
  %.705 = load i32, ptr %.704, align 4
  %.706 = icmp eq i32 %.705, 1
  br i1 %.706, label %.707, label %common.ret.sink.split

.707:
  %.709 = getelementptr i8, ptr %.58, i64 64
  %.710 = load i32, ptr %.709, align 4
  %.711 = and i32 %.710, 1281
  %.712 = icmp eq i32 %.711, 1281
  br i1 %.712, label %.713, label %common.ret.sink.split

.713:
  %.715 = getelementptr i8, ptr %.58, i64 56
  %.716 = load ptr, ptr %.715, align 8
  %.717 = getelementptr i8, ptr %.716, i64 28
  %.718 = load i32, ptr %.717, align 4
  %16 = icmp eq i32 %.718, 11
  br i1 %16, label %.721, label %common.ret.sink.split

.721:
  %.723 = getelementptr i8, ptr %.716, i64 26
  %.724 = load i8, ptr %.723, align 1
  %.725.not = icmp eq i8 %.724, 62
  br i1 %.725.not, label %common.ret.sink.split, label %.726

.726:
  %.728 = getelementptr i8, ptr %.60, i64 8
  %.729 = load ptr, ptr %.728, align 8
  %.730 = icmp eq ptr %.729, @nnsearch_ndarray
  br i1 %.730, label %.731, label %common.ret.sink.split

.731:
  %.733 = getelementptr i8, ptr %.60, i64 24
  %.734 = load i32, ptr %.733, align 4
  %.735 = icmp eq i32 %.734, 1
  br i1 %.735, label %.736, label %common.ret.sink.split

.736:
  %.738 = getelementptr i8, ptr %.60, i64 64
  %.739 = load i32, ptr %.738, align 4
  %.740 = and i32 %.739, 1281
  %.741 = icmp eq i32 %.740, 1281
  br i1 %.741, label %.742, label %common.ret.sink.split

.742:
  %.744 = getelementptr i8, ptr %.60, i64 56
  %.745 = load ptr, ptr %.744, align 8
  %.746 = getelementptr i8, ptr %.745, i64 28
  %.747 = load i32, ptr %.746, align 4
  %17 = icmp eq i32 %.747, 11
  br i1 %17, label %.750, label %common.ret.sink.split

.750:
  %.752 = getelementptr i8, ptr %.745, i64 26
  %.753 = load i8, ptr %.752, align 1
  %.754.not = icmp eq i8 %.753, 62
  br i1 %.754.not, label %common.ret.sink.split, label %.755

.755:
  %.757 = getelementptr i8, ptr %.62, i64 8
  %.758 = load ptr, ptr %.757, align 8
  %.759 = icmp eq ptr %.758, @nnsearch_ndarray
  br i1 %.759, label %.760, label %common.ret.sink.split

.760:
  %.762 = getelementptr i8, ptr %.62, i64 24
  %.763 = load i32, ptr %.762, align 4
  %.764 = icmp eq i32 %.763, 1
  br i1 %.764, label %.765, label %common.ret.sink.split

.765:
  %.767 = getelementptr i8, ptr %.62, i64 64
  %.768 = load i32, ptr %.767, align 4
  %.769 = and i32 %.768, 1281
  %.770 = icmp eq i32 %.769, 1281
  br i1 %.770, label %.771, label %common.ret.sink.split

.771:
  %.773 = getelementptr i8, ptr %.62, i64 56
  %.774 = load ptr, ptr %.773, align 8
  %.775 = getelementptr i8, ptr %.774, i64 28
  %.776 = load i32, ptr %.775, align 4
  %18 = icmp eq i32 %.776, 11
  br i1 %18, label %.779, label %common.ret.sink.split

.779:
  %.781 = getelementptr i8, ptr %.774, i64 26
  %.782 = load i8, ptr %.781, align 1
  %.783.not = icmp eq i8 %.782, 62
  br i1 %.783.not, label %common.ret.sink.split, label %.784

.784:
  %.786 = getelementptr i8, ptr %.64, i64 8
  %.787 = load ptr, ptr %.786, align 8
  %.788 = icmp eq ptr %.787, @nnsearch_ndarray
  br i1 %.788, label %.789, label %common.ret.sink.split

.789:
  %.791 = getelementptr i8, ptr %.64, i64 24
  %.792 = load i32, ptr %.791, align 4
  %.793 = icmp eq i32 %.792, 1
  br i1 %.793, label %.794, label %common.ret.sink.split

.794:
  %.796 = getelementptr i8, ptr %.64, i64 64
  %.797 = load i32, ptr %.796, align 4
  %.798 = and i32 %.797, 1281
  %.799 = icmp eq i32 %.798, 1281
  br i1 %.799, label %.800, label %common.ret.sink.split

.800:
  %.802 = getelementptr i8, ptr %.64, i64 56
  %.803 = load ptr, ptr %.802, align 8
  %.804 = getelementptr i8, ptr %.803, i64 28
  %.805 = load i32, ptr %.804, align 4
  %19 = icmp eq i32 %.805, 11
  br i1 %19, label %.808, label %common.ret.sink.split

.808:
  %.810 = getelementptr i8, ptr %.803, i64 26
  %.811 = load i8, ptr %.810, align 1
  %.812.not = icmp eq i8 %.811, 62
  br i1 %.812.not, label %common.ret.sink.split, label %.813

.813:
  %.815 = getelementptr i8, ptr %.66, i64 8
  %.816 = load ptr, ptr %.815, align 8
  %.817 = icmp eq ptr %.816, @nnsearch_ndarray
  br i1 %.817, label %.818, label %common.ret.sink.split

.818:
  %.820 = getelementptr i8, ptr %.66, i64 24
  %.821 = load i32, ptr %.820, align 4
  %.822 = icmp eq i32 %.821, 1
  br i1 %.822, label %.823, label %common.ret.sink.split

.823:
  %.825 = getelementptr i8, ptr %.66, i64 64
  %.826 = load i32, ptr %.825, align 4
  %.827 = and i32 %.826, 1281
  %.828 = icmp eq i32 %.827, 1281
  br i1 %.828, label %.829, label %common.ret.sink.split

.829:
  %.831 = getelementptr i8, ptr %.66, i64 56
  %.832 = load ptr, ptr %.831, align 8
  %.833 = getelementptr i8, ptr %.832, i64 28
  %.834 = load i32, ptr %.833, align 4
  %20 = icmp eq i32 %.834, 11
  br i1 %20, label %.837, label %common.ret.sink.split

.837:
  %.839 = getelementptr i8, ptr %.832, i64 26
  %.840 = load i8, ptr %.839, align 1
  %.841.not = icmp eq i8 %.840, 62
  br i1 %.841.not, label %common.ret.sink.split, label %.842

.842:
  %.844 = getelementptr i8, ptr %.68, i64 8
  %.845 = load ptr, ptr %.844, align 8
  %.846 = icmp eq ptr %.845, @nnsearch_ndarray
  br i1 %.846, label %.847, label %common.ret.sink.split

.847:
  %.849 = getelementptr i8, ptr %.68, i64 24
  %.850 = load i32, ptr %.849, align 4
  %.851 = icmp eq i32 %.850, 3
  br i1 %.851, label %.852, label %common.ret.sink.split

.852:
  %.854 = getelementptr i8, ptr %.68, i64 64
  %.855 = load i32, ptr %.854, align 4
  %.856 = and i32 %.855, 1281
  %.857 = icmp eq i32 %.856, 1281
  br i1 %.857, label %.858, label %common.ret.sink.split

.858:
  %.860 = getelementptr i8, ptr %.68, i64 56
  %.861 = load ptr, ptr %.860, align 8
  %.862 = getelementptr i8, ptr %.861, i64 28
  %.863 = load i32, ptr %.862, align 4
  %21 = icmp eq i32 %.863, 11
  br i1 %21, label %.866, label %common.ret.sink.split

.866:
  %.868 = getelementptr i8, ptr %.861, i64 26
  %.869 = load i8, ptr %.868, align 1
  %.870.not = icmp eq i8 %.869, 62
  br i1 %.870.not, label %common.ret.sink.split, label %.871

.871:
  %.873 = getelementptr i8, ptr %.70, i64 8
  %.874 = load ptr, ptr %.873, align 8
  %.875 = icmp eq ptr %.874, @nnsearch_ndarray
  br i1 %.875, label %.876, label %common.ret.sink.split

.876:
  %.878 = getelementptr i8, ptr %.70, i64 24
  %.879 = load i32, ptr %.878, align 4
  %.880 = icmp eq i32 %.879, 2
  br i1 %.880, label %.881, label %common.ret.sink.split

.881:
  %.883 = getelementptr i8, ptr %.70, i64 64
  %.884 = load i32, ptr %.883, align 4
  %.885 = and i32 %.884, 1281
  %.886 = icmp eq i32 %.885, 1281
  br i1 %.886, label %.887, label %common.ret.sink.split

.887:
  %.889 = getelementptr i8, ptr %.70, i64 56
  %.890 = load ptr, ptr %.889, align 8
  %.891 = getelementptr i8, ptr %.890, i64 28
  %.892 = load i32, ptr %.891, align 4
  %22 = icmp eq i32 %.892, 11
  br i1 %22, label %.895, label %common.ret.sink.split

.895:
  %.897 = getelementptr i8, ptr %.890, i64 26
  %.898 = load i8, ptr %.897, align 1
  %.899.not = icmp eq i8 %.898, 62
  br i1 %.899.not, label %common.ret.sink.split, label %.900

.900:
  %.902 = getelementptr i8, ptr %.72, i64 8
  %.903 = load ptr, ptr %.902, align 8
  %.904 = icmp eq ptr %.903, @nnsearch_ndarray
  br i1 %.904, label %.905, label %common.ret.sink.split

.905:
  %.907 = getelementptr i8, ptr %.72, i64 24
  %.908 = load i32, ptr %.907, align 4
  %.909 = icmp eq i32 %.908, 2
  br i1 %.909, label %.910, label %common.ret.sink.split

.910:
  %.912 = getelementptr i8, ptr %.72, i64 64
  %.913 = load i32, ptr %.912, align 4
  %.914 = and i32 %.913, 1281
  %.915 = icmp eq i32 %.914, 1281
  br i1 %.915, label %.916, label %common.ret.sink.split

.916:
  %.918 = getelementptr i8, ptr %.72, i64 56
  %.919 = load ptr, ptr %.918, align 8
  %.920 = getelementptr i8, ptr %.919, i64 28
  %.921 = load i32, ptr %.920, align 4
  %23 = icmp eq i32 %.921, 11
  br i1 %23, label %.924, label %common.ret.sink.split

.924:
  %.926 = getelementptr i8, ptr %.919, i64 26
  %.927 = load i8, ptr %.926, align 1
  %.928.not = icmp eq i8 %.927, 62
  br i1 %.928.not, label %common.ret.sink.split, label %.929

.929:
  %.931 = getelementptr i8, ptr %.74, i64 8
  %.932 = load ptr, ptr %.931, align 8
  %.933 = icmp eq ptr %.932, @nnsearch_ndarray
  br i1 %.933, label %.934, label %common.ret.sink.split

.934:
  %.936 = getelementptr i8, ptr %.74, i64 24
  %.937 = load i32, ptr %.936, align 4
  %.938 = icmp eq i32 %.937, 2
  br i1 %.938, label %.939, label %common.ret.sink.split

.939:
  %.941 = getelementptr i8, ptr %.74, i64 64
  %.942 = load i32, ptr %.941, align 4
  %.943 = and i32 %.942, 1281
  %.944 = icmp eq i32 %.943, 1281
  br i1 %.944, label %.945, label %common.ret.sink.split

.945:
  %.947 = getelementptr i8, ptr %.74, i64 56
  %.948 = load ptr, ptr %.947, align 8
  %.949 = getelementptr i8, ptr %.948, i64 28
  %.950 = load i32, ptr %.949, align 4
  %24 = icmp eq i32 %.950, 11
  br i1 %24, label %.953, label %common.ret.sink.split

.953:
  %.955 = getelementptr i8, ptr %.948, i64 26
  %.956 = load i8, ptr %.955, align 1
  %.957.not = icmp eq i8 %.956, 62
  br i1 %.957.not, label %common.ret.sink.split, label %.958

.958:
  %.960 = getelementptr i8, ptr %.76, i64 8
  %.961 = load ptr, ptr %.960, align 8
  %.962 = icmp eq ptr %.961, @nnsearch_ndarray
  br i1 %.962, label %.963, label %common.ret.sink.split

.963:
  %.965 = getelementptr i8, ptr %.76, i64 24
  %.966 = load i32, ptr %.965, align 4
  %.967 = icmp eq i32 %.966, 2
  br i1 %.967, label %.968, label %common.ret.sink.split

.968:
  %.970 = getelementptr i8, ptr %.76, i64 64
  %.971 = load i32, ptr %.970, align 4
  %.972 = and i32 %.971, 1281
  %.973 = icmp eq i32 %.972, 1281
  br i1 %.973, label %.974, label %common.ret.sink.split

.974:
  %.976 = getelementptr i8, ptr %.76, i64 56
  %.977 = load ptr, ptr %.976, align 8
  %.978 = getelementptr i8, ptr %.977, i64 28
  %.979 = load i32, ptr %.978, align 4
  %25 = icmp eq i32 %.979, 11
  br i1 %25, label %.982, label %common.ret.sink.split

.982:
  %.984 = getelementptr i8, ptr %.977, i64 26
  %.985 = load i8, ptr %.984, align 1
  %.986.not = icmp eq i8 %.985, 62
  br i1 %.986.not, label %common.ret.sink.split, label %.987

.987:
  %.989 = getelementptr i8, ptr %.78, i64 8
  %.990 = load ptr, ptr %.989, align 8
  %.991 = icmp eq ptr %.990, @nnsearch_ndarray
  br i1 %.991, label %.992, label %common.ret.sink.split

.992:
  %.994 = getelementptr i8, ptr %.78, i64 24
  %.995 = load i32, ptr %.994, align 4
  %.996 = icmp eq i32 %.995, 1
  br i1 %.996, label %.997, label %common.ret.sink.split

.997:
  %.999 = getelementptr i8, ptr %.78, i64 64
  %.1000 = load i32, ptr %.999, align 4
  %.1001 = and i32 %.1000, 1281
  %.1002 = icmp eq i32 %.1001, 1281
  br i1 %.1002, label %.1003, label %common.ret.sink.split

.1003:
  %.1005 = getelementptr i8, ptr %.78, i64 56
  %.1006 = load ptr, ptr %.1005, align 8
  %.1007 = getelementptr i8, ptr %.1006, i64 28
  %.1008 = load i32, ptr %.1007, align 4
  switch i32 %.1008, label %common.ret.sink.split [
    i32 9, label %.1012
    i32 7, label %.1012
  ]

.1012:
  %.1014 = getelementptr i8, ptr %.1006, i64 26
  %.1015 = load i8, ptr %.1014, align 1
  %.1016.not = icmp eq i8 %.1015, 62
  br i1 %.1016.not, label %common.ret.sink.split, label %.1017

.1017:
  %.1019 = getelementptr i8, ptr %.80, i64 8
  %.1020 = load ptr, ptr %.1019, align 8
  %.1021 = icmp eq ptr %.1020, @nnsearch_ndarray
  br i1 %.1021, label %.1022, label %common.ret.sink.split

.1022:
  %.1024 = getelementptr i8, ptr %.80, i64 24
  %.1025 = load i32, ptr %.1024, align 4
  %.1026 = icmp eq i32 %.1025, 2
  br i1 %.1026, label %.1027, label %common.ret.sink.split

.1027:
  %.1029 = getelementptr i8, ptr %.80, i64 64
  %.1030 = load i32, ptr %.1029, align 4
  %.1031 = and i32 %.1030, 1281
  %.1032 = icmp eq i32 %.1031, 1281
  br i1 %.1032, label %.1033, label %common.ret.sink.split

.1033:
  %.1035 = getelementptr i8, ptr %.80, i64 56
  %.1036 = load ptr, ptr %.1035, align 8
  %.1037 = getelementptr i8, ptr %.1036, i64 28
  %.1038 = load i32, ptr %.1037, align 4
  %26 = icmp eq i32 %.1038, 12
  br i1 %26, label %.1041, label %common.ret.sink.split

.1041:
  %.1043 = getelementptr i8, ptr %.1036, i64 26
  %.1044 = load i8, ptr %.1043, align 1
  %.1045.not = icmp eq i8 %.1044, 62
  br i1 %.1045.not, label %common.ret.sink.split, label %.1046

.1046:
  %.1048 = getelementptr i8, ptr %.82, i64 8
  %.1049 = load ptr, ptr %.1048, align 8
  %.1050 = icmp eq ptr %.1049, @nnsearch_ndarray
  br i1 %.1050, label %.1051, label %common.ret.sink.split

.1051:
  %.1053 = getelementptr i8, ptr %.82, i64 24
  %.1054 = load i32, ptr %.1053, align 4
  %.1055 = icmp eq i32 %.1054, 2
  br i1 %.1055, label %.1056, label %common.ret.sink.split

.1056:
  %.1058 = getelementptr i8, ptr %.82, i64 64
  %.1059 = load i32, ptr %.1058, align 4
  %.1060 = and i32 %.1059, 1281
  %.1061 = icmp eq i32 %.1060, 1281
  br i1 %.1061, label %.1062, label %common.ret.sink.split

.1062:
  %.1064 = getelementptr i8, ptr %.82, i64 56
  %.1065 = load ptr, ptr %.1064, align 8
  %.1066 = getelementptr i8, ptr %.1065, i64 28
  %.1067 = load i32, ptr %.1066, align 4
  %27 = icmp eq i32 %.1067, 12
  br i1 %27, label %.1070, label %common.ret.sink.split

.1070:
  %.1072 = getelementptr i8, ptr %.1065, i64 26
  %.1073 = load i8, ptr %.1072, align 1
  %.1074.not = icmp eq i8 %.1073, 62
  br i1 %.1074.not, label %common.ret.sink.split, label %.1075

.1075:
  %.1077 = getelementptr i8, ptr %.10, i64 32
  %.1078 = load ptr, ptr %.1077, align 8
  %.1082 = load i64, ptr %.1078, align 4
  %.1083 = getelementptr i8, ptr %.1078, i64 8
  %.1084 = load i64, ptr %.1083, align 4
  %.1091 = getelementptr i8, ptr %.10, i64 16
  %.1092 = load ptr, ptr %.1091, align 8
  %.1093 = getelementptr i8, ptr %.12, i64 32
  %.1094 = load ptr, ptr %.1093, align 8
  %.1098 = load i64, ptr %.1094, align 4
  %.1102 = getelementptr i8, ptr %.12, i64 16
  %.1103 = load ptr, ptr %.1102, align 8
  %.1104 = getelementptr i8, ptr %.14, i64 32
  %.1105 = load ptr, ptr %.1104, align 8
  %.1109 = load i64, ptr %.1105, align 4
  %.1113 = getelementptr i8, ptr %.14, i64 16
  %.1114 = load ptr, ptr %.1113, align 8
  %.1115 = tail call i64 @PyLong_AsLongLong(ptr %.16)
  %.1116 = tail call i64 @PyLong_AsLongLong(ptr %.18)
  %.1117 = getelementptr i8, ptr %.20, i64 32
  %.1118 = load ptr, ptr %.1117, align 8
  %.1122 = load i64, ptr %.1118, align 4
  %.1123 = getelementptr i8, ptr %.1118, i64 8
  %.1124 = load i64, ptr %.1123, align 4
  %.1131 = getelementptr i8, ptr %.20, i64 16
  %.1132 = load ptr, ptr %.1131, align 8
  %.1133 = getelementptr i8, ptr %.22, i64 32
  %.1134 = load ptr, ptr %.1133, align 8
  %.1138 = load i64, ptr %.1134, align 4
  %.1139 = getelementptr i8, ptr %.1134, i64 8
  %.1140 = load i64, ptr %.1139, align 4
  %.1147 = getelementptr i8, ptr %.22, i64 16
  %.1148 = load ptr, ptr %.1147, align 8
  %.1149 = getelementptr i8, ptr %.24, i64 32
  %.1150 = load ptr, ptr %.1149, align 8
  %.1154 = load i64, ptr %.1150, align 4
  %.1158 = getelementptr i8, ptr %.24, i64 16
  %.1159 = load ptr, ptr %.1158, align 8
  %.1160 = getelementptr i8, ptr %.26, i64 32
  %.1161 = load ptr, ptr %.1160, align 8
  %.1165 = load i64, ptr %.1161, align 4
  %.1169 = getelementptr i8, ptr %.26, i64 16
  %.1170 = load ptr, ptr %.1169, align 8
  %.1171 = getelementptr i8, ptr %.28, i64 32
  %.1172 = load ptr, ptr %.1171, align 8
  %.1176 = load i64, ptr %.1172, align 4
  %.1180 = getelementptr i8, ptr %.28, i64 16
  %.1181 = load ptr, ptr %.1180, align 8
  %.1191 = getelementptr i8, ptr %.30, i64 16
  %.1192 = load ptr, ptr %.1191, align 8
  %.1193 = getelementptr i8, ptr %.32, i64 32
  %.1194 = load ptr, ptr %.1193, align 8
  %.1199 = getelementptr i8, ptr %.1194, i64 8
  %.1200 = load i64, ptr %.1199, align 4
  %.1207 = getelementptr i8, ptr %.32, i64 16
  %.1208 = load ptr, ptr %.1207, align 8
  %.1218 = getelementptr i8, ptr %.34, i64 16
  %.1219 = load ptr, ptr %.1218, align 8
  %.1220 = getelementptr i8, ptr %.36, i64 32
  %.1221 = load ptr, ptr %.1220, align 8
  %.1225 = load i64, ptr %.1221, align 4
  %.1229 = getelementptr i8, ptr %.36, i64 16
  %.1230 = load ptr, ptr %.1229, align 8
  %.1231 = getelementptr i8, ptr %.38, i64 32
  %.1232 = load ptr, ptr %.1231, align 8
  %.1236 = load i64, ptr %.1232, align 4
  %.1237 = getelementptr i8, ptr %.1232, i64 8
  %.1238 = load i64, ptr %.1237, align 4
  %.1245 = getelementptr i8, ptr %.38, i64 16
  %.1246 = load ptr, ptr %.1245, align 8
  %.1247 = getelementptr i8, ptr %.40, i64 32
  %.1248 = load ptr, ptr %.1247, align 8
  %.1252 = load i64, ptr %.1248, align 4
  %.1253 = getelementptr i8, ptr %.1248, i64 8
  %.1254 = load i64, ptr %.1253, align 4
  %.1261 = getelementptr i8, ptr %.40, i64 16
  %.1262 = load ptr, ptr %.1261, align 8
  %.1263 = getelementptr i8, ptr %.42, i64 32
  %.1264 = load ptr, ptr %.1263, align 8
  %.1268 = load i64, ptr %.1264, align 4
  %.1269 = getelementptr i8, ptr %.1264, i64 8
  %.1270 = load i64, ptr %.1269, align 4
  %.1277 = getelementptr i8, ptr %.42, i64 16
  %.1278 = load ptr, ptr %.1277, align 8
  %.1279 = getelementptr i8, ptr %.44, i64 32
  %.1280 = load ptr, ptr %.1279, align 8
  %.1284 = load i64, ptr %.1280, align 4
  %.1285 = getelementptr i8, ptr %.1280, i64 8
  %.1286 = load i64, ptr %.1285, align 4
  %.1293 = getelementptr i8, ptr %.44, i64 16
  %.1294 = load ptr, ptr %.1293, align 8
  %.1295 = getelementptr i8, ptr %.46, i64 32
  %.1296 = load ptr, ptr %.1295, align 8
  %.1300 = load i64, ptr %.1296, align 4
  %.1301 = getelementptr i8, ptr %.1296, i64 8
  %.1302 = load i64, ptr %.1301, align 4
  %.1309 = getelementptr i8, ptr %.46, i64 16
  %.1310 = load ptr, ptr %.1309, align 8
  %.1311 = getelementptr i8, ptr %.48, i64 32
  %.1312 = load ptr, ptr %.1311, align 8
  %.1316 = load i64, ptr %.1312, align 4
  %.1317 = getelementptr i8, ptr %.1312, i64 8
  %.1318 = load i64, ptr %.1317, align 4
  %.1319 = getelementptr i8, ptr %.1312, i64 16
  %.1320 = load i64, ptr %.1319, align 4
  %.1330 = getelementptr i8, ptr %.48, i64 16
  %.1331 = load ptr, ptr %.1330, align 8
  %.1332 = getelementptr i8, ptr %.50, i64 32
  %.1333 = load ptr, ptr %.1332, align 8
  %.1337 = load i64, ptr %.1333, align 4
  %.1338 = getelementptr i8, ptr %.1333, i64 8
  %.1339 = load i64, ptr %.1338, align 4
  %.1340 = getelementptr i8, ptr %.1333, i64 16
  %.1341 = load i64, ptr %.1340, align 4
  %.1351 = getelementptr i8, ptr %.50, i64 16
  %.1352 = load ptr, ptr %.1351, align 8
  %.1353 = tail call i64 @PyLong_AsLongLong(ptr %.52)
  %.1354 = getelementptr i8, ptr %.54, i64 32
  %.1355 = load ptr, ptr %.1354, align 8
  %.1359 = load i64, ptr %.1355, align 4
  %.1360 = getelementptr i8, ptr %.1355, i64 8
  %.1361 = load i64, ptr %.1360, align 4
  %.1368 = getelementptr i8, ptr %.54, i64 16
  %.1369 = load ptr, ptr %.1368, align 8
  %.1379 = getelementptr i8, ptr %.56, i64 16
  %.1380 = load ptr, ptr %.1379, align 8
  %.1390 = getelementptr i8, ptr %.58, i64 16
  %.1391 = load ptr, ptr %.1390, align 8
  %.1392 = getelementptr i8, ptr %.60, i64 32
  %.1393 = load ptr, ptr %.1392, align 8
  %.1397 = load i64, ptr %.1393, align 4
  %.1401 = getelementptr i8, ptr %.60, i64 16
  %.1402 = load ptr, ptr %.1401, align 8
  %.1403 = getelementptr i8, ptr %.62, i64 32
  %.1404 = load ptr, ptr %.1403, align 8
  %.1408 = load i64, ptr %.1404, align 4
  %.1412 = getelementptr i8, ptr %.62, i64 16
  %.1413 = load ptr, ptr %.1412, align 8
  %.1414 = getelementptr i8, ptr %.64, i64 32
  %.1415 = load ptr, ptr %.1414, align 8
  %.1419 = load i64, ptr %.1415, align 4
  %.1423 = getelementptr i8, ptr %.64, i64 16
  %.1424 = load ptr, ptr %.1423, align 8
  %.1434 = getelementptr i8, ptr %.66, i64 16
  %.1435 = load ptr, ptr %.1434, align 8
  %.1436 = getelementptr i8, ptr %.68, i64 32
  %.1437 = load ptr, ptr %.1436, align 8
  %.1441 = load i64, ptr %.1437, align 4
  %.1442 = getelementptr i8, ptr %.1437, i64 8
  %.1443 = load i64, ptr %.1442, align 4
  %.1444 = getelementptr i8, ptr %.1437, i64 16
  %.1445 = load i64, ptr %.1444, align 4
  %.1455 = getelementptr i8, ptr %.68, i64 16
  %.1456 = load ptr, ptr %.1455, align 8
  %.1457 = getelementptr i8, ptr %.70, i64 32
  %.1458 = load ptr, ptr %.1457, align 8
  %.1462 = load i64, ptr %.1458, align 4
  %.1463 = getelementptr i8, ptr %.1458, i64 8
  %.1464 = load i64, ptr %.1463, align 4
  %.1471 = getelementptr i8, ptr %.70, i64 16
  %.1472 = load ptr, ptr %.1471, align 8
  %.1473 = getelementptr i8, ptr %.72, i64 32
  %.1474 = load ptr, ptr %.1473, align 8
  %.1479 = getelementptr i8, ptr %.1474, i64 8
  %.1480 = load i64, ptr %.1479, align 4
  %.1487 = getelementptr i8, ptr %.72, i64 16
  %.1488 = load ptr, ptr %.1487, align 8
  %.1489 = getelementptr i8, ptr %.74, i64 32
  %.1490 = load ptr, ptr %.1489, align 8
  %.1495 = getelementptr i8, ptr %.1490, i64 8
  %.1496 = load i64, ptr %.1495, align 4
  %.1503 = getelementptr i8, ptr %.74, i64 16
  %.1504 = load ptr, ptr %.1503, align 8
  %.1505 = getelementptr i8, ptr %.76, i64 32
  %.1506 = load ptr, ptr %.1505, align 8
  %.1511 = getelementptr i8, ptr %.1506, i64 8
  %.1512 = load i64, ptr %.1511, align 4
  %.1519 = getelementptr i8, ptr %.76, i64 16
  %.1520 = load ptr, ptr %.1519, align 8
  %.1530 = getelementptr i8, ptr %.78, i64 16
  %.1531 = load ptr, ptr %.1530, align 8
  %.1532 = getelementptr i8, ptr %.80, i64 32
  %.1533 = load ptr, ptr %.1532, align 8
  %.1538 = getelementptr i8, ptr %.1533, i64 8
  %.1539 = load i64, ptr %.1538, align 4
  %.1546 = getelementptr i8, ptr %.80, i64 16
  %.1547 = load ptr, ptr %.1546, align 8
  %.1548 = getelementptr i8, ptr %.82, i64 32
  %.1549 = load ptr, ptr %.1548, align 8
  %.1554 = getelementptr i8, ptr %.1549, i64 8
  %.1555 = load i64, ptr %.1554, align 4
  %.1562 = getelementptr i8, ptr %.82, i64 16
  %.1563 = load ptr, ptr %.1562, align 8
  %.1564 = tail call double @PyFloat_AsDouble(ptr %.84)
  %.1566 = tail call ptr @PyErr_Occurred()
  %.1568 = icmp eq ptr %.1566, null
  br i1 %.1568, label %.1567, label %common.ret

.1567:
  %.1565 = fptrunc double %.1564 to float
  %.1453 = mul i64 %.1445, %.1443
  %.1573 = tail call ptr @PyEval_SaveThread()
  %.707.i = sub i64 %.1116, %.1115
  %.753.i91.not = icmp slt i64 %.707.i, 1
  br i1 %.753.i91.not, label %_ZN8nnsearch8training14compiled_steps11_steps_loopB3v22B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi2E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedExx5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIbLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi3E1C7mutable7alignedEx5ArrayIfLi2E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7a, label %B82.i.lr.ph

B82.i.lr.ph:
  %28 = getelementptr i64, ptr %.1159, i64 %.1154
  %.663.i = getelementptr i8, ptr %28, i64 -8
  %.664.i = load i64, ptr %.663.i, align 8
  %.874.i79.not = icmp slt i64 %.1539, 1
  %.1123.i76.not = icmp slt i64 %.1084, 1
  %.1338.i = icmp slt i64 %.1359, 1
  %.1345.i = icmp slt i64 %.1539, 0
  %.1346.i = select i1 %.1345.i, i64 %.1359, i64 0
  %.1347.i = add i64 %.1346.i, %.1539
  %.1350.i = icmp slt i64 %.1347.i, 0
  %.1355.not.i = icmp slt i64 %.1347.i, %.1359
  %.142145.not.i = icmp slt i64 %.1361, 1
  %.1606.i88.not = icmp slt i64 %.1122, 1
  %.1905.i = mul nsw i64 %.664.i, %.1539
  %.55.i = ptrtoint ptr %.1435 to i64
  %.113.i = getelementptr i8, ptr %.1531, i64 8
  %.142.i = getelementptr i8, ptr %.1531, i64 16
  %.170.i = ptrtoint ptr %.1531 to i64
  %.172.i = add nsw i64 %.170.i, 16
  %.173.i = add nsw i64 %.170.i, 24
  %.176323.not.i = icmp slt i64 %.1462, 1
  %.297314.not.i = icmp slt i64 %.1464, 1
  %.508.i = add i64 %.1441, -1
  %spec.select313.i = tail call i64 @llvm.smax.i64(i64 %.508.i, i64 0)
  %.551320.not.i = icmp slt i64 %.508.i, 1
  %.75.i = ptrtoint ptr %.1472 to i64
  %.105.i = ptrtoint ptr %.1504 to i64
  %.552427.not.i = icmp slt i64 %.1441, 1
  %.2752.i = icmp slt i64 %.1353, 0
  %.3180.not.i = icmp eq i64 %.1236, 0
  %.3276.i85.not94 = icmp slt i64 %.1124, 1
  %.3703.i = mul i64 %.1320, %.1318
  %.3916.i = mul i64 %.1341, %.1339
  %.pre = mul i64 %.1138, %.1140
  %brmerge = select i1 %.3180.not.i, i1 true, i1 %.3276.i85.not94
  br label %B82.i

B78.i.loopexit:
  %.753.i = icmp sgt i64 %.697.i.092, 1
  br i1 %.753.i, label %B82.i, label %_ZN8nnsearch8training14compiled_steps11_steps_loopB3v22B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi2E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedExx5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIbLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi3E1C7mutable7alignedEx5ArrayIfLi2E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7a

B82.i:
  %.694.i.093 = phi i64 [ %.1115, %B82.i.lr.ph ], [ %.766.i, %B78.i.loopexit ]
  %.697.i.092 = phi i64 [ %.707.i, %B82.i.lr.ph ], [ %.762.i, %B78.i.loopexit ]
  %.762.i = add nsw i64 %.697.i.092, -1
  %.766.i = add i64 %.694.i.093, 1
  br i1 %.874.i79.not, label %B280.else.endif.i, label %B114.if.i.lr.ph

B114.if.i.lr.ph:
  %.931.i = mul nsw i64 %.694.i.093, %.1359
  br label %B114.if.i

B114.i.loopexit:
  %exitcond100.not = icmp eq i64 %.1539, %.887.i
  br i1 %exitcond100.not, label %B280.else.endif.i, label %B114.if.i

B384.i:
  %.1549.i.090 = phi i64 [ 0, %B384.i.lr.ph ], [ %.1619.i, %B1611.i ]
  %.1619.i = add nuw nsw i64 %.1549.i.090, 1
  %.1685.i = mul i64 %.1549.i.090, %.1200
  %.1687.i = getelementptr float, ptr %.1208, i64 %.1685.i
  %.1758.i = mul i64 %.1549.i.090, %.1124
  %.1760.i = getelementptr float, ptr %.1132, i64 %.1758.i
  call fastcc void @_ZN8nnsearch2nn5fused5go_upB3v24B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIbLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx(ptr %.1803.i, ptr %.1760.i, ptr %.1391, ptr %.1159, i64 %.1154, ptr %.1170, i64 %.1165, ptr %.1181, i64 %.1176, ptr %.1192, ptr %.1687.i, ptr %.1219, ptr %.1230, i64 %.1225, ptr %.1402, i64 %.1397, ptr %.1413, i64 %.1408, ptr %.1435, i64 %.1539)
  call fastcc void @_ZN8nnsearch2nn6losses12shift_logitsB3v25B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE(ptr %.1862.i, ptr %.1456, i64 %.1441, i64 %.1443, i64 %.1445, ptr %.1380, ptr %.1472, i64 %.1462, i64 %.1464, ptr %.1488, i64 %.1480)
  store i64 %.55.i, ptr %.1531, align 8
  store i64 %.55.i, ptr %.113.i, align 8
  store i64 %.1905.i, ptr %.142.i, align 8
  call void @nnsearch_exp(i64 %.170.i, i64 %.172.i, i64 %.173.i, i64 0)
  br i1 %.176323.not.i, label %_ZN8nnsearch2nn6losses12count_missesB3v29B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE.exit.thread.critedge, label %B82.if.i

B82.loopexit.i:
  %exitcond328.not.i = icmp eq i64 %.189.i, %.1462
  br i1 %exitcond328.not.i, label %_ZN8nnsearch2nn6losses14add_up_classesB3v27B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE.exit, label %B82.if.i

B154.i:
  br i1 %.551320.not.i, label %B82.loopexit.i, label %B186.if.lr.ph.i

B186.if.lr.ph.i:
  %.757.i = mul i64 %.118.0324.i, %.1464
  %29 = getelementptr float, ptr %.1472, i64 %.757.i
  %.831.i = mul i64 %.118.0324.i, %.1445
  %invariant.gep.i = getelementptr float, ptr %.1456, i64 %.831.i
  br label %B186.if.i

B186.loopexit.i:
  %exitcond327.not.i = icmp eq i64 %.495.0321.i, %spec.select313.i
  br i1 %exitcond327.not.i, label %B82.loopexit.i, label %B186.if.i

B82.if.i:
  %.118.0324.i = phi i64 [ %.189.i, %B82.loopexit.i ], [ 0, %B384.i ]
  %.189.i = add nuw nsw i64 %.118.0324.i, 1
  br i1 %.297314.not.i, label %B154.i, label %B116.if.lr.ph.i

B116.if.lr.ph.i:
  %.405.i = mul i64 %.118.0324.i, %.1445
  %30 = getelementptr float, ptr %.1456, i64 %.405.i
  %.458.i = mul i64 %.118.0324.i, %.1464
  %31 = getelementptr float, ptr %.1472, i64 %.458.i
  br label %B116.if.i

B116.if.i:
  %.241.0315.i = phi i64 [ 0, %B116.if.lr.ph.i ], [ %.310.i, %B116.if.i ]
  %.310.i = add nuw nsw i64 %.241.0315.i, 1
  %32 = getelementptr float, ptr %30, i64 %.241.0315.i
  %.410.i = load float, ptr %32, align 4
  %33 = getelementptr float, ptr %31, i64 %.241.0315.i
  store float %.410.i, ptr %33, align 4
  %exitcond.not.i = icmp eq i64 %.1464, %.310.i
  br i1 %exitcond.not.i, label %B154.i, label %B116.if.i

B186.if.i:
  %.495.0321.i = phi i64 [ 1, %B186.if.lr.ph.i ], [ %.564.i, %B186.loopexit.i ]
  %.564.i = add nuw i64 %.495.0321.i, 1
  br i1 %.297314.not.i, label %B186.loopexit.i, label %B220.if.lr.ph.i

B220.if.lr.ph.i:
  %.829.i = mul i64 %.1453, %.495.0321.i
  %gep.i = getelementptr float, ptr %invariant.gep.i, i64 %.829.i
  br label %B220.if.i

B220.if.i:
  %.616.0318.i = phi i64 [ 0, %B220.if.lr.ph.i ], [ %.685.i, %B220.if.i ]
  %.685.i = add nuw nsw i64 %.616.0318.i, 1
  %34 = getelementptr float, ptr %29, i64 %.616.0318.i
  %.762.i1 = load float, ptr %34, align 4
  %35 = getelementptr float, ptr %gep.i, i64 %.616.0318.i
  %.836.i = load float, ptr %35, align 4
  %.840.i = fadd float %.762.i1, %.836.i
  store float %.840.i, ptr %34, align 4
  %exitcond326.not.i = icmp eq i64 %.1464, %.685.i
  br i1 %exitcond326.not.i, label %B186.loopexit.i, label %B220.if.i

_ZN8nnsearch2nn6losses14add_up_classesB3v27B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE.exit:
  store i64 %.75.i, ptr %.1531, align 8
  store i64 %.105.i, ptr %.113.i, align 8
  store i64 %.1464, ptr %.142.i, align 8
  call void @nnsearch_log(i64 %.170.i, i64 %.172.i, i64 %.173.i, i64 0)
  br label %B54.if.i

_ZN8nnsearch2nn6losses12count_missesB3v29B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE.exit.thread.critedge:
  store i64 %.75.i, ptr %.1531, align 8
  store i64 %.105.i, ptr %.113.i, align 8
  store i64 %.1464, ptr %.142.i, align 8
  call void @nnsearch_log(i64 %.170.i, i64 %.172.i, i64 %.173.i, i64 0)
  br label %_ZN8nnsearch2nn6losses14derive_softmaxB3v30B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedEf.exit

B54.loopexit.i:
  %exitcond381.not.i = icmp eq i64 %.241.i2, %.1462
  br i1 %exitcond381.not.i, label %B82.if.i7, label %B54.if.i

B214.i:
  %invariant.gep367.i = getelementptr float, ptr %invariant.gep376.i, i64 %.293.0374.i
  %.850369.not.i = icmp slt i64 %.581.i, 1
  br i1 %.850369.not.i, label %B298.i, label %B256.if.i

B298.i:
  %wrong.3.2.i = phi i1 [ %.661.i, %B88.if.i ], [ %.661.i, %B214.i ], [ %.971.i, %B256.if.i ]
  %36 = getelementptr float, ptr %40, i64 %.293.0374.i
  %.1040.i = uitofp i1 %wrong.3.2.i to float
  store float %.1040.i, ptr %36, align 4
  %exitcond380.not.i = icmp eq i64 %.1464, %.362.i
  br i1 %exitcond380.not.i, label %B54.loopexit.i, label %B88.if.i

B54.if.i:
  %.170.0378.i = phi i64 [ 0, %_ZN8nnsearch2nn6losses14add_up_classesB3v27B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE.exit ], [ %.241.i2, %B54.loopexit.i ]
  %.241.i2 = add nuw nsw i64 %.170.0378.i, 1
  br i1 %.297314.not.i, label %B54.loopexit.i, label %B88.if.lr.ph.i

B88.if.lr.ph.i:
  %.438.i = mul i64 %.170.0378.i, %.1496
  %37 = getelementptr float, ptr %.1504, i64 %.438.i
  %.492.i = mul i64 %.170.0378.i, %.1480
  %38 = getelementptr float, ptr %.1488, i64 %.492.i
  %.650.i = mul i64 %.170.0378.i, %.1445
  %invariant.gep376.i = getelementptr float, ptr %.1456, i64 %.650.i
  %.717.i = mul i64 %.170.0378.i, %.1464
  %39 = getelementptr float, ptr %.1472, i64 %.717.i
  %.1034.i = mul i64 %.170.0378.i, %.1512
  %40 = getelementptr float, ptr %.1520, i64 %.1034.i
  br label %B88.if.i

B88.if.i:
  %.293.0374.i = phi i64 [ 0, %B88.if.lr.ph.i ], [ %.362.i, %B298.i ]
  %.362.i = add nuw nsw i64 %.293.0374.i, 1
  %41 = getelementptr float, ptr %37, i64 %.293.0374.i
  %.443.i = load float, ptr %41, align 4
  %42 = getelementptr float, ptr %38, i64 %.293.0374.i
  %.497.i = load float, ptr %42, align 4
  %.500.i = fsub float %.443.i, %.497.i
  store float %.500.i, ptr %41, align 4
  %43 = getelementptr i64, ptr %.1380, i64 %.293.0374.i
  %.581.i = load i64, ptr %43, align 8
  %.616.i = icmp slt i64 %.581.i, 0
  %.617.i = select i1 %.616.i, i64 %.1441, i64 0
  %.618.i = add i64 %.617.i, %.581.i
  %.648.i = mul i64 %.618.i, %.1453
  %gep.i3 = getelementptr float, ptr %invariant.gep376.i, i64 %.648.i
  %.654.i = getelementptr float, ptr %gep.i3, i64 %.293.0374.i
  %.655.i = load float, ptr %.654.i, align 4
  %.661.i = fcmp une float %.655.i, 1.000000e+00
  %44 = getelementptr float, ptr %39, i64 %.293.0374.i
  %.722.i = load float, ptr %44, align 4
  %.727.i = fcmp ult float %.722.i, 2.000000e+00
  br i1 %.727.i, label %B298.i, label %B214.i

B256.if.i:
  %wrong.2.3372.i = phi i1 [ %.971.i, %B256.if.i ], [ %.661.i, %B214.i ]
  %.791.0370.i = phi i64 [ %.863.i, %B256.if.i ], [ 0, %B214.i ]
  %.863.i = add nuw nsw i64 %.791.0370.i, 1
  %.956.i = mul i64 %.791.0370.i, %.1453
  %gep368.i = getelementptr float, ptr %invariant.gep367.i, i64 %.956.i
  %.963.i4 = load float, ptr %gep368.i, align 4
  %.969.i = fcmp oeq float %.963.i4, 1.000000e+00
  %.971.i = or i1 %wrong.2.3372.i, %.969.i
  %exitcond.not.i5 = icmp eq i64 %.581.i, %.863.i
  br i1 %exitcond.not.i5, label %B298.i, label %B256.if.i

B82.loopexit.i15:
  %exitcond441.not.i = icmp eq i64 %.206.i, %.1462
  br i1 %exitcond441.not.i, label %_ZN8nnsearch2nn6losses14derive_softmaxB3v30B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedEf.exit, label %B82.if.i7

B158.i:
  br i1 %.552427.not.i, label %B314.preheader.i, label %B188.if.lr.ph.i

B188.if.lr.ph.i:
  %.779.i = mul i64 %.135.0436.i, %.1445
  %invariant.gep.i11 = getelementptr float, ptr %.1456, i64 %.779.i
  %.832.i12 = mul i64 %.135.0436.i, %.1464
  %45 = getelementptr float, ptr %.1472, i64 %.832.i12
  br label %B188.if.i

B188.loopexit.i:
  %exitcond439.not.i = icmp eq i64 %.1441, %.565.i
  br i1 %exitcond439.not.i, label %B314.preheader.i, label %B188.if.i

B314.preheader.i:
  br i1 %.297314.not.i, label %B82.loopexit.i15, label %B314.if.lr.ph.i

B314.if.lr.ph.i:
  %.1137.i = mul i64 %.135.0436.i, %.1445
  %invariant.gep433.i = getelementptr float, ptr %.1456, i64 %.1137.i
  br label %B314.if.i

B82.if.i7:
  %.135.0436.i = phi i64 [ %.206.i, %B82.loopexit.i15 ], [ 0, %B54.loopexit.i ]
  %.206.i = add nuw nsw i64 %.135.0436.i, 1
  br i1 %.297314.not.i, label %B158.i, label %B116.if.lr.ph.i8

B116.if.lr.ph.i8:
  %.399.i = mul i64 %.135.0436.i, %.1464
  %46 = getelementptr float, ptr %.1472, i64 %.399.i
  br label %B116.if.i9

B116.if.i9:
  %.258.0422.i = phi i64 [ 0, %B116.if.lr.ph.i8 ], [ %.327.i, %B116.if.i9 ]
  %.327.i = add nuw nsw i64 %.258.0422.i, 1
  %47 = getelementptr float, ptr %46, i64 %.258.0422.i
  %.404.i = load float, ptr %47, align 4
  %.411.i = fdiv float %.1565, %.404.i
  store float %.411.i, ptr %47, align 4
  %exitcond.not.i10 = icmp eq i64 %.1464, %.327.i
  br i1 %exitcond.not.i10, label %B158.i, label %B116.if.i9

B188.if.i:
  %.496.0428.i = phi i64 [ 0, %B188.if.lr.ph.i ], [ %.565.i, %B188.loopexit.i ]
  %.565.i = add nuw nsw i64 %.496.0428.i, 1
  br i1 %.297314.not.i, label %B188.loopexit.i, label %B222.if.lr.ph.i

B222.if.lr.ph.i:
  %.777.i = mul i64 %.496.0428.i, %.1453
  %gep.i13 = getelementptr float, ptr %invariant.gep.i11, i64 %.777.i
  br label %B222.if.i

B222.if.i:
  %.617.0425.i = phi i64 [ 0, %B222.if.lr.ph.i ], [ %.686.i, %B222.if.i ]
  %.686.i = add nuw nsw i64 %.617.0425.i, 1
  %48 = getelementptr float, ptr %gep.i13, i64 %.617.0425.i
  %.784.i = load float, ptr %48, align 4
  %49 = getelementptr float, ptr %45, i64 %.617.0425.i
  %.837.i = load float, ptr %49, align 4
  %.840.i14 = fmul float %.784.i, %.837.i
  store float %.840.i14, ptr %48, align 4
  %exitcond438.not.i = icmp eq i64 %.1464, %.686.i
  br i1 %exitcond438.not.i, label %B188.loopexit.i, label %B222.if.i

B314.if.i:
  %.946.0431.i = phi i64 [ 0, %B314.if.lr.ph.i ], [ %.1015.i, %B314.if.i ]
  %.1015.i = add nuw nsw i64 %.946.0431.i, 1
  %50 = getelementptr i64, ptr %.1380, i64 %.946.0431.i
  %.1069.i = load i64, ptr %50, align 8
  %.1103.i = icmp slt i64 %.1069.i, 0
  %.1104.i = select i1 %.1103.i, i64 %.1441, i64 0
  %.1105.i = add i64 %.1104.i, %.1069.i
  %.1135.i = mul i64 %.1105.i, %.1453
  %gep434.i = getelementptr float, ptr %invariant.gep433.i, i64 %.1135.i
  %51 = getelementptr float, ptr %gep434.i, i64 %.946.0431.i
  %.1142.i = load float, ptr %51, align 4
  %.1144.i = fsub float %.1142.i, %.1565
  store float %.1144.i, ptr %51, align 4
  %exitcond440.not.i = icmp eq i64 %.1464, %.1015.i
  br i1 %exitcond440.not.i, label %B82.loopexit.i15, label %B314.if.i

_ZN8nnsearch2nn6losses14derive_softmaxB3v30B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi3E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedEf.exit:
  br i1 %.874.i79.not, label %B826.i, label %B716.if.i.lr.ph

B716.if.i.lr.ph:
  %.2272.i = mul i64 %.1549.i.090, %.1539
  %52 = getelementptr double, ptr %.1547, i64 %.2272.i
  %.2431.i = mul i64 %.1549.i.090, %.1555
  %53 = getelementptr double, ptr %.1563, i64 %.2431.i
  br label %B716.if.i

B826.i:
  %.2659.i = mul i64 %.1549.i.090, %.1140
  %.2661.i = getelementptr float, ptr %.1148, i64 %.2659.i
  call fastcc void @_ZN8nnsearch2nn5fused7go_downB3v31B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedEx(ptr %.2701.i, ptr %.1369, i64 %.1361, ptr %.1760.i, ptr %.2661.i, ptr %.1159, i64 %.1154, ptr %.1170, i64 %.1165, ptr %.1402, ptr %.1413, i64 %.1408, ptr %.1424, i64 %.1419, ptr %.1435, i64 %.1539)
  br i1 %.2752.i, label %B1611.i, label %B914.else.endif.i

B1044.if.i.lr.ph:
  %.3469.i = mul i64 %.1549.i.090, %.1238
  %54 = getelementptr float, ptr %.1246, i64 %.3469.i
  br label %B1044.if.i

B1206.i:
  %.160211.not.i = icmp slt i64 %.2879.i, 1
  br i1 %.160211.not.i, label %B1611.i, label %B56.if.i

B56.loopexit.i:
  %exitcond214.not.i = icmp eq i64 %.2879.i, %.173.i16
  br i1 %exitcond214.not.i, label %B1611.i, label %B56.if.i

B56.if.i:
  %.102.0212.i = phi i64 [ %.173.i16, %B56.loopexit.i ], [ 0, %B1206.i ]
  %.173.i16 = add nuw nsw i64 %.102.0212.i, 1
  br i1 %.3276.i85.not94, label %B56.loopexit.i, label %B112.if.lr.ph.i

B112.if.lr.ph.i:
  %.380.i = mul i64 %.102.0212.i, %.1124
  %55 = getelementptr float, ptr %.2910.i, i64 %.380.i
  %.433.i = mul i64 %.102.0212.i, %.1140
  %56 = getelementptr float, ptr %.3101.i, i64 %.433.i
  %.490.i = mul i64 %.102.0212.i, %.1320
  %.494.i = getelementptr float, ptr %.3709.i, i64 %.490.i
  br label %B112.if.i

B112.if.i:
  %.239.0209.i = phi i64 [ 0, %B112.if.lr.ph.i ], [ %.308.i, %B112.if.i ]
  %.308.i = add nuw nsw i64 %.239.0209.i, 1
  %57 = getelementptr float, ptr %55, i64 %.239.0209.i
  %.385.i = load float, ptr %57, align 4
  %58 = getelementptr float, ptr %56, i64 %.239.0209.i
  %.438.i17 = load float, ptr %58, align 4
  %.495.i = load float, ptr %.494.i, align 4
  %.496.i = fmul float %.438.i17, %.495.i
  %.497.i18 = fsub float %.385.i, %.496.i
  store float %.497.i18, ptr %57, align 4
  %exitcond.not.i19 = icmp eq i64 %.1124, %.308.i
  br i1 %exitcond.not.i19, label %B56.loopexit.i, label %B112.if.i

B1611.i:
  %exitcond104.not = icmp eq i64 %.1122, %.1619.i
  br i1 %exitcond104.not, label %B78.i.loopexit, label %B384.i

B114.if.i:
  %.818.i.081 = phi i64 [ 0, %B114.if.i.lr.ph ], [ %.887.i, %B114.i.loopexit ]
  %.887.i = add nuw nsw i64 %.818.i.081, 1
  %.933.i = add nsw i64 %.818.i.081, %.931.i
  %.947.i = icmp slt i64 %.933.i, 0
  %.948.i = select i1 %.947.i, i64 %.1109, i64 0
  %59 = getelementptr i64, ptr %.1114, i64 %.933.i
  %.962.i = getelementptr i64, ptr %59, i64 %.948.i
  %.963.i = load i64, ptr %.962.i, align 8
  %.981.i = icmp slt i64 %.963.i, 0
  %.982.i = select i1 %.981.i, i64 %.1098, i64 0
  %60 = getelementptr i64, ptr %.1103, i64 %.963.i
  %.996.i = getelementptr i64, ptr %60, i64 %.982.i
  %.997.i = load i64, ptr %.996.i, align 8
  %61 = getelementptr i64, ptr %.1380, i64 %.818.i.081
  store i64 %.997.i, ptr %61, align 8
  br i1 %.1123.i76.not, label %B114.i.loopexit, label %B242.if.i.lr.ph

B242.if.i.lr.ph:
  %.1187.i = select i1 %.981.i, i64 %.1082, i64 0
  %.1188.i = add i64 %.1187.i, %.963.i
  %.1208.i = mul i64 %.1188.i, %.1084
  %62 = getelementptr float, ptr %.1092, i64 %.1208.i
  %.1263.i = mul i64 %.818.i.081, %.1361
  %63 = getelementptr float, ptr %.1369, i64 %.1263.i
  br label %B242.if.i

B242.if.i:
  %.1067.i.078 = phi i64 [ 0, %B242.if.i.lr.ph ], [ %.1136.i, %B242.if.i ]
  %.1136.i = add nuw nsw i64 %.1067.i.078, 1
  %64 = getelementptr float, ptr %62, i64 %.1067.i.078
  %.1213.i = load float, ptr %64, align 4
  %65 = getelementptr float, ptr %63, i64 %.1067.i.078
  store float %.1213.i, ptr %65, align 4
  %exitcond.not = icmp eq i64 %.1084, %.1136.i
  br i1 %exitcond.not, label %B114.i.loopexit, label %B242.if.i

B280.endif.i:
  %.1318.sroa.13.0.i = phi i64 [ %.1359, %B280.else.endif.endif.endif.if.i ], [ %.1318.sroa.13.1.i, %B280.else.endif.endif.endif.i ]
  %.1406.i = sub i64 %.1318.sroa.13.0.i, %.1318.sroa.0.3.i
  %.1415.i = tail call i64 @llvm.smax.i64(i64 %.1406.i, i64 0)
  %.1435.i = mul i64 %.1318.sroa.0.3.i, %.1361
  %.1437.i = getelementptr float, ptr %.1369, i64 %.1435.i
  br i1 %.142145.not.i, label %_ZN8nnsearch2nn5fused9transposeB3v23B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE.exit, label %B54.if.lr.ph.i20

B54.if.lr.ph.i20:
  %.263140.not.i = icmp slt i64 %.1406.i, 1
  br label %B54.if.i21

B54.loopexit.i27:
  %exitcond148.not.i = icmp eq i64 %.155.i, %.1361
  br i1 %exitcond148.not.i, label %_ZN8nnsearch2nn5fused9transposeB3v23B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE.exit, label %B54.if.i21

B54.if.i21:
  %.84.0146.i = phi i64 [ 0, %B54.if.lr.ph.i20 ], [ %.155.i, %B54.loopexit.i27 ]
  %.155.i = add nuw nsw i64 %.84.0146.i, 1
  br i1 %.263140.not.i, label %B54.loopexit.i27, label %B88.if.lr.ph.i22

B88.if.lr.ph.i22:
  %invariant.gep.i23 = getelementptr float, ptr %.1437.i, i64 %.84.0146.i
  %.358.i = mul nuw nsw i64 %.84.0146.i, %.1415.i
  %invariant.gep149.i = getelementptr float, ptr %.1391, i64 %.358.i
  br label %B88.if.i24

B88.if.i24:
  %.207.0141.i = phi i64 [ 0, %B88.if.lr.ph.i22 ], [ %.276.i, %B88.if.i24 ]
  %.276.i = add nuw nsw i64 %.207.0141.i, 1
  %.348.i = mul i64 %.207.0141.i, %.1361
  %gep144.i = getelementptr float, ptr %invariant.gep.i23, i64 %.348.i
  %.353.i = load float, ptr %gep144.i, align 4
  %gep.i25 = getelementptr float, ptr %invariant.gep149.i, i64 %.207.0141.i
  store float %.353.i, ptr %gep.i25, align 4
  %exitcond.not.i26 = icmp eq i64 %.1406.i, %.276.i
  br i1 %exitcond.not.i26, label %B54.loopexit.i27, label %B88.if.i24

_ZN8nnsearch2nn5fused9transposeB3v23B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE.exit:
  br i1 %.1606.i88.not, label %B78.i.loopexit, label %B384.i.lr.ph

B384.i.lr.ph:
  %.3578.i = icmp slt i64 %.694.i.093, 0
  %.3579.i = select i1 %.3578.i, i64 %.1316, i64 0
  %.3580.i = add i64 %.3579.i, %.694.i.093
  %.3705.i = mul i64 %.3703.i, %.3580.i
  %66 = getelementptr float, ptr %.1331, i64 %.3705.i
  %.3792.i = select i1 %.3578.i, i64 %.1337, i64 0
  %.3793.i = add i64 %.3792.i, %.694.i.093
  %.3918.i = mul i64 %.3916.i, %.3793.i
  %67 = getelementptr float, ptr %.1352, i64 %.3918.i
  br label %B384.i

B280.else.endif.i:
  br i1 %.1338.i, label %B280.else.endif.if.i, label %B280.else.endif.endif.i

B280.else.endif.if.i:
  br label %B280.else.endif.endif.i

B280.else.endif.endif.i:
  %.1318.sroa.0.3.i = phi i64 [ %.1359, %B280.else.endif.if.i ], [ 0, %B280.else.endif.i ]
  br i1 %.1350.i, label %B280.else.endif.endif.if.i, label %B280.else.endif.endif.endif.i

B280.else.endif.endif.if.i:
  br label %B280.else.endif.endif.endif.i

B280.else.endif.endif.endif.i:
  %.1318.sroa.13.1.i = phi i64 [ 0, %B280.else.endif.endif.if.i ], [ %.1347.i, %B280.else.endif.endif.i ]
  br i1 %.1355.not.i, label %B280.endif.i, label %B280.else.endif.endif.endif.if.i

B280.else.endif.endif.endif.if.i:
  br label %B280.endif.i

B716.if.i:
  %.2131.i.083 = phi i64 [ 0, %B716.if.i.lr.ph ], [ %.2200.i, %B716.if.i ]
  %.2200.i = add nuw nsw i64 %.2131.i.083, 1
  %68 = getelementptr double, ptr %52, i64 %.2131.i.083
  %.2277.i = load double, ptr %68, align 8
  %69 = getelementptr float, ptr %.1504, i64 %.2131.i.083
  %.2331.i = load float, ptr %69, align 4
  %.2332.i = fpext float %.2331.i to double
  %.2333.i = fadd double %.2277.i, %.2332.i
  store double %.2333.i, ptr %68, align 8
  %70 = getelementptr double, ptr %53, i64 %.2131.i.083
  %.2436.i = load double, ptr %70, align 8
  %71 = getelementptr float, ptr %.1520, i64 %.2131.i.083
  %.2490.i = load float, ptr %71, align 4
  %.2491.i = fpext float %.2490.i to double
  %.2492.i = fadd double %.2436.i, %.2491.i
  store double %.2492.i, ptr %70, align 8
  %exitcond102.not = icmp eq i64 %.1539, %.2200.i
  br i1 %exitcond102.not, label %B826.i, label %B716.if.i

B914.else.endif.i:
  %.2811.not.i = icmp slt i64 %.1549.i.090, %.1122
  br i1 %.2811.not.i, label %B914.else.endif.endif.endif.i, label %B914.else.endif.if.i

B914.else.endif.if.i:
  br label %B914.else.endif.endif.endif.i

B914.else.endif.endif.endif.i:
  %.2791.sroa.0.3.i = phi i64 [ %.1122, %B914.else.endif.if.i ], [ %.1549.i.090, %B914.else.endif.i ]
  %.2828.not.i = icmp slt i64 %.1619.i, %.1122
  br i1 %.2828.not.i, label %B914.endif.else.endif.i, label %B914.else.endif.endif.endif.if.i

B914.else.endif.endif.endif.if.i:
  br label %B914.endif.else.endif.i

B914.endif.else.endif.i:
  %.2791.sroa.13.0.i = phi i64 [ %.1122, %B914.else.endif.endif.endif.if.i ], [ %.1619.i, %B914.else.endif.endif.endif.i ]
  %.2879.i = sub i64 %.2791.sroa.13.0.i, %.2791.sroa.0.3.i
  %.2908.i = mul i64 %.2791.sroa.0.3.i, %.1124
  %.2910.i = getelementptr float, ptr %.1132, i64 %.2908.i
  %.3002.not.i = icmp slt i64 %.1549.i.090, %.1138
  br i1 %.3002.not.i, label %B914.endif.else.endif.endif.i, label %B914.endif.else.endif.if.i

B914.endif.else.endif.if.i:
  br label %B914.endif.else.endif.endif.i

B914.endif.else.endif.endif.i:
  %.3099.i.pre-phi = phi i64 [ %.pre, %B914.endif.else.endif.if.i ], [ %.2659.i, %B914.endif.else.endif.i ]
  %.3101.i = getelementptr float, ptr %.1148, i64 %.3099.i.pre-phi
  br i1 %brmerge, label %B1124.else.endif.i, label %B1044.if.i.lr.ph

B1044.if.i:
  %.3220.i.086 = phi i64 [ 0, %B1044.if.i.lr.ph ], [ %.3289.i, %B1044.if.i ]
  %.3289.i = add nuw nsw i64 %.3220.i.086, 1
  %72 = getelementptr float, ptr %.2661.i, i64 %.3220.i.086
  %.3366.i = load float, ptr %72, align 4
  %73 = getelementptr float, ptr %.1760.i, i64 %.3220.i.086
  %.3419.i = load float, ptr %73, align 4
  %74 = getelementptr float, ptr %54, i64 %.3220.i.086
  %.3474.i = load float, ptr %74, align 4
  %.3477.i = fmul float %.3419.i, %.3474.i
  %.3478.i = fadd float %.3366.i, %.3477.i
  store float %.3478.i, ptr %72, align 4
  %exitcond103.not = icmp eq i64 %.1124, %.3289.i
  br i1 %exitcond103.not, label %B1124.else.endif.i, label %B1044.if.i

B1124.else.endif.i:
  %.3601.not.i = icmp slt i64 %.1549.i.090, %.1318
  %.pre105 = mul i64 %.1549.i.090, %.1320
  %spec.select = select i1 %.3601.not.i, i64 %.pre105, i64 %.3703.i
  %.3709.i = getelementptr float, ptr %66, i64 %spec.select
  %.3814.not.i = icmp slt i64 %.1549.i.090, %.1339
  %.pre106 = mul i64 %.1549.i.090, %.1341
  %.3920.i.pre-phi = select i1 %.3814.not.i, i64 %.pre106, i64 %.3916.i
  %.3922.i = getelementptr float, ptr %67, i64 %.3920.i.pre-phi
  switch i64 %.1353, label %B1462.else.endif.i [
    i64 0, label %B1206.i
    i64 1, label %B1266.else.endif.i
    i64 2, label %B1374.else.endif.i
  ]

B1266.else.endif.i:
  %.4125.not.i = icmp slt i64 %.1549.i.090, %.1252
  br i1 %.4125.not.i, label %B1266.endif.else.endif.i, label %B1266.else.endif.if.i

B1266.else.endif.if.i:
  br label %B1266.endif.else.endif.i

B56.loopexit.i37:
  %exitcond312.not.i = icmp eq i64 %.2879.i, %.213.i
  br i1 %exitcond312.not.i, label %B1611.i, label %B56.if.i29

B56.if.i29:
  %.142.0310.i = phi i64 [ %.213.i, %B56.loopexit.i37 ], [ 0, %B1266.endif.else.endif.endif.i ]
  %.213.i = add nuw nsw i64 %.142.0310.i, 1
  br i1 %.3276.i85.not94, label %B56.loopexit.i37, label %B112.if.lr.ph.i30

B112.if.lr.ph.i30:
  %.420.i = mul i64 %.142.0310.i, %.1254
  %75 = getelementptr float, ptr %.4224.i, i64 %.420.i
  %.477.i = mul i64 %.142.0310.i, %.1286
  %.481.i = getelementptr float, ptr %.4417.i, i64 %.477.i
  %.531.i = mul i64 %.142.0310.i, %.1140
  %76 = getelementptr float, ptr %.3101.i, i64 %.531.i
  %.642.i = mul i64 %.142.0310.i, %.1124
  %77 = getelementptr float, ptr %.2910.i, i64 %.642.i
  %.752.i31 = mul i64 %.142.0310.i, %.1320
  %.756.i = getelementptr float, ptr %.3709.i, i64 %.752.i31
  br label %B112.if.i32

B112.if.i32:
  %.279.0307.i = phi i64 [ 0, %B112.if.lr.ph.i30 ], [ %.348.i33, %B112.if.i32 ]
  %.348.i33 = add nuw nsw i64 %.279.0307.i, 1
  %78 = getelementptr float, ptr %75, i64 %.279.0307.i
  %.425.i = load float, ptr %78, align 4
  %.482.i = load float, ptr %.481.i, align 4
  %.483.i = fmul float %.425.i, %.482.i
  %79 = getelementptr float, ptr %76, i64 %.279.0307.i
  %.536.i = load float, ptr %79, align 4
  %.539.i = fadd float %.483.i, %.536.i
  store float %.539.i, ptr %78, align 4
  %80 = getelementptr float, ptr %77, i64 %.279.0307.i
  %.647.i = load float, ptr %80, align 4
  %.757.i34 = load float, ptr %.756.i, align 4
  %.758.i = fmul float %.539.i, %.757.i34
  %.759.i35 = fsub float %.647.i, %.758.i
  store float %.759.i35, ptr %80, align 4
  %exitcond.not.i36 = icmp eq i64 %.1124, %.348.i33
  br i1 %exitcond.not.i36, label %B56.loopexit.i37, label %B112.if.i32

B1266.endif.else.endif.i:
  %.4105.sroa.0.3.i = phi i64 [ %.1252, %B1266.else.endif.if.i ], [ %.1549.i.090, %B1266.else.endif.i ]
  %.4222.i = mul i64 %.4105.sroa.0.3.i, %.1254
  %.4224.i = getelementptr float, ptr %.1262, i64 %.4222.i
  %.4318.not.i = icmp slt i64 %.1549.i.090, %.1284
  br i1 %.4318.not.i, label %B1266.endif.else.endif.endif.i, label %B1266.endif.else.endif.if.i

B1266.endif.else.endif.if.i:
  br label %B1266.endif.else.endif.endif.i

B1266.endif.else.endif.endif.i:
  %.4298.sroa.0.3.i = phi i64 [ %.1284, %B1266.endif.else.endif.if.i ], [ %.1549.i.090, %B1266.endif.else.endif.i ]
  %.4415.i = mul i64 %.4298.sroa.0.3.i, %.1286
  %.4417.i = getelementptr float, ptr %.1294, i64 %.4415.i
  %.200309.not.i = icmp slt i64 %.2879.i, 1
  br i1 %.200309.not.i, label %B1611.i, label %B56.if.i29

B1374.else.endif.i:
  %.4592.not.i = icmp slt i64 %.1549.i.090, %.1252
  br i1 %.4592.not.i, label %B1374.endif.else.endif.i, label %B1374.else.endif.if.i

B1374.else.endif.if.i:
  br label %B1374.endif.else.endif.i

B56.loopexit.i45:
  %exitcond383.not.i = icmp eq i64 %.2879.i, %.233.i
  br i1 %exitcond383.not.i, label %B1611.i, label %B56.if.i39

B56.if.i39:
  %.162.0380.i = phi i64 [ %.233.i, %B56.loopexit.i45 ], [ 0, %B1374.endif.else.endif.endif.i ]
  %.233.i = add nuw nsw i64 %.162.0380.i, 1
  br i1 %.3276.i85.not94, label %B56.loopexit.i45, label %B112.if.lr.ph.i40

B112.if.lr.ph.i40:
  %.440.i = mul i64 %.162.0380.i, %.1254
  %81 = getelementptr float, ptr %.4691.i, i64 %.440.i
  %.497.i41 = mul i64 %.162.0380.i, %.1302
  %.501.i = getelementptr float, ptr %.4884.i, i64 %.497.i41
  %.551.i = mul i64 %.162.0380.i, %.1140
  %82 = getelementptr float, ptr %.3101.i, i64 %.551.i
  %.718.i = mul i64 %.162.0380.i, %.1124
  %83 = getelementptr float, ptr %.2910.i, i64 %.718.i
  %.895.i = mul i64 %.162.0380.i, %.1341
  %.899.i = getelementptr float, ptr %.3922.i, i64 %.895.i
  %.955.i = mul i64 %.162.0380.i, %.1320
  %.959.i = getelementptr float, ptr %.3709.i, i64 %.955.i
  br label %B112.if.i42

B112.if.i42:
  %.299.0377.i = phi i64 [ 0, %B112.if.lr.ph.i40 ], [ %.368.i, %B112.if.i42 ]
  %.368.i = add nuw nsw i64 %.299.0377.i, 1
  %84 = getelementptr float, ptr %81, i64 %.299.0377.i
  %.445.i = load float, ptr %84, align 4
  %.502.i = load float, ptr %.501.i, align 4
  %.503.i = fmul float %.445.i, %.502.i
  %85 = getelementptr float, ptr %82, i64 %.299.0377.i
  %.556.i = load float, ptr %85, align 4
  %.614.i = fmul float %.556.i, %.556.i
  %.615.i = fadd float %.503.i, %.614.i
  store float %.615.i, ptr %84, align 4
  %86 = getelementptr float, ptr %83, i64 %.299.0377.i
  %.723.i = load float, ptr %86, align 4
  %.776.i = load float, ptr %85, align 4
  %.841.le.i = tail call float @llvm.sqrt.f32(float %.615.i)
  %.900.i = load float, ptr %.899.i, align 4
  %.901.i = fadd float %.841.le.i, %.900.i
  %.905.i = fdiv float %.776.i, %.901.i
  %.960.i = load float, ptr %.959.i, align 4
  %.961.i = fmul float %.960.i, %.905.i
  %.962.i43 = fsub float %.723.i, %.961.i
  store float %.962.i43, ptr %86, align 4
  %exitcond.not.i44 = icmp eq i64 %.1124, %.368.i
  br i1 %exitcond.not.i44, label %B56.loopexit.i45, label %B112.if.i42

B1374.endif.else.endif.i:
  %.4572.sroa.0.3.i = phi i64 [ %.1252, %B1374.else.endif.if.i ], [ %.1549.i.090, %B1374.else.endif.i ]
  %.4689.i = mul i64 %.4572.sroa.0.3.i, %.1254
  %.4691.i = getelementptr float, ptr %.1262, i64 %.4689.i
  %.4785.not.i = icmp slt i64 %.1549.i.090, %.1300
  br i1 %.4785.not.i, label %B1374.endif.else.endif.endif.i, label %B1374.endif.else.endif.if.i

B1374.endif.else.endif.if.i:
  br label %B1374.endif.else.endif.endif.i

B1374.endif.else.endif.endif.i:
  %.4765.sroa.0.3.i = phi i64 [ %.1300, %B1374.endif.else.endif.if.i ], [ %.1549.i.090, %B1374.endif.else.endif.i ]
  %.4882.i = mul i64 %.4765.sroa.0.3.i, %.1302
  %.4884.i = getelementptr float, ptr %.1310, i64 %.4882.i
  %.220379.not.i = icmp slt i64 %.2879.i, 1
  br i1 %.220379.not.i, label %B1611.i, label %B56.if.i39

B1462.else.endif.i:
  %.5067.not.i = icmp slt i64 %.1549.i.090, %.1252
  br i1 %.5067.not.i, label %B1462.endif.else.endif.i, label %B1462.else.endif.if.i

B1462.else.endif.if.i:
  br label %B1462.endif.else.endif.i

B1462.endif.else.endif.i:
  %.5047.sroa.0.3.i = phi i64 [ %.1252, %B1462.else.endif.if.i ], [ %.1549.i.090, %B1462.else.endif.i ]
  %.5164.i = mul i64 %.5047.sroa.0.3.i, %.1254
  %.5166.i = getelementptr float, ptr %.1262, i64 %.5164.i
  %.5258.not.i = icmp slt i64 %.1549.i.090, %.1268
  br i1 %.5258.not.i, label %B1462.endif.endif.else.endif.i, label %B1462.endif.else.endif.if.i

B1462.endif.else.endif.if.i:
  br label %B1462.endif.endif.else.endif.i

B1462.endif.endif.else.endif.i:
  %.5238.sroa.0.3.i = phi i64 [ %.1268, %B1462.endif.else.endif.if.i ], [ %.1549.i.090, %B1462.endif.else.endif.i ]
  %.5355.i = mul i64 %.5238.sroa.0.3.i, %.1270
  %.5357.i = getelementptr float, ptr %.1278, i64 %.5355.i
  %.5460.not.i = icmp slt i64 %.1549.i.090, %.1284
  br i1 %.5460.not.i, label %B1462.endif.endif.endif.else.endif.i, label %B1462.endif.endif.else.endif.if.i

B1462.endif.endif.else.endif.if.i:
  br label %B1462.endif.endif.endif.else.endif.i

B56.loopexit.i54:
  %exitcond481.not.i = icmp eq i64 %.2879.i, %.273.i
  br i1 %exitcond481.not.i, label %B1611.i, label %B56.if.i47

B56.if.i47:
  %.202.0478.i = phi i64 [ %.273.i, %B56.loopexit.i54 ], [ 0, %B1462.endif.endif.endif.else.endif.endif.i ]
  %.273.i = add nuw nsw i64 %.202.0478.i, 1
  br i1 %.3276.i85.not94, label %B56.loopexit.i54, label %B112.if.lr.ph.i48

B112.if.lr.ph.i48:
  %.480.i = mul i64 %.202.0478.i, %.1254
  %87 = getelementptr float, ptr %.5166.i, i64 %.480.i
  %.537.i = mul i64 %.202.0478.i, %.1286
  %.541.i = getelementptr float, ptr %.5559.i, i64 %.537.i
  %.591.i = mul i64 %.202.0478.i, %.1140
  %88 = getelementptr float, ptr %.3101.i, i64 %.591.i
  %.702.i = mul i64 %.202.0478.i, %.1270
  %89 = getelementptr float, ptr %.5357.i, i64 %.702.i
  %.759.i49 = mul i64 %.202.0478.i, %.1302
  %.763.i = getelementptr float, ptr %.5752.i, i64 %.759.i49
  %.980.i = mul i64 %.202.0478.i, %.1124
  %90 = getelementptr float, ptr %.2910.i, i64 %.980.i
  %.1157.i = mul i64 %.202.0478.i, %.1341
  %.1161.i = getelementptr float, ptr %.3922.i, i64 %.1157.i
  %.1217.i = mul i64 %.202.0478.i, %.1320
  %.1221.i = getelementptr float, ptr %.3709.i, i64 %.1217.i
  br label %B112.if.i50

B112.if.i50:
  %.339.0475.i = phi i64 [ 0, %B112.if.lr.ph.i48 ], [ %.408.i, %B112.if.i50 ]
  %.408.i = add nuw nsw i64 %.339.0475.i, 1
  %91 = getelementptr float, ptr %87, i64 %.339.0475.i
  %.485.i = load float, ptr %91, align 4
  %.542.i = load float, ptr %.541.i, align 4
  %.543.i = fmul float %.485.i, %.542.i
  %92 = getelementptr float, ptr %88, i64 %.339.0475.i
  %.596.i = load float, ptr %92, align 4
  %.599.i = fadd float %.543.i, %.596.i
  store float %.599.i, ptr %91, align 4
  %93 = getelementptr float, ptr %89, i64 %.339.0475.i
  %.707.i51 = load float, ptr %93, align 4
  %.764.i = load float, ptr %.763.i, align 4
  %.765.i = fmul float %.707.i51, %.764.i
  %.818.i52 = load float, ptr %92, align 4
  %.876.i = fmul float %.818.i52, %.818.i52
  %.877.i = fadd float %.765.i, %.876.i
  store float %.877.i, ptr %93, align 4
  %94 = getelementptr float, ptr %90, i64 %.339.0475.i
  %.985.i = load float, ptr %94, align 4
  %.1038.i = load float, ptr %91, align 4
  %.1103.le.i = tail call float @llvm.sqrt.f32(float %.877.i)
  %.1162.i = load float, ptr %.1161.i, align 4
  %.1163.i = fadd float %.1103.le.i, %.1162.i
  %.1167.i = fdiv float %.1038.i, %.1163.i
  %.1222.i = load float, ptr %.1221.i, align 4
  %.1223.i = fmul float %.1222.i, %.1167.i
  %.1224.i = fsub float %.985.i, %.1223.i
  store float %.1224.i, ptr %94, align 4
  %exitcond.not.i53 = icmp eq i64 %.1124, %.408.i
  br i1 %exitcond.not.i53, label %B56.loopexit.i54, label %B112.if.i50

B1462.endif.endif.endif.else.endif.i:
  %.5440.sroa.0.3.i = phi i64 [ %.1284, %B1462.endif.endif.else.endif.if.i ], [ %.1549.i.090, %B1462.endif.endif.else.endif.i ]
  %.5557.i = mul i64 %.5440.sroa.0.3.i, %.1286
  %.5559.i = getelementptr float, ptr %.1294, i64 %.5557.i
  %.5653.not.i = icmp slt i64 %.1549.i.090, %.1300
  br i1 %.5653.not.i, label %B1462.endif.endif.endif.else.endif.endif.i, label %B1462.endif.endif.endif.else.endif.if.i

B1462.endif.endif.endif.else.endif.if.i:
  br label %B1462.endif.endif.endif.else.endif.endif.i

B1462.endif.endif.endif.else.endif.endif.i:
  %.5633.sroa.0.3.i = phi i64 [ %.1300, %B1462.endif.endif.endif.else.endif.if.i ], [ %.1549.i.090, %B1462.endif.endif.endif.else.endif.i ]
  %.5750.i = mul i64 %.5633.sroa.0.3.i, %.1302
  %.5752.i = getelementptr float, ptr %.1310, i64 %.5750.i
  %.260477.not.i = icmp slt i64 %.2879.i, 1
  br i1 %.260477.not.i, label %B1611.i, label %B56.if.i47

_ZN8nnsearch8training14compiled_steps11_steps_loopB3v22B70c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZJFMEMQ0pdYBFNAA_3d_3dE5ArrayIfLi2E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedExx5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIbLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi3E1C7mutable7alignedEx5ArrayIfLi2E1C7mutable7alignedE5ArrayIxLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi1E1C7mutable7alignedE5ArrayIfLi3E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7alignedE5ArrayIfLi2E1C7mutable7a:
  tail call void @PyEval_RestoreThread(ptr %.1573)
  br label %common.ret.sink.split
}

declare ptr @PyBool_FromLong(i64)

declare i64 @PyLong_AsLongLong(ptr)

declare double @PyFloat_AsDouble(ptr)

declare ptr @PyErr_Occurred()

declare ptr @PyEval_SaveThread()

declare void @PyEval_RestoreThread(ptr)

declare i64 @llvm.smax.i64(i64, i64)
