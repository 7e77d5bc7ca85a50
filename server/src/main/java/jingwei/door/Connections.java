package jingwei.door;

/// 数据库连接: where PostgreSQL is and who speaks to it.
///
/// Two roles on purpose: the owner migrates, the application works and can neither change a table nor step around
/// row-level security.
public record Connections(String url, Login application, Login owner) {

    /// A role of the database with its password.
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
