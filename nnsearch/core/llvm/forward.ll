; f631c310f62cbe567a843664b1251004c3c51c60a268777567d9ab45b928245d
; made with Python 3.11 and numba 0.68.1
@nnsearch_ndarray = external global i8

declare void @nnsearch_sgemm(i32, i32, i32, i64, i64, i64, float, i64, i64, i64, i64, float, i64, i64)

define ptr @forward(ptr %.1, ptr %.2, i64 %.3) {
.5:
  %.6 = icmp eq i64 %.3, 15
  br i1 %.6, label %.7, label %common.ret.sink.split

common.ret.sink.split:
  %.sink = phi i64 [ 1, %done ], [ 0, %.375 ], [ 0, %.346 ], [ 0, %.316 ], [ 0, %.287 ], [ 0, %.258 ], [ 0, %.229 ], [ 0, %.200 ], [ 0, %.170 ], [ 0, %.140 ], [ 0, %.111 ], [ 0, %.82 ], [ 0, %.53 ], [ 0, %.384 ], [ 0, %.369 ], [ 0, %.364 ], [ 0, %.359 ], [ 0, %.354 ], [ 0, %.340 ], [ 0, %.335 ], [ 0, %.330 ], [ 0, %.325 ], [ 0, %.310 ], [ 0, %.305 ], [ 0, %.300 ], [ 0, %.295 ], [ 0, %.281 ], [ 0, %.276 ], [ 0, %.271 ], [ 0, %.266 ], [ 0, %.252 ], [ 0, %.247 ], [ 0, %.242 ], [ 0, %.237 ], [ 0, %.223 ], [ 0, %.218 ], [ 0, %.213 ], [ 0, %.208 ], [ 0, %.194 ], [ 0, %.189 ], [ 0, %.184 ], [ 0, %.179 ], [ 0, %.164 ], [ 0, %.159 ], [ 0, %.154 ], [ 0, %.149 ], [ 0, %.134 ], [ 0, %.129 ], [ 0, %.124 ], [ 0, %.119 ], [ 0, %.105 ], [ 0, %.100 ], [ 0, %.95 ], [ 0, %.90 ], [ 0, %.76 ], [ 0, %.71 ], [ 0, %.66 ], [ 0, %.61 ], [ 0, %.47 ], [ 0, %.42 ], [ 0, %.7 ], [ 0, %.5 ]
  %.551 = tail call ptr @PyBool_FromLong(i64 %.sink)
  br label %common.ret

common.ret:
  %common.ret.op = phi ptr [ null, %.389 ], [ %.551, %common.ret.sink.split ]
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
  %.39 = getelementptr i8, ptr %.10, i64 8
  %.40 = load ptr, ptr %.39, align 8
  %.41 = icmp eq ptr %.40, @nnsearch_ndarray
  br i1 %.41, label %.42, label %common.ret.sink.split

.42:
  %.44 = getelementptr i8, ptr %.10, i64 24
  %.45 = load i32, ptr %.44, align 4
  %.46 = icmp eq i32 %.45, 2
  br i1 %.46, label %.47, label %common.ret.sink.split

.47:
  %.49 = getelementptr i8, ptr %.10, i64 64
  %.50 = load i32, ptr %.49, align 4
  %.51 = and i32 %.50, 1281
  %.52 = icmp eq i32 %.51, 1281
  br i1 %.52, label %.53, label %common.ret.sink.split

.53:
  %.55 = getelementptr i8, ptr %.10, i64 56
  %.56 = load ptr, ptr %.55, align 8
  %.57 = getelementptr i8, ptr %.56, i64 28
  %.58 = load i32, ptr %.57, align 4
  %0 = icmp eq i32 %.58, 11
  br i1 %0, label %.61, label %common.ret.sink.split

.61:
  %.63 = getelementptr i8, ptr %.56, i64 26
  %.64 = load i8, ptr %.63, align 1
  %.65.not = icmp eq i8 %.64, 62
  br i1 %.65.not, label %common.ret.sink.split, label %.66

.66:
  %.68 = getelementptr i8, ptr %.12, i64 8
  %.69 = load ptr, ptr %.68, align 8
  %.70 = icmp eq ptr %.69, @nnsearch_ndarray
  br i1 %.70, label %.71, label %common.ret.sink.split

.71:
  %.73 = getelementptr i8, ptr %.12, i64 24
  %.74 = load i32, ptr %.73, align 4
  %.75 = icmp eq i32 %.74, 2
  br i1 %.75, label %.76, label %common.ret.sink.split

.76:
  %.78 = getelementptr i8, ptr %.12, i64 64
  %.79 = load i32, ptr %.78, align 4
  %.80 = and i32 %.79, 1281
  %.81 = icmp eq i32 %.80, 1281
  br i1 %.81, label %.82, label %common.ret.sink.split

.82:
  %.84 = getelementptr i8, ptr %.12, i64 56
  %.85 = load ptr, ptr %.84, align 8
  %.86 = getelementptr i8, ptr %.85, i64 28
  %.87 = load i32, ptr %.86, align 4
  %1 = icmp eq i32 %.87, 11
  br i1 %1, label %.90, label %common.ret.sink.split

.90:
  %.92 = getelementptr i8, ptr %.85, i64 26
  %.93 = load i8, ptr %.92, align 1
  %.94.not = icmp eq i8 %.93, 62
  br i1 %.94.not, label %common.ret.sink.split, label %.95

.95:
  %.97 = getelementptr i8, ptr %.14, i64 8
  %.98 = load ptr, ptr %.97, align 8
  %.99 = icmp eq ptr %.98, @nnsearch_ndarray
  br i1 %.99, label %.100, label %common.ret.sink.split

.100:
  %.102 = getelementptr i8, ptr %.14, i64 24
  %.103 = load i32, ptr %.102, align 4
  %.104 = icmp eq i32 %.103, 2
  br i1 %.104, label %.105, label %common.ret.sink.split

.105:
  %.107 = getelementptr i8, ptr %.14, i64 64
  %.108 = load i32, ptr %.107, align 4
  %.109 = and i32 %.108, 1281
  %.110 = icmp eq i32 %.109, 1281
  br i1 %.110, label %.111, label %common.ret.sink.split

.111:
  %.113 = getelementptr i8, ptr %.14, i64 56
  %.114 = load ptr, ptr %.113, align 8
  %.115 = getelementptr i8, ptr %.114, i64 28
  %.116 = load i32, ptr %.115, align 4
  %2 = icmp eq i32 %.116, 11
  br i1 %2, label %.119, label %common.ret.sink.split

.119:
  %.121 = getelementptr i8, ptr %.114, i64 26
  %.122 = load i8, ptr %.121, align 1
  %.123.not = icmp eq i8 %.122, 62
  br i1 %.123.not, label %common.ret.sink.split, label %.124

.124:
  %.126 = getelementptr i8, ptr %.16, i64 8
  %.127 = load ptr, ptr %.126, align 8
  %.128 = icmp eq ptr %.127, @nnsearch_ndarray
  br i1 %.128, label %.129, label %common.ret.sink.split

.129:
  %.131 = getelementptr i8, ptr %.16, i64 24
  %.132 = load i32, ptr %.131, align 4
  %.133 = icmp eq i32 %.132, 1
  br i1 %.133, label %.134, label %common.ret.sink.split

.134:
  %.136 = getelementptr i8, ptr %.16, i64 64
  %.137 = load i32, ptr %.136, align 4
  %.138 = and i32 %.137, 1281
  %.139 = icmp eq i32 %.138, 1281
  br i1 %.139, label %.140, label %common.ret.sink.split

.140:
  %.142 = getelementptr i8, ptr %.16, i64 56
  %.143 = load ptr, ptr %.142, align 8
  %.144 = getelementptr i8, ptr %.143, i64 28
  %.145 = load i32, ptr %.144, align 4
  switch i32 %.145, label %common.ret.sink.split [
    i32 9, label %.149
    i32 7, label %.149
  ]

.149:
  %.151 = getelementptr i8, ptr %.143, i64 26
  %.152 = load i8, ptr %.151, align 1
  %.153.not = icmp eq i8 %.152, 62
  br i1 %.153.not, label %common.ret.sink.split, label %.154

.154:
  %.156 = getelementptr i8, ptr %.18, i64 8
  %.157 = load ptr, ptr %.156, align 8
  %.158 = icmp eq ptr %.157, @nnsearch_ndarray
  br i1 %.158, label %.159, label %common.ret.sink.split

.159:
  %.161 = getelementptr i8, ptr %.18, i64 24
  %.162 = load i32, ptr %.161, align 4
  %.163 = icmp eq i32 %.162, 1
  br i1 %.163, label %.164, label %common.ret.sink.split

.164:
  %.166 = getelementptr i8, ptr %.18, i64 64
  %.167 = load i32, ptr %.166, align 4
  %.168 = and i32 %.167, 1281
  %.169 = icmp eq i32 %.168, 1281
  br i1 %.169, label %.170, label %common.ret.sink.split

.170:
  %.172 = getelementptr i8, ptr %.18, i64 56
  %.173 = load ptr, ptr %.172, align 8
  %.174 = getelementptr i8, ptr %.173, i64 28
  %.175 = load i32, ptr %.174, align 4
  switch i32 %.175, label %common.ret.sink.split [
    i32 9, label %.179
    i32 7, label %.179
  ]

.179:
  %.181 = getelementptr i8, ptr %.173, i64 26
  %.182 = load i8, ptr %.181, align 1
  %.183.not = icmp eq i8 %.182, 62
  br i1 %.183.not, label %common.ret.sink.split, label %.184

.184:
  %.186 = getelementptr i8, ptr %.20, i64 8
  %.187 = load ptr, ptr %.186, align 8
  %.188 = icmp eq ptr %.187, @nnsearch_ndarray
  br i1 %.188, label %.189, label %common.ret.sink.split

.189:
  %.191 = getelementptr i8, ptr %.20, i64 24
  %.192 = load i32, ptr %.191, align 4
  %.193 = icmp eq i32 %.192, 1
  br i1 %.193, label %.194, label %common.ret.sink.split

.194:
  %.196 = getelementptr i8, ptr %.20, i64 64
  %.197 = load i32, ptr %.196, align 4
  %.198 = and i32 %.197, 1281
  %.199 = icmp eq i32 %.198, 1281
  br i1 %.199, label %.200, label %common.ret.sink.split

.200:
  %.202 = getelementptr i8, ptr %.20, i64 56
  %.203 = load ptr, ptr %.202, align 8
  %.204 = getelementptr i8, ptr %.203, i64 28
  %.205 = load i32, ptr %.204, align 4
  %3 = icmp eq i32 %.205, 11
  br i1 %3, label %.208, label %common.ret.sink.split

.208:
  %.210 = getelementptr i8, ptr %.203, i64 26
  %.211 = load i8, ptr %.210, align 1
  %.212.not = icmp eq i8 %.211, 62
  br i1 %.212.not, label %common.ret.sink.split, label %.213

.213:
  %.215 = getelementptr i8, ptr %.22, i64 8
  %.216 = load ptr, ptr %.215, align 8
  %.217 = icmp eq ptr %.216, @nnsearch_ndarray
  br i1 %.217, label %.218, label %common.ret.sink.split

.218:
  %.220 = getelementptr i8, ptr %.22, i64 24
  %.221 = load i32, ptr %.220, align 4
  %.222 = icmp eq i32 %.221, 1
  br i1 %.222, label %.223, label %common.ret.sink.split

.223:
  %.225 = getelementptr i8, ptr %.22, i64 64
  %.226 = load i32, ptr %.225, align 4
  %.227 = and i32 %.226, 1281
  %.228 = icmp eq i32 %.227, 1281
  br i1 %.228, label %.229, label %common.ret.sink.split

.229:
  %.231 = getelementptr i8, ptr %.22, i64 56
  %.232 = load ptr, ptr %.231, align 8
  %.233 = getelementptr i8, ptr %.232, i64 28
  %.234 = load i32, ptr %.233, align 4
  %4 = icmp eq i32 %.234, 11
  br i1 %4, label %.237, label %common.ret.sink.split

.237:
  %.239 = getelementptr i8, ptr %.232, i64 26
  %.240 = load i8, ptr %.239, align 1
  %.241.not = icmp eq i8 %.240, 62
  br i1 %.241.not, label %common.ret.sink.split, label %.242

.242:
  %.244 = getelementptr i8, ptr %.24, i64 8
  %.245 = load ptr, ptr %.244, align 8
  %.246 = icmp eq ptr %.245, @nnsearch_ndarray
  br i1 %.246, label %.247, label %common.ret.sink.split

.247:
  %.249 = getelementptr i8, ptr %.24, i64 24
  %.250 = load i32, ptr %.249, align 4
  %.251 = icmp eq i32 %.250, 1
  br i1 %.251, label %.252, label %common.ret.sink.split

.252:
  %.254 = getelementptr i8, ptr %.24, i64 64
  %.255 = load i32, ptr %.254, align 4
  %.256 = and i32 %.255, 1281
  %.257 = icmp eq i32 %.256, 1281
  br i1 %.257, label %.258, label %common.ret.sink.split

.258:
  %.260 = getelementptr i8, ptr %.24, i64 56
  %.261 = load ptr, ptr %.260, align 8
  %.262 = getelementptr i8, ptr %.261, i64 28
  %.263 = load i32, ptr %.262, align 4
  %5 = icmp eq i32 %.263, 0
  br i1 %5, label %.266, label %common.ret.sink.split

.266:
  %.268 = getelementptr i8, ptr %.261, i64 26
  %.269 = load i8, ptr %.268, align 1
  %.270.not = icmp eq i8 %.269, 62
  br i1 %.270.not, label %common.ret.sink.split, label %.271

.271:
  %.273 = getelementptr i8, ptr %.26, i64 8
  %.274 = load ptr, ptr %.273, align 8
  %.275 = icmp eq ptr %.274, @nnsearch_ndarray
  br i1 %.275, label %.276, label %common.ret.sink.split

.276:
  %.278 = getelementptr i8, ptr %.26, i64 24
  %.279 = load i32, ptr %.278, align 4
  %.280 = icmp eq i32 %.279, 1
  br i1 %.280, label %.281, label %common.ret.sink.split

.281:
  %.283 = getelementptr i8, ptr %.26, i64 64
  %.284 = load i32, ptr %.283, align 4
  %.285 = and i32 %.284, 1281
  %.286 = icmp eq i32 %.285, 1281
  br i1 %.286, label %.287, label %common.ret.sink.split

.287:
  %.289 = getelementptr i8, ptr %.26, i64 56
  %.290 = load ptr, ptr %.289, align 8
  %.291 = getelementptr i8, ptr %.290, i64 28
  %.292 = load i32, ptr %.291, align 4
  %6 = icmp eq i32 %.292, 11
  br i1 %6, label %.295, label %common.ret.sink.split

.295:
  %.297 = getelementptr i8, ptr %.290, i64 26
  %.298 = load i8, ptr %.297, align 1
  %.299.not = icmp eq i8 %.298, 62
  br i1 %.299.not, label %common.ret.sink.split, label %.300

.300:
  %.302 = getelementptr i8, ptr %.28, i64 8
  %.303 = load ptr, ptr %.302, align 8
  %.304 = icmp eq ptr %.303, @nnsearch_ndarray
  br i1 %.304, label %.305, label %common.ret.sink.split

.305:
  %.307 = getelementptr i8, ptr %.28, i64 24
  %.308 = load i32, ptr %.307, align 4
  %.309 = icmp eq i32 %.308, 1
  br i1 %.309, label %.310, label %common.ret.sink.split

.310:
  %.312 = getelementptr i8, ptr %.28, i64 64
  %.313 = load i32, ptr %.312, align 4
  %.314 = and i32 %.313, 1281
  %.315 = icmp eq i32 %.314, 1281
  br i1 %.315, label %.316, label %common.ret.sink.split

.316:
  %.318 = getelementptr i8, ptr %.28, i64 56
  %.319 = load ptr, ptr %.318, align 8
  %.320 = getelementptr i8, ptr %.319, i64 28
  %.321 = load i32, ptr %.320, align 4
  switch i32 %.321, label %common.ret.sink.split [
    i32 9, label %.325
    i32 7, label %.325
  ]

.325:
  %.327 = getelementptr i8, ptr %.319, i64 26
  %.328 = load i8, ptr %.327, align 1
  %.329.not = icmp eq i8 %.328, 62
  br i1 %.329.not, label %common.ret.sink.split, label %.330

.330:
  %.332 = getelementptr i8, ptr %.30, i64 8
  %.333 = load ptr, ptr %.332, align 8
  %.334 = icmp eq ptr %.333, @nnsearch_ndarray
  br i1 %.334, label %.335, label %common.ret.sink.split

.335:
  %.337 = getelementptr i8, ptr %.30, i64 24
  %.338 = load i32, ptr %.337, align 4
  %.339 = icmp eq i32 %.338, 1
  br i1 %.339, label %.340, label %common.ret.sink.split

.340:
  %.342 = getelementptr i8, ptr %.30, i64 64
  %.343 = load i32, ptr %.342, align 4
  %.344 = and i32 %.343, 1281
  %.345 = icmp eq i32 %.344, 1281
  br i1 %.345, label %.346, label %common.ret.sink.split

.346:
  %.348 = getelementptr i8, ptr %.30, i64 56
  %.349 = load ptr, ptr %.348, align 8
  %.350 = getelementptr i8, ptr %.349, i64 28
  %.351 = load i32, ptr %.350, align 4
  %7 = icmp eq i32 %.351, 11
  br i1 %7, label %.354, label %common.ret.sink.split

.354:
  %.356 = getelementptr i8, ptr %.349, i64 26
  %.357 = load i8, ptr %.356, align 1
  %.358.not = icmp eq i8 %.357, 62
  br i1 %.358.not, label %common.ret.sink.split, label %.359

.359:
  %.361 = getelementptr i8, ptr %.32, i64 8
  %.362 = load ptr, ptr %.361, align 8
  %.363 = icmp eq ptr %.362, @nnsearch_ndarray
  br i1 %.363, label %.364, label %common.ret.sink.split

.364:
  %.366 = getelementptr i8, ptr %.32, i64 24
  %.367 = load i32, ptr %.366, align 4
  %.368 = icmp eq i32 %.367, 1
  br i1 %.368, label %.369, label %common.ret.sink.split

.369:
  %.371 = getelementptr i8, ptr %.32, i64 64
  %.372 = load i32, ptr %.371, align 4
  %.373 = and i32 %.372, 1281
  %.374 = icmp eq i32 %.373, 1281
  br i1 %.374, label %.375, label %common.ret.sink.split

.375:
  %.377 = getelementptr i8, ptr %.32, i64 56
  %.378 = load ptr, ptr %.377, align 8
  %.379 = getelementptr i8, ptr %.378, i64 28
  %.380 = load i32, ptr %.379, align 4
  switch i32 %.380, label %common.ret.sink.split [
    i32 9, label %.384
    i32 7, label %.384
  ]

.384:
  %.386 = getelementptr i8, ptr %.378, i64 26
  %.387 = load i8, ptr %.386, align 1
  %.388.not = icmp eq i8 %.387, 62
  br i1 %.388.not, label %common.ret.sink.split, label %.389

.389:
  %.391 = getelementptr i8, ptr %.10, i64 32
  %.392 = load ptr, ptr %.391, align 8
  %.396 = load i64, ptr %.392, align 4
  %.397 = getelementptr i8, ptr %.392, i64 8
  %.398 = load i64, ptr %.397, align 4
  %.405 = getelementptr i8, ptr %.10, i64 16
  %.406 = load ptr, ptr %.405, align 8
  %.407 = getelementptr i8, ptr %.12, i64 32
  %.408 = load ptr, ptr %.407, align 8
  %.413 = getelementptr i8, ptr %.408, i64 8
  %.414 = load i64, ptr %.413, align 4
  %.421 = getelementptr i8, ptr %.12, i64 16
  %.422 = load ptr, ptr %.421, align 8
  %.423 = getelementptr i8, ptr %.14, i64 32
  %.424 = load ptr, ptr %.423, align 8
  %.428 = load i64, ptr %.424, align 4
  %.429 = getelementptr i8, ptr %.424, i64 8
  %.430 = load i64, ptr %.429, align 4
  %.437 = getelementptr i8, ptr %.14, i64 16
  %.438 = load ptr, ptr %.437, align 8
  %.439 = getelementptr i8, ptr %.16, i64 32
  %.440 = load ptr, ptr %.439, align 8
  %.444 = load i64, ptr %.440, align 4
  %.448 = getelementptr i8, ptr %.16, i64 16
  %.449 = load ptr, ptr %.448, align 8
  %.450 = getelementptr i8, ptr %.18, i64 32
  %.451 = load ptr, ptr %.450, align 8
  %.455 = load i64, ptr %.451, align 4
  %.459 = getelementptr i8, ptr %.18, i64 16
  %.460 = load ptr, ptr %.459, align 8
  %.461 = getelementptr i8, ptr %.20, i64 32
  %.462 = load ptr, ptr %.461, align 8
  %.466 = load i64, ptr %.462, align 4
  %.470 = getelementptr i8, ptr %.20, i64 16
  %.471 = load ptr, ptr %.470, align 8
  %.481 = getelementptr i8, ptr %.22, i64 16
  %.482 = load ptr, ptr %.481, align 8
  %.492 = getelementptr i8, ptr %.24, i64 16
  %.493 = load ptr, ptr %.492, align 8
  %.494 = getelementptr i8, ptr %.26, i64 32
  %.495 = load ptr, ptr %.494, align 8
  %.499 = load i64, ptr %.495, align 4
  %.503 = getelementptr i8, ptr %.26, i64 16
  %.504 = load ptr, ptr %.503, align 8
  %.514 = getelementptr i8, ptr %.28, i64 16
  %.515 = load ptr, ptr %.514, align 8
  %.516 = getelementptr i8, ptr %.30, i64 32
  %.517 = load ptr, ptr %.516, align 8
  %.521 = load i64, ptr %.517, align 4
  %.525 = getelementptr i8, ptr %.30, i64 16
  %.526 = load ptr, ptr %.525, align 8
  %.536 = getelementptr i8, ptr %.32, i64 16
  %.537 = load ptr, ptr %.536, align 8
  %.538 = tail call i64 @PyLong_AsLongLong(ptr %.34)
  %.539 = tail call i64 @PyLong_AsLongLong(ptr %.36)
  %.540 = tail call i64 @PyLong_AsLongLong(ptr %.38)
  %.541 = tail call ptr @PyErr_Occurred()
  %.543 = icmp eq ptr %.541, null
  br i1 %.543, label %.542, label %common.ret

.542:
  %.548 = tail call ptr @PyEval_SaveThread()
  %.246.i = ptrtoint ptr %.438 to i64
  %.272.i = ptrtoint ptr %.504 to i64
  %.361.i14.not = icmp slt i64 %.398, 1
  br i1 %.361.i14.not, label %B246.i, label %B174.if.i.lr.ph

B174.if.i.lr.ph:
  %.482.i9.not = icmp slt i64 %.396, 1
  br label %B174.if.i

B174.i.loopexit:
  %exitcond27.not = icmp eq i64 %.374.i, %.398
  br i1 %exitcond27.not, label %B246.i, label %B174.if.i

B246.i:
  %.744.i24.not = icmp slt i64 %.428, 1
  br i1 %.744.i24.not, label %done, label %B300.if.i.lr.ph

B300.if.i.lr.ph:
  %.809.i = ptrtoint ptr %.422 to i64
  %.928.i20.not = icmp slt i64 %.466, 1
  %8 = getelementptr i64, ptr %.449, i64 %.444
  %.1992.i = getelementptr i8, ptr %8, i64 -8
  %.2022.i = getelementptr i8, ptr %8, i64 -16
  %9 = getelementptr i64, ptr %.460, i64 %.455
  %.2053.i = getelementptr i8, ptr %9, i64 -8
  br label %B300.if.i

B470.i.loopexit:
  %exitcond29.not = icmp eq i64 %.466, %.941.i
  br i1 %exitcond29.not, label %B1082.i, label %B472.if.i

B992.i:
  %10 = getelementptr float, ptr %.1465.i, i64 %.1648.i.018
  %.1820.i = load float, ptr %10, align 4
  br label %B1020.i

B1020.i:
  %"$phi1020.3.2.3.i" = phi float [ %.1820.i, %B992.i ], [ 1.000000e+00, %B912.if.i ]
  %.1863.i = fmul float %.1775.i, %.1784.i
  %.1864.i = fmul float %.1863.i, %"$phi1020.3.2.3.i"
  store float %.1864.i, ptr %22, align 4
  %.1897.i = fmul float %.1784.i, %"$phi1020.3.2.3.i"
  %11 = getelementptr float, ptr %.1465.i, i64 %.1648.i.018
  store float %.1897.i, ptr %11, align 4
  %exitcond28.not = icmp eq i64 %.1150.i, %.1717.i
  br i1 %exitcond28.not, label %B470.i.loopexit, label %B912.if.i

B1082.i:
  %below.2.1.i.lcssa = phi i64 [ %.809.i, %B300.if.i ], [ %.1134.i, %B470.i.loopexit ]
  %.1993.i = load i64, ptr %.1992.i, align 8
  %.2023.i = load i64, ptr %.2022.i, align 8
  %.2024.i = add nsw i64 %.2023.i, 1
  %.2054.i = load i64, ptr %.2053.i, align 8
  %.2055.i = shl nsw i64 %.2054.i, 2
  %.2057.i = add nsw i64 %.2055.i, %.833.i
  %.2065.i = mul nsw i64 %.815.i, %.539
  %.2067.i = add nsw i64 %.2065.i, %.538
  call void @nnsearch_sgemm(i32 101, i32 111, i32 111, i64 %.1993.i, i64 %.396, i64 %.2024.i, float 1.000000e+00, i64 %.2057.i, i64 %.2024.i, i64 %below.2.1.i.lcssa, i64 %.396, float 0.000000e+00, i64 %.2067.i, i64 %.540)
  %exitcond30.not = icmp eq i64 %.757.i, %.428
  br i1 %exitcond30.not, label %done, label %B300.if.i

B174.if.i:
  %.303.i.015 = phi i64 [ 0, %B174.if.i.lr.ph ], [ %.374.i, %B174.i.loopexit ]
  %.374.i = add nuw nsw i64 %.303.i.015, 1
  br i1 %.482.i9.not, label %B174.i.loopexit, label %B208.if.i.lr.ph

B208.if.i.lr.ph:
  %invariant.gep = getelementptr float, ptr %.406, i64 %.303.i.015
  %.622.i = mul i64 %.303.i.015, %.414
  %12 = getelementptr float, ptr %.422, i64 %.622.i
  br label %B208.if.i

B208.if.i:
  %.426.i.010 = phi i64 [ 0, %B208.if.i.lr.ph ], [ %.495.i, %B208.if.i ]
  %.495.i = add nuw nsw i64 %.426.i.010, 1
  %.567.i = mul i64 %.426.i.010, %.398
  %gep13 = getelementptr float, ptr %invariant.gep, i64 %.567.i
  %.572.i = load float, ptr %gep13, align 4
  %13 = getelementptr float, ptr %12, i64 %.426.i.010
  store float %.572.i, ptr %13, align 4
  %exitcond.not = icmp eq i64 %.396, %.495.i
  br i1 %exitcond.not, label %B174.i.loopexit, label %B208.if.i

B300.if.i:
  %.687.i.025 = phi i64 [ 0, %B300.if.i.lr.ph ], [ %.757.i, %B1082.i ]
  %.757.i = add nuw nsw i64 %.687.i.025, 1
  %.815.i = shl nsw i64 %.687.i.025, 2
  %.831.i = mul nsw i64 %.815.i, %.430
  %.833.i = add nsw i64 %.831.i, %.246.i
  br i1 %.928.i20.not, label %B1082.i, label %B472.if.i.lr.ph

B472.if.i.lr.ph:
  %.1060.i = mul i64 %.687.i.025, %.396
  br label %B472.if.i

B472.if.i:
  %below.2.1.i23 = phi i64 [ %.809.i, %B472.if.i.lr.ph ], [ %.1134.i, %B470.i.loopexit ]
  %.871.i.021 = phi i64 [ 0, %B472.if.i.lr.ph ], [ %.941.i, %B470.i.loopexit ]
  %.941.i = add nuw nsw i64 %.871.i.021, 1
  %14 = getelementptr i64, ptr %.449, i64 %.871.i.021
  %15 = getelementptr i8, ptr %14, i64 8
  %.996.i = load i64, ptr %15, align 8
  %.1026.i = load i64, ptr %14, align 8
  %.1027.i = add nsw i64 %.1026.i, 1
  %16 = getelementptr i64, ptr %.515, i64 %.871.i.021
  %.1057.i = load i64, ptr %16, align 8
  %.1058.i = add nsw i64 %.996.i, 1
  %.1062.i = mul i64 %.1060.i, %.1058.i
  %.1063.i = add nsw i64 %.1062.i, %.1057.i
  %17 = getelementptr i64, ptr %.537, i64 %.871.i.021
  %.1093.i = load i64, ptr %17, align 8
  %.1097.i = mul i64 %.1060.i, %.996.i
  %.1098.i = add nsw i64 %.1093.i, %.1097.i
  %18 = getelementptr i64, ptr %.460, i64 %.871.i.021
  %.1128.i = load i64, ptr %18, align 8
  %.1129.i = shl nsw i64 %.1128.i, 2
  %.1131.i = add nsw i64 %.1129.i, %.833.i
  %.1132.i = shl nsw i64 %.1063.i, 2
  %.1134.i = add nsw i64 %.1132.i, %.272.i
  call void @nnsearch_sgemm(i32 101, i32 111, i32 111, i64 %.996.i, i64 %.396, i64 %.1027.i, float 1.000000e+00, i64 %.1131.i, i64 %.1027.i, i64 %below.2.1.i23, i64 %.396, float 0.000000e+00, i64 %.1134.i, i64 %.396)
  %.1150.i = mul i64 %.996.i, %.396
  %.1188.i = icmp slt i64 %.1063.i, 0
  %.1189.i = select i1 %.1188.i, i64 %.499, i64 0
  %.1190.i = add i64 %.1189.i, %.1063.i
  %.1193.i = icmp slt i64 %.1190.i, 0
  br i1 %.1193.i, label %B474.else.if.i, label %B474.else.endif.i

B474.else.if.i:
  br label %B474.else.endif.i

B474.else.endif.i:
  %.1178.sroa.0.1.i = phi i64 [ 0, %B474.else.if.i ], [ %.1190.i, %B472.if.i ]
  %.1198.not.i = icmp slt i64 %.1190.i, %.499
  br i1 %.1198.not.i, label %B474.else.endif.endif.endif.i, label %B474.else.endif.if.i

B474.else.endif.if.i:
  br label %B474.else.endif.endif.endif.i

B474.else.endif.endif.endif.i:
  %.1178.sroa.0.3.i = phi i64 [ %.499, %B474.else.endif.if.i ], [ %.1178.sroa.0.1.i, %B474.else.endif.i ]
  %.1291.i = getelementptr float, ptr %.504, i64 %.1178.sroa.0.3.i
  %.1362.i = icmp slt i64 %.1098.i, 0
  %.1363.i = select i1 %.1362.i, i64 %.521, i64 0
  %.1364.i = add i64 %.1363.i, %.1098.i
  %.1367.i = icmp slt i64 %.1364.i, 0
  br i1 %.1367.i, label %B474.endif.else.if.i, label %B474.endif.else.endif.i

B474.endif.else.if.i:
  br label %B474.endif.else.endif.i

B474.endif.else.endif.i:
  %.1352.sroa.0.1.i = phi i64 [ 0, %B474.endif.else.if.i ], [ %.1364.i, %B474.else.endif.endif.endif.i ]
  %.1372.not.i = icmp slt i64 %.1364.i, %.521
  br i1 %.1372.not.i, label %B474.endif.else.endif.endif.endif.i, label %B474.endif.else.endif.if.i

B474.endif.else.endif.if.i:
  br label %B474.endif.else.endif.endif.endif.i

B474.endif.else.endif.endif.endif.i:
  %.1352.sroa.0.3.i = phi i64 [ %.521, %B474.endif.else.endif.if.i ], [ %.1352.sroa.0.1.i, %B474.endif.else.endif.i ]
  %.1465.i = getelementptr float, ptr %.526, i64 %.1352.sroa.0.3.i
  %19 = getelementptr float, ptr %.471, i64 %.871.i.021
  %.1544.i = load float, ptr %19, align 4
  %20 = getelementptr float, ptr %.482, i64 %.871.i.021
  %.1574.i = load float, ptr %20, align 4
  %21 = getelementptr i8, ptr %.493, i64 %.871.i.021
  %.1604.i = load i8, ptr %21, align 1
  %.1607.not.i = icmp eq i8 %.1604.i, 0
  %.1704.i17.not = icmp slt i64 %.1150.i, 1
  br i1 %.1704.i17.not, label %B470.i.loopexit, label %B912.if.i

B912.if.i:
  %.1648.i.018 = phi i64 [ %.1717.i, %B1020.i ], [ 0, %B474.endif.else.endif.endif.endif.i ]
  %.1717.i = add nuw nsw i64 %.1648.i.018, 1
  %22 = getelementptr float, ptr %.1291.i, i64 %.1648.i.018
  %.1775.i = load float, ptr %22, align 4
  %.1778.i = fcmp ogt float %.1775.i, 0.000000e+00
  %.1780.i = uitofp i1 %.1778.i to float
  %.1782.i = fmul float %.1574.i, %.1780.i
  %.1784.i = fadd float %.1544.i, %.1782.i
  br i1 %.1607.not.i, label %B1020.i, label %B992.i

done:
  tail call void @PyEval_RestoreThread(ptr %.548)
  br label %common.ret.sink.split
}

declare ptr @PyBool_FromLong(i64)

declare i64 @PyLong_AsLongLong(ptr)

declare ptr @PyErr_Occurred()

declare ptr @PyEval_SaveThread()

declare void @PyEval_RestoreThread(ptr)
