"""The head of one notice, and the pieces that its tree is built on (GB/T 9704 and the habits before it).

>>> from extract.head.page import Page
>>> words = "岚江省人民政府关于王涛任职的通知岚政任〔2019〕3号省教育厅：任命王涛为省教育厅厅长。岚江省人民政府2019年3月5日"
>>> head = read_head(Page(words, bytes(len(words))), words).head
>>> head.title, head.number, head.date, [one.mention for one in head.addressees]
('岚江省人民政府关于王涛任职的通知', '岚政任〔2019〕3号', '2019-03-05', ['省教育厅'])
"""

from extract.head.reading import Reading, read_head

__all__ = ["Reading", "read_head"]
