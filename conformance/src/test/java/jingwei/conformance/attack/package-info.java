/// 攻击检验: every door of the published contract, tried by every post and by nobody, with another platform's numbers and with
/// input that is none. The doors are read from the contract, so a new one is tried without being named here.
@NullMarked
package jingwei.conformance.attack;

import org.jspecify.annotations.NullMarked;
