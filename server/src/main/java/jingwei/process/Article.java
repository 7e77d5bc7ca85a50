package jingwei.process;

import jingwei.standards.Text;

/// 条款: the twelve articles of the constitution. No definition may break one; a refusal names the one it rests on.
public enum Article {
    A1("受理、核实、立案、不予受理、核查、结案、作废属于监督轴",
            "accepting, verifying, filing, declining, checking, closing and annulling belong to the supervision axis"),
    A2("派遣和协调属于指挥轴", "dispatching and coordinating belong to the command axis"),
    A3("处置属于责任单位", "handling belongs to responsible units"),
    A4("立案后未经核查通过不得结案；简易流程须有现场处置前后照片并由他人批准",
            "no filed case is closed without a passed check, or in a short flow an approved on-the-spot settlement"),
    A5("处置者不核查，立案者不派遣，申请者不审批",
            "who handled does not check, who filed does not dispatch, who petitions does not approve"),
    A6("每个状态属于一个环节，非终结状态都有出路", "every state names its stage and every non-final state has a way out"),
    A7("每个等待状态都有时限或说明原因", "every waiting state has a clock or says why not"),
    A8("不予受理、不予立案、重复、作废、并案为终结；结案只能由监督中心主任重新立案",
            "declined, not filed, duplicate, annulled and merged are final; closed is left only by reopening"),
    A9("案件始终适用受理时的流程版本", "a case keeps the version it was accepted under"),
    A10("办理记录只增不改", "acts are only ever appended"),
    A11("评价只读不写", "evaluation reads and never writes"),
    A12("地方流程按环节来看必须是标准流程的一条路径", "a local definition, read as stages, is a walk of the standard one");

    private final Text text;

    Article(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
