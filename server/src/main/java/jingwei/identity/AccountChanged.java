package jingwei.identity;

import java.util.UUID;

/// 账号变更: a person, an account or a bound device was changed; published in the transaction of the change.
///
/// @param subject id of the account, or of the person for `person-created`
/// @param person  the natural person it belongs to
/// @param what    `person-created`, `account-created`, `password-changed`, `password-reset`, `account-disabled`,
///                `account-enabled`, `account-unlocked`, `device-bound`, `device-lost`, `device-found`, `second-step-on`,
///                `second-step-off` or `second-step-reset`
public record AccountChanged(UUID subject, UUID person, String what) {
}
