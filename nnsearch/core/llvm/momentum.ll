; 2b0429bff4c12e9d77c8091c76447d20cc4b26c99aabd58c81cb908a2c46aa9a
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

define ptr @momentum(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 5
  br i1 %.6, label %.7, label %common.ret

common.ret:
  %.sink = phi i64 [ 0, %.5 ], [ 0, %.149 ], [ 0, %.120 ], [ 0, %.91 ], [ 0, %.62 ], [ 0, %.33 ], [ 0, %.157 ], [ 0, %.143 ], [ 0, %.138 ], [ 0, %.133 ], [ 0, %.128 ], [ 0, %.114 ], [ 0, %.109 ], [ 0, %.104 ], [ 0, %.99 ], [ 0, %.85 ], [ 0, %.80 ], [ 0, %.75 ], [ 0, %.70 ], [ 0, %.56 ], [ 0, %.51 ], [ 0, %.46 ], [ 0, %.41 ], [ 0, %.27 ], [ 0, %.22 ], [ 0, %.7 ], [ 1, %.162 ], [ 1, %B56.i.loopexit ]
  %.247 = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %.247

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
  %.19 = getelementptr i8, ptr %.10, i64 8
  %.20 = load ptr, ptr %.19, align 8
  %.21 = icmp eq ptr %.20, @nnsearch_ndarray
  br i1 %.21, label %.22, label %common.ret

.22:
  %.24 = getelementptr i8, ptr %.10, i64 24
  %.25 = load i32, ptr %.24, align 4
  %.26 = icmp eq i32 %.25, 2
  br i1 %.26, label %.27, label %common.ret

.27:
  %.29 = getelementptr i8, ptr %.10, i64 64
  %.30 = load i32, ptr %.29, align 4
  %.31 = and i32 %.30, 1281
  %.32 = icmp eq i32 %.31, 1281
  br i1 %.32, label %.33, label %common.ret

.33:
  %.35 = getelementptr i8, ptr %.10, i64 56
  %.36 = load ptr, ptr %.35, align 8
  %.37 = getelementptr i8, ptr %.36, i64 28
  %.38 = load i32, ptr %.37, align 4
  %0 = icmp eq i32 %.38, 11
  br i1 %0, label %.41, label %common.ret

.41:
  %.43 = getelementptr i8, ptr %.36, i64 26
  %.44 = load i8, ptr %.43, align 1
  %.45.not = icmp eq i8 %.44, 62
  br i1 %.45.not, label %common.ret, label %.46

.46:
  %.48 = getelementptr i8, ptr %.12, i64 8
  %.49 = load ptr, ptr %.48, align 8
  %.50 = icmp eq ptr %.49, @nnsearch_ndarray
  br i1 %.50, label %.51, label %common.ret

.51:
  %.53 = getelementptr i8, ptr %.12, i64 24
  %.54 = load i32, ptr %.53, align 4
  %.55 = icmp eq i32 %.54, 2
  br i1 %.55, label %.56, label %common.ret

.56:
  %.58 = getelementptr i8, ptr %.12, i64 64
  %.59 = load i32, ptr %.58, align 4
  %.60 = and i32 %.59, 1281
  %.61 = icmp eq i32 %.60, 1281
  br i1 %.61, label %.62, label %common.ret

.62:
  %.64 = getelementptr i8, ptr %.12, i64 56
  %.65 = load ptr, ptr %.64, align 8
  %.66 = getelementptr i8, ptr %.65, i64 28
  %.67 = load i32, ptr %.66, align 4
  %1 = icmp eq i32 %.67, 11
  br i1 %1, label %.70, label %common.ret

.70:
  %.72 = getelementptr i8, ptr %.65, i64 26
  %.73 = load i8, ptr %.72, align 1
  %.74.not = icmp eq i8 %.73, 62
  br i1 %.74.not, label %common.ret, label %.75

.75:
  %.77 = getelementptr i8, ptr %.14, i64 8
  %.78 = load ptr, ptr %.77, align 8
  %.79 = icmp eq ptr %.78, @nnsearch_ndarray
  br i1 %.79, label %.80, label %common.ret

.80:
  %.82 = getelementptr i8, ptr %.14, i64 24
  %.83 = load i32, ptr %.82, align 4
  %.84 = icmp eq i32 %.83, 2
  br i1 %.84, label %.85, label %common.ret

.85:
  %.87 = getelementptr i8, ptr %.14, i64 64
  %.88 = load i32, ptr %.87, align 4
  %.89 = and i32 %.88, 1281
  %.90 = icmp eq i32 %.89, 1281
  br i1 %.90, label %.91, label %common.ret

.91:
  %.93 = getelementptr i8, ptr %.14, i64 56
  %.94 = load ptr, ptr %.93, align 8
  %.95 = getelementptr i8, ptr %.94, i64 28
  %.96 = load i32, ptr %.95, align 4
  %2 = icmp eq i32 %.96, 11
  br i1 %2, label %.99, label %common.ret

.99:
  %.101 = getelementptr i8, ptr %.94, i64 26
  %.102 = load i8, ptr %.101, align 1
  %.103.not = icmp eq i8 %.102, 62
  br i1 %.103.not, label %common.ret, label %.104

.104:
  %.106 = getelementptr i8, ptr %.16, i64 8
  %.107 = load ptr, ptr %.106, align 8
  %.108 = icmp eq ptr %.107, @nnsearch_ndarray
  br i1 %.108, label %.109, label %common.ret

.109:
  %.111 = getelementptr i8, ptr %.16, i64 24
  %.112 = load i32, ptr %.111, align 4
  %.113 = icmp eq i32 %.112, 2
  br i1 %.113, label %.114, label %common.ret

.114:
  %.116 = getelementptr i8, ptr %.16, i64 64
  %.117 = load i32, ptr %.116, align 4
  %.118 = and i32 %.117, 1281
  %.119 = icmp eq i32 %.118, 1281
  br i1 %.119, label %.120, label %common.ret

.120:
  %.122 = getelementptr i8, ptr %.16, i64 56
  %.123 = load ptr, ptr %.122, align 8
  %.124 = getelementptr i8, ptr %.123, i64 28
  %.125 = load i32, ptr %.124, align 4
  %3 = icmp eq i32 %.125, 11
  br i1 %3, label %.128, label %common.ret

.128:
  %.130 = getelementptr i8, ptr %.123, i64 26
  %.131 = load i8, ptr %.130, align 1
  %.132.not = icmp eq i8 %.131, 62
  br i1 %.132.not, label %common.ret, label %.133

.133:
  %.135 = getelementptr i8, ptr %.18, i64 8
  %.136 = load ptr, ptr %.135, align 8
  %.137 = icmp eq ptr %.136, @nnsearch_ndarray
  br i1 %.137, label %.138, label %common.ret

.138:
  %.140 = getelementptr i8, ptr %.18, i64 24
  %.141 = load i32, ptr %.140, align 4
  %.142 = icmp eq i32 %.141, 2
  br i1 %.142, label %.143, label %common.ret

.143:
  %.145 = getelementptr i8, ptr %.18, i64 64
  %.146 = load i32, ptr %.145, align 4
  %.147 = and i32 %.146, 1281
  %.148 = icmp eq i32 %.147, 1281
  br i1 %.148, label %.149, label %common.ret

.149:
  %.151 = getelementptr i8, ptr %.18, i64 56
  %.152 = load ptr, ptr %.151, align 8
  %.153 = getelementptr i8, ptr %.152, i64 28
  %.154 = load i32, ptr %.153, align 4
  %4 = icmp eq i32 %.154, 11
  br i1 %4, label %.157, label %common.ret

.157:
  %.159 = getelementptr i8, ptr %.152, i64 26
  %.160 = load i8, ptr %.159, align 1
  %.161.not = icmp eq i8 %.160, 62
  br i1 %.161.not, label %common.ret, label %.162

.162:
  %.164 = getelementptr i8, ptr %.10, i64 32
  %.165 = load ptr, ptr %.164, align 8
  %.169 = load i64, ptr %.165, align 4
  %.170 = getelementptr i8, ptr %.165, i64 8
  %.171 = load i64, ptr %.170, align 4
  %.178 = getelementptr i8, ptr %.10, i64 16
  %.179 = load ptr, ptr %.178, align 8
  %.180 = getelementptr i8, ptr %.12, i64 32
  %.181 = load ptr, ptr %.180, align 8
  %.186 = getelementptr i8, ptr %.181, i64 8
  %.187 = load i64, ptr %.186, align 4
  %.194 = getelementptr i8, ptr %.12, i64 16
  %.195 = load ptr, ptr %.194, align 8
  %.196 = getelementptr i8, ptr %.14, i64 32
  %.197 = load ptr, ptr %.196, align 8
  %.202 = getelementptr i8, ptr %.197, i64 8
  %.203 = load i64, ptr %.202, align 4
  %.210 = getelementptr i8, ptr %.14, i64 16
  %.211 = load ptr, ptr %.210, align 8
  %.212 = getelementptr i8, ptr %.16, i64 32
  %.213 = load ptr, ptr %.212, align 8
  %.218 = getelementptr i8, ptr %.213, i64 8
  %.219 = load i64, ptr %.218, align 4
  %.226 = getelementptr i8, ptr %.16, i64 16
  %.227 = load ptr, ptr %.226, align 8
  %.228 = getelementptr i8, ptr %.18, i64 32
  %.229 = load ptr, ptr %.228, align 8
  %.234 = getelementptr i8, ptr %.229, i64 8
  %.235 = load i64, ptr %.234, align 4
  %.242 = getelementptr i8, ptr %.18, i64 16
  %.243 = load ptr, ptr %.242, align 8
  %.200.i6.not = icmp slt i64 %.169, 1
  br i1 %.200.i6.not, label %common.ret, label %B56.if.i.lr.ph

B56.if.i.lr.ph:
  %.335.i3.not = icmp slt i64 %.171, 1
  br label %B56.if.i

B56.i.loopexit:
  %exitcond9.not = icmp eq i64 %.213.i, %.169
  br i1 %exitcond9.not, label %common.ret, label %B56.if.i

B56.if.i:
  %.142.i.07 = phi i64 [ 0, %B56.if.i.lr.ph ], [ %.213.i, %B56.i.loopexit ]
  %.213.i = add nuw nsw i64 %.142.i.07, 1
  br i1 %.335.i3.not, label %B56.i.loopexit, label %B112.if.i.lr.ph

B112.if.i.lr.ph:
  %.420.i = mul i64 %.142.i.07, %.203
  %5 = getelementptr float, ptr %.211, i64 %.420.i
  %.477.i = mul i64 %.142.i.07, %.219
  %.481.i = getelementptr float, ptr %.227, i64 %.477.i
  %.531.i = mul i64 %.142.i.07, %.187
  %6 = getelementptr float, ptr %.195, i64 %.531.i
  %.642.i = mul i64 %.142.i.07, %.171
  %7 = getelementptr float, ptr %.179, i64 %.642.i
  %.752.i = mul i64 %.142.i.07, %.235
  %.756.i = getelementptr float, ptr %.243, i64 %.752.i
  br label %B112.if.i

B112.if.i:
  %.279.i.04 = phi i64 [ 0, %B112.if.i.lr.ph ], [ %.348.i, %B112.if.i ]
  %.348.i = add nuw nsw i64 %.279.i.04, 1
  %8 = getelementptr float, ptr %5, i64 %.279.i.04
  %.425.i = load float, ptr %8, align 4
  %.482.i = load float, ptr %.481.i, align 4
  %.483.i = fmul float %.425.i, %.482.i
  %9 = getelementptr float, ptr %6, i64 %.279.i.04
  %.536.i = load float, ptr %9, align 4
  %.539.i = fadd float %.483.i, %.536.i
  store float %.539.i, ptr %8, align 4
  %10 = getelementptr float, ptr %7, i64 %.279.i.04
  %.647.i = load float, ptr %10, align 4
  %.757.i = load float, ptr %.756.i, align 4
  %.758.i = fmul float %.539.i, %.757.i
  %.759.i = fsub float %.647.i, %.758.i
  store float %.759.i, ptr %10, align 4
  %exitcond.not = icmp eq i64 %.171, %.348.i
  br i1 %exitcond.not, label %B56.i.loopexit, label %B112.if.i
}

declare ptr @PyBool_FromLong(i64)
