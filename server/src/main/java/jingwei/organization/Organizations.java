package jingwei.organization;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
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
        return current().postsOf(person).stream()
                .map(post -> new Seat(post.id(), post.name(), post.kind().permissions())).toList();
    }

    /// The open transaction has changed the organization.
    void changed() {
        snapshots.changed();
    }
}
