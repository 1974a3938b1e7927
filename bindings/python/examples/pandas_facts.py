"""Sums of money of a pandas column, a sum a row: python examples/pandas_facts.py"""

import pandas as pd
import vanban

pages = pd.DataFrame(
    {
        "id": ["a", "b", "c"],
        # "The province spends 4.5 billion dong." "No sum here." and a cell without text
        "text": ["Tỉnh chi 4,5 tỷ đồng cho 32 đề án.", "Không có số tiền nào.", None],
    }
)
found = vanban.analyze_batch(pages["text"], layers=["money"])
rows = [
    {"id": id, "value": money.value, "currency": money.currency, "covers": money.covers}
    for id, item in zip(pages["id"], found)
    if item.error is None
    for money in item.money
]
print(pd.DataFrame(rows))
for id, item in zip(pages["id"], found):
    if item.error is not None:
        print(f"{id}: {item.error}")
