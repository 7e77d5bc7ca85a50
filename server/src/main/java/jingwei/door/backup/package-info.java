/// 备份与恢复 (APM-12): one file with every table of every platform and every piece of media, sealed with a key; and the way back
/// into an empty system.
///
/// The file is our own export, not that of the database's tools: those of the machine may be older than the database inside,
/// and row-level security is forced on the owner too. A file can be restored by the program that made it and by every later
/// one: the target is migrated to the file's version, filled, and migrated on.
@NullMarked
package jingwei.door.backup;

import org.jspecify.annotations.NullMarked;
