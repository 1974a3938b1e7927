"""Ten lines: python examples/quickstart.py"""

import vanban

# "The agency (Cục) signed contracts of 111.35 billion dong for 278 projects. 5 of them are in industrial clusters."
text = "Cục đã ký hợp đồng 111,350 tỷ đồng cho 278 đề án. Có 5 đề án ở các CCN."
found = vanban.analyze(text)
for sum_ in found.money:
    print(f"{text[sum_.start : sum_.end]} = {sum_.value:,} {sum_.currency}, for {sum_.covers}")
for acronym in found.acronyms:
    print(f"{acronym.form} = {acronym.expansion} ({acronym.source})")
print(vanban.expand(text, style="replace"))
print(" | ".join(vanban.tokenize(text).words))
