package jingwei.simulator;

/// 领导与督办: a leader, and both centers, who look at what is being handled and say a word.
final class LeaderDesk implements Desk {

    private final Office office;

    LeaderDesk(Office office) {
        this.office = office;
    }

    @Override
    public void work() {
        for (Sighting seen : office.list("leader-1", "open=true&state=handling")) {
            switch (seen.fate()) {
                case EXPEDITED -> order("leader-1", "expedite", seen, "群众关注，请今天办结");
                case REMINDED -> order("operator-1", "remind", seen, "请抓紧办理");
                case INSTRUCTED -> order("command-chief-1", "instruct", seen, "注意现场安全");
                default -> {
                    // nothing to say
                }
            }
        }
    }

    private void order(String post, String act, Sighting seen, String words) {
        if (office.first(seen, act)) {
            office.act(post, act, seen, Office.opinion(words));
        }
    }
}
