package jingwei.journal.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// 验链: reads links in the order they are kept and tells every place where the chain does not hold. Pure: the same program
/// answers inside the server and on a machine that has only the export and the anchors.
public final class ChainVerifier {

    /// More than this many faults say no more than this many.
    private static final int MOST = 1_000;

    private final Map<Long, String> anchors;
    private final List<Fault> faults = new ArrayList<>();
    private long last;
    private String before = Link.ROOT;
    private long read;

    /// @param anchors hash by place, as they were kept elsewhere; empty where none were
    public ChainVerifier(Map<Long, String> anchors) {
        this.anchors = Map.copyOf(anchors);
    }

    /// What is wrong at a place.
    public enum Kind {
        REMOVED("被删除"), ALTERED("被改动"), REORDERED("次序被调换或重复"), INSERTED("未经入链而插入"), REWRITTEN("整段被重写，与锚不符"),
        UNREADABLE("不是链上的一环");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /// 断点. @param seq place in the chain, @param text what stands there now; empty where nothing does
    public record Fault(Kind kind, long seq, String text) {
    }

    /// 结论. @param links how many links were read, @param last place of the last one, @param hash its hash
    public record Verdict(long links, long last, String hash, List<Fault> faults) {

        public boolean holds() {
            return faults.isEmpty();
        }
    }

    public void read(Link link) {
        read++;
        if (link.seq() <= last) {
            fault(Kind.REORDERED, link.seq(), link.text());
            return;
        }
        for (long missing = last + 1; missing < link.seq() && faults.size() < MOST; missing++) {
            fault(Kind.REMOVED, missing, "");
        }
        boolean follows = link.seq() == last + 1;
        // After a gap the hash before is not known: what follows is judged from here on.
        if (follows && !Link.hash(before, link.text()).equals(link.hash())) {
            fault(Kind.ALTERED, link.seq(), link.text());
        }
        String anchor = anchors.get(link.seq());
        if (anchor != null && !anchor.equals(link.hash())) {
            fault(Kind.REWRITTEN, link.seq(), link.text());
        }
        last = link.seq();
        before = link.hash();
    }

    /// A link whose entry is gone.
    public void gone(long seq, String hash) {
        read++;
        fault(Kind.REMOVED, seq, "");
        last = seq;
        before = hash;
    }

    /// An entry that is in no link although its time to be linked is over.
    public void unlinked(String text) {
        fault(Kind.INSERTED, 0, text);
    }

    public void unreadable(String line) {
        fault(Kind.UNREADABLE, last + 1, line);
    }

    /// An anchor beyond the last link says that the end was cut off.
    public Verdict verdict() {
        anchors.keySet().stream().filter(seq -> seq > last).sorted().forEach(seq -> fault(Kind.REMOVED, seq, ""));
        return new Verdict(read, last, before, List.copyOf(faults));
    }

    private void fault(Kind kind, long seq, String text) {
        if (faults.size() < MOST) {
            faults.add(new Fault(kind, seq, text.length() > 300 ? text.substring(0, 300) : text));
        }
    }
}
