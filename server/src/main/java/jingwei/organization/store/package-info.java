/// 机构岗位的表: SQL of the organization room.
@NullMarked
package jingwei.organization.store;

import org.jspecify.annotations.NullMarked;
