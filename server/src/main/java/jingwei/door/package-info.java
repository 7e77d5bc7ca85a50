/// 启动: the door. Brings the platform up in one command and says in one sentence why it cannot.
///
/// In order: settings are read, the port is tried, PostgreSQL is started (embedded, kept under the data folder) or
/// an external one is reached, the roles are checked (the application is neither owner nor superuser), the schemas
/// are migrated room by room, and only then the rooms are opened. Every step that can fail refuses with a
/// {@link jingwei.door.StartRefused}: one plain sentence and exit status 1, never a stack trace.
///
/// The embedded server is for demonstration, development and tests; production gives the address of a PostgreSQL 15 or
/// newer (docs/operate/install.md).
///
/// A demonstration's people are set to work last ({@link jingwei.simulator.Simulator}); they speak HTTP like everybody else.
///
/// What stands before every room is {@code gate}: zones by listener, and how much one address may ask.
///
/// Words: 平台启动 start, 健康 health. Uses the ground and the simulator only.
@ApplicationModule(displayName = "启动 door", allowedDependencies = {"standards", "tenancy", "identity", "simulator"})
@NullMarked
package jingwei.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
