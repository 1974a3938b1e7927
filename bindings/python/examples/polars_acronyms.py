"""Acronyms of a Polars column, beside their text: python examples/polars_acronyms.py"""

import polars as pl
import vanban

# "The district has 5 industrial clusters." "Cooperatives (HTX) gained profit; each HTX …"
pages = pl.DataFrame(
    {"id": [1, 2], "text": ["Huyện có 5 CCN.", "Các hợp tác xã (HTX) có lãi; mỗi HTX lãi 5 triệu đồng."]}
)
found = vanban.analyze_batch(pages["text"], layers=["acronyms"])
forms = [[{"form": a.form, "expansion": a.expansion} for a in item.acronyms] for item in found]
kind = pl.List(pl.Struct({"form": pl.String, "expansion": pl.String}))
table = pages.with_columns(pl.Series("acronyms", forms, dtype=kind)).explode("acronyms").unnest("acronyms")
print(table)
