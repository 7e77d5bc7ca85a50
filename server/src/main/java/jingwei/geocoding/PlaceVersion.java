package jingwei.geocoding;

import java.time.Instant;

/// 地点版本: one version of a place, proposed, published, superseded or declined (GCF-08).
public record PlaceVersion(Place place, int version, State state, Instant changedAt, String changedBy, String reason) {

    /// 版本状态: only what is published answers questions.
    public enum State {
        PROPOSED("待审"),
        PUBLISHED("已发布"),
        SUPERSEDED("已被取代"),
        DECLINED("未采纳");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }
}
