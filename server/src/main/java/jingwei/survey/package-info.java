/// 测绘: the coordinate systems of a city and the files surveyors hand over; pure, without tables.
///
/// A city's data arrive in Xi'an 80, Beijing 54, a city grid of its own, in internet coordinates, and under names that lie. This room
/// knows a closed list of systems ({@link jingwei.survey.CoordinateSystem}), does the mathematics of projections with a library and
/// steps between datums only by parameters a platform has fitted from check points: the parameters hidden behind EPSG codes are
/// wrong at Luoyang by tens of meters and silent about it. Where none are configured it refuses.
///
/// Everything inside the house is CGCS2000 degrees, longitude first; what came in is kept beside it with the name of its system.
/// Files are read record by record, so that a million components need no more memory than ten.
///
/// Words: 坐标系 coordinate system, 基准 datum, 中央子午线 central meridian, 控制点 control point, 残差 residual, 四参数 plane fit,
/// 七参数 seven parameters. Requirements: BDR-02, BDR-06, BDR-08. Arrows: uses standards only.
@ApplicationModule(displayName = "测绘 survey", allowedDependencies = {"standards"})
@NullMarked
package jingwei.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
