"""What stands behind a doer: is it work given to him, in what role, and where do the words of the work begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.duties.attribute import DRAFTS, is_paper, of_a_thing
from extract.duties.reported import reported
from extract.lexicon import either, table, terms
from extract.mentions.scan import PUNISHES
from extract.speech import cut, first_tag, tag

_WORDS = table("duties")


# 负责人才工作: the verb; 负责人: a person
_TASK = r"人[才口员身民事工力防大群均体]|制[定订作止约造度发剂]"
IN_CHARGE = rf"负责(?={_TASK}|(?!人|同志|制|相结合))"
# 牵头单位, 承担人: the word is part of a name
_KIND = r"(?:考核|责任|管理|实施)?(?:单位|部门|机构|处室|人员?(?![才口民力]|[一-龥]{2}(?:任务|工作|职责|保障))|者|方(?![案面]))"
# words that charge him whose name stands before them
CHARGE = re.compile(
    rf"(?:(?:具体|主要|全面|共同|分别){{1,3}}|分[线片级类头])?(?:{IN_CHARGE}|(?:牵头|承担|配合|协助)(?!{_KIND})|协同(?=[^，。；]{{2,30}}(?:负责|做好|开展|推进|抓好|进行|组织))|会同|联合(?!会(?![商同审签办诊]))(?=[^，。；]{{2,20}}(?:部门|单位|机构|[局委办]))|作为)"
    r"|主管(?!负责)(?=[全本]|[^，。；的]{2,20}(?:的[^，。；的]{2,6})?(?:事业|工作)(?=$|[，。；]))|对[^，。；]{2,40}负[总主直全责]|具体(?:落实|承办|实施|办理|操作)(?=$|[，。；])"
)
_HEAD = re.compile(rf"负责(?!{_TASK})(?:人|同志|制)")
# 商区财政局: asks; 商务, 商场: a word of trade
CONSULTS = r"(?<![招会协工外客厂电通磋经销供营承包服运网])商(?!务|业|贸|标|品|会|店|场|户|铺|榷|城|圈|事|议|讨|定|家|超|住|洽|请|流)"
# 各单位请于…: asked behind the name too
_PLEASE = r"请(?=于|在(?!座)|按|将|把|对|到|认真|务必|及时|提前|尽快|根据|参照|做好|填|自行|登录|携带|参加)"
MODAL = re.compile(
    rf"(?<![认许宁](?=可))(?!应当[场时日地]|应急|可(?:行性|持续|再生|视化|操作性)|应邀|应[得届聘税诉召考试]|应有的|应到[^，。；]{{0,4}}\d)"
    rf"(?:{either(_WORDS['modal'])})(?![求点素件])|应(?=当[场时日地])|{_PLEASE}"
)
# 将紧盯…, 将依据…处罚: what a body says it will do
_WILL = re.compile(
    r"也(?=[照按依]此)|将(?=于|常态化|持续|加强|强化|加大|加快|推进|紧盯|依据|依法|依照|全力|全面|适时|按|对|会同|组织|根据|定期|不定期|视|及时|进一步|继续|联合|开展|严格|与[^，。；]{2,30}(?:一起|共同|联合))"
)
# 主管全区粮食工作, 对全市安全生产负总责
_CHARGE = re.compile(
    rf"(?:分[线片级类头])?(?:{either(_WORDS['charge'])}|(?:具体|主要|全面|统一){{2,3}}负责)|负(?:总|主要|全面)责任?|主管(?!负责)(?=[全本][^，。；]{{1,30}}工作|[^，。；的]{{2,20}}(?:的[^，。；的]{{2,6}})?(?:工作|事业)(?=$|[，。；]))|对[^，。；]{{2,40}}负(?:(?:总|主要|直接|全面|监管|领导|主体)+责任?|责(?!人))"
)
_MANNER = (
    r"(?:(?:按照?|依照?|根据)[^，。；]{0,10}职责(?:分工)?，?|(?:对[^，。；]{2,40}的问题|结合[^，。；]{2,40})，|在(?:各自)?的?职责范围内，?|积极|主动|认真|切实|密切|全力|及时|分别|共同|联合|具体|全面|统一|主要|依法"
    r"|各自|协同|会同有关部门|做好|予以?|给予){0,8}"
)
# 由区水务局、区住建局协同解决: they do it together
_SUPPORT = re.compile(rf"(?:(?:根据|按照)[^，。；]{{2,40}}要求，)?{_MANNER}(?:{either(_WORDS['support'])})(?!(?<=协同)(?:解决|处置|处理|治理|联动|发力))")
_LEAD = re.compile(rf"(?:作为(?:牵头|主责)[^，；。]{{0,8}}，)?(?:负责|要|应|具体)?(?:{either(_WORDS['lead'])})")
_LEADS = re.compile(
    r"(?![^，；。]{0,10}(?:确定|明确|指定|设立|建立|由))[^，；。]{0,12}(?:牵头(?!部门|单位|处室|人|机构|领导|[^，。；]{0,10}的)|主职主责)"
)
# 对调粮命令|应当…: the role stands behind what it is about
_ABOUT = re.compile(rf"对[^，。；]{{2,40}}?(?:{MODAL.pattern}|(?P<gives>予以))")
# 履行配合职责
_HELPS = re.compile(r"[^，；。]{0,4}履行好?[^，；。]{0,4}(?:配合|协助|协办|参与)(?:职责|责任)")
# not work given: what the doer is, has done, may not do, or decides by the notice itself
_STATED = (
    r"同时[也又]?[是为]|\d+名|正、副|正副|(?:[都均也]|一律)不|则?[是为系由等《]|(?:主持|领导|指导|监督|组织|协调|帮助)下(?![设属发达拨放沉])|(?:主持|指导|监督)下达成|已[经于]?|曾|未|没有|被(?:评|授|列|确定|认定|表彰|命名|选|撤|处|撤销|通报)|不(?!断|定期)|[都均也]有权|[^，。；]{0,20}视(?:为|同|作)|(?:[^，。；]{0,4}|在[^，。；]{1,14})不得|有权|无需|的(?!确)|之[一间]|以[上下]|共(?:[有计]|下?设)|作为|认为|关于|属于|下属|所属|所在|现有|现将"
)
_ORDERS = r"(?:重大|重要|各项|有关|工作)*(?:决策|部署(?!全[省市区县国校院]|各|本)|要求(?=[，。；、和的及]))"
_DECIDED = (
    r"同意(?!后)|指示(?:$|[，：])|研究决定(?![^，。；]{2,60}(?:问题|事项|工作|事宜))"
    r"|批准(?!后)|免去|任命|[^，。；]{0,6}(?:选举|推选|推举|选拔)产生(?!之?[日后])|\d{4}年\d{1,2}月\d{1,2}日印发"
)
_SET_UP = (
    r"设在|设于|设有|下设|下辖|设立?：|垂直管理(?:$|[，。；])|(?:在[^，。；]{1,30})?设立?[^，。；]{2,40}作为[^，。；]{0,6}(?:派出|直属|内设|分支|办事)机构|内设|设[\d一二三四五六七八九十正副主会组委]|设[^，。；]{0,6}(?:员|人|长|[名个])(?:$|[，。；])|设立[^，。；]{1,10}[处室部组]，作为|成立于|始建|位于|[^，。；]{0,8}组成(?=$|[，。；])|组成(?![^，。；]{1,10}(?:组|队|专班)(?:[^，。；]|，(?:对|逐|分|进村|入户|开展|进行|赴|深入|分赴)))|保留|(?:分别|各)?核[定减增][^，。；]{0,16}(?:编制|职数|\d名)|任(?!务|免(?=$|[，。；：的]))|(?!聘请|选派|委派|指定|配备|安排|推荐|确定|抽调|明确)[^，。；]{0,30}(?:担任|兼任|任组长|任副组长)"
)
# 区档案局由区政府办公室管理, 各单位上报的材料: by itself no work, but it is where 由 names who does it
_BY_ITSELF = re.compile(
    r"提议(?:$|[，。；])|亲自(?:安排|部署|带|率|到|赴|主持|指挥|督|抓|挂帅|过问|调度|协调)|(?:管理|主管|领导|代管|代章)(?:$|[，。；])|(?:上报|报来)(?:$|[，。；]|[^，。；《]{0,20}的)|申请|决定(?![^，。；]{2,40}(?:问题|事项|事宜|任免|人选))"
)
# 决定副区长的个别任免, 从副区长中决定代理的人选: a power over posts, whoever they will be; not what was decided of one who is named
POWERS = re.compile(
    r"(?:根据[^，。；]{2,20}的提名，)?(?:从[^，。；]{2,20}中)?(?:决定|批准|通过|提名)(?:接受|撤销|罢免|免去)?(?!(?:任命|免去|给予)?[一-龥]{2,3}(?:同志|辞去|为|的[一-龥]{2,14}职务))[^，。；：]{1,80}?的?(?:任免|任命|人选|辞职(?:请求)?|职务)(?=$|[，。；])"
    r"|(?:根据[^，。；]{2,20}的提名，)?(?:提名|提请|批准)?任免(?!案|的|名单|下列|以下|[一-龥]{0,6}(?:人员|干部)(?:$|[，。；])|事项|通过|工作|文件|通知|[一-龥]{2,3}(?:同志|为))[^，。；：]{2,80}"
)
# 聘请的专家…, 落实情况与…挂钩: the doer only stands before a noun
_OF = (
    r"(?![对将把按依在从向与]|根据|针对|结合|围绕|遵照|经)[^，。；的、]{1,4}的|[一-龥]{2}是(?!否)"
    r"|(?![将把])[^，。；]{2,40}情况(?:与|纳入|作为|应|要|包括)|\d{4}年[^，。；]{0,14}(?:重点|工作|任务)是"
)
# 组织口岸的|集疏运工作, 接受党委的|监督: what is done is of its object
_OF_ITS = re.compile(r"[^，。；：的]{0,16}(?:工作|事务|事宜|任务|监督|指导|领导|检查|考核|管理|审查|秩序|安全|权益|关系)(?=$|[，。；])")
# 考核各村的|结果
_ITS_RESULT = re.compile(r"(?:结果|名单|数据)(?=$|[，。；])")
_NEVER = rf"{_STATED}|{_ORDERS}|{_DECIDED}|{_SET_UP}|高度重视[^，]{{0,12}}$"
_ASKS_NOT = re.compile(
    rf"(?!组成[^，。；：人])(?:{_NEVER}|具[有备]|有(?:[一二三四五六七八九十两\d]|[^，。；]{{2,10}}(?:设施|设备|场所|场地|标志|资格|条件|证书|能力|经验)))"
)
# 区农机局设人事、财会两科: which parts it has
_NO_WORK = re.compile(rf"{_NEVER}|设(?![立置计施备])[^，。；]{{1,40}}[科股室处](?:$|[，。；])")
_BEFORE_NOUN = re.compile(_OF)
_PAST = re.compile(
    r"(?:取得|得到|获得|发生|出现|作出|完成)了|以来(?=$|[，。；])|了(?:明显|显著|较大|积极|重要)|得到(?:了|有效)|普遍反映|收悉$|，[^，。；]{0,6}(?:形成|实现|取得|赢得|受到|促进|推动|提高|改善|增强|完成|解决)了|，曾|[^，。；]曾提"
)
# 为用户提供…: behind 应当 it says for whom
_FOR = re.compile(
    r"为[^，。；]{2,30}?(?:提供|创造|办理|给予|开展|做好|配备|服务|营造|安排|落实|解决|设立|购买|发放|建立|预留|保留|保存|划拨|预备|腾出|制作|颁发|保密|保守|设置|出具|缴纳|支付"
    r"|垫付|投保|申报|申请|代缴|代办|预防)"
)
# 区财政局|为灾区及时提供资金: not asked, yet work
_GIVES = re.compile(
    r"为[^，。；]{2,24}?(?:提供|创造|配备|预留|开设|发放|办理|开通|建立|制作|购买|投保|缴纳|出具|设立|颁发|代办|申报|安排|减免|接种)"
    r"(?!了|的)[^，。；的]{2,24}(?=$|[。；]|，(?!应|要|须|必须))"
)
# told, not asked: 了 behind a verb, a day that is past, what follows from fault
_TOLD = re.compile(
    r"[^，。；]{1,40}(?<![除为])了(?![解结])|(?:于)?\d{4}年(?:(?!\d)[^，。；]{0,8}[日月年]|\d{1,2}月(?:\d{1,2}日)?)(?!\d|前|底|末|起|之前|以前|年?度?[前底末]|至|内|开始|初|[上中下]旬|下班|中午|[上下]午)"
    r"|[^，。；]{0,30}(?:不履行|滥用职权|玩忽职守|徇私舞弊|泄露)|[^，。；]{0,12}(?:享受|享有|适用(?!性|技术|的|例外|范围|条件|情形)|组建$)|实行[^，。；]{1,12}负责制"
    r"|[^。；]{0,80}提出(?:[一二三四五六七八九十两\d几]+[点条项个][^，。；]{0,4}(?:要求|意见|建议|希望)|(?:具体|明确|殷切)的?[^，。；]{0,4}(?:要求|希望))(?=$|[，。；：])"
    r"|[^，。；的在]{0,4}改革(?:过程)?中，|(?:突破|新增|净增)\d|[^，。；]{0,8}(?:参加|列席|出席|旁听)了?(?:本次|此次|这次)?会议$|(?:分别)?发言|设(?:下列|以下)|(?:合并|改名|更名|改称|改组|改建)(?:成为|成|为)|[^，。；]{0,12}[参比]照[^，。；]{2,30}执行|[^，。；]{0,12}受[^，。；]{2,24}(?:领导|指导)$|合并(?:$|[，。；为成])|成立[^，。；]{1,6}周年|到[村户]率|通过[^，。；]{2,16}(?:履行职责|开展工作)$|自动|任免|合作，|编制[为\d一二三四五六七八九十百]|每[半一两三]?个?[年月季周]度?[^，。；提]{0,6}召开|请求|来[函文]|[列出]席|"
    rf"(?:{either(terms('words', 'therewith'))})*(?:撤销|解散)(?:$|[，。；])|"
    r"(?:举行|召开)[第了]|每[^，。；]{1,12}(?:补助|奖励|补贴|总额|不超过)|[一二三四五六七八九十\d]+家|[^，。；]{0,12}不超过\d+[名人]|[^，。；]{1,10}(?:薄弱|不足|不够|滞后|不力|缺失|不到位|不健全|不严|不规范|不及时|不完善|不平衡|不充分)(?:$|[，。；、]|等|问题|风险)"
    r"|在[^，。；]{2,24}，由[^，。；]{2,24}(?:[兼担]?任|为)[^，。；]{0,8}主任|出资\d|[^，。；]{0,16}(?:成立|设立|组建)[^，。；]{2,16}，[^，。；]{0,12}(?:如下|名单附后)|(?:按|维持|保持)?[^，。；]{2,12}不变$|[^，]{0,30}，?以[^，。；]{2,24}为准$"
    r"|每届[\d一二三四五六]|[\d一二三四五六七八九十两]+(?:个(?!工作日|月|小时)|[名家所])[^，。；]{0,12}$|\d{5,}"
    r"|副?(?:[局处科股院校所站队组部厂社行]长|主任|书记|经理|主席)[一-龥]{2,3}(?=[，。；、]|$)|设[^，。；、]{0,8}[长员任记][一二三四五六七八九十两\d]+[名人]"
    r"|对[^，。；]{2,20}(?:表示(?!慰问)|有[^，。；]{0,6}权)|对[^，。；]{2,30}(?<!的)，[都均也]?有权|以[^，。；]{2,30}为(?:重点|中心|核心|主|基础|目标|宗旨)$|[^，。；]{0,14}存在(?!的)[^，。；]{2,30}(?:问题|不足|困难|隐患)$"
    r"|在[^，。；]{2,30}(?:领导|指导)下(?:进行|开展)工作$|[^，。；]{0,12}不[应得可]?(?:少于|多于|低于|超过)\d+[名人]|研究生"
    r"|(?:迁建|改扩建|扩建|新建|改建|重建|改造|升级改造|修缮)[^，。；]{0,6}(?:项目|工程)(?=$|[，。；（])"
    r"|(?:分管|主管|联系)[^，。；的]{1,24}的(?:副|[省市县区镇乡局处科院校]?长|领导|负责|主任|同志)"
    r"|[^，。；]{1,24}(?:取得|获得|形成|产生|发生)的(?:收入|所得|收益|费用|利润)|(?:登记|许可|资[格质]|批准|注册|备案|合格|审批|检[验测]|鉴定|注销)(?:证书?|执照|证明|报告|文件|结论|意见)书?(?=$|[，。；、的])"
    r"|对[^，。；]{2,40}的[一-龥]{2,6}，由|(?!安排|筹|落实|提供|保|承担|解决|拨|列|支)[^，。；的]{0,6}所需(?:的)?(?:经费|资金|费用|材料|物资)(?=$|[，。；])|[^，。；]{2,24}(?:应当?|须|(?<!所)需)(?:报)?经"
)
# how parts, posts and places are arranged: 增设劳动保障监察股，增加编制3名, 与县委统战部合署办公; no work but the act of the notice itself
_ARRANGED = re.compile(
    r"(?:增设|新设|设立?|设置|另设|分设|内设)[^，。；]{1,60}(?:[科股]|科室|处室|(?<![好用])处|委员会|[大中支总]队|等?(?:职能|内设|工作|办事)?(?:机构|部门))(?:（[^（）]*）)?(?:$|[，。；])"
    r"|(?:设置|设立?)[^，。；]{2,14}\d+个|(?:调整|升格|更名|改名|变更|改制|转制)为[^，。；]{2,40}|[^，。；]{0,20}合署(?:办公)?(?:$|[，。；])"
    r"|(?:共|总)?(?:增加|核增|核减|增核|减少|收回|划转)?[^，。；]{0,10}(?:编制|职数)(?:控制)?数?\d|控制数\d|派驻[^，。；]*实行|实行双重管理"
    r"|(?:在[^，。；]{2,30})?设立?[^，。；]{1,20}，作为[^，。；]{2,30}(?:派出|直属|内设)机构|增加[^，。；]{2,30}职[责能](?:$|[，。；])|[增加]挂[^，。；]{2,30}牌子"
    r"|(?:整建制|整体|成建制)?(?:划归|并入|划转[到至给])|改称|编制事项|隶属|下放[^，。；]{2,24}管理(?:$|[，。；])|实行[^，。；]{0,8}(?:一套人马|一个机构|一套班子)|归[^，。；]{2,20}(?:领导|管理)(?:$|[，。；])|\d+个、|不计入机构|列入[^，。；]{2,24}序列"
)
# 具体负责|日常工作: only says that it is a duty; what a comma parts from it says more
_CHARGED = re.compile(r"(?:具体|主要|全面|统一|分别|共同){0,3}负责(?![，。；])")
# 牵头制定了细则: it is done
DONE = r"(?<![除为到罢])了(?![解结然])"  # 起草|了; 为了, 了解
_DID = re.compile(rf"[^，。；]{{1,16}}?{DONE}")
# 依法承担相应责任
_LIABLE = re.compile(
    r"(?:依法)?(?:承担|负|负有)(?:(?:相应|法律|赔偿|民事|刑事|行政|连带|违约|有限)+(?:的)?(?:法律|赔偿|民事)?责任|责任(?=$|[，。；]))"
    r"|(?:照价|依法|全额|负责)?赔偿(?=$|[，。；])|受到?(?:追究|处分|处罚|惩处)(?=$|[，。；])"
)
_MAY = re.compile(r"[也均都还亦]?可(?!能)")
# how a clause ends that says when
TIMES = "时|后|前|期间|过程中"
# 经办人|申请时须…: when, without a comma
WHEN = re.compile(rf"[^，。；：的]{{1,16}}?(?<![课工学定及同小按临平随](?=时))(?:{TIMES})(?={MODAL.pattern})")
# 由区教育局调整为区民政局, 由镇到村: where from
THERE = r"[^，。；]{1,12}?(?:领取|办理|[交缴]纳|登记|报到|签[字收订]|查[阅询]|申[请领报]|进行|参加|检查|指导)"  # 到窗口|领取证书
_BECOMES = re.compile(rf"[^，。；]{{0,6}}?(?:[改变更调划移转提增降减升][^，。；]{{0,4}}?[为到至给]|(?<![拨缴汇送报交付])[到至](?!{THERE}))|$|[，。；的]")
_FAR = 400
_WHOLE = re.compile(r"[一-龥]{2}(?:完善|健全|相应|统一|专门|必要|规范|足够|充足|适量|一定|合理|有效|科学|配套|具体|详细)的")
# 经学校研究，决定聘任王涛: what the notice decides is no work
_DECIDES = re.compile(r"研究，?(?:并)?(?:决定[，：]?(?:任命|免去|聘任|解聘|成立|调整|授予|$)|同意)")
# 副区长协助区长工作: what a deputy is, not what he is given
_DEPUTY = re.compile(r"协助[省市区县州旗镇乡]长(?:的)?工作(?:$|[，。；])")
_EXPLAIN = re.compile(
    r"(?:会同[^，。；：]{2,40}?|商[^，。；：]{2,20}?)?负责(?:本|该|此)?[^，。；]{0,14}(?:的)?(?:具体)?(?<!政策)解释(?![和与、及]|工作)(?:本[^，。；]{1,6}(?=，并))?|承担[^，。；]{0,10}具体解释|解释权|(?:会同[^，。；：]{2,40}?)?解释(?=$|[，。；])"
)
EXPLAINED = re.compile(r"负责(?:具体)?解释$")
# words a predicate without a modal may begin with, beside verbs
_LEAD_IN = re.compile(
    r"[对将把按依以在于每从自与向同因就凭]|视(?![频听察力])(?=[^，。；]{0,20}(?:[情需况]|程度))|负(?:总|主要|全面)责|受[^，。；]{2,24}委托|根据|针对|围绕|依托|参照|遵照|现场|结合|领导(?=[本全]|[省市区县州旗镇乡](?:人民)?政府|[和、]?(?:管理|指挥|监督))|会同|即(?=[一-龥])(?![使便可是将若墨席])|各(?=派|抽调|出[^，。；台]|选派|安排|明确|确定|指定|推荐)|分别|共同|联合(?!会(?![商同审签议办诊])|国|体|社|企)|及时|定期|不定期|同时|严格|认真|切实|积极|提前|具体|重点(?=[检督抓做加推围查打整治防保完])"
    rf"|部署(?=全[省市区县国校院]|各|本)|协同(?=解决|推进|开展|做好|处置|处理|整治|落实|抓好)|另(?=[行做作][一-龥])|[持凭](?![股有])(?=[^，。；的]{{1,24}}(?:向|到|办理|申[报请领]|领取|参加|进[入出]|入场|购[票买]|就[诊医读]))|{CONSULTS}|{PUNISHES.pattern}|统一|全面|进一步|继续|至少|适时|首先|先|(?:[一两三四五六七八九十]{{1,3}}|[半每])个?(?:月|周|年|季度|天|日|小时|工作日)|收到|接[到此本]|交(?![通易流警接办代付])|逐[一-龥]|\d"
)
_VERB = re.compile(either(_WORDS["verb"]))
# 部署全县防汛工作, 供水和供电: verbs that begin an item of a list of duties
_LISTED = re.compile(
    rf"(?:{either(_WORDS['listed'])})(?!(?:时间|日期|文号|文件|机关|方式|情况|名单|范围|标准|条件|程序|单位|部门|机构|小组|组|公司|企业|班子|干部|成员|同志|者|人(?!员)|人员(?![和、及])|员|费|点|站|网|量|数据|[意要]求|会议)|$|[，。；：的])"
)
# who or what is told by a verb before it: 施工|单位, 居住|场所
_DOES_SO = re.compile(
    r"(?:单位|部门|机构|组织|企业|公司|机关|人员|人[^才口民]|干部|学生|教师|对象|方[法式案面]|条件|标准|程序|时间|期限|场所|地[点区]|情况|范围|能力|水平"
    r"|[者员费率量品物户点社院校局厂店所站队组家长])"
)
_LISTS = frozenset(_WORDS["listed"])
# 扎实推进, 分类处置: how, by words that a dictionary has for nouns or adjectives
_HOW = re.compile(either(_WORDS["how"]))
# 有计划地|安排, 创造性地|开展, 实事求是地|反映
_IN_WAY = re.compile(r"(?:有[一-龥]{2,4}|[一-龥]{2,4}性|[一-龥]{4})地(?=[一-龥])")
# 当日|送检, 会前|分发, 分两批|发放, 到户|核实: a verb of office is behind
_AT_TIME = re.compile(
    r"(?:(?:当[日天月晚周年]|次[日月年]|翌日|隔日|即日|[年月周季]度?[初末底]|学期[初末]|[汛节会课班赛考岗餐]前|[课班赛考岗餐]后)内?"
    r"|分(?:[一二两三四五六七八九十\d]{1,2}|多|若干)个?(?:批次?|次|期|组|路|片|阶段|步|班)|到(?:村到户|村组|村|户|企业|实地|一线|基层|班级)"
    r"|经[^，。；的]{2,14}(?:批准|同意|审[核批查定]|审议通过)后|逐[村户组镇]逐[户人村组])"
    rf"(?=[将把对向按]|(?:{either(_WORDS['verb'])}|发放|分发)(?!了|的|率|数|[一二三四五六七八九十百\d]))"
)
_STATIVE = frozenset(_WORDS["stative"]["verbs"])
_ADVERBS = frozenset(_WORDS["stative"]["adverbs"])
# 各班组|考勤员逐日登记
_STAFF = re.compile(rf"(?:[一-龥]{{2}}员(?!工)|{either(_WORDS['people'])})(?=[应要须负在于每对将按逐定及、的]|$)")
_NEAR = 12
# 如发现问题，要及时报告
# but 如此, and 如溪县, a place
SUPPOSED = r"如(?![何下此实期数上同是意]|(?![本各该我全外省县乡城需有遇因经由为在向到跨])[一-龥][市县镇乡])"
_IF = re.compile(rf"{SUPPOSED}|若(?!干)|一旦|遇有|倘若")
# 涉及文物的，应先行勘探: when, and what then
_ON_CONDITION = re.compile(rf"[^。；]{{2,80}}，(?:{MODAL.pattern})")


@dataclass(frozen=True, slots=True)
class Predicate:
    """`start` is where the words of the work begin (behind modals and 负责), `modal` whether one stood there, `may` whether it was 可以."""

    role: str
    start: int
    modal: bool
    may: bool = False


def starts_work(words: str, at: int, end: int) -> bool:
    """Whether a range begins as a predicate does: a verb (研究, not 研究生), an adverb, 对…, 按…."""
    if _HEAD.match(words, at, end) or _STAFF.match(words, at, end):
        return False
    if _past_way(words, at, end) > at:
        return True
    verb = _VERB.match(words, at, end)
    if _LEAD_IN.match(words, at, end) or DRAFTS.match(words, at, end) or _GIVES.match(words, at, end) or _IF.match(words, at, end):
        return True
    if verb:
        return not _in_noun(words[at : min(end, at + 8)], len(verb[0]))
    how = _HOW.match(words, at, end)
    near = words[how.end() if how else at : min(end, at + 8)]
    first = first_tag(near[:4])
    return first[:1] in {"v", "d"} or first in {"ad", "p", "vn"} or bool(how and _VERB.match(words, how.end(), end)) or _with_object(near)


def _past_way(words: str, at: int, end: int) -> int:
    """Where the verb stands behind words that say how, when or in how many parts; `at` where there are none."""
    way = _IN_WAY.match(words, at, end)
    if way and starts_work(words, way.end(), end):
        return way.end()
    when = _AT_TIME.match(words, at, end)
    return when.end() if when else at


def _with_object(words: str) -> bool:
    """Whether words that a dictionary has for one noun are a verb and what it is done to: 审理|案件, 出租|房屋; not 施工|单位."""
    if tag(words[:2]) != "v" or tag(words[2:4]) not in {"n", "vn"} or _DOES_SO.match(words, 2):
        return False
    return tag(words[:4])[:1] in {"n", "l", "i"} or cut(words)[0][0] == words[:2]


def _in_noun(words: str, size: int) -> bool:
    """Whether a verb that begins words is only the beginning of a noun: 研究|生秘书."""
    first, kind = cut(words)[0]
    if words.startswith("费", size) and not words.startswith("费用", size):
        return True  # 管理费
    return len(first) == size + 1 and kind[:1] == "n" and kind[:2] != "nr" and first[-1] not in "其各该本此和与及并"


def predicate(words: str, at: int, end: int, called: bool = False, item: bool = False) -> Predicate | None:
    """The work that a range gives to the doer before it, or None; `called` where 由 or 请 stands before him, `item` in a list of his duties."""
    end = min(end, at + _FAR)
    start = at
    modal = MODAL.match(words, start, end)
    mostly = bool(modal and modal.group() == "原则上")  # 原则上每季度召开: how it is done, not asked
    may = bool(modal and _MAY.match(words, at, end))
    when = None if modal else WHEN.match(words, start, end)
    while modal:
        start = modal.end()
        modal = MODAL.match(words, start, end)
    will = _WILL.match(words, start, end)
    start = will.end() if will else start
    had = (start > at and not mostly) or bool(when)
    explains = _EXPLAIN.match(words, start, end)
    if explains and words.startswith("，并", explains.end()):
        return predicate(words, explains.end() + 2, end)
    if start >= end or explains or _HEAD.match(words, start, end) or _DECIDES.match(words, start, end) or _DEPUTY.match(words, start, end):
        return None
    role = "responsible"
    about = _ABOUT.match(words, start, end)
    does = about.end() if about else start
    charge = _CHARGE.match(words, start, end)
    if _SUPPORT.match(words, does, end) or _HELPS.match(words, does, end):
        role = "support"
    elif _LEAD.match(words, start, end) or _LEADS.match(words, start, end):
        role = "lead"
    had = had or (about is not None and not about["gives"])
    asked = had or (called and not _BECOMES.match(words, start, end))
    if charge and not had and _DID.match(words, start, end):
        return None
    if role == "responsible" and (_LIABLE.match(words, start, end) or not (charge or _is_work(words, start, end, asked, called, item))):
        return None
    if charge and (only := _CHARGED.match(words, start)) and end - start > len(only[0]) + 2 and role == "responsible":
        start = only.end()
    return Predicate(role, start, had or bool(charge), may)


# 由党委会议|审议批准预算, 由局长办公会议|集体研究决定
_RESOLVES = re.compile(r"(?:集体)?(?:讨论|研究|审议|审核|审查|投票|表决|评议)+(?:并)?(?:决定|批准|通过|审定|确定)")
_APPOINTS = re.compile(r"任命(?=$|[，。；])")  # 由县政府任命


def _is_work(words: str, start: int, end: int, had: bool, called: bool, item: bool) -> bool:
    """Whether words that no 负责 begins say work; `had` where a modal stands before them, `called` where 由 names the doer."""
    start = _past_way(words, start, end)
    if POWERS.match(words, start, end):
        return True
    if not (called or had or item) and _BY_ITSELF.match(words, start, end):
        return False
    if called and (words.startswith("批准", start) or _APPOINTS.match(words, start, end) or _RESOLVES.match(words, start, end)):
        return True
    if item and not had and _LISTED.match(words, start, end):
        return True
    if had:
        return not (_ASKS_NOT.match(words, start, end) and not _FOR.match(words, start, end))
    if of_a_thing(words, start, end) or (not (item or called) and is_paper(words, start, end)):
        return False
    if _IF.match(words, start, end) and _ON_CONDITION.match(words, start, end):
        return True
    if _GIVES.match(words, start, end):
        return True
    if not called and reported(words, start, end):
        return False
    if _NO_WORK.match(words, start, end) or _PAST.search(words, start, end) or _TOLD.match(words, start, end) or _ARRANGED.match(words, start, end):
        return False
    noun = _BEFORE_NOUN.match(words, start, end)
    its = noun is not None and _OF_ITS.match(words, noun.end(), end) is not None
    does = noun and _has_object(noun[0], "nabjs" if its else "nab" if item else "ab", its) and not _ITS_RESULT.match(words, noun.end(), end)
    if noun and not (does or _WHOLE.match(words, start, end)):
        return False
    return starts_work(words, start, end) and (not states(words, start, end) or bool(_ON_CONDITION.match(words, start, end)))


def _has_object(words: str, kinds: str, any_verb: bool) -> bool:
    """Whether a verb and a word of some kinds stand before 的: 检查标准的(实施), 制定详细的(方案), not 聘请的(专家)."""
    said = cut(words.removesuffix("的"))
    any_verb = any_verb or said[-1][0][0] in "各其该"
    verb = words.endswith("的") and len(said) > 1 and bool(_VERB.fullmatch(said[0][0]) or said[0][0] in _LISTS or (any_verb and said[0][1] == "v"))
    return verb and (said[-1][1][0] in kinds or said[-1][0][0] in "全本各其该")


def states(words: str, start: int, end: int) -> bool:
    """Whether a range says what is the case: its verb is one of being, having, lying somewhere.

    >>> states("均处于非汛期", 0, 6), states("均有序推进", 0, 5)
    (True, False)
    """
    for word, _ in cut(words[start : min(end, start + _NEAR)]):
        if word not in _ADVERBS:
            return word in _STATIVE
    return False
