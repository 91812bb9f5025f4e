; bcc4133acb75dd4388c43bc0c31d723bfc1dc94c015c8b10c733daab0cb88d97
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

define ptr @batch_norm_scale(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 5
  br i1 %.6, label %.7, label %common.ret

common.ret:
  %.sink = phi i64 [ 0, %.5 ], [ 0, %.149 ], [ 0, %.120 ], [ 0, %.91 ], [ 0, %.62 ], [ 0, %.33 ], [ 0, %.157 ], [ 0, %.143 ], [ 0, %.138 ], [ 0, %.133 ], [ 0, %.128 ], [ 0, %.114 ], [ 0, %.109 ], [ 0, %.104 ], [ 0, %.99 ], [ 0, %.85 ], [ 0, %.80 ], [ 0, %.75 ], [ 0, %.70 ], [ 0, %.56 ], [ 0, %.51 ], [ 0, %.46 ], [ 0, %.41 ], [ 0, %.27 ], [ 0, %.22 ], [ 0, %.7 ], [ 1, %.162 ], [ 1, %B56.i.loopexit ]
  %.272 = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %.272

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
  %.26 = icmp eq i32 %.25, 3
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
  %.55 = icmp eq i32 %.54, 3
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
  %.84 = icmp eq i32 %.83, 3
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
  %.113 = icmp eq i32 %.112, 3
  br i1 %.113, label %.114, label %common.ret

.114:
  %.116 = getelementptr i8, ptr %.16, i64 64
  %.117 = load i32, ptr %.116, align 4
  %.118 = and i32 %.117, 1280
  %.119 = icmp eq i32 %.118, 1280
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
  %.142 = icmp eq i32 %.141, 3
  br i1 %.142, label %.143, label %common.ret

.143:
  %.145 = getelementptr i8, ptr %.18, i64 64
  %.146 = load i32, ptr %.145, align 4
  %.147 = and i32 %.146, 1280
  %.148 = icmp eq i32 %.147, 1280
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
  %.172 = getelementptr i8, ptr %.165, i64 16
  %.173 = load i64, ptr %.172, align 4
  %.183 = getelementptr i8, ptr %.10, i64 16
  %.184 = load ptr, ptr %.183, align 8
  %.185 = getelementptr i8, ptr %.12, i64 32
  %.186 = load ptr, ptr %.185, align 8
  %.190 = load i64, ptr %.186, align 4
  %.193 = getelementptr i8, ptr %.186, i64 16
  %.194 = load i64, ptr %.193, align 4
  %.204 = getelementptr i8, ptr %.12, i64 16
  %.205 = load ptr, ptr %.204, align 8
  %.206 = getelementptr i8, ptr %.14, i64 32
  %.207 = load ptr, ptr %.206, align 8
  %.214 = getelementptr i8, ptr %.207, i64 16
  %.215 = load i64, ptr %.214, align 4
  %.225 = getelementptr i8, ptr %.14, i64 16
  %.226 = load ptr, ptr %.225, align 8
  %.229 = getelementptr i8, ptr %.16, i64 40
  %.230 = load ptr, ptr %.229, align 8
  %.238 = load i64, ptr %.230, align 4
  %.239 = getelementptr i8, ptr %.230, i64 8
  %.240 = load i64, ptr %.239, align 4
  %.246 = getelementptr i8, ptr %.16, i64 16
  %.247 = load ptr, ptr %.246, align 8
  %.250 = getelementptr i8, ptr %.18, i64 40
  %.251 = load ptr, ptr %.250, align 8
  %.259 = load i64, ptr %.251, align 4
  %.260 = getelementptr i8, ptr %.251, i64 8
  %.261 = load i64, ptr %.260, align 4
  %.267 = getelementptr i8, ptr %.18, i64 16
  %.268 = load ptr, ptr %.267, align 8
  %.234.i11.not = icmp slt i64 %.190, 1
  br i1 %.234.i11.not, label %common.ret, label %B56.if.i.lr.ph

B56.if.i.lr.ph:
  %.212 = getelementptr i8, ptr %.207, i64 8
  %.213 = load i64, ptr %.212, align 4
  %.191 = getelementptr i8, ptr %.186, i64 8
  %.192 = load i64, ptr %.191, align 4
  %.170 = getelementptr i8, ptr %.165, i64 8
  %.171 = load i64, ptr %.170, align 4
  %.373.i8.not = icmp slt i64 %.192, 1
  %.512.i5.not = icmp slt i64 %.194, 1
  %.614.i = mul i64 %.194, %.192
  %.691.i = mul i64 %.215, %.213
  %.1067.i = mul i64 %.173, %.171
  br label %B56.if.i

B56.i.loopexit:
  %exitcond15.not = icmp eq i64 %.247.i, %.190
  br i1 %exitcond15.not, label %common.ret, label %B56.if.i

B112.i.loopexit:
  %exitcond14.not = icmp eq i64 %.192, %.386.i
  br i1 %exitcond14.not, label %B56.i.loopexit, label %B112.if.i

B56.if.i:
  %.176.i.012 = phi i64 [ 0, %B56.if.i.lr.ph ], [ %.247.i, %B56.i.loopexit ]
  %.247.i = add nuw nsw i64 %.176.i.012, 1
  br i1 %.373.i8.not, label %B56.i.loopexit, label %B112.if.i.lr.ph

B112.if.i.lr.ph:
  %.616.i = mul i64 %.614.i, %.176.i.012
  %5 = getelementptr float, ptr %.205, i64 %.616.i
  %.693.i = mul i64 %.691.i, %.176.i.012
  %6 = getelementptr float, ptr %.226, i64 %.693.i
  %.917.i = mul i64 %.176.i.012, %.238
  %7 = getelementptr i8, ptr %.247, i64 %.917.i
  %.993.i = mul i64 %.176.i.012, %.259
  %8 = getelementptr i8, ptr %.268, i64 %.993.i
  %.1069.i = mul i64 %.1067.i, %.176.i.012
  %9 = getelementptr float, ptr %.184, i64 %.1069.i
  br label %B112.if.i

B112.if.i:
  %.317.i.09 = phi i64 [ 0, %B112.if.i.lr.ph ], [ %.386.i, %B112.i.loopexit ]
  %.386.i = add nuw nsw i64 %.317.i.09, 1
  br i1 %.512.i5.not, label %B112.i.loopexit, label %B168.if.i.lr.ph

B168.if.i.lr.ph:
  %.618.i = mul i64 %.317.i.09, %.194
  %10 = getelementptr float, ptr %5, i64 %.618.i
  %.695.i = mul i64 %.317.i.09, %.215
  %.699.i = getelementptr float, ptr %6, i64 %.695.i
  %.918.i = mul i64 %.317.i.09, %.240
  %.923.i = getelementptr i8, ptr %7, i64 %.918.i
  %.994.i = mul i64 %.317.i.09, %.261
  %.999.i = getelementptr i8, ptr %8, i64 %.994.i
  %.1071.i = mul i64 %.317.i.09, %.173
  %11 = getelementptr float, ptr %9, i64 %.1071.i
  br label %B168.if.i

B168.if.i:
  %.456.i.06 = phi i64 [ 0, %B168.if.i.lr.ph ], [ %.525.i, %B168.if.i ]
  %.525.i = add nuw nsw i64 %.456.i.06, 1
  %12 = getelementptr float, ptr %10, i64 %.456.i.06
  %.623.i = load float, ptr %12, align 4
  %.700.i = load float, ptr %.699.i, align 4
  %.704.i = fdiv float %.623.i, %.700.i
  store float %.704.i, ptr %12, align 4
  %.925.i = load float, ptr %.923.i, align 4
  %.926.i = fmul float %.704.i, %.925.i
  %.1001.i = load float, ptr %.999.i, align 4
  %.1002.i = fadd float %.926.i, %.1001.i
  %13 = getelementptr float, ptr %11, i64 %.456.i.06
  store float %.1002.i, ptr %13, align 4
  %exitcond.not = icmp eq i64 %.194, %.525.i
  br i1 %exitcond.not, label %B112.i.loopexit, label %B168.if.i
}

declare ptr @PyBool_FromLong(i64)
