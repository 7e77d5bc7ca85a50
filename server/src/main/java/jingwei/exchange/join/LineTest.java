package jingwei.exchange.join;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jingwei.exchange.Partner;
import jingwei.exchange.carriage.Sender;
import jingwei.exchange.store.LinkTables;
import jingwei.exchange.store.PartnerTables;
import jingwei.organization.Organization;
import jingwei.organization.Organizations;
import jingwei.organization.PostKind;
import jingwei.tenancy.PlatformId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// 联通测试: point by point, what must hold before cases go over a line; each point says what it saw.
@Component
public class LineTest {

    private static final int SKEW = 300;

    private final PartnerTables partners;
    private final LinkTables links;
    private final Sender sender;
    private final Organizations organizations;
    private final Clock clock;
    private final TransactionTemplate own;

    LineTest(PartnerTables partners, LinkTables links, Sender sender, Organizations organizations, Clock clock,
            PlatformTransactionManager transactions) {
        this.partners = partners;
        this.links = links;
        this.sender = sender;
        this.organizations = organizations;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// One point. @param saw what was found, for people
    public record Point(String point, String zh, boolean holds, String saw) {
    }

    public List<Point> run(PlatformId id) {
        own.executeWithoutResult(status -> partners.hurry(id, clock.instant()));
        sender.work(id, true);
        Partner partner = own.execute(status -> partners.find(id).orElseThrow(() -> Joining.noSuchPartner(id)));
        Organization here = organizations.current();
        boolean reached = partner.failures() == 0 && partner.skewSeconds() != null && partner.state() == Partner.State.JOINED
                && partner.line() == Partner.Line.OPEN;
        List<Point> points = new ArrayList<>();
        points.add(new Point("joined", "已接入", partner.state() == Partner.State.JOINED, partner.state().name()));
        points.add(new Point("reached", "线路可达，回执签名为对方所签", reached, partner.trouble() == null
                ? partner.line() == Partner.Line.OPEN ? partner.address() : "线路已被人为断开" : partner.trouble()));
        points.add(new Point("encrypted", "线路加密", partner.loopback() || partner.address().startsWith("https:")
                || partner.address().startsWith(Partner.GATEWAY + "https:"), partner.address()));
        int skew = partner.skewSeconds() == null ? 0 : partner.skewSeconds();
        points.add(new Point("clock", "两台服务器的时钟相差不超过 5 分钟", reached && Math.abs(skew) <= SKEW, "对方快 " + skew + " 秒"));
        long waiting = partners.queues().stream().filter(queue -> queue.partner().equals(id)).mapToLong(PartnerTables.Queue::waiting).sum();
        points.add(new Point("sent", "没有滞留的待发信件", waiting == 0, waiting + " 封待发"));
        points.add(new Point("gapless", "来信没有缺号", partner.contiguous() == partner.received(), "收到 " + partner.received() + "，连续到 "
                + partner.contiguous()));
        points.add(new Point("posts", "监督侧、指挥侧数据交换岗位有人担任", held(here, PostKind.SUPERVISION_GATEWAY)
                && held(here, PostKind.COMMAND_GATEWAY), "岗位在“机构人员”里设置"));
        boolean unit = partner.unit() == null ? partner.standing() == Partner.Standing.ABOVE : here.postsOfOrganization(partner.unit(),
                PostKind.PARTNER).stream().anyMatch(post -> post.inForce() && !post.holders().isEmpty());
        points.add(new Point("unit", "代表对方的责任单位有协同平台岗位", unit, partner.unit() == null ? "未指定" : partner.unit()));
        if (partner.standing() == Partner.Standing.ABOVE && !partner.gateway()) {
            List<String> came = links.publications(id).stream().map(LinkTables.CameVersion::subject).distinct().toList();
            points.add(new Point("versions", "上级的流程、规范和日历已到", came.containsAll(List.of("process", "catalogue", "calendar")),
                    came.isEmpty() ? "还没有" : String.join("、", came)));
        }
        return points;
    }

    private static boolean held(Organization here, PostKind kind) {
        return here.postsOf(kind).stream().anyMatch(post -> post.inForce() && !post.holders().isEmpty());
    }
}
