namespace Gongkai.Bench.Goals;

/// <summary>检索词组: what recall and speed are measured with.</summary>
internal static class SearchQueries
{
    /// <summary>Phrases of two to six characters, as people type them.</summary>
    public static readonly string[] Phrases =
    [
        "公积金", "环境影响评价", "最低生活保障", "噪声", "义务教育", "居住证", "工伤保险", "食品安全", "行政处罚", "行政许可", "政府采购", "招标投标", "安全生产", "消防", "土地征收", "不动产登记", "房屋租赁",
        "物业服务", "养老机构", "残疾人", "未成年人", "妇女权益", "劳动合同", "农民工工资", "职业病", "传染病防治", "疫苗", "药品", "医疗器械", "献血", "计量", "标准化", "商标", "专利", "著作权", "广告", "价格", "反不正当竞争",
        "消费者", "合同", "公证", "法律援助", "人民调解", "信访", "档案", "统计调查", "审计监督", "预算", "税收", "发票", "外商投资", "海关", "出入境", "户口", "身份证", "道路交通", "机动车", "停车", "公共交通", "城市轨道",
        "供水", "燃气", "垃圾分类", "大气污染", "水污染", "土壤", "湿地", "野生动物", "森林", "草原", "水资源", "防洪", "地震", "气象", "测绘",
    ];

    /// <summary>What is hard to find: single characters, digits with Chinese, Latin, marks, characters outside the first plane.</summary>
    public static readonly string[] Hard =
    [
        "税", "券", "碳", "的", "瓶", "镉", "2020年第5号", "第5号公告", "2023年第", "GB/T", "gb/t 12", "gb", "k", "2", "１２３", "《民法典》", "（一）", "、", "，应当", "。\n", "𠮷", "𠮷田", "人𠮷", "5%", "PM2.5", "㎡", "第一百二十条", "一百", "年第1",
        "没有这样的词", "甲乙丙丁戊", "行政機關", "[2020]", "标准GB/T 97-2020", "(三)", "“三同时”", "；", "法", "中华人民共和国", "县级以上人民政府", "应当依法追究刑事责任",
    ];
}
