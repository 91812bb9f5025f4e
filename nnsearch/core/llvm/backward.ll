; db3dbb954a8dba389ab6f3c0e2577ec3fcc016e89ff8f32f31a91b89dc6e5e8b
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

declare void @nnsearch_sgemm(i32, i32, i32, i64, i64, i64, float, i64, i64, i64, i64, float, i64, i64)

define ptr @backward(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 13
  br i1 %.6, label %.7, label %common.ret.sink.split

common.ret.sink.split:
  %.sink = phi i64 [ 1, %done ], [ 0, %.313 ], [ 0, %.284 ], [ 0, %.255 ], [ 0, %.225 ], [ 0, %.196 ], [ 0, %.166 ], [ 0, %.136 ], [ 0, %.107 ], [ 0, %.78 ], [ 0, %.49 ], [ 0, %.322 ], [ 0, %.307 ], [ 0, %.302 ], [ 0, %.297 ], [ 0, %.292 ], [ 0, %.278 ], [ 0, %.273 ], [ 0, %.268 ], [ 0, %.263 ], [ 0, %.249 ], [ 0, %.244 ], [ 0, %.239 ], [ 0, %.234 ], [ 0, %.219 ], [ 0, %.214 ], [ 0, %.209 ], [ 0, %.204 ], [ 0, %.190 ], [ 0, %.185 ], [ 0, %.180 ], [ 0, %.175 ], [ 0, %.160 ], [ 0, %.155 ], [ 0, %.150 ], [ 0, %.145 ], [ 0, %.130 ], [ 0, %.125 ], [ 0, %.120 ], [ 0, %.115 ], [ 0, %.101 ], [ 0, %.96 ], [ 0, %.91 ], [ 0, %.86 ], [ 0, %.72 ], [ 0, %.67 ], [ 0, %.62 ], [ 0, %.57 ], [ 0, %.43 ], [ 0, %.38 ], [ 0, %.7 ], [ 0, %.5 ]
  %.467 = tail call ptr @PyBool_FromLong(i64 %.sink)
  br label %common.ret

common.ret:
  %common.ret.op = phi ptr [ null, %.327 ], [ %.467, %common.ret.sink.split ]
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
  %.35 = getelementptr i8, ptr %.10, i64 8
  %.36 = load ptr, ptr %.35, align 8
  %.37 = icmp eq ptr %.36, @nnsearch_ndarray
  br i1 %.37, label %.38, label %common.ret.sink.split

.38:
  %.40 = getelementptr i8, ptr %.10, i64 24
  %.41 = load i32, ptr %.40, align 4
  %.42 = icmp eq i32 %.41, 2
  br i1 %.42, label %.43, label %common.ret.sink.split

.43:
  %.45 = getelementptr i8, ptr %.10, i64 64
  %.46 = load i32, ptr %.45, align 4
  %.47 = and i32 %.46, 1281
  %.48 = icmp eq i32 %.47, 1281
  br i1 %.48, label %.49, label %common.ret.sink.split

.49:
  %.51 = getelementptr i8, ptr %.10, i64 56
  %.52 = load ptr, ptr %.51, align 8
  %.53 = getelementptr i8, ptr %.52, i64 28
  %.54 = load i32, ptr %.53, align 4
  %0 = icmp eq i32 %.54, 11
  br i1 %0, label %.57, label %common.ret.sink.split

.57:
  %.59 = getelementptr i8, ptr %.52, i64 26
  %.60 = load i8, ptr %.59, align 1
  %.61.not = icmp eq i8 %.60, 62
  br i1 %.61.not, label %common.ret.sink.split, label %.62

.62:
  %.64 = getelementptr i8, ptr %.12, i64 8
  %.65 = load ptr, ptr %.64, align 8
  %.66 = icmp eq ptr %.65, @nnsearch_ndarray
  br i1 %.66, label %.67, label %common.ret.sink.split

.67:
  %.69 = getelementptr i8, ptr %.12, i64 24
  %.70 = load i32, ptr %.69, align 4
  %.71 = icmp eq i32 %.70, 2
  br i1 %.71, label %.72, label %common.ret.sink.split

.72:
  %.74 = getelementptr i8, ptr %.12, i64 64
  %.75 = load i32, ptr %.74, align 4
  %.76 = and i32 %.75, 1281
  %.77 = icmp eq i32 %.76, 1281
  br i1 %.77, label %.78, label %common.ret.sink.split

.78:
  %.80 = getelementptr i8, ptr %.12, i64 56
  %.81 = load ptr, ptr %.80, align 8
  %.82 = getelementptr i8, ptr %.81, i64 28
  %.83 = load i32, ptr %.82, align 4
  %1 = icmp eq i32 %.83, 11
  br i1 %1, label %.86, label %common.ret.sink.split

.86:
  %.88 = getelementptr i8, ptr %.81, i64 26
  %.89 = load i8, ptr %.88, align 1
  %.90.not = icmp eq i8 %.89, 62
  br i1 %.90.not, label %common.ret.sink.split, label %.91

.91:
  %.93 = getelementptr i8, ptr %.14, i64 8
  %.94 = load ptr, ptr %.93, align 8
  %.95 = icmp eq ptr %.94, @nnsearch_ndarray
  br i1 %.95, label %.96, label %common.ret.sink.split

.96:
  %.98 = getelementptr i8, ptr %.14, i64 24
  %.99 = load i32, ptr %.98, align 4
  %.100 = icmp eq i32 %.99, 2
  br i1 %.100, label %.101, label %common.ret.sink.split

.101:
  %.103 = getelementptr i8, ptr %.14, i64 64
  %.104 = load i32, ptr %.103, align 4
  %.105 = and i32 %.104, 1281
  %.106 = icmp eq i32 %.105, 1281
  br i1 %.106, label %.107, label %common.ret.sink.split

.107:
  %.109 = getelementptr i8, ptr %.14, i64 56
  %.110 = load ptr, ptr %.109, align 8
  %.111 = getelementptr i8, ptr %.110, i64 28
  %.112 = load i32, ptr %.111, align 4
  %2 = icmp eq i32 %.112, 11
  br i1 %2, label %.115, label %common.ret.sink.split

.115:
  %.117 = getelementptr i8, ptr %.110, i64 26
  %.118 = load i8, ptr %.117, align 1
  %.119.not = icmp eq i8 %.118, 62
  br i1 %.119.not, label %common.ret.sink.split, label %.120

.120:
  %.122 = getelementptr i8, ptr %.16, i64 8
  %.123 = load ptr, ptr %.122, align 8
  %.124 = icmp eq ptr %.123, @nnsearch_ndarray
  br i1 %.124, label %.125, label %common.ret.sink.split

.125:
  %.127 = getelementptr i8, ptr %.16, i64 24
  %.128 = load i32, ptr %.127, align 4
  %.129 = icmp eq i32 %.128, 1
  br i1 %.129, label %.130, label %common.ret.sink.split

.130:
  %.132 = getelementptr i8, ptr %.16, i64 64
  %.133 = load i32, ptr %.132, align 4
  %.134 = and i32 %.133, 1281
  %.135 = icmp eq i32 %.134, 1281
  br i1 %.135, label %.136, label %common.ret.sink.split

.136:
  %.138 = getelementptr i8, ptr %.16, i64 56
  %.139 = load ptr, ptr %.138, align 8
  %.140 = getelementptr i8, ptr %.139, i64 28
  %.141 = load i32, ptr %.140, align 4
  switch i32 %.141, label %common.ret.sink.split [
    i32 9, label %.145
    i32 7, label %.145
  ]

.145:
  %.147 = getelementptr i8, ptr %.139, i64 26
  %.148 = load i8, ptr %.147, align 1
  %.149.not = icmp eq i8 %.148, 62
  br i1 %.149.not, label %common.ret.sink.split, label %.150

.150:
  %.152 = getelementptr i8, ptr %.18, i64 8
  %.153 = load ptr, ptr %.152, align 8
  %.154 = icmp eq ptr %.153, @nnsearch_ndarray
  br i1 %.154, label %.155, label %common.ret.sink.split

.155:
  %.157 = getelementptr i8, ptr %.18, i64 24
  %.158 = load i32, ptr %.157, align 4
  %.159 = icmp eq i32 %.158, 1
  br i1 %.159, label %.160, label %common.ret.sink.split

.160:
  %.162 = getelementptr i8, ptr %.18, i64 64
  %.163 = load i32, ptr %.162, align 4
  %.164 = and i32 %.163, 1281
  %.165 = icmp eq i32 %.164, 1281
  br i1 %.165, label %.166, label %common.ret.sink.split

.166:
  %.168 = getelementptr i8, ptr %.18, i64 56
  %.169 = load ptr, ptr %.168, align 8
  %.170 = getelementptr i8, ptr %.169, i64 28
  %.171 = load i32, ptr %.170, align 4
  switch i32 %.171, label %common.ret.sink.split [
    i32 9, label %.175
    i32 7, label %.175
  ]

.175:
  %.177 = getelementptr i8, ptr %.169, i64 26
  %.178 = load i8, ptr %.177, align 1
  %.179.not = icmp eq i8 %.178, 62
  br i1 %.179.not, label %common.ret.sink.split, label %.180

.180:
  %.182 = getelementptr i8, ptr %.20, i64 8
  %.183 = load ptr, ptr %.182, align 8
  %.184 = icmp eq ptr %.183, @nnsearch_ndarray
  br i1 %.184, label %.185, label %common.ret.sink.split

.185:
  %.187 = getelementptr i8, ptr %.20, i64 24
  %.188 = load i32, ptr %.187, align 4
  %.189 = icmp eq i32 %.188, 1
  br i1 %.189, label %.190, label %common.ret.sink.split

.190:
  %.192 = getelementptr i8, ptr %.20, i64 64
  %.193 = load i32, ptr %.192, align 4
  %.194 = and i32 %.193, 1281
  %.195 = icmp eq i32 %.194, 1281
  br i1 %.195, label %.196, label %common.ret.sink.split

.196:
  %.198 = getelementptr i8, ptr %.20, i64 56
  %.199 = load ptr, ptr %.198, align 8
  %.200 = getelementptr i8, ptr %.199, i64 28
  %.201 = load i32, ptr %.200, align 4
  %3 = icmp eq i32 %.201, 11
  br i1 %3, label %.204, label %common.ret.sink.split

.204:
  %.206 = getelementptr i8, ptr %.199, i64 26
  %.207 = load i8, ptr %.206, align 1
  %.208.not = icmp eq i8 %.207, 62
  br i1 %.208.not, label %common.ret.sink.split, label %.209

.209:
  %.211 = getelementptr i8, ptr %.22, i64 8
  %.212 = load ptr, ptr %.211, align 8
  %.213 = icmp eq ptr %.212, @nnsearch_ndarray
  br i1 %.213, label %.214, label %common.ret.sink.split

.214:
  %.216 = getelementptr i8, ptr %.22, i64 24
  %.217 = load i32, ptr %.216, align 4
  %.218 = icmp eq i32 %.217, 1
  br i1 %.218, label %.219, label %common.ret.sink.split

.219:
  %.221 = getelementptr i8, ptr %.22, i64 64
  %.222 = load i32, ptr %.221, align 4
  %.223 = and i32 %.222, 1281
  %.224 = icmp eq i32 %.223, 1281
  br i1 %.224, label %.225, label %common.ret.sink.split

.225:
  %.227 = getelementptr i8, ptr %.22, i64 56
  %.228 = load ptr, ptr %.227, align 8
  %.229 = getelementptr i8, ptr %.228, i64 28
  %.230 = load i32, ptr %.229, align 4
  switch i32 %.230, label %common.ret.sink.split [
    i32 9, label %.234
    i32 7, label %.234
  ]

.234:
  %.236 = getelementptr i8, ptr %.228, i64 26
  %.237 = load i8, ptr %.236, align 1
  %.238.not = icmp eq i8 %.237, 62
  br i1 %.238.not, label %common.ret.sink.split, label %.239

.239:
  %.241 = getelementptr i8, ptr %.24, i64 8
  %.242 = load ptr, ptr %.241, align 8
  %.243 = icmp eq ptr %.242, @nnsearch_ndarray
  br i1 %.243, label %.244, label %common.ret.sink.split

.244:
  %.246 = getelementptr i8, ptr %.24, i64 24
  %.247 = load i32, ptr %.246, align 4
  %.248 = icmp eq i32 %.247, 1
  br i1 %.248, label %.249, label %common.ret.sink.split

.249:
  %.251 = getelementptr i8, ptr %.24, i64 64
  %.252 = load i32, ptr %.251, align 4
  %.253 = and i32 %.252, 1281
  %.254 = icmp eq i32 %.253, 1281
  br i1 %.254, label %.255, label %common.ret.sink.split

.255:
  %.257 = getelementptr i8, ptr %.24, i64 56
  %.258 = load ptr, ptr %.257, align 8
  %.259 = getelementptr i8, ptr %.258, i64 28
  %.260 = load i32, ptr %.259, align 4
  %4 = icmp eq i32 %.260, 11
  br i1 %4, label %.263, label %common.ret.sink.split

.263:
  %.265 = getelementptr i8, ptr %.258, i64 26
  %.266 = load i8, ptr %.265, align 1
  %.267.not = icmp eq i8 %.266, 62
  br i1 %.267.not, label %common.ret.sink.split, label %.268

.268:
  %.270 = getelementptr i8, ptr %.26, i64 8
  %.271 = load ptr, ptr %.270, align 8
  %.272 = icmp eq ptr %.271, @nnsearch_ndarray
  br i1 %.272, label %.273, label %common.ret.sink.split

.273:
  %.275 = getelementptr i8, ptr %.26, i64 24
  %.276 = load i32, ptr %.275, align 4
  %.277 = icmp eq i32 %.276, 1
  br i1 %.277, label %.278, label %common.ret.sink.split

.278:
  %.280 = getelementptr i8, ptr %.26, i64 64
  %.281 = load i32, ptr %.280, align 4
  %.282 = and i32 %.281, 1281
  %.283 = icmp eq i32 %.282, 1281
  br i1 %.283, label %.284, label %common.ret.sink.split

.284:
  %.286 = getelementptr i8, ptr %.26, i64 56
  %.287 = load ptr, ptr %.286, align 8
  %.288 = getelementptr i8, ptr %.287, i64 28
  %.289 = load i32, ptr %.288, align 4
  %5 = icmp eq i32 %.289, 11
  br i1 %5, label %.292, label %common.ret.sink.split

.292:
  %.294 = getelementptr i8, ptr %.287, i64 26
  %.295 = load i8, ptr %.294, align 1
  %.296.not = icmp eq i8 %.295, 62
  br i1 %.296.not, label %common.ret.sink.split, label %.297

.297:
  %.299 = getelementptr i8, ptr %.28, i64 8
  %.300 = load ptr, ptr %.299, align 8
  %.301 = icmp eq ptr %.300, @nnsearch_ndarray
  br i1 %.301, label %.302, label %common.ret.sink.split

.302:
  %.304 = getelementptr i8, ptr %.28, i64 24
  %.305 = load i32, ptr %.304, align 4
  %.306 = icmp eq i32 %.305, 1
  br i1 %.306, label %.307, label %common.ret.sink.split

.307:
  %.309 = getelementptr i8, ptr %.28, i64 64
  %.310 = load i32, ptr %.309, align 4
  %.311 = and i32 %.310, 1281
  %.312 = icmp eq i32 %.311, 1281
  br i1 %.312, label %.313, label %common.ret.sink.split

.313:
  %.315 = getelementptr i8, ptr %.28, i64 56
  %.316 = load ptr, ptr %.315, align 8
  %.317 = getelementptr i8, ptr %.316, i64 28
  %.318 = load i32, ptr %.317, align 4
  switch i32 %.318, label %common.ret.sink.split [
    i32 9, label %.322
    i32 7, label %.322
  ]

.322:
  %.324 = getelementptr i8, ptr %.316, i64 26
  %.325 = load i8, ptr %.324, align 1
  %.326.not = icmp eq i8 %.325, 62
  br i1 %.326.not, label %common.ret.sink.split, label %.327

.327:
  %.329 = getelementptr i8, ptr %.10, i64 32
  %.330 = load ptr, ptr %.329, align 8
  %.334 = load i64, ptr %.330, align 4
  %.335 = getelementptr i8, ptr %.330, i64 8
  %.336 = load i64, ptr %.335, align 4
  %.343 = getelementptr i8, ptr %.10, i64 16
  %.344 = load ptr, ptr %.343, align 8
  %.345 = getelementptr i8, ptr %.12, i64 32
  %.346 = load ptr, ptr %.345, align 8
  %.350 = load i64, ptr %.346, align 4
  %.351 = getelementptr i8, ptr %.346, i64 8
  %.352 = load i64, ptr %.351, align 4
  %.359 = getelementptr i8, ptr %.12, i64 16
  %.360 = load ptr, ptr %.359, align 8
  %.375 = getelementptr i8, ptr %.14, i64 16
  %.376 = load ptr, ptr %.375, align 8
  %.377 = getelementptr i8, ptr %.16, i64 32
  %.378 = load ptr, ptr %.377, align 8
  %.382 = load i64, ptr %.378, align 4
  %.386 = getelementptr i8, ptr %.16, i64 16
  %.387 = load ptr, ptr %.386, align 8
  %.388 = getelementptr i8, ptr %.18, i64 32
  %.389 = load ptr, ptr %.388, align 8
  %.393 = load i64, ptr %.389, align 4
  %.397 = getelementptr i8, ptr %.18, i64 16
  %.398 = load ptr, ptr %.397, align 8
  %.408 = getelementptr i8, ptr %.20, i64 16
  %.409 = load ptr, ptr %.408, align 8
  %.410 = getelementptr i8, ptr %.22, i64 32
  %.411 = load ptr, ptr %.410, align 8
  %.415 = load i64, ptr %.411, align 4
  %.419 = getelementptr i8, ptr %.22, i64 16
  %.420 = load ptr, ptr %.419, align 8
  %.421 = getelementptr i8, ptr %.24, i64 32
  %.422 = load ptr, ptr %.421, align 8
  %.426 = load i64, ptr %.422, align 4
  %.430 = getelementptr i8, ptr %.24, i64 16
  %.431 = load ptr, ptr %.430, align 8
  %.432 = getelementptr i8, ptr %.26, i64 32
  %.433 = load ptr, ptr %.432, align 8
  %.437 = load i64, ptr %.433, align 4
  %.441 = getelementptr i8, ptr %.26, i64 16
  %.442 = load ptr, ptr %.441, align 8
  %.443 = getelementptr i8, ptr %.28, i64 32
  %.444 = load ptr, ptr %.443, align 8
  %.448 = load i64, ptr %.444, align 4
  %.452 = getelementptr i8, ptr %.28, i64 16
  %.453 = load ptr, ptr %.452, align 8
  %.454 = tail call i64 @PyLong_AsLongLong(ptr %.30)
  %.455 = tail call i64 @PyLong_AsLongLong(ptr %.32)
  %.456 = tail call i64 @PyLong_AsLongLong(ptr %.34)
  %.457 = tail call ptr @PyErr_Occurred()
  %.459 = icmp eq ptr %.457, null
  br i1 %.459, label %.458, label %common.ret

.458:
  %.464 = tail call ptr @PyEval_SaveThread()
  %.214.i = ptrtoint ptr %.360 to i64
  %.244.i = ptrtoint ptr %.376 to i64
  %.280.i = ptrtoint ptr %.344 to i64
  %.308.i = ptrtoint ptr %.409 to i64
  %.334.i = ptrtoint ptr %.442 to i64
  %.442.i16.not = icmp slt i64 %.350, 1
  br i1 %.442.i16.not, label %done, label %B378.if.i.lr.ph

B378.if.i.lr.ph:
  %6 = getelementptr i64, ptr %.387, i64 %.382
  %.538.i = getelementptr i8, ptr %6, i64 -8
  %.561.i = add i64 %.382, -2
  %7 = add i64 %.382, -3
  %.642.i8 = icmp ult i64 %7, 9223372036854775807
  br label %B378.if.i

B544.i.loopexit:
  %.642.i = icmp ugt i64 %.588.i.010, 1
  br i1 %.642.i, label %B546.if.i, label %B1140.i

B1140.i:
  %n.2.1.i.lcssa = phi i64 [ %.539.i, %B378.if.i ], [ %.709.i, %B544.i.loopexit ]
  %apart.2.1.i.lcssa = phi i64 [ %.456, %B378.if.i ], [ %.334, %B544.i.loopexit ]
  %dZ.2.1.i.lcssa = phi i64 [ %.509.i, %B378.if.i ], [ %.839.i, %B544.i.loopexit ]
  %.1476.i = add nsw i64 %.500.i, %.244.i
  %.1508.i = load i64, ptr %.398, align 8
  %.1509.i = shl nsw i64 %.1508.i, 2
  %.1510.i = add nsw i64 %.1476.i, %.1509.i
  call void @nnsearch_sgemm(i32 101, i32 111, i32 111, i64 %n.2.1.i.lcssa, i64 %.336, i64 %.334, float 1.000000e+00, i64 %dZ.2.1.i.lcssa, i64 %apart.2.1.i.lcssa, i64 %.280.i, i64 %.336, float 0.000000e+00, i64 %.1510.i, i64 %.336)
  %exitcond19.not = icmp eq i64 %.455.i, %.350
  br i1 %exitcond19.not, label %done, label %B378.if.i

B378.if.i:
  %.383.i.017 = phi i64 [ 0, %B378.if.i.lr.ph ], [ %.455.i, %B1140.i ]
  %.455.i = add nuw nsw i64 %.383.i.017, 1
  %.484.i = shl nsw i64 %.383.i.017, 2
  %.500.i = mul nsw i64 %.484.i, %.352
  %.507.i = mul nsw i64 %.484.i, %.455
  %.509.i = add nsw i64 %.507.i, %.454
  %.539.i = load i64, ptr %.538.i, align 8
  br i1 %.642.i8, label %B546.if.i.lr.ph, label %B1140.i

B546.if.i.lr.ph:
  %.784.i = mul i64 %.383.i.017, %.334
  br label %B546.if.i

B546.if.i:
  %dZ.2.1.i13 = phi i64 [ %.509.i, %B546.if.i.lr.ph ], [ %.839.i, %B544.i.loopexit ]
  %apart.2.1.i12 = phi i64 [ %.456, %B546.if.i.lr.ph ], [ %.334, %B544.i.loopexit ]
  %n.2.1.i11 = phi i64 [ %.539.i, %B546.if.i.lr.ph ], [ %.709.i, %B544.i.loopexit ]
  %.588.i.010 = phi i64 [ %.561.i, %B546.if.i.lr.ph ], [ %.651.i, %B544.i.loopexit ]
  %.585.i.09 = phi i64 [ %.561.i, %B546.if.i.lr.ph ], [ %.655.i, %B544.i.loopexit ]
  %.651.i = add nsw i64 %.588.i.010, -1
  %.655.i = add i64 %.585.i.09, -1
  %.693.i = icmp slt i64 %.585.i.09, 0
  %.694.i = select i1 %.693.i, i64 %.382, i64 0
  %8 = getelementptr i64, ptr %.387, i64 %.585.i.09
  %.708.i = getelementptr i64, ptr %8, i64 %.694.i
  %.709.i = load i64, ptr %.708.i, align 8
  %.714.i = add nsw i64 %.709.i, 1
  %.729.i = select i1 %.693.i, i64 %.393, i64 0
  %9 = getelementptr i64, ptr %.398, i64 %.585.i.09
  %.743.i = getelementptr i64, ptr %9, i64 %.729.i
  %.744.i = load i64, ptr %.743.i, align 8
  %.745.i = shl nsw i64 %.744.i, 2
  %.747.i = add nsw i64 %.745.i, %.500.i
  %.749.i = add nsw i64 %.747.i, %.214.i
  %.751.i = add nsw i64 %.747.i, %.244.i
  %.766.i = icmp slt i64 %.585.i.09, 1
  %.767.i = select i1 %.766.i, i64 %.415, i64 0
  %10 = getelementptr i64, ptr %.420, i64 %.655.i
  %.781.i = getelementptr i64, ptr %10, i64 %.767.i
  %.782.i = load i64, ptr %.781.i, align 8
  %.786.i = mul i64 %.784.i, %.714.i
  %.787.i = add nsw i64 %.786.i, %.782.i
  %.788.i = shl nsw i64 %.787.i, 2
  %.790.i = add nsw i64 %.788.i, %.308.i
  call void @nnsearch_sgemm(i32 101, i32 111, i32 112, i64 %n.2.1.i11, i64 %.714.i, i64 %.334, float 1.000000e+00, i64 %dZ.2.1.i13, i64 %apart.2.1.i12, i64 %.790.i, i64 %.334, float 0.000000e+00, i64 %.751.i, i64 %.714.i)
  %.815.i = select i1 %.766.i, i64 %.448, i64 0
  %11 = getelementptr i64, ptr %.453, i64 %.655.i
  %.829.i = getelementptr i64, ptr %11, i64 %.815.i
  %.830.i = load i64, ptr %.829.i, align 8
  %.835.i = mul i64 %.784.i, %.709.i
  %.836.i = add nsw i64 %.830.i, %.835.i
  %.837.i = shl nsw i64 %.836.i, 2
  %.839.i = add nsw i64 %.837.i, %.334.i
  call void @nnsearch_sgemm(i32 101, i32 112, i32 111, i64 %.709.i, i64 %.334, i64 %n.2.1.i11, float 1.000000e+00, i64 %.749.i, i64 %.714.i, i64 %dZ.2.1.i13, i64 %apart.2.1.i12, float 0.000000e+00, i64 %.839.i, i64 %.334)
  %.862.i = mul i64 %.709.i, %.334
  %.900.i = icmp slt i64 %.836.i, 0
  %.901.i = select i1 %.900.i, i64 %.437, i64 0
  %.902.i = add i64 %.901.i, %.836.i
  %.905.i = icmp slt i64 %.902.i, 0
  br i1 %.905.i, label %B548.else.if.i, label %B548.else.endif.i

B548.else.if.i:
  br label %B548.else.endif.i

B548.else.endif.i:
  %.890.sroa.0.1.i = phi i64 [ 0, %B548.else.if.i ], [ %.902.i, %B546.if.i ]
  %.910.not.i = icmp slt i64 %.902.i, %.437
  br i1 %.910.not.i, label %B548.else.endif.endif.endif.i, label %B548.else.endif.if.i

B548.else.endif.if.i:
  br label %B548.else.endif.endif.endif.i

B548.else.endif.endif.endif.i:
  %.890.sroa.0.3.i = phi i64 [ %.437, %B548.else.endif.if.i ], [ %.890.sroa.0.1.i, %B548.else.endif.i ]
  %.1003.i = getelementptr float, ptr %.442, i64 %.890.sroa.0.3.i
  %.1076.i = select i1 %.900.i, i64 %.426, i64 0
  %.1077.i = add i64 %.1076.i, %.836.i
  %.1080.i = icmp slt i64 %.1077.i, 0
  br i1 %.1080.i, label %B548.endif.else.if.i, label %B548.endif.else.endif.i

B548.endif.else.if.i:
  br label %B548.endif.else.endif.i

B548.endif.else.endif.i:
  %.1065.sroa.0.1.i = phi i64 [ 0, %B548.endif.else.if.i ], [ %.1077.i, %B548.else.endif.endif.endif.i ]
  %.1085.not.i = icmp slt i64 %.1077.i, %.426
  br i1 %.1085.not.i, label %B548.endif.else.endif.endif.endif.i, label %B548.endif.else.endif.if.i

B548.endif.else.endif.if.i:
  br label %B548.endif.else.endif.endif.endif.i

B548.endif.else.endif.endif.endif.i:
  %.1065.sroa.0.3.i = phi i64 [ %.426, %B548.endif.else.endif.if.i ], [ %.1065.sroa.0.1.i, %B548.endif.else.endif.i ]
  %.1178.i = getelementptr float, ptr %.431, i64 %.1065.sroa.0.3.i
  %.1310.i5.not = icmp slt i64 %.862.i, 1
  br i1 %.1310.i5.not, label %B544.i.loopexit, label %B1074.if.i

B1074.if.i:
  %.1254.i.06 = phi i64 [ %.1323.i, %B1074.if.i ], [ 0, %B548.endif.else.endif.endif.endif.i ]
  %.1323.i = add nuw nsw i64 %.1254.i.06, 1
  %12 = getelementptr float, ptr %.1003.i, i64 %.1254.i.06
  %.1377.i = load float, ptr %12, align 4
  %13 = getelementptr float, ptr %.1178.i, i64 %.1254.i.06
  %.1407.i = load float, ptr %13, align 4
  %.1408.i = fmul float %.1377.i, %.1407.i
  store float %.1408.i, ptr %12, align 4
  %exitcond.not = icmp eq i64 %.862.i, %.1323.i
  br i1 %exitcond.not, label %B544.i.loopexit, label %B1074.if.i

done:
  tail call void @PyEval_RestoreThread(ptr %.464)
  br label %common.ret.sink.split
}

declare ptr @PyBool_FromLong(i64)

declare i64 @PyLong_AsLongLong(ptr)

declare ptr @PyErr_Occurred()

declare ptr @PyEval_SaveThread()

declare void @PyEval_RestoreThread(ptr)
