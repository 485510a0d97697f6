using Entry = Gongkai.AnnualReports.Reading.Claims.Lexicon.Entry;

namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>词表内容: one line per meaning. The words come from the official forms and from the ways published reports put them.</summary>
internal static class LexiconWords
{
    private const string Units = "省市县区旗州镇乡盟";

    public static IEnumerable<Entry> All =>
    [
        .. Requests(),
        .. Remedies(),
        .. Disclosure(),
        .. Grammar(),
        .. Scope(),
        .. OtherMatters(),
    ];

    private static IEnumerable<Entry> Requests() =>
    [
        .. Words(Sense.Request, "", "政府信息公开申请|信息公开申请|政务公开申请|政务信息公开申请|政府信息公开的申请|依申请公开申请|依申请公开信息申请|依申请公开政府信息申请|依申请公开政府信息|依申请公开信息|依申请公开的申请|政府信息依申请公开申请|政府信息依申请公开|依申请公开件|依申请公开事项|依申请公开|依申请信息公开|依申请事项|依申请件|依申请|申请公开政府信息|申请公开政务信息|申请公开信息|申请公开件|申请公开|公开申请|申请获取政府信息|申请政府信息公开|申请信息公开|政府信息申请|信息申请|申请件"),
        .. Words(Sense.RequestTopic, "", "依申请公开工作|依申请公开制度|依申请公开流程|依申请公开栏目|依申请公开专栏|依申请公开指南|依申请公开渠道|依申请公开目录|依申请公开培训|依申请公开规范|依申请公开机制|依申请公开能力|依申请公开规程|依申请公开办法|依申请公开文书|依申请公开答复书|依申请公开模板|依申请公开案例|依申请公开情况|依申请公开方面|依申请公开业务|依申请公开专题|依申请公开信息情况|依申请公开政府信息情况"),
        .. Words(Sense.BareRequest, "", "申请数量|申请总数|申请数|申请案件|申请"),
        .. Words(Sense.Neutral, "", "受理点|受理渠道|受理平台|受理机构|受理窗口|受理系统|受理流程|受理范围|受理地址|受理时间|受理方式|受理单位|受理部门|申请人|申请表|申请书|申请材料|申请渠道|申请方式|申请内容|申请执行|行政许可申请|许可申请|补贴申请|认定申请|资助申请|救助申请|提出申请的"),
        .. Words(Sense.Receive, "", "收到|受理|接收|接到|接受|收件|登记|收悉"),
        .. Words(Sense.ReceiveNew, "", "新收到|新收|新受理|新接收|新增收到|新增受理|本年新收|当年新收|新增申请"),
        .. Words(Sense.Process, "", "办理|处理|承办"),
        .. Words(Sense.Handle, "", "办结|办理完毕|办理完成|办理答复|答复|办复|回复|已办|作出处理"),
        .. Words(Sense.Rate, "", "办结率|答复率|按时办结率|按期办结率|按时答复率|按期答复率|回复率|满意率|满意度|办理率|公开率|准确率|合格率|覆盖率|及时率|占比|比例|比率|复议率|诉讼率|纠错率|败诉率|发生率"),
        .. Words(Sense.CarriedIn, "", "上年结转|上年度结转|上一年度结转|上一年结转|上年转结|上年度转结|上一年度转结|上年转入|上年度转入|去年结转|结转上年度|结转上年|年初结转|往年结转|上年度遗留|上年遗留|上年未办结|上年度未办结|上年度转来|上年流转|上年度流转|上年跨年"),
        .. Words(Sense.CarriedOut, "", "结转下年度|结转下年|结转下一年度|结转下一年|结转至下年度|结转至下年|结转到下年度|结转到下年|结转至下一年度|结转到下一年度|结转至下一年|结转到下一年|结转入下一年度|结转入下年度|转结下年度|转结下一年度|转结至下|顺延到下年度|顺延至下年度|顺延下年度|顺延至下一年度|顺延到下一年度|结转次年|结转至次年|转入下年度|转入下一年度|转入下年|转至下年度|转下年度|转下年|结转明年|结转至明年|结转到明年|下年度继续办理|下一年度继续办理|下年继续办理|结转继续办理|未办结|尚未办结|暂未办结|正在办理|尚在办理|仍在办理|在办|尚未答复|正在处理"),
        .. Words(Sense.Kind, "natural_person", "自然人|个人|公民"),
        .. Words(Sense.Kind, "org", "法人或其他组织|法人或者其他组织|法人及其他组织|法人和其他组织|法人、其他组织|法人或其它组织|法人和其它组织|法人及其它组织|法人组织|法人"),
        .. Words(Sense.Kind, "commercial_enterprise", "商业企业|企业"),
        .. Words(Sense.Kind, "research_institute", "科研机构"),
        .. Words(Sense.Kind, "social_welfare_org", "社会公益组织|社会团体|公益组织"),
        .. Words(Sense.Kind, "legal_service_org", "法律服务机构|法律服务业|律师事务所"),
        .. Words(Sense.Neutral, "", "公民、法人和其他组织|公民、法人或其他组织|公民、法人或者其他组织|公民、法人及其他组织|公民、法人和其它组织|公民、法人或其它组织|公民、法人和社会组织|公民、法人|公民和法人|自然人、法人和其他组织|自然人、法人或其他组织|自然人、法人或者其他组织|自然人、法人和非法人组织|自然人、法人|个人和企业|企业和个人|企业、个人|个人、企业|个人或企业|个人隐私|个人信息|企业服务|公共企业|企业办事|惠企|企业群众|企业和群众|企事业单位|国有企业|法人代表|法定代表人"),
        .. Words(Sense.Channel, "online", "依申请公开平台|依申请公开系统|申请平台|公开平台|网络|网上|在线|互联网|门户网站|政府网站|网站|线上|网申"),
        .. Words(Sense.Channel, "email", "电子邮件|电子邮箱|邮箱|邮件"),
        .. Words(Sense.Channel, "letter", "信函|邮寄|信件|邮政|挂号信|快递|书面|纸质"),
        .. Words(Sense.Channel, "in_person", "当面|现场|窗口|上门|面交|线下|来访申请"),
        .. Words(Sense.Channel, "fax", "传真"),
        .. Words(Sense.Channel, "phone", "电话"),
        .. Words(Sense.Channel, "other", "其他方式|其他渠道|其他形式|其他途径"),
        .. Words(Sense.Outcome, "granted", "予以公开|同意公开|全部公开"),
        .. Words(Sense.Outcome, "partially_granted", "部分公开|予以部分公开|区分处理"),
        .. Words(Sense.Outcome, "refused", "不予公开|不同意公开|决定不予公开"),
        .. Words(Sense.Outcome, "refused_state_secret", "属于国家秘密|涉及国家秘密"),
        .. Words(Sense.Outcome, "refused_prohibited_by_law", "其他法律行政法规禁止公开|法律行政法规禁止公开|法律、行政法规禁止公开"),
        .. Words(Sense.Outcome, "refused_three_securities_one_stability", "危及“三安全一稳定”|危及三安全一稳定|三安全一稳定"),
        .. Words(Sense.Outcome, "refused_third_party_rights", "保护第三方合法权益|损害第三方合法权益|涉及第三方合法权益|第三方合法权益"),
        .. Words(Sense.Outcome, "refused_internal_affairs", "属于三类内部事务信息|三类内部事务信息|内部事务信息|三类内部事务"),
        .. Words(Sense.Outcome, "refused_process_information", "属于四类过程性信息|四类过程性信息|过程性信息"),
        .. Words(Sense.Outcome, "refused_enforcement_file", "属于行政执法案卷|行政执法案卷信息|行政执法案卷"),
        .. Words(Sense.Outcome, "refused_administrative_query", "属于行政查询事项|行政查询事项"),
        .. Words(Sense.Outcome, "unavailable", "无法提供|无法公开|不能提供"),
        .. Words(Sense.Outcome, "unavailable_not_held", "本机关不掌握相关政府信息|不掌握相关政府信息|本机关不掌握|不掌握相关信息"),
        .. Words(Sense.Outcome, "unavailable_needs_creation", "没有现成信息需要另行制作|没有现成信息|无现成信息|需要另行制作"),
        .. Words(Sense.Outcome, "unavailable_still_unclear", "补正后申请内容仍不明确|补正后仍不明确"),
        .. Words(Sense.Outcome, "not_processed", "不予处理|不予办理"),
        .. Words(Sense.Outcome, "not_processed_petition", "信访举报投诉类申请|信访举报投诉类|信访、举报、投诉类申请|信访、举报、投诉类"),
        .. Words(Sense.Outcome, "not_processed_duplicate", "重复申请|不予重复处理|重复提交"),
        .. Words(Sense.Outcome, "not_processed_publication", "要求提供公开出版物|公开出版物"),
        .. Words(Sense.Outcome, "not_processed_excessive", "无正当理由大量反复申请|大量反复申请"),
        .. Words(Sense.Outcome, "not_processed_confirmation", "要求行政机关确认或重新出具已获取信息|确认或重新出具已获取信息"),
        .. Words(Sense.Outcome, "other_handling", "其他处理|作其他处理|其他情形处理"),
        .. Words(Sense.Outcome, "other_no_supplement", "无正当理由逾期不补正|逾期不补正|逾期未补正"),
        .. Words(Sense.Outcome, "other_fee_unpaid", "逾期未按收费通知要求缴纳费用|未按收费通知要求缴纳费用|逾期未缴纳费用|逾期未缴费"),
        .. Words(Sense.Neutral, "", "已主动公开|信息不存在|政府信息不存在"),
    ];

    private static IEnumerable<Entry> Remedies() =>
    [
        .. Words(Sense.Review, "", "行政复议申请|行政复议案件|行政复议案|行政复议|行政法复议|复议案件|复议申请|申请复议|复议"),
        .. Words(Sense.Litigation, "", "行政诉讼案件|行政诉讼案|行政诉讼|行政应诉案件|行政应诉|诉讼案件|诉讼案|诉讼|应诉案件|应诉"),
        .. Words(Sense.Direct, "", "未经复议直接起诉|未经行政复议直接起诉|未经复议直接提起行政诉讼|未经复议直接提起诉讼|直接起诉|直接提起行政诉讼|直接提起诉讼"),
        .. Words(Sense.AfterReview, "", "经行政复议后起诉|经复议后起诉|行政复议后起诉|复议后起诉|复议后提起行政诉讼|复议后提起诉讼|复议后诉讼|复议后再起诉"),
        .. Words(Sense.Neutral, "", "行政复议机关|行政复议机构|复议机关|复议机构|行政复议法|行政复议局|行政复议委员会|行政诉讼法|复议诉讼工作|行政复议工作|行政应诉工作|行政复议应诉工作|行政复议体制|行政复议风险|行政诉讼风险|复议诉讼风险"),
        .. Words(Sense.Result, "upheld", "结果维持|予以维持|被维持|维持"),
        .. Words(Sense.Result, "corrected", "结果纠正|予以纠正|被纠正|被纠错|纠正|纠错|被撤销|撤销|确认违法|败诉"),
        .. Words(Sense.Result, "other", "其他结果|其它结果"),
        .. Words(Sense.Result, "pending", "尚未审结|未审结|正在审理|尚在审理|仍在审理|审理中|尚未结案|未结案|待审结"),
        .. Words(Sense.Result, "", "驳回|终止|撤回|撤诉|和解|调解|胜诉|不予受理|被责令"),
        .. Words(Sense.Closed, "", "已结案|已审结|审结|结案"),
    ];

    private static IEnumerable<Entry> Disclosure() =>
    [
        .. Words(Sense.Rules, "", "政府规章|规章"),
        .. Prefixed(Sense.Rules, "政府规章"),
        .. Words(Sense.Normative, "", "行政规范性文件|规范性文件"),
        .. Words(Sense.Neutral, "", "规章制度|规范性文件库|规范性文件目录|规范性文件管理|规范性文件清理|规范性文件专栏|规范性文件合法性|规范性文件备案|行政规范性文件库"),
        .. Words(Sense.Issue, "", "新制定|新制发|新出台|制定出台|制定印发|制发|制定|印发|出台|制作"),
        .. Words(Sense.Publish, "", "主动公开|对外公开|集中公开|公开发布|公开|发布|公布|公示|刊登"),
        .. Words(Sense.Repeal, "", "废止|宣布失效|失效|废除"),
        .. Words(Sense.InForce, "", "现行有效|继续有效|保留有效"),
        .. Words(Sense.OtherAct, "", "修改|修订|备案|审查|审核|解读|转发|清理|梳理|起草|征求|评估|拟废止|拟修改|转载|报备|归集|更新"),
        .. Words(Sense.Decision, "admin_licensing", "行政许可"),
        .. Words(Sense.Decision, "admin_penalty", "行政处罚"),
        .. Words(Sense.Decision, "admin_coercion", "行政强制"),
        .. Words(Sense.AdminFee, "", "行政事业性收费"),
        .. Words(Sense.Fee, "", "政府信息公开信息处理费|信息公开处理费|信息处理费用|信息处理费|信息公开费|任何费用|收取费用|收费情况|处理费"),
        .. Words(Sense.Charge, "", "收取|收费|费用"),
    ];

    private static IEnumerable<Entry> Grammar() =>
    [
        .. Words(Sense.Zero, "receive", "未收到|没有收到|没收到|未曾收到|尚未收到|未接到|没有接到|未接收到|未接收|未受理|没有受理|未新收|未新收到"),
        .. Words(Sense.Zero, "", "未发生|没有发生|未产生|没有产生|未出现|没有出现|未引发|没有引发|未引起|没有引起|未有|没有|未被|未因|未涉及|不涉及|未提起|无一|暂无|并无|均无|全无|不存在|零发生|未存在"),
        .. Words(Sense.Zero, "nought", "为零|皆无|零复议|零诉讼"),
        .. Words(Sense.Zero, "none", "无"),
        .. Words(Sense.Zero, "fee", "未收取|没有收取|不收取|未收费|未对外收取|未产生收费|未征收|无收取|免收|未向申请人收取|未向申请人收费|未向任何申请人收取"),
        .. Words(Sense.Zero, "requests", "零申请"),
        .. Words(Sense.Neutral, "", "无法|无论|无障碍|无关|无偿|无效|无缝|无纸化|无形|无不|无需|无须|无正当理由|无人机|无死角|无差别|无误|无线|无锡|无为市|无为县|无棣|无极县|无缝隙|无害|无证|无疑|没有形成|没有规定"),
        .. Words(Sense.Among, "", "其中"),
        .. Words(Sense.Includes, "", "含|包括|包含|具体为|具体是|分别是|主要是|主要包括|主要为"),
        .. Words(Sense.Neutral, "", "包含但不限于|饱含|蕴含|内含"),
        .. Words(Sense.Total, "", "共计|总计|合计|累计|总共|一共|总数|总量|共"),
        .. Words(Sense.Neutral, "", "公共|共同|共享|共建|共治|中共|共产党|共和国|共识|共性|公共卫生|公共资源"),
        .. Words(Sense.Each, "", "各为|各有|各"),
        .. Words(Sense.Neutral, "", "各级|各类|各部门|各单位|各科室|各项|各种|各地|各乡镇|各处室|各区|各县|各镇|各方|各界|各渠道"),
        .. Words(Sense.Respectively, "", "分别为|分别"),
        .. Words(Sense.All, "", "均|全部|都|皆"),
        .. Words(Sense.Neutral, "", "成都|首都|都市|平均|人均|丰都|于都|宁都|昌都|全部门"),
        .. Words(Sense.OpenEnd, "", "等"),
        .. Words(Sense.OpenEnd, "ways", "等方式|等渠道|等形式|等途径|等多种方式|等多种渠道"),
        .. Words(Sense.Neutral, "", "等级|平等|等待|高等|等候|中等"),
        .. Words(Sense.And, "", "和|及|与|以及|或|或者"),
        .. Words(Sense.OtherItem, "", "其他|其它"),
        .. Words(Sense.Neutral, "", "其他组织|其它组织|其他部门|其他单位|其他需要"),
        .. Words(Sense.Condition, "", "如果|若|如|确保|力争|努力|做到|要求|应当|必须|督促|争取|保证|保障|坚持|实现|推动|便于|方便"),
        .. Words(Sense.Neutral, "", "例如|如下|比如|如期|如实|诸如|如东|如皋"),
    ];

    private static IEnumerable<Entry> Scope() =>
    [
        .. Words(Sense.Compare, "", "同比|环比|比上年度|比上年|较上年度|较上年|比去年|较去年|比上一年|较上一年|相比|较同期|增长|增加|减少|下降|上升|提高|降低|持平|同期|增幅|降幅|多收|少收|较20|比20"),
        .. Words(Sense.Past, "", "去年|上年度|上年|上一年度|上一年|前年|往年|历年|以来|上半年|下半年|第一季度|第二季度|第三季度|第四季度|一季度|二季度|三季度|四季度|前三季度|近三年|近两年|近五年|月份|截至上年|下一步|今后|明年|下年|来年"),
        .. Words(Sense.ThisYear, "", "今年以来|一年来|本年度|本年|今年|全年度|全年|当年|年度内|年内|截至年底|截至目前|截止目前|报告期内"),
        .. Prefixed(Sense.Office, "政府办公室|政府办公厅|政府办|府办公室|府办"),
        .. Prefixed(Sense.Office, "本级政府|本级"),
        .. Prefixed(Sense.Neutral, "政府网站|政府门户网站|政府信息|政府公报|政府公开|政府部门|政府工作|政府常务|政府令|政府文件|政府网|政府主要|政府分管|政府各|政府领导|政府重大|政府关于|政府统一|政府要求|政府办公系统|政府门户|政府政务|政府决策"),
        .. Prefixed(Sense.Office, "政府"),
        .. Words(Sense.Office, "", "政府办公室|政府办公厅|省厅本级|省厅机关|市局本级|市局机关|省局本级|省局机关|局机关|委机关|厅机关|本级机关|机关本级|本级政府|局本级|厅本级|委本级"),
        .. Words(Sense.Whole, "", "全市|全区|全县|全省|全州|全旗|全盟|全镇|全乡|全国|全街道|各级行政机关|各级|本市|本区|本县|本省|我市|我区|我县|我省|我州|我旗|我镇|我乡|我街道"),
        .. Words(Sense.Office, "", "下属单位|所属单位|直属单位|下属事业单位|所属事业单位|直属事业单位|二级单位"),
        .. Words(Sense.WholeSystem, "", "全系统|系统内|系统共|全行业|系统各"),
        .. Words(Sense.Self, "", "我局|本局|我办|本办|我委|本委|我厅|本厅|本机关|我单位|本单位|我中心|我院|我队|我处|我社|我会|本街道|本镇|本乡"),
        .. Words(Sense.Disclosure, "", "政府信息公开|政务信息公开|信息公开|政务公开|政府信息"),
    ];

    private static IEnumerable<Entry> OtherMatters() =>
    [
        .. Words(Sense.Suggestion, "", "人大代表建议|人大代表的建议|代表建议|人大建议|人大议案|建议案|建议件|建议"),
        .. Words(Sense.Proposal, "", "政协委员提案|政协提案|委员提案|政协委员的提案|提案"),
        .. Words(Sense.Other, "", "建议提案|建议和提案|意见建议|建议意见|合理化建议|信访件|信访|来信来访|来信|来访|热线|12345|留言|咨询|投诉|举报|工单|诉求|网民|网友|市长信箱|县长信箱|区长信箱|局长信箱|厅长信箱|领导信箱|信箱|培训|会议|发布会|微信|微博|公众号|抖音|头条|快手|客户端|政务新媒体|新媒体|舆情|问卷|简报|公报|稿件|视频|图解|图文|许可证|证照|听证|访谈|网格|纠纷|座谈|调研|讲座|来电|备案件|审批件|业务件|办件|好差评|举报件"),
        .. Words(Sense.Other, "weak", "征集|意见|活动|栏目|专栏|检查|抽查|目录|清单|制度|模板|台账|指南|采购|政策文件|通知公告|公告|通知|动态|案卷|典型案例|案例|事项|调查|征求|线索|普法|宣传|督查|督办|考核|巡查|群众|接待|访问|点击|阅读|浏览|关注|粉丝|回应|项目|资金|预算|决算|服务|补正|延期|转办|协查"),
        .. Words(Sense.Info, "", "政务信息|信息"),
        .. Words(Sense.Neutral, "", "信息处理|信息化|信息局|信息管理|政府信息与政务公开办公室|信息技术|信息员"),
        .. Words(Sense.Blocker, "", "逾期|超期|超时|违规|泄密|失密|差错|不及时|责任追究|追责|失误|不规范|风险|问题|纠错案件|不满|隐患|事故|例外"),
    ];

    private static IEnumerable<Entry> Words(Sense sense, string value, string words)
    {
        foreach (var word in words.Split('|'))
            yield return new Entry(word, sense, value);
    }

    private static IEnumerable<Entry> Prefixed(Sense sense, string words)
    {
        foreach (var word in words.Split('|'))
        {
            foreach (var unit in Units)
            {
                yield return new Entry($"{unit}{word}", sense, "");
                yield return new Entry($"{unit}人民{word}", sense, "");
            }
        }
    }
}
