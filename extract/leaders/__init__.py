"""Leaders and what each has in charge: who is spoken of, and the lists of fields and agencies after 负责, 分管, 联系."""
