"""Summaries of an Arrow table, batch by batch in bounded memory: python examples/arrow_summaries.py"""

import pyarrow as pa
import vanban

# "The commune opened a bridge that cost 18 billion dong. It rained hard. Pupils no longer take the ferry."
text = "Xã An Thử khánh thành cầu mới có kinh phí 18 tỷ đồng. Trời mưa to. Học sinh không còn phải đi đò."
table = pa.table({"id": list(range(5)), "text": [text] * 5})
parts = []
for batch in table.to_batches(max_chunksize=2):
    found = vanban.analyze_batch(batch.column("text").to_pylist(), layers=["summary"], sentences=1)
    summaries = pa.array([item.summary[0].text for item in found], pa.string())
    parts.append(pa.RecordBatch.from_arrays([batch.column("id"), summaries], names=["id", "summary"]))
print(pa.Table.from_batches(parts).to_pylist())
