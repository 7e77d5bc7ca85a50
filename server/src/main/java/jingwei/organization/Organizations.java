package jingwei.organization;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jingwei.identity.Permission;
import jingwei.identity.Seats;
import jingwei.organization.store.AxesProofReader;
import jingwei.organization.store.OrganizationStore;
import jingwei.tenancy.PerPlatform;
import org.springframework.stereotype.Component;

/// 本平台的机构岗位: the snapshot of the platform being served, kept in memory; answers identity who may speak from where.
@Component
public class Organizations implements Seats {

    private final OrganizationStore store;
    private final AxesProofReader proof;
    private final PerPlatform<Organization> snapshots;

    Organizations(OrganizationStore store, AxesProofReader proof, Clock clock) {
        this.store = store;
        this.proof = proof;
        this.snapshots = new PerPlatform<>(clock, store::revision, store::load);
    }

    /// The snapshot in force now. Take it once a piece of work.
    public Organization current() {
        return snapshots.get();
    }

    public List<Shift> shifts() {
        return store.shifts();
    }

    /// 两轴分立证明, read from the tables.
    public AxesProof axesProof() {
        return proof.read();
    }

    @Override
    public List<Seat> of(UUID person) {
        Organization now = current();
        return now.postsOf(person).stream().map(post -> new Seat(post.id(), post.name(), powers(post.kind(), now))).toList();
    }

    /// 三员分立: from the day a security administrator took office, accounts and appointments are his alone, and from the day an
    /// audit administrator did, the journal; it does not come back when the post falls vacant (SEC-05).
    public static Set<Permission> powers(PostKind kind, Organization now) {
        if (kind != PostKind.ADMINISTRATOR) {
            return kind.permissions();
        }
        Set<Permission> powers = EnumSet.copyOf(kind.permissions());
        if (now.everHeld(PostKind.SECURITY_ADMINISTRATOR)) {
            powers.removeAll(Set.of(Permission.ACCOUNT_EDIT, Permission.APPOINT));
        }
        if (now.everHeld(PostKind.AUDIT_ADMINISTRATOR)) {
            powers.remove(Permission.JOURNAL_READ);
        }
        return powers;
    }

    /// The open transaction has changed the organization.
    void changed() {
        snapshots.changed();
    }
}
