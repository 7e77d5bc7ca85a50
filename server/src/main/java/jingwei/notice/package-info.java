/// 通知: brings a message to an account, a person or whoever holds a post.
///
/// A notice is written in the transaction of the deed that causes it, so nobody is told of what did not happen. After
/// the commit the servers are woken by PostgreSQL itself (LISTEN/NOTIFY), whichever of them did the deed, and each
/// pushes to the browsers it holds (Server-Sent Events). The wake-up only says "look"; what is sent is always read from
/// the table, so a lost wake-up or a cut line delays a notice and never loses it.
///
/// A browser that comes back names the last event it saw and gets everything since. A notice may come twice; its id
/// stays the same.
///
/// What leaves the system by short message or e-mail is written with the deed too and sent after it.
///
/// Words: 通知 notice, 回执 receipt, 外发 outgoing message. Requirements: ACQ-01.
/// Uses: standards, tenancy, identity.
@ApplicationModule(displayName = "通知 notice", allowedDependencies = {"standards", "tenancy", "identity"})
@NullMarked
package jingwei.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
