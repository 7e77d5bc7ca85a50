/// 机构岗位的端点: HTTP of the organization room.
@NullMarked
package jingwei.organization.web;

import org.jspecify.annotations.NullMarked;
