package jingwei.exchange.carriage;

import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;

/// 门口的拒绝: why a bundle is not let in at all. What is wrong with a single letter stands in its receipt.
final class Refused {

    private Refused() {
    }

    static RefusedException unknownPlatform() {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "not-here", Text.of("收信平台不在本服务器上", "the receiving platform is not here"),
                Text.of("请核对平台标识和地址", "check the platform's id and address")).under("EXC-01").asException();
    }

    static RefusedException unknownPartner() {
        return Refusal.of(Refusal.Kind.NOT_ALLOWED, "not-a-partner", Text.of("发信平台没有接入", "the sender has not joined"),
                Text.of("请先用接入码接入", "join with an invitation first")).under("EXC-01").asException();
    }

    static RefusedException revoked() {
        return Refusal.of(Refusal.Kind.NOT_ALLOWED, "partner-revoked", Text.of("发信平台的接入已被吊销", "the sender was revoked"),
                Text.of("请联系对方管理员重新邀请", "ask the other administrator for a new invitation")).under("EXC-01").asException();
    }

    static RefusedException lineCut() {
        return Refusal.of(Refusal.Kind.UNAVAILABLE, "line-cut", Text.of("线路已被人为断开", "the line is cut by hand"),
                Text.of("线路恢复后会自动补齐，无须重做", "all is caught up when it is mended")).under("EXC-03").asException();
    }

    static RefusedException tooMany(int most) {
        return Refusal.of(Refusal.Kind.TOO_LARGE, "bundle-too-large", Text.of("一个邮包最多 " + most + " 封信", "a bundle has at most "
                + most + " letters"), Text.of("请分开发送", "send several")).under("EXC-06").asException();
    }

    static RefusedException badPass() {
        return Refusal.of(Refusal.Kind.NOT_ALLOWED, "bad-media-pass", Text.of("影音的签名不对、过期或不是发给本平台的",
                "the pass of the media is not signed by the sender, is old, or is for another platform"),
                Text.of("请由已接入的平台重新签发", "let the joined platform sign it again")).under("EXC-06").asException();
    }
}
