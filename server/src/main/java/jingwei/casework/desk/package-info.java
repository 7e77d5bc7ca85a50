/// 工作台: what a post finds on its desk: its queues of cases, counted and listed.
///
/// Nothing here moves a case. Which states wait for a post is read from the process in force, so that a county that refines its
/// process has its queues with it and no list of states stands in the code.
@NullMarked
package jingwei.casework.desk;

import org.jspecify.annotations.NullMarked;
