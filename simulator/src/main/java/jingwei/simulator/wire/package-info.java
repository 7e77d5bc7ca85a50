/// 接线: the posts at the far end of HTTP: sign-in, acts, photos, the platform's clock, by the published contract alone.
///
/// Every write carries its own `Idempotency-Key` and the post it is done from (`X-Post`). What is refused is an answer, not
/// an exception; what cannot be understood is a fault.
///
/// Words: 账号 account, 岗位 post. Requirements: SEC-06 (the accounts file is the only secret read, and none is built in).
@NullMarked
package jingwei.simulator.wire;

import org.jspecify.annotations.NullMarked;
