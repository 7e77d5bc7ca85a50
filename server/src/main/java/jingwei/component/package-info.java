/// 部件: the inventory of managed components (部件普查) with owner and maintainer, place, state and history.
///
/// A component is a thing a city answers for: a manhole cover, a lamp, a street tree. It has an identification code of 16
/// digits that does not contain its unit grid, so a component that is moved keeps its code. Components of every platform
/// are found by place through the Morton code of their coordinates, an ordinary number under an ordinary index:
/// row-level security keeps spatial indexes out of PostgreSQL's plans.
///
/// Every change leaves the former content in a history that only grows (BDR-04).
///
/// Units are named by their plain id: which units exist is the organization room's knowledge, above this one.
///
/// Words: 部件 managed component, 标识码 identification code, 主管部门 competent unit, 权属单位 owning unit,
/// 养护单位 maintaining unit, 状态 state. Requirements: BDR-04, BDR-10, ACQ-05.
/// Arrows: uses grid (where a component stands), tenancy, identity (permissions of its endpoints), standards.
@ApplicationModule(displayName = "部件 component",
        allowedDependencies = {"standards", "tenancy", "identity", "grid", "grid :: town"})
@NullMarked
package jingwei.component;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
