package jingwei.geocoding.match;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingwei.geocoding.Grade;
import jingwei.geocoding.text.Written;

/// 未计入的话: words behind the address that move the spot in a way the gazetteer cannot follow.
///
/// 向西第二个路口, 往里走200米, 附近的超市: the address is found, but nobody is told that this is the spot.
final class Unreckoned {

    private static final int SHORTEST = 3;
    private static final String NUMBER = "[一二两三四五六七八九十百\\d]+";
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(下|前|后|第" + NUMBER + ")个?(路口|红绿灯|信号灯|十字|丁字|巷口|巷子|胡同|岔口|岔路|路灯|电线杆|站|门洞|大门)"
                    + "|[里内](面|边)?(走|行|进|去)?(大约|约)?" + NUMBER + "(多|来|余)?(米|m)"
                    + "|(附近|周边|周围)的?[\\p{IsHan}]{0,4}(小学|中学|学校|医院|银行|酒店|宾馆|饭店|超市|市场|公园|小区|派出所|公厕|加油站|药店)$");

    /// A distance that no walk came of, such as one beyond all roads.
    private static final Pattern DISTANCE = Pattern.compile("[东南西北]\\p{IsHan}{0,3}" + NUMBER + "(\\.\\d+)?(米|m|公里|千米)");

    private Unreckoned() {
    }

    /// The words behind the last name that were left out although they move the spot; blank where there are none.
    static String in(Written text, Reading reading) {
        int behind = 0;
        for (Element element : Settler.elements(reading)) {
            behind = Math.max(behind, element.to());
        }
        if (text.length() - behind < SHORTEST) {
            return "";
        }
        String rest = text.text(behind, text.length());
        Matcher more = ELSEWHERE.matcher(rest);
        if (more.find()) {
            return more.group();
        }
        more = DISTANCE.matcher(rest);
        return reading.tail().legs().isEmpty() && more.find() ? more.group() : "";
    }

    static Settled judge(Settled spot, String words) {
        return words.isEmpty() || !spot.grade().confident() ? spot : spot.graded(Grade.AREA, 0.7, "“" + words + "”未能计入，请在地图上确认");
    }
}
