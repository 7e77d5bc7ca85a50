package jingwei.identity;

/// 权限: what an endpoint asks for. Posts bring permissions (organization); acts on a case are decided by the process.
public enum Permission {
    ANYONE("无须登录"),
    SIGNED_IN("登录即可"),
    CASE_READ("查看案件"),
    CASE_ACT("办理案件"),
    LAND_READ("查看网格和部件"),
    LAND_EDIT("维护网格和部件"),
    LAND_REVIEW("审核基础数据更新"),
    CATALOG_READ("查看分类和立案结案规范"),
    CATALOG_EDIT("维护分类和立案结案规范"),
    PROCESS_READ("查看流程"),
    PROCESS_EDIT("维护流程"),
    CALENDAR_READ("查看工作日历"),
    CALENDAR_EDIT("维护工作日历"),
    ORGANIZATION_READ("查看机构和岗位"),
    ORGANIZATION_EDIT("维护机构和岗位"),
    ACCOUNT_EDIT("维护账号"),
    APPOINT("任免岗位"),
    MEDIA_READ("查看影音"),
    MEDIA_ADD("上传影音"),
    NOTICE_READ("查看通知"),
    JOURNAL_READ("查看日志"),
    EVALUATION_READ("查看评价"),
    EVALUATION_EDIT("组织评价"),
    EXCHANGE_READ("查看数据交换"),
    EXCHANGE_ACT("处理信件"),
    EXCHANGE_EDIT("维护数据交换"),
    SITUATION_READ("查看指挥大屏"),
    SITUATION_ORDER("从大屏下达指令"),
    SITUATION_EDIT("维护大屏方案、摄像机和车辆"),
    SITUATION_FEED("报送车辆位置"),
    PLATFORM_EDIT("维护平台");

    private final String zh;

    Permission(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
