; b600fde773a3977f50cc7194c4fe213192e0456e868c09127f498bfd0945a3b2
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

declare float @llvm.sqrt.f32(float)

define ptr @adam(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 8
  br i1 %.6, label %.7, label %common.ret

common.ret:
  %.sink = phi i64 [ 0, %.5 ], [ 0, %.242 ], [ 0, %.213 ], [ 0, %.184 ], [ 0, %.155 ], [ 0, %.126 ], [ 0, %.97 ], [ 0, %.68 ], [ 0, %.39 ], [ 0, %.250 ], [ 0, %.236 ], [ 0, %.231 ], [ 0, %.226 ], [ 0, %.221 ], [ 0, %.207 ], [ 0, %.202 ], [ 0, %.197 ], [ 0, %.192 ], [ 0, %.178 ], [ 0, %.173 ], [ 0, %.168 ], [ 0, %.163 ], [ 0, %.149 ], [ 0, %.144 ], [ 0, %.139 ], [ 0, %.134 ], [ 0, %.120 ], [ 0, %.115 ], [ 0, %.110 ], [ 0, %.105 ], [ 0, %.91 ], [ 0, %.86 ], [ 0, %.81 ], [ 0, %.76 ], [ 0, %.62 ], [ 0, %.57 ], [ 0, %.52 ], [ 0, %.47 ], [ 0, %.33 ], [ 0, %.28 ], [ 0, %.7 ], [ 1, %.255 ], [ 1, %B56.i.loopexit ]
  %.388 = tail call ptr @PyBool_FromLong(i64 %.sink)
  ret ptr %.388

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
  %.25 = getelementptr i8, ptr %.10, i64 8
  %.26 = load ptr, ptr %.25, align 8
  %.27 = icmp eq ptr %.26, @nnsearch_ndarray
  br i1 %.27, label %.28, label %common.ret

.28:
  %.30 = getelementptr i8, ptr %.10, i64 24
  %.31 = load i32, ptr %.30, align 4
  %.32 = icmp eq i32 %.31, 2
  br i1 %.32, label %.33, label %common.ret

.33:
  %.35 = getelementptr i8, ptr %.10, i64 64
  %.36 = load i32, ptr %.35, align 4
  %.37 = and i32 %.36, 1281
  %.38 = icmp eq i32 %.37, 1281
  br i1 %.38, label %.39, label %common.ret

.39:
  %.41 = getelementptr i8, ptr %.10, i64 56
  %.42 = load ptr, ptr %.41, align 8
  %.43 = getelementptr i8, ptr %.42, i64 28
  %.44 = load i32, ptr %.43, align 4
  %0 = icmp eq i32 %.44, 11
  br i1 %0, label %.47, label %common.ret

.47:
  %.49 = getelementptr i8, ptr %.42, i64 26
  %.50 = load i8, ptr %.49, align 1
  %.51.not = icmp eq i8 %.50, 62
  br i1 %.51.not, label %common.ret, label %.52

.52:
  %.54 = getelementptr i8, ptr %.12, i64 8
  %.55 = load ptr, ptr %.54, align 8
  %.56 = icmp eq ptr %.55, @nnsearch_ndarray
  br i1 %.56, label %.57, label %common.ret

.57:
  %.59 = getelementptr i8, ptr %.12, i64 24
  %.60 = load i32, ptr %.59, align 4
  %.61 = icmp eq i32 %.60, 2
  br i1 %.61, label %.62, label %common.ret

.62:
  %.64 = getelementptr i8, ptr %.12, i64 64
  %.65 = load i32, ptr %.64, align 4
  %.66 = and i32 %.65, 1281
  %.67 = icmp eq i32 %.66, 1281
  br i1 %.67, label %.68, label %common.ret

.68:
  %.70 = getelementptr i8, ptr %.12, i64 56
  %.71 = load ptr, ptr %.70, align 8
  %.72 = getelementptr i8, ptr %.71, i64 28
  %.73 = load i32, ptr %.72, align 4
  %1 = icmp eq i32 %.73, 11
  br i1 %1, label %.76, label %common.ret

.76:
  %.78 = getelementptr i8, ptr %.71, i64 26
  %.79 = load i8, ptr %.78, align 1
  %.80.not = icmp eq i8 %.79, 62
  br i1 %.80.not, label %common.ret, label %.81

.81:
  %.83 = getelementptr i8, ptr %.14, i64 8
  %.84 = load ptr, ptr %.83, align 8
  %.85 = icmp eq ptr %.84, @nnsearch_ndarray
  br i1 %.85, label %.86, label %common.ret

.86:
  %.88 = getelementptr i8, ptr %.14, i64 24
  %.89 = load i32, ptr %.88, align 4
  %.90 = icmp eq i32 %.89, 2
  br i1 %.90, label %.91, label %common.ret

.91:
  %.93 = getelementptr i8, ptr %.14, i64 64
  %.94 = load i32, ptr %.93, align 4
  %.95 = and i32 %.94, 1281
  %.96 = icmp eq i32 %.95, 1281
  br i1 %.96, label %.97, label %common.ret

.97:
  %.99 = getelementptr i8, ptr %.14, i64 56
  %.100 = load ptr, ptr %.99, align 8
  %.101 = getelementptr i8, ptr %.100, i64 28
  %.102 = load i32, ptr %.101, align 4
  %2 = icmp eq i32 %.102, 11
  br i1 %2, label %.105, label %common.ret

.105:
  %.107 = getelementptr i8, ptr %.100, i64 26
  %.108 = load i8, ptr %.107, align 1
  %.109.not = icmp eq i8 %.108, 62
  br i1 %.109.not, label %common.ret, label %.110

.110:
  %.112 = getelementptr i8, ptr %.16, i64 8
  %.113 = load ptr, ptr %.112, align 8
  %.114 = icmp eq ptr %.113, @nnsearch_ndarray
  br i1 %.114, label %.115, label %common.ret

.115:
  %.117 = getelementptr i8, ptr %.16, i64 24
  %.118 = load i32, ptr %.117, align 4
  %.119 = icmp eq i32 %.118, 2
  br i1 %.119, label %.120, label %common.ret

.120:
  %.122 = getelementptr i8, ptr %.16, i64 64
  %.123 = load i32, ptr %.122, align 4
  %.124 = and i32 %.123, 1281
  %.125 = icmp eq i32 %.124, 1281
  br i1 %.125, label %.126, label %common.ret

.126:
  %.128 = getelementptr i8, ptr %.16, i64 56
  %.129 = load ptr, ptr %.128, align 8
  %.130 = getelementptr i8, ptr %.129, i64 28
  %.131 = load i32, ptr %.130, align 4
  %3 = icmp eq i32 %.131, 11
  br i1 %3, label %.134, label %common.ret

.134:
  %.136 = getelementptr i8, ptr %.129, i64 26
  %.137 = load i8, ptr %.136, align 1
  %.138.not = icmp eq i8 %.137, 62
  br i1 %.138.not, label %common.ret, label %.139

.139:
  %.141 = getelementptr i8, ptr %.18, i64 8
  %.142 = load ptr, ptr %.141, align 8
  %.143 = icmp eq ptr %.142, @nnsearch_ndarray
  br i1 %.143, label %.144, label %common.ret

.144:
  %.146 = getelementptr i8, ptr %.18, i64 24
  %.147 = load i32, ptr %.146, align 4
  %.148 = icmp eq i32 %.147, 2
  br i1 %.148, label %.149, label %common.ret

.149:
  %.151 = getelementptr i8, ptr %.18, i64 64
  %.152 = load i32, ptr %.151, align 4
  %.153 = and i32 %.152, 1281
  %.154 = icmp eq i32 %.153, 1281
  br i1 %.154, label %.155, label %common.ret

.155:
  %.157 = getelementptr i8, ptr %.18, i64 56
  %.158 = load ptr, ptr %.157, align 8
  %.159 = getelementptr i8, ptr %.158, i64 28
  %.160 = load i32, ptr %.159, align 4
  %4 = icmp eq i32 %.160, 11
  br i1 %4, label %.163, label %common.ret

.163:
  %.165 = getelementptr i8, ptr %.158, i64 26
  %.166 = load i8, ptr %.165, align 1
  %.167.not = icmp eq i8 %.166, 62
  br i1 %.167.not, label %common.ret, label %.168

.168:
  %.170 = getelementptr i8, ptr %.20, i64 8
  %.171 = load ptr, ptr %.170, align 8
  %.172 = icmp eq ptr %.171, @nnsearch_ndarray
  br i1 %.172, label %.173, label %common.ret

.173:
  %.175 = getelementptr i8, ptr %.20, i64 24
  %.176 = load i32, ptr %.175, align 4
  %.177 = icmp eq i32 %.176, 2
  br i1 %.177, label %.178, label %common.ret

.178:
  %.180 = getelementptr i8, ptr %.20, i64 64
  %.181 = load i32, ptr %.180, align 4
  %.182 = and i32 %.181, 1281
  %.183 = icmp eq i32 %.182, 1281
  br i1 %.183, label %.184, label %common.ret

.184:
  %.186 = getelementptr i8, ptr %.20, i64 56
  %.187 = load ptr, ptr %.186, align 8
  %.188 = getelementptr i8, ptr %.187, i64 28
  %.189 = load i32, ptr %.188, align 4
  %5 = icmp eq i32 %.189, 11
  br i1 %5, label %.192, label %common.ret

.192:
  %.194 = getelementptr i8, ptr %.187, i64 26
  %.195 = load i8, ptr %.194, align 1
  %.196.not = icmp eq i8 %.195, 62
  br i1 %.196.not, label %common.ret, label %.197

.197:
  %.199 = getelementptr i8, ptr %.22, i64 8
  %.200 = load ptr, ptr %.199, align 8
  %.201 = icmp eq ptr %.200, @nnsearch_ndarray
  br i1 %.201, label %.202, label %common.ret

.202:
  %.204 = getelementptr i8, ptr %.22, i64 24
  %.205 = load i32, ptr %.204, align 4
  %.206 = icmp eq i32 %.205, 2
  br i1 %.206, label %.207, label %common.ret

.207:
  %.209 = getelementptr i8, ptr %.22, i64 64
  %.210 = load i32, ptr %.209, align 4
  %.211 = and i32 %.210, 1281
  %.212 = icmp eq i32 %.211, 1281
  br i1 %.212, label %.213, label %common.ret

.213:
  %.215 = getelementptr i8, ptr %.22, i64 56
  %.216 = load ptr, ptr %.215, align 8
  %.217 = getelementptr i8, ptr %.216, i64 28
  %.218 = load i32, ptr %.217, align 4
  %6 = icmp eq i32 %.218, 11
  br i1 %6, label %.221, label %common.ret

.221:
  %.223 = getelementptr i8, ptr %.216, i64 26
  %.224 = load i8, ptr %.223, align 1
  %.225.not = icmp eq i8 %.224, 62
  br i1 %.225.not, label %common.ret, label %.226

.226:
  %.228 = getelementptr i8, ptr %.24, i64 8
  %.229 = load ptr, ptr %.228, align 8
  %.230 = icmp eq ptr %.229, @nnsearch_ndarray
  br i1 %.230, label %.231, label %common.ret

.231:
  %.233 = getelementptr i8, ptr %.24, i64 24
  %.234 = load i32, ptr %.233, align 4
  %.235 = icmp eq i32 %.234, 2
  br i1 %.235, label %.236, label %common.ret

.236:
  %.238 = getelementptr i8, ptr %.24, i64 64
  %.239 = load i32, ptr %.238, align 4
  %.240 = and i32 %.239, 1281
  %.241 = icmp eq i32 %.240, 1281
  br i1 %.241, label %.242, label %common.ret

.242:
  %.244 = getelementptr i8, ptr %.24, i64 56
  %.245 = load ptr, ptr %.244, align 8
  %.246 = getelementptr i8, ptr %.245, i64 28
  %.247 = load i32, ptr %.246, align 4
  %7 = icmp eq i32 %.247, 11
  br i1 %7, label %.250, label %common.ret

.250:
  %.252 = getelementptr i8, ptr %.245, i64 26
  %.253 = load i8, ptr %.252, align 1
  %.254.not = icmp eq i8 %.253, 62
  br i1 %.254.not, label %common.ret, label %.255

.255:
  %.257 = getelementptr i8, ptr %.10, i64 32
  %.258 = load ptr, ptr %.257, align 8
  %.262 = load i64, ptr %.258, align 4
  %.263 = getelementptr i8, ptr %.258, i64 8
  %.264 = load i64, ptr %.263, align 4
  %.271 = getelementptr i8, ptr %.10, i64 16
  %.272 = load ptr, ptr %.271, align 8
  %.273 = getelementptr i8, ptr %.12, i64 32
  %.274 = load ptr, ptr %.273, align 8
  %.279 = getelementptr i8, ptr %.274, i64 8
  %.280 = load i64, ptr %.279, align 4
  %.287 = getelementptr i8, ptr %.12, i64 16
  %.288 = load ptr, ptr %.287, align 8
  %.289 = getelementptr i8, ptr %.14, i64 32
  %.290 = load ptr, ptr %.289, align 8
  %.295 = getelementptr i8, ptr %.290, i64 8
  %.296 = load i64, ptr %.295, align 4
  %.303 = getelementptr i8, ptr %.14, i64 16
  %.304 = load ptr, ptr %.303, align 8
  %.305 = getelementptr i8, ptr %.16, i64 32
  %.306 = load ptr, ptr %.305, align 8
  %.311 = getelementptr i8, ptr %.306, i64 8
  %.312 = load i64, ptr %.311, align 4
  %.319 = getelementptr i8, ptr %.16, i64 16
  %.320 = load ptr, ptr %.319, align 8
  %.321 = getelementptr i8, ptr %.18, i64 32
  %.322 = load ptr, ptr %.321, align 8
  %.327 = getelementptr i8, ptr %.322, i64 8
  %.328 = load i64, ptr %.327, align 4
  %.335 = getelementptr i8, ptr %.18, i64 16
  %.336 = load ptr, ptr %.335, align 8
  %.337 = getelementptr i8, ptr %.20, i64 32
  %.338 = load ptr, ptr %.337, align 8
  %.343 = getelementptr i8, ptr %.338, i64 8
  %.344 = load i64, ptr %.343, align 4
  %.351 = getelementptr i8, ptr %.20, i64 16
  %.352 = load ptr, ptr %.351, align 8
  %.353 = getelementptr i8, ptr %.22, i64 32
  %.354 = load ptr, ptr %.353, align 8
  %.359 = getelementptr i8, ptr %.354, i64 8
  %.360 = load i64, ptr %.359, align 4
  %.367 = getelementptr i8, ptr %.22, i64 16
  %.368 = load ptr, ptr %.367, align 8
  %.369 = getelementptr i8, ptr %.24, i64 32
  %.370 = load ptr, ptr %.369, align 8
  %.375 = getelementptr i8, ptr %.370, i64 8
  %.376 = load i64, ptr %.375, align 4
  %.383 = getelementptr i8, ptr %.24, i64 16
  %.384 = load ptr, ptr %.383, align 8
  %.260.i7.not = icmp slt i64 %.262, 1
  br i1 %.260.i7.not, label %common.ret, label %B56.if.i.lr.ph

B56.if.i.lr.ph:
  %.395.i4.not = icmp slt i64 %.264, 1
  br label %B56.if.i

B56.i.loopexit:
  %exitcond11.not = icmp eq i64 %.273.i, %.262
  br i1 %exitcond11.not, label %common.ret, label %B56.if.i

B56.if.i:
  %.202.i.08 = phi i64 [ 0, %B56.if.i.lr.ph ], [ %.273.i, %B56.i.loopexit ]
  %.273.i = add nuw nsw i64 %.202.i.08, 1
  br i1 %.395.i4.not, label %B56.i.loopexit, label %B112.if.i.lr.ph

B112.if.i.lr.ph:
  %.480.i = mul i64 %.202.i.08, %.296
  %8 = getelementptr float, ptr %.304, i64 %.480.i
  %.537.i = mul i64 %.202.i.08, %.328
  %.541.i = getelementptr float, ptr %.336, i64 %.537.i
  %.591.i = mul i64 %.202.i.08, %.280
  %9 = getelementptr float, ptr %.288, i64 %.591.i
  %.702.i = mul i64 %.202.i.08, %.312
  %10 = getelementptr float, ptr %.320, i64 %.702.i
  %.759.i = mul i64 %.202.i.08, %.344
  %.763.i = getelementptr float, ptr %.352, i64 %.759.i
  %.980.i = mul i64 %.202.i.08, %.264
  %11 = getelementptr float, ptr %.272, i64 %.980.i
  %.1157.i = mul i64 %.202.i.08, %.376
  %.1161.i = getelementptr float, ptr %.384, i64 %.1157.i
  %.1217.i = mul i64 %.202.i.08, %.360
  %.1221.i = getelementptr float, ptr %.368, i64 %.1217.i
  br label %B112.if.i

B112.if.i:
  %.339.i.05 = phi i64 [ 0, %B112.if.i.lr.ph ], [ %.408.i, %B112.if.i ]
  %.408.i = add nuw nsw i64 %.339.i.05, 1
  %12 = getelementptr float, ptr %8, i64 %.339.i.05
  %.485.i = load float, ptr %12, align 4
  %.542.i = load float, ptr %.541.i, align 4
  %.543.i = fmul float %.485.i, %.542.i
  %13 = getelementptr float, ptr %9, i64 %.339.i.05
  %.596.i = load float, ptr %13, align 4
  %.599.i = fadd float %.543.i, %.596.i
  store float %.599.i, ptr %12, align 4
  %14 = getelementptr float, ptr %10, i64 %.339.i.05
  %.707.i = load float, ptr %14, align 4
  %.764.i = load float, ptr %.763.i, align 4
  %.765.i = fmul float %.707.i, %.764.i
  %.818.i = load float, ptr %13, align 4
  %.876.i = fmul float %.818.i, %.818.i
  %.877.i = fadd float %.765.i, %.876.i
  store float %.877.i, ptr %14, align 4
  %15 = getelementptr float, ptr %11, i64 %.339.i.05
  %.985.i = load float, ptr %15, align 4
  %.1038.i = load float, ptr %12, align 4
  %.1103.i.le = tail call float @llvm.sqrt.f32(float %.877.i)
  %.1162.i = load float, ptr %.1161.i, align 4
  %.1163.i = fadd float %.1103.i.le, %.1162.i
  %.1167.i = fdiv float %.1038.i, %.1163.i
  %.1222.i = load float, ptr %.1221.i, align 4
  %.1223.i = fmul float %.1222.i, %.1167.i
  %.1224.i = fsub float %.985.i, %.1223.i
  store float %.1224.i, ptr %15, align 4
  %exitcond.not = icmp eq i64 %.264, %.408.i
  br i1 %exitcond.not, label %B56.i.loopexit, label %B112.if.i
}

declare ptr @PyBool_FromLong(i64)
