package jingwei.identity;

import java.util.UUID;
import jingwei.tenancy.PlatformId;

/// 首位管理员已建立: the system has its first platform and its first person.
///
/// Published in the same transaction, with the platform bound; the organization room gives the post ADMINISTRATOR.
public record FirstAdministratorCreated(PlatformId platform, UUID person, UUID account) {
}
